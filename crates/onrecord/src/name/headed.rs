//! Names told by their heads: programs, documents and events, which hardly a corpus marks.
//!
//! Such a name is a run of capitalised words whose last word, or last before "of", says what it names: "Belt and Road
//! Initiative", "Memorandum of Understanding".

use onrecord_resource::lexicon::Class;

use super::Name;
use super::words::Words;
use crate::document::EntityKind;
use crate::syntax::Upos;

/// Heads and what they say.
const KINDS: [(Class, EntityKind); 3] = [
    (Class::EventWord, EntityKind::Event),
    (Class::ProgramWord, EntityKind::Program),
    (Class::DocumentWord, EntityKind::Document),
];

/// Classes whose entries are names by themselves.
const NAMES: [Class; 4] = [Class::Country, Class::Capital, Class::Place, Class::Organization];

/// Heads of names of one sort.
const HEADS: [Class; 5] =
    [Class::OrganizationWord, Class::EventWord, Class::ProgramWord, Class::DocumentWord, Class::PlaceWord];

impl Words<'_> {
    fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.text(at), "-" | "‑" | "–")
            && self.glued(at)
            && at + 1 < self.len()
            && self.glued(at + 1)
    }

    /// Whether the word can be part of a name: capitalised, and not just because a sentence begins with it.
    fn is_namey(&self, at: usize) -> bool {
        if !self.is_capital(at) {
            return false;
        }
        let tokens = &self.reading.tokens;
        let own_name = tokens.upos(at) == Upos::Propn;
        let alone = self.is(at, Class::NoName);
        !alone
            && (own_name
                || !(self.begins_sentence(at) || self.is_function_word(at) && !self.is(at, Class::Given)))
    }

    fn is_function_word(&self, at: usize) -> bool {
        use Upos::{Adp, Adv, Aux, Cconj, Det, Intj, Num, Part, Pron, Punct, Sconj, Verb};
        let upos = self.reading.tokens.upos(at);
        [Adp, Adv, Aux, Cconj, Det, Intj, Num, Part, Pron, Punct, Sconj, Verb].contains(&upos)
    }

    /// Whether the name so far, `start..end`, has a head that takes complements: "Ministry", "Union".
    fn takes_complement(&self, start: usize, end: usize) -> bool {
        (start..end).any(|at| HEADS.iter().any(|&class| self.is(at, class)))
    }
}

/// The names that such a word heads, in text order.
pub(super) fn read(words: &Words) -> Vec<Name> {
    let mut names = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let end = run(words, at);
        if end > at + 1
            && let Some(kind) = kind(words, at, end)
        {
            names.push(Name { start: at, end, kind, entry: None });
        }
        at = end.max(at + 1);
    }
    names
}

/// What the words `start..end` name if their head says it: the last word, or the last before "of" and the like.
fn kind(words: &Words, start: usize, end: usize) -> Option<EntityKind> {
    // "Nathan Law" is somebody.
    if end == start + 2 && words.is(start, Class::Given) && !words.is(start, Class::Adjective) {
        return None;
    }
    let linked = |at: &usize| matches!(words.text(*at), "of" | "for" | "on");
    let head = (start..end).find(linked).unwrap_or(end);
    KINDS.iter().find_map(|&(class, kind)| {
        // A word that heads also names of bodies ("Congress") is left to the finder.
        let heads = |at: usize| {
            words.class_end(at, class) == Some(head)
                && words.class_end(at, Class::OrganizationWord) != Some(head)
        };
        (start..head).any(heads).then_some(kind)
    })
}

/// Where the run of name words that begins at `start` ends; `start` where none does.
fn run(words: &Words, start: usize) -> usize {
    if !words.is_namey(start) {
        return start;
    }
    // Titles and offices stand before a name, not in it; nationalities only in names of organizations and events.
    for class in [Class::Honorific, Class::Office] {
        if words.is(start, class) {
            return start;
        }
    }
    let sentence = words.reading.sentence_of(start);
    let inside = |at: usize| at < words.len() && words.reading.sentence_of(at) == sentence;
    let mut end = start + 1;
    loop {
        if words.is_hyphen(end) && inside(end + 1) && words.is_capital(end + 1) {
            end += 2;
        } else if inside(end) && words.is_namey(end) && !breaks(words, start, end) && !words.after_head(end) {
            end += 1;
        } else if let Some(next) = link(words, start, end).filter(|&next| inside(next)) {
            end = next + 1;
        } else {
            break;
        }
    }
    if words.class_end(start, Class::Adjective).is_some_and(|adjective| adjective >= end) {
        return start;
    }
    end
}

/// Whether a new name begins at `at` although the words stand together: "China Kassym-Jomart".
fn breaks(words: &Words, start: usize, at: usize) -> bool {
    let title = words.is(at, Class::Honorific) || words.is(at, Class::Office);
    title && !words.takes_complement(start, at)
}

/// The next capitalised word of a name over a small one: "Ministry *of* Trade *and* Industry", "Ursula *von der* Leyen".
fn link(words: &Words, start: usize, at: usize) -> Option<usize> {
    let small = |at: usize| words.text(at);
    if words.is(at, Class::Particle) && small(at).chars().all(char::is_lowercase) {
        let next =
            if words.is(at + 1, Class::Particle) && !words.is_capital(at + 1) { at + 2 } else { at + 1 };
        return words.is_namey(next).then_some(next);
    }
    if !words.takes_complement(start, at) {
        return None;
    }
    let next = match small(at) {
        "of" | "for" | "on" => {
            if small(at + 1) == "the" {
                // "of the Republic" says whose it is; "for the Red Cross" likewise.
                return None;
            }
            at + 1
        }
        "&" => at + 1,
        // A list of subjects goes on inside a name, but two names may stand side by side.
        "and" => {
            let complement = (start..at).any(|i| matches!(small(i), "of" | "for"));
            let subject = !words.is(at + 1, Class::OrganizationWord)
                && !words.hits.at(at + 1).iter().any(|hit| NAMES.contains(&words.lexicon.entry(*hit).class));
            (complement && subject).then_some(at + 1)?
        }
        _ => return None,
    };
    let country = words.hits.longest(words.lexicon, next, &[Class::Country]);
    (words.is_capital(next) && country.is_none()).then_some(next)
}
