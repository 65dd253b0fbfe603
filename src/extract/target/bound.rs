//! Bounds of values: 不得低于职工总数的, 至少.

use std::sync::LazyLock;

use super::wording;
use crate::grammar::department::is_han;
use crate::grammar::quantity::comparator_named;
use crate::lexicon::any::AnyOf;
use crate::lexicon::{mark, rows};
use crate::model::Comparator;
use crate::text::tail;

/// Bounds of a share, and whether they need the 的 before it.
static SHARE_BOUNDS: LazyLock<Vec<(&str, Comparator, bool)>> = LazyLock::new(|| {
    rows(include_str!("../../lexicon/share_bound.tsv"))
        .filter_map(|row| {
            let comparator = comparator_named(row.cell(1))?;
            Some((row.cell(0), comparator, row.cell(2) == "的"))
        })
        .collect()
});

static ANY_SHARE_BOUND: LazyLock<AnyOf> =
    LazyLock::new(|| AnyOf::of(SHARE_BOUNDS.iter().map(|bound| bound.0)));

/// The bound in 不得低于职工总数的1.5%, 不超过职工总数20% and where it begins.
pub(super) fn bound_of_share(left: &str) -> Option<(usize, Comparator)> {
    /// Characters of what the share is of at most.
    const WHOLE: usize = 24;
    let left = left.trim_end();
    let of = left.strip_suffix('的');
    let words = of.unwrap_or(left);
    let is_whole = |whole: &str| {
        // 按超出部分的10%: what is beyond is what it is of.
        !whole.is_empty()
            && !whole.ends_with("部分")
            && whole.chars().nth(WHOLE).is_none()
            && !whole.contains(|c: char| c.is_ascii_digit() || c == '、')
    };
    if !ANY_SHARE_BOUND.is_in(words) {
        return None;
    }
    SHARE_BOUNDS
        .iter()
        .filter(|bound| of.is_some() || !bound.2)
        .filter_map(|&(word, comparator, _)| {
            let at = words.rfind(word)?;
            is_whole(&words[at + word.len()..]).then_some((at, comparator))
        })
        .min_by_key(|&(at, _)| at)
}

/// The bound before the case that a value is for, where it begins, and the case:
/// 生活标准|不低于|城镇. A share is of what stands there, 不低于供养金20%, but for that of a
/// rate: 绿地率不低于新区30%.
pub(super) fn bound_of_case(
    words: &str,
    share: bool,
) -> Option<(usize, Comparator, &str)> {
    if !ANY_SHARE_BOUND.is_in(words) {
        return None;
    }
    SHARE_BOUNDS
        .iter()
        .filter(|bound| !bound.2)
        .filter_map(|&(word, comparator, _)| {
            let at = words.rfind(word)?;
            let case = &words[at + word.len()..];
            let own = !share || words[..at].ends_with('率');
            (own && is_case(case)).then_some((at, comparator, case))
        })
        .min_by_key(|&(at, ..)| at)
}

/// Whether words name whom or what one of several values is for: 城镇, 三级医院 no less, but
/// neither a measure to compare with nor what is done.
pub(super) fn is_case(words: &str) -> bool {
    /// Characters of a case.
    const CASE: std::ops::RangeInclusive<usize> = 2..=8;
    /// What a value is compared with, no case: 不低于上年50万元.
    const COMPARED: [&str; 8] = [
        "水平", "标准", "规定", "部分", "平均", "上年", "同期", "总数",
    ];
    CASE.contains(&words.chars().count())
        && words.chars().all(is_han)
        && !words.contains(['的', '于', '年', '月', '按', '为', '或', '每'])
        && !holds_number(words)
        && !COMPARED.iter().any(|noun| words.ends_with(noun))
        && !wording::opens_with_verb(words)
}

/// Whether words hold a number, which 二级医院 does not.
fn holds_number(words: &str) -> bool {
    words.char_indices().any(|(at, c)| {
        let graded = words[at + c.len_utf8()..].starts_with(['级', '类', '档', '等']);
        "一二三四五六七八九十".contains(c) && !graded || "两几百千万亿".contains(c)
    })
}

/// What the share is of whose bound the words begin with: 不低于|供养金.
pub(super) fn whole_of_share(words: &str) -> Option<&str> {
    let words = words.trim_end();
    let words = words.strip_suffix('的').unwrap_or(words);
    SHARE_BOUNDS
        .iter()
        .find_map(|&(bound, ..)| words.strip_prefix(bound))
        .filter(|whole| !whole.is_empty())
}

/// Characters between 至少 and the number it bounds at most.
const BOUND_REACH: usize = 8;

/// Bytes that hold 至少 and the characters behind it.
const BOUND_WINDOW: usize = 48;

/// 至少 before the verb of a count: 至少建设一个特色专科, 至少主动联系1次; 最高 before that of
/// a grant: 最高补贴1万元.
pub(super) fn bound_before_verb(left: &str) -> Option<Comparator> {
    const BOUNDS: &[(&str, Comparator)] = &[
        ("至少", Comparator::AtLeast),
        ("最少", Comparator::AtLeast),
        ("最多", Comparator::AtMost),
        ("最长", Comparator::AtMost),
        ("限报", Comparator::AtMost),
        ("约需", Comparator::About),
        ("至多", Comparator::AtMost),
    ];
    let left = tail(left, BOUND_WINDOW);
    // Nearly no number has one.
    if !left.contains(['少', '多', '最', '限', '需']) {
        return None;
    }
    if let Some(at) = left.rfind("最高")
        && mark::GIVING_VERB.contains(left[at + "最高".len()..].trim_end())
    {
        return Some(Comparator::AtMost);
    }
    BOUNDS.iter().find_map(|&(word, comparator)| {
        let at = left.rfind(word)?;
        let between = &left[at + word.len()..];
        let near = between.chars().count() <= BOUND_REACH;
        // 得实惠最多的五年, 最多跑一次
        let near = near && !between.starts_with(['的', '跑']);
        // “最多办一天”事项
        let free = !between.contains(|c: char| c.is_ascii_digit() || "、”".contains(c));
        (near && free).then_some(comparator)
    })
}
