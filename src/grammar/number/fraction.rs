//! Fractions and ratios: `三分之二`, `百分之五`, `1 3/5`.

use nom::Parser;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{one_of, satisfy};
use nom::combinator::not;
use nom::error::ErrorKind;
use nom::sequence::delimited;

use super::digit::{ascii, is_digit, spaces};
use super::{Notation, Number, read_cardinal};
use crate::grammar::{PResult, fail};
use crate::model::Decimal;

/// Reads `分之` and the numerator behind a denominator that began at `start`.
pub(super) fn read_parts_of<'i>(
    denominator: Number,
    start: &'i str,
    rest: &'i str,
) -> PResult<'i, Number> {
    let (rest, _) = (spaces, tag("分"), spaces, tag("之"), spaces).parse(rest)?;
    let (rest, numerator) = read_cardinal(rest)?;
    let sign = match start.chars().find(|c| !c.is_whitespace()) {
        _ if denominator.notation != Notation::Numeral => None,
        Some('百' | '佰') => Some("%"),
        Some('千' | '仟') => Some("‰"),
        Some('万') => Some("‱"),
        _ => None,
    };
    if sign.is_some() {
        return Ok((
            rest,
            Number {
                ratio: sign,
                notation: Notation::Han,
                ..numerator
            },
        ));
    }
    let share = |part: Decimal| part.checked_div(denominator.value);
    let Some(value) = share(numerator.value) else {
        return fail(start, ErrorKind::Verify);
    };
    Ok((
        rest,
        Number {
            value,
            max: numerator.max.and_then(share),
            excess: numerator.excess,
            ratio: None,
            notation: Notation::Han,
            pair: None,
        },
    ))
}

/// Reads the rest of `1/2`, or of `1 3/5`.
pub(super) fn read_slash(first: Number, rest: &str) -> PResult<'_, Number> {
    if first.notation != Notation::Digits {
        return fail(rest, ErrorKind::Verify);
    }
    let integer = |digits: &str| -> Option<Decimal> { ascii(digits).parse().ok() };
    let (rest, (whole, numerator, below)) = match read_denominator(rest) {
        Ok((rest, below)) => (rest, (Decimal::from(0), Some(first.value), below)),
        Err(_) => {
            let (rest, _) = one_of(" \u{a0}").parse(rest)?;
            let (rest, above) = take_while_m_n(1, 4, is_digit).parse(rest)?;
            let (rest, below) = read_denominator(rest)?;
            (rest, (first.value, integer(above), below))
        }
    };
    let quotient = numerator
        .zip(integer(below))
        .and_then(|(above, below)| above.checked_div(below))
        .and_then(|part| part.checked_add(whole));
    match quotient {
        Some(value) => Ok((
            rest,
            Number {
                value,
                notation: Notation::Technical,
                ..first
            },
        )),
        None => fail(rest, ErrorKind::Verify),
    }
}

fn read_denominator(input: &str) -> PResult<'_, &str> {
    delimited(
        one_of("/／"),
        take_while_m_n(1, 4, is_digit),
        // 10/10万 counts cases among so many people.
        not(satisfy(|c| is_digit(c) || "/／.-万".contains(c))),
    )
    .parse(input)
}
