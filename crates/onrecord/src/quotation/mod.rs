//! Quotations: whose words are these.
//!
//! Somebody's words are found from two sides. A verb of saying, thinking or showing has a clause for its content and
//! a subject for its source, wherever they stand ([`cue`]); quotation marks say which words are the source's own
//! ([`marks`]). Where the verb has no clause, the marks beside it hold what is said ([`beside`]). Where both meet, the marks decide how far the content goes: a direct quotation runs over sentences, and
//! goes on after its cue (`"X," he said. "Y."`). Which words are cues is data. The method follows the field's view of
//! attribution as source, cue and content (Pareti 2012).

mod beside;
mod cue;
mod marks;

use std::ops::Range;

use onrecord_resource::cue::Cues;

use self::marks::Quoted;
use crate::document::{CueClass, Entity, EntityKind, Form, Id, Manner, Quotation, Reading};
use crate::resolve::refer::Referents;
use crate::syntax::clause::Clauses;
use crate::syntax::{Relation, Upos};
use crate::text::Span;

/// One attribution, in words.
#[derive(Clone, Debug)]
struct Attribution {
    /// Pieces of the content, in text order.
    content: Vec<Range<usize>>,
    cue: Vec<usize>,
    lemma: Option<String>,
    class: CueClass,
    /// Head of the source.
    source: Option<usize>,
}

/// The quotations of a document, in the order of their content.
pub(crate) fn read(cues: &Cues, clauses: Clauses, referents: &Referents) -> Vec<Quotation> {
    let reading = referents.reading;
    let quoted = marks::read(reading);
    let mut found = cue::read(cues, clauses, referents);
    let mut used = vec![false; quoted.len()];
    for attribution in &mut found {
        widen(attribution, &quoted, &mut used, reading);
    }
    beside::attach(&mut found, &quoted, &mut used, referents);
    go_on(&mut found, &quoted, &used, referents);
    for attribution in &mut found {
        attribution.content.retain(|piece| piece.clone().any(|at| reading.tokens.upos(at) != Upos::Punct));
    }
    found.retain(|attribution| !attribution.content.is_empty());
    found.sort_by_key(|attribution| (attribution.content[0].start, attribution.content[0].end));
    found.iter().map(|attribution| quotation(attribution, &quoted, referents)).collect()
}

/// Makes the content end where the marks do that it runs into. What is said inside the marks, as in "I think it works",
/// stays as it is.
fn widen(attribution: &mut Attribution, quoted: &[Quoted], used: &mut [bool], reading: &Reading) {
    let cue = attribution.cue.last().copied();
    for piece in &mut attribution.content {
        let first = quoted.partition_point(|quote| quote.marked.end <= piece.start);
        for row in first..quoted.len() {
            let quote = &quoted[row];
            if quote.marked.start >= piece.end {
                break;
            }
            if cue.is_some_and(|cue| quote.marked.contains(&cue)) {
                piece.start = piece.start.max(quote.words.start);
                piece.end = piece.end.min(quote.words.end).max(piece.start + 1);
                continue;
            }
            if is_speech(quote, reading) || quote.words.start >= piece.start && quote.words.end <= piece.end {
                used[row] = true;
            }
            // Whole in the marks: the content is what they hold.
            let inside = piece.start >= quote.marked.start && piece.end <= quote.marked.end + 1;
            if inside {
                *piece = quote.words.clone();
            } else if quote.marked.start < piece.start {
                piece.start = quote.words.start;
            } else if quote.marked.end > piece.end {
                piece.end = quote.words.end;
            }
        }
    }
    attribution.content.dedup();
}

/// Quotations without a cue: their source is the last direct one before them, in their paragraph or the one before. What
/// goes on in the sentence of the cue is one more piece of its content, what follows a quotation of its own.
fn go_on(found: &mut Vec<Attribution>, quoted: &[Quoted], used: &[bool], referents: &Referents) {
    let reading = referents.reading;
    let paragraph = |word: usize| reading.sentences[reading.sentence_of(word)].paragraph.row();
    let is_quoted = |piece: &Range<usize>| {
        let row = quoted.partition_point(|quote| quote.words.end < piece.end);
        quoted.get(row).is_some_and(|quote| quote.words.start <= piece.start)
    };
    // Where the direct words of every source end, and whose they are; in text order.
    let mut direct: Vec<(usize, usize)> = Vec::new();
    for (row, attribution) in found.iter().enumerate() {
        if attribution.source.is_some() && attribution.content.iter().any(is_quoted) {
            direct.extend(attribution.content.last().map(|last| (last.end, row)));
        }
    }
    direct.sort_unstable();
    let mut next = 0;
    let mut last: Option<(usize, usize)> = None;
    for (quote, used) in quoted.iter().zip(used) {
        while let Some(&ended) = direct.get(next).filter(|ended| ended.0 <= quote.words.start) {
            last = last.max(Some(ended));
            next += 1;
        }
        let Some((end, row)) = last.filter(|_| !used && is_speech(quote, reading)) else { continue };
        if paragraph(end - 1) + 1 < quote.paragraph {
            continue;
        }
        let before = &found[row];
        let cue = before.cue.last().map(|&cue| reading.sentence_of(cue));
        if cue == Some(reading.sentence_of(quote.marked.start)) && before.content.len() < PIECES {
            found[row].content.push(quote.words.clone());
        } else {
            let (class, source) = (before.class, before.source);
            let content = vec![quote.words.clone()];
            found.push(Attribution { content, cue: Vec::new(), lemma: None, class, source });
        }
        last = Some((quote.words.end, row));
    }
}

/// Pieces of one quotation at most.
const PIECES: usize = 4;

/// Whether the words in the marks are speech: a clause or a whole sentence, not a title or a single word.
fn is_speech(quote: &Quoted, reading: &Reading) -> bool {
    let tokens = &reading.tokens;
    let verb = quote.words.clone().any(|at| matches!(tokens.upos(at), Upos::Verb | Upos::Aux));
    let last = reading.text.slice(tokens.span(quote.words.end - 1));
    let ended = matches!(last, "." | "," | "!" | "?" | "…" | "...");
    quote.words.len() >= 3 && (verb || ended)
}

fn quotation(attribution: &Attribution, quoted: &[Quoted], referents: &Referents) -> Quotation {
    let tokens = referents.tokens();
    // A relative pronoun stands for the noun of its clause.
    let behind = |word: usize| {
        let relative = matches!(tokens.xpos(word), "WP" | "WDT");
        tokens.head(word).and_then(|verb| tokens.head(verb)).filter(|_| relative).unwrap_or(word)
    };
    let spoken = attribution.source.map(|word| source(attribution, word, referents));
    // "Undersecretary for Education Mr. Toccafondi": the person whom the phrase names, where its head tells nobody.
    let named = || {
        let words = referents.words_of(spoken?);
        let person = |&word: &usize| {
            let mention = referents.covering(word).map(|id| &referents.named.mentions[id]);
            mention.is_some_and(|mention| mention.form == Form::Name && mention.kind == EntityKind::Person)
        };
        words
            .rev()
            .find(person)
            .and_then(|word| referents.covering(word))
            .map(|id| referents.named.mentions[id].entity)
    };
    let entity: Option<Id<Entity>> =
        attribution.source.and_then(|word| referents.entity(behind(word))).or_else(named);
    let span = |range: &Range<usize>| tokens.cover(range.clone());
    let words = attribution.content.iter().cloned().flatten();
    let words = words.filter(|&at| tokens.upos(at) != Upos::Punct);
    let (mut inside, mut all) = (0, 0);
    for at in words {
        let row = quoted.partition_point(|quote| quote.words.end <= at);
        inside += usize::from(quoted.get(row).is_some_and(|quote| quote.words.contains(&at)));
        all += 1;
    }
    let manner = match inside {
        0 => Manner::Indirect,
        _ if inside == all => Manner::Direct,
        _ => Manner::Mixed,
    };
    let cue: Vec<Span> = attribution.cue.iter().map(|&at| tokens.span(at)).collect();
    Quotation {
        content: attribution.content.iter().map(span).collect(),
        cue,
        cue_lemma: attribution.lemma.clone(),
        source: spoken.into_iter().collect(),
        entity,
        manner,
        class: attribution.class,
    }
}

/// The characters of the source: its whole phrase with what is said of it behind a comma, as far as neither the content
/// nor the cue begins inside.
fn source(attribution: &Attribution, head: usize, referents: &Referents) -> Span {
    let tokens = referents.tokens();
    let (whole, name) = (tokens.subtree(head), referents.words_of(referents.span(head)));
    let mut words = whole.start.min(name.start)..whole.end.max(name.end);
    words.end = words.end.max(named_before(attribution, head, referents).unwrap_or(words.end));
    let others = attribution.content.iter().cloned().chain(attribution.cue.iter().map(|&cue| cue..cue + 1));
    for other in others {
        if other.start > head {
            words.end = words.end.min(other.start);
        } else if other.end <= head {
            words.start = words.start.max(other.end);
        }
    }
    let small = |at: usize| {
        tokens.upos(at) == Upos::Punct
            || at < head && tokens.relation(at) == Relation::Case && tokens.head(at) == Some(head)
    };
    while words.start < head && small(words.start) {
        words.start += 1;
    }
    while words.end > head + 1
        && tokens.upos(words.end - 1) == Upos::Punct
        && referents.text(words.end - 1) != ")"
    {
        words.end -= 1;
    }
    if words.len() > LONGEST {
        words.end = words.end.min(name.end).max(head + 1);
        words.start = words.start.max(name.start).min(head);
    }
    tokens.cover(words)
}

/// The end of a person's name that stands right before the cue though the parser cuts the subject before it: "the director
/// of the Council on Relations *Alia Salem* said".
fn named_before(attribution: &Attribution, head: usize, referents: &Referents) -> Option<usize> {
    let tokens = referents.tokens();
    let cue = *attribution.cue.first()?;
    let aside = |&at: &usize| matches!(tokens.upos(at), Upos::Adv | Upos::Aux | Upos::Punct);
    let last = (head + 1..cue).rev().find(|at| !aside(at))?;
    let mention = &referents.named.mentions[referents.covering(last)?];
    let person = mention.kind == EntityKind::Person && mention.form == Form::Name;
    let near = cue - head < LONGEST && (head..cue).all(|at| tokens.upos(at) != Upos::Verb);
    (person && near).then_some(last + 1)
}

/// Words of a source at most; a longer one is a slip of the parser.
const LONGEST: usize = 30;

#[cfg(test)]
mod tests;
