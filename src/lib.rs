//! Reads Chinese government policy documents (公文) into typed data.
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let notice = "\
//! 关于加强汛期值守的通知
//! 各区人民政府：
//! 一、加强值班值守。汛期到岗率达到100%。（市应急局牵头，各区人民政府配合）
//! 二、及时报送信息。每日报送不少于2次。（责任单位：市水务局）
//! ";
//! let parsed = gongwen::parse(notice.as_bytes())?;
//! let document = &parsed.document;
//!
//! let task = &document.tasks[0];
//! assert_eq!(task.path, "一");
//! assert_eq!(task.responsibilities[0].role, gongwen::Role::Lead);
//! assert_eq!(task.responsibilities[0].departments[0].name, "市应急局");
//! assert_eq!(&document.text[task.span.range()], task.text);
//!
//! let json = document.to_json()?;
//! assert!(json.starts_with(r#"{"format":"gongwen/1""#));
//! # Ok(())
//! # }
//! ```
//!
//! # The line
//!
//! A document goes through one straight line of stages, each a function of the one before:
//!
//! ```text
//! bytes ─read→ Source ─normalize→ Text ─strip→ Page ─outline→ Outline ─extract→ Facts ─assemble→ Parsed
//! ```
//!
//! [`parse`] and [`Parser::parse`] run it and return [`Parsed`]: the [`Document`] with its
//! facts, and the way back to the source ([`Parsed::source_span`], [`Parsed::edits`]).
//! [`Parser::product`] stops at a [`Stage`] and returns its product as text. [`values`]
//! reads the numbers and dates of a single line.
//!
//! # Conventions
//!
//! - A [`Span`] is a half-open range of **bytes** in [`Document::text`], on character
//!   boundaries; a [`SourceSpan`] the same in the decoded source. [`Document::to_json`]
//!   writes **code points**, [`Document::from_json`] reads either unit.
//! - Numbers are exact [`Decimal`]s with 万 and 亿 multiplied out. 以上, 以下 and 以内 include
//!   the bound (民法典 第1259条); `%` and `个百分点` are different units.
//! - A [`Date`] has the precision that the text states: year, month or day.
//! - [`Task::kind`](Task::kind) tells ordered work from goals, principles, safeguards,
//!   reviews and provisions, which are numbered items too.
//! - What is concluded and not printed is named in [`Header::inferred`].
//! - What was not understood is a [`Diagnostic`] with a [`Code`]. Parsing text never fails.
//!
//! # What it does not do
//!
//! It reads no PDF, OFD or DOCX. It applies no statistical model to clean text, opens no
//! file and no connection, and reads no clock: the same bytes give the same document. It
//! does not check whether a document is genuine.
//!
//! # Features
//!
//! - `cli` (default): what the command needs; a library user switches it off with
//!   `default-features = false` and gets no argument parser, progress bar or thread pool.
//! - `stream`: JSON Lines in and out, for Spark, Ray and the like. Part of `cli`.
//! - `export`: tidy tables, networks, files for annotation tools. Part of `cli`.
//! - `parquet`: Parquet among the formats of tables.
//! - `schema`: the JSON Schema of the output. Part of `cli`.
//! - `opencc`: OpenCC's C++ library in place of the built-in conversion to simplified
//!   characters. Links libopencc; needs Rust 1.89.
//!
//! # Limits
//!
//! A document has at most [`DEFAULT_LIMIT`] bytes unless [`Parser::max_bytes`] says
//! otherwise. Time and memory grow with its size and no faster.
#![cfg_attr(test, allow(clippy::unwrap_used))]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod diagnostic;
mod document;
mod error;
#[cfg(feature = "export")]
pub mod export;
mod extract;
mod grammar;
mod json;
mod lexicon;
mod model;
mod normalize;
mod outline;
mod parser;
mod pattern;
mod read;
#[cfg(feature = "schema")]
mod schema;
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
pub use lexicon::{Lexicon, LexiconError};
pub use model::{
    Baseline, Change, Citation, Comparator, Date, Deadline, Decimal, Department,
    DepartmentKind, DocumentNumber, Genre, Header, Level, Member, Nature, Region,
    Responsibility, Role, Section, SectionKind, Target, TargetStatus, Task, TaskKind,
};
pub use parser::{DEFAULT_LIMIT, Parser, parse};
#[cfg(feature = "schema")]
pub use schema::{SchemaOf, schema};
pub use span::{LineColumn, Offsets, SourceSpan, Span, excerpt};
pub use stage::{ParseStageError, Stage};
pub use text::Edit;
pub use values::{DateValue, QuantityValue, Values, values};

/// The examples of the README, compiled and run with the others.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;

/// The examples of the Chinese README.
#[cfg(doctest)]
#[doc = include_str!("../README.zh-CN.md")]
pub struct ReadmeInChinese;
