//! The first floor: the text cut up.

use std::ops::Range;

use super::Id;
use crate::syntax::Tokens;
use crate::text::{Span, Text};
use crate::vocabulary::vocabulary;

/// The first floor: the text cut up.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The text as it was given.
    pub text: Text,
    /// Blocks, in text order; together they hold every character that is not white space, but for what nobody says in captions:
    /// the timing lines and what the file says of itself.
    pub paragraphs: Vec<Paragraph>,
    /// Turns, in text order.
    pub turns: Vec<Turn>,
    /// Sentences, in text order, each inside one paragraph.
    pub sentences: Vec<Sentence>,
    /// Words, in text order, with their tags and arcs where they were asked for.
    pub tokens: Tokens,
}

impl Reading {
    /// The row of the sentence that word `at` stands in. Logarithmic in the number of sentences.
    #[must_use]
    pub fn sentence_of(&self, at: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.tokens.end <= at)
    }

    /// Whether word `at` is the first of its sentence.
    #[must_use]
    pub fn starts_sentence(&self, at: usize) -> bool {
        self.sentences.get(self.sentence_of(at)).is_some_and(|sentence| sentence.tokens.start == at)
    }

    /// The turn that word `at` stands in.
    #[must_use]
    pub fn turn_of(&self, at: usize) -> Option<Id<Turn>> {
        self.sentences.get(self.sentence_of(at))?.turn
    }
}

/// A block of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// From its first to its last character that is not white space.
    pub span: Span,
    /// What it is.
    pub kind: ParagraphKind,
}

vocabulary! {
    /// What a block of text is.
    ParagraphKind {
        /// The title of the whole document.
        Headline = "headline",
        /// The first paragraph under the headline: what the document is about.
        Lead = "lead",
        /// Running text.
        Body = "body",
        /// The title of a part.
        Heading = "heading",
        /// Navigation, page counters, copyright lines: not the document's own words.
        Boilerplate = "boilerplate",
    }
}

/// One speaker's uninterrupted contribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// What was spoken, without its label.
    pub span: Span,
    /// The pieces of `span` that were spoken, where something else interrupts them, as timing lines do in captions;
    /// empty where nothing does.
    pub pieces: Vec<Span>,
    /// The label or the dash that opens the turn.
    pub label: Option<Span>,
    /// Who speaks, where what stands above the turn names them: "BY MR. *ODE*:" above a `Q.`, "Speech – *Ann Ode*".
    pub named: Option<Span>,
    /// Part in the conversation.
    pub role: TurnRole,
    /// The turn that this one answers.
    pub answers: Option<Id<Turn>>,
    /// Whether a report gives it among what it tells: in an interview the turns are the document, in a report they are what it
    /// quotes.
    pub quoted: bool,
}

vocabulary! {
    /// A speaker's part in the conversation.
    TurnRole {
        /// Asks.
        Question = "question",
        /// Answers, or makes a statement.
        Answer = "answer",
        /// Text around the conversation.
        Narration = "narration",
        /// Leads the conversation without asking.
        Moderator = "moderator",
    }
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last token.
    pub span: Span,
    /// Its tokens, by row.
    pub tokens: Range<usize>,
    /// The paragraph it stands in.
    pub paragraph: Id<Paragraph>,
    /// The turn it stands in.
    pub turn: Option<Id<Turn>>,
}
