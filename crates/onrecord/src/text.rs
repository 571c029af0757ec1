//! One text, its spans, and the three ways to count its characters.
//!
//! Every layer of a document points into the text as it was given, so nothing here ever changes a character.
//! Inside the engine an offset counts bytes; users of Python count code points and those of JavaScript UTF-16
//! code units. [`Text`] knows all three: for ASCII they are the same number, for anything else a small table of
//! counts, one row every [`STEP`] bytes, leaves at most [`STEP`] bytes to count.

pub(crate) mod plain;

use std::ops::Range;

/// A text that is not longer than 4 GiB, so that offsets fit in 32 bits.
#[derive(Clone, Debug)]
pub struct Text {
    content: String,
    /// Characters and UTF-16 units before byte `STEP * row`; empty where the text is ASCII.
    counts: Vec<Counts>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    chars: u32,
    utf16: u32,
}

/// Bytes between two rows of the table of counts.
const STEP: usize = 128;

/// The text is longer than offsets can count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text has {bytes} bytes; the most one document can have is 4294967295: split it")]
pub struct TooLong {
    /// Length of the refused text.
    pub bytes: usize,
}

/// What an offset counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Bytes of UTF-8, as the engine counts.
    Utf8,
    /// Unicode code points, as Python counts.
    #[default]
    CodePoints,
    /// UTF-16 code units, as JavaScript and Java count.
    Utf16,
}

/// Half-open byte range of one [`Text`]: never empty, never out of bounds, never inside a character.
///
/// Only a [`Text`] makes one, or another span does by [`Span::to`], so a `Span` in hand is the proof that slicing
/// its text succeeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    // Invariant: start < end <= text.len() <= u32::MAX, both on character boundaries.
    start: u32,
    end: u32,
}

impl Text {
    /// Takes `content` as it is.
    ///
    /// # Errors
    /// [`TooLong`] for 4 GiB and more.
    pub fn new(content: String) -> Result<Self, TooLong> {
        if u32::try_from(content.len()).is_err() {
            return Err(TooLong { bytes: content.len() });
        }
        let counts = if content.is_ascii() { Vec::new() } else { count(content.as_bytes()) };
        Ok(Self { content, counts })
    }

    /// The whole text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// The span of `range`, or `None` where it is empty, out of bounds or splits a character.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Option<Span> {
        let nonempty = self.content.get(range.clone()).is_some_and(|slice| !slice.is_empty());
        let offset = |at: usize| u32::try_from(at).ok();
        nonempty.then_some(Span { start: offset(range.start)?, end: offset(range.end)? })
    }

    /// The span of `range` without the white space at its ends, or `None` where nothing is left.
    #[must_use]
    pub fn trimmed(&self, range: Range<usize>) -> Option<Span> {
        let slice = self.content.get(range.clone())?;
        let start = range.start + (slice.len() - slice.trim_start().len());
        self.span(start..start + slice.trim().len())
    }

    /// The characters of `span`.
    ///
    /// A span of another, longer text is cut to what this one has: never a panic, but a mistake of the caller's.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.content.get(span.range()).unwrap_or_default()
    }

    /// Characters in the text.
    #[must_use]
    pub fn chars(&self) -> usize {
        self.offset(self.content.len(), Unit::CodePoints)
    }

    /// The byte offset `at` in another unit. Constant time: at most 128 bytes are looked at.
    ///
    /// An offset past the end counts as the end, one inside a character as the character's start.
    #[must_use]
    pub fn offset(&self, at: usize, unit: Unit) -> usize {
        let at = at.min(self.content.len());
        if unit == Unit::Utf8 || self.counts.is_empty() {
            return at;
        }
        let row = at / STEP;
        let before = self.counts.get(row).copied().unwrap_or_default();
        let rest = tally(&self.content.as_bytes()[row * STEP..at]);
        match unit {
            Unit::Utf16 => (before.utf16 + rest.utf16) as usize,
            _ => (before.chars + rest.chars) as usize,
        }
    }

    /// The byte offset of the `at`th code point, or `None` past the end. Logarithmic in the length of the text.
    #[must_use]
    pub fn byte_of_char(&self, at: usize) -> Option<usize> {
        if self.counts.is_empty() {
            return (at <= self.content.len()).then_some(at);
        }
        let row = self.counts.partition_point(|c| c.chars as usize <= at).saturating_sub(1);
        // A row may stand inside a character, which is counted before it: step on to the next start.
        let start = (row * STEP..=self.content.len()).find(|&b| self.content.is_char_boundary(b))?;
        let missing = at - self.counts.get(row)?.chars as usize;
        let rest = self.content.get(start..)?;
        rest.char_indices().map(|(b, _)| start + b).chain([self.content.len()]).nth(missing)
    }

    /// `span` as start and end in `unit`.
    #[must_use]
    pub fn range(&self, span: Span, unit: Unit) -> Range<usize> {
        self.offset(span.start(), unit)..self.offset(span.end(), unit)
    }
}

/// Characters and UTF-16 units before every `STEP`th byte.
fn count(bytes: &[u8]) -> Vec<Counts> {
    let mut rows = Vec::with_capacity(bytes.len() / STEP + 1);
    let mut total = Counts::default();
    for chunk in bytes.chunks(STEP) {
        rows.push(total);
        let more = tally(chunk);
        total.chars += more.chars;
        total.utf16 += more.utf16;
    }
    if bytes.len().is_multiple_of(STEP) {
        rows.push(total);
    }
    rows
}

/// Characters that start in `bytes`, and the UTF-16 units they take.
fn tally(bytes: &[u8]) -> Counts {
    let mut counts = Counts::default();
    for &byte in bytes {
        let starts = u32::from(byte & 0xC0 != 0x80);
        counts.chars += starts;
        counts.utf16 += starts + u32::from(byte >= 0xF0);
    }
    counts
}

impl Span {
    /// First byte.
    #[must_use]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The bytes, for slicing.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether `other` lies inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_never_empty_outside_or_inside_a_character() {
        let text = Text::new("“é” 😀".to_owned()).unwrap();
        #[rustfmt::skip]
        let cases = [
            (0..3, Some("“")), (3..5, Some("é")), (0..13, Some("“é” 😀")),
            (0..0, None), (1..3, None), (3..4, None), (9..14, None),
        ];
        for (range, expected) in cases {
            assert_eq!(text.span(range.clone()).map(|s| text.slice(s)), expected, "{range:?}");
        }
    }

    #[test]
    fn offsets_agree_with_counting_from_the_start() {
        for content in ["", "plain", "“é” 😀!", &"naïve 😀 — ".repeat(100), &"é".repeat(64), &"x".repeat(300)]
        {
            let text = Text::new(content.to_owned()).unwrap();
            for (chars, (byte, _)) in content.char_indices().chain([(content.len(), ' ')]).enumerate() {
                assert_eq!(text.offset(byte, Unit::Utf8), byte);
                assert_eq!(text.offset(byte, Unit::CodePoints), chars);
                assert_eq!(text.offset(byte, Unit::Utf16), content[..byte].encode_utf16().count());
                assert_eq!(text.byte_of_char(chars), Some(byte), "{chars} of {content}");
            }
            assert_eq!(text.byte_of_char(text.chars() + 1), None);
        }
    }

    #[test]
    fn trimming_keeps_the_characters() {
        let text = Text::new(" \u{a0} a b\n".to_owned()).unwrap();
        assert_eq!(text.trimmed(0..8).map(|s| text.slice(s)), Some("a b"));
        assert_eq!(text.trimmed(0..4), None);
    }
}
