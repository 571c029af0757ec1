//! What the engine makes of one text: three floors of layers, each read off the one below.
//!
//! [`Reading`] is the text cut up: paragraphs, turns, sentences, tokens and their arcs. [`Named`] is what the text
//! speaks of: times, quantities, mentions and the entities behind them. [`Said`] is what it says of them: quotations
//! and facts. Rows point at rows of their own or a lower floor by typed numbers ([`Id`]), so a token's number cannot
//! be used to look up a mention. The names of types, fields and values are those of the JSON and of Python.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::{Index, Range};

use jiff::civil::DateTime;

use crate::layers::Layers;
use crate::resolve::Ties;
use crate::syntax::Tokens;
use crate::text::{Span, Text};
use crate::vocabulary::vocabulary;

/// A document as it comes in.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// How the caller knows the document.
    pub id: String,
    /// The text, taken as it is.
    pub text: String,
    /// When the document was written: what "yesterday" is relative to.
    pub date: Option<Moment>,
    /// Title, where it is known apart from the text.
    pub title: Option<String>,
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
    /// Document creation time, where it was given or stands in a dateline.
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

/// The first floor: the text cut up.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The text as it was given.
    pub text: Text,
    /// Blocks, in text order; together they hold every character that is not white space.
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

/// The third floor: what the text says.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Quotations, in order of their content.
    pub quotations: Vec<Quotation>,
    /// Facts, in order of their evidence.
    pub facts: Vec<Fact>,
}

/// The number of a row of the layer of `T`.
pub struct Id<T>(u32, PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// Row `row`. A layer has fewer rows than its text has bytes, so 32 bits hold every row there is.
    #[must_use]
    pub fn new(row: usize) -> Self {
        Self(u32::try_from(row).unwrap_or(u32::MAX), PhantomData)
    }

    /// The row's place in its layer.
    #[must_use]
    pub fn row(self) -> usize {
        self.0 as usize
    }
}

impl<T> Index<Id<T>> for [T] {
    type Output = T;
    fn index(&self, id: Id<T>) -> &T {
        &self[id.row()]
    }
}

impl<T> Index<Id<T>> for Vec<T> {
    type Output = T;
    fn index(&self, id: Id<T>) -> &T {
        &self[id.row()]
    }
}

// By hand, since derives would ask the same of `T`.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
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
    /// Part in the conversation.
    pub role: TurnRole,
    /// The turn that this one answers.
    pub answers: Option<Id<Turn>>,
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

/// Who speaks in a turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The name as shown.
    pub name: String,
    /// The entity behind the name.
    pub entity: Option<Id<Entity>>,
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

/// Somebody else's words or claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// What is said, in one piece or more, without quotation marks.
    pub content: Vec<Span>,
    /// The words that say that something is said; empty where there are none.
    pub cue: Vec<Span>,
    /// Lemma of the cue.
    pub cue_lemma: Option<String>,
    /// Who says it, as the text has it; empty where nobody is named.
    pub source: Vec<Span>,
    /// The entity behind the source.
    pub entity: Option<Id<Entity>>,
    /// Whose words the content has.
    pub manner: Manner,
    /// What the source does: says, thinks, means to do, or shows.
    pub class: CueClass,
}

vocabulary! {
    /// What the source of a quotation does.
    CueClass {
        /// Says it.
        Speech = "speech",
        /// Thinks, knows or feels it.
        Thought = "thought",
        /// Means to do it.
        Intention = "intention",
        /// Shows it.
        Evidence = "evidence",
    }
}

vocabulary! {
    /// Whose words a quotation has.
    Manner {
        /// The source's own, in quotation marks.
        Direct = "direct",
        /// The source's in part.
        Mixed = "mixed",
        /// The author's.
        Indirect = "indirect",
    }
}

/// One proposition that the document supports.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What sort of proposition.
    pub kind: FactKind,
    /// Lemma of the verb or noun that carries it.
    pub predicate: String,
    /// Who, whom, what; in the order of the kind's roles.
    pub args: Vec<Arg>,
    /// When, as the text has it.
    pub time: Option<Id<Time>>,
    /// Where, as the text has it.
    pub place: Option<Place>,
    /// Whether it is affirmed or denied.
    pub polarity: Polarity,
    /// How certain it is.
    pub modality: Modality,
    /// Who vouches for it, outermost first; empty for the author.
    pub source: Vec<Voucher>,
    /// The event's code, where it is one between political actors.
    pub plover: Option<Plover>,
    /// The characters that support it, inside one sentence.
    pub evidence: Span,
    /// The sentence of the evidence.
    pub sentence: Id<Sentence>,
    /// What produced it, as `kind/name`.
    pub rule: String,
    /// Measured precision of the rule on the development data, in percent.
    pub confidence: u8,
    /// The first fact of the document that says the same.
    pub same_as: Option<Id<Fact>>,
}

/// What fills a role of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arg {
    /// The role, one of [`FactKind::roles`].
    pub role: &'static str,
    /// The words.
    pub span: Span,
    /// What they stand for.
    pub filler: Filler,
}

/// What the words of an argument stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filler {
    /// A thing in the world.
    Entity(Id<Entity>),
    /// A point or stretch of time.
    Time(Id<Time>),
    /// A number.
    Quantity(Id<Quantity>),
    /// A value that the words imply without being a quantity: rank `1` of "the largest", `2` and `day` of "two-day".
    Value {
        /// The value.
        value: String,
        /// Its unit, as in [`Quantity::unit`].
        unit: Option<String>,
    },
    /// Just the words.
    Text,
}

/// Where a fact holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The words.
    pub span: Span,
    /// The entity.
    pub entity: Option<Id<Entity>>,
}

/// Somebody who vouches for a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voucher {
    /// Name as shown.
    pub name: String,
    /// The entity.
    pub entity: Option<Id<Entity>>,
    /// How we know.
    pub via: Via,
}

vocabulary! {
    /// How a fact comes to its voucher.
    Via {
        /// It was said in the speaker's turn.
        Turn = "turn",
        /// It was quoted.
        Quotation = "quotation",
    }
}

vocabulary! {
    /// Whether a fact is affirmed.
    Polarity {
        /// It is so.
        Positive = "positive",
        /// It is not so.
        Negative = "negative",
    }
}

vocabulary! {
    /// How certain a fact is.
    Modality {
        /// It is or was so.
        Actual = "actual",
        /// It is to be: will, intends to, is expected to.
        Planned = "planned",
        /// It may be: may, could, can.
        Possible = "possible",
        /// It ought to be: must, should, called on somebody to.
        Required = "required",
        /// It would be: if, unless.
        Hypothetical = "hypothetical",
    }
}

/// The code of an event between political actors: PLOVER, with its CAMEO equivalent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plover {
    /// PLOVER event type: `CONSULT`.
    pub event: String,
    /// PLOVER mode: `visit`.
    pub mode: Option<String>,
    /// CAMEO code: `042`.
    pub cameo: Option<String>,
    /// Actor code of the source: `KAZGOV`.
    pub actor: Option<String>,
    /// Actor code of the target.
    pub recipient: Option<String>,
}

vocabulary! {
    /// What sort of proposition a fact is.
    FactKind {
        /// Who holds, held or will hold an office.
        Position = "position",
        /// An office changes hands.
        Appointment = "appointment",
        /// Another name of an entity.
        Alias = "alias",
        /// Words or a claim attributed to somebody other than the current speaker.
        Quotation = "quotation",
        /// Talks, summit, call, round table, negotiation.
        Meeting = "meeting",
        /// Somebody goes somewhere officially.
        Visit = "visit",
        /// An address, report, lecture or interview given.
        Speech = "speech",
        /// Who took part in or was invited to what.
        Attendance = "attendance",
        /// An invitation.
        Invitation = "invitation",
        /// Treaties, memoranda, protocols, joint statements.
        Agreement = "agreement",
        /// A named or scheduled happening.
        Event = "event",
        /// A figure: a share, amount, population, count, growth, change.
        Measurement = "measurement",
        /// First, top three, largest, second only to.
        Ranking = "ranking",
        /// Investment, aid, loan, grant, export, donation.
        Transfer = "transfer",
        /// Joins, belongs to, leaves.
        Membership = "membership",
        /// Any other act that PLOVER codes.
        Action = "action",
        /// Every other clause, as an open relation.
        Relation = "relation",
    }
}

impl Said {
    /// Keeps the facts of the kinds that `keep` wants; a fact whose first telling goes is the first itself.
    pub fn keep(&mut self, keep: impl Fn(FactKind) -> bool) {
        let mut next = 0;
        let rows: Vec<Option<usize>> = self
            .facts
            .iter()
            .map(|fact| {
                let row = next;
                keep(fact.kind).then(|| {
                    next += 1;
                    row
                })
            })
            .collect();
        self.facts.retain(|fact| keep(fact.kind));
        for fact in &mut self.facts {
            fact.same_as = fact.same_as.and_then(|first| rows[first.row()]).map(Id::new);
        }
    }
}

impl FactKind {
    /// The roles of the kind, the required ones first.
    #[must_use]
    pub fn roles(self) -> &'static [&'static str] {
        onrecord_resource::kind::named(self.name()).map_or(&[], |kind| kind.roles)
    }
}
