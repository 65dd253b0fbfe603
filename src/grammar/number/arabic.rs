//! Numbers in Arabic digits: `1,234.5`, `21.2E0`, `40k`.

use std::sync::LazyLock;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{map, not, opt, peek, value};
use nom::error::ErrorKind;
use nom::sequence::{delimited, preceded, terminated};

use super::digit::{ascii, digit_value, is_digit, spaces};
use super::scaled::{MAX_DIGITS, Scaled};
use super::token::Token;
use super::{Notation, Number};
use crate::grammar::{PResult, fail};
use crate::lexicon::chars::CharSet;

/// Digits of a plain number at the most.
const PLAIN: usize = 15;

/// What a number may go on with behind its digits, fractions included.
static GOES_ON: LazyLock<CharSet> = LazyLock::new(|| {
    CharSet::of([
        "0123456789０１２３４５６７８９.．·,，/／又分点點 \u{a0}\u{3000}eE^kKwWMG",
        "零〇○Ｏ一二三四五六七八九十百千万萬亿億兆几数余多廿卅卌俩仨两",
        "壹贰叁参肆伍陆柒捌玖拾佰仟",
    ])
});

/// Reads what most numbers are, figures that nothing goes on behind: `5`, `4.78`.
pub(super) fn read_plain(input: &str) -> Option<(&str, Number)> {
    let bytes = input.as_bytes();
    let figures = |from: usize| {
        let figures = bytes[from..].iter().take(PLAIN + 1);
        figures.take_while(|byte| byte.is_ascii_digit()).count()
    };
    let mut end = figures(0);
    let mut scale = 0;
    if end > 0 && bytes.get(end) == Some(&b'.') {
        scale = figures(end + 1);
        end += 1 + scale;
    }
    let rest = &input[end..];
    let goes_on = || rest.chars().next().is_some_and(|c| GOES_ON.contains(c));
    if !(1..=PLAIN).contains(&end) || end > 1 && bytes[end - 1] == b'.' || goes_on() {
        return None;
    }
    let digits = bytes[..end].iter().filter(|&&byte| byte != b'.');
    let mantissa = digits.fold(0, |sum, &digit| sum * 10 + i128::from(digit - b'0'));
    // OK because a plain number has few digits.
    let scale = scale as u32;
    let notation = match scale {
        0 => Notation::Digits,
        _ => Notation::Arabic,
    };
    let number = Number {
        value: Scaled { mantissa, scale }.decimal()?,
        max: None,
        excess: false,
        ratio: None,
        notation,
        pair: None,
    };
    Some((rest, number))
}

/// Digits with thousands commas, decimals, exponent or multiplier letter.
pub(super) fn read_arabic(input: &str) -> PResult<'_, Token> {
    let (mut rest, first) = take_while_m_n(0, MAX_DIGITS, is_digit).parse(input)?;
    if rest.starts_with(is_digit) {
        return fail(input, ErrorKind::TooLarge);
    }
    let mut digits = Digits::default();
    digits.push(first);
    let mut notation = Notation::Digits;
    if (1..=3).contains(&digits.count) {
        while let Ok((after, (comma, group))) = read_group(rest) {
            // A full-width comma between ASCII digits parts two numbers.
            let same_width = group.starts_with(|c: char| c.is_ascii()) == (comma == ',');
            if !same_width && notation == Notation::Digits {
                break;
            }
            digits.push(group);
            notation = Notation::Arabic;
            rest = after;
        }
    }
    if let Ok((after, decimals)) = read_decimals(rest) {
        digits.push(decimals);
        digits.scale = decimals.chars().count();
        notation = Notation::Arabic;
        rest = after;
    }
    if digits.count == 0 || digits.count > MAX_DIGITS {
        return fail(input, ErrorKind::Digit);
    }
    let number = Scaled {
        mantissa: digits.mantissa,
        // OK because there are at most MAX_DIGITS of them.
        scale: digits.scale as u32,
    };
    let (rest, token) = match read_technical(number, rest) {
        Ok((rest, number)) => (rest, Token::Arabic(number, Notation::Technical)),
        Err(_) => (rest, Token::Arabic(number, notation)),
    };
    Ok((rest, token))
}

#[derive(Default)]
pub(super) struct Digits {
    mantissa: i128,
    count: usize,
    scale: usize,
}

impl Digits {
    fn push(&mut self, digits: &str) {
        for digit in digits.chars().filter_map(digit_value) {
            self.mantissa = self
                .mantissa
                .saturating_mul(10)
                .saturating_add(i128::from(digit));
            self.count += 1;
        }
    }
}

fn read_group(input: &str) -> PResult<'_, (char, &str)> {
    terminated(
        (one_of(",，"), take_while_m_n(3, 3, is_digit)),
        not(satisfy(is_digit)),
    )
    .parse(input)
}

/// Decimals, unless a second point follows: `2.3.1` is a label, `6.30.` may end a sentence.
fn read_decimals(input: &str) -> PResult<'_, &str> {
    let point = delimited(
        one_of(".．"),
        take_while_m_n(1, MAX_DIGITS, is_digit),
        not((one_of(".．"), satisfy(is_digit))),
    );
    // 1·8% is so mistyped; 2·18专案 is a day.
    let dot = delimited(
        char('·'),
        take_while_m_n(1, 2, is_digit),
        peek(one_of("%％‰")),
    );
    alt((point, dot)).parse(input)
}

/// Largest exponent read; more would not fit a decimal.
const MAX_EXPONENT: u32 = 20;

fn read_exponent<'i>(
    mark: &'static str,
    input: &'i str,
) -> PResult<'i, (Option<char>, &'i str)> {
    preceded(
        one_of(mark),
        (opt(one_of("+-－＋")), take_while_m_n(1, 2, is_digit)),
    )
    .parse(input)
}

/// An exponent (`21.2E0`), a power (`2^5`) or a multiplier letter (`40k`, `30w`).
fn read_technical(number: Scaled, input: &str) -> PResult<'_, Scaled> {
    if let Ok((rest, (sign, digits))) = read_exponent("eE", input) {
        let power: u32 = ascii(digits).parse().unwrap_or(0);
        let number = match sign {
            Some('-' | '－') => Some(Scaled {
                scale: number.scale + power,
                ..number
            }),
            _ => 10i128
                .checked_pow(power)
                .and_then(|factor| number.times(factor)),
        };
        return number
            .filter(|number| number.scale as usize <= MAX_DIGITS)
            .map_or_else(
                || fail(input, ErrorKind::TooLarge),
                |number| Ok((rest, number)),
            );
    }
    if let Ok((rest, (_, digits))) = read_exponent("^", input) {
        let power: u32 = ascii(digits).parse().unwrap_or(0);
        let raised = number
            .mantissa
            .checked_pow(power)
            .filter(|_| number.scale * power <= MAX_EXPONENT + 8);
        return raised.map_or_else(
            || fail(input, ErrorKind::TooLarge),
            |mantissa| {
                Ok((
                    rest,
                    Scaled {
                        mantissa,
                        scale: number.scale * power,
                    },
                ))
            },
        );
    }
    let letter = map(
        (
            alt((
                value(1_000, one_of("kK")),
                value(10_000, one_of("wW")),
                value(1_000_000, char('M')),
                // 5G is a name; only with decimals is it a number.
                value(if number.scale > 0 { 1_000_000_000 } else { 0 }, char('G')),
            )),
            peek(not(satisfy(|c: char| c.is_ascii_alphanumeric()))),
        ),
        |(factor, ())| factor,
    );
    let (rest, factor) = preceded(spaces, letter).parse(input)?;
    match number.times(factor) {
        Some(number) if factor != 0 => Ok((rest, number)),
        _ => fail(input, ErrorKind::TooLarge),
    }
}
