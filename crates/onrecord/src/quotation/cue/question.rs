//! Questions that are reported: "explained *how it works*", "did not say *when she left*", "asked Ode *what she thinks*".

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes};

use super::{SUBJECT, Scene};
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// The clause with a question word that the parser did not take for the complement: "explained *how it works*", "knew
    /// *what* he wanted", "was asked *if* he knew".
    pub(super) fn asked(&self, verb: usize) -> Option<usize> {
        let tokens = self.tokens();
        let loose = [
            Relation::Advcl,
            Relation::Xcomp,
            Relation::Parataxis,
            Relation::Obj,
            Relation::Iobj,
            Relation::Advmod,
            Relation::Ccomp,
        ];
        let behind =
            tokens.children(verb).filter(|&child| child > verb && loose.contains(&tokens.relation(child)));
        // The arcs make the clause one about the hearer, or about the time: "asked Republicans *why they left*".
        let nouns = [Relation::Obj, Relation::Iobj, Relation::Obl];
        let hearer = tokens.child(verb, &nouns).filter(|&word| word > verb);
        let of_hearer = hearer.into_iter().flat_map(|word| tokens.children(word)).filter(|&child| {
            let question = matches!(self.text(tokens.subtree(child).start), "why" | "how" | "whether" | "if");
            question && matches!(tokens.relation(child), Relation::AclRelcl | Relation::Acl)
        });
        behind.chain(of_hearer).find(|&child| {
            let first = tokens.subtree(child).start;
            // "know *exactly* what it does"
            let first = first
                + usize::from(first < child && tokens.upos(first) == Upos::Adv && tokens.xpos(first) == "RB");
            let when = self.text(first) != "when" || self.asks_when(verb, first + 1);
            // "know *what kinds of help* they need"
            let which = tokens.xpos(first) == "WDT" && matches!(self.text(first), "what" | "which");
            let which = which || tokens.xpos(first) == "WP$";
            let question = matches!(tokens.xpos(first), "WRB" | "WP" | "WP$") && when || which;
            // "will concede *if* he loses": on what condition; but "did not say if he would".
            let asks = !self.takes(verb, Takes::Bare)
                || self.takes(verb, Takes::Rest)
                || tokens.relation(child) == Relation::Ccomp;
            let whether = self.text(first) == "whether" || self.text(first) == "if" && asks;
            let verbal = matches!(tokens.upos(child), Upos::Verb | Upos::Aux)
                || tokens.child(child, &[Relation::Cop]).is_some();
            // "what he wants": the arcs make the pronoun the object, with a relative clause.
            // … and "how much it spent".
            let free = (child == first || child == first + 1 && tokens.xpos(first) == "WRB" || which)
                && tokens.child(child, &[Relation::AclRelcl, Relation::AdvclRelcl, Relation::Acl]).is_some();
            // "asked Republicans why they left"
            let told = self.takes(verb, Takes::Told) || self.takes(verb, Takes::Bidding);
            let told = told
                && first > verb
                && first - verb <= SUBJECT
                // "Asked *by Lee* what he meant"
                && (verb + 1 + usize::from(self.text(verb + 1) == "by")..first).all(|word| self.is_of_hearer(word));
            // "acknowledged over the years *how hard it was*"
            let placed = tokens.upos(verb + 1) == Upos::Adp
                && matches!(self.text(first), "how" | "why" | "whether")
                && (verb + 1..verb + 1 + SUBJECT).contains(&first)
                && (verb + 1..first).all(|word| self.is_of_phrase(word));
            let near = told
                || placed
                || first == verb + 1
                || first == verb + 2 && tokens.upos(verb + 1) == Upos::Adv;
            (question && (verbal || free) || whether && verbal) && near
        })
    }

    /// What is left of a question behind a verb of saying: "would not say *how long*", "declined to say *why*".
    pub(super) fn question_word(&self, verb: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let first = verb + 1;
        let much = self.text(first) == "how" && matches!(tokens.upos(first + 1), Upos::Adj | Upos::Adv);
        let end = first + 1 + usize::from(much);
        let asks = matches!(self.text(first), "how" | "why" | "when" | "where");
        // … but "would not say when *and where* it rained" has a clause.
        let joined = tokens.upos(end) == Upos::Cconj && !tokens.xpos(end + 1).starts_with('W');
        let closed = end >= bounds.end || tokens.upos(end) == Upos::Punct || joined;
        let spoken = self.uses(verb).first().is_some_and(|used| used.class == Class::Speech);
        let doing = tokens.xpos(verb) == "VBG" && tokens.child(verb, &[Relation::Aux]).is_none();
        (asks && closed && spoken && !doing).then_some(first..end)
    }

    /// Whether "when" behind the verb opens what it asks or leaves open: "asked *when*", "did not say *when*", "declined to say
    /// *when*".
    fn asks_when(&self, verb: usize, subject: usize) -> bool {
        let tokens = self.tokens();
        let not = |child: usize| matches!(tokens.lemma(child), "not" | "n't" | "never");
        let open = tokens.children(verb).any(not) || verb > 0 && self.text(verb - 1) == "to";
        let open = open || self.takes(verb, Takes::Clause) && !self.takes(verb, Takes::Bare);
        // "declined to comment when asked"
        open && self.opens_phrase(subject)
    }

    /// Whether the word can be part of whom a question is put to.
    fn is_of_hearer(&self, word: usize) -> bool {
        let tokens = self.tokens();
        matches!(tokens.upos(word), Upos::Det | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adj)
            && !tokens.xpos(word).starts_with('W')
    }
}
