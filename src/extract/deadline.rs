//! By when a task is to be done (时限).

use std::sync::LazyLock;

use crate::grammar::date::{DateMention, FoundDate, find_dates};
use crate::grammar::department::{Body, is_han};
use crate::grammar::number::spelt_digit;
use crate::lexicon::chars::CharSet;
use crate::lexicon::duty::find_phrase;
use crate::lexicon::mark;
use crate::model::{Date, Deadline};
use crate::span::Span;
use crate::text::head;

/// Characters of a stretch of a marker that states a deadline at the most:
/// `5月底取得明显成效并持续推进` has fourteen.
pub(super) const LONGEST_STATED: usize = 40;

/// Whether a stretch of a marker, read as the name of a body, states by when instead, e.g.
/// `2025年底前完成`, `持续推进`.
pub(super) fn is_deadline(words: &str, body: Body) -> bool {
    if body.is_body() || words.chars().count() > LONGEST_STATED {
        return false;
    }
    match find_phrase("ongoing", words) {
        Some((at, _)) if at > 0 => has_date(words),
        _ => says_when(words),
    }
}

/// Whether words that name no body say by when, or that it never ends: 并长期坚持.
pub(super) fn says_when(words: &str) -> bool {
    find_phrase("ongoing", words).is_some()
        || has_date(words)
        || end_of_plan(words).is_some()
}

/// Whether words name a date, from whatever day they are reckoned.
fn has_date(words: &str) -> bool {
    find_dates(words, Date::year_month_day(2000, 1, 1))
        .iter()
        .any(|found| found.date.is_some() && !is_duration(words, found))
}

/// Whether a number of years or days is a length of time and no date.
fn is_duration(words: &str, found: &FoundDate) -> bool {
    words[found.span.end..].starts_with(['个', '天', '次', '项'])
}

/// Reads the deadline that a few words state. A date goes before 持续推进:
/// `5月底取得明显成效并持续推进` is by May.
pub(super) fn read_deadline(words: &str, reference: Option<Date>) -> Option<Deadline> {
    read_last(words, reference, DateMention::deadline)
}

/// The same as targets have it: the year alone for 年底.
pub(super) fn read_target_date(words: &str, reference: Option<Date>) -> Option<Date> {
    match read_last(words, reference, DateMention::target_date)? {
        Deadline::By(date) => Some(date),
        Deadline::Ongoing => None,
    }
}

/// The year whose months stand below headings, the innermost of them first: `6月底前` below
/// 三、2022年工作计划, in a report of 2021. What is to be reached by a year, 到2025年实现的目标,
/// may take longer.
pub(super) fn year_of_headings<'t>(
    headings: impl IntoIterator<Item = &'t str>,
) -> Option<Date> {
    let own = |heading: &str| {
        /// Bytes of a year.
        const YEAR: usize = 4;
        const PLAUSIBLE: std::ops::RangeInclusive<u16> = 1949..=2100;
        let mut ends = heading.match_indices('年').map(|(at, _)| at);
        let at = ends.next()?;
        let (before, year) = heading.split_at_checked(at.checked_sub(YEAR)?)?;
        let digits = &year[..YEAR];
        let until = before.ends_with(|c: char| "到至自从—－-–～~、".contains(c));
        let bound = heading[at..].chars().nth(1);
        let bound = bound.is_some_and(|c| "底末前以起版级—－-–～~、至到".contains(c));
        let other = ends.any(|at| heading[..at].ends_with(|c: char| c.is_ascii_digit()));
        if until || bound || other {
            return None;
        }
        digits
            .parse()
            .ok()
            .filter(|year: &Date| PLAUSIBLE.contains(&year.year()))
    };
    headings.into_iter().find_map(own)
}

fn read_last(
    words: &str,
    reference: Option<Date>,
    by: fn(DateMention) -> Option<Date>,
) -> Option<Deadline> {
    if is_numbered(words) {
        return None;
    }
    let last = find_dates(words, reference)
        .iter()
        .filter_map(|found| by(found.date?))
        .max();
    match last.or_else(|| end_of_plan(words)) {
        Some(date) => Some(Deadline::By(date)),
        None => find_phrase("ongoing", words).map(|_| Deadline::Ongoing),
    }
}

/// Whether words state by when each of several parts is to be done, so that no date holds
/// for all: `1.2021年8月 2.2021年12月`.
fn is_numbered(words: &str) -> bool {
    let mut parts = words.match_indices('2').map(|(at, _)| words.split_at(at));
    let is_label = |words: &str| {
        let mut chars = words.chars().skip(1);
        matches!(chars.next(), Some('.' | '、' | '．' | ')' | '）'))
    };
    words.trim_start().starts_with('1')
        && is_label(words.trim_start())
        && parts.any(|(before, part)| {
            is_label(part) && !before.ends_with(|c: char| c.is_ascii_digit())
        })
}

/// The last year of the five-year plan that words name: 2025 for `十四五装机计划`.
pub(super) fn end_of_plan(words: &str) -> Option<Date> {
    /// The plans end in years that this and five for each plan make up: the 十一五 in 2010.
    const BEFORE_FIRST: u16 = 1955;
    let mut number = words.match_indices('五').filter_map(|(at, _)| {
        let mut before = words[..at].chars().rev();
        let unit = spelt_digit(before.next()?)?;
        (before.next() == Some('十')).then_some(10 + u16::from(unit))
    });
    let number = number.next()?;
    Some(Date::year_only(BEFORE_FIRST + 5 * number))
}

/// The words behind the one label of a deadline in an item that names no body beside it:
/// `完成时限：2025年12月底前`. Two such labels speak of parts of it.
pub(super) fn labelled(words: &str) -> Option<&str> {
    /// Characters of a label at the most.
    const LONGEST: usize = 8;
    let mut found = None;
    let colons = memchr::memmem::find_iter(words.as_bytes(), "：")
        .map(|at| (at, '：'.len_utf8()))
        .chain(memchr::memchr_iter(b':', words.as_bytes()).map(|at| (at, 1)));
    for (at, colon) in colons {
        let before = words[..at].trim_end_matches(['*', '】', ']', ' ']);
        let start = before
            .char_indices()
            .rev()
            .take(LONGEST)
            .take_while(|&(_, c)| is_han(c))
            .last()
            .map_or(before.len(), |(start, _)| start);
        // 报名时间 and 会议时间 are none.
        if find_phrase("deadline-label", &before[start..]).is_none() {
            continue;
        }
        if found.is_some() {
            return None;
        }
        // The label may have a line of its own.
        let rest = words[at + colon..].trim_start();
        let end = rest.find(STOPS).unwrap_or(rest.len());
        found = Some(rest[..end].trim_end());
    }
    found.filter(|words| !words.is_empty() && words.chars().count() <= LONGEST_STATED)
}

/// What ends the words behind the label of a deadline.
const STOPS: [char; 7] = ['\n', '。', '；', ';', '）', ')', '】'];

/// What a date that governs has beside it.
static GOVERNING: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(["前到至于内止底末"]));

/// The one date that all of an item hangs on: its only date of the form `2025年底前`,
/// `到2025年` or `2025年底全面完成`. Two of them, or a date of the past, govern nothing.
pub(super) fn governing_date(
    words: &str,
    reference: Option<Date>,
) -> Option<(Deadline, Span)> {
    if !GOVERNING.is_in(words) {
        return None;
    }
    let mut governing = None;
    for found in find_dates(words, reference) {
        let Some(date) = found.date else { continue };
        let (before, after) = (&words[..found.span.start], &words[found.span.end..]);
        let from = ['到', '至', '于']
            .into_iter()
            .find(|&c| before.ends_with(c));
        // 截至2021年底 and 已于2021年底 look back.
        let since = before.ends_with("截至") || before.ends_with("已于");
        let ends = words[found.span.range()].ends_with(['底', '末']) && !since;
        let done = || {
            mark::DONE_BY_VERB
                .opening(after)
                .is_some_and(|verb| !after[verb.len()..].starts_with(['了', '的']))
        };
        let until = from.is_some()
            && (after.starts_with([',', '，', '底', '末', '年']) || ends)
            || ends && done();
        // 近2个月内需要还贷的企业 tells of which time, not by when.
        if !date.by && !until
            || before.ends_with(['自', '从', '近'])
            || after.starts_with('的')
        {
            continue;
        }
        let Some(last) = date.deadline() else {
            continue;
        };
        if reference.is_some_and(|reference| last.year() < reference.year()) {
            continue;
        }
        if governing.is_some() {
            return None;
        }
        let start = found.span.start - from.map_or(0, char::len_utf8);
        governing = Some((Deadline::By(last), Span::new(start, found.span.end)));
    }
    governing
}

/// The period or date in the bracket that closes how an item opens:
/// `集中整治阶段（2026年5月—7月）。`. One that only begins, `（2027年1月起）`, is none, nor is a
/// year alone, which says when and not by when: `博览会（2026年）`.
pub(super) fn bracketed_date(
    words: &str,
    reference: Option<Date>,
) -> Option<(Deadline, &str)> {
    /// Bytes of how an item opens, the bracket included, at the most.
    const OPENING: usize = 120;
    let near = head(words, OPENING);
    let close = CLOSING.find_at(near, 0)?;
    let open = near[..close].rfind(['（', '('])?;
    let sign = near[open..].chars().next().map_or(0, char::len_utf8);
    let (before, inside) = (&near[..open], &near[open + sign..close]);
    let inside = inside.strip_prefix("即日起").unwrap_or(inside);
    let behind = near[close..].chars().nth(1);
    let closes = behind.is_none_or(|c| matches!(c, '。' | '：' | ':' | '\n' | ' '));
    let clause = ['。', '，', ',', '；', '《', '\n'];
    if !closes || before.contains(clause) || before.ends_with('”') {
        return None;
    }
    if is_year(inside) {
        return None;
    }
    let mut at = 0;
    let mut last = None;
    for found in find_dates(inside, reference) {
        if !is_joint(&inside[at..found.span.start]) || is_duration(inside, &found) {
            return None;
        }
        at = found.span.end;
        last = last.max(found.date?.deadline());
    }
    if find_phrase("ongoing", inside) == Some((0, inside.len())) {
        return Some((Deadline::Ongoing, inside));
    }
    let past = last?.year() < reference.map_or(0, Date::year);
    (!past && is_joint(&inside[at..])).then_some((Deadline::By(last?), inside))
}

/// What closes a bracket.
static CLOSING: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(["）)"]));

/// Whether words are a year and nothing else: 2026年.
fn is_year(words: &str) -> bool {
    let year = words.strip_suffix('年').unwrap_or(words);
    year.len() == 4 && year.bytes().all(|c| c.is_ascii_digit())
}

/// Whether words only join the ends of a period, or close it.
fn is_joint(words: &str) -> bool {
    let joints = |c| "至到—－–-~～、，前底止完成 ".contains(c);
    words.trim_matches(joints).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::department::read_body;

    #[track_caller]
    fn deadline(words: &str, expected: Option<&str>) {
        let reference = "2022-03-01".parse().ok();
        let found = read_deadline(words, reference).map(|found| found.to_string());
        assert_eq!(found.as_deref(), expected, "{words}");
    }

    #[test]
    fn deadlines_behind_a_label() {
        for (words, expected) in [
            ("做好工作。\n完成时间：2025年6月\n", Some("2025年6月")),
            ("做好工作（完成时限：2025年底前）。", Some("2025年底前")),
            (
                "做好工作。**时间节点**：2025年9月30日前。",
                Some("2025年9月30日前"),
            ),
            ("做好工作。【完成时限】:2025年底", Some("2025年底")),
            ("一是完成时限：6月。二是完成时限：9月。", None),
            ("联系时间：上午", None),
            ("活动时间：2025年6月", None),
            ("如下：2025年6月", None),
            ("完成时限：", None),
        ] {
            assert_eq!(labelled(words), expected, "{words}");
        }
    }

    #[test]
    fn deadlines_of_markers() {
        deadline("5月底取得明显成效并持续推进", Some("2022-05"));
        deadline("持续推进", Some("ongoing"));
        deadline("2025年底前完成", Some("2025-12"));
        deadline("2025年6月30日前", Some("2025-06-30"));
        deadline("年底前", Some("2022-12"));
        deadline("省教育厅", None);
        deadline("1.2021年8月 2.2021年12月", None);
        deadline("1、物流中心7月1日试运营\n2、市场12月底完成", None);
        deadline("1.2公里道路12月底前完成", Some("2022-12"));
        deadline("十四五装机计划（MW）", Some("2025"));
        deadline("“十五五”目标", Some("2030"));
    }

    #[test]
    fn names_are_no_deadlines() {
        for (words, expected) in [
            ("持续推进", true),
            ("5月底前完成", true),
            ("2023年12月", true),
            ("省教育厅", false),
            ("各市县", false),
            ("第三人民医院", false),
            ("一局四中心", false),
        ] {
            assert_eq!(is_deadline(words, read_body(words)), expected, "{words}");
        }
    }

    #[test]
    fn one_date_governs_an_item() {
        for (words, expected) in [
            ("2025年底前建成三个中心。", Some("2025年底前")),
            ("到2025年，建成三个中心。", Some("到2025年")),
            ("到2025年建成三个，到2030年建成五个。", None),
            ("到2025年底建成三个中心。", Some("到2025年底")),
            ("2025年底全面建成三个中心。", Some("2025年底")),
            ("2025年6月底印发实施。", Some("2025年6月底")),
            ("2025年底竣工的项目。", None),
            ("截至2025年底完成三个。", None),
            ("已于2025年底完成三个。", None),
            ("2025年底资金余额不变。", None),
            ("2025年建成三个中心。", None),
            ("2019年底前已建成三个中心。", None),
        ] {
            let reference = "2022-03-01".parse().ok();
            let found = governing_date(words, reference);
            let found = found.map(|(_, span)| &words[span.range()]);
            assert_eq!(found, expected, "{words}");
        }
    }

    #[test]
    fn a_text_without_a_date_of_its_own_may_name_its_year() {
        for (named, expected) in [
            ("2011年5月20日", [Some("2011-05"), Some("2011-09")]),
            ("2011年5月20日和2012年5月20日", [None, None]),
            ("5月20日", [None, None]),
        ] {
            let text = format!(
                "（一）动员阶段（4月—5月）。\n按照{named}会议要求动员。\n（二）整治阶段（9月）。\n各县整治。\n"
            );
            let tasks = crate::parse(text.as_bytes()).unwrap().document.tasks;
            let found = tasks
                .iter()
                .map(|task| task.deadline.map(|date| date.to_string()));
            let expected = expected.map(|date| date.map(str::to_owned));
            assert_eq!(found.collect::<Vec<_>>(), expected, "{named}");
        }
    }

    #[test]
    fn periods_in_the_bracket_of_a_heading() {
        let reference = "2026-03-01".parse().ok();
        for (words, expected) in [
            ("动员部署阶段（4月底前）。全面部署。", Some("2026-04")),
            ("集中整治阶段（5-7月）：开展检查。", Some("2026-07")),
            ("整改阶段（2026年5月1日至7月31日）", Some("2026-07-31")),
            ("部署阶段（即日起至6月30日）。部署。", Some("2026-06-30")),
            ("第一阶段：宣传发动（3月1日-3月31日）。", Some("2026-03-31")),
            ("巩固阶段（长期坚持）。巩固。", Some("ongoing")),
            ("总结（12月1日～12月20日）", Some("2026-12-20")),
            ("准备阶段（2026年7月）：制定方案。", Some("2026-07")),
            // It only begins, is past, is of a law, or is no date.
            ("长效阶段（2027年1月起）。长效。", None),
            ("博览会（2026年）。办好。", None),
            ("各县区要开展自查，并报送（7月16日至8月15日）。", None),
            ("宣传阶段（见附件）。", None),
            ("落实《总体规划（2021—2035年）》。", None),
            ("前期阶段（2025年10月）。前期。", None),
            ("修订《办法》（2026年10月）。", None),
            ("建设学校（10所）。", None),
            ("完善机制。落实责任（2026年10月）。", None),
        ] {
            let found = bracketed_date(words, reference);
            let found = found.map(|(deadline, _)| deadline.to_string());
            assert_eq!(found.as_deref(), expected, "{words}");
        }
    }
}
