//! What is nobody's words though a verb of saying has it for its content: "it is easy to *say* that", "what he should *apologize*
//! for", "an agreement *announced* on Sunday".

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes, Use};

use super::Scene;
use super::verb::Report;
use crate::document::EntityKind;
use crate::quotation::Source;
use crate::syntax::{Relation, Upos};

/// A verb with what it would report.
struct Told<'t> {
    at: usize,
    bounds: &'t Range<usize>,
    report: &'t Report,
    source: Option<&'t Source>,
    /// Whether marks hold it.
    quoted: bool,
}

impl Scene<'_> {
    /// Whether what the verb at `at` would report is nobody's words: nobody says it, or not yet; `quoted` if marks hold it.
    pub(super) fn is_unsaid(
        &self,
        at: usize,
        bounds: &Range<usize>,
        report: &Report,
        source: Option<&Source>,
        quoted: bool,
    ) -> bool {
        let told = Told { at, bounds, report, source, quoted };
        self.is_about_what(&told)
            || self.is_participle_of_noun(&told)
            || self.is_question_for_thing(&told)
            || self.is_shown_by_nobody(&told)
            || self.is_meant_for(&told)
            || self.is_still_planned(&told)
            || self.is_meaning(&told)
            || self.is_open(&told)
            || self.is_up_to_anybody(&told)
            || self.is_to_blame(&told)
            || self.is_pleading_for(&told)
            || self.is_missing_somebody(&told)
            || self.is_done_by_thing(&told)
            || self.is_scene_of_event(&told)
            || self.is_what_is_to_be_done(&told)
            || self.is_subject_itself(&told)
            || self.is_what_ought_to_be(&told)
            || self.is_standing(&told)
    }

    /// "*What* worries him is that": a clause about what it names.
    fn is_about_what(&self, told: &Told) -> bool {
        told.source.is_some_and(|source| {
            self.text(source.head).eq_ignore_ascii_case("what")
                // "accused him of lying, a charge his campaign denies": what is denied is the charge.
                || !told.quoted && self.is_comment_of(source)
        })
    }

    /// "Under the deal, *announced* late on Sunday, it will leave": what was announced is the deal.
    fn is_participle_of_noun(&self, told: &Told) -> bool {
        let tokens = self.tokens();
        let Told { at, bounds, source, quoted, .. } = *told;
        if source.is_some() || quoted {
            return false;
        }
        let past = matches!(tokens.xpos(at), "VBN" | "VBD");
        let helped = tokens.child(at, &[Relation::Aux, Relation::AuxPass]).is_some();
        let behind = past && at > bounds.start && self.text(at - 1) == ",";
        // "In a video *posted* on Monday, he listed them": what was posted is the video.
        let modifies = tokens.xpos(at) == "VBN" && tokens.relation(at) == Relation::Acl;
        let first = !(bounds.start..at).any(|word| self.is_finite(word));
        let joined = past && tokens.relation(at) == Relation::Conj && first;
        modifies || (behind || joined) && !helped
    }

    /// "The data *will determine how* seats are shared": what only somebody can think about.
    fn is_question_for_thing(&self, told: &Told) -> bool {
        let tokens = self.tokens();
        let asks = told.report.content.first().is_some_and(|first| {
            matches!(tokens.xpos(first.start), "WRB" | "WP")
                || matches!(self.text(first.start), "whether" | "if")
        });
        let thing = |source: &Source| {
            let title = self.is_text(source.head);
            let who = source.words.clone().any(|word| self.text(word) == "who");
            let named = who || self.capital(source.head) || self.referents.entity(source.head).is_some();
            tokens.upos(source.head) == Upos::Noun && !title && !named && !self.can_act(source.head)
        };
        told.report.class == Class::Thought && asks && told.source.is_some_and(thing)
    }

    /// "Sunday *shows*: the mayor left": what shows something has a name.
    fn is_shown_by_nobody(&self, told: &Told) -> bool {
        let passive = self.tokens().child(told.at, &[Relation::AuxPass]).is_some();
        let shows = told.report.class == Class::Evidence && self.is_finite(told.at);
        shows && told.source.is_none() && !passive
    }

    /// Whether the verb at `at` is an infinitive with its "to".
    fn is_infinitive(&self, at: usize) -> bool {
        self.tokens().xpos(at) == "VB" && (at.saturating_sub(2)..at).any(|word| self.text(word) == "to")
    }

    /// "It was meant, aides said, *to show* that": what it was meant for.
    fn is_meant_for(&self, told: &Told) -> bool {
        let Told { at, bounds, quoted, .. } = *told;
        !quoted && at > bounds.start + 2 && self.text(at - 2) == "," && self.is_infinitive(at)
    }

    /// "pledged to *call* it a fraud": what he has not said yet.
    fn is_still_planned(&self, told: &Told) -> bool {
        let intends = |used: &Use| used.class == Class::Intention && used.takes.contains(&Takes::Infinitive);
        let plans = |verb: usize| verb < told.at && self.uses(verb).iter().any(intends);
        let judges = matches!(told.report.takes, Takes::Predicate | Takes::As | Takes::Of);
        judges
            && !told.quoted
            && self.is_infinitive(told.at)
            && self.tokens().head(told.at).is_some_and(plans)
    }

    /// "None of this is *to say* that", "that is not *to say* he left": what it does not mean.
    fn is_meaning(&self, told: &Told) -> bool {
        let tokens = self.tokens();
        let somebody = |source: &Source| self.referents.entity(source.head).is_some();
        tokens.lemma(told.at) == "say"
            && matches!(tokens.lemma(told.at.saturating_sub(2)), "be" | "not")
            && self.is_infinitive(told.at)
            && !told.source.is_some_and(somebody)
    }

    /// "remains to be *seen* whether"
    fn is_open(&self, told: &Told) -> bool {
        let Told { at, bounds, report, source, quoted } = *told;
        self.tokens().xpos(at) == "VBN"
            && at > bounds.start + 1
            && (self.text(at - 2), self.text(at - 1)) == ("to", "be")
            && source.is_none()
            && !quoted
            && report.takes != Takes::Raised
    }

    /// "it is easy to *forget* that": nobody in particular.
    fn is_up_to_anybody(&self, told: &Told) -> bool {
        let tokens = self.tokens();
        let Told { at, bounds, source, quoted, .. } = *told;
        let nobody = source.is_none() && !quoted && tokens.child(at, &[Relation::Aux]).is_none();
        // "to suggest names and *determine* whether": the second of two.
        let joined = tokens.xpos(at) == "VB" && at > bounds.start && tokens.upos(at - 1) == Upos::Cconj;
        nobody && (self.is_infinitive(at) || joined || tokens.xpos(at) == "VBG") && !self.is_fair_to_say(told)
    }

    /// "it is *fair to say* that": the author, who does not name himself.
    fn is_fair_to_say(&self, told: &Told) -> bool {
        let tokens = self.tokens();
        let Told { at, report, .. } = *told;
        let filler = |child: usize| {
            tokens.relation(child) == Relation::Expl || tokens.is_subject(child) && self.is_filler(child, at)
        };
        let that = report.content.first().is_some_and(|first| self.text(first.start) == "that");
        report.class == Class::Speech
            && that
            && self.is_infinitive(at)
            && tokens.head(at).is_some_and(|head| tokens.children(head).any(filler))
    }

    /// "they are *to blame* for it"
    fn is_to_blame(&self, told: &Told) -> bool {
        let to_be = self.tokens().lemma(told.at.saturating_sub(2)) == "be" && self.is_infinitive(told.at);
        to_be && told.report.takes == Takes::For && !told.quoted
    }

    /// "Ann Ode, *arguing for* the appellants.": a role, in a line without a verb.
    fn is_pleading_for(&self, told: &Told) -> bool {
        let verbless = !told.bounds.clone().any(|word| self.is_finite(word));
        told.report.takes == Takes::For && self.tokens().xpos(told.at) == "VBG" && verbless && !told.quoted
    }

    /// Whether the construction needs somebody whom the text tells of, and there is nobody.
    fn is_missing_somebody(&self, told: &Told) -> bool {
        let Told { report: &Report { takes, ref content, .. }, source, .. } = *told;
        // "was seen as weak": by whom is not said.
        let impersonal = matches!(takes, Takes::As | Takes::Of | Takes::Predicate)
            && source.is_none()
            && content.len() == 2;
        // … but `It called him “a fraud.”` is somebody's.
        let quotes = content.iter().cloned().flatten().any(|word| self.opens_quote(word));
        // "“I *intend to go*,” she said": in somebody's words who speaks is told of.
        let quoted = self.outer_at(told.at).is_some()
            && matches!(
                takes,
                Takes::Infinitive | Takes::Wish | Takes::Expected | Takes::Refusal | Takes::Bidding
            );
        let speaker = |source: &Source| quoted && self.text(source.head) == "I";
        let told_of = |source: &Source| {
            quotes && takes == Takes::Predicate || speaker(source) || self.is_told_of(source, takes)
        };
        // "Ode has been asked to go", "Asked to go, he laughed": by whom is not said either.
        let tokens = self.tokens();
        let passive = tokens.child(told.at, &[Relation::AuxPass]).is_some()
            || tokens.xpos(told.at) == "VBN"
                && content.first().is_some_and(|first| first.start == told.at + 1);
        let bidden = takes == Takes::Bidding && source.is_none() && passive;
        needs_somebody(takes) && !bidden && !impersonal && !source.is_some_and(told_of)
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
        // … and "it intends to go": only a body of people can.
        let intends = matches!(takes, Takes::Infinitive | Takes::Refusal | Takes::Expected);
        let accuses =
            (judges && takes != Takes::As || intends) && self.text(source.head).eq_ignore_ascii_case("it");
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

    /// "the games *proposed* a link": only somebody has a thing to say.
    fn is_done_by_thing(&self, told: &Told) -> bool {
        let Report { class, takes, .. } = *told.report;
        let known = |source: &Source| {
            self.can_act(source.head) || source.words.clone().any(|word| self.can_act(word))
        };
        let acts = matches!(takes, Takes::Thing | Takes::Pending | Takes::To)
            || takes == Takes::Gerund && class == Class::Intention;
        // "Warm winters *encouraged* voters to move", but "a letter urged them to".
        let text = |word: usize| {
            let noun = self.tokens().lemma(word);
            self.is_text(word)
                || self.cues.media.iter().any(|medium| medium == noun)
                || self.cues.nouns.contains_key(noun)
        };
        let thing = |source: &Source| {
            !self.capital(source.head)
                && self.tokens().upos(source.head) == Upos::Noun
                && !known(source)
                && !source.words.clone().any(text)
        };
        let spoken = class == Class::Speech && matches!(takes, Takes::Bidding | Takes::Expected);
        let bids = spoken && told.source.is_some_and(thing);
        acts && !told.source.is_some_and(known) || bids
    }

    /// "Friday *saw* stocks fall", "the museum saw attendance reach a record": when or where it happened.
    fn is_scene_of_event(&self, told: &Told) -> bool {
        let tokens = self.tokens();
        let Told { at, report, source, .. } = *told;
        let joint = |word: usize| {
            matches!(tokens.lemma(word), "that" | "whether" | "if")
                || matches!(tokens.xpos(word), "WRB" | "WP" | "WDT")
        };
        let person = |source: &Source| {
            let entity = self.referents.entity(source.head);
            entity.is_some_and(|id| self.referents.kind(id) == EntityKind::Person)
                || self.referents.office(source.head).is_some()
                || matches!(tokens.xpos(source.head), "NNS" | "NNPS" | "PRP" | "WP")
                || self.cues.people.contains(tokens.lemma(source.head))
        };
        let bare = report.content.first().is_some_and(|first| first.start > at && !joint(first.start));
        let passive = tokens.child(at, &[Relation::AuxPass]).is_some();
        tokens.lemma(at) == "see"
            && report.takes == Takes::That
            && bare
            && !passive
            && !source.is_some_and(person)
    }

    /// "Another is *to ask* voters to go": what could be done.
    fn is_what_is_to_be_done(&self, told: &Told) -> bool {
        let be = told.at.checked_sub(2).is_some_and(|word| self.tokens().lemma(word) == "be");
        let infinitive = self.is_infinitive(told.at) && be;
        let somebody = |source: &Source| {
            let kind = self.referents.entity(source.head).map(|id| self.referents.kind(id));
            kind == Some(EntityKind::Person) || self.tokens().upos(source.head) == Upos::Pron
        };
        let bids = matches!(told.report.takes, Takes::Bidding | Takes::Infinitive);
        infinitive && bids && !told.source.is_some_and(somebody)
    }

    /// "said that *blaming* him for it was wrong": what a clause is about.
    fn is_subject_itself(&self, told: &Told) -> bool {
        let tokens = self.tokens();
        let subject = matches!(tokens.relation(told.at), Relation::Csubj | Relation::CsubjPass);
        let judges = matches!(
            told.report.takes,
            Takes::Predicate | Takes::As | Takes::Of | Takes::For | Takes::Marked
        );
        subject && judges && tokens.xpos(told.at) == "VBG"
    }

    /// "whether he should *apologize* for it": what somebody ought to do or may do is not said yet.
    fn is_what_ought_to_be(&self, told: &Told) -> bool {
        let aux = self.tokens().child(told.at, &[Relation::Aux]);
        let ought = |aux: usize| matches!(self.text(aux), "should" | "must" | "may" | "might" | "could");
        let said = matches!(
            told.report.takes,
            Takes::For | Takes::Of | Takes::As | Takes::Thing | Takes::Object | Takes::About
        );
        said && !told.quoted && aux.is_some_and(ought)
    }

    /// A poll "*has* Ode ahead"; whoever has somebody behind them says nothing.
    fn is_standing(&self, told: &Told) -> bool {
        let person = |source: &Source| {
            // "a Washington Post/ABC News poll" is none.
            let survey = source.words.clone().any(|word| self.is_text(word));
            let entity = self.referents.entity(source.head).filter(|_| !survey);
            entity.is_some_and(|id| self.referents.kind(id) == EntityKind::Person)
                || !survey && matches!(self.tokens().upos(source.head), Upos::Pron | Upos::Propn)
        };
        let shown = told.report.class == Class::Evidence && told.report.takes == Takes::Portrait;
        shown && told.source.is_some_and(person)
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
            | Takes::ToBe
            | Takes::Predicate
            | Takes::As
            | Takes::Of
            | Takes::For
            | Takes::About
            | Takes::To
            | Takes::On
            | Takes::At
            | Takes::Against
            | Takes::With
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
