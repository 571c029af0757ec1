//! The text as the stages read it: one way to end a line, to write a letter with an accent and to quote.
//!
//! Systems end lines with different characters, an accent may be a character of its own, some countries quote „so“, and
//! captions have tags among their words. No stage should have to know,
//! so where a text is not written in the plain way they read a copy that is, and what they find is moved back to the text as
//! it was given. Most texts are plain already; they are looked through once and not copied.

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

/// The plain copy of `given`; `None` where it is plain itself. The copy of captions has no `tags`.
pub(crate) fn copy(given: &Text, tags: bool) -> Option<(Text, Moves)> {
    let content = given.as_str();
    if given.counts.is_empty() && !tags && !content.contains('\r') {
        return None;
    }
    let odd = Odd { tags, quotes: content.contains('„') };
    let mut pieces = Vec::new();
    let mut copied = String::new();
    let mut done = 0;
    while let Some((range, plain)) = next(content, done, odd) {
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
#[derive(Clone, Copy, Debug)]
struct Odd {
    /// The tags of captions.
    tags: bool,
    /// Quotations that open with a low mark.
    quotes: bool,
}

/// The first characters at or behind byte `from` that are written in another way than the plain one, and how that is.
fn next(content: &str, mut from: usize, odd: Odd) -> Option<(Range<usize>, String)> {
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
/// U+2029 or a mark, and what else is `odd` there.
fn find(bytes: &[u8], odd: Odd) -> Option<usize> {
    let begins = |at: usize| match bytes[at] {
        b'<' | b'{' => odd.tags,
        b'\r' | 0xCC | 0xCD => true,
        0xC2 => bytes.get(at + 1) == Some(&0x85),
        0xE2 => {
            let last = bytes.get(at + 2);
            let quotes = odd.quotes && matches!(last, Some(0x9C | 0x9E));
            bytes.get(at + 1) == Some(&0x80) && (quotes || matches!(last, Some(0xA8 | 0xA9)))
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
            let found = copy(&text, false);
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
            let found = copy(&text, true).map_or(content.to_owned(), |(copy, _)| copy.as_str().to_owned());
            assert_eq!(found, expected, "{content:?}");
            assert!(copy(&text, false).is_none());
        }
        let given = Text::new("Kenya<00:00:00.400><c> sig<i>ned</i></c>.".to_owned()).unwrap();
        let (copied, moves) = copy(&given, true).unwrap();
        for (read, written) in [("Kenya", "Kenya"), ("signed", "sig<i>ned"), (".", ".")] {
            let at = copied.as_str().find(read).unwrap();
            let span = copied.span(at..at + read.len()).unwrap();
            assert_eq!(given.slice(moves.back(span)), written);
        }
    }

    #[test]
    fn spans_are_moved_back_to_the_same_words() {
        let given = Text::new("I\r\nsaw\r\nRene\u{301}e, x\u{302}\u{301}.".to_owned()).unwrap();
        let (copy, moves) = copy(&given, false).unwrap();
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
