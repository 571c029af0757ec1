//! What stands between quotation marks.
//!
//! Marks are paired within a paragraph. A mark opens where none is open, whichever side it was made for, since
//! transcripts have them on the wrong side (`various” think tanks ”`). A quotation that goes on in the next paragraph
//! opens anew there, so one that began with its paragraph and is not closed ends with it. Apostrophes are words of
//! their own or parts of words by the time this is asked, and never pair.

use std::ops::Range;

use crate::document::Reading;
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
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Double { opens: bool },
    SingleOpen,
    SingleClose,
}

/// The quoted words of a document, in text order, none inside another.
pub(crate) fn read(reading: &Reading) -> Vec<Quoted> {
    let mut found = Vec::new();
    let mut open: Option<(bool, usize)> = None;
    let mut paragraph = usize::MAX;
    let (mut first, mut last) = (0, 0);
    for sentence in &reading.sentences {
        if sentence.paragraph.row() != paragraph {
            close_paragraph(&mut found, &mut open, first..last, paragraph);
            paragraph = sentence.paragraph.row();
            first = sentence.tokens.start;
        }
        last = sentence.tokens.end;
        for at in sentence.tokens.clone() {
            let Some(mark) = mark(reading, at) else { continue };
            match (open, mark) {
                // Another opening mark: the first was never closed.
                (None, Mark::Double { .. }) | (Some((true, _)), Mark::Double { opens: true }) => {
                    open = Some((true, at));
                }
                (None, Mark::SingleOpen) => open = Some((false, at)),
                (Some((true, start)), Mark::Double { .. }) | (Some((false, start)), Mark::SingleClose) => {
                    if start + 1 < at {
                        found.push(Quoted { words: start + 1..at, marked: start..at + 1, paragraph });
                    }
                    open = None;
                }
                _ => {}
            }
        }
    }
    close_paragraph(&mut found, &mut open, first..last, paragraph);
    found
}

fn close_paragraph(
    found: &mut Vec<Quoted>,
    open: &mut Option<(bool, usize)>,
    words: Range<usize>,
    paragraph: usize,
) {
    if let Some((true, start)) = open.take()
        && start == words.start
        && start + 1 < words.end
    {
        found.push(Quoted { words: start + 1..words.end, marked: start..words.end, paragraph });
    }
}

fn mark(reading: &Reading, at: usize) -> Option<Mark> {
    let tokens = &reading.tokens;
    let glued = |left: usize, right: usize| {
        right < tokens.len() && tokens.span(left).end() == tokens.span(right).start()
    };
    match reading.text.slice(tokens.span(at)) {
        "“" | "„" | "«" | "``" => Some(Mark::Double { opens: true }),
        "”" | "»" | "\"" | "''" => Some(Mark::Double { opens: false }),
        "‘" => Some(Mark::SingleOpen),
        "'" | "’" if tokens.upos(at) == Upos::Punct => {
            let before = at > 0 && glued(at - 1, at);
            Some(if before || !glued(at, at + 1) { Mark::SingleClose } else { Mark::SingleOpen })
        }
        _ => None,
    }
}
