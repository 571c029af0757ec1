//! The clause reader: who does what to whom, whatever the construction.
//!
//! A predicate is a verb or a noun of action. Its roles are read off the arcs, and what grammar leaves out is put back:
//! the subject of a passive is its object, a conjoined verb shares the subject before it, an infinitive has that of its
//! governor ("plans to sign") or its object ("urged them to sign"), a participle and a relative clause have the noun
//! that they modify, and a noun has that of the verb that carries it ("paid a visit"). From the same arcs come polarity
//! and modality, with the auxiliaries and with the governors, which are data ([`Governors`]). There are no other words
//! in here.

use onrecord_resource::governor::Governors;

use super::{Relation, Tokens, Upos};
use crate::document::{Modality, Polarity};
use crate::text::Text;

/// Governors that a chain of clauses is followed up to.
const DEPTH: usize = 6;

/// Members of a coordination at most.
const CONJUNCTS: usize = 32;

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
    /// Whose.
    Possessor,
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
        let mut fillers = self.around_verb(verb);
        if !fillers.iter().any(|(function, _)| *function == Function::Subject) {
            let object = fillers.iter().any(|(function, _)| *function == Function::Object);
            fillers.extend(self.put_back(verb, object, 0));
        }
        fillers.extend(self.gap(verb, &fillers));
        fillers.extend(self.infinitive(&fillers));
        fillers.extend(self.identified(verb, &fillers));
        self.attach_higher(&mut fillers);
        let (polarity, modality) = self.certainty(verb);
        Clause { word: verb, fillers, polarity, modality }
    }

    /// The clause of the noun of action at `noun`: "talks", "visit".
    pub(crate) fn of_noun(&self, noun: usize) -> Clause {
        let tokens = self.tokens;
        let mut fillers = Vec::new();
        for child in tokens.children(noun) {
            let function = match tokens.relation(child) {
                Relation::NmodPoss => Function::Possessor,
                Relation::Nmod | Relation::NmodUnmarked | Relation::NmodDesc => match self.case(child) {
                    Some(case) => Function::Preposition(case),
                    None => Function::Compound,
                },
                Relation::Compound | Relation::Amod => Function::Compound,
                // "was a guest at the summit": what is said of the subject.
                Relation::Nsubj if tokens.child(noun, &[Relation::Cop]).is_some() => Function::Subject,
                _ => continue,
            };
            fillers.push((function, child));
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
        let carrier = tokens.head(site).filter(|&verb| {
            let carried = matches!(
                tokens.relation(site),
                Relation::Obj | Relation::NsubjPass | Relation::Nsubj | Relation::Xcomp
            );
            carried && is_verb(tokens, verb)
        });
        let (mut polarity, mut modality) = (Polarity::Positive, Modality::Actual);
        if let Some(carrier) = carrier {
            (polarity, modality) = self.certainty(carrier);
            modality = modality.max(self.weight(carrier));
            let own = matches!(tokens.relation(site), Relation::Nsubj | Relation::Xcomp);
            let receives =
                self.is_listed(carrier, &self.governors.receiving) && tokens.relation(site) == Relation::Obj;
            if own || receives || self.is_listed(carrier, &self.governors.light) {
                let clause = self.of_verb(carrier);
                let received = |(function, word): (Function, usize)| match function {
                    Function::Subject if receives => (Function::Indirect, word),
                    _ => (function, word),
                };
                let around = clause.fillers.into_iter().map(received);
                fillers.extend(around.filter(|&(function, word)| {
                    word != noun
                        && word != site
                        && matches!(
                            function,
                            Function::Subject | Function::Preposition(_) | Function::Indirect
                        )
                }));
            }
        }
        let coming = |child: usize| self.is_listed(child, &self.governors.coming);
        if tokens.children(noun).any(|child| tokens.relation(child) == Relation::Amod && coming(child)) {
            modality = modality.max(Modality::Planned);
        }
        if self.is_denied(noun) {
            polarity = Polarity::Negative;
        }
        self.attach_higher(&mut fillers);
        Clause { word: noun, fillers, polarity, modality }
    }

    /// Adds the prepositional phrases that hang on a role's filler: "signed a treaty *with Oman*", "the visit of the
    /// President *to China*". Where a parser attaches them too low, they are the predicate's; they stand last, so
    /// what hangs on the predicate itself is preferred.
    fn attach_higher(&self, fillers: &mut Vec<(Function, usize)>) {
        let own = fillers.len();
        for row in 0..own {
            let (function, word) = fillers[row];
            if matches!(
                function,
                Function::Subject | Function::Complement | Function::Clause | Function::Compound
            ) {
                continue;
            }
            let mut level = vec![word];
            for _ in 0..3 {
                // Through a participle too: a "memorandum of understanding *with Oman*" has one for a parser.
                let below = |&at: &usize| {
                    let verb = is_verb(self.tokens, at);
                    self.tokens.children(at).filter(move |&child| match self.tokens.relation(child) {
                        Relation::Nmod | Relation::Acl => !verb,
                        Relation::Obl => verb,
                        _ => false,
                    })
                };
                level = level.iter().flat_map(below).collect();
                level.retain(|&at| !is_verb(self.tokens, at) || self.tokens.xpos(at) == "VBG");
                for &child in &level {
                    let case =
                        self.case(child).filter(|&case| self.text.slice(self.tokens.span(case)) != "of");
                    fillers.extend(case.map(|case| (Function::Preposition(case), child)));
                }
            }
        }
    }

    /// The word and those joined to it, to a further part of its name or to one that is joined, by "and" or a comma.
    pub(crate) fn conjuncts(&self, word: usize) -> impl Iterator<Item = usize> + '_ {
        let tokens = self.tokens;
        let mut found = vec![word];
        let mut open = vec![word];
        while let Some(at) = open.pop() {
            for child in tokens.children(at).filter(|&child| child > at) {
                match tokens.relation(child) {
                    Relation::Conj if !is_verb(tokens, child) && found.len() < CONJUNCTS => {
                        found.push(child);
                        open.push(child);
                    }
                    Relation::Flat | Relation::Appos => open.push(child),
                    _ => {}
                }
            }
        }
        found.sort_unstable();
        found.into_iter()
    }

    /// The preposition of a phrase: a child of its head, or of a title that the parser took for the head.
    pub(crate) fn case(&self, word: usize) -> Option<usize> {
        let tokens = self.tokens;
        let is_case = |at: &usize| {
            let own = tokens.relation(*at) == Relation::Case && *at < word;
            own && !matches!(self.text.slice(tokens.span(*at)), "'s" | "’s" | "'" | "’")
        };
        let first = Some(tokens.subtree(word).start);
        tokens.children(word).find(is_case).or_else(|| first.filter(is_case))
    }

    /// What hangs on the verb itself.
    fn around_verb(&self, verb: usize) -> Vec<(Function, usize)> {
        let tokens = self.tokens;
        let mut fillers = Vec::new();
        let passive = self.is_passive(verb);
        let given = tokens.child(verb, &[Relation::Obj]).is_some_and(|object| {
            object > verb && self.case(object).is_none() && tokens.upos(object) == Upos::Noun
        });
        for child in tokens.children(verb) {
            let function = match tokens.relation(child) {
                // "They were denied *visas*": who is given something has the place of the subject.
                Relation::NsubjPass if given => Function::Indirect,
                Relation::NsubjPass => Function::Object,
                Relation::Nsubj if passive => Function::Object,
                Relation::Nsubj | Relation::NsubjOuter | Relation::OblAgent => Function::Subject,
                Relation::Obj if self.case(child).is_none() => Function::Object,
                Relation::Iobj => Function::Indirect,
                // An object with a preposition is a slip of the labeller.
                Relation::Obl | Relation::Obj => match self.case(child) {
                    Some(case) if passive && self.text.slice(tokens.span(case)) == "by" => Function::Subject,
                    Some(case) => Function::Preposition(case),
                    None => continue,
                },
                Relation::Xcomp if is_verb(tokens, child) => Function::Clause,
                // What has a preposition is no predicate: "appointed *by President Tokayev*".
                Relation::Xcomp => match self.case(child) {
                    Some(case) if passive && self.text.slice(tokens.span(case)) == "by" => Function::Subject,
                    _ => Function::Complement,
                },
                Relation::Ccomp => Function::Clause,
                _ => continue,
            };
            fillers.push((function, self.antecedent(verb, child)));
        }
        // A predicate noun or adjective is what its subject is.
        if tokens.child(verb, &[Relation::Cop]).is_some() {
            fillers.push((Function::Complement, verb));
        }
        fillers
    }

    /// Who does `verb` where it has no subject of its own.
    fn put_back(&self, verb: usize, has_object: bool, depth: usize) -> Vec<(Function, usize)> {
        let tokens = self.tokens;
        let Some(head) = tokens.head(verb).filter(|_| depth < DEPTH) else { return Vec::new() };
        let passive = self.is_passive(verb) || tokens.xpos(verb) == "VBN";
        let bare = match tokens.relation(verb) {
            // A participle after a noun: "the ministers attending", "the agreement signed".
            Relation::Acl => {
                let participle = passive && !has_object || tokens.xpos(verb) == "VBG";
                let nominal = participle && !is_verb(tokens, head);
                return if nominal { vec![(done_by(passive), head)] } else { Vec::new() };
            }
            // A relative clause without a subject of its own is about its noun.
            Relation::AclRelcl => return vec![(done_by(self.is_passive(verb)), head)],
            Relation::Conj if is_verb(tokens, head) || tokens.child(head, &[Relation::Cop]).is_some() => head,
            Relation::Xcomp => {
                // "urged them to sign": the object is who acts; "plans to sign": the subject.
                let around = self.around_verb(head);
                let object = around
                    .iter()
                    .find(|(function, _)| matches!(function, Function::Object | Function::Indirect));
                if let Some(&(_, object)) = object {
                    return vec![(done_by(self.is_passive(verb)), object)];
                }
                head
            }
            Relation::Advcl | Relation::Parataxis => {
                let nonfinite = matches!(tokens.xpos(verb), "VBG" | "VBN" | "VB");
                if !nonfinite || !is_verb(tokens, head) {
                    return Vec::new();
                }
                head
            }
            _ => return Vec::new(),
        };
        let around = self.around_verb(bare);
        let subject = around.iter().copied().find(|(function, _)| *function == Function::Subject);
        // "were held in May and attended by …": conjoined passives share their object.
        let object = around.iter().copied().find(|(function, _)| *function == Function::Object);
        match (subject, object.filter(|_| self.is_passive(bare))) {
            (_, Some((_, object))) => vec![(done_by(passive), object)],
            (Some((_, subject)), None) => vec![(done_by(self.is_passive(verb)), subject)],
            (None, None) => self.put_back(bare, true, depth + 1),
        }
    }

    /// The infinitive that hangs on the object though it is what the object is to do: "ordered the paper *to close*".
    fn infinitive(&self, fillers: &[(Function, usize)]) -> Option<(Function, usize)> {
        let tokens = self.tokens;
        let has_clause = fillers.iter().any(|(function, _)| *function == Function::Clause);
        let mut objects = fillers.iter().filter(|(function, _)| !has_clause && *function == Function::Object);
        let infinitive = |&child: &usize| {
            tokens.relation(child) == Relation::Acl && tokens.xpos(child) == "VB" && is_verb(tokens, child)
        };
        let found = objects.find_map(|&(_, object)| tokens.children(object).find(infinitive));
        found.map(|verb| (Function::Clause, verb))
    }

    /// What the noun of a participle is said to be: of "the candidates elected were A and B", A is elected.
    fn identified(&self, verb: usize, fillers: &[(Function, usize)]) -> Option<(Function, usize)> {
        let tokens = self.tokens;
        let noun = tokens.head(verb).filter(|_| tokens.relation(verb) == Relation::Acl)?;
        let head = tokens.head(noun).filter(|&head| tokens.is_subject(noun) && head != verb)?;
        let is = tokens.child(head, &[Relation::Cop]).is_some() && !is_verb(tokens, head);
        let function = fillers.iter().find(|(_, word)| *word == noun).map(|(function, _)| *function);
        function.filter(|_| is).map(|function| (function, head))
    }

    /// What a relative clause leaves out: "the agreement *they signed*" has the noun for its object.
    fn gap(&self, verb: usize, fillers: &[(Function, usize)]) -> Option<(Function, usize)> {
        let noun = self.tokens.head(verb).filter(|_| self.tokens.relation(verb) == Relation::AclRelcl)?;
        let has = |wanted: Function| fillers.iter().any(|(function, _)| *function == wanted);
        let used = fillers.iter().any(|&(_, word)| word == noun);
        let missing = has(Function::Subject) && !has(Function::Object) && !has(Function::Clause) && !used;
        missing.then_some((Function::Object, noun))
    }

    /// A relative pronoun's noun; any other word itself.
    fn antecedent(&self, verb: usize, word: usize) -> usize {
        let tokens = self.tokens;
        let relative =
            matches!(tokens.xpos(word), "WP" | "WDT") && tokens.relation(verb) == Relation::AclRelcl;
        if relative { tokens.head(verb).unwrap_or(word) } else { word }
    }

    fn is_passive(&self, verb: usize) -> bool {
        let tokens = self.tokens;
        // "900 migrants rescued off the coast": a headline leaves the auxiliary out, and articles.
        let aux = [Relation::Aux, Relation::AuxPass, Relation::Cop, Relation::Obj];
        let subject = || tokens.child(verb, &[Relation::Nsubj]).filter(|&subject| subject < verb);
        let headline = tokens.xpos(verb) == "VBN"
            && tokens.relation(verb) == Relation::Root
            && tokens.child(verb, &aux).is_none()
            && subject().is_some_and(|subject| tokens.child(subject, &[Relation::Det]).is_none());
        headline || tokens.child(verb, &[Relation::AuxPass, Relation::NsubjPass]).is_some()
    }

    /// Whether the lemma of `word` is in `list`.
    pub(crate) fn is_listed(&self, word: usize, list: &[String]) -> bool {
        list.iter().any(|entry| entry == self.tokens.lemma(word))
    }

    fn is_denied(&self, word: usize) -> bool {
        let denial = |child: usize| {
            let relation =
                matches!(self.tokens.relation(child), Relation::Advmod | Relation::Det | Relation::CcPreconj);
            let word = self.text.slice(self.tokens.span(child)).to_lowercase();
            // "not only … but also" affirms.
            let only = self.tokens.lemma(child + 1) == "only";
            relation && !only && self.governors.denial.contains(&word)
        };
        self.tokens.children(word).any(denial)
    }

    /// Polarity and modality of a verb, with what its governors add.
    fn certainty(&self, verb: usize) -> (Polarity, Modality) {
        let tokens = self.tokens;
        let arguments = [Relation::Obj, Relation::Nsubj, Relation::NsubjPass];
        let no = |child: usize| arguments.contains(&tokens.relation(child)) && self.is_denied(child);
        let mut negative = self.is_denied(verb) || tokens.children(verb).any(no);
        let mut modality = self.auxiliary(verb);
        let mut at = verb;
        for _ in 0..DEPTH {
            let Some(head) = tokens.head(at) else { break };
            match tokens.relation(at) {
                Relation::Xcomp => {
                    negative |= self.is_denied(head) || self.is_listed(head, &self.governors.negative);
                    modality = modality.max(self.weight(head)).max(self.auxiliary(head));
                }
                // "is to sign": the infinitive hangs on the copula, or the copula on it.
                Relation::Ccomp => modality = modality.max(self.weight_of_clause(at, head)),
                // A conjunct without auxiliary shares the one before it.
                Relation::Conj if tokens.child(at, &[Relation::Aux, Relation::AuxPass]).is_none() => {
                    modality = modality.max(self.auxiliary(head));
                }
                Relation::Advcl | Relation::Acl => {
                    let purpose =
                        tokens.child(at, &[Relation::Mark]).is_some_and(|mark| tokens.lemma(mark) == "to");
                    if purpose {
                        modality = modality.max(Modality::Planned).max(self.auxiliary(head));
                    }
                    modality = modality.max(self.condition(at));
                    break;
                }
                _ => break,
            }
            modality = modality.max(self.condition(at));
            at = head;
        }
        (if negative { Polarity::Negative } else { Polarity::Positive }, modality)
    }

    fn condition(&self, verb: usize) -> Modality {
        let mark = self.tokens.child(verb, &[Relation::Mark]);
        let conditional = mark.is_some_and(|mark| self.is_listed(mark, &self.governors.condition));
        if conditional { Modality::Hypothetical } else { Modality::Actual }
    }

    /// The modality that a governor gives to what depends on it.
    fn weight(&self, governor: usize) -> Modality {
        let lists = [
            (&self.governors.planned, Modality::Planned),
            (&self.governors.possible, Modality::Possible),
            (&self.governors.required, Modality::Required),
        ];
        lists
            .into_iter()
            .find(|(list, _)| self.is_listed(governor, list))
            .map_or(Modality::Actual, |(_, m)| m)
    }

    /// A finite clause under a verb is governed only by a demand: "agreed that", "hopes that" report.
    fn weight_of_clause(&self, clause: usize, governor: usize) -> Modality {
        let infinitive = self.tokens.xpos(clause) == "VB" && self.auxiliary(clause) == Modality::Actual;
        if infinitive { self.weight(governor) } else { Modality::Actual }
    }

    /// The modality of a verb's own auxiliaries.
    fn auxiliary(&self, verb: usize) -> Modality {
        let tokens = self.tokens;
        let aux = tokens.children(verb).filter(|&child| {
            matches!(tokens.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop)
        });
        let found = aux.map(|child| {
            let word = self.text.slice(tokens.span(child)).to_lowercase();
            let list = self.governors.auxiliary.iter().find(|(_, words)| words.contains(&word));
            // After a report in the past, "would" is "will", also of the second of two verbs.
            let first = tokens.head(verb).filter(|_| tokens.relation(verb) == Relation::Conj).unwrap_or(verb);
            let reported = tokens.relation(first) == Relation::Ccomp;
            match list.and_then(|(modality, _)| Modality::named(modality)) {
                Some(Modality::Hypothetical) if reported => Modality::Planned,
                Some(modality) => modality,
                None => Modality::Actual,
            }
        });
        // "are to travel"
        let to = tokens.xpos(verb) == "VB"
            && tokens.child(verb, &[Relation::Mark]).is_some_and(|mark| tokens.lemma(mark) == "to")
            && tokens.child(verb, &[Relation::Aux, Relation::Cop]).is_some_and(|be| tokens.lemma(be) == "be");
        let found = found.max().unwrap_or(Modality::Actual);
        if to { found.max(Modality::Planned) } else { found }
    }
}

/// A passive verb's missing subject is its object.
fn done_by(passive: bool) -> Function {
    if passive { Function::Object } else { Function::Subject }
}

/// Whether the word is a verb.
pub(crate) fn is_verb(tokens: &Tokens, word: usize) -> bool {
    tokens.upos(word) == Upos::Verb
}
