//! Time expressions: found, and said in the terms of TIMEX3.
//!
//! The grammar in `resources/time` finds phrases and builds what they say ([`when`]); [`resolve`] anchors that by the
//! document's date, the tense of the clause ([`tense`]) and the year that a narrative has reached. The engine reads in two ways:
//! running text, where "from 2004 to 2009" names two dates and a weekday is as past as its verb; and, for a short text
//! whose date has a time of day, a phrase on its own, whose ranges are one value `A/B`, and which looks to the
//! future where no verb is past.

mod alike;
mod beside;
mod calendar;
mod choose;
mod ends;
mod extent;
mod holes;
mod holiday;
mod instances;
mod length;
mod made;
mod resolve;
mod tense;
mod when;
mod written;

use jiff::civil::DateTime;

use crate::document::{Moment, Reading, Time, TimeKind};
use crate::embedded::BadData;
use crate::grammar::{Asked, Atoms, Beside, Forms, Machine, Phrase, Scanned};
use crate::text::Span;
use alike::Place;
use calendar::{Grain, Slot};
use resolve::{Anchor, Resolved};
use when::{Fields, When};

/// Finds time expressions and says what they mean.
#[derive(Debug)]
pub struct Times {
    machine: Machine,
    /// Words around an expression.
    beside: Beside,
    /// Categories of the grammar: an expression in running text, and one in a phrase on its own.
    time: Asked,
    phrase: Asked,
}

/// How far a narrative that has reached a year goes on in it, in bytes: some four sentences.
const NARRATIVE: usize = 600;

/// Longest text that can be a phrase on its own, in bytes.
const PHRASE: usize = 1000;

impl Times {
    /// The stage with its data; its words are added to `forms`.
    ///
    /// # Errors
    /// Data of another build.
    pub fn new(forms: &mut Forms) -> Result<Self, BadData> {
        let blob = include_bytes!(concat!(env!("OUT_DIR"), "/time.bin"));
        let bad = BadData::of("time");
        let machine = Machine::new(onrecord_resource::decode(blob).map_err(bad)?, forms);
        let blob = include_bytes!(concat!(env!("OUT_DIR"), "/time-around.bin"));
        let lists = onrecord_resource::decode(blob).map_err(bad)?;
        let beside = Beside::new(lists, &beside::NAMES).map_err(bad)?;
        let asked = |name: &str| machine.asked(name).map_err(bad);
        Ok(Self { time: asked("time")?, phrase: asked("phrase")?, machine, beside })
    }

    /// The time expressions of `reading`, in text order: read off its `atoms`; `date` is when it was
    /// written ([`written`](Self::written)).
    #[must_use]
    pub fn read(&self, reading: &Reading, atoms: &Atoms<'_>, date: Option<Moment>) -> Vec<Time> {
        let phrase = date.is_some_and(|d| d.timed) && reading.text.as_str().len() <= PHRASE;
        let asked = if phrase { &self.phrase } else { &self.time };
        let mut anchor = Anchor::new(date, phrase);
        let mut times = Vec::new();
        self.machine.paragraphs::<When>(atoms, asked, |scanned, phrases| {
            for found in phrases {
                anchor.bare = phrase && found.start < 1 && found.end >= scanned.atoms.len();
                times.extend(self.time(reading, scanned, found, &mut anchor));
            }
        });
        times
    }

    /// The row of one phrase, or `None` where it is no time.
    fn time(
        &self,
        reading: &Reading,
        scanned: Scanned<'_>,
        found: &Phrase<When>,
        anchor: &mut Anchor,
    ) -> Option<Time> {
        let Phrase { start, end, ref meaning } = *found;
        let place = Place { words: &self.beside, scanned, start, end, phrase: anchor.phrase };
        if !anchor.bare && place.is_something_else(meaning) {
            return None;
        }
        let early = || meaning.is_early() && !place.is_early_year(anchor.told);
        if !anchor.phrase && (place.is_short_form() || early()) {
            return None;
        }
        if !meaning.is_fixed() {
            anchor.toward = tense::toward(place, meaning);
        }
        let span = self.span(reading, place, anchor.phrase)?;
        if span.start() > anchor.told_at + NARRATIVE {
            anchor.told = None;
        }
        let resolved = anchor.resolve(meaning)?;
        if !anchor.phrase {
            let aside = place.is_in_passing() || place.is_to_come(meaning, &resolved, anchor);
            let own = if aside { anchor.told } else { told(meaning, &resolved, anchor) };
            if own.is_some() && own != anchor.told {
                anchor.told_at = span.end();
            }
            anchor.told = own;
        }
        if let Resolved::Slot(slot) = &resolved {
            anchor.last = Some(*slot);
            if slot.grain == Grain::Quarter {
                anchor.quarter = Some(*slot);
            }
        }
        let mut time = Time {
            span,
            kind: TimeKind::Date,
            value: String::new(),
            modifier: None,
            quant: None,
            freq: None,
            begin: None,
            end: None,
        };
        fill(&mut time, &resolved);
        Some(time)
    }

    /// The characters of an expression, without a preposition that only says that one follows, and without the "'s" that says
    /// whose something is. A phrase on its own keeps the prepositions that change its meaning.
    fn span(&self, reading: &Reading, place: Place<'_>, phrase: bool) -> Option<Span> {
        let Place { scanned, start, end, .. } = place;
        let word = scanned.word(start);
        let preposition = end > start + 1
            && (!phrase || word == "@" || word.eq_ignore_ascii_case("at"))
            && self.beside.has(beside::PREPOSITION, word)
            && !self.beside.has(beside::MOST, scanned.word(start + 1));
        // "a year-long study" is a study that is year-long.
        let article = scanned.word(end - 1) == "long" && self.beside.has(beside::ARTICLE, word);
        let possessive = end > start + 2
            && matches!(scanned.word(end - 1), "s" | "S")
            && matches!(scanned.word(end - 2), "'" | "’")
            && scanned.before(end, 3).bytes().all(|b| b.is_ascii_alphabetic());
        let first = scanned.atoms.get(start + usize::from(preposition || article))?;
        let last = scanned.atoms.get(end.checked_sub(if possessive { 3 } else { 1 })?)?;
        reading.text.span(first.start as usize..last.end as usize)
    }

    /// The examples of the grammar, for the test that runs them.
    #[must_use]
    pub fn examples(&self) -> Vec<&crate::grammar::Example> {
        let rules = self.machine.grammar().rules.iter().flat_map(|rule| &rule.examples);
        rules.chain(self.beside.examples()).collect()
    }
}

/// The year that the narrative has reached: a past date with its own year sets it, what is relative to the present ends it.
fn told(when: &When, resolved: &Resolved, anchor: &Anchor) -> Option<Slot> {
    let own = matches!(when, When::Date(Fields { year: Some(_), .. }) | When::Period { year: Some(_), .. });
    match resolved {
        Resolved::Slot(slot) if own => {
            let current = anchor.now.is_some_and(|now| now.year() == slot.start.year());
            (!current && slot.grain <= Grain::Year).then_some(*slot)
        }
        Resolved::Slot(_) if !matches!(when, When::Date(_) | When::Period { .. } | When::In { .. }) => None,
        _ => anchor.told,
    }
}

/// Writes what was resolved into the row.
fn fill(time: &mut Time, resolved: &Resolved) {
    let moment = |at: DateTime, slot: &Slot| Moment { at, timed: slot.is_clock() };
    match resolved {
        Resolved::Slot(slot) => {
            time.kind = if slot.is_clock() { TimeKind::Time } else { TimeKind::Date };
            time.value = slot.value();
            time.begin = Some(moment(slot.start, slot));
            time.end = slot.end().map(|end| moment(end, slot));
        }
        Resolved::Range(a, b) => {
            time.kind = if a.is_clock() { TimeKind::Time } else { TimeKind::Date };
            time.value = format!("{}/{}", a.value(), b.value());
            time.begin = Some(moment(a.start, a));
            // A clock time is an instant: a meeting from 3 to 5 ends at 5.
            time.end =
                if b.is_clock() { Some(moment(b.start, b)) } else { b.end().map(|end| moment(end, b)) };
        }
        Resolved::Holes { value, clock } => {
            time.kind = if *clock { TimeKind::Time } else { TimeKind::Date };
            time.value.clone_from(value);
        }
        Resolved::Lasting(value, a, b) => {
            time.kind = TimeKind::Duration;
            time.value.clone_from(value);
            time.begin = Some(moment(a.start, a));
            time.end = b.end().map(|end| moment(end, b));
        }
        Resolved::Length(value) => {
            time.kind = TimeKind::Duration;
            time.value.clone_from(value);
        }
        Resolved::Set { value, quant, freq } => {
            time.kind = TimeKind::Set;
            time.value.clone_from(value);
            time.quant = quant.map(str::to_owned);
            time.freq = freq.map(|n| format!("{n}X"));
        }
        Resolved::Ref(value) => (*value).clone_into(&mut time.value),
        Resolved::With(modifier, inner) => {
            fill(time, inner);
            time.modifier = Some(modifier);
        }
    }
}
