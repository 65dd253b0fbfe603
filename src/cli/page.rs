//! `gongwen report`: documents as a page to look at.

use std::io::{self, BufWriter, Write as _};
use std::path::Path;

use gongwen::Document;

use super::args::ReportArgs;
use super::failure::guarded;
use super::input;
use super::{Outcome, batch, convert, report};

/// Writes one page on every input that can be read.
pub(super) fn run(args: &ReportArgs) -> Outcome {
    let inputs = input::collect(&args.paths, &args.read.ext);
    let mut failed = inputs.failed.len();
    let mut documents = Vec::new();
    for input in &inputs.list {
        match guarded(&input.name(), || input.parse(&args.read)) {
            Ok(parsed) => documents.push(parsed.document),
            Err(failure) => {
                failed += 1;
                report::failure(&failure);
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
