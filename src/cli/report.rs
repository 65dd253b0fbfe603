//! What goes to standard error.

use std::collections::BTreeMap;

use gongwen::Severity;

use super::convert::Product;
use super::failure::Failure;

/// Prints a document's diagnostics as `path:line:col: warning[code]: message`, with the line
/// and a caret under the place.
pub(super) fn diagnostics(name: &str, product: &Product) {
    let Product::Parsed(parsed) = product else {
        return;
    };
    let text = &parsed.document.text;
    for diagnostic in &parsed.document.diagnostics {
        let severity = match diagnostic.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
        };
        let name = escaped(name);
        let Some(span) = diagnostic.span else {
            eprintln!(
                "{name}: {severity}[{}]: {}",
                diagnostic.code, diagnostic.message
            );
            continue;
        };
        let place = gongwen::LineColumn::of(text, span.start);
        eprintln!(
            "{name}:{}:{}: {severity}[{}]: {}",
            place.line, place.column, diagnostic.code, diagnostic.message
        );
        let (line, indent, width) = gongwen::excerpt(text, span);
        eprintln!("  {}", escaped(&line));
        eprintln!("  {}{}", " ".repeat(indent), "^".repeat(width.max(1)));
    }
}

/// Prints an input that failed, and why.
pub(super) fn failure(failure: &Failure) {
    eprintln!(
        "gongwen: {}: {}",
        escaped(&failure.name),
        escaped(&failure.message)
    );
}

/// Prints how a run over several inputs ended.
pub(super) fn summary(
    done: usize,
    failed: usize,
    resumed: usize,
    skipped: &BTreeMap<String, usize>,
) {
    let mut line = format!("gongwen: {done} documents read, {failed} failed");
    if resumed > 0 {
        line += &format!(", {resumed} done before");
    }
    if !skipped.is_empty() {
        let kinds: Vec<String> = skipped
            .iter()
            .map(|(kind, count)| format!("{count} {}", escaped(kind)))
            .collect();
        line += &format!("; files passed over: {}", kinds.join(", "));
    }
    eprintln!("{line}");
}

/// Words with control characters written out, so that no document steers the terminal.
pub(super) fn escaped(words: &str) -> String {
    words
        .chars()
        .flat_map(|c| {
            let shown = if c.is_control() || ('\u{202A}'..='\u{202E}').contains(&c) {
                c.escape_unicode().to_string()
            } else {
                c.to_string()
            };
            shown.chars().collect::<Vec<_>>()
        })
        .collect()
}
