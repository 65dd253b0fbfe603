//! The line: from bytes to a parsed document.

use crate::diagnostic::Diagnostics;
use crate::document::Parsed;
use crate::error::Error;
use crate::lexicon::Lexicon;
use crate::lexicon::merged::Scope;
use crate::model::Date;
use crate::stage::{self, Stage};
use crate::values::{self, Values};
use crate::{document, extract, normalize, outline, read, strip};

/// Default limit of a document's size: 256 MiB.
pub const DEFAULT_LIMIT: usize = 256 << 20;

/// Reads documents with options; [`parse`] is the short way.
///
/// # Example
///
/// ```
/// # fn main() -> Result<(), gongwen::Error> {
/// let parser = gongwen::Parser::new().name("notice.txt").max_bytes(1 << 20);
/// let parsed = parser.parse("关于做好防汛工作的通知\n一、加强值守。".as_bytes())?;
/// assert_eq!(parsed.document.source.name.as_deref(), Some("notice.txt"));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Parser {
    name: Option<String>,
    encoding: Option<String>,
    keep_traditional: bool,
    #[cfg(feature = "opencc")]
    opencc: Option<std::sync::Arc<normalize::OpenCc>>,
    max_bytes: usize,
    lexicon: Option<Lexicon>,
}

impl Default for Parser {
    fn default() -> Self {
        Self {
            name: None,
            encoding: None,
            keep_traditional: false,
            #[cfg(feature = "opencc")]
            opencc: None,
            max_bytes: DEFAULT_LIMIT,
            lexicon: None,
        }
    }
}

impl Parser {
    /// A parser with every option at its default.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Name of the input, for [`SourceInfo::name`](crate::SourceInfo::name). None by
    /// default.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Label of the encoding, e.g. `gbk`, over whatever the bytes declare. Found out by
    /// default.
    #[must_use]
    pub fn encoding(mut self, label: impl Into<String>) -> Self {
        self.encoding = Some(label.into());
        self
    }

    /// Leaves traditional characters (繁體) as they are. They are converted by default.
    #[must_use]
    pub fn keep_traditional(mut self, keep: bool) -> Self {
        self.keep_traditional = keep;
        self
    }

    /// Converts traditional text with OpenCC's C++ library, by a configuration of its own,
    /// e.g. `tw2s`, or a path of one. The built-in conversion, which is `t2s` with some
    /// phrases more, is the default.
    ///
    /// # Errors
    ///
    /// When OpenCC has no such configuration.
    #[cfg(feature = "opencc")]
    pub fn opencc(mut self, configuration: &str) -> Result<Self, Error> {
        let converter = normalize::OpenCc::new(configuration)?;
        self.opencc = Some(std::sync::Arc::new(converter));
        Ok(self)
    }

    /// Limit of the input's size in bytes; [`DEFAULT_LIMIT`] by default.
    #[must_use]
    pub fn max_bytes(mut self, limit: usize) -> Self {
        self.max_bytes = limit;
        self
    }

    /// Words of the user's own beside the built-in ones: units, bodies, roles, sites. None
    /// by default.
    #[must_use]
    pub fn lexicon(mut self, lexicon: Lexicon) -> Self {
        self.lexicon = Some(lexicon);
        self
    }

    /// Reads a document.
    ///
    /// # Errors
    ///
    /// When the bytes are no text, empty, larger than the limit, or the encoding's label is
    /// unknown. Text itself never fails.
    pub fn parse(&self, bytes: &[u8]) -> Result<Parsed, Error> {
        let _scope = Scope::of(self.lexicon.as_ref());
        let mut diag = Diagnostics::default();
        let source = self.read(bytes, &mut diag)?;
        let text = normalize::normalize_with(&source, self.converter(), &mut diag);
        let page = strip::strip(&text, &source);
        let outline = outline::build(&page, &mut diag);
        let facts = extract::extract(&page, &outline, &mut diag);
        let normalize::Text {
            script, repairs, ..
        } = text;
        Ok(document::assemble(
            self.name.clone(),
            source,
            script,
            repairs,
            page,
            facts,
            diag,
        ))
    }

    /// Reads a document as far as a stage, and returns that stage's product as text.
    ///
    /// # Errors
    ///
    /// As [`Parser::parse`].
    pub fn product(&self, bytes: &[u8], stage: Stage) -> Result<String, Error> {
        let _scope = Scope::of(self.lexicon.as_ref());
        let mut diag = Diagnostics::default();
        let source = self.read(bytes, &mut diag)?;
        if stage == Stage::Read {
            return Ok(source.text);
        }
        let text = normalize::normalize_with(&source, self.converter(), &mut diag);
        if stage == Stage::Normalize {
            return Ok(text.text.into_owned());
        }
        let page = strip::strip(&text, &source);
        if stage == Stage::Strip {
            return Ok(page.text);
        }
        let outline = outline::build(&page, &mut diag);
        Ok(stage::outline_text(&page, &outline))
    }

    /// Reads the quantities and dates of a line of text as [`values`](crate::values()) does,
    /// with the parser's lexicon; its other options are for documents.
    ///
    /// # Example
    ///
    /// ```
    /// # fn main() -> Result<(), gongwen::LexiconError> {
    /// let lexicon = gongwen::Lexicon::from_tables([("unit.tsv", "铺位\tcount")])?;
    /// let values = gongwen::Parser::new().lexicon(lexicon).values("新增500铺位", None);
    /// assert_eq!(values.quantities[0].unit.as_deref(), Some("铺位"));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn values(&self, line: &str, date: Option<Date>) -> Values {
        let _scope = Scope::of(self.lexicon.as_ref());
        values::values(line, date)
    }

    fn converter(&self) -> Option<&dyn normalize::Converter> {
        if self.keep_traditional {
            return None;
        }
        #[cfg(feature = "opencc")]
        if let Some(opencc) = &self.opencc {
            return Some(&**opencc);
        }
        Some(normalize::t2s())
    }

    fn read(&self, bytes: &[u8], diag: &mut Diagnostics) -> Result<read::Source, Error> {
        read::read(bytes, self.max_bytes, self.encoding.as_deref(), diag)
    }
}

/// Reads a document with default options.
///
/// # Errors
///
/// As [`Parser::parse`].
///
/// # Example
///
/// ```
/// # fn main() -> Result<(), gongwen::Error> {
/// let parsed = gongwen::parse("二、主要目标\n到2020年,县域内就诊率达到90%以上。".as_bytes())?;
/// let target = &parsed.document.targets[0];
/// assert_eq!(target.indicator, "县域内就诊率");
/// assert_eq!(target.quote, parsed.document.text[target.span.range()]);
/// # Ok(())
/// # }
/// ```
pub fn parse(bytes: &[u8]) -> Result<Parsed, Error> {
    Parser::new().parse(bytes)
}
