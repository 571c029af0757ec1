//! Names that an office beside them makes a person's.
//!
//! "Massoud Barlas*, the finance minister,* left": no body is a minister, so whatever a finder takes the name for, it is somebody.

use onrecord_resource::lexicon::Class;

use super::Name;
use super::words::Words;
use crate::document::EntityKind;

/// Codes of the offices that only people hold; "the founder" and "the producer" may be a firm.
const PERSONAL: [&str; 9] = ["GOV", "LEG", "JUD", "MIL", "COP", "IGO", "EDU", "JRN", "REL"];

/// Words of such a name at most.
const LONG: usize = 4;

/// Makes people of such names.
pub(super) fn read(words: &Words, names: &mut [Name]) {
    for name in names.iter_mut().filter(|name| is_unknown(words, name) && holds_office(words, name)) {
        name.kind = EntityKind::Person;
    }
}

/// Whether a finder alone takes the name for a body, and no word of it says so.
fn is_unknown(words: &Words, name: &Name) -> bool {
    let body = |at: usize| words.is(at, Class::OrganizationWord) || !words.is_capital(at);
    name.kind == EntityKind::Organization
        && name.entry.is_none()
        && (2..=LONG).contains(&(name.end - name.start))
        && !(name.start..name.end).any(body)
}

/// Whether an office follows behind a comma, up to the next comma or what it is of.
fn holds_office(words: &Words, name: &Name) -> bool {
    if words.text(name.end) != "," {
        return false;
    }
    let article = matches!(words.text(name.end + 1), "the" | "a" | "an");
    let at = name.end + 1 + usize::from(article);
    let at = [Class::Country, Class::Adjective].iter().find_map(|&of| words.class_end(at, of)).unwrap_or(at);
    // "the U.S. *senior* adviser"
    let degree = usize::from(words.has_code(at, Class::OfficeWord, "degree"));
    let office = |at: usize| words.hits.longest(words.lexicon, at, &[Class::Office]);
    office(at + degree).or_else(|| office(at)).is_some_and(|hit| {
        let entry = words.lexicon.entry(hit);
        let personal = entry.code.as_deref().is_some_and(|code| PERSONAL.contains(&code));
        let ends = matches!(words.text(hit.end), "," | "." | "of" | "for" | "to" | "in");
        // "Kenya Airways, the leader in" …
        personal && ends && entry.name != "leader"
    })
}

#[cfg(test)]
mod tests {
    use crate::name::tests::check;

    #[test]
    fn who_holds_an_office_is_a_person() {
        #[rustfmt::skip]
        let cases: &[(&str, &str)] = &[
            ("Massoud Barlas, the finance minister, left.", "person Massoud Barlas"),
            ("Massoud Barlas, the U.S. senior adviser for Africa, left.", "person Massoud Barlas, country U.S., place Africa"),
            ("Zonk Systems, the leader in cheese, left.", "organization Zonk Systems"),
        ];
        check(cases);
    }
}
