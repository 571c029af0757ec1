//! Who speaks stands before what is said: with a colon, with a time, or set off in another way.

use std::collections::BTreeMap;

use onrecord_resource::block::Style;

use super::{Opening, spoken};
use crate::block::marker::{Labels, Marker, Sign};
use crate::document::{Paragraph, ParagraphKind, TurnRole};
use crate::text::Text;

/// Lines with a name and a time: a conversation if time goes on, sentences stand below, and somebody speaks again or the clock
/// begins at zero. A programme has neither.
pub(super) fn stamped(
    text: &Text,
    paragraphs: &[Paragraph],
    markers: &[Option<Marker>],
) -> Vec<Opening<'static>> {
    let mut found: Vec<Opening> = Vec::new();
    let mut times: Vec<Vec<u32>> = Vec::new();
    for (row, marker) in markers.iter().enumerate() {
        let Some(Marker { sign: Sign::Stamp { name }, len }) = marker else { continue };
        let opening = Opening::of(text, paragraphs, row, *len);
        times.extend(opening.label.map(|label| clock(text.slice(label))));
        found.push(Opening { speaker: name.to_uppercase(), ..opening });
    }
    let next = |i: usize| found.get(i + 1).map_or(paragraphs.len(), |opening| opening.paragraph);
    let says = |&(i, opening): &(usize, &Opening)| {
        let said = spoken(text, paragraphs, opening, next(i)).map_or("", |span| text.slice(span));
        said.split_whitespace().any(|word| word.ends_with(['.', '?', '!', '…']))
    };
    let saying = found.iter().enumerate().filter(says).count();
    let rises = times.windows(2).all(|pair| pair[0].len() < pair[1].len() || pair[0] <= pair[1]);
    let zero = times.first().and_then(|time| time.first()) == Some(&0);
    let mut speakers: Vec<&str> = found.iter().map(|opening| opening.speaker.as_str()).collect();
    speakers.sort_unstable();
    let recurs = speakers.windows(2).any(|pair| pair[0] == pair[1]);
    let conversation = found.len() >= 2 && rises && saying * 2 >= found.len() && (recurs || zero);
    if conversation { found } else { Vec::new() }
}

/// The numbers of the time in a label, hours or minutes first.
fn clock(label: &str) -> Vec<u32> {
    let is_time = |word: &&str| word.contains(':') && word.contains(|c: char| c.is_ascii_digit());
    let time = label.split_whitespace().find(is_time).unwrap_or_default();
    time.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect()
}

/// Names with colons: a conversation if one asks by its own word, one recurs, or several are written as labels are. A letter without a
/// colon makes none, but beside who examines.
pub(super) fn labelled(
    text: &Text,
    paragraphs: &[Paragraph],
    labels: &Labels,
    markers: &[Option<Marker>],
) -> Vec<Opening<'static>> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let (mut roles, mut shouted) = (0, 0);
    let mut found = Vec::new();
    for (row, marker) in markers.iter().enumerate() {
        let Some(Marker { sign, len }) = marker else { continue };
        let opening = Opening::of(text, paragraphs, row, *len);
        match sign {
            Sign::Label { name, role } if !is_contact(text, paragraphs, &opening) => {
                let speaker = surname(name);
                *times.entry(speaker.clone()).or_default() += 1;
                roles += usize::from(role.is_some());
                shouted += usize::from(is_shouted(name));
                found.push(Opening { speaker, role: *role, ..opening });
            }
            Sign::Near { role } => found.push(Opening { role: Some(*role), ..opening }),
            _ => {}
        }
    }
    let (asked, answered) = near(&mut found);
    let examines =
        |opening: &Opening| labels.examiner(text.slice(paragraphs[opening.paragraph].span)).is_some();
    roles += usize::from(answered > 0 && asked > 0 && found.iter().any(examines));
    let recurs = found.len() >= 3 && times.values().any(|&n| n > 1);
    let conversation = found.len() >= 2 && (roles > 0 || recurs || shouted >= 2);
    if !conversation {
        return Vec::new();
    }
    // "Ode: The vote will be late", and a report below it that gives some turns: a headline.
    let far = |found: &[Opening]| found.get(1).is_some_and(|second| second.paragraph > 2);
    if paragraphs.first().is_some_and(|p| p.kind == ParagraphKind::Headline) && far(&found) {
        found.retain(|opening| opening.paragraph > 0 || opening.role.is_some());
    }
    if !only_asks(&found) && is_told(paragraphs, &found) {
        for opening in &mut found {
            opening.alone = true;
        }
    }
    settle(text, paragraphs, found)
}

/// How many of the openings ask and answer by a letter that has no colon. "A dog barked." opens nothing: an answer stands next to its
/// question, and most questions have one.
fn near(found: &mut Vec<Opening>) -> (usize, usize) {
    let near = |opening: &Opening, role| opening.speaker.is_empty() && opening.role == Some(role);
    let mut asked = false;
    found.retain(|opening| {
        let kept = asked || !near(opening, TurnRole::Answer);
        asked = opening.role == Some(TurnRole::Question);
        kept
    });
    let count = |found: &[Opening], role| found.iter().filter(|opening| near(opening, role)).count();
    let (asked, answered) = (count(found, TurnRole::Question), count(found, TurnRole::Answer));
    if answered * 2 < asked {
        found.retain(|opening| !near(opening, TurnRole::Answer));
    }
    (asked, answered)
}

/// "Media: *Ann Ode, +1 617 555 0142*": whether what stands behind the label, or below it, tells how to reach somebody.
fn is_contact(text: &Text, paragraphs: &[Paragraph], opening: &Opening) -> bool {
    let own = text.as_str().get(opening.start..paragraphs[opening.paragraph].span.end()).unwrap_or_default();
    let next = || paragraphs.get(opening.paragraph + 1).map_or("", |below| text.slice(below.span));
    let said = if own.trim().is_empty() { next() } else { own };
    let short = said.len() <= CONTACT && !said.ends_with(SENTENCE);
    let number = |run: &str| run.bytes().filter(u8::is_ascii_digit).count() >= DIGITS;
    let dialled = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-()./".contains(c);
    let address = |word: &str| word.split_once('@').is_some_and(|(_, host)| host.contains('.'));
    short && (said.split_whitespace().any(address) || said.split(|c: char| !dialled(c)).any(number))
}

/// Names that are set off in the way of `style`.
pub(super) fn set_off(
    text: &Text,
    paragraphs: &[Paragraph],
    labels: &Labels,
    style: &Style,
) -> Vec<Opening<'static>> {
    let mut found: Vec<Opening> = Vec::new();
    for (row, paragraph) in
        paragraphs.iter().enumerate().filter(|(_, p)| p.kind != ParagraphKind::Boilerplate)
    {
        let marker = labels.set_off(style, text.slice(paragraph.span));
        let Some(Marker { sign: Sign::Label { name, role }, len }) = marker else { continue };
        let mut opening = Opening { role, ..Opening::of(text, paragraphs, row, len) };
        // Behind a name in a line of its own, what somebody is: "(Leeds)".
        if opening.start == paragraph.span.end() {
            let behind = paragraphs[row + 1..].iter().take_while(|p| is_aside(text.slice(p.span)));
            opening.start = behind.last().map_or(opening.start, |p| p.span.end());
        }
        found.push(Opening { speaker: surname(&name), ..opening });
    }
    if is_conversation(text, paragraphs, &found, style) {
        settle(text, paragraphs, found)
    } else {
        Vec::new()
    }
}

/// Whether names that are set off make a conversation: somebody speaks again, at least two speak, one of them asks, and what they
/// say are sentences that make up a good part of what stands between the first and the last.
fn is_conversation(text: &Text, paragraphs: &[Paragraph], found: &[Opening], style: &Style) -> bool {
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return false };
    let dense = found.len() * SHARE > last.paragraph - first.paragraph;

    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for opening in found {
        *times.entry(&opening.speaker).or_default() += 1;
    }
    let again = |opening: &&Opening| times.get(&*opening.speaker).is_some_and(|&n| n > 1);
    // "Aim", "Result": a heading has one word, a name alone in a line two or a capital all through.
    let named = |opening: &Opening| {
        let label = opening.label.map_or("", |label| text.slice(label)).trim_matches(['*', '#', ' ']);
        !style.behind.ends_with('\n') || opening.role.is_some() || label.contains(' ') || is_shouted(label)
    };
    let roles = found.iter().filter(|opening| opening.role.is_some()).count();
    // Below letters one who signs them stands alone in a line.
    let enough = if style.is_bare() && roles == 0 { 2 } else { 1 };
    let recurring = times.values().filter(|&&n| n > 1).count() >= enough;
    let recurs = found.len() >= 3 && recurring && found.iter().filter(again).any(named);
    if !(dense && recurs && times.len() > 1) {
        return false;
    }

    let nexts = found.iter().skip(1).map(|opening| opening.paragraph).chain([paragraphs.len()]);
    let said: Vec<&str> = (found.iter().zip(nexts))
        .map(|(opening, next)| spoken(text, paragraphs, opening, next).map_or("", |span| text.slice(span)))
        .collect();
    let ends = |said: &&&str| said.trim_end_matches(['”', '"', ')', '*']).ends_with(SENTENCE);
    let sentences = said.iter().filter(ends).count();
    let asks = roles > 0 || said.iter().any(|said| said.contains('?'));
    asks && sentences * 2 >= found.len()
}

/// Ends of sentences, also of those that somebody breaks off.
const SENTENCE: [char; 7] = ['.', '?', '!', '…', '—', '–', '-'];

/// Bytes of what tells how to reach somebody, at most, and digits of the number of a telephone, at least.
const CONTACT: usize = 200;
const DIGITS: usize = 7;

/// One paragraph in so many, at least, opens a turn.
const SHARE: usize = 6;

/// Bytes of what stands in brackets below a name, at most.
const ASIDE: usize = 80;

/// "(Reading West) (Con)": whether a paragraph stands in brackets.
fn is_aside(paragraph: &str) -> bool {
    paragraph.starts_with('(') && paragraph.ends_with(')') && paragraph.len() <= ASIDE
}

/// Whether a label has capitals only.
fn is_shouted(label: &str) -> bool {
    label.len() > 3 && label.to_uppercase() == *label
}

/// The openings, each with its role, where one of them tells it.
fn settle(text: &Text, paragraphs: &[Paragraph], mut found: Vec<Opening<'static>>) -> Vec<Opening<'static>> {
    if only_asks(&found) {
        found = answered(text, paragraphs, found);
    }
    let roles = found.iter().filter(|opening| opening.role.is_some()).count();
    // One word that names a role decides the others: who is not asking answers.
    if found.iter().any(|o| o.role == Some(TurnRole::Question)) {
        for opening in &mut found {
            opening.role.get_or_insert(TurnRole::Answer);
        }
    } else if found.iter().all(|o| o.role != Some(TurnRole::Moderator)) {
        // Only answers are marked ("Minister:"): the others ask.
        if roles > 0 && roles < found.len() {
            for opening in &mut found {
                opening.role.get_or_insert(TurnRole::Question);
            }
        }
    } else {
        found.iter_mut().filter(|o| o.role != Some(TurnRole::Moderator)).for_each(|o| o.role = None);
    }
    found
}

/// Whether only questions are marked, but for a label here and there.
fn only_asks(found: &[Opening]) -> bool {
    let asking = found.iter().filter(|opening| opening.role == Some(TurnRole::Question)).count();
    asking * 4 >= found.len() * 3
}

/// Only questions are marked: what stands behind the paragraph of one answers it.
fn answered(text: &Text, paragraphs: &[Paragraph], asked: Vec<Opening<'static>>) -> Vec<Opening<'static>> {
    let next: Vec<usize> =
        asked.iter().map(|opening| opening.paragraph).skip(1).chain([paragraphs.len()]).collect();
    let behind = |opening: &Opening, next: usize| {
        if opening.role != Some(TurnRole::Question) {
            return None;
        }
        // A label in a line of its own asks in the next one.
        let end = paragraphs[opening.paragraph].span.end();
        let own = opening.paragraph + if opening.start < end { 1 } else { 2 };
        let answers = |row: &usize| paragraphs[*row].kind != ParagraphKind::Boilerplate;
        (own..next).find(answers)
    };
    let both = asked.into_iter().zip(next).flat_map(|(opening, next)| {
        let answer = behind(&opening, next)
            .map(|row| Opening { role: Some(TurnRole::Answer), ..Opening::of(text, paragraphs, row, 0) });
        [Some(opening), answer].into_iter().flatten()
    });
    both.collect()
}

/// Whether the openings stand in a report: more is told before the first one than is said from there to the last.
fn is_told(paragraphs: &[Paragraph], openings: &[Opening]) -> bool {
    let (Some(first), Some(last)) = (openings.first(), openings.last()) else { return false };
    let length = |paragraphs: &[Paragraph]| -> usize {
        let body = paragraphs.iter().filter(|p| matches!(p.kind, ParagraphKind::Body | ParagraphKind::Lead));
        body.map(|p| p.span.end() - p.span.start()).sum()
    };
    length(&paragraphs[..first.paragraph]) > length(&paragraphs[first.paragraph..=last.paragraph])
}

/// `HILL` for `MR. HILL`, `Christopher HILL, Minister` and `Hill`: later labels shorten the first.
fn surname(name: &str) -> String {
    let name = name.split(',').next().unwrap_or(name);
    let last = name.split(|c: char| c.is_whitespace()).next_back().unwrap_or(name);
    // `Journalist 1` and `Journalist 2` are two.
    if last.starts_with(|c: char| c.is_ascii_digit()) { name.to_uppercase() } else { last.to_uppercase() }
}
