//! The whole phrase of a source whose head the arcs give: what they have hung elsewhere belongs to it, and what they hang on it from
//! the clause around it does not.

use std::ops::Range;

use super::participle::SHORT;
use super::{DATED, LONGEST, NEAR, Scene, Source};
use crate::document::{EntityKind, Form};
use crate::syntax::{Relation, Upos};

/// A head while the phrase around it is looked for.
struct Around<'b> {
    head: usize,
    /// The cue whose source it is.
    cue: usize,
    bounds: &'b Range<usize>,
    /// The words of the name that the head stands in.
    name: Range<usize>,
}

impl Around<'_> {
    /// The phrase, or the name alone where it is too long to be one.
    fn shortened(&self, words: Range<usize>) -> Range<usize> {
        if words.len() <= LONGEST {
            return words;
        }
        words.start.max(self.name.start).min(self.head)..words.end.min(self.name.end).max(self.head + 1)
    }
}

impl Scene<'_> {
    /// The whole phrase of `head`, the source of the cue at `cue`.
    pub(in crate::quotation) fn phrase(&self, head: usize, cue: usize, bounds: &Range<usize>) -> Source {
        let name = self.referents.words_of(self.referents.span(head));
        let around = &Around { head, cue, bounds, name };
        let words = self.with_torn_parts(self.by_arcs(around), around);
        let words = self.outside_quote(words, around);
        let words = self.inside_clause(words, around);
        let words = self.with_slashes(self.with_adjective(words, around), around);
        let words = self.without_time(self.trimmed(self.behind_opener(words, around)), head);
        let words = self.before_place(words, around);
        let words = self.behind_case(words, around);
        Source { head, words: around.shortened(words) }
    }

    /// The words that the arcs hang on the head, with its whole name.
    fn by_arcs(&self, around: &Around) -> Range<usize> {
        let tokens = self.tokens();
        let Around { head, cue, ref name, .. } = *around;
        // "the panel led by Ode had vowed", where the arcs make the participle the subject.
        let led = tokens.head(head).filter(|&verb| {
            tokens.xpos(verb) == "VBN"
                && tokens.is_subject(verb)
                && tokens.head(verb) == Some(cue)
                && head < verb
        });
        let whole = tokens.subtree(led.unwrap_or(head));
        whole.start.min(name.start)..whole.end.max(name.end)
    }

    /// The phrase with the parts that the arcs have hung on the cue: a title before it, a name behind it.
    fn with_torn_parts(&self, mut words: Range<usize>, around: &Around) -> Range<usize> {
        let tokens = self.tokens();
        let Around { head, cue, bounds, .. } = *around;
        words.end = words.end.max(self.named_before(head, cue).unwrap_or(words.end));
        if tokens.upos(head) != Upos::Pron {
            words.start = self.titled(words.start, cue);
        }
        words.start = self.described(words.start, head, bounds).unwrap_or(words.start);
        // "Trump spokeswoman | *Hope Hicks*"
        let next = self.referents.covering(words.end).map(|id| &self.referents.named.mentions[id]);
        let person = next.filter(|next| next.kind == EntityKind::Person && next.form == Form::Name);
        if let Some(person) = person.filter(|_| words.end < cue && tokens.upos(words.end - 1) == Upos::Noun) {
            let person = self.referents.words_of(person.span);
            words.end = if person.start == words.end { person.end } else { words.end };
        }
        words
    }

    /// `“It is sad,” | *Ode* told them`: what is quoted before a name is none of it.
    fn outside_quote(&self, words: Range<usize>, around: &Around) -> Range<usize> {
        let quote = self.outer_at(words.start).filter(|quote| quote.marked.end <= around.head);
        let quote = quote.filter(|quote| self.is_speech(quote));
        quote.map_or(words.start, |quote| quote.marked.end)..words.end
    }

    /// The phrase as far as it stands on its side of the cue and inside the sentence.
    fn inside_clause(&self, mut words: Range<usize>, around: &Around) -> Range<usize> {
        let tokens = self.tokens();
        let Around { head, cue, bounds, ref name } = *around;
        if head < cue {
            // "the university, which *rose by urging* them": the clause that the cue stands in is not the source's.
            let inside = |&child: &usize| tokens.subtree(child).contains(&cue);
            let inside = tokens.children(head).filter(|&child| child > head).find(inside);
            let clause = inside.map_or(cue, |child| tokens.subtree(child).start.max(head + 1));
            let pronoun = matches!(tokens.xpos(clause), "WP" | "WDT");
            words.end = words.end.min(cue).min((clause + usize::from(pronoun)).max(name.end));
        } else {
            words.start = words.start.max(cue + 1);
        }
        // "The speaker was “confident it will work”": a subject outside the marks of its cue is whole.
        let outside = head < bounds.start;
        let start = if outside { words.start } else { words.start.max(bounds.start) };
        start.min(head)..words.end.min(if outside { cue } else { bounds.end }).max(head + 1)
    }

    /// "sources *close to the campaign* tell": with an adjective and its phrase that the arcs hang on the cue.
    fn with_adjective(&self, words: Range<usize>, around: &Around) -> Range<usize> {
        let tokens = self.tokens();
        let cue = around.cue;
        let adjective = tokens.upos(words.end) == Upos::Adj || self.text(words.end) == "close";
        let described = adjective && words.end + 1 < cue && tokens.upos(words.end + 1) == Upos::Adp;
        let part = |word: usize| self.is_of_phrase(word) || tokens.upos(word) == Upos::Adp;
        words.start..if described && (words.end..cue).all(part) { cue } else { words.end }
    }

    /// "the NBC News*/Wall Street Journal poll*"
    fn with_slashes(&self, mut words: Range<usize>, around: &Around) -> Range<usize> {
        let tokens = self.tokens();
        let Around { head, cue, bounds, .. } = *around;
        let slash = |at: usize| at < bounds.end && self.text(at) == "/";
        while head >= cue && slash(words.end) && words.len() < LONGEST {
            let nominal = |&word: &usize| !matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Num);
            words.end = (words.end + 1..bounds.end).find(nominal).unwrap_or(bounds.end);
        }
        words
    }

    /// "Even before the vote, | *the commission* had vowed": without what opens the sentence.
    fn behind_opener(&self, mut words: Range<usize>, around: &Around) -> Range<usize> {
        let tokens = self.tokens();
        let Around { head, bounds, .. } = *around;
        let fronted = matches!(tokens.upos(words.start), Upos::Adp | Upos::Adv | Upos::Sconj);
        let comma = (words.start..head).rev().find(|&word| self.text(word) == ",").filter(|_| fronted);
        words.start = comma.map_or(words.start, |comma| comma + 1);
        // "Maybe | this", "So | Ms. Ode"; but "Even Ms. Ode", "Nearly half".
        let opens = words.start == bounds.start
            && matches!(tokens.xpos(words.start), "RB" | "UH")
            && words.start < head;
        let alone = tokens.upos(words.start + 1) != Upos::Num && !self.is_focus(words.start);
        words.start += usize::from(opens && alone);
        words
    }

    /// "*General Amr*, in remarks to reporters, said", "*General Amr*, speaking to reporters, said": without where he said it.
    fn before_place(&self, words: Range<usize>, around: &Around) -> Range<usize> {
        let Around { head, cue, ref name, .. } = *around;
        let comma = |word: usize| self.text(word) == ",";
        let aside = |&word: &usize| {
            let place = self.tokens().upos(word + 1) == Upos::Adp
                || self.is_doing(word + 1) && self.text(word + 1) != "including"
                || matches!(self.text(word + 1), "when" | "while" | "if" | "as");
            comma(word) && place
        };
        let closed = (words.end..cue).take(DATED).any(comma);
        let aside = (name.end.max(head + 1)..words.end).find(aside).filter(|_| closed);
        let aside = aside.filter(|&aside| {
            !matches!(self.text(aside + 1), "of" | "from") && !(aside + 1..words.end).any(comma)
        });
        words.start..aside.unwrap_or(words.end)
    }

    /// The phrase behind its preposition or conjunction, and behind the copula that makes it a predicate: "Dole is *the only nominee
    /// who* plans" has a subject of its own.
    fn behind_case(&self, mut words: Range<usize>, around: &Around) -> Range<usize> {
        let tokens = self.tokens();
        let head = around.head;
        let preposition = |at: usize| {
            tokens.relation(at) == Relation::Case && tokens.head(at) == Some(head)
                || matches!(tokens.upos(at), Upos::Cconj | Upos::Sconj)
                    && !matches!(self.text(at).to_lowercase().as_str(), "both" | "either" | "neither")
        };
        while words.start < head && preposition(words.start) {
            words.start += 1;
        }
        let copula =
            tokens.children(head).find(|&child| tokens.relation(child) == Relation::Cop && child < head);
        let not = |word: usize| usize::from(matches!(self.text(word), "not" | "n't" | "n’t"));
        copula.map_or(words.start, |be| words.start.max(be + 1 + not(be + 1)))..words.end
    }

    /// Where the phrase of a bare noun begins whose article the arcs have hung elsewhere: "*the real estate* | mogul has said",
    /// "*a new CNN/*ORC poll".
    fn described(&self, start: usize, head: usize, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let slash = start > bounds.start && self.text(start - 1) == "/";
        let from = start - usize::from(slash);
        let bare = tokens.upos(head) == Upos::Noun
            && tokens.upos(start) != Upos::Punct
            && !matches!(tokens.upos(start), Upos::Det | Upos::Adp)
            && tokens.xpos(start) != "PRP$";
        let before = self.noun_phrase(from, bounds.start).filter(|_| bare)?;
        let article = tokens.upos(before.start) == Upos::Det || tokens.xpos(before.start) == "PRP$";
        let article = article && before.len() < SHORT;
        let plain = before.clone().all(|word| {
            self.referents.time(word).is_none() && !matches!(tokens.upos(word), Upos::Adp | Upos::Cconj)
        });
        let noun =
            matches!(tokens.upos(from - 1), Upos::Noun | Upos::Adj | Upos::Propn) && from > before.start + 1;
        (article && plain && noun).then_some(before.start)
    }

    /// Where a phrase begins that the arcs cut into several subjects of the cue: "*Minister of Education* | Ann Ode said".
    fn titled(&self, mut start: usize, cue: usize) -> usize {
        let tokens = self.tokens();
        for child in tokens.children(cue).rev().filter(|&child| tokens.is_subject(child)) {
            let words = tokens.subtree(child);
            let noun = matches!(tokens.upos(child), Upos::Noun | Upos::Propn);
            let touches = words.start < start && words.end >= start && words.end <= cue;
            // "The talks, the minister said, had failed": behind a comma somebody else begins.
            let open = touches && self.text(words.end - 1) != ",";
            if noun && open && self.referents.time(child).is_none() {
                start = words.start;
            }
        }
        start
    }

    /// The end of a person's name that stands right before the cue though the parser cuts the subject before it: "the
    /// director of the Council on Relations *Alia Salem* said".
    fn named_before(&self, head: usize, cue: usize) -> Option<usize> {
        let tokens = self.tokens();
        let aside = |&at: &usize| matches!(tokens.upos(at), Upos::Adv | Upos::Aux | Upos::Punct);
        let last = (head + 1..cue).rev().find(|at| !aside(at))?;
        let mention = &self.referents.named.mentions[self.referents.covering(last)?];
        let person = mention.kind == EntityKind::Person && mention.form == Form::Name;
        let near = cue - head < LONGEST && (head..cue).all(|at| tokens.upos(at) != Upos::Verb);
        (person && near).then_some(last + 1)
    }

    /// The range without punctuation at its ends, but for what closes a bracket or marks opened inside.
    pub(in crate::quotation) fn trimmed(&self, mut words: Range<usize>) -> Range<usize> {
        let punct = |at: usize| self.tokens().upos(at) == Upos::Punct;
        while !words.is_empty() && punct(words.start) {
            words.start += 1;
        }
        // A closing bracket stays where it is opened inside, and so do closing marks.
        let closed = |words: &Range<usize>| {
            let near = words.end.saturating_sub(NEAR).max(words.start);
            let marks = self.outer_at(words.end - 1);
            // "Erie, Pa., said": a stop before a comma belongs to its word.
            let short = self.text(words.end - 1) == "." && self.text(words.end) == ",";
            short
                || self.text(words.end - 1) == ")" && (near..words.end).any(|at| self.text(at) == "(")
                || marks
                    .is_some_and(|quote| quote.marked.end == words.end && quote.marked.start >= words.start)
        };
        while !words.is_empty() && punct(words.end - 1) && !closed(&words) {
            words.end -= 1;
        }
        words
    }

    /// Whether the mark at `at` is part of a compound: "vice-president".
    pub(in crate::quotation) fn glued(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let next = at + 1 < tokens.len() && tokens.span(at).end() == tokens.span(at + 1).start();
        // … or of a pair: "the ABC/Post poll".
        let pair = self.text(at) == "/" && self.capital(at + 1) && at > 0 && self.capital(at - 1);
        let dash = self.text(at) == "-" || self.text(at) == "–" || pair;
        dash && next && at > 0 && tokens.span(at - 1).end() == tokens.span(at).start()
    }
}
