//! Where it is told who speaks in quotation marks: no "he" inside them is he, who would say "I".

use std::ops::Range;

use crate::document::Reading;
use crate::marks::Quoted;

/// The words outside of marks in which the speaker of the quotation around the word `at` is named: before it in its sentence, in
/// the sentence before where that ends with the same speech (`"X," he said. "Y."`), and behind it. None of words that only
/// stand in marks inside somebody else's sentence ("said she “loved her job”").
pub(super) fn told(reading: &Reading, quoted: &[Quoted], at: usize) -> Vec<Range<usize>> {
    let row = quoted.partition_point(|quote| quote.words.end <= at);
    let Some(quote) = quoted.get(row).filter(|quote| quote.words.contains(&at)) else { return Vec::new() };
    let first = reading.text.slice(reading.tokens.span(quote.words.start));
    if !first.starts_with(char::is_uppercase) {
        return Vec::new();
    }
    let sentence = |word: usize| reading.sentence_of(word);
    let words = |row: usize| reading.sentences[row].tokens.clone();
    let (opens, closes) = (sentence(quote.words.start), sentence(quote.words.end - 1));
    let mut told = vec![words(opens).start..quote.marked.start, quote.marked.end..words(closes).end];
    let before = row.checked_sub(1).map(|row| &quoted[row]);
    if let Some(before) = before.filter(|before| {
        words(opens).start == quote.marked.start && opens > 0 && sentence(before.words.end - 1) == opens - 1
    }) && reading.sentences[opens - 1].paragraph == reading.sentences[opens].paragraph
    {
        told.push(before.marked.end..words(opens - 1).end);
        told.push(words(sentence(before.words.start)).start..before.marked.start);
    }
    told.retain(|range| !range.is_empty());
    told
}
