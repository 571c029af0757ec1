//! How old somebody is.
//!
//! An age is written out ("a *14-year-old* boy", "the bridge is *150 years old*"), or it is a bare number that only its place makes
//! one: set off behind the name of a person ("Ann Lee, *50*, an economist"), behind "aged" and "at the age of", or as what a person
//! is or turns ("Ann Lee *turned 50*", "until she was *six*").

use std::collections::BTreeSet;
use std::ops::Range;

use super::scene::{Certainty, PLAIN, Scene};
use super::whose::clause_of;
use crate::document::{Arg, EntityKind, Fact, FactKind, Filler, Form, Id, Quantity, QuantityLabel};
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Upos};
use crate::text::Span;

/// Years that people are old.
const AGES: std::ops::RangeInclusive<u32> = 1..=115;

/// Adds the ages to `facts`, and drops what else their numbers were read as measuring.
pub(super) fn settle(scene: &Scene, facts: &mut Vec<Fact>) {
    let all = (0..scene.referents.named.quantities.len()).map(Id::new);
    let of = |id| {
        let age = Age::new(scene, id)?;
        age.said().or_else(|| age.reached()).or_else(|| age.described()).or_else(|| age.beside_name())
    };
    let ages: Vec<Fact> = all.filter_map(of).collect();
    let value = |fact: &Fact| fact.args.iter().find(|arg| arg.role == "value").map(|arg| arg.span);
    let numbers: BTreeSet<Span> = ages.iter().filter_map(value).collect();
    let other = |fact: &Fact| value(fact).is_none_or(|number| !numbers.contains(&number));
    facts.retain(|fact| fact.kind != FactKind::Measurement || other(fact));
    facts.extend(ages);
}

/// Whether the words say themselves that they are an age: "14-year-*old*"; "3 fold" does not.
pub(super) fn is_written(text: &str) -> bool {
    let last = text.rsplit(|letter: char| !letter.is_alphabetic()).next();
    last.is_some_and(|word| word.eq_ignore_ascii_case("old"))
}

/// A number of years that somebody or something may be old.
struct Age<'s, 'a> {
    scene: &'s Scene<'a>,
    quantity: &'s Quantity,
    value: &'s str,
    /// Its words, and the one that they hang on.
    words: Range<usize>,
    head: usize,
    /// Whether it says that it is an age: "14 years *old*".
    written: bool,
    /// Whether it stands in letters: "six".
    spelled: bool,
}

impl<'s, 'a> Age<'s, 'a> {
    fn new(scene: &'s Scene<'a>, id: Id<Quantity>) -> Option<Self> {
        let referents = scene.referents;
        let quantity = &referents.named.quantities[id];
        let value = quantity.value.as_deref()?;
        let text = scene.reading().text.slice(quantity.span);
        let written = is_written(text);
        let words = referents.words_of(quantity.span);
        let digits = words.len() == 1 && text.bytes().all(|byte| byte.is_ascii_digit());
        let spelled = text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-');
        let years = || value.parse().is_ok_and(|years: u32| AGES.contains(&years));
        let bare = quantity.label == QuantityLabel::Number && (digits || spelled) && years();
        let head = referents.tokens().head_of(words.clone());
        (written || bare).then_some(Self { scene, quantity, value, words, head, written, spelled })
    }

    /// "The boy is *14 years old*", "Ann Lee turned *50*", "who is *50*": what a clause says of its subject.
    fn said(&self) -> Option<Fact> {
        let (scene, tokens) = (self.scene, self.scene.referents.tokens());
        let copula = tokens.child(self.head, &[Relation::Cop]).map(|_| self.head);
        let turns = || {
            let verb = tokens.head(self.head).filter(|&verb| tokens.lemma(verb) == "turn");
            verb.filter(|_| matches!(tokens.relation(self.head), Relation::Xcomp | Relation::Obj))
        };
        let verb = copula.or_else(turns).filter(|&verb| !scene.is_asked(verb))?;
        let clause = scene.clauses.of_verb(verb);
        let subject = clause.filler(Function::Subject)?;
        let known = scene.referents.entity(subject).is_some();
        // "She is *one* of us" tells no age.
        let alone =
            !self.spelled || self.value != "1" && tokens.child(self.head, &[Relation::Nmod]).is_none();
        let person = alone && self.is_person(subject);
        let whose = self.written && (known || tokens.upos(subject) != Upos::Pron) || person;
        let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
        whose.then(|| self.fact(verb, certainty, scene.phrase("subject", subject)))
    }

    /// "She joined *at the age of 14*", "was sent to the ship *aged 18*": how old somebody was when it happened.
    fn reached(&self) -> Option<Fact> {
        let (scene, tokens) = (self.scene, self.scene.referents.tokens());
        let before = |back: usize| self.words.start.checked_sub(back).map(|at| tokens.lemma(at));
        let of = usize::from(before(1) == Some("of"));
        let age = self.words.start.checked_sub(1 + of)?;
        let verb = match tokens.lemma(age) {
            "age" => {
                let at = age.checked_sub(1)?;
                let at = if tokens.upos(at) == Upos::Det { at.checked_sub(1)? } else { at };
                clause_of(scene, age)
                    .filter(|_| matches!(tokens.lemma(at), "at" | "by" | "until" | "from"))?
            }
            "aged" if of == 0 => {
                // "arrested a woman aged 45" tells the woman's, "went to a school for girls aged 12" theirs.
                let head = tokens.head(age)?;
                let verb = matches!(tokens.upos(head), Upos::Verb | Upos::Aux);
                let beside = !verb
                    && (scene.clauses.case(head).is_some() || scene.referents.entity(head).is_some())
                    && !scene.clauses.is_plural(head)
                    && !self.is_person(head);
                clause_of(scene, head).filter(|_| verb || beside)?
            }
            _ => return None,
        };
        let clause = scene.clauses.of_verb(verb);
        let subject =
            scene.clauses.told_of(&clause).filter(|&at| self.is_person(at) && !scene.is_asked(verb))?;
        let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
        Some(self.fact(verb, certainty, scene.phrase("subject", subject)))
    }

    /// "Ahmed Mohamed, a *14-year-old* boy", "a woman aged *45*": what a noun is described by.
    fn described(&self) -> Option<Fact> {
        let tokens = self.scene.referents.tokens();
        let aged =
            tokens.head(self.head).filter(|&aged| tokens.lemma(aged) == "aged" && aged + 1 == self.head);
        if !self.written && aged.is_none() {
            return None;
        }
        // The noun that it describes, or the first word outside that it hangs on.
        let outside = |at: &usize| !self.words.contains(at) && Some(*at) != aged;
        let mut chain = std::iter::successors(Some(self.head), |&at| tokens.head(at)).take(4);
        let mut whose = chain.find(outside)?;
        // "Ahmed, a 14-year-old boy": the boy is Ahmed.
        if tokens.relation(whose) == Relation::Appos {
            whose = tokens.head(whose).unwrap_or(whose);
        }
        let noun = matches!(tokens.upos(whose), Upos::Noun | Upos::Propn);
        noun.then(|| self.fact(whose, PLAIN, self.scene.phrase("subject", whose)))
    }

    /// "Ann Lee, *50*, an economist": set off behind a person's name.
    fn beside_name(&self) -> Option<Fact> {
        let referents = self.scene.referents;
        let (before, last) = (self.words.start.checked_sub(1)?, self.words.start.checked_sub(2)?);
        let end = self.words.end;
        let next = if end < referents.tokens().len() { referents.text(end) } else { "." };
        let apart = match referents.text(before) {
            "," => matches!(next, "," | "."),
            "(" => next == ")",
            _ => false,
        };
        let name = &referents.named.mentions[referents.covering(last)?];
        let person = name.kind == EntityKind::Person && name.form == Form::Name;
        let ends = referents.words_of(name.span).end == before;
        let subject = Arg { role: "subject", span: name.span, filler: Filler::Entity(name.entity) };
        let set_off = apart && person && ends && !self.written && !self.spelled;
        // "Ann Lee, 42, was elected *in 2021*" is 42 when it is written.
        set_off.then(|| Fact { time: None, ..self.fact(last, PLAIN, subject) })
    }

    fn is_person(&self, word: usize) -> bool {
        let referents = self.scene.referents;
        referents.entity(word).is_some_and(|entity| referents.kind(entity) == EntityKind::Person)
    }

    fn fact(&self, word: usize, certainty: Certainty, subject: Arg) -> Fact {
        let span = self.quantity.span;
        let unit = self.quantity.unit.as_deref().unwrap_or("year").to_owned();
        let filler = Filler::Value { value: self.value.to_owned(), unit: Some(unit) };
        let args = vec![subject, Scene::unsaid("age", span), Arg { role: "value", span, filler }];
        let fact = self.scene.fact(FactKind::Measurement, "measurement/age", word, certainty, args);
        // What says it may be a name or the number.
        Fact { predicate: "age".to_owned(), ..fact }
    }
}
