//! Words, as the English treebanks of Universal Dependencies cut them.
//!
//! White space parts chunks; a chunk is cut into words by what its characters are. Punctuation stands alone, except
//! inside numbers, abbreviations, addresses and initials; clitics part from their hosts (`do|n't`, `China|'s`,
//! `can|not`); hyphened compounds part at the hyphen (`high|-|level`) unless the first part is only a prefix
//! (`co-operate`). Nothing here looks further than the chunk and the sign beside it.

use std::ops::Range;

use onrecord_resource::token::Lists;

use crate::text::plain;

/// A word inside a paragraph: its bytes, and whether it belongs to the same orthographic token as the one before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) range: Range<usize>,
    pub(super) joined: bool,
}

/// Cuts words by rules and lists.
#[derive(Debug)]
pub(super) struct Cutter {
    lists: Lists,
}

impl Cutter {
    /// The cutter with its lists.
    pub(super) fn new(lists: Lists) -> Self {
        Self { lists }
    }

    /// The words of `paragraph`.
    pub(super) fn cut(&self, paragraph: &str) -> Vec<Word> {
        let mut words = Vec::with_capacity(paragraph.len() / 5);
        let mut start = None;
        for (at, c) in paragraph.char_indices() {
            match (c.is_whitespace(), start) {
                (true, Some(from)) => {
                    self.chunk(paragraph, from..at, &mut words);
                    start = None;
                }
                (false, None) => start = Some(at),
                _ => {}
            }
        }
        if let Some(from) = start {
            self.chunk(paragraph, from..paragraph.len(), &mut words);
        }
        words
    }

    /// Whether the word is the title of a name, shortened: "Gov."
    pub(super) fn is_title(&self, word: &str) -> bool {
        word.strip_suffix('.').is_some_and(|title| has(&self.lists.title, &title.to_lowercase()))
    }

    /// Cuts one chunk.
    fn chunk(&self, text: &str, range: Range<usize>, words: &mut Vec<Word>) {
        let content = &text[range.clone()];
        let mut push = |range: Range<usize>| words.push(Word { range, joined: false });
        if content.bytes().all(|b| b.is_ascii_alphabetic()) {
            return self.merged(text, range, words);
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
            at = self.next(text, at, range.end, words);
        }
    }

    /// Cuts the word that begins at `at` in a chunk that ends at `end`; where the next one begins.
    fn next(&self, text: &str, at: usize, end: usize, words: &mut Vec<Word>) -> usize {
        let rest = &text[at..end];
        let Some(first) = rest.chars().next() else { return end };
        if is_number_start(rest) {
            let length = plain::with_marks(rest, self.number(rest));
            words.push(Word { range: at..at + length, joined: false });
            return at + length;
        }
        if !first.is_alphanumeric() && !self.starts_clitic(text, at, end) {
            let length = plain::with_marks(rest, sign(rest, first));
            words.push(Word { range: at..at + length, joined: false });
            return at + length;
        }
        let length = self.word(rest, &text[end..]).max(first.len_utf8());
        // "an op-ed.": what a hyphen joins to another word is no abbreviation.
        let joined = text[..at].ends_with('-') && rest.starts_with(char::is_lowercase);
        let short =
            rest[..length].strip_suffix('.').filter(|word| joined && has(&self.lists.abbreviation, word));
        let length = short.map_or(length, str::len);
        self.split(text, at..at + length, words);
        at + length
    }

    /// Bytes of the number at the beginning of `rest`: `1,000.5`, `10:30`, `3/4/2005`, `1990s`, `3rd`, `555-1234`.
    fn number(&self, rest: &str) -> usize {
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
        // Units stand alone; endings of ordinals and decades, and codes such as 5G and 737s, do not.
        if has(&self.lists.unit, &suffix) { at } else { at + letters }
    }

    /// Bytes of the word at the beginning of `rest`, the chunk before `beyond`, with its inner points and clitics, up to a hyphen
    /// or other sign.
    fn word(&self, rest: &str, beyond: &str) -> usize {
        let mut end = 0;
        let mut chars = rest.char_indices().peekable();
        let mut masked = 0;
        while let Some((at, c)) = chars.next() {
            let after = chars.peek().map(|&(_, c)| c);
            if matches!(c, '*' | '-') {
                masked = masked.max(at + mask(rest, at));
            }
            let inner = match c {
                _ if at < masked => true,
                c if c.is_alphanumeric() || is_mark(c) => true,
                '\'' | '’' => after.is_some_and(char::is_alphabetic) || at == 0,
                // "AT&T", "snake_case"
                '&' | '_' | '@' | '#' => at > 0 && after.is_some_and(char::is_alphanumeric),
                '-' | '‑' => {
                    at > 0 && after.is_some_and(char::is_alphanumeric) && self.keeps_hyphen(rest, at)
                }
                '.' => self.point(rest, at, beyond),
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

    /// Whether the point at byte `at` of `rest`, the chunk before `beyond`, belongs to the word: `U.S.`, `Mr.`, `K.`,
    /// `example.org`.
    fn point(&self, rest: &str, at: usize, beyond: &str) -> bool {
        let before = &rest[..at];
        let last = before.rsplit(['.', '-']).next().unwrap_or(before);
        let single = last.chars().count() == 1 && last.chars().all(char::is_alphabetic);
        let lower = before.to_lowercase();
        match rest[at + 1..].chars().next() {
            // "U.S", "e.g", "example.org"; but "said.He" and "end.The" are two sentences.
            Some(c) if c.is_alphanumeric() => {
                let runs_on = last.chars().next_back().is_some_and(char::is_lowercase) && c.is_uppercase();
                !runs_on && (single || before.len() > 1)
            }
            // "U.S.", "K.", "Mr."
            _ => {
                let initial = single && last.chars().all(char::is_uppercase) && last != "I";
                let capital = before.starts_with(char::is_uppercase) && has(&self.lists.capital, &lower);
                let numbering = beyond.trim_start().starts_with(|c: char| c.is_ascii_digit())
                    && has(&self.lists.numbering, &lower);
                let known = capital || numbering || has(&self.lists.abbreviation, &lower);
                (single && before.contains('.')) || initial || known
            }
        }
    }

    /// Whether the hyphen at byte `at` stays inside the word.
    fn keeps_hyphen(&self, rest: &str, at: usize) -> bool {
        let before = rest[..at].to_lowercase();
        // A hyphen may take more than a byte.
        has(&self.lists.prefix, &before) && rest[at..].chars().nth(1).is_some_and(char::is_alphabetic)
    }

    /// Whether the apostrophe at `at` begins a clitic of the word before it: `'s`, `’re`; or a cut word: `'em`, `'90s`.
    fn starts_clitic(&self, text: &str, at: usize, end: usize) -> bool {
        let rest = &text[at..end];
        let Some(tail) = rest.strip_prefix(['\'', '’']) else { return false };
        let word: String =
            tail.chars().take_while(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let after_word = text[..at]
            .trim_end_matches(plain::is_mark)
            .ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == '”' || c == '"' || c == ')');
        // "the company 's value": texts whose words have been parted write it so.
        let before =
            text[..at].strip_suffix(' ').is_some_and(|before| before.ends_with(char::is_alphanumeric));
        let alone = word.len() == tail.len() && before;
        let clitic = has(&self.lists.clitic, &word);
        let cut = has(&self.lists.cut, &word);
        (clitic && (after_word || alone))
            || cut
            || (word.ends_with('s') && word.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Parts a word from its clitics.
    fn split(&self, text: &str, range: Range<usize>, words: &mut Vec<Word>) {
        let content = &text[range.clone()];
        let lower = content.to_lowercase();
        let mut cut = None;
        if lower.len() == content.len() {
            for clitic in ["n't", "n’t"] {
                if lower.len() > clitic.len() && lower.ends_with(clitic) {
                    cut = Some(content.len() - clitic.len());
                }
            }
            for clitic in &self.lists.clitic {
                let Some(host) = lower.strip_suffix(clitic.as_str()) else { continue };
                if host.len() > 1 && host.ends_with(['\'', '’']) {
                    let mark = host.chars().next_back().map_or(1, char::len_utf8);
                    cut = Some(host.len() - mark);
                }
            }
        }
        match cut.filter(|&cut| cut > 0) {
            Some(cut) => {
                self.merged(text, range.start..range.start + cut, words);
                words.push(Word { range: range.start + cut..range.end, joined: true });
            }
            None => self.merged(text, range, words),
        }
    }

    /// Parts a word that is two, such as "cannot".
    fn merged(&self, text: &str, range: Range<usize>, words: &mut Vec<Word>) {
        let content = &text[range.clone()];
        let same = |word: &str| word.len() == content.len() && content.eq_ignore_ascii_case(word);
        let known = self.lists.merged.iter().find(|(word, _)| same(word));
        match known {
            Some(&(_, cut)) => {
                words.push(Word { range: range.start..range.start + cut, joined: false });
                words.push(Word { range: range.start + cut..range.end, joined: true });
            }
            None => words.push(Word { range, joined: false }),
        }
    }
}

/// Bytes of the signs at byte `at` that stand for letters of an oath: `sh*t`, `f***`, `f---ing`. None of other signs.
fn mask(rest: &str, at: usize) -> usize {
    let (before, signs) = rest.split_at(at);
    let star = signs.starts_with('*');
    let run = signs.len() - signs.trim_start_matches(if star { '*' } else { '-' }).len();
    let letters = before.chars().count();
    let word = before.chars().all(char::is_alphabetic);
    let is_mask = if star {
        // Fewer letters than stars: "f***", not the bold type of "**so**".
        word && letters > 0 && (letters < run || signs[run..].starts_with(char::is_alphabetic))
    } else {
        word && letters == 1 && run > 1 && !before.eq_ignore_ascii_case("i")
    };
    if is_mask { run } else { 0 }
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

/// Whether a list, which is in order, has `word`.
fn has(list: &[String], word: &str) -> bool {
    list.binary_search_by(|known| known.as_str().cmp(word)).is_ok()
}

/// Whether the character is part of the word before it, whatever that is: an accent, or a sign that nobody sees.
fn is_mark(c: char) -> bool {
    plain::is_mark(c) || matches!(c, '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// Every character of `range` as a word of its own, but runs of points.
fn singles(text: &str, range: Range<usize>, words: &mut Vec<Word>) {
    let mut at = range.start;
    while at < range.end {
        let rest = &text[at..range.end];
        let Some(first) = rest.chars().next() else { return };
        let length = plain::with_marks(rest, sign(rest, first));
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
    use onrecord_resource::Source;
    use onrecord_resource::token::{self, Example};

    use super::*;

    const WORDS: &str = include_str!("../../resources/token/words.toml");

    fn cutter() -> Cutter {
        Cutter::new(token::lists(Source::new("words.toml", WORDS)).unwrap().0)
    }

    #[test]
    fn words_are_cut_as_the_treebanks_cut_them() {
        let (lists, examples) = token::lists(Source::new("words.toml", WORDS)).unwrap();
        let cutter = Cutter::new(lists);
        for Example { text, words } in examples {
            let cut: Vec<_> = cutter.cut(&text).into_iter().map(|word| &text[word.range]).collect();
            assert_eq!(cut.join(" "), words, "{text}");
        }
        assert!(cutter.cut("").is_empty());
    }

    #[test]
    fn titles_stand_before_names() {
        let cutter = cutter();
        let cases = [
            ("Gov.", true),
            ("MR.", true),
            ("v.", true),
            ("Gov", false),
            ("Inc.", false),
            (".", false),
            ("", false),
        ];
        for (word, is_title) in cases {
            assert_eq!(cutter.is_title(word), is_title, "{word}");
        }
    }

    #[test]
    fn clitics_are_joined_to_their_hosts() {
        let cutter = cutter();
        let joined: Vec<_> = cutter.cut("I cannot say it's so").iter().map(|word| word.joined).collect();
        assert_eq!(joined, [false, false, true, false, false, true, false]);
    }
}
