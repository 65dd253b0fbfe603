//! What the reader of a result should know.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{SourceSpan, Span};

/// A remark on a document: something that may be lost, or that was repaired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Diagnostic {
    /// What kind of remark it is.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// What was expected and what was found.
    pub message: String,
    /// The place in the text; `None` when it concerns the whole document.
    pub span: Option<Span>,
    /// The same in the decoded source, when asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_span: Option<SourceSpan>,
}

/// How much a diagnostic matters.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A repair was made, or a choice taken.
    Note,
    /// A fact may be lost or wrong.
    Warning,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $severity:ident;)*) => {
        /// Kind of a diagnostic, printed as `stage/kebab-case`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum Code {
            $($(#[$doc])* #[serde(rename = $code)] $name,)*
        }

        impl Code {
            /// All codes.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The code as printed, e.g. `outline/skipped-label`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// How much a diagnostic of this kind matters.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// Bytes that are no text in the document's encoding, e.g. a lone `0xFF`. Each was
    /// replaced by U+FFFD.
    ReplacedBytes = "read/replaced-bytes", Warning;
    /// A page that declares an encoding it is not in, e.g. `charset=gb2312` over UTF-8. It
    /// was read as what its bytes are.
    OverruledEncoding = "read/overruled-encoding", Note;
    /// A text whose UTF-8 had been read in another encoding before it was saved, e.g.
    /// `дЄ≠еЫљ` for `中国`. It was read as the original.
    DoubleEncoding = "read/double-encoding", Note;
    /// A page with the reading behind each character, e.g. `醫(yī)療(liáo)`. They were
    /// taken out.
    RemovedReadings = "normalize/removed-readings", Note;
    /// A damaged place whose original cannot be told for certain, e.g. `?。ㄊ校┐唷表?xiàng)`.
    /// It was left as it stands; [`Repair::candidates`](crate::Repair::candidates) has what
    /// it may have been.
    UncertainDamage = "normalize/uncertain-damage", Warning;
    /// A label that does not follow the one before it, e.g. `（四）` after `（二）`. It was
    /// taken as it stands.
    SkippedLabel = "outline/skipped-label", Warning;
    /// A label that stands twice under one heading, e.g. two `3.`. The second one's path
    /// ends in `~2`.
    RepeatedLabel = "outline/repeated-label", Warning;
    /// A bracket that opens a statement of responsibility and is never closed, e.g.
    /// `（责任单位：省教育厅。` It was read up to the end of the sentence.
    UnclosedBracket = "responsibility/unclosed-bracket", Warning;
    /// A statement of responsibility without a name that could be read, e.g.
    /// `（责任单位：）`. It gave no responsibility.
    NoDepartment = "responsibility/no-department", Warning;
    /// A row of a table in a text whose columns are not certain, e.g. three lists of bodies
    /// under `牵头单位` and `配合单位`. Who is left over was taken for cooperating, else the row
    /// was left out; where no number opens a next row, the table was read up to it.
    UncertainRow = "responsibility/uncertain-row", Warning;
    /// A number that could not be read safely, e.g. the glued cells `15.7415左右`. It gave
    /// no target.
    UnreadableNumber = "target/unreadable-number", Warning;
    /// A text without what makes a policy document: no title, no number, no label. Facts
    /// found in it are doubtful.
    NotAPolicyDocument = "header/not-a-policy-document", Warning;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The diagnostics of one document, as the stages hand them on.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    pub(crate) fn push(
        &mut self,
        code: Code,
        span: Option<Span>,
        message: impl Into<String>,
    ) {
        self.list.push(Diagnostic {
            code,
            severity: code.severity(),
            message: message.into(),
            span,
            source_span: None,
        });
    }

    /// The diagnostics in the order of their places.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        self.list
            .sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code));
        self.list
    }
}
