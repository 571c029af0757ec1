//! One JSON object a document.
//!
//! Rows are made as they are written: all of them at once would take a hundred times the memory of the text.

use std::io::{self, Write};

use onrecord::{Document, Unit};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};

use crate::rows::{Layer, Style, asked, moment};

/// The version of the JSON; it rises when a field changes.
pub const SCHEMA: u32 = 1;

/// The whole document: its head, then every layer that was asked for.
struct Whole<'a> {
    document: &'a Document,
    style: Style,
}

/// The rows of one layer of a document.
struct Listed<'a> {
    layer: Layer,
    whole: &'a Whole<'a>,
}

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut object = to.serialize_map(None)?;
        for (key, value) in head(self.document, self.style) {
            object.serialize_entry(key, &value)?;
        }
        for (name, layer) in asked(self.document) {
            object.serialize_entry(name, &Listed { layer, whole: self })?;
        }
        object.end()
    }
}

impl Serialize for Listed<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq((self.layer)(self.whole.document, self.whole.style))
    }
}

/// What is said of the document as a whole.
fn head(document: &Document, style: Style) -> [(&'static str, Value); 9] {
    let unit = match (style.bytes, style.unit) {
        (true, _) => "all",
        (false, Unit::Utf8) => "utf8",
        (false, Unit::Utf16) => "utf16",
        (false, Unit::CodePoints) => "codepoints",
    };
    [
        ("schema", json!(SCHEMA)),
        ("id", json!(document.id)),
        ("source", json!(document.source)),
        ("title", json!(document.title)),
        ("speaker", json!(document.speaker)),
        ("date", json!(document.date.map(moment))),
        ("language", json!("en")),
        ("offsets", json!(unit)),
        ("chars", json!(document.reading.text.chars())),
    ]
}

/// Writes the document on one line, without the line's end, in many small pieces: `out` should have a buffer.
///
/// # Errors
/// What the output says.
pub fn write(document: &Document, style: Style, out: impl Write) -> io::Result<()> {
    Ok(serde_json::to_writer(out, &Whole { document, style })?)
}

/// The document on one line, without the line's end.
#[must_use]
pub fn line(document: &Document, style: Style) -> String {
    // What has strings for keys and is written to memory does not fail; if it ever did, the line would say so.
    let line = serde_json::to_string(&Whole { document, style });
    line.unwrap_or_else(|problem| error(&document.id, &problem.to_string()))
}

/// What stands in the place of a document that could not be read.
#[must_use]
pub fn error(id: &str, problem: &str) -> String {
    json!({"schema": SCHEMA, "id": id, "error": problem}).to_string()
}
