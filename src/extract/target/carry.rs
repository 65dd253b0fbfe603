//! What the targets of one sentence hand on to the next ones.

use super::indicator::Measured;
use super::{Paragraph, wording};
use crate::grammar::bracket;
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::lexicon::mark;
use crate::model::{Baseline, Change, Date, Target, TargetStatus};

/// What the targets of one sentence hand on to the next ones.
#[derive(Clone, Default)]
pub(super) struct Carry {
    /// End of the last quantity.
    pub(super) end: usize,
    /// The verb that opened the last clause with an object.
    pub(super) verb: Option<String>,
    pub(super) change: Option<Change>,
    pub(super) indicator: Option<String>,
    /// What the last value of the sentence before was of.
    pub(super) earlier: Option<String>,
    /// What the last case was measured by in which something is granted.
    pub(super) case: Option<String>,
    /// The unit of that case.
    pub(super) case_unit: Option<String>,
    pub(super) per: Option<String>,
    /// When the last value was reached that a change from an earlier date led to.
    pub(super) reached: Option<Date>,
    /// What that change started from, when it was told with both ends: 由2010年的3亿元|增长到….
    pub(super) start: Option<Baseline>,
    /// What the last value, if it says by how much something changed, compares with.
    pub(super) base: Option<Baseline>,
    /// The unit of the last value.
    pub(super) unit: Option<String>,
    /// The last level that is no share, with its unit: what a change in that unit is of.
    pub(super) level: Option<(String, String)>,
    pub(super) status: Option<TargetStatus>,
    /// The last value was a sum that a rule grants, or its standard.
    pub(super) grants: bool,
    /// What the targets of the sentence so far are about, the last one last.
    pub(super) recent: Vec<String>,
    /// What the values of the last row were about: 分别为1%、2%，增长3%、4%.
    pub(super) row: Vec<String>,
    /// How many of the recent ones there were behind that row.
    pub(super) row_end: usize,
    /// What the values of a list are of that names each of them: 天数分别达到甲县20天、乙县30天.
    pub(super) spread: Option<String>,
}

impl Paragraph<'_> {
    /// What a sentence begins with: the indicator of the table's row, if it stands in one.
    pub(super) fn carry(&self) -> Carry {
        Carry {
            indicator: self.passage.subject.map(str::to_owned),
            ..Carry::default()
        }
    }

    /// 到2020年，城镇化率达到50%；到2025年，|达到60%: a sentence that says by when and how much goes
    /// on with what the one before it named.
    pub(super) fn goes_on_by_date(&self, index: usize, carry: &Carry) -> bool {
        let quantity = self.quantities[index];
        let start = self.sentence_at(quantity.span.start).start;
        let [date] = self.dates_between(start, quantity.bounded) else {
            return false;
        };
        let lead = self.words(start, date.span.start).trim();
        let lead = lead.strip_suffix(['到', '至']).unwrap_or(lead);
        if carry.indicator.is_none()
            || !(lead.is_empty() || mark::PLAN_VERB.contains(lead))
        {
            return false;
        }
        let verb = self.around(index).verb.max(date.span.end);
        let rest = self.words(date.span.end, verb.min(quantity.bounded));
        let rest = rest.trim_matches(|c: char| c.is_whitespace() || "，,".contains(c));
        let unit = quantity.amount.unit.map(|unit| unit.name);
        rest == "分别"
            || unit == carry.unit.as_deref()
                && (rest.is_empty() || mark::PLAN_VERB.contains(rest))
    }

    /// 市级示范社奖励2万元、省级|5万元: a sum behind the name of another one that gets it.
    pub(super) fn goes_on_as_grant(&self, quantity: Quantity<'_>, carry: &Carry) -> bool {
        /// Characters of such a name at most.
        const NAME: usize = 12;
        let name = self.words(carry.end, quantity.bounded);
        let name = name.strip_prefix(['、', '，', ',']).unwrap_or("");
        quantity.class() == Some(UnitClass::Money)
            && quantity.amount.unit.map(|unit| unit.name) == carry.unit.as_deref()
            && carry.grants
            && !name.is_empty()
            && name.chars().nth(NAME).is_none()
            && !name.contains(['，', ',', '、', '；', '。'])
            && !wording::opens_with_verb(name)
            && !wording::ends_with_action(name)
    }
}

impl Carry {
    /// Whether what goes on is a share itself, not what it is a share of: 60%达到本科学历.
    pub(super) fn is_share(&self) -> bool {
        self.unit.as_deref() == Some("%") && self.recent.last() == self.indicator.as_ref()
    }

    /// 完成投资5亿元（其中中央资金2亿元），|增长8%: what is said behind a bracket is of what stands
    /// before it, which `outer` keeps until it closes. `since` are the words behind the last
    /// value.
    pub(super) fn pass_brackets(&mut self, since: &str, outer: &mut Option<Box<Self>>) {
        let closes = since.rfind(bracket::is_closing);
        if closes.is_some()
            && let Some(before) = outer.take()
        {
            let end = self.end;
            *self = Self { end, ..*before };
        }
        let opens = since.rfind(bracket::is_opening);
        if opens > closes && outer.is_none() {
            *outer = Some(Box::new(self.clone()));
        }
    }

    /// What the next sentence begins with.
    pub(super) fn into_next(self, next: Self) -> Self {
        Self {
            earlier: self.indicator.or(self.earlier),
            case: self.case,
            case_unit: self.case_unit,
            ..next
        }
    }
}

/// Bytes of an indicator that goes on to the next value, at the most.
const LONGEST_CARRIED: usize = 360;

impl Carry {
    /// Takes up when a value was reached and from where, or lets go of it.
    fn move_on(&mut self, target: &Target) {
        let base = target.baseline.as_ref();
        let dated = base.filter(|base| base.date.is_some());
        self.reached = target.deadline.filter(|_| dated.is_some());
        let both = target.change == Change::Level;
        self.start = dated.filter(|base| both && base.value.is_some()).cloned();
        self.base = base.filter(|base| !both && base.value.is_none()).cloned();
    }

    pub(super) fn remember(&mut self, measured: &Measured, target: &Target) {
        // 储存6个月以内的，|不超过0.1%: the case says when, not what is measured next.
        let lasting = target.status == TargetStatus::Condition
            && matches!(target.unit.as_deref(), Some("年" | "个月" | "周年"))
            && mark::LASTING_VERB.ending(&measured.indicator).is_some();
        if lasting {
            self.recent.push(measured.indicator.clone());
            self.per.clone_from(&measured.per);
            self.unit.clone_from(&target.unit);
            return;
        }
        let heir = measured.heir.as_ref().unwrap_or(&measured.indicator);
        // What goes on with what was named grows with each value.
        let short = |name: &&String| name.len() <= LONGEST_CARRIED;
        self.indicator = Some(heir).filter(short).cloned();
        // 资金达到2000万元且期限已满1年的，给予奖励: how long says nothing of what is measured.
        let term = matches!(target.unit.as_deref(), Some("年" | "个月"))
            && self.status == Some(TargetStatus::Condition)
            && self.case.is_some();
        if target.status == TargetStatus::Condition
            && !term
            && !wording::is_grant(&measured.indicator)
        {
            // 面积200-500平方米的饭堂，…；500平方米以上的, 面积100平方米以内的全额补贴: the next step is
            // of the measure, not of the thing.
            let step =
                target.value_max.is_some() || mark::AID_NOUN.ending(heir).is_some();
            let case = if step { &measured.indicator } else { heir };
            self.case = Some(case).filter(short).cloned();
            self.case_unit.clone_from(&target.unit);
        }
        self.recent.push(measured.indicator.clone());
        self.per.clone_from(&measured.per);
        self.move_on(target);
        self.unit.clone_from(&target.unit);
        let level = target.change == Change::Level && measured.baseline.is_none();
        let unit = target.unit.as_ref().filter(|unit| level && *unit != "%");
        if let Some((unit, name)) = unit.zip(self.indicator.as_ref()) {
            self.level = Some((unit.clone(), name.clone()));
        }
        self.change = Some(target.change);
        self.status = Some(target.status);
        self.grants = target.status == TargetStatus::Condition
            && (wording::is_grant(&measured.indicator)
                || mark::LIMIT_NOUN.ending(&measured.indicator).is_some());
        self.spread.clone_from(&measured.spread);
        // 全市|新增: where it is done stands before what is done.
        let words = wording::without_place(&measured.indicator);
        let verb = wording::verb_len(words);
        // 引进20个|投资5000万元以上|项目: the bare noun of a size is no verb of the next.
        let sized = target.status == TargetStatus::Condition && verb == words.len();
        if verb > 0 && !sized {
            self.verb = Some(words[..verb].to_owned());
        }
    }
}
