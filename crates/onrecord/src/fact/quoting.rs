//! Which quotations a word stands in.

use std::ops::Range;

use crate::document::Quotation;
use crate::resolve::refer::Referents;

/// The contents of the quotations of a document, piece by piece in the order of their beginnings. Where claims are nested, a
/// list for every word of those that it stands in would take many times the room of the text.
pub(super) struct Quoting(Vec<Piece>);

/// A piece of a content.
struct Piece {
    words: Range<usize>,
    /// Row of the quotation.
    row: usize,
    /// The last piece before this one that goes on where this one begins.
    around: Option<usize>,
}

impl Quoting {
    pub(super) fn new(quotations: &[Quotation], referents: &Referents) -> Self {
        let mut pieces: Vec<Piece> = Vec::new();
        for (row, quotation) in quotations.iter().enumerate() {
            let words = quotation.content.iter().map(|span| referents.words_of(*span));
            pieces.extend(words.map(|words| Piece { words, row, around: None }));
        }
        pieces.sort_by_key(|piece| piece.words.start);
        for at in 1..pieces.len() {
            let begin = pieces[at].words.start;
            let mut around = Some(at - 1);
            while let Some(before) = around.filter(|&before| pieces[before].words.end <= begin) {
                around = pieces[before].around;
            }
            pieces[at].around = around;
        }
        Self(pieces)
    }

    /// The rows of the quotations that the word stands in, in their order: outermost first.
    pub(super) fn at(&self, word: usize) -> Vec<usize> {
        // Whatever has the word goes on where a later piece before the word begins, so no step leaves it out.
        let last = self.0.partition_point(|piece| piece.words.start <= word).checked_sub(1);
        let outwards = std::iter::successors(last, |&at| self.0[at].around).map(|at| &self.0[at]);
        let mut rows: Vec<usize> =
            outwards.filter(|piece| piece.words.contains(&word)).map(|piece| piece.row).collect();
        rows.sort_unstable();
        rows
    }
}
