//! Names that the lists know: which entry a name is, and places that the finder has passed over.

use std::ops::Range;

use onrecord_resource::lexicon::Class;

use super::Name;
use super::words::Words;
use crate::document::EntityKind;
use crate::lexicon::Hit;
use crate::syntax::Upos;

/// Classes of entries with the kind that they are.
const KINDS: [(Class, EntityKind); 4] = [
    (Class::Country, EntityKind::Country),
    (Class::Organization, EntityKind::Organization),
    (Class::Capital, EntityKind::Place),
    (Class::Place, EntityKind::Place),
];

fn kind_of(words: &Words, hit: Hit) -> Option<EntityKind> {
    let class = words.lexicon.entry(hit).class;
    KINDS.iter().find(|row| row.0 == class).map(|row| row.1)
}

/// The name `range` of a kind that the finder gave it, without what does not belong to a name; with its entry, whose kind
/// is better where there is one.
pub(super) fn name(words: &Words, kind: EntityKind, range: Range<usize>) -> Option<Name> {
    // "Moody's": the "'s" of a listed name is its own.
    let owned = words.hits.longest(words.lexicon, range.start, &[Class::Organization]);
    let own = |hit: &Hit| {
        let possessive = matches!(words.text(hit.end - 1), "'s" | "’s");
        possessive && (hit.end == range.end || hit.end == range.end + 1)
    };
    if let Some(hit) = owned.filter(own) {
        let (kind, entry) = (EntityKind::Organization, Some(hit.entry));
        return Some(Name { start: range.start, end: hit.end, kind, entry });
    }
    let Range { mut start, mut end } = trimmed(words, kind, range);
    if kind == EntityKind::Person {
        start = behind_office(words, start, end);
    }
    // "US Defence | Secretary Ode": what begins an office is no part of a body.
    if matches!(kind, EntityKind::Organization | EntityKind::Place) {
        let office = |&at: &usize| {
            let beyond = words.class_end(at, Class::Office).is_some_and(|after| after > end);
            beyond && !words.is(at, Class::OrganizationWord)
        };
        end = (start + 1..end).find(office).unwrap_or(end);
    }
    let (kind, start) =
        entitled(words, kind, start..end).map_or((kind, start), |at| (EntityKind::Person, at));
    let kind = headed(words, kind, start..end);
    if start == end || is_no_name(words, kind, start..end) {
        return None;
    }
    let mut fitting = words.hits.at(start).iter().copied().filter(|hit| hit.end == end);
    let hit = fitting.find(|&hit| kind_of(words, hit).is_some()).or_else(|| of_country(words, start..end));
    let listed = hit.and_then(|hit| kind_of(words, hit));
    // A person may be called Jordan; nobody is called Kazakhstan.
    let listed = listed.filter(|&listed| match (kind, listed) {
        (EntityKind::Person, EntityKind::Country) => !is_called(words, start..end),
        // Of places only those of several words: "Khan Younis".
        (EntityKind::Person, EntityKind::Place) => end > start + 1 && !is_called(words, start..end),
        (EntityKind::Person, _) | (EntityKind::Organization, EntityKind::Place) => false,
        _ => true,
    });
    let entry = hit.filter(|_| listed.is_some()).map(|hit| hit.entry);
    Some(Name { start, end, kind: listed.unwrap_or(kind), entry })
}

/// The words of a name without an article, marks and a possessive around it, and with what a hyphen joins to it.
fn trimmed(words: &Words, kind: EntityKind, range: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = range;
    while end > start && matches!(words.text(end - 1), "'s" | "’s" | "," | "\"" | "”" | "(") {
        end -= 1;
    }
    while start < end && matches!(words.text(start), "the" | "The" | "\"" | "“") {
        start += 1;
    }
    // "Lee Cheuk" goes on to "-yan"; "Obama" does not to "-era".
    let more =
        |at: usize| words.text(at) == "-" && words.glued(at) && at + 1 < words.len() && words.glued(at + 1);
    while kind == EntityKind::Person
        && more(end)
        && (words.is_capital(end + 1) || words.reading.tokens.upos(end + 1) == Upos::Propn)
    {
        end += 2;
    }
    start..end
}

/// Where the name of a person begins behind titles and offices: "Dean" may be an office or what somebody is called.
fn behind_office(words: &Words, start: usize, end: usize) -> usize {
    let start = Some(words.past_titles(start)).filter(|&after| after < end).unwrap_or(start);
    let office =
        words.class_end(start, Class::Office).filter(|&after| after < end && words.is_capital(after));
    // "Emperor Norton" and "Dean Kamen" are called so, "Justice Thomas", "Ambassador Tracy" and "Taoiseach
    // Leo Varadkar" are not, nor is "Chancellor Merz".
    let rank = matches!(words.code_at(start, Class::Office), Some("JUD" | "LEG" | "REL" | "MIL"))
        || ["envoy", "title"].iter().any(|code| words.has_code(start, Class::OfficeWord, code));
    let short = !rank && office.is_some_and(|at| at + 1 == end);
    let start = office.filter(|_| !short && !words.is(start, Class::Given)).unwrap_or(start);
    // "Attorney General | James": an office that begins before the name may end in it.
    let begun = |at: usize| words.class_end(at, Class::Office).filter(|end| *end > start);
    let begun = start.checked_sub(1).and_then(begun);
    begun.filter(|&after| after < end).unwrap_or(start)
}

/// Whether the lists have the words as somebody's given or family name.
fn is_called(words: &Words, range: Range<usize>) -> bool {
    [Class::Given, Class::Family].iter().any(|&class| words.class_end(range.start, class) == Some(range.end))
}

/// Whether the words name nothing, whatever the finder makes of them: a country in small letters, a number, an office.
fn is_no_name(words: &Words, kind: EntityKind, range: Range<usize>) -> bool {
    let Range { start, end } = range;
    let one = end == start + 1;
    // A country in small letters is one by its tag or behind a preposition: "to russia", but nobody "ate turkey".
    let small = words.text(start).chars().all(char::is_lowercase);
    let country = one && small && words.class_end(start, Class::Country) == Some(end);
    let upos = |at| words.reading.tokens.upos(at);
    let behind = start.checked_sub(1).is_some_and(|at| upos(at) == Upos::Adp);
    let eaten = country && upos(start) != Upos::Propn && !behind;
    // "XXI" is a number.
    let roman = |word: &str| word.len() > 1 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let number = one && roman(words.text(start));
    let adjective = kind == EntityKind::Place && is_adjective(words, start, end);
    // "Undersecretary for Education": an office by itself is nobody's name, but Dean may be.
    let office = words.class_end(start, Class::Office) == Some(end) && !is_called(words, range.clone());
    // "Mets Poet" is what somebody is; Stephen King is called so.
    let ends_in_office = !one && words.class_end(end - 1, Class::Office) == Some(end);
    let given = || range.clone().any(|at| words.is(at, Class::Given));
    let rank = kind == EntityKind::Person && ends_in_office && !words.is(end - 1, Class::Family) && !given();
    eaten || number || adjective || office || rank
}

/// The listed body of a country behind its name or adjective: "U.S. | Federal Reserve".
fn of_country(words: &Words, range: Range<usize>) -> Option<Hit> {
    let class = [Class::Country, Class::Adjective].into_iter().find(|&class| words.is(range.start, class))?;
    let country = words.code_at(range.start, class)?;
    let body =
        words.hits.longest(words.lexicon, words.class_end(range.start, class)?, &[Class::Organization])?;
    let own = words.lexicon.entry(body).code.as_deref().is_some_and(|code| code.starts_with(country));
    (own && body.end == range.end).then_some(body)
}

/// Where the name of a person begins whom the finder took for something else, though a title opens it: "Mrs | Van Orden",
/// "Minister | Gallant".
fn entitled(words: &Words, kind: EntityKind, range: Range<usize>) -> Option<usize> {
    let plain = matches!(words.text(range.start), "Mr." | "Mr" | "Mrs." | "Mrs" | "Ms." | "Ms");
    let title = plain || words.has_code(range.start, Class::OfficeWord, "title");
    let start = range.start + 1;
    let other = |at: usize| {
        [Class::OrganizationWord, Class::PlaceWord, Class::Office, Class::EventWord]
            .iter()
            .any(|&class| words.is(at, class))
    };
    let name = (start..range.end).all(|at| words.is_capital(at) && !other(at));
    let body = matches!(kind, EntityKind::Organization | EntityKind::Place);
    (body && title && name && (1..=3).contains(&range.end.saturating_sub(start))).then_some(start)
}

/// The kind of a name that the finder took for something else, though its head says that it is a body.
fn headed(words: &Words, kind: EntityKind, range: Range<usize>) -> EntityKind {
    let (first, last) = (range.start, range.end.saturating_sub(1));
    let codes = |at: usize| words.code_at(at, Class::OrganizationWord);
    let party = words.has_code(first, Class::OrganizationWord, "PTY")
        || words.has_code(last, Class::OrganizationWord, "PTY");
    let body = match kind {
        // "Emily Post" is somebody.
        EntityKind::Person => {
            party
                || range.len() > 1
                    && words.is(last, Class::OrganizationWord)
                    && !words.is(first, Class::Given)
        }
        // A church, a hospital and a school are places as well.
        EntityKind::Place => {
            party
                || (first + 1..range.end).any(|at| {
                    // "U.S. | House of Representatives"
                    let body = words.hits.longest(words.lexicon, at, &[Class::Organization]);
                    body.is_some_and(|hit| hit.end == range.end)
                })
                || words.class_end(last, Class::OrganizationWord) == Some(range.end)
                    && matches!(codes(last), Some("GOV" | "LEG" | "JUD" | "MIL" | "JRN"))
        }
        // "*Parliament* confirmed her": a congress is a meeting too, a parliament is none.
        EntityKind::Event => range.len() == 1 && codes(first).is_some() && !words.is(first, Class::EventWord),
        _ => false,
    };
    if body { EntityKind::Organization } else { kind }
}

/// The parts of what the finder took for one person: "Gary Chan of DAB and Eunice Yung" are two people and a body.
pub(super) fn parts(words: &Words, kind: EntityKind, range: Range<usize>) -> Vec<(EntityKind, Range<usize>)> {
    let mut parts = Vec::new();
    let (mut start, mut now) = (range.start, kind);
    // "to the United States | Hamdullah Mohib"
    let country =
        words.class_end(start, Class::Country).filter(|&end| end + 2 <= range.end && end >= start + 2);
    let to = start.saturating_sub(1 + usize::from(words.text(start.saturating_sub(1)) == "the"));
    let envoy = words.text(to) == "to" && words.has_code(to.saturating_sub(1), Class::OfficeWord, "envoy");
    let called =
        |&end: &usize| envoy || words.is(end, Class::Given) || words.is(range.end - 1, Class::Family);
    if let Some(end) = country.filter(called) {
        return vec![(EntityKind::Country, start..end), (EntityKind::Person, end..range.end)];
    }
    // "Indiana | Gov. | Mike Pence"
    let place =
        [Class::Place, Class::State, Class::Country].iter().find_map(|&class| words.class_end(start, class));
    let title = |at| words.class_end(at, Class::Honorific).or_else(|| words.class_end(at, Class::Office));
    let titled = place.and_then(|place| Some((place, title(place).filter(|&after| after < range.end)?)));
    if let Some((place, name)) = titled.filter(|_| kind == EntityKind::Person) {
        return vec![(EntityKind::Place, start..place), (EntityKind::Person, name..range.end)];
    }
    // "Ministers for Foreign Affairs | of | Kenya"
    if let Some(country) = portfolio_of(words, &range).filter(|_| kind == EntityKind::Organization) {
        return vec![(EntityKind::Country, country)];
    }
    // "High Representative of the European Union | for Foreign Affairs"
    let body = words.class_end(start, Class::Organization).filter(|_| kind == EntityKind::Organization);
    let whole = |&end: &usize| end < range.end && words.text(end) == "for" && is_represented(words, start);
    if let Some(end) = body.filter(whole) {
        return vec![(kind, start..end)];
    }
    for at in range.clone() {
        let next = match words.text(at) {
            "and" | "&" => EntityKind::Person,
            "of" | "from" => EntityKind::Organization,
            _ => continue,
        };
        let office = words.is(at.saturating_sub(1), Class::Office);
        if kind != EntityKind::Person || office || at == start || at + 1 == range.end {
            continue;
        }
        parts.push((now, start..at));
        (start, now) = (at + 1, next);
    }
    parts.push((now, start..range.end));
    parts
}

/// Whose ministers they are, where the words behind "ministers for" end with a country: "Foreign Affairs of *Kenya*".
fn portfolio_of(words: &Words, range: &Range<usize>) -> Option<Range<usize>> {
    let article = usize::from(words.text(range.start.saturating_sub(1)) == "the");
    let of = range.start.checked_sub(1 + article).filter(|&of| matches!(words.text(of), "of" | "for"))?;
    let office = words.reading.tokens.lemma(of.checked_sub(1)?);
    let minister = words.lexicon.has_code(&office.to_lowercase(), Class::OfficeWord, "minister");
    let country =
        |at: &usize| words.text(at - 1) == "of" && words.class_end(*at, Class::Country) == Some(range.end);
    (range.start + 2..range.end).find(|at| minister && country(at)).map(|at| at..range.end)
}

/// Words of an office, at most.
const OFFICE: usize = 3;

/// Whether somebody with an office is told as of the body at `start`: "the High Representative of *the European Union* for Foreign
/// Affairs", who is for what stands behind it.
pub(super) fn is_represented(words: &Words, start: usize) -> bool {
    let article = usize::from(words.text(start.saturating_sub(1)) == "the");
    let of = start.checked_sub(1 + article).filter(|&of| words.text(of) == "of");
    let officer =
        |of: usize| (of.saturating_sub(OFFICE)..of).any(|at| words.class_end(at, Class::Office) == Some(of));
    of.is_some_and(officer)
}

/// Whether the words are but an adjective of a country before a noun: the "Libyan" of "Libyan leader" names nothing.
fn is_adjective(words: &Words, start: usize, end: usize) -> bool {
    let adjective = words.class_end(start, Class::Adjective) == Some(end);
    let named =
        [Class::Country, Class::People].iter().any(|&class| words.class_end(start, class) == Some(end));
    let noun = words.reading.tokens.upos(end.min(words.len() - 1));
    adjective && !named && matches!(noun, Upos::Noun | Upos::Adj | Upos::Propn)
}

/// The name with the country that it cuts in two, or `None` where it is a piece of one: the official name of a country is
/// one thing, "the Government of the People's | Republic of China" is not.
pub(super) fn whole(words: &Words, mut name: Name) -> Option<Name> {
    const LONGEST: usize = 8;
    for at in name.start.saturating_sub(LONGEST)..name.end {
        let Some(hit) = words.hits.longest(words.lexicon, at, &[Class::Country]) else { continue };
        let within = at == name.start && hit.end <= name.end;
        if within || hit.end <= name.start || hit.end < at + 3 {
            continue;
        }
        if at <= name.start {
            return None;
        }
        name.end = name.end.max(hit.end);
    }
    Some(name)
}

/// People told by the title before them, in text order: "Mr. Toccafondi"; and those who go by a title, "the Dalai Lama".
pub(super) fn titled(words: &Words) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for at in 0..words.len() {
        let epithet = words.hits.longest(words.lexicon, at, &[Class::Epithet]);
        if let Some(hit) = epithet.filter(|hit| !words.is_capital(hit.end) && words.is_capital(at)) {
            names.push(Name { start: at, end: hit.end, kind: EntityKind::Person, entry: Some(hit.entry) });
        }
        let plain = matches!(words.text(at), "Mr." | "Mr" | "Mrs." | "Mrs" | "Ms." | "Ms");
        let Some(start) = words.class_end(at, Class::Honorific).filter(|_| plain) else { continue };
        // Of the first word behind it the tagger need not know that it is a name.
        let part = |at: &usize| {
            words.is_capital(*at) && (*at == start || words.reading.tokens.upos(*at) == Upos::Propn)
        };
        let last = words.len().min(start + PARTS);
        let end = (start..last).find(|at| !part(at)).unwrap_or(last);
        let free = names.last().is_none_or(|last| last.end <= start);
        // "Mr President" speaks to somebody whom it does not name.
        let office = words.class_end(start, Class::Office) == Some(end);
        if end > start && words.is_capital(at) && free && !office {
            names.push(Name { start, end, kind: EntityKind::Person, entry: None });
        }
    }
    names
}

/// Words of a name behind a title at most.
const PARTS: usize = 4;

/// The names that a user gave, in text order; the longer first where two overlap.
pub(super) fn given(words: &Words) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for at in 0..words.len() {
        let Some(hit) = words.hits.longest(words.lexicon, at, &[Class::User]) else { continue };
        let kind = words.lexicon.entry(hit).sort.as_deref().and_then(EntityKind::named);
        if names.last().is_none_or(|last| last.end <= at) {
            names.extend(kind.map(|kind| Name { start: at, end: hit.end, kind, entry: Some(hit.entry) }));
        }
    }
    names
}

/// Leaders that the lists know by their full name, in text order: "On Monday *Theresa May* left", whatever a finder makes of
/// capitals behind capitals. Where the capitals go on, they name something else: "the Nelson Mandela Foundation".
pub(super) fn leaders(words: &Words) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for at in 0..words.len() {
        let hit = words.hits.longest(words.lexicon, at, &[Class::Leader]);
        let Some(hit) = hit.filter(|hit| hit.end > at + 1 && words.is_capital(at)) else { continue };
        let titled = [Class::Honorific, Class::Office].iter().any(|&class| words.is(at, class));
        let alone = words.is_capital(hit.end - 1) && !words.is_capital(hit.end);
        if !titled && alone && names.last().is_none_or(|last| last.end <= at) {
            names.push(Name { start: at, end: hit.end, kind: EntityKind::Person, entry: None });
        }
    }
    names
}

/// Bodies of several words that the lists know and of which the finder has found but pieces: "Pakistan | Tehreek-e-Insaf".
/// `found` is in text order; what goes on beyond a listed name ("Green Party of Aotearoa") is left to the finder.
pub(super) fn bodies(words: &Words, found: &[(usize, Range<usize>)]) -> Vec<Name> {
    let mut names = Vec::new();
    let (mut at, mut next) = (0, 0);
    while at < words.len() {
        while found.get(next).is_some_and(|(_, range)| range.end <= at) {
            next += 1;
        }
        let hit = words.hits.longest(words.lexicon, at, &[Class::Organization]);
        let hit = hit.filter(|hit| hit.end > at + 1 && words.is_capital(at)).filter(|hit| {
            let mut pieces = found[next..].iter().take_while(|(_, range)| range.start < hit.end).peekable();
            pieces.peek().is_some() && pieces.all(|(_, range)| range.start >= at && range.end <= hit.end)
        });
        if let Some(hit) = hit {
            let kind = EntityKind::Organization;
            names.push(Name { start: at, end: hit.end, kind, entry: Some(hit.entry) });
        }
        at = hit.map_or(at + 1, |hit| hit.end);
    }
    names
}

/// Whether the words have a capital each, but for small ones, and no name goes on before or behind them.
fn is_alone(words: &Words, range: Range<usize>) -> bool {
    let written = |at: usize| words.is_capital(at) || words.is(at, Class::SmallWord);
    let before = range.start.checked_sub(1).filter(|&at| words.is_capital(at) && !words.begins_sentence(at));
    let goes_on = words.is_capital(range.end) || words.text(range.end) == "of";
    words.is_capital(range.start) && range.clone().all(written) && before.is_none() && !goes_on
}

/// Countries, places and bodies that the lists know, in text order.
pub(super) fn places(words: &Words) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let small = !(0..words.len()).any(|at| words.is_capital(at));
    for at in 0..words.len() {
        let classes = [Class::Country, Class::Capital, Class::Place, Class::Organization];
        let hit = words.hits.longest(words.lexicon, at, &classes);
        let Some((hit, kind)) = hit.and_then(|hit| Some((hit, kind_of(words, hit)?))) else { continue };
        let last = hit.end - 1;
        // Acronyms of countries are listed as they are written, so the tagger need not know them.
        let acronym = kind == EntityKind::Country && words.text(last).chars().all(char::is_uppercase);
        let shouted = |at: Option<usize>| {
            at.is_some_and(|at| {
                words.text(at).len() > 1
                    && !words.text(at).chars().any(char::is_lowercase)
                    && words.is_capital(at)
            })
        };
        // Of bodies only acronyms, and not in a line of capitals: "WHO" is one, "WHO WINS" asks.
        let body = kind == EntityKind::Organization;
        // Of two letters only those of nations, "UN": "PA" may be a state.
        let nations = words.lexicon.entry(hit).code.as_deref().is_some_and(|code| code.starts_with("IGO"));
        let least = if nations { 2 } else { 3 };
        let short =
            words.text(at).len() >= least && last == at && !words.text(at).chars().any(char::is_lowercase);
        // … and those of several words that stand by themselves: "a *Justice Department* spokeswoman".
        // … or behind an article: "the *Kremlin*".
        let article = at > 0 && words.text(at - 1).eq_ignore_ascii_case("the");
        let article = article && words.reading.tokens.upos(last) == Upos::Propn;
        let several = (hit.end > at + 1 || article) && is_alone(words, at..hit.end);
        let acronym_of_body =
            short && !shouted(at.checked_sub(1)) && !shouted(Some(at + 1).filter(|&at| at < words.len()));
        if body && !small && !several && !acronym_of_body {
            continue;
        }
        let own = body && !small || acronym || words.reading.tokens.upos(last) == Upos::Propn;
        let free = names.last().is_none_or(|last| last.end <= at);
        // "Jordan" and "Chad" may be people, whom the finder would have seen; and many a place has a person's name.
        let person = |class| words.class_end(at, class) == Some(hit.end);
        let person = person(Class::Given) || kind == EntityKind::Place && person(Class::Family);
        // Without capitals "turkey" may be a bird, where no preposition says that it is a place.
        let behind = at.checked_sub(1).is_some_and(|at| words.reading.tokens.upos(at) == Upos::Adp);
        let sure = !small || body || behind || hit.end > at + 1;
        if free && own && !person && sure {
            names.push(Name { start: at, end: hit.end, kind, entry: Some(hit.entry) });
        }
    }
    names
}
