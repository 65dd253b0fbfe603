//! Duties that an item has from its heading: `区规划资源局：…`.

use std::sync::LazyLock;

use super::LEAD;
use super::body::is_plain_name;
use crate::extract::responsibility::{add, responsibility};
use crate::grammar::department::{
    are_bodies, is_level_list, is_vague, read_body, read_department_list,
};
use crate::lexicon::chars::CharSet;
use crate::lexicon::duty::{after_adverbs, opening_verb};
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

/// Characters of a name that nothing but its last word tells, at the least.
const SURE: usize = 4;

/// [`heading_statement`] with names of `shortest` characters or more: 财政所 among others.
pub(super) fn read_heading(
    text: &str,
    own: Span,
    shortest: usize,
    list: &mut Vec<Responsibility>,
) {
    /// Characters of a duty at the least.
    const SHORTEST: usize = 6;
    let words = &text[own.range()];
    let Some(end) = HEAD_ENDS.find_at(head(words, LONGEST_HEAD), 0) else {
        return;
    };
    let (bodies, rest) = (words[..end].trim(), &words[end..]);
    if rest.starts_with(['。', '，']) || rest.chars().nth(SHORTEST - 1).is_none() {
        return;
    }
    let rest = rest.trim_start_matches(['：', ':', '\n', '\r', ' ', '\u{3000}']);
    // 各镇、街道、开发区 is one collective.
    let places = bodies.starts_with('各') && is_level_list(bodies);
    let names = if places {
        vec![bodies]
    } else {
        read_department_list(bodies)
    };
    let known = names.iter().all(|name| {
        let body = read_body(name);
        let length = name.chars().count();
        let place = names.len() > 1
            && (body.kind == DepartmentKind::Government || is_level_list(name));
        let sure = body.canonical.is_some()
            || (body.kind != DepartmentKind::Collective || name.starts_with('各'))
                && length >= shortest
            || place && length > 2;
        // 各建设单位, not 各部门
        let named = !is_vague(name) || name.starts_with('各') && length > 4;
        sure && !body.bare && named && is_plain_name(name)
    });
    if !(places || known && are_bodies(&names)) {
        return;
    }
    let role = if rest.starts_with(LEAD) {
        Role::Lead
    } else if only_helps(rest) {
        Role::Cooperating
    } else {
        Role::Responsible
    };
    let span = Span::new(own.start, own.start + end);
    add(list, responsibility(text, span, role, false, &names));
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
