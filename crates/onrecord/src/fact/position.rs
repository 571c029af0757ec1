//! Who holds an office, where the name stands beside it or is said to be it.

use std::ops::Range;

use super::scene::{Certainty, PLAIN, Scene};
use super::when;
use crate::document::{Arg, Entity, EntityKind, Fact, FactKind, Filler, Form, Id, Mention, Modality};
use crate::name::Office;
use crate::resolve::refer::Referents;
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Tokens};

/// Offices on either side of one that may have its words among theirs, at most.
const BESIDE: usize = 8;

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let offices = &scene.referents.named.ties.offices;
    let near = |row: usize| &offices[row.saturating_sub(BESIDE)..(row + BESIDE).min(offices.len())];
    offices
        .iter()
        .enumerate()
        .filter(|(row, (office, holder))| {
            // "*Deputy* Foreign Minister": a word of an office is none of its own.
            let longer = |other: &Office| {
                other.words.start <= office.words.start
                    && office.words.end <= other.words.end
                    && other.words.len() > office.words.len()
            };
            !near(*row).iter().any(|(other, one)| one == holder && longer(other))
        })
        .flat_map(|(_, (office, holder))| {
            let beside = positions(scene, office, *holder);
            let found = if beside.is_empty() {
                said(scene, office).or_else(|| apposed(scene, office)).into_iter().collect()
            } else {
                beside
            };
            let found = found.into_iter().map(|fact| held(scene, office, fact));
            found.map(|fact| member(scene, office, &fact).unwrap_or(fact)).collect::<Vec<_>>()
        })
        .collect()
}

/// The position with when it is held, where that stands behind the office: "Ann Lee, president *since 2021*".
fn held(scene: &Scene, office: &Office, fact: Fact) -> Fact {
    let behind = || when::behind(scene, office.words.end, &["since", "until", "from", "in"]);
    let time = fact.time.or_else(behind);
    Fact { time, ..fact }
}

/// What clauses say of who holds an office, each with the word that says it.
pub(super) fn said_of(scene: &Scene) -> Vec<(usize, Fact)> {
    let offices = scene.referents.named.ties.offices.iter();
    let free = offices.filter(|(office, holder)| holder.is_none() && !office.is_former());
    let head = |office: &Office| scene.referents.tokens().head_of(office.role.clone());
    free.filter_map(|(office, _)| Some((head(office), said(scene, office)?))).collect()
}

/// Who is a member holds no office but belongs to the body before the word: "Legislative Council *member* Nathan Law".
fn member(scene: &Scene, office: &Office, fact: &Fact) -> Option<Fact> {
    let referents = scene.referents;
    let word = office.role.end.checked_sub(1).filter(|&word| scene.lemma(word) == "member")?;
    let before = word.checked_sub(1).filter(|&before| before >= office.words.start)?;
    let group = match referents.covering(before) {
        Some(id) => {
            let mention = &referents.named.mentions[id];
            Arg { role: "group", span: mention.span, filler: Filler::Entity(mention.entity) }
        }
        None => Arg { role: "group", ..fact.args.iter().find(|arg| arg.role == "organization")?.clone() },
    };
    let person = Arg { role: "member", ..fact.args.first()?.clone() };
    Some(Fact {
        kind: FactKind::Membership,
        rule: "membership/office".to_owned(),
        args: vec![person, group],
        ..fact.clone()
    })
}

/// The office that a clause says somebody holds: "Noam Chomsky is *a professor* at MIT", "Ann Lee remained *president*".
fn said(scene: &Scene, office: &Office) -> Option<Fact> {
    let referents = scene.referents;
    let tokens = referents.tokens();
    let head = tokens.head_of(office.role.clone());
    // "is a *professor* emeritus": the noun that follows carries it.
    let next =
        tokens.head(head).filter(|&next| tokens.relation(head) == Relation::Compound && next == head + 1);
    let own = next.unwrap_or(head);
    let head = first_of(tokens, own);
    let copula = tokens.child(head, &[Relation::Cop]).is_some();
    let stays = tokens.head(head).filter(|&verb| {
        let said = matches!(tokens.relation(head), Relation::Xcomp | Relation::Obj);
        // Who *becomes* president gets an office: an appointment.
        said && scene.clauses.is_listed(verb, &scene.clauses.governors.becoming)
            && scene.lemma(verb) != "become"
    });
    let clause = scene.clauses.of_verb(if copula { head } else { stays? });
    let subject = clause.filler(Function::Subject)?;
    let person = referents.entity(subject).filter(|&id| referents.kind(id) == EntityKind::Person)?;
    if scene.is_asked(head) {
        return None;
    }
    let mut args = vec![
        Arg { role: "person", span: referents.span(subject), filler: Filler::Entity(person) },
        scene.text("role", office.told()),
    ];
    args.extend(organization(scene, office));
    if args.len() < 3 {
        let beside = [Relation::Nmod, Relation::Obl];
        let mut below =
            tokens.children(head).filter(|&child| child > head && beside.contains(&tokens.relation(child)));
        let body = below.find(|&child| {
            let kind = referents.entity(child).map(|id| referents.kind(id));
            matches!(kind, Some(EntityKind::Organization | EntityKind::Country))
        });
        args.extend(body.map(|word| scene.phrase("organization", word)));
    }
    let modality = clause.modality.max(certainty(office).modality);
    let certainty = Certainty { polarity: clause.polarity, modality };
    Some(scene.fact(FactKind::Position, "position/is", own, certainty, args))
}

/// The first of several things that somebody is: "a *lawyer* and former mayor".
fn first_of(tokens: &Tokens, head: usize) -> usize {
    let joined = tokens.relation(head) == Relation::Conj && tokens.child(head, &[Relation::Cop]).is_none();
    tokens.head(head).filter(|&first| joined && first < head).unwrap_or(head)
}

/// The office that stands behind a name, whatever stands between: "Paul Manafort, the president's former campaign *chairman*".
fn apposed(scene: &Scene, office: &Office) -> Option<Fact> {
    let referents = scene.referents;
    let tokens = referents.tokens();
    let head = tokens.head_of(office.role.clone());
    let first = first_of(tokens, head);
    let above =
        tokens.head(first).filter(|&above| tokens.relation(first) == Relation::Appos && above < first)?;
    let mention = &referents.named.mentions[referents.covering(above)?];
    if mention.kind != EntityKind::Person || mention.form != Form::Name {
        return None;
    }
    let mut args = vec![
        Arg { role: "person", span: mention.span, filler: Filler::Entity(mention.entity) },
        scene.text("role", office.told()),
    ];
    args.extend(organization(scene, office));
    Some(scene.fact(FactKind::Position, "position/name", head, certainty(office), args))
}

/// The position of who holds the office; of "councillors Alvin Yeung, Fernando Cheung and Raymond Chan" one for each.
fn positions(scene: &Scene, office: &Office, holder: Option<Id<Entity>>) -> Vec<Fact> {
    let Some(first) = holder.and_then(|person| position(scene, office, person)) else { return Vec::new() };
    let referents = scene.referents;
    let tokens = referents.tokens();
    let mut facts = Vec::new();
    // "*councillors* A and B", not "Minister for Foreign Affairs A and B".
    if tokens.feats(tokens.head_of(office.role.clone())).contains("Number=Plur") {
        let head = tokens.head_of(referents.words_of(first.args[0].span));
        // The second name is joined to the first, or to the office that the first stands beside.
        let above = tokens.head(head).filter(|_| tokens.relation(head) == Relation::Appos);
        let mut others: Vec<usize> = scene.clauses.conjuncts(head).collect();
        others.extend(above.into_iter().flat_map(|office| scene.clauses.conjuncts(office)));
        others.sort_unstable();
        others.dedup();
        for word in others.into_iter().filter(|&word| word != head) {
            let name = referents.covering(word).map(|id| &referents.named.mentions[id]);
            let person = name.filter(|name| name.kind == EntityKind::Person && name.form == Form::Name);
            facts.extend(person.map(|name| {
                let mut args = first.args.clone();
                // "the politicians A *of the Labour Party* and B": of the first alone.
                args.retain(|arg| arg.role != "organization" || arg.span < first.args[0].span);
                args[0] = Arg { span: name.span, filler: Filler::Entity(name.entity), ..args[0].clone() };
                scene.fact(FactKind::Position, "position/name", office.last(), certainty(office), args)
            }));
        }
    }
    facts.insert(0, first);
    facts
}

/// An office that is to come is planned.
fn certainty(office: &Office) -> Certainty {
    let modality = if office.standing.coming { Modality::Planned } else { PLAIN.modality };
    Certainty { modality, ..PLAIN }
}

/// Words between a name and the second of two offices at most.
const JOINED: usize = 20;

/// Words in brackets between an office and a name at most.
const BRACKET: usize = 10;

/// Words that tell from when until when somebody held an office at most.
const YEARS: usize = 4;

fn position(scene: &Scene, office: &Office, person: Id<Entity>) -> Option<Fact> {
    office.person?;
    let referents = scene.referents;
    // The name stands within three words of the office, on either side, or another office between.
    let reach = if office.joined { JOINED } else { 4 };
    let mut behind = office.words.end + reach;
    // … not counting what stands in brackets, or the years: "As governor *from 2014 to 2021*, Ann Lee".
    let next = office.words.end;
    if next < referents.tokens().len() && referents.text(next) == "(" {
        behind += BRACKET;
    } else if next + 1 < referents.tokens().len() && referents.time(next + 1).is_some() {
        behind += YEARS;
    }
    let around = office.words.start.saturating_sub(reach)..behind.min(referents.tokens().len());
    let mut beside = around.filter_map(|word| {
        let mention = referents.covering(word)?;
        let row = &referents.named.mentions[mention];
        (row.entity == person && row.form == Form::Name).then_some(mention)
    });
    let name: Id<Mention> = beside.next()?;
    let mut args = vec![
        Arg { role: "person", span: referents.named.mentions[name].span, filler: Filler::Entity(person) },
        scene.text("role", office.told()),
    ];
    args.extend(organization(scene, office).or_else(|| elsewhere(scene, office, person)));
    let fact = scene.fact(FactKind::Position, "position/name", office.last(), certainty(office), args);
    // Of "Minister of Trade" the minister carries it.
    let predicate = scene.lemma(referents.tokens().head_of(office.role.clone()));
    Some(Fact { predicate, ..fact })
}

/// The office that the text gives the person, the last one before the word or else the first behind it: what "Ann Lee resigned" is from.
pub(super) fn office_by(scene: &Scene, person: Id<Entity>, word: usize) -> Vec<Arg> {
    let offices = &scene.referents.named.ties.offices;
    let end = offices.partition_point(|(office, _)| office.words.start <= word);
    let held = |row: &&(Office, Option<Id<Entity>>)| row.1 == Some(person) && !row.0.is_former();
    let nearest = offices[..end].iter().rev().find(held).or_else(|| offices[end..].iter().find(held));
    let Some((office, _)) = nearest else { return Vec::new() };
    std::iter::once(scene.text("role", office.told())).chain(organization(scene, office)).collect()
}

/// The arguments beside a person of several of whom one thing is told, with that person's own office in place of another's:
/// "sacked his defence minister, Ann Lee, and his *army chief*, Bo Ek".
pub(super) fn own(scene: &Scene, person: &Arg, word: usize, mut others: Vec<Arg>) -> Vec<Arg> {
    let Filler::Entity(id) = person.filler else { return others };
    let of_another = |role: &Arg| {
        let office = within(scene, &scene.referents.words_of(role.span));
        office.is_some_and(|&(_, holder)| holder.is_some_and(|holder| holder != id))
    };
    if others.iter().any(|arg| arg.role == "role" && of_another(arg)) {
        others.retain(|arg| !matches!(arg.role, "role" | "organization"));
        others.extend(office_by(scene, id, word));
    }
    others
}

/// What the office is called, in small letters.
pub(super) fn called(referents: &Referents, office: &Office) -> String {
    let words = referents.tokens().cover(office.role.clone());
    referents.reading.text.slice(words).to_lowercase()
}

/// The body or country of the office where another place tells of it: of "President Lee" that of "*Kenya's* President, Ann Lee".
fn elsewhere(scene: &Scene, office: &Office, person: Id<Entity>) -> Option<Arg> {
    let of = scene.office_of(person, called(scene.referents, office)).filter(|_| office.of.is_none())?;
    let body = of.clone().find_map(|word| scene.referents.covering(word))?;
    let entity = scene.referents.named.mentions[body].entity;
    Some(Arg {
        role: "organization",
        span: scene.referents.tokens().cover(of),
        filler: Filler::Entity(entity),
    })
}

/// The body or country that the office belongs to, in the words that say so.
fn organization(scene: &Scene, office: &Office) -> Option<Arg> {
    let span = scene.referents.tokens().cover(office.of.clone()?);
    let filler = body(scene.referents, office).map_or(Filler::Text, Filler::Entity);
    Some(Arg { role: "organization", span, filler })
}

/// The office that the words name, with who holds it.
fn within<'s>(scene: &Scene<'s>, words: &Range<usize>) -> Option<&'s (Office, Option<Id<Entity>>)> {
    let offices = &scene.referents.named.ties.offices;
    let first = offices.partition_point(|(office, _)| office.words.end <= words.start);
    offices.get(first).filter(|(office, _)| words.contains(&office.role.start))
}

/// The body or country of the office that the words name: "elected chair of *the African Union*".
pub(super) fn organization_within(scene: &Scene, words: &Range<usize>) -> Option<Arg> {
    let (office, _) = within(scene, words)?;
    let body = |arg: &Arg| match arg.filler {
        Filler::Entity(id) => {
            matches!(scene.referents.kind(id), EntityKind::Organization | EntityKind::Country)
        }
        _ => false,
    };
    organization(scene, office).filter(body)
}

/// The body or country that the office belongs to.
pub(super) fn body(referents: &Referents, office: &Office) -> Option<Id<Entity>> {
    let of = office.of.clone()?;
    let mention = of.clone().find_map(|word| referents.covering(word));
    // "Afghan ambassador": of the country, where the text names it.
    let state = || {
        let code = of.clone().find_map(|word| referents.named.ties.countries.get(&word))?;
        let mut rows = referents.named.entities.iter().enumerate();
        let named = rows.find(|(_, row)| row.kind == EntityKind::Country && row.code.as_ref() == Some(code));
        named.map(|(row, _)| Id::new(row))
    };
    mention.map(|mention| referents.named.mentions[mention].entity).or_else(state)
}
