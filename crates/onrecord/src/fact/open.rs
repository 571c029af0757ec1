//! Open relations: every clause as who, what, whom, in the words of the text.
//!
//! A tuple is read off the surface of a clause, not off a frame: the verb with its auxiliaries, particle and the
//! preposition that follows it is the predicate, its subject stands before it, the first phrase behind it is the object,
//! every other phrase one more complement (Banko and others 2007; the principles of atomic, complete tuples are those of
//! Bhardwaj, Aggarwal & Mausam 2019). A verb without a subject of its own has that of the clause it hangs on, as the
//! clause reader puts it back. Coordinations are split into one tuple a member. Appositions say what something `be`.

mod noun;

use super::scene::{Certainty, Scene};
use crate::document::{Arg, Fact, FactKind, Filler};
use crate::syntax::clause::{Function, is_verb};
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// Measured with the development sentences of `CaRB`, in percent: a clause with a subject of its own, one whose subject is put
/// back, one without an object, a participle of a passive, one that stands loose, any other participle, a clause without
/// arguments.
const OWN: u8 = 70;
const SHARED: u8 = 68;
const BARE: u8 = 57;
const PASSIVE: u8 = 60;
const LOOSE: u8 = 44;
const PARTICIPLE: u8 = 42;
const LONE: u8 = 7;

/// What a clause loses that another one embeds: reported, conditional, restrictive.
const EMBEDDED: u8 = 12;
const EMBEDDED_SHARED: u8 = 23;

/// Members of a coordination that are taken apart.
const MEMBERS: usize = 12;

/// Clauses that a subject is looked for up to.
const DEPTH: usize = 4;

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let tokens = scene.referents.tokens();
    (0..tokens.len())
        .flat_map(|word| clause(scene, word).into_iter().chain(noun::read(scene, word)))
        .collect()
}

/// The words of a tuple.
struct Tuple {
    subject: Range<usize>,
    predicate: Range<usize>,
    objects: Vec<Range<usize>>,
    complements: Vec<Range<usize>>,
    confidence: u8,
    /// The predicate that no word of the text says.
    known: Option<&'static str>,
}

/// The tuples of the clause whose predicate is at `word`, if one is.
fn clause(scene: &Scene, word: usize) -> Vec<Fact> {
    let tokens = scene.referents.tokens();
    let copula = tokens.child(word, &[Relation::Cop]);
    let verb = is_verb(tokens, word) && copula.is_none();
    // An infinitive belongs to the predicate above it, a participle before its noun is an adjective.
    let part = matches!(
        tokens.relation(word),
        Relation::Xcomp | Relation::Amod | Relation::Compound | Relation::Fixed
    );
    if !(verb || copula.is_some()) || part && !apart(scene, word) {
        return Vec::new();
    }
    let Some((mut subjects, own)) = subjects(scene, word).or_else(|| put_back(scene, word)) else {
        return Vec::new();
    };
    // What modifies a noun is not part of it: "tanks *founded in 2005*".
    let clause = tokens.subtree(word).start;
    for subject in subjects.iter_mut().filter(|subject| subject.start < clause && subject.end > clause) {
        subject.end = clause;
        while subject.len() > 1 && matches!(tokens.upos(subject.end - 1), Upos::Punct | Upos::Cconj) {
            subject.end -= 1;
        }
    }
    let predicate = predicate(scene, word, copula);
    let after = predicate.end;
    let mut phrases: Vec<(usize, Range<usize>)> = Vec::new();
    let heads = links(scene, word, predicate.clone());
    for &head in &heads {
        for child in tokens.children(head) {
            if heads.contains(&child) || !is_argument(scene, word, head, child) {
                continue;
            }
            phrases.push((child, words(scene, child)));
        }
    }
    if copula.is_some() && !predicate.contains(&word) {
        phrases.push((word, complement(scene, word)));
    }
    phrases.extend(shared(scene, word));
    // "the agreement *which they signed*": the noun that the clause hangs on is its object.
    let gap = gap(scene, word);
    if gap.is_some() {
        phrases.retain(|&(head, _)| !matches!(tokens.xpos(head), "WP" | "WDT"));
    }
    phrases.retain(|(_, words)| words.end <= predicate.start || words.start >= predicate.end);
    phrases.sort_by_key(|(_, words)| words.start);
    // The object is what follows the predicate first; its preposition joins the predicate.
    let first = phrases.iter().position(|(_, words)| words.start >= after && gap.is_none());
    let mut tuple = Tuple {
        subject: 0..0,
        predicate,
        objects: gap.into_iter().collect(),
        complements: Vec::new(),
        confidence: if own { OWN } else { SHARED },
        known: None,
    };
    for (row, (head, words)) in phrases.into_iter().enumerate() {
        if Some(row) != first {
            tuple.complements.push(words);
            continue;
        }
        let case =
            scene.clauses.case(head).filter(|&case| case == words.start && case == tuple.predicate.end);
        let mark = tokens
            .child(head, &[Relation::Mark])
            .filter(|&mark| mark == words.start && mark == tuple.predicate.end);
        let object = match case.or(mark).filter(|&small| small + 1 < words.end) {
            Some(small) => {
                tuple.predicate.end = small + 1;
                small + 1..words.end
            }
            None => words,
        };
        tuple.objects = members(scene, head, object);
    }
    if tuple.objects.is_empty() && tuple.complements.is_empty() {
        tuple.objects.extend(told(scene, word));
    }
    if tuple.objects.is_empty() {
        tuple.confidence = if tuple.complements.is_empty() { LONE } else { BARE };
        if tuple.complements.is_empty() && tuple.predicate.len() < 2 && !own {
            return Vec::new();
        }
    }
    let gerund =
        tokens.xpos(word) == "VBG" && matches!(tokens.relation(word), Relation::Advcl | Relation::Acl);
    if gerund && tokens.child(word, &[Relation::Mark]).is_some() || tokens.xpos(word) == "VB" && !own {
        tuple.confidence = LOOSE;
    }
    let embedded = [Relation::Ccomp, Relation::AclRelcl, Relation::Acl, Relation::Advcl];
    if tokens.xpos(word) == "VBG" && !own && tokens.child(word, &[Relation::Aux]).is_none() {
        tuple.confidence = tuple.confidence.min(PARTICIPLE);
    }
    if embedded.contains(&tokens.relation(word)) && [OWN, SHARED].contains(&tuple.confidence) {
        tuple.confidence -= if own { EMBEDDED } else { EMBEDDED_SHARED };
    }
    let clause = scene.clauses.of_verb(word);
    let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
    let mut facts = Vec::new();
    for subject in subjects {
        tuple.subject = subject;
        facts.extend(made(scene, word, certainty, &tuple));
    }
    facts
}

/// The noun of a relative clause that has a subject of its own and no object, as far as the clause.
fn gap(scene: &Scene, word: usize) -> Option<Range<usize>> {
    let tokens = scene.referents.tokens();
    let noun = tokens.head(word).filter(|_| tokens.relation(word) == Relation::AclRelcl)?;
    let subject = tokens.child(word, &[Relation::Nsubj])?;
    let object = tokens.child(word, &[Relation::Obj]).filter(|&at| !matches!(tokens.xpos(at), "WP" | "WDT"));
    let other = tokens.child(word, &[Relation::Ccomp, Relation::Xcomp, Relation::Cop]);
    let own = noun < subject && !matches!(tokens.xpos(subject), "WP" | "WDT") && object.is_none();
    let clause = tokens.subtree(word).start;
    let mut words = scene.referents.phrase(noun);
    words.end = words.end.min(clause).max(noun + 1);
    (own && other.is_none() && scene.referents.time(noun).is_none()).then_some(words)
}

/// Whether the verb, though an infinitive or an attribute by its arc, stands apart from what it hangs on: it has a
/// subject or an object between.
fn apart(scene: &Scene, word: usize) -> bool {
    let tokens = scene.referents.tokens();
    tokens.relation(word) == Relation::Xcomp
        && tokens.child(word, &[Relation::Nsubj, Relation::NsubjPass]).is_some()
}

/// The verbs that share the predicate of `word`: itself and the infinitives that follow it without a break.
fn links(scene: &Scene, word: usize, predicate: Range<usize>) -> Vec<usize> {
    let tokens = scene.referents.tokens();
    let mut heads = vec![word];
    let mut at = word;
    while let Some(next) =
        tokens.child(at, &[Relation::Xcomp]).filter(|next| predicate.contains(next) && is_verb(tokens, *next))
    {
        heads.push(next);
        at = next;
    }
    heads
}

/// The words of the predicate: auxiliaries, what stands between them and the verb, the verb, its particle, and the
/// infinitives that follow.
fn predicate(scene: &Scene, word: usize, copula: Option<usize>) -> Range<usize> {
    let tokens = scene.referents.tokens();
    let small = |&child: &usize| {
        matches!(tokens.relation(child), Relation::Aux | Relation::AuxPass | Relation::Advmod | Relation::Cop)
    };
    let anchor = copula.unwrap_or(word);
    let mut start = anchor;
    for child in tokens.children(word).rev().filter(|&child| child < anchor) {
        // What stands in the way ends the predicate: "Did the sides sign".
        if !small(&child) || tokens.subtree(child).end != start || tokens.subtree(child).len() > 2 {
            break;
        }
        start = tokens.subtree(child).start;
    }
    let mut end = anchor + 1;
    if copula.is_some() {
        // "is also famous for": an adjective is the predicate, a noun is what the subject is.
        let negated =
            tokens.children(word).find(|&child| child == end && tokens.relation(child) == Relation::Advmod);
        if let Some(not) = negated.filter(|&not| tokens.lemma(not) == "not") {
            end = not + 1;
        }
        // "is famous for": the adjective is part of the predicate where something follows it.
        let adjective = matches!(tokens.upos(word), Upos::Adj) || is_verb(tokens, word);
        let follows = tokens.children(word).any(|child| {
            child > word
                && matches!(tokens.relation(child), Relation::Obl | Relation::Xcomp | Relation::Ccomp)
        });
        if adjective && follows && complement(scene, word) == (end..word + 1) {
            end = word + 1;
        }
        return start..end;
    }
    let mut at = word;
    loop {
        if let Some(particle) = tokens.child(at, &[Relation::CompoundPrt]).filter(|&p| p == end) {
            end = particle + 1;
        }
        let next = tokens.child(at, &[Relation::Xcomp]).filter(|&next| is_verb(tokens, next));
        let Some(next) = next.filter(|&next| tokens.subtree(next).start == end || next == end) else { break };
        let mark = (end..next).all(|at| matches!(tokens.upos(at), Upos::Part | Upos::Aux | Upos::Adv));
        if !mark {
            break;
        }
        end = next + 1;
        at = next;
    }
    start..end
}

/// The subjects of the clause, one a member of a coordination, and whether they are its own.
fn subjects(scene: &Scene, word: usize) -> Option<(Vec<Range<usize>>, bool)> {
    let tokens = scene.referents.tokens();
    let kinds =
        [Relation::Nsubj, Relation::NsubjPass, Relation::Csubj, Relation::CsubjPass, Relation::NsubjOuter];
    if let Some(child) = tokens.child(word, &kinds) {
        // A relative pronoun stands for its noun.
        if matches!(tokens.xpos(child), "WP" | "WDT") && tokens.relation(word) == Relation::AclRelcl {
            return tokens.head(word).map(|noun| (vec![scene.referents.phrase(noun)], true));
        }
        if tokens.xpos(child) == "EX" {
            return None;
        }
        if matches!(tokens.xpos(child), "WP" | "WDT")
            && let Some(noun) = scene.clauses.noun_before(child)
        {
            return Some((vec![scene.referents.phrase(noun)], false));
        }
        return Some((members(scene, child, words(scene, child)), true));
    }
    let mut at = word;
    for _ in 0..DEPTH {
        let head = tokens.head(at)?;
        match tokens.relation(at) {
            // "…, *killing six*": done by who does the rest.
            Relation::Acl if scene.clauses.rest_of(at, head).is_some() => {
                at = scene.clauses.rest_of(at, head)?;
                if let Some(child) = tokens.child(at, &kinds) {
                    return Some((members(scene, child, words(scene, child)), false));
                }
                continue;
            }
            Relation::AclRelcl | Relation::Acl if !is_verb(tokens, head) => {
                let participle =
                    matches!(tokens.xpos(at), "VBN" | "VBG") || tokens.relation(at) == Relation::AclRelcl;
                return participle.then(|| (vec![scene.referents.phrase(head)], false));
            }
            Relation::Xcomp => {
                let object = tokens.child(head, &[Relation::Obj, Relation::Iobj]);
                if let Some(object) = object.filter(|&object| object < at) {
                    return Some((vec![words(scene, object)], false));
                }
            }
            Relation::Conj | Relation::Advcl | Relation::Parataxis => {}
            _ => return None,
        }
        if let Some(child) = tokens.child(head, &kinds) {
            if tokens.upos(child) == Upos::Pron && matches!(tokens.xpos(child), "WP" | "WDT" | "EX") {
                if tokens.relation(head) == Relation::AclRelcl {
                    return tokens.head(head).map(|noun| (vec![scene.referents.phrase(noun)], false));
                }
                return None;
            }
            return Some((members(scene, child, words(scene, child)), false));
        }
        at = head;
    }
    None
}

/// Who does the verb, or whom it is done to, as the clause reader puts it back where no arc says it.
fn put_back(scene: &Scene, word: usize) -> Option<(Vec<Range<usize>>, bool)> {
    let tokens = scene.referents.tokens();
    let verb = is_verb(tokens, word) && tokens.xpos(word) != "VB";
    let clause = verb.then(|| scene.clauses.of_verb(word))?;
    let passive = tokens.child(word, &[Relation::AuxPass]).is_some();
    let wanted = if passive { Function::Object } else { Function::Subject };
    let found: Vec<Range<usize>> = clause
        .fillers
        .iter()
        .filter(|(function, head)| *function == wanted && *head < word)
        .map(|&(_, head)| scene.referents.phrase(head))
        .collect();
    (!found.is_empty()).then_some((found, false))
}

/// What a verb of saying behind it tells: "*the plan is dead*, he said".
fn told(scene: &Scene, word: usize) -> Option<Range<usize>> {
    let tokens = scene.referents.tokens();
    let head = tokens.head(word).filter(|_| tokens.relation(word) == Relation::Parataxis)?;
    let (own, whole) = (tokens.subtree(word), tokens.subtree(head));
    let mut words = whole.start..own.start;
    while words.len() > 1 && tokens.upos(words.end - 1) == Upos::Punct {
        words.end -= 1;
    }
    (head < own.start && own.end + 1 >= whole.end).then_some(words)
}

/// What stands before the verb that `word` is joined to, and so holds for both: "*In 1717* she saw the practice and praised it".
fn shared(scene: &Scene, word: usize) -> Option<(usize, Range<usize>)> {
    let tokens = scene.referents.tokens();
    let first = tokens.head(word).filter(|_| tokens.relation(word) == Relation::Conj)?;
    let subject = tokens.child(first, &[Relation::Nsubj, Relation::NsubjPass])?;
    let own = tokens.children(word).any(|child| tokens.is_subject(child));
    let before = tokens.children(first).find(|&child| {
        child < subject && matches!(tokens.relation(child), Relation::Obl | Relation::OblUnmarked)
    });
    before.filter(|_| !own).map(|child| (child, words(scene, child)))
}

/// Whether `child` of `head` is an argument of the predicate at `word`.
fn is_argument(scene: &Scene, word: usize, head: usize, child: usize) -> bool {
    let tokens = scene.referents.tokens();
    match tokens.relation(child) {
        Relation::Obj
        | Relation::Iobj
        | Relation::Obl
        | Relation::OblAgent
        | Relation::OblUnmarked
        | Relation::Ccomp => true,
        Relation::Xcomp => child > head,
        // "by adding a potato", "until he left"
        Relation::Advcl => {
            child > head
                && !(tokens.xpos(child) == "VBG"
                    && tokens.upos(tokens.subtree(child).start) == Upos::Punct
                    && tokens.child(child, &[Relation::Mark]).is_none())
        }
        // "recently", "there": not the small words that stand in the predicate.
        Relation::Advmod => tokens.upos(child) == Upos::Adv && child > word,
        _ => false,
    }
}

/// What the subject of a copula is: the phrase without subject, copula and what belongs to the clause.
fn complement(scene: &Scene, word: usize) -> Range<usize> {
    let tokens = scene.referents.tokens();
    let whole = tokens.subtree(word);
    let clausal = |child: &usize| {
        use Relation::{Advcl, Aux, Cc, Conj, Cop, Csubj, Mark, Nsubj, NsubjOuter, Parataxis, Punct};
        let relation = tokens.relation(*child);
        [Nsubj, NsubjOuter, Csubj, Cop, Aux, Advcl, Conj, Cc, Mark, Parataxis, Punct].contains(&relation)
            || [Relation::Obl, Relation::OblUnmarked, Relation::Ccomp].contains(&relation)
            || relation == Relation::Advmod
                && *child < word
                && tokens.child(word, &[Cop]).is_some_and(|cop| *child < cop)
    };
    let (mut start, mut end) = (whole.start, whole.end);
    for child in tokens.children(word).filter(clausal) {
        if child < word {
            start = start.max(tokens.subtree(child).end);
        } else {
            end = end.min(tokens.subtree(child).start);
        }
    }
    start.min(word)..end.max(word + 1)
}

/// The words of an argument, with its preposition, without punctuation at its edges.
fn words(scene: &Scene, head: usize) -> Range<usize> {
    let tokens = scene.referents.tokens();
    let mut words = tokens.subtree(head);
    // What stands apart behind a comma is told apart.
    let apart = |&at: &usize| {
        matches!(tokens.relation(at), Relation::Appos | Relation::AclRelcl)
            && tokens.subtree(at).start > head
            && tokens.subtree(at).end >= words.end
            && (tokens.upos(tokens.subtree(at).start) == Upos::Punct
                || tokens.upos(tokens.subtree(at).start - 1) == Upos::Punct)
    };
    if let Some(at) = tokens.children(head).find(apart) {
        words.end = tokens.subtree(at).start.max(head + 1);
    }
    while words.len() > 1 && tokens.upos(words.end - 1) == Upos::Punct {
        words.end -= 1;
    }
    while words.len() > 1 && tokens.upos(words.start) == Upos::Punct {
        words.start += 1;
    }
    words
}

/// The members of a coordination, each with its own words; of a phrase without one the phrase.
fn members(scene: &Scene, head: usize, whole: Range<usize>) -> Vec<Range<usize>> {
    let tokens = scene.referents.tokens();
    let joined: Vec<usize> = tokens
        .children(head)
        .filter(|&child| {
            let one = scene.referents.covering(child);
            let name = one.is_some() && one == scene.referents.covering(head);
            tokens.relation(child) == Relation::Conj
                && whole.contains(&child)
                && !is_verb(tokens, child)
                && !name
        })
        .take(MEMBERS)
        .collect();
    let Some(&first) = joined.first() else { return vec![whole] };
    let cut = |words: Range<usize>| {
        let mut words = words;
        let small = |at: usize| matches!(tokens.upos(at), Upos::Punct | Upos::Cconj);
        while words.len() > 1 && small(words.start) {
            words.start += 1;
        }
        while words.len() > 1 && small(words.end - 1) {
            words.end -= 1;
        }
        words
    };
    let own = cut(whole.start..tokens.subtree(first).start.max(head + 1));
    std::iter::once(own).chain(joined.into_iter().map(|member| cut(tokens.subtree(member)))).collect()
}

/// The facts of a tuple, one an object.
fn made(scene: &Scene, word: usize, certainty: Certainty, tuple: &Tuple) -> Vec<Fact> {
    let none: [Option<&Range<usize>>; 1] = [None];
    let objects: Vec<Option<&Range<usize>>> = tuple.objects.iter().map(Some).collect();
    let objects = if objects.is_empty() { none.to_vec() } else { objects };
    let arg = |role, words: &Range<usize>| Arg { filler: Filler::Text, ..scene.text(role, words.clone()) };
    objects
        .into_iter()
        .map(|object| {
            let mut args = vec![arg("subject", &tuple.subject)];
            let apposed = tuple.predicate.is_empty();
            let tokens = scene.referents.tokens();
            let aux = [Relation::Aux, Relation::AuxPass, Relation::Cop];
            let bare = !apposed
                && tokens.relation(word) == Relation::Acl
                && tokens.xpos(word) == "VBN"
                && tokens.child(word, &aux).is_none();
            if !apposed && !bare {
                args.push(arg("predicate", &tuple.predicate));
            }
            args.extend(object.map(|words| arg("object", words)));
            args.extend(tuple.complements.iter().map(|words| arg("complement", words)));
            let rule = if apposed { "relation/noun" } else { "relation/clause" };
            let mut fact = scene.fact(FactKind::Relation, rule, word, certainty, args);
            fact.confidence = tuple.confidence;
            if let Some(known) = tuple.known {
                known.clone_into(&mut fact.predicate);
            } else if bare {
                let words = scene.reading().text.slice(tokens.cover(tuple.predicate.clone()));
                fact.predicate = format!("be {words}");
                fact.confidence = PASSIVE;
            }
            fact
        })
        .collect()
}
