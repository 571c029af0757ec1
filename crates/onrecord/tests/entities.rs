//! Who and what a text is about: descriptions that go to their entity, codes, and what is told apart.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use onrecord::document::EntityKind;
use onrecord::{Engine, Input, Layers};

/// Every entity of `text` as `name CODE: alias, alias`; places are left out.
fn entities(engine: &Engine, text: &str) -> Vec<String> {
    let input = Input { text: text.to_owned(), ..Input::default() };
    let document = engine.extract(input, Layers::ENTITIES).unwrap();
    let entities = document.named.entities.iter().filter(|entity| entity.kind != EntityKind::Place);
    entities
        .map(|entity| {
            let code = entity.code.as_ref().map(|code| format!(" {code}")).unwrap_or_default();
            let aliases = entity.aliases.join(", ");
            let aliases = if aliases.is_empty() { aliases } else { format!(": {aliases}") };
            format!("{}{code}{aliases}", entity.name)
        })
        .collect()
}

#[test]
fn descriptions_go_to_their_entity_and_bodies_have_the_code_of_their_state() {
    #[rustfmt::skip]
    let cases: &[(&str, &[&str])] = &[
        ("Chinese President Xi Jinping left Beijing. The Chinese leader spoke.",
         &["Xi Jinping CHNGOV: The Chinese leader"]),
        // Two offices of one phrase before it.
        ("In addition to Chinese scientists and experts, the ambassadors came. Chinese President Xi Jinping left. \
          The Chinese leader spoke.",
         &["Xi Jinping CHNGOV: The Chinese leader"]),
        ("Chinese President Xi Jinping left Beijing. The Kazakh leader spoke.",
         &["Xi Jinping CHNGOV"]),
        ("President Kassym-Jomart Tokayev of Kazakhstan left. The head of our state was pleased.",
         &["Kassym-Jomart Tokayev KAZGOV: The head of our state", "Kazakhstan KAZ"]),
        // Bodies of a state, by what stands in, before or behind their name.
        ("The Government of Kazakhstan met.", &["Government of Kazakhstan KAZGOV"]),
        ("The Supreme Court of India ruled.", &["Supreme Court of India INDJUD"]),
        ("The Parliament of Georgia adopted a law.", &["Parliament of Georgia GEOLEG"]),
        ("Kenya's Ministry of Health denied it.", &["Kenya KEN", "Ministry of Health KENGOV"]),
        ("The Ministry of Commerce of the People's Republic of China agreed.",
         &["Ministry of Commerce CHNGOV", "China CHN: People's Republic of China"]),
        ("The Ministry of Commerce agreed.", &["Ministry of Commerce"]),
        // Parts of a listed body, and who heads one.
        ("African Union Commission Chairperson Moussa Faki met Ethiopian officials.",
         &["African Union Commission IGOAFRAFU", "Moussa Faki IGOAFRAFU"]),
        ("Ambassador Tracy delivered a letter.", &["Tracy"]),
        // Others but have the name of a place.
        ("He studied at the University of Georgia.", &["University of Georgia"]),
    ];
    let engine = Engine::new().unwrap();
    for (text, expected) in cases {
        assert_eq!(entities(&engine, text), *expected, "{text}");
    }
}
