//! Dates of stated precision.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A calendar date (日期) of the precision the text states: a year, a month, or a day.
///
/// Written as an EDTF string (ISO 8601-2): `2025`, `2025-06`, `2025-06-30`. Months run from
/// 1 to 12 and days from 1 to 31; a day never stands without its month.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl Date {
    /// The whole year, e.g. 2025 for `2025年`.
    #[must_use]
    pub const fn year_only(year: u16) -> Self {
        Self {
            year,
            month: None,
            day: None,
        }
    }

    /// A month, e.g. `2025年6月`; `None` unless the month is 1–12.
    #[must_use]
    pub fn year_month(year: u16, month: u8) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self {
            year,
            month: Some(month),
            day: None,
        })
    }

    /// A day, e.g. `2025年6月30日`; `None` unless the calendar has it.
    #[must_use]
    pub fn year_month_day(year: u16, month: u8, day: u8) -> Option<Self> {
        let date = Self::year_month(year, month)?;
        (1..=days_in(year, month)).contains(&day).then_some(Self {
            day: Some(day),
            ..date
        })
    }

    /// The year, e.g. 2025.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1–12; `None` when the text names the year alone.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, 1–31; `None` when the text does not name it.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        self.day
    }
}

impl Date {
    /// The first day of it.
    pub(crate) fn first_day(self) -> Self {
        Self {
            month: self.month.or(Some(1)),
            day: self.day.or(Some(1)),
            ..self
        }
    }

    /// The month `by` months later, or earlier when negative, without a day.
    pub(crate) fn plus_months(self, by: i32) -> Option<Self> {
        let months = i32::from(self.year) * 12 + i32::from(self.month.unwrap_or(1)) - 1;
        let moved = months.checked_add(by)?;
        let year = u16::try_from(moved.div_euclid(12)).ok()?;
        Self::year_month(year, u8::try_from(moved.rem_euclid(12) + 1).ok()?)
    }

    /// The day `by` days after the first day of it, or before when negative.
    pub(crate) fn plus_days(self, by: i32) -> Option<Self> {
        let day = self.first_day();
        Self::from_day_number(day.day_number().checked_add(by)?)
    }

    /// The last day of it.
    pub(crate) fn last_day(self) -> Self {
        let month = self.month.unwrap_or(12);
        Self {
            month: Some(month),
            day: self.day.or(Some(days_in(self.year, month))),
            ..self
        }
    }

    /// Day of the week of its first day: 0 for Monday.
    pub(crate) fn weekday(self) -> i32 {
        // Day number 0 was a Monday: 0001-01-01.
        self.first_day().day_number().rem_euclid(7)
    }

    /// Days since 0001-01-01 in the proleptic Gregorian calendar.
    fn day_number(self) -> i32 {
        let past = i32::from(self.year) - 1;
        let months = (1..self.month.unwrap_or(1))
            .map(|month| i32::from(days_in(self.year, month)));
        past * 365 + past.div_euclid(4) - past.div_euclid(100)
            + past.div_euclid(400)
            + months.sum::<i32>()
            + i32::from(self.day.unwrap_or(1))
            - 1
    }

    fn from_day_number(number: i32) -> Option<Self> {
        // A year is at least 365 days long, so the guess is never too small.
        let mut year = u16::try_from(number / 365 + 1).ok()?;
        while year > 1 && Self::year_only(year).first_day().day_number() > number {
            year -= 1;
        }
        let mut left = number - Self::year_only(year).first_day().day_number();
        let mut month = 1;
        while month < 12 && left >= i32::from(days_in(year, month)) {
            left -= i32::from(days_in(year, month));
            month += 1;
        }
        Self::year_month_day(year, month, u8::try_from(left + 1).ok()?)
    }
}

/// How many days a month (1–12) of the Gregorian calendar has.
fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && !year.is_multiple_of(100)
            || year.is_multiple_of(400) =>
        {
            29
        }
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// The text is no date of the form `2025`, `2025-06` or `2025-06-30`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseDateError(());

impl fmt::Display for ParseDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a date as 2025, 2025-06 or 2025-06-30")
    }
}

impl std::error::Error for ParseDateError {}

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, ParseDateError> {
        let mut parts = text.split('-');
        let mut next = |width: usize| match parts.next() {
            None => Ok(None),
            Some(part)
                if part.len() == width && part.bytes().all(|b| b.is_ascii_digit()) =>
            {
                part.parse::<u16>()
                    .map(Some)
                    .map_err(|_| ParseDateError(()))
            }
            Some(_) => Err(ParseDateError(())),
        };
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        let small = |number: u16| u8::try_from(number).unwrap_or(0);
        let date = match (year, month, day) {
            (Some(year), None, None) => Some(Self::year_only(year)),
            (Some(year), Some(month), None) => Self::year_month(year, small(month)),
            (Some(year), Some(month), Some(day)) => {
                Self::year_month_day(year, small(month), small(day))
            }
            _ => None,
        };
        if parts.next().is_some() {
            return Err(ParseDateError(()));
        }
        date.ok_or(ParseDateError(()))
    }
}

impl TryFrom<String> for Date {
    type Error = ParseDateError;

    fn try_from(text: String) -> Result<Self, ParseDateError> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

/// When a task is to be done (时限): by a date, e.g. `2025年底前` → `2025-12`, or with no
/// end, e.g. `持续推进` → `ongoing`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Deadline {
    /// By the end of this date.
    By(Date),
    /// 持续推进, 长期坚持: without an end.
    Ongoing,
}

impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::By(date) => date.fmt(f),
            Self::Ongoing => f.write_str("ongoing"),
        }
    }
}

impl TryFrom<String> for Deadline {
    type Error = ParseDateError;

    fn try_from(text: String) -> Result<Self, ParseDateError> {
        if text == "ongoing" {
            Ok(Self::Ongoing)
        } else {
            text.parse().map(Self::By)
        }
    }
}

impl From<Deadline> for String {
    fn from(deadline: Deadline) -> Self {
        deadline.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_across_years() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        for (from, by, to) in [
            ("2021-06-14", 60, "2021-08-13"),
            ("2020-02-28", 1, "2020-02-29"),
            ("2020-03-01", -1, "2020-02-29"),
            ("2000-12-31", 1, "2001-01-01"),
            ("2021", -1, "2020-12-31"),
        ] {
            assert_eq!(date(from).plus_days(by), Some(date(to)), "{from} {by}");
        }
        assert_eq!(date("2026-11-21").weekday(), 5);
        assert_eq!(date("2020-11").plus_months(3), Some(date("2021-02")));
        assert_eq!(date("2024-02").last_day(), date("2024-02-29"));
    }

    #[test]
    fn dates_keep_their_precision() {
        for text in ["2025", "2025-06", "2025-06-30", "2024-02-29"] {
            assert_eq!(text.parse::<Date>().expect("a date").to_string(), text);
        }
        for text in [
            "",
            "25",
            "2025-13",
            "2025-6",
            "2023-02-29",
            "2025-06-30-01",
            "+025",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }
}
