//! What stands between quotation marks.
//!
//! Marks are paired within a paragraph. A mark opens where none is open, whichever side it was made for, since
//! transcripts have them on the wrong side (`various” think tanks ”`). A quotation that goes on in the next paragraph
//! opens anew there, so one that began with its paragraph and is not closed ends with it. Apostrophes are words of
//! their own or parts of words by the time this is asked, and never pair.

use std::ops::Range;

use crate::document::{Reading, Sentence};
use crate::syntax::Upos;

/// The words between two marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quoted {
    /// Without the marks.
    pub(crate) words: Range<usize>,
    /// With them.
    pub(crate) marked: Range<usize>,
    /// Row of the paragraph.
    pub(crate) paragraph: usize,
    /// Whether it goes on with the quotation at the end of the paragraph before, which is not closed there.
    pub(crate) goes_on: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Double {
        opens: bool,
    },
    /// Closes, and opens nothing.
    Close,
    SingleOpen,
    SingleClose,
}

/// The quoted words of a document, in text order, none inside another.
pub(crate) fn read(reading: &Reading) -> Vec<Quoted> {
    let mut found = Vec::new();
    let mut open: Option<(bool, usize)> = None;
    let mut paragraph = usize::MAX;
    let (mut first, mut last) = (0, 0_usize);
    for sentence in reading.sentences.iter().filter(|sentence| !is_called_out(reading, sentence)) {
        if sentence.paragraph.row() != paragraph {
            // What somebody says ends with their turn, closed or not.
            let same = last.checked_sub(1).and_then(|last| reading.turn_of(last)) == sentence.turn;
            if !(same && goes_on(reading, sentence, open)) {
                let anew = same && opens_anew(reading, sentence) || goes_to_end(reading, open, first, &found);
                close_paragraph(reading, &mut found, &mut open, first..last, paragraph, anew);
            }
            paragraph = sentence.paragraph.row();
            first = sentence.tokens.start;
        }
        last = sentence.tokens.end;
        let quoted = |words, marked| Quoted { words, marked, paragraph, goes_on: false };
        for at in sentence.tokens.clone() {
            let Some(mark) =
                mark(reading, at).filter(|_| !(open.is_some() && is_inches(reading, at, sentence)))
            else {
                continue;
            };
            match (open, mark) {
                // `… how the two fit,” said Ode`: never opened, so it began with its sentence.
                (None, Mark::Double { opens: false } | Mark::Close)
                    if is_close(reading, at, sentence, &found) =>
                {
                    let first = sentence.tokens.start;
                    found.push(quoted(first..at, first..at + 1));
                }
                // Another opening mark: the first was never closed, and ended with the sentence before.
                (None, Mark::Double { .. }) | (Some((true, _)), Mark::Double { opens: true }) => {
                    if let Some((_, start)) =
                        open.filter(|&(_, start)| is_unclosed(reading, start, at, first))
                    {
                        found.push(quoted(start + 1..at, start..at));
                    }
                    open = Some((true, at));
                }
                (None, Mark::SingleOpen) => open = Some((false, at)),
                (Some((true, start)), Mark::Double { .. } | Mark::Close)
                | (Some((false, start)), Mark::SingleClose) => {
                    let first = start + 1 + usize::from(mark_of_two(reading, start));
                    if first < at {
                        found.push(quoted(first..at, start..at + 1));
                    }
                    open = None;
                }
                _ => {}
            }
        }
    }
    let whole = goes_to_end(reading, open, first, &found);
    close_paragraph(reading, &mut found, &mut open, first..last, paragraph, whole);
    join(&mut found, reading);
    found
}

/// Whether a sentence interrupts a turn without being of it: `[Hon. Members: “Shame!”]`. Nobody who is quoted around it says it.
fn is_called_out(reading: &Reading, sentence: &Sentence) -> bool {
    let start = sentence.span.start();
    let around = || reading.turns.get(reading.turns.partition_point(|turn| turn.span.end() <= start));
    sentence.turn.is_none() && around().is_some_and(|turn| turn.span.start() <= start)
}

/// The quoted words inside `outer`, in marks of the other kind: `“He said, ‘No.’”`.
pub(crate) fn inside(reading: &Reading, outer: &Quoted) -> Vec<Quoted> {
    let mut found = Vec::new();
    let mut open = None;
    let single = outer.words.start > 0
        && matches!(mark(reading, outer.words.start - 1), Some(Mark::SingleOpen | Mark::SingleClose));
    for at in outer.words.clone() {
        let mark = mark(reading, at);
        let (opens, closes) = match mark {
            Some(Mark::SingleOpen) => (!single, false),
            Some(Mark::SingleClose) => (false, !single),
            Some(Mark::Double { opens }) => (single && (opens || open.is_none()), single && !opens),
            Some(Mark::Close) => (false, single),
            None => (false, false),
        };
        match open {
            Some(start) if closes => {
                if start + 1 < at {
                    found.push(Quoted {
                        words: start + 1..at,
                        marked: start..at + 1,
                        paragraph: outer.paragraph,
                        goes_on: false,
                    });
                }
                open = None;
            }
            _ if opens => open = Some(at),
            _ => {}
        }
    }
    found
}

/// Tells each quotation whether it goes on with the one before it.
fn join(found: &mut [Quoted], reading: &Reading) {
    for row in 1..found.len() {
        let before = &found[row - 1];
        // Without a mark of its own at the end, the one before ended only with its paragraph.
        let unclosed = before.marked.end == before.words.end && before.paragraph + 1 >= found[row].paragraph;
        let start = found[row].marked.start;
        let same = reading.turn_of(before.marked.start) == reading.turn_of(start);
        found[row].goes_on = unclosed && same && reading.starts_sentence(start);
    }
}

/// Whether a mark at `at` that closes what was never opened ends speech: a comma stands inside it, and no other quotation in
/// its sentence.
fn is_close(reading: &Reading, at: usize, sentence: &Sentence, found: &[Quoted]) -> bool {
    let text = |word: usize| reading.text.slice(reading.tokens.span(word));
    let long = at > sentence.tokens.start + 3;
    let comma =
        long && text(at - 1) == "," && reading.tokens.span(at - 1).end() == reading.tokens.span(at).start();
    // Behind it stands who says it, or the verb.
    let next = (at + 1 < sentence.tokens.end).then(|| reading.tokens.upos(at + 1));
    let told =
        matches!(next, Some(Upos::Pron | Upos::Propn | Upos::Noun | Upos::Det | Upos::Verb | Upos::Adj));
    comma && told && found.last().is_none_or(|last| last.marked.end <= sentence.tokens.start)
}

/// Whether the quotation that opens at `start` ended with a sentence before the one that opens at `next`: `he said, “It
/// rained. “It will again.”`
fn is_unclosed(reading: &Reading, start: usize, next: usize, paragraph: usize) -> bool {
    let text = |word: usize| reading.text.slice(reading.tokens.span(word));
    let ended = next > start + 3 && matches!(text(next - 1), "." | "!" | "?");
    ended && begins_speech(reading, start, paragraph)
}

/// Whether a quotation open at the end of its paragraph runs to it: it begins a sentence behind another quotation there.
fn goes_to_end(reading: &Reading, open: Option<(bool, usize)>, paragraph: usize, found: &[Quoted]) -> bool {
    let Some((true, start)) = open else { return false };
    let before = found.last().is_some_and(|last| last.marked.start >= paragraph);
    before && reading.starts_sentence(start)
}

/// Whether the mark at `start` opens a paragraph, a sentence, or stands behind a comma or a colon.
fn begins_speech(reading: &Reading, start: usize, paragraph: usize) -> bool {
    let before = start.checked_sub(1).map_or("", |word| reading.text.slice(reading.tokens.span(word)));
    start == paragraph || reading.starts_sentence(start) || matches!(before, "," | ":")
}

/// Whether the mark at `at`, inside a quotation, stands for inches: `a 6' 2" wall`. It is glued to a number, a word follows
/// it, and the quotation is closed later in its sentence.
fn is_inches(reading: &Reading, at: usize, sentence: &Sentence) -> bool {
    let text = |word: usize| reading.text.slice(reading.tokens.span(word));
    let number = at > sentence.tokens.start
        && reading.tokens.span(at - 1).end() == reading.tokens.span(at).start()
        && text(at - 1).ends_with(|c: char| c.is_ascii_digit());
    let goes_on = at + 1 < sentence.tokens.end && text(at + 1).starts_with(char::is_lowercase);
    let mut behind = (at + 1..sentence.tokens.end).take(AHEAD).filter_map(|word| mark(reading, word));
    text(at) == "\"" && number && goes_on && matches!(behind.next(), Some(Mark::Close))
}

/// Whether the mark at `at` is the first of two single ones, or of two double ones that open together.
fn mark_of_two(reading: &Reading, at: usize) -> bool {
    let single = |at: usize| matches!(reading.text.slice(reading.tokens.span(at)), "‘" | "’" | "'" | "`");
    let glued = |at: usize| reading.tokens.span(at).end() == reading.tokens.span(at + 1).start();
    at + 1 < reading.tokens.len() && (single(at) && single(at + 1) && glued(at) || is_again(reading, at + 1))
}

/// Whether the double mark at `at` only repeats the opening one before it: `""It rained," he said`, `“”It rained,” he said`.
fn is_again(reading: &Reading, at: usize) -> bool {
    let tokens = &reading.tokens;
    let double = |at: usize| matches!(reading.text.slice(tokens.span(at)), "\"" | "“" | "”");
    let glued = |at: usize| at + 1 < tokens.len() && tokens.span(at).end() == tokens.span(at + 1).start();
    at > 0 && double(at - 1) && double(at) && glued(at - 1) && glued(at) && !(at > 1 && glued(at - 2))
}

/// Whether an open quotation goes on in the paragraph of `sentence`: the first mark there closes one.
fn goes_on(reading: &Reading, sentence: &Sentence, open: Option<(bool, usize)>) -> bool {
    let row = sentence.paragraph;
    let sentences = reading.sentences.partition_point(|other| other.tokens.start < sentence.tokens.start);
    let ahead = reading.sentences[sentences..].iter().take_while(|other| other.paragraph == row).take(AHEAD);
    let first = ahead.flat_map(|other| other.tokens.clone()).find_map(|at| mark(reading, at));
    let closes = matches!(first, Some(Mark::Close))
        || matches!(first, Some(Mark::Double { opens: false })) && !matches!(open, Some((false, _)));
    open.is_some_and(|(double, _)| double) && closes
}

/// Sentences of the next paragraph that are searched for the end of a quotation.
const AHEAD: usize = 24;

/// Whether the paragraph of `sentence` begins with an opening mark.
fn opens_anew(reading: &Reading, sentence: &Sentence) -> bool {
    let first = sentence.tokens.start;
    first < sentence.tokens.end && matches!(mark(reading, first), Some(Mark::Double { opens: true }))
}

/// Ends a quotation that is open at the end of a paragraph: one that began with it or behind a colon, or, where the next
/// paragraph opens `anew`, one that began with a sentence inside it.
fn close_paragraph(
    reading: &Reading,
    found: &mut Vec<Quoted>,
    open: &mut Option<(bool, usize)>,
    words: Range<usize>,
    paragraph: usize,
    anew: bool,
) {
    let colon =
        |start: usize| start > words.start && reading.text.slice(reading.tokens.span(start - 1)) == ":";
    if let Some((true, start)) = open.take()
        && (start == words.start || anew || colon(start))
        && start + 1 < words.end
    {
        found.push(Quoted {
            words: start + 1..words.end,
            marked: start..words.end,
            paragraph,
            goes_on: false,
        });
    }
}

fn mark(reading: &Reading, at: usize) -> Option<Mark> {
    let tokens = &reading.tokens;
    let glued = |left: usize, right: usize| {
        right < tokens.len() && tokens.span(left).end() == tokens.span(right).start()
    };
    // Two single marks for a double one, whatever the tagger makes of either: ‘‘X’’.
    let single = |at: usize| matches!(reading.text.slice(tokens.span(at)), "‘" | "’" | "'" | "`");
    if single(at) {
        if at > 0 && glued(at - 1, at) && single(at - 1) {
            return None;
        }
        if glued(at, at + 1) && single(at + 1) {
            let opens = at == 0 || !glued(at - 1, at);
            return Some(if opens { Mark::Double { opens } } else { Mark::Close });
        }
    }
    if is_again(reading, at) {
        return None;
    }
    match reading.text.slice(tokens.span(at)) {
        "“" | "„" | "«" | "``" | "‘‘" | "‘’" => Some(Mark::Double { opens: true }),
        "\"" => {
            let (left, right) = (at > 0 && glued(at - 1, at), glued(at, at + 1));
            // A straight mark has its side from what it is glued to; in doubt it takes turns.
            Some(match (left, right) {
                (false, true) => Mark::Double { opens: true },
                (true, false) => Mark::Close,
                _ => Mark::Double { opens: false },
            })
        }
        "”" | "»" | "''" | "’’" => Some(Mark::Double { opens: false }),
        "‘" => Some(Mark::SingleOpen),
        "'" | "’" if tokens.upos(at) == Upos::Punct => {
            let before = at > 0 && glued(at - 1, at);
            Some(if before || !glued(at, at + 1) { Mark::SingleClose } else { Mark::SingleOpen })
        }
        _ => None,
    }
}
