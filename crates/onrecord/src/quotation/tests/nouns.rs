//! Nouns with a clause, whose they are, and where contents end that a noun or a participle comments on.

use super::{Row, check};

#[test]
fn nouns_of_saying_have_an_owner_before_or_behind() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The Ode administration’s position is that the payment was no ransom.",
         &[("that the payment was no ransom", "The Ode administration’s", "indirect")]),
        ("Her answer was that the plan had failed.", &[("that the plan had failed", "Her", "indirect")]),
        ("The answer is that the plan has failed.", &[]),
        ("Isn’t the answer to that question that decisions are made from memory?", &[]),
        ("The complaint was that it would lead to higher fees.", &[("that it would lead to higher fees", "", "indirect")]),
        ("This is a convincing argument that the web is a start.", &[]),
        ("Lee accused Russia of lying, an extraordinary charge that experts say has no precedent.",
         &[("Russia of lying", "Lee", "indirect"), ("has no precedent", "experts", "indirect")]),
        ("He ignored White House warnings that the talks would fail.",
         &[("that the talks would fail", "White House", "indirect")]),
        ("He ignored a widespread Republican belief that the talks had failed.",
         &[("that the talks had failed", "Republican", "indirect")]),
        ("He ignored a widespread belief that the talks had failed.", &[]),
        ("She refused, despite Republican demands that she resign.",
         &[("that she resign", "Republican", "indirect")]),
        ("She refused, despite a pledge that she would resign.", &[("that she would resign", "", "indirect")]),
        ("The report’s conclusion — that the party had no floor — was echoed by Ode.",
         &[("that the party had no floor", "The report’s", "indirect")]),
        ("His allegation that a judge could not be impartial prompted even allies to leave.",
         &[("that a judge could not be impartial", "His", "indirect")]),
        ("She has not held a conference since May, a fact that her rival never mentions.", &[]),
    ];
    check(cases);
}

#[test]
fn comments_are_no_part_of_what_is_said() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("He said the money was used as “leverage,” contradicting what the ministry had said.",
         &[("the money was used as “leverage,”", "He", "mixed")]),
        ("He said that the plan was dead, echoing the mayor.", &[("that the plan was dead", "He", "indirect")]),
        ("He said that the boy fell, breaking a leg.", &[("that the boy fell, breaking a leg", "He", "indirect")]),
        ("It will spend $6 million, a sign, its authors wrote, that “the map is expanding.”",
         &[("that “the map is expanding.”", "its authors", "mixed")]),
        ("It was a sign, she said, that the map was changing.",
         &[("It was a sign … that the map was changing", "she", "indirect")]),
        ("He promised the crowd that, if elected, he would appoint a prosecutor.",
         &[("that, if elected, he would appoint a prosecutor", "He", "indirect")]),
        ("That drew a rebuke from Ann Ode of Ohio, who called it “a mess” and warned that it was late.",
         &[("it “a mess”", "Ann Ode of Ohio, who", "mixed"), ("that it was late", "Ann Ode of Ohio, who", "indirect")]),
        ("Ann Ode, who called it “a mess,” warned that it was late.",
         &[("it “a mess,”", "Ann Ode, who", "mixed"), ("that it was late", "Ann Ode, who called it “a mess,”", "indirect")]),
        ("He was told of the decision on Thursday, they said.",
         &[("He was told of the decision on Thursday", "they", "indirect")]),
        ("He was accused of fraud, they said.",
         &[("He … of fraud", "", "indirect"), ("He was accused of fraud", "they", "indirect")]),
        ("“It failed,” said the head of the union, Brandon Judson, in a statement posted on its website.",
         &[("It failed,", "the head of the union, Brandon Judson", "direct")]),
        ("“It failed,” said Mu Li, of the University of Sydney.", &[("It failed,", "Mu Li, of the University of Sydney", "direct")]),
        ("Her plan would, her aides say, lift millions out of poverty.",
         &[("Her plan would … lift millions out of poverty", "her aides", "indirect")]),
        ("What is certain, according to Ode, is that it rained.",
         &[("What is certain … is that it rained", "Ode", "indirect")]),
        ("She said it was “unacceptable,” but she asked people to forgive him.",
         &[("it was “unacceptable,”", "She", "mixed"), ("to forgive him", "she", "indirect")]),
        ("Obama to Trump: ‘Stop whining’\n\nIt rained.", &[("Stop whining", "Obama", "direct")]),
    ];
    check(cases);
}

#[test]
fn sources_are_cut_from_the_phrases_around_them() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("One of them, Michael Lee, asked him on cross-examination if it was late.",
         &[("if it was late", "One of them, Michael Lee", "indirect")]),
        ("When Mr. Lee was asked if it was late, he confirmed it.", &[("if it was late", "", "indirect")]),
        ("It shows a veteran watching clips of Trump saying, “I like people who win.”",
         &[("I like people who win.", "Trump", "direct")]),
        ("That is at odds with the testimony of David Lee, who told jurors that he lied.",
         &[("that he lied", "David Lee, who", "indirect")]),
        ("In a letter to the committee his lawyer, Ann Lee, wrote that it was late.",
         &[("that it was late", "his lawyer, Ann Lee", "indirect")]),
        ("Lee, according to his campaign, will speak in Iowa; Ann Ode will speak in Ohio.",
         &[("Lee … will speak in Iowa", "his campaign", "indirect")]),
        ("A Register poll published Saturday showed Mr. Ode overtaking him in Iowa.",
         &[("Mr. Ode overtaking him in Iowa", "A Register poll published Saturday", "indirect")]),
        ("Mr. Ode told supporters at a private fund-raiser that it was late.", &[("that it was late", "Mr. Ode", "indirect")]),
        ("He said that Lee had never proved it was late, and that Ann had left.",
         &[("that Lee had never proved it was late, and that Ann had left", "He", "indirect"), ("it was late", "Lee", "indirect")]),
        ("He planned to “smother” Mr. Ode with hugs.", &[("to “smother” Mr. Ode with hugs", "He", "mixed")]),
        ("The chief told reporters the suspect “wanted to kill people.”",
         &[("the suspect “wanted to kill people.”", "The chief", "mixed")]),
        ("Asked about those remarks, a founder of the movement, Ann Lee, laughed.", &[]),
        ("Mr. Trump, in a video message, struck a somber tone: “Our nation has become divided.”",
         &[("Our nation has become divided.", "Mr. Trump", "direct")]),
        ("All said the same thing: They feel like targets.", &[("They feel like targets", "All", "indirect")]),
        ("The men, both of whom asked for anonymity, said it rained.",
         &[("for anonymity", "both of whom", "indirect"), ("it rained", "The men, both of whom asked for anonymity", "indirect")]),
        ("“It rained,” Mr. Ode told The Daily Courier in an interview published Sunday.",
         &[("It rained,", "Mr. Ode", "direct")]),
        ("The problem, according to Lee, is not the tax; it is the law.",
         &[("The problem … is not the tax; it is the law", "Lee", "indirect")]),
        ("She said the best way for her to help elect Lee was “to step down as chair.”",
         &[("the best way for her to help elect Lee was “to step down as chair.”", "She", "mixed")]),
    ];
    check(cases);
}

#[test]
fn where_it_is_said_is_no_part_of_what_is_said() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("He said the plan would fail in a statement on Monday.", &[("the plan would fail", "He", "indirect")]),
        ("He said the plan would fail in an op-ed in the Courier.", &[("the plan would fail", "He", "indirect")]),
        ("He said the plan would fail in a year.", &[("the plan would fail in a year", "He", "indirect")]),
        ("She called him a fraud on Twitter.", &[("him a fraud", "She", "indirect")]),
        ("She blamed the loss on CNN.", &[("the loss on CNN", "She", "indirect")]),
        ("She called him a fraud on “Meet the Press.”", &[("him a fraud", "She", "indirect")]),
        ("She warned of a crisis in a televised speech in Ohio.", &[("of a crisis", "She", "indirect")]),
        ("She warned of a crisis in Ohio.", &[("of a crisis in Ohio", "She", "indirect")]),
        ("He vowed to fight on in a speech.", &[("to fight on", "He", "indirect")]),
        ("He plans to announce it in a speech.", &[("to announce it in a speech", "He", "indirect")]),
        ("She accused him of lying in an interview.", &[("him of lying in an interview", "She", "indirect")]),
    ];
    check(cases);
}
