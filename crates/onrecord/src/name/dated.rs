//! Happenings named by their year or number: "2019 Ukrainian parliamentary election", "2003 invasion of Iraq", "2nd Forum".
//!
//! Such a name begins with a year, has somebody's or some place's name or adjective in it, and ends with a word for
//! happenings and the place that it was in. Its head is written small, so that no capital tells where the name ends.

use onrecord_resource::lexicon::Class;

use super::Name;
use super::words::Words;
use crate::document::EntityKind;
use crate::syntax::Upos;

/// Words between the year and the head.
const INNER: usize = 8;

/// Words of the place after the head.
const PLACE: usize = 4;

/// The names in text order.
pub(super) fn read(words: &Words) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for at in 0..words.len() {
        if names.last().is_none_or(|last| last.end <= at) {
            let name = |end| Name { start: at, end, kind: EntityKind::Event, entry: None };
            names.extend(end(words, at).map(name));
        }
    }
    names
}

/// Lengthens events by the number before them: the "2nd" of "2nd China International Import Exhibition", the "XXIV" of
/// "XXIV Olympic Winter Games", the year of "the 2010 World Cup"; but "in 2010 World Cup players met".
pub(super) fn number(words: &Words, names: &mut [Name]) {
    let taken: Vec<usize> = names.iter().map(|name| name.end).collect();
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Event && name.end > name.start + 1) {
        let Some(before) = name.start.checked_sub(1) else { continue };
        let word = words.text(before);
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let ordinal = (1..=3).contains(&digits) && matches!(&word[digits..], "st" | "nd" | "rd" | "th");
        let roman = word.len() > 1 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
        let same = words.reading.sentence_of(before) == words.reading.sentence_of(name.start);
        let dated = before.checked_sub(1).map(|at| words.text(at).to_lowercase());
        let dated = matches!(dated.as_deref(), Some("in" | "since" | "by" | "until" | "from" | "and"));
        if (ordinal || roman || is_year(word) && !dated) && same && taken.binary_search(&name.start).is_err()
        {
            name.start = before;
        }
    }
}

/// Where the name that begins with the year at `start` ends, if one does.
fn end(words: &Words, start: usize) -> Option<usize> {
    if !is_year(words.text(start)) {
        return None;
    }
    let sentence = words.reading.sentence_of(start);
    let inside = |at: usize| at < words.len() && words.reading.sentence_of(at) == sentence;
    let inner = |at: usize| {
        let upos = words.reading.tokens.upos(at);
        matches!(upos, Upos::Propn | Upos::Adj | Upos::Noun)
            || words.is_capital(at)
            || words.text(at) == "-" && words.glued(at)
    };
    let mut head = start + 1;
    while inside(head) && head - start <= INNER && !is_head(words, head) {
        if !inner(head) {
            return None;
        }
        head += 1;
    }
    let named = (start + 1..head).any(|at| words.is_capital(at));
    if !inside(head) || !is_head(words, head) || !named {
        return None;
    }
    let mut end = head + 1;
    if matches!(words.text(end), "in" | "of") {
        let place = (end + 1..end + 1 + PLACE)
            .take_while(|&at| inside(at) && words.is_capital(at) && inner(at))
            .count();
        if place > 0 {
            end += 1 + place;
        }
    }
    Some(end)
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|b| b.is_ascii_digit())
        && matches!(&word[..2], "17" | "18" | "19" | "20")
}

/// Whether the word, and no longer name with it, is a word for happenings.
fn is_head(words: &Words, at: usize) -> bool {
    words.class_end(at, Class::EventWord) == Some(at + 1) && !words.is_capital(at)
}

#[cfg(test)]
mod tests {
    use crate::{Engine, Input, Layers};

    #[test]
    fn a_year_a_name_and_a_happening_make_an_event() {
        let engine = Engine::new().unwrap();
        #[rustfmt::skip]
        let cases = [
            ("She won the 2019 Ukrainian parliamentary election.", Some("2019 Ukrainian parliamentary election")),
            ("He stood in the 1996 United States Senate special election in Oregon.", Some("1996 United States Senate special election in Oregon")),
            ("He opened the 2nd China International Import Exhibition.", Some("2nd China International Import Exhibition")),
            ("She came 2nd. The Astana Economic Forum began.", Some("Astana Economic Forum")),
            ("They won the 2010 World Cup in Oman.", Some("2010 World Cup")),
            ("In 2010 World Cup players met.", Some("World Cup")),
            ("The 2019 election was fair.", None),
            ("In 2019 the Ukrainian parliament held an election.", None),
        ];
        for (text, expected) in cases {
            let document = engine
                .extract(Input { text: text.to_owned(), ..Input::default() }, Layers::MENTIONS)
                .unwrap();
            let events = document.named.mentions.iter().filter(|mention| mention.kind.name() == "event");
            let found: Vec<&str> = events.map(|mention| document.reading.text.slice(mention.span)).collect();
            assert_eq!(found.first().copied(), expected, "{text}");
        }
    }
}
