//! What the engine makes of one text: three floors of layers, each read off the one below.
//!
//! [`Reading`] is the text cut up: paragraphs, turns, sentences, tokens and their arcs. [`Named`] is what the text
//! speaks of: times, quantities, mentions and the entities behind them. [`Said`] is what it says of them: quotations
//! and facts. Rows point at rows of their own or a lower floor by typed numbers ([`Id`]), so a token's number cannot
//! be used to look up a mention. The names of types, fields and values are those of the JSON and of Python.

mod id;
mod moved;
mod named;
mod reading;
mod said;

use jiff::civil::DateTime;

use crate::layers::Layers;

pub use id::Id;
pub use named::{
    Entity, EntityKind, Form, Mention, Named, Quantity, QuantityLabel, QuantityMod, Speaker, Time, TimeKind,
};
pub use reading::{Paragraph, ParagraphKind, Reading, Sentence, Turn, TurnRole};
pub use said::{
    Arg, CueClass, Fact, FactKind, Filler, Manner, Modality, Place, Plover, Polarity, Quotation, Said, Via,
    Voucher,
};

/// A document as it comes in.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// How the caller knows the document.
    pub id: String,
    /// The text, taken as it is.
    pub text: String,
    /// When the document was written, where that is known apart from the text: what "yesterday" is relative to.
    pub date: Option<Moment>,
    /// Title, where it is known apart from the text.
    pub title: Option<String>,
    /// Who speaks wherever no label of the text says so, where that is known apart from the text: "President Ann Lee", "Kenya".
    pub speaker: Option<String>,
    /// Path or URL.
    pub source: Option<String>,
}

/// A date, or a date with a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The date, and midnight where no time of day was given.
    pub at: DateTime,
    /// Whether a time of day was given.
    pub timed: bool,
}

/// One text with all that was found in it.
#[derive(Clone, Debug)]
pub struct Document {
    /// How the caller knows the document.
    pub id: String,
    /// Path or URL.
    pub source: Option<String>,
    /// Title, where it was given.
    pub title: Option<String>,
    /// Who speaks wherever no label says so, as it was given.
    pub speaker: Option<String>,
    /// Document creation time, where it was given or stands at the head of the text.
    pub date: Option<Moment>,
    /// The layers that were asked for; others may be there because these need them.
    pub layers: Layers,
    /// The text cut up.
    pub reading: Reading,
    /// What the text speaks of.
    pub named: Named,
    /// What the text says.
    pub said: Said,
}
