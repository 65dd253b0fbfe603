//! Stage 5: [`Page`] and [`Outline`] → [`Facts`].

mod citation;
mod deadline;
mod header;
mod member;
mod responsibility;
mod section;
mod table;
mod target;
mod task;

use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Citation, Header, Member, Section, Target, Task, TaskKind};
use crate::outline::Outline;
use crate::span::{Span, count_bytes};
use crate::strip::Page;

/// Everything a document says that the output has a place for.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub(crate) header: Header,
    pub(crate) sections: Vec<Section>,
    pub(crate) tasks: Vec<Task>,
    pub(crate) targets: Vec<Target>,
    pub(crate) citations: Vec<Citation>,
    pub(crate) members: Vec<Member>,
}

/// Reads everything a document says that the output has a place for.
pub(crate) fn extract(
    page: &Page,
    outline: &Outline,
    diagnostics: &mut Diagnostics,
) -> Facts {
    let header = header::find(page, outline);
    check_genre(page, outline, &header, diagnostics);
    let first = outline.nodes.first();
    let front = &page.text[..first.map_or(page.text.len(), |first| first.label.start)];
    let context = target::Context::of(&header, front, &page.text);
    let tables = table::find(page, &context, diagnostics);
    let mut tasks = task::find(page, outline, &context, &tables, diagnostics);
    let mut targets = targets(page, outline, &tables, &context, diagnostics);
    // Whoever charges bodies with tasks does not report.
    let charges = tasks.iter().any(|task| !task.responsibilities.is_empty());
    if !charges && context.tells_of_done(&page.text) {
        // What is to be reported was, the first time.
        let mut again = Diagnostics::default();
        targets = self::targets(page, outline, &tables, &context, &mut again);
        for task in &mut tasks {
            if task.kind == TaskKind::Task {
                task.kind = TaskKind::Review;
            }
        }
    }
    Facts {
        targets,
        sections: section::find(page, outline, &tables),
        tasks,
        citations: citation::find(page),
        members: member::find(page, outline, header.title.as_deref()),
        header,
    }
}

/// The targets of sentences and of tables, in the order of the text.
fn targets(
    page: &Page,
    outline: &Outline,
    tables: &[table::FactTable],
    context: &target::Context,
    diagnostics: &mut Diagnostics,
) -> Vec<Target> {
    let spans: Vec<Span> = tables.iter().map(|table| table.span).collect();
    let passages = target::passages(page, outline);
    let mut targets =
        target::find_targets(&page.text, &passages, &spans, context, diagnostics);
    if !tables.is_empty() {
        let found = tables.iter().flat_map(|table| &table.targets);
        targets.extend(found.cloned());
        targets.sort_by_key(|target| (target.span.start, target.span.end));
    }
    targets
}

/// Whether half of the letters of a text or more are Han characters.
fn is_chinese(text: &str) -> bool {
    // Bytes that begin a character, and those that begin one of U+5000–U+9FFF: most texts
    // need no closer look.
    let chars = count_bytes(text.as_bytes(), |byte| byte as i8 >= -0x40);
    let at_least = count_bytes(text.as_bytes(), |byte| (0xE5..=0xE9).contains(&byte));
    if at_least * 2 >= chars {
        return true;
    }
    let (mut han, mut letters) = (0usize, 0usize);
    for c in text.chars() {
        let is_han = ('\u{4E00}'..='\u{9FFF}').contains(&c);
        han += usize::from(is_han);
        letters += usize::from(is_han || c.is_alphabetic());
    }
    han * 2 >= letters
}

/// Reports a text that has nothing of a policy document.
fn check_genre(
    page: &Page,
    outline: &Outline,
    header: &Header,
    diagnostics: &mut Diagnostics,
) {
    let message = if !is_chinese(&page.text) {
        "expected a Chinese text, found mostly other letters"
    } else if header.title.is_none()
        && header.genre.is_none()
        && header.document_number.is_none()
        && header.addressees.is_empty()
        && header.printing_authority.is_none()
        && (header.date_issued.is_none() || header.issuing_authorities.is_empty())
        && outline.nodes.is_empty()
    {
        "expected a title, a document number or numbered items, found none"
    } else {
        return;
    };
    diagnostics.push(Code::NotAPolicyDocument, None, message);
}
