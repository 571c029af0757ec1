//! Sentences and tokens.

use crate::document::{Id, Reading, Sentence};

/// Cuts paragraphs into sentences and words.
#[derive(Debug)]
pub struct Tokenizer {}

impl Tokenizer {
    /// The stage with its data.
    #[must_use]
    pub fn new() -> Self {
        Self {}
    }

    /// Fills `reading.sentences` and the spans of `reading.tokens` from its paragraphs and turns.
    pub fn read(&self, reading: &mut Reading) {
        for (row, paragraph) in reading.paragraphs.iter().enumerate() {
            let first = reading.tokens.len();
            let mut at = paragraph.span.start();
            for piece in reading.text.slice(paragraph.span).split_inclusive(char::is_whitespace) {
                if let Some(span) = reading.text.trimmed(at..at + piece.len()) {
                    reading.tokens.push(span, false);
                }
                at += piece.len();
            }
            reading.sentences.push(Sentence {
                span: paragraph.span,
                tokens: first..reading.tokens.len(),
                paragraph: Id::new(row),
                turn: None,
            });
        }
    }
}
