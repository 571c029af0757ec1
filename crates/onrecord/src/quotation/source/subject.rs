//! The subject of a finite verb by the words alone: a small grammar for the noun phrases that news makes of a source.
//!
//! ```text
//! subject = noun { of | clause } [ asides ]        "a majority of those surveyed", "Lee, a lawyer from Dayton,"
//!         | noun { "," noun } [ "," ] "and" noun   "Texas, Florida and several counties in Ohio"
//! of      = [ adjective ] preposition noun         "close to the campaign"
//!         | participle | conjunction noun          "surveyed", "and the mayor"
//! clause  = relative pronoun … finite verb …       "who was not authorized to speak"
//! asides  = "," aside { "," aside } ","
//! ```
//!
//! It begins where a clause does and ends right before the verb. A parser that goes astray on a long subject gives some
//! of its words; what the grammar finds around them is the whole.

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes};

use super::{Scene, Source};
use crate::document::EntityKind;
use crate::syntax::{Relation, Upos};

/// Words of a subject, at most.
const LONGEST: usize = 40;

/// Commas behind an opening participle that may end its clause, at most.
const COMMAS: usize = 4;

impl Scene<'_> {
    /// The source that the arcs give the verb at `at`, `known`, or the subject that the words have around it or in its place.
    pub(in crate::quotation) fn with_subject_of(
        &self,
        known: Option<Source>,
        at: usize,
        bounds: &Range<usize>,
    ) -> Option<Source> {
        // "Asked on *ABC*'s “This Week,” Ode said": an owner is no subject.
        let known = known.filter(|known| self.tokens().xpos(known.head + 1) != "POS");
        let Some(subject) = self.subject_of(at, bounds) else { return known };
        let Some(known) = known else { return Some(subject) };
        let (outer, inner) = (&subject.words, &known.words);
        // "The men who had said that *they* | believed": no noun phrase ends with such a pronoun.
        let pronoun = matches!(self.text(known.head), "he" | "she" | "they" | "we" | "I");
        if pronoun && inner.len() == 1 && inner.end == outer.end {
            return Some(known);
        }
        // "some of the guns | *Mr. Ode* wants to buy": the noun that the clause is about is not its subject.
        let about = self.tokens().head(at).filter(|_| self.tokens().relation(at) == Relation::AclRelcl);
        let about = about.is_some_and(|noun| (outer.start..inner.start).contains(&noun));
        let around = outer.start <= inner.start && inner.end <= outer.end && !about;
        // "which *critics of the bill* | said": the noun before the pronoun is not the subject.
        let pronoun = outer.start.checked_sub(1).filter(|word| inner.contains(word));
        let gap = pronoun.is_some_and(|word| self.tokens().xpos(word).starts_with('W'));
        // "The talks ended after *Ode* | said": nor is what stands before another clause.
        let opener = outer.start.checked_sub(1).filter(|word| inner.contains(word));
        let clause = (inner.start..outer.start.min(inner.end)).any(|word| self.is_finite(word))
            || opener.is_some_and(|word| self.opens_clause(word));
        // "Her staff, *the senator* | said, knew": a description is closed by a comma; but "Ode, *Lee and Poe* | said".
        let series = outer.clone().any(|word| self.tokens().upos(word) == Upos::Cconj);
        let comma =
            opener.is_some_and(|word| self.text(word) == ",") && self.text(inner.end) != "," && !series;
        let apart = inner.end <= outer.start || inner.end == outer.end && (clause || comma);
        // "Ode, citing the report, | said": what the source does meanwhile.
        let aside = outer.start == inner.start && outer.end < inner.end && self.text(outer.end) == ",";
        // "Ode, at a conference in *Dayton, Ohio*, | called": nor is where it is.
        let placed = outer.end <= inner.start && self.tokens().child(known.head, &[Relation::Case]).is_some();
        // … nor "…, *Ohio*, teacher Ann Ode | said".
        let state = inner.start + 1 < outer.start
            && self.text(outer.start - 1) == ","
            && (inner.start..outer.start - 1).all(|word| self.is_place(word));
        let aside = aside || placed || state;
        if around || gap || apart || aside { Some(subject) } else { Some(known) }
    }

    /// The subject of the finite verb at `at`.
    fn subject_of(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let end = self.group_start(at, bounds.start);
        let opens = |&word: &usize| {
            let before = word.checked_sub(1).filter(|&before| before >= bounds.start);
            before.is_none_or(|before| {
                // "at which point Ode said"
                let governed = before > bounds.start && tokens.upos(before - 1) == Upos::Adp;
                let adverb = tokens.upos(before) == Upos::Adv && !self.is_focus(before);
                let first = before == bounds.start && adverb;
                matches!(tokens.upos(before), Upos::Punct | Upos::Cconj | Upos::Sconj)
                    || first
                    || self.opens_clause(before)
                    || matches!(tokens.xpos(before), "WP" | "WDT" | "WRB") && !governed
            })
        };
        let near = bounds.start.max(end.saturating_sub(LONGEST));
        // "After the game, Ann Ode, the coach, said": behind a word that opens a phrase or a clause nothing has asides.
        let aside = |start: usize, source: &Source| {
            let opener = start.checked_sub(1).filter(|&before| self.opens_clause(before));
            // "The group, *as an observer*, agrees": what somebody is.
            let role = opener.is_some_and(|before| {
                before > bounds.start && self.text(before - 1) == "," && self.text(source.words.end) == ","
            });
            if role {
                return true;
            }
            let placed = opener.is_some_and(|before| !self.text(before).eq_ignore_ascii_case("as"));
            placed && source.words.clone().any(|word| self.text(word) == ",")
        };
        let series = |start: usize| {
            let first = self.may_open_series(start, at, bounds);
            if first { self.series_between(start, end) } else { None }
        };
        // "At a diner in Canton, *Ohio*, waitress Ann Ode said": the place before has one of its own.
        let placed = |&start: &usize| {
            start > bounds.start + 1
                && self.text(start - 1) == ","
                && self.is_place(start)
                && self.is_place(start - 2)
                && self.text(start + 1) == ","
        };
        (near..end).filter(opens).filter(|start| !placed(start)).find_map(|start| {
            let subject = self.subject_between(start, end).or_else(|| series(start));
            subject.filter(|source| !aside(start, source))
        })
    }

    /// Whether the subject of the verb at `at` may be a series that opens at `start`: at the head of the sentence, or behind
    /// what is fronted.
    fn may_open_series(&self, start: usize, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        // "Her staff, *the senator and the mayor* said, knew"; but `A, B and C said, “It is late.”`
        let quotes = self.opens_quote(at + 1 + usize::from(self.text(at + 1) == ","));
        if self.text(at + 1) == "," && !quotes {
            return false;
        }
        if start == bounds.start || self.is_mark(start - 1) {
            return true;
        }
        // "In Dayton, *Ohio*, Lee and Ode said": the place before has one of its own. "…, *the mayor*, Lee and Ode said.": what is
        // said may stand before it.
        let comma = |word: usize| word > bounds.start && self.text(word) == ",";
        let behind = comma(start - 1) && !(self.is_place(start) && self.is_place(start - 2));
        let joint = tokens.upos(start - 1) == Upos::Cconj;
        let joined = joint && (start - 1 == bounds.start || comma(start.saturating_sub(2)));
        (behind || joined) && (quotes || tokens.upos(at + 1) != Upos::Punct)
    }

    /// Whether the word is in the name of a place.
    fn is_place(&self, word: usize) -> bool {
        let mention = self.referents.covering(word).map(|id| &self.referents.named.mentions[id]);
        mention.is_some_and(|mention| matches!(mention.kind, EntityKind::Place | EntityKind::Country))
    }

    /// The series of nouns that has all the words from `start` to `end`: "the ACLU, Common Cause and the NAACP".
    fn series_between(&self, start: usize, end: usize) -> Option<Source> {
        let tokens = self.tokens();
        let head = tokens.head_of(start..self.item_end(start, end)?);
        let (mut at, mut joined, mut commas) = (self.item_end(start, end)?, false, 0);
        while at < end {
            let comma = usize::from(self.text(at) == ",");
            let joint = tokens.upos(at + comma) == Upos::Cconj;
            if joined || comma == 0 && !joint {
                return None;
            }
            joined = joint;
            // "hats, *and a few* confessed": a comma before the only conjunction makes no series of two.
            commas += comma * usize::from(!joint);
            at = self.item_end(at + comma + usize::from(joint), end)?;
        }
        (joined && commas > 0).then_some(Source { head, words: start..end })
    }

    /// Where an item of a series ends that begins at `start`, with its phrases and its short name in brackets.
    fn item_end(&self, start: usize, end: usize) -> Option<usize> {
        let tokens = self.tokens();
        let mut at = self.noun_end(start, end).filter(|_| self.referents.time(start).is_none())?;
        while at < end && tokens.upos(at) == Upos::Adp {
            at = self.noun_end(at + 1, end)?;
        }
        let brackets = at < end && self.text(at) == "(";
        if brackets {
            (at..end).find(|&word| self.text(word) == ")").map(|close| close + 1)
        } else {
            Some(at)
        }
    }

    /// The subject of the main clause behind the one that the participle at `at` opens: "Noting that it rained, *Mr. Ode* left".
    pub(in crate::quotation) fn behind_opening(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        // … and "After *saying* that it rained, Mr. Ode left".
        let led =
            at == bounds.start + 1 && matches!(self.tokens().upos(bounds.start), Upos::Adp | Upos::Sconj);
        if at != bounds.start && !led {
            return None;
        }
        let commas = (at + 1..bounds.end).filter(|&word| self.text(word) == ",").take(COMMAS);
        commas.into_iter().find_map(|comma| {
            let verb = (comma + 1..bounds.end).find(|&word| self.is_finite(word))?;
            // `Calling it “a sad day,” she left`: the comma stands inside the marks.
            let first = comma + 1 + usize::from(self.is_mark(comma + 1));
            self.subject_between(first, self.group_start(verb, first))
        })
    }

    /// Whether a clause may begin behind the word, whatever the tagger makes of it.
    pub(in crate::quotation) fn opens_clause(&self, word: usize) -> bool {
        let text = self.text(word);
        ["as", "after", "before", "since", "until", "than"]
            .iter()
            .any(|other| text.eq_ignore_ascii_case(other))
    }

    /// Whether the participle at `at` is a past form after all, as "that" or words in marks behind it show: "an aide *denied*
    /// Monday that".
    pub(in crate::quotation) fn is_past(&self, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let bare =
            tokens.xpos(at) == "VBN" && tokens.child(at, &[Relation::Aux, Relation::AuxPass]).is_none();
        // "aides *promised* Monday to leave" has no other verb.
        let alone = !bounds.clone().any(|word| self.is_finite(word)) && self.takes(at, Takes::Infinitive);
        // "Ann Ode, a senator, *called* it “a mess.”"
        // … and "a plan that the mayor, Ann Ode, *described* as “a mess”", where an apposition stands before the comma.
        let apposed = || {
            let before = bounds.start..at.saturating_sub(1);
            before.rev().take(COMMAS * 2).any(|word| self.text(word) == ",")
        };
        let described = self.text(at + 1) == "as" && self.takes(at, Takes::As) && apposed();
        let spoken = self.uses(at).iter().any(|used| used.class == Class::Speech);
        let judges = self.takes(at, Takes::Predicate) || described && spoken;
        let calls = judges && at > bounds.start && self.text(at - 1) == "," && !self.opens_quote(at + 1);
        // "Ann Ode, at a rally in Ohio, *called* on him to go."
        let bids = self.takes(at, Takes::Bidding)
            && at > bounds.start
            && self.text(at - 1) == ","
            && !bounds.clone().any(|word| self.is_finite(word));
        let reports = (self.takes(at, Takes::Clause) || alone || calls) && !self.takes(at, Takes::Told);
        let reports = reports || bids;
        let verb = |word: usize| matches!(tokens.upos(word), Upos::Verb | Upos::Aux);
        let to = |word: usize| alone && self.text(word) == "to" && tokens.xpos(word + 1) == "VB";
        // "Ann Ode, who left in May, *asked* whether it rained."; but "Ann Ode, asked whether it rained, said".
        let resumed = |word: usize| self.text(word) == "," && self.is_finite(word + 1);
        let asks = at > bounds.start && self.text(at - 1) == "," && !(at + 1..bounds.end).any(resumed);
        let announces = |word: usize| {
            let mark = self.text(word) == "that" || asks && self.text(word) == "whether";
            mark || self.opens_quote(word) || to(word)
        };
        let next = (at + 1..bounds.end).find(|&word| verb(word) || announces(word));
        // "The tax, many voters *complained*, was high"
        // … and "The tax is high, many voters *complained*."
        let last = matches!(self.text(at + 1), "." | "")
            && apposed()
            && bounds.clone().any(|word| self.is_finite(word));
        let inside = (self.text(at + 1) == "," || last) && self.takes(at, Takes::Bare);
        // "Ann Ode, who left, *called* the vote a mistake.": the sentence has no other verb.
        let only = (calls || bids) && !(at + 1..bounds.end).any(|word| self.is_finite(word));
        bare && reports && self.text(at + 1) != "by" && (inside || only || next.is_some_and(announces))
    }

    /// Where the verb at `at` begins with its auxiliaries, its adverbs and when it is said.
    fn group_start(&self, at: usize, from: usize) -> usize {
        let tokens = self.tokens();
        let timed = |word: usize| self.referents.time(word).is_some();
        let small = |word: usize| {
            matches!(tokens.upos(word), Upos::Aux | Upos::Adv) && !self.is_quantifier(word)
                || matches!(self.text(word), "not" | "n't" | "n’t")
                || timed(word)
                || tokens.upos(word) == Upos::Adp && timed(word + 1)
        };
        let mut start = at;
        while start > from && small(start - 1) {
            start -= 1;
        }
        // "A poll released *Wednesday* | showed": when the participle's own thing was done.
        let participle =
            |word: usize| matches!(tokens.xpos(word), "VBN" | "VBD") && self.text(word).ends_with("ed");
        let released = start > from && participle(start - 1) && (start..at).all(timed);
        // … and "a poll conducted *by Gallup last month* | showed".
        let by = (from..start).rev().take(COMMAS + 1).find(|&word| self.text(word) == "by");
        let named = |by: usize| {
            (by + 1..start).all(|word| tokens.upos(word) == Upos::Propn || tokens.upos(word) == Upos::Det)
        };
        let made = by.filter(|&by| by > from && participle(by - 1) && (start..at).all(timed) && named(by));
        if released || made.is_some() && start < at { at } else { start }
    }

    /// The subject that has all the words from `start` to `end`, but for a comma at its end.
    pub(in crate::quotation) fn subject_between(&self, start: usize, end: usize) -> Option<Source> {
        let tokens = self.tokens();
        let first = self.noun_end(start, end)?;
        let head = tokens.head_of(start..first);
        if self.referents.time(start).is_some() || self.referents.time(first - 1).is_some() {
            return None;
        }
        let listed = self.is_text(head);
        // "Polls conducted *after the debate* | found"; but "The talks ended after Ode | said".
        let told =
            |at: usize| tokens.xpos(at) == "VBN" || tokens.xpos(at) == "VBD" && self.text(at).ends_with("ed");
        // … and "a man identified *as* Ann Ode | said".
        let named = |at: usize| self.text(at) == "as" && tokens.xpos(at - 1) == "VBN";
        let governs = |at: usize| !self.opens_clause(at) || listed && told(at - 1) || named(at);
        let mut at = first;
        while at < end {
            let next = at + 1;
            at = match tokens.upos(at) {
                Upos::Punct if matches!(self.text(at), "," | "—" | "–" | "--") => {
                    let words = start..self.behind_asides(at, end)?;
                    // "The woman, identified as Ann Ode, said": what is told of a noun is no noun beside it.
                    // … nor is "portions of which were leaked".
                    let told = matches!(tokens.xpos(next), "VBN" | "VBD");
                    let known = told
                        || (next..end).any(|word| tokens.xpos(word).starts_with('W'))
                        || self.can_act(head);
                    return known.then_some(Source { head, words });
                }
                // "Ode in her book | said": where.
                Upos::Adp if matches!(self.text(at), "in" | "on") && tokens.xpos(next) == "PRP$" => {
                    return Some(Source { head, words: start..at });
                }
                Upos::Adp | Upos::Cconj if governs(at) => self.noun_end(next, end)?,
                Upos::Sconj if listed && told(at - 1) => self.noun_end(next, end)?,
                Upos::Adj if tokens.upos(next) == Upos::Adp => self.noun_end(next + 1, end)?,
                Upos::Verb if tokens.xpos(at) == "VBN" => next,
                // "the results *reported* here": whatever the tagger makes of it.
                Upos::Verb
                    if tokens.xpos(at) == "VBD"
                        && (matches!(tokens.upos(next), Upos::Adp | Upos::Adv)
                            || self.referents.time(next).is_some())
                        && !(at..end)
                            .any(|word| self.text(word) == "," || tokens.upos(word) == Upos::Cconj) =>
                {
                    next
                }
                Upos::Adv if matches!(tokens.xpos(at - 1), "VBN" | "VBD") => next,
                // "A poll released *Wednesday evening* | showed"
                _ if self.referents.time(at).is_some()
                    && (matches!(tokens.xpos(at - 1), "VBN" | "VBD")
                        || self.referents.time(at - 1).is_some()) =>
                {
                    next
                }
                _ if matches!(tokens.xpos(at), "WP" | "WDT") => {
                    let finite = (next..end).filter(|&word| self.is_finite(word)).count();
                    let clear = (next..end).all(|word| tokens.upos(word) != Upos::Punct || self.glued(word));
                    // "not authorized to speak *publicly* | said"
                    let manner = |word: &usize| !self.text(*word).ends_with("ly");
                    let end = (end..tokens.len()).find(manner).unwrap_or(end);
                    return (finite == 1 && clear).then_some(Source { head, words: start..end });
                }
                _ => return None,
            };
        }
        Some(Source { head, words: start..end })
    }

    /// "*Kenya's president*, Ann Ode said", "*posts on a board* for the site named": of two subjects that the arcs give a verb, the
    /// first begins the source where nothing but its own words stands between them.
    pub(super) fn with_first(&self, source: Source, at: usize, bounds: &Range<usize>) -> Source {
        let tokens = self.tokens();
        let first = tokens.children(at).find(|&child| tokens.is_subject(child) && self.can_speak(child));
        // "The deal, Ann Ode said on Monday, *was dead*": the first is whom the clause is about that has no other subject.
        let clause = tokens.child(at, &[Relation::Ccomp]).filter(|&clause| clause > at);
        let around =
            clause.is_none_or(|clause| !tokens.children(clause).any(|child| tokens.is_subject(child)));
        let own = |word: usize| {
            let comma = self.text(word) == "," && word + 1 == source.words.start && !around;
            let name = comma && tokens.upos(source.head) == Upos::Propn;
            name || self.is_nominal(word) || tokens.upos(word) == Upos::Adp || self.glued(word)
        };
        let first = first.filter(|&first| {
            let noun = matches!(tokens.upos(first), Upos::Noun | Upos::Propn);
            noun && first < source.words.start && (first..source.words.start).all(own)
        });
        match first {
            Some(first) => {
                Source { head: first, words: self.phrase(first, at, bounds).words.start..source.words.end }
            }
            None => source,
        }
    }

    /// Where the source ends whose asides begin at the comma at `at` and close right before `end`: before those that say where
    /// or how it speaks, behind those that tell of it.
    fn behind_asides(&self, at: usize, end: usize) -> Option<usize> {
        let tokens = self.tokens();
        // "Ode, asked about it on “This Week,” said": the comma stands inside the marks.
        let marked = end > at + 2 && self.is_mark(end - 1) && self.text(end - 2) == ",";
        let close = end.checked_sub(1 + usize::from(marked))?;
        if close <= at + 1 || self.text(close) != self.text(at) {
            return None;
        }
        let mut from = at + 1;
        let mut told = true;
        while from < close {
            let to = (from..close).find(|&word| self.text(word) == self.text(at)).unwrap_or(close);
            // "The woman, *identified* as Ann Ode, said": a participle, whatever the tagger makes of it.
            let past = matches!(tokens.xpos(from), "VBN" | "VBD");
            let finite = (from + usize::from(past)..to).any(|word| self.is_finite(word));
            // "*now* a partner at a firm"
            let since = tokens.upos(from) == Upos::Adv && tokens.upos(from + 1) == Upos::Det;
            // "critics, *including* Ann Ode,"
            // … or "*among* them Ann Ode".
            let among = self.text(from) == "including"
                || self.text(from) == "among" && matches!(self.text(from + 1), "them" | "whom");
            let doing = self.is_doing(from) && !among;
            let noun =
                matches!(tokens.upos(from), Upos::Det | Upos::Num | Upos::Propn | Upos::Noun | Upos::Adj)
                    || tokens.xpos(from) == "PRP$"
                    || tokens.xpos(from) == "VBG" && !doing && !among
                    || since;
            let relative = matches!(tokens.xpos(from), "WP" | "WP$" | "WDT");
            let who = (from..to).any(|word| tokens.xpos(word).starts_with('W'));
            // "Mu Li, of the University of Sydney,"
            let origin = matches!(self.text(from), "of" | "from");
            let placed = matches!(tokens.upos(from), Upos::Adp | Upos::Adv) && !among && !since || doing;
            // "Ode, *asked* about it, said": what others did.
            let asked = past && self.takes(from, Takes::Bidding);
            let placed = placed && !origin || asked;
            let told_of = noun && (!finite || who) || (origin || among || past && !asked) && !finite;
            let fits = told_of || relative && finite;
            let quoted = (from..to).any(|word| self.outer_at(word).is_some());
            let free = !quoted || marked && placed;
            if from == to || !free || !(fits || placed && (!finite || asked)) {
                return None;
            }
            told &= !placed && (since || self.referents.time(from).is_none());
            from = to + 1;
        }
        Some(if told { close } else { at })
    }
}
