//! A speech as a whole: one turn, of whom its heading names.
//!
//! "Remarks by Ann Ode at the annual dinner" stands above what she said, and what she said is in the first person. A report on a
//! speech has such a heading at times, but tells of her; and a statement is a body's as often as it is somebody's, who says "I" then.
//! How a heading is read, says [`heading`]. Who speaks may also be known apart from the text.

mod heading;

use self::heading::{beside, by};
use super::marker::Labels;
use crate::document::{Paragraph, ParagraphKind, Turn, TurnRole};
use crate::text::{Span, Text};

/// Paragraphs that are looked through for the heading.
const HEADINGS: usize = 8;

/// Words of a line between the heading and the speech, such as its date, at most.
const LINE: usize = 8;

/// One word in so many, at least, is "I" or "we" or the like.
const OWN: usize = 100;

/// One word in so many, at least, is "I" or the like in what one person states.
const MINE: usize = 300;

/// The speech of the document, if it is one.
pub(super) fn read(text: &Text, paragraphs: &[Paragraph], labels: &Labels) -> Option<Turn> {
    let slice = |paragraph: &Paragraph| text.slice(paragraph.span);
    let top = || paragraphs.iter().take(HEADINGS).enumerate();
    let behind = top().find_map(|(row, paragraph)| Some((row, by(slice(paragraph), labels)?)));
    let aside = || top().find_map(|(row, paragraph)| Some((row, beside(slice(paragraph), labels)?)));
    let (row, heading) = behind.or_else(aside)?;
    let body = |paragraph: &&Paragraph| paragraph.kind != ParagraphKind::Boilerplate;
    let said = |paragraph: &&Paragraph| {
        let words = slice(paragraph).split_whitespace().count();
        words > LINE || slice(paragraph).ends_with([',', '.', ':', '!', '?', '…'])
    };
    let rest = &paragraphs[row + 1..];
    let begin = rest.iter().position(|paragraph| body(&paragraph) && said(&paragraph))?;
    let own: Vec<&Paragraph> = rest[begin..].iter().filter(body).collect();
    let span: Span = own.first()?.span.to(own.last()?.span);
    let voice = own.iter().map(|paragraph| Voice::of(slice(paragraph))).fold(Voice::default(), Voice::and);
    let named = heading.named.and_then(|name| {
        let start = paragraphs[row].span.start() + slice(&paragraphs[row]).find(name)?;
        text.trimmed(start..start + name.len())
    });
    let speaks = voice.speaks() && (!heading.states || voice.is_one());
    speaks.then_some(Turn { named, ..turn(span) })
}

/// All of a text that is known to be somebody's, from its first to its last paragraph that is no boilerplate.
pub(crate) fn all(paragraphs: &[Paragraph]) -> Option<Turn> {
    let mut own = paragraphs.iter().filter(|paragraph| paragraph.kind != ParagraphKind::Boilerplate);
    let first = own.next()?.span;
    Some(turn(own.next_back().map_or(first, |last| first.to(last.span))))
}

/// The turn of a speech.
fn turn(span: Span) -> Turn {
    let role = TurnRole::Answer;
    Turn { span, pieces: Vec::new(), label: None, named: None, role, answers: None, quoted: false }
}

/// How often a text speaks of itself outside quotation marks.
#[derive(Default)]
struct Voice {
    words: usize,
    /// "I" and "we" and the like.
    own: usize,
    /// "I" and the like.
    mine: usize,
}

impl Voice {
    fn of(paragraph: &str) -> Self {
        let mut voice = Self::default();
        let mut quoted = false;
        for word in paragraph.split_whitespace() {
            // Which side a mark was made for is not to be relied on.
            let marks = word.matches(['“', '”', '"']).count();
            voice.words += 1;
            if !quoted && marks == 0 {
                voice.own += usize::from(is_first_person(word));
                voice.mine += usize::from(is_singular(word));
            }
            quoted ^= marks % 2 == 1;
        }
        voice
    }

    fn and(self, other: Self) -> Self {
        Self { words: self.words + other.words, own: self.own + other.own, mine: self.mine + other.mine }
    }

    fn speaks(&self) -> bool {
        self.own * OWN >= self.words
    }

    fn is_one(&self) -> bool {
        self.mine > 0 && self.mine * MINE >= self.words
    }
}

/// A word without what hangs on it: "I" of "I’m,".
fn bare(word: &str) -> &str {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    bare.split(['\'', '’']).next().unwrap_or(bare)
}

/// Whether the word is one of who speaks.
fn is_first_person(word: &str) -> bool {
    is_singular(word) || matches!(bare(word).to_lowercase().as_str(), "we" | "our" | "us" | "ours")
}

/// Whether the word is one of one who speaks.
fn is_singular(word: &str) -> bool {
    bare(word) == "I" || matches!(bare(word).to_lowercase().as_str(), "my" | "me")
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
            ("Remarks by Ann Ode\n\nAnn Ode spoke in Oman. “We are glad to be here,” she said. “We have work to do.”", None),
            ("Ann Ode: Speech at the opening of the port\n\nI am glad to be here.", Some("I am glad to be here.")),
            ("Ann Ode: Speech at the opening of the port\n\nThe minister was glad. “I am glad to be here,” she said.", None),
            ("Speech – Ann Ode, Minister of Trade\n\nI am glad to be here.", Some("I am glad to be here.")),
            ("Statement by Ann Ode, Minister of Trade\n\nI am glad to be here.", Some("I am glad to be here.")),
            ("Statement of Ann Ode before the Committee\n\nWe are glad to be here.", None),
            ("Joint Statement by Ann Ode and Bo Ek\n\nWe are glad to be here.", None),
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
