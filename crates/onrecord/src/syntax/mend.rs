//! What no sentence means: two subjects of one verb, an object with a subject, a name with an adjective behind it, and a sum
//! that is given beside its worth.
//!
//! Every word finds its head by itself, so nothing keeps two nouns from both becoming the subject of a verb: "*Varna*, the
//! country's third-largest *city*, has announced it". Where the one noun phrase ends right before the other, what stands between
//! them says how they belong together: a comma makes an apposition, or a list where no other comma closes it, a conjunction a
//! conjunct, and of two nouns side by side one names or describes the other: "team *member Rodaba* Noori".

use super::Tag;
use super::features::Words;
use super::vocabulary::{Relation, Upos};

/// Words of a noun phrase that are looked through, and heads above a word, at most.
const NEAR: usize = 24;
const DEPTH: usize = 8;

/// Words of a sentence with their tags and arcs.
pub(super) struct Arcs<'a> {
    /// The words.
    pub(super) words: &'a Words<'a>,
    /// A tag a word.
    pub(super) tags: &'a [Tag],
    /// A head a word.
    pub(super) heads: &'a mut [usize],
    /// A relation a word.
    pub(super) relations: &'a mut [Relation],
}

impl Arcs<'_> {
    /// Hangs the second of two subjects of a verb on the first, or the first on the second, where they stand side by side.
    pub(super) fn join_subjects(&mut self) {
        // The last subject of each verb that was met, with the verb.
        let mut before: Vec<(usize, usize)> = Vec::new();
        for at in 0..self.heads.len() {
            if !self.is_subject(at) {
                continue;
            }
            let verb = self.heads[at];
            let first = before.iter().rev().take(DEPTH).find(|(other, _)| *other == verb).map(|&(_, at)| at);
            if let Some(first) = first.filter(|_| at < verb) {
                self.join(first, at);
            }
            if self.is_subject(at) {
                before.push((verb, at));
            }
        }
    }

    /// "found *Ann Lee* guilty": a noun that is an object has no subject, and an adjective no name before it. Whom the verb says
    /// it of is its object, and the word what it says.
    pub(super) fn part_predicates(&mut self) {
        for at in 1..self.heads.len() {
            let word = self.heads[at];
            let said = word < self.heads.len() && word > at && {
                let adjective = self.upos(word) == Upos::Adj && self.relations[word] == Relation::Xcomp;
                let object = self.relations[word] == Relation::Obj && self.is_subject(at);
                let named = self.relations[at] == Relation::Compound && self.upos(at) == Upos::Propn;
                object || adjective && named
            };
            let verb = if said { self.heads[word] } else { continue };
            let is = |be: usize| self.heads[be] == word && self.relations[be] == Relation::Cop;
            let copula = (at..word).take(NEAR).any(is);
            if verb < at && self.upos(verb) == Upos::Verb && self.is_noun(at) && !copula {
                self.hang(at, verb, Relation::Obj);
                self.relations[word] = Relation::Xcomp;
            }
        }
    }

    /// "called Ann Lee *brave*": no name ends with an adjective in small letters. It is what the verb says of the name.
    pub(super) fn part_adjectives(&mut self) {
        for at in 1..self.heads.len() {
            let small = self.words.form(at).starts_with(char::is_lowercase);
            let joined = self.relations[at] == Relation::Flat && self.upos(at) == Upos::Adj && small;
            let object = |&name: &usize| self.relations.get(name) == Some(&Relation::Obj);
            let name = Some(self.heads[at]).filter(|_| joined).filter(object);
            let verb = name.and_then(|name| self.heads.get(name).copied());
            if let Some(verb) =
                verb.filter(|&verb| self.tags.get(verb).is_some_and(|tag| tag.upos == Upos::Verb))
            {
                self.hang(at, verb, Relation::Xcomp);
            }
        }
    }

    /// "gave *20 million yuan worth* of tents": the sum says how much of it, beside no second object.
    pub(super) fn join_sums(&mut self) {
        for worth in 1..self.heads.len().saturating_sub(1) {
            let sum = worth - 1;
            let near = self.heads[sum] == worth || self.heads[sum] == self.heads[worth];
            let beside = near && self.upos(sum) == Upos::Noun;
            if beside && self.words.form(worth) == "worth" && self.words.form(worth + 1) == "of" {
                self.hang(sum, worth, Relation::Compound);
            }
        }
    }

    fn is_subject(&self, at: usize) -> bool {
        matches!(self.relations[at], Relation::Nsubj | Relation::NsubjPass)
    }

    fn upos(&self, at: usize) -> Upos {
        self.tags[at].upos
    }

    fn is_noun(&self, at: usize) -> bool {
        matches!(self.upos(at), Upos::Noun | Upos::Propn)
    }

    fn hang(&mut self, at: usize, head: usize, relation: Relation) {
        self.heads[at] = head;
        self.relations[at] = relation;
    }

    /// Whether the word stands below `top`, or is it.
    fn is_under(&self, at: usize, top: usize) -> bool {
        let up = |&at: &usize| self.heads.get(at).copied();
        std::iter::successors(Some(at), up).take(DEPTH).any(|at| at == top)
    }

    /// Whether an article or the like stands before the noun.
    fn is_determined(&self, noun: usize) -> bool {
        let from = noun.saturating_sub(NEAR);
        (from..noun).any(|at| self.heads[at] == noun && self.relations[at] == Relation::Det)
    }

    /// The first word of what stands under `noun`, from the last mark or conjunction on.
    fn start(&self, noun: usize) -> usize {
        let hyphen = |at: usize| self.words.form(at) == "-";
        let apart = |at: usize| matches!(self.upos(at), Upos::Punct | Upos::Cconj) && !hyphen(at);
        let inside = |&at: &usize| !apart(at) && self.is_under(at, noun);
        (noun.saturating_sub(NEAR)..noun).rev().take_while(inside).last().unwrap_or(noun)
    }

    /// Whether a comma closes what stands under `noun`.
    fn is_closed(&self, noun: usize, verb: usize) -> bool {
        let mut behind = (noun + 1..verb).take(NEAR);
        let end = behind.find(|&at| self.words.form(at) == "," || !self.is_under(at, noun));
        end.is_some_and(|at| self.words.form(at) == ",")
    }

    fn join(&mut self, first: usize, second: usize) {
        let start = self.start(second);
        let Some(last) = start.checked_sub(1).filter(|&last| last >= first) else { return };
        match self.words.form(last) {
            "," => self.apposed(first, second, last),
            // "*Ottawa* – The unemployment rate rose": where a report is from.
            "–" | "—" | "--" => self.hang(first, self.heads[second], Relation::Dep),
            "'s" | "’s" if self.heads[last] == first => self.hang(first, second, Relation::NmodPoss),
            _ if self.upos(last) == Upos::Cconj => {
                if self.is_noun(first) && self.is_noun(second) && self.is_noun(last.saturating_sub(1)) {
                    self.hang(second, first, Relation::Conj);
                    self.hang(last, second, Relation::Cc);
                }
            }
            _ => self.beside(first, second, last),
        }
    }

    /// "*Varna*, the country's third-largest *city*, has", "*Biden*, *Xi* meet"
    fn apposed(&mut self, first: usize, second: usize, comma: usize) {
        let noun = comma.checked_sub(1).filter(|&at| self.is_noun(at) && self.is_under(at, first));
        let Some(mut noun) = noun.filter(|_| self.is_noun(second)) else { return };
        while matches!(self.relations[noun], Relation::Flat | Relation::Compound) && noun != first {
            noun = self.heads[noun];
        }
        let named = self.upos(first) == Upos::Propn && self.upos(second) == Upos::Propn;
        if self.is_closed(second, self.heads[second]) {
            self.hang(second, noun, Relation::Appos);
        } else if named && noun == first {
            self.hang(second, first, Relation::Conj);
        }
    }

    /// "*the physician Yang* said", "*member Rodaba* Noori told", "*Athletics Kenya* is"
    fn beside(&mut self, first: usize, second: usize, last: usize) {
        match (self.upos(first), self.upos(second)) {
            (Upos::Noun, Upos::Propn) if self.is_noun(last) && self.is_under(last, first) => {
                let other = last != first && self.relations[last] != Relation::Conj;
                if other && self.upos(last) == Upos::Noun {
                    self.hang(second, last, Relation::Appos);
                } else if self.is_determined(first) {
                    self.hang(second, first, Relation::Appos);
                } else {
                    self.hang(first, second, Relation::NmodDesc);
                }
            }
            (Upos::Propn, Upos::Propn) if last == first => self.hang(second, first, Relation::Flat),
            (Upos::Propn, Upos::Noun) if last == first => self.hang(first, second, Relation::Compound),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_has_no_subject_and_an_adjective_no_name() {
        use Upos::{Adj, Noun, Propn, Verb};
        let cases = [
            ([Verb, Propn, Noun], [Relation::Root, Relation::Nsubj, Relation::Obj], true),
            ([Verb, Propn, Adj], [Relation::Root, Relation::Compound, Relation::Xcomp], true),
            ([Verb, Propn, Noun], [Relation::Root, Relation::Compound, Relation::Obj], false),
        ];
        for (upos, before, mended) in cases {
            let words = Words::of(["found", "Lee", "guilty"].into_iter());
            let tags = upos.map(|upos| Tag { upos, xpos: 0, feats: 0, class: 0 });
            let (mut heads, mut relations) = ([usize::MAX, 2, 0], before);
            Arcs { words: &words, tags: &tags, heads: &mut heads, relations: &mut relations }
                .part_predicates();
            let expected = if mended { [Relation::Root, Relation::Obj, Relation::Xcomp] } else { before };
            assert_eq!((heads[1], relations), (if mended { 0 } else { 2 }, expected), "{upos:?}");
        }
    }

    #[test]
    fn no_name_ends_with_an_adjective_in_small_letters() {
        for (text, mended) in [("called Lee brave", true), ("called Lee Brave", false)] {
            let words = Words::of(text.split(' '));
            let tags =
                [Upos::Verb, Upos::Propn, Upos::Adj].map(|upos| Tag { upos, xpos: 0, feats: 0, class: 0 });
            let (mut heads, mut relations) =
                ([usize::MAX, 0, 1], [Relation::Root, Relation::Obj, Relation::Flat]);
            Arcs { words: &words, tags: &tags, heads: &mut heads, relations: &mut relations }
                .part_adjectives();
            let expected = if mended { (0, Relation::Xcomp) } else { (1, Relation::Flat) };
            assert_eq!((heads[2], relations[2]), expected, "{text}");
        }
    }

    #[test]
    fn a_sum_stands_before_what_it_is_worth_of() {
        use Upos::{Adp, Noun, Verb};
        for (text, mended) in [("sent euros worth of tents", true), ("sent euros worth in tents", false)] {
            let words = Words::of(text.split(' '));
            let tags = [Verb, Noun, Noun, Adp, Noun].map(|upos| Tag { upos, xpos: 0, feats: 0, class: 0 });
            let mut heads = [usize::MAX, 0, 0, 4, 2];
            let mut relations =
                [Relation::Root, Relation::Obj, Relation::Obj, Relation::Case, Relation::Nmod];
            Arcs { words: &words, tags: &tags, heads: &mut heads, relations: &mut relations }.join_sums();
            let expected = if mended { (2, Relation::Compound) } else { (0, Relation::Obj) };
            assert_eq!((heads[1], relations[1]), expected, "{text}");
        }
    }

    /// The words with their parts of speech and heads, the two subjects, and the one that moves with its head and relation then.
    type Case =
        (&'static str, &'static [Upos], &'static [usize], [usize; 2], Option<(usize, usize, Relation)>);

    #[test]
    fn two_subjects_of_a_verb_that_stand_side_by_side_are_one() {
        use Upos::{Adj, Cconj, Det, Noun, Num, Part, Pron, Propn, Punct, Verb};
        #[rustfmt::skip]
        let cases: &[Case] = &[
            ("Oslo , the biggest city , rose", &[Propn, Punct, Det, Adj, Noun, Punct, Verb], &[6, 4, 4, 4, 6, 4, 6], [0, 4], Some((4, 0, Relation::Appos))),
            ("Biden , Xi meet", &[Propn, Punct, Propn, Verb], &[3, 2, 3, 3], [0, 2], Some((2, 0, Relation::Conj))),
            ("Oman and Kenya agreed", &[Propn, Cconj, Propn, Verb], &[3, 2, 3, 3], [0, 2], Some((2, 0, Relation::Conj))),
            ("Kenya 's Odinga spoke", &[Propn, Part, Propn, Verb], &[3, 0, 3, 3], [0, 2], Some((0, 2, Relation::NmodPoss))),
            ("Oslo – Prices rose", &[Propn, Punct, Noun, Verb], &[3, 0, 3, 3], [0, 2], Some((0, 3, Relation::Dep))),
            ("member Odinga spoke", &[Noun, Propn, Verb], &[2, 2, 2], [0, 1], Some((0, 1, Relation::NmodDesc))),
            ("the physician Yang spoke", &[Det, Noun, Propn, Verb], &[1, 3, 3, 3], [1, 2], Some((2, 1, Relation::Appos))),
            ("the 2 , 10 , it rose", &[Det, Num, Punct, Num, Punct, Pron, Verb], &[1, 6, 1, 1, 1, 6, 6], [1, 5], None),
            ("the man ” Lee said", &[Det, Noun, Punct, Propn, Verb], &[1, 4, 1, 4, 4], [1, 3], None),
            ("Oslo , it rose", &[Propn, Punct, Pron, Verb], &[3, 0, 3, 3], [0, 2], None),
        ];
        for &(text, upos, heads, subjects, expected) in cases {
            let words = Words::of(text.split(' '));
            let tag = |&upos: &Upos| Tag { upos, xpos: 0, feats: 0, class: 0 };
            let tags: Vec<Tag> = upos.iter().map(tag).collect();
            let mut heads = heads.to_vec();
            let mut relations = vec![Relation::Dep; heads.len()];
            relations[0] = if upos[0] == Det { Relation::Det } else { Relation::Dep };
            for at in subjects {
                relations[at] = Relation::Nsubj;
            }
            let before = (heads.clone(), relations.clone());
            Arcs { words: &words, tags: &tags, heads: &mut heads, relations: &mut relations }.join_subjects();
            match expected {
                Some((at, head, relation)) => {
                    assert_eq!((heads[at], relations[at]), (head, relation), "{text}");
                }
                None => assert_eq!((heads, relations), before, "{text}"),
            }
        }
    }
}
