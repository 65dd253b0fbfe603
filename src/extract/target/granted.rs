//! What a sum is granted for: 对新认定的省级企业技术中心，给予|30万元|奖励.

use super::carry::Carry;
use super::sentence::Sentence;
use super::{Paragraph, base, wording};
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
        carry: &Carry,
    ) -> Option<String> {
        let class = quantity.class();
        let of_grants = matches!(class, Some(UnitClass::Money | UnitClass::Ratio));
        let unnamed = only_grants(without_rate(indicator));
        // 获得一等奖的，奖励10万元，获得二等奖的，|奖励5万元: of its own case, not of the last one.
        let again = || {
            carry.indicator.as_deref() == Some(indicator)
                && only_grants(self.words(start, quantity.bounded).trim())
        };
        if !of_grants || !unnamed && !again() {
            return None;
        }
        let sentence = self.sentence_at(quantity.span.start);
        let before = self.words(sentence.start, start.max(sentence.start));
        let part = last_part(tail(before, WINDOW));
        let end = sentence.start + before.trim_end_matches(AROUND).len();
        // 年销售收入超过419万元的园区: by how much, which is a value of its own.
        let last = self.before(quantity).map_or(0, |last| last.span.end);
        let plain = |case: &&str| last + case.len() <= end;
        // 年销售额达到1亿元、5亿元，给予奖励|5万元: of what the case is measured by.
        let sized = || {
            let measured = carry.case.as_deref().filter(|_| unnamed)?;
            // 新发展|100亩以上的基地 names no measure, nor does what each one has.
            // Nor is what is given of how long it is.
            let named = !measured.starts_with('每')
                && mark::TERM_NOUN.ending(measured).is_none()
                && !wording::opens_with_verb(measured)
                && !wording::ends_with_action(measured);
            (named && last + part.len() > end).then_some(measured)
        };
        let said = opened_case(part).filter(plain);
        let said = said.or_else(|| last_case(part).filter(plain));
        let case = said.and_then(bare_case).or_else(sized)?;
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

    /// 本科每人补贴1.5万元，|硕士|2.5万元: the aid that the last sum was, where the words before the
    /// next one only say to whom it is given.
    pub(super) fn aid_of_last(&self, party: &str, carry: &Carry) -> Option<&'static str> {
        let aid = mark::AID_NOUN.ending(carry.recent.last()?)?;
        let alone = base::names_party(party)
            && mark::AID_NOUN.ending(party).is_none()
            && !wording::is_sum(party)
            && !wording::names_measure(party);
        alone.then_some(aid)
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

/// What stands around a case.
const AROUND: &[char] = &['，', ',', ' ', '\u{3000}', '、'];

/// The part of a sentence that its end belongs to.
fn last_part(before: &str) -> &str {
    let part = before.rsplit(['。', '；', ';', '：', ':']).next();
    part.unwrap_or(before).trim_matches(AROUND)
}

/// 比例|予以奖励: without what it is granted by.
fn without_rate(words: &str) -> &str {
    let rates = ["比例", "标准", "额度"];
    rates
        .iter()
        .find_map(|rate| words.strip_prefix(rate))
        .unwrap_or(words)
}

/// The case behind the 对 that opens a clause.
fn opened_case(part: &str) -> Option<&str> {
    let mut opened = part.match_indices('对');
    let opened = opened.find(|&(at, _)| at == 0 || part[..at].ends_with(['，', ',']))?;
    let case = &part[opened.0 + opened.1.len()..];
    case.chars().nth(CASE).is_none().then_some(case)
}

/// The last clause, when it ends in 的 and a noun.
fn last_case(part: &str) -> Option<&str> {
    /// Characters behind the 的 of a case without 对 at most.
    const NOUN: usize = 8;
    let last = part.rsplit(['，', ',']).next().unwrap_or(part);
    // 前三年给予80%的奖励，后两年给予50%的奖励: no case but another grant.
    let goes_on = last.starts_with(['且', '并', '或', '其']);
    let of = last
        .rfind('的')
        .filter(|_| !goes_on && !mark::AID_WORD.is_in(last))?;
    let noun = &last[of + '的'.len_utf8()..];
    noun.chars().nth(NOUN).is_none().then_some(last)
}

/// A case without the words that only open or close it.
fn bare_case(case: &str) -> Option<&str> {
    let case = case.trim_start_matches(['对', '凡', '在', '于']);
    let case = case.trim_end_matches('的');
    (!case.is_empty() && case.chars().nth(CASE).is_none()).then_some(case)
}
