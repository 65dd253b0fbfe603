//! Whether a value is to be reached, was reached, or is a condition of a rule.
//!
//! What a rule sets is a condition. Of all else the nearest clear word decides: one of the
//! value's own clause, then the headings above it, then its sentence, then the sentences
//! before it, then the title. A word that is not clear, such as 累计, which sums up what is to
//! come as well, counts where no clear one stands in the sentence or above it.

use std::sync::LazyLock;

use super::around::Around;
use super::sentence::{Hints, Past, Sentence};
use super::told::{Told, Word};
use super::{Paragraph, Passage, progress, sentence, told, wording};
use crate::grammar::date::{DateMention, FoundDate, find_dates};
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::lexicon::mark;
use crate::model::{Change, Comparator, Date, Genre, SectionKind, TargetStatus};
use crate::pattern::Pattern;
use crate::text::{Needles, head};

impl<'t> Paragraph<'t> {
    /// Whether a value is planned, was achieved, or is the condition of a rule.
    pub(super) fn status(&self, quantity: Quantity<'_>, around: &Around) -> TargetStatus {
        let sentence = self.sentence_at(quantity.span.start);
        // 到2025年，全市共有|120项: what is to come has not been done.
        let own = self
            .told_by_clause(quantity, around)
            .filter(|&told| told == Told::Planned || !self.is_to_come(sentence, around));
        if self.is_rule(quantity, around, sentence, own) {
            return TargetStatus::Condition;
        }
        let told = own
            .or_else(|| self.quotes_aim(quantity).then_some(Told::Planned))
            .or_else(|| self.told_as_due(sentence, around))
            .or_else(|| self.told_by_time(sentence, around))
            .or_else(|| self.told_by_label(sentence))
            .or_else(|| self.told_of_whole(sentence))
            .or_else(|| self.told_as_part_of_plan(quantity, around))
            .or_else(|| self.told_above())
            .or_else(|| self.told_by_sentence(sentence, around))
            .or_else(|| self.hinted_by_sentence(sentence, around))
            .or_else(|| self.told_before(quantity, sentence, around));
        // What a heading says of its section says nothing of the others.
        if told != Some(Told::Done) || self.told_above().is_none() {
            self.context.tally.count(told, is_exact(quantity, around));
        }
        let told = told
            .or_else(|| self.told_by_title())
            .or_else(|| self.context.tally.leaning.get());
        match told {
            Some(Told::Done) => TargetStatus::Achieved,
            Some(Told::Planned) => TargetStatus::Planned,
            None if self.is_statute() => TargetStatus::Condition,
            None => TargetStatus::Planned,
        }
    }

    /// 2010年为17.7% in a plan of 2011: nothing is planned for the past.
    pub(super) fn status_by(
        &self,
        deadline: Option<Date>,
        told: TargetStatus,
    ) -> TargetStatus {
        let past = |date: Date| {
            let issued = self.context.issued;
            issued.is_some_and(|issued| date.year() < issued.year())
        };
        if told == TargetStatus::Planned && deadline.is_some_and(past) {
            TargetStatus::Achieved
        } else {
            told
        }
    }

    /// 2009年，完成16%。但要全面完成下降|20%|的目标，: whether a date of the past that another sentence
    /// named stands behind what this one says is to come.
    pub(super) fn is_behind(
        &self,
        date: Date,
        quantity: Quantity<'_>,
        around: &Around,
        told: TargetStatus,
    ) -> bool {
        told == TargetStatus::Planned && self.status_by(Some(date), told) != told && {
            let sentence = self.sentence_at(quantity.span.start);
            let clear = sentence.clear(self.line);
            let upto = clear.partition_point(|word| word.place.end <= around.end);
            let last = clear[..upto].last();
            last.is_some_and(|word| self.line[word.place.clone()].starts_with('要'))
                && !self.names_date(sentence.start, quantity.span.start, date)
        }
    }

    /// The sentence that holds a place.
    pub(super) fn sentence_at(&self, at: usize) -> &Sentence {
        let sentences = self.sentences();
        let next = sentences.partition_point(|sentence| sentence.end < at);
        // OK because the last sentence ends where the line does.
        &sentences[next.min(sentences.len() - 1)]
    }

    fn sentences(&self) -> &[Sentence] {
        self.sentences
            .get_or_init(|| sentence::sentences(self.line))
    }

    /// What the sentences before one say of it. Most values are told of nearer by.
    pub(super) fn past(&self, sentence: &Sentence) -> Past {
        let pasts = self
            .pasts
            .get_or_init(|| sentence::pasts(self.line, self.sentences()));
        pasts[sentence.number]
    }

    /// What the clear words of the value's own clause say: the last one before the number,
    /// else the first one behind it.
    fn told_by_clause(&self, quantity: Quantity<'_>, around: &Around) -> Option<Told> {
        if self.names_plan(quantity, around) {
            return Some(Told::Planned);
        }
        // With the number, which makes a noun of 目标的56%.
        let before = self.words(around.start, quantity.span.end);
        let share = SHARE_OF_PLAN.find(before);
        let before = share.map_or(before, |share| &before[..share.start()]);
        let after = self.words(quantity.span.end, around.end);
        told::last_clear(before).or_else(|| told::words(after).find_map(Word::clear))
    }

    /// 全年任务5亿元: the sum that is planned, whatever was reached.
    pub(super) fn names_plan(&self, quantity: Quantity<'_>, around: &Around) -> bool {
        let class = quantity.class();
        class != Some(UnitClass::Count)
            && names_plan(self.words(around.start, quantity.bounded))
            // 完成省下达任务|111.89%: how much of it was done.
            && !(class == Some(UnitClass::Ratio)
                && SHARE_OF_PLAN.is_match(self.words(around.start, around.end)))
    }

    /// 1.引进项目不少于10个。上半年，引进6个: a report on tasks quotes each one before it tells
    /// how far it has come.
    pub(super) fn quotes_aim(&self, quantity: Quantity<'_>) -> bool {
        let progress = *self.progress.get_or_init(|| self.find_progress());
        progress.is_some_and(|progress| {
            let sentence = self.sentence_at(quantity.span.start);
            let text = &self.line[sentence.start..sentence.end];
            sentence.number < progress
                && !sentence.hints.get_or_init(|| self.hints(sentence)).done
                && told::last_clear(text).is_none()
        })
    }

    /// The first sentence that tells how far a task has come that the line begins with.
    fn find_progress(&self) -> Option<usize> {
        let first = self.passage.span.start == self.base && self.passage.path.is_some();
        if !first || !self.reports_on_tasks() {
            return None;
        }
        let mut sentences = self.sentences().iter();
        let tells = |sentence: &&Sentence| {
            PROGRESS.is_match(&self.line[sentence.start..sentence.end])
        };
        sentences.find(tells).map(|sentence| sentence.number)
    }

    /// Whether a heading above or a title says that tasks were followed up.
    fn reports_on_tasks(&self) -> bool {
        let headings = self.passage.headings.iter();
        let mut headings = headings.map(|heading| &self.text[heading.range()]);
        headings.any(|heading| OF_TASKS.is_match(heading))
            || self
                .context
                .titles
                .iter()
                .any(|title| OF_TASKS.is_match(title))
    }

    /// 任务为：面积5万亩、|产量2万吨, 约需教师800人，|保育员300人, 达产后产值5亿元，|税收2亿元: what
    /// was set, is needed or will come of it, up to where it is told what was done.
    fn told_as_due(&self, sentence: &Sentence, around: &Around) -> Option<Told> {
        if self.told_of_whole(sentence) == Some(Told::Planned) {
            return Some(Told::Planned);
        }
        // 预期目标是：增长5%；|就业18万人
        if self.past(sentence).set
            && !sentence::turns(self.words(sentence.start, around.end))
        {
            return Some(Told::Planned);
        }
        let clear = sentence.clear(self.line);
        let before = clear.partition_point(|word| word.place.end <= around.start);
        let needed = clear[..before].last().and_then(|word| {
            let said = &self.line[word.place.clone()];
            let needs =
                said.contains('需') || said.starts_with('可') || said.contains('后');
            needs.then_some(word.place.end)
        });
        let from = needed.or_else(|| {
            let words = self.words(sentence.start, around.start);
            let colon = words.rfind([':', '：'])?;
            let set = names_plan(&words[..colon]);
            let done = clear[..before].last().is_some_and(|word| {
                word.told == Told::Done && word.place.start > sentence.start + colon
            });
            (set && !done).then_some(sentence.start + colon)
        })?;
        let since = self.words(from, around.end);
        (!FULFILLED.iter().any(|verb| since.contains(verb))).then_some(Told::Planned)
    }

    /// 出生数将达到16.5万人。其中，|户籍9.2万人, 开工210个，完成任务93.3%。其中，|制造业17个: what the
    /// sentence before says of the whole whose parts this one counts.
    fn told_of_whole(&self, sentence: &Sentence) -> Option<Told> {
        let text = &self.line[sentence.start..sentence.end];
        if !text.trim_start().starts_with("其中") {
            return None;
        }
        let last = &self.sentences()[sentence.number.checked_sub(1)?];
        let clear = last.clear(self.line).last().map(|word| word.told);
        clear.or_else(|| {
            let hints = last.hints.get_or_init(|| self.hints(last));
            (hints.done && !hints.planned && !self.is_of_plan()).then_some(Told::Done)
        })
    }

    /// 截至目前，, 到2026年，: what the time says that opens the sentence, whatever the heading
    /// above tells of.
    pub(super) fn told_by_time(
        &self,
        sentence: &Sentence,
        around: &Around,
    ) -> Option<Told> {
        /// Bytes of the clause that opens a sentence at most.
        const OPENING: usize = 45;
        if self.names_later_year(sentence, around) || self.is_forecast(sentence, around) {
            return Some(Told::Planned);
        }
        let opening = head(&self.line[sentence.start..sentence.end], OPENING);
        let close = opening.find(['，', ',']);
        let opening = &opening[..close.unwrap_or(opening.len())];
        let clear = sentence.clear(self.line);
        let before = clear.partition_point(|word| word.place.end <= around.start);
        // 2024年以来，建成公园6个
        let since = close.is_some() && opening.ends_with("以来");
        if since && clear[..before].iter().all(|word| word.told == Told::Done) {
            return Some(Told::Done);
        }
        let (first, others) = clear[..before].split_first()?;
        let end = sentence.start + opening.len();
        // 截至目前，已建成公园6个，面积达到3公顷: what comes between says the same.
        let others = others.iter().all(|word| word.told == first.told);
        if first.is_ground || first.place.end > end || !others {
            return None;
        }
        let says = match first.told {
            Told::Done => {
                let going_on = mark::GOING_ON.is_in(self.words(around.start, around.end));
                close.is_some()
                    && !going_on
                    && mark::TIME_DONE.contains(&self.line[first.place.clone()])
            }
            // 计划到年底，普及率达到78%
            Told::Planned => {
                told::words(opening).any(|word| word == Word::FromNow)
                    || close.is_some() && self.plans_by_date(sentence.start, end)
            }
        };
        says.then_some(first.told)
    }

    /// Whether words are a word of a plan and a date and no more: 计划到年底, 预计到2025年.
    fn plans_by_date(&self, start: usize, end: usize) -> bool {
        let Some(date) = self.dates_between(start, end).first() else {
            return false;
        };
        let plan = self.words(start, date.span.start).trim();
        let plan = plan.strip_suffix(['到', '至']).unwrap_or(plan);
        date.span.end == end && mark::TOLD_PLANNED.contains(plan)
    }

    /// 基本情况：, 【工作进展】, 完成率前三名：: what the label says that the line begins with.
    ///
    /// 计划搬迁120户。完成情况：|搬迁100户: or the last one that a sentence up to its own begins with.
    fn told_by_label(&self, sentence: &Sentence) -> Option<Told> {
        let labels = self.labels.get_or_init(|| self.find_labels());
        let upto = labels.partition_point(|&(number, _)| number <= sentence.number);
        labels[..upto].last().map(|&(_, told)| told)
    }

    /// The sentences that begin with a label that tells something, and what it tells.
    fn find_labels(&self) -> Vec<(usize, Told)> {
        /// Bytes of such a label at most.
        const LABEL: usize = 36;
        let told = |sentence: &Sentence| {
            let words = &self.line[sentence.start..sentence.end];
            let words = words.trim_start().trim_start_matches(['【', '[']);
            if sentence.number == 0 && progress::is_ranking(words) {
                return Some(Told::Done);
            }
            let (label, _) = head(words, LABEL).split_once(['：', ':', '】', ']'])?;
            // What comes first may be a whole clause: 2023年，全市完成情况：.
            let whole = sentence.number == 0 || label.chars().all(char::is_alphabetic);
            told::heading_told(label).filter(|_| whole)
        };
        let sentences = self.sentences().iter();
        sentences
            .filter_map(|sentence| Some((sentence.number, told(sentence)?)))
            .collect()
    }

    /// What the title says of the attachment that the value is in, or else of the document.
    pub(super) fn told_by_title(&self) -> Option<Told> {
        self.passage.titled.told.or_else(|| self.context.told())
    }

    /// What the headings above say, the nearest first, or the kind of the section.
    pub(super) fn told_above(&self) -> Option<Told> {
        *self.passage.told.get_or_init(|| self.told_by_headings())
    }

    fn told_by_headings(&self) -> Option<Told> {
        let Passage { headings, kind, .. } = self.passage;
        let said = headings
            .iter()
            .rev()
            .find_map(|heading| told::heading_told(&self.text[heading.range()]));
        said.or_else(|| self.told_by_period()).or(match kind {
            SectionKind::Goals | SectionKind::Tasks => Some(Told::Planned),
            // The title of an attachment is the heading of all that has no number in it.
            SectionKind::Attachment => self.passage.titled.told,
            SectionKind::Review | SectionKind::Background => Some(Told::Done),
            _ => None,
        })
    }

    /// 一、重点工作, 一、2023年主要工作 in a report of 2023: what work it was, not what is to come.
    fn told_by_period(&self) -> Option<Told> {
        let period = self.period()?;
        let alone = self.told_by_title() == Some(Told::Done);
        let mut headings = self.passage.headings.iter();
        let of_work = headings.any(|heading| {
            let heading = self.text[heading.range()]
                .trim_end_matches(|c: char| !c.is_alphanumeric());
            let mut years = find_dates(heading, None)
                .into_iter()
                .filter_map(|found| found.date?.last)
                .map(Date::year)
                .peekable();
            heading.ends_with("工作")
                && (alone || years.peek().is_some())
                && years.all(|year| year == period.year())
        });
        of_work.then_some(Told::Done)
    }

    /// What the clear words of the sentence say: those of the clauses before, the nearest
    /// first, then those of the clauses behind.
    fn told_by_sentence(&self, sentence: &Sentence, around: &Around) -> Option<Told> {
        let own = self.words(around.start, around.end);
        // 已建成公园5个，继续建设绿道20公里
        let goes_on = mark::GOING_ON.is_in(own)
            || told::words(own).any(|word| word == Word::Maybe(Told::Planned));
        let clear = sentence.clear(self.line);
        let before = clear
            [..clear.partition_point(|word| word.place.end <= around.start)]
            .iter()
            .rfind(|word| !word.is_ground)
            .map(|word| word.told)
            .filter(|&told| !goes_on || told == Told::Planned);
        let behind = || {
            let next = clear.partition_point(|word| word.place.start < around.end);
            let next = clear.get(next)?;
            // 规划岸线1825米，其中|已|开发利用55米: what is done of a part says nothing of the whole.
            let of_part = || self.words(around.end, next.place.start).contains("其中");
            let set_out = own.contains("规划");
            (!set_out || !of_part()).then_some(next.told)
        };
        // 新建小区按5%配建，已建成小区加快补建: in an item of a plan what follows is another thing.
        let behind =
            || behind().filter(|&told| told == Told::Planned || !self.is_of_plan());
        before
            .or_else(|| self.names_year_to_come(sentence, around))
            .or_else(behind)
    }

    /// 到2025年, or a later year than that of the document, in the sentence before a value.
    pub(super) fn names_year_to_come(
        &self,
        sentence: &Sentence,
        around: &Around,
    ) -> Option<Told> {
        let until = names_year_to_come(&self.line[sentence.start..sentence.end]);
        (until || self.lies_ahead(sentence, around)).then_some(Told::Planned)
    }

    /// Whether a year that has not come stands before a value; in a plan of no known year each
    /// that it is 到 is one.
    fn is_to_come(&self, sentence: &Sentence, around: &Around) -> bool {
        let undated = || {
            let made = self.context.issued.or(self.context.published);
            made.is_none()
                && self.is_of_plan()
                && self.told_above() != Some(Told::Done)
                && names_year_to_come(self.words(sentence.start, around.verb))
        };
        self.lies_ahead(sentence, around) || undated()
    }

    /// Whether a later year than that of the document stands in the sentence before a value.
    fn lies_ahead(&self, sentence: &Sentence, around: &Around) -> bool {
        let mut dates = self.dates_between(sentence.start, around.verb).iter();
        dates.any(|found| self.is_later(found))
    }

    /// Whether a date is of a later year than that of the document.
    fn is_later(&self, found: &FoundDate) -> bool {
        let made = self.context.issued.or(self.context.published);
        let made = made.map(Date::year);
        let date = found.date.and_then(DateMention::target_date);
        made.is_some() && made < date.map(Date::year) && !found.is_distance
    }

    /// 2026年，|全市培育企业36家 in a text of 2025.
    fn names_later_year(&self, sentence: &Sentence, around: &Around) -> bool {
        let dates = self.dates_between(sentence.start, around.verb);
        let mut near = dates.iter().rev().take(NEAR);
        near.any(|found| self.is_later(found) && self.is_by(found))
    }

    /// 据测算，到2030年|人口为50万人 in a text of no known year.
    fn is_forecast(&self, sentence: &Sentence, around: &Around) -> bool {
        let dates = self.dates_between(sentence.start, around.verb);
        self.context.issued.is_none()
            && dates.iter().rev().take(NEAR).any(|found| {
                let before = self.words(sentence.start, found.span.start);
                // 据测算，2014年|产值57亿元 has been reckoned of what there was.
                let foreseen = mark::FORECAST_WORD.is_in(before)
                    || mark::RECKONING_WORD.is_in(before)
                        && (before.ends_with(['到', '至'])
                            || self
                                .words(found.span.end, around.end)
                                .contains(['将', '可']));
                found.date.is_some_and(|date| date.last.is_some()) && foreseen
            })
    }

    /// What the sentence says by words that are not clear, or by describing a place.
    fn hinted_by_sentence(&self, sentence: &Sentence, around: &Around) -> Option<Told> {
        let hints = sentence.hints.get_or_init(|| self.hints(sentence));
        let governed =
            || self.told_by_title() != Some(Told::Done) && self.past(sentence).governed;
        if hints.planned || governed() {
            return Some(Told::Planned);
        }
        // 累计建成公园20座 as an item of a plan is to be done.
        let done = hints.done && !self.is_of_plan()
            || !is_bounded_below(around) && self.is_described(sentence);
        done.then_some(Told::Done)
    }

    /// Whether the value is in an item of what is planned by its title, or behind what is told
    /// to be planned.
    fn is_of_plan(&self) -> bool {
        let within = self.passage.path.is_some() || self.context.tally.looks_ahead();
        within && self.told_by_title() == Some(Told::Planned)
    }

    fn hints(&self, sentence: &Sentence) -> Hints {
        let text = &self.line[sentence.start..sentence.end];
        let says = |word| told::words(text).any(|other| other == word);
        Hints {
            planned: says(Word::Maybe(Told::Planned)),
            done: says(Word::Maybe(Told::Done))
                || SHARE_OF_PLAN.is_match(text)
                || self.counts_and_more(sentence)
                || self.tells_of_period(text)
                || self.tells_of_year_gone(sentence)
                || self.has_grown(sentence),
        }
    }

    /// 1—6月，完成投资5亿元 in a text of no title: a plan has one, news have none.
    fn tells_of_period(&self, sentence: &str) -> bool {
        self.context.genre.is_none()
            && self.told_by_title() != Some(Told::Planned)
            && PART_OF_YEAR.is_match(sentence)
    }

    /// 2023年，|建湖县粮食种植面积143万亩 in news of 2024: what they tell of a year gone by was so.
    fn tells_of_year_gone(&self, sentence: &Sentence) -> bool {
        let Some(published) = self.context.published else {
            return false;
        };
        let gone = |found: &FoundDate| {
            let date = found.date.and_then(DateMention::target_date);
            date.is_some_and(|date| date.year() < published.year())
        };
        self.context.genre.is_none()
            && self.told_by_title() != Some(Told::Planned)
            && self
                .dates_between(sentence.start, sentence.end)
                .iter()
                .take(NEAR)
                .any(gone)
    }

    /// What the sentences before say; a plan goes on in its own way.
    fn told_before(
        &self,
        quantity: Quantity<'_>,
        sentence: &Sentence,
        around: &Around,
    ) -> Option<Told> {
        let class = quantity.class();
        let goes_on = self.told_by_title() == Some(Told::Planned)
            || self.is_statute()
            || is_bounded_below(around)
            || class == Some(UnitClass::Duration)
            || mark::GOING_ON.is_in(self.words(around.start, around.end));
        self.past(sentence)
            .told
            .filter(|&told| told == Told::Planned || !goes_on)
    }

    /// 发放宣传单1400余份: no one plans a number and some more.
    fn counts_and_more(&self, sentence: &Sentence) -> bool {
        self.quantities_from(sentence.start)
            .iter()
            .take_while(|quantity| quantity.span.end <= sentence.end)
            .any(|quantity| {
                let class = quantity.class();
                class == Some(UnitClass::Count)
                    && quantity.bounded == quantity.span.start
                    && quantity.comparator == Comparator::MoreThan
            })
    }

    /// Whether a sentence tells a level and at once how much it has grown.
    fn has_grown(&self, sentence: &Sentence) -> bool {
        self.quantities_from(sentence.start)
            .iter()
            .take_while(|quantity| quantity.span.end <= sentence.end)
            .any(|quantity| {
                quantity.change.is_none()
                    && quantity.comparator == Comparator::Equal
                    // A budget is set and grows.
                    && !self.line[..quantity.span.start].ends_with("安排")
                    && grows(&self.line[quantity.span.end..])
            })
    }

    /// Whether a place is described in the passage up to the end of a sentence.
    pub(super) fn is_described(&self, sentence: &Sentence) -> bool {
        let passage = self.passage;
        let described = passage.described.get_or_init(|| {
            let found = told::described(&self.text[passage.span.range()]);
            found.map(|at| passage.span.start + at)
        });
        described.is_some_and(|at| at < self.base + sentence.end)
    }

    /// Whether the document is a statute, whose numbers are rules.
    fn is_statute(&self) -> bool {
        self.passage.kind == SectionKind::Provisions
            || matches!(
                self.context.genre,
                Some(
                    Genre::Measures
                        | Genre::Provisions
                        | Genre::DetailedRules
                        | Genre::Regulations
                )
            )
    }
}

/// Dates before a value that are looked at, so that no line takes more time than any other.
pub(super) const NEAR: usize = 4;

/// What a report on tasks is called: 民生实事完成情况, 重点工作推进情况.
static OF_TASKS: Pattern = Pattern::new(
    &["情况", "通报"],
    "(?:任务|目标|指标|实事|重点工作|项目)[^，。；]{0,8}(?:完成|进展|推进|落实|办理)(?:情况|通报)",
);

/// How a sentence begins that tells how far a task has come: 上半年，…, 截至6月底，…, 已…
static PROGRESS: Pattern = Pattern::new(
    &["截", "目前", "上半年", "季度", "月", "已", "今年以来"],
    "^[ \u{3000}]*(?:截至|截止|目前|上半年|前[一二两三]个?季度|[1一]?[-—–~～至到]?[0-9一二三四五六七八九十]{1,2}月|已|今年以来)",
);

/// Verbs by which a sentence goes on to what was done of what was needed.
const FULFILLED: &[&str] = &["完成", "实现", "到位"];

/// How much of a plan was reached: 完成年度目标的56%, 占全年任务1550万元的67%, 完成年度任务100.8%.
static SHARE_OF_PLAN: Pattern = Pattern::new(
    &["目标", "计划", "任务", "预算"],
    "(?:完成|占)[^，。；]{0,8}(?:目标|计划|任务|预算)\
     (?:[^，。；]{0,12}的[0-9.]+[%％]|数?[ \u{a0}]?[0-9.]+[%％](?:[^以左]|$))",
);

/// A statistic of the past, which tells a level and its growth: 产量|7327吨|，增长2.1%.
fn grows(behind: &str) -> bool {
    behind
        .strip_prefix(['，', ',', '、'])
        .is_some_and(|behind| {
            let verb = mark::GROWTH_VERB.opening(behind).map_or(0, str::len);
            verb > 0 && behind[verb..].starts_with(|c: char| c.is_ascii_digit())
        })
}

/// Whether a value is one that statistics have and plans seldom: 增长|62.2%, no more and no less.
fn is_exact(quantity: Quantity<'_>, around: &Around) -> bool {
    quantity.class() == Some(UnitClass::Ratio)
        && around.comparator == Comparator::Equal
        && matches!(around.change, Some(Change::Increase | Change::Decrease))
        && !quantity.amount.value.is_integer()
}

/// The part of a year that has gone by: 上半年, 前三季度, 1—6月.
static PART_OF_YEAR: Pattern = Pattern::new(
    &["上半年", "季度", "月"],
    "上半年|前[一二两三]个?季度|(?:^|[^0-9])[1一元](?:月份?)?[-—–~～至到][0-9二三四五六七八九十]+月",
);

/// 10个以上, 不超过: a bound of what there is to be, seldom of what there is.
fn is_bounded_below(around: &Around) -> bool {
    !matches!(
        around.comparator,
        Comparator::Equal | Comparator::MoreThan | Comparator::About
    )
}

/// Whether the words before a number end in what it is planned as: 年度计划投资|5亿元 is none,
/// 全年任务|5亿元 is.
pub(super) fn names_plan(left: &str) -> bool {
    if wording::compares(left) {
        return false;
    }
    let left = left
        .trim_end()
        .trim_end_matches(['为', '是', '数', '总', '额']);
    let plan = ["计划", "任务", "目标"]
        .iter()
        .find_map(|plan| left.strip_suffix(plan));
    // 高于目标2个百分点, 超市下达的建设任务200亩, 完成年度任务100.8%
    plan.is_some_and(|of| {
        let year = mark::PLAN_QUALIFIER.ending(of).unwrap_or("");
        !told::is_set_against(of) && !of[..of.len() - year.len()].ends_with('成')
    })
}

/// Whether 到20xx年 stands in a sentence, or 至20xx年 that ends no period.
pub(super) fn names_year_to_come(sentence: &str) -> bool {
    static UNTIL: LazyLock<Needles> = LazyLock::new(|| Needles::of(&["到20", "至20"]));
    UNTIL.places(sentence).any(|at| {
        let year = &sentence.as_bytes()[at + "到20".len()..];
        let before = &sentence[..at];
        let from = |c: char| c.is_ascii_digit() || "年月日底末初截".contains(c);
        matches!(year, [b'0'..=b'9', b'0'..=b'9', rest @ ..] if rest.starts_with("年".as_bytes()))
            && !(sentence[at..].starts_with('至') && before.trim_end().ends_with(from))
    })
}
