//! Figures that an act has: the sum of a grant and the number of those rescued.
//!
//! A number is told once. The sum that somebody gives, how many tents they send, and the number of treaties that they sign
//! are arguments of the act, so they are no measurement besides. How many people an act is done to is told of them, not of
//! who does it: of "fishermen rescued 700 migrants" the migrants are measured. Some of them may be counted besides: "killed 17
//! people, among them nine children".

use std::collections::{BTreeMap, BTreeSet};

use super::actor;
use super::scene::Scene;
use crate::document::{Arg, Fact, FactKind, Filler, Id, Quantity};
use crate::syntax::Upos;

/// Settles which of `acts`, each with its word, and `figures` has a number.
pub(super) fn settle(scene: &Scene, acts: &[(usize, Fact)], figures: &mut Vec<Fact>) {
    let mut sums: BTreeSet<usize> = acts.iter().flat_map(|(_, fact)| sums(fact)).collect();
    sums.extend(acts.iter().filter_map(|(_, fact)| handed_over(scene, fact)));
    let counts: BTreeMap<usize, (usize, Arg)> =
        acts.iter().filter_map(|(word, fact)| counted(scene, *word, fact)).collect();
    figures.retain(|fact| value(fact).is_none_or(|id| !sums.contains(&id.row())));
    for fact in figures.iter_mut().filter(|fact| fact.rule == "measurement/count") {
        let found = value(fact).and_then(|id| counts.get(&id.row()));
        let Some((verb, people)) = found else { continue };
        for arg in &mut fact.args {
            match arg.role {
                "subject" => *arg = people.clone(),
                "measure" => *arg = scene.text("measure", *verb..verb + 1),
                _ => {}
            }
        }
    }
    let some = parts(scene, figures);
    let told: BTreeSet<usize> = some.iter().filter_map(value).map(Id::row).collect();
    figures.retain(|fact| value(fact).is_none_or(|id| !told.contains(&id.row())));
    figures.extend(some);
}

/// The figures of some of those whom another one counts.
fn parts(scene: &Scene, figures: &[Fact]) -> Vec<Fact> {
    let mut counts: BTreeMap<usize, Vec<&Fact>> = BTreeMap::new();
    for fact in figures {
        if matches!(&*fact.rule, "measurement/count" | "measurement/counted") {
            counts.entry(fact.sentence.row()).or_default().push(fact);
        }
    }
    let all = (0..scene.referents.named.quantities.len()).map(Id::new);
    all.filter_map(|id| among(scene, id, &counts)).collect()
}

/// Some of those whom another figure counts: "killed 17 people, *among them nine children*", "including two guards".
fn among(scene: &Scene, id: Id<Quantity>, counts: &BTreeMap<usize, Vec<&Fact>>) -> Option<Fact> {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    let quantity = &referents.named.quantities[id];
    let number = referents.words_of(quantity.span);
    let noun = tokens.head_of(referents.words_of(quantity.counted?));
    let first = number.start.saturating_sub(INCLUDING);
    let cue = (first..number.start).rev().find(|&at| matches!(referents.text(at), "including" | "among"))?;
    let before = |fact: &&&Fact| fact.args.iter().all(|arg| arg.span.end() <= tokens.span(cue).start());
    let figure = *counts.get(&scene.reading().sentence_of(cue))?.iter().rev().find(before)?;
    let role = |role: &str| figure.args.iter().find(|arg| arg.role == role);
    let (whole, measure) = (role("subject")?, role("measure")?);
    let people = actor::acts(scene, scene.head_of(whole.span)) && actor::acts(scene, noun);
    let done = referents.words_of(measure.span).any(|at| tokens.upos(at) == Upos::Verb);
    if !people || !done {
        return None;
    }
    let number = Arg { role: "value", span: quantity.span, filler: Filler::Quantity(id) };
    let subject = scene.text("subject", referents.words_of(quantity.span).end..noun + 1);
    let evidence = figure.evidence.to(tokens.span(noun));
    let args = vec![subject, measure.clone(), number];
    Some(Fact { args, evidence, rule: "measurement/among".to_owned(), ..figure.clone() })
}

/// Words from "including" to the number at most: "among them at least".
const INCLUDING: usize = 4;

fn quantity(arg: &Arg) -> Option<Id<Quantity>> {
    match arg.filler {
        Filler::Quantity(id) => Some(id),
        _ => None,
    }
}

/// The number of a measurement.
fn value(fact: &Fact) -> Option<Id<Quantity>> {
    let arg = fact.args.iter().find(|arg| arg.role == "value");
    arg.filter(|_| fact.kind == FactKind::Measurement).and_then(quantity)
}

/// The numbers that are arguments of an act.
fn sums(fact: &Fact) -> Vec<usize> {
    let act = matches!(fact.kind, FactKind::Transfer | FactKind::Agreement);
    let args = fact.args.iter().filter(|arg| act && matches!(arg.role, "amount" | "count"));
    args.filter_map(quantity).map(Id::row).collect()
}

/// The number of the things that are handed over: "gave Oman *48* trucks".
fn handed_over(scene: &Scene, fact: &Fact) -> Option<usize> {
    let transfer = fact.kind == FactKind::Transfer;
    let thing = fact.args.iter().find(|arg| transfer && arg.role == "thing")?;
    let head = scene.head_of(thing.span);
    let mut before = scene.referents.words_of(thing.span).take_while(|&at| at <= head);
    before.find_map(|at| scene.referents.quantity(at)).map(Id::row)
}

/// The number of those that an action is done to, with its verb and with who they are.
fn counted(scene: &Scene, word: usize, fact: &Fact) -> Option<(usize, (usize, Arg))> {
    let referents = scene.referents;
    let arg = fact.args.iter().find(|arg| arg.role == "recipient" && arg.filler == Filler::Text)?;
    let words = referents.words_of(arg.span);
    let id = words.clone().find_map(|at| referents.quantity(at))?;
    let number = referents.words_of(referents.named.quantities[id].span);
    let head = referents.tokens().head_of(words.clone());
    let people = number.end..words.end.min(referents.phrase(head).end);
    let counts = fact.kind == FactKind::Action && people.contains(&head);
    counts.then(|| (id.row(), (word, scene.text("subject", people))))
}
