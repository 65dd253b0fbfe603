//! The facts of a document as tables and lists, each linked to its place in the text.

use std::fmt;
use std::io::{self, Write};

use super::html::{Escaped, Label, opening};
use super::matrix;
use super::wording;
use crate::{Document, Header, Severity, Task, TaskKind};

/// Characters of a task's words in its row.
const HEADING: usize = 60;
/// Characters of a removed stretch that are shown.
const REMOVED: usize = 300;

/// Writes the fields around the text proper, those that the document has.
pub(super) fn write_header(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let header = &document.header;
    out.write_all(b"<dl class=\"header\">")?;
    for (field, label, words) in fields(header) {
        if words.is_empty() {
            continue;
        }
        write!(out, "<div><dt>{label}</dt><dd>")?;
        for (nth, word) in words.iter().enumerate() {
            let between = if nth > 0 { "；" } else { "" };
            write!(out, "{between}{}", Escaped(word))?;
        }
        if header.inferred.iter().any(|inferred| inferred == field) {
            let label = Label("推断", "inferred");
            write!(out, " <span class=\"pill\">{label}</span>")?;
        }
        out.write_all(b"</dd></div>")?;
    }
    let source = &document.source;
    write!(
        out,
        "<div><dt>{}</dt><dd>{} · {} · {} · {} · {} B</dd></div></dl>",
        Label("来源文件", "source"),
        Escaped(source.name.as_deref().unwrap_or("—")),
        wording::media(source.media),
        Escaped(&source.encoding),
        wording::script(source.script),
        source.bytes
    )
}

/// The header's fields as words, under the names of the JSON.
fn fields(header: &Header) -> Vec<(&'static str, Label, Vec<String>)> {
    let one = |word: &Option<String>| word.iter().cloned().collect::<Vec<_>>();
    let date = |date: Option<crate::Date>| date.iter().map(ToString::to_string).collect();
    let number = header.document_number.iter();
    vec![
        (
            "enclosed_title",
            Label("所印发文件", "enclosed document"),
            one(&header.enclosed_title),
        ),
        (
            "genre",
            Label("文种", "genre"),
            header.genre.iter().map(ToString::to_string).collect(),
        ),
        (
            "document_number",
            Label("发文字号", "document number"),
            number.map(|number| number.text.clone()).collect(),
        ),
        (
            "issuing_authorities",
            Label("发文机关", "issuing authority"),
            header.issuing_authorities.clone(),
        ),
        (
            "addressees",
            Label("主送机关", "addressees"),
            header.addressees.clone(),
        ),
        (
            "date_issued",
            Label("成文日期", "issued"),
            date(header.date_issued),
        ),
        (
            "date_published",
            Label("发布日期", "published"),
            date(header.date_published),
        ),
        (
            "date_printed",
            Label("印发日期", "printed"),
            date(header.date_printed),
        ),
        (
            "date_effective",
            Label("施行日期", "in force from"),
            date(header.date_effective),
        ),
        (
            "date_expiry",
            Label("失效日期", "in force until"),
            date(header.date_expiry),
        ),
        (
            "classification",
            Label("密级", "classification"),
            one(&header.classification),
        ),
        (
            "urgency",
            Label("紧急程度", "urgency"),
            one(&header.urgency),
        ),
        (
            "signatories",
            Label("签发人", "signatories"),
            header.signatories.clone(),
        ),
        (
            "issue_number",
            Label("期号", "issue"),
            one(&header.issue_number),
        ),
        (
            "region",
            Label("行政区划", "region"),
            one(&header.region.as_ref().map(|region| region.name.clone())),
        ),
        (
            "index_number",
            Label("索引号", "index number"),
            one(&header.index_number),
        ),
        (
            "attachments",
            Label("附件", "attachments"),
            header.attachments.clone(),
        ),
        ("note", Label("附注", "note"), one(&header.note)),
        ("cc", Label("抄送机关", "copies to"), header.cc.clone()),
        (
            "printing_authority",
            Label("印发机关", "printed by"),
            one(&header.printing_authority),
        ),
    ]
}

/// Writes the tasks with their responsibilities and deadlines.
pub(super) fn write_tasks(
    document: &Document,
    prefix: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(b"<table class=\"tasks\"><thead><tr>")?;
    for label in [
        Label("序号", "path"),
        Label("内容", "item"),
        Label("责任单位", "responsible"),
        Label("时限", "deadline"),
    ] {
        write!(out, "<th>{label}</th>")?;
    }
    out.write_all(b"</tr></thead><tbody>")?;
    for (index, task) in document.tasks.iter().enumerate() {
        write!(
            out,
            "<tr id=\"{prefix}lt{index}\"><th><a href=\"#{prefix}t{index}\">{}</a></th>\
             <td>{}",
            Escaped(&task.path),
            Escaped(&matrix::words(task, HEADING)),
        )?;
        if task.kind != TaskKind::Task {
            let kind = wording::task_kind(task.kind);
            write!(out, " <span class=\"pill\">{kind}</span>")?;
        }
        if let Some(strength) = &task.strength {
            write!(out, " <span class=\"pill\">{}</span>", Escaped(strength))?;
        }
        out.write_all(b"</td><td>")?;
        write_responsibilities(task, out)?;
        out.write_all(b"</td><td>")?;
        if let Some(deadline) = task.deadline {
            write!(out, "<b class=\"deadline\">{deadline}</b>")?;
        }
        if let Some(words) = &task.deadline_text {
            write!(out, " <span class=\"words\">{}</span>", Escaped(words))?;
        }
        out.write_all(b"</td></tr>")?;
    }
    out.write_all(b"</tbody></table>")
}

fn write_responsibilities(task: &Task, out: &mut dyn Write) -> io::Result<()> {
    for responsibility in &task.responsibilities {
        let (sign, class) = wording::role_mark(responsibility.role);
        let divided = if responsibility.division_of_work {
            " divided"
        } else {
            ""
        };
        write!(
            out,
            "<div class=\"duty\"><span class=\"role {class}{divided}\">{sign}</span> "
        )?;
        for (nth, department) in responsibility.departments.iter().enumerate() {
            let between = if nth > 0 { "、" } else { "" };
            write!(out, "{between}{}", Escaped(&department.name))?;
        }
        out.write_all(b"</div>")?;
    }
    Ok(())
}

/// Writes the documents cited.
pub(super) fn write_citations(
    document: &Document,
    prefix: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(b"<ul class=\"plain\">")?;
    for (index, citation) in document.citations.iter().enumerate() {
        let title = Escaped(&citation.title);
        write!(out, "<li><a href=\"#{prefix}c{index}\">《{title}》</a>")?;
        if let Some(number) = &citation.document_number {
            write!(
                out,
                " <span class=\"words\">{}</span>",
                Escaped(&number.text)
            )?;
        }
        out.write_all(b"</li>")?;
    }
    out.write_all(b"</ul>")
}

/// Writes the membership lists, one body after the other.
pub(super) fn write_members(
    document: &Document,
    prefix: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut body = None;
    for (index, member) in document.members.iter().enumerate() {
        if body != Some(&member.body) {
            if body.is_some() {
                out.write_all(b"</ul>")?;
            }
            write!(
                out,
                "<h4 class=\"body-name\">{}</h4><ul class=\"members\">",
                Escaped(&member.body)
            )?;
            body = Some(&member.body);
        }
        write!(
            out,
            "<li><span class=\"words\">{}</span> <a href=\"#{prefix}m{index}\">{}</a> {}</li>",
            Escaped(&member.office),
            Escaped(&member.name),
            Escaped(member.affiliation.as_deref().unwrap_or_default())
        )?;
    }
    out.write_all(b"</ul>")
}

/// Writes the repairs: what stood there, what stands there now.
pub(super) fn write_repairs(
    document: &Document,
    prefix: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(b"<ul class=\"plain\">")?;
    for (index, repair) in document.repairs.iter().enumerate() {
        out.write_all(b"<li>")?;
        // What is not certain was left as it stood.
        if repair.from != repair.to {
            write!(out, "<del>{}</del> → ", Escaped(&visible(&repair.from)))?;
        }
        write!(
            out,
            "<a href=\"#{prefix}p{index}\"><ins>{}</ins></a> \
             <span class=\"words\">{}</span>",
            Escaped(&visible(&repair.to)),
            Rule(&repair.rule)
        )?;
        if !repair.certain {
            let label = Label("未定，保留原样", "uncertain, left as it stood");
            write!(out, " <span class=\"pill\">{label}</span>")?;
        }
        if !repair.candidates.is_empty() {
            let candidates = repair.candidates.join(" / ");
            write!(
                out,
                " <span class=\"words\">{}</span>",
                Escaped(&candidates)
            )?;
        }
        out.write_all(b"</li>")?;
    }
    out.write_all(b"</ul>")
}

/// A rule in Chinese, where it is known, with its code.
struct Rule<'r>(&'r str);

impl fmt::Display for Rule<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(words) = wording::rule(self.0) {
            write!(f, "{words} ")?;
        }
        write!(f, "<small lang=\"en\">{}</small>", Escaped(self.0))
    }
}

/// Words that are seen even when there are none.
fn visible(words: &str) -> String {
    if words.is_empty() {
        "∅".to_owned()
    } else {
        words.replace(' ', "␣").replace('\n', "⏎")
    }
}

/// Writes what stripping took away, struck out.
pub(super) fn write_removed(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"<ul class=\"plain\">")?;
    for removed in &document.removed {
        let words = removed.text.replace('\n', "⏎");
        write!(
            out,
            "<li><del>{}</del> <span class=\"words\">{}</span></li>",
            Escaped(&opening(&words, REMOVED)),
            Rule(&removed.rule)
        )?;
    }
    out.write_all(b"</ul>")
}

/// Writes the warnings and notes.
pub(super) fn write_diagnostics(
    document: &Document,
    prefix: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(b"<ul class=\"plain\">")?;
    for (index, diagnostic) in document.diagnostics.iter().enumerate() {
        let class = match diagnostic.severity {
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let severity = wording::severity(diagnostic.severity);
        let words = wording::diagnostic(diagnostic.code);
        write!(out, "<li class=\"{class}\"><b>{severity}</b> ")?;
        if diagnostic.span.is_some() {
            write!(out, "<a href=\"#{prefix}w{index}\">{words}</a>")?;
        } else {
            write!(out, "{words}")?;
        }
        write!(
            out,
            " <span class=\"words\" lang=\"en\">{} <small>{}</small></span></li>",
            Escaped(&diagnostic.message),
            diagnostic.code
        )?;
    }
    out.write_all(b"</ul>")
}
