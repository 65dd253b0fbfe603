//! Who is responsible: statements in brackets, on lines of their own, and in sentences.

mod marker;
mod sentence;

use crate::grammar::department::{self, are_bodies, read_department_list};
use crate::lexicon::duty::{Verb, opens_with, without_adverbs, without_tail};
use crate::model::{Department, Responsibility, Role};
use crate::span::Span;

pub(super) use marker::{Marker, MarkerState, find_markers, read_cell};
use marker::{own_role, role_notes};
pub(super) use sentence::{
    charge_lines, duty_lines, find_statements, heading_statement, unit_heading,
    unit_statement,
};

/// A department as the document names it.
pub(super) fn department(name: &str) -> Department {
    let (canonical, kind) = department::resolve(name);
    Department {
        name: name.to_owned(),
        canonical: canonical.map(str::to_owned),
        kind,
    }
}

/// A statement for one role, made at `span`.
pub(super) fn responsibility(
    text: &str,
    span: Span,
    role: Role,
    division_of_work: bool,
    names: &[&str],
) -> Responsibility {
    Responsibility {
        role,
        division_of_work,
        text: text[span.range()].to_owned(),
        span,
        source_span: None,
        departments: names.iter().map(|name| department(name)).collect(),
    }
}

/// Adds a statement, leaving out bodies that already have the role.
pub(super) fn add(list: &mut Vec<Responsibility>, mut new: Responsibility) {
    /// Bodies and statements to look back through, more than any real item has.
    const BACK: usize = 1_000;
    new.departments.retain(|department| {
        !list
            .iter()
            .rev()
            .take(BACK)
            .filter(|known| known.role == new.role)
            .flat_map(|known| &known.departments)
            .take(BACK)
            .any(|known| known.name == department.name)
    });
    if !new.departments.is_empty() {
        list.push(new);
    }
}

/// What a body does beside another that has a role, by the words behind its name: who backs or
/// watches the others cooperates.
fn act_role(words: &str) -> Option<Role> {
    if opens_with("backing", words).is_some() {
        return Some(Role::Cooperating);
    }
    opens_with("act", words).map(|_| Role::Responsible)
}

/// The verb that closes a clause, or more words than it has that say no role but what the
/// bodies before them do: `各区政府|推动落实`, `各区政府|组织落实`. 党组织 and 社会组织 keep their name.
fn tail_act<'t>(words: &'t str, verb: Option<Verb<'t>>) -> Option<Verb<'t>> {
    let subject = verb.map_or(words, |verb| verb.subject);
    let tailed = without_tail(words);
    let (before, role) = match verb {
        Some(verb) if tailed.len() >= subject.len() => (subject, verb.role),
        _ if tailed.len() < words.len() => (tailed, Role::Responsible),
        _ => return verb,
    };
    let (bare, more) = without_adverbs(before);
    let organised = bare.strip_suffix("组织").map(without_adverbs);
    let named =
        |words: &str| words.is_empty() || are_bodies(&read_department_list(words));
    let (bodies, division) = match organised {
        Some((bodies, division)) if named(bodies) => (bodies, more || division),
        // What the verb says of them itself.
        _ if before.len() == subject.len() || !named(bare) => return verb,
        _ => (bare, more),
    };
    Some(Verb {
        subject: bodies,
        role,
        division: division || verb.is_some_and(|verb| verb.division),
    })
}
