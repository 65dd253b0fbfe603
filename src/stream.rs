//! One line in, one line out: JSON Lines for Spark, Ray, Hadoop streaming, GNU parallel.
//!
//! Every input line gives exactly one output line, in the same order, whatever it holds:
//! a blank, broken, non-UTF-8 or oversized record, or one that makes the parser panic,
//! becomes a record of the error. The output is a pure function of the line, the options
//! and the version.
//!
//! An input record is an object with `id` (any JSON value, passed through verbatim) and one
//! of `text`, `html` (a string each) or `base64` (the document's bytes). An output record is
//! `{"id": …, "status": "ok", "document": {…}}` or
//! `{"id": …, "status": "error", "error": {"kind": …, "message": …}}`; an error whose record
//! has no id has `"id": null` and the number of its `line`. Where an engine divides the input
//! among processes, lines are counted in each part: [`Stream::line_numbers`] leaves them out.
//!
//! ```
//! # fn main() -> std::io::Result<()> {
//! let input = "{\"id\": 7, \"text\": \"一、加强值守。\"}\n\n".as_bytes();
//! let mut output = Vec::new();
//! let tally = gongwen::stream::Stream::new(gongwen::Parser::new()).run(input, &mut output)?;
//! let output = String::from_utf8_lossy(&output);
//! let lines: Vec<&str> = output.lines().collect();
//! assert!(lines[0].starts_with(r#"{"id":7,"status":"ok","document":{"#));
//! assert!(lines[1].starts_with(r#"{"id":null,"line":2,"status":"error","error":{"kind":"blank""#));
//! assert_eq!((tally.ok, tally.failed), (1, 1));
//! # Ok(())
//! # }
//! ```

use std::collections::HashMap;
use std::io::{self, BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use base64::Engine as _;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::Parser;

/// Converts records of JSON Lines.
#[derive(Debug, Clone)]
pub struct Stream {
    parser: Parser,
    text_key: String,
    passthrough: Vec<String>,
    max_bytes: usize,
    line_numbers: bool,
}

/// How many records a run converted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Records with a document.
    pub ok: u64,
    /// Records with an error.
    pub failed: u64,
}

/// Default limit of a record's size: 256 MiB.
pub const DEFAULT_RECORD_LIMIT: usize = crate::DEFAULT_LIMIT;

/// Why a record gave no document.
#[derive(Debug)]
struct Failure {
    kind: &'static str,
    message: String,
}

impl Failure {
    fn new(kind: &'static str, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
        }
    }
}

/// The keys of a record, each with its value as written.
type Record<'r> = HashMap<String, &'r RawValue>;

impl Stream {
    /// A stream that parses every document with this parser.
    #[must_use]
    pub fn new(parser: Parser) -> Self {
        Self {
            parser,
            text_key: "text".to_owned(),
            passthrough: Vec::new(),
            max_bytes: DEFAULT_RECORD_LIMIT,
            line_numbers: true,
        }
    }

    /// The key that holds a document's text; `text` by default.
    #[must_use]
    pub fn text_key(mut self, key: impl Into<String>) -> Self {
        self.text_key = key.into();
        self
    }

    /// Keys that are copied from each input record into `passthrough` of its output.
    #[must_use]
    pub fn passthrough(
        mut self,
        keys: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.passthrough = keys.into_iter().map(Into::into).collect();
        self
    }

    /// Limit of a record's size in bytes; [`DEFAULT_RECORD_LIMIT`] by default. What a longer
    /// line holds is read past, not kept.
    #[must_use]
    pub fn max_bytes(mut self, limit: usize) -> Self {
        self.max_bytes = limit;
        self
    }

    /// Whether an error whose record has no id tells the number of its line; it does by
    /// default. Without it each output line depends on its input line alone, so that the
    /// parts of an input that was divided give what the whole gives.
    #[must_use]
    pub fn line_numbers(mut self, tell: bool) -> Self {
        self.line_numbers = tell;
        self
    }

    /// Converts every line of `input`.
    ///
    /// # Errors
    ///
    /// When `input` cannot be read or `output` cannot be written.
    pub fn run(
        &self,
        mut input: impl BufRead,
        mut output: impl Write,
    ) -> io::Result<Tally> {
        let mut tally = Tally::default();
        let mut line = Vec::new();
        let mut number = 0;
        while let Some(size) = read_line(&mut input, &mut line, self.max_bytes)? {
            number += 1;
            let written = if size > self.max_bytes {
                let message = format!(
                    "{size} bytes are more than the limit of {} bytes",
                    self.max_bytes
                );
                let failure = Failure::new("too-large", message);
                (self.error_line(None, number, &failure), false)
            } else {
                self.convert(&line, number)
            };
            output.write_all(written.0.as_bytes())?;
            output.write_all(b"\n")?;
            if written.1 {
                tally.ok += 1;
            } else {
                tally.failed += 1;
            }
        }
        output.flush()?;
        Ok(tally)
    }

    /// Converts one record; `number` is its line, from 1. Returns the output line without a
    /// line break, and whether it holds a document.
    #[must_use]
    pub fn convert(&self, line: &[u8], number: u64) -> (String, bool) {
        let record = match read_record(line) {
            Ok(record) => record,
            Err(failure) => return (self.error_line(None, number, &failure), false),
        };
        if let Err(failure) = readable(&record, "id") {
            return (self.error_line(None, number, &failure), false);
        }
        let id = record.get("id").copied();
        let mut copied = self.passthrough.iter();
        if let Err(failure) = copied.try_for_each(|key| readable(&record, key)) {
            return (self.error_line(id, number, &failure), false);
        }
        // A panic is a fault of this crate; it must not cost the other records.
        let document = catch_unwind(AssertUnwindSafe(|| self.document(&record)))
            .unwrap_or_else(|_| {
                Err(Failure::new("panic", "the parser failed on this record"))
            });
        match document {
            Ok(document) => (self.ok_line(id, &record, &document), true),
            Err(failure) => (self.error_line(id, number, &failure), false),
        }
    }

    fn document(&self, record: &Record<'_>) -> Result<String, Failure> {
        let bytes = self.bytes(record)?;
        let parsed = self
            .parser
            .parse(&bytes)
            .map_err(|error| Failure::new(error.code(), error.to_string()))?;
        parsed
            .document
            .to_json()
            .map_err(|error| Failure::new("not-json", error.to_string()))
    }

    fn bytes(&self, record: &Record<'_>) -> Result<Vec<u8>, Failure> {
        for key in [self.text_key.as_str(), "html"] {
            if let Some(value) = record.get(key) {
                let text: String =
                    serde_json::from_str(value.get()).map_err(|error| {
                        Failure::new("not-text", format!("`{key}` is no string: {error}"))
                    })?;
                return Ok(text.into_bytes());
            }
        }
        let Some(value) = record.get("base64") else {
            let message =
                format!("expected one of `{}`, `html`, `base64`", self.text_key);
            return Err(Failure::new("no-text", message));
        };
        let text: String = serde_json::from_str(value.get()).map_err(|error| {
            Failure::new("not-text", format!("`base64` is no string: {error}"))
        })?;
        base64::engine::general_purpose::STANDARD
            .decode(text.as_bytes())
            .map_err(|error| Failure::new("not-base64", error.to_string()))
    }

    fn ok_line(
        &self,
        id: Option<&RawValue>,
        record: &Record<'_>,
        document: &str,
    ) -> String {
        let mut line = String::with_capacity(document.len() + 64);
        line.push_str("{\"id\":");
        line.push_str(id.map_or("null", RawValue::get));
        if !self.passthrough.is_empty() {
            line.push_str(",\"passthrough\":{");
            let copied = self
                .passthrough
                .iter()
                .filter_map(|key| record.get(key.as_str()).map(|value| (key, value)));
            for (index, (key, value)) in copied.enumerate() {
                if index > 0 {
                    line.push(',');
                }
                line.push_str(&json_string(key));
                line.push(':');
                line.push_str(value.get());
            }
            line.push('}');
        }
        line.push_str(",\"status\":\"ok\",\"document\":");
        line.push_str(document);
        line.push('}');
        one_line(line)
    }

    fn error_line(
        &self,
        id: Option<&RawValue>,
        number: u64,
        failure: &Failure,
    ) -> String {
        let place = match id {
            Some(id) => format!("\"id\":{}", id.get()),
            None if self.line_numbers => format!("\"id\":null,\"line\":{number}"),
            None => "\"id\":null".to_owned(),
        };
        one_line(format!(
            "{{{place},\"status\":\"error\",\"error\":{{\"kind\":{},\"message\":{}}}}}",
            json_string(failure.kind),
            json_string(&failure.message)
        ))
    }
}

fn read_record(line: &[u8]) -> Result<Record<'_>, Failure> {
    let text = std::str::from_utf8(line).map_err(|error| {
        Failure::new(
            "not-utf-8",
            format!("not UTF-8 from byte {}", error.valid_up_to()),
        )
    })?;
    if text.trim().is_empty() {
        return Err(Failure::new("blank", "the line is blank"));
    }
    Record::deserialize(&mut serde_json::Deserializer::from_str(text))
        .map_err(|error| Failure::new("not-json", format!("expected an object: {error}")))
        .and_then(|record| {
            // What follows the object must be white space.
            match serde_json::from_str::<&RawValue>(text) {
                Ok(_) => Ok(record),
                Err(error) => Err(Failure::new("not-json", error.to_string())),
            }
        })
}

/// Whether the value of a key can stand in the output: half a surrogate pair and numbers
/// beyond every float are in JSON's grammar, and most readers refuse them.
fn readable(record: &Record<'_>, key: &str) -> Result<(), Failure> {
    let read = |value: &&RawValue| serde_json::from_str::<serde_json::Value>(value.get());
    match record.get(key).map(read) {
        Some(Err(error)) => {
            let message = format!("`{key}` cannot be read: {error}");
            Err(Failure::new("not-json", message))
        }
        _ => Ok(()),
    }
}

/// Reads up to and past the next `\n`, keeping at most `limit` bytes. Returns the line's
/// size without the break, `None` at the end of the input.
fn read_line(
    input: &mut impl BufRead,
    line: &mut Vec<u8>,
    limit: usize,
) -> io::Result<Option<usize>> {
    line.clear();
    let mut size = 0;
    let mut any = false;
    loop {
        let available = match input.fill_buf() {
            Ok(available) => available,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if available.is_empty() {
            return Ok(any.then_some(size));
        }
        any = true;
        let end = available.iter().position(|&byte| byte == b'\n');
        let words = &available[..end.unwrap_or(available.len())];
        size += words.len();
        let room = limit.saturating_sub(line.len());
        line.extend_from_slice(&words[..words.len().min(room)]);
        let consumed = words.len() + usize::from(end.is_some());
        input.consume(consumed);
        if end.is_some() {
            return Ok(Some(size));
        }
    }
}

fn json_string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Escapes the characters that some readers take for line ends. Outside strings JSON has
/// none of them, so that each may become its escape wherever it stands.
fn one_line(line: String) -> String {
    const BREAKS: [char; 3] = ['\u{85}', '\u{2028}', '\u{2029}'];
    let foreign = |line: &str| line.contains(BREAKS) || line.contains(['\r', '\n']);
    if !foreign(&line) {
        return line;
    }
    let mut escaped = String::with_capacity(line.len() + 32);
    for c in line.chars() {
        match c {
            c if BREAKS.contains(&c) => {
                escaped.push_str(&format!("\\u{:04x}", u32::from(c)))
            }
            // White space between tokens of a verbatim id.
            '\r' | '\n' => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

/// What [`check`] found: whether an output answers its input line by line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Check {
    /// Lines of the input.
    pub input: u64,
    /// Lines of the output.
    pub output: u64,
    /// The first lines that do not belong together, as messages.
    pub problems: Vec<String>,
    /// All lines that do not belong together.
    pub mismatched: u64,
}

impl Check {
    /// Whether nothing was lost, added, or put out of order.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.input == self.output && self.mismatched == 0
    }
}

/// Messages that a check keeps.
const MOST_PROBLEMS: usize = 20;

/// Reconciles an output with its input: the same number of lines, the same ids in the same
/// order, every line a record.
///
/// # Errors
///
/// When one of them cannot be read.
pub fn check(mut input: impl BufRead, mut output: impl BufRead) -> io::Result<Check> {
    let mut result = Check::default();
    let (mut given, mut got) = (Vec::new(), Vec::new());
    loop {
        let one = read_line(&mut input, &mut given, usize::MAX)?;
        let other = read_line(&mut output, &mut got, usize::MAX)?;
        result.input += u64::from(one.is_some());
        result.output += u64::from(other.is_some());
        let problem = match (one, other) {
            (None, None) => return Ok(result),
            (Some(_), None) => Some("the output ends before the input".to_owned()),
            (None, Some(_)) => {
                Some("the output goes on after the input's end".to_owned())
            }
            (Some(_), Some(_)) => compare(&given, &got, result.input),
        };
        if let Some(problem) = problem {
            result.mismatched += 1;
            if result.problems.len() < MOST_PROBLEMS {
                let line = result.input.max(result.output);
                result.problems.push(format!("line {line}: {problem}"));
            }
        }
    }
}

fn compare(given: &[u8], got: &[u8], number: u64) -> Option<String> {
    let record = match read_record(got) {
        Ok(record) => record,
        Err(failure) => {
            return Some(format!("the output is no record: {}", failure.message));
        }
    };
    let status = record.get("status").map_or("", |status| status.get());
    if status != "\"ok\"" && status != "\"error\"" {
        return Some("the output has no status".to_owned());
    }
    let id = |record: &Record<'_>| {
        let id = serde_json::from_str(record.get("id")?.get()).ok();
        id.filter(|id: &serde_json::Value| !id.is_null())
    };
    let expected = read_record(given).ok().and_then(|record| id(&record));
    match (expected, id(&record)) {
        (Some(expected), Some(found)) if expected == found => None,
        (Some(expected), Some(found)) => {
            Some(format!("expected id {expected}, found {found}"))
        }
        (None, Some(found)) => Some(format!("expected no id, found {found}")),
        // What is larger than the limit is not read, its id neither.
        (Some(_), None) if error_kind(&record).as_deref() == Some("too-large") => {
            wrong_line(&record, number)
        }
        (Some(expected), None) => Some(format!("expected id {expected}, found none")),
        (None, None) => wrong_line(&record, number),
    }
}

/// A record without an id is known by its line alone, and only errors carry it.
fn wrong_line(record: &Record<'_>, number: u64) -> Option<String> {
    let line: u64 = record.get("line")?.get().parse().ok()?;
    (line != number).then(|| {
        format!(
            "the output is of line {line}; if the input was divided among processes, run \
             them with --no-line-numbers"
        )
    })
}

fn error_kind(record: &Record<'_>) -> Option<String> {
    #[derive(Deserialize)]
    struct Cause {
        kind: String,
    }
    let cause: Cause = serde_json::from_str(record.get("error")?.get()).ok()?;
    Some(cause.kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(input: &[u8]) -> Vec<String> {
        let mut output = Vec::new();
        let stream = Stream::new(Parser::new())
            .max_bytes(300)
            .passthrough(["url"]);
        stream
            .run(input, &mut output)
            .expect("memory does not fail");
        let output = String::from_utf8(output).expect("UTF-8");
        output.split_terminator('\n').map(str::to_owned).collect()
    }

    #[track_caller]
    fn gives(record: &[u8], start: &str) {
        let lines = run(record);
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(lines[0].starts_with(start), "{}", lines[0]);
    }

    #[test]
    fn every_line_gives_one_line() {
        gives(
            "{\"id\":1,\"text\":\"一、加强值守。\"}".as_bytes(),
            r#"{"id":1,"passthrough":{},"status":"ok""#,
        );
        gives(
            "{\"text\":\"一、加强值守。\",\"url\": [1],\"id\":{\"a\": \"b\"}}".as_bytes(),
            r#"{"id":{"a": "b"},"passthrough":{"url":[1]},"status":"ok""#,
        );
        gives(
            b"\n",
            r#"{"id":null,"line":1,"status":"error","error":{"kind":"blank""#,
        );
        gives(
            b"{",
            r#"{"id":null,"line":1,"status":"error","error":{"kind":"not-json""#,
        );
        gives(
            b"[1]",
            r#"{"id":null,"line":1,"status":"error","error":{"kind":"not-json""#,
        );
        gives(
            b"\xFF\n",
            r#"{"id":null,"line":1,"status":"error","error":{"kind":"not-utf-8""#,
        );
        gives(
            b"{\"id\":\"x\"}",
            r#"{"id":"x","status":"error","error":{"kind":"no-text""#,
        );
        gives(
            b"{\"id\":2,\"text\":5}",
            r#"{"id":2,"status":"error","error":{"kind":"not-text""#,
        );
        gives(
            b"{\"id\":2,\"text\":\"\"}",
            r#"{"id":2,"status":"error","error":{"kind":"empty""#,
        );
        gives(
            b"{\"id\":2,\"base64\":\"?\"}",
            r#"{"id":2,"status":"error","error":{"kind":"not-base64""#,
        );
        // What goes into the output must be JSON that every reader takes.
        gives(
            br#"{"id":"a\udc80","text":"\u4e00"}"#,
            r#"{"id":null,"line":1,"status":"error","error":{"kind":"not-json","message":"`id`"#,
        );
        gives(
            br#"{"id":5,"url":["\ud800"],"text":"\u4e00"}"#,
            r#"{"id":5,"status":"error","error":{"kind":"not-json","message":"`url`"#,
        );
        gives(
            br#"{"id":1e999,"text":"\u4e00"}"#,
            r#"{"id":null,"line":1,"status":"error","error":{"kind":"not-json","message":"`id`"#,
        );
        gives(
            &[b'a'; 500],
            r#"{"id":null,"line":1,"status":"error","error":{"kind":"too-large""#,
        );
        assert_eq!(run(b"").len(), 0);
        assert_eq!(run(b"\n\n\n").len(), 3);
    }

    #[test]
    fn no_output_line_breaks_for_any_reader() {
        let lines = run(
            "{\"id\":\"a\u{2028}b\",\"text\":\"一、值守\u{2029}值守\u{85}。\"}"
                .as_bytes(),
        );
        assert_eq!(lines.len(), 1);
        assert!(!lines[0].contains(['\u{85}', '\u{2028}', '\u{2029}', '\r']));
        assert!(lines[0].starts_with("{\"id\":\"a\\u2028b\""));
    }

    #[test]
    fn a_lost_line_is_found() {
        let input = b"{\"id\":1,\"text\":\"\"}\n\n{\"id\":3,\"text\":\"\"}\n";
        let output = run(input).join("\n");
        assert!(
            check(&input[..], output.as_bytes())
                .expect("reads")
                .is_complete()
        );
        let mut lines = run(input);
        lines.swap(0, 2);
        assert!(
            !check(&input[..], lines.join("\n").as_bytes())
                .expect("reads")
                .is_complete()
        );
        let lost = run(input)[..2].join("\n");
        let found = check(&input[..], lost.as_bytes()).expect("reads");
        assert_eq!((found.input, found.output, found.mismatched), (3, 2, 1));
        let added = format!("{output}\n{{}}");
        assert!(
            !check(&input[..], added.as_bytes())
                .expect("reads")
                .is_complete()
        );
    }

    /// The verdict on an output of two lines, given two lines of input.
    #[track_caller]
    fn checks(input: &[u8], output: &[u8], problem: Option<&str>) {
        let found = check(input, output).expect("reads");
        assert_eq!(
            found.problems.first().map(String::as_str),
            problem,
            "{found:?}"
        );
    }

    #[test]
    fn each_line_must_answer_its_own() {
        let ok =
            |id: &str| format!("{{\"id\":{id},\"status\":\"ok\",\"document\":{{}}}}\n");
        let error = |place: &str, kind: &str| {
            format!(
                "{{{place},\"status\":\"error\",\"error\":{{\"kind\":\"{kind}\",\"message\":\"\"}}}}\n"
            )
        };
        let (with_id, without) = (b"{\"id\":1}\n", b"{\"text\":\"\"}\n");
        checks(with_id, ok("1").as_bytes(), None);
        checks(
            with_id,
            ok("1.0e0").as_bytes(),
            Some("line 1: expected id 1, found 1.0"),
        );
        checks(
            with_id,
            ok("\"1\"").as_bytes(),
            Some("line 1: expected id 1, found \"1\""),
        );
        checks(
            with_id,
            ok("null").as_bytes(),
            Some("line 1: expected id 1, found none"),
        );
        checks(without, ok("null").as_bytes(), None);
        checks(
            without,
            ok("1").as_bytes(),
            Some("line 1: expected no id, found 1"),
        );
        let place = "\"id\":null,\"line\":1";
        checks(without, error(place, "no-text").as_bytes(), None);
        checks(without, error("\"id\":null", "no-text").as_bytes(), None);
        checks(
            without,
            error("\"id\":null,\"line\":2", "no-text").as_bytes(),
            Some(
                "line 1: the output is of line 2; if the input was divided among \
                 processes, run them with --no-line-numbers",
            ),
        );
        // A record over the limit is not read, and its id is not known.
        checks(with_id, error(place, "too-large").as_bytes(), None);
        checks(
            with_id,
            error(place, "panic").as_bytes(),
            Some("line 1: expected id 1, found none"),
        );
    }

    #[test]
    fn parts_without_line_numbers_give_what_the_whole_gives() {
        let stream = Stream::new(Parser::new()).line_numbers(false).max_bytes(60);
        let run = |input: &[u8]| {
            let mut output = Vec::new();
            stream
                .run(input, &mut output)
                .expect("memory does not fail");
            output
        };
        let mut input = b"\n{\"id\":1,\"text\":\"\"}\n[]\n\xFF\n{}\n".to_vec();
        input.extend([b'a'; 61]);
        input.push(b'\n');
        let parts: Vec<u8> = input
            .split_inclusive(|&byte| byte == b'\n')
            .flat_map(run)
            .collect();
        assert_eq!(run(&input), parts);
        assert!(
            run(b"\n")
                .starts_with(br#"{"id":null,"status":"error","error":{"kind":"blank""#)
        );
        assert!(check(&input[..], &parts[..]).expect("reads").is_complete());
    }
}
