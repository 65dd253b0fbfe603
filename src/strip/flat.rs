//! Lines that hold a whole document, as text recognised from scans has them: the places where
//! the elements below its text begin, each of which has a line of its own in print.

use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;

use crate::grammar::addressee;
use crate::grammar::day::find_days;
use crate::grammar::department::is_han;
use crate::grammar::doc_number::find_document_numbers;
use crate::grammar::region::is_place;
use crate::grammar::title;
use crate::lexicon::any::AnyOf;
use crate::lexicon::{mark, site};
use crate::outline::opens_with_label;
use crate::text::{head, tail};

/// Bytes of a line from which on it may hold more than a paragraph.
pub(crate) const FLAT: usize = 600;

/// Bytes of a line from which on a signature may stand in it behind a sentence.
const SIGNED: usize = 90;

/// Bytes before a date within which the names of those who sign lie.
const NAMES: usize = 240;

/// Characters of a title.
const TITLE_LENGTH: RangeInclusive<usize> = 4..=60;

/// Bytes of an attachment's title at the most.
const TITLE: usize = 180;

/// The indent of a paragraph, which is left where its line break got lost.
const GAP: &str = "　　";

/// The stretches of a line that are lines of the document: all of it, when the line is short
/// or nothing shows where it ends.
pub(super) fn stretches(line: &str) -> Vec<Range<usize>> {
    static MARKS: LazyLock<AnyOf> = LazyLock::new(|| {
        AnyOf::of(["附件", "印发", "此件", "第一", "一、", "总则", GAP])
    });
    let mut breaks = vec![0, line.len()];
    if line.len() >= FLAT || line.len() >= SIGNED && numbered_title(line) {
        head_elements(line, &mut breaks);
    }
    if line.len() >= SIGNED && (line.trim_end().ends_with('日') || MARKS.is_in(line)) {
        signatures(line, &mut breaks);
        if line.len() >= FLAT {
            paragraphs(line, &mut breaks);
            titles(line, &mut breaks);
            attachments(line, &mut breaks);
        }
    }
    if breaks.len() > 2 {
        breaks.sort_unstable();
        breaks.dedup();
    }
    breaks.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// Whether a line opens with a title, its number in brackets and those it is for:
/// `某市人民政府关于…的意见（某政〔2005〕9号）各县人民政府，市政府各部门：为了…`.
fn numbered_title(line: &str) -> bool {
    /// Bytes of the title, and of those it is for, at the most.
    const HEAD: usize = 300;
    static NUMBER: LazyLock<AnyOf> = LazyLock::new(|| AnyOf::new("号）|号)"));
    let Some(number) = NUMBER.find_at(head(line, HEAD), 0) else {
        return false;
    };
    let open = line[..number.start].rfind(['（', '(']);
    let title = open.filter(|&open| opening_title(line) == Some(open));
    let behind = head(&line[number.end..], HEAD);
    let list = behind.find(['：', ':']).map(|colon| &behind[..colon]);
    title.is_some() && list.is_some_and(addressee::is_list)
}

/// Breaks before paragraphs whose indent is left: `…制定本条例。　　第二条　…`. What sets a
/// heading's characters apart stays: `总　　则`.
fn paragraphs(line: &str, breaks: &mut Vec<usize>) {
    let mut at = 0;
    while let Some(gap) = line[at..].find(GAP) {
        let next = &line[at + gap..];
        let before = &line[..at + gap];
        let start = line.len() - next.trim_start().len();
        let is_word =
            |word: Option<&str>| word.is_some_and(|word| word.chars().nth(1).is_some());
        let word = before.split_whitespace().next_back();
        let parted = is_word(word) && is_word(next.split_whitespace().next());
        if parted || opens_with_label(&line[start..]) {
            breaks.push(start);
        }
        at = start;
    }
}

/// Breaks around a title that the first label of its document follows:
/// `…（此件公开发布）｜某市储备粮管理办法｜第一章　总　　则第一条　…`.
fn titles(line: &str, breaks: &mut Vec<usize>) {
    for label in ["第一章", "第一条", "一、", "1总则", "1.总则", "1 总则"] {
        for (at, _) in line.match_indices(label) {
            let behind = &line[at + label.len()..];
            // 违反本办法第一条规定的
            if label == "第一条" && !behind.starts_with(char::is_whitespace) {
                continue;
            }
            let before = tail(&line[..at], 3 * TITLE_LENGTH.end()).trim_end();
            let bare = before.trim_end_matches(['）', ')']);
            let start = bare.rfind(['。', '！', '；', '）', ')']);
            let own = start.map_or(0, |start| {
                start + bare[start..].chars().next().map_or(0, char::len_utf8)
            });
            let mut title = before[own..].trim_start();
            // …贯彻执行。｜某市水务局｜2023年5月6日｜某市防汛工作方案｜一、…
            let signed = find_days(title)
                .last()
                .filter(|day| is_name(&title[..day.start]));
            let signature = signed.map(|day| (title, day));
            if let Some((words, day)) = &signature {
                title = words[day.end..].trim_start();
            }
            let is_title = TITLE_LENGTH.contains(&title.chars().count())
                && !title.contains(['，', ',', '：', ':', '、'])
                && !title.ends_with('》')
                && title::genre_of(title).is_some();
            if is_title {
                let end = line[..at].trim_end().len();
                breaks.extend([end - title.len(), at]);
                if let Some((words, day)) = signature {
                    let start = end - words.len();
                    breaks.extend([start, start + day.start]);
                }
            }
        }
    }
}

/// Breaks behind the elements of a document's head that its text runs into:
/// `…的决定｜国发〔1990〕65号｜（一九九〇年十二月五日）｜各省…：｜…`.
fn head_elements(line: &str, breaks: &mut Vec<usize>) {
    let mut at = 0;
    while let Some(length) = field(&line[at..]) {
        at += length;
        breaks.push(at);
    }
    let Some(length) = opening_title(&line[at..]) else {
        return bulletin_head(line, breaks);
    };
    at += length;
    breaks.push(at);
    while let Some(length) = field(&line[at..]).or_else(|| head_element(&line[at..])) {
        at += length;
        breaks.push(at);
    }
}

/// Bytes of a field of the site's that words open with, `发布日期：2023年5月8日`: up to the next
/// field, or to the end of its date or its bracket.
fn field(words: &str) -> Option<usize> {
    /// Bytes of a label and of a value at the most.
    const LABEL: usize = 30;
    const VALUE: usize = 180;
    let label_at = |words: &str| {
        let colon = head(words, LABEL).find(['：', ':'])?;
        site::metadata_field(words[..colon].trim())?;
        Some(colon + words[colon..].chars().next().map_or(0, char::len_utf8))
    };
    let text = words.trim_start();
    let start = words.len() - text.len() + label_at(text)?;
    let value = head(&words[start..], VALUE);
    let value = &value[..value.find('。').unwrap_or(value.len())];
    let next = value
        .char_indices()
        .find(|(at, c)| is_han(*c) && label_at(&value[*at..]).is_some());
    if let Some((next, _)) = next {
        return Some(start + next);
    }
    let bare = value.trim_start();
    let end = match find_days(bare).next() {
        Some(day) if day.start == 0 => {
            let is_time = |c: char| c.is_ascii_digit() || " :：".contains(c);
            day.end + bare[day.end..].find(|c| !is_time(c))?
        }
        _ => {
            let size = bare.strip_prefix(['[', '【'])?;
            let (end, close) = size.match_indices([']', '】']).next()?;
            bare.len() - size.len() + end + close.len()
        }
    };
    Some(start + value.len() - bare.len() + end)
}

/// Breaks behind a bulletin's name, its issue and the line of authority and date:
/// `简　报｜第23期｜某市办公室　2016年5月17日｜按：…`.
fn bulletin_head(line: &str, breaks: &mut Vec<usize>) {
    /// Bytes of name and issue, and of authority and date, at the most.
    const NAME: usize = 90;
    const DATED: usize = 200;
    let window = head(line, NAME);
    let issue = window.find('第').zip(window.find('期'));
    let Some((start, end)) = issue.filter(|(start, end)| start < end) else {
        return;
    };
    let name: String = line[..start].split_whitespace().collect();
    let number = line[start + '第'.len_utf8()..end].trim();
    let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百".contains(c);
    if mark::BULLETIN.ending(&name).is_none() || !number.chars().all(is_number) {
        return;
    }
    let end = end + '期'.len_utf8();
    breaks.extend([start, end]);
    let dated = head(&line[end..], DATED);
    if let Some(day) = find_days(dated).next()
        && is_name(&dated[..day.start])
    {
        breaks.push(end + day.end);
    }
}

/// Where the title ends that a line opens with: before a number, a date, addressees, a label
/// or the purpose of the text.
fn opening_title(line: &str) -> Option<usize> {
    // The last character that a title may have is the one before these.
    let opening = line.find(['，', ',', '。', '；', '：', ':', '〔']);
    let opening = &line[..opening.unwrap_or(line.len())];
    let places = opening.char_indices().take(*TITLE_LENGTH.end());
    let ends = places.skip(TITLE_LENGTH.start() - 1);
    let mut ends =
        ends.filter_map(|(at, c)| title::may_end_genre(c).then_some(at + c.len_utf8()));
    ends.find_map(|end| {
        let (title, rest) = line.split_at(end);
        let is_title = !title.ends_with(['）', ')'])
            && !rest.starts_with(['的', '》', '〉', '”'])
            && title::genre_of(title).is_some()
            && title::is_whole(title)
            && (title.contains("关于") || !title.contains('、'));
        if !is_title {
            return None;
        }
        let version = bracketed(rest).filter(|bracket| title::is_version(bracket));
        let version = version.map_or(0, str::len);
        let text = &rest[version..];
        let goes_on = head_element(text).is_some()
            || field(text).is_some()
            || mark::PURPOSE_OPENING.opening(text.trim_start()).is_some()
            || opens_with_label(text.trim_start());
        goes_on.then_some(end + version)
    })
}

/// Bytes of the number, the date or the list of addressees that words open with.
fn head_element(words: &str) -> Option<usize> {
    /// Bytes of a number or a date, of a bracket that says who passed it when, and of a list of
    /// addressees, at the most.
    const SHORT: usize = 60;
    const PASSED: usize = 240;
    const LIST: usize = 900;
    let text = words.trim_start();
    let before = words.len() - text.len();
    let short = head(text, SHORT);
    let number = || {
        let bracket = bracketed(short);
        let inside = bracket.map_or(short, in_bracket);
        let (span, _) = find_document_numbers(inside).into_iter().next()?;
        let whole = bracket.is_none() || span.end == inside.len();
        (span.start == 0 && whole).then(|| bracket.map_or(span.end, str::len))
    };
    let day = || {
        let bracket = bracketed(head(text, PASSED));
        let inside = bracket.map_or(short, in_bracket);
        let day = find_days(inside).next().filter(|day| day.start == 0)?;
        bracket.map_or(Some(day.end), |bracket| Some(bracket.len()))
    };
    let addressees = || {
        let window = head(text, LIST);
        let colon = window.find(['：', ':'])?;
        let sign = window[colon..].chars().next().map_or(0, char::len_utf8);
        addressee::is_list(&window[..colon]).then_some(colon + sign)
    };
    let length = number().or_else(day).or_else(addressees)?;
    Some(before + length)
}

/// The bracket that words open with, both marks included.
fn bracketed(words: &str) -> Option<&str> {
    let rest = words.strip_prefix(['（', '('])?;
    let (end, close) = rest.match_indices(['）', ')']).next()?;
    Some(&words[..words.len() - rest.len() + end + close.len()])
}

/// The words inside a bracket.
fn in_bracket(bracket: &str) -> &str {
    bracket.trim_matches(['（', '(', '）', ')'])
}

/// Breaks around names and date of those who sign or print:
/// `…明细表｜山东省医疗保险事业中心｜2020年9月14日｜附件…`.
fn signatures(line: &str, breaks: &mut Vec<usize>) {
    for day in find_days(line) {
        let printed = line[day.end..].strip_prefix("印发");
        let rest = printed.unwrap_or(&line[day.end..]);
        let end = line.len() - rest.len();
        let rest = rest.trim_start();
        let follows = ["附件", "《", "（此件", "(此件"];
        let ends = rest.is_empty() || follows.iter().any(|mark| rest.starts_with(mark));
        if !ends {
            continue;
        }
        let before = tail(&line[..day.start], NAMES);
        let from = day.start - before.len();
        let signs = before
            .char_indices()
            .map(|(at, _)| at)
            .find(|&at| begins(line, from + at) && is_name(&before[at..]));
        if let Some(at) = signs {
            breaks.push(from + at);
            if printed.is_none() {
                breaks.push(day.start);
            }
            breaks.push(end);
            enclosed(line, end, breaks);
        } else if printed.is_none() && line[..day.start].trim_end().ends_with('。') {
            breaks.extend([day.start, end]);
        }
    }
}

/// Breaks behind the note below a signature, and behind the title of what the notice above
/// it encloses: `现将《防汛要点》印发给你们。…2023年5月6日（此件公开）｜防汛要点｜今年防汛工作…`.
fn enclosed(line: &str, end: usize, breaks: &mut Vec<usize>) {
    /// Bytes of a notice at the most.
    const NOTICE: usize = 2400;
    let note = bracketed(&line[end..]).filter(|note| note.contains("此件"));
    let at = end + note.map_or(0, str::len);
    let notice = tail(&line[..end], NOTICE);
    let mut quoted = notice.split('《').skip(1).filter_map(|words| {
        let (title, _) = words.split_once('》')?;
        (!title.is_empty() && line[at..].starts_with(title)).then_some(title)
    });
    if let Some(title) = quoted.next() {
        breaks.extend([at, at + title.len()]);
    } else if note.is_some() {
        breaks.push(at);
    }
}

/// Whether an element may begin here: behind a sentence, a title, a list's entry, a number.
fn begins(line: &str, at: usize) -> bool {
    let before = tail(line[..at].trim_end(), 60);
    before.ends_with(['。', '！', '；', '）', ')', '》'])
        || before.ends_with(|c: char| c.is_ascii_alphanumeric())
        || title::genre_of(before).is_some()
        || mark::FORM_ENDING.ending(before).is_some()
}

/// Whether words are the names of those who sign, the first of which names its place.
fn is_name(words: &str) -> bool {
    let words = words.trim();
    let place = words.strip_prefix("中共").unwrap_or(words);
    (is_place(place) || place.starts_with("国务院"))
        && mark::AUTHORITY_ENDING.ending(words).is_some()
        && !words
            .contains(|c: char| c.is_ascii_digit() || "，。；：:、“《（(".contains(c))
}

/// Breaks around the note of attachments and the attachments themselves.
fn attachments(line: &str, breaks: &mut Vec<usize>) {
    let ends: Vec<usize> = breaks.clone();
    let starts: Vec<usize> = line
        .match_indices("附件")
        .map(|(at, _)| at)
        .filter(|&at| ends.contains(&at) || begins(line, at))
        .collect();
    for (index, &start) in starts.iter().enumerate() {
        let next = starts.get(index + 1).copied().unwrap_or(line.len());
        let end = ends
            .iter()
            .copied()
            .filter(|&end| end > start && end < next)
            .min();
        let words = &line[start..end.unwrap_or(next)];
        let bare = words["附件".len()..].trim_start();
        if bare.starts_with([':', '：']) {
            breaks.push(start);
            entries(words, start, breaks);
        } else if let Some((number, title)) = attachment_title(words) {
            breaks.extend([start, start + number, start + title]);
        }
    }
}

/// Breaks before the second and later entries of a note: `附件：1.台账｜2.检查表`.
fn entries(note: &str, start: usize, breaks: &mut Vec<usize>) {
    /// Bytes of a note at the most.
    const NOTE: usize = 4000;
    let note = head(note, NOTE);
    let mut at = match note.find('1') {
        Some(at) if at < "附件： ".len() => at,
        _ => return,
    };
    for number in 2..=30 {
        let mark = [
            format!("{number}."),
            format!("{number}．"),
            format!("{number}、"),
        ];
        let next = mark
            .iter()
            .filter_map(|mark| note[at + 1..].find(mark.as_str()))
            .min();
        let Some(next) = next else { return };
        at += 1 + next;
        breaks.push(start + at);
    }
}

/// Where the number of an attachment's mark ends, and its title: at its first label, or with
/// the stretch.
fn attachment_title(words: &str) -> Option<(usize, usize)> {
    let rest = &words["附件".len()..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 2 {
        return None;
    }
    let number = "附件".len() + digits;
    let window = head(&words[number..], TITLE);
    let label = ["一、", "1.", "1、", "（一）", "(一)", "第一条", "第一章"]
        .iter()
        .filter_map(|label| window.find(label))
        .min();
    let end = match label {
        Some(end) => end,
        None if window.len() + number == words.len() => window.len(),
        None => return None,
    };
    let title = window[..end].trim();
    let is_title =
        title.chars().count() > 2 && !title.contains(['。', '，', '；', '：', ':']);
    is_title.then_some((number, number + end))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "为加强防汛工作，各区要落实责任，完善预案，加强值守，及时报送信息。";

    fn parts(line: &str) -> Vec<&str> {
        let stretches = stretches(line).into_iter();
        stretches.map(|range| line[range].trim()).collect()
    }

    #[track_caller]
    fn splits(end: &str, expected: &[&str]) {
        let text = TEXT.repeat(7);
        let mut all = vec![text.as_str()];
        all.extend(expected);
        assert_eq!(parts(&format!("{text}{end}")), all);
    }

    #[track_caller]
    fn opens(start: &str, expected: &[&str]) {
        let text = TEXT.repeat(7);
        let line = format!("{start}{text}");
        let found = parts(&line);
        assert_eq!(found[..found.len() - 1], *expected, "{start}");
    }

    #[test]
    fn elements_below_a_flat_text_are_lines() {
        splits(
            "附件:1.台账2.检查表广州市水务局2022年3月4日印发",
            &["附件:1.台账", "2.检查表", "广州市水务局2022年3月4日印发"],
        );
        splits(
            "附件:1，办理途径2.申报表广州市水务局2020年9月14日附件1办理途径1.现场办。2.网上办。附件2申报表",
            &[
                "附件:1，办理途径",
                "2.申报表",
                "广州市水务局",
                "2020年9月14日",
                "附件1",
                "办理途径",
                "1.现场办。2.网上办。",
                "附件2",
                "申报表",
            ],
        );
        splits(
            "广州市水务局2020年9月14日（此件公开发布）",
            &["广州市水务局", "2020年9月14日", "（此件公开发布）"],
        );
        splits(
            "附件:某镇总体应急预案(修订) 广州市水务局 2020年10月22日 某镇总体应急预案(修订) \
             1.总则 1.1目的依据 为保障安全。",
            &[
                "附件:某镇总体应急预案(修订)",
                "广州市水务局",
                "2020年10月22日",
                "某镇总体应急预案(修订)",
                "1.总则 1.1目的依据 为保障安全。",
            ],
        );
        splits(
            "附件1“三线”整治技术方案一、整治原则安全、整齐。",
            &["附件1", "“三线”整治技术方案", "一、整治原则安全、整齐。"],
        );
    }

    #[test]
    fn titles_that_a_text_opens_with_are_lines() {
        let text = TEXT.repeat(7);
        for (title, rest) in [
            ("某市2023年防汛工作方案", "为做好防汛工作，"),
            (
                "关于防汛、抗旱工作的通知",
                "各县、市、区人民政府，市政府各部门：",
            ),
            ("某市防汛条例", "（2018年1月2日发布）"),
            (
                "某市第十二个五年规划纲要",
                "（2011年1月19日某市第十届人民代表大会第六次会议通过）",
            ),
            ("某市旅游纲要（2013—2020年）", "为满足需求，"),
            ("国务院关于防汛工作的决定", "国发〔1990〕65号各省："),
            ("关于印发《防汛办法》的通知", "邓乃扬、韩汝琦委员："),
            ("某市防汛办法", "第一条 本市适用。"),
            ("某市防汛工作的通知", "各县(市):"),
        ] {
            for blank in ["", " "] {
                let line = format!("{title}{blank}{rest}{text}");
                assert_eq!(parts(&line)[0], title, "{line}");
            }
        }
        opens(
            "某市关于防汛工作的通知某水发〔2022〕4号各县:",
            &["某市关于防汛工作的通知", "某水发〔2022〕4号", "各县:"],
        );
        opens(
            "某市关于防汛工作的通知（某水发〔2022〕4号）各县:",
            &["某市关于防汛工作的通知", "（某水发〔2022〕4号）", "各县:"],
        );
        for words in ["市政府工作方案的落实，", "某市印发的通知指出："]
        {
            opens(words, &[]);
        }
    }

    #[test]
    fn fields_of_a_site_around_a_title_are_lines() {
        opens(
            "索引号：0143/2023-22发文机关：某市水务局发布日期：2023年5月8日某市关于防汛工作的通知各县:",
            &[
                "索引号：0143/2023-22",
                "发文机关：某市水务局",
                "发布日期：2023年5月8日",
                "某市关于防汛工作的通知",
                "各县:",
            ],
        );
        opens(
            "某市关于防汛工作的通知发布时间：2023-05-08 10:20来源：某市水务局字体：[大中小]各县:",
            &[
                "某市关于防汛工作的通知",
                "发布时间：2023-05-08 10:20",
                "来源：某市水务局",
                "字体：[大中小]",
                "各县:",
            ],
        );
        opens("来源：某市水务局和某市气象局会商，", &[]);
    }

    #[test]
    fn signatures_above_what_is_enclosed_are_lines() {
        splits(
            "广州市水务局2020年9月14日某市防汛工作方案一、指导思想以人为本。",
            &[
                "广州市水务局",
                "2020年9月14日",
                "某市防汛工作方案",
                "一、指导思想以人为本。",
            ],
        );
        let text = TEXT.repeat(7);
        let line = format!(
            "《2020年某市防汛任务》印发给你们。{text}广州市水务局2020年9月14日(此件公开)2020年某市防汛任务2020年某市防汛工作要加强。"
        );
        let expected = [
            "广州市水务局",
            "2020年9月14日",
            "(此件公开)",
            "2020年某市防汛任务",
            "2020年某市防汛工作要加强。",
        ];
        assert_eq!(parts(&line)[1..], expected);
        splits(
            "2020年9月14日（此件公开）",
            &["2020年9月14日", "（此件公开）"],
        );
    }

    #[test]
    fn heads_of_bulletins_are_lines() {
        opens(
            "简   报第23期辽宁省水利厅    2016年5月17日按：",
            &["简   报", "第23期", "辽宁省水利厅    2016年5月17日"],
        );
        opens("第一期工程和第二期工程", &[]);
    }

    #[test]
    fn titles_above_a_first_label_are_lines() {
        splits(
            "广州市水务局2020年9月14日（此件公开发布）某市市级储备粮管理办法第一章  总    则第一条  为加强管理，制定本办法。",
            &[
                "广州市水务局",
                "2020年9月14日",
                "（此件公开发布）",
                "某市市级储备粮管理办法",
                "第一章  总    则第一条  为加强管理，制定本办法。",
            ],
        );
        splits(
            "某市防汛工作实施方案（试行）一、指导思想以人为本。",
            &["某市防汛工作实施方案（试行）", "一、指导思想以人为本。"],
        );
    }

    #[test]
    fn indents_are_paragraphs() {
        splits(
            "　　第二条　落实责任。　　第二章　总　　则 　　第三条　加强值守。",
            &[
                "第二条　落实责任。",
                "第二章　总　　则",
                "第三条　加强值守。",
            ],
        );
    }

    #[test]
    fn mentions_in_a_text_are_none() {
        for words in [
            "各区要填写台账（见附件1）并报送。广州市水务局2022年3月4日印发的方案同时废止。",
            "附件材料要齐全。按附件1填报。",
            "广州市水务局2022年3月4日召开会议。",
            "现予印发。违反《某市储备粮管理办法》第一条 规定的，依照本市管理办法第一条处理。",
            "现予印发，制定实施方案一、二号。",
        ] {
            let line = format!("{}{words}", TEXT.repeat(7));
            assert_eq!(stretches(&line).len(), 1, "{words}");
        }
    }
}
