//! What is told once: a sentence that names an act again, or within another act, has one fact and one event of it. What goes
//! along with an act ("left, *accusing* Oman") is an event of its own; what a protest demands says whom it is against.

use std::collections::BTreeSet;

use super::actor;
use super::scene::Scene;
use crate::document::{Arg, EntityKind, Fact, FactKind, Filler, Modality};
use crate::syntax::{Relation, Upos};

/// Leaves of `facts`, each with the word that carries it, what is told for the first time.
pub(super) fn tell(scene: &Scene, facts: &mut Vec<(usize, Fact)>) {
    retell(scene, facts);
    aim(scene, facts);
    let within = uncode(scene, facts);
    // "bombed the town, *killing* six" tells of both; "agreed *to help*" of one.
    let tokens = scene.referents.tokens();
    let apart = |word: usize, fact: &Fact| {
        let participle = matches!(tokens.relation(word), Relation::Advcl | Relation::Acl);
        participle && fact.modality == Modality::Actual
    };
    facts.retain(|(word, fact)| {
        let other = fact.kind != FactKind::Action || fact.plover.is_some();
        let ought = fact.modality == Modality::Required;
        other || !ought && (!within.contains(word) || apart(*word, fact))
    });
    again(facts);
}

/// Drops what a noun tells in passing of what its sentence has told: of "met Xi in Bishkek before the meeting with Xi" there is
/// one meeting. What another sentence tells again is linked, not dropped, unless it only points back ("*this* meeting of the
/// leaders") or asks about it.
fn retell(scene: &Scene, facts: &mut Vec<(usize, Fact)>) {
    let tokens = scene.referents.tokens();
    let mut told: BTreeSet<(FactKind, Vec<(&'static str, usize)>)> = BTreeSet::new();
    let mut sentence = None;
    let mut ever: BTreeSet<(FactKind, Vec<(&'static str, usize)>)> = BTreeSet::new();
    facts.retain(|(word, fact)| {
        if sentence != Some(fact.sentence) {
            told.clear();
            sentence = Some(fact.sentence);
        }
        if !matches!(fact.kind, FactKind::Visit | FactKind::Meeting) {
            return true;
        }
        let mut who: Vec<(&'static str, usize)> = fact
            .args
            .iter()
            .filter_map(|arg| match arg.filler {
                Filler::Entity(id) => Some((arg.role, id.row())),
                _ => None,
            })
            .collect();
        who.sort_unstable();
        let noun = tokens.upos(*word) != Upos::Verb;
        let this = |det: usize| matches!(scene.referents.text(det), "this" | "This" | "these" | "These");
        let points = noun && tokens.child(*word, &[Relation::Det]).is_some_and(this);
        let before = ever.iter().any(|(kind, _)| *kind == fact.kind);
        if points && before || noun && scene.is_asked(*word) && ever.contains(&(fact.kind, who.clone())) {
            return false;
        }
        ever.insert((fact.kind, who.clone()));
        let again = !told.insert((fact.kind, who));
        let passing = matches!(
            tokens.relation(*word),
            Relation::Obl | Relation::Nmod | Relation::Nsubj | Relation::NsubjPass
        );
        !(again && noun && passing)
    });
}

/// A protest is against whom it demands something of or accuses: "marched to demand that *the government* resign", "to denounce
/// *the prime minister*".
fn aim(scene: &Scene, facts: &mut [(usize, Fact)]) {
    let is = |fact: &Fact, event: &str| fact.plover.as_ref().is_some_and(|plover| plover.event == event);
    for row in 0..facts.len() {
        let (word, protest) = &facts[row];
        // Where they march is whom they march against only if nothing else says it.
        let somewhere = |arg: &Arg| match arg.filler {
            Filler::Entity(id) => {
                matches!(scene.referents.kind(id), EntityKind::Country | EntityKind::Place)
            }
            _ => false,
        };
        let aimed = protest.args.iter().any(|arg| arg.role == "recipient" && !somewhere(arg));
        if !is(protest, "PROTEST") || aimed {
            continue;
        }
        // Who protests demands it, wherever a parser hangs the demand.
        let doer = |fact: &Fact| fact.args.iter().find(|arg| arg.role == "actor").map(|arg| arg.span);
        let somebody = |arg: &&Arg| {
            let acts = || actor::acts(scene, scene.head_of(arg.span));
            arg.role == "recipient" && (matches!(arg.filler, Filler::Entity(_)) || acts())
        };
        let mut here = facts[row + 1..].iter().take_while(|(_, fact)| fact.sentence == protest.sentence);
        let aims = |fact: &Fact| is(fact, "REQUEST") || is(fact, "ACCUSE");
        let demand = here.find(|(at, fact)| at > word && aims(fact) && doer(fact) == doer(protest));
        let Some((_, demand)) = demand else { continue };
        let whom: Vec<Arg> = demand.args.iter().filter(somebody).cloned().collect();
        let code = demand.plover.as_ref().and_then(|plover| plover.recipient.clone());
        if whom.is_empty() {
            continue;
        }
        let protest = &mut facts[row].1;
        protest.args.retain(|arg| arg.role != "recipient");
        protest.args.extend(whom);
        if let Some(plover) = protest.plover.as_mut().filter(|_| code.is_some()) {
            plover.recipient = code;
        }
    }
}

/// Takes the code from what another coded act governs: of "agreed to sign" only the agreeing is an event. The words of those
/// that are governed.
fn uncode(scene: &Scene, facts: &mut [(usize, Fact)]) -> BTreeSet<usize> {
    let tokens = scene.referents.tokens();
    let coded: BTreeSet<usize> =
        facts.iter().filter(|(_, fact)| fact.plover.is_some()).map(|(word, _)| *word).collect();
    // "left the talks, *accusing* Oman": what goes along with an act is another one, but "marched, *demanding* votes" says why.
    let along: BTreeSet<usize> = facts
        .iter()
        .filter(|(_, fact)| fact.plover.as_ref().is_some_and(|plover| plover.event != "REQUEST"))
        .map(|(word, _)| *word)
        .filter(|&word| tokens.xpos(word) == "VBG" && word > 0 && scene.referents.text(word - 1) == ",")
        .collect();
    let governor = |&word: &usize| {
        let relation = tokens.relation(word);
        let apart = [Relation::AclRelcl, Relation::Conj, Relation::Parataxis, Relation::Root];
        let finite = !matches!(tokens.xpos(word), "VBG" | "VBN" | "VB") || along.contains(&word);
        let other = relation == Relation::Advcl && finite;
        if apart.contains(&relation) || other { None } else { tokens.head(word) }
    };
    let mut within = BTreeSet::new();
    for (word, fact) in facts.iter_mut() {
        let mut above = std::iter::successors(Some(*word), governor).skip(1).take(GOVERNORS);
        if above.any(|head| coded.contains(&head)) {
            within.insert(*word);
        }
        // "would strike Oman" is a threat, "would help Oman" no help yet.
        let threat = fact.plover.as_ref().is_some_and(|plover| plover.event == "THREATEN");
        let unreal = match fact.modality {
            Modality::Hypothetical => !threat || scene.clauses.is_condition(*word),
            Modality::Required => true,
            _ => false,
        };
        if within.contains(word) || unreal {
            fact.plover = None;
        }
    }
    // One event a predicate, type and pair, though it makes facts of two kinds.
    let mut told = Vec::new();
    for (word, fact) in facts.iter_mut() {
        let Some(plover) = &fact.plover else { continue };
        let event = (*word, plover.event.clone(), plover.actor.clone(), plover.recipient.clone());
        if told.contains(&event) {
            fact.plover = None;
        } else {
            told.retain(|(at, ..)| at == word);
            told.push(event);
        }
    }
    within
}

/// Drops the second of two actions of one sentence that are of one type and between the same: "the two countries develop
/// their ties and expand their cooperation".
fn again(facts: &mut Vec<(usize, Fact)>) {
    let mut told: Vec<Fact> = Vec::new();
    facts.retain(|(_, fact)| {
        if told.first().is_some_and(|first| first.sentence != fact.sentence) {
            told.clear();
        }
        let who = |fact: &Fact| -> Vec<_> {
            let sides = fact.args.iter().filter(|arg| matches!(arg.role, "actor" | "recipient"));
            sides.map(|arg| (arg.role, arg.span, arg.filler.clone())).collect()
        };
        let same = |earlier: &Fact| {
            let event = |fact: &Fact| fact.plover.clone();
            let twice = event(fact).is_none() || event(earlier) == event(fact);
            let apart = earlier.predicate != fact.predicate || earlier.evidence != fact.evidence;
            apart
                && twice
                && earlier.kind == fact.kind
                && earlier.rule == fact.rule
                && who(earlier) == who(fact)
        };
        let new = fact.kind != FactKind::Action || !told.iter().any(same);
        if new {
            told.push(fact.clone());
        }
        new
    });
}

/// Governors of a predicate that are asked whether they are an event of their own.
const GOVERNORS: usize = 8;
