//! Dates in every form of official texts: `2025年底前`, `“十四五”末`, `一季度`, `2023—2025年`.
//!
//! [`find_dates`] is the line: `start` says where a date may begin, `phrase` reads it,
//! `resolve` reckons it from the document's own date. A phrase is a distance (`shift`), an
//! `interval`, a date in `figures`, or a `point`: `year`, `month`, `part` and `edge`, or a
//! whole `period`. `bound` reads the words behind it, `cell` what is a year by itself.

mod bound;
mod cell;
mod edge;
mod figures;
mod interval;
mod month;
mod part;
mod period;
mod phrase;
mod point;
mod relative;
mod resolve;
mod shift;
mod start;
#[cfg(test)]
mod tests;
mod year;

use self::cell::lone_year;
use self::phrase::read_phrase;
use self::start::{find_anchor, may_begin};
use crate::grammar::number::opens;
use crate::model::Date;
use crate::span::Span;

/// A date found in a text; `date` is `None` where its year is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FoundDate {
    pub(crate) span: Span,
    pub(crate) date: Option<DateMention>,
    /// EDTF with the year left open (`XXXX-08-08`), where a day of no year is named.
    pub(crate) yearless: Option<(u8, u8)>,
    /// A length of time that serves as a date (`5年前`, `30日`): a quantity as well.
    pub(crate) is_distance: bool,
}

/// A date as a text means it: the first and the last of what it covers, each of the
/// precision that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DateMention {
    /// `None` when it is open towards the past.
    pub(crate) first: Option<Date>,
    /// `None` when it is open towards the future: `2018年以来`.
    pub(crate) last: Option<Date>,
    /// 底, 末 or 年内: the end of the year is meant, `2025年底`.
    pub(crate) year_end: bool,
    /// 前, 内 or 止: a date by which something is done.
    pub(crate) by: bool,
}

impl DateMention {
    /// By when: the month for `2025年底`, as tasks have it.
    pub(crate) fn deadline(self) -> Option<Date> {
        self.last
    }

    /// By when: the year alone for `2025年底` and `2025年下半年`, as targets have it.
    pub(crate) fn target_date(self) -> Option<Date> {
        self.last.map(|last| {
            if self.year_end || self.is_second_half() {
                Date::year_only(last.year())
            } else {
                last
            }
        })
    }

    /// 下半年, which ends with the year.
    fn is_second_half(self) -> bool {
        let month = |date: Option<Date>, month| {
            date.is_some_and(|date| date.month() == Some(month) && date.day().is_none())
        };
        month(self.first, 7) && month(self.last, 12)
    }

    /// The mention as an EDTF date or interval (ISO 8601-2).
    pub(crate) fn edtf(self) -> String {
        match (self.first, self.last) {
            (Some(first), Some(last)) if first == last => first.to_string(),
            (Some(first), Some(last)) => format!("{first}/{last}"),
            (Some(first), None) => format!("{first}/.."),
            (None, Some(last)) => last.to_string(),
            (None, None) => String::new(),
        }
    }
}

/// The dates in a text, in order; relative ones are reckoned from `reference`.
pub(crate) fn find_dates(text: &str, reference: Option<Date>) -> Vec<FoundDate> {
    let mut found = Vec::new();
    let mut at = 0;
    if let Some(year) = lone_year(text) {
        return vec![year];
    }
    while let Some(anchor) = find_anchor(text, at) {
        let start = anchor.start;
        at = anchor.end;
        if !may_begin(&text[start..]) {
            continue;
        }
        match read_phrase(&text[start..]) {
            Ok((rest, phrase)) if !is_glued(&text[..start], &text[start..]) => {
                let span = Span::new(start, text.len() - rest.len());
                found.push(FoundDate {
                    span,
                    date: phrase.resolve(reference),
                    yearless: phrase.yearless(),
                    is_distance: phrase.is_distance(),
                });
                at = span.end;
            }
            _ => {}
        }
    }
    found
}

/// Whether the candidate only continues the number or word before it.
fn is_glued(before: &str, candidate: &str) -> bool {
    let Some(last) = before.chars().next_back() else {
        return false;
    };
    let first_is_number = candidate.chars().next().is_some_and(opens);
    first_is_number
        && (opens(last) && !matches!(last, '万' | '数' | '半')
            || matches!(last, '第' | '.' | '．' | '每'))
        || candidate.starts_with('过') && "通经超不度".contains(last)
        // 基础上|年均
        || candidate.starts_with('上') && last == '础'
        // 人次|年均
        || candidate.starts_with('次') && "人批频车架户例班名场届轮".contains(last)
}
