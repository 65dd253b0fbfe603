//! Tasks: the lowest numbered items, and whatever carries a statement of responsibility.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::deadline;
use super::responsibility::{
    Marker, MarkerState, add, charge_lines, department, duty_lines, find_markers,
    find_statements, heading_statement, read_cell, unit_heading, unit_statement,
};
use super::table::{FactTable, Row};
use super::target::Context;
use crate::diagnostic::Diagnostics;
use crate::grammar::department::{is_han, is_person, read_body};
use crate::lexicon::duty::{Label, closes_with, read_label};
use crate::lexicon::{rows, wording};
use crate::model::{
    Date, Deadline, Department, Genre, Responsibility, Role, SectionKind, Task, TaskKind,
};
use crate::outline::{Node, Outline, Style, printed};
use crate::span::Span;
use crate::strip::Page;
use crate::text::{Needles, head};

/// Han characters behind the last marker of an item that make a part of their own.
const SUBSTANCE: usize = 8;

/// Sentences of an item at the most that one date in its text can govern.
const GOVERNED_SENTENCES: usize = 3;

static FULL_STOP: LazyLock<Needles> = LazyLock::new(|| Needles::of(&["。"]));

/// Words at the head of an item that harden or soften the order.
static STRENGTHS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    rows(include_str!("../lexicon/strength.tsv"))
        .map(|row| row.cell(0))
        .collect()
});

/// The tasks of a document in the order of the text.
pub(super) fn find(
    page: &Page,
    outline: &Outline,
    context: &Context,
    tables: &[FactTable],
    diagnostics: &mut Diagnostics,
) -> Vec<Task> {
    let mut finder = Finder {
        page,
        outline,
        reference: context.due_from,
        genre: context.genre.as_ref(),
        state: MarkerState::default(),
        marked: None,
        numbers: HashMap::new(),
        tables: tables
            .iter()
            .filter(|table| !table.rows.is_empty())
            .map(|table| table.span)
            .collect(),
        cells: cells_of_bodies(tables),
        tasks: Vec::new(),
        diagnostics,
    };
    let mut stretches = outline.unnumbered(page).into_iter().peekable();
    for (index, node) in outline.nodes.iter().enumerate() {
        while let Some(stretch) =
            stretches.next_if(|stretch| stretch.start < node.label.start)
        {
            finder.read_unnumbered(stretch);
        }
        let near = tables.partition_point(|table| table.span.end < node.span.start);
        let table = tables.get(near);
        let is_row = node.is_item()
            && table.is_some_and(|table| table.is_row_of_values(node.span));
        let in_duties = table.is_some_and(|table| table.holds_label(node.label.start));
        if !is_row && !in_duties {
            finder.read_node(index, node);
        }
    }
    for stretch in stretches {
        finder.read_unnumbered(stretch);
    }
    for table in tables {
        for row in &table.rows {
            finder.read_row(table.number, row);
        }
    }
    // A label with nothing behind it orders nothing.
    finder.tasks.retain(|task| !task.text.is_empty());
    finder.tasks.sort_by_key(|task| task.span.start);
    finder.tasks
}

fn cells_of_bodies(tables: &[FactTable]) -> Vec<Span> {
    let rows = tables.iter().flat_map(|table| &table.rows);
    let mut cells: Vec<Span> = rows
        .flat_map(|row| row.roles.iter().map(|&(_, cell)| cell))
        .collect();
    cells.sort_by_key(|cell| (cell.start, cell.end));
    cells
}

struct Finder<'a> {
    page: &'a Page,
    outline: &'a Outline,
    reference: Option<Date>,
    genre: Option<&'a Genre>,
    state: MarkerState,
    /// The item above the last one that has a marker of its own.
    marked: Option<usize>,
    /// How many unlabelled paragraphs each section has given so far.
    numbers: HashMap<String, u32>,
    /// The tables of duties, in the order of the text.
    tables: Vec<Span>,
    /// The cells of tables that name bodies, in the order of the text.
    cells: Vec<Span>,
    tasks: Vec<Task>,
    diagnostics: &'a mut Diagnostics,
}

/// Whether a line opens with the label of a person or a time: 责任领导：张三, 时间节点：6月底.
fn is_field(line: &str) -> bool {
    /// Bytes of such a label at the most.
    const LABEL: usize = 36;
    let Some((label, _)) = head(line.trim_start(), LABEL).split_once(['：', ':']) else {
        return false;
    };
    matches!(read_label(label), Some(Label::Persons | Label::Deadline))
        || is_person(label.trim())
}

/// Takes the person off the name of a body: 区住建局（王明）, but not 各乡镇（街道）.
fn without_person(body: &mut Department) {
    /// Characters of a person's name.
    const PERSON: std::ops::RangeInclusive<usize> = 2..=4;
    let name = body.name.strip_suffix(['）', ')']);
    let Some((own, person)) = name.and_then(|name| name.rsplit_once(['（', '('])) else {
        return;
    };
    let named = PERSON.contains(&person.chars().count())
        && person.chars().all(is_han)
        && !read_body(person).is_body();
    if named && !own.is_empty() {
        *body = department(own);
    }
}

/// What a task is made from.
struct Item<'n> {
    path: String,
    part: Option<u32>,
    label: Option<Span>,
    heading: Option<Span>,
    span: Span,
    kind: TaskKind,
    section: SectionKind,
    node: Option<&'n Node>,
}

impl<'a> Finder<'a> {
    /// The tables of duties in an item, whose cells say nothing of the item.
    fn rows_within(&self, span: Span) -> &[Span] {
        let from = self
            .tables
            .partition_point(|table| table.start < span.start);
        let to = self.tables.partition_point(|table| table.start < span.end);
        &self.tables[from..to.max(from)]
    }

    /// The markers of a stretch, but for those of cells that are read with their row.
    fn markers(&mut self, span: Span) -> Vec<Marker> {
        let mut markers =
            find_markers(&self.page.text, span, &mut self.state, self.diagnostics);
        markers.retain(|marker| {
            let next = self
                .cells
                .partition_point(|cell| cell.end <= marker.span.start);
            self.cells
                .get(next)
                .is_none_or(|cell| cell.start >= marker.span.end)
        });
        markers
    }

    fn read_node(&mut self, index: usize, node: &Node) {
        let mut markers = self.markers(node.own);
        if let Some(parent) = self.paragraph_closed(index, &markers) {
            self.read_closing(parent, &markers);
            markers.clear();
        } else if !markers.is_empty() {
            self.marked = node.parent;
        }
        // A chapter that runs on behind its heading is a lowest item as well, unless it
        // only says what for: `一、总体要求。以…为指导`.
        let orders = !markers.is_empty()
            || node.heading.is_some()
                && matches!(
                    node.kind,
                    SectionKind::Other | SectionKind::Tasks | SectionKind::Safeguards
                );
        let runs_on = !node.inner && !node.headed && orders;
        let lines = if markers.is_empty() {
            self.duty_lines(node.own, node.kind)
        } else {
            Vec::new()
        };
        if node.is_item() || runs_on {
            // （一）市公安局：… is one item about one unit.
            let list = lines.iter().any(|line| line.span.start > node.own.start);
            if !list {
                self.read_leaf(node, &markers);
            } else {
                self.read_duty_list(node, &lines);
            }
        } else {
            markers.extend(lines);
            if markers.is_empty() {
                markers = self.charge_lines(node);
            }
            self.read_section(node, markers);
        }
    }

    /// The paragraphs below a chapter's heading that say who is in charge of what.
    fn charge_lines(&self, node: &Node) -> Vec<Marker> {
        let heading = node.heading.map_or(node.own.start, |heading| heading.end);
        if !node.headed || self.tells(node.kind) {
            return Vec::new();
        }
        let below = Span::new(heading.min(node.own.end), node.own.end);
        let tables = self.rows_within(below);
        if tables.is_empty() {
            charge_lines(&self.page.text, below)
        } else {
            Vec::new()
        }
    }

    /// Whether what stands below a heading tells what has been done and assigns nothing.
    fn tells(&self, section: SectionKind) -> bool {
        matches!(section, SectionKind::Review | SectionKind::Background)
            || matches!(self.genre, Some(Genre::Report | Genre::Bulletin))
    }

    /// The lines of a stretch that open with whose duty they are, but for those of tables.
    fn duty_lines(&self, span: Span, section: SectionKind) -> Vec<Marker> {
        // Who opens a line of an explainer answers a question.
        if self.tells(section) || self.genre == Some(&Genre::Explainer) {
            return Vec::new();
        }
        let mut lines = duty_lines(&self.page.text, span);
        if !lines.is_empty() {
            let tables = self.rows_within(span);
            lines.retain(|line| {
                !tables.iter().any(|table| {
                    table.start < line.span.end && line.span.start < table.end
                })
            });
        }
        lines
    }

    /// A lowest item whose lines open with whose duty they are is as many tasks; what it
    /// says before them is one more.
    fn read_duty_list(&mut self, node: &Node, lines: &[Marker]) {
        let first = lines.first().map_or(node.own.end, |line| line.span.start);
        // The item may open with a unit itself: （一）市公安局：….
        let lead = self.trimmed(node.own.start, first);
        let heading = node.heading.map_or(node.own.start, |heading| heading.end);
        let says = self.has_substance(Span::new(heading.min(lead.end), lead.end));
        let mut parts: Vec<(Span, &[Marker])> = Vec::new();
        if says {
            parts.push((lead, &[]));
        }
        for (index, line) in lines.iter().enumerate() {
            let start = if index == 0 && !says {
                node.own.start
            } else {
                line.span.start
            };
            parts.push((Span::new(start, line.span.end), std::slice::from_ref(line)));
        }
        for (index, (span, markers)) in parts.into_iter().enumerate() {
            self.push_part(node, index, span, markers);
        }
    }

    /// The item whose paragraph a marker closes: one that stands behind the last sentence
    /// of 一是…二是… says who does all of it, when no entry before has one.
    fn paragraph_closed(&self, index: usize, markers: &[Marker]) -> Option<&'a Node> {
        let nodes: &'a [Node] = &self.outline.nodes;
        let node = &nodes[index];
        let [marker] = markers else { return None };
        let text = &self.page.text;
        let words = text[node.own.start..marker.span.start].trim_end();
        let closes = node.style == Style::Run
            && words.ends_with(['。', '；'])
            && text[marker.span.end..node.own.end]
                .trim_matches(['。', '\n', ' '])
                .is_empty();
        let is_last = nodes
            .get(index + 1)
            .is_none_or(|next| next.parent != node.parent || next.style != Style::Run);
        if !closes || !is_last {
            return None;
        }
        let parent = node.parent?;
        let first = nodes[parent..index]
            .iter()
            .position(|before| before.parent == Some(parent))?;
        let entries = Span::new(nodes[parent + first].label.start, node.label.start);
        let alone = self.marked != Some(parent) && !text[entries.range()].contains('\n');
        alone.then_some(&nodes[parent])
    }

    /// A section is a task by the marker that closes its paragraph.
    fn read_closing(&mut self, node: &Node, markers: &[Marker]) {
        let task = self.task(self.whole(node, node.own), markers);
        self.give(node, task.responsibilities);
    }

    /// Makes a section a task by statements that stand outside its own words.
    fn give(&mut self, node: &Node, statements: Vec<Responsibility>) {
        let own = self.tasks.iter().rposition(|task| task.path == node.path);
        let own = own.unwrap_or_else(|| {
            self.tasks.push(self.task(self.whole(node, node.own), &[]));
            self.tasks.len() - 1
        });
        for statement in statements {
            add(&mut self.tasks[own].responsibilities, statement);
        }
    }

    /// A section as a task, with some of its own words.
    fn whole<'n>(&self, node: &'n Node, span: Span) -> Item<'n> {
        Item {
            path: node.path.clone(),
            part: None,
            label: Some(node.label),
            heading: node.heading,
            span,
            kind: self.kind(node),
            section: node.kind,
            node: None,
        }
    }

    /// A lowest item is a task, or as many as it has markers.
    fn read_leaf(&mut self, node: &Node, markers: &[Marker]) {
        let kind = self.kind(node);
        if markers.len() < 2 {
            self.push(
                Item {
                    path: node.path.clone(),
                    part: None,
                    label: Some(node.label),
                    heading: node.heading,
                    span: node.own,
                    kind,
                    section: node.kind,
                    node: Some(node),
                },
                markers,
            );
            return;
        }
        for (index, span) in self.parts(node.own, markers).into_iter().enumerate() {
            let marker = markers.get(index..=index).unwrap_or(&[]);
            self.push_part(node, index, span, marker);
        }
    }

    /// One of the tasks that an item is divided into.
    fn push_part(&mut self, node: &Node, index: usize, span: Span, markers: &[Marker]) {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let first = index == 0;
        let item = Item {
            path: format!("{}#{number}", node.path),
            part: Some(number),
            label: first.then_some(node.label),
            heading: node.heading.filter(|_| first),
            span,
            kind: self.kind(node),
            section: node.kind,
            node: None,
        };
        self.push(item, markers);
    }

    /// The stretches up to each marker, and what stands behind the last one.
    fn parts(&self, own: Span, markers: &[Marker]) -> Vec<Span> {
        let mut start = own.start;
        let mut parts: Vec<Span> = markers
            .iter()
            .map(|marker| {
                let part = self.trimmed(start, marker.span.end);
                start = marker.span.end;
                part
            })
            .collect();
        let rest = self.trimmed(start, own.end);
        if self.has_substance(rest) && !self.closes_document(rest) {
            parts.push(rest);
        }
        parts
    }

    /// Whether words behind the last marker of the last item call on all: （…负责）各地区要…
    /// where no line break sets the closing paragraph apart.
    fn closes_document(&self, rest: Span) -> bool {
        let calls = || wording::closing(&self.page.text[rest.range()]).is_some();
        let own = |node: &&Node| !node.path.starts_with("附件");
        let last = || self.outline.nodes.iter().rfind(own);
        calls() && last().is_none_or(|last| last.own.end <= rest.end)
    }

    fn has_substance(&self, span: Span) -> bool {
        let words = &self.page.text[span.range()];
        words
            .chars()
            .filter(|&c| is_han(c))
            .nth(SUBSTANCE - 1)
            .is_some()
    }

    fn trimmed(&self, start: usize, end: usize) -> Span {
        let words = &self.page.text[start..end.max(start)];
        let stops: &[char] = &[
            '。', '；', ';', '，', ',', '、', ' ', '\n', '\r', '\t', '\u{3000}',
        ];
        let from = start + (words.len() - words.trim_start_matches(stops).len());
        Span::new(from, from.max(start + words.trim_end().len()))
    }

    /// A section is a task when it carries a statement in its own words; paragraphs under
    /// its heading that carry one are tasks of their own.
    fn read_section(&mut self, node: &Node, markers: Vec<Marker>) {
        let head_end = if node.headed {
            let line_end = self.line_end(node.own);
            node.heading
                .map_or(line_end, |heading| heading.end.min(line_end))
        } else {
            node.own.end
        };
        let (own, below): (Vec<_>, Vec<_>) = markers
            .into_iter()
            .partition(|marker| marker.span.start < head_end);
        // A statement may run on over the end of the heading's line.
        let head_end = own
            .last()
            .map_or(head_end, |marker| head_end.max(marker.span.end));
        let kind = self.kind(node);
        let span = if below.is_empty() {
            node.own
        } else {
            Span::new(node.own.start, head_end)
        };
        let mut task = self.task(self.whole(node, span), &own);
        if let Some(heading) = node.heading
            && task.responsibilities.is_empty()
            && !self.tells(node.kind)
            && self.is_only_heading(node, heading)
            && self.is_among_duties(node)
        {
            unit_heading(&self.page.text, heading, &mut task.responsibilities);
        }
        if !task.responsibilities.is_empty() {
            self.tasks.push(task);
        }
        self.read_paragraphs(Span::new(head_end, node.own.end), &below, &node.path, kind);
    }

    /// Whether an item says nothing itself but its heading, which all below it is said of.
    fn is_only_heading(&self, node: &Node, heading: Span) -> bool {
        let rest = &self.page.text[heading.end.min(node.own.end)..node.own.end];
        rest.trim_matches(['：', ':', '。', '\n', '\r', ' ', '\u{3000}'])
            .is_empty()
    }

    fn line_end(&self, span: Span) -> usize {
        self.page.text[span.range()]
            .find('\n')
            .map_or(span.end, |offset| span.start + offset)
    }

    /// Text outside all items: paragraphs that carry a marker are tasks.
    fn read_unnumbered(&mut self, stretch: Span) {
        let mut markers = self.markers(stretch);
        let Some(holder) = self.holder(stretch) else {
            if markers.is_empty() {
                markers = self.duty_lines(stretch, SectionKind::Other);
            }
            self.read_paragraphs(stretch, &markers, "", TaskKind::Task);
            return;
        };
        let kind = self.kind(holder);
        self.read_paragraphs(stretch, &markers, &holder.path, kind);
        if markers.is_empty() {
            let statements = self.responsibilities(&self.whole(holder, stretch), &[]);
            if !statements.is_empty() {
                self.give(holder, statements);
            }
        }
    }

    /// The item that goes on behind a list inside one of its paragraphs.
    fn holder(&self, stretch: Span) -> Option<&'a Node> {
        let nodes: &'a [Node] = &self.outline.nodes;
        let next = nodes.partition_point(|node| node.label.start <= stretch.start);
        let last = &nodes[next.checked_sub(1)?];
        let holder = &nodes[last.parent.filter(|_| last.style == Style::Run)?];
        (stretch.end <= holder.span.end).then_some(holder)
    }

    /// The unlabelled paragraphs that carry markers, one task for each marker.
    fn read_paragraphs(
        &mut self,
        span: Span,
        markers: &[Marker],
        section: &str,
        kind: TaskKind,
    ) {
        let mut start = span.start;
        for marker in markers {
            let paragraph = if marker.is_paragraph {
                marker.span.start
            } else {
                self.paragraph_start(start, marker.span.start)
            };
            let part = self.trimmed(paragraph, marker.span.end);
            start = marker.span.end;
            let number = self.numbers.entry(section.to_owned()).or_insert(0);
            *number += 1;
            let item = Item {
                path: format!("{section}#{number}"),
                part: Some(*number),
                label: None,
                heading: None,
                span: part,
                kind,
                section: SectionKind::Other,
                node: None,
            };
            self.push(item, std::slice::from_ref(marker));
        }
    }

    /// Where the paragraph that a marker ends begins. A marker on a line of its own belongs
    /// to the paragraph above it, and so do lines that only say who or when before it:
    /// `责任领导：张三`.
    fn paragraph_start(&self, from: usize, marker: usize) -> usize {
        /// Such lines between a marker and its paragraph at the most.
        const FIELDS: usize = 4;
        let mut words = self.page.text[from..marker].trim_end();
        for _ in 0..FIELDS {
            let Some(offset) = words.rfind('\n') else {
                return from;
            };
            let above = words[..offset].trim_end();
            if above.is_empty() || !is_field(&words[offset..]) {
                return from + offset;
            }
            words = above;
        }
        words.rfind('\n').map_or(from, |offset| from + offset)
    }

    /// A row of a table of duties is a task.
    fn read_row(&mut self, table: u32, row: &Row) {
        let text = &self.page.text;
        let item = Item {
            path: row.path(table),
            part: row.part,
            label: None,
            heading: None,
            span: self.trimmed(row.task.start, row.task.end),
            kind: TaskKind::Task,
            section: SectionKind::Tasks,
            node: None,
        };
        let mut task = self.task(item, &[]);
        let mut list = Vec::new();
        // Who leads needs no place in a list where a column says it.
        let told = row.roles.iter().any(|&(role, _)| role == Role::Lead);
        let unranked = MarkerState::default();
        let state = if told { &unranked } else { &self.state };
        for &(role, cell) in &row.roles {
            for mut statement in read_cell(text, cell, role, state) {
                if row.persons {
                    statement.departments.iter_mut().for_each(without_person);
                }
                add(&mut list, statement);
            }
        }
        for statement in task.responsibilities {
            add(&mut list, statement);
        }
        task.responsibilities = list;
        if let Some(words) = row.deadline.map(|cell| &text[cell.range()])
            && let Some(deadline) =
                deadline::read_deadline(words, self.reference_at(row.task.start))
        {
            task.deadline = Some(deadline);
            task.deadline_text = Some(words.to_owned());
        }
        self.tasks.push(task);
    }

    fn push(&mut self, item: Item<'_>, markers: &[Marker]) {
        let task = self.task(item, markers);
        self.tasks.push(task);
    }

    fn task(&self, item: Item<'_>, markers: &[Marker]) -> Task {
        let text = &self.page.text;
        let words = &text[item.span.range()];
        let (deadline, deadline_text) = self.deadline(&item, markers);
        Task {
            responsibilities: self.responsibilities(&item, markers),
            path: item.path,
            part: item.part,
            kind: item.kind,
            label: item.label.map(|label| printed(&text[label.range()])),
            heading: item.heading.map(|heading| text[heading.range()].to_owned()),
            text: words.to_owned(),
            span: item.span,
            source_span: None,
            strength: strength(words).map(str::to_owned),
            deadline,
            deadline_text,
        }
    }

    fn responsibilities(
        &self,
        item: &Item<'_>,
        markers: &[Marker],
    ) -> Vec<Responsibility> {
        let mut list = Vec::new();
        for statement in markers.iter().flat_map(|marker| &marker.responsibilities) {
            add(&mut list, statement.clone());
        }
        // What a review tells has been done, and a report assigns nothing.
        if !self.tells(item.section) {
            let mut apart: Vec<_> = markers.iter().map(|marker| marker.span).collect();
            let rows = self.rows_within(item.span);
            if !rows.is_empty() {
                apart.extend(rows);
                apart.sort_by_key(|span| span.start);
            }
            if markers.is_empty()
                && let Some((Label::Bodies(role), below)) = self.label_above(item)
            {
                let cell = read_cell(&self.page.text, below, role, &self.state);
                cell.into_iter()
                    .for_each(|statement| add(&mut list, statement));
            }
            if let Some(node) = item.node
                && markers.is_empty()
            {
                heading_statement(&self.page.text, item.span, &mut list);
                if list.is_empty() && self.is_among_duties(node) {
                    unit_statement(&self.page.text, item.span, &mut list);
                }
            }
            find_statements(&self.page.text, item.span, &apart, &mut list);
        }
        list
    }

    /// The label that an item's heading is, with what stands below it: （三）完成时限, and 10月底前 on
    /// the next line.
    fn label_above(&self, item: &Item<'_>) -> Option<(Label, Span)> {
        /// Bytes of what stands below it at the most.
        const BELOW: usize = 600;
        let heading = item
            .heading
            .filter(|heading| item.span.contains(*heading))?;
        let below = self.trimmed(heading.end, item.span.end);
        let parted = self.page.text[heading.end..below.start].contains('\n');
        if !parted || below.is_empty() || below.len() > BELOW {
            return None;
        }
        Some((read_label(&self.page.text[heading.range()])?, below))
    }

    /// Whether a heading above an item says that duties follow: `二、职责分工`.
    fn is_among_duties(&self, node: &Node) -> bool {
        /// Levels of the outline above an item that are looked at.
        const LEVELS: usize = 2;
        let above = |node: &Node| Some(&self.outline.nodes[node.parent?]);
        std::iter::successors(above(node), |&parent| above(parent))
            .take(LEVELS)
            .filter_map(|parent| parent.heading)
            .any(|heading| {
                let words = self.page.text[heading.range()].trim_end_matches(['：', ':']);
                closes_with("chapter", words).is_some()
            })
    }

    /// By when: as the marker says, the heading, or the item's only date.
    fn deadline(
        &self,
        item: &Item<'_>,
        markers: &[Marker],
    ) -> (Option<Deadline>, Option<String>) {
        let text = &self.page.text;
        let words = &text[item.span.range()];
        let reference = self.reference_at(item.span.start);
        let stated = markers.iter().find_map(|marker| marker.deadline);
        let stated = match stated {
            Some(span) => Some(&text[span.range()]),
            None => deadline::labelled(words).or_else(|| {
                let (label, below) = self.label_above(item)?;
                let below = &text[below.range()];
                let short = below.chars().count() <= deadline::LONGEST_STATED;
                (label == Label::Deadline && short && !below.contains('\n'))
                    .then_some(below)
            }),
        };
        if let Some(words) = stated
            && let Some(deadline) = deadline::read_deadline(words, reference)
        {
            return (Some(deadline), Some(words.to_owned()));
        }
        let heading = item.heading.map(|heading| &text[heading.range()]);
        let governable = item.kind == TaskKind::Task
            && FULL_STOP.places(words).nth(GOVERNED_SENTENCES).is_none();
        let governing = heading
            .and_then(|heading| {
                deadline::governing_date(heading, reference)
                    .map(|(date, span)| (date, &heading[span.range()]))
            })
            .or_else(|| {
                let planned = item.kind != TaskKind::Review;
                planned
                    .then(|| deadline::bracketed_date(words, reference))
                    .flatten()
            })
            .or_else(|| {
                let found = governable
                    .then(|| deadline::governing_date(words, reference))
                    .flatten();
                found.map(|(date, span)| (date, &words[span.range()]))
            });
        match governing {
            Some((deadline, words)) => (Some(deadline), Some(words.to_owned())),
            None => (None, None),
        }
    }

    /// What a month of no year is reckoned from: the year of a heading above, or the document.
    fn reference_at(&self, at: usize) -> Option<Date> {
        let headings = self.outline.headings_above(at);
        let headings = headings.map(|heading| &self.page.text[heading.range()]);
        deadline::year_of_headings(headings).or(self.reference)
    }

    /// What an item is, from its section and the genre.
    fn kind(&self, node: &Node) -> TaskKind {
        let heading = node.heading.map(|heading| &self.page.text[heading.range()]);
        match node.kind {
            SectionKind::Principles
                if heading.and_then(wording::section_kind)
                    == Some(SectionKind::Goals) =>
            {
                TaskKind::Goal
            }
            SectionKind::Goals => TaskKind::Goal,
            SectionKind::Principles => TaskKind::Principle,
            SectionKind::Safeguards => TaskKind::Safeguard,
            SectionKind::Review => TaskKind::Review,
            SectionKind::Provisions => TaskKind::Provision,
            SectionKind::Background => TaskKind::Other,
            // 已新增服务点235个 has been done, whatever the document is.
            SectionKind::Other if self.page.text[node.own.start..].starts_with('已') => {
                TaskKind::Review
            }
            // 主要任务 of rules that put something into practice (实施细则).
            SectionKind::Tasks if self.genre == Some(&Genre::DetailedRules) => {
                TaskKind::Task
            }
            _ => match self.genre {
                Some(
                    Genre::Announcement
                    | Genre::PublicNotice
                    | Genre::Order
                    | Genre::Reply
                    | Genre::Measures
                    | Genre::Provisions
                    | Genre::DetailedRules
                    | Genre::Regulations,
                ) => TaskKind::Provision,
                Some(Genre::Bulletin | Genre::Communique) => TaskKind::Review,
                // What is attached to a circular is what it praises or blames.
                Some(Genre::Circular) if node.kind == SectionKind::Attachment => {
                    TaskKind::Review
                }
                // What an explainer tells in its own order is no order.
                Some(Genre::Explainer) if node.kind == SectionKind::Other => {
                    TaskKind::Other
                }
                _ => TaskKind::Task,
            },
        }
    }
}

/// The word at the head of an item that hardens or softens the order.
fn strength(words: &str) -> Option<&'static str> {
    STRENGTHS
        .iter()
        .find(|word| words.starts_with(**word))
        .copied()
}

#[cfg(test)]
mod tests {
    use super::TaskKind;
    use crate::parse;

    /// The tasks that have bodies, as path and first body.
    #[track_caller]
    fn duties(items: &str, expected: &[(&str, &str)]) {
        let text = format!("某市人民政府关于加强绿化工作的意见\n一、重点任务\n{items}");
        let document = parse(text.as_bytes()).unwrap().document;
        let found: Vec<_> = document
            .tasks
            .iter()
            .filter_map(|task| {
                let body = task.responsibilities.first()?.departments.first()?;
                Some((task.path.as_str(), body.name.as_str()))
            })
            .collect();
        assert_eq!(found, expected, "{items}");
    }

    #[test]
    fn a_marker_behind_the_last_entry_of_a_paragraph_closes_the_paragraph() {
        duties(
            "（一）建设公园。一是完善规划。二是加强管护。（牵头单位：市园林局）\n（二）其他。\n",
            &[("一.(一)", "市园林局")],
        );
        duties(
            "（一）建设公园。一是完善规划（牵头单位：市规划局）。二是加强管护。（牵头单位：市园林局）\n",
            &[("一.(一).是1", "市规划局"), ("一.(一).是2", "市园林局")],
        );
        duties(
            "（一）建设公园\n一是完善规划。\n二是加强管护。（牵头单位：市园林局）\n",
            &[("一.(一).是2", "市园林局")],
        );
        duties(
            "（一）完善规划（牵头单位：市规划局）。\n（二）加强管护（责任单位：市园林局、市财政局）；\n",
            &[("一.(一)", "市规划局"), ("一.(二)", "市园林局")],
        );
    }

    #[test]
    fn lines_that_say_who_or_when_part_no_paragraph_from_its_marker() {
        for fields in [
            "责任领导：李强（副县长）\n",
            "责任人：李强，",
            "分管领导：李强\n时间节点：6月底前\n",
        ] {
            let text = format!(
                "某县2023年民生实事责任分工\n一、饮水工程\n建设内容：改造水厂3座。\n\
                 {fields}责任单位：县水利局\n二、道路工程\n其他。\n"
            );
            let document = parse(text.as_bytes()).unwrap().document;
            let task = &document.tasks[0];
            assert_eq!(task.responsibilities[0].departments[0].name, "县水利局");
            assert!(task.text.starts_with("建设内容"), "{}", task.text);
        }
    }

    #[test]
    fn an_item_that_opens_with_what_was_done_looks_back() {
        let text = "10件实事完成情况公布。\n（一）已新增老年助餐服务点235个。\n（二）继续新增助餐服务点。\n";
        let document = parse(text.as_bytes()).unwrap().document;
        let kinds: Vec<_> = document.tasks.iter().map(|task| task.kind).collect();
        assert_eq!(kinds, [TaskKind::Review, TaskKind::Task]);
    }

    #[test]
    fn reports_of_all_kinds_look_back_but_for_what_comes_next() {
        for title in [
            "某市2021年政务公开工作总结",
            "某市关于办理代表建议情况的报告",
            "某市政府信息公开工作年度报告",
        ] {
            let text = format!(
                "{title}\n一、工作开展情况\n（一）完善制度。修订制度6项。\n二、存在问题\n（一）力度不够。\n\
                 三、下一步工作打算\n（一）加强培训。落实责任。\n"
            );
            let document = parse(text.as_bytes()).unwrap().document;
            let kinds: Vec<_> = document.tasks.iter().map(|task| task.kind).collect();
            assert_eq!(
                kinds,
                [TaskKind::Review, TaskKind::Review, TaskKind::Task],
                "{title}"
            );
        }
    }

    #[test]
    fn what_calls_on_all_behind_the_last_marker_is_no_task() {
        for (words, parts) in [
            ("各地区要完善工作机制，一体化推进相关改革。", 2),
            ("各地区、各部门要加强协同配合，形成改革合力。", 2),
            ("各县（市、区）、各有关部门要高度重视，抓好落实。", 2),
            ("推广使用电子证照，提升办事服务效率和水平。", 3),
        ] {
            let text = format!(
                "某市人民政府关于加强绿化工作的意见\n一、任务（一）完善规划。（市规划局负责）\
                 （二）建设公园。（市园林局负责）加强管护。（市财政局负责）{words}\n"
            );
            let document = parse(text.as_bytes()).unwrap().document;
            let of_last = document
                .tasks
                .iter()
                .filter(|task| task.path.starts_with("一.(二)"));
            assert_eq!(of_last.count(), parts, "{words}");
        }
        // Within the list it is what the item says.
        let text = "某市人民政府关于加强绿化工作的意见\n一、任务\n\
                    （一）建设公园。（市园林局负责）加强管护。（市财政局负责）各地区要完善工作机制，推进改革。\n\
                    （二）完善规划。（市规划局负责）\n";
        let document = parse(text.as_bytes()).unwrap().document;
        assert_eq!(document.tasks.len(), 4);
    }

    #[test]
    fn paragraphs_below_a_chapter_that_charge_bodies_are_tasks_of_their_own() {
        duties(
            "二、职责分工\n各部门要密切协作。\n市教育局负责师资，指导学校开展训练。\n\n\
             市体育局、市财政局具体负责赛事和经费。\n各街道要结合实际，负责场地建设。\n\
             由团市委牵头开展活动。\n企业应当参与。\n",
            &[
                ("二#1", "市教育局"),
                ("二#2", "市体育局"),
                ("二#3", "各街道"),
                ("二#4", "团市委"),
            ],
        );
        // One alone is the chapter's, and so is what one paragraph says of several.
        duties(
            "二、组织领导\n市教育局负责师资。\n各部门要密切协作。\n",
            &[("二", "市教育局")],
        );
        duties(
            "二、组织领导\n市教育局负责师资，市体育局负责赛事。\n各部门要密切协作。\n",
            &[("二", "市教育局")],
        );
        // An item keeps what its sentences say.
        duties(
            "（一）职责分工\n市教育局负责师资。\n市体育局负责赛事。\n（二）其他。\n",
            &[("一.(一)", "市教育局")],
        );
    }

    #[test]
    fn lists_of_duties_are_as_many_tasks() {
        duties(
            "（一）成员单位职责\n市公安局：负责现场警戒。\n市财政局：保障应急资金。\n（二）其他。\n",
            &[("一.(一)#1", "市公安局"), ("一.(一)#2", "市财政局")],
        );
        // What is said before them is one of its own.
        duties(
            "（一）职责\n各成员单位按照职责分工做好工作。\n市公安局：负责现场警戒。\n市财政局：保障应急资金。\n",
            &[
                ("一.(一)#1", "各成员单位"),
                ("一.(一)#2", "市公安局"),
                ("一.(一)#3", "市财政局"),
            ],
        );
        duties(
            "二、职责\n市公安局：负责现场警戒。\n市财政局：保障应急资金。\n",
            &[("二#1", "市公安局"), ("二#2", "市财政局")],
        );
        duties(
            "（一）市公安局：负责现场警戒。\n",
            &[("一.(一)", "市公安局")],
        );
        let text =
            "某县抗旱责任分工\n县水利局：负责水源调度。\n县住建局：负责城市供水。\n";
        let document = parse(text.as_bytes()).unwrap().document;
        let texts: Vec<_> = document.tasks.iter().map(|task| &task.text).collect();
        assert_eq!(
            texts,
            ["县水利局：负责水源调度。", "县住建局：负责城市供水。"]
        );
    }

    #[test]
    fn a_heading_may_be_the_label_of_what_stands_below_it() {
        let text = "某县2022年民生实事任务分解方案\n一、养老服务工程\n（一）目标任务\n\
                    新建社区养老服务站12个。\n（二）牵头单位\n县民政局\n（三）责任单位\n\
                    县财政局、县住房城乡建设局\n（四）完成时限\n10月底前\n";
        let document = parse(text.as_bytes()).unwrap().document;
        let found: Vec<_> = document
            .tasks
            .iter()
            .flat_map(|task| {
                let bodies = task.responsibilities.iter();
                let bodies = bodies.flat_map(|duty| &duty.departments);
                bodies.map(|body| (task.path.as_str(), body.name.as_str()))
            })
            .collect();
        assert_eq!(
            found,
            [
                ("一.(二)", "县民政局"),
                ("一.(三)", "县财政局"),
                ("一.(三)", "县住房城乡建设局"),
            ]
        );
        let deadline = document.tasks[3].deadline.unwrap().to_string();
        assert_eq!(deadline, "2022-10");
        // The label and the date on lines of their own, behind those of bodies.
        let text = "某县2022年民生实事任务分解方案\n一、养老工程\n新建养老院2所。\n\
                    牵头单位：\n县民政局\n完成时限：\n10月底前\n";
        let document = parse(text.as_bytes()).unwrap().document;
        assert_eq!(document.tasks[0].deadline.unwrap().to_string(), "2022-10");
    }

    #[test]
    fn units_that_head_the_items_of_a_chapter_of_duties() {
        // A full stop closes the name, and short names are told by their place.
        duties(
            "二、职责分工\n1.街道消委办。牵头开展宣传。\n2.派出所。配合开展检查工作。\n\
             3.服务办。做好信息收集工作。\n4.各村（社区）。落实属地责任，开展排查。\n",
            &[
                ("二.1", "街道消委办"),
                ("二.2", "派出所"),
                ("二.3", "服务办"),
                ("二.4", "各村（社区）"),
            ],
        );
        // The heading may say that its body's duties follow.
        duties(
            "二、部门职责\n（一）县教育局职责：审核校车。\n（二）县公安局主要职责\n查处违法行为。\n\
             （三）县委宣传部的职责：开展舆论宣传工作。\n",
            &[
                ("二.(一)", "县教育局"),
                ("二.(二)", "县公安局"),
                ("二.(三)", "县委宣传部"),
            ],
        );
        // What a body does may be a list below its name.
        duties(
            "二、责任分工\n（一）县公安局\n1.维护道路秩序。\n2.查处违法行为。\n\
             （二）县农机局：一是开展农机检查；二是查处无牌行为。\n",
            &[("二.(一)", "县公安局"), ("二.(二)", "县农机局")],
        );
        // Elsewhere a name with a full stop is what the item is about.
        duties("（一）服务办。完善服务办的设施设备。\n", &[]);
        duties("二、职责分工\n1.加强宣传。提高群众知晓率和满意度。\n", &[]);
        // Whose members are listed.
        duties(
            "二、组织机构和职责\n（一）县应急指挥部\n总指挥：县长。\n1.决定启动响应。\n2.发布信息。\n",
            &[],
        );
    }
}
