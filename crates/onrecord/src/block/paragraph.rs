//! Paragraphs: where a line break ends a block and where it only wraps a line.
//!
//! A blank line always parts two blocks. A single line break is harder: in mail and old pages every line is broken at
//! some column, elsewhere every line is a paragraph, and stray breaks occur in mid-sentence. A break inside a block is
//! a border if what follows opens a turn; or if the line before it ends like a sentence and the block is not wrapped.

use std::ops::Range;

use crate::text::{Span, Text};

/// Lines this long, in characters, may have been broken by a program that fills lines.
const WRAPPED: Range<usize> = 50..101;

/// The paragraphs of `text`. `opens` tells whether a line opens a turn.
pub(super) fn cut(text: &Text, opens: impl Fn(&str) -> bool) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut block: Vec<Span> = Vec::new();
    for line in lines(text) {
        match line {
            Some(line) => block.push(line),
            None => flush(text, &mut block, &opens, &mut spans),
        }
    }
    flush(text, &mut block, &opens, &mut spans);
    spans
}

/// The lines of `text` without the white space around them; `None` for a blank one.
pub(super) fn lines(text: &Text) -> impl Iterator<Item = Option<Span>> {
    let mut at = 0;
    text.as_str().split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        text.trimmed(start..at)
    })
}

/// Cuts the lines of one block into paragraphs.
fn flush(text: &Text, block: &mut Vec<Span>, opens: impl Fn(&str) -> bool, spans: &mut Vec<Span>) {
    let long = |line: &Span| WRAPPED.contains(&text.slice(*line).chars().count());
    // The last line of a wrapped paragraph may be short, the others hardly.
    let full = block.iter().filter(|line| long(line)).count();
    let wrapped = block.len() > 1 && full * 10 >= (block.len() - 1) * 7;
    let mut lines = block.drain(..);
    let Some(mut current) = lines.next() else { return };
    let mut last = current;
    for line in lines {
        let ends = text.slice(last).ends_with(['.', '!', '?', '…', ':', '”', '"']);
        let border = if wrapped { ends && opens(text.slice(line)) } else { ends || opens(text.slice(line)) };
        if border {
            spans.push(current);
            current = line;
        }
        current = current.to(line);
        last = line;
    }
    spans.push(current);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_part_paragraphs_or_wrap_lines() {
        let filled = "one two three four five six seven eight nine ten eleven twelve.";
        let dashed = format!("{filled}\n– {filled}");
        #[rustfmt::skip]
        let cases: &[(&str, &[&str])] = &[
            ("", &[]),
            (" \n\u{a0}\n", &[]),
            ("\na b\n\n \nc\n", &["a b", "c"]),
            ("in the XXI\ncentury it ended.", &["in the XXI\ncentury it ended."]),
            ("It ended.\nIt began.", &["It ended.", "It began."]),
            (&format!("{filled}\n{filled}\nend."), &[&format!("{filled}\n{filled}\nend.")]),
            (&dashed, &[filled, &format!("– {filled}")]),
            ("a\r\n\r\nb", &["a", "b"]),
        ];
        for (content, expected) in cases {
            let text = Text::new((*content).to_owned()).unwrap();
            let found = cut(&text, |line| line.starts_with('–'));
            let found: Vec<_> = found.iter().map(|s| text.slice(*s)).collect();
            assert_eq!(&found, expected, "{content:?}");
        }
    }
}
