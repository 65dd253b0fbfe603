//! Lists of words of which a text holds one or none.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Match, MatchKind, Span, packed};

/// A list of words that texts are searched for: all of them in one pass over many bytes at
/// a time. It is made in a tenth of the time of a regular expression of the words.
#[derive(Debug, Clone)]
pub(crate) enum AnyOf {
    /// With the processor's wide registers.
    Packed(packed::Searcher),
    /// Where it has none, and for words that are too many.
    Automaton(AhoCorasick),
    Nothing,
}

impl AnyOf {
    /// Words parted by `|`.
    pub(crate) fn new(words: &str) -> Self {
        Self::of(words.split('|'))
    }

    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let words: Vec<&str> = words.into_iter().collect();
        let mut packed = packed::Config::new()
            .match_kind(packed::MatchKind::LeftmostLongest)
            .builder();
        packed.extend(&words);
        if let Some(searcher) = packed.build() {
            return Self::Packed(searcher);
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::NoncontiguousNFA))
            .build(&words);
        // It fails only where there are more states than a `u32` counts.
        automaton.map_or(Self::Nothing, Self::Automaton)
    }

    fn find(&self, text: &str, from: usize) -> Option<Match> {
        match self {
            Self::Packed(words) => words.find_in(text, Span::from(from..text.len())),
            Self::Automaton(words) => {
                words.find(aho_corasick::Input::new(text).range(from..))
            }
            Self::Nothing => None,
        }
    }

    /// Whether one of the words stands in a text.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.find(text, 0).is_some()
    }

    /// Where the first one stands in a text at byte `from` or behind it, the longest one of
    /// those that begin there.
    pub(crate) fn find_at(&self, text: &str, from: usize) -> Option<Range<usize>> {
        self.find(text, from).map(|found| found.range())
    }

    /// Where words stand in a text; none overlaps the one before it.
    pub(crate) fn places<'t>(
        &'t self,
        text: &'t str,
    ) -> impl Iterator<Item = Range<usize>> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.find_at(text, from)?;
            from = found.end;
            Some(found)
        })
    }
}

/// Colons: far quicker to find so than as characters.
pub(crate) static COLONS: LazyLock<AnyOf> = LazyLock::new(|| AnyOf::new("：|:"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_they_stand() {
        let words = AnyOf::new("负责|负责任|责任|参与");
        for (text, expected) in [
            ("由省厅负责任地参与", &[(9, 18), (21, 27)][..]),
            ("责任", &[(0, 6)]),
            ("省厅牵头", &[]),
            ("", &[]),
        ] {
            let places = words.places(text).map(|place| (place.start, place.end));
            let places: Vec<_> = places.collect();
            assert_eq!(places, expected, "{text}");
            assert_eq!(words.is_in(text), !expected.is_empty(), "{text}");
        }
        assert_eq!(words.find_at("负责任", 3), Some(3..9));
        assert!(!AnyOf::of([]).is_in("负责"));
    }
}
