//! All word lists in one automaton, one pass.
//!
//! From the start of every word the automaton is followed over the folded characters of the text until it knows no
//! further character; wherever it accepts at the end of a word, there is a hit. Most words are given up after a few
//! bytes, so the pass costs about the same however many entries there are.

use fst::raw::{Fst, Output};
use onrecord_resource::lexicon::{Builder, Case, Class, Entry, Lexicon as Data, Meaning, fold};
use onrecord_resource::name::Name;
use unicode_normalization::UnicodeNormalization;

use crate::embedded::BadData;
use crate::syntax::Tokens;
use crate::text::{Span, Text};

/// The compiled lists, ready to be searched.
pub struct Lexicon {
    /// A user's names, if there are any, then our own lists.
    lists: Vec<List>,
    entries: Vec<Entry>,
}

/// One automaton with what its forms mean.
struct List {
    automaton: Fst<Vec<u8>>,
    meanings: Vec<Vec<Meaning>>,
    /// Row of the list's first entry.
    first: u32,
}

/// An entry found in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// First word.
    pub start: usize,
    /// One past the last word.
    pub end: usize,
    /// Row of the entry.
    pub entry: u32,
}

/// The hits of one document: by first word, then the longer first, then the earlier in the lists.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    hits: Vec<Hit>,
    /// For every word, where its hits begin.
    first: Vec<u32>,
}

impl Lexicon {
    /// The engine's own lists, and before them the `names` of a user.
    ///
    /// # Errors
    /// Embedded data that does not load.
    pub fn new(names: &[Name]) -> Result<Self, BadData> {
        let bad = BadData::of("lexicon");
        let blob = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));
        let own: Data = onrecord_resource::decode(blob).map_err(bad)?;
        let mut user = Builder::default();
        user.user(&names.iter().map(composed).collect::<Vec<_>>());
        let user = (!names.is_empty()).then(|| user.build());
        let mut made = Self { lists: Vec::new(), entries: Vec::new() };
        for Data { automaton, meanings, entries } in user.into_iter().chain([own]) {
            let automaton = Fst::new(automaton).map_err(|e| bad(e.to_string()))?;
            let first = u32::try_from(made.entries.len()).map_err(|e| bad(e.to_string()))?;
            made.lists.push(List { automaton, meanings, first });
            made.entries.extend(entries);
        }
        Ok(made)
    }

    /// The entry of a hit.
    #[must_use]
    pub fn entry(&self, hit: Hit) -> &Entry {
        &self.entries[hit.entry as usize]
    }

    /// The entry of row `row`.
    #[must_use]
    pub fn row(&self, row: u32) -> &Entry {
        &self.entries[row as usize]
    }

    /// All entries, in order of the files.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether the folded form `form` has a meaning of `class`.
    #[must_use]
    pub fn has(&self, form: &str, class: Class) -> bool {
        self.meanings(form).any(|entry| entry.class == class)
    }

    /// Whether the folded form `form` is an entry of `class` with that code.
    #[must_use]
    pub fn has_code(&self, form: &str, class: Class, code: &str) -> bool {
        self.meanings(form).any(|entry| entry.class == class && entry.code.as_deref() == Some(code))
    }

    /// The first entry of `class` that has the folded form `form`.
    pub(crate) fn find(&self, form: &str, class: Class) -> Option<&Entry> {
        self.meanings(form).find(|entry| entry.class == class)
    }

    /// All that the folded form `form` stands for.
    fn meanings<'a>(&'a self, form: &str) -> impl Iterator<Item = &'a Entry> {
        self.lists.iter().flat_map(move |list| {
            let row = list.automaton.get(form).and_then(|output| usize::try_from(output.value()).ok());
            let meanings = row.and_then(|row| list.meanings.get(row));
            meanings.into_iter().flatten().map(|meaning| self.row(list.first + meaning.entry))
        })
    }

    /// Every entry that `tokens` have, at every word. In a text without capitals they are asked of no name.
    #[must_use]
    pub fn search(&self, text: &Text, tokens: &Tokens) -> Hits {
        let small = !tokens.spans().iter().any(|&span| text.slice(span).starts_with(char::is_uppercase));
        let mut hits = Hits { hits: Vec::new(), first: Vec::with_capacity(tokens.len() + 1) };
        for start in 0..tokens.len() {
            let from = hits.hits.len();
            hits.first.push(u32::try_from(from).unwrap_or(u32::MAX));
            let begin = tokens.span(start).start();
            for list in &self.lists {
                list.search_at(text, tokens.spans(), (start, begin, small), &mut hits.hits);
            }
            // "*ex-president*": an office, of which the list says nothing else.
            if let Some(ex) = past_ex(text.slice(tokens.span(start))) {
                let mut found = Vec::new();
                for list in &self.lists {
                    list.search_at(text, tokens.spans(), (start, begin + ex, small), &mut found);
                }
                hits.hits.extend(found.into_iter().filter(|hit| self.entry(*hit).class == Class::Office));
            }
            hits.hits[from..].sort_by_key(|hit| (std::cmp::Reverse(hit.end), hit.entry));
        }
        hits.first.push(u32::try_from(hits.hits.len()).unwrap_or(u32::MAX));
        hits
    }
}

/// A user's name with its accents written as the stages read them.
fn composed(name: &Name) -> Name {
    let plain = |written: &String| written.nfc().collect();
    let aliases = name.aliases.iter().map(plain).collect();
    Name { name: plain(&name.name), aliases, ..name.clone() }
}

/// Where the office begins in a word that is written together with "ex-".
pub(crate) fn past_ex(word: &str) -> Option<usize> {
    const EX: &str = "ex-";
    word.get(..EX.len()).filter(|start| start.eq_ignore_ascii_case(EX)).map(str::len)
}

impl List {
    /// The hits from byte `begin` of word `start` on.
    fn search_at(
        &self,
        text: &Text,
        words: &[Span],
        (start, begin, small): (usize, usize, bool),
        hits: &mut Vec<Hit>,
    ) {
        let mut node = self.automaton.root();
        let mut output = Output::zero();
        let mut word = start;
        let mut space = false;
        for (at, written) in text.as_str()[begin..].char_indices() {
            let c = fold(written);
            // A run of white space, as at a line break, matches one space.
            if c == ' ' && std::mem::replace(&mut space, c == ' ') {
                continue;
            }
            space = c == ' ';
            let mut bytes = [0; 4];
            for &byte in c.encode_utf8(&mut bytes).as_bytes() {
                let Some(i) = node.find_input(byte) else { return };
                let transition = node.transition(i);
                output = output.cat(transition.out);
                node = self.automaton.node(transition.addr);
            }
            let end = begin + at + written.len_utf8();
            while words.get(word).is_some_and(|w| w.end() < end) {
                word += 1;
            }
            let at_end = words.get(word).is_some_and(|w| w.end() == end);
            if at_end && node.is_final() {
                let row = output.cat(node.final_output()).value();
                let form = &text.as_str()[begin..end];
                let meanings = usize::try_from(row).ok().and_then(|row| self.meanings.get(row));
                let fitting =
                    meanings.into_iter().flatten().filter(|meaning| fits(meaning.case, form, small));
                hits.extend(fitting.map(|meaning| Hit {
                    start,
                    end: word + 1,
                    entry: self.first + meaning.entry,
                }));
            }
        }
    }
}

/// Letters of an acronym that is no word of English in small letters, as `us` and `who` are.
const ACRONYM: usize = 4;

/// Whether a form in the text, which may have no capitals at all, is written as its entry asks.
fn fits(case: Case, written: &str, small: bool) -> bool {
    match case {
        Case::Any => true,
        Case::Capital => small || written.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase),
        Case::Exact if small => written.chars().filter(|c| c.is_alphabetic()).count() >= ACRONYM,
        Case::Exact => !written.chars().any(char::is_lowercase),
    }
}

impl Hits {
    /// The hits that begin with word `start`, the longer first.
    #[must_use]
    pub fn at(&self, start: usize) -> &[Hit] {
        let bound = |row: usize| self.first.get(row).map_or(self.hits.len(), |&at| at as usize);
        &self.hits[bound(start)..bound(start + 1)]
    }

    /// All hits.
    pub fn iter(&self) -> impl Iterator<Item = Hit> {
        self.hits.iter().copied()
    }

    /// The longest hit of one of `classes` that begins with word `start`.
    #[must_use]
    pub fn longest(&self, lexicon: &Lexicon, start: usize, classes: &[Class]) -> Option<Hit> {
        self.at(start).iter().copied().find(|hit| classes.contains(&lexicon.entry(*hit).class))
    }
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lexicon").field("entries", &self.entries.len()).finish_non_exhaustive()
    }
}
