//! What a number measures by the noun that it stands with: "a 5.6-magnitude *earthquake*", "a *population* of 1.4 billion".

use super::{Figure, Measured, unowned};
use crate::document::{EntityKind, QuantityLabel};
use crate::fact::actor;
use crate::fact::whose::owner;
use crate::syntax::{Relation, Upos};

impl Figure<'_, '_> {
    /// What the number measures by its noun alone.
    pub(super) fn by_noun(&self) -> Option<Measured> {
        self.magnitude().or_else(|| self.size()).or_else(|| self.amount())
    }

    /// "a 5.6-magnitude earthquake"
    fn magnitude(&self) -> Option<Measured> {
        let noun = self.noun_behind().filter(|_| self.quantity.unit.as_deref() == Some("magnitude"))?;
        let measure = self.number.end - 1..self.number.end;
        Some(Measured { measure, ..self.plain(noun, noun, "measurement/magnitude") })
    }

    /// "the steps of the 70-metre hall": the hall's own length; "the $20 billion *project* will link them": what it costs.
    fn size(&self) -> Option<Measured> {
        let priced = self.quantity.label == QuantityLabel::Money
            && self.scene.referents.tokens().is_subject(self.carrier);
        let sized = priced || self.quantity.label == QuantityLabel::Measure;
        let noun = self.noun_behind().filter(|_| sized)?;
        // "the 2 km circumference *of the park*"
        if let Some(whose) = self.of_what(noun) {
            let measure = self.after_number(noun).start..noun + 1;
            return Some(Measured { measure, ..self.plain(whose, noun, "measurement/of") });
        }
        let own = self.after_number(noun);
        let measure = own.clone();
        Some(Measured { subject: own, measure, ..self.plain(noun, noun, "measurement/size") })
    }

    /// The noun that the number stands before.
    fn noun_behind(&self) -> Option<usize> {
        Some(self.carrier).filter(|&noun| self.is_noun(noun) && noun >= self.number.end)
    }

    /// "a population of 1.4 billion people"
    fn amount(&self) -> Option<Measured> {
        let clauses = &self.scene.clauses;
        let counts = |noun: usize| !self.counts() || clauses.is_listed(noun, &clauses.governors.amounts);
        let noun = self.scene.referents.tokens().head(self.carrier)?;
        if !self.is_noun(noun) || !self.is_amount_of(noun) || !counts(noun) {
            return None;
        }
        // "rose in the *city* of half a million people": the city's.
        let home = self.counts() && clauses.is_listed(noun, &clauses.governors.homes);
        let own = owner(self.scene, noun).or_else(|| self.subject_over(noun)).filter(|_| !home);
        // "*She* sees economic growth of 2.8 percent": statistics are of a country.
        let statistic = unowned::is_statistic(self.scene, noun);
        let somebody = |who: usize| {
            let person = |id| self.scene.referents.kind(id) == EntityKind::Person;
            self.scene.entity(who).map_or_else(|| actor::acts(self.scene, who), person)
        };
        let own = own.filter(|&who| !(statistic && somebody(who)));
        // "the reconstruction of 184 kilometres *of highways*"
        let whole = self.whole().filter(|_| !self.counts() && self.quantity.label == QuantityLabel::Measure);
        let subject = whole.or_else(|| self.apposed(noun)).or(own).unwrap_or(noun);
        let found = self.plain(subject, noun, "measurement/of");
        // "a delegation of 35 *leaders*": they are counted; "a capacity of 35 leaders" is a figure itself.
        let itself = !self.counts()
            || clauses.is_listed(noun, &clauses.governors.figures)
            || !actor::acts(self.scene, noun);
        Some(if itself && !home { found } else { Measured { measure: self.counted_phrase(), ..found } })
    }

    /// Whether the number says how much `noun` is: "a share of 18 percent".
    pub(super) fn is_amount_of(&self, noun: usize) -> bool {
        let tokens = self.scene.referents.tokens();
        let nmod = matches!(tokens.relation(self.carrier), Relation::Nmod | Relation::NmodUnmarked);
        noun < self.number.start && nmod && self.case() == Some("of")
    }

    /// Who has the noun by its clause: the subject of "has a population".
    fn subject_over(&self, noun: usize) -> Option<usize> {
        let tokens = self.scene.referents.tokens();
        let verb = tokens.head(noun).filter(|&verb| tokens.upos(verb) == Upos::Verb)?;
        let held = matches!(tokens.relation(noun), Relation::Obj | Relation::Obl);
        // "sent *prices* to a high of 70 dollars", "building *a plant* at a cost of 85 million": what is brought there has it, and what
        // costs it.
        let clauses = &self.scene.clauses;
        let moves = match clauses.case(noun).map(|case| self.text(case)) {
            Some("to") => clauses.is_listed(verb, &clauses.governors.moving),
            Some("at") => clauses.is_listed(noun, &clauses.governors.measures),
            _ => false,
        };
        let moved = tokens.child(verb, &[Relation::Obj]).filter(|&object| moves && object < noun);
        held.then(|| moved.or_else(|| self.subject(verb))).flatten()
    }
}
