//! Numbers of a line that count nothing, and numbers whose unit stands further on.

use std::sync::LazyLock;

use super::{Paragraph, age, clause, naming, wording};
use crate::grammar::department::is_han;
use crate::grammar::number::Notation;
use crate::grammar::quantity::{
    Amount, Care, Quantity, UnitClass, bound_behind, find_quantities, quantity_at,
};
use crate::lexicon::any::AnyOf;
use crate::lexicon::mark;
use crate::model::{Comparator, Decimal};
use crate::span::Span;
use crate::text::{head, tail};

/// Whether a line may hold a number without a unit that is a value: 收入比1.8, 产值比2.5:1.
pub(super) fn may_be_unitless(line: &str) -> bool {
    static TO_ONE: LazyLock<AnyOf> = LazyLock::new(|| AnyOf::new(":1|：1|∶1"));
    mark::UNITLESS_MEASURE.is_in(line) || line.contains('比') && TO_ONE.is_in(line)
}

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
                && !self.is_once_more(quantity)
                && !naming::is_of_bound(&self.line[..quantity.span.start])
                && !taken(&dates, quantity.span)
                && !taken(&self.names, quantity.span)
        });
        self.quantities = quantities;
        self.ages = ages;
    }

    /// 进行二次|分拣, 避免二次|污染: done again, unless a time says how often, 每年开展二次检查.
    fn is_once_more(&self, quantity: &Quantity<'_>) -> bool {
        let again = quantity.span.start == quantity.bounded
            && &self.line[quantity.span.range()] == "二次";
        let noun = || self.line[quantity.span.end..].starts_with(is_han);
        let counted = || {
            let start = clause::clause_start(self.line, quantity.span.start);
            mark::HOW_OFTEN.is_in(&self.line[start..quantity.span.start])
        };
        again && noun() && !counted()
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

    /// 200张|床位以上|的养老机构: the bound stands behind the noun of what is counted.
    pub(super) fn bound_sized_nouns(&mut self) {
        for quantity in &mut self.quantities {
            let behind = &self.line[quantity.span.end..];
            let Some(noun) = mark::SIZED_NOUN.opening(behind) else {
                continue;
            };
            let (rest, bound) = match &behind[noun.len()..] {
                bound if bound.starts_with("以上") => {
                    (&bound[6..], Comparator::AtLeast)
                }
                bound if bound.starts_with("以下") => (&bound[6..], Comparator::AtMost),
                _ => continue,
            };
            // 50名职工以上级别
            if rest.starts_with(|c: char| is_han(c) && c != '的') {
                continue;
            }
            let plain = quantity.amount.comparator.is_none()
                && quantity.comparator == Comparator::Equal
                && matches!(quantity.class(), Some(UnitClass::Count) | None);
            if plain {
                quantity.span.end += noun.len() + "以上".len();
                quantity.comparator = bound;
                quantity.amount.comparator = Some(bound);
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
        self.share_unit_with_next();
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

    /// 300万美元、|500万美元、1000万美元以上: the bound behind the last value of a list holds for
    /// all of them.
    pub(super) fn share_bounds(&mut self) {
        for index in (1..self.quantities.len()).rev() {
            let (before, next) = (self.quantities[index - 1], self.quantities[index]);
            let bound = next.amount.comparator.filter(|bound| {
                matches!(bound, Comparator::AtLeast | Comparator::AtMost)
                    && next.comparator == *bound
                    && next.amount.max.is_none()
            });
            let between = self.line.get(before.span.end..next.span.start);
            // 总产值达到3500亿元、10亿元以上|产业链8条: the bound says which ones of another kind.
            let scope = self.line[next.span.end..]
                .starts_with(|c| is_han(c) && c != '的')
                && before.amount.value > next.amount.value;
            let listed =
                matches!(between, Some("、" | "和" | "与" | "及" | "或")) && !scope;
            // 两项或两项以上 is one bound.
            let plain = before.comparator == Comparator::Equal
                && before.amount.max.is_none()
                && before.amount.value != next.amount.value
                && before.amount.unit.map(|unit| unit.name)
                    == next.amount.unit.map(|unit| unit.name);
            if let Some(bound) = bound.filter(|_| listed && plain) {
                let quantity = &mut self.quantities[index - 1];
                quantity.comparator = bound;
                quantity.amount.comparator = Some(bound);
            }
        }
    }

    /// 城乡居民收入比缩小到|1.8以内, 满意度从|84.7|提升至|89.6: some measures have no unit.
    pub(super) fn add_unitless(&mut self) {
        if !may_be_unitless(self.line) {
            return;
        }
        let quantities: Vec<Span> = self.quantities.iter().map(|q| q.span).collect();
        let dates: Vec<Span> = self.dates.iter().map(|date| date.span).collect();
        // All of them stand in order and apart.
        let taken = |span: Span| {
            [&quantities, &dates, &self.names].iter().any(|others| {
                let next = others.partition_point(|other| other.end <= span.start);
                others.get(next).is_some_and(|other| other.start < span.end)
            })
        };
        let mut bare = find_quantities(self.line, &[], Care::All);
        for found in &mut bare {
            self.read_to_one(found);
        }
        bare.retain(|found| {
            found.amount.unit.is_none()
                && found.amount.notation != Notation::Numeral
                && !taken(found.span)
                && self.is_unitless(found)
        });
        if !bare.is_empty() {
            self.quantities.extend(bare);
            self.quantities.sort_by_key(|quantity| quantity.span.start);
        }
    }

    /// 收入比缩小到|2.3:1以内: what the first is to one.
    fn read_to_one(&self, found: &mut Quantity<'_>) {
        let behind = &self.line[found.span.end..];
        let Some(rest) = behind
            .strip_prefix([':', '：', '∶'])
            .and_then(|one| one.strip_prefix('1'))
            .filter(|rest| !rest.starts_with(|c: char| c.is_ascii_digit() || c == '.'))
        else {
            return;
        };
        let bound = bound_behind(rest);
        found.span.end += behind.len() - rest.len() + bound.map_or(0, |(len, _)| len);
        if let Some((_, comparator)) = bound
            && found.comparator == Comparator::Equal
        {
            found.comparator = comparator;
        }
    }

    /// Whether the measure that has no unit stands before a number, or before the one that it
    /// moved from.
    fn is_unitless(&self, found: &Quantity<'_>) -> bool {
        /// Characters of what a number moved from at most: 从|84.7.
        const FROM: usize = 16;
        let start = clause::clause_start(self.line, found.verb);
        let words = &self.line[start..found.verb];
        // 加工业产值与农业总产值比达到|2.5:1: the sign says of which measure.
        let to_one =
            self.line[found.span.start..found.span.end].contains([':', '：', '∶']);
        if to_one && words.ends_with('比') {
            return true;
        }
        let Some(measure) = mark::UNITLESS_MEASURE.any().places(words).last() else {
            return false;
        };
        let between = words[measure.end..].trim_start();
        let from = between.starts_with(['由', '从'])
            && between.chars().nth(FROM).is_none()
            && !between.contains('、');
        let straight = wording::trim_tail(&words[measure.start..]).len() <= measure.len();
        let behind = &self.line[found.span.end..];
        let ends = !behind.starts_with(|c: char| {
            c.is_alphanumeric() && !"提升缩扩降下上增减压调和与、".contains(c)
                || ":：∶/／-—~～.+×".contains(c)
        });
        ends && (straight || from)
    }

    /// What stands behind the next number of a list holds for this one as well: the first half
    /// of its unit, 分别高于全国|12.7个|、12个百分点, or all of it where the measure lets a number
    /// stand without, 参保人数分别达|185万|、42万和58万人.
    fn share_unit_with_next(&mut self) {
        for index in (1..self.quantities.len()).rev() {
            let (before, next) = (self.quantities[index - 1], self.quantities[index]);
            let between = self.line.get(before.span.end..next.span.start);
            if !matches!(between, Some("、" | "和" | "与" | "及")) {
                continue;
            }
            let amount = &mut self.quantities[index - 1].amount;
            match amount.unit.map(|unit| unit.name) {
                Some("个") if next.class() == Some(UnitClass::Point) => {
                    amount.unit = next.amount.unit;
                }
                None if next.amount.unit.is_some() => {
                    amount.unit = next.amount.unit;
                    let scaled = self.shared_scale(before, &next);
                    let value = &mut self.quantities[index - 1].amount.value;
                    *value = scaled.unwrap_or(*value);
                }
                _ => {}
            }
        }
    }

    /// A number without a unit as a quantity in the unit of another.
    fn bare(&self, span: Span, unit: &Quantity<'t>) -> Option<Quantity<'t>> {
        let found = quantity_at(&self.line[..span.end], span.start, Care::All);
        let quantity = found.filter(|found| found.span == span)?;
        let scaled = self.shared_scale(quantity, unit);
        Some(Quantity {
            amount: Amount {
                unit: unit.amount.unit,
                value: scaled.unwrap_or(quantity.amount.value),
                ..quantity.amount
            },
            ..quantity
        })
    }

    /// 分别为|185|、42、58万人: what a number without a unit is when the 万 or 亿 of the last one
    /// stands for all. 800和1.2万元 are too far apart for that.
    fn shared_scale(&self, bare: Quantity<'_>, last: &Quantity<'_>) -> Option<Decimal> {
        /// How many times the last number one may be that shares its 万.
        const APART: i64 = 50;
        let words = self.words(last.span.start, last.span.end);
        let behind = words.trim_start_matches(is_digit_or_point);
        let scale = match behind.chars().next()? {
            '万' if !behind.starts_with("万亿") => 10_000,
            '亿' => 100_000_000,
            _ => return None,
        };
        let plain = self
            .words(bare.span.start, bare.span.end)
            .chars()
            .all(is_digit_or_point);
        let scaled = bare.amount.value.checked_mul(Decimal::from(scale))?;
        let near = scaled <= last.amount.value.checked_mul(Decimal::from(APART))?;
        (plain && near).then_some(scaled)
    }
}

fn is_digit_or_point(c: char) -> bool {
    c.is_ascii_digit() || c == '.'
}

/// Characters of 分别 and the verb before the first number of a row at most.
const ROW_LEAD: usize = 36;

/// The number without a unit that a list sign links to what begins at `at`, in a row that
/// 分别 opens: 分别回落|2.16|和1.66个百分点, 分别达到|185万|、58万人.
fn bare_before(line: &str, floor: usize, at: usize) -> Option<Span> {
    let before = line.get(floor..at)?.trim_end();
    let before = before.strip_suffix(['和', '与', '及', '、', '以'])?;
    let digits = before.trim_end_matches(['万', '亿']);
    let number = digits.trim_end_matches(is_digit_or_point);
    let lead = tail(number, ROW_LEAD);
    let opens = number.len() < digits.len()
        && !number.ends_with(|c: char| c.is_ascii_alphanumeric() || "-—～~/".contains(c))
        && lead.contains("分别");
    opens.then(|| Span::new(floor + number.len(), floor + before.len()))
}
