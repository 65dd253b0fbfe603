//! Dates and lists that the running text states of the document itself.

use std::sync::LazyLock;

use regex::Regex;

use super::Draft;
use crate::grammar::date::find_dates;
use crate::model::Date;
use crate::outline::{PartKind, note_entry};
use crate::text::{Needles, head, tail};

/// The first full day in a text, and its words.
pub(super) fn day(text: &str) -> Option<(Date, &str)> {
    find_dates(text, None).into_iter().find_map(|found| {
        let last = found.date.and_then(|mention| mention.last)?;
        last.day().map(|_| (last, &text[found.span.range()]))
    })
}

/// The entries of the attachment note (附件说明), without their numbers.
pub(super) fn attachment_note<'p>(draft: &Draft<'p>) -> Vec<&'p str> {
    let mut entries = Vec::new();
    let attached = draft
        .outline
        .parts
        .iter()
        .find(|part| matches!(part.kind, PartKind::Attachment(_)))
        .map_or(usize::MAX, |part| part.lines.start);
    let mut lines = draft
        .lines
        .iter()
        .copied()
        .filter(|&line| line < attached)
        .peekable();
    while let Some(line) = lines.next() {
        let words = draft.page.line(line);
        let Some(first) = note_opening(words) else {
            continue;
        };
        entries.clear();
        push_entry(first, &mut entries);
        while let Some(next) = lines.next_if(|&line| is_entry(draft.page.line(line))) {
            push_entry(draft.page.line(next), &mut entries);
        }
        if !entries.is_empty() {
            return entries;
        }
    }
    entries
}

/// What follows `附件：` on its line.
fn note_opening(words: &str) -> Option<&str> {
    let rest = words
        .strip_prefix("附件")
        .or_else(|| words.strip_prefix("附表"))?;
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    rest.strip_prefix(['：', ':'])
}

/// Whether a line is an entry of the note: numbered and short, or another `附件2：`.
fn is_entry(words: &str) -> bool {
    note_entry(words).is_some() || note_opening(words).is_some()
}

/// Adds the entry of a line; the mark of an attachment that runs into it stays out.
fn push_entry<'p>(words: &'p str, entries: &mut Vec<&'p str>) {
    let words = note_opening(words).unwrap_or(words).trim();
    let entry = note_entry(words).unwrap_or(words).trim();
    let entry = entry
        .find("附件")
        .filter(|&at| at > 0)
        .map_or(entry, |at| &entry[..at]);
    let entry = entry.trim_end_matches(['；', ';', '。', '.', ' ']).trim();
    if !entry.is_empty() {
        entries.push(entry);
    }
}

/// `本办法自2012年2月1日起施行`: the last such statement, as it stands at the end.
pub(super) fn effective_date(text: &str) -> Option<(Date, &str)> {
    static FORCE: LazyLock<Regex> = LazyLock::new(|| {
        // OK because the pattern is constant.
        Regex::new(r"自([^。；，]{6,40}?)(?:日)?起(?:正式)?(?:施行|实施|生效|执行)")
            .expect("a valid pattern")
    });
    static FROM: LazyLock<Needles> = LazyLock::new(|| Needles::of(&["起"]));
    let places: Vec<usize> = FROM.places(text).collect();
    let mut last = places.into_iter().rev().take(LAST_STATEMENTS);
    let found = last.find_map(|at| {
        let before = tail(&text[..at], WINDOW);
        let around = &text[at - before.len()..at + head(&text[at..], WINDOW).len()];
        let words = FORCE.captures(around)?.get(1)?;
        // The sign 日, which the pattern leaves out, is part of the date.
        let end = words.end()
            + around[words.end()..]
                .strip_prefix('日')
                .map_or(0, |_| '日'.len_utf8());
        Some(&around[words.start()..end])
    })?;
    day(found)
}

const VALID_UNTIL: &str = "有效期至";

/// `有效期至2025年12月31日`.
pub(super) fn expiry_date(text: &str) -> Option<(Date, &str)> {
    static UNTIL: LazyLock<Needles> = LazyLock::new(|| Needles::of(&[VALID_UNTIL]));
    let from = UNTIL.places(text).last()? + VALID_UNTIL.len();
    day(head(&text[from..], WINDOW))
}

/// Statements of entry into force to look at, from the end of the text.
const LAST_STATEMENTS: usize = 8;

/// Bytes around such a statement.
const WINDOW: usize = 150;
