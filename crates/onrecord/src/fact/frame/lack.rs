//! What a frame that a clause evokes lacks to make a fact, and how it is explained.

use onrecord_resource::frame::Part;

/// What a frame lacks to make a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lack {
    /// It is evoked by this part of speech, and the word is another.
    Form(Part),
    /// Further words of the trigger are not there.
    Words(String),
    /// A particle makes it another verb.
    Particle(String),
    /// The verb has an object that it must not have.
    Object,
    /// A word that hangs on it makes it something else.
    Other(String),
    /// It heads no point of a list that is opened so.
    Point,
    /// A clause hangs on it.
    Clause,
    /// The verb says something of its object, or something that it must not say.
    More,
    /// The word is part of a name.
    Name,
    /// It stands in a question.
    Answer,
    /// It is an attribute, not a predicate.
    Predicate,
    /// Another frame has said it.
    Said,
    /// Too few phrases fill a role.
    Role { role: &'static str, fillers: usize, least: u8 },
    /// Nobody known takes part.
    Somebody,
    /// What does it is nobody who acts: an earthquake.
    Doer,
    /// It is said of nobody and nothing.
    Aim,
    /// What is called an office is none.
    Office,
    /// The noun is only spoken of: "the tasks of cooperation with Oman".
    Told,
}

impl std::fmt::Display for Lack {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Form(Part::Noun) => f.write_str("it is evoked by the noun"),
            Self::Form(Part::Verb) => f.write_str("it is evoked by the verb"),
            Self::Form(Part::Adjective) => f.write_str("it is evoked by the adjective"),
            Self::Words(words) => write!(f, "`{words}` does not stand with it"),
            Self::Particle(particle) => write!(f, "`{particle}` makes it another verb"),
            Self::Object => f.write_str("it has an object"),
            Self::Clause => f.write_str("a clause hangs on it"),
            Self::More => f.write_str("it says more than the frame takes"),
            Self::Other(word) => write!(f, "`{word}` makes it something else"),
            Self::Point => f.write_str("it heads no point of a list that is opened so"),
            Self::Name => f.write_str("it is part of a name"),
            Self::Answer => f.write_str("what is asked is not said"),
            Self::Predicate => f.write_str("it is an attribute of a noun"),
            Self::Said => f.write_str("a frame before it has made the fact"),
            Self::Role { role, fillers, least } => {
                write!(f, "role `{role}` has {fillers} of {least} fillers of the right function and type")
            }
            Self::Somebody => f.write_str("no person, body or country takes part"),
            Self::Told => f.write_str("the noun is spoken of, it does not say that it happened"),
            Self::Office => f.write_str("what it names is no office"),
            Self::Doer => f.write_str("what does it fills no role"),
            Self::Aim => f.write_str("nothing says whom or what it concerns"),
        }
    }
}
