//! Runs over many documents: workers, ordered output, resuming.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead as _, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;

use super::args::Args;
use super::convert::{self, Failure};
use super::input::{Input, Inputs};
use super::{Outcome, report};

/// Inputs that are converted before their output is written, for every worker: few enough
/// to bound memory, enough to keep workers busy behind a slow one.
const WINDOW: usize = 32;

/// Where records go, in input order.
enum Sink {
    Stdout(BufWriter<io::Stdout>),
    /// A file written beside its final name, which it takes at the end.
    File {
        part: BufWriter<File>,
        part_path: PathBuf,
        path: PathBuf,
    },
    /// One file a document.
    Folder(PathBuf),
}

/// Why a run ended early.
enum Stop {
    /// The output's reader is gone.
    Closed,
    /// The output could not be written.
    NotWritten(String),
    /// `--resume` over an output of other inputs.
    Mismatch(String),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::Closed
        } else {
            Self::NotWritten(error.to_string())
        }
    }
}

/// Converts every input, in order.
pub(super) fn run(args: &Args, inputs: &Inputs) -> Outcome {
    let mut tally = Tally {
        failed: inputs.failed.len(),
        ..Tally::default()
    };
    let bar = bar(args, inputs.list.len());
    let ended = convert_all(args, inputs, &bar, &mut tally);
    bar.finish_and_clear();
    let outcome = match ended {
        Ok(()) if tally.failed > 0 => Outcome::SomeFailed,
        Ok(()) | Err(Stop::Closed) => Outcome::Done,
        Err(Stop::NotWritten(message)) => {
            eprintln!("gongwen: the output could not be written: {message}");
            return Outcome::NotWritten;
        }
        Err(Stop::Mismatch(message)) => {
            eprintln!("gongwen: {message}");
            return Outcome::Usage;
        }
    };
    if !args.quiet {
        report::summary(tally.done, tally.failed, tally.resumed, &inputs.skipped);
    }
    outcome
}

#[derive(Debug, Default)]
struct Tally {
    done: usize,
    failed: usize,
    resumed: usize,
}

fn convert_all(
    args: &Args,
    inputs: &Inputs,
    bar: &ProgressBar,
    tally: &mut Tally,
) -> Result<(), Stop> {
    let names = names(inputs);
    let (mut sink, done) = Sink::open(args, inputs, &names)?;
    tally.resumed = done;
    bar.inc(done as u64);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(args.jobs)
        .build()
        .map_err(|error| Stop::NotWritten(error.to_string()))?;
    let window = WINDOW * pool.current_num_threads();
    for first in (done..inputs.list.len()).step_by(window) {
        let last = (first + window).min(inputs.list.len());
        let records: Vec<Record> = pool.install(|| {
            (first..last)
                .into_par_iter()
                .map(|index| record(args, &inputs.list[index], &sink, &names[index], bar))
                .collect()
        });
        for (offset, record) in records.into_iter().enumerate() {
            if let Some(message) = &record.failure {
                let name = inputs.list[first + offset].name();
                bar.suspend(|| {
                    eprintln!("gongwen: {}: {message}", report::escaped(&name))
                });
                tally.failed += 1;
            } else {
                tally.done += 1;
            }
            let failed = record.failure.is_some();
            sink.write(record, &names[first + offset])?;
            if failed && args.fail_fast {
                return sink.interrupt();
            }
        }
    }
    sink.finish()
}

/// The output of one input.
struct Record {
    json: Vec<u8>,
    failure: Option<String>,
    /// The document's own file stands already.
    stands: bool,
}

fn record(
    args: &Args,
    input: &Input,
    sink: &Sink,
    name: &str,
    bar: &ProgressBar,
) -> Record {
    let stands = match sink {
        Sink::Folder(folder) => args.resume && folder.join(name).is_file(),
        Sink::Stdout(_) | Sink::File { .. } => false,
    };
    let mut record = Record {
        json: Vec::new(),
        failure: None,
        stands,
    };
    if !stands {
        let converted = convert::convert(args, input).and_then(|product| {
            let mut json = Vec::new();
            product
                .write(&mut json, args.pretty && matches!(sink, Sink::Folder(_)))
                .map_err(|error| Failure::new(input, "not-json", error.to_string()))?;
            Ok(json)
        });
        match converted {
            Ok(json) => record.json = json,
            Err(failure) => {
                record.failure = Some(failure.message().to_owned());
                // OK because writing to memory does not fail.
                let _ = failure.write(&mut record.json, args.until.is_some());
            }
        }
    }
    bar.inc(1);
    record
}

impl Sink {
    /// Opens the output and tells how many inputs it answers already.
    fn open(
        args: &Args,
        inputs: &Inputs,
        names: &[String],
    ) -> Result<(Self, usize), Stop> {
        let Some(out) = &args.out else {
            return Ok((Self::Stdout(BufWriter::new(io::stdout())), 0));
        };
        if out.is_dir() || out.as_os_str().to_string_lossy().ends_with(['/', '\\']) {
            fs::create_dir_all(out)?;
            let taken: std::collections::HashSet<&String> = names.iter().collect();
            if taken.len() < names.len() {
                let message =
                    "two inputs would share one output file; name a file for --out";
                return Err(Stop::Mismatch(message.to_owned()));
            }
            return Ok((Self::Folder(out.clone()), 0));
        }
        let part_path = part_path(out);
        let done = if args.resume {
            resume(&part_path, out, inputs)?
        } else {
            0
        };
        let part = OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(!args.resume)
            .append(args.resume)
            .open(&part_path);
        let part = BufWriter::new(part?);
        Ok((
            Self::File {
                part,
                part_path,
                path: out.clone(),
            },
            done,
        ))
    }

    fn write(&mut self, record: Record, name: &str) -> Result<(), Stop> {
        match self {
            Self::Stdout(out) => out.write_all(&record.json)?,
            Self::File { part, .. } => part.write_all(&record.json)?,
            Self::Folder(_) if record.stands => {}
            Self::Folder(folder) => write_whole(&folder.join(name), &record.json)?,
        }
        Ok(())
    }

    /// Ends a run that did not convert everything; a later `--resume` goes on.
    fn interrupt(self) -> Result<(), Stop> {
        match self {
            Self::Stdout(mut out) => out.flush()?,
            Self::File { mut part, .. } => part.flush()?,
            Self::Folder(_) => {}
        }
        Ok(())
    }

    fn finish(self) -> Result<(), Stop> {
        match self {
            Self::File {
                part,
                part_path,
                path,
            } => {
                let file = part
                    .into_inner()
                    .map_err(|error| Stop::from(error.into_error()))?;
                file.sync_all()?;
                fs::rename(part_path, path)?;
                Ok(())
            }
            other => other.interrupt(),
        }
    }
}

/// The file that an output is written to until it is whole.
fn part_path(out: &Path) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

/// Cuts an interrupted output after its last whole record and counts the records. Each must
/// be of the input in its place.
fn resume(part: &Path, out: &Path, inputs: &Inputs) -> Result<usize, Stop> {
    if !part.exists() && out.exists() {
        // The run was finished; what follows writes nothing anew.
        fs::rename(out, part)?;
    }
    if !part.exists() {
        return Ok(0);
    }
    let mut reader = BufReader::new(File::open(part)?);
    let (mut done, mut whole) = (0, 0);
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = reader.read_until(b'\n', &mut line)?;
        if read == 0 || line.last() != Some(&b'\n') {
            break;
        }
        let Some(name) = record_name(&line) else {
            break;
        };
        let expected = inputs.list.get(done).map(Input::name);
        if expected.as_deref() != Some(name.as_str()) {
            return Err(Stop::Mismatch(format!(
                "{}: record {} is of {name}, expected {}; resume with the same inputs",
                part.display(),
                done + 1,
                expected.as_deref().unwrap_or("none")
            )));
        }
        done += 1;
        whole += read as u64;
    }
    OpenOptions::new().write(true).open(part)?.set_len(whole)?;
    Ok(done)
}

/// The name of the input that a record is of; `None` when it is no record.
fn record_name(line: &[u8]) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Named {
        source: Source,
    }
    #[derive(serde::Deserialize)]
    struct Source {
        name: String,
    }
    serde_json::from_slice::<Named>(line)
        .ok()
        .map(|record| record.source.name)
}

/// Writes a file so that it is there whole or not at all.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let part = part_path(path);
    let mut file = File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_data()?;
    fs::rename(part, path)
}

/// The output file of each input below an output folder: its path below the folder that was
/// walked, or its file name. Nothing in a name leads out of the folder.
fn names(inputs: &Inputs) -> Vec<String> {
    inputs
        .list
        .iter()
        .map(|input| format!("{}.json", inside(&input.relative())))
        .collect()
}

/// A path's plain components joined by `/`; what is no name (`..`, a root) is left out.
fn inside(path: &Path) -> String {
    let parts: Vec<String> = path
        .components()
        .filter_map(|part| match part {
            std::path::Component::Normal(name) => {
                Some(name.to_string_lossy().into_owned())
            }
            _ => None,
        })
        .collect();
    if parts.is_empty() {
        "stdin".to_owned()
    } else {
        parts.join("/")
    }
}

/// The progress bar; hidden unless a terminal shows it and the output goes elsewhere.
fn bar(args: &Args, inputs: usize) -> ProgressBar {
    use std::io::IsTerminal as _;
    let quiet =
        args.quiet || inputs < 2 || args.out.is_none() && io::stdout().is_terminal();
    let target = if quiet {
        ProgressDrawTarget::hidden()
    } else {
        ProgressDrawTarget::stderr()
    };
    let bar = ProgressBar::with_draw_target(Some(inputs as u64), target);
    // OK because the template is constant; a broken one would only show the default bar.
    let style =
        ProgressStyle::with_template("{bar:24} {pos}/{len}  {per_sec}  {eta} left");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_files_stay_in_their_folder() {
        for (path, name) in [
            ("a/b.txt", "a/b.txt"),
            ("../../etc/passwd.txt", "etc/passwd.txt"),
            ("/etc/passwd", "etc/passwd"),
            ("./通知.html", "通知.html"),
            ("", "stdin"),
        ] {
            assert_eq!(inside(Path::new(path)), name);
        }
    }
}
