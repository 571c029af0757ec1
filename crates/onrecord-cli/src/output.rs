//! Where results go, and in what form.

use std::io::{self, IsTerminal, Write, stdout};
use std::path::Path;

use anyhow::{Result, anyhow, bail};
use onrecord::{Document, Layers};
use onrecord_io::csv::Csv;
use onrecord_io::rows::{Layer, Style, among};
use onrecord_io::{conllu, json, table};

use crate::flags::Format;
use crate::read::Problem;
use crate::sink::Sink;

/// The formats that the ending of a file's name stands for.
const ENDINGS: [(&str, Format); 6] = [
    ("csv", Format::Csv),
    ("json", Format::Json),
    ("jsonl", Format::Jsonl),
    ("ndjson", Format::Jsonl),
    ("conllu", Format::Conllu),
    ("txt", Format::Table),
];

/// The format that was asked for, or that fits where the output goes.
pub(crate) fn format(asked: Option<Format>, path: Option<&Path>) -> Result<Format> {
    if let Some(format) = asked {
        return Ok(format);
    }
    let Some(path) = path else {
        return Ok(if stdout().is_terminal() { Format::Table } else { Format::Jsonl });
    };
    let Some(ending) = path.extension() else { return Ok(Format::Jsonl) };
    let format = ENDINGS.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known));
    let known = || ENDINGS.map(|(known, _)| format!(".{known}")).join(", ");
    let unknown =
        || anyhow!("{}: no format has this ending; there is {}, or --format", path.display(), known());
    format.map(|(_, format)| *format).ok_or_else(unknown)
}

/// Writes documents in one format.
pub(crate) struct Output {
    sink: Option<Sink>,
    csv: Option<Csv<Sink>>,
    format: Format,
    style: Style,
    written: usize,
}

impl Output {
    /// Opens the output for documents of which `layers` are wanted.
    pub(crate) fn open(path: Option<&Path>, format: Format, style: Style, layers: Layers) -> Result<Self> {
        let (mut sink, mut csv) = (None, None);
        if format == Format::Csv {
            let wanted: Vec<(&str, Layer)> = among(layers).collect();
            let [(name, rows)] = wanted[..] else {
                bail!("CSV holds one layer: name it with --layers, or choose another --format");
            };
            csv = Some(Csv::new(Sink::open(path)?, name, rows, style)?);
        } else {
            sink = Some(Sink::open(path)?);
        }
        Ok(Self { sink, csv, format, style, written: 0 })
    }

    /// Writes the next document.
    pub(crate) fn document(&mut self, document: &Document) -> Result<()> {
        match self.format {
            Format::Csv => Ok(self.csv.as_mut().map_or(Ok(()), |csv| csv.document(document))?),
            Format::Table => {
                let width = terminal_size::terminal_size().map_or(120, |(width, _)| width.0);
                self.text(&table::write(document, Some(width)))
            }
            Format::Conllu => self.text(&conllu::write(document)),
            Format::Json | Format::Jsonl => {
                let style = self.style;
                self.record(|out| json::write(document, style, out))
            }
        }
    }

    /// Writes what stands in the place of a document that could not be read.
    pub(crate) fn problem(&mut self, problem: &Problem) -> Result<()> {
        match self.format {
            Format::Json | Format::Jsonl => {
                self.record(|out| out.write_all(json::error(&problem.id, &problem.message).as_bytes()))
            }
            Format::Csv | Format::Table | Format::Conllu => Ok(()),
        }
    }

    fn text(&mut self, text: &str) -> Result<()> {
        if let Some(sink) = &mut self.sink {
            sink.write_all(text.as_bytes())?;
        }
        Ok(())
    }

    /// Writes a record with what stands between it and its neighbours.
    fn record(&mut self, write: impl FnOnce(&mut Sink) -> io::Result<()>) -> Result<()> {
        let before = match (self.format, self.written) {
            (Format::Json, 0) => "[\n",
            (Format::Json, _) => ",\n",
            _ => "",
        };
        self.written += 1;
        self.text(before)?;
        if let Some(sink) = &mut self.sink {
            write(sink)?;
        }
        self.text(if self.format == Format::Json { "" } else { "\n" })
    }

    /// Ends the output; a file gets its name now.
    pub(crate) fn finish(mut self) -> Result<()> {
        if self.format == Format::Json {
            self.text(if self.written == 0 { "[]\n" } else { "\n]\n" })?;
        }
        match (self.sink, self.csv) {
            (Some(sink), _) => sink.finish(),
            (None, Some(csv)) => csv.into_inner()?.finish(),
            (None, None) => Ok(()),
        }
    }
}
