//! Words, as the English treebanks of Universal Dependencies cut them.
//!
//! White space parts chunks; a chunk is cut into words by what its characters are. Punctuation stands alone, except
//! inside numbers, abbreviations, addresses and initials; clitics part from their hosts (`do|n't`, `China|'s`,
//! `can|not`); hyphened compounds part at the hyphen (`high|-|level`) unless the first part is only a prefix
//! (`co-operate`). Nothing here looks further than the chunk and the sign beside it.

use std::ops::Range;

/// A word inside a paragraph: its bytes, and whether it belongs to the same orthographic token as the one before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) range: Range<usize>,
    pub(super) joined: bool,
}

/// Prefixes that stay with what follows their hyphen (Linguistic Data Consortium, English tokenisation guidelines).
const PREFIXES: [&str; 52] = [
    "a", "agro", "ante", "anti", "arch", "be", "bi", "bio", "co", "counter", "cross", "cyber", "de", "e",
    "eco", "ex", "extra", "inter", "intra", "macro", "mega", "meta", "micro", "mid", "mini", "multi", "neo",
    "non", "o", "over", "pan", "para", "peri", "post", "pre", "pro", "pseudo", "psycho", "quasi", "re",
    "semi", "socio", "sub", "super", "tri", "u", "ultra", "un", "uni", "uh", "vice", "x",
];

/// Abbreviations whose point belongs to them, in lower case.
const ABBREVIATIONS: [&str; 84] = [
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "capt", "lt", "sgt", "maj", "gov", "sen", "rep", "rev",
    "hon", "st", "jr", "sr", "inc", "corp", "co", "ltd", "plc", "bros", "vs", "etc", "eg", "e.g", "ie",
    "i.e", "cf", "al", "no", "nos", "vol", "fig", "pp", "p", "ed", "eds", "est", "dept", "univ", "assn",
    "ave", "blvd", "rd", "mt", "ft", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "a.m", "p.m", "u.s",
    "u.k", "u.n", "e.u", "ph.d", "approx", "messrs", "mme", "mlle", "amb", "sec",
];

/// Words of two syllables in one: where the second one begins.
const MERGED: [(&str, usize); 25] = [
    ("cannot", 3),
    ("gonna", 3),
    ("wanna", 3),
    ("gotta", 3),
    ("gimme", 3),
    ("lemme", 3),
    ("dunno", 2),
    ("didnt", 3),
    ("dont", 2),
    ("doesnt", 4),
    ("isnt", 2),
    ("cant", 2),
    ("havent", 4),
    ("hasnt", 3),
    ("wasnt", 3),
    ("werent", 4),
    ("wouldnt", 5),
    ("couldnt", 5),
    ("shouldnt", 6),
    ("arent", 3),
    ("im", 1),
    ("ive", 1),
    ("thats", 4),
    ("youre", 3),
    ("outta", 3),
];

/// The words of `paragraph`.
pub(super) fn cut(paragraph: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(paragraph.len() / 5);
    let mut start = None;
    for (at, c) in paragraph.char_indices() {
        match (c.is_whitespace(), start) {
            (true, Some(from)) => {
                chunk(paragraph, from..at, &mut words);
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    if let Some(from) = start {
        chunk(paragraph, from..paragraph.len(), &mut words);
    }
    words
}

/// Cuts one chunk.
fn chunk(text: &str, range: Range<usize>, words: &mut Vec<Word>) {
    let content = &text[range.clone()];
    let mut push = |range: Range<usize>| words.push(Word { range, joined: false });
    if content.bytes().all(|b| b.is_ascii_alphabetic()) {
        return merged(text, range, words);
    }
    if is_address(content) {
        let end = content.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '>', '"', '”', ']']).len();
        let open = content.len() - content.trim_start_matches(['(', '<', '"', '“', '[']).len();
        if open < end {
            singles(text, range.start..range.start + open, words);
            words.push(Word { range: range.start + open..range.start + end, joined: false });
            return singles(text, range.start + end..range.end, words);
        }
    }
    if is_emoticon(content) {
        return push(range);
    }
    let mut at = range.start;
    while at < range.end {
        at = next(text, at, range.end, words);
    }
}

/// Cuts the word that begins at `at` in a chunk that ends at `end`; where the next one begins.
fn next(text: &str, at: usize, end: usize, words: &mut Vec<Word>) -> usize {
    let rest = &text[at..end];
    let Some(first) = rest.chars().next() else { return end };
    if is_number_start(rest) {
        let length = number(rest);
        words.push(Word { range: at..at + length, joined: false });
        return at + length;
    }
    if !first.is_alphanumeric() && !starts_clitic(text, at, end) {
        let length = sign(rest, first);
        words.push(Word { range: at..at + length, joined: false });
        return at + length;
    }
    let length = word(rest).max(first.len_utf8());
    split(text, at..at + length, words);
    at + length
}

/// Bytes of the run of signs that is one word: `...`, `--`, `?!`, or one sign.
fn sign(rest: &str, first: char) -> usize {
    let run = |set: &[char]| rest.len() - rest.trim_start_matches(set).len();
    match first {
        '.' if rest.starts_with("..") => run(&['.']),
        '!' | '?' => run(&['!', '?']),
        // Lines drawn with signs: "----==".
        '-' | '=' | '*' | '_' | '~' if run(&['-', '=', '*', '_', '~']) > 3 => run(&['-', '=', '*', '_', '~']),
        '-' | '*' | '=' | '_' | '~' | '#' | '<' | '>' | '+' | '$' | '/' | '\\' => run(&[first]),
        '\'' if rest.starts_with("''") => 2,
        '`' if rest.starts_with("``") => 2,
        _ => first.len_utf8(),
    }
}

fn is_number_start(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        Some(c) if c.is_ascii_digit() => true,
        Some('.') => chars.next().is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}

/// Bytes of the number at the beginning of `rest`: `1,000.5`, `10:30`, `3/4/2005`, `1990s`, `3rd`, `555-1234`.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while digit(at) || (matches!(bytes.get(at), Some(b'.' | b',' | b':' | b'/')) && digit(at + 1)) {
        at += 1;
    }
    // Dates and telephone numbers have two hyphens or more: 2015-09-21.
    let mut parts = 0;
    let mut end = at;
    while bytes.get(end) == Some(&b'-') && digit(end + 1) {
        end += 1;
        while digit(end) {
            end += 1;
        }
        parts += 1;
    }
    // "555-1234": three digits and four are a telephone number, four and four two years.
    let telephone = parts == 1 && at == 3 && end == 8 && bytes[..at].iter().all(u8::is_ascii_digit);
    if parts >= 2 || telephone {
        return end;
    }
    let letters = rest[at..].len() - rest[at..].trim_start_matches(|c: char| c.is_alphabetic()).len();
    let suffix = rest[at..at + letters].to_lowercase();
    let units = [
        "am", "pm", "a", "p", "km", "mm", "cm", "kg", "mg", "ml", "kb", "mb", "gb", "mph", "mw", "gw", "kwh",
        "ft",
    ];
    // Units stand alone; endings of ordinals and decades, and codes such as 5G and 737s, do not.
    if units.contains(&suffix.as_str()) && !matches!(suffix.as_str(), "a" | "p") { at } else { at + letters }
}

/// Bytes of the word at the beginning of `rest`, with its inner points and clitics, up to a hyphen or other sign.
fn word(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|&(_, c)| c);
        let inner = match c {
            c if c.is_alphanumeric() || is_mark(c) => true,
            '\'' | '’' => after.is_some_and(char::is_alphabetic) || at == 0,
            // "AT&T", "snake_case"
            '&' | '_' | '@' | '#' => at > 0 && after.is_some_and(char::is_alphanumeric),
            '-' | '‑' => at > 0 && after.is_some_and(char::is_alphanumeric) && keeps_hyphen(rest, at),
            '.' => point(rest, at, after),
            '/' => {
                at > 0
                    && at <= 2
                    && after.is_some_and(char::is_alphabetic)
                    && rest[at + 1..].chars().take_while(|c| c.is_alphabetic()).count() <= 1
            }
            _ => false,
        };
        if !inner {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// Whether the point at byte `at` belongs to the word: `U.S.`, `Mr.`, `K.`, `example.org`.
fn point(rest: &str, at: usize, after: Option<char>) -> bool {
    let before = &rest[..at];
    let last = before.rsplit(['.', '-']).next().unwrap_or(before);
    let single = last.chars().count() == 1 && last.chars().all(char::is_alphabetic);
    let lower = before.to_lowercase();
    match after {
        // "U.S", "e.g", "example.org"; but "said.He" and "end.The" are two sentences.
        Some(c) if c.is_alphanumeric() => {
            let runs_on = last.chars().next_back().is_some_and(char::is_lowercase) && c.is_uppercase();
            !runs_on && (single || before.len() > 1)
        }
        // "U.S.", "K.", "Mr."
        _ => {
            let initial = single && last.chars().all(char::is_uppercase) && last != "I";
            (single && before.contains('.')) || initial || ABBREVIATIONS.contains(&lower.as_str())
        }
    }
}

/// Whether the hyphen at byte `at` stays inside the word.
fn keeps_hyphen(rest: &str, at: usize) -> bool {
    let before = rest[..at].to_lowercase();
    // A hyphen may take more than a byte.
    PREFIXES.contains(&before.as_str()) && rest[at..].chars().nth(1).is_some_and(char::is_alphabetic)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// Whether the apostrophe at `at` begins a clitic of the word before it: `'s`, `’re`; or a cut word: `'em`, `'90s`.
fn starts_clitic(text: &str, at: usize, end: usize) -> bool {
    let rest = &text[at..end];
    let Some(tail) = rest.strip_prefix(['\'', '’']) else { return false };
    let word: String =
        tail.chars().take_while(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let after_word =
        text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == '”' || c == '"' || c == ')');
    let clitic = ["s", "re", "ve", "ll", "d", "m"].contains(&word.as_str());
    let cut = ["em", "til", "cause", "bout", "tis", "twas"].contains(&word.as_str());
    (clitic && after_word) || cut || (word.ends_with('s') && word.starts_with(|c: char| c.is_ascii_digit()))
}

/// Parts a word from its clitics.
fn split(text: &str, range: Range<usize>, words: &mut Vec<Word>) {
    let content = &text[range.clone()];
    let lower = content.to_lowercase();
    let mut cut = None;
    if lower.len() == content.len() {
        for clitic in ["n't", "n’t"] {
            if lower.len() > clitic.len() && lower.ends_with(clitic) {
                cut = Some(content.len() - clitic.len());
            }
        }
        for clitic in ["s", "re", "ve", "ll", "d", "m"] {
            let Some(host) = lower.strip_suffix(clitic) else { continue };
            if host.len() > 1 && host.ends_with(['\'', '’']) {
                let mark = host.chars().next_back().map_or(1, char::len_utf8);
                cut = Some(host.len() - mark);
            }
        }
    }
    match cut.filter(|&cut| cut > 0) {
        Some(cut) => {
            merged(text, range.start..range.start + cut, words);
            words.push(Word { range: range.start + cut..range.end, joined: true });
        }
        None => merged(text, range, words),
    }
}

/// Parts a word that is two, such as "cannot".
fn merged(text: &str, range: Range<usize>, words: &mut Vec<Word>) {
    let content = &text[range.clone()];
    let known =
        MERGED.iter().find(|(word, _)| word.len() == content.len() && content.eq_ignore_ascii_case(word));
    match known {
        Some(&(_, cut)) => {
            words.push(Word { range: range.start..range.start + cut, joined: false });
            words.push(Word { range: range.start + cut..range.end, joined: true });
        }
        None => words.push(Word { range, joined: false }),
    }
}

/// Every character of `range` as a word of its own, but runs of points.
fn singles(text: &str, range: Range<usize>, words: &mut Vec<Word>) {
    let mut at = range.start;
    while at < range.end {
        let rest = &text[at..range.end];
        let Some(first) = rest.chars().next() else { return };
        let length = sign(rest, first);
        words.push(Word { range: at..at + length, joined: false });
        at += length;
    }
}

/// URLs, e-mail addresses, host and file names.
fn is_address(chunk: &str) -> bool {
    let mail = chunk.find('@').is_some_and(|at| at > 0 && chunk[at..].contains('.') && !chunk.contains('/'));
    chunk.contains("://") || chunk.starts_with("www.") || chunk.starts_with("(www.") || mail
}

/// `:)`, `;-)`, `:D`: eyes and a mouth.
fn is_emoticon(chunk: &str) -> bool {
    let eyes = chunk.starts_with([':', ';', '=']);
    let mouth = chunk.ends_with([')', '(', 'D', 'P', '/', '|', ']', '[']);
    eyes && mouth && (2..=4).contains(&chunk.len()) && chunk.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_as_the_treebanks_cut_them() {
        #[rustfmt::skip]
        let cases = [
            ("I don't, can’t, cannot.", "I do n't , ca n’t , can not ."),
            ("China’s and States' GDP", "China ’s and States ' GDP"),
            ("high-level co-operation e-commerce", "high - level co-operation e-commerce"),
            ("Kassym-Jomart K. K. Tokayev", "Kassym - Jomart K. K. Tokayev"),
            ("the U.S. and U.S.-led", "the U.S. and U.S. - led"),
            ("Mr. Smith said.He left", "Mr. Smith said . He left"),
            ("UN,CICA and SCO", "UN , CICA and SCO"),
            ("$20 bn, 65% of €1,000.50", "$ 20 bn , 65 % of € 1,000.50"),
            ("at 10:30 or 5pm on 3/4/2005", "at 10:30 or 5 pm on 3/4/2005"),
            ("2015-09-21 but 2010-2012, the 1990s", "2015-09-21 but 2010 - 2012 , the 1990s"),
            ("“quoted” (in part)...", "“ quoted ” ( in part ) ..."),
            ("various” think tanks ”", "various ” think tanks ”"),
            ("see http://example.org/a-b, or a@b.org.", "see http://example.org/a-b , or a@b.org ."),
            ("well :) why?!", "well :) why ?!"),
            ("70-year", "70 - year"),
            ("call 555-1234 ----== $$$", "call 555-1234 ----== $$$"),
            ("im sure thats it", "i m sure that s it"),
            ("and/or", "and / or"),
            ("5G and 2nd", "5G and 2nd"),
            ("It is I.", "It is I ."),
            ("k‑k co‑opt", "k ‑ k co‑opt"),
            ("", ""),
        ];
        for (text, expected) in cases {
            let words: Vec<_> = cut(text).into_iter().map(|word| &text[word.range]).collect();
            assert_eq!(words.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn clitics_are_joined_to_their_hosts() {
        let joined: Vec<_> = cut("I cannot say it's so").iter().map(|word| word.joined).collect();
        assert_eq!(joined, [false, false, true, false, false, true, false]);
    }
}
