//! `gongwen schema`, `gongwen completions`, `gongwen man`: what describes the command
//! and its output.

use std::io::{self, Write};

use clap::CommandFactory as _;
use gongwen::SchemaOf;

use super::args::{Args, CompletionArgs, SchemaArgs, SchemaSubject};
use super::{Outcome, convert};

/// Prints the JSON Schema.
pub(super) fn schema(args: &SchemaArgs) -> Outcome {
    let of = match args.of {
        SchemaSubject::Document => SchemaOf::Document,
        SchemaSubject::Line => SchemaOf::Line,
        SchemaSubject::Stream => SchemaOf::Stream,
    };
    let written = serde_json::to_string_pretty(&gongwen::schema(of))
        .map_err(io::Error::from)
        .and_then(|json| writeln!(io::stdout().lock(), "{json}"));
    outcome(written)
}

/// Prints a shell's completion script.
pub(super) fn completions(args: &CompletionArgs) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "gongwen", &mut script);
    outcome(io::stdout().lock().write_all(&script))
}

/// Prints the manual page, or writes one for every command into a folder.
pub(super) fn man(folder: Option<&std::path::Path>) -> Outcome {
    let command = Args::command();
    outcome(match folder {
        Some(folder) => std::fs::create_dir_all(folder)
            .and_then(|()| clap_mangen::generate_to(command, folder)),
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(command)
                .render(&mut page)
                .and_then(|()| io::stdout().lock().write_all(&page))
        }
    })
}

fn outcome(written: io::Result<()>) -> Outcome {
    match written {
        Ok(()) => Outcome::Done,
        Err(error) => convert::not_written(&error),
    }
}
