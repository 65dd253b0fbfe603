//! The document's text with its highlights, and the outline beside it.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::html::{Escaped, Label, opening};
use super::mark::{Kind, Mark, Sweep};
use super::wording;
use crate::Document;

/// Characters of an item's words in the outline.
const HEADING: usize = 24;
/// Deepest list of the outline; what lies deeper is listed there.
const DEPTH: usize = 8;

/// Writes the switches of the highlights: which kinds there are, and how many of each.
///
/// They work without scripts: the style sheet asks whether a box is ticked.
pub(super) fn write_legend(
    marks: &[Mark],
    prefix: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(b"<fieldset class=\"legend\"><legend>")?;
    write!(
        out,
        "{}</legend>",
        Label("标注（点选显示或隐藏）", "highlights: tick to show")
    )?;
    for kind in Kind::ALL {
        let count = marks.iter().filter(|mark| mark.kind == kind).count();
        if count == 0 {
            continue;
        }
        let (letter, label) = (kind.letter(), kind.label());
        write!(
            out,
            "<label><input type=\"checkbox\" class=\"on-{letter}\" \
             id=\"{prefix}on-{letter}\" checked><mark class=\"{letter}\">{label}</mark> \
             <b>{count}</b></label>"
        )?;
    }
    out.write_all(b"</fieldset>")
}

/// Writes the text, one paragraph a line.
pub(super) fn write_text(
    document: &Document,
    marks: &[Mark],
    prefix: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let text = &document.text;
    let mut sweep = Sweep::new(text, marks, prefix);
    let mut shapes = Shapes::new(document);
    let mut start = 0;
    write!(out, "<div class=\"text\" id=\"{prefix}text\">")?;
    for line in text.split('\n') {
        if start > 0 {
            out.write_all(b"\n")?;
        }
        let end = start + line.len();
        write!(out, "<p{}>", shapes.of(start, end))?;
        sweep.write(start..end, out)?;
        out.write_all(b"</p>")?;
        start = end + 1;
    }
    out.write_all(b"</div>")
}

/// How each line is set: titles in the middle, signatures to the right, headings bold.
struct Shapes {
    /// Places and their class, in order of the text.
    places: Vec<(usize, usize, &'static str)>,
    next: usize,
}

impl Shapes {
    fn new(document: &Document) -> Self {
        let mut places = Vec::new();
        for (field, spans) in &document.header.spans {
            let class = match field.as_str() {
                "title" | "enclosed_title" => " class=\"title\"",
                "issuing_authorities" | "date_issued" => " class=\"sign\"",
                "document_number" => " class=\"number\"",
                "addressees" => " class=\"to\"",
                _ => continue,
            };
            places.extend(spans.iter().map(|span| (span.start, span.end, class)));
        }
        for section in &document.sections {
            let class = match section.level {
                0 | 1 => " class=\"l1\"",
                2 => " class=\"l2\"",
                _ => " class=\"l3\"",
            };
            places.push((section.span.start, section.span.end, class));
        }
        places.sort_unstable();
        Self { places, next: 0 }
    }

    /// The class of a line: that of a place which fills it, or of addressees that open it.
    fn of(&mut self, start: usize, end: usize) -> &'static str {
        let mut filled = 0;
        let mut class = "";
        while let Some(&(from, to, found)) = self.places.get(self.next) {
            if from > end {
                break;
            }
            self.next += 1;
            if from >= start && to <= end {
                if class.is_empty() {
                    class = found;
                }
                filled += to.saturating_sub(from);
            }
        }
        let mostly = filled * 5 >= (end - start) * 4;
        if mostly { class } else { "" }
    }
}

/// Writes the outline as nested lists of links: sections and the items in them.
pub(super) fn write_outline(
    document: &Document,
    prefix: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let entries = entries(document);
    if entries.is_empty() {
        return write!(
            out,
            "<p class=\"none\">{}</p>",
            Label("没有编号层次", "no numbered items")
        );
    }
    // Depths of the lists that are open.
    let mut open: Vec<usize> = Vec::new();
    for entry in &entries {
        while open.last().is_some_and(|&depth| depth > entry.depth) {
            open.pop();
            out.write_all(b"</li></ol>")?;
        }
        if open.last() == Some(&entry.depth) || open.len() == DEPTH {
            out.write_all(b"</li>")?;
        } else {
            open.push(entry.depth);
            out.write_all(b"<ol>")?;
        }
        let (letter, number) = (entry.kind.letter(), entry.number);
        write!(
            out,
            "<li><a href=\"#{prefix}{letter}{number}\"><b>{}</b>{}</a>",
            Escaped(entry.label),
            Escaped(&entry.words),
        )?;
    }
    for _ in open {
        out.write_all(b"</li></ol>")?;
    }
    Ok(())
}

struct Entry<'d> {
    at: usize,
    depth: usize,
    kind: Kind,
    number: usize,
    label: &'d str,
    words: String,
}

fn entries(document: &Document) -> Vec<Entry<'_>> {
    let sections = document
        .sections
        .iter()
        .enumerate()
        .map(|(number, section)| {
            let words = section
                .heading
                .as_deref()
                .unwrap_or(wording::section_kind(section.kind).0);
            Entry {
                at: section.span.start,
                depth: depth(&section.path),
                kind: Kind::Section,
                number,
                label: &section.label,
                words: opening(words, 2 * HEADING),
            }
        });
    // A heading that is a task too stands in the outline once.
    let paths: BTreeSet<&str> = document
        .sections
        .iter()
        .map(|section| section.path.as_str())
        .collect();
    let tasks = document.tasks.iter().enumerate();
    let tasks = tasks.filter(|(_, task)| {
        task.part.is_none_or(|part| part == 1) && !paths.contains(task.path.as_str())
    });
    let tasks = tasks.map(|(number, task)| Entry {
        at: task.span.start,
        depth: depth(&task.path),
        kind: Kind::Task,
        number,
        label: task.label.as_deref().unwrap_or_default(),
        words: task.heading.as_deref().map_or_else(
            || opening(&task.text, HEADING),
            |words| opening(words, 2 * HEADING),
        ),
    });
    let mut entries: Vec<Entry<'_>> = sections.chain(tasks).collect();
    entries.sort_by_key(|entry| (entry.at, entry.depth));
    entries
}

fn depth(path: &str) -> usize {
    path.split('.').count()
}
