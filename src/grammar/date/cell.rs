//! Cells that hold nothing but a year or a day in figures.

use super::year::{four_digits, pivoted};
use super::{DateMention, FoundDate};
use crate::model::Date;
use crate::span::Span;

/// Bytes of a cell that is looked at as a year.
const LONGEST_CELL: usize = 40;

/// A cell that holds nothing but a year.
pub(super) fn lone_year(text: &str) -> Option<FoundDate> {
    let cell = text.trim();
    if cell.len() > LONGEST_CELL {
        return None;
    }
    let year = match four_digits(cell) {
        Ok(("", year)) => Date::year_only(year),
        Ok((rest, year)) => spaced_day(year, rest)?,
        _ => Date::year_only(lone_short_year(cell)?),
    };
    let start = text.len() - text.trim_start().len();
    Some(FoundDate {
        span: Span::new(start, start + cell.len()),
        date: Some(DateMention {
            first: Some(year),
            last: Some(year),
            year_end: false,
            by: false,
        }),
        yearless: None,
        is_distance: true,
    })
}

/// The ` 11 23` of `2022 11 23`.
fn spaced_day(year: u16, rest: &str) -> Option<Date> {
    let mut parts = rest.strip_prefix(' ')?.split(' ');
    let (month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Date::year_month_day(year, month, day).filter(|_| parts.next().is_none())
}

/// `24年` as a line of its own: a length of time would be part of a sentence.
fn lone_short_year(cell: &str) -> Option<u16> {
    let digits = cell.strip_suffix('年')?;
    (digits.len() == 2)
        .then(|| digits.parse::<u16>().ok())?
        .map(pivoted)
}
