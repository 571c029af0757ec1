//! Offices that are over or to come are not told as held ones.

use super::read;
use crate::Engine;
use crate::document::FactKind;

#[test]
fn an_office_says_whether_it_is_over_or_to_come() {
    let engine = Engine::new().unwrap();
    #[rustfmt::skip]
    let cases = [
        ("Former minister Ann Lee spoke.",                            "Former minister, actual"),
        ("Former US President Ann Lee spoke.",                        "Former US President, actual"),
        ("Ann Lee, a former Kenyan foreign minister, spoke.",         "former Kenyan foreign minister, actual"),
        ("Ann Lee, Kenya's former foreign minister, spoke.",          "former foreign minister, actual"),
        ("Ann Lee, former chairman and chief executive of BP, spoke.", "former chairman and chief executive, actual"),
        ("The late president Ann Lee spoke.",                         "late president, actual"),
        ("The ousted president, Ann Lee, spoke.",                     "ousted president, actual"),
        ("Ex-President Ann Lee spoke.",                               "Ex-President, actual"),
        ("The ex-foreign minister, Ann Lee, spoke.",                  "ex-foreign minister, actual"),
        ("Then-Secretary Ann Lee spoke.",                             "Then-Secretary, actual"),
        ("Ann Lee, then prime minister, spoke.",                      "then prime minister, actual"),
        ("A one-time mayor, Ann Lee, spoke.",                         "one-time mayor, actual"),
        ("Acting Foreign Minister Ann Lee spoke.",                    "Acting Foreign Minister, actual"),
        ("Labour's Shadow Home Secretary Ann Lee spoke.",             "Shadow Home Secretary, actual"),
        ("Outgoing Defense Minister Ann Lee spoke.",                  "Outgoing Defense Minister, actual"),
        ("Incoming Finance Minister Ann Lee spoke.",                  "Incoming Finance Minister, planned"),
        ("President-elect Ann Lee spoke.",                            "President-elect, planned"),
        ("The vice president-elect, Ann Lee, spoke.",                 "vice president-elect, planned"),
        ("Prime Minister-designate Ann Lee spoke.",                   "Prime Minister-designate, planned"),
        // What says nothing of it is no part of the role.
        ("Then President Ann Lee spoke.",                             "President, actual"),
        ("Kenya waited, and then President Ann Lee spoke.",           "President, actual"),
        ("The new president, Ann Lee, spoke.",                        "president, actual"),
        ("Current Foreign Minister Ann Lee spoke.",                   "Foreign Minister, actual"),
        ("Newly elected President Ann Lee spoke.",                    "President, actual"),
        ("Longtime senator Ann Lee spoke.",                           "senator, actual"),
        ("The former city has a mayor, Ann Lee.",                     "mayor, actual"),
        ("Ann Lee, the deputy minister, spoke.",                      "deputy minister, actual"),
        ("Exchequer chief Ann Lee spoke.",                            "chief, actual"),
        ("The ex-city spoke.",                                        ""),
    ];
    for (text, expected) in cases {
        let document = read(&engine, text);
        let positions = document.said.facts.iter().filter(|fact| fact.kind == FactKind::Position);
        let told = positions.map(|fact| {
            let role = fact.args.iter().find(|arg| arg.role == "role").unwrap();
            format!("{}, {}", document.reading.text.slice(role.span), fact.modality.name())
        });
        assert_eq!(told.collect::<Vec<_>>().join("; "), expected, "{text}");
    }
}
