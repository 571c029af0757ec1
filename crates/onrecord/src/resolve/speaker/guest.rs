//! Who speaks where turns have no labels: who is interviewed, or gives the speech, as what stands above says.

use onrecord_resource::lexicon::Class;

use crate::document::{Entity, EntityKind, Id, Turn};
use crate::name::{Name, Words};
use crate::resolve::cast::{Cast, key};
use crate::text::Span;

/// Words of a title between a body and whoever holds it: "Herald Agency *co-founder*".
const TITLE: usize = 4;

/// Who is interviewed, and how a heading shows their name: "Interview with *Simon*".
pub(super) type Guest = (Id<Entity>, Option<String>);

/// Who is interviewed and by whom, as the text before the first turn says.
pub(super) fn guest(
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
    // "*Ann Lee*: Speech at the port"
    let within = |name: &Name, span: Span| span.contains(reading.tokens.span(name.end - 1));
    let above = first.named.map(|named| people().find(|(_, name)| within(name, named)));
    let announced = above.unwrap_or_else(|| {
        people().find(|(_, name)| (preceded(name, code) || !speech && met(name)) && !told(words, name))
    });
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

#[cfg(test)]
mod tests {
    use super::super::tests::{read, shown};

    #[test]
    fn who_speaks_is_named_in_the_heading() {
        let text = "Steady hands: policy after Bo Ek\n\nRemarks by the Governor of the Bank, Dr. Ada Lee, at the annual dinner\n\n\
                    I met Lin Xi in Oman.\n\nWe went home.";
        assert_eq!(shown(text), ["Ada Lee"]);
    }

    #[test]
    fn who_speaks_is_named_beside_the_noun_of_the_heading() {
        for heading in [
            "Ann Lee: Speech at the dinner for Bo Ek",
            "Speech - Ann Lee, Minister of Trade",
            "Prime Minister Ann Lee's speech at the opening of the port",
            "Ann Lee, Remarks at the Port of Lamu",
            "Statement by Ann Lee, Minister of Trade",
            "Statement of Ann Lee before the Committee",
        ] {
            let text =
                format!("{heading}\n\nI met Lin Xi in Oman and thanked Bo Ek.\n\nBo Ek and I went home.");
            assert_eq!(shown(&text), ["Ann Lee"], "{heading}");
        }
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
}
