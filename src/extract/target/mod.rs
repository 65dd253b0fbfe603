//! Quantitative targets (指标): a number, read outward to what it measures.

mod cell;
mod clause;
mod passage;
mod rule;
mod status;
#[cfg(test)]
mod tests;
mod wording;

use std::cell::OnceCell;

use self::status::Sentence;
use crate::diagnostic::{Code, Diagnostics};
use crate::grammar::date::{DateMention, FoundDate, find_dates};
use crate::grammar::number::Notation;
use crate::grammar::quantity::{
    Amount, Care, Quantity, UnitClass, find_quantities, read_lead, read_unit,
};
use crate::grammar::region::is_place;
use crate::lexicon::mark;
use crate::model::{
    Baseline, Change, Comparator, Date, Decimal, Genre, Nature, Target, TargetStatus,
};
use crate::span::Span;

pub(in crate::extract) use cell::{Cell, CellUnit, Value, nature, read_cell, split_unit};
pub(crate) use passage::{Context, Passage, passages};
pub(in crate::extract) use wording::per;

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
    /// Stretches whose numbers are names: titles in 《》, short quotations.
    names: Vec<Span>,
    /// The sentences of the line, once one was asked for.
    sentences: OnceCell<Vec<Sentence>>,
}

/// What the targets of one sentence hand on to the next ones.
#[derive(Default)]
struct Carry {
    /// End of the last quantity.
    end: usize,
    /// The verb that opened the last clause with an object.
    verb: Option<String>,
    change: Option<Change>,
    indicator: Option<String>,
    per: Option<String>,
    /// What the targets of the sentence so far are about, the last one last.
    recent: Vec<String>,
    /// What the values of the last row were about: 分别为1%、2%，增长3%、4%.
    row: Vec<String>,
    /// What the values of a list are of that names each of them: 天数分别达到甲县20天、乙县30天.
    spread: Option<String>,
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
        let none = quantities.is_empty() && !full;
        // 对9个县（市）分解意见的通知: the title counts nothing, but its date governs.
        if !none && context.is_of_title(line) {
            quantities.clear();
            full = false;
        }
        if none && wording::glued(line).next().is_none() || !wording::COUNTING.is_in(line)
        {
            return None;
        }
        let dates = if none {
            Vec::new()
        } else {
            find_dates(line, context.reference)
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
            names: clause::names(line),
            sentences: OnceCell::new(),
        };
        paragraph.drop_names();
        paragraph.share_units();
        paragraph.governing = paragraph.find_governing();
        Some(paragraph)
    }

    /// Drops what counts nothing: dates, and numbers that are part of names.
    fn drop_names(&mut self) {
        let mut quantities = std::mem::take(&mut self.quantities);
        let dates: Vec<Span> = self
            .dates
            .iter()
            .filter(|found| !found.is_distance)
            .map(|found| found.span)
            .collect();
        let taken = |spans: &[Span], at: Span| {
            let next = spans.partition_point(|span| span.end <= at.start);
            spans.get(next).is_some_and(|span| span.start < at.end)
        };
        let mut end = 0;
        let glued: Vec<Span> = wording::glued(self.line).collect();
        let mut ages = Vec::new();
        quantities.retain(|quantity| {
            if taken(&glued, quantity.span) {
                return false;
            }
            // The 千亿元 of 两个千亿元台阶 is a name.
            let step = self.line[quantity.span.start..]
                .starts_with(['百', '千', '万', '亿'])
                && quantity.span.start == end
                && end > 0;
            end = quantity.span.end;
            if step {
                return false;
            }
            let class = quantity.amount.unit.map(|unit| unit.unit.class);
            // Ages say who is meant, and part no list: 5岁以下儿童死亡率.
            let age = class == Some(UnitClass::Age)
                && !wording::is_life_span(&self.line[..quantity.verb]);
            if age {
                ages.push(*quantity);
            }
            class != Some(UnitClass::Grade)
                && !age
                && !taken(&dates, quantity.span)
                && !taken(&self.names, quantity.span)
        });
        self.quantities = quantities;
        self.ages = ages;
    }

    /// 分别回落2.16和1.66个百分点: the unit stands behind the last value alone.
    fn share_units(&mut self) {
        let mut shared = Vec::new();
        for (index, quantity) in self.quantities.iter().enumerate() {
            let floor = match index.checked_sub(1) {
                Some(before) => self.quantities[before].span.end,
                None => 0,
            };
            let mut next = *quantity;
            while let Some(before) = wording::bare_before(self.line, floor, next.bounded)
            {
                let Some(found) = self.bare(before, quantity) else {
                    break;
                };
                shared.push(found);
                next = found;
            }
        }
        if !shared.is_empty() {
            self.quantities.extend(shared);
            self.quantities.sort_by_key(|quantity| quantity.span.start);
        }
    }

    /// A number without a unit as a quantity in the unit of another.
    fn bare(&self, span: Span, unit: &Quantity<'t>) -> Option<Quantity<'t>> {
        let mut found = find_quantities(&self.line[..span.end], &[], Care::All);
        let quantity = found.pop().filter(|found| found.span == span)?;
        Some(Quantity {
            amount: Amount {
                unit: unit.amount.unit,
                ..quantity.amount
            },
            ..quantity
        })
    }

    fn read(
        &self,
        governing: &mut Option<Date>,
        targets: &mut Vec<Target>,
        diagnostics: &mut Diagnostics,
    ) {
        let first = targets.len();
        let mut carry = self.carry();
        let mut index = 0;
        while index < self.quantities.len() {
            let series = self.series(index);
            let quantity = self.quantities[index];
            let sentence = clause::sentence_start(self.line, quantity.span.start);
            if sentence > carry.end {
                carry = self.carry();
            }
            if series > 1 {
                self.read_series(index, series, &mut carry, governing, targets);
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

    /// What a sentence begins with: the indicator of the table's row, if it stands in one.
    fn carry(&self) -> Carry {
        Carry {
            indicator: self.passage.subject.map(str::to_owned),
            ..Carry::default()
        }
    }

    /// How many quantities from `index` on stand in a row: `6%和7.4%`, `80％、50％以上`.
    fn series(&self, index: usize) -> usize {
        let first = self.quantities[index];
        let rest = &self.quantities[index + 1..];
        let mut end = first.span.end;
        let linked = rest.iter().take_while(|quantity| {
            let gap = self.line[end..quantity.bounded.max(end)].trim();
            end = quantity.span.end;
            let same_class = quantity.amount.unit.map(|unit| unit.unit.class)
                == first.amount.unit.map(|unit| unit.unit.class);
            matches!(gap, "、" | "和" | "与" | "及" | "以及" | "，" | "," | "/")
                && same_class
        });
        1 + linked.count()
    }

    /// Reports glued table cells, which no one can take apart: `2551.72347.6`.
    fn report_glued(&self, diagnostics: &mut Diagnostics) {
        for span in wording::glued(self.line) {
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
        let Some(measured) = self.measured(quantity, &around, carry) else {
            return;
        };
        if wording::GLUED_WORDS.is_match(&measured.indicator) {
            return;
        }
        let target = self.target(quantity, &around, &measured, governing);
        carry.remember(&measured, &target);
        let tail = self.words(measured.words.end, quantity.bounded);
        let names = if tail.contains(['均', '都']) {
            wording::each(&target.indicator)
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

    /// The words around a quantity: where its clause begins and ends, and its verb.
    fn around(&self, index: usize) -> Around {
        let quantity = self.quantities[index];
        let floor = clause::clause_start(self.line, quantity.verb);
        let previous = index
            .checked_sub(1)
            .map_or(0, |before| self.quantities[before].span.end);
        let linked = previous > floor
            && clause::is_list_break(self.line, previous, quantity.bounded);
        let start = if linked {
            clause::list_item_start(self.line, previous, quantity.verb)
        } else if previous > floor
            && wording::is_dimension(self.words(previous, quantity.verb))
        {
            // 长4500米|宽40米
            previous
        } else if self.is_rebate(quantity) {
            // 满100元减20元、|满200元减40元
            let item = self.words(floor, quantity.bounded).rfind('、');
            item.map_or(floor, |sign| floor + sign + '、'.len_utf8())
        } else {
            floor
        };
        let mut verb = quantity.verb;
        let mut change = quantity.change;
        let mut comparator = quantity.comparator;
        if self.closes_noun(quantity, start) {
            verb = quantity.bounded;
            change = None;
        }
        // 为每人每月1309元: the base stands between verb and number.
        let base = wording::closing_per(self.words(start, quantity.bounded));
        if base > 0 {
            let at = quantity.bounded - base;
            let lead = read_lead(&self.line[..at]);
            verb = lead.verb.max(start);
            change = change.or(lead.change);
        }
        // 不得低于职工总数的1.5%: the bound stands before what the share is of.
        if comparator == Comparator::Equal
            && let Some((at, bound)) =
                wording::bound_of_share(self.words(start, quantity.bounded))
            && quantity.amount.unit.is_some_and(|unit| {
                matches!(unit.unit.class, UnitClass::Ratio | UnitClass::Multiple)
            })
        {
            verb = start + at;
            comparator = bound;
        }
        // 提高到2015年的480元: the date stands between verb and number.
        if let Some(date) = self.date_before(quantity.bounded) {
            let lead = read_lead(&self.line[..date.span.start]);
            verb = lead.verb.max(start);
            change = change.or(lead.change);
            if comparator == Comparator::Equal {
                comparator = lead.comparator.unwrap_or_default();
            }
        }
        if comparator == Comparator::Equal
            && let Some(bound) = wording::bound_before_verb(self.words(start, verb))
        {
            comparator = bound;
        }
        let next = self
            .quantities
            .get(index + 1)
            .map_or(self.line.len(), |next| next.verb);
        let clause_end = clause::clause_end(self.line, quantity.span.end);
        let end = if next < clause_end {
            clause::list_break_before(self.line, quantity.span.end, next)
        } else {
            clause_end
        };
        let end = end.max(quantity.span.end);
        Around {
            start: start.min(verb),
            verb,
            end,
            linked,
            change: change.or_else(|| self.moved_by(quantity, end)),
            comparator,
        }
    }

    /// The change of a share that the noun behind it says.
    fn moved_by(&self, quantity: Quantity<'_>, end: usize) -> Option<Change> {
        let class = quantity.amount.unit.map(|unit| unit.unit.class);
        wording::moved_by(self.words(quantity.span.end, end))
            .filter(|_| class == Some(UnitClass::Ratio))
    }

    /// 完成道路整治提升60条: what is done to so many things is no change by so many.
    fn closes_noun(&self, quantity: Quantity<'_>, start: usize) -> bool {
        let class = quantity.amount.unit.map(|unit| unit.unit.class);
        let words = self.words(start, quantity.verb);
        class == Some(UnitClass::Count)
            && self.words(quantity.verb, quantity.bounded).trim_end() == "提升"
            && wording::opens_with_verb(&words[wording::lead_len(words)..])
    }

    /// The date that ends right before a number, with its 的.
    fn date_before(&self, at: usize) -> Option<FoundDate> {
        let before = self.line[..at].trim_end().trim_end_matches('的');
        let last = self.dates_between(0, before.len()).last();
        last.filter(|found| found.span.end == before.len()).copied()
    }

    /// Whether a quantity states how much of something there is to be.
    fn is_target(&self, quantity: Quantity<'_>, around: &Around) -> bool {
        let left = self.words(around.start, around.verb);
        let right = self.words(quantity.span.end, around.end);
        let Some(unit) = quantity.amount.unit else {
            return !right.starts_with(['年', '月', '日', '号', '元', '级']);
        };
        let bounded = around.comparator != Comparator::Equal || around.change.is_some();
        if self.is_quoted_name(quantity.span)
            || self.refers(quantity, around)
            || wording::sums_up(left)
            || left.starts_with("方面")
            || is_name_of_kind(quantity, left, right)
            || is_calendar_year(quantity)
            // 每5000名老年人配备1名: the base is no number of its own.
            || self.words(around.start, quantity.bounded).ends_with('每')
        {
            return false;
        }
        if unit.unit.class == UnitClass::Count && self.is_subject(quantity, around) {
            return false;
        }
        match unit.unit.class {
            // 人均预期寿命提高到82岁
            UnitClass::Age => true,
            UnitClass::Score => {
                bounded && wording::is_scored(left) && !right.starts_with(['的', '为'])
            }
            UnitClass::Grade | UnitClass::Ordinal => false,
            UnitClass::Duration => is_term(quantity, left, right, bounded),
            UnitClass::Count => is_counted(quantity, left, right, around.comparator),
            _ => true,
        }
    }

    /// Whether a number points at what was said or is said by the sentence itself, and
    /// states nothing of its own.
    fn refers(&self, quantity: Quantity<'_>, around: &Around) -> bool {
        let before = &self.line[..quantity.bounded];
        let count = quantity
            .amount
            .unit
            .is_some_and(|unit| unit.unit.class == UnitClass::Count);
        wording::is_pointed_at(before)
            || is_turn_of_year(before, quantity)
            || wording::is_of_ordinals(before, &self.line[quantity.span.start..])
            || count
                && (is_length_of_list(
                    self.words(around.start, quantity.bounded),
                    quantity,
                ) || self.heads_list(quantity)
                    || self.is_announced(quantity)
                    || is_part_of_place(quantity, &self.line[quantity.span.start..]))
    }

    /// 建好两个产业（核桃、食用菌）: the number spelt out says how many names follow.
    fn heads_list(&self, quantity: Quantity<'_>) -> bool {
        let several = quantity.amount.value > Decimal::from(1);
        several
            && matches!(quantity.amount.notation, Notation::Numeral | Notation::Han)
            && wording::listed_behind(&self.line[quantity.span.end..])
                .and_then(|named| i64::try_from(named).ok())
                .is_some_and(|named| Decimal::from(named) == quantity.amount.value)
    }

    /// 现将2起事故的处理情况通报如下: the sentence only says what the document is about.
    fn is_announced(&self, quantity: Quantity<'_>) -> bool {
        let start = clause::sentence_start(self.line, quantity.span.start);
        let end = clause::sentence_end(self.line, quantity.span.end);
        wording::announces(self.line.get(start..end).unwrap_or(""))
    }

    /// 全国338个城市细颗粒物浓度下降5%: the count says of what, not how much.
    fn is_subject(&self, quantity: Quantity<'_>, around: &Around) -> bool {
        let next = self.quantities_from(quantity.span.end).first();
        next.is_some_and(|next| {
            let class = next.amount.unit.map(|unit| unit.unit.class);
            around.end == next.verb
                && quantity.span.end < around.end
                && (next.change.is_some() || next.comparator != Comparator::Equal)
                && matches!(
                    class,
                    Some(UnitClass::Ratio | UnitClass::Point | UnitClass::Measure)
                )
        })
    }

    /// 由2008年的30元提高到…: what a change starts from is no target.
    fn is_starting_point(&self, index: usize, around: &Around) -> bool {
        let quantity = self.quantities[index];
        let Some(next) = self.quantities.get(index + 1) else {
            return false;
        };
        let left = self.words(around.start, quantity.bounded);
        let left = match self.date_before(quantity.bounded) {
            Some(date) => self.words(around.start, date.span.start),
            None => left,
        };
        let between = self.words(quantity.span.end, next.bounded);
        let moved = between.ends_with(['到', '至', '为'])
            || self.date_before(next.bounded).is_some()
            || mark::MOVING.is_in(between);
        opens_from(left)
            && moved
            && clause::clause_end(self.line, quantity.span.end) >= next.bounded
    }

    /// 从2021年的46503元和16935元分别提高到…
    fn is_starting_row(&self, index: usize, count: usize, around: &Around) -> bool {
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

    /// `“2+1”`, `“三个一”`: a number in a short quotation is a name.
    fn is_quoted_name(&self, span: Span) -> bool {
        let before = self.line[..span.start].chars().next_back();
        let after = self.line[span.end..].chars().next();
        matches!(before, Some('+' | '＋' | '×' | '*' | '“' | '"' | '·'))
            || matches!(after, Some('+' | '＋' | '×'))
    }

    /// What is measured, from the words to the left, or to the right for counts.
    fn measured(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        carry: &Carry,
    ) -> Option<Measured> {
        let left = self.left(around, quantity);
        let right = wording::object(self.words(quantity.span.end, around.end));
        // 长4500米|宽40米: the dimension is of the next number.
        let next = self.quantities_from(around.end).first();
        let of_next = wording::is_dimension(right)
            && next.is_some_and(|next| next.bounded == around.end);
        let no_object = of_next
            || wording::is_dimension(left.words)
            || self.moved_by(quantity, around.end).is_some();
        let right = if no_object { "" } else { right };
        let has_level = around.change.is_some() || around.verb < quantity.bounded;
        let takes_object = !right.is_empty()
            && (left.words.is_empty()
                || left.words == wording::GRANT
                || !has_level
                    && !matches!(
                        quantity.amount.unit.map(|unit| unit.unit.class),
                        Some(UnitClass::Point | UnitClass::Multiple)
                    ));
        let mut indicator = String::new();
        let mut own = String::new();
        let mut start = left.start;
        let opening = left.base_start;
        let inherits = around.linked || left.words.is_empty();
        let share = quantity
            .amount
            .unit
            .is_some_and(|unit| unit.unit.class == UnitClass::Ratio);
        // A verb of the list governs the objects that are counted, not the shares beside them:
        // 实施|达到100%、自查覆盖率100%.
        let verb = carry
            .verb
            .as_ref()
            .filter(|_| !share && !wording::opens_with_verb(left.words));
        if takes_object {
            let right = right.trim_start_matches('的');
            if left.words.is_empty()
                && share
                && wording::goes_on(right)
                && let Some(subject) = &carry.indicator
            {
                indicator.push_str(subject);
            }
            if around.linked
                && let Some(verb) = verb
            {
                indicator.push_str(verb);
            }
            // What is done matters, not how: 借力资源|培育|重点学科.
            let verbs = wording::closing_verbs_len(left.words);
            let words = if verbs > 0 {
                let cut = left.words.len() - verbs;
                start += cut;
                &left.words[cut..]
            } else {
                left.words
            };
            indicator.push_str(words);
            own.clone_from(&indicator);
            indicator.push_str(right);
        } else if left.words.is_empty() {
            // 到2025年不低于4.66人: the indicator is that of the number before.
            if !has_level && around.comparator == Comparator::Equal && !around.linked {
                return None;
            }
            // 不低于供养金20%: nothing was said before, so it is the share of that.
            let whole =
                || wording::whole_of_share(self.words(around.verb, quantity.bounded));
            indicator.push_str(carry.indicator.as_deref().or_else(whole)?);
            start = quantity.bounded.min(around.verb);
        } else {
            if inherits
                && !has_level
                && !wording::names_measure(left.words)
                && let Some(verb) = verb
            {
                indicator.push_str(verb);
            }
            // A verb alone says nothing of what: 用地9万平方米，投资6亿元; nor does what it
            // is measured by: 增长5.4%，高于全国0.4个百分点.
            if (wording::is_verb(left.words) || wording::is_relation(left.words))
                && let Some(subject) = &carry.indicator
            {
                indicator.push_str(subject);
            }
            indicator.push_str(left.words);
        }
        if own.is_empty() && !takes_object {
            own.clone_from(&indicator);
        }
        let mut spread = None;
        if takes_object {
        } else if let Some((subject, name)) = wording::spread(left.words) {
            indicator = format!("{name}{subject}");
            spread = Some(subject.to_owned());
        } else if around.linked
            && !left.words.is_empty()
            && let Some(subject) = &carry.spread
        {
            indicator = format!("{}{subject}", left.words);
            spread = Some(subject.clone());
        }
        let mut indicator: String = indicator.split_whitespace().collect();
        // 联席会议每年召开两次会议: how often is no part of what is measured.
        if let Some(rhythm) = wording::rhythm(&indicator).filter(|_| left.per.is_some()) {
            indicator.replace_range(rhythm, "");
        }
        if indicator.chars().count() < 2 && !wording::is_dimension(&indicator) {
            return None;
        }
        let end = if takes_object {
            let shift = self.line[quantity.span.end..].find(right).unwrap_or(0);
            quantity.span.end + shift + right.len()
        } else {
            quantity.span.end
        };
        Some(Measured {
            indicator,
            own,
            per: left
                .per
                // 每千人床位数达到6.8张，50%以上医院达标: the share has a base of its own.
                .or_else(|| {
                    let bare = left.words.is_empty() && !(takes_object && share);
                    bare.then(|| carry.per.clone()).flatten()
                }),
            quote: Span::new(
                opening.unwrap_or(start).min(start).min(quantity.bounded),
                end,
            ),
            words: Span::new(left.start, left.start + left.words.len()),
            baseline: left.baseline,
            spread,
        })
    }

    /// The words to the left of the verb without what is no part of the indicator.
    fn left(&self, around: &Around, quantity: Quantity<'_>) -> Left<'t> {
        let end = around.verb.min(quantity.bounded).max(around.start);
        let mut start = around.start;
        let mut end = end;
        // Dates that open the clause: 2020年底前将…, 力争2035年达到….
        loop {
            let words = &self.line[start..end];
            let cut = wording::lead_len(words);
            let opened = start + cut;
            let date = self
                .dates_between(opened, end)
                .iter()
                .find(|found| found.span.start == opened && !found.is_distance);
            let Some(date) = date else {
                start = opened;
                break;
            };
            // 比2020年增长6%: the date is what it is measured by.
            let compared = ["比", "较"]
                .iter()
                .find(|word| self.line[start..opened].ends_with(**word));
            if let Some(word) = compared {
                start = opened - word.len();
                break;
            }
            start = date.span.end;
        }
        let (tail, baseline) = self.cut_baseline(start, end);
        end = tail;
        // 生活标准每人每月分别为2413元、2512元: the base stands before what spreads them.
        let spread = self.line[start..end].trim_end_matches("分别");
        let spread_base = match wording::closing_per(spread) {
            base if base > 0 && spread.len() > base => {
                end = start + spread.len() - base;
                Some(spread[spread.len() - base..].to_owned())
            }
            _ => None,
        };
        let mut words = wording::trim_tail(&self.line[start..end]);
        // A date between the subject and the verb says when, not what.
        while let Some(date) = self
            .dates_between(start + 1, start + words.len())
            .last()
            .filter(|found| found.span.end == start + words.len())
        {
            words = wording::trim_tail(&self.line[start..date.span.start]);
        }
        let (per, kept) = per(words);
        let mut base_start = per
            .as_ref()
            .and_then(|base| Some(start + words.find(base.as_str())?));
        let per = per.or(spread_base);
        let tail = self.words(start + words.len(), quantity.bounded);
        let base = wording::closing_per(tail);
        let per = per.or_else(|| {
            if base > 0 {
                return Some(tail[tail.len() - base..].to_owned());
            }
            let opened = if kept.is_empty() {
                around.start
            } else {
                start + words.len()
            };
            if let Some(mean) = wording::mean(self.words(opened, quantity.bounded)) {
                return Some(mean.to_owned());
            }
            let opened = self.words(around.start, quantity.bounded);
            let rhythm = wording::rhythm(opened)?;
            base_start = Some(around.start + rhythm.start);
            Some(opened[rhythm].to_owned())
        });
        Left {
            start: start + (words.len() - kept.len()),
            words: kept,
            base_start,
            per,
            baseline,
        }
    }

    /// Cuts a comparison off the end: 较2015年, 由2008年的30元, 比“十三五”末.
    fn cut_baseline(&self, start: usize, end: usize) -> (usize, Option<Baseline>) {
        wording::comparisons(&self.line[start..end])
            .into_iter()
            .find_map(|(open, close)| {
                let (at, after) = (start + open, start + close);
                Some((at, Some(self.baseline_at(at, after, end)?)))
            })
            .or_else(|| self.cut_basis(start, end))
            .unwrap_or((end, None))
    }

    /// Cuts 在2010年的基础上 off the end.
    fn cut_basis(&self, start: usize, end: usize) -> Option<(usize, Option<Baseline>)> {
        let found = self.dates_between(start, end).last()?;
        let behind = self.words(found.span.end, end).trim_end();
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
        let from = matches!(self.words(at, after), "由" | "从");
        let date = self
            .dates_between(after, self.line.len())
            .first()
            .filter(|date| date.span.start <= after + 3);
        let limit = date.map_or(after, |date| date.span.end);
        let value = self
            .quantities_from(limit)
            .first()
            .filter(|quantity| from && quantity.span.end <= end);
        // 从3家银行融资超过1亿元: nothing moves from 3.
        let moves = value.is_none_or(|value| {
            let between = self.words(value.span.end, end);
            between.is_empty()
                || between.ends_with(['到', '至', '为'])
                || mark::MOVING.is_in(self.words(value.span.end, self.line.len()))
        });
        if date.is_none() && (value.is_none() || !moves) {
            return None;
        }
        let stop = value.map_or(limit, |value| value.span.end.max(limit));
        Some(Baseline {
            text: self.words(after, stop).trim_start_matches('的').to_owned(),
            value: value.map(|value| value.amount.value),
            date: date
                .and_then(|date| date.date)
                .and_then(DateMention::target_date),
        })
    }

    fn target(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        measured: &Measured,
        governing: &mut Option<Date>,
    ) -> Target {
        let mut status = self.status(quantity, around);
        let deadline = self.deadline(quantity, around, status, governing);
        // 2010年为17.7% in a plan of 2011: nothing is planned for the past.
        let past = |date: Date| {
            let issued = self.context.issued;
            issued.is_some_and(|issued| date.year() < issued.year())
        };
        if status == TargetStatus::Planned && deadline.is_some_and(past) {
            status = TargetStatus::Achieved;
        }
        // 8月18日 of a tale of last year, read as this year's.
        let later = |date: &Date| {
            let issued = self.context.issued;
            status == TargetStatus::Achieved
                && issued.is_some_and(|issued| {
                    date.month().is_some() && issued.month().is_some() && *date > issued
                })
        };
        let deadline = deadline.filter(|date| !later(date));
        let change = if self.is_rebate(quantity) {
            Change::Level
        } else {
            change(quantity, around, &measured.own, self.line)
        };
        let span = self.place(measured.quote);
        // What is to come every year has no last year but the one its own sentence names.
        let yearly = status == TargetStatus::Planned
            && measured
                .per
                .as_deref()
                .is_some_and(|per| per.starts_with("每年"));
        let sentence = clause::sentence_start(self.line, quantity.span.start);
        let deadline = deadline.filter(|&date| {
            let mut named = self
                .dates_between(sentence, quantity.span.start)
                .iter()
                .filter_map(|found| found.date.and_then(DateMention::target_date));
            !yearly || named.any(|named| named == date)
        });
        Target {
            path: self.passage.path.map(str::to_owned),
            quote: self.text[span.range()].to_owned(),
            span,
            source_span: None,
            indicator: measured.indicator.clone(),
            value: Some(quantity.amount.value),
            value_max: quantity.amount.max,
            unit: quantity.amount.unit.map(|unit| unit.name.to_owned()),
            comparator: around.comparator,
            change,
            per: measured.per.clone(),
            deadline,
            baseline: measured.baseline.clone(),
            status,
            strength: wording::strength(self.words(sentence, quantity.span.start)),
            nature: self.nature(quantity, around),
        }
    }

    /// 下降13%（约束性）, 约束性指标下降13%: how the plan binds, as said beside the number.
    fn nature(&self, quantity: Quantity<'_>, around: &Around) -> Option<Nature> {
        let before = self.words(around.start, quantity.span.start);
        let bracket = self.line[quantity.span.end..]
            .strip_prefix(['（', '(', '【', '['])
            .and_then(|rest| rest.split(['）', ')', '】', ']']).next());
        nature(bracket.unwrap_or("")).or_else(|| nature(before))
    }

    /// By when: the date of its own clause, else the one that governs the sentences here,
    /// else the heading's.
    fn deadline(
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
            .find(|found| self.is_deadline(found) && !self.is_base(quantity, found));
        own.and_then(|found| found.date)
            .and_then(DateMention::target_date)
            .or(*governing)
            .or(self.passage.deadline)
            .or_else(|| self.whole_year(quantity, status))
            .or_else(|| self.heading_date())
            .or_else(|| {
                // A bulletin of statistics has its year in the title alone.
                self.context.title_year.filter(|_| {
                    status == TargetStatus::Achieved
                        && self.context.genre == Some(Genre::Communique)
                })
            })
    }

    /// 全年新增5万千瓦 of a plan: the year of the document.
    fn whole_year(&self, quantity: Quantity<'_>, status: TargetStatus) -> Option<Date> {
        let sentence = clause::sentence_start(self.line, quantity.span.start);
        let words = self.words(sentence, quantity.span.start);
        let year = self.context.title_year.or(self.context.reference)?;
        (status == TargetStatus::Planned && words.contains("全年"))
            .then(|| Date::year_only(year.year()))
    }

    /// 为“十三五”时期的2.2倍: the date is what the multiple is of.
    fn is_base(&self, quantity: Quantity<'_>, found: &FoundDate) -> bool {
        let class = quantity.amount.unit.map(|unit| unit.unit.class);
        let between = self.words(found.span.end, quantity.bounded);
        class == Some(UnitClass::Multiple) && wording::OF_PERIOD.is_match(between)
    }

    /// Moves on to the last date before `at` that opens a clause and says when something
    /// is to be reached.
    fn govern(&self, at: usize, governing: &mut Option<Date>) {
        let before = self.dates.partition_point(|found| found.span.end <= at);
        let last = before.checked_sub(1).and_then(|last| self.governing[last]);
        if let Some(date) = last {
            *governing = date;
        }
    }

    /// For each date what governs behind it, found once for the whole line.
    fn find_governing(&self) -> Vec<Option<Option<Date>>> {
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
                    governing = Some(None);
                }
            } else if self.is_deadline(found)
                && self.opens_clause(found)
                && !self.is_period_of_plan(found)
                && let Some(date) = found.date
            {
                governing = Some(date.target_date());
            }
            governing
        };
        self.dates.iter().map(behind).collect()
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

    /// Whether a stretch lies inside a name.
    fn is_in_name(&self, span: Span) -> bool {
        let next = self.names.partition_point(|name| name.end < span.end);
        self.names.get(next).is_some_and(|name| name.contains(span))
    }

    /// Whether a date stands at the beginning of its clause, but for words like 到.
    fn opens_clause(&self, found: &FoundDate) -> bool {
        let start = clause::clause_start(self.line, found.span.start);
        let before = self.words(start, found.span.start);
        let lead = wording::lead_len(before);
        lead == before.len() && !before.ends_with('于')
    }

    /// 规划（2018—2025年）: the period in brackets is part of a plan's name.
    fn is_period_of_plan(&self, found: &FoundDate) -> bool {
        let before = self.line[..found.span.start].trim_end();
        let after = self.line[found.span.end..].trim_start();
        // 要点（2024年） is all to be done in that year.
        found.date.is_some_and(|date| date.first != date.last)
            && before.ends_with(['（', '('])
            && after.starts_with(['）', ')'])
    }

    fn is_deadline(&self, found: &FoundDate) -> bool {
        let Some(date) = found.date else { return false };
        if date.last.is_none() || found.is_distance {
            return false;
        }
        let before = self.line[..found.span.start].trim_end();
        let after = &self.line[found.span.end..];
        let period = date.first != date.last && before.ends_with(['从', '自']);
        !self.is_in_name(found.span)
            && (period
                || !before
                    .ends_with(['较', '比', '与', '由', '从', '自', '同', '〔', '[']))
            && !after.starts_with(['版', '级', '以', '起'])
            && !after.trim_start_matches('的').starts_with("基础上")
    }

    fn heading_date(&self) -> Option<Date> {
        *self
            .passage
            .heading_date
            .get_or_init(|| self.find_heading_date())
    }

    fn find_heading_date(&self) -> Option<Date> {
        let headings = self.passage.headings.iter().rev();
        let lead_in = self.passage.lead_in.iter();
        lead_in
            .chain(headings)
            .map(|heading| &self.text[heading.range()])
            .find_map(|heading| {
                let names = clause::names(heading);
                find_dates(heading, self.context.reference)
                    .iter()
                    .rev()
                    // 《实施方案（2016—2018年）》 is named, not dated.
                    .filter(|found| !names.iter().any(|name| name.contains(found.span)))
                    // （2023年版） is an edition, not a time.
                    .filter(|found| !heading[found.span.end..].starts_with('版'))
                    // 2004年4月18日收悉 leads in to a reply.
                    .filter(|found| {
                        let last = found.date.and_then(|date| date.last);
                        last.is_none_or(|date| date.day().is_none())
                    })
                    .find_map(|found| found.date.filter(|_| !found.is_distance))
                    .and_then(DateMention::target_date)
            })
    }

    /// A row of values: 分别 gives each its own indicator, else all share one.
    fn read_series(
        &self,
        index: usize,
        count: usize,
        carry: &mut Carry,
        governing: &mut Option<Date>,
        targets: &mut Vec<Target>,
    ) {
        let row = &self.quantities[index..index + count];
        let first = row[0];
        let last = row[count - 1];
        let mut around = self.around(index);
        if !self.is_target(first, &around)
            || self.is_starting_point(index + count - 1, &around)
            || self.is_starting_row(index, count, &around)
        {
            return;
        }
        let before = self.words(around.start, first.bounded);
        let spread = before.contains("分别") || before.contains("依次");
        let bare = self.left(&around, first).words.is_empty();
        let names = self.row_names(bare, spread, count, carry);
        if !spread && names.is_empty() {
            for at in index..index + count {
                self.read_one(at, carry, governing, targets);
                carry.end = self.quantities[at].span.end;
            }
            return;
        }
        let Some(mut measured) = self.measured(first, &around, carry) else {
            return;
        };
        // 分别给予100万元、50万元一次性奖励: what is given stands behind the last sum.
        if measured.indicator == wording::GRANT {
            let end = self.around(index + count - 1).end;
            let object = wording::object(self.words(last.span.end, end));
            measured.indicator.push_str(object.trim_start_matches('的'));
        }
        let dates = self.row_dates(first, count);
        let names = match (names.is_empty(), dates.is_empty()) {
            (false, _) => names,
            (true, true) => wording::distribute(&measured.indicator, count),
            (true, false) => vec![measured.indicator.clone(); count],
        };
        let baselines = self.baselines(&measured, first, count);
        let shared = row.iter().all(|quantity| {
            quantity.comparator == Comparator::Equal
                || quantity.span.start == last.span.start
        });
        for (at, quantity) in row.iter().enumerate() {
            let own = around.comparator;
            around.comparator = match quantity.comparator {
                Comparator::Equal if shared && last.comparator != Comparator::Equal => {
                    last.comparator
                }
                Comparator::Equal if at > 0 => own,
                Comparator::Equal => own,
                other => other,
            };
            let measured = Measured {
                indicator: names
                    .get(at)
                    .cloned()
                    .unwrap_or_else(|| measured.indicator.clone()),
                quote: Span::new(measured.quote.start, quantity.span.end),
                baseline: baselines
                    .get(at)
                    .cloned()
                    .unwrap_or_else(|| measured.baseline.clone()),
                ..measured.clone()
            };
            let mut target = self.target(*quantity, &around, &measured, governing);
            if let Some(&date) = dates.get(at) {
                target.deadline = target.deadline.map(|_| date);
            }
            if !shared {
                around.comparator = own;
            }
            carry.remember(&measured, &target);
            targets.push(target);
        }
        carry.row = names;
    }

    /// What a row of values is about whose clause does not say so: the row before, or as
    /// many facts before: 事故3起，死亡4人，同比分别下降50%、42.9%.
    fn row_names(
        &self,
        bare: bool,
        spread: bool,
        count: usize,
        carry: &Carry,
    ) -> Vec<String> {
        if !bare {
            Vec::new()
        } else if carry.row.len() == count {
            carry.row.clone()
        } else if spread && carry.recent.len() >= count {
            carry.recent[carry.recent.len() - count..].to_vec()
        } else {
            Vec::new()
        }
    }

    /// 到2022年和2030年，…分别不低于22%和30%: a date for each value; none when there are
    /// not as many.
    fn row_dates(&self, first: Quantity<'_>, count: usize) -> Vec<Date> {
        let sentence = clause::sentence_start(self.line, first.span.start);
        let last = self.dates_between(sentence, first.span.start).last();
        let Some((found, date)) = last.and_then(|found| Some((found, found.date?)))
        else {
            return Vec::new();
        };
        let joined = self.line[found.span.range()].contains(['和', '与', '、']);
        match (date.first, date.last) {
            (Some(first), Some(last)) if joined && count == 2 => vec![first, last],
            _ => Vec::new(),
        }
    }

    /// From 2021年的46503元和16935元: one baseline for each.
    fn baselines(
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

    /// 65岁以上行动不便的老年人: a bound of age that stands alone in its clause is the
    /// condition of a rule; beside another value it says what that is of.
    fn read_ages(&self, targets: &mut Vec<Target>) {
        for quantity in &self.ages {
            let start = clause::clause_start(self.line, quantity.span.start);
            let end = clause::clause_end(self.line, quantity.span.end);
            let alone = self
                .quantities_from(start)
                .first()
                .is_none_or(|next| next.span.start >= end);
            let clause = self.words(start, end);
            let object = wording::object(self.words(quantity.span.end, end));
            let object = object.strip_prefix('的').unwrap_or(object);
            let Some(object) = wording::persons(object) else {
                continue;
            };
            if quantity.comparator == Comparator::Equal
                || !alone
                || mark::VALUE_IN_WORDS.is_in(clause)
            {
                continue;
            }
            let close = self.words(quantity.span.end, end).find(object);
            let end = quantity.span.end + close.map_or(0, |at| at + object.len());
            let span = self.place(Span::new(quantity.bounded, end));
            targets.push(Target {
                path: self.passage.path.map(str::to_owned),
                quote: self.text[span.range()].to_owned(),
                span,
                source_span: None,
                indicator: format!("{object}年龄"),
                value: Some(quantity.amount.value),
                value_max: quantity.amount.max,
                unit: quantity.amount.unit.map(|unit| unit.name.to_owned()),
                comparator: quantity.comparator,
                change: Change::Level,
                per: None,
                deadline: None,
                baseline: None,
                status: TargetStatus::Condition,
                strength: None,
                nature: None,
            });
        }
    }

    /// 全覆盖 and 翻一番: values in words.
    fn read_full(&self, governing: &mut Option<Date>, targets: &mut Vec<Target>) {
        if !self.full {
            return;
        }
        let mut last = 0;
        for found in mark::VALUE_IN_WORDS.any().places(self.line) {
            let span = Span::from(found);
            let listed = last;
            last = span.end;
            let doubled = self.line[span.range()].contains('番');
            let before = self.line[..span.start].trim_end();
            // 100%全覆盖 has its number already.
            // Nor is a slogan one: “全流程、全要素、全覆盖”.
            let quoted = self.line[span.end..].starts_with('”');
            let principle = before.ends_with("坚持");
            // 健全|覆盖全省的网络
            let halved = before.ends_with(['健', '安', '保', '齐', '周', '完']);
            if before.ends_with(['%', '％'])
                || quoted
                || principle
                || halved
                || self.is_in_name(span)
            {
                continue;
            }
            let verb = wording::trim_tail(before).len();
            let start = clause::clause_start(self.line, verb);
            // 责任落实全覆盖、隐患整治全覆盖: each of its own.
            let item = self.words(listed, verb).strip_prefix('、');
            let start = match item {
                Some(item) if start < listed => verb - item.len(),
                _ => start,
            };
            let around = Around {
                start: start.min(verb),
                verb,
                end: span.end,
                linked: false,
                change: Some(if doubled {
                    Change::Increase
                } else {
                    Change::Level
                }),
                comparator: Comparator::Equal,
            };
            let (_, unit) = match read_unit("%") {
                Ok(unit) => unit,
                Err(_) => continue,
            };
            let quantity = Quantity {
                span,
                bounded: span.start,
                verb,
                amount: Amount {
                    value: Decimal::from(100),
                    max: None,
                    unit: Some(unit),
                    comparator: None,
                    notation: Notation::Han,
                },
                comparator: Comparator::Equal,
                change: around.change,
            };
            let carry = self.carry();
            if let Some(measured) = self.measured(quantity, &around, &carry)
                && !wording::is_verb(&measured.indicator)
            {
                targets.push(self.target(quantity, &around, &measured, governing));
            }
        }
    }
}

impl Carry {
    fn remember(&mut self, measured: &Measured, target: &Target) {
        self.indicator = Some(measured.indicator.clone());
        self.recent.push(measured.indicator.clone());
        self.per.clone_from(&measured.per);
        self.change = Some(target.change);
        self.spread.clone_from(&measured.spread);
        // 全市|新增: where it is done stands before what is done.
        let words = wording::without_place(&measured.indicator);
        let verb = wording::verb_len(words);
        if verb > 0 {
            self.verb = Some(words[..verb].to_owned());
        }
    }
}

/// The words around a quantity, as offsets of the line.
#[derive(Debug, Clone, Copy)]
struct Around {
    /// Where the clause begins, or the stretch after the number before.
    start: usize,
    /// Where the verb or the bounding words begin.
    verb: usize,
    /// Where the clause ends, or the stretch before the next number.
    end: usize,
    /// The stretch continues a list: `篮球场100个、公园10座`.
    linked: bool,
    change: Option<Change>,
    comparator: Comparator,
}

struct Left<'t> {
    start: usize,
    words: &'t str,
    /// Where the base stands that opens the clause.
    base_start: Option<usize>,
    per: Option<String>,
    baseline: Option<Baseline>,
}

#[derive(Debug, Clone)]
struct Measured {
    indicator: String,
    /// The part of it that stands before the number, the verb of a list included.
    own: String,
    per: Option<String>,
    quote: Span,
    /// The words to the left that it was made of.
    words: Span,
    baseline: Option<Baseline>,
    spread: Option<String>,
}

/// Characters between 由 and the number that a change starts from at most: 由历史高峰值的30%.
const FROM_REACH: usize = 8;

/// Whether a number behind these words is what something starts from.
fn opens_from(left: &str) -> bool {
    left.rfind(['由', '从']).is_some_and(|at| {
        let between = &left[at..];
        between.chars().count() <= FROM_REACH + 1
            && !between.contains(|c: char| c.is_ascii_digit() || c == '、')
    })
}

/// 30万吨级航道, 0.1微克攻坚行动: what the number names, not how much there is.
fn is_name_of_kind(quantity: Quantity<'_>, left: &str, right: &str) -> bool {
    let Some(unit) = quantity.amount.unit else {
        return false;
    };
    // 八方支援 has parties, 800方 cubic metres.
    let parties = unit.name == "方"
        && matches!(quantity.amount.notation, Notation::Numeral | Notation::Han);
    // 3.0版, 15届94次常务会议, but 召开两次会议.
    let session = matches!(unit.name, "次" | "届") && !wording::ends_with_verb(left);
    if unit.name == "版" || session && wording::SESSION.is_match(right) {
        return true;
    }
    unit.unit.class == UnitClass::Measure
        && (parties || right.starts_with('级') || wording::NAMED.is_match(right))
}

/// 不超过2007年水平: a year of the calendar is no length of time.
fn is_calendar_year(quantity: Quantity<'_>) -> bool {
    let year = quantity.amount.value;
    quantity.amount.unit.is_some_and(|unit| unit.name == "年")
        && year >= Decimal::from(1900)
        && year <= Decimal::from(2100)
}

/// Whether a length of time is a limit or a length of something: `压缩至4个月以内`.
fn is_term(quantity: Quantity<'_>, left: &str, right: &str, bounded: bool) -> bool {
    let within = quantity.amount.comparator == Some(Comparator::AtMost);
    let unit = quantity.amount.unit.map_or("", |unit| unit.name);
    let long = matches!(unit, "年" | "个月" | "周年" | "个季度" | "年头");
    if wording::lead_len(left) == left.len() && within && long {
        return false;
    }
    // 突破|三年行动: the name of a campaign.
    if ["行动", "计划", "规划", "攻坚"]
        .iter()
        .any(|name| right.starts_with(name))
    {
        return false;
    }
    let past = within
        && quantity.bounded < quantity.span.start
        && quantity.comparator == Comparator::About;
    if left.ends_with("连续") || left.ends_with("近") || left.ends_with("每") || past
    {
        return false;
    }
    let moved = mark::MOVING.is_in(left) || quantity.comparator != Comparator::Equal;
    let dated = right.starts_with(['来', '前', '后']) || right.starts_with("时间");
    let validity = left.ends_with("有效期") || left.ends_with("有效期为");
    let valid = validity && left.chars().count() <= VALIDITY;
    !dated
        && !valid
        && (bounded && moved && !right.starts_with('的') || mark::TERM_NOUN.is_in(left))
}

/// Characters of words that only say how long the document itself is valid:
/// 本通知有效期5年.
const VALIDITY: usize = 9;

/// Whether a count is of things, not of headings or slogans.
fn is_counted(
    quantity: Quantity<'_>,
    left: &str,
    right: &str,
    comparator: Comparator,
) -> bool {
    let spelt = matches!(quantity.amount.notation, Notation::Numeral | Notation::Han);
    let unit = quantity.amount.unit.map_or("", |unit| unit.name);
    if !spelt {
        return !wording::is_slogan(right);
    }
    if wording::is_slogan(right) {
        return false;
    }
    let one = quantity.amount.value == Decimal::from(1);
    let firm = matches!(
        unit,
        "家" | "所"
            | "支"
            | "名"
            | "座"
            | "处"
            | "间"
            | "辆"
            | "台"
            | "户"
            | "人"
            | "张床位"
    );
    if one {
        let each = left.contains(['每', '只', '仅']) || comparator != Comparator::Equal;
        return each || firm && wording::ends_with_verb(left);
    }
    firm || comparator != Comparator::Equal || wording::ends_with_verb(left)
}

/// 上一年度, 同一年: which year, not how many.
fn is_turn_of_year(before: &str, quantity: Quantity<'_>) -> bool {
    quantity.amount.value == Decimal::from(1)
        && quantity.amount.notation != Notation::Arabic
        && quantity
            .amount
            .unit
            .is_some_and(|unit| unit.unit.class == UnitClass::Duration)
        && before.ends_with(['上', '下', '同', '另', '某', '任', '前', '后'])
}

/// 北京、上海、重庆3个城市: the number only says how many names stand before it.
fn is_length_of_list(left: &str, quantity: Quantity<'_>) -> bool {
    let signs = ['、', '和', '与', '及'];
    // 及时 joins nothing.
    let marks = left.replace("及时", "").matches(signs).count();
    let named = i64::try_from(marks + 1).map(Decimal::from);
    marks > 0
        && !left.trim_end().ends_with(signs)
        && quantity.bounded == quantity.span.start
        && quantity.change.is_none()
        && quantity.amount.max.is_none()
        && named == Ok(quantity.amount.value)
}

/// 九台区, 七台河市: the numeral begins the name of a place.
fn is_part_of_place(quantity: Quantity<'_>, words: &str) -> bool {
    matches!(quantity.amount.notation, Notation::Han | Notation::Numeral)
        && is_place(words)
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
    if own_words.contains("新增") {
        return Change::Increase;
    }
    let words = &line[around.start..around.verb.max(around.start)];
    if own.is_none()
        && let Some(change) = wording::opening_change(words)
    {
        return change;
    }
    if wording::trim_tail(words).ends_with("压减比例") {
        return Change::Decrease;
    }
    Change::Level
}

/// Puts targets of one paragraph that were read in two passes in the order of the text.
fn targets_in_order(targets: &mut [Target]) {
    targets.sort_by_key(|target| (target.span.start, target.span.end));
}
