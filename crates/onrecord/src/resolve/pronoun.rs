//! Pronouns: he, she, it, they by agreement and salience; I by the turn's speaker.
//!
//! Candidates are the entities of the last mentions. Subjects are more salient than other words, and the nearer the
//! better, in the manner of Lappin & Leass (1994) without their full table of weights.

use std::collections::VecDeque;

use super::cast::Cast;
use crate::document::{Entity, EntityKind, Form, Id, Speaker};
use crate::name::Words;
use crate::syntax::{Relation, Tokens, Upos};

/// Mentions looked back at.
const WINDOW: usize = 24;

/// Sentences looked back at.
const SENTENCES: usize = 2;

/// A mention that a pronoun may refer to.
struct Candidate {
    entity: Id<Entity>,
    sentence: usize,
    subject: bool,
    /// The head of the mention.
    head: usize,
    /// Whether it is the body that a person is said to be of.
    of_person: bool,
}

/// Adds mentions for the pronouns of the document.
pub(super) fn read(words: &Words, speakers: &[Option<Speaker>], cast: &mut Cast) {
    let mut order: Vec<usize> = (0..cast.places.len()).collect();
    order.sort_by_key(|&row| cast.places[row].words.start);
    let tokens = &words.reading.tokens;
    let mut recent: VecDeque<Candidate> = VecDeque::new();
    let mut next = 0;
    let mut found = Vec::new();
    for at in 0..words.len() {
        while let Some(place) = order.get(next).map(|&row| &cast.places[row]).filter(|p| p.words.end <= at) {
            let head = tokens.head_of(place.words.clone());
            let person = cast.get(place.entity).row.kind == EntityKind::Person;
            let subject =
                tokens.is_subject(head) || person && place.words.clone().any(|at| is_subject(tokens, at));
            recent.push_back(Candidate {
                entity: place.entity,
                sentence: words.reading.sentence_of(head),
                subject,
                head,
                of_person: is_of_person(cast, tokens, head, &recent),
            });
            if recent.len() > WINDOW {
                recent.pop_front();
            }
            next += 1;
        }
        if tokens.upos(at) != Upos::Pron {
            continue;
        }
        let word = words.text(at).to_lowercase();
        let speaker = || {
            let turn = words.reading.turn_of(at)?;
            speakers.get(turn.row())?.as_ref()?.entity
        };
        let fits: fn(&Cast, Id<Entity>) -> bool = match word.as_str() {
            "i" | "me" | "my" | "myself" => {
                found.extend(speaker().map(|id| (at, id)));
                continue;
            }
            "he" | "him" | "his" | "himself" => |cast, id| is_person(cast, id, 'f'),
            "she" | "her" | "hers" | "herself" => |cast, id| is_person(cast, id, 'm'),
            "it" | "its" | "itself" => |cast, id| {
                let kind = cast.get(id).row.kind;
                !matches!(kind, EntityKind::Person | EntityKind::Group | EntityKind::Place)
            },
            "they" | "them" | "their" | "themselves" => {
                |cast, id| matches!(cast.get(id).row.kind, EntityKind::Group | EntityKind::Organization)
            }
            _ => continue,
        };
        let sentence = words.reading.sentence_of(at);
        // "Ann Ode of *Amnesty International*" are not they.
        let they = word.starts_with("the");
        let weigh = |(distance, candidate): (usize, &Candidate)| {
            let gap = sentence - candidate.sentence;
            if they && candidate.of_person {
                return None;
            }
            let score = 8 * usize::from(candidate.subject) + 2 * WINDOW.saturating_sub(distance) / 4;
            (gap <= SENTENCES && fits(cast, candidate.entity))
                .then_some((score.saturating_sub(4 * gap), candidate.entity))
        };
        // "The Union announced that *it* had signed": who says so, whom the text may not know.
        if let Some(says) = reported_by(tokens, at) {
            let known = recent.iter().rev().find(|candidate| candidate.head == says);
            let fit = known.filter(|candidate| fits(cast, candidate.entity));
            if let Some(id) = fit.map(|candidate| candidate.entity) {
                found.push((at, id));
                recent.push_back(Candidate {
                    entity: id,
                    sentence,
                    subject: true,
                    head: at,
                    of_person: false,
                });
                continue;
            }
            if known.is_none() && matches!(word.as_str(), "it" | "its") {
                continue;
            }
        }
        // "*The ministers* met. They condemned …": the subject before it, whom the text does not name, is nearer than a name that
        // is no subject.
        if word == "they" && unnamed_before(words, at, &recent) {
            continue;
        }
        let best = recent.iter().rev().enumerate().filter_map(weigh).max_by_key(|&(score, _)| score);
        if let Some((_, id)) = best {
            found.push((at, id));
            recent.push_back(Candidate {
                entity: id,
                sentence,
                subject: tokens.is_subject(at),
                head: at,
                of_person: false,
            });
        }
    }
    for (at, id) in found {
        cast.mention(at..at + 1, Form::Pronoun, id);
    }
}

/// Whether the sentence before that of the pronoun is about people whom it does not name.
fn unnamed_before(words: &Words, pronoun: usize, recent: &VecDeque<Candidate>) -> bool {
    let (reading, tokens) = (words.reading, &words.reading.tokens);
    let row = reading.sentence_of(pronoun);
    let Some(before) = row.checked_sub(1).map(|row| &reading.sentences[row]) else { return false };
    let own = &reading.sentences[row];
    let opens = own.tokens.start == pronoun && before.paragraph == own.paragraph && before.turn == own.turn;
    let root = before.tokens.clone().find(|&at| tokens.relation(at) == Relation::Root);
    let subject = root.filter(|_| opens).and_then(|root| tokens.child(root, &[Relation::Nsubj]));
    let named =
        |subject: usize| recent.iter().any(|candidate| tokens.subtree(subject).contains(&candidate.head));
    subject.is_some_and(|subject| tokens.xpos(subject) == "NNS" && !named(subject))
}

/// The name that is the subject of the verb whose clause the pronoun is the subject of: who announces what it will do.
fn reported_by(tokens: &Tokens, pronoun: usize) -> Option<usize> {
    let verb = tokens.head(pronoun).filter(|_| tokens.is_subject(pronoun))?;
    let above = tokens.head(verb).filter(|_| tokens.relation(verb) == Relation::Ccomp)?;
    let subject = tokens.child(above, &[Relation::Nsubj]).filter(|&subject| subject < pronoun)?;
    (tokens.upos(subject) == Upos::Propn).then_some(subject)
}

/// Whether the name that word `head` heads is a subject, by itself or with the title that it hangs on: "Secretary of State
/// Antony *Blinken*".
fn is_subject(tokens: &Tokens, head: usize) -> bool {
    const DEPTH: usize = 4;
    let mut at = head;
    for _ in 0..DEPTH {
        if !matches!(
            tokens.relation(at),
            Relation::Flat | Relation::Appos | Relation::Compound | Relation::NmodDesc
        ) {
            break;
        }
        let Some(above) = tokens.head(at) else { break };
        at = above;
    }
    tokens.is_subject(at)
}

/// Whether the name at `head` is that of the body that a person is of.
fn is_of_person(cast: &Cast, tokens: &Tokens, head: usize, recent: &VecDeque<Candidate>) -> bool {
    let above = tokens.head(head).filter(|_| tokens.relation(head) == Relation::Nmod);
    let person = |candidate: &Candidate| cast.get(candidate.entity).row.kind == EntityKind::Person;
    above.is_some_and(|above| recent.iter().any(|candidate| candidate.head == above && person(candidate)))
}

/// Whether it is a person who is not known to be of the gender `not`.
fn is_person(cast: &Cast, id: Id<Entity>, not: char) -> bool {
    let member = cast.get(id);
    member.row.kind == EntityKind::Person && member.gender != Some(not)
}
