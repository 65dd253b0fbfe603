//! Quantities: a number with its unit and the words that bound it, `不低于4.5%—5%`,
//! `300座以上`.

use std::sync::LazyLock;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::one_of;
use nom::combinator::{opt, value};
use nom::error::ErrorKind;
use nom::sequence::{delimited, preceded};

use super::number::{Notation, Number, opens, read_cardinal, read_number, spaces};
use super::{PResult, fail};
use crate::lexicon::chars::CharSet;
use crate::lexicon::hash::CharMap;
use crate::lexicon::merged::{Rows, Table};
use crate::lexicon::trie::Trie;
use crate::lexicon::{Name, rows};
use crate::model::{Change, Comparator, Decimal};
use crate::span::Span;

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
    word: &'static str,
    /// As it goes into the output.
    name: &'static str,
    pub(crate) class: UnitClass,
    /// Smaller units that may follow, with their share: 角 is a tenth of 元.
    parts: Vec<(&'static str, Decimal)>,
    /// Characters that make a word of another meaning with it: 条件 for 条.
    not_before: &'static str,
}

/// A unit as found: the table's, or a quotient of two (`元/平方米`).
#[derive(Debug, Clone, Copy)]
pub(crate) struct UnitMention<'t> {
    pub(crate) name: &'t str,
    pub(crate) unit: &'static Unit,
}

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

/// A quantity in a text with the words that belong to it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Quantity<'t> {
    /// Number, unit and the words behind them that bound it.
    pub(crate) span: Span,
    /// Where the words before it that bound it begin; verbs of change stay outside.
    pub(crate) bounded: usize,
    /// Where the verb of change or of level before it begins.
    pub(crate) verb: usize,
    pub(crate) amount: Amount<'t>,
    pub(crate) comparator: Comparator,
    pub(crate) change: Option<Change>,
}

struct Lexicon {
    before: CharMap<Vec<BeforeWord>>,
    after: Vec<(&'static str, Comparator)>,
    verbs: CharMap<Vec<(&'static str, Change)>>,
    /// Words with numerals that count nothing, and a bit for the place of each numeral.
    words: Trie<u8>,
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

struct BeforeWord {
    word: &'static str,
    comparator: Comparator,
    not_after: &'static str,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    before: grouped(
        rows(include_str!("../lexicon/comparator_before.tsv")).filter_map(|row| {
            let word = BeforeWord {
                word: row.cell(0),
                comparator: comparator_named(row.cell(1))?,
                not_after: row.cell(2),
            };
            Some((word.word.chars().next_back()?, word))
        }),
        |word| word.word.len(),
    ),
    after: {
        let mut words: Vec<_> = rows(include_str!("../lexicon/comparator_after.tsv"))
            .filter_map(|row| Some((row.cell(0), comparator_named(row.cell(1))?)))
            .collect();
        words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        words
    },
    verbs: grouped(
        rows(include_str!("../lexicon/change.tsv")).filter_map(|row| {
            let change = match row.cell(1) {
                "increase" => Change::Increase,
                "decrease" => Change::Decrease,
                _ => Change::Level,
            };
            Some((row.cell(0).chars().next_back()?, (row.cell(0), change)))
        }),
        |(word, _)| word.len(),
    ),
    words: Trie::forward(
        rows(include_str!("../lexicon/numeral_word.tsv")).map(|row| {
            let word = row.cell(0);
            let places = word.chars().take(LONGEST_NUMERAL_WORD).enumerate();
            let numerals = places
                .filter(|&(_, c)| opens(c))
                .map(|(place, _)| 1 << place);
            (word, numerals.sum())
        }),
    ),
});

/// Groups rows by a character, the longest first.
fn grouped<T>(
    rows: impl Iterator<Item = (char, T)>,
    len: impl Fn(&T) -> usize,
) -> CharMap<Vec<T>> {
    let mut groups: CharMap<Vec<T>> = CharMap::default();
    for (key, row) in rows {
        groups.entry(key).or_default().push(row);
    }
    for group in groups.values_mut() {
        group.sort_by_key(|row| std::cmp::Reverse(len(row)));
    }
    groups
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

pub(crate) fn comparator_named(sign: &str) -> Option<Comparator> {
    Some(match sign {
        ">=" => Comparator::AtLeast,
        ">" => Comparator::MoreThan,
        "<=" => Comparator::AtMost,
        "<" => Comparator::LessThan,
        "~" => Comparator::About,
        "=" => Comparator::Equal,
        _ => return None,
    })
}

/// The unit of ordinals, which stands before the number.
static ORDINAL: LazyLock<Unit> = LazyLock::new(|| Unit {
    word: "第",
    name: "第",
    class: UnitClass::Ordinal,
    parts: Vec::new(),
    not_before: "",
});

/// The unit of what is counted by a character of its own name.
static ECHO: LazyLock<Unit> = LazyLock::new(|| Unit {
    word: "",
    name: "",
    class: UnitClass::Count,
    parts: Vec::new(),
    not_before: "",
});

/// Reads a unit: one of the table, or two with a slash (`万元/人` without its 万).
pub(crate) fn read_unit(input: &str) -> PResult<'_, UnitMention<'_>> {
    let (rest, unit) = read_table_unit(input)?;
    let whole = |rest: &str| &input[..input.len() - rest.len()];
    if let Some(denominator) = rest.strip_prefix(['/', '／'])
        && let Ok((rest, _)) = read_denominator(denominator)
    {
        let name = whole(rest);
        return Ok((rest, UnitMention { name, unit }));
    }
    let name = unit.name;
    Ok((rest, UnitMention { name, unit }))
}

/// What a rate is counted on: a unit, or a multiple of one (`元/百公里`).
fn read_denominator(input: &str) -> PResult<'_, ()> {
    let (rest, _) = opt(one_of("百千万")).parse(input)?;
    let (rest, _) = read_table_unit(rest)?;
    // `立方米/日/座` has two of them.
    let (rest, _) = opt(preceded(one_of("/／·"), read_table_unit)).parse(rest)?;
    Ok((rest, ()))
}

fn read_table_unit(input: &str) -> PResult<'_, &'static Unit> {
    let whole = |&(end, unit): &(usize, &Unit)| {
        is_whole_unit(unit.word, unit.not_before, &input[end..])
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

const fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// Reads a number with its unit, a range, and the words behind that bound it.
///
/// ```ebnf
/// amount = side , [ "—" , side ] , [ "以上" | "左右" | … ] ;
/// side   = number , [ unit , [ "半" ] ] ;
/// ```
pub(crate) fn read_amount(input: &str) -> PResult<'_, Amount<'_>> {
    let (mut rest, mut amount) = read_side(input)?;
    if amount.max.is_none() {
        if let Ok((after, range)) = read_range_end(amount, input, rest) {
            (rest, amount) = (after, range);
        } else if let Some((after, range)) = read_bounds(amount, rest) {
            return Ok((after, range));
        }
    }
    if let Some((after, comparator)) = read_after(amount.unit, rest) {
        amount.comparator = Some(comparator);
        rest = after;
    }
    Ok((rest, amount))
}

fn read_side(input: &str) -> PResult<'_, Amount<'_>> {
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
    let half = Decimal::from_parts(5, 1).unwrap_or_default();
    // 一个半小时, 十个多月: the half and the excess stand inside the unit.
    if let Some(inner) = rest.strip_prefix('个')
        && let Some(after) = inner.strip_prefix(['半', '多'])
        && let Ok((after, unit)) = read_unit(after)
        && matches!(unit.unit.class, UnitClass::Duration | UnitClass::Point)
    {
        // 个 belongs to the unit, before the half or behind it.
        let whole = if unit.name == "月" {
            "个月"
        } else {
            unit.name
        };
        amount.unit = Some(UnitMention {
            name: whole,
            ..unit
        });
        if inner.starts_with('半') {
            amount.value = amount.value.checked_add(half).unwrap_or(amount.value);
        } else {
            amount.comparator = Some(Comparator::MoreThan);
        }
        return Ok((after, amount));
    }
    let Ok((after, unit)) = preceded(spaces, read_unit).parse(rest) else {
        return Ok((rest, amount));
    };
    let (mut rest, unit) = rest_unit(unit, after).unwrap_or((after, unit));
    amount.unit = Some(unit);
    if let Some(after) = rest.strip_prefix('半')
        && !after.starts_with(['导', '岛', '成', '径'])
        && amount.max.is_none()
    {
        amount.value = amount.value.checked_add(half).unwrap_or(amount.value);
        rest = after;
    }
    let (rest, amount) = read_smaller_units(amount, number, rest);
    Ok((rest, tenths(amount, number)))
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

/// `五元三毛`, `两美元又三美分`, `十二块五`, `七成六`.
fn read_smaller_units<'i>(
    mut amount: Amount<'i>,
    number: Number,
    mut rest: &'i str,
) -> (&'i str, Amount<'i>) {
    let Some(unit) = amount.unit else {
        return (rest, amount);
    };
    let mut parts = unit.unit.parts.as_slice();
    while let Ok((after, (name, share, part))) = read_part(parts, rest) {
        let Some(sum) = part
            .checked_mul(share)
            .and_then(|part| amount.value.checked_add(part))
        else {
            break;
        };
        amount.value = sum;
        rest = after;
        // Each smaller unit once, in falling order.
        let next = parts.iter().position(|&(other, _)| other == name);
        parts = &parts[next.map_or(parts.len(), |at| at + 1)..];
    }
    let spoken = matches!(
        unit.unit.word,
        "块" | "毛" | "角" | "成" | "米" | "斤" | "尺" | "丈" | "蚊"
    );
    if spoken
        && number.notation != Notation::Digits
        && number.notation != Notation::Arabic
        && let Some((after, tenth)) = read_spoken_tail(rest)
        && let Some(sum) = amount.value.checked_add(tenth)
    {
        amount.value = sum;
        rest = after;
    }
    (rest, amount)
}

fn read_part<'i>(
    parts: &[(&'static str, Decimal)],
    input: &'i str,
) -> PResult<'i, (&'static str, Decimal, Decimal)> {
    if parts.is_empty() {
        return fail(input, ErrorKind::Verify);
    }
    let (rest, _) = opt(one_of("又零")).parse(input)?;
    let (rest, number) = read_cardinal(rest)?;
    let found = parts.iter().find_map(|&(name, share)| {
        let rest = rest.strip_prefix(name)?;
        Some((
            rest.strip_prefix('钱').unwrap_or(rest),
            (name, share, number.value),
        ))
    });
    found.map_or_else(|| fail(input, ErrorKind::Tag), Ok)
}

/// The 五 of 十二块五 or the 零四 of 三块零四, when nothing else follows.
fn read_spoken_tail(input: &str) -> Option<(&str, Decimal)> {
    let (rest, _) = spaces(input).ok()?;
    let (rest, zero) = match rest.strip_prefix('零') {
        Some(rest) => (rest, 1),
        None => (rest, 0),
    };
    let first = rest.chars().next()?;
    let digit = super::number::spelt_digit(first)?;
    let rest = &rest[first.len_utf8()..];
    if rest
        .chars()
        .next()
        .is_some_and(|c| is_han(c) && !"左上以".contains(c))
    {
        return None;
    }
    Decimal::from_parts(i128::from(digit), 1 + zero).map(|tenth| (rest, tenth))
}

/// The second half of a range: `4.5%—5%`, `1-2个`, `2—3万`, `十八至三十万日元`.
fn read_range_end<'i>(
    first: Amount<'i>,
    input: &'i str,
    rest: &'i str,
) -> PResult<'i, Amount<'i>> {
    let (after, _) = opt(alt((tag("（含）"), tag("(含)")))).parse(rest)?;
    let (after, sign) = range_sign(after)?;
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
    let unit = second.unit.or(first.unit);
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
fn read_bounds<'i>(first: Amount<'i>, rest: &'i str) -> Option<(&'i str, Amount<'i>)> {
    let after = rest.strip_prefix("以上")?;
    let after = after.strip_prefix(['、', '，', ',']).unwrap_or(after);
    let (after, second) = read_side(after).ok()?;
    let after = after
        .strip_prefix("以下")
        .or_else(|| after.strip_prefix("以内"))?;
    let same = first.unit.map(|unit| unit.name) == second.unit.map(|unit| unit.name);
    (same && second.max.is_none() && first.value < second.value).then_some((
        after,
        Amount {
            value: first.value,
            max: Some(second.value),
            unit: second.unit,
            comparator: None,
            notation: first.notation,
        },
    ))
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
        (Some(first), Some(second)) => first.name == second.name,
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

/// The comparator behind an amount.
pub(crate) fn read_after<'i>(
    unit: Option<UnitMention<'_>>,
    input: &'i str,
) -> Option<(&'i str, Comparator)> {
    let first = input.chars().next()?;
    if !"以及或(（左上之余多有内 ，,封".contains(first) {
        return None;
    }
    let trimmed = input.trim_start_matches(' ');
    let found = LEXICON.after.iter().find_map(|&(word, comparator)| {
        let rest = trimmed.strip_prefix(word)?;
        goes_on(word, rest).then_some((rest, comparator))
    });
    if found.is_some() {
        return found;
    }
    // 5年内, 48小时内
    let class = unit.map(|unit| unit.unit.class);
    let within = matches!(class, Some(UnitClass::Duration | UnitClass::Measure));
    let rest = trimmed.strip_prefix('内').filter(|_| within)?;
    (!rest.starts_with(['部', '容', '蒙', '涵', '生', '科', '外']))
        .then_some((rest, Comparator::AtMost))
}

/// Whether a bounding word stands by itself before `rest`.
fn goes_on(word: &str, rest: &str) -> bool {
    let next = rest.chars().next();
    match word {
        "以上" => !rest.starts_with('述'),
        "以下" => !rest.starts_with(['简', '统', '称', '几', '方']),
        "上下" => !rest.starts_with(['联', '级', '游', '班', '贯', '功', '同', '文']),
        "多" | "余" => !next.is_some_and(|c| is_han(c) && !"的来前后".contains(c)),
        _ => true,
    }
}

/// What the words before an amount say.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lead {
    /// Where the bounding words begin.
    pub(crate) bounded: usize,
    /// Where the verb begins; the same as `bounded` without one.
    pub(crate) verb: usize,
    pub(crate) comparator: Option<Comparator>,
    pub(crate) change: Option<Change>,
}

/// Reads the bounding words and the verb that end where the amount begins.
pub(crate) fn read_lead(before: &str) -> Lead {
    let mut lead = Lead {
        bounded: before.len(),
        verb: before.len(),
        comparator: None,
        change: None,
    };
    let mut at = before.len();
    // A verb may stand between two bounding words: 至少提高约5个.
    while let Some((start, comparator)) = bounding_word(&before[..at]) {
        lead.comparator = Some(match lead.comparator {
            // 不超过 in 原则上不超过约 outweighs 约.
            Some(inner) if comparator == Comparator::About => inner,
            _ => comparator,
        });
        at = start;
        lead.bounded = start;
    }
    lead.verb = at;
    if let Some((start, change)) = verb(&before[..at]) {
        lead.change = Some(change);
        lead.verb = start;
        if lead.comparator.is_none()
            && let Some((start, comparator)) = bounding_word(&before[..start])
        {
            lead.comparator = Some(comparator);
            lead.verb = start;
        }
    }
    lead
}

fn bounding_word(before: &str) -> Option<(usize, Comparator)> {
    let last = before.trim_end_matches(' ').chars().next_back()?;
    LEXICON.before.get(&last)?.iter().find_map(|word| {
        let start = ends_with(before, word.word)?;
        let previous = before[..start].chars().next_back();
        let free = !previous.is_some_and(|c| word.not_after.contains(c));
        free.then_some((start, word.comparator))
    })
}

fn verb(before: &str) -> Option<(usize, Change)> {
    let last = before.trim_end_matches(' ').chars().next_back()?;
    LEXICON
        .verbs
        .get(&last)?
        .iter()
        .find_map(|&(word, change)| Some((ends_with(before, word)?, change)))
}

/// Where `word` begins when the text ends with it, blanks between its characters allowed.
fn ends_with(text: &str, word: &str) -> Option<usize> {
    if let Some(before) = text.strip_suffix(word) {
        return Some(before.len());
    }
    // A word with blanks in it has one among as many bytes of the text as it is long.
    let bytes = text.as_bytes();
    if !bytes[bytes.len().saturating_sub(word.len())..].contains(&b' ') {
        return None;
    }
    let mut rest = text;
    for wanted in word.chars().rev() {
        rest = rest.trim_end_matches(' ').strip_suffix(wanted)?;
    }
    Some(rest.len())
}

/// Whether the numeral at `at` is part of a word that counts nothing: 统一, 三农, 万科.
pub(crate) fn is_in_word(text: &str, at: usize) -> bool {
    // The words that hold the numeral as their first character, their second one, ….
    let before = text[..at].char_indices().rev().map(|(start, _)| start);
    let starts = std::iter::once(at).chain(before).take(LONGEST_NUMERAL_WORD);
    starts.enumerate().any(|(place, start)| {
        let mut words = LEXICON.words.prefixes(&text[start..]);
        words.any(|(_, numerals)| numerals >> place & 1 == 1)
    })
}

/// Characters of a word that holds a numeral at most; the others are not looked for.
const LONGEST_NUMERAL_WORD: usize = 8;

/// First characters of what a quantity can begin with.
static FIRST: LazyLock<CharSet> = LazyLock::new(|| {
    CharSet::of([
        "0123456789０１２３４５６７８９",
        "零〇一二三四五六七八九十两百千万亿几数半廿卅卌壹贰叁参肆伍陆柒捌玖拾佰仟俩仨",
        "¥￥$€£￡.．人港新台美HU",
    ])
});

/// What a quantity can begin with, of two characters and more.
const SIGNS: &[&str] = &["人民币", "港币", "新台币", "台币", "美元", "HK", "US"];

/// Where the next quantity can begin at byte `from` or behind it.
fn find_anchor(text: &str, from: usize) -> Option<Span> {
    let mut at = from;
    loop {
        let start = FIRST.find_at(text, at)?;
        let rest = &text[start..];
        let first = rest.chars().next()?;
        at = start + first.len_utf8();
        let length = match first {
            '.' | '．' => rest[first.len_utf8()..]
                .chars()
                .next()
                .filter(|&digit| super::number::is_digit(digit))
                .map_or(0, |digit| first.len_utf8() + digit.len_utf8()),
            '人' | '港' | '新' | '台' | '美' | 'H' | 'U' => SIGNS
                .iter()
                .find(|sign| rest.starts_with(**sign))
                .map_or(0, |sign| sign.len()),
            _ => first.len_utf8(),
        };
        if length > 0 {
            return Some(Span::new(start, start + length));
        }
    }
}

/// How careful [`find_quantities`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Care {
    /// Every number, bare ones and ordinals too.
    All,
    /// Only what has a unit.
    Measured,
}

/// The quantities in a text, in order, outside the places in `taken`.
pub(crate) fn find_quantities<'t>(
    text: &'t str,
    taken: &[Span],
    care: Care,
) -> Vec<Quantity<'t>> {
    let mut found = Vec::new();
    let mut taken = taken.iter().peekable();
    let mut at = 0;
    while let Some(anchor) = find_anchor(text, at) {
        while taken.next_if(|span| span.end <= anchor.start).is_some() {}
        if let Some(span) = taken.peek()
            && span.start <= anchor.start
        {
            at = span.end;
            continue;
        }
        match quantity_at(text, anchor.start, care) {
            Some(quantity) => {
                // OK because an amount is never empty.
                at = quantity.span.end.max(anchor.end);
                found.push(quantity);
            }
            None => at = skip(text, anchor.end),
        }
    }
    found
}

/// Past the digits of a number that could not be read, its decimals included, so that its
/// tail is not read alone: 15.5折 is no discount, and none of it is.
fn skip<'t>(text: &'t str, at: usize) -> usize {
    let before = text[..at].chars().next_back();
    if !before.is_some_and(super::number::is_digit) {
        return at;
    }
    let digits = |text: &'t str| text.trim_start_matches(super::number::is_digit);
    let rest = digits(&text[at..]);
    let decimals = rest.strip_prefix(['.', '．']).map(digits);
    text.len() - decimals.unwrap_or(rest).len()
}

fn quantity_at(text: &str, anchor: usize, care: Care) -> Option<Quantity<'_>> {
    let before = &text[..anchor];
    let previous = before.chars().next_back();
    let first = text[anchor..].chars().next()?;
    if opens(first) && previous.is_some_and(|c| c.is_ascii_alphabetic() || c == '_') {
        return None;
    }
    if previous == Some('第') {
        return ordinal_at(text, anchor).filter(|_| care == Care::All);
    }
    // 统一, 进一步: most numerals of a text are part of a word.
    if care == Care::Measured
        && !super::number::is_digit(first)
        && is_in_word(text, anchor)
    {
        return None;
    }
    // The rest of a number that could not be taken: 五百万分之一.
    let numeral = |c| "十百千".contains(c) || super::number::spelt_digit(c).is_some();
    if "百千万亿".contains(first) && previous.is_some_and(numeral) {
        return None;
    }
    let start = anchor - sign_before(before, first);
    let (rest, amount) = read_amount(&text[start..]).ok()?;
    let (rest, amount) = read_echo(previous, rest, amount).unwrap_or((rest, amount));
    let end = text.len() - rest.len();
    if !is_number(text, start, end, amount, care) {
        return None;
    }
    let mut lead = read_lead(&text[..start]);
    // 过 is a bound before figures alone: 过20, 过百万; 过两天 is none.
    if text[lead.bounded..start].trim_end() == "过"
        && amount.notation == Notation::Numeral
    {
        lead.comparator = None;
        lead.bounded = start;
    }
    let (end, comparison) = compared(lead, text, start, end);
    let comparator = match (lead.comparator, amount.comparator) {
        // 近10万人以上: the word behind says more than an 约 before.
        (Some(Comparator::About), Some(after)) => after,
        (Some(before), _) => before,
        (None, after) => after.or(comparison).unwrap_or_default(),
    };
    let comparator = if amount.max.is_some() && amount.comparator.is_none() {
        lead.comparator.unwrap_or_default()
    } else {
        comparator
    };
    Some(Quantity {
        span: Span::new(start, end),
        bounded: lead.bounded,
        verb: lead.verb,
        amount,
        comparator,
        change: lead.change,
    })
}

/// The unit of a noun that is counted by its own last character: 墓|穴|100|穴|.
fn read_echo<'t>(
    previous: Option<char>,
    rest: &'t str,
    amount: Amount<'t>,
) -> Option<(&'t str, Amount<'t>)> {
    let unit = rest.chars().next().filter(|&c| is_han(c) && !opens(c))?;
    // 督查室420室: the room, not how many.
    let place = "室房楼院路号".contains(unit);
    if place
        || amount.unit.is_some()
        || amount.comparator.is_some()
        || previous != Some(unit)
    {
        return None;
    }
    let (name, after) = rest.split_at(unit.len_utf8());
    let bound = read_after(None, after);
    let behind = bound.map_or(after, |(behind, _)| behind);
    let ends = !behind.chars().next().is_some_and(is_han);
    ends.then_some((
        behind,
        Amount {
            unit: Some(UnitMention { name, unit: &ECHO }),
            comparator: bound.map(|(_, comparator)| comparator),
            ..amount
        },
    ))
}

/// Bytes of a minus sign that belongs to the number: not a dash after another number.
fn sign_before(before: &str, first: char) -> usize {
    let mut back = before.trim_end_matches(' ').chars().rev();
    let Some(sign @ ('-' | '－' | '−' | '负')) = back.next() else {
        return if before.ends_with("零下") {
            "零下".len()
        } else {
            0
        };
    };
    let previous = back.next();
    let is_dash = |c: char| matches!(c, '-' | '－' | '−' | '—');
    let joins = previous.is_some_and(|c| {
        c.is_ascii_alphanumeric()
            || is_dash(c)
            || opens(c)
            || "月日号年）)%％".contains(c)
    });
    let word = previous.is_some_and(|previous| "正欠减抱自担背承辜胜".contains(previous));
    let spelt = sign == '负' && !word;
    if spelt || sign != '负' && !joins && (super::number::is_digit(first) || first == '.')
    {
        before.len() - before.trim_end_matches(' ').len() + sign.len_utf8()
    } else {
        0
    }
}

fn ordinal_at(text: &str, anchor: usize) -> Option<Quantity<'_>> {
    let (rest, number) = read_cardinal(&text[anchor..]).ok()?;
    let start = anchor - '第'.len_utf8();
    let unit = UnitMention {
        name: ORDINAL.name,
        unit: &ORDINAL,
    };
    Some(Quantity {
        span: Span::new(start, text.len() - rest.len()),
        bounded: start,
        verb: start,
        amount: Amount {
            value: number.value,
            max: None,
            unit: Some(unit),
            comparator: None,
            notation: number.notation,
        },
        comparator: Comparator::Equal,
        change: None,
    })
}

/// Whether an amount is meant as one.
fn is_number(
    text: &str,
    start: usize,
    end: usize,
    amount: Amount<'_>,
    care: Care,
) -> bool {
    // 拾起, 队伍, 大陆: the formal numerals are verbs and nouns as well.
    let lone = amount.notation == Notation::Numeral;
    let formal = text[start..].starts_with(['肆', '伍', '陆', '拾', '参']);
    let Some(unit) = amount.unit else {
        let alone = text.trim().chars().nth(1).is_none();
        if care == Care::Measured {
            return is_bare_count(text, start, end, amount);
        }
        return !(lone && (formal && !alone || is_in_word(text, start)));
    };
    if lone && formal && unit.unit.class != UnitClass::Money {
        return false;
    }
    if unit.name == "折" && amount.value >= Decimal::from(10) {
        return false;
    }
    let spelt = matches!(amount.notation, Notation::Numeral | Notation::Han);
    !(spelt && is_in_word(text, start))
}

/// A great number straight before a noun, its unit left out: `1.3万农村孕产妇`,
/// `240余医护人员`.
fn is_bare_count(text: &str, start: usize, end: usize, amount: Amount<'_>) -> bool {
    let words = &text[start..end];
    let great = words.ends_with(['万', '亿', '余', '多']);
    let noun = text[end..].chars().next().is_some_and(is_han);
    let arabic = matches!(amount.notation, Notation::Arabic | Notation::Digits);
    great && noun && arabic
}

/// `比三十大`, `比170低`: the adjective behind says which way.
fn compared(
    lead: Lead,
    text: &str,
    start: usize,
    end: usize,
) -> (usize, Option<Comparator>) {
    if lead.comparator.is_some() || !text[..start].trim_end().ends_with('比') {
        return (end, None);
    }
    let rest = text[end..].trim_start_matches(' ');
    let adjective = rest.chars().next();
    let comparator = match adjective {
        Some('大' | '高' | '多' | '长' | '重') => Comparator::MoreThan,
        Some('小' | '低' | '少' | '短' | '轻') => Comparator::LessThan,
        _ => return (end, None),
    };
    let width = adjective.map_or(0, char::len_utf8);
    (text.len() - rest.len() + width, Some(comparator))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(text: &str, expected: &[&str]) {
        let found = find_quantities(text, &[], Care::Measured);
        let found: Vec<String> = found.iter().map(shown).collect();
        assert_eq!(found, expected, "{text}");
    }

    fn shown(quantity: &Quantity<'_>) -> String {
        let sign = match quantity.comparator {
            Comparator::Equal => "=",
            Comparator::AtLeast => ">=",
            Comparator::MoreThan => ">",
            Comparator::AtMost => "<=",
            Comparator::LessThan => "<",
            Comparator::About => "~",
        };
        let change = match quantity.change {
            Some(Change::Increase) => " +",
            Some(Change::Decrease) => " -",
            _ => "",
        };
        let max = match quantity.amount.max {
            Some(max) => format!("..{max}"),
            None => String::new(),
        };
        let unit = quantity.amount.unit.map_or("", |unit| unit.name);
        format!("{sign} {}{max} {unit}{change}", quantity.amount.value)
    }

    #[test]
    fn units_comparators_and_verbs() {
        for (text, expected) in [
            ("县域内就诊率达到90%以上", ">= 90 %"),
            ("较上年提升5个百分点", "= 5 个百分点 +"),
            ("增幅控制在7%以下", "<= 7 %"),
            ("增长8%左右", "~ 8 % +"),
            ("总动力超过10亿千瓦", "> 1000000000 千瓦"),
            ("投资6.0亿元", "= 600000000 元"),
            ("培育1-2个重点学科", "= 1..2 个"),
            ("增长4.5%—5%", "= 4.5..5 % +"),
            ("提升1～3个百分点", "= 1..3 个百分点 +"),
            ("30%至40%", "= 30..40 %"),
            ("合计100余万元", "> 1000000 元"),
            ("降低到30%以下", "<= 30 %"),
            ("下降3.5%", "= 3.5 % -"),
            ("不低于1.5张床位", ">= 1.5 张"),
            ("0.35kN/m2以上", ">= 0.35 kN/m2"),
            ("30万元/亩", "= 300000 元/亩"),
            ("48小时内放行", "<= 48 小时"),
            ("一个半月", "= 1.5 个月"),
            ("三年半", "= 3.5 年"),
            ("五元三毛", "= 5.3 元"),
            ("港币两千九百六十元", "= 2960 港币"),
            ("十八至三十万日元", "= 180000..300000 日元"),
            ("从8500到3万港元", "= 8500..30000 港元"),
            ("约2500家", "~ 2500 家"),
            ("通过3项措施", "= 3 项"),
            ("附近5公里", "= 5 公里"),
            ("以上述90%以上为准", ">= 90 %"),
            ("覆盖90%以上述标准为准", "= 90 %"),
            ("组织50人上下联动", "= 50 人"),
            ("大约50人上下", "~ 50 人"),
            ("参加100余人", "> 100 人"),
            ("每3人多配", "= 3 人"),
            ("3至五人", "= 3..5 人"),
            ("3至5万元", "= 30000..50000 元"),
            ("3至3万元", "= 3..30000 元"),
            ("不超过约5个", "<= 5 个"),
            ("过20天", "> 20 天"),
            ("过两天", "= 2 天"),
            ("增长.5倍", "= 0.5 倍 +"),
            ("打七成六", "= 7.6 成"),
            ("打75折", "= 7.5 折"),
            ("打9.5折", "= 9.5 折"),
            ("培育一两个", "= 1..2 个"),
            ("三两天", "= 2..3 天"),
            ("有一两名", "= 1..2 名"),
            ("一两黄金", "= 1 两"),
            ("3又1/2个", "= 3.5 个"),
            ("占总件数百分之八十五", "= 85 %"),
            ("十万分之三例", "= 0.00003 例"),
            ("六个加仑", "= 6 加仑"),
            ("六个小时", "= 6 个小时"),
            ("六个元", "= 6 个"),
            ("美元300", "= 300 美元"),
            ("人民币三百元", "= 300 元"),
            ("人民币300美元", "= 300 美元"),
            ("港币5元", "= 5 港币"),
            ("新台币5元", "= 5 新台币"),
            ("一角钱", "= 1 角钱"),
            ("五元三分", "= 5.03 元"),
            ("五元三毛二分", "= 5.32 元"),
            ("5块3", "= 5 块"),
            ("5.5块3", "= 5.5 块"),
            ("3米五", "= 3 米"),
            ("十块三", "= 10.3 块"),
            ("10到15个", "= 10..15 个"),
            ("3个-5个", "= 3..5 个"),
            ("0-15%", "= 0..15 %"),
            ("0.5-15%", "= 0.5..15 %"),
            ("05-15个", "= 15 个"),
            ("100000-15个", "= 15 个"),
            ("10000-12000元", "= 10000..12000 元"),
            ("3-五个", "= 5 个"),
            ("三-5个", "= 5 个"),
            ("三十-50个", "= 50 个"),
            ("三至5个", "= 3..5 个"),
            ("三到5个", "= 3..5 个"),
            ("2—3亿元", "= 200000000..300000000 元"),
            ("20—3万元", "= 20..30000 元"),
            ("5万—3万元", "= 30000 元"),
            ("二百元以上一千元以内", "= 200..1000 元"),
            ("二百元以上，一千元以下", "= 200..1000 元"),
            ("5人以下简称甲方", "= 5 人"),
            ("5人上下班", "= 5 人"),
            ("100余亩地", "> 100 亩"),
            ("5亩多地", "= 5 亩"),
            ("5亩余的", "> 5 亩"),
            ("约不低于5个", ">= 5 个"),
            ("不 超过 5个", "<= 5 个"),
            ("提 高 5个", "= 5 个 +"),
            ("三农10户", "= 10 户"),
            (".5倍", "= 0.5 倍"),
            ("人5个", "= 5 个"),
            ("墓穴100穴", "= 100 穴"),
            ("穴100穴以上", ">= 100 穴"),
            ("零下5度", "= -5 度"),
            ("零下 5度", "= -5 度"),
            ("（-5度", "= -5 度"),
            ("- 5度", "= -5 度"),
            ("-.5度", "= -0.5 度"),
            ("负 五度", "= -5 度"),
            ("-五度", "= 5 度"),
            (")-5度", "= 5 度"),
            ("月-5度", "= 5 度"),
            ("A-5度", "= 5 度"),
            ("--5度", "= 5 度"),
            ("正负5度", "= 5 度"),
            ("伍元", "= 5 元"),
            ("1.3万农村孕产妇", "= 13000 "),
            ("240余医护人员", "> 240 "),
            ("比30米长", "> 30 米"),
            ("10—20人以上", ">= 10..20 人"),
            ("约10—20人", "~ 10..20 人"),
            ("10—20%以上", ">= 10..20 %"),
            ("提高一个半百分点", "= 1.5 个百分点 +"),
            ("下降2个多百分点", "> 2 个百分点 -"),
            ("打八折", "= 8 折"),
            ("五米三", "= 5.3 米"),
            ("五米零三", "= 5.03 米"),
            ("五米三高", "= 5 米"),
            ("1.5米3", "= 1.5 米"),
            ("三块五左右", "~ 3.5 块"),
            ("10000与20000间", "= 20000 间"),
            ("半小时", "= 0.5 小时"),
            ("一半以上", ">= 50 %"),
            ("两个半小时", "= 2.5 小时"),
            ("3公斤半", "= 3.5 公斤"),
            ("增长一倍半", "= 1.5 倍 +"),
            ("三倍以上", ">= 3 倍"),
            ("两三元", "= 2..3 元"),
            ("十几个", "> 10 个"),
            ("10-15%", "= 10..15 %"),
            ("10%至15", "= 10..15 %"),
            ("百分之五至百分之十", "= 5..10 %"),
        ] {
            finds(text, &[expected]);
        }
    }

    #[test]
    fn words_and_names_are_no_quantities() {
        for text in [
            "统一部署",
            "三农工作",
            "PM2.5",
            "第三方",
            "五角大楼",
            "十佳",
            "百姓",
            "半岛",
            "半号",
            "半部",
            "半点",
            "五角的",
            "三五成群",
            "编号2021-634",
            "电话020-3816",
            "万一发生",
            "打15.5折",
            "五百万分之一",
            "五角。",
            "五角是",
            "块300",
            "日元500万",
            "打10折",
            "穴100穴多的",
            "房100房",
            "240医护人员",
            "二十余医护人员",
            "1.3万，",
            "伍人",
            "肆个",
            "一百",
            "100000-120000",
            "打10．5折",
            "PM2.5个",
            "1024×768",
        ] {
            finds(text, &[]);
        }
    }

    #[test]
    fn two_facts_are_no_range() {
        finds("六斤二两", &["= 6 斤", "= 2 两"]);
        finds("3个至5家", &["= 3 个", "= 5 家"]);
        finds("二百元以上一千元", &[">= 200 元", "= 1000 元"]);
        finds("二百元以上一百元以下", &[">= 200 元", "<= 100 元"]);
        finds("二百元以上二百元以下", &[">= 200 元", "<= 200 元"]);
        finds("二百元以上十人以下", &[">= 200 元", "<= 10 人"]);
        finds("五元三毛二角", &["= 5.3 元", "= 2 角"]);
        finds("3间与5间", &["= 3 间", "= 5 间"]);
        finds("10%-15", &["= 10 %"]);
        finds("增长5%与10%", &["= 5 % +", "= 10 %"]);
    }

    #[test]
    fn all_numbers_are_found_when_asked() {
        let found = find_quantities("答案是四不是五，第二名", &[], Care::All);
        let found: Vec<String> = found.iter().map(shown).collect();
        assert_eq!(found, ["= 4 ", "= 5 ", "= 2 第"]);
        for (text, expected) in [
            ("10000与20000间", &["= 10000..20000 "][..]),
            ("3与5之间", &["= 3..5 "]),
            ("010-15%", &["= 10 ", "= 15 %"]),
            ("100000-120000", &["= 100000 ", "= 120000 "]),
            ("三十到5个", &["= 30 ", "= 5 个"]),
            ("100多的", &["> 100 "]),
            ("日元500万", &["= 5000000 "]),
            ("a.5", &["= 0.5 "]),
            ("港5", &["= 5 "]),
            ("第10-12", &["= 10 第", "= 12 "]),
            ("伍", &["= 5 "]),
            ("伍队", &[]),
            ("万一", &[]),
            ("比三十大", &["> 30 "]),
            ("比170低", &["< 170 "]),
            ("比30高5个", &["> 30 ", "= 5 个"]),
            ("比 30 多", &["> 30 "]),
            ("比30强", &["= 30 "]),
            ("超过30大", &["> 30 "]),
            ("过20", &["> 20 "]),
            ("过三", &["= 3 "]),
            ("五分之三", &["= 0.6 "]),
        ] {
            let found = find_quantities(text, &[], Care::All);
            let found: Vec<String> = found.iter().map(shown).collect();
            assert_eq!(found, expected, "{text}");
        }
        let found = find_quantities("名列第三名，比30米长些", &[], Care::All);
        let spans: Vec<_> = found
            .iter()
            .map(|quantity| &"名列第三名，比30米长些"[quantity.span.range()])
            .collect();
        assert_eq!(spans, ["第三", "30米长"]);
    }
}
