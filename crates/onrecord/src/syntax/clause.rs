//! The clause reader: who does what to whom, whatever the construction.
//!
//! A predicate is a verb or a noun of action. Its roles are read off the arcs, and what grammar leaves out is put back:
//! the subject of a passive is its object, a conjoined verb shares the subject before it, an infinitive has that of its
//! governor ("plans to sign") or its object ("urged them to sign"), a participle and a relative clause have the noun
//! that they modify ([`back`]), and a noun has that of the verb that carries it ("paid a visit", [`noun`]). From the same arcs come
//! polarity and modality ([`certainty`]), with the auxiliaries and with the governors, which are data ([`Governors`]).
//! There are no other words in here.

mod back;
mod certainty;
mod noun;
mod phrase;

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
        let tokens = self.tokens;
        let mut fillers = self.around_verb(verb);
        let listed = || self.listed_beside(verb, &fillers);
        if let Some(first) = self.joined_before(verb, &fillers).or_else(listed) {
            fillers.insert(0, (Function::Subject, first));
        }
        fillers.extend(self.postponed(verb, &fillers));
        if !fillers.iter().any(|(function, _)| *function == Function::Subject) {
            let object = fillers.iter().any(|(function, _)| *function == Function::Object);
            let passive = self.is_passive(verb);
            // "the army left, and two hostages *were freed*": a passive that has its own subject shares none.
            let own = [Relation::NsubjPass, Relation::Nsubj];
            let relative = |at: usize| matches!(tokens.xpos(at), "WP" | "WDT");
            let own = passive && tokens.child(verb, &own).is_some_and(|at| !relative(at));
            let put_back = if own { Vec::new() } else { self.put_back(verb, object, 0) };
            let given = fillers.iter().any(|(function, _)| *function == Function::Indirect);
            let found = !put_back.is_empty() || passive && (object || given);
            fillers.extend(put_back);
            if !found {
                let function = if passive { Function::Object } else { Function::Subject };
                fillers.extend(self.swallowed(verb).into_iter().map(|word| (function, word)));
            }
        }
        fillers.extend(self.gap(verb, &fillers));
        fillers.extend(self.infinitive(&fillers));
        // What something is said to be tells more than the word for it, so it comes first.
        if let Some(identified) = self.identified(verb, &fillers) {
            fillers.insert(0, identified);
        }
        self.attach_higher(&mut fillers);
        self.agent(verb, &mut fillers);
        let (polarity, modality) = self.certainty(verb);
        Clause { word: verb, fillers, polarity, modality }
    }

    /// Calls the subject of a passive what stands after "by" and hangs too low: "returned to Oman *by Kenya*".
    fn agent(&self, verb: usize, fillers: &mut [(Function, usize)]) {
        let done = fillers.iter().any(|(function, _)| *function == Function::Subject);
        if done || !self.is_passive(verb) {
            return;
        }
        let by = |function: &Function| match function {
            Function::Preposition(case) => self.text.slice(self.tokens.span(*case)) == "by",
            _ => false,
        };
        if let Some((function, _)) = fillers.iter_mut().find(|(function, _)| by(function)) {
            *function = Function::Subject;
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

    /// What hangs on the verb itself.
    fn around_verb(&self, verb: usize) -> Vec<(Function, usize)> {
        let tokens = self.tokens;
        let mut fillers = Vec::new();
        let passive = self.is_passive(verb);
        let naming = self.is_listed(verb, &self.governors.naming);
        let becomes = naming || self.is_listed(verb, &self.governors.becoming);
        // "were denied *entry*": a noun is what somebody is only after a few verbs.
        let noun = |child: usize| {
            tokens.relation(child) == Relation::Xcomp
                && !becomes
                && matches!(tokens.upos(child), Upos::Noun | Upos::Propn)
                && tokens.child(child, &[Relation::Cop]).is_none()
        };
        let objects = || {
            // "a package *worth* 5 million" has a sign of money for a tagger.
            let bare = |child: &usize| {
                let object = tokens.relation(*child) == Relation::Obj || noun(*child);
                *child > verb && object && !self.says_worth(*child)
            };
            tokens.children(verb).filter(bare).filter(|&child| self.case(child).is_none())
        };
        let given = objects().any(|object| tokens.upos(object) == Upos::Noun);
        // "granted Oman a loan": of two objects the first is who gets the other.
        let two = objects().nth(1).is_some() || tokens.child(verb, &[Relation::Iobj]).is_some();
        let first = objects().next();
        let rest = [Relation::Obj, Relation::Ccomp, Relation::Xcomp, Relation::Parataxis];
        let alone = tokens.child(verb, &rest).is_none();
        // "Since the *start* of its work, the *bank* has invested": of two subjects the one behind a preposition is none.
        let subject = tokens.children(verb).filter(|&child| tokens.is_subject(child) && child < verb).max();
        let dates = |child: usize| {
            let before = tokens.subtree(child).start.checked_sub(1);
            before.is_some_and(|at| matches!(tokens.upos(at), Upos::Sconj | Upos::Adp))
        };
        let no_object = tokens.child(verb, &[Relation::Obj]).is_none();
        for child in tokens.children(verb) {
            // "the presidents of Kenya and Oman, *A* and *B*, agreed": of two subjects the second names the first.
            let named = |subject: usize| {
                tokens.upos(child) == Upos::Noun
                    && tokens.upos(subject) == Upos::Propn
                    && self.follows_comma(subject)
            };
            let before = subject.filter(|&subject| tokens.is_subject(child) && child < subject);
            if before.is_some_and(|subject| dates(child) || named(subject)) {
                continue;
            }
            // "*drones* launched by Ukraine hit a depot": a participle that a parser takes for the subject is its noun's.
            if let Some(noun) = self.carried(verb, child) {
                fillers.push((if passive { Function::Object } else { Function::Subject }, noun));
                continue;
            }
            let function = match tokens.relation(child) {
                // "signed *by Ann Lee*", whatever the label.
                Relation::Nsubj | Relation::NsubjPass
                    if child > verb
                        && self
                            .case(child)
                            .is_some_and(|case| self.text.slice(tokens.span(case)) == "by") =>
                {
                    Function::Subject
                }
                // "They were denied *visas*": who is given something has the place of the subject.
                Relation::NsubjPass if given && !naming => Function::Indirect,
                Relation::NsubjPass => Function::Object,
                Relation::Nsubj if passive => Function::Object,
                Relation::Nsubj | Relation::NsubjOuter | Relation::OblAgent => Function::Subject,
                // "elected her chair", "was elected chair": what somebody is made.
                // … but "nominated Ann Lee, *the head of the bank*" says who she is.
                Relation::Obj if naming && two && Some(child) != first && self.follows_comma(child) => {
                    continue;
                }
                Relation::Obj if naming && (two && Some(child) != first || passive) => Function::Complement,
                Relation::Obj if two && !naming && objects().count() > 1 && Some(child) == first => {
                    Function::Indirect
                }
                Relation::Obj if self.says_worth(child) => continue,
                Relation::Obj if self.case(child).is_none() => Function::Object,
                // "telephoned *Narendra Modi*": who gets nothing is whom it is done to.
                Relation::Iobj if naming || alone => Function::Object,
                Relation::Iobj => Function::Indirect,
                // An object with a preposition is a slip of the labeller.
                Relation::Obl | Relation::OblUnmarked | Relation::Obj => match self.case(child) {
                    Some(case) if passive && self.text.slice(tokens.span(case)) == "by" => Function::Subject,
                    Some(case) => Function::Preposition(case),
                    // "will deliver *up to 200 tonnes*"
                    None if no_object && tokens.children(child).any(|case| self.is_at_most(case)) => {
                        Function::Object
                    }
                    None => continue,
                },
                Relation::Xcomp if is_verb(tokens, child) => Function::Clause,
                // What has a preposition is no predicate: "appointed *by President Tokayev*".
                Relation::Xcomp => match self.case(child) {
                    Some(case) if passive && self.text.slice(tokens.span(case)) == "by" => Function::Subject,
                    // "appealed *to donors*": a noun behind a preposition is no predicate, except as what somebody is.
                    Some(case) if !becomes && self.text.slice(tokens.span(case)) != "as" => {
                        Function::Preposition(case)
                    }
                    None if no_object && noun(child) => Function::Object,
                    // "appointed *Ann Lee*, the envoy, to lead": a name that nobody is called.
                    None if no_object
                        && naming
                        && !passive
                        && tokens.relation(verb) != Relation::Acl
                        && tokens.xpos(child) == "NNP" =>
                    {
                        Function::Object
                    }
                    _ => Function::Complement,
                },
                Relation::Ccomp => Function::Clause,
                // "apologised *for declaring* war", "accused Oman *of breaking* the truce"
                Relation::Advcl if tokens.xpos(child) == "VBG" && child > verb => {
                    match tokens.child(child, &[Relation::Mark]).filter(|&mark| tokens.xpos(mark) == "IN") {
                        Some(mark) => Function::Preposition(mark),
                        None => continue,
                    }
                }
                // "ordered the paper *to close*" says what, "met *to talk*" what for.
                Relation::Advcl if self.is_infinitive(child) && child > verb => {
                    let whom = objects().any(|object| object < child) || passive;
                    let asks = whom && self.bids(verb);
                    if asks { Function::Clause } else { Function::Purpose }
                }
                _ => continue,
            };
            fillers.push((function, self.antecedent(verb, child)));
        }
        if let Some(office) = self.office(verb) {
            let subject = tokens.children(office).find(|&child| tokens.is_subject(child) && child < verb);
            fillers.extend(subject.map(|whom| (Function::Object, self.antecedent(office, whom))));
            fillers.push((Function::Complement, office));
        }
        // "elected *Ann Lee mayor*": a parser takes the name for the first words of the office.
        let mut named = fillers.iter().filter(|(function, _)| naming && *function == Function::Object);
        if let Some((row, name)) = named.find_map(|&(_, office)| {
            let row = fillers.iter().position(|&(_, word)| word == office)?;
            let name =
                tokens.child(office, &[Relation::Compound]).filter(|_| tokens.upos(office) == Upos::Noun)?;
            (tokens.xpos(office - 1) == "NNP" && tokens.xpos(name) == "NNP").then_some((row, office - 1))
        }) {
            let office = fillers[row].1;
            fillers[row] = (Function::Object, name);
            fillers.push((Function::Complement, office));
        }
        // "demanded that *the government* scrap the tax": who ought to do it is who is asked.
        if let Some(whom) = self.demanded(verb) {
            fillers.push((Function::Indirect, whom));
        }
        // A predicate noun or adjective is what its subject is.
        if tokens.child(verb, &[Relation::Cop]).is_some() {
            fillers.push((Function::Complement, verb));
        }
        fillers
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
        headline || tokens.child(verb, &[Relation::AuxPass, Relation::NsubjPass]).is_some()
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

/// Whether the word is a verb.
pub(crate) fn is_verb(tokens: &Tokens, word: usize) -> bool {
    tokens.upos(word) == Upos::Verb
}
