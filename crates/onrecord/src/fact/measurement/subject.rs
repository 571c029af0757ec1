//! What a number measures that is the subject of its clause, or part of it: "*Two thirds of the population* live in cities",
//! "*1.5 lakh pilgrims* crossed the border".

use std::ops::Range;

use super::{Figure, Measured, PREDICATE};
use crate::document::QuantityLabel;
use crate::syntax::{Relation, Upos};

impl Figure<'_, '_> {
    /// What the number measures as the subject of the verb.
    pub(super) fn of_subject(&self, verb: usize) -> Option<Measured> {
        if let Some(found) = self.undergone(verb) {
            return Some(found);
        }
        if let Some(noun) = self.divided() {
            return Some(self.of_clause(verb, noun, self.said_of_part(verb), "measurement/part"));
        }
        let tokens = self.scene.referents.tokens();
        if tokens.child(verb, &[Relation::Expl]).is_some() {
            return self.existing(verb);
        }
        if self.counted.is_none_or(|noun| noun == verb) {
            return self.people_left_out(verb);
        }
        let noun = self.counted.filter(|&noun| noun < verb)?;
        let copula = tokens.child(verb, &[Relation::Cop]).is_some();
        let measure = if copula { self.being(noun, verb) } else { self.doing(noun, verb) };
        Some(self.of_clause(verb, self.carrier, measure, "measurement/counted"))
    }

    /// "*30,000 tonnes of tea* were exported by Kenya": so much of it who does it, or else the thing itself.
    fn undergone(&self, verb: usize) -> Option<Measured> {
        let tokens = self.scene.referents.tokens();
        let passive = self.scene.clauses.is_passive(verb) && self.quantity.label == QuantityLabel::Measure;
        let thing = self.whole().filter(|_| passive)?;
        let (whose, what) = match tokens.child(verb, &[Relation::OblAgent]) {
            Some(agent) => (agent, self.phrase(thing)),
            None => (thing, verb..verb + 1),
        };
        Some(self.of_clause(verb, whose, what, "measurement/part"))
    }

    /// "There were 340 arrests in *Minsk*": where there are so many, or else they themselves.
    fn existing(&self, verb: usize) -> Option<Measured> {
        let (referents, tokens) = (self.scene.referents, self.scene.referents.tokens());
        let noun = self.counted?;
        let place = |&child: &usize| {
            let inside = self.scene.clauses.case(child).map(|case| self.text(case));
            let beside = matches!(tokens.relation(child), Relation::Obl | Relation::Nmod);
            beside && matches!(inside, Some("in" | "at" | "on")) && referents.time(child).is_none()
        };
        let mut around = tokens.children(verb).chain(tokens.children(self.carrier));
        let whose = around.find(place).unwrap_or(noun);
        Some(self.of_clause(verb, whose, self.counted_phrase(), "measurement/exists"))
    }

    /// "17 *people* were killed and 40 injured": who is counted is said before.
    fn people_left_out(&self, verb: usize) -> Option<Measured> {
        let tokens = self.scene.referents.tokens();
        let first = tokens.head(verb).filter(|_| tokens.relation(verb) == Relation::Conj)?;
        let people = tokens.child(first, &[Relation::Nsubj, Relation::NsubjPass])?;
        let counted = tokens.child(people, &[Relation::Nummod]).is_some() && self.is_noun(people);
        let found = self.of_clause(verb, people, verb..verb + 1, "measurement/counted");
        counted.then_some(Measured { subject: people..people + 1, ..found })
    }

    /// "More than half of exports go to China": a share before a verb that has no other subject.
    pub(super) fn stands_for_subject(&self, verb: Option<usize>) -> bool {
        let tokens = self.scene.referents.tokens();
        let first = |verb: usize| {
            let subject = tokens.child(verb, &[Relation::Nsubj, Relation::NsubjPass]);
            tokens.upos(verb) == Upos::Verb && verb > self.carrier && subject.is_none()
        };
        self.is_fraction() && self.whole().is_some() && verb.is_some_and(first)
    }

    /// What the number is a part of, be it as the noun of a fraction: "two thirds of *the population*".
    fn divided(&self) -> Option<usize> {
        let fraction = self.is_fraction();
        // "3,000 supporters of Hruska protested": they did, of whom they are no part.
        let part = self.whole().or_else(|| self.them()).filter(|_| fraction || self.counted.is_none());
        part.or(self.counted.filter(|_| fraction))
    }

    /// "72,000 of *them* have crossed"
    fn them(&self) -> Option<usize> {
        let at = self.number.end + 1;
        let of = at < self.scene.referents.tokens().len() && self.text(at - 1) == "of";
        (of && self.text(at) == "them").then_some(at)
    }

    fn is_fraction(&self) -> bool {
        self.quantity.value.as_deref().is_some_and(|value| value.starts_with("0."))
    }

    /// What the verb, which is the predicate, says of the part: "live *in cities*".
    fn said_of_part(&self, verb: usize) -> Range<usize> {
        let tokens = self.scene.referents.tokens();
        let end = self.trimmed(verb, tokens.subtree(verb).end.min(verb + PREDICATE));
        let says = (verb + 1..end).any(|at| self.is_noun(at) || tokens.upos(at) == Upos::Verb);
        // "half of them *signed a letter*", but "live *in cities*"
        let object = tokens.child(verb, &[Relation::Obj]).filter(|&object| object > verb);
        let end = object.map_or(end, |object| object + 1);
        let start = if says && object.is_none() { verb + 1 } else { verb };
        start..end
    }

    /// "8,000 migrants may be *at sea*": what they are.
    fn being(&self, noun: usize, verb: usize) -> Range<usize> {
        let start = self.scene.clauses.case(verb).filter(|&case| case > noun).unwrap_or(verb);
        let end = self.scene.referents.tokens().subtree(verb).end.min(verb + PREDICATE);
        start..self.trimmed(verb, end).max(verb + 1)
    }

    /// "1.5 lakh pilgrims *crossed the border*", "110,000 Poles *live in Norway*": what those who are counted do, as far as what they do it
    /// to, where or what for.
    fn doing(&self, noun: usize, verb: usize) -> Range<usize> {
        let referents = self.scene.referents;
        let tokens = referents.tokens();
        // "two senators, A and B, have left": the verb is too far to go with what is counted.
        let apart = (noun..verb).find(|&at| self.text(at) == ",");
        let passive = self.scene.clauses.is_passive(verb);
        let plain = |mut words: Range<usize>| {
            words.start == verb + 1
                && words.all(|at| referents.time(at).is_none() && referents.quantity(at).is_none())
        };
        let tells = |&child: &usize| match tokens.relation(child) {
            Relation::Obj => child > verb,
            Relation::Xcomp => plain(tokens.subtree(child)),
            Relation::Obl => !passive && plain(tokens.subtree(child)),
            _ => false,
        };
        // The nearest one, and no more of it than a predicate has.
        let end =
            tokens.children(verb).find(tells).map(|child| self.trimmed(verb, tokens.subtree(child).end));
        let end = end.unwrap_or(verb + 1).min(verb + PREDICATE);
        if apart.is_some() { noun..noun + 1 } else { verb..end }
    }
}
