//! What an office says of who holds it: a title, a gender, and for whom they act.

use super::names::Names;
use crate::document::{Entity, Id};
use crate::name::Office;
use crate::resolve::cast::Cast;

/// The branch of those who held an office.
const ELITE: &str = "ELI";

/// Gives the title of the office to who holds it, and the country and branch for which they act.
pub(super) fn give(names: &Names, office: &Office, person: Id<Entity>, cast: &mut Cast) {
    let of = office.of.as_ref();
    let country = of.and_then(|of| names.country(cast, of));
    // The spokesman of an army is a soldier, not an official.
    let part = of.and_then(|of| names.branch(cast, of));
    let branch = part.filter(|_| office.branch.as_deref() == Some("GOV")).or_else(|| office.branch.clone());
    let body = of.filter(|_| country.is_none()).and_then(|of| names.body_code(cast, of));
    // "the Minister of Foreign Affairs of the Republic of Kazakhstan" is what a later sentence may call him.
    if !office.is_former() && of.is_some_and(|of| of.start >= office.role.end && of.end <= office.words.end) {
        cast.alias(person, &names.words.written(office.words.clone()));
    }
    let title = names.words.written(office.told());
    let member = cast.get_mut(person);
    member.gender = member.gender.or_else(|| gendered(&title));
    if !member.row.titles.contains(&title) {
        member.row.titles.push(title);
    }
    // Who heads an international body acts for it.
    if !office.is_former() && member.row.code.is_none() {
        member.row.code = body;
    }
    if !office.is_former() || member.branch.is_none() {
        member.country = country.or_else(|| member.country.take());
        // Who held an office once acts for nobody but is one of the notables (PLOVER's elites), until a later office is named.
        let elite = |branch: &String| branch == ELITE;
        let own = if office.is_former() && branch.is_some() { Some(ELITE.to_owned()) } else { branch };
        member.branch = member.branch.take().filter(|branch| office.is_former() || !elite(branch)).or(own);
    }
}

/// What an office says of who holds it, `f` or `m`: "spokeswoman".
fn gendered(title: &str) -> Option<char> {
    let title = title.to_lowercase();
    let of = |ending: &str| title.ends_with(ending);
    // A woman may be a chairman.
    match (of("woman"), of("man") && !of("chairman")) {
        (true, _) => Some('f'),
        (false, true) => Some('m'),
        (false, false) => None,
    }
}
