//! What one fact says within another of its sentence: the same talks, treaty or speech, named by a verb and by a noun.
//!
//! "signed a *memorandum* between Kenya and Oman" names a treaty once, though the verb and the noun each have a frame; "took
//! part in *talks*" is a meeting and no attendance besides. The outer fact stays, with those whom only the inner one names.

use super::scene::Scene;
use crate::document::{Arg, Fact, FactKind, Filler, Modality};
use crate::syntax::Relation;
use crate::syntax::clause::is_verb;

/// Facts on either side that a fact is compared with: those of one clause stand together.
const NEAR: usize = 16;

/// Leaves of `facts`, each with the word that carries it and in the order of those words, what no other one says.
pub(super) fn keep_outer(scene: &Scene, facts: &mut Vec<(usize, Fact)>) {
    let mut inner = vec![false; facts.len()];
    for at in 0..facts.len() {
        let near = at.saturating_sub(NEAR)..facts.len().min(at + NEAR);
        let outer = near.filter(|&other| other != at && !inner[other]).find(|&other| {
            facts[other].1.sentence == facts[at].1.sentence && holds(scene, &facts[other], &facts[at])
        });
        inner[at] = outer.is_some() || is_presupposed(scene, &facts[at]);
        if let Some(outer) = outer {
            let (from, to) = (facts[at].1.clone(), &mut facts[outer].1);
            give(&from, to);
        }
    }
    let mut row = 0..inner.len();
    facts.retain(|_| row.next().is_none_or(|row| !inner[row]));
}

/// Gives the outer fact what only the inner one names: whose event it is.
fn give(from: &Fact, to: &mut Fact) {
    let own = to.kind == FactKind::Event && !to.args.iter().any(|arg| arg.role == "subject");
    to.args.extend(from.args.iter().filter(|arg| own && arg.role == "subject").cloned());
}

/// Whether `outer` says what `inner` does.
fn holds(scene: &Scene, outer: &(usize, Fact), inner: &(usize, Fact)) -> bool {
    use FactKind::{Action, Agreement, Attendance, Event, Invitation, Meeting, Speech, Transfer};
    let tokens = scene.referents.tokens();
    let (outside, inside) = (outer.0, inner.0);
    let within = |role: Option<&str>, fact: &Fact, word: usize| {
        let mut args = fact.args.iter().filter(|arg| role.is_none_or(|role| arg.role == role));
        args.any(|arg| arg.span.contains(tokens.span(word)))
    };
    match (outer.1.kind, inner.1.kind) {
        (Speech, Speech) => outside != inside && within(None, &outer.1, inside),
        // "among the documents *signed* is a memorandum between Kenya and Oman": the memorandum is.
        (Agreement, Agreement) => {
            let parties = |fact: &Fact| -> Vec<_> {
                fact.args.iter().filter(|arg| arg.role == "parties").map(|arg| arg.span).collect()
            };
            let passing = tokens.relation(inside) == Relation::Acl && parties(&outer.1) == parties(&inner.1);
            outside != inside && (within(None, &outer.1, inside) || passing)
        }
        // "held a meeting"; "met *to discuss* trade"
        (Meeting, Meeting) => {
            let purpose = tokens.head(inside) == Some(outside) && scene.clauses.is_infinitive(inside);
            let same = purpose && who(&outer.1) == who(&inner.1);
            outside != inside && (within(Some("format"), &outer.1, inside) || same)
        }
        // "took part in talks with Oman", "were invited to the summit by Oman"
        (Meeting, Attendance) => outside == inside,
        // "was invited *as a guest*"
        (Invitation, Attendance) => outside == inside || tokens.head(inside) == Some(outside),
        // "held a meeting": where it has those who meet it is one of them.
        (Meeting, Event) => within(Some("name"), &inner.1, outside),
        // "opened an investigation": what is opened is the act.
        (Action, Event) if inner.1.rule == "event/take-place" => within(Some("name"), &inner.1, outside),
        // "granted a loan of $5 million": the verb says more of the sum.
        (Transfer, Transfer) => {
            let sum = |fact: &Fact| fact.args.iter().find(|arg| arg.role == "amount").map(|arg| arg.span);
            let verb = is_verb(tokens, outside) && !is_verb(tokens, inside);
            verb && sum(&inner.1).is_some() && sum(&outer.1) == sum(&inner.1)
        }
        // "conduct a dialogue": the frame of the verb has the noun.
        (Action, Meeting) => {
            tokens.head(inside) == Some(outside)
                && tokens.relation(inside) == Relation::Obj
                && who(&outer.1) == who(&inner.1)
        }
        // "is scheduled to take place": the schedule is that of what takes place.
        (Event, Event) => {
            let name = |fact: &Fact| fact.args.first().map(|arg| arg.span);
            let later = inner.1.modality <= outer.1.modality
                && (inner.1.modality < outer.1.modality || inside > outside);
            outside != inside && name(&outer.1) == name(&inner.1) && later
        }
        _ => false,
    }
}

/// The entities that a fact is about, in order.
fn who(fact: &Fact) -> Vec<usize> {
    let entity = |arg: &Arg| match arg.filler {
        Filler::Entity(id) => Some(id.row()),
        _ => None,
    };
    let mut rows: Vec<usize> = fact.args.iter().filter_map(entity).collect();
    rows.sort_unstable();
    rows
}

/// Whether a participle says in passing what was signed or held, and nothing else of it: "the documents *signed* were
/// published", "during the meetings *held*"; or who is of what sort: "Muslims *travelling* to the United States".
fn is_presupposed(scene: &Scene, (word, fact): &(usize, Fact)) -> bool {
    let participle = scene.referents.tokens().relation(*word) == Relation::Acl;
    let bare = || !fact.args.iter().any(|arg| matches!(arg.role, "parties" | "count" | "subject"));
    let unnamed = || !fact.args.iter().any(|arg| arg.role == "visitor" && arg.filler != Filler::Text);
    let sort = match fact.kind {
        FactKind::Agreement => bare(),
        FactKind::Visit => unnamed(),
        FactKind::Event => fact.place.is_none(),
        _ => false,
    };
    participle && sort && fact.time.is_none() && fact.modality == Modality::Actual
}
