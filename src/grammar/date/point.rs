//! One point in time: year, month, day, part and edge, at least one of them.

use std::sync::LazyLock;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::one_of;
use nom::combinator::{map, opt};
use nom::error::ErrorKind;
use nom::sequence::{preceded, terminated};

use super::edge::{Edge, read_month_edge, read_year_edge};
use super::month::{Month, numeric_or_han_day, read_day, read_month, read_nth_month};
use super::part::{Part, read_part};
use super::period::{read_century, read_plan};
use super::relative::read_relative;
use super::shift::Unit;
use super::year::{Year, read_year};
use crate::grammar::number::{is_digit, spaces};
use crate::grammar::{PResult, fail};
use crate::lexicon::rows;
use crate::lexicon::trie::Trie;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) year: Option<Year>,
    pub(super) month: Option<Month>,
    pub(super) day: Option<u8>,
    pub(super) week: Option<i32>,
    pub(super) relative_day: Option<i32>,
    pub(super) part: Option<Part>,
    pub(super) edge: Option<Edge>,
}

impl Point {
    pub(super) fn year(year: Year) -> Self {
        Self {
            year: Some(year),
            ..Self::default()
        }
    }

    /// The year, when nothing else is named and it is known.
    pub(super) fn only_year(self) -> Option<u16> {
        let Some(Year::Known(year)) = self.year else {
            return None;
        };
        (self == Self::year(Year::Known(year))).then_some(year)
    }

    pub(super) fn day(year: Year, month: u8, day: Option<u8>) -> Self {
        Self {
            year: Some(year),
            month: Some(Month::Known(month)),
            day,
            ..Self::default()
        }
    }
}

/// Reads a point with words: year, month, day, part and edge, at least one of them.
pub(super) fn read_point(input: &str) -> PResult<'_, Point> {
    // Most dates begin with figures, those of four with a year.
    match input.chars().take(4).take_while(|&c| is_digit(c)).count() {
        0 => alt((read_plan, read_century, read_relative_day, read_dated)).parse(input),
        4 => read_dated(input),
        _ => alt((read_century, read_dated)).parse(input),
    }
}

/// A festival or a day of the calendar, with its year or without.
fn read_dated(input: &str) -> PResult<'_, Point> {
    let (rest, year) = opt(read_year).parse(input)?;
    if let Some((end, (month, day))) = FESTIVALS.prefixes(rest).last() {
        let point = Point {
            year,
            month: Some(Month::Known(month)),
            day: Some(day),
            ..Point::default()
        };
        return Ok((&rest[end..], point));
    }
    read_calendar(input, rest, year)
}

/// A day, a month or a part of the year behind the year that `input` begins with.
fn read_calendar<'i>(
    input: &'i str,
    rest: &'i str,
    year: Option<Year>,
) -> PResult<'i, Point> {
    // 的 belongs to the date only when more of it follows: 2021年的第三个月.
    let linked = terminated(spaces, opt(tag("的"))).parse(rest);
    let rest = match linked {
        Ok((after, _))
            if year.is_some() && after.len() < rest.len() && continues(after) =>
        {
            after
        }
        _ => rest,
    };
    let (rest, month) = opt(alt((read_month, read_nth_month))).parse(rest)?;
    let (after, day) = match month {
        Some(_) => opt(read_day).parse(rest)?,
        None if year.is_none() => {
            opt(terminated(numeric_or_han_day, tag("日"))).parse(rest)?
        }
        None => (rest, None),
    };
    let mut point = Point {
        year,
        month,
        day,
        ..Point::default()
    };
    if day.is_some() {
        return Ok((after, point));
    }
    let (rest, part) = opt(preceded(opt(one_of("的之")), |input| {
        read_part(input, year.is_some(), month.is_some())
    }))
    .parse(after)?;
    point.part = part;
    let edge = match (part, month, year) {
        (Some(Part::Quarter(_) | Part::RelativeQuarter(_)), ..) => {
            opt(read_month_edge).parse(rest)?
        }
        (Some(_), ..) => (rest, None),
        (None, Some(_), _) => opt(read_month_edge).parse(rest)?,
        (None, None, _) => opt(read_year_edge).parse(rest)?,
    };
    point.edge = edge.1;
    if point == Point::default() {
        return fail(input, ErrorKind::Verify);
    }
    Ok((edge.0, point))
}

/// Whether a month or a part of the year stands here.
fn continues(input: &str) -> bool {
    read_month(input).is_ok()
        || read_nth_month(input).is_ok()
        || read_part(input, true, false).is_ok()
}

fn read_relative_day(input: &str) -> PResult<'_, Point> {
    let day = |input| read_relative(input, Unit::Day);
    let week = |input| read_relative(input, Unit::Week);
    alt((
        map(day, |offset| Point {
            relative_day: Some(offset),
            ..Point::default()
        }),
        map(week, |offset| Point {
            week: Some(offset),
            ..Point::default()
        }),
    ))
    .parse(input)
}

/// Month and day of each festival.
static FESTIVALS: LazyLock<Trie<(u8, u8)>> = LazyLock::new(|| {
    Trie::forward(
        rows(include_str!("../../lexicon/festival.tsv")).filter_map(|row| {
            let day = (row.cell(1).parse().ok()?, row.cell(2).parse().ok()?);
            Some((row.cell(0), day))
        }),
    )
});
