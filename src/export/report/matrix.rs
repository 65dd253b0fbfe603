//! Who does what: departments against tasks, with roles.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};

use super::html::{Escaped, Label, opening};
use super::wording;
use crate::{Department, Document, Role, Task};

/// Cells of the matrix at most; a larger one is listed by department instead.
const CELLS: usize = 20_000;
/// Characters of a task's words beside its row.
const HEADING: usize = 30;

/// A department of a document and its tasks.
struct Column<'d> {
    department: &'d Department,
    /// Tasks by number: the roles in them, and whether 按职责分工 governs.
    tasks: BTreeMap<usize, Vec<(Role, bool)>>,
}

/// The departments of a document, those with most tasks first.
pub(super) struct Matrix<'d> {
    columns: Vec<Column<'d>>,
    /// Tasks that name a department.
    rows: Vec<usize>,
}

impl<'d> Matrix<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        let mut columns: Vec<Column<'d>> = Vec::new();
        let mut known: HashMap<&str, usize> = HashMap::new();
        let mut rows = Vec::new();
        for (row, task) in document.tasks.iter().enumerate() {
            let mut named = false;
            for (department, role) in duties(task) {
                named = true;
                let column = *known.entry(&department.name).or_insert_with(|| {
                    columns.push(Column {
                        department,
                        tasks: BTreeMap::new(),
                    });
                    columns.len() - 1
                });
                let roles = columns[column].tasks.entry(row).or_default();
                if !roles.contains(&role) {
                    roles.push(role);
                }
            }
            if named {
                rows.push(row);
            }
        }
        // A stable sort: departments with as many tasks keep the order of the text.
        columns.sort_by_key(|column| std::cmp::Reverse(column.tasks.len()));
        Self { columns, rows }
    }

    /// How many departments are named.
    pub(super) fn departments(&self) -> usize {
        self.columns.len()
    }

    /// Writes the matrix, or a list where it would be too large to read.
    pub(super) fn write(
        &self,
        document: &Document,
        prefix: &str,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        write_key(out)?;
        if self.columns.len().saturating_mul(self.rows.len()) > CELLS {
            return self.write_list(document, prefix, out);
        }
        out.write_all(b"<div class=\"scroll\"><table class=\"matrix\"><thead><tr><th>")?;
        write!(out, "{}</th>", Label("任务", "task"))?;
        for column in &self.columns {
            let department = column.department;
            let kind = wording::department_kind(department.kind).0;
            let canonical = department.canonical.as_deref().unwrap_or(kind);
            write!(
                out,
                "<th title=\"{} · {} · {kind}\"><span>{}</span></th>",
                Escaped(&department.name),
                Escaped(canonical),
                Escaped(&department.name)
            )?;
        }
        out.write_all(b"</tr></thead><tbody>")?;
        for &row in &self.rows {
            let task = &document.tasks[row];
            write!(
                out,
                "<tr><th><a href=\"#{prefix}t{row}\"><b>{}</b> {}</a></th>",
                Escaped(&task.path),
                Escaped(&words(task, HEADING))
            )?;
            for column in &self.columns {
                match column.tasks.get(&row) {
                    Some(roles) => write_cell(roles, out)?,
                    None => out.write_all(b"<td></td>")?,
                }
            }
            out.write_all(b"</tr>")?;
        }
        out.write_all(b"</tbody><tfoot><tr><th>")?;
        write!(out, "{}</th>", Label("合计", "total"))?;
        for column in &self.columns {
            write!(out, "<td>{}</td>", column.tasks.len())?;
        }
        out.write_all(b"</tr></tfoot></table></div>")
    }

    fn write_list(
        &self,
        document: &Document,
        prefix: &str,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        out.write_all(b"<dl class=\"duties\">")?;
        for column in &self.columns {
            let name = Escaped(&column.department.name);
            write!(out, "<dt>{name} <b>{}</b></dt><dd>", column.tasks.len())?;
            for (row, roles) in &column.tasks {
                let path = Escaped(&document.tasks[*row].path);
                write!(out, "<a href=\"#{prefix}t{row}\">{path}</a>")?;
                write_roles(roles, out)?;
                out.write_all(b" ")?;
            }
            out.write_all(b"</dd>")?;
        }
        out.write_all(b"</dl>")
    }
}

/// The departments of a task in the order named, each with its role and whether
/// 按职责分工 governs it.
fn duties(task: &Task) -> impl Iterator<Item = (&Department, (Role, bool))> {
    task.responsibilities.iter().flat_map(|responsibility| {
        let role = (responsibility.role, responsibility.division_of_work);
        responsibility
            .departments
            .iter()
            .map(move |department| (department, role))
    })
}

/// What a task is called: its heading, or its first words before anyone is named.
pub(super) fn words(task: &Task, most: usize) -> String {
    if let Some(heading) = &task.heading {
        return opening(heading, most);
    }
    let marker = task.responsibilities.iter();
    let marker = marker.map(|responsibility| responsibility.span.start).min();
    let before = marker
        .and_then(|start| start.checked_sub(task.span.start))
        .and_then(|length| task.text.get(..length))
        .filter(|words| !words.trim().is_empty());
    opening(before.unwrap_or(&task.text), most)
}

fn write_cell(roles: &[(Role, bool)], out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"<td>")?;
    write_roles(roles, out)?;
    out.write_all(b"</td>")
}

fn write_roles(roles: &[(Role, bool)], out: &mut dyn Write) -> io::Result<()> {
    for &(role, division_of_work) in roles {
        let (sign, class) = wording::role_mark(role);
        let divided = if division_of_work { " divided" } else { "" };
        write!(out, "<span class=\"role {class}{divided}\">{sign}</span>")?;
    }
    Ok(())
}

fn write_key(out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"<p class=\"key\">")?;
    for role in [Role::Lead, Role::Responsible, Role::Cooperating] {
        out.write_all(b"<span>")?;
        write_roles(&[(role, false)], out)?;
        write!(out, " {}</span>", wording::role(role))?;
    }
    out.write_all(b"<span>")?;
    write_roles(&[(Role::Responsible, true)], out)?;
    write!(
        out,
        " {}</span></p>",
        Label("按职责分工", "each within its own duties")
    )
}

/// How often each department of several documents is named in each role, by its canonical
/// name where it has one.
#[derive(Default)]
pub(super) struct Tally<'d> {
    departments: BTreeMap<&'d str, Counts>,
}

#[derive(Default)]
struct Counts {
    documents: usize,
    /// The last document that named it.
    last: Option<usize>,
    roles: [usize; 3],
}

/// Departments of the tally that the page shows.
const SHOWN: usize = 30;

impl<'d> Tally<'d> {
    pub(super) fn add(&mut self, number: usize, document: &'d Document) {
        for (department, (role, _)) in document.tasks.iter().flat_map(duties) {
            let name = department.canonical.as_deref().unwrap_or(&department.name);
            let counts = self.departments.entry(name).or_default();
            if counts.last != Some(number) {
                counts.last = Some(number);
                counts.documents += 1;
            }
            counts.roles[role as usize] += 1;
        }
    }

    pub(super) fn len(&self) -> usize {
        self.departments.len()
    }

    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut list: Vec<_> = self.departments.iter().collect();
        list.sort_by_key(|(_, counts)| {
            let all: usize = counts.roles.iter().sum();
            std::cmp::Reverse((all, counts.documents))
        });
        let most: usize = list
            .first()
            .map_or(1, |(_, counts)| counts.roles.iter().sum());
        write_key(out)?;
        out.write_all(b"<ul class=\"tally\">")?;
        for (name, counts) in list.iter().take(SHOWN) {
            write!(
                out,
                "<li><span>{}</span><svg viewBox=\"0 0 200 10\" \
                 preserveAspectRatio=\"none\" aria-hidden=\"true\">",
                Escaped(name)
            )?;
            let mut x = 0;
            for (role, count) in [Role::Lead, Role::Responsible, Role::Cooperating]
                .iter()
                .zip(counts.roles)
            {
                let width = count * 200 / most.max(1);
                let class = wording::role_mark(*role).1;
                write!(
                    out,
                    "<rect class=\"{class}\" x=\"{x}\" y=\"0\" width=\"{width}\" \
                     height=\"10\"/>"
                )?;
                x += width;
            }
            let [lead, responsible, cooperating] = counts.roles;
            write!(
                out,
                "</svg><b><span class=\"lead\">{lead}</span> \
                 <span class=\"resp\">{responsible}</span> \
                 <span class=\"coop\">{cooperating}</span></b></li>"
            )?;
        }
        out.write_all(b"</ul>")?;
        if list.len() > SHOWN {
            write!(
                out,
                "<p class=\"none\">… {}</p>",
                Label("其余机构见各文件", "the others stand in their documents")
            )?;
        }
        Ok(())
    }
}
