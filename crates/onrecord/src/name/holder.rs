//! People named behind the office that they hold: "the Prime Minister of Kazakhstan | Askar Mamin".
//!
//! In official English a name follows its office without a comma, and runs into the country or body that the office is of.
//! Where an office is followed by "of" and a listed country or body, or what a minister is for, the capitalised words behind
//! these are a person.

use onrecord_resource::lexicon::Class;

use super::Name;
use super::words::Words;
use crate::document::EntityKind;
use crate::syntax::Upos;

/// Words of a name at most.
const LONGEST: usize = 6;

/// Classes of words that no person is called.
const OTHERS: [Class; 11] = [
    Class::OrganizationWord,
    Class::EventWord,
    Class::ProgramWord,
    Class::DocumentWord,
    Class::PlaceWord,
    Class::Office,
    Class::Country,
    Class::Capital,
    Class::Place,
    Class::Organization,
    Class::NoName,
];

/// The countries and bodies of such offices, each with the person behind it, in text order.
pub(super) fn read(words: &Words) -> Vec<Name> {
    let mut names = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let of = of_office(words, at);
        let body = of.and_then(|of| person(words, of.end, 2));
        let field =
            || of_field(words, at).or_else(|| of_state(words, at)).and_then(|end| person(words, end, 1));
        let found = body.or_else(|| field().filter(|_| of.is_none()));
        at = found.map_or(at + 1, |person| person.end);
        names.extend(of.filter(|_| found.is_some()).into_iter().chain(found));
    }
    names
}

/// The country or body that the office at word `at` is of.
fn of_office(words: &Words, at: usize) -> Option<Name> {
    let of = words.class_end(at, Class::Office).filter(|&of| words.text(of) == "of")?;
    let start = of + 1 + usize::from(words.text(of + 1) == "the");
    let hit = words.hits.longest(words.lexicon, start, &[Class::Country, Class::Organization])?;
    let country = words.lexicon.entry(hit).class == Class::Country;
    let kind = if country { EntityKind::Country } else { EntityKind::Organization };
    Some(Name { start, end: hit.end, kind, entry: Some(hit.entry) })
}

/// Where the fields end that the minister at word `at` is for: "Minister of Energy | Ann Ode".
fn of_field(words: &Words, at: usize) -> Option<usize> {
    let of = at + 1;
    if !words.has_code(at, Class::OfficeWord, "minister") || words.text(of) != "of" {
        return None;
    }
    let field = |at: usize| words.is_capital(at) && words.has_code(at, Class::OfficeWord, "field");
    let mut end = of + 1;
    while field(end) || end > of + 1 && matches!(words.text(end), "and" | "," | "&") && field(end + 1) {
        end += 1;
    }
    (end > of + 1).then_some(end)
}

/// Where the listed office at word `at` ends that is of something by its own words: "Secretary of State | Ode".
fn of_state(words: &Words, at: usize) -> Option<usize> {
    let end = words.class_end(at, Class::Office)?;
    let of = (at..end).any(|at| words.text(at) == "of");
    (of && words.is_capital(at) && words.is_capital(end - 1)).then_some(end)
}

/// The person whose name begins with word `start`, if at least so many capitalised words stand there.
fn person(words: &Words, start: usize, least: usize) -> Option<Name> {
    let sentence = words.reading.sentence_of(start.checked_sub(1)?);
    let inside = |at: usize| at < words.len() && words.reading.sentence_of(at) == sentence;
    // Of "Jae-in" a tagger may make a noun.
    let named = |at: usize| match words.reading.tokens.upos(at) {
        Upos::Propn => true,
        Upos::Noun => words.text(at + 1) == "-" && words.glued(at + 1),
        _ => false,
    };
    let called =
        |at: usize| inside(at) && words.is_capital(at) && named(at) && !words.text(at).ends_with('.');
    let (mut end, mut parts) = (start, 0);
    while end < start + LONGEST {
        let particle = parts > 0 && words.is(end, Class::Particle) && called(end + 1);
        let hyphen = parts > 0
            && words.text(end) == "-"
            && words.glued(end)
            && inside(end + 1)
            && words.glued(end + 1);
        if hyphen {
            end += 2;
        } else if called(end) || particle {
            parts += usize::from(!particle);
            end += 1;
        } else {
            break;
        }
    }
    let other = |at: usize| OTHERS.iter().any(|&class| words.is(at, class)) && !words.is(at, Class::Given);
    // "Minister of State Mohammed *al-Khulaifi*": a name that goes on.
    let whole = parts > 1 || !words.is(end, Class::Particle);
    let fits = parts >= least && whole && !(start..end).any(other);
    fits.then_some(Name { start, end, kind: EntityKind::Person, entry: None })
}

#[cfg(test)]
mod tests {
    use crate::Engine;
    use crate::name::tests::names;

    #[test]
    fn holders_are_told_from_the_country_of_their_office() {
        let engine = Engine::new().unwrap();
        #[rustfmt::skip]
        let cases = [
            ("Minister of Foreign Affairs of the Republic of Armenia Ararat Mirzoyan met the press.", "Republic of Armenia, Ararat Mirzoyan"),
            ("President of the Republic of Korea Moon Jae-in arrived on Monday.", "Republic of Korea, Moon Jae-in"),
            ("The Prime Minister of Kazakhstan Askar Mamin spoke.", "Kazakhstan, Askar Mamin"),
            ("The Secretary-General of NATO Jens Stoltenberg spoke.", "NATO, Jens Stoltenberg"),
            ("Interview with Minister of Energy Almassadam Satkaliyev", "Almassadam Satkaliyev"),
            ("Interview with Minister of Trade and Industry Ann Ode", "Ann Ode"),
            ("Interview with the Minister of Trade and Industry", ""),
            ("She spoke with Secretary of State Whitfield this morning.", "Whitfield"),
            ("Minister of Energy Whitfield left.", "Whitfield"),
            ("The Secretary of State arrived on Monday.", ""),
            ("The President of Kazakhstan, Kassym-Jomart Tokayev, spoke.", "Kazakhstan, Kassym-Jomart Tokayev"),
            ("The President of Kenya Airways resigned.", "Kenya Airways"),
            ("The Prime Minister of Japan arrived on Monday.", "Japan"),
        ];
        for (text, expected) in cases {
            let names: Vec<String> = names(&engine, text).into_iter().map(|(_, name)| name).collect();
            assert_eq!(names.join(", "), expected, "{text}");
        }
    }
}
