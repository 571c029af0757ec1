//! Words and sentences.
//!
//! Paragraphs are cut into words by rules and lists ([`word`]), and the words into sentences by a small model ([`sentence`]). A
//! sentence never crosses the border of a paragraph or of a turn; a line break inside a paragraph is only a sign.

mod dateline;
pub mod sentence;
mod word;

use onrecord_resource::decode;

use crate::document::{Id, Reading, Sentence, Turn};
use crate::embedded::BadData;
use crate::text::Text;

/// Cuts paragraphs into words and sentences.
#[derive(Debug)]
pub struct Tokenizer {
    cutter: word::Cutter,
    splitter: sentence::Splitter,
}

impl Tokenizer {
    /// The stage with its lists and its model.
    ///
    /// # Errors
    /// Embedded data that does not load.
    pub fn new() -> Result<Self, BadData> {
        let lists = decode(include_bytes!(concat!(env!("OUT_DIR"), "/token.bin")));
        let cutter = word::Cutter::new(lists.map_err(BadData::of("token"))?);
        let splitter = sentence::Splitter::load(include_bytes!("../../models/sentence.bin"));
        let splitter = splitter.map_err(BadData::of("sentence"))?;
        Ok(Self { cutter, splitter })
    }

    /// Fills `reading.sentences` and the spans of `reading.tokens` from its paragraphs and turns.
    pub fn read(&self, reading: &mut Reading) {
        let Reading { text, paragraphs, turns, sentences, tokens } = reading;
        let mut turn = 0;
        for (row, paragraph) in paragraphs.iter().enumerate() {
            // The label of a turn, what is spoken, and what stands around it are read apart.
            let mut at = paragraph.span.start();
            while at < paragraph.span.end() {
                while turns.get(turn).is_some_and(|t| t.span.end() <= at) {
                    turn += 1;
                }
                let (end, inside) = piece(turns.get(turn), at, paragraph.span.end());
                let first = tokens.len();
                for word in self.cutter.cut(&text.as_str()[at..end]) {
                    if let Some(span) = text.span(at + word.range.start..at + word.range.end) {
                        tokens.push(span, word.joined);
                    }
                }
                let spans = &tokens.spans()[first..];
                let words: Vec<&str> = spans.iter().map(|&span| text.slice(span)).collect();
                let gaps = gaps(text, at, spans);
                let ends = self.splitter.ends(sentence::Paragraph { words: &words, gaps: &gaps });
                // "former Gov. Ann Ode": a title goes with the name behind it.
                let titled = |last: usize| {
                    let name = words.get(last + 1).is_some_and(|next| next.starts_with(char::is_uppercase));
                    name && gaps[last + 1] == 1 && self.cutter.is_title(words[last])
                };
                let mut start = 0;
                for (last, _) in ends.iter().enumerate().filter(|&(last, ends)| *ends && !titled(last)) {
                    sentences.push(Sentence {
                        span: spans[start].to(spans[last]),
                        tokens: first + start..first + last + 1,
                        paragraph: Id::new(row),
                        turn: inside.then(|| Id::new(turn)),
                    });
                    start = last + 1;
                }
                at = end;
            }
        }
    }
}

/// How far the text from `at` is all inside or all outside of `turn`, the first one that ends behind `at`. What interrupts a turn
/// is outside of it.
fn piece(turn: Option<&Turn>, at: usize, end: usize) -> (usize, bool) {
    let Some(turn) = turn else { return (end, false) };
    let pieces = match &turn.pieces[..] {
        [] => std::slice::from_ref(&turn.span),
        pieces => pieces,
    };
    let next = pieces.get(pieces.partition_point(|piece| piece.end() <= at));
    match next {
        Some(piece) if piece.start() <= at => (piece.end().min(end), true),
        Some(piece) => (piece.start().min(end), false),
        None => (turn.span.end().min(end), true),
    }
}

/// For every word, how the white space before it looks: 0 for none, 1 for spaces, 2 for a line break.
fn gaps(text: &Text, from: usize, spans: &[crate::text::Span]) -> Vec<u8> {
    let mut before = from;
    spans
        .iter()
        .map(|span| {
            let gap = &text.as_str()[before..span.start()];
            before = span.end();
            if gap.contains('\n') { 2 } else { u8::from(!gap.is_empty()) }
        })
        .collect()
}
