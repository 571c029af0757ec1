//! Places in an order: "one of the largest", "ranks fourth in", "the youngest member", "number two".

use std::ops::Range;

use super::scene::{Certainty, Scene};
use crate::document::{Arg, Fact, FactKind, Filler, Id, QuantityLabel};
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Upos};

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let tokens = scene.referents.tokens();
    (0..tokens.len()).filter_map(|word| complement(scene, word).or_else(|| ordinal(scene, word))).collect()
}

/// "China is one of the largest economies in the world": a superlative or an ordinal in what the subject is.
fn complement(scene: &Scene, word: usize) -> Option<Fact> {
    let referents = scene.referents;
    let tokens = referents.tokens();
    let noun = matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Num);
    let copula = tokens.child(word, &[Relation::Cop]).is_some();
    let governors = &scene.clauses.governors;
    let becomes = tokens.head(word).is_some_and(|verb| match tokens.relation(word) {
        Relation::Xcomp => scene.clauses.is_listed(verb, &governors.becoming),
        Relation::Obj => {
            [&governors.becoming, &governors.attaining].iter().any(|list| scene.clauses.is_listed(verb, list))
        }
        _ => false,
    });
    // "BASF, the world's largest chemical company"
    let named = |&head: &usize| head < word && referents.entity(head).is_some();
    let beside = tokens.head(word).filter(named).filter(|_| tokens.relation(word) == Relation::Appos);
    // "is its largest partner and *its third-largest market*"
    let first = tokens.head(word).filter(|&head| tokens.relation(word) == Relation::Conj && head < word);
    let joined = first.is_some_and(|head| tokens.child(head, &[Relation::Cop]).is_some());
    if !noun || !(copula || becomes || joined || beside.is_some()) || scene.is_asked(word) {
        return None;
    }
    let verb = if copula { word } else { tokens.head(word)? };
    let clause = if beside.is_some() { scene.clauses.of_noun(word) } else { scene.clauses.of_verb(verb) };
    let subject = clause.fillers.iter().find(|(function, _)| *function == Function::Subject)?.1;
    if nobody(scene, subject) {
        return None;
    }
    let phrase = referents.phrase(word);
    // "one of the largest economies": the rank is said of the plural.
    let one = tokens.lemma(word) == "one";
    let noun = if one {
        tokens.children(word).find(|&child| tokens.relation(child) == Relation::Nmod)?
    } else {
        word
    };
    let mut modifiers = tokens.children(noun).filter(|&child| {
        // "*Best* is the director" is a name.
        child < noun
            && !tokens.is_subject(child)
            && (tokens.xpos(child) == "JJS"
                || tokens.upos(child) == Upos::Adj
                || tokens.upos(child) == Upos::Num
                || is_most(scene, child))
    });
    let superlative = |&child: &usize| {
        tokens.xpos(child) == "JJS"
            || tokens.lemma(child) == "top" && tokens.upos(child + 1) == Upos::Num
            || is_most(scene, child)
            || ordinal_value(scene, child).is_some()
    };
    // "the number two economy", where the parser takes the number for the noun as well.
    let before = |&child: &usize| {
        let inside = [Relation::Compound, Relation::Amod, Relation::Nummod].contains(&tokens.relation(child));
        inside && numbered(scene, child).is_some()
    };
    let own = Some(word).filter(|&word| numbered(scene, word).is_some());
    if let Some(number) = own.or_else(|| tokens.children(noun).find(before)) {
        let value = numbered(scene, number)?;
        let rank = Arg {
            role: "rank",
            span: tokens.cover(number..number + 2),
            filler: Filler::Value { value, unit: None },
        };
        let mut args = vec![scene.phrase("subject", subject), rank];
        let quoted = number + 2 < phrase.end && tokens.upos(number + 2) == Upos::Punct;
        let start = number + 2 + usize::from(quoted);
        if start < phrase.end {
            args.push(scene.text("scope", start..phrase.end));
        }
        let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
        return Some(scene.fact(FactKind::Ranking, "ranking/number", word, certainty, args));
    }
    let top = modifiers.find(superlative)?;
    // "entered the top three largest investors"
    let few = tokens.lemma(top) == "top" && tokens.upos(top + 1) == Upos::Num;
    // "the *eighth largest* exporter": its place among the largest.
    let nth = top.checked_sub(1).filter(|&at| tokens.xpos(top) == "JJS" || is_most(scene, top) && at > 0);
    let nth = nth.map(|at| if tokens.lemma(at) == "most" { at - 1 } else { at });
    let nth = nth.map(|at| if referents.text(at) == "-" { at.saturating_sub(1) } else { at });
    let nth = nth.and_then(|at| Some((at, ordinal_value(scene, at)?)));
    let place = ordinal_value(scene, top);
    if place.is_some() && beside.is_some() {
        return None;
    }
    // "held the fifth round of talks" ranks nobody, "holds the fifth place" does.
    let held = !copula && scene.lemma(verb) == "hold";
    if place.is_some() && held && !matches!(tokens.lemma(noun), "place" | "position" | "rank" | "spot") {
        return None;
    }
    // "was part of a *second* plot": one more.
    let article = tokens.child(noun, &[Relation::Det]);
    if place.is_some() && article.is_some_and(|at| tokens.lemma(at) == "a") {
        return None;
    }
    // "It was the first visit in years": the visit, not what was spoken of before.
    if place.is_some() && tokens.upos(subject) == Upos::Pron && tokens.feats(subject).contains("Gender=Neut")
    {
        return None;
    }
    let filler = match &place {
        _ if one || few => Filler::Text,
        Some(value) => Filler::Value { value: value.clone(), unit: None },
        None if nth.is_some() => {
            Filler::Value { value: nth.iter().map(|(_, value)| value.as_str()).collect(), unit: None }
        }
        None => Filler::Value { value: "1".to_owned(), unit: None },
    };
    // "the *most important* partner"
    let most = tokens.children(top).find(|&child| tokens.lemma(child) == "most");
    let from = if one { word } else { most.unwrap_or(top) };
    let words = match nth {
        Some((at, _)) if !one && !few => at..at + 1,
        _ => from.min(top)..top + 1 + usize::from(few),
    };
    let rank = Arg { role: "rank", span: tokens.cover(words), filler };
    // The superlative itself says of what kind the order is ("the largest economies"), an ordinal does not.
    let scope = match nth {
        _ if few => top + 2,
        Some((at, _)) if !one => at + 1 + usize::from(referents.text(at + 1) == "-"),
        _ => top + usize::from(one || place.is_some()),
    };
    let end = referents.phrase(noun).end.max(phrase.end);
    let end = before_aside(scene, noun..end);
    let mut args = vec![scene.phrase("subject", subject), rank];
    if scope < end {
        args.push(scene.text("scope", scope..end));
    }
    let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
    Some(scene.fact(FactKind::Ranking, "ranking/complement", word, certainty, args))
}

/// The end of the words, or the comma behind which something else is told: "the largest investor, *followed by Oman*", "fourth of
/// ten banks, *up two places*".
fn before_aside(scene: &Scene, words: Range<usize>) -> usize {
    let tokens = scene.referents.tokens();
    let told = |at: usize| matches!(tokens.upos(at), Upos::Verb | Upos::Adv | Upos::Adp);
    let aside = |&at: &usize| scene.referents.text(at) == "," && at + 1 < words.end && told(at + 1);
    words.clone().find(aside).unwrap_or(words.end)
}

/// Whether the word points at something that the text has not named: of "this is the first", nobody ranks.
fn nobody(scene: &Scene, subject: usize) -> bool {
    let pointing = matches!(scene.referents.tokens().upos(subject), Upos::Pron | Upos::Det);
    pointing && scene.referents.entity(subject).is_none()
}

/// "the most cited scholar", but "a most important partner" is only a very important one.
fn is_most(scene: &Scene, adjective: usize) -> bool {
    let tokens = scene.referents.tokens();
    let very = |most: usize| most > 0 && scene.referents.text(most - 1).eq_ignore_ascii_case("a");
    tokens.children(adjective).any(|child| {
        tokens.lemma(child) == "most" && tokens.relation(child) == Relation::Advmod && !very(child)
    })
}

/// The place of "number two" and "No. 2" before a noun.
fn numbered(scene: &Scene, word: usize) -> Option<String> {
    let tokens = scene.referents.tokens();
    let number = matches!(scene.referents.text(word), "number" | "No." | "no.");
    let next = Some(word + 1).filter(|&next| number && next < tokens.len())?;
    let quantity = &scene.referents.named.quantities[scene.referents.quantity(next)?];
    quantity.value.clone().filter(|_| tokens.upos(next) == Upos::Num)
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
    let subject = clause.fillers.iter().find(|(function, _)| *function == Function::Subject)?.1;
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
