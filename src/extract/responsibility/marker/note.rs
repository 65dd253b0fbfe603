//! Roles in brackets behind the bodies that have them, which no list tells:
//! `县公安局（牵头单位）：查处违法行为`.

use super::reader::own_role;
use super::statement::{Group, Statement};
use super::{KEYWORD, Marker, MarkerState};
use crate::grammar::bracket::{is_closing, is_opening};
use crate::grammar::department::{
    are_bodies, is_clean_name, is_han, read_body, read_department_list,
};
use crate::lexicon::duty::read_label;
use crate::model::Role;
use crate::span::Span;
use crate::text::tail;

/// Bytes of a list of bodies with the bracket behind it at the most.
const LONGEST_LIST: usize = 400;

/// Characters of a role in brackets at the most: 主要责任单位.
const LONGEST_NOTE: usize = 6;

/// The statements of `text[span]` that a role in brackets makes; `apart` are the markers among
/// them, which say their own.
pub(crate) fn role_notes(text: &str, span: Span, apart: &[Span]) -> Vec<Marker> {
    let words = &text[span.range()];
    let mut notes: Vec<Marker> = Vec::new();
    if !KEYWORD.is_in(words) {
        return notes;
    }
    for (at, sign) in words.match_indices(['）', ')']) {
        let own = Span::new(span.start + at, span.start + at + sign.len());
        let before = apart.partition_point(|marker| marker.start <= own.start);
        let marked = before
            .checked_sub(1)
            .is_some_and(|last| apart[last].end > own.start);
        let done = notes.last().map_or(span.start, |note| note.span.end);
        if !marked {
            notes.extend(read_note(text, Span::new(done, own.end)));
        }
    }
    notes
}

/// The statement that `text[span]` ends in. Who leads does so alone: whom the list has beside
/// it is responsible.
fn read_note(text: &str, span: Span) -> Option<Marker> {
    let words = tail(&text[span.range()], LONGEST_LIST);
    let (named, role) = own_role(words)?;
    // 县教育局（以下称主管部门） tells what it is called.
    let note = words[named.len()..].trim_matches(|c| is_opening(c) || is_closing(c));
    if note.chars().count() > LONGEST_NOTE || !KEYWORD.is_in(note) {
        return None;
    }
    let list = named.rfind(opens_list).map_or(named, |at| {
        let sign = named[at..].chars().next().map_or(0, char::len_utf8);
        &named[at + sign..]
    });
    // 县（市、区）人民政府 has a bracket within its name.
    let within = list.len() < named.len()
        && list.starts_with(is_han)
        && named[..named.len() - list.len()].ends_with(is_closing);
    let list = list.trim_start_matches(|c| !is_han(c));
    let list = list.strip_prefix("会同").unwrap_or(list);
    let names = read_department_list(list);
    let whole = names.first().is_some_and(|name| list.starts_with(name));
    let clean = names.iter().all(|name| {
        let body = read_body(name);
        !body.bare && is_clean_name(name, body) && read_label(name).is_none()
    });
    if within || !whole || !clean || !are_bodies(&names) {
        return None;
    }
    let others = if role == Role::Lead {
        names.len() - 1
    } else {
        0
    };
    let (others, own) = names.split_at(others);
    let start = span.end - words.len() + (named.len() - list.len());
    let mut statement = Statement::of_list(own.to_vec(), start, role);
    if !others.is_empty() {
        statement.groups.push(Group {
            role: Role::Responsible,
            division: false,
            start,
            names: others.to_vec(),
        });
    }
    let span = Span::new(start, span.end);
    Some(statement.into_marker(text, span, &mut MarkerState::default()))
}

/// Whether a list of bodies may begin behind a character: behind 由, a stop, another bracket.
fn opens_list(c: char) -> bool {
    matches!(c, '由' | '。' | '；' | ';' | '，' | ',' | '：' | ':' | '\n')
        || is_opening(c)
        || is_closing(c)
}

/// Whether a role in brackets stands behind the name of a body, and what both are before is no
/// label of a list: `县公安局（牵头单位）：查处违法行为`, but `责任单位（牵头）：县公安局`.
pub(super) fn is_noted_name(words: &str) -> bool {
    own_role(words)
        .is_some_and(|(name, _)| read_label(name).is_none() && read_body(name).is_body())
}
