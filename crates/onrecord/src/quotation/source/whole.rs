//! A source as news writes it: the name with its apposition, up to the verb of saying.
//!
//! "Ann Ode, a senator from Ohio, said", "Gov. Ann Ode, who lost in May, said": between the name and the cue stand asides
//! that begin and end with a comma, and a parser often takes the last of them for the subject, or the verb of saying for
//! a part of them. The commas tell: what the first of them follows is the name.

use std::ops::Range;

use super::{Scene, Source};
use crate::document::Form;
use crate::syntax::{Relation, Upos};

/// Words of a name before its apposition, at most.
const NAME: usize = 16;

/// Words of a description before a name, at most.
const KINSHIP: usize = 4;

/// Words between a name and the verb behind its asides, at most.
const ASIDES: usize = 40;

impl Scene<'_> {
    /// The source of the cue at `at` from the name on that opens its clause, and without the verb of its sentence.
    pub(in crate::quotation) fn whole(&self, source: Source, at: usize, bounds: &Range<usize>) -> Source {
        let Source { head, mut words } = source;
        if words.start >= at {
            return Source { head, words };
        }
        words.end = self.own_verb(head, &words).unwrap_or(words.end);
        words.start = self.kinship(&words, bounds).unwrap_or(words.start);
        words = self.without_place(words, at, bounds);
        words = self.with_long_name(words, bounds);
        let head = if words.contains(&head) { head } else { self.tokens().head_of(words.clone()) };
        words.end = self.with_asides(&words, at).unwrap_or(words.end);
        // "The general*, addressing the assembly*, insisted": what the source does meanwhile.
        let meanwhile = |&word: &usize| {
            let closed = self.text(words.end) == "," && words.end < at;
            let doing = matches!(self.tokens().relation(word + 1), Relation::Acl | Relation::Advcl);
            closed && doing && self.text(word) == "," && self.is_doing(word + 1)
        };
        words.end = (head + 1..words.end).find(meanwhile).unwrap_or(words.end);
        // "his team, *meanwhile*, thinks"
        let aside = |word: usize| {
            self.tokens().upos(word) == Upos::Adv
                || matches!(self.text(word), "meanwhile" | "however" | "though" | "too")
        };
        while words.end > head + 2 && aside(words.end - 1) && self.text(words.end - 2) == "," {
            words.end -= 2;
        }
        match self.apposed_name(&words, at, bounds) {
            Some(name) => Source { head: self.tokens().head_of(name.clone()), words: name.start..words.end },
            None => Source { head, words },
        }
    }

    /// The second of two phrases that stand side by side: "a question | *aides* refuse to answer", "a vote | *his aides* say had
    /// failed".
    pub(super) fn second_phrase(&self, source: Source, at: usize) -> Source {
        // "a charge his campaign denies" is read as a whole, and left.
        if self.is_comment_of(&source) {
            return source;
        }
        let tokens = self.tokens();
        let Source { head, words } = source;
        // No plural has that article.
        let plural = tokens.xpos(words.end - 1) == "NNS" && words.end == at;
        let single = matches!(self.text(words.start), "a" | "an") && words.len() > 2;
        let nouns = single && (words.start + 1..words.end - 1).all(|word| tokens.xpos(word) == "NN");
        let own = |&word: &usize| {
            // "told a crowd | *the emails* prove": no time, and nothing that tells of the first.
            let article = matches!(self.text(word), "the" | "a" | "an")
                && words.len() <= KINSHIP * 2
                && words.clone().all(|word| self.is_nominal(word) || tokens.upos(word) == Upos::Adp);
            let opens = tokens.xpos(word) == "PRP$" || article;
            opens && matches!(tokens.xpos(word - 1), "NN" | "NNS") && words.end <= at
        };
        let second =
            if plural && nouns { Some(words.end - 1) } else { (words.start + 1..words.end).find(own) };
        match second {
            Some(second) if head >= second => Source { head, words: second..words.end },
            Some(second) => Source { head: tokens.head_of(second..words.end), words: second..words.end },
            None => Source { head, words },
        }
    }

    /// Where the asides end that stand between a name and its cue and tell of it: "Ann Ode*, who lost in May*, warned", "Ann
    /// Ode*, seen as a rival*, said". Where and when it was said is none of them.
    fn with_asides(&self, words: &Range<usize>, at: usize) -> Option<usize> {
        let tokens = self.tokens();
        let comma = Some(words.end).filter(|&comma| self.text(comma) == "," && comma + 2 < at)?;
        let small = |&word: &usize| matches!(tokens.upos(word), Upos::Adv | Upos::Aux);
        let close =
            (comma + 1..at).rev().find(|word| !small(word)).filter(|&close| self.text(close) == ",")?;
        let (first, inside) = (comma + 1, comma + 1..close);
        let told = tokens.xpos(first) == "VBN"
            || matches!(tokens.upos(first), Upos::Det | Upos::Noun | Upos::Propn | Upos::Num)
            || tokens.xpos(first) == "PRP$";
        let finite = inside.clone().any(|word| matches!(tokens.xpos(word), "VBD" | "VBZ" | "VBP" | "MD"));
        let name = tokens.upos(words.end - 1) == Upos::Propn || tokens.upos(words.end - 1) == Upos::Noun;
        let free = inside.clone().all(|word| self.outer_at(word).is_none());
        let timeless = self.referents.time(first).is_none();
        let short = !inside.is_empty() && inside.len() < ASIDES;
        (told && name && free && timeless && short && (!finite)).then_some(close)
    }

    /// Where a short description begins that opens its clause right before a name: "…, *his son* | Lee said".
    fn kinship(&self, words: &Range<usize>, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let name = tokens.upos(words.start) == Upos::Propn && words.start > bounds.start;
        let noun = name && tokens.upos(words.start - 1) == Upos::Noun;
        let before = self.noun_phrase(words.start, bounds.start).filter(|_| noun)?;
        let opens = before.start == bounds.start || self.text(before.start - 1) == ",";
        let timeless = before.clone().all(|word| self.referents.time(word).is_none());
        (opens && timeless && before.len() <= KINSHIP).then_some(before.start)
    }

    /// "On board the boat, *Ode* | said": what stands behind a preposition ends at the comma, which nothing closes.
    fn without_place(&self, words: Range<usize>, at: usize, bounds: &Range<usize>) -> Range<usize> {
        let tokens = self.tokens();
        let mut commas = words.clone().filter(|&word| self.text(word) == ",");
        let (comma, more) = (commas.next(), commas.next());
        let relative = comma.is_some_and(|comma| tokens.xpos(comma + 1).starts_with('W'));
        let placed = !relative && words.start > bounds.start && tokens.upos(words.start - 1) == Upos::Adp;
        let closed = words.end < at && self.text(words.end) == ",";
        match comma.filter(|&comma| placed && !closed && more.is_none() && comma + 1 < words.end) {
            Some(comma) => comma + 1..words.end,
            None => words,
        }
    }

    /// "*the World Health Organization (*WHO*)*": a short name in brackets with the long one before it.
    fn with_long_name(&self, words: Range<usize>, bounds: &Range<usize>) -> Range<usize> {
        let open = words.start.checked_sub(1).filter(|&open| open > bounds.start && self.text(open) == "(");
        let close = self.text(words.end) == ")";
        match open.filter(|_| close).and_then(|open| self.noun_phrase(open, bounds.start)) {
            Some(long) => long.start..words.end + 1,
            None => words,
        }
    }

    /// Where the verb of the sentence follows an aside inside what the arcs take for one phrase: "Ann Ode, who lost | ,
    /// warned that".
    fn own_verb(&self, head: usize, words: &Range<usize>) -> Option<usize> {
        // "Page | *called* Ode and told him that": a name has no participle right behind it.
        let tokens = self.tokens();
        let next = head + 1;
        let participle = tokens.xpos(next) == "VBN" && tokens.relation(next) == Relation::Acl;
        let object = matches!(tokens.upos(next + 1), Upos::Propn | Upos::Pron);
        if participle && object && self.capital(head) && words.contains(&(next + 1)) {
            return Some(next);
        }
        // "Ann Ode | *tore* into him, telling": nor has the only verb before a participle.
        let finite = (words.start..words.end).any(|word| self.is_finite(word));
        let verb = (head + 1..words.end).find(|&word| tokens.xpos(word) == "VBN").filter(|_| !finite);
        let ripped = verb.filter(|&verb| {
            let named = tokens.upos(verb - 1) == Upos::Propn && tokens.upos(verb + 1) == Upos::Adp;
            named && tokens.head(head).is_none() && !matches!(self.text(verb + 1), "as" | "by")
        });
        if ripped.is_some() {
            return ripped;
        }
        let comma = |&word: &usize| self.text(word) == ",";
        let first = (head + 1..words.end).find(comma)?;
        (first + 1..words.end).filter(comma).find(|&word| self.is_finite_behind(word))
    }

    /// Whether a finite verb follows the word at `at`, adverbs apart.
    pub(in crate::quotation) fn is_finite_behind(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let next = (at + 1..tokens.len()).take(3).find(|&word| tokens.upos(word) != Upos::Adv);
        next.is_some_and(|word| {
            let finite = matches!(tokens.xpos(word), "VBD" | "VBZ" | "VBP" | "MD");
            finite && matches!(tokens.upos(word), Upos::Verb | Upos::Aux)
        })
    }

    /// The name before the apposition in `words`, which a comma closes before the cue: "*Ann Ode*, a senator, said".
    fn apposed_name(&self, words: &Range<usize>, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let comma = words.start.checked_sub(1).filter(|&comma| comma > bounds.start)?;
        let closed = words.end < at && self.text(words.end) == ",";
        if !closed || self.text(comma) != "," || tokens.upos(words.start) == Upos::Pron {
            return None;
        }
        // "In a letter to the court *his lawyer*, Ann Ode, wrote": the second of two phrases side by side.
        let second = |&word: &usize| {
            tokens.xpos(word) == "PRP$" && matches!(tokens.upos(word - 1), Upos::Noun | Upos::Propn)
        };
        let second = (bounds.start + 1..comma).rev().take(KINSHIP).find(second).map(|start| start..comma);
        if second.is_some() {
            return second;
        }
        let name = self.noun_phrase(comma, bounds.start)?;
        // It opens its clause, and is no time or place of the clause.
        let before = name.start.checked_sub(1).filter(|&before| before >= bounds.start);
        let opens = before.is_none_or(|before| {
            let joint = matches!(tokens.upos(before), Upos::Cconj | Upos::Sconj | Upos::Punct);
            joint && self.text(before) != ")"
        });
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Num);
        let timeless = name.clone().all(|word| self.referents.time(word).is_none());
        (opens && timeless && noun(comma - 1)).then_some(name)
    }

    /// The noun phrase that ends right before `end`, not before `from`: nouns with what hangs together before them.
    pub(in crate::quotation) fn noun_phrase(&self, end: usize, from: usize) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let part = |word: usize| {
            let kind = matches!(
                tokens.upos(word),
                Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Adp | Upos::Part
            );
            // "one of them"
            let kind = kind
                || matches!(self.text(word), "them" | "us") && word > from && self.text(word - 1) == "of";
            let inside = tokens.upos(word) == Upos::Cconj
                && word > from
                && tokens.upos(word - 1) == Upos::Propn
                && tokens.upos(word + 1) == Upos::Propn;
            // A name is one, whatever the tagger makes of its words.
            let mention = self.referents.covering(word).map(|id| &self.referents.named.mentions[id]);
            let named = mention.is_some_and(|mention| mention.form == Form::Name) && self.capital(word);
            let plain = kind || inside || named || self.glued(word) || tokens.xpos(word) == "PRP$";
            plain && self.outer_at(word).is_none()
        };
        let mut start = end;
        // "emailed reporters | *a statement*": one phrase ends where another begins.
        let opens = |word: usize| matches!(self.text(word), "a" | "an" | "the");
        let noun = |word: usize| tokens.xpos(word) == "NNS";
        while start > from && end - start < NAME && part(start - 1) {
            if start < end && opens(start) && noun(start - 1) {
                break;
            }
            start -= 1;
        }
        // "*due to* the judge": no part of the phrase, though neither word looks like a preposition.
        if tokens.relation(start) == Relation::Case && tokens.upos(start) != Upos::Adp {
            start = (start + 1..end).find(|&word| tokens.relation(word) != Relation::Fixed).unwrap_or(end);
        }
        let opens = start < end && !matches!(tokens.upos(start), Upos::Adp | Upos::Part);
        let hangs = matches!(tokens.relation(start), Relation::Advmod | Relation::Discourse);
        (opens && !hangs).then_some(start..end)
    }

    /// The noun phrase whose relative clause or participle stands between commas right before the finite verb at `at`,
    /// whatever the arcs say: "*Gov. Ann Ode*, who had lost in May, warned".
    pub(super) fn before_clause(&self, at: usize, from: usize) -> Option<Source> {
        let tokens = self.tokens();
        let last = (from..at).rev().take(4).find(|&word| tokens.upos(word) != Upos::Adv)?;
        let border = |word: usize| matches!(self.text(word), "," | "—" | "–" | "--");
        if !border(last) || self.outer_at(at).is_some_and(|quote| quote.words.start > from) {
            return None;
        }
        let near = from.max(at.saturating_sub(ASIDES));
        let opens = |&comma: &usize| {
            let aside = matches!(tokens.xpos(comma + 1), "WP" | "WP$" | "WDT" | "VBG" | "VBN" | "VBD")
                || tokens.xpos(comma + 1) == "RB" && matches!(tokens.xpos(comma + 2), "VBG" | "VBN");
            self.text(comma) == self.text(last) && aside
        };
        let comma = (near..last).rev().find(opens)?;
        let name = self.noun_phrase(comma, from)?;
        let before = name.start.checked_sub(1).filter(|&before| before >= from);
        let free = before
            .is_none_or(|before| matches!(tokens.upos(before), Upos::Cconj | Upos::Sconj | Upos::Punct));
        // An aside of its own verbs ends at the comma before the cue.
        let inner = (comma + 1..last).filter(|&word| self.text(word) == ",");
        let clear = inner.clone().all(|word| !self.is_finite_behind(word));
        let relative = tokens.xpos(comma + 1).starts_with('W');
        let head = tokens.head_of(name.clone());
        let end = if relative { last } else { comma };
        (free && clear).then_some(Source { head, words: name.start..end })
    }
}
