//! Where labels may stand.

use std::sync::LazyLock;

use super::label::{Label, Style, read_label};
use super::part::{Part, note_entry};
use crate::lexicon::chars::CharSet;
use crate::lexicon::wording;
use crate::span::Span;
use crate::strip::Page;

/// Words that read as a label, at a place where one may stand.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) label: Label,
    pub(super) label_span: Span,
    /// First byte of the item's own words.
    pub(super) text_start: usize,
    pub(super) place: Place,
}

/// Where a label stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At the start of a line.
    LineStart,
    /// In a line, after a sentence's end.
    InLine,
    /// In a line, right after a heading that no punctuation ends.
    RunOn,
    /// No label: an unnumbered paragraph that ends the items before it.
    Closing,
}

/// Whether a line opens with a label of those that structure documents.
pub(crate) fn opens_with_label(line: &str) -> bool {
    line.starts_with(|c: char| "第一二三四五六七八九十（(〔".contains(c))
        && read_label(line).is_ok_and(|(rest, label)| {
            !rest.is_empty()
                && matches!(
                    label.style,
                    Style::Han
                        | Style::HanParen
                        | Style::Chapter
                        | Style::Section
                        | Style::Article
                )
        })
}

/// All candidates of one part, in order.
pub(super) fn find(page: &Page, part: &Part) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut in_note = false;
    let start = if part.title.is_empty() {
        part.lines.start
    } else {
        part.title.end
    };
    for line in start..part.lines.end {
        let words = page.line(line);
        if words.is_empty() {
            continue;
        }
        let opens_note = opens_attachment_note(words);
        in_note = opens_note || in_note && note_entry(words).is_some();
        if in_note || is_contents_line(words) {
            if opens_note {
                found.push(closing(page.lines[line].span.start));
            }
            continue;
        }
        let at = page.lines[line].span.start;
        if page.lines[line].hint.table == 0 {
            find_in_line(words, at, &mut found);
        }
    }
    found
}

/// Whether a line opens the list of attachments (附件说明), e.g. `附件：1.任务分工表`.
fn opens_attachment_note(words: &str) -> bool {
    let Some(rest) = words
        .strip_prefix("附件")
        .or_else(|| words.strip_prefix("附表"))
    else {
        return false;
    };
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    rest.starts_with(['：', ':'])
}

/// Whether a line is an entry of a table of contents: a dot leader and a page number.
fn is_contents_line(words: &str) -> bool {
    words.len() < 300
        && words.ends_with(|c: char| c.is_ascii_digit())
        && (words.contains("....") || words.contains("……") || words.contains("····"))
}

fn closing(at: usize) -> Candidate {
    Candidate {
        label: Label {
            style: Style::Run,
            ordinal: 0,
            prefix: Vec::new(),
        },
        label_span: Span::new(at, at),
        text_start: at,
        place: Place::Closing,
    }
}

fn find_in_line(line: &str, at: usize, found: &mut Vec<Candidate>) {
    let first_of_line = found.len();
    let words = line.trim_start_matches(['*', '#', '>', ' ']);
    let indent = line.len() - words.len();
    if let Some(candidate) = read_at(line, indent, at, Place::LineStart) {
        found.push(candidate);
    } else if wording::closes_document(words) || super::part::is_date_line(words) {
        found.push(closing(at));
        return;
    }
    let mut from = indent;
    while let Some(offset) = OPENING.find_at(line, from) {
        let Some(sign) = line[offset..].chars().next() else {
            break;
        };
        from = offset + sign.len_utf8();
        if offset == indent {
            continue;
        }
        let before = line[..offset].trim_end().chars().next_back();
        let place = if before.is_some_and(ends_sentence) {
            Some(Place::InLine)
        } else if matches!(sign, '（' | '(' | '第')
            || sign.is_ascii_digit() && before.is_some_and(|c| !c.is_ascii_alphanumeric())
        {
            runs_on(line, offset, at, &found[first_of_line..]).then_some(Place::RunOn)
        } else {
            None
        };
        if let Some(candidate) = place.and_then(|place| read_at(line, offset, at, place))
        {
            found.push(candidate);
        }
    }
}

/// The characters that can be the first one of a label.
static OPENING: LazyLock<CharSet> = LazyLock::new(|| {
    CharSet::of([
        "0123456789（(〔第一二三四五六七八九十",
        "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    ])
});

/// Whether a label may follow at once: a sentence or a bracket ends here, or a paragraph
/// mark that some editors leave as a private-use character.
fn ends_sentence(sign: char) -> bool {
    matches!(
        sign,
        '。' | '；'
            | ';'
            | '：'
            | ':'
            | '！'
            | '？'
            | '”'
            | '）'
            | ')'
            | '〕'
            | '】'
            | '》'
            | '\u{E000}'..='\u{F8FF}'
    )
}

/// Whether a heading without an end stands between the last label of the line and here.
fn runs_on(line: &str, offset: usize, at: usize, in_line: &[Candidate]) -> bool {
    /// Bytes of a heading at the most.
    const HEADING: usize = 180;
    let Some(last) = in_line.last() else {
        return false;
    };
    let from = last.text_start.saturating_sub(at);
    last.label.style < Style::Dotted
        && from < offset
        && offset - from <= HEADING
        && !line[from..offset].contains(['。', '；', '：', '（', '('])
}

fn read_at(line: &str, offset: usize, at: usize, place: Place) -> Option<Candidate> {
    let (rest, label) = read_label(&line[offset..]).ok()?;
    let in_list = place == Place::LineStart || label.style != Style::Han;
    // `。二、三级医院` and the like: a numeral that goes on as a list of grades.
    let listed =
        !in_list && rest.starts_with(|c: char| "一二三四五六七八九十".contains(c));
    if listed || rest.is_empty() && place != Place::LineStart {
        return None;
    }
    let text_start = at + line.len() - rest.len();
    let label_words = line[offset..line.len() - rest.len()].trim_end();
    Some(Candidate {
        label,
        label_span: Span::new(at + offset, at + offset + label_words.len()),
        text_start,
        place,
    })
}
