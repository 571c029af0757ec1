//! What a label says of who speaks, without the marks, times, places and offices around the name.

use onrecord_resource::lexicon::Class;

use super::is_shouted;
use crate::lexicon::Lexicon;
use crate::resolve::cast::key;

/// The name in a label, without mark-up, time, place and honorific case; `None` for a dash.
pub(in crate::resolve) fn label(lexicon: &Lexicon, written: &str) -> Option<String> {
    // "<v.loud Ann Ode>"
    let voice = written.strip_prefix("<v").map(|tag| tag.trim_start_matches(|c: char| !c.is_whitespace()));
    let written = voice.unwrap_or(written).trim_end_matches('>');
    let written = untimed(written);
    let mark = |c: char| c.is_whitespace() || "*_:：.[]|/–—-#<>'•".contains(c);
    let written = written.trim_matches(mark);
    // "(Jiji Press, Ode)", "((The Herald))": all of it stands in brackets.
    let enclosed = written.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let written = enclosed.map_or(written, |name| name.trim_matches(['(', ')', '[', ']']).trim());
    // "1. Ann Ode (Leeds):"
    let number = written.split_once(". ").filter(|(number, _)| number.bytes().all(|b| b.is_ascii_digit()));
    let written = number.map_or(written, |(_, name)| name.trim_start());
    let (name, behind) = written.split_once(['(', '[']).unwrap_or((written, ""));
    let enclosing = behind.split([')', ']']).next().unwrap_or_default();
    if is_holder(lexicon, name.trim(), enclosing) {
        return Some(enclosing.to_owned());
    }
    // "Question (Reuters)": who asks.
    let asks = lexicon.has_code(&key(name.trim()), Class::SpeakerWord, "asks");
    let asker = asks && enclosing.starts_with(char::is_uppercase);
    let written = if asker { enclosing } else { name }.trim();
    // "JAKE TAPPER, CNN HOST" says what he is; "Roe, Jr." is called so.
    let (name, rest) = written.split_once(", ").unwrap_or((written, ""));
    let word = |part: &str| lexicon.has(&key(part), Class::OrganizationWord) || is_shouted(part);
    let body = lexicon.has(&key(name), Class::Organization) || name.split_whitespace().any(word);
    // "(Jiji Press, Ode)", "(NHK, Ode)": for whom somebody asks, and who.
    if enclosed.is_some() && body && rest.starts_with(char::is_uppercase) {
        return Some(rest.to_owned());
    }
    let suffix = lexicon.has_code(&key(rest.trim_end_matches('.')), Class::SpeakerWord, "suffix");
    let written = if name.contains(' ') && !suffix { name } else { written };
    // "Mr. SMITH of New Jersey", but "Minister of Energy".
    let titled = written.split_whitespace().next().is_some_and(|part| is_title(lexicon, part));
    let written = written.split_once(" of ").filter(|_| titled).map_or(written, |(name, _)| name);
    (!written.is_empty()).then(|| written.to_owned())
}

/// "The Minister for Ports, Rain and Roads (*Mr Ode*)", "The Prime Minister (*Ann Ode*)": whether the holder of an office stands
/// behind it, and no place, party or language.
fn is_holder(lexicon: &Lexicon, office: &str, behind: &str) -> bool {
    const OFFICE: usize = 4;
    let Some(office) = office.strip_prefix("The ") else { return false };
    let parts: Vec<&str> = behind.split_whitespace().collect();
    let titled = parts.len() > 1 && is_title(lexicon, parts[0]);
    let places = [Class::Country, Class::Place, Class::Organization, Class::Capital];
    let name = parts.len() > 1
        && parts.iter().all(|part| part.starts_with(char::is_uppercase))
        && !places.iter().any(|&class| lexicon.has(&key(behind), class));
    let words: Vec<&str> = office.split_whitespace().collect();
    let begins = |count: usize| lexicon.has(&key(&words[..count].join(" ")), Class::Office);
    titled || name && (1..=words.len().min(OFFICE)).any(begins)
}

/// A label without the time when it was said, which stands before or behind the name: "0:05 Ann Ode", "Ann Ode (10:03 AM)".
fn untimed(label: &str) -> &str {
    let digit = |c: char| c.is_ascii_digit();
    let is_time = |word: &&str| word.contains(':') && word.trim_start_matches(['(', '[']).starts_with(digit);
    let Some(time) = label.split_whitespace().find(is_time) else { return label };
    let Some((before, behind)) = label.split_once(time) else { return label };
    if before.trim_matches(|c: char| !c.is_alphanumeric()).is_empty() {
        let behind = behind.trim_start();
        let half = ["AM", "PM", "am", "pm", "a.m.", "p.m."];
        half.iter()
            .find_map(|half| behind.strip_prefix(half)?.strip_prefix([' ', ']', ')']))
            .unwrap_or(behind)
    } else {
        before
    }
}

/// Whether a part of a label stands before a name or between its parts: "Mr.".
pub(super) fn is_title(lexicon: &Lexicon, part: &str) -> bool {
    lexicon.has_code(&key(part.trim_end_matches('.')), Class::SpeakerWord, "title")
}

/// `Christopher Hill` for `CHRISTOPHER HILL`; initials stay.
pub(in crate::resolve) fn capitalised(shouted: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        let first: String = chars.next().into_iter().collect();
        let short = word.chars().count() <= 2;
        if short { word.to_owned() } else { first + &chars.as_str().to_lowercase() }
    };
    let hyphened = |part: &str| part.split('-').map(word).collect::<Vec<_>>().join("-");
    shouted.split_whitespace().map(hyphened).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_show_names() {
        let lexicon = Lexicon::new(&[]).expect("checked by the build");
        #[rustfmt::skip]
        let cases = [
            ("DY CHANDRACHUD:", Some("DY CHANDRACHUD")),
            ("**Anna Ode:**", Some("Anna Ode")),
            ("Sir Amy Sells (Bromley and Chislehurst):", Some("Sir Amy Sells")),
            ("[00:12:01] Anna Ode:", Some("Anna Ode")),
            ("<v Anna Ode>", Some("Anna Ode")),
            ("<v.loud Anna Ode>", Some("Anna Ode")),
            ("00:01:02.120 Ann Ode:", Some("Ann Ode")),
            ("10:03 AM Ann Ode:", Some("Ann Ode")),
            ("Ann Ode (10:03 AM):", Some("Ann Ode")),
            ("Ann Ode   0:05", Some("Ann Ode")),
            ("Ann Ode | 0:05", Some("Ann Ode")),
            ("Ann Ode\n0:05", Some("Ann Ode")),
            ("**Ann Ode** 00:00:05", Some("Ann Ode")),
            ("[0:05] Speaker 1", Some("Speaker 1")),
            ("SEN. ANN ODE (R-AZ), CHAIR:", Some("SEN. ANN ODE")),
            ("Q.", Some("Q")),
            ("Question (Reuters):", Some("Reuters")),
            ("Question (through interpreter):", Some("Question")),
            ("JAKE TAPPER, CNN HOST:", Some("JAKE TAPPER")),
            ("JANE ROE, SENIOR ADVISER:", Some("JANE ROE")),
            ("John Roe, Jr.:", Some("John Roe, Jr")),
            ("Mr. SMITH of New Jersey.", Some("Mr. SMITH")),
            ("Minister of Energy:", Some("Minister of Energy")),
            ("(Foreign Press Secretary Ode)", Some("Foreign Press Secretary Ode")),
            ("(Oslo Press, Ode)", Some("Ode")),
            ("(NHK, Ode)", Some("Ode")),
            ("(Ann Ode, Minister)", Some("Ann Ode")),
            ("((The Herald))", Some("The Herald")),
            ("[Ann Ode]:", Some("Ann Ode")),
            ("Mr. ODE.—", Some("Mr. ODE")),
            ("### Ann Ode", Some("Ann Ode")),
            ("• Ann Ode:", Some("Ann Ode")),
            (">> Ann Ode:", Some("Ann Ode")),
            ("1. Ann Ode (Leeds) (Ind):", Some("Ann Ode")),
            ("Mr. Ek (Oman) (spoke in Arabic):", Some("Mr. Ek")),
            ("Ann Ode, on behalf of the Rain Group. –", Some("Ann Ode")),
            ("The Secretary of State for Ports, Rain and Roads (Mr Bo Ek):", Some("Mr Bo Ek")),
            ("The Prime Minister (Ann Ode):", Some("Ann Ode")),
            ("The Prime Minister (Saudi Arabia):", Some("The Prime Minister")),
            ("The Witness (Through Interpreter):", Some("The Witness")),
            ("–", None),
            ("**", None),
        ];
        for (written, expected) in cases {
            assert_eq!(label(&lexicon, written).as_deref(), expected, "{written}");
        }
        assert_eq!(capitalised("DY CHANDRACHUD-ODE"), "DY Chandrachud-Ode");
    }
}
