//! The ways reading can fail.

use std::fmt;

/// Why bytes could not be read as a document.
///
/// Text itself never fails to parse: this is for bytes that are no text, or that break a
/// stated limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
}

/// The kinds of [`Error`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The bytes are not text: what they are, e.g. `PDF`, or where they stop being text.
    NotText(String),
    /// The input is larger than the limit; both in bytes.
    TooLarge {
        /// The limit in bytes.
        limit: usize,
        /// The size of the input in bytes.
        size: usize,
    },
    /// The input holds nothing, or nothing but white space.
    Empty,
    /// No encoding is known by this label.
    UnknownEncoding(String),
    /// OpenCC has no configuration of this name, or cannot be used: what it says.
    #[cfg(feature = "opencc")]
    UnknownConversion(String),
}

impl Error {
    /// What went wrong.
    #[must_use]
    pub const fn kind(&self) -> &ErrorKind {
        &self.kind
    }

    /// A stable word for the kind, as error records carry it, e.g. `too-large`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.kind {
            ErrorKind::NotText(_) => "not-text",
            ErrorKind::TooLarge { .. } => "too-large",
            ErrorKind::Empty => "empty",
            ErrorKind::UnknownEncoding(_) => "unknown-encoding",
            #[cfg(feature = "opencc")]
            ErrorKind::UnknownConversion(_) => "unknown-conversion",
        }
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self { kind }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::NotText(what) => {
                write!(f, "expected a text document, found {what}")
            }
            ErrorKind::TooLarge { limit, size } => {
                write!(f, "{size} bytes are more than the limit of {limit} bytes")
            }
            ErrorKind::Empty => f.write_str("the document is empty"),
            ErrorKind::UnknownEncoding(label) => {
                write!(f, "no encoding is known as `{label}`")
            }
            #[cfg(feature = "opencc")]
            ErrorKind::UnknownConversion(reason) => {
                write!(f, "OpenCC cannot convert: {reason}")
            }
        }
    }
}

impl std::error::Error for Error {}
