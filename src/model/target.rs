//! How much is to be reached.

use serde::{Deserialize, Serialize};

use super::{Date, Decimal};
use crate::{SourceSpan, Span};

/// A quantitative target (指标), e.g. `县域内就诊率达到90%以上`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Target {
    /// Path of the item it stands in, of the attachment (附件) where that has no items;
    /// `None` in unnumbered front matter.
    pub path: Option<String>,
    /// The shortest run of words that carries indicator and value.
    pub quote: String,
    /// Where it stands.
    pub span: Span,
    /// The same in the decoded source, when asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_span: Option<SourceSpan>,
    /// What is measured, e.g. `县域内就诊率`.
    pub indicator: String,
    /// The number, 万 and 亿 multiplied out; `None` when it could not be read.
    pub value: Option<Decimal>,
    /// Upper end of a range, e.g. 2 for `1-2个`, bounds included.
    pub value_max: Option<Decimal>,
    /// The unit as written, e.g. `%`, `个百分点`, `张`; `None` for bare numbers.
    pub unit: Option<String>,
    /// How the number bounds the indicator.
    pub comparator: Comparator,
    /// Whether the number is a level or a change.
    pub change: Change,
    /// The base it is counted on, e.g. `每千常住人口`.
    pub per: Option<String>,
    /// When it is to be reached, or to when an achieved value refers.
    pub deadline: Option<Date>,
    /// What it is compared with.
    pub baseline: Option<Baseline>,
    /// Planned, achieved, or a condition.
    pub status: TargetStatus,
    /// A word that hardens or softens it, e.g. `力争`.
    pub strength: Option<String>,
    /// 约束性 or 预期性, where an indicator table says so.
    pub nature: Option<Nature>,
}

/// How a number bounds what it measures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Comparator {
    /// Exactly.
    #[default]
    #[serde(rename = "=")]
    Equal,
    /// 以上, 不低于, 不少于, 至少: the bound included (民法典 第1259条).
    #[serde(rename = ">=")]
    AtLeast,
    /// 超过, 突破, 余, 多: the bound excluded.
    #[serde(rename = ">")]
    MoreThan,
    /// 以下, 以内, 不超过, 控制在…以内: the bound included (民法典 第1259条).
    #[serde(rename = "<=")]
    AtMost,
    /// 低于, 不满: the bound excluded.
    #[serde(rename = "<")]
    LessThan,
    /// 左右, 约, 近.
    #[serde(rename = "~")]
    About,
}

/// Whether a number is a level or a change.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// The level itself: 达到, 提高到, 降至.
    #[default]
    Level,
    /// An increase by so much: 提升5个百分点.
    Increase,
    /// A decrease by so much: 下降3%.
    Decrease,
}

/// What a target is compared with, e.g. `2021年的46503元`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Baseline {
    /// The words, e.g. `2008年的30元`.
    pub text: String,
    /// The value; `None` where not said.
    pub value: Option<Decimal>,
    /// Its date; `None` where not said.
    pub date: Option<Date>,
}

/// Whether a number is aimed at, reached, or a condition of a rule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum TargetStatus {
    /// To be reached or done.
    #[default]
    Planned,
    /// Reached or done.
    Achieved,
    /// A threshold, cap or norm of a rule.
    Condition,
}

/// How a plan binds to an indicator (指标属性).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Nature {
    /// 约束性
    Binding,
    /// 预期性
    Anticipatory,
}
