//! Facts and other rows as a table for people.

use std::fmt::Write;

use comfy_table::{ContentArrangement, Table, presets};
use onrecord::Document;
use serde_json::Value;

use crate::csv::{arguments, sources};
use crate::rows::{Row, Style, asked};

/// The layers of a document as tables, facts in words. `width` in columns; `None` for as wide as it gets.
#[must_use]
pub fn write(document: &Document, width: Option<u16>) -> String {
    let style = Style::default();
    let mut out = String::new();
    for (name, layer) in asked(document) {
        let rows: Vec<Row> = layer(document, style).collect();
        let counted = match rows.len() {
            1 => "1 row".to_owned(),
            n => format!("{n} rows"),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{} · {name} · {counted}", document.id);
        if !rows.is_empty() {
            let table = if name == "facts" { facts(document, &rows) } else { plain(document, &rows) };
            out.push_str(&fitted(table, width).to_string());
            out.push('\n');
        }
    }
    out
}

fn fitted(mut table: Table, width: Option<u16>) -> Table {
    table.load_style(presets::UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    if let Some(width) = width {
        table.set_width(width);
    }
    table
}

/// One line a fact: what, who and what, when and where, how certain, who says so, and the words.
fn facts(document: &Document, rows: &[Row]) -> Table {
    let mut table = Table::new();
    table.set_header(["kind", "arguments", "when, where", "certainty", "source", "evidence"]);
    for (row, fact) in rows.iter().zip(&document.said.facts) {
        let inner = |field: &str| {
            row.get(field).and_then(|v| v.get("text")).and_then(Value::as_str).unwrap_or_default()
        };
        let place: Vec<&str> =
            [inner("time"), inner("place")].into_iter().filter(|text| !text.is_empty()).collect();
        let certainty = [fact.polarity.name(), fact.modality.name()];
        let marked = certainty.into_iter().filter(|mark| !matches!(*mark, "positive" | "actual"));
        table.add_row([
            fact.kind.name().to_owned(),
            arguments(row).replace("; ", "\n"),
            place.join(", "),
            marked.collect::<Vec<_>>().join(", "),
            sources(row),
            shortened(document.reading.text.slice(fact.evidence)),
        ]);
    }
    table
}

/// Rows as they are, with the words of their span.
fn plain(document: &Document, rows: &[Row]) -> Table {
    let mut table = Table::new();
    let keys: Vec<&String> = rows[0].keys().filter(|key| !key.ends_with("_byte")).collect();
    let spans = rows[0].contains_key("start");
    table.set_header(keys.iter().map(|key| key.as_str()).chain(spans.then_some("text")));
    for row in rows {
        let cell = |key: &&String| match row.get(key.as_str()) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(string)) => string.clone(),
            Some(Value::Array(list)) if list.iter().all(Value::is_string) => {
                list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
            }
            Some(other) => other.to_string(),
        };
        let words = spans.then(|| shortened(words(document, row)));
        table.add_row(keys.iter().map(cell).chain(words));
    }
    table
}

/// The words of a row's span, which is counted in code points.
fn words<'a>(document: &'a Document, row: &Row) -> &'a str {
    let text = &document.reading.text;
    let byte = |key: &str| {
        let at = row.get(key).and_then(Value::as_u64).and_then(|at| usize::try_from(at).ok())?;
        text.byte_of_char(at)
    };
    let range = byte("start").zip(byte("end"));
    range.and_then(|(start, end)| text.as_str().get(start..end)).unwrap_or_default()
}

/// A long text with its middle left out.
fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= 28 {
        return words.join(" ");
    }
    format!("{} … {}", words[..18].join(" "), words[words.len() - 8..].join(" "))
}
