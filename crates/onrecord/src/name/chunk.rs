//! Runs of capitalised words that make up one name.

use onrecord_resource::lexicon::Class;

use super::Name;
use crate::document::Reading;
use crate::lexicon::{Hit, Hits, Lexicon};
use crate::syntax::Upos;

/// A run of words that may be a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunk {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The lexicon's name for the whole run.
    pub(super) hit: Option<Hit>,
}

/// The words of a document with what the lists say of them.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub(crate) reading: &'a Reading,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) hits: &'a Hits,
}

/// Classes whose entries are names by themselves.
pub(super) const NAMES: [Class; 4] = [Class::Country, Class::Capital, Class::Place, Class::Organization];

/// Heads of names of one sort, in the order of trust.
pub(super) const HEADS: [Class; 5] =
    [Class::OrganizationWord, Class::EventWord, Class::ProgramWord, Class::DocumentWord, Class::PlaceWord];

impl Words<'_> {
    pub(crate) fn len(&self) -> usize {
        self.reading.tokens.len()
    }

    pub(crate) fn text(&self, at: usize) -> &str {
        self.reading.tokens.spans().get(at).map_or("", |&span| self.reading.text.slice(span))
    }

    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.text(at).starts_with(char::is_uppercase)
    }

    /// Whether the longest hit of `class` at word `at` exists, and where it ends.
    pub(crate) fn class_end(&self, at: usize, class: Class) -> Option<usize> {
        self.hits.longest(self.lexicon, at, &[class]).map(|hit| hit.end)
    }

    pub(crate) fn is(&self, at: usize, class: Class) -> bool {
        self.class_end(at, class).is_some()
    }

    /// The code of the longest entry of `class` at word `at`.
    pub(crate) fn code_at(&self, at: usize, class: Class) -> Option<&str> {
        let hit = self.hits.longest(self.lexicon, at, &[class])?;
        self.lexicon.entry(hit).code.as_deref()
    }

    /// The characters of `range` as written, with single spaces.
    pub(crate) fn written(&self, range: std::ops::Range<usize>) -> String {
        let spans = self.reading.tokens.spans();
        let span = spans[range.start].to(spans[range.end - 1]);
        self.reading.text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether no white space stands between word `at` and the one before it.
    pub(crate) fn glued(&self, at: usize) -> bool {
        at > 0 && self.reading.tokens.span(at - 1).end() == self.reading.tokens.span(at).start()
    }

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

    /// Whether the word stands first in its sentence, or after an opening mark or a colon.
    pub(super) fn begins_sentence(&self, at: usize) -> bool {
        let marks = ["“", "\"", "‘", "'", ":", "–", "—", "(", "”"];
        at == 0 || self.reading.starts_sentence(at) || marks.contains(&self.text(at - 1))
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

/// The candidate names outside those already `taken`, in text order.
pub(super) fn read(words: &Words, names: &[Name]) -> Vec<Chunk> {
    let mut taken = vec![false; words.len()];
    for name in names {
        taken[name.start..name.end].fill(true);
    }
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if taken[at] {
            at += 1;
            continue;
        }
        let listed = words.hits.longest(words.lexicon, at, &NAMES);
        let run = run(words, at, &taken);
        let listed_end = listed.map_or(at, |hit| hit.end);
        let end = run.max(listed_end);
        if end == at {
            // The words of an office are no names: "Minister of Foreign Affairs", "Head of State".
            at = words.class_end(at, Class::Office).unwrap_or(at + 1);
            continue;
        }
        let hit = listed.filter(|hit| hit.end == end);
        chunks.push(Chunk { start: at, end, hit });
        at = end;
    }
    chunks
}

/// Where the run of name words that begins at `start` ends; `start` where none does.
fn run(words: &Words, start: usize, taken: &[bool]) -> usize {
    let free = |at: usize| taken.get(at) == Some(&false);
    if !free(start) || !words.is_namey(start) {
        return start;
    }
    // Titles and offices stand before a name, not in it; nationalities only in names of organizations and events.
    for class in [Class::Honorific, Class::Office] {
        if words.is(start, class) {
            return start;
        }
    }
    let sentence = words.reading.sentence_of(start);
    let inside = |at: usize| free(at) && words.reading.sentence_of(at) == sentence;
    let mut end = start + 1;
    loop {
        if words.is_hyphen(end) && inside(end + 1) && words.is_capital(end + 1) {
            end += 2;
        } else if inside(end) && words.is_namey(end) && !breaks(words, start, end) {
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
