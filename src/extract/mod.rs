//! Stage 5: [`Page`] and [`Outline`] → [`Facts`].

mod citation;
mod deadline;
mod header;
mod member;
mod responsibility;
mod section;

use crate::diagnostic::Diagnostics;
use crate::model::{Citation, Header, Member, Section, Target, Task};
use crate::outline::Outline;
use crate::strip::Page;

/// Everything a document says that the output has a place for.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub(crate) header: Header,
    pub(crate) sections: Vec<Section>,
    pub(crate) tasks: Vec<Task>,
    pub(crate) targets: Vec<Target>,
    pub(crate) citations: Vec<Citation>,
    pub(crate) members: Vec<Member>,
}

/// Reads everything a document says that the output has a place for.
pub(crate) fn extract(
    page: &Page,
    outline: &Outline,
    diagnostics: &mut Diagnostics,
) -> Facts {
    let _ = diagnostics;
    Facts {
        header: header::find(page, outline),
        sections: section::find(page, outline),
        citations: citation::find(page),
        members: member::find(page, outline),
        ..Facts::default()
    }
}
