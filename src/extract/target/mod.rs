//! Quantitative targets (指标): a number, read outward to what it measures.

mod age;
mod around;
mod base;
mod baseline;
mod bound;
mod candidate;
mod carry;
mod cell;
mod chapter;
mod clause;
mod deadline;
mod granted;
mod indicator;
mod left;
mod list;
mod naming;
mod noted;
mod passage;
mod progress;
mod rule;
mod sentence;
mod series;
mod shared;
mod sift;
mod size;
mod spelt;
mod status;
mod term;
#[cfg(test)]
pub(in crate::extract) mod tests;
mod told;
mod unnamed;
mod wording;

use std::cell::OnceCell;

use self::around::Around;
use self::carry::Carry;
use self::indicator::{Measured, NEW};
use self::noted::Noted;
use self::sentence::{Past, Sentence};
use self::told::Told;
use crate::diagnostic::{Code, Diagnostics};
use crate::grammar::date::{FoundDate, find_dates};
use crate::grammar::quantity::{Care, Quantity, UnitClass, find_quantities};
use crate::lexicon::mark;
use crate::model::{Baseline, Change, Comparator, Date, Nature, Target, TargetStatus};
use crate::span::Span;
use crate::text::head;

pub(in crate::extract) use base::per;
pub(in crate::extract) use cell::{Cell, CellUnit, Value, nature, read_cell, split_unit};
pub(crate) use passage::{Context, Passage, passages};
pub(in crate::extract) use wording::opens_with_verb;

/// Finds the targets of the passages, in order; lines that begin in `tables` are left to
/// the reading of tables.
pub(crate) fn find_targets(
    text: &str,
    passages: &[Passage<'_>],
    tables: &[Span],
    context: &Context,
    diagnostics: &mut Diagnostics,
) -> Vec<Target> {
    let mut targets = Vec::new();
    for passage in passages {
        let mut start = passage.span.start;
        let mut governing = None;
        let mut tables = &tables[tables.partition_point(|table| table.end <= start)..];
        let words = &text[passage.span.range()];
        let full = mark::VALUE_IN_WORDS.is_in(words);
        for line in words.split('\n') {
            while let [table, rest @ ..] = tables
                && table.end <= start
            {
                tables = rest;
            }
            let in_table = tables.first().is_some_and(|table| table.start <= start);
            if !in_table
                && let Some(paragraph) =
                    Paragraph::find(text, start, line, full, passage, context)
            {
                paragraph.read(&mut governing, &mut targets, diagnostics);
            }
            start += line.len() + 1;
        }
    }
    Noted::of(text).apply(&mut targets);
    targets
}

/// A line of a passage with everything that was found in it.
struct Paragraph<'t> {
    text: &'t str,
    /// Where the line begins in the text.
    base: usize,
    line: &'t str,
    passage: &'t Passage<'t>,
    context: &'t Context,
    quantities: Vec<Quantity<'t>>,
    ages: Vec<Quantity<'t>>,
    dates: Vec<FoundDate>,
    /// Whether values in words stand in the line.
    full: bool,
    /// What governs behind each date, when it or one before it says so.
    governing: Vec<Option<Option<Date>>>,
    /// Where what comes next is told of another time, of which no date stands here: 五年来.
    resets: Vec<usize>,
    /// Stretches whose numbers are names: titles in 《》, short quotations.
    names: Vec<Span>,
    /// The sentences of the line, once one was asked for.
    sentences: OnceCell<Vec<Sentence>>,
    /// For each of them what those before it say, once it was asked for.
    pasts: OnceCell<Vec<Past>>,
    /// The sentences that begin with a label, and what it says, once it was asked for.
    labels: OnceCell<Vec<(usize, Told)>>,
    /// The sentence that first tells how far the line's task has come, once it was asked for.
    progress: OnceCell<Option<usize>>,
}

impl<'t> Paragraph<'t> {
    /// A line with numbers in it; most have none. `full` says whether values in words stand
    /// in its passage.
    fn find(
        text: &'t str,
        base: usize,
        line: &'t str,
        full: bool,
        passage: &'t Passage<'t>,
        context: &'t Context,
    ) -> Option<Self> {
        let mut quantities = find_quantities(line, &[], Care::Measured);
        let mut full = full && mark::VALUE_IN_WORDS.is_in(line);
        let bare = sift::may_be_unitless(line);
        let none = quantities.is_empty() && !full && !bare;
        // 对9个县（市）分解意见的通知: the title counts nothing, but its date governs.
        if !none && context.is_of_title(line) {
            quantities.clear();
            full = false;
        }
        if none && naming::glued(line).next().is_none() || !wording::COUNTING.is_in(line)
        {
            return None;
        }
        let dates = if none {
            Vec::new()
        } else {
            let mut dates =
                find_dates(line, passage.reference(text).or(context.reference));
            // 完成年初预算的101.5%, 上年结余320万元, 结转|下年|支出: the date is part of what was planned
            // or of what a budget carries over.
            dates.retain(|found| {
                let (before, words) = line.split_at(found.span.start);
                if before.ends_with("结转") {
                    return false;
                }
                mark::PLANNED_WHOLE.opening(words).is_none()
                    && mark::CARRIED_OVER.opening(words).is_none()
                    && !is_half_of_bound(&quantities, found.span)
            });
            dates
        };
        let mut paragraph = Self {
            text,
            base,
            line,
            passage,
            context,
            quantities,
            ages: Vec::new(),
            dates,
            full,
            governing: Vec::new(),
            resets: Vec::new(),
            names: clause::names(line),
            sentences: OnceCell::new(),
            pasts: OnceCell::new(),
            labels: OnceCell::new(),
            progress: OnceCell::new(),
        };
        paragraph.date_months();
        paragraph.drop_names();
        paragraph.free_breakthroughs();
        paragraph.bound_full_terms();
        paragraph.bound_sized_nouns();
        paragraph.add_unitless();
        paragraph.share_units();
        paragraph.share_bounds();
        paragraph.governing = paragraph.find_governing();
        paragraph.resets = paragraph.find_resets();
        Some(paragraph)
    }

    fn read(
        &self,
        governing: &mut Option<Date>,
        targets: &mut Vec<Target>,
        diagnostics: &mut Diagnostics,
    ) {
        let first = targets.len();
        let mut carry = self.carry();
        let mut outer = None;
        let mut index = 0;
        while index < self.quantities.len() {
            let series = self.series(index);
            let quantity = self.quantities[index];
            let since = self.words(carry.end, quantity.span.start);
            if since.contains(clause::ends_sentence)
                && !self.goes_on_by_date(index, &carry)
            {
                carry = carry.into_next(self.carry());
                outer = None;
            } else {
                carry.pass_brackets(since, &mut outer);
            }
            if series > 1 {
                let row = targets.len();
                self.read_series(index, series, &mut carry, governing, targets);
                series::share_condition(&mut targets[row..]);
            } else {
                self.read_one(index, &mut carry, governing, targets);
            }
            index += series;
            carry.end = self.quantities[index - 1].span.end;
        }
        self.report_glued(diagnostics);
        self.read_full(governing, targets);
        self.read_ages(targets);
        targets_in_order(&mut targets[first..]);
        self.govern(self.line.len(), governing);
    }

    /// Reports glued table cells, which no one can take apart: `2551.72347.6`.
    fn report_glued(&self, diagnostics: &mut Diagnostics) {
        for span in naming::glued(self.line) {
            let words = &self.line[span.range()];
            diagnostics.push(
                Code::UnreadableNumber,
                Some(self.place(span)),
                format!("expected one number, found `{words}`"),
            );
        }
    }

    /// A stretch of the line; empty when it would run backwards.
    fn words(&self, start: usize, end: usize) -> &'t str {
        self.line.get(start..end).unwrap_or("")
    }

    const fn place(&self, span: Span) -> Span {
        Span::new(self.base + span.start, self.base + span.end)
    }

    fn read_one(
        &self,
        index: usize,
        carry: &mut Carry,
        governing: &mut Option<Date>,
        targets: &mut Vec<Target>,
    ) {
        let quantity = self.quantities[index];
        let around = self.around(index);
        let spread = around.linked && carry.spread.is_some();
        if !spread && !self.is_target(quantity, &around)
            || self.is_starting_point(index, &around)
        {
            return;
        }
        let Some(mut measured) = self.measured(quantity, &around, carry) else {
            return;
        };
        if let Some(name) =
            self.granted_for(quantity, &measured.indicator, around.start, carry)
        {
            measured.indicator = name;
        }
        let granted = self.goes_on_as_grant(quantity, carry);
        if granted && let Some(aid) = self.aid_of_last(&measured.indicator, carry) {
            measured.indicator.push_str(aid);
        }
        // 由民政按|普通疾病|70%、重大疾病100%的比例救助
        if let Some(aid) = self.aid_of_row(quantity)
            && mark::AID_NOUN.ending(&measured.indicator).is_none()
        {
            let case = measured.indicator.rsplit('按').next().unwrap_or_default();
            measured.indicator = format!("{case}{aid}");
        }
        if naming::holds_glued(&measured.indicator) {
            return;
        }
        let mut target = self.target(quantity, &around, &measured, governing);
        let between = self.words(carry.end, quantity.span.start);
        if target.unit == carry.unit
            && goes_on(between)
            && let Some(change) = carry.change
        {
            target.change = change;
        }
        let shared = shared_change(quantity, &around, &target, carry);
        target.change = shared.unwrap_or(target.change);
        // 奖励2万元、省级|5万元: one rule, and no date of its own.
        if granted && target.status == TargetStatus::Planned {
            (target.status, target.deadline) = (TargetStatus::Condition, None);
        }
        // 不得低于城镇1200元，|农村900元: one bound, one rule.
        if self.bound_of_cases(quantity).is_some() {
            target.status = carry.status.unwrap_or(target.status);
        }
        // 一级每人每月400元、|二级300元: one rule of several cases.
        let next_case =
            || self.line[carry.end..].starts_with('、') && target.unit == carry.unit;
        // 最高不超过300万元，|不低于50万元; 首套房首付比例不低于20%，|二套房不低于30%
        let same_rule = || {
            /// Characters at the end of both at the least.
            const MEASURE: usize = 3;
            let last = carry.indicator.as_deref().unwrap_or_default();
            let pairs = last.chars().rev().zip(measured.indicator.chars().rev());
            target.unit == carry.unit
                && around.comparator != Comparator::Equal
                && pairs.take_while(|(one, other)| one == other).count() >= MEASURE
        };
        // 奖励总额不超过500万元，其中备案|100万元: what is given of it when.
        let part_of_grant = || {
            let words = self.words(around.start, quantity.bounded);
            target.unit == carry.unit
                && words.trim_start().starts_with("其中")
                && mark::AID_NOUN.is_in(carry.indicator.as_deref().unwrap_or_default())
        };
        if target.status == TargetStatus::Planned
            && target.deadline.is_none()
            && carry.status == Some(TargetStatus::Condition)
            && (next_case()
                || same_rule()
                || part_of_grant()
                || self.is_bound_of_chosen(carry.end, quantity, &around))
        {
            target.status = TargetStatus::Condition;
        }
        go_on_as_rule(&measured.indicator, carry, &mut target);
        self.go_on_from_move(quantity, carry, &mut target);
        self.go_on_from_base(quantity, carry, &mut target);
        let verb = carry.verb.clone().filter(|_| shared.is_some());
        carry.remember(&measured, &target);
        carry.grants |= granted;
        // 减少|环节41%、办理时间62%、材料52%: the verb of the list stays its verb.
        carry.verb = verb.or_else(|| carry.verb.take());
        // 造林3万亩，其中人工造林1万亩、|封山育林2万亩: parts have no verb, the first as the next.
        let part = self.words(around.start, quantity.bounded).trim_start();
        let before = self.line[..around.start].trim_end_matches(['：', ':']);
        if (part.starts_with("其中") || before.ends_with("其中"))
            && !opens_with_verb(&measured.indicator)
        {
            carry.verb = None;
        }
        let tail = self.words(measured.words.end, quantity.bounded);
        let names = if wording::says_each(tail) {
            list::each(&target.indicator)
        } else if wording::counts_each(tail) && measured.quote.end == quantity.span.end {
            list::each_thing(&target.indicator)
        } else if quantity.class() == Some(UnitClass::Ratio) {
            list::each_share(&target.indicator, target.change != Change::Level)
        } else {
            Vec::new()
        };
        if names.is_empty() {
            targets.push(target);
        } else {
            targets.extend(names.into_iter().map(|indicator| Target {
                indicator,
                ..target.clone()
            }));
        }
    }

    /// 由2010年的3亿元增长到2015年的5亿元，|增长66.7%，年均|增长8%: what is said of a move between two
    /// dates is of the second one, and its change from the first.
    fn go_on_from_move(
        &self,
        quantity: Quantity<'_>,
        carry: &Carry,
        target: &mut Target,
    ) {
        let dates = self.dates_between(carry.end, quantity.span.start);
        let Some(reached) = carry.reached.filter(|_| dates.is_empty()) else {
            return;
        };
        let of_move = carry.indicator.as_deref().is_some_and(|moved| {
            let rate = target.indicator.strip_prefix(moved);
            rate.is_some_and(|rate| rate.is_empty() || mark::CHANGE_NOUN.contains(rate))
        });
        let mean = target.per.as_deref() == Some("年均");
        let told = target.change != Change::Level && target.baseline.is_none();
        if !of_move || !mean && carry.start.is_none() {
            return;
        }
        target.deadline = Some(reached);
        if told && !mean {
            target.baseline.clone_from(&carry.start);
        }
    }

    /// 比2021年增加1200元，|增长6.4%: the share by which something changed is told of the same
    /// comparison as the sum.
    fn go_on_from_base(
        &self,
        quantity: Quantity<'_>,
        carry: &Carry,
        target: &mut Target,
    ) {
        let between = self.words(carry.end, quantity.verb).trim_start();
        if target.baseline.is_none()
            && target.change != Change::Level
            && Some(target.change) == carry.change
            && quantity.class() == Some(UnitClass::Ratio)
            && carry.unit.as_deref() != Some("%")
            && matches!(between, "，" | "," | "、" | "（" | "(")
        {
            target.baseline.clone_from(&carry.base);
        }
    }

    fn target(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        measured: &Measured,
        governing: &mut Option<Date>,
    ) -> Target {
        let told = self.status(quantity, around);
        let sentence = self.sentence_at(quantity.span.start).start;
        let deadline = self
            .deadline(quantity, around, told, governing)
            .filter(|&date| !self.is_behind(date, quantity, around, told));
        let status = self.status_by(deadline, told);
        let deadline = deadline
            .map(|date| self.in_year_looked_back_on(date, status))
            .filter(|date| !self.is_of_next_year(*date, status))
            .filter(|&date| {
                let at = quantity.span.start;
                !is_yearly(measured, status)
                    || self.names_date(sentence, at, date)
                    || self.opens_with_end(at, date)
            });
        // 新增|60马力以上|收割机30台: what grows is how many there are.
        let sized = || {
            status == TargetStatus::Condition && self.is_size_of_done(quantity, around)
        };
        let change = if self.is_rebate(quantity) || sized() {
            Change::Level
        } else {
            change(quantity, around, &measured.own, self.line)
        };
        let span = self.place(measured.quote);
        Target {
            path: self.passage.path.map(str::to_owned),
            quote: self.text[span.range()].to_owned(),
            span,
            source_span: None,
            indicator: self.with_measure_of_label(&measured.indicator),
            value: Some(quantity.amount.value),
            value_max: quantity.amount.max,
            unit: quantity.amount.unit.map(|unit| unit.name.to_owned()),
            comparator: around.comparator,
            change,
            per: measured.per.clone(),
            deadline,
            baseline: measured
                .baseline
                .clone()
                .or_else(|| self.base_of_multiple(quantity, around))
                .or_else(|| {
                    let moved = change != Change::Level
                        || mark::CHANGE_NOUN.ending(&measured.indicator).is_some();
                    moved.then(|| self.compared_with(quantity.span.start))?
                })
                .map(|base| of_last_year(base, deadline, status)),
            status,
            strength: wording::strength(self.words(sentence, quantity.span.start)),
            nature: self.nature(quantity, around),
        }
    }

    /// 下降13%（约束性）, 约束性指标下降13%: how the plan binds, as said beside the number.
    fn nature(&self, quantity: Quantity<'_>, around: &Around) -> Option<Nature> {
        /// Bytes within which such a bracket closes.
        const BRACKET: usize = 120;
        let before = self.words(around.start, quantity.span.start);
        let bracket = self.line[quantity.span.end..]
            .strip_prefix(['（', '(', '【', '['])
            .and_then(|rest| head(rest, BRACKET).split(['）', ')', '】', ']']).next());
        nature(bracket.unwrap_or("")).or_else(|| nature(before))
    }

    /// The dates that stand whole between two places.
    fn dates_between(&self, start: usize, end: usize) -> &[FoundDate] {
        let from = self.dates.partition_point(|found| found.span.start < start);
        let to = self.dates.partition_point(|found| found.span.end <= end);
        &self.dates[from..to.max(from)]
    }

    /// The quantities that begin at a place or behind it.
    fn quantities_from(&self, start: usize) -> &[Quantity<'t>] {
        let from = self
            .quantities
            .partition_point(|quantity| quantity.span.start < start);
        &self.quantities[from..]
    }

    /// The numbers that begin before a place.
    fn quantities_before(&self, end: usize) -> &[Quantity<'t>] {
        let to = self
            .quantities
            .partition_point(|quantity| quantity.span.start < end);
        &self.quantities[..to]
    }

    /// The number before one.
    fn before(&self, quantity: Quantity<'_>) -> Option<Quantity<'t>> {
        self.quantities_before(quantity.span.start).last().copied()
    }

    /// Whether a stretch lies inside a name.
    fn is_in_name(&self, span: Span) -> bool {
        let next = self.names.partition_point(|name| name.end < span.end);
        self.names.get(next).is_some_and(|name| name.contains(span))
    }
}

/// 每张每月补贴200元，补助标准|上浮50%: a rule that changes what another one grants.
fn go_on_as_rule(indicator: &str, carry: &Carry, target: &mut Target) {
    let rule = carry.grants
        && target.status == TargetStatus::Planned
        && target.change != Change::Level
        && mark::LIMIT_NOUN.ending(indicator).is_some();
    if rule {
        (target.status, target.deadline) = (TargetStatus::Condition, None);
    }
}

/// Whether the words between two values only join them, or say how sure the second one is:
/// 提升7.12%`和`13.86%, 增长5%`，力争`7%.
fn goes_on(between: &str) -> bool {
    matches!(between.trim(), "、" | "和" | "与" | "及") || is_surer(between)
}

/// Whether the words between two values only say how sure the second one is.
fn is_surer(between: &str) -> bool {
    let word = between.trim().strip_prefix(['、', '，', ',']);
    word.is_some_and(|word| mark::SURER_WORD.contains(word.trim()))
}

/// 5家以上|年销售收入: the 上 belongs to the bound of the number, and 上年 is no date.
fn is_half_of_bound(quantities: &[Quantity<'_>], date: Span) -> bool {
    let next = quantities.partition_point(|quantity| quantity.span.end <= date.start);
    quantities.get(next).is_some_and(|quantity| {
        quantity.span.start < date.start && quantity.span.end < date.end
    })
}

/// Whether the number is a change: by its own verb, or by the verb that opens its clause.
fn change(
    quantity: Quantity<'_>,
    around: &Around,
    own_words: &str,
    line: &str,
) -> Change {
    // A verb that the clause before it made a noun of says no change.
    let own = around
        .change
        .or(quantity.change.filter(|_| around.verb <= quantity.verb));
    if let Some(change) = own.filter(|&change| change != Change::Level) {
        return change;
    }
    if own_words.contains(NEW) {
        // 新增教师60%以上具有本科学历, 新增劳动力平均受教育年限达到14年, 新增投资的奖励最高
        // 100万元: the measure of what is new is none by which it grows.
        let measures = matches!(
            quantity.class(),
            Some(UnitClass::Ratio | UnitClass::Duration)
        );
        return if measures || wording::is_grant(own_words) {
            Change::Level
        } else {
            Change::Increase
        };
    }
    let words = &line[around.start..around.verb.max(around.start)];
    // 对降低资费的企业给予30%的补贴, 新增托位每个一次性补助1万元: what is given moves nothing.
    if own.is_none()
        && !words.contains(wording::GRANT)
        && !(words.contains('每') && wording::is_grant(words))
        && let Some(change) = wording::opening_change(words).or_else(|| {
            // 降低成本35条措施: what is counted stands behind the number.
            let counted = quantity.class() == Some(UnitClass::Count);
            wording::decrease_within(words).filter(|_| !counted)
        })
    {
        return change;
    }
    if wording::trim_tail(words).ends_with("压减比例") {
        return Change::Decrease;
    }
    Change::Level
}

/// 压减时间58%、|材料52%: the change that the verb before a list of shares says of all of it.
fn shared_change(
    quantity: Quantity<'_>,
    around: &Around,
    target: &Target,
    carry: &Carry,
) -> Option<Change> {
    // 增加水稻26万亩、|蔬菜16万亩: the verb that the list opens with is that of each.
    let named = || wording::opening_change(&target.indicator) == carry.change;
    let share =
        matches!(quantity.class(), Some(UnitClass::Ratio | UnitClass::Point)) || named();
    // 压减时限60%、覆盖率90%: a rate is reached.
    let rate = target.indicator.ends_with(['率', '例', '重', '度']);
    let plain = around.change.is_none()
        && quantity.change.is_none()
        && !rate
        && target.change == Change::Level
        && around.comparator == Comparator::Equal;
    let change = carry
        .change
        .filter(|_| share && plain && around.linked && target.unit == carry.unit)?;
    let said = wording::opening_change(carry.verb.as_deref()?)?;
    (said == change).then_some(change)
}

/// 2025年工作回顾: 较上年增长5%. No year is compared with itself or a later one, so that the last
/// year is the one before that of the value, whatever year the document is of.
fn of_last_year(
    base: Baseline,
    deadline: Option<Date>,
    status: TargetStatus,
) -> Baseline {
    let last = ["上年", "去年", "上一年"]
        .iter()
        .any(|year| base.text.starts_with(year));
    let later = base.date.filter(|date| {
        deadline.is_some_and(|deadline| deadline.year() <= date.year())
            && date.month().is_none()
    });
    // 2014年，收入比|上年增长13.1% in a text of no known year. 去年 of what is planned is the
    // writer's.
    let done = status == TargetStatus::Achieved;
    let whole =
        !base.text.contains(['月', '季']) && (done || !base.text.contains(['去', '期']));
    let open = deadline.filter(|_| base.date.is_none() && last && whole);
    let told = deadline.filter(|_| later.is_some() && last).or(open);
    let date = match told {
        Some(year) => Some(Date::year_only(year.year() - 1)),
        None => base.date,
    };
    Baseline { date, ..base }
}

/// What is to come every year has no last year but the one its own sentence names.
fn is_yearly(measured: &Measured, status: TargetStatus) -> bool {
    let per = measured.per.as_deref().unwrap_or("");
    status == TargetStatus::Planned && per.starts_with("每年")
}

/// Puts targets of one paragraph that were read in two passes in the order of the text.
fn targets_in_order(targets: &mut [Target]) {
    targets.sort_by_key(|target| (target.span.start, target.span.end));
}
