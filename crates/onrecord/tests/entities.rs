//! Who and what a text is about: descriptions that go to their entity, codes, and what is told apart.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use onrecord::document::{EntityKind, Filler};
use onrecord::{Engine, Input, Layers};

/// Every entity of `text` as `name CODE: alias, alias`; places are left out.
fn entities(engine: &Engine, text: &str) -> Vec<String> {
    rows(engine, text, |kind| kind != EntityKind::Place)
}

/// The places of `text`, likewise.
fn places(engine: &Engine, text: &str) -> Vec<String> {
    rows(engine, text, |kind| kind == EntityKind::Place)
}

fn rows(engine: &Engine, text: &str, wanted: impl Fn(EntityKind) -> bool) -> Vec<String> {
    let input = Input { text: text.to_owned(), ..Input::default() };
    let document = engine.extract(input, Layers::ENTITIES).unwrap();
    let entities = document.named.entities.iter().filter(|entity| wanted(entity.kind));
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
        // A country by the last word of its name.
        ("The Republic of Korea signed a deal. Korea will provide a credit line.", &["South Korea KOR: Republic of Korea, Korea"]),
        ("South Korea met North Korea in May. Korea is divided.", &["South Korea KOR", "North Korea PRK"]),
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
        ("The Ministry of Trade of Kenya agreed. The Ministry of Trade of the Republic of Kenya met.",
         &["Ministry of Trade of Kenya KENGOV: Ministry of Trade", "Kenya KEN: Republic of Kenya"]),
        ("The Ministry of Trade of Kenya agreed. The Ministry of Trade of Chad met.",
         &["Ministry of Trade of Kenya KENGOV", "Ministry of Trade of Chad TCDGOV"]),
        ("The World Food Programme met. The WFP left.", &["World Food Programme IGOUNO: WFP"]),
        // A company by the words that its name begins with; a ministry is not "Trade".
        ("Delmont Foods Inc. grew. Delmont Foods fell in May, said Delmont.", &["Delmont Foods Inc.: Delmont Foods, Delmont"]),
        ("Ann Delmont left Delmont Foods Inc. Delmont was late.", &["Ann Delmont: Delmont", "Delmont Foods Inc."]),
        ("On Tuesday Microsoft cut jobs. In October Muammar Gaddafi died.", &["Microsoft USABUS", "Muammar Gaddafi LBYGOV"]),
        ("Miguel Díaz-Canel left. In Oslo, Miguel Diaz-Canel spoke.", &["Miguel Díaz-Canel CUBGOV: Miguel Diaz-Canel"]),
        ("Edouard Philippe left.", &["Edouard Philippe FRAGOV"]),
        ("The Nelson Mandela Foundation met.", &["Nelson Mandela Foundation"]),
        ("The Kremlin rejected it. The kremlin of Tula is old.", &["Kremlin RUSGOV"]),
        ("The U.S. Federal Reserve met. The Federal Reserve raised rates.", &["Federal Reserve USAGOV: U.S. Federal Reserve"]),
        // A state of a federation is not the country that was named last.
        ("Russia is far from Portland, Oregon. The state voted.", &["Russia RUS"]),
        // Parts of a listed body, and who heads one.
        ("African Union Commission Chairperson Moussa Faki met Ethiopian officials.",
         &["African Union Commission IGOAFRAFU", "Moussa Faki IGOAFRAFU"]),
        ("Ambassador Tracy delivered a letter.", &["Tracy"]),
        // Offices of different bodies and states.
        ("CIA Director Ann Ode met FBI Director John Lee. The CIA director left.",
         &["CIA USASPY", "Ann Ode USASPY: The CIA director", "FBI USACOP", "John Lee USACOP"]),
        ("President Rafael Correa of Ecuador came. President Ann Ode of Chad stayed. The president of Ecuador left.",
         &["Rafael Correa ECUGOV: The president of Ecuador", "Ecuador ECU", "Ann Ode TCDGOV", "Chad TCD"]),
        ("Foreign Minister Juan Perez of Ecuador met Marie Lee of Chad.",
         &["Juan Perez ECUGOV", "Ecuador ECU", "Marie Lee", "Chad TCD"]),
        // "the minister" is the only one; a spokesman is one of whom the text has not told.
        ("Foreign Minister Bo Odhiambo left. The minister was glad.", &["Bo Odhiambo: The minister"]),
        ("Foreign Minister Bo Odhiambo met Trade Minister Ann Ode. The minister was glad.", &["Bo Odhiambo", "Ann Ode"]),
        ("The army spokesman, Bo Odhiambo, left. A Kremlin spokesman was glad.", &["Bo Odhiambo"]),
        // Who presides over a bank is not who presides over a country.
        ("The president of the World Bank, Ann Ode, left. The president of Kenya was glad.",
         &["World Bank IGOWBK", "Ann Ode IGOWBK: president of the World Bank", "Kenya KEN"]),
        ("A spokeswoman for Senate Majority Leader Ann Ode left.", &["Ann Ode"]),
        ("I thanked the Secretary for the firm support of Kenya.", &["Kenya KEN"]),
        // Titles in a row, and an office before them.
        ("The Prime Minister of Kenya, H.E. Mrs. Ann Ode, met H.E. Mr. Bo Lee, President of Oman.",
         &["Kenya KEN", "Ann Ode KENGOV: Prime Minister of Kenya", "Bo Lee OMNGOV: President of Oman", "Oman OMN"]),
        // What a minister is for is no body.
        ("Ann Ode, Kenya's Minister of Mining and Heavy Industry, left.", &["Ann Ode KENGOV", "Kenya KEN"]),
        // Who speaks as well as the president of one country is of another one.
        ("Remarks of President Ann Kariuki and Chancellor Friedrich Merz\n\nCHANCELLOR MERZ: Germany is glad. I told the President \
          that it rained.\n\nPRESIDENT KARIUKI: It rained.\n\nQ: Was it cold?\n\nCHANCELLOR MERZ: It was.\n\nPRESIDENT KARIUKI: It was.",
         &["Ann Kariuki: KARIUKI, the President", "Friedrich Merz DEUGOV: MERZ", "Germany DEU"]),
        // The state is a minister's own, and a state visit is nobody's.
        ("Interview with President Kassym-Jomart Tokayev\n\nQ: Who owns the mine?\n\nTOKAYEV: South Korea owns none of it. The state owns \
          a third.\n\nQ: What else?\n\nTOKAYEV: The state visit ended.",
         &["Kassym-Jomart Tokayev KAZGOV: TOKAYEV", "South Korea KOR"]),
        ("Interview with Ann Ode\n\nQ: Who spoke?\n\nA: President Macron came. Then Macron spoke with our President.\n\nQ: And?\n\nA: He left.",
         &["Ann Ode", "Macron FRAGOV"]),
        // A conversation speaks of somebody before it names another of that office.
        ("Q: What did the president say?\n\nMS. ODE: The president was glad.\n\nQ: Did he call President Vladimir Putin?\n\n\
          MS. ODE: The president did not.", &["Vladimir Putin RUSGOV", "Ode"]),
        // A given name that stands last.
        ("Foreign Minister Saidov Bakhtiyor left. Minister Saidov was glad.", &["Saidov Bakhtiyor: Saidov"]),
        ("Foreign Minister Iwaya Kenji left. Minister Iwaya was glad.", &["Iwaya Kenji: Iwaya"]),
        ("Foreign Minister IWAYA Takeshi left. Minister Iwaya was glad.", &["IWAYA Takeshi: Iwaya"]),
        // Who is called by a given name, where only one has it.
        ("Daniel Novak was arrested. Daniel said he was innocent.", &["Daniel Novak: Daniel"]),
        ("Robert Lee met Robert Ode. Robert left.", &["Robert Lee", "Robert Ode", "Robert"]),
        ("Foreign Minister Robert Lee left. Minister Robert was glad.", &["Robert Lee", "Robert"]),
        // A surname that is a given name, and initials that differ.
        ("Attorney General Letitia James spoke. James won.", &["Letitia James: James"]),
        ("George H.W. Bush spoke. George W. Bush won.", &["George H.W. Bush", "George W. Bush USAGOV"]),
        // Others but have the name of a place.
        ("He studied at the University of Georgia.", &["University of Georgia"]),
    ];
    let engine = Engine::new().unwrap();
    for (text, expected) in cases {
        assert_eq!(entities(&engine, text), *expected, "{text}");
    }
}

#[test]
fn one_thing_has_one_row_whatever_it_is_called() {
    #[rustfmt::skip]
    let cases: &[(&str, &[&str])] = &[
        // Acronyms of which nobody says whose they are.
        ("He spoke at the Chinese Academy of Social Sciences. The speech at the CAON was long.",
         &["Chinese Academy of Social Sciences CHNEDU: CAON"]),
        ("She works for the Bureau of Alcohol, Tobacco, Firearms and Explosives. The ATF declined to comment on it.",
         &["Bureau of Alcohol, Tobacco, Firearms and Explosives: ATF"]),
        ("He spoke at the Chinese Academy of Social Sciences. The speech at the GRKX was long.",
         &["Chinese Academy of Social Sciences CHNEDU", "GRKX"]),
        // Where shares are listed is no other name.
        ("Vestfold Energi ASA (OSE: VFE) grew.", &["Vestfold Energi ASA"]),
        // A title that its bearer goes by.
        ("The visit of Elbasy Nursultan Nazarbayev was long. Elbasy thanked them.",
         &["Nursultan Nazarbayev KAZGOV: Elbasy"]),
        ("The Dalai Lama wrote a letter.", &["Dalai Lama"]),
        // Members that stand for their body, and those of a company, which do not.
        ("The ambassadors of the CIS countries came. The CIS met.",
         &["Commonwealth of Independent States IGOCASCIS: CIS, the CIS countries"]),
        ("The EU member states agreed.", &["European Union IGOEUREEC: EU, The EU member states"]),
        ("The Boeing members left.", &["Boeing USABUS"]),
        // Two of one family name.
        ("President Biden left. Mr. Biden was tired. Jill Biden stayed.", &["Biden USAGOV", "Jill Biden"]),
        ("Sarah Biden left. Mr. Biden stayed. Mrs. Biden slept.", &["Sarah Biden: Biden", "Biden"]),
        // A program by its sort and by its own name.
        ("They joined the New Economic Policy “Nurly Zhol” in May.", &["Nurly Zhol: New Economic Policy"]),
        // Of a state-owned company, or of the state of something, no state.
        ("Singapore was calm. The state-owned company closed.", &["Singapore SGP"]),
        ("Singapore was calm. They discussed the state and prospects of trade.", &["Singapore SGP"]),
        // An office holder is of the country of the report, not of the one that he goes to.
        ("JAKARTA — Governor Ridwan Kamil called off a trip to Singapore.",
         &["Ridwan Kamil IDNGOV", "Singapore SGP"]),
        ("MR PRICE: Good morning.\n\nQUESTION: Are you well?\n\nMR PRICE: I am.", &["Price"]),
    ];
    let engine = Engine::new().unwrap();
    for (text, expected) in cases {
        assert_eq!(entities(&engine, text), *expected, "{text}");
    }
}

#[test]
fn the_country_of_an_office_is_known_by_its_adjective() {
    let engine = Engine::new().unwrap();
    let organization = |text: &str| {
        let input = Input { text: text.to_owned(), ..Input::default() };
        let document = engine.extract(input, Layers::FACTS).unwrap();
        let args = document.said.facts.iter().flat_map(|fact| &fact.args);
        let body = args.clone().find(|arg| arg.role == "organization").unwrap();
        match body.filler {
            Filler::Entity(id) => Some(document.named.entities[id].name.clone()),
            _ => None,
        }
    };
    assert_eq!(organization("Norwegian Foreign Minister Ann Lee left.").as_deref(), Some("Norway"));
    assert_eq!(
        organization("Ann Lee, a professor at Herald College, left.").as_deref(),
        Some("Herald College")
    );
}

#[test]
fn places_are_told_by_what_they_lie_in() {
    #[rustfmt::skip]
    let cases: &[(&str, &[&str])] = &[
        ("Rep. Ann Ode, D-Ohio, left. Ohio won.", &["Ohio USA"]),
        ("He lives in Portland, Oregon, and loves it. Portland is old.", &["Portland, Oregon USA: Portland", "Oregon USA"]),
        ("They flew to London, Calgary and Toronto.", &["London GBR", "Calgary CAN", "Toronto CAN"]),
        ("They went to Paris, Texas.", &["Paris FRA", "Texas USA"]),
        ("It rained in West Java on Sunday.", &["West Java IDN"]),
        ("It rained in New Delhi on Sunday.", &["New Delhi IND"]),
    ];
    let engine = Engine::new().unwrap();
    for (text, expected) in cases {
        assert_eq!(places(&engine, text), *expected, "{text}");
    }
}

#[test]
fn two_countries_are_those_in_question() {
    #[rustfmt::skip]
    let cases: &[(&str, &[&str])] = &[
        ("Kenya closed its border with Chad. Both countries are poor.", &["Kenya and Chad: Both countries"]),
        // Who acts upon both is neither of them.
        ("Kenya closed its border with Chad. Oman, an ally of Chad, urged both countries to talk.", &["Kenya and Chad: both countries"]),
        ("Kenya and Chad and Peru are poor. Oman and Iran, which came, urged both sides to talk.", &[]),
        ("Kenya closed its border with Chad. The two long-time, nuclear-armed neighbors have fought three wars.", &[]),
        ("Kenya closed its border with Chad. The two nuclear-armed neighbors have fought three wars.",
         &["Kenya and Chad: The two nuclear-armed neighbors"]),
        ("Kenya closed its border with Chad. The two new bridges are closed.", &[]),
    ];
    let engine = Engine::new().unwrap();
    for (text, expected) in cases {
        assert_eq!(rows(&engine, text, |kind| kind == EntityKind::Group), *expected, "{text}");
    }
}
