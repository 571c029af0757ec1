//! A speech as a whole: one turn, of whom its heading names.
//!
//! "Remarks by Ann Ode at the annual dinner" stands above what she said, and what she said is in the first person. A report on a
//! speech has such a heading at times, but tells of her.

use super::marker::Labels;
use crate::document::{Paragraph, ParagraphKind, Turn, TurnRole};
use crate::text::{Span, Text};

/// Paragraphs that are looked through for the heading.
const HEADINGS: usize = 8;

/// Bytes of a heading, at most.
const HEADING: usize = 300;

/// Words from the beginning of a heading to its noun, and from that to who speaks, at most.
const NEAR: usize = 6;

/// Words of a line between the heading and the speech, such as its date, at most.
const LINE: usize = 8;

/// One word in so many, at least, is "I" or "we" or the like.
const OWN: usize = 100;

/// The speech of the document, if it is one.
pub(super) fn read(text: &Text, paragraphs: &[Paragraph], labels: &Labels) -> Option<Turn> {
    let slice = |paragraph: &Paragraph| text.slice(paragraph.span);
    let top = paragraphs.iter().take(HEADINGS);
    let heading = top.enumerate().find(|(_, paragraph)| is_heading(slice(paragraph), labels))?.0;
    let body = |paragraph: &&Paragraph| paragraph.kind != ParagraphKind::Boilerplate;
    let said = |paragraph: &&Paragraph| {
        let words = slice(paragraph).split_whitespace().count();
        words > LINE || slice(paragraph).ends_with([',', '.', ':', '!', '?', '…'])
    };
    let mut rest = paragraphs[heading + 1..].iter().filter(body);
    let first = rest.find(said)?.span;
    let last = rest.next_back().map_or(first, |paragraph| paragraph.span);
    let span: Span = first.to(last);
    let words = || text.slice(span).split_whitespace();
    let own = words().filter(|word| is_first_person(word)).count();
    let role = TurnRole::Answer;
    let turn = Turn { span, pieces: Vec::new(), label: None, named: None, role, answers: None, quoted: false };
    (own * OWN >= words().count()).then_some(turn)
}

/// Whether the paragraph is the heading of a speech: "Remarks by Ann Ode", "Keynote address of the Governor, Ann Ode".
fn is_heading(paragraph: &str, labels: &Labels) -> bool {
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let pair = |at: &usize| {
        labels.is_speech(words[*at]) && !words.get(at + 1).is_some_and(|next| labels.is_speech(next))
    };
    let noun = (0..words.len().min(NEAR)).find(pair);
    let behind = noun.and_then(|noun| words.get(noun + 1..)).unwrap_or_default();
    // "Speech *in support of* the Act": only "by" may stand apart from the noun.
    let told = |(at, word): (usize, &&str)| match word.to_lowercase().as_str() {
        "by" => true,
        "of" | "from" => at == 0,
        _ => false,
    };
    let by = behind.iter().take(NEAR).enumerate().position(told);
    let named = by.and_then(|by| behind.get(by + 1..)).unwrap_or_default();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let short = paragraph.len() <= HEADING && !paragraph.ends_with(['.', '?', '!', ',', ';']);
    short && capital(&words.first().copied().unwrap_or_default()) && named.iter().take(2).any(capital)
}

/// Whether the word is one of who speaks.
fn is_first_person(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let bare = bare.split(['\'', '’']).next().unwrap_or(bare);
    bare == "I" || matches!(bare.to_lowercase().as_str(), "we" | "our" | "my" | "us" | "me" | "ours")
}

#[cfg(test)]
mod tests {
    use super::super::Blocks;
    use crate::text::Text;

    #[test]
    fn speeches_are_told_from_reports_on_them() {
        let blocks = Blocks::new().unwrap();
        #[rustfmt::skip]
        let cases: &[(&str, Option<&str>)] = &[
            ("Steady hands\n\nRemarks by Dr. Ann Ode, Governor of the Bank, at the annual dinner\n\n28 November 2024\n\nLadies and gentlemen,\n\nI thank you.\n\nWe met.",
             Some("Ladies and gentlemen,\n\nI thank you.\n\nWe met.")),
            ("Keynote address of Ann Ode\n\nI am glad to be here.\n\nWe have work to do.", Some("I am glad to be here.\n\nWe have work to do.")),
            ("Remarks by Ann Ode\n\nAnn Ode spoke in Oman.\n\nShe was late.", None),
            ("The speech by Ann Ode was short.\n\nI was there.\n\nWe left.", None),
            ("Joint Statement of Oman and Chad\n\nWe are glad to be here.", None),
            ("Remarks\n\nI am glad to be here.\n\nWe left.", None),
            ("Floor Speech in Support of the Ode Act\n\nI am glad to be here.\n\nWe left.", None),
            ("Remarks as prepared for delivery by Ann Ode\n\nI am glad to be here.", Some("I am glad to be here.")),
        ];
        for (content, expected) in cases {
            let text = Text::new((*content).to_owned()).unwrap();
            let (_, turns) = blocks.read(&text);
            let found: Vec<_> = turns.iter().map(|turn| text.slice(turn.span)).collect();
            assert_eq!(found, expected.iter().copied().collect::<Vec<_>>(), "{content:?}");
        }
    }
}
