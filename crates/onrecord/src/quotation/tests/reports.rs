//! What political reports have between a cue, its source and its content: tenses that tell whose a verb is, why and with what a
//! thing is said or compared, lists, and whom people told what.

use super::{Row, check};

#[test]
fn tenses_tell_whose_the_second_verb_is() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("A source said that Mr. Ode knows about the complaints and has decided to ignore them.",
         &[("that Mr. Ode knows about the complaints and has decided to ignore them", "A source", "indirect"),
           ("to ignore them", "Mr. Ode", "indirect")]),
        ("A source said that it had rained and decided that it was late.",
         &[("that it had rained", "A source", "indirect"), ("that it was late", "A source", "indirect")]),
        ("She does not think that Lee understands the West, and she considers it a mess.",
         &[("that Lee understands the West", "She", "indirect"), ("it a mess", "she", "indirect")]),
        ("A spokesman denied that Mr. Ode had threatened anyone but would not say who was there.",
         &[("that Mr. Ode had threatened anyone", "A spokesman", "indirect"), ("who was there", "A spokesman", "indirect")]),
        ("He said he was “not there yet” and reached for his tea.", &[("he was “not there yet”", "He", "mixed")]),
        ("He said the plan was “late” and “hurt” his friends.",
         &[("the plan was “late” and “hurt” his friends", "He", "mixed")]),
        ("They are split, with some arguing that silence would hurt and others fearing that talks would fail.",
         &[("that silence would hurt", "some", "indirect"), ("that talks would fail", "others", "indirect")]),
        ("The aide who resigned saying that it was late has come back.",
         &[("that it was late", "The aide who resigned", "indirect")]),
        ("Records show that the fund, which Ode founded in 2011 and chaired until May, raised money and gave it away.",
         &[("that the fund, which Ode founded in 2011 and chaired until May, raised money and gave it away", "Records", "indirect")]),
        ("Gray backs the plan but is concerned that it could cost too much.",
         &[("that it could cost too much", "Gray", "indirect")]),
    ];
    check(cases);
}

#[test]
fn reasons_are_said_and_comparisons_are_not() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The order was given in April, the official claimed, so that nobody would see it.",
         &[("The order was given in April … so that nobody would see it", "the official", "indirect")]),
        ("Officers do not ask, Mr. Ode told the council, because victims need to feel safe.",
         &[("Officers do not ask … because victims need to feel safe", "Mr. Ode", "indirect")]),
        ("Sales were down, Mr. Ode said, in part because of the rain.",
         &[("Sales were down … in part because of the rain", "Mr. Ode", "indirect")]),
        ("Sales were down, Mr. Ode told the council, with a smile.", &[("Sales were down", "Mr. Ode", "indirect")]),
        ("He praised Harry Lee, who, Ms. Ode said, “had the guts to leave.”",
         &[("who … had the guts to leave.", "Ms. Ode", "mixed")]),
        ("Just 63 percent of them say that they are interested in the election, compared with 78 percent of others.",
         &[("that they are interested in the election", "Just 63 percent of them", "indirect")]),
        ("Mr. Ode says that the rate is low, compared with that of Ohio.",
         &[("that the rate is low, compared with that of Ohio", "Mr. Ode", "indirect")]),
        ("He told friends that he would leave, an aim that, given the time, may be odd.",
         &[("that he would leave", "He", "indirect")]),
        ("Early figures suggest she is liked there, campaign manager Jeff Ode told reporters.",
         &[("Early figures suggest she is liked there", "campaign manager Jeff Ode", "indirect"),
           ("she is liked there", "Early figures", "indirect")]),
    ];
    check(cases);
}

#[test]
fn clauses_that_tell_of_a_thing_are_no_reports() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The numbers underscore the tightrope that Ms. Ode has been walking.", &[]),
        ("The numbers underscore that Ms. Ode has been losing.",
         &[("that Ms. Ode has been losing", "The numbers", "indirect")]),
        ("He drove out to the towns, and what he heard there frightened him.", &[]),
        ("She fell ill in May with what her doctor said was a cold.", &[("was a cold", "her doctor", "indirect")]),
        ("Ms. Lee repeats, whenever she is asked, that it was a mistake.",
         &[("that it was a mistake", "Ms. Lee", "indirect")]),
    ];
    check(cases);
}

#[test]
fn feelings_lists_and_what_people_told_others() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Her aides have long worried that it would rain.", &[("that it would rain", "Her aides", "indirect")]),
        ("Her worried aides left.", &[]),
        ("The polls have convinced them that Ohio is lost.", &[("that Ohio is lost", "The polls", "indirect")]),
        ("Her aides allowed themselves to hope that the worst was over.",
         &[("that the worst was over", "Her aides", "indirect")]),
        ("Most voters do not consider her honest, and few do.", &[("her honest", "Most voters", "indirect")]),
        ("Most voters do not consider her honest answers.", &[]),
        ("Few can say what law she broke.", &[("what law she broke", "Few", "indirect")]),
        ("He remembers Mr. Ode as restless, funny, and incapable of rest.",
         &[("Mr. Ode as restless, funny, and incapable of rest", "He", "indirect")]),
        ("He remembers Mr. Ode as funny, and few do.", &[("Mr. Ode as funny", "He", "indirect")]),
        ("These guys know what they have.", &[("what they have", "These guys", "indirect")]),
        ("He told the children to be brave, to help people and to expect that it would rain.",
         &[("to be brave, to help people and to expect that it would rain", "He", "indirect"),
           ("that it would rain", "the children", "indirect")]),
        ("He told the children to be brave, and left.", &[("to be brave", "He", "indirect")]),
        ("“I told his people, you can’t have it both ways,” Ode said.",
         &[("I told his people, you can’t have it both ways,", "Ode", "direct"),
           ("you can’t have it both ways", "I", "direct")]),
        ("“I told his people, and they left,” Ode said.", &[("I told his people, and they left,", "Ode", "direct")]),
        ("The survey showed her trailing by two points.", &[("her trailing by two points", "The survey", "indirect")]),
        ("The survey showed her brother.", &[]),
        ("The poll shows both candidates at 44 percent.", &[("both candidates at 44 percent", "The poll", "indirect")]),
        ("He urged the city to adopt the plan and described the habit of taking in strangers as “a blessing.”",
         &[("to adopt the plan", "He", "indirect"), ("the habit of taking in strangers as “a blessing.”", "He", "mixed")]),
    ];
    check(cases);
}

#[test]
fn sources_are_those_who_speak_or_think() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Her secretary, a young man named Eli Ode, picked up the phone, found that it was dead and said nothing.",
         &[("that it was dead", "Her secretary, a young man named Eli Ode", "indirect")]),
        ("Mr. Reid, who is retiring, took the floor to praise the law, and added that the refusal proved nothing.",
         &[("that the refusal proved nothing", "Mr. Reid, who is retiring", "indirect")]),
        ("When pressed to say why he left, Mr. Ode refused to answer.", &[("to answer", "Mr. Ode", "indirect")]),
        ("When pressed by a reporter to say why he left, Mr. Ode refused to answer.",
         &[("to say why he left", "a reporter", "indirect"), ("to answer", "Mr. Ode", "indirect")]),
        ("The city is cutting corners, raising fears that it could fail.", &[("that it could fail", "", "indirect")]),
        ("That deepened the suspicion among reporters that it could fail.",
         &[("that it could fail", "reporters", "indirect")]),
        ("Senators raised fears that it could fail.", &[("that it could fail", "Senators", "indirect")]),
        ("His running mate, Mike Ode, promised in August that he would leave and suggested that Lee would follow.",
         &[("that Lee would follow", "His running mate, Mike Ode", "indirect")]),
        ("“It is over,” Mr. Ode can be heard saying on the tape.", &[("It is over,", "Mr. Ode", "direct")]),
        ("“It is over,” Mr. Ode is heard in the hall.", &[]),
    ];
    check(cases);
}

#[test]
fn second_statements_are_the_sources() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Ode, a Republican, said she had worked to pass the act and faulted Lee for waiting too long.",
         &[("she had worked to pass the act", "Ode, a Republican", "indirect"),
           ("Lee for waiting too long", "Ode, a Republican", "indirect")]),
        ("Ode said he had met her and told her that it was late.",
         &[("he had met her and told her that it was late", "Ode", "indirect"), ("that it was late", "he", "indirect")]),
        ("She said she backs the bill but thinks a plan should be required.",
         &[("she backs the bill but thinks a plan should be required", "She", "indirect"),
           ("a plan should be required", "she", "indirect")]),
        ("The bank left its rate alone on Monday, saying prices remained too high, and signalled that it would wait.",
         &[("prices remained too high", "The bank", "indirect"), ("that it would wait", "The bank", "indirect")]),
        ("They were of the opinion that licences would ease the problem, and instructed the board to draft a text.",
         &[("that licences would ease the problem", "They", "indirect"), ("to draft a text", "They", "indirect")]),
        ("We think that every port which buys a crane should save money, and we have proposed that the board adopt a rule.",
         &[("that every port which buys a crane should save money", "We", "indirect"),
           ("that the board adopt a rule", "we", "indirect")]),
        ("They wrote that they had found no evidence that it rained, and two aides told them that it had not.",
         &[("that they had found no evidence that it rained", "They", "indirect"),
           ("no evidence that it rained", "they", "indirect"), ("that it had not", "two aides", "indirect")]),
        ("It was passed, with Democrats charging that it was late and Republicans retorting that it was not.",
         &[("that it was late", "Democrats", "indirect"), ("that it was not", "Republicans", "indirect")]),
    ];
    check(cases);
}

#[test]
fn authors_go_on_in_their_own_time() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Mr. Ode said he was not ready, and the two men are expected to meet on Monday.",
         &[("he was not ready", "Mr. Ode", "indirect")]),
        ("Mr. Ode says he is not ready, and the two men are expected to meet on Monday.",
         &[("he is not ready, and the two men are expected to meet on Monday", "Mr. Ode", "indirect")]),
        ("He claimed that few of them supported it, without saying how many there were.",
         &[("that few of them supported it", "He", "indirect"), ("how many there were", "He", "indirect")]),
        ("The agency said that the plan was “late” and would hurt Ohio.",
         &[("that the plan was “late” and would hurt Ohio", "The agency", "mixed")]),
        ("The senator said the agency had made such claims, only to find the money.",
         &[("the agency had made such claims, only to find the money", "The senator", "indirect")]),
        ("Mr. Ode, who will attend, told reporters that he was confident it could be done.",
         &[("that he was confident it could be done", "Mr. Ode, who will attend", "indirect"),
           ("it could be done", "he", "indirect")]),
        ("A friend had offered her a job, she said, with a group that taught coding.",
         &[("A friend had offered her a job … with a group that taught coding", "she", "indirect")]),
    ];
    check(cases);
}

#[test]
fn bodies_mean_to_do_things_and_things_are_called_something() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The company says it intends to hire more people.",
         &[("it intends to hire more people", "The company", "indirect"), ("to hire more people", "it", "indirect")]),
        ("It is expected to rain.", &[]),
        ("He vowed in court to fight it.", &[("to fight it", "He", "indirect")]),
        ("Ministers agreed in principle on Monday to bar nine people.", &[("to bar nine people", "Ministers", "indirect")]),
        ("Both sides shared the view that trade is good.", &[("that trade is good", "Both sides", "indirect")]),
        ("Two aides raised concerns in late 2010 that messages might be lost.",
         &[("that messages might be lost", "Two aides", "indirect")]),
        ("Two aides raised funds in late 2010 that might be lost.", &[]),
        ("Both sides rejected the view that trade is good.",
         &[("the view that trade is good", "Both sides", "indirect"), ("that trade is good", "", "indirect")]),
        ("Ode called the charge misleading.", &[("the charge misleading", "Ode", "indirect")]),
        ("Ode declared the bill dead on arrival.", &[("the bill dead on arrival", "Ode", "indirect")]),
        ("Ode called the new office.", &[]),
        ("And in Wisconsin, aides have pleaded for a surrogate — any surrogate.",
         &[("for a surrogate", "aides", "indirect")]),
        ("Some wore hats, and a few confessed they did not care.", &[("they did not care", "a few", "indirect")]),
        ("KANSAS CITY, Kan. (AP) — A federal judge said it was late.", &[("it was late", "A federal judge", "indirect")]),
    ];
    check(cases);
}

#[test]
fn reports_at_the_end_of_a_sentence_and_inside_clauses() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("About 800,000 workers could be sent home, the Office of Management estimated.",
         &[("About 800,000 workers could be sent home", "the Office of Management", "indirect")]),
        ("The loss was small, far less than many estimated.", &[]),
        ("He pointed to a survey that showed the race tied.", &[("the race tied", "a survey that", "indirect")]),
        ("He pointed to a room that showed the race tied.", &[]),
        ("We heard them say that it was late.", &[("that it was late", "them", "indirect")]),
        ("We heard that they say so.", &[("that they say so", "We", "indirect")]),
        ("It passed over a plea from Mr. Ode to stand down.", &[("to stand down", "Mr. Ode", "indirect")]),
        ("It passed with a plea from Mr. Ode.", &[]),
        ("Her office urged the agency to bar people from a country where, according to the police, checks are rare.",
         &[("to bar people from a country where, according to the police, checks are rare", "Her office", "indirect"),
           ("checks are rare", "the police", "indirect")]),
        ("He told them that he would not go, brushing aside a plea.", &[("that he would not go", "He", "indirect")]),
        ("Ferrante confirmed his exit in a text message but declined to go.",
         &[("his exit", "Ferrante", "indirect"), ("to go", "Ferrante", "indirect")]),
        ("Only 29 percent said they trust her, the lowest figure in years.",
         &[("they trust her", "Only 29 percent", "indirect")]),
        ("The aide said the mayor believes in it, and he expressed hope that it would pass.",
         &[("the mayor believes in it", "The aide", "indirect"),
           ("hope that it would pass", "he", "indirect")]),
        ("He left when the mayor allegedly struck him.", &[("the mayor … struck him", "", "indirect")]),
    ];
    check(cases);
}

#[test]
fn posts_are_the_words_of_who_signs_them() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Seat belts save lives. The governor does not. — Equality Ohio (@EqualityOH) August 9, 2016",
         &[("Seat belts save lives. The governor does not.", "Equality Ohio", "indirect")]),
        ("Seat belts save lives. --Ann Ode (@annode)", &[("Seat belts save lives.", "Ann Ode", "indirect")]),
        ("“Seat belts save lives.” — Ann Ode (@annode)", &[("Seat belts save lives.", "Ann Ode", "direct")]),
        ("Follow us on Twitter — the desk (@desk) is open all day.", &[]),
        ("He wrote to Ann Ode (@annode) in May.", &[]),
    ];
    check(cases);
}

#[test]
fn times_and_places_see_nothing() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Friday saw stocks fall again.", &[]),
        ("The museum saw attendance levels reach a record in 2010.", &[]),
        ("She saw the deal was dead.", &[("the deal was dead", "She", "indirect")]),
        ("The court saw that the law was void.", &[("that the law was void", "The court", "indirect")]),
    ];
    check(cases);
}

#[test]
fn clauses_about_a_noun_have_it_for_their_subject() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("He named a man he claimed had stolen the money.", &[("had stolen the money", "he", "indirect")]),
        ("The candidate she said was unfit won the vote.", &[("was unfit", "she", "indirect")]),
        ("The first thing she said was, it takes courage.", &[]),
    ];
    check(cases);
}

#[test]
fn what_others_say_next_is_no_part_of_what_is_said() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Mayor Ann Ode said the gunman had left the room, and the FBI said it had found him.",
         &[("the gunman had left the room", "Mayor Ann Ode", "indirect"), ("it had found him", "the FBI", "indirect")]),
        ("Six in 10 voters said they think Ode is ill, and a similar share think that he is not.",
         &[("they think Ode is ill", "Six in 10 voters", "indirect"), ("Ode is ill", "they", "indirect"),
           ("that he is not", "a similar share", "indirect")]),
        ("The Times said it was reviewing the plan, and someone at NBC, speaking on background, described it as late.",
         &[("it was reviewing the plan", "The Times", "indirect"),
           ("it as late", "someone at NBC", "indirect")]),
        ("Aides said Ode offered to create a board, but the rebels were said to have mocked it.",
         &[("Ode offered to create a board", "Aides", "indirect"), ("to create a board", "Ode", "indirect"),
           ("the rebels … to have mocked it", "", "indirect")]),
        ("He has said that he would back the nominee, but he has never named him.",
         &[("that he would back the nominee", "He", "indirect")]),
        ("The judge noted that the court had upheld the law and asked whether it was late.",
         &[("that the court had upheld the law", "The judge", "indirect"), ("whether it was late", "The judge", "indirect")]),
        ("An aide said the senator had worked on it and hoped to finish it.",
         &[("the senator had worked on it and hoped to finish it", "An aide", "indirect"),
           ("to finish it", "the senator", "indirect")]),
        ("I think that if a man claims the rate is low, somebody ought to say it is not.",
         &[("that if a man claims the rate is low, somebody ought to say it is not", "I", "indirect"),
           ("the rate is low", "a man", "indirect"), ("it is not", "somebody", "indirect")]),
    ];
    check(cases);
}

#[test]
fn authors_remark_on_what_is_said() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("He claimed he had “always” opposed the war, which he had not.",
         &[("he had “always” opposed the war", "He", "mixed")]),
        ("An aide said that the paper “stands by its story,” which is what aides do.",
         &[("that the paper “stands by its story,”", "An aide", "mixed")]),
        ("An aide said that he opposed the war, which had begun in May.",
         &[("that he opposed the war, which had begun in May", "An aide", "indirect")]),
        ("She said the House will act, though she would not commit to a date.",
         &[("the House will act", "She", "indirect")]),
        ("Most said their children will be worse off than they are.",
         &[("their children will be worse off than they are", "Most", "indirect")]),
        ("They are people who contend that Mr. Ode, a man who has left the party, cannot win.",
         &[("that Mr. Ode, a man who has left the party, cannot win", "people who", "indirect")]),
        ("“It rained for all of the long afternoon,” Mr. Lee told reporters who mobbed him in the aisle.",
         &[("It rained for all of the long afternoon,", "Mr. Lee", "direct")]),
    ];
    check(cases);
}

#[test]
fn contents_go_on_behind_marks_and_conjunctions() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The bureau confirmed in a statement that it was “aware of reports” and was working on them.",
         &[("that it was “aware of reports” and was working on them", "The bureau", "mixed")]),
        ("Sources told the Post that Ode has been “in a mood” since Lee left the room.",
         &[("that Ode has been “in a mood” since Lee left the room", "Sources", "mixed")]),
        ("She left, saying it was “absurd” that a man could walk into a store.",
         &[("it was “absurd” that a man could walk into a store", "She", "mixed")]),
        ("As aides insisted that it was late, Ann Ode kept quiet, telling friends that it was early.",
         &[("that it was late", "aides", "indirect"), ("that it was early", "Ann Ode", "indirect")]),
        ("Ode issued a statement calling the reports a mess and saying that it was late.",
         &[("the reports a mess", "a statement", "indirect"), ("that it was late", "a statement", "indirect")]),
        ("Ode emailed reporters a statement insisting that it was late.",
         &[("that it was late", "a statement", "indirect")]),
        ("Ode called the bureau twice and asked for “help” with an email.",
         &[("for “help” with an email", "Ode", "mixed")]),
        ("Another is to dare voters to go.", &[]),
        ("By evening, speaker after speaker accused Ode of fraud.", &[("Ode of fraud", "speaker after speaker", "indirect")]),
        ("The group tweeted that attacking Ode for candor was “politics.”",
         &[("that attacking Ode for candor was “politics.”", "The group", "mixed")]),
        ("“How is she not in jail???” tweeted @annode.", &[("How is she not in jail???", "@annode", "direct")]),
    ];
    check(cases);
}

#[test]
fn words_stand_between_a_cue_and_its_content() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Ode torched Lee as “weak,” and left.", &[("Lee as “weak,”", "Ode", "mixed")]),
        ("Ode brushed aside the protest as a stunt.", &[("the protest as a stunt", "Ode", "indirect")]),
        ("Reid called that language a mess.", &[("that language a mess", "Reid", "indirect")]),
        ("Aides said the group had raised money and had hoped at the very least to get on the ballot.",
         &[("the group had raised money and had hoped at the very least to get on the ballot", "Aides", "indirect"),
           ("to get on the ballot", "the group", "indirect")]),
        ("She is thinking about leaving.", &[("leaving", "She", "indirect")]),
        ("His voters want taxes cut, but they stay home.", &[("taxes cut", "His voters", "indirect")]),
        ("She wants them held to the rules.", &[("them held to the rules", "She", "indirect")]),
        ("As Ann Ode has pointed out again and again, it is late.", &[("it is late", "Ann Ode", "indirect")]),
        ("This column has argued before that the trouble with political television is bias.",
         &[("that the trouble with political television is bias", "This column", "indirect")]),
        ("The lobby has warned members that Ode and Lee want to repeal the law.",
         &[("that Ode and Lee want to repeal the law", "The lobby", "indirect"),
           ("to repeal the law", "Ode and Lee", "indirect")]),
        ("It came a day after a survey by Gallup found the two candidates tied at 43 percent.",
         &[("the two candidates tied at 43 percent", "a survey by Gallup", "indirect")]),
    ];
    check(cases);
}

#[test]
fn colons_have_the_subject_of_the_main_clause() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("When Ode said it was late, Lee was blunt: “We have counted the eagles.”",
         &[("it was late", "Ode", "indirect"), ("We have counted the eagles.", "Lee", "direct")]),
        ("After Ode said that it was late, Lee sent a reply: “We have counted the eagles.”",
         &[("that it was late", "Ode", "indirect"), ("We have counted the eagles.", "Lee", "direct")]),
        ("When Ode spoke, he said: “We have counted the eagles.”", &[("We have counted the eagles.", "he", "direct")]),
    ];
    check(cases);
}

#[test]
fn second_clauses_have_a_source_of_their_own() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Many experts think that it is late, and the bank recently cut its forecast, citing weak demand.",
         &[("that it is late", "Many experts", "indirect"), ("weak demand", "the bank", "indirect")]),
        ("Many experts think that it is late, citing weak demand.",
         &[("that it is late", "Many experts", "indirect"), ("weak demand", "Many experts", "indirect")]),
        ("He called Ode “crooked,” and the crowd responded with chants of “Lock her up!”",
         &[("Ode “crooked,”", "He", "mixed"), ("Lock her up!", "the crowd", "direct")]),
        ("His children like Gingrich, according to an aide, while his chairman has backed Pence.",
         &[("His children like Gingrich", "an aide", "indirect")]),
        ("Half of voters say Ode should go, while 22 percent would prefer Lee.",
         &[("Ode should go", "Half of voters", "indirect")]),
        ("Ode said Kenya would pay “all of it,” hours after the president had said that it would not.",
         &[("Kenya would pay “all of it,”", "Ode", "mixed"), ("that it would not", "the president", "indirect")]),
        ("Others, one aide reported, were wondering if it was late.",
         &[("Others … were wondering if it was late", "one aide", "indirect"), ("if it was late", "Others", "indirect")]),
        ("He said he'd been bombarded with letters and “just wanted peace.”",
         &[("he'd been bombarded with letters and “just wanted peace.”", "He", "mixed")]),
    ];
    check(cases);
}

#[test]
fn infinitives_stand_behind_relatives_and_denials() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("She vowed never again to be surprised.", &[("never again to be surprised", "She", "indirect")]),
        ("She asked those who favored Ode to raise their hands.", &[("to raise their hands", "She", "indirect")]),
        ("Ode has called on those from states he won to go.", &[("to go", "Ode", "indirect")]),
        ("Ode promised both to stay and to fight.", &[("to stay and to fight", "Ode", "indirect")]),
        ("He looked forward to meeting the nominee.", &[("meeting the nominee", "He", "indirect")]),
        ("He looked forward.", &[]),
    ];
    check(cases);
}

#[test]
fn people_are_asked_by_whom_nobody_says() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Ode has been asked to submit ten years of returns.", &[("to submit ten years of returns", "", "indirect")]),
        ("“We are being told to leave,” Lee said.",
         &[("We are being told to leave,", "Lee", "direct"), ("to leave", "", "direct")]),
        ("They were told.", &[]),
        ("Ann Ode, arguing for the appellants.", &[]),
        ("Lee and I put it together.", &[]),
    ];
    check(cases);
}

#[test]
fn who_speaks_intends_things_in_marks() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("“I intend to vote for her,” Lee said.",
         &[("I intend to vote for her,", "Lee", "direct"), ("to vote for her", "I", "direct")]),
        ("I intend to vote for her.", &[]),
    ];
    check(cases);
}
