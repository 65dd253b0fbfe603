//! The words around an amount that bound it: 不低于, 提高, 以上, 左右.

use std::sync::LazyLock;

use super::unit::{UnitClass, UnitMention, is_han};
use crate::lexicon::trie::Trie;
use crate::lexicon::{mark, rows};
use crate::model::{Change, Comparator};

/// Bounding words before an amount, and the characters behind which they are none.
static BEFORE: LazyLock<Trie<(Comparator, &str)>> = LazyLock::new(|| {
    let words = rows(include_str!("../../lexicon/comparator_before.tsv"));
    Trie::backward(words.filter_map(|row| {
        Some((row.cell(0), (comparator_named(row.cell(1))?, row.cell(2))))
    }))
});

/// Bounding words behind an amount, the longest first.
static AFTER: LazyLock<Vec<(&'static str, Comparator)>> = LazyLock::new(|| {
    let mut words: Vec<_> = rows(include_str!("../../lexicon/comparator_after.tsv"))
        .filter_map(|row| Some((row.cell(0), comparator_named(row.cell(1))?)))
        .collect();
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    words
});

/// Verbs of change and of level, and the characters behind which they are none: 下|达.
static VERBS: LazyLock<Trie<(Change, &str)>> = LazyLock::new(|| {
    Trie::backward(rows(include_str!("../../lexicon/change.tsv")).map(|row| {
        let change = match row.cell(1) {
            "increase" => Change::Increase,
            "decrease" => Change::Decrease,
            _ => Change::Level,
        };
        (row.cell(0), (change, row.cell(2)))
    }))
});

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

/// The comparator behind an amount.
pub(super) fn read_after<'i>(
    unit: Option<UnitMention<'_>>,
    input: &'i str,
) -> Option<(&'i str, Comparator)> {
    let first = input.chars().next()?;
    if !"以及或(（左上之余多有内限额 ，,封".contains(first) {
        return None;
    }
    let trimmed = input.trim_start_matches(' ');
    // 1000万元(人民币,下同)及以上
    let remark = bracketed(trimmed).filter(|(words, rest)| {
        let said = words.starts_with(['含', '不'])
            || words.contains("下同")
            || words.contains("人民币");
        said && rest.starts_with(['以', '及', '或'])
    });
    let trimmed = remark.map_or(trimmed, |(_, rest)| rest);
    let found = AFTER.iter().find_map(|&(word, comparator)| {
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

/// The bound behind a bracket that an amount stands before, or closes: 5000头|（面积4000平方米）以上.
/// It is of both. A bracket without a number says of what kind they are: 15家（国家级）.
pub(super) fn bound_over_bracket(rest: &str) -> Option<Comparator> {
    /// Characters of such a bracket at most.
    const BRACKET: usize = 24;
    let closes = |c: char| matches!(c, ')' | '）');
    let behind = match rest.chars().next()? {
        '(' | '（' => {
            let mut inner = rest.char_indices().skip(1).take(BRACKET);
            let (close, sign) = inner.find(|&(_, c)| closes(c) || c == '。')?;
            if !rest[..close].contains(|c: char| c.is_ascii_digit()) {
                return None;
            }
            &rest[close + sign.len_utf8()..]
        }
        sign if closes(sign) => &rest[sign.len_utf8()..],
        _ => return None,
    };
    let mut bounds = ["以上", "以下", "以内"].into_iter();
    let bound = bounds.find(|bound| behind.starts_with(bound))?;
    goes_on(bound, &behind[bound.len()..]).then(|| {
        if bound == "以上" {
            Comparator::AtLeast
        } else {
            Comparator::AtMost
        }
    })
}

/// The words behind a value that bound it, and what they say: 2.3:1|以内.
pub(crate) fn bound_behind(rest: &str) -> Option<(usize, Comparator)> {
    let (behind, comparator) = read_after(None, rest)?;
    Some((rest.len() - behind.len(), comparator))
}

/// The bound that a bracket behind it says is not meant itself: 6亩以下|（不含6亩）.
pub(super) fn without_end(comparator: Comparator, rest: &str) -> Comparator {
    let open = bracketed(rest).filter(|(words, _)| words.starts_with("不含"));
    match (comparator, open) {
        (Comparator::AtLeast, Some(_)) => Comparator::MoreThan,
        (Comparator::AtMost, Some(_)) => Comparator::LessThan,
        _ => comparator,
    }
}

/// Characters of a remark in brackets between an amount and its bound at most.
const REMARK: usize = 12;

/// The words of a short bracket that the text opens with, and the text behind it.
pub(super) fn bracketed(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix(['(', '（'])?;
    let mut ends = inner.char_indices().take(REMARK + 1);
    let (end, close) = ends.find(|&(_, c)| matches!(c, ')' | '）'))?;
    Some((&inner[..end], &inner[end + close.len_utf8()..]))
}

/// The text behind a bracket in a list that says of an amount only whether its end is meant
/// too: `（含）`, `（不含5亿元）`, but `（含税）` says what it is of.
pub(super) fn behind_end_bracket(text: &str) -> &str {
    bracketed(text)
        .filter(|(words, rest)| {
            let said = words.strip_prefix('不').unwrap_or(words);
            let tells_end = said.strip_prefix('含').is_some_and(|end| {
                matches!(end, "" | "本数")
                    || end.starts_with(|c: char| c.is_ascii_digit())
            });
            tells_end && rest.starts_with('、')
        })
        .map_or(text, |(_, rest)| rest)
}

/// The text behind a bracket that says whether the bound is meant too: `(含10000平方米)`.
pub(super) fn without_bound(text: &str) -> &str {
    bracketed(text)
        .filter(|(words, _)| words.starts_with(['含', '不']))
        .map_or(text, |(_, rest)| rest)
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

impl Lead {
    /// The change that its verb says, where it is one: 增长, not 达到.
    pub(crate) fn moves(&self) -> Option<Change> {
        self.change.filter(|&change| change != Change::Level)
    }
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

/// 增速较上半年|加快|0.3个百分点: a rate rises by points, but 加快3个项目建设 raises nothing.
pub(super) fn quicken(lead: &mut Lead, text: &str) {
    let before = text[..lead.verb].trim_end();
    if let Some(verb) = mark::QUICKENING_VERB.ending(before) {
        lead.change = Some(Change::Increase);
        lead.verb = before.len() - verb.len();
    }
}

fn bounding_word(before: &str) -> Option<(usize, Comparator)> {
    longest_free(&BEFORE, before)
}

/// The longest word that the text ends with and that the character before it makes no other
/// word of.
fn longest_free<V: Copy>(
    words: &'static Trie<(V, &'static str)>,
    before: &str,
) -> Option<(usize, V)> {
    let is_free = |&(start, (_, not_after)): &(usize, (V, &str))| {
        let previous = before[..start].chars().next_back();
        !previous.is_some_and(|c| not_after.contains(c))
    };
    let longest = words.spaced_suffixes(before).filter(is_free).last();
    longest.map(|(start, (value, _))| (start, value))
}

fn verb(before: &str) -> Option<(usize, Change)> {
    // 改造提升 is done to so many, and raises nothing by so much.
    let renewed = before
        .strip_suffix("提升")
        .is_some_and(|words| mark::RENEWING_VERB.ending(words).is_some());
    longest_free(&VERBS, before).filter(|_| !renewed)
}

/// `比三十大`, `比170低`: the adjective behind says which way.
pub(super) fn compared(
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
