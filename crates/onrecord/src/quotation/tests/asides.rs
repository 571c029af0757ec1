//! Whose words are whose where reports stand in one another: second verbs, what is put in and remarked, what somebody is asked, told or
//! expected to do by others, and what surveys and nouns report besides.

use super::{Row, check};

#[test]
fn the_second_of_two_verbs_is_whose_it_looks() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("When his people called to ask if they could hold a rally, he laughed.",
         &[("if they could hold a rally", "his people", "indirect")]),
        ("They called to ask if he could sing, dance and act.", &[("if he could sing, dance and act", "They", "indirect")]),
        ("Ann Ode of Ohio, who called Lee a mess and predicted he’d be gone by May, seems to agree.",
         &[("Lee a mess", "Ann Ode of Ohio, who", "indirect"), ("he’d be gone by May", "Ann Ode of Ohio, who", "indirect")]),
        ("Ann Ode, who in July had alleged that it was late, professed new respect for the bureau.",
         &[("that it was late", "Ann Ode, who", "indirect")]),
        ("She was not asked to vouch for it, and when Lee walked her through it, Poe acknowledged that it was late.",
         &[("to vouch for it", "", "indirect"), ("that it was late", "Poe", "indirect")]),
        ("She was not asked to read it, and to sign it.", &[("to read it, and to sign it", "", "indirect")]),
        ("He wouldn’t say how many guards will come but called it “a mess.”",
         &[("how many guards will come", "He", "indirect"), ("it “a mess.”", "He", "mixed")]),
        ("His friends say yes, his staff says no, and he says it rained.",
         &[("yes", "His friends", "indirect"), ("no", "his staff", "indirect"), ("it rained", "he", "indirect")]),
        ("Trump has warned of riots, then said it was late.",
         &[("of riots", "Trump", "indirect"), ("it was late", "Trump", "indirect")]),
        ("There is a lesson for the pundits who keep calling Ode a fraud.",
         &[("Ode a fraud", "the pundits who", "indirect")]),
        ("Her complaint is that the candidate seems to believe that it rained.",
         &[("that the candidate seems to believe that it rained", "Her", "indirect"),
           ("that it rained", "the candidate", "indirect")]),
    ];
    check(cases);
}

#[test]
fn what_is_put_in_belongs_to_the_clause_around_it() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("He is not Lee, whose casinos, he likes to point out, went broke.",
         &[("whose casinos … went broke", "he", "indirect")]),
        ("Mr. Casey, who has tried, friends say, to leave the party, was late.",
         &[("who has tried … to leave the party", "friends", "indirect")]),
        ("The plan, which he opposed, aides say, was late.",
         &[("The plan, which he opposed … was late", "aides", "indirect")]),
        ("“It is late,” he told the handful of men he had invited aboard.", &[("It is late,", "he", "direct")]),
        ("“It is late,” he told them, adding that he had invited ten men.",
         &[("It is late,", "he", "direct"), ("that he had invited ten men", "he", "indirect")]),
    ];
    check(cases);
}

#[test]
fn objects_and_consequences_are_no_reports() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("It is clear to all who heard it that it was late.", &[]),
        ("They know it so well that they laugh.", &[]),
        ("They know that it was late.", &[("that it was late", "They", "indirect")]),
        ("I’ve heard it will rain.", &[("it will rain", "I", "indirect")]),
        ("That tells you most of what you need to know about the party.", &[]),
        ("It was a bad idea to let people decide has its limits.", &[]),
    ];
    check(cases);
}

#[test]
fn whoever_is_expected_or_asked_by_somebody() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Tim Ode, who is expected to speak on Tuesday, left.", &[("to speak on Tuesday", "", "indirect")]),
        ("Tim Ode, who is ready to speak on Tuesday, left.", &[]),
        ("Ode is said by one person close to him to have laughed.",
         &[("Ode … to have laughed", "one person close to him", "indirect")]),
        ("Ode is driven by one person close to him to his office.", &[]),
        ("Asked by Lee what he meant by that, he left.", &[("what he meant by that", "Lee", "indirect")]),
        ("He told them to “man up and vote.”", &[("to “man up and vote.”", "He", "mixed")]),
        ("He threatened to jail Lee.", &[("to jail Lee", "He", "indirect")]),
        ("He sent a letter to jail.", &[]),
        ("He has refused to commit to naming a date.",
         &[("to commit to naming a date", "He", "indirect"), ("naming a date", "He", "indirect")]),
        ("What she wants is for somebody to admit it.", &[("for somebody to admit it", "she", "indirect")]),
        ("What she wants is late.", &[]),
        ("What I want is to leave.", &[]),
        ("“I will say this about her: she doesn’t quit.”", &[("she doesn’t quit", "I", "direct")]),
        ("Ms. Ode put the bill at between $38,000 and $45,000.",
         &[("the bill at between $38,000 and $45,000", "Ms. Ode", "indirect")]),
        ("He called that objection predictable.", &[("that objection predictable", "He", "indirect")]),
        ("He had called Ann Ode “Miss Piggy.”", &[("Ann Ode “Miss Piggy.”", "He", "mixed")]),
        ("He had called the book “Miss Piggy.”", &[]),
        ("She insisted on The View that it was late.", &[("that it was late", "She", "indirect")]),
        ("She insisted on the rule that it was written.", &[]),
        ("She said on a call with reporters the letter was late.", &[("the letter was late", "She", "indirect")]),
    ];
    check(cases);
}

#[test]
fn surveys_and_nouns_report_more() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("A survey shows that 53 percent want a wall, and 70 percent of Democrats think it is late.",
         &[("that 53 percent want a wall, and 70 percent of Democrats think it is late", "A survey", "indirect"),
           ("it is late", "70 percent of Democrats", "indirect")]),
        ("Ode said that 53 percent want a wall, and an aide said it was late.",
         &[("that 53 percent want a wall", "Ode", "indirect"), ("it was late", "an aide", "indirect")]),
        ("The poll found Ode ahead by two points, while another poll gave Lee the lead.",
         &[("Ode ahead by two points", "The poll", "indirect")]),
        ("He left amid fears he would lose the race.", &[("he would lose the race", "", "indirect")]),
        ("The fears he has are old.", &[]),
        ("Their plan is to run up the score.", &[("to run up the score", "Their", "indirect")]),
        ("Our plan is to run up the score.", &[]),
        ("He renewed his call for Lee to be denied entry.", &[("for Lee to be denied entry", "his", "indirect")]),
        ("I mean the aim was, whether you believe it or not, that it would rain.",
         &[("the aim was, whether you believe it or not, that it would rain", "I", "indirect")]),
        ("The problem with this argument is that it rained.", &[]),
        ("The men who had said that they considered Trump a con artist laughed.",
         &[("that they considered Trump a con artist", "The men who", "indirect"),
           ("Trump a con artist", "they", "indirect")]),
        ("He left for a crash that reportedly occurred in May.", &[("occurred in May", "", "indirect")]),
        ("The net, he insists, has become “a hammock” — a line he swore off in May.",
         &[("The net … has become “a hammock”", "he", "mixed")]),
        ("He said he was being late, “but not that late.”", &[("he was being late, “but not that late.”", "He", "mixed")]),
        ("Police said Bernard confessed to detectives that he had been there and admitted to knowing about it.",
         &[("Bernard confessed to detectives that he had been there and admitted to knowing about it", "Police", "indirect"),
           ("that he had been there", "Bernard", "indirect"), ("knowing about it", "Bernard", "indirect")]),
        ("Police said Lee was late and denied that it rained.",
         &[("Lee was late", "Police", "indirect"), ("that it rained", "Police", "indirect")]),
        ("He told us whenever he was stopped, they would let him go.",
         &[("whenever he was stopped, they would let him go", "He", "indirect")]),
        ("Lee told Ode in May that it might be better off “with nukes,” which is odd.",
         &[("that it might be better off “with nukes,”", "Lee", "mixed")]),
        ("A spokesman said “it has no place here,” before quickly turning to his hat.",
         &[("it has no place here,", "A spokesman", "direct")]),
        ("Lee confirmed that it was late, something no one there had seen.", &[("that it was late", "Lee", "indirect")]),
        ("Most of them believe she broke the law, and one in four Democrats do, too.",
         &[("she broke the law", "Most of them", "indirect")]),
        ("He believes, he said, that it is wrong.",
         &[("He believes … that it is wrong", "he", "indirect"), ("that it is wrong", "He", "indirect")]),
        ("“I have told my team to leave,” Ode said.",
         &[("I have told my team to leave,", "Ode", "direct"), ("to leave", "I", "direct")]),
        ("“I was late,” a lawyer confessed to me in the hall.", &[("I was late,", "a lawyer", "direct")]),
        ("A lawyer confessed to theft in the hall.", &[]),
        ("The chairman of the board walked out again on Monday, late and in no hurry, to argue that it was not, as he put it, “a choice.”",
         &[("a choice.", "he", "direct")]),
        ("The plan is, as Ode put it, “a mess.”", &[("The plan is … a mess.", "Ode", "mixed")]),
        ("It was “late,” in the words of an official there, and on a Wednesday call, he sought to explain.",
         &[("It was “late,”", "an official there", "mixed")]),
        ("The campaign told the Tax Foundation that so-called pass-through firms would go.",
         &[("that so-called pass-through firms would go", "The campaign", "indirect")]),
        ("A study found that it rained, which suggests haste.", &[("that it rained", "A study", "indirect")]),
        ("Some groups welcomed the move as historic.", &[("the move as historic", "Some groups", "indirect")]),
        ("Some groups welcomed the men as they came.", &[]),
        ("The plan fell apart in May and then, as Ode put it, “went to sleep.”", &[("went to sleep.", "Ode", "direct")]),
        ("Asked to name one, the senator said he could not.",
         &[("to name one", "", "indirect"), ("he could not", "the senator", "indirect")]),
        ("Men ordered to leave the town went home.", &[]),
        ("Lee asked whose plan it had been.", &[("whose plan it had been", "Lee", "indirect")]),
        ("Lee met Ode, whose plan it had been.", &[]),
    ];
    check(cases);
}

#[test]
fn infinitives_behind_where_they_are_vowed() {
    let cases: &[(&str, &[Row])] = &[
        ("Lee promised in a speech on Monday to cut taxes.", &[("to cut taxes", "Lee", "indirect")]),
        ("Lee vowed in a letter to colleagues never to leave.", &[("never to leave", "Lee", "indirect")]),
        (
            "The mayor agreed after talks with unions to raise pay.",
            &[("to raise pay", "The mayor", "indirect")],
        ),
        ("The mayor agreed in an effort to win votes.", &[]),
        ("The mayor agreed to a plan by a board to raise pay.", &[]),
        (
            "Lee hoped at the rally that Ode was glad to leave.",
            &[("that Ode was glad to leave", "Lee", "indirect")],
        ),
    ];
    check(cases);
}

#[test]
fn few_words_in_marks_behind_their_verb() {
    let cases: &[(&str, &[Row])] = &[
        ("The mayor said “no way.”", &[("no way.", "The mayor", "direct")]),
        ("The mayor told reporters “no.”", &[("no.", "The mayor", "direct")]),
        ("Lee voted for Ode in May and now says “never again.”", &[("never again.", "Lee", "direct")]),
        ("The mayor said “every,” not “some.”", &[]),
        ("The mayor told the “hero” of May.", &[]),
    ];
    check(cases);
}
