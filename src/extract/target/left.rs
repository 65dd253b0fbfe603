//! The words to the left of a value, and what they say besides its indicator.

use super::around::Around;
use super::{Paragraph, base, wording};
use crate::grammar::quantity::Quantity;
use crate::model::Baseline;

pub(super) struct Left<'t> {
    pub(super) start: usize,
    pub(super) words: &'t str,
    /// Where the base stands that opens the clause.
    pub(super) base_start: Option<usize>,
    pub(super) per: Option<String>,
    pub(super) baseline: Option<Baseline>,
}

impl<'t> Paragraph<'t> {
    /// The words to the left of the verb without what is no part of the indicator.
    pub(super) fn left(&self, around: &Around, quantity: Quantity<'_>) -> Left<'t> {
        let end = around.verb.min(quantity.bounded).max(around.start);
        let start = self.behind_lead(around.start, end);
        let (mut end, baseline) = self.cut_baseline(start, end);
        // 生活标准每人每月分别为2413元、2512元: the base stands before what spreads them.
        let spread = self.line[start..end].trim_end_matches("分别");
        let spread_base = match base::closing_per(spread) {
            base if base > 0 && spread.len() > base => {
                end = start + spread.len() - base;
                Some(spread[spread.len() - base..].to_owned())
            }
            _ => None,
        };
        let words = self.without_dates(start, end);
        let (per, kept) = base::per(words);
        let base_start = per
            .as_ref()
            .and_then(|base| Some(start + words.find(base.as_str())?));
        let close = start + words.len();
        let mean = if kept.is_empty() { around.start } else { close };
        let (per, rhythm) = match per.or(spread_base) {
            Some(per) => (Some(per), None),
            None => self.base_beside(around, close, mean, quantity.bounded),
        };
        Left {
            start: start + (words.len() - kept.len()),
            words: kept,
            base_start: rhythm.or(base_start),
            per,
            baseline,
        }
    }

    /// Where the words begin behind what opens the clause, dates too: 2020年底前将…,
    /// 力争2035年达到….
    fn behind_lead(&self, mut start: usize, end: usize) -> usize {
        loop {
            let opened = start + wording::lead_len(&self.line[start..end]);
            let date = self
                .dates_between(opened, end)
                .iter()
                .find(|found| found.span.start == opened && !found.is_distance);
            let Some(date) = date else {
                return self.behind_quote(opened, end);
            };
            // 比2020年增长6%: the date is what it is measured by.
            let compared = ["比", "较"]
                .iter()
                .find(|word| self.line[start..opened].ends_with(**word));
            if let Some(word) = compared {
                return opened - word.len();
            }
            start = date.span.end;
        }
    }

    /// Behind a quotation mark that a longer quotation opens: 实现“|起数下降50%、隐患减少”.
    fn behind_quote(&self, start: usize, end: usize) -> usize {
        let words = &self.line[start..end];
        match words.strip_prefix('“') {
            Some(quoted) if !quoted.contains('”') => end - quoted.len(),
            _ => start,
        }
    }

    /// The words up to `end` without what stands between them and the verb; a date there says
    /// when, not what.
    fn without_dates(&self, start: usize, end: usize) -> &'t str {
        let mut words = wording::trim_tail(&self.line[start..end]);
        while let Some(date) = self
            .dates_between(start + 1, start + words.len())
            .last()
            .filter(|found| found.span.end == start + words.len())
        {
            words = wording::trim_tail(&self.line[start..date.span.start]);
        }
        words
    }

    /// The base that stands behind the words: straight before the number, a mean from `mean`
    /// on, or how often it counts anew, which opens the quotation where it stands.
    fn base_beside(
        &self,
        around: &Around,
        close: usize,
        mean: usize,
        bounded: usize,
    ) -> (Option<String>, Option<usize>) {
        let tail = self.words(close, bounded);
        let base = base::closing_per(tail);
        if base > 0 {
            return (Some(tail[tail.len() - base..].to_owned()), None);
        }
        if let Some(mean) = base::mean(self.words(mean, bounded)) {
            return (Some(mean.to_owned()), None);
        }
        let opened = self.words(around.start, bounded);
        match base::rhythm(opened) {
            Some(rhythm) => {
                let start = around.start + rhythm.start;
                (Some(opened[rhythm].to_owned()), Some(start))
            }
            None => (None, None),
        }
    }
}
