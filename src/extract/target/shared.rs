//! What values one behind another share that stands beside one of them alone.

use super::carry::Carry;
use super::left::Left;
use super::{Paragraph, base, clause, list, wording};
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::lexicon::mark;
use crate::model::Change;
use crate::text::tail;

impl<'t> Paragraph<'t> {
    /// 损耗定额为：原粮：储存6个月以内的，|不超过0.1%: what a rule sets case by case, as what
    /// leads in to its cases says, or the case before.
    pub(super) fn ruled(&self, at: usize, carry: &Carry) -> Option<String> {
        /// Bytes back from a case to what leads in to it at most.
        const REACH: usize = 240;
        /// Labels between both at most.
        const LABELS: usize = 4;
        let case = self.line[..at].trim_end().strip_suffix(['，', ','])?;
        let case = case.strip_suffix('的')?;
        // Of the case, not of its value: a long sentence may be cut between both.
        let start = self.sentence_at(case.len()).start;
        let colons: &[char] = &['：', ':'];
        let label = case[start..].rfind(colons).map(|colon| start + colon);
        if label.is_none()
            && let Some(earlier) = &carry.earlier
        {
            return Some(earlier.clone());
        }
        let mut behind = label?;
        let mut label = "";
        for _ in 0..LABELS {
            let from = clause::clause_start(self.line, behind);
            let words = wording::trim_tail(&self.line[from..behind]);
            if mark::LIMIT_NOUN.ending(words).is_some() {
                return Some(format!("{label}{words}"));
            }
            if label.is_empty() {
                label = words;
            }
            let before = tail(&self.line[..from], REACH);
            behind = from - (before.len() - before.rfind(colons)?);
        }
        None
    }

    /// 补助比例可适当放大，|最高不超过20%: what the clause before a bare bound says of it that it
    /// may be set, and where it begins.
    pub(super) fn limited_before(&self, at: usize) -> Option<(usize, &'t str)> {
        /// Characters of such a name at most.
        const LIMITED: usize = 12;
        let end = self.line[..at].trim_end().strip_suffix(['，', ','])?.len();
        let from = clause::clause_start(self.line, end);
        let words = self.words(from, end);
        let verb = mark::SETTING_VERB.any().places(words).find_map(|verb| {
            let noun = wording::trim_tail(&words[..verb.start]);
            let limit = mark::LIMIT_NOUN
                .ending(noun)
                .or(mark::SUM_NOUN.ending(noun));
            limit.map(|_| noun)
        })?;
        let own = verb
            .rfind(['的', '对'])
            .map_or(0, |of| of + '的'.len_utf8());
        let own = own + wording::lead_len(&verb[own..]);
        let name = &verb[own..];
        name.chars()
            .nth(LIMITED)
            .is_none()
            .then_some((from + own, name))
    }

    /// 稳岗返还比例，大型企业|30%，中小微企业60%, 高龄津贴标准：80—89周岁|50元: the measure that a clause
    /// of its own names of those behind it, who have one value each.
    pub(super) fn measure_ahead(
        &self,
        quantity: Quantity<'t>,
        left: &Left<'_>,
        start: usize,
    ) -> Option<&'t str> {
        /// Characters of those who have a value, and of the measure, at most.
        const HOLDER: usize = 10;
        const MEASURE: usize = 20;
        let unmoved = matches!(quantity.change, None | Some(Change::Level));
        let straight = unmoved
            && !matches!(quantity.class(), Some(UnitClass::Count | UnitClass::Point))
            && left.baseline.is_none();
        // 补贴标准为：新建|每张床位1万元: in which case, no more.
        let case = left.words != "建设" && mark::BUILDING_VERB.contains(left.words);
        let named = left.words.chars().all(char::is_alphabetic)
            || wording::is_age_group(left.words);
        let held = !left.words.is_empty()
            && (case || quantity.change.is_none())
            && left.words.chars().nth(HOLDER).is_none()
            && named
            && (case || !wording::opens_with_verb(left.words))
            && !wording::is_size_noun(left.words)
            && (case || !wording::ends_with_action(left.words))
            // 补贴标准：打捆离田每亩|补贴20元
            && mark::AID_NOUN.ending(left.words).is_none();
        if !straight || !held {
            return None;
        }
        let before = self.line[..start].trim_end();
        let end = before.strip_suffix(['，', ',', '：', ':'])?.len();
        let from = clause::clause_start(self.line, end);
        let from = self.behind_lead(from, end);
        let words = self.words(from, end).trim_end_matches(['为', '是']);
        let named = wording::names_measure(words)
            && words.chars().nth(MEASURE).is_none()
            && words.chars().all(char::is_alphabetic)
            && !wording::opens_with_verb(words);
        named.then_some(words)
    }

    /// 棚户区改造，|开工3000套: the work that the clause before a bare verb names, and where it
    /// begins.
    pub(super) fn work_before(
        &self,
        left: &Left<'_>,
        start: usize,
        carry: &Carry,
    ) -> Option<(usize, &'t str)> {
        /// Characters of the name of a work at most.
        const WORK: usize = 20;
        /// Characters of what money was spent on at most.
        const SPENT: usize = 30;
        let spends = mark::SPENDING_VERB.contains(left.words);
        if carry.indicator.is_some() || !spends && !wording::is_verb(left.words) {
            return None;
        }
        let end = self.line[..start].strip_suffix(['，', ','])?.len();
        let from = clause::clause_start(self.line, end);
        let from = self.behind_lead(from, end);
        let work = self.words(from, end);
        // 完成128个小区改造 counts its work already.
        let plain = !work.contains(|c: char| c.is_ascii_digit());
        let named = mark::WORK_NOUN.ending(work).is_some()
            && work.chars().nth(WORK).is_none()
            && !wording::opens_with_verb(work);
        // 支持高等教育发展，|支出|12亿元
        let paid = || {
            spends && work.chars().nth(SPENT).is_none() && wording::opens_with_verb(work)
        };
        (plain && (named || paid())).then_some((from, work))
    }

    /// 居民用水价格：年用水量180立方米以下，|每立方米2元: the price that a label names of what is behind
    /// it, for a sum with nothing but its base in its clause; and where the base begins.
    pub(super) fn priced(
        &self,
        quantity: Quantity<'_>,
        start: usize,
    ) -> Option<(usize, &'t str)> {
        /// Bytes back to the label at most, and characters of it.
        const REACH: usize = 300;
        const LABEL: usize = 20;
        let words = self.words(start, quantity.bounded);
        let per = base::closing_per(words);
        let alone = words[..words.len().saturating_sub(per)].trim();
        let alone = matches!(alone, "" | "之后");
        if quantity.class() != Some(UnitClass::Money) || per == 0 || !alone {
            return None;
        }
        let before = tail(&self.line[..start], REACH);
        let cases = &before[before.rfind(['：', ':'])?..];
        let colon = start - cases.len();
        let from = self.behind_lead(clause::clause_start(self.line, colon), colon);
        let label = wording::trim_tail(self.words(from, colon));
        let named = mark::PRICE_NOUN.ending(label).is_some()
            && label.chars().nth(LABEL).is_none()
            && !cases.contains('。');
        named.then_some((quantity.bounded - per, label))
    }

    /// 给予奖励，单人|最高10万元: what each one gets.
    pub(super) fn aid_of_each(
        &self,
        quantity: Quantity<'_>,
        left: &Left<'_>,
        start: usize,
    ) -> Option<&'t str> {
        /// Characters of the words for one of those who get it at most: 单个项目.
        const ONE: usize = 6;
        let one = left.words.strip_prefix('单')?;
        let counted = one.starts_with(['人', '户', '家', '个', '项', '次', '场', '笔']);
        if !counted
            || quantity.class() != Some(UnitClass::Money)
            || left.words.chars().nth(ONE).is_some()
            // 单户|贴息额 says it itself.
            || mark::AID_NOUN.is_in(left.words)
        {
            return None;
        }
        let before = self.words(self.sentence_at(start).start, start);
        let aid = mark::AID_NOUN.any().places(before).last()?;
        Some(&before[aid])
    }

    /// 1个国家级、3个省级、10个市级|示范区: what the last of several grades says that all are.
    pub(super) fn noun_of_grades(
        &self,
        quantity: Quantity<'t>,
        grade: &str,
    ) -> Option<&'t str> {
        /// Grades that are looked through for the last one.
        const GRADES: usize = 5;
        if !list::is_grade(grade) {
            return None;
        }
        let mut end = quantity.span.end + grade.len();
        for next in self.quantities_from(end).iter().take(GRADES) {
            if self.words(end, next.bounded) != "、" {
                return None;
            }
            let behind = &self.line[next.span.end..];
            let graded = list::grade_len(behind)?;
            end = next.span.end + graded;
            let noun =
                wording::object(self.words(end, clause::clause_end(self.line, end)));
            if self.line[end..].starts_with(noun) && noun.chars().nth(1).is_some() {
                return Some(noun);
            }
        }
        None
    }

    /// 99%的服务中心、98%的卫生院|能够提供服务: what the last of several shares says of all.
    pub(super) fn shared_predicate(&self, quantity: Quantity<'_>) -> Option<&'t str> {
        /// Shares that are looked through for the last one.
        const SHARES: usize = 6;
        let share = |quantity: &Quantity<'_>| {
            quantity.class() == Some(UnitClass::Ratio)
                && self.line[quantity.span.end..].starts_with('的')
        };
        if !share(&quantity) {
            return None;
        }
        let mut last = quantity;
        for next in self.quantities_from(quantity.span.end).iter().take(SHARES) {
            let between = self.words(last.span.end, next.bounded);
            let listed =
                between.ends_with('、') && !between.contains(['，', ',', '。', '；']);
            if !listed || !share(next) {
                break;
            }
            last = *next;
        }
        if last.span == quantity.span {
            return None;
        }
        let end = clause::clause_end(self.line, last.span.end);
        let behind = self.words(last.span.end, end);
        let verb = mark::PREDICATE_VERB.any().find_at(behind, 0)?;
        Some(&behind[verb.start..])
    }
}
