//! Verbs of saying that report nothing where they stand.
//!
//! "The *said* decree", "*considering* that it rained", "men *asked* whether": what modifies, joins or is done to somebody has
//! nobody who speaks. What is left has a construction with content, but may still be nobody's words: "it is easy to *say* that",
//! "what he should *apologize* for".

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes, Use};

use super::Scene;
use super::verb::Report;
use crate::document::EntityKind;
use crate::quotation::Source;
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// Whether the verb at `at` reports nothing, as it stands: a participle of a phrase, a conjunction.
    pub(super) fn is_silent(&self, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        if matches!(tokens.relation(at), Relation::Amod | Relation::Compound)
            || self.is_opening_noun(at, bounds)
        {
            return true;
        }
        // "made it *known* that": a word of another verb.
        let verb = |word: usize| word >= bounds.start && tokens.upos(word) == Upos::Verb;
        if (1..=2).any(|back| at >= back && verb(at - back) && self.phrase_words(at - back) >= back) {
            return true;
        }
        // "From all the press *reports* that I have read": a noun, whatever the tagger makes of it.
        let subject = || tokens.children(at).any(|child| tokens.is_subject(child));
        if tokens.xpos(at) == "VBZ" && !subject() && self.opens_with_case(at) {
            return true;
        }
        // "credits her *with refusing* to go", "stopped short of *accusing* him": whom one speaks of, and what is not said.
        // … nor what readers are asked to do: "let's *say* what it is".
        let before =
            |words: [&str; 2]| at > bounds.start + 1 && [self.text(at - 2), self.text(at - 1)] == words;
        if before(["let", "'s"]) || before(["let", "’s"]) {
            return true;
        }
        let with = at > bounds.start && self.text(at - 1) == "with" && tokens.xpos(at) == "VBG";
        if before(["short", "of"]) || with {
            return true;
        }
        // "She is convinced that": who thinks it is the subject.
        if tokens.xpos(at) == "VBN" && self.cues.adjectives.contains_key(self.text(at)) {
            return true;
        }
        // "*considering* that he is old": a conjunction, where no auxiliary makes it a verb.
        let conjunction = self.cues.conjunctions.contains(&self.text(at).to_lowercase());
        let verb =
            tokens.children(at).any(|child| tokens.upos(child) == Upos::Aux && tokens.lemma(child) == "be");
        if conjunction && !verb {
            return true;
        }
        // "the said decree", "the most politically charged change": a participle before its noun.
        let adverb = |word: &usize| matches!(tokens.xpos(*word), "RB" | "RBS" | "RBR");
        let opens = (bounds.start..at).rev().take(3).find(|word| !adverb(word));
        let manner = tokens.xpos(at) == "VBN" && at > bounds.start && self.text(at - 1).ends_with("ly");
        let alone =
            manner && tokens.child(at, &[Relation::Aux, Relation::AuxPass, Relation::Nsubj]).is_none();
        // "whether suspected rebels are there": nothing before it can be its subject.
        let nominal = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron);
        let first = tokens.xpos(at) == "VBN"
            && at > bounds.start
            && matches!(tokens.upos(at - 1), Upos::Sconj | Upos::Adp)
            && (at + 1..bounds.end).take(2).any(nominal);
        let modifies = matches!(tokens.xpos(at), "VBN" | "VBD" | "VBG")
            && (alone
                || first
                || opens.is_some_and(|word| {
                    // "the states' asserted harms"
                    // … but "One said internal polling showed"
                    let subject = tokens.is_subject(word) && tokens.head(word) == Some(at);
                    matches!(tokens.xpos(word), "DT" | "PRP$" | "POS" | "CD") && !subject
                        || word > bounds.start
                            && matches!(self.text(word), "'" | "’")
                            && tokens.xpos(word - 1) == "NNS"
                }))
            && matches!(tokens.upos(at + 1), Upos::Noun | Upos::Propn | Upos::Adj);
        if modifies {
            return true;
        }
        // "Asked why he had waited, he replied": a participle that opens the sentence has nobody who speaks.
        let participle = at == bounds.start
            && matches!(tokens.xpos(at), "VBN" | "VBD")
            && self.text(at + 1) != "by"
            && !tokens.children(at).any(|child| tokens.is_subject(child));
        // "declined to comment when asked whether": by whom is not said.
        let when = at > bounds.start
            && matches!(self.text(at - 1), "when" | "When" | "if" | "If" | "once" | "Once")
            && matches!(tokens.xpos(at), "VBN" | "VBD")
            && !tokens.children(at).any(|child| tokens.is_subject(child));
        if when {
            return true;
        }
        if participle && (at + 1..bounds.end).any(|word| self.text(word) == ",") {
            return true;
        }
        // "They say adding salt is simple": the subject of what is said.
        let subject = tokens.xpos(at) == "VBG" && at > bounds.start && tokens.upos(at - 1) == Upos::Verb;
        // … but "he was heard saying" is what he said.
        let heard = subject && tokens.child(at - 1, &[Relation::AuxPass]).is_some();
        // … nor is "regretted suggesting that" without a report of its own.
        let doing = subject && self.takes(at - 1, Takes::Gerund) && self.text(at + 1) == "that";
        if subject && !heard && !doing && !self.uses(at - 1).is_empty() {
            return true;
        }
        // "Ms. Ode, *asked* whether she would go, said that": who asks is not said.
        self.is_asked_meanwhile(at, bounds)
    }

    /// Whether what the verb at `at` would report is nobody's words: nobody says it, or not yet; `quoted` if marks hold it.
    pub(super) fn is_unsaid(
        &self,
        at: usize,
        bounds: &Range<usize>,
        report: &Report,
        source: Option<&Source>,
        quoted: bool,
    ) -> bool {
        let tokens = self.tokens();
        let Report { class, takes, ref content } = *report;
        // "What worries him is that": a clause about what it names.
        if source.is_some_and(|source| self.text(source.head).eq_ignore_ascii_case("what")) {
            return true;
        }
        // "accused him of lying, a charge his campaign denies": what is denied is the charge.
        if !quoted && source.is_some_and(|source| self.is_comment_of(source)) {
            return true;
        }
        // "Under the deal, *announced* late on Sunday, it will leave": what was announced is the deal.
        let told = matches!(tokens.xpos(at), "VBN" | "VBD") && at > bounds.start && self.text(at - 1) == ",";
        let helped = tokens.child(at, &[Relation::Aux, Relation::AuxPass]).is_some();
        if source.is_none() && told && !helped && !quoted {
            return true;
        }
        // "In a video *posted* on Monday, he listed them": what was posted is the video.
        let modifies = tokens.xpos(at) == "VBN" && tokens.relation(at) == Relation::Acl;
        let first = !(bounds.start..at).any(|word| self.is_finite(word)) && !helped;
        let past = matches!(tokens.xpos(at), "VBD" | "VBN") && tokens.relation(at) == Relation::Conj && first;
        if source.is_none() && (modifies || past) && !quoted {
            return true;
        }
        // "The data *will determine how* seats are shared": what only somebody can think about.
        let asks = content.first().is_some_and(|first| {
            matches!(tokens.xpos(first.start), "WRB" | "WP")
                || matches!(self.text(first.start), "whether" | "if")
        });
        let thing = source.is_some_and(|source| {
            let title = self.is_text(source.head);
            let who = source.words.clone().any(|word| self.text(word) == "who");
            let named = who || self.capital(source.head) || self.referents.entity(source.head).is_some();
            tokens.upos(source.head) == Upos::Noun && !title && !named && !self.can_act(source.head)
        });
        if class == Class::Thought && asks && thing {
            return true;
        }
        // "Sunday *shows*: the mayor left": what shows something has a name.
        let passive = tokens.child(at, &[Relation::AuxPass]).is_some();
        if class == Class::Evidence && source.is_none() && self.is_finite(at) && !passive {
            return true;
        }
        // "it is easy to forget that": nobody in particular.
        let nobody = source.is_none() && !quoted && tokens.child(at, &[Relation::Aux]).is_none();
        let infinitive =
            tokens.xpos(at) == "VB" && (at.saturating_sub(2)..at).any(|word| self.text(word) == "to");
        // "to suggest names and determine whether": the second of two.
        let joined = tokens.xpos(at) == "VB" && at > bounds.start && tokens.upos(at - 1) == Upos::Cconj;
        // "It was meant, aides said, *to show* that": what it was meant for.
        if infinitive && !quoted && at > bounds.start + 2 && self.text(at - 2) == "," {
            return true;
        }
        // "pledged to *call* it a fraud": what he has not said yet.
        let planned = tokens.head(at).is_some_and(|verb| {
            let intends =
                |used: &Use| used.class == Class::Intention && used.takes.contains(&Takes::Infinitive);
            infinitive && verb < at && self.uses(verb).iter().any(intends)
        });
        if planned && !quoted && matches!(takes, Takes::Predicate | Takes::As | Takes::Of) {
            return true;
        }
        // "None of this is *to say* that", "that is not *to say* he left": what it does not mean.
        let means = infinitive && matches!(tokens.lemma(at.saturating_sub(2)), "be" | "not");
        let somebody = source.is_some_and(|source| self.referents.entity(source.head).is_some());
        if means && tokens.lemma(at) == "say" && !somebody {
            return true;
        }
        // "it is fair to say that": the author, who does not name himself.
        let fair = || {
            let expletive = |head: usize| {
                tokens.children(head).any(|child| {
                    tokens.relation(child) == Relation::Expl
                        || tokens.is_subject(child) && self.is_filler(child, at)
                })
            };
            let that = content.first().is_some_and(|first| self.text(first.start) == "that");
            class == Class::Speech && infinitive && that && tokens.head(at).is_some_and(expletive)
        };
        // "remains to be seen whether"
        let open = tokens.xpos(at) == "VBN"
            && at > bounds.start + 1
            && self.text(at - 1) == "be"
            && self.text(at - 2) == "to"
            && source.is_none();
        if open && !quoted && takes != Takes::Raised {
            return true;
        }
        if nobody && (infinitive || joined || tokens.xpos(at) == "VBG") && !fair() {
            return true;
        }
        // "they are *to blame* for it"
        let to_be = infinitive && tokens.lemma(at.saturating_sub(2)) == "be";
        if to_be && takes == Takes::For && !quoted {
            return true;
        }
        // "was seen as weak": by whom is not said.
        let impersonal = matches!(takes, Takes::As | Takes::Of | Takes::Predicate)
            && source.is_none()
            && content.len() == 2;
        // … but `It called him “a fraud.”` is somebody's.
        let quotes = content.iter().cloned().flatten().any(|word| self.opens_quote(word));
        let told_of = |source: &Source| quotes && takes == Takes::Predicate || self.is_told_of(source, takes);
        if needs_somebody(takes) && !impersonal && !source.is_some_and(told_of) {
            return true;
        }
        // "the games proposed a link": only somebody has a thing to say.
        let known = |source: &Source| {
            self.can_act(source.head) || source.words.clone().any(|word| self.can_act(word))
        };
        let acts = matches!(takes, Takes::Thing | Takes::Pending | Takes::To)
            || takes == Takes::Gerund && class == Class::Intention;
        if acts && !source.is_some_and(known) {
            return true;
        }
        // "whether he should apologize for it": what somebody ought to do or may do is not said yet.
        let ought = tokens
            .child(at, &[Relation::Aux])
            .is_some_and(|aux| matches!(self.text(aux), "should" | "must" | "may" | "might" | "could"));
        let said =
            matches!(takes, Takes::For | Takes::Of | Takes::As | Takes::Thing | Takes::Object | Takes::About);
        if ought && said && !quoted {
            return true;
        }
        // A poll "has Ode ahead"; whoever has somebody behind them says nothing.
        let person = |source: &Source| {
            // "a Washington Post/ABC News poll" is none.
            let survey = source.words.clone().any(|word| self.is_text(word));
            let entity = self.referents.entity(source.head).filter(|_| !survey);
            entity.is_some_and(|id| self.referents.kind(id) == EntityKind::Person)
                || !survey && matches!(tokens.upos(source.head), Upos::Pron | Upos::Propn)
        };
        let shown = class == Class::Evidence && takes == Takes::Portrait;
        shown && source.is_some_and(person)
    }

    /// "Ms. Ode, *asked* whether she would go, said that": a participle about who speaks. Others ask.
    fn is_asked_meanwhile(&self, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let comma = |word: usize| self.text(word) == ",";
        let past = matches!(tokens.xpos(at), "VBN" | "VBD") && self.takes(at, Takes::Bidding);
        let first = at > bounds.start && comma(at - 1) && !(bounds.start..at - 1).any(comma);
        past && first && (at + 1..bounds.end).any(|word| comma(word) && self.is_finite(word + 1))
    }

    /// Whether the source is somebody whom the text tells of: not who speaks or listens, and no relative pronoun.
    fn is_told_of(&self, source: &Source, takes: Takes) -> bool {
        let tokens = self.tokens();
        let feats = tokens.feats(source.head);
        let party = ["Person=1", "Person=2"].iter().any(|person| feats.contains(person));
        // "it reported raising ten million": a campaign.
        let campaign = self.text(source.head).eq_ignore_ascii_case("it")
            && self
                .referents
                .entity(source.head)
                .is_some_and(|id| self.referents.kind(id) == EntityKind::Organization);
        // "businesses, which warned of boycotts"
        // … and "a poll that had Ode ahead", "a video that accused him of lying"
        let judges = matches!(takes, Takes::As | Takes::Of | Takes::Bidding);
        let known =
            |word: usize| judges || matches!(tokens.xpos(word), "NNS" | "NNP" | "NNPS") || self.is_text(word);
        let which = source.words.len() > 1
            && ["which", "that"].iter().any(|other| self.text(source.head).eq_ignore_ascii_case(other))
            && (source.words.start..source.head).any(known);
        // "it has accused them of fraud": nothing but somebody can.
        let accuses = judges && takes != Takes::As && self.text(source.head).eq_ignore_ascii_case("it");
        let thing = !campaign
            && !which
            && !accuses
            && matches!(
                self.text(source.head).to_lowercase().as_str(),
                "it" | "this" | "that" | "which" | "what" | "one"
            );
        let pronoun = tokens.upos(source.head) == Upos::Pron;
        // "I remember *going* there": who speaks tells of himself.
        let party = party && takes != Takes::Gerund;
        !(pronoun && (party || thing))
    }
}

/// Whether only somebody whom the text tells of can have said it so.
fn needs_somebody(takes: Takes) -> bool {
    matches!(
        takes,
        Takes::Infinitive
            | Takes::Refusal
            | Takes::Bidding
            | Takes::Expected
            | Takes::Predicate
            | Takes::As
            | Takes::Of
            | Takes::For
            | Takes::About
            | Takes::To
            | Takes::On
            | Takes::At
            | Takes::Against
            | Takes::Object
            | Takes::Answer
            | Takes::Lack
            | Takes::Marked
            | Takes::Portrait
            | Takes::Gerund
            | Takes::Thing
            | Takes::Pending
            | Takes::Wish
    )
}
