//! A clause that "that" announces behind the verb, whatever the arcs hang it on: "said Thursday *that* …".

use std::ops::Range;

use onrecord_resource::cue::Takes;

use super::{NEAR, SUBJECT, Scene};
use crate::syntax::{Relation, Upos};

/// Where the mark of a clause may stand behind its verb.
struct Behind {
    /// The verb.
    at: usize,
    /// The last word before the first one that may be the mark.
    from: usize,
    /// Whether the verb says to whom.
    told: bool,
}

impl Scene<'_> {
    /// The clause behind the verb at `at`.
    pub(super) fn that_behind(&self, at: usize, bounds: &Range<usize>, told: bool) -> Option<Range<usize>> {
        let from = self.aside_behind(at, bounds).unwrap_or(at);
        // "told aides in a memo, *obtained by the Post*, that"
        let inner = (from + 1..bounds.end).take(NEAR).find_map(|word| self.aside_before_that(word, bounds));
        let aside = |word: &usize| inner.as_ref().is_some_and(|aside| aside.contains(word));
        // "said on “Fox & Friends” that"
        let title = |word: &usize| self.outer_at(*word).is_some_and(|quote| !self.is_speech(quote));
        let behind = Behind { at, from, told };
        let near = (from + 1..bounds.end).filter(|word| !aside(word)).take(NEAR);
        for word in near.filter(|word| !title(word)) {
            if self.announces(word, &behind) {
                let clause = !self.belongs_to_noun(word, &behind, bounds);
                return clause.then(|| word..self.sentence_end(word, bounds, at));
            }
            if self.keeps_from_that(word) {
                return None;
            }
        }
        None
    }

    /// "said, without offering evidence, *that*", "said privately, his aides report, *that*": the comma that closes what is put in
    /// behind the verb.
    fn aside_behind(&self, at: usize, bounds: &Range<usize>) -> Option<usize> {
        let small = |word: usize| self.referents.time(word).is_some() || self.text(word).ends_with("ly");
        let open = (at + 1..bounds.end).find(|&word| !small(word)).unwrap_or(at + 1);
        let close = (open + 1..bounds.end).take(NEAR).find(|&word| self.text(word) == ",")?;
        (self.text(open) == "," && close + 1 < bounds.end).then_some(close)
    }

    /// Whether the word is the mark of a clause.
    fn announces(&self, word: usize, behind: &Behind) -> bool {
        let tokens = self.tokens();
        let Behind { at, .. } = *behind;
        // "wondered *if* it was late", "asked him in May *if* it was late"; but "said, *if* asked, it was".
        let asks = self.takes(at, Takes::Clause) && !self.takes(at, Takes::Bare);
        let asked = || asks && (word == at + 1 || self.takes(at, Takes::Bidding));
        let mark = match self.text(word) {
            "that" | "whether" => true,
            "if" => asked(),
            _ => false,
        };
        if !mark {
            return false;
        }
        // "added *that* swing voters felt ignored": no article before a plural.
        let noun = (word + 1..).take(3).find(|&at| !matches!(tokens.xpos(at), "NN" | "JJ"));
        let plural = tokens.xpos(word) == "DT" && noun.is_some_and(|at| tokens.xpos(at) == "NNS");
        // "warning *that* time was short": no article before a clause.
        let article = tokens.xpos(word) == "DT"
            && word == at + 1
            && self.takes(at, Takes::Bare)
            && tokens.xpos(word + 1) == "NN"
            && self.is_finite(word + 2);
        self.is_paused_that(word, behind) || plural || article || matches!(tokens.xpos(word), "IN" | "WDT")
    }

    /// "promised *that*, if elected, he would go", "promised the crowd *that*, if elected,": whatever the tagger makes of it.
    fn is_paused_that(&self, word: usize, behind: &Behind) -> bool {
        let Behind { at, from, .. } = *behind;
        let aside = from > at && word == from + 1;
        self.text(word) == "that" && (self.is_paused(word, at) || aside)
    }

    /// Whether a comma follows the mark of the clause of the verb at `at`.
    fn is_paused(&self, word: usize, at: usize) -> bool {
        let condition = || self.tokens().upos(word + 2) == Upos::Sconj;
        self.text(word + 1) == "," && (word == at + 1 || condition())
    }

    /// Whether the clause of the mark at `word` is not the verb's: it tells of the noun before it, or the mark is its subject.
    fn belongs_to_noun(&self, word: usize, behind: &Behind, bounds: &Range<usize>) -> bool {
        // "to hold *that many* signatures": how many; "forget *all that* if he asks".
        matches!(self.text(word + 1), "many" | "much")
            || self.text(word - 1) == "all"
            || self.is_of_main_verb(word, behind.at)
            || self.is_noun_of_saying(word - 1, behind)
            || self.is_about_object(word, behind, bounds)
            || self.is_own_subject(word, behind)
            || self.tells_of_object_before(word, behind, bounds)
            || self.is_relative(word, behind)
    }

    /// "has never accepted, says one who has *known* her for years*, that*": whether the mark at `word`, behind a comma, announces the
    /// clause of a verb before the clause in which the verb at `at` stands.
    pub(super) fn is_of_main_verb(&self, word: usize, at: usize) -> bool {
        let tokens = self.tokens();
        let inner = matches!(tokens.relation(at), Relation::AclRelcl | Relation::Advcl | Relation::Parataxis);
        let pauses = (at + 1..word).filter(|&word| self.text(word) == ",").count();
        let start = self.told(self.referents.reading.sentence_of(at)).start;
        let reports = |word: usize| self.takes(word, Takes::Clause) && self.text(word + 1) == ",";
        inner && pauses == 1 && self.text(word - 1) == "," && (start..at).any(reports)
    }

    /// "repeated his *claim* that": whether the noun before the mark of a clause has it for its own.
    fn is_noun_of_saying(&self, noun: usize, behind: &Behind) -> bool {
        // … but in "claimed without evidence that" the verb has it.
        let without = || (behind.from + 1..noun).any(|word| self.text(word) == "without");
        let known = self.cues.nouns.contains_key(self.tokens().lemma(noun));
        let known = known && !self.is_name_of_something(noun);
        known && noun > behind.from && !without() && !self.is_medium(noun)
    }

    /// "underscored the tightrope *that she walks*": whether the clause of the mark at `word` ends with its verb and so lacks the thing
    /// that the verb before it has for an object.
    fn is_about_object(&self, word: usize, behind: &Behind, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let Behind { at, .. } = *behind;
        let noun = word - 1;
        let phrase =
            noun > at + 1 && self.opens_phrase(at + 1) && (at + 1..word).all(|word| self.is_nominal(word));
        let hearer = self.takes(at, Takes::Told) || self.takes(at, Takes::Bidding) || self.can_act(noun);
        let thing = tokens.upos(noun) == Upos::Noun && self.referents.time(noun).is_none();
        let end = (word + 1..bounds.end).find(|&word| tokens.upos(word) == Upos::Punct).unwrap_or(bounds.end);
        let gap = tokens.upos(end - 1) == Upos::Verb && tokens.xpos(end - 1) != "VBN";
        phrase && thing && gap && !hearer && !self.is_medium(noun)
    }

    /// "a gift for hearing *that was*", "found emails in chains *that contained*": whether the mark at `word` is the subject of its
    /// clause.
    fn is_own_subject(&self, word: usize, behind: &Behind) -> bool {
        let tokens = self.tokens();
        let at = behind.at;
        let next = word + 1 + usize::from(tokens.upos(word + 1) == Upos::Adv);
        let finite = matches!(tokens.xpos(next), "VBD" | "VBZ" | "VBP" | "MD");
        // "said *something* that hurt"
        let thing = matches!(self.text(word - 1), "something" | "anything" | "nothing" | "everything");
        let noun = word > at + 1
            && (matches!(tokens.upos(word - 1), Upos::Noun | Upos::Num) || thing)
            && self.referents.time(word - 1).is_none();
        // "a video he posted *that* showed it" is about the video.
        let gap = tokens.relation(at) == Relation::AclRelcl && word == at + 1;
        finite && (tokens.xpos(at) == "VBG" || noun || gap)
    }

    /// Whether the clause tells of what stands before it: ", a fact *that* Ode never mentions", "proposed a plan Monday *that* she
    /// said would help".
    fn tells_of_object_before(&self, word: usize, behind: &Behind, bounds: &Range<usize>) -> bool {
        let at = behind.at;
        let fact = word > at + 3
            && matches!(self.text(word - 2), "a" | "an")
            && matches!(self.text(word - 3), "," | "—" | "–" | "--");
        let verb = (word + 1..bounds.end).take(SUBJECT).find(|&word| self.is_finite(word));
        let said = |verb: usize| verb > word + 1 && self.is_finite(verb + 1) && !self.uses(verb).is_empty();
        fact || word > at + 1 && verb.is_some_and(said)
    }

    /// Whether the mark at `word` is the pronoun of a clause about the noun before it: "briefed the voters *that* he met".
    fn is_relative(&self, word: usize, behind: &Behind) -> bool {
        let tokens = self.tokens();
        let Behind { at, told, .. } = *behind;
        let noun = word > at + 1
            && matches!(tokens.upos(word - 1), Upos::Noun | Upos::Propn)
            && self.referents.time(word - 1).is_none();
        if !noun || tokens.upos(word) == Upos::Sconj || self.is_paused(word, at) {
            return false;
        }
        // "told the board that *so-called* banks would go": the first of two words that a hyphen joins is no verb.
        if told && self.text(word + 2) == "-" && self.glued(word + 2) {
            return false;
        }
        // "told the voters that …": a subject behind it makes it a clause, not one about the voters.
        let subject = told && !matches!(tokens.upos(word + 1), Upos::Verb | Upos::Aux | Upos::Adv);
        // "said at the rally that he": a place takes nothing from the verb, which has to say something.
        let place = matches!(tokens.upos(at + 1), Upos::Adp | Upos::Adv) && self.takes(at, Takes::Bare);
        self.is_finite(word + 1) || !place && !self.is_medium(word - 1) && !subject
    }

    /// Whether no clause of the verb is announced behind the word: another verb, conjunction or mark.
    fn keeps_from_that(&self, word: usize) -> bool {
        let tokens = self.tokens();
        let text = self.text(word);
        let mark = tokens.upos(word) == Upos::Punct && text != "," && !self.glued(word);
        if mark || self.outer_at(word).is_some() {
            return true;
        }
        // "insisted *to reporters* that": no base form ends like this.
        let plural = tokens.xpos(word) == "VB"
            && self.text(word - 1) == "to"
            && text.ends_with('s')
            && !text.ends_with("ss")
            && !text.ends_with("us");
        // "disagree *about* whether": no conjunction, whatever the tagger makes of it.
        // … nor in "has said *before* that".
        let case = matches!(text, "about" | "over" | "on" | "of") && self.text(word + 1) == "whether"
            || text == "before" && self.text(word + 1) == "that";
        matches!(tokens.upos(word), Upos::Verb | Upos::Aux | Upos::Cconj | Upos::Sconj)
            && !self.is_attribute(word)
            // "in an account *published* Friday that"
            && !self.stands_in(word)
            && !case
            && !plural
    }

    /// What is told of the noun before the comma at `comma` up to the one before "that", with both: "in a memo*, obtained by the
    /// Post,* that".
    pub(super) fn aside_before_that(&self, comma: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let pause = |word: &usize| self.text(*word) == ",";
        let opens =
            pause(&comma) && matches!(self.tokens().xpos(comma + 1), "VBN" | "VBD" | "VBG" | "WDT" | "WP");
        let close = (comma + 1..bounds.end).take(NEAR).find(pause).filter(|_| opens)?;
        let that = close + 1 < bounds.end && self.text(close + 1) == "that" && !self.is_finite(close + 2);
        that.then_some(comma..close + 1)
    }

    /// Whether the participle at `word` stands before its noun: "an *emailed* statement".
    pub(super) fn is_attribute(&self, word: usize) -> bool {
        let before = word.checked_sub(1).map_or("", |before| self.tokens().xpos(before));
        let tokens = self.tokens();
        // "in an *opening* address"
        let doing = tokens.xpos(word) == "VBG" && tokens.relation(word) == Relation::Amod;
        (doing || tokens.xpos(word) == "VBN") && matches!(before, "DT" | "PRP$" | "JJ" | "CD")
    }
}
