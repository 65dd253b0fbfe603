//! Reads Chinese government policy documents (公文) into typed data.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod diagnostic;
mod document;
mod error;
pub mod export;
mod extract;
mod grammar;
mod lexicon;
mod model;
mod normalize;
mod outline;
mod parser;
mod read;
mod span;
mod stage;
#[cfg(feature = "stream")]
pub mod stream;
mod strip;
mod text;
mod values;

pub use diagnostic::{Code, Diagnostic, Severity};
pub use document::{
    Document, FORMAT, Generator, Media, Parsed, Removed, Repair, Script, SourceInfo,
};
pub use error::{Error, ErrorKind};
pub use model::{
    Baseline, Change, Citation, Comparator, Date, Deadline, Decimal, Department,
    DepartmentKind, DocumentNumber, Genre, Header, Member, Nature, Responsibility, Role,
    Section, SectionKind, Target, TargetStatus, Task, TaskKind,
};
pub use parser::{DEFAULT_LIMIT, Parser, parse};
pub use span::{LineColumn, Offsets, SourceSpan, Span, excerpt};
pub use stage::{ParseStageError, Stage};
pub use text::Edit;
pub use values::{DateValue, QuantityValue, Values, values};
