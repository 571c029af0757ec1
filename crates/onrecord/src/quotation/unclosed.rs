//! Marks that open a paragraph and never close, though their first sentence says whose words they are: `“It rained, Ode said.` The
//! closing mark was forgotten at the comma. Words that go on in the next paragraph have no closing mark either, but nobody
//! says so at their end.

use onrecord_resource::cue::Cues;

use super::Scene;
use crate::marks::Quoted;
use crate::resolve::refer::Referents;
use crate::syntax::Upos;
use crate::syntax::clause::Clauses;

/// Words of such a quotation at least, and words behind its comma that may hold the cue.
const SHORTEST: usize = 3;
const NEAR: usize = 10;

/// `quoted` with such quotations ended at their comma.
pub(super) fn close(
    mut quoted: Vec<Quoted>,
    cues: &Cues,
    clauses: Clauses,
    referents: &Referents,
) -> Vec<Quoted> {
    let scene = Scene { cues, clauses, referents, quoted: &quoted };
    let commas: Vec<Option<usize>> = quoted.iter().map(|quote| scene.comma_before_cue(quote)).collect();
    if commas.iter().all(Option::is_none) {
        return quoted;
    }
    // Whether a cue is one is asked of a document in which it stands outside the marks.
    let mut ended = quoted.clone();
    for (quote, comma) in ended.iter_mut().zip(&commas) {
        if let Some(comma) = *comma {
            (quote.words.end, quote.marked.end) = (comma + 1, comma + 1);
        }
    }
    let scene = Scene { cues, clauses, referents, quoted: &ended };
    let told: Vec<bool> =
        ended.iter().zip(&commas).map(|(quote, comma)| comma.is_some() && scene.is_told(quote)).collect();
    for row in (0..quoted.len()).filter(|&row| told[row]) {
        quoted[row] = ended[row].clone();
        if let Some(next) = quoted.get_mut(row + 1) {
            next.goes_on = false;
        }
    }
    quoted
}

impl Scene<'_> {
    /// The comma in the first sentence of a quotation that opens its paragraph and is not closed, with a verb of saying behind it.
    fn comma_before_cue(&self, quote: &Quoted) -> Option<usize> {
        let reading = self.referents.reading;
        let sentence = reading.sentence_of(quote.marked.start);
        let alone = quote.marked.end == quote.words.end && !quote.goes_on;
        let first = sentence == 0
            || reading.sentences[sentence - 1].paragraph != reading.sentences[sentence].paragraph;
        if !alone || !first || !reading.starts_sentence(quote.marked.start) {
            return None;
        }
        let end = reading.sentences[sentence].tokens.end;
        let said = |at: usize| self.is_verb(at) && self.is_said(at) && self.takes_quotes(at);
        let comma = |&at: &usize| self.text(at) == "," && (at + 1..end.min(at + NEAR)).any(said);
        (quote.words.start + SHORTEST..end).find(comma)
    }

    /// Whether a name and a verb of saying stand behind the quotation and say no more than to whom, where and when.
    fn is_told(&self, quote: &Quoted) -> bool {
        let Some((cue, Some(source))) = self.cue_behind(quote) else { return false };
        let tokens = self.tokens();
        let reading = self.referents.reading;
        let end = reading.sentences[reading.sentence_of(quote.marked.start)].tokens.end;
        let next = source.words.end.max(cue + 1);
        let ended = next >= end || matches!(tokens.upos(next), Upos::Adp | Upos::Punct | Upos::Adv);
        let told = matches!(tokens.upos(next), Upos::Noun | Upos::Propn);
        tokens.upos(source.head) == Upos::Propn && cue < end && (ended || told)
    }
}
