//! Who is responsible: statements in brackets, on lines of their own, and in sentences.

mod marker;
mod sentence;

use crate::grammar::department;
use crate::model::{Department, Responsibility, Role};
use crate::span::Span;

pub(super) use marker::{Marker, MarkerState, find_markers, read_cell};
pub(super) use sentence::{duty_lines, find_statements, heading_statement};

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
    new.departments.retain(|department| {
        !list
            .iter()
            .filter(|known| known.role == new.role)
            .flat_map(|known| &known.departments)
            .any(|known| known.name == department.name)
    });
    if !new.departments.is_empty() {
        list.push(new);
    }
}
