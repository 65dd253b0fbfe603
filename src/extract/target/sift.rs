//! Numbers of a line that count nothing, and numbers whose unit stands further on.

use super::{Paragraph, age, clause, naming};
use crate::grammar::quantity::{Amount, Care, Quantity, UnitClass, find_quantities};
use crate::lexicon::mark;
use crate::model::Comparator;
use crate::span::Span;
use crate::text::{head, tail};

impl<'t> Paragraph<'t> {
    /// Drops what counts nothing: dates, and numbers that are part of names.
    pub(super) fn drop_names(&mut self) {
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
        let glued: Vec<Span> = naming::glued(self.line).collect();
        let mut ages = Vec::new();
        quantities.retain(|quantity| {
            if taken(&glued, quantity.span) {
                return false;
            }
            // An address in the web: keywords=%E5%85%AC.
            if self.line[..quantity.span.start].ends_with('%') {
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
            let class = quantity.class();
            // Ages say who is meant, and part no list: 5岁以下儿童死亡率.
            let age = class == Some(UnitClass::Age)
                && !age::is_life_span(&self.line[..quantity.verb]);
            if age && !taken(&self.names, quantity.span) {
                ages.push(*quantity);
            }
            class != Some(UnitClass::Grade)
                && !age
                && !self.is_length_of_text(quantity)
                && !naming::is_of_bound(&self.line[..quantity.span.start])
                && !taken(&dates, quantity.span)
                && !taken(&self.names, quantity.span)
        });
        self.quantities = quantities;
        self.ages = ages;
    }

    /// 全文1228字, 共307941个字, 报告-35篇: how long a text is, or how many there are.
    fn is_length_of_text(&self, quantity: &Quantity<'_>) -> bool {
        let unit = quantity.amount.unit.map_or("", |unit| unit.name);
        let number =
            self.line[quantity.span.start..].trim_start_matches(['-', '－', '—']);
        let before = &self.line[..self.line.len() - number.len()];
        let characters = self.line[quantity.span.end..].starts_with('字');
        let unit = if unit == "个" && characters {
            "字"
        } else {
            unit
        };
        quantity.bounded == quantity.span.start && naming::is_length_of_text(before, unit)
    }

    /// 突破50项以上|关键技术: the verb that means to solve is no bound.
    pub(super) fn free_breakthroughs(&mut self) {
        /// Characters of what is solved, with what stands before it.
        const SOLVED: usize = 24;
        for quantity in &mut self.quantities {
            let class = quantity.class();
            let bound = self.line.get(quantity.bounded..quantity.span.start);
            if class != Some(UnitClass::Count)
                || !matches!(bound.map(str::trim_end), Some("突破" | "突破了"))
            {
                continue;
            }
            let rest = &self.line[quantity.span.end..];
            let end = clause::clause_end(rest, 0);
            let object = head(&rest[..end], SOLVED * '的'.len_utf8());
            let bounded = quantity.amount.comparator == Some(Comparator::AtLeast);
            if bounded || mark::SOLVED_NOUN.is_in(object) {
                quantity.bounded = quantity.span.start;
                quantity.verb = quantity.span.start;
                quantity.change = None;
                quantity.comparator = quantity.amount.comparator.unwrap_or_default();
            }
        }
    }

    /// 累计|满15年|, 工作|满3年|的: it is to have lasted at least so long.
    pub(super) fn bound_full_terms(&mut self) {
        const FULL: char = '满';
        for quantity in &mut self.quantities {
            let before = &self.line[..quantity.bounded];
            let Some(lasted) = before.strip_suffix(FULL) else {
                continue;
            };
            let behind = &self.line[quantity.span.end..];
            // 期满1年, 圆满, and 满一年后: when, not how long.
            let no_bound = lasted.ends_with(['期', '届', '圆', '未', '不', '充', '年'])
                || behind.starts_with(['后', '时', '之', '起']);
            let equal = quantity.comparator == Comparator::Equal
                || quantity.comparator == Comparator::AtLeast;
            if quantity.class() == Some(UnitClass::Duration) && equal && !no_bound {
                quantity.bounded = lasted.len();
                quantity.verb = lasted.len();
                quantity.change = None;
                quantity.comparator = Comparator::AtLeast;
                quantity.amount.comparator = Some(Comparator::AtLeast);
            }
        }
    }

    /// 分别回落2.16和1.66个百分点: the unit stands behind the last value alone.
    pub(super) fn share_units(&mut self) {
        let mut shared = Vec::new();
        for (index, quantity) in self.quantities.iter().enumerate() {
            let floor = match index.checked_sub(1) {
                Some(before) => self.quantities[before].span.end,
                None => 0,
            };
            let mut next = *quantity;
            while let Some(before) = bare_before(self.line, floor, next.bounded) {
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
}

/// Characters of 分别 and the verb before the first number of a row at most.
const ROW_LEAD: usize = 36;

/// The number without a unit that a list sign links to what begins at `at`, in a row that
/// 分别 opens: 分别回落|2.16|和1.66个百分点.
fn bare_before(line: &str, floor: usize, at: usize) -> Option<Span> {
    let before = line.get(floor..at)?.trim_end();
    let before = before.strip_suffix(['和', '与', '及', '、', '以'])?;
    let number = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let lead = tail(number, ROW_LEAD);
    let opens = number.len() < before.len()
        && !number.ends_with(|c: char| c.is_ascii_alphanumeric() || "-—～~/".contains(c))
        && lead.contains("分别");
    opens.then(|| Span::new(floor + number.len(), floor + before.len()))
}
