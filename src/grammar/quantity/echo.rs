//! The unit of a noun that is counted by its own last character.

use std::sync::LazyLock;

use super::amount::Amount;
use super::bound::read_after;
use super::unit::{Unit, UnitClass, UnitMention, is_han};
use crate::grammar::number::opens;

/// The unit of what is counted by a character of its own name.
static ECHO: LazyLock<Unit> = LazyLock::new(|| Unit {
    word: "",
    name: "",
    class: UnitClass::Count,
    parts: Vec::new(),
    not_before: "",
});

/// The unit of a noun that is counted by its own last character: 墓|穴|100|穴|.
pub(super) fn read_echo<'t>(
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
