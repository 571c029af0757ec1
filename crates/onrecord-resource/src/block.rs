//! Boilerplate patterns, speaker labels, and the layouts of transcripts.

use std::collections::BTreeSet;
use std::ops::Range;

use regex::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::error::{ResourceError, Source};

/// What the block stage knows of pages and transcripts.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Blocks {
    /// Regular expressions of whole paragraphs that are boilerplate; each compiles under [`whole`].
    pub boilerplate: Vec<String>,
    /// Labels of those who ask.
    pub question: Vec<String>,
    /// Labels of those who answer.
    pub answer: Vec<String>,
    /// Labels of those who lead.
    pub moderator: Vec<String>,
    /// Titles before a name in labels with a point: "Mr. LEAHY."
    pub title: Vec<String>,
    /// Who has such a label without a name: "The Witness."
    pub officer: Vec<String>,
    /// Words before a colon that are no speaker.
    pub never: Vec<String>,
    /// Nouns of what is read out, in the heading of a speech: "*Remarks* by Ann Ode".
    pub speech: Vec<String>,
    /// Nouns of what is read out for a body as often as for oneself: "*Statement* by Ann Ode".
    pub statement: Vec<String>,
    /// Words before whom a picture is by, at the end of its caption: "*Image*: Ann Ode."
    pub credit: Vec<String>,
    /// How a name is set off that opens a turn.
    pub label: Vec<Style>,
    /// How a paragraph is set off that asks.
    pub asked: Vec<Style>,
    /// Regular expressions of whole paragraphs that ask without a question mark; each compiles under [`whole`].
    pub request: Vec<String>,
    /// Regular expressions of whole paragraphs that say who asks in what follows; each compiles under [`whole`] and captures a name.
    pub examiner: Vec<String>,
    /// Regular expressions of whole paragraphs that say who answers there.
    pub witness: Vec<String>,
}

/// A name of up to nine capitalised words.
pub const NAME: &str = concat!(
    r"\p{Lu}[\p{L}\p{M}'’.\-]*(?:[  ,]{1,2}(?:\p{Lu}[\p{L}\p{M}'’.\-]*|\d{1,2}",
    r"|de|da|di|del|la|le|van|von|der|den|bin|ibn|al|el|of|the|for|and|to|on|on behalf of)){0,8}",
);

/// The pattern of all of a name that is set off, with a place, a party or an outlet in brackets behind it: "Ms. Ode (Herald)."
#[must_use]
pub fn set_off() -> String {
    format!(r"\A(?:{NAME})(?:\s*[\(\[][^()\[\]\n]{{1,60}}[\)\]]\.?)?\z")
}

/// Bytes of a name that is set off, at most.
const LONGEST: usize = 90;

/// What stands before and behind a name or a question that a transcript sets off. `{n}` at the beginning is a number of at most
/// two digits; a space at the end of `behind` is any white space, a line break there is the end of a paragraph too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Style {
    /// What stands before it, to the beginning of the paragraph.
    pub before: String,
    /// What stands behind it.
    pub behind: String,
}

impl Style {
    /// Whether the name stands in a line of its own with nothing around it.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.before.is_empty() && self.behind == "\n"
    }

    /// The name that `paragraph` begins with, and the byte where the words behind it begin. `name` is [`set_off`].
    #[must_use]
    pub fn label<'a>(&self, paragraph: &'a str, name: &Regex) -> Option<(&'a str, usize)> {
        let rest = paragraph.strip_prefix(&*self.before)?;
        let (written, said) = if let Some(mark) = self.behind.strip_suffix('\n') {
            let (line, said) = rest.split_once('\n').unwrap_or((rest, ""));
            (line.trim_end().strip_suffix(mark)?, said)
        } else if let Some(mark) = self.behind.strip_suffix(' ') {
            let blank = |(at, _): &(usize, &str)| rest[at + mark.len()..].starts_with(char::is_whitespace);
            let (at, _) = rest.match_indices(mark).find(blank)?;
            (&rest[..at], &rest[at + mark.len()..])
        } else {
            rest.split_once(&*self.behind)?
        };
        let written = written.trim();
        // "Yes." in a line of its own is a sentence.
        let sentence = self.behind.ends_with('\n') && written.ends_with('.');
        // Before a point stands also for whom somebody speaks: "Ann Ode, on behalf of the Group. –".
        let office = self.behind.starts_with('.').then(|| written.split_once(", ")).flatten();
        let called = office.map_or(written, |(called, _)| called);
        let known = !sentence && called.len() <= LONGEST && name.is_match(called);
        known.then(|| (written, paragraph.len() - said.trim_start().len()))
    }

    /// What `paragraph` asks, as bytes of it, if it is set off so.
    #[must_use]
    pub fn asked(&self, paragraph: &str) -> Option<Range<usize>> {
        let rest = match self.before.strip_prefix("{n}") {
            Some(mark) => {
                let rest = paragraph.trim_start_matches(|c: char| c.is_ascii_digit());
                let number = (1..=2).contains(&(paragraph.len() - rest.len()));
                rest.strip_prefix(mark).filter(|_| number)?
            }
            None => paragraph.strip_prefix(&*self.before)?,
        };
        let asked = rest.strip_suffix(&*self.behind)?;
        let one = self.behind.is_empty() || !asked.contains(&*self.behind);
        let start = paragraph.len() - rest.len();
        (one && !asked.is_empty() && !asked.ends_with(':')).then(|| start..start + asked.len())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LayoutFile {
    label: Vec<Layout>,
    question: Vec<Layout>,
    request: Vec<Whole>,
    examiner: Vec<Whole>,
    witness: Vec<Whole>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Layout {
    before: Spanned<String>,
    behind: String,
    example: Vec<String>,
    counter: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BoilerplateFile {
    boilerplate: Vec<Whole>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    pattern: Spanned<String>,
    example: Vec<String>,
    counter: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelFile {
    question: Vec<Spanned<String>>,
    answer: Vec<Spanned<String>>,
    moderator: Vec<Spanned<String>>,
    title: Vec<Spanned<String>>,
    officer: Vec<Spanned<String>>,
    never: Vec<Spanned<String>>,
    speech: Vec<Spanned<String>>,
    statement: Vec<Spanned<String>>,
    credit: Vec<Spanned<String>>,
}

/// `pattern` as a regular expression that matches whole paragraphs in any case.
///
/// # Errors
/// What is wrong with the pattern.
pub fn whole(pattern: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(&format!(r"\A(?:{pattern})\z")).case_insensitive(true).build()
}

/// The paragraphs beside an entry: `hit` says which ones it fits.
fn tried(
    source: Source,
    at: usize,
    example: &[String],
    counter: &[String],
    hit: impl Fn(&str) -> bool,
) -> Result<(), ResourceError> {
    if example.is_empty() || counter.is_empty() {
        return Err(source.error(at, "needs an `example` that it matches and a `counter` that it leaves"));
    }
    if let Some(text) = example.iter().find(|text| !hit(text)) {
        return Err(source.error(at, format!("does not match its example {text:?}")));
    }
    if let Some(text) = counter.iter().find(|text| hit(text)) {
        return Err(source.error(at, format!("matches its counter-example {text:?}")));
    }
    Ok(())
}

/// The layouts of the file, each tried on its examples by `hit`.
fn styles(
    source: Source,
    layouts: Vec<Layout>,
    hit: impl Fn(&Style, &str) -> bool,
) -> Result<Vec<Style>, ResourceError> {
    let style = |Layout { before, behind, example, counter }: Layout| {
        let at = before.span().start;
        let style = Style { before: before.into_inner(), behind };
        tried(source, at, &example, &counter, |text| hit(&style, text))?;
        Ok(style)
    };
    layouts.into_iter().map(style).collect()
}

/// The patterns of whole paragraphs, each tried on its examples.
fn patterns(source: Source, entries: Vec<Whole>) -> Result<Vec<String>, ResourceError> {
    let pattern = |entry: Whole| {
        let at = entry.pattern.span().start;
        let pattern = entry.pattern.into_inner();
        let regex = whole(&pattern).map_err(|e| source.error(at, e.to_string()))?;
        tried(source, at, &entry.example, &entry.counter, |text| regex.is_match(text))?;
        Ok(pattern)
    };
    entries.into_iter().map(pattern).collect()
}

/// The patterns of whole paragraphs that name somebody, each tried on its examples; `{name}` is a name.
fn naming(source: Source, mut entries: Vec<Whole>) -> Result<Vec<String>, ResourceError> {
    let name = format!("(?-i:({NAME}))");
    for entry in &mut entries {
        let (range, pattern) = (entry.pattern.span(), entry.pattern.get_ref());
        if !pattern.contains("{name}") {
            return Err(source.error(range.start, "needs a `{name}`"));
        }
        entry.pattern = Spanned::new(range, pattern.replace("{name}", &name));
    }
    patterns(source, entries)
}

/// Reads and checks the three files, and tries every example.
///
/// # Errors
/// The first mistake: a pattern that does not compile, an entry that contradicts an example, a label in upper case or in two lists.
pub fn blocks(boilerplate: Source, labels: Source, layouts: Source) -> Result<Blocks, ResourceError> {
    let file = boilerplate.toml::<BoilerplateFile>()?;
    let mut made = Blocks { boilerplate: patterns(boilerplate, file.boilerplate)?, ..Blocks::default() };
    let LayoutFile { label, question: asked, request, examiner, witness } = layouts.toml()?;
    let name = Regex::new(&set_off()).map_err(|e| layouts.error(0, e.to_string()))?;
    made.label = styles(layouts, label, |style, text| style.label(text, &name).is_some())?;
    made.asked = styles(layouts, asked, |style, text| style.asked(text).is_some())?;
    made.request = patterns(layouts, request)?;
    made.examiner = naming(layouts, examiner)?;
    made.witness = naming(layouts, witness)?;

    let LabelFile { question, answer, moderator, title, officer, never, speech, statement, credit } =
        labels.toml()?;
    let take = |list: Vec<Spanned<String>>, seen: &mut BTreeSet<String>| {
        list.into_iter()
            .map(|label| {
                let at = label.span().start;
                let label = label.into_inner();
                if label.to_lowercase() != label {
                    return Err(labels.error(at, format!("{label:?} is matched in lower case: write it so")));
                }
                if !seen.insert(label.clone()) {
                    return Err(labels.error(at, format!("{label:?} stands in the file twice")));
                }
                Ok(label)
            })
            .collect::<Result<Vec<_>, _>>()
    };
    // Whole labels are of one list; their parts may stand in others too.
    let once = &mut BTreeSet::new();
    made.question = take(question, once)?;
    made.answer = take(answer, once)?;
    made.moderator = take(moderator, once)?;
    made.never = take(never, once)?;
    made.title = take(title, &mut BTreeSet::new())?;
    made.officer = take(officer, &mut BTreeSet::new())?;
    made.speech = take(speech, &mut BTreeSet::new())?;
    made.statement = take(statement, &mut BTreeSet::new())?;
    made.credit = take(credit, &mut BTreeSet::new())?;
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_are_named_with_their_place() {
        const LABELS: &str = "question = []\nanswer = []\nmoderator = []\ntitle = []\nofficer = []\nnever = []\nspeech = []\nstatement = []\ncredit = []";
        #[rustfmt::skip]
        let cases = [
            ("[[boilerplate]]\npattern = 'a'\nexample = ['a']\ncounter = []", LABELS,
             "b:2:11: needs an `example` that it matches and a `counter` that it leaves"),
            ("[[boilerplate]]\npattern = 'a+'\nexample = ['ab']\ncounter = ['b']", LABELS,
             "b:2:11: does not match its example \"ab\""),
            ("[[boilerplate]]\npattern = 'a+'\nexample = ['a']\ncounter = ['A']", LABELS,
             "b:2:11: matches its counter-example \"A\""),
            ("boilerplate = []", "question = ['Q']\nanswer = []\nmoderator = []\ntitle = []\nofficer = []\nnever = []\nspeech = []\nstatement = []\ncredit = []",
             "l:1:13: \"Q\" is matched in lower case: write it so"),
            ("boilerplate = []", "question = ['q']\nanswer = ['q']\nmoderator = []\ntitle = []\nofficer = []\nnever = []\nspeech = []\nstatement = []\ncredit = []",
             "l:2:11: \"q\" stands in the file twice"),
            ("boilerplate = []", "question = []\nanswer = []\nmoderator = []\ntitle = ['Mr']\nofficer = []\nnever = []\nspeech = []\nstatement = []\ncredit = []",
             "l:4:10: \"Mr\" is matched in lower case: write it so"),
        ];
        for (patterns, labels, expected) in cases {
            let layouts =
                Source::new("s", "label = []\nquestion = []\nrequest = []\nexaminer = []\nwitness = []");
            let error = blocks(Source::new("b", patterns), Source::new("l", labels), layouts).unwrap_err();
            assert_eq!(error.to_string(), expected);
        }
        let layouts = "question = []\nrequest = []\nexaminer = []\nwitness = []\n[[label]]\nbefore = '('\nbehind = ') '\nexample = ['(ann) Why?']\ncounter = ['Why?']";
        let (none, layouts) = (Source::new("b", "boilerplate = []"), Source::new("s", layouts));
        let error = blocks(none, Source::new("l", LABELS), layouts).unwrap_err();
        assert_eq!(error.to_string(), "s:6:10: does not match its example \"(ann) Why?\"");
        let layouts = "label = []\nquestion = []\nrequest = []\nexaminer = []\n[[witness]]\npattern = 'x'\nexample = ['x']\ncounter = ['y']";
        let layouts = Source::new("s", layouts);
        let error = blocks(none, Source::new("l", LABELS), layouts).unwrap_err();
        assert_eq!(error.to_string(), "s:6:11: needs a `{name}`");
    }
}
