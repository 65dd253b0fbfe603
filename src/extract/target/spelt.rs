//! Values in words: 全覆盖, 翻一番.

use super::around::Around;
use super::carry::Carry;
use super::{Paragraph, clause, wording};
use crate::grammar::number::Notation;
use crate::grammar::quantity::{Amount, Quantity, read_unit};
use crate::lexicon::mark;
use crate::model::{Change, Comparator, Date, Decimal, Target};
use crate::span::Span;

impl<'t> Paragraph<'t> {
    /// 全覆盖 and 翻一番: values in words.
    pub(super) fn read_full(
        &self,
        governing: &mut Option<Date>,
        targets: &mut Vec<Target>,
    ) {
        if !self.full {
            return;
        }
        let (mut last, numbers) = (0, targets.len());
        for found in mark::VALUE_IN_WORDS.any().places(self.line) {
            let span = Span::from(found);
            let listed = last;
            last = span.end;
            if !self.is_spelt_value(span) {
                continue;
            }
            let around = self.around_spelt(span, listed);
            let Some(quantity) = spelt(span, &around, &self.line[span.range()]) else {
                continue;
            };
            let carry = self.carry_to_doubled(span, &targets[..numbers]);
            if let Some(measured) = self.measured(quantity, &around, &carry)
                && !wording::is_verb(&measured.indicator)
            {
                targets.push(self.target(quantity, &around, &measured, governing));
            }
        }
    }

    /// 企业达到560家，|五年翻一番: what doubles is what the value before it was of.
    fn carry_to_doubled(&self, span: Span, targets: &[Target]) -> Carry {
        let mut carry = self.carry();
        if !self.line[span.range()].contains('番') {
            return carry;
        }
        let sentence = self.base + self.sentence_at(span.start).start;
        let before = self.base + span.start;
        let before = targets.partition_point(|target| target.span.end <= before);
        let last = before.checked_sub(1).map(|last| &targets[last]);
        if let Some(last) = last.filter(|last| last.span.start >= sentence) {
            carry.indicator = Some(last.indicator.clone());
        }
        carry
    }

    /// 企业数量较2020年翻一番，|达到800家: what the clause before the one at `at` says doubles, and
    /// where it begins.
    pub(super) fn doubled_before(&self, at: usize) -> Option<(usize, String)> {
        let end = self.line[..at].trim_end().strip_suffix(['，', ','])?.len();
        let word = mark::VALUE_IN_WORDS.ending(&self.line[..end])?;
        if !self.full || !word.contains('番') {
            return None;
        }
        let span = Span::new(end - word.len(), end);
        let around = self.around_spelt(span, 0);
        let quantity = spelt(span, &around, word)?;
        let measured = self.measured(quantity, &around, &self.carry())?;
        Some((measured.quote.start, measured.indicator))
    }

    /// Whether words such as 全覆盖 say how much there is of something.
    fn is_spelt_value(&self, span: Span) -> bool {
        let before = self.line[..span.start].trim_end();
        // 100%全覆盖 has its number already.
        let numbered = before.ends_with(['%', '％']);
        // Nor is a slogan one: “全流程、全要素、全覆盖”.
        let quoted = self.line[span.end..].starts_with('”');
        let principle = before.ends_with("坚持");
        // 健全|覆盖全省的网络
        let halved = before.ends_with(['健', '安', '保', '齐', '周', '完']);
        // 开展|全覆盖|检查: how it is carried out.
        let after = self.line[span.end..].chars().next();
        let manner = ["开展", "进行"].iter().any(|verb| before.ends_with(verb))
            && after.is_some_and(char::is_alphabetic);
        // 财政为主、社会支持、全面覆盖: nor is one of a list of them.
        let listed = before.ends_with('、');
        !(numbered
            || quoted
            || listed
            || principle
            || halved
            || manner
            || self.is_in_name(span))
    }

    /// The words around a value in words, behind one that ends at `listed`.
    fn around_spelt(&self, span: Span, listed: usize) -> Around {
        let doubled = self.line[span.range()].contains('番');
        let opened = clause::clause_start(self.line, span.start);
        let verb = opened + wording::trim_tail(self.words(opened, span.start)).len();
        let start = clause::clause_start(self.line, verb);
        // 责任落实全覆盖、隐患整治全覆盖: each of its own.
        let item = self.words(listed, verb).strip_prefix('、');
        let start = match item {
            Some(item) if start < listed => verb - item.len(),
            _ => start,
        };
        Around {
            start: start.min(verb),
            verb,
            end: span.end,
            linked: false,
            change: Some(if doubled {
                Change::Increase
            } else {
                Change::Level
            }),
            comparator: Comparator::Equal,
        }
    }
}

/// A value in words as the hundred per cent that it says.
fn spelt<'t>(span: Span, around: &Around, words: &str) -> Option<Quantity<'t>> {
    // 翻两番 is four times as much.
    let more = if words.contains('两') { 300 } else { 100 };
    let (_, unit) = read_unit("%").ok()?;
    Some(Quantity {
        span,
        bounded: span.start,
        verb: around.verb,
        amount: Amount {
            value: Decimal::from(more),
            max: None,
            unit: Some(unit),
            comparator: None,
            notation: Notation::Han,
        },
        comparator: Comparator::Equal,
        change: around.change,
    })
}
