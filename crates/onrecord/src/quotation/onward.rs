//! How quotations go on, and what several cues of one source share.
//!
//! `"X," he said. "Y."` is one quotation with a hole in it; in the next paragraph the same person's words are a quotation
//! of their own that needs no cue. A source that says one thing "and vowed to" do another says both.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Attribution, Scene, Source};
use crate::document::{CueClass, EntityKind};
use crate::marks::Quoted;
use crate::syntax::{Relation, Upos};

/// Pieces of one quotation at most.
const PIECES: usize = 8;

/// Gives what its source says next, behind a conjunction or as a participle, that source.
pub(super) fn share(found: &mut [Attribution], scene: &Scene) {
    for row in 0..found.len() {
        let Some(&cue) = found[row].cue.last() else { continue };
        let Some(content) = found[row].content.first() else { continue };
        if content.start < cue {
            continue;
        }
        let source = shared(&found[..row], &found[row].cue, found[row].class, scene).cloned();
        if let Some(source) = source {
            found[row].source = Some(source);
        }
    }
}

/// Takes from a content of several pieces those that are all that a cue near it introduces.
pub(super) fn part(found: &mut [Attribution]) {
    for row in 0..found.len() {
        if found[row].content.len() < 2 {
            continue;
        }
        let near = found[row.saturating_sub(2)..].iter().take(5);
        // "The polls suggest, she said, that it is late": what a cue inside the content introduces stays.
        let inside = |other: &&Attribution| {
            let cue = other.cue.last().copied();
            cue.is_some_and(|cue| found[row].content.iter().any(|piece| piece.contains(&cue)))
        };
        let near = near.filter(|other| other.content.len() == 1 && !inside(other));
        let alone = near.map(|other| other.content[0].clone());
        let others: Vec<Range<usize>> = alone.collect();
        found[row].content.retain(|piece| !others.contains(piece));
    }
}

/// Gives a content that ends before what a cue inside it introduces those words too: "wrote that he had said in May | *that it
/// rained*".
pub(super) fn enclose(found: &mut [Attribution], scene: &Scene) {
    for row in 0..found.len() {
        let Some(last) = found[row].content.last().cloned() else { continue };
        let inner = |other: &&Attribution| {
            let cue = other.cue.last().is_some_and(|&cue| last.contains(&cue));
            let first = other.content.first().filter(|first| first.start == last.end);
            cue && first.is_some_and(|first| scene.text(first.start) == "that")
        };
        let end = found[row + 1..].iter().take(4).find(inner).and_then(|other| other.content.last());
        let end = end.map_or(last.end, |piece| piece.end);
        if let Some(piece) = found[row].content.last_mut() {
            piece.end = end;
        }
    }
}

/// The source that a cue without a subject of its own has from one of those before it in its sentence: "said that … and
/// *vowed* to", "said that …, *warning* that".
pub(super) fn shared<'f>(
    before: &'f [Attribution],
    cue: &[usize],
    class: CueClass,
    scene: &Scene,
) -> Option<&'f Source> {
    let tokens = scene.tokens();
    let doing = |at: usize| tokens.xpos(at) == "VBG";
    let is_past = |at: usize| matches!(tokens.xpos(at), "VBD" | "VBN");
    let (&first, &cue) = (cue.first()?, cue.last()?);
    let own = tokens.children(cue).any(|child| tokens.is_subject(child));
    let joined = (first.saturating_sub(3)..first).rev().find(|&at| tokens.upos(at) != Upos::Adv);
    let joined = joined.is_some_and(|at| tokens.upos(at) == Upos::Cconj);
    // "accused China of fraud, threatened to leave and": the next of several things, right behind the content of the first.
    let comma = first > 0 && scene.text(first - 1) == ",";
    let listed = comma
        && before.last().is_some_and(|other| {
            let end = other.content.last().map_or(0, |piece| piece.end);
            // "Ode, who has promised to stay, vowed": whoever the relative clause is about.
            // … nor what somebody else did in it: "The friend, whom *Ode* declined to name, announced".
            let relative = other.source.as_ref().is_some_and(|source| {
                let before = source.words.start.saturating_sub(1);
                tokens.xpos(source.head).starts_with('W') || tokens.xpos(before).starts_with('W')
            });
            // … nor "Ode, who left because *voters* thought so, said": whose subject stands before both.
            let outer = tokens.children(cue).find(|&child| tokens.is_subject(child)).is_some_and(|subject| {
                other.source.as_ref().is_some_and(|source| subject < source.words.start)
            });
            end + 1 == first
                && !relative
                && !outer
                && is_past(cue)
                && other.cue.last().is_some_and(|&last| last < first && is_past(last))
        });
    let speech = class == CueClass::Speech;
    let marked = first > 1 && scene.is_mark(first - 1) && scene.text(first - 2) == ",";
    let participle =
        speech && tokens.xpos(cue) == "VBG" && first > 0 && (scene.text(first - 1) == "," || marked);
    if own && !listed || !(joined || participle || listed) || !scene.is_verb(cue) && !scene.is_mistaken(cue) {
        return None;
    }
    let sentence = scene.referents.reading.sentence_of(cue);
    // "claimed that it rained and *claim* it will rain": a present right behind the conjunction that ends the first content.
    let next = |last: usize| {
        let present =
            matches!(tokens.xpos(cue), "VBP" | "VBZ") && first > 0 && tokens.upos(first - 1) == Upos::Cconj;
        let ends = |other: &Attribution| other.content.last().is_some_and(|piece| piece.end + 1 == first);
        present && before.iter().rev().take(4).any(|other| other.cue.last() == Some(&last) && ends(other))
    };
    let fits = |other: &&Attribution| {
        let last = other.cue.last().copied().filter(|&last| last < cue);
        let outside = other.content.iter().all(|piece| piece.end <= first || piece.start > cue);
        let same = last.is_some_and(|last| {
            scene.referents.reading.sentence_of(last) == sentence
                && tokens.upos(last) == Upos::Verb
                && (participle || next(last) || is_past(last) == is_past(cue) && doing(last) == doing(cue))
                && (scene.outer_at(last).is_none() || scene.outer_at(cue).is_some())
        });
        // "said he hoped they would go, *adding* that": who says the first thing.
        let inside = |piece: &Range<usize>| last.is_some_and(|last| piece.contains(&last));
        let nested = participle && before.iter().rev().take(8).any(|other| other.content.iter().any(inside));
        same && outside && !nested && other.source.is_some()
    };
    // "denied what two women who spoke to him told, *calling* it": who does the first thing, not whom it is told of.
    let main = |other: &&Attribution| {
        let who = |source: &Source| {
            let last = source.words.end.saturating_sub(1).max(source.head);
            tokens.xpos(source.head).starts_with('W') || tokens.xpos(last).starts_with('W')
        };
        fits(other) && !other.source.as_ref().is_some_and(who)
    };
    // "Ode, who called it a mess *and warned* that": whoever the relative clause is about that the conjunction goes on with.
    let onward = |other: &&Attribution| {
        let end = other.content.last().map_or(0, |piece| piece.end);
        let mut between = end..first;
        fits(other)
            && joined
            && end < first
            && between.all(|at| scene.is_mark(at) || tokens.upos(at) != Upos::Punct)
    };
    // "He cut in when she suggested that it rained, *saying* that": the main clause, not the one that says when.
    let when = |other: &Attribution| {
        let last = other.cue.last().copied().filter(|_| participle);
        last.is_some_and(|last| {
            let mark = tokens.child(last, &[Relation::Advmod, Relation::Mark]);
            tokens.relation(last) == Relation::Advcl && mark.is_some_and(|mark| scene.text(mark) == "when")
        })
    };
    let near = || before.iter().rev().take(4).filter(|other| !when(other));
    let found = near().find(main).or_else(|| near().take(1).find(onward));
    found.and_then(|other| other.source.as_ref())
}

/// Quotations without a cue: their source is the last direct one before them, in their paragraph or the one before. What
/// goes on in the paragraph of the cue is one more piece of its content, what follows later a quotation of its own.
pub(super) fn go_on(found: &mut Vec<Attribution>, used: &[bool], scene: &Scene) {
    let reading = scene.referents.reading;
    let quoted = scene.quoted;
    let sentence = |word: usize| reading.sentence_of(word);
    let paragraph = |word: usize| reading.sentences[sentence(word)].paragraph.row();
    let is_quoted = |piece: &Range<usize>| {
        scene.outer_at(piece.start).is_some_and(|quote| quote.marked.end + 1 >= piece.end)
    };
    let is_direct = |pieces: &[Range<usize>]| pieces.iter().all(is_quoted);
    // Where the direct words of every source end, and whose they are; in text order.
    let mut direct: Vec<(usize, usize)> = Vec::new();
    for (row, attribution) in found.iter().enumerate() {
        let inside = attribution.cue.last().is_some_and(|&cue| scene.outer_at(cue).is_some());
        if attribution.source.is_some() && !inside && is_direct(&attribution.content) {
            direct.extend(attribution.content.last().map(|last| (last.end, row)));
        }
    }
    direct.sort_unstable();
    let told = told(found, scene);
    let mut next = 0;
    let mut last: Option<(usize, usize)> = None;
    for (quote, used) in quoted.iter().zip(used) {
        while let Some(&ended) = direct.get(next).filter(|ended| ended.0 <= quote.words.start) {
            last = last.max(Some(ended));
            next += 1;
        }
        if *used || !scene.is_speech(quote) {
            continue;
        }
        if !stands_alone(quote, scene) {
            let ended = last.filter(|&(end, _)| sentence(end - 1) + 1 == sentence(quote.marked.start));
            let before = told.get(&sentence(quote.marked.start).wrapping_sub(1)).copied();
            let row = before.or(ended.map(|(_, row)| row));
            if let Some((row, words)) = row.zip(unsaid_sentence(quote, found, scene)) {
                let (class, source) = (found[row].class, found[row].source.clone());
                found.push(Attribution { content: vec![words], cue: Vec::new(), lemma: None, class, source });
            }
            continue;
        }
        // "She said that it was late. “We failed.”": who is reported in the sentence before.
        let before = sentence(quote.marked.start).checked_sub(1);
        let reported = before.and_then(|before| told.get(&before)).filter(|_| opens(quote, scene));
        let later = reported.filter(|&&row| last.is_none_or(|(end, _)| end <= found[row].content[0].start));
        if let Some(&row) = later {
            let (class, source) = (found[row].class, found[row].source.clone());
            let content = vec![quote.words.clone()];
            last = Some((quote.words.end, found.len()));
            found.push(Attribution { content, cue: Vec::new(), lemma: None, class, source });
            continue;
        }
        let near = last.filter(|&(end, _)| paragraph(end - 1) + 1 >= quote.paragraph);
        let reach =
            |(end, row): (usize, usize)| found[row].cue.last().map_or(end - 1, |&cue| cue.max(end - 1));
        let apart = near.is_none_or(|last| sentence(reach(last)) + 1 < sentence(quote.marked.start));
        if let Some(source) = person_before(quote, scene).filter(|_| apart && !quote.goes_on) {
            let (content, class) = (vec![quote.words.clone()], CueClass::Speech);
            found.push(Attribution { content, cue: Vec::new(), lemma: None, class, source: Some(source) });
            continue;
        }
        let Some((end, row)) = near else { continue };
        let reach = reach((end, row));
        let before = &found[row];
        // "her mother, “after 24 years in France, left.”": behind a comma only the words of its own sentence go on.
        if !opens(quote, scene) && sentence(quote.marked.start) != sentence(reach) {
            continue;
        }
        // “Is that right?” in the paragraph before is answered by somebody else.
        let asked = scene.text(end - 1) == "?" && paragraph(end - 1) != quote.paragraph;
        if asked && !quote.goes_on {
            last = None;
            continue;
        }
        let same = paragraph(end - 1) == quote.paragraph
            && sentence(quote.marked.start) <= sentence(reach) + 1
            || quote.goes_on;
        let row = if same && before.content.len() < PIECES {
            found[row].content.push(quote.words.clone());
            row
        } else {
            let (class, source) = (before.class, before.source.clone());
            let content = vec![quote.words.clone()];
            found.push(Attribution { content, cue: Vec::new(), lemma: None, class, source });
            found.len() - 1
        };
        last = Some((quote.words.end, row));
    }
}

/// The first speaker whose words a sentence reports, by sentence: nobody that another's words are about.
fn told(found: &[Attribution], scene: &Scene) -> BTreeMap<usize, usize> {
    let reading = scene.referents.reading;
    let mut told = BTreeMap::new();
    for (row, attribution) in found.iter().enumerate() {
        let (Some(&cue), Some(last)) = (attribution.cue.last(), attribution.content.last()) else { continue };
        let sentence = reading.sentence_of(last.end - 1);
        let speaks = attribution.class == CueClass::Speech && attribution.source.is_some();
        let near = found[row.saturating_sub(4)..].iter().take(8);
        let inside = near.flat_map(|other| &other.content).any(|piece| piece.contains(&cue));
        if speaks && !inside && reading.sentence_of(cue) == sentence && scene.outer_at(cue).is_none() {
            told.entry(sentence).or_insert(row);
        }
    }
    told
}

/// Whether the quotation is a sentence of its own or goes on in its sentence behind a comma; what stands inside a sentence
/// of the author's is no further speech.
fn stands_alone(quote: &Quoted, scene: &Scene) -> bool {
    let reading = scene.referents.reading;
    let before = quote.marked.start.checked_sub(1).map(|at| scene.text(at));
    let goes_on = matches!(before, Some("," | "—" | "–" | "--"));
    // `I tell him, ‘He is lying.’ ”`: behind what is quoted inside.
    let inner = |at: &usize| !matches!(scene.text(*at), "'" | "’");
    let last = quote.words.clone().rev().find(inner).unwrap_or(quote.words.end - 1);
    let closing = &reading.sentences[reading.sentence_of(quote.marked.end - 1)].tokens;
    let ended = scene.text(last).ends_with(['.', '!', '?', '…']) || quote.marked.end == closing.end;
    // `“‘They lied,’ he said.”`, `“[Ode] lied.”`: behind the mark of what is quoted or put in inside.
    let first = quote.words.start + usize::from(matches!(scene.text(quote.words.start), "'" | "‘" | "["));
    (opens(quote, scene) && scene.capital(first) || goes_on) && ended
}

/// The person that the sentence before a quotation without a speaker is about: `Ann Ode summed it up. “We are broke.”`
fn person_before(quote: &Quoted, scene: &Scene) -> Option<Source> {
    let (reading, tokens) = (scene.referents.reading, scene.tokens());
    let row = reading.sentence_of(quote.marked.start).checked_sub(1)?;
    let before = &reading.sentences[row];
    let bounds = before.tokens.clone();
    let same = before.paragraph.row() == quote.paragraph && opens(quote, scene);
    let verb = bounds.clone().find(|&word| tokens.head(word).is_none())?;
    let subject =
        tokens.child(verb, &[Relation::Nsubj]).filter(|word| *word < verb && bounds.contains(word))?;
    let kind = scene.referents.entity(subject).map(|entity| scene.referents.kind(entity));
    let told = same && kind == Some(EntityKind::Person) && quote.words.len() >= LONG;
    told.then(|| scene.phrase(subject, verb, &bounds))
}

/// Words in marks that go on with what was said before them, at least.
const LONG: usize = 5;

/// The sentence that ends with the quotation, where it has a verb in the marks and no cue outside them: `“They met,” Ode said. The
/// two sides “have come to the table and will stay.”`
fn unsaid_sentence(quote: &Quoted, found: &[Attribution], scene: &Scene) -> Option<Range<usize>> {
    let reading = scene.referents.reading;
    let row = reading.sentence_of(quote.marked.start);
    let words = reading.sentences[row].tokens.clone();
    let last = quote.marked.end + 1 >= words.end && reading.sentence_of(quote.marked.end - 1) == row;
    let same = row > 0 && reading.sentences[row - 1].paragraph == reading.sentences[row].paragraph;
    let small = quote.marked.start > words.start && !scene.capital(quote.words.start);
    let finite = quote.words.clone().any(|at| scene.is_finite(at));
    let cue = |attribution: &Attribution| {
        attribution.cue.iter().any(|cue| words.contains(cue) && scene.outer_at(*cue).is_none())
            || attribution.content.iter().any(|piece| piece.end > words.start && piece.end <= words.end)
    };
    let near = found.iter().any(cue);
    (last && same && small && finite && quote.words.len() >= LONG && !near).then(|| scene.trimmed(words))
}

/// Words of a lead before a quotation at most: "Then, after a long pause:".
const LEAD: usize = 8;

/// Whether the quotation opens its sentence.
fn opens(quote: &Quoted, scene: &Scene) -> bool {
    let reading = scene.referents.reading;
    let sentence = &reading.sentences[reading.sentence_of(quote.marked.start)].tokens;
    let opens = (sentence.start..quote.marked.start).all(|at| scene.tokens().upos(at) == Upos::Punct);
    let before = quote.marked.start.checked_sub(1).map(|at| scene.text(at));
    // "Then, after a pause: “It was hard.”": a lead that names nobody.
    let lead = sentence.start..quote.marked.start;
    let first = matches!(scene.tokens().upos(sentence.start), Upos::Adv | Upos::Cconj);
    let nobody = |at: usize| {
        !matches!(scene.tokens().upos(at), Upos::Verb | Upos::Aux | Upos::Pron | Upos::Propn)
            && !scene.can_act(at)
    };
    let led = before == Some(":") && first && lead.len() <= LEAD && lead.clone().all(nobody);
    opens || led || matches!(before, Some("." | "!" | "?"))
}
