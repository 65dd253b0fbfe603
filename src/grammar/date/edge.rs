//! The edge of a period that is meant: `年初`, `6月底`, `年内`.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{char, one_of};
use nom::combinator::{not, opt, value};
use nom::error::ErrorKind;
use nom::sequence::{preceded, terminated};

use crate::grammar::{PResult, fail};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// 初
    Start,
    /// 中
    Middle,
    /// 底, 末
    End,
    /// 年内, 期间
    Within,
}

pub(super) fn read_month_edge(input: &str) -> PResult<'_, Edge> {
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

pub(super) fn read_year_edge(input: &str) -> PResult<'_, Edge> {
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
