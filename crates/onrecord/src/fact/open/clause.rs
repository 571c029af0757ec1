//! The tuples of a clause: its subjects, its predicate, the object behind it and every other phrase.

use std::ops::Range;

use super::predicate::{complement, is_argument, links, predicate};
use super::subject::subjects;
use super::{Tuple, made, members, words};
use crate::document::Fact;
use crate::fact::scene::{Certainty, Scene};
use crate::syntax::clause::is_verb;
use crate::syntax::{Relation, Upos};

/// Measured with the development sentences of `CaRB`, in percent: a clause with a subject of its own, one whose subject is put
/// back, one without an object, one that stands loose, any other participle, a clause without arguments.
const OWN: u8 = 70;
const SHARED: u8 = 68;
const BARE: u8 = 57;
const LOOSE: u8 = 44;
const PARTICIPLE: u8 = 42;
const LONE: u8 = 7;

/// What a clause loses that another one embeds: reported, conditional, restrictive.
const EMBEDDED: u8 = 12;
const EMBEDDED_SHARED: u8 = 23;

/// The tuples of the clause whose predicate is at `word`, if one is.
pub(super) fn read(scene: &Scene, word: usize) -> Vec<Fact> {
    let copula = scene.referents.tokens().child(word, &[Relation::Cop]);
    if !is_clause(scene, word, copula) {
        return Vec::new();
    }
    let Some((subjects, own)) = subjects(scene, word) else { return Vec::new() };
    let (predicate, gap) = (predicate(scene, word, copula), gap(scene, word));
    let clause = Clause { scene, word, copula, own, predicate, gap };
    let Some(mut tuple) = clause.tuple() else { return Vec::new() };
    let of = scene.clauses.of_verb(word);
    let certainty = Certainty { polarity: of.polarity, modality: of.modality };
    let mut facts = Vec::new();
    for subject in subjects {
        tuple.subject = clause.without_itself(subject);
        facts.extend(made(scene, word, certainty, &tuple));
    }
    facts
}

/// Whether the word is the predicate of a clause.
fn is_clause(scene: &Scene, word: usize, copula: Option<usize>) -> bool {
    let tokens = scene.referents.tokens();
    // An infinitive belongs to the predicate above it, a participle before its noun is an adjective.
    let part = matches!(
        tokens.relation(word),
        Relation::Xcomp | Relation::Amod | Relation::Compound | Relation::Fixed
    );
    (is_verb(tokens, word) || copula.is_some()) && (!part || apart(scene, word))
}

/// A clause that has a subject.
struct Clause<'s> {
    scene: &'s Scene<'s>,
    word: usize,
    copula: Option<usize>,
    /// Whether the subject is its own.
    own: bool,
    predicate: Range<usize>,
    /// "the agreement *which they signed*": the noun that the clause hangs on is its object.
    gap: Option<Range<usize>>,
}

impl Clause<'_> {
    /// What modifies a noun is not part of it: "tanks *founded in 2005*".
    fn without_itself(&self, mut subject: Range<usize>) -> Range<usize> {
        let tokens = self.scene.referents.tokens();
        let clause = tokens.subtree(self.word).start;
        if subject.start < clause && subject.end > clause {
            subject.end = clause;
            while subject.len() > 1 && matches!(tokens.upos(subject.end - 1), Upos::Punct | Upos::Cconj) {
                subject.end -= 1;
            }
        }
        subject
    }

    /// The tuple, still without its subject.
    fn tuple(&self) -> Option<Tuple> {
        let mut tuple = Tuple {
            subject: 0..0,
            predicate: self.predicate.clone(),
            objects: self.gap.iter().cloned().collect(),
            complements: Vec::new(),
            confidence: 0,
            known: None,
        };
        self.place(&mut tuple);
        if tuple.objects.is_empty() && tuple.complements.is_empty() {
            tuple.objects.extend(told(self.scene, self.word));
        }
        let empty = tuple.objects.is_empty() && tuple.complements.is_empty();
        if empty && tuple.predicate.len() < 2 && !self.own {
            return None;
        }
        tuple.confidence = self.confidence(&tuple);
        Some(tuple)
    }

    /// Puts the phrases in their places. The object is what follows the predicate first; its preposition joins the predicate.
    fn place(&self, tuple: &mut Tuple) {
        let phrases = self.phrases();
        let after = self.predicate.end;
        let first = phrases.iter().position(|(_, words)| words.start >= after && self.gap.is_none());
        for (row, (head, mut words)) in phrases.into_iter().enumerate() {
            if Some(row) != first {
                tuple.complements.push(words);
                continue;
            }
            if let Some(small) = self.opening(head, &words) {
                tuple.predicate.end = small + 1;
                words.start = small + 1;
            }
            tuple.objects = members(self.scene, head, words);
        }
    }

    /// The phrases around the predicate with their heads, in their order.
    fn phrases(&self) -> Vec<(usize, Range<usize>)> {
        let Self { scene, word, .. } = *self;
        let tokens = scene.referents.tokens();
        let mut phrases: Vec<(usize, Range<usize>)> = Vec::new();
        let heads = links(scene, word, self.predicate.clone());
        for &head in &heads {
            let own = |&child: &usize| !heads.contains(&child) && is_argument(scene, word, head, child);
            phrases.extend(tokens.children(head).filter(own).map(|child| (child, words(scene, child))));
        }
        if self.copula.is_some() && !self.predicate.contains(&word) {
            phrases.push((word, complement(scene, word)));
        }
        phrases.extend(shared(scene, word));
        if self.gap.is_some() {
            phrases.retain(|&(head, _)| !matches!(tokens.xpos(head), "WP" | "WDT"));
        }
        phrases.retain(|(_, words)| words.end <= self.predicate.start || words.start >= self.predicate.end);
        phrases.sort_by_key(|(_, words)| words.start);
        phrases
    }

    /// The preposition or conjunction that opens the phrase right behind the predicate.
    fn opening(&self, head: usize, words: &Range<usize>) -> Option<usize> {
        let next = |&small: &usize| small == words.start && small == self.predicate.end;
        let case = self.scene.clauses.case(head).filter(next);
        let mark = self.scene.referents.tokens().child(head, &[Relation::Mark]).filter(next);
        case.or(mark).filter(|&small| small + 1 < words.end)
    }

    /// How sure the tuple is, in percent.
    fn confidence(&self, tuple: &Tuple) -> u8 {
        let tokens = self.scene.referents.tokens();
        let (form, relation) = (tokens.xpos(self.word), tokens.relation(self.word));
        let mut confidence = match (tuple.objects.is_empty(), tuple.complements.is_empty()) {
            (true, true) => LONE,
            (true, false) => BARE,
            _ if self.own => OWN,
            _ => SHARED,
        };
        let gerund = form == "VBG" && matches!(relation, Relation::Advcl | Relation::Acl);
        let marked = tokens.child(self.word, &[Relation::Mark]).is_some();
        if gerund && marked || form == "VB" && !self.own {
            confidence = LOOSE;
        }
        if form == "VBG" && !self.own && tokens.child(self.word, &[Relation::Aux]).is_none() {
            confidence = confidence.min(PARTICIPLE);
        }
        let embedded = [Relation::Ccomp, Relation::AclRelcl, Relation::Acl, Relation::Advcl];
        if embedded.contains(&relation) && [OWN, SHARED].contains(&confidence) {
            confidence -= if self.own { EMBEDDED } else { EMBEDDED_SHARED };
        }
        confidence
    }
}

/// The noun of a relative clause that has a subject of its own and no object, as far as the clause.
fn gap(scene: &Scene, word: usize) -> Option<Range<usize>> {
    let tokens = scene.referents.tokens();
    let noun = tokens.head(word).filter(|_| tokens.relation(word) == Relation::AclRelcl)?;
    let subject = tokens.child(word, &[Relation::Nsubj])?;
    let object = tokens.child(word, &[Relation::Obj]).filter(|&at| !matches!(tokens.xpos(at), "WP" | "WDT"));
    let other = tokens.child(word, &[Relation::Ccomp, Relation::Xcomp, Relation::Cop]);
    let own = noun < subject && !matches!(tokens.xpos(subject), "WP" | "WDT") && object.is_none();
    let clause = tokens.subtree(word).start;
    let mut words = scene.referents.phrase(noun);
    words.end = words.end.min(clause).max(noun + 1);
    (own && other.is_none() && scene.referents.time(noun).is_none()).then_some(words)
}

/// Whether the verb, though an infinitive or an attribute by its arc, stands apart from what it hangs on: it has a
/// subject or an object between.
fn apart(scene: &Scene, word: usize) -> bool {
    let tokens = scene.referents.tokens();
    tokens.relation(word) == Relation::Xcomp
        && tokens.child(word, &[Relation::Nsubj, Relation::NsubjPass]).is_some()
}

/// What a verb of saying behind it tells: "*the plan is dead*, he said".
fn told(scene: &Scene, word: usize) -> Option<Range<usize>> {
    let tokens = scene.referents.tokens();
    let head = tokens.head(word).filter(|_| tokens.relation(word) == Relation::Parataxis)?;
    let (own, whole) = (tokens.subtree(word), tokens.subtree(head));
    let mut words = whole.start..own.start;
    while words.len() > 1 && tokens.upos(words.end - 1) == Upos::Punct {
        words.end -= 1;
    }
    (head < own.start && own.end + 1 >= whole.end).then_some(words)
}

/// What stands before the verb that `word` is joined to, and so holds for both: "*In 1717* she saw the practice and praised it".
fn shared(scene: &Scene, word: usize) -> Option<(usize, Range<usize>)> {
    let tokens = scene.referents.tokens();
    let first = tokens.head(word).filter(|_| tokens.relation(word) == Relation::Conj)?;
    let subject = tokens.child(first, &[Relation::Nsubj, Relation::NsubjPass])?;
    let own = tokens.children(word).any(|child| tokens.is_subject(child));
    let before = tokens.children(first).find(|&child| {
        child < subject && matches!(tokens.relation(child), Relation::Obl | Relation::OblUnmarked)
    });
    before.filter(|_| !own).map(|child| (child, words(scene, child)))
}
