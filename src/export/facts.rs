//! The facts of a document as rows of tidy tables.

use std::collections::HashMap;
use std::io;

use serde::Serialize;

use super::Entry;
use super::columns::{
    AttachmentRow, CitationRow, DiagnosticRow, DocumentRow, ErrorRow, IssuerRow,
    MemberRow, RecipientRow, RemovalRow, RepairRow, ResponsibilityRow, SectionRow,
    TargetRow, TaskRow, TextRow,
};
use super::table::{Cell, Row, Table};
use crate::span::CharIndex;
use crate::{Date, Document, DocumentNumber, Span};

/// Takes the rows of tables as they come.
pub trait Rows {
    /// Takes one row; the cells are those of the table's columns, in order.
    ///
    /// # Errors
    ///
    /// When the row cannot be written.
    fn row(&mut self, table: &'static Table, cells: Vec<Cell<'_>>) -> io::Result<()>;
}

/// Hands on the rows of a document, table by table.
///
/// # Errors
///
/// When `rows` cannot write one.
pub fn document_rows(entry: &Entry, rows: &mut impl Rows) -> io::Result<()> {
    let facts = Facts::new(entry);
    facts.document(rows)?;
    facts.names(rows)?;
    facts.sections(rows)?;
    facts.tasks(rows)?;
    facts.targets(rows)?;
    facts.citations(rows)?;
    facts.members(rows)?;
    facts.changes(rows)?;
    facts.diagnostics(rows)
}

/// Hands on the row of an input that could not be read.
///
/// # Errors
///
/// When `rows` cannot write it.
pub fn error_row(
    source_name: Option<&str>,
    kind: &str,
    message: &str,
    rows: &mut impl Rows,
) -> io::Result<()> {
    put(
        rows,
        ErrorRow {
            source_name,
            kind,
            message,
        },
    )
}

pub(super) fn put<'d, R: Row<'d>>(rows: &mut impl Rows, row: R) -> io::Result<()> {
    rows.row(R::TABLE, row.cells())
}

/// The word that JSON has for a value of an enumeration.
pub(super) fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// Id of the row at `index` (from 0) of a kind of fact, e.g. `g0123456789abcdef-t1`.
pub(super) fn row_id(entry: &Entry, letter: &str, index: usize) -> String {
    format!("{}-{letter}{}", entry.id, index + 1)
}

/// A document on its way into rows.
struct Facts<'d> {
    entry: &'d Entry,
    document: &'d Document,
    id: &'d str,
    index: CharIndex<'d>,
    /// Where each section's path stands among the sections.
    sections: HashMap<&'d str, usize>,
    /// The tasks' places in the order of the text.
    places: Vec<(Span, usize)>,
}

impl<'d> Facts<'d> {
    fn new(entry: &'d Entry) -> Self {
        let document = &entry.document;
        let sections = document.sections.iter().enumerate();
        let tasks = document.tasks.iter().enumerate();
        let mut places: Vec<_> = tasks.map(|(index, task)| (task.span, index)).collect();
        places.sort();
        Self {
            entry,
            document,
            id: &entry.id,
            index: CharIndex::new(&document.text),
            sections: sections
                .map(|(index, section)| (section.path.as_str(), index))
                .collect(),
            places,
        }
    }

    fn start(&self, span: Span) -> usize {
        self.index.char_at(span.start)
    }

    fn end(&self, span: Span) -> usize {
        self.index.char_at(span.end)
    }

    fn quote(&self, span: Span) -> &'d str {
        self.document.text.get(span.range()).unwrap_or_default()
    }

    /// The nearest section whose path `path` is or lies under.
    fn section_of(&self, path: &str) -> Option<String> {
        let mut path = path.split('#').next().unwrap_or(path);
        loop {
            if let Some(&index) = self.sections.get(path) {
                return Some(row_id(self.entry, "s", index));
            }
            path = path.rsplit_once('.')?.0;
        }
    }

    /// The task whose words hold a place.
    fn task_at(&self, span: Span) -> Option<String> {
        let after = self
            .places
            .partition_point(|(place, _)| place.start <= span.start);
        let (place, index) = self.places[..after].last()?;
        place
            .contains(span)
            .then(|| row_id(self.entry, "t", *index))
    }

    fn document(&self, rows: &mut impl Rows) -> io::Result<()> {
        let (document, header) = (self.document, &self.document.header);
        let number = header.document_number.as_ref();
        let named = document
            .tasks
            .iter()
            .flat_map(|task| &task.responsibilities)
            .map(|responsibility| responsibility.departments.len());
        put(
            rows,
            DocumentRow {
                document_id: self.id,
                fingerprint: &self.entry.fingerprint,
                source_name: document.source.name.as_deref(),
                media: word(&document.source.media),
                encoding: &document.source.encoding,
                script: word(&document.source.script),
                source_bytes: document.source.bytes,
                characters: self.index.char_at(document.text.len()),
                title: header.title.as_deref(),
                genre: header.genre.as_ref().map(|genre| genre.as_str()),
                enclosed_title: header.enclosed_title.as_deref(),
                document_number: number.map(|number| number.text.as_str()),
                agency_code: number.and_then(|number| number.agency_code.as_deref()),
                number_year: number.and_then(|number| number.year),
                number_serial: number.and_then(|number| number.serial),
                level: header.level.map(|level| level.as_str().to_owned()),
                region_code: header.region.as_ref().map(|region| region.code.as_str()),
                region_name: header.region.as_ref().map(|region| region.name.as_str()),
                classification: header.classification.as_deref(),
                urgency: header.urgency.as_deref(),
                issue_number: header.issue_number.as_deref(),
                index_number: header.index_number.as_deref(),
                date_issued: date(header.date_issued),
                date_published: date(header.date_published),
                date_printed: date(header.date_printed),
                date_effective: date(header.date_effective),
                date_expiry: date(header.date_expiry),
                note: header.note.as_deref(),
                printing_authority: header.printing_authority.as_deref(),
                inferred: joined(&header.inferred, " "),
                sections: document.sections.len(),
                tasks: document.tasks.len(),
                responsibilities: named.sum(),
                targets: document.targets.len(),
                citations: document.citations.len(),
                warnings: document
                    .diagnostics
                    .iter()
                    .filter(|diagnostic| diagnostic.severity == crate::Severity::Warning)
                    .count(),
                version: &document.generator.version,
            },
        )?;
        put(
            rows,
            TextRow {
                document_id: self.id,
                text: &document.text,
            },
        )
    }

    fn names(&self, rows: &mut impl Rows) -> io::Result<()> {
        let header = &self.document.header;
        let field = "issuing_authorities";
        let inferred = header.inferred.iter().any(|name| name == field);
        let spans = header.spans.get(field).map_or(&[][..], Vec::as_slice);
        for (index, name) in header.issuing_authorities.iter().enumerate() {
            // One place for each name, or it is not known which is whose.
            let span =
                (spans.len() == header.issuing_authorities.len()).then(|| spans[index]);
            let row = IssuerRow {
                document_id: self.id,
                position: index + 1,
                name,
                inferred,
                start: span.map(|span| self.start(span)),
                end: span.map(|span| self.end(span)),
                quote: span.map(|span| self.quote(span)),
            };
            put(rows, row)?;
        }
        for (list, names) in [("addressee", &header.addressees), ("cc", &header.cc)] {
            for (index, name) in names.iter().enumerate() {
                let row = RecipientRow {
                    document_id: self.id,
                    list,
                    position: index + 1,
                    name,
                };
                put(rows, row)?;
            }
        }
        for (index, title) in header.attachments.iter().enumerate() {
            let row = AttachmentRow {
                document_id: self.id,
                position: index + 1,
                title,
            };
            put(rows, row)?;
        }
        Ok(())
    }

    fn sections(&self, rows: &mut impl Rows) -> io::Result<()> {
        for (index, section) in self.document.sections.iter().enumerate() {
            let parent = section.path.rsplit_once('.');
            let row = SectionRow {
                section_id: row_id(self.entry, "s", index),
                document_id: self.id,
                parent_id: parent.and_then(|(parent, _)| self.section_of(parent)),
                position: index + 1,
                path: &section.path,
                label: &section.label,
                level: section.level,
                heading: section.heading.as_deref(),
                kind: word(&section.kind),
                start: self.start(section.span),
                end: self.end(section.span),
                quote: self.quote(section.span),
            };
            put(rows, row)?;
        }
        Ok(())
    }

    fn tasks(&self, rows: &mut impl Rows) -> io::Result<()> {
        for (index, task) in self.document.tasks.iter().enumerate() {
            let row = TaskRow {
                task_id: row_id(self.entry, "t", index),
                document_id: self.id,
                section_id: self.section_of(&task.path),
                position: index + 1,
                path: &task.path,
                part: task.part,
                kind: word(&task.kind),
                label: task.label.as_deref(),
                heading: task.heading.as_deref(),
                strength: task.strength.as_deref(),
                deadline: task.deadline.map(|deadline| deadline.to_string()),
                deadline_text: task.deadline_text.as_deref(),
                start: self.start(task.span),
                end: self.end(task.span),
                quote: self.quote(task.span),
            };
            put(rows, row)?;
            self.responsibilities(index, rows)?;
        }
        Ok(())
    }

    fn responsibilities(&self, task: usize, rows: &mut impl Rows) -> io::Result<()> {
        let mut position = 0;
        let statements = &self.document.tasks[task].responsibilities;
        for (statement, responsibility) in statements.iter().enumerate() {
            for department in &responsibility.departments {
                position += 1;
                let task_id = row_id(self.entry, "t", task);
                let row = ResponsibilityRow {
                    responsibility_id: format!("{task_id}-r{position}"),
                    task_id,
                    document_id: self.id,
                    statement: statement + 1,
                    position,
                    role: word(&responsibility.role),
                    division_of_work: responsibility.division_of_work,
                    department: &department.name,
                    canonical: department.canonical.as_deref(),
                    department_kind: word(&department.kind),
                    start: self.start(responsibility.span),
                    end: self.end(responsibility.span),
                    quote: self.quote(responsibility.span),
                };
                put(rows, row)?;
            }
        }
        Ok(())
    }

    fn targets(&self, rows: &mut impl Rows) -> io::Result<()> {
        for (index, target) in self.document.targets.iter().enumerate() {
            let baseline = target.baseline.as_ref();
            let row = TargetRow {
                target_id: row_id(self.entry, "g", index),
                document_id: self.id,
                task_id: self.task_at(target.span),
                section_id: target
                    .path
                    .as_deref()
                    .and_then(|path| self.section_of(path)),
                position: index + 1,
                path: target.path.as_deref(),
                indicator: &target.indicator,
                comparator: word(&target.comparator),
                value: target.value,
                value_max: target.value_max,
                unit: target.unit.as_deref(),
                change: word(&target.change),
                per: target.per.as_deref(),
                deadline: date(target.deadline),
                baseline: baseline.map(|baseline| baseline.text.as_str()),
                baseline_value: baseline.and_then(|baseline| baseline.value),
                baseline_date: date(baseline.and_then(|baseline| baseline.date)),
                status: word(&target.status),
                strength: target.strength.as_deref(),
                nature: target.nature.as_ref().map(word),
                start: self.start(target.span),
                end: self.end(target.span),
                quote: self.quote(target.span),
            };
            put(rows, row)?;
        }
        Ok(())
    }

    fn citations(&self, rows: &mut impl Rows) -> io::Result<()> {
        for (index, citation) in self.document.citations.iter().enumerate() {
            let number: Option<&DocumentNumber> = citation.document_number.as_ref();
            let row = CitationRow {
                citation_id: row_id(self.entry, "c", index),
                document_id: self.id,
                position: index + 1,
                title: &citation.title,
                document_number: number.map(|number| number.text.as_str()),
                agency_code: number.and_then(|number| number.agency_code.as_deref()),
                number_year: number.and_then(|number| number.year),
                number_serial: number.and_then(|number| number.serial),
                start: self.start(citation.span),
                end: self.end(citation.span),
                quote: self.quote(citation.span),
            };
            put(rows, row)?;
        }
        Ok(())
    }

    fn members(&self, rows: &mut impl Rows) -> io::Result<()> {
        for (index, member) in self.document.members.iter().enumerate() {
            let row = MemberRow {
                member_id: row_id(self.entry, "m", index),
                document_id: self.id,
                position: index + 1,
                body: &member.body,
                office: &member.office,
                name: &member.name,
                affiliation: member.affiliation.as_deref(),
                start: self.start(member.span),
                end: self.end(member.span),
                quote: self.quote(member.span),
            };
            put(rows, row)?;
        }
        Ok(())
    }

    /// What was repaired and what was taken away.
    fn changes(&self, rows: &mut impl Rows) -> io::Result<()> {
        for (index, repair) in self.document.repairs.iter().enumerate() {
            let [source_start, source_end] = code_points(repair.source_span);
            let row = RepairRow {
                repair_id: row_id(self.entry, "f", index),
                document_id: self.id,
                position: index + 1,
                damaged: &repair.from,
                repaired: &repair.to,
                rule: &repair.rule,
                certain: repair.certain,
                candidates: joined(&repair.candidates, "|"),
                start: self.start(repair.span),
                end: self.end(repair.span),
                source_start,
                source_end,
            };
            put(rows, row)?;
        }
        for (index, removed) in self.document.removed.iter().enumerate() {
            let [source_start, source_end] = code_points(removed.source_span);
            let row = RemovalRow {
                removal_id: row_id(self.entry, "x", index),
                document_id: self.id,
                position: index + 1,
                rule: &removed.rule,
                source_start,
                source_end,
                quote: &removed.text,
            };
            put(rows, row)?;
        }
        Ok(())
    }

    fn diagnostics(&self, rows: &mut impl Rows) -> io::Result<()> {
        for (index, diagnostic) in self.document.diagnostics.iter().enumerate() {
            let row = DiagnosticRow {
                document_id: self.id,
                position: index + 1,
                code: diagnostic.code.as_str(),
                severity: word(&diagnostic.severity),
                message: &diagnostic.message,
                start: diagnostic.span.map(|span| self.start(span)),
                end: diagnostic.span.map(|span| self.end(span)),
                quote: diagnostic.span.map(|span| self.quote(span)),
            };
            put(rows, row)?;
        }
        Ok(())
    }
}

fn date(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

fn joined(words: &[String], by: &str) -> Option<String> {
    (!words.is_empty()).then(|| words.join(by))
}

/// A place of the source in code points, which a document in bytes keeps beside the bytes.
fn code_points(mut span: crate::SourceSpan) -> [usize; 2] {
    span.count_code_points();
    [span.start, span.end]
}
