//! Whether a quantity states how much of something there is to be.

use super::around::Around;
use super::{Paragraph, base, bound, clause, naming, progress, wording};
use crate::grammar::number::Notation;
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::grammar::region::is_place;
use crate::lexicon::mark;
use crate::model::{Change, Comparator, Decimal};
use crate::span::Span;
use crate::text::{head, tail};

impl<'t> Paragraph<'t> {
    /// Whether a quantity states how much of something there is to be.
    pub(super) fn is_target(&self, quantity: Quantity<'t>, around: &Around) -> bool {
        let left = self.words(around.start, around.verb);
        let right = self.words(quantity.span.end, around.end);
        // 每5000名老年人配备1名, 每3至10万居民设置1个: the base is no number of its own.
        let counted = self.words(around.start, quantity.bounded);
        if counted.ends_with('每') {
            return false;
        }
        let Some(unit) = quantity.amount.unit else {
            return !right.starts_with(['年', '月', '日', '号', '元', '级']);
        };
        let bounded = around.comparator != Comparator::Equal || around.change.is_some();
        if self.is_quoted_name(quantity.span)
            || self.refers(quantity, around)
            || naming::sums_up(left, quantity)
            || naming::is_scored_case(left, &self.line[quantity.span.end..])
            || self.is_multiplied(quantity)
            || left.starts_with("方面")
            || is_name_of_kind(quantity, left, right)
            || is_class(quantity)
            || is_calendar_year(quantity)
            // 每培训1名学员补贴800元, 每|新增1个就业岗位补贴2000元
            || base::is_done_each(counted)
                && quantity.amount.value == Decimal::from(1)
            || self.is_in_name_of_counted(quantity)
            || self.is_grade(self.quantities_before(quantity.span.start).len())
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
            UnitClass::Ratio => !self.is_compared_plan(quantity, around, right),
            UnitClass::Duration if self.is_term_of_row(quantity) => true,
            UnitClass::Duration => {
                // 落实率为近七年新高: the years gone by.
                self.words(quantity.bounded, quantity.span.start).trim() != "近"
                    && !self.is_time_to_reach(quantity)
                    && (is_term(quantity, left, right, bounded)
                        // 登记由5天|缩短到|1天
                        || quantity.change == Some(Change::Level)
                            && mark::MOVING
                                .is_in(self.words(around.verb, quantity.bounded)))
            }
            UnitClass::Count => {
                is_counted(quantity, left, right, around.comparator)
                    || is_one_built(quantity, left, right, around.linked)
            }
            _ => true,
        }
    }

    /// 经营满1年、|2年、3年的: one more of a row of terms.
    pub(super) fn is_term_of_row(&self, quantity: Quantity<'t>) -> bool {
        /// Terms of a row at the most.
        const TERMS: usize = 6;
        let duration = quantity.class() == Some(UnitClass::Duration);
        if !duration || !self.is_in_row(quantity) {
            return false;
        }
        // The first one tells of all: asking each of the one before it would never end.
        let upto = self.quantities_before(quantity.span.start);
        let first = upto
            .iter()
            .rev()
            .take(TERMS)
            .position(|&before| !self.is_in_row(before));
        first.is_some_and(|back| {
            let first = upto.len() - 1 - back;
            self.is_target(self.quantities[first], &self.around(first))
        })
    }

    /// Whether a number points at what was said or is said by the sentence itself, and
    /// states nothing of its own.
    fn refers(&self, quantity: Quantity<'_>, around: &Around) -> bool {
        let before = &self.line[..quantity.bounded];
        let count = quantity
            .amount
            .unit
            .is_some_and(|unit| unit.unit.class == UnitClass::Count);
        naming::is_pointed_at(before)
            // 按最高|一项|执行: which one of several.
            || count
                && self.line[..quantity.span.start].ends_with("最高")
                && quantity.amount.value == Decimal::from(1)
                && quantity.amount.notation != Notation::Arabic
            || naming::is_of_order(
                before,
                quantity.amount.unit.map_or("", |unit| unit.name),
            )
            || is_turn_of_year(before, quantity)
            // 发：各乡镇　共印|60份
            || before.ends_with("共印")
            // 大桥上游|800米至下游400米, 北纬|41°: where something is, not how long.
            || matches!(
                quantity.amount.unit.map_or("", |unit| unit.name),
                "米" | "公里" | "千米" | "海里" | "°" | "度"
            ) && quantity.comparator == Comparator::Equal
                && mark::PLACE_SIDE.ending(before).is_some()
            || quantity.change.is_none()
                && is_base_of_rate(&self.line[quantity.span.end..])
            || naming::is_of_ordinals(before, &self.line[quantity.span.start..])
            || progress::is_length_of_ranking(self.line, quantity.span)
            || count
                && (self.is_length_of_list(quantity, around)
                    || self.heads_list(quantity)
                    || naming::names_each(&self.line[quantity.span.end..])
                    || self.is_announced(quantity)
                    || self.is_of_contents(quantity, around)
                    || is_part_of_place(quantity, &self.line[quantity.span.start..]))
    }

    /// 北京、上海、重庆3个城市: the number only says how many names stand before it.
    fn is_length_of_list(&self, quantity: Quantity<'_>, around: &Around) -> bool {
        const SIGNS: &[char] = &['、', '和', '与', '及'];
        const STEPS: &[&str] = &["措施", "工作", "环节", "部门", "单位"];
        let left = self.words(around.start, quantity.bounded);
        let marks = clause::signs(left, SIGNS).count();
        let named = i64::try_from(marks + 1).map(Decimal::from);
        let behind = &self.line[quantity.span.end..];
        marks > 0
            && !left.trim_end().ends_with(SIGNS)
            // 座谈会、培训班|2次: how often.
            && quantity.amount.unit.is_none_or(|unit| unit.name != "次")
            // 幼儿园、小学各|2所, 甲市、乙市各有|2家: so many of each.
            && mark::OF_EACH.ending(left.trim_end()).is_none()
            && quantity.bounded == quantity.span.start
            && quantity.change.is_none()
            && quantity.amount.max.is_none()
            && named == Ok(quantity.amount.value)
            // 新建、改建2个停车场, but 清洁、消毒2项措施 and 税务局、扶贫办2个部门
            && (!wording::ends_with_action(left)
                || STEPS.iter().any(|step| behind.starts_with(step)))
    }

    /// 建好两个产业（核桃、食用菌）: the number spelt out says how many names follow.
    fn heads_list(&self, quantity: Quantity<'_>) -> bool {
        let several = quantity.amount.value > Decimal::from(1);
        several
            && matches!(quantity.amount.notation, Notation::Numeral | Notation::Han)
            && naming::listed_behind(&self.line[quantity.span.end..])
                .and_then(|named| i64::try_from(named).ok())
                .is_some_and(|named| Decimal::from(named) == quantity.amount.value)
    }

    /// 现将2起事故的处理情况通报如下: the sentence only says what the document is about.
    fn is_announced(&self, quantity: Quantity<'_>) -> bool {
        let sentence = self.sentence_at(quantity.span.start);
        *sentence
            .announces
            .get_or_init(|| naming::announces(&self.line[sentence.start..sentence.end]))
    }

    /// 《方案》提出5个方面|20条措施: the number says how long a document is, not what it orders.
    fn is_of_contents(&self, quantity: Quantity<'_>, around: &Around) -> bool {
        /// Bytes of the name of its parts at most.
        const PARTS: usize = 24;
        let behind = head(&self.line[quantity.span.end..], PARTS);
        let behind = behind.split(|c: char| !c.is_alphabetic()).next();
        let unit = quantity.amount.unit.map(|unit| unit.name);
        let mut names = behind.into_iter().chain(unit);
        if !names.any(|name| mark::DOCUMENT_PART.ending(name).is_some()) {
            return false;
        }
        let from = self.sentence_at(quantity.span.start).start;
        let before = self.words(from, around.verb);
        let title = before.rfind('》').map(|title| from + title);
        title.is_some_and(|title| {
            let clause = clause::clause_start(self.line, around.verb);
            let own = self.words(title.max(clause), around.verb);
            mark::CONTENT_VERB.is_in(own)
        })
    }

    /// 高于年初12%的目标|14.4个百分点: what was planned is only compared with.
    fn is_compared_plan(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        right: &str,
    ) -> bool {
        let plan = right.strip_prefix('的');
        plan.is_some_and(|plan| mark::PLAN_NOUN.ending(plan).is_some())
            && wording::compares(self.words(around.start, quantity.span.start))
            && self
                .quantities_from(quantity.span.end)
                .first()
                .is_some_and(|next| next.bounded == quantity.span.end + right.len())
    }

    /// 覆盖率|五年内|达到90%, 企业|三年内|累计投资不低于10亿元: when the next value is reached, but
    /// not 之日起|3年内|投资达到80%, which sets a term.
    fn is_time_to_reach(&self, quantity: Quantity<'t>) -> bool {
        /// Bytes of what is measured within that time at most.
        const MEASURE: usize = 60;
        let words = self.words(quantity.span.start, quantity.span.end);
        let next = self.quantities_from(quantity.span.end).first();
        let Some(next) = next.filter(|_| words.ends_with('内')) else {
            return false;
        };
        // 24小时内|降雨量|达到100毫米: what is measured within that time.
        if !words.ends_with("年内") {
            let measured = self.words(quantity.span.end, next.verb.min(next.bounded));
            return measured.len() <= MEASURE
                && measured.chars().all(char::is_alphabetic)
                && wording::is_size_noun(measured)
                && !wording::opens_with_verb(measured);
        }
        if next.change.is_some() && next.verb == quantity.span.end {
            return true;
        }
        let between = self.words(quantity.span.end, next.verb.min(next.bounded));
        let bounded = next.comparator != Comparator::Equal
            || next.change.is_some_and(|change| change == Change::Level);
        let before = tail(&self.line[..quantity.bounded], '起'.len_utf8());
        bounded
            && between.len() <= MEASURE
            && !between.contains(['，', ',', '。', '；', '：', '、', '的'])
            && !before.ends_with(['起', '后'])
    }

    /// 全国338个城市细颗粒物浓度下降5%: the count says of what, not how much.
    fn is_subject(&self, quantity: Quantity<'t>, around: &Around) -> bool {
        // 40个|感染率超过5%的行政村 counts what has the size.
        if self.noun_behind_size(quantity).is_some() {
            return false;
        }
        // 新建公园20座（面积1000平方米以上）: the bracket says how large each is.
        if self.line[quantity.span.end..].starts_with(['（', '(']) {
            return false;
        }
        let next = self.quantities_from(quantity.span.end).first();
        next.is_some_and(|next| {
            let class = next.class();
            // 41项农村饮水工程总投资|1903万元, but 新建|2座泵站总投资800万元
            let left = self.words(around.start, quantity.bounded).trim();
            let measure = self.words(quantity.span.end, next.bounded);
            if class == Some(UnitClass::Money)
                && around.end == next.bounded
                && wording::MEASURES
                    .closing(measure)
                    .is_some_and(|of| of.starts_with('总'))
                && measure.chars().all(char::is_alphabetic)
                && !wording::opens_with_verb(&left[wording::lead_len(left)..])
            {
                return true;
            }
            // 36个断面水质优良比例|100%, but 培训100名医生合格率|95%
            if class == Some(UnitClass::Ratio)
                && around.end == next.bounded
                && wording::is_size_noun(measure)
                && measure.chars().all(char::is_alphabetic)
                && !wording::opens_with_verb(
                    self.words(self.behind_lead(around.start, around.verb), around.verb),
                )
            {
                return true;
            }
            around.end == next.verb
                && quantity.span.end < around.end
                && (next.change.is_some() || next.comparator != Comparator::Equal)
                && matches!(
                    class,
                    Some(UnitClass::Ratio | UnitClass::Point | UnitClass::Measure)
                )
        })
    }

    /// `“2+1”`, `“三个一”`: a number in a short quotation is a name.
    fn is_quoted_name(&self, span: Span) -> bool {
        let before = self.line[..span.start].chars().next_back();
        let after = self.line[span.end..].chars().next();
        matches!(before, Some('+' | '＋' | '×' | '*' | '“' | '"' | '·'))
            || matches!(after, Some('+' | '＋' | '×'))
    }
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
    if unit.name == "版" || session && naming::SESSION.is_match(right) {
        return true;
    }
    // 二期提升计划, but 举办三期培训班
    let spelt = matches!(quantity.amount.notation, Notation::Numeral | Notation::Han);
    if unit.name == "期" && spelt && mark::PLAN_OR_WORK.is_in(right) {
        return true;
    }
    // 落实三类人员|的监管措施, but 整治三类问题
    if unit.name == "类" && spelt && is_whose(right) {
        return true;
    }
    // 5‰人口变动抽样调查: the share that a survey asks.
    if unit.unit.class == UnitClass::Ratio {
        return naming::SURVEY.is_match(right);
    }
    unit.unit.class == UnitClass::Measure
        && (parties || right.starts_with('级') || naming::NAMED.is_match(right))
}

/// Whether a noun goes on to what is of it: 人员|的监管措施.
fn is_whose(words: &str) -> bool {
    /// Characters of the noun at most.
    const NOUN: usize = 6;
    words.split_once('的').is_some_and(|(noun, of)| {
        noun.chars().count() <= NOUN
            && noun.chars().all(char::is_alphabetic)
            && of.starts_with(char::is_alphabetic)
    })
}

/// 水质达到三类以上, 三类以上客运班线: which class, but 至少三类设施 and 3类以上 how many.
fn is_class(quantity: Quantity<'_>) -> bool {
    matches!(quantity.amount.notation, Notation::Han | Notation::Numeral)
        && quantity.amount.unit.is_some_and(|unit| unit.name == "类")
        && matches!(
            quantity.amount.comparator,
            Some(Comparator::AtLeast | Comparator::AtMost)
        )
        && quantity.bounded == quantity.span.start
}

/// 不超过2007年水平: a year of the calendar is no length of time.
fn is_calendar_year(quantity: Quantity<'_>) -> bool {
    let year = quantity.amount.value;
    quantity.amount.unit.is_some_and(|unit| unit.name == "年")
        && year >= Decimal::from(1900)
        && year <= Decimal::from(2100)
}

/// 10万人|生产安全事故死亡率: how many the rate behind is reckoned on.
fn is_base_of_rate(behind: &str) -> bool {
    /// Bytes up to the end of such a rate.
    const RATE: usize = 48;
    let words = head(behind, RATE);
    let words = words
        .split(['，', ',', '。', '；', ';', '、', '：', ':'])
        .next()
        .unwrap_or("");
    mark::UNITLESS_MEASURE
        .any()
        .places(words)
        .next()
        .is_some_and(|rate| words[rate].ends_with('率'))
}

/// Whether a length of time is a limit or a length of something: `压缩至4个月以内`.
fn is_term(quantity: Quantity<'_>, left: &str, right: &str, bounded: bool) -> bool {
    let within = quantity.amount.comparator == Some(Comparator::AtMost);
    let unit = quantity.amount.unit.map_or("", |unit| unit.name);
    let long = matches!(unit, "年" | "个月" | "周年" | "个季度" | "年头");
    let opens = wording::lead_len(left) == left.len();
    if opens && within && long {
        return false;
    }
    // 突破|三年行动: the name of a campaign.
    if ["行动", "计划", "规划", "攻坚"]
        .iter()
        .any(|name| right.starts_with(name))
    {
        return false;
    }
    // 近3年|监测数据稳定
    let past = (within || opens)
        && quantity.bounded < quantity.span.start
        && quantity.comparator == Comparator::About;
    if is_lasting(quantity, left, right) {
        return true;
    }
    if left.ends_with("连续") || left.ends_with("近") || left.ends_with("每") || past
    {
        return false;
    }
    let moved = mark::MOVING.is_in(left)
        || quantity.comparator != Comparator::Equal
        // 预警提前量|达|45分钟
        || quantity.change == Some(Change::Level) && !long
        || quantity
            .change
            .is_some_and(|change| change != Change::Level);
    // 给予6个月的|过渡期, 公示|10天
    let named = mark::TERM_NOUN
        .ending(wording::object(right.trim_start_matches('的')))
        .is_some_and(|noun| noun != "时间")
        || mark::TERM_VERB.ending(left).is_some();
    let dated = right.starts_with(['来', '前', '后']) || right.starts_with("时间");
    let validity = left.ends_with("有效期") || left.ends_with("有效期为");
    let valid = validity && left.chars().count() <= VALIDITY;
    // 拨付|6个月的岗位补贴
    let given = long
        && (wording::ends_with_action(left) || mark::GRANT_VERB.ending(left).is_some())
        && is_aid(right);
    // 最多可|享受36个月: the bound stands before the verb.
    let limited = bound::bound_before_verb(left) == Some(Comparator::AtMost);
    !dated
        && !valid
        && (limited
            || given
            || named
            || bounded && moved && (!right.starts_with('的') || is_aid(right))
            || is_due(unit, left, right)
            || mark::TERM_NOUN.is_in(left))
}

/// 不超过3个月|的补贴, 最长24个月|的社会保险补贴: how long something is given.
fn is_aid(right: &str) -> bool {
    let given = wording::object(right.trim_start_matches('的'));
    mark::AID_NOUN.ending(given).is_some()
}

/// 应提前|5个工作日|报备, 区残联|3个工作日|完成审核: when a step of a procedure is to be taken, or how
/// long it takes.
fn is_due(unit: &str, left: &str, right: &str) -> bool {
    let step = mark::STEP_VERB.opening(right).is_some();
    let ahead = left.strip_suffix("提前").is_some_and(|who| {
        let obliged = mark::OBLIGATION.any().places(who).next().is_some();
        obliged && !unit.contains('年')
    });
    step && (unit.ends_with("工作日") || ahead)
}

/// 连续经营6个月以上, 3年以上工作经历, 购买不足2年, 毕业2年以内的: how long something must have
/// lasted, or may.
pub(super) fn is_lasting(quantity: Quantity<'_>, left: &str, right: &str) -> bool {
    let long = quantity
        .amount
        .unit
        .is_some_and(|unit| matches!(unit.name, "年" | "个月" | "周年"));
    if !long {
        return false;
    }
    let verb = || mark::LASTING_VERB.ending(left).is_some();
    // 取得证书|不足3年|的
    let lasted = || verb() || right.starts_with('的') && mark::LASTING_VERB.is_in(left);
    // 累计|满15年
    let full = quantity.bounded < quantity.span.start;
    // 储存6个月以上12个月以内|的
    let told = || right.starts_with('的') && verb();
    match quantity.comparator {
        Comparator::AtLeast
            if quantity.amount.comparator == Some(Comparator::AtLeast) =>
        {
            full || lasted() || mark::EXPERIENCE_NOUN.is_in(head(right, EXPERIENCE))
        }
        Comparator::LessThan => lasted(),
        Comparator::AtMost if quantity.amount.comparator == Some(Comparator::AtMost) => {
            told()
        }
        Comparator::Equal if quantity.amount.max.is_some() => told(),
        _ => false,
    }
}

/// Bytes of the words up to the noun of what one has done for a time: 企业工作经历.
const EXPERIENCE: usize = 36;

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
        return !naming::is_slogan(right);
    }
    if naming::is_slogan(right) {
        return false;
    }
    // 成员应有一至两名 says how many.
    let one = quantity.amount.value == Decimal::from(1) && quantity.amount.max.is_none();
    let firm = mark::FIRM_COUNTER.contains(unit);
    if one {
        let each = left.contains(['每', '只', '仅']) || comparator != Comparator::Equal;
        // 建设一支守法、高效的队伍, 打造一座幸福之城
        let praised = match unit {
            "支" => right.contains('、') || right.contains("素质"),
            "座" => right.contains("之城"),
            _ => false,
        };
        return each || firm && !praised && wording::ends_with_verb(left);
    }
    firm || comparator != Comparator::Equal
        || wording::ends_with_verb(left)
        || wording::without_place(left).is_empty() && is_honoured(right)
}

/// 两个|项目入选国家试点: what was won is counted, and no heading.
fn is_honoured(right: &str) -> bool {
    /// Bytes of the noun before the verb at most.
    const NOUN: usize = 24;
    mark::KIND_VERB.any().places(head(right, NOUN)).any(|verb| {
        let noun = &right[..verb.start];
        noun.chars().nth(1).is_some()
            && !noun.ends_with('的')
            && !matches!(&right[verb], "取得" | "成为" | "通过")
    })
}

/// 建成一个育种中心、一个培训中心: one of what is built, where a figure would say it too.
fn is_one_built(quantity: Quantity<'_>, left: &str, right: &str, linked: bool) -> bool {
    let unit = quantity.amount.unit.map_or("", |unit| unit.name);
    let built = mark::BUILDING_VERB.ending(left.trim_end()).is_some();
    unit == "个"
        && quantity.amount.value == Decimal::from(1)
        && (built || linked && left.is_empty())
        && mark::FACILITY_NOUN.ending(wording::object(right)).is_some()
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

/// 九台区, 七台河市: the numeral begins the name of a place.
fn is_part_of_place(quantity: Quantity<'_>, words: &str) -> bool {
    matches!(quantity.amount.notation, Notation::Han | Notation::Numeral)
        && is_place(words)
}
