//! Countries by what they are called: "our country", "the Chinese side", "both countries".

use std::ops::Range;

use onrecord_resource::lexicon::Class;

use super::Context;
use crate::document::{Entity, EntityKind, Id};
use crate::resolve::cast::Cast;
use crate::syntax::{Relation, Upos};

/// Words that describe a pair, at most.
const DESCRIBED: usize = 7;

/// The words of a description before its noun.
struct Opening {
    at: usize,
    determiner: String,
    noun: usize,
    /// Whether two are meant: "both", "the two".
    pair: bool,
    /// The code of the country whose adjective it has.
    adjective: Option<String>,
}

impl Context<'_> {
    /// The description that begins with word `at`, and what it means.
    pub(super) fn description(&self, at: usize, cast: &mut Cast) -> Option<(Range<usize>, Id<Entity>)> {
        let opening = self.opening(at)?;
        // "*each side* blamed the other"
        let each =
            opening.determiner == "each" && matches!(self.words.text(opening.noun), "side" | "country");
        let pair = self.words.class_end(opening.noun, Class::PairNoun);
        if let Some(end) = pair.or(each.then_some(opening.noun + 1)) {
            return self.both(&opening, end, cast).map(|id| (at..end, id));
        }
        let end = self.words.class_end(opening.noun, Class::CountryNoun)?;
        if opening.pair || self.is_no_country(opening.noun, end) {
            return None;
        }
        self.country(&opening, cast).map(|id| (at..end, id))
    }

    /// The determiner at `at` with the words that describe what follows.
    fn opening(&self, at: usize) -> Option<Opening> {
        let determiner = self.words.text(at).to_lowercase();
        if !matches!(determiner.as_str(), "our" | "the" | "this" | "both" | "two" | "each") {
            return None;
        }
        let mut noun = at + 1;
        let (mut pair, mut adjective) = (matches!(determiner.as_str(), "both" | "two" | "each"), None);
        loop {
            let word = self.words.text(noun);
            if let Some(code) = self.words.code_at(noun, Class::Adjective) {
                adjective = Some(code.to_owned());
            } else if word == "two" {
                pair = true;
            } else if !(self.words.is(noun, Class::DescriptionWord) || pair && self.describes(at, noun)) {
                break;
            }
            noun += 1;
        }
        Some(Opening { at, determiner, noun, pair, adjective })
    }

    /// "both sides", "our countries", "the parties": the two that are in question.
    fn both(&self, opening: &Opening, end: usize, cast: &mut Cast) -> Option<Id<Entity>> {
        let ours = opening.determiner == "our";
        let parties = matches!(self.words.text(opening.noun), "sides" | "parties");
        let several = opening.pair || ours || opening.determiner == "the" && parties;
        if !several || self.followed_by_of(end) {
            return None;
        }
        let acting = if ours { Vec::new() } else { self.acting_on(end - 1) };
        self.pair(opening.at, ours, &acting, cast)
    }

    /// Whether the words at `noun` up to `end` are no country here.
    fn is_no_country(&self, noun: usize, end: usize) -> bool {
        // "the state-owned company", "the state visit" speak of no state.
        let part = self.words.text(end) == "-" && self.words.glued(end) && self.words.glued(end + 1);
        let compound = self.words.reading.tokens.relation(end - 1) == Relation::Compound;
        // "the state and prospects of the talks"
        let joined = self.words.text(end) == "and" && self.followed_by_of(end + 2);
        // Where the text speaks of Ohio, "the state" is one of many.
        let federal = self.states && self.words.text(noun) == "state";
        self.followed_by_of(end) || part || compound || joined || federal
    }

    /// The country that the description means.
    fn country(&self, opening: &Opening, cast: &Cast) -> Option<Id<Entity>> {
        let Opening { at, noun, .. } = *opening;
        let other = self.words.code_at(noun, Class::CountryNoun) == Some("other");
        let (side, state) = (self.words.text(noun) == "side", self.words.text(noun) == "state");
        let own = self.own(at, cast);
        let spoken = self.words.reading.turn_of(at).is_some();
        let foreign = || self.recent.iter().rev().copied().find(|&id| Some(id) != own);
        match (opening.determiner.as_str(), &opening.adjective) {
            (_, Some(code)) if side || !other => cast.known_country(code),
            (_, None) if side => None,
            ("our", _) if other => foreign(),
            ("our", _) => own,
            // "the state owns a third", says a minister: his own.
            ("the" | "this", _) if !other && state && spoken => own,
            ("the" | "this", _) if !other => self.recent.last().copied(),
            _ => None,
        }
    }

    /// Whether the word at `noun` only describes what the determiner at `at` goes with: "the two *nuclear-armed* neighbors".
    fn describes(&self, at: usize, noun: usize) -> bool {
        let words = self.words;
        let tokens = &words.reading.tokens;
        let definite = ["the", "both"].iter().any(|other| words.text(at).eq_ignore_ascii_case(other));
        let hyphen = words.text(noun) == "-" || noun + 1 < words.len() && words.text(noun + 1) == "-";
        let near = definite && noun < at + DESCRIBED && noun + 1 < words.len();
        near && (tokens.upos(noun) == Upos::Adj || hyphen || words.text(noun - 1) == "-")
            && words.class_end(noun, Class::PairNoun).is_none()
    }

    fn followed_by_of(&self, at: usize) -> bool {
        self.words.text(at) == "of"
    }

    /// The countries that act upon what the word `noun` stands for: "*China* urged both *countries*".
    fn acting_on(&self, noun: usize) -> Vec<Id<Entity>> {
        let tokens = &self.words.reading.tokens;
        let object = matches!(tokens.relation(noun), Relation::Obj | Relation::Iobj | Relation::Obl);
        let verb = tokens.head(noun).filter(|&verb| object && verb < noun);
        let subject = verb
            .and_then(|verb| tokens.children(verb).find(|&child| tokens.is_subject(child) && child < verb));
        let Some(subject) = subject else { return Vec::new() };
        // "China, a close ally of Oman": as far as its first comma.
        let words = tokens.subtree(subject);
        let end = words.clone().find(|&word| self.words.text(word) == ",").unwrap_or(words.end);
        let own = |&&(_, word, _): &&(usize, usize, Id<Entity>)| (words.start..end).contains(&word);
        self.seen.iter().filter(own).map(|&(.., id)| id).collect()
    }

    /// The two countries that the sentence of word `at` or the one before it speaks of, if they are two besides `acting`.
    fn in_question(&self, at: usize, acting: &[Id<Entity>]) -> Option<(Id<Entity>, Id<Entity>)> {
        let sentence = self.words.reading.sentence_of(at);
        let of = |wanted: usize| {
            let mut found: Vec<Id<Entity>> = Vec::new();
            for &(.., id) in self.seen.iter().filter(|(row, ..)| *row == wanted) {
                if !found.contains(&id) && !acting.contains(&id) {
                    found.push(id);
                }
            }
            match found.as_slice() {
                [one, other] => Some((*one, *other)),
                _ => None,
            }
        };
        of(sentence).or_else(|| of(sentence.checked_sub(1)?))
    }

    /// The group of the two countries in question at word `at`, where those `acting` are none of them.
    fn pair(&self, at: usize, ours: bool, acting: &[Id<Entity>], cast: &mut Cast) -> Option<Id<Entity>> {
        // Where two act upon them, who they are has to be said.
        if acting.len() > 1 {
            return None;
        }
        let own = self.own(at, cast).filter(|own| !acting.contains(own));
        let mut latest = self.recent.iter().rev().copied().filter(|id| !acting.contains(id));
        let (a, b) = match own {
            // "Our countries" and, in a country's own voice, "both sides" are that country and the other one.
            Some(own) if ours || latest.clone().take(2).any(|id| id == own) => {
                (own, latest.find(|&id| id != own)?)
            }
            // … else the two of whom it is just speaking, or those that the text speaks of most, of equals the latest.
            _ if self.in_question(at, acting).is_some() => self.in_question(at, acting)?,
            _ => {
                let mut most: Vec<Id<Entity>> = latest.collect();
                most.sort_by_key(|id| std::cmp::Reverse(self.often.get(id)));
                (*most.first()?, *most.get(1)?)
            }
        };
        let mut members = vec![a, b];
        members.sort();
        let names: Vec<&str> = members.iter().map(|&id| cast.get(id).row.name.as_str()).collect();
        let name = names.join(" and ");
        let id = cast.named(&name).unwrap_or_else(|| cast.add(EntityKind::Group, &name));
        cast.get_mut(id).members = members;
        Some(id)
    }
}
