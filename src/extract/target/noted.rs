//! What a document says of its own words of bound: `“以上”包含本数，“以下”不包含本数`.

use crate::model::{Comparator, Target};
use crate::text::tail;

/// The words of bound that do not hold the number itself. By law (民法典第1259条) they all do, so
/// that a document that says so says nothing new.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Noted {
    /// `以上`.
    above: bool,
    /// `以下` and `以内`.
    below: bool,
}

impl Noted {
    pub(super) fn of(text: &str) -> Self {
        /// Bytes of the clause before 本数 at the most.
        const CLAUSE: usize = 90;
        let mut noted = Self::default();
        for (at, _) in text.match_indices("本数") {
            let near = tail(&text[..at], CLAUSE);
            let mut no = ["不含", "不包含", "不包括"].iter();
            let Some(said) = no.find_map(|no| near.strip_suffix(no)) else {
                continue;
            };
            // 所称“以上”“以下”，|均不含本数
            let said = said
                .trim_end_matches(['均', '都'])
                .trim_end_matches(['，', ',']);
            let signs = ['，', ',', '。', '；', ';', '\n', '（', '('];
            let words = said.rsplit(signs).next().unwrap_or(said);
            // 50万元以上不含本数 is said of one number only.
            if words.contains(|c: char| c.is_ascii_digit()) {
                continue;
            }
            noted.above |= words.contains("以上");
            noted.below |= words.contains("以下") || words.contains("以内");
        }
        noted
    }

    /// Takes the number out of the bounds whose words do not hold it.
    pub(super) fn apply(&self, targets: &mut [Target]) {
        if *self == Self::default() {
            return;
        }
        for target in targets {
            let says =
                |words: [&str; 2]| words.iter().any(|word| target.quote.contains(word));
            target.comparator = match target.comparator {
                Comparator::AtLeast if self.above && says(["以上"; 2]) => {
                    Comparator::MoreThan
                }
                Comparator::AtMost if self.below && says(["以下", "以内"]) => {
                    Comparator::LessThan
                }
                comparator => comparator,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_do_not_hold_their_number() {
        for (text, above, below) in [
            ("本细则中的“以上”包含本数，“以下”不包含本数。", false, true),
            ("本办法所称“以下”“以内”均不包括本数。", false, true),
            ("所称“以上”“以下”，均不含本数。", true, true),
            ("“以上”“以下”均不含本数。", true, true),
            ("以上含本数，以下不含本数。", false, true),
            ("本办法所称“以上”“以下”均包含本数。", false, false),
            ("奖励50万元以下（不含本数）的企业。", false, false),
            ("罚款10万元以上不含本数的，从重。", false, false),
            ("按基本数额计算。", false, false),
        ] {
            assert_eq!(Noted::of(text), Noted { above, below }, "{text}");
        }
    }
}
