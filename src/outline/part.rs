//! The documents in a document: the covering one, the one it carries, the attachments.

use super::label::read_label;
use super::note;
use crate::grammar::day::find_days;
use crate::grammar::region::is_place;
use crate::grammar::title;
use crate::lexicon::mark;
use crate::pattern::Pattern;
use crate::strip::Page;
use std::ops::Range;

/// One of the documents that a page holds, each with a numbering of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) kind: PartKind,
    /// Its lines.
    pub(crate) lines: Range<usize>,
    /// The lines of its title; empty for the covering document, whose header is read apart.
    pub(crate) title: Range<usize>,
    /// The path of what no item of an attachment holds: 附件2; empty for the others.
    pub(crate) path: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PartKind {
    /// The outermost document.
    Main,
    /// The document that a covering notice carries.
    Enclosed,
    /// An attachment (附件) with its number, 0 for none.
    Attachment(u32),
}

/// Lines of a title at the most.
const TITLE_LINES: usize = 4;

/// Splits a page into its documents.
pub(crate) fn split(page: &Page) -> Vec<Part> {
    let end = page.lines.len();
    let mut starts = vec![(0, PartKind::Main, 0..0)];
    if let Some(title) = enclosed_title(page) {
        starts.push((title.start, PartKind::Enclosed, title));
    }
    starts.extend(attachments(page));
    starts.sort_by_key(|&(line, ..)| line);
    let ends: Vec<usize> = starts
        .iter()
        .skip(1)
        .map(|&(line, ..)| line)
        .chain([end])
        .collect();
    starts
        .into_iter()
        .zip(ends)
        .map(|((start, kind, title), end)| Part {
            kind,
            lines: start..end,
            title,
            path: path_of(kind),
        })
        .collect()
}

fn path_of(kind: PartKind) -> String {
    match kind {
        PartKind::Main | PartKind::Enclosed => String::new(),
        PartKind::Attachment(0) => "附件".to_owned(),
        PartKind::Attachment(number) => format!("附件{number}"),
    }
}

/// The lines of the title of the document that a covering notice carries.
fn enclosed_title(page: &Page) -> Option<Range<usize>> {
    let cited = promulgated_titles(page);
    let mut dated = false;
    let mut seen_text = false;
    for line in 0..page.lines.len() {
        let words = page.line(line);
        if words.is_empty() {
            continue;
        }
        if seen_text
            && let Some(title) = title_lines(page, line, &cited)
            && (cited.contains(&title::folded(&joined(page, &title)))
                || dated
                    && title::genre_of(&joined(page, &title)).is_some()
                    && follows_text(page, title.end))
        {
            return Some(title);
        }
        if is_attachment_head(words).is_some() && dated {
            return None;
        }
        seen_text |= words.contains('。') || words.ends_with(['：', ':']);
        dated |= seen_text && is_date_line(words);
    }
    None
}

/// The titles in `《》` that the lines before the first numbered item promulgate, folded.
fn promulgated_titles(page: &Page) -> Vec<String> {
    let mut titles = Vec::new();
    for line in 0..page.lines.len() {
        let words = page.line(line);
        if opens_numbered(words) {
            break;
        }
        if mark::PROMULGATION.is_in(words) {
            titles.extend(title::quoted(words).map(title::folded));
        }
    }
    titles
}

/// The run of lines from `line` on that can be one title: one that the notice cites, or one
/// that ends in a word for a kind of document.
fn title_lines(page: &Page, line: usize, cited: &[String]) -> Option<Range<usize>> {
    let is_title_line = |line: usize| {
        let words = page.line(line);
        !words.is_empty()
            && words.chars().count() <= 60
            && words.contains(|c: char| matches!(c, '\u{4e00}'..='\u{9fff}'))
            && !words.contains(['。', '；', ';', '！', '：', ':'])
            && !is_date_line(words)
            && read_label(words).is_err()
            && is_attachment_head(words).is_none()
            && !words.starts_with(['（', '('])
    };
    if !is_title_line(line) {
        return None;
    }
    // The shortest run that ends in a word for a kind of document, unless the notice cites one
    // that goes on from it; single blank lines may part the lines of a title.
    let mut end = line + 1;
    let mut shortest = None;
    for _ in 0..TITLE_LINES {
        let title = joined(page, &(line..end));
        let folded = title::folded(&title);
        let found = || Some(line..end + versions(page, end));
        if cited.contains(&folded) {
            return found();
        }
        if shortest.is_none()
            && title::is_whole(&title)
            && title::genre_of(&title).is_some()
        {
            shortest = found();
        }
        // `…专项资金管理办法` and `实施细则` below it: the notice cites the whole of it.
        let goes_on = cited.iter().any(|cited| cited.starts_with(&folded));
        if shortest.is_some() && !goes_on {
            return shortest;
        }
        let next = if page.line(end).is_empty() {
            end + 1
        } else {
            end
        };
        // `（试行）` below it may be the end of the cited one.
        let ends_cited = || {
            next < page.lines.len()
                && cited.contains(&title::folded(&joined(page, &(line..next + 1))))
        };
        if !is_title_line(next) && !ends_cited() {
            return shortest;
        }
        end = next + 1;
    }
    shortest
}

/// How many lines from `line` on belong to the title above them: `（2022—2024年）`.
fn versions(page: &Page, line: usize) -> usize {
    (line..page.lines.len())
        .take_while(|&line| title::is_version(page.line(line)))
        .count()
}

/// The words of a run of lines, closed up.
pub(crate) fn joined(page: &Page, lines: &Range<usize>) -> String {
    lines
        .clone()
        .flat_map(|line| page.line(line).chars())
        .filter(|c| !c.is_whitespace())
        .collect()
}

/// Whether running text or a numbered item follows within a few lines.
fn follows_text(page: &Page, from: usize) -> bool {
    (from..page.lines.len())
        .map(|line| page.line(line))
        .filter(|words| !words.is_empty())
        .take(6)
        .any(|words| opens_numbered(words) || words.contains('。'))
}

/// Where attachments begin: a line that says nothing but `附件` or `附件2`.
fn attachments(page: &Page) -> Vec<(usize, PartKind, Range<usize>)> {
    let mut found = Vec::new();
    for line in 0..page.lines.len() {
        let words = page.line(line);
        let Some(number) = is_attachment_head(words) else {
            continue;
        };
        let next = (line + 1..page.lines.len()).find(|&line| !page.line(line).is_empty());
        let Some(next) = next else { continue };
        // `附件：` over a list of titles is the attachment note.
        if note::note_lines(page, line).is_some_and(|note| note.end > next) {
            continue;
        }
        let title = title_lines(page, next, &[]).unwrap_or(next..next + 1);
        found.push((line, PartKind::Attachment(number), title));
    }
    found
}

/// The number of an attachment whose beginning a line marks, 0 for none.
pub(crate) fn is_attachment_head(words: &str) -> Option<u32> {
    static HEAD: Pattern = Pattern::new(
        &["附"],
        r"^[\[【（(]?附\s*[件表]\s*([0-9]{1,2})?\s*[:：.．]?[\]】）)]?$",
    );
    if words.len() > 30 {
        return None;
    }
    let found = HEAD.captures(words)?;
    Some(
        found
            .get(1)
            .and_then(|number| number.as_str().parse().ok())
            .unwrap_or(0),
    )
}

/// Whether a line is a date and nothing else, e.g. `2017年7月10日`, `二〇〇四年二月二十二日`.
pub(crate) fn is_date_line(words: &str) -> bool {
    static DATE: Pattern = Pattern::new(
        &["年"],
        r"^[（(]?\s*(?:[0-9０〇○ＯOo零一二三四五六七八九十]\s*){2,4}年\s*(?:[0-9一二三四五六七八九十元]\s*){1,2}月\s*(?:[0-9一二三四五六七八九十]\s*){1,3}日?\s*[)）]?[?？]{0,3}[。.]?\s*(?:[（(]?(?:星期|周)[一二三四五六日天][）)]?)?(?:[（(]此件[^）)]{1,12}[）)])?[ |]*$",
    );
    // The first sign first: titles name years, too, and the expression is dear.
    let first = words
        .trim_start_matches(['（', '('])
        .trim_start()
        .chars()
        .next();
    words.len() < 80
        && first.is_some_and(|c| "0123456789０〇○ＯOo零一二三四五六七八九十".contains(c))
        && DATE.is_match(words)
}

/// Whether a line is a day in numbers and nothing else, as some sign: `2021-03-05`,
/// `2021.3.5`.
fn is_numeric_date(words: &str) -> bool {
    let mut parts = words.split(['-', '/', '.', '．']);
    let mut is_number = |length: std::ops::RangeInclusive<usize>| {
        parts.next().is_some_and(|part| {
            length.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
        })
    };
    words.starts_with(['1', '2'])
        && is_number(4..=4)
        && is_number(1..=2)
        && is_number(1..=2)
        && parts.next().is_none()
}

/// Whether a line below a signature is its date.
pub(crate) fn is_signing_date(words: &str) -> bool {
    is_date_line(words) || is_numeric_date(words)
}

/// The name and the date of a line that has both: `某市人民政府　　2021年3月5日`.
pub(crate) fn signed_date(words: &str) -> Option<(&str, &str)> {
    /// Bytes of such a line at the most.
    const LONGEST: usize = 240;
    if words.len() > LONGEST {
        return None;
    }
    let day = find_days(words).last()?;
    let name = words[..day.start].trim_end();
    (day.end == words.len() && is_signature(name)).then(|| (name, &words[day.range()]))
}

/// Whether a line says whose seal stands in for that of the body above it:
/// `（国家知识产权局代章）`.
pub(crate) fn is_seal_note(words: &str) -> bool {
    /// Characters of such a note at the most.
    const LONGEST: usize = 40;
    let inside = words
        .strip_prefix(['（', '('])
        .and_then(|rest| rest.strip_suffix(['）', ')']));
    inside.is_some_and(|inside| {
        (inside.ends_with("代章")
            || matches!(inside, "章" | "盖章" | "公章" | "印章" | "印"))
            && inside.chars().nth(LONGEST).is_none()
    })
}

/// Whether a line reads as the name of those who sign: `国务院办公厅`.
pub(super) fn is_signature(words: &str) -> bool {
    /// Characters of a signature at most: several bodies may share a line.
    const SIGNATURE: usize = 60;
    /// Bytes of it and of the note on its seal.
    const LONGEST: usize = 400;
    if words.len() > LONGEST {
        return false;
    }
    let words = without_seal(words.trim());
    let closed = || words.split_whitespace().collect::<String>();
    words.chars().nth(SIGNATURE).is_none()
        && (is_signer(words)
            || words.contains(char::is_whitespace) && is_signer(&closed()))
        && !words.contains(['，', '。', '；', '：', ':'])
        && (!words.contains('、') || words.split('、').all(is_signer))
        && read_label(words).is_err()
}

/// Whether words end as names of bodies do that issue documents, or are one of those that
/// seldom do and say where they are: `某市实验小学`.
pub(crate) fn is_signer(words: &str) -> bool {
    mark::AUTHORITY_ENDING.ending(words).is_some()
        || mark::SIGNER_ENDING.ending(words).is_some() && is_place(words)
}

/// A name without the note behind it whose seal the signature bears:
/// `某市防汛抗旱指挥部（代章）`.
pub(crate) fn without_seal(name: &str) -> &str {
    let open = name.rfind(['（', '(']).filter(|&open| open > 0);
    match open.map(|open| name.split_at(open)) {
        Some((name, seal)) if is_seal_note(seal) => name.trim_end(),
        _ => name,
    }
}

/// The name of a body that goes on over two lines: `中共某市委人才工作` ⏎ `领导小组办公室`.
pub(crate) fn broken_name(above: &str, below: &str) -> Option<String> {
    /// Bytes of the first line at most.
    const LONGEST: usize = 120;
    /// What names of the State's bodies begin with.
    const NATIONAL: [&str; 3] = ["国务院", "全国", "中央"];
    let (above, below) = (above.trim(), below.trim());
    mark::UNPLACED_BODY.opening(below)?;
    let placed = |words: &str| {
        let place = words.strip_prefix("中共").unwrap_or(words);
        place.len() < words.len()
            || is_place(place)
            || NATIONAL.iter().any(|nation| place.starts_with(nation))
    };
    let named = above.len() <= LONGEST
        && is_signature(below)
        && placed(above)
        && !above.contains(|c: char| c.is_ascii_digit() || c.is_whitespace())
        && !above.contains(['，', '。', '；', '：', ':', '、', '《', '》', '！'])
        && title::genre_of(above).is_none();
    named.then(|| format!("{above}{}", without_seal(below)))
}

/// Whether a line is a signature with a date below it, and nothing but others between them.
pub(super) fn signs(page: &Page, line: usize, end: usize) -> bool {
    /// Bodies that sign together, on lines of their own, at most.
    const SIGNERS: usize = 12;
    let begins_name = || {
        let below = (line + 1..end).find(|&below| !page.line(below).trim().is_empty());
        below
            .is_some_and(|below| broken_name(page.line(line), page.line(below)).is_some())
    };
    (is_signature(page.line(line)) || begins_name())
        && (line + 1..end)
            .map(|line| page.line(line).trim())
            .filter(|words| !words.is_empty() && !is_seal_note(words))
            .take(SIGNERS)
            .find(|words| !is_signature(words))
            .is_some_and(is_signing_date)
}

fn opens_numbered(words: &str) -> bool {
    super::opens_with_label(words)
}
