//! Metadata blocks that a site prints around a document, and its meta tags.

use std::ops::Range;

use super::Judgement;
use super::page::Article;
use crate::lexicon::site;

/// A statement of the site about the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SiteField {
    /// The header field it feeds, e.g. `date_published`.
    pub(crate) field: &'static str,
    pub(crate) value: String,
}

/// Longest value of a metadata field, in bytes; a longer one is text.
const LONGEST_VALUE: usize = 400;

/// Marks that open the entries of a list of fields: `• 索引号：`.
const BULLETS: [char; 8] = ['•', '·', '●', '■', '▪', '◆', '*', '-'];

/// Takes off YAML front matter between `---` lines and the quoted remark and comments of a
/// repository below it.
pub(super) fn front_matter(judgement: &mut Judgement<'_>) {
    let mut kept = (0..judgement.lines.len()).filter(|&l| !judgement.lines[l].is_empty());
    let Some(open) = kept.next().filter(|&line| judgement.lines[line] == "---") else {
        return;
    };
    let fence = (open + 1..judgement.lines.len())
        .take_while(|&l| {
            judgement.lines[l].is_empty() || split_field(judgement.lines[l]).is_some()
        })
        .last()
        .map(|last| last + 1)
        .filter(|&line| judgement.lines.get(line) == Some(&"---"));
    let Some(close) = fence else { return };
    for line in open..=close {
        if let Some((label, value)) = split_field(judgement.lines[line]) {
            note(&mut judgement.site, label, value);
        }
        if !judgement.lines[line].is_empty() {
            judgement.remove(line, "strip/front-matter");
        }
    }
    for line in close + 1..judgement.lines.len() {
        match judgement.lines[line] {
            "" => {}
            quoted if quoted.starts_with('>') => {
                judgement.remove(line, "strip/repository-remark");
            }
            _ => break,
        }
    }
}

/// Takes off lines of labelled fields above and below the document. On a web page no line
/// of the document is the value of a field outside it.
pub(super) fn fields(
    judgement: &mut Judgement<'_>,
    body: &Range<usize>,
    article: Option<&Article>,
) {
    let mut line = 0;
    while line < judgement.lines.len() {
        if line == body.start {
            line = body.end.max(line + 1);
            continue;
        }
        let words = judgement.lines[line];
        if words.is_empty() || !judgement.is_kept(line) {
            line += 1;
            continue;
        }
        let pairs = read_fields(words).filter(|_| {
            line < body.start || !is_own(words) || article.is_some_and(|a| !a.holds(line))
        });
        let Some(pairs) = pairs else {
            line += 1;
            continue;
        };
        judgement.remove(line, "strip/metadata");
        let open = match pairs.as_slice() {
            [(label, "")] => Some(*label),
            _ => None,
        };
        for (label, value) in pairs {
            note(&mut judgement.site, label, value);
        }
        line += 1;
        if let Some(label) = open
            && let feeds_title = site::metadata_field(label) == Some("site_title")
            && let Some(next) = value_line(judgement, line, body.start, feeds_title)
            && article.is_none_or(|a| {
                a.title != Some(next) && (a.holds(line - 1) || !a.holds(next))
            })
        {
            note(&mut judgement.site, label, judgement.lines[next]);
            judgement.remove(next, "strip/metadata");
            line = next + 1;
        }
    }
}

/// The line right above the site's fields is what the site calls the document, whatever it
/// ends in: `市政府工作报告重点工作责任分解（2023年）` over `时间：2023-07-11`.
pub(super) fn headline(judgement: &mut Judgement<'_>, body_start: usize) {
    /// Characters of a title at the most.
    const LONGEST: usize = 80;
    let is_field = |line: &usize| {
        judgement.verdicts[*line] == super::Verdict::Remove("strip/metadata")
    };
    let mut head = 0..body_start.min(judgement.lines.len());
    let Some(field) = head.find(is_field) else {
        return;
    };
    let above = (0..field)
        .rev()
        .find(|&line| !judgement.lines[line].is_empty());
    let title = above
        .filter(|&line| judgement.is_kept(line))
        .map(|line| judgement.lines[line].trim_start_matches(['#', ' ']))
        .filter(|words| {
            words.chars().count() <= LONGEST && !words.contains(['。', '：'])
        });
    if let Some(title) = title {
        judgement.site.push(SiteField {
            field: "site_title",
            value: title.to_owned(),
        });
    }
}

/// The line that holds the value of a label that stands alone on the line before.
fn value_line(
    judgement: &Judgement<'_>,
    from: usize,
    end: usize,
    feeds_title: bool,
) -> Option<usize> {
    let next = (from..end.min(judgement.lines.len()))
        .find(|&line| !judgement.lines[line].is_empty() && judgement.is_kept(line))?;
    let words = judgement.lines[next];
    let is_value = next <= from + 2
        && words.chars().count() <= 40
        && !words.ends_with(['：', ':'])
        && !crate::outline::opens_with_label(words)
        && read_fields(words).is_none()
        // An empty field may stand above the title of the document itself.
        && (feeds_title || crate::grammar::title::genre_of(words).is_none());
    is_value.then_some(next)
}

/// Reads a line that holds nothing but labelled fields, e.g.
/// `来源:慈溪政府网 日期:2017年07月17日 字体:【 】`.
fn read_fields(line: &str) -> Option<Vec<(&str, &str)>> {
    if line.len() > LONGEST_VALUE * 2 {
        return None;
    }
    if let Some(pairs) = cells(line) {
        return Some(pairs);
    }
    if let Some(pair) = bracketed_label(line) {
        return Some(vec![pair]);
    }
    let line = line.trim_matches(['|', '【', '】', '[', ']', ' ']);
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    let mut rest = line;
    // `2022-11-16 来源: 广州市民政局`: the date needs no label.
    if let Some((date, after)) = leading_date(line) {
        pairs.push(("发布日期", date));
        rest = after;
    }
    let (first, after) = split_label(rest)?;
    let mut label = first;
    rest = after;
    // The next label begins after white space, so each gap of the rest may end the value.
    loop {
        let next = rest
            .char_indices()
            .filter(|(_, c)| c.is_whitespace())
            .find_map(|(at, c)| {
                let tail = &rest[at + c.len_utf8()..];
                split_label(tail).map(|(label, after)| (at, label, after))
            });
        let value = next.map_or(rest, |(at, ..)| &rest[..at]);
        if value.len() > LONGEST_VALUE
            || value.contains('。') && value.chars().count() > 40
        {
            return None;
        }
        pairs.push((label, value.trim()));
        let Some((_, next_label, after)) = next else {
            return Some(pairs);
        };
        (label, rest) = (next_label, after);
    }
}

/// Whether a line holds nothing but labelled fields of a site.
pub(super) fn is_fields(line: &str) -> bool {
    !is_own(line) && read_fields(line).is_some()
}

/// Whether a line is one that documents print too, below their text: `公开方式：主动公开`.
fn is_own(line: &str) -> bool {
    ["公开方式", "公开属性", "信息公开选项"]
        .iter()
        .any(|label| line.starts_with(label))
        && line.chars().count() <= 16
}

/// Reads a row of cells that are labels and values in turn, with or without colons:
/// `索 引 号：\t000014349/2018-00223\t主题分类：\t农业`.
fn cells(line: &str) -> Option<Vec<(&str, &str)>> {
    if !line.contains('\t') {
        return None;
    }
    let mut cells = line.split('\t').map(str::trim);
    let mut pairs = Vec::new();
    while let Some(label) = cells.next() {
        let value = cells.next().unwrap_or("");
        let label = label.trim_end_matches(['：', ':']).trim_end();
        if label.is_empty() && value.is_empty() {
            continue;
        }
        site::metadata_field(label)?;
        pairs.push((label, value));
    }
    (!pairs.is_empty()).then_some(pairs)
}

/// Reads `【法宝引证码】 CLI.12.6476457`: the label in brackets, the value behind it.
fn bracketed_label(line: &str) -> Option<(&str, &str)> {
    let (label, value) = line.strip_prefix(['【', '['])?.split_once(['】', ']'])?;
    site::metadata_field(label)?;
    Some((label, value.trim_start_matches(['：', ':', ' '])))
}

/// Splits off the date, and the time of day, that a line begins with: `2022-11-16 10:30`.
fn leading_date(line: &str) -> Option<(&str, &str)> {
    let is_part = |c: char| c.is_ascii_digit() || "-/.: ".contains(c);
    let end = line.find(|c| !is_part(c))?;
    let date = line[..end].trim_end();
    let is_date = (8..=19).contains(&date.len())
        && date.starts_with("20")
        && date.matches(['-', '/', '.']).count() == 2;
    is_date.then(|| (date, &line[end..]))
}

/// Splits off a metadata label and its colon.
fn split_label(text: &str) -> Option<(&str, &str)> {
    /// Bytes within which a label's colon stands.
    const WINDOW: usize = 60;
    let text = text.trim_start().trim_start_matches(BULLETS).trim_start();
    let (at, colon) = text
        .char_indices()
        .take_while(|&(at, _)| at < WINDOW)
        .find(|(_, c)| matches!(c, ':' | '：'))?;
    let label = text[..at].trim();
    site::metadata_field(label)?;
    Some((label, &text[at + colon.len_utf8()..]))
}

/// Splits `key: value` of front matter at the first colon.
fn split_field(line: &str) -> Option<(&str, &str)> {
    let (label, value) = line.split_once([':', '：'])?;
    let is_label = !label.is_empty() && label.chars().count() <= 20;
    is_label.then_some((label.trim(), value.trim()))
}

fn note(site: &mut Vec<SiteField>, label: &str, value: &str) {
    let value = value.trim_matches(['|', '【', '】', ' ', '"', '\'']);
    if value.is_empty() || value == "-" || value == "—" || value == "无" {
        return;
    }
    if let Some(field) = site::metadata_field(label)
        && field != "-"
        && !(matches!(field, "publisher" | "issuing_authorities") && is_medium(value))
    {
        site.push(SiteField {
            field,
            value: value.to_owned(),
        });
    }
}

/// Adds what the page's meta tags say (国办发〔2017〕47号).
pub(super) fn meta_tags(site: &mut Vec<SiteField>, tags: &[(String, String)]) {
    for (name, value) in tags {
        let field = site::meta_field(name);
        let names_itself = field == "publisher" && is_medium(value);
        if field != "-" && !names_itself {
            site.push(SiteField {
                field,
                value: value.clone(),
            });
        }
    }
}

/// Whether a source's name is that of a site or a newspaper, which issue no documents:
/// `本网`, `广州日报`.
fn is_medium(name: &str) -> bool {
    name.trim_end()
        .ends_with(['网', '报', '站', '社', '台', '端'])
}
