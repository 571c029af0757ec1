//! The third floor: what the text says.

use super::{Entity, Id, Quantity, QuantityMod, Sentence, Time};
use crate::text::Span;
use crate::vocabulary::vocabulary;

/// The third floor: what the text says.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Quotations, in order of their content.
    pub quotations: Vec<Quotation>,
    /// Facts, in order of their evidence.
    pub facts: Vec<Fact>,
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
    /// Lemma of the verb or noun that carries it; "age" of an age, which a bare number may carry.
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
    /// The event's code, where it is one between political actors: most facts are none, so it lies apart.
    pub plover: Option<Box<Plover>>,
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
    /// A length of time as a figure: `15` and `year` of "almost 15 years".
    Length {
        /// The number.
        value: String,
        /// Its unit, as in [`Quantity::unit`].
        unit: &'static str,
        /// How it is meant.
        modifier: Option<QuantityMod>,
    },
    /// A value that the words imply without being a quantity: rank `1` of "the largest".
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

impl FactKind {
    /// The roles of the kind, the required ones first.
    #[must_use]
    pub fn roles(self) -> &'static [&'static str] {
        onrecord_resource::kind::named(self.name()).map_or(&[], |kind| kind.roles)
    }
}
