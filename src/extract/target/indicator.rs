//! What a value is measured of, from the words on either side of it.

use super::around::Around;
use super::carry::Carry;
use super::{Paragraph, base, bound, list, wording};
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::model::{Baseline, Comparator};
use crate::span::Span;

#[derive(Debug, Clone)]
pub(super) struct Measured {
    pub(super) indicator: String,
    /// The part of it that stands before the number, the verb of a list included.
    pub(super) own: String,
    pub(super) per: Option<String>,
    pub(super) quote: Span,
    /// The words to the left that it was made of.
    pub(super) words: Span,
    pub(super) baseline: Option<Baseline>,
    pub(super) spread: Option<String>,
}

impl<'t> Paragraph<'t> {
    /// What is measured, from the words to the left, or to the right for counts.
    pub(super) fn measured(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        carry: &Carry,
    ) -> Option<Measured> {
        let left = self.left(around, quantity);
        let right = wording::object(self.words(quantity.span.end, around.end));
        // 长4500米|宽40米: the dimension is of the next number.
        let next = self.quantities_from(around.end).first();
        let of_next = wording::is_dimension(right)
            && next.is_some_and(|next| next.bounded == around.end);
        let no_object = of_next
            || wording::is_dimension(left.words)
            || self.moved_by(quantity, around.end).is_some();
        let right = if no_object { "" } else { right };
        let has_level = around.change.is_some() || around.verb < quantity.bounded;
        let takes_object = !right.is_empty()
            && (left.words.is_empty()
                || left.words == wording::GRANT
                || !has_level
                    && !matches!(
                        quantity.amount.unit.map(|unit| unit.unit.class),
                        Some(UnitClass::Point | UnitClass::Multiple)
                    ));
        let mut indicator = String::new();
        let mut own = String::new();
        let mut start = left.start;
        let opening = left.base_start;
        let inherits = around.linked || left.words.is_empty();
        let share = quantity
            .amount
            .unit
            .is_some_and(|unit| unit.unit.class == UnitClass::Ratio);
        // A verb of the list governs the objects that are counted, not the shares beside them:
        // 实施|达到100%、自查覆盖率100%.
        let verb = carry
            .verb
            .as_ref()
            .filter(|_| !share && !wording::opens_with_verb(left.words));
        if takes_object {
            let right = right.trim_start_matches('的');
            if left.words.is_empty()
                && share
                && wording::goes_on(right)
                && let Some(subject) = &carry.indicator
            {
                indicator.push_str(subject);
            }
            if around.linked
                && let Some(verb) = verb
            {
                indicator.push_str(verb);
            }
            // What is done matters, not how: 借力资源|培育|重点学科.
            let verbs = wording::closing_verbs_len(left.words);
            let words = if verbs > 0 {
                let cut = left.words.len() - verbs;
                start += cut;
                &left.words[cut..]
            } else {
                left.words
            };
            indicator.push_str(words);
            own.clone_from(&indicator);
            indicator.push_str(right);
        } else if left.words.is_empty() {
            // 到2025年不低于4.66人: the indicator is that of the number before.
            if !has_level && around.comparator == Comparator::Equal && !around.linked {
                return None;
            }
            // 不低于供养金20%: nothing was said before, so it is the share of that.
            let whole =
                || bound::whole_of_share(self.words(around.verb, quantity.bounded));
            indicator.push_str(carry.indicator.as_deref().or_else(whole)?);
            start = quantity.bounded.min(around.verb);
        } else {
            if inherits
                && !has_level
                && !wording::names_measure(left.words)
                && let Some(verb) = verb
            {
                indicator.push_str(verb);
            }
            // A verb alone says nothing of what: 用地9万平方米，投资6亿元; nor does what it
            // is measured by: 增长5.4%，高于全国0.4个百分点.
            if (wording::is_verb(left.words) || wording::is_relation(left.words))
                && let Some(subject) = &carry.indicator
            {
                indicator.push_str(subject);
            }
            indicator.push_str(left.words);
        }
        if own.is_empty() && !takes_object {
            own.clone_from(&indicator);
        }
        let mut spread = None;
        if takes_object {
        } else if let Some((subject, name)) = list::spread(left.words) {
            indicator = format!("{name}{subject}");
            spread = Some(subject.to_owned());
        } else if around.linked
            && !left.words.is_empty()
            && let Some(subject) = &carry.spread
        {
            indicator = format!("{}{subject}", left.words);
            spread = Some(subject.clone());
        }
        let mut indicator: String = indicator.split_whitespace().collect();
        // 联席会议每年召开两次会议: how often is no part of what is measured.
        if let Some(rhythm) = base::rhythm(&indicator).filter(|_| left.per.is_some()) {
            indicator.replace_range(rhythm, "");
        }
        if indicator.chars().count() < 2 && !wording::is_dimension(&indicator) {
            return None;
        }
        let end = if takes_object {
            let shift = self.line[quantity.span.end..].find(right).unwrap_or(0);
            quantity.span.end + shift + right.len()
        } else {
            quantity.span.end
        };
        Some(Measured {
            indicator,
            own,
            per: left
                .per
                // 每千人床位数达到6.8张，50%以上医院达标: the share has a base of its own.
                .or_else(|| {
                    let bare = left.words.is_empty() && !(takes_object && share);
                    bare.then(|| carry.per.clone()).flatten()
                }),
            quote: Span::new(
                opening.unwrap_or(start).min(start).min(quantity.bounded),
                end,
            ),
            words: Span::new(left.start, left.start + left.words.len()),
            baseline: left.baseline,
            spread,
        })
    }
}
