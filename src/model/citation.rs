//! Other documents and people that a document names.

use serde::{Deserialize, Serialize};

use super::DocumentNumber;
use crate::{SourceSpan, Span};

/// A document that is cited (引用), e.g. `《健康中国2030规划纲要》`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Citation {
    /// The title between `《》`.
    pub title: String,
    /// The document number given right after it in brackets.
    pub document_number: Option<DocumentNumber>,
    /// The words with `《》`.
    pub text: String,
    /// Where they stand: the first mention.
    pub span: Span,
    /// The same in the decoded source, when asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_span: Option<SourceSpan>,
}

/// A member of a body, from a membership list (成员名单) in an attachment, e.g.
/// `组 长:项 敏`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Member {
    /// The body, e.g. `慈溪市深化医药卫生体制改革领导小组`.
    pub body: String,
    /// The office held in it, e.g. `副组长`.
    pub office: String,
    /// The person's name, spaces closed up.
    pub name: String,
    /// The unit or post given beside the name, e.g. `市教育局`.
    pub affiliation: Option<String>,
    /// Where name and affiliation stand.
    pub span: Span,
    /// The same in the decoded source, when asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_span: Option<SourceSpan>,
}
