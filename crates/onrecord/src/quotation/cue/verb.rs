//! A verb of saying with what it introduces and who says it.
//!
//! Its constructions are tried in the order of the data; what stands in marks beside it goes before them where both meet. Then its
//! source is looked for, and what is nobody's words after all ([`super::unsaid`]) is left out.

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes};

use super::{Scene, class_of};
use crate::quotation::beside::Claim;
use crate::quotation::{Attribution, Source, sharing};
use crate::syntax::{Relation, Upos};

/// Words between an auxiliary and its verb that are looked through for quotation marks, at most.
const APART: usize = 32;

/// What a verb introduces, and in which construction.
pub(super) struct Report {
    pub(super) class: Class,
    pub(super) takes: Takes,
    /// Pieces in text order.
    pub(super) content: Vec<Range<usize>>,
}

impl Scene<'_> {
    /// What the verb at `at` introduces; `claim` is what stands in marks beside it.
    /// The attributions before it in the text are `before`.
    pub(super) fn verb(
        &self,
        at: usize,
        bounds: &Range<usize>,
        claim: Option<Claim>,
        before: &[Attribution],
    ) -> Option<Attribution> {
        // Right behind the marks and somebody's name, any verb will do: `“It rained,” Ode allowed.`
        if claim.is_none() && (self.uses(at).is_empty() || self.is_silent(at, bounds)) {
            return None;
        }
        let mut claim = claim.unwrap_or_default();
        let mut told = self.report(at, bounds);
        if let Some(report) = &mut told {
            self.run_into_marks(report, &mut claim);
            // `In his book, “The Art of the Deal,” he wrote that`: a title before a clause is no words of his.
            claim.pieces.retain(|piece| piece.end > at || !self.is_written_as_title(piece));
        }
        // What the marks hold is said; a clause beside it is one more piece where it does not run into them.
        let told =
            told.filter(|report| claim.pieces.is_empty() || self.is_apart(at, &report.content, &claim));
        let mut report = match told {
            Some(report) => report,
            None if claim.pieces.is_empty() => return None,
            None => self.quoted(at, bounds, &claim),
        };
        let cue = self.verb_group(at);
        let source = self.speaker(at, bounds, &claim, &report, &cue, before);
        // `“It rained,” said Ode, whose father has left.`: who says it is no part of it.
        let own = |piece: &Range<usize>| source.as_ref().is_some_and(|source| piece.contains(&source.head));
        if !claim.pieces.is_empty() {
            report.content.retain(|piece| !own(piece));
        }
        self.add_marked(at, bounds, &mut report.content, &claim, source.as_ref());
        let quoted = !claim.pieces.is_empty();
        let nothing = report.content.is_empty() && !quoted;
        if nothing || self.is_unsaid(at, bounds, &report, source.as_ref(), quoted) {
            return None;
        }
        let Report { class, content, .. } = report;
        let lemma = Some(self.tokens().lemma(at).to_owned());
        Some(Attribution { content, cue, lemma, class: class_of(class), source })
    }

    /// Whether the pieces of a clause behind the verb at `at` are said besides what the marks hold.
    fn is_apart(&self, at: usize, pieces: &[Range<usize>], claim: &Claim) -> bool {
        let tokens = self.tokens();
        let clear = |piece: &Range<usize>| {
            claim.pieces.iter().all(|quote| quote.end <= piece.start || piece.end <= quote.start)
        };
        // … nor is what is added: "said, *adding*, “It rained.”"
        let adds = |piece: &Range<usize>| tokens.xpos(piece.start) == "VBG" && self.takes_quotes(piece.start);
        // … nor where it is said: "said *in Iowa*, adding".
        let placed = |piece: &Range<usize>| {
            tokens.upos(piece.start) == Upos::Adp && !piece.clone().any(|word| self.is_finite(word))
        };
        // … nor who hears it: "told reporters *who came*".
        let hears = |piece: &Range<usize>| {
            let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn);
            piece.start > at + 1 && noun(piece.start - 1) && self.text(piece.start) == "who"
        };
        // … nor whom it is told to: "told *the few men he had met*".
        let heard = |piece: &Range<usize>| {
            let before = claim.pieces.iter().all(|quote| quote.end <= at);
            before && piece.start == at + 1 && self.takes(at, Takes::Told) && self.text(at + 1) != "that"
        };
        // … nor where it stands: "told a paper in an interview *published Sunday*".
        let stands = |piece: &Range<usize>| matches!(tokens.xpos(piece.start), "VBD" | "VBN");
        pieces.iter().all(|piece| {
            // "countered as the crowd *cheered*": a word is no clause.
            let clause = piece.start > at && piece.len() > 1;
            // "told the board at a *hearing on it*": taken for a participle.
            let doing = tokens.xpos(piece.start) == "VBG" && !piece.clone().any(|word| self.is_finite(word));
            let clause = clause && !doing;
            clause
                && !adds(piece)
                && !placed(piece)
                && !hears(piece)
                && !heard(piece)
                && !stands(piece)
                && clear(piece)
        })
    }

    /// The report of a verb that has only what stands in marks.
    fn quoted(&self, at: usize, bounds: &Range<usize>, claim: &Claim) -> Report {
        let class = self.uses(at).first().map_or(Class::Speech, |used| used.class);
        // `“There is no question,” she told CNN, *that it rained*.`
        let more = self.that_behind(at, bounds, true).filter(|words| {
            self.text(words.start - 1) == "," && claim.pieces.iter().all(|piece| piece.end <= at)
        });
        Report { class, takes: Takes::Quote, content: more.into_iter().collect() }
    }

    /// Adds to the content what the marks hold, and what goes on with that on either side of the verb.
    fn add_marked(
        &self,
        at: usize,
        bounds: &Range<usize>,
        content: &mut Vec<Range<usize>>,
        claim: &Claim,
        source: Option<&Source>,
    ) {
        if let (true, Some(source), Some(quote)) = (content.is_empty(), source, claim.pieces.first()) {
            content.extend(self.led_by(at, source, quote, bounds));
        }
        content.extend(claim.pieces.iter().cloned());
        if content.len() == 1 && content[0].end <= at {
            content.extend(self.called_behind(at, bounds));
        }
        content.extend(self.marked_behind(at, content, bounds));
        content.sort_by_key(|piece| piece.start);
        if let Some(first) = content.first_mut().filter(|first| first.start == at + 1) {
            *first = self.without_manner(first.clone());
        }
    }

    /// `told them that he had “hired people — and they came”`: a clause that runs into marks goes on as far as they do, and has
    /// what they hold.
    fn run_into_marks(&self, report: &mut Report, claim: &mut Claim) {
        let Some(piece) = report.content.last_mut() else { return };
        let runs = |quote: &Range<usize>| {
            let before = quote.start.checked_sub(2).filter(|&before| before > piece.start);
            let led = before.is_some_and(|before| self.tokens().upos(before) != Upos::Punct);
            led && quote.start < piece.end && !self.capital(quote.start) && self.text(piece.start) == "that"
        };
        // `said he was being sarcastic, “but not that sarcastic”`
        let adds = |quote: &Range<usize>| {
            let whole = piece.start < quote.start && quote.end <= piece.end + 1;
            whole
                && self.tokens().upos(quote.start) == Upos::Cconj
                && self.tokens().xpos(piece.start) == "PRP"
        };
        let runs = |quote: &Range<usize>| runs(quote) || adds(quote);
        if let Some(row) = claim.pieces.iter().position(runs) {
            piece.end = piece.end.max(claim.pieces.remove(row).end);
        }
    }

    /// `It was “an act of terror,” he said, *and “an act of hate.”*`: behind a cue that stands in the middle what goes on with
    /// words in marks, where nobody else says it.
    fn marked_behind(
        &self,
        at: usize,
        content: &[Range<usize>],
        bounds: &Range<usize>,
    ) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let before = !content.is_empty() && content.iter().all(|piece| piece.end <= at);
        let comma = (at + 1..bounds.end).find(|&word| self.referents.time(word).is_none())?;
        let joined = self.text(comma) == "," && matches!(self.text(comma + 1), "and" | "but");
        let words = self.trimmed(comma + 1..bounds.end);
        let quote = words.clone().find(|&word| self.opens_quote(word) && !self.capital(word + 1))?;
        let silent = words.clone().all(|word| tokens.upos(word) != Upos::Verb || self.uses(word).is_empty());
        let last = self.outer_at(quote).is_some_and(|quote| quote.marked.end >= words.end);
        (before && joined && silent && last).then_some(words)
    }

    /// The first construction of the verb at `at` that has something to report.
    fn report(&self, at: usize, bounds: &Range<usize>) -> Option<Report> {
        let pairs = self.uses(at).iter().flat_map(|used| used.takes.iter().map(|&takes| (used.class, takes)));
        pairs.into_iter().find_map(|(class, takes)| {
            let mut content = self.construction(at, takes, bounds)?;
            self.end_at_colon_or_medium(at, takes, &mut content);
            let first = content.first()?.start;
            // "What he had said *was*, “It rained.”"
            let be = content.len() == 1 && content[0].len() == 1 && self.tokens().lemma(first) == "be";
            let nothing = be && self.is_of_what(at)
                || self.is_main_verb_behind(at, first)
                || self.is_main_behind_what(at, first, class)
                || self.tells_of_noun_before_marks(at, first)
                || self.is_pronoun_that(at, first, takes)
                || self.is_only_pronoun(at, &content)
                || self.has_own_subject(at, takes, &content, bounds);
            (!nothing).then_some(Report { class, takes, content })
        })
    }

    /// Ends the pieces of a content before a colon with words in marks, and before what it is said in.
    fn end_at_colon_or_medium(&self, at: usize, takes: Takes, content: &mut [Range<usize>]) {
        // `insisted that it had played no part: “None at all.”`: the clause ends before the colon.
        for piece in content.iter_mut().filter(|piece| piece.start > at) {
            let speech = |word: usize| self.outer_at(word).is_some_and(|quote| self.is_speech(quote));
            let colon =
                |&word: &usize| self.text(word) == ":" && self.opens_quote(word + 1) && speech(word + 1);
            piece.end = (piece.start + 1..piece.end).find(colon).unwrap_or(piece.end);
            // "called him a threat, *a charge* his friends deny"
            let comment = |&word: &usize| {
                let aside = self.text(word) == "," && matches!(self.text(word + 1), "a" | "an");
                aside && self.is_comment(word + 1, piece.end)
            };
            piece.end = (piece.start + 1..piece.end).find(comment).unwrap_or(piece.end);
        }
        // … but "blamed the loss *on CNN*" says whom.
        let spoken = takes != Takes::On && self.uses(at).iter().any(|used| used.class == Class::Speech);
        if let Some(last) = content.last_mut().filter(|last| spoken && last.start > at) {
            *last = self.without_medium(last.clone());
        }
    }

    /// "What he never explained *is how* he would pay": whether the sentence's own verb stands at `first`, right behind the cue.
    fn is_main_verb_behind(&self, at: usize, first: usize) -> bool {
        self.tokens().lemma(first) == "be"
            && first == at + 1
            && matches!(self.text(first + 1), "how" | "why" | "whether")
    }

    /// "found new emails *“that appear* to be pertinent”": whether the clause in marks that begins at `first` is about a noun.
    fn tells_of_noun_before_marks(&self, at: usize, first: usize) -> bool {
        let behind = first > at + 1 && self.is_mark(first - 1) && self.tokens().upos(first - 2) == Upos::Noun;
        behind && self.text(first) == "that" && self.is_finite(first + 1)
    }

    /// "saw *that* as a mistake": whether "that" at `first` is a pronoun, and no mark of a clause.
    fn is_pronoun_that(&self, at: usize, first: usize, takes: Takes) -> bool {
        let tokens = self.tokens();
        // … nor is it one in "show that off" and "recommend that go with it".
        self.text(first) == "that"
            && first == at + 1
            && self.text(first + 2) != "of"
            && !matches!(takes, Takes::As | Takes::To)
            && (tokens.upos(first + 1) == Upos::Cconj
                || matches!(self.text(first + 1), "as" | "to" | "off") && !self.takes(at, Takes::Bare)
                || tokens.xpos(first + 1) == "VBP")
    }

    /// "I never said *that*"; but "None, he said."
    fn is_only_pronoun(&self, at: usize, content: &[Range<usize>]) -> bool {
        let small = |word: usize| {
            matches!(self.tokens().upos(word), Upos::Pron | Upos::Punct | Upos::Sconj | Upos::Det)
        };
        content.first().is_some_and(|first| first.start > at) && content.iter().cloned().flatten().all(small)
    }

    /// Whether the content has the subject of its cue in it, which is not what it says.
    fn has_own_subject(
        &self,
        at: usize,
        takes: Takes,
        content: &[Range<usize>],
        bounds: &Range<usize>,
    ) -> bool {
        let tokens = self.tokens();
        if matches!(takes, Takes::Raised | Takes::As | Takes::Of | Takes::Predicate) {
            return false;
        }
        let subject = tokens.children(at).rfind(|&child| tokens.is_subject(child) && child < at);
        let inside = |word: usize| content.iter().any(|piece| piece.end <= at && piece.contains(&word));
        if !subject.is_some_and(inside) {
            return false;
        }
        // "Nothing doing, said Mr. Ode" has its subject behind it.
        let behind = tokens.children(at).any(|child| tokens.is_subject(child) && child > at)
            || self.inserted(at, bounds).is_some()
            || self.wedged(at, bounds).is_some();
        // "The choice is “bad,” said Ode": whatever the arcs make the subject.
        let marked = at > bounds.start && self.is_mark(at - 1);
        let inverted = marked && self.inverted(at, bounds).is_some();
        // "Her staff, the senator confirmed, knew": whatever the arcs make the subject.
        let apart = |source: Source| !content.iter().any(|piece| piece.contains(&source.head));
        !behind && !inverted && !self.source_of(at, bounds).is_some_and(apart)
    }

    /// Whether the word at `first` is the verb of a sentence about "what": "What he believes *matters*", "what she heard there
    /// *frightened* her"; but "what the doctor thought *was* a cold" goes on with it.
    fn is_main_behind_what(&self, at: usize, first: usize, class: Class) -> bool {
        let tokens = self.tokens();
        let small = |word: usize| tokens.upos(word) == Upos::Adv;
        let beside = first > at && (at + 1..first).all(small);
        let opens = |word: usize| self.text(word) == "What";
        let front =
            || (at.saturating_sub(APART)..at).rev().take_while(|&word| !self.is_finite(word)).any(opens);
        let verb = matches!(tokens.xpos(first), "VBD" | "VBZ")
            && (tokens.upos(first) == Upos::Verb || first == at + 1 && class == Class::Thought && front());
        verb && beside && (self.is_of_what(at) || front())
    }

    /// Who says what the verb at `at` introduces.
    fn speaker(
        &self,
        at: usize,
        bounds: &Range<usize>,
        claim: &Claim,
        report: &Report,
        cue: &[usize],
        before: &[Attribution],
    ) -> Option<Source> {
        let tokens = self.tokens();
        let content = &report.content;
        let inverted = || {
            let alone = claim.pieces.is_empty() && content.len() == 1 && content[0].end <= at;
            alone.then(|| self.inverted(at, bounds)).flatten().and_then(|_| self.after(at, bounds.end))
        };
        let inserted = || {
            let around = claim.pieces.is_empty() && content.len() == 2 && content[0].end <= at;
            // `The plan, *said Ode*, “was all about jobs.”`
            let goes_on = |piece: &Range<usize>| piece.start > at && !self.capital(piece.start);
            let led = content.is_empty() && claim.pieces.first().is_some_and(goes_on);
            (around || led).then(|| self.inserted(at, bounds)).flatten()
        };
        let wedged =
            || self.wedged(at, bounds).filter(|(pieces, _)| pieces == content).map(|(_, source)| source);
        let known = claim.source.clone().or_else(wedged).or_else(inverted).or_else(inserted);
        // "said the vote was late and *demanded* a recount": no vote does.
        let own = tokens.children(at).any(|child| tokens.is_subject(child));
        let nearest = || {
            let source = self.source_of(at, bounds)?;
            let thing = !own && tokens.upos(source.head) == Upos::Noun && !self.can_act(source.head);
            let shared = || sharing::shared(before, cue, class_of(report.class), self).cloned();
            if thing { shared().or(Some(source)) } else { Some(source) }
        };
        let known = known.or_else(|| self.resumed_thinker(at, bounds, before));
        known.or_else(|| self.second_thinker(at, bounds, before)).or_else(nearest).or_else(|| {
            // "…, says Ann Ode, a senator"
            // … and `Added Ode: “It rained.”`
            let colon = at == bounds.start
                && claim
                    .pieces
                    .first()
                    .is_some_and(|piece| piece.start > 1 && self.text(piece.start - 2) == ":");
            let front = colon || content.iter().chain(&claim.pieces).all(|piece| piece.end <= at);
            let end = if colon { claim.pieces[0].start.saturating_sub(2) } else { bounds.end };
            let finite = self.is_finite(at) || colon && tokens.xpos(at) == "VBN";
            let behind = if front && finite { self.after(at, end) } else { None };
            let finite = tokens.xpos(at) == "VBD" || self.is_mistaken(at);
            let joined = at > bounds.start && tokens.upos(at - 1) == Upos::Cconj && finite;
            behind
                .or_else(|| sharing::shared(before, cue, class_of(report.class), self).cloned())
                .or_else(|| {
                    let active = joined && !self.is_second_passive(at);
                    active.then(|| self.subject_before(at, bounds)).flatten()
                })
                .or_else(|| self.before_marks(at))
        })
    }

    /// "said *the senator* had worked on it and hoped to finish it": who did what is said, where the arcs give the second verb to the cue.
    fn second_thinker(&self, at: usize, bounds: &Range<usize>, before: &[Attribution]) -> Option<Source> {
        let tokens = self.tokens();
        let cue = tokens.head(at).filter(|_| tokens.relation(at) == Relation::Conj)?;
        let inside = |other: &&Attribution| {
            other.cue.last() == Some(&cue) && other.content.iter().any(|piece| piece.contains(&at))
        };
        before.iter().rev().take(2).find(inside)?;
        if tokens.children(at).any(|child| tokens.is_subject(child)) {
            return None;
        }
        let clause = tokens.child(cue, &[Relation::Ccomp]).filter(|&clause| clause < at)?;
        let subject = tokens.children(clause).find(|&child| tokens.is_subject(child))?;
        Some(self.phrase(subject, clause, bounds))
    }

    /// "*The team* had looked into it, aides said, *but decided* that it was late": who did what is said before the cue in the middle, where
    /// the verb behind it goes on with that.
    fn resumed_thinker(&self, at: usize, bounds: &Range<usize>, before: &[Attribution]) -> Option<Source> {
        let tokens = self.tokens();
        let goes_on = |other: &&Attribution| match other.content.as_slice() {
            [front, back] => {
                let small = |word: usize| matches!(tokens.upos(word), Upos::Cconj | Upos::Adv | Upos::Aux);
                let first = back.contains(&at) && (back.start..at).all(small);
                first
                    && at > back.start
                    && tokens.upos(back.start) == Upos::Cconj
                    && bounds.contains(&front.start)
            }
            _ => false,
        };
        let front = &before.iter().rev().take(2).find(goes_on)?.content[0];
        let verb = tokens.head_of(front.clone());
        let subject =
            tokens.children(verb).find(|&child| tokens.is_subject(child) && front.contains(&child))?;
        Some(self.phrase(subject, verb, bounds))
    }

    /// `said that *the mayor* “thinks it rained”`: who stands before the marks that open with the verb at `at`.
    fn before_marks(&self, at: usize) -> Option<Source> {
        let tokens = self.tokens();
        let quote = self.outer_at(at)?;
        let small = |word: usize| matches!(tokens.upos(word), Upos::Aux | Upos::Adv | Upos::Part);
        let mark = quote.marked.start;
        let sentence = self.told(self.referents.reading.sentence_of(at));
        let opens = self.is_finite(at) && (quote.words.start..at).all(small) && sentence.start < mark;
        let nominal = opens && matches!(tokens.upos(mark - 1), Upos::Noun | Upos::Propn | Upos::Pron);
        let words = if nominal { self.noun_phrase(mark, sentence.start) } else { None };
        let pronoun = || (nominal && tokens.upos(mark - 1) == Upos::Pron).then(|| mark - 1..mark);
        words.or_else(pronoun).map(|words| Source { head: tokens.head_of(words.clone()), words })
    }

    /// The content without the adverb that says how it was said: "said *privately* they hoped", "saying *only* that".
    fn without_manner(&self, words: Range<usize>) -> Range<usize> {
        let tokens = self.tokens();
        let (first, next) = (words.start, words.start + 1);
        let manner = tokens.xpos(first) == "RB" && words.len() > 2 && self.outer_at(first).is_none();
        // "said *only Congress* could do it"
        // … but "said *only* that".
        let manner = manner && (self.text(first) != "only" || self.text(next) == "that");
        let later = matches!(self.text(first), "afterward" | "afterwards" | "later" | "earlier");
        let clause = self.text(next) == "that"
            || (later || self.text(first).ends_with("ly"))
                && matches!(tokens.xpos(next), "PRP" | "DT" | "PRP$" | "NNP" | "NNS");
        if manner && clause { next..words.end } else { words }
    }

    /// The verb with its auxiliaries and particles.
    fn verb_group(&self, at: usize) -> Vec<usize> {
        let tokens = self.tokens();
        let subject = tokens.children(at).rfind(|&child| tokens.is_subject(child) && child < at);
        let part = |&child: &usize| {
            let relation = tokens.relation(child);
            let not = relation == Relation::Advmod
                && child < at
                && child + 3 > at
                && matches!(tokens.lemma(child), "not" | "n't" | "never");
            let kind = !matches!(tokens.upos(child), Upos::Noun | Upos::Propn | Upos::Pron);
            // "The plan *would*, aides say, fail": not theirs.
            let other = subject.is_some_and(|subject| {
                subject > child && (child..subject).any(|word| self.text(word) == ",")
            });
            let near = !other && !(child.min(at)..at).take(APART).any(|word| self.is_mark(word));
            not || kind
                && near
                && matches!(relation, Relation::Aux | Relation::AuxPass | Relation::CompoundPrt)
        };
        let mut cue: Vec<usize> = tokens.children(at).filter(part).chain([at]).collect();
        cue.sort_unstable();
        cue
    }
}
