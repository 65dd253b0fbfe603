//! The year of a date: `2025年`, `二〇二五年`, `98年4月`, `民国三年`, `去年`.

use std::sync::LazyLock;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{map, map_opt, not, opt, peek, value};
use nom::error::ErrorKind;
use nom::sequence::{preceded, terminated};

use super::month::{read_month, small_number};
use super::relative::read_relative;
use super::shift::Unit;
use crate::grammar::number::{digit_value, is_digit, read_cardinal, spaces, spelt_digit};
use crate::grammar::{PResult, fail};
use crate::lexicon::rows;
use crate::lexicon::trie::Trie;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    Known(u16),
    /// So many years after the document's.
    Relative(i32),
    /// 次年: the one after the year that the interval begins in, or the document's.
    Following,
    /// Five-year plan by its number: 14 for 十四五.
    Plan(u16),
    /// 今明两年: the document's year and the next.
    ThisAndNext,
    /// First and last: `80年代`.
    Decade(u16, u16),
}

impl Year {
    /// The year after the one that a month is named in, by default the document's. Plans
    /// and decades name no single one.
    pub(super) fn after(year: Option<Self>) -> Self {
        match year {
            Some(Self::Known(year)) => Self::Known(year + 1),
            Some(Self::Relative(by)) => Self::Relative(by + 1),
            _ => Self::Relative(1),
        }
    }
}

pub(super) fn read_year(input: &str) -> PResult<'_, Year> {
    alt((read_known_year, read_era_year, read_relative_year)).parse(input)
}

fn read_known_year(input: &str) -> PResult<'_, Year> {
    let year = alt((four_digits, spelt_year, short_year));
    let (rest, year) =
        terminated(year, (spaces, tag("年"), opt(char('度')))).parse(input)?;
    Ok((rest, Year::Known(year)))
}

pub(super) fn four_digits(input: &str) -> PResult<'_, u16> {
    map_opt(
        terminated(take_while_m_n(4, 4, is_digit), not(satisfy(is_digit))),
        |digits: &str| {
            let value = digits.chars().filter_map(digit_value);
            let year = value.fold(0, |year, digit| year * 10 + u16::from(digit));
            is_plausible_year(year).then_some(year)
        },
    )
    .parse(input)
}

/// Years that documents name; 1500 or 3000 before 年 is a duration.
pub(super) fn is_plausible_year(year: u16) -> bool {
    (1800..2200).contains(&year)
}

/// A digit of a spelt year, whose zero people also type as a letter or a numeral:
/// `二OO六年`, `二0一八年`.
fn year_digit(c: char) -> Option<u8> {
    match c {
        'O' | 'o' | '0' | '０' => Some(0),
        _ => spelt_digit(c),
    }
}

/// `二〇二五`, `二零二五`, `两千零五`.
fn spelt_year(input: &str) -> PResult<'_, u16> {
    let run = preceded(
        peek(one_of("一二")),
        take_while_m_n(4, 4, |c| year_digit(c).is_some()),
    );
    let digits = map_opt(run, |run: &str| {
        let digits = run.chars().filter_map(year_digit);
        let year = digits.fold(0, |year, digit| year * 10 + u16::from(digit));
        is_plausible_year(year).then_some(year)
    });
    let counted = map_opt(read_cardinal, |number| {
        let year = u16::try_from(number.value.to_i64()?).ok()?;
        is_plausible_year(year).then_some(year)
    });
    alt((digits, preceded(peek(one_of("两二一")), counted))).parse(input)
}

/// `08年`, `零八年`, `98年4月`: two digits, where no duration can be meant.
fn short_year(input: &str) -> PResult<'_, u16> {
    let digit = |c: char| digit_value(c).or(spelt_digit(c));
    let (rest, digits) = take_while_m_n(2, 2, |c| digit(c).is_some()).parse(input)?;
    let (after, _) = (spaces, tag("年"), opt(tag("的"))).parse(rest)?;
    // 一两年, 三五年: so many years, no year of that number.
    if digits.contains('两') || digits == "三五" {
        return fail(input, ErrorKind::Verify);
    }
    let spelt = digits.chars().all(|c| spelt_digit(c).is_some());
    let followed = after.starts_with("第")
        || after.starts_with("底")
        || after.starts_with("初")
        || read_month(after).is_ok()
        || after.starts_with('前') && after.contains("个月");
    if !(digits.starts_with(['0', '０']) || spelt || followed) {
        return fail(input, ErrorKind::Verify);
    }
    let year = digits
        .chars()
        .filter_map(digit)
        .fold(0, |year, digit| year * 10 + u16::from(digit));
    Ok((rest, pivoted(year)))
}

/// A pivot half a century away keeps 85年 in the past and 35年 in the future.
pub(super) const fn pivoted(year: u16) -> u16 {
    if year < 50 { year + 2000 } else { year + 1900 }
}

static ERAS: LazyLock<Trie<u16>> = LazyLock::new(|| {
    Trie::forward(
        rows(include_str!("../../lexicon/era.tsv"))
            .filter_map(|row| Some((row.cell(0), row.cell(1).parse().ok()?))),
    )
});

fn read_era_year(input: &str) -> PResult<'_, Year> {
    let Some((end, before)) = ERAS.prefixes(input).next() else {
        return fail(input, ErrorKind::Tag);
    };
    let rest = &input[end..];
    let (rest, number) = alt((value(1, tag("元")), small_number(130))).parse(rest)?;
    let (rest, _) = tag("年").parse(rest)?;
    Ok((rest, Year::Known(before + u16::from(number))))
}

fn read_relative_year(input: &str) -> PResult<'_, Year> {
    if let Some(rest) = input.strip_prefix("今明两年") {
        return Ok((rest, Year::ThisAndNext));
    }
    let following = value(Year::Following, alt((tag("次年"), tag("翌年"))));
    let relative = map(|input| read_relative(input, Unit::Year), Year::Relative);
    let (rest, year) = alt((following, relative)).parse(input)?;
    let (rest, _) = opt(preceded(spaces, tag("度"))).parse(rest)?;
    Ok((rest, year))
}
