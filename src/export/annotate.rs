//! Documents with their facts marked, for people who correct them: Label Studio and brat.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::Entry;
use super::facts::word;
use crate::span::CharIndex;
use crate::{Responsibility, Span, Target, Task};

/// Labels of places and the header's fields that each takes its places from.
const HEADER_LABELS: &[(&str, &[&str])] = &[
    ("Title", &["title", "enclosed_title"]),
    ("DocumentNumber", &["document_number"]),
    ("IssuingAuthority", &["issuing_authorities"]),
    ("Addressee", &["addressees", "cc"]),
    (
        "Date",
        &[
            "date_issued",
            "date_printed",
            "date_effective",
            "date_expiry",
        ],
    ),
];

/// Labels of places in the text, each with a colour.
const LABELS: &[(&str, &str)] = &[
    ("Title", "#8a5a00"),
    ("DocumentNumber", "#b8860b"),
    ("IssuingAuthority", "#6b8e23"),
    ("Addressee", "#9acd32"),
    ("Date", "#20b2aa"),
    ("Section", "#708090"),
    ("Task", "#4682b4"),
    ("Responsibility", "#c71585"),
    ("Department", "#ff7f50"),
    ("Target", "#228b22"),
    ("Citation", "#9370db"),
    ("Member", "#cd853f"),
    ("Repair", "#dc143c"),
];

/// What a place may further say: attribute, the label it belongs to, and its words.
const CHOICES: &[(&str, &str, &[&str])] = &[
    (
        "kind",
        "Task",
        &[
            "task",
            "goal",
            "principle",
            "safeguard",
            "review",
            "provision",
            "other",
        ],
    ),
    (
        "role",
        "Responsibility",
        &["lead", "responsible", "cooperating"],
    ),
    (
        "comparator",
        "Target",
        &[
            "equal",
            "at_least",
            "more_than",
            "at_most",
            "less_than",
            "about",
        ],
    ),
    ("change", "Target", &["level", "increase", "decrease"]),
    ("status", "Target", &["planned", "achieved", "condition"]),
];

/// Attributes with free words, and the label each belongs to.
const WORDS: &[(&str, &str)] = &[
    ("deadline", "Task"),
    ("canonical", "Department"),
    ("indicator", "Target"),
    ("value", "Target"),
    ("unit", "Target"),
    ("reached_by", "Target"),
];

/// A marked place.
#[derive(Debug)]
struct Mark {
    label: &'static str,
    span: Span,
    attributes: Vec<(&'static str, String)>,
    /// The mark it belongs to: the task of a statement, the statement of a department.
    of: Option<usize>,
}

/// The places of a document that hold facts.
fn marks(entry: &Entry) -> Vec<Mark> {
    let document = &entry.document;
    let mut marks = Marks {
        text: &document.text,
        list: Vec::new(),
    };
    for (label, fields) in HEADER_LABELS {
        for spans in fields
            .iter()
            .filter_map(|&field| document.header.spans.get(field))
        {
            for &span in spans {
                marks.add(label, span, Vec::new(), None);
            }
        }
    }
    for section in &document.sections {
        marks.add("Section", section.span, Vec::new(), None);
    }
    for task in &document.tasks {
        marks.add_task(task);
    }
    for target in &document.targets {
        marks.add("Target", target.span, target_attributes(target), None);
    }
    for citation in &document.citations {
        marks.add("Citation", citation.span, Vec::new(), None);
    }
    for member in &document.members {
        marks.add("Member", member.span, Vec::new(), None);
    }
    for repair in &document.repairs {
        marks.add("Repair", repair.span, Vec::new(), None);
    }
    marks.list
}

#[derive(Debug)]
struct Marks<'d> {
    text: &'d str,
    list: Vec<Mark>,
}

impl Marks<'_> {
    /// Adds a mark unless its place is empty or none of the text, and tells which one it is.
    fn add(
        &mut self,
        label: &'static str,
        span: Span,
        attributes: Vec<(&'static str, String)>,
        of: Option<usize>,
    ) -> Option<usize> {
        if self.text.get(span.range()).is_none_or(str::is_empty) {
            return None;
        }
        self.list.push(Mark {
            label,
            span,
            attributes,
            of,
        });
        Some(self.list.len() - 1)
    }

    fn add_task(&mut self, task: &Task) {
        let mut attributes = vec![("kind", word(&task.kind))];
        if let Some(deadline) = task.deadline {
            attributes.push(("deadline", deadline.to_string()));
        }
        let of = self.add("Task", task.span, attributes, None);
        for responsibility in &task.responsibilities {
            let attributes = vec![("role", word(&responsibility.role))];
            let statement =
                self.add("Responsibility", responsibility.span, attributes, of);
            self.add_departments(responsibility, statement);
        }
    }

    /// Marks the departments' names in their statement, one behind the other. A name that
    /// does not stand there word for word has no mark.
    fn add_departments(&mut self, responsibility: &Responsibility, of: Option<usize>) {
        let Span { mut start, end } = responsibility.span;
        for department in &responsibility.departments {
            let rest = self.text.get(start..end).unwrap_or_default();
            let Some(at) = rest.find(&department.name) else {
                continue;
            };
            let span = Span::new(start + at, start + at + department.name.len());
            let canonical = department.canonical.iter().cloned();
            let attributes = canonical.map(|name| ("canonical", name)).collect();
            self.add("Department", span, attributes, of);
            start = span.end;
        }
    }
}

fn target_attributes(target: &Target) -> Vec<(&'static str, String)> {
    let value = match (target.value, target.value_max) {
        (Some(value), Some(most)) => Some(format!("{value}..{most}")),
        (value, _) => value.map(|value| value.to_string()),
    };
    let comparator = match word(&target.comparator).as_str() {
        ">=" => "at_least",
        ">" => "more_than",
        "<=" => "at_most",
        "<" => "less_than",
        "~" => "about",
        _ => "equal",
    };
    let mut attributes = vec![
        ("comparator", comparator.to_owned()),
        ("change", word(&target.change)),
        ("status", word(&target.status)),
    ];
    let words = [
        ("indicator", Some(target.indicator.clone())),
        ("value", value),
        ("unit", target.unit.clone()),
        ("reached_by", target.deadline.map(|date| date.to_string())),
    ];
    for (name, words) in words {
        attributes.extend(
            words
                .filter(|words| !words.is_empty())
                .map(|words| (name, words)),
        );
    }
    attributes
}

/// Writes documents as tasks of Label Studio: a JSON array whose members have the text and
/// the facts as predictions. Places are counted in code points, as Label Studio does.
#[derive(Debug)]
pub struct LabelStudio<W: Write> {
    out: W,
    empty: bool,
}

impl<W: Write> LabelStudio<W> {
    /// Begins the array.
    ///
    /// # Errors
    ///
    /// When `out` cannot be written.
    pub fn new(mut out: W) -> io::Result<Self> {
        out.write_all(b"[")?;
        Ok(Self { out, empty: true })
    }

    /// Adds a document.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn add(&mut self, entry: &Entry) -> io::Result<()> {
        let separator: &[u8] = if self.empty { b"\n" } else { b",\n" };
        self.out.write_all(separator)?;
        self.empty = false;
        serde_json::to_writer(&mut self.out, &label_studio_task(entry))?;
        Ok(())
    }

    /// Ends the array and gives the writer back.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.write_all(b"\n]\n")?;
        self.out.flush()?;
        Ok(self.out)
    }
}

fn label_studio_task(entry: &Entry) -> Value {
    let document = &entry.document;
    let index = CharIndex::new(&document.text);
    let mut result = Vec::new();
    for (at, mark) in marks(entry).iter().enumerate() {
        let id = format!("m{at}");
        let [start, end] = index.chars(mark.span.range());
        let text = &document.text[mark.span.range()];
        let item = |name: &str, kind: &str, key: &str, values: Value| {
            json!({
                "id": id, "from_name": name, "to_name": "text", "type": kind,
                "value": {"start": start, "end": end, "text": text, key: values},
            })
        };
        result.push(item("label", "labels", "labels", json!([mark.label])));
        for (name, words) in &mark.attributes {
            let choice = CHOICES.iter().any(|(choice, ..)| choice == name);
            result.push(if choice {
                item(name, "choices", "choices", json!([words]))
            } else {
                // A text area's words stand in the key that elsewhere has the quote.
                item(name, "textarea", "text", json!([words]))
            });
        }
        if let Some(of) = mark.of {
            result.push(json!({
                "type": "relation", "from_id": id, "to_id": format!("m{of}"),
                "direction": "right",
            }));
        }
    }
    let version = &document.generator.version;
    json!({
        "data": {
            "text": document.text,
            "document_id": entry.id,
            "source_name": document.source.name,
            "title": document.header.title,
        },
        "predictions": [{"model_version": format!("gongwen {version}"), "result": result}],
    })
}

/// The labelling configuration of a Label Studio project for the tasks that
/// [`LabelStudio`] writes.
#[must_use]
pub fn label_studio_configuration() -> String {
    let mut xml = String::from(
        "<View>\n  <Relations>\n    <Relation value=\"of\"/>\n  </Relations>\n  \
         <Labels name=\"label\" toName=\"text\">\n",
    );
    for (label, colour) in LABELS {
        xml += &format!("    <Label value=\"{label}\" background=\"{colour}\"/>\n");
    }
    xml += "  </Labels>\n  <Text name=\"text\" value=\"$text\"/>\n";
    for (name, label, words) in CHOICES {
        xml += &format!(
            "  <Choices name=\"{name}\" toName=\"text\" perRegion=\"true\" \
             whenTagName=\"label\" whenLabelValue=\"{label}\">\n"
        );
        for word in *words {
            xml += &format!("    <Choice value=\"{word}\"/>\n");
        }
        xml += "  </Choices>\n";
    }
    for (name, label) in WORDS {
        xml += &format!(
            "  <TextArea name=\"{name}\" toName=\"text\" perRegion=\"true\" \
             whenTagName=\"label\" whenLabelValue=\"{label}\"/>\n"
        );
    }
    xml += "</View>\n";
    xml
}

/// A document in brat's standoff format: a `.txt` and an `.ann` of the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brat {
    /// What stands in the `.txt`: the document's text.
    pub text: String,
    /// What stands in the `.ann`. Places are counted in code points; one that runs over
    /// lines is in fragments, as brat asks for.
    pub annotations: String,
}

impl Brat {
    /// A document with its facts marked.
    #[must_use]
    pub fn new(entry: &Entry) -> Self {
        let text = &entry.document.text;
        let index = CharIndex::new(text);
        let mut annotations = String::new();
        let (mut relations, mut attributes, mut notes) = (0, 0, 0);
        // brat's ids count from 1, and a place of nothing but line breaks has none.
        let mut ids: Vec<Option<usize>> = Vec::new();
        let mut id = 0;
        for mark in marks(entry) {
            let fragments = fragments(text, mark.span);
            if fragments.is_empty() {
                ids.push(None);
                continue;
            }
            id += 1;
            ids.push(Some(id));
            let label = mark.label;
            let places: Vec<String> = fragments
                .iter()
                .map(|span| {
                    let [start, end] = index.chars(span.range());
                    format!("{start} {end}")
                })
                .collect();
            let words: Vec<&str> =
                fragments.iter().map(|span| &text[span.range()]).collect();
            let (places, words) = (places.join(";"), words.join(" "));
            annotations += &format!("T{id}\t{label} {places}\t{words}\n");
            let mut note = Vec::new();
            for (name, words) in &mark.attributes {
                if CHOICES.iter().any(|(choice, ..)| choice == name) {
                    attributes += 1;
                    annotations += &format!("A{attributes}\t{name} T{id} {words}\n");
                } else {
                    note.push(format!("{name}={}", one_line(words)));
                }
            }
            if !note.is_empty() {
                notes += 1;
                let note = note.join(" ");
                annotations += &format!("#{notes}\tAnnotatorNotes T{id}\t{note}\n");
            }
            if let Some(of) = mark.of.and_then(|of| ids[of]) {
                relations += 1;
                annotations += &format!("R{relations}\tof Arg1:T{id} Arg2:T{of}\n");
            }
        }
        Self {
            text: text.clone(),
            annotations,
        }
    }
}

/// The stretches of a place between line breaks, without white space around them.
fn fragments(text: &str, span: Span) -> Vec<Span> {
    let mut start = span.start;
    let mut fragments = Vec::new();
    for line in text[span.range()].split_inclusive(is_line_break) {
        let kept = line.trim_start();
        let from = start + line.len() - kept.len();
        let fragment = Span::new(from, from + kept.trim_end().len());
        if !fragment.is_empty() {
            fragments.push(fragment);
        }
        start += line.len();
    }
    fragments
}

/// Whether a line ends there in Python, in which brat is written, or a field in brat: at a
/// tab.
const fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\t'..='\r' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn one_line(words: &str) -> String {
    words.replace(is_line_break, " ")
}

/// The `annotation.conf` of a brat collection for the documents that [`Brat`] writes.
#[must_use]
pub fn brat_configuration() -> String {
    let mut conf = String::from("[entities]\n");
    for (label, _) in LABELS {
        conf += &format!("{label}\n");
    }
    conf += "\n[relations]\nof\tArg1:Responsibility, Arg2:Task\n\
             of\tArg1:Department, Arg2:Responsibility\n\
             <OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\
             \n[events]\n\n[attributes]\n";
    for (name, label, words) in CHOICES {
        conf += &format!("{name}\tArg:{label}, Value:{}\n", words.join("|"));
    }
    conf
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Characters beyond U+FFFF before and inside the places, and a place over two lines.
    const TEXT: &str = "关于做好𠮷林工作的通知\n\
        一、加强😀值守。\n会同有关单位办理。（责任单位：市教育局、𠮷州市）\n\
        二、县域内就诊率达到90%以上。\n";

    fn entry() -> Entry {
        Entry::new(crate::parse(TEXT.as_bytes()).unwrap().document)
    }

    fn slice(text: &str, start: usize, end: usize) -> String {
        text.chars().skip(start).take(end - start).collect()
    }

    #[test]
    fn label_studio_counts_code_points() {
        let task = label_studio_task(&entry());
        let text = task["data"]["text"].as_str().unwrap();
        let items = task["predictions"][0]["result"].as_array().unwrap();
        let mut labels = Vec::new();
        for item in items.iter().filter(|item| item["type"] == "labels") {
            let value = &item["value"];
            let at = |key: &str| usize::try_from(value[key].as_u64().unwrap()).unwrap();
            assert_eq!(
                slice(text, at("start"), at("end")),
                value["text"].as_str().unwrap()
            );
            labels.push(value["labels"][0].as_str().unwrap());
        }
        for label in ["Title", "Task", "Responsibility", "Department", "Target"] {
            assert!(labels.contains(&label), "{label} in {labels:?}");
        }
    }

    #[test]
    fn brat_counts_code_points() {
        let brat = Brat::new(&entry());
        let mut places_seen = 0;
        for line in brat
            .annotations
            .lines()
            .filter(|line| line.starts_with('T'))
        {
            let [_, places, words] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("{line}");
            };
            let (_, places) = places.split_once(' ').unwrap();
            let pieces: Vec<String> = places
                .split(';')
                .map(|place| {
                    let (start, end) = place.split_once(' ').unwrap();
                    slice(&brat.text, start.parse().unwrap(), end.parse().unwrap())
                })
                .collect();
            assert_eq!(pieces.join(" "), words);
            places_seen += 1;
        }
        assert!(places_seen >= 7, "{}", brat.annotations);
        assert!(brat.annotations.contains("\tof Arg1:T"));
        assert!(brat.annotations.contains("\tcomparator T"));
    }

    #[test]
    fn a_place_over_lines_is_in_fragments() {
        let text = "加强值守。\n  会同𠮷林。\u{2028}办理\n\n。\t8";
        let words: Vec<&str> = fragments(text, Span::new("加".len(), text.len()))
            .into_iter()
            .map(|span| &text[span.range()])
            .collect();
        assert_eq!(words, ["强值守。", "会同𠮷林。", "办理", "。", "8"]);
        assert_eq!(fragments("\n \n", Span::new(0, 3)), []);
    }

    #[test]
    fn every_label_and_attribute_is_configured() {
        let (xml, conf) = (label_studio_configuration(), brat_configuration());
        for mark in marks(&entry()) {
            assert!(xml.contains(&format!("<Label value=\"{}\"", mark.label)));
            assert!(conf.contains(&format!("\n{}\n", mark.label)));
            for (name, words) in mark.attributes {
                assert!(xml.contains(&format!(" name=\"{name}\"")), "{name}");
                let choice = CHOICES.iter().find(|(choice, ..)| *choice == name);
                let known = choice.is_none_or(|(.., all)| all.contains(&&*words));
                assert!(known, "{name} {words}");
            }
        }
    }
}
