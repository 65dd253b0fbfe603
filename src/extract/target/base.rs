//! What a value is counted on: 每千常住人口, 每年, 年均.

use super::wording;
use crate::grammar::department::is_han;
use crate::lexicon::mark;
use crate::model::Baseline;
use crate::pattern::Pattern;
use crate::text::tail;
use std::ops::Range;

/// Over what a number is a mean: 年均|增长5%. A noun such as 年均浓度 keeps the word.
pub(super) fn mean(words: &str) -> Option<&'static str> {
    // Few clauses have any.
    if !words.contains('均') {
        return None;
    }
    mark::MEAN_OVER.words().find(|mean| {
        // 较前三年|平均|值下降20%: the value is compared with that, and is no mean itself.
        let level = |end: usize| {
            let last = &words[end - '均'.len_utf8()..];
            mark::MEAN_LEVEL.opening(last).is_some()
        };
        let end = words.find(mean).map(|at| at + mean.len());
        end.is_some_and(|end| !level(end))
    })
}

/// How often a number counts anew: 每年, 每半年, 每3～5年.
static RHYTHM: Pattern = Pattern::new(
    &["每"],
    "每(?:半|[一二两三四五六七八九十]|[0-9]+(?:[—～~至-][0-9]+)?)?个?\
         (?:学年|学期|季度|[年月旬周日天])",
);

pub(super) fn rhythm(words: &str) -> Option<Range<usize>> {
    let at = words.find('每')?;
    let found = RHYTHM.find(&words[at..])?;
    Some(at + found.start()..at + found.end())
}

/// A base straight before its number: 为每人每月|1309元.
static CLOSING_PER: Pattern = Pattern::new(
    &["每", "人均"],
    concat!(
        "(?:[年月]人均|(?:每[十百千万]*(?:人次|人|户|名|年|月|旬|日|天|周|季度|学年|学期|亩|公顷|平方米|平方公里|公里|立方米|吨|",
        "家|所|村|班|生|张?床位?|张|车|辆|件|单|次|台|间|座|群|箱|株|头|只|例|千瓦时|公斤|斤|个))+)$",
    ),
);

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

/// Bytes of the base that words begin with: `每千常住人口|床位数`, `每个村|配备`.
///
/// ```ebnf
/// base = "每" , [ digits , { numeral } , [ "—" , digits ] ] , { numeral } , [ unit ] , noun
///      | "每" , ( unit | numeral , { numeral } , unit | digits , "—" , digits , unit ) ,
///        words up to a verb or the end ;
/// ```
fn base_end(words: &str) -> Option<usize> {
    base_of_noun(words).or_else(|| base_up_to_verb(words))
}

fn base_of_noun(words: &str) -> Option<usize> {
    const UNITS: &str = "名个户辆张平亩吨家所座件公立";
    let digits = |words: &'_ str| words.len() - without_digits(words).len();
    let mut rest = words.strip_prefix('每')?;
    if digits(rest) > 0 {
        rest = without_range(rest).unwrap_or_else(|| without_digits(rest));
    }
    let rest = rest.trim_start_matches(|c| "十百千万亿".contains(c));
    let behind_noun = |rest: &str| {
        let nouns = mark::BASE_NOUN
            .words()
            .filter(|noun| rest.starts_with(noun));
        let longest = nouns.map(str::len).max()?;
        Some(words.len() - rest.len() + longest)
    };
    let counted = rest.strip_prefix(|c| UNITS.contains(c));
    counted.and_then(behind_noun).or_else(|| behind_noun(rest))
}

/// The words behind a range: 3至10|万居民, 5万～10|万人口.
fn without_range(words: &str) -> Option<&str> {
    let low = without_digits(words);
    let low_end = low.trim_start_matches(['千', '万']);
    let high = low_end.strip_prefix(['—', '～', '~', '-', '－', '至'])?;
    let rest = without_digits(high);
    (low.len() < words.len() && rest.len() < high.len()).then_some(rest)
}

fn without_digits(words: &str) -> &str {
    words.trim_start_matches(|c: char| c.is_ascii_digit())
}

fn base_up_to_verb(words: &str) -> Option<usize> {
    const UNITS: &str =
        "个家所名位座处村镇县户支街条项辆台件单群箱株头只例年季月周日市区乡学医班院校人";
    let rest = words.strip_prefix('每')?;
    // 每2至3个行政村|设置
    let rest = without_range(rest).unwrap_or(rest);
    let behind = rest.trim_start_matches(['十', '百', '千', '万']);
    let rest = if behind.len() < rest.len() {
        behind.strip_prefix(['名', '个', '人', '户'])?
    } else {
        rest.strip_prefix(|c| UNITS.contains(c))?
    };
    let verb = mark::BASE_VERB.any().places(rest).next();
    let verb = verb.map(|verb| verb.start);
    let unit = &words[..words.len() - rest.len()];
    let verb = verb
        .or_else(|| other_verb(rest, unit))
        .or_else(|| measure_behind(rest))
        .or_else(|| number_of(rest, unit));
    let base = &rest[..verb.unwrap_or(rest.len())];
    (!base.contains('\n')).then_some(words.len() - rest.len() + base.len())
}

/// Bytes of the holder that a base begins with, where what is counted of it follows: 每所学校|专任教师.
/// 每个社区卫生服务中心 is a holder itself.
pub(super) fn holder_len(base: &str) -> Option<usize> {
    let ends = mark::HOLDER_END.any();
    let last = ends.places(base).last()?;
    let end = last.end;
    let counted = base.get(end..)?;
    // 每个村级组织, 每个社区干部
    let whole =
        !counted.starts_with(['级', '委', '组', '干', '长', '（', '(', '、', '和']);
    (whole && counted.chars().nth(1).is_some()).then_some(end)
}

/// Characters of the noun of a base at the least: none behind what is one itself, 每村.
fn shortest_noun(unit: &str) -> usize {
    const SHORTEST: usize = 2;
    let whole = unit.ends_with(|c| "村镇县街市区乡院校班".contains(c));
    if whole { 0 } else { SHORTEST }
}

/// Where a number of somebody begins behind the noun of a base: 每班|学生人数,
/// 每名护士|照护人数, 每个镇|人口.
fn number_of(behind_unit: &str, unit: &str) -> Option<usize> {
    /// Characters of the word that says of whom.
    const WHOM: usize = 2;
    if let Some(holder) = behind_unit.strip_suffix("人口") {
        return Some(holder.len()).filter(|&len| len > 0);
    }
    let before = behind_unit.strip_suffix("人数")?;
    let noun = before.chars().count().checked_sub(WHOM);
    let noun = noun.filter(|&noun| noun >= shortest_noun(unit));
    let at = noun.and_then(|noun| before.char_indices().nth(noun));
    Some(at.map_or(before.len(), |(at, _)| at))
}

/// Where a verb opens behind the noun of a base: 每个乡镇|报送信息, 每村|报送信息.
fn other_verb(behind_unit: &str, unit: &str) -> Option<usize> {
    /// Characters of such a noun at the most.
    const NOUN: usize = 10;
    let least = shortest_noun(unit);
    let mut places = behind_unit.char_indices().skip(least).take(NOUN);
    let verb = places.find(|&(at, _)| wording::opens_with_verb(&behind_unit[at..]));
    // 每名幼儿|将获得
    verb.map(|(at, _)| behind_unit[..at].trim_end_matches(MODALS).len())
}

/// Where a measure begins behind the holder of a base: 每个村|集体经济年收入.
fn measure_behind(behind_unit: &str) -> Option<usize> {
    wording::MEASURES.closing(behind_unit)?;
    let holder = mark::BASE_HOLDER.opening(behind_unit)?;
    let measure = &behind_unit[holder.len()..];
    // 每个村|级组织收入 is of no village, 每个乡镇|收入 of one.
    let whole = !measure.starts_with(['级', '庄', '委', '组', '干', '民']);
    (whole && measure.chars().nth(1).is_some()).then_some(holder.len())
}

/// Words between a base and its verb.
const MODALS: &[char] = &['至', '均', '都', '要', '应', '须', '可', '能', '将'];

/// A base straight before the verb of what is granted on it: 邮件快件|每件|补贴.
static GRANTED_PER: Pattern = Pattern::new(
    &[
        "补贴", "补助", "奖励", "奖补", "资助", "配套", "缴纳", "缴费", "发放",
    ],
    "((?:每[^每，。、]{1,4}?)+)(?:给予|一次性|最高|最多|再|可|均)*(?:补贴|补助|奖励|奖补|资助|配套|缴纳|缴费|发放)\
     (?:[^，。、0-9每]{0,6}(?:补贴|补助|津贴|慰问金|补助金|奖金|生活费|医保费|保费))?$",
);

/// Bytes that hold such a base and the verb behind it.
const GRANTED_WINDOW: usize = 60;

pub(super) fn granted_per(words: &str) -> Option<&str> {
    let words = tail(words, GRANTED_WINDOW);
    let from = words.find('每')?;
    let found = GRANTED_PER.captures(&words[from..])?;
    Some(found.get(1)?.as_str())
}

/// The base of a value that a change starts from: 由|每人每月|500元提高到530元.
pub(super) fn base_of_start(baseline: &Baseline) -> Option<&str> {
    baseline.value?;
    let from = baseline.text.find('每')?;
    let words = &baseline.text[from..];
    let found = STARTING_PER.find(words)?;
    Some(&words[..found.end()])
}

static STARTING_PER: Pattern =
    Pattern::new(&["每"], "^(?:每[人户名亩月年天日学期吨个]+)+");

/// Characters before 每 at most: 全市每个镇, 力争每个家庭.
const BEFORE_PER: usize = 4;

/// Whether words open with a base that is done: 每|培训1名学员, 每|成功|申报一个项目.
pub(super) fn is_done_each(words: &str) -> bool {
    words.strip_prefix('每').is_some_and(|done| {
        let adverb = mark::EACH_ADVERB.opening(done).map_or(0, str::len);
        wording::opens_with_verb(done) || wording::opens_with_verb(&done[adverb..])
    })
}

/// Bytes of a base that is done: 每培训1名学员|补贴.
fn done_for(words: &str) -> Option<usize> {
    let done = words.strip_prefix('每')?;
    if !is_done_each(words) || !done.contains(['1', '一']) {
        return None;
    }
    let granted = mark::GRANT_VERB.words().chain(mark::AID_NOUN.words());
    granted.filter_map(|verb| words.find(verb)).min()
}

/// Whether words name who gives something or gets it: 省级财政, 一类区, but neither 给予 nor 标准为.
pub(super) fn names_party(words: &str) -> bool {
    /// Characters of such a name.
    const NAME: std::ops::RangeInclusive<usize> = 2..=8;
    NAME.contains(&words.chars().count())
        && words.chars().all(is_han)
        && !words.starts_with(NO_PARTY)
        && !words.contains('每')
        && !words.ends_with(['为', '按', '照', '予', '给', '的', '性', '是', '可', '再'])
        && !wording::opens_with_verb(words)
}

/// Whether words name what is done with something and nothing else: 新建床位, 引进博士.
fn names_work(words: &str) -> bool {
    /// Characters of such a name at most.
    const NAME: usize = 12;
    let verb = wording::verb_len(words);
    let thing = &words[verb..];
    verb > 0
        && thing.chars().nth(1).is_some()
        && words.chars().nth(NAME).is_none()
        && words.chars().all(is_han)
        && mark::AID_NOUN.ending(thing).is_none()
        && mark::GRANT_VERB.opening(words).is_none()
        && !words.ends_with(['为', '按', '照', '予', '给', '的', '是', '可', '再'])
}

/// What opens words that tell how something is given, or to whom: 按照, 对.
const NO_PARTY: &[char] = &[
    '对', '给', '按', '为', '将', '由', '再', '可', '且', '并', '其', '另', '最', '已',
    '共', '在',
];

/// Whether words open with a base and go on with what is done on it: 每村|建设文化广场.
fn is_base_of_work(words: &str) -> bool {
    base_end(words).is_some_and(|end| {
        let rest = words[end..].trim_start_matches(MODALS);
        let rest = rest.strip_prefix("少").unwrap_or(rest);
        wording::opens_with_verb(rest)
    })
}

/// Splits the base off the words: the base, and what is left of the words.
pub(in crate::extract) fn per(whole: &str) -> (Option<String>, &str) {
    let Some(at) = whole.find('每') else {
        return (None, whole);
    };
    let far = whole[..at].chars().count() > BEFORE_PER;
    // 全市所有行政村|每村|建设文化广场: the verb behind it says that it is a base.
    if far && !is_base_of_work(&whole[at..]) {
        return (None, whole);
    }
    // 市级河长|每季度|巡河: who does it so often is no place that all of it is of.
    let (before, words) = whole.split_at(at);
    let subject = wording::without_place(before);
    let alone = rhythm(words).is_some_and(|rhythm| {
        rhythm.start == 0 && !words[rhythm.end..].starts_with('每')
    });
    if alone && !subject.is_empty() && !subject.starts_with(['项', '款']) {
        return (None, whole);
    }
    // 省级财政|每亩|补助, 一类区|每人每月|补助: who gives it or gets it tells the one from the other,
    // as does for what it is given: 新建床位|每张|补贴.
    if (names_party(subject) || names_work(subject))
        && granted_per(words).is_some_and(|base| words.starts_with(base))
    {
        return (None, whole);
    }
    if let Some(done) = done_for(words) {
        // 每带动1人|再|补贴2000元
        let base = words[..done].trim_end_matches(['再', '另', '可', '均']);
        return (Some(base.to_owned()), &words[done..]);
    }
    let Some(base) = base_end(words) else {
        return (None, words);
    };
    // 每人每月增加200元, 每年每个网点补贴2000元: both make the base.
    let rest = &words[base..];
    let again = rhythm(rest).filter(|again| again.start == 0);
    let again = again.map(|again| again.end).or_else(|| base_end(rest));
    let end = base + again.unwrap_or(0);
    let rest = &words[end..];
    // 每万名就业人员|中|研发人员
    let rest = match rest.strip_prefix('中') {
        Some(within) if words[..end].ends_with(['员', '口']) => within,
        _ => rest,
    };
    let rest = rest.strip_prefix("分别").unwrap_or(rest);
    let rest = rest.trim_start_matches(MODALS);
    let bounds = ["少", "最高", "最多"];
    let bound = bounds.iter().find_map(|bound| rest.strip_prefix(bound));
    (Some(words[..end].to_owned()), bound.unwrap_or(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bases_end_where_what_is_counted_begins() {
        for (words, expected) in [
            ("每千常住人口床位数", "每千常住人口"),
            ("每10—20万人拥有量", "每10—20万人"),
            ("每个老年人补贴", "每个老年人"),
            ("每平方公里产值", "每平方公里"),
            ("每户", "每户"),
            ("每户籍人口", "每户籍人口"),
            ("每个村配备医生", "每个村"),
            ("每个乡镇报送信息", "每个乡镇"),
            ("每村报送信息", "每村"),
            ("每名幼儿将获得编号", "每名幼儿"),
            ("每个社区卫生服务中心", "每个社区卫生服务中心"),
            ("每班学生人数", "每班"),
            ("每名护士照护人数", "每名护士"),
            ("每个乡镇人数", "每个乡镇"),
            ("每千名学员至少", "每千名学员"),
            ("每个家庭", "每个家庭"),
            ("每台机器\n补贴", ""),
            ("每千台设备", ""),
            ("每1-亩", ""),
            ("全市每个村", ""),
        ] {
            let end = base_end(words).unwrap_or(0);
            assert_eq!(&words[..end], expected, "{words}");
        }
    }
}
