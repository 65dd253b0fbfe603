//! The stretches between separators of which a statement is made.

use crate::grammar::bracket;
use crate::grammar::department::{is_han, read_body};
use crate::lexicon::duty::{Label, read_label};
use crate::model::DepartmentKind;
use crate::span::Span;

/// A stretch between separators.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) span: Span,
    /// Whether a comma or more, not 、, stands before it.
    pub(super) after_comma: bool,
}

pub(super) const fn is_separator(c: char) -> bool {
    matches!(c, '、' | '，' | ',' | '；' | ';')
}

/// The stretches between separators outside inner brackets and quotation marks; a label
/// after white space or a stroke begins a stretch too, as does one that ran into the body
/// before it.
pub(super) fn pieces(text: &str, inside: Span) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut depth = 0usize;
    let mut start = inside.start;
    let mut after_comma = true;
    // Where the words behind the last label and colon begin.
    let mut behind = None;
    for (offset, c) in text[inside.range()].char_indices() {
        let at = inside.start + offset;
        if bracket::is_opening(c) || c == '“' {
            depth += 1;
        } else if bracket::is_closing(c) || c == '”' {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && (is_separator(c) || c == '。' || parts_labels(c)) {
            let breaks =
                !parts_labels(c) || labels_next(&text[at + c.len_utf8()..inside.end]);
            if !breaks {
                continue;
            }
            pieces.push(Piece {
                span: trimmed(text, start, at),
                after_comma,
            });
            after_comma = c != '、';
            start = at + c.len_utf8();
            behind = behind.map(|_| start);
        } else if depth == 0 && matches!(c, '：' | ':') {
            if let Some(from) = behind
                && let Some(label) = label_behind(&text[from..at])
            {
                pieces.push(Piece {
                    span: trimmed(text, start, from + label),
                    after_comma,
                });
                after_comma = true;
                start = from + label;
            }
            behind = Some(at + c.len_utf8());
        }
    }
    pieces.push(Piece {
        span: trimmed(text, start, inside.end),
        after_comma,
    });
    pieces.retain(|piece| !piece.span.is_empty());
    pieces
}

/// Where a label begins right behind the body that it ran into, as in a text that lost its line
/// breaks: `市教育局|责任单位`.
fn label_behind(words: &str) -> Option<usize> {
    /// Bytes of the body and the label at the most.
    const LONGEST: usize = 90;
    /// Characters of a label.
    const LABEL: std::ops::RangeInclusive<usize> = 4..=8;
    if words.len() > LONGEST {
        return None;
    }
    let starts = words.char_indices().rev().skip(LABEL.start() - 1);
    let starts = starts.take(LABEL.end() - LABEL.start() + 1);
    starts.map(|(at, _)| at).find(|&at| {
        // 各县责任单位 is a label of its own.
        let body = read_body(&words[..at]);
        let names = !matches!(
            body.kind,
            DepartmentKind::Collective | DepartmentKind::Government
        );
        body.is_body()
            && names
            && matches!(read_label(&words[at..]), Some(Label::Bodies(_)))
    })
}

/// Whether a label may stand behind a character that parts no names:
/// 牵头单位：县教育局/配合单位：县财政局.
fn parts_labels(c: char) -> bool {
    c.is_whitespace() || matches!(c, '/' | '／' | '|')
}

/// Whether a label and its colon come next.
fn labels_next(text: &str) -> bool {
    let rest = text.trim_start();
    rest.char_indices()
        .take(18)
        .find(|&(_, c)| c == '：' || c == ':')
        .is_some_and(|(at, _)| read_label(&rest[..at]).is_some())
}

/// Whether a character parts the label before it from its list: `牵头单位：`, `牵头单位为`.
pub(super) fn closes_label(label: &str, c: char) -> bool {
    match c {
        '：' | ':' => true,
        '为' | '是' => {
            // 第一责任单位为牵头单位 says what the place in a list means.
            let own = label.chars().all(is_han) && !label.starts_with(['第', '首']);
            let noun = ["单位", "部门", "机构", "主体"]
                .iter()
                .any(|noun| label.ends_with(noun));
            own && noun && matches!(read_label(label), Some(Label::Bodies(_)))
        }
        _ => false,
    }
}

pub(super) fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let words = &text[start..end];
    let from = start + (words.len() - words.trim_start().len());
    Span::new(from, from + words.trim().len())
}
