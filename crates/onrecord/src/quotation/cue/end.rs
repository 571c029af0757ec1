//! Where a content ends: with its clause, before a participle that reports on ("…, adding that") and before the next thing
//! that the same source says ("said that … *and vowed to* …").

use std::ops::Range;

use onrecord_resource::cue::Takes;

use super::border::Open;
use super::{SUBJECT, Scene};
use crate::syntax::{Relation, Upos};

/// Words between a conjunction and the cue of its clause, at most.
const CLAUSE: usize = 16;

impl Scene<'_> {
    /// Where a clause ends whose last words a parser has hung elsewhere: at the next mark or conjunction.
    pub(super) fn run_on(&self, mut end: usize, bounds: &Range<usize>) -> usize {
        let tokens = self.tokens();
        let first = end;
        let stops = |at: usize| {
            let border = matches!(tokens.upos(at), Upos::Punct | Upos::Cconj | Upos::Sconj);
            // "the back-*and*-forth"
            let compound = at > 0 && tokens.upos(at) == Upos::Cconj && self.glued(at - 1);
            // "said he can't because": why, in the source's view, where no comma says otherwise.
            // "was “not there” on endorsing him": a preposition before a participle.
            let doing = at + 1 + usize::from(self.text(at + 1) == "not");
            let preposition = tokens.xpos(at) == "IN" && tokens.xpos(doing) == "VBG" && !self.is_when(at);
            // "that Huh? meets the criteria": a mark inside a clause.
            let inner = matches!(self.text(at), "?" | "!") && self.is_finite(at + 1) && !self.capital(at + 1);
            border
                && !inner
                && !self.is_mark(at)
                && !self.glued(at)
                && !compound
                && !matches!(self.text(at), "because" | "if" | "unless" | "whether")
                && !self.is_compared(at)
                && !self.is_since_then(at, first)
                && !preposition
        };
        // "say adding it to salt | is the simplest and most effective method"
        let pair = |at: usize| {
            at > first
                && tokens.upos(at) == Upos::Cconj
                && (matches!(tokens.upos(at + 1), Upos::Adj | Upos::Adv)
                    // `were “great,” “wonderful” and “the best”`
                    || self.is_mark(at - 1) && self.opens_quote(at + 1))
        };
        // "that he would go as soon *as he could*"
        let as_soon = |at: usize| at > first && self.text(at) == "as" && self.text(at - 2) == "as";
        while end < bounds.end && (!stops(end) || pair(end) || as_soon(end)) {
            end += 1;
        }
        end
    }

    /// "has been in a mood *since Ode left*": whether at `at` stands since when a perfect before it, up to `end`, holds.
    fn is_since_then(&self, at: usize, end: usize) -> bool {
        let has = |word: &usize| matches!(self.text(*word), "has" | "have") && self.text(word + 1) == "been";
        let clause = at == end || at == end + 1 && self.is_mark(end);
        self.text(at) == "since" && clause && (end.saturating_sub(SUBJECT * 2)..end).any(|word| has(&word))
    }

    /// "will be worse off *than they are*"
    fn is_compared(&self, at: usize) -> bool {
        let comparative = |word: usize| matches!(self.tokens().xpos(word), "JJR" | "RBR");
        self.text(at) == "than"
            && (at.saturating_sub(2)..at).any(comparative)
            && self.is_finite_behind(at + 1)
    }

    /// Whether the word says when or how something else is done: "after leaving".
    fn is_when(&self, at: usize) -> bool {
        matches!(
            self.text(at),
            "after" | "before" | "while" | "when" | "since" | "until" | "by" | "than" | "as" | "without"
        )
    }

    /// Where a clause goes on to that begins at `start` and ends at `end`: with a second "that", and with a verb that the
    /// tenses join to its own, not to the cue.
    pub(super) fn further(&self, start: usize, mut end: usize, cue: usize, bounds: &Range<usize>) -> usize {
        let around = self.is_inside_that(start, cue, bounds);
        let next = |end: usize| {
            let again = self.second_that(end).filter(|_| !around);
            let again = again.or_else(|| self.second_question(start, end));
            again
                .or_else(|| self.second_verb(start, end, cue))
                .or_else(|| self.second_clause(end, cue, bounds))
                .or_else(|| self.behind_condition(start, end, cue, bounds))
                .or_else(|| self.behind_judgement(start, end))
                .or_else(|| self.second_share(start, end, cue))
        };
        while let Some(next) = next(end) {
            if next >= bounds.end {
                break;
            }
            end = self.run_on(next, bounds);
            // "and that the situation since the attacks *had changed*": as far as its verb.
            while !(next..end).any(|word| self.is_finite(word)) && end + 1 < bounds.end {
                end = self.run_on(end + 1, bounds);
            }
        }
        end
    }

    /// Whether the cue stands in a clause with "that" while its content, from `start`, has none: "noted *that voters said* they would
    /// go, and that they did": what goes on with "that" is the clause around it.
    pub(super) fn is_inside_that(&self, start: usize, cue: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let part = |word: &usize| {
            self.is_of_phrase(*word) && self.text(*word) != "that" || tokens.upos(*word) == Upos::Aux
        };
        let before = (bounds.start..cue).rev().find(|word| !part(word));
        let mark = |word: usize| self.text(word) == "that" && tokens.upos(word) == Upos::Sconj;
        self.text(start) != "that" && before.is_some_and(mark)
    }

    /// "said that it was late, *but that* it would be done": behind the second "that".
    fn second_that(&self, end: usize) -> Option<usize> {
        let mark = matches!(self.text(end), "," | ";" | "—" | "–" | "--");
        let joint = end + usize::from(mark);
        let joined = self.tokens().upos(joint) == Upos::Cconj;
        let that = joint + usize::from(joined);
        // "and that's why": what was said before.
        let clause = self.text(that) == "that" && !self.is_finite(that + 1);
        // "that it failed, *that he left* and that nobody cared"
        let listed = self.text(end) == "," && self.tokens().upos(that) == Upos::Sconj;
        ((joined || listed || self.text(end) == ";") && clause).then_some(that + 1)
    }

    /// "that if he left, *the talks would fail*": behind the clause or phrase that a content opens with.
    fn behind_condition(&self, start: usize, end: usize, cue: usize, bounds: &Range<usize>) -> Option<usize> {
        // "asked Tuesday *if* it rained": whether it did.
        if self.text(start) == "if" && self.takes(cue, Takes::Clause) && !self.takes(cue, Takes::Bare) {
            return None;
        }
        let first = start + usize::from(self.text(start) == "that");
        let condition = matches!(
            self.text(first),
            "if" | "when"
                | "while"
                | "whenever"
                | "although"
                | "though"
                | "given"
                | "despite"
                | "because"
                | "since"
                | "unless"
                | "once"
        );
        let finite = (first..end).filter(|&word| self.is_finite(word)).count();
        let alone = finite <= 1 && self.text(end) == "," && !(first..end).any(|word| self.text(word) == ",");
        let opens = self.opens_phrase(end + 1);
        let clause = (end + 2..bounds.end).take(SUBJECT).any(|word| self.is_finite(word));
        (condition && alone && opens && clause).then_some(end + 1)
    }

    /// "it was “absurd” *that he was late*": behind the "that" of the clause that "it" stands for.
    fn behind_judgement(&self, start: usize, end: usize) -> Option<usize> {
        let first = start + usize::from(self.text(start) == "that");
        let judged = self.text(first) == "it" && self.tokens().lemma(first + 1) == "be";
        let short = end <= first + SUBJECT && self.is_mark(end - 1);
        (judged && short && self.text(end) == "that").then_some(end + 1)
    }

    /// "shows that 53 percent think he should go, *and 70 percent think* he will": behind the verb of the next share that a survey shows.
    pub(super) fn second_share(&self, start: usize, end: usize, cue: usize) -> Option<usize> {
        let tokens = self.tokens();
        let share =
            |words: Range<usize>| words.into_iter().any(|word| matches!(self.text(word), "percent" | "%"));
        let joined = self.text(end) == "," && tokens.upos(end + 1) == Upos::Cconj && share(start..end);
        let verb = (end + 2..tokens.len()).take(SUBJECT).find(|&word| self.is_finite(word));
        let verb = verb.filter(|&verb| joined && self.shows(cue) && share(end + 2..verb));
        verb.map(|verb| verb + 1)
    }

    /// "explains what it is, *why he made it, and how it grew*": behind the next question word of a list.
    fn second_question(&self, start: usize, end: usize) -> Option<usize> {
        let question = |word: usize| matches!(self.tokens().xpos(word), "WRB" | "WP");
        let asks =
            (start..end).any(|word| question(word) && !matches!(self.text(word), "when" | "who" | "where"));
        let comma = usize::from(self.text(end) == ",");
        let joint = end + comma + usize::from(self.tokens().upos(end + comma) == Upos::Cconj);
        let again = joint > end && question(joint) && !matches!(self.text(joint), "when" | "who" | "where");
        (asks && again).then_some(joint + 1)
    }

    /// "says it is hard *and will take* time", "said it works *and is* cheap": behind the second verb.
    fn second_verb(&self, start: usize, end: usize, cue: usize) -> Option<usize> {
        let tokens = self.tokens();
        let joint = usize::from(tokens.upos(end + 1) == Upos::Cconj);
        if self.text(end) == "," && self.is_second_pluperfect(end + 1 + joint, start..end, cue) {
            return Some(end + 2 + joint);
        }
        if tokens.upos(end) == Upos::Cconj && self.is_auxiliary_again(end + 1, start..end) {
            return Some(end + 2);
        }
        // `was “bad” and would hurt`; but `called it “bad” and left`.
        let would = self.text(end + 1) == "would" && !self.refuses(end + 1, cue);
        if tokens.upos(end) != Upos::Cconj || self.is_mark(end - 1) && !would {
            return None;
        }
        if self.thinks_besides(end + 1, cue, tokens.len()) {
            return Some(end + 2);
        }
        // `said he had emails and “just wanted peace.”`: what the marks hold is said.
        let quoted = self.opens_quote(end + 1) && !self.opens_quote(start);
        let idle = |word: usize| tokens.upos(word) == Upos::Adv || quoted && self.is_mark(word);
        let first = (end + 1..tokens.len()).take(4).find(|&word| !idle(word))?;
        if quoted && tokens.xpos(first) == "VBD" {
            return Some(first + 1);
        }
        // "was at work and *due to lack of sleep* fell ill"
        let phrase = tokens.upos(first) == Upos::Adp || self.text(first) == "due";
        let behind = (first + 1..tokens.len())
            .take(SUBJECT)
            .find(|&word| !self.is_of_phrase(word) && self.text(word) != "to");
        let verb = behind.filter(|_| phrase).unwrap_or(first);
        let time = |word: usize| match tokens.xpos(word) {
            "VBD" => Some(false),
            "VBZ" | "VBP" => Some(true),
            _ => None,
        };
        let future = tokens.child(cue, &[Relation::Aux]).is_some_and(|aux| tokens.xpos(aux) == "MD");
        let own = (start..end).take(SUBJECT * 2).find_map(time);
        // "is asserted that they knew *and talked*": a passive has the time of its auxiliary.
        let said =
            time(cue).or_else(|| tokens.child(cue, &[Relation::Aux, Relation::AuxPass]).and_then(time));
        let joined = match tokens.xpos(verb) {
            "MD" => !future,
            _ => time(verb).is_some() && time(verb) == own && time(verb) != said && said.is_some(),
        };
        joined.then_some(verb + 1)
    }

    /// "was “bad” and *was going*": whether the auxiliary at `at` is that of the clause before it.
    pub(super) fn is_auxiliary_again(&self, at: usize, mut before: Range<usize>) -> bool {
        let first = before.find(|&word| self.is_finite(word));
        let again = first.is_some_and(|word| self.text(word) == self.text(at));
        again && self.tokens().lemma(at) == "be" && self.tokens().xpos(at + 1) == "VBG"
    }

    /// "said she had raised doubts, but *had offered* no proof": a pluperfect goes on with the first one, over a comma too.
    pub(super) fn is_second_pluperfect(&self, at: usize, before: Range<usize>, cue: usize) -> bool {
        let tokens = self.tokens();
        let had = |word: usize| {
            let adverb = word + 2 < tokens.len() && tokens.upos(word + 1) == Upos::Adv;
            self.text(word) == "had" && tokens.xpos(word + 1 + usize::from(adverb)) == "VBN"
        };
        // "went on to say he had come, *had stayed* and had left"
        matches!(tokens.xpos(cue), "VBD" | "VB") && had(at) && before.into_iter().any(had)
    }

    /// "warns that it is late *and the talks may fail*": behind the verb of a second clause that no comma parts from the
    /// first and that is no report itself.
    fn second_clause(&self, end: usize, cue: usize, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let joined = tokens.upos(end) == Upos::Cconj && cue + 1 < end && self.text(end - 1) != ",";
        let subject = (end + 1..bounds.end)
            .filter(|_| joined)
            .take(SUBJECT)
            .take_while(|&word| self.is_of_phrase(word));
        let last = subject.last().filter(|&last| !matches!(tokens.upos(last), Upos::Adp | Upos::Adv))?;
        let verb = last + 1;
        let clause = verb < bounds.end && self.is_finite(verb) && self.uses(verb).is_empty();
        clause.then_some(verb + 1)
    }

    /// Whether the word can be part of a noun phrase with what hangs on it: no verb, no conjunction, no question.
    pub(in crate::quotation) fn is_of_phrase(&self, word: usize) -> bool {
        let tokens = self.tokens();
        let kind = self.is_nominal(word) || matches!(tokens.upos(word), Upos::Adp | Upos::Adv);
        kind && !tokens.xpos(word).starts_with('W') && self.text(word) != "to"
    }

    /// Where the content that begins at `start` ends, at `end` at the latest.
    pub(super) fn end_of_clause(&self, start: usize, end: usize, cue: usize) -> usize {
        let tokens = self.tokens();
        // "Mr. Biden — who has said he regrets it — spoke": what the pronoun opens ends before the sentence's own verb.
        let relative = tokens
            .child(cue, &[Relation::Nsubj])
            .is_some_and(|who| who < cue && matches!(tokens.xpos(who), "WP" | "WDT"));
        // "The plan that he said would work *has* failed"
        // … and "Ode, who left and has said that it failed, *won*".
        let first = tokens.head(cue).filter(|_| tokens.relation(cue) == Relation::Conj).unwrap_or(cue);
        let noun =
            tokens.head(first).filter(|&noun| tokens.relation(first) == Relation::AclRelcl && noun < cue);
        let opens = |word: usize| matches!(tokens.xpos(word), "WP" | "WDT");
        // … also "the aide who *resigned* saying that"; but "What *do* you think" asks.
        let told = |word: usize| opens(word) && !self.text(word).eq_ignore_ascii_case("what");
        // … nor has "Ode, who will go, said" anything to do with it.
        let inside = |&word: &usize| (!self.is_finite(word) || told(word - 1)) && self.text(word) != ",";
        let near = || (cue.saturating_sub(SUBJECT).max(1)..cue).rev().take_while(inside).any(opens);
        let relative = relative || noun.is_some_and(|noun| (noun..cue).any(opens)) || near();
        let reading = self.referents.reading;
        let around = &reading.sentences[reading.sentence_of(cue)];
        let headline = self.is_headline(around.paragraph.row());
        let open = Open { words: start..end, cue, sentence: around.tokens.clone(), relative, headline };
        let end = if relative { self.before_main(start..end, cue) } else { end };
        let end = self.before_main_clause(start..end, cue, around.tokens.start);
        let found = (start + 1..end).find(|&at| self.ends_at(at, &open)).unwrap_or(end);
        if found > start + 1 && self.text(found - 1) == "," { found - 1 } else { found }
    }

    /// "Those who say the party is split *are wrong*", "The aide who resigned saying that it is *has come back*": what is said by whom the
    /// sentence is about ends before its verb.
    fn before_main(&self, content: Range<usize>, cue: usize) -> usize {
        let reading = self.referents.reading;
        let start = reading.sentences[reading.sentence_of(cue)].tokens.start;
        let opened = |word: usize| matches!(self.tokens().xpos(word - 1), "WP" | "WDT");
        let first = !(start..cue).any(|word| self.is_finite(word) && !(word > start && opened(word)));
        let last = content.end;
        let end = if first { self.main_verb(&content).unwrap_or(last) } else { last };
        // "The men who said they thought it was late *left*": the verb of their noun by the arcs.
        let whole = self.tokens().subtree(cue);
        let around = |&word: &usize| {
            let outer = !whole.contains(&word) && self.is_of_subject_before(word, cue);
            self.is_finite(word) && outer && self.any_finite(&(content.start..word))
        };
        content.clone().find(around).map_or(end, |main| main.min(end))
    }

    /// "While critics say the plan is late, *the mayor* defends it": what is said in a clause that a conjunction opens ends
    /// before the clause that it belongs to.
    fn before_main_clause(&self, content: Range<usize>, cue: usize, start: usize) -> usize {
        let tokens = self.tokens();
        // From the conjunction to the cue there is only who says it, or who says that he knows it.
        let clause = (start..cue).rev().take(CLAUSE);
        let open = clause.take_while(|&word| {
            // … "when Ode *was* asked if".
            let helps = tokens.head(word) == Some(cue) && tokens.upos(word) == Upos::Aux;
            let said = helps || self.is_finite(word) && !self.uses(word).is_empty();
            // … and "when Ode *called to* ask if".
            let aims = |to: usize| to + 1 == cue && self.text(to) == "to";
            let said = said || aims(word) || self.is_finite(word) && aims(word + 1);
            said || tokens.upos(word) == Upos::Cconj || self.is_of_phrase(word) && !self.is_finite(word)
        });
        let first = open.last().unwrap_or(cue);
        let opened = first < cue && first > start && {
            let mark = first - 1;
            // … "*So* when she says he is late, they hear it".
            let led = (start..mark).all(|word| matches!(tokens.upos(word), Upos::Adv | Upos::Punct));
            // "I think that *if she says* he is late, they hear it"
            let that = mark > start && self.text(mark - 1) == "that";
            let led = led || that;
            let comma = mark == start || led || matches!(tokens.upos(mark - 1), Upos::Punct | Upos::Cconj);
            (self.is_adverbial(mark) || that && self.text(mark) == "if")
                && !self.text(mark).eq_ignore_ascii_case("as")
                && comma
                && (self.is_finite(cue) || tokens.child(cue, &[Relation::AuxPass, Relation::Mark]).is_some())
        };
        // "*To* help you decide what it is, I made a list"
        let aim = self.text(start) == "To" && !(start..cue).any(|word| self.is_finite(word));
        // "*Asked* by Lee if he had met her, Ode said"
        // … and "*Saying* it was late, she left".
        // … and "*After* saying it was late, she left".
        let led = cue == start + 1 && matches!(tokens.upos(start), Upos::Adp | Upos::Sconj);
        let asked = (cue == start || led) && matches!(tokens.xpos(cue), "VBN" | "VBG");
        let opened = opened || asked || aim && cue > start;
        let reading = self.referents.reading;
        let last = reading.sentences[reading.sentence_of(cue)].tokens.end;
        let ends = |&at: &usize| {
            let next = at + 1;
            let comma = self.text(at) == "," || self.is_mark(at) && self.text(at - 1) == ",";
            let said = || (content.start..at).any(|word| self.is_finite(word));
            // "Asked whether it was late, *Ann Ode, a member of the board, said* no"
            let whole = || asked && self.opens_phrase(next) && (next..last).any(|word| self.is_finite(word));
            let clause = || self.is_clause(next, &content) || whole();
            comma && !tokens.xpos(next).starts_with('W') && said() && clause()
        };
        content.clone().skip(1).find(ends).filter(|_| opened).unwrap_or(content.end)
    }

    /// Where a content that runs to the end of its sentence ends.
    pub(super) fn sentence_end(&self, start: usize, bounds: &Range<usize>, cue: usize) -> usize {
        let mut end = self.end_of_clause(start, bounds.end, cue);
        while end > start + 1 && matches!(self.text(end - 1), "." | "," | ";" | "—" | "–" | "?" | "!") {
            end -= 1;
        }
        end
    }
}
