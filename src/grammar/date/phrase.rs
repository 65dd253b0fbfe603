//! A whole date: a point, an interval or a distance, and the words that bound it.

use std::sync::LazyLock;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::opt;
use nom::sequence::{delimited, terminated};

use super::DateMention;
use super::bound::{Bound, read_bound};
use super::edge::Edge;
use super::figures::read_numeric;
use super::interval::{read_interval, read_numeric_interval};
use super::month::{Month, small_number};
use super::point::{Point, read_point};
use super::shift::{Shift, read_shift};
use super::year::Year;
use crate::grammar::PResult;
use crate::lexicon::chars::CharSet;
use crate::model::Date;
use crate::text::head;

/// A date as it is written, before it is reckoned from the document's date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) point: Point,
    /// The end of an interval.
    pub(super) until: Option<Point>,
    pub(super) bound: Option<Bound>,
    /// A distance from the document's date in place of a point.
    pub(super) shift: Option<Shift>,
}

/// Reads a date, to be resolved against the document's own.
///
/// ```ebnf
/// date  = point , [ "至" , point ] , [ "前" | "起" | … ] | distance
///       | year , "起" , [ "用" ] , number , "年" , ( "内" | "时间" ) ;
/// point = [ year ] , [ month , [ day ] ] , [ part ] , [ "初" | "中" | "底" ] ;
/// ```
pub(super) fn read_phrase(input: &str) -> PResult<'_, Phrase> {
    let (shifts, runs) = signs_of(input);
    if shifts && let Ok((rest, shift)) = read_shift(input) {
        let phrase = Phrase {
            shift: Some(shift),
            ..Phrase::default()
        };
        return Ok((rest, phrase));
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
    let words = &input[..input.len() - rest.len()];
    if words.ends_with(['起', '始'])
        && let Some(first) = point.only_year()
        && let Ok((rest, years)) = read_years_long(rest)
    {
        let until = Year::Known(first + u16::from(years) - 1);
        let phrase = Phrase {
            point,
            until: Some(Point::year(until)),
            ..Phrase::default()
        };
        return Ok((rest, phrase));
    }
    let phrase = Phrase {
        point,
        bound,
        ..Phrase::default()
    };
    Ok((rest, phrase))
}

/// How many years what begins takes, the first one among them: 2021年起|，用三年时间.
fn read_years_long(input: &str) -> PResult<'_, u8> {
    const LONGEST: u8 = 10;
    let comma = opt(alt((tag("，"), tag(","))));
    let aim = opt(alt((tag("力争"), tag("争取"), tag("计划"))));
    let by = opt(alt((tag("用"), tag("利用"), tag("经过"))));
    let years = terminated(small_number(LONGEST), tag("年"));
    let about = opt(alt((tag("左右的"), tag("左右"), tag("的"))));
    let close = alt((tag("时间内"), tag("时间"), tag("之内"), tag("内")));
    delimited((comma, aim, by), years, (about, close)).parse(input)
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

impl Phrase {
    /// Month and day of a date that names no year.
    pub(super) fn yearless(self) -> Option<(u8, u8)> {
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

    pub(super) fn is_distance(self) -> bool {
        let point = self.point;
        self.shift.is_some()
            || point.day.is_some() && point.month.is_none() && point.year.is_none()
    }

    /// The dates it means; `None` when it leaves out a year that is not given either.
    pub(super) fn resolve(self, reference: Option<Date>) -> Option<DateMention> {
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
