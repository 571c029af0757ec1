//! Clauses that nothing announces: right behind the verb ("said Monday *he would go*"), with a short subject ("fear *a loss
//! would hurt*"), and those whose subject stands before the source ("the rise, which Ode said *had paid for it*").

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes};

use super::{NEAR, SUBJECT, Scene};
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// A clause without a mark right behind the verb, or behind when it was said: "said Thursday *he would go*".
    pub(super) fn bare_behind(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let first = at + 1 + self.phrase_words(at);
        if matches!(tokens.xpos(at), "VBG" | "VB")
            && tokens.child(at, &[Relation::Aux]).is_none()
            && !self.is_free(at, first, bounds)
        {
            return None;
        }
        let mut start = first + usize::from(self.is_aloud(at, first, bounds));
        while start < bounds.end && self.referents.time(start).is_some() {
            start += 1;
        }
        start = self.behind_means(start, at).unwrap_or(start);
        // "said *2001* brought them luck": a year may be the subject.
        if tokens.upos(first) == Upos::Num && start == first + 1 && self.is_finite(start) {
            return Some(first..self.sentence_end(first, bounds, at));
        }
        if let Some(words) = self.fronted(at, start, bounds) {
            return Some(words);
        }
        // "admit *it to pollsters* is": an object.
        let object =
            self.is_subject_pronoun(first) && start + 1 < bounds.end && tokens.upos(start + 1) == Upos::Adp;
        if object || start >= bounds.end || !self.may_open_clause(start, at) {
            return None;
        }
        let verb = self.bare_verb(start, bounds).filter(|&verb| verb > start)?;
        // "threatened *an ad and a group vowed* to run": the second of two verbs.
        let second = tokens.relation(verb) == Relation::Conj && tokens.head(verb) == Some(at);
        let other = second || self.is_of_object(verb, at) || self.is_around_relative(verb, at);
        (!other).then(|| start..self.sentence_end(start, bounds, at))
    }

    /// "writing novels is": whether a participle or an infinitive has the clause at `start`. It has one only behind a comma.
    fn is_free(&self, at: usize, start: usize, bounds: &Range<usize>) -> bool {
        let comma = at > bounds.start && self.text(at - 1) == ",";
        // … or before a pronoun and its verb: "in a statement saying he was".
        let pronoun = self.is_subject_pronoun(start) && self.is_finite(start + 1);
        // … and "with Lee *reporting* no one was there".
        let with = || {
            let who = self.noun_phrase(at, bounds.start).and_then(|words| words.start.checked_sub(1));
            who.is_some_and(|word| self.text(word) == "with")
        };
        // … and "spent the day *insisting* the money could not wait", of verbs that have hardly ever an object.
        let spent = || {
            let tokens = self.tokens();
            tokens.relation(at) == Relation::Advcl
                && tokens.head(at).is_some_and(|verb| verb < at)
                && self.takes(at, Takes::Rest)
        };
        comma || pronoun || with() || spent()
    }

    fn is_subject_pronoun(&self, word: usize) -> bool {
        matches!(self.text(word), "he" | "she" | "it" | "they" | "we" | "you" | "there")
    }

    /// "He said, *I do not know*": whether spoken words without marks stand behind the comma at `comma`.
    fn is_aloud(&self, at: usize, comma: usize, bounds: &Range<usize>) -> bool {
        let aloud = self.text(comma) == ","
            && matches!(self.text(comma + 1), "I" | "we" | "We")
            && matches!(self.tokens().xpos(at), "VBD" | "VBZ" | "VBP");
        // … but not "That said, I do not know".
        let that = at > bounds.start && self.text(at - 1).eq_ignore_ascii_case("that");
        // … nor "It matters little what they say, we need it".
        let near = (bounds.start..at).rev().take(SUBJECT);
        let what = || near.take_while(|&word| !self.is_finite(word)).any(|word| self.text(word) == "what");
        aloud && !that && !what()
    }

    /// Whether a clause without a mark, of the verb at `at`, can begin at `start`.
    fn may_open_clause(&self, start: usize, at: usize) -> bool {
        let tokens = self.tokens();
        // "said as many as 14 people fled"
        let bounded = self.bound_at(start).is_some() && self.takes(at, Takes::Rest);
        if bounded {
            return true;
        }
        // "he said as the jeers grew": when he said it.
        let when =
            matches!(self.text(start), "as" | "after" | "before" | "because" | "until" | "when" | "since");
        // "fears up to 200 jobs are at risk"
        let number = |word: usize| tokens.upos(word) == Upos::Num && self.referents.time(word).is_none();
        let counted =
            matches!(tokens.upos(start), Upos::Adp | Upos::Adv) && (start + 1..start + 3).any(number);
        // "said despite the failure India remained": a clause may open with a phrase of its own.
        let phrase = tokens.upos(start) == Upos::Sconj || self.text(start) == "despite";
        !when && (self.opens_phrase(start) || counted || phrase || tokens.xpos(start) == "VBG")
    }

    /// The verb of the clause that begins at `start`, where nothing before it shows that its subject has none.
    fn bare_verb(&self, start: usize, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let mut word = start;
        while word < bounds.end {
            // "said the Dearborn, Mich., company isn't", "say the plan, which is new, works": an aside between commas.
            let comma = self.text(word) == "," && word > start;
            if let Some(end) = if comma { self.aside_end(word, bounds) } else { None } {
                word = end + 1;
                continue;
            }
            // "said Roberto Maroni, *who* leads": the subject behind the verb has no verb of its own.
            if matches!(tokens.xpos(word), "WP" | "WDT") {
                return None;
            }
            let marked = word > start && self.opens_quote(word);
            if marked && self.is_verb_behind_subject(word) {
                return Some(word + 1);
            }
            let opens = marked && self.is_finite(word + 1);
            let stops = tokens.upos(word) == Upos::Punct && !self.glued(word) && !opens;
            if stops || self.opens_other_clause(word, start) || self.joins_second(word, start) {
                return None;
            }
            if self.is_finite(word) {
                return Some(word);
            }
            word += 1;
        }
        None
    }

    /// `saying Ode “*will* go down”`: whether the verb stands right behind the mark at `mark`, and its subject before that.
    fn is_verb_behind_subject(&self, mark: usize) -> bool {
        let tokens = self.tokens();
        // … and `saying voters “*don't* care”`
        let verb = matches!(tokens.upos(mark + 1), Upos::Verb | Upos::Aux) && tokens.xpos(mark + 1) != "VBG";
        verb && matches!(tokens.upos(mark - 1), Upos::Noun | Upos::Propn | Upos::Pron)
    }

    /// Whether a conjunction behind the subject that begins at `start` opens a clause that says when or why.
    fn opens_other_clause(&self, word: usize, start: usize) -> bool {
        let tokens = self.tokens();
        // "said any suggestion *of* wrongdoing was": no conjunction, whatever the tagger makes of it.
        let case = matches!(
            self.text(word),
            "of" | "with" | "in" | "on" | "at" | "from" | "about" | "over" | "against" | "by" | "for"
        );
        tokens.upos(word) == Upos::Sconj && word > start && !case || tokens.xpos(word) == "WRB"
    }

    /// "observed the practice *and* tried": whether the conjunction opens the cue's own second verb.
    fn joins_second(&self, word: usize, start: usize) -> bool {
        let tokens = self.tokens();
        let verb = matches!(tokens.upos(word + 1), Upos::Verb | Upos::Aux | Upos::Adv);
        tokens.upos(word) == Upos::Cconj && (word < start + 2 && !self.is_listed(word) || verb)
    }

    /// "the fires that threaten homes *are* burning": whether the verb behind the cue at `at` is that of the noun which the clause of
    /// the cue is about.
    fn is_around_relative(&self, verb: usize, at: usize) -> bool {
        let tokens = self.tokens();
        let beside = tokens.head(verb).into_iter().flat_map(|head| tokens.children(head));
        let around =
            |child: usize| tokens.is_subject(child) && child < at && tokens.subtree(child).contains(&at);
        tokens.relation(at) == Relation::AclRelcl && tokens.children(verb).chain(beside).any(around)
    }

    /// A clause right behind the verb of who speaks, over a comma too: "I mean, *it rained*".
    pub(super) fn opened(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let speaker = at > bounds.start && matches!(self.text(at - 1), "I" | "we" | "We");
        let start = at + 1 + usize::from(self.text(at + 1) == ",");
        let whole = self.plain_clause(start, bounds, at).filter(|_| speaker)?;
        // "I mean, it rained, *but they left*": who speaks goes on.
        let next = |&word: &usize| {
            let comma = self.text(word) == "," || matches!(self.text(word), "—" | "–" | "--");
            let joint = word + 1 + usize::from(self.tokens().upos(word + 1) == Upos::Cconj);
            let said = (start..word).any(|word| self.is_finite(word));
            comma && said && (joint > word + 1 || self.is_clause(joint, bounds))
        };
        Some(start..whole.clone().find(next).unwrap_or(whole.end))
    }

    /// A clause that a phrase opens: "says *at the time of the talks, the law was clear*".
    fn fronted(&self, at: usize, start: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let comma = (start..bounds.end).take(NEAR).find(|&word| self.text(word) == ",")?;
        // "prompted, I think *by the film*, a new wave": whatever comes before the cue has an agent.
        // … and "warned *of the danger, then* left".
        let agent = matches!(self.text(start), "by" | "of")
            && self.referents.time(start + 1).is_none()
            && tokens.xpos(start + 1) != "VBG";
        // … nor "fired back *within an hour*, saying it was late".
        let next = tokens.xpos(comma + 1) == "VBG" && self.takes_quotes(comma + 1);
        let opens = tokens.upos(start) == Upos::Adp && !agent && !next && self.is_finite(at);
        let phrase = opens && !(start..comma).any(|word| self.is_finite(word));
        let joins = |word: usize| {
            self.text(word) == "and" && matches!(tokens.xpos(word + 1), "NN" | "NNS" | "JJ" | "VBG")
        };
        let nominal = |word: usize| self.is_of_phrase(word) || tokens.xpos(word) == "VBG" || joins(word);
        let subject = (comma + 1..bounds.end).take(SUBJECT).take_while(|&word| nominal(word));
        let verb = subject.last().map(|last| last + 1).filter(|&verb| verb < bounds.end && phrase)?;
        // "She believes in science, *she said*."
        let tail = self.takes(verb, Takes::Bare) && matches!(self.text(verb + 1), "." | ",");
        let finite = self.is_finite(verb) && !tail || tokens.xpos(verb) == "VBN";
        finite.then(|| start..self.sentence_end(start, bounds, at))
    }

    /// Whether the conjunction at `at` joins two nouns: "say workers *and* the unemployed will".
    fn is_listed(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn);
        // … and "said she *and* her husband were".
        let before = noun(at - 1) || tokens.xpos(at - 1) == "PRP";
        before && (noun(at + 1) || tokens.upos(at + 1) == Upos::Det || tokens.xpos(at + 1) == "PRP$")
    }

    /// A clause that neither the arcs nor the tags show: "says *a unit also attended*".
    pub(super) fn rest_behind(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let start = (at + 1..bounds.end).find(|&word| self.referents.time(word).is_none())?;
        let nominal = |word: usize| self.is_of_phrase(word) && tokens.xpos(word) != "PRP";
        let next =
            (start..bounds.end).take(NEAR).find(|&word| !nominal(word)).filter(|_| self.is_finite(at))?;
        // "says the plan *approved* by voters": a participle of the noun.
        let noun = (start..next).any(|word| matches!(tokens.upos(word), Upos::Noun | Upos::Propn));
        let acts =
            tokens.xpos(next) == "VBN" && tokens.upos(next) == Upos::Verb && self.text(next + 1) != "by";
        // `said voters “*own*” the bank`: a word in marks between two nouns is a verb.
        let quote = self.outer_at(next).filter(|quote| quote.marked.start == next && next > start);
        let quoted = quote.is_some_and(|quote| {
            let plural = matches!(tokens.xpos(next - 1), "NNS" | "NNPS" | "NNP" | "PRP");
            plural && quote.words.len() <= 2 && self.opens_phrase(quote.marked.end)
        });
        let acts = acts || quoted;
        let opens = tokens.upos(start) != Upos::Adp;
        (noun && acts && opens).then(|| start..self.sentence_end(start, bounds, at))
    }

    /// Whether a subject and its verb stand at `start`.
    pub(in crate::quotation) fn is_clause(&self, start: usize, bounds: &Range<usize>) -> bool {
        let opens = self.opens_phrase(start);
        opens && (start + 1..bounds.end).take(SUBJECT).any(|word| self.is_finite(word))
    }

    /// A clause whose subject is a pronoun right behind whom it is told to, somebody by name or several: "told CNN's Jake Ode
    /// *he was late*", "told reporters *she was late*".
    pub(super) fn clause_to(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        // "assured *him help is on the way*"
        if matches!(self.text(at + 1), "him" | "them" | "us" | "me")
            && let Some(words) = self.plain_clause(at + 2, bounds, at)
        {
            return Some(words);
        }
        let hearer =
            |word: usize| matches!(tokens.upos(word), Upos::Propn | Upos::Noun | Upos::Part | Upos::Det);
        let first = (at + 1..bounds.end).take(SUBJECT).find(|&word| !hearer(word))?;
        let subject = matches!(self.text(first), "he" | "she" | "they" | "it" | "we" | "I" | "there");
        let named = first > at + 1
            && (tokens.upos(first - 1) == Upos::Propn
                || tokens.xpos(first - 1) == "NNS" && self.text(first) != "they");
        (subject && named && self.is_finite(first + 1)).then(|| first..self.sentence_end(first, bounds, at))
    }

    /// A clause whose subject is the relative pronoun before the source, or the noun that its clause is about: "the rise, which Ode
    /// said *had paid for it*, is", "a man she said *was late*".
    pub(super) fn with_gap(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let verb = (at + 1..bounds.end).find(|&word| self.referents.time(word).is_none())?;
        let pronoun = self.pronoun_before(at, bounds)?;
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron);
        let somebody = |word: usize| noun(word) || self.is_quantifier(word);
        let subject = (pronoun + 1..at).any(somebody) && pronoun > bounds.start;
        let past =
            tokens.xpos(verb) == "VBN" && self.text(verb).ends_with("ed") && self.text(verb + 1) != "by";
        let finite = (self.is_finite(verb) || past) && !self.is_said(verb) || tokens.upos(verb) == Upos::Aux;
        if !(subject && finite && self.leaves_gap(pronoun, at) && !self.is_copula_before_clause(verb)) {
            return None;
        }
        Some(verb..self.gap_end(verb, pronoun, at, bounds))
    }

    /// The word before the source of the verb at `at` that may be a relative pronoun.
    fn pronoun_before(&self, at: usize, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        // Right before the source, however long that is: "which a person close to the campaign said *would hurt*".
        let source = self.source_of(at, bounds).and_then(|source| source.words.start.checked_sub(1));
        let source = source.filter(|&word| matches!(tokens.xpos(word), "WDT" | "WP") && word < at);
        let nominal = |word: usize| {
            matches!(
                tokens.upos(word),
                Upos::Det
                    | Upos::Adj
                    | Upos::Noun
                    | Upos::Propn
                    | Upos::Pron
                    | Upos::Aux
                    | Upos::Adv
                    | Upos::Part
            ) && !tokens.xpos(word).starts_with('W')
        };
        // "a man *she said* was late": without a pronoun, right behind the noun.
        let bare = tokens.head(at).filter(|_| tokens.relation(at) == Relation::AclRelcl);
        let bare = bare.filter(|&noun| {
            tokens.children(at).any(|child| {
                tokens.is_subject(child) && self.phrase(child, at, bounds).words.start == noun + 1
            })
        });
        let mut near = (bounds.start..at).rev().take(SUBJECT);
        source.or(bare).or_else(|| near.find(|&word| !nominal(word) || self.text(word) == "that"))
    }

    /// Whether the word is a relative pronoun that can be the subject of what the verb at `at` reports.
    fn leaves_gap(&self, pronoun: usize, at: usize) -> bool {
        let tokens = self.tokens();
        let noun = tokens.relation(at) == Relation::AclRelcl && tokens.head(at) == Some(pronoun);
        let relative = matches!(tokens.xpos(pronoun), "WDT" | "WP") || self.text(pronoun) == "that" || noun;
        let what = self.text(pronoun).eq_ignore_ascii_case("what");
        let thought = self.uses(at).first().is_some_and(|used| used.class == Class::Thought);
        // "The case on which the court ruled was old": behind a preposition the pronoun is no subject.
        let governed = pronoun > 0 && tokens.upos(pronoun - 1) == Upos::Adp;
        relative && !(what && thought) && !governed
    }

    /// "the best that they could say *was that*", "the first thing she said *was, it* rained"
    fn is_copula_before_clause(&self, verb: usize) -> bool {
        let next = self.text(verb + 1);
        self.tokens().lemma(verb) == "be"
            && matches!(next, "," | ":" | "that" | "to" | "the" | "because" | "how" | "what" | "why")
    }

    /// Where a clause ends whose verb has the pronoun before its cue for a subject.
    fn gap_end(&self, verb: usize, pronoun: usize, at: usize, bounds: &Range<usize>) -> usize {
        let end = self.sentence_end(verb, bounds, at);
        // Behind the comma the sentence goes on.
        // … with a verb that the tagger may take for a participle, where the sentence has no other.
        let first = !self.any_finite(&(bounds.start..pronoun));
        let main = |word: &usize| {
            let past = first && self.tokens().xpos(*word + 1) == "VBN" && self.text(*word + 2) != "by";
            matches!(self.text(*word), "," | "—" | "–")
                && self.outer_at(*word).is_none()
                && (self.is_finite(*word + 1) || past)
        };
        let end = (verb + 1..end).find(main).unwrap_or(end);
        // "The plan that he said *would work* has failed"
        let close = if first { self.main_verb(&(verb..end)) } else { None };
        close.unwrap_or(end)
    }

    /// A clause without a mark that begins at `start`, a short subject and its verb: "fear *a loss would* hurt".
    /// "knows the way it works" has two subjects.
    pub(super) fn plain_clause(
        &self,
        start: usize,
        bounds: &Range<usize>,
        cue: usize,
    ) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let nominal = |word: usize| {
            let kind = self.opens_phrase(word);
            let part = tokens.upos(word) == Upos::Part && self.text(word) != "to";
            // "showed *57 percent of voters* liked it"
            let share = self.text(word) == "of" && self.is_amount(start);
            (kind || part || share || self.glued(word)) && !tokens.xpos(word).starts_with('W')
        };
        let verb = (start..bounds.end).take(SUBJECT).find(|&word| !nominal(word))?;
        let verb = (verb..bounds.end).take(3).find(|&word| tokens.upos(word) != Upos::Adv)?;
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron);
        let subject = verb > start && (start..verb).any(noun) && self.text(start) != "that";
        // Where one phrase ends and another begins.
        let twice = (start + 1..verb).any(|word| {
            let opens = matches!(tokens.xpos(word), "DT" | "PRP" | "PRP$");
            let name = tokens.upos(word) == Upos::Propn && tokens.upos(word - 1) == Upos::Noun;
            noun(word - 1) && (opens || name)
        });
        // "I mean *the aim was, believe it or not, that*"
        let close = (verb + 2..bounds.end).take(NEAR).find(|&word| self.text(word) == ",");
        let goes_on = close.is_some_and(|close| self.text(verb + 1) == "," && self.text(close + 1) == "that");
        let whole = verb + 1 < bounds.end && (goes_on || !matches!(self.text(verb + 1), "," | "."));
        (subject && !twice && whole && self.is_finite(verb))
            .then(|| start..self.sentence_end(start, bounds, cue))
    }

    /// Whether the verb at `at` can have a clause without a mark: not "to find the man was", "those who forget it are".
    pub(super) fn has_plain(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let finite = matches!(tokens.xpos(at), "VBD" | "VBZ" | "VBP")
            || self.is_mistaken(at)
            || tokens.child(at, &[Relation::Aux]).is_some_and(|aux| tokens.xpos(aux) != "TO");
        let relative =
            tokens.child(at, &[Relation::Nsubj]).is_some_and(|who| tokens.xpos(who).starts_with('W'));
        finite && !relative && self.referents.time(at + 1).is_none()
    }

    /// The comma that closes the aside that the one at `comma` opens, where the noun or its verb goes on behind it.
    fn aside_end(&self, comma: usize, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let close = (comma + 1..bounds.end).take(NEAR).find(|&word| self.text(word) == ",")?;
        let opens = matches!(tokens.upos(comma + 1), Upos::Propn | Upos::Det | Upos::Noun | Upos::Num)
            || matches!(tokens.xpos(comma + 1), "WP" | "WDT" | "WP$" | "PRP$" | "VBN" | "VBD" | "VBG");
        let goes_on = matches!(tokens.xpos(close + 1), "VBD" | "VBZ" | "VBP" | "MD")
            || close == comma + 2 && matches!(tokens.upos(close + 1), Upos::Noun | Upos::Adj);
        (opens && goes_on).then_some(close)
    }
}
