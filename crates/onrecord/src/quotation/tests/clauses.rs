//! What is said around, before and behind the clause of its cue: insertions, colons, relative clauses and series of verbs.

use super::{Row, check};

#[test]
fn a_clause_ends_where_something_else_is_said() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("He insisted that it had played no part: “None of it was brought to bear.”",
         &[("that it had played no part … None of it was brought to bear.", "He", "mixed")]),
        ("He suggested that Lee feared losing: “Ann handles it badly.”",
         &[("that Lee feared losing … Ann handles it badly.", "He", "mixed")]),
        ("Ode declined to comment on whether it rained, but Ms. Lee noted that it did.",
         &[("whether it rained", "Ode", "indirect"), ("that it did", "Ms. Lee", "indirect")]),
        ("He said it would be known by June, and he called on both campaigns to support it.",
         &[("it would be known by June", "He", "indirect"), ("to support it", "he", "indirect")]),
        ("He said it would be known by June, and he left.", &[("it would be known by June, and he left", "He", "indirect")]),
        ("He apologized on Monday for the delay.", &[("for the delay", "He", "indirect")]),
        ("She said the plan had raised hopes, but had brought no jobs to Ohio.",
         &[("the plan had raised hopes, but had brought no jobs to Ohio", "She", "indirect")]),
        ("She went on to say he had cheated people, had inherited his money and had lost it.",
         &[("he had cheated people, had inherited his money and had lost it", "She", "indirect")]),
        ("She said the plan had raised hopes, but left.", &[("the plan had raised hopes", "She", "indirect")]),
        ("Because there is no basis for the court’s ruling that it was late, Ode has won.",
         &[("that it was late", "the court’s", "indirect")]),
        ("He said it was “clear” that it rained, though he stopped short of accusing Lee of fraud.",
         &[("it was “clear” that it rained", "He", "mixed")]),
        ("He said it was “clear” that it rained, though it cost a lot of money.",
         &[("it was “clear” that it rained, though it cost a lot of money", "He", "mixed")]),
        ("He added that it was “wrong,” without saying how.", &[("that it was “wrong,”", "He", "mixed")]),
        ("What Ms. Ode believes matters in Ohio.", &[]),
        ("She repeated her call for him to quit.",
         &[("her call for him to quit", "She", "indirect"), ("for him to quit", "her", "indirect")]),
        ("He vowed to “pivot,” only to return to the attacks.", &[("to “pivot,”", "He", "mixed")]),
        ("He pledged to follow the facts, drawing a contrast with Lee.", &[("to follow the facts", "He", "indirect")]),
        ("He pledged to follow the facts drawing on them.", &[("to follow the facts drawing on them", "He", "indirect")]),
        ("Ode said it rained in Ohio; in 2011, few did.", &[("it rained in Ohio", "Ode", "indirect")]),
        ("He vowed to eat only to live.", &[("to eat only to live", "He", "indirect")]),
        ("He said it could be summed up in two words: “Ann Ode.”",
         &[("it could be summed up in two words … Ann Ode.", "He", "mixed")]),
        ("It had been “rigged,” a claim that Mr. Lee himself has rejected.", &[]),
        ("“It is over,” said one aide, who asked not to be named because he advises both.",
         &[("It is over,", "one aide, who asked not to be named because he advises both", "direct"),
           ("not to be named", "one aide, who", "indirect")]),
    ];
    check(cases);
}

#[test]
fn what_is_said_may_begin_with_a_long_subject() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("One said internal figures showed a loss.",
         &[("internal figures showed a loss", "One", "indirect")]),
        ("One said decree was found.", &[]),
        ("The aide denied reports that Lee had left.",
         &[("reports that Lee had left", "The aide", "indirect"), ("that Lee had left", "", "indirect")]),
        ("The aide denied reporters access.", &[]),
        ("Mr. Lee briefed her on material he had not shared.", &[]),
        ("It was a vote his aides say had failed.", &[("had failed", "his aides", "indirect")]),
        ("The charge is unfair, said Mr. Lee, because it rained.", &[("The charge is unfair … because it rained", "Mr. Lee", "indirect")]),
        ("Mr. Lee said afterward he is glad.", &[("he is glad", "Mr. Lee", "indirect")]),
        ("It is a question aides refuse to answer.", &[("to answer", "aides", "indirect")]),
        ("Mr. Lee made the case on CBS that taxes must fall.", &[("that taxes must fall", "Mr. Lee", "indirect")]),
        ("Mr. Lee made the case on CBS.", &[]),
        ("Mr. Lee told Fox News the party would keep it up.", &[("the party would keep it up", "Mr. Lee", "indirect")]),
        ("A spokeswoman for the campaign, which has said it would stay, declined to comment.",
         &[("it would stay", "the campaign, which", "indirect"),
           ("to comment", "A spokeswoman for the campaign, which has said it would stay", "indirect")]),
        ("She said the best way for her to “do it” — leaving — was to go.",
         &[("the best way for her to “do it” — leaving — was to go", "She", "mixed")]),
        ("One of them, Ann Ode, now a partner at a firm, recalled that it rained.",
         &[("that it rained", "One of them, Ann Ode, now a partner at a firm", "indirect")]),
        ("A poll released Wednesday evening showed Lee with a 10-point lead.",
         &[("Lee with a 10-point lead", "A poll released Wednesday evening", "indirect")]),
        ("She Wednesday showed Lee with a dog.", &[]),
    ];
    check(cases);
}

#[test]
fn cues_stand_inside_what_they_introduce() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The talks, said the minister, had failed.", &[("The talks … had failed", "the minister", "indirect")]),
        ("Institutional recipients, said Mauer, are required to exhibit their photographs.",
         &[("Institutional recipients … are required to exhibit their photographs", "Mauer", "indirect")]),
        ("When he was a boy, he said, he walked to school.", &[("When he was a boy … he walked to school", "he", "indirect")]),
        ("If the bill passes, she said, hospitals will close.", &[("If the bill passes … hospitals will close", "she", "indirect")]),
        ("As he left the room, he said, “It is over.”", &[("It is over.", "he", "direct")]),
        ("The polls, the report found, suggest that 8,000 voters may be missing.",
         &[("The polls … suggest that 8,000 voters may be missing", "the report", "indirect"),
           ("that 8,000 voters may be missing", "The polls", "indirect")]),
        ("Ode stressed that Kenya is a partner and expressed readiness to come.",
         &[("that Kenya is a partner", "Ode", "indirect"), ("readiness to come", "Ode", "indirect")]),
        ("They have acknowledged that it is late, but argue they can win.",
         &[("that it is late", "They", "indirect"), ("they can win", "They", "indirect")]),
        ("Mr. Lee's plan, she told a crowd of about 1,200 at a college, is “what we would expect.”",
         &[("Mr. Lee's plan … is “what we would expect.”", "she", "mixed")]),
        ("The fight is so fierce, two officials said in interviews, that Mr. Lee called both men.",
         &[("The fight is so fierce … that Mr. Lee called both men", "two officials", "indirect")]),
        ("He has also said privately, without notes, that he will stay.", &[("that he will stay", "He", "indirect")]),
        ("What is different now, argues Ann Ode, is the speed with which it goes.",
         &[("What is different now … is the speed with which it goes", "Ann Ode", "indirect")]),
        ("She never thought, she told a paper in 2009, that she would win.",
         &[("She never thought … that she would win", "she", "indirect"), ("that she would win", "She", "indirect")]),
        ("A lawsuit, according to his spokesman, Mr. Lee, is near.", &[("A lawsuit … is near", "his spokesman, Mr. Lee", "indirect")]),
        ("The talks will resume in May, according to Interfax, citing a source in the ministry.",
         &[("The talks will resume in May", "Interfax", "indirect")]),
        ("It is over whether the law protects them, as the state maintains, or was meant to close them.",
         &[("the law protects them", "the state", "indirect")]),
        ("They saw testimony that two clinics shut their doors on the day the law took effect.",
         &[("that two clinics shut their doors on the day the law took effect", "", "indirect")]),
        ("Mr. Lee, arguing for the clinics’ owners, left.", &[]),
        ("Mr. Lee argued for a tax.", &[("for a tax", "Mr. Lee", "indirect")]),
        ("Mr. Lee says now that Ode is gone.", &[("that Ode is gone", "Mr. Lee", "indirect")]),
        ("To his critics, the law is a mistake.", &[("the law is a mistake", "his critics", "indirect")]),
        ("To win, he is going to need Ohio.", &[]),
        ("To Kenya, it is 20 miles by road.", &[]),
        ("It was an action that aides denounced as a bid to win Ohio.", &[("as a bid to win Ohio", "aides", "indirect")]),
        ("The lawsuits, he has said repeatedly, should have been thrown out.",
         &[("The lawsuits … should have been thrown out", "he", "indirect")]),
        ("While the bureau found no proof, he said, “it is possible that they came.”",
         &[("While the bureau found no proof … it is possible that they came.", "he", "mixed")]),
        ("Lee was accused of trying to bribe delegates, a charge his campaign denies.",
         &[("Lee … of trying to bribe delegates", "", "indirect")]),
        ("President Lee called his counterpart, Mr. Ode, and the two leaders agreed on a truce.", &[]),
        ("Under the deal, announced late on Sunday, Ode will leave Ohio.", &[]),
        ("It is another matter: most voters agree, according to a poll.", &[("most voters agree", "a poll", "indirect")]),
        ("Trump repeated it, telling voters that fraud was common and vowing to come.",
         &[("that fraud was common", "Trump", "indirect"), ("to come", "Trump", "indirect")]),
        ("Kenya will join the bank, Kazinform reports citing the ministry.", &[("Kenya will join the bank", "Kazinform", "indirect")]),
        ("Kenya will join the bank, Kazinform reports with reference to the ministry.",
         &[("Kenya will join the bank", "Kazinform", "indirect")]),
        ("Kenya will join the bank, Kazinform News Agency cites the press service.",
         &[("Kenya will join the bank", "Kazinform News Agency", "indirect")]),
        ("Kenya will join the bank, Kazinform reports, citing the ministry.", &[("Kenya will join the bank", "Kazinform", "indirect")]),
        ("In May, Kazinform cites the press service.", &[("the press service", "Kazinform", "indirect")]),
        // Whoever is told of by a participle does not say it, nor does who does several things.
        ("He is a pupil of Carter, then teaching in Boston and not yet suspected of treason.", &[]),
        ("Ms. Gold asserted that she owned the works, and demanded a large sum of money.",
         &[("that she owned the works", "Ms. Gold", "indirect"), ("a large sum of money", "Ms. Gold", "indirect")]),
    ];
    check(cases);
}

#[test]
fn colons_announce_sentences_and_paragraphs() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("He added: Nobody came.", &[("Nobody came", "He", "indirect")]),
        ("The minister put it bluntly: The talks have failed.", &[("The talks have failed", "The minister", "indirect")]),
        ("I thought: here is a way to help the cause.", &[("here is a way to help the cause", "I", "indirect")]),
        ("The Church denied these allegations:\n\nShe was never forced to be there. She left in May.\n\nMs. Ode wept.",
         &[("She was never forced to be there. She left in May", "The Church", "indirect")]),
        ("He said:\n\n- Ohio\n- Iowa", &[]),
        ("The law is widely known: it was passed in May.", &[]),
        ("He had one message for them: Nobody will come.", &[]),
    ];
    check(cases);
}

#[test]
fn what_is_said_ends_with_its_clause() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Those who say that the party is divided are mistaken.", &[("that the party is divided", "Those who", "indirect")]),
        ("The plan that he said would work has failed.", &[("would work", "he", "indirect")]),
        ("As Ms. Ortiz had said she would, the senator voted for it.", &[("she would", "Ms. Ortiz", "indirect")]),
        ("After the judge ruled that the order was illegal, the president attacked him.",
         &[("that the order was illegal", "the judge", "indirect")]),
        ("Officials tell BBC News every claim will be read, with the Guardian reporting no one will be refused.",
         &[("every claim will be read", "Officials", "indirect"), ("no one will be refused", "the Guardian", "indirect")]),
        ("They turn away boats which, according to Reuters, the two sides have criticised.",
         &[("the two sides have criticised", "Reuters", "indirect")]),
        ("He wrote that as of Friday the site was closed.", &[("that as of Friday the site was closed", "He", "indirect")]),
        ("They estimated by 2050, a growing population would need more food.",
         &[("by 2050, a growing population would need more food", "They", "indirect")]),
        ("Some voters may not know exactly what the measure does.",
         &[("exactly what the measure does", "Some voters", "indirect")]),
        ("Gordon complained of fraud, which had left him, in his own words, “almost at wits’ end.”",
         &[("of fraud", "Gordon", "indirect"), ("which had left him … almost at wits’ end.", "his", "mixed")]),
    ];
    check(cases);
}

#[test]
fn clauses_about_a_noun_are_nobodys_words() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The language was repeated in the notice that actually started the program.", &[]),
        ("From all the press reports that I have read, the government takes the threat seriously.", &[]),
        ("The case on which the Court has ruled was of the schools in Livorno.", &[]),
        ("It would be strange for Congress to say you can end the program.",
         &[("you can end the program", "Congress", "indirect")]),
        ("It cannot be fair to expect people to wait.", &[]),
        ("On Monday Yahoo! said it would pay.", &[("it would pay", "Yahoo", "indirect")]),
    ];
    check(cases);
}

#[test]
fn sources_are_whole_subjects() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Kenya's president, Ann Ode said the deal was dead.", &[("the deal was dead", "Kenya's president, Ann Ode", "indirect")]),
        ("Taxes, Ann Ode said on Thursday, will rise.", &[("Taxes … will rise", "Ann Ode", "indirect")]),
        ("A senior official who was not authorized to speak publicly said that it was late.",
         &[("that it was late", "A senior official who was not authorized to speak publicly", "indirect")]),
        ("Ann Harmon, a lawyer from Dayton, fears that he lied.", &[("that he lied", "Ann Harmon, a lawyer from Dayton", "indirect")]),
        ("Analysts at the bank, citing the report, said that it was late.", &[("that it was late", "Analysts at the bank", "indirect")]),
        ("Mu Li, of the University of Oslo, said it was late.", &[("it was late", "Mu Li, of the University of Oslo", "indirect")]),
        ("The tax, many voters complained, was too high.", &[("The tax … was too high", "many voters", "indirect")]),
        ("What House Speaker Carl Dunn said was that the country needed a new direction.",
         &[("that the country needed a new direction", "House Speaker Carl Dunn", "indirect")]),
        ("The report rejected the claims, warning that Mr. Dunn was unfit.",
         &[("the claims", "The report", "indirect"), ("that Mr. Dunn was unfit", "The report", "indirect")]),
        ("The candidate’s sister, asked about the report, said that Mr. Dunn was unfit.",
         &[("that Mr. Dunn was unfit", "The candidate’s sister", "indirect")]),
        ("Asked about it, former Gov. Ed Rendell of Ohio replied, “No comment.”", &[("No comment.", "former Gov. Ed Rendell of Ohio", "direct")]),
        ("Senator Ann Harmon: “There is nothing to hide.”", &[("There is nothing to hide.", "Senator Ann Harmon", "direct")]),
        ("“It is over,” Ms. Ode countered as the crowd cheered.", &[("It is over,", "Ms. Ode", "direct")]),
        ("A woman explained, as the crowd cheered: “It is over. We won.”", &[("It is over. We won.", "A woman", "direct")]),
        ("“It is over,” Rep. Paul Lee, R-Iowa, shot back on Monday. “We won.”",
         &[("It is over, … We won.", "Rep. Paul Lee, R-Iowa", "direct")]),
        // Behind the cue.
        ("The talks have failed, say Republicans.", &[("The talks have failed", "Republicans", "indirect")]),
        ("The talks had failed, announced many voters.", &[("The talks had failed", "many voters", "indirect")]),
        ("The talks had failed, said her husband, Paul.", &[("The talks had failed", "her husband, Paul", "indirect")]),
        ("The economy, said the governor’s spokeswoman, Kelly Marsh, is growing again.",
         &[("The economy … is growing again", "the governor’s spokeswoman, Kelly Marsh", "indirect")]),
    ];
    check(cases);
}

#[test]
fn denials_and_times_open_contents() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Two officials promised not to support the nominee.", &[("not to support the nominee", "Two officials", "indirect")]),
        ("Lopez vowed never to leave the race.", &[("never to leave the race", "Lopez", "indirect")]),
        ("Mr. Ortiz wondered when the report would be released.", &[("when the report would be released", "Mr. Ortiz", "indirect")]),
        ("The minister did not say when she would leave.", &[("when she would leave", "The minister", "indirect")]),
        ("The minister spoke when she left.", &[]),
        ("A recent poll found only a quarter of citizens favored it.",
         &[("only a quarter of citizens favored it", "A recent poll", "indirect")]),
        ("She complained in an interview that the mayor was “absent.”", &[("that the mayor was “absent.”", "She", "mixed")]),
    ];
    check(cases);
}

#[test]
fn sources_have_what_is_told_of_them() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Mr. Ode, who has promised to build a wall, vowed Saturday to sue the paper.",
         &[("to build a wall", "Mr. Ode, who", "indirect"), ("to sue the paper", "Mr. Ode, who has promised to build a wall", "indirect")]),
        ("The woman, identified only as Jane Doe, said that he had lied.",
         &[("that he had lied", "The woman, identified only as Jane Doe", "indirect")]),
        ("Mr. Kaine, asked about it on ABC’s “This Week,” said the letter was strange.", &[("the letter was strange", "Mr. Kaine", "indirect")]),
        ("Polls conducted after the debate found that few had watched it.",
         &[("that few had watched it", "Polls conducted after the debate", "indirect")]),
        ("After the game, Ana Gomez, the coach, said it was late.", &[("it was late", "Ana Gomez, the coach", "indirect")]),
        ("Neither side has done so, according to residents and aid workers.",
         &[("Neither side has done so", "residents and aid workers", "indirect")]),
        ("The talks failed, according to two officials, who said that the deal was dead.",
         &[("The talks failed", "two officials, who said that the deal was dead", "indirect"), ("that the deal was dead", "two officials, who", "indirect")]),
        ("The members reaffirmed that the deal was dead.", &[("that the deal was dead", "The members", "indirect")]),
        ("Ode said the same in Oslo, and critics have no reason to think that the deal was dead.",
         &[("that the deal was dead", "critics", "indirect")]),
        ("The mayor called a meeting to announce that the deal was dead.", &[("that the deal was dead", "The mayor", "indirect")]),
        ("Even some of his allies said it was late.", &[("it was late", "Even some of his allies", "indirect")]),
        ("Noting that it had rained, Mr. Ode thanked nobody.", &[("that it had rained", "Mr. Ode", "indirect")]),
        ("The man insisted on Monday that the tax would rise.", &[("that the tax would rise", "The man", "indirect")]),
        ("Aides asked them to leave, but they stayed.", &[("to leave", "Aides", "indirect")]),
    ];
    check(cases);
}

#[test]
fn sources_are_series() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The ACLU, Common Cause and the NAACP argue that the law is dead.",
         &[("that the law is dead", "The ACLU, Common Cause and the NAACP", "indirect")]),
        ("Democrats, some Republicans and most economists say the plan would raise prices.",
         &[("the plan would raise prices", "Democrats, some Republicans and most economists", "indirect")]),
        ("At the rally, Lee, Poe and Ode said the plan was dead.",
         &[("the plan was dead", "Lee, Poe and Ode", "indirect")]),
        ("Analysts at Goldman Sachs, Moody's and JPMorgan predicted that prices would rise.",
         &[("that prices would rise", "Analysts at Goldman Sachs, Moody's and JPMorgan", "indirect")]),
        ("Mr. Ode himself has said that he never saw the memo.",
         &[("that he never saw the memo", "Mr. Ode himself", "indirect")]),
        ("At the rally, Lee, Poe and Ode said, “It is late.”", &[("It is late.", "Lee, Poe and Ode", "direct")]),
        ("A memo from March said that the plan would fail.", &[("that the plan would fail", "A memo from March", "indirect")]),
        // What stands before the series in the clause is none of it.
        ("In Dayton, Ohio, Lee and Ode said the plan was dead.", &[("the plan was dead", "Lee and Ode", "indirect")]),
        ("The plan would hit Texas, the governor and the mayor said.",
         &[("The plan would hit Texas", "the governor and the mayor", "indirect")]),
        ("Her staff, the senator said, knew about the plan.",
         &[("Her staff … knew about the plan", "the senator", "indirect")]),
    ];
    check(cases);
}

#[test]
fn sources_are_numbers_of_people() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("More than half of the senators said the plan was dead.",
         &[("the plan was dead", "More than half of the senators", "indirect")]),
        ("The plan is dead, more than two dozen aides said.",
         &[("The plan is dead", "more than two dozen aides", "indirect")]),
        ("About a third of voters said they had decided.", &[("they had decided", "About a third of voters", "indirect")]),
        ("No fewer than 12 lawmakers told The Times that they had been threatened.",
         &[("that they had been threatened", "No fewer than 12 lawmakers", "indirect")]),
        // What is compared is nobody's words.
        ("The secretary told senators last week that the program had cost $3 billion, far more than the department had acknowledged.",
         &[("that the program had cost $3 billion, far more than the department had acknowledged", "The secretary", "indirect")]),
        ("Pressed on whether he would go, Mr. Lee demurred.", &[]),
        ("The numbers were not what they wanted, “which was a surprise.”", &[]),
    ];
    check(cases);
}

#[test]
fn clauses_that_a_conjunction_opens_end_before_the_main_clause() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("While the agency and its allies say the plant is safe, the mayor’s plan for it raises questions.",
         &[("the plant is safe", "the agency and its allies", "indirect")]),
        ("After the mayor said the bridge was safe, engineers closed it.", &[("the bridge was safe", "the mayor", "indirect")]),
        ("Though Ode said she knew that “the law is clear,” she ignored it for years.",
         &[("she knew that “the law is clear,”", "Ode", "mixed"), ("that “the law is clear,”", "she", "mixed")]),
        ("Officials said Tuesday that while they had no proof, they would look into it.",
         &[("that while they had no proof, they would look into it", "Officials", "indirect")]),
        ("The judge threatened to remove Ode from the stand, though that did not deter her.",
         &[("to remove Ode from the stand", "The judge", "indirect")]),
    ];
    check(cases);
}

#[test]
fn words_hang_together_over_asides_and_marks() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Senators pledged Monday to not only keep the program, but extend it.",
         &[("to not only keep the program, but extend it", "Senators", "indirect")]),
        ("Ode also acknowledged over the years how hard it was.", &[("how hard it was", "Ode", "indirect")]),
        ("A long delay could harm the talks, she warned, by allowing doubts to grow.",
         &[("A long delay could harm the talks … by allowing doubts to grow", "she", "indirect")]),
        ("Many experts are warning of dangerous, potentially fatal effects.",
         &[("of dangerous, potentially fatal effects", "Many experts", "indirect")]),
        ("Ode ranted against him, branding him as a “narcissist,” “a fraud,” “a coward.”",
         &[("him as a “narcissist,” “a fraud,” “a coward.”", "Ode", "mixed")]),
        ("Ode dismissed the editor as a “hacker” and cut off his access.", &[("the editor as a “hacker”", "Ode", "mixed")]),
        ("The lawyer accused the opposing counsel of fraud.", &[("the opposing counsel of fraud", "The lawyer", "indirect")]),
        ("The plan, said Ode, “was all about building trust.”", &[("The plan … was all about building trust.", "Ode", "mixed")]),
        ("Efforts were made to find him, “but there is no clue,” according to an official, speaking on condition of anonymity.",
         &[("Efforts were made to find him, “but there is no clue,”", "an official", "mixed")]),
        ("She was sent to “work with two foreign services,” she said in sworn testimony in May.",
         &[("She was sent to “work with two foreign services,”", "she", "mixed")]),
    ];
    check(cases);
}

#[test]
fn agencies_and_what_tells_of_a_source() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The woman was turned away at the hospital, the Washington Post reports.",
         &[("The woman was turned away at the hospital", "the Washington Post", "indirect")]),
        ("The woman was turned away, The New York Times reports, quoting her family.",
         &[("The woman was turned away", "The New York Times", "indirect")]),
        ("The woman read the reports.", &[]),
        ("Jeff Lee, managing editor of the Reader news site focused on Ohio, said the deal was dead.",
         &[("the deal was dead", "Jeff Lee, managing editor of the Reader news site focused on Ohio", "indirect")]),
        ("“We are rats in a lab,” says Ode, over a cup of tea at his office.", &[("We are rats in a lab,", "Ode", "direct")]),
        ("“It was the last step,” said Ode of the visit by the chief. “[Lee] was going to speak with Ann.”",
         &[("It was the last step, … [Lee] was going to speak with Ann.", "Ode", "direct")]),
        ("“It is time to go,” he rumbled from the podium.", &[("It is time to go,", "he", "direct")]),
    ];
    check(cases);
}

#[test]
fn what_is_told_of_a_noun_is_no_report() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("But in a video posted Monday on Facebook, Ode listed senior officials.", &[]),
        ("That data will determine how the seats are shared among the states.", &[]),
        ("The minister will determine how the seats are shared.", &[("how the seats are shared", "The minister", "indirect")]),
        ("No tests should be done until there is a rule in place, agreed to by a broad range of countries.", &[]),
        ("Sadly for Ode, the man charged with leading the search, what happened was late.", &[]),
        ("In their complaint against the bank, the workers alleged that she told jokes.",
         &[("that she told jokes", "the workers", "indirect")]),
    ];
    check(cases);
}

#[test]
fn marks_that_are_doubled_or_left_open() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("\"\"This is a very unfair trial,\" he said.", &[("This is a very unfair trial,", "he", "direct")]),
        ("“”This is unfair. Very, very unfair,” he said.", &[("This is unfair. Very, very unfair,", "he", "direct")]),
        ("Ann Ode cut her off: “No, I'm not making that point. There is a risk, right?\n\nNobody answered.",
         &[("No, I'm not making that point. There is a risk, right?", "Ann Ode", "direct")]),
        ("A former partner stated in his testimony,\n\n“It was late when they came.”",
         &[("It was late when they came.", "A former partner", "direct")]),
        ("“The roads were dead,” he said in an e-mail. “So far, so good!!!!”",
         &[("The roads were dead, … So far, so good!!!!", "he", "direct")]),
    ];
    check(cases);
}

#[test]
fn quotations_without_a_cue_belong_to_whom_the_sentence_before_is_about() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Ann Ode once summed up the danger with a metaphor. “It is not the wolf at the door, but termites in the wood.”",
         &[("It is not the wolf at the door, but termites in the wood.", "Ann Ode", "direct")]),
        ("“It is late,” Paul Lee said. Ann Ode shook her head. “We still have time for this.”",
         &[("It is late,", "Paul Lee", "direct"), ("We still have time for this.", "Ann Ode", "direct")]),
        ("“They have shown courage,” Lee said in May. The president “has put aside old quarrels and come to the table.”",
         &[("They have shown courage,", "Lee", "direct"),
           ("The president “has put aside old quarrels and come to the table.”", "Lee", "mixed")]),
        ("The clock struck ten. “We still have time for this.”", &[]),
    ];
    check(cases);
}

#[test]
fn contents_reach_the_comma_of_their_source() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The spate of attacks has been described as “shameful” by the board.",
         &[("The spate of attacks … as “shameful”", "the board", "mixed")]),
        ("Lee described it as a stable but declining resource.", &[("it as a stable but declining resource", "Lee", "indirect")]),
        ("Ann Ode, an Ohio senator who warned of the dangers in the past, nevertheless voted for it.",
         &[("of the dangers in the past", "an Ohio senator who", "indirect")]),
        ("Mr. Lee, a senator, called last year’s bill “the worst law we have passed.”",
         &[("last year’s bill “the worst law we have passed.”", "Mr. Lee, a senator", "mixed")]),
        ("To help you decide what it is, I made a list.", &[("what it is", "you", "indirect")]),
        ("On trade, Lee said recent talks were odd.", &[("recent talks were odd", "Lee", "indirect")]),
        ("He told the panel one of the main factors in the collapse was that it did not plan.",
         &[("one of the main factors in the collapse was that it did not plan", "He", "indirect")]),
        ("Mr. Ward admits about 35 jobs at the plant will go.", &[("about 35 jobs at the plant will go", "Mr. Ward", "indirect")]),
        ("The Queen, who said 2001 brought them luck, left.", &[("2001 brought them luck", "The Queen, who", "indirect")]),
        ("Unions say it is late, while the airline maintains it is not.",
         &[("it is late", "Unions", "indirect"), ("it is not", "the airline", "indirect")]),
        ("According to the Reader, an NGO made up of former soldiers, prizes were offered.",
         &[("prizes were offered", "the Reader, an NGO made up of former soldiers", "indirect")]),
        ("“We heard of it,” said envoy Sam Lee on CNN television.", &[("We heard of it,", "envoy Sam Lee", "direct")]),
        ("The Treasurer, Paul Lee, says the review committee, or razor gang, will try to make cuts.",
         &[("the review committee, or razor gang, will try to make cuts", "The Treasurer, Paul Lee", "indirect")]),
        ("The editor has defended the campaign against thieves saying parents have the right to know.",
         &[("parents have the right to know", "The editor", "indirect")]),
        ("“There was a lot of dust,” the radio quoted one witness as saying.",
         &[("There was a lot of dust,", "one witness", "direct")]),
        ("Lee has called on the opposition to join the government and apparently will resign if it does not.",
         &[("to join the government", "Lee", "indirect")]),
        ("Talking about his wins, he said “every president has weaknesses.”",
         &[("every president has weaknesses.", "he", "direct")]),
        ("Many accuse the party, which ruled until May, of having been slow.",
         &[("the party, which ruled until May, of having been slow", "Many", "indirect")]),
        ("It was a visit arranged by Ode and criticized by the White House for wasting money.",
         &[("for wasting money", "the White House", "indirect")]),
        ("In fact, prosecutors in San Francisco say Uber has lied.", &[("Uber has lied", "prosecutors in San Francisco", "indirect")]),
        ("Everyone assumed he would be chief as soon as he could leave.",
         &[("he would be chief as soon as he could leave", "Everyone", "indirect")]),
        ("First, let’s say what the sale is not.", &[]),
        ("Well, forget all that if you fire up the game.", &[]),
        ("None of this is to say the mayor ever left.", &[]),
    ];
    check(cases);
}

#[test]
fn who_speaks_in_the_second_of_two_clauses() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The mayor would grow angry, and Lee would shut him down, saying, “We heard you.”", &[("We heard you.", "Lee", "direct")]),
        ("The mayor opined that it was late.", &[("that it was late", "The mayor", "indirect")]),
        ("The minister pointed out Thursday that the plan was dead.", &[("that the plan was dead", "The minister", "indirect")]),
        ("“Few who met him knew him,” the biography, “Prodigal Genius: The Life of Nikola Tesla,” concludes.",
         &[("Few who met him knew him,", "the biography, “Prodigal Genius: The Life of Nikola Tesla", "direct")]),
        ("The boss thought it was nuts, according to “The Long Mill,” his aide’s view of the firm.",
         &[("The boss thought it was nuts", "The Long Mill,” his aide’s view of the firm", "indirect"),
           ("it was nuts", "The boss", "indirect")]),
        ("“The plan will fail,” pointed out Ann Ode.", &[("The plan will fail,", "Ann Ode", "direct")]),
        ("“The plan will fail,” chimed in the mayor.", &[("The plan will fail,", "the mayor", "direct")]),
        ("“The plan will fail,” said acting Attorney General Ann Ode.",
         &[("The plan will fail,", "acting Attorney General Ann Ode", "direct")]),
        ("“The plan will fail,” said Democrats on the committee.",
         &[("The plan will fail,", "Democrats on the committee", "direct")]),
        ("“The plan will fail,” said Ann Ode on this occasion.", &[("The plan will fail,", "Ann Ode", "direct")]),
        ("The plan will fail, according to some of his aides.",
         &[("The plan will fail", "some of his aides", "indirect")]),
        ("The plan, some of his aides said, will fail.", &[("The plan … will fail", "some of his aides", "indirect")]),
        ("The plan will fail, Ann Ode, a professor at Yale, said on Monday.",
         &[("The plan will fail", "Ann Ode, a professor at Yale", "indirect")]),
        ("No, the mayor insisted.", &[("No", "the mayor", "indirect")]),
    ];
    check(cases);
}

#[test]
fn speakers_mean_remember_and_make_sure() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("I mean, these things are hard to predict, but they may take off.",
         &[("these things are hard to predict", "I", "indirect")]),
        ("I mean a mission that brings back dust.", &[]),
        ("I remember signing my first book.", &[("signing my first book", "I", "indirect")]),
        ("Make sure you are safe.", &[("you are safe", "", "indirect")]),
        ("He said, I hereby sign the law.", &[("I hereby sign the law", "He", "indirect")]),
        ("That said, I hereby sign the law.", &[]),
    ];
    check(cases);
}

#[test]
fn what_stands_around_a_cue_and_what_has_a_gap() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The plan, Ann Ode, a professor, said, will fail.",
         &[("The plan … will fail", "Ann Ode, a professor", "indirect")]),
        ("The plan, Ann Ode and Bo Lee said, will fail.",
         &[("The plan … will fail", "Ann Ode and Bo Lee", "indirect")]),
        ("The plan, Ann Ode, a professor, will fail.", &[]),
        ("The plan, according to Ann Ode, a professor, will fail.",
         &[("The plan … will fail", "Ann Ode, a professor", "indirect")]),
        ("The group is thought to be hiding in Mali.", &[("The group … to be hiding in Mali", "", "indirect")]),
        ("The group, it is believed, has fled.", &[("The group … has fled", "", "indirect")]),
        ("Rumor has it that he will go.", &[("that he will go", "Rumor", "indirect")]),
        ("The fear is that he will not.", &[("that he will not", "", "indirect")]),
        ("The trouble is that he will not.", &[]),
        ("It is a town where he is thought to be hiding.", &[("he … to be hiding", "", "indirect")]),
        ("They condemned a video he posted that showed him killing a man.", &[]),
        ("It listed cases in which, he argued, they had lied.", &[("they had lied", "he", "indirect")]),
        ("He left, insisting that he did not “espouse violence” and comparing himself to Lee.",
         &[("that he did not “espouse violence”", "He", "mixed"), ("himself to Lee", "He", "indirect")]),
        ("They estimated by 2050, increasing population and changing diet would raise food needs.",
         &[("by 2050, increasing population and changing diet would raise food needs", "They", "indirect")]),
        ("They said so in their brief, and this is late.", &[]),
        ("Ask any driver on 177 St. whether he can let you off.", &[("whether he can let you off", "", "indirect")]),
        ("She wanted to show that off to people.", &[]),
        ("The archive was founded in 2011 and holds, at the time of writing, over 3,800 files that can be used.", &[]),
    ];
    check(cases);
}
