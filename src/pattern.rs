//! Regular expressions that cost nothing until a text may hold what they look for.

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use regex::{Captures, Match, Regex};

use crate::text::Needles;

/// A constant regular expression and a few words: what it matches holds one of them.
///
/// Making the automaton of one expression takes as long as reading a page does, and most
/// pages need none, so a text is searched for the words first.
pub(crate) struct Pattern {
    words: &'static [&'static str],
    expression: &'static str,
    needles: OnceLock<Needles>,
    regex: OnceLock<Regex>,
}

impl Pattern {
    pub(crate) const fn new(
        words: &'static [&'static str],
        expression: &'static str,
    ) -> Self {
        Self {
            words,
            expression,
            needles: OnceLock::new(),
            regex: OnceLock::new(),
        }
    }

    /// Whether the expression matches somewhere in a text.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.over(text).is_some_and(|regex| regex.is_match(text))
    }

    /// The first match in a text.
    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.over(text)?.find(text)
    }

    /// Every match in a text, from its beginning.
    pub(crate) fn find_iter<'p, 't: 'p>(
        &'p self,
        text: &'t str,
    ) -> impl Iterator<Item = Match<'t>> + 'p {
        self.over(text)
            .into_iter()
            .flat_map(move |regex| regex.find_iter(text))
    }

    /// A text without what matches.
    pub(crate) fn remove_all<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.over(text)
            .map_or(Cow::Borrowed(text), |regex| regex.replace_all(text, ""))
    }

    /// The groups of the first match in a text.
    pub(crate) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.over(text)?.captures(text)
    }

    /// The expression, where the text holds one of its words: what a loop over the places of a
    /// text asks once.
    pub(crate) fn over(&self, text: &str) -> Option<&Regex> {
        let needles = self.needles.get_or_init(|| Needles::of(self.words));
        if needles.are_in(text) {
            return Some(self.regex());
        }
        debug_assert!(
            !self.regex().is_match(text),
            "{self:?} matches without its words"
        );
        None
    }

    fn regex(&self) -> &Regex {
        self.regex.get_or_init(|| {
            // OK because it is constant, and debug builds make it at its first use.
            Regex::new(self.expression).expect("a valid expression")
        })
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pattern({:?}, {:?})", self.words, self.expression)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static TERM: Pattern = Pattern::new(&["年", "月"], "([0-9]+)(?:年|个月)");

    #[test]
    fn a_text_without_the_words_makes_no_automaton() {
        static UNUSED: Pattern = Pattern::new(&["年"], "[0-9]+年");
        UNUSED.needles.get_or_init(|| Needles::of(UNUSED.words));
        assert!(UNUSED.regex.get().is_none());
        assert!(UNUSED.is_match("5年"));
        assert!(UNUSED.regex.get().is_some());
    }

    #[test]
    fn matches_are_those_of_the_expression() {
        let text = "有效期5年，延长6个月";
        assert!(TERM.is_match(text) && !TERM.is_match("有效期5天"));
        assert_eq!(TERM.find(text).map(|found| found.range()), Some(9..13));
        let all: Vec<&str> = TERM.find_iter(text).map(|found| found.as_str()).collect();
        assert_eq!(all, ["5年", "6个月"]);
        assert_eq!(TERM.remove_all(text), "有效期，延长");
        assert_eq!(TERM.remove_all("有效期5天"), "有效期5天");
        assert_eq!(&TERM.captures(text).unwrap()[1], "5");
    }

    #[test]
    #[should_panic(expected = "matches without its words")]
    #[cfg(debug_assertions)]
    fn words_that_a_match_lacks_are_an_error() {
        static WRONG: Pattern = Pattern::new(&["年"], "[0-9]+月");
        WRONG.is_match("5月");
    }
}
