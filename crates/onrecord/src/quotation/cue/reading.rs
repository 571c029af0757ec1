//! Which words are read as cues: verbs by their lemma, with the words of a phrase, and those that were taken for nouns.
//! Right behind quotation marks and a name stands a verb whatever the tagger says: `“…,” Ode *shot* back`.

use std::borrow::Cow;
use std::ops::Bound;

use onrecord_resource::cue::{Takes, Use};

use super::Scene;
use super::forms::bases;
use crate::syntax::{Relation, Upos};

/// Words of a subject before a verb that was taken for a noun, at most.
const SUBJECT: usize = 8;

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
        let has_phrase = !dated && behind.next().is_some_and(|(key, _)| phrase(key));
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
        self.uses(at).iter().any(|used| used.takes.contains(&Takes::Quote))
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
            let subject = tokens.children(at).any(|child| tokens.is_subject(child) && child < at);
            // "that is how his pollster put it", "is all he would say"
            let to = tokens.child(at, &[Relation::Mark, Relation::Aux]);
            let behind = at > 0 && (self.text(at - 1) == "," || tokens.upos(at - 1) == Upos::Propn);
            let own = (subject || behind) && to.is_none_or(|aux| tokens.xpos(aux) == "MD");
            tokens.xpos(at) == "VB" && (own || self.habit(at).is_some())
        };
        let finite = matches!(tokens.xpos(at), "VBD" | "VBZ" | "VBP" | "VBN");
        finite || self.is_mistaken(at) || base() || self.misread(at).is_some()
    }

    /// The verb of a habit before the infinitive at `at`: "as Ms. Ode *likes* to say".
    pub(in crate::quotation) fn habit(&self, at: usize) -> Option<usize> {
        let verb = at.checked_sub(2).filter(|_| self.text(at - 1) == "to")?;
        let likes = self.cues.habits.iter().any(|habit| habit == self.tokens().lemma(verb));
        (likes && self.is_finite(verb)).then_some(verb)
    }

    /// Whether the noun at `at` is a verb that the tagger took for one: "the lawsuit *alleges* that he", ", the firm
    /// *claims*." A subject stands right before it, and what a noun does not have right behind.
    pub(in crate::quotation) fn is_mistaken(&self, at: usize) -> bool {
        let tokens = self.tokens();
        // "…, FBI data *show*."
        let base = tokens.xpos(at) == "NN"
            && at > 2
            && (tokens.xpos(at - 1) == "NNS" || self.text(at - 1) == "data")
            && matches!(self.text(at + 1), "." | ",")
            && matches!(tokens.relation(at), Relation::Parataxis | Relation::Conj | Relation::Appos)
            && (at.saturating_sub(SUBJECT)..at).any(|word| self.text(word) == ",");
        if base {
            return self.cues.verbs.contains_key(tokens.lemma(at));
        }
        // "The statement *read*: “It rained.”"
        let subject = || tokens.children(at).any(|child| tokens.is_subject(child) && child < at);
        if tokens.xpos(at) == "NN"
            && tokens.relation(at) == Relation::Root
            && self.text(at + 1) == ":"
            && subject()
        {
            return self.cues.verbs.contains_key(tokens.lemma(at));
        }
        // "Both the union and Qantas *say* there will be delays"
        let say = self.text(at) == "say" && at > 0 && matches!(tokens.xpos(at), "UH" | "NNP");
        if say && (self.text(at + 1) == "that" || self.opens_phrase(at + 1) || tokens.xpos(at + 1) == "EX") {
            return true;
        }
        // "Democrats *doubt* she would"
        let she = matches!(self.text(at + 1), "he" | "she" | "they" | "we") && self.is_finite(at + 2);
        let bare = matches!(tokens.xpos(at), "NN" | "RB" | "JJ")
            && at > 0
            && matches!(tokens.xpos(at - 1), "NNS" | "NNPS")
            && she;
        if bare {
            return self.cues.verbs.contains_key(tokens.lemma(at));
        }
        // "Voters believe it works and *fear* that it does not": a second verb, in the form of the first.
        let believes = |word: usize| tokens.xpos(word) == "VBP" && self.takes(word, Takes::Bare);
        let second =
            tokens.xpos(at) == "NN" && self.text(at + 1) == "that" && tokens.relation(at) == Relation::Conj;
        if second
            && at > 0
            && tokens.upos(at - 1) == Upos::Cconj
            && (at.saturating_sub(SUBJECT * 2)..at).any(believes)
        {
            return self.cues.verbs.contains_key(tokens.lemma(at));
        }
        // "Some *plan* to stay", "but many *question* whether": no plural word has that noun.
        let several = tokens.xpos(at) == "NN" && at > 0 && self.is_quantifier(at - 1);
        let root = tokens.relation(at) == Relation::Root && self.text(at + 1) == "to";
        if several && (root || matches!(self.text(at + 1), "that" | "whether" | "how" | "why")) {
            return self.cues.verbs.contains_key(tokens.lemma(at));
        }
        let plural = tokens.xpos(at) == "NNS" && self.text(at).ends_with('s');
        // "He is calm but *cautions* that it is late"
        let joined = plural && at > 0 && tokens.upos(at - 1) == Upos::Cconj && self.text(at + 1) == "that";
        if joined && (at.saturating_sub(SUBJECT * 2)..at).any(|word| tokens.xpos(word) == "VBZ") {
            return self.cues.verbs.contains_key(tokens.lemma(at));
        }
        // "Mr. Lee, the Green nominee, *hopes* to win"
        let aims = plural && tokens.relation(at) == Relation::Root && self.text(at + 1) == "to";
        if aims && tokens.children(at).any(|child| tokens.is_subject(child) && child < at) {
            return self.cues.verbs.contains_key(tokens.lemma(at));
        }
        let subject =
            at > 0 && (matches!(tokens.upos(at - 1), Upos::Noun | Upos::Propn) || self.is_agency(at));
        if !plural || !subject || at + 1 >= tokens.len() || !self.cues.verbs.contains_key(tokens.lemma(at)) {
            return false;
        }
        let clause = self.text(at + 1) == "that"
            && !matches!(tokens.upos(at + 2), Upos::Verb | Upos::Aux | Upos::Adv | Upos::Punct)
            && !self.opens_with_case(at);
        let behind = || {
            let comma = (at.saturating_sub(SUBJECT)..at).any(|word| self.text(word) == ",");
            let free =
                self.is_agency(at) || matches!(tokens.relation(at), Relation::Parataxis | Relation::Root);
            // "…, Kazinform *reports* citing the press service", whatever it hangs on.
            comma && (self.names_origin(at) || free && matches!(self.text(at + 1), "." | ","))
        };
        // "A staffer *wonders* if it rained": no plural has that article.
        let first = (at.saturating_sub(SUBJECT)..at).rev().find(|&word| !self.is_nominal(word));
        let first = first.map_or(at.saturating_sub(SUBJECT), |word| word + 1);
        let one =
            ["a", "an", "one", "another"].iter().any(|word| self.text(first).eq_ignore_ascii_case(word));
        let asks = one && matches!(self.text(at + 1), "if" | "whether" | "why" | "how");
        clause || asks || self.opens_quote(at + 1) || behind()
    }

    /// Whether between a comma and the noun at `at` there is only a name: "…, the Times *reports*."
    pub(in crate::quotation) fn is_agency(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let name =
            |word: &usize| matches!(tokens.upos(*word), Upos::Propn | Upos::Det) || self.capital(*word);
        let first = (0..at).rev().take(SUBJECT).take_while(name).last().filter(|&first| first > 0);
        tokens.xpos(at) == "NNS"
            && first.is_some_and(|first| self.text(first - 1) == ",")
            && self.capital(at - 1)
    }

    /// Whether the noun at `at` is in a phrase with a preposition that opens its clause: "From *all press reports* that".
    pub(super) fn opens_with_case(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let part =
            |word: usize| matches!(tokens.upos(word), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn);
        let case = (at.saturating_sub(SUBJECT)..at).rev().find(|&word| !part(word));
        case.is_some_and(|case| {
            let opens = case == 0 || tokens.upos(case - 1) == Upos::Punct;
            tokens.upos(case) == Upos::Adp && opens
        })
    }
}
