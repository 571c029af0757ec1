//! Sentences with every time expression marked as `[words=value]`, for the tables of times in news.

use onrecord::{Engine, Moment};

/// `text` with every expression found marked as `[words=value]`.
fn marked(engine: &Engine, text: &str, date: Moment) -> String {
    let (mut out, mut at) = (String::new(), 0);
    for time in engine.times(text, Some(date)).expect("a short text") {
        let (start, end) = (time.span.start(), time.span.end());
        out.extend([&text[at..start], "[", &text[start..end], "=", &time.value, "]"]);
        at = end;
    }
    out + &text[at..]
}

/// The sentence without its marks.
fn plain(expected: &str) -> String {
    let mut text = String::new();
    let mut rest = expected;
    while let Some((before, after)) = rest.split_once('[') {
        let (mark, tail) = after.split_once(']').expect("a mark is closed");
        text += before;
        text += mark.rsplit_once('=').expect("a mark has a value").0;
        rest = tail;
    }
    text + rest
}

/// Fails with every row of `cases` that reads otherwise at `date`.
pub(crate) fn check(date: Moment, cases: &[&str]) {
    let engine = Engine::new().expect("the embedded data load");
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|expected| {
            let found = marked(&engine, &plain(expected), date);
            (found != **expected).then(|| format!("want {expected}\n got {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
