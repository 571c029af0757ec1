//! Base forms.
//!
//! Irregular words are looked up by form and tag; for the others the longest known ending of the word says how many
//! letters to cut and what to put in their place ("-ies" of a noun: cut three, add "y"), and whether the capitals of
//! the word stay, as they do in names.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::model::{Reader, Writer, hash, mix};

/// A map that needs no order and no protection from chosen keys: its keys are hashes of the training text.
pub(super) type Table<V> = HashMap<u64, V, FixedState>;

/// The lemmas of a document, one a word.
#[derive(Clone, Debug, Default)]
pub struct Lemmas {
    text: String,
    ends: Vec<u32>,
}

impl Lemmas {
    /// The lemma of word `at`; empty where there is none.
    #[must_use]
    pub fn get(&self, at: usize) -> &str {
        let end = |at: usize| self.ends.get(at).map(|&end| end as usize);
        let Some(end_) = end(at) else { return "" };
        let start = at.checked_sub(1).and_then(end).unwrap_or_default();
        &self.text[start..end_]
    }

    /// Adds the lemma of the next word: `stem` and then `ending`.
    pub(super) fn push(&mut self, stem: &str, ending: &str) {
        self.text.push_str(stem);
        self.text.push_str(ending);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }
}

/// How a lemma is made of a word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// Whether capitals stay.
    pub keeps: bool,
    /// Letters to cut.
    pub cut: u8,
    /// What to add.
    pub add: String,
}

/// Cuts and adds endings.
#[derive(Debug, Default)]
pub struct Lemmatizer {
    /// Rules by key of [`word_key`] or [`ending_key`].
    rules: Table<u16>,
    edits: Vec<Edit>,
    /// The rules in the order of the file.
    list: Vec<(u64, u16)>,
}

/// Longest ending that a rule looks at, in letters.
pub const ENDING: usize = 6;

/// Key of a whole word with its class.
#[must_use]
pub fn word_key(lower: &str, class: u8) -> u64 {
    mix(mix(11, hash(lower)), u64::from(class))
}

/// Key of an ending with a class.
#[must_use]
pub fn ending_key(ending: &str, class: u8) -> u64 {
    mix(mix(13, hash(ending)), u64::from(class))
}

/// Length in bytes from which on a name in small letters is one that lacks its capital, and no particle (*al*, *bin*, *von*).
const NAME: usize = 4;

/// A word as its lemma is made of it: a name in small letters ("mexico") as if it had its capital.
#[must_use]
pub fn written<'a>(form: &'a str, lower: &str, is_name: bool) -> Cow<'a, str> {
    let mut letters = form.chars();
    match letters.next() {
        Some(first)
            if is_name && form == lower && form.len() >= NAME && form.chars().all(char::is_alphabetic) =>
        {
            first.to_uppercase().chain(letters).collect::<String>().into()
        }
        _ => form.into(),
    }
}

/// Whether a word is an address of the web or of a person, which has no other form.
fn is_address(form: &str) -> bool {
    form.contains("://")
        || form.split_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.'))
}

/// The edit that makes `lemma` of `form`, which is `lower` in lower case.
#[must_use]
pub fn edit(form: &str, lower: &str, lemma: &str) -> Edit {
    // "I" has its capital wherever it stands; a longer name keeps those that it is written with.
    let letters = form.chars().count();
    let keeps = letters > 1 && lemma.chars().any(char::is_uppercase) && letters == lower.chars().count();
    let base = if keeps { form } else { lower };
    let common = base.chars().zip(lemma.chars()).take_while(|(a, b)| a == b).count();
    let cut = u8::try_from(base.chars().count() - common).unwrap_or(u8::MAX);
    Edit { keeps, cut, add: lemma.chars().skip(common).collect() }
}

/// A form of a regular verb by its Penn tag; none of a base form, and none whose last letter may be doubled ("quip").
pub(super) fn regular(base: &str, penn: &str) -> Option<String> {
    let vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let letters: Vec<char> = base.replace("qu", "q").chars().collect();
    let [.., before, next, last] = letters[..] else { return None };
    let doubled =
        !vowel(last) && vowel(next) && !vowel(before) && letters.iter().filter(|&&c| vowel(c)).count() == 1;
    let stem = |ending: &str| base.strip_suffix(ending).map(str::to_owned);
    let third = stem("y").filter(|_| !vowel(next));
    match penn {
        "VBD" | "VBN" | "VBG" if doubled => None,
        "VBD" | "VBN" => {
            let stem = third.map(|stem| stem + "i").or_else(|| stem("e")).unwrap_or_else(|| base.to_owned());
            Some(stem + "ed")
        }
        "VBG" => Some(stem("e").filter(|_| next != 'e').unwrap_or_else(|| base.to_owned()) + "ing"),
        "VBZ" => match third {
            Some(stem) => Some(stem + "ies"),
            None if matches!(last, 's' | 'x' | 'z') || base.ends_with("ch") || base.ends_with("sh") => {
                Some(base.to_owned() + "es")
            }
            None => Some(base.to_owned() + "s"),
        },
        _ => None,
    }
}

impl Lemmatizer {
    /// A lemmatizer from its edits and the rules that name them.
    #[must_use]
    pub fn new(edits: Vec<Edit>, list: Vec<(u64, u16)>) -> Self {
        let mut rules = Table::with_capacity_and_hasher(list.len(), FixedState::default());
        rules.extend(list.iter().copied());
        Self { rules, edits, list }
    }

    /// Makes `lemma` of `form` in a class, whatever the rules say.
    pub(super) fn know(&mut self, form: &str, class: u8, lemma: &str) {
        let edit = edit(form, form, lemma);
        let row = self.edits.iter().position(|known| *known == edit).unwrap_or_else(|| {
            self.edits.push(edit);
            self.edits.len() - 1
        });
        if let Ok(row) = u16::try_from(row) {
            self.rules.insert(word_key(form, class), row);
        }
    }

    /// Whether a word, given in lower case, is known to have a capital in its lemma: "French".
    pub(super) fn is_capital(&self, lower: &str, class: u8) -> bool {
        let rule = self.rules.get(&word_key(lower, class));
        rule.and_then(|&rule| self.edits.get(usize::from(rule))).is_some_and(|edit| edit.keeps)
    }

    /// Adds the lemma of a word, given as [`written`] and in lower case, to `lemmas`.
    pub fn add(&self, form: &str, lower: &str, class: u8, lemmas: &mut Lemmas) {
        if is_address(form) {
            return lemmas.push(form, "");
        }
        let rule = self.rules.get(&word_key(lower, class)).or_else(|| {
            let mut starts = [0; ENDING];
            let mut found = 0;
            for (slot, (at, _)) in starts.iter_mut().zip(lower.char_indices().rev()) {
                *slot = at;
                found += 1;
            }
            starts[..found].iter().rev().find_map(|&at| self.rules.get(&ending_key(&lower[at..], class)))
        });
        let Some(edit) = rule.and_then(|&rule| self.edits.get(usize::from(rule))) else {
            return lemmas.push(lower, "");
        };
        let base = if edit.keeps { form } else { lower };
        // "freed": what is cut is one letter, however rare the verb.
        let double = edit.cut == 2 && edit.add.is_empty() && lower.ends_with("eed");
        let kept = base.chars().count().checked_sub(usize::from(if double { 1 } else { edit.cut }));
        match kept.filter(|&kept| kept > 0 || !edit.add.is_empty()) {
            Some(kept) => {
                let end = base.char_indices().nth(kept).map_or(base.len(), |(at, _)| at);
                lemmas.push(&base[..end], &edit.add);
            }
            None => lemmas.push(base, ""),
        }
    }

    /// Adds the lemmatizer to a file.
    pub fn write(&self, file: &mut Writer) {
        let edits: Vec<String> =
            self.edits.iter().map(|e| format!("{} {} {}", u8::from(e.keeps), e.cut, e.add)).collect();
        file.strings(edits.iter().map(String::as_str));
        let list: Vec<u8> = self
            .list
            .iter()
            .flat_map(|(key, rule)| key.to_le_bytes().into_iter().chain(rule.to_le_bytes()))
            .collect();
        file.bytes(&list);
    }

    /// Reads a lemmatizer from a file.
    ///
    /// # Errors
    /// Edits that cannot be read, rules that name none.
    pub fn read(file: &mut Reader) -> Result<Self, String> {
        let edits = file.strings()?.into_iter().map(|edit| {
            let mut parts = edit.splitn(3, ' ');
            let mut part = || parts.next().ok_or("an edit has three parts");
            let (keeps, cut, add) = (part()? == "1", part()?, part()?.to_owned());
            Ok(Edit { keeps, cut: cut.parse().map_err(|e| format!("{edit:?}: {e}"))?, add })
        });
        let edits: Vec<Edit> = edits.collect::<Result<_, String>>()?;
        let rows = file.bytes()?.chunks_exact(10).map(|row| {
            let key = row[..8].iter().rev().fold(0, |n, &b| n << 8 | u64::from(b));
            (key, u16::from_le_bytes([row[8], row[9]]))
        });
        let list: Vec<(u64, u16)> = rows.collect();
        if list.iter().any(|&(_, rule)| usize::from(rule) >= edits.len()) {
            return Err("a rule of the lemmatizer names no edit".to_owned());
        }
        Ok(Self::new(edits, list))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_looked_up_before_their_endings() {
        let edit = |form: &str, lemma| edit(form, &form.to_lowercase(), lemma);
        let edits = vec![
            edit("parties", "party"),
            edit("went", "go"),
            edit("paid", "pay"),
            edit("x", "x"),
            edit("Xx", "Xx"),
        ];
        let list = vec![
            (ending_key("ies", 1), 0),
            (word_key("went", 2), 1),
            (word_key("series", 1), 3),
            (ending_key("aid", 2), 2),
            (ending_key("n", 3), 4),
        ];
        let lemmatizer = Lemmatizer::new(edits, list);
        let mut lemmas = Lemmas::default();
        #[rustfmt::skip]
        let cases = [
            ("Countries", 1, "country"), ("series", 1, "series"), ("went", 2, "go"), ("went", 1, "went"),
            ("é", 2, "é"), ("Oman", 3, "Oman"), ("Oman", 1, "oman"), ("said", 2, "say"),
            ("http://Oman.om", 1, "http://Oman.om"), ("Ann@Oman.om", 1, "Ann@Oman.om"), ("@Oman", 1, "@oman"),
        ];
        for (at, (form, class, expected)) in cases.into_iter().enumerate() {
            lemmatizer.add(form, &form.to_lowercase(), class, &mut lemmas);
            assert_eq!(lemmas.get(at), expected, "{form}");
        }
        assert_eq!(lemmas.get(99), "");
        let lemmatizer = Lemmatizer::new(
            vec![edit("French", "French"), edit("old", "old")],
            vec![(word_key("french", 1), 0), (word_key("old", 1), 1)],
        );
        assert!(lemmatizer.is_capital("french", 1) && !lemmatizer.is_capital("old", 1));
    }

    #[test]
    fn regular_verbs_have_their_forms() {
        #[rustfmt::skip]
        let cases = [
            ("opine", "VBD", Some("opined")), ("opine", "VBG", Some("opining")), ("opine", "VBZ", Some("opines")),
            ("reply", "VBN", Some("replied")), ("reply", "VBZ", Some("replies")), ("reply", "VBG", Some("replying")),
            ("stress", "VBZ", Some("stresses")), ("agree", "VBG", Some("agreeing")), ("stay", "VBD", Some("stayed")),
            ("gloat", "VBD", Some("gloated")), ("quip", "VBD", None), ("quip", "VBZ", Some("quips")),
            ("say", "VB", None), ("go", "VBD", None),
        ];
        for (base, penn, form) in cases {
            assert_eq!(regular(base, penn).as_deref(), form, "{base} {penn}");
        }
        let mut lemmatizer =
            Lemmatizer::new(vec![edit("griped", "griped", "grip")], vec![(word_key("griped", 1), 0)]);
        lemmatizer.know("griped", 1, "gripe");
        let mut lemmas = Lemmas::default();
        lemmatizer.add("griped", "griped", 1, &mut lemmas);
        assert_eq!(lemmas.get(0), "gripe");
    }

    #[test]
    fn names_in_small_letters_have_their_capital() {
        #[rustfmt::skip]
        let cases = [
            ("mexico", true, "Mexico"), ("éire", true, "Éire"), ("Mexico", true, "Mexico"), ("iPhone", true, "iPhone"),
            ("house", false, "house"), ("al", true, "al"), ("oman.om", true, "oman.om"), ("", true, ""),
        ];
        for (form, is_name, expected) in cases {
            assert_eq!(written(form, &form.to_lowercase(), is_name), expected, "{form}");
        }
    }
}
