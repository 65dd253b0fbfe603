//! Scores what was found in a document against gold, the truth made by hand.
//!
//! Comparison ignores white space, full or half width, and the shape of brackets and
//! quotation marks. What makes two facts the same:
//!
//! | list | key |
//! |-|-|
//! | header | one unit for each field that gold or document fills |
//! | sections | path |
//! | tasks | path, first 8 characters of the text |
//! | task_deadlines | path, deadline; one more than gold whose words stand in the item is no error |
//! | responsibilities | path, role, department |
//! | targets | value, value_max, unit, comparator, change; path without its part; quotes overlap |
//! | targets_full | the same, and deadline, baseline and status agree |
//! | indicator | of the targets found: character F1 of the indicator is at least 0.6 |
//! | citations | title |
//! | boilerplate | a gold line of 4 characters or more is absent from the text |
//! | kept | a gold start, end or quote stands in the text |
//! | spans | the text at a fact's span is what the fact says |
//!
//! Gold targets marked `optional` count neither way.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

use gongwen::{Citation, Document, Section, Target, Task};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

/// The truth about a document, as annotators write it down (`NAME.gold.json`).
#[derive(Debug, Deserialize)]
pub(crate) struct Gold {
    header: HashMap<String, Value>,
    boilerplate: Vec<String>,
    sections: Vec<GoldSection>,
    tasks: Vec<GoldTask>,
    targets: Vec<GoldTarget>,
    citations: Vec<GoldCitation>,
}

#[derive(Debug, Deserialize)]
struct GoldSection {
    path: String,
}

#[derive(Debug, Deserialize)]
struct GoldTask {
    path: String,
    starts: String,
    ends: String,
    #[serde(default)]
    responsibilities: Vec<GoldResponsibility>,
    #[serde(default)]
    deadline: Option<String>,
}

#[derive(Debug, Deserialize)]
struct GoldResponsibility {
    role: String,
    departments: Vec<String>,
}

/// A target, of gold or of a document: both sides are brought to this shape.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct GoldTarget {
    path: Option<String>,
    quote: String,
    indicator: Option<String>,
    value: Value,
    value_max: Value,
    unit: Option<String>,
    comparator: Option<String>,
    change: Option<String>,
    deadline: Option<String>,
    baseline: Value,
    status: Option<String>,
    optional: bool,
}

#[derive(Debug, Deserialize)]
struct GoldCitation {
    title: String,
}

/// The header's fields that are scored.
const HEADER: [&str; 14] = [
    "title",
    "genre",
    "enclosed_title",
    "document_number",
    "issuing_authorities",
    "addressees",
    "date_issued",
    "date_published",
    "date_printed",
    "note",
    "cc",
    "attachments",
    "printing_authority",
    "issue_number",
];

/// Characters of an item's text that name it, beside its path.
const TASK_START: usize = 8;

/// Shortest line of boilerplate that is looked for: shorter ones occur in any text.
const BOILERPLATE: usize = 4;

/// Character F1 from which two indicators say the same.
const INDICATOR: f64 = 0.6;

/// How often something was found that should be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) right: usize,
    pub(crate) found: usize,
    pub(crate) gold: usize,
}

impl Tally {
    const fn new(right: usize, found: usize, gold: usize) -> Self {
        Self { right, found, gold }
    }

    /// Share of what was found that is right; 1 when nothing was found and nothing should.
    pub(crate) fn precision(self) -> f64 {
        share(self.right, self.found, self.gold)
    }

    /// Share of what should be found that was; 1 when there is nothing to find.
    pub(crate) fn recall(self) -> f64 {
        share(self.right, self.gold, self.found)
    }

    /// Harmonic mean of precision and recall.
    pub(crate) fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall == 0.0 {
            0.0
        } else {
            2.0 * precision * recall / (precision + recall)
        }
    }
}

fn share(right: usize, of: usize, other: usize) -> f64 {
    match (of, other) {
        (0, 0) => 1.0,
        (0, _) => 0.0,
        _ => right as f64 / of as f64,
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.gold += other.gold;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "gold {:5}  found {:5}  right {:5}  P {:.4}  R {:.4}  F1 {:.4}",
            self.gold,
            self.found,
            self.right,
            self.precision(),
            self.recall(),
            self.f1()
        )
    }
}

/// The tallies of one document by list, and what differs.
#[derive(Debug, Default)]
pub(crate) struct Score {
    pub(crate) lists: Vec<(&'static str, Tally)>,
    pub(crate) differences: Vec<String>,
}

impl Score {
    fn add(&mut self, list: &'static str, tally: Tally) {
        self.lists.push((list, tally));
    }

    /// Adds the tally of two lists as multisets of keys, and notes what only one has.
    fn compare<K>(&mut self, list: &'static str, gold: Vec<K>, found: Vec<K>)
    where
        K: Clone + Ord + fmt::Debug,
    {
        let mut counts: BTreeMap<K, (usize, usize)> = BTreeMap::new();
        for key in &gold {
            counts.entry(key.clone()).or_default().0 += 1;
        }
        for key in &found {
            counts.entry(key.clone()).or_default().1 += 1;
        }
        let right = counts.values().map(|&(a, b)| a.min(b)).sum();
        for (key, (gold, found)) in counts {
            match gold.cmp(&found) {
                Ordering::Greater => {
                    self.differences.push(format!("{list} missing {key:?}"));
                }
                Ordering::Less => self.differences.push(format!("{list} extra {key:?}")),
                Ordering::Equal => {}
            }
        }
        self.add(list, Tally::new(right, found.len(), gold.len()));
    }
}

/// What was found in a document; nothing when it could not be read.
#[derive(Debug, Default)]
struct Found<'d> {
    header: Value,
    sections: &'d [Section],
    tasks: &'d [Task],
    targets: &'d [Target],
    citations: &'d [Citation],
    text: &'d str,
}

impl<'d> From<&'d Document> for Found<'d> {
    fn from(document: &'d Document) -> Self {
        Self {
            header: json(&document.header),
            sections: &document.sections,
            tasks: &document.tasks,
            targets: &document.targets,
            citations: &document.citations,
            text: &document.text,
        }
    }
}

/// Scores a document with spans in bytes; `None` is one that could not be read.
pub(crate) fn score(gold: &Gold, document: Option<&Document>) -> Score {
    let found = document.map(Found::from).unwrap_or_default();
    let mut score = Score::default();
    score_header(gold, &found, &mut score);
    score.compare(
        "sections",
        gold.sections.iter().map(|s| canon(&s.path)).collect(),
        found.sections.iter().map(|s| canon(&s.path)).collect(),
    );
    let start = |path: &str, text: &str| -> (String, String) {
        (canon(path), canon(text).chars().take(TASK_START).collect())
    };
    score.compare(
        "tasks",
        gold.tasks
            .iter()
            .map(|t| start(&t.path, &t.starts))
            .collect(),
        found
            .tasks
            .iter()
            .map(|t| start(&t.path, &t.text))
            .collect(),
    );
    score_deadlines(gold, &found, &mut score);
    score_responsibilities(gold, &found, &mut score);
    score_targets(gold, &found, &mut score);
    score.compare(
        "citations",
        gold.citations.iter().map(|c| canon(&c.title)).collect(),
        found.citations.iter().map(|c| canon(&c.title)).collect(),
    );
    score_text(gold, &found, &mut score);
    score_spans(&found, &mut score);
    score
}

fn score_header(gold: &Gold, found: &Found<'_>, score: &mut Score) {
    let (mut asked, mut right) = (0, 0);
    for name in HEADER {
        let expected = gold.header.get(name).unwrap_or(&Value::Null);
        let actual = found.header.get(name).unwrap_or(&Value::Null);
        let (a, b) = (header_value(expected), header_value(actual));
        if a.is_null() && b.is_null() {
            continue;
        }
        asked += 1;
        if a == b {
            right += 1;
        } else {
            let difference = format!("header {name}: gold {expected} found {actual}");
            score.differences.push(difference);
        }
    }
    score.add("header", Tally::new(right, asked, asked));
}

/// A header field in the form it is compared in: null when the document does not say.
fn header_value(value: &Value) -> Value {
    match value {
        Value::Null => Value::Null,
        Value::String(text) if text.is_empty() => Value::Null,
        Value::Array(items) if items.is_empty() => Value::Null,
        Value::Array(items) => items.iter().map(header_value).collect(),
        Value::Object(fields) => match fields.get("text").or(fields.get("title")) {
            Some(Value::String(text)) => canon(text).into(),
            _ => canon("").into(),
        },
        Value::String(text) => canon(text).into(),
        other => canon(&other.to_string()).into(),
    }
}

fn score_deadlines(gold: &Gold, found: &Found<'_>, score: &mut Score) {
    // As dictionaries: a path that comes twice counts once, the last one.
    let expected: BTreeMap<String, &str> = gold
        .tasks
        .iter()
        .map(|task| (canon(&task.path), task.deadline.as_deref().unwrap_or("")))
        .collect();
    let actual: BTreeMap<String, &Task> = found
        .tasks
        .iter()
        .map(|task| (canon(&task.path), task))
        .collect();
    let asked = |path: &String| expected.get(path).is_some_and(|date| !date.is_empty());
    let found = actual
        .iter()
        .filter(|(path, task)| {
            // Whether a date in the item's own text governs all of it is a matter of taste.
            let words = canon(task.deadline_text.as_deref().unwrap_or(""));
            asked(path) || words.is_empty() || !canon(&task.text).contains(&words)
        })
        .filter_map(|(path, task)| Some((path.clone(), task.deadline?.to_string())))
        .collect();
    let gold = expected
        .iter()
        .filter(|(_, date)| !date.is_empty())
        .map(|(path, &date)| (path.clone(), date.to_owned()))
        .collect();
    score.compare("task_deadlines", gold, found);
}

fn score_responsibilities(gold: &Gold, found: &Found<'_>, score: &mut Score) {
    let mut expected = Vec::new();
    for task in &gold.tasks {
        for responsibility in &task.responsibilities {
            for name in &responsibility.departments {
                let role = responsibility.role.clone();
                expected.push((canon(&task.path), role, canon(name)));
            }
        }
    }
    let mut actual = Vec::new();
    for task in found.tasks {
        for responsibility in &task.responsibilities {
            for department in &responsibility.departments {
                let role = word(&responsibility.role);
                actual.push((canon(&task.path), role, canon(&department.name)));
            }
        }
    }
    score.compare("responsibilities", expected, actual);
}

impl From<&Target> for GoldTarget {
    fn from(target: &Target) -> Self {
        Self {
            path: target.path.clone(),
            quote: target.quote.clone(),
            indicator: Some(target.indicator.clone()),
            value: json(&target.value),
            value_max: json(&target.value_max),
            unit: target.unit.clone(),
            comparator: Some(word(&target.comparator)),
            change: Some(word(&target.change)),
            deadline: target.deadline.map(|date| date.to_string()),
            baseline: json(&target.baseline),
            status: Some(word(&target.status)),
            optional: false,
        }
    }
}

/// What has to be equal in two targets.
type TargetKey = (
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
);

impl GoldTarget {
    fn key(&self) -> TargetKey {
        (
            number(&self.value),
            number(&self.value_max),
            unit(self.unit.as_deref()),
            self.comparator.clone(),
            self.change.clone(),
        )
    }

    /// Its path without the number of a part.
    fn item(&self) -> String {
        let path = canon(self.path.as_deref().unwrap_or(""));
        path.split('#').next().unwrap_or_default().to_owned()
    }

    /// The secondary fields in the form they are compared in.
    fn secondary(&self) -> [(&'static str, String); 3] {
        [
            ("deadline", canon(self.deadline.as_deref().unwrap_or(""))),
            ("baseline", baseline(&self.baseline)),
            ("status", canon(self.status.as_deref().unwrap_or(""))),
        ]
    }

    fn indicator(&self) -> &str {
        self.indicator.as_deref().unwrap_or("")
    }
}

impl fmt::Display for GoldTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let or_none = |field: &Option<String>| field.clone().unwrap_or("-".to_owned());
        write!(
            f,
            "[{}] «{}» {} {} {}{} {} {}",
            or_none(&self.path),
            self.quote,
            or_none(&self.comparator),
            number(&self.value).unwrap_or_default(),
            number(&self.value_max)
                .map(|max| format!("..{max} "))
                .unwrap_or_default(),
            or_none(&self.unit),
            or_none(&self.deadline),
            or_none(&self.status),
        )
    }
}

/// A gold target and a found one that may be the same, and how alike they are.
struct Candidate {
    optional: bool,
    likeness: f64,
    full: bool,
    gold: usize,
    found: usize,
}

impl Candidate {
    /// The best pair first: required before optional, then the most alike.
    fn rank(&self, other: &Self) -> Ordering {
        self.optional
            .cmp(&other.optional)
            .then(other.likeness.total_cmp(&self.likeness))
            .then(other.full.cmp(&self.full))
            .then(self.gold.cmp(&other.gold))
            .then(self.found.cmp(&other.found))
    }
}

fn score_targets(gold: &Gold, found: &Found<'_>, score: &mut Score) {
    let gold = &gold.targets;
    let found: Vec<GoldTarget> = found.targets.iter().map(GoldTarget::from).collect();
    let pairs = pair_targets(gold, &found);
    let paired_gold: HashSet<usize> = pairs.iter().map(|pair| pair.0).collect();
    let paired_found: HashSet<usize> = pairs.iter().map(|pair| pair.1).collect();
    let missing = gold.iter().enumerate().filter(|(at, target)| {
        let missing = !paired_gold.contains(at) && !target.optional;
        if missing {
            score.differences.push(format!("targets missing {target}"));
        }
        missing
    });
    let missing = missing.count();
    let extra = found.iter().enumerate().filter(|(at, target)| {
        // What overlaps an optional target is forgiven.
        let forgiven = || {
            gold.iter().any(|optional| {
                optional.optional
                    && optional.item() == target.item()
                    && near(&optional.quote, &target.quote)
            })
        };
        let extra = !paired_found.contains(at) && !forgiven();
        if extra {
            score.differences.push(format!("targets extra {target}"));
        }
        extra
    });
    let extra = extra.count();
    let (mut right, mut full, mut indicator) = (0, 0, 0);
    for (gold, found) in pairs.iter().map(|&(g, f)| (&gold[g], &found[f])) {
        if gold.optional {
            continue;
        }
        right += 1;
        let mut agrees = true;
        for ((name, a), (_, b)) in gold.secondary().into_iter().zip(found.secondary()) {
            if a != b {
                agrees = false;
                let quote = &gold.quote;
                let difference =
                    format!("targets_full {name}: gold {a:?} found {b:?} «{quote}»");
                score.differences.push(difference);
            }
        }
        full += usize::from(agrees);
        let likeness = character_f1(gold.indicator(), found.indicator());
        indicator += usize::from(likeness >= INDICATOR);
    }
    let (found, gold) = (right + extra, right + missing);
    score.add("targets", Tally::new(right, found, gold));
    score.add("targets_full", Tally::new(full, found, gold));
    score.add("indicator", Tally::new(indicator, right, right));
}

/// Pairs gold targets with found ones, the most alike first; each goes into one pair.
fn pair_targets(gold: &[GoldTarget], found: &[GoldTarget]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (g, expected) in gold.iter().enumerate() {
        for (f, actual) in found.iter().enumerate() {
            if expected.key() == actual.key()
                && expected.item() == actual.item()
                && near(&expected.quote, &actual.quote)
            {
                candidates.push(Candidate {
                    optional: expected.optional,
                    likeness: character_f1(&expected.quote, &actual.quote)
                        + character_f1(expected.indicator(), actual.indicator()),
                    full: expected.secondary() == actual.secondary(),
                    gold: g,
                    found: f,
                });
            }
        }
    }
    candidates.sort_by(Candidate::rank);
    let (mut used_gold, mut used_found) = (HashSet::new(), HashSet::new());
    let mut pairs = Vec::new();
    for candidate in candidates {
        if !used_gold.contains(&candidate.gold) && !used_found.contains(&candidate.found)
        {
            used_gold.insert(candidate.gold);
            used_found.insert(candidate.found);
            pairs.push((candidate.gold, candidate.found));
        }
    }
    pairs
}

fn score_text(gold: &Gold, found: &Found<'_>, score: &mut Score) {
    let text = canon(found.text);
    let mut seen = HashSet::new();
    let lines: Vec<String> = gold
        .boilerplate
        .iter()
        .map(|line| canon(line))
        .filter(|line| line.chars().count() >= BOILERPLATE && seen.insert(line.clone()))
        .collect();
    let gone = lines
        .iter()
        .filter(|&line| !text.is_empty() && !text.contains(line))
        .count();
    for line in lines.iter().filter(|&line| text.contains(line)) {
        let start: String = line.chars().take(80).collect();
        let difference = format!("boilerplate still there: {start}");
        score.differences.push(difference);
    }
    score.add("boilerplate", Tally::new(gone, lines.len(), lines.len()));
    let ends = gold
        .tasks
        .iter()
        .flat_map(|task| [&task.starts, &task.ends]);
    let quotes = gold.targets.iter().map(|target| &target.quote);
    let must: Vec<String> = ends.chain(quotes).map(|words| canon(words)).collect();
    let lost: Vec<&String> = must.iter().filter(|&w| !text.contains(w)).collect();
    for words in &lost {
        score.differences.push(format!("lost from text: {words}"));
    }
    let kept = must.len() - lost.len();
    score.add("kept", Tally::new(kept, must.len(), must.len()));
}

fn score_spans(found: &Found<'_>, score: &mut Score) {
    let tasks = found.tasks.iter().map(|task| (task.span, &task.text));
    let targets = found
        .targets
        .iter()
        .map(|target| (target.span, &target.quote));
    let citations = found.citations.iter().map(|c| (c.span, &c.text));
    let (mut right, mut all) = (0, 0);
    for (span, words) in tasks.chain(targets).chain(citations) {
        all += 1;
        if !words.is_empty() && found.text.get(span.range()) == Some(words) {
            right += 1;
        } else {
            score.differences.push(format!("span wrong: {words}"));
        }
    }
    // Without a text nothing is where it says.
    let all = if found.text.is_empty() {
        all.max(1)
    } else {
        all
    };
    score.add("spans", Tally::new(right, all, all));
}

/// Text in the form it is compared in: NFKC, without white space, brackets and quotation
/// marks of one shape.
pub(crate) fn canon(text: &str) -> String {
    let solid = text.chars().filter(|c| !is_space(*c));
    let mut folded = String::with_capacity(text.len());
    solid.for_each(|c| fold(c, &mut folded));
    let mut canonical = String::with_capacity(folded.len());
    folded
        .nfkc()
        .filter(|c| !is_space(*c))
        .for_each(|c| fold(c, &mut canonical));
    canonical.trim_matches('"').to_owned()
}

/// Unicode's white space and the four separators of ASCII.
fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1C}'..='\u{1F}').contains(&c)
}

/// Writes a character in the shape it is compared in.
fn fold(c: char, out: &mut String) {
    match c {
        '〔' | '[' | '【' => out.push('('),
        '〕' | ']' | '】' => out.push(')'),
        '“' | '”' => out.push('"'),
        '‘' | '’' => out.push('\''),
        '—' | '–' | '－' | '～' | '~' => out.push('-'),
        '〇' => out.push('○'),
        '·' => {}
        '．' | '。' => out.push('.'),
        '《' | '〈' => out.push('<'),
        '》' | '〉' => out.push('>'),
        // NFKC would make a plain number of a circled one.
        '①'..='⑳' => {
            let number = u32::from(c) - u32::from('①') + 1;
            out.push_str(&format!("⟦{number}⟧"));
        }
        _ => out.push(c),
    }
}

/// A number in plain notation without trailing zeros; text that is none as it stands.
fn number(value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => return None,
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if text.is_empty() {
        return None;
    }
    Some(plain_number(&text).unwrap_or(text))
}

fn plain_number(text: &str) -> Option<String> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (sign, digits) = match mantissa.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut digits = format!("{whole}{fraction}");
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // Where the decimal point stands in `digits`.
    let mut point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?;
    if !(-64..=64).contains(&point) {
        return None;
    }
    while point < 0 {
        digits.insert(0, '0');
        point += 1;
    }
    let point = usize::try_from(point).ok()?;
    while digits.len() < point {
        digits.push('0');
    }
    let (whole, fraction) = digits.split_at(point);
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let fraction = fraction.trim_end_matches('0');
    Some(if fraction.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction}")
    })
}

/// Value and date of a baseline; its words are free.
fn baseline(baseline: &Value) -> String {
    match baseline {
        Value::Object(fields) if !fields.is_empty() => {
            let field = |name| fields.get(name).and_then(number).unwrap_or_default();
            format!("{} on {}", field("value"), field("date"))
        }
        Value::String(words) => words.clone(),
        _ => String::new(),
    }
}

fn unit(unit: Option<&str>) -> Option<String> {
    match canon(unit.unwrap_or("")).as_str() {
        "" => None,
        "百分点" => Some("个百分点".to_owned()),
        "百分之" => Some("%".to_owned()),
        unit => Some(unit.to_owned()),
    }
}

/// F1 of two texts as bags of characters.
fn character_f1(a: &str, b: &str) -> f64 {
    let (a, b) = (canon(a), canon(b));
    let mut counts: HashMap<char, isize> = HashMap::new();
    for c in a.chars() {
        *counts.entry(c).or_default() += 1;
    }
    let mut both = 0usize;
    for c in b.chars() {
        if let Some(left) = counts.get_mut(&c).filter(|left| **left > 0) {
            *left -= 1;
            both += 1;
        }
    }
    let all = a.chars().count() + b.chars().count();
    (2 * both) as f64 / all.max(1) as f64
}

/// Whether two quotes overlap: one holds the other or they share most characters, and the
/// found one is no longer than the clause around the gold one.
fn near(gold: &str, found: &str) -> bool {
    let (gold, found) = (canon(gold), canon(found));
    if gold.is_empty() || found.is_empty() {
        return false;
    }
    let overlap = gold.contains(&found)
        || found.contains(&gold)
        || character_f1(&gold, &found) >= 0.5;
    overlap && found.chars().count() <= 2 * gold.chars().count() + 30
}

fn json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// The JSON word of a plain enum, e.g. `lead`.
fn word(value: &impl Serialize) -> String {
    json(value).as_str().unwrap_or_default().to_owned()
}

/// The scores of several documents.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// Name and score of each document, in order.
    pub(crate) documents: Vec<(String, Score)>,
    /// Print perfect lists and all differences too.
    pub(crate) verbose: bool,
}

impl Report {
    /// The lists with the tallies of all documents together.
    pub(crate) fn totals(&self) -> Vec<(&'static str, Tally)> {
        let mut totals: Vec<(&'static str, Tally)> = Vec::new();
        for &(list, tally) in self.documents.iter().flat_map(|(_, score)| &score.lists) {
            match totals.iter_mut().find(|(name, _)| *name == list) {
                Some((_, total)) => *total += tally,
                None => totals.push((list, tally)),
            }
        }
        totals
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, score) in &self.documents {
            writeln!(f, "== {name}")?;
            for (list, tally) in &score.lists {
                if self.verbose || tally.f1() < 1.0 {
                    writeln!(f, "  {list:18} {tally}")?;
                }
            }
            if self.verbose {
                for difference in &score.differences {
                    writeln!(f, "   - {difference}")?;
                }
            }
        }
        writeln!(f, "== all documents")?;
        for (list, tally) in self.totals() {
            writeln!(f, "  {list:18} {tally}")?;
        }
        Ok(())
    }
}
