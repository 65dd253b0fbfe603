//! A page to look at: a document's text with its facts highlighted, in one HTML file.
//!
//! The page needs no network and runs no script: its content security policy allows its own
//! style sheet, by hash, and nothing else. Labels are in Chinese and English. Every word of
//! a document goes through one escaping function.

mod html;
mod listing;
mod mark;
mod matrix;
mod target;
mod text;
mod wording;

use std::borrow::Cow;
use std::io::{self, Write};

use html::{Escaped, Label};
use matrix::{Matrix, Tally};

use crate::{Document, Severity};

const STYLE: &str = include_str!("style.css");

/// SHA-256 of [`STYLE`] in Base64, as the policy names it. A test compares the two.
const STYLE_HASH: &str = include_str!("style.sha256");

/// Writes one HTML page on all documents: totals and an index when there are several, then
/// for each its header, its text with every fact highlighted, its outline, departments
/// against tasks, targets by year, and what was repaired, removed or doubtful.
///
/// # Errors
///
/// When `out` cannot be written.
///
/// # Example
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let parsed = gongwen::parse("关于做好防汛工作的通知\n一、加强值守。".as_bytes())?;
/// let mut page = Vec::new();
/// gongwen::export::report(&[parsed.document], &mut page)?;
/// assert!(page.starts_with(b"<!doctype html>"));
/// # Ok(())
/// # }
/// ```
pub fn report(documents: &[Document], out: &mut impl Write) -> io::Result<()> {
    write_page(documents, out)
}

fn write_page(documents: &[Document], out: &mut dyn Write) -> io::Result<()> {
    let title = match documents {
        [document] => name(document),
        _ => Cow::Borrowed("公文报告"),
    };
    write!(
        out,
        "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{} · gongwen</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        STYLE_HASH.trim_end(),
        Escaped(&title),
    )?;
    write!(
        out,
        "<header class=\"page\"><p>公文 <span>gongwen</span></p><p>{}</p></header>\n<main>",
        Label("结构化报告", "structured report")
    )?;
    if documents.len() != 1 {
        write_index(documents, out)?;
    }
    for (number, document) in documents.iter().enumerate() {
        // The index shows what there is; long lists of documents begin folded up.
        let alone = documents.len() == 1;
        write_document(&bytes(document), number + 1, alone, out)?;
    }
    write!(
        out,
        "</main>\n<footer class=\"page\">gongwen {} · {}</footer>\n</body>\n</html>\n",
        env!("CARGO_PKG_VERSION"),
        Label(
            "自动提取，引用前请核对原文",
            "extracted by program; check the original before you quote"
        )
    )
}

/// The document with spans in bytes, whatever it came with.
fn bytes(document: &Document) -> Cow<'_, Document> {
    match document.offsets {
        crate::Offsets::Byte => Cow::Borrowed(document),
        crate::Offsets::Codepoint => Cow::Owned(document.clone().in_bytes()),
    }
}

/// What a document is called: its title, else that of what it encloses, else its file.
fn name(document: &Document) -> Cow<'_, str> {
    let header = &document.header;
    let title = header.title.as_ref().or(header.enclosed_title.as_ref());
    let named = title.or(document.source.name.as_ref());
    named.map_or(Cow::Borrowed("无标题"), |words| Cow::Borrowed(words))
}

/// What is counted, for a document or for all.
#[derive(Default)]
struct Totals {
    counts: [usize; TOTALS.len()],
}

const TOTALS: [Label; 7] = [
    Label("任务", "tasks"),
    Label("责任分工", "responsibilities"),
    Label("机构", "departments"),
    Label("指标", "targets"),
    Label("引用", "citations"),
    Label("修复", "repairs"),
    Label("警告", "warnings"),
];

impl Totals {
    fn of(document: &Document) -> Self {
        let warnings = document
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == Severity::Warning);
        Self {
            counts: [
                document.tasks.len(),
                document
                    .tasks
                    .iter()
                    .map(|task| task.responsibilities.len())
                    .sum(),
                Matrix::new(document).departments(),
                document.targets.len(),
                document.citations.len(),
                document.repairs.len(),
                warnings.count(),
            ],
        }
    }

    fn add(&mut self, other: &Self) {
        for (sum, count) in self.counts.iter_mut().zip(other.counts) {
            *sum += count;
        }
    }
}

/// Place of the departments in [`TOTALS`]: those of all documents are no sum.
const DEPARTMENTS: usize = 2;

/// The part of a document where each of [`TOTALS`] is listed.
const PARTS: [&str; TOTALS.len()] = [
    "tasks",
    "tasks",
    "matrix",
    "targets",
    "citations",
    "repairs",
    "diagnostics",
];

/// Writes a document's counts, each with a link to what it counts.
fn write_counts(totals: &Totals, prefix: &str, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"<ul class=\"totals\">")?;
    for ((count, label), part) in totals.counts.into_iter().zip(TOTALS).zip(PARTS) {
        if count == 0 {
            write!(out, "<li class=\"zero\"><b>0</b>{label}</li>")?;
        } else {
            write!(
                out,
                "<li><a href=\"#{prefix}{part}\"><b>{count}</b>{label}</a></li>"
            )?;
        }
    }
    out.write_all(b"</ul>")
}

fn write_totals(
    documents: usize,
    totals: &Totals,
    out: &mut dyn Write,
) -> io::Result<()> {
    let first = (documents, Label("文件", "documents"));
    let counts = totals.counts.into_iter().zip(TOTALS);
    out.write_all(b"<ul class=\"totals\">")?;
    for (count, label) in std::iter::once(first).chain(counts) {
        let class = if count == 0 { " class=\"zero\"" } else { "" };
        write!(out, "<li{class}><b>{count}</b>{label}</li>")?;
    }
    out.write_all(b"</ul>")
}

fn write_index(documents: &[Document], out: &mut dyn Write) -> io::Result<()> {
    let each: Vec<Totals> = documents.iter().map(Totals::of).collect();
    let mut totals = Totals::default();
    let mut tally = Tally::default();
    for (number, (document, one)) in documents.iter().zip(&each).enumerate() {
        totals.add(one);
        tally.add(number, document);
    }
    totals.counts[DEPARTMENTS] = tally.len();
    write!(
        out,
        "<section class=\"index\" id=\"index\"><h1>{}</h1>",
        Label("总览", "overview")
    )?;
    write_totals(documents.len(), &totals, out)?;
    out.write_all(b"<table class=\"documents\"><thead><tr><th>#</th>")?;
    for label in [
        Label("标题", "title"),
        Label("文种", "genre"),
        Label("成文日期", "issued"),
        Label("任务", "tasks"),
        Label("机构", "depts"),
        Label("指标", "targets"),
        Label("警告", "warnings"),
    ] {
        write!(out, "<th>{label}</th>")?;
    }
    out.write_all(b"</tr></thead><tbody>")?;
    for (number, (document, totals)) in documents.iter().zip(&each).enumerate() {
        let number = number + 1;
        let header = &document.header;
        let genre = header.genre.as_ref().map_or("", |genre| genre.as_str());
        let date = header.date_issued.map(|date| date.to_string());
        let issuers = header.issuing_authorities.join("、");
        write!(
            out,
            "<tr><td>{number}</td><td><a href=\"#d{number}\">{}</a>\
             <span class=\"words\">{}</span></td><td>{}</td><td>{}</td>",
            Escaped(&name(document)),
            Escaped(&issuers),
            Escaped(genre),
            date.unwrap_or_default(),
        )?;
        for count in [0, DEPARTMENTS, 3, 6] {
            write!(out, "<td>{}</td>", totals.counts[count])?;
        }
        out.write_all(b"</tr>")?;
    }
    out.write_all(b"</tbody></table>")?;
    if tally.len() > 0 {
        let label = Label("机构与角色", "departments by role, all documents");
        write!(out, "<h2>{label}</h2>")?;
        tally.write(out)?;
    }
    out.write_all(b"</section>\n")
}

fn write_document(
    document: &Document,
    number: usize,
    alone: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let prefix = format!("d{number}-");
    let (open, title) = (if alone { " open" } else { "" }, name(document));
    let genre = document.header.genre.as_ref();
    write!(
        out,
        "<details class=\"document\"{open}><summary><h2>{}</h2>",
        Escaped(&title)
    )?;
    if let Some(genre) = genre {
        write!(
            out,
            "<span class=\"pill\">{}</span>",
            Escaped(genre.as_str())
        )?;
    }
    // The anchor lies inside, so that following it opens what is folded up.
    write!(out, "</summary><article id=\"d{number}\">")?;
    write_counts(&Totals::of(document), &prefix, out)?;
    listing::write_header(document, out)?;
    write_body(document, &prefix, out)?;
    write_facts(document, &prefix, out)?;
    if !alone {
        let label = Label("回到总览", "back to the overview");
        write!(out, "<p class=\"up\"><a href=\"#index\">↑ {label}</a></p>")?;
    }
    out.write_all(b"</article></details>\n")
}

/// Writes the text between its outline and its legend.
fn write_body(document: &Document, prefix: &str, out: &mut dyn Write) -> io::Result<()> {
    let marks = mark::marks(document);
    write!(
        out,
        "<section class=\"body\"><nav><details class=\"outline\" open><summary>{}</summary>",
        Label("结构", "outline")
    )?;
    text::write_outline(document, prefix, out)?;
    out.write_all(b"</details></nav><div class=\"reading\">")?;
    text::write_legend(&marks, prefix, out)?;
    text::write_text(document, &marks, prefix, out)?;
    out.write_all(b"</div></section>")
}

/// Writes the facts in their tables, those that the document has.
fn write_facts(document: &Document, prefix: &str, out: &mut dyn Write) -> io::Result<()> {
    let matrix = Matrix::new(document);
    let parts: [(usize, &str, Label, &Part<'_>); 8] = [
        (
            matrix.departments(),
            "matrix",
            Label("机构与任务", "departments × tasks"),
            &|out| matrix.write(document, prefix, out),
        ),
        (
            document.targets.len(),
            "targets",
            Label("指标时间线", "targets by deadline"),
            &|out| target::write(document, prefix, out),
        ),
        (
            document.tasks.len(),
            "tasks",
            Label("任务清单", "tasks"),
            &|out| listing::write_tasks(document, prefix, out),
        ),
        (
            document.citations.len(),
            "citations",
            Label("引用文件", "documents cited"),
            &|out| listing::write_citations(document, prefix, out),
        ),
        (
            document.members.len(),
            "members",
            Label("成员名单", "members"),
            &|out| listing::write_members(document, prefix, out),
        ),
        (
            document.diagnostics.len(),
            "diagnostics",
            Label("诊断", "warnings and notes"),
            &|out| listing::write_diagnostics(document, prefix, out),
        ),
        (
            document.repairs.len(),
            "repairs",
            Label("文字修复", "repaired places"),
            &|out| listing::write_repairs(document, prefix, out),
        ),
        (
            document.removed.len(),
            "removed",
            Label("网页残留（已移除）", "removed site chrome"),
            &|out| listing::write_removed(document, out),
        ),
    ];
    for (count, class, label, write) in parts {
        if count == 0 {
            continue;
        }
        // Long lists of lesser interest begin folded up.
        let open = if matches!(class, "removed") {
            ""
        } else {
            " open"
        };
        write!(
            out,
            "<details class=\"part\" id=\"{prefix}{class}\"{open}>\
             <summary><h3>{label}</h3> <b>{count}</b></summary>"
        )?;
        write(out)?;
        out.write_all(b"</details>")?;
    }
    Ok(())
}

type Part<'p> = dyn Fn(&mut dyn Write) -> io::Result<()> + 'p;
