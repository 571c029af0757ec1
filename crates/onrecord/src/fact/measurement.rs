//! Figures: what is measured of whom, and how much.
//!
//! A number says little without the noun that it measures. The noun is found from the number's place: after "of"
//! ("a population of 1.4 billion"), as what is counted ("58,825 votes"), or as the subject of the verb that carries
//! the number ("its share exceeds 18 percent"). Whose measure it is, is the noun's possessor, the noun that "with"
//! hangs it on, or the subject of the clause.

use super::scene::{Certainty, PLAIN, Scene};
use crate::document::{Arg, Fact, FactKind, Filler, Id, Quantity, QuantityLabel, Time, TimeKind};
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Upos};

/// Measured with the project's development documents, in percent.
const PRECISION: u8 = 32;

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let named = scene.referents.named;
    let quantities = (0..named.quantities.len()).filter_map(|row| figure(scene, Id::new(row)));
    let durations = (0..named.times.len()).filter_map(|row| duration(scene, Id::new(row)));
    quantities.chain(durations).collect()
}

/// What a number measures, and whose measure it is.
struct Measured {
    subject: usize,
    measure: usize,
    /// The predicate, for time, place and certainty.
    word: usize,
    certainty: Certainty,
    rule: &'static str,
}

fn figure(scene: &Scene, id: Id<Quantity>) -> Option<Fact> {
    let referents = scene.referents;
    let quantity = &referents.named.quantities[id];
    if matches!(quantity.label, QuantityLabel::Ordinal) || quantity.value.is_none() {
        return None;
    }
    let words = referents.words_of(quantity.span);
    let head = referents.tokens().head_of(words);
    let found = measured(scene, head, quantity)?;
    if scene.is_asked(head) {
        return None;
    }
    let value = Arg { role: "value", span: quantity.span, filler: Filler::Quantity(id) };
    Some(made(scene, found, value))
}

fn made(scene: &Scene, found: Measured, value: Arg) -> Fact {
    // "a population of 1.4 billion": the measure ends where the number begins.
    let mut words = scene.referents.phrase(found.measure);
    let number = scene.referents.words_of(value.span);
    if number.start > found.measure && number.start < words.end {
        words.end = found.measure + 1;
    } else if number.end <= found.measure && number.end > words.start {
        words.start = number.end;
    }
    let args = vec![scene.phrase("subject", found.subject), scene.text("measure", words), value];
    scene.fact(FactKind::Measurement, found.rule, PRECISION, found.word, found.certainty, args)
}

fn measured(scene: &Scene, number: usize, quantity: &Quantity) -> Option<Measured> {
    let referents = scene.referents;
    let tokens = referents.tokens();
    // A counted noun or a unit carries the number: "58,825 votes", "1.4 billion people".
    let counted = quantity.counted.map(|span| tokens.head_of(referents.words_of(span)));
    let carrier = match tokens.relation(number) {
        Relation::Nummod | Relation::Compound | Relation::Amod => tokens.head(number).unwrap_or(number),
        _ => counted.unwrap_or(number),
    };
    let case = scene.clauses.case(carrier).map(|case| referents.text(case));
    let head = tokens.head(carrier)?;
    // "a population of 1.4 billion people", "a potential of 65%"
    if tokens.relation(carrier) == Relation::Nmod && case == Some("of") && tokens.upos(head) == Upos::Noun {
        let subject = owner(scene, head)?;
        let certainty = PLAIN;
        return Some(Measured { subject, measure: head, word: head, certainty, rule: "measurement/of" });
    }
    let verb = clause_of(scene, carrier)?;
    let clause = scene.clauses.of_verb(verb);
    let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
    let filler = |wanted: Function| {
        clause.fillers.iter().find(|(function, _)| *function == wanted).map(|&(_, word)| word)
    };
    let subject = filler(Function::Subject).or_else(|| filler(Function::Object))?;
    if subject == carrier {
        return None;
    }
    let bare = !matches!(quantity.label, QuantityLabel::Number) || counted.is_none();
    if bare {
        // "Its share exceeds 18 percent", "the weight of the PRC was only 2 percent": the subject is the measure.
        if let Some(owner) = owner(scene, subject) {
            return Some(Measured {
                subject: owner,
                measure: subject,
                word: verb,
                certainty,
                rule: "measurement/subject",
            });
        }
        // "It accounts for 15.7% of the total trade turnover": what the share is of.
        let of = tokens
            .children(carrier)
            .find(|&child| scene.clauses.case(child).is_some_and(|case| referents.text(case) == "of"))?;
        return Some(Measured { subject, measure: of, word: verb, certainty, rule: "measurement/share" });
    }
    // A small number in passing ("two leaders") is no news.
    let large = quantity
        .value
        .as_deref()
        .and_then(|value| value.parse::<f64>().ok())
        .is_some_and(|value| value >= 10.0);
    if !large && quantity.modifier.is_none() {
        return None;
    }
    Some(Measured { subject, measure: counted?, word: verb, certainty, rule: "measurement/count" })
}

/// Whose measure the noun is: its possessor, the noun after "of", or the noun that it hangs on by "with".
fn owner(scene: &Scene, measure: usize) -> Option<usize> {
    let referents = scene.referents;
    let tokens = referents.tokens();
    let poss = tokens.child(measure, &[Relation::NmodPoss]);
    let entity =
        |&child: &usize| tokens.relation(child) == Relation::Nmod && referents.mention(child).is_some();
    let of = || {
        tokens.children(measure).find(|child| {
            entity(child) && scene.clauses.case(*child).is_some_and(|case| referents.text(case) == "of")
        })
    };
    let with = || {
        let case = scene.clauses.case(measure).map(|case| referents.text(case));
        tokens
            .head(measure)
            .filter(|&head| case == Some("with") && matches!(tokens.upos(head), Upos::Noun | Upos::Propn))
    };
    let has = || {
        let verb = tokens
            .head(measure)
            .filter(|&verb| tokens.relation(measure) == Relation::Obj && tokens.upos(verb) == Upos::Verb)?;
        let clause = scene.clauses.of_verb(verb);
        clause.fillers.iter().find(|(function, _)| *function == Function::Subject).map(|&(_, word)| word)
    };
    poss.or_else(of).or_else(with).or_else(has)
}

/// The verb whose clause the word stands in, up to two phrases up.
fn clause_of(scene: &Scene, word: usize) -> Option<usize> {
    let tokens = scene.referents.tokens();
    let copula = |at: usize| tokens.child(at, &[Relation::Cop]).is_some();
    let chain = std::iter::successors(Some(word), |&at| tokens.head(at));
    chain.take(4).find(|&at| tokens.upos(at) == Upos::Verb || copula(at))
}

/// "a two-day visit", "for 27 years, relations …", "at the age of 40".
fn duration(scene: &Scene, id: Id<Time>) -> Option<Fact> {
    let referents = scene.referents;
    let tokens = referents.tokens();
    let time = &referents.named.times[id];
    let (value, unit) = length(&time.value)?;
    if time.kind != TimeKind::Duration {
        return None;
    }
    let words = referents.words_of(time.span);
    let head = tokens.head_of(words.clone());
    let filler = Filler::Value { value, unit: Some(unit.to_owned()) };
    let value = Arg { role: "value", span: time.span, filler };
    let governor = tokens.head(head)?;
    let modifies = matches!(
        tokens.relation(head),
        Relation::Compound | Relation::Amod | Relation::NmodUnmarked | Relation::NmodPoss
    );
    if modifies && tokens.upos(governor) == Upos::Noun && governor >= words.end {
        let measure = Arg {
            role: "measure",
            span: time.span,
            filler: Filler::Value { value: "duration".to_owned(), unit: None },
        };
        // "a two-day state visit": the subject is what follows the number.
        let words = words.end..governor + 1;
        let subject = Arg { span: tokens.cover(words), ..scene.phrase("subject", governor) };
        let args = vec![subject, measure, value];
        return Some(scene.fact(
            FactKind::Measurement,
            "measurement/duration",
            PRECISION,
            governor,
            PLAIN,
            args,
        ));
    }
    None
}

/// Number and unit of an ISO 8601 duration with one part.
fn length(value: &str) -> Option<(String, &'static str)> {
    let (date, rest) = value.strip_prefix('P').map(|rest| match rest.strip_prefix('T') {
        Some(rest) => (false, rest),
        None => (true, rest),
    })?;
    let (number, unit) = rest.split_at_checked(rest.len().checked_sub(1)?)?;
    let unit = match (date, unit) {
        (true, "Y") => "year",
        (true, "M") => "month",
        (true, "W") => "week",
        (true, "D") => "day",
        (false, "H") => "hour",
        (false, "M") => "minute",
        (false, "S") => "second",
        _ => return None,
    };
    number.bytes().all(|b| b.is_ascii_digit()).then(|| (number.to_owned(), unit))
}
