//! The clause of a noun of action: "*talks* between Kenya and Oman", "paid a *visit* to China", "after the *attack* on Oman".

use super::{Clause, Clauses, Function, is_verb};
use crate::document::{Modality, Polarity};
use crate::syntax::{Relation, Upos};

/// Words behind a noun within which its phrases stand.
const REACH: usize = 24;

impl Clauses<'_> {
    /// The clause of the noun of action at `noun`: "talks", "visit".
    pub(crate) fn of_noun(&self, noun: usize) -> Clause {
        let tokens = self.tokens;
        let mut fillers = Vec::new();
        let (mut polarity, mut modality) = (Polarity::Positive, Modality::Actual);
        for child in tokens.children(noun) {
            let function = match tokens.relation(child) {
                Relation::NmodPoss => Function::Possessor,
                Relation::Nmod | Relation::NmodUnmarked | Relation::NmodDesc => match self.case(child) {
                    Some(case) => Function::Preposition(case),
                    None => Function::Compound,
                },
                Relation::Compound | Relation::Amod => Function::Compound,
                // "their demand *that Oman leave*", "its decision *to leave*"
                Relation::Ccomp => Function::Clause,
                Relation::Acl if tokens.child(child, &[Relation::Mark]).is_some() => Function::Clause,
                // "was a guest at the summit": what is said of the subject; "*it* was the first visit" says nothing of it.
                Relation::Nsubj
                    if tokens.child(noun, &[Relation::Cop]).is_some()
                        && !tokens.feats(child).contains("Gender=Neut") =>
                {
                    Function::Subject
                }
                _ => continue,
            };
            fillers.push((function, child));
        }
        // "Ann Lee, *a member* of the party": what is said of the noun before.
        if tokens.relation(noun) == Relation::Appos {
            fillers.extend(tokens.head(noun).map(|named| (Function::Subject, named)));
        }
        // "was admitted *as a member*": what is said of the object, or of the subject of a verb that has none.
        if let Some(verb) = self.said_as(noun) {
            let around = self.of_verb(verb).fillers;
            let find =
                |wanted: Function| around.iter().find(|&&(function, at)| function == wanted && at != noun);
            let whom = find(Function::Object).or_else(|| find(Function::Subject));
            fillers.extend(whom.map(|&(_, whom)| (Function::Subject, whom)));
            (polarity, modality) = self.certainty(verb);
        }
        // "launched a mediation effort", "held ten days of exercises": the noun that it hangs on stands for it.
        let of = self.case(noun).is_some_and(|case| self.text.slice(tokens.span(case)) == "of");
        let modifies = match tokens.relation(noun) {
            Relation::Compound => true,
            Relation::Nmod => of,
            _ => false,
        };
        let site = tokens.head(noun).filter(|_| modifies).unwrap_or(noun);
        if site != noun {
            let nmod = tokens.children(site).filter(|&child| tokens.relation(child) == Relation::Nmod);
            fillers.extend(nmod.filter_map(|child| Some((Function::Preposition(self.case(child)?), child))));
        }
        // "were engaged *in ethnic cleansing*"
        let engaged = tokens.head(site).is_some_and(|verb| {
            let within = self.case(site).is_some_and(|case| self.text.slice(tokens.span(case)) == "in");
            within && self.is_listed(verb, &self.governors.engaging)
        });
        let carrier = tokens.head(site).filter(|&verb| {
            let carried = matches!(
                tokens.relation(site),
                Relation::Obj | Relation::NsubjPass | Relation::Nsubj | Relation::Xcomp
            );
            (carried || engaged) && is_verb(tokens, verb)
        });
        if let Some(carrier) = carrier {
            (polarity, modality) = self.certainty(carrier);
            // "planned a visit" and "sought a loan", but not "had talks".
            let sought = self.is_listed(carrier, &self.governors.possible);
            // "called the meeting *a failure*": what it is said to be.
            let named = tokens.child(carrier, &[Relation::Xcomp]).is_some_and(|what| {
                what > noun && matches!(tokens.upos(what), Upos::Noun | Upos::Propn | Upos::Adj)
            });
            let carries = self.is_listed(carrier, &self.governors.light) && !named;
            let light = carries && !sought;
            modality = modality.max(if light { Modality::Actual } else { self.weight(carrier) });
            // "expressed its readiness *to help*" has what they are ready for on the verb.
            let whose = tokens.child(noun, &[Relation::NmodPoss]).is_some();
            let what = |&child: &usize| {
                let beside = matches!(tokens.relation(child), Relation::Advcl | Relation::Xcomp);
                let purpose = beside && self.is_infinitive(child);
                purpose && tokens.subtree(child).start == noun + 1
            };
            let clause = tokens.children(carrier).filter(|_| whose).find(what);
            fillers.extend(clause.map(|verb| (Function::Clause, verb)));
            // "repeated its demand *that Oman leave*" has the clause on the verb as well.
            let told = |&child: &usize| {
                tokens.relation(child) == Relation::Ccomp
                    && child > noun
                    && tokens.subtree(child).start > noun
            };
            let asks = self.is_listed(noun, &self.governors.required);
            if let Some(clause) = tokens.children(carrier).filter(|_| whose && asks).find(told) {
                fillers.push((Function::Clause, clause));
                let whom = tokens.child(clause, &[Relation::Nsubj]);
                fillers.extend(whom.map(|whom| (Function::Indirect, whom)));
            }
            let own = matches!(tokens.relation(site), Relation::Nsubj | Relation::Xcomp);
            let receives =
                self.is_listed(carrier, &self.governors.receiving) && tokens.relation(site) == Relation::Obj;
            if own || receives || engaged || carries {
                let clause = self.of_verb(carrier);
                let received = |(function, word): (Function, usize)| match function {
                    Function::Subject if receives => (Function::Indirect, word),
                    Function::Object if engaged => (Function::Subject, word),
                    _ => (function, word),
                };
                let around = clause.fillers.into_iter().map(received);
                fillers.extend(around.filter(|&(function, word)| {
                    word != noun
                        && word != site
                        && matches!(
                            function,
                            Function::Subject
                                | Function::Preposition(_)
                                | Function::Indirect
                                | Function::Purpose
                        )
                }));
            }
        }
        // "its offer *of talks*", "a plan *for talks*": what is to be.
        let meant = tokens.head(noun).filter(|_| tokens.relation(noun) == Relation::Nmod);
        let case = self.case(noun).map_or("", |case| self.text.slice(tokens.span(case)));
        if matches!(case, "of" | "for")
            && meant.is_some_and(|meant| self.is_listed(meant, &self.governors.intents))
        {
            modality = modality.max(Modality::Planned);
        }
        let coming = |child: usize| self.is_listed(child, &self.governors.coming);
        if tokens.children(noun).any(|child| tokens.relation(child) == Relation::Amod && coming(child)) {
            modality = modality.max(Modality::Planned);
        }
        if self.is_denied(noun) {
            polarity = Polarity::Negative;
        }
        self.attach_higher(&mut fillers);
        let behind = self.behind(noun);
        fillers.extend(behind.into_iter().filter(|filler| !fillers.contains(filler)).collect::<Vec<_>>());
        fillers.extend(self.dated(site));
        Clause { word: noun, fillers, polarity, modality }
    }

    /// The prepositional phrases that follow the noun without a break, by their place alone: a long name in between
    /// ("the visit of President Kassym-Jomart Tokayev *to China*") is where a parser loses them. What follows a common noun
    /// other than that of the first "of" may be that noun's, so the search ends there.
    fn behind(&self, noun: usize) -> Vec<(Function, usize)> {
        let tokens = self.tokens;
        let text = |at: usize| self.text.slice(tokens.span(at));
        let mut found = Vec::new();
        let mut of = true;
        for at in noun + 1..tokens.len().min(noun + REACH) {
            match tokens.upos(at) {
                Upos::Adp if tokens.relation(at) == Relation::Case => {
                    let opens = at == noun + 1 || of || tokens.upos(at - 1) == Upos::Propn;
                    let head = tokens.head(at).filter(|&head| head > at);
                    let (true, Some(head)) = (opens, head) else { break };
                    // "the President *of Kazakhstan*": an "of" that is not the first is the name's before it.
                    if text(at) != "of" || at == noun + 1 {
                        of = text(at) == "of";
                        found.push((Function::Preposition(at), head));
                    }
                }
                Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Num => {}
                _ if tokens.relation(at) == Relation::NmodPoss || text(at) == "-" => {}
                _ => break,
            }
        }
        found
    }

    /// The noun of number that "of" hangs the noun on: "a *wave* of arrests".
    fn grouping(&self, noun: usize) -> Option<usize> {
        let of = self.text.slice(self.tokens.span(self.case(noun)?)) == "of";
        let group = self.tokens.head(noun).filter(|&group| of && group < noun)?;
        self.is_listed(group, &self.governors.groups).then_some(group)
    }

    /// The verb that says by "as" what somebody is.
    fn said_as(&self, noun: usize) -> Option<usize> {
        let beside = matches!(self.tokens.relation(noun), Relation::Obl | Relation::Obj);
        let case = self.text.slice(self.tokens.span(self.case(noun)?));
        self.tokens.head(noun).filter(|&verb| beside && case == "as" && is_verb(self.tokens, verb))
    }

    /// Who does what is dated by the noun.
    fn dated(&self, noun: usize) -> Option<(Function, usize)> {
        let tokens = self.tokens;
        let verb = tokens.head(noun).filter(|_| tokens.relation(noun) == Relation::Obl)?;
        if !self.is_dating(noun) {
            return None;
        }
        let own = self.around_verb(verb).into_iter().find(|(function, _)| *function == Function::Subject);
        let subject = own.or_else(|| self.put_back(verb, true, 0).into_iter().next());
        let subject = subject.map(|(_, word)| word).or_else(|| self.swallowed(verb).into_iter().next());
        subject.map(|word| (Function::Around, word))
    }

    /// Whether the noun of action at `noun` stands for something that happens: it is what a verb is about or what a clause
    /// is dated by ("after the attack"), not what another noun is about or what something is said to be.
    pub(crate) fn is_told(&self, noun: usize) -> bool {
        let tokens = self.tokens;
        let dates = |case: usize| {
            let word = self.text.slice(tokens.span(case)).to_lowercase();
            self.governors.dating.contains(&word)
        };
        match tokens.relation(noun) {
            // "a package *of sanctions*" is told as the package is.
            Relation::Nmod if self.grouping(noun).is_some() => {
                self.grouping(noun).is_some_and(|group| self.is_told(group))
            }
            Relation::Nmod | Relation::Obl => self.case(noun).is_none_or(dates),
            Relation::NmodPoss | Relation::Advcl => false,
            // "what he called *provocations*" says how he speaks of them.
            Relation::Xcomp
                if tokens.head(noun).is_some_and(|verb| self.is_listed(verb, &self.governors.naming)) =>
            {
                false
            }
            // "is on alert" says how somebody is, "is a threat" what.
            _ => tokens.child(noun, &[Relation::Cop]).is_none() || self.case(noun).is_some(),
        }
    }
}
