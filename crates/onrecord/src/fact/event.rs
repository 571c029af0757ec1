//! Named and scheduled happenings: summits, exhibitions, anniversaries, and elections that are known by their date. One that is
//! only named, with no time, no place and nothing said of it, tells nothing.

use std::collections::BTreeSet;

use super::scene::{Certainty, PLAIN, Scene};
use super::when;
use crate::document::{Arg, EntityKind, Fact, FactKind, Filler, Form, Modality, Moment, Named, Reading};
use crate::syntax::{Relation, Upos};

/// Drops the happenings that a name or a date alone tells where a verb of their sentence tells more.
pub(super) fn settle(acts: &[(usize, Fact)], facts: &mut Vec<Fact>) {
    let told: BTreeSet<(usize, usize)> = acts.iter().filter_map(|(_, fact)| named(fact)).collect();
    let again = |fact: &Fact| {
        let name = fact.args[0].span;
        let same = |act: &Fact| act.args.iter().any(|arg| arg.span.overlaps(name));
        acts.iter().any(|(_, act)| act.kind == FactKind::Event && same(act))
    };
    facts.retain(|fact| match fact.rule.as_str() {
        BY_NAME => named(fact).is_none_or(|name| !told.contains(&name)),
        BY_DATE => !again(fact),
        _ => true,
    });
}

/// The sentence and the entity of a happening that has a name.
fn named(fact: &Fact) -> Option<(usize, usize)> {
    match fact.args.first()?.filler {
        Filler::Entity(id) if fact.kind == FactKind::Event => Some((fact.sentence.row(), id.row())),
        _ => None,
    }
}

/// Calls planned what happens at a time behind the date of the document: "the Paralympics *in 2014*", told in 2013. Where a clause tells
/// it, its verb may be past and the date mistaken; "*next month*" leaves no doubt, nor does "*travels* on Monday".
pub(crate) fn due(facts: &mut [Fact], named: &Named, reading: &Reading, date: Moment) {
    let present = |fact: &Fact| {
        let mut words = reading.sentences[fact.sentence.row()].tokens.clone();
        words.any(|at| {
            let now = matches!(reading.tokens.xpos(at), "VBZ" | "VBP");
            now && fact.evidence.contains(reading.tokens.span(at))
                && reading.tokens.lemma(at) == fact.predicate
        })
    };
    let later = |fact: &Fact| {
        let Some(time) = fact.time.map(|id| &named.times[id]) else { return false };
        let written = reading.text.slice(time.span).to_lowercase();
        let ahead = written == "tomorrow" || written.starts_with("next ");
        let scheduled = matches!(fact.kind, FactKind::Visit | FactKind::Meeting | FactKind::Attendance);
        let certain = fact.kind == FactKind::Event || scheduled && (ahead || present(fact));
        certain && time.begin.is_some_and(|begin| begin.at.date() > date.at.date())
    };
    let open = |fact: &&mut Fact| fact.modality == Modality::Actual;
    let due = facts.iter_mut().filter(open).filter(|fact| later(fact));
    due.for_each(|fact| fact.modality = Modality::Planned);
}

const BY_NAME: &str = "event/name";
const BY_DATE: &str = "event/dated";

/// Happenings without a name that are told apart by when they are: "*Sunday's* election", "the *January* elections".
fn dated(scene: &Scene, facts: &mut Vec<Fact>) {
    let (referents, clauses) = (scene.referents, &scene.clauses);
    let tokens = referents.tokens();
    let mut told = BTreeSet::new();
    for word in 0..tokens.len() {
        let noun = matches!(tokens.upos(word), Upos::Noun | Upos::Propn);
        let part = tokens.relation(word) == Relation::Compound;
        if !noun
            || part
            || !clauses.is_listed(word, &clauses.governors.scheduled)
            || referents.covering(word).is_some()
        {
            continue;
        }
        let own = |child: usize| {
            let part = matches!(
                tokens.relation(child),
                Relation::NmodPoss
                    | Relation::Compound
                    | Relation::Amod
                    | Relation::Nmod
                    | Relation::NmodUnmarked
            );
            referents.time(child).filter(|_| part)
        };
        // "the election *on 21 May*", wherever a parser hangs the date.
        let behind = || when::behind(scene, word + 1, &["on", "in", "of"]);
        let time = tokens.children(word).find_map(own).or_else(behind);
        let Some(time) = time else { continue };
        if !told.insert((tokens.lemma(word), referents.named.times[time].value.clone())) {
            continue;
        }
        let governor = tokens.head(word).filter(|_| tokens.is_subject(word));
        let modality = governor.map_or(Modality::Actual, |verb| clauses.of_verb(verb).modality);
        let certainty = Certainty { modality, ..PLAIN };
        let fact = scene.fact(FactKind::Event, BY_DATE, word, certainty, vec![scene.phrase("name", word)]);
        facts.push(Fact { time: Some(time), ..fact });
    }
}

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let referents = scene.referents;
    let named = referents.named;
    let tokens = referents.tokens();
    let mut told = BTreeSet::new();
    let mut facts = Vec::new();
    for (mention, words) in named.mentions.iter().zip(&named.ties.mentions) {
        // "#NotAgain", "@AnnOde" are no happenings.
        let tag = words.start > 0 && matches!(referents.text(words.start - 1), "#" | "@");
        let event = mention.kind == EntityKind::Event && mention.form == Form::Name && !tag;
        if !event || told.contains(&mention.entity) {
            continue;
        }
        let head = tokens.head_of(words.clone());
        // What is to take place stands in a relative clause or carries its own verb.
        let verbs = tokens
            .children(head)
            .filter(|&child| matches!(tokens.relation(child), Relation::AclRelcl | Relation::Acl));
        let governor = tokens.head(head).filter(|_| tokens.is_subject(head));
        let modality = verbs.chain(governor).map(|verb| scene.clauses.of_verb(verb).modality).max();
        let certainty = Certainty { modality: modality.unwrap_or(Modality::Actual), ..PLAIN };
        let args = vec![Arg { role: "name", span: mention.span, filler: Filler::Entity(mention.entity) }];
        // Of "the Cold War" alone nothing is told.
        let fact = scene.fact(FactKind::Event, BY_NAME, head, certainty, args);
        if fact.time.is_some() || fact.place.is_some() {
            told.insert(mention.entity);
            facts.push(fact);
        }
    }
    dated(scene, &mut facts);
    facts
}
