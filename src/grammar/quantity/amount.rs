//! A number with its unit, a range, and the words behind that bound it.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::one_of;
use nom::combinator::value;
use nom::error::ErrorKind;
use nom::sequence::preceded;

use super::bound::{
    behind_end_bracket, bound_over_bracket, read_after, without_bound, without_end,
};
use super::range::{read_bounds, read_range_end};
use super::smaller::read_smaller_units;
use super::unit::{UnitClass, UnitMention, read_table_unit, read_unit};
use crate::grammar::number::{Notation, Number, opens, read_number, spaces};
use crate::grammar::{PResult, fail};
use crate::model::{Comparator, Decimal};

/// A number with its unit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Amount<'t> {
    pub(crate) value: Decimal,
    pub(crate) max: Option<Decimal>,
    pub(crate) unit: Option<UnitMention<'t>>,
    /// What the words inside and behind it say: 以上, 左右, 余.
    pub(crate) comparator: Option<Comparator>,
    pub(crate) notation: Notation,
}

/// Reads a number with its unit, a range, and the words behind that bound it.
///
/// ```ebnf
/// amount = side , [ "—" , side ] , [ "以上" | "左右" | … ] ;
/// side   = number , [ unit , [ "半" ] ] ;
/// ```
pub(super) fn read_amount(input: &str) -> PResult<'_, Amount<'_>> {
    let (mut rest, mut amount) = read_side(input)?;
    if amount.max.is_none() {
        if let Ok((after, range)) = read_range_end(amount, input, rest) {
            (rest, amount) = (after, range);
        } else if let Some((after, range)) = read_bounds(amount, rest) {
            return Ok((after, range));
        }
    }
    if let Some((after, comparator)) = read_after(amount.unit, rest) {
        amount.comparator = Some(without_end(comparator, after));
        rest = after;
    } else if amount.comparator.is_none() {
        amount.comparator = bound_over_bracket(rest);
    }
    // 5000万元-1亿元|（含）、1亿元以上: the bracket parts no list.
    Ok((behind_end_bracket(rest), amount))
}

/// Reads a number whose thousands a blank parts, behind a word that leads to a number:
/// `达到|1 516个`.
pub(super) fn read_parted(
    previous: Option<char>,
    input: &str,
) -> Option<(&str, Amount<'_>)> {
    // 项目1 200万元 has two numbers.
    let leads = previous.is_some_and(|c| "到达为有共约计超近于至".contains(c));
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let head = digits(input);
    let rest = input.get(head..)?.strip_prefix(' ')?;
    if !leads || !(1..=3).contains(&head) || input.starts_with('0') || digits(rest) != 3 {
        return None;
    }
    let (after, amount) = read_amount(rest).ok()?;
    let thousands: i64 = input[..head].parse().ok()?;
    // 1 200万: both have the multiplier of the last.
    let factor = match rest[3..].chars().next() {
        Some('万') => 10_000,
        Some('亿') => 100_000_000,
        _ => 1,
    };
    let thousands = Decimal::from(thousands * 1000 * factor);
    let parted =
        amount.max.is_none() && amount.unit.is_some() && !rest[3..].starts_with(' ');
    parted.then_some((
        after,
        Amount {
            value: thousands.checked_add(amount.value)?,
            ..amount
        },
    ))
}

/// Reads a great number that no digit stands before, behind a word that says that it is reached:
/// `突破|千万吨`, `超|亿元`, `达|万亩以上`. 千万 alone is a word, and 万家 many homes.
pub(super) fn read_great<'i>(
    before: &str,
    input: &'i str,
) -> Option<(&'i str, Amount<'i>)> {
    if !input.starts_with(['千', '万', '亿']) {
        return None;
    }
    if !before.ends_with(['破', '超', '达', '近']) && !before.ends_with("达到") {
        return None;
    }
    let great = [("千万", 10_000_000), ("万", 10_000), ("亿", 100_000_000)];
    let (value, rest) = great
        .into_iter()
        .find_map(|(word, value)| Some((value, input.strip_prefix(word)?)))?;
    let (mut rest, unit) = read_unit(rest).ok()?;
    let counts = matches!(
        unit.unit.class,
        UnitClass::Money | UnitClass::Measure | UnitClass::Count
    );
    if !counts {
        return None;
    }
    let mut comparator = None;
    if let Some((after, bound)) = read_after(Some(unit), rest) {
        (rest, comparator) = (after, Some(without_end(bound, after)));
    }
    let amount = Amount {
        value: Decimal::from(value),
        max: None,
        unit: Some(unit),
        comparator,
        notation: Notation::Numeral,
    };
    Some((rest, amount))
}

pub(super) fn read_side(input: &str) -> PResult<'_, Amount<'_>> {
    match input.chars().next() {
        Some('半' | '一') => alt((read_half, read_number_and_unit)).parse(input),
        // No currency has a name that begins as a number does.
        Some(first) if opens(first) => read_number_and_unit(input),
        _ => alt((read_currency_first, read_number_and_unit)).parse(input),
    }
}

/// `半年`, `半个月`, `一半`, `减半`'s 半 is none.
fn read_half(input: &str) -> PResult<'_, Amount<'_>> {
    let half = Decimal::from_parts(5, 1).unwrap_or_default();
    if let Some(rest) = input.strip_prefix("一半") {
        let (_, unit) = read_unit("%")?;
        let amount = Amount {
            value: Decimal::from(50),
            max: None,
            unit: Some(unit),
            comparator: None,
            notation: Notation::Han,
        };
        return Ok((rest, amount));
    }
    let (rest, _) = (tag("半"), spaces).parse(input)?;
    let (rest, unit) = read_unit(rest).or_else(|_| {
        let (rest, _) = tag("个").parse(rest)?;
        read_unit(rest)
    })?;
    if is_half_of_word(unit.unit.word) {
        return fail(input, ErrorKind::Verify);
    }
    // 半个 counts nothing, 半个月 does.
    let (rest, unit) = match rest_unit(unit, rest) {
        Some(longer) => longer,
        None => (rest, unit),
    };
    Ok((
        rest,
        Amount {
            // Half of all discounts is five tenths.
            value: if unit.name == "折" {
                Decimal::from(5)
            } else {
                half
            },
            max: None,
            unit: Some(unit),
            comparator: None,
            notation: Notation::Han,
        },
    ))
}

/// 半岛 and its like are words; only true measures and shares are halved.
fn is_half_of_word(unit: &str) -> bool {
    matches!(
        unit,
        "号" | "等" | "级" | "道" | "面" | "点" | "封" | "本" | "车" | "部"
    )
}

/// The words behind another name of a classifier: `200场|（次）|以上`, `10条（个）`.
fn other_unit<'i>(unit: UnitMention<'_>, rest: &'i str) -> Option<&'i str> {
    if unit.unit.class != UnitClass::Count {
        return None;
    }
    let inner = rest.strip_prefix(['（', '('])?;
    let (behind, other) = read_unit(inner).ok()?;
    let counts = other.unit.class == UnitClass::Count && !other.name.contains('/');
    behind.strip_prefix(['）', ')']).filter(|_| counts)
}

/// The measure behind 个: `六个加仑`.
fn rest_unit<'i>(
    unit: UnitMention<'i>,
    rest: &'i str,
) -> Option<(&'i str, UnitMention<'i>)> {
    if unit.name != "个" {
        return None;
    }
    read_unit(rest).ok().filter(|(_, unit)| {
        matches!(
            unit.unit.class,
            UnitClass::Money | UnitClass::Measure | UnitClass::Duration
        ) && unit.unit.word.chars().count() > 1
    })
}

/// `¥300`, `人民币3.14`, `港币两千九百六十元`.
fn read_currency_first(input: &str) -> PResult<'_, Amount<'_>> {
    let signs = alt((
        value("元", one_of("¥￥")),
        value("US$", tag("US$")),
        value("HK$", tag("HK$")),
        value("美元", tag("$")),
        value("欧元", tag("€")),
        value("英镑", one_of("£￡")),
    ));
    let (rest, name) = alt((signs, read_currency_name)).parse(input)?;
    let (rest, _) = spaces(rest)?;
    let (rest, amount) = read_number_and_unit(rest)?;
    if amount
        .unit
        .is_some_and(|unit| !matches!(unit.unit.word, "元" | "圆" | "块" | "块钱"))
    {
        return fail(input, ErrorKind::Verify);
    }
    let (_, unit) = read_unit(name)?;
    Ok((
        rest,
        Amount {
            unit: Some(unit),
            ..amount
        },
    ))
}

fn read_currency_name(input: &str) -> PResult<'_, &'static str> {
    let (rest, unit) = read_table_unit(input)?;
    let is_currency =
        unit.class == UnitClass::Money && !matches!(unit.word, "元" | "圆" | "块");
    if is_currency && unit.word.chars().count() > 1 {
        Ok((rest, unit.word))
    } else {
        fail(input, ErrorKind::Verify)
    }
}

fn read_number_and_unit(input: &str) -> PResult<'_, Amount<'_>> {
    let (rest, number) = read_number(input)?;
    let mut amount = Amount {
        value: number.value,
        max: number.max,
        unit: None,
        comparator: number.excess.then_some(Comparator::MoreThan),
        notation: number.notation,
    };
    if let Some(sign) = number.ratio {
        amount.unit = Some(read_unit(sign)?.1);
        return Ok((rest, amount));
    }
    if let Some((first, second)) = number.pair
        && read_unit(rest).is_ok()
    {
        amount.value = Decimal::from(i64::from(first));
        amount.max = Some(Decimal::from(i64::from(second)));
    }
    if let Some((rest, pair)) = read_one_or_two(number, rest) {
        return Ok((rest, pair));
    }
    if let Some(found) = read_inner_half(amount, rest) {
        return Ok(found);
    }
    // 500万-1000万（不含）美元
    let behind = without_bound(rest);
    let Ok((after, unit)) = preceded(spaces, read_unit).parse(behind) else {
        return Ok((rest, amount));
    };
    let (rest, unit) = rest_unit(unit, after).unwrap_or((after, unit));
    let mut rest = other_unit(unit, rest).unwrap_or(rest);
    amount.unit = Some(unit);
    if let Some(after) = rest.strip_prefix('半')
        && !after.starts_with(['导', '岛', '成', '径'])
        && amount.max.is_none()
    {
        amount.value = half_more(amount.value);
        rest = after;
    }
    let (rest, amount) = read_smaller_units(amount, number, rest);
    Ok((rest, tenths(amount, number)))
}

/// `一个半小时`, `十个多月`: the half and the excess stand inside the unit.
fn read_inner_half<'i>(
    mut amount: Amount<'i>,
    rest: &'i str,
) -> Option<(&'i str, Amount<'i>)> {
    let inner = rest.strip_prefix('个')?;
    let (rest, unit) = read_unit(inner.strip_prefix(['半', '多'])?).ok()?;
    if !matches!(unit.unit.class, UnitClass::Duration | UnitClass::Point) {
        return None;
    }
    // 个 belongs to the unit, before the half or behind it.
    let name = match unit.name {
        "月" => "个月",
        name => name,
    };
    amount.unit = Some(UnitMention { name, ..unit });
    if inner.starts_with('半') {
        amount.value = half_more(amount.value);
    } else {
        amount.comparator = Some(Comparator::MoreThan);
    }
    Some((rest, amount))
}

fn half_more(value: Decimal) -> Decimal {
    let half = Decimal::from_parts(5, 1).unwrap_or_default();
    value.checked_add(half).unwrap_or(value)
}

/// `一两个`, `三两天`: 两 is a number of its own where a classifier follows, else the weight.
fn read_one_or_two<'i>(number: Number, rest: &'i str) -> Option<(&'i str, Amount<'i>)> {
    let (first, two) = (number.value, Decimal::from(2));
    let near = first == Decimal::from(1) || first == Decimal::from(3);
    let rest = rest.strip_prefix('两').filter(|_| near)?;
    let (rest, unit) = read_unit(rest).ok()?;
    let counted = matches!(
        unit.unit.class,
        UnitClass::Count | UnitClass::Duration | UnitClass::Age | UnitClass::Multiple
    );
    let spelt = number.notation == Notation::Numeral;
    (spelt && counted).then_some((
        rest,
        Amount {
            value: first.min(two),
            max: Some(first.max(two)),
            unit: Some(unit),
            comparator: None,
            notation: Notation::Han,
        },
    ))
}

/// 成 and 折 count tenths: 七成六 is 7.6 成, 75折 is 7.5 折.
fn tenths(mut amount: Amount<'_>, number: Number) -> Amount<'_> {
    let ten = Decimal::from(10);
    let is_discount = amount.unit.is_some_and(|unit| unit.name == "折");
    if is_discount && number.value > ten && number.value.is_integer() {
        amount.value = amount.value.checked_div(ten).unwrap_or(amount.value);
    }
    amount
}
