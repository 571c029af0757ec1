//! When a text was written, by its own account: the date of its dateline or of a line at its head.
//!
//! "yesterday" means nothing without the day on which it was said, and a plain text is often all that there is. Reports and
//! releases open with a dateline ("KYIV, March 3, 2022 (Reuters) -"); pages and transcripts have a line such as "Friday, July
//! 21, 2017", "Updated: 5 May 2022" or "Remarks by the Minister, Oslo, 3 October 2023" among their titles. Only a whole date
//! counts, and only where nothing but places, agencies, labels and times of day stands beside it, since a headline may also
//! tell of a day long past.

use std::ops::Range;

use jiff::civil::Time as Clock;

use super::calendar::Grain;
use super::resolve::{Anchor, Resolved};
use super::when::When;
use super::{Times, beside};
use crate::document::{Moment, ParagraphKind, Reading};
use crate::grammar::{Atoms, Forms, Phrase, Scanned, Sort};

/// Paragraphs of a head at most, and those of them that run on.
const HEAD: usize = 10;
const RUNNING: usize = 2;

/// Atoms of a dateline at most: its date and its dash lie among them.
const DATELINE: usize = 32;

/// Atoms of a line with its date on either side of it at most. Where a whole text is one line, each of its dates would
/// otherwise look for the ends of it.
const LINE: usize = 64;

/// Marks of Markdown on one side of a date, at most.
const MARKS: usize = 6;

impl Times {
    /// The day on which `reading` was written, if its head says so.
    #[must_use]
    pub fn written(&self, reading: &Reading, forms: &Forms) -> Option<Moment> {
        let mut running = 0;
        let in_head = reading.paragraphs.iter().take(HEAD).take_while(|paragraph| {
            let runs = matches!(paragraph.kind, ParagraphKind::Lead | ParagraphKind::Body);
            running += usize::from(runs);
            running <= RUNNING
        });
        let head = in_head.count();
        let atoms = Atoms::head(reading, head, forms);
        let mut day = None;
        self.machine.paragraphs::<When>(&atoms, &self.time, |scanned, phrases| {
            let mut own = phrases.iter().filter(|phrase| self.dates(scanned, phrase));
            day = day.or(own.find_map(|phrase| date(&phrase.meaning)));
        });
        day
    }

    /// Whether a phrase stands where a text is dated.
    fn dates(&self, scanned: Scanned<'_>, phrase: &Phrase<When>) -> bool {
        let date = unmarked(scanned, phrase.start..phrase.end);
        is_dateline(scanned, phrase)
            || line(scanned, date.clone())
                .is_some_and(|line| line == date || self.is_title(scanned, line, date))
    }

    /// Whether the line is a title or a label with its date behind it: "Oslo, 3 October 2023", "Posted on 5 May 2022".
    fn is_title(&self, scanned: Scanned<'_>, line: Range<usize>, date: Range<usize>) -> bool {
        let label = |at: usize| self.beside.has(beside::DATED, &scanned.word(at).to_lowercase());
        let before = scanned.before(date.start, 1);
        let parted = date.start == line.start
            || matches!(before, "," | "(" | "[" | "|" | "•" | "·" | "-" | "–" | "—")
            || label(date.start - 1)
            || before == ":" && date.start > line.start + 1 && label(date.start - 2);
        let after = scanned.word(date.end);
        let ended = date.end == line.end
            || matches!(after, "," | ")" | "]" | "|" | "•" | "·")
            || label(date.end)
            || scanned.atoms.get(date.end).is_some_and(|atom| matches!(atom.sort, Sort::Digits(_)));
        // What goes on behind the date is a place or a time of day, no clause; and a sentence ends with a full stop.
        let small = |at: usize| matches!(scanned.atoms[at].sort, Sort::Word { capital: false }) && !label(at);
        let ends = matches!(scanned.word(line.end - 1), "." | "!" | "?" | ";" | ",");
        parted && ended && !ends && !(date.end..line.end).any(small)
    }
}

/// The atoms of `date` with the marks of Markdown around it: "*3 October 2023*", "**Date:** 3 October 2023".
fn unmarked(scanned: Scanned<'_>, date: Range<usize>) -> Range<usize> {
    let is_mark = |at: &usize| matches!(scanned.word(*at), "*" | "_" | "#");
    let before = (0..date.start).rev().take_while(is_mark).take(MARKS).count();
    let behind = (date.end..scanned.atoms.len()).take_while(is_mark).take(MARKS).count();
    date.start - before..date.end + behind
}

/// The atoms of the line that `inner` lies on, if it is as short as a title.
fn line(scanned: Scanned<'_>, inner: Range<usize>) -> Option<Range<usize>> {
    let broken = |at: usize| {
        let gap = scanned.atoms[at - 1].end as usize..scanned.atoms[at].start as usize;
        scanned.text.get(gap).is_some_and(|gap| gap.contains('\n'))
    };
    let (first, last) = (inner.start.saturating_sub(LINE), (inner.end + LINE).min(scanned.atoms.len()));
    let start = (first.max(1)..=inner.start).rev().find(|&at| broken(at)).or((first == 0).then_some(0))?;
    let end = (inner.end..last).find(|&at| broken(at)).or((last == scanned.atoms.len()).then_some(last))?;
    Some(start..end)
}

/// Whether the phrase is the date of the dateline that opens a paragraph: "OSLO, 3 May 2022 (AP) —". Places and agencies have
/// capitals.
fn is_dateline(scanned: Scanned<'_>, date: &Phrase<When>) -> bool {
    let small = |at: usize| matches!(scanned.atoms[at].sort, Sort::Word { capital: false });
    let is_dash = |at: usize| matches!(scanned.word(at), "-" | "–" | "—");
    let other = |at: usize| small(at) || matches!(scanned.word(at), "!" | "?" | ":" | ";");
    let dash = (date.end..scanned.atoms.len().min(DATELINE)).find(|&at| is_dash(at));
    dash.is_some_and(|dash| !(0..date.start).chain(date.end..dash).any(other))
}

/// The day that an expression names by itself; one that is relative names none.
fn date(when: &When) -> Option<Moment> {
    match Anchor::new(None, false).resolve(when)? {
        Resolved::Slot(slot) if slot.grain <= Grain::Day => {
            Some(Moment { at: slot.start.date().to_datetime(Clock::midnight()), timed: false })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Engine, Input, Layers};

    #[test]
    fn a_text_is_dated_by_its_head() {
        let engine = Engine::new().unwrap();
        let lead = "The minister arrived.";
        #[rustfmt::skip]
        let cases = [
            ("KYIV, March 3, 2022 (Reuters) - The minister arrived.", Some("2022-03-03")),
            ("NEW YORK--(BUSINESS WIRE)--March 3, 2022-- Acme bought Zed.", Some("2022-03-03")),
            ("MENLO PARK, Calif., Oct. 25, 2023 /PRNewswire/ -- Acme bought Zed.", Some("2023-10-25")),
            ("March 3, 2022 — The minister arrived.", Some("2022-03-03")),
            ("Minister in Oslo\n\nFriday, July 21, 2017\n\n{}", Some("2017-07-21")),
            ("Minister in Oslo\n2017-07-21\n{}", Some("2017-07-21")),
            ("Minister in Oslo\n\nPublished: 5 May 2022, 10:15 GMT\n\n{}", Some("2022-05-05")),
            ("Minister in Oslo\n\nPosted on 5 May 2022 at 10:15 GMT\n\n{}", Some("2022-05-05")),
            ("Minister in Oslo\n\nBy Ann Ode | 5 May 2022 | Updated 6 May 2022\n\n{}", Some("2022-05-05")),
            ("Remarks by the Minister, Oslo, 3 October 2023\n\n{}", Some("2023-10-03")),
            ("Interview with Ann Ode (3 October 2023)\n\n{}", Some("2023-10-03")),
            ("# Minister in Oslo\n\n*3 October 2023*\n\n{}", Some("2023-10-03")),
            ("# Minister in Oslo\n\n**3 October 2023**\n\n{}", Some("2023-10-03")),
            ("# Minister in Oslo\n\n_3 October 2023_\n\n{}", Some("2023-10-03")),
            ("# Minister in Oslo\n\n### 3 October 2023\n\n{}", Some("2023-10-03")),
            ("# Minister in Oslo\n\n**Published:** 3 October 2023\n\n{}", Some("2023-10-03")),
            ("# Minister in Oslo\n\n*Oslo, 3 October 2023*\n\n{}", Some("2023-10-03")),
            ("# Minister in Oslo\n\nThe talks of *3 October 2023* went on\n\n{}", None),
            ("The attacks of September 11, 2001, remembered\n\n{}", None),
            ("He was born in Oslo, March 3, 1922, as a son of a smith.", None),
            ("On March 3, 2022, the minister - and his wife - left.", None),
            ("KYIV, March 3 (Reuters) - The minister arrived.", None),
            ("Minister in Oslo\n\nOctober 2023\n\n{}", None),
            ("{}\n\nHe left.\n\nHe came.\n\nMarch 3, 2022", None),
            ("", None),
            (&format!("{}Oslo, 3 October 2023\n\n{{}}", "Ann ".repeat(20)), Some("2023-10-03")),
            (&format!("{}Oslo, 3 October 2023\n\n{{}}", "Ann ".repeat(200)), None),
        ];
        for (text, expected) in cases {
            let text = text.replace("{}", lead);
            let input = Input { text: text.clone(), ..Input::default() };
            let date = engine.extract(input, Layers::TURNS).unwrap().date;
            let date = date.map(|moment| moment.at.date().to_string());
            assert_eq!(date.as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_said_is_relative_to_the_date_of_the_head_and_a_given_date_goes_before() {
        let engine = Engine::new().unwrap();
        let text = "KYIV, March 3, 2022 (Reuters) - She met him on Tuesday.";
        let value = |date| engine.times(text, date).unwrap().pop().unwrap().value;
        assert_eq!(value(None), "2022-03-01");
        let given = jiff::civil::date(2013, 2, 12).at(0, 0, 0, 0);
        assert_eq!(value(Some(crate::Moment { at: given, timed: false })), "2013-02-12");
    }

    #[test]
    fn a_year_told_in_passing_is_not_where_the_narrative_stands() {
        let engine = Engine::new().unwrap();
        let text = "OSLO, March 3, 2022 (AP) - Ann Ode, who founded it in 2011, was named its head. She began on May 1.";
        assert_eq!(engine.times(text, None).unwrap().pop().unwrap().value, "2021-05-01");
        let text = "OSLO, March 3, 2022 (AP) - Ann Ode will double it by 2030. She began on May 1.";
        assert_eq!(engine.times(text, None).unwrap().pop().unwrap().value, "2021-05-01");
        let text = "OSLO, March 3, 2022 (AP) - Ann Ode, its head since 2011, left. She began on May 1.";
        assert_eq!(engine.times(text, None).unwrap().pop().unwrap().value, "2021-05-01");
        let told = "OSLO, March 3, 2022 (AP) - Ann Ode founded it in 2011. She began on May 1.";
        assert_eq!(engine.times(told, None).unwrap().pop().unwrap().value, "2011-05-01");
    }
}
