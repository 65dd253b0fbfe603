//! Converting documents and lines.

use std::io::{self, BufRead as _, BufWriter, IsTerminal as _, Write};

use super::Outcome;
use super::args::{Args, Values, When};
use super::failure::{Failure, guarded};
use super::input::{self, Input, Inputs};
use super::{batch, report};

/// Converts every input to JSON, or to a stage's product.
pub(super) fn documents(args: &Args) -> Outcome {
    if args.paths.is_empty() {
        eprintln!("gongwen: no input named; try `gongwen --help`");
        return Outcome::Usage;
    }
    let inputs = input::collect(&args.paths, &args.read.ext);
    if args.list {
        return list(&inputs);
    }
    match inputs.list.as_slice() {
        [input] if !inputs.walked && args.out.is_none() => single(args, input),
        _ => batch::run(args, &inputs),
    }
}

/// Prints the inputs' names, one a line whatever is in a name.
fn list(inputs: &Inputs) -> Outcome {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = inputs
        .list
        .iter()
        .try_for_each(|input| writeln!(out, "{}", report::escaped(&input.name())));
    match written.and_then(|()| out.flush()) {
        Ok(()) if inputs.failed.is_empty() => Outcome::Done,
        Ok(()) => Outcome::SomeFailed,
        Err(error) => not_written(&error),
    }
}

/// Converts one document to standard output.
fn single(args: &Args, input: &Input) -> Outcome {
    let mut out = BufWriter::new(io::stdout().lock());
    let converted = guarded(&input.name(), || convert(args, input));
    let (written, outcome) = match converted {
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
            report::failure(&failure);
            (write_failure(args, &failure, &mut out), Outcome::SomeFailed)
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
    /// About how many bytes are written of it.
    pub(super) const fn expected_len(&self) -> usize {
        match self {
            Self::Text(text) => text.len() + 1,
            // The text stands in it as a whole and in its tasks, beside the facts.
            Self::Parsed(parsed) => 3 * parsed.document.text.len(),
        }
    }

    /// Writes it in many short pieces: `out` should have a buffer, or be one.
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
                if pretty {
                    serde_json::to_writer_pretty(&mut *out, &parsed.document.as_json())?;
                } else {
                    parsed.document.write_json(&mut *out)?;
                }
                out.write_all(b"\n")
            }
        }
    }
}

/// Reads and converts one input.
pub(super) fn convert(args: &Args, input: &Input) -> Result<Product, Failure> {
    if let Some(stage) = args.until {
        return input
            .parse_with(&args.read, |parser, bytes| parser.product(bytes, stage))
            .map(Product::Text);
    }
    let mut parsed = input.parse(&args.read)?;
    if args.source_spans {
        parsed = parsed.with_source_spans();
    }
    Ok(Product::Parsed(Box::new(parsed)))
}

/// Writes the record of an input that failed; where text is asked for there is none.
pub(super) fn write_failure(
    args: &Args,
    failure: &Failure,
    out: &mut impl Write,
) -> io::Result<()> {
    match args.until {
        Some(_) => Ok(()),
        None => failure.write(out),
    }
}

/// Reads lines from standard input and prints their numbers and dates.
pub(super) fn values(args: &Values) -> Outcome {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut parser = gongwen::Parser::new();
    if let Some(lexicon) = &args.lexicon {
        parser = parser.lexicon(lexicon.clone());
    }
    for line in io::stdin().lock().lines() {
        let line = match line {
            Ok(line) => line,
            Err(error) => {
                eprintln!("gongwen: standard input: {error}");
                return Outcome::SomeFailed;
            }
        };
        let json = parser.values(&line, args.date).to_json();
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
