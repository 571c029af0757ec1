//! Which words are read as cues: verbs by their lemma, with the words of a phrase.
//! Right behind quotation marks and a name stands a verb whatever the tagger says: `“…,” Ode *shot* back`.

use std::borrow::Cow;
use std::ops::Bound;

use onrecord_resource::cue::{Takes, Use};

use super::Scene;
use super::forms::bases;
use crate::syntax::{Relation, Upos};

/// Words of a subject before a verb that was taken for a noun, at most.
pub(super) const SUBJECT: usize = 8;

impl Scene<'_> {
    /// The uses of the verb at `at`, a phrase with the words behind it first: "point out", "make it clear".
    pub(in crate::quotation) fn uses(&self, at: usize) -> &[Use] {
        self.phrase_of(at).map_or(&[], |(uses, _)| uses)
    }

    /// Words behind the verb at `at` that belong to its phrase.
    pub(in crate::quotation) fn phrase_words(&self, at: usize) -> usize {
        self.phrase_of(at).map_or(0, |(_, words)| words)
    }

    fn phrase_of(&self, at: usize) -> Option<(&[Use], usize)> {
        let tokens = self.tokens();
        let tagged = tokens.upos(at) == Upos::Verb || self.is_mistaken(at);
        let lemma = if tagged { Cow::Borrowed(tokens.lemma(at)) } else { Cow::Owned(self.misread(at)?) };
        let lemma = lemma.as_ref();
        let next = |step: usize| self.text_or_none(Some(at + step)).map(str::to_lowercase);
        // "insisted on Monday that" is not "insist on".
        // … but "pointed out Thursday that" is "point out".
        let dated = self.referents.time(at + 2).is_some() && tokens.relation(at + 1) == Relation::Case;
        // The phrases of a verb stand right behind it in the order of the words.
        let mut behind = self.cues.verbs.range::<str, _>((Bound::Excluded(lemma), Bound::Unbounded));
        let phrase = |key: &String| key.strip_prefix(lemma).is_some_and(|rest| rest.starts_with(' '));
        // "said *it was* late" is not "said it" as in "said it best".
        let subject = self.text(at + 1) == "it" && tokens.is_subject(at + 1);
        // … nor is "put it together" how something is put.
        let together = self.text(at + 1) == "it" && self.text(at + 2) == "together";
        // … nor "insisted *on The View that* it was" that he insists on.
        let clause = || {
            tokens.child(at, &[Relation::Ccomp]).and_then(|clause| tokens.child(clause, &[Relation::Mark]))
        };
        let placed = tokens.relation(at + 1) == Relation::Case
            && clause().is_some_and(|mark| mark > at + 2 && self.text(mark) == "that");
        let has_phrase =
            !dated && !subject && !together && !placed && behind.next().is_some_and(|(key, _)| phrase(key));
        let two = if has_phrase { next(1).map(|next| format!("{lemma} {next}")) } else { None };
        let three = two.as_ref().and_then(|two| next(2).map(|next| format!("{two} {next}")));
        let found = |phrase: Option<String>, words: usize| {
            phrase.and_then(|phrase| self.cues.verbs.get(&phrase)).map(|uses| (uses.as_slice(), words))
        };
        // "figure out" is another verb than "figure".
        // … but "fear *up to 200 jobs* are at risk" has none.
        let amount =
            self.text(at + 1) == "up" && self.text(at + 2) == "to" && tokens.upos(at + 3) == Upos::Num;
        let other = tokens.child(at, &[Relation::CompoundPrt]) == Some(at + 1) && !amount;
        let own = || self.cues.verbs.get(lemma).filter(|_| !other).map(|uses| (uses.as_slice(), 0));
        found(three, 2).or_else(|| found(two, 1)).or_else(own)
    }

    /// Whether what stands in marks can be the words that the verb at `at` introduces.
    pub(in crate::quotation) fn takes_quotes(&self, at: usize) -> bool {
        let quotes = |uses: &[Use]| uses.iter().any(|used| used.takes.contains(&Takes::Quote));
        // `“It rained,” an aide confessed *to* me.`: to whom, whatever else one confesses to.
        let apart = self.phrase_words(at) > 0 && self.tokens().relation(at + 1) == Relation::Case;
        let own = || self.cues.verbs.get(self.tokens().lemma(at)).is_some_and(|uses| quotes(uses));
        quotes(self.uses(at)) || apart && own()
    }

    /// Whether the word at `at` is a verb, by its tag or by its place beside marks.
    pub(in crate::quotation) fn is_verb(&self, at: usize) -> bool {
        self.tokens().upos(at) == Upos::Verb || self.misread(at).is_some()
    }

    /// The base form of a verb that the tagger took for an adjective: "is *promising* to cut taxes".
    pub(in crate::quotation) fn progressive(&self, at: usize) -> Option<String> {
        let tokens = self.tokens();
        let goes_on =
            self.text(at + 1) == "that" || self.text(at + 1) == "to" && tokens.upos(at + 2) != Upos::Det;
        let adjective = tokens.upos(at) == Upos::Adj && self.text(at).ends_with("ing") && goes_on;
        let clausal = |base: &String| {
            let uses = self.cues.verbs.get(base).map_or(&[][..], Vec::as_slice);
            uses.iter().any(|used| used.takes.contains(&Takes::Infinitive))
        };
        bases(self.text(at), &self.cues.past).into_iter().find(|base| adjective && clausal(base))
    }

    /// The base form of a verb of saying that the tagger took for another word: right behind what stands in marks and the
    /// short subject that follows them, and before what ends or interrupts the clause.
    fn misread(&self, at: usize) -> Option<String> {
        let tokens = self.tokens();
        if let Some(base) = self.progressive(at) {
            return Some(base);
        }
        let row = self.quoted.partition_point(|quote| quote.marked.end <= at);
        let quote = self.quoted.get(row.checked_sub(1)?)?;
        let comma = usize::from(self.text(quote.marked.end) == ",");
        let subject = quote.marked.end + comma..at;
        let closed = comma == 1 || matches!(self.text(quote.words.end - 1), "," | "?" | "!");
        if tokens.upos(at) == Upos::Verb || self.capital(at) || !closed || subject.len() > SUBJECT * 2 {
            return None;
        }
        let nominal = |word: usize| {
            let kind = self.is_nominal(word);
            kind && !tokens.xpos(word).starts_with('W') && self.text(word) != "to"
        };
        let last = subject.clone().next_back()?;
        let named = matches!(tokens.upos(last), Upos::Propn | Upos::Pron | Upos::Noun);
        if !named && self.text(last) != "," {
            return None;
        }
        if !subject.clone().all(nominal) && self.subject_between(subject.start, at).is_none() {
            return None;
        }
        let next = at + 1;
        let particle = matches!(self.text(next), "back" | "in" | "out" | "up" | "on");
        let ends = |word: usize| matches!(self.text(word), "," | "." | ":") || self.opens_quote(word);
        // "shot back *on Monday*."
        let timed = |word: usize| {
            self.referents.time(word).is_some()
                || tokens.upos(word) == Upos::Adp && self.referents.time(word + 1).is_some()
        };
        let last = (next + usize::from(particle)..tokens.len()).find(|&word| !timed(word))?;
        if !ends(last) {
            return None;
        }
        let known = |base: &String| {
            let phrase = particle.then(|| format!("{base} {}", self.text(next)));
            [Some(base.clone()), phrase].into_iter().flatten().any(|lemma| {
                let uses = self.cues.verbs.get(&lemma);
                uses.is_some_and(|uses| uses.iter().any(|used| used.takes.contains(&Takes::Quote)))
            })
        };
        bases(self.text(at), &self.cues.past).into_iter().find(known)
    }

    /// Whether the word at `at` can be the finite verb of a cue.
    pub(in crate::quotation) fn is_said(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let base = || {
            // "that is how his pollster put it", "is all he would say"
            let to = tokens.child(at, &[Relation::Mark, Relation::Aux]);
            let behind = at > 0 && (self.text(at - 1) == "," || tokens.upos(at - 1) == Upos::Propn);
            let own =
                (self.has_subject_before(at) || behind) && to.is_none_or(|aux| tokens.xpos(aux) == "MD");
            tokens.xpos(at) == "VB" && (own || self.habit(at).is_some())
        };
        let finite = matches!(tokens.xpos(at), "VBD" | "VBZ" | "VBP" | "VBN");
        finite || self.is_mistaken(at) || base() || self.misread(at).is_some()
    }

    /// Whether the arcs give the word a subject before it.
    pub(super) fn has_subject_before(&self, at: usize) -> bool {
        let tokens = self.tokens();
        tokens.children(at).any(|child| tokens.is_subject(child) && child < at)
    }

    /// The verb of a habit before the infinitive at `at`: "as Ms. Ode *likes* to say".
    pub(in crate::quotation) fn habit(&self, at: usize) -> Option<usize> {
        let verb = at.checked_sub(2).filter(|_| self.text(at - 1) == "to")?;
        let likes = self.cues.habits.iter().any(|habit| habit == self.tokens().lemma(verb));
        (likes && self.is_finite(verb)).then_some(verb)
    }
}
