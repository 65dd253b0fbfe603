//! Bounds of age, which say whom a rule is about.

use super::{Paragraph, clause, wording};
use crate::grammar::quantity::Quantity;
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
            let (start, end) = self.within_bracket(quantity, start, end);
            let alone = self
                .quantities_from(start)
                .first()
                .is_none_or(|next| next.span.start >= end);
            let clause = self.words(start, end);
            if !alone || mark::VALUE_IN_WORDS.is_in(clause) {
                continue;
            }
            let bound = self
                .bound_of_holder(quantity, start, end)
                .or_else(|| self.bound_of_persons(quantity, end))
                .or_else(|| self.bound_of_full_age(quantity, end));
            let Some(bound) = bound else {
                continue;
            };
            let span = self.place(bound.quote);
            targets.push(Target {
                path: self.passage.path.map(str::to_owned),
                quote: self.text[span.range()].to_owned(),
                span,
                source_span: None,
                indicator: bound.indicator,
                value: Some(quantity.amount.value),
                value_max: quantity.amount.max,
                unit: quantity.amount.unit.map(|unit| unit.name.to_owned()),
                comparator: bound.comparator,
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

    /// 年龄一般|不超过55周岁, 男性|从60岁|起, 女性|不超过55岁: a bound behind whose age it is.
    fn bound_of_holder(
        &self,
        quantity: &Quantity<'_>,
        start: usize,
        end: usize,
    ) -> Option<Bound> {
        const AGE: &str = "年龄";
        const FROM: char = '从';
        /// Characters of the words for whose age it is at most.
        const HOLDER: usize = 10;
        let item = self.words(start, quantity.verb.min(quantity.bounded));
        let item = item.rfind(['、', '和']).map_or(item, |sign| {
            let (_, item) = item.split_at(sign);
            item.trim_start_matches(['、', '和'])
        });
        let from = quantity.verb.min(quantity.bounded) - item.len();
        let words = wording::trim_tail(item);
        let words = mark::AGE_ADVERB.ending(words).map_or(words, |adverb| {
            wording::trim_tail(&words[..words.len() - adverb.len()])
        });
        let rising = item.strip_suffix(FROM);
        let behind = self.words(quantity.span.end, end);
        let rises =
            rising.is_some() && (behind.starts_with('起') || behind.contains("岁起"));
        let holder = match (words.strip_suffix(AGE), rising) {
            (Some(_), _) => words.strip_suffix(AGE)?,
            (None, Some(holder)) if rises => holder,
            _ if mark::AGE_HOLDER.contains(words) => words,
            _ => return None,
        };
        let comparator = match quantity.comparator {
            Comparator::Equal if rises => Comparator::AtLeast,
            Comparator::Equal if quantity.amount.max.is_none() => return None,
            comparator => comparator,
        };
        let holder = &holder[wording::lead_len(holder)..];
        let holder = match holder.chars().nth(HOLDER) {
            None => holder,
            Some(_) => "",
        };
        Some(Bound {
            indicator: format!("{holder}{AGE}"),
            quote: Span::new(from, quantity.span.end),
            comparator,
        })
    }

    /// 家庭成员（子女|未满18周岁|）自付费用: the stretch of a clause in the bracket that is around an
    /// age; all of it when there is none.
    fn within_bracket(
        &self,
        quantity: &Quantity<'_>,
        start: usize,
        end: usize,
    ) -> (usize, usize) {
        let before = self.words(start, quantity.bounded);
        let open = before
            .rfind(['（', '('])
            .map(|at| start + at + '（'.len_utf8());
        let behind = self.words(quantity.span.end, end);
        let close = behind.find(['）', ')']).map(|at| quantity.span.end + at);
        match (open, close) {
            (Some(open), Some(close))
                if !self.words(open, quantity.bounded).contains(['）', ')']) =>
            {
                (open, close)
            }
            _ => (start, end),
        }
    }

    /// 年满|60周岁|的老年人, 须年满|18周岁: at least so old; 子女|未满18周岁, 年满80周岁|不满90周岁:
    /// younger.
    fn bound_of_full_age(&self, quantity: &Quantity<'_>, end: usize) -> Option<Bound> {
        const FULL: &str = "年满";
        let (start, comparator) = match quantity.comparator {
            Comparator::Equal | Comparator::AtLeast => {
                let before = self.line[..quantity.bounded].strip_suffix(FULL)?;
                (before.len(), Comparator::AtLeast)
            }
            Comparator::LessThan => (quantity.bounded, Comparator::LessThan),
            _ => return None,
        };
        let behind = self.words(quantity.span.end, end);
        let object = behind.strip_prefix('的').map(wording::object);
        let holder = object.and_then(persons).unwrap_or("");
        Some(Bound {
            indicator: format!("{holder}年龄"),
            quote: Span::new(start, quantity.span.end),
            comparator,
        })
    }

    /// 65岁以上|行动不便的老年人: a bound before those it is of.
    fn bound_of_persons(&self, quantity: &Quantity<'_>, end: usize) -> Option<Bound> {
        if quantity.comparator == Comparator::Equal {
            return None;
        }
        let behind = self.words(quantity.span.end, end);
        let object = wording::object(behind);
        let object = persons(object.strip_prefix('的').unwrap_or(object))?;
        let close = behind.find(object).map_or(0, |at| at + object.len());
        Some(Bound {
            indicator: format!("{object}年龄"),
            quote: Span::new(quantity.bounded, quantity.span.end + close),
            comparator: quantity.comparator,
        })
    }
}

/// A bound of age as it is read.
struct Bound {
    indicator: String,
    quote: Span,
    comparator: Comparator,
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

/// Bytes that hold 预期寿命 or 平均年龄 and what stands between it and its number.
const LIFE_SPAN_WINDOW: usize = 48;

/// Whether a number of years is how long people live, or how old they are on an average:
/// 人均预期寿命|提高到82岁.
pub(super) fn is_life_span(before: &str) -> bool {
    // 人均预期寿命持续提高，|超过80岁
    let clause = tail(before, LIFE_SPAN_WINDOW).trim_end_matches(['，', ',']);
    let start = clause.rfind(['，', '。', '；', ',']).unwrap_or(0);
    clause[start..].contains("寿命") || clause[start..].contains("平均年龄")
}
