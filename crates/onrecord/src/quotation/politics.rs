//! What campaign news reports in less than a clause, in passives, in plans and refusals, and where marks are missing.

use super::tests::{Row, check};

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
        ("Mr. Lee called the book “War and Peace.”", &[]),
        ("In 2012 Mr. Lee was seen as weak in Ohio.", &[("Mr. Lee … as weak in Ohio", "", "indirect")]),
        ("The island is known as a port.", &[]),
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
        ("“Ann has experience,” Mr. Lee allowed.", &[("Ann has experience,", "Mr. Lee", "direct")]),
        ("“Ann has experience,” the sign glowed.", &[]),
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
        ("Polls, he said, showed him ahead.", &[("Polls … showed him ahead", "he", "indirect")]),
        ("It remains to be seen whether they will come.", &[]),
        ("Officials: Russia Behind Hack of Committee\n\nIt rained in Ohio on Monday.",
         &[("Russia Behind Hack of Committee", "Officials", "indirect")]),
        ("Weather: Heavy Rain in Ohio\n\nIt rained in Ohio on Monday.", &[]),
    ];
    check(cases);
}
