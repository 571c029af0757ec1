//! Cues: the verbs, nouns, adjectives and phrases that introduce somebody's words, with their source and content.
//!
//! A verb is asked for the constructions that its entries list, one after the other; what a construction looks like is in
//! [`content`]. Verbs of saying that have none get what stands in the marks beside them. Nouns and adjectives have a
//! clause, phrases such as "according to" have the rest of their sentence.

mod adjective;
mod adverb;
mod around;
mod bare;
mod cleft;
mod content;
mod end;
mod forms;
mod headline;
mod noun;
mod object;
mod passive;
mod phrase;
mod reading;
mod voice;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use onrecord_resource::cue::{Class, Takes};

use super::beside::Claim;
use super::{Attribution, Scene, Source, onward};
use crate::document::{CueClass, EntityKind};
use crate::syntax::{Relation, Upos};

/// The attributions that have a cue, in the order of the cues.
pub(super) fn read(scene: &Scene, claims: &mut BTreeMap<usize, Claim>) -> Vec<Attribution> {
    let mut found = Vec::new();
    let claimed: BTreeSet<usize> =
        claims.values().flat_map(|claim| claim.pieces.iter().map(|piece| piece.start)).collect();
    for row in 0..scene.referents.reading.sentences.len() {
        let sentence = scene.told(row);
        found.extend(scene.headline(row, &sentence));
        for at in sentence.clone() {
            let claim = claims.remove(&at);
            // What is reported inside a quotation ends with it.
            let bounds = scene.outer_at(at).map_or(sentence.clone(), |quote| {
                sentence.start.max(quote.words.start).min(at)..sentence.end.min(quote.words.end).max(at + 1)
            });
            let told = scene.verb(at, &bounds, claim, &found);
            // A headline has it already.
            let again = |told: &Attribution| {
                found.iter().rev().take(3).any(|other| other.cue.last() == told.cue.last())
            };
            let told = told.filter(|told| !again(told));
            found.extend(told);
            found.extend(scene.adjective(at, &bounds));
            found.extend(scene.noun(at, &bounds));
            found.extend(scene.voice(at, &bounds, &claimed));
            found.extend(scene.adverb(at, &bounds));
            found.extend(scene.cleft(at, &bounds));
            found.extend(scene.according(at, &bounds));
            found.extend(scene.in_words(at, &bounds));
        }
    }
    found
}

/// Words between an auxiliary and its verb that are looked through for quotation marks, at most.
const APART: usize = 32;

impl Scene<'_> {
    /// What the verb at `at` introduces; `claim` is what stands in marks beside it.
    /// The attributions before it in the text are `before`.
    fn verb(
        &self,
        at: usize,
        bounds: &Range<usize>,
        claim: Option<Claim>,
        before: &[Attribution],
    ) -> Option<Attribution> {
        let tokens = self.tokens();
        let uses = self.uses(at);
        // Right behind the marks and somebody's name, any verb will do: `“It rained,” Ode allowed.`
        if uses.is_empty() && claim.is_none()
            || matches!(tokens.relation(at), Relation::Amod | Relation::Compound) && claim.is_none()
        {
            return None;
        }
        // "She is convinced that": who thinks it is the subject.
        if tokens.xpos(at) == "VBN" && self.cues.adjectives.contains_key(self.text(at)) && claim.is_none() {
            return None;
        }
        // "*considering* that he is old": a conjunction, where no auxiliary makes it a verb.
        let conjunction = self.cues.conjunctions.contains(&self.text(at).to_lowercase());
        let verb =
            tokens.children(at).any(|child| tokens.upos(child) == Upos::Aux && tokens.lemma(child) == "be");
        if conjunction && claim.is_none() && !verb {
            return None;
        }
        // "the said decree", "the most politically charged change": a participle before its noun.
        let adverb = |word: &usize| matches!(tokens.xpos(*word), "RB" | "RBS" | "RBR");
        let opens = (bounds.start..at).rev().take(3).find(|word| !adverb(word));
        let manner = tokens.xpos(at) == "VBN" && at > bounds.start && self.text(at - 1).ends_with("ly");
        let alone =
            manner && tokens.child(at, &[Relation::Aux, Relation::AuxPass, Relation::Nsubj]).is_none();
        // "whether suspected rebels are there": nothing before it can be its subject.
        let nominal = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron);
        let first = tokens.xpos(at) == "VBN"
            && at > bounds.start
            && matches!(tokens.upos(at - 1), Upos::Sconj | Upos::Adp)
            && (at + 1..bounds.end).take(2).any(nominal);
        let modifies = matches!(tokens.xpos(at), "VBN" | "VBD" | "VBG")
            && (alone
                || first
                || opens.is_some_and(|word| matches!(tokens.xpos(word), "DT" | "PRP$" | "POS" | "CD")))
            && matches!(tokens.upos(at + 1), Upos::Noun | Upos::Propn | Upos::Adj);
        if modifies && claim.is_none() {
            return None;
        }
        // "Asked why he had waited, he replied": a participle that opens the sentence has nobody who speaks.
        let participle = at == bounds.start
            && matches!(tokens.xpos(at), "VBN" | "VBD")
            && self.text(at + 1) != "by"
            && !tokens.children(at).any(|child| tokens.is_subject(child));
        // "declined to comment when asked whether": by whom is not said.
        let when = at > bounds.start
            && matches!(self.text(at - 1), "when" | "When" | "if" | "If" | "once" | "Once")
            && matches!(tokens.xpos(at), "VBN" | "VBD")
            && !tokens.children(at).any(|child| tokens.is_subject(child));
        // "Mr. Ode, asked whether he would go, left": nor who asks him.
        let aside = at > bounds.start
            && self.text(at - 1) == ","
            && matches!(tokens.relation(at), Relation::Acl | Relation::Advcl)
            && matches!(tokens.xpos(at), "VBN" | "VBD")
            && !tokens
                .children(at)
                .any(|child| tokens.is_subject(child) || tokens.relation(child) == Relation::Aux);
        if (when || aside) && claim.is_none() {
            return None;
        }
        if participle && claim.is_none() && (at + 1..bounds.end).any(|word| self.text(word) == ",") {
            return None;
        }
        // "They say adding salt is simple": the subject of what is said.
        let subject = tokens.xpos(at) == "VBG" && at > bounds.start && tokens.upos(at - 1) == Upos::Verb;
        if subject && claim.is_none() && !self.uses(at - 1).is_empty() {
            return None;
        }
        let mut claim = claim.unwrap_or_default();
        let pairs = || uses.iter().flat_map(|used| used.takes.iter().map(move |takes| (used.class, *takes)));
        let subject = tokens.children(at).rfind(|&child| tokens.is_subject(child) && child < at);
        let told = pairs().find_map(|(class, takes)| {
            let content = self.construction(at, takes, bounds)?;
            // What has the subject of the cue in it is not what it says.
            // "Nothing doing, said Mr. Ode" has its subject behind it.
            let behind = tokens.children(at).any(|child| tokens.is_subject(child) && child > at);
            let own = !matches!(takes, Takes::Raised | Takes::As | Takes::Of | Takes::Predicate)
                && !behind
                && subject
                    .is_some_and(|word| content.iter().any(|piece| piece.end <= at && piece.contains(&word)));
            let first = content[0].start;
            // "knows more about it *than they do*"
            if self.text(first) == "than" {
                return None;
            }
            // "What he never explained *is how* he would pay": the sentence's own verb.
            if tokens.lemma(first) == "be"
                && first == at + 1
                && matches!(self.text(first + 1), "how" | "why" | "whether")
            {
                return None;
            }
            // "saw that as a mistake": a pronoun.
            // … and "don't believe that, but it is so".
            let but = self.text(first + 1) == "," && tokens.upos(first + 2) == Upos::Cconj;
            let pronoun = self.text(first) == "that"
                && first == at + 1
                && (but || matches!(self.text(first + 1), "as" | "to") && !self.takes(at, Takes::Bare));
            if pronoun {
                return None;
            }
            // "I never said that"
            let bare = content
                .iter()
                .flat_map(Clone::clone)
                .all(|word| matches!(tokens.upos(word), Upos::Pron | Upos::Punct | Upos::Sconj | Upos::Det));
            // "The choice is “bad,” said Ode": whatever the arcs make the subject.
            let marked = at > bounds.start && self.is_mark(at - 1);
            let own = own && !(marked && self.inverted(at, bounds).is_some());
            (!own && !bare).then_some((class, takes, content))
        });
        // `In his book, “The Art of the Deal,” he wrote that`: a title before a clause is no words of his.
        if told.is_some() {
            claim.pieces.retain(|piece| piece.end > at || !self.is_written_as_title(piece));
        }
        // What the marks hold is said; a clause beside it is one more piece where it does not run into them.
        let apart = |pieces: &[Range<usize>]| {
            let after = pieces.iter().all(|piece| piece.start > at);
            let clear = |piece: &Range<usize>| {
                claim.pieces.iter().all(|quote| quote.end <= piece.start || piece.end <= quote.start)
            };
            after && pieces.iter().all(clear)
        };
        let (class, takes, mut content) = match told {
            Some((class, takes, content)) if claim.pieces.is_empty() || apart(&content) => {
                (class, takes, content)
            }
            _ if claim.pieces.is_empty() => return None,
            _ => (uses.first().map_or(Class::Speech, |used| used.class), Takes::Quote, Vec::new()),
        };
        let cue = self.verb_group(at);
        let inverted = || {
            let alone = claim.pieces.is_empty() && content.len() == 1 && content[0].end <= at;
            alone.then(|| self.inverted(at, bounds)).flatten().and_then(|_| self.after(at, bounds.end))
        };
        let source =
            claim.source.clone().or_else(inverted).or_else(|| self.source_of(at, bounds)).or_else(|| {
                // "…, says Ann Ode, a senator"
                // … and `Added Ode: “It rained.”`
                let colon = at == bounds.start
                    && claim
                        .pieces
                        .first()
                        .is_some_and(|piece| piece.start > 1 && self.text(piece.start - 2) == ":");
                let front = colon || content.iter().chain(&claim.pieces).all(|piece| piece.end <= at);
                let end = if colon { claim.pieces[0].start.saturating_sub(2) } else { bounds.end };
                let finite = self.is_finite(at) || colon && tokens.xpos(at) == "VBN";
                let behind = if front && finite { self.after(at, end) } else { None };
                let joined =
                    at > bounds.start && tokens.upos(at - 1) == Upos::Cconj && tokens.xpos(at) == "VBD";
                behind.or_else(|| onward::shared(before, &cue, class_of(class), self).cloned()).or_else(
                    || {
                        let active = joined && !self.is_second_passive(at);
                        active.then(|| self.subject_before(at, bounds)).flatten()
                    },
                )
            });
        let meanwhile = self.is_asked_meanwhile(at, bounds);
        if meanwhile && content.first().is_some_and(|piece| piece.start < at) {
            return None;
        }
        let source = source.filter(|_| !meanwhile);
        if let (true, Some(source), Some(quote)) = (content.is_empty(), &source, claim.pieces.first()) {
            content.extend(self.led_by(at, source, quote, bounds));
        }
        content.extend(claim.pieces.iter().cloned());
        if content.len() == 1 && content[0].end <= at {
            content.extend(self.called_behind(at, bounds));
        }
        content.sort_by_key(|piece| piece.start);
        if let Some(first) = content.first_mut().filter(|first| first.start == at + 1) {
            *first = self.without_manner(first.clone());
        }
        let somebody = matches!(
            takes,
            Takes::Infinitive
                | Takes::Refusal
                | Takes::Bidding
                | Takes::Expected
                | Takes::Predicate
                | Takes::As
                | Takes::Of
                | Takes::For
                | Takes::About
                | Takes::To
                | Takes::On
                | Takes::At
                | Takes::Against
                | Takes::Object
                | Takes::Marked
                | Takes::Portrait
                | Takes::Gerund
                | Takes::Thing
                | Takes::Pending
                | Takes::Wish
        );
        // "…, his son | Lee said": what stands before the cue ends before its source.
        if let Some(source) = source.as_ref().filter(|source| source.words.end <= at) {
            for piece in &mut content {
                if piece.end <= at && piece.contains(&source.words.start) && piece.start < source.words.start
                {
                    *piece = self.trimmed(piece.start..source.words.start);
                }
            }
            content.retain(|piece| !piece.is_empty());
        }
        if content.is_empty() && claim.pieces.is_empty() {
            return None;
        }
        // "polls, he said, showed him ahead": whom the arcs make a subject.
        let object = |source: &Source| matches!(self.text(source.head), "him" | "them");
        if claim.pieces.is_empty() && source.as_ref().is_some_and(object) {
            return None;
        }
        // "What worries him is that": a clause about what it names.
        if source.as_ref().is_some_and(|source| self.text(source.head).eq_ignore_ascii_case("what")) {
            return None;
        }
        // "it is easy to forget that": nobody in particular.
        let nobody =
            source.is_none() && claim.pieces.is_empty() && tokens.child(at, &[Relation::Aux]).is_none();
        let infinitive =
            tokens.xpos(at) == "VB" && (at.saturating_sub(2)..at).any(|word| self.text(word) == "to");
        // "to suggest names and determine whether": the second of two.
        let joined = tokens.xpos(at) == "VB" && at > bounds.start && tokens.upos(at - 1) == Upos::Cconj;
        // "It was meant, aides said, *to show* that": what it was meant for.
        if infinitive && claim.pieces.is_empty() && at > bounds.start + 2 && self.text(at - 2) == "," {
            return None;
        }
        // "it is fair to say that": the author, who does not name himself.
        let fair = || {
            let expletive = |head| tokens.child(head, &[Relation::Expl]);
            let that = content.first().is_some_and(|first| self.text(first.start) == "that");
            class == Class::Speech && infinitive && that && tokens.head(at).and_then(expletive).is_some()
        };
        // "remains to be seen whether"
        let open = tokens.xpos(at) == "VBN"
            && at > bounds.start + 1
            && self.text(at - 1) == "be"
            && self.text(at - 2) == "to"
            && source.is_none();
        if open && claim.pieces.is_empty() && takes != Takes::Raised {
            return None;
        }
        if nobody && (infinitive || joined || tokens.xpos(at) == "VBG") && !fair() {
            return None;
        }
        // "was seen as weak": by whom is not said.
        let impersonal = matches!(takes, Takes::As | Takes::Of | Takes::Predicate)
            && source.is_none()
            && content.len() == 2;
        if somebody && !impersonal && !source.as_ref().is_some_and(|source| self.is_told_of(source, takes)) {
            return None;
        }
        // "the games proposed a link": only somebody has a thing to say.
        let known = |source: &Source| {
            self.can_act(source.head) || source.words.clone().any(|word| self.can_act(word))
        };
        let acts = matches!(takes, Takes::Thing | Takes::Pending | Takes::To)
            || takes == Takes::Gerund && class == Class::Intention;
        if acts && !source.as_ref().is_some_and(known) {
            return None;
        }
        // "whether he should apologize for it": what somebody ought to do or may do is not said yet.
        let ought = tokens
            .child(at, &[Relation::Aux])
            .is_some_and(|aux| matches!(self.text(aux), "should" | "must" | "may" | "might" | "could"));
        let said =
            matches!(takes, Takes::For | Takes::Of | Takes::As | Takes::Thing | Takes::Object | Takes::About);
        if ought && said && claim.pieces.is_empty() {
            return None;
        }
        // A poll "has Ode ahead"; whoever has somebody behind them says nothing.
        let person = |source: &Source| {
            let entity = self.referents.entity(source.head);
            entity.is_some_and(|id| self.referents.kind(id) == EntityKind::Person)
                || matches!(tokens.upos(source.head), Upos::Pron | Upos::Propn)
        };
        let shown = class == Class::Evidence && takes == Takes::Portrait;
        if shown && source.as_ref().is_some_and(person) {
            return None;
        }
        // "criticized him for refusing to go": who refuses is not who criticizes.
        let gerund = takes == Takes::Infinitive && tokens.xpos(at) == "VBG" && at > bounds.start;
        if gerund && tokens.upos(at - 1) == Upos::Adp {
            return None;
        }
        Some(Attribution {
            content,
            cue,
            lemma: Some(tokens.lemma(at).to_owned()),
            class: class_of(class),
            source,
        })
    }

    /// The content without the adverb that says how it was said: "said *privately* they hoped", "saying *only* that".
    fn without_manner(&self, words: Range<usize>) -> Range<usize> {
        let tokens = self.tokens();
        let (first, next) = (words.start, words.start + 1);
        let manner = tokens.xpos(first) == "RB" && words.len() > 2 && self.outer_at(first).is_none();
        let clause = self.text(next) == "that"
            || self.text(first).ends_with("ly")
                && matches!(tokens.xpos(next), "PRP" | "DT" | "PRP$" | "NNP" | "NNS");
        if manner && clause { next..words.end } else { words }
    }

    /// "Ms. Ode, *asked* whether she would go, said that": a participle about who speaks. Others ask.
    fn is_asked_meanwhile(&self, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let comma = |word: usize| self.text(word) == ",";
        let past = matches!(tokens.xpos(at), "VBN" | "VBD") && self.takes(at, Takes::Bidding);
        let first = at > bounds.start && comma(at - 1) && !(bounds.start..at - 1).any(comma);
        past && first && (at + 1..bounds.end).any(|word| comma(word) && self.is_finite(word + 1))
    }

    /// Whether the source is somebody whom the text tells of: not who speaks or listens, and no relative pronoun.
    fn is_told_of(&self, source: &Source, takes: Takes) -> bool {
        let tokens = self.tokens();
        let feats = tokens.feats(source.head);
        let party = ["Person=1", "Person=2"].iter().any(|person| feats.contains(person));
        // "it reported raising ten million": a campaign.
        let campaign = self.text(source.head).eq_ignore_ascii_case("it")
            && self
                .referents
                .entity(source.head)
                .is_some_and(|id| self.referents.kind(id) == EntityKind::Organization);
        // "businesses, which warned of boycotts"
        // … and "a poll that had Ode ahead", "a video that accused him of lying"
        let judges = matches!(takes, Takes::As | Takes::Of | Takes::Bidding);
        let known = |word: usize| {
            judges
                || matches!(tokens.xpos(word), "NNS" | "NNP" | "NNPS")
                || self.cues.titles.iter().any(|title| title == tokens.lemma(word))
        };
        let which = source.words.len() > 1
            && ["which", "that"].iter().any(|other| self.text(source.head).eq_ignore_ascii_case(other))
            && (source.words.start..source.head).any(known);
        let thing = !campaign
            && !which
            && matches!(
                self.text(source.head).to_lowercase().as_str(),
                "it" | "this" | "that" | "which" | "what" | "one"
            );
        let pronoun = tokens.upos(source.head) == Upos::Pron;
        !(pronoun && (party || thing))
    }

    /// The verb with its auxiliaries and particles.
    fn verb_group(&self, at: usize) -> Vec<usize> {
        let tokens = self.tokens();
        let part = |&child: &usize| {
            let relation = tokens.relation(child);
            let not = relation == Relation::Advmod
                && child + 3 > at
                && matches!(tokens.lemma(child), "not" | "n't" | "never");
            let kind = !matches!(tokens.upos(child), Upos::Noun | Upos::Propn | Upos::Pron);
            let near = !(child.min(at)..at).take(APART).any(|word| self.is_mark(word));
            not || kind
                && near
                && matches!(relation, Relation::Aux | Relation::AuxPass | Relation::CompoundPrt)
        };
        let mut cue: Vec<usize> = tokens.children(at).filter(part).chain([at]).collect();
        cue.sort_unstable();
        cue
    }
}

/// The class in the words of the document.
pub(super) fn class_of(class: Class) -> CueClass {
    match class {
        Class::Speech => CueClass::Speech,
        Class::Thought => CueClass::Thought,
        Class::Intention => CueClass::Intention,
        Class::Evidence => CueClass::Evidence,
    }
}
