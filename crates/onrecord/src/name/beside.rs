//! The person who stands beside an office, and so holds it: "President *Tokayev*", "*Roberto Maroni*, the president of Lombardy".
//!
//! Commas join a name and an office, and so they do where one is spoken to: "Mr. President, *Ann Lee* left" calls nobody a
//! president. Then nothing says whose office it is, and the sentence goes on behind the second of the two.

use std::ops::Range;

use super::Name;
use super::office::{Office, is_owner, name_at, name_before};
use super::words::Words;
use crate::document::EntityKind;

/// Words in brackets after an office at most.
const BRACKET: usize = 10;

/// The word after the brackets that begin at word `at`, if any begin: "secretary general of CEI *(…)*, Nunzio Galantino".
fn past_bracket(words: &Words, at: usize) -> usize {
    let close = |&at: &usize| words.text(at) == ")";
    let inside = at..(at + BRACKET).min(words.len());
    if words.text(at) == "(" { inside.into_iter().find(close).map_or(at, |close| close + 1) } else { at }
}

/// The comma behind the years that begin at word `at`, if any do: "As governor *from 2014 to 2021*, Ann Lee".
fn past_years(words: &Words, at: usize) -> usize {
    let opens = matches!(words.text(at), "from" | "since" | "between" | "until" | "in");
    let year =
        |at: usize| words.text(at).len() == 4 && words.text(at).bytes().all(|byte| byte.is_ascii_digit());
    let part = |&at: &usize| year(at) || matches!(words.text(at), "to" | "until" | "and" | "-" | "–");
    let end = (at + 1..words.len()).take_while(part).last().map_or(at, |last| last + 1);
    if opens && year(at + 1) && words.text(end) == "," { end } else { at }
}

/// The row of the name of who holds `office`.
pub(super) fn holder(words: &Words, names: &[Name], office: &Office) -> Option<usize> {
    let person = |row: usize| names[row].kind == EntityKind::Person;
    let end = past_years(words, past_bracket(words, office.words.end));
    let mark = |at: usize| matches!(words.text(at), "," | "–" | "—" | "-" | ":");
    let before = |comma: usize| name_before(names, comma).filter(|&row| person(row));
    // A list of people, each with their office: "*Ann Lee*, Minister of Trade, Bo Ode, Ambassador to Kenya".
    let comma =
        office.words.start.checked_sub(1).filter(|&at| words.text(at) == "," && words.text(end) == ",");
    if let Some(row) = comma.and_then(before) {
        return Some(row);
    }
    // "President Tokayev"; "the president of Lombardy, Roberto Maroni"; "the First President – Elbasy Nazarbayev"; "the Prime
    // Minister of Japan, H.E. Ms. Sanae Takaichi".
    let titled = words.past_titles(end + usize::from(mark(end)));
    let behind = [end, end + 1, end + 2, titled].into_iter().find(|&start| {
        let direct = start == end || mark(end) || words.is_capital(end);
        direct
            && name_at(names, start).is_some_and(person)
            && (start < end + 2 || words.is_capital(start - 1))
    });
    if let Some(row) = behind.and_then(|start| name_at(names, start)) {
        return (!is_addressed(words, office, end, &names[row])).then_some(row);
    }
    // "Roberto Maroni, the president of Lombardy"; "Jared Kushner, the *president's* son-in-law" is another one.
    if is_owner(words, office.words.end) {
        return None;
    }
    let start = office.words.start;
    let article = start > 0 && matches!(words.text(start - 1), "the" | "a" | "an" | "The");
    let comma = start.checked_sub(1 + usize::from(article))?;
    // "MS. ODE: *The President* called": who speaks is not who is spoken of.
    let apart = words.reading.turn_of(comma) != words.reading.turn_of(start)
        || words.text(comma) == ":" && words.text(start - 1) == "The";
    // "They would meet Ann Lee, *the minister* said."
    let tells = article && office.of.is_none() && goes_on(words, office.words.end);
    (mark(comma) || words.text(comma) == "(").then(|| before(comma)).flatten().filter(|_| !apart && !tells)
}

/// Whether the office, which a comma at word `end` parts from the name behind it, is somebody who is spoken to: "*Mr. President*, Ann Lee
/// has left", "Thank you, *Senator*, Ann Lee is waiting".
fn is_addressed(words: &Words, office: &Office, end: usize, name: &Name) -> bool {
    let start = office.words.start;
    let before = start.checked_sub(1).map_or("", |at| words.text(at));
    let courtesy = matches!(before, "Mr." | "Mr" | "Madam" | "Madame" | "Mister" | "Mme" | "Dear");
    let bare = office.of.is_none() && (before == "," || words.reading.starts_sentence(start));
    words.text(end) == "," && (courtesy || bare && goes_on(words, name.end))
}

/// Whether a verb with a subject of its own stands at word `at`.
fn goes_on(words: &Words, at: usize) -> bool {
    at < words.len() && matches!(words.reading.tokens.xpos(at), "VBD" | "VBP" | "VBZ" | "MD")
}

/// "Foreign Minister Juan Ode *of Ecuador*": the country or body behind the name that stands behind the office, which ends at
/// word `end`.
pub(super) fn behind_name(words: &Words, names: &[Name], holder: usize, end: usize) -> Option<Range<usize>> {
    let at = names[holder].end;
    let of = names[holder].start >= end && words.text(at) == "of";
    let start = at + 1 + usize::from(words.text(at + 1) == "the");
    let body = name_at(names, start).filter(|&row| of && names[row].kind != EntityKind::Person)?;
    Some(names[body].start..names[body].end)
}

#[cfg(test)]
mod tests {
    use crate::document::FactKind;
    use crate::{Engine, Input, Layers};

    #[test]
    fn an_office_is_held_by_who_stands_beside_it_and_is_not_spoken_to() {
        #[rustfmt::skip]
        let cases: &[(&str, &str)] = &[
            ("The president, Ann Lee, met Bo Ek.", "Ann Lee president"),
            ("Ann Lee, the minister, met Bo Ek.", "Ann Lee minister"),
            ("Senator, Ann Lee is waiting.", ""),
            ("Thank you, Senator, Ann Lee is waiting.", ""),
            ("Mr. President, Ann Lee has accused you.", ""),
            ("They would meet Ann Lee, the minister said.", ""),
            ("Mr. Lee, the governor fired me.", ""),
            ("MS. LEE: The President has left.\n\nQ: Why?\n\nMS. LEE: The President was ill.", ""),
            ("Ann Lee: The Prime Minister cut it.", ""),
        ];
        let engine = Engine::new().unwrap();
        for (text, expected) in cases {
            let input = Input { text: (*text).to_owned(), ..Input::default() };
            let document = engine.extract(input, Layers::FACTS).unwrap();
            let slice = |span| document.reading.text.slice(span);
            let positions = document.said.facts.iter().filter(|fact| fact.kind == FactKind::Position);
            let told = |fact: &crate::document::Fact| {
                fact.args.iter().map(|arg| slice(arg.span)).collect::<Vec<_>>().join(" ")
            };
            assert_eq!(positions.map(told).collect::<Vec<_>>().join(", "), *expected, "{text}");
        }
    }
}
