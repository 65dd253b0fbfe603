//! Intervals: `2017年8月11日至8月22日`, `2023—2025年`, `12-19日`.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::one_of;
use nom::combinator::{map, opt, verify};
use nom::error::ErrorKind;
use nom::sequence::{delimited, preceded, terminated};

use super::bound::{Bound, read_bound};
use super::figures::read_numeric;
use super::month::{Month, read_month, small_number};
use super::phrase::Phrase;
use super::point::{Point, read_point};
use super::year::{Year, four_digits, read_year};
use crate::grammar::number::spaces;
use crate::grammar::{PResult, fail};

/// `2017年8月11日至8月22日`, `2019年4月12-19日`, `2023—2025年`, `1—6月`.
///
/// `point` is what was read as the first end.
pub(super) fn read_interval<'i>(
    input: &'i str,
    point: &PResult<'i, Point>,
) -> PResult<'i, Phrase> {
    let whole = |rest, first| {
        map(preceded(dash, read_point), move |until| (first, until)).parse(rest)
    };
    let read = match point {
        Ok((rest, first)) => whole(*rest, *first),
        Err(_) => fail(input, ErrorKind::Tag),
    };
    let (rest, (point, until)) = match read {
        Ok(read) => read,
        Err(_) => {
            map(read_short_interval, |(first, _, until)| (first, until)).parse(input)?
        }
    };
    let (rest, bound) = opt(read_bound).parse(rest)?;
    // An interval has its ends already: 前 and 止 say nothing new.
    let bound = bound.filter(|&bound| bound == Bound::From);
    let phrase = Phrase {
        point,
        until: Some(until),
        bound,
        shift: None,
    };
    Ok((rest, phrase))
}

/// An interval whose first end lacks the unit of the second: `2023—2025年`, `12-19日`.
fn read_short_interval(input: &str) -> PResult<'_, (Point, &str, Point)> {
    alt((read_short_years, read_short_months, read_short_days)).parse(input)
}

fn read_short_years(input: &str) -> PResult<'_, (Point, &str, Point)> {
    let (rest, first) = terminated(four_digits, opt(tag("年"))).parse(input)?;
    let (rest, sign) = dash(rest)?;
    let (rest, until) = verify(read_point, |until: &Point| {
        matches!(until.year, Some(Year::Known(_)))
    })
    .parse(rest)?;
    Ok((rest, (Point::year(Year::Known(first)), sign, until)))
}

fn read_short_months(input: &str) -> PResult<'_, (Point, &str, Point)> {
    let (rest, year) = opt(read_year).parse(input)?;
    let (rest, first) = small_number(12).parse(rest)?;
    let (rest, sign) = dash(rest)?;
    let (rest, until) = verify(read_point, |until: &Point| {
        until.year.is_none() && until.month.is_some() && until.day.is_none()
    })
    .parse(rest)?;
    let point = Point {
        year,
        month: Some(Month::Known(first)),
        ..Point::default()
    };
    Ok((rest, (point, sign, until)))
}

fn read_short_days(input: &str) -> PResult<'_, (Point, &str, Point)> {
    let (rest, (year, month)) = (opt(read_year), read_month).parse(input)?;
    let (rest, first) = small_number(31).parse(rest)?;
    let (rest, sign) = preceded(opt(one_of("日号")), dash).parse(rest)?;
    let (rest, last) = terminated(small_number(31), one_of("日号")).parse(rest)?;
    let point = Point {
        year,
        month: Some(month),
        day: Some(first),
        ..Point::default()
    };
    let until = Point {
        day: Some(last),
        ..point
    };
    Ok((rest, (point, sign, until)))
}

pub(super) fn dash(input: &str) -> PResult<'_, &str> {
    delimited(
        spaces,
        alt((
            tag("——"),
            tag("--"),
            tag("至"),
            tag("到"),
            tag("—"),
            tag("-"),
            tag("－"),
            tag("–"),
            tag("~"),
            tag("～"),
            tag("和"),
        )),
        spaces,
    )
    .parse(input)
}

pub(super) fn read_numeric_interval(input: &str) -> PResult<'_, Phrase> {
    let (rest, (point, _, until)) = (read_numeric, dash, read_numeric).parse(input)?;
    let (rest, _) = opt(read_bound).parse(rest)?;
    Ok((
        rest,
        Phrase {
            point,
            until: Some(until),
            ..Phrase::default()
        },
    ))
}
