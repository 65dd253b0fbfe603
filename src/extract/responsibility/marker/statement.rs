//! What a statement says of who does what, and the marker it makes.

use super::{Marker, MarkerState, says_first_leads};
use crate::extract::responsibility::{add, department, responsibility};
use crate::grammar::department::{
    is_listed_name, read_body, read_department_list, without_clause,
};
use crate::lexicon::duty::{is_phrase, opens_with};
use crate::model::Role;
use crate::span::Span;

/// The reading of a statement.
///
/// ```ebnf
/// statement = part , { ( "，" | "；" ) , part } ;
/// part  = deadline | label , "：" , list | list , verb | state ;
/// ```
#[derive(Debug, Default)]
pub(super) struct Statement<'t> {
    pub(super) groups: Vec<Group<'t>>,
    pub(super) deadline: Option<Span>,
    /// A label with a colon makes a statement sure.
    pub(super) labelled: bool,
    /// 列第一位者为牵头单位.
    pub(super) first_leads: bool,
    /// Bodies of 以下均需…落实，不再列出.
    pub(super) standing: Vec<Span>,
}

/// Bodies with one role.
#[derive(Debug)]
pub(super) struct Group<'t> {
    pub(super) role: Role,
    pub(super) division: bool,
    /// Where the words begin that list them.
    pub(super) start: usize,
    pub(super) names: Vec<&'t str>,
}

impl<'t> Statement<'t> {
    /// A list whose place gives all its bodies one role.
    pub(super) fn of_list(names: Vec<&'t str>, start: usize, role: Role) -> Self {
        Self {
            groups: vec![Group {
                role,
                division: false,
                start,
                names,
            }],
            ..Self::default()
        }
    }

    fn names(&self) -> Vec<&'t str> {
        let names = self.groups.iter().flat_map(|group| &group.names);
        names.copied().collect()
    }

    /// Whether every name is a body: enough to take a bracket inside a sentence.
    pub(super) fn is_certain(&self) -> bool {
        let names = self.names();
        let is_body = |name: &&str| {
            let name = without_clause(name);
            let body = read_body(name);
            body.is_body() && is_listed_name(name, body)
        };
        !names.is_empty() && names.iter().all(is_body)
    }

    /// Whether every name can be one.
    pub(super) fn is_plausible(&self) -> bool {
        let names = self.names();
        !names.is_empty()
            && names.iter().all(|name| {
                let name = without_clause(name);
                let body = read_body(name);
                let known = body.is_body() || name.chars().count() <= LONGEST_UNKNOWN;
                known && is_listed_name(name, body) && !name.contains(['。', '：', ':'])
            })
    }

    /// Whether it says what the words before it are: （即村民议事、村民参与）.
    pub(super) fn explains(&self) -> bool {
        self.names().first().is_some_and(|name| {
            opens_with("gloss", name).is_some()
                && opens_with("gloss-name", name).is_none()
        })
    }

    /// Whether it sets government and public beside each other and means no one in particular:
    /// （党委政府牵头、社会组织参与）, （政府负责、部门协同）.
    pub(super) fn is_slogan(&self) -> bool {
        let names = self.names();
        let is_government = |name: &&str| is_phrase("any-government", name);
        let is_public = |name: &&str| opens_with("public", name).is_some();
        let is_any = |name: &&str| is_government(name) || is_phrase("vague", name);
        names.iter().any(is_government)
            && (names.iter().any(is_public)
                || names.len() > 1 && names.iter().all(is_any))
    }

    /// The words of one group, up to those of the next, within a statement.
    fn own_words(&self, index: usize, text: &str, whole: Span) -> Span {
        let next = self
            .groups
            .get(index + 1)
            .map_or(whole.end, |next| next.start);
        let start = self.groups[index].start.clamp(whole.start, whole.end);
        let end = next.clamp(start, whole.end);
        let words = text[start..end].trim_end();
        Span::new(start, start + words.len())
    }

    pub(super) fn into_marker(
        self,
        text: &str,
        span: Span,
        state: &mut MarkerState,
    ) -> Marker {
        // The note may stand in a bracket of its own: (列第一位为牵头单位，下同).
        state.first_leads |= self.first_leads || says_first_leads(&text[span.range()]);
        let mut leads =
            state.first_leads && self.groups.iter().all(|group| group.role != Role::Lead);
        let mut responsibilities = Vec::new();
        let whole = span;
        let mut span = span;
        for (index, group) in self.groups.iter().enumerate() {
            let mut names = group.names.as_slice();
            if whole.len() > LONGEST_STATEMENT {
                span = self.own_words(index, text, whole);
            }
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
            span: whole,
            is_paragraph: false,
            deadline: self.deadline,
            responsibilities,
        }
    }
}

/// Bytes of a statement from which on each of its groups has its own words for its text: all of
/// them would make the output grow with the square of the input. No real one is half as long.
const LONGEST_STATEMENT: usize = 8_000;

/// Characters of a body that the lexicon does not know at the most.
const LONGEST_UNKNOWN: usize = 16;
