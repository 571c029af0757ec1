//! Names that go on where the finder has stopped: over "and" in the field of a body, before "of" in front of a place, and before
//! initials.
//!
//! "Center for Strategic | and International Studies" is one body, "the Bank of England and Barclays" are two. What a body is
//! for may be a list; whom it belongs to is not. Where the arcs hang the second half on the field, it belongs to it.

use onrecord_resource::lexicon::Class;

use super::words::Words;
use super::{Name, listed};
use crate::document::EntityKind;
use crate::syntax::{Relation, Upos};

/// Classes whose entries are names by themselves, or stand before one.
const OTHERS: [Class; 8] = [
    Class::Country,
    Class::Capital,
    Class::Place,
    Class::Organization,
    Class::Given,
    Class::Honorific,
    Class::Office,
    Class::OrganizationWord,
];

/// Words of a field at most.
const LONGEST: usize = 10;

/// Lengthens `names`, which are in text order; what a name then covers goes.
pub(super) fn read(words: &Words, names: &mut Vec<Name>) {
    let mut at = 0;
    while at < names.len() {
        let name = names[at];
        let mut longer = match name.kind {
            EntityKind::Organization | EntityKind::Person if of_members(words, name).is_some() => {
                of_members(words, name).unwrap_or(name)
            }
            EntityKind::Organization => {
                let name =
                    Name { end: over_for(words, over_particles(words, name), &names[at + 1..]), ..name };
                let name = Name { end: over_and(words, name, &names[at + 1..]), ..name };
                let longer = name.end > names[at].end;
                let end = if longer { over_of(words, name, &names[at + 1..]) } else { name.end };
                let name = Name { end, ..name };
                Name { start: after_place(words, name, &names[..at]), ..name }
            }
            EntityKind::Place => Name { start: before_of(words, name), ..name },
            EntityKind::Country => body_of(words, name),
            EntityKind::Person => firm(words, name).unwrap_or_else(|| {
                let end = over_family(words, name, &names[at + 1..]);
                Name { start: before_initials(words, name), end, ..name }
            }),
            _ => name,
        };
        if longer != name {
            longer.entry = None;
            names.retain(|other| other.start < longer.start.min(name.start) || other.start >= longer.end);
            let place = names.partition_point(|other| other.start < longer.start);
            // A name before that the place now begins in stays as it is.
            if place == 0 || names[place - 1].end <= longer.start {
                names.insert(place, longer);
                at = place;
            }
        }
        at += 1;
    }
}

/// The body that is named for its members, of which the finder has one half: "Association | of Muslim Scholars".
fn of_members(words: &Words, name: Name) -> Option<Name> {
    let body = |&at: &usize| words.is(at, Class::OrganizationWord) && words.is_capital(at);
    let inside = (name.start..name.end).find(|at| body(at) && words.text(at + 1) == "of");
    let before = name.start.checked_sub(2).filter(|at| body(at) && words.text(at + 1) == "of");
    let head = inside.or(before)?;
    let part = |&at: &usize| {
        let tokens = &words.reading.tokens;
        words.is_capital(at) && matches!(tokens.upos(at), Upos::Propn | Upos::Noun | Upos::Adj)
    };
    let first = head + 2;
    let end = (first..words.len().min(first + LONGEST)).find(|at| !part(at))?;
    let last = end.checked_sub(1).filter(|&last| last >= first)?;
    // "the Union of European States": whose name begins a name of its own is no member.
    let members = words.reading.tokens.feats(last).contains("Number=Plur")
        && words.hits.longest(words.lexicon, first, &OTHERS[..4]).is_none();
    let longer =
        Name { start: head.min(name.start), end: end.max(name.end), kind: EntityKind::Organization, ..name };
    (members && longer != name).then_some(longer)
}

/// The firm that two family names are: "Keane & Co", "Marks & Spencer"; but "Bill & Hillary" are two people.
fn firm(words: &Words, name: Name) -> Option<Name> {
    let (single, second) = (name.end == name.start + 1, name.end + 1);
    let joined = single && second < words.len() && words.text(name.end) == "&" && words.is_capital(second);
    let given = words.is(name.start, Class::Given) && words.is(second, Class::Given);
    let alone = second + 1 >= words.len() || !words.is_capital(second + 1);
    let kind = EntityKind::Organization;
    (joined && alone && !given).then_some(Name { end: second + 1, kind, ..name })
}

/// Where the name of a person begins that the finder has cut behind an initial: "A. | E. Dick Ode", at the head of a
/// sentence "J. | Robert Ode".
fn before_initials(words: &Words, name: Name) -> usize {
    let initial = |at: usize| {
        let mut letters = words.text(at).chars();
        letters.next().is_some_and(char::is_uppercase) && letters.as_str() == "."
    };
    let sentence = words.reading.sentence_of(name.start);
    let first = words.reading.sentences[sentence].tokens.start;
    let mut start = name.start;
    while start > first && initial(start - 1) && (initial(start) || start - 1 == first) {
        start -= 1;
    }
    start
}

/// Where the name of a person ends whose family name is a month, which the finder takes for no name: "Theresa | May".
fn over_family(words: &Words, name: Name, rest: &[Name]) -> usize {
    let tokens = &words.reading.tokens;
    let given = name.end == name.start + 1 && words.is(name.start, Class::Given);
    let flat = |at: usize| {
        at < words.len()
            && words.is(at, Class::NoName)
            && words.is_capital(at)
            // "Norton *I*"
            && words.text(at).len() > 2
            && tokens.relation(at) == Relation::Flat
            && tokens.head(at) == Some(name.start)
    };
    let free = rest.first().is_none_or(|next| next.start > name.end);
    name.end + usize::from(given && free && flat(name.end))
}

/// The body of a state that a country is named in: "the | Government of Japan", "the | Parliament of the Republic of Kenya".
fn body_of(words: &Words, country: Name) -> Name {
    let article = usize::from(country.start > 0 && words.text(country.start - 1) == "the");
    let head = country.start.checked_sub(2 + article).filter(|head| words.text(head + 1) == "of");
    let body = |head: &usize| {
        let codes = ["GOV", "LEG", "MIL"];
        let listed = codes.iter().any(|code| words.has_code(*head, Class::OrganizationWord, code));
        // At the beginning of a sentence every word has a capital.
        listed && words.is_capital(*head) && *head > 0 && words.text(head - 1).eq_ignore_ascii_case("the")
    };
    match head.filter(body) {
        Some(start) => Name { start, kind: EntityKind::Organization, ..country },
        None => country,
    }
}

/// Where the name of a party in another language ends: "Partido Popular | de Galicia", "Parti | des Verts".
fn over_particles(words: &Words, name: Name) -> Name {
    if !words.has_code(name.start, Class::OrganizationWord, "PTY")
        || words.text(name.start).to_lowercase() == "party"
    {
        return name;
    }
    let mut end = name.end;
    while end + 1 < words.len() && end < name.end + LONGEST {
        let part = |at: usize| words.is_capital(at) && words.reading.tokens.upos(at) != Upos::Punct;
        let particle = words.is(end, Class::Particle) && !words.is_capital(end);
        if particle && part(end + 1) {
            end += 2;
        } else if end > name.end && part(end) && words.reading.tokens.upos(end) == Upos::Propn {
            end += 1;
        } else {
            break;
        }
    }
    Name { end, ..name }
}

/// Where the name of a body begins that the finder has cut behind the place of the body: "Kerala | High Court".
fn after_place(words: &Words, name: Name, before: &[Name]) -> usize {
    let place = before.last().filter(|place| place.kind == EntityKind::Place && place.end == name.start);
    let headed =
        name.end > name.start + 1 && words.is(name.end - 1, Class::OrganizationWord) && name.entry.is_none();
    let same =
        |place: &&Name| words.reading.sentence_of(place.start) == words.reading.sentence_of(name.start);
    place.filter(|_| headed).filter(same).map_or(name.start, |place| place.start)
}

/// Where the name of a body ends that says what it is for: "Union | for a Popular Movement".
fn over_for(words: &Words, name: Name, following: &[Name]) -> usize {
    let last = name.end - 1;
    let for_what =
        matches!(words.text(name.end), "for" | "against") && words.is(last, Class::OrganizationWord);
    let article = usize::from(matches!(words.text(name.end + 1), "a" | "an" | "the"));
    let first = name.end + 1 + article;
    if !for_what || !words.is_capital(first) || !words.is_capital(last) {
        return name.end;
    }
    // "the Senate for President Obama", "the Bank for Kazakhstan": somebody else.
    let another = words.hits.longest(words.lexicon, first, &OTHERS[..7]).is_some()
        || listed::is_represented(words, name.start);
    if another || following.iter().any(|other| other.start == first) {
        return name.end;
    }
    let part = |at: &usize| {
        words.is_capital(*at)
            && matches!(words.reading.tokens.upos(*at), Upos::Propn | Upos::Noun | Upos::Adj)
    };
    let end = (first..words.len().min(first + LONGEST)).find(|at| !part(at)).unwrap_or(name.end);
    if end > first { end } else { name.end }
}

/// Where the name of a body ends that has a field: its own end, or that of the last field.
fn over_and(words: &Words, name: Name, following: &[Name]) -> usize {
    let heads =
        |range: std::ops::Range<usize>| range.into_iter().any(|at| words.is(at, Class::OrganizationWord));
    let link = (name.start + 1..name.end).find(|&at| matches!(words.text(at), "of" | "for" | "on"));
    let Some(link) = link.filter(|&link| heads(name.start..link)) else { return name.end };
    let field = link + 1;
    let whose =
        words.text(field) == "the" || words.hits.longest(words.lexicon, field, &OTHERS[..4]).is_some();
    if whose {
        return name.end;
    }
    let mut end = name.end;
    while end < words.len().min(name.end + LONGEST) {
        let comma = words.text(end) == "," && listed_on(words, end);
        if !comma && !matches!(words.text(end), "and" | "&") {
            break;
        }
        let first = end + 1 + usize::from(comma && matches!(words.text(end + 1), "and" | "&"));
        if !words.is_capital(first) || words.hits.longest(words.lexicon, first, &OTHERS).is_some() {
            break;
        }
        let named = following.iter().find(|other| other.start == first);
        if named.is_some_and(|other| other.kind != EntityKind::Organization) {
            break;
        }
        let run = (first..words.len()).find(|&at| {
            !words.is_capital(at)
                || matches!(words.reading.tokens.upos(at), Upos::Punct | Upos::Verb | Upos::Aux)
        });
        let next = named.map_or(run.unwrap_or(words.len()), |other| other.end);
        let body = words.is(next - 1, Class::OrganizationWord);
        if body && !hangs_on(words, first..next, field..end) {
            break;
        }
        end = next;
        if !comma || first > end + 1 {
            break;
        }
    }
    end
}

/// Where the name of a body ends whose state stands behind its fields: "Ministry of Water Resources and Irrigation | of Kenya".
fn over_of(words: &Words, name: Name, following: &[Name]) -> usize {
    let article = usize::from(words.text(name.end + 1) == "the");
    let state = following.iter().find(|other| other.start == name.end + 1 + article);
    let state = state.filter(|state| words.text(name.end) == "of" && state.kind == EntityKind::Country);
    state.map_or(name.end, |state| state.end)
}

/// Whether a comma stands in a list of capitalised words that ends with "and".
fn listed_on(words: &Words, comma: usize) -> bool {
    let rest = comma + 1..words.len().min(comma + LONGEST);
    let mut rest = rest.skip_while(|&at| words.is_capital(at) || words.text(at) == ",");
    words.is_capital(comma + 1) && rest.next().is_some_and(|at| matches!(words.text(at), "and" | "&"))
}

/// Whether the arcs join the words `second` to one of `first`.
fn hangs_on(words: &Words, second: std::ops::Range<usize>, first: std::ops::Range<usize>) -> bool {
    let tokens = &words.reading.tokens;
    let joined = |at: usize| {
        tokens.relation(at) == Relation::Conj && tokens.head(at).is_some_and(|head| first.contains(&head))
    };
    second.into_iter().any(joined)
}

/// Where the name of a place begins: its own beginning, or that of what it is: "Principality of Svaneti".
fn before_of(words: &Words, name: Name) -> usize {
    let Some(head) = name.start.checked_sub(2).filter(|_| words.text(name.start - 1) == "of") else {
        return name.start;
    };
    let part = |at: usize| words.is_capital(at) && words.reading.tokens.upos(at) == Upos::Propn;
    if !words.is(head, Class::PlaceWord) || !part(head) {
        return name.start;
    }
    let mut start = head;
    while start > 0
        && part(start - 1)
        && words.reading.sentence_of(start - 1) == words.reading.sentence_of(head)
    {
        start -= 1;
    }
    start
}

#[cfg(test)]
mod tests {
    use crate::Engine;
    use crate::name::tests::names;

    #[test]
    fn fields_go_on_over_and_and_owners_do_not() {
        let engine = Engine::new().unwrap();
        #[rustfmt::skip]
        let cases = [
            ("British Prime Minister Theresa May expelled 23 Russian diplomats.", "Theresa May"),
            ("She works at the Center for Strategic and International Studies in Washington.", "Center for Strategic and International Studies"),
            ("He heads the Ministry of Trade and Industry.", "Ministry of Trade and Industry"),
            ("He heads the Ministry of Water Resources and Irrigation of the Republic of Kenya.",
             "Ministry of Water Resources and Irrigation of the Republic of Kenya"),
            ("He took the Ministry of Trade and Industry to Kenya.", "Ministry of Trade and Industry"),
            ("The Department of Health, Education and Welfare was split.", "Department of Health, Education and Welfare"),
            ("The Bank of England and Barclays agreed.", "Bank of England"),
            ("The Ministry of Defence and the Ministry of Finance disagreed.", "Ministry of Defence"),
            ("The University of Oxford and Cambridge University agreed.", "University of Oxford"),
            ("He lives in the Principality of Monaco.", "Principality of Monaco"),
            ("The mayor of Almaty resigned.", "Almaty"),
            ("He joined the Union for a Popular Movement in 2004.", "Union for a Popular Movement"),
            ("The Senate for President Bush was a problem.", "Senate"),
            ("The Commission for Agriculture met.", "Commission for Agriculture"),
            ("The Kerala High Court dismissed it.", "Kerala High Court"),
            ("In Kerala, High Court judges met.", "Kerala"),
            ("The Association of Muslim Scholars met.", "Association of Muslim Scholars"),
            ("The Association of Muslim Students met.", "Association of Muslim Students"),
            ("The Bank of England advised Muslim Scholars.", "Bank of England"),
            ("Moody's cut the rating of Kenya.", "Moody's"),
            ("She led the Partido Popular de Galicia to victory.", "Partido Popular de Galicia"),
        ];
        for (text, expected) in cases {
            let first = names(&engine, text).into_iter().next().map(|(_, name)| name);
            assert_eq!(first.as_deref(), Some(expected), "{text}");
        }
    }
}
