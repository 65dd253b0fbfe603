//! The result: a document's facts, its cleaned text, and the way back to the source.

use std::io;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::extract::Facts;
use crate::json::{self, InCodePoints};
use crate::model::{Citation, Header, Member, Section, Target, Task};
use crate::read::{self, Source};
use crate::span::{CharIndex, Offsets, SourceSpan, Span};
use crate::strip::Page;
use crate::text::{Edit, OffsetMap, edits};

/// Name and version of the output format.
pub const FORMAT: &str = "gongwen/1";

/// A policy document (公文) as typed data: format `gongwen/1`.
///
/// Field by field this is the JSON that the command line prints. Serde writes it as it
/// stands, with spans in bytes; [`Document::to_json`] writes them in code points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// Always [`FORMAT`].
    pub format: String,
    /// Which program wrote it.
    pub generator: Generator,
    /// Unit of every span below.
    pub offsets: Offsets,
    /// What was read.
    pub source: SourceInfo,
    /// The elements around the text proper.
    pub header: Header,
    /// The inner nodes of the outline.
    pub sections: Vec<Section>,
    /// The lowest numbered items, and all that carry a statement of responsibility.
    pub tasks: Vec<Task>,
    /// The quantitative targets.
    pub targets: Vec<Target>,
    /// The documents cited, each once.
    pub citations: Vec<Citation>,
    /// The membership lists.
    pub members: Vec<Member>,
    /// What stripping took away.
    pub removed: Vec<Removed>,
    /// What was repaired, or found damaged and left.
    pub repairs: Vec<Repair>,
    /// What the reader should know.
    pub diagnostics: Vec<Diagnostic>,
    /// The cleaned, normalised text that spans point into.
    pub text: String,
}

/// The program that wrote a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Generator {
    /// Its name, `gongwen`.
    pub name: String,
    /// Its version, e.g. `0.1.0`.
    pub version: String,
}

impl Default for Generator {
    fn default() -> Self {
        Self {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
}

/// What was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceInfo {
    /// Name of the input, e.g. `notice.html`; `None` when the caller gave none.
    pub name: Option<String>,
    /// What kind of document it is.
    pub media: Media,
    /// Encoding of the bytes, by its WHATWG name in lower case, e.g. `gb18030`.
    pub encoding: String,
    /// Script of the source.
    pub script: Script,
    /// Size in bytes.
    pub bytes: usize,
}

/// Kind of a source document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Media {
    /// Plain text, Markdown included.
    #[default]
    Text,
    /// A web page.
    Html,
}

/// Script of a Chinese text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Script {
    /// 简体
    #[default]
    Simplified,
    /// 繁體
    Traditional,
    /// Both in one text, as one-to-one converters leave it.
    Mixed,
}

/// A stretch that stripping took away (site chrome, spam).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Removed {
    /// The words, normalised.
    pub text: String,
    /// The rule that took it away, e.g. `strip/breadcrumb`.
    pub rule: String,
    /// Where it stood.
    pub source_span: SourceSpan,
}

/// A damaged place: repaired, or reported with its candidates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Repair {
    /// What stood there.
    pub from: String,
    /// What stands there now; the same as `from` when it was left alone.
    pub to: String,
    /// The rule, e.g. `damage/byte-cut`.
    pub rule: String,
    /// Whether the repair is certain. What is not certain is left as it stands.
    pub certain: bool,
    /// Possible readings, best first, when it is not certain.
    pub candidates: Vec<String>,
    /// Where it stands in the text; empty when stripping took it away.
    pub span: Span,
    /// Where it stood.
    pub source_span: SourceSpan,
}

impl Document {
    /// The document as one line of JSON, spans in code points. For a large document,
    /// [`Document::write_json`] needs no room for all of it.
    ///
    /// # Errors
    ///
    /// None that a document of this crate causes; the signature is serde_json's.
    pub fn to_json(&self) -> serde_json::Result<String> {
        json::to_string(self)
    }

    /// Writes what [`Document::to_json`] returns. The writer is given many short pieces: it
    /// should have a buffer.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn write_json(&self, mut out: impl io::Write) -> io::Result<()> {
        json::write(&mut out, self)
    }

    /// The document with spans in code points, for a serializer of one's own:
    /// what [`Document::to_json`] writes. Nothing is copied.
    ///
    /// # Example
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let document = gongwen::parse("一、公文".as_bytes())?.document;
    /// let mut file = Vec::new();
    /// serde_json::to_writer_pretty(&mut file, &document.as_json())?;
    /// assert!(file.starts_with(b"{\n  \"format\": \"gongwen/1\""));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn as_json(&self) -> impl Serialize + '_ {
        InCodePoints::of(self)
    }

    /// Reads the JSON of a document; whatever its unit, spans come out in bytes.
    ///
    /// # Errors
    ///
    /// When the text is not the JSON of a document.
    pub fn from_json(json: &str) -> serde_json::Result<Self> {
        serde_json::from_str(json).map(Self::in_bytes)
    }

    /// The same document with every span counted in code points.
    #[must_use]
    pub fn in_code_points(mut self) -> Self {
        if self.offsets == Offsets::Codepoint {
            return self;
        }
        self.offsets = Offsets::Codepoint;
        let text = std::mem::take(&mut self.text);
        let index = CharIndex::new(&text);
        self.for_each_span(
            &mut |span| {
                *span = Span::new(index.char_at(span.start), index.char_at(span.end));
            },
            &mut SourceSpan::count_code_points,
        );
        self.text = text;
        self
    }

    /// The same document with every span counted in bytes.
    #[must_use]
    pub fn in_bytes(mut self) -> Self {
        if self.offsets == Offsets::Byte {
            return self;
        }
        self.offsets = Offsets::Byte;
        let text = std::mem::take(&mut self.text);
        let index = CharIndex::new(&text);
        self.for_each_span(
            &mut |span| {
                *span = Span::new(index.byte_at(span.start), index.byte_at(span.end));
            },
            &mut SourceSpan::count_bytes,
        );
        self.text = text;
        self
    }

    /// Whether every span lies inside the text, as in whatever this crate wrote.
    #[must_use]
    pub fn spans_fit(&self) -> bool {
        let mut document = self.clone().in_code_points();
        let length = document.text.chars().count();
        let mut fit = true;
        document.for_each_span(
            &mut |span| fit &= span.start <= span.end && span.end <= length,
            &mut |_| {},
        );
        fit
    }

    /// Calls `place` on every span and `origin` on every source span.
    fn for_each_span(
        &mut self,
        place: &mut dyn FnMut(&mut Span),
        origin: &mut dyn FnMut(&mut SourceSpan),
    ) {
        self.header
            .spans
            .values_mut()
            .flatten()
            .for_each(&mut *place);
        self.for_each_fact(&mut |span, source_span| {
            place(span);
            source_span.iter_mut().for_each(&mut *origin);
        });
        for removed in &mut self.removed {
            origin(&mut removed.source_span);
        }
        for repair in &mut self.repairs {
            place(&mut repair.span);
            origin(&mut repair.source_span);
        }
    }

    /// Calls `visit` on the span and the source span of every fact and diagnostic.
    fn for_each_fact(
        &mut self,
        visit: &mut dyn FnMut(&mut Span, &mut Option<SourceSpan>),
    ) {
        for section in &mut self.sections {
            visit(&mut section.span, &mut section.source_span);
        }
        for task in &mut self.tasks {
            visit(&mut task.span, &mut task.source_span);
            for responsibility in &mut task.responsibilities {
                visit(&mut responsibility.span, &mut responsibility.source_span);
            }
        }
        for target in &mut self.targets {
            visit(&mut target.span, &mut target.source_span);
        }
        for citation in &mut self.citations {
            visit(&mut citation.span, &mut citation.source_span);
        }
        for member in &mut self.members {
            visit(&mut member.span, &mut member.source_span);
        }
        for diagnostic in &mut self.diagnostics {
            if let Some(span) = &mut diagnostic.span {
                visit(span, &mut diagnostic.source_span);
            }
        }
    }
}

/// A parsed document with its source, so that every place can be traced back. Who wants the
/// document alone takes it out, `parse(bytes)?.document`, and lets go of the source's room.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// The facts.
    pub document: Document,
    pub(crate) source: String,
    pub(crate) map: OffsetMap,
}

impl Parsed {
    /// The decoded source text: UTF-8, otherwise as it was read. For a web page it is the
    /// visible text, one block a line.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Where a place of the document's text came from, in bytes of [`Parsed::source`].
    ///
    /// A place that was rewritten maps to all that was rewritten with it.
    #[must_use]
    pub fn source_span(&self, span: Span) -> SourceSpan {
        let range = self.map.source(span.range());
        SourceSpan::new(range.start, range.end)
    }

    /// Where places of the source stand in the file: ranges of `bytes`, which are those
    /// that were parsed. Each decodes to exactly the words at its place in
    /// [`Parsed::source`].
    ///
    /// Nothing is kept for it while parsing; the file's decoder is walked once for all
    /// places together. A place is `None` where no stretch of the file reads so: in web
    /// pages, whose text is not what stands in the file, and in files that were encoded
    /// twice.
    ///
    /// # Example
    ///
    /// ```
    /// # fn main() -> Result<(), gongwen::Error> {
    /// let bytes = b"\xD2\xBB\xA1\xA2\xB9\xAB\xCE\xC4"; // 一、公文 in GB 18030
    /// let parsed = gongwen::parse(bytes)?;
    /// assert_eq!(parsed.source(), "一、公文");
    /// let place = gongwen::SourceSpan::new("一、".len(), "一、公文".len());
    /// assert_eq!(parsed.file_spans(bytes, &[place]), [Some(4..8)]);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn file_spans(
        &self,
        bytes: &[u8],
        spans: &[SourceSpan],
    ) -> Vec<Option<Range<usize>>> {
        if self.document.source.media != Media::Text {
            return vec![None; spans.len()];
        }
        let mut places: Vec<usize> = spans
            .iter()
            .flat_map(|span| [span.start, span.end])
            .collect();
        places.sort_unstable();
        places.dedup();
        let encoding = &self.document.source.encoding;
        let Some(offsets) = read::file_offsets(bytes, encoding, &places) else {
            return vec![None; spans.len()];
        };
        let offset = |place| places.binary_search(&place).map(|at| offsets[at]);
        let file_span = |span: &SourceSpan| {
            let range = offset(span.start).ok()?..offset(span.end).ok()?;
            let words = read::decode_slice(bytes.get(range.clone())?, encoding)?;
            (Some(&*words) == self.source.get(span.range())).then_some(range)
        };
        spans.iter().map(file_span).collect()
    }

    /// Everything that was changed between the decoded source and the document's text.
    #[must_use]
    pub fn edits(&self) -> Vec<Edit> {
        edits(&self.source, &self.document.text, &self.map)
    }

    /// Sets the source span beside every span of the document.
    #[must_use]
    pub fn with_source_spans(mut self) -> Self {
        let index = CharIndex::new(&self.source);
        let map = &self.map;
        self.document.for_each_fact(&mut |span, source_span| {
            let range = map.source(span.range());
            *source_span = Some(SourceSpan {
                start: range.start,
                end: range.end,
                chars: Some(index.chars(range)),
                bytes: None,
            });
        });
        self
    }
}

/// Puts the stages' products together.
pub(crate) fn assemble(
    name: Option<String>,
    source: Source,
    script: Script,
    repairs: Vec<Repair>,
    page: Page,
    facts: Facts,
    mut diagnostics: Diagnostics,
) -> Parsed {
    let index = CharIndex::new(&source.text);
    let origin = |mut span: SourceSpan| {
        span.chars = Some(index.chars(span.range()));
        span
    };
    let removed = page
        .removed
        .into_iter()
        .map(|removed| Removed {
            source_span: origin(removed.source_span),
            ..removed
        })
        .collect();
    let repairs: Vec<Repair> = repairs
        .into_iter()
        .map(|mut repair| {
            repair.span = page.map.out(repair.source_span.range()).into();
            repair.source_span = origin(repair.source_span);
            // What was taken away may have begun in the middle of the place.
            match page.text.get(repair.span.range()) {
                Some(words) if !words.is_empty() && words != repair.to => {
                    words.clone_into(&mut repair.to);
                }
                _ => {}
            }
            repair
        })
        .collect();
    for repair in repairs.iter().filter(|repair| !repair.certain) {
        let message = match repair.candidates.first() {
            Some(best) => {
                format!("`{}` is damaged; it may have been `{best}`", repair.from)
            }
            None => format!("`{}` is damaged; no reading fits", repair.from),
        };
        diagnostics.push(Code::UncertainDamage, Some(repair.span), message);
    }
    let document = Document {
        format: FORMAT.to_owned(),
        generator: Generator::default(),
        offsets: Offsets::Byte,
        source: SourceInfo {
            name,
            media: source.media,
            encoding: source.encoding.to_owned(),
            script,
            bytes: source.bytes,
        },
        header: facts.header,
        sections: facts.sections,
        tasks: facts.tasks,
        targets: facts.targets,
        citations: facts.citations,
        members: facts.members,
        removed,
        repairs,
        diagnostics: diagnostics.finish(),
        text: page.text,
    };
    Parsed {
        document,
        source: source.text,
        map: page.map,
    }
}
