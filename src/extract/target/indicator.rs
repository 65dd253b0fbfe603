//! What a value is measured of, from the words on either side of it.

use std::ops::Range;

use super::around::Around;
use super::carry::Carry;
use super::left::Left;
use super::{Paragraph, base, bound, clause, is_surer, list, wording};
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::lexicon::mark;
use crate::model::{Baseline, Change, Comparator};
use crate::span::Span;

#[derive(Debug, Clone)]
pub(super) struct Measured {
    pub(super) indicator: String,
    /// The part of it that stands before the number, the verb of a list included.
    pub(super) own: String,
    pub(super) per: Option<String>,
    pub(super) quote: Span,
    /// The words to the left that it was made of.
    pub(super) words: Span,
    pub(super) baseline: Option<Baseline>,
    /// What goes on with the things that a value says which ones are meant of.
    pub(super) heir: Option<String>,
    pub(super) spread: Option<String>,
}

/// The words on either side of a value, before its indicator is made of them.
struct Sides<'t> {
    left: Left<'t>,
    /// The object behind the number; empty when there is none.
    right: &'t str,
    /// A verb stands before the number.
    has_level: bool,
    bounded: bool,
    /// What is measured stands behind the number: 建设50个|省级临床医学中心.
    takes_object: bool,
    /// 新增 stands straight before what is counted.
    new: bool,
    /// The things of which the value says which ones are meant.
    sized: Option<&'t str>,
    share: bool,
    class: Option<UnitClass>,
    unit: Option<&'t str>,
    /// The stretch continues a list.
    linked: bool,
    /// 不低于城镇1200元，|农村900元: the bound stands before the first of several cases.
    is_next_case: bool,
    /// 最高不超过10万元: the value caps the sum of what is given.
    caps: bool,
    /// 50亩以下|的按每亩100元: the value is the case to which something applies.
    case: bool,
    /// 三年累计|不少于100个: the value sums up what was done.
    summed: bool,
}

/// What a value is of that holds for one of several: 城镇|生活标准, 配备|专职消防员.
fn joined(name: &str, subject: &str) -> String {
    if wording::is_verb(subject) {
        format!("{subject}{name}")
    } else {
        format!("{name}{subject}")
    }
}

/// What households and persons are counted as where no noun says it.
const HOUSEHOLDS: &str = "户数";
const PERSONS: &str = "人口";

/// The verb of a change that says of things that they were none before.
pub(super) const NEW: &str = "新增";

/// What a value is of.
struct Name {
    indicator: String,
    /// The part of it that stands before the number.
    own: String,
    /// Where the words begin that it was made of.
    start: usize,
    /// What the next values go on with, where it is not all of the name.
    heir: Option<String>,
}

impl Name {
    /// A name all of which stands before the number.
    fn of(words: &str, start: usize) -> Self {
        Self {
            indicator: words.to_owned(),
            own: words.to_owned(),
            start,
            heir: None,
        }
    }
}

impl<'t> Paragraph<'t> {
    /// What is measured, from the words to the left, or to the right for counts.
    pub(super) fn measured(
        &self,
        quantity: Quantity<'t>,
        around: &Around,
        carry: &Carry,
    ) -> Option<Measured> {
        let sides = self.sides(quantity, around);
        let work = self.work_before(&sides.left, around.start, carry);
        let mut name = if let Some(work) = self.due_from_event(quantity, around) {
            Name::of(work, sides.left.start)
        } else if sides.takes_object {
            let mut name = sides.name_of_object(carry);
            if let Some(predicate) = self.shared_predicate(quantity) {
                name.indicator.push_str(predicate);
            }
            if let Some(noun) = self.noun_of_grades(quantity, sides.right) {
                name.indicator.push_str(noun);
            }
            name
        } else if let Some((start, work)) = work {
            sides.name_of_work(start, work)
        } else if sides.left.words.is_empty() {
            self.name_before_colon(around.start)
                .or_else(|| self.name_before_date(around.start))
                .or_else(|| self.changed_before_bracket(quantity, around))
                .map(|(start, label)| Name::of(label, start))
                .or_else(|| {
                    let (start, price) = self.priced(quantity, around.start)?;
                    Some(Name::of(price, start))
                })
                .or_else(|| self.name_of_last(quantity, around, &sides, carry))
                .or_else(|| self.name_outside(quantity, around, &sides))
                .or_else(|| {
                    // 50亩以下的按每亩|100元|、50亩以上的按每亩200元给予补助
                    let before = self.words(around.start, quantity.bounded);
                    let start = quantity.bounded - base::closing_per(before);
                    let last = self.before(quantity)?;
                    is_rated(self.words(last.span.end, quantity.bounded))
                        .then(|| self.aid_of_row(quantity))?
                        .map(|aid| Name::of(aid, start))
                })?
        } else {
            let mut name = sides.name_of_subject(carry);
            if let Some(aid) = self.aid_of_each(quantity, &sides.left, around.start) {
                name.indicator.push_str(aid);
            }
            name
        };
        // 农村公路。|新建30公里: the verb alone says nothing of what.
        if mark::BUILDING_VERB.contains(&name.indicator)
            && let Some(above) = self
                .own_heading(quantity)
                .or_else(|| self.name_of_label(quantity.span.start))
        {
            name.indicator.push_str(&above[wording::verb_len(above)..]);
        }
        let spread = sides.spread(carry).or_else(|| {
            let ahead = self.measure_ahead(quantity, &sides.left, around.start);
            sides.spread_ahead(ahead, carry)
        });
        if let Some((indicator, _)) = &spread {
            name.indicator.clone_from(indicator);
        }
        let mut indicator: String = name.indicator.split_whitespace().collect();
        // 联席会议每年召开两次会议, 快件每件补贴1元: what it is counted on is no part of what
        // is measured.
        if let Some(per) = &sides.left.per {
            let whole = indicator.find(per).map(|at| at..at + per.len());
            if let Some(base) = whole.or_else(|| base::rhythm(&indicator)) {
                indicator.replace_range(base, "");
            }
        }
        // 一般公共预算收入（不含开发区，下同）
        if let Some(remark) = remark_on_scope(&indicator) {
            indicator.replace_range(remark, "");
        }
        if let Some(date) = self.date_of_predicate(quantity, around.end)
            && let Some(at) = indicator.find(&self.line[date.span.range()])
        {
            let before = wording::trim_tail(&indicator[..at]).len();
            indicator.replace_range(before..at + (date.span.end - date.span.start), "");
        }
        if indicator.chars().count() < 2 && !wording::is_dimension(&indicator) {
            name = self.name_outside(quantity, around, &sides)?;
            indicator.clone_from(&name.indicator);
        }
        let start = sides.left.base_start.unwrap_or(name.start).min(name.start);
        let end = self.end_of_object(quantity, &sides);
        let per = sides.per(around, carry);
        let work = work.filter(|_| !sides.takes_object).map(|(_, work)| work);
        let heir = sides.sized.filter(|noun| !noun.is_empty()).or(work);
        let Left {
            start: left,
            words,
            baseline,
            ..
        } = sides.left;
        Some(Measured {
            indicator,
            own: name.own,
            per,
            quote: Span::new(start.min(quantity.bounded), end),
            words: Span::new(left, left + words.len()),
            baseline,
            heir: heir.map(str::to_owned).or(name.heir),
            spread: spread.map(|(_, subject)| subject),
        })
    }

    fn sides(&self, quantity: Quantity<'t>, around: &Around) -> Sides<'t> {
        let mut left = self.left(around, quantity);
        let behind = wording::without_alias(self.words(quantity.span.end, around.end));
        let case = is_rated(behind);
        let size = !case && self.is_size(quantity, &left, behind);
        if size {
            self.trim_size(&mut left);
        }
        let right = self.object(quantity, around, &left, behind, size);
        // 进行|每单|0.5元的补贴: the base is no verb.
        let base = base::closing_per(self.words(around.start, quantity.bounded));
        let has_level = around.change.is_some() || around.verb < quantity.bounded - base;
        let divided = self.is_divided(quantity, around, &mut left) && !right.is_empty();
        let has_level = has_level && !divided;
        let class = quantity.class();
        let relative = matches!(class, Some(UnitClass::Point | UnitClass::Multiple));
        let new = class == Some(UnitClass::Count)
            && self.words(around.verb, quantity.bounded).ends_with(NEW)
            && (!right.is_empty() || wording::without_place(left.words).is_empty());
        // 全市|增加34个|停车场
        let changed = around.change.is_some_and(|change| change != Change::Level);
        let moved = class == Some(UnitClass::Count)
            && changed
            && (wording::without_place(left.words).is_empty()
                || list::names_holder(left.words));
        let takes_object = !right.is_empty()
            && (left.words.is_empty()
                || moved
                || left.words == wording::GRANT
                || new
                || !has_level && !relative);
        Sides {
            left,
            right,
            has_level,
            bounded: around.comparator != Comparator::Equal,
            takes_object,
            new: new && takes_object,
            sized: size.then(|| wording::object(behind.trim_start_matches('的'))),
            share: class == Some(UnitClass::Ratio),
            class,
            unit: quantity.amount.unit.map(|unit| unit.name),
            linked: around.linked,
            is_next_case: self.bound_of_cases(quantity).is_some(),
            caps: around.comparator == Comparator::AtMost
                && mark::CAP_WORD.is_in(self.words(around.start, quantity.span.start)),
            case,
            summed: self.words(around.start, quantity.bounded).contains("累计"),
        }
    }

    /// 任务|细化|为222个|工作内容: what is counted is what it was divided into, and only the
    /// verb is left of the words before.
    fn is_divided(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        left: &mut Left<'t>,
    ) -> bool {
        let verb = ["细化", "分解", "划分"]
            .iter()
            .find(|verb| left.words.ends_with(**verb));
        let Some(verb) = verb else {
            return false;
        };
        let into = self.words(around.verb, quantity.bounded).trim_end();
        if quantity.class() != Some(UnitClass::Count) || !into.ends_with(['为', '成']) {
            return false;
        }
        left.start += left.words.len() - verb.len();
        left.words = &left.words[left.words.len() - verb.len()..];
        true
    }

    /// The object in the words behind a number; empty when there is none.
    fn object(
        &self,
        quantity: Quantity<'t>,
        around: &Around,
        left: &Left<'_>,
        behind: &'t str,
        size: bool,
    ) -> &'t str {
        let is_money = quantity.class() == Some(UnitClass::Money);
        let is_share = quantity.class() == Some(UnitClass::Ratio);
        let object = match self.noun_behind_size(quantity) {
            Some(noun) => noun,
            // 5600户|18900人|全部脱贫, 资金2亿元|用于道路建设: no object.
            None if behind.starts_with("全部") && self.follows(quantity) => "",
            // 列支300万元|对基地予以奖补
            None if is_money
                && ["用于", "作为", "对"]
                    .iter()
                    .any(|for_what| behind.starts_with(for_what)) =>
            {
                ""
            }
            // 工作满3年|未续签: how long, and of nothing behind it.
            None if self.words(quantity.bounded, quantity.span.start) == "满" => "",
            // 学校、经营面积2000平方米以上|超市: which ones are meant.
            None if !left.words.is_empty() && self.chosen_item(quantity).is_some() => "",
            // 电导率≥3000μS/cm|时: when something holds.
            None if behind.trim_end() == "时" => "",
            // 10万元以下、10万元以上|两档
            None if self.is_in_row(quantity) && counts_cases(behind) => "",
            // 首次达500万元、1000万元|的，分别奖励; 达到200万元以上的|给予10万元: a case.
            None if self.is_end_of_case(quantity, behind) => "",
            // 按40%、30%、30%|比例拨付: of the row.
            None if is_share
                && behind.trim_start_matches('的').starts_with("比例")
                && self.is_in_row(quantity) =>
            {
                ""
            }
            None => match is_share.then(|| wording::predicate(behind)).flatten() {
                Some(predicate)
                    if left.words.is_empty() || left.words.ends_with('中') =>
                {
                    predicate
                }
                _ => wording::object(behind),
            },
        };
        // 长4500米|宽40米: the dimension is of the next number.
        let next = self.quantities_from(around.end).first();
        let straight = next.filter(|next| next.bounded == around.end);
        let of_next = wording::is_dimension(object) && straight.is_some();
        // 新建4条干渠|总长|21.66公里: so is the whole that the things counted have.
        let whole = object.rfind(['总', '全']).filter(|&at| {
            let measure = &object[at + '总'.len_utf8()..];
            let value = matches!(
                straight.and_then(Quantity::class),
                Some(UnitClass::Measure | UnitClass::Money)
            );
            value
                && quantity.class() == Some(UnitClass::Count)
                && (wording::is_dimension(measure)
                    || wording::is_size_noun(&object[at..]))
        });
        let object = whole.map_or(object, |at| &object[..at]);
        // 收入达到1亿元且增长10%以上|的企业: of what was said before.
        let of_last = left.words.is_empty()
            && around.linked
            && around.change.is_some()
            && behind.starts_with('的');
        // 产值|超10亿元|企业5家: the measure stands before it, what is counted behind.
        let chooses = around.comparator != Comparator::Equal
            && !is_share
            && wording::is_size_noun(left.words)
            && next.is_some_and(|next| {
                next.class() == Some(UnitClass::Count)
                    && self.words(quantity.span.end, next.bounded) == object
            });
        let none = of_next
            || self.closes_pair(quantity)
            || chooses
            || of_last
            // 生产面积10万亩以上|的县: what has the size is not what is measured.
            || size && (!left.words.is_empty() || self.shared_bound(quantity).is_some())
            || wording::is_dimension(left.words)
            || !left.words.is_empty() && is_defined(quantity, behind)
            || self.moved_by(quantity, around.end).is_some();
        if none { "" } else { object }
    }

    /// Whether the words behind a value end the case that it is of, or name those of which it
    /// is one of several: 达500万元、1000万元|的企业.
    fn is_end_of_case(&self, quantity: Quantity<'_>, behind: &str) -> bool {
        // 增长10%以上|的企业 of what was said before
        let goes_on = || {
            let start = clause::clause_start(self.line, quantity.verb);
            let joint = self.words(start, quantity.verb);
            matches!(joint, "且" | "并" | "并且" | "同时")
        };
        let Some(noun) = behind.strip_prefix('的') else {
            return self.is_straight_before_grant(quantity, behind);
        };
        if goes_on() && quantity.class() == Some(UnitClass::Ratio) {
            return true;
        }
        let extent = matches!(
            quantity.class(),
            Some(UnitClass::Money | UnitClass::Measure)
        );
        let end = quantity.span.end + behind.len();
        let granted = || {
            let next = self.quantities_from(quantity.span.end).first();
            let grants = mark::GRANT_VERB.contains(noun)
                || mark::AID_NOUN.contains(noun)
                || is_rated(behind);
            grants && next.is_some_and(|next| next.bounded == end)
        };
        let ends = !self.line[end..].starts_with(char::is_alphanumeric);
        let counted = quantity.class() == Some(UnitClass::Count);
        (noun.is_empty() || noun == PART) && ends
            || (extent || counted) && granted()
            || self.is_straight_before_grant(quantity, behind)
            || (extent || counted) && self.is_in_row(quantity)
    }

    /// Whether a list sign alone parts a value from one of the same unit before it.
    pub(super) fn is_in_row(&self, quantity: Quantity<'_>) -> bool {
        self.before(quantity).is_some_and(|last| {
            self.words(last.span.end, quantity.bounded) == "、"
                && last.amount.unit.map(|unit| unit.name)
                    == quantity.amount.unit.map(|unit| unit.name)
        })
    }

    /// 投资额50万-100万美元|奖励|10万元: what is granted in the case stands straight behind it.
    fn is_straight_before_grant(&self, quantity: Quantity<'_>, behind: &str) -> bool {
        let next = self.quantities_from(quantity.span.end).first();
        let class = quantity.class();
        matches!(class, Some(UnitClass::Money | UnitClass::Measure))
            && quantity.leaves_room()
            && (mark::AID_NOUN.contains(behind.trim_start_matches("分别"))
                || is_rated(behind))
            && next.is_some_and(|next| {
                matches!(next.class(), Some(UnitClass::Money | UnitClass::Ratio))
                    && next.bounded == quantity.span.end + behind.len()
            })
    }

    /// 到2025年不低于4.66人: the indicator is that of the number before.
    fn name_of_last(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        sides: &Sides<'_>,
        carry: &Carry,
    ) -> Option<Name> {
        // 完成投资50亿元，一季度完成|10亿元: the verb alone says that it is of the same.
        let class = quantity.class();
        let unit = quantity.amount.unit.map(|unit| unit.name);
        let done = (matches!(class, Some(UnitClass::Money | UnitClass::Ratio))
            || unit == carry.unit.as_deref())
            && wording::ends_with_action(self.words(around.start, quantity.bounded));
        if let Some((start, subject)) = self.compared_subject(around.start) {
            return Some(Name::of(subject, start));
        }
        if let Some((start, doubled)) = self.doubled_before(around.start) {
            return Some(Name::of(&doubled, start));
        }
        if self.counts_households(quantity) && !around.linked {
            let done = self.done_to_households(quantity);
            return Some(Name::of(done.unwrap_or(HOUSEHOLDS), quantity.bounded));
        }
        // 生产总值增长6%，居民收入增速快于经济增长，达到|8%: not of what was said first.
        if sides.has_level
            && let Some((start, subject)) = self.exceeding_before(around.start)
        {
            return Some(Name::of(subject, start));
        }
        let baseline = sides.left.baseline.as_ref();
        let plan = baseline.filter(|base| {
            let plan = &mark::PLANNED_WHOLE;
            plan.opening(&base.text).is_some() || plan.ending(&base.text).is_some()
        });
        // 增长6%，力争|6.5%
        let hoped = unit == carry.unit.as_deref()
            && is_surer(self.words(carry.end, quantity.bounded));
        let behind = self.words(quantity.span.end, around.end);
        let granted = self.is_straight_before_grant(quantity, behind);
        // 涉及1905户，|7711人; 出口28.9万吨，|12.6亿美元: so much by another measure.
        let persons = unit == Some("人") && carry.unit.as_deref() == Some("户");
        let valued = matches!(class, Some(UnitClass::Money | UnitClass::Measure))
            && carry.unit.is_some()
            && unit != carry.unit.as_deref()
            && behind.is_empty();
        let by_another = (persons || valued)
            && matches!(self.words(carry.end, quantity.bounded), "，" | ",");
        // 500元以上的5个，300～500元|的41个: one more step of what the first one measures.
        if let Some(measure) = self.measure_of_steps(quantity, around, carry) {
            return Some(Name {
                // What is counted next is of those counted before.
                heir: carry
                    .indicator
                    .as_deref()
                    .map(list::without_size)
                    .filter(|of| !of.contains(|c: char| c.is_ascii_digit()))
                    .map(str::to_owned),
                ..Name::of(measure, quantity.bounded)
            });
        }
        let rest = &self.line[self.end_of_pair(quantity)..];
        let again = unit == carry.case_unit.as_deref();
        // 50张以上不足300张|、运营满1年的，给予2000元
        let closes = rest.starts_with('的') || again && rest.starts_with('、');
        // 500-1000万元的，给予5万元奖励；1000-5000万元|的，给予10万元奖励
        let step = quantity.amount.max.is_some() && (closes || granted) && again;
        if !sides.has_level
            && around.comparator == Comparator::Equal
            && !step
            && !by_another
            && !granted
            && !around.linked
            && !done
            && !hoped
            && baseline.is_none()
        {
            return None;
        }
        if carry.indicator.is_none()
            && sides.has_level
            && let Some((start, subject)) = self.moved_before(around.start)
        {
            return Some(Name::of(subject, start));
        }
        if carry.indicator.is_none()
            && (sides.has_level || sides.bounded || done)
            && let Some((start, subject)) = self.standing_before(around.start)
        {
            return Some(Name::of(subject, start));
        }
        if carry.indicator.is_none()
            && sides.bounded
            && let Some((start, subject)) = self.limited_before(around.start)
        {
            return Some(Name::of(subject, start));
        }
        // 不低于供养金20%: nothing was said before, so it is the share of that.
        let whole = || bound::whole_of_share(self.words(around.verb, quantity.bounded));
        let planned = || plan.map(|plan| plan.text.as_str());
        // 提高0.1个百分点。与全国平均水平相比高出9个百分点: the sentence before said of what.
        let compared = baseline.is_some() && sides.has_level;
        let earlier = || carry.earlier.as_deref().filter(|_| compared);
        // 首次达100万元的给予5万元奖励，达到200万元的|给予10万元: of the same as the case.
        let last = carry.indicator.as_deref();
        // 优良天数326天，优良率89.3%，较去年同期增加|12天: of what has its unit.
        let moved = around.change.is_some_and(|change| change != Change::Level);
        let level = carry.level.as_ref().filter(|(of, _)| {
            moved && unit == Some(of) && carry.unit.as_deref() == Some("%")
        });
        let last = level.map(|(_, name)| name.as_str()).or(last);
        let ends = granted || closes && (sides.bounded || sides.has_level || step);
        let case = carry.case.as_deref().filter(|_| sides.has_level || ends);
        let last = match last {
            Some(granted) if ends || wording::is_grant(granted) => case.or(last),
            // 投资1000万元以下的，给予20万元；1000万元以上|的，给予50万元
            None => case.filter(|_| compared || ends),
            last => last,
        };
        // 经营满1年、|2年|的
        let terms = class == Some(UnitClass::Duration) && self.is_term_of_row(quantity);
        let last = match carry.recent.last() {
            Some(term) if terms || self.closes_pair(quantity) => Some(term.as_str()),
            _ => last,
        };
        let said = last.or_else(whole);
        let said = said.or_else(planned).or_else(earlier);
        let ruled = match said {
            Some(_) => None,
            None => self.ruled(around.start, carry),
        };
        let mut indicator = said.or(ruled.as_deref())?;
        // 13个村民小组，505户|1748人
        if indicator == HOUSEHOLDS && unit == Some("人") {
            indicator = PERSONS;
        }
        // 新增基地5个，总计达到13个: all of them are not new.
        let share = carry.unit.as_deref() == Some("%");
        if around.change == Some(Change::Level) && !share {
            indicator = indicator.strip_prefix(NEW).unwrap_or(indicator);
        }
        Some(Name {
            indicator: indicator.to_owned(),
            own: indicator.to_owned(),
            // 高于全国|0.4个百分点: the comparison is the value's verb.
            start: match baseline.filter(|base| {
                plan.is_some()
                    || base.value.is_some()
                    || base.date.is_none() && around.verb >= quantity.bounded
                    || self.opens_exceeding(sides.left.start, quantity)
            }) {
                Some(_) => sides.left.start.min(quantity.bounded),
                None => quantity.bounded.min(around.verb),
            },
            heir: None,
        })
    }

    /// 月均补助500元以上的5个，300～500元|的41个: what the steps are of that choose what is counted.
    fn measure_of_steps<'c>(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        carry: &'c Carry,
    ) -> Option<&'c str> {
        let bound = quantity.amount.comparator.unwrap_or(quantity.comparator);
        let step = quantity.amount.max.is_some()
            || matches!(
                bound,
                Comparator::AtLeast | Comparator::AtMost | Comparator::MoreThan
            );
        let next = *self.quantities_from(quantity.span.end).first()?;
        let between = self.words(quantity.span.end, next.bounded);
        let counted = next.class() == Some(UnitClass::Count)
            && matches!(between, "的" | "的有" | "的为" | "的共" | "的共有");
        // 其中|超10亿元|的53家
        let before = self.words(around.start, quantity.bounded);
        if !step || !counted || !matches!(before, "" | "其中") {
            return None;
        }
        // The step before is told in two values: the bound, and how many there are.
        let last = carry.recent.iter().rev().nth(1).map(String::as_str);
        // 营业收入超1亿元的工业企业450家，其中超10亿元|的53家: of the measure, not of those counted.
        let measure = last.filter(|last| wording::names_measure(last));
        measure.or(carry.case.as_deref()).or(last)
    }

    /// 高于去年同期|3.8个百分点
    fn opens_exceeding(&self, start: usize, quantity: Quantity<'_>) -> bool {
        let words = self.words(start, quantity.bounded);
        mark::EXCEEDING.opening(words.trim_start()).is_some()
    }

    /// What stands outside its sentence, for a value that is bounded, dated or done.
    fn name_outside(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        sides: &Sides<'_>,
    ) -> Option<Name> {
        if let Some((start, name)) = self.name_before_bracket(quantity) {
            return Some(Name::of(name, start));
        }
        // 全覆盖 says no number of its own.
        let written = self.quantities_from(quantity.span.start).first()?;
        if written.span != quantity.span {
            return None;
        }
        let dated = || {
            let dates = self.dates_between(around.start, quantity.bounded);
            dates
                .last()
                .is_some_and(|date| date.span.end == quantity.bounded)
        };
        let done =
            || wording::ends_with_action(self.words(around.start, quantity.bounded));
        if !(sides.has_level || sides.bounded || dated() || done()) {
            return None;
        }
        let above = self.name_above(quantity, around)?;
        let name = match self.words(around.start, quantity.bounded).contains(NEW) {
            true => format!("{NEW}{}", &above[wording::verb_len(above)..]),
            false => above.to_owned(),
        };
        Some(Name::of(&name, quantity.bounded.min(around.verb)))
    }

    /// 辖12个村，8600户|3.2万人: how many live there, which no noun says.
    fn counts_households(&self, quantity: Quantity<'_>) -> bool {
        let next = self.quantities_from(quantity.span.end).first();
        quantity.amount.unit.is_some_and(|unit| unit.name == "户")
            && next.is_some_and(|next| {
                let between = self.words(quantity.span.end, next.span.start);
                next.amount.unit.is_some_and(|unit| unit.name == "人")
                    && matches!(between, "" | "、" | "，" | ",")
            })
    }

    /// 520户|2300人实施生态移民: what is done to both.
    fn done_to_households(&self, quantity: Quantity<'_>) -> Option<&'t str> {
        let persons = *self.quantities_from(quantity.span.end).first()?;
        let end = clause::clause_end(self.line, persons.span.end);
        let behind = self.words(persons.span.end, end);
        let work = wording::object(behind);
        (behind.starts_with(work) && wording::opens_with_verb(work)).then_some(work)
    }

    /// Where the words end that say what a value is of.
    fn end_of_object(&self, quantity: Quantity<'_>, sides: &Sides<'_>) -> usize {
        if !sides.takes_object {
            return quantity.span.end;
        }
        let shift = self.line[quantity.span.end..].find(sides.right);
        quantity.span.end + shift.unwrap_or(0) + sides.right.len()
    }
}

/// The bracket that says how a measure is meant from here on: （不含开发区，下同）.
fn remark_on_scope(indicator: &str) -> Option<Range<usize>> {
    const REMARK: &str = "下同";
    let end = indicator.find(REMARK)? + REMARK.len();
    let close = end + indicator[end..].chars().next().map_or(0, char::len_utf8);
    if !indicator[end..].starts_with(['）', ')']) {
        return None;
    }
    let open = indicator[..close].rfind(['（', '('])?;
    Some(open..close)
}

/// Whether words only say how many cases there were: 三档, 两个档.
fn counts_cases(words: &str) -> bool {
    let words = words.trim_end();
    let count = words.trim_end_matches(['档', '类', '种']);
    let count = count.trim_end_matches('个');
    count.len() < words.len() && matches!(count, "两" | "二" | "三" | "四" | "五" | "六")
}

/// 0-35000元|按|60%报销, 3万元至5万元|部分支付|70%, 50亩以下|的按每亩|100元: whether what applies to the
/// case follows.
pub(super) fn is_rated(behind: &str) -> bool {
    rated_by(behind).is_some()
}

/// The word by which it does.
pub(super) fn rated_by(behind: &str) -> Option<&str> {
    let case = behind.strip_prefix("之间").unwrap_or(behind);
    let case = case.strip_prefix('的').unwrap_or(case);
    let part = case.strip_prefix(PART);
    let applied = part.unwrap_or(case);
    let by = match applied.starts_with('按') {
        true => &applied[..applied.len() - base::closing_per(applied)],
        false => applied,
    };
    // 10人以上|的每人补贴|800元
    let each = |words: &str| {
        let aid = mark::AID_NOUN.ending(words).map_or(0, str::len);
        let per = &words[..words.len() - aid];
        aid > 0 && !per.is_empty() && base::closing_per(per) == per.len()
    };
    let rated = matches!(by, "按" | "按照")
        || case.starts_with('每') && each(case)
        || part.is_some() && (applied == "支付" || mark::AID_NOUN.contains(applied));
    rated.then_some(applied)
}

/// What of a sum lies within the bounds of a case.
const PART: &str = "部分";

/// 在500万元以下|的险情为小型险情: what is defined by a bound is not what is measured.
fn is_defined(quantity: Quantity<'_>, behind: &str) -> bool {
    behind.starts_with('的')
        && quantity.leaves_room()
        && DEFINED.iter().any(|verb| {
            let mut places = behind.match_indices(verb);
            places.any(|(at, _)| at > '的'.len_utf8())
        })
}

/// What joins what is defined to its name.
const DEFINED: &[&str] = &["为", "属于", "称为"];

impl Sides<'_> {
    /// The verb of the list governs the objects that are counted, not the shares beside them:
    /// 实施|达到100%、自查覆盖率100%.
    fn verb<'c>(&self, carry: &'c Carry) -> Option<&'c str> {
        let own = self.share || wording::opens_with_verb(self.left.words);
        carry.verb.as_deref().filter(|_| !own)
    }

    /// 建设50个|省级临床医学中心: the verb before the number and the object behind it.
    fn name_of_object(&self, carry: &Carry) -> Name {
        let left = self.left.words;
        let right = self.right.trim_start_matches('的');
        // 10万元的标准|安排经费
        let granted = ["标准", "比例", "额度"]
            .iter()
            .find_map(|word| right.strip_prefix(word))
            .filter(|granted| {
                // 每月1000元的标准|定额扣除
                right.len() < self.right.len() && !granted.is_empty()
                    || wording::opens_with_verb(granted)
                    || mark::GRANT_VERB.opening(granted).is_some()
            });
        let right = granted.unwrap_or(right);
        let mut own = String::new();
        let mut heir = None;
        if left.is_empty()
            && self.share
            && wording::goes_on(right)
            && let Some(subject) = &carry.indicator
            && !carry.is_share()
        {
            own.push_str(subject);
            heir = Some(subject.clone());
        } else if self.share && wording::goes_on(right) && left.chars().nth(1).is_some() {
            // 服务费80%用于薪酬，20%|用于统筹
            heir = Some(left.to_owned());
        }
        // 61%|为师范类专业毕业, of nothing said before
        let right = match right.strip_prefix(['为', '是']) {
            Some(noun) if left.is_empty() && own.is_empty() && self.share => noun,
            _ => right,
        };
        // 520户2300人|实施生态移民: what is done to both opens with it.
        if self.linked
            && let Some(verb) = self.verb(carry).filter(|verb| !right.starts_with(verb))
        {
            own.push_str(verb);
        }
        if self.new {
            return Name {
                indicator: format!("{NEW}{right}"),
                own: NEW.to_owned(),
                start: self.left.start,
                heir: None,
            };
        }
        // What is done matters, not how: 借力资源|培育|重点学科.
        // What reaches so many matters: 育儿补贴|惠及|婴幼儿.
        let cut = match wording::closing_verbs_len(left) {
            0 => 0,
            _ if left.ends_with("惠及") => 0,
            verbs => left.len() - verbs,
        };
        own.push_str(&left[cut..]);
        Name {
            indicator: format!("{own}{right}"),
            own,
            start: self.left.start + cut,
            heir,
        }
    }

    /// 棚户区改造，|开工|3000套: the work that is named before, with what was done of it.
    fn name_of_work(&self, start: usize, work: &str) -> Name {
        let left = self.left.words;
        Name {
            indicator: format!("{work}{left}"),
            own: left.to_owned(),
            start,
            heir: None,
        }
    }

    /// 县域内就诊率|达到90%: what stands before the verb.
    fn name_of_subject(&self, carry: &Carry) -> Name {
        let left = self.left.words;
        let mut indicator = String::new();
        if self.linked
            && !self.has_level
            && !wording::names_measure(left)
            && mark::SUM_OF_WORK.ending(left).is_none()
            && mark::TERM_NOUN.ending(left).is_none()
            && let Some(verb) = self.verb(carry)
        {
            indicator.push_str(verb);
        }
        if let Some(measure) = self.measure_of_last(carry).or_else(|| self.of_kin(carry))
        {
            return Name {
                own: left.to_owned(),
                indicator: format!("{left}{measure}"),
                start: self.left.start,
                heir: None,
            };
        }
        if let Some((size, thing)) = self.of_size(carry) {
            return Name {
                indicator: format!("{size}{thing}"),
                own: size.to_owned(),
                start: self.left.start + left.len() - size.len(),
                heir: Some(thing.to_owned()),
            };
        }
        if let Some(indicator) = self.of_grade(carry) {
            return Name {
                own: indicator.clone(),
                indicator,
                start: self.left.start,
                heir: None,
            };
        }
        if let Some(thing) = carry.indicator.as_deref().and_then(|subject| {
            let owns = self.sized.is_none();
            let unit = carry.unit.as_deref().unwrap_or("");
            wording::thing_of_series(subject, left, unit).filter(|_| owns)
        }) {
            return Name {
                own: left.to_owned(),
                indicator: format!("{thing}{left}"),
                start: self.left.start,
                heir: None,
            };
        }
        if let Some(subject) = &carry.indicator
            && let Some(name) = self.name_of_relation(subject, carry)
        {
            return Name {
                indicator: format!("{indicator}{}", name.indicator),
                ..name
            };
        }
        // 新增基地5个，总数达到13个
        if wording::is_sum(left)
            && let Some(subject) = &carry.indicator
        {
            indicator.push_str(subject.strip_prefix(NEW).unwrap_or(subject));
        }
        indicator.push_str(left);
        Name {
            own: indicator.clone(),
            indicator,
            start: self.left.start,
            heir: None,
        }
    }

    /// A verb alone says nothing of what: 用地9万平方米，投资6亿元; nor does what it is measured
    /// by: 增长5.4%，高于全国0.4个百分点.
    fn name_of_relation(&self, subject: &str, carry: &Carry) -> Option<Name> {
        // 同比增幅 is the 增幅 of the same.
        let left = self.left.words;
        let measure = left.strip_prefix("同比").unwrap_or(left);
        let left = if wording::is_bare_measure(measure) {
            measure
        } else {
            left
        };
        // 已开工92个，开工率95.8%，|完工|41个: of what has its unit.
        let level = carry.level.as_ref().filter(|(unit, _)| {
            wording::is_verb(left)
                && carry.unit.as_deref() == Some("%")
                && self.unit == Some(unit)
        });
        let subject = level.map_or(subject, |(_, name)| name.as_str());
        // 生产总值突破2000亿元、人均|突破5万元
        if wording::MEANS.contains(&left) && self.unit == carry.unit.as_deref() {
            let mean = wording::MEANS
                .iter()
                .find_map(|mean| subject.strip_prefix(mean));
            let name = format!("{left}{}", mean.unwrap_or(subject));
            return Some(Name {
                own: name.clone(),
                indicator: name,
                start: self.left.start,
                heir: None,
            });
        }
        if self.sized.is_some()
            || !(wording::is_relation(left)
                || wording::is_verb(left)
                || wording::is_bare_measure(left))
        {
            return None;
        }
        // 2020年投入2亿元，2021年|投入3亿元: the verb is all there is.
        let before = subject.strip_suffix(left).filter(|thing| !thing.is_empty());
        // 项目总投资12亿元，今年|投资3亿元: a part of it.
        let before = before.map(|thing| thing.strip_suffix('总').unwrap_or(thing));
        let before = before.unwrap_or(subject);
        // 销售收入增幅2%，占比|5%: of the thing, not of how it moved.
        let before = if wording::is_bare_measure(left) {
            wording::without_bare_measure(before)
        } else {
            before
        };
        // 占全市41%，|占全省|36%: of what had the first share.
        let shared = before.rfind('占').filter(|&at| {
            at > 0 && wording::is_part(left) && wording::is_part(&before[at..])
        });
        let before = shared.map_or(before, |at| &before[..at]);
        // 占年度计划|15亿元的44.8%: the plan itself.
        let plan = left
            .strip_prefix('占')
            .filter(|plan| mark::PLANNED_WHOLE.contains(plan));
        let same = level.is_some() || self.unit == carry.unit.as_deref();
        let last = carry.recent.last().map(String::as_str);
        let again = (wording::is_verb(left) && same)
            .then(|| wording::done_again(subject, left))
            .flatten()
            // 棚户区改造，开工3000套，建成2000套: what goes on was named without its verb.
            .filter(|_| level.is_some() || last == Some(subject));
        // 至少配备2名安全员，每个村配备1名: the verb stands in it.
        // 建设公园 of a row, |建成20个: one verb for another.
        let work = wording::verb_len(before);
        let (indicator, own) = if let Some(again) = again {
            (again.clone(), again)
        } else if mark::BUILDING_VERB.contains(left) && work > 0 && carry.unit.is_none() {
            let name = format!("{left}{}", &before[work..]);
            (name.clone(), name)
        } else if self.is_done_to_persons(carry) && work > 0 {
            (left.to_owned(), left.to_owned())
        } else if subject.starts_with(left) && !before.is_empty() {
            (before.to_owned(), left.to_owned())
        } else {
            let name = format!("{before}{}", plan.unwrap_or(left));
            (name.clone(), name)
        };
        Some(Name {
            indicator,
            own,
            start: self.left.start,
            // 增长5%，高于全国2个百分点，比上年提高1个百分点: the next one is of the same.
            heir: (plan.is_some() || wording::compares(left)).then(|| subject.to_owned()),
        })
    }

    /// 发放宣传单5000份，|走访|300户: whether a verb alone does something else to those that the unit
    /// counts.
    fn is_done_to_persons(&self, carry: &Carry) -> bool {
        let left = self.left.words;
        matches!(self.unit, Some("人" | "人次" | "户"))
            && carry.unit.is_some()
            && self.unit != carry.unit.as_deref()
            && wording::is_verb(left)
            && left.chars().nth(1).is_some()
    }

    /// 城区污水处理率达到95%，县城|达到90%: what was measured last, where the words only say
    /// of what it is measured now.
    fn measure_of_last<'c>(&self, carry: &'c Carry) -> Option<&'c str> {
        let left = self.left.words;
        let last = carry.indicator.as_deref()?;
        let holds = (self.has_level || self.bounded || self.is_granted(carry))
            && self.class != Some(UnitClass::Count)
            && self.unit == carry.unit.as_deref()
            && self.left.baseline.is_none()
            && list::names_holder(left)
            && !wording::opens_with_verb(left);
        if holds { list::measure_of(last) } else { None }
    }

    /// 市级河长巡河每季度不少于1次，县级河长|每月不少于1次: what was measured last of their like.
    fn of_kin<'c>(&self, carry: &'c Carry) -> Option<&'c str> {
        /// Characters of a name that says of whom at most.
        const LONGEST: usize = 10;
        let left = self.left.words;
        let goes_on = (self.has_level || self.bounded || self.is_granted(carry))
            && self.unit == carry.unit.as_deref()
            && self.left.baseline.is_none()
            && left.chars().nth(LONGEST).is_none()
            && !wording::opens_with_verb(left)
            && !wording::names_measure(left);
        let last = carry.indicator.as_deref().filter(|_| goes_on)?;
        list::behind_kin(last, left)
    }

    /// 城市低保标准800元、农村|600元: a sum beside one that is granted.
    fn is_granted(&self, carry: &Carry) -> bool {
        self.class == Some(UnitClass::Money) && carry.grants
    }

    /// 引进项目100个，其中亿元以上|50个、10亿元以上|5个: the size that says which of those counted
    /// last are meant, and what they are.
    fn of_size<'c>(&self, carry: &'c Carry) -> Option<(&str, &'c str)> {
        let counts = self.class == Some(UnitClass::Count) && !self.has_level;
        let last = carry.indicator.as_deref().filter(|_| counts)?;
        let left = self.left.words;
        let size = left
            .rsplit('、')
            .next()
            .filter(|size| list::is_size(size))?;
        let thing = list::without_size(last);
        let thing = &thing[wording::verb_len(thing)..];
        thing.chars().nth(1).map(|_| (size, thing))
    }

    /// 建成示范企业20家，其中国家级|3家: what was counted last, of one grade.
    fn of_grade(&self, carry: &Carry) -> Option<String> {
        let counts = self.class == Some(UnitClass::Count) && !self.has_level;
        let counts = counts || self.is_granted(carry);
        let last = carry.indicator.as_deref().filter(|_| counts)?;
        list::of_grade(last, self.left.words)
    }

    /// 优良天数分别达到甲县20天、乙县30天: the indicator, and what it is of all of them.
    fn spread(&self, carry: &Carry) -> Option<(String, String)> {
        let left = self.left.words;
        if self.takes_object || left.is_empty() {
            return None;
        }
        if let Some((subject, name)) = list::spread(left, self.share) {
            return Some((joined(name, subject), subject.to_owned()));
        }
        let goes_on = self.linked || self.is_next_case;
        let subject = carry.spread.as_ref().filter(|_| goes_on)?;
        Some((joined(left, subject), subject.clone()))
    }

    /// 稳岗返还比例，大型企业30%，中小微企业|60%: the same, where a clause of its own names what it
    /// is, or did for the value before.
    fn spread_ahead(
        &self,
        ahead: Option<&str>,
        carry: &Carry,
    ) -> Option<(String, String)> {
        /// Characters of those who have the value at most.
        const HOLDER: usize = 10;
        let left = self.left.words;
        let case = mark::BUILDING_VERB.contains(left);
        let again = || {
            let plain = !self.has_level
                && !left.is_empty()
                && left.chars().nth(HOLDER).is_none()
                && (case || !wording::opens_with_verb(left))
                && !wording::is_size_noun(left);
            let same = self.unit == carry.unit.as_deref();
            carry.spread.as_deref().filter(|_| plain && same)
        };
        let measure = ahead.or_else(again).filter(|_| !self.takes_object)?;
        Some((format!("{left}{measure}"), measure.to_owned()))
    }

    /// What the value is counted on; where nothing stands before it, the base of the last.
    fn per(&self, around: &Around, carry: &Carry) -> Option<String> {
        // 每千人床位数达到6.8张，50%以上医院达标: the share has a base of its own.
        let bare = self.left.words.is_empty() && !(self.takes_object && self.share);
        // 年均增长8%，达到10万元: the level is no mean.
        let level = around.change == Some(Change::Level);
        // Nor is what is grown to by so much 每年.
        let grown = carry.change.is_some_and(|change| change != Change::Level);
        let mean = |per: &str| base::mean(per).is_some() || grown && per == "每年";
        let goes_on = |per: &String| bare && !(level && mean(per));
        let last = || carry.per.clone().filter(goes_on);
        // 每千人拥有医师3.2人、护士3.8人; 每千人医师数达到3.2人、护士数达到3.8人
        let lasts = self.class == Some(UnitClass::Duration);
        let counted =
            self.class == Some(UnitClass::Count) && self.left.words.ends_with('数');
        let listed = || {
            let per = carry.per.clone().filter(|per| per.starts_with('每'));
            let linked = self.linked && !self.share && (!level || counted) && !lasts;
            per.filter(|_| linked)
        };
        // 每亩收获玉米580公斤，大豆80公斤
        let again = || {
            /// Characters of another thing that is counted on the same.
            const THING: usize = 3;
            let per = carry.per.clone().filter(|per| per.starts_with('每'));
            let same = self.unit == carry.unit.as_deref() && !self.has_level;
            let plain = self.left.words.chars().nth(THING).is_none()
                && !wording::opens_with_verb(self.left.words);
            per.filter(|_| plain && same && !self.takes_object && !self.share)
        };
        // 每亩补贴100元，最高不超过5万元: not for each of them; nor is the case that the next sum is
        // of: 每张补贴5000元，50张以上的.
        let sum = matches!(self.class, Some(UnitClass::Money | UnitClass::Ratio));
        let case = self.case || carry.grants && !sum;
        let carried = || {
            let carried = last().or_else(listed).or_else(again);
            // Nor what is 累计 in all years.
            carried.filter(|_| !self.caps && !case && !self.summed)
        };
        self.left.per.clone().or_else(carried)
    }
}
