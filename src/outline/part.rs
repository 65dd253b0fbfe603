//! The documents in a document: the covering one, the one it carries, the attachments.

use super::label::read_label;
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
        })
        .collect()
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
    // The shortest run that ends in a word for a kind of document; single blank lines may
    // part the lines of a title.
    let mut end = line + 1;
    for _ in 0..TITLE_LINES {
        let title = joined(page, &(line..end));
        if cited.contains(&title::folded(&title))
            || title::is_whole(&title) && title::genre_of(&title).is_some()
        {
            return Some(line..end + versions(page, end));
        }
        let next = if page.line(end).is_empty() {
            end + 1
        } else {
            end
        };
        if !is_title_line(next) {
            return None;
        }
        end = next + 1;
    }
    None
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
        let lists = words.ends_with(['：', ':']) && note_entry(page.line(next)).is_some();
        if lists {
            continue;
        }
        let title = title_lines(page, next, &[]).unwrap_or(next..next + 1);
        found.push((line, PartKind::Attachment(number), title));
    }
    found
}

/// What follows the number of an entry of the attachment note, e.g. `任务分工表` of
/// `1.任务分工表`; a year may follow the number, `1.2024年…汇总表`.
pub(crate) fn note_entry(words: &str) -> Option<&str> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = words[digits..].strip_prefix(['.', '．', '﹒', '、', '，'])?;
    let is_entry =
        (1..=2).contains(&digits) && words.chars().count() <= 80 && !words.contains('。');
    is_entry.then_some(rest)
}

/// The number of an attachment whose beginning a line marks, 0 for none.
pub(crate) fn is_attachment_head(words: &str) -> Option<u32> {
    static HEAD: Pattern =
        Pattern::new(&["附"], r"^附\s*[件表]\s*([0-9]{1,2})?\s*[:：.．]?$");
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
        r"^[（(]?\s*[0-9０〇○ＯOo零一二三四五六七八九十]{2,4}\s*年\s*[0-9一二三四五六七八九十元]{1,2}\s*月\s*[0-9一二三四五六七八九十]{1,3}\s*日?\s*[)）]?[?？]{0,3}\s*(?:[（(]此件[^）)]{1,12}[）)])?[ |]*$",
    );
    words.len() < 80 && DATE.is_match(words)
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
        (inside.ends_with("代章") || matches!(inside, "章" | "盖章" | "公章"))
            && inside.chars().nth(LONGEST).is_none()
    })
}

fn opens_numbered(words: &str) -> bool {
    super::opens_with_label(words)
}
