//! Parts of a year or a month: `上半年`, `一季度`, `上旬`, `第三周`.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::one_of;
use nom::combinator::{map, opt, value};
use nom::error::ErrorKind;
use nom::sequence::{delimited, preceded, terminated};

use super::month::small_number;
use crate::grammar::number::spaces;
use crate::grammar::{PResult, fail};

/// A part of a year or a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// 上半年, 下半年: 1 or 2.
    Half(u8),
    /// 一季度: 1 to 4.
    Quarter(u8),
    /// 上季度, in quarters from the document's.
    RelativeQuarter(i32),
    /// 前两个季度, 前五个月, in months from the year's beginning.
    FirstMonths(u8),
    /// 后三个月, in months before the year's end.
    LastMonths(u8),
    /// 上旬 中旬 下旬: 1 to 3.
    Tenday(u8),
    /// 上半月, 下半月: 1 or 2.
    HalfMonth(u8),
    /// 第三周, of the month or the year.
    Week(u8),
    /// 前两天, 最后五天.
    FirstDays(u8),
    LastDays(u8),
}

/// Reads a part of the year or month before it; some stand alone, some need what they
/// divide.
pub(super) fn read_part(input: &str, year: bool, month: bool) -> PResult<'_, Part> {
    if month {
        return alt((read_tenday, read_week, read_days)).parse(input);
    }
    let (rest, part) = alt((
        read_half,
        read_quarter,
        read_relative_quarter,
        read_half_month,
        read_months,
        read_week,
        read_days,
    ))
    .parse(input)?;
    let alone = matches!(
        part,
        Part::Half(_) | Part::Quarter(_) | Part::RelativeQuarter(_) | Part::HalfMonth(_)
    );
    if year || alone {
        Ok((rest, part))
    } else {
        fail(input, ErrorKind::Verify)
    }
}

fn read_half(input: &str) -> PResult<'_, Part> {
    alt((
        value(Part::Half(1), alt((tag("上半年"), tag("前半年")))),
        value(Part::Half(2), alt((tag("下半年"), tag("后半年")))),
    ))
    .parse(input)
}

fn read_half_month(input: &str) -> PResult<'_, Part> {
    alt((
        value(Part::HalfMonth(1), tag("上半月")),
        value(Part::HalfMonth(2), tag("下半月")),
    ))
    .parse(input)
}

fn read_quarter(input: &str) -> PResult<'_, Part> {
    let number = alt((
        value(1, tag("首")),
        value(4, tag("末")),
        preceded((opt(tag("第")), spaces), small_number(4)),
    ));
    map(
        terminated(number, alt((tag("季度"), tag("季")))),
        Part::Quarter,
    )
    .parse(input)
}

/// `前三季度`, `前五个月`, `最后4个月`.
fn read_relative_quarter(input: &str) -> PResult<'_, Part> {
    map(
        terminated(
            alt((
                value(0, alt((tag("本"), tag("当")))),
                value(-1, alt((tag("上个"), tag("上一"), tag("上")))),
                value(1, alt((tag("下个"), tag("下一"), tag("下")))),
            )),
            tag("季度"),
        ),
        Part::RelativeQuarter,
    )
    .parse(input)
}

fn read_months(input: &str) -> PResult<'_, Part> {
    let (rest, last) = alt((
        value(false, tag("前")),
        value(true, alt((tag("最后"), tag("后")))),
    ))
    .parse(input)?;
    let (rest, count) = preceded(spaces, small_number(12)).parse(rest)?;
    let (rest, unit) = preceded(
        spaces,
        alt((
            value(3, alt((tag("个季度"), tag("季度")))),
            value(1, alt((tag("个月"), tag("月")))),
        )),
    )
    .parse(rest)?;
    let months = count * unit;
    if months > 12 {
        return fail(input, ErrorKind::Verify);
    }
    Ok((
        rest,
        if last {
            Part::LastMonths(months)
        } else {
            Part::FirstMonths(months)
        },
    ))
}

fn read_tenday(input: &str) -> PResult<'_, Part> {
    alt((
        value(Part::Tenday(1), tag("上旬")),
        value(Part::Tenday(2), tag("中旬")),
        value(Part::Tenday(3), tag("下旬")),
        value(Part::HalfMonth(1), tag("上半月")),
        value(Part::HalfMonth(2), tag("下半月")),
    ))
    .parse(input)
}

fn read_week(input: &str) -> PResult<'_, Part> {
    map(
        delimited(
            (tag("第"), spaces),
            small_number(53),
            (spaces, one_of("周")),
        ),
        Part::Week,
    )
    .parse(input)
}

fn read_days(input: &str) -> PResult<'_, Part> {
    let (rest, last) = alt((
        value(false, tag("前")),
        value(true, alt((tag("最后"), tag("后")))),
    ))
    .parse(input)?;
    let (rest, count) =
        delimited(spaces, small_number(31), (spaces, one_of("天日"))).parse(rest)?;
    let part = if last {
        Part::LastDays(count)
    } else {
        Part::FirstDays(count)
    };
    Ok((rest, part))
}
