//! What a sum is granted for: 对新认定的省级企业技术中心，给予|30万元|奖励.

use super::Paragraph;
use super::sentence::Sentence;
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::lexicon::mark;
use crate::text::{head, tail};

/// Characters of a case that make a name at most.
const CASE: usize = 50;

/// Bytes on either side of a number that hold its case and its aid: sentences may be long.
const WINDOW: usize = 600;

impl<'t> Paragraph<'t> {
    /// The name of what is granted when the words around the number only say that it is
    /// (分别给予企业|30万元): the case before it, and the aid behind it.
    pub(super) fn granted_for(
        &self,
        quantity: Quantity<'t>,
        indicator: &str,
        start: usize,
    ) -> Option<String> {
        let class = quantity.class();
        let of_grants = matches!(class, Some(UnitClass::Money | UnitClass::Ratio));
        if !of_grants || !only_grants(indicator) {
            return None;
        }
        let sentence = self.sentence_at(quantity.span.start);
        let before = self.words(sentence.start, start.max(sentence.start));
        let case = case(tail(before, WINDOW))?;
        let aid = self.aid_behind(quantity, sentence).unwrap_or("");
        // 奖励企业|20万元: it stands before the number.
        let said = || mark::AID_NOUN.any().places(indicator).last();
        let aid = if aid.is_empty() {
            said().map_or("", |place| &indicator[place])
        } else {
            aid
        };
        Some(format!("{case}{aid}"))
    }

    /// The aid that a row of sums ends in: 30万元、10万元|奖励.
    fn aid_behind(&self, quantity: Quantity<'t>, sentence: &Sentence) -> Option<&'t str> {
        let rest = head(self.words(quantity.span.end, sentence.end), WINDOW);
        let clause = rest.split(['，', ',', '。', '；', ';']).next()?;
        let place = mark::AID_NOUN.any().places(clause).next()?;
        Some(&clause[place])
    }
}

/// Whether words say that something is granted, and to someone, but not for what:
/// 一次性给予企业.
pub(super) fn only_grants(words: &str) -> bool {
    let mut rest = words;
    while let Some(word) = mark::GRANT_WORD.opening(rest) {
        rest = &rest[word.len()..];
    }
    rest.is_empty() && !words.is_empty()
}

/// The case that opens the part of a sentence which ends in a grant: the words behind 对, or
/// a clause that ends in 的 and a noun.
fn case(before: &str) -> Option<&str> {
    /// Characters behind the 的 of a case without 对 at most.
    const NOUN: usize = 8;
    let part = before.rsplit(['。', '；', ';', '：', ':']).next()?;
    let part = part.trim_matches(['，', ',', ' ', '\u{3000}', '、']);
    let opened = part
        .match_indices('对')
        .find(|&(at, _)| at == 0 || part[..at].ends_with(['，', ',']))
        .map(|(at, sign)| &part[at + sign.len()..]);
    let last = part.rsplit(['，', ',']).next().unwrap_or(part);
    let case = match opened {
        Some(case) if case.chars().nth(CASE).is_none() => case,
        _ => {
            // 前三年给予80%的奖励，后两年给予50%的奖励: no case but another grant.
            let goes_on = last.starts_with(['且', '并', '或', '其']);
            let of = last
                .rfind('的')
                .filter(|_| !goes_on && !mark::AID_WORD.is_in(last))?;
            let noun = &last[of + '的'.len_utf8()..];
            noun.chars().nth(NOUN).is_none().then_some(last)?
        }
    };
    let case = case.trim_start_matches(['对', '凡', '在', '于']);
    let case = case.trim_end_matches('的');
    // 年销售收入超过419万元的园区: by how much, which is a value of its own.
    let sized = case.contains(|c: char| c.is_ascii_digit());
    (!case.is_empty() && !sized && case.chars().nth(CASE).is_none()).then_some(case)
}
