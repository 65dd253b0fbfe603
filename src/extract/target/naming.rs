//! Numbers that name something, point at what was said, or sum up a list.

use std::sync::LazyLock;

use super::wording::{self, Words};
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::lexicon::{mark, rows};
use crate::model::Decimal;
use crate::pattern::Pattern;
use crate::span::Span;
use crate::text::{Needles, head, tail};

/// What makes a name of a number before it: 0.1微克攻坚行动.
pub(super) static NAMED: Pattern = Pattern::new(
    &["行动", "工程", "计划", "半径", "缓冲"],
    "^(?:(?:攻坚|专项)?(?:行动|工程|计划)|(?:服务|覆盖|活动)?半径|缓冲[区带])",
);

/// What makes the share before it the name of a survey: 1%|人口抽样调查.
pub(super) static SURVEY: Pattern =
    Pattern::new(&["抽样调查"], "^[^0-9，。；、的]{0,8}抽样调查");

/// What makes the number before it that of a meeting.
pub(super) static SESSION: Pattern = Pattern::new(
    &["会"],
    "^(?:[0-9一二三四五六七八九十]+次)?[省市县区]?(?:政府)?(?:常务|全体|党组|主任)?会议?",
);

/// Whether the words end in one that points at what was spoken of before: 这|3起事故.
pub(super) fn is_pointed_at(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with('这')
        || before.ends_with("上述")
        || before.ends_with('该') && !before.ends_with("应该")
}

/// A row of ordinals up to its last one: 第2、4、5项.
static ORDINALS: Pattern = Pattern::new(
    &["第"],
    "第(?:[0-9]+(?:[、和至][0-9]+)*|[一二三四五六七八九十]+(?:[、和至][一二三四五六七八九十]+)*)\
         [、和至]$",
);

/// Bytes that hold a row of ordinals.
const ORDINALS_WINDOW: usize = 60;

/// Whether a number behind these words is one more of a row of ordinals, in the script of
/// the row.
pub(super) fn is_of_ordinals(before: &str, number: &str) -> bool {
    let Some(row) = before.strip_suffix(['、', '和', '至']) else {
        return false;
    };
    row.ends_with(|c: char| c.is_ascii_digit())
        == number.starts_with(|c: char| c.is_ascii_digit())
        && ORDINALS.is_match(tail(before, ORDINALS_WINDOW))
}

/// Whether a sentence only announces the document that it stands in: 现将…印发给你们,
/// …通报如下.
pub(super) fn announces(sentence: &str) -> bool {
    static NOW: LazyLock<Needles> = LazyLock::new(|| Needles::of(&["现将"]));
    mark::GENRE_FORMULA.is_in(sentence)
        || NOW.are_in(sentence)
            && (sentence.contains("予以") || sentence.contains("如下"))
}

/// Table cells that lost the space between them: two decimal points in one number, or more
/// decimals than anyone prints before 左右.
///
/// ```ebnf
/// glued = digits , "." , ( digit , digit , digits , "." , digits
///                        | digit , digit , digit , digits , "左右" ) ;
/// ```
pub(super) fn glued(line: &str) -> impl Iterator<Item = Span> + '_ {
    let digits = |words: &str| words.bytes().take_while(u8::is_ascii_digit).count();
    let mut done = 0;
    std::iter::from_fn(move || {
        loop {
            let point = done + memchr::memchr(b'.', &line.as_bytes()[done..])?;
            let before = line[done..point].bytes().rev();
            let start = point - before.take_while(u8::is_ascii_digit).count();
            done = point + 1;
            let decimals = digits(&line[done..]);
            let after = &line[done + decimals..];
            let tail = after.strip_prefix('.').map_or(0, digits);
            let length = match decimals {
                3.. if tail > 0 => 1 + tail,
                4.. if after.starts_with("左右") => "左右".len(),
                _ => continue,
            };
            if start < point {
                done += decimals + length;
                return Some(Span::new(start, done));
            }
        }
    })
}

/// Whether the words before a number hold cells of a table that lost the space between them:
/// 17.7<15, （%）55, 万吨）2267.8.
pub(super) fn holds_glued(words: &str) -> bool {
    words.bytes().any(|byte| byte.is_ascii_digit()) && GLUED_WORDS.is_match(words)
}

static GLUED_WORDS: Pattern = Pattern::new(
    &[")", "）", "<", ">", "＜", "＞", "≥", "≤"],
    r"[)）][0-9]+\.[0-9]|[)）][<>＜＞≥≤]?[0-9]|[0-9%％][<>＜＞≥≤][0-9]",
);

/// Characters between a number and the list of what it counts at most.
const LIST_REACH: usize = 12;

/// Characters of a list of names at most.
const LIST: usize = 120;

/// How many names a bracket or a colon behind a number lists.
pub(super) fn listed_behind(rest: &str) -> Option<usize> {
    let mut head = rest.char_indices().take(LIST_REACH);
    let (at, sign) = head.find(|&(_, c)| "（(：:，,。；".contains(c))?;
    if !"（(：:".contains(sign) {
        return None;
    }
    let list = &rest[at + sign.len_utf8()..];
    let close: &[char] = if matches!(sign, '（' | '(') {
        &['）', ')']
    } else {
        &['。', '；']
    };
    let (end, _) = list
        .char_indices()
        .take(LIST)
        .find(|(_, c)| close.contains(c))?;
    let names = &list[..end];
    // A list of clauses has its commas, a list of names its own sign.
    let parts = match names.matches('、').count() {
        0 => names.matches(['，', ',']).count(),
        marks => marks,
    };
    Some(parts + 1)
}

/// 5个示范镇|分别为甲镇、乙镇: whether a number only says how many are named behind it.
pub(super) fn names_each(rest: &str) -> bool {
    let clause = head(rest, LIST).split(['，', ',', '。', '；']).next();
    clause
        .and_then(|clause| clause.split_once("分别"))
        .and_then(|(_, behind)| behind.strip_prefix(['为', '是']))
        .is_some_and(|names| names.starts_with(char::is_alphabetic))
}

/// Whether a number behind these words only says how long a text is, 共13页, 共10章、35节, or
/// where it was printed: 2023年|1期.
pub(super) fn is_length_of_text(before: &str, unit: &str) -> bool {
    let before = before.trim_end();
    match unit {
        "期" => before
            .strip_suffix('年')
            .is_some_and(|year| year.ends_with(|c: char| c.is_ascii_digit())),
        "页" => before.ends_with(['共', '第', '/']),
        "字" | "个字" => mark::LENGTH_NOUN.ending(before).is_some(),
        "分钟" => before.ends_with("阅读时长") || before.ends_with("阅读时间"),
        // 报告-35篇: the dash is no minus.
        "篇" => before.ends_with(['-', '—', '－', '共']),
        "节" | "条" | "款" => {
            let counted = before.trim_end_matches(['、', '，', ',', '和', '共']);
            counted.ends_with('章') || unit != "节" && counted.ends_with('节')
        }
        _ => false,
    }
}

/// Whether a number behind these words only says which of an order are meant: 考核前|两名的企业,
/// 排名前|15家企业; a place that is to be reached is a value.
pub(super) fn is_of_order(before: &str, unit: &str) -> bool {
    let before = before.trim_end();
    let order = before.strip_suffix('前');
    matches!(unit, "名" | "家" | "个" | "强" | "位")
        && order.is_some_and(|order| mark::ORDER_NOUN.ending(order).is_some())
}

/// Whether a number behind these words says again what bound it stands beside: 6亩以下（不含|6亩.
pub(super) fn is_of_bound(before: &str) -> bool {
    let inner = ["不含", "不包括", "不包含", "含", "包含"]
        .iter()
        .find_map(|word| before.strip_suffix(word));
    inner.is_some_and(|before| before.ends_with(['（', '(']))
}

/// Whether the number only sums up a list before it: 等五项改革. More than a text would list
/// are counted, 老党员、困难群众等300人, as are occasions, and what has a measure has no entries.
pub(super) fn sums_up(left: &str, quantity: Quantity<'_>) -> bool {
    /// Entries of a list that is summed up, at the most.
    const LONGEST: i64 = 50;
    if !left.trim_end().ends_with('等') {
        return false;
    }
    match quantity.amount.unit.map(|unit| unit.unit.class) {
        Some(UnitClass::Count) => {
            let occasions = |name: &str| name.ends_with('次') && name != "次";
            quantity.amount.value < Decimal::from(LONGEST)
                && !builds_more(left, quantity)
                && !quantity
                    .amount
                    .unit
                    .is_some_and(|unit| occasions(unit.name))
        }
        Some(UnitClass::Money | UnitClass::Measure | UnitClass::Ratio) => false,
        _ => true,
    }
}

/// 新增西门公园等|9座|公园: whether far more things are built than the words before 等 name, which
/// are examples then. Of measures and kinds (等15项措施, 等8类人员) a text names a few alone.
fn builds_more(left: &str, quantity: Quantity<'_>) -> bool {
    let unit = quantity.amount.unit.map_or("", |unit| unit.name);
    let verb = &left[wording::lead_len(left)..];
    let named = 1 + left.matches(['、', '和', '及', '与']).count();
    !mark::KIND_COUNTER.contains(unit)
        && mark::EXAMPLE_VERB.opening(verb).is_some()
        && i64::try_from(2 * named)
            .is_ok_and(|most| quantity.amount.value > Decimal::from(most))
}

/// Whether a number is a case in which points are given or taken: 每出现|一例|扣2分. `behind`
/// is what follows it in the line.
pub(super) fn is_scored_case(left: &str, behind: &str) -> bool {
    static POINTS: Pattern = Pattern::new(
        &["分"],
        "^，?(?:倒扣|扣|加|减|得|计|记)[0-9一二三四五六七八九十.]{1,5}分",
    );
    left.contains('每') && POINTS.is_match(head(behind, 40))
}

pub(super) fn is_slogan(right: &str) -> bool {
    let right = right.trim_start();
    SLOGANS.opening(right).is_some_and(|word| {
        let behind = &right[word.len()..];
        // 三个有, but 3家有影响力的企业, 5个有机茶园, 10个文明村, 6个更|新单元
        let noun = behind.starts_with(char::is_alphabetic);
        let begins = || {
            let mut nouns = SLOGAN_NOUNS.iter().filter(|&&(own, _)| own == word);
            nouns.any(|(_, noun)| behind.starts_with(noun))
        };
        !(word == "有" && HAVING.is_match(behind)
            || ATTRIBUTES.contains(&word) && noun
            || begins())
    })
}

/// The words of slogans that begin nouns as well, each with what is behind it then.
static SLOGAN_NOUNS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    rows(include_str!("../../lexicon/slogan.tsv"))
        .flat_map(|row| row.list(1).map(move |noun| (row.cell(0), noun)))
        .filter(|(_, noun)| !noun.is_empty())
        .collect()
});

/// Words of slogans that are attributes before a noun: 10个文明|村.
const ATTRIBUTES: &[&str] = &["文明", "优先", "转型"];

/// What makes an attribute of 有 before a noun.
static HAVING: Pattern = Pattern::new(
    &["机", "色", "线", "轨", "限", "的"],
    r"^(?:[机色线轨限]|[^，。；、有]{1,12}的)[\x{4e00}-\x{9fff}]",
);

static SLOGANS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../lexicon/slogan.tsv")));
