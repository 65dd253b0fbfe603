//! What is true of every output, whatever the input: the tests and the fuzz targets hold it
//! with the same words.

// Each test takes what it needs.
#![allow(dead_code)]

use gongwen::{Document, Parsed, Parser, SourceSpan, Span, Stage, Task};

/// An input with what was made of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Case<'c> {
    pub(crate) bytes: &'c [u8],
    pub(crate) parsed: &'c Parsed,
}

/// A rule says of a case that breaks it where and how.
pub(crate) type Rule = fn(Case<'_>) -> Result<(), String>;

/// All of them, the cheap ones first.
pub(crate) const RULES: [(&str, Rule); 13] = [
    ("spans slice to the words", spans_slice),
    ("spans lie on character boundaries", spans_lie_on_boundaries),
    ("sections and tasks stand in order", items_stand_in_order),
    ("paths name one task each", paths_name_one_task_each),
    ("facts lie in their items", facts_lie_in_their_items),
    ("an outline's depth is capped", depth_is_capped),
    (
        "removed stretches do not overlap",
        removed_stretches_stand_in_order,
    ),
    ("spans in JSON count code points", spans_in_json),
    ("kept and removed tile", kept_and_removed_tile),
    ("JSON reads back", json_reads_back),
    ("edits give the source", edits_give_the_source),
    ("source spans are monotone", source_spans_are_monotone),
    (
        "same bytes give the same JSON",
        same_bytes_give_the_same_json,
    ),
];

/// How many of them are cheap.
const CHEAP: usize = 7;

/// Parses, and holds every rule; an error must be one that bytes can cause.
#[track_caller]
pub(crate) fn hold(bytes: &[u8]) {
    hold_rules(bytes, &RULES);
}

/// As `hold`, but of the costly rules one alone, picked by the bytes: many inputs hold all.
#[track_caller]
pub(crate) fn hold_in_turn(bytes: &[u8]) {
    let (cheap, costly) = RULES.split_at(CHEAP);
    let sum = bytes.iter().fold(bytes.len(), |sum, &byte| {
        sum.wrapping_mul(31).wrapping_add(usize::from(byte))
    });
    let turn = costly[sum % costly.len()];
    hold_rules(bytes, &[cheap, &[turn]].concat());
}

#[track_caller]
fn hold_rules(bytes: &[u8], rules: &[(&str, Rule)]) {
    match gongwen::parse(bytes) {
        Ok(parsed) => {
            let case = Case {
                bytes,
                parsed: &parsed,
            };
            for (name, rule) in rules {
                if let Err(place) = rule(case) {
                    panic!("{name}: {place:.300}\nin {:?}", words(bytes));
                }
            }
        }
        Err(error) => {
            assert!(["not-text", "empty"].contains(&error.code()), "{error}");
            assert!(!error.to_string().is_empty());
        }
    }
}

/// An input as a message shows it, not all of a long one.
fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).chars().take(1000).collect()
}

/// Every fact's span with the words it claims.
fn quotes(document: &Document) -> Vec<(Span, &str)> {
    let mut quotes = Vec::new();
    for task in &document.tasks {
        quotes.push((task.span, task.text.as_str()));
        for responsibility in &task.responsibilities {
            quotes.push((responsibility.span, responsibility.text.as_str()));
        }
    }
    quotes.extend(document.targets.iter().map(|t| (t.span, t.quote.as_str())));
    quotes.extend(document.citations.iter().map(|c| (c.span, c.text.as_str())));
    let repaired = document.repairs.iter().filter(|r| !r.span.is_empty());
    quotes.extend(repaired.map(|repair| (repair.span, repair.to.as_str())));
    quotes
}

/// Every other span.
fn places(document: &Document) -> Vec<Span> {
    let mut places: Vec<Span> = document.sections.iter().map(|s| s.span).collect();
    places.extend(document.members.iter().map(|member| member.span));
    places.extend(document.header.spans.values().flatten());
    places.extend(document.diagnostics.iter().filter_map(|d| d.span));
    places
}

pub(crate) fn spans_slice(case: Case<'_>) -> Result<(), String> {
    let document = &case.parsed.document;
    for (span, words) in quotes(document) {
        let slice = document.text.get(span.range());
        if slice != Some(words) || words.is_empty() {
            return Err(format!("{span:?} is {slice:?}, expected {words:?}"));
        }
    }
    Ok(())
}

pub(crate) fn spans_lie_on_boundaries(case: Case<'_>) -> Result<(), String> {
    let document = &case.parsed.document;
    let outside = places(document)
        .into_iter()
        .find(|span| document.text.get(span.range()).is_none());
    outside.map_or(Ok(()), |span| Err(format!("{span:?}")))
}

pub(crate) fn spans_in_json(case: Case<'_>) -> Result<(), String> {
    let document = case.parsed.document.clone().in_code_points();
    if !document.spans_fit() {
        return Err("a span ends behind the text".to_owned());
    }
    let characters: Vec<char> = document.text.chars().collect();
    for (span, words) in quotes(&document) {
        if !characters[span.range()].iter().copied().eq(words.chars()) {
            return Err(format!("{span:?}, expected {words:?}"));
        }
    }
    Ok(())
}

pub(crate) fn kept_and_removed_tile(case: Case<'_>) -> Result<(), String> {
    let parsed = case.parsed;
    let text = Parser::new()
        .product(case.bytes, Stage::Normalize)
        .map_err(|error| error.to_string())?;
    // Every kept character and every removed stretch by where it comes from.
    // What was taken away and rewritten side by side is one change: the shorter comes first.
    let mut pieces: Vec<(SourceSpan, &str)> = parsed
        .document
        .text
        .char_indices()
        .map(|(at, c)| {
            let span = Span::new(at, at + c.len_utf8());
            let piece = &parsed.document.text[span.range()];
            (parsed.source_span(span), piece)
        })
        .collect();
    let removed = &parsed.document.removed;
    pieces.extend(removed.iter().map(|r| (r.source_span, &*r.text)));
    pieces.sort_by_key(|piece| (piece.0.start, piece.0.end));
    let solid = |c: &char| !c.is_whitespace();
    let tiled = pieces
        .iter()
        .flat_map(|piece| piece.1.chars())
        .filter(solid);
    let mut expected = text.chars().filter(solid);
    for (at, c) in tiled.enumerate() {
        let wanted = expected.next();
        if wanted != Some(c) {
            return Err(format!("character {at} is {c:?}, expected {wanted:?}"));
        }
    }
    let left: String = expected.take(20).collect();
    if left.is_empty() {
        Ok(())
    } else {
        Err(format!("lost: {left}"))
    }
}

pub(crate) fn removed_stretches_stand_in_order(case: Case<'_>) -> Result<(), String> {
    let source = case.parsed.source();
    let mut end = 0;
    for removed in &case.parsed.document.removed {
        let span = removed.source_span;
        if span.start < end || source.get(span.range()).is_none() {
            return Err(format!("{span:?} after {end}: {}", removed.text));
        }
        end = span.end;
    }
    Ok(())
}

pub(crate) fn json_reads_back(case: Case<'_>) -> Result<(), String> {
    let with_source = case.parsed.clone().with_source_spans().document;
    for document in [&case.parsed.document, &with_source] {
        let code_points = document.to_json().map_err(|error| error.to_string())?;
        let bytes = serde_json::to_string(document).map_err(|e| e.to_string())?;
        for json in [code_points, bytes] {
            if json.contains('\n') {
                return Err("more than one line".to_owned());
            }
            let again = Document::from_json(&json).map_err(|e| e.to_string())?;
            if again != *document {
                return Err(format!("differs after {:.40}", json));
            }
        }
    }
    Ok(())
}

pub(crate) fn edits_give_the_source(case: Case<'_>) -> Result<(), String> {
    let mut text = case.parsed.document.text.clone();
    for edit in case.parsed.edits().iter().rev() {
        text.replace_range(edit.span.range(), &edit.source);
    }
    if text == case.parsed.source() {
        Ok(())
    } else {
        Err("differs".to_owned())
    }
}

pub(crate) fn source_spans_are_monotone(case: Case<'_>) -> Result<(), String> {
    let parsed = case.parsed;
    let mut last = SourceSpan::default();
    for (at, c) in parsed.document.text.char_indices() {
        let span = parsed.source_span(Span::new(at, at + c.len_utf8()));
        let is_slice = parsed.source().get(span.range()).is_some();
        if !is_slice || span.start < last.start || span.end < last.end {
            return Err(format!("{span:?} after {last:?}"));
        }
        last = span;
    }
    Ok(())
}

pub(crate) fn same_bytes_give_the_same_json(case: Case<'_>) -> Result<(), String> {
    let again = gongwen::parse(case.bytes).map_err(|error| error.to_string())?;
    let json = |document: &Document| document.to_json().map_err(|e| e.to_string());
    if json(&again.document)? == json(&case.parsed.document)? {
        Ok(())
    } else {
        Err("differs".to_owned())
    }
}

pub(crate) fn items_stand_in_order(case: Case<'_>) -> Result<(), String> {
    let Document {
        sections, tasks, ..
    } = &case.parsed.document;
    let out_of_order = |spans: Vec<Span>| {
        spans
            .windows(2)
            .find(|pair| pair[1].start < pair[0].start)
            .map(|pair| format!("{:?} before {:?}", pair[0], pair[1]))
    };
    let sections = out_of_order(sections.iter().map(|s| s.span).collect());
    let tasks = out_of_order(tasks.iter().map(|t| t.span).collect());
    sections.or(tasks).map_or(Ok(()), Err)
}

pub(crate) fn paths_name_one_task_each(case: Case<'_>) -> Result<(), String> {
    let tasks = &case.parsed.document.tasks;
    let mut paths: Vec<&str> = tasks.iter().map(|task| &*task.path).collect();
    paths.sort_unstable();
    let twice = paths.windows(2).find(|pair| pair[0] == pair[1]);
    twice.map_or(Ok(()), |pair| Err(pair[0].to_owned()))
}

pub(crate) fn facts_lie_in_their_items(case: Case<'_>) -> Result<(), String> {
    let Document {
        sections,
        tasks,
        targets,
        ..
    } = &case.parsed.document;
    for task in tasks {
        for responsibility in &task.responsibilities {
            // Rows of a table name their departments in other cells.
            let in_row = task.path.contains('表');
            // A statement behind the last entry of an item is the whole item's: it stands
            // before the next item that is none of its entries.
            let next = tasks.iter().find(|next| {
                let below = next.path.strip_prefix(&*task.path);
                next.span.start > task.span.start
                    && !below.is_some_and(|rest| rest.starts_with(['.', '#']))
            });
            let in_item = task.span.start <= responsibility.span.start
                && next.is_none_or(|next| responsibility.span.end <= next.span.start);
            if !in_row && !task.span.contains(responsibility.span) && !in_item {
                return Err(format!("{}: {}", task.path, responsibility.text));
            }
        }
    }
    for target in targets {
        let Some(path) = &target.path else {
            continue;
        };
        let item = path.split('#').next().unwrap_or_default();
        // A sentence may run on over the marker between two parts of an item, and what stands
        // behind the last one may be too little for a part of its own.
        let own = |task: &&Task| task.path.split('#').next() == Some(item);
        let in_task = tasks
            .iter()
            .filter(own)
            .any(|task| task.span.start <= target.span.start)
            // An item of a table may stand in one of an outline.
            || path.starts_with('表');
        let after_heading = sections.iter().any(|section| {
            section.path == item && section.span.start <= target.span.start
        });
        // An attachment without numbers has no item to stand in.
        let number = path
            .strip_prefix("附件")
            .map(|rest| rest.trim_end_matches("~2"));
        let in_attachment =
            number.is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()));
        if !in_task && !after_heading && !in_attachment && !path.contains('表') {
            return Err(format!("{path}: {}", target.quote));
        }
    }
    Ok(())
}

/// No outline is deeper than there are styles of labels, an attachment's part included.
pub(crate) fn depth_is_capped(case: Case<'_>) -> Result<(), String> {
    const DEEPEST: u8 = 32;
    let sections = &case.parsed.document.sections;
    let deep = sections
        .iter()
        .find(|section| section.level == 0 || section.level > DEEPEST);
    deep.map_or(Ok(()), |section| {
        Err(format!("{} is {}", section.path, section.level))
    })
}
