//! Quotations: whose words are these.
//!
//! Somebody's words are found from two sides. Quotation marks say which words are the source's own ([`marks`](crate::marks)), and the
//! layout of news which verb of saying they belong to ([`beside`]). A verb of saying, thinking or showing has a clause or
//! another construction for its content and a subject for its source ([`cue`], [`source`]). Where both meet, the marks
//! decide how far the content goes: a direct quotation runs over sentences, and goes on after its cue
//! (`"X," he said. "Y."`, [`onward`]). Which words are cues, and in which constructions, is data. The method follows the
//! field's view of attribution as source, cue and content (Pareti 2012).

mod beside;
mod cue;
mod dateline;
mod onward;
mod sharing;
mod source;
mod unclosed;

use std::ops::Range;

use onrecord_resource::cue::Cues;

use crate::document::{CueClass, Entity, EntityKind, Form, Id, Manner, ParagraphKind, Quotation, Turn};
use crate::marks::{self, Quoted};
use crate::resolve::refer::Referents;
use crate::syntax::clause::Clauses;
use crate::syntax::{Relation, Tokens, Upos};
use crate::text::Span;

/// One attribution, in words.
#[derive(Clone, Debug)]
struct Attribution {
    /// Pieces of the content, in text order.
    content: Vec<Range<usize>>,
    cue: Vec<usize>,
    lemma: Option<String>,
    class: CueClass,
    source: Option<Source>,
}

/// Who says it, in words.
#[derive(Clone, Debug)]
struct Source {
    /// The word that the others hang on.
    head: usize,
    /// The whole phrase.
    words: Range<usize>,
}

/// One document while its quotations are read.
struct Scene<'a> {
    cues: &'a Cues,
    clauses: Clauses<'a>,
    referents: &'a Referents<'a>,
    /// What stands in marks, in text order, none inside another.
    quoted: &'a [Quoted],
}

impl<'a> Scene<'a> {
    fn tokens(&self) -> &'a Tokens {
        self.referents.tokens()
    }

    /// The word, or nothing past the end of the text. Some papers write a dash as the bar that others are drawn from, some as a
    /// hyphen with space around it.
    fn text(&self, at: usize) -> &'a str {
        match if at < self.tokens().len() { self.referents.text(at) } else { "" } {
            "―" => "—",
            "-" if self.is_spaced(at) => "–",
            text => text,
        }
    }

    /// Whether space stands on either side of the word.
    fn is_spaced(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let apart = |left: usize, right: usize| tokens.span(left).end() < tokens.span(right).start();
        at > 0 && at + 1 < tokens.len() && apart(at - 1, at) && apart(at, at + 1)
    }

    /// Whether the word begins with a capital letter.
    fn capital(&self, at: usize) -> bool {
        at < self.tokens().len() && self.text(at).starts_with(char::is_uppercase)
    }

    /// Whether the paragraph is a headline or a heading.
    fn is_headline(&self, paragraph: usize) -> bool {
        let paragraph = self.referents.reading.paragraphs.get(paragraph);
        paragraph.is_some_and(|paragraph| {
            matches!(paragraph.kind, ParagraphKind::Headline | ParagraphKind::Heading)
        })
    }

    /// The quotation that has the word, with its marks.
    fn outer_at(&self, at: usize) -> Option<&Quoted> {
        let row = self.quoted.partition_point(|quote| quote.marked.end <= at);
        self.quoted.get(row).filter(|quote| quote.marked.start <= at)
    }

    /// Whether the word is the opening mark of a quotation.
    fn opens_quote(&self, at: usize) -> bool {
        self.outer_at(at).is_some_and(|quote| quote.marked.start == at)
    }

    /// Whether the word is a mark of a quotation.
    fn is_mark(&self, at: usize) -> bool {
        self.outer_at(at).is_some_and(|quote| !quote.words.contains(&at))
    }
}

/// The quotations of a document, in the order of their content.
pub(crate) fn read(cues: &Cues, clauses: Clauses, referents: &Referents) -> Vec<Quotation> {
    let quoted = unclosed::close(marks::read(referents.reading), cues, clauses, referents);
    let scene = Scene { cues, clauses, referents, quoted: &quoted };
    let mut used = vec![false; quoted.len()];
    let mut claims = beside::claims(&scene, &quoted, &mut used);
    let mut found = cue::read(&scene, &mut claims);
    for attribution in &mut found {
        widen(attribution, &scene, &mut used);
    }
    sharing::share(&mut found, &scene);
    sharing::enclose(&mut found, &scene);
    sharing::confine(&mut found, &scene);
    sharing::part(&mut found);
    for (quote, used) in quoted.iter().zip(&mut used).filter(|(_, used)| !**used) {
        if let Some(source) = scene.signature(quote).or_else(|| scene.introduced(quote)) {
            let content = vec![quote.words.clone()];
            let class = CueClass::Speech;
            found.push(Attribution { content, cue: Vec::new(), lemma: None, class, source: Some(source) });
            *used = true;
        }
    }
    onward::go_on(&mut found, &used, &scene);
    found.extend(scene.posts());
    found.extend(scene.exchanges());
    for attribution in &mut found {
        leave_source(attribution, &scene);
        tidy(attribution, &scene);
    }
    found.retain(|attribution| !attribution.content.is_empty());
    found.sort_by_key(|attribution| (attribution.content[0].start, attribution.content[0].end));
    found.iter().map(|attribution| quotation(attribution, &scene)).collect()
}

/// "The plan will fail, *Ann Ode, a professor,* said": the source is no part of what it says.
fn leave_source(attribution: &mut Attribution, scene: &Scene) {
    let cue = attribution.cue.first().copied();
    let source = attribution.source.as_ref().map(|source| source.words.clone());
    let Some((words, cue)) = source.zip(cue) else { return };
    let runs = |piece: &&mut Range<usize>| {
        let comma = words.start > 0 && scene.text(words.start - 1) == ",";
        comma && piece.start < words.start && words.end <= piece.end && piece.end <= cue
    };
    attribution.content.iter_mut().filter(runs).for_each(|piece| piece.end = words.start - 1);
}

/// Makes the pieces of a content begin and end with words, and with the marks that belong to them.
fn tidy(attribution: &mut Attribution, scene: &Scene) {
    let tokens = scene.tokens();
    attribution.content.retain(|piece| piece.clone().any(|at| tokens.upos(at) != Upos::Punct));
    for piece in &mut attribution.content {
        let comma = |at: usize| matches!(scene.text(at), "," | ";" | ":" | ")");
        while piece.len() > 1 && comma(piece.start) {
            piece.start += 1;
        }
        // "I tell him, ‘*He is lying.*’”"
        let inner = |at: usize| matches!(scene.text(at), "’" | "'") && tokens.upos(at) == Upos::Punct;
        while piece.len() > 1
            && inner(piece.end - 1)
            && !piece.clone().any(|at| matches!(scene.text(at), "‘" | "'") && at + 1 < piece.end)
        {
            piece.end -= 1;
        }
        // A mark that opens inside is closed inside, and one that closes inside is opened inside.
        let first = scene.outer_at(piece.start).filter(|quote| quote.words.start == piece.start);
        if let Some(quote) = first.filter(|quote| quote.marked.end < piece.end) {
            piece.start = quote.marked.start;
        }
        let opened =
            |quote: &&Quoted| quote.marked.start >= piece.start && quote.marked.start < quote.words.start;
        let last = scene.outer_at(piece.end - 1).filter(opened);
        piece.end = last.map_or(piece.end, |quote| quote.marked.end);
    }
}

/// Makes the content end where the marks do that it runs into. What is said inside the marks, as in "I think it works",
/// stays as it is.
fn widen(attribution: &mut Attribution, scene: &Scene, used: &mut [bool]) {
    let quoted = scene.quoted;
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
            if scene.is_speech(quote) || quote.words.start >= piece.start && quote.words.end <= piece.end {
                used[row] = true;
            }
            // Whole in the marks: the content is what they hold.
            let behind = |word: usize| word < piece.end && scene.tokens().upos(word) != Upos::Punct;
            let inside = piece.start >= quote.marked.start
                && piece.end <= quote.marked.end + 1
                && !behind(quote.marked.end);
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
    // `noted that it had grown, “so there is hope.”`: what the marks hold goes on with the clause before them.
    let Some(piece) = attribution.content.last_mut() else { return };
    let row = quoted.partition_point(|quote| quote.marked.end <= piece.end);
    let Some(next) = quoted.get(row).filter(|next| !used[row] && next.marked.start == piece.end + 1) else {
        return;
    };
    let reading = scene.referents.reading;
    let sentence = reading.sentence_of(piece.start);
    let ends = reading.sentences[sentence].tokens.end;
    let behind = cue.is_some_and(|cue| cue < piece.start && scene.outer_at(cue).is_none());
    let last = next.marked.end >= ends || next.marked.end + 1 == ends && scene.text(next.marked.end) == ".";
    if behind && last && next.marked.start < ends && scene.text(piece.end) == "," {
        piece.end = next.words.end;
        used[row] = true;
    }
}

fn quotation(attribution: &Attribution, scene: &Scene) -> Quotation {
    let referents = scene.referents;
    let tokens = referents.tokens();
    // A relative pronoun stands for the noun of its clause.
    let behind = |word: usize| {
        let relative = matches!(tokens.xpos(word), "WP" | "WDT");
        tokens.head(word).and_then(|verb| tokens.head(verb)).filter(|_| relative).unwrap_or(word)
    };
    let source = attribution.source.as_ref().map(|source| clear(source, attribution, scene));
    let person = |&word: &usize| {
        let mention = referents.covering(word).map(|id| &referents.named.mentions[id]);
        mention.is_some_and(|mention| mention.form == Form::Name && mention.kind == EntityKind::Person)
    };
    // "Undersecretary for Education Mr. Toccafondi": the person whom the phrase names, where its head tells nobody.
    let named = || {
        let word = source.as_ref()?.words.clone().rev().find(person)?;
        let id = referents.covering(word)?;
        // "two people close *to* Mr. Ode" are others.
        let before = referents.words_of(referents.named.mentions[id].span).start.checked_sub(1)?;
        let before =
            if tokens.relation(before) == Relation::NmodDesc { before.checked_sub(1)? } else { before };
        (tokens.upos(before) != Upos::Adp).then(|| referents.named.mentions[id].entity)
    };
    // "Sen. Ann Ode, a Trump backer": who stands before the comma, whatever the arcs make the head.
    let first = || {
        let source = source.as_ref()?;
        let comma = source.words.clone().find(|&word| scene.text(word) == ",")?;
        let words = source.words.start..comma;
        let word = words.rev().find(person).filter(|_| source.head > comma)?;
        referents.covering(word).map(|id| referents.named.mentions[id].entity)
    };
    // "Trump spokeswoman Ann Ode": the name right behind what she is.
    let holder = || {
        let source = source.as_ref().filter(|source| tokens.upos(source.head) == Upos::Noun)?;
        let id = referents.covering(source.head + 1).filter(|_| source.head + 1 < source.words.end)?;
        let mention = &referents.named.mentions[id];
        let opens = referents.words_of(mention.span).start == source.head + 1;
        let person = mention.form == Form::Name && mention.kind == EntityKind::Person;
        (opens && person).then_some(mention.entity)
    };
    let entity: Option<Id<Entity>> = first()
        .or_else(holder)
        .or_else(|| source.as_ref().and_then(|source| referents.entity(behind(source.head))))
        .or_else(named)
        // "LEMON: It rained."
        .or_else(|| scene.speaker_of(attribution));
    let span = |range: &Range<usize>| tokens.cover(range.clone());
    let cue: Vec<Span> = attribution.cue.iter().map(|&at| tokens.span(at)).collect();
    Quotation {
        content: attribution.content.iter().map(span).collect(),
        cue,
        cue_lemma: attribution.lemma.clone(),
        source: source.iter().map(|source| span(&source.words)).collect(),
        entity,
        manner: manner(attribution, scene),
        class: attribution.class,
    }
}

impl Scene<'_> {
    /// The turn that is given without a cue.
    fn turn_of(&self, attribution: &Attribution) -> Option<Id<Turn>> {
        let first = attribution.content.first().filter(|_| attribution.cue.is_empty())?;
        self.referents.reading.turn_of(first.start)
    }

    /// Who speaks in the turn that is given without a cue.
    fn speaker_of(&self, attribution: &Attribution) -> Option<Id<Entity>> {
        let turn = self.turn_of(attribution)?;
        self.referents.named.speakers.get(turn.row())?.as_ref()?.entity
    }
}

/// Whose words the content has.
fn manner(attribution: &Attribution, scene: &Scene) -> Manner {
    let (mut inside, mut all) = (0, 0);
    for at in attribution.content.iter().cloned().flatten() {
        if scene.tokens().upos(at) != Upos::Punct {
            inside += usize::from(scene.outer_at(at).is_some());
            all += 1;
        }
    }
    match inside {
        // What stands in the turns of a report is said so.
        0 if scene.turn_of(attribution).is_some() => Manner::Direct,
        0 => Manner::Indirect,
        _ if inside == all => Manner::Direct,
        _ => Manner::Mixed,
    }
}

/// The source without what belongs to the content or the cue.
fn clear(source: &Source, attribution: &Attribution, scene: &Scene) -> Source {
    let Source { head, mut words } = source.clone();
    let others = attribution.content.iter().cloned().chain(attribution.cue.iter().map(|&cue| cue..cue + 1));
    for other in others {
        if other.start > head {
            words.end = words.end.min(other.start);
        } else if other.end <= head {
            words.start = words.start.max(other.end);
        }
    }
    // `“It rained,” | *Ode* said`: no source begins inside marks that close in it.
    let quote =
        scene.outer_at(words.start).filter(|quote| quote.marked.end <= head && !quote.marked.contains(&head));
    words.start = quote.map_or(words.start, |quote| quote.marked.end);
    // "was called a fraud *by* the minister": what is left of a phrase with the content in it.
    words.start += usize::from(words.start < head && scene.text(words.start) == "by");
    let words = scene.trimmed(words.start.min(head)..words.end.max(head + 1));
    if words.is_empty() { Source { head, words: head..head + 1 } } else { Source { head, words } }
}

#[cfg(test)]
mod examples;
#[cfg(test)]
mod tests;
