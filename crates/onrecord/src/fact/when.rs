//! When a fact was: the time that modifies its predicate, else that of the clause that the predicate stands in.

use std::ops::Range;

use super::scene::Scene;
use crate::document::{EntityKind, Id, Quantity, QuantityLabel, Time, TimeKind};
use crate::syntax::clause::is_verb;
use crate::syntax::{Relation, Upos};

/// Words from a happening within which its time stands.
const NEAR: usize = 16;

/// Words from a predicate within which the times of its clause stand.
const REACH: usize = 40;

/// Arcs that are followed from a word up to its clause.
const DEPTH: usize = 8;

/// Nouns that stand within one another until the happening that a predicate stands beside.
const HOSTS: usize = 3;

/// Words by which a stretch of time says when it was.
const ANCHORS: [&str; 6] = ["past", "last", "coming", "next", "previous", "recent"];

/// The time that is said of the noun at `word` itself: an office, a name or a party lasts longer than what is told of it.
pub(super) fn lasting(scene: &Scene, word: usize) -> Option<Id<Time>> {
    own(scene, word).or_else(|| told(scene, word))
}

/// The time of the predicate at `word`.
pub(super) fn of(scene: &Scene, word: usize) -> Option<Id<Time>> {
    let tokens = scene.referents.tokens();
    let noun = matches!(tokens.upos(word), Upos::Noun | Upos::Propn);
    // "said *on Monday* that it had signed": the day is that of the saying.
    let said = tokens.relation(word) == Relation::Ccomp;
    // "has traded since 1974 *and is* a member": what somebody is has a time of its own.
    let joined = tokens.relation(word) == Relation::Conj && tokens.child(word, &[Relation::Cop]).is_some();
    let said = said || joined;
    let above = || {
        let head = tokens.head(word).filter(|_| !said)?;
        own(scene, head).filter(|&id| !is_of_first(scene, word, head, id))
    };
    let dated = || around(scene, clause(scene, word)).filter(|&id| !is_moment(scene, id));
    own(scene, word)
        .map(|id| if is_moment(scene, id) { dated().unwrap_or(id) } else { id })
        .or_else(|| if noun { told(scene, word) } else { None })
        .or_else(|| ahead(scene, clause(scene, word)))
        .or_else(|| if is_apart(scene, word) { dated() } else { None })
        .or_else(above)
        .or_else(|| around(scene, clause(scene, word)))
        .or_else(|| below(scene, clause(scene, word)))
        .or_else(|| below(scene, purpose(scene, word)?))
}

/// Whether the time is that of the clause before alone, which the predicate at `word` is joined to with a subject of its own:
/// "gave aid *in 2019*, and Oman will lend".
fn is_of_first(scene: &Scene, word: usize, first: usize, id: Id<Time>) -> bool {
    let tokens = scene.referents.tokens();
    let joined = tokens.relation(word) == Relation::Conj
        && tokens.child(word, &[Relation::Nsubj, Relation::NsubjPass]).is_some();
    joined && scene.referents.words_of(scene.referents.named.times[id].span).start > first
}

/// Whether the clause of the predicate only stands beside another one, so that its own times come first, wherever they hang:
/// "*Now* it is clear: in the past century they had *destroyed* it twice".
fn is_apart(scene: &Scene, word: usize) -> bool {
    let tokens = scene.referents.tokens();
    tokens.relation(word) == Relation::Parataxis
        && tokens.child(word, &[Relation::Nsubj, Relation::NsubjPass]).is_some()
}

/// The verb that an infinitive says what for, which has its condition: "were sent *to destroy* them if it does not stop within
/// two days".
fn purpose(scene: &Scene, word: usize) -> Option<usize> {
    let tokens = scene.referents.tokens();
    let infinitive = tokens.relation(word) == Relation::Advcl && scene.clauses.is_infinitive(word);
    tokens.head(word).filter(|_| infinitive)
}

/// The time of a figure at `word`: as [`of`], but how long something lasts elsewhere in the clause says nothing of a figure.
pub(super) fn of_figure(scene: &Scene, word: usize) -> Option<Id<Time>> {
    let near = own(scene, word)
        .or_else(|| ahead(scene, clause(scene, word)))
        .or_else(|| scene.referents.tokens().head(word).and_then(|head| own(scene, head)))
        .or_else(|| {
            // "Profit *for 2023* came in at 6 billion"
            let subject = [Relation::Nsubj, Relation::NsubjPass];
            let subject = scene.referents.tokens().child(clause(scene, word), &subject)?;
            own(scene, subject).filter(|&id| scene.referents.named.times[id].kind == TimeKind::Date)
        });
    let dated = |id: &Id<Time>| scene.referents.named.times[*id].kind != TimeKind::Duration;
    near.or_else(|| of(scene, word).filter(dated))
}

/// The date that stands right behind what ends before word `at`, after one of the prepositions: "3.5 billion *in 2024*".
pub(super) fn behind(scene: &Scene, at: usize, prepositions: &[&str]) -> Option<Id<Time>> {
    let inside = at + 1 < scene.referents.tokens().len() && prepositions.contains(&scene.referents.text(at));
    let id = Some(at + 1).filter(|_| inside).and_then(|at| when(scene, at))?;
    (scene.referents.named.times[id].kind == TimeKind::Date).then_some(id)
}

/// The time that stands right behind a figure which ends before word `at`: "57 percent *four years ago*", "4 billion in *2020*".
pub(super) fn beside_figure(scene: &Scene, at: usize) -> Option<Id<Time>> {
    let inside = at < scene.referents.tokens().len();
    let preposition = inside && matches!(scene.referents.text(at), "in" | "on");
    let id =
        Some(at + usize::from(preposition)).filter(|_| inside).and_then(|at| scene.referents.time(at))?;
    (scene.referents.named.times[id].kind == TimeKind::Date).then_some(id)
}

/// The time of a happening that the grammar does not give one: the next one in its sentence, or the one before it.
pub(super) fn beside(scene: &Scene, word: usize) -> Option<Id<Time>> {
    let sentence = &scene.reading().sentences[scene.reading().sentence_of(word)].tokens;
    let when = |at: usize| {
        let id = scene.referents.time(at)?;
        matches!(scene.referents.named.times[id].kind, TimeKind::Date | TimeKind::Time).then_some(id)
    };
    let behind = (word..sentence.end.min(word + NEAR)).find_map(when);
    behind.or_else(|| (sentence.start.max(word.saturating_sub(NEAR))..word).rev().find_map(when))
}

/// The time at the word: not how long ("for 27 years", "after ten years with the firm", "sentenced to ten years"), but when.
fn when(scene: &Scene, word: usize) -> Option<Id<Time>> {
    let id = scene.referents.time(word)?;
    let words = scene.referents.words_of(scene.referents.named.times[id].span);
    // "of *the past* century" ends now.
    let anchored = words.clone().take(2).any(|at| ANCHORS.contains(&scene.referents.text(at)));
    let long = !anchored && matches!(case_of(scene, words), Some("for" | "to" | "of" | "after"));
    // "*hours* after the vote", "2 million tonnes *a year*": how long before, how often.
    let time = &scene.referents.named.times[id];
    let words = scene.referents.words_of(time.span);
    let bare = words.len() == 1;
    let often = matches!(scene.referents.text(words.start), "a" | "an" | "per") && words.len() == 2;
    let when = match time.kind {
        TimeKind::Duration => !long && !bare && !often,
        TimeKind::Set => !often,
        // "a plan *for 2025–2026*" is made before.
        _ if is_planned(scene, words.clone()) => false,
        _ => !begins_talk(scene, word) && !is_compared(scene, word),
    };
    when.then_some(id)
}

/// Whether the words are one end of a stretch of time that something is for: "a plan for *2025*–*2026*".
fn is_planned(scene: &Scene, words: Range<usize>) -> bool {
    let dash =
        |at: usize| at + 1 < scene.referents.tokens().len() && matches!(scene.referents.text(at), "–" | "-");
    let first = words.start.checked_sub(2).filter(|&at| dash(at + 1) && scene.referents.time(at).is_some());
    let goes_on = dash(words.end) && scene.referents.time(words.end + 1).is_some();
    let start = first.or(goes_on.then_some(words.start)).and_then(|start| start.checked_sub(1));
    start.is_some_and(|before| scene.referents.text(before) == "for")
}

/// The preposition before the words of a time.
fn case_of<'a>(scene: &Scene<'a>, words: Range<usize>) -> Option<&'a str> {
    let case = scene.clauses.case(scene.referents.tokens().head_of(words))?;
    Some(scene.referents.text(case))
}

/// Whether the time only says since when something is a record, "the highest *since 1999*", or what it is compared with: "down
/// from 7 billion *a year earlier*".
fn is_compared(scene: &Scene, word: usize) -> bool {
    let tokens = scene.referents.tokens();
    if is_earlier(scene, word) {
        return true;
    }
    let since = scene.clauses.case(word).is_some_and(|case| scene.referents.text(case) == "since");
    let best = |at: usize| {
        let ordinal = scene.referents.quantity(at).map(|id| scene.referents.named.quantities[id].label);
        tokens.xpos(at) == "JJS" || ordinal == Some(QuantityLabel::Ordinal)
    };
    // "the first *expansion* since 1999", wherever the year hangs.
    let before = scene.clauses.case(word).and_then(|case| case.checked_sub(1)).filter(|_| since);
    let above = tokens.head(word).filter(|_| since);
    let record = |noun: usize| best(noun) || noun < word && tokens.children(noun).any(best);
    above.into_iter().chain(before).any(record)
}

/// Whether the time at `word` stands behind a figure that another one is compared with: "from 7 billion *a year earlier*".
fn is_earlier(scene: &Scene, word: usize) -> bool {
    let Some(id) = scene.referents.time(word) else { return false };
    let words = scene.referents.words_of(scene.referents.named.times[id].span);
    let earlier = words
        .clone()
        .next_back()
        .is_some_and(|last| matches!(scene.referents.text(last), "earlier" | "ago" | "before"));
    let figure = words.start.checked_sub(1).and_then(|before| scene.referents.quantity(before));
    let from = |id: Id<Quantity>| {
        let first = scene.referents.words_of(scene.referents.named.quantities[id].span).start;
        first
            .checked_sub(1)
            .is_some_and(|case| matches!(scene.referents.text(case), "from" | "than" | "with" | "to"))
    };
    earlier && figure.is_some_and(from)
}

/// Whether the time at `word` only begins what somebody says: "*Now*, Germany had destroyed Russia twice".
fn begins_talk(scene: &Scene, word: usize) -> bool {
    let text = |at: usize| scene.referents.text(at);
    word + 1 < scene.referents.tokens().len() && text(word) == "Now" && text(word + 1) == ","
}

/// The time that stands before the clause of the predicate at `verb` and a comma, wherever it hangs: "imagine, back *in
/// 1990*, the share was 2 percent".
fn ahead(scene: &Scene, verb: usize) -> Option<Id<Time>> {
    let tokens = scene.referents.tokens();
    let comma = |at: usize| scene.referents.text(at) == ",";
    let words = tokens.subtree(verb);
    let start = words.start + usize::from(comma(words.start) && words.len() > 1);
    let before = start.checked_sub(2).filter(|_| comma(start - 1))?;
    // "*Founded in 2009*, the company is the largest": then it was founded.
    let participle = |at: usize| at < before && tokens.xpos(at) == "VBN";
    if tokens.head(before).is_some_and(participle) {
        return None;
    }
    // "gave aid *in 2019*, and Oman will lend": what the clause before ends with is its own.
    let joined = tokens.relation(verb) == Relation::Conj;
    if joined && tokens.head(verb).is_some_and(|first| first < before) {
        return None;
    }
    let first = scene.reading().sentences[scene.reading().sentence_of(verb)].tokens.start;
    (before >= first).then(|| when(scene, before)).flatten()
}

/// The time that hangs on the word itself.
fn own(scene: &Scene, word: usize) -> Option<Id<Time>> {
    let tokens = scene.referents.tokens();
    let times =
        [Relation::Obl, Relation::OblUnmarked, Relation::Advmod, Relation::Nmod, Relation::NmodUnmarked];
    let below = tokens.children(word).filter(|&child| times.contains(&tokens.relation(child)));
    let mut found = below.filter_map(|child| when(scene, child));
    let first = found.next()?;
    let mut dated = || found.find(|&id| !is_moment(scene, id));
    Some(if is_moment(scene, first) { dated().unwrap_or(first) } else { first })
}

/// Whether a time is that of speaking: "*Now* they had met twice in the last year". A date of the clause tells more.
fn is_moment(scene: &Scene, id: Id<Time>) -> bool {
    scene.referents.named.times[id].value.ends_with("_REF")
}

/// The time of a clause that says on what condition or when the predicate at `verb` holds ("if they do not stop *within two
/// days*"), or of the happening that it stands beside: "met at the summit held *in June*".
fn below(scene: &Scene, verb: usize) -> Option<Id<Time>> {
    let tokens = scene.referents.tokens();
    let marked = |&child: &usize| {
        let mark = tokens.child(child, &[Relation::Mark]).map(|mark| scene.referents.text(mark));
        // "held talks at the summit *held in June*" has the second verb depend on the first for a parser.
        let behind_noun = || child > 0 && matches!(tokens.upos(child - 1), Upos::Noun | Upos::Propn);
        match (tokens.relation(child), tokens.xpos(child)) {
            (Relation::Xcomp, "VBN") => return true,
            (Relation::Advcl, "VBN" | "VBD") if mark.is_none() && child > verb && behind_noun() => {
                return true;
            }
            _ => {}
        }
        let at = tokens.relation(child) == Relation::Advcl;
        at && matches!(mark, Some("if" | "If" | "unless" | "Unless" | "when" | "When" | "once" | "as" | "As"))
    };
    let dated = |child: usize| own(scene, child).or_else(|| around(scene, child));
    let beside = |&child: &usize| {
        let case = scene.clauses.case(child).map(|case| scene.referents.text(case));
        let phrase = [Relation::Obl, Relation::Nmod].contains(&tokens.relation(child));
        phrase && matches!(case, Some("at" | "on" | "during" | "in"))
    };
    tokens.children(verb).filter(marked).find_map(dated).or_else(|| {
        let mut nouns: Vec<usize> = std::iter::once(verb).chain(tokens.children(verb)).collect();
        for _ in 0..HOSTS {
            nouns = nouns
                .into_iter()
                .flat_map(|at| tokens.children(at))
                .filter(|at| !is_verb(tokens, *at))
                .collect();
            let held = nouns.iter().filter(|at| beside(at)).flat_map(|&at| below_noun(scene, at));
            if let Some(id) = held.min_by_key(|id| scene.referents.named.times[*id].span.start()) {
                return Some(id);
            }
        }
        None
    })
}

/// The times of what participles say of the noun or of what it is of: "on the sidelines of the summit *held there in June*".
fn below_noun(scene: &Scene, noun: usize) -> Vec<Id<Time>> {
    let tokens = scene.referents.tokens();
    let of = |&child: &usize| {
        tokens.relation(child) == Relation::Nmod
            && scene.clauses.case(child).is_some_and(|case| scene.referents.text(case) == "of")
    };
    let nouns = std::iter::once(noun).chain(tokens.children(noun).filter(of));
    let participle = |&child: &usize| tokens.relation(child) == Relation::Acl && tokens.xpos(child) == "VBN";
    let said = nouns.flat_map(|at| tokens.children(at).filter(participle));
    said.filter_map(|verb| own(scene, verb).or_else(|| around(scene, verb))).collect()
}

/// The time of what is said of a noun: "the exhibition, which is expected to be held *in November*".
fn told(scene: &Scene, noun: usize) -> Option<Id<Time>> {
    let tokens = scene.referents.tokens();
    let said = |at: usize| {
        let said = [Relation::Acl, Relation::AclRelcl, Relation::Xcomp];
        // "*founded in 2009*, the company" stands before what it says nothing more of.
        // "a writer *born in 1958*" has not written since then.
        let lives = |child: usize| matches!(tokens.lemma(child), "bear" | "born");
        let behind = tokens.children(at).filter(move |&child| child > at && !lives(child));
        behind.filter(move |&child| said.contains(&tokens.relation(child)))
    };
    let mut verbs = said(noun).chain(scene.clauses.relative(noun));
    verbs.find_map(|verb| own(scene, verb).or_else(|| said(verb).find_map(|verb| own(scene, verb))))
}

/// The predicate of the clause that the word stands in: itself if it is a verb. An infinitive that says what a noun is for
/// is no clause of its own: "denied visas *to enter* the country until Monday".
pub(super) fn clause(scene: &Scene, word: usize) -> usize {
    let tokens = scene.referents.tokens();
    let mut at = word;
    for _ in 0..DEPTH {
        let whole = is_verb(tokens, at) || tokens.child(at, &[Relation::Cop]).is_some();
        if whole && !(tokens.relation(at) == Relation::Acl && scene.clauses.is_infinitive(at)) {
            break;
        }
        let Some(head) = tokens.head(at) else { break };
        at = head;
    }
    at
}

/// Whether the time at the word is told of somebody or something in passing, and not of the predicate at `verb`: "Ann Lee, minister
/// *since 2020*, visited Oman", "Kenya's president *from 2002 to 2013*, Ann Lee, visited Oman".
fn is_aside(scene: &Scene, at: usize, verb: usize) -> bool {
    let tokens = scene.referents.tokens();
    let head = scene
        .referents
        .time(at)
        .map_or(at, |id| tokens.head_of(scene.referents.words_of(scene.referents.named.times[id].span)));
    let lasts = |word: usize| {
        scene.clauses.case(word).is_some_and(|case| LASTING.contains(&scene.referents.text(case)))
    };
    let aside = |word: usize| {
        let Some(above) = tokens.head(word).filter(|&above| above < word && above != verb) else {
            return false;
        };
        let mark = |at: usize| matches!(scene.referents.text(at), "," | "(" | "–" | "—");
        let start = tokens.subtree(word).start;
        let set_off = start > above && (mark(start) || mark(start - 1)) && (word != head || lasts(word));
        // A parser hangs the time of an office on who holds it, too.
        let held = |at: usize| {
            let mention = scene.referents.covering(at).map(|id| &scene.referents.named.mentions[id]);
            let person = mention.is_some_and(|mention| mention.kind == EntityKind::Person);
            person || scene.referents.office(at).is_some()
        };
        let holds = || lasts(word) && held(above) && tokens.is_subject(above);
        let noun = !is_verb(tokens, above);
        match tokens.relation(word) {
            Relation::Appos => scene.referents.time(word).is_none(),
            Relation::Nmod => noun && (set_off || holds()),
            _ => false,
        }
    };
    let mut path = std::iter::successors(Some(head), |&word| tokens.head(word)).take(DEPTH);
    path.by_ref().take_while(|&word| word != verb).any(aside)
}

/// Prepositions by which a time says how long something goes on.
const LASTING: [&str; 5] = ["since", "from", "to", "until", "till"];

/// The time nearest to the predicate at `verb` that belongs to its clause, wherever it hangs there.
fn around(scene: &Scene, verb: usize) -> Option<Id<Time>> {
    let sentence = &scene.reading().sentences[scene.reading().sentence_of(verb)].tokens;
    let near = sentence.start.max(verb.saturating_sub(REACH))..sentence.end.min(verb + REACH);
    // "the *annual* pilgrimage", "a *two-day* visit" say of what sort something is.
    let dated = |at: usize| {
        let id = when(scene, at)?;
        let tokens = scene.referents.tokens();
        let head = tokens.head_of(scene.referents.words_of(scene.referents.named.times[id].span));
        let sort = matches!(tokens.relation(head), Relation::Amod | Relation::Compound | Relation::NmodPoss);
        // "a framework *for 2024 to 2028*" is not of then.
        let plan = tokens.relation(head) == Relation::Nmod
            && scene.clauses.case(head).is_some_and(|case| scene.referents.text(case) == "for");
        let sort = sort || plan;
        (!sort).then_some(id)
    };
    let belongs = |&at: &usize| {
        at != verb && dated(at).is_some() && clause(scene, at) == verb && !is_aside(scene, at, verb)
    };
    near.filter(belongs).min_by_key(|&at| at.abs_diff(verb)).and_then(|at| when(scene, at))
}
