//! What grammar leaves out of a clause, and who it is: the subject of an infinitive, of a conjoined verb, of a participle, the
//! noun of a relative clause.

use super::{Clauses, DEPTH, Function, is_verb};
use crate::syntax::{Relation, Upos};

/// Words of an opening phrase within which a subject is looked for.
const OPENING: usize = 60;

impl Clauses<'_> {
    /// Who does `verb` where it has no subject of its own.
    pub(super) fn put_back(&self, verb: usize, has_object: bool, depth: usize) -> Vec<(Function, usize)> {
        let tokens = self.tokens;
        let Some(head) = tokens.head(verb).filter(|_| depth < DEPTH) else { return Vec::new() };
        if self.is_infinitive(verb) && self.is_foremost(head) {
            return vec![(done_by(self.is_passive(verb)), self.foremost(head))];
        }
        let passive = self.is_passive(verb) || tokens.xpos(verb) == "VBN";
        let bare = match tokens.relation(verb) {
            // A participle after a noun: "the ministers attending", "the agreement signed".
            Relation::Acl => {
                // "bombed the town before noon, *killing* six": what follows a comma is done by who did the rest.
                if let Some(main) = self.rest_of(verb, head) {
                    return self.shared(verb, main, depth);
                }
                // "after *guards* opened fire": with an object of its own a past form behind what dates is finite; so it is where the
                // noun is all that is left of the sentence, "the *opposition* accused Ann Lee."
                let ends = |child: usize| self.text.slice(tokens.span(child)) == ".";
                let root = tokens.relation(head) == Relation::Root
                    && tokens.children(head).any(ends)
                    && tokens.child(head, &[Relation::Cop, Relation::Nsubj]).is_none();
                if has_object && (root || self.is_dating(head)) && self.opens_clause(verb) {
                    return vec![(Function::Subject, head)];
                }
                let participle = passive && !has_object || tokens.xpos(verb) == "VBG";
                // "*Kenyan fund* to invest in Oman": the infinitive of a headline says what is to come.
                let headline = tokens.relation(head) == Relation::Root
                    && self.is_infinitive(verb)
                    && !tokens.children(head).any(ends)
                    && !is_verb(tokens, head);
                if headline {
                    return vec![(done_by(self.is_passive(verb)), head)];
                }
                if let Some(main) = self.intended(verb, head) {
                    return self.shared(verb, main, depth);
                }
                let nominal = participle && !is_verb(tokens, head);
                return if nominal { vec![(done_by(passive), head)] } else { Vec::new() };
            }
            // A relative clause without a subject of its own is about its noun.
            Relation::AclRelcl => return vec![(done_by(self.is_passive(verb)), head)],
            Relation::Conj if self.is_predicate(head) => head,
            // "condemned the decision *and threatened* to leave": a finite verb is joined to a verb, not to its object.
            Relation::Conj if self.is_finite(verb) => {
                let mut above = std::iter::successors(Some(head), |&at| tokens.head(at)).take(DEPTH);
                let Some(joined) = above.find(|&at| self.is_predicate(at)) else { return Vec::new() };
                joined
            }
            // "is due *to meet* them": what stands behind its adjective is no subject.
            Relation::Csubj if head < verb && self.is_predicate(head) => head,
            Relation::Xcomp => {
                // "urged them to sign": the object is who acts; "plans to sign": the subject.
                let around = self.around_verb(head);
                let object = around
                    .iter()
                    .find(|(function, _)| matches!(function, Function::Object | Function::Indirect));
                let asked = self.asked(head);
                if let Some(object) = object.map(|&(_, object)| object).or(asked) {
                    return vec![(done_by(self.is_passive(verb)), object)];
                }
                head
            }
            Relation::Advcl | Relation::Parataxis | Relation::Ccomp | Relation::Dep => {
                // "Egypt, which mediates, *called* on Oman": the root of the sentence is who does it.
                if let Some(noun) = self.taken_up(verb, head) {
                    return vec![(done_by(self.is_passive(verb)), noun)];
                }
                // "Oman, which shares the border, *closed* it": the clause between the commas is the relative one.
                if let Some(noun) = self.interrupted(verb, head) {
                    return vec![(done_by(self.is_passive(verb)), noun)];
                }
                if let Some(asked) = self.asked(head).filter(|_| tokens.xpos(verb) == "VB") {
                    return vec![(done_by(self.is_passive(verb)), asked)];
                }
                // "nominated Ann Lee *to succeed him*": who is to do it is who is named.
                // … as who is to do it is whom one orders.
                let bids = self.bids(head) && self.is_infinitive(verb);
                let named =
                    (bids || self.is_listed(head, &self.governors.naming)) && tokens.xpos(verb) == "VB";
                if named {
                    let around = self.around_verb(head);
                    let object = around.iter().find(|(function, _)| *function == Function::Object);
                    if let Some(&(_, object)) = object {
                        return vec![(done_by(self.is_passive(verb)), object)];
                    }
                }
                if let Some(noun) = self.dated_before(verb, head) {
                    return vec![(Function::Subject, noun)];
                }
                if let Some(whom) = self.held_to(verb, head) {
                    return vec![(done_by(self.is_passive(verb)), whom)];
                }
                let nonfinite = matches!(tokens.xpos(verb), "VBG" | "VBN" | "VB");
                let apart = [Relation::Advcl, Relation::Parataxis].contains(&tokens.relation(verb));
                if !nonfinite || !apart || !self.is_predicate(head) {
                    return Vec::new();
                }
                head
            }
            _ => return Vec::new(),
        };
        self.shared(verb, bare, depth)
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
    fn shared(&self, verb: usize, bare: usize, depth: usize) -> Vec<(Function, usize)> {
        let tokens = self.tokens;
        let passive = self.is_passive(verb) || tokens.xpos(verb) == "VBN";
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
            return vec![(done_by(self.is_passive(verb)), named)];
        }
        // "were held in May and attended by …": conjoined passives share their object.
        let whom = |(function, _): &(Function, usize)| match function {
            Function::Object => true,
            Function::Indirect => self.is_passive(bare),
            _ => false,
        };
        let object = around.iter().copied().find(whom);
        match (subject, object.filter(|_| self.is_passive(bare))) {
            (_, Some((_, object))) => vec![(done_by(passive), object)],
            (Some((_, subject)), None) => vec![(done_by(self.is_passive(verb) || participle), subject)],
            (None, None) => self.put_back(bare, true, depth + 1),
        }
    }

    /// Who does what a participle holds against or to the credit of the object: "accused *Oman* of breaking the truce".
    fn held_to(&self, verb: usize, governor: usize) -> Option<usize> {
        let tokens = self.tokens;
        let mark = tokens.child(verb, &[Relation::Mark, Relation::Case]).filter(|&mark| mark < verb)?;
        let held = matches!(self.text.slice(tokens.span(mark)), "of" | "for" | "from" | "against");
        let participle = tokens.xpos(verb) == "VBG" && held && is_verb(tokens, governor);
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

    /// The noun at the beginning of the sentence that a verb behind its relative clause takes up.
    fn taken_up(&self, verb: usize, noun: usize) -> Option<usize> {
        let tokens = self.tokens;
        let named = matches!(tokens.upos(noun), Upos::Noun | Upos::Propn) && noun < verb;
        let root = tokens.relation(noun) == Relation::Root && tokens.child(noun, &[Relation::Cop]).is_none();
        let relative = tokens.child(noun, &[Relation::AclRelcl])?;
        let comma = verb > 0 && self.text.slice(tokens.span(verb - 1)) == ",";
        let behind = tokens.subtree(relative).end < verb + 1;
        (named && root && comma && behind && self.is_finite(verb)).then_some(noun)
    }

    /// The noun before a relative clause that the parser took for the main one, where `verb` is the main verb.
    fn interrupted(&self, verb: usize, head: usize) -> Option<usize> {
        let tokens = self.tokens;
        let pronoun = tokens.children(head).find(|&child| {
            tokens.is_subject(child) && matches!(tokens.xpos(child), "WP" | "WDT") && child < head
        })?;
        let real = tokens.relation(head) == Relation::AclRelcl;
        (self.is_finite(verb) && head < verb && !real).then(|| self.noun_before(pronoun)).flatten()
    }

    /// The noun that "and" joins to the subject where a parser has joined the verb to it: "*Kenya* and Oman sign treaty".
    pub(super) fn joined_before(&self, verb: usize, fillers: &[(Function, usize)]) -> Option<usize> {
        let tokens = self.tokens;
        let noun = |at: usize| matches!(tokens.upos(at), Upos::Propn | Upos::Noun);
        let first = tokens.head(verb).filter(|_| tokens.relation(verb) == Relation::Conj)?;
        let and = tokens.child(verb, &[Relation::Cc])?;
        let &(_, subject) = fillers.iter().find(|(function, _)| *function == Function::Subject)?;
        let whole = tokens.subtree(subject).start == and + 1 && subject < verb;
        (whole && noun(first) && first < and && tokens.relation(first) == Relation::Root).then_some(first)
    }

    /// The name that a comma joins to the subject where the verb has a plural form, before it or behind: "*Japan*, Australia sign
    /// pact".
    pub(super) fn listed_beside(&self, verb: usize, fillers: &[(Function, usize)]) -> Option<usize> {
        let tokens = self.tokens;
        let plural =
            matches!(tokens.xpos(verb), "VBP" | "VB") && tokens.child(verb, &[Relation::Aux]).is_none();
        let &(_, subject) = fillers.iter().find(|(function, _)| *function == Function::Subject)?;
        let name = |at: usize| tokens.xpos(at) == "NNP";
        if !plural || !name(subject) || subject > verb {
            return None;
        }
        // The arcs make the second name another word for the first.
        let appos = tokens.child(subject, &[Relation::Appos]).filter(|&at| name(at));
        if let Some(at) = appos.filter(|&at| self.follows_comma(at) && tokens.subtree(at).end == verb) {
            return Some(at);
        }
        let comma = tokens.subtree(subject).start.checked_sub(1)?;
        let last =
            comma.checked_sub(1).filter(|&at| name(at) && self.text.slice(tokens.span(comma)) == ",")?;
        let up = |&at: &usize| tokens.head(at).filter(|&head| head < comma && name(head));
        let first = std::iter::successors(Some(last), up).take(DEPTH).last()?;
        // "In Oman, Kenya" names a place.
        (self.case(first).is_none() && self.case(last).is_none()).then_some(first)
    }

    /// The object behind a phrase that the arcs make it another word for: "condemned in the strongest terms *the attack*".
    pub(super) fn postponed(&self, verb: usize, fillers: &[(Function, usize)]) -> Option<(Function, usize)> {
        let tokens = self.tokens;
        if fillers.iter().any(|(function, _)| *function == Function::Object) || self.is_passive(verb) {
            return None;
        }
        let phrases = fillers.iter().filter_map(|&(function, word)| match function {
            Function::Preposition(_) if tokens.head(word) == Some(verb) && word > verb => Some(word),
            _ => None,
        });
        let behind = |word: usize| {
            let appos = tokens.child(word, &[Relation::Appos])?;
            let opened = tokens.child(appos, &[Relation::Det, Relation::NmodPoss]).is_some();
            (tokens.subtree(appos).start == word + 1 && opened).then_some((Function::Object, appos))
        };
        phrases.into_iter().find_map(behind)
    }

    /// The first member of the coordination that ends before the verb, where a preposition governs it.
    fn swallowed_by(&self, verb: usize) -> Option<usize> {
        let tokens = self.tokens;
        let small = |&at: &usize| matches!(tokens.upos(at), Upos::Aux | Upos::Adv | Upos::Part);
        let last = (0..verb).rev().find(|at| !small(at))?;
        let up = |&at: &usize| {
            let inside = matches!(tokens.relation(at), Relation::Flat | Relation::Compound);
            tokens.head(at).filter(|_| inside)
        };
        let member = std::iter::successors(Some(last), up).take(DEPTH).last()?;
        let joined = tokens.relation(member) == Relation::Conj && tokens.upos(member) == Upos::Propn;
        let first =
            tokens.head(member).filter(|&first| joined && first < member && self.case(first).is_some())?;
        self.is_finite(verb).then_some(first)
    }

    /// The subjects that the phrase before them has swallowed: of "on Tuesday, *Kenya and Oman* held talks" a parser reads that
    /// the three are joined.
    pub(super) fn swallowed(&self, verb: usize) -> Vec<usize> {
        let tokens = self.tokens;
        let Some(first) = self.swallowed_by(verb) else {
            return self.set_off(verb).or_else(|| self.unmarked(verb)).into_iter().collect();
        };
        let members =
            tokens.children(first).filter(|&child| child < verb && tokens.relation(child) == Relation::Conj);
        let members: Vec<usize> = members.collect();
        // A comma and no "and" opens the subject.
        let opens = members.first().is_some_and(|&member| self.follows_comma(member));
        if opens && members.len() > 1 { members } else { Vec::new() }
    }

    /// The noun right before a finite active verb that has no subject, taken for a phrase of time or measure: "in the talks, *the
    /// Chinese side* invited Kenya".
    fn unmarked(&self, verb: usize) -> Option<usize> {
        let tokens = self.tokens;
        let active = self.is_finite(verb) && !self.is_passive(verb) && self.tokens.xpos(verb) != "VBN";
        let before = |&child: &usize| {
            let noun = matches!(tokens.upos(child), Upos::Noun | Upos::Propn) && self.case(child).is_none();
            tokens.relation(child) == Relation::OblUnmarked && noun && tokens.subtree(child).end == verb
        };
        tokens.children(verb).filter(|_| active).find(before)
    }

    /// The subject that the phrase before it has swallowed: of "At the invitation of Kenya, *Oman* sent troops" a parser reads
    /// that Kenya is Oman, of "Among other things, *Oman* is large" that things and Oman are joined.
    fn set_off(&self, verb: usize) -> Option<usize> {
        let tokens = self.tokens;
        let opens = |&child: &usize| {
            child < verb && tokens.relation(child) == Relation::Obl && self.case(child).is_some()
        };
        let phrase = tokens.children(verb).find(opens).filter(|_| self.is_finite(verb))?;
        let member = |&at: &usize| {
            let inside = matches!(tokens.relation(at), Relation::Conj | Relation::Appos);
            let noun = matches!(tokens.upos(at), Upos::Noun | Upos::Propn);
            // "Kenya, Oman *and Egypt*" goes on what has begun.
            let goes_on = tokens.child(at, &[Relation::Cc]).is_some_and(|and| and < at);
            inside && noun && !goes_on && self.follows_comma(at)
        };
        let words = tokens.subtree(phrase);
        (words.start..words.end.min(verb)).take(OPENING).find(member)
    }

    /// Whether the verb is finite by its form or has a finite auxiliary.
    fn is_finite(&self, verb: usize) -> bool {
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
        let has_clause = fillers.iter().any(|(function, _)| *function == Function::Clause);
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
        let noun = tokens.head(verb).filter(|_| tokens.relation(verb) == Relation::Acl)?;
        let head = tokens.head(noun).filter(|&head| tokens.is_subject(noun) && head != verb)?;
        let is = tokens.child(head, &[Relation::Cop]).is_some() && !is_verb(tokens, head);
        let function = fillers.iter().find(|(_, word)| *word == noun).map(|(function, _)| *function);
        function.filter(|_| is).map(|function| (function, head))
    }

    /// What a relative clause leaves out: "the agreement *they signed*" has the noun for its object.
    pub(super) fn gap(&self, verb: usize, fillers: &[(Function, usize)]) -> Option<(Function, usize)> {
        let noun = self.tokens.head(verb).filter(|_| self.tokens.relation(verb) == Relation::AclRelcl)?;
        let has = |wanted: Function| fillers.iter().any(|(function, _)| *function == wanted);
        let used = fillers.iter().any(|&(_, word)| word == noun);
        let missing = has(Function::Subject) && !has(Function::Object) && !has(Function::Clause) && !used;
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

/// A passive verb's missing subject is its object.
fn done_by(passive: bool) -> Function {
    if passive { Function::Object } else { Function::Subject }
}
