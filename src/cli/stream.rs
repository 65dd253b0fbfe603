//! `gongwen stream` and `gongwen check`.

use std::fs::File;
use std::io::{self, BufReader, BufWriter};
use std::path::Path;

use gongwen::Parser;
use gongwen::stream::Stream;

use super::args::{CheckArgs, StreamArgs};
use super::{Outcome, convert};

/// Converts standard input line by line. Records that fail are lines of the output and no
/// failure of the process.
pub(super) fn run(args: &StreamArgs) -> Outcome {
    // A panic is reported in its record; the default hook would print it on every one.
    std::panic::set_hook(Box::new(|_| {}));
    let mut parser = Parser::new()
        .keep_traditional(args.keep_traditional)
        .max_bytes(args.max_bytes);
    if let Some(lexicon) = &args.lexicon {
        parser = parser.lexicon(lexicon.clone());
    }
    let stream = Stream::new(parser)
        .text_key(args.text_key.as_str())
        .passthrough(args.passthrough.iter().cloned())
        .max_bytes(args.max_bytes)
        .line_numbers(!args.no_line_numbers);
    let output = BufWriter::new(io::stdout().lock());
    match stream.run(io::stdin().lock(), output) {
        Ok(_) => Outcome::Done,
        Err(error) => convert::not_written(&error),
    }
}

/// Compares an output with its input and says what is lost.
pub(super) fn check(args: &CheckArgs) -> Outcome {
    let open = |path: &Path| {
        File::open(path).map(BufReader::new).map_err(|error| {
            eprintln!("gongwen: {}: {error}", path.display());
        })
    };
    let (Ok(input), Ok(output)) = (open(&args.input), open(&args.output)) else {
        return Outcome::Usage;
    };
    match gongwen::stream::check(input, output) {
        Ok(found) => {
            for problem in &found.problems {
                eprintln!("gongwen: {problem}");
            }
            let verdict = if found.is_complete() {
                "complete"
            } else {
                "incomplete"
            };
            println!(
                "{verdict}: {} lines in, {} lines out, {} that do not belong together",
                found.input, found.output, found.mismatched
            );
            if found.is_complete() {
                Outcome::Done
            } else {
                Outcome::SomeFailed
            }
        }
        Err(error) => {
            eprintln!("gongwen: {error}");
            Outcome::SomeFailed
        }
    }
}
