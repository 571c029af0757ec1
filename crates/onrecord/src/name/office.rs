//! Offices: "Minister of Foreign Affairs of the Republic of Kazakhstan", "Thailand's foreign minister".
//!
//! An office is a listed word or phrase with what stands around it: words that are part of the role ("deputy",
//! "first"), a portfolio ("of Trade and Integration"), and the country or body that it belongs to, before it
//! ("Chinese", "Malaysia's", "the State Department") or after it ("of the Lombardy region"). Where a person's name
//! stands in the right place beside it, the office is that person's: `beside.rs` says where. Whether it is over or to come,
//! `standing.rs` reads.

use std::ops::Range;

use onrecord_resource::lexicon::Class;

use super::standing::{self, Standing};
use super::words::Words;
use super::{Name, beside};
use crate::document::EntityKind;
use crate::syntax::Upos;

/// An office in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Office {
    /// The whole phrase, without article.
    pub(crate) words: Range<usize>,
    /// The words that name the role, without the body that it belongs to.
    pub(crate) role: Range<usize>,
    /// The country or body, without article and "'s".
    pub(crate) of: Option<Range<usize>>,
    /// Branch of the office: `GOV`, `MIL` …
    pub(crate) branch: Option<String>,
    /// Whether it is over ("former") or to come ("incoming"), and which word says so.
    pub(crate) standing: Standing,
    /// Row of the name of who holds it, among the names of the document.
    pub(crate) person: Option<usize>,
    /// Whether it is of that person because "and" joins it to another office.
    pub(crate) joined: bool,
}

impl Office {
    /// The role with the words that say whether it is over or to come: "*former US President* Ode". Without them an office that
    /// is over would be told as one that is held.
    pub(crate) fn told(&self) -> Range<usize> {
        self.standing.first.unwrap_or(self.role.start).min(self.role.start)..self.role.end
    }

    /// The last word of the role, without the "elect" behind it.
    pub(crate) fn last(&self) -> usize {
        self.role.end - 1 - self.standing.behind
    }

    /// Whether it is over.
    pub(crate) fn is_former(&self) -> bool {
        self.standing.former
    }
}

/// The offices of a document, in text order, none inside another.
pub(super) fn read(words: &Words, names: &[Name]) -> Vec<Office> {
    let mut offices = Vec::new();
    let mut after = 0;
    for at in 0..words.len() {
        let inside = names.partition_point(|name| name.end <= at);
        let named = names.get(inside).is_some_and(|name| name.has(at));
        let Some(hit) = words.hits.longest(words.lexicon, at, &[Class::Office]) else { continue };
        // "*Deputy* Foreign Minister": of another office the word says which.
        let degree = words.has_code(at, Class::OfficeWord, "degree") && hit.end == at + 1;
        let of_another = degree && words.hits.longest(words.lexicon, hit.end, &[Class::Office]).is_some();
        // "at 2 *pm* Ann Lee left"
        let hour = words.text(at) == "pm"
            && at
                .checked_sub(1)
                .is_some_and(|at| words.text(at).ends_with(|last: char| last.is_ascii_digit()));
        // "a *major* donor program" has no rank.
        let entry = words.lexicon.entry(hit);
        let plain = !words.is_capital(at) && words.reading.tokens.upos(at) == Upos::Adj;
        let quality = plain && hit.end == at + 1 && entry.code.as_deref() == Some("MIL");
        if at < after || named || of_another || hour || quality || !is_noun(words, hit.end - 1) {
            continue;
        }
        let mut office = before(words, names, at);
        office.branch.clone_from(&entry.code);
        office.standing.former |= standing::is_ex(words, at);
        let end = joined(words, hit.end).unwrap_or(hit.end);
        let elect = standing::elect(words, end);
        office.standing.coming |= elect.is_some();
        office.standing.behind = elect.map_or(0, |elect| elect - end);
        let end = elect.unwrap_or(end);
        office.role.end = end;
        office.words.end = end;
        behind(words, names, &mut office);
        office.person = beside::holder(words, names, &office);
        if office.of.is_none() {
            office.of =
                office.person.and_then(|row| beside::behind_name(words, names, row, office.words.end));
        }
        if office.of.is_none() {
            office.of = listed_body(words, names, &office);
        }
        if office.of.is_none() {
            let body = plain_body(words, names, office.role.start);
            let body = body.filter(|&start| start >= office.words.start);
            office.of = body.map(|start| start..office.role.start);
        }
        after = office.words.end;
        offices.push(office);
    }
    share(words, names, &mut offices);
    offices
}

/// Gives an office that "and" joins to another one the same holder: "Ann Lee, director of the Council *and chairman of the Bank*",
/// "*Prime Minister* and Minister of Finance Ann Lee".
fn share(words: &Words, names: &[Name], offices: &mut [Office]) {
    for row in 1..offices.len() {
        let (one, other) = (&offices[row - 1], &offices[row]);
        let between = one.words.end..other.words.start;
        let joined = !between.is_empty() && words.text(between.start) == "and";
        let article = between.len() == 2 && matches!(words.text(between.start + 1), "a" | "an");
        let before = |office: &Office, row: usize| names[row].end <= office.words.start;
        let behind = |office: &Office, row: usize| names[row].start == office.words.end;
        if !joined || between.len() > 1 && !article {
            continue;
        }
        match (one.person, other.person) {
            (Some(holder), None) if before(one, holder) => {
                (offices[row].person, offices[row].joined) = (Some(holder), true);
            }
            (None, Some(holder)) if behind(other, holder) && words.is_capital(one.role.start) => {
                (offices[row - 1].person, offices[row - 1].joined) = (Some(holder), true);
            }
            _ => {}
        }
        // "chief financial officer and treasurer *at Corvetti*": both there; "a lawyer and former mayor of Rome" is no lawyer of Rome.
        let (one, other) = (&offices[row - 1], &offices[row]);
        let same = one.person.is_some() && one.person == other.person && one.of.is_none();
        let alone = one.words.start > 0 && matches!(words.text(one.words.start - 1), "a" | "an");
        // … and "Prime Minister and Chairman of the Union" heads a government.
        let governs = one.branch.as_deref() == Some("GOV") && words.is_capital(one.role.start);
        if same && !article && !alone && !governs && !other.is_former() {
            let of = other.of.clone();
            offices[row - 1].of = of;
        }
    }
}

/// Whether the name is but what a minister is for: "Deputy Minister of *Mining and Heavy Industry*".
pub(super) fn is_portfolio(words: &Words, name: &Name) -> bool {
    let article = usize::from(words.text(name.start.saturating_sub(1)) == "the");
    let place = name.kind == EntityKind::Place;
    let start = if place { field_start(words, name.start) } else { name.start.saturating_sub(article) };
    let Some(of) = start.checked_sub(1) else { return false };
    let minister = of.checked_sub(1).is_some_and(|at| words.has_code(at, Class::OfficeWord, "minister"));
    let unlisted = (place || name.kind == EntityKind::Organization) && name.entry.is_none();
    let body = !place && (name.start..name.end).any(|at| words.is(at, Class::OrganizationWord));
    minister && unlisted && !body && matches!(words.text(of), "of" | "for")
}

/// Where the fields begin that "and" joins to the one at `start`: "*Works* and Maritime Transport"; `start` where none are.
fn field_start(words: &Words, start: usize) -> usize {
    let part = |at: &usize| words.is_capital(*at) || matches!(words.text(*at), "and" | "&");
    let first = (start.saturating_sub(FIELDS)..start).rev().take_while(part).last().unwrap_or(start);
    let joined = start.checked_sub(1).is_some_and(|at| matches!(words.text(at), "and" | "&"));
    if joined { first } else { start }
}

/// Words of the fields of a minister before the last, at most.
const FIELDS: usize = 6;

/// The end of the other office of one who holds two, behind the dash at word `at`: "Deputy Prime Minister – *Foreign Minister*".
fn joined(words: &Words, at: usize) -> Option<usize> {
    let dash = matches!(words.text(at), "–" | "—" | "-") && !words.glued(at);
    let other = words.hits.longest(words.lexicon, at + 1, &[Class::Office]);
    let capital = words.is_capital(at - 1) && words.is_capital(at + 1);
    other.filter(|_| dash && capital).map(|hit| hit.end)
}

fn is_noun(words: &Words, at: usize) -> bool {
    matches!(words.reading.tokens.upos(at), Upos::Noun | Upos::Propn | Upos::Adj)
}

/// The row of the name that ends with word `end`, exclusive.
pub(super) fn name_before(names: &[Name], end: usize) -> Option<usize> {
    let row = names.partition_point(|name| name.end < end);
    (names.get(row)?.end == end).then_some(row)
}

/// The row of the name that begins with word `start`.
pub(super) fn name_at(names: &[Name], start: usize) -> Option<usize> {
    let row = names.partition_point(|name| name.start < start);
    (names.get(row)?.start == start).then_some(row)
}

/// What stands before the listed words at `core`.
fn before(words: &Words, names: &[Name], core: usize) -> Office {
    let is = |at: usize, code: &str| words.has_code(at, Class::OfficeWord, code);
    let mut start = core;
    // "*communications* director": what the office is for; but a "*company* president" is of the company.
    let small = !words.is_capital(core);
    let noun = |at: usize| {
        let body = words.is(at, Class::OrganizationWord);
        // "a one-*time* mayor"
        let joined = at > 0 && words.text(at - 1) == "-" && words.glued(at);
        small && words.reading.tokens.upos(at) == Upos::Noun && is_field(words, at) && !body && !joined
    };
    // "*Work and Pensions* Secretary", "*Budget* Director"
    let field = |at: usize| is(at, "field") && words.is_capital(at) && words.is_capital(core);
    let joined =
        |at: usize| at > 0 && matches!(words.text(at), "and" | "&") && field(at - 1) && field(at + 1);
    let part = |at: usize| noun(at) || field(at) || joined(at);
    while start > 0 && core - start < FIELD && part(start - 1) && names.iter_at(start - 1).is_none() {
        start -= 1;
    }
    let mut said = Standing::default();
    let mut role = start;
    (start, role) = modified(words, start, role, &mut said);
    // "political activist and philosopher": two professions of one person.
    // … but of "prime *minister* and minister of finance" the first is a longer office by itself.
    let office = |at: usize| words.class_end(at, Class::Office) == Some(start - 1);
    let two = start > 1
        && words.text(start - 1) == "and"
        && office(start - 2)
        && !(start.saturating_sub(2 + FIELD)..start - 2).any(office);
    if two && start == core {
        (start, role) = modified(words, start - 2, start - 2, &mut said);
    }
    let mut of = None;
    // "Malaysia's Prime Minister", "US State Department Spokesperson", "Chinese President", "*his* campaign manager".
    // … where "his favorite writer" says nothing of what for.
    let nouns = |at: usize| (at..start).all(|word| words.reading.tokens.upos(word) == Upos::Noun);
    let own = |at: usize| words.reading.tokens.xpos(at - 1) == "PRP$" && nouns(at);
    let owner = |at: usize| at > 0 && (is_owner(words, at - 1) || own(at));
    // "the EU's *foreign policy* chief": what stands between says what the office is for.
    let field = (start.saturating_sub(FIELD)..start).rev().take_while(|&at| is_field(words, at));
    let behind = field.last().filter(|&at| owner(at) && !owner(start)).unwrap_or(start);
    let owned = owner(behind);
    let end = if owned { behind - 1 } else { start };
    if let Some(row) = name_before(names, end).filter(|&row| names[row].kind != EntityKind::Person) {
        of = Some(names[row].start..end);
    } else if let Some(from) = adjective_before(words, end)
        .or_else(|| body_before(words, end))
        // "the *party's* deputy leader"
        .or_else(|| plain_body(words, names, end).filter(|_| is_owner(words, end) && owned))
    {
        of = Some(from..end);
    }
    // "*Amnesty International's* Kenya director": whose office it is, and for what country.
    let whole = of.as_ref().and_then(|of| of.start.checked_sub(1)).filter(|&at| is_owner(words, at));
    let whole = whole.and_then(|at| Some(names[name_before(names, at)?].start..at)).filter(|whole| {
        name_at(names, whole.start).is_some_and(|row| names[row].kind == EntityKind::Organization)
    });
    if let (Some(whole), false) = (whole, owned) {
        role = role.min(whole.end + 1);
        of = Some(whole);
    }
    if owned {
        role = role.min(behind);
    }
    let mut first = of.as_ref().map_or(start, |of| of.start);
    if first == start && !owned {
        first = plain_body(words, names, start).unwrap_or(start);
    }
    // "a *former* Justice Department lawyer", "a *former* company president"
    let mut next = (first < start).then(|| said.before(words, first)).flatten();
    while let Some(before) = next {
        first = before;
        next = said.before(words, first);
    }
    Office {
        words: first..core,
        role: role..core,
        of,
        branch: None,
        standing: said,
        person: None,
        joined: false,
    }
}

/// Where the words begin that say of which degree the office at word `start` is and whether it is held, and where its role does.
fn modified(words: &Words, mut start: usize, mut role: usize, said: &mut Standing) -> (usize, usize) {
    let is = |at: usize, code: &str| words.has_code(at, Class::OfficeWord, code);
    while let Some(before) = start.checked_sub(1) {
        let joined = before > 0 && words.text(before) == "-" && words.glued(start);
        if is(before, "degree") && !words.begins_sentence(start) {
            (start, role) = (before, before);
        } else if let Some(first) = said.before(words, start) {
            start = first;
        } else if joined && is(before - 1, "degree") {
            start = before;
        } else {
            break;
        }
    }
    (start, role)
}

/// Where a body begins that a plain noun names and that ends with word `end`, exclusive: "*company* president", "*central bank*
/// governor", "*Clinton campaign* manager".
fn plain_body(words: &Words, names: &[Name], end: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    let noun = words.reading.tokens.upos(last) == Upos::Noun && !words.is_capital(last);
    let part = |&at: &usize| {
        let named = names.iter_at(at).is_some_and(|name| name.end <= last);
        named || is_field(words, at) || words.begins_sentence(at) && is_first(words, at)
    };
    let before = (end.saturating_sub(FIELD)..last).rev().take_while(part);
    (noun && words.is(last, Class::OrganizationWord)).then(|| before.last().unwrap_or(last))
}

/// Whether the word, which begins a sentence, would be small inside one: "*Central* bank governor".
fn is_first(words: &Words, at: usize) -> bool {
    words.reading.tokens.upos(at) == Upos::Adj
        && !words.is(at, Class::OfficeWord)
        && !words.is(at, Class::Office)
}

/// Whether the word makes what stands before it an owner.
pub(super) fn is_owner(words: &Words, at: usize) -> bool {
    matches!(words.text(at), "'s" | "’s" | "'" | "’")
}

/// Words that say what an office is for, before it, at most: "and" is one of them.
const FIELD: usize = 3;

/// Whether the word can say what an office is for: "foreign", "policy".
fn is_field(words: &Words, at: usize) -> bool {
    let plain = matches!(words.reading.tokens.upos(at), Upos::Noun | Upos::Adj);
    let around = words.is(at, Class::OfficeWord) && !words.has_code(at, Class::OfficeWord, "field");
    plain && !words.is_capital(at) && !words.is(at, Class::Office) && !around
}

/// Where an adjective of a country begins that ends with word `end`, exclusive.
fn adjective_before(words: &Words, end: usize) -> Option<usize> {
    let country = |start: &usize| {
        [Class::Adjective, Class::Country].iter().any(|&class| words.class_end(*start, class) == Some(end))
    };
    (end.saturating_sub(3)..end).find(country)
}

/// Where a listed body begins that ends with word `end`, exclusive, though nothing has found its name: "*Fed* Chair", "*Senate*
/// Majority Leader".
fn body_before(words: &Words, end: usize) -> Option<usize> {
    let chamber = |at: usize| at + 1 == end && words.has_code(at, Class::OfficeWord, "chamber");
    let listed =
        |at, class| words.class_end(at, class) == Some(end) && (at..end).all(|word| words.is_capital(word));
    let body = |at: &usize| {
        // "*Foreign Ministry* spokeswoman"
        let headed = end > at + 1 && listed(*at, Class::OrganizationWord);
        listed(*at, Class::Organization) || headed || words.is_capital(*at) && chamber(*at)
    };
    (end.saturating_sub(3)..end).find(body)
}

/// Extends `office` over its portfolio and the body that it belongs to.
fn behind(words: &Words, names: &[Name], office: &mut Office) {
    let mut portfolio = true;
    if office.words.end == office.role.end {
        office.role.end = portfolio_end(words, names, office.role.clone());
        office.words.end = office.role.end;
    }
    loop {
        let at = office.words.end;
        if !matches!(words.text(at), "of" | "for" | "to" | "at" | "in") || office.of.is_some() && !portfolio {
            return;
        }
        let envoy = words.has_code(office.role.end - 1, Class::OfficeWord, "envoy");
        if words.text(at) == "to" && !envoy {
            return;
        }
        let place = matches!(words.text(at), "at" | "in");
        let Some(phrase) = noun_phrase(words, names, at + 1) else { return };
        let phrase = phrase.start..owned_body(words, names, phrase.end);
        // "a spokeswoman for Speaker | Ann Ode", "an aide to Senate | Majority Leader Bo Lee" are others than these.
        let ends = |word: usize| words.class_end(word, Class::Office) == Some(phrase.end);
        let goes_on = words.is_capital(phrase.end) && words.is(phrase.end, Class::Office);
        if goes_on || phrase.clone().any(|word| words.is_capital(word) && ends(word)) {
            return;
        }
        // "Afghan ambassador to the United States", "UN envoy for Yemen": whose envoy it is stands before, to whom is part of
        // the role.
        if (words.text(at) == "to" || words.text(at) == "for" && envoy) && office.of.is_some() {
            office.role.end = phrase.end;
            office.words.end = phrase.end;
            return;
        }
        let body = phrase.clone().find(|&word| names.iter_at(word).is_some() || is_country(words, word));
        let plain = [Class::OrganizationWord, Class::PlaceWord];
        let body = body.is_some() || plain.iter().any(|&class| words.is(phrase.end - 1, class)) && !place;
        if body && office.of.is_none() {
            let of = phrase.start..whole(words, names, phrase.end);
            office.words.end = of.end;
            office.of = Some(of);
            // "Ambassador of Kenya *to Oman* | Ann Ode"
            let end = office.words.end;
            let posted =
                if envoy && words.text(end) == "to" { noun_phrase(words, names, end + 1) } else { None };
            office.words.end = posted.map_or(end, |phrase| phrase.end);
            return;
        }
        // "Minister of Trade", "adviser for culture": once, and not for places; "thanked the Secretary for the firm support" has
        // a reason.
        let reason = words.text(at) == "for" && phrase.start > at + 1 && !words.is_capital(phrase.start);
        if !portfolio || place || body || reason {
            return;
        }
        portfolio = false;
        office.role.end = phrase.end;
        office.words.end = phrase.end;
    }
}

/// Where the portfolio of a listed office ends: "Minister of Trade *and Industry*", "Minister for Development *Cooperation and Foreign
/// Trade*", "Minister of Health*, Labour and Welfare*".
fn portfolio_end(words: &Words, names: &[Name], role: Range<usize>) -> usize {
    let minister = words.has_code(role.start, Class::OfficeWord, "minister")
        || role.clone().any(|at| words.text(at).eq_ignore_ascii_case("minister"));
    let named =
        role.clone().any(|at| matches!(words.text(at), "of" | "for")) && words.is_capital(role.end - 1);
    let sentence = words.reading.sentence_of(role.start);
    let field = |at: usize| {
        let other =
            names.iter_at(at).is_some_and(|name| name.entry.is_some() || name.kind == EntityKind::Person)
                || words.is(at, Class::Honorific)
                || words.is(at, Class::Office);
        let upos = words.reading.tokens.upos(at);
        at < words.len()
            && words.reading.sentence_of(at) == sentence
            && words.is_capital(at)
            && matches!(upos, Upos::Noun | Upos::Propn | Upos::Adj)
            && !other
    };
    let joins = |at: usize| matches!(words.text(at), "and" | "&") && field(at + 1);
    let mut end = role.end;
    while minister && named && end < role.end + PORTFOLIO {
        if field(end) {
            end += 1;
        } else if joins(end) {
            end += 2;
        } else if words.text(end) == "," && field(end + 1) {
            // A comma only goes on to where "and" ends the list.
            let last = (end + 2..end + PORTFOLIO).find(|&at| !field(at)).filter(|&at| joins(at));
            let Some(last) = last else { break };
            end = last + 2;
        } else {
            break;
        }
    }
    end
}

/// The end of the body that what ends with word `end` has: "chairman of the country*'s central bank*".
fn owned_body(words: &Words, names: &[Name], end: usize) -> usize {
    let body = |phrase: &Range<usize>| words.is(phrase.end - 1, Class::OrganizationWord);
    let owned = || noun_phrase(words, names, end + 1).filter(body);
    if is_owner(words, end) { owned().map_or(end, |phrase| phrase.end) } else { end }
}

/// The end of the body whose part ends with word `end`: "the Dallas chapter *of the Council*".
fn whole(words: &Words, names: &[Name], end: usize) -> usize {
    let part = words.reading.tokens.upos(end - 1) == Upos::Noun && words.text(end) == "of";
    noun_phrase(words, names, end + 1).filter(|_| part).map_or(end, |phrase| phrase.end)
}

fn is_country(words: &Words, at: usize) -> bool {
    [Class::Country, Class::Adjective].iter().any(|&class| words.is(at, class))
        || (matches!(words.text(at), "our" | "this" | "the" | "his" | "her" | "their")
            && matches!(words.text(at + 1), "country" | "state" | "republic" | "nation"))
}

/// Words of a portfolio behind its first one, at most.
const PORTFOLIO: usize = 8;

/// The noun phrase at `start`: an article, names and modifiers, a noun; with "and" and a further noun. Without article.
fn noun_phrase(words: &Words, names: &[Name], start: usize) -> Option<Range<usize>> {
    let article = matches!(words.text(start), "the" | "a" | "an");
    let start = start + usize::from(article);
    if let Some(row) = name_at(names, start) {
        if names[row].kind == EntityKind::Person {
            return None;
        }
        let end = names[row].end;
        // "the Lombardy region", "the Dallas chapter"
        let plain = words.reading.tokens.upos(end) == Upos::Noun
            && !words.is_capital(end)
            && words.reading.sentence_of(end) == words.reading.sentence_of(start)
            && words.class_end(end, Class::Office).is_none();
        return Some(start..end + usize::from(plain));
    }
    let part = |at: usize| {
        let upos = words.reading.tokens.upos(at);
        let own = matches!(words.text(at), "our" | "this" | "his" | "her" | "their") && at == start;
        // "the Undersecretary for Education Mr. Toccafondi"
        let person = names.iter_at(at).is_some_and(|name| name.kind == EntityKind::Person)
            || words.is(at, Class::Honorific);
        let noun = matches!(upos, Upos::Noun | Upos::Propn | Upos::Adj);
        !person && (own || noun || words.text(at) == "-" && words.glued(at))
    };
    let sentence = words.reading.sentence_of(start);
    let mut end = start;
    while end < words.len() && words.reading.sentence_of(end) == sentence && part(end) && end < start + 7 {
        end += 1;
        let joined = matches!(words.text(end), "and" | "&") && part(end + 1) && words.is_capital(end + 1);
        if joined && words.is_capital(end - 1) {
            end += 1;
        }
    }
    let noun = end > start && matches!(words.reading.tokens.upos(end - 1), Upos::Noun | Upos::Propn);
    noun.then_some(start..end)
}

/// The body in a list of who somebody is: "Ann Lee, Spokesperson, *Ministry of Trade*".
fn listed_body(words: &Words, names: &[Name], office: &Office) -> Option<Range<usize>> {
    let (start, end) = (office.words.start, office.words.end);
    let between = start > 0 && words.text(start - 1) == "," && words.text(end) == ",";
    let before = office.person.is_some_and(|row| between && names[row].end + 1 == start);
    let body = name_at(names, end + 1).filter(|&row| names[row].kind == EntityKind::Organization)?;
    before.then(|| names[body].start..names[body].end)
}

/// Looking up the name at a word.
trait NameList {
    fn iter_at(&self, word: usize) -> Option<&Name>;
}

impl NameList for [Name] {
    fn iter_at(&self, word: usize) -> Option<&Name> {
        let row = self.partition_point(|name| name.end <= word);
        self.get(row).filter(|name| name.has(word))
    }
}
