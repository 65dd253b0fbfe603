//! The month and the day of a date, in digits or numerals.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{map, map_opt, not, opt, peek, value};
use nom::error::ErrorKind;
use nom::sequence::{delimited, preceded, terminated};

use super::interval::dash;
use super::relative::read_relative;
use super::shift::Unit;
use crate::grammar::number::{digit_value, is_digit, read_cardinal, spaces, spelt_digit};
use crate::grammar::{PResult, fail};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Month {
    Known(u8),
    Relative(i32),
}

pub(super) fn read_month(input: &str) -> PResult<'_, Month> {
    let known = terminated(
        alt((value(1, alt((tag("元"), tag("正")))), small_number(12))),
        (spaces, char('月'), opt(char('份'))),
    );
    alt((
        map(known, Month::Known),
        map(|input| read_relative(input, Unit::Month), Month::Relative),
    ))
    .parse(input)
}

/// `第三个月`, of the year before it.
pub(super) fn read_nth_month(input: &str) -> PResult<'_, Month> {
    map(
        delimited(tag("第"), small_number(12), tag("个月")),
        Month::Known,
    )
    .parse(input)
}

pub(super) fn read_day(input: &str) -> PResult<'_, u8> {
    let bare = terminated(
        numeric_or_han_day,
        peek(alt((nom::combinator::eof, dash, tag("前"), tag("出")))),
    );
    preceded(
        spaces,
        alt((
            terminated(numeric_or_han_day, (spaces, one_of("日号"))),
            bare,
        )),
    )
    .parse(input)
}

pub(super) fn numeric_or_han_day(input: &str) -> PResult<'_, u8> {
    small_number(31).parse(input)
}

/// A whole number from 1 to `most`, in digits or numerals.
pub(super) fn small_number<'i>(most: u8) -> impl FnMut(&'i str) -> PResult<'i, u8> {
    move |input| {
        if input.starts_with(is_digit) {
            let (rest, digits) =
                terminated(take_while_m_n(1, 3, is_digit), not(satisfy(is_digit)))
                    .parse(input)?;
            let number = digits
                .chars()
                .filter_map(digit_value)
                .fold(0u16, |number, digit| number * 10 + u16::from(digit));
            return match u8::try_from(number) {
                Ok(number) if (1..=most).contains(&number) => Ok((rest, number)),
                _ => fail(input, ErrorKind::Verify),
            };
        }
        map_opt(
            take_while_m_n(1, 4, |c| {
                spelt_digit(c).is_some() || matches!(c, '十' | '廿' | '卅' | '拾')
            }),
            |numeral: &str| {
                let (rest, number) = read_cardinal(numeral).ok()?;
                let whole = number.value.to_i64().filter(|_| number.max.is_none())?;
                u8::try_from(whole)
                    .ok()
                    .filter(|number| rest.is_empty() && (1..=most).contains(number))
            },
        )
        .parse(input)
    }
}
