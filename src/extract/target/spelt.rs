//! Values in words: 全覆盖, 翻一番.

use super::around::Around;
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
        let mut last = 0;
        for found in mark::VALUE_IN_WORDS.any().places(self.line) {
            let span = Span::from(found);
            let listed = last;
            last = span.end;
            let doubled = self.line[span.range()].contains('番');
            let before = self.line[..span.start].trim_end();
            // 100%全覆盖 has its number already.
            // Nor is a slogan one: “全流程、全要素、全覆盖”.
            let quoted = self.line[span.end..].starts_with('”');
            let principle = before.ends_with("坚持");
            // 健全|覆盖全省的网络
            let halved = before.ends_with(['健', '安', '保', '齐', '周', '完']);
            if before.ends_with(['%', '％'])
                || quoted
                || principle
                || halved
                || self.is_in_name(span)
            {
                continue;
            }
            let verb = wording::trim_tail(before).len();
            let start = clause::clause_start(self.line, verb);
            // 责任落实全覆盖、隐患整治全覆盖: each of its own.
            let item = self.words(listed, verb).strip_prefix('、');
            let start = match item {
                Some(item) if start < listed => verb - item.len(),
                _ => start,
            };
            let around = Around {
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
            };
            let (_, unit) = match read_unit("%") {
                Ok(unit) => unit,
                Err(_) => continue,
            };
            let quantity = Quantity {
                span,
                bounded: span.start,
                verb,
                amount: Amount {
                    value: Decimal::from(100),
                    max: None,
                    unit: Some(unit),
                    comparator: None,
                    notation: Notation::Han,
                },
                comparator: Comparator::Equal,
                change: around.change,
            };
            let carry = self.carry();
            if let Some(measured) = self.measured(quantity, &around, &carry)
                && !wording::is_verb(&measured.indicator)
            {
                targets.push(self.target(quantity, &around, &measured, governing));
            }
        }
    }
}
