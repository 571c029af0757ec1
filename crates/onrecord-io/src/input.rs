//! Documents as lines of JSON, and dates as people write them on a command line.

use jiff::civil::{Date, DateTime, Time};
use onrecord::{Input, Moment};
use serde_json::{Map, Value};

/// An input that is no document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InputError {
    /// The line is no JSON.
    #[error("this is no JSON: {0}")]
    Json(String),
    /// The line is JSON, but no document.
    #[error("a document is an object with a string \"text\": {0}")]
    Shape(String),
    /// The date cannot be read.
    #[error("{0:?} is no date; write 2019-09-20 or 2019-09-20T14:30:00")]
    Date(String),
}

/// A date (`2019-09-20`) or a date with a time of day (`2019-09-20T14:30:00`); an offset from UTC is passed over, since
/// "yesterday" is meant where the text was written.
///
/// # Errors
/// Anything else.
pub fn moment(written: &str) -> Result<Moment, InputError> {
    let trimmed = written.trim();
    if let (10, Ok(date)) = (trimmed.len(), trimmed.parse::<Date>()) {
        return Ok(Moment { at: date.to_datetime(Time::midnight()), timed: false });
    }
    let bare = trimmed.trim_end_matches('Z').trim_end_matches("+00:00");
    match bare.parse::<DateTime>() {
        Ok(at) => Ok(Moment { at, timed: true }),
        Err(_) => Err(InputError::Date(written.to_owned())),
    }
}

/// One line: `{"id", "text", "date"?, "title"?, "speaker"?, "url"?}`. `dct`, the name of the date in annotated corpora, is read too;
/// other keys are passed over. `fallback` is the id of a line that has none.
///
/// # Errors
/// No JSON, no object, no text, a date that is none.
pub fn line(line: &str, fallback: &str) -> Result<Input, InputError> {
    let value: Value = serde_json::from_str(line).map_err(|e| InputError::Json(e.to_string()))?;
    let Value::Object(object) = value else {
        return Err(InputError::Shape("the line holds another value".to_owned()));
    };
    let text =
        string(&object, "text")?.ok_or_else(|| InputError::Shape("there is no \"text\"".to_owned()))?;
    let date = match string(&object, "date")? {
        Some(date) => Some(date),
        None => string(&object, "dct")?,
    };
    Ok(Input {
        id: string(&object, "id")?.unwrap_or_else(|| fallback.to_owned()),
        text,
        date: date.map(|date| moment(&date)).transpose()?,
        title: string(&object, "title")?,
        speaker: string(&object, "speaker")?,
        source: string(&object, "url")?,
    })
}

/// The id of a line that is no document, where it has one all the same: it says which one to mend.
#[must_use]
pub fn id(line: &str) -> Option<String> {
    let object: Map<String, Value> = serde_json::from_str(line).ok()?;
    string(&object, "id").ok().flatten()
}

/// The string under `key`; a number counts as one, null as nothing.
fn string(object: &Map<String, Value>, key: &str) -> Result<Option<String>, InputError> {
    match object.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(string)) => Ok(Some(string.clone())),
        Some(Value::Number(number)) if key == "id" => Ok(Some(number.to_string())),
        Some(_) => Err(InputError::Shape(format!("\"{key}\" is no string"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_documents_or_say_why_not() {
        #[rustfmt::skip]
        let cases = [
            (r#"{"id": "a", "text": "Hi.", "date": "2019-09-20"}"#, Ok(("a", Some("2019-09-20T00:00:00")))),
            (r#"{"id": 7, "text": "Hi.", "dct": "2013-02-12T04:30:00", "more": []}"#, Ok(("7", Some("2013-02-12T04:30:00")))),
            (r#"{"text": "Hi.", "date": null}"#, Ok(("line 3", None))),
            (r#"{"text": "Hi.", "date": "31 February"}"#, Err("\"31 February\" is no date; write 2019-09-20 or 2019-09-20T14:30:00")),
            (r#"{"text": null}"#, Err("a document is an object with a string \"text\": there is no \"text\"")),
            (r#"{"text": 3}"#, Err("a document is an object with a string \"text\": \"text\" is no string")),
            ("[]", Err("a document is an object with a string \"text\": the line holds another value")),
            ("{", Err("this is no JSON: EOF while parsing an object at line 1 column 1")),
        ];
        for (json, expected) in cases {
            let found = line(json, "line 3");
            let found = found.map(|i| (i.id, i.date.map(|d| d.at.to_string()))).map_err(|e| e.to_string());
            let expected =
                expected.map(|(id, date)| (id.to_owned(), date.map(str::to_owned))).map_err(str::to_owned);
            assert_eq!(found, expected, "{json}");
        }
    }

    #[test]
    fn a_line_may_say_who_speaks() {
        let speaker = |json| line(json, "line 3").map(|input| input.speaker).map_err(|e| e.to_string());
        assert_eq!(speaker(r#"{"text": "Hi.", "speaker": "Ann Lee"}"#), Ok(Some("Ann Lee".to_owned())));
        assert_eq!(speaker(r#"{"text": "Hi.", "speaker": null}"#), Ok(None));
        let told = "a document is an object with a string \"text\": \"speaker\" is no string";
        assert_eq!(speaker(r#"{"text": "Hi.", "speaker": ["Ann Lee"]}"#), Err(told.to_owned()));
    }

    #[test]
    fn lines_that_are_no_documents_may_have_an_id() {
        #[rustfmt::skip]
        let cases = [
            (r#"{"id": "e", "text": "Hi.", "date": "2025-13-01"}"#, Some("e")),
            (r#"{"text": null, "id": 7}"#, Some("7")),
            (r#"{"id": ["e"], "text": "Hi."}"#, None),
            (r#"{"id": null}"#, None),
            (r#"{"text": 3}"#, None),
            (r#"{"id": "e", "text"}"#, None),
            ("[]", None),
        ];
        for (json, expected) in cases {
            assert_eq!(id(json).as_deref(), expected, "{json}");
        }
    }
}
