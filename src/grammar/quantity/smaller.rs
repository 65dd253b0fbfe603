//! Smaller units behind a unit: `五元三毛`, `十二块五`, `七成六`.

use nom::Parser;
use nom::character::complete::one_of;
use nom::combinator::opt;
use nom::error::ErrorKind;

use super::amount::Amount;
use super::unit::is_han;
use crate::grammar::number::{Notation, Number, read_cardinal, spaces, spelt_digit};
use crate::grammar::{PResult, fail};
use crate::model::Decimal;

/// `五元三毛`, `两美元又三美分`, `十二块五`, `七成六`.
pub(super) fn read_smaller_units<'i>(
    mut amount: Amount<'i>,
    number: Number,
    mut rest: &'i str,
) -> (&'i str, Amount<'i>) {
    let Some(unit) = amount.unit else {
        return (rest, amount);
    };
    let mut parts = unit.unit.parts.as_slice();
    while let Ok((after, (name, share, part))) = read_part(parts, rest) {
        let Some(sum) = part
            .checked_mul(share)
            .and_then(|part| amount.value.checked_add(part))
        else {
            break;
        };
        amount.value = sum;
        rest = after;
        // Each smaller unit once, in falling order.
        let next = parts.iter().position(|&(other, _)| other == name);
        parts = &parts[next.map_or(parts.len(), |at| at + 1)..];
    }
    let spoken = matches!(
        unit.unit.word,
        "块" | "毛" | "角" | "成" | "米" | "斤" | "尺" | "丈" | "蚊"
    );
    if spoken
        && number.notation != Notation::Digits
        && number.notation != Notation::Arabic
        && let Some((after, tenth)) = read_spoken_tail(rest)
        && let Some(sum) = amount.value.checked_add(tenth)
    {
        amount.value = sum;
        rest = after;
    }
    (rest, amount)
}

fn read_part<'i>(
    parts: &[(&'static str, Decimal)],
    input: &'i str,
) -> PResult<'i, (&'static str, Decimal, Decimal)> {
    if parts.is_empty() {
        return fail(input, ErrorKind::Verify);
    }
    let (rest, _) = opt(one_of("又零")).parse(input)?;
    let (rest, number) = read_cardinal(rest)?;
    let found = parts.iter().find_map(|&(name, share)| {
        let rest = rest.strip_prefix(name)?;
        Some((
            rest.strip_prefix('钱').unwrap_or(rest),
            (name, share, number.value),
        ))
    });
    found.map_or_else(|| fail(input, ErrorKind::Tag), Ok)
}

/// The 五 of 十二块五 or the 零四 of 三块零四, when nothing else follows.
fn read_spoken_tail(input: &str) -> Option<(&str, Decimal)> {
    let (rest, _) = spaces(input).ok()?;
    let (rest, zero) = match rest.strip_prefix('零') {
        Some(rest) => (rest, 1),
        None => (rest, 0),
    };
    let first = rest.chars().next()?;
    let digit = spelt_digit(first)?;
    let rest = &rest[first.len_utf8()..];
    if rest
        .chars()
        .next()
        .is_some_and(|c| is_han(c) && !"左上以".contains(c))
    {
        return None;
    }
    Decimal::from_parts(i128::from(digit), 1 + zero).map(|tenth| (rest, tenth))
}
