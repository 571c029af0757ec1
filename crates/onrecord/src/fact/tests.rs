//! Every frame against its examples, and what facts have besides: sources, codes, times, places.

mod certainty;
mod kinds;
mod standing;

use std::path::Path;

use onrecord_resource::Source;
use onrecord_resource::frame;

use crate::document::{Document, EntityKind, Fact, FactKind, Filler, Form};
use crate::rules;
use crate::{Engine, Extras, Input, Layers};

fn read(engine: &Engine, text: &str) -> Document {
    engine.extract(Input { text: text.to_owned(), ..Input::default() }, Layers::FACTS).unwrap()
}

#[test]
fn every_frame_finds_its_examples_and_leaves_the_others_alone() {
    let engine = Engine::new().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("resources/frames");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut frames = Vec::new();
    for path in files.filter(|path| path.extension().is_some_and(|ending| ending == "toml")) {
        let content = std::fs::read_to_string(&path).unwrap();
        frames.extend(frame::frames(Source::new(&path.display().to_string(), &content)).unwrap());
    }
    let tried: usize = frames.iter().map(|(_, examples)| examples.len()).sum();
    assert!(tried >= 1500, "the frames are in their folder");
    let wrong = rules::check(&engine, &frames);
    let told: Vec<String> =
        wrong.iter().map(|w| format!("{}: {:?} gives {:?}", w.frame, w.text, w.found)).collect();
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), told.join("\n"));
}

#[test]
fn a_users_frames_find_verbs_that_no_treebank_has() {
    let own = "[[frame]]\nid = 'action/gaslite'\ntriggers.verb = ['gaslite']\nrole.actor = { from = ['subject'] }\n\
               role.recipient = { from = ['object'] }\nexample = [\n\
               { text = 'Kenya gaslited Oman.', finds = [{ actor = 'Kenya', recipient = 'Oman' }] },\n\
               { text = 'Kenya slept.', finds = [] },\n]";
    let frames = frame::frames(Source::new("own", own)).unwrap();
    let extras =
        Extras { frames: frames.iter().map(|(frame, _)| frame.clone()).collect(), ..Extras::default() };
    let wrong = rules::check(&Engine::with(extras).unwrap(), &frames);
    assert!(wrong.is_empty(), "{:?}", wrong.iter().map(|w| &w.found).collect::<Vec<_>>());
}

#[test]
fn a_fact_names_who_vouches_for_it() {
    let engine = Engine::new().unwrap();
    let document = read(&engine, "Roberto Maroni said that Kenya had attacked Oman.");
    let fact = document.said.facts.iter().find(|fact| fact.rule == "action/attack").unwrap();
    let names: Vec<&str> = fact.source.iter().map(|voucher| voucher.name.as_str()).collect();
    assert_eq!(names, ["Roberto Maroni"]);
}

#[test]
fn we_in_a_quotation_is_its_source() {
    let engine = Engine::new().unwrap();
    let document = read(&engine, "\"We urge Oman to sign the treaty,\" Roberto Maroni said.");
    let fact = document.said.facts.iter().find(|fact| fact.rule == "action/request").unwrap();
    assert_eq!(document.reading.text.slice(fact.args[0].span), "Roberto Maroni");
}

#[test]
fn they_in_a_report_are_those_whom_it_tells_of() {
    let engine = Engine::new().unwrap();
    let source = |text: &str| {
        let document = read(&engine, text);
        let fact = document.said.facts.iter().find(|fact| fact.rule == "quotation/cue").cloned();
        fact.map(|fact| document.reading.text.slice(fact.args[0].span).to_owned())
    };
    let told = source("Two analysts studied the deal. They warned that it would fail.");
    assert_eq!(told.as_deref(), Some("Two analysts"));
    let told = source("The researchers found that ozone harms crops.");
    assert_eq!(told.as_deref(), Some("The researchers"));
    let told = source("Prosecutors, who had asked for more, said that it was late.");
    assert_eq!(told.as_deref(), Some("Prosecutors"));
    assert_eq!(source("A teacher thought that it would rain."), None);
    assert_eq!(source("Prices rose. They say it will rain."), None);
    assert_eq!(source("Q: Did analysts study the deal?\n\nA: They say it will rain."), None);
}

#[test]
fn what_is_quoted_in_pieces_is_told_in_pieces() {
    let engine = Engine::new().unwrap();
    let text = "“The plan,” President Ruto said on Monday, “is bad. We will not sign it.”";
    let document = read(&engine, text);
    let fact = document.said.facts.iter().find(|fact| fact.rule == "quotation/cue").unwrap();
    let pieces = fact.args.iter().filter(|arg| arg.role == "content");
    let pieces: Vec<&str> = pieces.map(|arg| document.reading.text.slice(arg.span)).collect();
    assert_eq!(pieces, ["The plan,", "is bad. We will not sign it."]);
}

#[test]
fn who_wields_a_weapon_is_told_of_its_noun() {
    let engine = Engine::new().unwrap();
    let actor = |text: &str| {
        let document = read(&engine, text);
        let fact = document.said.facts.iter().find(|fact| fact.kind == FactKind::Action).cloned();
        let arg = fact.and_then(|fact| fact.args.into_iter().find(|arg| arg.role == "actor"));
        arg.map(|arg| document.reading.text.slice(arg.span).to_owned())
    };
    assert_eq!(actor("An Israeli air strike killed three people.").as_deref(), Some("Israeli"));
    assert_eq!(
        actor("Six soldiers were killed in an attack by the Taliban.").as_deref(),
        Some("the Taliban")
    );
    assert_eq!(actor("A bombing in Kabul killed 30 people."), None);
    assert_eq!(actor("A Kabul bombing killed 30 people."), None);
}

#[test]
fn what_a_text_shows_is_a_claim() {
    let engine = Engine::new().unwrap();
    let source = |text: &str| {
        let document = read(&engine, text);
        let fact = document.said.facts.iter().find(|fact| fact.rule == "quotation/cue").cloned();
        fact.map(|fact| document.reading.text.slice(fact.args[0].span).to_owned())
    };
    assert_eq!(source("A recent poll found most voters were unhappy.").as_deref(), Some("A recent poll"));
    assert_eq!(source("The report shows that the loan was repaid.").as_deref(), Some("The report"));
    assert_eq!(source("The footprints show that he left."), None);
    assert_eq!(source("The report shows the loan."), None);
    assert_eq!(source("An aide feared that it would rain."), None);
}

#[test]
fn a_surname_alone_does_not_make_two_people_one() {
    let engine = Engine::new().unwrap();
    let text = "Ahmed Mohamed was arrested. Mohamed was 14. His father, Mohamed El-Hassan Mohamed, came.";
    let document = read(&engine, text);
    let people = document.named.entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    let names: Vec<&str> = people.map(|entity| entity.name.as_str()).collect();
    assert_eq!(names, ["Ahmed Mohamed", "Mohamed El-Hassan Mohamed"]);
}

#[test]
fn events_have_the_codes_of_their_actors() {
    let engine = Engine::new().unwrap();
    #[rustfmt::skip]
    let cases: &[(&str, &[&str])] = &[
        ("Hungarian officials accused the Romanian army of fraud.", &["ACCUSE HUNGOV ROUMIL"]),
        ("Kenya and Oman signed a treaty.", &["SUPPORT KEN OMN", "SUPPORT OMN KEN"]),
        ("Kenya signed a treaty with Oman.", &["SUPPORT KEN OMN"]),
        ("Kenya and Oman met in Paris.", &["CONSULT KEN OMN", "CONSULT OMN KEN"]),
        ("Kenya met with Oman.", &["CONSULT KEN OMN"]),
        ("Kenya and Oman held talks with France.", &["CONSULT KEN FRA", "CONSULT OMN FRA"]),
        ("Talks between Kenya and Oman resumed.", &["CONSULT KEN OMN", "CONSULT OMN KEN"]),
        ("Kenya, Oman and France signed a treaty.", &["SUPPORT KEN OMN", "SUPPORT KEN FRA", "SUPPORT OMN KEN", "SUPPORT OMN FRA", "SUPPORT FRA KEN", "SUPPORT FRA OMN"]),
        ("President Tokayev met Xi Jinping. The two leaders signed a treaty.", &["CONSULT KAZGOV CHNGOV", "SUPPORT KAZGOV CHNGOV", "SUPPORT CHNGOV KAZGOV"]),
        ("Kenya and Oman condemned France.", &["ACCUSE KEN FRA", "ACCUSE OMN FRA"]),
        ("Kenya and Oman will meet in May.", &["AGREE KEN OMN", "AGREE OMN KEN"]),
        ("Kenya will help Oman after the flood.", &["AGREE KEN OMN"]),
        ("Kenya will not accept the proposal of Oman.", &["REJECT KEN OMN"]),
        ("Police in Kenya arrested three journalists.", &["COERCE KENCOP KENJRN"]),
        ("Kenya rejected a French offer.", &["REJECT KEN FRA"]),
        ("Kenya urged Oman to sign the treaty.", &["REQUEST KEN OMN"]),
        ("Kenya and Oman met. Kenya and Oman urged both sides to stop.", &["CONSULT KEN OMN", "CONSULT OMN KEN", "REQUEST KEN ", "REQUEST OMN "]),
        ("Kenya said that Oman must leave the region.", &["REQUEST KEN OMN"]),
        ("Finance Minister Ann Lee flew to Kabul.", &["CONSULT  AFG"]),
        ("Finance Minister Ann Lee returned to Kabul and condemned Oman.", &["CONSULT AFGGOV AFG", "ACCUSE AFGGOV OMN"]),
        ("Seven people were killed in a Russian strike on Kyiv.", &["ASSAULT RUS UKRCVL"]),
        ("Seven people were killed in a Russian strike.", &["ASSAULT RUS "]),
        ("Ukraine's forces shelled Moscow, killing two people.", &["ASSAULT UKRMIL RUS", "ASSAULT UKRMIL RUSCVL"]),
        ("Ann Lee spoke with Vladimir Putin and Xi Jinping.", &["CONSULT  RUSGOV"]),
        ("A ceasefire between Kenya and Oman began.", &["RETREAT KEN OMN", "RETREAT OMN KEN"]),
        ("Kenya and Oman agreed to hold talks.", &["AGREE KEN OMN", "AGREE OMN KEN"]),
        ("Nairobi accused Muscat of fraud.", &["ACCUSE KEN OMN"]),
        ("President Tokayev received Xi Jinping.", &["CONSULT KAZGOV CHNGOV"]),
        ("An earthquake struck Oman.", &[]),
        ("Two rebels from Kenya kidnapped Ann Lee in Oman.", &["ASSAULT KENREB OMN"]),
        ("Nigerian troops were deployed to Niger.", &["MOBILIZE NGAMIL NER"]),
        ("The leaders of Kenya and Oman met in Paris.", &["CONSULT KENGOV OMNGOV", "CONSULT OMNGOV KENGOV"]),
        ("Kenya denied that it had attacked Oman.", &["ASSAULT KEN OMN"]),
        ("Kenya will not close the border with Oman.", &[]),
        ("Spain, Ireland and Norway condemned Oman.", &["ACCUSE ESP OMN", "ACCUSE IRL OMN", "ACCUSE NOR OMN"]),
        ("President Ann Lee visited France.", &["CONSULT  FRA"]),
        ("Rwandan-backed rebels attacked Oman.", &["ASSAULT OMNREB OMN"]),
        ("Ann Lee has been Kenya's minister of health since May. She met the president of Oman.", &["CONSULT KENGOV OMNGOV"]),
        ("Ann Lee was Kenya's minister of health. She met the president of Oman.", &["CONSULT  OMNGOV"]),
        ("President Tokayev met President Xi Jinping. The two presidents spoke. The presidents signed a treaty.", &["CONSULT KAZGOV CHNGOV", "SUPPORT KAZGOV CHNGOV", "SUPPORT CHNGOV KAZGOV"]),
        ("Two missiles fired by Kenya hit an Omani base.", &["ASSAULT KEN OMN"]),
        ("An attack by the Taliban killed six Omanis.", &["ASSAULT AFGREB OMN"]),
        ("Ten Omanis died in Kenyan air strikes.", &["ASSAULT KEN OMN"]),
        ("Kenya carried out raids in the West Bank.", &["ASSAULT KEN PSE"]),
        ("Kenya attacked the Bank of Oman.", &["ASSAULT KEN OMNBUS"]),
        ("The Kremlin rejected the plan of Oman.", &["REJECT RUSGOV OMN"]),
        ("Israel's minister said the army would attack Beirut.", &["THREATEN ISRMIL LBN"]),
        ("Kenya and Oman are due to meet in Paris.", &["AGREE KEN OMN", "AGREE OMN KEN"]),
        ("Kenyan fund to invest $2 billion in Oman", &["AGREE KEN OMN"]),
        ("The parties welcomed the holding of talks in Oman.", &["SUPPORT  OMN"]),
        ("Nine civilians were killed when Israeli forces struck a school in Oman.", &["ASSAULT ISRMIL OMNCVL", "ASSAULT ISRMIL OMNEDU"]),
        ("Nine civilians were killed when a bomb exploded in Oman.", &["ASSAULT OMNUAF OMNCVL"]),
        ("Oman was the first country to recognise Kenya.", &["SUPPORT OMN KEN"]),
        ("The first country to recognise Kenya was Oman.", &["SUPPORT OMN KEN"]),
        ("Oman is a country to recognise Kenya.", &[]),
        ("It was the last chance to ratify the treaty with Oman.", &["AGREE  OMN"]),
        ("Nine civilians were killed in Oman.", &["ASSAULT OMNUAF OMNCVL"]),
        ("Kenya adopted a package of sanctions against Oman.", &["SANCTION KEN OMN"]),
        ("A report spoke of a package of sanctions against Oman.", &[]),
        ("Kenya picked up Oman.", &[]),
        ("Kenya's former president was accused of fraud by Oman.", &["ACCUSE OMN KENELI"]),
        ("Kenya's president was accused of fraud by Oman.", &["ACCUSE OMN KENGOV"]),
        ("Kenya must help Oman.", &[]),
        ("If Kenya attacked Oman, nobody would win.", &[]),
        ("Kenya and Oman met. Both sides welcomed the deal.", &["CONSULT KEN OMN", "CONSULT OMN KEN", "SUPPORT KEN "]),
        ("We, the leaders of the Group of Seven, met in May.\n\nWe condemn Oman.", &["ACCUSE IGOGSE OMN"]),
        ("President Donald Trump left. Oman accused the Trump administration of fraud.", &["ACCUSE OMN USAGOV"]),
        // A government of which nobody knows the country is not that of whom it meets …
        ("The foreign minister met the Kenyan ambassador.", &["CONSULT  KENGOV"]),
        ("Foreign Minister Ann Lee met the Kenyan ambassador in Nairobi.", &["CONSULT  KENGOV"]),
        ("The foreign ministry condemned the Kenyan army.", &["ACCUSE  KENMIL"]),
        ("The parliament ratified the treaty with Kenya.", &["SUPPORT  KEN"]),
        // … but police, rebels and crowds act at home, and so does who meets people of the country.
        ("The police arrested three Kenyan journalists.", &["COERCE KENCOP KENJRN"]),
        ("The opposition accused the Kenyan president of fraud.", &["ACCUSE KENOPP KENGOV"]),
        ("President Museveni met Ugandan opposition candidates.", &["CONSULT UGAGOV UGAOPP"]),
        ("Foreign Minister Ann Lee of Oman met the Kenyan ambassador.", &["CONSULT OMNGOV KENGOV"]),
        // Who is invited is no more of the host's country than who visits it.
        ("Ann Lee, invited by William Ruto, arrived in Kenya.", &["CONSULT  KEN"]),
        ("Minister Ann Lee paid a visit to Kenya at the invitation of William Ruto.", &["CONSULT  KEN", "AGREE KENGOV "]),
        ("Omani Minister Ann Lee was received by William Ruto.", &["CONSULT KENGOV OMNGOV"]),
        ("Ann Lee, Kenya's leading activist, arrived in Oman.", &["CONSULT KENCVL OMN"]),
        // Whose "our companies" are, who speaks says.
        ("“Our companies invested $80 million in Kenya,” Omani Minister Ann Lee said.", &["COOPERATE OMNBUS KEN"]),
        ("The companies invested $80 million in Kenya, Ann Lee said.", &["COOPERATE KENBUS KEN"]),
        ("Kenya exports tea to Oman.", &[]),
        // What goes along with an act is an act; why it is done is none.
        ("Kenya left the talks, accusing Oman of fraud.", &["ACCUSE KEN OMN"]),
        ("Kenya attacked Oman, accusing France of fraud.", &["ASSAULT KEN OMN", "ACCUSE KEN FRA"]),
        ("Kenyans marched in Oman, demanding that the French army leave.", &["PROTEST KEN FRAMIL"]),
        ("Kenyans marched against Oman, demanding votes.", &["PROTEST KEN OMN"]),
        // A hostile act that would come is a threat; its condition is none.
        ("Kenya would strike Oman if France signed the treaty.", &["THREATEN KEN OMN"]),
        ("Kenya would help Oman if France signed the treaty.", &[]),
        ("Kenya would not hesitate to strike Oman.", &["THREATEN KEN OMN"]),
        ("Visiting President William Ruto met Omani officials.", &["CONSULT KENGOV OMNGOV"]),
        ("Kenya rejected an appeal by Oman.", &["REJECT KEN OMN"]),
        ("Kenya said that it rained.", &[]),
    ];
    for (text, expected) in cases {
        let document = read(&engine, text);
        let events = document.said.facts.iter().filter_map(|fact| fact.plover.as_ref());
        let code = |code: &Option<String>| code.clone().unwrap_or_default();
        let found: Vec<String> = events
            .map(|plover| format!("{} {} {}", plover.event, code(&plover.actor), code(&plover.recipient)))
            .collect();
        assert_eq!(&found, expected, "{text}");
    }
}

#[test]
fn a_fact_has_the_time_of_its_clause() {
    let engine = Engine::new().unwrap();
    #[rustfmt::skip]
    let cases: &[(&str, &str, Option<&str>)] = &[
        ("visit/verb", "President Tokayev visited China in September.", Some("September")),
        ("meeting/noun", "On Tuesday, Kenya and Oman held talks in Paris.", Some("Tuesday")),
        ("action/deny", "The team had been denied visas to enter the country until last week.", Some("last week")),
        ("event/take-place", "China's exhibition, which is expected to be held in November, is large.", Some("November")),
        ("appointment/resign", "Jens Stoltenberg, who resigned in May, met Kenya's president on Friday.", Some("May")),
        ("meeting/noun", "Joe Biden and Xi Jinping held talks in Bishkek on the sidelines of the summit held there in June.", Some("June")),
        ("meeting/noun", "Joe Biden and Xi Jinping held talks in Bishkek, held back by storms in June.", None),
        ("measurement/count", "Its story is old.\n\nFounded in 2009 and based in Nairobi, Kenya Airways flies 46 planes.", None),
        ("ranking/complement", "Founded in 2009, Kenya Airways is the largest carrier in Africa.", None),
        ("position/name", "Ann Lee, foreign minister since 2021, visited Oman in May.", Some("2021")),
        ("position/name", "Ann Lee, foreign minister, left in May.", None),
        ("position/name", "Ann Lee, a writer born in 1958, left.", None),
        ("measurement/level", "Turnout was 61 percent, the highest since 1999.", None),
        ("measurement/level", "Trade grew from 3.1 billion dollars in 2023 to 3.5 billion dollars in 2024.", Some("2024")),
        ("measurement/level", "Profit for 2023 stood at 6 billion pounds, down from 7 billion pounds a year earlier.", Some("2023")),
        ("measurement/level", "Profit stood at 6 billion pounds a year earlier.", Some("a year earlier")),
        ("action/support", "Now Kenya supports Oman.", Some("Now")),
        ("action/support", "Now, Kenya supported Oman.", None),
        ("action/convict", "The court sentenced Roberto Maroni to ten years.", None),
        ("visit/verb", "Kenya gave Oman $5 million in 2019, and President Tokayev will visit China.", None),
        ("visit/verb", "In 2019, Kenya gave Oman $5 million and President Tokayev visited China.", Some("2019")),
        ("position/name", "On Tuesday, President Kassym-Jomart Tokayev spoke.", None),
        ("agreement/sign", "Kenya and Oman signed a plan for 2025–2026.", None),
        // What is told of somebody in passing has a time of its own …
        ("visit/verb", "Joe Biden, president since 2021, visited Oman.", None),
        ("visit/verb", "Joe Biden, in office since 2021, visited Oman.", None),
        ("visit/verb", "Kenya's president from 2002 to 2013, Mwai Kibaki, visited Oman.", None),
        ("agreement/sign", "The two countries, friends since 1970, signed a treaty.", None),
        ("action/praise", "The treaty, signed in 1994, was praised by Kenya.", None),
        // … but not what is set off from its verb.
        ("visit/verb", "Joe Biden, on Monday, visited Oman.", Some("Monday")),
        ("visit/verb", "Joe Biden, president since 2021, visited Oman in May.", Some("May")),
        ("visit/verb", "Joe Biden visited Oman, on Monday, with Xi Jinping.", Some("Monday")),
        ("appointment/elect", "Joe Biden, elected in 2020, visited Oman.", Some("2020")),
        ("action/support", "Kenya has supported Oman since 1970.", Some("1970")),
        ("action/support", "Kenya supported Oman.", None),
        // An age is that of when it is told.
        ("measurement/age", "Ann Lee, 42, was elected in 2021.", None),
        ("measurement/age", "Ann Lee turned 42 in 2021.", Some("2021")),
    ];
    for (rule, text, expected) in cases {
        let document = read(&engine, text);
        let fact = document.said.facts.iter().find(|fact| fact.rule == *rule);
        let fact = fact.unwrap_or_else(|| panic!("{rule} in {text:?}"));
        let time = fact.time.map(|id| document.reading.text.slice(document.named.times[id].span));
        assert_eq!(time, *expected, "{text}");
    }
}

#[test]
fn a_fact_has_the_place_of_its_clause() {
    let engine = Engine::new().unwrap();
    let cases: &[(&str, &str, Option<&str>)] = &[
        ("meeting/discuss", "Joe Biden and Olaf Scholz discussed trade in Paris.", Some("Paris")),
        (
            "meeting/discuss",
            "Joe Biden and Olaf Scholz discussed trade in the capital, Paris.",
            Some("Paris"),
        ),
        ("action/protest", "Voters marched through Nairobi.", Some("Nairobi")),
        ("meeting/verb", "Joe Biden met Olaf Scholz at the palace on Friday.", Some("the palace")),
        ("action/attack", "Kenya attacked the base.", None),
        // … not that of the situation which it is about.
        ("meeting/discuss", "Joe Biden and Olaf Scholz discussed trade and the situation in Ukraine.", None),
        (
            "meeting/discuss",
            "In Paris, Joe Biden and Olaf Scholz discussed the war in Ukraine.",
            Some("Paris"),
        ),
    ];
    for (rule, text, expected) in cases {
        let document = read(&engine, text);
        let fact = document.said.facts.iter().find(|fact| fact.rule == *rule);
        let fact = fact.unwrap_or_else(|| panic!("{rule} in {text:?}"));
        let place = fact.place.as_ref().map(|place| document.reading.text.slice(place.span));
        assert_eq!(place, *expected, "{text}");
    }
}

/// The entities that fill a role of the first fact of a rule.
fn names<'d>(document: &'d Document, rule: &str, role: &str) -> Vec<&'d str> {
    let facts = document.said.facts.iter().filter(|fact| fact.rule == rule);
    let args = facts.take(1).flat_map(|fact| &fact.args).filter(|arg| arg.role == role);
    let name = |filler: &Filler| match *filler {
        Filler::Entity(id) => Some(document.named.entities[id].name.as_str()),
        _ => None,
    };
    args.filter_map(|arg| name(&arg.filler)).collect()
}

/// Checks the names of those who have the role in the first fact of the rule in each text.
fn check_names(rule: &str, role: &str, cases: &[(&str, &[&str])]) {
    let engine = Engine::new().unwrap();
    for (text, expected) in cases {
        let document = read(&engine, text);
        assert_eq!(names(&document, rule, role), *expected, "{text}");
    }
}

#[test]
fn pronouns_go_to_whom_the_words_allow() {
    let cases: &[(&str, &[&str])] = &[
        // "*spokeswoman*" says of whom "she" is, and that "he" is another.
        ("Joe Biden came with his spokeswoman, Kim Ode. He signed a treaty.", &["Joe Biden"]),
        ("Joe Biden came with his spokeswoman, Kim Ode. She signed a treaty.", &["Kim Ode"]),
        // Who signs a text is not whom it tells of.
        ("Senator spared\n\nBy Ann Ode, Reporter\n\nA senator has left after she signed a treaty.", &[]),
        ("Senator spared\n\nAnn Ode, a reporter, has left after she signed a treaty.", &["Ann Ode"]),
        // The body that a speaker is of are not they.
        ("Oman's rebels won, said Ann Ode of the International Crisis Group. They signed a treaty.", &[]),
        ("The International Crisis Group won. They signed a treaty.", &["International Crisis Group"]),
        // What no name stands for is not the country that was named before it.
        ("The firm left Kenya. It signed a treaty.", &[]),
        ("Kenya left the union. It signed a treaty.", &["Kenya"]),
        ("Kenya left. “The plan failed,” it said. It signed a treaty.", &["Kenya"]),
    ];
    check_names("agreement/sign", "parties", cases);
}

#[test]
fn what_only_states_have_is_no_plans() {
    let cases: &[(&str, &[&str])] = &[
        ("The trip to Kenya comes on the eve of its 70th anniversary.", &["Kenya"]),
        ("The plan is Kenya's. The trip comes on the eve of its 70th anniversary.", &["Kenya"]),
        ("The ministry in Kenya met on the eve of its 70th anniversary.", &[]),
    ];
    check_names("event/occasion", "subject", cases);
}

#[test]
fn who_acts_on_somebody_is_somebody_else() {
    let cases: &[(&str, &[&str])] = &[
        ("Joe Biden met Olaf Scholz. Joe Biden praised him.", &["Olaf Scholz"]),
        ("Joe Biden met Olaf Scholz. Joe Biden left Paris and praised him.", &["Olaf Scholz"]),
        ("Joe Biden left. Joe Biden praised himself.", &[]),
        // Who speaks would say "me".
        ("Joe Biden met Olaf Scholz. Joe Biden said: “Kenya praised him.”", &["Olaf Scholz"]),
        ("Olaf Scholz met Joe Biden. “Kenya praised him,” Joe Biden said.", &["Olaf Scholz"]),
        ("Olaf Scholz left. “It rained,” Joe Biden said. “Kenya praised him.”", &["Olaf Scholz"]),
        ("Olaf Scholz left. Joe Biden said Kenya had “praised him.”", &["Joe Biden"]),
    ];
    check_names("action/praise", "recipient", cases);
}

#[test]
fn who_is_named_in_a_passives_subject_does_not_do_it() {
    check_names(
        "action/condemn",
        "actor",
        &[("The attack by Kenya on Oman was condemned by Chad.", &["Chad"])],
    );
    check_names("action/condemn", "actor", &[("The attack by Kenya on Oman was condemned.", &[])]);
}

#[test]
fn a_phrase_before_a_verb_keeps_what_hangs_on_it() {
    let cases: &[(&str, &[&str])] = &[
        ("In a talk on Oman, Kenya blamed the loss on Chad.", &["Chad"]),
        ("In a talk on Oman, Kenya blamed the loss on greed.", &[]),
    ];
    check_names("action/blame-on", "recipient", cases);
}

#[test]
fn who_speaks_in_marks_is_i_there() {
    let engine = Engine::new().unwrap();
    let cases: &[(&str, &[&str])] = &[
        ("“I won,” Joe Biden said.", &["Joe Biden"]),
        ("Joe Biden said: “Kenya beat me.”", &["Joe Biden"]),
        ("“I won,” a senator said.", &[]),
        ("I won, Joe Biden said.", &[]),
    ];
    for (text, expected) in cases {
        let document = read(&engine, text);
        let pronouns = document.named.mentions.iter().filter(|mention| mention.form == Form::Pronoun);
        let found: Vec<_> =
            pronouns.map(|mention| document.named.entities[mention.entity].name.as_str()).collect();
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn those_named_before_stand_behind_a_description() {
    #[rustfmt::skip]
    let cases: &[(&str, &[&str])] = &[
        ("President Joe Biden met Prime Minister Fumio Kishida. The two leaders signed a treaty.", &["Joe Biden", "Fumio Kishida"]),
        ("President Joe Biden met Prime Minister Fumio Kishida. They signed a treaty.", &["Joe Biden", "Fumio Kishida"]),
        ("Kenya and Oman said that they would sign a treaty.", &["Kenya", "Oman"]),
        ("Kenya and Oman praised the African Union. They signed a treaty.", &["Kenya", "Oman"]),
        ("The ministers praised the African Union. They signed a treaty.", &[]),
        ("Kenya, Oman sign treaty in Paris", &["Kenya", "Oman"]),
        ("In Kenya, Oman signs treaty", &["Oman"]),
        ("Foreign Minister Ann Ode met Foreign Minister Bo Lee. The ministers signed a treaty.", &["Ann Ode", "Bo Lee"]),
        ("The Minister of Trade of Oman, Ann Ode, met the Minister of Transport of Chad, Bo Lee. The Ministers signed a treaty.", &["Ann Ode", "Bo Lee"]),
        ("Foreign Minister Ann Ode met Judge Bo Lee. The ministers signed a treaty.", &[]),
        ("Foreign Minister Ann Ode met Foreign Minister Bo Lee.\n\nIt rained.\n\nThe ministers signed a treaty.", &["Ann Ode", "Bo Lee"]),
        ("President Ann Ode met Prime Minister Bo Lee. Foreign Minister Al Orr left.\n\nThe leaders signed a treaty.", &["Ann Ode", "Bo Lee"]),
        ("President Ann Ode met Judge Bo Lee. Foreign Minister Al Orr left.\n\nThe leaders signed a treaty.", &[]),
        ("Foreign Minister Ann Ode met Foreign Minister Bo Lee.\n\nForeign Minister Al Orr left.\n\nThe ministers signed a treaty.", &[]),
        ("Clinton wins primary\n\nHillary Clinton, who met LeBron James, left. She signed a treaty with Kenya.", &["Hillary Clinton", "Kenya"]),
        ("Prime Minister Ann Ode met Prime Minister Bo Lee. The heads of government signed a treaty.", &["Ann Ode", "Bo Lee"]),
        // Sides are countries or groups, not the people whom the text has named.
        ("President Joe Biden met Prime Minister Fumio Kishida. Both sides signed a treaty.", &[]),
        ("It rained. The two leaders signed a treaty.", &[]),
        ("Ann Lee met Bo Odhiambo in Oslo. The pair signed a treaty.", &["Ann Lee", "Bo Odhiambo"]),
        ("President Joe Biden met Prime Minister Fumio Kishida. The two met again. They signed a treaty.", &["Joe Biden", "Fumio Kishida"]),
        ("Ann Lee met Bo Odhiambo and Al Orr. The pair signed a treaty.", &[]),
        ("Two officials said that President Joe Biden had met Fumio Kishida. They signed a treaty.", &[]),
        ("It rained. They signed a treaty.", &[]),
    ];
    check_names("agreement/sign", "parties", cases);
}

#[test]
fn we_in_a_statement_are_those_who_make_it() {
    #[rustfmt::skip]
    let cases: &[(&str, &[&str])] = &[
        ("We, the presidents of Kenya and Oman, met in Paris. We urge France to sign the treaty.", &["Kenya", "Oman"]),
        ("Joint Statement of Kenya and Oman\n\nWe urge France to sign the treaty.", &["Kenya", "Oman"]),
        ("Statement by the Ministry of Trade of Kenya\n\nThe ministry met. We urge France to sign the treaty.", &["Ministry of Trade"]),
        ("News from Kenya and Oman\n\nWe urge France to sign the treaty.", &[]),
    ];
    check_names("action/request", "actor", cases);
}

#[test]
fn who_briefs_the_press_speaks_for_the_body_above() {
    #[rustfmt::skip]
    let cases: &[(&str, &[&str])] = &[
        ("Daily Press Briefing of the Ministry of Trade\nOslo, March 6, 2025\n\nMS. ODHIAMBO: We condemn Chad.\n\nQ: And?\n\nMS. ODHIAMBO: It rained.",
         &["Ministry of Trade"]),
        ("Interview at the Ministry of Trade\n\nMS. ODHIAMBO: We condemn Chad.\n\nQ: And?\n\nMS. ODHIAMBO: It rained.", &["Odhiambo"]),
    ];
    check_names("action/condemn", "actor", cases);
    // Who is accused in words that are only reported is who reports them, in marks it is who says them.
    #[rustfmt::skip]
    let cases: &[(&str, &[&str])] = &[
        ("MS. ODHIAMBO: It rained.\n\nQ: And?\n\nMS. ODHIAMBO: Chad accused us of fraud.", &["Odhiambo"]),
        ("Kenya spoke. “Chad accused us of fraud,” Kenya said.", &[]),
    ];
    check_names("action/accuse", "recipient", cases);
}

#[test]
fn figures_without_an_owner_are_of_whom_the_text_is_about() {
    #[rustfmt::skip]
    let cases: &[(&str, &[&str])] = &[
        ("Kenya voted. Kenyans are tired. Kenya's farmers wait. Inflation fell to 2.1 percent.", &["Kenya"]),
        ("Kenya voted. Kenyans are tired. Kenya's farmers wait. Inflation in Oman fell to 2.1 percent.", &["Oman"]),
        ("Kenya voted. Kenyans are tired. Kenya's farmers wait. Turnout fell to 21 percent.", &[]),
        ("Kenya voted. Kenyans are tired. Kenya's farmers wait. Oil exports to Oman fell to $3 billion.", &["Kenya"]),
        ("Kenya voted. Kenyans are tired. Kenya's farmers wait. Foreign exchange reserves fell to $3 billion.", &["Kenya"]),
        ("Kenya voted. Kenyans are tired. Kenya's farmers wait. Global exports fell to $3 billion.", &[]),
        ("Kenya voted. Kenyans are tired. Oman and Omanis wait. Inflation fell to 2.1 percent.", &[]),
        ("Boeing met Airbus. Boeing hired staff. Boeing's plants stood still. The order book rose to $3 billion.", &["Boeing"]),
        ("Boeing met Airbus. Boeing hired staff. Boeing's plants stood still. Airline profits rose to $3 billion.", &[]),
        ("Boeing met Airbus. Airbus left. Profit rose to $3 billion.", &[]),
        ("Kenya left the slump behind in May. Inflation fell to 2.1 percent.", &["Kenya"]),
        ("Kenya beat Oman in May. Inflation fell to 2.1 percent.", &[]),
        ("Kenya left. Omani exports fell to $3 billion.", &[]),
        ("Oman stayed. Kenya left. Omani exports fell to $3 billion.", &["Oman"]),
    ];
    check_names("measurement/level", "subject", cases);
    // The last one of whom such figures were told comes first.
    let engine = Engine::new().unwrap();
    let text = "Boeing met Airbus. Airbus left. Boeing's net profit was up 9 percent. The order book stood at $3 billion.";
    assert_eq!(names(&read(&engine, text), "measurement/level", "subject"), ["Boeing"]);
}

#[test]
fn a_rule_never_seen_at_work_is_as_sure_as_its_kind() {
    let engine = Engine::new().unwrap();
    let document = read(&engine, "Oman posted a record profit of $3 billion. Oman is the largest exporter.");
    let sure =
        |rule: &str| document.said.facts.iter().find(|fact| fact.rule == rule).map(|fact| fact.confidence);
    assert!(sure("ranking/record") > Some(50) && sure("ranking/record") < sure("ranking/complement"));
}

#[test]
fn what_is_told_twice_is_linked_unless_it_was_at_another_time() {
    let engine = Engine::new().unwrap();
    #[rustfmt::skip]
    let cases: &[(&str, &str, &[bool])] = &[
        ("visit", "President Tokayev visited China. It rained. President Tokayev paid a state visit to China.", &[false, true]),
        ("visit", "President Tokayev visited China in May 2019. It rained. President Tokayev visited China in June 2021.", &[false, false]),
        ("visit", "President Tokayev visited China in May 2019. It rained. President Tokayev visited China.", &[false, true]),
        ("visit", "President Tokayev visited China. It rained. President Tokayev visited Oman.", &[false, false]),
        ("action", "Kenya attacked Oman. It rained. Kenya attacked Oman.", &[false, true]),
        ("action", "Kenya attacked Oman. It rained. Oman attacked Kenya.", &[false, false]),
        ("action", "If Kenya attacks Oman, it will rain. Kenya attacked Oman.", &[false, false]),
    ];
    for (kind, text, expected) in cases {
        let document = read(&engine, text);
        let facts = document.said.facts.iter().filter(|fact| fact.kind.name() == *kind);
        let linked: Vec<bool> = facts.map(|fact| fact.same_as.is_some()).collect();
        assert_eq!(&linked, expected, "{text}");
    }
}

#[test]
fn an_act_is_told_once() {
    let engine = Engine::new().unwrap();
    #[rustfmt::skip]
    let cases: &[(&str, &[&str])] = &[
        ("Kenya urged Oman to release the students.", &["action/request"]),
        ("Kenya asked France to help Oman.", &["action/request"]),
        ("Kenya bombed the town, killing six civilians.", &["action/bomb", "action/kill"]),
        ("The tasks of cooperation between Kenya and Oman are many.", &[]),
        ("“What else did she not tell us?” Kenya asked Oman.", &[]),
        ("Kenya asked Oman whether it would release the students.", &["action/release"]),
    ];
    for (text, expected) in cases {
        let document = read(&engine, text);
        let facts = document.said.facts.iter().filter(|fact| fact.kind.name() == "action");
        let mut rules: Vec<&str> = facts.map(|fact| fact.rule.as_str()).collect();
        rules.dedup();
        assert_eq!(rules, *expected, "{text}");
    }
}

#[test]
fn clauses_are_open_relations() {
    let engine = Engine::new().unwrap();
    #[rustfmt::skip]
    let cases: &[(&str, &[&str])] = &[
        ("The company opened an office in Nairobi.", &["The company | opened | an office | in Nairobi"]),
        ("The bridge was opened by the minister.", &["The bridge | was opened by | the minister"]),
        ("They bought the house and sold the car.", &["They | bought | the house", "They | sold | the car"]),
        ("He met the mayor and the governor.", &["He | met | the mayor", "He | met | the governor"]),
        ("The river is famous for its fish.", &["The river | is famous for | its fish"]),
        ("The company grew until it was sold.", &["The company | grew until | it was sold", "it | was sold"]),
        ("The agreement which they signed was secret.", &["they | signed | The agreement", "The agreement which they signed | was | secret"]),
        ("Yes.", &[]),
    ];
    for (text, expected) in cases {
        let input = Input { text: (*text).to_owned(), ..Input::default() };
        let document = engine.extract(input, Layers::OPEN).unwrap();
        let relations = document.said.facts.iter().filter(|fact| fact.kind.name() == "relation");
        let words = |fact: &Fact| {
            let words: Vec<&str> =
                fact.args.iter().map(|arg| document.reading.text.slice(arg.span)).collect();
            words.join(" | ")
        };
        assert_eq!(relations.map(words).collect::<Vec<_>>(), *expected, "{text}");
    }
}
