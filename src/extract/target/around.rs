//! The words around a quantity: its clause, its verb, its bound.

use super::{Paragraph, base, bound, clause, wording};
use crate::grammar::date::FoundDate;
use crate::grammar::department::is_han;
use crate::grammar::number::Notation;
use crate::grammar::quantity::{Quantity, UnitClass, read_lead};
use crate::lexicon::mark;
use crate::model::{Change, Comparator};

/// The words around a quantity, as offsets of the line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    /// Where the clause begins, or the stretch after the number before.
    pub(super) start: usize,
    /// Where the verb or the bounding words begin.
    pub(super) verb: usize,
    /// Where the clause ends, or the stretch before the next number.
    pub(super) end: usize,
    /// The stretch continues a list: `篮球场100个、公园10座`.
    pub(super) linked: bool,
    pub(super) change: Option<Change>,
    pub(super) comparator: Comparator,
}

/// What stands before a quantity.
struct Lead {
    verb: usize,
    change: Option<Change>,
    comparator: Comparator,
}

/// Whether a value without a bound or a verb of its own may stand behind its case.
fn is_for_cases(quantity: Quantity<'_>) -> bool {
    let classes = [
        Some(UnitClass::Money),
        Some(UnitClass::Count),
        Some(UnitClass::Measure),
        Some(UnitClass::Ratio),
    ];
    quantity.comparator == Comparator::Equal
        && quantity.change.is_none()
        && quantity.verb == quantity.bounded
        && classes.contains(&quantity.class())
}

impl<'t> Paragraph<'t> {
    /// The words around a quantity: where its clause begins and ends, and its verb.
    pub(super) fn around(&self, index: usize) -> Around {
        let quantity = self.quantities[index];
        if let Some(item) = self.chosen_item(quantity) {
            return Around {
                start: item.start,
                verb: quantity.bounded,
                end: item.end,
                linked: false,
                change: None,
                comparator: quantity.comparator,
            };
        }
        let (start, linked) = self.clause_of(index);
        let mut lead = self.lead(quantity, start);
        let before = index.checked_sub(1).map(|before| self.quantities[before]);
        if let Some(before) = before
            && self.is_up_to(before, quantity)
            && self.reaches_on(before, quantity)
        {
            lead.verb = before.span.end;
            lead.change = Some(Change::Level);
        }
        let next = self
            .quantities
            .get(index + 1)
            .map_or(self.line.len(), |next| next.verb);
        let clause_end = clause::clause_end(self.line, quantity.span.end);
        let end = if next < clause_end && self.goes_on(index + 1) {
            quantity.span.end
        } else if next < clause_end {
            clause::list_break_before(self.line, quantity.span.end, next)
        } else {
            clause_end
        };
        let end = end.max(quantity.span.end);
        Around {
            start: start.min(lead.verb),
            verb: lead.verb,
            end,
            linked,
            change: lead.change.or_else(|| self.moved_by(quantity, end)),
            comparator: lead.comparator,
        }
    }

    /// Whether a value follows the one before it without a sign: 33087户57374人 are of the same,
    /// 救助10326人次|发放救助金1427万元 of what a verb does, 投资12亿元|占总投资的60% a share.
    fn goes_on(&self, index: usize) -> bool {
        let Some((before, next)) = index.checked_sub(1).and_then(|before| {
            Some((self.quantities[before], self.quantities.get(index)?))
        }) else {
            return false;
        };
        if self.moves_on(before, *next) || self.reaches_on(before, *next) {
            return true;
        }
        let plain = next.change.is_none() && next.comparator == Comparator::Equal;
        // 一本172人 counts none of what stands before.
        let spelt = matches!(before.amount.notation, Notation::Numeral | Notation::Han);
        let facts = [Some(UnitClass::Count), Some(UnitClass::Money)];
        if !plain || spelt || !facts.contains(&before.class()) {
            return false;
        }
        let between = self.words(before.span.end, next.bounded);
        let counts =
            before.class() == Some(UnitClass::Count) && next.class() == before.class();
        let shares = next.class() == Some(UnitClass::Ratio) && between.starts_with('占');
        let verb = wording::verb_len(between);
        // 投入680万元|完成|17所学校改造
        let spent = before.class() == Some(UnitClass::Money)
            && next.class() == Some(UnitClass::Count);
        // 由2015年的20亿元|增加到2020年的|40亿元: what the first one moved to.
        let date = self.date_before(next.bounded);
        let moves = date.is_some_and(|date| {
            let up_to = self.words(before.span.end, date.span.start);
            up_to.ends_with(['到', '至', '为'])
        });
        shares
            || between.is_empty()
                && counts
                && before.amount.unit.map(|unit| unit.name)
                    != next.amount.unit.map(|unit| unit.name)
            || verb > 0
                && !moves
                && (verb < between.len() || spent)
                && facts.contains(&next.class())
                && !clause::is_list(between)
    }

    /// 生产总值增长12.6%|达92.9亿元: what is reached stands straight behind how it moved.
    fn reaches_on(&self, before: Quantity<'_>, next: Quantity<'_>) -> bool {
        let moved = before.change.is_some_and(|change| change != Change::Level);
        let class = next.class();
        let straight = next.change == Some(Change::Level)
            && next.verb < next.bounded
            && self.words(before.span.end, next.verb).trim().is_empty();
        moved
            && matches!(before.class(), Some(UnitClass::Ratio | UnitClass::Multiple))
            && class != before.class()
            && (straight || self.is_up_to(before, next))
    }

    /// 增长12.6%|至|92.9亿元: a preposition does for the verb.
    fn is_up_to(&self, before: Quantity<'_>, next: Quantity<'_>) -> bool {
        matches!(
            self.words(before.span.end, next.bounded).trim(),
            "至" | "到"
        )
    }

    /// 产值12亿元|同比增长5%: what a value moved by follows it without a comma.
    fn moves_on(&self, before: Quantity<'_>, next: Quantity<'_>) -> bool {
        /// Characters of what it is compared with at most.
        const COMPARED: usize = 10;
        let level = matches!(
            before.class(),
            Some(
                UnitClass::Count
                    | UnitClass::Measure
                    | UnitClass::Money
                    | UnitClass::Ratio
            )
        );
        if !level
            || before.change.is_some_and(|change| change != Change::Level)
            || next.change.is_none_or(|change| change == Change::Level)
        {
            return false;
        }
        let between = self.words(before.span.end, next.verb);
        between.chars().nth(COMPARED).is_none()
            && !clause::is_list(between)
            && mark::COMPARED_WITH.opening(between).is_some()
    }

    /// Where the clause begins, or the item of a list, and whether it is one.
    fn clause_of(&self, index: usize) -> (usize, bool) {
        if let Some(size) = index.checked_sub(1).filter(|&size| self.is_size_of(size)) {
            return self.clause_of_item(size);
        }
        self.clause_of_item(index)
    }

    /// Whether a number says which things the next one counts, in an item of its own:
    /// 项目20个、|10亿元以上的项目|5个.
    fn is_size_of(&self, index: usize) -> bool {
        /// Characters between both at most.
        const NOUN: usize = 12;
        let (size, Some(count)) =
            (self.quantities[index], self.quantities.get(index + 1))
        else {
            return false;
        };
        let between = self.words(size.span.end, count.bounded);
        let before = self.line[..size.bounded].chars().next_back();
        count.class() == Some(UnitClass::Count)
            && matches!(size.class(), Some(UnitClass::Money | UnitClass::Measure))
            && (size.comparator != Comparator::Equal || self.is_grade(index))
            && before == Some('、')
            && !between.is_empty()
            && between.chars().nth(NOUN).is_none()
            && between.chars().all(char::is_alphabetic)
    }

    /// The same for a number whose own words say what it is of.
    fn clause_of_item(&self, index: usize) -> (usize, bool) {
        let quantity = self.quantities[index];
        let floor = clause::clause_start(self.line, quantity.verb);
        let previous = index
            .checked_sub(1)
            .map_or(0, |before| self.quantities[before].span.end);
        let again = previous > floor && self.goes_on(index);
        let linked = again && previous == quantity.bounded
            || previous > floor
                && clause::is_list_break(self.line, previous, quantity.bounded);
        let named = (!again && !linked && previous > floor)
            .then(|| self.numbered_item(index))
            .flatten();
        let linked = linked || named.is_some();
        let start = if again {
            previous
        } else if let Some(start) = named {
            start
        } else if linked {
            clause::list_item_start(self.line, previous, quantity.verb)
        } else if previous > floor && self.aims_at(index) {
            previous
        } else if previous > floor
            && wording::is_dimension(self.words(previous, quantity.verb))
        {
            // 长4500米|宽40米
            previous
        } else if self.is_rebate(quantity) {
            // 满100元减20元、|满200元减40元
            let item = self.words(floor, quantity.bounded).rfind('、');
            item.map_or(floor, |sign| floor + sign + '、'.len_utf8())
        } else if let Some(item) = self.item_of_sized(index).filter(|&item| item > floor)
        {
            item
        } else {
            self.behind_spelt(floor, quantity.verb)
        };
        (start, linked)
    }

    /// 学校4所总面积2万平方米、|幼儿园3所总面积|1万平方米: where the item begins whose count the value
    /// stands behind, as the one before it has a count and a value too.
    fn item_of_sized(&self, index: usize) -> Option<usize> {
        let first = index.checked_sub(3)?;
        let [count, value, next_count, next_value] = self.quantities[first..=index]
        else {
            return None;
        };
        let is_value = |of: Quantity<'_>| {
            matches!(of.class(), Some(UnitClass::Measure | UnitClass::Money))
        };
        let is_count = |of: Quantity<'_>| of.class() == Some(UnitClass::Count);
        let joined = |count: Quantity<'_>, value: Quantity<'_>| {
            let noun = self.words(count.span.end, value.verb);
            is_count(count)
                && is_value(value)
                && noun.chars().nth(1).is_some()
                && noun.chars().all(char::is_alphabetic)
                && !noun.contains('的')
        };
        let behind = &self.line[value.span.end..];
        let sign = ["、", "和", "及", "以及"];
        let sign = sign.iter().find(|sign| behind.starts_with(**sign))?;
        (joined(count, value) && joined(next_count, next_value))
            .then_some(value.span.end + sign.len())
    }

    /// 列支300万元|对面积达500亩以上的基地予以奖补: whether a sum stands before what it is meant for.
    fn aims_at(&self, index: usize) -> bool {
        let before = self.quantities[index - 1];
        before.class() == Some(UnitClass::Money)
            && self.line[before.span.end..].starts_with('对')
    }

    /// 1人户不低于20平方米、|2人户不低于30平方米, 前3年按100%、|后2年按50%: where the item begins whose name
    /// opens with a number.
    fn numbered_item(&self, index: usize) -> Option<usize> {
        /// Characters of such a name behind its number at most.
        const NAME: usize = 8;
        let quantity = self.quantities[index];
        let (number, last) = (self.quantities[index - 1], index.checked_sub(2)?);
        let between = self.words(self.quantities[last].span.end, number.bounded);
        let opening = between.strip_prefix('、')?;
        let name = self.words(number.span.end, quantity.verb);
        let bounded = opening.is_empty() && quantity.comparator != Comparator::Equal;
        let term = matches!(opening, "" | "前" | "后" | "第")
            && number.class() == Some(UnitClass::Duration)
            && name.starts_with('按');
        let named = (bounded || term)
            && quantity.class() != number.class()
            && !name.is_empty()
            && name.chars().nth(NAME).is_none()
            && name.chars().all(is_han);
        named.then_some(number.bounded - opening.len())
    }

    /// 卫生室全覆盖、|达标率100%: where the words begin behind a value in words.
    fn behind_spelt(&self, floor: usize, end: usize) -> usize {
        let words = self.words(floor, end);
        if !words.contains('、') {
            return floor;
        }
        let behind = mark::VALUE_IN_WORDS
            .any()
            .places(words)
            .filter(|value| words[value.end..].starts_with('、'))
            .map(|value| floor + value.end + '、'.len_utf8());
        behind.last().unwrap_or(floor)
    }

    /// The verb and the bound before a quantity, with what may stand between them and it.
    fn lead(&self, quantity: Quantity<'_>, start: usize) -> Lead {
        let mut lead = Lead {
            verb: quantity.verb,
            change: quantity.change,
            comparator: quantity.comparator,
        };
        if self.closes_noun(quantity, start) {
            lead.verb = quantity.bounded;
            lead.change = None;
        }
        // 不低于每人每月1309元: the base stands between the verb or the bound and the number.
        let base = base::closing_per(self.words(start, quantity.bounded));
        if base > 0 {
            let before = read_lead(&self.line[..quantity.bounded - base]);
            lead.verb = before.verb.max(start);
            lead.change = lead.change.or(before.change);
            if lead.comparator == Comparator::Equal && before.bounded >= start {
                lead.comparator = before.comparator.unwrap_or_default();
            }
        }
        // 生产总值增长：|6%
        if lead.change.is_none()
            && let Some((label, _)) = self.label_before(start)
        {
            lead.change = read_lead(label).moves();
        }
        if lead.comparator == Comparator::Equal
            && let Some(bound) = self
                .bound_of_case(quantity, start)
                .or_else(|| self.bound_of_cases(quantity))
        {
            lead.comparator = bound;
        }
        // 不得低于职工总数的1.5%: the bound stands before what the share is of.
        let class = quantity.class();
        let share = matches!(class, Some(UnitClass::Ratio | UnitClass::Multiple));
        if lead.comparator == Comparator::Equal
            && let Some((at, bound)) =
                bound::bound_of_share(self.words(start, quantity.bounded))
            && share
        {
            lead.verb = start + at;
            lead.comparator = bound;
        }
        // 提高到2015年的480元: the date stands between verb and number.
        if let Some(date) = self.date_before(quantity.bounded) {
            let before = read_lead(&self.line[..date.span.start]);
            lead.verb = before.verb.max(start);
            lead.change = lead.change.or(before.change);
            // 失业率低于去年0.2个百分点: that is a distance, and no bound.
            let distant = class == Some(UnitClass::Point)
                && wording::ends_exceeding(&self.line[..date.span.start]);
            if lead.comparator == Comparator::Equal && !distant {
                lead.comparator = before.comparator.unwrap_or_default();
            }
        }
        if lead.comparator == Comparator::Equal
            && let Some(bound) = self.shared_bound(quantity)
        {
            lead.comparator = bound;
        }
        if lead.comparator == Comparator::Equal
            && let Some(bound) = bound::bound_before_verb(self.words(start, lead.verb))
        {
            lead.comparator = bound;
        }
        lead
    }

    /// 不低于|城镇每人每月1200元: the bound before the case that a value is for.
    fn bound_of_case(&self, quantity: Quantity<'_>, start: usize) -> Option<Comparator> {
        if !is_for_cases(quantity) {
            return None;
        }
        let words = self.words(start, quantity.bounded);
        let words = &words[..words.len() - base::closing_per(words)];
        let share = quantity.class() == Some(UnitClass::Ratio);
        bound::bound_of_case(words, share).map(|(_, bound, _)| bound)
    }

    /// 不低于城镇每人每月1200元、|农村每人每月900元: the same before the first of several cases.
    pub(super) fn bound_of_cases(&self, quantity: Quantity<'_>) -> Option<Comparator> {
        /// Cases of such a list at most.
        const CASES: usize = 6;
        if !is_for_cases(quantity) {
            return None;
        }
        let mut next = quantity;
        let before = self.quantities_before(quantity.span.start);
        for before in before.iter().rev().take(CASES) {
            let unit = next.amount.unit.map(|unit| unit.name);
            let between = self.words(before.span.end, next.bounded);
            let case = between.strip_prefix(['、', '，', ',', '；', '和'])?;
            let case = &case[..case.len() - base::closing_per(case)];
            if !bound::is_case(case)
                || !is_for_cases(*before)
                || before.amount.unit.map(|unit| unit.name) != unit
            {
                return None;
            }
            let start = clause::clause_start(self.line, before.verb);
            if let Some(bound) = self.bound_of_case(*before, start) {
                return Some(bound);
            }
            next = *before;
        }
        None
    }

    /// 超过1亿元、|5亿元、10亿元: the bound of a list of sums that stands before its first one.
    pub(super) fn shared_bound(&self, quantity: Quantity<'_>) -> Option<Comparator> {
        /// Sums of such a list at most.
        const SUMS: usize = 6;
        let mut next = quantity;
        let before = self.quantities_before(quantity.span.start);
        for before in before.iter().rev().take(SUMS) {
            let unit = next.amount.unit.map(|unit| unit.name);
            if next.verb < next.bounded
                || self.words(before.span.end, next.bounded) != "、"
                || before.amount.unit.map(|unit| unit.name) != unit
            {
                return None;
            }
            if before.bounded < before.span.start {
                return Some(before.comparator);
            }
            next = *before;
        }
        None
    }

    /// The change of a share that the noun behind it says.
    pub(super) fn moved_by(&self, quantity: Quantity<'_>, end: usize) -> Option<Change> {
        let class = quantity.class();
        wording::moved_by(self.words(quantity.span.end, end))
            .filter(|_| class == Some(UnitClass::Ratio))
    }

    /// 完成道路整治提升60条: what is done to so many things is no change by so many.
    fn closes_noun(&self, quantity: Quantity<'_>, start: usize) -> bool {
        let class = quantity.class();
        let words = self.words(start, quantity.verb);
        let words = &words[wording::lead_len(words)..];
        let behind = &self.line[quantity.span.end..];
        // 整体提升100所|学校, but 排名提升10位
        let manner =
            mark::MANNER.contains(words) && behind.starts_with(char::is_alphabetic);
        // 公园品质|提升3处
        let upgraded = mark::UPGRADED.ending(words).is_some();
        class == Some(UnitClass::Count)
            && self.words(quantity.verb, quantity.bounded).trim_end() == "提升"
            && (manner || upgraded || wording::opens_with_verb(words))
    }

    /// The date that ends right before a number, with its 的.
    pub(super) fn date_before(&self, at: usize) -> Option<FoundDate> {
        let before = self.line[..at].trim_end().trim_end_matches('的');
        let last = self.dates_between(0, before.len()).last();
        last.filter(|found| found.span.end == before.len()).copied()
    }
}
