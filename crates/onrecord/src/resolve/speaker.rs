//! Who speaks in a turn.
//!
//! A label names the speaker; later labels shorten the first (`CHRISTOPHER HILL:`, then `HILL:`), and in narration the
//! name may stand in full and in lower case. Where turns have no labels, the text around them says who is interviewed:
//! "Minister … X told … in an interview with Y", "Transcript: X", "X tells Y about ants"; or it is known apart from it.

mod guest;
mod label;

use std::collections::BTreeMap;

use onrecord_resource::lexicon::Class;

use self::guest::guest;
use self::label::is_title;
pub(super) use self::label::{capitalised, label};
use super::cast::{Cast, key};
use super::person;
use crate::document::{Entity, EntityKind, Id, Speaker, Turn, TurnRole};
use crate::lexicon::Lexicon;
use crate::name::{Name, Words};
use crate::text::Span;

/// The speaker of every turn; who is `given` takes precedence over whom the text around it names.
pub(super) fn read(
    words: &Words,
    names: &[Name],
    entities: &[Id<Entity>],
    given: Option<&Speaker>,
    cast: &mut Cast,
) -> Vec<Option<Speaker>> {
    let reading = words.reading;
    let text = &reading.text;
    let label = |turn: &Turn| called(turn).and_then(|span| label(words.lexicon, text.slice(span)));
    let guest = || guest(words, names, entities, cast);
    // In the record of a court nobody is the guest of who asks.
    let examined = reading.turns.iter().any(|turn| turn.label.and(turn.named).is_some());
    let (guest, host) = if reading.turns.is_empty() || examined { (None, None) } else { guest() };
    let (guest, announced) = match given {
        Some(Speaker { name, entity }) => (*entity, Some(Some(name.clone()))),
        None => guest.unzip(),
    };
    // A question that is all that somebody says is nobody else's.
    let alone = given.is_some() && reading.turns.len() == 1;
    let labels: Vec<Option<String>> = reading.turns.iter().map(label).collect();
    let offices = offices(words.lexicon, labels.iter().flatten());
    let mut known: Vec<(String, Option<Id<Entity>>)> = Vec::new();
    reading
        .turns
        .iter()
        .zip(labels)
        .map(|(turn, label)| {
            if let Some(label) = label {
                let label = initialled(&label, &known, cast).unwrap_or(label);
                let label = held(&offices, &label).unwrap_or(label);
                let role_only = label.chars().count() <= 2
                    || words.lexicon.has_code(&key(&label), Class::SpeakerWord, "answers");
                let shown = full(words, &label, &known, cast);
                let entity = known.iter().find(|(name, _)| *name == shown).and_then(|k| k.1);
                let entity = entity
                    .or_else(|| entitled(words, &shown, cast))
                    .or_else(|| cast.named(&shown).filter(|&id| is_called(&cast.get(id).row, &shown)))
                    .or_else(|| (turn.role == TurnRole::Answer && role_only).then_some(guest).flatten());
                let name = if role_only && turn.role == TurnRole::Answer {
                    let heading = announced.clone().flatten().filter(|_| entity == guest);
                    heading.or_else(|| entity.map(|id| cast.get(id).row.name.clone())).unwrap_or(shown)
                } else {
                    shown
                };
                if !known.iter().any(|(k, _)| *k == name) && known.len() < 256 {
                    known.push((name.clone(), entity));
                }
                // In capitals nobody's name is as they write it.
                let loud = |id: &Id<Entity>| {
                    let written = &cast.get(*id).row.name;
                    is_shouted(written) && written.to_uppercase() == name.to_uppercase()
                };
                let titled =
                    label.split_whitespace().next().is_some_and(|part| is_title(words.lexicon, part));
                if let Some(id) = entity.filter(loud).filter(|_| name.contains(' ') || titled) {
                    cast.rename(id, &name);
                }
                Some(Speaker { name, entity })
            } else {
                let asks = turn.role == TurnRole::Question && !alone;
                let entity = if asks { host } else { guest };
                let shown = announced.clone().flatten().filter(|_| !asks);
                let name = shown.or_else(|| entity.map(|id| cast.get(id).row.name.clone()))?;
                Some(Speaker { name, entity })
            }
        })
        .collect()
}

/// What says who speaks in a turn that has a label: a letter may belong to somebody who is named above it.
fn called(turn: &Turn) -> Option<Span> {
    turn.label.map(|label| turn.named.unwrap_or(label))
}

/// Whether a person of that row can be who a label shows: a name in brackets behind the label is a place or a party.
fn is_called(row: &Entity, shown: &str) -> bool {
    row.kind != EntityKind::Person && !shown.contains(' ')
        || person::same(&row.name, shown)
        || row.name == shown
}

/// People of a document who are looked through, at most.
const PEOPLE: usize = 512;

/// The fullest form of the name in `label`: of an earlier label, or of a person of the document.
pub(super) fn full(
    words: &Words,
    label: &str,
    known: &[(String, Option<Id<Entity>>)],
    cast: &Cast,
) -> String {
    let shown = if is_shouted(label) { capitalised(label) } else { label.to_owned() };
    let bare = untitled(words, &shown);
    if bare.is_empty() {
        return shown;
    }
    // "Dr. Bill (Bromley):" makes Bromley no other name of his.
    let person = |&id: &Id<Entity>| {
        let row = &cast.get(id).row;
        row.kind == EntityKind::Person && person::same(&row.name, &bare)
    };
    if let Some(id) = cast.named(&bare).filter(person) {
        let name = &cast.get(id).row.name;
        return if is_shouted(name) { capitalised(name) } else { name.clone() };
    }
    let earlier = known.iter().rev().find(|(name, _)| name.contains(' ') && person::same(name, &bare));
    if let Some((name, _)) = earlier {
        return name.clone();
    }
    let people = cast.entities.iter().filter(|member| member.row.kind == EntityKind::Person).take(PEOPLE);
    let mut fitting =
        people.filter(|member| member.row.name.contains(' ') && person::same(&member.row.name, &bare));
    match (fitting.next(), fitting.next()) {
        (Some(member), None) => member.row.name.clone(),
        _ => bare,
    }
}

/// Who has the letters of a label as initials: of an earlier label, or the one person of the document. "AO:" below "Ann Ode:".
fn initialled(label: &str, known: &[(String, Option<Id<Entity>>)], cast: &Cast) -> Option<String> {
    let letters = (2..=4).contains(&label.chars().count()) && label.chars().all(char::is_uppercase);
    let fits = |name: &str| {
        let initials: String = name.split_whitespace().filter_map(|part| part.chars().next()).collect();
        name.contains(' ') && initials.to_uppercase() == label
    };
    if !letters {
        return None;
    }
    let earlier = known.iter().rev().map(|(name, _)| name).find(|name| fits(name));
    let people = cast.entities.iter().filter(|member| member.row.kind == EntityKind::Person).take(PEOPLE);
    let mut people = people.map(|member| &member.row.name).filter(|name| fits(name));
    let only = || people.next().filter(|_| people.next().is_none());
    earlier.or_else(only).cloned()
}

/// The labels that have an office before a name, by the office: "PRESIDENT ODE" by "president"; none where two hold it.
fn offices<'l>(
    lexicon: &Lexicon,
    labels: impl Iterator<Item = &'l String>,
) -> BTreeMap<String, Option<String>> {
    let mut offices: BTreeMap<String, Option<String>> = BTreeMap::new();
    for label in labels {
        let parts: Vec<&str> = label.split_whitespace().collect();
        let Some(count) = office_before(lexicon, &parts) else { continue };
        let other = |holder: &mut Option<String>| {
            if holder.as_ref().is_some_and(|holder| key(holder) != key(label)) {
                *holder = None;
            }
        };
        let office = key(&parts[..count].join(" "));
        offices.entry(office).and_modify(other).or_insert_with(|| Some(label.clone()));
    }
    offices
}

/// The label of who holds the office that a label names alone: of "THE PRESIDENT" "PRESIDENT ODE".
fn held(offices: &BTreeMap<String, Option<String>>, label: &str) -> Option<String> {
    let office = key(label);
    offices.get(office.strip_prefix("the ")?)?.clone()
}

/// A label without the titles and abbreviated ranks before the name: "Kirby" of "Rear Adm. Kirby"; "Chief Justice" is said in
/// full because it belongs there.
fn untitled(words: &Words, shown: &str) -> String {
    const LONGEST: usize = 3;
    let mut parts: Vec<&str> =
        shown.split_whitespace().filter(|part| !is_title(words.lexicon, part)).collect();
    let rank = |count: &usize, parts: &[&str]| {
        let form = key(&parts[..*count].join(" "));
        form.ends_with('.')
            && (words.lexicon.has(&form, Class::Office) || words.lexicon.has(&form, Class::Honorific))
    };
    while let Some(count) =
        (1..=LONGEST.min(parts.len().saturating_sub(1))).rev().find(|count| rank(count, &parts))
    {
        parts.drain(..count);
    }
    parts.join(" ")
}

/// The one person of the document whom an office and a name call: "President Biden", "Foreign Press Secretary Ode".
fn entitled(words: &Words, shown: &str, cast: &Cast) -> Option<Id<Entity>> {
    let parts: Vec<&str> = shown.split_whitespace().collect();
    let count = office_before(words.lexicon, &parts)?;
    let id = cast.named(&parts[count..].join(" "))?;
    (cast.get(id).row.kind == EntityKind::Person).then_some(id)
}

/// Words of a label up to the end of the office before the name: two of "Kenyan President Ann Lee".
pub(super) fn office_before(lexicon: &Lexicon, parts: &[&str]) -> Option<usize> {
    let office = |parts: &[&str]| lexicon.has(&key(&parts.join(" ")), Class::Office);
    let behind = |count: &usize| (0..*count).any(|from| office(&parts[from..*count]));
    (1..parts.len()).rev().find(behind)
}

/// Whether a label or name has capitals only; initials have to.
pub(super) fn is_shouted(name: &str) -> bool {
    name.chars().count() > 2 && name.to_uppercase() == name
}

/// Whether a label says only that somebody speaks: "Unidentified Male", "Speaker 2".
pub(super) fn is_nobody(lexicon: &Lexicon, name: &str) -> bool {
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    lexicon.has_code(&key(first), Class::SpeakerWord, "nobody")
        || !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the label of a turn, shown as `name`, is worth an entity: a name of several words or behind a title ("MR PRICE"),
/// not `Q`.
pub(super) fn is_name(words: &Words, turn: &Turn, name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    let titled = || {
        let written = called(turn).and_then(|span| label(words.lexicon, words.reading.text.slice(span)));
        let written = written.as_deref().unwrap_or_default();
        untitled(words, written) != written && written.contains(' ')
    };
    let office = words.lexicon.has(&key(name), Class::Office);
    // "The PRESIDING OFFICER"
    let called = first.eq_ignore_ascii_case("the") || is_nobody(words.lexicon, name);
    (name.contains(' ') && !called || titled() && !office)
        && first.starts_with(char::is_uppercase)
        && !words.lexicon.has(&key(first), Class::OrganizationWord)
}

#[cfg(test)]
mod tests {
    use crate::document::Document;

    pub(super) fn read(text: &str) -> Document {
        let input = crate::Input { text: text.to_owned(), ..crate::Input::default() };
        crate::Engine::new().unwrap().extract(input, crate::Layers::ENTITIES).unwrap()
    }

    /// The speakers as they are shown.
    pub(super) fn shown(text: &str) -> Vec<String> {
        read(text).named.speakers.into_iter().flatten().map(|speaker| speaker.name).collect()
    }

    #[test]
    fn who_examines_whom_is_said_above() {
        let text = "JANE ROE, having been duly sworn, testified as follows:\n\nEXAMINATION\nBY MR. HOLT:\n\
                    Q. Did you meet Mr. Lee?\nA. I met Mr. Lee in Oman.\nMS. ODE: Objection.\nTHE WITNESS: I met him.\n\
                    BY MS. ODE:\nQ. When?\nA. In May.";
        assert_eq!(shown(text), ["Holt", "Jane Roe", "Ode", "Jane Roe", "Ode", "Jane Roe"]);
        let unknown = "BY MR. HOLT:\nQ. Did you meet Mr. Lee?\nA. I met Mr. Lee in Oman.";
        assert_eq!(shown(unknown), ["Holt", "A"]);
    }

    #[test]
    fn who_speaks_in_a_parliament_is_named_before_a_point() {
        let text = "Mr. LEAHY. I rise today.\n\nMs. COLLINS. I thank the Senator.\n\nMr. LEAHY. I yield.\n\n\
                    The PRESIDING OFFICER. The clerk will call the roll.";
        let document = read(text);
        let speakers = document.named.speakers.iter().flatten();
        let found: Vec<_> = speakers
            .map(|speaker| {
                let entity = speaker.entity.map(|id| document.named.entities[id].name.as_str());
                (speaker.name.as_str(), entity)
            })
            .collect();
        let expected = [
            ("Leahy", Some("Leahy")),
            ("Collins", Some("Collins")),
            ("Leahy", Some("Leahy")),
            ("The PRESIDING OFFICER", None),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn later_labels_of_a_broadcast_shorten_the_first() {
        let text = "Ann Ode met President Bo Ek in Oman.\n\nJAN LEE, CNN ANCHOR: Why did it rain?\n\n(CROSSTALK)\n\n\
                    SEN. ANN ODE (R-AZ), CHAIR, TRADE COMMITTEE: Because.\n\nMAX KING, CNN REPORTER (voice-over): It rained.\n\n\
                    LEE: And then?\n\nODE: Nothing.\n\nKING (on camera): It rained on.\n\nUNIDENTIFIED MALE: It did.";
        let document = read(text);
        let speakers: Vec<_> = document.named.speakers.iter().flatten().collect();
        let names: Vec<&str> = speakers.iter().map(|speaker| speaker.name.as_str()).collect();
        let expected =
            ["Jan Lee", "Ann Ode", "Max King", "Jan Lee", "Ann Ode", "Max King", "Unidentified Male"];
        assert_eq!(names, expected);
        let entities: Vec<_> = speakers.iter().map(|speaker| speaker.entity).collect();
        assert!(entities[..6].iter().all(Option::is_some) && entities[6].is_none(), "{entities:?}");
        assert_eq!(entities[..3], entities[3..6]);
        let others = document.named.entities.iter().filter(|row| {
            row.name == "Bo Ek" && row.aliases.iter().any(|alias| alias.contains("KING"))
                || row.name == "CROSSTALK"
        });
        assert_eq!(others.count(), 0);
    }

    #[test]
    fn initials_are_those_of_an_earlier_label_or_of_the_one_who_has_them() {
        let text = "Interview with Bo Ek\n\nAnn Ode: Why did it rain?\n\nBE: Because.\n\nAO: And then?\n\nBE: Nothing happened.\n\n\
                    XYZ: It was warm.";
        assert_eq!(shown(text), ["Ann Ode", "Bo Ek", "Ann Ode", "Bo Ek", "Xyz"]);
    }

    #[test]
    fn an_office_alone_is_that_of_who_has_it_before_a_name() {
        let text = "PRESIDENT ODE: Welcome.\n\nPRIME MINISTER HALE: Thank you.\n\nTHE PRESIDENT: It rained.\n\n\
                    THE PRIME MINISTER: It did.\n\nTHE SPEAKER: Order.";
        let names = ["President Ode", "Prime Minister Hale"].repeat(2);
        assert_eq!(shown(text)[..4], names);
        let two = "PRESIDENT ODE: Welcome.\n\nPRESIDENT HALE: Thank you.\n\nTHE PRESIDENT: It rained.";
        assert_eq!(shown(two)[2..], ["The President"]);
    }

    #[test]
    fn a_constituency_behind_a_name_is_not_who_speaks() {
        let text = "Dr. Bill (Bromley): Why did it rain?\n\nDr. Ada (Leeds): Because.\n\n\
                    Dr. Bill: And then?\n\nDr. Ada: Nothing happened.";
        assert_eq!(shown(text), ["Bill", "Ada", "Bill", "Ada"]);
    }
}
