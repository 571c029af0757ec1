//! The words that the grammars know, numbered.
//!
//! Times and quantities are read off the same atoms. What a word is to either of them is a table by its number, so that
//! every word of a text is looked up once, however many grammars there are.

use std::collections::HashMap;

use foldhash::fast::FixedState;

/// A word of some grammar, whatever its case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Form(u32);

impl Form {
    /// A word that no grammar knows.
    pub(crate) const UNKNOWN: Self = Self(0);

    /// Its place in a table that has a row for [`Self::UNKNOWN`], too.
    pub(crate) fn row(self) -> usize {
        self.0 as usize
    }
}

/// Every word of the grammars that were given to it, lower case.
#[derive(Debug, Default)]
pub struct Forms {
    // By bytes, so that a word made small in place need not be checked again.
    numbers: HashMap<Box<[u8]>, Form, FixedState>,
    /// Longest word, in bytes: longer ones need not be looked up.
    longest: usize,
}

/// Longest word that is made small without an allocation; what the grammars have is shorter.
const SHORT: usize = 32;

impl Forms {
    /// The number of `word`, which is lower case; a new one if it is new.
    pub(crate) fn add(&mut self, word: &str) -> Form {
        if let Some(&known) = self.numbers.get(word.as_bytes()) {
            return known;
        }
        let form = Form(u32::try_from(self.numbers.len() + 1).unwrap_or_default());
        self.longest = self.longest.max(word.len());
        self.numbers.insert(word.as_bytes().into(), form);
        form
    }

    /// The number of a word of a text.
    pub(crate) fn find(&self, word: &str) -> Form {
        if word.len() > self.longest {
            return Form::UNKNOWN;
        }
        let mut small = [0; SHORT];
        let known = if let Some(small) = small.get_mut(..word.len()).filter(|_| word.is_ascii()) {
            small.copy_from_slice(word.as_bytes());
            small.make_ascii_lowercase();
            self.numbers.get(&*small)
        } else if matches!(word, "’" | "‘") {
            self.numbers.get(&b"'"[..])
        } else {
            self.numbers.get(word.to_lowercase().as_bytes())
        };
        known.copied().unwrap_or(Form::UNKNOWN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_case() {
        let mut forms = Forms::default();
        let may = forms.add("may");
        assert_eq!(forms.add("may"), may);
        let (apostrophe, noel) = (forms.add("'"), forms.add("noël"));
        #[rustfmt::skip]
        let cases = [
            ("may", may), ("May", may), ("MAY", may), ("’", apostrophe), ("Noël", noel), ("NOËL", noel),
            ("maybe", Form::UNKNOWN), ("ma", Form::UNKNOWN), ("", Form::UNKNOWN), ("noel", Form::UNKNOWN),
        ];
        for (word, expected) in cases {
            assert_eq!(forms.find(word), expected, "{word}");
        }
    }
}
