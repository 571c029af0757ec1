//! What grammar leaves out of a clause, and who it is: the subject of an infinitive, of a conjoined verb, of a participle, the
//! noun of a relative clause.

use super::{Clauses, DEPTH, Function, done_by, has, is_verb};
use crate::syntax::{Relation, Upos};

/// Words from a comma to the verb behind it, and from a noun to the verb behind its relative clause, at most.
const AUXILIARIES: usize = 4;
const REACH: usize = 40;

impl Clauses<'_> {
    /// Who does `verb` where it has no subject of its own.
    pub(super) fn put_back(&self, verb: usize, has_object: bool, depth: usize) -> Option<(Function, usize)> {
        let head = self.tokens.head(verb).filter(|_| depth < DEPTH)?;
        if let Some(noun) = self.resumed_before(verb) {
            return Some(self.doer(verb, noun));
        }
        if self.is_infinitive(verb) && self.is_foremost(head) {
            return Some(self.doer(verb, self.foremost(head)));
        }
        match self.tokens.relation(verb) {
            Relation::Acl => self.of_modified(verb, head, has_object, depth),
            // A relative clause without a subject of its own is about its noun.
            Relation::AclRelcl => Some(self.doer(verb, head)),
            Relation::Conj => self.shared(verb, self.joined_to(verb, head)?, depth),
            // "is due *to meet* them": what stands behind its adjective is no subject.
            Relation::Csubj if head < verb && self.is_predicate(head) => self.shared(verb, head, depth),
            // "denied *visiting* Oman": who denies it would have done it.
            Relation::Ccomp if self.is_confessed(verb, head) => self.shared(verb, head, depth),
            Relation::Xcomp if self.is_judged(verb, head) => None,
            Relation::Xcomp => match self.whom(head) {
                Some(whom) => Some(self.doer(verb, whom)),
                None => self.shared(verb, head, depth),
            },
            Relation::Advcl | Relation::Parataxis | Relation::Ccomp | Relation::Dep => {
                let found = self.of_main(verb, head);
                found
                    .or_else(|| if self.is_loose(verb, head) { self.shared(verb, head, depth) } else { None })
            }
            _ => None,
        }
    }

    /// The word as who does the verb, or as whom it is done to where it is passive.
    fn doer(&self, verb: usize, word: usize) -> (Function, usize) {
        (done_by(self.is_passive(verb)), word)
    }

    /// Who does a verb that modifies a noun: "the ministers *attending*", "the agreement *signed*".
    fn of_modified(
        &self,
        verb: usize,
        noun: usize,
        has_object: bool,
        depth: usize,
    ) -> Option<(Function, usize)> {
        let tokens = self.tokens;
        // "bombed the town before noon, *killing* six": what follows a comma is done by who did the rest.
        if let Some(main) = self.rest_of(verb, noun) {
            return self.shared(verb, main, depth);
        }
        // "after *guards* opened fire": with an object of its own a past form behind what dates is finite.
        if has_object && (self.is_left_of_sentence(noun) || self.is_dating(noun)) && self.opens_clause(verb) {
            return Some((Function::Subject, noun));
        }
        if self.is_headline(verb, noun) {
            return Some(self.doer(verb, noun));
        }
        if let Some(main) = self.intended(verb, noun) {
            return self.shared(verb, main, depth);
        }
        if self.is_bidden(verb, noun) {
            return Some(self.doer(verb, noun));
        }
        let passive = self.is_past(verb);
        let participle = passive && !has_object || tokens.xpos(verb) == "VBG";
        (participle && !is_verb(tokens, noun)).then(|| (done_by(passive), noun))
    }

    /// "the *opposition* accused Ann Lee.": whether the noun is all that is left of the sentence, or of what somebody says ("*gunmen*
    /// killed ten people, officials said"), so that the verb is finite.
    fn is_left_of_sentence(&self, noun: usize) -> bool {
        let said = self.tokens.relation(noun) == Relation::Ccomp;
        (said || self.tokens.relation(noun) == Relation::Root && self.has_stop(noun))
            && self.tokens.child(noun, &[Relation::Cop, Relation::Nsubj]).is_none()
    }

    /// "*Kenyan fund* to invest in Oman": the infinitive of a headline says what is to come.
    fn is_headline(&self, verb: usize, noun: usize) -> bool {
        self.tokens.relation(noun) == Relation::Root
            && self.is_infinitive(verb)
            && !self.has_stop(noun)
            && !is_verb(self.tokens, noun)
    }

    /// Whether a full stop hangs on the word.
    fn has_stop(&self, word: usize) -> bool {
        self.tokens.children(word).any(|child| self.text.slice(self.tokens.span(child)) == ".")
    }

    /// The predicate that a verb is joined to: "condemned the decision *and threatened* to leave", where a finite verb is joined
    /// to a verb, not to its object.
    fn joined_to(&self, verb: usize, head: usize) -> Option<usize> {
        let up = if self.is_finite(verb) { DEPTH } else { 1 };
        let mut above = std::iter::successors(Some(head), |&at| self.tokens.head(at)).take(up);
        above.find(|&at| self.is_predicate(at))
    }

    /// Whom an infinitive tells of where its governor has them for an object: "urged *them* to sign", but "plans to sign".
    fn whom(&self, governor: usize) -> Option<usize> {
        let around = self.around_verb(governor);
        let mut objects = around
            .iter()
            .filter(|(function, _)| matches!(function, Function::Object | Function::Indirect))
            .map(|&(_, object)| object);
        objects.next().or_else(|| self.asked(governor))
    }

    /// Who does a verb that depends on the main one, where that is said beside the main one.
    fn of_main(&self, verb: usize, main: usize) -> Option<(Function, usize)> {
        let asked = || self.asked(main).filter(|_| self.tokens.xpos(verb) == "VB");
        let who = self
            .taken_up(verb, main)
            .or_else(|| self.interrupted(verb, main))
            .or_else(asked)
            .or_else(|| self.bidden(verb, main));
        if let Some(who) = who {
            return Some(self.doer(verb, who));
        }
        if let Some(noun) = self.dated_before(verb, main) {
            return Some((Function::Subject, noun));
        }
        self.held_to(verb, main).map(|whom| self.doer(verb, whom))
    }

    /// "nominated Ann Lee *to succeed him*": who is to do it is who is named.
    fn bidden(&self, verb: usize, main: usize) -> Option<usize> {
        // … as who is to do it is whom one orders.
        let bids = self.bids(main) && self.is_infinitive(verb);
        let named = bids || self.is_listed(main, &self.governors.naming);
        if !named || self.tokens.xpos(verb) != "VB" {
            return None;
        }
        let around = self.around_verb(main);
        around.iter().find(|(function, _)| *function == Function::Object).map(|&(_, object)| object)
    }

    /// "expects *sales* to rise": whether the infinitive that hangs on an object says what that is to do.
    fn is_bidden(&self, verb: usize, noun: usize) -> bool {
        let object = self.tokens.relation(noun) == Relation::Obj && self.is_infinitive(verb);
        object && self.tokens.head(noun).is_some_and(|main| self.bids(main))
    }

    /// Whether the verb is a gerund that its governor only passes a judgement on: "opposed *sending* troops".
    pub(super) fn is_judged(&self, verb: usize, governor: usize) -> bool {
        self.tokens.xpos(verb) == "VBG" && self.is_listed(governor, &self.governors.judging)
    }

    /// Whether the verb is a gerund right behind one by which somebody speaks of what he has done himself.
    fn is_confessed(&self, verb: usize, governor: usize) -> bool {
        let opens = self.tokens.subtree(verb).start == governor + 1;
        self.tokens.xpos(verb) == "VBG" && opens && self.is_listed(governor, &self.governors.confessing)
    }

    /// Whether the verb is no finite one and stands apart, so that who does the main verb does it.
    fn is_loose(&self, verb: usize, main: usize) -> bool {
        let nonfinite = matches!(self.tokens.xpos(verb), "VBG" | "VBN" | "VB");
        let apart = matches!(self.tokens.relation(verb), Relation::Advcl | Relation::Parataxis);
        nonfinite && apart && self.is_predicate(main)
    }

    /// Whether the verb is passive, or the participle of one without its auxiliary.
    fn is_past(&self, verb: usize) -> bool {
        self.is_passive(verb) || self.tokens.xpos(verb) == "VBN"
    }

    /// Whether the verb is a past form that no auxiliary makes passive.
    fn opens_clause(&self, verb: usize) -> bool {
        let past = matches!(self.tokens.xpos(verb), "VBD" | "VBN");
        past && !self.is_passive(verb) && !self.is_listed(verb, &self.governors.naming)
    }

    /// The noun before a participle that stands as the subject of the verb.
    pub(super) fn carried(&self, verb: usize, child: usize) -> Option<usize> {
        let tokens = self.tokens;
        let subject = matches!(tokens.relation(child), Relation::Csubj | Relation::Nsubj) && child < verb;
        let participle = subject && tokens.xpos(child) == "VBN";
        let aux = tokens.child(child, &[Relation::Aux, Relation::AuxPass, Relation::Mark]).is_some();
        let noun = tokens.child(child, &[Relation::NsubjPass, Relation::Nsubj]);
        noun.filter(|&noun| participle && !aux && noun < child)
    }

    /// The noun that a parser hangs on the main verb by "after" though a finite verb follows it: "was taken after *guards* opened
    /// fire".
    fn dated_before(&self, verb: usize, head: usize) -> Option<usize> {
        let tokens = self.tokens;
        let finite = matches!(tokens.xpos(verb), "VBD" | "VBZ" | "VBP") && !self.is_passive(verb);
        let noun = |&child: &usize| {
            let obl = tokens.relation(child) == Relation::Obl && tokens.subtree(child).end == verb;
            obl && self.is_dating(child)
        };
        tokens.children(head).filter(|_| finite && head < verb).find(noun)
    }

    /// Whether the noun stands right behind a preposition by which something is dated.
    pub(super) fn is_dating(&self, noun: usize) -> bool {
        self.case(noun).is_some_and(|case| {
            let word = self.text.slice(self.tokens.span(case)).to_lowercase();
            self.governors.dating.contains(&word)
        })
    }

    /// The verb whose subject is to do what the noun before an infinitive is about: "*announced* a plan to sign".
    fn intended(&self, verb: usize, noun: usize) -> Option<usize> {
        let intent = self.is_infinitive(verb) && self.is_listed(noun, &self.governors.intents);
        let main =
            self.tokens.head(noun).filter(|&main| intent && main < noun && is_verb(self.tokens, main))?;
        let owned = self.tokens.child(noun, &[Relation::NmodPoss]);
        let own = owned.is_none_or(|whose| self.tokens.xpos(whose) == "PRP$");
        let made =
            [&self.governors.light, &self.governors.binding].iter().any(|list| self.is_listed(main, list));
        (own && made).then_some(main)
    }

    /// Who does `verb` where it is who does `bare`.
    fn shared(&self, verb: usize, bare: usize, depth: usize) -> Option<(Function, usize)> {
        let tokens = self.tokens;
        // "*Asked* about it, the minister said": who is asked, not who asks.
        let participle = tokens.relation(verb) == Relation::Advcl
            && tokens.xpos(verb) == "VBN"
            && tokens.child(verb, &[Relation::Aux, Relation::Obj]).is_none();
        let around = self.around_verb(bare);
        let subject = around.iter().copied().find(|(function, _)| *function == Function::Subject);
        // "appointed Ann Lee chair, *replacing* Jan Novak": who is named follows the other, not who names.
        let follows =
            self.is_listed(verb, &self.governors.following) && self.is_listed(bare, &self.governors.naming);
        let named = around.iter().find(|(function, _)| follows && *function == Function::Object);
        if let Some(&(_, named)) = named {
            return Some(self.doer(verb, named));
        }
        // "were held in May and attended by …": conjoined passives share their object.
        let whom = |(function, _): &(Function, usize)| match function {
            Function::Object => true,
            Function::Indirect => self.is_passive(bare),
            _ => false,
        };
        let object = around.iter().copied().find(whom);
        match (subject, object.filter(|_| self.is_passive(bare))) {
            (_, Some((_, object))) => Some((done_by(self.is_past(verb)), object)),
            (Some((_, subject)), None) => Some((done_by(self.is_passive(verb) || participle), subject)),
            (None, None) => {
                // "failed *to get re-elected*": who gets it is done by.
                let above = self.put_back(bare, true, depth + 1);
                let undergoes = self.is_passive(verb) && !self.is_passive(bare);
                above.map(|(function, word)| (if undergoes { Function::Object } else { function }, word))
            }
        }
    }

    /// Who does what a participle holds against or to the credit of the object: "accused *Oman* of breaking the truce".
    fn held_to(&self, verb: usize, governor: usize) -> Option<usize> {
        let tokens = self.tokens;
        let mark = tokens.child(verb, &[Relation::Mark, Relation::Case]).filter(|&mark| mark < verb)?;
        // "thanked Oman for *having backed* it"
        let having = tokens.child(verb, &[Relation::Aux]).is_some_and(|aux| tokens.xpos(aux) == "VBG");
        let held = matches!(self.text.slice(tokens.span(mark)), "of" | "for" | "from" | "against");
        let participle = (having || tokens.xpos(verb) == "VBG") && held && is_verb(tokens, governor);
        let around = if participle { self.around_verb(governor) } else { Vec::new() };
        around
            .iter()
            .find(|(function, word)| *function == Function::Object && *word < verb)
            .map(|&(_, word)| word)
    }

    /// Whom the verb asks by a preposition beside it: "called on *the army* to leave".
    fn asked(&self, verb: usize) -> Option<usize> {
        let asks = self.is_listed(verb, &self.governors.required);
        let beside = |&child: &usize| self.case(child) == Some(verb + 1);
        self.tokens.children(verb).filter(|_| asks).find(beside)
    }

    /// Whom the verb asks by the subject of a clause that says what ought to be: "demanded that *the government* scrap the tax".
    pub(super) fn demanded(&self, verb: usize) -> Option<usize> {
        let tokens = self.tokens;
        let asks = self.is_listed(verb, &self.governors.required);
        let ought = |&child: &usize| {
            let that =
                tokens.child(child, &[Relation::Mark]).is_some_and(|mark| tokens.lemma(mark) == "that");
            let bare = matches!(tokens.xpos(child), "VB" | "VBP") && that;
            tokens.relation(child) == Relation::Ccomp && child > verb && bare
        };
        let clause = tokens.children(verb).filter(|_| asks).find(ought)?;
        tokens
            .child(clause, &[Relation::Nsubj])
            .filter(|&whom| whom > verb && tokens.upos(whom) != Upos::Pron)
    }

    /// The main verb of a participle that stands after a comma and behind more of the sentence than the noun it hangs on.
    pub(crate) fn rest_of(&self, verb: usize, noun: usize) -> Option<usize> {
        let tokens = self.tokens;
        let comma = verb > 0 && self.text.slice(tokens.span(verb - 1)) == ",";
        let mut above = std::iter::successors(tokens.head(noun), |&at| tokens.head(at)).take(DEPTH);
        let main = above.find(|&at| self.is_predicate(at))?;
        (comma && tokens.xpos(verb) == "VBG" && main < noun).then_some(main)
    }

    /// "*Egypt*, which mediates, called on Oman": the noun at the beginning of the sentence, its root, that a verb behind its
    /// relative clause takes up.
    fn taken_up(&self, verb: usize, noun: usize) -> Option<usize> {
        let tokens = self.tokens;
        let named = matches!(tokens.upos(noun), Upos::Noun | Upos::Propn) && noun < verb;
        let root = tokens.relation(noun) == Relation::Root && tokens.child(noun, &[Relation::Cop]).is_none();
        let relative = tokens.child(noun, &[Relation::AclRelcl])?;
        let comma = verb > 0 && self.text.slice(tokens.span(verb - 1)) == ",";
        let behind = tokens.subtree(relative).end < verb + 1;
        (named && root && comma && behind && self.is_finite(verb)).then_some(noun)
    }

    /// The verb behind the relative clause of a noun that is its subject, though a parser joins the noun to an object before: "met
    /// Oman, and *Chad*, which borders Libya, *left*".
    pub(super) fn resumed(&self, noun: usize) -> Option<usize> {
        let tokens = self.tokens;
        let word = |at: usize| if at < tokens.len() { self.text.slice(tokens.span(at)) } else { "" };
        let joined = tokens.relation(noun) == Relation::Conj && word(tokens.subtree(noun).start) == ",";
        let main = tokens.head(noun).filter(|_| joined)?;
        let relative = tokens.child(noun, &[Relation::AclRelcl]).or_else(|| self.relative(noun))?;
        let end = tokens.subtree(relative).end;
        let behind = end + 1..tokens.len().min(end + 1 + AUXILIARIES);
        let verb = behind.into_iter().find(|&at| is_verb(tokens, at)).filter(|_| word(end) == ",")?;
        let loose = matches!(tokens.relation(verb), Relation::Advcl | Relation::Conj | Relation::Parataxis);
        let own = tokens.child(verb, &[Relation::Nsubj, Relation::NsubjPass]).is_some();
        let apart = tokens.head(verb).is_some_and(|head| head < main);
        (loose && !own && apart && self.is_finite(verb) && tokens.xpos(verb) != "VBG").then_some(verb)
    }

    /// The noun before the verb of which a relative clause parts it.
    fn resumed_before(&self, verb: usize) -> Option<usize> {
        let tokens = self.tokens;
        let comma = |at: &usize| self.text.slice(tokens.span(*at)) == ",";
        (verb.saturating_sub(AUXILIARIES)..verb).rev().find(comma)?;
        let mut before = (verb.saturating_sub(REACH)..verb).rev();
        before.find(|&noun| tokens.relation(noun) == Relation::Conj && self.resumed(noun) == Some(verb))
    }

    /// "*Oman*, which shares the border, closed it": the noun before a relative clause that the parser took for the main one, where
    /// `verb` is the main verb.
    fn interrupted(&self, verb: usize, head: usize) -> Option<usize> {
        let tokens = self.tokens;
        let pronoun = tokens.children(head).find(|&child| {
            tokens.is_subject(child) && matches!(tokens.xpos(child), "WP" | "WDT") && child < head
        })?;
        let real = tokens.relation(head) == Relation::AclRelcl;
        (self.is_finite(verb) && head < verb && !real).then(|| self.noun_before(pronoun)).flatten()
    }

    /// Whether the verb is finite by its form or has a finite auxiliary.
    pub(super) fn is_finite(&self, verb: usize) -> bool {
        let finite = |at: usize| matches!(self.tokens.xpos(at), "VBD" | "VBZ" | "VBP" | "MD");
        let aux = |child: usize| {
            finite(child)
                && matches!(self.tokens.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop)
        };
        // The tagger takes one past form for the other where the auxiliary is far.
        finite(verb) || self.tokens.children(verb).any(aux) || self.tokens.xpos(verb) == "VBN"
    }

    fn is_predicate(&self, word: usize) -> bool {
        is_verb(self.tokens, word) || self.tokens.child(word, &[Relation::Cop]).is_some()
    }

    /// The verb of the relative clause that stands behind the noun's phrase, wherever the parser has hung it.
    pub(crate) fn relative(&self, noun: usize) -> Option<usize> {
        let tokens = self.tokens;
        let end = tokens.subtree(noun).end;
        let comma = end < tokens.len() && self.text.slice(tokens.span(end)) == ",";
        let pronoun = end + usize::from(comma);
        let own = pronoun < tokens.len()
            && matches!(tokens.xpos(pronoun), "WP" | "WDT")
            && (self.noun_before(pronoun) == Some(noun) || noun + 1 == end);
        tokens.head(pronoun.min(tokens.len() - 1)).filter(|&verb| own && is_verb(tokens, verb))
    }

    /// The head of the noun phrase that ends before `word`, a comma aside.
    pub(crate) fn noun_before(&self, word: usize) -> Option<usize> {
        let tokens = self.tokens;
        let comma = word > 0 && self.text.slice(tokens.span(word - 1)) == ",";
        let last = word.checked_sub(1 + usize::from(comma))?;
        let nominal = |at: usize| matches!(tokens.upos(at), Upos::Noun | Upos::Propn | Upos::Num);
        let up = |&at: &usize| tokens.head(at).filter(|&head| head < word && nominal(head));
        nominal(last).then(|| std::iter::successors(Some(last), up).take(DEPTH).last()).flatten()
    }

    /// Who is the first or the only one: the subject of what they are or become, who they are said to be, or else the noun itself.
    fn foremost(&self, head: usize) -> usize {
        let tokens = self.tokens;
        let is = |word: usize| tokens.child(word, &[Relation::Cop]).map(|_| word);
        if let Some(who) = tokens.head(head).filter(|_| tokens.is_subject(head)).and_then(is) {
            return who;
        }
        let copula = is(head);
        let becomes = tokens.head(head).filter(|_| tokens.relation(head) == Relation::Xcomp);
        let subject = copula.or(becomes).and_then(|verb| tokens.child(verb, &[Relation::Nsubj]));
        subject.unwrap_or(head)
    }

    /// The infinitive that hangs on the object though it is what the object is to do: "ordered the paper *to close*".
    pub(super) fn infinitive(&self, fillers: &[(Function, usize)]) -> Option<(Function, usize)> {
        let tokens = self.tokens;
        let has_clause = has(fillers, Function::Clause);
        // "was ordered by *the minister to leave*" has it on who orders.
        let whom = |function: &Function| {
            matches!(function, Function::Object | Function::Indirect | Function::Subject)
        };
        let mut objects = fillers.iter().filter(|(function, _)| !has_clause && whom(function));
        let infinitive = |&child: &usize| {
            tokens.relation(child) == Relation::Acl && tokens.xpos(child) == "VB" && is_verb(tokens, child)
        };
        let found = objects.find_map(|&(_, object)| tokens.children(object).find(infinitive));
        found.map(|verb| (Function::Clause, verb))
    }

    /// What the noun of a participle is said to be: of "the candidates elected were A and B", A is elected.
    pub(super) fn identified(&self, verb: usize, fillers: &[(Function, usize)]) -> Option<(Function, usize)> {
        let tokens = self.tokens;
        let who = tokens.head(verb).filter(|_| tokens.relation(verb) == Relation::Acl)?;
        let head = tokens.head(who).filter(|&head| tokens.is_subject(who) && head != verb)?;
        // "the plan, known as X, is *in Oman*" says where it is, "is *old*" how.
        let noun = matches!(tokens.upos(head), Upos::Noun | Upos::Propn) && self.case(head).is_none();
        let is = noun && tokens.child(head, &[Relation::Cop]).is_some();
        let function = fillers.iter().find(|(_, word)| *word == who).map(|(function, _)| *function);
        function.filter(|_| is).map(|function| (function, head))
    }

    /// What a relative clause leaves out: "the agreement *they signed*" has the noun for its object.
    pub(super) fn gap(&self, verb: usize, fillers: &[(Function, usize)]) -> Option<(Function, usize)> {
        let noun = self.tokens.head(verb).filter(|_| self.tokens.relation(verb) == Relation::AclRelcl)?;
        let used = fillers.iter().any(|&(_, word)| word == noun);
        let missing = has(fillers, Function::Subject)
            && !has(fillers, Function::Object)
            && !has(fillers, Function::Clause)
            && !used;
        missing.then_some((Function::Object, noun))
    }

    /// A relative pronoun's noun; any other word itself.
    pub(super) fn antecedent(&self, verb: usize, word: usize) -> usize {
        let tokens = self.tokens;
        if !matches!(tokens.xpos(word), "WP" | "WDT") {
            return word;
        }
        // The noun that the clause hangs on, unless another one stands right before it.
        let before = self.noun_before(word);
        let near = |noun: &usize| before.is_none_or(|before| tokens.subtree(before).contains(noun));
        let hung = tokens.head(verb).filter(|_| tokens.relation(verb) == Relation::AclRelcl);
        let noun = hung.filter(near).or(before);
        noun.unwrap_or(word)
    }
}
