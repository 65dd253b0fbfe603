//! Stage 5: [`Page`] and [`Outline`] → [`Facts`].

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

pub(crate) fn extract(
    _page: &Page,
    _outline: &Outline,
    _diagnostics: &mut Diagnostics,
) -> Facts {
    Facts::default()
}
