//! Duties that an item has from its heading: `区规划资源局：…`.

use std::sync::LazyLock;

use super::body::is_plain_name;
use super::{CHARGE, LEAD};
use crate::extract::responsibility::{add, own_role, responsibility};
use crate::grammar::department::{
    are_bodies, is_level_list, is_vague, read_body, read_department_list,
};
use crate::lexicon::chars::CharSet;
use crate::lexicon::duty::{after_adverbs, closes_with, opening_verb};
use crate::model::{DepartmentKind, Responsibility, Role};
use crate::span::Span;
use crate::text::head;

/// What the name of a body at the head of an item may be followed by.
static HEAD_ENDS: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(["：:\n。，"]));

/// Bytes of a list of bodies that is a heading at the most.
pub(super) const LONGEST_HEAD: usize = 600;

/// Adds the duty that an item in a list of duties has from its heading: `区规划资源局：…`,
/// or a heading of nothing but the body's name.
pub(crate) fn heading_statement(text: &str, own: Span, list: &mut Vec<Responsibility>) {
    read_heading(text, own, SURE, list);
}

/// [`heading_statement`] below a heading that says that duties follow (职责分工): a full stop
/// closes the name there as well, `服务办。做好…`, and it may be a short one.
pub(crate) fn unit_statement(text: &str, own: Span, list: &mut Vec<Responsibility>) {
    read_heading(text, own, AMONG_DUTIES, list);
}

/// Adds the duty of the bodies that the heading of a chapter's part names, with what they do
/// below it: `（一）县公安局`.
pub(crate) fn unit_heading(text: &str, heading: Span, list: &mut Vec<Responsibility>) {
    let words = text[heading.range()].trim_end_matches(['：', ':', '。']);
    let within = words.len() <= LONGEST_HEAD;
    if let Some(names) = within.then(|| names(words, AMONG_DUTIES)).flatten() {
        let span = Span::new(heading.start, heading.start + words.len());
        add(
            list,
            responsibility(text, span, Role::Responsible, false, &names),
        );
    }
}

/// Which headings are read as the names of bodies.
#[derive(Clone, Copy)]
pub(super) struct Names {
    /// Characters of a name that nothing but its last word tells, at the least.
    shortest: usize,
    /// Whether it stands below a heading that says that duties follow.
    among_duties: bool,
}

/// A heading on its own.
const SURE: Names = Names {
    shortest: 4,
    among_duties: false,
};

/// A line among others that open with bodies: 财政所：….
pub(super) const AMONG_LINES: Names = Names {
    shortest: 3,
    among_duties: false,
};

/// An item of a chapter of duties.
const AMONG_DUTIES: Names = Names {
    shortest: 3,
    among_duties: true,
};

/// [`heading_statement`] with the names that `wanted` tells.
pub(super) fn read_heading(
    text: &str,
    own: Span,
    wanted: Names,
    list: &mut Vec<Responsibility>,
) {
    /// Characters of a duty at the least.
    const SHORTEST: usize = 6;
    let words = &text[own.range()];
    let Some(end) = HEAD_ENDS.find_at(head(words, LONGEST_HEAD), 0) else {
        return;
    };
    let (name, rest) = (words[..end].trim(), &words[end..]);
    let closed = rest.starts_with('，') || rest.starts_with('。') && !wanted.among_duties;
    if closed || rest.chars().nth(SHORTEST - 1).is_none() {
        return;
    }
    let rest = rest.trim_start_matches(['：', ':', '。', '\n', '\r', ' ', '\u{3000}']);
    // 县公安局（牵头单位）：…
    let noted = own_role(name);
    let Some(names) = names(noted.map_or(name, |(bare, _)| bare), wanted)
        .filter(|names| names.iter().all(|name| own_role(name).is_none()))
    else {
        return;
    };
    // 负责牵头 leads as 牵头负责 does.
    let role = if let Some((_, role)) = noted {
        role
    } else if rest.strip_prefix(CHARGE).unwrap_or(rest).starts_with(LEAD) {
        Role::Lead
    } else if only_helps(rest) {
        Role::Cooperating
    } else {
        Role::Responsible
    };
    let span = Span::new(own.start, own.start + end);
    add(list, responsibility(text, span, role, false, &names));
}

/// The bodies that a heading is the names of and nothing else.
fn names(heading: &str, wanted: Names) -> Option<Vec<&str>> {
    let heading = if wanted.among_duties {
        without_duties(heading)
    } else {
        heading
    };
    // 各镇、街道、开发区 is one collective.
    if heading.starts_with('各') && is_level_list(heading) {
        return Some(vec![heading]);
    }
    let names = read_department_list(heading);
    let known = names.iter().all(|name| {
        let body = read_body(name);
        let length = name.chars().count();
        let place = names.len() > 1
            && (body.kind == DepartmentKind::Government || is_level_list(name));
        let sure = body.canonical.is_some()
            || (body.kind != DepartmentKind::Collective || name.starts_with('各'))
                && length >= wanted.shortest
            || place && length > 2;
        // 各建设单位, not 各部门
        let named = !is_vague(name) || name.starts_with('各') && length > 4;
        sure && !body.bare && named && is_plain_name(name)
    });
    (known && are_bodies(&names)).then_some(names)
}

/// A heading without the noun that says that it is of a body's duties: 县教育局|的主要职责.
fn without_duties(heading: &str) -> &str {
    let noun = closes_with("chapter", heading).unwrap_or(0);
    heading[..heading.len() - noun].trim_end_matches('的')
}

/// Whether all that a body has to do is to help: 协助做好物资供应工作. Who guides others does
/// that itself.
fn only_helps(duty: &str) -> bool {
    let helps = |words: &str| {
        opening_verb(after_adverbs(words).0).is_some_and(|(role, length)| {
            role == Role::Cooperating && !words[..length].contains("指导")
        })
    };
    duty.trim_end()
        .trim_end_matches(['。', '；', ';'])
        .split(['。', '；', ';'])
        .all(|sentence| helps(sentence.trim()))
}
