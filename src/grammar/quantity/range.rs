//! The second half of a range: `4.5%—5%`, `二百元以上一千元以下`.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::opt;
use nom::error::ErrorKind;
use nom::sequence::delimited;

use super::amount::{Amount, read_side};
use super::bound::without_bound;
use super::unit::{UnitClass, UnitMention};
use crate::grammar::number::{Notation, spaces};
use crate::grammar::{PResult, fail};
use crate::model::Decimal;

/// The second half of a range: `4.5%—5%`, `1-2个`, `2—3万`, `十八至三十万日元`.
pub(super) fn read_range_end<'i>(
    first: Amount<'i>,
    input: &'i str,
    rest: &'i str,
) -> PResult<'i, Amount<'i>> {
    let (after, sign) = range_sign(without_bound(rest))?;
    let (mut after, mut second) = read_side(after)?;
    if matches!(sign, "与" | "和")
        && let Some(unit) = second.unit.filter(|unit| unit.name == "间")
    {
        // 10000与20000间: between, no rooms.
        second.unit = None;
        after = &rest[rest.len() - after.len() - unit.name.len()..];
    }
    let written = |from: &'i str, to: &'i str| &from[..from.len() - to.len()];
    if !is_range(first, second, sign, written(input, rest)) {
        return fail(rest, ErrorKind::Verify);
    }
    let mut low = first.value;
    if first.unit.is_none() {
        let numeral = written(rest, after);
        low = share_multiplier(low, second.value, numeral);
    }
    // 百分之三十到四十一 says the sign once, before both.
    let unit = joint_unit(first, second).or(second.unit).or(first.unit);
    if low >= second.value {
        return fail(rest, ErrorKind::Verify);
    }
    let (after, between) = opt(alt((tag("之间"), tag("间")))).parse(after)?;
    // A与B are two facts unless 之间 joins them.
    if matches!(sign, "与" | "和") && between.is_none() {
        return fail(rest, ErrorKind::Verify);
    }
    let amount = Amount {
        value: low,
        max: second.max.or(Some(second.value)),
        unit,
        ..second
    };
    Ok((after, amount))
}

/// The second half of a range between two bounds: `二百元以上一千元以下`.
pub(super) fn read_bounds<'i>(
    first: Amount<'i>,
    rest: &'i str,
) -> Option<(&'i str, Amount<'i>)> {
    let after = without_bound(rest).strip_prefix("以上")?;
    let after = without_bound(after);
    let after = after
        .strip_prefix(['、', '，', ',', '至', '到', '—', '-'])
        .unwrap_or(after);
    let (after, second) = read_side(after).ok()?;
    let after = without_bound(after);
    let after = after
        .strip_prefix("以下")
        .or_else(|| after.strip_prefix("以内"))?;
    let unit = joint_unit(first, second);
    let same = unit.is_some() || first.unit.is_none() && second.unit.is_none();
    (same && second.max.is_none() && first.value < second.value).then_some((
        after,
        Amount {
            value: first.value,
            max: Some(second.value),
            unit,
            comparator: None,
            notation: first.notation,
        },
    ))
}

/// The unit of both sides: 新台币|五千元以上一万元以下 names the currency once.
fn joint_unit<'i>(first: Amount<'i>, second: Amount<'i>) -> Option<UnitMention<'i>> {
    let (left, right) = (first.unit?, second.unit?);
    let named = left.unit.class == UnitClass::Money && right.name == "元";
    (left.name == right.name || named).then_some(left)
}

fn range_sign(input: &str) -> PResult<'_, &str> {
    delimited(
        spaces,
        alt((
            tag("——"),
            tag("—"),
            tag("–"),
            tag("-"),
            tag("－"),
            tag("~"),
            tag("～"),
            tag("至"),
            tag("到"),
            tag("与"),
            tag("和"),
        )),
        spaces,
    )
    .parse(input)
}

/// Whether two amounts and a sign between them make a range, not two facts or a code.
fn is_range(first: Amount<'_>, second: Amount<'_>, sign: &str, written: &str) -> bool {
    if second.max.is_some() && second.unit.is_none() {
        return false;
    }
    let same_unit = match (first.unit, second.unit) {
        (Some(_), Some(_)) => joint_unit(first, second).is_some(),
        (Some(first), None) => first.unit.class == UnitClass::Ratio && sign != "-",
        (None, _) => true,
    };
    // 020-3816, 2021-634: codes.
    let code =
        written.starts_with('0') && !written.contains(['.', '．']) && written.len() > 1
            || second.unit.is_none()
                && first.notation == Notation::Digits
                && matches!(sign, "-" | "－" | "—")
                && written.len() > 5;
    let same_script = (first.notation == Notation::Numeral
        || first.notation == Notation::Han)
        == (second.notation == Notation::Numeral || second.notation == Notation::Han)
        || sign == "到"
        || sign == "至";
    same_unit && !code && same_script
}

/// 2 in `2—3万` means 20,000: the multiplier of the second is shared, unless the first is
/// already greater without it.
fn share_multiplier(low: Decimal, high: Decimal, numeral: &str) -> Decimal {
    let factor = numeral.chars().rev().find_map(|c| match c {
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    });
    let Some(factor) = factor.map(Decimal::from) else {
        return low;
    };
    match high.checked_div(factor) {
        Some(digits) if low < digits => low.checked_mul(factor).unwrap_or(low),
        _ => low,
    }
}
