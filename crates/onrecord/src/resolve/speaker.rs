//! Who speaks in a turn.
//!
//! A label names the speaker; later labels shorten the first (`CHRISTOPHER HILL:`, then `HILL:`), and in narration the
//! name may stand in full and in lower case. Where turns have no labels, the text around them says who is interviewed:
//! "Minister … X told … in an interview with Y", "Transcript: X", "X tells Y about ants".

use onrecord_resource::lexicon::Class;

use super::cast::{Cast, key};
use super::person;
use crate::document::{Entity, EntityKind, Id, Speaker, Turn, TurnRole};
use crate::lexicon::Lexicon;
use crate::name::{Name, Words};
use crate::text::Span;

/// The speaker of every turn.
pub(super) fn read(
    words: &Words,
    names: &[Name],
    entities: &[Id<Entity>],
    cast: &mut Cast,
) -> Vec<Option<Speaker>> {
    let reading = words.reading;
    let text = &reading.text;
    let label = |turn: &Turn| turn.label.and_then(|span| label(words.lexicon, text.slice(span)));
    let guest = || guest(words, names, entities, cast);
    let (guest, host) = if reading.turns.is_empty() { (None, None) } else { guest() };
    let (guest, announced) = guest.unzip();
    let labels: Vec<Option<String>> = reading.turns.iter().map(label).collect();
    let mut known: Vec<(String, Option<Id<Entity>>)> = Vec::new();
    reading
        .turns
        .iter()
        .zip(labels)
        .map(|(turn, label)| {
            if let Some(label) = label {
                let label = initialled(&label, &known, cast).unwrap_or(label);
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
                let asks = turn.role == TurnRole::Question;
                let id = if asks { host } else { guest }?;
                let shown = announced.clone().flatten().filter(|_| !asks);
                let name = shown.unwrap_or_else(|| cast.get(id).row.name.clone());
                Some(Speaker { name, entity: Some(id) })
            }
        })
        .collect()
}

/// Whether a person of that row can be who a label shows: a name in brackets behind the label is a place or a party.
fn is_called(row: &Entity, shown: &str) -> bool {
    row.kind != EntityKind::Person && !shown.contains(' ')
        || person::same(&row.name, shown)
        || row.name == shown
}

/// The name in a label, without mark-up, time, place and honorific case; `None` for a dash.
fn label(lexicon: &Lexicon, written: &str) -> Option<String> {
    // "<v.loud Ann Ode>"
    let voice = written.strip_prefix("<v").map(|tag| tag.trim_start_matches(|c: char| !c.is_whitespace()));
    let written = voice.unwrap_or(written).trim_end_matches('>');
    let written = untimed(written);
    let mark = |c: char| c.is_whitespace() || "*_:：.[]|/–—-#<>'•".contains(c);
    let written = written.trim_matches(mark);
    // "(Jiji Press, Ode)", "((The Herald))": all of it stands in brackets.
    let enclosed = written.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let written = enclosed.map_or(written, |name| name.trim_matches(['(', ')', '[', ']']).trim());
    let (name, behind) = written.split_once(['(', '[']).unwrap_or((written, ""));
    // "Question (Reuters)": who asks.
    let asks = lexicon.has_code(&key(name.trim()), Class::SpeakerWord, "asks");
    let asker = behind.split([')', ']']).next().filter(|asker| asks && asker.starts_with(char::is_uppercase));
    let written = asker.unwrap_or(name).trim();
    // "JAKE TAPPER, CNN HOST" says what he is; "Roe, Jr." is called so.
    let (name, rest) = written.split_once(", ").unwrap_or((written, ""));
    let word = |part: &str| lexicon.has(&key(part), Class::OrganizationWord) || is_shouted(part);
    let body = lexicon.has(&key(name), Class::Organization) || name.split_whitespace().any(word);
    // "(Jiji Press, Ode)", "(NHK, Ode)": for whom somebody asks, and who.
    if enclosed.is_some() && body && rest.starts_with(char::is_uppercase) {
        return Some(rest.to_owned());
    }
    let suffix = lexicon.has_code(&key(rest.trim_end_matches('.')), Class::SpeakerWord, "suffix");
    let written = if name.contains(' ') && !suffix { name } else { written };
    // "Mr. SMITH of New Jersey", but "Minister of Energy".
    let titled = written.split_whitespace().next().is_some_and(|part| is_title(lexicon, part));
    let written = written.split_once(" of ").filter(|_| titled).map_or(written, |(name, _)| name);
    (!written.is_empty()).then(|| written.to_owned())
}

/// A label without the time when it was said, which stands before or behind the name: "0:05 Ann Ode", "Ann Ode (10:03 AM)".
fn untimed(label: &str) -> &str {
    let digit = |c: char| c.is_ascii_digit();
    let is_time = |word: &&str| word.contains(':') && word.trim_start_matches(['(', '[']).starts_with(digit);
    let Some(time) = label.split_whitespace().find(is_time) else { return label };
    let Some((before, behind)) = label.split_once(time) else { return label };
    if before.trim_matches(|c: char| !c.is_alphanumeric()).is_empty() {
        let behind = behind.trim_start();
        let half = ["AM", "PM", "am", "pm", "a.m.", "p.m."];
        half.iter()
            .find_map(|half| behind.strip_prefix(half)?.strip_prefix([' ', ']', ')']))
            .unwrap_or(behind)
    } else {
        before
    }
}

/// People of a document who are looked through, at most.
const PEOPLE: usize = 512;

/// The fullest form of the name in `label`: of an earlier label, or of a person of the document.
fn full(words: &Words, label: &str, known: &[(String, Option<Id<Entity>>)], cast: &Cast) -> String {
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

fn is_title(lexicon: &Lexicon, part: &str) -> bool {
    lexicon.has_code(&key(part.trim_end_matches('.')), Class::SpeakerWord, "title")
}

/// The one person of the document whom an office and a name call: "President Biden", "Foreign Press Secretary Ode".
fn entitled(words: &Words, shown: &str, cast: &Cast) -> Option<Id<Entity>> {
    let parts: Vec<&str> = shown.split_whitespace().collect();
    let office = |parts: &[&str]| words.lexicon.has(&key(&parts.join(" ")), Class::Office);
    let behind = |count: &usize| (0..*count).any(|from| office(&parts[from..*count]));
    let count = (1..parts.len()).rev().find(behind)?;
    let id = cast.named(&parts[count..].join(" "))?;
    (cast.get(id).row.kind == EntityKind::Person).then_some(id)
}

/// Whether a label or name has capitals only; initials have to.
pub(super) fn is_shouted(name: &str) -> bool {
    name.chars().count() > 2 && name.to_uppercase() == name
}

/// `Christopher Hill` for `CHRISTOPHER HILL`; initials stay.
fn capitalised(shouted: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        let first: String = chars.next().into_iter().collect();
        let short = word.chars().count() <= 2;
        if short { word.to_owned() } else { first + &chars.as_str().to_lowercase() }
    };
    let hyphened = |part: &str| part.split('-').map(word).collect::<Vec<_>>().join("-");
    shouted.split_whitespace().map(hyphened).collect::<Vec<_>>().join(" ")
}

/// Words of a title between a body and whoever holds it: "Herald Agency *co-founder*".
const TITLE: usize = 4;

/// Who is interviewed, and how a heading shows their name: "Interview with *Simon*".
type Guest = (Id<Entity>, Option<String>);

/// Who is interviewed and by whom, as the text before the first turn says.
fn guest(
    words: &Words,
    names: &[Name],
    entities: &[Id<Entity>],
    cast: &Cast,
) -> (Option<Guest>, Option<Id<Entity>>) {
    let reading = words.reading;
    let Some(first) = reading.turns.first() else { return (None, None) };
    let before = |span: Span| span.end() <= first.span.start();
    let around: Vec<(usize, &Name)> =
        names.iter().enumerate().filter(|(_, name)| before(reading.tokens.span(name.end - 1))).collect();
    let preceded = |name: &Name, code: &str| {
        let from = name.start.saturating_sub(3);
        (from..name.start).any(|at| words.has_code(at, Class::SpeakerWord, code))
    };
    let people = || around.iter().filter(|(_, name)| name.kind == EntityKind::Person);
    // "Transcript: X", "Interview with X" name the guest, "Remarks by the Governor, X" who speaks; "X told Y in an interview" has the
    // guest as subject.
    let speech = matches!(reading.turns.as_slice(), [Turn { label: None, .. }]);
    let code = if speech { "author" } else { "guest" };
    // "The Herald *interviews* Ann Lee"
    let met = |name: &Name| {
        name.start.checked_sub(1).is_some_and(|at| words.has_code(at, Class::SpeakerWord, "interviewing"))
    };
    let announced =
        people().find(|(_, name)| (preceded(name, code) || !speech && met(name)) && !told(words, name));
    let subject = people().find(|(_, name)| told(words, name));
    let named = announced.or(subject).or_else(|| most_mentioned(&around, entities));
    // "interview with *Herald Agency* founder Ann Lee": what the guest is of does not ask.
    let own = |body: &Name| {
        named.is_some_and(|(_, guest)| {
            let between = body.end..guest.start;
            let office = |at: usize| words.lexicon.has(&key(words.text(at)), Class::Office);
            !between.is_empty()
                && between.len() <= TITLE
                && between.clone().all(|at| words.text(at).chars().all(char::is_alphabetic))
                && office(between.end - 1)
        })
    };
    let guest = named.map(|(row, _)| entities[*row]);
    let host = around.iter().find(|(row, name)| {
        let other = Some(entities[*row]) != guest
            && !own(name)
            && name.kind != EntityKind::Country
            && name.kind != EntityKind::Place;
        // "the Daily *interviewed* Ann Lee"
        let asks =
            || (name.end..name.end + 2).any(|at| words.has_code(at, Class::SpeakerWord, "interviewing"));
        other && name.kind == EntityKind::Organization && (preceded(name, "host") || asks())
    });
    let host = host.map(|(row, _)| entities[*row]);
    let shown = announced.map(|(_, name)| words.written(name.start..name.end));
    let guest = guest.filter(|&id| cast.get(id).row.kind == EntityKind::Person);
    (guest.map(|id| (id, shown)), host)
}

/// Whether a word of telling follows the name.
fn told(words: &Words, name: &Name) -> bool {
    // "the resignation of Carla Ode, *spoke*": who stands before a comma may be the last of somebody else's clause.
    let behind = name.end..name.end + 3;
    words.text(name.end) != ","
        && behind.into_iter().any(|at| words.has_code(at, Class::SpeakerWord, "telling"))
}

/// The person whom the narration names most; of equals the first.
fn most_mentioned<'a, 'b>(
    around: &'a [(usize, &'b Name)],
    entities: &[Id<Entity>],
) -> Option<&'a (usize, &'b Name)> {
    let people: Vec<_> = around.iter().filter(|(_, name)| name.kind == EntityKind::Person).take(64).collect();
    let times = |row: usize| people.iter().filter(|(other, _)| entities[*other] == entities[row]).count();
    people.iter().copied().rev().max_by_key(|(row, _)| times(*row))
}

/// Whether a label says only that somebody speaks: "Unidentified Male", "Speaker 2".
fn is_nobody(lexicon: &Lexicon, name: &str) -> bool {
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    lexicon.has_code(&key(first), Class::SpeakerWord, "nobody")
        || !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the label of a turn, shown as `name`, is worth an entity: a name of several words or behind a title ("MR PRICE"),
/// not `Q`.
pub(super) fn is_name(words: &Words, turn: &Turn, name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    let titled = || {
        let written = turn.label.and_then(|span| label(words.lexicon, words.reading.text.slice(span)));
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
    use super::*;
    use crate::document::Document;

    fn read(text: &str) -> Document {
        let input = crate::Input { text: text.to_owned(), ..crate::Input::default() };
        crate::Engine::new().unwrap().extract(input, crate::Layers::ENTITIES).unwrap()
    }

    /// The speakers as they are shown.
    fn shown(text: &str) -> Vec<String> {
        read(text).named.speakers.into_iter().flatten().map(|speaker| speaker.name).collect()
    }

    #[test]
    fn labels_show_names() {
        let lexicon = Lexicon::new(&[]).expect("checked by the build");
        #[rustfmt::skip]
        let cases = [
            ("DY CHANDRACHUD:", Some("DY CHANDRACHUD")),
            ("**Anna Ode:**", Some("Anna Ode")),
            ("Sir Amy Sells (Bromley and Chislehurst):", Some("Sir Amy Sells")),
            ("[00:12:01] Anna Ode:", Some("Anna Ode")),
            ("<v Anna Ode>", Some("Anna Ode")),
            ("<v.loud Anna Ode>", Some("Anna Ode")),
            ("00:01:02.120 Ann Ode:", Some("Ann Ode")),
            ("10:03 AM Ann Ode:", Some("Ann Ode")),
            ("Ann Ode (10:03 AM):", Some("Ann Ode")),
            ("Ann Ode   0:05", Some("Ann Ode")),
            ("Ann Ode | 0:05", Some("Ann Ode")),
            ("Ann Ode\n0:05", Some("Ann Ode")),
            ("**Ann Ode** 00:00:05", Some("Ann Ode")),
            ("[0:05] Speaker 1", Some("Speaker 1")),
            ("SEN. ANN ODE (R-AZ), CHAIR:", Some("SEN. ANN ODE")),
            ("Q.", Some("Q")),
            ("Question (Reuters):", Some("Reuters")),
            ("Question (through interpreter):", Some("Question")),
            ("JAKE TAPPER, CNN HOST:", Some("JAKE TAPPER")),
            ("JANE ROE, SENIOR ADVISER:", Some("JANE ROE")),
            ("John Roe, Jr.:", Some("John Roe, Jr")),
            ("Mr. SMITH of New Jersey.", Some("Mr. SMITH")),
            ("Minister of Energy:", Some("Minister of Energy")),
            ("(Foreign Press Secretary Ode)", Some("Foreign Press Secretary Ode")),
            ("(Oslo Press, Ode)", Some("Ode")),
            ("(NHK, Ode)", Some("Ode")),
            ("(Ann Ode, Minister)", Some("Ann Ode")),
            ("((The Herald))", Some("The Herald")),
            ("[Ann Ode]:", Some("Ann Ode")),
            ("Mr. ODE.—", Some("Mr. ODE")),
            ("### Ann Ode", Some("Ann Ode")),
            ("• Ann Ode:", Some("Ann Ode")),
            (">> Ann Ode:", Some("Ann Ode")),
            ("–", None),
            ("**", None),
        ];
        for (written, expected) in cases {
            assert_eq!(label(&lexicon, written).as_deref(), expected, "{written}");
        }
        assert_eq!(capitalised("DY CHANDRACHUD-ODE"), "DY Chandrachud-Ode");
    }

    #[test]
    fn who_speaks_is_named_in_the_heading() {
        let text = "Steady hands: policy after Bo Ek\n\nRemarks by the Governor of the Bank, Dr. Ada Lee, at the annual dinner\n\n\
                    I met Lin Xi in Oman.\n\nWe went home.";
        assert_eq!(shown(text), ["Ada Lee"]);
    }

    #[test]
    fn who_answers_is_whom_the_lead_is_about() {
        let text = "“We wait”\n\nForeign Minister Ode on trade\n\nForeign Minister Bo Ode received The Herald in his office. \
                    The lawyer, who took over after the resignation of Ada Lee, spoke about trade.\n\n\
                    Q: What was said?\n\nA: I met Lin Xi.\n\nQ: And then?\n\nA: We went home.";
        assert_eq!(shown(text), ["Q", "Bo Ode", "Q", "Bo Ode"]);
    }

    #[test]
    fn who_answers_is_whom_the_heading_says_somebody_interviews() {
        let text = "The Herald Agency interviews Ann Lee on a tunnel\n\nBo Ek told the Agency of it.\n\n\
                    How old are you?\n\nI am sixty now.\n\nDo you travel?\n\nYes, to Oman.\n\nWhat is next?\n\nI shall rest.";
        assert_eq!(shown(text), ["Herald Agency", "Ann Lee"].repeat(3));
    }

    #[test]
    fn who_asks_is_who_has_interviewed_somebody() {
        let text = "The Herald Agency interviewed Ann Lee, a magician.\n\nHow old are you?\n\nI am sixty now.\n\n\
                    Do you travel?\n\nYes, to Oman.\n\nWhat is next?\n\nI shall rest.";
        assert_eq!(shown(text), ["Herald Agency", "Ann Lee"].repeat(3));
    }

    #[test]
    fn what_the_guest_is_of_does_not_ask() {
        let asked = |heading: &str| {
            let turns = "How old are you?\n\nI am sixty now.\n\nDo you travel?\n\nYes, to Oman.\n\n\
                         What is next?\n\nI shall rest.";
            read(&format!("{heading}\n\n{turns}")).named.speakers.swap_remove(0).map(|speaker| speaker.name)
        };
        assert_eq!(asked("Interview with Herald Agency founder Ann Lee, a magician."), None);
        let host = asked("In an interview with Herald Agency, Ann Lee told how magic is done.");
        assert_eq!(host.as_deref(), Some("Herald Agency"));
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
    fn a_constituency_behind_a_name_is_not_who_speaks() {
        let text = "Dr. Bill (Bromley): Why did it rain?\n\nDr. Ada (Leeds): Because.\n\n\
                    Dr. Bill: And then?\n\nDr. Ada: Nothing happened.";
        assert_eq!(shown(text), ["Bill", "Ada", "Bill", "Ada"]);
    }
}
