//! Short forms that a text defines in brackets: "Norvane Energy N.V. (“Norvane” or “*the Company*”)", "the Fund (hereinafter “*the
//! Fund*”)".
//!
//! Contracts and press releases say once what they call a party from there on, in quotation marks. Each such term is another name of
//! what stands before the bracket, and stands for it wherever it is written alike.

use std::ops::Range;

use super::cast::Cast;
use crate::document::{Entity, Form, Id, Reading};
use crate::name::{Name, Words};

/// Words of a term, and of a bracket before its last term, at most.
const TERM: usize = 6;
const BRACKET: usize = 24;

/// Words of a bracket beside its terms.
const BESIDE: [&str; 19] = [
    "hereinafter",
    "hereafter",
    "henceforth",
    "referred",
    "to",
    "as",
    "the",
    "or",
    "and",
    "also",
    "together",
    "collectively",
    "called",
    "known",
    "below",
    "a",
    "each",
    ",",
    ";",
];

/// The terms, without their marks, that the brackets right behind a name define, which ends before word `end`.
pub(crate) fn terms(reading: &Reading, end: usize) -> Vec<Range<usize>> {
    let text =
        |at: usize| if at < reading.tokens.len() { reading.text.slice(reading.tokens.span(at)) } else { "" };
    let opens = |at: usize| matches!(text(at), "(" | "[");
    if !opens(end) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = end + 1;
    while at < end + BRACKET {
        match text(at) {
            "“" | "\"" | "``" | "‘" => {
                let closes = |&at: &usize| matches!(text(at), "”" | "\"" | "''" | "’");
                let Some(close) = (at + 2..at + 2 + TERM).find(closes) else { return Vec::new() };
                found.push(at + 1..close);
                at = close + 1;
            }
            // "(NYSE: BA) (“Boeing”)": the second bracket tells it.
            ")" | "]" if found.is_empty() && opens(at + 1) => at += 2,
            ")" | "]" => break,
            word if BESIDE.contains(&word.to_lowercase().as_str()) => at += 1,
            word if found.is_empty() && is_symbol(word) => at += 1,
            _ => break,
        }
    }
    found
}

/// Whether the word is part of the symbol of a stock: "NYSE", ":", "BA".
fn is_symbol(word: &str) -> bool {
    !word.is_empty()
        && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, ':' | '.' | '-'))
}

/// A term with what it stands for, from a word on.
#[derive(Debug)]
struct Term {
    words: Range<usize>,
    entity: Id<Entity>,
}

/// The terms of a document.
#[derive(Debug, Default)]
pub(super) struct Terms(Vec<Term>);

impl Terms {
    /// The terms of the names, which are other names of their entities.
    pub(super) fn of(words: &Words, names: &[Name], entities: &[Id<Entity>], cast: &mut Cast) -> Self {
        let mut all = Vec::new();
        for (name, &entity) in names.iter().zip(entities) {
            for range in terms(words.reading, name.end) {
                cast.alias(entity, &words.written(range.clone()));
                all.push(Term { words: without_article(words, range), entity });
            }
        }
        Self(all)
    }

    /// Notes the term at word `at`, with the article before it, where it stands behind its definition. Where it ends.
    pub(super) fn mention(&self, words: &Words, at: usize, cast: &mut Cast) -> Option<usize> {
        let start = at + usize::from(is_article(words, at));
        let same = |term: &Term| {
            let length = term.words.len();
            term.words.end < at
                && start + length <= words.len()
                && (0..length).all(|nth| words.text(start + nth) == words.text(term.words.start + nth))
        };
        let term = self.0.iter().rev().find(|term| same(term))?;
        let end = start + term.words.len();
        cast.mention(at..end, Form::Nominal, term.entity);
        Some(end)
    }
}

fn is_article(words: &Words, at: usize) -> bool {
    matches!(words.text(at), "the" | "The" | "THE")
}

fn without_article(words: &Words, range: Range<usize>) -> Range<usize> {
    let article = range.len() > 1 && is_article(words, range.start);
    range.start + usize::from(article)..range.end
}

#[cfg(test)]
mod tests {
    use crate::{Engine, Input, Layers};

    #[test]
    fn defined_terms_stand_for_what_defines_them() {
        let engine = Engine::new().unwrap();
        #[rustfmt::skip]
        let cases: &[(&str, &[&str])] = &[
            ("Halden Energy N.V. (“Halden” or “the Company”) grew. The Company sold its shares.", &["Halden Energy N.V.", "Halden", "The Company", "its"]),
            ("Kenya Airways (NSE: KQ) (hereinafter \"the Carrier\") grew. Passengers left the Carrier.", &["Kenya Airways", "the Carrier"]),
            ("Johann Ode (one of the “Pioneers”) left. The Pioneers won.", &["Johann Ode"]),
            ("Kenya Airways (see page 2) grew. Passengers left the Carrier.", &["Kenya Airways"]),
        ];
        for (text, expected) in cases {
            let document = engine
                .extract(Input { text: (*text).to_owned(), ..Input::default() }, Layers::MENTIONS)
                .unwrap();
            let first = document.named.mentions.first().unwrap().entity;
            let same = document.named.mentions.iter().filter(|mention| mention.entity == first);
            let found: Vec<&str> = same.map(|mention| document.reading.text.slice(mention.span)).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
