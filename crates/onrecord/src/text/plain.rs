//! The text as the stages read it: one way to end a line, to write a letter with an accent and to quote.
//!
//! Systems end lines with different characters, an accent may be a character of its own, some countries quote „so“, captions
//! have tags among their words, and what is copied from a printed page has words broken at the ends of lines and the marks of
//! footnotes. No stage should have to know, so where a text is not written in the plain way they read a copy that is, and what
//! they find is moved back to the text as it was given. Most texts are plain already; they are looked through once and not copied.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::{Span, Text};

/// Where a plain copy differs from the text as it was given.
#[derive(Debug)]
pub(crate) struct Moves(Vec<Piece>);

/// Some characters of the copy, and those of the given text that they stand for.
#[derive(Debug)]
struct Piece {
    copy: Range<usize>,
    given: Range<usize>,
}

/// The plain copy of `given`; `None` where it is plain itself. The copy of captions has no `tags`. `known` tells common words,
/// in lower case.
pub(crate) fn copy(given: &Text, tags: bool, known: impl Fn(&str) -> bool) -> Option<(Text, Moves)> {
    let content = given.as_str();
    let odd = Odd { tags, quotes: content.contains('„'), known: &known };
    let mut pieces = Vec::new();
    let mut copied = String::new();
    let mut done = 0;
    // Where a line ends that ended inside of the word before.
    let mut line_end: Option<usize> = None;
    loop {
        let next = next(content, done, &odd);
        line_end = line_end.filter(|&at| at >= done);
        let due = line_end.take_if(|at| next.as_ref().is_none_or(|(range, _)| range.start > *at));
        let Some((range, plain)) = due.map(|at| (at..at + 1, "\n".to_owned())).or(next) else { break };
        if content[range.clone()].contains('\n') && !plain.contains('\n') {
            line_end = space(content, range.end);
        }
        copied.push_str(&content[done..range.start]);
        let start = copied.len();
        copied.push_str(&plain);
        done = range.end;
        pieces.push(Piece { copy: start..copied.len(), given: range });
    }
    if pieces.is_empty() {
        return None;
    }
    copied.push_str(&content[done..]);
    // A few signs take more bytes when they are composed: a text at the limit is then read as it is.
    Some((Text::new(copied).ok()?, Moves(pieces)))
}

/// What a text may have beside the ends of lines and accents that every text may have.
struct Odd<'a> {
    /// The tags of captions.
    tags: bool,
    /// Quotations that open with a low mark.
    quotes: bool,
    /// Whether a word, in lower case, is a common one.
    known: &'a dyn Fn(&str) -> bool,
}

/// The first characters at or behind byte `from` that are written in another way than the plain one, and how that is.
fn next(content: &str, mut from: usize, odd: &Odd) -> Option<(Range<usize>, String)> {
    loop {
        let at = from + find(&content.as_bytes()[from..], odd)?;
        let rest = &content[at..];
        // "\r\r\n" is what two conversions leave of one end of a line.
        if let Some(end) = ["\r\n", "\r\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]
            .into_iter()
            .filter(|end| rest.starts_with(end))
            .max_by_key(|end| end.len())
        {
            return Some((at..at + end.len(), "\n".to_owned()));
        }
        if let Some(mark) = quote(content, at) {
            return Some((at..at + '„'.len_utf8(), mark.to_owned()));
        }
        if let Some(length) = tag(rest) {
            return Some((at..at + length, String::new()));
        }
        if let Some((end, hyphen)) = broken(content, at, odd.known) {
            return Some((at..end, hyphen.to_owned()));
        }
        if let Some(mark) = footnote(content, at) {
            return Some((mark, String::new()));
        }
        let base = content[from..at].chars().next_back().map_or(0, char::len_utf8);
        let marks = rest.len() - rest.trim_start_matches(is_mark).len();
        let end = at + marks.max(rest.chars().next().map_or(1, char::len_utf8));
        let written = &content[at - base..end];
        let composed: String = if marks > 0 { written.nfc().collect() } else { written.to_owned() };
        if composed != written {
            return Some((at - base..end, composed));
        }
        from = end;
    }
}

/// The first byte that may begin a character of another way to write: a carriage return, or what begins U+0085, U+2028,
/// U+2029 or a mark, a hyphen before white space, a point before a digit, and what else is `odd` there.
fn find(bytes: &[u8], odd: &Odd) -> Option<usize> {
    let space = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_whitespace);
    let begins = |at: usize| match bytes[at] {
        b'<' | b'{' => odd.tags,
        b'-' => space(at + 1),
        b'.' => bytes.get(at + 1).is_some_and(u8::is_ascii_digit),
        b'\r' | 0xCC | 0xCD => true,
        0xC2 => bytes.get(at + 1) == Some(&0x85) || bytes.get(at + 1) == Some(&0xAD) && space(at + 2),
        0xE2 => {
            let last = bytes.get(at + 2);
            let quotes = odd.quotes && matches!(last, Some(0x9C | 0x9E));
            let hyphen = last == Some(&0x90) && space(at + 3);
            bytes.get(at + 1) == Some(&0x80) && (quotes || hyphen || matches!(last, Some(0xA8 | 0xA9)))
        }
        _ => false,
    };
    (0..bytes.len()).find(|&at| begins(at))
}

/// The usual mark for the one at byte `at`: „so“ opens low, and closes with what opens elsewhere.
fn quote(content: &str, at: usize) -> Option<&'static str> {
    let before =
        || content[..at].rfind(['„', '“', '”', '\n']).is_some_and(|mark| content[mark..].starts_with('„'));
    match content[at..].chars().next()? {
        '„' => Some("“"),
        '“' if before() => Some("”"),
        _ => None,
    }
}

/// Where the word goes on that a line breaks at byte `at`, and the hyphen that it keeps: "dis-\ncussed" has none when it is
/// whole, "long-\nterm" keeps its own. A common word is one whatever its parts are; of others two common words are a compound.
fn broken(content: &str, at: usize, known: &dyn Fn(&str) -> bool) -> Option<(usize, &'static str)> {
    let (before, rest) = content.split_at(at);
    let soft = rest.starts_with('\u{ad}');
    let line = rest.strip_prefix(['-', '\u{ad}', '‐'])?.trim_start_matches([' ', '\t']);
    let next = ["\r\n", "\n", "\r"].iter().find_map(|end| line.strip_prefix(end))?;
    let next = next.trim_start_matches([' ', '\t']);
    let first = &before[before.trim_end_matches(char::is_alphabetic).len()..];
    let last = &next[..next.len() - next.trim_start_matches(char::is_alphabetic).len()];
    // "pre- and post-war": a hyphen may wait for its word.
    let waits = matches!(last, "and" | "or" | "nor" | "to");
    if first.is_empty() || !last.starts_with(char::is_lowercase) || waits {
        return None;
    }
    let is_known = |word: &str| known(&word.to_lowercase());
    // "state-of-\nthe-art" has more of them.
    let more = before[..before.len() - first.len()].ends_with('-') || next[last.len()..].starts_with('-');
    let compound =
        !soft && !is_known(&format!("{first}{last}")) && (more || is_known(first) && is_known(last));
    Some((content.len() - next.len(), if compound { "-" } else { "" }))
}

/// The space behind the word at byte `at`, where its line ends; none behind a sentence, since a line that ends with it may be a
/// paragraph.
fn space(content: &str, at: usize) -> Option<usize> {
    let end = at + content[at..].find(char::is_whitespace)?;
    let ends = content[..end].ends_with(['.', '!', '?', '…', ':', '”', '"']);
    (!ends && content[end..].starts_with(' ')).then_some(end)
}

/// Digits of the mark of a footnote, at most.
const MARK: usize = 3;

/// What stands before a number with a point between, and ends no sentence: "Fig.2 Exports".
const NUMBERED: [&str; 14] = [
    "app", "art", "arts", "chap", "cap", "fig", "figs", "nos", "para", "paras", "sec", "sect", "vol", "vols",
];

/// The mark of a footnote behind the full stop at byte `at`: the last digit of "in 2023.1 The department met". Other numbers than
/// years may be decimals.
fn footnote(content: &str, at: usize) -> Option<Range<usize>> {
    let (before, rest) = content.split_at(at);
    let mark = rest.strip_prefix('.')?;
    let behind = mark.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = mark.len() - behind.len();
    let next = behind.trim_start();
    let opens = next.trim_start_matches(['“', '"', '‘', '(']).starts_with(char::is_uppercase);
    if digits == 0 || digits > MARK || behind.len() == next.len() || !opens {
        return None;
    }
    let (head, word) = before.split_at(before.trim_end_matches(char::is_alphanumeric).len());
    let is_year = word.len() == 4
        && ["15", "16", "17", "18", "19", "20"].iter().any(|century| word.starts_with(century))
        && word.bytes().all(|b| b.is_ascii_digit())
        && head.ends_with([' ', '\n', '-', '–', '/', '(']);
    // "No.1", "a.b.1": shorter ones are numbered.
    let is_word = word.chars().count() > 2
        && word.ends_with(char::is_lowercase)
        && word.chars().all(char::is_alphabetic)
        && !NUMBERED.iter().any(|short| word.eq_ignore_ascii_case(short));
    (is_year || is_word).then_some(at + 1..at + 1 + digits)
}

/// Bytes of the tag that opens `rest`, as captions have it for type and time: `<i>`, `</c>`, `<00:00:01.500>`, `{\an8}`. One
/// that names who speaks is none.
fn tag(rest: &str) -> Option<usize> {
    let (close, inner) = if let Some(inner) = rest.strip_prefix('<') {
        (b'>', inner)
    } else {
        (b'}', rest.strip_prefix("{\\")?)
    };
    let end = inner.bytes().take(LONGEST).position(|byte| byte == close)?;
    let name = inner[..end].trim_start_matches('/');
    let name = name.split(|c: char| c.is_whitespace() || c == '.').next().unwrap_or_default();
    let known = ["c", "i", "b", "u", "s", "font", "lang", "ruby", "rt"];
    let is_time = name.contains(':') && name.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    let is_tag = close == b'}' || is_time || known.iter().any(|tag| name.eq_ignore_ascii_case(tag));
    (is_tag || inner.starts_with("/v>")).then_some(rest.len() - inner.len() + end + 1)
}

/// Bytes of a tag, at most.
const LONGEST: usize = 80;

/// Whether the character is an accent that belongs to the letter before it.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// `length` bytes of `rest` and the accents behind them, which no word is parted from.
pub(crate) fn with_marks(rest: &str, length: usize) -> usize {
    let behind = &rest[length..];
    length + behind.len() - behind.trim_start_matches(is_mark).len()
}

impl Moves {
    /// The span of the given text that `span` of the copy stands for. It never begins or ends inside of what was written
    /// as one.
    pub(crate) fn back(&self, span: Span) -> Span {
        let (start, end) = (span.start(), span.end());
        let before = |offset: usize| self.0.partition_point(|piece| piece.copy.start < offset);
        let first = before(start + 1).checked_sub(1).map(|row| &self.0[row]);
        let last = before(end).checked_sub(1).map(|row| &self.0[row]);
        let start = first.map_or(start, |piece| match start.checked_sub(piece.copy.end) {
            Some(behind) => piece.given.end + behind,
            None => piece.given.start,
        });
        let end = last.map_or(end, |piece| piece.given.end + end.saturating_sub(piece.copy.end));
        // The given text has fewer than 4 GiB.
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { start: offset(start), end: offset(end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The common words of the tests.
    fn common(word: &str) -> bool {
        [
            "discussed",
            "dis",
            "washington",
            "ton",
            "hosted",
            "host",
            "email",
            "long",
            "term",
            "well",
            "known",
            "well-known",
            "law",
        ]
        .contains(&word)
    }

    #[test]
    fn words_that_a_line_breaks_are_whole() {
        #[rustfmt::skip]
        let cases = [
            ("They dis-\ncussed trade.", Some("They discussed\ntrade.")),
            ("They dis- \r\n  cussed trade.", Some("They discussed\ntrade.")),
            ("They dis\u{ad}\ncussed trade, host‐\ned it.", Some("They discussed\ntrade, hosted\nit.")),
            ("in Washing-\nton. He left", Some("in Washington. He left")),
            ("in Washing-\nton, he", Some("in Washington,\nhe")),
            ("Osmon-\nova said", Some("Osmonova\nsaid")),
            ("a long-\nterm plan", Some("a long-term\nplan")),
            ("a mother-\nin-law left", Some("a mother-in-law\nleft")),
            ("an up-to-\ndate plan", Some("an up-to-date\nplan")),
            ("a well-dis-\ncussed\nplan", Some("a well-discussed\nplan")),
            ("host-\ned", Some("hosted")),
            ("dis-\ncussed\r\ntrade", Some("discussed\ntrade")),
            ("pre-\nand post-war", None),
            ("non-\nEnglish, 20-\nodd, ANN-\nODE", None),
            ("he left -\nand dis-\n\ncussed - he", None),
            ("a long-term plan, well-known", None),
        ];
        for (content, expected) in cases {
            let text = Text::new(content.to_owned()).unwrap();
            let found = copy(&text, false, common);
            assert_eq!(found.as_ref().map(|(copy, _)| copy.as_str()), expected, "{content:?}");
        }
        let given =
            Text::new("In Washing-\nton they dis-\ncussed long-\nterm aid.1 Then".to_owned()).unwrap();
        let (copied, moves) = copy(&given, false, common).unwrap();
        #[rustfmt::skip]
        let cases = [
            ("In", "In"), ("Washington", "Washing-\nton"), ("they", "they"), ("discussed", "dis-\ncussed"), ("long", "long"),
            ("-", "-\n"), ("term", "term"), ("aid.", "aid."), ("aid. Then", "aid.1 Then"), ("Then", "Then"),
        ];
        for (read, written) in cases {
            let at = copied.as_str().find(read).unwrap();
            let span = copied.span(at..at + read.len()).unwrap();
            assert_eq!(given.slice(moves.back(span)), written, "{read:?}");
        }
    }

    #[test]
    fn marks_of_footnotes_are_not_read() {
        #[rustfmt::skip]
        let cases = [
            ("It was in 2023.1 The aid grew.12 “It rained.”", Some("It was in 2023. The aid grew. “It rained.”")),
            ("in 1999–2003.4\n\nNext", Some("in 1999–2003.\n\nNext")),
            ("It grew by 3.5 Percent, by $2023.1 Then, by 1,2023.5 Then", None),
            ("Fig.2 Exports, No.1 Ode, Vol.3 The, v.2 Beta, a.b.1 The", None),
            ("It rained.1 and grew in 2023.1 by, in 2023.1234 The", None),
            ("It rained.1", None),
        ];
        for (content, expected) in cases {
            let text = Text::new(content.to_owned()).unwrap();
            let found = copy(&text, false, common);
            assert_eq!(found.as_ref().map(|(copy, _)| copy.as_str()), expected, "{content:?}");
        }
    }

    #[test]
    fn a_copy_is_made_of_what_is_not_plain() {
        #[rustfmt::skip]
        let cases = [
            ("a\r\nb", Some("a\nb")),
            ("a\rb\r", Some("a\nb\n")),
            ("a\r\rb", Some("a\n\nb")),
            ("a\r\r\nb", Some("a\nb")),
            ("a\u{85}b\u{2028}c\u{2029}d", Some("a\nb\nc\nd")),
            ("Jose\u{301}’s", Some("José’s")),
            ("e\u{323}\u{302}", Some("ệ")),
            ("и\u{306} A\u{30a}", Some("й Å")),
            ("x\u{302} e\u{301}", Some("x\u{302} é")),
            ("plain\n\n“José” — Â…", None),
            ("„It rained“, „all day” and “all night”.", Some("“It rained”, “all day” and “all night”.")),
            ("„It rained.\n“All day.”", Some("“It rained.\n“All day.”")),
            ("x\u{302}", None),
            ("\u{301}e", None),
            ("\n\u{301}", None),
            ("\u{378} \u{a0}", None),
            ("", None),
        ];
        for (content, expected) in cases {
            let text = Text::new(content.to_owned()).unwrap();
            let found = copy(&text, false, common);
            assert_eq!(found.as_ref().map(|(copy, _)| copy.as_str()), expected, "{content:?}");
        }
    }

    #[test]
    fn tags_of_captions_are_not_read() {
        #[rustfmt::skip]
        let cases = [
            ("It<00:00:00.400><c> rained</c>", "It rained"),
            ("<i>It</i> <b.loud>rained</b>", "It rained"),
            ("{\\an8}<font color=\"#fff\">It</font>", "It"),
            ("<v Ann Ode>It</v>", "<v Ann Ode>It"),
            ("5 < 6 > 4 {sic} <sic> <b", "5 < 6 > 4 {sic} <sic> <b"),
        ];
        for (content, expected) in cases {
            let text = Text::new(content.to_owned()).unwrap();
            let found =
                copy(&text, true, common).map_or(content.to_owned(), |(copy, _)| copy.as_str().to_owned());
            assert_eq!(found, expected, "{content:?}");
            assert!(copy(&text, false, common).is_none());
        }
        let given = Text::new("dis-\ncus<font color=x>sed all".to_owned()).unwrap();
        assert_eq!(copy(&given, true, common).unwrap().0.as_str(), "discussed all");
        let given = Text::new("Kenya<00:00:00.400><c> sig<i>ned</i></c>.".to_owned()).unwrap();
        let (copied, moves) = copy(&given, true, common).unwrap();
        for (read, written) in [("Kenya", "Kenya"), ("signed", "sig<i>ned"), (".", ".")] {
            let at = copied.as_str().find(read).unwrap();
            let span = copied.span(at..at + read.len()).unwrap();
            assert_eq!(given.slice(moves.back(span)), written);
        }
    }

    #[test]
    fn spans_are_moved_back_to_the_same_words() {
        let given = Text::new("I\r\nsaw\r\nRene\u{301}e, x\u{302}\u{301}.".to_owned()).unwrap();
        let (copy, moves) = copy(&given, false, common).unwrap();
        #[rustfmt::skip]
        let cases = [
            ("I", "I"), ("saw", "saw"), ("I\nsaw", "I\r\nsaw"), ("Renée", "Rene\u{301}e"), ("é", "e\u{301}"), ("e,", "e,"),
            ("saw\nRené", "saw\r\nRene\u{301}"), ("x\u{302}\u{301}.", "x\u{302}\u{301}."), (".", "."),
        ];
        for (read, written) in cases {
            let at = copy.as_str().find(read).unwrap();
            let span = copy.span(at..at + read.len()).unwrap();
            assert_eq!(given.slice(moves.back(span)), written, "{read:?}");
        }
    }
}
