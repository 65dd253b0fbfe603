//! `gongwen export`: tables, networks, files for annotation tools.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, BufWriter, Read as _, Write};
use std::path::{Path, PathBuf};

use gongwen::Document;
use gongwen::export::{
    Brat, CsvStyle, Entry, LabelStudio, Network, Networks, NodeName, TableFormat,
    TableWriter, brat_configuration, codebook, data_package, document_rows, error_row,
    label_studio_configuration, write_dot, write_edges, write_graphml, write_nodes,
};
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;

use super::args::{ExportArgs, ExportFormat, NodeNames};
use super::failure::{Failure, guarded};
use super::input::{self, Input};
use super::{Outcome, convert, report};

/// Documents read before they are written, for every worker.
const WINDOW: usize = 32;

/// Writes what the arguments ask for.
pub(super) fn run(args: &ExportArgs) -> Outcome {
    if args.codebook {
        return match io::stdout().lock().write_all(codebook().as_bytes()) {
            Ok(()) => Outcome::Done,
            Err(error) => convert::not_written(&error),
        };
    }
    // OK because the argument parser asks for both unless there is `--codebook`.
    let (Some(format), Some(out)) = (args.format, &args.out) else {
        return Outcome::Usage;
    };
    if args.excel && !matches!(format, ExportFormat::Csv | ExportFormat::Edges) {
        eprintln!("gongwen: --excel is for --format csv and edges");
        return Outcome::Usage;
    }
    let inputs = input::collect(&args.paths, &args.read.ext);
    let mut tally = Tally::default();
    let written = Sink::open(args, format, out).and_then(|mut sink| {
        for failure in &inputs.failed {
            sink.add_failure(failure)?;
            tally.failed += 1;
        }
        read_all(args, &inputs.list, &mut sink, &mut tally)?;
        sink.finish()
    });
    if let Err(error) = written {
        eprintln!("gongwen: {}: {error}", out.display());
        return Outcome::NotWritten;
    }
    if !args.quiet {
        tally.report(&inputs.skipped);
    }
    if tally.failed > 0 {
        Outcome::SomeFailed
    } else {
        Outcome::Done
    }
}

#[derive(Debug, Default)]
struct Tally {
    done: usize,
    failed: usize,
    /// Inputs left out: the same as one before.
    repeated: usize,
}

impl Tally {
    fn report(&self, skipped: &std::collections::BTreeMap<String, usize>) {
        report::summary(self.done, self.failed, 0, skipped);
        if self.repeated > 0 {
            eprintln!(
                "gongwen: {} left out, the same as one before",
                self.repeated
            );
        }
    }
}

/// Something to read: a document, or a line of earlier output.
enum Work {
    Document(Input),
    /// A line with the name and the number it goes by.
    Line(String, Vec<u8>),
    /// What could not be opened.
    Failed(Failure),
}

/// Reads every input and hands it to the sink, in order.
fn read_all(
    args: &ExportArgs,
    inputs: &[Input],
    sink: &mut Sink,
    tally: &mut Tally,
) -> io::Result<()> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(args.jobs)
        .build()
        .map_err(io::Error::other)?;
    let window = WINDOW * pool.current_num_threads();
    let mut works = inputs.iter().flat_map(|input| works(args, input));
    let mut seen = HashSet::new();
    loop {
        let works: Vec<Work> = works.by_ref().take(window).collect();
        if works.is_empty() {
            return Ok(());
        }
        let entries: Vec<Result<Entry, Failure>> = pool.install(|| {
            works
                .into_par_iter()
                .map(|work| entry(args, work))
                .collect()
        });
        for entry in entries {
            match entry {
                Ok(entry) => {
                    let mark = if args.unique {
                        entry.fingerprint()
                    } else {
                        entry.id()
                    };
                    if seen.insert(mark.to_owned()) {
                        sink.add(&entry)?;
                        tally.done += 1;
                    } else {
                        tally.repeated += 1;
                    }
                }
                Err(failure) => {
                    report::failure(&failure);
                    sink.add_failure(&failure)?;
                    tally.failed += 1;
                }
            }
        }
    }
}

/// What an input holds: itself, or the lines of a `.jsonl` file.
fn works<'a>(
    args: &'a ExportArgs,
    input: &'a Input,
) -> Box<dyn Iterator<Item = Work> + 'a> {
    let Input::File(path, _) = input else {
        return Box::new(std::iter::once(Work::Document(input.clone())));
    };
    let extension = path
        .extension()
        .map(|extension| extension.to_ascii_lowercase());
    if !extension.is_some_and(|extension| extension == "jsonl" || extension == "ndjson") {
        return Box::new(std::iter::once(Work::Document(input.clone())));
    }
    let file = match File::open(path) {
        Ok(file) => BufReader::new(file),
        Err(error) => {
            let failure = Failure::not_readable(input.name(), &error);
            return Box::new(std::iter::once(Work::Failed(failure)));
        }
    };
    Box::new(Lines {
        file,
        name: input.name(),
        number: 0,
        limit: args.read.max_bytes,
        ended: false,
    })
}

/// The lines of a `.jsonl` file, blank ones left out.
struct Lines {
    file: BufReader<File>,
    name: String,
    number: usize,
    limit: usize,
    ended: bool,
}

impl Iterator for Lines {
    type Item = Work;

    fn next(&mut self) -> Option<Work> {
        // A document's JSON holds its text about twice and its facts.
        const JSON_SHARE: usize = 8;
        let limit = self.limit.saturating_mul(JSON_SHARE);
        while !self.ended {
            self.number += 1;
            let name = format!("{}:{}", self.name, self.number);
            let mut line = Vec::new();
            let most = u64::try_from(limit).unwrap_or(u64::MAX);
            match self.file.by_ref().take(most).read_until(b'\n', &mut line) {
                Ok(0) => self.ended = true,
                Ok(size) if size >= limit && line.last() != Some(&b'\n') => {
                    self.ended = true;
                    let message = "the line is longer than the limit";
                    let failure = Failure::new(name, "too-large", message);
                    return Some(Work::Failed(failure));
                }
                Ok(_) if line.trim_ascii().is_empty() => {}
                Ok(_) => return Some(Work::Line(name, line)),
                Err(error) => {
                    self.ended = true;
                    let failure = Failure::not_readable(name, &error);
                    return Some(Work::Failed(failure));
                }
            }
        }
        None
    }
}

/// Reads one input. One that makes the parser panic is one that failed, not the end.
fn entry(args: &ExportArgs, work: Work) -> Result<Entry, Failure> {
    let name = match &work {
        Work::Document(input) => input.name(),
        Work::Line(name, _) => name.clone(),
        Work::Failed(failure) => failure.name.clone(),
    };
    guarded(&name, || read_entry(args, work))
}

fn read_entry(args: &ExportArgs, work: Work) -> Result<Entry, Failure> {
    let document = match work {
        Work::Document(input) => input.parse(&args.read)?.document,
        Work::Line(name, line) => read_record(&name, &line)?,
        Work::Failed(failure) => return Err(failure),
    };
    let entry = Entry::new(document);
    Ok(if args.redact { entry.redacted() } else { entry })
}

/// A line of earlier output: a document, or what stands for one that failed.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Record {
    Document(Box<Document>),
    Stream { id: Value, document: Box<Document> },
    Failed(FailedRecord),
}

#[derive(Debug, Deserialize)]
struct FailedRecord {
    source: Option<FailedSource>,
    id: Option<Value>,
    error: Cause,
}

#[derive(Debug, Deserialize)]
struct FailedSource {
    name: String,
}

#[derive(Debug, Deserialize)]
struct Cause {
    kind: String,
    message: String,
}

fn read_record(place: &str, line: &[u8]) -> Result<Document, Failure> {
    let wrong = |error: serde_json::Error| {
        let message = format!("expected a line that gongwen wrote: {error}");
        Failure::new(place, "not-gongwen", message)
    };
    let document: Document = match serde_json::from_slice(line).map_err(wrong)? {
        Record::Document(document) => *document,
        Record::Stream { id, mut document } => {
            document.source.name = document.source.name.or_else(|| Some(id_name(&id)));
            *document
        }
        Record::Failed(FailedRecord { source, id, error }) => {
            let id = id.filter(|id| !id.is_null()).map(|id| id_name(&id));
            let name = source.map(|source| source.name).or(id);
            let name = name.unwrap_or_else(|| place.to_owned());
            return Err(Failure::new(name, &error.kind, error.message));
        }
    };
    // In code points every place lies between characters, whoever wrote the line.
    let document = document.in_code_points();
    if document.format == gongwen::FORMAT && document.spans_fit() {
        return Ok(document);
    }
    let message = format!("expected a document of the format {}", gongwen::FORMAT);
    Err(Failure::new(place, "not-gongwen", message))
}

/// A record's id as the name of its source.
fn id_name(id: &Value) -> String {
    match id {
        Value::String(id) => id.clone(),
        id => id.to_string(),
    }
}

/// A file that takes its name when it is whole.
struct Part {
    file: BufWriter<File>,
    path: PathBuf,
}

impl Part {
    fn create(folder: &Path, name: &str) -> io::Result<Self> {
        let path = folder.join(name);
        let file = File::create(part_path(&path))?;
        Ok(Self {
            file: BufWriter::new(file),
            path,
        })
    }

    fn finish(self) -> io::Result<()> {
        self.file.into_inner().map_err(|error| error.into_error())?;
        fs::rename(part_path(&self.path), &self.path)
    }
}

fn part_path(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}

impl Write for Part {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Where documents go.
struct Sink {
    folder: PathBuf,
    style: CsvStyle,
    format: ExportFormat,
    kind: SinkKind,
}

enum SinkKind {
    Tables(Box<TableWriter<Part>>),
    Networks(Box<Networks>),
    LabelStudio(LabelStudio<Part>),
    Brat,
}

impl Sink {
    fn open(args: &ExportArgs, format: ExportFormat, folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let style = if args.excel {
            CsvStyle::Excel
        } else {
            CsvStyle::Plain
        };
        let tables = |format: TableFormat| {
            let open = |table: &'static gongwen::export::Table| {
                Part::create(folder, &format!("{}.{}", table.name, format.extension()))
            };
            TableWriter::new(format, open)
                .map(|writer| SinkKind::Tables(Box::new(writer)))
        };
        let kind = match format {
            ExportFormat::Csv => tables(TableFormat::Csv(style))?,
            ExportFormat::Jsonl => tables(TableFormat::Jsonl)?,
            #[cfg(feature = "parquet")]
            ExportFormat::Parquet => tables(TableFormat::Parquet)?,
            ExportFormat::Graphml | ExportFormat::Dot | ExportFormat::Edges => {
                let names = match args.nodes {
                    NodeNames::Canonical => NodeName::Canonical,
                    NodeNames::AsWritten => NodeName::AsWritten,
                };
                SinkKind::Networks(Box::new(Networks::new(names)))
            }
            ExportFormat::Labelstudio => {
                let part = Part::create(folder, "tasks.json")?;
                SinkKind::LabelStudio(LabelStudio::new(part)?)
            }
            ExportFormat::Brat => SinkKind::Brat,
        };
        Ok(Self {
            folder: folder.to_owned(),
            style,
            format,
            kind,
        })
    }

    fn add(&mut self, entry: &Entry) -> io::Result<()> {
        match &mut self.kind {
            SinkKind::Tables(writer) => document_rows(entry, writer.as_mut()),
            SinkKind::Networks(networks) => {
                networks.add(entry);
                Ok(())
            }
            SinkKind::LabelStudio(writer) => writer.add(entry),
            SinkKind::Brat => {
                let brat = Brat::new(entry);
                self.write(&format!("{}.txt", entry.id()), &brat.text)?;
                self.write(&format!("{}.ann", entry.id()), &brat.annotations)
            }
        }
    }

    fn add_failure(&mut self, failure: &Failure) -> io::Result<()> {
        if let SinkKind::Tables(writer) = &mut self.kind {
            let name = Some(failure.name.as_str());
            error_row(name, &failure.kind, &failure.message, writer.as_mut())?;
        }
        Ok(())
    }

    fn finish(self) -> io::Result<()> {
        let (folder, style) = (self.folder.clone(), self.style);
        let write = |name: &str, words: &str| write_file(&folder, name, words.as_bytes());
        match self.kind {
            SinkKind::Tables(writer) => {
                writer.finish()?.into_iter().try_for_each(Part::finish)?;
                if self.format == ExportFormat::Csv && style == CsvStyle::Plain {
                    let package = serde_json::to_string_pretty(&data_package())?;
                    write("datapackage.json", &(package + "\n"))?;
                }
                write("CODEBOOK.md", &codebook())
            }
            SinkKind::Networks(networks) => {
                for network in Network::ALL {
                    write_network(&networks, *network, self.format, style, &folder)?;
                }
                Ok(())
            }
            SinkKind::LabelStudio(writer) => {
                writer.finish()?.finish()?;
                write("labeling_config.xml", &label_studio_configuration())
            }
            SinkKind::Brat => write("annotation.conf", &brat_configuration()),
        }
    }

    fn write(&self, name: &str, words: &str) -> io::Result<()> {
        write_file(&self.folder, name, words.as_bytes())
    }
}

fn write_file(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut part = Part::create(folder, name)?;
    part.write_all(bytes)?;
    part.finish()
}

fn write_network(
    networks: &Networks,
    network: Network,
    format: ExportFormat,
    style: CsvStyle,
    folder: &Path,
) -> io::Result<()> {
    let graph = networks.graph(network);
    let create =
        |ending: &str| Part::create(folder, &format!("{}.{ending}", network.as_str()));
    match format {
        ExportFormat::Graphml => {
            let mut part = create("graphml")?;
            write_graphml(&graph, &mut part)?;
            part.finish()
        }
        ExportFormat::Dot => {
            let mut part = create("dot")?;
            write_dot(&graph, &mut part)?;
            part.finish()
        }
        _ => {
            let mut part = create("nodes.csv")?;
            write_nodes(&graph, style, &mut part)?;
            part.finish()?;
            let mut part = create("edges.csv")?;
            write_edges(&graph, style, &mut part)?;
            part.finish()
        }
    }
}
