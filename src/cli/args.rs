//! The command line's words.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use gongwen::{Date, Lexicon, Stage};

use super::lexicon;

/// Reads Chinese government policy documents (公文) and prints them as typed JSON.
#[derive(Debug, Parser)]
#[command(
    name = "gongwen",
    version,
    arg_required_else_help = true,
    args_conflicts_with_subcommands = true,
    after_help = "\
Examples:
  gongwen notice.txt                     one document as JSON
  gongwen notices/ > notices.jsonl       a folder, one JSON line a document, in sorted order
  gongwen notices/ -o all.jsonl          the same with a progress bar; add --resume to go on
  gongwen notices/ -o json/              one JSON file a document
  curl -s https://… | gongwen -          a page from standard input
  gongwen --until outline notice.txt     only the numbered structure, as text
  echo '达到90%以上' | gongwen values     single lines, numbers and dates only

  gongwen export notices/ -f csv -o tables/     tables for pandas, R, Excel
  gongwen report notices/ -o report.html        a page to look at, every fact highlighted
  gongwen stream < in.jsonl > out.jsonl         a line in, a line out: Spark, Ray, parallel
  gongwen help export                           more of these, for each command

Exit status: 0 all read, 1 some input failed, 2 wrong usage, 3 output not writable."
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    /// Files to read, folders to walk, or - for standard input.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// Stop after this stage and print its product as text.
    #[arg(long, value_name = "STAGE", value_parser = stage)]
    pub(crate) until: Option<Stage>,

    #[command(flatten)]
    pub(crate) read: ReadArgs,

    /// Add `source_span` beside each `span`: where it stood before any change.
    #[arg(long)]
    pub(crate) source_spans: bool,

    /// Indent the JSON of a single document.
    #[arg(long)]
    pub(crate) pretty: bool,

    /// Write to this file (JSON Lines), or one JSON file a document into this folder.
    #[arg(long, short, value_name = "FILE|DIR/")]
    pub(crate) out: Option<PathBuf>,

    /// Go on where an interrupted run with the same inputs and --out stopped.
    #[arg(long, requires = "out")]
    pub(crate) resume: bool,

    /// How many documents to convert at once; 0 for as many as there are processors.
    #[arg(long, short, value_name = "N", default_value_t = 0, value_parser = jobs)]
    pub(crate) jobs: usize,

    /// Stop at the first input that fails.
    #[arg(long)]
    pub(crate) fail_fast: bool,

    /// Print the inputs that would be read, one a line, and read none.
    #[arg(long)]
    pub(crate) list: bool,

    /// Print no progress bar and no summary.
    #[arg(long, short)]
    pub(crate) quiet: bool,

    /// When to print diagnostics on standard error.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = When::Auto)]
    pub(crate) diagnostics: When,
}

// How documents are found and read, for every command that takes documents. (A doc comment
// here would take the place of the command's own.)
#[derive(Debug, clap::Args)]
pub(crate) struct ReadArgs {
    /// Encoding of the input, over whatever it declares (e.g. gbk, big5).
    #[arg(long, value_name = "LABEL")]
    pub(crate) encoding: Option<String>,

    /// Leave traditional characters (繁體) as they are.
    #[arg(long)]
    pub(crate) keep_traditional: bool,

    /// Largest document to read, in bytes.
    #[arg(long, value_name = "BYTES", default_value_t = gongwen::DEFAULT_LIMIT)]
    pub(crate) max_bytes: usize,

    /// Folder of tables with words of your own: unit.tsv, department.tsv, role.tsv,
    /// site_marker.tsv, site_field.tsv, site_control.tsv, site_tail.tsv.
    #[arg(long, value_name = "DIR", value_parser = lexicon::read)]
    pub(crate) lexicon: Option<Lexicon>,

    /// Further file extensions to read in folders (repeatable, e.g. --ext md).
    #[arg(long, value_name = "EXT")]
    pub(crate) ext: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// For a single document, on a terminal.
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read numbers and dates in single lines from standard input, one JSON line each.
    Values(Values),
    /// Read records from standard input, one JSON line each, and print one line for each.
    Stream(StreamArgs),
    /// Reconcile the output of `gongwen stream` with its input.
    Check(CheckArgs),
    /// Write tables, networks or files for annotation tools from documents.
    Export(ExportArgs),
    /// Print the JSON Schema of the output.
    Schema(SchemaArgs),
    /// Print the completion script of a shell.
    Completions(CompletionArgs),
    /// Print the manual page.
    #[command(after_help = "\
Examples:
  gongwen man | man -l -
  gongwen man -o ~/.local/share/man/man1")]
    Man {
        /// Write a page for every command into this folder instead.
        #[arg(long, short, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Write a page to look at: the text with its facts highlighted, in one HTML file.
    Report(ReportArgs),
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  echo '到2025年底达到90%以上' | gongwen values
  gongwen values --date 2025-03-01 < lines.txt     今年 and 6月底前 are reckoned from the date")]
pub(crate) struct Values {
    /// Date that relative dates (今年, 6月底前) are reckoned from, e.g. 2025-03-01.
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<Date>,

    /// Folder of tables with words of your own: unit.tsv, department.tsv, role.tsv,
    /// site_marker.tsv, site_field.tsv, site_control.tsv, site_tail.tsv.
    #[arg(long, value_name = "DIR", value_parser = lexicon::read)]
    pub(crate) lexicon: Option<Lexicon>,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  gongwen stream < in.jsonl > out.jsonl
  gongwen stream --text-key content --passthrough url < in.jsonl > out.jsonl
  parallel --pipe -k gongwen stream --no-line-numbers < in.jsonl > out.jsonl
  gongwen check in.jsonl out.jsonl     afterwards: was anything lost?

A record is {\"id\": …, \"text\": …}, with `html` or `base64` in place of `text`. Every line gives
one line, in the same order; a record that fails gives {\"status\": \"error\", …}.")]
pub(crate) struct StreamArgs {
    /// Key that holds a document's text.
    #[arg(long, value_name = "KEY", default_value = "text")]
    pub(crate) text_key: String,

    /// Key to copy from each record into `passthrough` of its output (repeatable).
    #[arg(long, value_name = "KEY")]
    pub(crate) passthrough: Vec<String>,

    /// Largest record to read, in bytes.
    #[arg(long, value_name = "BYTES", default_value_t = gongwen::stream::DEFAULT_RECORD_LIMIT)]
    pub(crate) max_bytes: usize,

    /// Leave out the line numbers of records without id, where the input is divided among
    /// processes and each would count from 1.
    #[arg(long)]
    pub(crate) no_line_numbers: bool,

    /// Leave traditional characters (繁體) as they are.
    #[arg(long)]
    pub(crate) keep_traditional: bool,

    /// Folder of tables with words of your own: unit.tsv, department.tsv, role.tsv,
    /// site_marker.tsv, site_field.tsv, site_control.tsv, site_tail.tsv.
    #[arg(long, value_name = "DIR", value_parser = lexicon::read)]
    pub(crate) lexicon: Option<Lexicon>,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  gongwen check in.jsonl out.jsonl

Exit status: 0 complete, 1 something was lost, added or put out of order.")]
pub(crate) struct CheckArgs {
    /// The input that was given to `gongwen stream`.
    #[arg(value_name = "IN")]
    pub(crate) input: PathBuf,

    /// The output that came back.
    #[arg(value_name = "OUT")]
    pub(crate) output: PathBuf,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  gongwen export --format csv -o tables/ notices/        tidy tables and datapackage.json
  gongwen export --format csv --excel -o tables/ a.jsonl the same for Excel, from earlier output
  gongwen export --format graphml -o networks/ notices/  who works with whom
  gongwen export --format brat --redact -o brat/ notices/
  gongwen export --codebook                              what every column means")]
pub(crate) struct ExportArgs {
    /// Documents or folders of documents; files named .jsonl are lines of earlier output.
    #[arg(value_name = "PATH", required_unless_present = "codebook")]
    pub(crate) paths: Vec<PathBuf>,

    /// What to write.
    #[arg(
        long,
        short,
        value_name = "FORMAT",
        value_enum,
        required_unless_present = "codebook"
    )]
    pub(crate) format: Option<ExportFormat>,

    /// Folder to write into; files of the same names are replaced.
    #[arg(long, short, value_name = "DIR", required_unless_present = "codebook")]
    pub(crate) out: Option<PathBuf>,

    /// Mask telephone numbers, identity numbers and the names in contact lines.
    #[arg(long)]
    pub(crate) redact: bool,

    /// CSV for Excel: a byte order mark, CRLF, no cell that runs as a formula.
    #[arg(long)]
    pub(crate) excel: bool,

    /// Leave out documents whose text was read before: one notice of many sites.
    #[arg(long)]
    pub(crate) unique: bool,

    /// What stands for a department in networks.
    #[arg(long, value_name = "NAMES", value_enum, default_value_t = NodeNames::Canonical)]
    pub(crate) nodes: NodeNames,

    /// Print what every table and column means, in English and Chinese.
    #[arg(long, exclusive = true)]
    pub(crate) codebook: bool,

    #[command(flatten)]
    pub(crate) read: ReadArgs,

    /// How many documents to read at once; 0 for as many as there are processors.
    #[arg(long, short, value_name = "N", default_value_t = 0, value_parser = jobs)]
    pub(crate) jobs: usize,

    /// Print no summary.
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// Tidy tables as CSV, with datapackage.json.
    Csv,
    /// Tidy tables as JSON Lines.
    Jsonl,
    /// Tidy tables as Parquet.
    #[cfg(feature = "parquet")]
    Parquet,
    /// Networks for Gephi, networkx, igraph.
    Graphml,
    /// Networks for Graphviz.
    Dot,
    /// Networks as CSV of nodes and of edges.
    Edges,
    /// Documents with their facts marked, for Label Studio.
    Labelstudio,
    /// Documents with their facts marked, for brat.
    Brat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum NodeNames {
    /// The full name without its region where it is known: 省卫生健康委 and 市卫健委 are one.
    Canonical,
    /// The name as each document writes it.
    AsWritten,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  gongwen schema > gongwen-1.schema.json
  gongwen schema stream     of the lines of `gongwen stream`")]
pub(crate) struct SchemaArgs {
    /// What the schema is for.
    #[arg(value_name = "WHAT", value_enum, default_value_t = SchemaSubject::Document)]
    pub(crate) of: SchemaSubject,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaSubject {
    /// The JSON of one document.
    Document,
    /// A line of JSON Lines: a document, or the record of an input that failed.
    Line,
    /// A line of `gongwen stream`.
    Stream,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  gongwen completions bash > ~/.local/share/bash-completion/completions/gongwen
  gongwen completions zsh > ~/.zfunc/_gongwen
  gongwen completions fish > ~/.config/fish/completions/gongwen.fish")]
pub(crate) struct CompletionArgs {
    /// The shell.
    #[arg(value_name = "SHELL", value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  gongwen report notice.txt -o notice.html     one document
  gongwen report notices/ -o report.html       a folder: an index, totals, and every document

The page is one file without scripts that needs no network: mail it, print it, open it.")]
pub(crate) struct ReportArgs {
    /// Files to read, folders to walk, or - for standard input.
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,

    /// Write to this file; standard output without it.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) read: ReadArgs,
}

fn jobs(number: &str) -> Result<usize, String> {
    // Each is a thread: a slip of the finger must not take the machine down.
    const MOST: usize = 256;
    let jobs = number.parse().ok().filter(|jobs| *jobs <= MOST);
    jobs.ok_or_else(|| format!("expected a number from 0 to {MOST}"))
}

fn stage(name: &str) -> Result<Stage, String> {
    name.parse().map_err(|_| {
        let names: Vec<&str> = Stage::ALL.iter().map(|stage| stage.as_str()).collect();
        format!("expected one of {}", names.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    use clap::CommandFactory as _;

    /// The arguments of an example, without what the shell does with them.
    fn arguments(line: &str) -> Option<Vec<&str>> {
        let (_, words) = line.split_once("gongwen ")?;
        let words = words.split("  ").next().unwrap_or_default();
        let words = words.split([' ', '\'']).filter(|word| !word.is_empty());
        let shell = |word: &&str| !["<", ">", "|"].contains(word);
        Some(words.take_while(shell).collect())
    }

    #[test]
    fn examples_of_the_help_are_right() {
        let command = Args::command();
        let pages = command.get_subcommands().chain([&command]);
        let mut count = 0;
        for page in pages {
            let help = page.get_after_help().map(ToString::to_string);
            let help = help.unwrap_or_default();
            for line in help.lines().filter(|line| line.starts_with("  ")) {
                let Some(words) = arguments(line) else {
                    continue;
                };
                let parsed = Args::try_parse_from(["gongwen"].iter().chain(&words));
                let help = words.first() == Some(&"help");
                assert!(parsed.is_ok() || help, "{line}: {parsed:?}");
                count += 1;
            }
        }
        assert!(count >= 25, "{count} examples");
    }

    #[test]
    fn the_arguments_hold_together() {
        Args::command().debug_assert();
    }
}
