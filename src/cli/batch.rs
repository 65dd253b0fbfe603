//! Runs over many documents: workers, ordered output, resuming.

use std::collections::HashSet;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead as _, BufReader, BufWriter, Read as _, Write};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use rayon::prelude::*;

use super::args::Args;
use super::convert;
use super::failure::{Failure, guarded};
use super::input::{Input, Inputs};
use super::lexicon;
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
    /// A device or a pipe, which is not replaced.
    Device(BufWriter<File>),
}

/// Why a run ended early.
enum Stop {
    /// The output's reader is gone.
    Closed,
    /// The output could not be written.
    NotWritten(String),
    /// The output named is none that this run may write.
    Unfit(String),
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
            let place = args
                .out
                .as_deref()
                .map(|out| format!("{}: ", out.display()));
            let place = report::escaped(&place.unwrap_or_default());
            eprintln!("gongwen: {place}the output could not be written: {message}");
            return Outcome::NotWritten;
        }
        Err(Stop::Unfit(message)) => {
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
    let names = names(args, inputs);
    let (mut sink, answered) = Sink::open(args, inputs, &names)?;
    let done = answered.records;
    tally.resumed = done - answered.failed;
    tally.failed += answered.failed;
    bar.inc(done as u64);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(args.jobs)
        .build()
        .map_err(|error| Stop::NotWritten(error.to_string()))?;
    let window = WINDOW * pool.current_num_threads();
    let folder = sink.folder();
    let mut ready: Vec<Record> = Vec::new();
    for first in (done..inputs.list.len()).step_by(window) {
        let last = (first + window).min(inputs.list.len());
        let convert = || {
            (first..last)
                .into_par_iter()
                .map(|index| {
                    let file = folder.as_ref().map(|folder| folder.join(&names[index]));
                    record(args, &inputs.list[index], file.as_deref(), bar)
                })
                .collect()
        };
        let names = &names[first - ready.len()..];
        let write = || write_all(args, &mut sink, &ready, names, bar, tally);
        // A window is written while the next one is converted.
        let (converted, written) = pool.install(|| rayon::join(convert, write));
        if !written? {
            return sink.interrupt();
        }
        ready = converted;
    }
    let names = &names[inputs.list.len() - ready.len()..];
    if !write_all(args, &mut sink, &ready, names, bar, tally)? {
        return sink.interrupt();
    }
    sink.finish()
}

/// Writes records in order; false when one is a failure that ends the run.
fn write_all(
    args: &Args,
    sink: &mut Sink,
    records: &[Record],
    names: &[String],
    bar: &ProgressBar,
    tally: &mut Tally,
) -> Result<bool, Stop> {
    for (record, name) in records.iter().zip(names) {
        tally.count(record, bar);
        sink.write(record, name)?;
        if record.failure.is_some() && args.fail_fast {
            return Ok(false);
        }
    }
    Ok(true)
}

impl Tally {
    fn count(&mut self, record: &Record, bar: &ProgressBar) {
        match (&record.failure, record.stands) {
            (Some(failure), _) => {
                bar.suspend(|| report::failure(failure));
                self.failed += 1;
            }
            (None, Some(Standing::Failure)) => self.failed += 1,
            (None, Some(Standing::Document)) => self.resumed += 1,
            (None, None) => self.done += 1,
        }
        if self.failed > 0 {
            bar.set_message(format!(", {} failed", self.failed));
        }
    }
}

/// What a run before has left of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Document,
    Failure,
}

/// The output of one input.
#[derive(Debug)]
struct Record {
    json: Vec<u8>,
    failure: Option<Failure>,
    /// The document's own file stands already.
    stands: Option<Standing>,
}

/// Converts an input, unless the file of its own stands there from a run before.
fn record(args: &Args, input: &Input, file: Option<&Path>, bar: &ProgressBar) -> Record {
    let stands = file.filter(|_| args.resume).and_then(standing);
    let record = match stands {
        Some(_) => Record {
            json: Vec::new(),
            failure: None,
            stands,
        },
        None => converted(args, input, file.is_some()),
    };
    bar.inc(1);
    record
}

/// Converts an input; lines of one file are never indented.
fn converted(args: &Args, input: &Input, own_file: bool) -> Record {
    let name = input.name();
    let json = guarded(&name, || {
        let product = convert::convert(args, input)?;
        let mut json = Vec::with_capacity(product.expected_len());
        product
            .write(&mut json, args.pretty && own_file)
            .map_err(|error| Failure::new(name.as_str(), "not-json", error))?;
        Ok(json)
    });
    let (json, failure) = match json {
        Ok(json) => (json, None),
        Err(failure) => {
            let mut json = Vec::new();
            // OK because writing to memory does not fail.
            let _ = convert::write_failure(args, &failure, &mut json);
            (json, Some(failure))
        }
    };
    Record {
        json,
        failure,
        stands: None,
    }
}

impl Sink {
    /// Opens the output and tells how many inputs it answers already.
    fn open(
        args: &Args,
        inputs: &Inputs,
        names: &[String],
    ) -> Result<(Self, Answered), Stop> {
        let Some(out) = &args.out else {
            let stdout = Self::Stdout(BufWriter::new(io::stdout()));
            return Ok((stdout, Answered::default()));
        };
        if out.is_dir() || out.as_os_str().to_string_lossy().ends_with(['/', '\\']) {
            fs::create_dir_all(out)?;
            let taken: HashSet<&String> = names.iter().collect();
            if taken.len() < names.len() {
                let message =
                    "two inputs would share one output file; name a file for --out";
                return Err(Stop::Unfit(message.to_owned()));
            }
            let rows = lexicon_record(args, out.join(".lexicon"));
            if args.resume {
                check_folder(args, inputs, out, names, &rows)?;
            }
            rows.write()?;
            return Ok((Self::Folder(out.clone()), Answered::default()));
        }
        check_no_input(out, inputs)?;
        // A device or a pipe is written to as it is: a file moved there would take its place.
        if fs::metadata(out).is_ok_and(|about| !about.is_file()) {
            if args.resume {
                let message = "--resume needs a file or a folder for --out";
                return Err(Stop::Unfit(message.to_owned()));
            }
            let device = OpenOptions::new().write(true).open(out)?;
            return Ok((Self::Device(BufWriter::new(device)), Answered::default()));
        }
        let part_path = part_path(out);
        let rows = lexicon_record(args, with_extension(out, ".lexicon"));
        let answered = if args.resume {
            resume(args, &part_path, out, inputs, &rows)?
        } else {
            Answered::default()
        };
        let part = OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(!args.resume)
            .append(args.resume)
            .open(&part_path);
        let part = BufWriter::new(part?);
        rows.write()?;
        Ok((
            Self::File {
                part,
                part_path,
                path: out.clone(),
            },
            answered,
        ))
    }

    /// The folder that every document has a file of its own in.
    fn folder(&self) -> Option<PathBuf> {
        match self {
            Self::Folder(folder) => Some(folder.clone()),
            _ => None,
        }
    }

    fn write(&mut self, record: &Record, name: &str) -> Result<(), Stop> {
        match self {
            Self::Stdout(out) => out.write_all(&record.json)?,
            Self::File { part, .. } | Self::Device(part) => {
                part.write_all(&record.json)?;
            }
            Self::Folder(_) if record.stands.is_some() => {}
            Self::Folder(folder) => write_whole(&folder.join(name), &record.json)?,
        }
        Ok(())
    }

    /// Ends a run that did not convert everything; a later `--resume` goes on.
    fn interrupt(self) -> Result<(), Stop> {
        match self {
            Self::Stdout(mut out) => out.flush()?,
            Self::File { mut part, .. } | Self::Device(mut part) => part.flush()?,
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
    with_extension(out, ".part")
}

/// A path with an extension more.
fn with_extension(path: &Path, extension: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(extension);
    PathBuf::from(name)
}

fn lexicon_record(args: &Args, path: PathBuf) -> lexicon::Record {
    lexicon::Record::new(path, args.read.lexicon.as_ref())
}

/// Refuses to go on with other rows of the user's: the document that [`check_same`] looks
/// at may hold none of their words.
fn check_lexicon(rows: &lexicon::Record, written: &Path) -> Result<(), Stop> {
    if rows.is_same()? {
        return Ok(());
    }
    Err(Stop::Unfit(format!(
        "{}: begun with another --lexicon than now; resume with the same, or start anew \
         without --resume",
        report::escaped(&written.to_string_lossy())
    )))
}

/// Refuses an output that would take the place of an input.
fn check_no_input(out: &Path, inputs: &Inputs) -> Result<(), Stop> {
    let Ok(out_path) = out.canonicalize() else {
        return Ok(());
    };
    let is_out = |input: &&Input| match input {
        Input::Stdin => false,
        Input::File(path, _) => {
            path.file_name() == out_path.file_name()
                && path.canonicalize().is_ok_and(|path| path == out_path)
        }
    };
    match inputs.list.iter().find(is_out) {
        Some(input) => Err(Stop::Unfit(format!(
            "{}: --out would take the place of this input",
            report::escaped(&input.name())
        ))),
        None => Ok(()),
    }
}

/// What an interrupted output holds: whole records, from the first input on.
#[derive(Debug, Default)]
struct Answered {
    records: usize,
    /// Those of them that stand for a failure.
    failed: usize,
    bytes: u64,
    /// The last record of a document, with its place among the inputs.
    last: Option<(usize, Vec<u8>)>,
}

/// Cuts an interrupted output after its last whole record and tells what it holds.
fn resume(
    args: &Args,
    part: &Path,
    out: &Path,
    inputs: &Inputs,
    rows: &lexicon::Record,
) -> Result<Answered, Stop> {
    let written = if part.exists() { part } else { out };
    if !written.exists() {
        return Ok(Answered::default());
    }
    check_lexicon(rows, written)?;
    let answered = answered(written, inputs)?;
    if let Some((index, line)) = &answered.last {
        check_same(args, &inputs.list[*index], line, written, false)?;
    }
    if written != part {
        // The run was finished. What it wrote stays in place until more of it is whole.
        fs::copy(written, part)?;
    }
    let file = OpenOptions::new().write(true).open(part)?;
    file.set_len(answered.bytes)?;
    Ok(answered)
}

/// Reads the whole records of an output; each must be of the input in its place.
fn answered(written: &Path, inputs: &Inputs) -> Result<Answered, Stop> {
    let mut reader = BufReader::new(File::open(written)?);
    let mut answered = Answered::default();
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = reader.read_until(b'\n', &mut line)?;
        if read == 0 || line.last() != Some(&b'\n') {
            return Ok(answered);
        }
        let Some((name, standing)) = read_record(&line) else {
            return Ok(answered);
        };
        let index = answered.records;
        let expected = inputs.list.get(index).map(Input::name);
        if expected.as_deref() != Some(name.as_str()) {
            return Err(Stop::Unfit(format!(
                "{}: record {} is of {}, expected {}; resume with the same inputs",
                report::escaped(&written.to_string_lossy()),
                index + 1,
                report::escaped(&name),
                report::escaped(expected.as_deref().unwrap_or("none"))
            )));
        }
        match standing {
            Standing::Document => {
                let (last, kept) = answered.last.get_or_insert_default();
                *last = index;
                kept.clone_from(&line);
            }
            Standing::Failure => answered.failed += 1,
        }
        answered.records += 1;
        answered.bytes += read as u64;
    }
}

/// Refuses to go on in a folder whose documents this run would write in another way.
fn check_folder(
    args: &Args,
    inputs: &Inputs,
    folder: &Path,
    names: &[String],
    rows: &lexicon::Record,
) -> Result<(), Stop> {
    if names.iter().any(|name| folder.join(name).is_file()) {
        check_lexicon(rows, folder)?;
    }
    for (input, name) in inputs.list.iter().zip(names) {
        let path = folder.join(name);
        if standing(&path) == Some(Standing::Document) {
            return check_same(args, input, &fs::read(&path)?, &path, true);
        }
    }
    Ok(())
}

/// Converts a document anew and compares: with other options, another version or another
/// text under the same name, half an output would not fit the other half.
fn check_same(
    args: &Args,
    input: &Input,
    written: &[u8],
    path: &Path,
    own_file: bool,
) -> Result<(), Stop> {
    if *input == Input::Stdin || converted(args, input, own_file).json == written {
        return Ok(());
    }
    Err(Stop::Unfit(format!(
        "{}: {} would come out otherwise now; resume with the same options, version and \
         texts, or start anew without --resume",
        report::escaped(&path.to_string_lossy()),
        report::escaped(&input.name())
    )))
}

/// The name of the input that a record is of, and what it is; `None` when it is no record.
fn read_record(line: &[u8]) -> Option<(String, Standing)> {
    #[derive(serde::Deserialize)]
    struct Record {
        source: Source,
        status: Option<String>,
    }
    #[derive(serde::Deserialize)]
    struct Source {
        name: String,
    }
    let record: Record = serde_json::from_slice(line).ok()?;
    let standing = match record.status {
        Some(_) => Standing::Failure,
        None => Standing::Document,
    };
    Some((record.source.name, standing))
}

/// What a document's own file holds; `None` when there is no such file. It was put there
/// whole, so that its first bytes tell.
fn standing(path: &Path) -> Option<Standing> {
    const FAILURE: &[u8] = b"{\"source\"";
    let mut start = Vec::new();
    let file = File::open(path).ok().filter(|_| path.is_file())?;
    file.take(FAILURE.len() as u64)
        .read_to_end(&mut start)
        .ok()?;
    Some(if start == FAILURE {
        Standing::Failure
    } else {
        Standing::Document
    })
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
fn names(args: &Args, inputs: &Inputs) -> Vec<String> {
    let extension = if args.until.is_some() { "txt" } else { "json" };
    inputs
        .list
        .iter()
        .map(|input| format!("{}.{extension}", inside(&input.relative())))
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
        ProgressStyle::with_template("{bar:24} {pos}/{len}{msg}  {rate}  {eta} left");
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.set_style(style.with_key("rate", rate));
    bar
}

/// Documents a second, as the bar shows them.
fn rate(state: &ProgressState, out: &mut dyn fmt::Write) {
    // OK because the bar shows nothing where writing fails.
    let _ = write!(out, "{:.1}/s", state.per_sec());
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

    /// `\` is a character like others in a name where `/` alone separates folders.
    #[test]
    fn names_of_other_systems_stay_in_their_folder() {
        let backslashes = [
            (r"..\..\x.txt", r"..\..\x.txt", "x.txt"),
            (r"C:\通知\x.txt", r"C:\通知\x.txt", "通知/x.txt"),
            (r"\\server\share\x.txt", r"\\server\share\x.txt", "x.txt"),
            (r"a\b/c.txt", r"a\b/c.txt", "a/b/c.txt"),
        ];
        for (path, elsewhere, on_windows) in backslashes {
            let expected = if cfg!(windows) { on_windows } else { elsewhere };
            assert_eq!(inside(Path::new(path)), expected);
        }
    }
}
