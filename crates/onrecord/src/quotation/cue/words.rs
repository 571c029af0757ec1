//! Whose words they are, by a phrase around its owner: "*in the minister's words*, the talks failed", "*in his view*".

use std::ops::Range;

use onrecord_resource::cue::{GAP, Takes};

use super::Scene;
use crate::document::CueClass;
use crate::quotation::{Attribution, Source};
use crate::syntax::Upos;

/// Words of an owner, at most.
const OWNER: usize = 10;

/// Words of a clause before the phrase that are searched for the cue that it belongs to, at most.
const CLAUSE: usize = 40;

impl Scene<'_> {
    /// The attribution of the phrase with an owner inside that begins at `at`.
    pub(super) fn in_words(&self, at: usize, bounds: &Range<usize>) -> Option<Attribution> {
        let tokens = self.tokens();
        let first = at + 1;
        let opens = |phrase: &&Vec<String>| {
            phrase.len() == 3 && phrase[1] == GAP && self.text(at).eq_ignore_ascii_case(&phrase[0])
        };
        let phrases = || self.cues.phrases.iter().filter(opens);
        phrases().next()?;
        let closes = |word: &usize| phrases().any(|phrase| self.text(*word) == phrase[2]);
        let last = (first + 1..bounds.end).take(OWNER).find(closes)?;
        // "her words", "Mr. Ode's words"; one word may tell which: "his own words".
        let whose = |word: usize| matches!(tokens.xpos(word), "PRP$" | "POS") || self.text(word) == "her";
        let end = (first..last).rev().take(2).find(|&word| whose(word))? + 1;
        let plain = |word: usize| {
            let kind = self.is_nominal(word);
            kind || self.glued(word) || matches!(self.text(word), "of" | "the")
        };
        if !(first..last).all(plain) || tokens.feats(first).contains("Person=1") {
            return None;
        }
        // "By his own account, it rained", but "paid by his account in Ohio".
        let set_off = at == bounds.start || self.text(at - 1) == ",";
        if self.text(at).eq_ignore_ascii_case("by") && !set_off {
            return None;
        }
        let source = Source { head: tokens.head_of(first..end), words: first..end };
        let unit = at..last + 1;
        let around = self.governed(last, bounds);
        // "complained of fraud, which left him, in his words, “sad”": the relative clause.
        let opens = |word: &usize| matches!(tokens.xpos(*word), "WP" | "WDT") && self.text(*word - 1) == ",";
        let relative = (around.start + 1..at).rev().take(CLAUSE).find(opens);
        let around = relative.unwrap_or(around.start)..around.end;
        let said = (around.start..at).rev().take(CLAUSE).find(|&word| {
            self.is_finite(word) && self.takes(word, Takes::Bare) && self.outer_at(word).is_none()
        });
        let around = said.map_or(around.clone(), |cue| cue + 1..around.end.max(cue + 1));
        // "left him, in his words, *“sad”*": what stands in marks behind it goes on, whatever it hangs on.
        let marks = self.outer_at(unit.end + 1).filter(|quote| quote.marked.start == unit.end + 1);
        let end = marks.map_or(around.end, |quote| quote.marked.end.max(around.end));
        let around = around.start.min(unit.start).max(bounds.start)..end.max(unit.end).min(bounds.end);
        let mut content: Vec<Range<usize>> = [around.start..unit.start, unit.end..around.end]
            .into_iter()
            .map(|piece| self.trimmed(piece))
            .filter(|piece| !piece.is_empty())
            .collect();
        content.retain(|piece| piece.clone().any(|word| tokens.upos(word) != Upos::Cconj));
        // "told them on Monday that the rules would be clear, open and, in his words, *“on air”*": of a long sentence only what the
        // marks hold.
        if let Some(quote) = marks.filter(|_| is_long_before(&content)) {
            content = vec![quote.words.clone()];
        }
        let told = content.iter().flat_map(Clone::clone).any(|word| self.is_finite(word));
        (told || content.iter().any(|piece| self.outer_at(piece.start).is_some())).then(|| Attribution {
            content,
            cue: vec![at, last],
            lemma: Some(format!("{} {GAP} {}", self.text(at).to_lowercase(), self.text(last))),
            class: CueClass::Speech,
            source: Some(source),
        })
    }
}

/// Whether the first of two pieces is far longer than the second, which marks hold.
pub(super) fn is_long_before(pieces: &[Range<usize>]) -> bool {
    matches!(pieces, [front, behind] if front.len() > CLAUSE / 2 && front.len() > 2 * behind.len())
}
