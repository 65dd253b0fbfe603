//! Indicators that share their words: 花生种植、收获机械化率.

use super::{bound, clause, wording};
use crate::grammar::region::{is_division, leading_place};
use crate::lexicon::mark;
use crate::pattern::Pattern;
use crate::text::head;

/// Characters of a name at most that stands between 分别达到 and its value.
const SPREAD_NAME: usize = 8;

/// What the values of a list are of, and the name that the first of them belongs to:
/// 优良天数|分别达到|甲县, 污水处理率|达到|城镇, 生活标准|不低于|城镇.
pub(super) fn spread(words: &str, share: bool) -> Option<(&str, &str)> {
    const SPREADS: &str = "分别";
    let Some(at) = words.find(SPREADS) else {
        return spread_over_holders(words).or_else(|| spread_behind_bound(words, share));
    };
    let behind = &words[at + SPREADS.len()..];
    let name = ["达到", "达", "为", "是"]
        .iter()
        .find_map(|verb| behind.strip_prefix(verb))?;
    let subject = wording::trim_tail(&words[..at]);
    let short = name.chars().nth(SPREAD_NAME).is_none();
    let named = short && name.chars().nth(1).is_some() && !subject.is_empty();
    (named && !wording::opens_with_verb(name)).then_some((subject, name))
}

/// The same without 分别, where a measure stands before what it holds for.
fn spread_over_holders(words: &str) -> Option<(&str, &str)> {
    // Nearly no words name a measure before they end.
    if !words.contains(['率', '达', '准']) {
        return None;
    }
    let holder = mark::HOLDER_NOUN.ending(words)?;
    // 起付标准为|乡镇卫生院|100元
    let stated = words
        .rsplit_once('为')
        .filter(|(norm, _)| norm.ends_with("标准"));
    if let Some((norm, holder)) = stated {
        let short = holder.chars().nth(SPREAD_NAME).is_none();
        return short.then_some((norm, holder));
    }
    let before = &words[..words.len() - holder.len()];
    let reached = ["达到", "达"]
        .iter()
        .find_map(|verb| before.strip_suffix(verb));
    let subject = reached.unwrap_or(before);
    let measured = subject.ends_with('率')
        || reached.is_some() && wording::MEASURES.closing(subject).is_some();
    measured.then_some((subject, holder))
}

/// The same where a bound stands before the first of several cases.
fn spread_behind_bound(words: &str, share: bool) -> Option<(&str, &str)> {
    let (at, _, case) = bound::bound_of_case(words, share)?;
    let subject = wording::trim_tail(&words[..at]);
    (!subject.is_empty()).then_some((subject, case))
}

/// Whether words hold one for two things: 城乡.
pub(super) fn is_joint(words: &str) -> bool {
    mark::JOINT_WORD.is_in(words)
}

/// Whether words list as many things as there are values: 工业投资和技改投资|增长12%、15%; what
/// is done to one thing in two ways has no value for each: 新建和改造道路.
pub(super) fn names_as_many(words: &str, count: usize) -> bool {
    let items = split(words);
    items.len() == count
        && items.iter().all(|item| {
            !item.is_empty()
                && !wording::is_verb(item)
                && !item.contains(|c: char| c.is_ascii_digit() || "，,（(“".contains(c))
        })
}

/// The kinds that a case names as many as there are values: 当年评为|省级、市级示范社|的.
pub(super) fn kinds(case: &str, count: usize) -> Vec<String> {
    /// Characters of a kind that has no word of its own for what it is: 国家级.
    const GRADE: usize = 3;
    let case = case.rsplit(['，', ',', '；', '：']).next().unwrap_or(case);
    let case = case.trim_end_matches(['的', ' ']);
    // 获得…称号|的企业
    let last = clause::signs(case, SIGNS).last().unwrap_or(0);
    let case = match case[last..].find('的') {
        Some(whose) => &case[..last + whose],
        None => case,
    };
    let case = mark::KIND_TAIL
        .ending(case)
        .map_or(case, |tail| &case[..case.len() - tail.len()]);
    let marks = clause::signs(case, SIGNS).count();
    if marks + 1 != count {
        return Vec::new();
    }
    let first = clause::signs(case, SIGNS).next().unwrap_or(0);
    let opened = mark::KIND_VERB.any().places(&case[..first]).last();
    let case = &case[opened.map_or(0, |verb| verb.end)..];
    let case = case.trim_start_matches(['的', '为', '了']);
    let case = &case[wording::lead_len(case)..];
    let items: Vec<&str> = split(case);
    let short = |item: &&&str| item.chars().nth(GRADE).is_none();
    let graded = items.iter().any(|item| short(&item));
    // 按国际、国家分级 names no kinds.
    let is_grade =
        |item: &&str| item.ends_with(|c| "级类档星等奖一二三四五特".contains(c));
    let named = items.iter().filter(short).all(is_grade);
    if items.len() != count || !named {
        Vec::new()
    } else if graded {
        distribute(case, count)
    } else {
        items.into_iter().map(str::to_owned).collect()
    }
}

/// The items of a list.
fn split(words: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let mut from = 0;
    for sign in clause::signs(words, SIGNS) {
        items.push(&words[from..sign]);
        from = sign + words[sign..].chars().next().map_or(0, char::len_utf8);
    }
    items.push(&words[from..]);
    items
}

/// What joins the items of a list.
const SIGNS: &[char] = &['、', '和', '与', '及'];

/// Whether words name whom or what a measure holds for, and no measure: 其他县城, 洛阳市.
pub(super) fn names_holder(words: &str) -> bool {
    // 返还比例中小微企业: the measure stands before whom it holds for.
    mark::HOLDER_NOUN.ending(words).is_some() && !words.contains("比例")
        || words.split(SIGNS).all(is_division)
}

/// What is measured, without what it holds for: 城区|污水处理率; none where the words name no
/// measure.
pub(super) fn measure_of(indicator: &str) -> Option<&str> {
    /// Bytes of what a measure holds for at most.
    const HOLDER: usize = 36;
    let measures = |words: &str| {
        wording::MEASURES.closing(words).is_some()
            || words.ends_with('率') && words.chars().nth(2).is_some()
    };
    let mut behind = 0;
    while let Some(place) = leading_place(&indicator[behind..]) {
        behind += place;
        behind = indicator.len() - indicator[behind..].trim_start_matches(SIGNS).len();
    }
    let holder = mark::HOLDER_NOUN.any().find_at(head(indicator, HOLDER), 0);
    let holder = holder.map(|holder| holder.end);
    let measure = &indicator[holder.filter(|_| behind == 0).unwrap_or(behind)..];
    measures(measure).then_some(measure)
}

/// What stands behind one of a kind in `last`, where `other` names another of it:
/// 市级河长|巡河, 县级河长.
pub(super) fn behind_kin<'l>(last: &'l str, other: &str) -> Option<&'l str> {
    /// Characters of the word for the kind, and of what stands behind it, at the least.
    const KIND: usize = 2;
    let (at, _) = other
        .char_indices()
        .nth_back(KIND - 1)
        .filter(|&(at, _)| at > 0)?;
    let kind = &other[at..];
    let at = last.find(kind).filter(|&at| at > 0)?;
    let behind = &last[at + kind.len()..];
    // 保证金|按合同价预留: by what it is reckoned, and not what of it is measured.
    let goes_on = behind.starts_with(['按', '以', '占', '从', '由', '为']);
    (!goes_on && behind.chars().nth(KIND - 1).is_some()).then_some(behind)
}

/// What was counted last, with another grade: 新增|省级以上|创新平台 as 新增国家级创新平台.
pub(super) fn of_grade(last: &str, grade: &str) -> Option<String> {
    if !is_grade(grade) {
        return None;
    }
    let graded = last
        .char_indices()
        .find_map(|(at, _)| Some((at, at + grade_len(&last[at..])?)));
    let (before, thing) = match graded {
        Some((start, end)) => (&last[..start], &last[end..]),
        None => {
            // 全市|共有|非遗项目
            let thing = wording::without_place(last);
            let thing = thing.strip_prefix("共有").unwrap_or(thing);
            ("", &thing[wording::verb_len(thing)..])
        }
    };
    thing
        .chars()
        .nth(1)
        .map(|_| format!("{before}{grade}{thing}"))
}

/// How large those are that are meant, and nothing else: 亿元以上, 产值超10亿元.
static SIZE: Pattern = Pattern::new(
    &["以上", "以下", "超", "过"],
    "^(?:总?投资额?|产值|营收|年?销售额?|收入|面积|规模)?(?:(?:超过?|过)[0-9.]*[十百千万亿]*(?:元|美元|亩|平方米|公顷|吨|千瓦)|[0-9.]*[十百千万亿]*(?:元|美元|亩|平方米|公顷|吨|千瓦)及?(?:以上|以下))$",
);

pub(super) fn is_size(words: &str) -> bool {
    SIZE.is_match(words)
}

/// What is counted, without the size that says which ones are meant: 引进5000万元以上|项目.
pub(super) fn without_size(indicator: &str) -> &str {
    let size = ["以上的", "以下的", "以上", "以下", "元的"]
        .iter()
        .filter_map(|bound| {
            let at = indicator.rfind(bound)? + bound.len();
            (at < indicator.len()).then_some(at)
        });
    &indicator[size.max().unwrap_or(0)..]
}

/// Whether words are a grade and nothing else.
pub(super) fn is_grade(words: &str) -> bool {
    grade_len(words) == Some(words.len())
}

/// Bytes of the grade that words begin with: 国家级, 省级以上, 5A级.
pub(super) fn grade_len(words: &str) -> Option<usize> {
    let grade = mark::GRADE.opening(words)?;
    let above = ["及以上", "以上"];
    let above = above
        .iter()
        .find(|above| words[grade.len()..].starts_with(**above));
    Some(grade.len() + above.map_or(0, |above| above.len()))
}

/// Items of a list at most that each have one value: 粮食、肉蛋奶、蔬菜产量均….
const EACH: usize = 4;

/// The items of a list that 均 gives the same value, one name each; none when it is no
/// list.
pub(super) fn each(indicator: &str) -> Vec<String> {
    let marks = marks(indicator).len();
    // 猪、牛、羊肉合格率: one character names no measure, so the list is within one.
    let within = indicator.split(['、', '和', '与']).any(|item| {
        // Nor does one that counts: 投资增长、4个指标均达10%.
        item.chars().nth(1).is_none() || item.contains(|c: char| c.is_ascii_digit())
    });
    let listed = indicator.contains(['的', '“', '(', '（']);
    if marks == 0 || marks >= EACH || within || listed {
        return Vec::new();
    }
    distribute(indicator, marks + 1)
}

/// The things that so many each are to be done of, with the verb of the first, 评选|正奖和提名奖|各10个;
/// none when it is no list.
pub(super) fn each_thing(indicator: &str) -> Vec<String> {
    let whole = each(indicator);
    let places: Vec<usize> = clause::signs(indicator, SIGNS).collect();
    if whole.is_empty() {
        return whole;
    }
    let mut items = Vec::new();
    let mut from = 0;
    for place in places.into_iter().chain([indicator.len()]) {
        items.push(indicator[from..place].trim_start_matches(SIGNS));
        from = place;
    }
    let chars: Vec<Vec<char>> = items.iter().map(|item| item.chars().collect()).collect();
    let shared = share_after_same_word(&chars)
        .or_else(|| share_grades(&chars))
        .or_else(|| share_behind_numerals(&chars));
    if let Some(names) = shared {
        return names;
    }
    let first = items[0];
    let verb = wording::verb_len(first);
    let own = first[verb..].chars().count();
    // 举办|省、市技能大赛: what all of them are stands behind the last.
    if own < WORD {
        return Vec::new();
    }
    let last = chars.len() - 1;
    let length = |end: char| {
        let at = chars[last].iter().position(|&c| c == end)? + 1;
        (at >= WORD && at + WORD <= chars[last].len()).then_some(at)
    };
    // 组织|春季、秋季|植树活动
    let tail = if own == WORD {
        first.chars().last().and_then(length)
    } else {
        None
    };
    let tail = tail.map_or(&[][..], |at| &chars[last][at..]);
    // 建设|城市、县城|污水处理厂: so may that be of words that end otherwise.
    if own == WORD && tail.is_empty() && chars[last].len() > 3 * WORD {
        return Vec::new();
    }
    // 省长质量奖|正奖、提名奖
    let again = first.char_indices().next_back().and_then(|(at, end)| {
        let named = first[..at].rfind(end)? + end.len_utf8();
        let rest = &first[named..];
        let ends = items[1..].iter().all(|item| item.ends_with(end));
        (named > verb && ends && rest.chars().count() == WORD).then_some(named)
    });
    let head = &first[..again.unwrap_or(verb)];
    let names = items.iter().enumerate().map(|(at, item)| {
        let head = if at == 0 || item.starts_with(head) {
            ""
        } else {
            head
        };
        let tail = if at == last { &[] } else { tail };
        head.chars()
            .chain(item.chars())
            .chain(tail.iter().copied())
            .collect()
    });
    names.collect()
}

/// The same of shares without 均 before the number: 入学率和巩固率|达100%,
/// 床位数、门诊量|均达到全市总量|的15%; `moved` says whether it is by so much that they grew.
pub(super) fn each_share(indicator: &str, moved: bool) -> Vec<String> {
    let is_rate = |item: &str| item.ends_with('率') && item.chars().nth(2).is_some();
    if indicator.split(SIGNS).nth(1).is_some() && indicator.split(SIGNS).all(is_rate) {
        return each(indicator);
    }
    // 消费品零售总额、固定资产投资|增长4%, but 货物出口额和服务出口额占比|达到40%
    let is_measure = |item: &str| {
        item.chars().nth(SHORT - 1).is_some()
            && wording::MEASURES.closing(item).is_some()
            && !item.ends_with(['比', '重', '例'])
    };
    if moved
        && indicator.split(SIGNS).nth(1).is_some()
        && indicator.split(SIGNS).all(is_measure)
    {
        return each(indicator);
    }
    let Some(at) = indicator.find('均') else {
        return Vec::new();
    };
    let reached = &indicator[at + '均'.len_utf8()..];
    let reaches = ["达", "占", "为"]
        .iter()
        .any(|verb| reached.starts_with(verb));
    if reaches && wording::says_each(&indicator[..at + '均'.len_utf8()]) {
        each(&indicator[..at])
    } else {
        Vec::new()
    }
}

/// Characters that end what the items of a list share: `…在新建公园的应用比例`.
const SHARED_TAIL: &[char] = &['在', '的', '占'];

/// Gives each value of a 分别 its own indicator: `花生种植、收获机械化率` gives
/// `花生种植机械化率` and `花生收获机械化率`.
pub(super) fn distribute(indicator: &str, count: usize) -> Vec<String> {
    let chars: Vec<char> = indicator.chars().collect();
    let marks = marks(indicator);
    let joint = parts_of_joint(indicator).filter(|parts| parts.len() == count);
    if let Some(parts) = joint
        && marks.is_empty()
    {
        return parts;
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
    // 教育、科技、社会保障和就业支出 of three values: 和 stands within the last name.
    let pauses: Vec<usize> = marks
        .iter()
        .copied()
        .filter(|&at| chars[at] == '、')
        .collect();
    let cuts = if pauses.len() + 1 == count {
        &pauses[..]
    } else {
        &marks[marks.len() + 1 - count..]
    };
    let mut items = Vec::with_capacity(count);
    let mut start = 0;
    for &cut in cuts {
        items.push(chars[start..cut].to_vec());
        start = cut + 1;
    }
    items.push(chars[start..].to_vec());
    share(&items)
}

/// The signs of a list in words, counted in characters.
fn marks(words: &str) -> Vec<usize> {
    let places = clause::signs(words, SIGNS);
    let (mut from, mut count) = (0, 0);
    let at = |place| {
        count += words[from..place].chars().count();
        from = place;
        count
    };
    places.map(at).collect()
}

/// 战略性新兴产业、高新技术产业增加值: all items end in the same word, what follows it in
/// the last is shared.
fn share_after_same_word(items: &[Vec<char>]) -> Option<Vec<String>> {
    let (last, others) = items.split_last()?;
    let first = others.first()?;
    let word = first.get(first.len().checked_sub(2)?..)?;
    let at = last.windows(2).rposition(|pair| pair == word)?;
    let tail = last
        .get(at + 2..)
        .filter(|tail| !tail.is_empty() && at > 0)?;
    if !others.iter().all(|item| item.ends_with(word)) {
        return None;
    }
    let name = |item: &Vec<char>| item.iter().chain(tail).collect();
    let last = last.iter().collect();
    Some(others.iter().map(name).chain([last]).collect())
}

/// 新认定的|国家级、省级|示范社: grades share what stands before the first and behind the last.
fn share_grades(items: &[Vec<char>]) -> Option<Vec<String>> {
    const GRADES: &[&str] = &["国家级", "自治区级", "地市级"];
    let (first, others) = items.split_first()?;
    let (last, middle) = others.split_last()?;
    let is_grade = |item: &[char]| item.last() == Some(&'级') && item.len() <= 4;
    let own = last.iter().position(|&c| c == '级')? + 1;
    if first.last() != Some(&'级')
        || own == last.len()
        || !is_grade(&last[..own])
        || !middle.iter().all(|item| is_grade(item))
    {
        return None;
    }
    let opening: String = first.iter().collect();
    let grade = GRADES.iter().find(|grade| opening.ends_with(**grade));
    // 省级, 县级
    let grade = grade.map_or(WORD, |grade| grade.chars().count());
    let head = first.get(..first.len() - grade)?;
    let names = items.iter().enumerate().map(|(at, item)| {
        let head = if at == 0 { &[] } else { head };
        let tail = if at == others.len() {
            &[]
        } else {
            &last[own..]
        };
        head.iter().chain(item).chain(tail).collect()
    });
    Some(names.collect())
}

/// 0-17岁、18-34岁、60岁及以上|户籍人口: ages share what stands behind the last of them.
fn share_behind_ages(items: &[Vec<char>]) -> Option<Vec<String>> {
    let (last, others) = items.split_last()?;
    let is_bound = |c: char| "岁及以上下周".contains(c);
    let opens = |item: &[char]| item.first().is_some_and(char::is_ascii_digit);
    let aged =
        |item: &Vec<char>| opens(item) && item.last().is_some_and(|&c| is_bound(c));
    let age = last.iter().position(|&c| c == '岁')?;
    let own = last[age..].iter().take_while(|&&c| is_bound(c)).count() + age;
    let tail = last.get(own..).filter(|tail| !tail.is_empty())?;
    if others.is_empty() || !opens(last) || !others.iter().all(aged) {
        return None;
    }
    let name = |item: &[char]| item.iter().chain(tail).collect();
    let others = others.iter().map(Vec::as_slice);
    Some(others.chain([&last[..own]]).map(name).collect())
}

/// 一、二、三|等奖, 第一、二、三|产业: numerals share what stands on both sides of them.
fn share_behind_numerals(items: &[Vec<char>]) -> Option<Vec<String>> {
    let (first, others) = items.split_first()?;
    let (last, middle) = others.split_last()?;
    let is_numeral = |c: &char| "特一二三四五".contains(*c);
    let (numeral, head) = first.split_last()?;
    let tail = last.get(1..).filter(|tail| !tail.is_empty())?;
    let lone = |item: &Vec<char>| matches!(item.as_slice(), [c] if is_numeral(c));
    if !is_numeral(numeral) || !is_numeral(&last[0]) || !middle.iter().all(lone) {
        return None;
    }
    let numerals = [*numeral]
        .into_iter()
        .chain(middle.iter().map(|item| item[0]));
    let name = |numeral: char| {
        let whole = head.iter().chain(std::iter::once(&numeral)).chain(tail);
        whole.collect::<String>()
    };
    Some(numerals.chain([last[0]]).map(name).collect())
}

/// 轻、重|工业占比, 猪、牛、羊|肉产量: what one character names goes on behind the last of them.
fn share_behind_characters(items: &[Vec<char>]) -> Option<Vec<String>> {
    let (last, others) = items.split_last()?;
    let lone = |item: &Vec<char>| matches!(item.as_slice(), [c] if c.is_alphabetic());
    let tail = last.get(1..).filter(|tail| tail.len() >= WORD)?;
    if others.is_empty() || !others.iter().all(lone) {
        return None;
    }
    let name = |item: &Vec<char>| item.iter().take(1).chain(tail).collect();
    Some(items.iter().map(name).collect())
}

fn share(items: &[Vec<char>]) -> Vec<String> {
    let shared = share_after_same_word(items)
        .or_else(|| share_grades(items))
        .or_else(|| share_behind_characters(items));
    if let Some(names) = shared {
        return names;
    }
    let (Some(first), Some(last)) = (items.first(), items.last()) else {
        return Vec::new();
    };
    // 省外游客、入境过夜游客: things with a name of their own, and no measure to share.
    let thing = |item: &Vec<char>| item.len() >= THING && !names_measure(item);
    if items.len() == 2 && items.iter().all(thing) {
        return items.iter().map(|item| item.iter().collect()).collect();
    }
    // 氨氮 and 二氧化硫 of different length tell nothing of where the shared words end.
    let middle = &items[1..items.len() - 1];
    let uneven = middle.windows(2).any(|pair| pair[0].len() != pair[1].len());
    if let Some(names) = share_behind_ages(items).or_else(|| share_behind_numerals(items))
    {
        return names;
    }
    // 京津冀、长三角、珠三角等区域|浓度: what they are comes behind 等.
    let etc = last.iter().position(|&c| c == '等').filter(|&at| at > 1);
    if let Some(etc) = etc.filter(|_| !names_measure(first)) {
        let (own, tail) = (&last[..etc], &last[etc + 1..]);
        let others = items[..items.len() - 1].iter().map(Vec::as_slice);
        let name = |item: &[char]| item.iter().chain(tail).collect();
        return others.chain([own]).map(name).collect();
    }
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
    let whole = names_measure(first);
    // A list that opens with what is measured is one of several measures.
    // So is one with a measure in the middle.
    let several = whole || middle.iter().any(|item| ends_in_measure(item));
    let tail = if several && items.len() > 2 {
        Vec::new()
    } else {
        tail
    };
    // 解决率、满意率 share what they are of; 婴儿死亡率、儿童死亡率 are each whole.
    // So are 生产总值、利润总额 of one length.
    let even = first.len() == last.len() && names_measure(last);
    let own_measure = |item: &Vec<char>| item.len() > SHORT && names_measure(item);
    let even = even || middle.iter().any(own_measure);
    let parallel = whole && (last.len() > SHORT || even || same_end(first, last));
    let parts = !uneven && !parallel && !is_substance(first);
    // 旅游接待人数、旅游收入, 城镇职工、城镇居民和农村|参保率: what is said again is not shared.
    let opening = head_of(first, WORD);
    let again = items[1..].iter().any(|item| item.starts_with(opening));
    // “一带一路”沿线国家和欧盟|出口: what stands in quotation marks is of the first alone.
    let quoted = first.contains(&'“');
    let head: Vec<char> = if first.len() >= own + 2 && parts && !again && !quoted {
        shared_head(first, own).to_vec()
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
                // 商品房|销售面积、|销售额
                let again = (WORD..item.len().min(head.len() + 1))
                    .find(|&len| head.ends_with(&item[..len]))
                    .unwrap_or(0);
                name.extend(&head[..head.len() - again]);
            }
            name.extend(item);
            let whole = shared.is_none() && names_measure(item);
            if at + 1 < count
                && !whole
                && !item.ends_with(&tail)
                && takes_tail(item, &tail)
            {
                name.extend(&tail);
            }
            // 入园率、巩固率、高中阶段和高等教育|入学率
            let rates = first.last() == Some(&'率') && last.last() == Some(&'率');
            let bare = several && rates && tail.is_empty() && !names_measure(item);
            if at > 0 && at + 2 == count && bare {
                name.extend(measure_start(item, last).map_or(&[][..], |at| &last[at..]));
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
    let own = last
        .len()
        .checked_sub(measure_len(last)?)
        .filter(|&at| at > 0)?;
    let words = first.len() == WORD && own >= 2 * WORD;
    // 肉类、水产品|低温处理率
    let word = WORD + usize::from(BOUND.contains(last[WORD.min(own)]));
    Some(if words { word } else { own })
}

/// What ends a word of three characters and begins none.
const BOUND: &str = "品类业员者户群物";

/// Characters of a word.
const WORD: usize = 2;

/// Characters of a name that needs no words of another one, at the least: 公立医院.
const THING: usize = 4;

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
    let last = item.last();
    !is_substance(item)
        && last.is_some_and(|last| "率值额量数入比费出积度".contains(*last))
}

/// What the items share before their own words: 规上工业|增加值、利润 without the measure of the
/// first, or what is as long as the last, 全区地方财政|收入、支出.
fn shared_head(first: &[char], own: usize) -> &[char] {
    let even = first.len() - own;
    match measure_len(first) {
        Some(measure)
            if first.len() >= measure + WORD
                && measure_len(&first[even..]) != Some(own) =>
        {
            &first[..first.len() - measure]
        }
        _ => whole_words(first, even),
    }
}

/// Characters of the measure by the table that an item ends in.
fn measure_len(item: &[char]) -> Option<usize> {
    let words: String = item.iter().collect();
    Some(wording::MEASURES.closing(&words)?.chars().count())
}

/// The first characters of an item.
fn head_of(item: &[char], count: usize) -> &[char] {
    &item[..count.min(item.len())]
}

/// The same by the table too: 固定资产投资.
fn names_measure(item: &[char]) -> bool {
    ends_in_measure(item) || !is_substance(item) && measure_len(item).is_some()
}

/// Whether what the last item ends in is said of another one too: of 投资 its 增速 or 占比, not
/// what 人均可支配收入 ends in, nor 出口, which is as much a sum as 投资 is.
fn takes_tail(item: &[char], tail: &[char]) -> bool {
    let ends = |with: &str| tail.last().is_some_and(|last| with.contains(*last));
    let short = tail.len() <= SHORT && !ends("口额量");
    !ends_in_measure(item) && (short || ends("重例比率") || !names_measure(item))
}

/// 化学需氧量 is a substance as 氨氮 is.
fn is_substance(item: &[char]) -> bool {
    item.ends_with(&['需', '氧', '量'])
}

/// Several things in one word without a list sign, in its order: 城乡, the town first, 产销量,
/// 一二三产.
fn parts_of_joint(indicator: &str) -> Option<Vec<String>> {
    let word = mark::JOINT_WORD.any().find_at(indicator, 0)?;
    let parts = mark::JOINT_WORD.value_of(&indicator[word.clone()])?;
    let with = |part: &str| {
        let mut name = indicator.to_owned();
        name.replace_range(word.clone(), part);
        name
    };
    Some(parts.split(' ').map(with).collect())
}
