//! Places in an order: "one of the largest", "ranks fourth in", "the youngest member", "number two", "tops the list".

mod behind;
mod complement;
mod headless;
mod itself;

use std::ops::Range;

use super::scene::{Certainty, Scene};
use super::whose::clause_of;
use crate::document::{Arg, Fact, FactKind, Filler, Id, QuantityLabel};
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Upos};

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let tokens = scene.referents.tokens();
    (0..tokens.len())
        .filter_map(|word| {
            complement::read(scene, word)
                .or_else(|| headless::read(scene, word))
                .or_else(|| behind::read(scene, word))
                .or_else(|| itself::read(scene, word))
                .or_else(|| ordinal(scene, word))
                .or_else(|| predicate(scene, word))
                .or_else(|| among_first(scene, word))
                .or_else(|| record(scene, word))
                .or_else(|| topping(scene, word))
                .or_else(|| placing(scene, word))
        })
        .collect()
}

/// The end of the words, or the comma behind which something else is told: "the largest investor, *followed by Oman*", "fourth of
/// ten banks, *up two places*".
fn before_aside(scene: &Scene, words: Range<usize>) -> usize {
    let tokens = scene.referents.tokens();
    let told = |at: usize| matches!(tokens.upos(at), Upos::Verb | Upos::Adv | Upos::Adp);
    let aside = |&at: &usize| scene.referents.text(at) == "," && at + 1 < words.end && told(at + 1);
    words.clone().find(aside).unwrap_or(words.end)
}

/// The value of an ordinal at the word.
fn ordinal_value(scene: &Scene, word: usize) -> Option<String> {
    let id = scene.referents.quantity(word)?;
    let quantity = &scene.referents.named.quantities[id];
    (quantity.label == QuantityLabel::Ordinal).then(|| quantity.value.clone()).flatten()
}

/// "ranks first in the number of patents": a verb of order with its place.
fn ordinal(scene: &Scene, verb: usize) -> Option<Fact> {
    let referents = scene.referents;
    let tokens = referents.tokens();
    let orders = scene.clauses.is_listed(verb, &scene.clauses.governors.ranking);
    if !orders || tokens.upos(verb) != Upos::Verb || scene.is_asked(verb) {
        return None;
    }
    let place = tokens
        .children(verb)
        .filter(|&child| child > verb)
        .find(|&child| ordinal_value(scene, child).is_some());
    // "ranks *fourth* in terms of": what stands right behind the verb is its place, whatever it hangs on.
    let end = scene.reading().sentences[scene.reading().sentence_of(verb)].tokens.end;
    let next = Some(verb + 1).filter(|&next| next < end && ordinal_value(scene, next).is_some());
    let place = place.or(next)?;
    let clause = scene.clauses.of_verb(verb);
    // "The index ranked *Kenya* 19th": of whom somebody else says it.
    let whom = clause.filler(Function::Object).filter(|&whom| verb < whom && whom < place);
    let subject = whom.or_else(|| scene.clauses.told_of(&clause))?;
    let scope = clause.fillers.iter().find_map(|&(function, word)| match function {
        Function::Preposition(_) if word > place => Some(word),
        _ => None,
    });
    // "tenth *out of 180 countries*" hangs on the place for some.
    let below = |&child: &usize| child > place && scene.clauses.case(child).is_some();
    let scope = scope.or_else(|| tokens.children(place).find(below));
    let rank: Id<_> = referents.quantity(place)?;
    let value = ordinal_value(scene, place)?;
    let span = referents.named.quantities[rank].span;
    let mut args = vec![
        scene.phrase("subject", subject),
        Arg { role: "rank", span, filler: Filler::Value { value, unit: None } },
    ];
    if let Some(word) = scope {
        let words = referents.phrase(word);
        args.push(scene.text("scope", words.start..before_aside(scene, word..words.end)));
    }
    let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
    Some(scene.fact(FactKind::Ranking, "ranking/verb", verb, certainty, args))
}

/// "is *19th* in the ranking", "is *second* only to Nigeria": a place that is said without a noun.
fn predicate(scene: &Scene, word: usize) -> Option<Fact> {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    let value = ordinal_value(scene, word)?;
    let among = word + 1 < tokens.len()
        && matches!(referents.text(word + 1), "in" | "among" | "on" | "out" | "of" | "only" | "behind");
    // "is *the* second in a row" counts what follows on each other.
    let counts = tokens.child(word, &[Relation::Det]).is_some();
    tokens.child(word, &[Relation::Cop]).filter(|_| among && !counts && !scene.is_asked(word))?;
    let clause = scene.clauses.of_verb(word);
    let subject = clause.filler(Function::Subject)?;
    let named = tokens.upos(subject) != Upos::Pron || referents.entity(subject).is_some();
    let scope = clause.fillers.iter().find_map(|&(function, at)| match function {
        Function::Preposition(_) if at > word && referents.time(at).is_none() => Some(at),
        _ => None,
    });
    let scope = scope.filter(|_| named)?;
    let words = referents.phrase(scope);
    let rank = Arg { role: "rank", span: tokens.span(word), filler: Filler::Value { value, unit: None } };
    let scope = scene.text("scope", words.start..before_aside(scene, scope..words.end));
    let args = vec![scene.phrase("subject", subject), rank, scope];
    let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
    Some(scene.fact(FactKind::Ranking, "ranking/verb", word, certainty, args))
}

/// "was *among the first* to help"
fn among_first(scene: &Scene, word: usize) -> Option<Fact> {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    ordinal_value(scene, word).filter(|value| value == "1")?;
    let article = word.checked_sub(1).filter(|&at| referents.text(at) == "the")?;
    let among = article.checked_sub(1).filter(|&at| matches!(referents.text(at), "among" | "amongst"))?;
    let said = tokens.child(word, &[Relation::Cop]).is_some() && !scene.is_asked(word);
    let clause = scene.clauses.of_verb(word);
    let subject = clause.filler(Function::Subject).filter(|_| said)?;
    let named = tokens.upos(subject) != Upos::Pron || referents.entity(subject).is_some();
    let end = before_aside(scene, word..tokens.subtree(word).end);
    let mut words = (word + 1..end).rev().filter(|&at| tokens.upos(at) != Upos::Punct);
    let end = words.next().filter(|_| named)? + 1;
    let rank = Arg { role: "rank", span: tokens.cover(among..word + 1), filler: Filler::Text };
    let args = vec![scene.phrase("subject", subject), rank, scene.text("scope", word + 1..end)];
    let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
    Some(scene.fact(FactKind::Ranking, "ranking/verb", word, certainty, args))
}

/// "posted *a record* profit of $3 billion", "stood at *a record* $44 billion": a figure that was never so high or low.
fn record(scene: &Scene, word: usize) -> Option<Fact> {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    let article =
        word.checked_sub(1).filter(|&at| referents.text(at) == "a" && referents.text(word) == "record")?;
    let inside = [Relation::Amod, Relation::Compound];
    let noun = tokens.head(word).filter(|&noun| noun > word && inside.contains(&tokens.relation(word)));
    let end = noun.map_or(word + 1, |noun| tokens.subtree(noun).end).max(word + 2).min(tokens.len());
    // "a record label" has no figure.
    let figure = (word + 1..end).any(|at| referents.quantity(at).is_some());
    let verb = clause_of(scene, noun.unwrap_or(article)).filter(|&verb| verb < word && figure)?;
    let clause = scene.clauses.of_verb(verb);
    let subject = scene.clauses.told_of(&clause).filter(|_| !scene.is_asked(verb))?;
    let named = tokens.upos(subject) != Upos::Pron || referents.entity(subject).is_some();
    let filler = Filler::Value { value: "1".to_owned(), unit: None };
    let rank = Arg { role: "rank", span: tokens.span(word), filler };
    let words =
        noun.filter(|&noun| referents.quantity(noun).is_none()).map_or(word..word + 1, |noun| word..noun + 1);
    let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
    let args = vec![scene.phrase("subject", subject), rank, scene.text("scope", words)];
    named.then(|| scene.fact(FactKind::Ranking, "ranking/record", word, certainty, args))
}

/// "tops the list of exporters": who is the first in an order.
fn topping(scene: &Scene, verb: usize) -> Option<Fact> {
    let (tokens, governors) = (scene.referents.tokens(), &scene.clauses.governors);
    let first = scene.clauses.is_listed(verb, &governors.topping) && tokens.upos(verb) == Upos::Verb;
    if !first || scene.is_asked(verb) {
        return None;
    }
    let clause = scene.clauses.of_verb(verb);
    let (subject, order) = (clause.filler(Function::Subject)?, clause.filler(Function::Object)?);
    let filler = Filler::Value { value: "1".to_owned(), unit: None };
    let rank = Arg { role: "rank", span: tokens.span(verb), filler };
    let args = vec![scene.phrase("subject", subject), rank, scene.phrase("scope", order)];
    let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
    // "a list led by Ann Lee" is no order of anybody.
    let known = tokens.child(order, &[Relation::Det]).is_some_and(|det| scene.referents.text(det) == "the");
    let ordered = scene.clauses.is_listed(order, &governors.orders) && order > verb && known;
    ordered.then(|| scene.fact(FactKind::Ranking, "ranking/verb", verb, certainty, args))
}

/// "rose *to second place* in the index", "climbed *to number 3*": the place that a verb of moving ends at.
fn placing(scene: &Scene, verb: usize) -> Option<Fact> {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    let governors = &scene.clauses.governors;
    let moves = [&governors.placing, &governors.rising, &governors.falling]
        .into_iter()
        .any(|list| scene.clauses.is_listed(verb, list));
    if !moves || tokens.upos(verb) != Upos::Verb || scene.is_asked(verb) {
        return None;
    }
    let clause = scene.clauses.of_verb(verb);
    let subject = scene.clauses.told_of(&clause)?;
    let behind = |wanted: &[&str]| {
        clause.fillers.iter().find_map(|&(function, word)| match function {
            Function::Preposition(case) if wanted.contains(&referents.text(case)) => Some((case, word)),
            _ => None,
        })
    };
    let (case, place) = behind(&["to", "into"])?;
    let ordinal = || {
        let spot = matches!(tokens.lemma(place), "place" | "position" | "spot" | "rank");
        let before =
            tokens.children(place).filter(|_| spot).find(|&child| ordinal_value(scene, child).is_some());
        let at = before.or_else(|| Some(place).filter(|&at| ordinal_value(scene, at).is_some()))?;
        Some((at..at + 1, ordinal_value(scene, at)?))
    };
    let numbered = || Some((place..place + 2, complement::numbered(scene, place)?));
    let (words, value) = ordinal().or_else(numbered)?;
    let rank = Arg { role: "rank", span: tokens.cover(words), filler: Filler::Value { value, unit: None } };
    let mut args = vec![scene.phrase("subject", subject), rank];
    if let Some((_, scope)) = behind(&["in", "on", "of", "among"]).filter(|&(at, _)| at > case) {
        let words = referents.phrase(scope);
        args.push(scene.text("scope", words.start..before_aside(scene, words)));
    }
    let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
    Some(scene.fact(FactKind::Ranking, "ranking/verb", verb, certainty, args))
}
