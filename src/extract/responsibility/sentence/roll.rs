//! Lists of duties without numbers: every line opens with whose duty it is,
//! `公安局：负责维护秩序。`.

use super::body::names_person;
use super::heading::{AMONG_LINES, LONGEST_HEAD, read_heading};
use super::{CHARGE, LEAD, find_statements, heading_statement, is_mark_of_item};
use crate::extract::responsibility::Marker;
use crate::grammar::department::{opens_clause, read_leading_bodies};
use crate::lexicon::any::COLONS;
use crate::lexicon::duty::{after_adverbs, opening_verb, opens_with};
use crate::model::Responsibility;
use crate::span::Span;
use crate::text::head;

/// Lines at the least among which a name counts that nothing but its last word tells.
const LIST: usize = 3;

/// Bytes of a unit on a line of its own at the most.
const LONGEST_UNIT: usize = 120;

/// A line that opens with words and a colon, which may be a body's name.
struct Opened {
    span: Span,
    colon: usize,
    /// Whether the line goes on with what a body does.
    acts: bool,
    /// Whether it names that as a duty: 公安局：负责….
    charges: bool,
}

/// A line that opens with a body and a colon.
struct Line {
    span: Span,
    duties: Vec<Responsibility>,
    /// Whether the name alone says that it is a body's: 县公安局, but not 财政所.
    sure: bool,
    acts: bool,
    charges: bool,
}

/// The lines of `text[span]` that give their duty to the body that they open with, as
/// statements that take the whole line.
pub(crate) fn duty_lines(text: &str, span: Span) -> Vec<Marker> {
    if !COLONS.is_in(&text[span.range()]) {
        return Vec::new();
    }
    let (acting, telling): (Vec<Opened>, _) = opened_lines(text, span)
        .into_iter()
        .partition(|line| line.acts);
    let mut lines: Vec<Line> = acting.iter().filter_map(|line| line.read(text)).collect();
    let acting = lines.len();
    // 公安局：110 says another thing of it; 公安局：依法打击犯罪 does among others.
    if acting >= LIST - 1 {
        let sentences = telling.iter().filter_map(|line| line.read(text));
        lines.extend(
            sentences.filter(|line| line.sure && is_sentence(&text[line.span.range()])),
        );
    }
    lines.sort_by_key(|line| line.span.start);
    // What opens with a body on its own is not the one's above as well.
    lines.dedup_by(|own, above| {
        let same = own.span.end == above.span.end;
        if same {
            std::mem::swap(own, above);
        }
        same
    });
    let sure = lines.iter().filter(|line| line.acts && line.sure).count();
    let charged = lines.iter().any(|line| line.charges);
    lines.retain(|line| match (line.acts, line.sure) {
        (false, _) => true,
        (true, true) => sure > 1 || line.charges || acting >= LIST,
        (true, false) => acting >= LIST && (sure > 0 || charged),
    });
    let markers = lines.into_iter().map(|line| Marker {
        span: line.span,
        is_paragraph: true,
        deadline: None,
        responsibilities: line.duties,
    });
    markers.collect()
}

/// The paragraphs of a chapter that assign duties, as statements that take the whole line,
/// where two or more of them open with who is in charge: 区财政局负责安排经费。
pub(crate) fn charge_lines(text: &str, span: Span) -> Vec<Marker> {
    let words = &text[span.range()];
    let first = words.find(CHARGE).unwrap_or(words.len());
    let last = words.rfind(CHARGE).unwrap_or(words.len());
    if !words[first..last].contains('\n') {
        return Vec::new();
    }
    let mut lines = Vec::new();
    let mut start = span.start;
    for line in words.split_inclusive('\n') {
        let own = line.trim_start_matches(is_mark_of_item);
        let from = start + (line.len() - own.len());
        start += line.len();
        lines.push(Span::new(from, from + own.trim_end().len()));
    }
    let mut opening = lines
        .iter()
        .filter(|line| opens_with_charge(&text[line.range()]));
    if opening.nth(1).is_none() {
        return Vec::new();
    }
    let markers = lines.into_iter().map(|span| {
        let mut responsibilities = Vec::new();
        find_statements(text, span, &[], &mut responsibilities);
        Marker {
            span,
            is_paragraph: true,
            deadline: None,
            responsibilities,
        }
    });
    markers
        .filter(|marker| !marker.responsibilities.is_empty())
        .collect()
}

/// Whether a line opens with bodies and that they are in charge: 区财政局具体负责….
fn opens_with_charge(line: &str) -> bool {
    read_leading_bodies(line).is_some_and(|naming| {
        let (verb, _) = after_adverbs(&line[naming.end..]);
        let verb = verb.strip_prefix(LEAD).unwrap_or(verb);
        verb.strip_prefix(CHARGE)
            .is_some_and(|duty| !names_person(duty))
    })
}

/// The lines of a stretch that may open with a body. It may have a line of its own:
/// 县公安局：\n负责….
fn opened_lines(text: &str, span: Span) -> Vec<Opened> {
    let mut lines = Vec::new();
    let mut start = span.start;
    let mut unit: Option<usize> = None;
    for line in text[span.range()].split_inclusive('\n') {
        let own = line.trim_start_matches(is_mark_of_item);
        let from = start + (line.len() - own.len());
        let own = own.trim_end();
        start += line.len();
        if own.is_empty() {
            continue;
        }
        if own.len() <= LONGEST_UNIT && own.ends_with(['：', ':']) {
            unit = Some(from);
            continue;
        }
        let end = from + own.len();
        let above = unit.take();
        lines.extend(Opened::find(text, Span::new(from, end)));
        lines.extend(above.and_then(|above| Opened::find(text, Span::new(above, end))));
    }
    lines
}

impl Opened {
    fn find(text: &str, span: Span) -> Option<Self> {
        let words = &text[span.range()];
        let colon = COLONS.find_at(head(words, LONGEST_HEAD), 0)?.start;
        let duty = words[colon..].trim_start_matches(['：', ':', ' ', '\u{3000}']);
        let charges = [CHARGE, LEAD, "承担"]
            .iter()
            .any(|verb| duty.starts_with(verb))
            && !duty.strip_prefix(CHARGE).is_some_and(names_person);
        Some(Self {
            span,
            colon: span.start + colon,
            acts: charges || acts(duty),
            charges,
        })
    }

    fn read(&self, text: &str) -> Option<Line> {
        let mut duties = Vec::new();
        heading_statement(text, self.span, &mut duties);
        let sure = !duties.is_empty();
        if !sure {
            read_heading(text, self.span, AMONG_LINES, &mut duties);
        }
        let named = text[..self.colon].trim_end().len();
        if duties.first()?.span.end != named {
            return None;
        }
        find_statements(text, self.span, &[], &mut duties);
        Some(Line {
            span: self.span,
            duties,
            sure,
            acts: self.acts,
            charges: self.charges,
        })
    }
}

/// Whether words open with what a body does, not with how or when: 按照国家部署.
fn acts(words: &str) -> bool {
    let (verb, _) = after_adverbs(words);
    let opens = opening_verb(verb).is_some()
        || opens_with("act", verb).is_some()
        || opens_clause(words)
        || opens_clause(verb);
    opens && opens_with("by", words).is_none()
}

/// Whether a line is a sentence, not a name and its number.
fn is_sentence(line: &str) -> bool {
    line.ends_with(['。', '；', ';']) && !line.contains("电话")
}
