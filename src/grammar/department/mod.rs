//! Names of bodies: lists of them, and what body a name stands for.

mod leading;
mod lexicon;
mod list;
mod name;

use super::bracket;
use crate::model::DepartmentKind;
pub(crate) use leading::{Naming, is_one_name, read_leading_bodies};
pub(crate) use lexicon::Lexicon;
pub(crate) use list::read_department_list;
pub(crate) use name::{
    are_bodies, is_class_noun, is_clean_name, is_level_list, is_listed_name,
    is_local_body, is_person, is_vague, may_end_name, names_class, opens_clause,
    read_body, without_clause,
};

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Body {
    /// Full name of the kind of body without its region.
    pub(crate) canonical: Option<&'static str>,
    pub(crate) kind: DepartmentKind,
    /// Byte at which the words begin that the lexicon knows; the name's end when it knows
    /// none.
    known_at: usize,
    /// The name is a field of work without a word for a body: `财政`, `卫生计生`.
    pub(crate) bare: bool,
}

impl Body {
    /// Whether the words name a body at all.
    pub(crate) fn is_body(self) -> bool {
        self.kind != DepartmentKind::Other || self.canonical.is_some()
    }

    /// Whether a name is that of a known body of the State and nothing else:
    /// `国家发展改革委`, no region. 国务院 mostly opens a longer one.
    pub(crate) fn is_national(self, name: &str) -> bool {
        self.canonical.is_some()
            && !self.bare
            && name != "国务院"
            && matches!(name.get(..self.known_at), Some("" | "国家"))
    }
}

/// The body a name stands for: canonical name and kind. The region, the level and a second
/// name in brackets are left out: `区党委组织部(编办)` is `组织部`.
pub(crate) fn resolve(name: &str) -> (Option<&'static str>, DepartmentKind) {
    let body = read_body(name);
    (body.canonical, body.kind)
}

/// A bracket of a name; some write 各县<市、区>政府.
fn is_opening(c: char) -> bool {
    bracket::is_opening(c) || matches!(c, '<' | '＜')
}

fn is_closing(c: char) -> bool {
    bracket::is_closing(c) || matches!(c, '>' | '＞')
}

pub(crate) fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9FFF}').contains(&c) || ('\u{20000}'..='\u{323AF}').contains(&c)
}

#[cfg(test)]
mod tests;
