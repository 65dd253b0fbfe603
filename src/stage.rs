//! The stages' products as text, for looking at what each one does.

use std::fmt;
use std::str::FromStr;

use crate::outline::Outline;
use crate::strip::Page;

/// A stage of the line whose product can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// The decoded text.
    Read,
    /// The text with annotations, damage, script and width put right.
    Normalize,
    /// The document without its site: [`Document::text`](crate::Document::text).
    Strip,
    /// The numbered items: path and heading, one a line.
    Outline,
}

impl Stage {
    /// All stages, in order.
    pub const ALL: &[Self] = &[Self::Read, Self::Normalize, Self::Strip, Self::Outline];

    /// The name on the command line, e.g. `outline`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Normalize => "normalize",
            Self::Strip => "strip",
            Self::Outline => "outline",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The name is none of `read`, `normalize`, `strip`, `outline`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseStageError(());

impl fmt::Display for ParseStageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected read, normalize, strip or outline")
    }
}

impl std::error::Error for ParseStageError {}

impl FromStr for Stage {
    type Err = ParseStageError;

    fn from_str(name: &str) -> Result<Self, ParseStageError> {
        Self::ALL
            .iter()
            .copied()
            .find(|stage| stage.as_str() == name)
            .ok_or(ParseStageError(()))
    }
}

/// The outline as text: each item's path, indented by level, and its heading.
pub(crate) fn outline_text(page: &Page, outline: &Outline) -> String {
    let mut text = String::new();
    for node in &outline.nodes {
        for _ in 1..node.level {
            text.push_str("  ");
        }
        text.push_str(&node.path);
        if let Some(heading) = node.heading {
            text.push('\t');
            text.push_str(&page.text[heading.range()]);
        }
        text.push('\n');
    }
    text
}
