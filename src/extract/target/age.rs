//! Bounds of age, which say whom a rule is about.

use super::{Paragraph, clause, wording};
use crate::lexicon::mark;
use crate::model::{Change, Comparator, Target, TargetStatus};
use crate::span::Span;
use crate::text::tail;

impl<'t> Paragraph<'t> {
    /// 65岁以上行动不便的老年人: a bound of age that stands alone in its clause is the
    /// condition of a rule; beside another value it says what that is of.
    pub(super) fn read_ages(&self, targets: &mut Vec<Target>) {
        for quantity in &self.ages {
            let start = clause::clause_start(self.line, quantity.span.start);
            let end = clause::clause_end(self.line, quantity.span.end);
            let alone = self
                .quantities_from(start)
                .first()
                .is_none_or(|next| next.span.start >= end);
            let clause = self.words(start, end);
            let object = wording::object(self.words(quantity.span.end, end));
            let object = object.strip_prefix('的').unwrap_or(object);
            let Some(object) = persons(object) else {
                continue;
            };
            if quantity.comparator == Comparator::Equal
                || !alone
                || mark::VALUE_IN_WORDS.is_in(clause)
            {
                continue;
            }
            let close = self.words(quantity.span.end, end).find(object);
            let end = quantity.span.end + close.map_or(0, |at| at + object.len());
            let span = self.place(Span::new(quantity.bounded, end));
            targets.push(Target {
                path: self.passage.path.map(str::to_owned),
                quote: self.text[span.range()].to_owned(),
                span,
                source_span: None,
                indicator: format!("{object}年龄"),
                value: Some(quantity.amount.value),
                value_max: quantity.amount.max,
                unit: quantity.amount.unit.map(|unit| unit.name.to_owned()),
                comparator: quantity.comparator,
                change: Change::Level,
                per: None,
                deadline: None,
                baseline: None,
                status: TargetStatus::Condition,
                strength: None,
                nature: None,
            });
        }
    }
}

/// Whom a bound of age is about: 行动不便的老年人|提供的服务.
fn persons(object: &str) -> Option<&str> {
    const LAST: &[char] = &['人', '者', '童', '民', '工', '女', '妇', '生', '员'];
    let at = object.find(LAST)?;
    let rest = object[at..].trim_start_matches(LAST);
    let rest = rest.strip_prefix('口').unwrap_or(rest);
    // 儿童死亡率 is measured, not meant.
    let measured = ["死亡", "入学", "健康", "平均"]
        .iter()
        .any(|word| rest.starts_with(word));
    (!measured).then(|| &object[..object.len() - rest.len()])
}

/// Bytes that hold 预期寿命 and what stands between it and its number.
const LIFE_SPAN_WINDOW: usize = 48;

/// Whether a number of years is how long people live: 人均预期寿命|提高到82岁.
pub(super) fn is_life_span(before: &str) -> bool {
    let clause = tail(before, LIFE_SPAN_WINDOW);
    let start = clause.rfind(['，', '。', '；', ',']).unwrap_or(0);
    clause[start..].contains("寿命")
}
