//! The kinds of facts and their roles: what frames may speak of, and what the fact model promises.

/// One kind of fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The name, as in JSON.
    pub name: &'static str,
    /// Its roles, the required ones first.
    pub roles: &'static [&'static str],
}

/// Every kind, in the order of the fact model.
#[rustfmt::skip]
pub const KINDS: [Kind; 17] = [
    Kind { name: "position", roles: &["person", "role", "organization", "time"] },
    Kind { name: "appointment", roles: &["person", "role", "organization", "by", "predecessor", "change"] },
    Kind { name: "alias", roles: &["entity", "alias"] },
    Kind { name: "quotation", roles: &["source", "content", "cue", "addressee", "medium"] },
    Kind { name: "meeting", roles: &["participants", "format", "topic"] },
    Kind { name: "visit", roles: &["visitor", "destination", "type"] },
    Kind { name: "speech", roles: &["speaker", "audience", "venue", "topic"] },
    Kind { name: "attendance", roles: &["participants", "event"] },
    Kind { name: "invitation", roles: &["inviter", "invitee", "event", "action"] },
    Kind { name: "agreement", roles: &["instrument", "count", "parties", "subject", "action"] },
    Kind { name: "event", roles: &["name", "subject", "time", "place"] },
    Kind { name: "measurement", roles: &["subject", "measure", "value", "change", "comparison", "time"] },
    Kind { name: "ranking", roles: &["subject", "rank", "scope"] },
    Kind { name: "transfer", roles: &["giver", "recipient", "amount", "thing", "purpose"] },
    Kind { name: "membership", roles: &["member", "group"] },
    Kind { name: "action", roles: &["actor", "recipient", "topic", "instrument"] },
    Kind { name: "relation", roles: &["subject", "predicate", "object", "complement"] },
];

/// The kind of that name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.name == name)
}
