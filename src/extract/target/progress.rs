//! How far things have come: in the order of their ranks, or against what is planned.

use super::around::Around;
use super::told::{self, Told};
use super::{Paragraph, clause, wording};
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::lexicon::mark;
use crate::pattern::Pattern;
use crate::span::Span;
use crate::text::head;

/// Bytes of the words that head a list of ranks at most.
const HEAD: usize = 120;

/// What heads a list of those that stand first or last: 完成率前三名：, 排名靠后的县分别是.
static RANKED: Pattern = Pattern::new(
    &["名", "位"],
    "^[^，。；：]{0,40}?(?:[前后末](?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})[名位]|名(?:靠前|靠后|末尾|垫底|[前后末](?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})[名位]?))\
     [^，。；：]{0,12}?(?:：|的?(?:分别)?[是为])",
);

/// Whether a line opens with what heads a list of ranks.
pub(super) fn is_ranking(line: &str) -> bool {
    let head = head(line, HEAD);
    // The expression is dear, and 单位 is everywhere.
    head.contains(['前', '后', '末', '靠']) && RANKED.is_match(head)
}

/// 前三名：, 后3位的是: the number of a list of ranks that follows.
pub(super) fn is_length_of_ranking(line: &str, span: Span) -> bool {
    let before = &line[..span.start];
    let behind = line[span.end..].trim_start_matches('的');
    let behind = behind.strip_prefix("分别").unwrap_or(behind);
    before.ends_with(['前', '后', '末'])
        && line[..span.end].ends_with(['名', '位'])
        && behind.starts_with(['：', ':', '是', '为'])
}

/// What the label of a list says is measured, and the ranks of those that are listed:
/// 县（区）1—7月|投资增速|前三名：, 各区|投诉办结率|情况：.
static LABEL: Pattern = Pattern::new(
    &["：", ":"],
    "^(?:[^，。；：:]{0,20}[0-9月年度底末）])?(?:各?(?:地级市|市|县|区|乡镇|镇|街道))?([^，。；：:0-9）]{2,14}?)\
     (?:排名|居|列|名列)?(?:[前后末](?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})[名位]?|分别|情况)?(?:的是|的有|[为是])?[：:]",
);

/// A place and nothing else: 中宁县, 银川市（不含宁东）.
static PLACE: Pattern = Pattern::new(
    &["市", "县", "区", "镇", "乡", "街道", "州", "旗"],
    "^[^，。；、的（）]{1,6}(?:[市县区镇乡州旗]|街道)(?:（[^）]*）)?$",
);

impl<'t> Paragraph<'t> {
    /// 各县投资增速前三名：中宁县|增长58.3%: a place with what the label of the list measures.
    pub(super) fn with_measure_of_label(&self, indicator: &str) -> String {
        let measure = self.measured_in_label(indicator).unwrap_or("");
        [indicator, measure].concat()
    }

    fn measured_in_label(&self, words: &str) -> Option<&'t str> {
        let place =
            words.ends_with(['市', '县', '区', '镇', '乡', '州', '旗', '道', '）']);
        if !place || !PLACE.is_match(words) {
            return None;
        }
        let found = LABEL.captures(head(self.line, HEAD))?.get(1)?;
        let measure = &self.line[found.start()..found.end()];
        let measures =
            measure.ends_with('率') || wording::MEASURES.closing(measure).is_some();
        measures.then_some(measure)
    }

    /// 计划投资2亿元，完成|1.2亿元，完成率|60%: how much of what is planned is done.
    pub(super) fn told_as_part_of_plan(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
    ) -> Option<Told> {
        /// Numbers between the plan and a number that tells of it at most.
        const BETWEEN: usize = 3;
        let sentence = self.sentence_at(quantity.span.start);
        let upto = self.quantities_before(quantity.span.end);
        let mut pairs = upto.windows(2).rev().take(BETWEEN);
        let done = pairs.find(|pair| {
            pair[0].span.start >= sentence.start && self.is_part_of_plan(pair[0], pair[1])
        })?;
        let since = self.words(done[1].span.start, around.end);
        let planned = told::words(since).any(|word| word.clear() == Some(Told::Planned));
        (!planned).then_some(Told::Done)
    }

    /// Whether a number tells how much is done of the plan straight before it.
    fn is_part_of_plan(&self, plan: Quantity<'_>, part: Quantity<'_>) -> bool {
        let (planned, done) = (plan.amount.unit, part.amount.unit);
        let between = self.words(plan.span.end, part.span.start);
        let between = between.strip_prefix(['，', ',']).unwrap_or_default();
        let alike = part.class() == Some(UnitClass::Ratio)
            || part.class() == Some(UnitClass::Money) && part.class() == plan.class()
            || done.map(|unit| unit.name) == planned.map(|unit| unit.name);
        alike
            && mark::PLAN_DONE.contains(between)
            && self.clause_before(plan).contains("计划")
    }

    /// The words of its clause before a number.
    fn clause_before(&self, quantity: Quantity<'_>) -> &str {
        let start = clause::clause_start(self.line, quantity.span.start);
        self.words(start, quantity.span.start)
    }
}
