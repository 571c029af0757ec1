//! Which names are one person's.
//!
//! A later mention is shorter, or written otherwise: `Tokayev`, `K. K. Tokayev`, `Beibut Bakirovich`, a slip such as
//! `Kassym-Jomartokayev`. Two names are one person's if their last parts agree and the given parts do not contradict
//! each other; if one is the given name with a patronymic; or if, letter for letter, they are nearly the same.

use onrecord_resource::lexicon::plain;

/// A person's name in parts: `Kassym-Jomart`, `Tokayev`.
pub(super) fn parts(name: &str) -> Vec<&str> {
    name.split_whitespace().collect()
}

/// Whether both names can be one person's.
pub(super) fn same(a: &str, b: &str) -> bool {
    let (long, short) =
        if parts(a).len() >= parts(b).len() { (parts(a), parts(b)) } else { (parts(b), parts(a)) };
    let (Some(long_last), Some(short_last)) = (long.last(), short.last()) else { return false };
    if short.len() == 1 && long.len() > 1 {
        // A surname; East Asian names have it first.
        let surname = eq(short_last, long_last) || (eq(short_last, long[0]) && long[0].chars().count() <= 4);
        return surname || given(&long).is_some_and(|given| eq(short_last, given)) || nearly(a, b);
    }
    // A surname of two parts: "Rodriguez Saa" of "Adolfo Rodriguez Saa".
    if short.len() > 1 && short.iter().rev().zip(long.iter().rev()).all(|(a, b)| eq(a, b)) {
        return true;
    }
    let fitting_given = || {
        let (given, other) = (&long[..long.len() - 1], &short[..short.len() - 1]);
        given.iter().zip(other).all(|(a, b)| compatible(a, b))
    };
    if eq(long_last, short_last) && fitting_given() {
        return true;
    }
    // "George W. Bush" is not "George H.W. Bush", however alike they are written.
    let initials = |part: &&str| part.ends_with('.') && part.len() < 6;
    if eq(long_last, short_last) && long.iter().chain(&short).filter(|part| initials(part)).count() > 1 {
        return false;
    }
    // "Beibut Bakirovich" beside "Beibut Atamkulov".
    let patronymic = |part: &str| {
        let lower = part.to_lowercase();
        ["vich", "vych", "evna", "ovna", "ivna", "uly", "kyzy", "qizi", "oglu", "zade"]
            .iter()
            .any(|end| lower.ends_with(end))
    };
    if long.len() > 1
        && short.len() == 2
        && eq(long[0], short[0])
        && (patronymic(short_last) || patronymic(long_last))
    {
        return true;
    }
    nearly(a, b)
}

/// The given name of somebody who is called by it: "Prince *Faris* bin Sultan", "King *Charles* III".
fn given<'n>(parts: &[&'n str]) -> Option<&'n str> {
    let son = parts.get(1).is_some_and(|part| matches!(*part, "bin" | "bint" | "ibn"));
    let (last, before) = parts.split_last()?;
    let numbered = last.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    if son { parts.first().copied() } else { before.last().copied().filter(|_| numbered) }
}

/// Whether two given names can be the same: equal, or one is the other's initial or short form.
fn compatible(a: &str, b: &str) -> bool {
    let initial = |x: &str, y: &str| {
        let letter = x.trim_end_matches('.');
        letter.chars().count() == 1 && y.to_lowercase().starts_with(&letter.to_lowercase())
    };
    let short = |x: &str, y: &str| x.chars().count() >= 3 && y.to_lowercase().starts_with(&x.to_lowercase());
    eq(a, b) || initial(a, b) || initial(b, a) || short(a, b) || short(b, a)
}

/// Whether both are the same but for case and accents: "Orbán" and "Orban".
fn eq(a: &str, b: &str) -> bool {
    a.chars().flat_map(char::to_lowercase).map(plain).eq(b.chars().flat_map(char::to_lowercase).map(plain))
}

/// Whether two long names differ by a slip of the pen: at most one letter in eight, and the same beginning.
fn nearly(a: &str, b: &str) -> bool {
    let letters =
        |s: &str| s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<Vec<_>>();
    let (a, b) = (letters(a), letters(b));
    let longest = a.len().max(b.len());
    // Names longer than this are sentences; the table below must stay small.
    if !(10..=60).contains(&longest)
        || a.len().abs_diff(b.len()) > 2
        || a[..4.min(a.len())] != b[..4.min(b.len())]
    {
        return false;
    }
    distance(&a, &b) * 8 <= longest
}

/// Levenshtein distance.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let best = (diagonal + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = std::mem::replace(&mut row[j + 1], best);
        }
    }
    row[b.len()]
}

/// Whether `name` is better as a canonical name than `old`: fuller, and without initials or a patronymic in the last place.
pub(super) fn fuller(name: &str, old: &str) -> bool {
    let full = |name: &str| {
        let parts = parts(name);
        let initials = parts.iter().filter(|part| part.trim_end_matches('.').chars().count() <= 1).count();
        (parts.len() - initials, usize::from(initials == 0))
    };
    full(name) > full(old)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_person_are_told_from_those_of_two() {
        #[rustfmt::skip]
        let cases = [
            ("Kassym-Jomart Tokayev", "Tokayev", true),
            ("Kassym-Jomart Tokayev", "K. K. Tokayev", true),
            ("Faris bin Sultan", "Faris", true),
            ("Charles III", "Charles", true),
            ("Queen Elizabeth II", "Elizabeth", true),
            ("Charles Lee", "Charles", false),
            ("Kassym-Jomart Tokayev", "Kassym-Jomartokayev", true),
            ("Beibut Atamkulov", "Beibut Bakirovich", true),
            ("Nursultan Nazarbayev", "N. A. Nazarbayev", true),
            ("Xi Jinping", "Xi", true),
            ("John Kerry", "Teresa Kerry", false),
            ("John Kerry", "John Smith", false),
            ("Beibut Atamkulov", "Beibut Nazarbayev", false),
            ("Tokayev", "Nazarbayev", false),
            ("George Bush", "G. W. Bush", true),
            ("Anna Lee", "Ann Le", false),
            ("Adolfo Rodriguez Saa", "Rodriguez Saa", true),
            ("Adolfo Rodriguez Saa", "Rodriguez Lee", false),
            ("George W. Bush", "George H.W. Bush", false),
            ("George W. Bush", "George Bush", true),
            ("Viktor Orbán", "Orban", true),
            ("Viktor Orbán", "Urban", false),
        ];
        for (a, b, expected) in cases {
            assert_eq!(same(a, b), expected, "{a} / {b}");
            assert_eq!(same(b, a), expected, "{b} / {a}");
        }
        assert!(fuller("Nursultan Nazarbayev", "N. A. Nazarbayev"));
        assert!(!fuller("Beibut Bakirovich", "Beibut Atamkulov"));
        assert!(fuller("George W Bush", "Bush"));
        assert!(!fuller("George W. Bush", "George Bush"));
    }
}
