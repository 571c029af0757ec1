//! Cues: the verbs and phrases that introduce somebody's words, with their source and content.

use std::ops::Range;

use onrecord_resource::cue::Cues;

use super::Attribution;
use crate::document::CueClass;
use crate::resolve::refer::Referents;
use crate::syntax::clause::{Clauses, Function};
use crate::syntax::{Relation, Upos};

/// The attributions that have a cue, in the order of the cues. Those of speech without a clause for their content come
/// with none: quotation marks beside them may hold it.
pub(super) fn read(cues: &Cues, clauses: Clauses, referents: &Referents) -> Vec<Attribution> {
    let reader = Reader { cues, clauses, referents };
    let mut found = Vec::new();
    for sentence in &referents.reading.sentences {
        for at in sentence.tokens.clone() {
            found.extend(reader.verb(at, &sentence.tokens));
            found.extend(reader.according(at, &sentence.tokens));
        }
    }
    found
}

struct Reader<'a> {
    cues: &'a Cues,
    clauses: Clauses<'a>,
    referents: &'a Referents<'a>,
}

impl Reader<'_> {
    /// What the verb at `at` introduces.
    fn verb(&self, at: usize, sentence: &Range<usize>) -> Option<Attribution> {
        let tokens = self.referents.tokens();
        if tokens.upos(at) != Upos::Verb {
            return None;
        }
        let lemma = tokens.lemma(at);
        let is = |list: &[String]| list.iter().any(|entry| entry == lemma);
        let classes = [
            (&self.cues.speech, CueClass::Speech),
            (&self.cues.thought, CueClass::Thought),
            (&self.cues.intention, CueClass::Intention),
            (&self.cues.evidence, CueClass::Evidence),
        ];
        let class = classes.into_iter().find(|(list, _)| is(list))?.1;
        let speech = class == CueClass::Speech;
        let clause = self.clauses.of_verb(at);
        let complement = tokens.child(at, &[Relation::Ccomp]);
        let infinitive = tokens.child(at, &[Relation::Xcomp]).filter(|&word| {
            let to = tokens.child(word, &[Relation::Mark]).is_some();
            to && is(&self.cues.intention) && tokens.upos(word) == Upos::Verb
        });
        let content = complement
            .or(infinitive)
            .map(|head| vec![self.clause(head, at)])
            .or_else(|| self.interrupted(at, sentence))
            .or_else(|| speech.then(Vec::new))?;
        let source =
            clause.fillers.iter().find(|(function, _)| *function == Function::Subject).map(|&(_, word)| word);
        let mut cue: Vec<usize> = tokens
            .children(at)
            .filter(|&child| {
                matches!(tokens.relation(child), Relation::Aux | Relation::AuxPass | Relation::CompoundPrt)
            })
            .chain([at])
            .collect();
        cue.sort_unstable();
        Some(Attribution { content, cue, lemma: Some(lemma.to_owned()), class, source })
    }

    /// The words of the clause of `head`, which depends on the cue.
    fn clause(&self, head: usize, cue: usize) -> Range<usize> {
        let tokens = self.referents.tokens();
        let mut words = tokens.subtree(head);
        if words.start > cue {
            // The mark that introduces the clause stays in, the comma before it does not.
            while words.start < head && tokens.upos(words.start) == Upos::Punct {
                words.start += 1;
            }
        } else {
            words.end = words.end.min(cue);
        }
        while words.end > words.start + 1
            && matches!(self.referents.text(words.end - 1), "," | ";" | "–" | "—")
        {
            words.end -= 1;
        }
        words
    }

    /// "The talks, he said, were useful": the cue hangs on what it introduces.
    fn interrupted(&self, at: usize, sentence: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let tokens = self.referents.tokens();
        let parenthetic =
            tokens.relation(at) == Relation::Parataxis && tokens.head(at).is_some_and(|head| head < at);
        let subject = tokens.children(at).any(|child| tokens.is_subject(child));
        // What has an object or a complement of its own says that.
        let own = [Relation::Obj, Relation::Xcomp, Relation::Ccomp, Relation::Obl];
        if !parenthetic || !subject || tokens.child(at, &own).is_some() {
            return None;
        }
        let unit = tokens.subtree(at);
        let pieces = [sentence.start..unit.start, unit.end..sentence.end].into_iter();
        let pieces: Vec<Range<usize>> =
            pieces.map(|piece| self.without_marks(piece)).filter(|piece| !piece.is_empty()).collect();
        (!pieces.is_empty()).then_some(pieces)
    }

    /// "according to X": the rest of the sentence is X's.
    fn according(&self, at: usize, sentence: &Range<usize>) -> Option<Attribution> {
        let tokens = self.referents.tokens();
        let phrase = self.cues.according.iter().find(|phrase| {
            phrase.split(' ').enumerate().all(|(step, word)| {
                at + step < sentence.end && self.referents.text(at + step).to_lowercase() == word
            })
        })?;
        let length = phrase.split(' ').count();
        let after = at + length..sentence.end;
        let governs = |word: &usize| tokens.children(*word).any(|child| (at..at + length).contains(&child));
        let noun = |word: &usize| matches!(tokens.upos(*word), Upos::Noun | Upos::Propn | Upos::Pron);
        let head = after.clone().find(governs).or_else(|| after.clone().find(noun))?;
        let unit = at..self.referents.phrase(head).end.max(at + length);
        let pieces = [sentence.start..unit.start, unit.end..sentence.end].into_iter();
        let content: Vec<Range<usize>> =
            pieces.map(|piece| self.without_marks(piece)).filter(|piece| !piece.is_empty()).collect();
        let cue = (at..at + length).collect();
        Some(Attribution { content, cue, lemma: None, class: CueClass::Speech, source: Some(head) })
    }

    /// The range without punctuation at its ends.
    fn without_marks(&self, mut words: Range<usize>) -> Range<usize> {
        let punct = |at: usize| self.referents.tokens().upos(at) == Upos::Punct;
        while !words.is_empty() && punct(words.start) {
            words.start += 1;
        }
        while !words.is_empty() && punct(words.end - 1) {
            words.end -= 1;
        }
        words
    }
}
