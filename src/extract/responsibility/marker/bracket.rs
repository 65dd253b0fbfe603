//! Statements in brackets: `（省商务厅牵头，合肥海关配合）`.

use super::reader::read_statement;
use super::statement::{Group, Statement};
use super::{Marker, MarkerState};
use crate::diagnostic::{Code, Diagnostics};
use crate::grammar::bracket::{self, Bracket};
use crate::grammar::department::{is_clean_name, read_body, read_department_list};
use crate::lexicon::duty::{Label, read_label};
use crate::model::{DepartmentKind, Role};
use crate::span::Span;

pub(super) fn bracket_marker(
    text: &str,
    own: Span,
    bracket: Bracket,
    state: &mut MarkerState,
    diagnostics: &mut Diagnostics,
) -> Option<Marker> {
    let mut inside = bracket.inside();
    let mut span = bracket.span;
    if is_bare_label(&text[inside.range()]) {
        // 【责任单位】省教育厅、省财政厅
        let end = line_end(text, span.end, own.end);
        inside = Span::new(inside.start, end);
        span = Span::new(span.start, end);
    }
    let body = read_statement(text, inside);
    let labelled = body.labelled;
    if !labelled && !stands_apart(text, own, span) && !body.is_certain() {
        return None;
    }
    if !labelled && !body.is_plausible() {
        return None;
    }
    if !bracket.closed {
        diagnostics.push(
            Code::UnclosedBracket,
            Some(span),
            "expected a closing bracket after the statement of responsibility".to_owned(),
        );
    }
    let marker = body.into_marker(text, span, state);
    if marker.responsibilities.is_empty() {
        if labelled {
            diagnostics.push(
                Code::NoDepartment,
                Some(span),
                "expected the name of a body in the statement of responsibility"
                    .to_owned(),
            );
        }
        return None;
    }
    Some(marker)
}

/// Whether a line may close with a bracket that nothing but its place makes a statement.
pub(super) fn may_close_with_list(words: &str) -> bool {
    words.lines().any(|line| {
        let line = line.trim_end();
        line.ends_with(bracket::is_closing)
            && (line.contains("。（") || line.contains("。(") || line.contains("。〔"))
    })
}

/// A bracket of bodies alone, behind the last sentence of its line: `（市发改委、市财政局）`.
/// They are responsible. Each must be a public body that the lexicon knows, or a class of
/// them beside such ones.
pub(super) fn list_marker(
    text: &str,
    own: Span,
    bracket: Bracket,
    state: &mut MarkerState,
) -> Option<Marker> {
    let behind = text[own.start..bracket.span.start]
        .trim_end()
        .ends_with('。');
    let closes = text[bracket.span.end..own.end]
        .trim_start_matches([' ', '\t', '\u{3000}'])
        .chars()
        .next()
        .is_none_or(|c| matches!(c, '\n' | '\r'));
    if !bracket.closed || !behind || !closes {
        return None;
    }
    let inside = bracket.inside();
    let words = &text[inside.range()];
    if words.contains(['。', '：', ':', '《', '“']) {
        return None;
    }
    let names = read_department_list(words);
    let is_known = |name: &&str| {
        let body = read_body(name);
        body.canonical.is_some() && !body.bare && is_clean_name(name, body)
    };
    let public = names.iter().any(is_known)
        && names
            .iter()
            .all(|name| is_known(name) || is_place_or_class(name));
    let whole = names.first().is_some_and(|name| words.starts_with(name));
    if !public || !whole {
        return None;
    }
    let statement = Statement {
        groups: vec![Group {
            role: Role::Responsible,
            division: false,
            start: inside.start,
            names,
        }],
        ..Statement::default()
    };
    Some(statement.into_marker(text, bracket.span, state))
}

/// Whether a name is a government or a class of bodies: 各县（市、区）政府, 市直各部门.
fn is_place_or_class(name: &str) -> bool {
    let body = read_body(name);
    let kind = matches!(
        body.kind,
        DepartmentKind::Government | DepartmentKind::Collective
    );
    kind && body.is_body() && is_clean_name(name, body)
}

pub(super) fn is_bare_label(words: &str) -> bool {
    matches!(read_label(words), Some(Label::Bodies(_)))
        && words.trim().chars().count() > 2
}

fn line_end(text: &str, from: usize, end: usize) -> usize {
    let rest = &text[from..end];
    let stop = rest.find(['\n', '【', '。']).unwrap_or(rest.len());
    from + rest[..stop].trim_end().len()
}

/// Whether a bracket stands behind a sentence or at the end of a line, not within one.
fn stands_apart(text: &str, own: Span, span: Span) -> bool {
    let before = text[own.start..span.start].trim_end();
    let after = text[span.end..own.end].trim_start_matches([' ', '\t', '\u{3000}']);
    before.is_empty()
        || before.ends_with(['。', '；', '！', '？', ';', '”', '.', ':', '：'])
        || before.ends_with(bracket::is_closing)
        || after.is_empty()
        || after.starts_with(['\n', '\r', '。', '；', ';'])
}
