//! Quoted speech and the cue beside it.
//!
//! `"The talks failed," the minister said on Monday.` A parser sees two sentences here, or takes the quoted one for the
//! whole, so the layout of news is read first: behind the marks stand the source and a verb of saying in either order,
//! before them a verb of saying with a comma, a colon or nothing between. What stands in the way is any other verb, a
//! full stop or another quotation. The words of titles, names and scare quotes are no speech and are not asked for here ([`speech`]).
//! What has no cue is asked for last ([`uncued`], [`post`]).

mod before;
mod behind;
mod exchange;
mod nested;
mod post;
mod speech;
mod uncued;

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Scene, Source};
use crate::marks::Quoted;

/// Words between the marks and the cue, at most.
const NEAR: usize = 40;

/// The quotations of one cue.
#[derive(Clone, Debug, Default)]
pub(super) struct Claim {
    /// The quoted words, in text order.
    pub(super) pieces: Vec<Range<usize>>,
    /// Who says them, where the place beside the marks tells.
    pub(super) source: Option<Source>,
}

/// What stands in marks, by the verb of saying beside it.
pub(in crate::quotation) fn claims(
    scene: &Scene,
    quoted: &[Quoted],
    used: &mut [bool],
) -> BTreeMap<usize, Claim> {
    let mut claims: BTreeMap<usize, Claim> = BTreeMap::new();
    let mut cues: Vec<Option<usize>> = vec![None; quoted.len()];
    for (row, (quote, used)) in quoted.iter().zip(used.iter_mut()).enumerate() {
        // `shouted “No!” and “Go home!”`, whatever the second is.
        let second = row
            .checked_sub(1)
            .filter(|&other| cues[other].is_some() && scene.is_joined(&quoted[other], quote));
        if !scene.is_speech(quote) && second.is_none() {
            continue;
        }
        let colon = scene.text_or_none(quote.marked.start.checked_sub(1)) == Some(":");
        let behind = || scene.cue_behind(quote);
        let before = || scene.cue_before(quote).map(|cue| (cue, None));
        // `“The tax,” he said as he ended his speech, “is a fraud.”`: the second part of one sentence.
        let part = row.checked_sub(1).filter(|&other| {
            scene.is_joined(&quoted[other], quote) || scene.is_second_part(&quoted[other], quote)
        });
        if let Some(cue) = part.and_then(|other| cues[other]) {
            claims.entry(cue).or_default().pieces.push(quote.words.clone());
            *used = true;
            cues[row] = Some(cue);
            continue;
        }
        let found = if colon { before().or_else(behind) } else { behind().or_else(before) };
        if let Some((cue, source)) = found {
            let claim = claims.entry(cue).or_default();
            claim.pieces.push(quote.words.clone());
            claim.source = claim.source.take().or(source);
            *used = true;
            cues[row] = Some(cue);
        }
    }
    // A quotation that is not closed at the end of its paragraph is said by who says the next one, unless it goes on itself with
    // what somebody else has said.
    let mut known = used.to_vec();
    for row in 1..quoted.len() {
        known[row] |= quoted[row].goes_on && known[row - 1];
    }
    for row in (1..quoted.len()).rev().filter(|&row| quoted[row].goes_on) {
        let free = !used[row - 1] && !known[row - 1] && scene.is_speech(&quoted[row - 1]);
        if let Some(cue) = cues[row].filter(|_| free) {
            claims.entry(cue).or_default().pieces.insert(0, quoted[row - 1].words.clone());
            (used[row - 1], cues[row - 1]) = (true, Some(cue));
        }
    }
    for (cue, inner) in quoted.iter().flat_map(|quote| scene.nested(quote)) {
        claims.entry(cue).or_default().pieces.push(inner.words);
    }
    claims
}

impl Scene<'_> {
    /// Whether only a conjunction stands between the two: `“No!” *and* “Go home!”`.
    pub(in crate::quotation) fn is_joined(&self, first: &Quoted, second: &Quoted) -> bool {
        let between = first.marked.end;
        between + 1 == second.marked.start && matches!(self.text(between), "and" | "or")
    }

    /// Whether `second` goes on with the sentence that `first` leaves at a comma.
    fn is_second_part(&self, first: &Quoted, second: &Quoted) -> bool {
        let reading = self.referents.reading;
        let mark = second.marked.start.saturating_sub(1);
        self.text(first.words.end - 1) == ","
            && self.text(mark) == ","
            && first.marked.end < mark
            && !self.capital(second.words.start)
            && reading.sentence_of(first.words.end - 1) == reading.sentence_of(mark)
    }

    /// The word, or nothing past the ends of the text.
    pub(in crate::quotation) fn text_or_none(&self, at: Option<usize>) -> Option<&str> {
        at.filter(|&at| at < self.tokens().len()).map(|at| self.text(at))
    }
}
