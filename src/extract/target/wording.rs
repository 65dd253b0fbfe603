//! The words around a target's number: verbs, bases, bounds, and what is no indicator.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::grammar::quantity::comparator_named;
use crate::lexicon::any::AnyOf;
use crate::lexicon::chars::CharSet;
use crate::lexicon::mark;
use crate::lexicon::rows;
use crate::lexicon::trie::Trie;
use crate::model::{Change, Comparator};
use crate::span::Span;
use crate::text::{Needles, tail};

pub(super) fn pattern(words: &str) -> Regex {
    // OK because every pattern is a constant that the tests below compile.
    Regex::new(words).unwrap_or_else(|error| unreachable!("{error}"))
}

/// What a line that holds a target has one of.
pub(super) static COUNTING: LazyLock<CharSet> = LazyLock::new(|| {
    CharSet::of([
        "0123456789０１２３４５６７８９",
        "一二三四五六七八九十两百千万半几覆番",
    ])
});

/// Cells of a table that lost the space between them, within the words before a number:
/// 17.7<15, （%）55, 万吨）2267.8.
pub(super) static GLUED_WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"[)）][0-9]+\.[0-9]|[)）][<>＜＞≥≤]?[0-9]|[0-9%％][<>＜＞≥≤][0-9]")
});

/// What makes a name of a number before it: 0.1微克攻坚行动.
pub(super) static NAMED: LazyLock<Regex> =
    LazyLock::new(|| pattern("^(?:攻坚|专项)?(?:行动|工程|计划)"));

/// What makes the number before it that of a meeting.
pub(super) static SESSION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:[0-9一二三四五六七八九十]+次)?[省市县区]?(?:政府)?(?:常务|全体|党组|主任)?会议?",
    )
});

/// Whether the words end in one that points at what was spoken of before: 这|3起事故.
pub(super) fn is_pointed_at(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with('这')
        || before.ends_with("上述")
        || before.ends_with('该') && !before.ends_with("应该")
}

/// A row of ordinals up to its last one: 第2、4、5项.
static ORDINALS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "第(?:[0-9]+(?:[、和至][0-9]+)*|[一二三四五六七八九十]+(?:[、和至][一二三四五六七八九十]+)*)\
         [、和至]$",
    )
});

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

/// Between a plan's period and the multiple of it.
pub(super) static OF_PERIOD: LazyLock<Regex> =
    LazyLock::new(|| pattern("^(?:时期|期间|期末|末|时|同期)?的?$"));

/// Words that only say what something is measured by: 高于全国, 占全省.
static RELATIONS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../lexicon/relation.tsv")));

pub(super) fn is_relation(words: &str) -> bool {
    RELATIONS.opening(words).is_some()
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
    const WHOLE: usize = 16;
    let left = left.trim_end();
    let of = left.strip_suffix('的');
    let words = of.unwrap_or(left);
    let is_whole = |whole: &str| {
        !whole.is_empty()
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

/// What the share is of whose bound the words begin with: 不低于|供养金.
pub(super) fn whole_of_share(words: &str) -> Option<&str> {
    let words = words.trim_end();
    let words = words.strip_suffix('的').unwrap_or(words);
    SHARE_BOUNDS
        .iter()
        .find_map(|&(bound, ..)| words.strip_prefix(bound))
        .filter(|whole| !whole.is_empty())
}

/// The places where a comparison may open, the last one first: not in 比例, 理由, 从业.
pub(super) fn comparisons(words: &str) -> Vec<(usize, usize)> {
    let mut places: Vec<_> = mark::COMPARING
        .any()
        .places(words)
        .filter(|found| {
            let (before, after) = (&words[..found.start], &words[found.end..]);
            !after.starts_with(['例', '重', '率', '值', '较', '业', '事', '于'])
                && !before.ends_with(['占', '对', '环', '理', '自', '参', '服', '相'])
        })
        .map(|found| (found.start, found.end))
        .collect();
    places.reverse();
    places
}

/// Over what a number is a mean: 年均|增长5%. A noun such as 年均浓度 keeps the word.
pub(super) fn mean(words: &str) -> Option<&'static str> {
    const MEANS: &[&str] = &["年均", "月均", "日均"];
    MEANS.iter().copied().find(|mean| words.contains(mean))
}

/// How often a number counts anew: 每年, 每半年, 每3～5年.
static RHYTHM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "每(?:半|[一二两三四五六七八九十]|[0-9]+(?:[—～~至-][0-9]+)?)?个?\
         (?:学年|学期|季度|[年月周日天])",
    )
});

pub(super) fn rhythm(words: &str) -> Option<Range<usize>> {
    let at = words.find('每')?;
    let found = RHYTHM.find(&words[at..])?;
    Some(at + found.start()..at + found.end())
}

/// Whether the words before a number end in what it is planned as: 年度计划投资|5亿元 is none,
/// 全年任务|5亿元 is.
pub(super) fn names_plan(left: &str) -> bool {
    let left = left
        .trim_end()
        .trim_end_matches(['为', '是', '数', '总', '额']);
    let plan = ["计划", "任务", "目标"]
        .iter()
        .find_map(|plan| left.strip_suffix(plan));
    // 高于目标2个百分点, 完成目标5亿元
    plan.is_some_and(|of| {
        !of.ends_with(['于', '超', '过', '距', '离', '欠', '塌', '成', '比', '较'])
    })
}

/// Whether a sentence has words of an aim, as even a statute may have one.
pub(super) fn is_aimed(sentence: &str) -> bool {
    mark::AIM_WORD.is_in(sentence) || names_year_to_come(sentence)
}

/// Whether 到20xx年 stands in a sentence.
pub(super) fn names_year_to_come(sentence: &str) -> bool {
    static UNTIL: LazyLock<Needles> = LazyLock::new(|| Needles::of(&["到20"]));
    UNTIL.places(sentence).any(|at| {
        let year = &sentence.as_bytes()[at + "到20".len()..];
        matches!(year, [b'0'..=b'9', b'0'..=b'9', rest @ ..] if rest.starts_with("年".as_bytes()))
    })
}

/// Whether the words give money to whoever meets a condition: 给予|50万元.
pub(super) fn grants(before: &str) -> bool {
    mark::GRANT_VERB.is_in(before) || before.ends_with("奖励")
}

/// Whether what stands behind a number says that it is granted: 按5%|给予补助, 10%|的补贴.
pub(super) fn granted(after: &str) -> bool {
    static GRANTED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            "^的?(?:标准|比例|额度)?(?:(?:给予|予以)[^，。；]{0,8}|一次性)?\
             (?:补助|补贴|奖励|奖补|贴息|资助)(?:[，,。；;、）)扶]|给|$)",
        )
    });
    GRANTED.is_match(after)
}

/// What follows the case in which it is granted: …的，|分别给予.
pub(super) static GRANTS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^的[，,](?:再|可|均|分别|每[年家个人户项])*(?:给予|予以|一次性|奖励|补助|补贴|奖补|按|追加)",
    )
});

/// Whether the words are of what a budget spends in all, not of what each one gets.
pub(super) fn is_outlay(words: &str) -> bool {
    mark::OUTLAY_VERB.is_in(words)
}

/// Whether a sentence gives aid: each number on a base in it is a rate of that.
pub(super) fn aids(sentence: &str) -> bool {
    mark::AID_WORD.is_in(sentence)
}

/// Whether the words end in the sum that one gets: 补助金额|不超过50万元.
pub(super) fn ends_in_aid(before: &str) -> bool {
    static SUM: LazyLock<Regex> = LazyLock::new(|| {
        pattern("(?:补助|补贴|奖励|奖补|资助|贴息)(?:金额|额度|总额|资金|额)?$")
    });
    SUM.is_match(tail(before, "补助金额".len()))
}

/// Between the two sums of a rebate: 满100元|减|20元.
pub(super) fn is_rebate(between: &str) -> bool {
    matches!(
        between.trim(),
        "减" | "立减" | "直减" | "返" | "送" | "赠" | "抵" | "优惠"
    )
}

/// The verb of giving, which says nothing of what is given.
pub(super) const GRANT: &str = "给予";

/// Whether the words are of what is measured in points: 满意度评分|91分以上.
pub(super) fn is_scored(left: &str) -> bool {
    mark::SCORE_NOUN.is_in(left)
}

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

/// What sets a norm or defines: 收费标准为, 生活标准每人每月分别为, 是指.
pub(super) static NORM: LazyLock<Regex> = LazyLock::new(|| {
    pattern("标准(?:每[人户次]每?[年月日次]?)?(?:分别)?[为是]|是指|^指[^标数导]")
});

/// 前15位: a place in an order that a rule goes by, unless it is to be reached.
pub(super) fn is_rank(line: &str, span: Span) -> bool {
    let Some(before) = line[..span.start].strip_suffix('前') else {
        return false;
    };
    let reached = ["进入", "跻身", "位居", "位列", "居", "全国", "全省", "世界"]
        .iter()
        .any(|word| before.ends_with(word));
    line[..span.end].ends_with(['位', '名']) && !reached
}

/// Characters between 至少 and the number it bounds at most.
const BOUND_REACH: usize = 8;

/// Bytes that hold 至少 and the characters behind it.
const BOUND_WINDOW: usize = 48;

/// 至少 before the verb of a count: 至少建设一个特色专科, 至少主动联系1次.
pub(super) fn bound_before_verb(left: &str) -> Option<Comparator> {
    const BOUNDS: &[(&str, Comparator)] = &[
        ("至少", Comparator::AtLeast),
        ("最少", Comparator::AtLeast),
        ("最多", Comparator::AtMost),
        ("至多", Comparator::AtMost),
    ];
    let left = tail(left, BOUND_WINDOW);
    BOUNDS.iter().find_map(|&(word, comparator)| {
        let at = left.rfind(word)?;
        let between = &left[at + word.len()..];
        let near = between.chars().count() <= BOUND_REACH;
        let free = !between.contains(|c: char| c.is_ascii_digit() || c == '、');
        (near && free).then_some(comparator)
    })
}

/// Whom a bound of age is about: 行动不便的老年人|提供的服务.
pub(super) fn persons(object: &str) -> Option<&str> {
    const LAST: &[char] = &['人', '者', '童', '民', '工', '女', '妇', '生', '员'];
    let at = object.find(LAST)?;
    let rest = object[at..].trim_start_matches(LAST);
    let rest = rest.strip_prefix('口').unwrap_or(rest);
    // 儿童死亡率 is measured, not meant.
    let measured = ["死亡", "入学", "健康", "平均"]
        .iter()
        .any(|word| rest.starts_with(word));
    (!measured).then(|| &object[..object.len() - rest.len()])
}

/// Bytes that hold 预期寿命 and what stands between it and its number.
const LIFE_SPAN_WINDOW: usize = 48;

/// Whether a number of years is how long people live: 人均预期寿命|提高到82岁.
pub(super) fn is_life_span(before: &str) -> bool {
    let clause = tail(before, LIFE_SPAN_WINDOW);
    let start = clause.rfind(['，', '。', '；', ',']).unwrap_or(0);
    clause[start..].contains("寿命")
}

/// Characters of 分别 and the verb before the first number of a row at most.
const ROW_LEAD: usize = 36;

/// The number without a unit that a list sign links to what begins at `at`, in a row that
/// 分别 opens: 分别回落|2.16|和1.66个百分点.
pub(super) fn bare_before(line: &str, floor: usize, at: usize) -> Option<Span> {
    let before = line.get(floor..at)?.trim_end();
    let before = before.strip_suffix(['和', '与', '及', '、', '以'])?;
    let number = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let lead = tail(number, ROW_LEAD);
    let opens = number.len() < before.len()
        && !number.ends_with(|c: char| c.is_ascii_alphanumeric() || "-—～~/".contains(c))
        && lead.contains("分别");
    opens.then(|| Span::new(floor + number.len(), floor + before.len()))
}

/// Whether the words before a number cap it: 最高不超过|15万元.
pub(super) fn is_limited(before: &str) -> bool {
    mark::LIMIT_WORD.is_in(before)
}

/// Whether a number is a threshold by what stands behind it; a share of things, and a number
/// of them, may be what is to be reached.
pub(super) fn is_condition(
    before: &str,
    after: &str,
    bounded: bool,
    share: bool,
) -> bool {
    // 企业只有1家的，采取谈判的方式
    after == "的"
        // 以7600名残疾人为主要对象
        || MEANT.is_match(after)
        || bounded
            && after.starts_with('的')
            && !opens_with_verb(&before[lead_len(before)..])
            && !(share && REACHED.is_match(after))
}

/// Whom a measure is meant for.
static MEANT: LazyLock<Regex> =
    LazyLock::new(|| pattern("为(?:主要|重点)?(?:服务|工作|扶持)?(?:对象|力量)$"));

/// 建成区40%以上的面积达到要求: what is to reach it is counted, not chosen.
static REACHED: LazyLock<Regex> = LazyLock::new(|| {
    pattern("^的[^，。；]{1,16}(?:达到|实现|完成|具备|建成|建立|配备|通过)")
});

/// The words of a table, from the front and from the back.
struct Words {
    front: Trie<&'static str>,
    back: Trie<&'static str>,
}

impl Words {
    fn new(table: &'static str) -> Self {
        let words = || rows(table).map(|row| (row.cell(0), row.cell(0)));
        Self {
            front: Trie::forward(words()),
            back: Trie::backward(words()),
        }
    }

    /// The longest word that the text begins with.
    fn opening(&self, text: &str) -> Option<&'static str> {
        self.front.prefixes(text).last().map(|(_, word)| word)
    }

    /// The longest word that the text ends with.
    fn closing(&self, text: &str) -> Option<&'static str> {
        self.back.suffixes(text).last().map(|(_, word)| word)
    }
}

static ACTIONS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../lexicon/action.tsv")));
static LEADS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../lexicon/indicator_lead.tsv")));
static TAILS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../lexicon/indicator_tail.tsv")));
static MEASURES: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../lexicon/measure_tail.tsv")));
static SLOGANS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../lexicon/slogan.tsv")));

/// Bytes of the words before an indicator that are no part of it.
pub(super) fn lead_len(words: &str) -> usize {
    let mut rest = words;
    loop {
        rest = rest.trim_start_matches([
            ' ', '\u{a0}', '\u{3000}', '、', '，', '：', ':', '●', '•', '■', '◆', '★',
            '-', '–', '—',
        ]);
        match LEADS.opening(rest) {
            // A lead word that a noun begins with stays: 全年 before 全, 重点人群.
            Some(word) if !begins_noun(word, rest) => rest = &rest[word.len()..],
            _ => return words.len() - rest.len(),
        }
    }
}

/// Whether a lead word is only the beginning of another word: 用 of 用户, 全面 of 全面质量.
fn begins_noun(word: &str, rest: &str) -> bool {
    let Some(&(not_before, only_before)) = LEAD_LIMITS.get(word) else {
        return false;
    };
    let next = rest[word.len()..].chars().next();
    next.is_some_and(|c| {
        not_before.contains(c) || !only_before.is_empty() && !only_before.contains(c)
    })
}

/// Characters that a lead word must not stand before, and those it must.
static LEAD_LIMITS: LazyLock<HashMap<&str, (&str, &str)>> = LazyLock::new(|| {
    rows(include_str!("../../lexicon/indicator_lead.tsv"))
        .map(|row| (row.cell(0), (row.cell(1), row.cell(2))))
        .collect()
});

/// The words without what stands between indicator and verb at their end.
pub(super) fn trim_tail(words: &str) -> &str {
    let mut rest = words.trim_end();
    while let Some(word) = TAILS.closing(rest) {
        let shorter = rest[..rest.len() - word.len()].trim_end();
        // 占比, 总数 and their like end in a character that is a tail elsewhere.
        if ends_noun(word, rest) {
            break;
        }
        rest = shorter;
    }
    rest
}

/// Whether a tail word is only the end of a noun: 有 of 国有, 能 of 产能.
fn ends_noun(word: &str, words: &str) -> bool {
    TAIL_NOUNS
        .get(word)
        .is_some_and(|nouns| nouns.iter().any(|noun| words.ends_with(noun)))
}

/// The longest verb of doing that the words begin with, unless that is the beginning of a
/// noun: 派出 of 派出所, 服务 of 服务业.
fn opening_action(words: &str) -> Option<&'static str> {
    let verb = ACTIONS.opening(words)?;
    let next = words[verb.len()..].chars().next();
    let limits = ACTION_LIMITS.get(verb);
    let noun = next.is_some_and(|c| limits.is_some_and(|nouns| nouns.contains(c)));
    (!noun).then_some(verb)
}

/// Characters that make a noun of the verb before them.
static ACTION_LIMITS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    rows(include_str!("../../lexicon/action.tsv"))
        .filter(|row| !row.cell(1).is_empty())
        .map(|row| (row.cell(0), row.cell(1)))
        .collect()
});

/// The nouns that end in a tail word.
static TAIL_NOUNS: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    rows(include_str!("../../lexicon/indicator_tail.tsv"))
        .map(|row| (row.cell(0), row.list(1).collect()))
        .collect()
});

/// What stands to the right of a number when it is the object: `50个|省级临床医学中心`.
pub(super) fn object(words: &str) -> &str {
    let words = words.trim();
    // 、若干个…: the next object of the list has no number.
    let end = mark::UNCOUNTED.any().find_at(words, 0);
    let words = end.map_or(words, |found| &words[..found.start]);
    let words =
        words.trim_end_matches(['、', '和', '及', '与', '等', '并', '（', '(', '“']);
    let end = words
        .char_indices()
        .find(|&(_, c)| matches!(c, '；' | '。' | '　'))
        .map_or(words.len(), |(at, _)| at);
    let words = &words[..end];
    let opens = words.chars().next().is_some_and(|c| {
        matches!(c, '\u{4e00}'..='\u{9fff}' | '“' | '"') || c.is_ascii_alphabetic()
    });
    let joins = [
        "和", "及", "以及", "并", "等", "或", "到", "至", "大关", "目标", "之间", "为",
        "后", "左右",
    ]
    .iter()
    .any(|word| words.starts_with(word));
    if opens && !joins { words } else { "" }
}

/// Bytes of the verb or verbs that the words begin with: `新建和改扩建`.
pub(super) fn verb_len(words: &str) -> usize {
    let mut len = 0;
    while let Some(verb) = opening_action(&words[len..]) {
        len += verb.len();
        let joined = words[len..]
            .strip_prefix(['、', '和', '并'])
            .filter(|rest| opening_action(rest).is_some());
        match joined {
            Some(rest) => len = words.len() - rest.len(),
            None => break,
        }
    }
    len
}

/// Bytes of the verb or verbs that the words end with: `…新建和改扩建`.
pub(super) fn closing_verbs_len(words: &str) -> usize {
    let mut rest = words;
    let mut len = 0;
    while let Some(verb) = ACTIONS.closing(rest) {
        rest = &rest[..rest.len() - verb.len()];
        len = words.len() - rest.len();
        let Some(before) = rest.strip_suffix(['、', '和', '并']) else {
            break;
        };
        if ACTIONS.closing(before).is_none() {
            break;
        }
        rest = before;
    }
    len
}

/// A base straight before its number: 为每人每月|1309元.
static CLOSING_PER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        "(?:[年月]人均|(?:每[十百千万]*(?:人次|人|户|名|年|月|日|天|周|季度|学年|学期|亩|平方米|公里|立方米|吨|",
        "家|所|村|班|生|床|车|件|次|台|间|千瓦时|公斤|斤|个))+)$",
    ))
});

/// Characters of a base at most.
const LONGEST_PER: usize = 12;

/// Bytes of the base that the words end with.
pub(super) fn closing_per(words: &str) -> usize {
    let from = words
        .char_indices()
        .rev()
        .take(LONGEST_PER)
        .last()
        .map_or(words.len(), |(at, _)| at);
    CLOSING_PER
        .find(&words[from..])
        .map_or(0, |found| found.len())
}

/// Whether the words to the right of a share go on about what was counted before:
/// 14人，43%来自三级医院.
pub(super) fn goes_on(right: &str) -> bool {
    [
        "来自", "在", "用于", "从事", "属于", "为", "是", "集中", "分布", "毕业",
    ]
    .iter()
    .any(|word| right.starts_with(word))
}

/// Whether the words are verbs alone.
pub(super) fn is_verb(words: &str) -> bool {
    verb_len(words) == words.len()
}

/// Whether the words end in what is measured, not in what is done: 总投资, 产量. An extent
/// is made as a thing is: 新增|绿化面积.
pub(super) fn names_measure(words: &str) -> bool {
    const EXTENTS: &[char] = &['积', '程', '力', '容', '模'];
    MEASURES
        .closing(words)
        .is_some_and(|measure| !measure.ends_with(EXTENTS))
}

/// The change that a noun behind a share makes it: 实现10%以上|增长.
pub(super) fn moved_by(right: &str) -> Option<Change> {
    match right.trim().trim_start_matches('的') {
        "增长" | "增幅" | "增速" | "提升" => Some(Change::Increase),
        "下降" | "降幅" | "降低" => Some(Change::Decrease),
        _ => None,
    }
}

/// Whether the words are a dimension, whose name is one character: 宽40米, 150米长.
pub(super) fn is_dimension(words: &str) -> bool {
    matches!(words, "长" | "宽" | "高" | "深" | "厚")
}

/// The words behind what says only where: 全市|新增.
pub(super) fn without_place(words: &str) -> &str {
    let place = words.strip_prefix(['全', '我', '本']);
    place
        .and_then(|rest| {
            rest.strip_prefix(['国', '省', '市', '州', '县', '区', '镇', '乡'])
        })
        .unwrap_or(words)
}

pub(super) fn opens_with_verb(words: &str) -> bool {
    opening_action(words).is_some()
}

pub(super) fn ends_with_verb(words: &str) -> bool {
    let words = words.trim_end_matches(['了', '成', '好', '出']).trim_end();
    ACTIONS.closing(words).is_some()
}

/// Whether the words end in a verb as the table has it, one like 完成 too.
pub(super) fn ends_with_action(words: &str) -> bool {
    ACTIONS.closing(words.trim_end()).is_some()
}

/// The change that the verb at the beginning of a clause says: `减少排放5吨`.
pub(super) fn opening_change(words: &str) -> Option<Change> {
    let words = &words[lead_len(words)..];
    const FEWER: &[&str] = &["减少", "压减", "压缩", "削减", "降低"];
    const MORE: &[&str] = &["新增", "增加", "净增", "增设", "增配"];
    // 增加值 is a measure of its own.
    if MORE.iter().any(|verb| words.starts_with(verb)) && !words.starts_with("增加值")
    {
        Some(Change::Increase)
    } else if FEWER.iter().any(|verb| words.starts_with(verb)) {
        Some(Change::Decrease)
    } else {
        None
    }
}

/// Whether the number only sums up a list before it: 等五项改革.
pub(super) fn sums_up(left: &str) -> bool {
    left.trim_end().ends_with('等')
}

pub(super) fn is_slogan(right: &str) -> bool {
    SLOGANS.opening(right.trim_start()).is_some()
}

/// Words that harden or soften a target, the strongest claim on it nearest.
pub(super) fn strength(before: &str) -> Option<String> {
    static WORDS: LazyLock<Trie<&str>> = LazyLock::new(|| {
        let words = ["确保", "力争", "原则上", "鼓励", "探索"];
        Trie::forward(words.map(|word| (word, word)))
    });
    let mut last = None;
    let mut from = 0;
    while let Some((place, word)) = WORDS.find_at(before, from) {
        last = Some(word);
        from = place.end;
    }
    last.map(str::to_owned)
}

/// The base a number is counted on and the words behind it: `每千常住人口|床位数`.
static PER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        "^(每(?:[0-9]+(?:[—～-][0-9]+)?)?[十百千万亿]*[名个户辆张平亩吨家所座件公立]?",
        "(?:常住人口|户籍人口|户籍老年人|户籍居民|户籍家庭|服务人口|农业人口|人口|老年人口|老年人|儿童|居民|孕产妇|新生儿|",
        "从业人员|就业人员|劳动力|职工|学生|婴幼儿|方公里|平方公里|公里|公顷|亩|户|人|床|年|季度|月|周|日|天))|",
        "^(每[个家所名座处村镇县户支街条项辆台年季月周日县市区乡学医班院院校人].*?)",
        "(?:至少|均|都|要|应|须|需|可|能|配备|配置|建设|建成|建立|建|有|设立|设置|设|不|达|安排|",
        "拥有|明确|确定|完成|培育|打造|举办|开展|组织|新增|发展|推出|培养|补助|给予|奖励|提供|遴选|",
        "选取|选派|推荐|抽取|抽查|随机|分别|$)",
    ))
});

/// Characters before 每 at most: 全市每个镇, 力争每个家庭.
const BEFORE_PER: usize = 4;

/// Splits the base off the words: the base, and what is left of the words.
pub(in crate::extract) fn per(words: &str) -> (Option<String>, &str) {
    let Some(at) = words.find('每') else {
        return (None, words);
    };
    if words[..at].chars().count() > BEFORE_PER {
        return (None, words);
    }
    let words = &words[at..];
    let Some(found) = PER.captures(words) else {
        return (None, words);
    };
    let base = found.get(1).or_else(|| found.get(2));
    let Some(base) = base else {
        return (None, words);
    };
    // 每人每月增加200元: both make the base.
    let again = rhythm(&words[base.end()..]).filter(|again| again.start == 0);
    let end = base.end() + again.map_or(0, |again| again.end);
    let rest = &words[end..];
    let rest = rest.strip_prefix("分别").unwrap_or(rest);
    let rest = rest.trim_start_matches(['至', '均', '都', '要', '应', '须', '可', '能']);
    let rest = rest.strip_prefix('少').unwrap_or(rest);
    (Some(words[..end].to_owned()), rest)
}

/// Characters of a name at most that stands between 分别达到 and its value.
const SPREAD_NAME: usize = 8;

/// What the values of a list are of, and the name that the first of them belongs to:
/// 优良天数|分别达到|甲县.
pub(super) fn spread(words: &str) -> Option<(&str, &str)> {
    const SPREADS: &str = "分别";
    let at = words.find(SPREADS)?;
    let behind = &words[at + SPREADS.len()..];
    let name = ["达到", "达", "为", "是"]
        .iter()
        .find_map(|verb| behind.strip_prefix(verb))?;
    let subject = trim_tail(&words[..at]);
    let short = name.chars().nth(SPREAD_NAME).is_none();
    let named = short && name.chars().nth(1).is_some() && !subject.is_empty();
    (named && !opens_with_verb(name)).then_some((subject, name))
}

/// Items of a list at most that each have one value: 粮食、肉蛋奶、蔬菜产量均….
const EACH: usize = 4;

/// The items of a list that 均 gives the same value, one name each; none when it is no
/// list.
pub(super) fn each(indicator: &str) -> Vec<String> {
    let signs = ['、', '和', '与'];
    let marks = indicator.matches(signs).count();
    // 猪、牛、羊肉合格率: one character names no measure, so the list is within one.
    let within = indicator.split(signs).any(|item| {
        // Nor does one that counts: 投资增长、4个指标均达10%.
        item.chars().nth(1).is_none() || item.contains(|c: char| c.is_ascii_digit())
    });
    let listed = indicator.contains(['的', '“', '(', '（']);
    if marks == 0 || marks >= EACH || within || listed {
        return Vec::new();
    }
    distribute(indicator, marks + 1)
}

/// Characters that end what the items of a list share: `…在新建公园的应用比例`.
const SHARED_TAIL: &[char] = &['在', '的', '占'];

/// Gives each value of a 分别 its own indicator: `花生种植、收获机械化率` gives
/// `花生种植机械化率` and `花生收获机械化率`.
pub(super) fn distribute(indicator: &str, count: usize) -> Vec<String> {
    let chars: Vec<char> = indicator.chars().collect();
    let marks: Vec<usize> = (0..chars.len())
        .filter(|&at| matches!(chars[at], '、' | '和' | '与' | '及'))
        .collect();
    if let Some(both) = town_and_country(indicator).filter(|_| count == 2)
        && marks.is_empty()
    {
        return both.to_vec();
    }
    if marks.len() + 1 < count {
        return vec![indicator.to_owned(); count];
    }
    // What the items share at the end may hold marks of its own, what they share before
    // them seldom does: 与其他国家货物贸易、对外投资和实际利用外资.
    let tail_at = (0..chars.len()).rev().find(|&at| {
        at > *marks.first().unwrap_or(&0) && SHARED_TAIL.contains(&chars[at])
    });
    let first_shared = (marks.first().copied().unwrap_or(0)..chars.len())
        .find(|&at| SHARED_TAIL.contains(&chars[at]));
    let usable: Vec<usize> = marks
        .iter()
        .copied()
        .filter(|&at| first_shared.or(tail_at).is_none_or(|tail| at < tail))
        .collect();
    let marks = if usable.len() + 1 >= count {
        usable
    } else {
        marks
    };
    let cuts = &marks[marks.len() + 1 - count..];
    let mut items = Vec::with_capacity(count);
    let mut start = 0;
    for &cut in cuts {
        items.push(chars[start..cut].to_vec());
        start = cut + 1;
    }
    items.push(chars[start..].to_vec());
    share(&items)
}

/// 战略性新兴产业、高新技术产业增加值: both items end in the same word, what follows it in
/// the last is shared.
fn share_after_same_word(items: &[Vec<char>]) -> Option<Vec<String>> {
    let [first, last] = items else { return None };
    let word = first.get(first.len().checked_sub(2)?..)?;
    let at = last.windows(2).rposition(|pair| pair == word)?;
    let tail = last
        .get(at + 2..)
        .filter(|tail| !tail.is_empty() && at > 0)?;
    let name = |item: &[char]| item.iter().collect::<String>();
    Some(vec![name(first) + &name(tail), name(last)])
}

fn share(items: &[Vec<char>]) -> Vec<String> {
    if let Some(names) = share_after_same_word(items) {
        return names;
    }
    let (Some(first), Some(last)) = (items.first(), items.last()) else {
        return Vec::new();
    };
    // 氨氮 and 二氧化硫 of different length tell nothing of where the shared words end.
    let middle = &items[1..items.len() - 1];
    let uneven = middle.windows(2).any(|pair| pair[0].len() != pair[1].len());
    let shared = last
        .iter()
        .position(|c| SHARED_TAIL.contains(c))
        .filter(|&at| at > 0)
        .or_else(|| measure_start(first, last));
    let own = shared.unwrap_or_else(|| own_length(items));
    let tail: Vec<char> = match shared {
        Some(at) => last[at..].to_vec(),
        None if items.len() == 2 && last.len() >= own + 2 => last[own..].to_vec(),
        None => Vec::new(),
    };
    let whole = ends_in_measure(first);
    // A list that opens with what is measured is one of several measures.
    // So is one with a measure in the middle.
    let several = whole || middle.iter().any(|item| ends_in_measure(item));
    let tail = if several && items.len() > 2 {
        Vec::new()
    } else {
        tail
    };
    // 解决率、满意率 share what they are of; 婴儿死亡率、儿童死亡率 are each whole.
    let parallel = whole && (last.len() > SHORT || same_end(first, last));
    let head: Vec<char> = if first.len() >= own + 2 && !uneven && !parallel {
        whole_words(first, first.len() - own).to_vec()
    } else {
        Vec::new()
    };
    let count = items.len();
    items
        .iter()
        .enumerate()
        .map(|(at, item)| {
            let mut name: Vec<char> = Vec::new();
            if at > 0 {
                name.extend(&head);
            }
            name.extend(item);
            if at + 1 < count && !ends_in_measure(item) {
                name.extend(&tail);
            }
            name.into_iter().collect()
        })
        .collect()
}

/// The characters before `end`, but no word in Latin letters by half: the GDP of 贫困地区|GDP
/// belongs to the first item alone, the RCEP of 与RCEP国家|贸易 to all.
fn whole_words(item: &[char], end: usize) -> &[char] {
    let is_latin = |c: &char| c.is_ascii_alphanumeric();
    let rest = item[end..].iter().take_while(|c| is_latin(c)).count();
    if rest == 0 {
        return &item[..end];
    }
    if end + rest < item.len() {
        return &item[..end + rest];
    }
    let cut = item[..end].iter().rposition(|c| !is_latin(c));
    &item[..cut.map_or(0, |at| at + 1)]
}

/// Whether both end in the same word of two characters.
fn same_end(first: &[char], last: &[char]) -> bool {
    let end = |item: &[char]| item.len().checked_sub(2).map(|at| item[at..].to_vec());
    end(first) == end(last)
}

/// Where the words begin that say what all are measured by: 收获|机械化率. What is as short
/// as a word stands beside a word: 城市和县城|污水处理率.
fn measure_start(first: &[char], last: &[char]) -> Option<usize> {
    let words: String = last.iter().collect();
    let measure = MEASURES.closing(&words)?.chars().count();
    let own = last.len().checked_sub(measure).filter(|&at| at > 0)?;
    let words = first.len() == WORD && own >= 2 * WORD;
    Some(if words { WORD } else { own })
}

/// Characters of a word.
const WORD: usize = 2;

/// Characters of the name of a measure that leaves out what it is of: 满意率.
const SHORT: usize = 4;

/// How many characters of an item are its own.
fn own_length(items: &[Vec<char>]) -> usize {
    if items.len() > 2 {
        return items[1].len();
    }
    match items.last() {
        Some(last) if last.len() <= 4 => last.len(),
        _ => WORD,
    }
}

/// Whether an item has a measure of its own: 收入, 率, 值.
fn ends_in_measure(item: &[char]) -> bool {
    // 化学需氧量 is a substance as 氨氮 is.
    let substance = item.ends_with(&['需', '氧', '量']);
    let last = item.last();
    !substance && last.is_some_and(|last| "率值额量数入比费出积".contains(*last))
}

/// 城乡 without a list sign: the town first, then the country.
fn town_and_country(indicator: &str) -> Option<[String; 2]> {
    indicator.contains("城乡").then(|| {
        [
            indicator.replacen("城乡", "城镇", 1),
            indicator.replacen("城乡", "农村", 1),
        ]
    })
}
