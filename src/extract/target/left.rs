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
        let mut start = around.start;
        let mut end = end;
        // Dates that open the clause: 2020年底前将…, 力争2035年达到….
        loop {
            let words = &self.line[start..end];
            let cut = wording::lead_len(words);
            let opened = start + cut;
            let date = self
                .dates_between(opened, end)
                .iter()
                .find(|found| found.span.start == opened && !found.is_distance);
            let Some(date) = date else {
                start = opened;
                break;
            };
            // 比2020年增长6%: the date is what it is measured by.
            let compared = ["比", "较"]
                .iter()
                .find(|word| self.line[start..opened].ends_with(**word));
            if let Some(word) = compared {
                start = opened - word.len();
                break;
            }
            start = date.span.end;
        }
        let (tail, baseline) = self.cut_baseline(start, end);
        end = tail;
        // 生活标准每人每月分别为2413元、2512元: the base stands before what spreads them.
        let spread = self.line[start..end].trim_end_matches("分别");
        let spread_base = match base::closing_per(spread) {
            base if base > 0 && spread.len() > base => {
                end = start + spread.len() - base;
                Some(spread[spread.len() - base..].to_owned())
            }
            _ => None,
        };
        let mut words = wording::trim_tail(&self.line[start..end]);
        // A date between the subject and the verb says when, not what.
        while let Some(date) = self
            .dates_between(start + 1, start + words.len())
            .last()
            .filter(|found| found.span.end == start + words.len())
        {
            words = wording::trim_tail(&self.line[start..date.span.start]);
        }
        let (per, kept) = base::per(words);
        let mut base_start = per
            .as_ref()
            .and_then(|base| Some(start + words.find(base.as_str())?));
        let per = per.or(spread_base);
        let tail = self.words(start + words.len(), quantity.bounded);
        let base = base::closing_per(tail);
        let per = per.or_else(|| {
            if base > 0 {
                return Some(tail[tail.len() - base..].to_owned());
            }
            let opened = if kept.is_empty() {
                around.start
            } else {
                start + words.len()
            };
            if let Some(mean) = base::mean(self.words(opened, quantity.bounded)) {
                return Some(mean.to_owned());
            }
            let opened = self.words(around.start, quantity.bounded);
            let rhythm = base::rhythm(opened)?;
            base_start = Some(around.start + rhythm.start);
            Some(opened[rhythm].to_owned())
        });
        Left {
            start: start + (words.len() - kept.len()),
            words: kept,
            base_start,
            per,
            baseline,
        }
    }
}
