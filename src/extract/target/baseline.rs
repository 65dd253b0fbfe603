//! What a change starts from: 较2015年, 由2008年的30元提高到.

use std::sync::LazyLock;

use super::around::Around;
use super::indicator::Measured;
use super::{Paragraph, base, clause, status, wording};
use crate::grammar::date::DateMention;
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::lexicon::mark;
use crate::model::{Baseline, Change};
use crate::pattern::Pattern;
use crate::span::Span;
use crate::text::{Needles, head};

impl<'t> Paragraph<'t> {
    /// Cuts a comparison off the end: 较2015年, 由2008年的30元, 比“十三五”末.
    pub(super) fn cut_baseline(
        &self,
        start: usize,
        end: usize,
    ) -> (usize, Option<Baseline>) {
        comparisons(&self.line[start..end])
            .into_iter()
            .find_map(|(open, close)| {
                let (at, after) = (start + open, start + close);
                Some((at, Some(self.baseline_at(at, after, end)?)))
            })
            .or_else(|| self.cut_basis(start, end))
            .unwrap_or((end, None))
    }

    /// 是2005年的2.7倍: what the multiple is of.
    pub(super) fn base_of_multiple(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
    ) -> Option<Baseline> {
        let first = self.first_multiple(quantity);
        let start = match first.span == quantity.span {
            true => around.start,
            false => clause::clause_start(self.line, first.verb),
        };
        let sum = self.sum_of_base(first);
        let start = match sum {
            Some(sum) => start.min(clause::clause_start(self.line, sum.bounded)),
            None => start,
        };
        let found = self
            .dates_between(start, first.bounded)
            .last()
            .filter(|found| self.is_base(first, found))?;
        let end = sum.map_or(found.span.end, |sum| sum.span.end);
        Some(Baseline {
            text: self.words(found.span.start, end).to_owned(),
            value: sum.map(|sum| sum.amount.value),
            date: found.date.and_then(DateMention::target_date),
        })
    }

    /// Whether a sum is only what a multiple is of: 是“十二五”时期|43200万元|的1.87倍.
    pub(super) fn is_multiplied(&self, sum: Quantity<'_>) -> bool {
        let next = self.quantities_from(sum.span.end).first();
        let multiple = next.filter(|&&next| self.sum_of_base(next).is_some());
        multiple.is_some_and(|&multiple| {
            let start = clause::clause_start(self.line, sum.bounded);
            let dates = self.dates_between(start, sum.bounded);
            dates
                .last()
                .is_some_and(|found| self.is_base(multiple, found))
        })
    }

    /// 2005年的2.7倍和|2.6倍: the multiple that a list of them begins with.
    fn first_multiple(&self, quantity: Quantity<'t>) -> Quantity<'t> {
        let last = self.before(quantity);
        last.filter(|last| {
            let between = self.words(last.span.end, quantity.bounded);
            last.class() == Some(UnitClass::Multiple)
                && quantity.class() == Some(UnitClass::Multiple)
                && matches!(between, "、" | "和" | "与" | "及")
        })
        .unwrap_or(quantity)
    }

    /// Cuts 为年度计划的 off the end, before a share.
    pub(super) fn cut_plan(
        &self,
        around: &Around,
        end: usize,
        quantity: Quantity<'_>,
    ) -> Option<(usize, Baseline)> {
        let class = quantity.class();
        if class != Some(UnitClass::Ratio) {
            return None;
        }
        let words = self.words(around.start, end).trim_end();
        let words = words.strip_suffix('的').unwrap_or(words);
        // 占年度计划15.3亿元的|44.8%
        let close = around.start + words.len();
        let sum = self.quantities_from(around.start).first();
        let sum = sum.filter(|sum| sum.span.end == close);
        let words = sum.map_or(words, |sum| self.words(around.start, sum.bounded));
        let plan = mark::PLANNED_WHOLE.ending(words)?;
        let before = &words[..words.len() - plan.len()];
        // 占财政预算的15%: the share of a budget was not planned.
        let dated = plan.contains(['年', '任', '目', '调']);
        let verbs: &[&str] = if dated {
            &["完成", "为", "是", "占"]
        } else {
            &["完成", "为", "是"]
        };
        // 完成市政府|下达的|全年目标的59%: who set it stands before it.
        let before = set_by(before).unwrap_or(before);
        let verb = verbs.iter().find(|verb| before.ends_with(**verb))?;
        let open = around.start + before.len();
        let baseline = Baseline {
            text: self
                .words(open, sum.map_or(close, |sum| sum.span.end))
                .to_owned(),
            value: sum.map(|sum| sum.amount.value),
            date: None,
        };
        Some((open - verb.len(), baseline))
    }

    /// Cuts 高于全国平均水平 off the end: the value is the distance between the two.
    pub(super) fn cut_exceeded(
        &self,
        start: usize,
        end: usize,
        quantity: Quantity<'_>,
    ) -> Option<(usize, Baseline)> {
        let words = self.words(start, quantity.bounded);
        let verb = mark::EXCEEDING.any().places(words).last();
        // 超序时进度|5个百分点
        let bare = || mark::EXCEEDING_BASE.any().places(words).last();
        let place = verb.clone().or_else(bare)?;
        let before = &words[..place.start];
        let named = words[place.end..].trim();
        let near = !named.is_empty() && named.chars().nth(COMPARED).is_none();
        let points = quantity.class() == Some(UnitClass::Point);
        // 高于去年的80%: what a share is of is no distance.
        let base = points && verb.is_some()
            || mark::COMPARED_BASE.ending(named).is_some() && !named.starts_with('额');
        let plain = !named.contains(['，', ',', '。', '；', ';', '、', '：', ':'])
            && !named.ends_with('的');
        let at = start + place.start;
        // 高于2020年同期
        let dates = self.dates_between(start + place.end, quantity.bounded);
        let date = dates
            .first()
            .filter(|found| self.words(start + place.end, found.span.start).is_empty());
        (near && base && plain && at <= end && !before.ends_with(['不', '得'])).then(
            || {
                let baseline = Baseline {
                    text: named.to_owned(),
                    value: None,
                    date: date
                        .and_then(|found| found.date)
                        .and_then(DateMention::target_date),
                };
                (at, baseline)
            },
        )
    }

    /// Cuts 与省定目标相差, 距年度任务还差 off the end: the value is the distance between the two.
    pub(super) fn cut_gap(&self, start: usize, end: usize) -> Option<(usize, Baseline)> {
        const FROM: &[char] = &['与', '距', '离', '较', '比'];
        let words = self.words(start, end).trim_end();
        let verb = mark::GAP_VERB.ending(words)?;
        let compared = words[..words.len() - verb.len()].trim_end();
        let (open, named) = match compared.rfind(FROM) {
            Some(open) => (open, &compared[open..]),
            // What leads in was cut off the beginning.
            None if self.line[..start].ends_with(FROM) => (0, compared),
            None => return None,
        };
        let named = named.trim_start_matches(FROM);
        let open = compared[..open].trim_end_matches(FROM).len();
        let plain = named.chars().all(char::is_alphanumeric);
        let near =
            named.chars().nth(1).is_some() && named.chars().nth(COMPARED).is_none();
        let baseline = || Baseline {
            text: named.to_owned(),
            value: None,
            date: None,
        };
        (plain && near).then(|| (start + open, baseline()))
    }

    /// 与2015年相比，火灾起数上升5%: what the sentence compares its changes with.
    pub(super) fn compared_with(&self, at: usize) -> Option<Baseline> {
        Some(self.comparison_before(at)?.1)
    }

    /// 森林覆盖率|与2015年相比，|提高5个百分点: what is compared, where its clause ends straight
    /// before the one at `at`, and where it begins.
    pub(super) fn compared_subject(&self, at: usize) -> Option<(usize, &'t str)> {
        let (open, _) = self.comparison_before(at)?;
        let closed = self.words(open, at).trim_end();
        let closed = closed.strip_suffix(['，', ','])?;
        if closed.contains(['，', ',']) {
            return None;
        }
        let start = clause::clause_start(self.line, open);
        let start = self.behind_lead(start, open);
        let words = self.without_dates(start, open);
        let named = words.chars().nth(1).is_some() && !wording::opens_with_verb(words);
        named.then_some((start, words))
    }

    /// 森林覆盖率稳步提高，|由2010年的30%提高到35%: what the clause before the one at `at` says
    /// moves, without a number, and where it begins.
    pub(super) fn moved_before(&self, at: usize) -> Option<(usize, &'t str)> {
        /// Characters of what moves at most.
        const MOVED: usize = 16;
        let (start, words) = self.words_before(at)?;
        let (from, moved) = if let Some(exceeding) = exceeding(words) {
            (0, exceeding)
        } else if let Some(moves) = MOVES.find(words) {
            (0, wording::trim_tail(&words[..moves.start()]))
        } else {
            let moves = MOVED_OBJECT.find(words)?;
            (moves.end(), &words[moves.end()..])
        };
        let named = moved.chars().nth(1).is_some()
            && moved.chars().nth(MOVED).is_none()
            && !moved.contains(|c: char| c.is_ascii_digit() || "、的".contains(c))
            && !wording::opens_with_verb(moved);
        named.then_some((start + from, moved))
    }

    /// The clause before the one at `at`, without what leads in to it.
    fn words_before(&self, at: usize) -> Option<(usize, &'t str)> {
        let end = self.line[..at].trim_end().strip_suffix(['，', ','])?.len();
        let start = self.behind_lead(clause::clause_start(self.line, end), end);
        Some((start, self.words(start, end)))
    }

    /// 粮食总产量|再创新高，|达到150万吨: the measure that a clause before the one at `at` tells
    /// of, or one before that, and where it begins.
    pub(super) fn standing_before(&self, at: usize) -> Option<(usize, &'t str)> {
        /// Clauses to look back through: 产量连续十年增长，居全省首位，|达到150万吨.
        const CLAUSES: usize = 2;
        let mut at = at;
        for _ in 0..CLAUSES {
            let (start, words) = self.words_before(at)?;
            let verb = mark::STANDING_VERB.any().places(words).next()?;
            let subject = words[..verb.start].trim_end_matches("已经");
            if !subject.is_empty() {
                let named = wording::is_size_noun(subject)
                    && subject.chars().all(|c| c.is_alphabetic() || c == '&')
                    && !wording::opens_with_verb(subject);
                return named.then_some((start, subject));
            }
            at = start;
        }
        None
    }

    /// 居民收入增速|快于经济增长，|达到8%: what the clause before the one at `at` compares.
    pub(super) fn exceeding_before(&self, at: usize) -> Option<(usize, &'t str)> {
        let moved = self.moved_before(at)?;
        let (start, words) = moved;
        let behind = &self.line[start + words.len()..at];
        mark::EXCEEDING
            .opening(behind.trim_start_matches('不'))
            .map(|_| moved)
    }

    /// The comparison that the sentence makes before `at`, and where it opens.
    fn comparison_before(&self, at: usize) -> Option<(usize, Baseline)> {
        self.compared_clause(at)
            .or_else(|| self.compared_in_words(at))
    }

    /// 相较于“十三五”末，|利用量增长10%: the date that a clause of its own compares with.
    fn compared_clause(&self, at: usize) -> Option<(usize, Baseline)> {
        let start = self.sentence_at(at).start;
        let dates = self.dates_between(start, at).iter().rev();
        dates.take(status::NEAR).find_map(|found| {
            let before = self.words(start, found.span.start);
            let word = mark::COMPARING.ending(before)?;
            let open = found.span.start - word.len();
            let alone = clause::clause_start(self.line, open) == open
                && self.line[found.span.end..].starts_with(['，', ',']);
            let baseline = || Baseline {
                text: self.line[found.span.range()].to_owned(),
                value: None,
                date: found.date.and_then(DateMention::target_date),
            };
            (alone && !matches!(word, "与" | "从" | "由")).then(|| (open, baseline()))
        })
    }

    /// The comparison that 相比 makes before `at`.
    fn compared_in_words(&self, at: usize) -> Option<(usize, Baseline)> {
        let sentence = self.sentence_at(at);
        let start = sentence.start;
        let close = sentence.compares.get_or_init(|| {
            static COMPARED_WITH: LazyLock<Needles> =
                LazyLock::new(|| Needles::of(&["相比"]));
            let found = COMPARED_WITH.places(self.words(start, sentence.end)).next();
            found.map(|found| start + found)
        });
        self.comparison(start, close.filter(|&close| close < at)?)
    }

    /// Cuts 与上一个五年相比 off the end.
    pub(super) fn cut_compared(
        &self,
        start: usize,
        end: usize,
    ) -> Option<(usize, Baseline)> {
        let words = self.words(start, end);
        let at = words.rfind('比')?;
        let behind = wording::trim_tail(&words[at + '比'.len_utf8()..]);
        let close = words[..at].strip_suffix('相').unwrap_or(&words[..at]);
        let closes = matches!(behind, "" | "较");
        closes.then(|| self.comparison(start, start + close.len()))?
    }

    /// What 与 or 和 compares with up to 相比 at `close`, and where it opens.
    fn comparison(&self, start: usize, close: usize) -> Option<(usize, Baseline)> {
        let words = self.words(start, close).trim_end();
        let open = words.rfind(['与', '和']).or_else(|| words.rfind('同'))?;
        let with = start + open + '与'.len_utf8();
        let end = start + words.len();
        let named = self.words(with, end);
        let date = self.dates_between(with, end).first();
        let timed = date.is_some() || named.contains(['年', '期', '月', '季', '五']);
        let baseline = || Baseline {
            text: named.to_owned(),
            value: None,
            date: date
                .and_then(|date| date.date)
                .and_then(DateMention::target_date),
        };
        let near = timed && named.chars().nth(COMPARED).is_none();
        near.then(|| (start + open, baseline()))
    }

    /// Cuts 在2010年的基础上 off the end.
    fn cut_basis(&self, start: usize, end: usize) -> Option<(usize, Option<Baseline>)> {
        // 在2015年|基础上净增100万元: the date opens the clause.
        let opens = || self.date_before(start);
        let found = self
            .dates_between(start, end)
            .last()
            .copied()
            .or_else(opens)?;
        let behind = wording::trim_tail(self.words(found.span.end, end));
        if !matches!(behind, "基础上" | "的基础上") {
            return None;
        }
        let before = self.words(start, found.span.start);
        let at = start + before.strip_suffix('在').unwrap_or(before).len();
        let baseline = Baseline {
            text: self.line[found.span.range()].to_owned(),
            value: None,
            date: found.date.and_then(DateMention::target_date),
        };
        Some((at, Some(baseline)))
    }

    /// The baseline that a comparison word from `at` to `after` opens.
    fn baseline_at(&self, at: usize, after: usize, end: usize) -> Option<Baseline> {
        /// Bytes behind a first value to the word that tells where it goes at most.
        const MOVE: usize = 240;
        let from = matches!(self.words(at, after), "由" | "从");
        let compares = self.words(at, after).ends_with(['比', '较']);
        let date = self
            .dates_between(after, self.line.len())
            .first()
            .filter(|date| date.span.start <= after + 3);
        let limit = date.map_or(after, |date| date.span.end);
        let value = self.quantities_from(limit).first().filter(|quantity| {
            // 比去年的|3.2亿公斤|增长7%
            let beside = || {
                let between = self.words(limit, quantity.bounded);
                date.is_some() && matches!(between, "" | "的")
            };
            (from || compares && beside()) && quantity.span.end <= end
        });
        // 从3家银行融资超过1亿元: nothing moves from 3.
        let moves = value.is_none_or(|value| {
            let between = self.words(value.span.end, end);
            between.is_empty()
                || between.ends_with(['到', '至', '为'])
                || mark::MOVING.is_in(head(&self.line[value.span.end..], MOVE))
        });
        if date.is_none() && (value.is_none() || !moves) {
            return self.named_base(after, end).filter(|_| !from);
        }
        // 较前三年|平均值|下降20%
        let level = mark::MEAN_LEVEL.opening(self.words(limit, end));
        let limit = limit + level.map_or(0, str::len);
        // 较去年|同期|增加12天
        let same = value.is_none() && self.words(limit, end).starts_with(SAME_TIME);
        let limit = limit + if same { SAME_TIME.len() } else { 0 };
        let stop = value.map_or(limit, |value| value.span.end.max(limit));
        Some(Baseline {
            text: self.words(after, stop).trim_start_matches('的').to_owned(),
            value: value.map(|value| value.amount.value),
            date: date
                .and_then(|date| date.date)
                .and_then(DateMention::target_date),
        })
    }

    /// 比|全国平均水平, 较|“十三五”: what a comparison names that is no time.
    fn named_base(&self, start: usize, end: usize) -> Option<Baseline> {
        // 较历年同期（104.2mm）|偏多24%
        let named = self.words(start, end).trim_end();
        // 总量比|同期|增加5亿元: as a tail of what is measured the word would be cut off.
        if named == SAME_TIME {
            return Some(Baseline {
                text: named.to_owned(),
                value: None,
                date: None,
            });
        }
        let bracket = named.strip_suffix(['）', ')']);
        let named = bracket
            .and_then(|inner| Some(&named[..inner.rfind(['（', '('])?]))
            .unwrap_or(named);
        let named = wording::trim_tail(named);
        // 比全国平均水平|高2.3岁, 比序时进度|超前3个百分点
        let named = mark::EXCEEDING_BASE
            .ending(named)
            .map_or(named, |verb| &named[..named.len() - verb.len()]);
        let named = named.trim_end_matches(['高', '低', '快', '慢', '多', '少']);
        // 比同期增速|高0.8个百分点: the measure is the same on both sides.
        let named = mark::CHANGE_NOUN
            .ending(named)
            .map_or(named, |rate| &named[..named.len() - rate.len()]);
        let near = named.chars().nth(COMPARED).is_none();
        mark::COMPARED_BASE.ending(named).filter(|_| near)?;
        Some(Baseline {
            text: named.to_owned(),
            value: None,
            date: None,
        })
    }

    /// 由2008年的30元提高到…: what a change starts from is no target.
    pub(super) fn is_starting_point(&self, index: usize, around: &Around) -> bool {
        let quantity = self.quantities[index];
        let Some(next) = self.quantities.get(index + 1) else {
            return false;
        };
        let left = self.words(around.start, quantity.bounded);
        // 由2012年的|每人每月|300元提高至2016年的500元
        let base = quantity.bounded - base::closing_per(left);
        let date = self.date_before(base);
        let left = match date {
            Some(date) => self.words(around.start, date.span.start),
            None => left,
        };
        let between = self.words(quantity.span.end, next.bounded);
        // 比去年的3.2亿公斤|增长7%
        if date.is_some()
            && left.ends_with(['比', '较'])
            && mark::GROWTH_VERB.opening(between).is_some()
            && next.change.is_some_and(|change| change != Change::Level)
        {
            return true;
        }
        if self.moved_object(quantity, *next).is_some() {
            return true;
        }
        let moved = between.ends_with(['到', '至', '为'])
            || self.date_before(next.bounded).is_some()
            || mark::MOVING.is_in(between);
        opens_from(left)
            && moved
            && clause::clause_end(self.line, quantity.span.end) >= next.bounded
    }

    /// 将15个|审批环节|压缩为6个: what is made more or fewer, between how many there were and how
    /// many there are to be.
    fn moved_object(&self, from: Quantity<'_>, to: Quantity<'_>) -> Option<Span> {
        /// Bytes between the two at the most.
        const BETWEEN: usize = 90;
        let between = self.words(from.span.end, to.bounded);
        let alike = from.amount.unit.map(|unit| unit.name)
            == to.amount.unit.map(|unit| unit.name);
        if between.len() > BETWEEN
            || !alike
            || from.change.is_some_and(|change| change != Change::Level)
            || between.contains(['，', ',', '、', '。', '；', ';', '：'])
        {
            return None;
        }
        let start = clause::clause_start(self.line, from.verb);
        // 将15个村、|3个社区|合并为6个: of several things.
        let alone = self.before(from).is_none_or(|last| last.span.end <= start);
        let opens = alone && self.words(start, from.bounded).starts_with(['将', '把']);
        // 将每月800元的补助标准提高到|每月|1000元
        let between = &between[..between.len() - base::closing_per(between)];
        let mut object = opens.then_some(between)?;
        object = object
            .strip_suffix(['为', '到', '至', '成'])
            .unwrap_or(object);
        let whole = object.len();
        while let Some(verb) = mark::MOVING.ending(object) {
            object = &object[..object.len() - verb.len()];
        }
        let own = object.trim_start_matches('的');
        let named = object.len() < whole && own.chars().nth(1).is_some();
        let end = from.span.end + object.len();
        named.then(|| Span::new(end - own.len(), end))
    }

    /// What is moved by 将 or 把, and how many there were of it.
    pub(super) fn cut_moved(&self, quantity: Quantity<'t>) -> Option<(Span, Baseline)> {
        let from = self.before(quantity)?;
        let object = self.moved_object(from, quantity)?;
        let baseline = Baseline {
            text: self.words(from.bounded, from.span.end).to_owned(),
            value: Some(from.amount.value),
            date: None,
        };
        Some((object, baseline))
    }

    /// 从2021年的46503元和16935元分别提高到…
    pub(super) fn is_starting_row(
        &self,
        index: usize,
        count: usize,
        around: &Around,
    ) -> bool {
        let first = self.quantities[index];
        let last = self.quantities[index + count - 1];
        let date = self.date_before(first.bounded);
        let left = match date {
            Some(date) => self.words(around.start, date.span.start),
            None => self.words(around.start, first.bounded),
        };
        let end = clause::clause_end(self.line, last.span.end);
        // 比2010年的132.4万吨、14.56万吨分别减少7.0%、8.6%
        let compared = date.is_some() && left.ends_with(['比', '较']);
        (compared || opens_from(left))
            && mark::MOVING.is_in(self.words(last.span.end, end))
    }

    /// From 2021年的46503元和16935元: one baseline for each.
    pub(super) fn baselines(
        &self,
        measured: &Measured,
        first: Quantity<'_>,
        count: usize,
    ) -> Vec<Option<Baseline>> {
        let Some(shared) = measured
            .baseline
            .as_ref()
            .filter(|base| base.value.is_some())
        else {
            return Vec::new();
        };
        let earlier: Vec<_> = self
            .quantities
            .iter()
            .filter(|quantity| {
                quantity.span.start >= measured.quote.start
                    && quantity.span.end <= first.bounded
            })
            .collect();
        if earlier.len() < count {
            return Vec::new();
        }
        earlier[earlier.len() - count..]
            .iter()
            .map(|quantity| {
                Some(Baseline {
                    text: self.line[quantity.span.range()].to_owned(),
                    value: Some(quantity.amount.value),
                    date: shared.date,
                })
            })
            .collect()
    }
}

/// The time of an earlier year that goes as far as this one's.
const SAME_TIME: &str = "同期";

/// Characters of what a sentence compares with at most: “十二五”末同期.
const COMPARED: usize = 12;

/// Characters between 由 and the number that a change starts from at most: 由家庭人均可支配收入|9600元.
const FROM_REACH: usize = 12;

/// Whether a number behind these words is what something starts from.
fn opens_from(left: &str) -> bool {
    left.rfind(['由', '从']).is_some_and(|at| {
        let between = &left[at..];
        // 从业人员, 从事 start from nothing.
        let word = ["从业", "从事"]
            .iter()
            .any(|word| between.starts_with(word));
        !word
            && between.chars().count() <= FROM_REACH + 1
            && !between.contains(|c: char| c.is_ascii_digit() || c == '、')
    })
}

/// The places where a comparison may open, the last one first: not in 比例, 理由, 从业.
fn comparisons(words: &str) -> Vec<(usize, usize)> {
    let mut places: Vec<_> = mark::COMPARING
        .any()
        .places(words)
        .filter(|found| {
            let (before, after) = (&words[..found.start], &words[found.end..]);
            // 办理|由20个工作日压缩至5个, but 理由
            let handled = ["办理", "处理", "受理", "审理"];
            !after.starts_with(['例', '重', '率', '值', '较', '业', '事', '于'])
                && (!before.ends_with(['占', '对', '环', '理', '自', '参', '服', '相'])
                    || handled.iter().any(|verb| before.ends_with(verb)))
        })
        .map(|found| (found.start, found.end))
        .collect();
    places.reverse();
    places
}

/// What a clause compares with something that is no number: 农民收入增速|高于全省平均水平.
fn exceeding(clause: &str) -> Option<&str> {
    let place = mark::EXCEEDING.any().places(clause).next()?;
    let with = &clause[place.end..];
    let named = with.chars().nth(1).is_some() && with.chars().all(char::is_alphabetic);
    named.then(|| clause[..place.start].trim_end_matches('不'))
}

/// How what moves goes on in its clause: 森林覆盖率|稳步提高.
static MOVES: Pattern = Pattern::new(
    &[
        "提", "升", "增", "扩", "壮", "改", "优", "降", "减", "缩", "回落", "向好",
    ],
    "(?:不断|持续|稳步|逐步|逐年|明显|显著|大幅度?|快速|迅速|进一步|平稳|较快|有所|稳中有?|继续|日益|逐渐|总体|加快|有效)*\
     (?:提高|提升|上升|增长|增加|增多|增强|扩大|壮大|改善|优化|下降|减少|降低|缩小|回落|回升|攀升|向好)\
     (?:明显|显著|迅速|较快|较大)?$",
);

/// What stands before what is moved: 稳步提高|补助标准.
static MOVED_OBJECT: Pattern = Pattern::new(
    &["提", "扩大", "增加", "降低", "减少", "压缩"],
    "^(?:不断|持续|稳步|逐步|逐年|大幅度?|进一步|继续|适当|合理)*(?:提高|提升|扩大|增加|降低|减少|压缩)了?",
);

/// The words before who set a plan, where they close with that: 完成|省政府下达的.
fn set_by(words: &str) -> Option<&str> {
    /// Characters of the body at most.
    const BODY: usize = 8;
    let words = words.strip_suffix('的').unwrap_or(words);
    let named = ["下达", "确定"]
        .iter()
        .find_map(|verb| words.strip_suffix(verb))?;
    let verb = ["完成", "占"]
        .iter()
        .find_map(|verb| Some(named.rfind(verb)? + verb.len()))?;
    let body = &named[verb..];
    let plain = !body.is_empty()
        && body.chars().nth(BODY).is_none()
        && body.chars().all(char::is_alphabetic);
    plain.then_some(&named[..verb])
}
