//! Whether an amount is meant as one: 统一, 三农, 陆 are words.

use std::sync::LazyLock;

use super::Care;
use super::amount::Amount;
use super::bound::read_lead;
use super::unit::{UnitClass, is_han};
use crate::grammar::number::{Notation, opens};
use crate::lexicon::trie::Trie;
use crate::lexicon::{mark, rows};
use crate::model::Decimal;

/// Characters of a word that holds a numeral at most; the others are not looked for.
const LONGEST_NUMERAL_WORD: usize = 8;

/// Words with numerals that count nothing, and a bit for the place of each numeral.
static WORDS: LazyLock<Trie<u8>> = LazyLock::new(|| {
    let words = rows(include_str!("../../lexicon/numeral_word.tsv")).map(|row| {
        let word = row.cell(0);
        let places = word.chars().take(LONGEST_NUMERAL_WORD).enumerate();
        let numerals = places
            .filter(|&(_, c)| opens(c))
            .map(|(place, _)| 1 << place);
        (word, numerals.sum())
    });
    Trie::forward(words)
});

/// Whether the numeral at `at` is part of a word that counts nothing: 统一, 三农, 万科.
pub(super) fn is_in_word(text: &str, at: usize) -> bool {
    // The words that hold the numeral as their first character, their second one, ….
    let before = text[..at].char_indices().rev().map(|(start, _)| start);
    let starts = std::iter::once(at).chain(before).take(LONGEST_NUMERAL_WORD);
    starts.enumerate().any(|(place, start)| {
        let mut words = WORDS.prefixes(&text[start..]);
        words.any(|(_, numerals)| numerals >> place & 1 == 1)
    })
}

/// Whether an amount is meant as one.
pub(super) fn is_number(
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
            return is_bare_count(text, start, end, amount)
                || is_bare_number_of(text, start, end, amount);
        }
        return !(lone && (formal && !alone || is_in_word(text, start)));
    };
    if lone && formal && unit.unit.class != UnitClass::Money {
        return false;
    }
    if unit.name == "折" && amount.value >= Decimal::from(10) {
        return false;
    }
    if lone && care == Care::Measured && counts_parts(text, start, end) {
        return false;
    }
    let spelt = matches!(amount.notation, Notation::Numeral | Notation::Han);
    !(spelt && is_in_word(text, start))
}

/// Whether what reads as a few yuan says of how many parts the thing behind it is:
/// 城乡|二元|结构, 粮经饲|三元|种植, “二元”户籍, 二元、三元杂交.
fn counts_parts(text: &str, start: usize, end: usize) -> bool {
    if !is_few_yuan(&text[start..end]) {
        return false;
    }
    let mut behind = &text[end..];
    // The thing stands behind the last of a row.
    while let Some(next) = behind.strip_prefix(['、', '和', '与']) {
        let Some((at, _)) = next.char_indices().nth(2) else {
            return false;
        };
        if !is_few_yuan(&next[..at]) {
            return false;
        }
        behind = &next[at..];
    }
    let behind = behind.strip_prefix(['”', '"']).unwrap_or(behind);
    behind.chars().next().is_some_and(is_han)
        && mark::MONEY_BEHIND.opening(behind).is_none()
}

/// Whether words are one numeral of the first four and 元.
fn is_few_yuan(words: &str) -> bool {
    words
        .strip_suffix('元')
        .is_some_and(|few| matches!(few, "一" | "二" | "三" | "四"))
}

/// A great number behind the noun that says that it is one, its unit left out:
/// `网民数达到6.88亿`, `就业人数24万以上`.
fn is_bare_number_of(text: &str, start: usize, end: usize, amount: Amount<'_>) -> bool {
    let words = text[start..end].trim_end_matches(|c: char| !c.is_ascii_digit());
    let great = text[start + words.len()..end].starts_with([' ', '万', '亿']);
    let arabic = matches!(amount.notation, Notation::Arabic | Notation::Digits);
    let ends = !text[end..].chars().next().is_some_and(is_han);
    // 总量超过五千亿|规模, but no 千亿规模的集群.
    if is_scale(text, start, end) {
        return true;
    }
    great && arabic && ends && {
        let mut noun = text[..read_lead(&text[..start]).verb].trim_end();
        while let Some(adverb) = mark::NUMBER_ADVERB.ending(noun) {
            noun = &noun[..noun.len() - adverb.len()];
        }
        noun.ends_with(['数', '口']) || mark::BARE_COUNTED.ending(noun).is_some()
    }
}

/// A great sum of which it is said that it is reached, its unit left out: `超过|五千亿|规模`.
fn is_scale(text: &str, start: usize, end: usize) -> bool {
    let great = text[start..end].ends_with(['万', '亿']);
    let behind = &text[end..];
    let scale = ["规模", "大关"]
        .iter()
        .find_map(|scale| behind.strip_prefix(scale));
    let ends = scale.is_some_and(|rest| !rest.chars().next().is_some_and(is_han));
    great && ends && {
        let lead = read_lead(&text[..start]);
        lead.change.is_some() || lead.comparator.is_some()
    }
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
