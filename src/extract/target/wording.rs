//! The words around a target's number: verbs, bases, bounds, and what is no indicator.

use std::sync::LazyLock;

use crate::grammar::bullet::{is_bullet, is_dash};
use crate::grammar::number::opens;
use crate::grammar::quantity::read_unit;
use crate::grammar::region;
use crate::lexicon::chars::CharSet;
use crate::lexicon::hash::WordMap;
use crate::lexicon::trie::Trie;
use crate::lexicon::{mark, rows};
use crate::model::Change;
use crate::pattern::Pattern;
use crate::text::{head, tail};

/// What a line that holds a target has one of.
pub(super) static COUNTING: LazyLock<CharSet> = LazyLock::new(|| {
    CharSet::of([
        "0123456789０１２３４５６７８９",
        "一二三四五六七八九十两百千万半几覆番",
    ])
});

/// Words that only say what something is measured by: 高于全国, 占全省.
static RELATIONS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../lexicon/relation.tsv")));

pub(super) fn is_relation(words: &str) -> bool {
    compares(words) || is_part(words) || is_ratio_to(words)
}

/// 与地区生产总值之比: to what a sum that stands before is set in proportion.
fn is_ratio_to(words: &str) -> bool {
    words.starts_with('与') && words.ends_with("之比")
}

/// Whether the words only say how something stands to another: 高于全国.
pub(super) fn compares(words: &str) -> bool {
    RELATIONS.opening(words).is_some()
}

/// Whether words end in how a value stands to what comes next: 高于|去年, not 不低于|去年.
pub(super) fn ends_exceeding(words: &str) -> bool {
    let word = mark::EXCEEDING.ending(words);
    word.is_some_and(|word| !words[..words.len() - word.len()].ends_with(['不', '得']))
}

/// 占常住人口|15%: of what it is a part, and not what 占 makes a word of with the next
/// character: 占地面积, 占用.
pub(super) fn is_part(words: &str) -> bool {
    let whole = words
        .strip_prefix('占')
        .and_then(|whole| whole.chars().next());
    // 占地区生产总值
    let region = words.starts_with("占地区");
    region || whole.is_some_and(|c| !"地用道领据有补线股位比压先优".contains(c))
}

/// The verb of giving, which says nothing of what is given.
pub(super) const GRANT: &str = "给予";

/// Whether the words are of what is granted: 给予奖励, 一次性补助.
pub(super) fn is_grant(words: &str) -> bool {
    mark::GRANT_VERB.is_in(words) || mark::AID_NOUN.ending(words).is_some()
}

/// Whether the words are of what is measured in points: 满意度评分|91分以上.
pub(super) fn is_scored(left: &str) -> bool {
    mark::SCORE_NOUN.is_in(left)
}

/// The words of a table, from the front and from the back.
pub(super) struct Words {
    front: Trie<&'static str>,
    back: Trie<&'static str>,
}

impl Words {
    pub(super) fn new(table: &'static str) -> Self {
        let words = || rows(table).map(|row| (row.cell(0), row.cell(0)));
        Self {
            front: Trie::forward(words()),
            back: Trie::backward(words()),
        }
    }

    /// The longest word that the text begins with.
    pub(super) fn opening(&self, text: &str) -> Option<&'static str> {
        self.front.prefixes(text).last().map(|(_, word)| word)
    }

    /// The longest word that the text ends with.
    pub(super) fn closing(&self, text: &str) -> Option<&'static str> {
        self.back.suffixes(text).last().map(|(_, word)| word)
    }
}

static ACTIONS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../lexicon/action.tsv")));
static LEADS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../lexicon/indicator_lead.tsv")));
static TAILS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../lexicon/indicator_tail.tsv")));
pub(super) static MEASURES: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../lexicon/measure_tail.tsv")));

/// Bytes of the time that a thing is to take and that opens a clause:
/// 三年时间|培育企业50家 behind 用.
pub(super) fn term_len(words: &str) -> usize {
    /// Bytes that hold such words.
    const WINDOW: usize = 48;
    static TERM: Pattern = Pattern::new(
        &["时间", "努力"],
        "^[0-9一二三四五六七八九十两]+(?:[-—~～至到][0-9一二三四五六七八九十]+)?(?:年|个月)(?:左右)?的?(?:时间|努力)(?:左右)?",
    );
    // 三年内|培育企业, 过去五年累计|减税, but 三年行动
    static SPAN: Pattern = Pattern::new(
        &["年", "个月"],
        "^(?:(?:最后|未来|今后|过去|最?近)?[0-9一二三四五六七八九十两]+(?:[-—~～至到][0-9一二三四五六七八九十]+)?(?:年|个月)[内来间]?|近[几些]?年来?)(?:累计|共)?",
    );
    let opens = |c: char| opens(c) || matches!(c, '最' | '未' | '今' | '过' | '近');
    if !words.starts_with(opens) {
        return 0;
    }
    if let Some(term) = TERM.find(head(words, WINDOW)) {
        return term.end();
    }
    let span = SPAN.find(head(words, WINDOW)).map_or(0, |span| span.end());
    let behind = &words[span..];
    // 近三年来|城镇化率提高, 近五年|全市建成, but 近三年营业收入
    let told = words[..span].ends_with('来') && !behind.is_empty();
    let done = || {
        let work = without_place(behind);
        let summed = ["累计", "共", "已"].iter();
        let work = { summed }
            .find_map(|sum| work.strip_prefix(sum))
            .unwrap_or(work);
        opens_with_verb(behind) || work.len() < behind.len() && opens_with_verb(work)
    };
    if told || done() { span } else { 0 }
}

/// The words without the years over which something went on or is to be reached:
/// 粮食产量|连续三年, 进出口总额|五年间, 覆盖率|五年内.
pub(super) fn without_span(words: &str) -> &str {
    /// Bytes that hold such words.
    const WINDOW: usize = 36;
    static SPAN: Pattern = Pattern::new(
        &["年"],
        "(?:(?:连续|最?近|过去)[0-9]{1,2}|(?:连续|最?近|过去|这)?[一二三四五六七八九十两]{1,3})年[来间内]?$",
    );
    let words = words.trim_end();
    if !words.ends_with(['年', '来', '间', '内']) {
        return words;
    }
    let window = tail(words, WINDOW);
    let open = SPAN.find(window).map_or(window.len(), |span| span.start());
    words[..words.len() - window.len() + open].trim_end()
}

/// Bytes of the words before an indicator that are no part of it.
pub(super) fn lead_len(words: &str) -> usize {
    let mut rest = words;
    loop {
        rest = rest.trim_start_matches(|sign| {
            matches!(
                sign,
                ' ' | '\u{a0}' | '\u{3000}' | '、' | '，' | ',' | '：' | ':'
            ) || is_bullet(sign)
                || is_dash(sign)
        });
        if let Some(behind) = behind_label(rest) {
            rest = behind;
            continue;
        }
        match LEADS.opening(rest) {
            // A lead word that a noun begins with stays: 全年 before 全, 重点人群.
            Some(word)
                if !begins_noun(word, rest)
                    && !begins_place(word, rest)
                    && !is_ratio_to(rest) =>
            {
                rest = &rest[word.len()..];
            }
            _ => return words.len() - rest.len(),
        }
    }
}

/// The words behind a label in brackets: 【目标任务】|农村公路改造工程.
fn behind_label(words: &str) -> Option<&str> {
    /// Characters of such a label at most.
    const LABEL: usize = 12;
    let label = words.strip_prefix('【')?;
    let (end, close) = label.char_indices().take(LABEL).find(|&(_, c)| c == '】')?;
    Some(&label[end + close.len_utf8()..])
}

/// Whether a word of one character only begins the name of a place: 从 of 从江县, 建 of 建湖县.
fn begins_place(word: &str, words: &str) -> bool {
    word.len() == '建'.len_utf8() && region::is_place(words)
}

/// Whether a lead word is only the beginning of another word: 用 of 用户, 全面 of 全面质量.
fn begins_noun(word: &str, rest: &str) -> bool {
    let Some(&(not_before, only_before)) = LEAD_LIMITS.get(word) else {
        return false;
    };
    let next = rest[word.len()..].chars().next();
    next.is_some_and(|c| {
        not_before.contains(c) || !only_before.is_empty() && !only_before.contains(c)
    }) || word == "对" && is_traded_with(&rest[word.len()..])
}

/// Whether words begin with whom is traded with: 对|俄进出口, 对|东盟出口.
fn is_traded_with(words: &str) -> bool {
    /// Bytes of whom.
    const WHOM: usize = 24;
    let near = head(words, WHOM + "进出口".len());
    let trade = mark::TRADE_NOUN.any().find_at(near, 0);
    trade.is_some_and(|trade| {
        trade.start > 0 && !near[..trade.start].contains(['的', '，', ','])
    })
}

/// Characters that a lead word must not stand before, and those it must.
static LEAD_LIMITS: LazyLock<WordMap<(&str, &str)>> = LazyLock::new(|| {
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
    (!noun && !begins_place(verb, words)).then_some(verb)
}

/// Characters that make a noun of the verb before them.
static ACTION_LIMITS: LazyLock<WordMap<&str>> = LazyLock::new(|| {
    rows(include_str!("../../lexicon/action.tsv"))
        .filter(|row| !row.cell(1).is_empty())
        .map(|row| (row.cell(0), row.cell(1)))
        .collect()
});

/// The nouns that end in a tail word.
static TAIL_NOUNS: LazyLock<WordMap<Vec<&str>>> = LazyLock::new(|| {
    rows(include_str!("../../lexicon/indicator_tail.tsv"))
        .map(|row| (row.cell(0), row.list(1).collect()))
        .collect()
});

/// What stands to the right of a number when it is the object: `50个|省级临床医学中心`.
pub(super) fn object(words: &str) -> &str {
    let words = words.trim();
    // 脱贫户|户均增收3200元
    let words = mean_behind(words).map_or(words, |mean| &words[..mean]);
    // 、若干个…: the next object of the list has no number.
    let end = mark::UNCOUNTED.any().find_at(words, 0);
    let words = end.map_or(words, |found| &words[..found.start]);
    let words = words
        .trim_end_matches(['、', '和', '及', '与', '等', '并', '（', '(', '“', '的']);
    // 10条骨干河道|为主要内容的工程, but 10个以茶文化为主题的小镇
    let told = words.contains('为') && !words.starts_with('以');
    let mut means = ["为主", "为重点"].iter().filter(|_| told);
    let end = means.find_map(|means| words.find(means));
    let words = end.map_or(words, |end| &words[..end]);
    let mut quoted = false;
    let end = words.char_indices().find(|&(_, c)| {
        // What closes here was opened before the number: 隐患100%整改”的目标.
        let closes = c == '”' && !quoted;
        quoted = c == '“' || quoted && c != '”';
        closes || matches!(c, '；' | '。' | '　')
    });
    let words = &words[..end.map_or(words.len(), |(at, _)| at)];
    let opens = words.chars().next().is_some_and(|c| {
        matches!(c, '\u{4e00}'..='\u{9fff}' | '“' | '"') || c.is_ascii_alphabetic()
    });
    // 6个和美乡村, 3个为老服务中心
    let joins = mark::OBJECT_JOINT.opening(words).is_some()
        && mark::NO_JOINT.opening(words).is_none();
    if opens && !joins { words } else { "" }
}

/// What a value is of one of, on the average.
pub(super) const MEANS: [&str; 3] = ["人均", "户均", "亩均"];

/// Where a mean begins behind those it is over: 脱贫户|户均增收.
pub(super) fn mean_behind(words: &str) -> Option<usize> {
    let mut places = MEANS.iter().filter_map(|mean| {
        let at = words.find(mean)?;
        let verb = &words[at + mean.len()..];
        let gains = verb.is_empty() || mark::GAIN_VERB.opening(verb).is_some();
        (gains || opening_change(verb).is_some()).then_some(at)
    });
    words.contains('均').then(|| places.next())?
}

/// What a share of things is, as the words behind it say: 61%|为师范类专业毕业; not 5%为上限.
pub(super) fn predicate(words: &str) -> Option<&str> {
    let noun = words.strip_prefix('为')?;
    let noun_of = object(noun);
    let bounds = [
        "上", "下", "限", "主", "重点", "宜", "准", "标准", "基", "目标",
    ];
    let named = noun.starts_with(noun_of) && noun_of.chars().nth(1).is_some();
    (named && !bounds.iter().any(|bound| noun.starts_with(bound)))
        .then(|| &words[..'为'.len_utf8() + noun_of.len()])
}

/// The words without another name of the unit that they go on from: 10条|(段)骨干道路.
pub(super) fn without_alias(words: &str) -> &str {
    let Some(alias) = words.strip_prefix(['(', '（']) else {
        return words;
    };
    match read_unit(alias) {
        Ok((rest, _)) => rest.strip_prefix([')', '）']).unwrap_or(words),
        Err(_) => words,
    }
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

/// 新建农村公路30公里，改造|50公里; 安置房新开工500套，竣工|300套: another verb of the same thing.
pub(super) fn done_again(subject: &str, verb: &str) -> Option<String> {
    let opening = verb_len(subject);
    let closing = ACTIONS.closing(subject).map_or(0, str::len);
    // 完成改造老旧小区12个，计划改造|15个: the same once more.
    if let Some(at) = subject.find(verb)
        && at > 0
        && is_verb(&subject[..at])
        && at + verb.len() < subject.len()
    {
        return Some(subject[at..].to_owned());
    }
    if subject.contains(verb) || opening + closing >= subject.len() {
        return None;
    }
    if closing > 0 {
        return Some(format!("{}{verb}", &subject[..subject.len() - closing]));
    }
    (opening > 0).then(|| format!("{verb}{}", &subject[opening..]))
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

/// Whether the words to the right of a share go on about what was counted before:
/// 14人，43%来自三级医院.
pub(super) fn goes_on(right: &str) -> bool {
    mark::SHARE_VERB.opening(right).is_some()
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

/// Whether words are those of an age: 80—89周岁, 100周岁及以上.
pub(super) fn is_age_group(words: &str) -> bool {
    let words = words.trim_end_matches(['及', '以', '上', '下', '老', '人']);
    words.strip_suffix('岁').is_some_and(|ages| {
        ages.starts_with(|c: char| c.is_ascii_digit())
            && ages
                .chars()
                .all(|c| c.is_ascii_digit() || "周岁—－-～~至".contains(c))
    })
}

/// Whether the words end in what things differ by: 在校生规模, 从业人员, 年出栏.
pub(super) fn is_size_noun(words: &str) -> bool {
    MEASURES.closing(words).is_some()
        || mark::SIZE_NOUN.ending(words).is_some()
        || words.ends_with('率') && words.chars().nth(2).is_some()
}

/// Whether words before a number say that each of a list has it, 均 and not 平均; what grows
/// 年均 by so much does each.
pub(super) fn says_each(words: &str) -> bool {
    words.match_indices(['均', '都']).any(|(at, _)| {
        let mean = ['月', '日', '人', '户', '平'];
        !words[..at].ends_with(mean)
    })
}

/// Whether words behind a list say that what follows is for each thing in it:
/// 正奖和提名奖|各10个, 充电桩、换电站|各达到100座, but 全省|各类.
pub(super) fn counts_each(words: &str) -> bool {
    let behind = words.rsplit_once('各').map(|(_, behind)| behind.trim());
    behind.is_some_and(|verb| {
        verb.is_empty() || opens_with_verb(verb) || lead_len(verb) > 0
    })
}

/// Whether the words only say that all of something is counted: 总数|达到13个.
pub(super) fn is_sum(words: &str) -> bool {
    matches!(words, "总数" | "总量" | "总规模")
}

/// Whether the words name how something moved, or its part, and not of what:
/// 价格上涨2%，涨幅|收窄0.5个百分点.
pub(super) fn is_bare_measure(words: &str) -> bool {
    mark::BARE_MEASURE.contains(words)
}

/// The words without what names how they moved, or their part: 价格|涨幅.
pub(super) fn without_bare_measure(words: &str) -> &str {
    let measure = mark::BARE_MEASURE.ending(words).unwrap_or("");
    &words[..words.len() - measure.len()]
}

/// What a bare measure is of behind another one of the same thing: 绿色蔬菜|播面, |年产量;
/// 牛|存栏, |出栏; `unit` is that of the first: 水稻|20万亩, |总产.
pub(super) fn thing_of_series<'w>(
    subject: &'w str,
    measure: &str,
    unit: &str,
) -> Option<&'w str> {
    /// What is grown on so much land yields.
    const YIELDS: &[&str] = &["产量", "总产", "总产量", "单产", "亩产", "年产量"];
    if !mark::SERIES_MEASURE.contains(measure) {
        return None;
    }
    // 年出栏|生猪
    let opening = mark::SERIES_MEASURE.opening(subject);
    if let Some(thing) = opening.map(|first| &subject[first.len()..])
        && thing.chars().nth(1).is_some()
        && mark::SERIES_MEASURE.ending(thing).is_none()
    {
        return Some(thing);
    }
    let grown = matches!(unit, "亩" | "公顷") && YIELDS.contains(&measure);
    let last = mark::SERIES_MEASURE.ending(subject);
    if grown && last.is_none() && MEASURES.closing(subject).is_none() {
        return Some(&subject[verb_len(subject)..]).filter(|thing| !thing.is_empty());
    }
    let last = last?;
    let thing = &subject[..subject.len() - last.len()];
    // 完成|水稻|播种面积
    let thing = &thing[verb_len(thing)..];
    // 建筑|面积 is of no thing that yields.
    let none = mark::SERIES_MEASURE.value_of(last).unwrap_or("");
    let named = thing.chars().next().is_some()
        && !none
            .split(' ')
            .any(|word| !word.is_empty() && thing.ends_with(word));
    (named && last != measure).then_some(thing)
}

/// The change that a noun behind a share makes it: 实现10%以上|增长.
pub(super) fn moved_by(right: &str) -> Option<Change> {
    let noun = right.trim().trim_start_matches('的');
    match mark::CHANGE_NOUN.value_of(noun)? {
        "increase" => Some(Change::Increase),
        _ => Some(Change::Decrease),
    }
}

/// Whether the words are a dimension, whose name is one character: 宽40米, 150米长.
pub(super) fn is_dimension(words: &str) -> bool {
    mark::DIMENSION.contains(words)
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

pub(in crate::extract) fn opens_with_verb(words: &str) -> bool {
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
    let opens = |class: &mark::Class| {
        class.opening(words).is_some_and(|verb| {
            // 增加值 and 减排量 are measures of their own.
            let measures = class.value_of(verb).unwrap_or("");
            !words[verb.len()..].starts_with(|c| measures.contains(c))
        })
    };
    // 减|环节30%、减|时限60%
    let cuts = || {
        let cut = words.strip_prefix('减');
        cut.is_some_and(|noun| mark::CUT_NOUN.opening(noun).is_some())
    };
    if opens(&mark::MORE_VERB) {
        Some(Change::Increase)
    } else if opens(&mark::FEWER_VERB) || cuts() {
        Some(Change::Decrease)
    } else {
        None
    }
}

/// The change that a verb within a clause says of its object: 工程措施|削减|化学需氧量400万吨.
pub(super) fn decrease_within(words: &str) -> Option<Change> {
    /// Characters of such an object at most.
    const OBJECT: usize = 16;
    let verb = mark::FEWER_VERB.any().places(words).last()?;
    let measures = mark::FEWER_VERB
        .value_of(&words[verb.clone()])
        .unwrap_or("");
    let object = trim_tail(&words[verb.end..]);
    let means = words[..verb.start].ends_with(['于', '为', '未', '不', '的', '后']);
    let plain = object.chars().nth(1).is_some()
        && object.chars().nth(OBJECT).is_none()
        && !object.starts_with(|c| measures.contains(c))
        && !object.contains(['的', '、', '和', '后', '，', ','])
        && !object.ends_with(['力', '务', '目', '程'])
        && ACTIONS.front.find_at(object, 0).is_none();
    (plain && !means).then_some(Change::Decrease)
}

/// Words that harden or soften a target, the strongest claim on it nearest.
pub(super) fn strength(before: &str) -> Option<String> {
    let last = mark::STRENGTH_WORD.any().places(before).last();
    last.map(|place| before[place].to_owned())
}
