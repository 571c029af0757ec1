//! What is reported in less than a clause: objects with what is said of them, phrases and participles.

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes};

use super::{NEAR, Scene};
use crate::syntax::{Relation, Upos};

/// Words of such a phrase, at most.
const LONGEST: usize = 60;

impl Scene<'_> {
    /// "described *it as a fraud*", "accused *Oman of fraud*", "called *for an inquiry*".
    pub(super) fn prepositional(&self, at: usize, case: &str, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let mut found = None;
        let from = self.behind_relative(at, case, bounds).unwrap_or(at + 1);
        for word in (from..bounds.end).take(NEAR) {
            // "criticized the speech *as well*"
            let idle = self.text(word - 1) == "such" || self.text(word + 1) == "well";
            if self.text(word) == case && !idle {
                // "elections called for in two years", "blamed himself on Monday"
                // … but "put it at *between* $3 and $4".
                let two = self.text(word + 1) == "between";
                // … and "regard it as *a day* of hope".
                let dated = self.referents.time(word + 1).is_some()
                    && !(case == "as" && matches!(self.text(word + 1), "a" | "an"));
                let apart = tokens.upos(word + 1) == Upos::Adp && !two || dated;
                found = Some(word).filter(|_| word + 1 < bounds.end && !apart);
                break;
            }
            // "accused the *opposing* side of fraud", "described the habit *of paying* late as a fraud"
            let doing = case == "as" && tokens.xpos(word) == "VBG" && self.text(word - 1) == "of"
                || self.text(word) == "of" && tokens.xpos(word + 1) == "VBG";
            // "described the lunch *that followed* as tense"
            let relative = tokens.xpos(word - 1) == "WDT" && self.text(word + 1) == case;
            let verb = matches!(tokens.upos(word), Upos::Verb | Upos::Aux | Upos::Sconj)
                && tokens.relation(word) != Relation::Amod
                && !doing
                && !relative;
            if verb || tokens.upos(word) == Upos::Punct && !self.is_mark(word) && !self.glued(word) {
                return None;
            }
        }
        let end = self.phrase_end(found? + 1, bounds);
        // "dismissed her as *minister* for trade": from an office.
        if case == "as" && self.referents.office(found? + 1).is_some() {
            return None;
        }
        // "saw him as he left": when.
        if matches!(self.text(found? + 1), "he" | "she" | "they" | "it" | "we" | "I") {
            return None;
        }
        // "A letter warning of a crisis | *was* made public": the verb of the noun.
        // … and "those who complain of it | *are* wrong".
        let who = tokens.child(at, &[Relation::Nsubj]).is_some_and(|who| tokens.xpos(who) == "WP");
        let doing = who || tokens.xpos(at) == "VBG" && tokens.relation(at) == Relation::Acl;
        let main = (found? + 1..end).filter(|_| doing).find(|&word| self.is_finite(word));
        let whole = |main: &usize| {
            !(found.unwrap_or(at)..*main).any(|word| {
                tokens.xpos(word).starts_with('W') || matches!(tokens.upos(word), Upos::Sconj | Upos::Cconj)
            })
        };
        let end = main.filter(whole).unwrap_or(end);
        // "was described by the minister as a mistake"
        // "the man accused by Ode of fraud"
        let passive = tokens.child(at, &[Relation::AuxPass, Relation::NsubjPass]).is_some();
        // "apologized on Facebook for it": where.
        let placed = tokens.upos(at + 1) == Upos::Adp && self.phrase_words(at) == 0;
        // "brushed *aside* the plan as late"
        let particle = self.phrase_words(at) > 0
            && (tokens.xpos(at + 1) == "RB" || tokens.relation(at + 1) == Relation::CompoundPrt);
        let start = if passive || placed { found? } else { at + 1 + usize::from(particle) };
        // "are more to blame than Oman for it"
        let compared = matches!(self.text(start), "than" | "as") && start < found?;
        (end > found? + 1 && !compared).then_some(start..end)
    }

    /// "accused the party, which ruled until May, *of* fraud", "described the man, Bo Lee, *as* quiet": where the phrase with `case` begins behind what is told of whom the
    /// verb at `at` is about.
    fn behind_relative(&self, at: usize, case: &str, bounds: &Range<usize>) -> Option<usize> {
        let comma = |word: &usize| self.text(*word) == ",";
        let open = (at + 1..bounds.end).take(NEAR).find(|&word| !self.is_of_phrase(word)).filter(comma)?;
        let first = open + 1;
        let who = self.tokens().xpos(first).starts_with('W');
        let close = (first..bounds.end).take(NEAR).find(comma)?;
        let apposed = self.noun_end(first, close) == Some(close) && self.referents.time(first).is_none();
        let close = Some(close).filter(|_| who || apposed)?;
        (self.text(close + 1) == case).then_some(close + 1)
    }

    /// Whether "at" stands right behind the verb at `at`, "hinted *at a tax*", or before a number: "put *the cost at $5*".
    pub(super) fn is_aimed(&self, at: usize, words: &Range<usize>) -> bool {
        // "an area estimated at 40 acres": by nobody.
        let tokens = self.tokens();
        if tokens.xpos(at) == "VBN" && tokens.child(at, &[Relation::Aux]).is_none() {
            return false;
        }
        let case = words.clone().find(|&word| self.text(word) == "at");
        let number = |case: usize| (case + 1..words.end).take(4).any(|word| tokens.upos(word) == Upos::Num);
        self.text(at + 1) == "at" || case.is_some_and(number)
    }

    /// Whether "for" names whose lawyer argues: "arguing *for the clinics*", but not "argued *for a tax*".
    pub(super) fn is_pleaded(&self, at: usize, words: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let pleads = tokens.lemma(at) == "argue" && self.text(words.start) == "for";
        pleads && self.can_act(tokens.head_of(words.start + 1..words.end))
    }

    /// "shows *Ode leading Lee*", "found *Ode with 40 percent*": somebody, and how a survey or a picture has them. A survey may
    /// have anybody: "found *the race tied*", "*52 percent of voters* disapproving".
    pub(super) fn portrait(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let subject = tokens.child(at, &[Relation::Nsubj]);
        // … and "a survey *that* showed the race tied".
        let noun = |word: usize| {
            let relative = tokens.xpos(word) == "WDT" && tokens.relation(at) == Relation::AclRelcl;
            if relative { tokens.head(at).unwrap_or(word) } else { word }
        };
        // "after *a survey* found the race tied", where the arcs make no subject of it.
        let before = || self.source_of(at, bounds).map(|source| source.head).filter(|&head| head < at);
        let subject = subject.map(noun).or_else(before);
        let survey = subject.is_some_and(|word| self.is_text(word) && self.referents.office(word).is_none());
        let part = |word: usize| {
            let kind = self.is_nominal(word);
            kind || survey && matches!(self.text(word), "of" | "among")
        };
        // "shows *both* candidates at 44 percent": no conjunction.
        let first = at + 1 + usize::from(self.text(at + 1) == "both");
        let next = (first..bounds.end).take(NEAR).find(|&word| !part(word) || tokens.xpos(word) == "VBG")?;
        let noun = next > at + 1 && matches!(tokens.upos(next - 1), Upos::Noun | Upos::Propn | Upos::Pron);
        let pronoun = matches!(self.text(at + 1), "him" | "her" | "them");
        let name = (at + 1..next).any(|word| tokens.upos(word) == Upos::Propn) || pronoun;
        let share = matches!(self.text(next), "with" | "at" | "within")
            && (next + 1..bounds.end).take(5).any(|word| tokens.upos(word) == Upos::Num);
        // "virtually *tied*", "well *ahead*"
        let ranks = |word: usize| {
            let state = self.text(word);
            matches!(state, "ahead" | "behind" | "up" | "down" | "tied" | "deadlocked" | "split" | "divided")
        };
        let rank = ranks(next) || tokens.upos(next) == Upos::Adv && ranks(next + 1);
        // "showed her *trailing*": a noun, for the tagger.
        let doing =
            tokens.xpos(next) == "VBG" || pronoun && next == at + 3 && self.text(at + 2).ends_with("ing");
        let shown = noun && (name || survey) && (share || rank || doing);
        // "shows Ode ahead*, and* many have voted": a clause of its own.
        let end = self.sentence_end(at + 1, bounds, at);
        let clause = |&word: &usize| {
            let joint = tokens.upos(word + 1) == Upos::Cconj;
            self.text(word) == "," && joint && self.is_clause(word + 2, bounds)
        };
        shown.then(|| at + 1..(next..end).find(clause).unwrap_or(end))
    }

    /// "is planning *a trip*", but not "planned the trip".
    pub(super) fn pending(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let goes_on = tokens.xpos(at) == "VBG" && tokens.child(at, &[Relation::Aux]).is_some();
        self.thing(at, bounds).filter(|_| goes_on)
    }

    /// "denied *taking money*", "denied *ever meeting him*".
    pub(super) fn gerund(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let first = at + 1 + self.phrase_words(at);
        let verb = first + usize::from(tokens.upos(first) == Upos::Adv);
        // "described moving trains": a participle before its noun.
        let own = tokens.xpos(verb) == "VBG"
            && verb < bounds.end
            && !matches!(tokens.relation(verb), Relation::Amod | Relation::Compound)
            && matches!(tokens.upos(verb), Upos::Verb | Upos::Aux)
            && (tokens.upos(verb + 1) != Upos::Punct
                // "is thinking about *leaving*"
                || self.phrase_words(at) > 0
                || self.cues.deeds.iter().any(|deed| deed == self.text(verb)));
        let passive = tokens.child(at, &[Relation::AuxPass, Relation::NsubjPass]).is_some();
        let end = self.run_on(tokens.subtree(verb.min(tokens.len() - 1)).end.max(verb + 1), bounds);
        // "denied telling Ode *that it rained*"
        let end = if self.text(end) == "that" { bounds.end } else { end };
        (own && !passive).then(|| first..end.min(self.sentence_end(first, bounds, at)).max(verb + 1))
    }

    /// "denied *any wrongdoing*".
    pub(super) fn object(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        // "denied *reports* that it rained": nobody is told anything.
        let told = |&child: &usize| child == at + 1 && self.cues.nouns.contains_key(tokens.lemma(child));
        let object = tokens.child(at, &[Relation::Obj]).filter(|&child| child > at);
        let object = object.or_else(|| tokens.child(at, &[Relation::Iobj]).filter(told))?;
        // "denied all of the charges"
        let part = matches!(self.text(object), "all" | "any" | "some" | "most" | "many" | "none");
        let whole = tokens.child(object, &[Relation::Nmod]).filter(|_| part);
        let passive = tokens.child(at, &[Relation::AuxPass, Relation::NsubjPass]).is_some();
        let any = tokens.child(object, &[Relation::Det]).is_some_and(|word| tokens.lemma(word) == "any");
        let noun = tokens.lemma(whole.unwrap_or(object));
        // "denied *wrongdoing* in Ohio", but not "denied *the abuser* bail".
        let bare = tokens.child(object, &[Relation::Det, Relation::NmodPoss]).is_none();
        let deed = bare && self.cues.deeds.iter().any(|deed| deed == noun || deed == self.text(object));
        let any = any || deed;
        let said =
            any || self.cues.nouns.contains_key(noun) || self.cues.titles.iter().any(|title| title == noun);
        let mut words = self.trimmed(tokens.subtree(object));
        words.end = words.end.min(self.sentence_end(words.start, bounds, at)).max(object + 1);
        // "rejected calls | to quit the race", "denied reports | that it rained"
        if words.end < bounds.end {
            match self.text(words.end) {
                "to" => words.end = self.run_on(words.end, bounds),
                // "repeated her call | for him to go"
                "for" if self.cues.owned.iter().any(|owned| owned == noun) => {
                    words.end = self.phrase_end(words.end, bounds);
                }
                "that" => {
                    words.end = self.that_right_behind(object, bounds).map_or(words.end, |that| that.end);
                }
                _ => {}
            }
        }
        (said && !passive && words.start > at && words.end <= bounds.end).then_some(words)
    }

    /// "said *no*", "said *yes to the offer*": a word that is an answer by itself.
    pub(super) fn answer(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        // "said *probably not*"
        let sure = usize::from(self.tokens().upos(at + 1) == Upos::Adv && self.text(at + 2) == "not");
        let last = at + 1 + sure;
        let answers = sure == 1 || self.cues.answers.iter().any(|word| word == self.text(last));
        // "said *no* prayer": before a noun it is no answer.
        let alone = last + 1 >= bounds.end
            || matches!(self.tokens().upos(last + 1), Upos::Punct | Upos::Adp | Upos::Cconj | Upos::Sconj)
            || self.text(last + 1) == "to";
        let end = self.phrase_end(last + 1, bounds);
        // "They say *no*, she says yes": the next clause.
        let comma = (last + 1..end).find(|&word| self.text(word) == "," && self.is_clause(word + 1, bounds));
        (last < bounds.end && answers && alone).then(|| at + 1..comma.unwrap_or(end))
    }

    /// "found *no evidence that it rained*": what there is none of.
    pub(super) fn lack(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let first = at + 1 + usize::from(self.is_mark(at + 1));
        let none = matches!(self.text(first), "no" | "little" | "scant");
        let sign = |&word: &usize| self.cues.nouns.get(tokens.lemma(word)) == Some(&Class::Evidence);
        let noun = (first + 1..bounds.end).take(3).find(sign).filter(|_| none)?;
        let next = noun + 1 + usize::from(self.is_mark(noun + 1));
        let end = match self.text(next) {
            "that" => self.sentence_end(next, bounds, at),
            "of" => self.phrase_end(next, bounds),
            _ => return None,
        };
        (next + 1 < end).then_some(at + 1..end)
    }

    /// "predicted *a deal by May*": a plain object that is nobody.
    pub(super) fn thing(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let object = tokens.child(at, &[Relation::Obj]).filter(|&child| child > at)?;
        let passive = tokens.child(at, &[Relation::AuxPass, Relation::NsubjPass]).is_some();
        // "citing two officials"
        // … but "promised *ads*" is what it promises.
        let text = self.is_text(object);
        let person = self.referents.entity(object).is_some() || !text && self.can_act(object);
        // "pledged *$5 million* toward the roof"
        let noun = tokens.upos(object) == Upos::Noun && self.referents.time(object).is_none()
            || tokens.xpos(object) == "$";
        let finite = matches!(tokens.xpos(at), "VBD" | "VBZ" | "VBP" | "VBN" | "VBG");
        let hangs = matches!(tokens.relation(at), Relation::Acl | Relation::Amod);
        // "the teachers, *citing* the cost", but not "a paper questioning the cost".
        let doing = tokens.xpos(at) == "VBG" && tokens.child(at, &[Relation::Aux]).is_none();
        if doing && at > bounds.start && self.text(at - 1) != "," {
            return None;
        }
        // "It rained, the agency reports, *citing* the ministry": whom it has it from.
        if doing && at > bounds.start + 1 && self.is_mistaken(at - 2) {
            return None;
        }
        let first = at + 1 + self.phrase_words(at);
        let end = self.phrase_end(first, bounds);
        // "threatened an ad *and a group vowed* to run": a clause of its own.
        let clause = |&word: &usize| {
            let subject = (word + 1..end).take_while(|&word| self.is_of_phrase(word)).last();
            tokens.upos(word) == Upos::Cconj && subject.is_some_and(|last| self.is_finite(last + 1))
        };
        let end = (object + 1..end).find(clause).unwrap_or(end);
        let joint = tokens.upos(first) == Upos::Cconj;
        (noun && !person && !passive && finite && !hangs && !joint && (first..end).contains(&object))
            .then_some(first..end)
    }

    /// "mocked *his “old ideas”*": a phrase in which marks say that some words are the source's.
    pub(super) fn marked(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        // "vowed *Monday* to build a “wall”": when, and what the infinitive has.
        // … and "tweeted *at 3 a.m.* about a “tape”".
        let timed = |word: usize| word < bounds.end && self.referents.time(word).is_some();
        let dated = |word: usize| tokens.upos(word) == Upos::Adp && timed(word + 1);
        let first = (at + 1..bounds.end).find(|&word| !timed(word) && !dated(word))?;
        if self.text(first) == "to" && self.takes(at, Takes::Infinitive) {
            return None;
        }
        let end = self.phrase_end(first, bounds);
        let quotes = (first..end).any(|word| self.opens_quote(word) && !self.capital(word + 1));
        let opens = self.opens_phrase(first) || matches!(tokens.upos(first), Upos::Adp | Upos::Punct);
        // "was hailed by Ode as “a hero”"
        let passive = tokens.child(at, &[Relation::AuxPass]).is_some();
        // "urged them to *reject* a “dangerous” man": what they are to do.
        let bidden = tokens.xpos(at) == "VB" && tokens.child(at, &[Relation::Mark]).is_some();
        (quotes && opens && !passive && !bidden && end - at < LONGEST).then_some(first..end)
    }
}
