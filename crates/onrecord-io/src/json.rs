//! One JSON object a document.

use onrecord::{Document, Unit};
use serde_json::{Map, Value, json};

use crate::rows::{Style, asked, moment};

/// The version of the JSON; it rises when a field changes.
pub const SCHEMA: u32 = 1;

/// The whole document: its head, then every layer that was asked for.
#[must_use]
pub fn value(document: &Document, style: Style) -> Value {
    let unit = match (style.bytes, style.unit) {
        (true, _) => "all",
        (false, Unit::Utf8) => "utf8",
        (false, Unit::Utf16) => "utf16",
        (false, Unit::CodePoints) => "codepoints",
    };
    let mut object = Map::new();
    for (key, value) in [
        ("schema", json!(SCHEMA)),
        ("id", json!(document.id)),
        ("source", json!(document.source)),
        ("title", json!(document.title)),
        ("date", json!(document.date.map(moment))),
        ("language", json!("en")),
        ("offsets", json!(unit)),
        ("chars", json!(document.reading.text.chars())),
    ] {
        object.insert(key.to_owned(), value);
    }
    for (name, layer) in asked(document) {
        let rows = layer(document, style).into_iter().map(Value::Object).collect();
        object.insert(name.to_owned(), Value::Array(rows));
    }
    Value::Object(object)
}

/// The document on one line, without the line's end.
#[must_use]
pub fn line(document: &Document, style: Style) -> String {
    value(document, style).to_string()
}

/// What stands in the place of a document that could not be read.
#[must_use]
pub fn error(id: &str, problem: &str) -> String {
    json!({"schema": SCHEMA, "id": id, "error": problem}).to_string()
}
