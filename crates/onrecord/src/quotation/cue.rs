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
            found.extend(reader.adjective(at));
            found.extend(reader.noun(at));
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
        let complement = tokens.child(at, &[Relation::Ccomp]).or_else(|| self.asked(at));
        let infinitive = tokens.child(at, &[Relation::Xcomp]).filter(|&word| {
            let to = tokens.child(word, &[Relation::Mark]).is_some();
            to && is(&self.cues.intention) && tokens.upos(word) == Upos::Verb
        });
        let content = complement
            .or(infinitive)
            .map(|head| vec![self.clause(head, at)])
            .or_else(|| self.interrupted(at, sentence))
            .or_else(|| speech.then(Vec::new))?;
        let relative =
            tokens.child(at, &[Relation::Nsubj]).filter(|&child| matches!(tokens.xpos(child), "WP" | "WDT"));
        let subject = || {
            clause.fillers.iter().find(|(function, _)| *function == Function::Subject).map(|&(_, word)| word)
        };
        let source = relative.or_else(subject);
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

    /// The clause with a question word that the parser did not take for the complement: "explained *how it works*".
    fn asked(&self, verb: usize) -> Option<usize> {
        let tokens = self.referents.tokens();
        let loose = [Relation::Advcl, Relation::Xcomp, Relation::Parataxis, Relation::Obj];
        tokens.children(verb).filter(|&child| child > verb && loose.contains(&tokens.relation(child))).find(
            |&child| {
                let first = tokens.subtree(child).start;
                let question =
                    matches!(tokens.xpos(first), "WRB" | "WP") && self.referents.text(first) != "when";
                let verbal = matches!(tokens.upos(child), Upos::Verb | Upos::Aux)
                    || tokens.child(child, &[Relation::Cop]).is_some();
                question && first == verb + 1 && verbal
            },
        )
    }

    /// "She is *sure* that it works": an adjective that says what its subject thinks.
    fn adjective(&self, at: usize) -> Option<Attribution> {
        let tokens = self.referents.tokens();
        let listed = || self.cues.adjective.iter().any(|entry| entry == tokens.lemma(at));
        if !matches!(tokens.upos(at), Upos::Adj | Upos::Verb) || !listed() {
            return None;
        }
        let copula = tokens.child(at, &[Relation::Cop, Relation::AuxPass])?;
        let content = tokens.child(at, &[Relation::Ccomp])?;
        let source = tokens.children(at).find(|&child| tokens.is_subject(child));
        let person = source.is_some_and(|word| self.referents.text(word).to_lowercase() != "it");
        person.then(|| Attribution {
            content: vec![self.clause(content, at)],
            cue: vec![copula, at],
            lemma: Some(tokens.lemma(at).to_owned()),
            class: CueClass::Thought,
            source,
        })
    }

    /// "the *claim* that it works", "their *argument* is that it works": a noun that says what somebody says.
    fn noun(&self, at: usize) -> Option<Attribution> {
        let tokens = self.referents.tokens();
        if tokens.upos(at) != Upos::Noun || !self.cues.noun.iter().any(|entry| entry == tokens.lemma(at)) {
            return None;
        }
        let that = |child: &usize| {
            let mark = tokens.child(*child, &[Relation::Mark]);
            *child > at && mark.is_some_and(|mark| self.referents.text(mark) == "that")
        };
        let own = tokens.children(at).filter(|&child| {
            matches!(tokens.relation(child), Relation::Acl | Relation::Ccomp | Relation::AclRelcl)
        });
        let head = tokens.head(at).filter(|_| tokens.is_subject(at));
        let said = || head.filter(|head| tokens.child(*head, &[Relation::Cop]).is_some()).filter(that);
        let content = own.clone().find(that).or_else(said)?;
        let clause = self.clauses.of_noun(at);
        let by = |word: usize| self.referents.text(word) == "by" || self.referents.text(word) == "of";
        let source = clause.fillers.iter().find(|(function, word)| match function {
            Function::Possessor | Function::Subject => *word != content,
            Function::Preposition(case) => by(*case),
            _ => false,
        });
        Some(Attribution {
            content: vec![self.clause(content, at)],
            cue: vec![at],
            lemma: Some(tokens.lemma(at).to_owned()),
            class: CueClass::Speech,
            source: source.map(|&(_, word)| word),
        })
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
        let around = self.governed(head, sentence);
        let pieces =
            [around.start..unit.start.max(around.start), unit.end.min(around.end)..around.end].into_iter();
        let content: Vec<Range<usize>> =
            pieces.map(|piece| self.without_marks(piece)).filter(|piece| !piece.is_empty()).collect();
        let cue = (at..at + length).collect();
        Some(Attribution { content, cue, lemma: None, class: CueClass::Speech, source: Some(head) })
    }

    /// The clause that the phrase of `source` belongs to: a relative or a conjoined clause, or the sentence without the
    /// clauses that are joined to it behind the phrase.
    fn governed(&self, source: usize, sentence: &Range<usize>) -> Range<usize> {
        let tokens = self.referents.tokens();
        let Some(head) = tokens.head(source) else { return sentence.clone() };
        let subject = |at: usize| tokens.children(at).any(|child| tokens.is_subject(child));
        let own = matches!(tokens.relation(head), Relation::AclRelcl | Relation::Conj) && subject(head);
        if own {
            let words = tokens.subtree(head);
            return words.start..words.end.max(words.start + 1);
        }
        let joined = tokens
            .children(head)
            .find(|&child| tokens.relation(child) == Relation::Conj && child > source && subject(child));
        let end = joined.map_or(sentence.end, |child| tokens.subtree(child).start);
        sentence.start..end
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
