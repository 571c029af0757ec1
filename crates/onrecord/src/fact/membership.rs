//! Members of parties and bodies: "Alvin Yeung of Civic Party", "New People's Party's Regina Ip".

use super::scene::{PLAIN, Scene};
use crate::document::{Arg, EntityKind, Fact, FactKind, Filler, Form, Id};
use crate::syntax::Relation;

/// Words between a member and a group at most: an age between commas, "of", "the".
const BETWEEN: usize = 5;

/// "*Her party*, the Civic Alliance": the member is whose the party is.
fn own(scene: &Scene, row: usize) -> Option<Fact> {
    let (referents, named) = (scene.referents, scene.referents.named);
    let group = &named.mentions[row];
    let first = named.ties.mentions[row].start;
    let article = first.checked_sub(1).filter(|&at| referents.text(at) == "the").unwrap_or(first);
    let noun = article.checked_sub(2).filter(|_| referents.text(article - 1) == ",")?;
    let party = named.ties.branches.get(&noun).and_then(|branch| branch.as_deref()) == Some("PTY");
    let body = group.form == Form::Name && group.kind == EntityKind::Organization;
    let whose = referents.tokens().child(noun, &[Relation::NmodPoss]).filter(|_| party && body)?;
    let member = referents.entity(whose).filter(|&id| referents.kind(id) == EntityKind::Person)?;
    let group = Arg { role: "group", span: group.span, filler: Filler::Entity(group.entity) };
    let member = Arg { role: "member", span: referents.span(whose), filler: Filler::Entity(member) };
    Some(scene.fact(FactKind::Membership, "membership/own", noun, PLAIN, vec![member, group]))
}

/// "Sen. Ann Lee (*R*-Texas)", "Rep. Ann Lee, *D*-Ohio,"
fn lettered(scene: &Scene, row: usize) -> Option<Fact> {
    let (referents, named) = (scene.referents, scene.referents.named);
    let (mention, opens) = (&named.mentions[row], named.ties.mentions[row].end);
    let text = |at: usize| if at < referents.tokens().len() { referents.text(at) } else { "" };
    let (letter, parties) = (opens + 1, &scene.clauses.governors.parties);
    let beside = matches!(text(opens), "(" | ",") && text(letter + 1) == "-";
    let (_, party) = parties.iter().find(|(short, _)| beside && short == text(letter))?;
    let place = text(letter + 2).starts_with(char::is_uppercase);
    if !place || mention.kind != EntityKind::Person || mention.form != Form::Name {
        return None;
    }
    let known = named.entities.iter().position(|entity| entity.name == *party);
    let value = || Filler::Value { value: party.clone(), unit: None };
    let group = Arg {
        role: "group",
        span: referents.tokens().span(letter),
        filler: known.map_or_else(value, |row| Filler::Entity(Id::new(row))),
    };
    let member = Arg { role: "member", span: mention.span, filler: Filler::Entity(mention.entity) };
    Some(scene.fact(FactKind::Membership, "membership/letter", letter, PLAIN, vec![member, group]))
}

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let referents = scene.referents;
    let named = referents.named;
    let mentions = &named.ties.mentions;
    let told = |row| own(scene, row).or_else(|| lettered(scene, row));
    let mut facts: Vec<Fact> = (0..mentions.len()).filter_map(told).collect();
    let apart = |at: usize| at >= referents.tokens().len() || matches!(referents.text(at), "," | ".");
    for (row, pair) in mentions.windows(2).enumerate() {
        let (first, second) = (&named.mentions[row], &named.mentions[row + 1]);
        let names = first.form == Form::Name && second.form == Form::Name;
        if !names || pair[0].end > pair[1].start || pair[1].start - pair[0].end > BETWEEN {
            continue;
        }
        // "Ann Lee of the *respected* Green Party": how the body is says nothing of who belongs to it.
        let plain = |&at: &usize| referents.tokens().relation(at) != Relation::Amod;
        let words = (pair[0].end..pair[1].start).filter(plain);
        // "Ann Lee of *The* Herald"
        let small = |text| if text == "The" { "the" } else { text };
        let mut between: Vec<&str> = words.map(|at| small(referents.text(at))).collect();
        // "Ann Lee, *45*, of the Green Party"
        let age = |age: &str| age.bytes().all(|digit| digit.is_ascii_digit());
        if let [",", years, ",", ..] = between.as_slice()
            && age(years)
        {
            between.drain(..3);
        }
        let (member, group) = match (first.kind, second.kind, between.as_slice()) {
            (EntityKind::Person, EntityKind::Organization, ["of" | "from"] | ["of" | "from", "the"]) => {
                (row, row + 1)
            }
            // "Nick Bos, of the University of Helsinki," set off by commas.
            (
                EntityKind::Person,
                EntityKind::Organization,
                [",", "of" | "from"] | [",", "of" | "from", "the"],
            ) if apart(pair[1].end) => (row, row + 1),
            (EntityKind::Organization, EntityKind::Person, ["'s" | "’s"]) => (row + 1, row),
            // "Ann Lee's Green Party", "the Green Party *of* Deputy Speaker Ann Lee"
            (EntityKind::Person, EntityKind::Organization, ["'s" | "’s"]) if is_party(scene, row + 1) => {
                (row, row + 1)
            }
            (EntityKind::Organization, EntityKind::Person, ["of", title @ ..])
                if is_party(scene, row) && title.iter().all(|word| word.starts_with(char::is_uppercase)) =>
            {
                (row + 1, row)
            }
            (EntityKind::Person, EntityKind::Organization, ["("]) => (row, row + 1),
            _ => continue,
        };
        let arg = |role, row: usize| {
            let mention = &named.mentions[row];
            Arg { role, span: mention.span, filler: Filler::Entity(mention.entity) }
        };
        let args = vec![arg("member", member), arg("group", group)];
        let word = mentions[group].end - 1;
        // "the Party's Ben Chan and Leung Che-cheung": who is joined to a member without a group of their own is one too.
        let mut last = member;
        while member > group
            && let Some(next) = joined(scene, last)
        {
            let args = vec![arg("member", next), arg("group", group)];
            facts.push(scene.fact(FactKind::Membership, "membership/joined", word, PLAIN, args));
            last = next;
        }
        facts.push(scene.fact(FactKind::Membership, "membership/name", word, PLAIN, args));
    }
    facts
}

/// Whether the mention names a political party: one that is known, or by its last word.
fn is_party(scene: &Scene, row: usize) -> bool {
    let named = scene.referents.named;
    let entity = &named.entities[named.mentions[row].entity];
    let last = entity.name.rsplit(' ').next().unwrap_or_default().to_lowercase();
    entity.code.as_deref().is_some_and(|code| code.ends_with("PTY"))
        || scene.clauses.governors.party.contains(&last)
}

/// The person named after the one of mention `row`, with nothing but "and" or a comma between, and no body after them.
fn joined(scene: &Scene, row: usize) -> Option<usize> {
    let named = scene.referents.named;
    let mentions = &named.ties.mentions;
    let next = row + 1;
    let person =
        named.mentions.get(next)?.kind == EntityKind::Person && named.mentions[next].form == Form::Name;
    let between = mentions[row].end..mentions[next].start;
    let joins =
        between.len() <= 2 && between.clone().all(|at| matches!(scene.referents.text(at), "and" | "," | "&"));
    let words = scene.referents.tokens().len();
    let after = if mentions[next].end < words { scene.referents.text(mentions[next].end) } else { "" };
    let own = matches!(after, "of" | "from" | "(");
    (person && joins && !between.is_empty() && !own).then_some(next)
}
