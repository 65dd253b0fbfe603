//! What is true of every output: spans slice, nothing gets lost, the way back is known.
#![allow(clippy::unwrap_used)]

mod documents;

use std::sync::LazyLock;

use gongwen::{Document, Parsed, Parser, SourceSpan, Span, Stage, Task};

struct Sample {
    name: String,
    bytes: Vec<u8>,
    parsed: Parsed,
}

/// Every document at hand, parsed once.
static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(|| {
    let mut samples = documents::corpus();
    samples.extend(documents::evaluation_set());
    samples.extend(MADE_UP.map(|(name, text)| documents::Sample {
        name: name.to_owned(),
        bytes: text.as_bytes().to_owned(),
    }));
    samples
        .into_iter()
        .map(|sample| Sample {
            parsed: gongwen::parse(&sample.bytes).unwrap(),
            name: sample.name,
            bytes: sample.bytes,
        })
        .collect()
});

/// Texts whose characters are not all of one length: astral Han, emoji, marks, full width.
const MADE_UP: [(&str, &str); 3] = [
    (
        "astral",
        "关于𠮷野村道路建设的通知\n一、目标\n（一）到２０２５年，新建道路１０公里🚧。\
         （责任单位：𠮷野村委会、县交通局）\n（二）绿化率达到90％以上。",
    ),
    (
        "marks",
        "\u{FEFF}一、加强\u{200B}值守。e\u{301}\r\n\r\n二、落实責任。\u{A0}\r\n",
    ),
    (
        "annotated",
        "一、深化醫(yī)療衛(wèi)生體制改革，覆蓋率達(dá)到80%。",
    ),
];

/// Checks every sample, and says of all that fail where and why.
#[track_caller]
fn check(rule: impl Fn(&Sample) -> Result<(), String>) {
    let failures: Vec<String> = SAMPLES
        .iter()
        .filter_map(|sample| Some(format!("{}: {}", sample.name, rule(sample).err()?)))
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
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

#[test]
fn spans_slice_to_the_words() {
    check(|sample| {
        let document = &sample.parsed.document;
        for (span, words) in quotes(document) {
            let slice = document.text.get(span.range());
            if slice != Some(words) || words.is_empty() {
                return Err(format!("{span:?} is {slice:?}, expected {words:?}"));
            }
        }
        Ok(())
    });
}

#[test]
fn spans_lie_on_character_boundaries() {
    check(|sample| {
        let document = &sample.parsed.document;
        let outside = places(document)
            .into_iter()
            .find(|span| document.text.get(span.range()).is_none());
        outside.map_or(Ok(()), |span| Err(format!("{span:?}")))
    });
}

#[test]
fn spans_in_json_count_code_points() {
    check(|sample| {
        let document = sample.parsed.document.clone().in_code_points();
        let characters: Vec<char> = document.text.chars().collect();
        for (span, words) in quotes(&document) {
            if !characters[span.range()].iter().copied().eq(words.chars()) {
                return Err(format!("{span:?}, expected {words:?}"));
            }
        }
        Ok(())
    });
}

#[test]
fn kept_and_removed_tile_the_normalised_text() {
    check(|sample| {
        let parsed = &sample.parsed;
        let text = Parser::new()
            .product(&sample.bytes, Stage::Normalize)
            .map_err(|error| error.to_string())?;
        // Every kept character and every removed stretch by where it comes from.
        let mut pieces: Vec<(usize, &str)> = parsed
            .document
            .text
            .char_indices()
            .map(|(at, c)| {
                let span = Span::new(at, at + c.len_utf8());
                let piece = &parsed.document.text[span.range()];
                (parsed.source_span(span).start, piece)
            })
            .collect();
        pieces.extend(
            parsed
                .document
                .removed
                .iter()
                .map(|removed| (removed.source_span.start, removed.text.as_str())),
        );
        pieces.sort_by_key(|piece| piece.0);
        let solid = |c: &char| !c.is_whitespace();
        let tiled = pieces
            .iter()
            .flat_map(|piece| piece.1.chars())
            .filter(solid);
        let mut expected = text.chars().filter(solid);
        for (at, c) in tiled.enumerate() {
            if expected.next() != Some(c) {
                return Err(format!("character {at}, {c:?}"));
            }
        }
        let left: String = expected.take(20).collect();
        if left.is_empty() {
            Ok(())
        } else {
            Err(format!("lost: {left}"))
        }
    });
}

#[test]
fn json_reads_back_to_the_same_document() {
    check(|sample| {
        let document = &sample.parsed.document;
        for document in [
            document,
            &sample.parsed.clone().with_source_spans().document,
        ] {
            let code_points = document.to_json().map_err(|error| error.to_string())?;
            let again = Document::from_json(&code_points).map_err(|e| e.to_string())?;
            if again != *document {
                return Err("differs after code points".to_owned());
            }
            let bytes = serde_json::to_string(document).map_err(|e| e.to_string())?;
            let again = Document::from_json(&bytes).map_err(|e| e.to_string())?;
            if again != *document {
                return Err("differs after bytes".to_owned());
            }
        }
        Ok(())
    });
}

#[test]
fn edits_applied_backwards_give_the_source() {
    check(|sample| {
        let mut text = sample.parsed.document.text.clone();
        for edit in sample.parsed.edits().iter().rev() {
            text.replace_range(edit.span.range(), &edit.source);
        }
        let source = sample.parsed.source();
        let same = text == source;
        if same {
            Ok(())
        } else {
            Err("differs".to_owned())
        }
    });
}

#[test]
fn source_spans_are_monotone() {
    check(|sample| {
        let parsed = &sample.parsed;
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
    });
}

#[test]
fn same_bytes_give_the_same_json() {
    check(|sample| {
        let json = |document: &Document| document.to_json().unwrap();
        let again = gongwen::parse(&sample.bytes).unwrap();
        let same = json(&again.document) == json(&sample.parsed.document);
        if same {
            Ok(())
        } else {
            Err("differs".to_owned())
        }
    });
}

#[test]
fn sections_and_tasks_stand_in_order() {
    check(|sample| {
        let Document {
            sections, tasks, ..
        } = &sample.parsed.document;
        let out_of_order = |spans: Vec<Span>| {
            spans
                .windows(2)
                .find(|pair| pair[1].start < pair[0].start)
                .map(|pair| format!("{:?} before {:?}", pair[0], pair[1]))
        };
        let sections = out_of_order(sections.iter().map(|s| s.span).collect());
        let tasks = out_of_order(tasks.iter().map(|t| t.span).collect());
        sections.or(tasks).map_or(Ok(()), Err)
    });
}

#[test]
fn paths_name_one_task_each() {
    check(|sample| {
        let mut paths: Vec<&str> = sample
            .parsed
            .document
            .tasks
            .iter()
            .map(|t| t.path.as_str())
            .collect();
        paths.sort_unstable();
        let twice = paths.windows(2).find(|pair| pair[0] == pair[1]);
        twice.map_or(Ok(()), |pair| Err(pair[0].to_owned()))
    });
}

#[test]
fn facts_lie_in_their_items() {
    check(|sample| {
        let Document {
            sections,
            tasks,
            targets,
            ..
        } = &sample.parsed.document;
        for task in tasks {
            for responsibility in &task.responsibilities {
                // Rows of a table name their departments in other cells.
                let in_row = task.path.contains('表');
                if !in_row && !task.span.contains(responsibility.span) {
                    return Err(format!("{}: {}", task.path, responsibility.text));
                }
            }
        }
        for target in targets {
            let Some(path) = &target.path else {
                continue;
            };
            let item = path.split('#').next().unwrap_or_default();
            let is_here = |task: &&Task| task.span.contains(target.span);
            let in_task = tasks.iter().find(is_here).is_some_and(|task| {
                // An item of a table may stand in one of an outline.
                task.path.split('#').next() == Some(item) || path.starts_with('表')
            });
            let after_heading = sections.iter().any(|section| {
                section.path == item && section.span.start <= target.span.start
            });
            if !in_task && !after_heading && !path.contains('表') {
                return Err(format!("{path}: {}", target.quote));
            }
        }
        Ok(())
    });
}
