//! Whose a figure is where its noun alone does not say it: "*Germany* saw exports fall", "the price of *oil*", "*Goma*, a city of two
//! million".

use std::ops::Range;

use super::Figure;
use crate::syntax::Relation;
use crate::syntax::clause::Function;

impl Figure<'_, '_> {
    /// "*Germany* saw exports fall to $5 billion": whose they are.
    pub(super) fn seer(&self, verb: usize) -> Option<usize> {
        let (tokens, clauses) = (self.scene.referents.tokens(), &self.scene.clauses);
        let below = matches!(tokens.relation(verb), Relation::Xcomp | Relation::Ccomp);
        let sees = tokens
            .head(verb)
            .filter(|&above| below && clauses.is_listed(above, &clauses.governors.seeing))?;
        let who = clauses.of_verb(sees).filler(Function::Subject)?;
        // "did not see *how* it could fall"
        let asked = tokens.children(verb).any(|child| tokens.xpos(child).starts_with('W'));
        (self.scene.referents.time(who).is_none() && !asked).then_some(who)
    }

    /// "the price of *oil*", "the number of *tourists*", "shares in *Boeing*": of what there is so much.
    pub(super) fn of_what(&self, measure: usize) -> Option<usize> {
        let (referents, clauses) = (self.scene.referents, &self.scene.clauses);
        let listed = clauses.is_listed(measure, &clauses.governors.measures);
        let of = |&child: &usize| {
            let noun = referents.tokens().relation(child) == Relation::Nmod && self.is_noun(child);
            let figure = referents.time(child).is_some() || referents.quantity(child).is_some();
            // "shares *in Boeing*", but "prices in May"
            let stock = referents.tokens().lemma(measure) == "share" && referents.entity(child).is_some();
            let case = clauses.case(child).map(|case| self.text(case));
            noun && !figure && (case == Some("of") || stock && case == Some("in"))
        };
        referents.tokens().children(measure).find(|child| listed && of(child))
    }

    /// The measure without whose it is, where that stands behind it: "*the price* of oil".
    pub(super) fn without_owner(&self, measure: usize, owner: usize) -> Range<usize> {
        let words = self.phrase(measure);
        let behind = self.scene.clauses.case(owner).filter(|&case| case > measure && words.contains(&case));
        // "the weight *of China* in the world economy": a name does not end what is measured.
        let named = self.scene.referents.entity(owner).is_some();
        let cut = !named && self.of_what(measure) == Some(owner);
        words.start..behind.filter(|_| cut).unwrap_or(words.end)
    }

    /// "*Goma*, a city of two million": what the noun is said to be.
    pub(super) fn apposed(&self, noun: usize) -> Option<usize> {
        let (tokens, clauses) = (self.scene.referents.tokens(), &self.scene.clauses);
        let home = clauses.is_listed(noun, &clauses.governors.homes);
        let name = tokens.head(noun).filter(|_| home && tokens.relation(noun) == Relation::Appos)?;
        self.scene.referents.entity(name).is_some().then_some(name)
    }
}
