//! How quotations go on.
//!
//! `"X," he said. "Y."` is one quotation with a hole in it; in the next paragraph the same person's words are a quotation
//! of their own that needs no cue.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Attribution, Scene, Source};
use crate::document::{CueClass, EntityKind};
use crate::marks::Quoted;
use crate::syntax::{Relation, Upos};

/// Pieces of one quotation at most.
const PIECES: usize = 8;

/// Quotations without a cue: their source is the last direct one before them, in their paragraph or the one before. What
/// goes on in the paragraph of the cue is one more piece of its content, what follows later a quotation of its own.
pub(super) fn go_on(found: &mut Vec<Attribution>, used: &[bool], scene: &Scene) {
    let mut direct = direct(found, scene).into_iter().peekable();
    let told = told(found, scene);
    let mut onward = Onward { found, scene, told, last: None };
    for (quote, used) in scene.quoted.iter().zip(used) {
        while let Some(ended) = direct.next_if(|ended| ended.end <= quote.words.start) {
            onward.last = onward.last.max(Some(ended));
        }
        if !used && scene.is_speech(quote) {
            onward.read(quote);
        }
    }
}

/// Where direct words end, and the row of their attribution; in text order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Spoken {
    end: usize,
    row: usize,
}

/// The direct words of every source, in text order.
fn direct(found: &[Attribution], scene: &Scene) -> Vec<Spoken> {
    let is_quoted = |piece: &Range<usize>| {
        scene.outer_at(piece.start).is_some_and(|quote| quote.marked.end + 1 >= piece.end)
    };
    let mut direct = Vec::new();
    for (row, attribution) in found.iter().enumerate() {
        let inside = attribution.cue.last().is_some_and(|&cue| scene.outer_at(cue).is_some());
        if attribution.source.is_some() && !inside && attribution.content.iter().all(is_quoted) {
            direct.extend(attribution.content.last().map(|last| Spoken { end: last.end, row }));
        }
    }
    direct.sort_unstable();
    direct
}

/// The attributions while those of quotations without a cue are added, in text order.
struct Onward<'f, 's> {
    found: &'f mut Vec<Attribution>,
    scene: &'s Scene<'s>,
    /// The first speaker whose words a sentence reports, by sentence.
    told: BTreeMap<usize, usize>,
    /// Who spoke last, if somebody did who may go on.
    last: Option<Spoken>,
}

impl Onward<'_, '_> {
    /// Adds whose words the quotation has, where that can be told.
    fn read(&mut self, quote: &Quoted) {
        if !stands_alone(quote, self.scene) {
            self.read_sentence(quote);
        } else if let Some(row) = self.reported_before(quote) {
            let row = self.add(row, quote.words.clone());
            self.last = Some(Spoken { end: quote.words.end, row });
        } else if let Some(source) = self.person_apart(quote) {
            let (content, class) = (vec![quote.words.clone()], CueClass::Speech);
            self.found.push(Attribution {
                content,
                cue: Vec::new(),
                lemma: None,
                class,
                source: Some(source),
            });
        } else if let Some(near) = self.near(quote) {
            self.read_behind(quote, near);
        }
    }

    /// Adds the sentence that the quotation ends, where its source is whoever the sentence before reports or who spoke there.
    fn read_sentence(&mut self, quote: &Quoted) {
        let ended = self
            .near(quote)
            .filter(|last| self.sentence(last.end - 1) + 1 == self.sentence(quote.marked.start));
        let row = self.told_before(quote).or(ended.map(|last| last.row));
        if let Some((row, words)) = row.zip(unsaid_sentence(quote, self.found, self.scene)) {
            self.add(row, words);
        }
    }

    /// Adds the quotation to what was said before it, unless it is somebody else's.
    fn read_behind(&mut self, quote: &Quoted, near: Spoken) {
        let Spoken { end, row } = near;
        let reach = self.sentence(self.reach(near));
        let sentence = self.sentence(quote.marked.start);
        let paragraph = self.paragraph(end - 1);
        // "her mother, “after 24 years in France, left.”": behind a comma only the words of its own sentence go on.
        if !opens(quote, self.scene) && sentence != reach {
            return;
        }
        // “Is that right?” in the paragraph before is answered by somebody else.
        if self.scene.text(end - 1) == "?" && paragraph != quote.paragraph && !quote.goes_on {
            self.last = None;
            return;
        }
        let same = paragraph == quote.paragraph && sentence <= reach + 1 || quote.goes_on;
        let row = if same && self.found[row].content.len() < PIECES {
            self.found[row].content.push(quote.words.clone());
            row
        } else {
            self.add(row, quote.words.clone())
        };
        self.last = Some(Spoken { end: quote.words.end, row });
    }

    /// Adds words of the source at `row` that are a quotation of their own, and gives their row.
    fn add(&mut self, row: usize, words: Range<usize>) -> usize {
        let (class, source) = (self.found[row].class, self.found[row].source.clone());
        self.found.push(Attribution { content: vec![words], cue: Vec::new(), lemma: None, class, source });
        self.found.len() - 1
    }

    /// Who is reported in the sentence before the quotation.
    fn told_before(&self, quote: &Quoted) -> Option<usize> {
        let row = self.sentence(quote.marked.start);
        let before = row.checked_sub(1)?;
        let sentences = &self.scene.referents.reading.sentences;
        self.told.get(&before).copied().filter(|_| sentences[before].turn == sentences[row].turn)
    }

    /// "She said that it was late. “We failed.”": who is reported in the sentence before, where nobody spoke since.
    fn reported_before(&self, quote: &Quoted) -> Option<usize> {
        let row = self.told_before(quote).filter(|_| opens(quote, self.scene))?;
        let first = self.found[row].content[0].start;
        self.last.is_none_or(|last| last.end <= first).then_some(row)
    }

    /// The person that the sentence before is about, where that is not the one whose words go on.
    fn person_apart(&self, quote: &Quoted) -> Option<Source> {
        let sentence = self.sentence(quote.marked.start);
        let apart = self.near(quote).is_none_or(|near| self.sentence(self.reach(near)) + 1 < sentence);
        person_before(quote, self.scene).filter(|_| apart && !quote.goes_on)
    }

    /// Who spoke last, in the paragraph of the quotation or the one before. Whom the speaker of another turn quotes says no more.
    fn near(&self, quote: &Quoted) -> Option<Spoken> {
        let reading = self.scene.referents.reading;
        let near = |last: &Spoken| {
            self.paragraph(last.end - 1) + 1 >= quote.paragraph
                && reading.turn_of(last.end - 1) == reading.turn_of(quote.marked.start)
        };
        self.last.filter(near)
    }

    /// The last word of what was said, with its cue.
    fn reach(&self, spoken: Spoken) -> usize {
        let last = spoken.end - 1;
        self.found[spoken.row].cue.last().map_or(last, |&cue| cue.max(last))
    }

    fn sentence(&self, word: usize) -> usize {
        self.scene.referents.reading.sentence_of(word)
    }

    fn paragraph(&self, word: usize) -> usize {
        self.scene.referents.reading.sentences[self.sentence(word)].paragraph.row()
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
