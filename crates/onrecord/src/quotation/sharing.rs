//! What cues near each other share: a source, and the content that one of them introduces.
//!
//! A source that says one thing "and vowed to" do another says both; what a cue inside a content introduces belongs to that.

use std::ops::Range;

use super::{Attribution, Scene, Source};
use crate::document::CueClass;
use crate::syntax::{Relation, Upos};

/// Attributions before a cue that may have its source, at most.
const NEAR: usize = 4;

/// Attributions before a cue that it may stand inside, at most.
const AROUND: usize = 8;

/// Gives what its source says next, behind a conjunction or as a participle, that source.
pub(super) fn share(found: &mut [Attribution], scene: &Scene) {
    for row in 0..found.len() {
        let Some(&cue) = found[row].cue.last() else { continue };
        let Some(content) = found[row].content.first() else { continue };
        if content.start < cue {
            continue;
        }
        let source = shared(&found[..row], &found[row].cue, found[row].class, scene).cloned();
        if let Some(source) = source {
            found[row].source = Some(source);
        }
    }
}

/// Takes from a content of several pieces those that are all that a cue near it introduces.
pub(super) fn part(found: &mut [Attribution]) {
    for row in 0..found.len() {
        if found[row].content.len() < 2 {
            continue;
        }
        let near = found[row.saturating_sub(2)..].iter().take(5);
        // "The polls suggest, she said, that it is late": what a cue inside the content introduces stays.
        let inside = |other: &&Attribution| {
            let cue = other.cue.last().copied();
            cue.is_some_and(|cue| found[row].content.iter().any(|piece| piece.contains(&cue)))
        };
        let near = near.filter(|other| other.content.len() == 1 && !inside(other));
        let alone = near.map(|other| other.content[0].clone());
        let others: Vec<Range<usize>> = alone.collect();
        found[row].content.retain(|piece| !others.contains(piece));
    }
}

/// Gives a content that ends before what a cue inside it introduces those words too: "wrote that he had said in May | *that it
/// rained*".
pub(super) fn enclose(found: &mut [Attribution], scene: &Scene) {
    for row in 0..found.len() {
        let Some(last) = found[row].content.last().cloned() else { continue };
        let inner = |other: &&Attribution| {
            let cue = other.cue.last().is_some_and(|&cue| last.contains(&cue));
            let first = other.content.first().filter(|first| first.start == last.end);
            cue && first.is_some_and(|first| scene.text(first.start) == "that")
        };
        let end = found[row + 1..].iter().take(4).find(inner).and_then(|other| other.content.last());
        let end = end.map_or(last.end, |piece| piece.end);
        if let Some(piece) = found[row].content.last_mut() {
            piece.end = end;
        }
    }
}

/// Ends what a cue inside a content introduces where that content ends at a comma or a conjunction: "wrote that they had found no
/// evidence that it rained, | *and two aides told them that*".
pub(super) fn confine(found: &mut [Attribution], scene: &Scene) {
    for row in 0..found.len() {
        let Some(&cue) = found[row].cue.last() else { continue };
        let near = found[row.saturating_sub(NEAR)..row].iter().flat_map(|other| &other.content);
        let around = near.filter(|piece| piece.contains(&cue)).map(|piece| piece.end).min();
        let joint = |word: usize| scene.tokens().upos(word) == Upos::Cconj;
        let parts = |end: &usize| joint(*end) || scene.text(*end) == "," && joint(*end + 1);
        let Some(end) = around.filter(parts) else { continue };
        let runs = |piece: &&mut Range<usize>| {
            (cue..end).contains(&piece.start) && piece.end > end && scene.outer_at(end).is_none()
        };
        found[row].content.iter_mut().filter(runs).for_each(|piece| piece.end = end);
    }
}

/// The source that a cue without a subject of its own has from one of those before it in its sentence: "said that … and
/// *vowed* to", "said that …, *warning* that".
pub(super) fn shared<'f>(
    before: &'f [Attribution],
    cue: &[usize],
    class: CueClass,
    scene: &Scene,
) -> Option<&'f Source> {
    let next = Next::read(before, cue, class, scene).filter(Next::may_share)?;
    let near = || before.iter().rev().take(NEAR).filter(|other| !next.is_done_when(other));
    let main = near().find(|other| next.has_main_source(other));
    let found = main.or_else(|| near().take(1).find(|other| next.goes_on_from(other)));
    found.and_then(|other| other.source.as_ref())
}

impl Scene<'_> {
    /// Whether a verb among the words reports something.
    fn reports_in(&self, words: &Range<usize>) -> bool {
        words.clone().any(|word| self.tokens().upos(word) == Upos::Verb && !self.uses(word).is_empty())
    }
}

/// A cue that may have its source from one of those before it.
struct Next<'s> {
    before: &'s [Attribution],
    scene: &'s Scene<'s>,
    /// The first word of the cue.
    first: usize,
    /// Its verb.
    cue: usize,
    /// Whether a conjunction stands before it.
    joined: bool,
    /// "…, *warning* that"
    participle: bool,
}

impl<'s> Next<'s> {
    fn read(before: &'s [Attribution], cue: &[usize], class: CueClass, scene: &'s Scene<'s>) -> Option<Self> {
        let tokens = scene.tokens();
        let (&first, &cue) = (cue.first()?, cue.last()?);
        let joint = (first.saturating_sub(3)..first).rev().find(|&at| tokens.upos(at) != Upos::Adv);
        let joined = joint.is_some_and(|at| tokens.upos(at) == Upos::Cconj);
        let comma = first > 0 && scene.text(first - 1) == ",";
        let marked = first > 1 && scene.is_mark(first - 1) && scene.text(first - 2) == ",";
        // "claimed that it rained, *without saying* when"
        let without = first > 1 && scene.text(first - 1) == "without" && scene.text(first - 2) == ",";
        let participle =
            class == CueClass::Speech && tokens.xpos(cue) == "VBG" && (comma || marked || without);
        Some(Self { before, scene, first, cue, joined, participle })
    }

    /// Whether it goes on with what another cue tells.
    fn may_share(&self) -> bool {
        let Self { scene, cue, .. } = *self;
        let listed = self.is_listed();
        let own = || self.subject().is_some();
        (listed || (self.joined || self.participle) && !own())
            && (scene.is_verb(cue) || scene.is_mistaken(cue))
    }

    fn subject(&self) -> Option<usize> {
        let tokens = self.scene.tokens();
        tokens.children(self.cue).find(|&child| tokens.is_subject(child))
    }

    /// "accused China of fraud, *threatened* to leave and": the next of several things, right behind the content of the first.
    fn is_listed(&self) -> bool {
        let Self { scene, first, cue, .. } = *self;
        let behind = |other: &Attribution| {
            let past = |&last: &usize| last < first && scene.has_past_form(last);
            content_end(other) + 1 == first && other.cue.last().is_some_and(past)
        };
        let inside = |source: &Source| {
            is_of_relative(source, scene)
                // … nor "Ode, who left because *voters* thought so, said": whose subject stands before both.
                || self.subject().is_some_and(|subject| subject < source.words.start)
        };
        first > 0
            && scene.text(first - 1) == ","
            && scene.has_past_form(cue)
            && self
                .before
                .last()
                .is_some_and(|other| behind(other) && !other.source.as_ref().is_some_and(inside))
    }

    /// Whether the other's source can be that of the cue, by the place and the form of both.
    fn fits(&self, other: &Attribution) -> bool {
        let Self { scene, first, cue, .. } = *self;
        let Some(last) = other.cue.last().copied().filter(|&last| last < cue) else { return false };
        let sentence = |word: usize| scene.referents.reading.sentence_of(word);
        let outside = other.content.iter().all(|piece| piece.end <= first || piece.start > cue);
        sentence(last) == sentence(cue)
            && !self.is_behind_other(other)
            && scene.tokens().upos(last) == Upos::Verb
            && (self.participle || self.is_right_behind(last) || self.has_form_of(last))
            && (scene.outer_at(last).is_none() || scene.outer_at(cue).is_some())
            && outside
            && !self.is_said_inside(last)
            && other.source.is_some()
    }

    /// "Many think so, and *the Fed lowered* its forecast, citing": whether a clause of its own stands between the other's content and the
    /// participle.
    fn is_behind_other(&self, other: &Attribution) -> bool {
        let (scene, words) = (self.scene, content_end(other)..self.first);
        let joined = |at: &usize| scene.text(*at) == "," && scene.tokens().upos(*at + 1) == Upos::Cconj;
        let clause = words.clone().find(joined).filter(|_| self.participle);
        clause.is_some_and(|comma| {
            scene.is_clause(comma + 2, &words) && !scene.reports_in(&(comma + 2..words.end))
        })
    }

    fn has_form_of(&self, last: usize) -> bool {
        let doing = |at: usize| self.scene.tokens().xpos(at) == "VBG";
        self.scene.has_past_form(last) == self.scene.has_past_form(self.cue) && doing(last) == doing(self.cue)
    }

    /// "claimed that it rained and *claim* it will rain": a present right behind the conjunction that ends the first content.
    fn is_right_behind(&self, last: usize) -> bool {
        let tokens = self.scene.tokens();
        // … and "denied that it rained but *would not say* why".
        // … and "fell, saying it was late, and *signalled* that it would rain".
        let main = tokens.xpos(last) == "VBG" && tokens.xpos(self.cue) == "VBD";
        let form = matches!(tokens.xpos(self.cue), "VBP" | "VBZ") || tokens.xpos(self.first) == "MD" || main;
        let present = form && self.first > 0 && tokens.upos(self.first - 1) == Upos::Cconj;
        let ends = |other: &Attribution| {
            let end = content_end(other);
            end + 1 == self.first || end + 2 == self.first && self.scene.text(end) == ","
        };
        let mut near = self.before.iter().rev().take(NEAR);
        present && near.any(|other| other.cue.last() == Some(&last) && ends(other))
    }

    /// "said he hoped they would go, *adding* that": who says the first thing; also "noted that Lee had said so, *and asked* why", where
    /// the arcs join it to the first verb.
    fn is_said_inside(&self, last: usize) -> bool {
        let tokens = self.scene.tokens();
        let inside = |piece: &Range<usize>| piece.contains(&last);
        let first = tokens.head(self.cue).filter(|_| tokens.relation(self.cue) == Relation::Conj);
        let paused = self.first > 1 && self.scene.text(self.first - 2) == ",";
        let joined = |other: &Attribution| paused && first.is_some_and(|first| other.cue.contains(&first));
        let mut near = self.before.iter().rev().take(AROUND);
        near.any(|other| (self.participle || joined(other)) && other.content.iter().any(inside))
    }

    /// "denied what two women who spoke to him told, *calling* it": who does the first thing, not whom it is told of.
    fn has_main_source(&self, other: &Attribution) -> bool {
        let asks = |word: usize| self.scene.tokens().xpos(word).starts_with('W');
        let who =
            |source: &Source| asks(source.head) || asks(source.words.end.saturating_sub(1).max(source.head));
        self.fits(other) && !other.source.as_ref().is_some_and(who)
    }

    /// "Ode, who called it a mess *and warned* that": whoever the relative clause is about that the conjunction goes on with.
    fn goes_on_from(&self, other: &Attribution) -> bool {
        let mut between = content_end(other)..self.first;
        let plain = |at: usize| self.scene.is_mark(at) || self.scene.tokens().upos(at) != Upos::Punct;
        self.fits(other) && self.joined && !between.is_empty() && between.all(plain)
    }

    /// "He cut in when she *suggested* that it rained, saying that", "As she *insisted* that it rained, he kept quiet, saying that": the
    /// main clause, not the one that says when.
    fn is_done_when(&self, other: &Attribution) -> bool {
        let tokens = self.scene.tokens();
        let when = |&last: &usize| {
            let mark = tokens.child(last, &[Relation::Advmod, Relation::Mark]);
            let before = tokens.head(last).is_some_and(|main| last < main && main < self.cue);
            tokens.relation(last) == Relation::Advcl
                && mark.is_some_and(|mark| {
                    let word = self.scene.text(mark);
                    word == "when" || before && self.scene.opens_clause(mark)
                })
        };
        self.participle && other.cue.last().is_some_and(when)
    }
}

fn content_end(attribution: &Attribution) -> usize {
    attribution.content.last().map_or(0, |piece| piece.end)
}

/// "Ode, *who* has promised to stay, vowed": whether the source is whoever the relative clause is about, or somebody in it: "The
/// friend, whom *Ode* declined to name, announced".
fn is_of_relative(source: &Source, scene: &Scene) -> bool {
    let asks = |word: usize| scene.tokens().xpos(word).starts_with('W');
    asks(source.head) || asks(source.words.start.saturating_sub(1))
}
