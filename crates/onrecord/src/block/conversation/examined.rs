//! Who examines whom in the record of a court: "BY MR. ODE:" stands once above all that Mr. Ode asks, and each question and answer
//! has only its letter.

use std::ops::Range;

use super::Opening;
use crate::block::marker::Labels;
use crate::document::{Paragraph, TurnRole};
use crate::text::{Span, Text};

/// Bytes of a paragraph that names a witness, at most.
const LONGEST: usize = 400;

/// The openings, each letter with who has it by what stands above, and each of these paragraphs as the end of the turn before it.
pub(super) fn named<'a>(
    text: &Text,
    paragraphs: &[Paragraph],
    labels: &Labels,
    found: Vec<Opening<'a>>,
) -> Vec<Opening<'a>> {
    if !found.iter().any(|opening| is_letter(text, opening, 'Q')) {
        return found;
    }
    let (mut examiner, mut witness) = (None, None);
    let mut openings = Vec::with_capacity(found.len());
    let mut found = found.into_iter().peekable();
    for (row, paragraph) in paragraphs.iter().enumerate() {
        let content = text.slice(paragraph.span);
        let span = |name: Range<usize>| {
            let start = paragraph.span.start();
            text.trimmed(start + name.start..start + name.end)
        };
        let short = content.len() <= LONGEST;
        let asks = short.then(|| labels.examiner(content)).flatten().and_then(span);
        let answers = short.then(|| labels.witness(content)).flatten().and_then(span);
        let own = found.next_if(|opening| opening.paragraph == row);
        if asks.is_some() || answers.is_some() {
            (examiner, witness) = (asks.or(examiner), answers.or(witness));
            openings.push(Opening { silent: true, ..Opening::of(text, paragraphs, row, 0) });
        } else if let Some(mut opening) = own {
            opening.named = whose(text, &opening, examiner, witness);
            openings.push(opening);
        }
    }
    openings
}

/// Who has the label of `opening`.
fn whose(text: &Text, opening: &Opening, examiner: Option<Span>, witness: Option<Span>) -> Option<Span> {
    match opening.role {
        Some(TurnRole::Question) if is_letter(text, opening, 'Q') => examiner,
        Some(TurnRole::Answer) if is_letter(text, opening, 'A') || opening.speaker == "WITNESS" => witness,
        _ => None,
    }
}

/// Whether the label is that letter: "Q.", "A.".
fn is_letter(text: &Text, opening: &Opening, letter: char) -> bool {
    let label = opening.label.map_or("", |label| text.slice(label));
    label.strip_prefix(letter).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}
