//! What of the words of an argument is said elsewhere: by the trigger, or by another argument.

use std::ops::Range;

use crate::document::{Arg, Filler};
use crate::fact::scene::Scene;
use crate::syntax::{Relation, Upos};
use crate::text::Span;

/// Ends the words of an argument where another one begins: "a memorandum *with Oman*", where Oman has a role of its own.
pub(in crate::fact) fn trim(scene: &Scene, trigger: usize, args: &mut [Arg]) {
    let tokens = scene.referents.tokens();
    let all: Vec<_> = args.iter().map(|arg| arg.span).collect();
    for arg in args.iter_mut().filter(|arg| arg.filler == Filler::Text) {
        let office = arg.role == "role";
        // "managing director of its subsidiary *on February 1*": when is said of the act.
        if office {
            arg.span = before_date(scene, arg.span);
        }
        arg.span = before_semicolon(scene, arg.span);
        let words = scene.referents.words_of(arg.span);
        let whole = Whole { scene, span: arg.span, words, office, trigger, all: &all };
        if let Some(words) = whole.own() {
            arg.span = tokens.cover(words);
        }
    }
}

/// "signed *a treaty on trade*; (b) a memorandum": the words up to the first semicolon, which parts the points of a list.
fn before_semicolon(scene: &Scene, span: Span) -> Span {
    let words = scene.referents.words_of(span);
    let end = words.clone().skip(1).find(|&at| scene.referents.text(at) == ";").unwrap_or(words.end);
    scene.referents.tokens().cover(words.start..end)
}

/// An argument of plain words before anything is cut off.
struct Whole<'s> {
    scene: &'s Scene<'s>,
    span: Span,
    words: Range<usize>,
    /// Whether it is an office.
    office: bool,
    trigger: usize,
    /// All arguments of the fact.
    all: &'s [Span],
}

impl Whole<'_> {
    /// The words that are its own, if those are not all.
    fn own(&self) -> Option<Range<usize>> {
        let inside = if self.scene.referents.tokens().upos(self.trigger) == Upos::Verb {
            self.behind_verb().or_else(|| self.before_verb())
        } else {
            self.before_act()
        };
        inside.or_else(|| self.behind_other()).or_else(|| self.before_other())
    }

    fn trigger(&self) -> Span {
        self.scene.referents.tokens().span(self.trigger)
    }

    /// "was *elected chairman*": the office begins behind the verb.
    fn behind_verb(&self) -> Option<Range<usize>> {
        let (span, trigger) = (self.span, self.trigger());
        let opens = span.start() == trigger.start() && span.end() > trigger.end();
        opens.then_some(self.words.start + 1..self.words.end)
    }

    /// "the documents *signed* in May": what the verb says of them is the fact.
    fn before_verb(&self) -> Option<Range<usize>> {
        let (span, trigger) = (self.span, self.trigger());
        if !span.contains(trigger) || span.start() >= trigger.start() {
            return None;
        }
        let mut end = self.trigger;
        while end > self.words.start + 1 && self.scene.referents.tokens().upos(end - 1) == Upos::Punct {
            end -= 1;
        }
        Some(self.words.start..end)
    }

    /// "*A coalition* carried out strikes", of which a parser makes one phrase: whoever strikes stands before the verb.
    fn before_act(&self) -> Option<Range<usize>> {
        let tokens = self.scene.referents.tokens();
        let noun = tokens.head_of(self.words.clone());
        let carries = |&child: &usize| {
            child > noun
                && tokens.relation(child) == Relation::Acl
                && tokens.subtree(child).contains(&self.trigger)
        };
        let verb = tokens.children(noun).find(carries).filter(|_| self.span.contains(self.trigger()))?;
        Some(self.words.start..verb)
    }

    /// "elected *Ann Lee* president": what a name runs into begins behind it.
    fn behind_other(&self) -> Option<Range<usize>> {
        let whole = self.span;
        let into = |other: &&Span| {
            let before = other.start() < whole.start() || self.office && other.start() == whole.start();
            before && other.end() > whole.start() && other.end() < whole.end()
        };
        let end = self.scene.referents.words_of(*self.all.iter().find(into)?).end;
        Some(end.min(self.words.end - 1)..self.words.end)
    }

    /// "a memorandum *with Oman*": what stands before the first argument within it and the preposition of that.
    fn before_other(&self) -> Option<Range<usize>> {
        let (referents, tokens) = (self.scene.referents, self.scene.referents.tokens());
        let (whole, trigger) = (self.span, self.trigger());
        // Of the trigger's own phrase what stands before it stays: "*their* talks with Oman".
        let from = if whole.contains(trigger) { trigger.end() } else { whole.start() };
        let head = tokens.span(tokens.head_of(self.words.clone()));
        let inside = |other: &&Span| whole.contains(**other) && other.start() > from.max(head.start());
        // "a member *of killing them*": what somebody is accused of is no part of who he is.
        let deed = |before: usize| tokens.xpos(before + 1) == "VBG" && referents.text(before) == "of";
        let ends = self.all.iter().filter(inside).map(|other| {
            let first = referents.words_of(*other).start;
            let mut before = first.saturating_sub(1);
            // "talks *with both* Ann Lee and Joe Biden"
            if tokens.relation(before) == Relation::CcPreconj {
                before = before.saturating_sub(1);
            }
            let opens = matches!(tokens.upos(before), Upos::Adp | Upos::Part) || deed(before);
            (before, if opens { before } else { first })
        });
        let cuts = |&(before, end): &(usize, usize)| {
            end > self.words.start && (deed(before) || !matches!(referents.text(before), "of" | "and" | ","))
        };
        let end = ends.filter(cuts).map(|(_, end)| end).min()?;
        Some(self.words.start..end)
    }
}

/// The words of an office without the date behind it.
fn before_date(scene: &Scene, span: Span) -> Span {
    let words = scene.referents.words_of(span);
    let on = |&at: &usize| {
        let on = matches!(scene.referents.text(at), "on" | "in" | "since" | "from" | "until" | "by");
        on && scene.referents.time(at + 1).is_some()
    };
    let end = (words.start + 1..words.end).find(on);
    end.map_or(span, |end| scene.referents.tokens().cover(words.start..end))
}
