//! Statements of responsibility set apart from the text: `（省商务厅牵头，合肥海关配合）`,
//! or a line `责任单位：省教育厅`.

mod bracket;
mod line;
mod note;
mod piece;
mod reader;
mod statement;

use std::sync::LazyLock;

use bracket::{bracket_marker, list_marker, may_close_with_list};
use line::{line_markers, may_hold_label};
pub(crate) use note::role_notes;
pub(crate) use reader::own_role;
use reader::read_list;
use statement::Statement;

use crate::diagnostic::Diagnostics;
use crate::grammar::bracket::find_brackets;
use crate::grammar::department::read_department_list;
use crate::lexicon::Name;
use crate::lexicon::any::AnyOf;
use crate::lexicon::duty::own_words;
use crate::lexicon::merged::Table;
use crate::model::{Department, Responsibility, Role};
use crate::pattern::Pattern;
use crate::span::Span;

/// A statement of responsibility set apart from the text.
#[derive(Debug)]
pub(crate) struct Marker {
    /// Brackets included.
    pub(crate) span: Span,
    /// Words that say by when, e.g. `5月底取得明显成效并持续推进`.
    pub(crate) deadline: Option<Span>,
    /// Whether it is a paragraph that its statement opens, `公安局：负责…`, not what closes one.
    pub(crate) is_paragraph: bool,
    pub(crate) responsibilities: Vec<Responsibility>,
}

/// What earlier markers of a document say of later ones.
#[derive(Debug, Default)]
pub(crate) struct MarkerState {
    /// 列第一位者为牵头单位，下同: the first named leads.
    first_leads: bool,
    /// 以下均需各地区落实，不再列出: responsible for everything that follows.
    standing: Vec<Department>,
}

/// What a bracket must hold to be looked at.
static KEYWORD: Table<AnyOf> = Table::new(
    Name::Role,
    |rows| {
        // A label says it by its noun and colon, whatever its verb.
        let words = "牵头|负责|责任|配合|参与|参加|指导|统筹|会同|抓总|协同|协助|协办|主办|承办|落实|下同|不再\
                     |主责|会办|实施|单位：|单位:|部门：|部门:";
        AnyOf::of(words.split('|').chain(own_words(rows)))
    },
    |own| &own.duty_keyword,
);

/// Whether the order of names has a meaning: `列第一位者为牵头单位`.
fn says_first_leads(words: &str) -> bool {
    static POSITION: Pattern = Pattern::new(
        &["首", "第一"],
        "(?:列|排|排名|位列|名列|排序)(?:在|为|于)?(?:首位|第一|首)[^。；\n]{0,16}(?:牵头|主要负责|主办|汇总)\
                       |(?:首位|第一位?|第一个|首个)的?(?:责任)?(?:单位|部门|者)?为[^。；\n]{0,4}牵头",
    );
    ranks_first(words) && POSITION.is_match(words)
}

/// Whether 首 or 第一 stands behind or before what [`says_first_leads`] has beside it, as it
/// does not in 首次 and 第一责任人, which are everywhere.
fn ranks_first(words: &str) -> bool {
    static FIRST: LazyLock<AnyOf> = LazyLock::new(|| AnyOf::new("首|第一"));
    FIRST.places(words).any(|place| {
        let (before, behind) = (&words[..place.start], &words[place.end..]);
        let behind = behind.strip_prefix("责任").unwrap_or(behind);
        before.ends_with(['列', '排', '名', '序', '在', '为', '于'])
            || behind.starts_with(['位', '个', '的', '单', '部', '者', '为'])
    })
}

/// The markers of `text[span]`, an item's own words, in order.
pub(crate) fn find_markers(
    text: &str,
    span: Span,
    state: &mut MarkerState,
    diagnostics: &mut Diagnostics,
) -> Vec<Marker> {
    let words = &text[span.range()];
    let named = KEYWORD.is_in(words);
    if !named && !may_close_with_list(words) {
        return Vec::new();
    }
    let brackets = find_brackets(text, span);
    let mut markers: Vec<Marker> = Vec::new();
    for &bracket in &brackets {
        let done = markers.last().map_or(span.start, |marker| marker.span.end);
        if bracket.span.start < done {
            continue;
        }
        if KEYWORD.is_in(&text[bracket.span.range()]) {
            markers.extend(bracket_marker(text, span, bracket, state, diagnostics));
        } else {
            markers.extend(list_marker(text, span, bracket, state));
        }
    }
    if named && may_hold_label(words) {
        line_markers(text, span, &brackets, &mut markers, state);
    }
    if named && says_first_leads(words) {
        state.first_leads = true;
    }
    join_neighbours(text, &mut markers);
    // 完成时限：… on its own says nothing of who.
    markers.retain(|marker| !marker.responsibilities.is_empty());
    markers
}

/// What the cell of a table says of who does what, below the head that gives a role: a list
/// of bodies, or a statement as in a bracket: `市教育局牵头，市财政局配合`.
pub(crate) fn read_cell(
    text: &str,
    cell: Span,
    role: Role,
    state: &MarkerState,
) -> Vec<Responsibility> {
    let words = &text[cell.range()];
    let may_state = KEYWORD.is_in(words) || words.contains("会同");
    let stated = may_state
        .then(|| read_list(text, cell, role))
        .filter(Statement::is_plausible);
    let statement = stated.map_or_else(
        || Statement::of_list(read_department_list(words), cell.start, role),
        |mut statement| {
            // Below 牵头单位, 市教育局负责 says no more than the name does.
            for group in &mut statement.groups {
                if group.role == Role::Responsible {
                    group.role = role;
                }
            }
            statement
        },
    );
    let mut state = MarkerState {
        first_leads: state.first_leads,
        ..MarkerState::default()
    };
    statement
        .into_marker(text, cell, &mut state)
        .responsibilities
}

/// Makes one marker of neighbouring ones: lines 牵头单位：… 配合单位：….
fn join_neighbours(text: &str, markers: &mut Vec<Marker>) {
    if markers.len() < 2 {
        return;
    }
    let mut joined: Vec<Marker> = Vec::new();
    for marker in markers.drain(..) {
        match joined.last_mut() {
            Some(last)
                if marker.span.start >= last.span.end
                    && text[last.span.end..marker.span.start]
                        .chars()
                        .all(|c| c.is_whitespace() || "。；;，,".contains(c)) =>
            {
                last.span.end = marker.span.end;
                last.deadline = last.deadline.or(marker.deadline);
                last.responsibilities.extend(marker.responsibilities);
            }
            _ => joined.push(marker),
        }
    }
    *markers = joined;
}

#[cfg(test)]
mod tests;
