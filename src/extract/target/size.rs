//! Values that say which things are meant: 建设学校|在校生规模3500人以上|的.

use super::left::Left;
use super::{Paragraph, clause, wording};
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::lexicon::mark;
use crate::model::{Change, Comparator};
use crate::span::Span;
use crate::text::head;

impl<'t> Paragraph<'t> {
    /// Whether another number stands straight before a quantity: 5600户|18900人.
    pub(super) fn follows(&self, quantity: Quantity<'_>) -> bool {
        self.before(quantity)
            .is_some_and(|last| last.span.end == quantity.bounded)
    }

    /// 满5年|不满10年: whether a number is the other bound of the one straight before it.
    pub(super) fn closes_pair(&self, quantity: Quantity<'_>) -> bool {
        let below = matches!(
            quantity.comparator,
            Comparator::LessThan | Comparator::AtMost
        );
        below
            && quantity.bounded < quantity.span.start
            && quantity.verb == quantity.bounded
            && self.before(quantity).is_some_and(|last| {
                last.span.end == quantity.bounded
                    && last.comparator != Comparator::Equal
                    && last.amount.unit.map(|unit| unit.name)
                        == quantity.amount.unit.map(|unit| unit.name)
            })
    }

    /// Where a number ends, with the one that closes its pair.
    pub(super) fn end_of_pair(&self, quantity: Quantity<'_>) -> usize {
        let next = self.quantities_from(quantity.span.end).first();
        let next = next.filter(|next| self.closes_pair(**next));
        next.map_or(quantity.span.end, |next| next.span.end)
    }

    /// 学校食堂、|三次以上抽检不合格企业、|大型商场: the item of a list of whom or what is meant that
    /// a bound of its size chooses.
    pub(super) fn chosen_item(&self, quantity: Quantity<'_>) -> Option<Span> {
        /// Characters of what is measured, and of the noun behind the bound, at most.
        const MEASURE: usize = 10;
        const NOUN: usize = 14;
        let bound = matches!(
            quantity.amount.comparator,
            Some(Comparator::AtLeast | Comparator::AtMost)
        );
        // Few numbers have one, and clauses may be long.
        if !bound || quantity.bounded != quantity.span.start {
            return None;
        }
        let start = clause::clause_start(self.line, quantity.bounded);
        let words = self.words(start, quantity.bounded);
        let often = quantity.amount.unit.is_some_and(|unit| unit.name == "次");
        let sized = match quantity.class() {
            Some(UnitClass::Money | UnitClass::Measure) => true,
            Some(UnitClass::Ratio) => words.ends_with('率'),
            _ => often,
        };
        if !sized {
            return None;
        }
        let signs: &[char] = &['、', '，', ',', '。', '；', ';', '：', '（', '('];
        let behind = &self.line[quantity.span.end..];
        let near = head(behind, (NOUN + 1) * '、'.len_utf8());
        let item = &near[..near.find(signs).unwrap_or(near.len())];
        let noun = mark::CHOSEN_NOUN.ending(item).map_or_else(
            || Some(mark::CHOSEN_NOUN.any().find_at(item, 0)?.end),
            |_| Some(item.len()),
        )?;
        let (item, rest) = behind.split_at(noun);
        let opens = item.starts_with(char::is_alphabetic) && !item.starts_with('的');
        if !opens || item.chars().count() > NOUN || rest.starts_with(char::is_numeric) {
            return None;
        }
        let at = words.rfind('、')? + '、'.len_utf8();
        let measure = &words[at..];
        let plain = measure.chars().count() <= MEASURE
            && !wording::opens_with_verb(measure)
            && !wording::ends_with_action(measure);
        plain.then(|| Span::new(start + at, quantity.span.end + noun))
    }

    /// 建设100所|在校生规模3500人以上的|学校: the noun of a count behind a number that says
    /// which ones are counted.
    pub(super) fn noun_behind_size(&self, quantity: Quantity<'t>) -> Option<&'t str> {
        /// Counts of one list at most: 5家…过百亿元、2家…达50亿元的企业.
        const LIST: usize = 4;
        if quantity.class() != Some(UnitClass::Count) {
            return None;
        }
        let index = self
            .quantities
            .partition_point(|next| next.span.start < quantity.span.end);
        if let Some(noun) = self.noun_of_extent(index, quantity) {
            return Some(noun);
        }
        let mut counted = quantity;
        for at in (index..).step_by(2).take(LIST) {
            let size = self.quantities.get(at)?;
            let between = self.words(counted.span.end, size.verb);
            let level = size.change == Some(Change::Level);
            let sized = (size.comparator != Comparator::Equal || level)
                && between.chars().all(char::is_alphabetic)
                && !clause::is_list(between)
                && (between.is_empty() || wording::is_size_noun(between));
            if !sized {
                return None;
            }
            if self.line[size.span.end..].starts_with('的') {
                let start = size.span.end + '的'.len_utf8();
                let noun = wording::object(self.words(start, self.around(at).end));
                return (!noun.is_empty()).then_some(noun);
            }
            if at == index
                && let Some(noun) = self.noun_of_bound(at)
            {
                return Some(noun);
            }
            let next = self.quantities.get(at + 1)?;
            let listed = self.words(size.span.end, next.span.start) == "、";
            if !listed || next.class() != quantity.class() {
                return None;
            }
            counted = *next;
        }
        None
    }

    /// 扶持10家|年产值1亿元以上|企业: the noun straight behind a bounded size, with the size.
    fn noun_of_bound(&self, at: usize) -> Option<&'t str> {
        let size = self.quantities.get(at)?;
        let bounded = size.amount.comparator.is_some()
            && size.change.is_none()
            && size.class() != Some(UnitClass::Ratio);
        if !bounded {
            return None;
        }
        let end = clause::clause_end(self.line, size.span.end);
        let next = self.quantities.get(at + 1);
        let end = next.map_or(end, |next| end.min(next.verb));
        let behind = self.words(size.span.end, end);
        let noun = wording::object(behind);
        let named = noun.chars().nth(1).is_some()
            && behind.starts_with(noun)
            && !wording::opens_with_verb(noun);
        named.then_some(noun)
    }

    /// 建成20个|500千伏输变电工程: what is counted has a size in its name.
    fn noun_of_extent(&self, index: usize, count: Quantity<'_>) -> Option<&'t str> {
        let size = self.quantities.get(index)?;
        let noun = self.sized_noun(index)?;
        (size.bounded == count.span.end).then(|| {
            let end = size.span.end + noun.len();
            self.words(size.span.start, end)
        })
    }

    /// The noun straight behind a size that says of which kind the things are that the number
    /// before it counts: 3座|220千伏|变电站, not 3座|5000平方米以上|的, nor 15公里|投资.
    fn sized_noun(&self, index: usize) -> Option<&'t str> {
        let size = self.quantities.get(index)?;
        let before = self.quantities.get(index.checked_sub(1)?)?;
        let plain = size.class() == Some(UnitClass::Measure)
            && size.comparator == Comparator::Equal
            && size.change.is_none()
            && before.class() == Some(UnitClass::Count)
            && before.span.end == size.bounded
            && size.bounded == size.span.start;
        if !plain {
            return None;
        }
        let end = clause::clause_end(self.line, size.span.end);
        let next = self.quantities.get(index + 1);
        let end = next.map_or(end, |next| end.min(next.bounded));
        let behind = self.words(size.span.end, end);
        let behind = clause::signs(behind, &['、', '和', '及', '与'])
            .next()
            .map_or(behind, |sign| &behind[..sign]);
        let noun = wording::object(behind);
        let named = noun.chars().nth(1).is_some()
            && !noun.starts_with('的')
            && behind.starts_with(noun)
            && !wording::opens_with_verb(noun);
        named.then_some(noun)
    }

    /// 110千伏|变电站3座, 100兆瓦|光伏电站4座: whether a number only says of which grade the things
    /// are that the next one counts. What voltage a line has is never an aim.
    pub(super) fn is_grade(&self, index: usize) -> bool {
        /// Characters of what is counted at most.
        const NOUN: usize = 12;
        let size = self.quantities[index];
        let unit = size.amount.unit.map_or("", |unit| unit.name);
        let plain = size.comparator == Comparator::Equal
            && size.change.is_none()
            && mark::CAPACITY_UNIT.contains(unit);
        if !plain {
            return false;
        }
        if matches!(unit, "kV" | "千伏") {
            let behind = self.line[size.span.end..].chars().next();
            return behind
                .is_some_and(|c| c.is_alphabetic() && !"的以及等和与".contains(c));
        }
        let next = self.quantities.get(index + 1);
        next.is_some_and(|next| {
            let between = self.words(size.span.end, next.bounded);
            next.class() == Some(UnitClass::Count)
                && !between.is_empty()
                && between.chars().nth(NOUN).is_none()
                && between.chars().all(char::is_alphabetic)
                && !between.starts_with('的')
                && !wording::opens_with_verb(between)
        })
    }

    /// Whether a size is part of the name of what the number before it counts.
    pub(super) fn is_in_name_of_counted(&self, quantity: Quantity<'_>) -> bool {
        let index = self.quantities_before(quantity.span.start).len();
        self.sized_noun(index).is_some()
    }

    /// 生产面积10万亩以上|的县, 1个|5000亩以上|的种植带: whether a value says which things are
    /// meant, and its indicator is a measure of them.
    pub(super) fn is_size(
        &self,
        quantity: Quantity<'t>,
        left: &Left<'_>,
        behind: &str,
    ) -> bool {
        let sizes = matches!(
            quantity.class(),
            Some(
                UnitClass::Count
                    | UnitClass::Duration
                    | UnitClass::Measure
                    | UnitClass::Money
            )
        );
        let share = quantity.class() == Some(UnitClass::Ratio);
        let Some(noun) = behind.strip_prefix('的').filter(|_| !share) else {
            return self.sizes_counted(quantity) || self.is_size_of_counted(quantity);
        };
        sizes
            && !is_valued(noun)
            && (wording::is_size_noun(left.words)
                || left.words.is_empty() && self.shared_bound(quantity).is_some()
                || quantity.class() == Some(UnitClass::Duration)
                    && mark::LASTING_VERB.is_in(left.words)
                || quantity.comparator != Comparator::Equal
                    && self.last_count(left).is_some_and(|last| {
                        last.span.end == left.start + left.words.len()
                    }))
    }

    /// 5家以上|年销售收入过百亿元|、2家以上年销售收入达50亿元的企业: whether it says which ones
    /// are counted whose name closes the list.
    pub(super) fn sizes_counted(&self, quantity: Quantity<'t>) -> bool {
        let extent = matches!(
            quantity.class(),
            Some(UnitClass::Money | UnitClass::Measure | UnitClass::Ratio)
        );
        extent
            && self.before(quantity).is_some_and(|count| {
                wording::is_size_noun(self.words(count.span.end, quantity.verb))
                    && self.noun_behind_size(count).is_some()
            })
    }

    /// 新建5个|1000平方米以上|广场: whether it says of what size the things are that the number
    /// before it counts.
    pub(super) fn is_size_of_counted(&self, quantity: Quantity<'_>) -> bool {
        let index = self.quantities_before(quantity.span.start).len();
        self.noun_of_bound(index).is_some()
            && self.before(quantity).is_some_and(|count| {
                let between = self.words(count.span.end, quantity.verb);
                (between.is_empty() || wording::is_size_noun(between))
                    && self.noun_behind_size(count).is_some()
            })
    }

    /// The last number within the words that counts things.
    fn last_count(&self, left: &Left<'_>) -> Option<Quantity<'t>> {
        let end = left.start + left.words.len();
        let within = self.quantities_from(left.start).iter();
        let last = within.take_while(|before| before.span.end <= end).last();
        last.filter(|last| last.class() == Some(UnitClass::Count))
            .copied()
    }

    /// Leaves of the words the measure and what it is of: 建设100所|在校生规模,
    /// 引进项目且|实际投资, 编制完成|总投资.
    pub(super) fn trim_size(&self, left: &mut Left<'t>) {
        /// Characters of a measure that names itself: 总投资, 在校生规模.
        const MEASURE: usize = 3;
        let end = left.start + left.words.len();
        if let Some(last) = self.last_count(left) {
            left.start = last.span.end;
        }
        let words = self.words(left.start, end);
        if let Some(also) = words.rfind('且') {
            left.start += also + '且'.len_utf8();
        }
        loop {
            let words = self.words(left.start, end);
            let verb = wording::verb_len(words);
            if verb == 0 || words[verb..].chars().nth(MEASURE - 1).is_none() {
                left.words = words;
                return;
            }
            left.start += verb;
        }
    }
}

/// Whether the value is of the noun behind it, which says what it is: 每亩面积100元的|补贴,
/// 总额10万元的|标准.
fn is_valued(noun: &str) -> bool {
    let measure = wording::MEASURES.opening(noun);
    mark::AID_NOUN.opening(noun).is_some()
        || measure.is_some_and(|word| {
            let rest = &noun[word.len()..];
            let goes_on = rest.starts_with(char::is_alphabetic);
            !goes_on || rest.starts_with(['给', '予', '补', '奖', '执', '发', '收'])
        })
}
