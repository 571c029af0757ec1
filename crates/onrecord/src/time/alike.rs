//! What only looks like a time: a year-like number that is counted or numbered, a modal "May", the name of a thing.
//!
//! As in `tense`, the words beside it decide; they are in `resources/time/around.toml`.

use super::beside::{
    ARTICLE, BUSINESS, CHANGE, CLAUSE, COMPARED, DETERMINER, GIVEN, GREETING, MARCH, MARCH_TAIL, MEASURED,
    MONTH_CUE, MONTH_FIRST, NAME_TAIL, NO_NOUN, NUMBERED, PART_OF_NAME, PERSON, PLURAL_CUE, PLURAL_TAIL,
    QUARTER_CUE, SHARE, SHORT_WORD, THE_TIME_CUE, TIME_CUE, TIME_TAIL, UNIT_CUE, UNIT_TAIL, VAGUE, YEAR_CUE,
};
use super::calendar::{Grain, Slot};
use super::when::{Fields, When};
use crate::grammar::{Beside, Scanned, Sort};

/// How many words away a word of business may stand.
const REACH: usize = 20;

/// Atoms of what is told in passing, before its time, at most.
const ASIDE: usize = 12;

/// An expression with what stands around it.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) words: &'a Beside,
    pub(super) scanned: Scanned<'a>,
    /// Its first atom, and one past its last.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether a phrase stands on its own, in which a unit needs no words around it.
    pub(super) phrase: bool,
}

impl Place<'_> {
    /// Whether what the grammar found is no time here.
    pub(super) fn is_something_else(self, when: &When) -> bool {
        if self.looks_like_one(when) || self.is_name(when) {
            return true;
        }
        let (before, after) = (self.before(), self.after());
        if self.end == self.start + 1 {
            let atom = self.scanned.atoms.get(self.start).map(|a| a.sort);
            if let (Some(Sort::Digits(_)), When::Date(Fields { year: Some(year), .. })) = (atom, when) {
                return self.lone_year_is_a_number(*year);
            }
            let word = self.scanned.word(self.start);
            if self.words.has(PERSON, word) || self.words.has(MARCH, word) {
                return self.is_not_month(word);
            }
        }
        // Part of a longer token: a version, an address, a hyphenated word.
        (self.glued(self.start) && matches!(before, "." | "/" | "_" | "@" | "#" | "$" | "€" | "£" | "="))
            || (self.glued(self.end) && matches!(after, "_" | "@" | "%" | "="))
    }

    /// "mon", "dec": short forms in small letters are words of other languages and jargon, unless a point follows.
    pub(super) fn is_short_form(self) -> bool {
        let word = self.scanned.word(self.start);
        self.end == self.start + 1
            && word.len() == 3
            && word.bytes().all(|b| b.is_ascii_lowercase())
            && !self.words.has(SHORT_WORD, word)
    }

    /// Whether a number below 1000 is a year: the narrative is in such years, and it stands where a year can.
    pub(super) fn is_early_year(self, told: Option<Slot>) -> bool {
        if self.end > self.start + 1 && self.after() != "-" {
            return true;
        }
        let before = self.before().to_ascii_lowercase();
        let beside = !self.glued(self.end) || matches!(self.after(), "," | "." | ")" | ";" | "-" | "–");
        let cue = self.words.has(YEAR_CUE, &before);
        told.is_some_and(|told| told.start.year() < 1000)
            && beside
            && cue
            && !self.words.has(MEASURED, self.after())
    }

    /// Whether the time is told in passing: "Ann Lee, who founded it *in 2011*, will lead it".
    pub(super) fn is_in_passing(&self) -> bool {
        let before = self.start.saturating_sub(ASIDE)..self.start;
        let word = |at: usize| self.scanned.word(at);
        let opens = before.rev().find(|&at| matches!(word(at), "," | "." | ";" | "("));
        let aside = opens.is_some_and(|at| word(at) == "," && self.words.has(CLAUSE, word(at + 1)));
        // "plans to double it *by 2030*"
        // "since *9/11*": what goes by its day.
        let byword = self.end == self.start + 3 && word(self.start + 1) == "/";
        // "Ann Lee, chair *since 2011*, will lead it"
        let since = matches!(self.before(), "since" | "until");
        (aside || since) && self.after() == "," || self.before() == "by" || byword
    }

    /// "the year", "the quarter": a unit and nothing more.
    fn is_bare(&self) -> bool {
        self.end == self.start + 2 && self.scanned.word(self.start).eq_ignore_ascii_case("the")
    }

    fn is_one_word(&self) -> bool {
        self.end == self.start + 1
    }

    /// The last word of the expression.
    fn last(&self) -> &str {
        self.scanned.word(self.end - 1)
    }

    fn before(&self) -> &str {
        self.scanned.before(self.start, 1)
    }

    fn after(&self) -> &str {
        self.scanned.word(self.end)
    }

    fn glued(&self, at: usize) -> bool {
        self.scanned.atoms.get(at).is_some_and(|a| a.glued)
    }

    fn capital(&self, at: usize) -> bool {
        matches!(self.scanned.atoms.get(at).map(|a| a.sort), Some(Sort::Word { capital: true }))
    }

    /// Whether only the words are those of a time: a greeting, a telephone number, a share.
    fn looks_like_one(&self, when: &When) -> bool {
        if self.is_greeting()
            || self.is_in_row()
            || self.is_second_of_things()
            || self.is_ordinal(when)
            || self.is_no_day(when)
            || self.is_august()
        {
            return true;
        }
        self.decided(when)
            .unwrap_or_else(|| self.is_fraction(when) || self.is_counted_year(when) || self.is_share(when))
    }

    /// "Good morning", "the most up to date".
    fn is_greeting(&self) -> bool {
        let before = self.before();
        self.words.has(GREETING, before) || before == "up" && self.scanned.word(self.start) == "to"
    }

    /// Whether it stands in a row of numbers with hyphens, slashes or points, a telephone number.
    fn is_in_row(&self) -> bool {
        let Self { scanned, start, end, .. } = *self;
        if self.is_pair_of_years() {
            return false;
        }
        let before = self.before();
        let digits = |at: usize| scanned.word(at).bytes().next().is_some_and(|b| b.is_ascii_digit());
        let hyphen = || {
            before == "-"
                && self.glued(start)
                && self.glued(start - 1)
                && start > 1
                && digits(start)
                && digits(start - 2)
        };
        let slash = || {
            before == "/"
                && self.glued(start)
                && end == start + 1
                && start > 1
                && digits(start - 2)
                && scanned.before(start, 2).len() < 3
        };
        let goes_on = || {
            matches!(self.after(), "-" | ".")
                && self.glued(end)
                && self.glued(end + 1)
                && digits(end - 1)
                && digits(end + 1)
        };
        hyphen() || slash() || goes_on()
    }

    /// Whether it is one of two years with a hyphen between them, and nothing else is tied to the two: "the *2009*-2013 plan".
    fn is_pair_of_years(&self) -> bool {
        let Self { words, scanned, start, .. } = *self;
        let year = |at: usize| {
            let word = scanned.word(at);
            let plausible = |year| (1900..=2100).contains(&year);
            word.parse().ok().filter(|year: &i16| word.len() == 4 && plausible(*year))
        };
        let hyphen = |at: usize| scanned.word(at) == "-" && self.glued(at) && self.glued(at + 1);
        let first = if start > 1 && hyphen(start - 1) { start - 2 } else { start };
        let tied = self.glued(first) && !matches!(scanned.before(first, 1), "(" | "[" | "\"" | "“" | "‘")
            || hyphen(first + 3)
            || words.has(MEASURED, scanned.word(first + 3));
        let grows = year(first).zip(year(first + 2)).is_some_and(|(a, b)| a < b);
        self.is_one_word() && hyphen(first + 1) && grows && !tied
    }

    /// Whether the year behind a day has no such day: "29 February 2023".
    fn is_no_day(&self, when: &When) -> bool {
        let When::Date(fields @ Fields { day: Some(_), month: Some(_), year: None, .. }) = when else {
            return false;
        };
        let next = self.end + usize::from(self.after() == ",");
        let word = self.scanned.word(next);
        let year = word.parse().ok().filter(|_| word.len() == 4);
        year.is_some() && !Fields { year, ..*fields }.exists()
    }

    /// "a second wave" is the second one.
    fn is_second_of_things(&self) -> bool {
        let Self { words, scanned, start, end, .. } = *self;
        end == start + 2
            && words.has(DETERMINER, scanned.word(start))
            && scanned.word(start + 1) == "second"
            && is_noun(self.after(), 3)
    }

    /// "second to none"
    fn is_ordinal(&self, when: &When) -> bool {
        let day = matches!(when, When::Date(Fields { day: Some(_), month: None, weekday: None, .. }));
        day && self.is_one_word() && matches!(self.scanned.atoms[self.start].sort, Sort::Word { .. })
    }

    /// "this august body"
    fn is_august(&self) -> bool {
        !self.phrase && self.last() == "august" && is_noun(self.after(), 3)
    }

    /// What the words beside it decide for good, if they do.
    fn decided(&self, when: &When) -> Option<bool> {
        match when {
            When::Told { grain: Grain::Quarter, n: 0 } if self.is_bare() => Some(self.is_other_quarter()),
            // "for the year", "the day before".
            When::Told { .. } if self.phrase => Some(false),
            When::Told { n, .. } if self.is_bare() || matches!(self.last(), "before" | "after") => {
                Some(!self.is_told_unit(*n))
            }
            // "the Millennium Goals"
            When::Length(_) if self.is_one_word() && self.capital(self.start) && self.capital(self.end) => {
                Some(true)
            }
            // "for years"; a century is long enough to be spoken of without a cue.
            When::Length(length)
                if self.is_one_word() && length.spans(1).is_none() && length.grain() < Grain::Decade =>
            {
                Some(self.is_no_length())
            }
            When::Ref(_) if self.last() == "time" && self.end == self.start + 2 => Some(self.is_other_time()),
            When::Ref(_) if self.words.has(VAGUE, self.last()) && self.is_one_word() => Some(self.is_vague()),
            When::Period { grain: Grain::Half, year: None, .. } => Some(self.is_half_of_match()),
            _ => None,
        }
    }

    /// "the quarter" is one of a company's year where something happens in it, "of the city" is another.
    fn is_other_quarter(&self) -> bool {
        self.after() == "of" || !self.words.has(QUARTER_CUE, &self.before().to_lowercase())
    }

    /// "in *the year* before": whether a unit stands where a time can.
    fn is_told_unit(&self, n: i64) -> bool {
        let cue = n != 0 || self.words.has(UNIT_CUE, &self.before().to_lowercase());
        cue && self.words.has(UNIT_TAIL, self.after())
    }

    /// Whether units without a number stand where no length can.
    fn is_no_length(&self) -> bool {
        let uncued = self.capital(self.start) || !self.words.has(PLURAL_CUE, self.before());
        uncued && !self.words.has(PLURAL_TAIL, self.after())
    }

    /// Whether "the time" or "that time" is none that the text has told of.
    fn is_other_time(&self) -> bool {
        let cue = match self.scanned.word(self.start) {
            "the" => self.words.has(THE_TIME_CUE, self.before()),
            "that" => self.words.has(TIME_CUE, self.before()),
            _ => true,
        };
        self.phrase || !cue || self.words.has(TIME_TAIL, self.after())
    }

    /// Whether a vague word stands before no noun.
    fn is_vague(&self) -> bool {
        let after = self.after();
        self.phrase || !is_noun(after, 2) || self.words.has(NO_NOUN, after)
    }

    /// The first half of a match, if no business is spoken of.
    fn is_half_of_match(&self) -> bool {
        let mut near = self.start.saturating_sub(REACH)..self.end + REACH;
        !near.any(|at| self.words.has(BUSINESS, self.scanned.word(at)))
    }

    /// "five and a quarter" is a number.
    fn is_fraction(&self, when: &When) -> bool {
        matches!(when, When::Length(length) if length.is_plain())
            && self.words.has(SHARE, self.last())
            && self.scanned.before(self.end, 3).eq_ignore_ascii_case("and")
    }

    /// "two thousand and twelve men": a year in words, or an early one, that is counted.
    fn is_counted_year(&self, when: &When) -> bool {
        let year = matches!(when, When::Date(Fields { year: Some(_), month: None, .. }) | When::Edge { .. });
        let last = self.scanned.atoms.get(self.end - 1).map(|atom| atom.sort);
        year && (matches!(last, Some(Sort::Word { .. })) || when.is_early())
            && !self.is_one_word()
            && self.words.has(MEASURED, self.after())
    }

    /// "a quarter of the gas", "nearly three quarters of it": a share.
    fn is_share(&self, when: &When) -> bool {
        let length = match when {
            When::Edge { of, .. } => matches!(**of, When::Length(_)),
            _ => matches!(when, When::Length(_)),
        };
        length && self.words.has(SHARE, self.last()) && self.after() == "of"
    }

    /// "the Winter Olympics", "The Christmas Cottage", "Sun Valley": a capital follows the capital word.
    fn is_name(&self, when: &When) -> bool {
        let Self { scanned, start, end, .. } = *self;
        let season = matches!(
            when,
            When::Period { grain: Grain::Season, year: None, .. } | When::Holiday { year: None, .. }
        );
        let named = self.capital(end) && self.capital(end - 1) && !self.glued(end);
        // "the Six-Day War".
        let war = matches!(when, When::Length(_)) && named && end > start + 1;
        // "60 Minutes", "the Tonight Show": programmes.
        let digits = matches!(self.scanned.atoms.get(start).map(|a| a.sort), Some(Sort::Digits(_)));
        let programme = !self.phrase
            && matches!(when, When::Length(_))
            && digits
            && self.capital(end - 1)
            && end == start + 2
            || end == start + 1 && named && self.before() == "the" && scanned.word(start) == "Tonight";
        // "LA *Weekly*", "the *Daily* Mail": papers.
        let beside = self.capital(end) || start > 0 && self.capital(start - 1) && !self.glued(start);
        let often = matches!(when, When::Every { .. }) && self.last().ends_with("ly");
        let paper = often && end == start + 1 && self.capital(start) && beside;
        // "the Sun" shines.
        let star = self.words.has(ARTICLE, self.before());
        named && season
            || war
            || paper
            || programme
            || end == start + 1
                && self.words.has(PART_OF_NAME, scanned.word(start))
                && (star || self.capital(end))
    }

    fn lone_year_is_a_number(&self, year: i16) -> bool {
        let Self { scanned, start, end, .. } = *self;
        let (before, after) = (self.before(), self.after());
        if self.glued(start)
            && !matches!(before, "(" | "[" | "-" | "–" | "—" | "/" | "\"" | "“" | "'" | "‘" | "’")
        {
            return true;
        }
        if self.glued(start)
            && before == "-"
            && self.glued(start.wrapping_sub(1))
            && !scanned.before(start, 2).bytes().all(|b| b.is_ascii_digit())
        {
            return true;
        }
        if self.glued(end) && after.chars().next().is_some_and(char::is_alphabetic) {
            return true;
        }
        // "EUR 2000", "ABC 2000": a code and its number.
        if (2..=4).contains(&before.len()) && before.bytes().all(|b| b.is_ascii_uppercase()) && before != "AD"
        {
            return true;
        }
        let cue = self.words.has(YEAR_CUE, before.to_ascii_lowercase().as_str());
        if !(1500..=2100).contains(&year) && !cue {
            return true;
        }
        // What is counted, measured or numbered follows or stands before.
        // … but "since at least 1997" is a year.
        let since = |back| {
            let word = self.scanned.before(self.start, back);
            word.eq_ignore_ascii_case("since") || word.eq_ignore_ascii_case("until")
        };
        let numbered = self.words.has(NUMBERED, before) && !since(2) && !since(3) && !self.is_compared();
        if self.words.has(MEASURED, after) || numbered {
            return true;
        }
        // "in 1200 villages": an old year before a plural noun is a number of them.
        let plural = after.len() > 4 && after.ends_with('s') && after.bytes().all(|b| b.is_ascii_lowercase());
        plural && !(1700..=2050).contains(&year)
    }

    /// "7 percent over *2019*", "over *2019* levels": what something is compared with.
    fn is_compared(&self) -> bool {
        self.words.has(CHANGE, self.scanned.before(self.start, 2)) || self.words.has(COMPARED, self.after())
    }

    /// "May I", "May God bless", "Theresa May", "Prime Minister May", "June said", "Jan Egeland".
    fn is_not_month(&self, word: &str) -> bool {
        let Self { words, start, end, .. } = *self;
        let (before, after) = (self.before(), self.after());
        let first = start == 0 || matches!(before, "." | "!" | "?" | "\"" | "“" | ":");
        let name = words.has(PERSON, word);
        let cue = words.has(MONTH_CUE, before.to_ascii_lowercase().as_str());
        let tail = words.has(NAME_TAIL, after);
        (first && word == "May" && (tail || self.capital(end)))
            || (words.has(GIVEN, word) && (!cue || before == "and") && self.capital(end))
            || (name && !cue && !first && start > 0 && self.capital(start - 1))
            || (name && !cue && tail && !words.has(MONTH_FIRST, word))
            || (words.has(MARCH, word) && words.has(MARCH_TAIL, after) && !cue)
    }
}

/// Whether the word may be a noun: small letters, and more of them than `most`.
fn is_noun(word: &str, most: usize) -> bool {
    word.len() > most && word.bytes().all(|b| b.is_ascii_lowercase())
}
