//! Political actors: which phrases act for a country or body, and their codes.
//!
//! An actor need not have a name: "Hungarian officials" act for Hungary, "rebels in the Ivory Coast" are its rebels. Such
//! a phrase is read by its words: those that name a country or body say for whom, the noun at its head says which branch.
//! Codes are a country or class of body, then the branch (PLOVER 0.8 manual): `HUNGOV`, `CIVREB`, `IGOUNO`.

use std::ops::Range;

use super::scene::Scene;
use super::whom;
use crate::document::{Arg, Entity, EntityKind, Filler, Form, Id};
use crate::syntax::{Relation, Upos};

/// Whether the phrase of `head` can act though it has no name: its noun is listed for people or bodies, or it is said to
/// be of a country.
pub(super) fn acts(scene: &Scene, head: usize) -> bool {
    let ties = &scene.referents.named.ties;
    // "arrested *two* of its journalists" counts them.
    let noun =
        matches!(scene.referents.tokens().upos(head), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num);
    // "the Secretary-*General*": the last word of an office is listed.
    let office = |at: usize| {
        let words = scene.referents.office(at);
        words.is_some_and(|words| words.end > at && ties.branches.contains_key(&(words.end - 1)))
    };
    let listed =
        |at: usize| ties.branches.contains_key(&at) || ties.countries.contains_key(&at) || office(at);
    // "Iraqi Kurds": a people, of the country before it.
    let people = |at: usize| {
        let tokens = scene.referents.tokens();
        let before = [Relation::Amod, Relation::Compound, Relation::NmodPoss];
        tokens.xpos(at) == "NNPS"
            && tokens.children(at).any(|child| before.contains(&tokens.relation(child)) && listed(child))
    };
    let known = |at: usize| listed(at) || people(at);
    // "*thousands*, *tens* of thousands demonstrated": a number of people, where nothing else is counted.
    let crowd = || {
        let tokens = scene.referents.tokens();
        let number = |at: usize| {
            let lemma = tokens.lemma(at);
            let many =
                matches!(lemma, "ten" | "dozen" | "score" | "hundred" | "thousand" | "million" | "many");
            many && tokens.xpos(at) == "NNS"
        };
        let alone =
            tokens.children(head).all(|child| tokens.relation(child) != Relation::Nmod || number(child));
        number(head) && alone && tokens.is_subject(head)
    };
    noun && scene.referents.time(head).is_none()
        && (known(head)
            || crowd()
            || counted(scene, head).or_else(|| divided(scene, head)).is_some_and(known))
}

/// "The *summit* urged Iran to stop": whether those who have come together act.
pub(super) fn resolves(scene: &Scene, word: usize) -> bool {
    let (tokens, clauses) = (scene.referents.tokens(), &scene.clauses);
    let active = tokens.relation(word) == Relation::Nsubj;
    active && clauses.is_listed(word, &clauses.governors.assemblies)
}

/// Whether the word is the first of a list with "and": "*Moscow*, Beijing and Tehran signed it", however the arcs join the others.
fn is_first_of_list(scene: &Scene, word: usize) -> bool {
    let tokens = scene.referents.tokens();
    let joined = |at: usize| {
        let and = |child: usize| tokens.child(child, &[Relation::Cc]).is_some();
        tokens.children(at).any(|child| tokens.relation(child) == Relation::Conj && and(child))
    };
    let beside = |other: usize| other > word && tokens.is_subject(other) && joined(other);
    let second =
        tokens.is_subject(word) && tokens.head(word).is_some_and(|verb| tokens.children(verb).any(beside));
    joined(word) || second
}

/// Whether the word names a place that stands for those who govern it, as in "Warsaw accuses Minsk", and not where something is.
pub(super) fn is_seat(scene: &Scene, word: usize) -> bool {
    // "condemnation *from Seoul*" is of those who govern there, "withdrew *from Kabul*" is not.
    let tokens = scene.referents.tokens();
    let of_noun = tokens.relation(word) == Relation::Nmod
        && tokens.head(word).is_some_and(|noun| tokens.upos(noun) == Upos::Noun);
    let place = |case: usize| match scene.referents.text(case) {
        "from" => !of_noun,
        other => matches!(other, "in" | "at" | "near" | "outside" | "around" | "to"),
    };
    let named = scene.referents.named.ties.countries.contains_key(&word);
    // "Geneva, 3 May — …", "ASTANA — …": where the text was written.
    let first = scene.reading().sentences[scene.reading().sentence_of(word)].tokens.start == word;
    let next = if word + 1 < tokens.len() { scene.referents.text(word + 1) } else { "" };
    // "Washington, *losing patience*, has threatened": an aside behind who does it.
    let aside = next == "," && (is_first_of_list(scene, word) || tokens.is_subject(word));
    let apart = matches!(next, "—" | "–" | "-" | "(" | ":" | "/") || next == "," && !aside;
    let dateline = first && apart;
    named && !dateline && !scene.clauses.case(word).is_some_and(place)
}

/// How many the argument stands for: two where a plural describes people or bodies, "the ministers".
pub(super) fn count(scene: &Scene, arg: &Arg) -> usize {
    let tokens = scene.referents.tokens();
    let head = scene.head_of(arg.span);
    let noun = matches!(tokens.upos(head), Upos::Noun | Upos::Propn);
    let several = arg.filler == Filler::Text && noun && scene.clauses.is_plural(head) && acts(scene, head);
    if several { 2 } else { 1 }
}

/// The word and those joined to it; of "the presidents of Kenya and Oman, *A* and *B*" the two that are named.
pub(super) fn joined(scene: &Scene, head: usize) -> Vec<usize> {
    let tokens = scene.referents.tokens();
    let person = |&word: &usize| {
        let entity = scene.referents.covering(word).map(|id| scene.referents.named.mentions[id].entity);
        entity.is_some_and(|id| scene.referents.kind(id) == EntityKind::Person)
    };
    let plural = tokens.upos(head) == Upos::Noun && scene.clauses.is_plural(head);
    let below = std::iter::once(head).chain(tokens.children(head));
    let mut beside = below
        .flat_map(|at| tokens.children(at))
        .filter(|&child| tokens.relation(child) == Relation::Appos && child > head && person(&child));
    let named: Vec<usize> = beside.next().filter(|_| plural).map_or_else(Vec::new, |first| {
        // The second name is joined to the first or to the noun.
        let mut all: Vec<usize> =
            scene.clauses.conjuncts(first).chain(scene.clauses.conjuncts(head)).collect();
        all.retain(person);
        all.sort_unstable();
        all.dedup();
        all
    });
    if named.len() > 1 {
        return named;
    }
    let mut words: Vec<usize> = scene.clauses.conjuncts(head).collect();
    words.extend(beside_body(scene, head).filter(|word| !words.contains(word)));
    words
        .extend(named_with(scene, head).into_iter().filter(|word| !words.contains(word)).collect::<Vec<_>>());
    words.sort_unstable();
    words
}

/// The body that "and" joins to the last word of the name at `head`: of "the Government of Japan *and UNICEF*" a parser reads
/// one government of both.
fn beside_body(scene: &Scene, head: usize) -> Option<usize> {
    let (referents, named) = (scene.referents, scene.referents.named);
    let body = |row: usize| {
        let mention = &named.mentions[row];
        mention.form == Form::Name && mention.kind == EntityKind::Organization
    };
    let row = referents.mention(head).map(Id::row).filter(|&row| body(row))?;
    let (words, next) = (&named.ties.mentions[row], named.ties.mentions.get(row + 1)?);
    let and = next.start == words.end + 1 && referents.text(words.end) == "and";
    (and && words.end - words.start > 1 && body(row + 1)).then(|| referents.tokens().head_of(next.clone()))
}

/// The heads of the names that stand in the phrase of the name at `head` and are joined to it by "and" and titles alone,
/// whatever the arcs say: "met *President Rouhani and* Foreign Minister Zarif".
fn named_with(scene: &Scene, head: usize) -> Vec<usize> {
    let (referents, named) = (scene.referents, scene.referents.named);
    let Some(first) = referents.mention(head) else { return Vec::new() };
    let phrase = referents.tokens().subtree(head);
    let is_name = |row: usize| {
        let (mention, words) = (&named.mentions[row], &named.ties.mentions[row]);
        let joined = || {
            let head = referents.tokens().head_of(words.clone());
            referents.tokens().relation(head) == Relation::Conj && words.start > phrase.start
        };
        let inside = phrase.start <= words.start && words.end <= phrase.end || joined();
        inside && mention.form == Form::Name && mention.kind == EntityKind::Person
    };
    // Nothing but "and" and an office of the second stands between the two.
    let joins = |one: usize, other: usize| {
        let between = named.ties.mentions[one].end..named.ties.mentions[other].start;
        let mut words = between.clone();
        let and = words.next().is_some_and(|at| matches!(referents.text(at), "and" | "&"));
        and && between.len() <= TITLE
            && words.all(|at| {
                let country = referents.named.ties.countries.contains_key(&at);
                country || referents.office(at).is_some() || is_noun(scene, at)
            })
    };
    let (mut from, mut to) = (first.row(), first.row());
    while from > 0 && is_name(from - 1) && is_name(from) && joins(from - 1, from) {
        from -= 1;
    }
    while to + 1 < named.mentions.len() && is_name(to) && is_name(to + 1) && joins(to, to + 1) {
        to += 1;
    }
    let others = (from..=to).filter(|&row| row != first.row());
    others.map(|row| referents.tokens().head_of(named.ties.mentions[row].clone())).collect()
}

/// Phrases between a noun and the country that it is of at most.
const NESTED: usize = 4;

/// Words between two names that are joined at most: "and Energocom director".
const TITLE: usize = 6;

fn is_noun(scene: &Scene, word: usize) -> bool {
    matches!(scene.referents.tokens().upos(word), Upos::Noun | Upos::Propn)
}

/// The code of the entity behind an argument whose words do not name it.
fn named_codes(scene: &Scene, arg: &Arg) -> Option<String> {
    let head = scene.head_of(arg.span);
    match arg.filler {
        Filler::Entity(id) if scene.referents.entity(head).is_none() => entity_code(scene, id),
        _ => None,
    }
}

/// The codes of whom the argument stands for.
pub(super) fn codes_of(scene: &Scene, arg: &Arg) -> Vec<String> {
    // "the two ministers" are two that the text has named before.
    let head = scene.head_of(arg.span);
    named_codes(scene, arg).map_or_else(|| codes(scene, head), |code| vec![code])
}

/// What a noun of number counts: the Kurds of "thousands of Kurds", the people of "tens of thousands of people".
pub(super) fn counted(scene: &Scene, head: usize) -> Option<usize> {
    let tokens = scene.referents.tokens();
    scene.referents.quantity(head)?;
    let of = |at: usize| tokens.children(at).filter(move |&child| is_of(scene, child, at));
    let first = of(head).next()?;
    // … wherever the arcs hang the people.
    let rest = || of(first).next().or_else(|| of(head).nth(1));
    scene.referents.quantity(first).and_then(|_| rest()).or(Some(first))
}

/// What a part is of: the city of "most of the city".
pub(super) fn divided(scene: &Scene, head: usize) -> Option<usize> {
    let part = scene.clauses.is_listed(head, &scene.clauses.governors.partitive);
    scene.referents.tokens().children(head).find(|&child| part && is_of(scene, child, head))
}

/// The codes of who the phrase of `head` acts for; several for "French and Egyptian warships" and for groups.
pub(super) fn codes(scene: &Scene, head: usize) -> Vec<String> {
    let referents = scene.referents;
    if let Some(entity) = referents.entity(head) {
        let members = referents.members(entity);
        let members = if members.is_empty() { std::slice::from_ref(&entity) } else { members };
        let own: Vec<String> = members.iter().filter_map(|&id| entity_code(scene, id)).collect();
        if !own.is_empty() {
            return own;
        }
    }
    // "representatives of *the business community*" act for those whom they represent.
    let tokens = referents.tokens();
    if tokens.lemma(head) == "representative" {
        let of = |&child: &usize| {
            tokens.relation(child) == Relation::Nmod
                && scene.clauses.case(child).is_some_and(|case| referents.text(case) == "of")
        };
        let own = tokens.children(head).find(of).map(|of| codes(scene, of)).unwrap_or_default();
        if !own.is_empty() {
            return own;
        }
    }
    let words = referents.phrase(head);
    let before = based(scene, words.start..head + 1);
    // "the leaders of *the two countries*", "of *Serbia and Kosovo*" are of both, "the envoy of Kenya to Oman" of the first.
    let behind = || {
        // "convicted three men of *spying* for Russia": what they did says not whose they are.
        // … nor does what was done to somebody who is named: "Ann Lee, *invited* by Kenya".
        let name = referents.covering(head).is_some_and(|id| {
            let mention = &referents.named.mentions[id];
            mention.kind == EntityKind::Person && mention.form == Form::Name
        });
        let verb = |at: &usize| {
            tokens.xpos(*at) == "VBG" && scene.clauses.is_named_by(*at)
                || name && tokens.xpos(*at) == "VBN" && tokens.relation(*at) == Relation::Acl
        };
        let first =
            (head + 1..words.end).take_while(|at| !verb(at)).find(|&at| !bases(scene, at).is_empty())?;
        // "a demonstration *outside* the Swedish embassy" is not Sweden's.
        let beside = |at: usize| {
            let case = scene.clauses.case(at).map(|case| referents.text(case));
            matches!(
                case,
                Some("outside" | "near" | "against" | "before" | "around" | "over" | "about" | "with")
            )
        };
        let above = std::iter::successors(Some(first), |&at| tokens.head(at)).take(NESTED);
        if above.take_while(|&at| at > head).any(beside) {
            return None;
        }
        // … as are "negotiators *from* Kenya and Oman".
        let from = scene.clauses.case(first).is_some_and(|case| referents.text(case) == "from");
        let hung = is_of(scene, first, head) || from && tokens.head(first) == Some(head);
        let several = scene.clauses.is_plural(head) && hung;
        let all = scene.clauses.conjuncts(first).filter(|&at| several || at == first);
        Some(all.fold(Vec::new(), |mut codes: Vec<String>, at| {
            codes.extend(
                bases(scene, at).into_iter().filter(|code| !codes.contains(code)).collect::<Vec<_>>(),
            );
            codes
        }))
    };
    let bases = if before.is_empty() { behind().unwrap_or_default() } else { before };
    let own = if is_former(scene, head) { Some(ELITE) } else { branch(scene, words.start..head + 1) };
    let coded: Vec<String> = bases.into_iter().map(|base| with_branch(base, own)).collect();
    // "Ali Sidhoum, *Algeria's leading activist*": what is set off after a name says for whom they act.
    match tokens.child(head, &[Relation::Appos]).filter(|&behind| coded.is_empty() && behind > head) {
        Some(behind) => {
            let words = referents.phrase(behind);
            let branch = branch(scene, words.clone());
            based(scene, words).into_iter().take(1).map(|base| with_branch(base, branch)).collect()
        }
        None => coded,
    }
}

/// The branch of those who held an office.
const ELITE: &str = "ELI";

/// Whether the word heads an office that is over: "Bolivia's *former president*".
fn is_former(scene: &Scene, head: usize) -> bool {
    let offices = &scene.referents.named.ties.offices;
    let row = offices.partition_point(|(office, _)| office.words.end <= head);
    offices.get(row).is_some_and(|(office, _)| office.is_former() && office.words.contains(&head))
}

/// Whether "of" hangs the word on the noun at `head`.
fn is_of(scene: &Scene, word: usize, head: usize) -> bool {
    let of = scene.clauses.case(word).is_some_and(|case| scene.referents.text(case) == "of");
    of && scene.referents.tokens().head(word) == Some(head)
}

/// The first of the `words` that stands for a country or body other than those of `but`, and what is joined to it, with
/// their codes: of "the Israeli army" that of the army.
pub(super) fn first_codes(
    scene: &Scene,
    words: Range<usize>,
    but: &[String],
) -> (Option<usize>, Vec<String>) {
    let clauses = &scene.clauses;
    // "withdraw *its* soldiers from Oman": what is one's own is nobody else.
    let ours = |word: usize, code: &str| {
        let pronoun = scene.referents.tokens().upos(word) == Upos::Pron;
        pronoun && but.iter().any(|other| other.get(..3) == code.get(..3))
    };
    let new =
        |word: &usize| code(scene, *word).is_some_and(|code| !but.contains(&code) && !ours(*word, &code));
    let Some(first) = words.into_iter().find(new) else { return (None, Vec::new()) };
    let mut codes: Vec<String> = Vec::new();
    for code in clauses.conjuncts(first).filter_map(|word| code(scene, word)) {
        if !codes.contains(&code) && !but.contains(&code) {
            codes.push(code);
        }
    }
    // "the Israeli army": the army, not the adjective.
    let tokens = scene.referents.tokens();
    let head = tokens.head(first).filter(|&head| head > first && tokens.upos(head) != Upos::Verb);
    (Some(head.unwrap_or(first)), codes)
}

/// The code of what the word names or belongs to: of "Israeli" in "the Israeli army" that of the army.
fn code(scene: &Scene, word: usize) -> Option<String> {
    let tokens = scene.referents.tokens();
    let base = base(scene, word)?;
    let head = tokens.head(word).filter(|&head| head > word && tokens.upos(head) != Upos::Verb);
    let branch =
        head.and_then(|head| branch(scene, head..head + 1)).or_else(|| branch(scene, word..word + 1));
    Some(with_branch(base, branch))
}

/// Whether the word is a place of which a name or a country says which: "the *Kazakh* capital", "the town of *Badme*".
pub(super) fn locality(scene: &Scene, word: usize) -> bool {
    let (tokens, clauses) = (scene.referents.tokens(), &scene.clauses);
    let named = |at: usize| {
        scene.referents.named.ties.countries.contains_key(&at)
            || tokens.upos(at) == Upos::Propn
                && (is_of(scene, at, word) || tokens.relation(at) == Relation::Appos)
    };
    clauses.is_listed(word, &clauses.governors.localities) && tokens.children(word).any(named)
}

/// The country of the place at the word.
pub(super) fn state(scene: &Scene, word: usize) -> Option<String> {
    scene.referents.named.ties.countries.get(&word).cloned()
}

/// The code of people or a body among the `words` that the text gives no country: they belong to `country`.
pub(super) fn domestic(scene: &Scene, words: Range<usize>, country: &str) -> Option<String> {
    let class = |code: &str| ["IGO", "NGO", "MNC", "IMG", "ISM"].contains(&code);
    // "the Secretary-General" is of no country.
    let home = !class(country.get(..3)?);
    let branch = branch(scene, words).filter(|branch| home && !class(branch))?;
    Some(with_branch(country[..3].to_owned(), Some(branch)))
}

/// The codes of the countries and bodies among `words`, each once.
fn based(scene: &Scene, words: Range<usize>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    // "*his* Thai counterpart" is Thailand's.
    let pronoun = |word: &usize| scene.referents.tokens().upos(*word) == Upos::Pron;
    let other = words.clone().any(|word| !pronoun(&word) && !bases(scene, word).is_empty());
    // "*Rwandan*-backed rebels" are not Rwanda's, "a *Saudi*-led force" is.
    let backed = |&word: &usize| {
        let tokens = scene.referents.tokens();
        let verb = word + 2;
        let joined = verb < tokens.len() && scene.referents.text(word + 1) == "-";
        let participle = joined && matches!(tokens.xpos(verb), "VBN" | "VBD" | "JJ");
        participle && scene.clauses.is_listed(verb, &scene.clauses.governors.backing)
    };
    let own = words.filter(|word| !(other && pronoun(word) || backed(word)));
    for code in own.flat_map(|word| bases(scene, word)) {
        if !found.contains(&code) {
            found.push(code);
        }
    }
    found
}

/// The codes of the country or body that the word names, or of the members of a group that it stands for.
fn bases(scene: &Scene, word: usize) -> Vec<String> {
    let named = scene.referents.covering(word).map(|id| scene.referents.named.mentions[id].entity);
    let members = named.map_or(&[][..], |entity| scene.referents.members(entity));
    let codes: Vec<String> = members.iter().filter_map(|&id| entity_code(scene, id)).collect();
    if codes.is_empty() { base(scene, word).into_iter().collect() } else { codes }
}

/// The code of the country or body that the word names.
fn base(scene: &Scene, word: usize) -> Option<String> {
    let referents = scene.referents;
    // "US$8 million" is no act of the United States.
    if referents.quantity(word).is_some() {
        return None;
    }
    let country = || referents.named.ties.countries.get(&word).cloned();
    let named = referents.covering(word).map(|id| referents.named.mentions[id].entity);
    // "*our* companies": those of whom the speaker speaks for.
    let own = referents.tokens().xpos(word) == "PRP$" && referents.tokens().lemma(word) == "our";
    let named = named.or_else(|| if own { whom::ours(scene, word) } else { None });
    named.and_then(|entity| entity_code(scene, entity)).or_else(country)
}

fn entity_code(scene: &Scene, entity: Id<Entity>) -> Option<String> {
    let row = &scene.referents.named.entities[entity];
    let own = row.code.clone().filter(|_| row.kind != EntityKind::Place);
    own.or_else(|| scene.code_of(entity))
}

/// The code of who holds the office that the words `role` name for `body`.
pub(super) fn officer(scene: &Scene, body: Id<Entity>, role: Range<usize>) -> Option<String> {
    let base = entity_code(scene, body)?;
    let branch = branch(scene, role)?;
    Some(with_branch(base, Some(branch)))
}

/// The branch of the last of `words` that tells.
fn branch<'a>(scene: &Scene<'a>, words: Range<usize>) -> Option<&'a str> {
    let branches = &scene.referents.named.ties.branches;
    // "the West *Bank*" is no bank.
    let place = |word: usize| {
        let mention = scene.referents.covering(word).map(|id| &scene.referents.named.mentions[id]);
        mention.is_some_and(|row| row.kind == EntityKind::Place)
    };
    words.rev().filter(|&word| !place(word)).find_map(|word| branches.get(&word)?.as_deref())
}

/// `IRQ` and `GOV` make `IRQGOV`; a code that has a branch keeps it.
fn with_branch(base: String, branch: Option<&str>) -> String {
    match branch {
        Some(branch) if base.len() == 3 && !["IGO", "NGO", "MNC", "IMG", "ISM"].contains(&base.as_str()) => {
            base + branch
        }
        _ => base,
    }
}
