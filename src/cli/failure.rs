//! Inputs that gave no document: the record that stands for each.

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::Serialize;

/// Why an input gave no document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    /// What the input goes by.
    pub(super) name: String,
    /// A stable word for the cause, e.g. `too-large`.
    pub(super) kind: String,
    /// What went wrong, in words.
    pub(super) message: String,
}

impl Failure {
    pub(super) fn new(
        name: impl Into<String>,
        kind: &str,
        message: impl ToString,
    ) -> Self {
        Self {
            name: name.into(),
            kind: kind.to_owned(),
            message: message.to_string(),
        }
    }

    /// An input whose bytes could not be had.
    pub(super) fn not_readable(name: impl Into<String>, error: &io::Error) -> Self {
        Self::new(name, "not-readable", error)
    }

    /// Writes the failure as a line of JSON Lines.
    pub(super) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let record = Record {
            source: Source { name: &self.name },
            status: "error",
            error: Cause {
                kind: &self.kind,
                message: &self.message,
            },
        };
        let mut line = serde_json::to_vec(&record)?;
        line.push(b'\n');
        out.write_all(&line)
    }
}

/// The line of a failure; the order of the fields is that of the keys.
#[derive(Debug, Serialize)]
struct Record<'f> {
    source: Source<'f>,
    status: &'static str,
    error: Cause<'f>,
}

#[derive(Debug, Serialize)]
struct Source<'f> {
    name: &'f str,
}

#[derive(Debug, Serialize)]
struct Cause<'f> {
    kind: &'f str,
    message: &'f str,
}

/// Does work on one input, for which a panic is a failure like others: a fault of this crate
/// must not cost the other inputs. What the panic says goes to standard error as always.
pub(super) fn guarded<T>(
    name: &str,
    work: impl FnOnce() -> Result<T, Failure>,
) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let message = "the parser failed on this document, by a fault of gongwen";
        Err(Failure::new(name, "panic", message))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_costs_one_input_only() {
        let read = |name: &'static str| {
            guarded(name, move || {
                assert_ne!(name, "b.txt", "stands for a fault of the parser");
                Ok(name.len())
            })
        };
        let results = ["a.txt", "b.txt", "c.txt"].map(read);
        assert_eq!(results[0], Ok(5));
        let failure = results[1].as_ref().expect_err("it panics");
        assert_eq!(
            (failure.name.as_str(), failure.kind.as_str()),
            ("b.txt", "panic")
        );
        assert_eq!(results[2], Ok(5));
    }

    #[test]
    fn a_failure_is_one_line_of_json() {
        let mut line = Vec::new();
        Failure::new("a\nb.txt", "empty", "the document is empty")
            .write(&mut line)
            .expect("memory does not fail");
        assert_eq!(
            String::from_utf8(line).expect("UTF-8"),
            r#"{"source":{"name":"a\nb.txt"},"status":"error","error":{"kind":"empty","message":"the document is empty"}}"#
                .to_owned()
                + "\n"
        );
    }
}
