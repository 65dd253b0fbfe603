//! What a damaged label must have been: items are numbered in order.

use super::Place;
use super::search::Reading;
use crate::grammar::number::read_cardinal;
use crate::model::Decimal;

/// Lines before a damaged label among which the one before it is looked for.
const REACH: usize = 40;

/// The number that a label at the head of a line must have, by the one before it: 2 for the
/// `?。ǘ┩七M` below `（一）加快建設`.
pub(super) fn expected(text: &str, start: usize, places: &[Place]) -> Option<Decimal> {
    let before = text[..start].trim_end_matches(is_blank);
    let before = before.strip_suffix('\n')?;
    let mut end = before.len();
    let mut places = places.iter().rev().peekable();
    for line in before.rsplit('\n').take(REACH) {
        let at = end - line.len();
        while places.next_if(|place| place.range.start >= end).is_some() {}
        // The last of the line's places is the first behind its head.
        let mut head = None;
        while let Some(place) = places.next_if(|place| place.range.start >= at) {
            head = Some(place);
        }
        let words = line.trim_start_matches(is_blank);
        let repaired = head
            .filter(|place| place.range.start == at + line.len() - words.len())
            .and_then(Place::certain);
        if let Some(number) = label(repaired.unwrap_or(words)) {
            return number.checked_add(Decimal::from_parts(1, 0)?);
        }
        end = at.saturating_sub(1);
    }
    None
}

/// Whether a reading is of a label that is out of order where `best` keeps it.
pub(super) fn breaks_order(
    best: &Reading,
    other: &Reading,
    expected: Option<Decimal>,
) -> bool {
    expected.is_some()
        && label(&best.text) == expected
        && label(&other.text).is_some_and(|number| Some(number) != expected)
}

/// The number of the label that words begin with: `（二）`.
fn label(words: &str) -> Option<Decimal> {
    let words = words.trim_start_matches(is_blank);
    let inner = words.strip_prefix(['（', '('])?;
    let inner = &inner[..inner.find(['）', ')'])?];
    if !inner.starts_with(|c| "一二三四五六七八九十".contains(c)) {
        return None;
    }
    let (rest, number) = read_cardinal(inner).ok()?;
    rest.is_empty().then_some(number.value)
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\u{A0}' | '\t' | '\r')
}
