//! Times and quantities of a text: `cargo run --release --example mentions < TEXT`, with `DATE` in the environment.
//!
//! One line an expression: start and end in code points, label, value, high end, unit, modifier, separated by tabs. A line that
//! is only `\x1e` in the input separates documents; an empty line does in the output. A document may begin with its date and
//! a tab.

use std::io::{Read, Write};

use jiff::civil::DateTime;
use onrecord::{Engine, Input, Layers, Moment, Unit};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let engine = Engine::new()?;
    let mut all = String::new();
    std::io::stdin().read_to_string(&mut all)?;
    let mut out = std::io::stdout().lock();
    for document in all.split('\u{1e}') {
        let (date, text) = document.split_once('\u{1f}').unwrap_or(("", document));
        let at: Option<DateTime> = date.parse().ok();
        let date = at.map(|at| Moment { at, timed: date.contains('T') });
        let input = Input { text: text.to_owned(), date, ..Input::default() };
        let document = engine.extract(input, Layers::TIMES | Layers::QUANTITIES)?;
        let offsets = |span| document.reading.text.range(span, Unit::CodePoints);
        for time in &document.named.times {
            let range = offsets(time.span);
            let modifier = time.modifier.unwrap_or("");
            writeln!(
                out,
                "T\t{}\t{}\t{}\t{}\t\t\t{modifier}",
                range.start,
                range.end,
                time.kind.name(),
                time.value
            )?;
        }
        for quantity in &document.named.quantities {
            let range = offsets(quantity.span);
            let text = |value: &Option<String>| value.clone().unwrap_or_default();
            writeln!(
                out,
                "Q\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
                range.start,
                range.end,
                quantity.label.name(),
                text(&quantity.value),
                text(&quantity.high),
                text(&quantity.unit),
                quantity.modifier.map_or("", onrecord::document::QuantityMod::name)
            )?;
        }
        writeln!(out, "\u{1e}")?;
    }
    Ok(())
}
