//! What a point means in the calendar, given the document's own date.

use super::edge::Edge;
use super::month::Month;
use super::part::Part;
use super::point::Point;
use super::year::Year;
use crate::model::Date;

impl Point {
    pub(super) fn is_year_end(self) -> bool {
        self.month.is_none()
            && self.part.is_none()
            && matches!(self.edge, Some(Edge::End | Edge::Within))
    }

    /// The end of an interval with what it shares with the beginning filled in.
    pub(super) fn after(self, first: Self) -> Self {
        let year = match (self.year, self.month) {
            (Some(Year::Following), _) => Some(Year::after(first.year)),
            (year, Some(Month::Relative(_))) => year,
            (year, _) => year.or(first.year),
        };
        let month = match self.month {
            None if self.day.is_some() => first.month,
            month => month,
        };
        Self {
            year,
            month,
            ..self
        }
    }

    /// The last of what it covers as the end of an interval that begins on `start`. An end
    /// that says no year is the next one of its name: 11月至3月.
    pub(super) fn last_behind(
        self,
        first: Self,
        start: Date,
        reference: Option<Date>,
    ) -> Option<Date> {
        let until = self.after(first);
        let (_, last) = until.resolve(reference)?;
        let named = self.day.is_none() || self.month.is_some();
        if self.year.is_some() || !named || last.last_day() >= start.first_day() {
            return Some(last);
        }
        let next = Self {
            year: Some(Year::after(until.year)),
            ..until
        };
        next.resolve(reference).map(|(_, last)| last)
    }

    pub(super) fn resolve(self, reference: Option<Date>) -> Option<(Date, Date)> {
        if let Some(offset) = self.relative_day {
            let day = reference?.plus_days(offset)?;
            return Some((day, day));
        }
        if let Some(offset) = self.week {
            return whole_weeks(reference?, offset, 1);
        }
        let (first_year, last_year) = self.years(reference)?;
        let month = match self.month {
            None => None,
            Some(Month::Known(month)) => Some(Date::year_month(first_year, month)?),
            Some(Month::Relative(by)) => {
                Some(Date::year_month(first_year, reference?.month()?)?.plus_months(by)?)
            }
        };
        match (month, self.day) {
            (Some(month), Some(day)) => {
                let day = Date::year_month_day(month.year(), month.month()?, day)?;
                Some((day, day))
            }
            (None, Some(day)) => {
                let day = Date::year_month_day(first_year, reference?.month()?, day)?;
                Some((day, day))
            }
            (Some(month), None) => self.in_month(month),
            (None, None) => self.in_year(first_year, last_year, reference),
        }
    }

    fn years(self, reference: Option<Date>) -> Option<(u16, u16)> {
        let both = |year: u16| Some((year, year));
        match self.year {
            None => both(reference?.year()),
            Some(Year::Known(year)) => both(year),
            Some(Year::Following) => both(reference?.year() + 1),
            Some(Year::Relative(by)) => {
                both(u16::try_from(i32::from(reference?.year()) + by).ok()?)
            }
            Some(Year::ThisAndNext) => {
                let year = reference?.year();
                Some((year, year + 1))
            }
            Some(Year::Plan(number)) => {
                let first = FIRST_PLAN_YEARS + number * PLAN_YEARS;
                match self.edge {
                    Some(Edge::Start) => both(first),
                    Some(Edge::Middle) => both(first + PLAN_YEARS / 2),
                    Some(Edge::End) => both(first + PLAN_YEARS - 1),
                    _ => Some((first, first + PLAN_YEARS - 1)),
                }
            }
            Some(Year::Decade(first, last)) => Some((first, last)),
        }
    }

    fn in_month(self, month: Date) -> Option<(Date, Date)> {
        let day = |day: u8| Date::year_month_day(month.year(), month.month()?, day);
        let end = month.last_day();
        Some(match self.part {
            None => (month, month),
            Some(Part::Tenday(1)) => (day(1)?, day(10)?),
            Some(Part::Tenday(2)) => (day(11)?, day(20)?),
            Some(Part::Tenday(_)) => (day(21)?, end),
            Some(Part::HalfMonth(1)) => (day(1)?, day(15)?),
            Some(Part::HalfMonth(_)) => (day(16)?, end),
            Some(Part::FirstDays(count)) => (day(1)?, day(count)?),
            Some(Part::LastDays(count)) => (end.plus_days(1 - i32::from(count))?, end),
            Some(Part::Week(week)) => nth_week(month, week)?,
            Some(_) => return None,
        })
    }

    fn in_year(
        self,
        first: u16,
        last: u16,
        reference: Option<Date>,
    ) -> Option<(Date, Date)> {
        let month = |month: u8| Date::year_month(first, month);
        match self.part {
            None => self.edge_of_years(first, last),
            Some(Part::Half(half)) => Some((month(half * 6 - 5)?, month(half * 6)?)),
            Some(Part::Quarter(quarter)) => self.edge_of_quarter(month(quarter * 3 - 2)?),
            Some(Part::RelativeQuarter(by)) => {
                let today = reference?;
                let quarter = i32::from(today.month()? - 1) / 3 + by;
                let start = Date::year_month(today.year(), 1)?;
                self.edge_of_quarter(start.plus_months(quarter * 3)?)
            }
            Some(Part::FirstMonths(count)) => Some((month(1)?, month(count)?)),
            Some(Part::LastMonths(count)) => Some((month(13 - count)?, month(12)?)),
            Some(Part::Week(week)) => nth_week(Date::year_only(first), week),
            Some(Part::FirstDays(count)) => {
                let start = Date::year_only(first).first_day();
                Some((start, start.plus_days(i32::from(count) - 1)?))
            }
            Some(Part::LastDays(count)) => {
                let end = Date::year_only(first).last_day();
                Some((end.plus_days(1 - i32::from(count))?, end))
            }
            Some(Part::HalfMonth(_) | Part::Tenday(_)) => {
                self.in_month(month(reference?.month()?)?)
            }
        }
    }

    fn edge_of_years(self, first: u16, last: u16) -> Option<(Date, Date)> {
        let month = |month: u8| Date::year_month(first, month);
        let is_plan = matches!(self.year, Some(Year::Plan(_)));
        match self.edge.filter(|_| !is_plan) {
            // 年初 is the first two months, as statistics have it.
            Some(Edge::Start) => Some((month(1)?, month(2)?)),
            Some(Edge::Middle) => Some((month(6)?, month(6)?)),
            Some(Edge::End | Edge::Within) => Some((month(12)?, month(12)?)),
            None => Some((Date::year_only(first), Date::year_only(last))),
        }
    }

    fn edge_of_quarter(self, first: Date) -> Option<(Date, Date)> {
        let last = first.plus_months(2)?;
        Some(match self.edge {
            Some(Edge::Start) => (first, first),
            Some(Edge::End) => (last, last),
            _ => (first, last),
        })
    }
}

/// The first five-year plan began five years after this: 十四五 is 2021 to 2025.
const FIRST_PLAN_YEARS: u16 = 1951;
const PLAN_YEARS: u16 = 5;

/// The week of that number in a month or year: the first is the one whose Monday lies in
/// it.
fn nth_week(of: Date, number: u8) -> Option<(Date, Date)> {
    let first = of.first_day();
    let monday = first.plus_days((7 - first.weekday()) % 7)?;
    let monday = monday.plus_days((i32::from(number) - 1) * 7)?;
    Some((monday, monday.plus_days(6)?))
}

fn whole_weeks(from: Date, offset: i32, count: i32) -> Option<(Date, Date)> {
    let monday = from.plus_days(offset * 7 - from.weekday())?;
    Some((monday, monday.plus_days(count * 7 - 1)?))
}
