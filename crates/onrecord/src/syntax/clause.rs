//! The clause reader: who does what to whom, whatever the construction.
//!
//! A predicate is a verb or a noun of action. Its roles are read off the arcs ([`around`]), and what grammar leaves
//! out is put back: the subject of a passive is its object, a conjoined verb shares the subject before it, an
//! infinitive has that of its governor ("plans to sign") or its object ("urged them to sign"), a participle and a
//! relative clause have the noun that they modify ([`back`]), and a noun has that of the verb that carries it ("paid
//! a visit", [`noun`]). From the same arcs come polarity and modality ([`certainty`]), with the auxiliaries and with
//! the governors, which are data ([`Governors`]). There are no other words in here.

mod around;
mod back;
mod carried;
mod certainty;
mod noun;
mod phrase;
mod swallowed;
mod undone;

use onrecord_resource::governor::Governors;

use super::{Relation, Tokens, Upos};
use crate::document::{Modality, Polarity};
use crate::text::Text;

/// Governors that a chain of clauses is followed up to.
const DEPTH: usize = 6;

/// What a word is to a predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Function {
    /// Who does it.
    Subject,
    /// Whom or what it is done to.
    Object,
    /// To whom.
    Indirect,
    /// What the subject is.
    Complement,
    /// The predicate of a clause that depends on it.
    Clause,
    /// The predicate of what it is done for.
    Purpose,
    /// Whose.
    Possessor,
    /// Who does what the noun dates: "during a visit to Oman, *he* said".
    Around,
    /// Modifier before a noun.
    Compound,
    /// After the preposition at that word.
    Preposition(usize),
}

/// One predicate with its roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    /// The predicate.
    pub(crate) word: usize,
    /// Heads of the phrases around it, in the order of their closeness: its own first, then those put back.
    pub(crate) fillers: Vec<(Function, usize)>,
    /// Affirmed or denied.
    pub(crate) polarity: Polarity,
    /// How certain.
    pub(crate) modality: Modality,
}

impl Clause {
    /// The first word that has the function.
    pub(crate) fn filler(&self, wanted: Function) -> Option<usize> {
        self.fillers.iter().find(|&&(function, _)| function == wanted).map(|&(_, word)| word)
    }
}

/// Reads clauses of one document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clauses<'a> {
    pub(crate) text: &'a Text,
    pub(crate) tokens: &'a Tokens,
    pub(crate) governors: &'a Governors,
}

impl Clauses<'_> {
    /// The clause of the verb at `verb`.
    pub(crate) fn of_verb(&self, verb: usize) -> Clause {
        let mut fillers = self.around_verb(verb);
        let listed = || self.listed_beside(verb, &fillers);
        if let Some(first) = self.joined_before(verb, &fillers).or_else(listed) {
            fillers.insert(0, (Function::Subject, first));
        }
        fillers.extend(self.postponed(verb, &fillers));
        if !has(&fillers, Function::Subject) {
            self.add_left_out(verb, &mut fillers);
        }
        fillers.extend(self.undergone(verb, &fillers));
        fillers.extend(self.gap(verb, &fillers));
        fillers.extend(self.infinitive(&fillers));
        // What something is said to be tells more than the word for it, so it comes first.
        if let Some(identified) = self.identified(verb, &fillers) {
            fillers.insert(0, identified);
        }
        self.attach_higher(verb, &mut fillers);
        self.agent(verb, &mut fillers);
        let (polarity, modality) = self.certainty(verb);
        Clause { word: verb, fillers, polarity, modality }
    }

    /// Of whom the clause tells: its subject, or whom it is done to where it is passive.
    pub(crate) fn told_of(&self, clause: &Clause) -> Option<usize> {
        let undergoes = || clause.filler(Function::Object).filter(|_| self.is_passive(clause.word));
        clause.filler(Function::Subject).or_else(undergoes)
    }

    /// Adds who does it where grammar leaves that out, or else whom the phrase before it has swallowed.
    fn add_left_out(&self, verb: usize, fillers: &mut Vec<(Function, usize)>) {
        let passive = self.is_passive(verb);
        let object = has(fillers, Function::Object);
        let given = has(fillers, Function::Indirect);
        // "the army left, and two hostages *were freed*": a passive that has its own subject shares none.
        let subject = self.tokens.child(verb, &[Relation::NsubjPass, Relation::Nsubj]);
        let relative = |at: usize| matches!(self.tokens.xpos(at), "WP" | "WDT");
        let own = passive && subject.is_some_and(|at| !relative(at));
        let put_back = if own { None } else { self.put_back(verb, object, 0) };
        let found = put_back.is_some() || passive && (object || given);
        fillers.extend(put_back);
        if !found {
            fillers.extend(self.swallowed(verb).into_iter().map(|word| (done_by(passive), word)));
        }
    }

    /// Whom a participle tells of that has its agent: "*the treaty* signed by Kenya", "*the minister*, invited by Kenya, left", and a
    /// passive that is joined to another verb: "*the minister* left and was received by Kenya".
    fn undergone(&self, verb: usize, fillers: &[(Function, usize)]) -> Option<(Function, usize)> {
        let tokens = self.tokens;
        let own = [Relation::Aux, Relation::AuxPass, Relation::Nsubj, Relation::NsubjPass, Relation::Obj];
        // "were hauled off and *taken* away by the police": the second has no auxiliary.
        let passive = self.is_passive(verb)
            || tokens.xpos(verb) == "VBN" && tokens.head(verb).is_some_and(|first| self.is_passive(first));
        let joined = tokens.relation(verb) == Relation::Conj
            && passive
            && tokens.child(verb, &[Relation::Nsubj, Relation::NsubjPass, Relation::Obj]).is_none();
        let bare = joined || tokens.xpos(verb) == "VBN" && tokens.child(verb, &own).is_none();
        let beside = joined || matches!(tokens.relation(verb), Relation::Acl | Relation::Advcl);
        let agent = tokens.child(verb, &[Relation::OblAgent]).is_some();
        if !(bare && beside && agent) || has(fillers, Function::Object) {
            return None;
        }
        self.put_back(verb, false, 0).filter(|(function, _)| *function == Function::Object)
    }

    /// Calls the subject of a passive what stands after "by" and hangs too low: "returned to Oman *by Kenya*", "was invited to speak in
    /// Oman *by Kenya*".
    fn agent(&self, verb: usize, fillers: &mut Vec<(Function, usize)>) {
        if has(fillers, Function::Subject) || !self.is_passive(verb) {
            return;
        }
        let by = |function: &Function| match function {
            Function::Preposition(case) => self.text.slice(self.tokens.span(*case)) == "by",
            _ => false,
        };
        // "The attack *by Kenya* was condemned": not who condemns it.
        if let Some((function, _)) = fillers.iter_mut().find(|(function, at)| by(function) && *at > verb) {
            *function = Function::Subject;
        } else if self.bids(verb) {
            let tokens = self.tokens;
            let clause = fillers.iter().find(|(function, _)| *function == Function::Clause);
            let end = tokens.subtree(verb).end - 1;
            let by = |&at: &usize| self.case_text(at) == Some("by") && tokens.subtree(at).end == end;
            let agent = clause.and_then(|&(_, clause)| {
                let below = tokens
                    .children(clause)
                    .flat_map(|child| [child].into_iter().chain(tokens.children(child)));
                below.filter(|&at| matches!(tokens.relation(at), Relation::Obl | Relation::Nmod)).find(by)
            });
            fillers.extend(agent.map(|agent| (Function::Subject, agent)));
        }
    }

    /// Whether the verb is a participle before its noun: "the *proposed* changes".
    pub(crate) fn is_attribute(&self, verb: usize) -> bool {
        let before = self.tokens.head(verb).is_some_and(|noun| verb < noun);
        let attribute = matches!(self.tokens.relation(verb), Relation::Amod | Relation::Compound);
        before && attribute && self.office(verb).is_none()
    }

    /// The office that somebody is given: of "was elected chairman" a parser reads what sort of chairman they were.
    fn office(&self, verb: usize) -> Option<usize> {
        let tokens = self.tokens;
        let made = tokens.xpos(verb) == "VBN" && self.is_listed(verb, &self.governors.naming);
        let noun = tokens.head(verb).filter(|_| made && tokens.relation(verb) == Relation::Amod)?;
        let is = tokens.child(noun, &[Relation::Cop]).is_some_and(|is| is + 1 == verb);
        (is && verb < noun).then_some(noun)
    }

    /// Whether a preposition makes the verb a noun: "accused of *killing*".
    pub(crate) fn is_named_by(&self, verb: usize) -> bool {
        let mark = self.tokens.child(verb, &[Relation::Mark, Relation::Case]);
        mark.is_some_and(|mark| mark < verb && self.tokens.xpos(mark) == "IN")
    }

    /// Whether the verb is an infinitive.
    pub(crate) fn is_infinitive(&self, verb: usize) -> bool {
        let marked = self.tokens.child(verb, &[Relation::Mark]).is_some();
        let bare = matches!(self.tokens.relation(verb), Relation::Xcomp | Relation::Ccomp | Relation::Conj);
        let to = if marked { self.has_to(verb) } else { bare };
        self.tokens.xpos(verb) == "VB" && to && self.tokens.child(verb, &[Relation::Aux]).is_none()
    }

    /// Whether "to" stands before the verb, also behind an adjective that a parser takes for its like: "are *due to* meet".
    fn has_to(&self, verb: usize) -> bool {
        let to = |at: usize| self.tokens.relation(at) == Relation::Mark && self.tokens.lemma(at) == "to";
        self.tokens.children(verb).any(to)
    }

    /// Whether the object of the verb is to do what an infinitive says.
    fn bids(&self, verb: usize) -> bool {
        self.is_listed(verb, &self.governors.required) || self.is_listed(verb, &self.governors.bidding)
    }

    /// Whether a comma stands before the phrase of the word.
    fn follows_comma(&self, word: usize) -> bool {
        let start = self.tokens.subtree(word).start;
        let comma = |at: usize| self.text.slice(self.tokens.span(at)) == ",";
        comma(start) || start > 0 && comma(start - 1)
    }

    pub(crate) fn is_passive(&self, verb: usize) -> bool {
        let tokens = self.tokens;
        // "900 migrants rescued off the coast": a headline leaves the auxiliary out, and articles.
        let aux = [Relation::Aux, Relation::AuxPass, Relation::Cop, Relation::Obj];
        let subject = || tokens.child(verb, &[Relation::Nsubj]).filter(|&subject| subject < verb);
        let stops = |child: usize| self.text.slice(tokens.span(child)) == ".";
        let headline = tokens.xpos(verb) == "VBN"
            && !tokens.children(verb).any(stops)
            && tokens.relation(verb) == Relation::Root
            && tokens.child(verb, &aux).is_none()
            && subject().is_some_and(|subject| tokens.child(subject, &[Relation::Det]).is_none());
        // "failed to *get re-elected*"
        let gets = tokens.head(verb).filter(|_| tokens.relation(verb) == Relation::Xcomp);
        let gets = tokens.xpos(verb) == "VBN" && gets.is_some_and(|head| tokens.lemma(head) == "get");
        headline || gets || tokens.child(verb, &[Relation::AuxPass, Relation::NsubjPass]).is_some()
    }

    /// Whether the word is a plural noun.
    pub(crate) fn is_plural(&self, word: usize) -> bool {
        matches!(self.tokens.xpos(word), "NNS" | "NNPS")
    }

    /// Whether the lemma of `word` is in `list`.
    pub(crate) fn is_listed(&self, word: usize, list: &[String]) -> bool {
        list.iter().any(|entry| entry == self.tokens.lemma(word))
    }
}

/// Whether one of the fillers has the function.
fn has(fillers: &[(Function, usize)], wanted: Function) -> bool {
    fillers.iter().any(|(function, _)| *function == wanted)
}

/// A passive verb's missing subject is its object.
fn done_by(passive: bool) -> Function {
    if passive { Function::Object } else { Function::Subject }
}

/// Whether the word is a verb.
pub(crate) fn is_verb(tokens: &Tokens, word: usize) -> bool {
    tokens.upos(word) == Upos::Verb
}
