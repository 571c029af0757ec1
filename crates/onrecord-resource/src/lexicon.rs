//! Gazetteers and word lists, compiled into one automaton.
//!
//! The automaton is a finite-state transducer (Mohri 1996; the `fst` crate) over folded forms. A million entries build
//! in seconds, take about ten bytes each, and load without being unpacked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::error::{ResourceError, Source};
use crate::name::Name;

/// What an entry stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// A country, by name.
    Country,
    /// Of a country: "Chinese".
    Adjective,
    /// Inhabitants of a country: "Kazakhs".
    People,
    /// The capital of a country.
    Capital,
    /// Any other place.
    Place,
    /// A state or province that tells which city is meant: "Portland, *Oregon*".
    State,
    /// A word before the name of a place for a part of it: "*West* Java".
    RegionWord,
    /// An organization.
    Organization,
    /// An office, rank or profession.
    Office,
    /// A word around an office: code `degree` for one that belongs to the role ("deputy"), `former` for one that says it is
    /// over, `coming` for one that says it is to come ("incoming"), `elect` for one behind it that says so, `going` for one that
    /// says it ends ("outgoing"), `idle` for one that says nothing ("new"), `field` for one that says what it is for ("Transport"), `firm` for one
    /// who leads a company, `envoy` for an office that is held *to* a country or body.
    OfficeWord,
    /// "Mr.", "Dr.", "His Excellency".
    Honorific,
    /// A given name.
    Given,
    /// A family name.
    Family,
    /// Part of a family name: "van", "bin".
    Particle,
    /// The head of an organization's name: "ministry".
    OrganizationWord,
    /// The head of an event's name: "summit".
    EventWord,
    /// The head of a program's name: "initiative".
    ProgramWord,
    /// The head of a document's name: "memorandum".
    DocumentWord,
    /// The head of a place's name: "river".
    PlaceWord,
    /// A group or class of people: "officials".
    PeopleWord,
    /// A capitalised word that is no name by itself: "Monday", "Internet".
    NoName,
    /// A noun that stands for a country: "our republic"; code `other` for one that means another country.
    CountryNoun,
    /// A noun that stands for several: "both sides".
    PairNoun,
    /// A noun for the members of a body: "the CIS *countries*".
    MemberNoun,
    /// A noun for what only countries, places and bodies have: "its *anniversary*".
    PossessedNoun,
    /// A noun that says that what it describes is a company: "*retailer*".
    FirmNoun,
    /// A word that may stand before the noun of a description and does not change whom it means: "our *eastern* neighbour".
    DescriptionWord,
    /// A small word inside English names: "of".
    SmallWord,
    /// A word by which a transcript says who speaks in it: codes `guest`, `author` and `host` before who is interviewed, who
    /// gives a speech and who asks, `telling` behind who tells; in labels `asks` and `answers` for a part that somebody has,
    /// `title` and `suffix` for words around a name, `nobody` for who is not known.
    SpeakerWord,
    /// An office of which a country has one holder: "head of state".
    TopOffice,
    /// Somebody who is named in the news without a country: "Putin".
    Leader,
    /// A title that one living person has and goes by: "the Dalai Lama".
    Epithet,
    /// A name that a user gave, with its sort.
    User,
}

/// One thing that forms stand for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What it is.
    pub class: Class,
    /// Its canonical name.
    pub name: String,
    /// ISO 3166-1 alpha-3 for countries, adjectives, people, capitals and places; the actor code of organizations and leaders; the
    /// branch (`GOV`) of offices; `f` or `m` of given names and honorifics that tell.
    pub code: Option<String>,
    /// What sort of thing it is, where a user said so.
    pub sort: Option<String>,
}

/// How a form has to be written to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Case {
    /// In any case.
    Any,
    /// With a capital first letter.
    Capital,
    /// Exactly as in the list.
    Exact,
}

/// One meaning of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meaning {
    /// Row of the entry.
    pub entry: u32,
    /// How the form has to be written.
    pub case: Case,
}

/// The compiled lists.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Lexicon {
    /// From folded forms to rows of `meanings`; the bytes of an `fst::Map`.
    #[serde(with = "serde_bytes")]
    pub automaton: Vec<u8>,
    /// The meanings of a form, in order of the files.
    pub meanings: Vec<Vec<Meaning>>,
    /// The entries, in order of the files.
    pub entries: Vec<Entry>,
}

/// `c` as the automaton's keys have it: lower case, straight apostrophes, plain spaces, plain hyphens.
#[must_use]
pub fn fold(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '`' => '\'',
        '‐' | '‑' | '–' => '-',
        c if c.is_whitespace() => ' ',
        c if c.is_ascii() => c.to_ascii_lowercase(),
        // A letter whose lower case is several stays itself, so that folding keeps the number of characters.
        c => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(one), None) => one,
                _ => c,
            }
        }
    }
}

/// A small letter without its accent.
#[must_use]
pub fn plain(letter: char) -> char {
    const ACCENTED: [(char, &str); 17] = [
        ('a', "àáâãäåāăą"),
        ('c', "çćĉċč"),
        ('d', "ďđ"),
        ('e', "èéêëēĕėęě"),
        ('g', "ĝğġģ"),
        ('h', "ĥħ"),
        ('i', "ìíîïĩīĭįı"),
        ('k', "ķ"),
        ('l', "ĺļľŀł"),
        ('n', "ñńņňŉ"),
        ('o', "òóôõöøōŏő"),
        ('r', "ŕŗř"),
        ('s', "śŝşšș"),
        ('t', "ţťŧț"),
        ('u', "ùúûüũūŭůűų"),
        ('y', "ýÿŷ"),
        ('z', "źżž"),
    ];
    if letter.is_ascii() {
        return letter;
    }
    ACCENTED.iter().find(|(_, accented)| accented.contains(letter)).map_or(letter, |(plain, _)| *plain)
}

/// Collects entries and compiles them.
#[derive(Debug, Default)]
pub struct Builder {
    forms: BTreeMap<String, Vec<Meaning>>,
    entries: Vec<Entry>,
}

impl Builder {
    /// Adds an entry under its forms; empty forms are passed over, a form given twice counts once.
    pub fn add<'a>(&mut self, entry: Entry, forms: impl IntoIterator<Item = &'a str>) {
        let row = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.entries.push(entry);
        for form in forms {
            let key = form.split_whitespace().collect::<Vec<_>>().join(" ");
            let key: String = key.chars().map(fold).collect();
            let meaning = Meaning { entry: row, case: case(form) };
            if key.is_empty() {
                continue;
            }
            let meanings = self.forms.entry(key).or_default();
            if meanings.iter().all(|m| m.entry != row) {
                meanings.push(meaning);
            }
        }
    }

    /// Adds a user's names.
    pub fn user(&mut self, names: &[Name]) {
        for Name { name, sort, aliases, code } in names {
            let forms = std::iter::once(name.as_str()).chain(aliases.iter().map(String::as_str));
            let (code, sort) = (code.clone(), Some(sort.clone()));
            self.add(Entry { class: Class::User, name: name.clone(), code, sort }, forms);
        }
    }

    /// The compiled lists.
    ///
    /// # Panics
    /// Never: the forms are sorted and distinct, which is all that the automaton asks.
    #[must_use]
    pub fn build(self) -> Lexicon {
        let mut map = fst::MapBuilder::memory();
        let mut meanings = Vec::with_capacity(self.forms.len());
        for (form, found) in self.forms {
            map.insert(form, meanings.len() as u64).expect("sorted and distinct");
            meanings.push(found);
        }
        let automaton = map.into_inner().expect("written to memory");
        Lexicon { automaton, meanings, entries: self.entries }
    }

    /// Reads `countries.toml`.
    ///
    /// # Errors
    /// Codes that are not ISO 3166-1 alpha-3 in form, or stand in the file twice.
    pub fn countries(&mut self, source: Source) -> Result<(), ResourceError> {
        let mut seen = std::collections::BTreeSet::new();
        for country in source.toml::<CountryFile>()?.country {
            let at = country.code.span().start;
            let code = country.code.into_inner();
            if code.len() != 3 || !code.bytes().all(|b| b.is_ascii_uppercase()) {
                return Err(source.error(at, format!("{code:?} is no ISO 3166-1 alpha-3 code")));
            }
            if !seen.insert(code.clone()) {
                return Err(source.error(at, format!("{code:?} stands in the file twice")));
            }
            let entry = |class, name: &str| Entry {
                class,
                name: name.to_owned(),
                code: Some(code.clone()),
                sort: None,
            };
            let names = std::iter::once(&country.name).chain(&country.official).chain(&country.aliases);
            self.add(entry(Class::Country, &country.name), names.map(String::as_str));
            self.add(entry(Class::Adjective, &country.name), country.adjectives.iter().map(String::as_str));
            self.add(entry(Class::People, &country.name), country.people.iter().map(String::as_str));
            for capital in &country.capitals {
                self.add(entry(Class::Capital, capital), [capital.as_str()]);
            }
        }
        Ok(())
    }

    /// Reads a file of `[[place]]`, `[[organization]]` or `[[office]]` tables.
    ///
    /// # Errors
    /// An entry without a name.
    pub fn things(&mut self, source: Source) -> Result<(), ResourceError> {
        let file: ThingFile = source.toml()?;
        let classes = [
            (Class::Place, file.place),
            (Class::Organization, file.organization),
            (Class::Office, file.office),
        ];
        for (class, list) in classes {
            for thing in list {
                let at = thing.name.span().start;
                let name = thing.name.into_inner();
                if name.trim().is_empty() {
                    return Err(source.error(at, "an entry needs a name"));
                }
                let mut forms = thing.aliases;
                forms.push(name.clone());
                if class == Class::Office {
                    let plurals: Vec<String> = forms.iter().map(|form| plural(form)).collect();
                    forms.extend(plurals);
                }
                let entry = Entry { class, name, code: thing.code, sort: None };
                self.add(entry, forms.iter().map(String::as_str));
            }
        }
        Ok(())
    }

    /// Reads a file of word lists: one table a class, whose keys are the code that its words share (`none` for none).
    ///
    /// # Errors
    /// A table whose name is no class.
    pub fn words(&mut self, source: Source) -> Result<(), ResourceError> {
        let file: BTreeMap<Class, BTreeMap<String, Vec<String>>> = source.toml()?;
        for (class, lists) in file {
            for (code, words) in lists {
                let code = (code != "none").then_some(code);
                for word in words {
                    let entry = Entry { class, name: word.clone(), code: code.clone(), sort: None };
                    // News agencies write leaders without their accents.
                    let plain = (class == Class::Leader).then(|| without_accents(&word));
                    self.add(entry, std::iter::once(word.as_str()).chain(plain.as_deref()));
                }
            }
        }
        Ok(())
    }
}

/// "Diaz-Canel" of "Díaz-Canel".
fn without_accents(form: &str) -> String {
    let letter = |c: char| match plain(fold(c)) {
        small if c.is_uppercase() => small.to_ascii_uppercase(),
        small => small,
    };
    form.chars().map(|c| if c.is_alphabetic() { letter(c) } else { c }).collect()
}

/// A form asks for as much care as it was written with.
fn case(form: &str) -> Case {
    let mut letters = form.chars().filter(|c| c.is_alphabetic()).peekable();
    match letters.peek() {
        Some(c) if c.is_uppercase() => {
            if form.chars().any(char::is_lowercase) {
                Case::Capital
            } else {
                Case::Exact
            }
        }
        _ => Case::Any,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountryFile {
    country: Vec<Country>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Country {
    code: Spanned<String>,
    name: String,
    official: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    adjectives: Vec<String>,
    #[serde(default)]
    people: Vec<String>,
    #[serde(default)]
    capitals: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThingFile {
    #[serde(default)]
    place: Vec<Thing>,
    #[serde(default)]
    organization: Vec<Thing>,
    #[serde(default)]
    office: Vec<Thing>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Thing {
    name: Spanned<String>,
    #[serde(default)]
    aliases: Vec<String>,
    /// Country of a place, actor code of an organization, branch of an office.
    code: Option<String>,
}

/// Several who hold an office: "ministers", "heads of state", "spokesmen".
fn plural(office: &str) -> String {
    let (first, rest) = match office.find(" of ") {
        Some(at) => office.split_at(at),
        None => (office, ""),
    };
    let vowel = |c: char| "aeiou".contains(c);
    let stem = first.strip_suffix('y').filter(|stem| !stem.ends_with(vowel));
    let many = if let Some(stem) = first.strip_suffix("man") {
        format!("{stem}men")
    } else if let Some(stem) = stem {
        format!("{stem}ies")
    } else if ["s", "x", "ch", "sh"].iter().any(|end| first.ends_with(end)) {
        format!("{first}es")
    } else {
        format!("{first}s")
    };
    many + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_asks_for_as_much_care_as_it_was_written_with() {
        let cases =
            [("minister", Case::Any), ("Turkey", Case::Capital), ("WHO", Case::Exact), ("U.S.", Case::Exact)];
        for (form, expected) in cases {
            assert_eq!(case(form), expected, "{form}");
        }
    }

    #[test]
    fn mistakes_are_named_with_their_place() {
        #[rustfmt::skip]
        let cases = [
            ("[[country]]\ncode = 'KZ'\nname = 'x'", "c:2:8: \"KZ\" is no ISO 3166-1 alpha-3 code"),
            ("[[country]]\ncode = 'KAZ'\nname = 'x'\n[[country]]\ncode = 'KAZ'\nname = 'x'", "c:5:8: \"KAZ\" stands in the file twice"),
        ];
        for (content, expected) in cases {
            let error = Builder::default().countries(Source::new("c", content)).unwrap_err();
            assert_eq!(error.to_string(), expected);
        }
        let error = Builder::default().words(Source::new("w", "[verb]\nnone = ['go']")).unwrap_err();
        assert!(error.to_string().starts_with("w:1:2: unknown variant `verb`"), "{error}");
    }

    #[test]
    fn offices_have_plurals() {
        #[rustfmt::skip]
        let cases = [
            ("minister", "ministers"), ("head of state", "heads of state"), ("spokesman", "spokesmen"),
            ("secretary", "secretaries"), ("attorney", "attorneys"), ("governess", "governesses"),
        ];
        for (one, many) in cases {
            assert_eq!(plural(one), many);
        }
    }
}
