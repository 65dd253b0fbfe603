//! Numbers in every notation of official texts: `1,234.5`, `三亿五千万`, `1.3万`, `百分之五`.
//!
//! [`read_cardinal`] is the line: `token` reads one word after the other (`arabic` those in
//! digits), `sum` adds them up in `scaled` numbers; `fraction` reads what divides them.

mod arabic;
mod digit;
mod fraction;
mod scaled;
mod sum;
#[cfg(test)]
mod tests;
mod token;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::one_of;
use nom::combinator::{not, opt, value};
use nom::error::ErrorKind;
use nom::sequence::delimited;

use self::arabic::read_plain;
use self::fraction::{read_parts_of, read_slash};
use self::scaled::{MAX_DIGITS, Scaled};
use self::sum::Sum;
use self::token::Token;
use crate::grammar::{PResult, fail};
use crate::model::Decimal;

pub(crate) use self::digit::{ascii, digit_value, is_digit, opens, spaces, spelt_digit};

/// A number as read: exact, 万 and 亿 multiplied out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number {
    pub(crate) value: Decimal,
    /// Upper end of a loose pair of digits: 500 for `三五百`.
    pub(crate) max: Option<Decimal>,
    /// 余, 多 or 几 stands inside or behind: the number is a lower bound.
    pub(crate) excess: bool,
    /// The sign that a spelt-out ratio stands for: `%` for `百分之五`.
    pub(crate) ratio: Option<&'static str>,
    pub(crate) notation: Notation,
    /// Two digits that mean "one or the other" once a unit follows: `七八`.
    pub(crate) pair: Option<(u8, u8)>,
}

/// How a number is written; callers trust some notations less than others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notation {
    /// A run of digits alone, which may be a year or a code: `2025`.
    Digits,
    /// Arabic with anything more: `1,234`, `2.5`, `300万`.
    Arabic,
    /// One Chinese numeral, which may be part of a word: `一`.
    Numeral,
    /// Chinese numerals: `三十五`, `五千万`.
    Han,
    /// With a letter for the multiplier or the exponent, or an operator: `40k`, `2^5`.
    Technical,
}

/// Reads a number with its sign, fraction and ratio.
///
/// ```ebnf
/// number   = [ sign ] , ( cardinal , [ "又" , fraction ] | fraction ) ;
/// fraction = cardinal , "分之" , cardinal | digits , "/" , digits ;
/// ```
pub(crate) fn read_number(input: &str) -> PResult<'_, Number> {
    if let Some(plain) = read_plain(input) {
        return Ok(plain);
    }
    let (rest, negative) = opt(read_sign).parse(input)?;
    let (rest, mut number) = read_unsigned(rest)?;
    if negative.unwrap_or(false) {
        number.value = negate(number.value);
        number.max = number.max.map(negate);
    }
    Ok((rest, number))
}

fn negate(number: Decimal) -> Decimal {
    // OK because a product with -1 has as many digits as the number itself.
    number.checked_mul(Decimal::from(-1)).unwrap_or(number)
}

fn read_sign(input: &str) -> PResult<'_, bool> {
    let minus = value(true, one_of("-－−负"));
    let plus = value(false, one_of("+＋"));
    delimited(
        not(tag("--")),
        alt((value(true, tag("零下")), minus, plus)),
        spaces,
    )
    .parse(input)
}

fn read_unsigned(input: &str) -> PResult<'_, Number> {
    let (rest, whole) = read_cardinal(input)?;
    if let Ok(found) = read_parts_of(whole, input, rest) {
        return Ok(found);
    }
    if let Ok((rest, slash)) = read_slash(whole, rest) {
        return Ok((rest, slash));
    }
    let Some(after) = rest.strip_prefix('又') else {
        return Ok((rest, whole));
    };
    let Ok((end, lower)) = read_cardinal(after) else {
        return Ok((rest, whole));
    };
    let part = read_parts_of(lower, after, end).or_else(|_| read_slash(lower, end));
    match part {
        Ok((end, part)) => match whole.value.checked_add(part.value) {
            Some(value) => Ok((end, Number { value, ..whole })),
            None => Ok((rest, whole)),
        },
        Err(_) => Ok((rest, whole)),
    }
}

/// A number without sign or fraction: digits, numerals and multipliers in any mixture.
///
/// `三千四百五十几万`, `5亿1万4千6百`, `1,100.9亿`, `四百五` (450), `十五六` (15 to 16).
pub(crate) fn read_cardinal(input: &str) -> PResult<'_, Number> {
    if let Some(plain) = read_plain(input) {
        return Ok(plain);
    }
    let mut sum = Sum::default();
    let mut rest = input;
    while let Ok((after, token)) = sum.read_token(rest) {
        if !sum.accept(token) {
            break;
        }
        rest = after;
    }
    if sum.tokens == 0 {
        return fail(input, ErrorKind::Digit);
    }
    if let Ok((after, decimals)) = read_spelt_decimals(rest)
        && sum.add_decimals(decimals)
    {
        rest = after;
        // 万 and 亿 may follow the decimals: `六点四二万`.
        while let Ok((after, token @ Token::Big(_))) = sum.read_token(rest) {
            if !sum.accept(token) {
                break;
            }
            rest = after;
        }
    }
    match sum.finish() {
        Some(number) => Ok((rest, number)),
        None => fail(input, ErrorKind::TooLarge),
    }
}

/// Decimals in words: `点五七九`; `五点三十五分` is a time of day.
fn read_spelt_decimals(input: &str) -> PResult<'_, Scaled> {
    let (rest, _) = (spaces, one_of("点點"), spaces).parse(input)?;
    let (rest, digits) = take_while_m_n(1, MAX_DIGITS, |c| {
        c != '两' && (is_digit(c) || spelt_digit(c).is_some())
    })
    .parse(rest)?;
    not(one_of("十百千拾佰仟半刻钟分")).parse(rest)?;
    let mut number = Scaled::default();
    for digit in digits
        .chars()
        .filter_map(|c| digit_value(c).or(spelt_digit(c)))
    {
        number.mantissa = number.mantissa * 10 + i128::from(digit);
        number.scale += 1;
    }
    Ok((rest, number))
}
