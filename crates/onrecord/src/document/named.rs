//! The second floor: what the text speaks of.

use super::{Id, Moment};
use crate::resolve::Ties;
use crate::text::Span;
use crate::vocabulary::vocabulary;

/// The second floor: what the text speaks of.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// Time expressions, in text order.
    pub times: Vec<Time>,
    /// Quantities, in text order.
    pub quantities: Vec<Quantity>,
    /// Mentions, in text order; of two that begin together the longer first.
    pub mentions: Vec<Mention>,
    /// Entities, in order of their first mention.
    pub entities: Vec<Entity>,
    /// Who speaks, one row a turn.
    pub speakers: Vec<Option<Speaker>>,
    /// What is known of mentions and entities beyond their rows.
    pub(crate) ties: Ties,
}

/// Who speaks in a turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The name as shown.
    pub name: String,
    /// The entity behind the name.
    pub entity: Option<Id<Entity>>,
}

/// A time expression: TIMEX3 (ISO 24617-1), with the interval that it denotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// The expression.
    pub span: Span,
    /// TIMEX3 `type`.
    pub kind: TimeKind,
    /// TIMEX3 `value`: `2019-06`, `P70Y`, `PRESENT_REF`, or with holes (`XXXX-06`) where no anchor is known.
    pub value: String,
    /// TIMEX3 `mod`: `APPROX`, `START`, `MORE_THAN` …
    pub modifier: Option<&'static str>,
    /// TIMEX3 `quant` of a set: `EVERY`, `EACH` …
    pub quant: Option<String>,
    /// TIMEX3 `freq` of a set: `2X`, `P2W` …
    pub freq: Option<String>,
    /// First moment of the interval that the value denotes, where it denotes one.
    pub begin: Option<Moment>,
    /// First moment after that interval.
    pub end: Option<Moment>,
}

vocabulary! {
    /// TIMEX3 `type`.
    TimeKind {
        /// A calendar date of any size: a day, a month, a century.
        Date = "DATE",
        /// A time of day.
        Time = "TIME",
        /// An amount of time.
        Duration = "DURATION",
        /// A time that comes again.
        Set = "SET",
    }
}

/// A number with what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// Number and unit; approximators ("about") stay outside.
    pub span: Span,
    /// What sort of number.
    pub label: QuantityLabel,
    /// Exact decimal string; the low end of a range; `None` where the text is vague ("dozens").
    pub value: Option<String>,
    /// The high end of a range.
    pub high: Option<String>,
    /// ISO 4217, `percent`, `percentage point`, or the lowercase singular name; `None` for counts.
    pub unit: Option<String>,
    /// How the value is meant.
    pub modifier: Option<QuantityMod>,
    /// The noun that is counted, with its own modifiers.
    pub counted: Option<Span>,
}

vocabulary! {
    /// What sort of number a quantity is.
    QuantityLabel {
        /// A plain number or a count.
        Number = "number",
        /// Percent or percentage points.
        Percent = "percent",
        /// An amount of money.
        Money = "money",
        /// A place in an order.
        Ordinal = "ordinal",
        /// A number with a unit of measurement.
        Measure = "measure",
        /// A low and a high end.
        Range = "range",
    }
}

vocabulary! {
    /// How a value is meant.
    QuantityMod {
        /// About, nearly, some.
        Approx = "approx",
        /// More than, over.
        MoreThan = "more_than",
        /// Less than, under.
        LessThan = "less_than",
        /// At least, or more.
        AtLeast = "at_least",
        /// At most, up to.
        AtMost = "at_most",
    }
}

vocabulary! {
    /// What an entity is.
    EntityKind {
        /// A human being.
        Person = "person",
        /// A company, authority, party, club.
        Organization = "organization",
        /// A state.
        Country = "country",
        /// Any other place.
        Place = "place",
        /// A named happening.
        Event = "event",
        /// An initiative, plan or policy with a name.
        Program = "program",
        /// A treaty, law, statement or other text.
        Document = "document",
        /// Something made and sold.
        Product = "product",
        /// People taken together: a people, a class, the two sides.
        Group = "group",
    }
}

vocabulary! {
    /// How a mention refers.
    Form {
        /// By a name.
        Name = "name",
        /// By a description: "the minister".
        Nominal = "nominal",
        /// By a pronoun.
        Pronoun = "pronoun",
    }
}

/// One place where an entity is mentioned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The words; of a name without "the", titles and "'s".
    pub span: Span,
    /// The word that carries it.
    pub head: Span,
    /// What it is.
    pub kind: EntityKind,
    /// How it refers.
    pub form: Form,
    /// What it refers to.
    pub entity: Id<Entity>,
}

/// One thing in the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// The canonical name.
    pub name: String,
    /// Other names and descriptions in the text, in order of appearance, each once.
    pub aliases: Vec<String>,
    /// ISO 3166-1 alpha-3 of a country; actor code (`KAZGOV`) of anybody else, where known.
    pub code: Option<String>,
    /// Titles and offices of a person, as the text writes them.
    pub titles: Vec<String>,
}
