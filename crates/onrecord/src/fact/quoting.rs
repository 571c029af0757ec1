//! Which quotations a word stands in.

use crate::document::Quotation;
use crate::resolve::refer::Referents;

/// For every word of a document the quotations whose content has it. All lists lie end to end, since most are empty: a
/// list of its own for every word would take more room than the text.
pub(super) struct Quoting {
    /// Rows of quotations.
    rows: Vec<u32>,
    /// For every word, where its rows end.
    ends: Vec<u32>,
}

impl Quoting {
    pub(super) fn new(quotations: &[Quotation], referents: &Referents) -> Self {
        let words = |quotation: &Quotation| {
            let contents = quotation.content.clone().into_iter();
            contents.flat_map(|span| referents.words_of(span))
        };
        // Counted first; then the end of a word's rows, as far as they are there, is where the next one goes.
        let mut ends = vec![0_u32; referents.tokens().len() + 1];
        for word in quotations.iter().flat_map(words) {
            ends[word + 1] += 1;
        }
        for at in 1..ends.len() {
            ends[at] += ends[at - 1];
        }
        let mut rows = vec![0; ends.last().map_or(0, |&all| all as usize)];
        for (row, quotation) in (0..).zip(quotations) {
            for word in words(quotation) {
                rows[ends[word] as usize] = row;
                ends[word] += 1;
            }
        }
        Self { rows, ends }
    }

    /// The rows of the quotations that the word stands in, outermost first.
    pub(super) fn at(&self, word: usize) -> &[u32] {
        let start = word.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.rows[start..self.ends[word] as usize]
    }
}
