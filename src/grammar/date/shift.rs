//! Distances from the document's date: `5天前`, `近三个月`, `60日内`.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{one_of, satisfy};
use nom::combinator::{not, opt, value, verify};
use nom::error::ErrorKind;
use nom::sequence::{preceded, terminated};

use super::DateMention;
use crate::grammar::number::{opens, read_cardinal, spaces};
use crate::grammar::{PResult, fail};
use crate::model::Date;

/// `20天后`, `近三个月`, `前1周`: so far from the document's date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shift {
    amount: i32,
    unit: Unit,
    kind: ShiftKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ShiftKind {
    /// 5天前
    Before,
    /// 5天以前
    Until,
    /// 5天后
    After,
    /// 5天以后
    OnFrom,
    /// 60日内
    Within,
    /// 未来7天
    Next,
    /// 近三个月
    Past,
    /// 后三个月: the next whole ones.
    NextWhole,
    /// 后1年: as many, from tomorrow on; whole months.
    FromTomorrow,
    /// 前两个月: the last whole ones.
    LastWhole,
}

/// `5天前`, `20天以后`, `未来7天`, `近三个月`, `60日内`.
pub(super) fn read_shift(input: &str) -> PResult<'_, Shift> {
    let (rest, before) = opt(alt((
        value(ShiftKind::Next, alt((tag("未来"), tag("今后")))),
        value(
            ShiftKind::Past,
            alt((tag("过去的"), tag("过去"), tag("最近"), tag("近"))),
        ),
        value(ShiftKind::OnFrom, tag("过")),
        value(ShiftKind::LastWhole, alt((tag("前"), tag("上")))),
        value(ShiftKind::NextWhole, tag("下")),
        value(ShiftKind::FromTomorrow, tag("后")),
    )))
    .parse(input)?;
    let (rest, (amount, unit)) = preceded(spaces, read_span_of_time).parse(rest)?;
    let (rest, after) = opt(alt((
        value(ShiftKind::OnFrom, alt((tag("之后"), tag("以后")))),
        value(
            ShiftKind::Within,
            alt((tag("以内"), tag("之内"), tag("内"))),
        ),
        value(
            ShiftKind::Until,
            terminated(alt((tag("之前"), tag("以前"))), not(satisfy(opens))),
        ),
        value(
            ShiftKind::Before,
            terminated(tag("前"), not(satisfy(opens))),
        ),
        value(ShiftKind::After, terminated(tag("后"), not(one_of("期续")))),
    )))
    .parse(rest)?;
    let (Some(kind), true) = (before.or(after), before.is_none() || after.is_none())
    else {
        return fail(input, ErrorKind::Verify);
    };
    Ok((rest, Shift { amount, unit, kind }))
}

fn read_span_of_time(input: &str) -> PResult<'_, (i32, Unit)> {
    if input.starts_with(['0', '０']) {
        return fail(input, ErrorKind::Verify);
    }
    let (rest, number) = read_cardinal(input)?;
    // 2015年前 names a year.
    let amount = number
        .value
        .to_i64()
        .and_then(|amount| i32::try_from(amount).ok())
        .filter(|amount| (1..1000).contains(amount));
    // Of 20多个月 only what lies after it can be told.
    let open = number.excess && !rest.chars().take(4).any(|c| matches!(c, '后'));
    let Some(amount) = amount.filter(|_| number.max.is_none() && !open) else {
        return fail(input, ErrorKind::Verify);
    };
    if let Ok((rest, months)) = read_half_span(amount, rest) {
        return Ok((rest, months));
    }
    let (rest, unit) = preceded(
        spaces,
        alt((
            value((1, Unit::Day), alt((tag("天"), tag("日")))),
            value((7, Unit::Day), alt((tag("个星期"), tag("星期")))),
            value((1, Unit::Week), alt((tag("个周"), tag("周")))),
            value((1, Unit::Month), tag("个月")),
            // 仨月 has its classifier inside.
            verify(value((1, Unit::Month), tag("月")), |_| {
                input.starts_with(['俩', '仨'])
            }),
            value((3, Unit::Month), tag("个季度")),
            value((1, Unit::Year), alt((tag("周年"), tag("年")))),
        )),
    )
    .parse(rest)?;
    Ok((rest, (amount.saturating_mul(unit.0), unit.1)))
}

/// `3年半`, `两个半月`: the half counts in the next smaller unit.
fn read_half_span(amount: i32, rest: &str) -> PResult<'_, (i32, Unit)> {
    alt((
        value((amount.saturating_mul(12) + 6, Unit::Month), tag("年半")),
        value((amount.saturating_mul(30) + 15, Unit::Day), tag("个半月")),
    ))
    .parse(rest)
}

impl Shift {
    pub(super) fn resolve(self, today: Date) -> Option<DateMention> {
        let (first, last) = match self.kind {
            ShiftKind::Before => {
                let date = self.moved(today, -self.amount)?;
                (Some(date), Some(date))
            }
            ShiftKind::After => {
                let date = self.moved(today, self.amount)?;
                (Some(date), Some(date))
            }
            ShiftKind::Until => (None, Some(self.moved(today, -self.amount)?)),
            ShiftKind::OnFrom => (Some(self.moved(today, self.amount)?), None),
            // Half a year has no day of its own.
            ShiftKind::Within if self.unit == Unit::Month && self.amount % 12 == 6 => {
                (None, Some(today.plus_months(self.amount)?))
            }
            ShiftKind::Within => (None, Some(self.end_of(today, self.amount)?)),
            ShiftKind::Next => match self.unit {
                Unit::Month => (
                    Some(today.plus_months(1)?),
                    Some(today.plus_months(self.amount)?),
                ),
                _ => (Some(today), Some(self.end_of(today, self.amount)?)),
            },
            ShiftKind::Past => (Some(self.end_of(today, -self.amount)?), Some(today)),
            ShiftKind::NextWhole if self.unit == Unit::Year => (
                Some(self.moved(today, 1)?),
                Some(self.moved(today, self.amount)?),
            ),
            ShiftKind::NextWhole | ShiftKind::FromTomorrow => match self.unit {
                Unit::Month => (
                    Some(today.plus_months(1)?),
                    Some(today.plus_months(self.amount)?),
                ),
                _ => (
                    Some(today.plus_days(1)?),
                    Some(self.end_of(today, self.amount)?),
                ),
            },
            ShiftKind::LastWhole => match self.unit {
                Unit::Year => (
                    Some(self.moved(today, -self.amount)?),
                    Some(self.moved(today, -1)?),
                ),
                Unit::Month => (
                    Some(today.plus_months(-self.amount)?),
                    Some(today.plus_months(-1)?),
                ),
                _ => (
                    Some(self.end_of(today, -self.amount)?),
                    Some(today.plus_days(-1)?),
                ),
            },
        };
        Some(DateMention {
            first,
            last,
            year_end: false,
            by: self.kind == ShiftKind::Within,
        })
    }

    /// So far from `today`, with the precision of the unit.
    fn moved(self, today: Date, by: i32) -> Option<Date> {
        match self.unit {
            Unit::Day => today.plus_days(by),
            Unit::Week => today.plus_days(by * 7),
            Unit::Month => today.plus_months(by),
            Unit::Year => Some(Date::year_only(
                u16::try_from(i32::from(today.year()) + by).ok()?,
            )),
        }
    }

    /// The day so far from `today`.
    fn end_of(self, today: Date, by: i32) -> Option<Date> {
        let day = today.first_day();
        let months = match self.unit {
            Unit::Day => return today.plus_days(by),
            Unit::Week => return today.plus_days(by * 7),
            Unit::Month => by,
            Unit::Year => by.checked_mul(12)?,
        };
        let month = day.plus_months(months)?;
        let last = month.last_day().day()?;
        Date::year_month_day(month.year(), month.month()?, day.day()?.min(last))
    }
}
