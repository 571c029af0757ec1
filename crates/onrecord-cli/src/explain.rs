//! `onrecord explain`: how a text was read, sentence by sentence.

use std::io::{Write, stdout};

use anyhow::{Result, anyhow};
use onrecord::document::Id;

use crate::flags::{Explain, InputFormat};
use crate::own;
use crate::read::documents;

/// Runs the command; nothing can fail but the whole.
pub(crate) fn run(flags: &Explain) -> Result<usize> {
    let engine = own::engine(&flags.own)?;
    let mut out = stdout().lock();
    for read in documents(vec![flags.file.clone()], InputFormat::Auto, None) {
        let input = read.map_err(|problem| anyhow!("{}: {}", problem.place, problem.message))?;
        let (document, told) = engine.explain(input)?;
        let text = document.reading.text.as_str();
        for (row, sentence) in document.reading.sentences.iter().enumerate() {
            let (start, end) = (sentence.span.start(), sentence.span.end());
            let first = 1 + text[..start].matches('\n').count();
            let last = first + text[start..end].matches('\n').count();
            if flags.at.is_some_and(|line| line < first || line > last) {
                continue;
            }
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
    Ok(0)
}
