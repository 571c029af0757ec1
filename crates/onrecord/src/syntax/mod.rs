//! Words, their tags, their arcs, and the questions that later stages ask of them.

use crate::text::Span;

/// The words of a document in columns: one row a word, the same rows in every column that is filled.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    spans: Vec<Span>,
    /// Whether the word belongs to the same orthographic token as the one before it: `n't` of `don't`.
    joined: Vec<bool>,
}

impl Tokens {
    /// Number of words.
    #[must_use]
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Adds a word; `joined` as in the column of that name.
    pub fn push(&mut self, span: Span, joined: bool) {
        self.spans.push(span);
        self.joined.push(joined);
    }

    /// The characters of word `row`.
    #[must_use]
    pub fn span(&self, row: usize) -> Span {
        self.spans[row]
    }

    /// All spans, in text order.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }
}
