//! What the verb says that carries a noun of action: "*paid* a visit", "*planned* talks", "*expressed* its readiness to help".

use super::{Clause, Clauses, Function, is_verb};
use crate::document::Polarity;
use crate::syntax::{Relation, Upos};

/// A noun of action with the verb that carries it.
pub(super) struct Carried<'c, 'a> {
    clauses: &'c Clauses<'a>,
    noun: usize,
    /// The noun that stands for it beside the verb: "launched a mediation *effort*".
    site: usize,
    verb: usize,
    /// "were engaged *in ethnic cleansing*"
    engaged: bool,
    /// Whether the verb says no more than that it happens: "paid", "had".
    light: bool,
}

impl<'c, 'a> Carried<'c, 'a> {
    pub(super) fn new(clauses: &'c Clauses<'a>, noun: usize, site: usize) -> Option<Self> {
        let tokens = clauses.tokens;
        let verb = tokens.head(site).filter(|&verb| is_verb(tokens, verb))?;
        let within = clauses.case_text(site) == Some("in");
        let engaged = within && clauses.is_listed(verb, &clauses.governors.engaging);
        let carries = matches!(
            tokens.relation(site),
            Relation::Obj | Relation::NsubjPass | Relation::Nsubj | Relation::Xcomp
        );
        let mut carried = Self { clauses, noun, site, verb, engaged, light: false };
        carried.light = clauses.is_listed(verb, &clauses.governors.light) && !carried.is_called();
        (carries || engaged).then_some(carried)
    }

    /// "called the meeting *a failure*": whether the verb says what it is.
    fn is_called(&self) -> bool {
        let tokens = self.clauses.tokens;
        tokens.child(self.verb, &[Relation::Xcomp]).is_some_and(|what| {
            what > self.noun && matches!(tokens.upos(what), Upos::Noun | Upos::Propn | Upos::Adj)
        })
    }

    /// Adds what the verb says.
    pub(super) fn add(&self, clause: &mut Clause) {
        (clause.polarity, clause.modality) = self.clauses.certainty(self.verb);
        if self.clauses.is_cancelling(self.verb) {
            clause.polarity = Polarity::Negative;
        }
        // "planned a visit" and "sought a loan", but not "had talks" and "called the talks useful".
        let sought = self.clauses.is_listed(self.verb, &self.clauses.governors.possible);
        if (!self.light || sought) && !self.is_called() {
            clause.modality = clause.modality.max(self.clauses.weight(self.verb));
        }
        if self.clauses.tokens.child(self.noun, &[Relation::NmodPoss]).is_some() {
            clause.fillers.extend(self.aim().map(|verb| (Function::Clause, verb)));
            self.add_demand(&mut clause.fillers);
        }
        self.share(&mut clause.fillers);
    }

    /// "expressed its readiness *to help*" has what they are ready for on the verb.
    fn aim(&self) -> Option<usize> {
        let tokens = self.clauses.tokens;
        tokens.children(self.verb).find(|&child| {
            matches!(tokens.relation(child), Relation::Advcl | Relation::Xcomp)
                && self.clauses.is_infinitive(child)
                && tokens.subtree(child).start == self.noun + 1
        })
    }

    /// "repeated its demand *that Oman leave*" has the clause on the verb as well.
    fn add_demand(&self, fillers: &mut Vec<(Function, usize)>) {
        let tokens = self.clauses.tokens;
        let told = |&child: &usize| {
            tokens.relation(child) == Relation::Ccomp
                && child > self.noun
                && tokens.subtree(child).start > self.noun
        };
        let asks = self.clauses.is_listed(self.noun, &self.clauses.governors.required);
        let Some(clause) = tokens.children(self.verb).filter(|_| asks).find(told) else { return };
        fillers.push((Function::Clause, clause));
        let whom = tokens.child(clause, &[Relation::Nsubj]);
        fillers.extend(whom.map(|whom| (Function::Indirect, whom)));
    }

    /// Shares what stands around the verb: "*Kenya* paid a visit *to Oman*".
    fn share(&self, fillers: &mut Vec<(Function, usize)>) {
        let (clauses, relation) = (self.clauses, self.clauses.tokens.relation(self.site));
        let own = matches!(relation, Relation::Nsubj | Relation::Xcomp);
        let receives =
            clauses.is_listed(self.verb, &clauses.governors.receiving) && relation == Relation::Obj;
        if !(own || receives || self.engaged || self.light) {
            return;
        }
        let received = |(function, word): (Function, usize)| match function {
            Function::Subject if receives => (Function::Indirect, word),
            Function::Object if self.engaged => (Function::Subject, word),
            _ => (function, word),
        };
        let around = clauses.of_verb(self.verb).fillers.into_iter().map(received);
        fillers.extend(around.filter(|&(function, word)| {
            word != self.noun
                && word != self.site
                && matches!(
                    function,
                    Function::Subject | Function::Preposition(_) | Function::Indirect | Function::Purpose
                )
        }));
    }
}
