//! Rows as CSV (RFC 4180), for spreadsheets and data frames.
//!
//! A cell that holds several values or an object has it as JSON. Facts get columns of their own, one a part that people
//! filter by, since their JSON is deep.

use std::io::{self, Write};

use onrecord::Document;
use serde_json::Value;

use crate::rows::{Layer, Row, Style, columns};

/// Writes rows of one layer of many documents.
pub struct Csv<W: Write> {
    out: csv::Writer<W>,
    rows: Layer,
    style: Style,
    facts: bool,
    columns: Vec<String>,
}

impl<W: Write> Csv<W> {
    /// A writer of the `rows` of the layer called `name`. The header is written at once, so that it stands over no rows too.
    ///
    /// # Errors
    /// What the output says.
    pub fn new(out: W, name: &str, rows: Layer, style: Style) -> io::Result<Self> {
        let facts = name == "facts";
        let columns: Vec<String> = if facts {
            flat(&Row::new()).keys().cloned().collect()
        } else {
            columns(name, style).into_iter().map(str::to_owned).collect()
        };
        let mut out = csv::Writer::from_writer(out);
        let header = std::iter::once("document").chain(columns.iter().map(String::as_str));
        out.write_record(header).map_err(failure)?;
        Ok(Self { out, rows, style, facts, columns })
    }

    /// Writes the rows of a document, each with the document's id.
    ///
    /// # Errors
    /// What the output says.
    pub fn document(&mut self, document: &Document) -> io::Result<()> {
        for row in (self.rows)(document, self.style) {
            let row = if self.facts { flat(&row) } else { row };
            let cells = self.columns.iter().map(|column| row.get(column).map_or_else(String::new, cell));
            let cells = std::iter::once(document.id.clone()).chain(cells);
            self.out.write_record(cells).map_err(failure)?;
        }
        Ok(())
    }

    /// The output, with all rows written.
    ///
    /// # Errors
    /// What the output says.
    pub fn into_inner(self) -> io::Result<W> {
        self.out.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

/// What the output said, as it said it: a reader who has seen enough is no other error than elsewhere.
fn failure(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(string) => string.clone(),
        other => other.to_string(),
    }
}

/// A fact with what people filter by in columns of its own.
fn flat(fact: &Row) -> Row {
    let at = |path: &str| fact.get("evidence").and_then(|evidence| evidence.get(path)).cloned();
    let inner = |field: &str, key: &str| fact.get(field).and_then(|value| value.get(key)).cloned();
    let mut row = Row::new();
    let mut put = |key: &str, value: Option<Value>| {
        row.insert(key.to_owned(), value.unwrap_or(Value::Null));
    };
    for key in ["id", "kind", "predicate", "polarity", "modality"] {
        put(key, fact.get(key).cloned());
    }
    put("arguments", Some(Value::String(arguments(fact))));
    put("time", inner("time", "text"));
    put("time_value", inner("time", "value"));
    put("place", inner("place", "text"));
    put("source", Some(Value::String(sources(fact))));
    for key in ["event", "mode", "cameo", "actor", "recipient"] {
        put(&format!("plover_{key}"), inner("plover", key));
    }
    for key in ["start", "end", "sentence", "turn"] {
        put(key, at(key));
    }
    put("rule", fact.get("rule").cloned());
    put("confidence", fact.get("confidence").cloned());
    put("args", fact.get("args").cloned());
    row
}

/// `subject: China; value: 18 percent (more_than)`.
#[must_use]
pub fn arguments(fact: &Row) -> String {
    let text = |arg: &Value, key: &str| arg.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let shown = |arg: &Value| {
        let value = text(arg, "value");
        let shown = if value.is_empty() {
            let entity = text(arg, "entity");
            if entity.is_empty() { text(arg, "text") } else { entity }
        } else {
            let (unit, modifier) = (text(arg, "unit"), text(arg, "mod"));
            let high = text(arg, "high");
            let range = if high.is_empty() { value } else { format!("{value} to {high}") };
            let unit = if unit.is_empty() { range } else { format!("{range} {unit}") };
            if modifier.is_empty() { unit } else { format!("{unit} ({modifier})") }
        };
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{}: {shown}", text(arg, "role"))
    };
    let args = fact.get("args").and_then(Value::as_array);
    args.into_iter().flatten().map(shown).collect::<Vec<_>>().join("; ")
}

/// The chain of sources: `Beibut Atamkulov > joint statement`.
#[must_use]
pub fn sources(fact: &Row) -> String {
    let text = |source: &Value| {
        let part = |key: &str| source.get(key).and_then(Value::as_str);
        part("entity").or_else(|| part("text")).unwrap_or_default().to_owned()
    };
    let chain = fact.get("source").and_then(Value::as_array);
    chain.into_iter().flatten().map(text).collect::<Vec<_>>().join(" > ")
}
