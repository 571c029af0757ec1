//! Pronouns: he, she, it, they by agreement and salience; I by the turn's speaker, who is not "he" in it.
//!
//! Candidates are the entities of the last mentions, and the common nouns between them: a pronoun that rather stands for
//! one of these is nobody whom the text names, and gets no mention. Subjects are more salient than other words, and the
//! nearer the better, in the manner of Lappin & Leass (1994) without their full table of weights. Who acts on somebody is
//! somebody else ("*Ann* gave *her* a book"), and "it" before a clause is nothing ("*it* is clear that").

use std::collections::{BTreeMap, VecDeque};
use std::ops::Range;

use onrecord_resource::lexicon::Class;

use super::aloud;
use super::cast::{Cast, Place};
use crate::block::is_byline;
use crate::document::{Entity, EntityKind, Form, Id, Speaker};
use crate::marks::{self, Quoted};
use crate::name::Words;
use crate::syntax::{Relation, Tokens, Upos};

/// Mentions looked back at.
const WINDOW: usize = 24;

/// Sentences looked back at.
const SENTENCES: usize = 2;

/// By how much less salient a common noun is than a name.
const UNNAMED: usize = 2;

/// What a pronoun may refer to.
struct Candidate {
    /// Nobody whom the text names: "*the plan* failed, it".
    entity: Option<Id<Entity>>,
    sentence: usize,
    subject: bool,
    /// The head of the mention.
    head: usize,
    /// Mentions of entities before it.
    order: usize,
    /// Whether it is the body that a person is said to be of.
    of_person: bool,
}

/// What the text up to a word offers to a pronoun.
struct Memory<'a> {
    words: &'a Words<'a>,
    /// Who speaks in every turn.
    turns: &'a [Option<Speaker>],
    /// The last mentions of entities.
    recent: VecDeque<Candidate>,
    /// The last common nouns that are no part of these.
    things: VecDeque<Candidate>,
    /// Mentions of entities so far.
    count: usize,
    quoted: Vec<Quoted>,
    /// Who is named as a subject, by the head of the mention.
    subjects: BTreeMap<usize, Id<Entity>>,
}

impl<'a> Memory<'a> {
    /// What the document offers before its first word.
    fn new(words: &'a Words<'a>, turns: &'a [Option<Speaker>], cast: &Cast) -> Self {
        let tokens = &words.reading.tokens;
        let subjects = cast.places.iter().filter_map(|place| {
            let head = tokens.head_of(place.words.clone());
            is_subject(tokens, head).then_some((head, place.entity))
        });
        Memory {
            words,
            turns,
            recent: VecDeque::new(),
            things: VecDeque::new(),
            count: 0,
            quoted: marks::read(words.reading),
            subjects: subjects.collect(),
        }
    }

    /// Remembers a mention that the cast has. Who signs a text is not whom it tells of.
    fn place(&mut self, place: &Place, cast: &Cast) {
        let reading = self.words.reading;
        let sentence = &reading.sentences[reading.sentence_of(place.words.start)];
        if is_byline(reading.text.slice(reading.paragraphs[sentence.paragraph.row()].span)) {
            return;
        }
        let tokens = &reading.tokens;
        let head = tokens.head_of(place.words.clone());
        let person = cast.get(place.entity).row.kind == EntityKind::Person;
        let subject =
            tokens.is_subject(head) || person && place.words.clone().any(|at| is_subject(tokens, at));
        let of_person = is_of_person(cast, tokens, head, &self.recent);
        self.things.retain(|thing| !place.words.contains(&thing.head));
        self.name(place.entity, head, subject, of_person);
    }

    /// Remembers a mention of `entity`.
    fn name(&mut self, entity: Id<Entity>, head: usize, subject: bool, of_person: bool) {
        self.count += 1;
        let sentence = self.words.reading.sentence_of(head);
        let order = self.count;
        let candidate = Candidate { entity: Some(entity), sentence, subject, head, order, of_person };
        remember(&mut self.recent, candidate);
    }

    /// Remembers the word at `head` if it heads a phrase by a common noun.
    fn noun(&mut self, head: usize) {
        let tokens = &self.words.reading.tokens;
        let part = matches!(
            tokens.relation(head),
            Relation::Compound
                | Relation::Flat
                | Relation::Fixed
                | Relation::OblUnmarked
                | Relation::NmodUnmarked
        );
        if tokens.upos(head) == Upos::Noun && !part {
            let (sentence, subject) = (self.words.reading.sentence_of(head), tokens.is_subject(head));
            let order = self.count;
            let candidate = Candidate { entity: None, sentence, subject, head, order, of_person: false };
            remember(&mut self.things, candidate);
        }
    }

    /// Whether marks close between a word and the pronoun at `at`: what is said in `“The plan failed,” it added` is not "it".
    fn is_quoted_before(&self, word: usize, at: usize) -> bool {
        (word + 1..at).any(|between| matches!(self.words.text(between), "”" | "\"" | "''" | "’’"))
    }

    /// Whom the last mention names that the phrase of `word` has for its head.
    fn headed_by(&self, word: usize) -> Option<Id<Entity>> {
        let tokens = &self.words.reading.tokens;
        let known = self.recent.iter().rev().find(|candidate| heads(tokens, candidate.head, word));
        known.and_then(|candidate| candidate.entity)
    }

    /// Who says what the word at `at` stands in, as far as the words around the marks tell.
    fn speakers(&self, at: usize) -> Vec<Id<Entity>> {
        let told = aloud::told(self.words.reading, &self.quoted, at);
        let named = |words: Range<usize>| {
            let known = |candidate: &&Candidate| candidate.subject && words.contains(&candidate.head);
            let before = self.recent.iter().rev().find(known).and_then(|candidate| candidate.entity);
            before.or_else(|| self.subjects.range(words.clone()).next().map(|(_, &id)| id))
        };
        told.into_iter().filter_map(named).collect()
    }

    /// Whom "I" at `at` stands for: who speaks in the marks ("“*I* won,” Ann Ode said"), and else whose turn it is.
    fn party(&self, at: usize, cast: &Cast) -> Option<Id<Entity>> {
        let person = |id: &Id<Entity>| cast.get(*id).row.kind == EntityKind::Person;
        self.speakers(at).into_iter().find(person).or_else(|| self.turn(at))
    }

    /// Whose turn the word at `at` stands in.
    fn turn(&self, at: usize) -> Option<Id<Entity>> {
        let turn = self.words.reading.turn_of(at)?;
        self.turns.get(turn.row())?.as_ref()?.entity
    }

    /// Whom a pronoun of the third person at `at` stands for, of those that fit it.
    fn referent(&self, pronoun: &str, at: usize, fits: Fits, cast: &Cast) -> Option<Id<Entity>> {
        let tokens = &self.words.reading.tokens;
        if pronoun == "it" && is_filler(tokens, at) {
            return None;
        }
        // "The Union announced that *it* had signed": who says so, whom the text may not know.
        let says = reported_by(tokens, at);
        let known = says.and_then(|says| {
            let known = self.recent.iter().rev().find(|candidate| candidate.head == says);
            known.and_then(|candidate| candidate.entity)
        });
        if says.is_some() && known.is_none() && matches!(pronoun, "it" | "its") {
            return None;
        }
        // "*The ministers* met. They condemned …": the subject before it, several or whom the text does not name, is nearer than a
        // name that is no subject.
        let says = known.filter(|&id| fits(cast, id));
        if says.is_none() && pronoun == "they" && is_of_others_before(self.words, at, &self.recent) {
            return None;
        }
        says.or_else(|| self.best(cast, pronoun, at, fits))
    }

    /// Who of those that fit the `pronoun` at `at` is the most salient; nobody where that is something without a name.
    fn best(&self, cast: &Cast, pronoun: &str, at: usize, fits: Fits) -> Option<Id<Entity>> {
        let tokens = &self.words.reading.tokens;
        let sentence = self.words.reading.sentence_of(at);
        // "Ann Ode of *Amnesty International*" are not they.
        let they = pronoun.starts_with("the");
        // "a trip to Peru before *its* elections": a trip has none.
        let held = pronoun == "its" && tokens.head(at).is_some_and(|noun| is_held(self.words, noun));
        let mut others = self.speakers(at);
        // Nobody calls himself "he"; others whom he quotes do.
        others.extend(self.turn(at).filter(|_| others.is_empty() && gender(pronoun).is_some()));
        others.extend(acting_on(tokens, at).and_then(|actor| self.headed_by(actor)));
        let weigh = |candidate: &Candidate| {
            let gap = sentence - candidate.sentence;
            if gap > SENTENCES || they && candidate.of_person {
                return None;
            }
            let fit = match candidate.entity {
                Some(id) => {
                    // "told a rally *in Warwick*": a place is spoken of where it is a subject.
                    let place = cast.get(id).row.kind == EntityKind::Place;
                    fits(cast, id) && !others.contains(&id) && (candidate.subject || held || !place)
                }
                None => {
                    agrees(tokens, pronoun, candidate.head)
                        && !self.is_quoted_before(candidate.head, at)
                        && (!held || is_holder(self.words, candidate.head))
                }
            };
            let distance = self.count - candidate.order;
            let salience = 8 * usize::from(candidate.subject) + WINDOW.saturating_sub(distance) / 2;
            let far = 4 * gap + if candidate.entity.is_some() { 0 } else { UNNAMED };
            fit.then_some(((salience.saturating_sub(far), candidate.head), candidate.entity))
        };
        let all = self.recent.iter().chain(&self.things);
        all.filter_map(weigh).max_by_key(|&(score, _)| score).and_then(|(_, id)| id)
    }
}

/// Whether a pronoun can stand for an entity.
type Fits = fn(&Cast, Id<Entity>) -> bool;

/// Adds mentions for the pronouns of the document.
pub(super) fn read(words: &Words, speakers: &[Option<Speaker>], cast: &mut Cast) {
    let mut order: Vec<usize> = (0..cast.places.len()).collect();
    order.sort_by_key(|&row| cast.places[row].words.start);
    let tokens = &words.reading.tokens;
    let mut memory = Memory::new(words, speakers, cast);
    let mut covered = 0;
    let mut next = 0;
    let mut found = Vec::new();
    let mut called: BTreeMap<(usize, char), u32> = BTreeMap::new();
    for at in 0..words.len() {
        while let Some(place) = order.get(next).map(|&row| &cast.places[row]).filter(|p| p.words.end <= at) {
            memory.place(place, cast);
            covered = covered.max(place.words.end);
            next += 1;
        }
        if at > covered {
            memory.noun(at - 1);
        }
        if tokens.upos(at) != Upos::Pron {
            continue;
        }
        let word = words.text(at).to_lowercase();
        if matches!(word.as_str(), "i" | "me" | "my" | "myself") {
            found.extend(memory.party(at, cast).map(|id| (at, id)));
            continue;
        }
        let Some(id) = fits(&word).and_then(|fits| memory.referent(&word, at, fits, cast)) else { continue };
        found.push((at, id));
        // Who has been "she" twice is not "he" later.
        if let Some(gender) = gender(&word).filter(|_| cast.get(id).gender.is_none()) {
            let times = called.entry((id.row(), gender)).or_insert(0);
            *times += 1;
            cast.get_mut(id).gender = Some(gender).filter(|_| *times > 1);
        }
        memory.name(id, at, tokens.is_subject(at), false);
    }
    for (at, id) in found {
        cast.mention(at..at + 1, Form::Pronoun, id);
    }
}

/// What a pronoun of the third person can stand for.
fn fits(pronoun: &str) -> Option<Fits> {
    Some(match pronoun {
        _ if gender(pronoun) == Some('m') => |cast, id| is_person(cast, id, 'f'),
        _ if gender(pronoun) == Some('f') => |cast, id| is_person(cast, id, 'm'),
        "it" | "its" | "itself" => {
            |cast, id| !matches!(cast.get(id).row.kind, EntityKind::Person | EntityKind::Group)
        }
        "they" | "them" | "their" | "themselves" => {
            |cast, id| matches!(cast.get(id).row.kind, EntityKind::Group | EntityKind::Organization)
        }
        _ => return None,
    })
}

/// What a pronoun says of the gender of a person.
fn gender(pronoun: &str) -> Option<char> {
    match pronoun {
        "he" | "him" | "his" | "himself" => Some('m'),
        "she" | "her" | "hers" | "herself" => Some('f'),
        _ => None,
    }
}

/// Adds a candidate, and forgets one that is far back.
fn remember(recent: &mut VecDeque<Candidate>, candidate: Candidate) {
    recent.push_back(candidate);
    if recent.len() > WINDOW {
        recent.pop_front();
    }
}

/// Whether the pronoun may stand for the common noun at `head`.
fn agrees(tokens: &Tokens, pronoun: &str, head: usize) -> bool {
    let plural = tokens.xpos(head) == "NNS";
    match pronoun {
        "it" | "its" | "itself" => !plural,
        "they" | "them" | "their" | "themselves" => plural,
        _ => false,
    }
}

/// Whether the noun at `noun` is what only countries, places and bodies have: "its 70th *anniversary*", "its prime *minister*".
fn is_held(words: &Words, noun: usize) -> bool {
    (noun.saturating_sub(1)..=noun).any(|at| words.class_end(at, Class::PossessedNoun) == Some(noun + 1))
}

/// Whether the common noun at `noun` is one for a country, a place or a body, or for what begins and ends as these do.
fn is_holder(words: &Words, noun: usize) -> bool {
    let classes = [
        Class::CountryNoun,
        Class::OrganizationWord,
        Class::PlaceWord,
        Class::DocumentWord,
        Class::EventWord,
    ];
    classes.into_iter().any(|class| words.is(noun, class))
}

/// Whether the sentence before that of the pronoun is about people whom it does not name, or about two or more whom it does:
/// "*Kenya and Oman* praised the union. They …".
fn is_of_others_before(words: &Words, pronoun: usize, recent: &VecDeque<Candidate>) -> bool {
    let (reading, tokens) = (words.reading, &words.reading.tokens);
    let row = reading.sentence_of(pronoun);
    let Some(before) = row.checked_sub(1).map(|row| &reading.sentences[row]) else { return false };
    let own = &reading.sentences[row];
    let opens = own.tokens.start == pronoun && before.paragraph == own.paragraph && before.turn == own.turn;
    let root = before.tokens.clone().find(|&at| tokens.relation(at) == Relation::Root);
    let subject = root.filter(|_| opens).and_then(|root| tokens.child(root, &[Relation::Nsubj]));
    let named =
        |subject: usize| recent.iter().any(|candidate| tokens.subtree(subject).contains(&candidate.head));
    let several = |subject: usize| tokens.child(subject, &[Relation::Conj]).is_some();
    let plural = |subject: usize| matches!(tokens.xpos(subject), "NNS" | "NNPS") && !named(subject);
    subject.is_some_and(|subject| plural(subject) || several(subject))
}

/// The name that is the subject of the verb whose clause the pronoun is the subject of: who announces what it will do.
fn reported_by(tokens: &Tokens, pronoun: usize) -> Option<usize> {
    let verb = tokens.head(pronoun).filter(|_| tokens.is_subject(pronoun))?;
    let above = tokens.head(verb).filter(|_| tokens.relation(verb) == Relation::Ccomp)?;
    let subject = tokens.child(above, &[Relation::Nsubj]).filter(|&subject| subject < pronoun)?;
    (tokens.upos(subject) == Upos::Propn).then_some(subject)
}

/// Whether "it" only fills the place of a clause: "*it* is clear that".
fn is_filler(tokens: &Tokens, at: usize) -> bool {
    let Some(head) = tokens.head(at) else { return false };
    let clause = tokens.child(head, &[Relation::Csubj, Relation::CsubjPass]).is_some();
    let quality = tokens.child(head, &[Relation::Cop]).is_some()
        && tokens.children(head).any(|child| {
            let clause = [Relation::Ccomp, Relation::Xcomp, Relation::Advcl, Relation::AclRelcl];
            child > head && clause.contains(&tokens.relation(child))
        });
    tokens.relation(at) == Relation::Expl || tokens.is_subject(at) && (clause || quality)
}

/// Who does what is done to the pronoun, who is somebody else: "*Ann* gave her a book" (principle B of Chomsky 1981).
fn acting_on(tokens: &Tokens, pronoun: usize) -> Option<usize> {
    let acted = matches!(tokens.relation(pronoun), Relation::Obj | Relation::Iobj);
    let verb = tokens.head(pronoun).filter(|_| acted && tokens.xpos(pronoun) == "PRP")?;
    // "herself" is who acts.
    if tokens.feats(pronoun).contains("Reflex=Yes") {
        return None;
    }
    subject_of(tokens, verb)
}

/// Who does what the verb says, though another verb may have the subject: "*Ann* came and saw", "asked *Ann* to come".
fn subject_of(tokens: &Tokens, verb: usize) -> Option<usize> {
    let mut at = verb;
    for _ in 0..DEPTH {
        if let Some(subject) = tokens.child(at, &[Relation::Nsubj]) {
            return Some(subject);
        }
        let above = tokens.head(at)?;
        let asked = tokens.child(above, &[Relation::Obj, Relation::Iobj]);
        match tokens.relation(at) {
            Relation::Xcomp if asked.is_some_and(|object| object != at) => return asked,
            Relation::Conj | Relation::Xcomp | Relation::Advcl => at = above,
            _ => return None,
        }
    }
    None
}

/// Words that are climbed from one word of a name to its head, or from verb to verb, at most.
const DEPTH: usize = 4;

/// The word that the name hangs on with its title: "Secretary *of State* Antony Blinken".
fn title_of(tokens: &Tokens, head: usize) -> usize {
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
    at
}

/// Whether the name at `head` is that of the phrase of `word`.
fn heads(tokens: &Tokens, head: usize, word: usize) -> bool {
    head == word || title_of(tokens, head) == word
}

/// Whether the name that word `head` heads is a subject, by itself or with the title that it hangs on: "Secretary of State
/// Antony *Blinken*".
fn is_subject(tokens: &Tokens, head: usize) -> bool {
    tokens.is_subject(title_of(tokens, head))
}

/// Whether the name at `head` is that of the body that a person is of.
fn is_of_person(cast: &Cast, tokens: &Tokens, head: usize, recent: &VecDeque<Candidate>) -> bool {
    let above = tokens.head(head).filter(|_| tokens.relation(head) == Relation::Nmod);
    let person = |candidate: &Candidate| {
        candidate.entity.is_some_and(|id| cast.get(id).row.kind == EntityKind::Person)
    };
    above.is_some_and(|above| recent.iter().any(|candidate| candidate.head == above && person(candidate)))
}

/// Whether it is a person who is not known to be of the gender `not`.
fn is_person(cast: &Cast, id: Id<Entity>, not: char) -> bool {
    let member = cast.get(id);
    member.row.kind == EntityKind::Person && member.gender != Some(not)
}
