//! Places: where a fact stands in the cleaned text, and where it came from.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::text::head;

/// A place in [`Document::text`](crate::Document::text), the cleaned text: half-open, so
/// `start` is the first unit of it and `end` the first unit after it.
///
/// In Rust the unit is the **byte**, and both ends lie on character boundaries, so
/// `&document.text[span.range()]` is the very words. The JSON that
/// [`Document::to_json`](crate::Document::to_json) writes counts Unicode code points
/// instead; the document's [`offsets`](crate::Document::offsets) says which it is.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// First unit of the place.
    pub start: usize,
    /// First unit after it.
    pub end: usize,
}

impl Span {
    /// The place from `start` up to, not including, `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The place as a range to slice with.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// How many units it covers.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies wholly inside this place.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self {
            start: range.start,
            end: range.end,
        }
    }
}

/// A place in the decoded source, before any repair, normalisation or stripping.
///
/// It is a type of its own, so that it cannot be mixed up with a [`Span`]. `start` and
/// `end` are in the document's unit ([`Document::offsets`](crate::Document::offsets)); the
/// same place in the other unit stands beside it, so that nothing is lost when a document
/// goes through JSON without its source.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceSpan {
    /// First unit of the place.
    pub start: usize,
    /// First unit after it.
    pub end: usize,
    /// The place in code points, while `start` and `end` count bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chars: Option<[usize; 2]>,
    /// The place in bytes of the decoded text (UTF-8), while `start` and `end` count code
    /// points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<[usize; 2]>,
}

impl SourceSpan {
    /// The place from byte `start` up to byte `end` of the decoded source.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end,
            chars: None,
            bytes: None,
        }
    }

    /// The place as a range to slice with.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Turns a place in bytes into one in code points, or leaves it when it is one already.
    pub(crate) fn count_code_points(&mut self) {
        if let Some([start, end]) = self.chars.take() {
            self.bytes = Some([self.start, self.end]);
            (self.start, self.end) = (start, end);
        }
    }

    /// Turns a place in code points into one in bytes, or leaves it when it is one already.
    pub(crate) fn count_bytes(&mut self) {
        if let Some([start, end]) = self.bytes.take() {
            self.chars = Some([self.start, self.end]);
            (self.start, self.end) = (start, end);
        }
    }
}

/// A place as an editor counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in the line, from 1, in characters as a reader sees them (graphemes).
    pub column: usize,
}

impl LineColumn {
    /// Line and column of byte `at` of a text; an offset past the end counts as the end.
    #[must_use]
    pub fn of(text: &str, at: usize) -> Self {
        let before = head(text, at);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].graphemes(true).count() + 1,
        }
    }
}

/// Columns of a terminal that an excerpt fills at the most.
const EXCERPT: usize = 76;

/// The part of a place's line to show under a message: its words, the columns before the
/// place, and the columns of the place. A Han character fills two columns.
#[must_use]
pub fn excerpt(text: &str, span: Span) -> (String, usize, usize) {
    let start = head(text, span.start).len();
    let end = head(text, span.end).len().max(start);
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text[start..]
        .find('\n')
        .map_or(text.len(), |newline| start + newline);
    // Keep the place in view: at most half of the excerpt stands before it.
    let mut indent = 0;
    let mut shown_from = start;
    for (at, grapheme) in text[line_start..start].grapheme_indices(true).rev() {
        indent += width(grapheme);
        if indent > EXCERPT / 2 {
            indent -= width(grapheme);
            break;
        }
        shown_from = line_start + at;
    }
    let mut columns = 0;
    let words: String = text[shown_from..line_end]
        .graphemes(true)
        .take_while(|grapheme| {
            columns += width(grapheme);
            columns <= EXCERPT
        })
        .collect();
    let place = &text[start..end.min(line_end)];
    let place: usize = place.graphemes(true).map(width).sum();
    (words, indent, place.min(EXCERPT.saturating_sub(indent)))
}

/// Columns that a grapheme fills on a terminal.
fn width(grapheme: &str) -> usize {
    match grapheme.chars().next() {
        Some(
            '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}',
        ) => 2,
        Some(
            '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF60}',
        ) => 2,
        Some(
            '\u{FFE0}'..='\u{FFE6}'
            | '\u{1F300}'..='\u{1FAFF}'
            | '\u{20000}'..='\u{3FFFD}',
        ) => 2,
        _ => 1,
    }
}

/// Unit of the spans of a document, as its JSON key `offsets` names it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Offsets {
    /// Bytes of UTF-8: what Rust slices with.
    #[default]
    Byte,
    /// Unicode code points: what Python slices with.
    Codepoint,
}

/// Converts byte offsets of one text into code points and back, from a count kept for
/// every block of it.
#[derive(Debug)]
pub(crate) struct CharIndex<'t> {
    text: &'t str,
    /// Code points before each block.
    before: Vec<usize>,
}

/// Bytes in a block of [`CharIndex`]: a look-up counts at most this many.
const BLOCK: usize = 255;

impl<'t> CharIndex<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let mut count = 0;
        let before = text
            .as_bytes()
            .chunks(BLOCK)
            .map(|block| {
                let so_far = count;
                count += count_chars(block);
                so_far
            })
            .collect();
        Self { text, before }
    }

    /// Code points before byte `at`; an offset past the end counts as the end.
    pub(crate) fn char_at(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let block = at / BLOCK;
        let Some(before) = self.before.get(block) else {
            let last = self.before.len().saturating_sub(1);
            return self.before.last().copied().unwrap_or(0)
                + count_chars(&self.text.as_bytes()[last * BLOCK..]);
        };
        before + count_chars(&self.text.as_bytes()[block * BLOCK..at])
    }

    /// Byte at which code point `at` begins; a count past the end gives the end.
    pub(crate) fn byte_at(&self, at: usize) -> usize {
        let block = self
            .before
            .partition_point(|&before| before <= at)
            .saturating_sub(1);
        let Some(&before) = self.before.get(block) else {
            return 0;
        };
        let mut byte = block * BLOCK;
        while !self.text.is_char_boundary(byte) {
            byte += 1;
        }
        self.text[byte..]
            .char_indices()
            .nth(at - before)
            .map_or(self.text.len(), |(offset, _)| byte + offset)
    }

    /// The code points of a byte range.
    pub(crate) fn chars(&self, range: Range<usize>) -> [usize; 2] {
        [self.char_at(range.start), self.char_at(range.end)]
    }
}

/// How many bytes `is` holds of. Counts that fit into a byte are added up side by side.
pub(crate) fn count_bytes(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    let chunk =
        |bytes: &[u8]| bytes.iter().fold(0, |sum, &byte| sum + u8::from(is(byte)));
    bytes
        .chunks(usize::from(u8::MAX))
        .map(|bytes| usize::from(chunk(bytes)))
        .sum()
}

fn count_chars(bytes: &[u8]) -> usize {
    // A byte that does not continue a character begins one.
    count_bytes(bytes, |byte| (byte as i8) >= -0x40)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn char_index_agrees_with_counting() {
        let text = "慈政发〔2017〕42号𠮷".repeat(60);
        let index = CharIndex::new(&text);
        for (chars, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.char_at(byte), chars);
            assert_eq!(index.byte_at(chars), byte);
        }
        assert_eq!(index.char_at(text.len()), text.chars().count());
        assert_eq!(index.byte_at(text.chars().count()), text.len());
        assert_eq!(CharIndex::new("").char_at(0), 0);
        assert_eq!(CharIndex::new("").byte_at(0), 0);
    }

    #[test]
    fn source_span_keeps_both_units() {
        let mut span = SourceSpan {
            start: 3,
            end: 6,
            chars: Some([1, 2]),
            bytes: None,
        };
        let bytes = span;
        span.count_code_points();
        assert_eq!((span.start, span.end, span.bytes), (1, 2, Some([3, 6])));
        span.count_bytes();
        assert_eq!(span, bytes);
    }
}
