//! The words behind a date that bound it: 前, 之前, 起, 以来.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{one_of, satisfy};
use nom::combinator::{not, opt, value};
use nom::sequence::{preceded, terminated};

use crate::grammar::PResult;
use crate::grammar::number::{opens, spaces};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    /// 前, 之前, 止
    By,
    /// 起, 以来, 之后
    From,
}

pub(super) fn read_bound(input: &str) -> PResult<'_, Bound> {
    let (rest, _) = opt(alt((tag("左右"), tag("（含）"), tag("(含)")))).parse(input)?;
    let bound = alt((value(Bound::By, read_by), value(Bound::From, read_from)));
    preceded(spaces, bound).parse(rest)
}

fn read_by(input: &str) -> PResult<'_, &str> {
    alt((
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
            not(alt((one_of("后期往来沿半几景"), satisfy(opens)))),
        ),
        terminated(tag("止"), not(one_of("步损"))),
    ))
    .parse(input)
}

fn read_from(input: &str) -> PResult<'_, &str> {
    alt((
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
            not(alt((one_of("期续半勤备果几"), satisfy(opens)))),
        ),
    ))
    .parse(input)
}
