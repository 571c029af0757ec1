//! What is reported next: the words behind a content that are a report of their own, and end it.
//!
//! "He said it was late, *a claim that many reject*", "*his aides say*", "*and vowed to go*", "*and an aide noted that*": a
//! noun or a verb of saying with a source of its own, or with the source of the first.

use onrecord_resource::cue::{Class, Takes};

use super::{SUBJECT, Scene};
use crate::quotation::Source;
use crate::syntax::{Relation, Upos};

/// The verb behind a conjunction while it is asked whose it is.
struct Next {
    /// The word behind the conjunction.
    at: usize,
    verb: usize,
    /// Whether a pronoun stands at `at`.
    pronoun: bool,
    /// The verb that reports the first thing.
    cue: usize,
    end: usize,
}

impl Next {
    /// Whether the verb stands right behind the conjunction.
    fn is_first(&self) -> bool {
        self.verb == self.at
    }

    /// Whether the conjunction stands behind a comma.
    fn comma(&self, scene: &Scene) -> bool {
        scene.text(self.at.saturating_sub(2)) == ","
    }
}

impl Scene<'_> {
    /// Whether at `at` a noun of saying stands for the whole content before it: ", *a claim that* many reject".
    pub(super) fn is_comment(&self, at: usize, end: usize) -> bool {
        let tokens = self.tokens();
        let noun = (at + 1..end).take(3).find(|&word| tokens.upos(word) == Upos::Noun);
        // ", a defense that the director undercut": a clause with a gap about what was said, not about somebody.
        let of_it = |noun: usize| {
            // … nor is ", an aim *that, given* the cost, may be odd".
            // … but in ", a question *that could* cost millions" the author judges it; ", a street *that runs* north" does not.
            let judged = tokens.xpos(noun + 2) == "MD" || tokens.lemma(noun + 2) == "be";
            let gap = self.is_of_phrase(noun + 2) || self.text(noun + 2) == "," || judged;
            self.text(noun + 1) == "that" && gap && !self.can_act(noun)
        };
        // ", a step *the mayor has* sought for years": the same without a pronoun.
        let sought = |noun: usize| {
            let opens = matches!(tokens.xpos(noun + 1), "NNP" | "NNPS" | "NNS" | "DT" | "PRP");
            let verb = (noun + 2..end).take(SUBJECT).find(|&word| !self.is_of_phrase(word));
            opens && verb.is_some_and(|verb| self.is_finite(verb)) && !self.can_act(noun)
        };
        let about = |noun: usize| of_it(noun) || sought(noun);
        noun.is_some_and(|noun| self.cues.nouns.contains_key(tokens.lemma(noun)) || about(noun))
    }

    /// Whether the verb at `at` tells what a survey or a paper shows.
    pub(super) fn shows(&self, at: usize) -> bool {
        self.takes(at, Takes::Portrait) && self.takes(at, Takes::That)
    }

    /// Whether a source is read into such a noun: "*a claim his campaign* denies".
    pub(in crate::quotation) fn is_comment_of(&self, source: &Source) -> bool {
        let (start, tokens) = (source.words.start, self.tokens());
        let article = matches!(self.text(start), "a" | "an") && source.words.len() > 2;
        let other = matches!(tokens.xpos(start + 2), "DT" | "PRP$" | "NNP" | "NNPS");
        article && other && self.is_comment(start, start + 2)
    }

    /// Whether at `at` a cue with its source stands behind what they report, up to `end`: "…, *his aides say*."
    pub(super) fn is_tail(&self, at: usize, end: usize) -> bool {
        let tokens = self.tokens();
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron);
        // "…, records *obtained* by the Post show": a participle behind its noun is none.
        let told = |word: usize| {
            let modifies = matches!(tokens.relation(word), Relation::Acl | Relation::Amod);
            tokens.xpos(word) == "VBN" && modifies
        };
        let verb = (at..end).take(SUBJECT * 2).find(|&word| tokens.upos(word) == Upos::Verb && !told(word));
        // "…, a summary of the interview shows."
        let shows = |verb: usize| self.shows(verb);
        let verb = verb.filter(|&verb| {
            // "the year, which began in May, was hard"
            let asks = |word: usize| tokens.xpos(word).starts_with('W');
            let who = verb > at && asks(verb - 1);
            // "…, The Post *has learned*."
            let helped =
                verb > at + 1 && tokens.upos(verb - 1) == Upos::Aux && noun(verb - 2) && !asks(verb - 2);
            let learned = helped && self.takes(verb, Takes::That);
            verb > at
                && !who
                && (noun(verb - 1) || helped)
                && self.is_said(verb)
                && (self.takes_quotes(verb) || shows(verb) || learned)
        });
        // "…, his son said Wednesday."
        let last = |verb: usize| {
            let dated = |&word: &usize| {
                let timed = |word: usize| word < end && self.referents.time(word).is_some();
                timed(word) || timed(word + 1)
            };
            let next = (verb + 1..end).find(|word| !dated(word)).unwrap_or(end);
            next == end || matches!(self.text(next), "." | "," | ":")
        };
        // ", far more *than* the agency acknowledged": what is compared.
        let compared = |verb: usize| (at..verb).any(|word| self.compares(word));
        let verb = verb.filter(|&verb| !compared(verb));
        // "…, an aide told *reporters*."
        let heard =
            |verb: usize| (verb + 1..end).take_while(|&word| self.is_of_phrase(word)).last() == Some(end - 1);
        verb.is_some_and(|verb| {
            last(verb) || self.takes(verb, Takes::Told) && (self.is_mark(at - 1) || heard(verb))
        })
    }

    /// Whether the word compares with what a clause behind it tells: "more *than* the agency knew"; but "more than half of them".
    fn compares(&self, at: usize) -> bool {
        self.text(at) == "than" && !self.is_amount(at + 1)
    }

    /// Whether the verb at `at` is one of saying between commas: "Ode, the mayor, *has said*,".
    pub(super) fn reports_at_end(&self, at: usize) -> bool {
        let finite = self.tokens().upos(at) == Upos::Verb && self.is_said(at);
        finite && self.text(at + 1) == "," && self.takes(at, Takes::Bare)
    }

    /// Whether the participle at `at` says something more: it has a clause, or words in marks, of its own.
    pub(super) fn reports_on(&self, at: usize) -> bool {
        let more = matches!(self.text_or_none(Some(at + 1)), Some("that" | ":" | "," | "“" | "\""));
        let bare = self.uses(at).iter().any(|used| used.takes.contains(&Takes::Bare));
        let clause = more || bare || self.tokens().child(at, &[Relation::Ccomp]).is_some();
        // "insist it works, *citing* two polls"
        let cites = self.takes(at, Takes::Thing) && self.takes_quotes(at);
        self.takes_quotes(at) && clause || self.judges(at) || cites
    }

    /// Whether the verb at `at` says what somebody or something is: "calling *it a fraud*", "accusing *him of fraud*".
    pub(super) fn judges(&self, at: usize) -> bool {
        let judged = |takes: &Takes| matches!(takes, Takes::Predicate | Takes::As | Takes::Of);
        let reading = &self.referents.reading;
        let end = reading.sentences.get(reading.sentence_of(at)).map_or(at, |sentence| sentence.tokens.end);
        let bounds = at..end;
        let mut uses = self.uses(at).iter().flat_map(|used| &used.takes).filter(|takes| judged(takes));
        uses.any(|&takes| self.construction(at, takes, &bounds).is_some())
    }

    /// Whether behind a conjunction, at `at`, the source of `cue` says or means the next thing: "and vowed to".
    pub(super) fn same_source(&self, at: usize, cue: usize, end: usize) -> bool {
        let next = self.next_verb(at, cue, end);
        let reports = |next: &Next| {
            self.has_form_of_cue(next) && self.has_own_report(next) && !self.uses(next.verb).is_empty()
        };
        // "said that Lee confessed to it *and admitted* that": the second thing that Lee says.
        let first =
            self.tokens().head(next.verb).filter(|_| self.tokens().relation(next.verb) == Relation::Conj);
        let inside = first.is_some_and(|first| {
            let thinks = self.uses(first).iter().any(|used| used.class == Class::Thought);
            let speaks = self.takes(first, Takes::Clause) || self.takes(first, Takes::Told);
            !next.pronoun && (cue + 1..at).contains(&first) && speaks && !thinks
        });
        let own = self.conveys_own(&next) || reports(&next);
        next.verb < end && own && !inside && !self.is_thought_besides(&next)
    }

    /// The verb behind a conjunction, from `at`, behind what may stand before it.
    fn next_verb(&self, at: usize, cue: usize, end: usize) -> Next {
        let tokens = self.tokens();
        // "I think it works, *and I hope*": who speaks goes on with what he says himself.
        let subject = tokens.children(cue).find(|&child| tokens.is_subject(child) && child < cue);
        let party = matches!(tokens.lemma(at), "I" | "we")
            && subject.is_some_and(|subject| self.text(subject).eq_ignore_ascii_case(self.text(at)));
        let other = matches!(tokens.lemma(at), "he" | "she" | "they" | "it");
        let pronoun = tokens.upos(at) == Upos::Pron && (party || other);
        let mut verb = at + usize::from(pronoun);
        while verb < end && matches!(tokens.upos(verb), Upos::Adv | Upos::Aux) {
            verb += 1;
        }
        Next { at, verb, pronoun, cue, end }
    }

    /// "noted that Kenya is a partner and conveyed *his greetings*": of what the cue's subject has.
    fn conveys_own(&self, next: &Next) -> bool {
        let tokens = self.tokens();
        next.is_first()
            && matches!(tokens.xpos(next.verb + 1), "PRP$" | "PRP")
            && tokens.xpos(next.cue) == "VBD"
            && tokens.xpos(next.verb) == "VBD"
            && self.finite_before(next).is_some_and(|word| self.has_present_form(word))
    }

    pub(in crate::quotation) fn has_past_form(&self, at: usize) -> bool {
        matches!(self.tokens().xpos(at), "VBD" | "VBN")
    }

    fn has_present_form(&self, at: usize) -> bool {
        matches!(self.tokens().xpos(at), "VBZ" | "VBP")
    }

    /// The last finite verb before the conjunction, of what is said there.
    fn finite_before(&self, next: &Next) -> Option<usize> {
        (next.cue + 1..next.at).rev().take(SUBJECT * 2).find(|&word| self.is_finite(word))
    }

    /// Whether the verb has the form in which its source said the first thing.
    fn has_form_of_cue(&self, next: &Next) -> bool {
        let tokens = self.tokens();
        let Next { verb, cue, .. } = *next;
        // "is asserted that they knew and talked": a passive says no second thing.
        let passive = tokens.child(cue, &[Relation::AuxPass]).is_some();
        // "said Lee knew of it *and has decided* to leave": the auxiliary tells the time.
        let has = (next.at..verb).any(|aux| self.has_present_form(aux));
        let past = self.has_past_form(cue) && self.has_past_form(verb) && !passive && !has;
        // "have acknowledged that it is late, but *argue* it works", "does not think it works, and *considers* it late"
        let have = || {
            let aux = tokens.child(cue, &[Relation::Aux]);
            aux.is_some_and(|aux| matches!(self.text(aux), "have" | "has" | "do" | "does"))
        };
        // "claimed that it rained and *claim* it will rain"
        // … but "said she backs it and *thinks* it works" goes on with what she says.
        let now = self.finite_before(next).is_some_and(|word| self.has_present_form(word));
        let again = self.says_clause(next) && !now;
        let present = (self.has_present_form(verb) || has) && (self.has_present_form(cue) || have() || again);
        past || present
            || self.is_base_of_present(next)
            || self.is_progressive_behind_comma(next)
            || self.is_doing_as_before(next)
    }

    /// "believe it could fail, but *say* it will not": a base form, for the tagger.
    fn is_base_of_present(&self, next: &Next) -> bool {
        let tokens = self.tokens();
        let verb = next.verb;
        // … and "think it will work but *worry that* it will not".
        let clause = next.comma(self) && self.takes(verb, Takes::Bare) || self.text(verb + 1) == "that";
        // "believe it works and *fear that* it does not", "insists it works and *vows* to go": taken for a noun.
        let verbal = match tokens.xpos(next.cue) {
            "VBP" => tokens.xpos(verb) == "VB" && clause || self.is_mistaken(verb),
            "VBZ" => self.is_mistaken(verb) && self.text(verb).ends_with('s'),
            _ => false,
        };
        next.is_first() && verbal
    }

    /// "claims he has more, *and is promising* to show it": behind a comma, in the time of the cue.
    fn is_progressive_behind_comma(&self, next: &Next) -> bool {
        let tokens = self.tokens();
        let Next { at, verb, cue, .. } = *next;
        let alike = |aux: usize| {
            tokens.xpos(aux) == "VBD" && tokens.xpos(cue) == "VBD"
                || self.has_present_form(aux) && self.has_present_form(cue)
        };
        let aux = (at..verb).find(|&word| tokens.lemma(word) == "be");
        tokens.xpos(verb) == "VBG" && next.comma(self) && aux.is_some_and(alike)
    }

    /// "are hoping it will rain but *are predicting*"
    fn is_doing_as_before(&self, next: &Next) -> bool {
        let tokens = self.tokens();
        let Next { verb, cue, .. } = *next;
        if tokens.xpos(verb) != "VBG" || tokens.xpos(cue) != "VBG" {
            return false;
        }
        let aux = |at: usize| tokens.child(at, &[Relation::Aux]).map(|aux| tokens.xpos(aux));
        match aux(cue) {
            Some(form) => aux(verb) == Some(form) && verb > next.at,
            // "telling them that it rained and *promising* to come": two participles of one subject.
            None => aux(verb).is_none() && next.is_first(),
        }
    }

    /// Whether what stands behind the verb, or before it, shows that it has a report of its own.
    fn has_own_report(&self, next: &Next) -> bool {
        let apart = if next.pronoun {
            self.bids_behind_pronoun(next) || self.comes_back(next)
        } else {
            self.is_parted_by_tense(next) || self.is_second_of_cue(next) || self.says_clause(next)
        };
        let behind = self.text_or_none(Some(next.verb + 1));
        apart || matches!(behind, Some("that" | "to" | "it" | "he" | "she" | "they" | "the" | "“" | "\""))
    }

    /// "said that it works, *and he expressed* confidence that": back in the time of the cue.
    fn comes_back(&self, next: &Next) -> bool {
        let tokens = self.tokens();
        let Next { verb, cue, end, .. } = *next;
        let now = self
            .finite_before(next)
            .is_some_and(|word| self.has_present_form(word) || tokens.xpos(word) == "MD");
        let past = tokens.xpos(cue) == "VBD" && tokens.xpos(verb) == "VBD";
        now && past && next.comma(self) && self.reports_something(verb, end)
    }

    /// "said it was late, and he *called on Ode to resign*"
    fn bids_behind_pronoun(&self, next: &Next) -> bool {
        self.text(next.at - 1) != "," && next.comma(self) && self.bids(next.verb, next.end)
    }

    /// Whether the verb at `verb` tells somebody to do something.
    fn bids(&self, verb: usize, end: usize) -> bool {
        self.takes(verb, Takes::Bidding) && self.bidden(verb, &(verb..end)).is_some()
    }

    /// "said nothing *had been found and accused* him of fraud", "said she *would not go and urged* him to": the tenses part them.
    fn is_parted_by_tense(&self, next: &Next) -> bool {
        let Next { verb, end, .. } = *next;
        // A participle with an object behind it is a past form.
        if !self.has_past_form(verb) || matches!(self.text(verb + 1), "of" | "as" | "by") {
            return false;
        }
        let before = self.finite_before(next);
        let shifted = before.is_some_and(|word| self.tokens().upos(word) == Upos::Aux);
        let thing = self.takes(verb, Takes::Thing);
        let asks = || thing && self.thing(verb, &(verb..end)).is_some() || self.bids(verb, end);
        // "stressed that Kenya is a partner and *expressed readiness*": back in the tense of the cue.
        let now = before.is_some_and(|word| self.has_present_form(word));
        let back = now && self.has_past_form(next.cue) && thing;
        // "said she had worked for it and *faulted* Lee for waiting"; but "said he had met her and told her that".
        // … and "noted that the court had ruled and *asked whether*" has whom it asks nowhere.
        let person = self.is_said_of_person(next);
        let asks_on = !person && matches!(self.text(verb + 1), "whether" | "if" | "why" | "how");
        let heard = (self.takes(verb, Takes::Told) || self.takes(verb, Takes::Bidding)) && !asks_on;
        let states = || {
            let said = shifted && self.has_past_form(next.cue) && !heard;
            said && self.reports_something(verb, end)
        };
        shifted && self.judges(verb)
            || next.is_first()
                && (shifted && self.bids(verb, end)
                    || self.is_said_of_thing(next) && asks()
                    || back
                    || states())
    }

    /// Whether the verb at `verb` has any of its constructions before `end`.
    fn reports_something(&self, verb: usize, end: usize) -> bool {
        let bounds = verb..end;
        let mut uses = self.uses(verb).iter().flat_map(|used| &used.takes);
        uses.any(|&takes| self.construction(verb, takes, &bounds).is_some())
    }

    /// The head of whom or what the first thing is said.
    fn said_of(&self, next: &Next) -> Option<usize> {
        let Next { at, cue, .. } = *next;
        let verb = (cue + 1..at).take(SUBJECT).find(|&word| self.is_finite(word))?;
        let words = cue + 1 + usize::from(self.text(cue + 1) == "that")..verb;
        (!words.is_empty()).then(|| self.tokens().head_of(words))
    }

    /// "said the vote was rigged and *demanded* a recount": no vote demands anything.
    fn is_said_of_thing(&self, next: &Next) -> bool {
        self.said_of(next).is_some_and(|head| {
            let noun = self.tokens().upos(head) == Upos::Noun;
            noun && !self.can_act(head) && self.referents.time(head).is_none()
        })
    }

    /// Whether behind the conjunction, at `at`, who did what is said thought something besides.
    pub(super) fn thinks_besides(&self, at: usize, cue: usize, end: usize) -> bool {
        let next = self.next_verb(at, cue, end);
        let did = (next.at..next.verb).any(|aux| self.text(aux) == "did");
        let past = (did || self.tokens().xpos(next.verb) == "VBD") && !self.uses(next.verb).is_empty();
        past && self.is_thought_besides(&next)
    }

    /// "said the senator had worked on it and *hoped* to finish it": who did the one thought the other.
    fn is_thought_besides(&self, next: &Next) -> bool {
        let before = self.finite_before(next);
        let had = before.is_some_and(|word| self.text(word) == "had");
        // … and "said *she* knew of it but *did* not think it fair".
        let again = self.is_said_of_person(next)
            && before.is_some_and(|word| self.tokens().xpos(word) == "VBD")
            && (next.at..next.verb).any(|aux| self.text(aux) == "did");
        let thinks = self.uses(next.verb).iter().all(|used| used.class != Class::Speech);
        let somebody = self.is_said_of_person(next) || self.is_said_of_office(next);
        let past = self.tokens().xpos(next.cue) == "VBD" && self.has_past_form(next.verb);
        !next.comma(self) && thinks && somebody && (next.is_first() && had && past || again)
    }

    /// "said *she* had left and *asked* whether"
    fn is_said_of_person(&self, next: &Next) -> bool {
        self.said_of(next).is_some_and(|head| matches!(self.text(head), "he" | "she" | "they"))
    }

    /// "said the *senator* had left and *hoped* to return"
    fn is_said_of_office(&self, next: &Next) -> bool {
        self.said_of(next).is_some_and(|head| self.tokens().upos(head) == Upos::Noun && self.can_act(head))
    }

    /// "fear that it is late, and blame both": behind a comma a verb in the form of the cue is its second.
    fn is_second_of_cue(&self, next: &Next) -> bool {
        let tokens = self.tokens();
        let Next { at, verb, cue, .. } = *next;
        at > 1
            && next.comma(self)
            && next.is_first()
            && tokens.xpos(verb) == tokens.xpos(cue)
            && tokens.upos(verb) == Upos::Verb
            && self.is_finite(verb)
    }

    /// "acknowledges he is new but *says judgment matters* more"
    fn says_clause(&self, next: &Next) -> bool {
        let Next { verb, end, .. } = *next;
        next.is_first() && self.takes(verb, Takes::Bare) && self.is_clause(verb + 1, &(verb..end))
    }

    /// Whether behind a comma and a conjunction, at `at`, somebody else says the next thing: ", and his aide noted that".
    pub(super) fn next_report(&self, at: usize, cue: usize, end: usize) -> bool {
        let tokens = self.tokens();
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron);
        // "and an aide, speaking on condition of anonymity, said", "and Lee, who had left in May, said"
        let who = (at..end)
            .take(SUBJECT)
            .find(|&word| self.text(word) == "," && matches!(tokens.xpos(word + 1), "WP" | "WP$" | "WDT"));
        let close = who.and_then(|who| (who + 1..end).take(SUBJECT * 2).find(|&word| self.text(word) == ","));
        let told = |word: usize| who.zip(close).is_some_and(|(who, close)| (who..close).contains(&word));
        let aside = |word: usize| tokens.xpos(word) == "VBG" && self.text(word - 1) == "," || told(word);
        let verb = (at..end)
            .take(SUBJECT * 3)
            .find(|&word| matches!(tokens.upos(word), Upos::Verb | Upos::Aux) && !aside(word));
        // "his wife, Jane, told CNN"
        // "but many *question* whether": a verb that the tagger took for a noun.
        let misread = (at + 1..end).take(2).find(|&word| self.is_mistaken(word));
        let verb = misread.or(verb);
        let subject = |verb: usize| {
            let closed =
                matches!(self.text(verb - 1), "," | ")") && (noun(verb - 2) || self.text(verb - 1) == ")");
            noun(verb - 1) || self.is_quantifier(verb - 1) || closed
        };
        let judges = |verb: usize| self.judges(verb);
        let says = |verb: usize| self.takes_quotes(verb) || self.takes(verb, Takes::Portrait) || judges(verb);
        let Some(verb) = verb.filter(|&verb| verb > at.max(1) && subject(verb) && says(verb)) else {
            return false;
        };
        let next = self.text_or_none(Some(verb + 1));
        let plain = !(at..verb).any(|word| matches!(self.text(word), "that" | "to" | "if"));
        // … and "declined to comment on whether it rained, but an aide noted that".
        let infinitive = tokens.xpos(cue) == "VB";
        let same = tokens.xpos(verb) == tokens.xpos(cue)
            || self.text(verb - 1) == ","
            || infinitive
            || misread.is_some();
        // "…, but others said it was ready"
        let clause = self.is_clause(verb + 1, &(verb..end));
        let clausal = self.takes(verb, Takes::Bare) || self.takes(verb, Takes::Told);
        let bare = || (self.text(verb - 1) == "," || clause) && clausal;
        // "…, but she asked them to leave"
        same && plain
            && (matches!(next, Some("that" | "to" | "whether" | "“" | "\""))
                || bare()
                || judges(verb)
                || self.bids(verb, end))
    }
}
