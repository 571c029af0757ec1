//! Phrases around a predicate: the preposition of each, what hangs too low in them, and those that "and" or a comma joins.

use super::{Clauses, Function, is_verb};
use crate::syntax::{Relation, Upos};

/// Members of a coordination at most.
const CONJUNCTS: usize = 32;

impl Clauses<'_> {
    /// Adds the prepositional phrases that hang on a role's filler: "signed a treaty *with Oman*", "the visit of the
    /// President *to China*". Where a parser attaches them too low, they are the predicate's; they stand last, so
    /// what hangs on the predicate itself is preferred. Of a phrase before the predicate at `word` they are its own: "In an address
    /// *on television*, he blamed them".
    pub(super) fn attach_higher(&self, predicate: usize, fillers: &mut Vec<(Function, usize)>) {
        let own = fillers.len();
        for row in 0..own {
            let (function, word) = fillers[row];
            let before = matches!(function, Function::Preposition(_)) && word < predicate;
            if before
                || matches!(
                    function,
                    Function::Subject
                        | Function::Complement
                        | Function::Clause
                        | Function::Purpose
                        | Function::Compound
                        | Function::Around
                )
            {
                continue;
            }
            let mut level = vec![word];
            for _ in 0..3 {
                let marked = |at: usize| {
                    let mark = self.tokens.child(at, &[Relation::Mark]);
                    self.case(at).is_some() || mark.is_some_and(|mark| self.tokens.xpos(mark) == "IN")
                };
                let named = |at: usize| self.tokens.xpos(at) == "VBG" && marked(at);
                // Through a participle too: a "memorandum of understanding *with Oman*" has one for a parser.
                let below = |&at: &usize| {
                    let verb = is_verb(self.tokens, at) && !named(at);
                    self.tokens.children(at).filter(move |&child| match self.tokens.relation(child) {
                        Relation::Nmod | Relation::Acl => !verb,
                        // Below a noun it is a slip of the labeller.
                        Relation::Obl => true,
                        _ => false,
                    })
                };
                level = level.iter().flat_map(below).collect();
                level.retain(|&at| !is_verb(self.tokens, at) || named(at));
                for &child in &level {
                    let of = |&case: &usize| self.text.slice(self.tokens.span(case)) == "of";
                    let case = self.case(child).filter(|case| !of(case) || self.is_charge(child, word));
                    // "accused the army *of killing* civilians"
                    let mark = self.tokens.child(child, &[Relation::Mark]);
                    let case = case.or(mark.filter(|_| named(child)));
                    fillers.extend(case.map(|case| (Function::Preposition(case), child)));
                }
            }
        }
    }

    /// Whether the phrase of `child` tells what the object at `word` is held to have done, not whose it is: "accused the army *of
    /// fraud*".
    pub(crate) fn is_charge(&self, child: usize, word: usize) -> bool {
        let tokens = self.tokens;
        let charged = tokens.relation(word) == Relation::Obj
            && tokens.head(word).is_some_and(|verb| self.is_listed(verb, &self.governors.charging));
        let own =
            tokens.head(child) == Some(word) && tokens.relation(child) == Relation::Nmod && child > word;
        // … but "accused a member *of the board* of killing them".
        let done = |at: usize| {
            let mark = tokens.child(at, &[Relation::Mark]);
            tokens.xpos(at) == "VBG" && mark.is_some_and(|mark| self.text.slice(tokens.span(mark)) == "of")
        };
        let deed =
            tokens.head(word).is_some_and(|verb| tokens.subtree(verb).any(|at| at > child && done(at)));
        charged
            && own
            && !deed
            && self.case(child).is_some_and(|case| self.text.slice(tokens.span(case)) == "of")
    }

    /// The word and those joined to it, to a further part of its name or to one that is joined, by "and" or a comma. Of a list
    /// a parser reads appositions where it has two or more and an "and" after them.
    pub(crate) fn conjuncts(&self, word: usize) -> impl Iterator<Item = usize> + '_ {
        let tokens = self.tokens;
        let mut found = vec![word];
        let mut open = vec![word];
        let mut apart = Vec::new();
        while let Some(at) = open.pop() {
            for child in tokens.children(at).filter(|&child| child > at) {
                match tokens.relation(child) {
                    Relation::Conj
                        if !is_verb(tokens, child)
                            && found.len() < CONJUNCTS
                            && self.resumed(child).is_none() =>
                    {
                        found.push(child);
                        open.push(child);
                    }
                    Relation::Flat | Relation::Appos => {
                        if tokens.relation(child) == Relation::Appos && self.follows_comma(child) {
                            apart.push(child);
                        }
                        open.push(child);
                    }
                    _ => {}
                }
            }
        }
        let between = || self.case(word).is_some_and(|case| self.text.slice(tokens.span(case)) == "between");
        // "between the Government of Kenya *and the Government of Oman*": it takes two, though the second may hang on a noun within
        // the first.
        if found.len() == 1 && between() {
            let joined = |&at: &usize| {
                tokens.relation(at) == Relation::Conj
                    && !is_verb(tokens, at)
                    && tokens.child(at, &[Relation::Cc]).is_some()
                    && tokens.head(at).is_some_and(|head| tokens.relation(head) == Relation::Nmod)
            };
            let within = word..tokens.subtree(word).end.min(word + CONJUNCTS);
            found.extend(within.skip(1).find(joined));
        }
        let last = apart.iter().max().copied();
        // "Spain, *Ireland* and Norway": nothing but the "and" follows it, be it of the first or of the second.
        let listed = |at: usize| {
            let part = |&part: &usize| tokens.relation(part) == Relation::Flat;
            let next = (at + 1..tokens.len()).find(|at| !part(at)).unwrap_or(tokens.len());
            next < tokens.len() && tokens.upos(next) == Upos::Cconj && tokens.upos(at) == Upos::Propn
        };
        let several = apart.len() > 1 || apart.iter().any(|&at| listed(at));
        if several && found.iter().any(|&at| last.is_some_and(|last| at > last)) {
            found.extend(apart);
            found.truncate(CONJUNCTS);
        }
        found.sort_unstable();
        found.into_iter()
    }

    /// The preposition of a phrase: a child of its head, or of a title that the parser took for the head.
    pub(crate) fn case(&self, word: usize) -> Option<usize> {
        let tokens = self.tokens;
        let is_case = |at: &usize| {
            let own = tokens.relation(*at) == Relation::Case && *at < word;
            // That of a number is its own: "*at* least twelve people".
            let least = tokens.xpos(*at + 1) == "JJS" && *at + 1 < word;
            // … as that of "more *than* twelve tanks".
            let than = tokens.lemma(*at) == "than" && tokens.upos(*at + 1) == Upos::Num;
            let more = than && *at > 0 && matches!(tokens.xpos(*at - 1), "JJR" | "RBR");
            let least = least || more || self.is_at_most(*at);
            own && !least && !matches!(self.text.slice(tokens.span(*at)), "'s" | "’s" | "'" | "’")
        };
        let first = Some(tokens.subtree(word).start);
        tokens.children(word).find(is_case).or_else(|| first.filter(is_case))
    }

    /// Whether the word says what something costs, "a package *worth* 5 million"; of "$5 *worth* of bread" the bread is the thing.
    pub(super) fn says_worth(&self, at: usize) -> bool {
        let sum = self.tokens.child(at, &[Relation::Nummod, Relation::Compound, Relation::NmodPoss]);
        self.tokens.lemma(at) == "worth" && sum.is_none_or(|sum| sum > at)
    }

    /// Whether the word is the "to" of "up to 200 tonnes".
    pub(super) fn is_at_most(&self, to: usize) -> bool {
        let text = |at: usize| self.text.slice(self.tokens.span(at));
        to > 0 && text(to) == "to" && text(to - 1) == "up" && self.tokens.upos(to + 1) == Upos::Num
    }
}
