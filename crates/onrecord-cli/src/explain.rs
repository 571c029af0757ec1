//! `onrecord explain`: how a text was read, sentence by sentence.

use std::io::{Write, stdout};
use std::ops::Range;

use anyhow::{Result, anyhow, bail};
use onrecord::document::Id;

use crate::flags::Explain;
use crate::own;
use crate::read::documents;
use crate::warn;

/// Runs the command; nothing can fail but the whole. A line without a sentence is told, one that the file does not have is a
/// mistake of the command.
pub(crate) fn run(flags: &Explain) -> Result<usize> {
    let engine = own::engine(&flags.own)?;
    let mut out = stdout().lock();
    let (mut lines, mut shown) = (0, false);
    for read in documents(vec![flags.file.clone()], flags.input_format, None, flags.speaker.clone()) {
        let input = read.map_err(|problem| anyhow!("{}: {}", problem.place, problem.message))?;
        let (document, told) = engine.explain(input)?;
        let text = document.reading.text.as_str();
        lines = lines.max(text.lines().count());
        let breaks = |range: Range<usize>| text[range].matches('\n').count();
        let (mut line, mut counted) = (1, 0);
        for (row, sentence) in document.reading.sentences.iter().enumerate() {
            let (start, end) = (sentence.span.start(), sentence.span.end());
            line += breaks(counted..start);
            counted = start;
            let (first, last) = (line, line + breaks(start..end));
            if flags.at.is_some_and(|line| line < first || line > last) {
                continue;
            }
            shown = true;
            let words = text[start..end].split_whitespace().collect::<Vec<_>>().join(" ");
            writeln!(out, "{first}: {words}")?;
            for predicate in told.iter().filter(|predicate| predicate.sentence == Id::new(row)) {
                writeln!(out, "  {} ({}; {})", predicate.predicate, predicate.lemma, predicate.certainty)?;
                for (function, words) in &predicate.roles {
                    writeln!(out, "    {function}: {words}")?;
                }
                for (frame, why) in &predicate.frames {
                    let why = why.as_ref().map_or("gives a fact".to_owned(), |why| format!("no: {why}"));
                    writeln!(out, "    frame {frame}: {why}")?;
                }
            }
            for fact in document.said.facts.iter().filter(|fact| fact.sentence == Id::new(row)) {
                let args = fact
                    .args
                    .iter()
                    .map(|arg| format!("{} = {}", arg.role, document.reading.text.slice(arg.span)));
                let args =
                    args.collect::<Vec<_>>().join("; ").split_whitespace().collect::<Vec<_>>().join(" ");
                writeln!(out, "  fact {}: {args}", fact.rule)?;
            }
        }
    }
    let file = flags.file.display();
    match flags.at {
        Some(at) if at == 0 || at > lines => {
            bail!("{file} has no line {at}: it has {lines}, counted from 1")
        }
        Some(at) if !shown => warn(&format!("{file}: no sentence is on line {at}")),
        _ => {}
    }
    Ok(0)
}
