//! The facts that one frame tells: one, or one for each that it is told of, each for every pair of those who act.

use onrecord_resource::frame::Frame;

use crate::document::{Arg, Fact, FactKind, Plover};
use crate::fact::scene::Scene;
use crate::fact::{actor, code, position};
use crate::syntax::Upos;
use crate::syntax::clause::{Clause, Function};

/// The facts of the frame: one, or one for each filler of a role that says so.
pub(super) fn told(scene: &Scene, clause: &Clause, frame: &Frame, fact: Fact) -> Vec<Fact> {
    let Some(role) = frame.roles.iter().find(|role| role.each) else {
        return events(scene, clause, frame, fact);
    };
    let (each, rest): (Vec<Arg>, Vec<Arg>) = fact.args.iter().cloned().partition(|arg| arg.role == role.name);
    // "a memorandum on *customs* and a programme on *schools*": what each is about stands before the next.
    let about = |arg: &Arg, other: &Arg| {
        let between =
            |next: &Arg| next.span.start() > arg.span.start() && next.span.start() <= other.span.start();
        let ahead = other.span.start() >= arg.span.start() || each.len() == 1;
        other.role != "subject" || ahead && !each.iter().any(between)
    };
    let one = |arg: &Arg| {
        let others = rest.iter().filter(|other| about(arg, other)).cloned().collect();
        let others = if each.len() > 1 { position::own(scene, arg, clause.word, others) } else { others };
        Fact { args: std::iter::once(arg.clone()).chain(others).collect(), ..fact.clone() }
    };
    each.iter().flat_map(|arg| events(scene, clause, frame, one(arg))).collect()
}

/// The fact once for every pair of actors that it codes.
fn events(scene: &Scene, clause: &Clause, frame: &Frame, mut fact: Fact) -> Vec<Fact> {
    let kind = fact.kind;
    let code = frame.plover.as_ref();
    // Who receives a guest acts on them; who meet act on each other.
    let hosts = code.is_some_and(code::is_visit);
    let mutual = frame.mutual || !hosts && matches!(kind, FactKind::Meeting | FactKind::Agreement);
    // What several do together they do to each other: "Kenya and Oman agreed", "a ceasefire between Kenya and Oman".
    let head = |arg: &Arg| scene.head_of(arg.span);
    let actor = fact.args.iter().find(|arg| arg.role == "actor").map(head);
    let joined = actor.map(|actor| actor::joined(scene, actor)).unwrap_or_default();
    let beside = |arg: &Arg| Some(head(arg)) != actor && joined.contains(&head(arg));
    let received = |arg: &&Arg| arg.role == "recipient" && frame.mutual;
    let together = fact.args.iter().filter(received).any(|arg| is_doer(scene, clause, arg) || beside(arg));
    let act = code::Act { mutual, together, clause, due: true };
    let mut said = fact.args.clone();
    let aimed = kind == FactKind::Action && aim(scene, clause, &mut said);
    let events = code.map(|code| code::events(scene, code, act, &mut fact.args)).unwrap_or_default();
    let mut events = events.into_iter();
    fact.plover = events.next().map(Box::new);
    if aimed {
        fact.args = said;
    }
    // Those who meet or sign stand in one role: what goes on between them is told when all is read ([`mutual`]).
    let apart = !matches!(kind, FactKind::Meeting | FactKind::Agreement);
    let events = events.filter(|_| apart);
    let again = |event: Plover| {
        let args = pair(scene, &fact.args, &event).unwrap_or_else(|| fact.args.clone());
        Fact { args, plover: Some(Box::new(event)), ..fact.clone() }
    };
    let again: Vec<Fact> = events.map(again).collect();
    std::iter::once(fact).chain(again).collect()
}

/// The arguments with those two of the actors whom the event codes: of "China, Russia and Iran cooperate" Iran with Russia.
fn pair(scene: &Scene, args: &[Arg], event: &Plover) -> Option<Vec<Arg>> {
    let acts = |arg: &&Arg| matches!(arg.role, "actor" | "recipient");
    let by = |code: &Option<String>| {
        let code = code.as_ref()?;
        args.iter().filter(acts).find(|arg| actor::codes_of(scene, arg).contains(code))
    };
    let (doer, other) = (by(&event.actor)?, by(&event.recipient)?);
    let mut pair = vec![Arg { role: "actor", ..doer.clone() }, Arg { role: "recipient", ..other.clone() }];
    pair.extend(args.iter().filter(|arg| !acts(arg)).cloned());
    (doer.span != other.span).then_some(pair)
}

/// Whether the argument is one of those who do it.
pub(super) fn is_doer(scene: &Scene, clause: &Clause, arg: &Arg) -> bool {
    let words = scene.referents.words_of(arg.span);
    let mut doers = clause.fillers.iter().filter(|(function, _)| *function == Function::Subject);
    doers.any(|&(_, head)| scene.clauses.conjuncts(head).any(|word| words.contains(&word)))
}

/// Calls the object of an act that nobody receives its recipient: what is proposed, offered, rejected. Whether it did.
fn aim(scene: &Scene, clause: &Clause, args: &mut [Arg]) -> bool {
    let object = |arg: &Arg| {
        let head = scene.head_of(arg.span);
        let noun = matches!(scene.referents.tokens().upos(head), Upos::Noun | Upos::Propn);
        let held = |&(function, word): &(Function, usize)| {
            word == head && matches!(function, Function::Object | Function::Preposition(_))
        };
        noun && clause.fillers.iter().any(held)
    };
    let has = |role: &str| args.iter().any(|arg| arg.role == role);
    if has("recipient") || !has("actor") {
        return false;
    }
    let topic = args.iter_mut().find(|arg| arg.role == "topic" && object(arg));
    topic.map(|topic| topic.role = "recipient").is_some()
}
