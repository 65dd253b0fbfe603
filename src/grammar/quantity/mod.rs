//! Quantities: a number with its unit and the words that bound it, `不低于4.5%—5%`,
//! `300座以上`.
//!
//! [`find_quantities`] is the line: `start` says where one may begin, `amount` reads the
//! number with its `unit`, the `smaller` ones behind it and the other end of a `range`,
//! `echo` finds the unit that a noun repeats, `meant` asks whether a number is meant at
//! all, and `bound` reads the words before and behind.

mod amount;
mod bound;
mod echo;
mod meant;
mod range;
mod smaller;
mod start;
#[cfg(test)]
mod tests;
mod unit;

use std::sync::LazyLock;

use self::amount::{read_amount, read_great, read_parted};
use self::bound::{compared, quicken};
use self::echo::read_echo;
use self::meant::{is_in_word, is_number};
use self::start::{find_anchor, sign_before};

use crate::grammar::number::{Notation, is_digit, opens, read_cardinal, spelt_digit};
use crate::model::{Change, Comparator};
use crate::span::Span;

pub(crate) use self::amount::Amount;
pub(crate) use self::bound::{bound_behind, comparator_named, read_lead};
pub(crate) use self::unit::{Unit, UnitClass, UnitMention, read_unit};

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

impl Quantity<'_> {
    /// What kind of thing its unit counts.
    pub(crate) fn class(&self) -> Option<UnitClass> {
        self.amount.unit.map(|unit| unit.unit.class)
    }

    /// Whether it is a bound or a range and not one value: 50亩以上, 20人至50人.
    pub(crate) fn leaves_room(&self) -> bool {
        self.comparator != Comparator::Equal || self.amount.max.is_some()
    }
}

/// The unit of ordinals, which stands before the number.
static ORDINAL: LazyLock<Unit> = LazyLock::new(|| Unit {
    word: "第",
    name: "第",
    class: UnitClass::Ordinal,
    parts: Vec::new(),
    not_before: "",
});

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
    if !before.is_some_and(is_digit) {
        return at;
    }
    let digits = |text: &'t str| text.trim_start_matches(is_digit);
    let rest = digits(&text[at..]);
    let decimals = rest.strip_prefix(['.', '．']).map(digits);
    text.len() - decimals.unwrap_or(rest).len()
}

/// The value whose number begins at `anchor`.
pub(crate) fn quantity_at(text: &str, anchor: usize, care: Care) -> Option<Quantity<'_>> {
    let before = &text[..anchor];
    let previous = before.chars().next_back();
    let first = text[anchor..].chars().next()?;
    if opens(first) && previous.is_some_and(|c| c.is_ascii_alphabetic() || c == '_') {
        return None;
    }
    if previous == Some('第') {
        return ordinal_at(text, anchor).filter(|_| care == Care::All);
    }
    // 第 1 期
    if previous == Some(' ') && before.trim_end_matches(' ').ends_with('第') {
        return None;
    }
    // 统一, 进一步: most numerals of a text are part of a word.
    let great = read_great(before, &text[anchor..]);
    if great.is_none()
        && care == Care::Measured
        && !is_digit(first)
        && is_in_word(text, anchor)
    {
        return None;
    }
    // The rest of a number that could not be taken: 五百万分之一.
    let numeral = |c| "十百千".contains(c) || spelt_digit(c).is_some();
    if matches!(first, '百' | '千' | '万' | '亿') && previous.is_some_and(numeral) {
        return None;
    }
    let start = anchor - sign_before(before, first);
    let is_great = great.is_some();
    let (rest, amount) = great
        .or_else(|| read_parted(previous, &text[start..]))
        .or_else(|| read_amount(&text[start..]).ok())?;
    let (rest, amount) = read_echo(previous, rest, amount).unwrap_or((rest, amount));
    let end = text.len() - rest.len();
    if !is_great && !is_number(text, start, end, amount, care) {
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
    let points = amount
        .unit
        .is_some_and(|unit| unit.unit.class == UnitClass::Point);
    if points && lead.change.is_none() {
        quicken(&mut lead, text);
    }
    let (end, comparison) = compared(lead, text, start, end);
    let is_range = amount.max.is_some();
    let comparator = match (lead.comparator, amount.comparator) {
        // 近10万人以上: the word behind says more than an 约 before.
        (Some(Comparator::About), Some(after)) => Some(after),
        (Some(before), _) => Some(before),
        (None, after) => after.or(comparison.filter(|_| !is_range)),
    };
    Some(Quantity {
        span: Span::new(start, end),
        bounded: lead.bounded,
        verb: lead.verb,
        amount,
        comparator: comparator.unwrap_or_default(),
        change: lead.change,
    })
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
