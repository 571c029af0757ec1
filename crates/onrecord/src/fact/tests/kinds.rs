//! The kinds that have a logic of their own, each against a table: a text, and the words of every argument of every fact.

use super::read;
use crate::Engine;
use crate::document::{Fact, Filler};
use crate::rules::bare;

type Case = (&'static str, &'static [&'static [&'static str]]);

fn check(kind: &str, cases: &[Case]) {
    let engine = Engine::new().unwrap();
    for (text, expected) in cases {
        let document = read(&engine, text);
        let facts = document.said.facts.iter().filter(|fact| fact.kind.name() == kind);
        let words = |fact: &Fact| {
            fact.args.iter().map(|arg| bare(document.reading.text.slice(arg.span))).collect::<Vec<_>>()
        };
        let found: Vec<Vec<String>> = facts.map(words).collect();
        let expected: Vec<Vec<String>> =
            expected.iter().map(|args| args.iter().map(|arg| bare(arg)).collect()).collect();
        assert_eq!(found, expected, "{kind} in {text:?}");
    }
}

#[test]
fn offices_have_holders_and_bodies() {
    #[rustfmt::skip]
    let cases: &[Case] = &[
        ("Chinese President Xi Jinping spoke.", &[&["Xi Jinping", "President", "Chinese"]]),
        ("Roberto Maroni, president of Lombardy, spoke.", &[&["Roberto Maroni", "president", "Lombardy"]]),
        ("Malaysia's Prime Minister, Najib Razak, spoke.", &[&["Najib Razak", "Prime Minister", "Malaysia"]]),
        ("Afghan Ambassador to the United States Hamdullah Mohib spoke.", &[&["Hamdullah Mohib", "Ambassador to the United States", "Afghan"]]),
        ("Ambassador of Kenya to Germany Ann Lee spoke.", &[&["Ann Lee", "Ambassador", "Kenya"]]),
        ("The ambassador of Kenya spoke to Oman's Ann Lee.", &[]),
        ("Undersecretary for Education Mr. Toccafondi spoke.", &[&["Toccafondi", "Undersecretary for Education"]]),
        ("The president of Lombardy (in the north), Roberto Maroni, spoke.", &[&["Roberto Maroni", "president", "Lombardy"]]),
        ("Councillors Alvin Yeung and Raymond Chan spoke.", &[&["Alvin Yeung", "Councillors"], &["Raymond Chan", "Councillors"]]),
        ("Councillors Alvin Yeung of the Labour Party and Raymond Chan spoke.",
         &[&["Alvin Yeung", "Councillors", "Labour Party"], &["Raymond Chan", "Councillors"]]),
        ("The activist and philosopher Noam Chomsky spoke.", &[&["Noam Chomsky", "activist and philosopher"]]),
        ("Paul Manafort, the president's former campaign chairman, spoke.", &[&["Paul Manafort", "former campaign chairman", "campaign"]]),
        ("Ann Lee, a lawyer and former mayor of Rome, spoke.", &[&["Ann Lee", "lawyer"], &["Ann Lee", "former mayor", "Rome"]]),
        ("Ann Lee is a lawyer and a former mayor of Rome.", &[&["Ann Lee", "lawyer"], &["Ann Lee", "former mayor", "Rome"]]),
        ("Central bank governor Ann Lee spoke.", &[&["Ann Lee", "governor", "Central bank"]]),
        ("Ann Lee, a former supreme court judge, spoke.", &[&["Ann Lee", "former supreme court judge", "supreme court"]]),
        ("Ann Lee, director of the Health Centre and chairman of the Food Council, spoke.",
         &[&["Ann Lee", "director", "Health Centre"], &["Ann Lee", "chairman", "Food Council"]]),
        ("Ann Lee, chief financial officer and treasurer at Corvetti, spoke.",
         &[&["Ann Lee", "chief financial officer", "Corvetti"], &["Ann Lee", "treasurer", "Corvetti"]]),
        ("Prime Minister and Chairman of the African Union Ann Lee spoke.",
         &[&["Ann Lee", "Prime Minister"], &["Ann Lee", "Chairman", "African Union"]]),
        ("Prime Minister and Minister of Finance Ann Lee spoke.",
         &[&["Ann Lee", "Prime Minister"], &["Ann Lee", "Minister of Finance"]]),
        ("Ann Lee, founder and chief executive of Corvetti, spoke.", &[&["Ann Lee", "founder and chief executive", "Corvetti"]]),
        ("Ann Lee, chairman of the country's central bank, spoke.", &[&["Ann Lee", "chairman", "country's central bank"]]),
        ("It is a major Ann Lee program.", &[]),
        ("They met Ann Lee, Secretary for Energy, Olaf Brandt, Ambassador of Denmark, and others.",
         &[&["Ann Lee", "Secretary for Energy"], &["Olaf Brandt", "Ambassador", "Denmark"]]),
        ("Ann Lee, Public Relations Officer, Ministry of Trade, spoke.", &[&["Ann Lee", "Public Relations Officer", "Ministry of Trade"]]),
        ("They met Ann Lee, President of Kenya Olaf Brandt and others.", &[&["Olaf Brandt", "President", "Kenya"]]),
        ("Ann Lee, the director, and the minister spoke.", &[&["Ann Lee", "director"]]),
        ("Ann Lee, director of the gallery, spoke.", &[&["Ann Lee", "director", "gallery"]]),
        ("Ann Lee, director of the film, spoke.", &[&["Ann Lee", "director of the film"]]),
        ("The company's chief executive, Ann Lee, spoke.", &[&["Ann Lee", "chief executive", "company"]]),
        ("Deputy Prime Minister – Foreign Minister Ann Lee spoke.", &[&["Ann Lee", "Deputy Prime Minister – Foreign Minister"]]),
        ("The UN Special Envoy for Yemen, Ann Lee, spoke.", &[&["Ann Lee", "Special Envoy for Yemen", "UN"]]),
        ("Fed Chair Ann Lee spoke.", &[&["Ann Lee", "Chair", "Fed"]]),
        ("Work and Pensions Secretary Ann Lee spoke.", &[&["Ann Lee", "Work and Pensions Secretary"]]),
        ("Ann Lee, a former Justice Department inspector general, spoke.", &[&["Ann Lee", "former Justice Department inspector general", "Justice Department"]]),
        ("Trump's running mate, Indiana Gov. Mike Pence, spoke.", &[&["Mike Pence", "Gov.", "Indiana"]]),
        ("Ann Lee, the communications director, spoke.", &[&["Ann Lee", "communications director"]]),
        ("Ann Lee, a Justice Department spokeswoman, spoke.", &[&["Ann Lee", "spokeswoman", "Justice Department"]]),
        ("Lieutenant Governor Ann Lee spoke.", &[&["Ann Lee", "Lieutenant Governor"]]),
        ("Senate Majority Leader Ann Lee spoke.", &[&["Ann Lee", "Majority Leader", "Senate"]]),
        ("Russia's Foreign Ministry spokeswoman Ann Lee spoke.", &[&["Ann Lee", "spokeswoman", "Foreign Ministry"]]),
        ("The bloc's foreign policy chief, Ann Lee, spoke.", &[&["Ann Lee", "foreign policy chief"]]),
        ("Amnesty International's Kenya director, Ann Lee, spoke.", &[&["Ann Lee", "Kenya director", "Amnesty International"]]),
        ("Kenya accepted with pleasure President Tokayev's invitation.", &[&["Tokayev", "President"]]),
        ("Ann Lee, a board member, spoke.", &[&["Ann Lee", "board member"]]),
        ("Jared Kushner, the president's son-in-law, spoke.", &[]),
        ("The president spoke to Roberto Maroni.", &[]),
        ("Roberto Maroni spoke.", &[]),
        ("Noam Chomsky is a professor at Oxford University.", &[&["Noam Chomsky", "professor", "Oxford University"]]),
        ("Roberto Maroni remained president.", &[&["Roberto Maroni", "president"]]),
        ("The professor is late.", &[]),
        ("Ann Lee, his campaign manager, spoke.", &[&["Ann Lee", "campaign manager"]]),
        ("At 2 pm Ann Lee left.", &[]),
        ("Kenya's President, Bo Odhiambo, spoke. President Bo Odhiambo left.",
         &[&["Bo Odhiambo", "President", "Kenya"], &["Bo Odhiambo", "President", "Kenya"]]),
        ("As governor from 2014 to 2021, Ann Lee cut rates.", &[&["Ann Lee", "governor"]]),
        ("As governor from Ohio, Ann Lee cut rates.", &[]),
        ("The Minister of Trade and Industry, Katri Aalto, left.", &[&["Katri Aalto", "Minister of Trade and Industry"]]),
        ("Minister for Development Cooperation Katri Aalto left.", &[&["Katri Aalto", "Minister for Development Cooperation"]]),
        ("Katri Aalto, Minister of Health, Labour and Welfare, left.", &[&["Katri Aalto", "Minister of Health, Labour and Welfare"]]),
        ("The Minister of Trade, Katri Aalto, and Bo Odhiambo left.", &[&["Katri Aalto", "Minister of Trade"]]),
        ("Qatari Minister of State Mohammed al-Khulaifi left.", &[&["Mohammed al-Khulaifi", "Minister of State", "Qatari"]]),
    ];
    check("position", cases);
}

#[test]
fn figures_measure_something_of_somebody() {
    #[rustfmt::skip]
    let cases: &[Case] = &[
        ("China, with a population of 1.4 billion people, is large.", &[&["China", "population", "1.4 billion"]]),
        ("The share of China exceeds 18 percent.", &[&["China", "share of China", "18 percent"]]),
        ("Trade between the two countries has doubled since 2017.", &[&["Trade between the two countries", "Trade", "doubled", "doubled"]]),
        ("The coins doubled as buttons.", &[]),
        ("Foreign investment reached a record £7.5 billion.", &[&["Foreign investment", "Foreign investment", "£7.5 billion"]]),
        ("Debt fell to 60 percent of GDP.", &[&["Debt", "Debt", "60 percent", "fell"]]),
        ("Two thirds of the population live in cities.", &[&["the population", "in cities", "Two thirds"]]),
        ("Brussels found €300m in assistance for Moldova.", &[&["Moldova", "assistance", "€300m"]]),
        ("Reserves dropped below $90 billion for the first time.", &[&["Reserves", "Reserves", "$90 billion", "dropped"]]),
        ("A 5.6-magnitude earthquake hit the border.", &[&["earthquake", "magnitude", "5.6-magnitude"]]),
        ("A fivefold list of things hit the border.", &[]),
        ("At least two senators, Ann Ode and Bo Lee, have left the party.", &[&["senators", "senators", "two"]]),
        ("According to the police, Ann Lee earned more than $2 million.", &[&["Ann Lee", "earned", "$2 million"]]),
        ("See page 18 of the report.", &[]),
        ("Rebels killed 12 soldiers.", &[&["soldiers", "killed", "12"]]),
        ("The party won 37 seats.", &[&["The party", "seats", "37"]]),
        ("Kenya lent Oman $2 billion.", &[]),
        ("Ten agreements were signed.", &[]),
        ("Under the deal, Ankara will buy 40 jets for $23 billion.", &[&["Ankara", "jets", "40"], &["Ankara", "40 jets", "$23 billion"]]),
        ("The minimum wage went up by $5.", &[&["minimum wage", "minimum wage", "$5"]]),
        ("Tourism brought in $1.1 billion, up 38 percent year on year.",
         &[&["Tourism", "brought in", "$1.1 billion"], &["Tourism", "brought in", "38 percent", "up"]]),
        ("There are 42 agents based in Oman and another 12 in Kenya.", &[&["agents", "agents", "42"]]),
        ("The army lost 500 tanks (600 by another count).", &[&["The army", "tanks", "500", "lost"]]),
        ("The government will sell a 25 percent stake.", &[&["The government", "stake", "25 percent"]]),
        ("The blast left 12 officers dead.", &[&["officers", "dead", "12"]]),
        ("Shells killed 38 people and wounded 61.", &[&["people", "killed", "38"], &["people", "wounded", "61"]]),
        ("The war has displaced 10 million people.", &[&["people", "displaced", "10 million"]]),
        ("The war has displaced 10 million books.", &[&["The war", "books", "10 million"]]),
        ("The two demonstrators left.", &[]),
        ("The talks lasted three days.", &[&["talks", "three days", "three days"]]),
        ("Prosecutors asked for ten years.", &[]),
        ("There were 340 arrests in Minsk.", &[&["Minsk", "arrests", "340"]]),
        ("I have two things.", &[]),
        ("At least 17 people were killed and 40 injured.", &[&["people", "killed", "17"], &["people", "injured", "40"]]),
        ("Men earn 12 percent more than women.", &[&["Men", "earn", "12 percent", "more", "than women"]]),
        ("Sales are up 17 percent.", &[&["Sales", "Sales", "17 percent", "up"]]),
        ("The house passed the bill by 61 votes to 38.", &[&["house", "votes", "61"], &["house", "votes", "38"]]),
        ("Kenya's debt is 68 percent of GDP.", &[&["Kenya's", "Kenya's debt", "68 percent"]]),
        ("The shares closed 5 percent lower at $41.",
         &[&["The shares", "The shares", "5 percent", "lower"], &["The shares", "The shares", "$41"]]),
        ("Kenya's debt rose 9 percent last year to $4 billion.",
         &[&["Kenya's", "Kenya's debt", "9 percent", "rose"], &["Kenya's", "Kenya's debt", "$4 billion", "rose"]]),
        ("Women are 27 percent of members.", &[&["Women", "members", "27 percent"]]),
        ("The bank expects sales to rise by 12 percent.", &[&["sales", "sales", "12 percent", "rise"]]),
        ("Around 110,000 Poles live in Norway.", &[&["Poles", "live in Norway", "110,000"]]),
        ("Kenya gave Oman 48 trucks.", &[]),
        ("The cuts would push the deficit above 2 percent of income.", &[&["deficit", "deficit", "2 percent"]]),
        ("The decision was carried by seven votes to three.", &[&["decision", "votes", "seven"], &["decision", "votes", "three"]]),
        ("Boeing paid Ann Odhiambo $2 million.", &[]),
        ("They spoke of a two-day visit.", &[&["visit", "two-day", "two-day"]]),
        ("The $20 billion project will link Kenya and Oman.", &[&["project", "project", "$20 billion"]]),
        ("The six-member Kenyan team won.", &[&["Kenyan team", "member", "six"]]),
        ("He led the 40-strong delegation to Oslo.", &[&["delegation", "40", "40"]]),
        ("Ann Lee's Freedom Party slumped to 19 percent.", &[&["Ann Lee's Freedom Party", "slumped", "19 percent", "slumped"]]),
        ("The Freedom Party led by former minister Ann Lee won 33 percent of the vote.", &[&["The Freedom Party", "the vote", "33 percent"]]),
        ("Kenya has been hit by 14 storms.", &[&["Kenya", "storms", "14"]]),
        ("Shares in Delmont fell 6 percent in early trading.", &[&["Delmont", "Shares in Delmont", "6 percent", "fell"]]),
        ("Ann Lee took $2 million from Delmont.", &[&["Ann Lee", "took", "$2 million"]]),
        ("Delmont shares dropped 11 percent in Oslo.", &[&["Delmont shares", "Delmont shares", "11 percent", "dropped"]]),
        ("An economist at the bank sees economic growth of 2.8 percent.", &[&["economic growth", "economic growth", "2.8 percent"]]),
        ("The six-month lull went on.", &[&["lull", "six-month", "six-month"]]),
        ("They met on 12 and 13 March 2025.", &[]),
        ("Sweden defeated South Korea 1 – 0.", &[]),
        ("The project will cut Kenya's imports by a fifth.", &[&["Kenya's", "Kenya's imports", "a fifth", "cut"]]),
        ("The railways carried 245 million passengers, 3.2 percent more than in 2023.", &[&["railways", "passengers", "245 million"], &["railways", "passengers", "3.2 percent", "more"]]),
        ("Trade grew from 3.1 billion dollars in 2023 to 3.5 billion dollars in 2024.", &[&["Trade", "Trade", "3.5 billion dollars", "grew", "from 3.1 billion dollars"]]),
        ("Trade reached $4 billion. It grew by 3 percent.", &[&["Trade", "Trade", "$4 billion"], &["Trade", "Trade", "3 percent", "grew"]]),
        ("Trade reached $4 billion. The report is new. It grew by 3 percent.", &[&["Trade", "Trade", "$4 billion"]]),
        ("Kenya's central bank raised its key rate by 50 basis points.", &[&["Kenya's central bank", "its key rate", "50 basis points", "raised"]]),
        ("The reform raised its price by 5 dollars.", &[]),
        ("Kenya ranks tenth out of 180 countries.", &[]),
        ("Ann Lee visited Oman three times.", &[]),
        ("Kenya's economy grew 3 percent quarter-on-quarter.", &[&["Kenya's", "Kenya's economy", "3 percent", "grew"]]),
        ("The House voted 218-214 to pass the bill.", &[]),
        ("The bill passed by a vote of 52-48.", &[]),
        ("Ann Lee, 45, an economist, spoke.", &[&["Ann Lee", "45", "45"]]),
        ("Ann Lee, in 45, spoke.", &[]),
        ("Kenya supports a two-state solution.", &[]),
        ("Kenya applied a 1798 law.", &[]),
        ("Boeing will hold a 35 percent stake in the venture.", &[&["Boeing", "stake in the venture", "35 percent"]]),
        ("Boeing is worth $90 billion.", &[&["Boeing", "worth", "$90 billion"]]),
        ("Rebels struck the village of Dankoro, 60 kilometres east of Bandiagara.",
         &[&["Dankoro", "east of Bandiagara", "60 kilometres"]]),
        ("Dankoro, 60 kilometres east of Bandiagara, burned.", &[&["Dankoro", "east of Bandiagara", "60 kilometres"]]),
        ("Shells killed 17 people, among them nine children.", &[&["people", "killed", "17"], &["children", "killed", "nine"]]),
        ("Shells killed 17 people, including near two towns.", &[&["people", "killed", "17"]]),
        ("The Socialists of Ann Lee slumped to 17.9 percent.",
         &[&["Socialists of Ann Lee", "Socialists of Ann Lee", "17.9 percent", "slumped"]]),
        ("A third report was completed by the panel.", &[]),
        ("Two men were released on Friday.", &[&["men", "released", "Two"]]),
        ("Two parties agreed on Friday.", &[]),
        ("The firms signed contracts worth a combined $14 million.", &[&["contracts", "worth", "$14 million"]]),
        ("They met for more than two hours of talks.", &[&["talks", "more than two hours", "more than two hours"]]),
        ("The court sentenced Ann Lee to seven years in prison.", &[&["Ann Lee", "in prison", "seven years"]]),
        ("Ann Lee ordered a review of Boeing's 14 plants.", &[&["Boeing's", "plants", "14"]]),
        ("Boeing closed its 14 plants.", &[&["Boeing", "plants", "14"]]),
        ("Ann Lee was asked three times if she would go.", &[]),
        ("A poll gave Ann Lee a 9-point lead.", &[&["Ann Lee", "lead", "9"]]),
        ("A poll put Ann Lee at 46 percent.", &[&["Ann Lee", "A poll", "46 percent"]]),
        ("Ann Lee beat Jan Novak with 58 percent of the vote.", &[&["Ann Lee", "vote", "58 percent"]]),
        ("Ann Lee leads Jan Novak 46 percent to 43 percent.",
         &[&["Ann Lee", "leads", "46 percent"], &["Jan Novak", "leads", "43 percent"]]),
        ("They will close Interstate 77 at noon.", &[]),
        ("The visit was worth it.", &[]),
        ("The line from Kenya to Uganda is 620 kilometres long.",
         &[&["The line from Kenya to Uganda", "long", "620 kilometres"]]),
        ("Official results gave Ann Lee 53 percent of the vote.", &[&["Ann Lee", "vote", "53 percent"]]),
        ("30,000 tonnes of tea were exported by Kenya.", &[&["Kenya", "tea", "30,000 tonnes"]]),
        ("30,000 tonnes of tea were exported.", &[&["tea", "exported", "30,000 tonnes"]]),
        ("Boeing reported a profit of $5 million, up from $4 million.", &[&["Boeing", "profit", "$5 million", "up from $4 million"]]),
        ("Turnout was 61 percent, compared with 57 percent in 2020.", &[&["Turnout", "Turnout", "61 percent", "compared with 57 percent in 2020"]]),
        ("Turnout was 61 percent in the city.", &[&["Turnout", "Turnout", "61 percent"]]),
        ("Trade reached $5 million, an increase of 22 percent.", &[&["Trade", "Trade", "$5 million"], &["Trade", "Trade", "22 percent", "increase"]]),
        ("A delegation of 35 business leaders came.", &[&["A delegation", "business leaders", "35"]]),
        ("Kenya's population grew from 38 million in 2009 to 47 million in 2019.",
         &[&["Kenya's", "Kenya's population", "47 million", "grew", "from 38 million"]]),
        ("For 27 years the army has ruled the country.", &[&["army", "27 years", "27 years"]]),
        ("The road was closed for 41 days.", &[&["The road", "closed", "41 days"]]),
        ("They imprisoned Ann Lee for twelve years.", &[&["Ann Lee", "imprisoned", "twelve years"]]),
        ("Ann Lee worked in Oman for twelve years.", &[]),
        ("A threefold rise in traffic began.", &[]),
        ("The price of crude oil rose to 64 dollars.", &[&["crude oil", "The price", "64 dollars", "rose"]]),
        ("The price in Kenya rose to 64 dollars.", &[&["The price in Kenya", "The price", "64 dollars", "rose"]]),
        ("Germany saw exports fall to $5 billion.", &[&["Germany", "exports", "$5 billion", "fall"]]),
        ("Ann Lee did not see how exports could fall to $5 billion.", &[&["exports", "exports", "$5 billion", "fall"]]),
        ("The law reduced deaths by 15 percent.", &[&["deaths", "deaths", "15 percent", "reduced"]]),
        ("The attack left 30 dead.", &[&["The attack", "dead", "30"]]),
        ("The blast left 6 dead and 40 injured.", &[&["The blast", "dead", "6"], &["The blast", "injured", "40"]]),
        ("The site has 14 million unique visitors.", &[&["The site", "unique visitors", "14 million"]]),
        ("Oil rose 60 cents to close at 66.80 dollars.",
         &[&["Oil", "Oil", "60 cents", "rose"], &["Oil", "Oil", "66.80 dollars"]]),
        ("The storm sent prices to a high of 70 dollars.", &[&["prices", "a high", "70 dollars"]]),
        ("Flood waters rose in the city of half a million people.", &[&["the city", "people", "half a million"]]),
        ("He saw a wall 3 metres (10 ft) high.", &[&["wall", "high", "3 metres"]]),
        ("Teams drop 1,350kg (3,000lb) sandbags.", &[&["sandbags", "1,350kg", "1,350kg"]]),
        ("Some parts could see 10 feet (some 3m) of water.", &[&["Some parts", "water", "10 feet"]]),
        ("Trade between Kenya and Oman rose 9 percent.", &[&["Kenya", "Oman", "Trade", "9 percent", "rose"]]),
        ("Kenya and Oman signed a pact. Two-way trade reached 3 billion dollars.",
         &[&["Two-way trade", "Two-way trade", "Two-way trade", "3 billion dollars"]]),
        ("Trade between farmers rose 9 percent.", &[&["Trade between farmers", "Trade", "9 percent", "rose"]]),
    ];
    check("measurement", cases);
}

#[test]
fn ages() {
    #[rustfmt::skip]
    let cases: &[Case] = &[
        ("Police arrested a 14-year-old boy.", &[&["14-year-old boy", "14-year-old", "14-year-old"]]),
        ("The bridge is 150 years old.", &[&["bridge", "150 years old", "150 years old"]]),
        ("Ann Lee, who is 50, left.", &[&["Ann Lee", "50", "50"]]),
        ("Ann Lee is 50 and lives in Ohio.", &[&["Ann Lee", "50", "50"]]),
        ("Ann Lee turns 80 next month.", &[&["Ann Lee", "80", "80"]]),
        ("A woman aged 45 was killed.", &[&["woman aged 45", "45", "45"]]),
        ("Ann Lee joined the Green Party aged 14.", &[&["Ann Lee", "14", "14"]]),
        ("Ann Lee died on Friday at the age of 84.", &[&["Ann Lee", "84", "84"]]),
        ("Ann Lee lived in Ohio until she was eighteen.", &[&["she", "eighteen", "eighteen"]]),
        ("Ann Lee went to a school for girls aged 12.", &[&["girls aged 12", "12", "12"]]),
        ("Ann Lee is one of the founders.", &[]),
        ("Ann Lee was No. 50.", &[]),
        ("Ann Lee turned left.", &[]),
    ];
    check("measurement", cases);
}

#[test]
fn places_in_an_order() {
    #[rustfmt::skip]
    let cases: &[Case] = &[
        ("Kenya held the fifth round of talks.", &[]),
        ("Kenya holds the fifth place in Africa.", &[&["Kenya", "fifth", "place in Africa"]]),
        ("Kenya ranks tenth out of 180 countries, up five places.", &[&["Kenya", "tenth", "180 countries"]]),
        ("Kenya is the second-largest exporter of tea.", &[&["Kenya", "second", "largest exporter of tea"]]),
        ("Ann Best is the director of the bank.", &[]),
        ("China is the largest market in the world.", &[&["China", "largest", "largest market in the world"]]),
        ("China ranks fourth in trade.", &[&["China", "fourth", "trade"]]),
        ("Kenya tops the list of exporters.", &[&["Kenya", "tops", "list of exporters"]]),
        ("Oman leads the league with 12 points.", &[&["Oman", "leads", "league"]]),
        ("Oman leads the talks.", &[]),
        ("It is a list led by Ann Lee.", &[]),
        ("Eddie Chu received the largest vote in the city.", &[&["Eddie Chu", "largest", "largest vote in the city"]]),
        ("Oman is Kenya's largest partner and its third-largest market.",
         &[&["Oman", "largest", "largest partner"], &["Oman", "third", "largest market"]]),
        ("China is one of the largest markets.", &[&["China", "one of the largest", "markets"]]),
        ("Kenya is among the largest exporters of tea.", &[&["Kenya", "among the largest", "exporters of tea"]]),
        ("Among the strongest proponents of the plan were Ann Lee and Bo Ek.",
         &[&["Ann Lee", "Bo Ek", "Among the strongest", "proponents of the plan"]]),
        ("Kenya is among the well-known largest exporters.", &[&["Kenya", "among the well-known largest", "exporters"]]),
        ("Among other things, Kenya is the largest market.", &[&["Kenya", "largest", "largest market"]]),
        ("China is the eighth largest exporter.", &[&["China", "eighth", "largest exporter"]]),
        ("Chomsky is a most important scholar.", &[]),
        ("Kenya is a second home.", &[]),
        ("Turnout was 71 percent, the highest since 1990.", &[&["Turnout", "highest", "highest since 1990"]]),
        ("Eddie Chu was elected with 50 votes, the highest in the city.",
         &[&["Eddie Chu", "highest", "highest in the city"]]),
        ("Profit fell to $3 million, the lowest in ten years.", &[&["Profit", "lowest", "lowest in ten years"]]),
        ("The storm, the worst in a decade, killed ten people.", &[&["The storm", "worst", "worst in a decade"]]),
        ("Ann Lee met the mayor, the latest of several visitors.", &[]),
        ("The tunnel is the third longest in the Alps.", &[&["The tunnel", "third", "longest in the Alps"]]),
        ("The storm was the strongest to hit the coast.", &[&["The storm", "strongest", "strongest to hit the coast"]]),
        ("The tunnel is the longest.", &[]),
        ("Exports to Finland, our biggest customer, fell.", &[&["Finland", "biggest", "biggest customer"]]),
        ("Its biggest shareholder, the aircraft maker Boeing, left.", &[&["Boeing", "biggest", "biggest shareholder"]]),
        ("The city's biggest employer, Boeing, cut jobs.", &[&["Boeing", "biggest", "biggest employer"]]),
        ("The first witness, Ann Lee, left.", &[]),
        ("The most widely spoken language is Spanish.", &[]),
        ("The biggest buyers of tea were China and Oman.", &[&["China", "Oman", "biggest", "biggest buyers of tea"]]),
        ("Quantcast ranks Kenya as the 135th most popular site.", &[&["Kenya", "135th", "most popular site"]]),
        ("The magazine named Oslo the best city in Europe.", &[&["Oslo", "best", "best city in Europe"]]),
        ("The index ranked Kenya 19th in the world.", &[&["Kenya", "19th", "the world"]]),
        ("They elected Ann Lee the 45th president.", &[]),
        ("The largest square is a World Heritage Site.", &[]),
        ("It was Finland's first defeat at home since 1992.", &[&["Finland", "first", "defeat at home since 1992"]]),
        ("It was Finland's first defeat.", &[]),
        ("Exporting gas is the easiest business in the region.",
         &[&["Exporting gas", "easiest", "easiest business in the region"]]),
        ("Reading it was my first pleasure.", &[]),
        ("Kenya rose to second place in the index.", &[&["Kenya", "second", "the index"]]),
        ("The station climbed to number 3 in the ranking.", &[&["The station", "number 3", "the ranking"]]),
        ("The index rose to 3 percent.", &[]),
        ("Kenya is 19th in the ranking.", &[&["Kenya", "19th", "the ranking"]]),
        ("Kenya is second only to Nigeria in population.", &[&["Kenya", "second", "Nigeria"]]),
        ("Kenya was first in 2010.", &[]),
        ("This visit of Ann Lee is the second in a row.", &[]),
        ("The index rose 1.6 percent on Monday, its biggest gain since March.", &[&["The index", "biggest", "biggest gain since March"]]),
        ("Kenya won five medals, its best result in a decade.", &[&["Kenya", "best", "best result in a decade"]]),
        ("Ann Lee left the hall, the longest room of the house.", &[]),
        ("Oman posted a record profit of $3 billion.", &[&["Oman", "record", "record profit"]]),
        ("The zloty rose to 4 euros, its strongest since May.", &[&["zloty", "strongest", "strongest since May"]]),
        ("Oman took its holdings to 340 tonnes, the largest in Asia.", &[&["its holdings", "largest", "largest in Asia"]]),
        ("Debt stood at a record $44 billion.", &[&["Debt", "record", "record"]]),
        ("Oman has a record label.", &[]),
        ("Oman lies second in its group.", &[&["Oman", "second", "its group"]]),
        ("Chomsky is the eighth most cited scholar.", &[&["Chomsky", "eighth", "most cited scholar"]]),
        ("China is the number two economy.", &[&["China", "number two", "economy"]]),
        ("It was the first visit in years.", &[]),
        ("China is a market.", &[]),
        ("This is the first market.", &[]),
        ("Rescuers feared Hurricane Zebulon, the most destructive storm in Kenya.",
         &[&["Hurricane Zebulon", "most destructive", "most destructive storm in Kenya"]]),
        ("Rescuers feared the storm, the most destructive flood in Kenya.", &[]),
        ("Ann Lee ended up fourth.", &[&["Ann Lee", "fourth"]]),
        ("Kenya suffers the worst power shortage in its history.",
         &[&["power shortage", "worst", "worst power shortage in its history"]]),
        ("The driest rainy season in four decades began.",
         &[&["rainy season", "driest", "driest rainy season in four decades"]]),
        ("The best minister in Kenya spoke.", &[]),
        ("Kenya is the leading producer of tea.", &[&["Kenya", "leading", "leading producer of tea"]]),
        ("Kenya is a leading producer of tea.", &[]),
        ("Kenya and Oman are the leading producers of tea.", &[]),
        ("Kenya was among the first to offer help.", &[&["Kenya", "among the first", "to offer help"]]),
        ("Kenya was among the victors.", &[]),
        ("The festival, one of the most popular in Africa, opened.", &[&["The festival", "one of the most popular", "in Africa"]]),
        ("The festival, one of several in Africa, opened.", &[]),
        ("Firefox is the #2 browser.", &[&["Firefox", "#2", "browser"]]),
        ("The order is the second largest that Boeing has won.", &[&["The order", "second", "largest that Boeing has won"]]),
        ("Ann Lee scored 33 points and was named the best player of the finals.", &[&["Ann Lee", "best", "best player of the finals"]]),
    ];
    check("ranking", cases);
}

#[test]
fn named_happenings() {
    #[rustfmt::skip]
    let cases: &[Case] = &[
        ("The second “Central Asia – Germany” summit was held in Oman.", &[&["The second “Central Asia – Germany” summit"]]),
        ("The Asia – Germany summit was held in Oman.", &[&["Asia – Germany summit"]]),
        ("Ann Lee spoke. #FraidyLee", &[]),
        ("Turnout fell in the January elections.", &[&["January elections"]]),
        ("They spoke after the election on 21 May.", &[&["the election"]]),
        ("Sunday's election was held in Kenya.", &[&["Sunday's election"]]),
        ("They spoke after the election in Kenya.", &[]),
        ("The January election was lost. After the January election, he left.", &[&["the January election"]]),
    ];
    check("event", cases);
}

#[test]
fn other_names() {
    #[rustfmt::skip]
    let cases: &[Case] = &[
        ("The robot, named \"Robogee\", won.", &[&["The robot", "Robogee"]]),
        ("The minister called the plan a \"disgrace\" on Saturday.", &[]),
        ("The minister called the plan the \"gold standard\" of plans.", &[]),
        ("The minister called the Vice President a \"Marxist\".", &[]),
        ("The robot, named \"Robogee,\" won the prize.", &[&["robot", "Robogee"]]),
        ("The vaccine, known as Covaxin, was approved.", &[&["vaccine", "Covaxin"]]),
        ("The vaccine, known as Covaxin, is in Oman.", &[&["vaccine", "Covaxin"]]),
        ("Ann Lee, nicknamed \"Iron Ann\", spoke.", &[&["Ann Lee", "Iron Ann"]]),
        ("Ann Lee, called \"Iron Ann\" by the minister, spoke.", &[]),
        ("Halden Energy N.V. (“Halden” or “the Company”) grew.",
         &[&["Halden Energy N.V.", "Halden"], &["Halden Energy N.V.", "the Company"]]),
        ("The Tea Growers Association (TGA) spoke.", &[&["Tea Growers Association", "TGA"]]),
        ("The Tea Growers Association, or TGA, spoke.", &[&["Tea Growers Association", "TGA"]]),
        ("The United Nations Environment Programme (UNEP) spoke.", &[&["United Nations Environment Programme", "UNEP"]]),
        ("The Tea Growers Association or the minister spoke.", &[]),
        ("They called the plan a mistake.", &[]),
        ("They called the plan \"very good and very bad.\"", &[]),
        ("MARIO Draghi spoke. Mario DRAGHI left.", &[]),
        ("Oman is known for its ships.", &[]),
    ];
    check("alias", cases);
}

#[test]
fn parties_stand_behind_their_members() {
    #[rustfmt::skip]
    let cases: &[Case] = &[
        ("Ann Lee, 45, of the Green Party, spoke.", &[&["Ann Lee", "Green Party"]]),
        ("Ann Lee, of the University of Leeds, spoke.", &[&["Ann Lee", "University of Leeds"]]),
        ("Ann Lee, of the Green Party conference, spoke.", &[]),
        ("Ann Lee, 45, spoke.", &[]),
        ("Ann Lee spoke. Her party, the Green Party, won.", &[&["Her", "Green Party"]]),
        ("Ann Lee spoke. Her boss, the Green Party, won.", &[]),
        ("The International Criminal Court met. Kenya withdrew from the court.", &[&["Kenya", "court"]]),
        ("Kenya withdrew from the court.", &[]),
        ("Sen. Ann Lee (R-Texas) spoke.", &[&["Ann Lee", "R"]]),
        ("Ann Lee (R-rated films only) spoke.", &[]),
        ("Ann Lee's Green Party won.", &[&["Ann Lee", "Green Party"]]),
        ("The Agrarian Party of Deputy Speaker Ann Lee won.", &[&["Ann Lee", "Agrarian Party"]]),
        ("Ann Lee's World Bank lost.", &[]),
    ];
    check("membership", cases);
}

#[test]
fn appointments_that_no_frame_reads() {
    #[rustfmt::skip]
    let cases: &[Case] = &[
        ("Kenya appointed Ann Lee as chief envoy, effective May 1.", &[&["Ann Lee", "chief envoy", "Kenya", "appointed"]]),
    ];
    check("appointment", cases);
}

#[test]
fn ages_have_the_unit_that_is_written() {
    let engine = Engine::new().unwrap();
    for (text, value, unit) in [
        ("A six-week-old strike has ended.", "6", "week"),
        ("The bridge is 150 years old.", "150", "year"),
        ("Ann Lee, 50, left.", "50", "year"),
    ] {
        let document = read(&engine, text);
        let fact = document.said.facts.iter().find(|fact| fact.predicate == "age").unwrap();
        let expected = Filler::Value { value: value.to_owned(), unit: Some(unit.to_owned()) };
        assert_eq!(fact.args.last().unwrap().filler, expected, "{text:?}");
    }
}
