//! Other names that the text itself gives: "Joko Widodo, popularly known as *Jokowi*", "the Board of Trade, or *BOT*".

use crate::name::Words;

/// Words between a name and what it is called at most.
const LONGEST: usize = 8;

/// Where the name ends, exclusive, of which the one at word `start` is another.
pub(super) fn whose(words: &Words, start: usize) -> Option<usize> {
    let quoted = matches!(words.text(start.checked_sub(1)?), "“" | "\"" | "‘" | "the" | "The");
    let at = start.checked_sub(1 + usize::from(quoted))?;
    let sentence = words.reading.sentences.get(words.reading.sentence_of(start))?.tokens.start;
    let end = match words.text(at) {
        "as" if words.text(at.checked_sub(1)?) == "known" => adverbs(words, at - 1),
        "nicknamed" | "aka" | "a.k.a." | "AKA" => adverbs(words, at),
        "or" if words.text(at.checked_sub(1)?) == "," && is_short(words, start) => at,
        _ => return None,
    };
    let comma = |end: usize| end > 0 && matches!(words.text(end - 1), "," | "(");
    let end = if comma(end) { end - 1 } else { end };
    (end > sentence && start - end <= LONGEST).then_some(end)
}

/// Where adverbs begin that stand before word `at`: "*popularly* known", "*also* known", "who is *best* known".
fn adverbs(words: &Words, at: usize) -> usize {
    let idle = |at: usize| {
        let word = words.text(at);
        word.len() > 3 && word.ends_with("ly")
            || matches!(
                word,
                "also" | "better" | "best" | "once" | "often" | "who" | "which" | "is" | "was" | "are"
            )
    };
    let mut from = at;
    while from > 0 && idle(from - 1) {
        from -= 1;
    }
    from
}

/// Whether the word is an acronym between commas: "the Board of Trade, or BOT,".
fn is_short(words: &Words, at: usize) -> bool {
    super::acronym::is_acronym(words.text(at)) && matches!(words.text(at + 1), "," | "." | ")" | "’s" | "'s")
}
