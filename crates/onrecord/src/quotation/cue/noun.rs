//! Nouns of saying and thinking: "the *claim* that it works", "their *argument* is that it works".

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes};

use super::{AUXILIARIES, Scene, class_of};
use crate::quotation::{Attribution, Source};
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// What the noun at `at` introduces.
    pub(super) fn noun(&self, at: usize, bounds: &Range<usize>) -> Option<Attribution> {
        let tokens = self.tokens();
        let noun = tokens.upos(at) == Upos::Noun || self.is_opening_noun(at, bounds);
        if !noun || self.is_name_of_something(at) {
            return None;
        }
        let owned = || self.of_owner(at, bounds).map(|_| Class::Speech);
        let class = self.cues.nouns.get(tokens.lemma(at)).copied().or_else(owned)?;
        if self.is_mistaken(at) || self.is_medium(at) || self.comments_on(at, bounds) {
            return None;
        }
        if let Some(made) = self.made(at, class, bounds).or_else(|| self.before_colon(at, class, bounds)) {
            return Some(made);
        }
        let clause = self.clause_of_noun(at);
        let content = self.noun_content(at, class, clause, bounds)?;
        let source = self.holder(at, class, &content, bounds);
        if content.is_empty() || self.is_authors_own(at, class, clause, &content, source.as_ref()) {
            return None;
        }
        Some(Attribution {
            content: vec![content],
            cue: vec![at],
            lemma: Some(tokens.lemma(at).to_owned()),
            class: class_of(class),
            source,
        })
    }

    /// "said on *The View* that": whether the noun at `at` is a name, whatever the tagger makes of it.
    pub(super) fn is_name_of_something(&self, at: usize) -> bool {
        let reading = self.referents.reading;
        let sentence = &reading.sentences[reading.sentence_of(at)];
        let opens = sentence.tokens.start == at || self.is_mark(at - 1);
        self.capital(at) && !opens && self.capital(at - 1) && !self.is_headline(sentence.paragraph.row())
    }

    /// Whether the noun at `at` stands for all that is said before it: ", an *assertion* that many reject".
    fn comments_on(&self, at: usize, bounds: &Range<usize>) -> bool {
        at > bounds.start + 2
            && (matches!(self.text(at - 2), "," | "—" | "–" | "--")
                || self.is_mark(at - 2) && self.text(at - 3) == ",")
            && matches!(self.text(at - 1), "a" | "an")
    }

    /// The head of the clause with "that" that the arcs give the noun at `at`: its own, or what it is said to be.
    fn clause_of_noun(&self, at: usize) -> Option<usize> {
        let tokens = self.tokens();
        let that = |child: &usize| {
            let mark = tokens.child(*child, &[Relation::Mark]);
            *child > at && mark.is_some_and(|mark| self.text(mark) == "that") && !self.names_noun(*child)
        };
        let mut own = tokens.children(at).filter(|&child| {
            matches!(tokens.relation(child), Relation::Acl | Relation::Ccomp | Relation::AclRelcl)
        });
        let head = tokens.head(at).filter(|_| tokens.is_subject(at));
        let said = || head.filter(|head| tokens.child(*head, &[Relation::Cop]).is_some()).filter(that);
        own.find(that).or_else(said)
    }

    /// Whether the verb of a clause behind a noun says what the noun is: "accusations that he *called* “false”", "a decision that they
    /// *called* a gift".
    fn names_noun(&self, verb: usize) -> bool {
        let objects = [Relation::Obj, Relation::Iobj, Relation::Xcomp];
        let tokens = self.tokens();
        let objects = tokens.children(verb).filter(|&child| objects.contains(&tokens.relation(child)));
        self.takes(verb, Takes::Predicate) && objects.count() < 2
    }

    /// What stands behind the noun at `at`, whose clause has the head `clause` where the arcs give it one.
    fn noun_content(
        &self,
        at: usize,
        class: Class,
        clause: Option<usize>,
        bounds: &Range<usize>,
    ) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let content = if let Some(clause) = clause {
            let words = self.complement(clause, at, bounds);
            // `that Ode “laughed at”` | *it*: what the marks hold ends no clause.
            let last = words.end.checked_sub(1).and_then(|last| self.outer_at(last));
            let cut = last.is_some_and(|quote| quote.marked.end == words.end);
            let end = if cut { self.run_on(words.end, bounds) } else { words.end };
            let words = words.start..end;
            let mark = tokens.child(clause, &[Relation::Mark]).unwrap_or(words.start);
            let words = words.start.max(mark.max(at + 1)).min(words.end)..words.end;
            if words.is_empty() { self.that_right_behind(at, bounds)? } else { words }
        } else {
            let infinitive = self.infinitive(at, bounds).filter(|_| class == Class::Intention);
            infinitive
                .or_else(|| self.is_to_be(at, bounds).filter(|_| class == Class::Intention))
                .or_else(|| self.bare_of_noun(at, bounds).filter(|_| class == Class::Thought))
                .or_else(|| self.of_doing(at, bounds))
                .or_else(|| self.of_owner(at, bounds))
                .or_else(|| self.that_right_behind(at, bounds))?
        };
        let content = self.trimmed(content.start..self.main_verb(&content)?);
        // "a charge that experts *say has* no precedent": a clause with a gap is about the noun.
        let verb = content.clone().find(|&word| self.is_finite(word));
        if verb.is_some_and(|verb| self.is_finite(verb + 1) && !self.uses(verb).is_empty()) {
            return None;
        }
        // "dismissed the suggestion that it failed *as “absurd”*": what the verb says of the noun.
        let verb = tokens.head(at).filter(|&verb| verb < at && self.takes(verb, Takes::As));
        let judged = |word: &usize| self.text(*word) == "as" && self.opens_quote(word + 1);
        let judged = content.clone().find(judged).filter(|_| verb.is_some());
        Some(content.start..judged.unwrap_or(content.end))
    }

    /// "their plan is *to leave*"
    fn is_to_be(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let to = at + 2;
        let is = self.tokens().lemma(at + 1) == "be" && self.text_or_none(Some(to)) == Some("to");
        // "Our plan is to": of who writes it.
        let own = at > bounds.start && self.tokens().feats(at - 1).contains("Person=1");
        let is = is && !own;
        let infinitive = is && to + 1 < bounds.end && self.tokens().xpos(to + 1) == "VB";
        infinitive.then(|| to..self.sentence_end(to, bounds, at))
    }

    /// "amid fears *he would lose*": a clause without a mark, where an auxiliary shows that it is none about the noun.
    fn bare_of_noun(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let (subject, aux) = (at + 1, at + 2);
        let pronoun = matches!(self.text(subject), "he" | "she" | "they" | "it" | "there");
        let clause = aux + 1 < bounds.end && pronoun && tokens.xpos(at) == "NNS";
        let whole = clause && matches!(self.text(aux), "could" | "would" | "might" | "may" | "will");
        whole.then(|| subject..self.sentence_end(subject, bounds, at))
    }

    /// "Mr. Ode's promise *of a wall*", "his call *for a ban*": a phrase behind a noun that has an owner.
    fn of_owner(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        // "In their *complaint* against Ode, they said": where it is said.
        let placed = at > bounds.start + 1 && self.text(at - 2).eq_ignore_ascii_case("in");
        let owned = at > bounds.start && matches!(tokens.xpos(at - 1), "POS" | "PRP$") && !placed;
        let listed = self.cues.owned.iter().any(|noun| noun == tokens.lemma(at));
        let case = matches!(self.text(at + 1), "of" | "for" | "about" | "against");
        // As far as no verb: the sentence's own.
        let stops = |&word: &usize| {
            // "his call for a “*total and complete* ban”"
            let marked = self.outer_at(word).is_some();
            let border = matches!(tokens.upos(word), Upos::Punct | Upos::Aux | Upos::Sconj | Upos::Cconj);
            // "his call for Lee *to be* denied it"
            let border = border && self.text(word - 1) != "to";
            !marked && (self.is_finite(word) || border)
        };
        let end = (at + 2..bounds.end).find(stops).unwrap_or(bounds.end);
        (owned && listed && case && end > at + 2).then(|| at + 1..end)
    }

    /// "the possibility *of leaving early*"
    fn of_doing(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let doing = self.text(at + 1) == "of" && self.tokens().xpos(at + 2) == "VBG" && at + 3 < bounds.end;
        // "made a point of *saying that* it rained": what is said is told by the verb.
        let doing = doing && !self.takes(at + 2, Takes::Clause);
        let end = self.run_on(self.tokens().subtree(at + 2).end.max(at + 3), bounds);
        doing.then(|| at + 1..end)
    }

    /// The colon behind the noun at `at` and what it is: "Her message to voters is simple*:*".
    pub(super) fn colon_behind(&self, at: usize, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let small = |word: usize| {
            let kind = matches!(
                tokens.upos(word),
                Upos::Adj | Upos::Adv | Upos::Adp | Upos::Noun | Upos::Propn | Upos::Det
            );
            kind || tokens.lemma(word) == "be"
        };
        let colon = (at + 1..bounds.end).take(MAKER + 1).find(|&word| !small(word))?;
        (self.text(colon) == ":").then_some(colon)
    }

    /// "Her *message* to voters: *Stay home*", "the senator's *argument* is simple: *It rained*": what its owner says stands
    /// behind the colon.
    fn before_colon(&self, at: usize, class: Class, bounds: &Range<usize>) -> Option<Attribution> {
        let tokens = self.tokens();
        let owned = at > bounds.start
            && (bounds.start..at).rev().take(2).any(|word| matches!(tokens.xpos(word), "POS" | "PRP$"));
        let colon = self.colon_behind(at, bounds)?;
        let content = self.trimmed(colon + 1..bounds.end);
        let opens = self.capital(colon + 1) || self.text(colon + 1) == "that";
        let said = opens && self.outer_at(colon + 1).is_none();
        let speaks = matches!(class, Class::Speech | Class::Thought) && owned && said;
        let source = self.noun_phrase(at, bounds.start).filter(|_| speaks && content.len() > 2)?;
        Some(Attribution {
            content: vec![content],
            cue: vec![at],
            lemma: Some(tokens.lemma(at).to_owned()),
            class: class_of(class),
            source: Some(Source { head: tokens.head_of(source.clone()), words: source }),
        })
    }

    /// "a remark *Ode* made in March *that it rained*": who made it, in a clause without a mark between the noun and its
    /// content.
    fn made(&self, at: usize, class: Class, bounds: &Range<usize>) -> Option<Attribution> {
        let tokens = self.tokens();
        let nominal = |word: usize| self.is_nominal(word) && !matches!(self.text(word), "that" | "to");
        let end = (at + 1..bounds.end).take(MAKER).find(|&word| !nominal(word))?;
        let opens = matches!(tokens.xpos(at + 1), "NNP" | "PRP" | "DT" | "PRP$" | "NNS");
        let small = |word: &usize| !matches!(tokens.upos(*word), Upos::Aux | Upos::Adv);
        let verb = (end..bounds.end).take(3).find(small)?;
        let light = self.cues.makers.iter().any(|maker| maker == tokens.lemma(verb));
        if end == at + 1 || !opens || !light || matches!(self.text(at + 1), "that" | "which") {
            return None;
        }
        let aside = |word: usize| {
            self.referents.time(word).is_some()
                || matches!(
                    tokens.upos(word),
                    Upos::Adp | Upos::Det | Upos::Noun | Upos::Propn | Upos::Adv | Upos::Num
                )
        };
        let that =
            (verb + 1..bounds.end).take(MAKER).find(|&word| self.text(word) == "that" || !aside(word))?;
        if self.text(that) != "that" || self.is_finite(that + 1) {
            return None;
        }
        let content = that..self.sentence_end(that, bounds, at);
        let finite = content.clone().take(CLAUSE).any(|word| self.is_finite(word));
        let source = Source { head: tokens.head_of(at + 1..end), words: at + 1..end };
        finite.then(|| Attribution {
            content: vec![content],
            cue: vec![at],
            lemma: Some(tokens.lemma(at).to_owned()),
            class: class_of(class),
            source: Some(source),
        })
    }

    /// Whether the word that opens a sentence at `at` is a noun in the plural that the tagger took for a verb: "*Reports* that it
    /// failed were wrong".
    pub(super) fn is_opening_noun(&self, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        at == bounds.start
            && tokens.xpos(at) == "VBZ"
            && self.text(at + 1) == "that"
            && self.cues.nouns.contains_key(tokens.lemma(at))
    }

    /// Whether the noun at `at` is a participle behind a comma that the tagger took for one: ", *warning* that".
    pub(super) fn is_bare_participle(&self, at: usize) -> bool {
        let tokens = self.tokens();
        // … or at the head of a sentence: "*Warning* that it was late, he left".
        let opens = at == 0 || self.text(at - 1) == "," || self.capital(at);
        tokens.upos(at) == Upos::Noun
            && self.text(at).ends_with("ing")
            && opens
            && self.text(at + 1) == "that"
            && self.cues.nouns.contains_key(tokens.lemma(at))
    }

    /// "that" right behind the noun opens its clause where a subject follows, though the arcs hang it elsewhere.
    pub(super) fn that_right_behind(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        if let Some(that) = self.that_behind_copula(at, bounds) {
            return Some(that..self.sentence_end(that, bounds, at));
        }
        let that = self.that_of_noun(at, bounds);
        if matches!(self.text(that), "," | "—" | "–" | "--")
            && self.text(that + 1) == "that"
            && that + 2 < bounds.end
        {
            return self.that_between_pauses(that, bounds);
        }
        if that + 1 >= bounds.end || self.text(that) != "that" {
            return None;
        }
        if self.tokens().upos(that) == Upos::Sconj || that > at + 1 && !self.is_finite(that + 1) {
            self.clause_of_mark(that, at, bounds)
        } else {
            self.clause_of_pronoun(that, at, bounds)
        }
    }

    /// "the president's view is *that* it failed", whatever the arcs make of it: the mark behind the verb.
    fn that_behind_copula(&self, at: usize, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let be = at + 1;
        // "The problem with this *argument* is that": of the noun that has a phrase.
        if tokens.relation(at) == Relation::Nmod
            && at > bounds.start + 1
            && tokens.child(at, &[Relation::Case]).is_some()
            && tokens.child(at, &[Relation::NmodPoss]).is_none()
        {
            return None;
        }
        if tokens.lemma(be) == "be"
            && self.text(be + 1) == "that"
            && !self.is_finite(be + 2)
            && be + 2 < bounds.end
        {
            return Some(be + 1);
        }
        // … and "the feeling *among voters* is that it failed".
        let owned = matches!(self.text(at + 1), "among" | "within" | "inside" | "of" | "in" | "from");
        let be = if owned { self.noun_end(at + 2, bounds.end)? } else { return None };
        (tokens.lemma(be) == "be" && self.text(be + 1) == "that").then_some(be + 1)
    }

    /// Where the mark of the noun's clause may stand: right behind it, or behind whose, when and where it is said.
    fn that_of_noun(&self, at: usize, bounds: &Range<usize>) -> usize {
        let tokens = self.tokens();
        // "a warning *from the bureau* that it rained"
        // … and "made the case *on CBS* that it rained"
        let made = (bounds.start..at).rev().take(3).any(|word| tokens.lemma(word) == "make");
        let by = matches!(self.text(at + 1), "from" | "by" | "among" | "within" | "inside")
            || made && matches!(self.text(at + 1), "on" | "in" | "at" | "to");
        // … or "from Senator Lee *of Ohio* that it rained"
        let of = |end: usize| if self.text(end) == "of" { self.noun_end(end + 1, bounds.end) } else { None };
        let behind = if by { self.noun_end(at + 2, bounds.end) } else { None };
        let behind = behind.map(|end| of(end).unwrap_or(end));
        // "concerns *in May* that it rained"
        let timed = |word: usize| self.referents.time(word).is_some();
        let dated = |&word: &usize| timed(word) || tokens.upos(word) == Upos::Adp && timed(word + 1);
        let behind = behind.or_else(|| (at + 1..bounds.end).find(|word| !dated(word)));
        // "a claim*, repeated in May,* that it rained"
        let aside = self.aside_before_that(at + 1, bounds).map(|aside| aside.end);
        behind.filter(|&that| self.text(that) == "that").or(aside).unwrap_or(at + 1)
    }

    /// "A third claim*, that he hid it,* is false": the clause between the pause at `open` and the next before a verb.
    fn that_between_pauses(&self, open: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let pause = self.text(open);
        let from = open + 1;
        let closes = |word: &usize| {
            let mark = self.is_mark(*word) && self.text(*word - 1) == pause;
            (mark || self.text(*word) == pause) && self.is_finite(*word + 1)
        };
        let end = (from + 2..bounds.end).take(CLAUSE).find(closes)?;
        let end = if self.is_mark(end) { end + 1 } else { end };
        (from + 1..end).any(|word| self.is_finite(word)).then_some(from..end)
    }

    /// The clause of the mark at `that`, which belongs to the noun at `at`.
    fn clause_of_mark(&self, that: usize, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        // "demands that she *resign*"
        let bidden = |word: usize| self.tokens().xpos(word) == "VB" && self.opens_phrase(word - 1);
        let verb = (that + 1..bounds.end)
            .take(CLAUSE)
            .find(|&word| self.is_finite(word) || word > that + 1 && bidden(word))?;
        let end = self.trimmed(that..self.sentence_end(that, bounds, at)).end;
        let end = self.main_clause(verb, bounds).map_or(end, |comma| end.min(comma));
        (verb > that + 1 && !self.names_noun(verb)).then_some(that..end)
    }

    /// The clause of a "that" that the tagger took for a pronoun: one that has all it needs besides is no relative one.
    fn clause_of_pronoun(&self, that: usize, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let verb = tokens.head(that).filter(|&verb| verb > that)?;
        let mut behind = tokens.children(verb).filter(|&child| child > that);
        let subject = tokens.children(verb).any(|child| tokens.is_subject(child) && child > that);
        let whole = behind
            .any(|child| matches!(tokens.relation(child), Relation::Obj | Relation::Cop | Relation::Ccomp));
        (subject && whole).then(|| that..self.complement(verb, at, bounds).end.max(that + 1))
    }

    /// The comma behind `from` before the main clause of a sentence that opens with another one: "Because of the claim that it
    /// rained*,* they left".
    fn main_clause(&self, from: usize, bounds: &Range<usize>) -> Option<usize> {
        let first = self.capital(bounds.start) && self.is_adverbial(bounds.start);
        let clause = |word: usize| self.is_clause(word + 1, bounds) && self.outer_at(word).is_none();
        let comma = |&word: &usize| self.text(word) == "," && clause(word);
        (from..bounds.end).filter(|_| first).find(comma)
    }

    /// Where a content that begins with "that" ends if its noun is the subject of a verb behind it: "the claim that he hid
    /// it *was* false". A second finite verb that nothing joins to the first is the sentence's own.
    /// None where the clause is about the noun after all: "the promise that he made was".
    pub(super) fn main_verb(&self, content: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        // An infinitive has no finite verb of its own, nor has "of winning Ohio".
        let mut first = matches!(self.text(content.start), "to" | "of").then_some(content.start);
        for word in content.clone().take(CLAUSE) {
            // "reports that growth was weak, rose": behind the comma the sentence goes on.
            if self.text(word) == "," && first.is_some() && self.is_finite(word + 1) {
                return Some(word);
            }
            // "ban them *from* entering": a preposition before a participle opens no clause.
            let doing = tokens.xpos(word) == "IN" && tokens.xpos(word + 1) == "VBG";
            let joins = matches!(tokens.upos(word), Upos::Cconj | Upos::Sconj) && !doing
                || matches!(tokens.xpos(word), "WP" | "WDT" | "WRB" | "WP$")
                || matches!(self.text(word), "," | "as" | "than" | "once" | ":" | ";");
            // "on the *day* the law took effect": a clause without a pronoun.
            let dated =
                matches!(tokens.lemma(word), "day" | "time" | "year" | "night" | "moment" | "way" | "reason")
                    && matches!(tokens.xpos(word + 1), "DT" | "PRP" | "PRP$");
            let joins = joins || dated;
            // "the refusal to say *whether he would go* stunned": the infinitive has a clause.
            let asks = matches!(self.text(word), "whether" | "if" | "that" | "how" | "why" | "what")
                && self.referents.time(word).is_none()
                && self.referents.time(word + 1).is_none();
            if asks && first == Some(content.start) {
                first = None;
                continue;
            }
            if joins && word > content.start {
                break;
            }
            // "that he could not be fair *prompted* allies to go": a participle without its auxiliary has no object.
            let past = tokens.xpos(word) == "VBN"
                && first.is_some_and(|verb| word > verb + 1)
                && tokens.child(word, AUXILIARIES).is_none()
                && tokens.child(word, &[Relation::Obj]).is_some_and(|object| object > word);
            // "that Ode “*laughed* at” it is false": right behind the mark a past form may look like a participle.
            let quoted = tokens.xpos(word) == "VBN"
                && first.is_none()
                && word > content.start + 1
                && self.opens_quote(word - 1)
                && tokens.child(word, AUXILIARIES).is_none();
            let past = past || quoted;
            // "that he could learn all *he needed*": a clause of what stands before it.
            let own = |word: usize| tokens.xpos(word) == "PRP" && !tokens.feats(word).contains("Reflex=Yes");
            let inner = first.is_some_and(|verb| word > verb + 2) && own(word - 1);
            if !self.is_finite(word) && !past || inner {
                continue;
            }
            match first {
                None if quoted || self.uses(word).is_empty() => first = Some(word),
                None => break,
                Some(verb) if word > verb + 1 => return Some(word),
                Some(verb) if self.clauses.is_listed(verb, &self.clauses.governors.light) => return None,
                // "that he lied was false"
                Some(_) => return Some(word),
            }
        }
        // "the claim that he made | was": the clause is about the noun.
        let light = first.filter(|&verb| verb + 1 == content.end && self.is_finite(content.end));
        let own = light.is_some_and(|verb| self.clauses.is_listed(verb, &self.clauses.governors.light));
        (!own).then_some(content.end)
    }

    pub(in crate::quotation) fn is_finite(&self, word: usize) -> bool {
        matches!(self.tokens().xpos(word), "VBD" | "VBZ" | "VBP" | "MD")
    }
}

/// Words of whoever makes a remark, and between that and the remark, at most.
const MAKER: usize = 7;

/// Words of a clause that are looked through for its verbs, at most.
const CLAUSE: usize = 40;
