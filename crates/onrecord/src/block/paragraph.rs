//! Paragraphs: where a line break ends a block and where it only wraps a line.
//!
//! A blank line always parts two blocks. A single line break is harder: in mail and old pages every line is broken at
//! some column, elsewhere every line is a paragraph, and stray breaks occur in mid-sentence. A break inside a block is
//! a border if what follows opens a turn or is an item of a list; or if the line before it ends like a sentence and the
//! block is not wrapped. The name of the author under a title, the place and date above a text, the time of day above what is
//! told of it and the number of a page are blocks of their own, and so is every short line of a heading that is written in
//! capitals, and one before a line that is longer than any program fills.

use std::ops::Range;

use crate::text::{Span, Text};

/// Lines this long, in characters, may have been broken by a program that fills lines.
const WRAPPED: Range<usize> = 50..101;

/// Characters of a line of a heading, at most.
const HEADING: usize = 60;

/// Characters of a line that says where and when, at most.
const DATELINE: usize = 40;

/// Letters of a time zone, at most.
const ZONE: usize = 4;

/// Words of a byline, at most.
const BYLINE: usize = 14;

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
    let heads = block.len() > 1 && block.iter().all(|line| is_heading(text.slice(*line)));
    let mut lines = block.drain(..);
    let Some(mut current) = lines.next() else { return };
    let (mut title, mut last) = (current, current);
    let mut clocked = is_clock(text.slice(current));
    let mut signed = clocked || is_page(text.slice(current));
    for line in lines {
        let timed = clocked;
        let ends = text.slice(last).ends_with(['.', '!', '?', '…', ':', '”', '"']);
        let border = if wrapped { ends && opens(text.slice(line)) } else { ends || opens(text.slice(line)) };
        let byline = !ends && last == title && is_byline(text.slice(line));
        let begins = !text.slice(line).starts_with(char::is_lowercase);
        let long = begins && text.slice(line).chars().count() >= WRAPPED.end;
        let titled = long && last == title && is_heading(text.slice(title));
        let dated = is_dateline(text.slice(line));
        let page = is_page(text.slice(line));
        let border =
            border || byline || signed || heads || titled || dated || page || is_item(text.slice(line));
        // Below a name, a time says when it spoke.
        clocked = border && is_clock(text.slice(line));
        signed = byline || dated || page || clocked;
        if timed {
            title = line;
        }
        if border {
            spans.push(current);
            current = line;
        }
        current = current.to(line);
        last = line;
    }
    spans.push(current);
}

/// "• Revenue rose", "- Revenue rose", "3. The parties agree": whether a line is an item of a list.
fn is_item(line: &str) -> bool {
    let Some((mark, rest)) = line.split_once(' ') else { return false };
    let begins = rest.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    match mark {
        "•" | "·" | "▪" | "◦" | "●" | "‣" => true,
        "-" | "–" | "*" => begins,
        _ => {
            let number = mark.trim_start_matches('(').trim_end_matches([')', '.']);
            let short = number.len() < 3 && number.bytes().all(|b| b.is_ascii_digit()) && !number.is_empty();
            begins && short && mark.ends_with([')', '.'])
        }
    }
}

/// "Briefing by Minister Ann Ode": every longer word has a capital, and nothing ends or goes on.
fn is_heading(line: &str) -> bool {
    let capital = |word: &str| !word.starts_with(char::is_lowercase) || word.chars().count() < 4;
    let open = line.ends_with(['.', '!', '?', '…', ',', ';', ':', '-', '”', '"']);
    let opens = line.starts_with(char::is_uppercase) && line.chars().any(char::is_lowercase);
    opens && !open && line.chars().count() <= HEADING && line.split_whitespace().all(capital)
}

/// "12": the number of a page; with four digits it may be a year in mid-sentence.
fn is_page(line: &str) -> bool {
    line.len() < 4 && line.bytes().all(|b| b.is_ascii_digit())
}

/// "Nairobi, March 6, 2025": where and when, and nothing else.
fn is_dateline(line: &str) -> bool {
    let year = line
        .rsplit(' ')
        .next()
        .is_some_and(|last| last.len() == 4 && last.bytes().all(|b| b.is_ascii_digit()));
    let mut words = line.split_whitespace();
    let plain = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let opens = line.starts_with(char::is_uppercase);
    year && opens && line.contains(',') && line.chars().count() < DATELINE && words.all(plain)
}

/// "15.58 BST", "2.31pm GMT", "13:05": a time of day, and nothing else.
fn is_clock(line: &str) -> bool {
    let digits = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    let mut words = line.split_whitespace();
    let time = words.next().unwrap_or_default();
    let bare = time.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    let (hour, minute) = bare.split_once([':', '.']).unwrap_or_default();
    let half = |part: &str| matches!(part.replace('.', "").to_lowercase().as_str(), "am" | "pm");
    let zone = |word: &str| word.len() <= ZONE && word.bytes().all(|b| b.is_ascii_uppercase());
    let known = bare.len() == time.len() || half(&time[bare.len()..]);
    known
        && digits(hour, 2)
        && digits(minute, 2)
        && minute.len() == 2
        && words.all(|word| half(word) || zone(word))
}

/// "By Ann Ode and Jan Lee, Associated Press": names, and no sentence.
pub(crate) fn is_byline(line: &str) -> bool {
    let Some(names) = line.strip_prefix("By ").or_else(|| line.strip_prefix("BY ")) else { return false };
    let mut words = names.split_whitespace();
    let name = |word: &str| {
        word.starts_with(char::is_uppercase) || matches!(word, "and" | "for" | "of" | "in" | "the")
    };
    !line.ends_with('.') && names.split_whitespace().nth(BYLINE).is_none() && words.all(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_part_paragraphs_or_wrap_lines() {
        let filled = "one two three four five six seven eight nine ten eleven twelve.";
        let dashed = format!("{filled}\n– {filled}");
        let unfilled = format!("One {filled} {filled}");
        let titled = format!("About the Company\n{unfilled}");
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
            ("Minister to go\nBy Ann Ode, Agency\nOMAN", &["Minister to go", "By Ann Ode, Agency", "OMAN"]),
            ("Briefing by Minister Ann Ode\nLong Room", &["Briefing by Minister Ann Ode", "Long Room"]),
            ("Briefing by Minister Ann Ode\nin the Long Room", &["Briefing by Minister Ann Ode\nin the Long Room"]),
            (&format!("Briefing on {filled}\nOslo, March 6, 2025\nIt rained."), &[&format!("Briefing on {filled}"), "Oslo, March 6, 2025", "It rained."]),
            ("15.58 BST\nOde told them: it rained\n\n2.31pm GMT\nIt rained", &["15.58 BST", "Ode told them: it rained", "2.31pm GMT", "It rained"]),
            (&format!("15.58 BST\nAnn Ode\n{unfilled}"), &["15.58 BST", "Ann Ode", &unfilled]),
            ("It rained.\n13:05\nIt went on\n1:05 pm\nto rain", &["It rained.", "13:05", "It went on\n1:05 pm\nto rain"]),
            ("Ann Ode\n10:03 AM\nIt rained", &["Ann Ode\n10:03 AM\nIt rained"]),
            ("3.14 METRES\nof rain", &["3.14 METRES\nof rain"]),
            (&titled, &["About the Company", &unfilled]),
            (&format!("In the\n{filled} {filled}"), &[&format!("In the\n{filled} {filled}")]),
            (&format!("- One {filled}\n- Two {filled}"), &[&format!("- One {filled}"), &format!("- Two {filled}")]),
            (&format!("{filled}\n3. One {filled}\n-two"), &[filled, &format!("3. One {filled}\n-two")]),
            ("It rained in May\n- and in June", &["It rained in May\n- and in June"]),
            ("It will be done\nBy then and in Oman", &["It will be done\nBy then and in Oman"]),
            ("12\nIt rained\n13\nin May", &["12", "It rained", "13", "in May"]),
            ("It rained in\n2023\nand in 2024", &["It rained in\n2023\nand in 2024"]),
            ("It will go to\nsea\nBy Ann Ode", &["It will go to\nsea\nBy Ann Ode"]),
        ];
        for (content, expected) in cases {
            let text = Text::new((*content).to_owned()).unwrap();
            let found = cut(&text, |line| line.starts_with('–'));
            let found: Vec<_> = found.iter().map(|s| text.slice(*s)).collect();
            assert_eq!(&found, expected, "{content:?}");
        }
    }
}
