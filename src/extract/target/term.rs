//! Terms of a rule that its own words show: 按投资额的15%给予, 获得一等奖1次以上者.

use super::around::Around;
use super::rule::opens_with_verb;
use super::{Paragraph, wording};
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::lexicon::mark;
use crate::model::{Comparator, SectionKind};
use crate::pattern::Pattern;

impl Paragraph<'_> {
    /// Whether a value is a term of a rule: a rate that something is reckoned by, a range of
    /// what is meant, what those have who are meant.
    pub(super) fn is_term(&self, quantity: Quantity<'_>, around: &Around) -> bool {
        let left = self.words(around.start, quantity.bounded);
        let end = super::clause::clause_end(self.line, quantity.span.end);
        let after = self.words(quantity.span.end, end).trim_start();
        self.passage.kind != SectionKind::Review
            && (is_rate(quantity, left, after)
                || is_range(quantity, left, after)
                || is_holder(around.comparator, left, after))
    }
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
    by && RECKONED.is_match(after)
        || left.contains(wording::GRANT) && GRANTED_SHARE.is_match(after)
}

/// What a rate is taken of: 按设备投资额的, 参照地方贡献的.
static BASIS: Pattern = Pattern::new(
    &["按", "参照", "依照", "依据"],
    "(?:按照?|参照|依照|依据)[^，。；]*$",
);

/// What is done by a rate: 15%|给予, 80%|确定.
static RECKONED: Pattern = Pattern::new(
    &[
        "给", "予以", "确定", "计", "核", "执行", "兑现", "返还", "补", "报销", "收",
        "缴", "奖", "支付",
    ],
    "^(?:的?(?:标准|比例|额度))?(?:给予|予以|给与|确定|计算|计提|计发|计收|核定|核算|执行|兑现|返还|补足|补偿|报销|收取|征收|缴纳|缴存|奖励|支付)",
);

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
