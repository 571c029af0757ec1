//! Times in a text of which nobody knows the date: what is known of them stays, with holes for the rest.

use onrecord::Engine;

#[test]
fn what_the_words_say_is_kept_without_a_date() {
    let engine = Engine::new().expect("the embedded data load");
    #[rustfmt::skip]
    let cases = [
        ("It was held in June this year.", Some("XXXX-06")),
        ("He left on Friday last week.", Some("XXXX-WXX-5")),
        ("Sales rose in the third quarter of last year.", Some("XXXX-Q3")),
        ("The talks of May 15-17 failed.", Some("XXXX-05-15/XXXX-05-17")),
        ("They met on Thanksgiving.", Some("XXXX-XX-XX")),
        ("They met on Christmas Day.", Some("XXXX-12-25")),
        ("He left yesterday.", Some("XXXX-XX-XX")),
        ("It grew this decade.", Some("XXX")),
        ("He left two years ago.", Some("P2Y")),
        ("It opened on May 5, 2017.", Some("2017-05-05")),
        ("He may leave for good.", None),
        ("It was the last straw.", None),
    ];
    for (text, expected) in cases {
        let found = engine.times(text, None).expect("a short text");
        let value = found.first().map(|time| time.value.as_str());
        assert_eq!(value, expected, "{text}");
    }
}
