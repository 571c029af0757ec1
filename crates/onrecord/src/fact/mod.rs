//! Facts: what the text says of the entities it names, each with the characters that support it.
//!
//! So far one kind: a `position`, read off an office that stands beside its holder's name.

use crate::document::{
    Arg, Entity, Fact, FactKind, Filler, Form, Id, Modality, Named, Polarity, Reading, Speaker, Via, Voucher,
};
use crate::name::Office;

/// Measured with the project's development documents, in percent.
const POSITION_PRECISION: u8 = 89;

/// Words that the longest name or office has.
const REACH: usize = 24;

/// The facts of a document, in order of their evidence.
pub(crate) fn read(reading: &Reading, named: &Named) -> Vec<Fact> {
    let held = named.ties.offices.iter().filter_map(|(office, holder)| Some((office, (*holder)?)));
    let mut facts: Vec<Fact> =
        held.filter_map(|(office, person)| position(reading, named, office, person)).collect();
    facts.sort_by_key(|fact| (fact.evidence.start(), fact.evidence.end()));
    facts
}

/// Who holds an office, where the name stands beside it.
fn position(reading: &Reading, named: &Named, office: &Office, person: Id<Entity>) -> Option<Fact> {
    office.person?;
    let tokens = &reading.tokens;
    let near = |words: &std::ops::Range<usize>| {
        let gap =
            words.start.saturating_sub(office.words.end).max(office.words.start.saturating_sub(words.end));
        gap <= 3
    };
    // Mentions are in text order, so those beside the office stand together.
    let mentions = &named.ties.mentions;
    let from = mentions.partition_point(|words| words.start + REACH < office.words.start);
    let until = mentions.partition_point(|words| words.start < office.words.end + REACH);
    let row = (from..until).find(|&row| {
        let mention = &named.mentions[row];
        mention.entity == person && mention.form == Form::Name && near(&mentions[row])
    })?;
    let name = named.mentions[row].span;
    let arg = |role, span, filler| Arg { role, span, filler };
    let mut args = vec![
        arg("person", name, Filler::Entity(person)),
        arg("role", tokens.cover(office.role.clone()), Filler::Text),
    ];
    if let Some(of) = office.of.clone() {
        let inside =
            (from..until).find(|&row| mentions[row].start >= of.start && mentions[row].end <= of.end);
        let entity = inside.map(|row| named.mentions[row].entity);
        args.push(arg("organization", tokens.cover(of), entity.map_or(Filler::Text, Filler::Entity)));
    }
    let at = office.words.start;
    let speaker = reading.turn_of(at).and_then(|turn| named.speakers.get(turn.row())?.as_ref());
    let voucher = |s: &Speaker| Voucher { name: s.name.clone(), entity: s.entity, via: Via::Turn };
    Some(Fact {
        kind: FactKind::Position,
        predicate: tokens.lemma(office.role.end - 1).to_lowercase(),
        args,
        time: None,
        place: None,
        polarity: Polarity::Positive,
        modality: Modality::Actual,
        source: speaker.map(voucher).into_iter().collect(),
        plover: None,
        evidence: name.to(tokens.cover(office.words.clone())),
        sentence: Id::new(reading.sentence_of(at)),
        rule: "position/name",
        confidence: POSITION_PRECISION,
    })
}

#[cfg(test)]
mod tests {
    use crate::{Engine, Input, Layers};

    #[test]
    fn offices_beside_a_name_are_positions() {
        let engine = Engine::new().unwrap();
        #[rustfmt::skip]
        let cases: &[(&str, &[&str])] = &[
            ("Chinese President Xi Jinping spoke.", &["Xi Jinping", "President", "Chinese"]),
            ("Roberto Maroni, president of Lombardy, spoke.", &["Roberto Maroni", "president", "Lombardy"]),
            ("Malaysia's Prime Minister, Najib Razak, spoke.", &["Najib Razak", "Prime Minister", "Malaysia"]),
            ("The president spoke to Roberto Maroni.", &[]),
            ("Roberto Maroni spoke.", &[]),
        ];
        for (text, expected) in cases {
            let input = Input { text: (*text).to_owned(), ..Input::default() };
            let document = engine.extract(input, Layers::FACTS).unwrap();
            let args = document.said.facts.iter().flat_map(|fact| &fact.args);
            let found: Vec<&str> = args.map(|arg| document.reading.text.slice(arg.span)).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
