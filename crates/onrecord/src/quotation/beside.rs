//! Quoted words without a clause of a cue: the cue beside the marks.
//!
//! `"The talks failed," the minister said on Monday.` A parser sees two sentences here, or takes the quoted one for the
//! whole. So quoted speech that no cue's clause has is given to the nearest verb of saying that has no content yet, on
//! either side of the marks, in the sentence that the marks stand in or, before a colon, in the one before. Between them
//! may stand a comma, the source and when it was said, but no other clause. Words in marks that are no speech are names
//! and scare quotes, unless they hang on a verb such as "call" with somebody for its subject.

use super::Attribution;
use super::marks::Quoted;
use crate::document::CueClass;
use crate::resolve::refer::Referents;
use crate::syntax::Upos;

/// Words that may stand between the marks and the cue.
const NEAR: usize = 24;

/// Gives quoted words to the cues beside them, and those that a name signs to who signs.
pub(super) fn attach(
    found: &mut Vec<Attribution>,
    quoted: &[Quoted],
    used: &mut [bool],
    referents: &Referents,
) {
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (row, attribution) in found.iter().enumerate() {
        if attribution.content.is_empty() {
            open.extend(attribution.cue.last().map(|&cue| (cue, row)));
        }
    }
    open.sort_unstable();
    for (quote, used) in quoted.iter().zip(used) {
        if *used {
            continue;
        }
        if let Some(source) = signature(quote, referents) {
            let content = vec![quote.words.clone()];
            let class = CueClass::Speech;
            found.push(Attribution { content, cue: Vec::new(), lemma: None, class, source: Some(source) });
            *used = true;
            continue;
        }
        let from = open.partition_point(|&(cue, _)| cue + NEAR < quote.marked.start);
        let near = open[from..].iter().take_while(|&&(cue, _)| cue < quote.marked.end + NEAR);
        let fitting =
            near.filter_map(|&(cue, row)| Some((distance(quote, cue, &found[row], referents)?, row)));
        let Some((_, row)) = fitting.min() else { continue };
        let attribution = &mut found[row];
        // A cue has what stands around it, not what comes later.
        if attribution.content.last().is_none_or(|last| last.end < quote.words.start)
            && attribution.content.len() < 2
        {
            attribution.content.push(quote.words.clone());
            *used = true;
            reseat(attribution, quote, referents);
        }
    }
}

/// `"X." - Matthew Ingram`: the head of the name behind the marks and a dash.
fn signature(quote: &Quoted, referents: &Referents) -> Option<usize> {
    let tokens = referents.tokens();
    let (dash, name) = (quote.marked.end, quote.marked.end + 1);
    let signed = name < tokens.len()
        && matches!(referents.text(dash), "-" | "–" | "—" | "--")
        && tokens.upos(name) == Upos::Propn
        && super::is_speech(quote, referents.reading);
    let mention = if signed { referents.covering(name)? } else { return None };
    let words = referents.words_of(referents.named.mentions[mention].span);
    Some(tokens.head_of(words))
}

/// How far the cue stands from the marks, if they can belong together.
fn distance(quote: &Quoted, cue: usize, attribution: &Attribution, referents: &Referents) -> Option<usize> {
    let tokens = referents.tokens();
    let reading = referents.reading;
    if quote.marked.contains(&cue) {
        return None;
    }
    let sentence = reading.sentence_of(cue);
    let (first, last) = (reading.sentence_of(quote.marked.start), reading.sentence_of(quote.marked.end - 1));
    let text = |at: usize| if at < tokens.len() { referents.text(at) } else { "" };
    let speech = super::is_speech(quote, reading);
    if cue < quote.marked.start {
        let before = text(quote.marked.start - 1);
        let same = sentence == first || sentence + 1 == first && before == ":";
        let introduced = matches!(before, "," | ":" | "that") || cue + 1 == quote.marked.start;
        let governed = governs(cue, quote, referents) && is_somebody(attribution, referents);
        let between = cue + 1..quote.marked.start;
        let clear = before == ":" || !between.clone().any(|at| tokens.upos(at) == Upos::Verb);
        (same && clear && (speech && introduced || governed)).then_some(between.len() * 2)
    } else {
        let inner = text(quote.words.end - 1);
        let closed = matches!(inner, "," | "?" | "!" | "." | "…" | "—") || text(quote.marked.end) == ",";
        let between = quote.marked.end..cue;
        let clear = !between.clone().any(|at| tokens.upos(at) == Upos::Verb || matches!(text(at), "." | ";"));
        let same = sentence == last || sentence == last + 1;
        (same && clear && speech && closed).then_some(between.len() * 2 + 1)
    }
}

/// Whether the quoted words hang on the cue: "called it \"a fraud\"".
fn governs(cue: usize, quote: &Quoted, referents: &Referents) -> bool {
    let tokens = referents.tokens();
    let head = tokens.head_of(quote.words.clone());
    quote.words.len() >= 3 && tokens.head(head) == Some(cue)
}

/// Whether the source is a person, a body or a pronoun for one, not a thing.
fn is_somebody(attribution: &Attribution, referents: &Referents) -> bool {
    use crate::document::EntityKind::{Country, Group, Organization, Person};
    let kind = |word| referents.entity(word).map(|entity| referents.kind(entity));
    attribution.source.is_some_and(|word| matches!(kind(word), Some(Person | Organization | Country | Group)))
}

/// Moves a source that was read inside the marks to the noun beside the cue.
fn reseat(attribution: &mut Attribution, quote: &Quoted, referents: &Referents) {
    let tokens = referents.tokens();
    let (Some(&cue), inside) = (attribution.cue.last(), |word: &usize| quote.marked.contains(word)) else {
        return;
    };
    if attribution.source.is_some_and(|word| !inside(&word)) {
        return;
    }
    let noun = |at: &usize| {
        matches!(tokens.upos(*at), Upos::Noun | Upos::Propn | Upos::Pron) && referents.time(*at).is_none()
    };
    let row = referents.reading.sentence_of(cue);
    let sentence = &referents.reading.sentences[row].tokens;
    let before = (quote.marked.end.max(sentence.start).min(cue)..cue).rev().find(noun);
    let after = (cue + 1..sentence.end).take(4).find(|at| noun(at) && !inside(at));
    // Of a name or phrase its head.
    let head =
        |at: usize| tokens.head(at).filter(|&head| head.abs_diff(at) < 6 && noun(&head) && !inside(&head));
    attribution.source = before.or(after).map(|at| head(at).unwrap_or(at));
}
