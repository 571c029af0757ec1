//! Who speaks as it is known apart from the text: a column of a table, a flag of the command.
//!
//! What stands there is read like a label: "President Ann Lee", "LEE, Ann", "Ann Lee, Minister of Trade". It names somebody of the
//! document, a country or body of the lists, or somebody whom the document does not name.

use onrecord_resource::lexicon::{Class, Entry};

use super::cast::{Cast, key};
use super::{named, speaker};
use crate::document::{Entity, EntityKind, Id, Speaker};
use crate::lexicon::Lexicon;
use crate::name::Words;

/// Words of a name with what is said beside it, at most; more are no name.
const WORDS: usize = 24;

/// Given names of a person, at most.
const GIVEN: usize = 3;

/// Whom the name that is `written` apart from the text means; nobody where it says that nobody knows.
pub(super) fn read(words: &Words, written: &str, cast: &mut Cast) -> Option<Speaker> {
    let lexicon = words.lexicon;
    let written = turned(lexicon, written);
    let label = speaker::label(lexicon, &written)?;
    // "Lee, *Minister of Trade*"
    let beside = label.split_once(", ").filter(|(_, rest)| !is_suffix(lexicon, rest));
    let label = beside.map_or(label.as_str(), |(name, _)| name);
    if speaker::is_nobody(lexicon, label) || written.split_whitespace().nth(WORDS).is_some() {
        return None;
    }
    if let Some(id) = body(lexicon, label, cast) {
        return Some(Speaker { name: cast.get(id).row.name.clone(), entity: Some(id) });
    }
    let parts: Vec<&str> = label.split_whitespace().collect();
    let (titles, name) = parts.split_at(speaker::office_before(lexicon, &parts).unwrap_or(0));
    let shown = speaker::full(words, &name.join(" "), &[], cast);
    // "President of Kenya", "The Chairman", "Mr. Speaker" are offices of somebody without a name.
    let called = shown.starts_with(char::is_uppercase) && !shown.starts_with("The ");
    if !called || [label, &shown].iter().any(|name| lexicon.has(&key(name), Class::Office)) {
        return Some(Speaker { name: label.to_owned(), entity: None });
    }
    let person = |id: &Id<_>| cast.get(*id).row.kind == EntityKind::Person;
    let known = cast.named(&shown).filter(person);
    let id = known.unwrap_or_else(|| cast.add(EntityKind::Person, &shown));
    describe(lexicon, &titles.join(" "), id, cast);
    written.split([',', '(', ')']).skip(1).for_each(|beside| describe(lexicon, beside, id, cast));
    let leader = lexicon.find(&key(&shown), Class::Leader).and_then(|entry| entry.code.as_deref());
    let member = cast.get_mut(id);
    if let Some(code) = leader.filter(|_| member.branch.is_none()) {
        member.branch = code.get(3..6).map(str::to_owned);
        member.country = code.get(..3).map(str::to_owned);
    }
    Some(Speaker { name: shown, entity: Some(id) })
}

/// Whether what stands behind the comma is part of a name: "Jr." of "Bo Roe, Jr."
fn is_suffix(lexicon: &Lexicon, behind: &str) -> bool {
    lexicon.has_code(&key(behind.trim_end_matches('.')), Class::SpeakerWord, "suffix")
}

/// "LEE, Ann" as it is said: "Ann Lee". What else stands behind a comma is an office or a place.
fn turned(lexicon: &Lexicon, written: &str) -> String {
    let Some((family, given)) = written.split_once(", ") else { return written.to_owned() };
    let is = |name: &str, class| lexicon.has(&key(name), class);
    let first = given.split_whitespace().next().unwrap_or_default();
    let alone = !family.trim().contains(' ') || speaker::is_shouted(family) || is(first, Class::Given);
    let other = is(given, Class::Country)
        || is(given, Class::Place)
        || given.split_whitespace().any(|part| is(part, Class::Office))
        || is_suffix(lexicon, given);
    let name = given.split_whitespace().all(|part| part.starts_with(char::is_uppercase));
    if !alone || other || !name || given.split_whitespace().nth(GIVEN).is_some() {
        return written.to_owned();
    }
    let family = if speaker::is_shouted(family) { speaker::capitalised(family) } else { family.to_owned() };
    format!("{} {family}", given.trim())
}

/// The country or body of that name: of the document, of the lists, or by a word for bodies in front: "Ministry of Trade".
fn body(lexicon: &Lexicon, name: &str, cast: &mut Cast) -> Option<Id<Entity>> {
    let bare = ["the ", "The "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name);
    let speaks =
        |id: &Id<_>| matches!(cast.get(*id).row.kind, EntityKind::Country | EntityKind::Organization);
    if let Some(id) = [name, bare].iter().find_map(|name| cast.named(name).filter(speaks)) {
        return Some(id);
    }
    let listed = |name: &&str| named::known(lexicon, name, cast);
    if let Some(id) = [name, bare].iter().find_map(listed) {
        return Some(id);
    }
    let (first, _) = bare.split_once(' ')?;
    lexicon.has(&key(first), Class::OrganizationWord).then(|| cast.add(EntityKind::Organization, bare))
}

/// Notes what stands beside the name: "*Kenyan President* Ann Lee", "Ann Lee, *Minister of Trade*", "Ann Lee (*Kenya*)".
fn describe(lexicon: &Lexicon, beside: &str, id: Id<Entity>, cast: &mut Cast) {
    let parts: Vec<&str> = beside.split_whitespace().collect();
    let find = |range: std::ops::Range<usize>, class| lexicon.find(&key(&parts[range].join(" ")), class);
    let office = (0..parts.len()).find_map(|from| {
        let entry = (from + 1..=parts.len()).rev().find_map(|to| find(from..to, Class::Office))?;
        Some((from, entry.code.clone()))
    });
    let behind = |from: usize| find(from..parts.len(), Class::Country);
    let starts = |&from: &usize| from == 0 || matches!(parts[from - 1], "of" | "the");
    let country = (0..parts.len()).filter(starts).find_map(behind);
    let country = country.or_else(|| parts.first().and_then(|_| find(0..1, Class::Adjective)));
    let country = country.and_then(|entry: &Entry| entry.code.clone());
    let member = cast.get_mut(id);
    member.country = member.country.take().or(country);
    let Some((from, branch)) = office else { return };
    member.branch = member.branch.take().or(branch);
    let title = parts[from..].join(" ");
    if !member.row.titles.contains(&title) {
        member.row.titles.push(title);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::{Engine, Input, Layers};

    const SPEECH: &str = "Trade first\n\nFriends, I met Bo Ek in Oman in May. We signed a treaty with Chad.\n\nMy staff was there.";

    /// Kind, name and code of an entity.
    type Row<'a> = (&'a str, &'a str, Option<&'a str>);

    fn read(text: &str, speaker: &str) -> Document {
        let input = Input { text: text.to_owned(), speaker: Some(speaker.to_owned()), ..Input::default() };
        Engine::new().unwrap().extract(input, Layers::ALL).unwrap()
    }

    fn speaking(document: &Document) -> Vec<Option<&Entity>> {
        let entity = |row: &Option<Speaker>| row.as_ref().and_then(|speaker| speaker.entity);
        document.named.speakers.iter().map(|row| entity(row).map(|id| &document.named.entities[id])).collect()
    }

    #[test]
    fn names_that_are_given_are_read_like_labels() {
        #[rustfmt::skip]
        let cases: [(&str, Option<Row>); 24] = [
            ("Ann Lee", Some(("person", "Ann Lee", None))),
            ("ANN LEE", Some(("person", "Ann Lee", None))),
            ("LEE, Ann", Some(("person", "Ann Lee", None))),
            ("Lee, Ann Mary", Some(("person", "Ann Mary Lee", None))),
            ("Lee", Some(("person", "Lee", None))),
            ("Mr. Lee (Kenya)", Some(("person", "Lee", None))),
            ("President Ann Lee", Some(("person", "Ann Lee", None))),
            ("Kenyan President Ann Lee", Some(("person", "Ann Lee", Some("KENGOV")))),
            ("Ann Lee, Minister of Trade", Some(("person", "Ann Lee", None))),
            ("Ann Lee, Prime Minister of the Netherlands", Some(("person", "Ann Lee", Some("NLDGOV")))),
            ("Angela Merkel", Some(("person", "Angela Merkel", Some("DEUGOV")))),
            ("Minister Ek", Some(("person", "Bo Ek", None))),
            ("Kenya", Some(("country", "Kenya", Some("KEN")))),
            ("The Netherlands", Some(("country", "Netherlands", Some("NLD")))),
            ("Chad", Some(("country", "Chad", Some("TCD")))),
            ("European Union", Some(("organization", "European Union", Some("IGOEUREEC")))),
            ("Ministry of Salt", Some(("organization", "Ministry of Salt", None))),
            ("von Roe, Ann", Some(("person", "Ann von Roe", None))),
            ("Roe Jr., John", Some(("person", "John Roe Jr", None))),
            ("Lee, Minister of Trade", Some(("person", "Lee", None))),
            ("President of Kenya", None),
            ("The Chairman", None),
            ("Mr. Speaker", None),
            ("Unknown", None),
        ];
        for (written, expected) in cases {
            let document = read(SPEECH, written);
            assert_eq!(document.reading.turns.len(), 1, "{written}");
            let found = speaking(&document)[0];
            let found = found.map(|row| (row.kind.name(), row.name.as_str(), row.code.as_deref()));
            assert_eq!(found, expected, "{written}");
        }
        for blank in ["", "  ", "–"] {
            assert!(speaking(&read(SPEECH, blank)).iter().all(Option::is_none), "{blank:?}");
        }
    }

    #[test]
    fn what_is_beside_the_name_is_the_title() {
        for (written, title) in
            [("Dr. Ann Lee, Minister of Trade", "Minister of Trade"), ("President Lee", "President")]
        {
            let document = read(SPEECH, written);
            assert_eq!(speaking(&document)[0].unwrap().titles, [title], "{written}");
        }
    }

    #[test]
    fn who_is_given_speaks_where_no_label_says_who_does() {
        let names = |document: &Document| {
            let name = |row: &Option<Speaker>| row.as_ref().map(|speaker| speaker.name.clone());
            document.named.speakers.iter().map(name).collect::<Vec<_>>()
        };
        let ann = || Some("Ann Lee".to_owned());
        let asked = "An interview with Bo Ek\n\n– Why did it rain?\n\n– Because.\n\n– And then?\n\n– Nothing happened.";
        assert_eq!(names(&read(asked, "Ann Lee")), [None, ann(), None, ann()]);
        let answers = "Talk\n\nQ: Why did it rain?\n\nA: Because.\n\nQ: And then?\n\nA: Nothing happened.";
        let q = || Some("Q".to_owned());
        assert_eq!(names(&read(answers, "Ann Lee")), [q(), ann(), q(), ann()]);
        let labelled =
            "Bo Ek: Why did it rain?\n\nAda Ode: Because.\n\nBo Ek: And then?\n\nAda Ode: Nothing happened.";
        assert_eq!(names(&read(labelled, "Ann Lee")), names(&read(labelled, "")));
        let captions = "1\n00:00:01,000 --> 00:00:03,000\nI visited Oman.\n\n2\n00:00:03,500 --> 00:00:05,000\nWhy not?\n";
        assert_eq!(names(&read(captions, "Ann Lee")), [ann()]);
    }
}
