//! Verbs that the tagger took for nouns: "the lawsuit *alleges* that he", ", the firm *claims*." A subject stands right before
//! them, and what a noun does not have right behind.

use onrecord_resource::cue::Takes;

use super::Scene;
use super::reading::SUBJECT;
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// Whether the noun at `at` is a verb that the tagger took for one.
    pub(in crate::quotation) fn is_mistaken(&self, at: usize) -> bool {
        let mistaken = self.is_behind_data(at)
            || self.is_before_colon(at)
            || self.is_before_pronoun_and_verb(at)
            || self.is_second_before_that(at)
            || self.is_behind_several(at)
            || self.is_aim(at)
            || self.is_plan(at)
            || self.is_plural_with_report(at);
        mistaken && self.cues.verbs.contains_key(self.tokens().lemma(at)) || self.is_say(at)
    }

    /// "…, FBI data *show*."
    fn is_behind_data(&self, at: usize) -> bool {
        let tokens = self.tokens();
        tokens.xpos(at) == "NN"
            && at > 2
            && (tokens.xpos(at - 1) == "NNS" || self.text(at - 1) == "data")
            && matches!(self.text(at + 1), "." | ",")
            && matches!(tokens.relation(at), Relation::Parataxis | Relation::Conj | Relation::Appos)
            && self.is_behind_comma(at)
    }

    /// Whether a comma stands before the subject that the word may have.
    fn is_behind_comma(&self, at: usize) -> bool {
        (at.saturating_sub(SUBJECT)..at).any(|word| self.text(word) == ",")
    }

    /// "The statement *read*: “It rained.”"
    fn is_before_colon(&self, at: usize) -> bool {
        let tokens = self.tokens();
        tokens.xpos(at) == "NN"
            && tokens.relation(at) == Relation::Root
            && self.text(at + 1) == ":"
            && self.has_subject_before(at)
    }

    /// "Both the union and Qantas *say* there will be delays"
    fn is_say(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let say = self.text(at) == "say" && at > 0 && matches!(tokens.xpos(at), "UH" | "NNP");
        say && (self.text(at + 1) == "that" || self.opens_phrase(at + 1) || tokens.xpos(at + 1) == "EX")
    }

    /// "Democrats *doubt* she would"
    fn is_before_pronoun_and_verb(&self, at: usize) -> bool {
        let tokens = self.tokens();
        matches!(tokens.xpos(at), "NN" | "RB" | "JJ")
            && at > 0
            && matches!(tokens.xpos(at - 1), "NNS" | "NNPS")
            && matches!(self.text(at + 1), "he" | "she" | "they" | "we")
            && self.is_finite(at + 2)
    }

    /// "Voters believe it works and *fear* that it does not": a second verb, in the form of the first.
    fn is_second_before_that(&self, at: usize) -> bool {
        let tokens = self.tokens();
        if at == 0 || self.text(at + 1) != "that" || tokens.upos(at - 1) != Upos::Cconj {
            return false;
        }
        let mut before = at.saturating_sub(SUBJECT * 2)..at;
        let believes = |word: usize| tokens.xpos(word) == "VBP" && self.takes(word, Takes::Bare);
        tokens.xpos(at) == "NN" && tokens.relation(at) == Relation::Conj && before.clone().any(believes)
            // "He is calm but *cautions* that it is late"
            || self.is_plural(at) && before.any(|word| tokens.xpos(word) == "VBZ")
    }

    /// "Some *plan* to stay", "but many *question* whether": no plural word has that noun.
    fn is_behind_several(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let several = tokens.xpos(at) == "NN" && at > 0 && self.is_quantifier(at - 1);
        let root = tokens.relation(at) == Relation::Root && self.text(at + 1) == "to";
        several && (root || matches!(self.text(at + 1), "that" | "whether" | "how" | "why"))
    }

    /// Whether the word ends like a verb in the present.
    fn is_plural(&self, at: usize) -> bool {
        self.tokens().xpos(at) == "NNS" && self.text(at).ends_with('s')
    }

    /// "Mr. Lee, the Green nominee, *hopes* to win"
    fn is_aim(&self, at: usize) -> bool {
        let aims = self.tokens().relation(at) == Relation::Root && self.text(at + 1) == "to";
        aims && self.is_plural(at) && self.has_subject_before(at)
    }

    /// "Lawyers for the city *plan* to appeal": behind several people, where no other verb is in the clause before it.
    fn is_plan(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let noun = tokens.xpos(at) == "NN" && self.text(at + 1) == "to" && tokens.xpos(at + 2) == "VB";
        if !noun || at < 3 || !self.cues.verbs.contains_key(tokens.lemma(at)) {
            return false;
        }
        let start = self.told(self.referents.reading.sentence_of(at)).start;
        let many = |word: usize| matches!(tokens.xpos(word), "NNS" | "NNPS");
        let first = (start..at).find(|&word| tokens.upos(word) == Upos::Adp);
        let several = first.is_some_and(|case| case > start && many(case - 1) && self.can_act(case - 1));
        several && (start..at).all(|word| self.is_of_phrase(word) || self.glued(word))
    }

    /// "the lawsuit *alleges* that he", ", the firm *claims*."
    fn is_plural_with_report(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let subject = || {
            let noun = at > 0 && matches!(tokens.upos(at - 1), Upos::Noun | Upos::Propn);
            noun || self.is_agency(at)
        };
        let clause = || {
            self.text(at + 1) == "that"
                && !matches!(tokens.upos(at + 2), Upos::Verb | Upos::Aux | Upos::Adv | Upos::Punct)
                && !self.opens_with_case(at)
        };
        self.is_plural(at)
            && at + 1 < tokens.len()
            && subject()
            && (clause() || self.asks_with_article(at) || self.opens_quote(at + 1) || self.is_put_behind(at))
    }

    /// "A staffer *wonders* if it rained": no plural has that article.
    fn asks_with_article(&self, at: usize) -> bool {
        let from = at.saturating_sub(SUBJECT);
        let first = (from..at).rev().find(|&word| !self.is_nominal(word)).map_or(from, |word| word + 1);
        let one =
            ["a", "an", "one", "another"].iter().any(|word| self.text(first).eq_ignore_ascii_case(word));
        one && matches!(self.text(at + 1), "if" | "whether" | "why" | "how")
    }

    /// "…, the Times *reports*."
    fn is_put_behind(&self, at: usize) -> bool {
        let free =
            self.is_agency(at) || matches!(self.tokens().relation(at), Relation::Parataxis | Relation::Root);
        let ends = free && matches!(self.text(at + 1), "." | ",");
        // "…, Kazinform *reports* citing the press service", whatever it hangs on.
        self.is_behind_comma(at) && (self.names_origin(at) || ends)
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
