//! Every rule of the grammars finds what its examples mark, with the value they give, and nothing where they mark nothing.

use onrecord::grammar::{Example, Forms};
use onrecord::{Engine, Moment};

/// What an example expects and what the layer found, where the two differ.
fn difference(example: &Example, found: &[(usize, usize, String)]) -> Option<String> {
    let differs = example.finds != found;
    differs.then(|| {
        format!("{}: `{}`\n  want {:?}\n  got  {found:?}", example.place, example.text, example.finds)
    })
}

#[test]
fn times_are_as_their_examples_say() {
    let engine = Engine::new().unwrap();
    let times = onrecord::time::Times::new(&mut Forms::default()).unwrap();
    let day = jiff::civil::date(2013, 2, 12);
    let text = Moment { at: day.at(0, 0, 0, 0), timed: false };
    let asked = Moment { at: day.at(4, 30, 0, 0), timed: true };
    let differences: Vec<String> = times
        .examples()
        .into_iter()
        // The numerals have quantities as examples.
        .filter(|example| example.place.starts_with("time/"))
        .filter_map(|example| {
            let date = if example.asked { asked } else { text };
            let found: Vec<_> = engine
                .times(example.text.as_str(), Some(date))
                .unwrap()
                .into_iter()
                .map(|time| (time.span.start(), time.span.end(), time.value))
                .collect();
            difference(example, &found)
        })
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn words_around_numbers_are_as_their_examples_say() {
    let engine = Engine::new().unwrap();
    let quantities = onrecord::quantity::Quantities::new(&mut Forms::default()).unwrap();
    let differences: Vec<String> = quantities
        .examples_around()
        .into_iter()
        .filter_map(|example| {
            let found: Vec<_> = engine
                .quantities(example.text.as_str())
                .unwrap()
                .into_iter()
                .map(|quantity| {
                    let high = quantity.high.map(|high| format!("..{high}")).unwrap_or_default();
                    let unit = quantity.unit.map(|unit| format!(" {unit}")).unwrap_or_default();
                    let modifier = quantity.modifier.map(|m| format!("{} ", m.name())).unwrap_or_default();
                    let value = modifier + &quantity.value.unwrap_or_default() + &high + &unit;
                    (quantity.span.start(), quantity.span.end(), value)
                })
                .collect();
            difference(example, &found)
        })
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn numbers_of_cited_works_and_of_clocks_are_no_quantities() {
    let engine = Engine::new().unwrap();
    let cases = [
        ("As two studies [24] have shown [1]–[3], it rains.", 1),
        ("It was seen before [12, 15] (not by [7]).", 0),
        ("He said [24 men] left.", 1),
        ("She ran it in 8:05.93 and won 2 medals.", 1),
        ("The ratio was 3:1.", 0),
        ("It had two parts: 3 and 4.", 3),
    ];
    for (text, expected) in cases {
        assert_eq!(engine.quantities(text).unwrap().len(), expected, "{text}");
    }
}

#[test]
fn quantities_are_as_their_examples_say() {
    let engine = Engine::new().unwrap();
    let quantities = onrecord::quantity::Quantities::new(&mut Forms::default()).unwrap();
    let differences: Vec<String> = quantities
        .examples()
        .into_iter()
        .filter_map(|example| {
            let found: Vec<_> = engine
                .quantities(example.text.as_str())
                .unwrap()
                .into_iter()
                .map(|quantity| {
                    let high = quantity.high.map(|high| format!("..{high}")).unwrap_or_default();
                    let unit = quantity.unit.map(|unit| format!(" {unit}")).unwrap_or_default();
                    let value = quantity.value.unwrap_or_default() + &high + &unit;
                    (quantity.span.start(), quantity.span.end(), value)
                })
                .collect();
            difference(example, &found)
        })
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
