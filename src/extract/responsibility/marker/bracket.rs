//! Statements in brackets: `（省商务厅牵头，合肥海关配合）`.

use super::piece::is_separator;
use super::reader::{read_list, read_statement};
use super::statement::Group;
use super::{Marker, MarkerState};
use crate::diagnostic::{Code, Diagnostics};
use crate::extract::deadline;
use crate::extract::target::opens_with_verb;
use crate::grammar::bracket::{self, Bracket};
use crate::grammar::department::{
    is_clean_name, is_local_body, may_end_name, names_class, opens_clause, read_body,
};
use crate::lexicon::duty::{Label, read_label};
use crate::lexicon::mark;
use crate::model::{DepartmentKind, Role};
use crate::span::Span;

pub(super) fn bracket_marker(
    text: &str,
    own: Span,
    bracket: Bracket,
    state: &mut MarkerState,
    diagnostics: &mut Diagnostics,
) -> Option<Marker> {
    let mut inside = bracket.inside();
    let mut span = bracket.span;
    if is_bare_label(&text[inside.range()]) {
        // 县公安局（牵头单位）：查处违法行为 is of the body before it.
        if is_noted(text, own, bracket) {
            return None;
        }
        // 【责任单位】省教育厅、省财政厅
        let end = line_end(text, span.end, own.end);
        inside = Span::new(inside.start, end);
        span = Span::new(span.start, end);
    }
    let body = read_statement(text, inside);
    // 建立河长（责任单位）台账
    let bare = is_bare_label(&text[bracket.inside().range()]);
    let aside = bare && text[span.start..].starts_with(['（', '(']);
    let labelled = body.labelled
        && (!aside || stands_apart(text, own, bracket.span) || body.is_certain());
    if !labelled && !stands_apart(text, own, span) && !body.is_certain() {
        return None;
    }
    // 无牵头单位的，责任单位|即为牵头单位 has a label and says what it means.
    if body.explains() || !labelled && (!body.is_plausible() || body.is_slogan()) {
        return None;
    }
    if !bracket.closed {
        diagnostics.push(
            Code::UnclosedBracket,
            Some(span),
            "expected a closing bracket after the statement of responsibility".to_owned(),
        );
    }
    let marker = body.into_marker(text, span, state);
    if marker.responsibilities.is_empty() {
        if labelled {
            diagnostics.push(
                Code::NoDepartment,
                Some(span),
                "expected the name of a body in the statement of responsibility"
                    .to_owned(),
            );
        }
        return None;
    }
    Some(marker)
}

/// Whether a round bracket stands right behind what may be the name of a body.
fn is_noted(text: &str, own: Span, bracket: Bracket) -> bool {
    text[bracket.span.start..].starts_with(['（', '('])
        && may_end_name(&text[own.start..bracket.span.start])
}

/// Whether a line may close with a bracket that nothing but its place makes a statement.
pub(super) fn may_close_with_list(words: &str) -> bool {
    words.lines().any(|line| {
        let line = line.trim_end().trim_end_matches('。');
        line.ends_with(bracket::is_closing)
    })
}

/// Characters of a person's name before a bracket at the most.
const LONGEST_PERSON: usize = 3;

/// A bracket of bodies alone that closes its line: `（市发改委、市财政局）`. They are
/// responsible. Each must be a public body that the lexicon knows or a local one by its name,
/// or a class of them beside such ones. Within the last sentence there must be several, and
/// no body before them that they only explain: `有关部门（市教育局、市财政局）`.
pub(super) fn list_marker(
    text: &str,
    own: Span,
    bracket: Bracket,
    state: &mut MarkerState,
) -> Option<Marker> {
    let before = text[own.start..bracket.span.start].trim_end();
    let behind = before.ends_with('。');
    let closes = text[bracket.span.end..own.end]
        .trim_start_matches([' ', '\t', '\u{3000}', '。'])
        .chars()
        .next()
        .is_none_or(|c| matches!(c, '\n' | '\r'));
    if !bracket.closed || !closes || !behind && ends_with_body(before) {
        return None;
    }
    let inside = bracket.inside();
    let words = &text[inside.range()];
    // A lone name in its own line is who signs: （万载县统计局）. One inside a line explains
    // something, or says whose man somebody is: 张文（市政府办公室）.
    let own_line = text[before.len() + own.start..bracket.span.start].contains('\n');
    let mut parts = words.split(is_separator);
    let mut first = parts.next().unwrap_or(words);
    let mut alone = first.len() == words.len();
    if is_time_limit(first) {
        // 2025年6月底前，市教育局
        first = parts.next()?;
        alone = parts.next().is_none();
    }
    let heads = before[before.rfind('\n').map_or(0, |at| at + 1)..]
        .chars()
        .nth(LONGEST_PERSON)
        .is_some();
    // “十四五”期间 is no name.
    let mut quotes = words.match_indices('“');
    if words.contains(['。', '《'])
        || quotes.any(|(at, _)| !words[at..].starts_with("“十"))
        || alone && (own_line || !behind && !ends_with_work(before))
        || !behind && !heads
        || !read_body(first).is_body()
    {
        return None;
    }
    let statement = read_list(text, inside, Role::Responsible);
    let [Group { names, .. }] = statement.groups.as_slice() else {
        return None;
    };
    let is_known = |name: &&str| {
        let body = read_body(name);
        body.canonical.is_some() && !body.bare && is_clean_name(name, body)
            || is_local_body(name, body)
    };
    let kind = |name: &&str| read_body(name).kind;
    let office = names
        .iter()
        .any(|name| is_known(name) && kind(name) != DepartmentKind::Enterprise);
    // Behind the last sentence a class of bodies is whose work it is: （各镇街、县直有关部门）
    let public = (behind && names.iter().any(|name| names_class(name))
        || names.iter().any(is_known))
        && names.iter().all(|name| {
            is_known(name) || is_place_or_class(name) || office && serves_public(name)
        });
    let whole = names
        .first()
        .is_some_and(|name| first.trim_start().starts_with(name));
    if !public || !whole {
        return None;
    }
    Some(statement.into_marker(text, bracket.span, state))
}

/// Whether the clause that words end with tells of work: 加快物流发展|（县商务局）, not 张文（市政府办公室）.
fn ends_with_work(words: &str) -> bool {
    let start = words.rfind(['。', '；', '，', ',', '\n']);
    let clause =
        words[start.unwrap_or(0)..].trim_start_matches(['。', '；', '，', ',', '\n']);
    // 联系电话：12345678（县民政局）, but 新增城镇就业1万人（市人社局）
    let told =
        clause.contains(['：', ':']) || clause.ends_with(|c: char| c.is_ascii_digit());
    !told && (opens_with_verb(clause) || opens_clause(clause))
}

/// Whether words say by when something is to be done: 6月底前, and not when it was.
fn is_time_limit(words: &str) -> bool {
    words.ends_with('前') && deadline::is_deadline(words, read_body(words))
}

/// Whether words end in what may name a body or a list of them: 有关部门, 名单, 小组.
fn ends_with_body(words: &str) -> bool {
    /// 试点地区, 联络员, 工作组.
    const OTHERS: [char; 5] = ['组', '员', '市', '县', '区'];
    // 建设物流园区
    let place = mark::BUILT_PLACE.ending(words).is_some();
    (may_end_name(words) || words.ends_with(OTHERS)) && !place || words.ends_with("名单")
}

/// Whether a name is a government or a class of bodies: 各县（市、区）政府, 市直各部门.
fn is_place_or_class(name: &str) -> bool {
    is_of_kind(
        name,
        &[DepartmentKind::Government, DepartmentKind::Collective],
    )
}

/// Whether a name is that of who works for an office beside it: 轨道集团, 各通信企业, 各学校, but
/// not 试点企业.
fn serves_public(name: &str) -> bool {
    let named = name.ends_with("公司") || name.ends_with("集团");
    let kinds = [DepartmentKind::Enterprise, DepartmentKind::Institution];
    (named || name.starts_with('各')) && is_of_kind(name, &kinds)
}

fn is_of_kind(name: &str, kinds: &[DepartmentKind]) -> bool {
    let body = read_body(name);
    kinds.contains(&body.kind) && body.is_body() && is_clean_name(name, body)
}

pub(super) fn is_bare_label(words: &str) -> bool {
    matches!(read_label(words), Some(Label::Bodies(_)))
        && words.trim().chars().count() > 2
        // 市教育局（牵头）、各县区 is a list.
        && !words.contains('、')
}

fn line_end(text: &str, from: usize, end: usize) -> usize {
    let rest = &text[from..end];
    let stop = rest.find(['\n', '【', '。']).unwrap_or(rest.len());
    from + rest[..stop].trim_end().len()
}

/// Whether a bracket stands behind a sentence or at the end of a line, not within one.
fn stands_apart(text: &str, own: Span, span: Span) -> bool {
    let before = text[own.start..span.start].trim_end();
    let after = text[span.end..own.end].trim_start_matches([' ', '\t', '\u{3000}']);
    before.is_empty()
        || before.ends_with(['。', '；', '！', '？', ';', '”', '.', ':', '：'])
        || before.ends_with(bracket::is_closing)
        || after.is_empty()
        || after.starts_with(['\n', '\r', '。', '；', ';'])
}
