//! Everything that touches files, streams and the terminal.

mod args;
mod batch;
mod convert;
mod export;
mod failure;
mod input;
mod lexicon;
mod page;
mod report;
mod schema;
mod stream;

use std::process::ExitCode;

use clap::Parser as _;

use args::{Args, Command};

/// How a run ended, as exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// All was read: 0.
    Done,
    /// Some input failed: 1.
    SomeFailed,
    /// The command line was wrong: 2.
    Usage,
    /// The output could not be written: 3.
    NotWritten,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Done => 0,
            Outcome::SomeFailed => 1,
            Outcome::Usage => 2,
            Outcome::NotWritten => 3,
        })
    }
}

/// Runs the command line.
pub(crate) fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help and version go to stdout and are no failure.
            let outcome = if error.use_stderr() {
                Outcome::Usage
            } else {
                Outcome::Done
            };
            return match error.print() {
                Ok(()) => outcome.into(),
                Err(_) => Outcome::NotWritten.into(),
            };
        }
    };
    match &args.command {
        Some(Command::Values(values)) => convert::values(values),
        Some(Command::Stream(stream)) => stream::run(stream),
        Some(Command::Check(check)) => stream::check(check),
        Some(Command::Export(args)) => export::run(args),
        Some(Command::Schema(args)) => schema::schema(args),
        Some(Command::Completions(args)) => schema::completions(args),
        Some(Command::Man { out }) => schema::man(out.as_deref()),
        Some(Command::Report(args)) => page::run(args),
        None => convert::documents(&args),
    }
    .into()
}
