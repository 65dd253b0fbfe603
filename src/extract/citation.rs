//! Documents that a document names in `《》`.

use std::collections::{HashMap, HashSet};

use crate::grammar::doc_number::find_document_numbers;
use crate::grammar::title;
use crate::lexicon::mark;
use crate::model::{Citation, DocumentNumber};
use crate::span::Span;
use crate::strip::Page;
use crate::text;

/// The documents cited, each once, in order of first mention.
pub(super) fn find(page: &Page) -> Vec<Citation> {
    let mut seen = HashSet::new();
    // The numbers that stand behind each title.
    let mut numbers: HashMap<String, HashSet<String>> = HashMap::new();
    let mut citations = Vec::new();
    for range in title::quoted_ranges(&page.text) {
        let words = &page.text[range.clone()];
        if words.contains('\n') && words.lines().count() > LINES || !is_document(words) {
            continue;
        }
        let span = Span::new(range.start - '《'.len_utf8(), range.end + '》'.len_utf8());
        // 开展课题《…研究》, 编排舞剧《…》
        if mark::TITLED_WORK.ending(&page.text[..span.start]).is_some() {
            continue;
        }
        let name: String = closed(words);
        let number = number_after(&page.text[span.end..]);
        let folded = title::folded(&name);
        // 国务院《关于就业工作的意见》（国发〔2015〕23号）and 省政府《关于就业工作的意见》
        // （鲁政发〔2015〕21号）are two.
        let other = number.as_ref().is_some_and(|number| {
            let numbers = numbers.entry(folded.clone()).or_default();
            numbers.insert(number.text.clone()) && numbers.len() > 1
        });
        if seen.insert(folded) || other {
            citations.push(Citation {
                title: name,
                document_number: number,
                text: page.text[span.range()].to_owned(),
                span,
                source_span: None,
            });
        }
        citations.extend(nested(page, range, &mut seen));
    }
    citations.sort_by_key(|citation| citation.span);
    citations
}

/// Lines that a title may be broken over.
const LINES: usize = 3;

/// Titles in `〈〉` or `<>` inside a title.
fn nested(
    page: &Page,
    range: std::ops::Range<usize>,
    seen: &mut HashSet<String>,
) -> Option<Citation> {
    let words = &page.text[range.clone()];
    let open = words.find(['〈', '<'])?;
    let inside = open + words[open..].chars().next().map_or(1, char::len_utf8);
    let length = words[inside..].find(['〉', '>'])?;
    let name = &words[inside..inside + length];
    if !is_document(name) || !seen.insert(title::folded(name)) {
        return None;
    }
    let close = words[inside + length..]
        .chars()
        .next()
        .map_or(1, char::len_utf8);
    let span = Span::new(range.start + open, range.start + inside + length + close);
    Some(Citation {
        title: closed(name),
        document_number: None,
        text: page.text[span.range()].to_owned(),
        span,
        source_span: None,
    })
}

/// Whether a title is a document's: it ends in a genre's word or is as long as titles are.
/// Songs, shows and newspapers have short names; forms and certificates are filled in.
fn is_document(name: &str) -> bool {
    const SHORTEST: usize = 8;
    let bare = name.trim_end_matches(['）', ')']);
    let bare = if bare.len() < name.len() {
        bare.rfind(['（', '(']).map_or(bare, |open| &bare[..open])
    } else {
        bare
    };
    if mark::PAPER_ENDING.ending(bare.trim_end()).is_some() {
        return false;
    }
    title::genre_of(name).is_some()
        || name.chars().filter(|c| !c.is_whitespace()).count() >= SHORTEST
}

/// The number right behind a title, in brackets.
fn number_after(text: &str) -> Option<DocumentNumber> {
    /// Bytes in which a number lies.
    const WINDOW: usize = 120;
    let rest = text
        .trim_start_matches(' ')
        .strip_prefix(['（', '(', '〔'])?;
    let window = text::head(rest, WINDOW);
    let (place, number) = find_document_numbers(window).into_iter().next()?;
    (place.start <= 12).then_some(number)
}

fn closed(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use crate::parse;

    #[track_caller]
    fn cites(text: &str, expected: &[&str]) {
        let text = format!("某市人民政府关于就业工作的意见\n一、总则\n{text}\n");
        let document = parse(text.as_bytes()).unwrap().document;
        let titles: Vec<_> = document.citations.iter().map(|c| &c.title).collect();
        assert_eq!(titles, expected, "{text}");
    }

    #[test]
    fn every_name_is_cited_once_a_short_form_too() {
        cites(
            "根据《某省就业促进条例》（以下简称《条例》）和《条例》第三条，制定《实施办法》。",
            &["某省就业促进条例", "条例", "实施办法"],
        );
    }

    #[test]
    fn one_title_of_two_numbers_is_two_documents() {
        cites(
            "落实国务院《关于就业工作的意见》（国发〔2015〕23号）和省政府《关于就业工作的意见》\
             （鲁政发〔2015〕21号），按《关于就业工作的意见》（国发〔2015〕23号）执行。",
            &["关于就业工作的意见", "关于就业工作的意见"],
        );
    }

    #[test]
    fn the_width_of_a_dash_makes_no_other_document() {
        cites(
            "落实《某市绿化行动计划（2026—2028年）》，现将《某市绿化行动计划(2026-2028年)》\
             《某市绿化行动计划（2026－2028年）》《某市绿化行动计划（2026～2028年）》\
             《某市绿化行动计划（2026——2028年）》和《某市绿化行动计划（2023—2025年）》印发。",
            &[
                "某市绿化行动计划（2026—2028年）",
                "某市绿化行动计划（2023—2025年）",
            ],
        );
    }

    #[test]
    fn books_shows_and_projects_are_no_documents() {
        cites(
            "完成省级课题《公共数据授权运营机制研究》，发表论文《论数据产权登记制度》，编排舞剧\
             《永不消逝的电波之歌》，拍摄纪录片《一条大河的前世今生》，落实《数据安全管理办法》。",
            &["数据安全管理办法"],
        );
        cites(
            "印发《公共数据授权运营课题管理办法》。",
            &["公共数据授权运营课题管理办法"],
        );
    }

    #[test]
    fn a_title_inside_another_is_cited_too() {
        cites(
            "落实《国务院办公厅转发〈关于做好就业工作的意见〉的通知》（国办发〔2020〕1号）。",
            &[
                "国务院办公厅转发〈关于做好就业工作的意见〉的通知",
                "关于做好就业工作的意见",
            ],
        );
    }

    #[test]
    fn a_blank_may_part_a_title_from_its_number() {
        let text = "根据《 某省就业条例》 ( 某府〔2017〕117号)，制定本意见。";
        let document = parse(text.as_bytes()).unwrap().document;
        let number = document.citations[0].document_number.as_ref();
        assert_eq!(
            number.map(|number| number.text.as_str()),
            Some("某府〔2017〕117号")
        );
    }

    #[test]
    fn forms_and_papers_are_not_cited() {
        for name in [
            "学校肺结核筛查结果统计表",
            "项目资金使用情况汇总表",
            "安全隐患排查整治自查表",
            "事业单位法人证书",
            "不动产权证",
            "安全生产目标管理责任书",
            "危险废物转移联单",
            "农村土地流转合同",
        ] {
            cites(&format!("各单位须按要求填写《{name}》，并按时报送。"), &[]);
        }
        for name in ["重点任务责任分工表", "市场准入负面清单", "合同管理办法"]
        {
            cites(&format!("各单位须落实《{name}》。"), &[name]);
        }
    }
}
