//! Units: those of the table, and rates of two.

use nom::Parser;
use nom::character::complete::one_of;
use nom::combinator::opt;
use nom::error::ErrorKind;
use nom::sequence::preceded;

use crate::grammar::number::opens;
use crate::grammar::{PResult, fail};
use crate::lexicon::Name;
use crate::lexicon::mark;
use crate::lexicon::merged::{Rows, Table};
use crate::lexicon::trie::Trie;
use crate::model::Decimal;

/// What kind of thing a unit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UnitClass {
    /// 岁
    Age,
    /// Classifiers: 个, 家, 人次.
    Count,
    /// 年, 个月, 小时
    Duration,
    /// 级: a place in an order, no amount.
    Grade,
    /// Physical units, compound ones included.
    Measure,
    Money,
    /// 倍
    Multiple,
    /// 第
    Ordinal,
    /// 个百分点
    Point,
    /// %, ‰, 成
    Ratio,
    /// 分 of an assessment, unless it is a minute or a cent.
    Score,
}

/// A unit as the table has it.
#[derive(Debug)]
pub(crate) struct Unit {
    /// As printed.
    pub(super) word: &'static str,
    /// As it goes into the output.
    pub(super) name: &'static str,
    pub(crate) class: UnitClass,
    /// Smaller units that may follow, with their share: 角 is a tenth of 元.
    pub(super) parts: Vec<(&'static str, Decimal)>,
    /// Characters that make a word of another meaning with it: 条件 for 条.
    pub(super) not_before: &'static str,
}

/// A unit as found: the table's, or a quotient of two (`元/平方米`).
#[derive(Debug, Clone, Copy)]
pub(crate) struct UnitMention<'t> {
    pub(crate) name: &'t str,
    pub(crate) unit: &'static Unit,
}

/// The units of the table.
static UNITS: Table<Trie<&'static Unit>> =
    Table::new(Name::Unit, load_units, |own| &own.units);

fn load_units(rows: &Rows) -> Trie<&'static Unit> {
    let units = rows.iter().filter_map(|row| {
        let word = row.cell(0);
        let parts = row.list(3).filter_map(|part| {
            let (name, share) = part.split_once(':')?;
            Some((name, share.parse().ok()?))
        });
        Some(Unit {
            word,
            name: match row.cell(2) {
                "" => word,
                name => name,
            },
            class: class_named(row.cell(1))?,
            parts: parts.collect(),
            not_before: row.cell(4),
        })
    });
    // A table is kept for as long as the program runs.
    let units: &'static [Unit] = units.collect::<Vec<_>>().leak();
    Trie::forward(units.iter().map(|unit| (unit.word, unit)))
}

fn class_named(name: &str) -> Option<UnitClass> {
    Some(match name {
        "age" => UnitClass::Age,
        "count" => UnitClass::Count,
        "duration" => UnitClass::Duration,
        "grade" => UnitClass::Grade,
        "measure" => UnitClass::Measure,
        "money" => UnitClass::Money,
        "multiple" => UnitClass::Multiple,
        "point" => UnitClass::Point,
        "ratio" => UnitClass::Ratio,
        "score" => UnitClass::Score,
        _ => return None,
    })
}

/// Reads a unit: one of the table, or two with a slash (`万元/人` without its 万) or with 每
/// (`微克每立方米`).
pub(crate) fn read_unit(input: &str) -> PResult<'_, UnitMention<'_>> {
    let (rest, unit) = read_table_unit(input)?;
    let whole = |rest: &str| &input[..input.len() - rest.len()];
    if let Some(denominator) = rest.strip_prefix(['/', '／'])
        && let Ok((rest, _)) = read_denominator(denominator)
    {
        let name = whole(rest);
        return Ok((rest, UnitMention { name, unit }));
    }
    if unit.class == UnitClass::Measure
        && let Some(denominator) = rest.strip_prefix('每')
        && let Ok((rest, per)) = read_table_unit(denominator)
        && (per.class == UnitClass::Measure || matches!(per.word, "小时" | "秒"))
    {
        let name = whole(rest);
        return Ok((rest, UnitMention { name, unit }));
    }
    let name = unit.name;
    Ok((rest, UnitMention { name, unit }))
}

/// What a rate is counted on: a unit, or a multiple of one (`元/百公里`).
fn read_denominator(input: &str) -> PResult<'_, ()> {
    let (rest, _) = opt(one_of("十百千万")).parse(input)?;
    let (rest, _) = opt(one_of("万亿")).parse(rest)?;
    let (rest, _) = read_table_unit(rest)?;
    // `立方米/日/座`, `元/平方米•月` have two of them.
    let (rest, _) = opt(preceded(one_of("/／·•∙⋅"), read_table_unit)).parse(rest)?;
    Ok((rest, ()))
}

pub(super) fn read_table_unit(input: &str) -> PResult<'_, &'static Unit> {
    let whole = |&(end, unit): &(usize, &Unit)| {
        is_whole_unit(unit.word, unit.not_before, &input[end..])
            || mark::UNIT_AND_NOUN
                .opening(input)
                .is_some_and(|both| both.starts_with(unit.word))
    };
    match UNITS.prefixes(input).filter(whole).last() {
        Some((end, unit)) => Ok((&input[end..], unit)),
        None => fail(input, ErrorKind::Tag),
    }
}

/// Whether a unit ends where the text goes on with `rest`, and is not the beginning of
/// another word.
fn is_whole_unit(word: &str, not_before: &str, rest: &str) -> bool {
    let next = rest.chars().next();
    if word.ends_with(|c: char| c.is_ascii_alphabetic()) {
        return !next.is_some_and(|c| c.is_ascii_alphanumeric());
    }
    match (word, next) {
        // 五角大楼 and 三毫米 are no money; 五点三十五分 is a time.
        ("角" | "钱" | "毫", Some(c)) => {
            !is_han(c) || opens(c) || "分的和".contains(c)
        }
        (_, Some(c)) => !not_before.contains(c),
        (_, None) => true,
    }
}

pub(super) const fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}
