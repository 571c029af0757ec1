//! `onrecord extract`: documents in batches, in parallel, out in input order.

use std::io::{IsTerminal, stdin};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use anyhow::{Context, Result};
use onrecord::{Document, Engine, Input, Layers, Unit};
use onrecord_io::rows::Style;
use rayon::prelude::*;

use crate::flags::{Extract, Format, Offsets, Phrase};
use crate::output::{Output, format};
use crate::own;
use crate::read::{Problem, Read1, documents};
use crate::sink::spare;
use crate::warn;

/// Bytes of text read at a time for every thread: enough work to share, and a bound on memory.
const BATCH: usize = 1 << 20;

/// Runs the command; the number of documents that could not be read.
pub(crate) fn run(flags: &Extract) -> Result<usize> {
    let format = format(flags.format, flags.output.as_deref())?;
    if let Some(path) = &flags.output {
        spare(path, flags.files.iter().chain(&flags.own.rules).chain(&flags.own.names))?;
    }
    let mut layers = flags.layers.iter().fold(Layers::NONE, |all, &layer| all | layer);
    if flags.layers.is_empty() {
        layers = if format == Format::Conllu { Layers::ARCS } else { Layers::FACTS };
    }
    if flags.open {
        layers = layers | Layers::OPEN;
    }
    if flags.files.iter().any(|file| file == Path::new("-")) && stdin().is_terminal() {
        warn("reading from the terminal; end the text with Ctrl-D");
    }
    let style = match flags.offsets {
        Offsets::Codepoints => Style { unit: Unit::CodePoints, bytes: false },
        Offsets::Utf8 => Style { unit: Unit::Utf8, bytes: false },
        Offsets::Utf16 => Style { unit: Unit::Utf16, bytes: false },
        Offsets::All => Style { unit: Unit::CodePoints, bytes: true },
    };
    let engine = own::engine(&flags.own)?;
    let threads = flags.jobs.map_or(0, std::num::NonZeroUsize::get);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .context("no threads could be started")?;
    let mut output = Output::open(flags.output.as_deref(), format, style, layers)?;
    let mut inputs = documents(flags.files.clone(), flags.input_format, flags.date, flags.speaker.clone());
    let mut failed = 0;
    loop {
        let batch = batch(&mut inputs, pool.current_num_threads());
        if batch.is_empty() {
            break;
        }
        let done: Vec<Result<Document, Problem>> =
            pool.install(|| batch.into_par_iter().map(|read| one(&engine, read?, layers)).collect());
        for result in done {
            match result {
                Ok(mut document) => {
                    if !flags.kind.is_empty() {
                        document.said.keep(|kind| flags.kind.contains(&kind));
                    }
                    output.document(&document)?;
                }
                Err(problem) => {
                    failed += 1;
                    warn(&format!("{}: {}", problem.place, problem.message));
                    output.problem(&problem)?;
                }
            }
        }
    }
    output.finish()?;
    Ok(failed)
}

/// Runs `onrecord times` and `onrecord quantities`.
pub(crate) fn phrase(flags: &Phrase, layer: Layers) -> Result<usize> {
    let input =
        Input { id: "phrase".to_owned(), text: flags.text.clone(), date: flags.date, ..Input::default() };
    let document = Engine::new()?.extract(input, layer)?;
    let mut output = Output::open(None, format(flags.format, None)?, Style::default(), layer)?;
    output.document(&document)?;
    output.finish()?;
    Ok(0)
}

/// The next documents, about as much text as the threads can share.
fn batch(inputs: &mut impl Iterator<Item = Read1>, threads: usize) -> Vec<Read1> {
    let mut bytes = 0;
    let mut batch = Vec::new();
    while bytes < BATCH * threads {
        let Some(read) = inputs.next() else { break };
        bytes += read.as_ref().map_or(0, |input| input.text.len()).max(256);
        batch.push(read);
    }
    batch
}

/// One document. A mistake of ours in it is told like one of its own, and the others go on.
fn one(engine: &Engine, input: Input, layers: Layers) -> Result<Document, Problem> {
    let id = input.id.clone();
    let place = input.source.clone().unwrap_or_else(|| id.clone());
    let failed = |message: String| Problem { id, place, message };
    match catch_unwind(AssertUnwindSafe(|| engine.extract(input, layers))) {
        Ok(result) => result.map_err(|e| failed(e.to_string())),
        Err(_) => Err(failed("onrecord itself failed here; please report the document".to_owned())),
    }
}
