//! Which acronyms stand for which long names.
//!
//! In brackets an acronym says itself whose it is, and little has to fit ([`abbreviates`]). In running text it has to be
//! the long name's by its letters: all of its initials ([`initials`]), some of them in a row ([`is_run`]: "ATF" of the Bureau
//! of Alcohol, Tobacco, Firearms and Explosives), or its initials in the language that it comes from ([`is_translated`]).

/// Capital initials of a name.
pub(super) fn initials(name: &str) -> String {
    let first = name.split([' ', '-']).filter_map(|word| word.chars().next());
    first.filter(|c| c.is_uppercase()).collect()
}

/// Whether a word is an acronym: two capitals or more, with digits and full stops at most.
pub(super) fn is_acronym(word: &str) -> bool {
    word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '.')
        && word.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// Whether `short` in brackets can stand for `long`: its letters come in that order, the first one first.
pub(super) fn abbreviates(short: &str, long: &str) -> bool {
    let mut letters = long.chars().flat_map(char::to_lowercase);
    let mut wanted = short.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    let first = wanted.next();
    let begins =
        long.split_whitespace().any(|word| word.chars().flat_map(char::to_lowercase).next() == first);
    // The letters of a translated acronym need not occur at all: CEI for Italian Episcopal Conference.
    let ordered =
        first == long.chars().flat_map(char::to_lowercase).next() && wanted.all(|c| letters.any(|l| l == c));
    long.len() > short.len()
        && (ordered || begins || long.split_whitespace().count() >= short.chars().count())
}

/// Letters of a run or of a translated acronym at least that have to be the long name's.
const OWN: usize = 3;

/// Whether the letters of `short` are capital initials of `long` that follow each other.
pub(super) fn is_run(short: &str, long: &str) -> bool {
    short.chars().count() >= OWN && initials(long).contains(short)
}

/// Whether `short` can be what `long` is called in its own language: the name opens with its first two letters, and all but
/// one of its letters are initials in their order, those of small words included: "CAON" for the Chinese Academy of Social
/// Sciences, whose *sciences* begin with another letter there.
pub(super) fn is_translated(short: &str, long: &str) -> bool {
    let mut firsts =
        long.split([' ', '-']).filter_map(|word| word.chars().next()).flat_map(char::to_uppercase);
    let wanted: Vec<char> = short.chars().collect();
    let opens = wanted.iter().take(2).all(|&letter| firsts.next() == Some(letter));
    let mut own = 2;
    for &letter in wanted.iter().skip(2) {
        let mut ahead = firsts.clone();
        if ahead.any(|first| first == letter) {
            (firsts, own) = (ahead, own + 1);
        }
    }
    opens && own >= OWN && own + 1 == wanted.len() && long.split(' ').count() >= OWN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_fit_their_long_forms() {
        #[rustfmt::skip]
        let cases = [
            ("KCNA", "Korean Central News Agency", true),
            ("M5S", "Movimento 5 Stelle", true),
            ("CEI", "Italian Episcopal Conference", true),
            ("NATO", "Oman", false),
        ];
        for (short, long, expected) in cases {
            assert_eq!(abbreviates(short, long), expected, "{short} / {long}");
        }
    }

    #[test]
    fn acronyms_in_running_text_need_the_letters_of_the_long_form() {
        #[rustfmt::skip]
        let cases = [
            ("ATF",  "Bureau of Alcohol, Tobacco, Firearms and Explosives", true, false),
            ("CAS",  "Royal Chinese Academy of Sciences", true, false),
            ("CAON", "Chinese Academy of Social Sciences", false, true),
            ("RAMN", "Russian Academy of Medical Sciences", false, true),
            ("NASA", "Chinese Academy of Social Sciences", false, false),
            ("CAXY", "Chinese Academy of Social Sciences", false, false),
            ("CA",   "Chinese Academy of Social Sciences", false, false),
            ("AFT",  "Bureau of Alcohol, Tobacco, Firearms and Explosives", false, false),
            ("CHAD", "China", false, false),
        ];
        for (short, long, run, translated) in cases {
            assert_eq!(is_run(short, long), run, "{short} / {long}");
            assert_eq!(is_translated(short, long), translated, "{short} / {long}");
        }
    }
}
