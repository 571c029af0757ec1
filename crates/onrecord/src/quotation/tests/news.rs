//! What news puts around its reports: tails behind the cue, clauses about a noun, second verbs, polls and places.

use super::{Row, check};

#[test]
fn clauses_about_a_noun_have_the_cue_inside() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Police fired at a man who, witnesses said, had his hands up.",
         &[("who … had his hands up", "witnesses", "indirect")]),
        ("The bill, which, Democrats argue, would save lives, is stalled.",
         &[("which … would save lives", "Democrats", "indirect")]),
        ("He spoke to three aides, none of whom, he said, seemed surprised.",
         &[("none of whom … seemed surprised", "he", "indirect")]),
        ("The bill, which Republicans said would kill jobs, passed on Friday.",
         &[("would kill jobs", "Republicans", "indirect")]),
        ("He made a decision that the groups called a gift to polluters.",
         &[("a gift to polluters", "the groups", "indirect")]),
        ("He made a decision that called for calm.", &[]),
        ("The deal, which he has called the worst in history, was signed.",
         &[("the worst in history", "he", "indirect")]),
        ("One of the aides described the lunch that followed as tense.",
         &[("the lunch that followed as tense", "One of the aides", "indirect")]),
        ("The trip ended in what one aide called “a train wreck.”", &[("a train wreck.", "one aide", "direct")]),
        ("It was a charge Mr. Lee rejected as “absurd.”", &[("as “absurd.”", "Mr. Lee", "mixed")]),
        ("It was an offer that the family’s lawyer, Bo Lee, described as an insult.",
         &[("as an insult", "the family’s lawyer, Bo Lee", "indirect")]),
        ("What is new, she said, is that it rained.", &[("What is new … is that it rained", "she", "indirect")]),
        ("The bill is dead because, according to Mr. Lee, it would cost too much.",
         &[("it would cost too much", "Mr. Lee", "indirect")]),
        ("It is, in the view of her treasurer, an empty promise.",
         &[("It is … an empty promise", "her treasurer", "indirect")]),
    ];
    check(cases);
}

#[test]
fn contents_go_on_as_far_as_they_are_said() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("He insisted that nobody would lose under the plan, which, according to the bank, would cost more.",
         &[("that nobody would lose under the plan", "He", "indirect"), ("would cost more", "the bank", "indirect")]),
        ("The senator cited family reasons in his letter.", &[("family reasons", "The senator", "indirect")]),
        ("The senator denounced the tax created in his “bad” column.",
         &[("the tax created in his “bad” column", "The senator", "mixed")]),
        ("According to the pastor, the roof leaks, and a man will mend it.",
         &[("the roof leaks, and a man will mend it", "the pastor", "indirect")]),
        ("Ten people died, officials said, including a child.",
         &[("Ten people died … including a child", "officials", "indirect")]),
        ("The truck hit a wall, officials said, killing two people.",
         &[("The truck hit a wall … killing two people", "officials", "indirect")]),
        ("It was late, he said, smiling at them.", &[("It was late", "he", "indirect")]),
        ("Most people fled, officials said, speaking on condition of anonymity.",
         &[("Most people fled", "officials", "indirect")]),
        ("Historically, he said, such people lose.", &[("Historically … such people lose", "he", "indirect")]),
        ("However, he said, such people lose.", &[("such people lose", "he", "indirect")]),
        ("None, he conceded.", &[("None", "he", "indirect")]),
        ("Not many, he said.", &[("Not many", "he", "indirect")]),
        ("They shouted “Say his name” and “No justice, no peace” outside.",
         &[("Say his name … No justice, no peace", "They", "direct")]),
        ("She described it as “bold” but “costly.”", &[("it as “bold” but “costly.”", "She", "mixed")]),
        ("But as Mr. Lee noted in a column, it was late.", &[("it was late", "Mr. Lee", "indirect")]),
        ("The crowd broke into chants of “Lock her up!” and “Build the wall!”",
         &[("Lock her up! … Build the wall!", "", "direct")]),
        ("They liked his call for a “total and complete ban” on ads.",
         &[("for a “total and complete ban” on ads", "his", "mixed")]),
        ("“He lied,” Bo Lee said on ABC’s “This Week.” “I don’t buy it.”",
         &[("He lied, … I don’t buy it.", "Bo Lee", "direct")]),
        ("Friends describe her as funny, profane and fiercely loyal.",
         &[("her as funny, profane and fiercely loyal", "Friends", "indirect")]),
        ("He left in 2007, he said, because it was late.", &[("He left in 2007 … because it was late", "he", "indirect")]),
        ("She was “disappointed” that the talks went forward without it.",
         &[("that the talks went forward without it", "She", "indirect")]),
    ];
    check(cases);
}

#[test]
fn second_verbs_are_the_sources() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The group said the bill was bad and urged senators to reject it.",
         &[("the bill was bad", "The group", "indirect"), ("to reject it", "The group", "indirect")]),
        ("She said the vote was rigged and demanded a recount.",
         &[("the vote was rigged", "She", "indirect"), ("a recount", "She", "indirect")]),
        ("Aides think he will win but worry that turnout will be low.",
         &[("he will win", "Aides", "indirect"), ("that turnout will be low", "Aides", "indirect")]),
        ("Voters believe he is honest and fear that she is not.",
         &[("he is honest", "Voters", "indirect"), ("that she is not", "Voters", "indirect")]),
        ("The campaign disputed the figure, but it accused the paper of lying.",
         &[("the figure", "The campaign", "indirect"), ("the paper of lying", "it", "indirect")]),
        ("He was taken home and warned that he would be sued.", &[("that he would be sued", "", "indirect")]),
        ("Some 48 percent say he should go, 46 percent say he should not.",
         &[("he should go", "Some 48 percent", "indirect"), ("he should not", "46 percent", "indirect")]),
        ("Officials believe it was the Russians, the Courier has learned.",
         &[("Officials believe it was the Russians", "the Courier", "indirect"), ("it was the Russians", "Officials", "indirect")]),
        ("The board expressed concern that it could fail.", &[("concern that it could fail", "The board", "indirect")]),
        ("Mr. Lee will refuse to concede if he loses.", &[("to concede if he loses", "Mr. Lee", "indirect")]),
        ("Mr. Lee said she had “no idea” and called it a fraud.",
         &[("she had “no idea”", "Mr. Lee", "mixed"), ("it a fraud", "Mr. Lee", "indirect")]),
        ("Bo Lee, chairman of the board, called him “a fraud” and said it was late.",
         &[("him “a fraud”", "Bo Lee, chairman of the board", "mixed"), ("it was late", "Bo Lee, chairman of the board", "indirect")]),
        ("She said she would not vote for him and urged him to leave.",
         &[("she would not vote for him", "She", "indirect"), ("to leave", "She", "indirect")]),
    ];
    check(cases);
}

#[test]
fn verbs_that_form_or_tag_hides_report_too() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Mr. Lee is promising to cut taxes.", &[("to cut taxes", "Mr. Lee", "indirect")]),
        ("Mr. Lee is promising that it will rain.", &[("that it will rain", "Mr. Lee", "indirect")]),
        ("The talks are promising.", &[]),
        ("After announcing that he would run, Mr. Lee left.", &[("that he would run", "Mr. Lee", "indirect")]),
        ("By saying that it was late, Mr. Lee lost.", &[("that it was late", "Mr. Lee", "indirect")]),
        ("Mr. Lee went so far as to say that it rained.", &[("that it rained", "Mr. Lee", "indirect")]),
        ("Mr. Lee was fond of saying that it rained.", &[("that it rained", "Mr. Lee", "indirect")]),
        ("They have assured him help is on the way.", &[("help is on the way", "They", "indirect")]),
        ("A petition calling on Ms. Ode to resign, signed by thousands, was sent.", &[("to resign", "A petition", "indirect")]),
        ("He went on to call them “horrible liars” and to insist that it rained.",
         &[("them “horrible liars”", "He", "mixed"), ("that it rained", "He", "indirect")]),
        ("“Think about that,” wrote Lee in an op-ed. “Four hours.”", &[("Think about that, … Four hours.", "Lee", "direct")]),
        ("A Courier/Herald poll released Monday found that it was late.",
         &[("that it was late", "A Courier/Herald poll released Monday", "indirect")]),
        ("The group said in a tweet it was late.", &[("it was late", "The group", "indirect")]),
        ("Her aides believe the speech cost her the vote.", &[("the speech cost her the vote", "Her aides", "indirect")]),
    ];
    check(cases);
}

#[test]
fn sources_of_news_have_places_polls_and_clauses() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("At a diner in Canton, Ohio, waitress Peggy Sutter, 58, complained that it was late.",
         &[("that it was late", "waitress Peggy Sutter, 58", "indirect")]),
        ("Ms. Ode, at a news conference in Iowa, called on the bureau to release the files.",
         &[("to release the files", "Ms. Ode", "indirect")]),
        ("Senator Bob Tillery, R-Neb., hailed it as a victory.",
         &[("it as a victory", "Senator Bob Tillery, R-Neb.", "indirect")]),
        ("Democrats cheered, with Rep. Ann Ode of Ohio calling it “a victory.”",
         &[("it “a victory.”", "Rep. Ann Ode of Ohio", "mixed")]),
        ("People died, according to a new poll released Sunday.", &[("People died", "a new poll released Sunday", "indirect")]),
        ("Ann Ode, who lost because voters thought she was weak, said it rained.",
         &[("she was weak", "voters", "indirect"), ("it rained", "Ann Ode, who lost because voters thought she was weak", "indirect")]),
        ("Sen. Ann Ode, who has said she will not run, called the vote a mistake.",
         &[("she will not run", "Sen. Ann Ode, who", "indirect"), ("the vote a mistake", "Sen. Ann Ode, who has said she will not run", "indirect")]),
        ("A new poll taken Oct. 3 showed 57 percent of voters believed it was late.",
         &[("57 percent of voters believed it was late", "A new poll taken Oct. 3", "indirect"), ("it was late", "57 percent of voters", "indirect")]),
        ("Most describe the vote as exhausting.", &[("the vote as exhausting", "Most", "indirect")]),
        ("The mayor has said as many as 14 teachers could leave.",
         &[("as many as 14 teachers could leave", "The mayor", "indirect")]),
        ("The warning from Senator Bo Lee of Maine that it was late had no effect.",
         &[("that it was late", "Senator Bo Lee of Maine", "indirect")]),
        ("He told a roaring crowd the emails prove that she lied.",
         &[("the emails prove that she lied", "He", "indirect"), ("that she lied", "the emails", "indirect")]),
        ("She told reporters that Mr. Lee “thinks he is right.”",
         &[("that Mr. Lee “thinks he is right.”", "She", "mixed"), ("he is right", "Mr. Lee", "direct")]),
        ("Mr. Lee said through a spokesman he was sorry.", &[("he was sorry", "Mr. Lee", "indirect")]),
        ("Mr. Lee wrote in a series of tweets that it was late.", &[("that it was late", "Mr. Lee", "indirect")]),
        ("Mr. Lee wrote in an account published Friday that it was late.", &[("that it was late", "Mr. Lee", "indirect")]),
        ("It is rigged, as he likes to say.", &[("It is rigged", "he", "indirect")]),
        ("“I am done,” an aide told them, and Mr. Lee, who argued with her, told the court.", &[("I am done,", "an aide", "direct")]),
        ("Sunday shows: mayor’s aides struggle\n\nThe mayor spoke on Monday.", &[]),
        ("FBI director: Agency reviewing new emails in Adair case\n\nThe director spoke on Monday.",
         &[("Agency reviewing new emails in Adair case", "FBI director", "indirect")]),
    ];
    check(cases);
}

#[test]
fn contents_end_where_the_author_or_the_source_does_something() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("He said it was “no big deal,” drawing boos from the crowd.", &[("it was “no big deal,”", "He", "mixed")]),
        ("He said he was “done with them,” and he left the room.", &[("he was “done with them,”", "He", "mixed")]),
        ("He says he is ill, and I believe him.",
         &[("he is ill", "He", "indirect")]),
        ("The mayor said it was safe, while adding that it was late.",
         &[("it was safe", "The mayor", "indirect"), ("that it was late", "The mayor", "indirect")]),
        ("He called him “a fraud” at a rally in Tampa.", &[("him “a fraud”", "He", "mixed")]),
        ("The Courier said it was late, but as the Herald has noted, it was not.",
         &[("it was late", "The Courier", "indirect"), ("it was not", "the Herald", "indirect")]),
        ("He declined to join the back-and-forth, saying only that it was late.",
         &[("to join the back-and-forth", "He", "indirect"), ("that it was late", "He", "indirect")]),
        ("She proposed a plan on Monday that she said would help.",
         &[("a plan on Monday that she said would help", "She", "indirect"), ("would help", "she", "indirect")]),
        ("Some of them say that and some do not.", &[]),
        ("He would rather be told it was late than leave them.", &[("it was late", "", "indirect")]),
        ("Ode says she will quit as Lee rises\n\nAnn Ode spoke on Monday.", &[("she will quit", "Ode", "indirect")]),
        ("He said it was late, promising to help them.",
         &[("it was late", "He", "indirect"), ("to help them", "He", "indirect")]),
        ("He said there would be a hearing, a step Democrats have sought for years.",
         &[("there would be a hearing", "He", "indirect")]),
        ("He criticized the speech as well.", &[]),
        ("He refused to hold debates, despite their pleas.", &[("to hold debates", "He", "indirect")]),
        ("The campaign fired back within an hour, saying it was late.", &[("it was late", "The campaign", "indirect")]),
        ("Aides insisted it was late, even as they stayed.", &[("it was late", "Aides", "indirect")]),
    ];
    check(cases);
}

#[test]
fn who_says_it_among_several() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("(CNN) Ann Ode said it was late.", &[("it was late", "Ann Ode", "indirect")]),
        ("He wants voters to know that it is late.",
         &[("voters to know that it is late", "He", "indirect"), ("that it is late", "voters", "indirect")]),
        ("A poll conducted by Gallup last month showed that it was late.",
         &[("that it was late", "A poll conducted by Gallup last month", "indirect")]),
        ("CNN’s Bo Lee, on the hiring of Ann Ode: “It is important.”", &[("It is important.", "CNN’s Bo Lee", "direct")]),
        ("The race was close, per two aides.", &[("The race was close", "two aides", "indirect")]),
        ("It cost $5 per person.", &[]),
        ("Mr. Lee is to blame for the delay.", &[]),
        ("They expect more hacked emails to come out.", &[("more hacked emails to come out", "They", "indirect")]),
        ("He is calm but cautions that it is late.", &[("that it is late", "He", "indirect")]),
        ("She regretted suggesting that it was late.",
         &[("suggesting that it was late", "She", "indirect"), ("that it was late", "She", "indirect")]),
        ("Mr. Lee, asked on CNN why he had left, said it was late.", &[("it was late", "Mr. Lee", "indirect")]),
        ("She called for a law, and Sen. Ron Wyatt (D-Ore.) said he would write it.",
         &[("for a law", "She", "indirect"), ("he would write it", "Sen. Ron Wyatt (D-Ore.)", "indirect")]),
        ("Sen. Ann Ode, who has said she will go, was more blunt: “It is a mess.”",
         &[("she will go", "Sen. Ann Ode, who", "indirect"), ("It is a mess.", "Sen. Ann Ode, who has said she will go", "direct")]),
        ("They signed a letter warning that he would be late.", &[("that he would be late", "a letter", "indirect")]),
        ("He did it himself, a former manager testified in files unsealed Tuesday.",
         &[("He did it himself", "a former manager", "indirect")]),
        ("It came when Sen. Chris Lee, who represents Newtown, asked whether it was late.",
         &[("whether it was late", "Sen. Chris Lee, who represents Newtown", "indirect")]),
        ("Ms. Ode, asked whether it was late, said it was.", &[("it was", "Ms. Ode", "indirect")]),
    ];
    check(cases);
}

#[test]
fn marks_that_never_close_give_nobody_the_words_of_the_next() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("“We will sign the treaty, Minister Ann Ode said on Monday.\n\n“It is bad,” Bo Ek said. “It is wrong.”",
         &[("We will sign the treaty,", "Minister Ann Ode", "direct"), ("It is bad, … It is wrong.", "Bo Ek", "direct")]),
        ("\"We will sign the treaty, Ann Ode told reporters.\n\n\"It is bad,\" Bo Ek said.",
         &[("We will sign the treaty,", "Ann Ode", "direct"), ("It is bad,", "Bo Ek", "direct")]),
        ("Ann Ode said, “We will sign the treaty.\n\n“It is a good one.\n\n“It is bad,” Bo Ek said.",
         &[("We will sign the treaty. … It is a good one.", "Ann Ode", "direct"), ("It is bad,", "Bo Ek", "direct")]),
        ("Ann Ode said: “We will sign the treaty.\n\nBo Ek disagreed. “It is wrong,” he said.",
         &[("We will sign the treaty.", "Ann Ode", "direct"), ("It is wrong,", "he", "direct")]),
        // In a conversation.
        ("ANN ODE: He told us: “We will sign the treaty.\n\nBO EK: “It is bad.” That is what they say.\n\nANN ODE: “I see.\n\n\
          BO EK: It rained.” He left.",
         &[("We will sign the treaty.", "He", "direct")]),
        ("Q: What did he say?\n\nA: He said, “It rained all day.\n\nQ: Why?\n\nA: “It has to,” he said. That is all.",
         &[("It rained all day", "He", "indirect"), ("It has to,", "he", "direct")]),
        // … and of a report that gives some turns.
        ("ANN ODE: “We will sign the treaty.” — interrupting Lee\n\nBOB LEE: “It is bad.”\n\nANN ODE: “It is not bad.”",
         &[("We will sign the treaty.", "ANN ODE", "direct"), ("It is bad.", "BOB LEE", "direct"),
           ("It is not bad.", "ANN ODE", "direct")]),
        // Words that go on have no closing mark either.
        ("“We will sign the treaty,” Ann Ode said. “It is a good one.\n\n“It is time.”",
         &[("We will sign the treaty, … It is a good one. … It is time.", "Ann Ode", "direct")]),
        ("“We will sign the treaty. It is a good one.\n\n“It is time,” Ann Ode said.",
         &[("We will sign the treaty. It is a good one. … It is time,", "Ann Ode", "direct")]),
        ("“When I came home, Lee said nothing to me at all. I left.\n\n“It was time,” Ann Ode said.",
         &[("When I came home, Lee said nothing to me at all. I left. … It was time,", "Ann Ode", "direct")]),
    ];
    check(cases);
}
