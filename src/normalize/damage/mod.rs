//! Undoes the damage that pinyin-annotating content farms do to the bytes of a page.
//!
//! They work on GBK: a reading goes behind every two bytes that look like a listed
//! character, and hidden junk before every two bytes that look like a mark, even where the
//! two bytes belong to two characters. What follows is then read one byte off:
//! `婦幼` → `?jì)D幼`, `海口海關` → `??诤jP(guān)`. [`search`] reads it back; only what is
//! certain is written, the rest is reported.

mod gbk;
mod model;
mod order;
mod search;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use self::gbk::Cells;
use self::model::Model;
use self::search::{Page, Reading, Search, Token, pieces, swallowed};
use super::pinyin::{self, Annotated, Readings};
use crate::document::Repair;
use crate::model::Decimal;
use crate::span::{SourceSpan, Span};
use crate::text::{OffsetMap, Rewriter};

const LOST_SPACE: &str = "damage/lost-nbsp";
const CUT: &str = "damage/byte-cut";
const ANNOTATED: &str = "damage/byte-annotation";

/// How far the best reading must lie before every other (natural logarithm, the characters
/// and the words each counted once) to be certain.
///
/// This and the two below were set on pages made from one half of the documents with a
/// model of the other half; what they give on unseen ones is asserted in the tests.
const CERTAIN: f32 = 3.0;

/// What another reading is given for every character that it has more: the model favours
/// short readings.
const LONGER: f32 = 3.0;

/// What another reading is given when either holds characters that left no trace.
const TRACELESS: f32 = 3.0;

/// Readings that are reported for a place that stays open.
const REPORTED: usize = 5;

/// Characters behind a `?` that the model does not learn from: they may be damaged.
const SUSPECT: usize = 24;

/// Look-ups in the model for every document, and for every byte of it: where they are used
/// up, places are reported without being read.
const WORK: usize = 1_000_000;
const WORK_PER_BYTE: usize = 20;

/// A text with its damage repaired.
#[derive(Debug)]
pub(crate) struct Repaired<'t> {
    pub(crate) text: Cow<'t, str>,
    /// From `text` back to the damaged text.
    pub(crate) map: OffsetMap,
    /// What was repaired or left, in order. Spans are in `text`, source spans in the
    /// damaged text.
    pub(crate) repairs: Vec<Repair>,
}

impl<'t> Repaired<'t> {
    fn untouched(text: &'t str) -> Self {
        Self {
            text: Cow::Borrowed(text),
            map: OffsetMap::default(),
            repairs: Vec::new(),
        }
    }
}

/// The readings of a page that has any, or may be damaged without.
pub(super) fn readings(text: &str) -> Option<Readings> {
    let none = || is_converted_only(text).then(|| Readings::none(text));
    Readings::find(text).or_else(none)
}

/// Repairs a page that a content farm annotated, or converted only; any other text comes
/// back as it is.
pub(super) fn repair<'t>(text: &'t str, readings: &Readings) -> Repaired<'t> {
    let annotated = readings.annotated();
    let farmed = text.as_bytes().contains(&b'?')
        && (annotated.is_farmed() || is_converted_only(text));
    if farmed {
        repair_page(text, annotated)
    } else {
        Repaired::untouched(text)
    }
}

/// Whether a page was converted as farms do it and its readings are gone: only the bytes that
/// were lost tell: `規??焖僭鲩L`.
fn is_converted_only(text: &str) -> bool {
    is_cut(text) && is_converted(text)
}

/// Whether two bytes were lost within the words of a text.
fn is_cut(text: &str) -> bool {
    memchr::memmem::find_iter(text.as_bytes(), LOST).any(|at| {
        let next = text[at + LOST.len()..].chars().next();
        text[..at].ends_with(pinyin::is_han) && next.is_some_and(pinyin::is_han)
    })
}

/// What two bytes that were lost leave.
const LOST: &[u8] = b"??";

/// How many Han characters of a converted text GB 2312 lacks at the least, and their share
/// in percent.
const FOREIGN: usize = 8;
const CONVERTED: usize = 15;

/// Whether a text is in traditional characters throughout.
fn is_converted(text: &str) -> bool {
    let han = || text.chars().filter(|&c| pinyin::is_han(c));
    let outside = han().filter(|&c| !pinyin::is_gb2312(c)).count();
    outside >= FOREIGN && outside * 100 >= han().count() * CONVERTED
}

/// A damaged place and how it may be read.
#[derive(Debug)]
struct Place {
    range: Range<usize>,
    rule: &'static str,
    /// Readings, best first.
    readings: Vec<Reading>,
    /// How far the best one lies before the second.
    margin: f32,
}

impl Place {
    /// What certainly stood there.
    fn certain(&self) -> Option<&str> {
        let best = self.readings.first()?;
        (self.margin >= CERTAIN).then_some(&best.text)
    }
}

fn repair_page<'t>(text: &'t str, annotated: &Annotated) -> Repaired<'t> {
    let places = find_places(text, annotated);
    let mut rewriter = Rewriter::new(text);
    let mut repairs = Vec::with_capacity(places.len());
    for place in places {
        let from = &text[place.range.clone()];
        let start = rewriter.out_len(place.range.start);
        let to = place.certain().unwrap_or(from).to_owned();
        let certain = place.certain().is_some();
        if certain {
            rewriter.replace_apart(place.range.clone(), &to);
        }
        repairs.push(Repair {
            from: from.to_owned(),
            span: Span::new(start, start + to.len()),
            to,
            rule: place.rule.to_owned(),
            certain,
            candidates: if certain {
                Vec::new()
            } else {
                let readings = place.readings.into_iter().take(REPORTED);
                readings.map(|reading| reading.text).collect()
            },
            source_span: SourceSpan::new(place.range.start, place.range.end),
        });
    }
    let (text, map) = rewriter.finish();
    Repaired { text, map, repairs }
}

fn find_places(text: &str, annotated: &Annotated) -> Vec<Place> {
    let cells = Cells::get();
    let page = Page {
        text,
        cells,
        model: Model::new(cells, sound_characters(text)),
        annotated,
        folded: !holds_wide_form(text),
    };
    let mut places: Vec<Place> = Vec::new();
    let mut work = WORK + WORK_PER_BYTE * text.len();
    let mut at = 0;
    while let Some(found) = text[at..].find('?') {
        let start = at + found;
        at = start + 1;
        if let Some(range) = lost_space(text, start) {
            at = range.end;
            places.push(Place {
                range,
                rule: LOST_SPACE,
                readings: vec![Reading::default()],
                margin: f32::INFINITY,
            });
        } else if let Some(end) = shouted(text, start) {
            at = end;
        } else if let Some(place) = read_place(&page, start, &mut work, || {
            order::expected(text, start, &places)
        }) {
            at = place.range.end.max(at);
            places.push(place);
        }
    }
    places
}

/// Whether a text has full-width ASCII forms: their first byte is rare.
fn holds_wide_form(text: &str) -> bool {
    const FIRST: u8 = 0xEF;
    let mut places = memchr::memchr_iter(FIRST, text.as_bytes());
    places.any(|at| text[at..].starts_with(|c| ('！'..='～').contains(&c)))
}

/// The characters of a page without readings and what may be damaged.
fn sound_characters(text: &str) -> impl Iterator<Item = char> {
    let mut suspect = 0;
    let mut in_reading = false;
    text.chars().filter(move |&character| {
        if suspect == 0 && !in_reading && !matches!(character, '(' | '（' | '?') {
            return true;
        }
        in_reading = match character {
            '(' | '（' => true,
            _ => in_reading && !pinyin::is_han(character) && character != '\n',
        };
        suspect = match character {
            '?' => SUSPECT,
            _ => usize::saturating_sub(suspect, 1),
        };
        suspect == 0 && !in_reading
    })
}

/// `?` in a row that no cut leaves: it makes one of an orphan, and one of a lost ？. One
/// more may have swallowed the bracket of a reading.
const MANY: usize = 3;

/// A run of `?` that stands for non-breaking spaces, which GBK has not: at a line's head
/// before a space, alone on its line, or so long that nothing else leaves it (指????標).
fn lost_space(text: &str, start: usize) -> Option<Range<usize>> {
    let rest = &text[start..];
    let run = rest.len() - rest.trim_start_matches('?').len();
    let behind = rest[run..].trim_start_matches([' ', '\u{3000}']);
    let spaces = rest[run..].len() - behind.len();
    let next = behind.chars().next();
    let lost = match text[..start].chars().next_back() {
        None | Some('\n') => spaces > 0 || matches!(next, None | Some('\n' | '\r')),
        Some(before) => {
            run >= MANY && pinyin::is_han(before) && next.is_some_and(pinyin::is_han)
        }
    };
    lost.then(|| start..start + run + spaces)
}

/// The end of a run of `?` that is too long for a cut: 真的????
fn shouted(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    let behind = rest.trim_start_matches('?');
    let run = rest.len() - behind.len();
    let read =
        behind.starts_with(|next: char| next.is_alphabetic() && !pinyin::is_han(next));
    (run >= MANY && !read).then_some(start + run)
}

/// Reads the damage at `start`; `label` is the number that a label there must have.
fn read_place(
    page: &Page<'_>,
    start: usize,
    work: &mut usize,
    label: impl FnOnce() -> Option<Decimal>,
) -> Option<Place> {
    let annotated = swallowed(page.text, start);
    let rule = if annotated.is_some() { ANNOTATED } else { CUT };
    let unread = annotated.map(|(_, end)| Place {
        range: start..end,
        rule,
        readings: Vec::new(),
        margin: 0.0,
    });
    let pieces = pieces(page.cells, page.text, start);
    if *work == 0 || !may_be_damaged(&pieces) {
        return unread;
    }
    let left = last_sound(&page.text[..start]);
    let mut search = Search::new(page, &pieces, left);
    let found = search.run();
    *work = work.saturating_sub(search.work);
    let Some(found) = found else {
        return unread;
    };
    let (best, others) = found.readings.split_first()?;
    if found.range.is_empty() || best.text.starts_with('?') {
        return unread;
    }
    // Without readings only the half character at the end of what a cut shifts tells it from
    // two marks that were printed so: the L of ??焖僭鲩L.
    let halved = |words: &str| words.contains(|c: char| c.is_ascii_alphanumeric());
    let told = page.annotated.is_farmed()
        || halved(&page.text[found.range.clone()]) && !halved(&best.text);
    Some(Place {
        margin: if found.cut_short || !told {
            0.0
        } else {
            margin(best, others, label())
        },
        range: found.range,
        rule,
        readings: found.readings,
    })
}

/// Whether the first `?` can have come of the bytes being parted.
fn may_be_damaged(pieces: &[search::Piece]) -> bool {
    matches!(
        (
            pieces.first().map(|piece| piece.token),
            pieces.get(1).map(|piece| piece.token)
        ),
        (Some(Token::Swallowed(_)), _)
            | (Some(Token::Lost), Some(Token::Lost))
            | (
                Some(Token::Lost),
                Some(Token::Char(
                    '，' | '；' | '？' | '！' | '。' | '、' | ',' | ';' | '!'
                ))
            )
    )
}

/// The last character before a place that is no part of a reading.
fn last_sound(before: &str) -> char {
    let bare = before
        .rfind(['(', '（'])
        .filter(|&open| {
            let inner = open + before[open..].chars().next().map_or(0, char::len_utf8);
            pinyin::read_bracket(before, inner)
                .is_some_and(|(_, range)| range.end == before.len())
        })
        .map_or(before, |open| &before[..open]);
    bare.chars().next_back().unwrap_or('\n')
}

/// How far the best reading lies before the others; a character that nobody can know
/// leaves no margin, nor does a bracket without partner, which was not printed so. No other
/// counts that breaks the order of labels where the best one keeps it.
fn margin(best: &Reading, others: &[Reading], label: Option<Decimal>) -> f32 {
    if best.lossy || best.unpaired {
        return 0.0;
    }
    let length = best.text.chars().count();
    let ahead = |other: &Reading| {
        let longer = other.text.chars().count().saturating_sub(length);
        let traceless = best.dropped + other.dropped > 0;
        let given = if traceless { TRACELESS } else { 0.0 };
        best.score - other.score - LONGER * longer as f32 - given
    };
    let others = others
        .iter()
        .filter(|other| !order::breaks_order(best, other, label));
    others.map(ahead).fold(f32::INFINITY, f32::min)
}
