//! For whom people act whose office the text gives no country: "President Museveni" with "Ugandan opposition candidates".

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::cast::Cast;
use crate::document::{Entity, EntityKind, Id};
use crate::name::{Words, placed};
use crate::syntax::{Relation, Upos};

/// Gives an office holder without a country the one that the text names nearest: "President Museveni" with "Ugandan
/// opposition candidates" is Uganda's. Nothing is guessed where the text speaks of several within reach.
pub(super) fn adopt(
    words: &Words,
    bodies: &BTreeSet<Id<Entity>>,
    taken: &[(Range<usize>, Option<Id<Entity>>)],
    speaking: &BTreeSet<Id<Entity>>,
    cast: &mut Cast,
) {
    let mut codes = super::countries(words);
    // "Minister *Vladimir* Bolea" is not of the city of that name.
    for place in &cast.places {
        if cast.get(place.entity).row.kind == EntityKind::Person {
            place.words.clone().for_each(|word| {
                codes.remove(&word);
            });
        }
    }
    let dateline = dateline(words, &codes);
    let mut first: BTreeMap<Id<Entity>, usize> = BTreeMap::new();
    for place in &cast.places {
        let at = first.entry(place.entity).or_insert(place.words.start);
        *at = (*at).min(place.words.start);
    }
    for (id, at) in first {
        let member = cast.get(id);
        let titled =
            member.row.kind == EntityKind::Person && member.branch.is_some() && member.country.is_none();
        if !titled || member.row.code.is_some() || bodies.contains(&id) {
            continue;
        }
        let sentence = &words.reading.sentences[words.reading.sentence_of(at)].tokens;
        // "the Foreign Minister *of Ethiopia*, Gedion", "the *Kenyan* ambassador": the country of another's office, whoever holds
        // it, is not that of whom he met.
        let others = |place: usize| {
            let first = taken.partition_point(|(of, _)| of.end <= place);
            taken.get(first).is_some_and(|(of, holder)| of.contains(&place) && *holder != Some(id))
        };
        let own = |(place, _): &(&usize, &String)| !is_object(words, **place) && !others(**place);
        // … and whoever meets one in Nairobi is a guest there.
        let foreign = met(words, &codes, taken, sentence);
        let near = codes.range(sentence.clone()).filter(own).filter(|(place, _)| !is_whereto(words, **place));
        // "signed a treaty *with Kuwait*", "flew *to Kabul*": with whom or to whom somebody goes is not for whom, unless it is but where:
        // "spoke *in* Nairobi".
        let elsewhere = |(place, _): &(&usize, &String)| {
            !(sentence.contains(place) && (is_partner(words, **place) || is_reached(words, **place)))
        };
        let country = beside(words, &codes, at)
            .or_else(|| only(near))
            .or_else(|| dateline.clone())
            .or_else(|| only(codes.iter().filter(own).filter(elsewhere)));
        // Of two presidents before the press the other one is of the other country.
        let another = |code: &String| {
            speaking.iter().any(|&other| other != id && cast.get(other).country.as_ref() == Some(code))
        };
        let country =
            country.filter(|code| !(foreign.contains(&code) || speaking.contains(&id) && another(code)));
        cast.get_mut(id).country = country;
    }
}

/// The countries of those in the `sentence` whom somebody meets and of whom only the office is known: "met *the Kenyan
/// ambassador*".
fn met<'c>(
    words: &Words,
    codes: &'c BTreeMap<usize, String>,
    taken: &[(Range<usize>, Option<Id<Entity>>)],
    sentence: &Range<usize>,
) -> Vec<&'c String> {
    let first = taken.partition_point(|(of, _)| of.start < sentence.start);
    let inside = taken[first..].iter().take_while(|(of, _)| of.start < sentence.end);
    let whom = |of: &Range<usize>| {
        let tokens = &words.reading.tokens;
        let hung =
            |&at: &usize| matches!(tokens.relation(at), Relation::Amod | Relation::Nmod | Relation::NmodPoss);
        let head = tokens.head_of(of.clone());
        tokens
            .head(head)
            .filter(|_| hung(&head))
            .is_some_and(|office| tokens.relation(office) == Relation::Obj)
    };
    let bare = inside.filter(|(of, holder)| holder.is_none() && whom(of));
    bare.filter_map(|(of, _)| codes.range(of.clone()).next()).map(|(_, code)| code).collect()
}

/// The country that the phrase before the name at word `at` names: "the *Venezuelan* opposition candidate Edmundo Gonzalez".
fn beside(words: &Words, codes: &BTreeMap<usize, String>, at: usize) -> Option<String> {
    const PHRASE: usize = 5;
    let start = words.reading.sentences[words.reading.sentence_of(at)].tokens.start;
    let inside =
        |&word: &usize| matches!(words.reading.tokens.upos(word), Upos::Noun | Upos::Adj | Upos::Propn);
    let mut before = (start.max(at.saturating_sub(PHRASE))..at).rev().take_while(inside);
    before.find_map(|word| codes.get(&word).cloned())
}

/// The code that all of these places have.
fn only<'c>(codes: impl Iterator<Item = (&'c usize, &'c String)>) -> Option<String> {
    let mut codes = codes.map(|(_, code)| code);
    let first = codes.next()?;
    codes.all(|code| code == first).then(|| first.clone())
}

/// Nouns of what somebody pays to another country.
const VISITS: [&str; 3] = ["visit", "trip", "tour"];

/// Whether the name at word `at` is that of another whom somebody visits or accuses: "who is visiting *France*", "a visit to
/// *France*".
fn is_object(words: &Words, at: usize) -> bool {
    let tokens = &words.reading.tokens;
    let noun = tokens.head(at).filter(|_| tokens.relation(at) == Relation::Nmod);
    if is_whereto(words, at) && noun.is_some_and(|noun| VISITS.contains(&tokens.lemma(noun))) {
        return true;
    }
    let verb = tokens.head(at).filter(|_| tokens.relation(at) == Relation::Obj);
    verb.is_some_and(|verb| tokens.upos(verb) == Upos::Verb && verb < at)
}

/// Whether the name at word `at` says where somebody goes or is: "will travel to *Brussels*".
fn is_whereto(words: &Words, at: usize) -> bool {
    let article = usize::from(at > 0 && matches!(words.text(at - 1), "the" | "The"));
    at.checked_sub(1 + article).is_some_and(|at| {
        matches!(
            words.text(at),
            "to" | "from" | "in" | "In" | "for" | "with" | "at" | "toward" | "towards" | "against" | "on"
        )
    })
}

/// Whether the name at word `at` is that of a party that somebody else has to do with: "a treaty *with Kuwait*".
fn is_partner(words: &Words, at: usize) -> bool {
    let article = usize::from(at > 0 && matches!(words.text(at - 1), "the" | "The"));
    at.checked_sub(1 + article)
        .is_some_and(|at| matches!(words.text(at), "with" | "against" | "toward" | "towards"))
}

/// Whether the name at word `at` says where somebody goes who is not at home there: "flew *to Kabul*", "arrived *in Kabul*", but
/// "returned to Kabul".
fn is_reached(words: &Words, at: usize) -> bool {
    let tokens = &words.reading.tokens;
    let lemma =
        tokens.head(at).filter(|&verb| tokens.upos(verb) == Upos::Verb).map(|verb| tokens.lemma(verb));
    let arrives = matches!(lemma, Some("arrive" | "land"));
    let goes = lemma.is_some_and(|verb| verb != "return");
    let before = at.checked_sub(1).map_or("", |at| words.text(at));
    let to = matches!(before, "to" | "for" | "into" | "towards" | "toward");
    arrives || goes && to && tokens.relation(at) == Relation::Obl
}

/// The country of the place that a report was written in: "*JAKARTA* — President Joko Widodo toured".
fn dateline(words: &Words, codes: &BTreeMap<usize, String>) -> Option<String> {
    codes.iter().find_map(|(&at, code)| {
        let start = words.reading.sentences[words.reading.sentence_of(at)].tokens.start;
        let dash = placed::dateline(words, start)?;
        (at < dash).then(|| code.clone())
    })
}
