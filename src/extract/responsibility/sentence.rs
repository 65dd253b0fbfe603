//! Statements of responsibility in running sentences: `由医管办牵头，发改、财政等部门共同…`.

use crate::model::Responsibility;
use crate::span::Span;

pub(crate) fn find_statements(
    text: &str,
    own: Span,
    apart: &[Span],
    list: &mut Vec<Responsibility>,
) {
    let _ = (text, own, apart, list);
}

pub(crate) fn heading_statement(text: &str, own: Span, list: &mut Vec<Responsibility>) {
    let _ = (text, own, list);
}
