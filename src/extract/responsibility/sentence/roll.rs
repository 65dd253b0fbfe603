//! Lists of duties without numbers: every line opens with whose duty it is,
//! `公安局：负责维护秩序。`.

use super::body::names_person;
use super::heading::read_heading;
use super::{CHARGE, LEAD, find_statements, heading_statement, is_mark_of_item};
use crate::extract::responsibility::Marker;
use crate::grammar::department::opens_clause;
use crate::lexicon::duty::{after_adverbs, opening_verb, opens_with};
use crate::model::Responsibility;
use crate::span::Span;

/// Lines at the least among which a name counts that nothing but its last word tells.
const LIST: usize = 3;

/// Bytes of a unit on a line of its own at the most.
const LONGEST_UNIT: usize = 120;

/// A line that opens with a body and a colon.
struct Line {
    span: Span,
    duties: Vec<Responsibility>,
    /// Whether the name alone says that it is a body's: 县公安局, but not 财政所.
    sure: bool,
    /// Whether the line goes on with what the body does.
    acts: bool,
    /// Whether it names that as its duty: 公安局：负责….
    charges: bool,
}

/// The lines of `text[span]` that give their duty to the body that they open with, as
/// statements that take the whole line.
pub(crate) fn duty_lines(text: &str, span: Span) -> Vec<Marker> {
    let words = &text[span.range()];
    if !words.contains(['：', ':']) {
        return Vec::new();
    }
    let mut lines = Vec::new();
    let mut start = span.start;
    // A unit may have a line of its own: 县公安局：\n负责….
    let mut unit: Option<usize> = None;
    for line in words.split_inclusive('\n') {
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
        lines.extend(
            read_line(text, Span::new(from, end))
                .or_else(|| read_line(text, Span::new(above?, end))),
        );
    }
    let acting = lines.iter().filter(|line| line.acts).count();
    let sure = lines.iter().filter(|line| line.acts && line.sure).count();
    let charged = lines.iter().any(|line| line.charges);
    lines.retain(|line| match (line.acts, line.sure) {
        // 公安局：110 says another thing of it; 公安局：依法打击犯罪 does among others.
        (false, sure) => {
            sure && acting >= LIST - 1 && is_sentence(&text[line.span.range()])
        }
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

fn read_line(text: &str, span: Span) -> Option<Line> {
    /// Characters of a name among others at the least.
    const SHORTEST: usize = 3;
    let words = &text[span.range()];
    let colon = words.find(['：', ':'])?;
    let mut duties = Vec::new();
    heading_statement(text, span, &mut duties);
    let sure = !duties.is_empty();
    if !sure {
        read_heading(text, span, SHORTEST, &mut duties);
    }
    let head = duties.first()?;
    if head.span.end != span.start + words[..colon].trim_end().len() {
        return None;
    }
    let duty = words[colon..].trim_start_matches(['：', ':', ' ', '\u{3000}']);
    let charges = [CHARGE, LEAD, "承担"]
        .iter()
        .any(|verb| duty.starts_with(verb))
        && !duty.strip_prefix(CHARGE).is_some_and(names_person);
    find_statements(text, span, &[], &mut duties);
    Some(Line {
        span,
        sure,
        acts: charges || acts(duty),
        charges,
        duties,
    })
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
