//! Files and lines become documents, one after the other.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, stdin};
use std::path::{Path, PathBuf};

use onrecord::{Input, Moment};
use onrecord_io::decode::decode;
use onrecord_io::{input, plain};

use crate::flags::InputFormat;

/// A document, or why there is none.
pub(crate) type Read1 = Result<Input, Problem>;

/// A document that could not be read.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    /// The document's id, or the place where it should have been.
    pub(crate) id: String,
    /// The file, with the line where it has many documents.
    pub(crate) place: String,
    /// What is wrong.
    pub(crate) message: String,
}

impl Problem {
    /// What is wrong at `place` with a document whose id is unknown.
    fn at(place: String, message: String) -> Self {
        Self { id: place.clone(), place, message }
    }
}

/// The documents of `files`, in order; lines are read as they are asked for. A document without a `date` or a `speaker` of its own
/// has that one.
pub(crate) fn documents(
    files: Vec<PathBuf>,
    format: InputFormat,
    date: Option<Moment>,
    speaker: Option<String>,
) -> impl Iterator<Item = Read1> {
    let known = move |input: Input| Input {
        date: input.date.or(date),
        speaker: input.speaker.or_else(|| speaker.clone()),
        ..input
    };
    files.into_iter().flat_map(move |file| one_file(&file, format)).map(move |read| read.map(&known))
}

fn one_file(path: &Path, format: InputFormat) -> Box<dyn Iterator<Item = Read1>> {
    let name = path.display().to_string();
    let failed = |name: String, problem: String| -> Box<dyn Iterator<Item = Read1>> {
        Box::new(std::iter::once(Err(Problem::at(name, problem))))
    };
    let source: Box<dyn Read> = if path == Path::new("-") {
        Box::new(stdin())
    } else if path.is_dir() {
        return failed(name, "this is a folder; name the files in it".to_owned());
    } else {
        match File::open(path) {
            Ok(file) => Box::new(file),
            Err(error) => return failed(name, format!("cannot be opened: {error}")),
        }
    };
    let mut source = BufReader::with_capacity(1 << 16, source);
    let is_jsonl = match format {
        InputFormat::Jsonl => true,
        InputFormat::Text => false,
        InputFormat::Auto => {
            let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
            ending == "jsonl" || ending == "ndjson" || (ending != "txt" && looks_like_json(&mut source))
        }
    };
    if is_jsonl {
        return Box::new(lines(source, name));
    }
    let mut bytes = Vec::new();
    if let Err(error) = source.read_to_end(&mut bytes) {
        return failed(name, format!("cannot be read: {error}"));
    }
    let id = path.file_stem().map_or_else(|| name.clone(), |stem| stem.to_string_lossy().into_owned());
    let source = (path != Path::new("-")).then(|| name.clone());
    let prose = |text: String| match plain::check(&text, path) {
        Err(kind) if format == InputFormat::Auto => {
            Err(format!("{kind}, or have it read as it is with --input-format text"))
        }
        _ => Ok(text),
    };
    let text = decode(bytes).map_err(|error| error.to_string()).and_then(|decoded| prose(decoded.text));
    let read = match text {
        Ok(text) => Ok(Input { id, text, source, ..Input::default() }),
        Err(message) => Err(Problem { id, place: name, message }),
    };
    Box::new(std::iter::once(read))
}

/// Whether the first sign that is not white space opens an object with a key.
fn looks_like_json(source: &mut impl BufRead) -> bool {
    let Ok(bytes) = source.fill_buf() else { return false };
    let start: String = String::from_utf8_lossy(&bytes[..bytes.len().min(256)]).into_owned();
    let mut signs = start.chars().filter(|c| !c.is_whitespace());
    signs.next() == Some('{') && signs.next() == Some('"')
}

/// One document a line; blank lines are none.
fn lines(source: impl BufRead + 'static, name: String) -> impl Iterator<Item = Read1> {
    source.split(b'\n').enumerate().filter_map(move |(number, line)| {
        let place = format!("{name}:{}", number + 1);
        let line = match line {
            Ok(line) => line,
            Err(error) => return Some(Err(Problem::at(place, format!("cannot be read: {error}")))),
        };
        let text = match std::str::from_utf8(&line) {
            Ok(text) => text.trim_start_matches('\u{feff}').trim(),
            Err(error) => return Some(Err(Problem::at(place, format!("this is no UTF-8: {error}")))),
        };
        if text.is_empty() {
            return None;
        }
        Some(input::line(text, &place).map_err(|error| {
            let id = input::id(text).unwrap_or_else(|| place.clone());
            Problem { id, place, message: error.to_string() }
        }))
    })
}
