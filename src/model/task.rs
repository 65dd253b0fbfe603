//! What is to be done, and by whom.

use serde::{Deserialize, Serialize};

use super::{Deadline, Department};
use crate::{SourceSpan, Span};

/// A task (任务): a lowest numbered item, or the part of one that a statement of
/// responsibility governs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Task {
    /// Labels from the outermost level, e.g. `三.(一).1`; a part adds `#n`.
    pub path: String,
    /// Which part of the item it is, from 1; `None` when the item is undivided.
    pub part: Option<u32>,
    /// What the item is; filter on it for work that is ordered.
    pub kind: TaskKind,
    /// The label as printed, e.g. `1.`; `None` for paragraphs without one.
    pub label: Option<String>,
    /// The short heading that opens the item, e.g. `加快推进医疗资源优化配置`.
    pub heading: Option<String>,
    /// The item's own words after the label, heading and markers included.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// The same in the decoded source, when asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_span: Option<SourceSpan>,
    /// A word that hardens or softens the order, e.g. `力争`, `原则上`.
    pub strength: Option<String>,
    /// Who is responsible, in the order named.
    pub responsibilities: Vec<Responsibility>,
    /// When it is to be done.
    pub deadline: Option<Deadline>,
    /// The words that say so, e.g. `2025年底前`.
    pub deadline_text: Option<String>,
}

/// What an item is, from its section and the document's genre.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum TaskKind {
    /// Work that is ordered.
    #[default]
    Task,
    /// Something to be reached (item of 主要目标).
    Goal,
    /// A principle (item of 总体要求).
    Principle,
    /// A safeguard (item of 保障措施, 组织实施).
    Safeguard,
    /// An account of what was done (item of a 回顾 or a 简报).
    Review,
    /// A rule (article of regulations, clause of a public notice).
    Provision,
    /// None of these.
    Other,
}

/// A statement of who is responsible (责任单位), e.g. `（省商务厅牵头，合肥海关配合）`, for
/// one role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Responsibility {
    /// What the departments are to do.
    pub role: Role,
    /// 按职责分工: each within its own duties.
    pub division_of_work: bool,
    /// The marker's words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// The same in the decoded source, when asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_span: Option<SourceSpan>,
    /// The departments in the order named.
    pub departments: Vec<Department>,
}

/// What a department is to do in a task.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// 牵头: leads.
    Lead,
    /// 负责, 责任单位, 主办: is responsible.
    Responsible,
    /// 配合, 参与, 协同, 指导: cooperates.
    Cooperating,
}
