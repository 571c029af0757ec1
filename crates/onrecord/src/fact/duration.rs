//! How long something takes or lasts.
//!
//! A stretch of time measures the noun that it modifies ("a two-day visit"), after "for" or a verb of lasting what the clause
//! says of its subject ("for 27 years, relations have grown"), or what somebody has ("the loan has a maturity of 32 years").

use super::actor;
use super::scene::{Certainty, PLAIN, Scene};
use crate::document::{Arg, EntityKind, Fact, FactKind, Filler, Id, QuantityMod, Time, TimeKind};
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Upos};

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let named = scene.referents.named;
    (0..named.times.len()).filter_map(|row| duration(scene, Id::new(row))).collect()
}

fn duration(scene: &Scene, id: Id<Time>) -> Option<Fact> {
    let referents = scene.referents;
    let tokens = referents.tokens();
    let time = &referents.named.times[id];
    let (value, unit, modifier) = length(time, scene.reading().text.slice(time.span))?;
    if time.kind != TimeKind::Duration {
        return None;
    }
    let words = referents.words_of(time.span);
    let head = tokens.head_of(words.clone());
    let filler = Filler::Length { value, unit, modifier };
    let value = Arg { role: "value", span: time.span, filler };
    let governor = tokens.head(head)?;
    let modifies = matches!(
        tokens.relation(head),
        Relation::Compound | Relation::Amod | Relation::NmodUnmarked | Relation::NmodPoss
    );
    // "a two-day visit"; "a 70-year history" measures nothing that happened.
    let written = scene.reading().text.slice(time.span).contains('-');
    if modifies && written && unit != "year" && tokens.upos(governor) == Upos::Noun && governor >= words.end {
        // "a two-day state visit": the subject is what follows the number.
        let words = words.end..governor + 1;
        let subject = Arg { span: tokens.cover(words), ..scene.phrase("subject", governor) };
        let args = vec![subject, Scene::unsaid("duration", time.span), value];
        return Some(scene.fact(FactKind::Measurement, "measurement/duration", governor, PLAIN, args));
    }
    // "more than two hours of *talks*": as long as what happened took.
    let happened = tokens.children(head).find(|&child| {
        let of = scene.clauses.case(child).is_some_and(|case| referents.text(case) == "of");
        child >= words.end && of && scene.clauses.is_listed(child, &scene.clauses.governors.happening)
    });
    if let Some(noun) = happened {
        let args = vec![scene.phrase("subject", noun), Scene::unsaid("duration", time.span), value];
        return Some(scene.fact(FactKind::Measurement, "measurement/duration", noun, PLAIN, args));
    }
    let of = scene.clauses.case(head).is_some_and(|case| referents.text(case) == "of");
    if let Some((owner, have)) = owner(scene, governor).filter(|_| of) {
        let clause = scene.clauses.of_verb(have);
        let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
        let measure = scene.text("measure", tokens.subtree(governor).start..governor + 1);
        let args = vec![scene.phrase("subject", owner), measure, value];
        return Some(scene.fact(FactKind::Measurement, "measurement/duration", governor, certainty, args));
    }
    let lasting = scene.clauses.is_listed(governor, &scene.clauses.governors.lasting);
    let lasts = match scene.clauses.case(head) {
        // "was *sentenced to* three years in prison"
        Some(case) if referents.text(case) == "to" => {
            scene.clauses.is_listed(governor, &scene.clauses.governors.sentencing)
        }
        Some(case) => referents.text(case).eq_ignore_ascii_case("for"),
        // "The talks *lasted* three days."
        None => lasting,
    };
    // "its results for *the* three months", "asked for ten years": not how long.
    let definite = tokens.lemma(words.start) == "the" && tokens.upos(words.start + 1) == Upos::Num;
    let wanted = scene.clauses.is_listed(governor, &scene.clauses.governors.wanting);
    let lasts = lasts && !definite && !wanted;
    if !lasts || tokens.upos(governor) != Upos::Verb || scene.is_asked(governor) {
        return None;
    }
    let clause = scene.clauses.of_verb(governor);
    let sentenced = scene.clauses.is_listed(governor, &scene.clauses.governors.sentencing);
    let named = |word: usize| {
        scene.referents.entity(word).is_some_and(|id| scene.referents.kind(id) == EntityKind::Person)
    };
    // "imprisoned *her* for twelve years", "*the road* was closed for a month": whom or what it happened to. For how long somebody
    // was at work somewhere is part of their life, no news.
    let people = |whom: usize| named(whom) || scene.entity(whom).is_none() && actor::acts(scene, whom);
    let object = clause.filler(Function::Object).filter(|&whom| sentenced || people(whom));
    let passive = scene.clauses.is_passive(governor);
    let undergoes = clause.filler(Function::Object).filter(|_| passive);
    let told = || scene.clauses.told_of(&clause).filter(|&who| lasting || !named(who));
    let subject = object.or(undergoes).or_else(told)?;
    if tokens.upos(subject) == Upos::Pron && referents.entity(subject).is_none() {
        return None;
    }
    let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
    // "three years *in prison*"
    let next = words.end;
    let place = sentenced && next + 1 < tokens.len() && matches!(referents.text(next), "in" | "behind");
    let measure = if place {
        scene.text("measure", next..next + 2)
    } else if object.or(undergoes).is_none() {
        Scene::unsaid("duration", time.span)
    } else {
        scene.text("measure", governor..governor + 1)
    };
    let args = vec![scene.phrase("subject", subject), measure, value];
    Some(scene.fact(FactKind::Measurement, "measurement/lasts", governor, certainty, args))
}

/// Who has what the noun names, and the verb of having: "*the loan* has a maturity of 32 years".
fn owner(scene: &Scene, noun: usize) -> Option<(usize, usize)> {
    let tokens = scene.referents.tokens();
    let have = tokens.head(noun).filter(|_| tokens.relation(noun) == Relation::Obj)?;
    let clause = (tokens.lemma(have) == "have").then(|| scene.clauses.of_verb(have))?;
    let owner = clause.filler(Function::Subject)?;
    (!scene.is_asked(have)).then_some((owner, have))
}

/// Number and unit of an ISO 8601 duration with one part, and how it is meant.
fn length(time: &Time, text: &str) -> Option<(String, &'static str, Option<QuantityMod>)> {
    let first = text.split(' ').next().unwrap_or_default();
    let nearly = ["almost", "nearly"].iter().any(|word| first.eq_ignore_ascii_case(word));
    let modifier = time.modifier.and_then(|modifier| match modifier {
        "MORE_THAN" => Some(QuantityMod::MoreThan),
        // TIMEX3 has "almost" under what is less; as a figure it is about that many.
        "LESS_THAN" if nearly => Some(QuantityMod::Approx),
        "LESS_THAN" => Some(QuantityMod::LessThan),
        "EQUAL_OR_MORE" => Some(QuantityMod::AtLeast),
        "EQUAL_OR_LESS" => Some(QuantityMod::AtMost),
        "APPROX" => Some(QuantityMod::Approx),
        _ => None,
    });
    let (date, rest) = time.value.strip_prefix('P').map(|rest| match rest.strip_prefix('T') {
        Some(rest) => (false, rest),
        None => (true, rest),
    })?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = rest.split_at(digits);
    let unit = match (date, unit) {
        (true, "CE") => "century",
        (true, "DE") => "decade",
        (true, "Y") => "year",
        (true, "M") => "month",
        (true, "W") => "week",
        (true, "D") => "day",
        (false, "H") => "hour",
        (false, "M") => "minute",
        (false, "S") => "second",
        _ => return None,
    };
    (!number.is_empty()).then(|| (number.to_owned(), unit, modifier))
}
