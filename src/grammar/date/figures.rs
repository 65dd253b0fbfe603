//! Dates in figures alone: `2025-06-30`, `20250630`, `7·20`.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{map_opt, not, opt};
use nom::error::ErrorKind;
use nom::sequence::{preceded, terminated};

use super::month::Month;
use super::point::Point;
use super::year::{Year, four_digits, is_plausible_year};
use crate::grammar::number::{ascii, is_digit};
use crate::grammar::quantity::{UnitClass, read_unit};
use crate::grammar::{PResult, fail};

/// `2025-06-30`, `2025.6.30`, `2025/6`, `20250630`, `10/1/2017`.
pub(super) fn read_numeric(input: &str) -> PResult<'_, Point> {
    if !may_be_numeric(input) {
        return fail(input, ErrorKind::Digit);
    }
    alt((
        read_year_first,
        read_year_last,
        read_compact,
        read_dotted_day,
    ))
    .parse(input)
}

/// Whether figures stand here that a sign of dates follows, or eight of them.
fn may_be_numeric(input: &str) -> bool {
    let rest = input.trim_start_matches(is_digit);
    let figures = input.len() - rest.len();
    figures == "20250630".len()
        || figures > 0 && rest.starts_with(['-', '/', '.', '．', '／', '·'])
}

fn read_year_first(input: &str) -> PResult<'_, Point> {
    let (rest, year) = four_digits(input)?;
    let (rest, sign) = one_of("-/.．／").parse(rest)?;
    let (rest, month) = numeric_part(12).parse(rest)?;
    let day = preceded(char(sign), numeric_part(31)).parse(rest);
    let (rest, day) = match day {
        Ok((rest, day)) => (rest, Some(day)),
        // `2025.6` may be a decimal number and `2025-6` an interval, `2025.06` hardly.
        Err(_) if input.len() - rest.len() == "2025-06".len() && !measures(rest) => {
            (rest, None)
        }
        Err(_) => return fail(input, ErrorKind::Verify),
    };
    let (rest, _) = not(alt((satisfy(is_digit), char(sign)))).parse(rest)?;
    // A day of the month that no calendar has is a number of another kind.
    let point = Point::day(Year::Known(year), month, day);
    if point.resolve(None).is_none() {
        return fail(input, ErrorKind::Verify);
    }
    let (rest, _) = opt(one_of("日")).parse(rest)?;
    Ok((rest, point))
}

/// Whether the figures before are a decimal number: 2034.06|亿元, 2012.11|公里.
fn measures(rest: &str) -> bool {
    rest.starts_with(['万', '亿', '千'])
        || read_unit(rest).is_ok_and(|(_, unit)| {
            matches!(
                unit.unit.class,
                UnitClass::Measure
                    | UnitClass::Money
                    | UnitClass::Point
                    | UnitClass::Ratio
            )
        })
}

/// Day, month and year in the order of English forms.
fn read_year_last(input: &str) -> PResult<'_, Point> {
    let (rest, (first, _, second, _, year)) = (
        numeric_part(31),
        char('/'),
        numeric_part(31),
        char('/'),
        four_digits,
    )
        .parse(input)?;
    let (day, month) = if second > 12 {
        (second, first)
    } else {
        (first, second)
    };
    Ok((rest, Point::day(Year::Known(year), month, Some(day))))
}

/// `7·20`, as events are named by their day.
fn read_dotted_day(input: &str) -> PResult<'_, Point> {
    let (rest, (month, _, day)) = terminated(
        (numeric_part(12), char('·'), numeric_part(31)),
        // 上涨1·8% is no day.
        not(satisfy(|c| is_digit(c) || matches!(c, '%' | '％' | '‰'))),
    )
    .parse(input)?;
    let point = Point {
        month: Some(Month::Known(month)),
        day: Some(day),
        ..Point::default()
    };
    Ok((rest, point))
}

fn read_compact(input: &str) -> PResult<'_, Point> {
    let (rest, digits) = terminated(
        take_while_m_n(8, 8, |c: char| c.is_ascii_digit()),
        not(satisfy(|c: char| c.is_alphanumeric())),
    )
    .parse(input)?;
    let part = |range: std::ops::Range<usize>| digits[range].parse::<u16>().unwrap_or(0);
    let (year, month, day) = (part(0..4), part(4..6), part(6..8));
    if !is_plausible_year(year) || !(1..=12).contains(&month) || !(1..=31).contains(&day)
    {
        return fail(input, ErrorKind::Verify);
    }
    // OK because both were just bounded.
    let point = Point::day(Year::Known(year), month as u8, Some(day as u8));
    Ok((rest, point))
}

fn numeric_part<'i>(most: u8) -> impl FnMut(&'i str) -> PResult<'i, u8> {
    move |input| {
        map_opt(take_while_m_n(1, 2, is_digit), |digits: &str| {
            ascii(digits)
                .parse()
                .ok()
                .filter(|part| (1..=most).contains(part))
        })
        .parse(input)
    }
}
