//! Dates in every form of official texts: `2025年底前`, `“十四五”末`, `一季度`, `2023—2025年`.

use std::sync::LazyLock;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{map, map_opt, not, opt, peek, value, verify};
use nom::error::ErrorKind;
use nom::sequence::{delimited, preceded, terminated};

use super::number::{ascii, digit_value, is_digit, read_cardinal, spaces, spelt_digit};
use super::{PResult, fail};
use crate::lexicon::chars::CharSet;
use crate::lexicon::rows;
use crate::lexicon::trie::Trie;
use crate::model::Date;
use crate::span::Span;
use crate::text::head;

/// A date as a text means it: the first and the last of what it covers, each of the
/// precision that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DateMention {
    /// `None` when it is open towards the past.
    pub(crate) first: Option<Date>,
    /// `None` when it is open towards the future: `2018年以来`.
    pub(crate) last: Option<Date>,
    /// 底, 末 or 年内: the end of the year is meant, `2025年底`.
    pub(crate) year_end: bool,
    /// 前, 内 or 止: a date by which something is done.
    pub(crate) by: bool,
}

impl DateMention {
    /// By when: the month for `2025年底`, as tasks have it.
    pub(crate) fn deadline(self) -> Option<Date> {
        self.last
    }

    /// By when: the year alone for `2025年底` and `2025年下半年`, as targets have it.
    pub(crate) fn target_date(self) -> Option<Date> {
        self.last.map(|last| {
            if self.year_end || self.is_second_half() {
                Date::year_only(last.year())
            } else {
                last
            }
        })
    }

    /// 下半年, which ends with the year.
    fn is_second_half(self) -> bool {
        let month = |date: Option<Date>, month| {
            date.is_some_and(|date| date.month() == Some(month) && date.day().is_none())
        };
        month(self.first, 7) && month(self.last, 12)
    }

    /// The mention as an EDTF date or interval (ISO 8601-2).
    pub(crate) fn edtf(self) -> String {
        match (self.first, self.last) {
            (Some(first), Some(last)) if first == last => first.to_string(),
            (Some(first), Some(last)) => format!("{first}/{last}"),
            (Some(first), None) => format!("{first}/.."),
            (None, Some(last)) => last.to_string(),
            (None, None) => String::new(),
        }
    }
}

/// A date as it is written, before it is reckoned from the document's date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Phrase {
    point: Point,
    /// The end of an interval.
    until: Option<Point>,
    bound: Option<Bound>,
    /// A distance from the document's date in place of a point.
    shift: Option<Shift>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Point {
    year: Option<Year>,
    month: Option<Month>,
    day: Option<u8>,
    week: Option<i32>,
    relative_day: Option<i32>,
    part: Option<Part>,
    edge: Option<Edge>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Year {
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
    fn after(year: Option<Self>) -> Self {
        match year {
            Some(Self::Known(year)) => Self::Known(year + 1),
            Some(Self::Relative(by)) => Self::Relative(by + 1),
            _ => Self::Relative(1),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Month {
    Known(u8),
    Relative(i32),
}

/// A part of a year or a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// 初
    Start,
    /// 中
    Middle,
    /// 底, 末
    End,
    /// 年内, 期间
    Within,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    /// 前, 之前, 止
    By,
    /// 起, 以来, 之后
    From,
}

/// `20天后`, `近三个月`, `前1周`: so far from the document's date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shift {
    amount: i32,
    unit: Unit,
    kind: ShiftKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ShiftKind {
    /// 5天前
    Before,
    /// 5天以前
    Until,
    /// 5天后
    After,
    /// 5天以后
    OnFrom,
    /// 60日内
    Within,
    /// 未来7天
    Next,
    /// 近三个月
    Past,
    /// 后三个月: the next whole ones.
    NextWhole,
    /// 后1年: as many, from tomorrow on; whole months.
    FromTomorrow,
    /// 前两个月: the last whole ones.
    LastWhole,
}

/// Reads a date, to be resolved against the document's own.
///
/// ```ebnf
/// date  = point , [ "至" , point ] , [ "前" | "起" | … ] | distance ;
/// point = [ year ] , [ month , [ day ] ] , [ part ] , [ "初" | "中" | "底" ] ;
/// ```
pub(crate) fn read_phrase(input: &str) -> PResult<'_, Phrase> {
    let (shifts, runs) = signs_of(input);
    if shifts && let Ok(read) = read_shift(input) {
        return Ok(read);
    }
    let point = read_point(input);
    if runs {
        if let Ok(read) = read_interval(input, &point) {
            return Ok(read);
        }
        if let Ok(read) = read_numeric_interval(input) {
            return Ok(read);
        }
    }
    let (rest, point) = match read_numeric(input) {
        Ok(numeric) => numeric,
        Err(_) => point?,
    };
    let (rest, bound) = opt(read_bound).parse(rest)?;
    let phrase = Phrase {
        point,
        bound,
        ..Phrase::default()
    };
    Ok((rest, phrase))
}

/// Bytes of a date at the most, the words behind it that bound it included.
const LONGEST: usize = 150;

/// What a distance has one of.
const SHIFTING: &[char] = &['未', '今', '过', '最', '近', '前', '上', '下', '后', '内'];

/// What an interval has one of.
const RUNNING: &[char] = &['—', '-', '－', '–', '~', '～', '至', '到', '和'];

/// What no distance and no interval goes on behind.
const STOPS: &[char] = &['，', '。', '；', '、', '\n'];

/// [`SHIFTING`], [`RUNNING`] and [`STOPS`], so that one pass finds them all.
static SIGNS: LazyLock<CharSet> = LazyLock::new(|| {
    let all = [SHIFTING, RUNNING, STOPS];
    all.into_iter().flatten().copied().collect()
});

/// Whether a distance, and whether an interval may stand here: what most dates are not is
/// not read.
fn signs_of(input: &str) -> (bool, bool) {
    let words = head(input, LONGEST);
    let (mut shifts, mut runs) = (false, false);
    let mut at = 0;
    while !(shifts && runs)
        && let Some(found) = SIGNS.find_at(words, at)
    {
        let sign = &words[found..];
        if sign.starts_with(STOPS) {
            break;
        }
        shifts |= sign.starts_with(SHIFTING);
        runs |= sign.starts_with(RUNNING);
        at = found + sign.chars().next().map_or(1, char::len_utf8);
    }
    (shifts, runs)
}

#[cfg(test)]
/// Reads a date that names its year, e.g. `2025年6月底前`.
pub(crate) fn read_date(input: &str) -> PResult<'_, DateMention> {
    map_opt(read_phrase, |phrase| phrase.resolve(None)).parse(input)
}

#[cfg(test)]
/// Reads a date; what it leaves out (`6月底前`, `年内`) comes from the document's own date.
pub(crate) fn read_date_in<'i>(
    reference: Option<Date>,
) -> impl FnMut(&'i str) -> PResult<'i, DateMention> {
    move |input| map_opt(read_phrase, |phrase| phrase.resolve(reference)).parse(input)
}

/// `2017年8月11日至8月22日`, `2019年4月12-19日`, `2023—2025年`, `1—6月`.
///
/// `point` is what was read as the first end.
fn read_interval<'i>(input: &'i str, point: &PResult<'i, Point>) -> PResult<'i, Phrase> {
    let whole = |rest, first| {
        map(preceded(dash, read_point), move |until| (first, until)).parse(rest)
    };
    let read = match point {
        Ok((rest, first)) => whole(*rest, *first),
        Err(_) => fail(input, ErrorKind::Tag),
    };
    let (rest, (point, until)) = match read {
        Ok(read) => read,
        Err(_) => {
            map(read_short_interval, |(first, _, until)| (first, until)).parse(input)?
        }
    };
    let (rest, bound) = opt(read_bound).parse(rest)?;
    // An interval has its ends already: 前 and 止 say nothing new.
    let bound = bound.filter(|&bound| bound == Bound::From);
    let phrase = Phrase {
        point,
        until: Some(until),
        bound,
        shift: None,
    };
    Ok((rest, phrase))
}

/// An interval whose first end lacks the unit of the second: `2023—2025年`, `12-19日`.
fn read_short_interval(input: &str) -> PResult<'_, (Point, &str, Point)> {
    alt((read_short_years, read_short_months, read_short_days)).parse(input)
}

fn read_short_years(input: &str) -> PResult<'_, (Point, &str, Point)> {
    let (rest, first) = terminated(four_digits, opt(tag("年"))).parse(input)?;
    let (rest, sign) = dash(rest)?;
    let (rest, until) = verify(read_point, |until: &Point| {
        matches!(until.year, Some(Year::Known(_)))
    })
    .parse(rest)?;
    Ok((rest, (Point::year(Year::Known(first)), sign, until)))
}

fn read_short_months(input: &str) -> PResult<'_, (Point, &str, Point)> {
    let (rest, year) = opt(read_year).parse(input)?;
    let (rest, first) = small_number(12).parse(rest)?;
    let (rest, sign) = dash(rest)?;
    let (rest, until) = verify(read_point, |until: &Point| {
        until.year.is_none() && until.month.is_some() && until.day.is_none()
    })
    .parse(rest)?;
    let point = Point {
        year,
        month: Some(Month::Known(first)),
        ..Point::default()
    };
    Ok((rest, (point, sign, until)))
}

fn read_short_days(input: &str) -> PResult<'_, (Point, &str, Point)> {
    let (rest, (year, month)) = (opt(read_year), read_month).parse(input)?;
    let (rest, first) = small_number(31).parse(rest)?;
    let (rest, sign) = preceded(opt(one_of("日号")), dash).parse(rest)?;
    let (rest, last) = terminated(small_number(31), one_of("日号")).parse(rest)?;
    let point = Point {
        year,
        month: Some(month),
        day: Some(first),
        ..Point::default()
    };
    let until = Point {
        day: Some(last),
        ..point
    };
    Ok((rest, (point, sign, until)))
}

fn dash(input: &str) -> PResult<'_, &str> {
    delimited(
        spaces,
        alt((
            tag("——"),
            tag("--"),
            tag("至"),
            tag("到"),
            tag("—"),
            tag("-"),
            tag("－"),
            tag("–"),
            tag("~"),
            tag("～"),
            tag("和"),
        )),
        spaces,
    )
    .parse(input)
}

fn read_numeric_interval(input: &str) -> PResult<'_, Phrase> {
    let (rest, (point, _, until)) = (read_numeric, dash, read_numeric).parse(input)?;
    let (rest, _) = opt(read_bound).parse(rest)?;
    Ok((
        rest,
        Phrase {
            point,
            until: Some(until),
            ..Phrase::default()
        },
    ))
}

/// `2025-06-30`, `2025.6.30`, `2025/6`, `20250630`, `10/1/2017`.
fn read_numeric(input: &str) -> PResult<'_, Point> {
    alt((
        read_year_first,
        read_year_last,
        read_compact,
        read_dotted_day,
    ))
    .parse(input)
}

fn read_year_first(input: &str) -> PResult<'_, Point> {
    let (rest, year) = four_digits(input)?;
    let (rest, sign) = one_of("-/.．／").parse(rest)?;
    let (rest, month) = numeric_part(12).parse(rest)?;
    let day = preceded(char(sign), numeric_part(31)).parse(rest);
    let (rest, day) = match day {
        Ok((rest, day)) => (rest, Some(day)),
        // `2025.6` may be a decimal number and `2025-6` an interval, `2025.06` hardly.
        Err(_) if input.len() - rest.len() == "2025-06".len() => (rest, None),
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
        not(satisfy(is_digit)),
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

impl Point {
    fn year(year: Year) -> Self {
        Self {
            year: Some(year),
            ..Self::default()
        }
    }

    fn day(year: Year, month: u8, day: Option<u8>) -> Self {
        Self {
            year: Some(year),
            month: Some(Month::Known(month)),
            day,
            ..Self::default()
        }
    }
}

/// Reads a point with words: year, month, day, part and edge, at least one of them.
fn read_point(input: &str) -> PResult<'_, Point> {
    alt((read_plan, read_century, read_relative_day, read_dated)).parse(input)
}

/// A festival or a day of the calendar, with its year or without.
fn read_dated(input: &str) -> PResult<'_, Point> {
    let (rest, year) = opt(read_year).parse(input)?;
    if let Some((end, (month, day))) = FESTIVALS.prefixes(rest).last() {
        let point = Point {
            year,
            month: Some(Month::Known(month)),
            day: Some(day),
            ..Point::default()
        };
        return Ok((&rest[end..], point));
    }
    read_calendar(input, rest, year)
}

/// A day, a month or a part of the year behind the year that `input` begins with.
fn read_calendar<'i>(
    input: &'i str,
    rest: &'i str,
    year: Option<Year>,
) -> PResult<'i, Point> {
    // 的 belongs to the date only when more of it follows: 2021年的第三个月.
    let linked = terminated(spaces, opt(tag("的"))).parse(rest);
    let rest = match linked {
        Ok((after, _)) if year.is_some() && continues(after) => after,
        _ => rest,
    };
    let (rest, month) = opt(alt((read_month, read_nth_month))).parse(rest)?;
    let (after, day) = match month {
        Some(_) => opt(read_day).parse(rest)?,
        None if year.is_none() => {
            opt(terminated(numeric_or_han_day, tag("日"))).parse(rest)?
        }
        None => (rest, None),
    };
    let mut point = Point {
        year,
        month,
        day,
        ..Point::default()
    };
    if day.is_some() {
        return Ok((after, point));
    }
    let (rest, part) = opt(preceded(opt(one_of("的之")), |input| {
        read_part(input, year.is_some(), month.is_some())
    }))
    .parse(after)?;
    point.part = part;
    let edge = match (part, month, year) {
        (Some(Part::Quarter(_) | Part::RelativeQuarter(_)), ..) => {
            opt(read_month_edge).parse(rest)?
        }
        (Some(_), ..) => (rest, None),
        (None, Some(_), _) => opt(read_month_edge).parse(rest)?,
        (None, None, _) => opt(read_year_edge).parse(rest)?,
    };
    point.edge = edge.1;
    if point == Point::default() {
        return fail(input, ErrorKind::Verify);
    }
    Ok((edge.0, point))
}

/// Whether a month or a part of the year stands here.
fn continues(input: &str) -> bool {
    read_month(input).is_ok()
        || read_nth_month(input).is_ok()
        || read_part(input, true, false).is_ok()
}

fn read_year(input: &str) -> PResult<'_, Year> {
    alt((read_known_year, read_era_year, read_relative_year)).parse(input)
}

fn read_known_year(input: &str) -> PResult<'_, Year> {
    let year = alt((four_digits, spelt_year, short_year));
    let (rest, year) =
        terminated(year, (spaces, tag("年"), opt(char('度')))).parse(input)?;
    Ok((rest, Year::Known(year)))
}

fn four_digits(input: &str) -> PResult<'_, u16> {
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
fn is_plausible_year(year: u16) -> bool {
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

static ERAS: LazyLock<Trie<u16>> = LazyLock::new(|| {
    Trie::forward(
        rows(include_str!("../lexicon/era.tsv"))
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

/// Words for a day, week, month or year counted from the document's date.
static RELATIVE: LazyLock<Trie<(Unit, i32)>> = LazyLock::new(|| {
    Trie::forward(
        rows(include_str!("../lexicon/relative_date.tsv")).filter_map(|row| {
            let unit = match row.cell(1) {
                "year" => Unit::Year,
                "month" => Unit::Month,
                "week" => Unit::Week,
                _ => Unit::Day,
            };
            Some((row.cell(0), (unit, row.cell(2).parse().ok()?)))
        }),
    )
});

/// The longest of them for `unit`: 上年度 is not read as 上年.
fn read_relative(input: &str, unit: Unit) -> PResult<'_, i32> {
    let words = RELATIVE.prefixes(input);
    match words.filter(|&(_, (of, _))| of == unit).last() {
        Some((end, (_, offset))) => Ok((&input[end..], offset)),
        None => fail(input, ErrorKind::Tag),
    }
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

fn read_relative_day(input: &str) -> PResult<'_, Point> {
    let day = |input| read_relative(input, Unit::Day);
    let week = |input| read_relative(input, Unit::Week);
    alt((
        map(day, |offset| Point {
            relative_day: Some(offset),
            ..Point::default()
        }),
        map(week, |offset| Point {
            week: Some(offset),
            ..Point::default()
        }),
    ))
    .parse(input)
}

/// Month and day of each festival.
static FESTIVALS: LazyLock<Trie<(u8, u8)>> = LazyLock::new(|| {
    Trie::forward(
        rows(include_str!("../lexicon/festival.tsv")).filter_map(|row| {
            let day = (row.cell(1).parse().ok()?, row.cell(2).parse().ok()?);
            Some((row.cell(0), day))
        }),
    )
});

/// A five-year plan and what of it is meant: `“十四五”末`, `“十四五”期间`.
fn read_plan(input: &str) -> PResult<'_, Point> {
    let (rest, _) = opt(one_of("“\"‘'")).parse(input)?;
    let (rest, number) = plan_number(rest)?;
    let (rest, _) = opt(one_of("”\"’'“")).parse(rest)?;
    let (rest, edge) = opt(preceded(
        opt(alt((tag("规划"), tag("计划"), tag("时")))),
        alt((
            value(
                Edge::End,
                alt((tag("期末"), tag("末期"), tag("末"), tag("收官"))),
            ),
            value(Edge::Start, alt((tag("期初"), tag("初期"), tag("初")))),
            value(Edge::Middle, tag("中期")),
            value(
                Edge::Within,
                alt((
                    tag("期间"),
                    tag("时期"),
                    tag("期内"),
                    tag("期"),
                    tag("以来"),
                )),
            ),
        )),
    ))
    .parse(rest)?;
    // A plan's name alone is no date: “十四五”规划.
    let Some(edge) = edge else {
        return fail(input, ErrorKind::Verify);
    };
    Ok((
        rest,
        Point {
            year: Some(Year::Plan(number)),
            edge: Some(edge).filter(|&edge| edge != Edge::Within),
            ..Point::default()
        },
    ))
}

/// 十四五 → 14; 九五 → 9.
fn plan_number(input: &str) -> PResult<'_, u16> {
    let (rest, ten) = opt(tag("十")).parse(input)?;
    let (rest, digit) = map_opt(satisfy(|_| true), spelt_digit).parse(rest)?;
    let (rest, _) = tag("五").parse(rest)?;
    let number = u16::from(digit) + if ten.is_some() { 10 } else { 0 };
    if (6..20).contains(&number) {
        Ok((rest, number))
    } else {
        fail(input, ErrorKind::Verify)
    }
}

/// `上世纪80年代`, `90年代`, `11世纪初`.
fn read_century(input: &str) -> PResult<'_, Point> {
    let (rest, century) = opt(alt((
        value(20, alt((tag("上世纪"), tag("上个世纪")))),
        value(21, alt((tag("本世纪"), tag("新世纪")))),
        terminated(small_number(30), (spaces, tag("世纪"))),
    )))
    .parse(input)?;
    let decade = terminated(small_number(90), tag("年代")).parse(rest);
    let base = u16::from(century.unwrap_or(20) - 1) * 100;
    let (rest, years) = match (decade, century) {
        (Ok((rest, decade)), _) if decade % 10 == 0 => {
            let first = base + u16::from(decade);
            (rest, (first, first + 9))
        }
        (_, Some(_)) => {
            let (rest, edge) =
                opt(alt((tag("初"), tag("末"), tag("中叶")))).parse(rest)?;
            match edge {
                Some("初") => (rest, (base, base + 19)),
                Some("末") => (rest, (base + 80, base + 99)),
                Some(_) => (rest, (base + 40, base + 59)),
                None => (rest, (base, base + 99)),
            }
        }
        _ => return fail(input, ErrorKind::Tag),
    };
    Ok((rest, Point::year(Year::Decade(years.0, years.1))))
}

fn read_month(input: &str) -> PResult<'_, Month> {
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
fn read_nth_month(input: &str) -> PResult<'_, Month> {
    map(
        delimited(tag("第"), small_number(12), tag("个月")),
        Month::Known,
    )
    .parse(input)
}

fn read_day(input: &str) -> PResult<'_, u8> {
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

fn numeric_or_han_day(input: &str) -> PResult<'_, u8> {
    small_number(31).parse(input)
}

/// A whole number from 1 to `most`, in digits or numerals.
fn small_number<'i>(most: u8) -> impl FnMut(&'i str) -> PResult<'i, u8> {
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

/// Reads a part of the year or month before it; some stand alone, some need what they
/// divide.
fn read_part(input: &str, year: bool, month: bool) -> PResult<'_, Part> {
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

fn read_month_edge(input: &str) -> PResult<'_, Edge> {
    preceded(
        opt(char('月')),
        alt((
            value(
                Edge::Start,
                terminated(char('初'), not(one_of("步级中始审评见心"))),
            ),
            value(
                Edge::End,
                alt((
                    terminated(char('底'), not(one_of("线数部"))),
                    terminated(char('末'), not(one_of("端梢位"))),
                )),
            ),
            value(
                Edge::Middle,
                terminated(char('中'), not(one_of("心小学央国"))),
            ),
        )),
    )
    .parse(input)
}

fn read_year_edge(input: &str) -> PResult<'_, Edge> {
    let (rest, year) = opt(char('年')).parse(input)?;
    let (rest, edge) = alt((
        value(
            Edge::Start,
            alt((
                terminated(tag("初"), not(one_of("步级中始审评见心"))),
                tag("伊始"),
            )),
        ),
        value(Edge::End, alt((tag("底"), tag("末"), tag("终")))),
        value(
            Edge::Middle,
            terminated(tag("中"), not(one_of("心小学央国医长共华型等职药"))),
        ),
        value(Edge::Within, terminated(tag("内"), not(one_of("蒙部容")))),
    ))
    .parse(rest)?;
    // Without a year before it only 年底 says what is meant, never 底.
    if year.is_none()
        && !matches!(edge, Edge::Start | Edge::End | Edge::Within | Edge::Middle)
    {
        return fail(input, ErrorKind::Verify);
    }
    Ok((rest, edge))
}

fn read_bound(input: &str) -> PResult<'_, Bound> {
    let (rest, _) = opt(alt((tag("左右"), tag("（含）"), tag("(含)")))).parse(input)?;
    let by = alt((
        terminated(
            alt((
                tag("或之前"),
                tag("或以前"),
                tag("及以前"),
                tag("及之前"),
                tag("之前"),
                tag("以前"),
                tag("前"),
            )),
            not(alt((
                one_of("后期往来沿半几景"),
                satisfy(super::number::opens),
            ))),
        ),
        terminated(tag("止"), not(one_of("步损"))),
    ));
    let from = alt((
        tag("或之后"),
        tag("或以后"),
        tag("及之后"),
        tag("及以后"),
        tag("以来"),
        tag("之后"),
        tag("以后"),
        tag("开始"),
        tag("起"),
        terminated(
            tag("后"),
            not(alt((
                one_of("期续半勤备果几"),
                satisfy(super::number::opens),
            ))),
        ),
    ));
    let (rest, bound) = preceded(
        spaces,
        alt((value(Bound::By, by), value(Bound::From, from))),
    )
    .parse(rest)?;
    Ok((rest, bound))
}

/// `5天前`, `20天以后`, `未来7天`, `近三个月`, `60日内`.
fn read_shift(input: &str) -> PResult<'_, Phrase> {
    let (rest, before) = opt(alt((
        value(ShiftKind::Next, alt((tag("未来"), tag("今后")))),
        value(
            ShiftKind::Past,
            alt((tag("过去的"), tag("过去"), tag("最近"), tag("近"))),
        ),
        value(ShiftKind::OnFrom, tag("过")),
        value(ShiftKind::LastWhole, alt((tag("前"), tag("上")))),
        value(ShiftKind::NextWhole, tag("下")),
        value(ShiftKind::FromTomorrow, tag("后")),
    )))
    .parse(input)?;
    let (rest, (amount, unit)) = preceded(spaces, read_span_of_time).parse(rest)?;
    let (rest, after) = opt(alt((
        value(ShiftKind::OnFrom, alt((tag("之后"), tag("以后")))),
        value(
            ShiftKind::Within,
            alt((tag("以内"), tag("之内"), tag("内"))),
        ),
        value(
            ShiftKind::Until,
            terminated(
                alt((tag("之前"), tag("以前"))),
                not(satisfy(super::number::opens)),
            ),
        ),
        value(
            ShiftKind::Before,
            terminated(tag("前"), not(satisfy(super::number::opens))),
        ),
        value(ShiftKind::After, terminated(tag("后"), not(one_of("期续")))),
    )))
    .parse(rest)?;
    let (Some(kind), true) = (before.or(after), before.is_none() || after.is_none())
    else {
        return fail(input, ErrorKind::Verify);
    };
    Ok((
        rest,
        Phrase {
            shift: Some(Shift { amount, unit, kind }),
            ..Phrase::default()
        },
    ))
}

fn read_span_of_time(input: &str) -> PResult<'_, (i32, Unit)> {
    if input.starts_with(['0', '０']) {
        return fail(input, ErrorKind::Verify);
    }
    let (rest, number) = read_cardinal(input)?;
    // 2015年前 names a year.
    let amount = number
        .value
        .to_i64()
        .and_then(|amount| i32::try_from(amount).ok())
        .filter(|amount| (1..1000).contains(amount));
    // Of 20多个月 only what lies after it can be told.
    let open = number.excess && !rest.chars().take(4).any(|c| matches!(c, '后'));
    let Some(amount) = amount.filter(|_| number.max.is_none() && !open) else {
        return fail(input, ErrorKind::Verify);
    };
    if let Ok((rest, months)) = read_half_span(amount, rest) {
        return Ok((rest, months));
    }
    let (rest, unit) = preceded(
        spaces,
        alt((
            value((1, Unit::Day), alt((tag("天"), tag("日")))),
            value((7, Unit::Day), alt((tag("个星期"), tag("星期")))),
            value((1, Unit::Week), alt((tag("个周"), tag("周")))),
            value((1, Unit::Month), tag("个月")),
            // 仨月 has its classifier inside.
            verify(value((1, Unit::Month), tag("月")), |_| {
                input.starts_with(['俩', '仨'])
            }),
            value((3, Unit::Month), tag("个季度")),
            value((1, Unit::Year), alt((tag("周年"), tag("年")))),
        )),
    )
    .parse(rest)?;
    Ok((rest, (amount.saturating_mul(unit.0), unit.1)))
}

/// `3年半`, `两个半月`: the half counts in the next smaller unit.
fn read_half_span(amount: i32, rest: &str) -> PResult<'_, (i32, Unit)> {
    alt((
        value((amount.saturating_mul(12) + 6, Unit::Month), tag("年半")),
        value((amount.saturating_mul(30) + 15, Unit::Day), tag("个半月")),
    ))
    .parse(rest)
}

impl Phrase {
    /// Month and day of a date that names no year.
    fn yearless(self) -> Option<(u8, u8)> {
        match (
            self.point.year,
            self.point.month,
            self.point.day,
            self.until,
        ) {
            (None, Some(Month::Known(month)), Some(day), None) => Some((month, day)),
            _ => None,
        }
    }

    fn is_distance(self) -> bool {
        let point = self.point;
        self.shift.is_some()
            || point.day.is_some() && point.month.is_none() && point.year.is_none()
    }

    /// The dates it means; `None` when it leaves out a year that is not given either.
    pub(crate) fn resolve(self, reference: Option<Date>) -> Option<DateMention> {
        if let Some(shift) = self.shift {
            return shift.resolve(reference?);
        }
        let (first, last) = self.point.resolve(reference)?;
        let year_end = self.point.is_year_end();
        if let Some(until) = self.until {
            let last = until.last_behind(self.point, first, reference)?;
            let last = Some(last).filter(|_| self.bound != Some(Bound::From));
            return Some(DateMention {
                first: Some(first),
                last,
                year_end: until.is_year_end(),
                by: false,
            });
        }
        let (first, last) = match self.bound {
            None => (Some(first), Some(last)),
            Some(Bound::By) => (None, Some(last)),
            Some(Bound::From) => (Some(first), None),
        };
        let within = self.point.edge == Some(Edge::Within);
        Some(DateMention {
            first: first.filter(|_| !within),
            last,
            year_end,
            by: within || self.bound == Some(Bound::By),
        })
    }
}

impl Point {
    fn is_year_end(self) -> bool {
        self.month.is_none()
            && self.part.is_none()
            && matches!(self.edge, Some(Edge::End | Edge::Within))
    }

    /// The end of an interval with what it shares with the beginning filled in.
    fn after(self, first: Self) -> Self {
        let year = match (self.year, self.month) {
            (Some(Year::Following), _) => Some(Year::after(first.year)),
            (year, Some(Month::Relative(_))) => year,
            (year, _) => year.or(first.year),
        };
        let month = match self.month {
            None if self.day.is_some() => first.month,
            month => month,
        };
        Self {
            year,
            month,
            ..self
        }
    }

    /// The last of what it covers as the end of an interval that begins on `start`. An end
    /// that says no year is the next one of its name: 11月至3月.
    fn last_behind(
        self,
        first: Self,
        start: Date,
        reference: Option<Date>,
    ) -> Option<Date> {
        let until = self.after(first);
        let (_, last) = until.resolve(reference)?;
        let named = self.day.is_none() || self.month.is_some();
        if self.year.is_some() || !named || last.last_day() >= start.first_day() {
            return Some(last);
        }
        let next = Self {
            year: Some(Year::after(until.year)),
            ..until
        };
        next.resolve(reference).map(|(_, last)| last)
    }

    fn resolve(self, reference: Option<Date>) -> Option<(Date, Date)> {
        if let Some(offset) = self.relative_day {
            let day = reference?.plus_days(offset)?;
            return Some((day, day));
        }
        if let Some(offset) = self.week {
            return whole_weeks(reference?, offset, 1);
        }
        let (first_year, last_year) = self.years(reference)?;
        let month = match self.month {
            None => None,
            Some(Month::Known(month)) => Some(Date::year_month(first_year, month)?),
            Some(Month::Relative(by)) => {
                Some(Date::year_month(first_year, reference?.month()?)?.plus_months(by)?)
            }
        };
        match (month, self.day) {
            (Some(month), Some(day)) => {
                let day = Date::year_month_day(month.year(), month.month()?, day)?;
                Some((day, day))
            }
            (None, Some(day)) => {
                let day = Date::year_month_day(first_year, reference?.month()?, day)?;
                Some((day, day))
            }
            (Some(month), None) => self.in_month(month),
            (None, None) => self.in_year(first_year, last_year, reference),
        }
    }

    fn years(self, reference: Option<Date>) -> Option<(u16, u16)> {
        let both = |year: u16| Some((year, year));
        match self.year {
            None => both(reference?.year()),
            Some(Year::Known(year)) => both(year),
            Some(Year::Following) => both(reference?.year() + 1),
            Some(Year::Relative(by)) => {
                both(u16::try_from(i32::from(reference?.year()) + by).ok()?)
            }
            Some(Year::ThisAndNext) => {
                let year = reference?.year();
                Some((year, year + 1))
            }
            Some(Year::Plan(number)) => {
                let first = FIRST_PLAN_YEARS + number * PLAN_YEARS;
                match self.edge {
                    Some(Edge::Start) => both(first),
                    Some(Edge::Middle) => both(first + PLAN_YEARS / 2),
                    Some(Edge::End) => both(first + PLAN_YEARS - 1),
                    _ => Some((first, first + PLAN_YEARS - 1)),
                }
            }
            Some(Year::Decade(first, last)) => Some((first, last)),
        }
    }

    fn in_month(self, month: Date) -> Option<(Date, Date)> {
        let day = |day: u8| Date::year_month_day(month.year(), month.month()?, day);
        let end = month.last_day();
        Some(match self.part {
            None => (month, month),
            Some(Part::Tenday(1)) => (day(1)?, day(10)?),
            Some(Part::Tenday(2)) => (day(11)?, day(20)?),
            Some(Part::Tenday(_)) => (day(21)?, end),
            Some(Part::HalfMonth(1)) => (day(1)?, day(15)?),
            Some(Part::HalfMonth(_)) => (day(16)?, end),
            Some(Part::FirstDays(count)) => (day(1)?, day(count)?),
            Some(Part::LastDays(count)) => (end.plus_days(1 - i32::from(count))?, end),
            Some(Part::Week(week)) => nth_week(month, week)?,
            Some(_) => return None,
        })
    }

    fn in_year(
        self,
        first: u16,
        last: u16,
        reference: Option<Date>,
    ) -> Option<(Date, Date)> {
        let month = |month: u8| Date::year_month(first, month);
        let one = |month: Option<Date>| Some((month?, month?));
        match self.part {
            None if matches!(self.year, Some(Year::Plan(_))) => {
                Some((Date::year_only(first), Date::year_only(last)))
            }
            None => match self.edge {
                // 年初 is the first two months, as statistics have it.
                Some(Edge::Start) => Some((month(1)?, month(2)?)),
                Some(Edge::Middle) => one(month(6)),
                Some(Edge::End | Edge::Within) => one(month(12)),
                None => Some((Date::year_only(first), Date::year_only(last))),
            },
            Some(Part::Half(half)) => Some((month(half * 6 - 5)?, month(half * 6)?)),
            Some(Part::Quarter(quarter)) => {
                let (first, last) = (month(quarter * 3 - 2), month(quarter * 3));
                match self.edge {
                    Some(Edge::Start) => one(first),
                    Some(Edge::End) => one(last),
                    _ => Some((first?, last?)),
                }
            }
            Some(Part::RelativeQuarter(by)) => {
                let today = reference?;
                let quarter = i32::from(today.month()? - 1) / 3 + by;
                let start = Date::year_month(today.year(), 1)?;
                let (first, last) = (
                    start.plus_months(quarter * 3),
                    start.plus_months(quarter * 3 + 2),
                );
                match self.edge {
                    Some(Edge::Start) => one(first),
                    Some(Edge::End) => one(last),
                    _ => Some((first?, last?)),
                }
            }
            Some(Part::FirstMonths(count)) => Some((month(1)?, month(count)?)),
            Some(Part::LastMonths(count)) => Some((month(13 - count)?, month(12)?)),
            Some(Part::Week(week)) => nth_week(Date::year_only(first), week),
            Some(Part::FirstDays(count)) => {
                let start = Date::year_only(first).first_day();
                Some((start, start.plus_days(i32::from(count) - 1)?))
            }
            Some(Part::LastDays(count)) => {
                let end = Date::year_only(first).last_day();
                Some((end.plus_days(1 - i32::from(count))?, end))
            }
            Some(Part::HalfMonth(_) | Part::Tenday(_)) => {
                self.in_month(month(reference?.month()?)?)
            }
        }
    }
}

/// The first five-year plan began five years after this: 十四五 is 2021 to 2025.
const FIRST_PLAN_YEARS: u16 = 1951;
const PLAN_YEARS: u16 = 5;

/// The week of that number in a month or year: the first is the one whose Monday lies in
/// it.
fn nth_week(of: Date, number: u8) -> Option<(Date, Date)> {
    let first = of.first_day();
    let monday = first.plus_days((7 - first.weekday()) % 7)?;
    let monday = monday.plus_days((i32::from(number) - 1) * 7)?;
    Some((monday, monday.plus_days(6)?))
}

fn whole_weeks(from: Date, offset: i32, count: i32) -> Option<(Date, Date)> {
    let monday = from.plus_days(offset * 7 - from.weekday())?;
    Some((monday, monday.plus_days(count * 7 - 1)?))
}

impl Shift {
    fn resolve(self, today: Date) -> Option<DateMention> {
        let (first, last) = match self.kind {
            ShiftKind::Before => {
                let date = self.moved(today, -self.amount)?;
                (Some(date), Some(date))
            }
            ShiftKind::After => {
                let date = self.moved(today, self.amount)?;
                (Some(date), Some(date))
            }
            ShiftKind::Until => (None, Some(self.moved(today, -self.amount)?)),
            ShiftKind::OnFrom => (Some(self.moved(today, self.amount)?), None),
            // Half a year has no day of its own.
            ShiftKind::Within if self.unit == Unit::Month && self.amount % 12 == 6 => {
                (None, Some(today.plus_months(self.amount)?))
            }
            ShiftKind::Within => (None, Some(self.end_of(today, self.amount)?)),
            ShiftKind::Next => match self.unit {
                Unit::Month => (
                    Some(today.plus_months(1)?),
                    Some(today.plus_months(self.amount)?),
                ),
                _ => (Some(today), Some(self.end_of(today, self.amount)?)),
            },
            ShiftKind::Past => (Some(self.end_of(today, -self.amount)?), Some(today)),
            ShiftKind::NextWhole if self.unit == Unit::Year => (
                Some(self.moved(today, 1)?),
                Some(self.moved(today, self.amount)?),
            ),
            ShiftKind::NextWhole | ShiftKind::FromTomorrow => match self.unit {
                Unit::Month => (
                    Some(today.plus_months(1)?),
                    Some(today.plus_months(self.amount)?),
                ),
                _ => (
                    Some(today.plus_days(1)?),
                    Some(self.end_of(today, self.amount)?),
                ),
            },
            ShiftKind::LastWhole => match self.unit {
                Unit::Year => (
                    Some(self.moved(today, -self.amount)?),
                    Some(self.moved(today, -1)?),
                ),
                Unit::Month => (
                    Some(today.plus_months(-self.amount)?),
                    Some(today.plus_months(-1)?),
                ),
                _ => (
                    Some(self.end_of(today, -self.amount)?),
                    Some(today.plus_days(-1)?),
                ),
            },
        };
        Some(DateMention {
            first,
            last,
            year_end: false,
            by: self.kind == ShiftKind::Within,
        })
    }

    /// So far from `today`, with the precision of the unit.
    fn moved(self, today: Date, by: i32) -> Option<Date> {
        match self.unit {
            Unit::Day => today.plus_days(by),
            Unit::Week => today.plus_days(by * 7),
            Unit::Month => today.plus_months(by),
            Unit::Year => Some(Date::year_only(
                u16::try_from(i32::from(today.year()) + by).ok()?,
            )),
        }
    }

    /// The day so far from `today`.
    fn end_of(self, today: Date, by: i32) -> Option<Date> {
        let day = today.first_day();
        let months = match self.unit {
            Unit::Day => return today.plus_days(by),
            Unit::Week => return today.plus_days(by * 7),
            Unit::Month => by,
            Unit::Year => by.checked_mul(12)?,
        };
        let month = day.plus_months(months)?;
        let last = month.last_day().day()?;
        Date::year_month_day(month.year(), month.month()?, day.day()?.min(last))
    }
}

/// A date found in a text; `date` is `None` where its year is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FoundDate {
    pub(crate) span: Span,
    pub(crate) date: Option<DateMention>,
    /// EDTF with the year left open (`XXXX-08-08`), where a day of no year is named.
    pub(crate) yearless: Option<(u8, u8)>,
    /// A length of time that serves as a date (`5年前`, `30日`): a quantity as well.
    pub(crate) is_distance: bool,
}

/// First characters of what a date can begin with.
static FIRST: LazyLock<CharSet> = LazyLock::new(|| {
    CharSet::of([
        FIGURES,
        "一二三四五六七八九十两零〇○Ｏ元正廿首“”今俩仨本去明次昨近",
        "来当这未现过最上下前后大年康雍乾嘉道咸同光宣顺民国劳圣教妇青建植",
    ])
});

const FIGURES: &str = "0123456789０１２３４５６７８９";

/// Words of two characters and more that a date can begin with or hang on.
const WORDS: [&str; 24] = [
    "来年",
    "当月",
    "这月",
    "这周",
    "这个月",
    "这个周",
    "未来",
    "现在",
    "过去",
    "最近",
    "康熙",
    "雍正",
    "乾隆",
    "嘉庆",
    "道光",
    "咸丰",
    "同治",
    "光绪",
    "宣统",
    "顺治",
    "民国",
    "国庆",
    "劳动节",
    "圣诞",
];

/// The same in pairs: any word of the first list with any character of the second.
const PAIRS: [(&[&str], &str); 7] = [
    (&["过"], "0123456789两二三四五六七八九十"),
    (
        &["上", "下", "前", "后"],
        "半一二两三四五六七八九十年月周个天季俩仨0123456789",
    ),
    (&["大"], "前后"),
    (&["年"], "底末终初内中"),
    (&["年年"], "底末初"),
    (&["教师", "妇女", "青年", "植树"], "节"),
    (&["建军", "建党"], "节"),
];

/// [`WORDS`] and [`PAIRS`].
static OPENINGS: LazyLock<Trie<()>> = LazyLock::new(|| {
    let mut words: Vec<String> = WORDS.map(str::to_owned).into();
    for (heads, tails) in PAIRS {
        for head in heads {
            words.extend(tails.chars().map(|tail| format!("{head}{tail}")));
        }
    }
    Trie::forward(words.iter().map(|word| (word.as_str(), ())))
});

/// Where the next date can begin at byte `from` or behind it: the rest is read around it.
fn find_anchor(text: &str, from: usize) -> Option<std::ops::Range<usize>> {
    let mut at = from;
    loop {
        let start = FIRST.find_at(text, at)?;
        let rest = &text[start..];
        let first = rest.chars().next()?;
        let length = match first {
            _ if is_digit(first) => rest.len() - rest.trim_start_matches(is_digit).len(),
            '来' | '当' | '这' | '未' | '现' | '过' | '最' | '上' | '下' | '前'
            | '后' | '大' | '年' | '康' | '雍' | '乾' | '嘉' | '道' | '咸' | '同'
            | '光' | '宣' | '顺' | '民' | '国' | '劳' | '圣' | '教' | '妇' | '青'
            | '建' | '植' => OPENINGS.prefixes(rest).next().map_or(0, |(end, ())| end),
            _ => first.len_utf8(),
        };
        if length > 0 {
            return Some(start..start + length);
        }
        at = start + first.len_utf8();
    }
}

/// Bytes of a date up to its first word of time at the most: `过去的二十五个星期`.
const LONGEST_LEAD: usize = 48;

/// Characters of which every date but one in figures alone has one.
static OF_TIME: LazyLock<CharSet> =
    LazyLock::new(|| CharSet::of(["年月日天周季期世末初星旬现节旦庆"]));

/// What may stand before the first word of time of a date.
static LEAD: LazyLock<CharSet> = LazyLock::new(|| {
    CharSet::of([
        FIGURES,
        "零〇○Ｏ一二三四五六七八九十百千万亿兆几数多余半廿卅卌俩仨两",
        "壹贰叁参肆伍陆柒捌玖拾佰仟元正首个第的之点 \u{a0}\u{3000}",
        "未来今后过去最近前上下大明昨本次当这新—-－–~～至到和“”\"‘’'规划计时儿童",
        ".．/／·康熙雍正乾隆嘉庆道光咸丰同治光绪宣统顺治民国劳动圣诞教师妇女青建党军植树",
    ])
});

/// A cheap gate before the grammar, as most numerals of a text count other things: whether
/// a word of time comes up behind nothing but what may stand before it.
fn may_begin(text: &str) -> bool {
    /// Figures of `20250630`.
    const COMPACT: usize = 8;
    let (mut plan, mut figures) = (false, 0);
    for c in head(text, LONGEST_LEAD).chars() {
        if OF_TIME.contains(c) || c.is_ascii_alphabetic() {
            return true;
        }
        match c {
            // “十四五”以来, 收官, 中期
            '以' | '收' | '中' => return plan,
            '-' | '/' | '.' | '．' | '／' | '·' if figures > 0 => return true,
            '五' => plan = true,
            _ if !LEAD.contains(c) => break,
            _ => {}
        }
        if is_digit(c) {
            figures += 1;
        } else if figures == COMPACT {
            return true;
        } else {
            figures = 0;
        }
    }
    figures == COMPACT
}

/// The dates in a text, in order; relative ones are reckoned from `reference`.
pub(crate) fn find_dates(text: &str, reference: Option<Date>) -> Vec<FoundDate> {
    let mut found = Vec::new();
    let mut at = 0;
    if let Some(year) = lone_year(text) {
        return vec![year];
    }
    while let Some(anchor) = find_anchor(text, at) {
        let start = anchor.start;
        at = anchor.end;
        if !may_begin(&text[start..]) {
            continue;
        }
        match read_phrase(&text[start..]) {
            Ok((rest, phrase)) if !is_glued(&text[..start], &text[start..]) => {
                let span = Span::new(start, text.len() - rest.len());
                found.push(FoundDate {
                    span,
                    date: phrase.resolve(reference),
                    yearless: phrase.yearless(),
                    is_distance: phrase.is_distance(),
                });
                at = span.end;
            }
            _ => {}
        }
    }
    found
}

/// Bytes of a cell that is looked at as a year.
const LONGEST_CELL: usize = 40;

/// A cell that holds nothing but a year.
fn lone_year(text: &str) -> Option<FoundDate> {
    let cell = text.trim();
    if cell.len() > LONGEST_CELL {
        return None;
    }
    let year = match four_digits(cell) {
        Ok(("", year)) => Date::year_only(year),
        Ok((rest, year)) => spaced_day(year, rest)?,
        _ => Date::year_only(lone_short_year(cell)?),
    };
    let start = text.len() - text.trim_start().len();
    Some(FoundDate {
        span: Span::new(start, start + cell.len()),
        date: Some(DateMention {
            first: Some(year),
            last: Some(year),
            year_end: false,
            by: false,
        }),
        yearless: None,
        is_distance: true,
    })
}

/// The ` 11 23` of `2022 11 23`.
fn spaced_day(year: u16, rest: &str) -> Option<Date> {
    let mut parts = rest.strip_prefix(' ')?.split(' ');
    let (month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Date::year_month_day(year, month, day).filter(|_| parts.next().is_none())
}

/// `24年` as a line of its own: a length of time would be part of a sentence.
fn lone_short_year(cell: &str) -> Option<u16> {
    let digits = cell.strip_suffix('年')?;
    (digits.len() == 2)
        .then(|| digits.parse::<u16>().ok())?
        .map(pivoted)
}

/// A pivot half a century away keeps 85年 in the past and 35年 in the future.
const fn pivoted(year: u16) -> u16 {
    if year < 50 { year + 2000 } else { year + 1900 }
}

/// Whether the candidate only continues the number or word before it.
fn is_glued(before: &str, candidate: &str) -> bool {
    let Some(last) = before.chars().next_back() else {
        return false;
    };
    let first_is_number = candidate.chars().next().is_some_and(super::number::opens);
    first_is_number
        && (super::number::opens(last) && !matches!(last, '万' | '数' | '半')
            || matches!(last, '第' | '.' | '．' | '每'))
        || candidate.starts_with('过') && "通经超不度".contains(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Option<Date> {
        "2021-06-14".parse().ok()
    }

    #[track_caller]
    fn reads(input: &str, edtf: &str, rest: &str) {
        let (left, mention) = read_date_in(today())(input).unwrap();
        assert_eq!((mention.edtf().as_str(), left), (edtf, rest), "{input}");
    }

    #[test]
    fn dates_of_the_calendar() {
        for (input, edtf, rest) in [
            ("2025年", "2025", ""),
            ("2025年度", "2025", ""),
            ("2025年6月", "2025-06", ""),
            ("2025年6月30日", "2025-06-30", ""),
            ("2025 年 6 月 30 日", "2025-06-30", ""),
            ("2019年01月12日", "2019-01-12", ""),
            ("二〇二五年六月三十日", "2025-06-30", ""),
            ("二○一一年十二月十五日", "2011-12-15", ""),
            ("二OO六年二月二十日", "2006-02-20", ""),
            ("二0一八年十月", "2018-10", ""),
            ("二零零三年十二月", "2003-12", ""),
            ("2025-06-30", "2025-06-30", ""),
            ("2025.6.30", "2025-06-30", ""),
            ("2025/6/30", "2025-06-30", ""),
            ("20240307", "2024-03-07", ""),
            ("民国三年", "1914", ""),
            ("98年4月", "1998-04", ""),
            ("08年奥运会", "2008", "奥运会"),
            ("6月30日", "2021-06-30", ""),
            ("十月31", "2021-10-31", ""),
            ("2025年中心城区", "2025", "中心城区"),
            ("2020年初步建成", "2020", "初步建成"),
        ] {
            reads(input, edtf, rest);
        }
    }

    #[test]
    fn ends_of_periods_are_marked() {
        for (input, edtf, year_end, by) in [
            ("2025年底", "2025-12", true, false),
            ("2025年底前", "2025-12", true, true),
            ("2025年年底前", "2025-12", true, true),
            ("年底前", "2021-12", true, true),
            ("年内", "2021-12", true, true),
            ("6月底前", "2021-06", false, true),
            ("2025年前", "2025", false, true),
            ("“十四五”末", "2025", true, false),
            ("“十五五”时期", "2026/2030", false, false),
            ("“十二五”期间", "2011/2015", false, false),
            ("2017年初", "2017-01/2017-02", false, false),
        ] {
            let (rest, mention) = read_date_in(today())(input).unwrap();
            assert_eq!(rest, "", "{input}");
            assert_eq!(
                (mention.edtf().as_str(), mention.year_end, mention.by),
                (edtf, year_end, by),
                "{input}"
            );
        }
        let (_, mention) = read_date("2025年底").unwrap();
        assert_eq!(mention.deadline(), "2025-12".parse().ok());
        assert_eq!(mention.target_date(), "2025".parse().ok());
    }

    #[test]
    fn parts_and_intervals() {
        for (input, edtf) in [
            ("上半年", "2021-01/2021-06"),
            ("2017年下半年", "2017-07/2017-12"),
            ("一季度", "2021-01/2021-03"),
            ("第三季度", "2021-07/2021-09"),
            ("年底至3月", "2021-12/2022-03"),
            ("11月至3月", "2021-11/2022-03"),
            ("去年11月至3月", "2020-11/2021-03"),
            ("2019年底至2月", "2019-12/2020-02"),
            ("2019年12月25日至1月5日", "2019-12-25/2020-01-05"),
            ("四季度至3月底", "2021-10/2022-03"),
            ("下半年至一季度", "2021-07/2022-03"),
            ("2019年11月至次年3月", "2019-11/2020-03"),
            ("去年9月至翌年7月", "2020-09/2021-07"),
            ("次年度", "2022"),
            ("2019年11月至明年3月", "2019-11/2022-03"),
            ("6月20日至6月底", "2021-06-20/2021-06"),
            ("3月至6月", "2021-03/2021-06"),
            ("8月30日至31日", "2021-08-30/2021-08-31"),
            ("今年前三季度", "2021-01/2021-09"),
            ("2022年前十一个月", "2022-01/2022-11"),
            ("6月上旬", "2021-06-01/2021-06-10"),
            ("2023—2025年", "2023/2025"),
            ("2016-2020年", "2016/2020"),
            ("2017年8月11日至8月22日", "2017-08-11/2017-08-22"),
            ("2019年4月12-19日", "2019-04-12/2019-04-19"),
            ("2018年1—9月份", "2018-01/2018-09"),
            ("1—6月", "2021-01/2021-06"),
            ("3月至5月", "2021-03/2021-05"),
            ("2018年以来", "2018/.."),
            ("2014年6月14日起", "2014-06-14/.."),
            ("明年七月第2周", "2022-07-11/2022-07-17"),
            ("60日内", "2021-08-13"),
            ("20天后", "2021-07-04"),
        ] {
            reads(input, edtf, "");
        }
    }

    #[test]
    fn dates_in_figures() {
        for (input, edtf) in [
            ("10/1/2017", "2017-01-10"),
            ("6/30/2017", "2017-06-30"),
            ("30/6/2017", "2017-06-30"),
            ("5/12/2017", "2017-12-05"),
            ("2025-06", "2025-06"),
            ("2025.06", "2025-06"),
            ("2025.06.30日", "2025-06-30"),
            ("7·20", "2021-07-20"),
            ("2025-06-01至2025-06-30", "2025-06-01/2025-06-30"),
            ("12年4月", "2012-04"),
            ("98年底", "1998-12"),
            ("零八年", "2008"),
        ] {
            reads(input, edtf, "");
        }
    }

    #[test]
    fn centuries_and_plans() {
        for (input, edtf) in [
            ("上世纪80年代", "1980/1989"),
            ("90年代", "1990/1999"),
            ("11世纪初", "1000/1019"),
            ("本世纪初", "2000/2019"),
            ("上世纪末", "1980/1999"),
            ("20世纪中叶", "1940/1959"),
            ("18世纪", "1700/1799"),
            ("“九五”期间", "1996/2000"),
            ("“十四五”初", "2021"),
            ("“十四五”中期", "2023"),
            ("“十四五”收官", "2025"),
            ("十四五以来", "2021/2025"),
        ] {
            reads(input, edtf, "");
        }
    }

    #[test]
    fn parts_of_years_and_months() {
        for (input, edtf) in [
            ("年中", "2021-06"),
            ("今明两年", "2021/2022"),
            ("2022年国庆节", "2022-10-01"),
            ("2022年最后3个月", "2022-10/2022-12"),
            ("4月12日-19日", "2021-04-12/2021-04-19"),
            ("4月12—19日", "2021-04-12/2021-04-19"),
            ("4月3-5号", "2021-04-03/2021-04-05"),
            ("2020年4月3-5号", "2020-04-03/2020-04-05"),
            ("2020年1-6月", "2020-01/2020-06"),
            ("1-6月底", "2021-01/2021-06"),
            ("2021年的第三个月", "2021-03"),
            ("95年前三个月", "1995-01/1995-03"),
            ("三季度末", "2021-09"),
            ("二季度初", "2021-04"),
            ("本季度", "2021-04/2021-06"),
            ("上季度", "2021-01/2021-03"),
            ("下季度初", "2021-07"),
            ("下季度末", "2021-09"),
            ("2022年前12个月", "2022-01/2022-12"),
            ("2022年前五天", "2022-01-01/2022-01-05"),
            ("2022年最后5天", "2022-12-27/2022-12-31"),
            ("2022年第1周", "2022-01-03/2022-01-09"),
            ("2022年第2周", "2022-01-10/2022-01-16"),
            ("6月第1周", "2021-06-07/2021-06-13"),
            ("6月前10天", "2021-06-01/2021-06-10"),
            ("6月后10天", "2021-06-21/2021-06-30"),
            ("6月上半月", "2021-06-01/2021-06-15"),
            ("6月下半月", "2021-06-16/2021-06-30"),
            ("2月下旬", "2021-02-21/2021-02-28"),
            ("去年12月至今年3月", "2020-12/2021-03"),
            ("十二月至次年三月", "2021-12/2022-03"),
            ("2017年8月11日至明年", "2017-08-11/2022"),
        ] {
            reads(input, edtf, "");
        }
    }

    #[test]
    fn distances_from_the_day_of_the_document() {
        for (input, edtf) in [
            ("5日", "2021-06-05"),
            ("昨天", "2021-06-13"),
            ("上周", "2021-06-07/2021-06-13"),
            ("本周", "2021-06-14/2021-06-20"),
            ("下月", "2021-07"),
            ("5天前", "2021-06-09"),
            ("两周后", "2021-06-28"),
            ("3个月前", "2021-03"),
            ("20多个月后", "2023-02"),
            ("3年前", "2018"),
            ("三年后", "2024"),
            ("三年以前", "2018"),
            ("5天以前", "2021-06-09"),
            ("后2年", "2021-06-15/2023-06-14"),
            ("前两年", "2019/2020"),
            ("3年半后", "2024-12"),
            ("两年半前", "2018-12"),
            ("999天后", "2024-03-09"),
            ("未来3天", "2021-06-14/2021-06-17"),
            ("未来两周", "2021-06-14/2021-06-28"),
            ("未来三个月", "2021-07/2021-09"),
            ("今后5年", "2021-06-14/2026-06-14"),
            ("最近两周", "2021-05-31/2021-06-14"),
            ("过去三个月", "2021-03-14/2021-06-14"),
            ("近三年", "2018-06-14/2021-06-14"),
            ("前三天", "2021-06-11/2021-06-13"),
            ("后两天", "2021-06-15/2021-06-16"),
            ("前三个月", "2021-03/2021-05"),
            ("后三个月", "2021-07/2021-09"),
            ("前两年", "2019/2020"),
        ] {
            reads(input, edtf, "");
        }
        for (input, edtf) in [
            ("60日内", "2021-08-13"),
            ("三个月内", "2021-09-14"),
            ("两个半月内", "2021-08-28"),
            ("一年半内", "2022-12"),
            ("两年内", "2023-06-14"),
        ] {
            reads(input, edtf, "");
            let (_, mention) = read_date_in(today())(input).unwrap();
            assert!(mention.by && mention.first.is_none(), "{input}");
        }
    }

    #[test]
    fn cells_of_a_year_or_a_day() {
        for (cell, edtf) in [
            (" 2025 ", "2025"),
            ("24年", "2024"),
            ("95年", "1995"),
            ("2022 11 23", "2022-11-23"),
        ] {
            let found = find_dates(cell, None);
            let dates: Vec<_> = found.iter().map(|f| f.date.unwrap().edtf()).collect();
            assert_eq!(dates, [edtf], "{cell}");
            assert_eq!(&cell[found[0].span.range()], cell.trim());
        }
        let long = format!("2025{}", " ".repeat(60));
        assert_eq!(find_dates(&long, None).len(), 1);
        for cell in ["2022 11 23 4", "2022 13 1", "2025063", "2017-2018"] {
            assert!(find_dates(cell, today()).is_empty(), "{cell}");
        }
    }

    #[test]
    fn what_is_glued_to_a_number_or_a_word_is_no_date() {
        for text in [
            "第2025年",
            "每5年",
            "数10年",
            "通过5日",
            "12025年",
            "一两年",
            "两三年",
            "三五年",
        ] {
            assert!(find_dates(text, today()).is_empty(), "{text}");
        }
        for (text, quote) in [
            ("于20250630，", "20250630"),
            ("十四五以来", "十四五以来"),
            ("万2025年", "2025年"),
        ] {
            let found = find_dates(text, today());
            let quotes: Vec<_> = found.iter().map(|f| &text[f.span.range()]).collect();
            assert_eq!(quotes, [quote], "{text}");
        }
    }

    #[test]
    fn what_is_no_date() {
        for input in [
            "2025",
            "3家",
            "1.5倍",
            "十四五规划",
            "“十四五”规划",
            "五年规划",
            "30年",
            "2025-6",
            "2025.6",
            "20251301",
            "20250100",
            "20250632",
            "22250630",
            "1500年",
            "2300年",
            "13月",
            "0月",
            "85年代",
            "12-19日",
            "2023年2月29日",
            "2022年4月31日",
            "0天后",
            "1000天后",
            "20多个月内",
        ] {
            assert!(read_date_in(today())(input).is_err(), "{input}");
        }
        assert!(read_date("6月30日").is_err());
    }

    #[test]
    fn days_without_a_year_and_distances_are_told() {
        for (text, yearless, is_distance) in [
            ("8月8日", Some((8, 8)), false),
            ("每年8月8日前", Some((8, 8)), false),
            ("1-6月5日", Some((6, 5)), false),
            ("2025年8月8日", None, false),
            ("去年8月8日", None, false),
            ("8月8日至9日", None, false),
            ("8月", None, false),
            ("5日", None, true),
            ("95年", None, true),
            ("三年以前", None, true),
            ("95年底", None, false),
        ] {
            let found = find_dates(text, today());
            let [found] = found.as_slice() else {
                panic!("{text}: {found:?}");
            };
            assert_eq!(found.yearless, yearless, "{text}");
            assert_eq!(found.is_distance, is_distance, "{text}");
        }
    }

    #[test]
    fn dates_are_found_in_order() {
        let text = "到2020年，较2015年提升5个百分点；6月底前完成，第12年";
        let found: Vec<_> = find_dates(text, today())
            .iter()
            .map(|found| &text[found.span.range()])
            .collect();
        assert_eq!(found, ["2020年", "2015年", "6月底前"]);
        assert!(find_dates("6月底前", None)[0].date.is_none());
    }
}
