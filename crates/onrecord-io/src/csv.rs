//! Rows as CSV (RFC 4180), for spreadsheets and data frames.
//!
//! A cell that holds several values or an object has it as JSON. Facts get columns of their own, one a part that people
//! filter by, since their JSON is deep.

use std::io::{self, Write};

use onrecord::Document;
use serde_json::{Map, Value};

use crate::rows::{Layer, Row, Style};

/// Writes rows of one layer of many documents.
pub struct Csv<W: Write> {
    out: csv::Writer<W>,
    header: Option<Vec<String>>,
}

impl<W: Write> Csv<W> {
    /// A writer that writes the header with the first row.
    pub fn new(out: W) -> Self {
        Self { out: csv::Writer::from_writer(out), header: None }
    }

    /// Writes the rows of `layer` of a document, each with the document's id.
    ///
    /// # Errors
    /// What the output says.
    pub fn document(
        &mut self,
        document: &Document,
        style: Style,
        facts: bool,
        layer: Layer,
    ) -> io::Result<()> {
        for row in layer(document, style) {
            let row = if facts { flat(&row) } else { row };
            let mut cells = Map::new();
            cells.insert("document".to_owned(), Value::String(document.id.clone()));
            cells.extend(row);
            self.row(&cells)?;
        }
        Ok(())
    }

    fn row(&mut self, row: &Row) -> io::Result<()> {
        if self.header.is_none() {
            let header: Vec<String> = row.keys().cloned().collect();
            self.out.write_record(&header).map_err(io::Error::from)?;
            self.header = Some(header);
        }
        let keys = self.header.iter().flatten();
        let cells = keys.map(|key| cell(row.get(key).unwrap_or(&Value::Null)));
        self.out.write_record(cells).map_err(io::Error::from)
    }

    /// The output, with all rows written.
    ///
    /// # Errors
    /// What the output says.
    pub fn into_inner(self) -> io::Result<W> {
        self.out.into_inner().map_err(csv::IntoInnerError::into_error)
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
