//! What can be asked of the command.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use onrecord::document::FactKind;
use onrecord::{Layers, Moment};

/// Who said and did what, on the record: sourced facts from interviews, speeches and news.
///
/// Reads English text and prints facts, each with the characters that support it: who holds which office, who met,
/// visited and signed, figures and rankings, quotations and who said them. Nothing is downloaded and nothing leaves this
/// machine.
#[derive(Debug, Parser)]
#[command(name = "onrecord", version, max_term_width = 100, after_help = EXAMPLES)]
pub(crate) struct Flags {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLES: &str = "\
Examples:
  onrecord extract interview.txt                        the facts of a file, as a table
  onrecord extract *.txt --kind measurement -o out.csv  all figures of many files, for a spreadsheet
  cat docs.jsonl | onrecord extract --layers all -      every layer, one JSON document a line
  onrecord extract speech.txt --speaker 'Ann Lee'       a speech that does not name who gives it
  onrecord explain interview.txt --at 12                why line 12 gives the facts that it gives
  onrecord times 'next Friday' --date 2026-03-02        what a time expression means";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Extract facts and other layers from files or standard input
    Extract(Extract),
    /// Show how a text was read: the clauses, the frames tried, and why each did or did not give a fact
    Explain(Explain),
    /// Check files of frames
    #[command(subcommand)]
    Rules(Rules),
    /// Find the time expressions of a phrase
    Times(Phrase),
    /// Find the quantities of a phrase
    Quantities(Phrase),
}

#[derive(Debug, Args)]
#[command(after_help = EXTRACT)]
pub(crate) struct Extract {
    /// Files to read; `-` is standard input
    #[arg(required = true, value_name = "FILES")]
    pub(crate) files: Vec<PathBuf>,

    /// How results are written [default: by the ending of -o: csv, json, jsonl, ndjson, conllu, or txt for a table;
    /// without -o, table on a terminal, else jsonl]
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,

    /// What the files hold: plain text, or one JSON document {"id", "text", "date"?, "title"?, "speaker"?, "url"?} a line
    #[arg(long, value_enum, default_value = "auto")]
    pub(crate) input_format: InputFormat,

    /// Layers to make, with commas: paragraphs, turns, sentences, tokens, tags, arcs, times, quantities, mentions,
    /// entities, quotations, facts, or all [default: facts]
    #[arg(long, value_name = "LAYER,...", value_delimiter = ',', value_parser = layer)]
    pub(crate) layers: Vec<Layers>,

    /// Kinds of facts to keep, with commas: position, measurement, meeting, ... [default: all]
    #[arg(long, value_name = "KIND,...", value_delimiter = ',', value_parser = kind)]
    pub(crate) kind: Vec<FactKind>,

    /// When the documents were written, for those without a "date": 2019-09-20 or 2019-09-20T14:30:00 [default: what a
    /// document's dateline says]
    #[arg(long, value_parser = date)]
    pub(crate) date: Option<Moment>,

    /// Who speaks wherever no label says so, in documents without a "speaker": "President Ann Lee", "Kenya"
    #[arg(long, value_name = "NAME")]
    pub(crate) speaker: Option<String>,

    /// Add every other clause as a fact of kind `relation`
    #[arg(long)]
    pub(crate) open: bool,

    #[command(flatten)]
    pub(crate) own: Own,

    /// What `start` and `end` count
    #[arg(long, value_enum, default_value = "codepoints")]
    pub(crate) offsets: Offsets,

    /// Write here instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Documents read at a time [default: one a processor]
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<std::num::NonZeroUsize>,
}

const EXTRACT: &str = "\
Output is in input order, whatever the number of jobs. A document that cannot be read is one line on standard error
(and, in json and jsonl, a record with its id and an \"error\"), and the rest goes on.

Exit status: 0 all went well; 1 some documents could not be read; 2 the command is wrong.";

/// A user's own language data.
#[derive(Debug, Default, Args)]
pub(crate) struct Own {
    /// Frames of your own, tried before the built-in ones; `onrecord rules test` checks them
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Vec<PathBuf>,

    /// Names of your own, which take precedence: TOML with [[name]] tables, or CSV with a header, of name, type,
    /// aliases (with semicolons in CSV) and code
    #[arg(long, value_name = "FILE")]
    pub(crate) names: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The file to read; `-` is standard input
    pub(crate) file: PathBuf,

    /// Only the sentences on that line of the file, from 1
    #[arg(long, value_name = "LINE")]
    pub(crate) at: Option<usize>,

    /// What the file holds
    #[arg(long, value_enum, default_value = "auto")]
    pub(crate) input_format: InputFormat,

    /// Who speaks wherever no label says so
    #[arg(long, value_name = "NAME")]
    pub(crate) speaker: Option<String>,

    #[command(flatten)]
    pub(crate) own: Own,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Rules {
    /// Run the examples of files of frames and report those that fail
    Test {
        /// Files of frames, in the form of `resources/frames`
        #[arg(required = true, value_name = "FILES")]
        files: Vec<PathBuf>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Phrase {
    /// The phrase
    pub(crate) text: String,

    /// The date that the phrase is relative to: 2026-03-02 or 2026-03-02T14:30:00
    #[arg(long, value_parser = date)]
    pub(crate) date: Option<Moment>,

    /// How results are written [default: table on a terminal, else jsonl]
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Table,
    /// One JSON document a line
    Jsonl,
    /// One JSON array
    Json,
    /// Facts, or the one layer asked for, as comma-separated values
    Csv,
    /// Tokens, as treebanks have them
    Conllu,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputFormat {
    /// By the ending of the file's name and by its content; what is no plain text, such as HTML or a table, is refused
    Auto,
    /// Text as it is, one document a file
    Text,
    /// One JSON document a line
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Offsets {
    /// Unicode code points, as Python counts
    Codepoints,
    /// Bytes of UTF-8
    Utf8,
    /// UTF-16 code units, as JavaScript counts
    Utf16,
    /// Code points, with bytes beside them
    All,
}

fn layer(name: &str) -> Result<Layers, String> {
    let known = || Layers::NAMED.map(|row| row.0).join(", ");
    Layers::named(name).ok_or_else(|| format!("there is {}, or all", known()))
}

fn kind(name: &str) -> Result<FactKind, String> {
    let known = || FactKind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ");
    FactKind::named(name).ok_or_else(|| format!("there is {}", known()))
}

fn date(written: &str) -> Result<Moment, String> {
    onrecord_io::input::moment(written).map_err(|e| e.to_string())
}
