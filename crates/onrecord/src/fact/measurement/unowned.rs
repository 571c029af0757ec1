//! Whose a figure is that has no owner beside it: "*Inflation* fell to 2.1 percent" in a report on Kenya is Kenya's, and "*net
//! profit* rose by a tenth" that of the company whose results are told.
//!
//! Statistics of an economy and the accounts of a company are told without an owner once it is clear whom the text is about.
//! That is the country, or the company, of which the sentences before have told figures of that sort, or else the one that the
//! document names by far most often, or else the only country that is named near by. Statistics may also say where they were
//! measured: "inflation in Kenya".

use std::ops::Range;

use crate::document::{Entity, EntityKind, Fact, Filler, Id};
use crate::fact::scene::Scene;
use crate::resolve::foremost;
use crate::syntax::Relation;

/// Words from a figure back to the one before, within which both may be of the same one.
const NEAR: usize = 60;

/// Whose figures are told, of an economy and of a company.
pub(super) struct Unowned {
    country: Option<Id<Entity>>,
    company: Option<Id<Entity>>,
    /// Whose the last figures were, with where they stand.
    last: Option<(usize, Id<Entity>)>,
}

impl Unowned {
    pub(super) fn new(scene: &Scene) -> Self {
        let named = scene.referents.named;
        let bodies =
            named.mentions.iter().map(|mention| mention.entity).filter(|&id| Sort::Company.has(scene, id));
        Self { country: named.ties.theme, company: foremost(bodies), last: None }
    }

    /// Whose the figure is that `words` name, whose head is `noun`.
    pub(super) fn owner(&self, scene: &Scene, words: Range<usize>, noun: usize) -> Option<Id<Entity>> {
        let (sort, start) = sort(scene, noun)?;
        let said =
            || inside(scene, noun).or_else(|| scene.referents.country_among(words.start.min(noun)..noun));
        if let Some(country) = if sort == Sort::Economy { said() } else { None } {
            return Some(country);
        }
        let foremost = if sort == Sort::Economy { self.country } else { self.company };
        let last = self.last.filter(|&(at, id)| at + NEAR > noun && sort.is_of(scene, id));
        let near = || nearest(scene, noun).filter(|_| sort == Sort::Economy);
        let owner = last.map(|(_, id)| id).or(foremost).or_else(near);
        // "*Korean* exports", of a text that never names Korea, are nobody else's.
        let states = &scene.referents.named.ties.countries;
        let named =
            (words.start..=noun).any(|at| scene.referents.covering(at).is_some() || states.contains_key(&at));
        owner.filter(|_| !named && !is_owned(scene, noun, sort, start))
    }

    /// Keeps in mind whose figure `fact` tells.
    pub(super) fn hear(&mut self, scene: &Scene, fact: &Fact) {
        let arg = |role: &str| fact.args.iter().find(|arg| arg.role == role);
        let (Some(subject), Some(measure)) = (arg("subject"), arg("measure")) else { return };
        let noun = scene.head_of(measure.span);
        if let (Filler::Entity(id), Some((sort, _))) = (&subject.filler, sort(scene, noun))
            && sort.is_of(scene, *id)
        {
            self.last = Some((noun, *id));
        }
    }
}

/// What a figure is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Economy,
    Company,
}

impl Sort {
    /// Whether such figures are told of the entity; bodies of states and alliances have codes.
    fn has(self, scene: &Scene, entity: Id<Entity>) -> bool {
        let row = &scene.referents.named.entities[entity];
        match self {
            Self::Economy => row.kind == EntityKind::Country,
            Self::Company => {
                let business = |code: &str| code.ends_with("BUS") || code.starts_with("MNC");
                let company = row.code.as_deref().is_none_or(business);
                company && row.kind == EntityKind::Organization
            }
        }
    }

    /// Whether the entity may have such figures; a company that nobody knows is easily taken for somebody or for a place.
    fn is_of(self, scene: &Scene, entity: Id<Entity>) -> bool {
        (scene.referents.kind(entity) == EntityKind::Country) == (self == Sort::Economy)
    }
}

/// The only country that is named shortly before the noun. A company cannot be told so, as many have no name that anybody knows.
fn nearest(scene: &Scene, noun: usize) -> Option<Id<Entity>> {
    let named = scene.referents.named;
    let rows = |at: usize| named.ties.mentions.partition_point(|words| words.start < at);
    let near = rows(noun.saturating_sub(NEAR))..rows(noun);
    let mut found = near.map(|row| named.mentions[row].entity).filter(|&id| Sort::Economy.has(scene, id));
    let first = found.next()?;
    found.all(|id| id == first).then_some(first)
}

/// What the figure is of that the noun names, with the first word of its name.
fn sort(scene: &Scene, noun: usize) -> Option<(Sort, usize)> {
    let governors = &scene.clauses.governors;
    let start = |list: &[String]| list.iter().find_map(|entry| named(scene, entry, noun));
    let economy = start(&governors.statistics).map(|start| (Sort::Economy, start));
    economy.or_else(|| Some((Sort::Company, start(&governors.accounts)?)))
}

/// Whether the noun names a statistic of an economy.
pub(super) fn is_statistic(scene: &Scene, noun: usize) -> bool {
    matches!(sort(scene, noun), Some((Sort::Economy, _)))
}

/// Where the entry begins, of one lemma or more, that ends with the noun.
fn named(scene: &Scene, entry: &str, noun: usize) -> Option<usize> {
    let tokens = scene.referents.tokens();
    let start = (noun + 1).checked_sub(entry.split(' ').count())?;
    let same = entry.split(' ').zip(start..).all(|(lemma, at)| tokens.lemma(at).eq_ignore_ascii_case(lemma));
    same.then_some(start)
}

/// The country in which something is measured: "inflation in *Oman*".
fn inside(scene: &Scene, noun: usize) -> Option<Id<Entity>> {
    let tokens = scene.referents.tokens();
    let within = |&child: &usize| {
        let case = scene.clauses.case(child).map(|case| scene.referents.text(case));
        tokens.relation(child) == Relation::Nmod && case == Some("in")
    };
    let country = tokens.children(noun).filter(within).find_map(|child| scene.referents.entity(child));
    country.filter(|&id| scene.referents.kind(id) == EntityKind::Country)
}

/// Whether the words around the noun say whose the figure is: "*airline* profits", "*global* exports", "*their* debt"; but "*oil* exports
/// *to China*" are any country's.
fn is_owned(scene: &Scene, noun: usize, sort: Sort, start: usize) -> bool {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    let governors = &scene.clauses.governors;
    tokens.children(noun).any(|child| match tokens.relation(child) {
        Relation::Compound if sort == Sort::Company => child < start,
        Relation::Compound | Relation::Amod => {
            child < start && scene.clauses.is_listed(child, &governors.wider)
        }
        Relation::NmodPoss => true,
        Relation::Nmod => {
            let case = scene.clauses.case(child).map(|case| referents.text(case));
            let figure = tokens.subtree(child).any(|at| referents.quantity(at).is_some());
            !figure && referents.time(child).is_none() && !matches!(case, Some("per" | "to" | "from"))
        }
        _ => false,
    })
}
