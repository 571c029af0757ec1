//! From names to entities: which names are one thing's.

use std::collections::BTreeMap;

use onrecord_resource::lexicon::{Class, Entry, plain};

use super::acronym;
use super::called;
use super::cast::{Cast, key};
use super::person;
use super::speaker::is_shouted;
use crate::document::{Entity, EntityKind, Form, Id};
use crate::lexicon::Lexicon;
use crate::name::{Name, Words, is_firm};

/// Of the people who share a part of a name only the latest are compared, so that a long list costs linear time.
const COMPARED: usize = 32;

/// Gives every name its entity, in text order. Returns the entities of `names`, row by row.
pub(super) fn read(words: &Words, names: &[Name], cast: &mut Cast) -> Vec<Id<Entity>> {
    let mut people = People::default();
    let mut bodies = Bodies::default();
    names
        .iter()
        .enumerate()
        .map(|(row, name)| {
            // "the New Economic Policy “Nurly Zhol”" is one program, called by its own name.
            let called = names.get(row + 1).filter(|next| is_title_of(words, name, next));
            let (name, title) = called.map_or((name, None), |next| (next, Some(name)));
            let written = words.written(name.start..name.end);
            let written = if name.kind == EntityKind::Place { without_party(written) } else { written };
            let entry = name.entry.map(|row| words.lexicon.row(row));
            let tied = called::whose(words, name.start).and_then(|end| cast.last_before(end));
            let alike = |id: &Id<Entity>| {
                (cast.get(*id).row.kind == EntityKind::Person) == (name.kind == EntityKind::Person)
            };
            if let Some(id) = tied.filter(alike).filter(|_| entry.is_none()) {
                cast.alias(id, &written);
            }
            let place = name.kind == EntityKind::Place && entry.is_none();
            let short = if place { cast.country_in_short(&written) } else { None };
            let id = match (name.kind, entry) {
                (kind, Some(entry)) if entry.class == Class::User => listed(cast, kind, entry, &written),
                (EntityKind::Country, Some(entry)) => country(cast, entry, &written),
                (EntityKind::Person, _) => people.find(words, name, &written, cast),
                (_, Some(entry)) => listed(cast, name.kind, entry, &written),
                (_, None) if let Some(id) = short => {
                    cast.alias(id, &written);
                    id
                }
                (kind, None) => bodies.find(words, name, kind, &written, cast),
            };
            if name.kind == EntityKind::Organization {
                bodies.note(id, &cast.get(id).row.name.clone());
            }
            if name.kind == EntityKind::Place {
                locate(words, names, row, id, cast);
            }
            if let Some(title) = title {
                cast.alias(id, &words.written(title.start..title.end));
            }
            let own = title.unwrap_or(name);
            cast.mention(own.start..own.end, Form::Name, id);
            id
        })
        .collect()
}

/// The place behind the letter of a party: of a senator from "R-*Texas*".
fn without_party(written: String) -> String {
    let place = ["D-", "R-", "I-"].iter().find_map(|party| written.strip_prefix(party));
    let place = place.filter(|place| place.len() > 2 && place.starts_with(char::is_uppercase));
    place.map(str::to_owned).unwrap_or(written)
}

/// Whether `next` in quotation marks is what the program `name` is called.
fn is_title_of(words: &Words, name: &Name, next: &Name) -> bool {
    let quoted = next.start == name.end + 1 && matches!(words.text(name.end), "“" | "\"" | "«" | "‘");
    quoted && name.kind == EntityKind::Program && next.kind == EntityKind::Program
}

/// The country or body that the lists know by `name`.
pub(super) fn known(lexicon: &Lexicon, name: &str, cast: &mut Cast) -> Option<Id<Entity>> {
    let form = key(name);
    let find = |class| lexicon.find(&form, class);
    if let Some(entry) = find(Class::Country) {
        return Some(country(cast, entry, name));
    }
    let kind =
        |entry: &Entry| entry.sort.as_deref().map_or(Some(EntityKind::Organization), EntityKind::named);
    let entry = find(Class::User).or_else(|| find(Class::Organization))?;
    Some(listed(cast, kind(entry)?, entry, name))
}

fn country(cast: &mut Cast, entry: &Entry, written: &str) -> Id<Entity> {
    let id = cast.country(entry.code.as_deref().unwrap_or_default(), &entry.name);
    cast.alias(id, written);
    id
}

/// A place or organization that the lists know.
fn listed(cast: &mut Cast, kind: EntityKind, entry: &Entry, written: &str) -> Id<Entity> {
    let id = cast.named(&entry.name).unwrap_or_else(|| {
        let id = cast.add(kind, &entry.name);
        let member = cast.get_mut(id);
        member.row.code.clone_from(&entry.code);
        match entry.class {
            // A user's people and bodies have actor codes, as ours do.
            Class::Organization | Class::User if !matches!(kind, EntityKind::Country | EntityKind::Place) => {
                let code = entry.code.as_deref().unwrap_or_default();
                member.branch = code.get(3..6).map(str::to_owned);
                let state = !["IGO", "NGO", "MNC", "IMG", "ISM"].iter().any(|class| code.starts_with(class));
                member.country = code.get(..3).filter(|_| state).map(str::to_owned);
            }
            _ => member.country.clone_from(&entry.code),
        }
        id
    });
    let member = cast.get_mut(id);
    if member.row.kind == EntityKind::Place && member.row.code.is_none() {
        member.row.code.clone_from(&entry.code);
        member.country.clone_from(&entry.code);
    }
    cast.alias(id, written);
    id
}

/// Says where the place of name `row` lies, as far as the words beside it tell: "Portland, Oregon" is a city of that name and
/// of no other, "West Java" lies where Java does. A list of cities tells nothing.
fn locate(words: &Words, names: &[Name], row: usize, id: Id<Entity>, cast: &mut Cast) {
    let name = &names[row];
    let state = (words.text(name.end) == ",")
        .then(|| words.hits.longest(words.lexicon, name.end + 1, &[Class::State]))
        .flatten();
    let listed = row > 0 && names[row - 1].kind == EntityKind::Place && names[row - 1].end + 1 == name.start;
    if let Some(hit) = state.filter(|_| !listed && cast.get(id).row.kind == EntityKind::Place) {
        let code = words.lexicon.entry(hit).code.clone();
        let known = cast.get(id).row.code.clone();
        // "Georgia, Alabama" are two states, "Paris, Texas" is not in France.
        let state = words.is(name.start, Class::State);
        if !state && (known.is_none() || known == code) {
            cast.rename(id, &words.written(name.start..hit.end));
            let member = cast.get_mut(id);
            (member.row.code, member.country) = (code.clone(), code);
        }
        return;
    }
    let start = words.class_end(name.start, Class::RegionWord).filter(|&start| start < name.end);
    let classes = [Class::Place, Class::Country, Class::Capital];
    let whole = start.and_then(|start| words.hits.longest(words.lexicon, start, &classes));
    let whole = whole.filter(|_| cast.get(id).row.code.is_none());
    if let Some(code) = whole.and_then(|hit| words.lexicon.entry(hit).code.clone()) {
        let member = cast.get_mut(id);
        (member.row.code, member.country) = (Some(code.clone()), Some(code));
    }
}

/// Words of a title, at most.
const TITLE: usize = 4;

/// People by the parts of their names.
#[derive(Default)]
struct People {
    by_part: BTreeMap<String, Vec<Id<Entity>>>,
    latest: Vec<Id<Entity>>,
}

impl People {
    fn find(&mut self, words: &Words, name: &Name, written: &str, cast: &mut Cast) -> Id<Entity> {
        // "James" behind "Letitia James" is her surname, whoever else is called so.
        let surname = || {
            let bearers = self.by_part.get(&part_key(written)).into_iter().flatten();
            let last = |id: &Id<Entity>| {
                let parts = person::parts(&cast.get(*id).row.name);
                parts.len() > 1 && parts.last().is_some_and(|last| part_key(last) == part_key(written))
            };
            bearers.rev().take(COMPARED).any(last)
        };
        let told = honorific(words, name).or_else(|| if surname() { None } else { given(words, name) });
        // "Mr. Biden" is not Jill, who is told by her given name.
        let agrees = |&id: &Id<Entity>| {
            let known = cast.get(id).gender;
            cast.get(id).row.kind == EntityKind::Person
                && (known.is_none() || told.is_none() || known == told)
        };
        let known = cast.named(written).filter(agrees);
        let known = known.or_else(|| self.alike(words, written, agrees, cast));
        let id = known.or_else(|| self.by_given(words, name, written, cast)).unwrap_or_else(|| {
            let id = cast.add(EntityKind::Person, written);
            self.latest.push(id);
            id
        });
        if person::fuller(written, &cast.get(id).row.name) {
            cast.rename(id, written);
        } else {
            cast.alias(id, written);
        }
        for part in person::parts(written) {
            let bearers = self.by_part.entry(part_key(part)).or_default();
            if bearers.last() != Some(&id) {
                bearers.push(id);
            }
        }
        let leader = leader(words, name);
        if let Some(title) = epithet(words, name.start) {
            cast.alias(id, &title);
        }
        let member = cast.get_mut(id);
        member.gender = member.gender.or(told);
        if let Some(code) = leader.filter(|_| member.branch.is_none()) {
            member.branch = code.get(3..6).map(str::to_owned);
            member.country = code.get(..3).map(str::to_owned);
        }
        id
    }

    /// The latest person whose name can be the same.
    fn alike(
        &self,
        words: &Words,
        written: &str,
        agrees: impl Fn(&Id<Entity>) -> bool,
        cast: &Cast,
    ) -> Option<Id<Entity>> {
        // "Minister Saidov" is Saidov Bakhtiyor, whose given name stands last, "Minister Iwaya" is IWAYA Takeshi.
        let is = |part: &str, class| words.lexicon.has(&key(part), class);
        let family_first = |name: &str| match person::parts(name)[..] {
            [first, last] if part_key(first) == part_key(written) => {
                let other = is(first, Class::Given) || is(last, Class::Family);
                let shouted = is_shouted(first) && !is_shouted(last);
                shouted || (is(first, Class::Family) || is(last, Class::Given)) && !other
            }
            _ => false,
        };
        let parts = person::parts(written);
        let sharing = parts.iter().rev().filter_map(|part| self.by_part.get(&part_key(part)));
        let sharing = sharing.flat_map(|bearers| bearers.iter().rev().take(COMPARED));
        let recent = self.latest.iter().rev().take(COMPARED);
        sharing.chain(recent).copied().filter(agrees).find(|&id| {
            let row = &cast.get(id).row;
            // A surname alone is anybody's of the family: it does not make "Ahmed Mohamed" his father.
            let full = |alias: &&String| person::parts(alias).len() > 1;
            let mut aliases = row.aliases.iter().take(8).filter(full);
            let fits = |name: &str| person::same(name, written) || family_first(name);
            fits(&row.name) || aliases.any(|alias| fits(alias))
        })
    }

    /// The only person so far who has the name as a given name: "Daniel Novak … *Daniel* said".
    /// Behind a title it is a family name: "Minister *Robert*".
    fn by_given(&self, words: &Words, name: &Name, written: &str, cast: &Cast) -> Option<Id<Entity>> {
        let titled = |at: usize| {
            let class = |class| words.class_end(at, class) == Some(name.start);
            class(Class::Honorific) || class(Class::Office)
        };
        let given = person::parts(written).len() == 1 && words.lexicon.has(&key(written), Class::Given);
        if !given || (name.start.saturating_sub(TITLE)..name.start).any(titled) {
            return None;
        }
        let first = |id: &&Id<Entity>| {
            let parts = person::parts(&cast.get(**id).row.name);
            parts.len() > 1 && part_key(parts[0]) == part_key(written)
        };
        let mut bearers = self.by_part.get(&part_key(written))?.iter().rev().take(COMPARED).filter(first);
        let only = bearers.next()?;
        bearers.next().is_none().then_some(*only)
    }
}

/// Parts of names are compared without accents.
fn part_key(part: &str) -> String {
    key(part).chars().map(plain).collect()
}

/// What the title before a name says of who bears it: `f` or `m`.
fn honorific(words: &Words, name: &Name) -> Option<char> {
    let before = name.start.checked_sub(1).and_then(|at| words.code_at(at, Class::Honorific));
    before.and_then(|code| code.chars().next())
}

/// What a given name says of who bears it: `f` or `m`; the "Clinton" of a headline may be a family name.
fn given(words: &Words, name: &Name) -> Option<char> {
    if name.end == name.start + 1 && words.is(name.start, Class::Family) {
        return None;
    }
    words.code_at(name.start, Class::Given).and_then(|code| code.chars().next())
}

/// The title before a name that its bearer goes by as well: "*Elbasy* Nursultan Nazarbayev".
fn epithet(words: &Words, start: usize) -> Option<String> {
    const LONGEST: usize = 2;
    let before =
        (start.saturating_sub(LONGEST)..start).find(|&at| words.class_end(at, Class::Epithet) == Some(start));
    before.map(|at| words.written(at..start))
}

/// The code of a leader whose name ends as `name` does, with the title before it or without.
fn leader<'a>(words: &Words<'a>, name: &Name) -> Option<&'a str> {
    (name.start.saturating_sub(1)..name.end).find_map(|at| {
        let hit = words.hits.longest(words.lexicon, at, &[Class::Leader])?;
        words.lexicon.entry(hit).code.as_deref().filter(|_| hit.end == name.end)
    })
}

/// Organizations and other things that no list knows, by acronym and by last word.
#[derive(Default)]
struct Bodies {
    by_initials: BTreeMap<String, Id<Entity>>,
    by_head: BTreeMap<String, Id<Entity>>,
    /// Companies by the words that their name begins with: "Delmont" and "Delmont Foods" of "Delmont Foods Inc.".
    by_start: BTreeMap<String, Id<Entity>>,
    /// Bodies of states by the code of the state and their name without it.
    by_state: BTreeMap<(String, String), Id<Entity>>,
    /// Those of several words, in text order.
    latest: Vec<Id<Entity>>,
}

impl Bodies {
    fn find(
        &mut self,
        words: &Words,
        name: &Name,
        kind: EntityKind,
        written: &str,
        cast: &mut Cast,
    ) -> Id<Entity> {
        let acronym = acronym::is_acronym(written);
        // "Italian Episcopal Conference (CEI)", "CEI (Italian Episcopal Conference)".
        let beside = |at: Option<usize>| at.is_some_and(|at| words.text(at) == "(");
        let bracketed = beside(name.start.checked_sub(1)) || words.text(name.start.saturating_sub(1)) == "[";
        // "Vestfold (OSE: VFE)": where its shares are listed.
        let exchange = words.text(name.end) == ":";
        let partner =
            (bracketed && !exchange).then(|| cast.last_before(name.start.saturating_sub(1))).flatten();
        let fits = |id: &Id<Entity>, cast: &Cast| {
            let row = &cast.get(*id).row;
            let (long, short) =
                if acronym { (row.name.as_str(), written) } else { (written, row.name.as_str()) };
            acronym::abbreviates(short, long)
        };
        if let Some(id) = partner.filter(|id| fits(id, cast)) {
            if acronym {
                cast.alias(id, written);
            } else {
                cast.rename(id, written);
            }
            return id;
        }
        let known = cast.named(written);
        let known = known.or_else(|| acronym.then(|| self.by_initials.get(&key(written)).copied()).flatten());
        let single = name.end - name.start == 1;
        // "the Academy" after "Chinese Academy of Social Sciences".
        let short = || single.then(|| self.by_head.get(&key(written)).copied()).flatten();
        let branch = (name.start..name.end).find_map(|at| words.code_at(at, Class::OrganizationWord));
        let country = state(words, name, branch).map(str::to_owned);
        let own = country.clone().map(|code| (code, stateless(words, name)));
        let of_state = || self.by_state.get(own.as_ref()?).copied();
        let body = kind == EntityKind::Organization;
        let company = || body.then(|| self.by_start.get(&key(written)).copied()).flatten();
        let known = known.or_else(short).or_else(of_state).or_else(company);
        if let Some(id) = known.or_else(|| self.fitting(written, acronym, cast)) {
            cast.alias(id, written);
            return id;
        }
        if let Some(id) = long_form(written, kind, cast) {
            cast.rename(id, written);
            return id;
        }
        let id = cast.add(kind, written);
        if body && !single {
            self.latest.push(id);
        }
        self.by_state.extend(own.map(|own| (own, id)));
        cast.get_mut(id).country = country;
        cast.get_mut(id).row.code = whole(words, name).map(str::to_owned);
        cast.get_mut(id).branch = branch.map(str::to_owned);
        if body && is_firm(words, name) {
            let starts = (name.start + 1..name.end).map(|end| key(&words.written(name.start..end)));
            self.by_start.extend(starts.map(|start| (start, id)));
        }
        // "Council" is not the "Security Council Press Statement" of the headline.
        for at in (name.start..name.end).filter(|_| body && !single) {
            if words.is(at, Class::OrganizationWord) {
                self.by_head.insert(key(words.text(at)), id);
            }
        }
        id
    }

    /// The latest body that an acronym, of which nothing else is known, can be made of by its letters; one acronym a body.
    fn fitting(&self, written: &str, acronym: bool, cast: &Cast) -> Option<Id<Entity>> {
        let free =
            |&id: &Id<Entity>| !cast.get(id).row.aliases.iter().any(|alias| acronym::is_acronym(alias));
        let fits = |id: &Id<Entity>| {
            let long = &cast.get(*id).row.name;
            acronym::is_run(written, long) || acronym::is_translated(written, long)
        };
        let latest = || self.latest.iter().rev().take(COMPARED).copied().filter(free);
        if acronym { latest().find(fits) } else { None }
    }

    fn note(&mut self, id: Id<Entity>, name: &str) {
        let initials = acronym::initials(name);
        if initials.len() > 1 {
            self.by_initials.entry(key(&initials)).or_insert(id);
        }
    }
}

/// The body that has been called by nothing but the initials of `written` so far: "the ATF", later in full.
fn long_form(written: &str, kind: EntityKind, cast: &Cast) -> Option<Id<Entity>> {
    const LETTERS: usize = 3;
    let initials = acronym::initials(written);
    let known = cast.named(&initials).filter(|_| initials.len() >= LETTERS)?;
    let row = &cast.get(known).row;
    (row.kind == kind && row.name == initials && row.code.is_none()).then_some(known)
}

/// The code of the country that a body belongs to: "*Chinese* Academy"; of a body of the state also "Supreme Court of *India*",
/// "*Kenya*'s Ministry of Health" and "the Ministry of Justice of the *Republic of Kenya*". A bank or a university has the
/// name of a place just as well.
fn state<'a>(words: &Words<'a>, name: &Name, branch: Option<&str>) -> Option<&'a str> {
    let opens = |class| words.code_at(name.start, class);
    let first = opens(Class::Adjective).or_else(|| opens(Class::Country));
    if first.is_some() || !matches!(branch, Some("GOV" | "LEG" | "JUD" | "MIL" | "COP")) {
        return first;
    }
    let ends_at = |range: std::ops::Range<usize>| {
        let end = range.end;
        let last = range.clone().find(|&at| words.class_end(at, Class::Country) == Some(end));
        last.and_then(|at| words.code_at(at, Class::Country))
    };
    let owner = name.start.checked_sub(1).filter(|&at| matches!(words.text(at), "'s" | "’s"));
    let of =
        (words.text(name.end) == "of").then(|| name.end + 1 + usize::from(words.text(name.end + 1) == "the"));
    ends_at(name.start..name.end)
        .or_else(|| owner.and_then(|at| ends_at(at.saturating_sub(LONGEST)..at)))
        .or_else(|| of.and_then(|at| words.code_at(at, Class::Country)))
}

/// The name of a body without the country that it has in it: "Ministry of Trade" of Kenya or of the Republic of Kenya.
fn stateless(words: &Words, name: &Name) -> String {
    let country = |at: usize, class| words.class_end(at, class).filter(|&end| end <= name.end);
    let first = country(name.start, Class::Adjective).or_else(|| country(name.start, Class::Country));
    let start = first.filter(|&end| end < name.end).unwrap_or(name.start);
    let last = (start + 1..name.end).find(|&at| country(at, Class::Country) == Some(name.end));
    let mut end = last.unwrap_or(name.end);
    while last.is_some() && end > start + 1 && matches!(words.text(end - 1), "of" | "the") {
        end -= 1;
    }
    key(&words.written(start..end))
}

/// The code of the listed body of which a body is a part: "*African Union* Commission".
fn whole<'a>(words: &Words<'a>, name: &Name) -> Option<&'a str> {
    let body = words.hits.longest(words.lexicon, name.start, &[Class::Organization]);
    let body = body.filter(|hit| hit.end < name.end)?;
    words.lexicon.entry(body).code.as_deref()
}

/// Words of the longest name of a country that is looked for before "'s".
const LONGEST: usize = 5;
