//! A paragraph as atoms: runs of letters, numbers, and single signs.
//!
//! The grammars work below the level of the document's tokens, since what a tokenizer makes of `5pm`, `$5bn` or
//! `2019-09-20` is a convention that changes from one to the next, and since a user who wants times only should not pay
//! for tokens. An atom knows whether a space stands before it, so no convention is lost.

use std::ops::Range;

use super::{Exact, Form, Forms};
use crate::document::Reading;
use crate::text::plain;

/// One word, number or sign of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Atom {
    /// Byte offsets in the text.
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// No space before it.
    pub(crate) glued: bool,
    pub(crate) sort: Sort,
    /// Which word of the grammars it is.
    pub(crate) form: Form,
}

/// What an atom is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Word {
        capital: bool,
    },
    /// Digits; how many.
    Digits(u8),
    /// Digits with separators between the thousands.
    Grouped,
    Decimal,
    Sign,
}

impl Atom {
    pub(crate) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The categories of a number, as places in [`onrecord_resource::grammar::SHAPES`].
    pub(crate) fn shapes(self) -> &'static [u16] {
        match self.sort {
            Sort::Digits(1) => &[0, 1],
            Sort::Digits(2) => &[0, 1, 2],
            Sort::Digits(4) => &[0, 3],
            Sort::Digits(8) => &[0, 4],
            Sort::Digits(_) => &[0],
            Sort::Grouped => &[5],
            Sort::Decimal => &[6],
            Sort::Word { .. } | Sort::Sign => &[],
        }
    }

    /// The value of a number.
    pub(crate) fn exact(self, text: &str) -> Option<Exact> {
        Exact::parse(text.get(self.range())?)
    }
}

/// The atoms of a text, for all layers that are read off them.
#[derive(Debug)]
pub struct Atoms<'a> {
    text: &'a str,
    all: Vec<Atom>,
    /// One past the last atom of every paragraph.
    ends: Vec<usize>,
}

impl<'a> Atoms<'a> {
    /// The atoms of `reading`. Boilerplate is read too: a copyright line has a year. The labels of turns are not: the times in
    /// them belong to the recording, and "Journalist 2" counts nothing.
    #[must_use]
    pub fn read(reading: &'a Reading, forms: &Forms) -> Self {
        Self::head(reading, reading.paragraphs.len(), forms)
    }

    /// The atoms of the first `paragraphs` of `reading`.
    pub(crate) fn head(reading: &'a Reading, paragraphs: usize, forms: &Forms) -> Self {
        let text = reading.text.as_str();
        let paragraphs = &reading.paragraphs[..paragraphs];
        // Six characters a word is the average; a little too much room is cheaper than growing.
        let length = paragraphs.last().map_or(0, |paragraph| paragraph.span.end());
        let mut all = Vec::with_capacity(length / 5);
        let mut labels = reading.turns.iter().filter_map(|turn| turn.label).peekable();
        let ends = paragraphs.iter().map(|paragraph| {
            let mut at = paragraph.span.start();
            while let Some(label) = labels.next_if(|label| label.start() < paragraph.span.end()) {
                scan(text, at..label.start().max(at), forms, &mut all);
                at = label.end().max(at);
            }
            scan(text, at..paragraph.span.end(), forms, &mut all);
            all.len()
        });
        let ends = ends.collect();
        Self { text, all, ends }
    }

    /// Paragraph by paragraph.
    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = Scanned<'_>> {
        let begins = std::iter::once(0).chain(self.ends.iter().copied());
        let ranges = begins.zip(&self.ends).map(|(begin, &end)| begin..end);
        ranges.filter_map(|range| Some(Scanned { text: self.text, atoms: self.all.get(range)? }))
    }
}

/// The atoms of one paragraph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scanned<'a> {
    pub(crate) text: &'a str,
    pub(crate) atoms: &'a [Atom],
}

impl<'a> Scanned<'a> {
    /// The characters of atom `at`; empty past the end.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.atoms.get(at).and_then(|atom| self.text.get(atom.range())).unwrap_or_default()
    }

    /// The characters of the atom `back` places before `at`; empty before the beginning.
    pub(crate) fn before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }
}

/// Appends the atoms of `text[range]` to `atoms`. `range` must lie on character boundaries; otherwise nothing is read.
fn scan(text: &str, range: Range<usize>, forms: &Forms, atoms: &mut Vec<Atom>) {
    let Some(slice) = text.get(..range.end).filter(|_| text.is_char_boundary(range.start)) else { return };
    let bytes = slice.as_bytes();
    let mut at = range.start;
    let mut glued = false;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte.is_ascii_whitespace() {
            (at, glued) = (at + 1, false);
            continue;
        }
        let start = at;
        let sort;
        if byte.is_ascii_alphabetic() {
            at = letters(slice, at);
            sort = Sort::Word { capital: byte.is_ascii_uppercase() };
        } else if byte.is_ascii_digit() {
            (at, sort) = number(bytes, at, glued);
        } else if byte < 0x80 {
            (at, sort) = (at + 1, Sort::Sign);
        } else {
            let Some(c) = slice[at..].chars().next() else { break };
            at += c.len_utf8();
            if c.is_whitespace() {
                glued = false;
                continue;
            }
            if c.is_alphabetic() {
                at = letters(slice, at);
                sort = Sort::Word { capital: c.is_uppercase() };
            } else {
                sort = Sort::Sign;
            }
        }
        at = start + plain::with_marks(&slice[start..], at - start);
        let form = match sort {
            // Digits have an entry where they are part of a sign: km2, 12 noon.
            Sort::Word { .. } | Sort::Sign | Sort::Digits(1 | 2) => forms.find(&slice[start..at]),
            _ => Form::UNKNOWN,
        };
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        atoms.push(Atom { start: offset(start), end: offset(at), glued, sort, form });
        glued = true;
    }
}

/// One past the letters that begin at or before `at`.
fn letters(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii() {
            if !byte.is_ascii_alphabetic() {
                break;
            }
            at += 1;
        } else {
            match text[at..].chars().next() {
                Some(c) if c.is_alphabetic() => at += c.len_utf8(),
                _ => break,
            }
        }
    }
    at
}

/// The number that begins at `at`: its end and sort.
fn number(bytes: &[u8], start: usize, glued: bool) -> (usize, Sort) {
    let digits = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let first = digits(start);
    let mut at = start + first;
    // `23.04.2022` and `1.2.3` are rows of numbers: no decimal may follow a point that follows a digit.
    let in_row = glued && start >= 2 && bytes[start - 1] == b'.' && bytes[start - 2].is_ascii_digit();
    let mut grouped = false;
    if first <= 3 {
        // 1,200,000 and 12,00,000: the last group has three digits, those before it two or three.
        let mut end = at;
        while bytes.get(end) == Some(&b',') {
            let more = digits(end + 1);
            if more == 3 {
                at = end + 4;
                grouped = true;
            } else if more != 2 {
                break;
            }
            end += 1 + more;
        }
    }
    if let Some(end) = continental(bytes, start, at).filter(|_| !in_row && !grouped) {
        return (end, Sort::Decimal);
    }
    if !in_row && bytes.get(at) == Some(&b'.') {
        let more = digits(at + 1);
        let end = at + 1 + more;
        let row = bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if more > 0 && !row {
            return (end, Sort::Decimal);
        }
    }
    if grouped {
        return (at, Sort::Grouped);
    }
    (at, Sort::Digits(u8::try_from(first).unwrap_or(u8::MAX)))
}

/// The end of a number whose thousands have points and whose decimals a comma: 1.234.567,89.
fn continental(bytes: &[u8], start: usize, mut at: usize) -> Option<usize> {
    let digits =
        |from: usize| bytes.get(from..).map_or(0, |b| b.iter().take_while(|b| b.is_ascii_digit()).count());
    let first = at;
    while at - start <= 24 && bytes.get(at) == Some(&b'.') && digits(at + 1) == 3 {
        at += 4;
    }
    let more = digits(at + 1);
    let sound = (1..=3).contains(&(first - start)) && at > first && bytes.get(at) == Some(&b',');
    (sound && more > 0 && more != 3).then_some(at + 1 + more)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn atoms_are_words_numbers_and_signs() {
        #[rustfmt::skip]
        let cases = [
            ("5pm, $5bn", vec!["5", "pm", ",", "$", "5", "bn"]),
            ("1,200.5 12,00,000 1,20", vec!["1,200.5", "12,00,000", "1", ",", "20"]),
            ("23.04.2022 at 8.30.", vec!["23", ".", "04", ".", "2022", "at", "8.30", "."]),
            ("1.234.567,89 1.111,5, 1.111, 5", vec!["1.234.567,89", "1.111,5", ",", "1.111", ",", "5"]),
            ("naïve’s é1", vec!["naïve", "’", "s", "é", "1"]),
            ("x\u{302}y 5\u{302} +\u{302}6", vec!["x\u{302}", "y", "5\u{302}", "+\u{302}", "6"]),
            ("\u{a0} ", vec![]),
        ];
        for (text, expected) in cases {
            let mut atoms = Vec::new();
            scan(text, 0..text.len(), &Forms::default(), &mut atoms);
            let words: Vec<_> = atoms.iter().map(|a| &text[a.range()]).collect();
            assert_eq!(words, expected, "{text}");
        }
    }
}
