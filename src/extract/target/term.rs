//! Terms of a rule that its own words show: 按投资额的15%给予, 获得一等奖1次以上者.

use super::around::Around;
use super::rule::{is_aimed, opens_with_verb};
use super::told::Told;
use super::{Paragraph, base, clause, wording};
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::lexicon::mark;
use crate::model::{Change, Comparator, SectionKind};
use crate::pattern::Pattern;
use crate::text::tail;

impl<'t> Paragraph<'t> {
    /// Whether a value is a term of a rule: a rate that something is reckoned by, a range of
    /// what is meant, what those have who are meant.
    pub(super) fn is_term(&self, quantity: Quantity<'_>, around: &Around) -> bool {
        let left = self.words(around.start, quantity.bounded);
        let end = clause::clause_end(self.line, quantity.span.end);
        let after = self.words(quantity.span.end, end).trim_start();
        self.passage.kind != SectionKind::Review
            && (is_rate(quantity, left, after)
                || event_before(quantity, left).is_some_and(|event| {
                    // What is due so long after the document itself is a task.
                    mark::CARRYING.ending(event).is_none()
                })
                || self.is_reward_for(quantity, around, left)
                || self.is_charge(quantity, around, left)
                || self.is_aid_of_level(quantity, around, left)
                || is_range(quantity, left, after)
                || is_holder(around.comparator, left, after))
    }

    /// 自受理之日起|15个工作日内|作出决定, 自收到通知之日起|30日内|，领取奖励: what is to be done within a time
    /// that is counted from an event.
    pub(super) fn due_from_event(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
    ) -> Option<&'t str> {
        /// Characters of what is to be done at the most.
        const WORK: usize = 40;
        event_before(quantity, self.words(around.start, quantity.bounded))?;
        let at = quantity.span.end;
        let behind = self.line[at..].trim_start_matches(['，', ',']);
        let start = self.line.len() - behind.len();
        let work = self.words(start, clause::clause_end(self.line, start));
        let obliged = mark::OBLIGATION.opening(work).map_or(0, str::len);
        let work = work[obliged..].trim();
        let named = work.chars().nth(1).is_some() && work.chars().nth(WORK).is_none();
        named.then_some(work)
    }

    /// 每引进1名博士，奖励企业5万元: what is given for each.
    fn is_reward_for(&self, quantity: Quantity<'_>, around: &Around, left: &str) -> bool {
        let sentence = self.sentence_at(around.start).start;
        quantity.class() == Some(UnitClass::Money)
            && mark::AID_NOUN.opening(left.trim_start()).is_some()
            && self.words(sentence, around.start).contains('每')
    }

    /// 省级每亩补助100元，|市级补助|50元, 补助标准为：中央补助348元、|省级补助|116元: what one of several
    /// gives by a rule that was set before it in the sentence.
    fn is_aid_of_level(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        left: &str,
    ) -> bool {
        /// Bytes of the sentence before that are looked at, and of who gives, at the most.
        const NEAR: usize = 300;
        const GIVER: usize = 60;
        if quantity.class() != Some(UnitClass::Money)
            || left.len() > GIVER
            || !(left.ends_with("配套") || mark::AID_NOUN.ending(left).is_some())
        {
            return false;
        }
        let before = tail(&self.line[..around.start], NEAR);
        let sentence = before.rfind('。').map_or(0, |end| end + '。'.len_utf8());
        AID_SET.is_match(&before[sentence..])
    }

    /// 乙类药品个人先行自付10%, 单位缴费比例为8%, 按1.8万元测算: what a rule has someone pay or
    /// get. 支付比例达到75% is to be reached.
    fn is_charge(&self, quantity: Quantity<'_>, around: &Around, left: &str) -> bool {
        let class = quantity.class();
        let reckoned = class == Some(UnitClass::Money)
            && left.ends_with('按')
            && is_reckoned(self.words(quantity.span.end, around.end));
        if !matches!(class, Some(UnitClass::Ratio | UnitClass::Money))
            || !matches!(around.change, None | Some(Change::Level))
            || self.passage.kind == SectionKind::Goals
            || !(reckoned
                || names_charge(left, around.comparator)
                || is_aid_per(quantity, left)
                || class == Some(UnitClass::Money) && is_per_head(left))
        {
            return false;
        }
        let sentence = self.sentence_at(quantity.span.start);
        !is_aimed(&self.line[sentence.start..sentence.end])
            && !self.is_dated(sentence, around)
            && self.told_by_time(sentence, around).is_none()
            && self.told_above() != Some(Told::Done)
    }
}

/// The event from which a time is counted: 自|受理|之日起15个工作日内.
fn event_before<'w>(quantity: Quantity<'_>, left: &'w str) -> Option<&'w str> {
    let time = quantity.class() == Some(UnitClass::Duration);
    let event = left.trim_end().strip_suffix("日起").filter(|_| time)?;
    Some(event.strip_suffix('之').unwrap_or(event))
}

/// What sets the aid that several give: 补助标准为：, 每亩补助.
static AID_SET: Pattern = Pattern::new(
    &["标准", "每"],
    "(?:补助|补贴|奖补|奖励)标准(?:如下|[为是])?[：:]|每[^，。；0-9]{1,8}(?:补助|补贴|奖补|奖励)",
);

/// 每人每年|缴纳|380元, 每户|发放|500元: what each one gets or pays, but 每年|发放|500万元.
fn is_per_head(left: &str) -> bool {
    base::granted_per(left).is_some_and(|per| {
        let often = base::rhythm(per).filter(|rhythm| rhythm.start == 0);
        often.is_none_or(|rhythm| per[rhythm.end..].starts_with('每'))
    })
}

/// 补助|3万元/户, 奖励|100元/亩: what is given for each.
fn is_aid_per(quantity: Quantity<'_>, left: &str) -> bool {
    let unit = quantity.amount.unit.map_or("", |unit| unit.name);
    let noun = left.trim_end_matches(|c| "为是按".contains(c));
    unit.contains('/')
        && quantity.class() == Some(UnitClass::Money)
        && mark::AID_NOUN.ending(noun).is_some()
}

/// Whether words end in what a rule has someone pay or get, before a number: 单位缴费比例为.
fn names_charge(left: &str, comparator: Comparator) -> bool {
    let noun = left.trim_end_matches(|c| "为是按均".contains(c));
    let noun = ["分别", "统一", "执行"]
        .iter()
        .find_map(|word| noun.strip_suffix(word))
        .unwrap_or(noun);
    mark::RATE_NOUN.ending(noun).is_some_and(|noun| {
        comparator == Comparator::Equal || mark::RATE_NOUN.value_of(noun) == Some("bound")
    })
}

/// 按投资额的15%给予, 给予投资额5%的投资补助: the rate of what is given or reckoned.
fn is_rate(quantity: Quantity<'_>, left: &str, after: &str) -> bool {
    if !matches!(
        quantity.class(),
        Some(UnitClass::Ratio | UnitClass::Point | UnitClass::Multiple)
    ) {
        return false;
    }
    let by = BASIS.is_match(left);
    // 基本生活标准按低保标准的1.6倍，且不低于现行标准确定
    let times = quantity.class() == Some(UnitClass::Multiple) && left.ends_with('的');
    by && (times || is_reckoned(after))
        || left.contains(wording::GRANT) && GRANTED_SHARE.is_match(after)
}

/// What a rate is taken of: 按设备投资额的, 参照地方贡献的.
static BASIS: Pattern = Pattern::new(
    &["按", "以", "参照", "依照", "依据"],
    "(?:^以|按照?|参照|依照|依据)[^，。；]*$",
);

/// Whether the words behind a rate say what is done by it: 15%|给予, 80%|的标准执行.
fn is_reckoned(after: &str) -> bool {
    let after = after.strip_prefix('的').unwrap_or(after);
    let noun = ["标准", "比例", "额度"];
    let noun = noun.iter().find_map(|noun| after.strip_prefix(*noun));
    mark::RATE_VERB.opening(noun.unwrap_or(after)).is_some()
}

/// The aid that a share makes up: 5%|的投资补助.
static GRANTED_SHARE: Pattern = Pattern::new(
    &["补助", "补贴", "奖励", "奖补", "贴息", "资助"],
    "^的[^，。；、]{0,6}(?:补助|补贴|奖励|奖补|贴息|资助)",
);

/// 投资200万元至500万元的项目: the range says which ones are meant.
fn is_range(quantity: Quantity<'_>, left: &str, after: &str) -> bool {
    let extent = matches!(
        quantity.class(),
        Some(UnitClass::Money | UnitClass::Measure)
    );
    extent
        && quantity.amount.max.is_some()
        && after.strip_prefix('的').is_some_and(|of| !of.is_empty())
        && (left.trim_end().ends_with("投资") || !opens_with_verb(left))
}

/// 获得一等奖1次以上者: what those have who are meant.
fn is_holder(comparator: Comparator, left: &str, after: &str) -> bool {
    /// Characters of who is meant at most.
    const HOLDER: usize = 8;
    comparator == Comparator::AtLeast
        && after.ends_with('者')
        && after.chars().nth(HOLDER).is_none()
        && mark::HAVING_VERB.any().places(left).next().is_some()
}
