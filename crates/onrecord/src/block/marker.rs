//! What opens a turn: a dash, a name with a colon or a time, a letter, a name that is set off in another way.
//!
//! A marker is only a sign. `Note:` looks like one and is none, and one `Smith:` does not make a conversation; that is
//! decided over the whole document, in `conversation`.

mod pattern;

use std::ops::Range;

use onrecord_resource::block::{Blocks as Data, Style, set_off, whole};
use regex::{Captures, Regex};

use crate::document::TurnRole;
use crate::embedded::BadData;

/// What opens a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// Which sort, with the speaker where it names one.
    pub(super) sign: Sign,
    /// Bytes of the marker, up to where the speech begins.
    pub(super) len: usize,
}

/// The sorts of markers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A dash.
    Dash,
    /// A label; `role` where the word itself says who asks.
    Label { name: String, role: Option<TurnRole> },
    /// A name and the time when it was said, alone on a line.
    Stamp { name: String },
    /// A `Q` or an `A` with no more than a space behind it: it asks and answers where others have labels.
    Near { role: TurnRole },
}

/// Finds markers, with the words that are and are not speakers.
#[derive(Debug)]
pub(super) struct Labels {
    data: Data,
    name: Regex,
    label: Regex,
    holder: Regex,
    stamp: Regex,
    letter: Regex,
    interjection: Regex,
    record: Regex,
    request: Vec<Regex>,
    examiner: Vec<Regex>,
    witness: Vec<Regex>,
}

/// Bytes of a caption, and of whose the picture is, at most.
const CAPTION: usize = 400;
const OWNER: usize = 60;

/// Whether what stands behind a name and a comma says what somebody is: words with capitals, and no dateline ("OSLO, Norway--Ode (NYSE").
pub(super) fn is_office(words: &str) -> bool {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let small = ["of", "the", "and", "for", "in", "at", "on", "to"];
    let closed = words.matches(['(', '[']).count() == words.matches([')', ']']).count();
    closed
        && !words.contains("--")
        && words.split_whitespace().all(|word| {
            // "KING, REPORTER (voice-over)"
            let aside = word.starts_with('(') || word.ends_with(')');
            aside || !bare(word).starts_with(char::is_lowercase) || small.contains(&word)
        })
}

/// The name that one of the patterns captures. "ANN ODE *BY* MR. EK" are two in capitals.
fn naming(patterns: &[Regex], paragraph: &str) -> Option<Range<usize>> {
    let name = patterns.iter().find_map(|pattern| pattern.captures(paragraph)?.get(1))?;
    let one = name.as_str().find(" BY ").unwrap_or(name.len());
    Some(name.start()..name.start() + one)
}

/// Whether a name with a colon is a label by what stands around it: a number stands before somebody whose seat is told. No dateline is
/// one: "OSLO, Norway--Ode Rain bought".
fn is_called(found: &Captures) -> bool {
    let dashed = found.name("name").is_some_and(|name| name.as_str().contains("--"));
    let seated = found.name("asides").is_some_and(|asides| !asides.is_empty());
    let office = found.name("office").is_none_or(|words| is_office(words.as_str()));
    let short = |part| found.name(part).is_none_or(|words| words.len() <= BESIDE);
    !dashed && office && short("asides") && short("office") && (seated || found.name("number").is_none())
}

/// Whether what stands before a name in brackets is an office.
fn is_held(found: &Captures) -> bool {
    let office = found.name("office").map_or("", |office| office.as_str());
    let listed = found.name("title").is_some() || office.contains(',');
    listed && office.len() <= HELD && is_office(office)
}

/// Bytes of an office before the name of its holder, of what stands beside a name in a label, and of what others call out, at most.
const HELD: usize = 320;
const BESIDE: usize = 200;
const CALLED: usize = 400;

/// The letter that stands as near to what is said as a word: "Q Thank you.", but not "Q fever".
fn near(paragraph: &str) -> Option<Marker> {
    let (rest, role) = match paragraph.as_bytes().first()? {
        b'Q' => (&paragraph[1..], TurnRole::Question),
        b'A' => (&paragraph[1..], TurnRole::Answer),
        _ => return None,
    };
    let said = rest.trim_start_matches(' ');
    let begins = said.starts_with(|c: char| c.is_uppercase() || "([\"“‘'…—–-".contains(c));
    let apart = (1..=2).contains(&(rest.len() - said.len()));
    (begins && apart).then(|| Marker { sign: Sign::Near { role }, len: paragraph.len() - said.len() })
}

impl Labels {
    pub(super) fn new(data: Data) -> Result<Self, BadData> {
        let regex = |pattern: &str| Regex::new(pattern).map_err(|e| BadData::of("block")(e.to_string()));
        let (label, holder) = (regex(&pattern::label())?, regex(&pattern::holder(&data))?);
        let (stamp, record) = (regex(&pattern::stamp())?, regex(&pattern::record(&data))?);
        let (letter, interjection) = (regex(pattern::LETTER)?, regex(pattern::INTERJECTION)?);
        let name = regex(&set_off())?;
        let wholes = |patterns: &[String]| {
            let compiled: Result<Vec<_>, _> = patterns.iter().map(|pattern| whole(pattern)).collect();
            compiled.map_err(|e| BadData::of("block")(e.to_string()))
        };
        let (request, examiner) = (wholes(&data.request)?, wholes(&data.examiner)?);
        let witness = wholes(&data.witness)?;
        Ok(Self {
            data,
            name,
            label,
            holder,
            stamp,
            letter,
            interjection,
            record,
            request,
            examiner,
            witness,
        })
    }

    /// Whether a line looks like the beginning of a turn.
    pub(super) fn opens(&self, line: &str) -> bool {
        let enclosed = |style: &Style| !style.behind.is_empty() && style.asked(line).is_some();
        self.read(line).is_some() || self.data.asked.iter().any(enclosed)
    }

    /// How names are set off that open a turn, beside the usual ways.
    pub(super) fn styles(&self) -> &[Style] {
        &self.data.label
    }

    /// How paragraphs are set off that ask.
    pub(super) fn asked(&self) -> &[Style] {
        &self.data.asked
    }

    /// Whether a paragraph asks without a question mark.
    pub(super) fn requests(&self, paragraph: &str) -> bool {
        self.request.iter().any(|pattern| pattern.is_match(paragraph))
    }

    /// Who asks in what follows the paragraph, as bytes of it: "BY MR. *ODE*:".
    pub(super) fn examiner(&self, paragraph: &str) -> Option<Range<usize>> {
        naming(&self.examiner, paragraph)
    }

    /// Who answers there: "*ANN ODE*, having been duly sworn, testified as follows:".
    pub(super) fn witness(&self, paragraph: &str) -> Option<Range<usize>> {
        naming(&self.witness, paragraph)
    }

    /// What others call out in a turn, as bytes of it: "It rained. *[Hon. Members: “Shame!”]*".
    pub(super) fn interjections<'a>(&'a self, said: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let candidates = said.contains(['[', '(']).then(|| self.interjection.find_iter(said));
        candidates.into_iter().flatten().map(|found| found.range()).filter(|range| range.len() <= CALLED)
    }

    /// The marker at the beginning of `paragraph`, where it sets names off in that way.
    pub(super) fn set_off(&self, style: &Style, paragraph: &str) -> Option<Marker> {
        let (name, len) = style.label(paragraph, &self.name)?;
        let role = self.role(name);
        let known = role.is_some() || self.may_speak(name);
        known.then(|| Marker { sign: Sign::Label { name: name.to_owned(), role }, len })
    }

    /// Whether a paragraph is the caption of a picture: it ends with whose the picture is.
    pub(super) fn is_caption(&self, paragraph: &str) -> bool {
        let Some((caption, owner)) = paragraph.rsplit_once(':') else { return false };
        let word = caption.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let credits = self.data.credit.iter().any(|credit| credit.as_str() == word.to_lowercase());
        let name = owner.trim().starts_with(char::is_uppercase) && owner.len() <= OWNER;
        credits && word.starts_with(char::is_uppercase) && name && paragraph.len() <= CAPTION
    }

    /// The marker at the beginning of `paragraph`.
    pub(super) fn read(&self, paragraph: &str) -> Option<Marker> {
        let dash = paragraph.trim_start_matches(['–', '—', '-', '―', '‒']);
        let dashes = paragraph.len() - dash.len();
        let said = |rest: &str| rest.starts_with(|c: char| c.is_whitespace() || c.is_uppercase());
        let dash = Some(dash).filter(|dash| (1..=3).contains(&dashes) && said(dash));
        // In subtitles ">>" is one.
        if let Some(rest) = dash.or_else(|| paragraph.strip_prefix(">>").filter(|rest| said(rest))) {
            return Some(Marker { sign: Sign::Dash, len: paragraph.len() - rest.trim_start().len() });
        }
        // Looked for first, since few paragraphs have a colon and the patterns cost more.
        let colon = paragraph.contains(':');
        let label = || colon.then(|| self.label.captures(paragraph)).flatten().filter(is_called);
        let holder = || (colon && paragraph.contains('(')).then(|| self.holder.captures(paragraph)).flatten();
        // "**Iran: what next?**" asks of Iran, "**Question: what next?**" has a label.
        let bold = paragraph.strip_prefix("**").and_then(|rest| rest.strip_suffix("**"));
        let whole = bold.is_some_and(|bold| !bold.contains("**") && !bold.is_empty() && !bold.ends_with(':'));
        let letter = || paragraph.starts_with(['Q', 'A']).then(|| self.letter.captures(paragraph)).flatten();
        let found = holder().filter(is_held).or_else(label).or_else(letter);
        if let Some(found) = found.or_else(|| self.record.captures(paragraph)) {
            let (len, name) = (found.get(0)?.end(), found.name("name").or(found.get(1))?.as_str());
            let role = self.role(name);
            let known = role.is_some() || !whole && self.may_speak(name);
            return known.then(|| Marker { sign: Sign::Label { name: name.to_owned(), role }, len });
        }
        if let Some(near) = near(paragraph) {
            return Some(near);
        }
        let found = colon.then(|| self.stamp.captures(paragraph)).flatten()?;
        let (len, name) = (found.get(0)?.end(), found.get(1).or(found.get(2)).or(found.get(3))?.as_str());
        self.may_speak(name).then(|| Marker { sign: Sign::Stamp { name: name.to_owned() }, len })
    }

    /// Whether a name is none of the words that never speak.
    fn may_speak(&self, name: &str) -> bool {
        let stripped = name.trim_end_matches('.').to_lowercase();
        // "Tina McKenzie. Image:" is the end of a caption.
        let last = stripped.rsplit(". ").next().unwrap_or_default();
        // "Listing 2:", and what has one: "Operator (Listing 2):".
        let numbered = |word: &str| {
            word.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ')').trim_end().to_owned()
        };
        let never = |word: &str| {
            let word = numbered(word.rsplit('(').next().unwrap_or(word));
            self.data.never.contains(&word)
        };
        // "Regards, Ann" ends a letter.
        let first = stripped.split(',').next().unwrap_or_default();
        !never(&stripped) && !never(last) && !never(first)
    }

    /// Whether the word is a noun of what is read out: "*Remarks* by Ann Ode".
    pub(super) fn is_speech(&self, word: &str) -> bool {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        self.data.speech.contains(&bare)
    }

    /// Whether the word is a noun of what somebody or a body reads out: "*Statement* by Ann Ode".
    pub(super) fn is_statement(&self, word: &str) -> bool {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        self.data.statement.contains(&bare)
    }

    /// The role that a label names: `Q`, `Journalist 2`, `MODERATOR`.
    pub(super) fn role(&self, label: &str) -> Option<TurnRole> {
        let word = label.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == '.');
        let word = word.to_lowercase();
        // "The PRESIDING OFFICER"
        let known = |list: &[String]| {
            list.contains(&word)
                || word.strip_prefix("the ").is_some_and(|word| list.iter().any(|w| w == word))
        };
        [
            (&self.data.question, TurnRole::Question),
            (&self.data.answer, TurnRole::Answer),
            (&self.data.moderator, TurnRole::Moderator),
        ]
        .into_iter()
        .find(|(list, _)| known(list))
        .map(|(_, role)| role)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_end_with_whose_the_picture_is() {
        let data = include_bytes!(concat!(env!("OUT_DIR"), "/block.bin"));
        let labels = Labels::new(onrecord_resource::decode(data).unwrap()).unwrap();
        let cases = [
            ("A magician on the stage. Image: Paul Budd.", true),
            ("The hall (Photo: Reuters)", true),
            ("It was about one thing, the image: How do we look?", false),
            (
                "Image: what people see when they think of us is not what we are, and it never was for all those years.",
                false,
            ),
            ("I have two of them: Ann and Bo.", false),
        ];
        for (text, expected) in cases {
            assert_eq!(labels.is_caption(text), expected, "{text}");
        }
    }

    #[test]
    fn markers_are_dashes_labels_letters_and_bold() {
        let data = include_bytes!(concat!(env!("OUT_DIR"), "/block.bin"));
        let labels = Labels::new(onrecord_resource::decode(data).unwrap()).unwrap();
        #[rustfmt::skip]
        let cases = [
            ("– Yes, indeed.", Some(("-", "Yes, indeed."))),
            ("—Yes, indeed.", Some(("-", "Yes, indeed."))),
            ("-5 degrees", None),
            (">> Yes, indeed.", Some(("-", "Yes, indeed."))),
            ("> Yes, indeed.", None),
            ("DY CHANDRACHUD: Dr. Guruswamy.", Some(("DY CHANDRACHUD", "Dr. Guruswamy."))),
            ("MR. HILL: Thank you.", Some(("MR. HILL", "Thank you."))),
            ("Sir Amy Sells (Bromley and Chislehurst): Good morning", Some(("Sir Amy Sells", "Good morning"))),
            ("Ursula von der Leyen: Good morning", Some(("Ursula von der Leyen", "Good morning"))),
            ("**Anna Ode:** Good morning", Some(("Anna Ode", "Good morning"))),
            ("[00:12:01] Anna Ode: Good morning", Some(("Anna Ode", "Good morning"))),
            ("Q: Why?", Some(("Q", "Why?"))),
            ("A. Because.", Some(("A", "Because."))),
            ("Journalist 2: Why?", Some(("Journalist 2", "Why?"))),
            ("ANNA ODE:\nGood morning", Some(("ANNA ODE", "Good morning"))),
            ("SEN. ANN ODE (R-AZ), CHAIR, TRADE COMMITTEE: Thank you.", Some(("SEN. ANN ODE", "Thank you."))),
            ("BO EK, HOST, \"BO & CO.\" (voice-over): Thank you.", Some(("BO EK, HOST", "Thank you."))),
            ("Ann Ode (Leeds), Minister for Trade: Thank you.", Some(("Ann Ode", "Thank you."))),
            ("Oman (and Chad), which met there: nothing.", None),
            ("Dame Ann Ode (Leeds) (Ind): Thank you.", Some(("Dame Ann Ode", "Thank you."))),
            ("1. Ann Ode (Leeds) (Ind): Why?", Some(("Ann Ode", "Why?"))),
            ("1. Ann Ode: a list of hers.", None),
            ("Mr. Ek (Oman) (spoke in Arabic): Thank you.", Some(("Mr. Ek", "Thank you."))),
            ("Oman (1990) (and Chad) left: nothing.", None),
            ("Ann Ode, on behalf of the Group of Seven: Thank you.", Some(("Ann Ode, on behalf of the Group of Seven", "Thank you."))),
            ("The Secretary of State for Ports, Rain and Roads (Mr Bo Ek): Thank you.", Some(("Mr Bo Ek", "Thank you."))),
            ("The Secretary of State for Ports, Rain and Roads (Bo Ek): Thank you.", Some(("Bo Ek", "Thank you."))),
            ("The Under-Secretary of State (Ms Ode): Thank you.", Some(("Ms Ode", "Thank you."))),
            ("The Witness (Through Interpreter): Thank you.", Some(("The Witness", "Thank you."))),
            ("The ports, which were new (Mr Bo Ek): a list.", None),
            ("OSLO, Norway--(BUSINESS WIRE)--Ode Rain, Inc. (NASDAQ: ODER) bought Ek AG.", None),
            ("OSLO, Norway--Ode Rain Bought: a list", None),
            ("Q Thank you.", Some(("question?", "Thank you."))),
            ("Q  (Inaudible.)", Some(("question?", "(Inaudible.)"))),
            ("A In Oman.", Some(("answer?", "In Oman."))),
            ("Q2 Figures of Ode Rain", None),
            ("Attorney General ODE. I rise today.", Some(("Attorney General ODE", "I rise today."))),
            ("Attorney General Ode rose. He spoke.", None),
            ("00:01:02.120 Ann Ode: Yes", Some(("Ann Ode", "Yes"))),
            ("Ann Ode (10:03 AM): Yes", Some(("Ann Ode", "Yes"))),
            ("10:03 AM Ann Ode: Yes", Some(("Ann Ode", "Yes"))),
            ("Ann Ode   0:05\nYes", Some(("0:00 Ann Ode", "Yes"))),
            ("Ann Ode\n0:05\nYes", Some(("0:00 Ann Ode", "Yes"))),
            ("0:05 Ann Ode\nYes", Some(("0:00 Ann Ode", "Yes"))),
            ("Ann Ode [0:05] Yes", Some(("0:00 Ann Ode", "Yes"))),
            ("Ann Ode (0:05) Yes", None),
            ("**Ann Ode** 00:00:05", Some(("0:00 Ann Ode", ""))),
            ("[1:02:03] Speaker 1\nYes", Some(("0:00 Speaker 1", "Yes"))),
            ("Ann Ode spoke at 10:30\nYes", None),
            ("Ann Ode 10:30 in Oman\nYes", None),
            ("Ann Ode 10\nYes", None),
            ("Duration 10:30\nYes", None),
            ("10:30\nYes", None),
            ("**Why is it so?**", None),
            ("**Iran: why is it so?**", None),
            ("**Question: why is it so?**", Some(("Question", "why is it so?**"))),
            ("Q1: Why?", Some(("Q1", "Why?"))),
            ("A12. Because.", Some(("A12", "Because."))),
            ("A4 paper is white.", None),
            ("Note: this is a draft.", None),
            ("Anna Ode. Image: Press Office", None),
            ("12:30: Note the time", None),
            ("https://example.org", None),
            ("He said: no.", None),
            ("Regards, Ann Ode: no.", None),
            ("Q    Mr. President, why?", Some(("Q", "Mr. President, why?"))),
            ("Q fever is a disease.", None),
            ("Mr. LEAHY. I rise today.", Some(("Mr. LEAHY", "I rise today."))),
            ("Ms. Jackson Lee of Texas. I yield.", Some(("Ms. Jackson Lee of Texas", "I yield."))),
            ("The PRESIDING OFFICER. The clerk will call the roll.", Some(("The PRESIDING OFFICER", "The clerk will call the roll."))),
            ("Ms. Lee (Herald). — Why?", Some(("Ms. Lee", "Why?"))),
            ("Mr. LEAHY.—I rise today.", Some(("Mr. LEAHY", "I rise today."))),
            ("Mr. Leahy rose. He spoke.", None),
            ("The Senate. It met.", None),
            ("A dog barked.", None),
        ];
        for (paragraph, expected) in cases {
            let found = labels.read(paragraph).map(|m| {
                let name = match m.sign {
                    Sign::Dash => "-".to_owned(),
                    Sign::Near { role } => format!("{}?", role.name()),
                    Sign::Label { name, .. } => name,
                    Sign::Stamp { name } => format!("0:00 {name}"),
                };
                (name, &paragraph[m.len..])
            });
            assert_eq!(found.as_ref().map(|(name, rest)| (name.as_str(), *rest)), expected, "{paragraph}");
        }
    }
}
