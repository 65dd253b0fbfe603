//! Reads a statement stretch by stretch: labels, lists, the verbs that close them.

use std::sync::LazyLock;

use super::bracket::is_bare_label;
use super::note::is_noted_name;
use super::piece::{Piece, closes_label, is_separator, pieces, trimmed};
use super::says_first_leads;
use super::statement::{Group, Statement};
use crate::extract::deadline;
use crate::extract::responsibility::{act_role, tail_act};
use crate::grammar::bracket;
use crate::grammar::department::{
    are_bodies, is_han, is_person, read_body, read_department_list, read_leading_bodies,
};
use crate::lexicon::any::AnyOf;
use crate::lexicon::duty::{
    Label, after_adverbs, closes_with, find_phrase, last_verb, opening_verb, opens_with,
    read_label, split_list_label, without_tail,
};
use crate::model::{DepartmentKind, Role};
use crate::span::Span;
use crate::text::Needles;

/// Reads a list that nothing but its place makes a statement, as if a label stood before it
/// that gives its bodies a role: 责任单位：.
pub(super) fn read_list(text: &str, inside: Span, role: Role) -> Statement<'_> {
    let mut reader = Reader::new(text, inside);
    reader.label = Some(Label::Bodies(role));
    for piece in pieces(text, inside) {
        reader.read(piece);
    }
    reader.finish()
}

pub(super) fn read_statement(text: &str, inside: Span) -> Statement<'_> {
    let mut reader = Reader::new(text, inside);
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
    fn new(text: &'t str, inside: Span) -> Self {
        Self {
            text,
            statement: Statement::default(),
            label: None,
            pending: Vec::new(),
            joint: false,
            partners: false,
            end: inside.end,
            done: inside.start,
        }
    }

    fn read(&mut self, piece: Piece) {
        if piece.span.start < self.done {
            return;
        }
        if piece.after_comma {
            self.partners = false;
        }
        if let Some((name, label)) = self.labelled_in_bracket(piece) {
            self.read(name);
            self.read(label);
            return;
        }
        let Some(piece) = self.without_labels(piece) else {
            return;
        };
        let piece = self.without_order_note(piece);
        let words = &self.text[piece.span.range()];
        // 一项任务涉及多个部门的，由排名首位的部门牵头: a case, and no name.
        if self.read_state(words, piece.span) || words.ends_with('的') {
            return;
        }
        match self.label {
            Some(Label::Deadline)
                if !piece.after_comma || self.statement.deadline.is_none() =>
            {
                self.extend_deadline(piece.span);
                return;
            }
            Some(Label::Persons) if last_verb(words).is_none() => return,
            _ => {}
        }
        if let Some((subject, role)) = named_as(words) {
            self.close_group(piece, subject, role, false);
            return;
        }
        let body = read_body(words);
        // 村集体经济组织 ends as a body does.
        let names_body =
            body.canonical.is_some() || words.ends_with("组织") && body.is_body();
        if !names_body && deadline::is_deadline(words, body) {
            self.extend_deadline(piece.span);
            return;
        }
        // 牵头单位要抓好落实 names nobody.
        let closing = tail_act(words, last_verb(words))
            .filter(|verb| !names_body && read_label(verb.subject).is_none());
        // 市教育局负责制定方案
        let before = closing.map_or(words, |verb| verb.subject);
        // Beside those who have a role any other verb gives one.
        let goes_on = !self.statement.groups.is_empty();
        let may_act = || {
            // 区房管局督促物业企业 ends as a company does.
            let is_name = || {
                let body = closing.map_or(body, |verb| read_body(verb.subject));
                body.is_body() && body.kind != DepartmentKind::Enterprise
            };
            goes_on && find_phrase("act", before).is_some() && !is_name()
        };
        if (ACTS.is_in(before) || may_act())
            && let Some((subject, role, division)) = acting(words, goes_on)
            && subject < before.len()
        {
            self.close_group(piece, subject, role, division);
            return;
        }
        match closing {
            // 分年度实施 has no subject.
            Some(verb) if opens_with("manner-head", verb.subject).is_some() => {}
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
                None if !self.joint && !body.is_body() && tells_manner(words) => {
                    if deadline::says_when(words) {
                        self.extend_deadline(piece.span);
                    }
                }
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
        while let Some((label, rest)) = split_label(self.text, piece.span)
            .or_else(|| self.split_further_label(piece.span))
        {
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

    /// A label of no known role behind another one, and what follows it: 验收单位 and whom else
    /// a plan thinks of have some part in the matter, while 市级部门 tells whom the role before
    /// it goes on to. What names no body is a field of its own: 联系人：张三.
    fn split_further_label(&self, span: Span) -> Option<(Label, Span)> {
        let before = self.label?;
        let words = &self.text[span.range()];
        let (at, colon) = label_colon(words)?;
        let label = words[..at].trim();
        let rest = trimmed(self.text, span.start + at + colon, span.end);
        let which = split_list_label(label);
        let known = if is_level(which.unwrap_or(label)) {
            before
        } else if which.is_some() {
            Label::Bodies(Role::Cooperating)
        } else if !is_field(label) {
            return None;
        } else if !is_person(label)
            && read_leading_bodies(&self.text[rest.range()]).is_some()
        {
            Label::Bodies(Role::Cooperating)
        } else {
            Label::Persons
        };
        Some((known, rest))
    }

    /// A clause without its preposition: 由市水务局牵头, 其中市水务局为牵头单位. 会同 behind the one
    /// who leads opens the list of those who cooperate, up to what they do: 会同市生态环境局推进.
    fn without_opening(&mut self, mut piece: Piece) -> Piece {
        let words = &self.text[piece.span.range()];
        let opened = ["由", "其中由", "其中"].iter();
        if let Some(rest) = opened.filter_map(|word| words.strip_prefix(word)).next() {
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

    /// 县农业农村局（完成时限：2025年底）: a name, and what the bracket behind it labels.
    fn labelled_in_bracket(&self, piece: Piece) -> Option<(Piece, Piece)> {
        let Span { start, end } = piece.span;
        let words = &self.text[start..end];
        let open = words.find(bracket::is_opening).filter(|&open| open > 0)?;
        let inside = words[open..].trim_start_matches(bracket::is_opening);
        let at = end - inside.len();
        let inside = inside.trim_end_matches(bracket::is_closing);
        // One bracket within another is read no further, however deep they go.
        if inside.contains(|c| bracket::is_closing(c) || bracket::is_opening(c)) {
            return None;
        }
        let label = Span::new(at, at + inside.len());
        split_label(self.text, label)?;
        let name = Piece {
            span: Span::new(start, start + words[..open].trim_end().len()),
            ..piece
        };
        let label = Piece {
            span: label,
            after_comma: true,
        };
        Some((name, label))
    }

    /// 县住建局（列首位者为牵头单位）: a name without the note on the order behind it.
    fn without_order_note(&mut self, mut piece: Piece) -> Piece {
        let words = &self.text[piece.span.range()];
        if let Some(open) = words.rfind(bracket::is_opening)
            && open > 0
            && says_first_leads(&words[open..])
        {
            self.statement.first_leads = true;
            piece.span.end = piece.span.start + words[..open].trim_end().len();
        }
        piece
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
                let text = self.text;
                let noted = self.statement.first_leads
                    || !self.statement.standing.is_empty()
                    || rest
                        .iter()
                        .any(|piece| own_role(&text[piece.span.range()]).is_some());
                if !self.statement.groups.is_empty() || noted {
                    self.push_group(Role::Responsible, false, &rest);
                }
            }
        }
        self.statement.groups.sort_by_key(|group| group.start);
        self.statement
    }
}

/// Whether a stretch tells how or when, and nobody: 立行立改, 并长期坚持, 按规定时限完成.
fn tells_manner(words: &str) -> bool {
    opens_with("manner-head", words).is_some()
        || closes_with("manner-end", words).is_some()
            && read_leading_bodies(words).is_none()
}

/// The role that a bracket behind a name gives it: `市教育局（牵头）` in a list of others.
pub(crate) fn own_role(name: &str) -> Option<(&str, Role)> {
    let words = name.strip_suffix(bracket::is_closing)?;
    let at = words.rfind(bracket::is_opening)?;
    let note = words[at..].trim_start_matches(bracket::is_opening);
    match read_label(note) {
        Some(Label::Bodies(role)) if at > 0 => Some((words[..at].trim_end(), role)),
        _ => None,
    }
}

/// The bytes of those whom a clause names as what they are, and their role:
/// `市教育局|为牵头单位`.
fn named_as(words: &str) -> Option<(usize, Role)> {
    let at = words.rfind('为').filter(|&at| at > 0)?;
    match read_label(&words[at + '为'.len_utf8()..])? {
        Label::Bodies(role) => Some((words[..at].trim_end_matches('作').len(), role)),
        _ => None,
    }
}

/// What a clause holds that says its bodies' duty before its end: names have none of it.
static ACTS: LazyLock<AnyOf> = LazyLock::new(|| {
    AnyOf::new("牵头|负责|配合|参与|协助|协同|承办|落实|实施|按|根据|结合|在职责")
});

/// The bytes of the bodies that a clause begins with and says the duty of, its role, and
/// whether it is divided: `市教育局|负责制定方案`.
///
/// Any act counts where another body has a role: who backs or watches the others cooperates.
fn acting(words: &str, goes_on: bool) -> Option<(usize, Role, bool)> {
    let naming = read_leading_bodies(words).filter(|naming| {
        are_bodies(&naming.names)
            && naming.names.iter().all(|name| read_label(name).is_none())
    })?;
    let (verb, division) = after_adverbs(&words[naming.end..]);
    let role = match opening_verb(verb) {
        Some((role, _)) => role,
        // 各市人民政府按照职责分工推进, 结合实际落实
        None if division => Role::Responsible,
        None if goes_on => act_role(verb).or_else(|| act_role(&words[naming.end..]))?,
        None => return None,
    };
    Some((naming.end, role, division))
}

/// The label that opens a stretch, and what follows it: `牵头单位：`, `牵头单位为`,
/// `牵头单位|市教育局`.
fn split_label(text: &str, span: Span) -> Option<(Label, Span)> {
    let words = &text[span.range()];
    let mut head = words.char_indices().take(18);
    if let Some((at, colon)) = head.find(|&(at, c)| closes_label(&words[..at], c)) {
        // **责任单位**：
        let label = words[..at].trim_matches('*');
        let label = read_label(label).filter(|_| !is_noted_name(label))?;
        let rest = trimmed(text, span.start + at + colon.len_utf8(), span.end);
        return Some((label, rest));
    }
    static NOUNS: LazyLock<AnyOf> = LazyLock::new(|| AnyOf::new("单位|部门|机构"));
    let end = NOUNS.find_at(words, 0)?.end;
    let label = read_label(&words[..end])?;
    let rest = trimmed(text, span.start + end, span.end);
    let naming = read_leading_bodies(&text[rest.range()])?;
    (matches!(label, Label::Bodies(_)) && are_bodies(&naming.names))
        .then_some((label, rest))
}

/// Where the colon of a label stands, and the bytes of it.
fn label_colon(words: &str) -> Option<(usize, usize)> {
    /// Characters of a label at the most.
    const LONGEST: usize = 10;
    let mut head = words.char_indices().take(LONGEST + 1);
    head.find(|&(_, c)| matches!(c, '：' | ':'))
        .map(|(at, colon)| (at, colon.len_utf8()))
}

/// Whether a label tells which bodies are meant and not what they do: 市级, 市直 before 部门,
/// or nothing.
pub(super) fn is_level(words: &str) -> bool {
    words.is_empty() || words.ends_with(['级', '直', '属'])
}

/// Whether a label is that of a field of its own: `联系人`, `监督电话`, `备注`. 各镇 is none.
fn is_field(label: &str) -> bool {
    let named = label.chars().nth(1).is_some() && label.chars().all(is_han);
    named && !read_body(label).is_body()
}

/// Where 会同 joins two sides: the end of the left, the start of the right.
fn split_joint(words: &str) -> Option<(usize, usize)> {
    static JOINTLY: LazyLock<Needles> = LazyLock::new(|| Needles::of(&["会同"]));
    let at = JOINTLY.places(words).next().filter(|&at| at > 0)?;
    let left = words[..at].trim_end_matches("牵头");
    Some((left.len(), at + "会同".len()))
}
