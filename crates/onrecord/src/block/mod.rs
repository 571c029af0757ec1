//! Blocks of text and the turns of a conversation.

use crate::document::{Paragraph, ParagraphKind, Turn};
use crate::text::Text;

/// Cuts a text into paragraphs and turns.
#[derive(Debug)]
pub struct Blocks {}

impl Blocks {
    /// The stage with its data.
    #[must_use]
    pub fn new() -> Self {
        Self {}
    }

    /// The paragraphs of `text` and the turns that they make up, both in text order.
    #[must_use]
    pub fn read(&self, text: &Text) -> (Vec<Paragraph>, Vec<Turn>) {
        let mut paragraphs = Vec::new();
        let mut at = 0;
        for piece in text.as_str().split_inclusive("\n\n") {
            if let Some(span) = text.trimmed(at..at + piece.len()) {
                paragraphs.push(Paragraph { span, kind: ParagraphKind::Body });
            }
            at += piece.len();
        }
        (paragraphs, Vec::new())
    }
}
