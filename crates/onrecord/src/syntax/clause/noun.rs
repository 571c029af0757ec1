//! The clause of a noun of action: "*talks* between Kenya and Oman", "paid a *visit* to China", "after the *attack* on Oman".

use super::carried::Carried;
use super::{Clause, Clauses, Function, is_verb};
use crate::document::{Modality, Polarity};
use crate::syntax::{Relation, Upos};

/// Words behind a noun within which its phrases stand.
const REACH: usize = 24;

impl Clauses<'_> {
    /// The clause of the noun of action at `noun`: "talks", "visit".
    pub(crate) fn of_noun(&self, noun: usize) -> Clause {
        let (polarity, modality) = (Polarity::Positive, Modality::Actual);
        let mut clause = Clause { word: noun, fillers: self.around_noun(noun), polarity, modality };
        self.add_said_of(&mut clause);
        let site = self.site(noun);
        if site != noun {
            clause.fillers.extend(self.phrases(site));
        }
        if let Some(carried) = Carried::new(self, noun, site) {
            carried.add(&mut clause);
        }
        clause.fillers.extend(self.imposer(noun).map(|agent| (Function::Subject, agent)));
        if self.is_meant(noun) || self.is_coming(noun) || self.journey_for(site).is_some() {
            clause.modality = clause.modality.max(Modality::Planned);
        }
        if self.is_denied(noun) {
            clause.polarity = Polarity::Negative;
        }
        self.attach_higher(noun, &mut clause.fillers);
        for filler in self.behind(noun) {
            if !clause.fillers.contains(&filler) {
                clause.fillers.push(filler);
            }
        }
        clause.fillers.extend(self.dated(site));
        clause
    }

    /// "the embargo, imposed by *the Council*": whose the noun is by a participle that says no more than that it happens.
    fn imposer(&self, noun: usize) -> Option<usize> {
        let tokens = self.tokens;
        let light = |&child: &usize| {
            tokens.relation(child) == Relation::Acl
                && tokens.xpos(child) == "VBN"
                && self.is_listed(child, &self.governors.light)
        };
        let mut participles = tokens.children(noun).filter(light);
        participles.find_map(|participle| tokens.child(participle, &[Relation::OblAgent]))
    }

    /// What hangs on the noun itself.
    fn around_noun(&self, noun: usize) -> Vec<(Function, usize)> {
        let tokens = self.tokens;
        let function = |child: usize| match tokens.relation(child) {
            Relation::NmodPoss => Some(Function::Possessor),
            Relation::Nmod | Relation::NmodUnmarked | Relation::NmodDesc => {
                Some(self.case(child).map_or(Function::Compound, Function::Preposition))
            }
            Relation::Compound | Relation::Amod => Some(Function::Compound),
            // "their demand *that Oman leave*", "its decision *to leave*"
            Relation::Ccomp => Some(Function::Clause),
            Relation::Acl => tokens.child(child, &[Relation::Mark]).map(|_| Function::Clause),
            // "was a guest at the summit": what is said of the subject; "*it* was the first visit" says nothing of it.
            Relation::Nsubj => {
                let copula = tokens.child(noun, &[Relation::Cop]).is_some();
                (copula && !tokens.feats(child).contains("Gender=Neut")).then_some(Function::Subject)
            }
            _ => None,
        };
        tokens.children(noun).filter_map(|child| Some((function(child)?, child))).collect()
    }

    /// Adds of whom the noun is said, with how certain that is.
    fn add_said_of(&self, clause: &mut Clause) {
        let (tokens, noun) = (self.tokens, clause.word);
        // "Ann Lee, *a member* of the party": what is said of the noun before.
        if tokens.relation(noun) == Relation::Appos {
            clause.fillers.extend(tokens.head(noun).map(|named| (Function::Subject, named)));
        }
        // "was admitted *as a member*": what is said of the object, or of the subject of a verb that has none.
        if let Some(verb) = self.said_as(noun) {
            let around = self.of_verb(verb).fillers;
            let find =
                |wanted: Function| around.iter().find(|&&(function, at)| function == wanted && at != noun);
            let whom = find(Function::Object).or_else(|| find(Function::Subject));
            clause.fillers.extend(whom.map(|&(_, whom)| (Function::Subject, whom)));
            (clause.polarity, clause.modality) = self.certainty(verb);
        }
    }

    /// "launched a mediation *effort*", "held ten *days* of exercises": the noun that it hangs on stands for it.
    fn site(&self, noun: usize) -> usize {
        let modifies = match self.tokens.relation(noun) {
            Relation::Compound => true,
            Relation::Nmod => self.case_text(noun) == Some("of"),
            _ => false,
        };
        self.tokens.head(noun).filter(|_| modifies).unwrap_or(noun)
    }

    /// The prepositional phrases that hang on the noun.
    fn phrases(&self, noun: usize) -> impl Iterator<Item = (Function, usize)> {
        let tokens = self.tokens;
        let nmod = tokens.children(noun).filter(|&child| tokens.relation(child) == Relation::Nmod);
        nmod.filter_map(|child| Some((Function::Preposition(self.case(child)?), child)))
    }

    /// "its offer *of talks*", "a plan *for talks*": what is to be.
    fn is_meant(&self, noun: usize) -> bool {
        let meant = self.tokens.head(noun).filter(|_| self.tokens.relation(noun) == Relation::Nmod);
        matches!(self.case_text(noun), Some("of" | "for"))
            && meant.is_some_and(|meant| self.is_listed(meant, &self.governors.intents))
    }

    /// "the *coming* visit"
    fn is_coming(&self, noun: usize) -> bool {
        let coming = |child: usize| self.is_listed(child, &self.governors.coming);
        let tokens = self.tokens;
        tokens.children(noun).any(|child| tokens.relation(child) == Relation::Amod && coming(child))
    }

    /// The preposition before the noun as it is written.
    pub(super) fn case_text(&self, noun: usize) -> Option<&str> {
        self.case(noun).map(|case| self.text.slice(self.tokens.span(case)))
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
        let of = self.case_text(noun)? == "of";
        let group = self.tokens.head(noun).filter(|&group| of && group < noun)?;
        self.is_listed(group, &self.governors.groups).then_some(group)
    }

    /// The verb that says by "as" what somebody is.
    fn said_as(&self, noun: usize) -> Option<usize> {
        let beside = matches!(self.tokens.relation(noun), Relation::Obl | Relation::Obj);
        let case = self.case_text(noun)?;
        self.tokens.head(noun).filter(|&verb| beside && case == "as" && is_verb(self.tokens, verb))
    }

    /// Who does what is dated by the noun.
    fn dated(&self, noun: usize) -> Option<(Function, usize)> {
        let tokens = self.tokens;
        let beside =
            || tokens.head(noun).filter(|_| tokens.relation(noun) == Relation::Obl && self.is_dating(noun));
        let verb = self.journey_for(noun).or_else(beside)?;
        let own = self.around_verb(verb).into_iter().find(|(function, _)| *function == Function::Subject);
        let subject = own.or_else(|| self.put_back(verb, true, 0));
        let subject = subject.map(|(_, word)| word).or_else(|| self.swallowed(verb).into_iter().next());
        subject.map(|word| (Function::Around, word))
    }

    /// The verb of who goes somewhere for what the noun names: "*flew* to Oman for talks".
    fn journey_for(&self, noun: usize) -> Option<usize> {
        let tokens = self.tokens;
        let head = tokens.head(noun).filter(|_| self.case_text(noun) == Some("for"))?;
        // "to *Oman* for talks" hangs on the place for some.
        let verb = if tokens.relation(noun) == Relation::Nmod { tokens.head(head)? } else { head };
        self.is_listed(verb, &self.governors.travelling).then_some(verb)
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
            Relation::Nmod | Relation::Obl => {
                self.case(noun).is_none_or(dates) || self.journey_for(noun).is_some()
            }
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
