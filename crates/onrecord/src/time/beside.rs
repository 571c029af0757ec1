//! The lists of `resources/time/around.toml`, by number.

pub(super) const COMING: usize = 0;
pub(super) const COMING_UNTIL: usize = 1;
pub(super) const TIMETABLE: usize = 2;
pub(super) const GONE: usize = 3;
pub(super) const PASSIVE: usize = 4;
pub(super) const LASTING: usize = 5;
pub(super) const YEAR_CUE: usize = 6;
pub(super) const MEASURED: usize = 7;
pub(super) const NUMBERED: usize = 8;
pub(super) const PERSON: usize = 9;
pub(super) const MONTH_CUE: usize = 10;
pub(super) const NAME_TAIL: usize = 11;
pub(super) const PART_OF_NAME: usize = 12;
pub(super) const QUARTER_CUE: usize = 13;
pub(super) const BUSINESS: usize = 14;
pub(super) const PREPOSITION: usize = 15;
pub(super) const CONTRACT: usize = 16;
pub(super) const COPULA: usize = 17;
pub(super) const UNIT_CUE: usize = 18;
pub(super) const UNIT_TAIL: usize = 19;
pub(super) const PLURAL_CUE: usize = 20;
pub(super) const PLURAL_TAIL: usize = 21;
pub(super) const TIME_CUE: usize = 22;
pub(super) const TIME_TAIL: usize = 23;
pub(super) const NO_NOUN: usize = 24;
pub(super) const MOST: usize = 25;
pub(super) const DEADLINE: usize = 26;
pub(super) const RECORD: usize = 27;
pub(super) const CLAUSE: usize = 28;
pub(super) const GREETING: usize = 29;
pub(super) const MARCH_TAIL: usize = 30;
pub(super) const MARCH: usize = 31;
pub(super) const SHORT_WORD: usize = 32;
pub(super) const DETERMINER: usize = 33;
pub(super) const VAGUE: usize = 34;
pub(super) const SHARE: usize = 35;
pub(super) const THE_TIME_CUE: usize = 36;
pub(super) const MONTH_FIRST: usize = 37;
pub(super) const ARTICLE: usize = 38;
pub(super) const GIVEN: usize = 39;
pub(super) const DATED: usize = 40;
pub(super) const COMPARED: usize = 41;
pub(super) const CHANGE: usize = 42;

/// Their names in the file, in the order of their numbers.
pub(super) const NAMES: [&str; 43] = [
    "coming",
    "coming-until",
    "timetable",
    "gone",
    "passive",
    "lasting",
    "year-cue",
    "measured",
    "numbered",
    "person",
    "month-cue",
    "name-tail",
    "part-of-name",
    "quarter-cue",
    "business",
    "preposition",
    "contract",
    "copula",
    "unit-cue",
    "unit-tail",
    "plural-cue",
    "plural-tail",
    "time-cue",
    "time-tail",
    "no-noun",
    "most",
    "deadline",
    "record",
    "clause",
    "greeting",
    "march-tail",
    "march",
    "short-word",
    "determiner",
    "vague",
    "share",
    "the-time-cue",
    "month-first",
    "article",
    "given",
    "dated",
    "compared",
    "change",
];
