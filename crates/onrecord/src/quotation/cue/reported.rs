//! Whether a clause that the arcs give a cue is what it reports. Parsers hang on a verb of saying what tells when or why it was
//! said, what is told of its object or its source, and the sentence's own clause where the cue is only put in.

use std::ops::Range;

use onrecord_resource::cue::Takes;

use super::{AUXILIARIES, Scene};
use crate::syntax::{Relation, Upos};

/// A clause that the arcs give a cue.
struct Given<'a> {
    /// Its verb, or what its copula is about.
    head: usize,
    /// Its first word.
    start: usize,
    cue: usize,
    bounds: &'a Range<usize>,
    /// Whether it has a subject of its own.
    subject: bool,
    /// Whether a conjunction announces it.
    announced: bool,
    /// Whether the cue has an object.
    object: bool,
}

impl Scene<'_> {
    /// Whether the clause of `head`, which the arcs give the cue at `cue`, is what it reports.
    pub(super) fn is_reported(&self, head: usize, cue: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let object = tokens.child(cue, &[Relation::Obj, Relation::Iobj]);
        let given = Given {
            head,
            start: self.complement(head, cue, bounds).start,
            cue,
            bounds,
            subject: tokens.children(head).any(|child| tokens.is_subject(child)),
            announced: tokens.child(head, &[Relation::Mark]).is_some_and(|mark| tokens.lemma(mark) != "to"),
            object: object.is_some_and(|object| object > cue),
        };
        let verbal = matches!(tokens.upos(head), Upos::Verb | Upos::Aux)
            || tokens.child(head, &[Relation::Cop, Relation::Aux]).is_some();
        let clause = given.subject || given.announced || verbal;
        let stands = if head < cue { self.leaves_source(&given) } else { !self.tells_of_noun(&given) };
        clause && stands && !self.says_when(&given) && !self.is_seen(&given) && !self.is_main(&given)
    }

    /// Whether a clause before its cue leaves somebody to say it: not "Two people who *know it*, said the talks failed".
    fn leaves_source(&self, given: &Given) -> bool {
        let tokens = self.tokens();
        let Given { head, start, cue, bounds, .. } = *given;
        let end = self.complement(head, cue, bounds).end;
        // "A poll published in May | *showed* Ode leading": what tells of the source.
        let touches = end == cue && !self.is_mark(cue - 1);
        // "whatever they do, it may not *deny them rights*": what stands behind the verb is its object.
        let denied = given.object && !self.takes(cue, Takes::Told) && !self.takes(cue, Takes::Bidding);
        let noun =
            |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num);
        let somebody = tokens.children(cue).any(|child| child > cue && tokens.is_subject(child))
            || (end..cue).any(noun)
            || (cue + 1..bounds.end.min(cue + 4)).any(|word| tokens.upos(word) == Upos::Propn);
        // "Warren, *speaking* to reporters, said": what she did meanwhile.
        let meanwhile = !given.subject || self.is_bare(given);
        let other = self.is_of_other(start, bounds) || self.has_gap(cue, bounds);
        somebody && !(touches || other || meanwhile || denied)
    }

    /// "said that he stands by it, and an aide noted *that*": whether another cue has right behind it what begins at `start`.
    fn is_of_other(&self, start: usize, bounds: &Range<usize>) -> bool {
        let announced = matches!(self.text(start), "that" | "whether" | "if" | "why" | "how" | "what");
        announced && start > bounds.start && !self.uses(start - 1).is_empty()
    }

    /// "demanded that he answer for things *Ode has said*": whether no pause parts the subject of the cue from what is before it.
    fn has_gap(&self, cue: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let subject = tokens.children(cue).find(|&child| child < cue && tokens.is_subject(child));
        let before = subject.and_then(|child| self.phrase(child, cue, bounds).words.start.checked_sub(1));
        let parted = before.filter(|&word| word > bounds.start).is_some_and(|word| {
            tokens.upos(word) == Upos::Punct || self.text(word).eq_ignore_ascii_case("as")
        });
        subject.is_some() && !parted
    }

    /// Whether the clause says when or why, or goes on with what stands before it: "suggests he died, *because* he had".
    fn says_when(&self, given: &Given) -> bool {
        let tokens = self.tokens();
        let Given { head, start, cue, .. } = *given;
        let mark = tokens.child(head, &[Relation::Mark]);
        // "not because they believe *but because*": nothing is reported behind a conjunction.
        // … and "believe in it *and in being free*" goes on with the phrase.
        let joint = start > cue
            && (matches!(self.text(start), "and" | "or" | "but" | "nor") || self.is_adverbial(start));
        // "What they told | *me should*": nobody has that for a subject.
        let hearer = matches!(self.text(start), "me" | "him" | "us" | "them");
        // "the man charged *with leading* it": what he is to do.
        let task = start == cue + 1 && self.text(start) == "with" && tokens.xpos(start + 1) == "VBG";
        mark.is_some_and(|mark| self.is_adverbial(mark)) || joint || hearer || task
    }

    /// Whether the conjunction at `at` says when or why something happens.
    pub(super) fn is_adverbial(&self, at: usize) -> bool {
        let word = self.text(at);
        let time = [
            "because", "although", "though", "while", "after", "before", "since", "until", "unless", "as",
            "when",
        ];
        // "*as many as* 14 people": a bound.
        time.iter().any(|other| word.eq_ignore_ascii_case(other)) && self.bound_at(at).is_none()
    }

    /// Whether the clause is none of words that are said: "saw attendance *reach*", "saw consequences *being late*".
    fn is_seen(&self, given: &Given) -> bool {
        given.head > given.cue && given.subject && !given.announced && self.is_bare(given)
    }

    /// Whether the verb of the clause is an infinitive or a participle.
    fn is_bare(&self, given: &Given) -> bool {
        let tokens = self.tokens();
        let Given { head, cue, .. } = *given;
        let aux = tokens.child(head, AUXILIARIES);
        let being = aux.is_some_and(|aux| tokens.xpos(aux) == "VBG");
        // "believe the speech *cost* her Ohio": the past of a verb that has only one form.
        let form = match tokens.xpos(head) {
            "VBG" => true,
            "VB" | "VBN" => !self.takes(cue, Takes::Bare),
            _ => false,
        };
        being && tokens.upos(head) != Upos::Verb || form && aux.is_none()
    }

    /// Whether the clause is the sentence's own, behind what is reported: "Asked why he had waited, *he replied*".
    fn is_main(&self, given: &Given) -> bool {
        let tokens = self.tokens();
        let Given { start, cue, bounds, .. } = *given;
        let before = start.saturating_sub(1);
        let asked = tokens.xpos(bounds.start) == "VBN" && before > cue;
        let passive = tokens.child(cue, &[Relation::AuxPass]).is_some();
        !given.announced && (asked || passive || before > cue + 1) && self.text(before) == ","
    }

    /// Whether a clause behind its cue tells of a noun: of the object of the cue, of one before the clause, or of the sentence's subject.
    fn tells_of_noun(&self, given: &Given) -> bool {
        let Given { head, start, cue, .. } = *given;
        // "reveals *the damage Ode left* behind"
        let damage = !given.announced && self.is_of_object(head, cue);
        // "a video he posted *that showed* it"
        let video = self.tokens().relation(cue) == Relation::AclRelcl
            && start == cue + 1
            && self.text(start) == "that"
            && self.is_finite(start + 1);
        // "repeats, whenever she is asked, *that* it rained"
        let outer = self.is_of_main_verb(start, cue);
        damage
            || video
            || outer
            || self.tells_of_noun_before(given)
            || self.tells_of_object(given)
            || self.is_rest_of_sentence(given)
    }

    /// Whether the noun right before the clause has it for its own: "repeated his claim *that*".
    fn tells_of_noun_before(&self, given: &Given) -> bool {
        let tokens = self.tokens();
        let noun = given.start.saturating_sub(1);
        if noun <= given.cue || tokens.upos(noun) != Upos::Noun {
            return false;
        }
        let claim = self.cues.nouns.contains_key(tokens.lemma(noun)) && !self.is_medium(noun);
        // "briefed him on material *he had not shared*": a clause with a gap.
        let about = |word: usize| matches!(self.text(word), "on" | "about");
        let about = noun > given.cue + 1 && tokens.child(noun, &[Relation::Case]).is_some_and(about);
        claim || about && !given.announced
    }

    /// Whether the clause tells of the object of its cue, or of what the source says it in, whatever the tagger makes of its verb.
    fn tells_of_object(&self, given: &Given) -> bool {
        let tokens = self.tokens();
        let Given { head, start, cue, subject, announced, .. } = *given;
        let hearer = self.takes(cue, Takes::Told) || self.takes(cue, Takes::Bidding);
        let object = given.object && !hearer;
        // "confirmed the plan in a court *led* by Ode"
        let led = !subject && !announced && self.is_finite(head);
        // "proposed a plan Monday *that she said would* help"
        let said = self.is_finite(head + 1) && !self.uses(head).is_empty();
        // "wrote in an account *published* Friday that"
        let medium = head > cue + 1 && start == head && !subject && self.stands_in(head);
        // "testified *in files unsealed* Tuesday"
        let files = head > cue + 1
            && !subject
            && !announced
            && tokens.upos(start) == Upos::Adp
            && matches!(tokens.xpos(head), "VBN" | "VBD");
        // "advised Ode, *and* Lee *advised* the others": the next clause, without its subject.
        let joined = |word: usize| self.text(word) == "," && tokens.upos(word + 1) == Upos::Cconj;
        let next = hearer
            && !subject
            && !announced
            && start == head
            && self.is_finite(head)
            && (cue + 1..start).any(joined);
        object && (led || said) || medium || files || next
    }

    /// Whether the clause goes on with a sentence that the cue is put into: "The talks, he said, *had failed*".
    fn is_rest_of_sentence(&self, given: &Given) -> bool {
        let tokens = self.tokens();
        let Given { head, start, cue, bounds, .. } = *given;
        let before = start.saturating_sub(1);
        let comma = before > cue && self.text(before) == ",";
        let failed = comma && !given.subject && !given.announced;
        // "It was a speech, critics said, *that had* everything"
        let border = |word: usize| word > bounds.start && self.text(word - 1) == ",";
        let beside = before == cue + 1 || before == cue + 2 && tokens.upos(cue + 1) == Upos::Adv;
        let speech = comma
            && beside
            && tokens
                .children(cue)
                .any(|child| tokens.is_subject(child) && border(tokens.subtree(child).start));
        // "His aim, he said in a book, *was to help*", "The suits, he said repeatedly, *should fail*"
        let placed = start == cue + 1
            && matches!(tokens.upos(start), Upos::Adp | Upos::Adv)
            && (start..head).any(|word| self.text(word) == "," && self.is_finite(word + 1));
        failed || speech || placed
    }

    /// Whether the clause of `head` behind the verb at `at` has no pronoun and is about its object: "reveals *the damage Ode left*
    /// behind". Verbs that have only clauses have no object.
    pub(super) fn is_of_object(&self, head: usize, at: usize) -> bool {
        let tokens = self.tokens();
        let mut subjects = tokens.children(head).filter(|&child| tokens.is_subject(child) && child < head);
        let clausal = self.takes(at, Takes::Told) || self.takes(at, Takes::Rest);
        let object = tokens.head(head).filter(|&noun| noun > at && tokens.head(noun) == Some(at));
        let about = tokens.relation(head) == Relation::AclRelcl
            && object.is_some_and(|object| tokens.relation(object) == Relation::Obj);
        if about && !clausal {
            return true;
        }
        let Some((first, second)) = subjects.next().zip(subjects.next()) else { return false };
        let noun = tokens.upos(first) == Upos::Noun && self.referents.time(first).is_none();
        let somebody = tokens.upos(second) == Upos::Propn || tokens.xpos(second) == "PRP";
        let beside = first > at && tokens.subtree(second).start == first + 1;
        noun && somebody && beside && !clausal
    }
}
