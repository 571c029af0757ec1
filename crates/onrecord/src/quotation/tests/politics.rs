//! Political news in its layouts, and what campaign news reports in less than a clause, in passives, in plans and refusals,
//! and where marks are missing.

use super::{Row, check};

#[test]
fn plans_and_refusals_are_the_sources_own() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The senator is considering running for governor.", &[("running for governor", "The senator", "indirect")]),
        ("The senator considered the offer.", &[]),
        ("The senator declined to comment on the report.", &[("to comment on the report", "The senator", "indirect")]),
        ("She declined to say whether she would run.", &[("whether she would run", "She", "indirect")]),
        ("The senator declined the offer.", &[]),
        ("The senator refused Thursday to back the bill.", &[("to back the bill", "The senator", "indirect")]),
        ("Mr. Lee, the Green nominee, hopes to win Ohio.", &[("to win Ohio", "Mr. Lee, the Green nominee", "indirect")]),
        ("He once pledged to support the nominee.", &[("to support the nominee", "He", "indirect")]),
        ("The plan the senator hopes to pass would cut taxes.", &[("to pass", "the senator", "indirect")]),
        ("Some 200 of the guns Mr. Lee wants to buy are old.", &[("to buy", "Mr. Lee", "indirect")]),
        ("The boys were not taught to think for themselves but to follow.", &[]),
        ("Considering that it rained, turnout was high.", &[]),
        ("Assuming that they win, the plan is dead.", &[]),
        ("Mr. Lee should apologize for the delay.", &[]),
    ];
    check(cases);
}

#[test]
fn what_people_are_called_and_compared_to() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("What Mr. Lee called a “carnival of lies” has become an issue.",
         &[("a “carnival of lies”", "Mr. Lee", "mixed")]),
        ("Mr. Lee called him “Little Marco.”", &[("him “Little Marco.”", "Mr. Lee", "mixed")]),
        ("Mr. Lee called her a “Marxist” on Saturday.", &[("her a “Marxist”", "Mr. Lee", "mixed")]),
        ("Mr. Lee called the book “War and Peace.”", &[]),
        ("In 2012 Mr. Lee was seen as weak in Ohio.", &[("Mr. Lee … as weak in Ohio", "", "indirect")]),
        ("The island is known as a port.", &[]),
        ("The plan, described by critics as a failure, will end.",
         &[("The plan … as a failure", "critics", "indirect")]),
        ("The plan, described in detail, will end.", &[]),
        ("The move came two months after a federal appeals court struck down much of the law, ruling that it was void.",
         &[("that it was void", "a federal appeals court", "indirect")]),
        ("Senators who have voiced concerns that it would fail are few.",
         &[("concerns that it would fail", "Senators who", "indirect")]),
        ("Mr. Lee led in the polls and is now said to be ill.", &[("Mr. Lee … to be ill", "", "indirect")]),
        ("The talks ended due to the judge in the case ruling that it was late.",
         &[("that it was late", "the judge in the case", "indirect")]),
        ("Friends describe her as tired but at peace.", &[("her as tired but at peace", "Friends", "indirect")]),
        ("Friends describe her as tired but she is glad.", &[("her as tired", "Friends", "indirect")]),
        ("Ode blamed him for the loss during a call.", &[("him for the loss", "Ode", "indirect")]),
        ("Mr. Lee likened the inquiry to a “lynch mob.”", &[("the inquiry to a “lynch mob.”", "Mr. Lee", "mixed")]),
        ("The tables compared to the chairs are old.", &[]),
        ("Aides accused Mr. Lee of stealing and disclosing emails.",
         &[("Mr. Lee of stealing and disclosing emails", "Aides", "indirect")]),
    ];
    check(cases);
}

#[test]
fn voices_and_verbs_that_only_their_place_makes_verbs_of_saying() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Chants of “Lock her up!” broke out.", &[("Lock her up!", "", "direct")]),
        ("Shouts of “Shame!” from the crowd drowned him out.", &[("Shame!", "the crowd", "direct")]),
        ("The word “liberty” has seven letters.", &[]),
        ("The reply from the board’s chief executive, Mr. Lee: “Amen.”", &[("Amen.", "the board’s chief executive, Mr. Lee", "direct")]),
        ("The reply from Ohio was “liberty” again.", &[]),
        ("“Ann has experience,” Mr. Lee allowed.", &[("Ann has experience,", "Mr. Lee", "direct")]),
        ("“Ann has experience,” the sign glowed.", &[]),
        ("“Ann has experience,” allowed Mr. Jan Lee, the mayor.", &[("Ann has experience,", "Mr. Jan Lee, the mayor", "direct")]),
        ("LAS VEGAS ― Mr. Lee said he would “accept” the results ― “if I win.”",
         &[("he would “accept” the results ― “if I win.”", "Mr. Lee", "mixed")]),
        ("“He needs to say it,” one aide, who did not want to be quoted by name, told the paper.",
         &[("He needs to say it,", "one aide, who did not want to be quoted by name", "direct")]),
        ("“It is over,” Mr. Lee, widely known as Bo, said.", &[("It is over,", "Mr. Lee", "direct")]),
        ("It became a cry for conservatives who say the media is late.", &[("the media is late", "conservatives who", "indirect")]),
        ("He credits her with refusing to let him “become a victim.”",
         &[("her with refusing to let him “become a victim.”", "He", "mixed")]),
        ("Ben Carson: Poverty ‘a state of mind’\n\nIt rained.", &[("Poverty ‘a state of mind’", "Ben Carson", "mixed")]),
        ("Ben Carson: An Interview with the ‘Mets Poet’\n\nIt rained.", &[]),
        ("Mr. Lee answered with one word: “No.”", &[("No.", "Mr. Lee", "direct")]),
    ];
    check(cases);
}

#[test]
fn marks_that_are_missing() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("And with his record, it was clear how the two fit,” said Ann Ode, an analyst.",
         &[("And with his record, it was clear how the two fit,", "Ann Ode, an analyst", "direct")]),
        ("“It can be checked,” said Ann Ode. “It won't happen here.",
         &[("It can be checked, … It won't happen here.", "Ann Ode", "direct")]),
        ("Ten men went to the “front and were never seen again.", &[]),
        ("The various” camps met, and the men left.", &[]),
    ];
    check(cases);
}

#[test]
fn contents_end_where_the_author_goes_on() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("They say they have the votes; the bill will fail on Monday.", &[("they have the votes", "They", "indirect")]),
        ("Mr. Lee said nothing had been found and accused Ms. Ode of fraud.",
         &[("nothing had been found", "Mr. Lee", "indirect"), ("Ms. Ode of fraud", "Mr. Lee", "indirect")]),
        ("Mr. Lee said he had been late, though he did not elaborate.", &[("he had been late", "Mr. Lee", "indirect")]),
        ("Whether she can win, Mr. Lee said, depends on Ohio.",
         &[("Whether she can win … depends on Ohio", "Mr. Lee", "indirect")]),
        ("Mr. Lee said that, contrary to what Ms. Ode claims, fraud is rare.",
         &[("that, contrary to what Ms. Ode claims, fraud is rare", "Mr. Lee", "indirect")]),
        ("Mr. Lee argued Thursday, as he has before, that fraud is rare.",
         &[("that fraud is rare", "Mr. Lee", "indirect")]),
        ("Mr. Lee's proposal to ban them from entering the country was condemned.",
         &[("to ban them from entering the country", "Mr. Lee's", "indirect")]),
        ("The senator's message was simple: The system is broken.",
         &[("The system is broken", "The senator's", "indirect")]),
        ("The senator's message was simple.", &[]),
    ];
    check(cases);
}

#[test]
fn clauses_that_other_words_hide() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Mr. Lee told reporters he was late.", &[("he was late", "Mr. Lee", "indirect")]),
        ("Mr. Lee told CNN's Ann Ode he was “late.”", &[("he was “late.”", "Mr. Lee", "mixed")]),
        ("Mr. Lee told reporters.", &[]),
        ("Mr. Lee has claimed without evidence that it rained.", &[("that it rained", "Mr. Lee", "indirect")]),
        ("Mr. Lee said any suggestion of fraud was absurd.",
         &[("any suggestion of fraud was absurd", "Mr. Lee", "indirect")]),
        ("Mr. Lee said she and her husband had been late.",
         &[("she and her husband had been late", "Mr. Lee", "indirect")]),
        ("As president, Mr. Lee says, he would get along with both.",
         &[("As president … he would get along with both", "Mr. Lee", "indirect")]),
        ("As he left, Mr. Lee waved.", &[]),
        ("There is no question, Mr. Lee said, that it works.",
         &[("There is no question … that it works", "Mr. Lee", "indirect")]),
        ("The idea was, in the words of one aide, “absurd.”", &[("The idea was … absurd.", "one aide", "mixed")]),
        ("“I am no politician,” Mr. Lee likes to say.", &[("I am no politician,", "Mr. Lee", "direct")]),
        ("Polls, he said, showed him ahead.", &[("Polls … showed him ahead", "he", "indirect"), ("him ahead", "Polls", "indirect")]),
        ("“I am proud of it,” Ms. Ode said. Then, after a pause: “It was hard.”", &[("I am proud of it, … It was hard.", "Ms. Ode", "direct")]),
        ("“I am proud of it,” Ms. Ode said. Then, the senator: “It is void.”",
         &[("I am proud of it,", "Ms. Ode", "direct"), ("It is void.", "the senator", "direct")]),
        ("“It is void,” said the official, who was not authorized to speak publicly and insisted on anonymity.",
         &[("It is void,", "the official, who was not authorized to speak publicly and insisted on anonymity", "direct")]),
        ("“It is void,” said the official, who was not authorized to speak publicly, and walked out.",
         &[("It is void,", "the official, who was not authorized to speak publicly", "direct")]),
        ("Three women said he kissed them, accusations that he called “false.”",
         &[("he kissed them, accusations that he called “false.”", "Three women", "mixed"), ("false.", "he", "direct")]),
        ("It remains to be seen whether they will come.", &[]),
        ("Officials: Russia Behind Hack of Committee\n\nIt rained in Ohio on Monday.",
         &[("Russia Behind Hack of Committee", "Officials", "indirect")]),
        ("Weather: Heavy Rain in Ohio\n\nIt rained in Ohio on Monday.", &[]),
    ];
    check(cases);
}

#[test]
fn political_news_in_its_many_layouts() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        // Headlines with a speaker, and with a topic.
        ("Ann Carter: The plan would ruin the country\n\nThe senator left.", &[("The plan would ruin the country", "Ann Carter", "indirect")]),
        ("Police: Two men were held in Ohio\n\nThey left.", &[("Two men were held in Ohio", "Police", "indirect")]),
        ("Ohio: The state that decides\n\nThey left.", &[]),
        // What is blamed, and on whom.
        ("Ann Ode criticized the senator for hiding his returns.", &[("the senator for hiding his returns", "Ann Ode", "indirect")]),
        ("Ann Ode waited for the senator.", &[]),
        // “…,” somebody calls it; a title before its noun.
        ("“A total disgrace,” Ann Ode calls the trade deal.", &[("A total disgrace, … the trade deal", "Ann Ode", "mixed")]),
        ("In his book, “The Art of War,” Ode wrote that it was over.", &[("that it was over", "Ode", "indirect")]),
        // The subject of words in marks stands before them.
        ("Ode fired back, saying Lee “will go down as the worst president.”", &[("Lee “will go down as the worst president.”", "Ode", "mixed")]),
        ("Ode said she was “not there yet” on backing Lee, and left.", &[("she was “not there yet” on backing Lee", "Ode", "mixed")]),
        // Where the next thing begins.
        ("Ode said that Lee was unfit, and he asked Republicans why they back him.",
         &[("that Lee was unfit", "Ode", "indirect"), ("why they back him", "he", "indirect")]),
        // Unnamed sources.
        ("She plans to leave, according to a person close to the campaign.",
         &[("She plans to leave", "a person close to the campaign", "indirect"), ("to leave", "She", "indirect")]),
        ("“It is math,” shrugged one.", &[("It is math,", "one", "direct")]),
        ("Added Miller: “I trust him.”", &[("I trust him.", "Miller", "direct")]),
        // Infinitives in marks, asides and adverbs.
        ("McConnell advised Ode to “get on message.”", &[("to “get on message.”", "McConnell", "mixed")]),
        ("He promised that, if elected, his nominees would overturn it.", &[("that, if elected, his nominees would overturn it", "He", "indirect")]),
        ("Ode remains convinced that he can win Ohio.", &[("that he can win Ohio", "Ode", "indirect")]),
        ("Ode remains in the race.", &[]),
        ("He noted, too, that summer had begun.", &[("that summer had begun", "He", "indirect")]),
        ("Lee said that it was over, though he conceded that it had been close.",
         &[("that it was over", "Lee", "indirect"), ("that it had been close", "he", "indirect")]),
        ("The report explains what the plan is, why he made it, and how it grew.",
         &[("what the plan is, why he made it, and how it grew", "The report", "indirect")]),
        ("Plans were made, his son Lee said Wednesday.", &[("Plans were made", "his son Lee", "indirect")]),
        ("The committee called it the most divisive speech in decades.", &[("it the most divisive speech in decades", "The committee", "indirect")]),
        ("“I will not come and say, ‘Thank you,’” he said.",
         &[("I will not come and say, ‘Thank you,’", "he", "direct"),
           ("Thank you,", "I", "direct")]),
        ("“It was tough,” said campaign chairman Paul Ode, who left.", &[("It was tough,", "campaign chairman Paul Ode, who left", "direct")]),
        ("Ann Ode accepted with a promise to restore order.", &[("to restore order", "Ann Ode", "indirect")]),
        ("The officials believe Obama will be a powerful asset, and Democrats hope to use him to energize young voters.",
         &[("Obama will be a powerful asset", "The officials", "indirect"), ("to use him to energize young voters", "Democrats", "indirect")]),
        ("Two people who spoke on condition of anonymity because they feared for their jobs, said the meeting had been tense.",
         &[("the meeting had been tense", "Two people who spoke on condition of anonymity because they feared for their jobs", "indirect")]),
        ("Aides said privately they had left the race.", &[("they had left the race", "Aides", "indirect")]),
    ];
    check(cases);
}

#[test]
fn answers_shares_and_asides_of_campaign_news() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The Clinton campaign called that \"ridiculous.\"", &[("that \"ridiculous.\"", "The Clinton campaign", "mixed")]),
        ("Ode described that as “ridiculous.”", &[("that as “ridiculous.”", "Ode", "mixed")]),
        ("Ode saw that as a mistake.", &[("that as a mistake", "Ode", "indirect")]),
        ("Some plan to stay home.", &[("to stay home", "Some", "indirect")]),
        ("The plan to stay home failed.", &[]),
        ("They have decided, reluctantly, to vote for Ode.", &[("to vote for Ode", "They", "indirect")]),
        ("Ode, a veteran analyst, says probably not.", &[("probably not", "Ode, a veteran analyst", "indirect")]),
        ("Ann Ode, who ran the campaigns, isn’t so sure: “It feeds a narrative that she has had to fight.”",
         &[("It feeds a narrative that she has had to fight.", "Ann Ode, who ran the campaigns", "direct")]),
        ("It found three that were marked secret.", &[]),
        ("Ode said it was “wrong.” (He left.) It rained.", &[("it was “wrong.”", "Ode", "mixed")]),
        ("She has maintained she never lied, a defense that the director undercut.",
         &[("she never lied", "She", "indirect")]),
        ("She said he was a man that nobody trusted.", &[("he was a man that nobody trusted", "She", "indirect")]),
        ("He mocked Mr. Trump — “a guy who spent 70 years here,” as he put it — and left.",
         &[("a guy who spent 70 years here,", "he", "direct")]),
        ("He dismissed the suggestion that Kenya was behind it as “absurd.”",
         &[("the suggestion that Kenya was behind it as “absurd.”", "He", "mixed"),
           ("that Kenya was behind it", "", "indirect")]),
        ("The crowd took up a chant: “Not a clue! Not a clue!”", &[("Not a clue! Not a clue!", "The crowd", "direct")]),
        ("He refuses to use the words “radical Islam.”", &[("to use the words “radical Islam.”", "He", "mixed")]),
        ("He urged them to reject a “dangerous” man.", &[("to reject a “dangerous” man", "He", "mixed")]),
        ("Only 12% think it is late, while 33% say it is not.",
         &[("it is late", "Only 12%", "indirect"), ("it is not", "33%", "indirect")]),
        ("Ode Says Lee ‘Unfit’ to Be President\n\nIt rained in Ohio on Monday.", &[("Lee ‘Unfit’ to Be President", "Ode", "mixed")]),
        ("She described him as thin-skinned, quick to anger and very old.",
         &[("him as thin-skinned, quick to anger and very old", "She", "indirect")]),
        ("She described him as rash, and Lee described him as old.",
         &[("him as rash", "She", "indirect"), ("him as old", "Lee", "indirect")]),
        ("She mocked Mr. Lee for his remark that he could learn all he needed from the shows.",
         &[("Mr. Lee for his remark that he could learn all he needed from the shows", "She", "indirect"),
           ("that he could learn all he needed from the shows", "his", "indirect")]),
        ("So when she says he is late, they hear a joke.", &[("he is late", "she", "indirect")]),
        ("Delegates shouted “Say his name!” and “Go home!”", &[("Say his name! … Go home!", "Delegates", "direct")]),
        ("She was led out because, officials said, they feared for her safety.",
         &[("they feared for her safety", "officials", "indirect")]),
        ("When a man told him to “get over it,” Mr. Ode replied: “This is no game.”",
         &[("to “get over it,”", "a man", "mixed"), ("This is no game.", "Mr. Ode", "direct")]),
        ("Neither campaign would say how much it had spent.", &[("how much it had spent", "Neither campaign", "indirect")]),
        ("Few in the party doubt that she will win, but many question whether she can govern.",
         &[("that she will win", "Few in the party", "indirect"), ("whether she can govern", "many", "indirect")]),
        ("Reports that his aide was ill were wrong, he said.",
         &[("Reports that his aide was ill were wrong", "he", "indirect"), ("that his aide was ill", "", "indirect")]),
        ("The feeling among many voters is that the race is over.",
         &[("that the race is over", "many voters", "indirect")]),
        ("There is growing concern within the party that he will lose.",
         &[("that he will lose", "the party", "indirect")]),
        ("Her argument: that experience matters.", &[("that experience matters", "Her", "indirect")]),
        ("His message to voters was simple: “I alone can fix it.”", &[("I alone can fix it.", "His", "direct")]),
        ("The headline in The New York Post was blunt: “Ford to City: Drop Dead.”",
         &[("Ford to City: Drop Dead.", "The headline in The New York Post", "direct")]),
        ("“There is no question,” she told CNN, that the server was a mistake.",
         &[("There is no question, … that the server was a mistake", "she", "mixed")]),
        ("Critics, among them Senator Ann Lee, say the deal gives Iran too much.",
         &[("the deal gives Iran too much", "Critics, among them Senator Ann Lee", "indirect")]),
        ("A letter from 17 scholars warning of a crisis was made public on Monday.",
         &[("of a crisis", "A letter from 17 scholars", "indirect")]),
        ("He told the crowd, “I will never let you down,” and they roared.",
         &[("I will never let you down,", "He", "direct")]),
        ("She promised, if elected, to name a prosecutor.", &[("to name a prosecutor", "She", "indirect")]),
        ("Asked by Mr. Lee if he had met him, Mr. Ode said he had not.",
         &[("if he had met him", "Mr. Lee", "indirect"), ("he had not", "Mr. Ode", "indirect")]),
        ("He made it known that he wanted the job.", &[("that he wanted the job", "He", "indirect")]),
        ("He called “ridiculous” the idea that he would quit.",
         &[("“ridiculous” the idea that he would quit", "He", "mixed"), ("that he would quit", "He", "indirect")]),
        ("They dismissed as “silly” the notion that she would go.",
         &[("as “silly” the notion that she would go", "They", "mixed")]),
        ("As first reported by the Courier, the group has lied.", &[("the group has lied", "the Courier", "indirect")]),
    ];
    check(cases);
}

#[test]
fn words_in_marks_inside_reports() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The president’s “failed policies,” as Mr. Ode calls them, have hurt farmers.",
         &[("failed policies,", "Mr. Ode", "direct")]),
        ("The law, as Mr. Ode calls it, has hurt farmers.", &[]),
        ("She is “a disaster,” Mr. Ode said, and her plan is “worse.”",
         &[("She is “a disaster,” … and her plan is “worse.”", "Mr. Ode", "mixed")]),
        ("She is “a disaster,” Mr. Ode said, and left.", &[("She is “a disaster,”", "Mr. Ode", "mixed")]),
        ("He said farmers were “great,” “wonderful” and “the best.”",
         &[("farmers were “great,” “wonderful” and “the best.”", "He", "mixed")]),
        ("The farmers — “great people,” he said — cheered.", &[("great people,", "he", "direct")]),
        ("The farmers (“great people,” he said) cheered.", &[("great people,", "he", "direct")]),
        ("The swamp, in his phrase, must be “drained.”", &[("The swamp … must be “drained.”", "his", "mixed")]),
        ("To the president, it was “an act of terror.”", &[("it was “an act of terror.”", "the president", "mixed")]),
        ("To the president, it was a long way.", &[]),
        ("Calling it “a sad day,” she left the room.", &[("it “a sad day,”", "she", "mixed")]),
        ("Declaring that “the era is over,” he signed the bill.", &[("that “the era is over,”", "he", "mixed")]),
        ("Warning that time was short, the mayor left.", &[("that time was short", "the mayor", "indirect")]),
        ("Citing the cost, the mayor vetoed the bill.", &[("the cost", "the mayor", "indirect")]),
        ("They saw that morning that it was late.", &[("that it was late", "They", "indirect")]),
        ("He wrote that he had made it clear at the start that “it was late.”",
         &[("that he had made it clear at the start that “it was late.”", "He", "mixed"),
           ("that “it was late.”", "he", "mixed")]),
        ("He told a packed hall that his rivals had “hired people — and they’re thugs.”",
         &[("that his rivals had “hired people — and they’re thugs.”", "He", "mixed")]),
        ("His claim that she “laughed at” a victim is false.", &[("that she “laughed at” a victim", "His", "mixed")]),
        ("Mr. Lee vowed Monday to build a “beautiful” wall.", &[("to build a “beautiful” wall", "Mr. Lee", "mixed")]),
        ("It called Mr. Lee “a man who has a duty.”", &[("Mr. Lee “a man who has a duty.”", "It", "mixed")]),
        ("“It rained,” a man identified as Bo Lee, a director, says in the video.",
         &[("It rained,", "a man identified as Bo Lee, a director", "direct")]),
        ("“No,” came the answer from Mr. Lee.", &[("No,", "Mr. Lee", "direct")]),
        ("“No,” was his answer.", &[("No,", "his", "direct")]),
        ("“No,” came the train.", &[]),
        ("Lee: ‘I alone’ can fix it\n\nMr. Lee spoke in Ohio.", &[("‘I alone’ can fix it", "Lee", "mixed")]),
        ("Mr. Lee said voters “own” the bank.", &[("voters “own” the bank", "Mr. Lee", "mixed")]),
        ("Asked whether he believed it, Mr. Lee did not hesitate: “No. Next question.”",
         &[("whether he believed it", "", "indirect"), ("No. Next question.", "Mr. Lee", "direct")]),
        ("He admitted what the polls have been saying for a month: “We are behind.”",
         &[("what the polls have been saying for a month … We are behind.", "He", "mixed")]),
        ("“It rained,” an aide quoted her as telling donors.", &[("It rained,", "her", "direct")]),
        ("The question, as one aide put it to me, is “whether he goes.”",
         &[("The question … is “whether he goes.”", "one aide", "mixed")]),
        ("Aides said it would be “a couple of days,” but they wouldn’t elaborate.",
         &[("it would be “a couple of days,”", "Aides", "mixed")]),
    ];
    check(cases);
}

#[test]
fn reports_among_other_clauses() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("It was a race that many had thought was over.", &[("was over", "many", "indirect")]),
        ("Yes, a staffer wonders if she should joke about it.",
         &[("if she should joke about it", "a staffer", "indirect")]),
        ("The league demanded that he resign and called on her to speak.",
         &[("that he resign", "The league", "indirect"), ("to speak", "The league", "indirect")]),
        ("She called the videos deceptive and said so.", &[("the videos deceptive", "She", "indirect")]),
        ("The files reveal the damage Mr. Lee left behind.", &[]),
        ("The vote cost 57 cents, compared with $23 to the county.", &[]),
        ("It matters little what the people say, we need it.", &[]),
        ("In a memo he sent to the office in May, Mr. Lee pleaded for a message about jobs.",
         &[("for a message about jobs", "Mr. Lee", "indirect")]),
        ("Mr. Lee returned to the line to say he was not leaving.", &[("he was not leaving", "Mr. Lee", "indirect")]),
        ("Mr. Lee would not comment, other than to say he was not leaving.",
         &[("he was not leaving", "Mr. Lee", "indirect")]),
        ("Mr. Lee noted that 62 percent of voters said they would go, and that the number has grown.",
         &[("that 62 percent of voters said they would go, and that the number has grown", "Mr. Lee", "indirect"),
           ("they would go", "62 percent of voters", "indirect")]),
        ("Neighbors described the man, Bo Lee, as quiet.", &[("the man, Bo Lee, as quiet", "Neighbors", "indirect")]),
        ("They accused him of helping what he called cop haters and of lying.",
         &[("him of helping what he called cop haters and of lying", "They", "indirect"), ("cop haters", "he", "indirect")]),
        ("He would not say how long.", &[("how long", "He", "indirect")]),
        ("She did not say why, but left.", &[("why", "She", "indirect")]),
        ("He pledged to label it a fraud.", &[("to label it a fraud", "He", "indirect")]),
        ("Lee to Ode: Stop it\n\nBo Lee told Ann Ode to stop it.",
         &[("Stop it", "Lee", "indirect"), ("to stop it", "Bo Lee", "indirect")]),
    ];
    check(cases);
}

#[test]
fn sources_stand_apart_from_their_verbs() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Mr. Lee had told aides in a memo, obtained by the Courier, that he would go.",
         &[("that he would go", "Mr. Lee", "indirect")]),
        ("The count has begun, and 20 million Americans, according to the Courier, have voted.",
         &[("20 million Americans … have voted", "the Courier", "indirect")]),
        ("The count has begun, and most Americans, he said, have voted.",
         &[("most Americans … have voted", "he", "indirect")]),
        ("Mr. Lee said he was leaving, and Ann Ode, who had backed him in June, told the Courier that she would stay.",
         &[("he was leaving", "Mr. Lee", "indirect"), ("that she would stay", "Ann Ode, who had backed him in June", "indirect")]),
        ("The emails show Ann Ode, an aide, writing that it was late.",
         &[("that it was late", "Ann Ode, an aide", "indirect")]),
        ("Mr. Lee is heard saying that it was late.", &[("that it was late", "Mr. Lee", "indirect")]),
        ("He cut in when she suggested that it rained, saying, “That is false.”",
         &[("that it rained", "she", "indirect"), ("That is false.", "He", "direct")]),
        ("It is a common view in the valley, where, officials say, 6,000 people switched.",
         &[("6,000 people switched", "officials", "indirect")]),
        ("Just 35 percent of voters like the plan, the survey, conducted in May, found.",
         &[("Just 35 percent of voters like the plan", "the survey, conducted in May", "indirect")]),
        ("The friend, whom Mr. Lee declined to name, has announced that he will go.",
         &[("to name", "Mr. Lee", "indirect"), ("that he will go", "The friend, whom Mr. Lee declined to name", "indirect")]),
        ("He makes her nervous: She has a grandson in the Navy, and worries that it is late.",
         &[("that it is late", "She", "indirect")]),
        ("It was Mr. Lee’s assertion, repeated at every rally, that the vote was rigged.",
         &[("that the vote was rigged", "Mr. Lee’s", "indirect")]),
        ("It helps in a week, he explained, but patients who push themselves, he cautioned, risk a relapse.",
         &[("It helps in a week … but patients who push themselves, he cautioned, risk a relapse", "he", "indirect"),
           ("patients who push themselves … risk a relapse", "he", "indirect")]),
    ];
    check(cases);
}
