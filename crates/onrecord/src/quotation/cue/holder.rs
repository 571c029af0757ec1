//! Whose claim or thought a noun is: "*his* claim that", "the fear *among voters* that", "*White House* warnings that"; or the
//! author's own, whom the text does not name: "the idea that".

use std::ops::Range;

use onrecord_resource::cue::Class;

use super::Scene;
use crate::document::EntityKind;
use crate::quotation::Source;
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// Whose claim or thought the noun at `at` is.
    pub(super) fn holder(
        &self,
        at: usize,
        class: Class,
        content: &Range<usize>,
        bounds: &Range<usize>,
    ) -> Option<Source> {
        let tokens = self.tokens();
        // "said it was dead, *warning* that", taken for a noun.
        let doer = || {
            let subject = || self.behind_opening(at, bounds).or_else(|| self.subject_before(at, bounds));
            if self.is_bare_participle(at) { subject() } else { None }
        };
        // … and "a letter *warning* that".
        let letter = || {
            let text = at > bounds.start && self.text(at).ends_with("ing") && self.is_text(at - 1);
            let words = if text { self.noun_phrase(at, bounds.start)? } else { return None };
            Some(Source { head: at - 1, words })
        };
        let by =
            |word: usize| matches!(self.text(word), "by" | "of" | "among" | "from" | "within" | "inside");
        let outside = |word: usize| !content.contains(&word) && bounds.contains(&word);
        let fits = |(function, word): &&(Function, usize)| match function {
            Function::Possessor => outside(*word),
            // "the idea that it works, pollsters say": a noun that is a subject itself shares none.
            // "an act *that* was seen as a bid to win": a thing has no plans.
            Function::Subject => {
                let planned =
                    class != Class::Intention || self.can_act(*word) || tokens.upos(*word) == Upos::Pron;
                // "*This* is an argument that it works": what argues is nobody.
                // … nor is what something is called: `called “silly” the notion that`.
                let shown = tokens.xpos(*word) == "DT" || tokens.upos(*word) == Upos::Adj;
                let shown = shown || class == Class::Thought && self.is_roused(at);
                outside(*word) && !tokens.is_subject(at) && self.can_speak(*word) && planned && !shown
            }
            Function::Preposition(case) => by(*case) && outside(*word) && *word != at,
            _ => false,
        };
        let clause = self.clauses.of_noun(at);
        let phrase = || clause.fillers.iter().find(fits).map(|&(_, head)| self.phrase(head, at, bounds));
        // "Ode accepted with a promise to restore order"
        let with = || {
            let article = usize::from(at > bounds.start && tokens.upos(at - 1) == Upos::Det);
            let with = at.checked_sub(1 + article).filter(|&with| with > bounds.start)?;
            if self.text(with) == "with" { self.subject_before(with, bounds) } else { None }
        };
        let sharer = || self.sharer(at, bounds);
        let known = doer().or_else(letter).or_else(phrase).or_else(with);
        known.or_else(sharer).or_else(|| self.backer(at, bounds))
    }

    /// "*Both sides* shared the view that": the subject of a verb of who has the thought that the noun at `at` names.
    fn sharer(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let verb = tokens.head(at).filter(|&verb| verb < at && tokens.relation(at) == Relation::Obj)?;
        let subject = tokens.children(verb).find(|&child| tokens.is_subject(child) && child < verb)?;
        let shares = self.cues.sharers.iter().any(|word| word == tokens.lemma(verb));
        (shares && self.can_speak(subject) && bounds.contains(&subject))
            .then(|| self.phrase(subject, verb, bounds))
    }

    /// "The delay *stoked fears* that", "it fell, *raising hopes* that": whether a thing makes others think what the noun at `at` is.
    fn is_roused(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let verb = tokens.head(at).filter(|&verb| verb < at && tokens.relation(at) == Relation::Obj);
        verb.is_some_and(|verb| {
            let subject = tokens.children(verb).find(|&child| tokens.is_subject(child));
            let rouses = self.cues.rousers.iter().any(|word| word == tokens.lemma(verb));
            rouses && !subject.is_some_and(|subject| self.can_act(subject))
        })
    }

    /// "*White House* warnings that", "*Republican* fears that": a body or an adjective right before the noun at `at`, inside its
    /// sentence.
    fn backer(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let part =
            |word: &usize| self.capital(*word) && matches!(tokens.upos(*word), Upos::Adj | Upos::Propn);
        let start = (bounds.start + 1..at).rev().take_while(part).last()?;
        let body = || {
            let id = self.referents.covering(at - 1)?;
            let mention = &self.referents.named.mentions[id];
            let whole = self.referents.words_of(mention.span) == (start..at);
            Some(whole && matches!(mention.kind, EntityKind::Organization | EntityKind::Country))
        };
        let adjective = start + 1 == at && tokens.upos(start) == Upos::Adj;
        (adjective || body()?).then(|| Source { head: at - 1, words: start..at })
    }

    /// Whether the claim or thought of the noun at `at` is the author's: nobody else is said to have it.
    pub(super) fn is_authors_own(
        &self,
        at: usize,
        class: Class,
        clause: Option<usize>,
        content: &Range<usize>,
        source: Option<&Source>,
    ) -> bool {
        let tokens = self.tokens();
        // "it is not the case that"
        let expletive = tokens.child(at, &[Relation::Expl, Relation::Nsubj]);
        let stated = expletive.is_some_and(|word| self.text(word).eq_ignore_ascii_case("it"));
        if stated && tokens.child(at, &[Relation::NmodPoss]).is_none() {
            return true;
        }
        // "the idea of leaving"
        let somebody = |source: &Source| self.can_act(source.head) || tokens.xpos(source.head) == "PRP$";
        if self.text(content.start) == "of" && !source.is_some_and(somebody) {
            return true;
        }
        // "the answer is that it rained" and "that is an argument that it rained"; but "the complaint is that" is somebody's.
        let answers = || self.cues.voices.iter().any(|noun| noun == tokens.lemma(at));
        let said = clause.is_some() && tokens.head(at) == clause;
        let equated = tokens.child(at, &[Relation::Cop]).is_some() || said && answers();
        // … and so are fears and hopes that are told of, "amid *fears* that", and a pledge that somebody will go.
        // … and "the fear is that it failed".
        let listed = || self.cues.owned.iter().any(|noun| noun == tokens.lemma(at));
        let thought = class == Class::Thought && (tokens.xpos(at) == "NNS" || said && listed());
        let clause = self.text(content.start) == "that" || matches!(tokens.xpos(content.start), "PRP" | "EX");
        let felt = (thought || class == Class::Intention) && clause;
        source.is_none() && (class != Class::Speech || equated) && !felt
    }
}
