//! The nouns that a subject is made of, with what stands before each of them, by their words.

use super::Scene;
use crate::syntax::Upos;

impl Scene<'_> {
    /// Whether a phrase around a noun can begin with the word.
    pub(in crate::quotation) fn opens_phrase(&self, at: usize) -> bool {
        let kind = self.tokens().upos(at);
        matches!(kind, Upos::Det | Upos::Pron | Upos::Propn | Upos::Noun | Upos::Adj | Upos::Num)
    }

    /// Whether the word can stand in such a phrase; particles are those of owners: "Mr. Ode *'s* aides".
    pub(in crate::quotation) fn is_nominal(&self, at: usize) -> bool {
        self.opens_phrase(at) || self.tokens().upos(at) == Upos::Part
    }

    /// Whether the participle at `at` says what somebody does: "*speaking* to reporters", but not "*managing* editor of the Sun".
    pub(super) fn is_doing(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let title = tokens.xpos(at + 1) == "NN" && self.can_act(at + 1);
        tokens.xpos(at) == "VBG" && !title
    }

    /// Whether the word belongs to the noun behind it at the head of a sentence: "*Even* Ms. Ode", "*nearly* half"; but "Maybe | this".
    pub(in crate::quotation) fn is_focus(&self, at: usize) -> bool {
        let is = |word: &String| self.text(at).eq_ignore_ascii_case(word);
        let bound = self.cues.bounds.iter().filter_map(|phrase| phrase.first()).any(is);
        bound || self.cues.focus.iter().any(is)
    }

    /// Where the number begins whose bound begins at `start`: "*more than* | half".
    fn behind_bound(&self, start: usize) -> usize {
        self.bound_at(start).filter(|&at| self.is_amount(at)).unwrap_or(start)
    }

    /// Where the bound ends that begins at `start`: "*at least* | according to".
    pub(in crate::quotation) fn bound_at(&self, start: usize) -> Option<usize> {
        let fits = |phrase: &&Vec<String>| {
            phrase.iter().enumerate().all(|(step, word)| self.text(start + step).eq_ignore_ascii_case(word))
        };
        self.cues.bounds.iter().filter(fits).map(|phrase| start + phrase.len()).max()
    }

    /// Whether an amount begins at the word: "*half* of them", "*a* third", "*20* aides".
    pub(in crate::quotation) fn is_amount(&self, at: usize) -> bool {
        self.tokens().upos(at) == Upos::Num || matches!(self.text(at), "a" | "half" | "dozens")
    }

    /// Where the nouns end that begin at `start`, with what stands before each of them; nothing if there are none.
    pub(in crate::quotation) fn noun_end(&self, start: usize, end: usize) -> Option<usize> {
        let tokens = self.tokens();
        let start = self.behind_bound(start);
        let named = |word: usize| {
            self.capital(word) && tokens.upos(word) != Upos::Pron && self.referents.covering(word).is_some()
        };
        let part = |word: usize| {
            let kind =
                matches!(tokens.upos(word), Upos::Det | Upos::Adj | Upos::Num | Upos::Noun | Upos::Propn);
            let owner = matches!(tokens.xpos(word), "PRP$" | "POS" | "WP$");
            let asks = matches!(tokens.xpos(word), "WP" | "WDT" | "WRB");
            // "most economists"; but "the senators | *each* said".
            let first = word == start && self.is_quantifier(word);
            (kind || owner || named(word) || self.glued(word) || first)
                && !asks
                && self.outer_at(word).is_none()
        };
        let pronoun = start < end && tokens.upos(start) == Upos::Pron && !tokens.xpos(start).starts_with('W');
        // "those close to *her*"
        let her = self.text(start) == "her" && (start + 1 >= end || !part(start + 1));
        if pronoun && (tokens.xpos(start) != "PRP$" || her) {
            return (tokens.xpos(start) != "EX").then_some(start + 1);
        }
        // "as a result | some voters": a second phrase.
        let second = |word: usize| {
            word > start
                && tokens.upos(word) == Upos::Det
                && matches!(tokens.upos(word - 1), Upos::Noun | Upos::Propn)
        };
        let stop = (start..end).find(|&word| !part(word) || second(word)).unwrap_or(end);
        // "a person | *close* to her"
        let case = stop < end && tokens.upos(stop) == Upos::Adp;
        let stop =
            if case && stop > start + 1 && tokens.upos(stop - 1) == Upos::Adj { stop - 1 } else { stop };
        let last = stop.checked_sub(1).filter(|&last| last >= start)?;
        let noun = matches!(tokens.upos(last), Upos::Noun | Upos::Propn | Upos::Num) || named(last);
        // "*Moody's* | said": a name that ends like an owner.
        let house = tokens.xpos(last) == "POS" && last > start && tokens.upos(last - 1) == Upos::Propn;
        let noun = noun || house || self.is_quantifier(last) || matches!(self.text(last), "those" | "Those");
        // "the candidates *themselves*"
        let itself = ["themselves", "himself", "herself", "itself"].contains(&self.text(stop)) && stop < end;
        noun.then_some(stop + usize::from(itself))
    }
}
