//! What hangs on a verb itself, and what it is to the verb by its arc and its preposition.

use super::{Clauses, Function, done_by, is_verb};
use crate::syntax::{Relation, Upos};

impl Clauses<'_> {
    /// What hangs on the verb itself.
    pub(super) fn around_verb(&self, verb: usize) -> Vec<(Function, usize)> {
        let tokens = self.tokens;
        let around = Around::new(self, verb);
        let children = tokens.children(verb).filter(|&child| !around.is_no_subject(child));
        let mut fillers: Vec<_> = children.filter_map(|child| around.filler(child)).collect();
        if let Some(office) = self.office(verb) {
            let subject = tokens.children(office).find(|&child| tokens.is_subject(child) && child < verb);
            fillers.extend(subject.map(|whom| (Function::Object, self.antecedent(office, whom))));
            fillers.push((Function::Complement, office));
        }
        if around.naming {
            self.part_name(&mut fillers);
        }
        fillers.extend(self.paid(verb));
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

    /// "elected *Ann Lee mayor*": a parser takes the name for the first words of the office.
    fn part_name(&self, fillers: &mut Vec<(Function, usize)>) {
        let tokens = self.tokens;
        let named = |office: usize| {
            let noun = tokens.upos(office) == Upos::Noun;
            let name = tokens.child(office, &[Relation::Compound]).filter(|_| noun);
            name.is_some_and(|name| tokens.xpos(office - 1) == "NNP" && tokens.xpos(name) == "NNP")
        };
        let mut objects = fillers.iter().filter(|(function, _)| *function == Function::Object);
        let Some(&(_, office)) = objects.find(|&&(_, office)| named(office)) else { return };
        if let Some(filler) = fillers.iter_mut().find(|(_, word)| *word == office) {
            *filler = (Function::Object, office - 1);
        }
        fillers.push((Function::Complement, office));
    }

    /// "paid *Ann Lee* $2 million", "fined *Apple* 2 million euros": a parser takes the name for the first words of the sum.
    fn paid(&self, verb: usize) -> Option<(Function, usize)> {
        let tokens = self.tokens;
        let sum = tokens.child(verb, &[Relation::Obj])?;
        let name = tokens.child(sum, &[Relation::Compound]).filter(|&name| name > verb && name < sum)?;
        let number = tokens.child(sum, &[Relation::Nummod]);
        let money = tokens.xpos(sum) == "$" || number.is_some_and(|number| name < number && number < sum);
        // "US $2 million"
        let currency = self.text.slice(tokens.span(name)).chars().all(|c| c.is_uppercase() || c == '.');
        // … and "lent *the firm* 2 billion euros".
        let noun = matches!(tokens.xpos(name), "NN" | "NNS")
            && tokens.child(sum, &[Relation::Det]).is_some_and(|det| det < name);
        ((tokens.xpos(name) == "NNP" || noun) && money && !currency).then_some((Function::Indirect, name))
    }

    fn is_by(&self, case: usize) -> bool {
        self.text.slice(self.tokens.span(case)) == "by"
    }
}

/// A verb with what decides what its children are to it.
struct Around<'c, 'a> {
    clauses: &'c Clauses<'a>,
    verb: usize,
    passive: bool,
    /// Whether it says what somebody is made or called.
    naming: bool,
    /// Whether it says what somebody is made, called or becomes.
    becomes: bool,
    /// The subject right before it: of two, the last.
    subject: Option<usize>,
    /// The objects behind it.
    objects: Vec<usize>,
}

impl<'c, 'a> Around<'c, 'a> {
    fn new(clauses: &'c Clauses<'a>, verb: usize) -> Self {
        let tokens = clauses.tokens;
        let naming = clauses.is_listed(verb, &clauses.governors.naming);
        let mut around = Self {
            clauses,
            verb,
            passive: clauses.is_passive(verb),
            naming,
            becomes: naming || clauses.is_listed(verb, &clauses.governors.becoming),
            subject: tokens.children(verb).filter(|&child| tokens.is_subject(child) && child < verb).max(),
            objects: Vec::new(),
        };
        around.objects = tokens.children(verb).filter(|&child| around.is_object(child)).collect();
        // "will provide a grant of 32 million, *some 9 million more*": what a comma parts from the object is none.
        let apart = |&object: &usize| naming || !clauses.follows_comma(object);
        let first = around.objects.first().copied();
        around.objects.retain(|object| Some(*object) == first || apart(object));
        around
    }

    /// "granted Oman a loan": whether it has two objects, of which the first is who gets the other.
    fn has_two(&self) -> bool {
        self.objects.len() > 1 || self.clauses.tokens.child(self.verb, &[Relation::Iobj]).is_some()
    }

    /// Whether an arc says that it has an object.
    fn has_object(&self) -> bool {
        self.clauses.tokens.child(self.verb, &[Relation::Obj]).is_some()
    }

    /// Whether it is a past participle behind a noun.
    fn is_participle(&self) -> bool {
        let tokens = self.clauses.tokens;
        tokens.xpos(self.verb) == "VBN" && tokens.relation(self.verb) == Relation::Acl
    }

    fn is_common(&self, noun: usize) -> bool {
        self.clauses.tokens.upos(noun) == Upos::Noun
    }

    fn is_object(&self, child: usize) -> bool {
        child > self.verb
            && (self.clauses.tokens.relation(child) == Relation::Obj || self.is_given_noun(child))
            // "a package *worth* 5 million" has a sign of money for a tagger.
            && !self.clauses.says_worth(child)
            && self.clauses.case(child).is_none()
    }

    /// "were denied *entry*": a noun is what somebody is only after a few verbs.
    fn is_given_noun(&self, child: usize) -> bool {
        let tokens = self.clauses.tokens;
        tokens.relation(child) == Relation::Xcomp
            && !self.becomes
            && matches!(tokens.upos(child), Upos::Noun | Upos::Propn)
            && tokens.child(child, &[Relation::Cop]).is_none()
    }

    /// "Since the *start* of its work, the *bank* has invested": of two subjects the one behind a preposition is none.
    fn is_no_subject(&self, child: usize) -> bool {
        let tokens = self.clauses.tokens;
        let last = self.subject.filter(|&last| tokens.is_subject(child) && child < last);
        last.is_some_and(|last| self.is_dating(child) || self.is_named_by(child, last))
    }

    fn is_dating(&self, child: usize) -> bool {
        let tokens = self.clauses.tokens;
        let before = tokens.subtree(child).start.checked_sub(1);
        before.is_some_and(|at| matches!(tokens.upos(at), Upos::Sconj | Upos::Adp))
    }

    /// "the presidents of Kenya and Oman, *A* and *B*, agreed": of two subjects the second names the first.
    fn is_named_by(&self, child: usize, subject: usize) -> bool {
        let tokens = self.clauses.tokens;
        tokens.upos(child) == Upos::Noun
            && tokens.upos(subject) == Upos::Propn
            && self.clauses.follows_comma(subject)
    }

    /// What the child is to the verb, if it is anything, or the word that it stands for.
    fn filler(&self, child: usize) -> Option<(Function, usize)> {
        // "*drones* launched by Ukraine hit a depot": a participle that a parser takes for the subject is its noun's.
        if let Some(noun) = self.clauses.carried(self.verb, child) {
            return Some((done_by(self.passive), noun));
        }
        let function = match self.clauses.tokens.relation(child) {
            Relation::Nsubj | Relation::NsubjPass => self.subject(child),
            Relation::NsubjOuter | Relation::OblAgent => Function::Subject,
            Relation::Obj => self.object(child)?,
            Relation::Iobj => self.second_object(),
            Relation::Obl | Relation::OblUnmarked => self.phrase(child)?,
            Relation::Xcomp => self.predicate(child),
            Relation::Ccomp => Function::Clause,
            Relation::Advcl => self.clause(child)?,
            _ => return None,
        };
        Some((function, self.clauses.antecedent(self.verb, child)))
    }

    fn subject(&self, child: usize) -> Function {
        let by = |case: usize| self.clauses.is_by(case);
        // "signed *by Ann Lee*", whatever the label.
        if child > self.verb && self.clauses.case(child).is_some_and(by) {
            return Function::Subject;
        }
        if self.clauses.tokens.relation(child) == Relation::Nsubj {
            return done_by(self.passive);
        }
        // "They were denied *visas*": who is given something has the place of the subject.
        let noun = |&object: &usize| {
            matches!(self.clauses.tokens.upos(object), Upos::Noun | Upos::Propn | Upos::Num | Upos::Sym)
        };
        let given = self.objects.iter().any(noun) && !self.naming;
        if given { Function::Indirect } else { Function::Object }
    }

    fn object(&self, child: usize) -> Option<Function> {
        let first = self.objects.first() == Some(&child);
        if !first && !self.naming && self.clauses.follows_comma(child) && child > self.verb {
            return None;
        }
        let second = self.has_two() && !first;
        if self.naming && second && self.clauses.follows_comma(child) {
            // "nominated Ann Lee, *the head of the bank*" says who she is.
            None
        } else if self.naming && (second || self.passive || self.is_participle() && self.is_common(child)) {
            // … but "elected her chair", "was elected chair", "Ann Lee, elected chair in May" what somebody is made.
            Some(Function::Complement)
        } else if self.objects.len() > 1 && !self.naming && first {
            Some(Function::Indirect)
        } else if self.clauses.says_worth(child) {
            None
        } else if self.clauses.case(child).is_none() {
            Some(Function::Object)
        } else {
            // An object with a preposition is a slip of the labeller.
            self.phrase(child)
        }
    }

    /// "telephoned *Narendra Modi*": who gets nothing is whom it is done to.
    fn second_object(&self) -> Function {
        let rest = [Relation::Obj, Relation::Ccomp, Relation::Xcomp, Relation::Parataxis];
        let alone = self.clauses.tokens.child(self.verb, &rest).is_none();
        if self.naming || alone { Function::Object } else { Function::Indirect }
    }

    fn phrase(&self, child: usize) -> Option<Function> {
        let mut small = self.clauses.tokens.children(child);
        match self.clauses.case(child) {
            Some(case) => Some(self.behind(case)),
            // "will deliver *up to 200 tonnes*"
            None if !self.has_object() && small.any(|at| self.clauses.is_at_most(at)) => {
                Some(Function::Object)
            }
            None => None,
        }
    }

    /// What stands behind the preposition: who does it, where that is the "by" of a passive.
    fn behind(&self, case: usize) -> Function {
        if self.passive && self.clauses.is_by(case) { Function::Subject } else { Function::Preposition(case) }
    }

    /// What hangs on the verb as what somebody is or does.
    fn predicate(&self, child: usize) -> Function {
        let Clauses { tokens, text, .. } = *self.clauses;
        if is_verb(tokens, child) {
            return Function::Clause;
        }
        // "appointed *Ann Lee*, the envoy, to lead": a name that nobody is called.
        let name = self.naming
            && !self.passive
            && tokens.relation(self.verb) != Relation::Acl
            && tokens.xpos(child) == "NNP";
        match self.clauses.case(child).map(|case| (case, self.behind(case))) {
            // What has a preposition is no predicate: "appointed *by President Tokayev*".
            Some((_, Function::Subject)) => Function::Subject,
            // "appealed *to donors*": a noun behind a preposition is no predicate, except as what somebody is.
            Some((case, behind)) if !self.becomes && text.slice(tokens.span(case)) != "as" => behind,
            None if !self.has_object() && (self.is_given_noun(child) || name) => Function::Object,
            _ => Function::Complement,
        }
    }

    fn clause(&self, child: usize) -> Option<Function> {
        let tokens = self.clauses.tokens;
        if child < self.verb {
            return None;
        }
        // "apologised *for declaring* war", "accused Oman *of breaking* the truce"
        if tokens.xpos(child) == "VBG" {
            let mark = tokens.child(child, &[Relation::Mark]).filter(|&mark| tokens.xpos(mark) == "IN");
            return mark.map(Function::Preposition);
        }
        if !self.clauses.is_infinitive(child) {
            return None;
        }
        // "ordered the paper *to close*" says what, "met *to talk*" what for.
        let whom = self.passive || self.objects.iter().any(|&object| object < child);
        let asked = whom && self.clauses.bids(self.verb);
        Some(if asked { Function::Clause } else { Function::Purpose })
    }
}
