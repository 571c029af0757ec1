//! Nobody is named, and what is asked is told from what is answered: by a dash, by its type, or by its question mark.

use std::collections::BTreeMap;
use std::ops::Range;

use onrecord_resource::block::Style;

use super::Opening;
use crate::block::marker::{Labels, Marker, Sign};
use crate::document::{Paragraph, ParagraphKind, TurnRole};
use crate::text::Text;

/// Dashes alternate between asking and answering; a list of points has no question in it.
pub(super) fn dashed(
    text: &Text,
    paragraphs: &[Paragraph],
    markers: &[Option<Marker>],
) -> Vec<Opening<'static>> {
    let rows: Vec<(usize, usize)> = (markers.iter().enumerate())
        .filter_map(|(row, m)| m.as_ref().filter(|m| m.sign == Sign::Dash).map(|m| (row, m.len)))
        .collect();
    let asks = rows.iter().filter(|(row, _)| text.slice(paragraphs[*row].span).contains('?')).count();
    if rows.len() < 2 || asks == 0 || asks * if asks > 1 { 8 } else { 6 } < rows.len() {
        return Vec::new();
    }
    let ends_asking = |parity: usize| {
        let own = rows.iter().skip(parity).step_by(2);
        own.filter(|(row, _)| text.slice(paragraphs[*row].span).ends_with('?')).count()
    };
    let mut asker = usize::from(ends_asking(1) > ends_asking(0));
    let ends = |i: usize| {
        rows.get(i).is_some_and(|(row, _)| {
            text.slice(paragraphs[*row].span).trim_end_matches(['”', '"']).ends_with('?')
        })
    };
    rows.iter()
        .enumerate()
        .map(|(i, &(row, len))| {
            // Somebody goes on after a break: the next one asks.
            if i > 0 && i % 2 == asker && !ends(i) && ends(i + 1) && !ends(i + 2) {
                asker = 1 - asker;
            }
            let role = if i % 2 == asker { TurnRole::Question } else { TurnRole::Answer };
            Opening { role: Some(role), ..Opening::of(text, paragraphs, row, len) }
        })
        .collect()
}

/// Questions that are set off, answers in plain type. What only begins in its own way is a heading or a point of a list as well, and
/// asks somebody where the text calls itself an interview.
pub(super) fn set_off<'a>(text: &Text, paragraphs: &[Paragraph], style: &'a Style) -> Vec<Opening<'a>> {
    let asked = |row: usize| style.asked(text.slice(paragraphs[row].span));
    let questions: BTreeMap<usize, Range<usize>> =
        (0..paragraphs.len()).filter_map(|row| Some((row, asked(row)?))).collect();
    let asking = |(row, range): &(&usize, &Range<usize>)| {
        text.slice(paragraphs[**row].span)[(*range).clone()].ends_with('?')
    };
    let asks = questions.iter().filter(asking).count();
    let Some((&first, _)) = questions.first_key_value() else { return Vec::new() };
    let interview = is_interview(text, paragraphs[first].span.start());
    let share = if interview { 4 } else { 2 };
    let unsure = style.behind.is_empty() && !interview;
    if questions.len() < 2 || asks * share < questions.len() || unsure {
        return Vec::new();
    }
    alternate(text, paragraphs, &questions, &style.behind)
}

/// Whether a text calls itself an interview before byte `end`.
fn is_interview(text: &Text, end: usize) -> bool {
    let before = text.as_str()[..end].to_lowercase();
    let called =
        ["interview", "transcript", "spoke with", "spoke to", "talks to", "talked to", "tells", "q&a"];
    called.iter().any(|word| before.contains(word))
}

/// Nothing marks a turn: short paragraphs that ask, each with an answer behind it. Where most have a question mark, others may
/// ask for something or tell the one who answers of themselves.
pub(super) fn plain(text: &Text, paragraphs: &[Paragraph], labels: &Labels) -> Vec<Opening<'static>> {
    let words = |row: usize| text.slice(paragraphs[row].span).split_whitespace().count();
    let asks = |row: usize| {
        let boilerplate = paragraphs[row].kind == ParagraphKind::Boilerplate;
        !boilerplate && text.slice(paragraphs[row].span).ends_with('?') && words(row) <= ASKED
    };
    let length = |row: usize| text.slice(paragraphs[row].span).len();
    let mut questions: BTreeMap<usize, Range<usize>> =
        (1..paragraphs.len()).filter(|&row| asks(row)).map(|row| (row, 0..length(row))).collect();
    let answered = questions.keys().filter(|&&row| row + 1 < paragraphs.len() && !asks(row + 1)).count();
    let Some((&first, _)) = questions.first_key_value() else { return Vec::new() };
    // Two are enough where both have an answer that is longer.
    let long = |row: usize| row + 1 < paragraphs.len() && words(row + 1) > words(row);
    let two = questions.len() == 2 && questions.keys().all(|&row| long(row) && !asks(row + 1));
    let enough = two || questions.len() >= 3 && answered * 3 >= questions.len() * 2;
    if !enough || !is_interview(text, paragraphs[first].span.start()) {
        return Vec::new();
    }
    if !two {
        let parties = |row: usize| Parties::of(text.slice(paragraphs[row].span));
        for (row, paragraph) in paragraphs.iter().enumerate().skip(1) {
            let next = row + 1;
            let near = [row - 1, row, next].iter().any(|near| questions.contains_key(near));
            if near || next == paragraphs.len() || paragraph.kind == ParagraphKind::Boilerplate {
                continue;
            }
            let requested = || words(row) <= ASKED && labels.requests(text.slice(paragraph.span));
            let told = || words(row) <= TOLD && parties(row).only_you() && parties(next).me;
            if requested() || told() {
                questions.insert(row, 0..length(row));
            }
        }
    }
    alternate(text, paragraphs, &questions, "")
}

/// Words of a paragraph that asks, at most.
const ASKED: usize = 90;

/// Words of a paragraph that asks by telling somebody of themselves, at most.
const TOLD: usize = 40;

/// Of whom a paragraph speaks.
struct Parties {
    me: bool,
    you: bool,
}

impl Parties {
    fn of(content: &str) -> Self {
        let mut parties = Self { me: false, you: false };
        for word in content.split(|c: char| !c.is_alphabetic()) {
            match word.to_lowercase().as_str() {
                "i" | "me" | "my" | "mine" | "we" | "us" | "our" => parties.me = true,
                "you" | "your" | "yours" => parties.you = true,
                _ => {}
            }
        }
        parties
    }

    fn only_you(&self) -> bool {
        self.you && !self.me
    }
}

/// The paragraphs `questions` ask, with these bytes of them and `closing` behind; what stands between them answers.
fn alternate<'a>(
    text: &Text,
    paragraphs: &[Paragraph],
    questions: &BTreeMap<usize, Range<usize>>,
    closing: &'a str,
) -> Vec<Opening<'a>> {
    let mut openings: Vec<Opening> = Vec::new();
    let Some((&first, _)) = questions.first_key_value() else { return openings };
    for (row, paragraph) in paragraphs.iter().enumerate().skip(first) {
        let question = questions.get(&row);
        let role = if question.is_some() { TurnRole::Question } else { TurnRole::Answer };
        let last = openings.last().and_then(|o| o.role);
        if role == TurnRole::Answer && (last == Some(role) || paragraph.kind == ParagraphKind::Boilerplate) {
            continue;
        }
        let closing = if question.is_some() { closing } else { "" };
        let opening = Opening::of(text, paragraphs, row, question.map_or(0, |range| range.start));
        openings.push(Opening { role: Some(role), closing, ..opening });
    }
    openings
}
