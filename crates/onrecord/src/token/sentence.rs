//! Sentences: a trained splitter over the words of a paragraph.
//!
//! Every word that can end a sentence (a point, a question mark, a closing mark, the end of a line) is a candidate; a
//! linear model decides from the words around it, their shapes, the line break and the quotation marks still open.

use super::dateline;
use crate::model::{Linear, Reader, hash, mix};

/// Words after which a sentence ends whatever the model says. No sentence that is written to be read is as long, and what later
/// stages do within a sentence stays bounded on texts without a full stop.
const LONGEST: u32 = 400;

/// What the splitter sees of a paragraph: its words, and the line breaks before each.
#[derive(Clone, Copy, Debug)]
pub struct Paragraph<'a> {
    /// The words.
    pub words: &'a [&'a str],
    /// For every word, how the white space before it looks: 0 for none, 1 for spaces, 2 for a line break.
    pub gaps: &'a [u8],
}

/// Decides where sentences end.
#[derive(Debug)]
pub struct Splitter {
    model: Linear,
}

impl Splitter {
    /// Reads a model file with two classes: 0 goes on, 1 ends.
    ///
    /// # Errors
    /// A file that is damaged or has other classes.
    pub fn load(file: &[u8]) -> Result<Self, String> {
        let model = Linear::read(&mut Reader::new(file)?)?;
        if model.classes() == 2 { Ok(Self { model }) } else { Err("a splitter has two classes".to_owned()) }
    }

    /// For every word, whether a sentence ends with it; always for the last one.
    #[must_use]
    pub fn ends(&self, paragraph: Paragraph) -> Vec<bool> {
        let mut state = State::default();
        let (mut features, mut scores) = (Vec::new(), Vec::new());
        let last = paragraph.words.len().saturating_sub(1);
        let dateline = dateline::end(paragraph);
        (0..paragraph.words.len())
            .map(|at| {
                state.read(paragraph.words[at]);
                let ends = at == last
                    || Some(at) == dateline
                    || state.words >= LONGEST
                    || state.quotes % 2 == 0 && closes(paragraph, at)
                    || (dateline.is_none_or(|dash| at > dash) && is_candidate(paragraph, at) && {
                        self::features(paragraph, at, &state, &mut features);
                        self.model.score(&features, &mut scores);
                        scores[1] > scores[0]
                    });
                if ends {
                    state = State::default();
                }
                ends
            })
            .collect()
    }
}

/// What the splitter remembers of the sentence so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct State {
    words: u32,
    quotes: u32,
    brackets: u32,
}

impl State {
    /// Takes in the next word.
    pub fn read(&mut self, word: &str) {
        self.words += 1;
        match word {
            "\"" | "“" | "”" | "''" | "``" => self.quotes += 1,
            "(" | "[" => self.brackets += 1,
            ")" | "]" => self.brackets = self.brackets.saturating_sub(1),
            _ => {}
        }
    }
}

/// Whether a sentence may end with word `at`.
#[must_use]
pub fn is_candidate(paragraph: Paragraph, at: usize) -> bool {
    let Some(next) = paragraph.words.get(at + 1) else { return true };
    let word = paragraph.words[at];
    let stop = word
        .ends_with(['.', '!', '?', '…', ':', ';', '"', '”', '’', '\'', ')', ']', '-', '—', '–', '*', '>']);
    // `It is “dead,” Mr. Ryan said`: behind a comma a closing mark ends no sentence; nor does one begin with a comma.
    let comma = at > 0 && paragraph.words[at - 1] == "," && matches!(word, "\"" | "”" | "''" | "’" | "'");
    // `Ann Ode (R-Wis.) said`: behind a bracket a sentence begins with a capital.
    let bracket = word == ")" && next.starts_with(char::is_lowercase);
    // "of Harmon Cos. for cash": nor behind the point of an abbreviation.
    let short = word == "." && paragraph.gaps[at] == 0 && at > 0 && is_shortened(paragraph.words[at - 1]);
    let abbreviation = short && next.starts_with(char::is_lowercase);
    // "Yahoo! said it would pay": nor behind a mark that is part of a name.
    let called = matches!(word, "!" | "?") && paragraph.gaps[at] == 0 && at > 0;
    let called = called && is_capitalised(paragraph.words[at - 1]) && next.starts_with(char::is_lowercase);
    // "Sergey I. Ode": nor behind an initial that looks like a pronoun.
    let split = word == "." && paragraph.gaps[at] == 0 && at > 0 && paragraph.words[at - 1] == "I";
    let given = at.checked_sub(if split { 2 } else { 1 });
    let initial = (split || word == "I.")
        && is_capitalised(next)
        && given.is_some_and(|given| is_capitalised(paragraph.words[given]));
    // "Cryin' Ode": nor behind an apostrophe.
    let elided = matches!(word, "'" | "’") && paragraph.gaps[at] == 0 && at > 0;
    let elided = elided && paragraph.words[at - 1].ends_with(char::is_alphanumeric);
    // `vowed to “smother” Mr. Ode`: nor behind words in marks without a stop of their own.
    let marked = matches!(word, "”" | "\"") && paragraph.gaps[at] == 0 && at > 0;
    let marked = marked && paragraph.words[at - 1].ends_with(char::is_alphanumeric);
    let inside = comma || bracket || abbreviation || called || initial || elided || marked;
    if inside && paragraph.gaps[at + 1] != 2 || *next == "," {
        return false;
    }
    let begins = next.starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric() || c.is_ascii_digit());
    stop || paragraph.gaps[at + 1] == 2 || (begins && matches!(*next, "-" | "*" | "•" | "–" | "—"))
}

/// `said it was “a smoking gun.” Then`, `I said, ‘It is over.’” Then`: behind a full stop marks close, and a capital begins the
/// next sentence.
fn closes(paragraph: Paragraph, at: usize) -> bool {
    let Paragraph { words, gaps } = paragraph;
    let inner = usize::from(at > 0 && matches!(words[at - 1], "'" | "’"));
    let Some(stop) = at.checked_sub(1 + inner) else { return false };
    let marks = words[stop] == "."
        && matches!(words[at], "\"" | "”")
        && gaps[stop + 1..=at].iter().all(|&gap| gap == 0);
    let apart = gaps.get(at + 1).is_some_and(|&gap| gap > 0);
    // `It was “wrong.” (He left.)`, `on “This Week.” “I left.”`: whatever bracket or mark opens before it.
    let opens = |word: &&str| matches!(*word, "(" | "[" | "“" | "\"");
    let next = at + 1 + usize::from(words.get(at + 1).is_some_and(opens));
    marks && apart && words.get(next).is_some_and(|word| word.starts_with(char::is_uppercase))
}

/// Whether the word looks like the first letters of a longer one: "Cos", "Okla".
fn is_shortened(word: &str) -> bool {
    is_capitalised(word) && (2..=4).contains(&word.chars().count())
}

/// Whether the word is a capital and small letters: "Yahoo".
fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && !letters.as_str().is_empty()
        && letters.all(char::is_lowercase)
}

/// The features of the place behind word `at`.
pub fn features(paragraph: Paragraph, at: usize, state: &State, out: &mut Vec<u64>) {
    out.clear();
    let near = |offset: isize| {
        let at = at.checked_add_signed(offset);
        at.and_then(|at| paragraph.words.get(at)).copied().unwrap_or("")
    };
    let low =
        |offset| near(offset).chars().flat_map(char::to_lowercase).fold(5_u64, |h, c| mix(h, u64::from(c)));
    let outline = |offset| {
        let word = near(offset);
        let mut chars = word.chars();
        let first = match chars.next() {
            None => 0,
            Some(c) if c.is_uppercase() => 1 + u64::from(chars.all(char::is_uppercase)),
            Some(c) if c.is_lowercase() => 3,
            Some(c) if c.is_ascii_digit() => 4,
            Some(_) => return hash(word),
        };
        first * 8 + (word.len().min(5) as u64)
    };
    let gap = u64::from(paragraph.gaps.get(at + 1).copied().unwrap_or(2));
    let point = u64::from(near(0).ends_with('.') && near(0).len() > 1);
    let length = u64::from(state.words.min(40)).ilog2_or_zero();
    let open = u64::from(state.quotes % 2) * 2 + u64::from(state.brackets > 0);
    let mut template = 0;
    let mut add = |parts: &[u64]| {
        template += 1;
        out.push(parts.iter().fold(template, |h, &x| mix(h, x)));
    };
    let (w0, w1, w2, b1) = (low(0), low(1), low(2), low(-1));
    let (o0, o1, o2, p1) = (outline(0), outline(1), outline(2), outline(-1));
    add(&[]);
    add(&[w0]);
    add(&[w0, gap]);
    add(&[w0, o1]);
    add(&[w0, w1]);
    add(&[w0, o1, gap]);
    add(&[o0, o1, gap]);
    add(&[o0, w1, gap]);
    add(&[w1]);
    add(&[w1, gap]);
    add(&[b1, w0]);
    add(&[p1, w0, o1]);
    add(&[p1, w0, o1, gap]);
    add(&[w0, o1, o2, gap]);
    add(&[w0, w1, w2]);
    add(&[w0, length, gap]);
    add(&[w0, o1, length]);
    add(&[w0, open]);
    add(&[w0, open, o1]);
    add(&[w0, open, w1]);
    add(&[point, o1, gap, b1]);
    add(&[point, w0, o1]);
    add(&[b1, w0, w1]);
    add(&[low(-2), b1, w0]);
    add(&[gap, o1, length]);
}

/// Logarithm that takes zero.
trait Log {
    fn ilog2_or_zero(self) -> u64;
}

impl Log for u64 {
    fn ilog2_or_zero(self) -> u64 {
        self.checked_ilog2().map_or(0, |log| u64::from(log) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apostrophes_initials_and_marks_without_a_stop_end_no_sentence() {
        #[rustfmt::skip]
        let cases: [(&[&str], &[u8], bool); 7] = [
            (&["smother", "”", "Mr."], &[0, 0, 1], false),
            (&["dead", "!", "”", "Mr."], &[0, 0, 0, 1], true),
            (&["Cryin", "'", "Ode"], &[1, 0, 1], false),
            (&["Stop", "!", "'", "Ode"], &[1, 0, 0, 1], true),
            (&["Sergey", "I.", "Ode"], &[1, 1, 1], false),
            (&["nor", "I.", "Then"], &[1, 1, 1], true),
            (&["Sergey", "I.", "said"], &[1, 1, 1], true),
        ];
        for (words, gaps, expected) in cases {
            assert_eq!(is_candidate(Paragraph { words, gaps }, words.len() - 2), expected, "{words:?}");
        }
    }

    #[test]
    fn marks_close_a_sentence_behind_a_full_stop_before_a_capital() {
        #[rustfmt::skip]
        let cases: [(&[&str], &[u8], usize, bool); 8] = [
            (&["gun", ".", "”", "Then"], &[1, 0, 0, 1], 2, true),
            (&["gun", ".", "”", "then"], &[1, 0, 0, 1], 2, false),
            (&[".", "'", "\"", "Asked"], &[0, 0, 0, 1], 2, true),
            (&[".", "’", "”", "asked"], &[0, 0, 0, 1], 2, false),
            (&["!", "'", "\"", "Ode"], &[0, 0, 0, 1], 2, false),
            (&[".", "'", "\"", "Asked"], &[0, 0, 1, 0], 2, false),
            (&["gun", ".", "”", "(", "He", "left"], &[1, 0, 0, 1, 0, 1], 2, true),
            (&["gun", ".", "”", "(", "or", "so"], &[1, 0, 0, 1, 0, 1], 2, false),
        ];
        for (words, gaps, at, expected) in cases {
            assert_eq!(closes(Paragraph { words, gaps }, at), expected, "{words:?}");
        }
    }
}
