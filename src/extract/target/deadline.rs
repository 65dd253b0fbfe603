//! By when a value is to be reached: its own date, or the one that governs here.

use super::around::Around;
use super::told::Told;
use super::{Paragraph, clause, rule, wording};
use crate::grammar::date::{DateMention, FoundDate, find_dates};
use crate::grammar::department::is_han;
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::lexicon::mark;
use crate::model::{Date, Genre, SectionKind, TargetStatus};
use crate::pattern::Pattern;
use crate::span::Span;
use crate::text::{head, tail};

impl<'t> Paragraph<'t> {
    /// By when: the date of its own clause, else the one that governs the sentences here,
    /// else the heading's.
    pub(super) fn deadline(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        status: TargetStatus,
        governing: &mut Option<Date>,
    ) -> Option<Date> {
        if status == TargetStatus::Condition {
            return None;
        }
        self.govern(quantity.span.start, governing);
        let own = self
            .dates_between(around.start, quantity.span.start)
            .iter()
            .rev()
            .find(|found| {
                self.is_deadline(found)
                    && !self.is_base(quantity, found)
                    && !self.is_of_threshold(found)
            });
        own.or_else(|| self.date_of_predicate(quantity, around.end))
            .and_then(|found| found.date)
            .and_then(DateMention::target_date)
            .or_else(|| {
                let passing = self.passing_date(quantity.span.start);
                self.in_whole_year(quantity, around, passing.or(*governing))
            })
            .or(self.passage.deadline)
            .or_else(|| self.whole_year(quantity, status))
            .or_else(|| self.year_of_plan(quantity, status))
            .or_else(|| self.heading_date(status))
            .or_else(|| {
                let year = self.year_of_work(status)?;
                (!self.takes_years(quantity)).then_some(year)
            })
            .or_else(|| self.year_of_aim(quantity, status))
            .or_else(|| {
                // A bulletin of statistics has its year in the title alone, as reports may.
                let bulletin = self.context.genre == Some(Genre::Communique);
                let year = self.context.title_year.filter(|_| bulletin);
                let named = self.period().or(year);
                named.filter(|_| status == TargetStatus::Achieved)
            })
    }

    /// 12个项目|年底前|全部建成: the date between what is counted and what is to become of it.
    pub(super) fn date_of_predicate(
        &self,
        quantity: Quantity<'_>,
        end: usize,
    ) -> Option<&FoundDate> {
        /// Characters of what is counted at the most.
        const COUNTED: usize = 12;
        if !matches!(
            quantity.class(),
            Some(UnitClass::Count | UnitClass::Measure)
        ) {
            return None;
        }
        let found = self.dates_between(quantity.span.end, end).first()?;
        let counted = self.words(quantity.span.end, found.span.start);
        let named = counted.chars().all(is_han) && counted.chars().nth(COUNTED).is_none();
        let by = found.date.is_some_and(|date| date.by) && self.is_deadline(found);
        let predicate = self.words(found.span.end, end);
        let becomes = predicate.chars().all(is_han) && !predicate.contains('的');
        (named && by && becomes && !predicate.is_empty()).then_some(found)
    }

    /// 8月18日 of a tale of last year, read as this year's, or the later one of two periods in
    /// a heading.
    pub(super) fn is_of_next_year(&self, date: Date, status: TargetStatus) -> bool {
        let issued = self.context.issued;
        status == TargetStatus::Achieved
            && issued.is_some_and(|issued| {
                date.year() > issued.year()
                    || date.month().is_some() && issued.month().is_some() && date > issued
            })
    }

    /// 11月底建成公园5个 below 2023年工作回顾 in a report of January 2024, read as this year's.
    pub(super) fn in_year_looked_back_on(
        &self,
        date: Date,
        status: TargetStatus,
    ) -> Date {
        let looked_back = || {
            let issued = self.context.issued?;
            let above = self.heading_date(status)?;
            let last = above.year() + 1 == issued.year() && date.year() == issued.year();
            let month = date.month().filter(|_| last && date > issued)?;
            let year = above.year();
            match date.day() {
                Some(day) => Date::year_month_day(year, month, day),
                None => Date::year_month(year, month),
            }
        };
        let done = status == TargetStatus::Achieved && date.month().is_some();
        done.then(looked_back).flatten().unwrap_or(date)
    }

    /// Whether the sentence that goes on to a place opens with the end of all that it says, over
    /// its semicolons: 到2028年，占比达到35%；|每年改造10个, but not 在2017年招收14人；|每年选派10名.
    pub(super) fn opens_with_end(&self, at: usize, date: Date) -> bool {
        /// Bytes of such a sentence at the most, and of its opening.
        const LONGEST: usize = 600;
        const OPENING: usize = 36;
        let words = tail(&self.line[..at], LONGEST);
        let start = words.rfind('。').map_or(0, |stop| stop + '。'.len_utf8());
        let words = words[start..].trim_start();
        let ends = ["到", "至", "力争到"]
            .iter()
            .any(|to| words.starts_with(to));
        let start = at - words.len();
        ends && self.names_date(start, start + head(words, OPENING).len(), date)
    }

    /// Whether a stretch names a date.
    pub(super) fn names_date(&self, start: usize, end: usize, date: Date) -> bool {
        self.dates_between(start, end)
            .iter()
            .filter_map(|found| found.date.and_then(DateMention::target_date))
            .any(|named| named == date)
    }

    /// 上半年完成30亿元，|全年|完成100亿元: the date that governs, but the year of it alone.
    fn in_whole_year(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        governing: Option<Date>,
    ) -> Option<Date> {
        let date = governing?;
        let whole = || {
            self.words(around.start, quantity.span.start)
                .contains("全年")
        };
        Some(if date.month().is_some() && whole() {
            Date::year_only(date.year())
        } else {
            date
        })
    }

    /// 全年新增5万千瓦 of a plan: the year of the document.
    fn whole_year(&self, quantity: Quantity<'_>, status: TargetStatus) -> Option<Date> {
        if status != TargetStatus::Planned {
            return None;
        }
        let sentence = self.sentence_at(quantity.span.start).start;
        let words = self.words(sentence, quantity.span.start);
        if !words.contains("全年") {
            return None;
        }
        // 三、2027年工作打算 of a report of 2026: the year that it is about.
        let headed = self
            .heading_date(status)
            .filter(|date| date.month().is_none());
        let titled = self.passage.titled.year.or(self.context.title_year);
        let year = headed.or(titled).or(self.context.reference)?;
        Some(Date::year_only(year.year()))
    }

    /// 编制了2023年改造计划，改造3898个: what the plan of a year has is of that year.
    fn year_of_plan(&self, quantity: Quantity<'_>, status: TargetStatus) -> Option<Date> {
        if status != TargetStatus::Planned {
            return None;
        }
        /// Dates that are looked at, so that no line takes more time than any other.
        const NEAR: usize = 4;
        let sentence = self.sentence_at(quantity.span.start).start;
        let dates = self.dates_between(sentence, quantity.span.start);
        let is_of_plan = |found: &&FoundDate| {
            let end = clause::clause_end(self.line, found.span.end);
            let words = self.words(found.span.end, end);
            end < quantity.span.start
                && self.is_deadline(found)
                && mark::PLAN_NOUN.ending(words).is_some()
        };
        let found = dates.iter().rev().take(NEAR).find(is_of_plan)?;
        found.date?.target_date()
    }

    /// The goals of a plan for one year are of that year; its measures may take longer, but
    /// for those of a list of the year's work.
    fn year_of_work(&self, status: TargetStatus) -> Option<Date> {
        let goals = self.passage.kind == SectionKind::Goals;
        let titled = self.passage.titled;
        let own = titled.work.or(titled.year.filter(|_| goals));
        let year = own.or(self.context.work_year).or_else(|| {
            let year = self.context.title_year;
            year.filter(|_| goals)
        });
        let ongoing = self.passage.ongoing;
        year.filter(|_| status == TargetStatus::Planned && !ongoing)
    }

    /// 三年内|培育企业10家, 未来五年|新增产值: what takes several years is not of the one.
    fn takes_years(&self, quantity: Quantity<'_>) -> bool {
        /// Bytes before a value in which it is said.
        const NEAR: usize = 120;
        static YEARS: Pattern = Pattern::new(
            &["年内", "年时间", "年努力", "未来", "今后"],
            "(?:^|[^0-9一二三四五六七八九十])(?:[2-9]|10|[二两三四五六七八九十])(?:[-—~～至到][0-9一二三四五六七八九十]+)?年(?:内|时间|努力)|(?:未来|今后)(?:[2-9]|10|[二两三四五六七八九十])年",
        );
        let sentence = self.sentence_at(quantity.span.start).start;
        YEARS.is_match(tail(self.words(sentence, quantity.span.start), NEAR))
    }

    /// The time of what was done, as the title of the attachment or the document has it.
    pub(super) fn period(&self) -> Option<Date> {
        self.passage.titled.period.or(self.context.period)
    }

    /// What a report on the tasks of a year quotes of them is for that year.
    fn year_of_aim(&self, quantity: Quantity<'_>, status: TargetStatus) -> Option<Date> {
        let year = Date::year_only(self.period()?.year());
        let quoted = status == TargetStatus::Planned && self.quotes_aim(quantity);
        quoted.then_some(year)
    }

    /// 为“十三五”时期的2.2倍: the date is what the multiple is of.
    ///
    /// 是“十二五”时期|43200万元|的1.87倍: with the sum that it was then.
    pub(super) fn is_base(&self, quantity: Quantity<'_>, found: &FoundDate) -> bool {
        let class = quantity.class();
        let end = match self.sum_of_base(quantity) {
            Some(sum) => sum.bounded,
            None => quantity.bounded,
        };
        let between = self.words(found.span.end, end);
        class == Some(UnitClass::Multiple) && is_of_period(between)
    }

    /// The sum that a multiple is of, straight before it: 43200万元的|1.87倍.
    pub(super) fn sum_of_base(&self, quantity: Quantity<'_>) -> Option<Quantity<'t>> {
        if quantity.class() != Some(UnitClass::Multiple) {
            return None;
        }
        let sum = self.before(quantity)?;
        (self.words(sum.span.end, quantity.bounded) == "的").then_some(sum)
    }

    /// 是2005年的2.7倍: the date governs nothing behind the multiple.
    fn is_base_of_next(&self, found: &FoundDate) -> bool {
        let next = self.quantities_from(found.span.end).iter().take(2);
        { next }.any(|&next| self.is_base(next, found))
    }

    /// Moves on to the last date before `at` that opens a clause and says when something
    /// is to be reached.
    pub(super) fn govern(&self, at: usize, governing: &mut Option<Date>) {
        let before = self.dates.partition_point(|found| found.span.end <= at);
        let last = before.checked_sub(1);
        if let Some(date) = last.and_then(|last| self.governing[last]) {
            *governing = date;
        }
        let from = last.map_or(0, |last| self.dates[last].span.end);
        let reset = self.resets.partition_point(|&reset| reset <= at);
        if reset
            .checked_sub(1)
            .is_some_and(|last| self.resets[last] >= from)
        {
            *governing = None;
        }
    }

    /// 2019年，建设农田6万亩，|6月底前|完成30%: a month that says no year is of the one that its
    /// sentence or the line opens with.
    pub(super) fn date_months(&mut self) {
        if !self
            .dates
            .iter()
            .any(|found| self.is_bare_month(found.span))
        {
            return;
        }
        let opening = self.dates.first().filter(|found| self.opens_year(found));
        let label =
            opening.filter(|found| self.line[found.span.end..].starts_with(['：', ':']));
        let of_line = label.and_then(|found| found.date?.last);
        let mut year = None;
        for index in 0..self.dates.len() {
            let found = self.dates[index];
            let last = index
                .checked_sub(1)
                .map_or(0, |last| self.dates[last].span.end);
            if self
                .words(last, found.span.start)
                .contains(clause::ends_sentence)
            {
                year = None;
            }
            if self.opens_year(&found) {
                year = found.date.and_then(|date| date.last);
            } else if let Some(year) = year.or(of_line)
                && let Some(date) = self.month_in(found.span, year)
            {
                self.dates[index].date = Some(date);
            }
        }
    }

    /// Whether a year stands at the beginning of a clause, and what it is that is told of:
    /// 2019年，, 2019年：, not 到2019年.
    fn opens_year(&self, found: &FoundDate) -> bool {
        let year = found.date.is_some_and(|date| {
            let whole = |date: Date| date.month().is_none();
            date.first == date.last
                && date.last.is_some_and(whole)
                && !date.by
                && !date.year_end
        });
        let behind = &self.line[found.span.end..];
        year && !found.is_distance
            && behind.starts_with(['，', ',', '：', ':'])
            && clause::clause_start(self.line, found.span.start) == found.span.start
    }

    /// 6月底前, of no year.
    fn is_bare_month(&self, span: Span) -> bool {
        let words = &self.line[span.range()];
        words.starts_with(|c: char| c.is_ascii_digit())
            && words.contains('月')
            && !words.contains('年')
    }

    /// A date that names a month and no year, as one of a year.
    fn month_in(&self, span: Span, year: Date) -> Option<DateMention> {
        let year = Date::year_only(year.year());
        let found = self
            .is_bare_month(span)
            .then(|| find_dates(&self.line[span.range()], Some(year)))?;
        found.first()?.date
    }

    /// For each date what governs behind it, found once for the whole line.
    pub(super) fn find_governing(&self) -> Vec<Option<Option<Date>>> {
        let mut governing = None;
        let marks: &[char] = &['（', '）', '(', ')', ' ', '\u{3000}', '\t', '\r'];
        let whole = self.line.trim_matches(marks);
        let behind = |found: &FoundDate| {
            // The line of the date (成文日期) says when the document was made.
            if self.line[found.span.range()] == *whole {
                return governing;
            }
            if found.is_distance || found.date.is_some_and(|date| date.last.is_none()) {
                // 五年来, 2012年以来: what comes next is told of another time.
                if self.opens_clause(found) {
                    governing = Some(self.year_so_far(found));
                }
            } else if self.governs(found)
                && !self.is_passing(found)
                && !self.is_aside(found, governing.flatten())
                && !self.is_of_event(found)
                && let Some(date) = found.date
            {
                governing = Some(date.target_date());
            }
            governing
        };
        self.dates.iter().map(behind).collect()
    }

    /// 今年以来: the year of the document, as far as it has come. 自2025年起 says nothing of what
    /// has been.
    fn year_so_far(&self, found: &FoundDate) -> Option<Date> {
        let since_then = self.words(found.span.start, found.span.end);
        if !since_then.ends_with('来') {
            return None;
        }
        let since = found.date.filter(|date| date.last.is_none())?.first?;
        let now = self.context.issued.or(self.context.reference)?;
        (since.year() == now.year()).then(|| Date::year_only(now.year()))
    }

    /// Whether a date says by when what comes behind its clause is done, or when it was.
    fn governs(&self, found: &FoundDate) -> bool {
        self.is_deadline(found)
            && (self.opens_clause(found)
                || self.is_in_label(found)
                || self.is_set_within(found))
            && !self.is_base_of_next(found)
            && !self.is_period_of_plan(found)
            && !self.is_of_threshold(found)
            && !self.is_of_part(found)
            && !self.is_of_row(found)
    }

    /// 2027年、|2028年|分别新增2万架、3万架: each date has a value of its own, and none governs.
    fn is_of_row(&self, found: &FoundDate) -> bool {
        const SIGNS: &[char] = &['、', '和', '与', '及'];
        let beside = self.line[found.span.end..].starts_with(SIGNS)
            || self.line[..found.span.start].ends_with(SIGNS);
        beside && {
            let end = clause::clause_end(self.line, found.span.end);
            self.words(found.span.end, end).contains("分别")
        }
    }

    /// 收入实现“开门红”，|首季完成20亿元。: a month or quarter that comes up within a sentence
    /// says nothing of the next one, but 到6月底 does; nor does a date that is set for one body.
    fn is_passing(&self, found: &FoundDate) -> bool {
        if !self.opens_clause(found) && !self.is_in_label(found)
            || self.aside_end(found).is_some()
        {
            return true;
        }
        let months = found.date.is_some_and(|date| {
            let last = date.last.and_then(Date::month);
            last.is_some() && !date.by && !date.year_end
        });
        months && {
            let start = self.sentence_at(found.span.start).start;
            let before = self.words(start, found.span.start);
            before.contains(['，', ',']) && !before.ends_with(['到', '至'])
        }
    }

    /// 增长5%（|2016年|增长3%），拉动2个百分点: where the bracket ends that a date opens and that
    /// has a value of its own.
    fn aside_end(&self, found: &FoundDate) -> Option<usize> {
        /// Bytes of such a bracket at most.
        const ASIDE: usize = 240;
        let start = clause::clause_start(self.line, found.span.start);
        if !self.line[..start].ends_with(['（', '(']) {
            return None;
        }
        let inside = head(&self.line[found.span.end..], ASIDE);
        let end = found.span.end + inside.find(['）', ')'])?;
        let first = self.quantities_from(found.span.end).first()?;
        (first.span.end <= end).then_some(end)
    }

    /// The date that came up within the sentence of the value at `at`.
    fn passing_date(&self, at: usize) -> Option<Date> {
        let found = self
            .dates_between(0, at)
            .last()
            .filter(|found| self.is_passing(found))?;
        let within = self.sentence_at(at).start <= found.span.start
            && self.aside_end(found).is_none_or(|end| at <= end);
        found
            .date
            .filter(|_| within && self.governs(found))?
            .target_date()
    }

    /// Where a clause ends that tells of another time: 五年来，, 用三年时间，. In a sentence that
    /// names a date before it says how long that is: 到2025年，用三年时间，.
    pub(super) fn find_resets(&self) -> Vec<usize> {
        let places = mark::OTHER_TIME.any().places(self.line);
        let ends = places.map(|word| word.end);
        ends.filter(|&end| {
            let start = self.sentence_at(end).start;
            self.line[end..].starts_with(['，', ','])
                && self.dates_between(start, end).is_empty()
        })
        .collect()
    }

    /// 其中2004年完成投资6亿元: the part alone is of that time.
    fn is_of_part(&self, found: &FoundDate) -> bool {
        let start = clause::clause_start(self.line, found.span.start);
        self.words(start, found.span.start)
            .trim_start()
            .starts_with("其中")
    }

    /// 2019年浓度超过70的镇: the date says which ones, not by when.
    fn is_of_threshold(&self, found: &FoundDate) -> bool {
        let end = clause::clause_end(self.line, found.span.end);
        let next = self.quantities_from(found.span.end).first();
        next.is_some_and(|next| {
            let bounded = next.leaves_room();
            let (left, behind) = (
                self.words(found.span.end, next.bounded),
                self.words(next.span.end, end),
            );
            // 2015年完成75%以上的登记
            bounded && rule::is_chosen_by(behind) && !wording::ends_with_action(left)
        })
    }

    /// 2015年被评为先进县。: a sentence of an earlier year that counts nothing.
    fn is_aside(&self, found: &FoundDate, governing: Option<Date>) -> bool {
        let date = found.date.and_then(DateMention::target_date);
        let earlier = governing
            .zip(date)
            .is_some_and(|(governing, date)| date.year() < governing.year());
        let end = self.sentence_at(found.span.end).end;
        let next = self.quantities_from(found.span.end).first();
        earlier
            && !self.line[found.span.end..].starts_with(['，', ','])
            && next.is_none_or(|next| next.span.start >= end)
    }

    /// 2003年6月，经省政府批准，改制为管理区。: the month of what came about once, in a sentence that
    /// counts nothing, dates none of what the paragraph goes on to tell.
    fn is_of_event(&self, found: &FoundDate) -> bool {
        let Some(date) = found.date.filter(|date| !date.by && !date.year_end) else {
            return false;
        };
        let month = date.last.filter(|last| last.month().is_some());
        let named = self.line[found.span.range()].contains('年');
        let (Some(month), true, true) = (month, named, date.first == date.last) else {
            return false;
        };
        // 截至2017年12月底，…。 tells of what there was by then.
        let until = self.line[..found.span.start].ends_with(['截', '至', '止', '到']);
        let past = match self.context.issued {
            Some(issued) => month < issued,
            None => self.told_by_title() != Some(Told::Planned),
        };
        let sentence = self.sentence_at(found.span.start);
        let next = self.quantities_from(sentence.start).first();
        past && !until
            && self.line[sentence.end..].starts_with('。')
            && next.is_none_or(|next| next.span.start >= sentence.end)
    }

    /// Whether a date opens its clause and says by when.
    pub(super) fn is_by(&self, found: &FoundDate) -> bool {
        self.is_deadline(found) && self.opens_clause(found)
    }

    /// Whether a date stands at the beginning of its clause, but for words like 到.
    fn opens_clause(&self, found: &FoundDate) -> bool {
        let start = clause::clause_start(self.line, found.span.start);
        let before = self.words(start, found.span.start);
        // 刚刚过去的2025年
        let time = mark::TIME_LEAD
            .ending(before)
            .filter(|lead| lead.len() == before.len());
        let lead = time.map_or_else(|| wording::lead_len(before), str::len);
        // 《通知》提出到2022年底，…
        let until = before.ends_with('到')
            && self.line[found.span.end..].starts_with(['，', ',']);
        lead == before.len() && !before.ends_with('于') || until
    }

    /// 各县要在|2027年底前|建成公园5个: a date by which whoever stands before it is to do what
    /// stands behind it.
    pub(super) fn is_set_within(&self, found: &FoundDate) -> bool {
        /// Bytes of who it is and what leads over to the date, at the most.
        const SUBJECT: usize = 60;
        if !found.date.is_some_and(|date| date.by) || found.is_distance {
            return false;
        }
        let before = &self.line[..found.span.start];
        let near = tail(before, SUBJECT);
        let start = clause::clause_start(near, near.len());
        let whole = start > 0 || near.len() == before.len();
        let words = near[start..].trim_end_matches(['在', '于']);
        let obliged = mark::OBLIGATION.ending(words);
        let subject = &words[..words.len() - obliged.map_or(0, str::len)];
        whole
            && subject.chars().nth(1).is_some()
            && !subject.contains(|c: char| c.is_ascii_digit() || "的“《：".contains(c))
            && (obliged.is_some() || !wording::opens_with_verb(subject))
            && wording::opens_with_verb(&self.line[found.span.end..])
    }

    /// 各县1—7月投资增速：甲县8%: a date in the label that the line begins with.
    fn is_in_label(&self, found: &FoundDate) -> bool {
        /// Bytes of a label before the date, and behind it, at most.
        const LABEL: usize = 60;
        let before = &self.line[..found.span.start];
        let behind = head(&self.line[found.span.end..], LABEL);
        let close = behind.find(['：', ':', '，', ',', '。', '；', '《']);
        before.len() <= LABEL
            && !before.contains(['：', ':', '，', ',', '。', '；', '《'])
            && before.matches(['（', '(']).count() == before.matches(['）', ')']).count()
            && close.is_some_and(|close| behind[close..].starts_with(['：', ':']))
    }

    /// 规划（2018—2025年）: the period in brackets is part of a plan's name.
    fn is_period_of_plan(&self, found: &FoundDate) -> bool {
        let before = self.line[..found.span.start].trim_end();
        let after = self.line[found.span.end..].trim_start();
        // 要点（2024年） is all to be done in that year.
        found.date.is_some_and(|date| date.first != date.last)
            && before.ends_with(['（', '('])
            && after.starts_with(['）', ')'])
            // 近期目标（2025—2027年）：建成公园5个
            && !after[after.chars().next().map_or(0, char::len_utf8)..]
                .starts_with(['：', ':'])
    }

    /// Whether a date is part of a name; “十五五” is a name and a date.
    fn is_part_of_name(&self, date: Span) -> bool {
        self.is_in_name(date) && !self.names.contains(&date)
    }

    fn is_deadline(&self, found: &FoundDate) -> bool {
        let Some(date) = found.date else { return false };
        if date.last.is_none() || found.is_distance {
            return false;
        }
        let before = self.line[..found.span.start].trim_end();
        let after = &self.line[found.span.end..];
        let period = date.first != date.last && before.ends_with(['从', '自']);
        !self.is_part_of_name(found.span)
            && !self.comes_every_year(found)
            && (period
                || !follows_comparison(before)
                    && !wording::ends_exceeding(before)
                    && !before.ends_with(['自', '〔', '[']))
            && !after.starts_with(['版', '级', '以', '起'])
            && !after.trim_start_matches('的').starts_with("基础上")
            && !goes_on_with_hour(after)
            && !self.is_of_noun(date, after)
    }

    /// 改造2000年底前|建成的|老旧小区: a date long past that says which ones.
    fn is_of_noun(&self, date: DateMention, after: &str) -> bool {
        /// Bytes of what had happened by then.
        const DONE: usize = 30;
        let past = |reference: Date| {
            date.last.is_some_and(|last| last.year() < reference.year())
        };
        let done = || {
            let words = head(after, DONE);
            let end = words.find('的').filter(|&end| end > 0);
            end.is_some_and(|end| words[..end].chars().all(is_han))
        };
        date.by && self.context.reference.is_some_and(past) && done()
    }

    /// 每年花后（4月份）追肥: a month that comes every year is no end.
    fn comes_every_year(&self, found: &FoundDate) -> bool {
        let start = self.sentence_at(found.span.start).start;
        let before = self.words(start, found.span.start);
        let before = before.trim_end_matches(['（', '(']);
        let clause = clause::clause_start(before, before.len());
        !self.line[found.span.range()].contains('年') && before[clause..].contains("每年")
    }

    /// The date that the headings name, or what leads in to the list.
    fn heading_date(&self, status: TargetStatus) -> Option<Date> {
        let passage = self.passage;
        let named = if self.is_past_lead_in(status) {
            self.find_heading_date(None)?
        } else {
            let found = || self.find_heading_date(passage.lead_in);
            (*passage.heading_date.get_or_init(found))?
        };
        let date = named.target_date()?;
        // What a report of the 上半年 quotes as planned is planned for the year.
        let quoted = named.first != named.last
            && status == TargetStatus::Planned
            && self.told_by_title() == Some(Told::Done);
        Some(if quoted {
            Date::year_only(date.year())
        } else {
            date
        })
    }

    /// Whether the date of what leads in to the list says nothing here: behind the paragraph
    /// of 一是, or of what is to come behind 2025年，全局上下齐心。
    fn is_past_lead_in(&self, status: TargetStatus) -> bool {
        let passage = self.passage;
        let looks_back = |lead: Span| {
            let lead = &self.text[lead.range()];
            passage.kind != SectionKind::Goals
                && !lead.ends_with(['：', ':'])
                // 市政府2011年10件实事
                && mark::TITLE_PLANNED.ending(lead).is_none()
        };
        match passage.lead_in {
            // 截至6月底，已签约项目161个。一是…力争达到1200亿元。
            Some(lead) if passage.run => {
                let as_of = || {
                    mark::TIME_DONE.is_in(&self.text[lead.range()])
                        || mark::TIME_DONE.ending(&self.text[..lead.start]).is_some()
                };
                self.base != passage.span.start
                    || status == TargetStatus::Planned && looks_back(lead) && as_of()
            }
            Some(lead) => status != TargetStatus::Achieved && looks_back(lead),
            None => false,
        }
    }

    fn find_heading_date(&self, lead_in: Option<Span>) -> Option<DateMention> {
        let headings = self.passage.headings.iter().rev();
        lead_in
            .iter()
            .chain(headings)
            .map(|heading| &self.text[heading.range()])
            .find_map(|heading| {
                let names = clause::names(heading);
                find_dates(heading, self.context.reference)
                    .iter()
                    .rev()
                    // 《实施方案（2016—2018年）》 is named, not dated.
                    .filter(|found| {
                        let is_part = |name: &Span| {
                            // “十五五” is a date itself.
                            name.contains(found.span)
                                && heading[name.range()].starts_with('《')
                        };
                        !names.iter().any(is_part)
                    })
                    // （2023年版） is an edition, not a time.
                    .filter(|found| !heading[found.span.end..].starts_with('版'))
                    // 与2020年相比 names what is compared with.
                    .filter(|found| !follows_comparison(&heading[..found.span.start]))
                    // 2004年4月18日收悉 leads in to a reply.
                    .filter(|found| {
                        let last = found.date.and_then(|date| date.last);
                        last.is_none_or(|date| date.day().is_none())
                    })
                    .find_map(|found| found.date.filter(|_| !found.is_distance))
                    .filter(|date| date.last.is_some())
            })
    }
}

/// 6月28日|下午，市长主持召开会议: whether a time of the day behind a date tells when something was,
/// and not by when it is to be: 6月28日|下午3时前.
fn goes_on_with_hour(after: &str) -> bool {
    let hour = ["上午", "下午", "晚"]
        .iter()
        .find_map(|part| after.strip_prefix(part));
    hour.is_some_and(|rest| {
        let clause = rest.split(['，', ',', '。']).next().unwrap_or(rest);
        !clause.contains('前')
    })
}

/// Whether a date behind words is one that something is compared with, or starts from.
fn follows_comparison(before: &str) -> bool {
    mark::COMPARING.ending(before).is_some() || before.ends_with('同')
}

/// Whether words stand between a plan's period and the multiple of it: 五年规划|期末的|2倍.
fn is_of_period(words: &str) -> bool {
    let words = words.strip_suffix('的').unwrap_or(words);
    ["", "时期", "期间", "期末", "末", "时", "同期"].contains(&words)
}
