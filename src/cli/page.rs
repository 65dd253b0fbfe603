//! `gongwen report`: documents as a page to look at.

use std::io::{self, BufWriter, Write as _};
use std::path::Path;

use gongwen::{Document, Parser};

use super::args::ReportArgs;
use super::input::{self, Input};
use super::{Outcome, batch, convert, report};

/// Writes one page on every input that can be read.
pub(super) fn run(args: &ReportArgs) -> Outcome {
    let inputs = input::collect(&args.paths, &args.ext);
    let mut failed = inputs.failed.len();
    for (path, message) in &inputs.failed {
        eprintln!("gongwen: {}: {message}", report::escaped(path));
    }
    let mut documents = Vec::new();
    for input in &inputs.list {
        match read(args, input) {
            Ok(document) => documents.push(document),
            Err(message) => {
                failed += 1;
                eprintln!("gongwen: {}: {message}", report::escaped(&input.name()));
            }
        }
    }
    if documents.is_empty() {
        eprintln!("gongwen: no document could be read; no report was written");
        return Outcome::SomeFailed;
    }
    if let Err(error) = write(&documents, args.out.as_deref()) {
        return convert::not_written(&error);
    }
    if failed > 0 {
        Outcome::SomeFailed
    } else {
        Outcome::Done
    }
}

fn read(args: &ReportArgs, input: &Input) -> Result<Document, String> {
    let bytes = input
        .read(args.max_bytes)
        .map_err(|error| error.to_string())?;
    let mut parser = Parser::new()
        .name(input.name())
        .max_bytes(args.max_bytes)
        .keep_traditional(args.keep_traditional);
    if let Some(label) = &args.encoding {
        parser = parser.encoding(label.as_str());
    }
    let parsed = parser.parse(&bytes).map_err(|error| error.to_string())?;
    Ok(parsed.document)
}

fn write(documents: &[Document], out: Option<&Path>) -> io::Result<()> {
    let Some(path) = out else {
        let mut stdout = BufWriter::new(io::stdout().lock());
        gongwen::export::report(documents, &mut stdout)?;
        return stdout.flush();
    };
    let mut page = Vec::new();
    gongwen::export::report(documents, &mut page)?;
    batch::write_whole(path, &page)
}
