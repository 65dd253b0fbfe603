//! The inner nodes of the outline.

use serde::{Deserialize, Serialize};

use crate::{SourceSpan, Span};

/// A section: a numbered heading with numbered items below it, or a top-level heading
/// without any, e.g. `（一）全面建立分级诊疗制度`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Section {
    /// Labels from the outermost level, normalised and joined by `.`, e.g. `三.(一)`.
    pub path: String,
    /// The label as printed, e.g. `（一）`.
    pub label: String,
    /// Depth in the outline; 1 is the outermost.
    pub level: u8,
    /// The heading without its label; `None` when the label opens running text.
    pub heading: Option<String>,
    /// What the section is about.
    pub kind: SectionKind,
    /// Where label and heading stand.
    pub span: Span,
    /// The same in the decoded source, when asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_span: Option<SourceSpan>,
}

/// What a section is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum SectionKind {
    /// What is to be reached (主要目标, 工作目标).
    Goals,
    /// What is to be done (重点任务, 工作措施).
    Tasks,
    /// Guiding principles (总体要求, 基本原则, 指导思想).
    Principles,
    /// How the work is organised and secured (保障措施, 组织实施).
    Safeguards,
    /// Why the document was made (背景, 重要意义).
    Background,
    /// What has been done (工作回顾, and all of a 简报).
    Review,
    /// Rules (总则, 附则, chapters of regulations).
    Provisions,
    /// Inside an attachment (附件).
    Attachment,
    /// None of these.
    #[default]
    Other,
}
