//! The headings of speeches: who speaks stands behind the noun ("Remarks *by* Ann Ode") or beside it ("Ann Ode*:* Speech at the
//! port").

use crate::block::marker::{Labels, is_office};

/// Bytes of a heading, at most.
const HEADING: usize = 300;

/// Words from the beginning of a heading to its noun, and from that to who speaks, at most.
const NEAR: usize = 6;

/// Words before the noun where who speaks stands beside it: "Ann Ode: *Opening* remarks".
const KIND: usize = 2;

/// What parts a noun and a name.
const PARTED: [&str; 5] = [": ", ", ", " – ", " — ", " - "];

/// What parts a name and what is theirs.
const OWNER: [&str; 3] = ["’s ", "'s ", "s’ "];

/// Words of who speaks, at most.
const NAMED: usize = 12;

/// The heading of what somebody said.
pub(super) struct Heading<'a> {
    /// Who speaks; `None` where a word before the name says it.
    pub(super) named: Option<&'a str>,
    /// Whether it is a statement, which may be that of a body.
    pub(super) states: bool,
}

/// "Remarks by Ann Ode", "Keynote address of the Governor, Ann Ode", "Statement by Ann Ode".
pub(super) fn by<'a>(paragraph: &'a str, labels: &Labels) -> Option<Heading<'a>> {
    let words: Vec<&str> = unmarked(paragraph).split_whitespace().collect();
    let is_noun = |word: &str| labels.is_speech(word) || labels.is_statement(word);
    let pair = |at: &usize| is_noun(words[*at]) && !words.get(at + 1).is_some_and(|next| is_noun(next));
    let noun = (0..words.len().min(NEAR)).find(pair)?;
    let behind = words.get(noun + 1..).unwrap_or_default();
    // "Speech *in support of* the Act": only "by" may stand apart from the noun.
    let told = |(at, word): (usize, &&str)| match word.to_lowercase().as_str() {
        "by" => true,
        "of" | "from" => at == 0,
        _ => false,
    };
    let by = behind.iter().take(NEAR).enumerate().position(told)?;
    let named = behind.get(by + 1..).unwrap_or_default();
    let called = named.iter().take(2).any(|word| word.starts_with(char::is_uppercase));
    let states = labels.is_statement(words[noun]);
    (is_title(paragraph) && called).then_some(Heading { named: None, states })
}

/// "Ann Ode: Speech at the port", "Ann Ode, Remarks at the port", "Ann Ode’s speech at the port", "Speech – Ann Ode, Minister".
pub(super) fn beside<'a>(paragraph: &'a str, labels: &Labels) -> Option<Heading<'a>> {
    let heading = unmarked(paragraph);
    let marked = |mark: &'static str| {
        let parts =
            heading.match_indices(mark).map(move |(at, _)| (&heading[..at], &heading[at + mark.len()..]));
        parts.take(NEAR)
    };
    let named = |(name, noun): (&'a str, &'a str)| {
        let noun = noun_of(noun, labels).filter(|_| is_name(name))?;
        Some(Heading { named: Some(name), states: labels.is_statement(noun) })
    };
    let behind = |(noun, rest): (&'a str, &'a str)| {
        let name = rest.split(", ").next().unwrap_or(rest);
        named((name, noun)).filter(|_| noun.split_whitespace().count() <= KIND + 1)
    };
    let before = || PARTED.into_iter().chain(OWNER).flat_map(marked).find_map(named);
    let behind = || PARTED.into_iter().flat_map(marked).find_map(behind);
    if is_title(paragraph) { before().or_else(behind) } else { None }
}

/// The noun at the beginning of `heading`: "opening *remarks* at the port", but not "speech recognition".
fn noun_of<'a>(heading: &'a str, labels: &Labels) -> Option<&'a str> {
    let words: Vec<&str> = heading.split_whitespace().take(KIND + 2).collect();
    let is_noun = |word: &str| labels.is_speech(word) || labels.is_statement(word);
    let at = words.iter().take(KIND + 1).position(|word| is_noun(word))?;
    let ends = |next: &&str| {
        let small =
            ["at", "to", "in", "on", "before", "for", "during", "as", "from", "about", "delivered", "given"];
        small.contains(next) || next.starts_with(|c: char| !c.is_alphabetic())
    };
    let ended = words[at].ends_with([',', ':']) || words.get(at + 1).is_none_or(ends);
    ended.then_some(words[at])
}

/// "Prime Minister Ann Ode", "Ann Ode, Minister of Trade": whether the words may be somebody.
fn is_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (2..=NAMED).contains(&count) && words.starts_with(char::is_uppercase) && is_office(words)
}

/// Whether a paragraph is short, and no sentence.
fn is_title(paragraph: &str) -> bool {
    let heading = unmarked(paragraph);
    let ends = heading.ends_with(['.', '?', '!', ',', ';']);
    paragraph.len() <= HEADING && !ends && heading.starts_with(char::is_uppercase)
}

/// A heading without the marks of Markdown around it.
fn unmarked(paragraph: &str) -> &str {
    paragraph.trim_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '_'))
}
