//! PLOVER codes: who does what to whom, one event a pair of actors.
//!
//! The type follows from the frame and from how the act is meant: what is promised is AGREE, what is threatened THREATEN,
//! what is said not to be done REJECT (PLOVER 0.8 manual, section on verbal events). Actor and recipient are those of
//! the fact's roles; where no role names a recipient with a code, it is the next country or body that the predicate's
//! clause speaks of ("rejected a *U.S.* request"), or the actor's own country where that is whom the act concerns.

mod doer;
mod elsewhere;
mod parties;

use onrecord_resource::frame::Code;

use super::scene::Scene;
use crate::document::{Arg, Modality, Plover, Polarity};
use crate::syntax::clause::Clause;
use parties::Parties;

/// How an act is told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Act<'a> {
    /// Whether those who act without a recipient act on each other.
    pub(super) mutual: bool,
    /// Whether the recipients do it too, so that it goes both ways.
    pub(super) together: bool,
    /// The clause that tells it.
    pub(super) clause: &'a Clause,
    /// Whether the modality of the clause is that of the act.
    pub(super) due: bool,
}

/// The events of one fact, each with another pair of actor and recipient. Mutual acts without a recipient go both ways.
///
/// A recipient that no role has named becomes an argument of the fact.
pub(super) fn events(scene: &Scene, code: &Code, act: Act, args: &mut Vec<Arg>) -> Vec<Plover> {
    let mut parties = Parties::new(scene, code, act, args);
    if parties.recipients.is_empty() && !parties.is_aimed(args) {
        parties.look_for_recipient(args);
    }
    parties.look_for_actor(args);
    // That somebody is not going to attack or to close a border is no threat.
    let off = act.due && is_coming(act.clause) && act.clause.polarity == Polarity::Negative;
    if off && is_threat(&code.event) { Vec::new() } else { parties.events() }
}

/// The type of an act that is to come, a promise or a threat, or that is said not to come.
fn due<'a>(event: &'a str, clause: &Clause) -> &'a str {
    let coming = is_coming(clause);
    let negative = clause.polarity == Polarity::Negative;
    match event {
        "AGREE" | "CONSULT" | "SUPPORT" | "COOPERATE" | "AID" | "RETREAT" | "CONCEDE"
            if coming && negative =>
        {
            "REJECT"
        }
        "CONSULT" | "SUPPORT" | "COOPERATE" | "AID" | "CONCEDE" if coming => "AGREE",
        "RETREAT" if coming => "CONCEDE",
        hostile if coming && is_threat(hostile) => "THREATEN",
        other => other,
    }
}

/// Whether what the clause tells is still to come.
fn is_coming(clause: &Clause) -> bool {
    matches!(clause.modality, Modality::Planned | Modality::Hypothetical)
}

/// Whether to announce such an act is to threaten.
fn is_threat(event: &str) -> bool {
    matches!(event, "ASSAULT" | "SANCTION" | "COERCE" | "PROTEST")
}

/// The CAMEO code of an act that is to come: the intent to do what `event` is.
fn intent(event: &str, due: &str) -> Option<&'static str> {
    match (due, event) {
        ("AGREE", "COOPERATE") => Some("031"),
        ("AGREE", "SUPPORT") => Some("032"),
        ("AGREE", "AID") => Some("033"),
        ("AGREE", "CONCEDE") => Some("035"),
        ("AGREE", "CONSULT") => Some("036"),
        ("CONCEDE", _) => Some("083"),
        ("REJECT", _) => Some("120"),
        ("THREATEN", "SANCTION") => Some("131"),
        ("THREATEN", "PROTEST") => Some("133"),
        ("THREATEN", "COERCE") => Some("137"),
        ("THREATEN", "ASSAULT") => Some("138"),
        _ => None,
    }
}

/// Whether the code is that of a visit, which has a guest and a host.
pub(super) fn is_visit(code: &Code) -> bool {
    code.mode.as_deref() == Some("visit")
}

/// Whether the act judges somebody by what is theirs: praise, blame, refusal.
pub(super) fn is_judging(code: &Code) -> bool {
    ["SUPPORT", "ACCUSE", "REJECT"].contains(&code.event.as_str())
}

/// Whether the act is one of words: an agreement, a demand, an accusation, a refusal, a threat.
pub(super) fn is_verbal(code: &Code) -> bool {
    ["AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"].contains(&code.event.as_str())
}
