//! Cues: the verbs, nouns, adjectives and phrases that introduce somebody's words, with their source and content.
//!
//! A verb is asked for the constructions that its entries list, one after the other ([`verb`]); what a construction looks like is
//! in [`content`], which clauses it may be in [`reported`] and [`that`], where it begins in [`begin`], where it ends in [`end`] and
//! before what in [`border`] and [`joint`]. A cue may stand inside or behind what it introduces ([`frame`]), and where something is
//! said is no part of it ([`medium`]). Verbs of saying that have no construction get what stands in the marks beside them; some report
//! nothing where they stand ([`silent`]), others what is nobody's words ([`unsaid`]). Nouns and adjectives have a clause, phrases such
//! as "according to" have the rest of their sentence ([`phrase`]), those that open a sentence what stands behind them ([`opening`]).

mod adjective;
mod adverb;
mod around;
mod bare;
mod begin;
mod border;
mod cleft;
mod colon;
mod content;
mod end;
mod extent;
mod forms;
mod frame;
mod headline;
mod holder;
mod infinitive;
mod joint;
mod medium;
mod mistaken;
mod next;
mod noun;
mod object;
mod opening;
mod passive;
mod phrase;
mod predicate;
mod question;
mod reading;
mod reported;
mod silent;
mod that;
mod unsaid;
mod verb;
mod voice;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use onrecord_resource::cue::{Class, Takes};

use super::beside::Claim;
use super::{Attribution, Scene};
use crate::document::CueClass;
use crate::syntax::Relation;

/// Words between a verb and the mark of its clause, or between an object and its "as", at most.
const NEAR: usize = 14;

/// Words of the subject of a clause, at most.
const SUBJECT: usize = 8;

/// What makes a participle finite.
const AUXILIARIES: &[Relation] = &[Relation::Aux, Relation::AuxPass, Relation::Cop];

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
            let own = claim.is_some();
            let told = scene.verb(at, &bounds, claim, &found);
            // `suggested that he feared losing: “He hates it.”`: what the marks hold is another's.
            let other = |told: &Attribution| {
                let thought = !own && told.class != CueClass::Speech;
                thought && told.cue[0] < told.content[0].start && claimed.contains(&told.content[0].start)
            };
            let told = told.filter(|told| !other(told));
            // A headline has it already.
            let again = |told: &Attribution| {
                found.iter().rev().take(3).any(|other| other.cue.last() == told.cue.last())
            };
            let told = told.filter(|told| !again(told));
            found.extend(told);
            found.extend(scene.adjective(at, &bounds));
            if let Some(noun) = scene.noun(at, &bounds) {
                scene.take_noun(noun, &mut found);
            }
            found.extend(scene.voice(at, &bounds, &claimed));
            found.extend(scene.adverb(at, &bounds));
            found.extend(scene.cleft(at, &bounds));
            found.extend(scene.according(at, &bounds));
            found.extend(scene.held_by(at, &bounds));
            found.extend(scene.in_words(at, &bounds));
        }
    }
    found
}

impl Scene<'_> {
    /// "expressed concern that it rained" is one report, which ends where that of the noun does; any other noun has its own.
    fn take_noun(&self, noun: Attribution, found: &mut Vec<Attribution>) {
        let meets = |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
        let held = |told: &Attribution| {
            let both = told.source.as_ref().zip(noun.source.as_ref());
            both.is_some_and(|(one, other)| meets(&one.words, &other.words))
        };
        let beside = |told: &Attribution| {
            told.cue
                .last()
                .zip(noun.cue.first())
                .is_some_and(|(&verb, &at)| verb < at && verb + 3 > at && self.takes(verb, Takes::Thing))
        };
        let end = noun.content.last().map_or(0, |piece| piece.end);
        let same = |told: &&mut Attribution| {
            let whole = told.content.last().is_some_and(|piece| piece.end >= end);
            held(told) && beside(told) && whole
        };
        match found.iter_mut().rev().take(3).find(same).and_then(|told| told.content.last_mut()) {
            Some(piece) => piece.end = end,
            None => found.push(noun),
        }
    }
}

/// The class in the words of the document.
fn class_of(class: Class) -> CueClass {
    match class {
        Class::Speech => CueClass::Speech,
        Class::Thought => CueClass::Thought,
        Class::Intention => CueClass::Intention,
        Class::Evidence => CueClass::Evidence,
    }
}
