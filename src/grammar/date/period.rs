//! Periods of many years: plans, decades and centuries.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{one_of, satisfy};
use nom::combinator::{map_opt, opt, peek, recognize, value};
use nom::error::ErrorKind;
use nom::sequence::{preceded, terminated};

use super::edge::Edge;
use super::month::small_number;
use super::point::Point;
use super::year::Year;
use crate::grammar::number::{spaces, spelt_digit};
use crate::grammar::{PResult, fail};
use crate::lexicon::mark;

/// A five-year plan and what of it is meant: `“十四五”末`, `“十四五”期间`.
pub(super) fn read_plan(input: &str) -> PResult<'_, Point> {
    let (rest, quoted) = opt(one_of("“\"‘'")).parse(input)?;
    // “十五”末: without its quotes 十五 is a number.
    let tenth = value(10, terminated(tag("十五"), peek(one_of("”\"’'"))));
    let (rest, number) = match quoted {
        Some(_) => alt((tenth, plan_number)).parse(rest)?,
        None => plan_number(rest)?,
    };
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
                    // What it opens is told of by the words behind a date.
                    peek(tag("以来")),
                    // “十二五”的1.8倍, but “十四五”的目标
                    peek(recognize((
                        tag("的"),
                        opt(one_of("近约")),
                        satisfy(|c| c.is_ascii_digit()),
                    ))),
                )),
            ),
        )),
    ))
    .parse(rest)?;
    // A plan's name alone is no date: “十四五”规划. That of its goals is: “十五五”主要目标.
    let goals = || mark::PLAN_GOAL.opening(rest).map(|_| Edge::Within);
    let Some(edge) = edge.or_else(goals) else {
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
pub(super) fn read_century(input: &str) -> PResult<'_, Point> {
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
