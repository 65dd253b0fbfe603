//! Converting documents and lines.

use std::io::{self, BufRead as _, BufWriter, IsTerminal as _, Write};

use gongwen::Parser;
use serde::Serialize;

use super::Outcome;
use super::args::{Args, Values, When};
use super::input::{self, Input, Inputs};
use super::{batch, report};

/// Converts every input to JSON, or to a stage's product.
pub(super) fn documents(args: &Args) -> Outcome {
    if args.paths.is_empty() {
        eprintln!("gongwen: no input named; try `gongwen --help`");
        return Outcome::Usage;
    }
    let inputs = input::collect(&args.paths, &args.ext);
    for (path, message) in &inputs.failed {
        eprintln!("gongwen: {}: {message}", report::escaped(path));
    }
    if args.list {
        return list(&inputs);
    }
    match inputs.list.as_slice() {
        [input] if !inputs.walked && args.out.is_none() => single(args, input),
        _ => batch::run(args, &inputs),
    }
}

/// Prints the inputs' names.
fn list(inputs: &Inputs) -> Outcome {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = inputs
        .list
        .iter()
        .try_for_each(|input| writeln!(out, "{}", input.name()));
    match written.and_then(|()| out.flush()) {
        Ok(()) if inputs.failed.is_empty() => Outcome::Done,
        Ok(()) => Outcome::SomeFailed,
        Err(error) => not_written(&error),
    }
}

/// Converts one document to standard output.
fn single(args: &Args, input: &Input) -> Outcome {
    let mut out = BufWriter::new(io::stdout().lock());
    let (written, outcome) = match convert(args, input) {
        Ok(product) => {
            let show = match args.diagnostics {
                When::Always => true,
                When::Never => false,
                When::Auto => io::stderr().is_terminal(),
            };
            if show {
                report::diagnostics(&input.name(), &product);
            }
            (product.write(&mut out, args.pretty), Outcome::Done)
        }
        Err(failure) => {
            let name = report::escaped(&failure.source.name);
            eprintln!("gongwen: {name}: {}", failure.message());
            (
                failure.write(&mut out, args.until.is_some()),
                Outcome::SomeFailed,
            )
        }
    };
    match written.and_then(|()| out.flush()) {
        Ok(()) => outcome,
        Err(error) => not_written(&error),
    }
}

/// A closed pipe is the reader's choice and no failure.
pub(super) fn not_written(error: &io::Error) -> Outcome {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Outcome::Done;
    }
    eprintln!("gongwen: the output could not be written: {error}");
    Outcome::NotWritten
}

/// What came of one input.
pub(super) enum Product {
    Text(String),
    Parsed(Box<gongwen::Parsed>),
}

impl Product {
    pub(super) fn write(self, out: &mut impl Write, pretty: bool) -> io::Result<()> {
        match self {
            Self::Text(text) => {
                out.write_all(text.as_bytes())?;
                if !text.ends_with('\n') {
                    out.write_all(b"\n")?;
                }
                Ok(())
            }
            Self::Parsed(parsed) => {
                write_json(out, &parsed.document.in_code_points(), pretty)
            }
        }
    }
}

fn write_json(
    out: &mut impl Write,
    value: &impl Serialize,
    pretty: bool,
) -> io::Result<()> {
    let mut writer = BufWriter::new(&mut *out);
    if pretty {
        serde_json::to_writer_pretty(&mut writer, value)?;
    } else {
        serde_json::to_writer(&mut writer, value)?;
    }
    writer.write_all(b"\n")?;
    writer.flush()
}

/// The record of an input that failed.
#[derive(Debug, Serialize)]
pub(super) struct Failure {
    source: FailedSource,
    status: &'static str,
    error: FailureCause,
}

#[derive(Debug, Serialize)]
struct FailedSource {
    name: String,
}

#[derive(Debug, Serialize)]
struct FailureCause {
    kind: &'static str,
    message: String,
}

impl Failure {
    pub(super) fn new(input: &Input, kind: &'static str, message: String) -> Self {
        Self {
            source: FailedSource { name: input.name() },
            status: "error",
            error: FailureCause { kind, message },
        }
    }

    /// What went wrong, in words.
    pub(super) fn message(&self) -> &str {
        &self.error.message
    }

    pub(super) fn write(&self, out: &mut impl Write, text: bool) -> io::Result<()> {
        if text {
            Ok(())
        } else {
            write_json(out, self, false)
        }
    }
}

/// Reads and converts one input.
pub(super) fn convert(args: &Args, input: &Input) -> Result<Product, Failure> {
    let bytes = input
        .read(args.max_bytes)
        .map_err(|error| Failure::new(input, "not-readable", error.to_string()))?;
    let mut parser = Parser::new()
        .name(input.name())
        .max_bytes(args.max_bytes)
        .keep_traditional(args.keep_traditional);
    if let Some(label) = &args.encoding {
        parser = parser.encoding(label.as_str());
    }
    let failure =
        |error: gongwen::Error| Failure::new(input, error.code(), error.to_string());
    if let Some(stage) = args.until {
        return parser
            .product(&bytes, stage)
            .map(Product::Text)
            .map_err(failure);
    }
    let mut parsed = parser.parse(&bytes).map_err(failure)?;
    if args.source_spans {
        parsed = parsed.with_source_spans();
    }
    Ok(Product::Parsed(Box::new(parsed)))
}

/// Reads lines from standard input and prints their numbers and dates.
pub(super) fn values(args: &Values) -> Outcome {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = match line {
            Ok(line) => line,
            Err(error) => {
                eprintln!("gongwen: standard input: {error}");
                return Outcome::SomeFailed;
            }
        };
        let json = gongwen::values(&line, args.date).to_json();
        let written = json
            .map_err(io::Error::from)
            .and_then(|json| writeln!(out, "{json}"));
        if let Err(error) = written {
            return not_written(&error);
        }
    }
    match out.flush() {
        Ok(()) => Outcome::Done,
        Err(error) => not_written(&error),
    }
}
