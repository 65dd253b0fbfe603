//! Statements of responsibility in running sentences: `由医管办牵头，发改、财政等部门共同…`.
//!
//! They count only where a duty is assigned. A mere subject (`公立医院要…`) is none, nor is
//! a person.

mod agent;
mod body;
mod charge;
mod heading;
mod partner;
mod roll;

use std::sync::LazyLock;

use body::{are_assignable, closes_with_told_body, listed, topic};
pub(crate) use heading::{heading_statement, unit_heading, unit_statement};
pub(crate) use roll::{charge_lines, duty_lines};

use super::{add, responsibility, role_notes, tail_act};
use crate::grammar::bracket::{is_closing, is_opening};
use crate::grammar::bullet::{is_bullet, is_dash};
use crate::grammar::department::{are_bodies, read_department_list, read_leading_bodies};
use crate::lexicon::any::AnyOf;
use crate::lexicon::chars::CharSet;
use crate::lexicon::duty::{closing_verb, find_phrase};
use crate::model::{Responsibility, Role};
use crate::span::Span;
use crate::text::head;

/// What a sentence must hold to be read.
static TRIGGER: LazyLock<AnyOf> = LazyLock::new(|| {
    AnyOf::new(
        "牵头|负责|会同|由|承担|责任|总责|各司其职|各负其责|各尽其责|共同参|职责|分工\
         |配合单位|配合部门|协办单位|协助单位|参与单位\
         |予以配合|密切配合|积极配合|协助配合|具体落实|具体实施\
         |统筹，|统筹、|统筹；|统筹。",
    )
});

/// Characters of a relative clause behind 由 + body at the most, with its 的.
const LONGEST_RELATIVE: usize = 6;

/// Bytes of a sign between clauses or sentences.
const SIGN: usize = '，'.len_utf8();

const LEAD: &str = "牵头";
const CHARGE: &str = "负责";
const JOINTLY: &str = "会同";
const TOGETHER: &str = "协同";

/// Adds what the sentences of `text[own]` assign; `apart` are the markers among them.
pub(crate) fn find_statements(
    text: &str,
    own: Span,
    apart: &[Span],
    list: &mut Vec<Responsibility>,
) {
    let notes = role_notes(text, own, apart);
    // 县公安局（牵头单位）：负责…: what it does is within the role that the bracket gives it.
    let noted = notes
        .first()
        .is_some_and(|note| note.span.start == own.start);
    let mut parted = Vec::new();
    let apart = if notes.is_empty() {
        apart
    } else {
        parted.extend_from_slice(apart);
        for note in notes {
            parted.push(note.span);
            for duty in note.responsibilities {
                add(list, duty);
            }
        }
        parted.sort_by_key(|span| span.start);
        &parted
    };
    let mut start = own.start;
    // The statement at an item's very start is its heading's: 市工信局：会同市委文明办….
    let unit = list.iter().find(|known| known.span.start == own.start);
    let unit = unit.filter(|_| !noted).cloned();
    let ends = apart.iter().copied().chain([Span::new(own.end, own.end)]);
    for marker in ends {
        let stretch = Span::new(start, marker.start.max(start));
        start = marker.end.max(start);
        // The next trigger, which no sentence ends in the middle of.
        let next = |from| TRIGGER.find_at(&text[..stretch.end], from);
        if let Some(mut trigger) = next(stretch.start) {
            let mut before = None;
            let mut assigned = false;
            for sentence in split(text, stretch, &SENTENCES) {
                let words = text[sentence.range()].trim();
                let before = before.replace(words);
                // 县教育局牵头制定标准；|县人社局配合做好待遇保障
                let known = list.len();
                assigned =
                    assigned && Reader::new(text, list).read_cooperating(sentence, words);
                if assigned {
                    continue;
                }
                if trigger.start < sentence.start {
                    let Some(later) = next(sentence.start) else {
                        break;
                    };
                    trigger = later;
                }
                if trigger.start < sentence.end {
                    let mut reader = Reader::new(text, list);
                    reader.unit = unit.as_ref();
                    reader.opens = text[own.start..sentence.start].trim().is_empty();
                    reader.read_sentence(sentence, before);
                }
                assigned = list.len() > known;
            }
        }
    }
}

/// The stretches of `text[span]` between separators outside brackets and quotation marks;
/// `marks` are the separators, the brackets and the quotation marks.
fn split(text: &str, span: Span, marks: &CharSet) -> Vec<Span> {
    let text = &text[..span.end];
    let mut parts = Vec::new();
    let mut depth = 0usize;
    let mut start = span.start;
    let mut close = |start: usize, end: usize| {
        if !text[start..end].trim_start().is_empty() {
            parts.push(Span::new(start, end));
        }
    };
    let mut from = span.start;
    while let Some(at) = marks.find_at(text, from) {
        let Some(c) = text[at..].chars().next() else {
            break;
        };
        from = at + c.len_utf8();
        if is_opening(c) || c == '“' || c == '《' {
            depth += 1;
        } else if is_closing(c) || c == '”' || c == '》' {
            depth = depth.saturating_sub(1);
        } else if depth == 0 || c == '\n' {
            depth = 0;
            close(start, at);
            start = from;
        }
    }
    close(start, span.end);
    parts
}

/// Brackets and quotation marks, inside which nothing is split.
const PAIRS: &str = "（(〔[［【）)〕]］】“”《》";

static SENTENCES: LazyLock<CharSet> =
    LazyLock::new(|| CharSet::of([PAIRS, "。！？；;!?\n"]));

static CLAUSES: LazyLock<CharSet> = LazyLock::new(|| CharSet::of([PAIRS, "，,：:"]));

static ITEMS: LazyLock<CharSet> = LazyLock::new(|| CharSet::of([PAIRS, "，,：:、"]));

/// Bytes of a clause from which on it is read item by item, and from which on a duty is told with
/// no more of it: all of it, in each duty, would make the output grow with the square of the
/// input. No real one is half as long.
const LONGEST_CLAUSE: usize = 8_000;

/// The clauses of a sentence.
fn clauses(text: &str, sentence: Span) -> Vec<Span> {
    let clauses = split(text, sentence, &CLAUSES);
    if sentence.len() <= LONGEST_CLAUSE {
        return clauses;
    }
    let parted = clauses.into_iter().flat_map(|clause| match clause.len() {
        ..=LONGEST_CLAUSE => vec![clause],
        _ => split(text, clause, &ITEMS),
    });
    parted.collect()
}

/// Who a clause without a subject goes on about.
enum Subject<'t> {
    /// The body that opens the sentence, `联合采购办公室由…组成，负责…`: its first clause, which
    /// is read for it when it is asked for. Else that clause, or the sentence before it, may be
    /// no more than a body's name: `县环保局：负责…`, `县环保局。负责…`.
    Opening {
        words: &'t str,
        before: Option<&'t str>,
    },
    Known(Vec<&'t str>),
}

impl<'t> Subject<'t> {
    fn names(&self) -> Vec<&'t str> {
        match self {
            Self::Opening { words, before } => opening_bodies(words)
                .or_else(|| Some(listed(words)).filter(|names| !names.is_empty()))
                .or_else(|| before.and_then(body::whole))
                .unwrap_or_default(),
            Self::Known(names) => names.clone(),
        }
    }
}

fn is_mark_of_item(c: char) -> bool {
    c.is_whitespace() || is_bullet(c) || is_dash(c)
}

fn opening_bodies(words: &str) -> Option<Vec<&str>> {
    let naming = read_leading_bodies(words)?;
    let acts = naming.end < words.len() && are_assignable(&naming.names);
    acts.then(|| {
        if closes_with_told_body(words) {
            vec![words]
        } else {
            naming.names
        }
    })
}

/// Reads one sentence, clause by clause.
struct Reader<'t, 'l> {
    text: &'t str,
    list: &'l mut Vec<Responsibility>,
    /// The clause being read.
    clause: Span,
    subject: Subject<'t>,
    /// Whom the last clause with a subject of its own is about.
    topic: Vec<&'t str>,
    /// The duty of the unit that heads the item.
    unit: Option<&'l Responsibility>,
    /// Whether the sentence opens its item: what is above it may say whose duty it is.
    opens: bool,
    /// The clause before.
    before: &'t str,
    /// Whether the clause before named who leads.
    led: bool,
    /// Whether it named who is responsible.
    charged: bool,
    /// The bodies behind 由 that it ends in, before it says what they do.
    agents: Vec<&'t str>,
}

impl<'t, 'l> Reader<'t, 'l> {
    fn new(text: &'t str, list: &'l mut Vec<Responsibility>) -> Self {
        Self {
            text,
            list,
            clause: Span::default(),
            subject: Subject::Known(Vec::new()),
            topic: Vec::new(),
            unit: None,
            opens: false,
            before: "",
            led: false,
            charged: false,
            agents: Vec::new(),
        }
    }

    /// Reads a sentence; `before` is the one before it.
    fn read_sentence(&mut self, sentence: Span, before: Option<&'t str>) {
        let joint = self.text[sentence.range()].contains(JOINTLY);
        for (index, clause) in clauses(self.text, sentence).into_iter().enumerate() {
            let words = self.text[clause.range()].trim_end();
            // ——市住建局牵头: the dash of an item is no part of the name.
            let lead = words.len() - words.trim_start_matches(is_mark_of_item).len();
            self.clause = Span::new(clause.start + lead, clause.start + words.len());
            let words = &self.text[self.clause.range()];
            if index == 0 {
                self.subject = Subject::Opening { words, before };
            }
            self.introduce(words);
            let led = std::mem::take(&mut self.led);
            let charged = std::mem::take(&mut self.charged);
            let read = charged && self.read_helpers(words);
            let known = self.list.len();
            // 市委宣传部统筹，: some words are told by the sign behind them.
            let signed = head(&self.text[self.clause.start..], words.len() + SIGN);
            if !read && (led || TRIGGER.is_in(signed)) {
                self.read_clause(words, led);
            }
            self.share_with_agents(known, words);
            if joint && let Some(names) = topic(words) {
                self.topic = names;
            }
            self.before = words;
        }
    }

    /// `由市财政局、市农业局，各县（市）、区人民政府负责`: a comma parts the bodies behind 由, and
    /// those before it have the duty that the clause behind it gives.
    fn share_with_agents(&mut self, known: usize, words: &'t str) {
        let agents = std::mem::take(&mut self.agents);
        if let Some(new) = self.list.get_mut(known)
            && new.role == Role::Responsible
            && !agents.is_empty()
        {
            let before = responsibility(self.text, self.clause, new.role, false, &agents);
            new.departments.splice(0..0, before.departments);
        }
        self.agents = match words.rsplit_once('由') {
            Some((_, list)) if self.list.len() == known => listed(list),
            _ => Vec::new(),
        };
    }

    fn read_clause(&mut self, words: &'t str, led: bool) {
        let _ = led && self.read_partners(words)
            || self.read_agents(words)
            || self.read_joint(words, led)
            || self.read_lead(words)
            || self.read_charge(words)
            || self.read_liability(words)
            || self.read_each(words)
            || self.read_division(words)
            || self.read_as(words)
            || self.read_common(words)
            || self.read_help(words)
            || self.read_whole(words)
            || led && self.read_done(words);
    }

    /// What all of a clause says that others do behind who leads: `各区政府组织落实`.
    fn read_done(&mut self, words: &'t str) -> bool {
        /// Bytes of such a clause at the most.
        const LONGEST: usize = 240;
        if words.len() > LONGEST {
            return false;
        }
        let Some(verb) = tail_act(words, closing_verb(words)) else {
            return false;
        };
        let names = read_department_list(verb.subject);
        let told = verb.role == Role::Responsible && are_bodies(&names);
        if told {
            self.push(verb.role, verb.division, &names);
        }
        told
    }

    /// A body that a clause introduces: `下设办公室，承担日常工作`.
    fn introduce(&mut self, words: &'t str) {
        let mut at = 0;
        while let Some((found, length)) = find_phrase("introduce", &words[at..]) {
            at += found + length;
            if let Some(naming) = read_leading_bodies(&words[at..])
                && are_assignable(&naming.names)
                && naming.names.iter().all(|name| name.chars().count() > 2)
            {
                at += naming.end;
                self.subject = Subject::Known(naming.names);
            }
        }
    }

    fn push(&mut self, role: Role, division: bool, names: &[&str]) {
        let words = head(&self.text[self.clause.range()], LONGEST_CLAUSE);
        let start = self.clause.start;
        let told = Span::new(start, start + words.len());
        let new = responsibility(self.text, told, role, division, names);
        add(self.list, new);
    }
}

#[cfg(test)]
mod tests;
