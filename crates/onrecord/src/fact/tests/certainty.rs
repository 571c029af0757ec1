//! What has not been is not told as what has, whatever words deny it.

use super::read;
use crate::{Engine, Input, Layers, Moment};

#[test]
fn what_has_not_been_is_denied_without_a_not() {
    let engine = Engine::new().unwrap();
    #[rustfmt::skip]
    let cases = [
        ("agreement/sign", "Kenya almost signed the treaty with Oman.",                 "negative, actual"),
        ("agreement/sign", "Kenya failed to sign the treaty with Oman.",                "negative, actual"),
        ("agreement/sign", "Kenya stopped short of signing the treaty with Oman.",      "negative, actual"),
        ("action/aid",     "Kenya never did anything practical to help Oman.",        "negative, actual"),
        ("action/aid",     "Kenya did nothing to help Oman.",                        "negative, actual"),
        ("action/aid",     "Kenya wants to do more to help Oman.",                  "positive, possible"),
        ("action/aid",     "If Kenya does nothing to help Oman, we will.",          "negative, hypothetical"),
        ("action/aid",     "Kenya did much to help Oman.",                           "positive, actual"),
        ("agreement/sign", "Kenya left without signing the treaty with Oman.",          "negative, actual"),
        ("agreement/sign", "Kenya's refusal to sign the treaty with Oman angered France.", "negative, actual"),
        ("agreement/sign", "Kenya would sign the treaty with Oman, officials said.",    "positive, planned"),
        ("agreement/sign", "Kenya would sign the treaty if Oman did.",                  "positive, hypothetical"),
        ("agreement/sign", "Kenya did not hesitate to sign the treaty with Oman.",      "positive, actual"),
        ("agreement/sign", "Kenya was about to sign the treaty with Oman.",             "positive, planned"),
        ("agreement/sign", "Kenya had hoped to sign the treaty with Oman.",             "positive, planned"),
        ("visit/verb",     "President Ruto ruled out visiting Oman.",                   "negative, actual"),
        ("visit/verb",     "President Ruto has yet to visit Oman.",                     "negative, actual"),
        ("visit/verb",     "President Ruto was to have visited Oman.",                  "positive, hypothetical"),
        ("visit/noun",     "President Ruto cancelled his visit to Oman.",               "negative, actual"),
        ("visit/noun",     "President Ruto's visit to Oman was postponed.",             "negative, actual"),
        ("visit/noun",     "President Ruto called off his visit to Oman.",              "negative, actual"),
        ("meeting/noun",   "The meeting of Kenya and Oman was called off.",             "negative, actual"),
        ("meeting/noun",   "The meeting of Kenya and Oman was called historic.",        "positive, actual"),
        ("meeting/verb",   "President Ruto denied having met Xi Jinping.",              "negative, actual"),
        ("visit/verb",     "President Ruto denied visiting Oman.",                      "negative, actual"),
        ("action/attack",  "Kenya admitted attacking Oman.",                            "positive, actual"),
        ("agreement/sign", "Kenya suggested signing the treaty with Oman.",             "positive, possible"),
        ("action/condemn", "Oman is to be condemned by Kenya.",                         "positive, planned"),
        ("action/condemn", "Oman is condemned by Kenya.",                               "positive, actual"),
        ("action/call-on", "Kenya repeated that it can wait, and called on Oman to leave.", "positive, actual"),
        ("visit/verb",     "President Ruto has not decided whether to visit Oman.",     "positive, hypothetical"),
        ("visit/verb",     "President Ruto has not decided to visit Oman.",             "negative, planned"),
        ("action/support", "Kenya no longer supports Oman.",                            "negative, actual"),
        ("action/support", "Kenya has long supported Oman.",                            "positive, actual"),
        ("meeting/verb",   "President Ruto narrowly avoided meeting Xi Jinping.",       "negative, actual"),
        ("meeting/verb",   "President Ruto left for Oman instead of meeting Xi Jinping.", "negative, actual"),
        ("visit/verb",     "Rather than visit Oman, President Ruto met Xi Jinping.",    "negative, actual"),
        // What denies a denial affirms, or leaves it open.
        ("visit/verb",     "President Ruto did not fail to visit Oman.",                "positive, actual"),
        ("visit/verb",     "President Ruto could not but visit Oman.",                  "positive, actual"),
        ("visit/verb",     "President Ruto not only visited Oman but also met Xi Jinping.", "positive, actual"),
        ("agreement/sign", "Kenya did not leave without signing the treaty with Oman.", "positive, actual"),
        ("agreement/sign", "Kenya did not refuse to sign the treaty with Oman.",        "positive, possible"),
        ("action/attack",  "Kenya did not deny that it had attacked Oman.",             "positive, possible"),
        // Neither does what says how many, how often or how exact.
        ("agreement/sign", "Nearly 40 ministers signed the treaty.",                    "positive, actual"),
        ("agreement/conclude", "Kenya and Oman reached almost the same deal.",          "positive, actual"),
        ("action/support", "Kenya almost always supported Oman.",                       "positive, actual"),
        ("measurement/multiple", "Trade with Oman almost doubled to $4 billion.",       "positive, actual"),
        ("visit/verb",     "President Ruto has to visit Oman.",                         "positive, required"),
        ("visit/noun",     "President Ruto welcomed his visit to Oman.",                "positive, actual"),
        ("meeting/verb",   "President Ruto came close and met Xi Jinping.",             "positive, actual"),
    ];
    for (rule, text, expected) in cases {
        let document = read(&engine, text);
        let fact = document.said.facts.iter().find(|fact| fact.rule == rule);
        let fact = fact.unwrap_or_else(|| panic!("{rule} in {text:?}"));
        assert_eq!(format!("{}, {}", fact.polarity.name(), fact.modality.name()), expected, "{text}");
    }
}

#[test]
fn what_happens_after_the_date_of_the_text_is_planned() {
    let engine = Engine::new().unwrap();
    let date = Moment { at: jiff::civil::date(2013, 10, 9).at(12, 0, 0, 0), timed: false };
    #[rustfmt::skip]
    let cases = [
        ("The Winter Olympics in 2014 were discussed.", "planned"),
        ("The Winter Olympics in 2012 were discussed.", "actual"),
        ("Ann Lee is visiting Kenya next month.",       "planned"),
        ("Ann Lee visited Kenya last month.",           "actual"),
        ("Ann Lee visited Kenya in December 2013.",     "actual"),
    ];
    for (text, expected) in cases {
        let input = Input { text: text.to_owned(), date: Some(date), ..Input::default() };
        let document = engine.extract(input, Layers::FACTS).unwrap();
        let modalities: Vec<&str> = document.said.facts.iter().map(|fact| fact.modality.name()).collect();
        assert_eq!(modalities, [expected], "{text}");
    }
}
