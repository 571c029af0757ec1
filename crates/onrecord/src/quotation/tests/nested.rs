//! Quotations in quotations, turns that a report gives, and what stands behind semicolons, clefts and dashes.

use super::{Row, check};

#[test]
fn who_is_quoted_quotes_in_turn() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("“They say, ‘Let us work.’ I agree,” he said.",
         &[("They say, ‘Let us work.’ I agree,", "he", "direct"), ("Let us work.", "They", "direct")]),
        ("“He told me, ‘Go home,’” she said.", &[("He told me, ‘Go home,’", "she", "direct"), ("Go home,", "He", "direct")]),
        ("“He goes, ‘They took it.’ I was like, ‘Who did?’” Ode recalled.",
         &[("He goes, ‘They took it.’ I was like, ‘Who did?’", "Ode", "direct"), ("They took it.", "He", "direct"),
           ("Who did?", "I", "direct")]),
        ("‘She said, “It rained,” and left,’ he told the court.",
         &[("She said, “It rained,” and left,", "he", "direct"), ("It rained,", "She", "direct")]),
        ("“They're asking us, ‘When?’” he said.", &[("They're asking us, ‘When?’", "he", "direct"), ("When?", "They", "direct")]),
        ("“They quoted ‘sources in Rome’ again,” he said.", &[("They quoted ‘sources in Rome’ again,", "he", "direct")]),
        ("“We loved ‘Hamilton’ and the rock ’n’ roll of the ’90s,” she said.",
         &[("We loved ‘Hamilton’ and the rock ’n’ roll of the ’90s,", "she", "direct")]),
    ];
    check(cases);
}

#[test]
fn what_others_call_out_is_part_of_no_quotation() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("ANN ODE: It rained.\n\nBO EK: The Minister left. [Hon. Members: “Shame!”] The Mayor said in May that “rain is not snow”.\n\nANN ODE: It did.",
         &[("that “rain is not snow”", "The Mayor", "mixed")]),
        ("ANN ODE: It rained.\n\nBO EK: “Shame!” the Mayor said in May.\n\nANN ODE: It did.", &[("Shame!", "the Mayor", "direct")]),
    ];
    check(cases);
}

#[test]
fn reports_give_turns_without_marks() {
    let lead = "Sheriff Ann Ode went on the air with Bo Lee of CNN on Sunday night. The talk was long, and it went off the rails.\n\n\
                She came early and left late. The rain had stopped by then, and the town was dark.\n\n";
    let exchange = "LEE: It rained.\n\nODE: When?\n\nLEE: On Monday.\n\nThe show went on.";
    #[rustfmt::skip]
    let rows: &[Row] = &[("It rained", "LEE", "direct"), ("When", "ODE", "direct"), ("On Monday", "LEE", "direct")];
    check(&[(&format!("{lead}{exchange}"), rows), (exchange, &[])]);
}

#[test]
fn semicolons_part_what_is_said_from_other_clauses() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The plan, two aides said, was late; she knew it, according to Lee.",
         &[("The plan … was late", "two aides", "indirect"), ("she knew it", "Lee", "indirect")]),
        ("The problem, according to Lee, is not the tax; it is the law.",
         &[("The problem … is not the tax; it is the law", "Lee", "indirect")]),
        ("It was late; she would go, according to an aide.", &[("she would go", "an aide", "indirect")]),
        ("He had tried tea, coffee; and cake, according to an aide.", &[("He had tried tea, coffee; and cake", "an aide", "indirect")]),
    ];
    check(cases);
}

#[test]
fn clefts_have_marks_and_bare_clauses() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("What she said was, “It rained.”", &[("It rained.", "she", "direct")]),
        ("What he said was it had rained.", &[("it had rained", "he", "indirect")]),
        ("What he bought was a hat.", &[]),
        ("What he is proposing is not new.", &[]),
    ];
    check(cases);
}

#[test]
fn reasons_and_conditions_stand_behind_a_cue_in_the_middle() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The plan will fail, experts say, since it costs too much.",
         &[("The plan will fail … since it costs too much", "experts", "indirect")]),
        ("The plan will fail, experts say, unless it is changed.",
         &[("The plan will fail … unless it is changed", "experts", "indirect")]),
        ("The plan has failed, experts say, since Monday.", &[("The plan has failed", "experts", "indirect")]),
        ("The plan will fail, she said, although she gave no reason.", &[("The plan will fail", "she", "indirect")]),
    ];
    check(cases);
}

#[test]
fn dashes_and_comments_end_what_somebody_is_called() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("He called Ode a threat to the town, a charge her friends deny.", &[("Ode a threat to the town", "He", "indirect")]),
        ("He called Ode a liar, a thief.", &[("Ode a liar, a thief", "He", "indirect")]),
        ("The group - he calls it a gang - had left.", &[("it a gang", "he", "indirect")]),
        ("He calls it a well-known gang.", &[("it a well-known gang", "He", "indirect")]),
        ("Lee, in a letter saying he was ill, canceled the show.", &[("he was ill", "a letter", "indirect")]),
    ];
    check(cases);
}

#[test]
fn who_says_or_thinks_what_comes_next() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Ode pointed out that Lee has said it is fine, and asked what it was.",
         &[("that Lee has said it is fine", "Ode", "indirect"), ("it is fine", "Lee", "indirect"), ("what it was", "Ode", "indirect")]),
        ("They spent $1 million on ads saying the plan would fail.", &[("the plan would fail", "ads", "indirect")]),
        ("She said the firm had paid and had never asked why.", &[("the firm had paid and had never asked why", "She", "indirect"), ("why", "the firm", "indirect")]),
        ("He said in his opening address that trade had grown.", &[("that trade had grown", "He", "indirect")]),
    ];
    check(cases);
}

#[test]
fn plans_wishes_and_bids_have_their_verbs() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("Lawyers for the city plan to appeal.", &[("to appeal", "Lawyers for the city", "indirect")]),
        ("Lawyers read the plan to appeal.", &[]),
        ("Lee advised Ode, and Smith advised the sellers.", &[]),
        ("He asked Ode, 46, a banker whose party had lost, to form a government.", &[("to form a government", "He", "indirect")]),
        ("He told Ode, a lawyer, and left to win the vote.", &[]),
        ("Asked Tuesday if he backs the plan, Lee said he would wait.",
         &[("if he backs the plan", "", "indirect"), ("he would wait", "Lee", "indirect")]),
        ("They spent the day insisting the money could not wait.", &[("the money could not wait", "They", "indirect")]),
        ("They spent the day saying nothing.", &[]),
        ("He would like to sign it.", &[("to sign it", "He", "indirect")]),
        ("Today I'd like to start with the map.", &[]),
        ("“I'd like to sign it,” he said.",
         &[("I'd like to sign it,", "he", "direct"), ("to sign it", "I", "direct")]),
        ("He did not reply when asked by Ode if it rained.", &[("if it rained", "Ode", "indirect")]),
        ("He did not reply when asked if it rained.", &[]),
    ];
    check(cases);
}

#[test]
fn comments_and_times_after_end_the_content() {
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("The court will decide whether the law stands, a question that could cost millions.",
         &[("whether the law stands", "The court", "indirect")]),
        ("He explained that his house is on Elm Street, a street that runs north.",
         &[("that his house is on Elm Street, a street that runs north", "He", "indirect")]),
        ("Mayors said they would not help, just hours after the vote failed.",
         &[("they would not help", "Mayors", "indirect")]),
        ("Mayors said they would not help just any group.", &[("they would not help just any group", "Mayors", "indirect")]),
    ];
    check(cases);
}
