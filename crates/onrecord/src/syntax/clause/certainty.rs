//! How certain a clause is: affirmed or denied, and actual, planned, possible, required or hypothetical, by its own
//! auxiliaries and by what governs it.

use super::{Clauses, DEPTH, is_verb};
use crate::document::{Modality, Polarity};
use crate::syntax::Relation;

impl Clauses<'_> {
    pub(super) fn is_denied(&self, word: usize) -> bool {
        let denial = |child: usize| {
            let relation =
                matches!(self.tokens.relation(child), Relation::Advmod | Relation::Det | Relation::CcPreconj);
            let word = self.text.slice(self.tokens.span(child)).to_lowercase();
            // "not only … but also" affirms, "could not but" too.
            let only = self.tokens.lemma(child + 1) == "only" || self.cannot_but(child + 2);
            // "*no longer* supports"
            let longer = word == "longer" && child > 0 && self.tokens.lemma(child - 1) == "no";
            relation && !only && (longer || self.governors.denial.contains(&word))
        };
        self.tokens.children(word).any(denial)
    }

    /// Polarity and modality of a verb, with what its governors add.
    pub(super) fn certainty(&self, verb: usize) -> (Polarity, Modality) {
        let tokens = self.tokens;
        let arguments = [Relation::Obj, Relation::Nsubj, Relation::NsubjPass];
        // "will not be elected chairman": the office has the auxiliaries.
        let verb = self.office(verb).unwrap_or(verb);
        let no = |child: usize| arguments.contains(&tokens.relation(child)) && self.is_denied(child);
        let mut negative = self.is_denied(verb) || tokens.children(verb).any(no) || self.is_missed(verb);
        let mut modality = if self.cannot_but(verb) { Modality::Actual } else { self.auxiliary(verb) };
        let mut at = verb;
        for _ in 0..DEPTH {
            let Some(head) = tokens.head(at) else { break };
            match tokens.relation(at) {
                Relation::Xcomp | Relation::Csubj => {
                    let (denied, certain) = self.denies(head);
                    // "has not decided *whether to* go" leaves it open.
                    negative |= denied && self.condition(at) == Modality::Actual;
                    if self.is_judged(at, head) {
                        modality = modality.max(Modality::Hypothetical);
                    }
                    // "has yet to sign" has not; "has them *leading*" is no "has to lead".
                    let has = tokens.lemma(head) == "have" && !self.has_to(at);
                    let weight =
                        if has || self.is_pending(head) { Modality::Actual } else { self.weight(head) };
                    modality = modality.max(certain).max(weight).max(self.auxiliary(head));
                }
                // "is to sign": the infinitive hangs on the copula, or the copula on it.
                Relation::Ccomp => {
                    // "denied that it had signed"
                    let (denied, certain) = self.denies(head);
                    negative |= denied && self.is_negative(head);
                    modality = modality.max(certain).max(self.weight_of_clause(at, head));
                }
                // "promised to cut taxes *and thanked* them": a finite verb shares nothing with an infinitive.
                Relation::Conj if self.is_apart_from(at, head) => break,
                // A conjunct without auxiliary shares the one before it.
                Relation::Conj if tokens.child(at, &[Relation::Aux, Relation::AuxPass]).is_none() => {
                    modality = modality.max(self.auxiliary(head));
                }
                Relation::Advcl | Relation::Acl => {
                    let (denied, certain) = self.beside(at, head);
                    negative |= denied;
                    modality = modality.max(certain);
                    break;
                }
                _ => break,
            }
            modality = modality.max(self.condition(at));
            at = head;
        }
        if !negative && self.is_performed(verb) {
            modality = Modality::Actual;
        }
        (if negative { Polarity::Negative } else { Polarity::Positive }, modality)
    }

    /// Whether the verb is a finite one that is joined to an infinitive; or, behind a comma, to a verb with a modal, whatever the tagger
    /// makes of its form: "said that it can wait*, and called* for talks".
    fn is_apart_from(&self, verb: usize, first: usize) -> bool {
        let tokens = self.tokens;
        let finite = matches!(tokens.xpos(verb), "VBD" | "VBZ" | "VBP") && tokens.xpos(first) == "VB";
        let past = tokens.xpos(verb) == "VBN" && tokens.xpos(first) == "VB";
        let joint = tokens.child(verb, &[Relation::Cc]);
        let comma = joint.is_some_and(|joint| joint > 0 && self.text.slice(tokens.span(joint - 1)) == ",");
        finite || past && comma && tokens.child(verb, &[Relation::Aux, Relation::AuxPass]).is_none()
    }

    /// Whether a verb that stands beside `head` is said not to be, and how certain it is.
    fn beside(&self, verb: usize, head: usize) -> (bool, Modality) {
        // "left without signing"; who did not leave without it has signed.
        let out = self.is_left_out(verb) && !self.is_denied(head);
        let refused = self.is_infinitive(verb) && self.is_negative(head);
        // "must do *more* to help": as certain as that it does.
        if let Some(nothing) = self.does_anything(head).filter(|_| self.is_infinitive(verb)) {
            let (polarity, modality) = self.certainty(head);
            return (nothing || polarity == Polarity::Negative, modality.max(self.condition(head)));
        }
        let mut modality = self.condition(verb);
        if self.follows(verb, &self.governors.near) {
            modality = modality.max(Modality::Planned);
        }
        if !refused && self.is_purpose(verb, head) {
            modality = modality.max(Modality::Planned).max(self.auxiliary(head));
        }
        if self.is_averted(verb) {
            modality = modality.max(Modality::Hypothetical);
        }
        (out || refused || self.follows(verb, &self.governors.short), modality)
    }

    /// Whether the verb says what something is done for; "resorted *to throwing* stones" is no purpose.
    fn is_purpose(&self, verb: usize, head: usize) -> bool {
        let tokens = self.tokens;
        let to = tokens.child(verb, &[Relation::Mark]).is_some_and(|mark| tokens.lemma(mark) == "to");
        to && tokens.xpos(verb) != "VBG" && !self.is_done_at_once(verb, head) && !self.is_foremost(head)
    }

    /// "warned Oman *against attacking*", "kept it *from leaving*": that has not been.
    fn is_averted(&self, verb: usize) -> bool {
        let tokens = self.tokens;
        let averted = |mark: usize| matches!(tokens.lemma(mark), "against" | "from");
        tokens.xpos(verb) == "VBG" && tokens.child(verb, &[Relation::Mark]).is_some_and(averted)
    }

    /// Whether what is done to an end reaches it at once: "marched *to protest*", "used tear gas *to disperse* them".
    fn is_done_at_once(&self, verb: usize, head: usize) -> bool {
        // "converged for a rally to protest": the noun may stand between the two.
        let gathers = |at: usize| self.is_listed(at, &self.governors.gathering);
        let above = self.tokens.head(head).filter(|_| !is_verb(self.tokens, head));
        let voices =
            self.is_listed(verb, &self.governors.voicing) && (gathers(head) || above.is_some_and(gathers));
        let uses = self.is_listed(head, &self.governors.using)
            && self.tokens.child(head, &[Relation::Obj]).is_some();
        voices || uses
    }

    /// Whether an infinitive says what the word has done rather than what is to come: "was among *the first* to sign", "*the first
    /// country* to sign".
    pub(super) fn is_foremost(&self, word: usize) -> bool {
        let listed = |at: usize| self.governors.foremost.iter().any(|other| other == self.tokens.lemma(at));
        // "the only *way* to sign" has signed nothing.
        if self.is_listed(word, &self.governors.means) {
            return false;
        }
        listed(word)
            || self.tokens.children(word).any(|at| self.tokens.relation(at) == Relation::Amod && listed(at))
    }

    /// Whether whoever says that he would like to do it does it by that: "*I would like to* thank Oman".
    fn is_performed(&self, verb: usize) -> bool {
        let tokens = self.tokens;
        let wishes = |at: usize| self.is_listed(at, &self.governors.wishing);
        let above = std::iter::successors(tokens.head(verb), |&at| tokens.head(at));
        let top = above.take(DEPTH).take_while(|&at| wishes(at)).last();
        self.is_listed(verb, &self.governors.performing)
            && self.has_to(verb)
            && top.is_some_and(|top| {
                let subject = tokens.child(top, &[Relation::Nsubj]);
                let ourselves = subject.is_some_and(|at| tokens.feats(at).contains("Person=1"));
                ourselves && matches!(tokens.xpos(top), "VB" | "VBP")
            })
    }

    /// Whether an auxiliary of the verb says that it ought to be.
    pub(crate) fn is_obliged(&self, verb: usize) -> bool {
        self.auxiliary(verb) == Modality::Required
    }

    /// Whether the clause of `word` says how things are, were or will be, not how they ought to be: "that Oman *left*", but "that Oman
    /// *leave*".
    pub(crate) fn is_indicative(&self, word: usize) -> bool {
        let tokens = self.tokens;
        let before = tokens.children(word).filter(|&child| child < word);
        let finite = before.filter(|&child| {
            matches!(tokens.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop)
        });
        let told = finite.chain(std::iter::once(word)).any(|at| match tokens.xpos(at) {
            "VBD" | "VBZ" | "MD" => true,
            "VBP" => at != word,
            _ => false,
        });
        told && !self.is_obliged(word)
    }

    /// Whether the clause of the verb is a condition: "*if* Kenya attacked".
    pub(crate) fn is_condition(&self, verb: usize) -> bool {
        let mark = self.tokens.child(verb, &[Relation::Mark]);
        mark.is_some_and(|mark| self.is_listed(mark, &self.governors.condition))
    }

    fn condition(&self, verb: usize) -> Modality {
        if self.is_condition(verb) { Modality::Hypothetical } else { Modality::Actual }
    }

    /// The modality that a governor gives to what depends on it.
    pub(super) fn weight(&self, governor: usize) -> Modality {
        // "call off" is another verb than "call".
        if self.tokens.child(governor, &[Relation::CompoundPrt]).is_some() {
            return Modality::Actual;
        }
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

    /// Whether the auxiliary opens its clause before the subject, as "if" would: "*should* Kenya sign", "*had* Kenya signed".
    fn is_inverted(&self, aux: usize, verb: usize) -> bool {
        let tokens = self.tokens;
        let opens = tokens.subtree(verb).start == aux && tokens.relation(verb) != Relation::Root;
        let subject = tokens.child(verb, &[Relation::Nsubj, Relation::NsubjPass]);
        let word = self.text.slice(tokens.span(aux));
        let listed = ["should", "had", "were"].iter().any(|other| word.eq_ignore_ascii_case(other));
        listed && opens && subject.is_some_and(|subject| subject > aux)
    }

    /// The modality of a verb's own auxiliaries.
    fn auxiliary(&self, verb: usize) -> Modality {
        let tokens = self.tokens;
        let aux = tokens.children(verb).filter(|&child| {
            matches!(tokens.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop)
        });
        // "said that it *would have* failed": what is done and would be otherwise was not.
        let have = |child: usize| {
            tokens.relation(child) == Relation::Aux
                && tokens.lemma(child) == "have"
                && tokens.xpos(child) == "VB"
        };
        let perfect = tokens.children(verb).any(have);
        let found = aux.map(|child| {
            let word = self.text.slice(tokens.span(child)).to_lowercase();
            let list = self.governors.auxiliary.iter().find(|(_, words)| words.contains(&word));
            // After a report in the past, "would" is "will", also of the second of two verbs.
            let first = tokens.head(verb).filter(|_| tokens.relation(verb) == Relation::Conj).unwrap_or(verb);
            // … or before it: "Kenya *would* sign, officials said".
            let behind = |&at: &usize| {
                at > first && tokens.relation(at) == Relation::Parataxis && tokens.xpos(at) == "VBD"
            };
            let reported =
                tokens.relation(first) == Relation::Ccomp || tokens.children(first).any(|at| behind(&at));
            match list.and_then(|(modality, _)| Modality::named(modality)) {
                _ if self.is_inverted(child, verb) => Modality::Hypothetical,
                Some(Modality::Hypothetical) if reported && !perfect => Modality::Planned,
                Some(modality) => modality,
                None => Modality::Actual,
            }
        });
        // "are to travel", "is to be held"
        let bare = |at: usize| tokens.xpos(at) == "VB";
        let passive = tokens.children(verb).any(|at| tokens.relation(at) == Relation::AuxPass && bare(at));
        let is = |&child: &usize| {
            let aux = matches!(tokens.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop);
            aux && tokens.lemma(child) == "be" && !bare(child)
        };
        let to =
            (bare(verb) || passive) && self.has_to(verb) && tokens.children(verb).any(|child| is(&child));
        let found = found.max().unwrap_or(Modality::Actual);
        // "was to *have signed*" did not.
        let was = |&child: &usize| matches!(tokens.xpos(child), "VBD") && is(&child);
        let tense = tokens.xpos(verb) == "VBN" && perfect;
        if tense && self.has_to(verb) && tokens.children(verb).any(|child| was(&child)) {
            return Modality::Hypothetical;
        }
        if to { found.max(Modality::Planned) } else { found }
    }
}
