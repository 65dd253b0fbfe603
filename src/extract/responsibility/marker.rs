//! Statements of responsibility set apart from the text: `（省商务厅牵头，合肥海关配合）`,
//! or a line `责任单位：省教育厅`.

use std::sync::LazyLock;

use regex::Regex;

use super::{add, department, responsibility};
use crate::diagnostic::{Code, Diagnostics};
use crate::extract::deadline;
use crate::grammar::bracket::{self, Bracket, find_brackets};
use crate::grammar::department::{
    are_bodies, is_clean_name, is_han, read_body, read_department_list,
    read_leading_bodies,
};
use crate::lexicon::Name;
use crate::lexicon::any::AnyOf;
use crate::lexicon::duty::{Label, closing_verb, own_words, read_label, without_tail};
use crate::lexicon::merged::Table;
use crate::model::{Department, DepartmentKind, Responsibility, Role};
use crate::span::Span;
use crate::text::Needles;

/// A statement of responsibility set apart from the text.
#[derive(Debug)]
pub(crate) struct Marker {
    /// Brackets included.
    pub(crate) span: Span,
    /// Words that say by when, e.g. `5月底取得明显成效并持续推进`.
    pub(crate) deadline: Option<Span>,
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
        let words =
            "牵头|负责|责任|配合|参与|参加|指导|协同|协助|协办|主办|承办|落实|下同|不再";
        AnyOf::of(words.split('|').chain(own_words(rows)))
    },
    |own| &own.duty_keyword,
);

/// Whether the order of names has a meaning: `列第一位者为牵头单位`.
fn says_first_leads(words: &str) -> bool {
    static FIRST: LazyLock<Needles> = LazyLock::new(|| Needles::of(&["首", "第一"]));
    static POSITION: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = "(?:列|排|排名|位列|名列|排序)(?:在|为|于)?(?:首位|第一|首)[^。；\n]{0,16}(?:牵头|主要负责|主办|汇总)\
                       |(?:首位|第一位?|第一个|首个)的?(?:责任)?(?:单位|部门|者)?为[^。；\n]{0,4}牵头";
        // OK because the pattern is constant.
        Regex::new(pattern).expect("a valid pattern")
    });
    FIRST.are_in(words) && POSITION.is_match(words)
}

/// A line that begins with the label of a list: `责任单位：`.
static LINE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?m)(?:^|[。；！ \t\u3000])[ \t\u3000]*[【\[]?([\p{Han}（）()]{2,16}?)[】\]]?[ \t\u3000]*[:：]";
    // OK because the pattern is constant.
    Regex::new(pattern).expect("a valid pattern")
});

/// What the label of a list holds.
static LABEL_WORD: Table<AnyOf> = Table::new(
    Name::Role,
    |rows| {
        let words = "牵头|责任|配合|负责|协办|协同|参与|落实|实施";
        AnyOf::of(words.split('|').chain(own_words(rows)))
    },
    |own| &own.duty_line,
);

/// Gate of [`LINE`]: whether a colon follows a word of such a label in its clause.
fn may_hold_label(words: &str) -> bool {
    /// Characters between the word and the colon at the most.
    const BETWEEN: usize = 8;
    let mut from = 0;
    while let Some(word) = LABEL_WORD.find_at(words, from) {
        let mut behind = words[word.end..].chars().take(BETWEEN + 1);
        let stop = behind.find(|c| matches!(c, '。' | '；' | '，' | '\n' | ':' | '：'));
        if matches!(stop, Some(':' | '：')) {
            return true;
        }
        from = word.start + words[word.start..].chars().next().map_or(1, char::len_utf8);
    }
    false
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
    if !named {
        return markers;
    }
    if may_hold_label(words) {
        line_markers(text, span, &brackets, &mut markers, state);
    }
    if says_first_leads(words) {
        state.first_leads = true;
    }
    markers
}

// ---------------------------------------------------------------------------------------
// Brackets

fn bracket_marker(
    text: &str,
    own: Span,
    bracket: Bracket,
    state: &mut MarkerState,
    diagnostics: &mut Diagnostics,
) -> Option<Marker> {
    let mut inside = bracket.inside();
    let mut span = bracket.span;
    if is_bare_label(&text[inside.range()]) {
        // 【责任单位】省教育厅、省财政厅
        let end = line_end(text, span.end, own.end);
        inside = Span::new(inside.start, end);
        span = Span::new(span.start, end);
    }
    let body = read_statement(text, inside);
    let labelled = body.labelled;
    if !labelled && !stands_apart(text, own, span) && !body.is_certain() {
        return None;
    }
    if !labelled && !body.is_plausible() {
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

/// Whether a line may close with a bracket that nothing but its place makes a statement.
fn may_close_with_list(words: &str) -> bool {
    words.lines().any(|line| {
        let line = line.trim_end();
        line.ends_with(bracket::is_closing)
            && (line.contains("。（") || line.contains("。(") || line.contains("。〔"))
    })
}

/// A bracket of bodies alone, behind the last sentence of its line: `（市发改委、市财政局）`.
/// They are responsible. Each must be a public body that the lexicon knows, or a class of
/// them beside such ones.
fn list_marker(
    text: &str,
    own: Span,
    bracket: Bracket,
    state: &mut MarkerState,
) -> Option<Marker> {
    let behind = text[own.start..bracket.span.start]
        .trim_end()
        .ends_with('。');
    let closes = text[bracket.span.end..own.end]
        .trim_start_matches([' ', '\t', '\u{3000}'])
        .chars()
        .next()
        .is_none_or(|c| matches!(c, '\n' | '\r'));
    if !bracket.closed || !behind || !closes {
        return None;
    }
    let inside = bracket.inside();
    let words = &text[inside.range()];
    if words.contains(['。', '：', ':', '《', '“']) {
        return None;
    }
    let names = read_department_list(words);
    let is_known = |name: &&str| {
        let body = read_body(name);
        body.canonical.is_some() && !body.bare && is_clean_name(name, body)
    };
    let public = names.iter().any(is_known)
        && names
            .iter()
            .all(|name| is_known(name) || is_place_or_class(name));
    let whole = names.first().is_some_and(|name| words.starts_with(name));
    if !public || !whole {
        return None;
    }
    let statement = Statement {
        groups: vec![Group {
            role: Role::Responsible,
            division: false,
            start: inside.start,
            names,
        }],
        ..Statement::default()
    };
    Some(statement.into_marker(text, bracket.span, state))
}

/// Whether a name is a government or a class of bodies: 各县（市、区）政府, 市直各部门.
fn is_place_or_class(name: &str) -> bool {
    let body = read_body(name);
    let kind = matches!(
        body.kind,
        DepartmentKind::Government | DepartmentKind::Collective
    );
    kind && body.is_body() && is_clean_name(name, body)
}

fn is_bare_label(words: &str) -> bool {
    matches!(read_label(words), Some(Label::Bodies(_)))
        && words.trim().chars().count() > 2
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

// ---------------------------------------------------------------------------------------
// Lines

fn line_markers(
    text: &str,
    own: Span,
    brackets: &[Bracket],
    markers: &mut Vec<Marker>,
    state: &mut MarkerState,
) {
    // Brackets and the markers made of them stand in order and apart; markers of lines come
    // behind one another.
    let bracketed = markers.len();
    let mut at = own.start;
    while let Some(found) = LINE.captures(&text[at..own.end]) {
        let (Some(whole), Some(label)) = (found.get(0), found.get(1)) else {
            break;
        };
        let start = at + label.start();
        let mut next = at + whole.end();
        let before =
            markers[..bracketed].partition_point(|marker| marker.span.start <= start);
        let in_marker = before
            .checked_sub(1)
            .is_some_and(|last| markers[last].span.contains(Span::new(start, next)));
        let before = brackets.partition_point(|bracket| bracket.span.start < start);
        let in_bracket = before
            .checked_sub(1)
            .is_some_and(|last| start < brackets[last].span.end);
        let taken = in_marker || in_bracket;
        // 完善规划（责任单位：…）: the label stands in a bracket.
        let inside =
            label.as_str().rfind(['（', '(']) > label.as_str().rfind(['）', ')']);
        let is_list = !inside
            && matches!(
                read_label(label.as_str()),
                Some(Label::Bodies(_) | Label::Deadline)
            )
            && !label.as_str().contains("主办")
            && !label.as_str().contains("承办");
        if !taken && is_list {
            let end = statement_end(text, start, own.end);
            let span = Span::new(start, end);
            let body = read_statement(text, span);
            let marker = body.into_marker(text, span, state);
            if !marker.responsibilities.is_empty() || marker.deadline.is_some() {
                markers.push(marker);
                next = next.max(end);
            }
        }
        at = next;
    }
    markers.sort_by_key(|marker| marker.span.start);
    let mut done = own.start;
    markers.retain(|marker| {
        let free = marker.span.start >= done;
        done = done.max(if free { marker.span.end } else { done });
        free
    });
    join_lines(text, markers);
    // 完成时限：… on its own says nothing of who.
    markers.retain(|marker| !marker.responsibilities.is_empty());
}

/// Where a statement without brackets ends: with its line, unless the line breaks off in
/// the middle of a list.
fn statement_end(text: &str, from: usize, end: usize) -> usize {
    let mut at = from;
    loop {
        let rest = &text[at..end];
        let stop = rest.find(['\n', '。']).unwrap_or(rest.len());
        let stop = other_field(&rest[..stop]).unwrap_or(stop);
        let line = text[from..at + stop].trim_end();
        if rest[stop..].starts_with('\n') && line.ends_with(['、', '，', ',']) {
            at += stop + 1;
            continue;
        }
        return from + line.len();
    }
}

/// Where the label of another field stands behind a space: ` 主要任务：`.
fn other_field(line: &str) -> Option<usize> {
    /// Characters of such a label at the most.
    const LONGEST: usize = 6;
    let mut spaces = line.match_indices([' ', '\u{3000}']);
    let (at, _) = spaces.find(|&(at, space)| {
        let rest = &line[at + space.len()..];
        let colon = rest.find([':', '：']).unwrap_or(0);
        let label = &rest[..colon];
        let count = label.chars().count();
        (2..=LONGEST).contains(&count)
            && label.chars().all(is_han)
            && read_label(label).is_none()
    })?;
    Some(at)
}

/// Makes one marker of neighbouring lines 牵头单位：… 配合单位：….
fn join_lines(text: &str, markers: &mut Vec<Marker>) {
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

// ---------------------------------------------------------------------------------------
// What a statement says

/// The reading of a statement.
///
/// ```ebnf
/// statement = part , { ( "，" | "；" ) , part } ;
/// part  = deadline | label , "：" , list | list , verb | state ;
/// ```
#[derive(Debug, Default)]
struct Statement<'t> {
    groups: Vec<Group<'t>>,
    deadline: Option<Span>,
    /// A label with a colon makes a statement sure.
    labelled: bool,
    /// 列第一位者为牵头单位.
    first_leads: bool,
    /// Bodies of 以下均需…落实，不再列出.
    standing: Vec<Span>,
}

/// Bodies with one role.
#[derive(Debug)]
struct Group<'t> {
    role: Role,
    division: bool,
    /// Where the words begin that list them.
    start: usize,
    names: Vec<&'t str>,
}

/// A stretch between separators.
#[derive(Debug, Clone, Copy)]
struct Piece {
    span: Span,
    /// Whether a comma or more, not 、, stands before it.
    after_comma: bool,
}

fn read_statement(text: &str, inside: Span) -> Statement<'_> {
    let mut reader = Reader {
        text,
        statement: Statement::default(),
        label: None,
        pending: Vec::new(),
        joint: false,
        partners: false,
        end: inside.end,
        done: inside.start,
    };
    let mut inside = inside;
    if is_bare_label_prefix(text, inside) {
        // 【责任单位】省教育厅: the closing bracket does for a colon.
        let at = text[inside.range()].find(bracket::is_closing).unwrap_or(0);
        let label = &text[inside.start..inside.start + at];
        if let Some(label) = read_label(label) {
            reader.open_label(label);
        }
        let rest = &text[inside.start + at..inside.end];
        let skipped = rest.len()
            - rest
                .trim_start_matches(bracket::is_closing)
                .trim_start_matches(['：', ':', ' '])
                .len();
        inside.start += at + skipped;
    }
    for piece in pieces(text, inside) {
        reader.read(piece);
    }
    reader.finish()
}

fn is_bare_label_prefix(text: &str, inside: Span) -> bool {
    let words = &text[inside.range()];
    match (
        words.find(bracket::is_closing),
        words.find(bracket::is_opening),
    ) {
        (Some(close), open) if open.is_none_or(|open| close < open) => {
            is_bare_label(&words[..close])
        }
        _ => false,
    }
}

const fn is_separator(c: char) -> bool {
    matches!(c, '、' | '，' | ',' | '；' | ';')
}

/// The stretches between separators outside inner brackets and quotation marks; a label
/// after white space begins a stretch too.
fn pieces(text: &str, inside: Span) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut depth = 0usize;
    let mut start = inside.start;
    let mut after_comma = true;
    for (offset, c) in text[inside.range()].char_indices() {
        let at = inside.start + offset;
        if bracket::is_opening(c) || c == '“' {
            depth += 1;
        } else if bracket::is_closing(c) || c == '”' {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && (is_separator(c) || c == '。' || c.is_whitespace()) {
            let breaks = !c.is_whitespace() || labels_next(&text[at..inside.end]);
            if !breaks {
                continue;
            }
            pieces.push(Piece {
                span: trimmed(text, start, at),
                after_comma,
            });
            after_comma = c != '、';
            start = at + c.len_utf8();
        }
    }
    pieces.push(Piece {
        span: trimmed(text, start, inside.end),
        after_comma,
    });
    pieces.retain(|piece| !piece.span.is_empty());
    pieces
}

/// Whether a label and its colon come next.
fn labels_next(text: &str) -> bool {
    let rest = text.trim_start();
    rest.char_indices()
        .take(18)
        .find(|&(_, c)| c == '：' || c == ':')
        .is_some_and(|(at, _)| read_label(&rest[..at]).is_some())
}

fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let words = &text[start..end];
    let from = start + (words.len() - words.trim_start().len());
    Span::new(from, from + words.trim().len())
}

struct Reader<'t> {
    text: &'t str,
    statement: Statement<'t>,
    label: Option<Label>,
    /// Names that no verb has taken yet.
    pending: Vec<Piece>,
    /// Whether they are the ones behind 会同, up to what all do together.
    joint: bool,
    /// Whether the list behind 会同 still goes on: no comma came since.
    partners: bool,
    /// Where the statement ends.
    end: usize,
    /// Where the last note ended that ran over several stretches.
    done: usize,
}

impl<'t> Reader<'t> {
    fn read(&mut self, piece: Piece) {
        if piece.span.start < self.done {
            return;
        }
        if piece.after_comma {
            self.partners = false;
        }
        let Some(piece) = self.without_labels(piece) else {
            return;
        };
        let words = &self.text[piece.span.range()];
        if self.read_state(words, piece.span) {
            return;
        }
        match self.label {
            Some(Label::Deadline)
                if !piece.after_comma || self.statement.deadline.is_none() =>
            {
                self.extend_deadline(piece.span);
                return;
            }
            Some(Label::Persons) if closing_verb(words).is_none() => return,
            _ => {}
        }
        let body = read_body(words);
        let names_body = body.canonical.is_some();
        if !names_body && deadline::is_deadline(words, body) {
            self.extend_deadline(piece.span);
            return;
        }
        match closing_verb(words).filter(|_| !names_body) {
            Some(verb) => {
                let partners = std::mem::take(&mut self.partners);
                // 会同市财政局、市民政局落实: what all do together.
                let role = match verb.role {
                    Role::Responsible if partners => Role::Cooperating,
                    role => role,
                };
                self.close_group(piece, verb.subject.len(), role, verb.division);
            }
            None => match split_joint(words) {
                Some((left, right)) => self.read_joint(piece, left, right),
                None => {
                    let length = if self.joint {
                        without_tail(words).len()
                    } else {
                        words.len()
                    };
                    let span = Span::new(piece.span.start, piece.span.start + length);
                    self.pending.push(Piece { span, ..piece });
                }
            },
        }
    }

    /// What follows the labels that open a clause, each of which opens its group. One may
    /// follow another: a loop, since there may be any number of them.
    fn without_labels(&mut self, piece: Piece) -> Option<Piece> {
        let mut piece = self.without_opening(piece);
        while let Some((label, rest)) = split_label(self.text, piece.span) {
            self.open_label(label);
            if rest.is_empty() {
                return None;
            }
            piece = self.without_opening(Piece {
                span: rest,
                after_comma: true,
            });
        }
        Some(piece)
    }

    /// A clause without its preposition: 由市水务局牵头. 会同 behind the one who leads opens
    /// the list of those who cooperate, up to what they do: 会同市生态环境局推进.
    fn without_opening(&mut self, mut piece: Piece) -> Piece {
        let words = &self.text[piece.span.range()];
        if let Some(rest) = words.strip_prefix('由') {
            piece.span.start = piece.span.end - rest.len();
        } else if let Some(rest) = words.strip_prefix("会同")
            && let Some(Group {
                role: Role::Lead, ..
            }) = self.statement.groups.last()
        {
            let labelled = self.statement.labelled;
            self.open_label(Label::Bodies(Role::Cooperating));
            self.statement.labelled = labelled;
            (self.joint, self.partners) = (true, true);
            piece.span.start = piece.span.end - rest.len();
            piece.after_comma = true;
        }
        piece
    }

    fn open_label(&mut self, label: Label) {
        self.close_label();
        self.label = Some(label);
        self.statement.labelled |= matches!(label, Label::Bodies(_));
    }

    /// Gives the names so far the role of the label before them.
    fn close_label(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        if let (Some(Label::Bodies(role)), false) = (self.label, pending.is_empty()) {
            self.push_group(role, false, &pending);
        }
    }

    /// Gives a verb its bodies: all names so far, or behind a label those of its clause.
    fn close_group(&mut self, piece: Piece, subject: usize, role: Role, division: bool) {
        let words = &self.text[piece.span.start..piece.span.start + subject];
        let mut governed = match self.label {
            None => std::mem::take(&mut self.pending),
            Some(_) if piece.after_comma => Vec::new(),
            Some(_) => {
                let from = self.pending.iter().rposition(|piece| piece.after_comma);
                self.pending.split_off(from.unwrap_or(0))
            }
        };
        // 教育部会同有关部门负责
        if let Some((left, right)) = split_joint(words) {
            let start = piece.span.start;
            governed.push(Piece {
                span: trimmed(self.text, start, start + left),
                ..piece
            });
            self.push_group(Role::Lead, division, &governed);
            let partner = Piece {
                span: trimmed(self.text, start + right, start + subject),
                ..piece
            };
            self.push_group(Role::Cooperating, division, &[partner]);
            return;
        }
        let span = trimmed(self.text, piece.span.start, piece.span.start + subject);
        governed.push(Piece { span, ..piece });
        // 市文旅局、市体育局，市教育局配合: those before the comma are whom it helps.
        if role == Role::Cooperating
            && self.statement.groups.is_empty()
            && self.label.is_none()
            && let Some(from) = governed.iter().rposition(|piece| piece.after_comma)
        {
            self.push_group(Role::Responsible, division, &governed[..from]);
            governed.drain(..from);
        }
        self.push_group(role, division, &governed);
    }

    /// A会同B、C负责, cut at 、: what comes up to the verb cooperates.
    fn read_joint(&mut self, piece: Piece, left: usize, right: usize) {
        let start = piece.span.start;
        self.pending.push(Piece {
            span: trimmed(self.text, start, start + left),
            ..piece
        });
        let leads = std::mem::take(&mut self.pending);
        self.push_group(Role::Lead, false, &leads);
        self.label = Some(Label::Bodies(Role::Cooperating));
        (self.joint, self.partners) = (true, true);
        let end = start + without_tail(&self.text[piece.span.range()]).len();
        self.pending.push(Piece {
            span: trimmed(self.text, start + right, end.max(start + right)),
            after_comma: true,
        });
    }

    fn push_group(&mut self, role: Role, division: bool, pieces: &[Piece]) {
        let mut lists: Vec<Span> = Vec::new();
        for piece in pieces.iter().filter(|piece| !piece.span.is_empty()) {
            let touches = lists.last().is_some_and(|last| {
                self.text[last.end..piece.span.start]
                    .chars()
                    .all(|c| c.is_whitespace() || is_separator(c))
            });
            match lists.last_mut() {
                Some(last) if touches => last.end = piece.span.end,
                _ => lists.push(piece.span),
            }
        }
        if let Some(first) = lists.first() {
            let mut group = Group {
                role,
                division,
                start: first.start,
                names: Vec::new(),
            };
            for list in &lists {
                for name in read_department_list(&self.text[list.range()]) {
                    match own_role(name) {
                        Some((name, role)) => self.statement.groups.push(Group {
                            role,
                            names: vec![name],
                            ..group
                        }),
                        None => group.names.push(name),
                    }
                }
            }
            if !group.names.is_empty() {
                self.statement.groups.push(group);
            }
        }
    }

    /// Reads what a marker says of those after it; 下同 itself says nothing.
    fn read_state(&mut self, words: &str, span: Span) -> bool {
        if says_first_leads(words) && !words.contains(bracket::is_opening) {
            self.statement.first_leads = true;
            return true;
        }
        if words == "下同" {
            return true;
        }
        // Next to no piece says this, and the standard search is dear to begin.
        let openings = ["均需由", "均需", "均由", "均涉及"];
        let openings = if words.contains('均') {
            &openings[..]
        } else {
            &[]
        };
        for opening in openings {
            if let Some(at) = words.find(opening) {
                let from = at + opening.len();
                // 均需各县区人民政府、园区管委会落实
                let start = span.start + from;
                if let Some(naming) = read_leading_bodies(&self.text[start..self.end]) {
                    let list = Span::new(start, start + naming.end);
                    self.statement.standing.push(list);
                    self.done = list.end;
                }
                return true;
            }
        }
        words.starts_with("不再") || words.starts_with("以下不再")
    }

    fn extend_deadline(&mut self, span: Span) {
        let start = self
            .statement
            .deadline
            .map_or(span.start, |known| known.start);
        self.statement.deadline = Some(Span::new(start, span.end));
    }

    fn finish(mut self) -> Statement<'t> {
        match self.label {
            Some(_) => self.close_label(),
            None => {
                let rest = std::mem::take(&mut self.pending);
                let noted =
                    self.statement.first_leads || !self.statement.standing.is_empty();
                if !self.statement.groups.is_empty() || noted {
                    self.push_group(Role::Responsible, false, &rest);
                }
            }
        }
        self.statement.groups.sort_by_key(|group| group.start);
        self.statement
    }
}

/// The role that a bracket behind a name gives it: `市教育局（牵头）` in a list of others.
fn own_role(name: &str) -> Option<(&str, Role)> {
    let words = name.strip_suffix(bracket::is_closing)?;
    let at = words.rfind(bracket::is_opening)?;
    let note = words[at..].trim_start_matches(bracket::is_opening);
    match read_label(note) {
        Some(Label::Bodies(role)) if at > 0 => Some((words[..at].trim_end(), role)),
        _ => None,
    }
}

/// The label that opens a stretch, and what follows it.
fn split_label(text: &str, span: Span) -> Option<(Label, Span)> {
    let words = &text[span.range()];
    let (at, colon) = words
        .char_indices()
        .take(18)
        .find(|&(_, c)| c == '：' || c == ':')?;
    let label = read_label(&words[..at])?;
    let rest = trimmed(text, span.start + at + colon.len_utf8(), span.end);
    Some((label, rest))
}

/// Where 会同 joins two sides: the end of the left, the start of the right.
fn split_joint(words: &str) -> Option<(usize, usize)> {
    static JOINTLY: LazyLock<Needles> = LazyLock::new(|| Needles::of(&["会同"]));
    let at = JOINTLY.places(words).next().filter(|&at| at > 0)?;
    let left = words[..at].trim_end_matches("牵头");
    Some((left.len(), at + "会同".len()))
}

impl<'t> Statement<'t> {
    fn names(&self) -> Vec<&'t str> {
        let names = self.groups.iter().flat_map(|group| &group.names);
        names.copied().collect()
    }

    /// Whether every name is a body: enough to take a bracket inside a sentence.
    fn is_certain(&self) -> bool {
        are_bodies(&self.names()) && !self.groups.is_empty()
    }

    /// Whether every name can be one.
    fn is_plausible(&self) -> bool {
        let names = self.names();
        !names.is_empty()
            && names.iter().all(|name| {
                let body = read_body(name);
                let known = body.is_body() || name.chars().count() <= LONGEST_UNKNOWN;
                known && is_clean_name(name, body) && !name.contains(['。', '：', ':'])
            })
    }

    fn into_marker(self, text: &str, span: Span, state: &mut MarkerState) -> Marker {
        // The note may stand in a bracket of its own: (列第一位为牵头单位，下同).
        state.first_leads |= self.first_leads || says_first_leads(&text[span.range()]);
        let mut leads =
            state.first_leads && self.groups.iter().all(|group| group.role != Role::Lead);
        let mut responsibilities = Vec::new();
        for group in &self.groups {
            let mut names = group.names.as_slice();
            if leads
                && group.role == Role::Responsible
                && let Some((first, others)) = names.split_first()
            {
                leads = false;
                let first = [*first];
                add(
                    &mut responsibilities,
                    responsibility(text, span, Role::Lead, group.division, &first),
                );
                names = others;
            }
            add(
                &mut responsibilities,
                responsibility(text, span, group.role, group.division, names),
            );
        }
        for &list in &self.standing {
            let names = read_department_list(&text[list.range()]);
            state.standing.extend(names.into_iter().map(department));
        }
        if !state.standing.is_empty() && !responsibilities.is_empty() {
            let mut everyone = responsibility(text, span, Role::Responsible, false, &[]);
            everyone.departments.clone_from(&state.standing);
            add(&mut responsibilities, everyone);
        }
        Marker {
            span,
            deadline: self.deadline,
            responsibilities,
        }
    }
}

/// Characters of a body that the lexicon does not know at the most.
const LONGEST_UNKNOWN: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    /// The markers of a text, one string each: `lead 省商务厅 | cooperating 合肥海关`.
    fn read(text: &str) -> Vec<String> {
        let (mut state, mut diagnostics) =
            (MarkerState::default(), Diagnostics::default());
        let span = Span::new(0, text.len());
        find_markers(text, span, &mut state, &mut diagnostics)
            .iter()
            .map(shown)
            .collect()
    }

    fn shown(marker: &Marker) -> String {
        let groups: Vec<_> = marker
            .responsibilities
            .iter()
            .map(|responsibility| {
                let role = format!("{:?}", responsibility.role).to_lowercase();
                let names: Vec<_> = responsibility
                    .departments
                    .iter()
                    .map(|department| department.name.as_str())
                    .collect();
                let division = if responsibility.division_of_work {
                    "*"
                } else {
                    ""
                };
                format!("{role}{division} {}", names.join("/"))
            })
            .collect();
        groups.join(" | ")
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(read(text), expected, "{text}");
    }

    #[test]
    fn labels_with_colons() {
        check(
            "做好。（责任单位：省教育厅，各市、县〔区〕政府，赣江新区管委会）",
            &["responsible 省教育厅/各市、县〔区〕政府/赣江新区管委会"],
        );
        check(
            "做好。(牵头单位：区绿化市容局;配合单位：区水务局、各街镇、开发区)",
            &["lead 区绿化市容局 | cooperating 区水务局/各街镇/开发区"],
        );
        check(
            "（牵头单位：市发展改革委，配合单位：市委组织部、市人力资源和社会保障局，各区、县级市）",
            &[
                "lead 市发展改革委 | cooperating 市委组织部/市人力资源和社会保障局/各区、县级市",
            ],
        );
        check(
            "建成。(责任单位:省医改办、省医疗保障局,各相关部门按职责分工负责)",
            &["responsible 省医改办/省医疗保障局 | responsible* 各相关部门"],
        );
        check(
            "(责任单位:省卫生健康委、省人民医院,有关部门配合)",
            &["responsible 省卫生健康委/省人民医院 | cooperating 有关部门"],
        );
        check(
            "建成。【责任单位】省教育厅、省财政厅\n二、其他",
            &["responsible 省教育厅/省财政厅"],
        );
        check(
            "建成。（责任领导：张三；责任单位：市教育局；完成时限：2025年底）",
            &["responsible 市教育局"],
        );
    }

    #[test]
    fn lists_that_only_their_place_makes_statements() {
        check(
            "建成。（市发展改革委、市财政局）",
            &["responsible 市发展改革委/市财政局"],
        );
        check(
            "建成。（市教育局，各县（市、区）人民政府）\n二、其他",
            &["responsible 市教育局/各县（市、区）人民政府"],
        );
        check("加强与有关部门（市教育局、市财政局）的联系。", &[]);
        check("建成体系（市教育局）", &[]);
        check("建成。（试点地区、重点企业）", &[]);
        check("建成。（2020年）", &[]);
        check("建成。（《意见》、省教育厅）", &[]);
    }

    #[test]
    fn fields_of_one_line() {
        check(
            "建成。\n责任领导：张三 责任单位：市教育局 完成时限：持续推进",
            &["responsible 市教育局"],
        );
        check(
            "清理。 牵头单位:河东区、河西区 配合单位:市公安局、市商务局 主要任务:在10月底前清理收购站,对站点进行取缔。",
            &["lead 河东区/河西区 | cooperating 市公安局/市商务局"],
        );
    }

    #[test]
    fn those_who_help_and_those_who_are_helped() {
        check(
            "建成。（市文旅局、市体育局，市教育局配合）",
            &["responsible 市文旅局/市体育局 | cooperating 市教育局"],
        );
        check(
            "建成。（由市水务局牵头，会同市生态环境局、市农业农村局推进）",
            &["lead 市水务局 | cooperating 市生态环境局/市农业农村局"],
        );
        check(
            "建成。（市水务局牵头，会同市生态环境局、市农业农村局落实，市财政局负责）",
            &[
                "lead 市水务局 | cooperating 市生态环境局/市农业农村局 | responsible 市财政局",
            ],
        );
        check(
            "建成。（市水务局会同市生态环境局、市农业农村局负责）",
            &["lead 市水务局 | cooperating 市生态环境局/市农业农村局"],
        );
        check(
            "建成。（牵头单位：市水务局会同市生态环境局、市农业农村局推进）",
            &["lead 市水务局 | cooperating 市生态环境局/市农业农村局"],
        );
        check(
            "建成。（市水务局牵头，会同市生态环境局；市财政局、市审计局负责）",
            &["lead 市水务局 | cooperating 市生态环境局 | responsible 市财政局/市审计局"],
        );
        check(
            "建成。（责任单位：市水务局（牵头）、市财政局、市审计局（配合））",
            &["lead 市水务局 | cooperating 市审计局 | responsible 市财政局"],
        );
        check(
            "建成。（各区人民政府负责实施，市房管局指导监督）",
            &["responsible 各区人民政府 | cooperating 市房管局"],
        );
        check(
            "建成。（教育部负责，地方各级人民政府具体实施）",
            &["responsible 教育部 | responsible 地方各级人民政府"],
        );
    }

    #[test]
    fn lists_in_brackets_hold_known_bodies_and_classes_of_them() {
        for (text, expected) in [
            (
                "完成。（市教育局、各县区、市直各部门）",
                "市教育局/各县区/市直各部门",
            ),
            ("完成。〔市教育局〕", "市教育局"),
            ("完成。(市教育局)", "市教育局"),
        ] {
            check(text, &[&format!("responsible {expected}")]);
        }
        for text in [
            "完成。（市教育局",
            "完成。（市教育局、市财政局）然后继续。",
            "完成。（市教育局、试点企业）",
            "完成。（试点企业、市教育局）",
            "完成。（市教育局，有关高校）",
            "完成。（各县区、各部门）",
            "完成。（教育、财政）",
            "完成。（市教育局：张三）",
            "完成〔市教育局〕",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn brackets_behind_a_sentence_need_no_known_body() {
        let expected = &["responsible 某县发展专班"];
        for text in [
            "落实到位。（某县发展专班负责）推进",
            "落实到位！（某县发展专班负责）推进",
            "落实到位（甲）（某县发展专班负责）推进",
            "落实“甲”（某县发展专班负责）推进",
            "落实到位（某县发展专班负责）",
            "落实到位（某县发展专班负责）；推进",
            "落实到位（某县发展专班负责）\n推进",
        ] {
            check(text, expected);
        }
        check("落实到位（市教育局负责）推进。", &["responsible 市教育局"]);
        check("落实到位（技工院校内由人社局负责），推进。", &[]);
        check("（某某某某某某某某某某某某某某某某某某负责）", &[]);
        check("（建立市场监管部门负责）", &[]);
    }

    #[test]
    fn labels_of_every_place() {
        for (text, expected) in [
            ("（完善规划）责任单位：市教育局", "responsible 市教育局"),
            ("（完善规划\n责任单位：市教育局\n）", "responsible 市教育局"),
            ("。责任单位：市教育局", "responsible 市教育局"),
            ("责任单位 ： 市教育局", "responsible 市教育局"),
            (
                "（责任单位）：市教育局，市财政局",
                "responsible 市教育局/市财政局",
            ),
            ("责任单位：市教育局\n市财政局", "responsible 市教育局"),
            (
                "责任单位：市教育局、\n\n市财政局、\n市民政局\n下一条。",
                "responsible 市教育局/市财政局/市民政局",
            ),
            (
                "责任单位：市教育局，\n市财政局",
                "responsible 市教育局/市财政局",
            ),
            ("责任单位：市教育局 任务：推进", "responsible 市教育局"),
            ("责任单位：市教育局 责任人：张三", "responsible 市教育局"),
            (
                "（责任人：张三，李四；责任单位：市教育局）",
                "responsible 市教育局",
            ),
            ("（责任人：张三，市财政局负责）", "responsible 市财政局"),
            (
                "（责任领导：张三；市教育局牵头，市财政局配合）",
                "lead 市教育局 | cooperating 市财政局",
            ),
            (
                "（牵头单位: 市教育局 ; 配合单位: 市财政局 ）",
                "lead 市教育局 | cooperating 市财政局",
            ),
            (
                "（责任单位：市教育局，市民政局、市财政局牵头）",
                "responsible 市教育局 | lead 市民政局/市财政局",
            ),
            (
                "（责任单位：市教育局、市民政局会同市财政局）",
                "lead 市教育局/市民政局 | cooperating 市财政局",
            ),
            (
                "（市教育局牵头；市民政局、市财政局）",
                "lead 市教育局 | responsible 市民政局/市财政局",
            ),
            (
                "（市教育局、“两办、中心”、市财政局负责）",
                "responsible 市教育局/“两办、中心”/市财政局",
            ),
        ] {
            check(text, &[expected]);
        }
        check(
            "【牵头单位】市教育局 【配合单位】市财政局",
            &["lead 市教育局", "cooperating 市财政局"],
        );
        check(
            "责任单位：市教育局\n说明\n配合单位：市财政局",
            &["responsible 市教育局", "cooperating 市财政局"],
        );
        for text in [
            "【责任】市教育局",
            "【牵头单位市教育局】",
            "承办单位：市教育局",
            "完成时限：9月底前",
            "（市教育局，下同）",
            "（列第一位者为牵头单位，下同）",
            "（以下均需各县区政府落实，不再列出）",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn deadlines_are_told_from_bodies() {
        for (text, expected, deadline) in [
            (
                "（责任单位：市教育局，完成时限：9月底前、长期坚持）",
                "responsible 市教育局",
                "9月底前、长期坚持",
            ),
            (
                "（责任单位：市教育局；完成时限：2025年底，持续推进）",
                "responsible 市教育局",
                "2025年底，持续推进",
            ),
            (
                "（完成时限：立即，市教育局负责）",
                "responsible 市教育局",
                "立即",
            ),
            (
                "完成时限：9月底前\n责任单位：市教育局",
                "responsible 市教育局",
                "9月底前",
            ),
            (
                "责任单位：市教育局　完成时限：9月",
                "responsible 市教育局",
                "9月",
            ),
            (
                "（9月底前，10月底前，市教育局牵头）",
                "lead 市教育局",
                "9月底前，10月底前",
            ),
        ] {
            let (mut state, mut diagnostics) =
                (MarkerState::default(), Diagnostics::default());
            let span = Span::new(0, text.len());
            let markers = find_markers(text, span, &mut state, &mut diagnostics);
            let [marker] = markers.as_slice() else {
                panic!("{text}: {markers:?}");
            };
            assert_eq!(shown(marker), expected, "{text}");
            let found = marker.deadline.map(|span| &text[span.range()]);
            assert_eq!(found, Some(deadline), "{text}");
        }
    }

    #[test]
    fn notes_on_the_order_of_names_need_both_their_words() {
        for text in [
            "（市教育局、市财政局负责）承担第一责任。",
            "（市教育局、市财政局负责）首都功能。",
        ] {
            check(text, &["responsible 市教育局/市财政局"]);
            let (mut state, mut diagnostics) =
                (MarkerState::default(), Diagnostics::default());
            let span = Span::new(0, text.len());
            find_markers(text, span, &mut state, &mut diagnostics);
            assert!(!state.first_leads, "{text}");
        }
        check(
            "（市教育局负责；均涉及试点，不再列出）完成。（市财政局牵头）",
            &["responsible 市教育局", "lead 市财政局"],
        );
        check(
            "（市教育局负责；以下均由各县区政府落实，不再列出）完成。（无）（市财政局牵头）",
            &[
                "responsible 市教育局 | responsible 各县区政府",
                "lead 市财政局 | responsible 各县区政府",
            ],
        );
    }

    #[test]
    fn verbs_after_lists() {
        check(
            "建成。（省商务厅牵头，合肥海关配合）",
            &["lead 省商务厅 | cooperating 合肥海关"],
        );
        check(
            "建成。（财政部牵头，国务院相关部门及各地区按职责分工负责）",
            &["lead 财政部 | responsible* 国务院相关部门/各地区"],
        );
        check(
            "〔各级人民政府负责,区党委组织部(编办),发展改革委、卫生健康委,西藏军区保障部配合〕",
            &["responsible 各级人民政府 | \
               cooperating 区党委组织部(编办)/发展改革委/卫生健康委/西藏军区保障部"],
        );
        check(
            "建成。（省厅甲局、省乙局按职责分工牵头，省丙局等省直有关部门配合）",
            &["lead* 省厅甲局/省乙局 | cooperating 省丙局"],
        );
        check(
            "建成。（商务部指导，供销合作总社参与）",
            &["cooperating 商务部 | cooperating 供销合作总社"],
        );
        check(
            "建成。（国家发展改革委、财政部会同有关部门负责）",
            &["lead 国家发展改革委/财政部 | cooperating 有关部门"],
        );
        check(
            "做好。（省十大新兴产业推进组工作专班牵头单位牵头，省十大新兴产业推进组工作专班成员单位按职责分工配合）",
            &["lead 省十大新兴产业推进组工作专班牵头单位 | \
               cooperating* 省十大新兴产业推进组工作专班成员单位"],
        );
        check(
            "做好。（农业农村部、工业和信息化部牵头负责）",
            &["lead 农业农村部/工业和信息化部"],
        );
    }

    #[test]
    fn deadlines_inside_markers() {
        let text = "（5月底取得明显成效并持续推进，牵头考核单位：市审批服务局）";
        let (mut state, mut diagnostics) =
            (MarkerState::default(), Diagnostics::default());
        let span = Span::new(0, text.len());
        let markers = find_markers(text, span, &mut state, &mut diagnostics);
        let deadline = markers[0].deadline.unwrap();
        assert_eq!(&text[deadline.range()], "5月底取得明显成效并持续推进");
        assert_eq!(shown(&markers[0]), "lead 市审批服务局");
    }

    #[test]
    fn the_first_named_leads_from_its_note_on() {
        check(
            "甲。（工业和信息化部、科技部等负责。列第一位者为牵头单位，下同）乙。（教育部、财政部等负责）丙。（各省级人民政府负责）",
            &[
                "lead 工业和信息化部 | responsible 科技部",
                "lead 教育部 | responsible 财政部",
                "lead 各省级人民政府",
            ],
        );
        check(
            "甲。（税务总局、财政部负责，排在第一位的部门为牵头部门，下同）乙。（海关总署牵头，财政部配合）",
            &[
                "lead 税务总局 | responsible 财政部",
                "lead 海关总署 | cooperating 财政部",
            ],
        );
        check(
            "甲。（省发展改革委、省商务厅按职责分工负责，列第一的为牵头单位，下同）",
            &["lead* 省发展改革委 | responsible* 省商务厅"],
        );
        check(
            "责任单位：市发改委、市财政局(除标注“分别牵头”外,列第一位为牵头或汇总单位,下同)\n",
            &["lead 市发改委 | responsible 市财政局"],
        );
    }

    #[test]
    fn standing_bodies_are_responsible_from_their_note_on() {
        check(
            "甲。〔责任单位：省发展改革委、商务厅按职责分工负责。具体任务均涉及相关市（州）人民政府，不再做分工，下同。〕乙。〔责任单位：省市场监管局〕",
            &[
                "responsible* 省发展改革委/商务厅 | responsible 相关市（州）人民政府",
                "responsible 省市场监管局 | responsible 相关市（州）人民政府",
            ],
        );
    }

    #[test]
    fn notes_that_run_on_over_a_list_are_read_whole() {
        check(
            "甲。(责任单位:市工信局、市财政局等有关部门,各县区人民政府、园区管委会。以下政策措施均需各县区人民政府、园区管委会落实,不再单独列出)乙。（责任单位：市教育局）",
            &[
                "responsible 市工信局/市财政局/各县区人民政府/园区管委会",
                "responsible 市教育局 | responsible 各县区人民政府/园区管委会",
            ],
        );
        check(
            "甲。〔市生态环境局牵头,各县、区人民政府(管委会)负责落实。以下各项工作均需各县、区人民政府(管委会)落实,不再列出。〕乙。〔市公安局牵头〕",
            &[
                "lead 市生态环境局 | responsible 各县、区人民政府(管委会)",
                "lead 市公安局 | responsible 各县、区人民政府(管委会)",
            ],
        );
        check(
            "甲。(市教育局、市委农办,各县人民政府,排名第一位为牵头单位,下同)乙。（市公安局、市司法局负责）",
            &[
                "lead 市教育局 | responsible 市委农办/各县人民政府",
                "lead 市公安局 | responsible 市司法局",
            ],
        );
        check(
            "责任单位:市发改委、市财政局(第一责任单位为牵头单位,下同)\n",
            &["lead 市发改委 | responsible 市财政局"],
        );
    }

    #[test]
    fn classes_of_a_government_are_bodies() {
        check(
            "建成。（市发展改革委牵头，市政府各部门、各县〔区〕政府按职责分工负责）",
            &["lead 市发展改革委 | responsible* 市政府各部门/各县〔区〕政府"],
        );
        check("建成。（市政府各项工作、各类学校负责）", &[]);
    }

    #[test]
    fn lines_of_their_own() {
        check(
            "做好。\n责任单位：省教育厅、省财政厅\n",
            &["responsible 省教育厅/省财政厅"],
        );
        check(
            "增长5%。\n牵头负责领导:宁波。\n牵头责任单位:市财政局。\n协同责任单位:市税务局、人行芜湖市中心支行。\n",
            &["lead 市财政局 | cooperating 市税务局/人行芜湖市中心支行"],
        );
        check("主办单位：某市人民政府办公室\n责任编辑：张三\n", &[]);
    }

    #[test]
    fn other_brackets_are_no_markers() {
        check("落实到生产队（或其他基本核算单位，下同）。", &[]);
        check(
            "证书的实施（技工院校内由人力资源社会保障行政部门负责），国务院",
            &[],
        );
        check("成员（名单附后）。", &[]);
        check("深化改革（包括落实主体责任）。", &[]);
    }

    #[test]
    fn unclosed_and_empty_markers_are_reported() {
        let text = "做好。（责任单位：省教育厅。\n（责任单位：）";
        let (mut state, mut diagnostics) =
            (MarkerState::default(), Diagnostics::default());
        let span = Span::new(0, text.len());
        let markers = find_markers(text, span, &mut state, &mut diagnostics);
        assert_eq!(
            markers.iter().map(shown).collect::<Vec<_>>(),
            ["responsible 省教育厅"]
        );
        let codes: Vec<_> = diagnostics
            .finish()
            .iter()
            .map(|found| found.code)
            .collect();
        assert_eq!(codes, [Code::UnclosedBracket, Code::NoDepartment]);
    }
}
