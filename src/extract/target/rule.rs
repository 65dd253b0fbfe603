//! Whether a value is a condition of a rule: a threshold, a cap, a rate of aid.

use super::status::{Sentence, Told, says_done};
use super::{Around, Paragraph, wording};
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::model::{Change, Comparator, SectionKind};

impl Paragraph<'_> {
    /// Whether a value is set by a rule; `own` is what its clause says of it.
    pub(super) fn is_rule(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        sentence: &Sentence,
        own: Option<Told>,
    ) -> bool {
        let before = self.words(around.start, quantity.span.end);
        let words = &self.line[sentence.start..sentence.end];
        let tells = self.context.told() == Some(Told::Done);
        self.is_scope(quantity, around)
            || is_norm_of_time(quantity)
            || wording::is_rank(self.line, quantity.span)
            || self.is_threshold(quantity, around)
            || self.is_rebate(quantity)
            || self.is_attribute(quantity, around)
            || self.is_case(quantity, sentence)
            || !tells && wording::NORM.is_match(before)
            || !tells && self.is_grant_to_come(quantity, around, words, own)
            // An article tells nothing of the past, and 累计超过 in it is a bound.
            || self.passage.kind == SectionKind::Provisions
                && !tells
                && !wording::is_aimed(words)
                && !self.is_described(sentence)
    }

    /// Whether a number is a threshold, cap or norm by the words around it.
    fn is_threshold(&self, quantity: Quantity<'_>, around: &Around) -> bool {
        let before = self.words(around.start, quantity.span.end);
        let after = self.words(quantity.span.end, around.end);
        // 完成75%以上的登记: so much of it is to be done.
        let part = class(quantity) == Some(UnitClass::Ratio)
            && wording::ends_with_action(self.words(around.start, quantity.bounded));
        let bounded = around.comparator != Comparator::Equal && !part;
        let share = matches!(class(quantity), Some(UnitClass::Ratio | UnitClass::Count));
        (wording::is_condition(before, after, bounded, share)
            && !self.names_plan(quantity, around))
            // 全年污染天数不能超过27天 is a goal.
            || self.passage.kind != SectionKind::Goals && wording::is_limited(before)
    }

    /// 年营收首次达到1亿元、5亿元的，分别奖励20万元: the case in which something is granted.
    fn is_case(&self, quantity: Quantity<'_>, sentence: &Sentence) -> bool {
        let rest = self.words(quantity.span.end, sentence.end);
        let end = ["的，", "的,"]
            .iter()
            .filter_map(|end| rest.find(end))
            .min();
        end.is_some_and(|end| {
            let (case, granted) = rest.split_at(end);
            let goes_on = |part: &str| part.starts_with(['且', '并', '或']);
            wording::GRANTS.is_match(granted)
                && !wording::aids(case)
                && case.split(['，', ',']).skip(1).all(goes_on)
        })
    }

    /// 30个产值过亿元的品种, 产值超100亿元企业10家: the sum says which ones are counted.
    fn is_attribute(&self, quantity: Quantity<'_>, around: &Around) -> bool {
        if around.comparator == Comparator::Equal {
            return false;
        }
        let extent =
            matches!(class(quantity), Some(UnitClass::Money | UnitClass::Measure));
        let at = quantity.span.start;
        let before = self
            .quantities
            .partition_point(|other| other.span.start < at);
        let counts = |other: &Quantity<'_>, from: usize, to: usize| {
            let between = self.words(from, to);
            class(*other) == Some(UnitClass::Count)
                && !between.is_empty()
                && between.chars().nth(NAME).is_none()
                && between.chars().all(char::is_alphabetic)
        };
        let of_last = before.checked_sub(1).is_some_and(|last| {
            let last = &self.quantities[last];
            self.line[quantity.span.end..].starts_with('的')
                && counts(last, last.span.end, quantity.verb)
        });
        of_last
            || self.quantities.get(before + 1).is_some_and(|next| {
                extent
                    && counts(next, quantity.span.end, next.bounded)
                    && !wording::opens_with_verb(self.words(quantity.span.end, next.verb))
            })
    }

    /// What a rule grants, where nothing says that it was granted.
    fn is_grant_to_come(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        sentence: &str,
        own: Option<Told>,
    ) -> bool {
        let clause = self.words(around.start, around.end);
        let told = self.passage.kind == SectionKind::Review
            || own == Some(Told::Done)
            || says_done(clause);
        !told && self.is_grant(quantity, around, sentence)
    }

    /// 满100元减20元: both sums are of a rule.
    pub(super) fn is_rebate(&self, quantity: Quantity<'_>) -> bool {
        let is_sum = |quantity: &Quantity<'_>| {
            let class = quantity.amount.unit.map(|unit| unit.unit.class);
            class == Some(UnitClass::Money)
                && self.line[..quantity.bounded].trim_end().ends_with('满')
        };
        let before = self
            .quantities
            .partition_point(|other| other.span.start < quantity.span.start);
        is_sum(&quantity)
            || before.checked_sub(1).is_some_and(|before| {
                let before = self.quantities[before];
                is_sum(&before)
                    && wording::is_rebate(
                        self.words(before.span.end, quantity.span.start),
                    )
            })
    }

    /// 给予20万元奖励, 按10%给予补助, 每亩补贴120元: what a rule grants.
    fn is_grant(&self, quantity: Quantity<'_>, around: &Around, sentence: &str) -> bool {
        let class = quantity.amount.unit.map(|unit| unit.unit.class);
        let before = self.words(around.start, quantity.span.start);
        let left = self.words(around.start, quantity.bounded);
        let behind = wording::granted(self.words(quantity.span.end, around.end));
        let granted = behind && !wording::is_outlay(before);
        match class {
            Some(UnitClass::Money) => {
                let unit = quantity.amount.unit.map_or("", |unit| unit.name);
                let rate = (left.contains('每') || unit.contains('/'))
                    && !matches!(around.change, Some(Change::Level))
                    && !wording::is_outlay(before)
                    && wording::aids(sentence);
                let most =
                    around.comparator == Comparator::AtMost && wording::ends_in_aid(left);
                granted || rate || most || wording::grants(before)
            }
            Some(UnitClass::Ratio | UnitClass::Point) => {
                behind || wording::ends_in_aid(left)
            }
            _ => false,
        }
    }

    /// 海拔5000米以上乡镇, 投资20亿元以上重大项目: the number says which ones.
    fn is_scope(&self, quantity: Quantity<'_>, around: &Around) -> bool {
        let class = quantity.amount.unit.map(|unit| unit.unit.class);
        let left = self.words(around.start, quantity.bounded);
        let right = self.words(quantity.span.end, around.end);
        matches!(
            class,
            Some(UnitClass::Measure | UnitClass::Money | UnitClass::Duration)
        ) && !(class == Some(UnitClass::Duration)
            && quantity.amount.comparator == Some(Comparator::AtMost))
            && quantity.amount.comparator.is_some_and(|comparator| {
                matches!(comparator, Comparator::AtLeast | Comparator::AtMost)
            })
            && around.change.is_none()
            && right.starts_with(|c: char| matches!(c, '\u{4e00}'..='\u{9fff}'))
            && !wording::ends_with_verb(left)
            && !wording::opens_with_verb(&left[wording::lead_len(left)..])
    }
}

/// Whether a number bounds how long something takes: 进修时间不少于半年.
fn is_norm_of_time(quantity: Quantity<'_>) -> bool {
    quantity
        .amount
        .unit
        .is_some_and(|unit| unit.unit.class == UnitClass::Duration)
        && quantity.bounded < quantity.span.start
        && quantity.comparator == Comparator::AtLeast
}

/// Characters of a noun between a count and what says which ones are counted at most.
const NAME: usize = 8;

fn class(quantity: Quantity<'_>) -> Option<UnitClass> {
    quantity.amount.unit.map(|unit| unit.unit.class)
}
