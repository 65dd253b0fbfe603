//! The words to the left of a value, and what they say besides its indicator.

use super::around::Around;
use super::indicator::rated_by;
use super::{Paragraph, base, clause, wording};
use crate::grammar::department::read_leading_bodies;
use crate::grammar::quantity::Quantity;
use crate::lexicon::mark;
use crate::model::Baseline;
use crate::pattern::Pattern;
use crate::text::head;

/// Bytes of what a clause names to compare with at most: 较|全国平均水平.
const BASE: usize = 36;

pub(super) struct Left<'t> {
    pub(super) start: usize,
    pub(super) words: &'t str,
    /// Where the base stands that opens the clause.
    pub(super) base_start: Option<usize>,
    pub(super) per: Option<String>,
    pub(super) baseline: Option<Baseline>,
}

impl<'t> Paragraph<'t> {
    /// The words to the left of the verb without what is no part of the indicator.
    pub(super) fn left(&self, around: &Around, quantity: Quantity<'_>) -> Left<'t> {
        let end = around.verb.min(quantity.bounded).max(around.start);
        let end = end + self.gain_len(end, quantity);
        let start = self.behind_lead(self.behind_case(around.start, end), end);
        let start = self.behind_charge(start, end);
        let multiplied = self.sum_of_base(quantity);
        let multiplied = multiplied.filter(|&sum| self.is_multiplied(sum));
        let start = if self.closes_pair(quantity) || multiplied.is_some() {
            end
        } else {
            start
        };
        let moved = self.cut_moved(quantity);
        let start = moved.as_ref().map_or(start, |(object, _)| object.start);
        let (mut end, mut baseline) = self.cut_baseline(start, end.max(start));
        if let Some((object, base)) = moved {
            (end, baseline) = (object.end, Some(base));
        } else if multiplied.is_some() {
            baseline = self.base_of_multiple(quantity, around);
        } else if let Some((cut, plan)) = self.cut_plan(around, end, quantity) {
            (end, baseline) = (cut.max(start), Some(plan));
        } else if baseline.is_none()
            && let Some((cut, with)) = self.cut_compared(around.start, end)
        {
            (end, baseline) = (cut.max(start), Some(with));
        } else if baseline.is_none()
            && let Some((cut, base)) = self
                .cut_exceeded(start, end, quantity)
                .or_else(|| self.cut_gap(start, end))
        {
            (end, baseline) = (cut, Some(base));
        }
        // 生活标准每人每月分别为2413元、2512元: the base stands before what spreads them.
        let spread = self.line[start..end].trim_end_matches("分别");
        let spread_base = match base::closing_per(spread) {
            base if base > 0 && spread.len() > base => {
                end = start + spread.len() - base;
                Some(spread[spread.len() - base..].to_owned())
            }
            _ => None,
        };
        let words = without_deduction(self.without_dates(start, end));
        let (per, kept) = base::per(words);
        let (per, kept) = match per {
            Some(base) if kept.is_empty() && quantity.bounded < quantity.span.start => {
                counted_of(words, base)
            }
            per => (per, kept),
        };
        let base_start = per
            .as_ref()
            .and_then(|base| Some(start + words.find(base.as_str())?));
        let close = start + words.len();
        let mean = if kept.is_empty() { around.start } else { close };
        let granted = || base::granted_per(words).map(str::to_owned);
        let moved = || base::base_of_start(baseline.as_ref()?).map(str::to_owned);
        let per = per.or(spread_base).or_else(granted).or_else(moved);
        let (per, rhythm) = match per {
            Some(per) => {
                self.with_rhythm(per, around.start, base_start, quantity.bounded)
            }
            None => self.base_beside(around, close, mean, quantity.bounded),
        };
        Left {
            start: start + (words.len() - kept.len()),
            words: kept,
            base_start: rhythm.or(base_start),
            per,
            baseline,
        }
    }

    /// Bytes of the verb of a change that names what changes itself: 户均|增收|3000元, but not
    /// 收入增收.
    fn gain_len(&self, verb: usize, quantity: Quantity<'_>) -> usize {
        let Some(gain) = mark::GAIN_VERB.opening(self.words(verb, quantity.bounded))
        else {
            return 0;
        };
        let before = wording::trim_tail(&self.line[..verb]);
        // 收入256亿元，比2017年|增收23亿元: of what was named before.
        let start = clause::clause_start(self.line, verb);
        let compared = mark::COMPARING.opening(self.words(start, verb));
        let clause = compared.map_or(verb, |_| start);
        let sentence = self.sentence_at(verb).start;
        let first = self.quantities_from(sentence).first();
        let goes_on = self.line[..clause].trim_end().ends_with(['，', ','])
            && first.is_some_and(|first| first.span.end <= verb);
        let names = !goes_on
            && !wording::names_measure(before)
            && !before.ends_with(['入', '值', '额', '润', '税']);
        if names { gain.len() } else { 0 }
    }

    /// Where the words begin behind the case in which something is granted:
    /// 产值1亿元以上的|给予, 按投资额的10%|给予.
    fn behind_case(&self, start: usize, end: usize) -> usize {
        // 每新增就业1人|给予企业1000元: that is the base.
        if base::is_done_each(self.words(start, end)) {
            return start;
        }
        let last = self.quantities_from(start).iter();
        let last = last.take_while(|last| last.span.end < end).last();
        let case = last.and_then(|last| {
            let granted = self.words(last.span.end, end);
            // 带动480户脱贫户|户均|增收3200元
            if let Some(mean) = wording::mean_behind(granted) {
                return Some(last.span.end + mean);
            }
            // 1万元至3万元|部分按|50%补偿
            if let Some(applied) = rated_by(granted).filter(|_| last.leaves_room()) {
                let by = applied.starts_with('按');
                return Some(if by { end } else { end - applied.len() });
            }
            let granted = granted.strip_prefix('的').unwrap_or(granted);
            let grants = granted.starts_with('每')
                || mark::GRANT_VERB.opening(granted).is_some()
                || mark::AID_NOUN.opening(granted).is_some();
            grants.then_some(end - granted.len())
        });
        case.unwrap_or(start)
    }

    /// Where the words begin behind who is to do it: 市交通运输局负责|新建农村公路.
    fn behind_charge(&self, start: usize, end: usize) -> usize {
        /// Words of charge to look at: names of bodies may hold one.
        const PLACES: usize = 3;
        let words = self.words(start, end);
        // 由县生态环境局依法|处500元罚款
        if let Some(verb) = mark::FINING_VERB.ending(words) {
            let bodies = words[..words.len() - verb.len()].trim_end();
            let named =
                read_leading_bodies(bodies).is_some_and(|all| all.end == bodies.len());
            return if named { end - "处".len() } else { start };
        }
        let mut places = mark::CHARGED.any().places(words).take(PLACES);
        let work = places.find_map(|place| {
            let mut work = &words[place.end..];
            while let Some(more) = mark::CHARGED.opening(work) {
                work = &work[more.len()..];
            }
            let bodies = words[..place.start].trim_end();
            let named = wording::opens_with_verb(work)
                && read_leading_bodies(bodies).is_some_and(|all| all.end == bodies.len());
            named.then_some(work)
        });
        work.map_or(start, |work| self.behind_lead(end - work.len(), end))
    }

    /// 每年|每个网点补贴2000元, 每个子女|每月|1000元: the base with how often it counts anew, which
    /// stands before it or straight behind it, and where both begin if before.
    fn with_rhythm(
        &self,
        mut per: String,
        start: usize,
        base_start: Option<usize>,
        bounded: usize,
    ) -> (Option<String>, Option<usize>) {
        let behind = base_start.map_or("", |base| self.words(base + per.len(), bounded));
        if base::rhythm(behind) == Some(0..behind.len()) {
            per.push_str(behind);
        }
        let before = base_start.map_or("", |base| self.words(start, base));
        match base::rhythm(before).filter(|rhythm| rhythm.end == before.len()) {
            Some(rhythm) => {
                let whole = format!("{}{per}", &before[rhythm.clone()]);
                (Some(whole), Some(start + rhythm.start))
            }
            None => (Some(per), None),
        }
    }

    /// 由2015年的7076亿元|提高到: what opens the clause is what its value starts from.
    fn opening_start(&self, start: usize, opened: usize, end: usize) -> Option<usize> {
        let words = &self.line[start..opened];
        let from = ["由", "从"].iter().find(|from| words.ends_with(**from))?;
        let date = self.dates_between(opened, end).first();
        let date = date.filter(|date| date.span.start == opened);
        let at = date.map_or(opened, |date| date.span.end);
        let value = self.quantities_from(at).first()?;
        // 由原来的|15个工作日压缩至
        let before = self.words(at, value.bounded);
        let before = &before[..before.len() - base::closing_per(before)];
        let straight = matches!(before, "" | "的") || mark::FORMER.contains(before);
        (straight && value.span.end <= end).then(|| opened - from.len())
    }

    /// Where the words begin behind what opens the clause, dates too: 2020年底前将…,
    /// 力争2035年达到….
    pub(super) fn behind_lead(&self, mut start: usize, end: usize) -> usize {
        loop {
            let opened = start + wording::lead_len(&self.line[start..end]);
            let opened = opened + years_len(&self.line[opened..end]);
            let opened = match wording::term_len(&self.line[opened..end]) {
                0 => opened,
                // 三年内|实现|全省15万人脱贫
                term => opened + term + wording::lead_len(&self.line[opened + term..end]),
            };
            if let Some(from) = self.opening_start(start, opened, end) {
                return from;
            }
            let compared = ["比", "较"]
                .iter()
                .find(|word| self.line[start..opened].ends_with(**word));
            let date = self
                .dates_between(opened, end)
                .iter()
                .find(|found| found.span.start == opened && !found.is_distance);
            let set = || {
                let mut dates = self.dates_between(opened, end).iter();
                dates.next().filter(|found| self.is_set_within(found))
            };
            let Some(date) = date.or_else(set) else {
                // 较|历年同期偏多24%
                let base = head(self.words(opened, end), BASE);
                return match compared {
                    Some(word) if mark::COMPARED_BASE.is_in(base) => opened - word.len(),
                    _ => self.behind_quote(self.behind_each(opened, end), end),
                };
            };
            // 比2020年增长6%: the date is what it is measured by.
            if let Some(word) = compared {
                return opened - word.len();
            }
            start = date.span.end;
        }
    }

    /// 2023年、2024年各|建设5个
    fn behind_each(&self, start: usize, end: usize) -> usize {
        let done = self.line[start..end].strip_prefix('各');
        let done = done.filter(|done| wording::opens_with_verb(done));
        done.map_or(start, |done| end - done.len())
    }

    /// Behind a quotation mark that a longer quotation opens: 实现“|起数下降50%、隐患减少”.
    fn behind_quote(&self, start: usize, end: usize) -> usize {
        let words = &self.line[start..end];
        match words.strip_prefix('“') {
            Some(quoted) if !quoted.contains('”') => end - quoted.len(),
            _ => start,
        }
    }

    /// The words up to `end` without what stands between them and the verb; a date there says
    /// when, not what.
    pub(super) fn without_dates(&self, start: usize, end: usize) -> &'t str {
        let mut words = wording::trim_tail(&self.line[start..end]);
        while let Some(date) = self
            .dates_between(start + 1, start + words.len())
            .last()
            .filter(|found| found.span.end == start + words.len())
        {
            words = wording::trim_tail(&self.line[start..date.span.start]);
        }
        wording::without_span(words)
    }

    /// The base that stands behind the words: straight before the number, a mean from `mean`
    /// on, or how often it counts anew, which opens the quotation where it stands.
    fn base_beside(
        &self,
        around: &Around,
        close: usize,
        mean: usize,
        bounded: usize,
    ) -> (Option<String>, Option<usize>) {
        let tail = self.words(close, bounded);
        let base = base::closing_per(tail);
        if base > 0 {
            return (Some(tail[tail.len() - base..].to_owned()), None);
        }
        if let Some(mean) = base::mean(self.words(mean, bounded)) {
            return (Some(mean.to_owned()), None);
        }
        let opened = self.words(around.start, bounded);
        // 年均|开发岗位2万个, 图书馆|年均|服务群众9000人次
        let mean = base::mean(opened).and_then(|mean| {
            let (before, done) = opened.split_once(mean)?;
            wording::opens_with_verb(done).then_some((before, mean))
        });
        if let Some((before, mean)) = mean {
            let opens = before.is_empty().then_some(around.start);
            return (Some(mean.to_owned()), opens);
        }
        match base::rhythm(opened) {
            Some(rhythm) => {
                let start = around.start + rhythm.start;
                (Some(opened[rhythm].to_owned()), Some(start))
            }
            None => (None, None),
        }
    }
}

/// 每所学校专任教师|不少于20名: a base that took what is counted for a part of it, and that.
fn counted_of(words: &str, base: String) -> (Option<String>, &str) {
    let at = words.rfind(base.as_str());
    let split = at.zip(base::holder_len(&base));
    match split {
        Some((at, holder)) if at + base.len() == words.len() => {
            (Some(base[..holder].to_owned()), &words[at + holder..])
        }
        _ => (Some(base), &words[words.len()..]),
    }
}

/// Bytes of years before the one that says that they are: 2022、2023、|2024年.
fn years_len(words: &str) -> usize {
    static YEARS: Pattern = Pattern::new(&["20"], "^(?:20[0-9]{2}[、和])+");
    let years = YEARS.find(words).map_or(0, |years| years.end());
    let more = &words[years..];
    let dated = more.starts_with("20")
        && more.get(4..).is_some_and(|rest| rest.starts_with('年'));
    if dated { years } else { 0 }
}

/// 增长9.1%（|剔除留抵退税因素后|增长12%）: how a figure is made comparable, not what it is of.
fn without_deduction(words: &str) -> &str {
    let bare = words.trim_start_matches(['（', '(', '若', '如']);
    let deducted = mark::DEDUCTING_VERB.opening(bare).is_some()
        && mark::DEDUCTED_ENDING.ending(bare).is_some();
    if deducted {
        &words[words.len()..]
    } else {
        words
    }
}
