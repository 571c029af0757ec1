//! Quotations as political news and interviews have them, layout by layout, with as much that is none.

mod asides;
mod clauses;
mod nested;
mod news;
mod nouns;
mod politics;
mod reports;

use crate::{Engine, Input, Layers};

/// Content, source and manner of a quotation.
type Row<'a> = (&'a str, &'a str, &'a str);

/// The quotations of `text`, the pieces of a content joined by an ellipsis.
fn found(engine: &Engine, text: &str) -> Vec<(String, String, &'static str)> {
    let input = Input { text: text.to_owned(), ..Input::default() };
    let document = engine.extract(input, Layers::QUOTATIONS).unwrap();
    let slice = |spans: &[crate::Span]| {
        let words: Vec<&str> = spans.iter().map(|&span| document.reading.text.slice(span)).collect();
        words.join(" … ")
    };
    let rows = document.said.quotations.iter();
    rows.map(|row| (slice(&row.content), slice(&row.source), row.manner.name())).collect()
}

fn check(cases: &[(&str, &[Row])]) {
    let engine = Engine::new().unwrap();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let found = found(&engine, text);
            let same = found.len() == expected.len()
                && found
                    .iter()
                    .zip(*expected)
                    .all(|(found, want)| (found.0.as_str(), found.1.as_str(), found.2) == *want);
            (!same).then(|| format!("{text}\n  want {expected:?}\n   got {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn quotations_have_their_content_source_and_manner() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("“The talks failed,” the minister said on Monday.", &[("The talks failed,", "the minister", "direct")]),
        ("The minister said that the talks had failed.", &[("that the talks had failed", "The minister", "indirect")]),
        ("The minister said the talks were “a waste of time”.", &[("the talks were “a waste of time”", "The minister", "mixed")]),
        ("According to the ministry, ten people died.", &[("ten people died", "the ministry", "indirect")]),
        ("He added: \"Nobody came.\"", &[("Nobody came.", "He", "direct")]),
        ("\"Peace is possible.\" - Roberto Maroni", &[("Peace is possible.", "Roberto Maroni", "direct")]),
        ("The minister is sure that they will come.", &[("that they will come", "The minister", "indirect")]),
        ("They called it the “Green Deal”.", &[]),
        ("The minister bought a “smart” car.", &[]),
        ("The film “The Long Road” opens on Friday.", &[]),
        ("The talks failed on Monday.", &[]),
        // Whatever ends early.
        ("", &[]),
        ("said", &[]),
        ("He said", &[]),
        ("He said that", &[]),
        ("He called", &[]),
        ("He told them, “", &[]),
        ("According to", &[]),
        ("The claim that", &[]),
    ];
    check(cases);
}

#[test]
fn direct_quotations_go_on_around_their_cue_and_over_paragraphs() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("“It was hard,” Mr. Lee writes.\n\n“‘Ode’ is a word that they know.\n\n“The crowd booed. It may not matter.”\n\nIt rained.",
         &[("It was hard,", "Mr. Lee", "direct"),
           ("‘Ode’ is a word that they know. … The crowd booed. It may not matter.", "Mr. Lee", "direct")]),
        ("It rained.\n\n“‘Ode’ is a word that they know.”\n\nIt rained.", &[]),
        ("\"The talks failed,\" said Roberto Maroni. \"We will try again.\"",
         &[("The talks failed, … We will try again.", "Roberto Maroni", "direct")]),
        ("“There is no path,” one longtime fundraiser said, “none.”",
         &[("There is no path, … none.", "one longtime fundraiser", "direct")]),
        ("\"This is about trust,\" said Rep. Mark Ellery, R-Dayton, a Garrison ally. \"You must earn it.\"",
         &[("This is about trust, … You must earn it.", "Rep. Mark Ellery, R-Dayton, a Garrison ally", "direct")]),
        ("\"I'll never vote for her,\" said Manuel Zapata, 29, a delegate from California, who wore tape over his mouth.",
         &[("I'll never vote for her,", "Manuel Zapata, 29, a delegate from California, who wore tape over his mouth", "direct")]),
        ("“We're losing women.\n\n“And we're doing nothing about it,” Mr. Garrison continued.",
         &[("We're losing women. … And we're doing nothing about it,", "Mr. Garrison", "direct")]),
        ("“It's unacceptable. It's outrageous,” thundered Sen. John McCain. “And it has to stop now.”",
         &[("It's unacceptable. It's outrageous, … And it has to stop now.", "Sen. John McCain", "direct")]),
        ("“They failed,” Mr. Garrison said.\n\n“And nobody cares.”",
         &[("They failed,", "Mr. Garrison", "direct"), ("And nobody cares.", "Mr. Garrison", "direct")]),
        ("“They failed,” Mr. Garrison said.\n\nThe hall was full. A banner with “We Can Do It” hung there.",
         &[("They failed,", "Mr. Garrison", "direct")]),
        ("Mr. Kasich himself was more cautious: “We'll see.”", &[("We'll see.", "Mr. Kasich himself", "direct")]),
        ("\"The numbers are what they are\" -- that is how Garrison's pollster, Anna Conway, put it.",
         &[("The numbers are what they are", "Garrison's pollster, Anna Conway", "direct")]),
        ("In the words of one aide, “It's a circus.”", &[("It's a circus.", "one aide", "direct")]),
        ("“I,” he began, “am not going anywhere.”", &[("I, … am not going anywhere.", "he", "direct")]),
        ("On Wednesday, Trump fired off a tweet: “The media won't report the facts!”",
         &[("The media won't report the facts!", "Trump", "direct")]),
        ("Asked why he had waited, he replied, “Because I could.”",
         &[("why he had waited", "", "indirect"), ("Because I could.", "he", "direct")]),
        ("\"It's a 6' 2\" wall of nonsense,\" joked Steve Cohen.",
         &[("It's a 6' 2\" wall of nonsense,", "Steve Cohen", "direct")]),
        ("“Brothers and sisters,” he said as the jeers grew, “this is the real world.”",
         &[("Brothers and sisters, … this is the real world.", "he", "direct")]),
        ("\"It is a trap,\" joked Rep. Steve Cohen.", &[("It is a trap,", "Rep. Steve Cohen", "direct")]),
        ("\"We will win\" Trump tweeted.", &[("We will win", "Trump", "direct")]),
        ("‘It is the boys’ fault,’ the minister said. ‘They lost.’",
         &[("It is the boys’ fault, … They lost.", "the minister", "direct")]),
        ("‘‘It is over,’’ the minister said.", &[("It is over,", "the minister", "direct")]),
        ("An aide added, ‘’The talks are over.’’ Mr. Lee left.", &[("The talks are over.", "An aide", "direct")]),
        ("Was he worried? \"Not at all,\" he said.", &[("Not at all,", "he", "direct")]),
        ("\"I didn't say that,\" he insisted.", &[("I didn't say that,", "he", "direct")]),
        ("Sanders said:\n\n“It must be a fantastic speech. Let's see it.”",
         &[("It must be a fantastic speech. Let's see it.", "Sanders", "direct")]),
        ("The ad, titled “Dangerous,” also runs on CNN's “New Day,” she said in May.", &[
            ("The ad, titled “Dangerous,” also runs on CNN's “New Day,”", "she", "mixed")]),
        ("Sanders posted on his page “We have done it all by ourselves.”",
         &[("We have done it all by ourselves.", "Sanders", "direct")]),
        ("“They failed,” Ann Ode said.\n\nHer mother, “after many years in France, left for good.”",
         &[("They failed,", "Ann Ode", "direct")]),
        ("She said that the talks had failed. “We will try again.”",
         &[("that the talks had failed", "She", "indirect"), ("We will try again.", "She", "direct")]),
        ("She knows that the talks had failed. “We Can Do It” is a song.", &[("that the talks had failed", "She", "indirect")]),
        ("“Disgusting,” tweeted Sen. Ann Ode of Ohio.", &[("Disgusting,", "Sen. Ann Ode of Ohio", "direct")]),
        ("“It's sad,” Warren told CBS's “Face the Nation,” before adding, “We don't need that.”",
         &[("It's sad,", "Warren", "direct"), ("We don't need that.", "Warren", "direct")]),
        ("“We are ready,” read a statement from the campaign.", &[("We are ready,", "a statement from the campaign", "direct")]),
        ("“It was,” as Mr. Ode put it, “a bad day.”", &[("It was, … a bad day.", "Mr. Ode", "direct")]),
        ("The audience laughed when she said, “Let's talk about it.”", &[("Let's talk about it.", "she", "direct")]),
        ("Ann Ode, asked about the report, said: “Nobody has to stop.”", &[("Nobody has to stop.", "Ann Ode", "direct")]),
        ("The crowd roared: “No!”", &[("No!", "The crowd", "direct")]),
        ("They left, shouting “Shame on you!” as the vote was announced.", &[("Shame on you!", "They", "direct")]),
        ("“It is a trap,” said Ann Ode, who called the vote “a sideshow.”",
         &[("It is a trap,", "Ann Ode", "direct"), ("the vote “a sideshow.”", "Ann Ode, who", "mixed")]),
        ("“This is a disgrace,” is all she would say.", &[("This is a disgrace,", "she", "direct")]),
        ("The word \"unity\" was on every sign.", &[]),
        ("Today, the so-called \"bathroom bill\" was a step too far.", &[]),
        ("The board was 6' 2\" by 4' 1\" and 2\" thick.", &[]),
    ];
    check(cases);
}

#[test]
fn short_quotations_stay_inside_what_is_reported() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Garrison dismissed the charge as “nonsense.”", &[("the charge as “nonsense.”", "Garrison", "mixed")]),
        ("Trump has called Garrison “a loser” and has refused to endorse him.",
         &[("Garrison “a loser”", "Trump", "mixed"), ("to endorse him", "Trump", "indirect")]),
        ("Podesta responded, calling the speech \"dark\" and \"divisive\" and saying that it \"offered no solutions.\"",
         &[("the speech \"dark\" and \"divisive\"", "Podesta", "mixed"), ("that it \"offered no solutions.\"", "Podesta", "mixed")]),
        ("Garrison also vowed to be the \"champion\" of \"the forgotten men and women.\"",
         &[("to be the \"champion\" of \"the forgotten men and women.\"", "Garrison", "mixed")]),
        ("Clinton, he said, “is a disaster.”", &[("Clinton … is a disaster.", "he", "mixed")]),
        ("The plan is “dead on arrival,” Mr. Ryan said.", &[("The plan is “dead on arrival,”", "Mr. Ryan", "mixed")]),
        ("Trump said on “Fox & Friends” that he was “honored.”", &[("that he was “honored.”", "Trump", "mixed")]),
        ("Clinton told the crowd she was “so proud” of him.", &[("she was “so proud” of him", "Clinton", "mixed")]),
        ("Carson said he would “love” to be considered, but that he's “not holding my breath.”",
         &[("he would “love” to be considered, but that he's “not holding my breath.”", "Carson", "mixed")]),
        ("The senator told supporters “we're going to win” and thanked them.", &[("we're going to win", "The senator", "direct")]),
        ("The two campaigns have traded barbs, with Trump calling Clinton \"crooked\" and Clinton describing him as \"dangerous.\"",
         &[("Clinton \"crooked\"", "Trump", "mixed"), ("him as \"dangerous.\"", "Clinton", "mixed")]),
        ("Lee is “the best person ever to run,” Ode has said repeatedly.",
         &[("Lee is “the best person ever to run,”", "Ode", "mixed")]),
        ("Mr. Ode, appearing on NBC's “Meet the Press,” said he would win.", &[("he would win", "Mr. Ode", "indirect")]),
        ("It is an old point: Ode, she says, is “not fit.”", &[("Ode … is “not fit.”", "she", "mixed")]),
        ("Cruz called it \"an act of desperation,\" and Kasich said it was “sad.”",
         &[("it \"an act of desperation,\"", "Cruz", "mixed"), ("it was “sad.”", "Kasich", "mixed")]),
        ("Critics have dubbed the plan \"Trumpcare.\"", &[]),
        ("His claim that immigrants are \"roaming free\" has angered civil rights groups.",
         &[("that immigrants are \"roaming free\"", "His", "mixed")]),
        ("Mr. Sanders said that “the business model of Wall Street is fraud” and that he would break up the banks.",
         &[("that “the business model of Wall Street is fraud” and that he would break up the banks", "Mr. Sanders", "mixed")]),
    ];
    check(cases);
}

#[test]
fn reports_end_with_their_clause_and_have_their_source_as_a_whole() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("WASHINGTON — Hillary Clinton said Thursday that the plan was dead, warning that it would be a mistake.",
         &[("that the plan was dead", "Hillary Clinton", "indirect"), ("that it would be a mistake", "Hillary Clinton", "indirect")]),
        ("Harwick has said that the loan was small and vowed to amend the filing.",
         &[("that the loan was small", "Harwick", "indirect"), ("to amend the filing", "Harwick", "indirect")]),
        ("Garrison has repeatedly said, without offering evidence, that the election is rigged.",
         &[("that the election is rigged", "Garrison", "indirect")]),
        ("Two advisers who spoke on condition of anonymity said the senator was tired.",
         &[("the senator was tired", "Two advisers who spoke on condition of anonymity", "indirect")]),
        ("The money was gone, his campaign manager, Tom Reyes, told reporters on a conference call.",
         &[("The money was gone", "his campaign manager, Tom Reyes", "indirect")]),
        ("The economy, as the president said, is growing.", &[("The economy … is growing", "the president", "indirect")]),
        ("As the president has said many times, the economy is growing.",
         &[("the economy is growing", "the president", "indirect")]),
        ("Mr. Trump knew about the payment, according to his former lawyer, Michael Cohen, who pleaded guilty in August.",
         &[("Mr. Trump knew about the payment", "his former lawyer, Michael Cohen, who pleaded guilty in August", "indirect")]),
        ("It is believed that more than 30 states will be affected.",
         &[("that more than 30 states will be affected", "", "indirect")]),
        ("Garrison's assertion that crime is rising has been disputed by experts.",
         &[("that crime is rising", "Garrison's", "indirect")]),
        ("Bernie Sanders urged his supporters Monday to support Hillary Clinton.",
         &[("to support Hillary Clinton", "Bernie Sanders", "indirect")]),
        ("Experts expect turnout to be high.", &[("turnout to be high", "Experts", "indirect")]),
        ("Many voters, according to a poll released Sunday, view both candidates unfavorably.",
         &[("Many voters … view both candidates unfavorably", "a poll released Sunday", "indirect")]),
        ("According to the ministry, the minister, who was ill, resigned.",
         &[("the minister, who was ill, resigned", "the ministry", "indirect")]),
        ("According to Professor S D Muni, an expert at the university, the peace talks are over.",
         &[("the peace talks are over", "Professor S D Muni, an expert at the university", "indirect")]),
        ("Many Republicans want the party to speak out, the survey found.",
         &[("Many Republicans want the party to speak out", "the survey", "indirect"),
           ("the party to speak out", "Many Republicans", "indirect")]),
        ("Warren, speaking to reporters after the event, said she was ready.", &[("she was ready", "Warren", "indirect")]),
        ("The White House said that the president stands by the alliance, and press secretary Josh Earnest noted that it matters.",
         &[("that the president stands by the alliance", "The White House", "indirect"),
           ("that it matters", "press secretary Josh Earnest", "indirect")]),
        ("Cummings has called the inquiry a waste of money, and Democrats on the panel have accused Gowdy of leaking documents.",
         &[("the inquiry a waste of money", "Cummings", "indirect"), ("Gowdy of leaking documents", "Democrats on the panel", "indirect")]),
        ("Pelosi, D-Calif., said she is tired.", &[("she is tired", "Pelosi, D-Calif.", "indirect")]),
        ("His lawyer, Joe Tacopina, maintains his client is innocent, saying prosecutors have no case.",
         &[("his client is innocent", "His lawyer, Joe Tacopina", "indirect"),
           ("prosecutors have no case", "His lawyer, Joe Tacopina", "indirect")]),
        ("The chairman has urged the bureau to release more information and suggested Ann Ode had broken the rules.",
         &[("to release more information", "The chairman", "indirect"), ("Ann Ode had broken the rules", "The chairman", "indirect")]),
        ("Minister of Education Stefania Giannini said the talks had failed.",
         &[("the talks had failed", "Minister of Education Stefania Giannini", "indirect")]),
        ("Speaking in the parents' defense, Tom Molomby, SC, said that they should be freed.",
         &[("that they should be freed", "Tom Molomby, SC", "indirect")]),
        ("According to a posting made just over 24 hours ago, the site is down.",
         &[("the site is down", "a posting made just over 24 hours ago", "indirect")]),
        ("Director Ann Ode, in remarks to reporters, said that the talks had failed.",
         &[("that the talks had failed", "Director Ann Ode", "indirect")]),
        ("Mr. Tedeschi told the court that, over the last five months of her life, “her illness played a devastating role.”",
         &[("that, over the last five months of her life, “her illness played a devastating role.”", "Mr. Tedeschi", "mixed")]),
        ("Gov. Ann Ode of Ohio, who lost in May, warned that Republicans risked a defeat, and urged the party to unite.",
         &[("that Republicans risked a defeat", "Gov. Ann Ode of Ohio, who lost in May", "indirect"),
           ("to unite", "Gov. Ann Ode of Ohio, who lost in May", "indirect")]),
        ("Ann Ode, the fiery senator from Ohio, said the talks had failed.",
         &[("the talks had failed", "Ann Ode, the fiery senator from Ohio", "indirect")]),
        ("In Washington, the president, Ann Ode, said the talks had failed.",
         &[("the talks had failed", "the president, Ann Ode", "indirect")]),
        ("Voters would seize on it, says Ann Ode, director of the fund.",
         &[("Voters would seize on it", "Ann Ode, director of the fund", "indirect")]),
        ("The senator said in a lengthy statement that the talks had failed.",
         &[("that the talks had failed", "The senator", "indirect")]),
        ("The senator said the plan is costly and will take time.", &[("the plan is costly and will take time", "The senator", "indirect")]),
        ("The senator said the vote was a mistake — but that no laws were broken.",
         &[("the vote was a mistake — but that no laws were broken", "The senator", "indirect")]),
        ("A spokesman said the Dayton, Ohio, company isn't aware of the report.",
         &[("the Dayton, Ohio, company isn't aware of the report", "A spokesman", "indirect")]),
        ("She explained how she obtained the images.", &[("how she obtained the images", "She", "indirect")]),
        ("The senator was asked if she trusts the bureau.", &[("if she trusts the bureau", "", "indirect")]),
        ("The senator noted that sales had grown, “so there is a lot of hope.”",
         &[("that sales had grown, “so there is a lot of hope.”", "The senator", "mixed")]),
        ("The senator is confident Ann Ode will win, his aides say.",
         &[("The senator is confident Ann Ode will win", "his aides", "indirect"), ("Ann Ode will win", "The senator", "indirect")]),
        ("Ode has accused Oman of fraud, threatened to sue the firm and promised to win.",
         &[("Oman of fraud", "Ode", "indirect"), ("to sue the firm", "Ode", "indirect"), ("to win", "Ode", "indirect")]),
        ("Ode leads by 5 points, according to the latest NBC News/Wall Street Journal survey.",
         &[("Ode leads by 5 points", "the latest NBC News/Wall Street Journal survey", "indirect")]),
        ("According to the ministry over 345 people died near Mecca, Oman.",
         &[("over 345 people died near Mecca, Oman", "the ministry", "indirect")]),
        ("According to the Herald, which first told the story, Ode had been warned.",
         &[("Ode had been warned", "the Herald, which first told the story", "indirect")]),
        ("According to the Herald, Ann Ode, the chairman of the panel, said the flag was old.",
         &[("Ann Ode, the chairman of the panel, said the flag was old", "the Herald", "indirect"),
           ("the flag was old", "Ann Ode, the chairman of the panel", "indirect")]),
        ("According to two people briefed on the talks, Ann Ode had left.",
         &[("Ann Ode had left", "two people briefed on the talks", "indirect")]),
        ("The guns were lost, it was feared yesterday.", &[("The guns were lost", "", "indirect")]),
        ("Both Oman and Kenya have said that the boy was late.", &[("that the boy was late", "Both Oman and Kenya", "indirect")]),
        ("Her opponents, however, are convinced that she broke the law.",
         &[("that she broke the law", "Her opponents", "indirect")]),
        ("His detractors call him a demagogue, a racist and a bully.",
         &[("him a demagogue, a racist and a bully", "His detractors", "indirect")]),
        ("They argued that the law was needed, a claim that many reject.", &[("that the law was needed", "They", "indirect")]),
        ("It was the kind of speech, critics said, that has everything.",
         &[("It was the kind of speech … that has everything", "critics", "indirect")]),
        ("She was taken in and told that the talks had failed.", &[("that the talks had failed", "", "indirect")]),
        ("They are known to the police.", &[]),
        ("The vote, as predicted, was a disaster.", &[]),
        ("Ode has no money, his son Lee said Wednesday.", &[("Ode has no money", "his son Lee", "indirect")]),
        ("Warren, in an interview that was published on Monday, said she was tired.", &[("she was tired", "Warren", "indirect")]),
        ("Ode said on Twitter that the talks had failed.", &[("that the talks had failed", "Ode", "indirect")]),
        ("It is easy to forget that the talks failed.", &[]),
        ("The said decree should be followed.", &[]),
        ("She observed the practice in Oman and tried to spread it.", &[]),
        ("What he wants is a new car.", &[]),
        ("Those who forget history are doomed to repeat it.", &[]),
        ("Mr. McConnell said nothing.", &[]),
        ("Many of the guests, you know, came late.", &[]),
        ("She watched the crowd reach the gate.", &[]),
        ("What the theory is called is unknown.", &[]),
        ("The promise that he made was false.", &[]),
        ("The street was named for a mayor.", &[]),
    ];
    check(cases);
}

#[test]
fn news_is_read_whatever_the_tagger_and_the_arcs_make_of_it() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        // Marks, layout and long quotations.
        ("“We had a deal,” Mrs. Ode shot back, “and he broke it.”",
         &[("We had a deal, … and he broke it.", "Mrs. Ode", "direct")]),
        ("“We know it,” Ode said. “First the shootings, then the protests.\n\n“All of it has left us wounded.”",
         &[("We know it, … First the shootings, then the protests. … All of it has left us wounded.", "Ode", "direct")]),
        ("“He is wrong,” she said. “I tell him, ‘He is lying.’ ”",
         &[("He is wrong, … I tell him, ‘He is lying.’", "she", "direct"), ("He is lying.", "I", "direct")]),
        ("Cummings, in a statement: “The American people are sick of this.”",
         &[("The American people are sick of this.", "Cummings", "direct")]),
        ("“How many must there be?” asked Webb's aunt, Loretta Simms, as supporters cheered.",
         &[("How many must there be?", "Webb's aunt, Loretta Simms", "direct")]),
        ("House Speaker Paul Lee (R-Wis.) described the remark as “a racist comment.”",
         &[("the remark as “a racist comment.”", "House Speaker Paul Lee (R-Wis.)", "mixed")]),
        ("Everybody left the hall “in a hurry, the shot went wide.", &[]),
        // Where the content ends.
        ("The mayor has vowed to build a wall and make Mexico pay for it.",
         &[("to build a wall and make Mexico pay for it", "The mayor", "indirect")]),
        ("The mayor said on Tuesday that he would go, but he called the plan “careless.”",
         &[("that he would go", "The mayor", "indirect"), ("the plan “careless.”", "he", "mixed")]),
        ("The mayor said that his plan would create jobs, calling it “the best plan ever.”",
         &[("that his plan would create jobs", "The mayor", "indirect"), ("it “the best plan ever.”", "The mayor", "mixed")]),
        ("The mayor said the plan lacked detail — a charge that her aides have rejected.",
         &[("the plan lacked detail", "The mayor", "indirect")]),
        ("The mayor has told members they are free to “drop him,” according to two senators.", &[
            ("The mayor has told members they are free to “drop him,”", "two senators", "mixed"),
            ("they are free to “drop him,”", "The mayor", "mixed")]),
        // Who it is.
        ("The vote drew fury from Republicans, who said the system was rigged.",
         &[("the system was rigged", "Republicans, who", "indirect")]),
        ("According to the center, a group that tracks money, the campaign has spent millions.",
         &[("the campaign has spent millions", "the center, a group that tracks money", "indirect")]),
        ("The mayor has warned him that he could lose, said a person close to both men.", &[
            ("The mayor has warned him that he could lose", "a person close to both men", "indirect"),
            ("that he could lose", "The mayor", "indirect")]),
        // Relative clauses, nouns and phrases.
        ("The price increase, which Bresch said had paid for better access, is the subject of three inquiries.",
         &[("had paid for better access", "Bresch", "indirect")]),
        ("The best that they could say was that it rained.", &[]),
        ("He was referring to a remark Mrs. Ode made in March that her plan would fail.",
         &[("that her plan would fail", "Mrs. Ode", "indirect")]),
        ("A third claim, that Ode stole the money, is false.", &[("that Ode stole the money", "", "indirect")]),
        ("The claim Ode made in March was false.", &[]),
        ("It would be, in Ode's words, “a bandage on a wound.”", &[("It would be … a bandage on a wound.", "Ode's", "mixed")]),
        ("He put it in plain words.", &[]),
        // Who does what behind a comma, and who does not.
        ("The governor vetoed a bill on schools that would have hurt students, saying it was “a mistake.”",
         &[("it was “a mistake.”", "The governor", "mixed")]),
        ("It was backed by businesses, which warned of boycotts.", &[("of boycotts", "businesses, which", "indirect")]),
        ("“It is a betrayal,” read a statement by the council, which helped draft the bill.",
         &[("It is a betrayal,", "a statement by the council, which helped draft the bill", "direct")]),
        ("He demanded that Lee answer for things Ode has said.",
         &[("that Lee answer for things Ode has said", "He", "indirect")]),
        ("Not so, said the mayor's spokesman, Marc Lee.", &[("Not so", "the mayor's spokesman, Marc Lee", "indirect")]),
        ("He spent the money to settle lawsuits that involved his firms, according to a review of court records.",
         &[("He spent the money to settle lawsuits that involved his firms", "a review of court records", "indirect")]),
        ("The office declined to comment when asked whether it would act.", &[("to comment", "The office", "indirect")]),
        ("Asked what would satisfy them, he was blunt: “Nothing she can say.”",
         &[("what would satisfy them", "", "indirect"), ("Nothing she can say.", "he", "direct")]),
        ("Asked on Friday whether it was late, Ann Ode, the mayor of Lima, said it was.",
         &[("whether it was late", "", "indirect"), ("it was", "Ann Ode, the mayor of Lima", "indirect")]),
        ("Asked, she said it was.", &[("it was", "she", "indirect")]),
        ("The question, he told the crowd, was when.", &[("The question … was when", "he", "indirect")]),
        ("The trip was meant, advisers said, to show that he could lead.",
         &[("The trip was meant … to show that he could lead", "advisers", "indirect")]),
        ("The secretary said the president's view is that the law has failed.", &[
            ("the president's view is that the law has failed", "The secretary", "indirect"),
            ("that the law has failed", "the president's", "indirect")]),
        ("“I am ready,” said Ode, D-Mass., a favorite of the left.",
         &[("I am ready,", "Ode, D-Mass., a favorite of the left", "direct")]),
        ("The campaign ran an ad claiming that he was reckless.", &[("that he was reckless", "an ad", "indirect")]),
        ("The group said it opposed Lee, claiming he was “hostile.”",
         &[("it opposed Lee", "The group", "indirect"), ("he was “hostile.”", "The group", "mixed")]),
        ("The speaker told lawmakers on a conference call that he would no longer defend him.",
         &[("that he would no longer defend him", "The speaker", "indirect")]),
        ("“Did you have any idea?” she was asked by investigators.", &[("Did you have any idea?", "investigators", "direct")]),
        // Headlines.
        ("Ryan Says House Will Vote on Gun Measure Next Week\n\nThe House met on Monday.",
         &[("House Will Vote on Gun Measure Next Week", "Ryan", "indirect")]),
        ("Tax Plan Would Add $5 Trillion to Debt, Analysis Says\n\nThe House met on Monday.",
         &[("Tax Plan Would Add $5 Trillion to Debt", "Analysis", "indirect")]),
        ("Poll: Clinton leads Trump by 4 points in Ohio\n\nThe House met on Monday.",
         &[("Clinton leads Trump by 4 points in Ohio", "Poll", "indirect")]),
        ("House Will Vote on Gun Measure Next Week\n\nThe House met on Monday.", &[]),
    ];
    check(cases);
}

#[test]
fn news_whose_phrases_stand_between_source_cue_and_content() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        // Phrases behind who says it.
        ("A person briefed on the matter said Monday that the campaign was broke.",
         &[("that the campaign was broke", "A person briefed on the matter", "indirect")]),
        ("People familiar with Acme said its board is not likely to meet before next week.",
         &[("its board is not likely to meet before next week", "People familiar with Acme", "indirect")]),
        ("Both the union and the airline say there will be no delays.",
         &[("there will be no delays", "Both the union and the airline", "indirect")]),
        ("The university, which rose in the lists by urging its staff to write, apologized.",
         &[("to write", "The university", "indirect")]),
        ("Mr Winter says the losses have been high.", &[("the losses have been high", "Mr Winter", "indirect")]),
        ("The first step toward understanding how it works is to count it.", &[]),
        // Who says the next thing.
        ("Mr. Ode said, “I can see why,” but said the banks “broke even.”",
         &[("I can see why,", "Mr. Ode", "direct"), ("the banks “broke even.”", "Mr. Ode", "mixed")]),
        ("Firefighters are hoping lighter winds will help but are predicting “nasty” weather.",
         &[("lighter winds will help", "Firefighters", "indirect"), ("“nasty” weather", "Firefighters", "mixed")]),
        ("It is fair to say that the show is a success.", &[("that the show is a success", "", "indirect")]),
        ("It is easy to forget that the show is a success.", &[]),
        // Where the content begins and ends.
        ("A spokesman says the earthquake, which came at night, follows a larger one.",
         &[("the earthquake, which came at night, follows a larger one", "A spokesman", "indirect")]),
        ("A spokesman said it is too early to say how it would be built, or how much it would cost.",
         &[("it is too early to say how it would be built, or how much it would cost", "A spokesman", "indirect")]),
        ("Mr. Ode warned that the dispute was “tense” and any small act could lead to war.",
         &[("that the dispute was “tense” and any small act could lead to war", "Mr. Ode", "mixed")]),
        ("Mr. Ode warned that the dispute was “tense” and walked out.",
         &[("that the dispute was “tense”", "Mr. Ode", "mixed")]),
        ("Fires that threaten homes are burning.", &[]),
        // Paragraphs of one quotation that have become one.
        ("“We are ready,” she said. “We have no rain. “In fact, we have wind.”",
         &[("We are ready, … We have no rain. … In fact, we have wind.", "she", "direct")]),
        // Whose words those in marks are.
        ("“For business,” Ode had said as she finished her speech, “it is essential.”",
         &[("For business, … it is essential.", "Ode", "direct")]),
        ("“It failed.” (Others say that it worked.)", &[("that it worked", "Others", "indirect")]),
        ("“Is that right?” Lee asked. “Is it?”\n\n“It can be true. It can be false.”",
         &[("Is that right? … Is it?", "Lee", "direct")]),
        ("“I am here to hear what he says,” Ode said, raising his voice and telling Lee to sit down.", &[
            ("I am here to hear what he says,", "Ode", "direct"),
            ("what he says", "I", "direct"),
            ("to sit down", "Ode", "indirect")]),
        ("Mann calls the arguments for the plan, “bad advice.”", &[("the arguments for the plan, “bad advice.”", "Mann", "mixed")]),
        ("The most politically charged change comes in May.", &[]),
        ("Is it not the case that the drugs work?", &[]),
        ("It is good news for the millions expected by the club to leave.", &[("to leave", "the club", "indirect")]),
        // Nouns and participles that look like finite verbs.
        ("Mr. Trump rejected claims that he had lied.",
         &[("claims that he had lied", "Mr. Trump", "indirect"), ("that he had lied", "", "indirect")]),
        ("Police arrested two men accused of fraud.", &[]),
        ("The plane was hit by a wind known as the fohn.", &[]),
        ("Union leaders say workers and the unemployed will not stop.",
         &[("workers and the unemployed will not stop", "Union leaders", "indirect")]),
        ("He says at the time of the talks, legal rules were clear.",
         &[("at the time of the talks, legal rules were clear", "He", "indirect")]),
        ("The radio quoted one witness as saying that people ran.", &[("that people ran", "one witness", "indirect")]),
        ("He relied on officials at the time, who told him not to go.", &[("not to go", "officials at the time, who", "indirect")]),
        // What stands before and behind who says it.
        ("Even before the vote, the panel led by Ann Ode had vowed to look at it.",
         &[("to look at it", "the panel led by Ann Ode", "indirect")]),
        ("“It is late,” said one official, referring to the vote.", &[("It is late,", "one official", "direct")]),
        ("Mr. Ode, convicted with Mr. Lee, denied any deal.", &[("any deal", "Mr. Ode, convicted with Mr. Lee", "indirect")]),
        ("Mr. Ode calls the rule not only unfair but dumb.", &[("the rule not only unfair but dumb", "Mr. Ode", "indirect")]),
        ("The law says that the deficit in fiscal 1990, which began Oct. 1, can't grow.",
         &[("that the deficit in fiscal 1990, which began Oct. 1, can't grow", "The law", "indirect")]),
        ("It was built to “carry two people,” according to the man who ordered it.",
         &[("It was built to “carry two people,”", "the man who ordered it", "mixed")]),
        ("And, according to a report, the air is cleaner.", &[("the air is cleaner", "a report", "indirect")]),
        ("At least according to a report, the air is cleaner.", &[("the air is cleaner", "a report", "indirect")]),
        ("However, Mr. Ode argues, his client had orders.", &[("his client had orders", "Mr. Ode", "indirect")]),
        ("His purpose, he said in a memoir, was to help.", &[("His purpose … was to help", "he", "indirect")]),
        ("The woman who wants to leave the camp has found no help.",
         &[("to leave the camp", "The woman who", "indirect")]),
        ("Nothing doing, said Mr. Ode.", &[("Nothing doing", "Mr. Ode", "indirect")]),
        ("New threats against airlines keep coming in “over the transom,” says a TV commentator.",
         &[("New threats against airlines keep coming in “over the transom,”", "a TV commentator", "mixed")]),
        ("An earlier lottery, established in 1869 by two brothers, was so corrupt that other states banned it.", &[]),
        ("The long-ruling general, addressing the assembly, insisted that his rule was mild.",
         &[("that his rule was mild", "The long-ruling general", "indirect")]),
        ("What a chance to sit in front of a fire, he thought.",
         &[("What a chance to sit in front of a fire", "he", "indirect")]),
        ("On Monday, he said.", &[]),
        ("Mr. Shelby, asked whether his move was sincere, delivered the reply.", &[]),
        ("Mr. Ode said he came, saw, and conquered.", &[("he came, saw, and conquered", "Mr. Ode", "indirect")]),
        ("Mr. Shelby asked whether the move was sincere, and walked out.", &[("whether the move was sincere", "Mr. Shelby", "indirect")]),
        ("Sources close to the campaign tell CNN that he will drop out.",
         &[("that he will drop out", "Sources close to the campaign", "indirect")]),
        ("Some 46 percent said they would go, and 45 percent said they would not.", &[
            ("they would go", "Some 46 percent", "indirect"), ("they would not", "45 percent", "indirect")]),
        ("“I like him,” said one. “I hate him,” said the other.",
         &[("I like him,", "one", "direct"), ("I hate him,", "the other", "direct")]),
    ];
    check(cases);
}
