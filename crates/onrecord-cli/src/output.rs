//! Where results go, and in what form.

use std::fs::File;
use std::io::{BufWriter, IsTerminal, StdoutLock, Write, stdout};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use onrecord::Document;
use onrecord_io::csv::Csv;
use onrecord_io::rows::{Layer, Style, asked};
use onrecord_io::{conllu, json, table};

use crate::flags::Format;
use crate::read::Problem;

/// The format that was asked for, or that fits where the output goes.
pub(crate) fn format(asked: Option<Format>, path: Option<&Path>) -> Format {
    let ending = path.and_then(Path::extension).and_then(|ending| ending.to_str());
    let by_ending = match ending {
        Some("csv") => Some(Format::Csv),
        Some("json") => Some(Format::Json),
        Some("conllu") => Some(Format::Conllu),
        Some("txt") => Some(Format::Table),
        _ => None,
    };
    let terminal = path.is_none() && stdout().is_terminal();
    asked.or(by_ending).unwrap_or(if terminal { Format::Table } else { Format::Jsonl })
}

/// A file that appears under its name only when it is complete, a device or pipe that is there already, or standard output.
enum Sink {
    Device(BufWriter<File>),
    File { file: BufWriter<File>, temporary: tempfile::TempPath, path: PathBuf },
    Stdout(BufWriter<StdoutLock<'static>>),
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match self {
            Self::Device(file) | Self::File { file, .. } => file.write(bytes),
            Self::Stdout(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        match self {
            Self::Device(file) | Self::File { file, .. } => file.flush(),
            Self::Stdout(out) => out.flush(),
        }
    }
}

impl Sink {
    fn open(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path else { return Ok(Self::Stdout(BufWriter::new(stdout().lock()))) };
        // A device must be written to, never replaced.
        if path.metadata().is_ok_and(|there| !there.is_file()) {
            let device = File::options().write(true).open(path);
            let device = device.with_context(|| format!("{} cannot be written", path.display()))?;
            return Ok(Self::Device(BufWriter::new(device)));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let made = tempfile::NamedTempFile::new_in(folder);
        let (file, temporary) =
            made.with_context(|| format!("{} cannot be written", path.display()))?.into_parts();
        Ok(Self::File { file: BufWriter::new(file), temporary, path: path.to_owned() })
    }

    fn finish(mut self) -> Result<()> {
        self.flush()?;
        if let Self::File { temporary, path, .. } = self {
            let shown = path.display().to_string();
            temporary.persist(&path).with_context(|| format!("{shown} cannot be written"))?;
        }
        Ok(())
    }
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
    pub(crate) fn open(path: Option<&Path>, format: Format, style: Style) -> Result<Self> {
        let sink = Sink::open(path)?;
        let (sink, csv) =
            if format == Format::Csv { (None, Some(Csv::new(sink))) } else { (Some(sink), None) };
        Ok(Self { sink, csv, format, style, written: 0 })
    }

    /// Writes the next document.
    pub(crate) fn document(&mut self, document: &Document) -> Result<()> {
        match self.format {
            Format::Csv => self.rows(document),
            Format::Table => {
                let width = terminal_size::terminal_size().map_or(120, |(width, _)| width.0);
                self.text(&table::write(document, Some(width)))
            }
            Format::Conllu => self.text(&conllu::write(document)),
            Format::Json | Format::Jsonl => self.record(&json::line(document, self.style)),
        }
    }

    /// Writes what stands in the place of a document that could not be read.
    pub(crate) fn problem(&mut self, problem: &Problem) -> Result<()> {
        match self.format {
            Format::Json | Format::Jsonl => self.record(&json::error(&problem.id, &problem.problem)),
            Format::Csv | Format::Table | Format::Conllu => Ok(()),
        }
    }

    fn text(&mut self, text: &str) -> Result<()> {
        if let Some(sink) = &mut self.sink {
            sink.write_all(text.as_bytes())?;
        }
        Ok(())
    }

    fn record(&mut self, record: &str) -> Result<()> {
        let before = match (self.format, self.written) {
            (Format::Json, 0) => "[\n",
            (Format::Json, _) => ",\n",
            _ => "",
        };
        self.written += 1;
        self.text(before)?;
        self.text(record)?;
        self.text(if self.format == Format::Json { "" } else { "\n" })
    }

    fn rows(&mut self, document: &Document) -> Result<()> {
        let layers: Vec<(&str, Layer)> = asked(document).collect();
        let [(name, layer)] = layers[..] else {
            bail!("CSV holds one layer: name it with --layers, or choose another --format");
        };
        if let Some(csv) = &mut self.csv {
            csv.document(document, self.style, name == "facts", layer)?;
        }
        Ok(())
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
