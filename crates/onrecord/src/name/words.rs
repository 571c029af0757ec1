//! The words of a document with what the lists say of them.

use onrecord_resource::lexicon::Class;

use crate::document::Reading;
use crate::lexicon::{Hits, Lexicon};

/// The words of a document with what the lists say of them.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The first floor of the document.
    pub reading: &'a Reading,
    /// The lists.
    pub lexicon: &'a Lexicon,
    /// What of the lists stands in the document.
    pub hits: &'a Hits,
}

/// Bytes of a line in capitals that is a head.
const HEAD: usize = 80;

impl<'a> Words<'a> {
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

    /// The word behind the titles that begin at word `at`, if any do: "H.E. Mr. *Ode*".
    pub(super) fn past_titles(&self, mut at: usize) -> usize {
        while let Some(after) = self.class_end(at, Class::Honorific) {
            at = after;
        }
        at
    }

    /// Whether the word alone is an entry of `class` with that code.
    pub(crate) fn has_code(&self, at: usize, class: Class, code: &str) -> bool {
        self.hits.at(at).iter().any(|&hit| {
            let entry = self.lexicon.entry(hit);
            hit.end == at + 1 && entry.class == class && entry.code.as_deref() == Some(code)
        })
    }

    /// The code of the longest entry of `class` at word `at`.
    pub(crate) fn code_at(&self, at: usize, class: Class) -> Option<&'a str> {
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

    /// Whether a line in capitals, as heads of documents have it, ends between word `at` and the one before it. No name goes
    /// on in the next one.
    pub(super) fn after_head(&self, at: usize) -> bool {
        let spans = self.reading.tokens.spans();
        let (Some(before), Some(word)) = (at.checked_sub(1).and_then(|at| spans.get(at)), spans.get(at))
        else {
            return false;
        };
        let text = self.reading.text.as_str();
        if !text[before.end()..word.start()].contains('\n') {
            return false;
        }
        let line = text[..before.end()].rsplit('\n').next().unwrap_or_default();
        line.len() <= HEAD && !line.chars().any(char::is_lowercase)
    }

    /// Whether the word stands first in its sentence, or after an opening mark or a colon.
    pub(super) fn begins_sentence(&self, at: usize) -> bool {
        let marks = ["“", "\"", "‘", "'", ":", "–", "—", "(", "”"];
        at == 0 || self.reading.starts_sentence(at) || marks.contains(&self.text(at - 1))
    }
}
