//! Captions: `WebVTT` and SRT, whose timing lines cut the speech into pieces.
//!
//! A cue is a timing line and the lines of text below it. A new turn begins where a cue names another speaker, by a
//! voice tag (`<v Anna Ode>`) or by a label; cues without a name go on with the turn before. A turn's span covers all
//! its cues, its pieces are what was spoken.

use super::conversation::{askers, pair};
use super::marker::{Labels, Marker, Sign};
use super::paragraph::lines;

use crate::document::{Paragraph, ParagraphKind, Turn, TurnRole};
use crate::text::{Span, Text};

/// Paragraphs and turns of a caption file; `None` for any other text. Timing lines and what a file says of itself are no
/// paragraphs: nobody says them.
pub(super) fn read(text: &Text, labels: &Labels) -> Option<(Vec<Paragraph>, Vec<Turn>)> {
    let blocks = blocks(text);
    let cues = blocks.iter().filter(|block| matches!(block, Block::Cue(_))).count();
    // One line with an arrow makes no captions, unless the file begins with it.
    let head = text.as_str().trim_start();
    let begins = head.starts_with("WEBVTT") || head.starts_with(|c: char| c.is_ascii_digit());
    if cues == 0 || cues == 1 && !begins {
        return None;
    }
    let mut paragraphs = Vec::new();
    let mut turns: Vec<Turn> = Vec::new();
    let mut speakers: Vec<String> = Vec::new();
    let mut current: Option<String> = None;
    let mut begun = false;
    for block in blocks {
        begun |= matches!(block, Block::Cue(_));
        let body = match block {
            Block::Cue(Some(body)) => body,
            // A blank line in the middle of a cue.
            Block::Text(body) if begun => body,
            Block::Text(span) => {
                paragraphs.push(Paragraph { span, kind: ParagraphKind::Body });
                continue;
            }
            Block::Cue(None) | Block::Own => continue,
        };
        let (speaker, role, len) = speaker(text.slice(body), labels);
        let Some(spoken) = text.trimmed(body.start() + len..body.end()) else { continue };
        paragraphs.push(Paragraph { span: spoken, kind: ParagraphKind::Body });
        match turns.last_mut() {
            Some(turn) if speaker.is_none() || speaker == current => {
                turn.span = turn.span.to(spoken);
                turn.pieces.push(spoken);
            }
            _ => {
                let label = text.trimmed(body.start()..body.start() + len);
                let role = role.unwrap_or(TurnRole::Answer);
                turns.push(Turn {
                    span: spoken,
                    pieces: vec![spoken],
                    label,
                    named: None,
                    role,
                    answers: None,
                    quoted: false,
                });
                speakers.push(speaker.clone().unwrap_or_default());
                current = speaker;
            }
        }
    }
    // Who asks is a habit of speakers, as in other conversations; without names every turn speaks for itself.
    let named = speakers.iter().any(|speaker| !speaker.is_empty());
    let asking = askers(text, &turns, &speakers);
    let asks = |turn: &Turn| turn.pieces.last().is_some_and(|&piece| text.slice(piece).ends_with('?'));
    for (turn, speaker) in turns.iter_mut().zip(&speakers) {
        let asks = if named { asking.contains(&speaker.as_str()) } else { asks(turn) };
        if asks && turn.role == TurnRole::Answer {
            turn.role = TurnRole::Question;
        }
    }
    pair(&mut turns);
    Some((paragraphs, turns))
}

/// What stands between two blank lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Block {
    /// The lines below a timing line, if there are any.
    Cue(Option<Span>),
    /// The head of a file, a comment, a style sheet.
    Own,
    /// Anything else.
    Text(Span),
}

/// The blocks of `text`. A cue ends with the next blank line or the next timing line.
fn blocks(text: &Text) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    for line in lines(text) {
        let Some(span) = line else {
            open = false;
            continue;
        };
        let content = text.slice(span);
        if is_timing(content) {
            if open && let Some(last) = blocks.pop() {
                blocks.extend(unnumbered(text, last));
            }
            blocks.push(Block::Cue(None));
        } else {
            match blocks.last_mut().filter(|_| open) {
                Some(Block::Cue(Some(body)) | Block::Text(body)) => *body = body.to(span),
                Some(Block::Cue(body)) => *body = Some(span),
                Some(Block::Own) => {}
                None if is_own(content) => blocks.push(Block::Own),
                None => blocks.push(Block::Text(span)),
            }
        }
        open = true;
    }
    blocks
}

/// `block` without the name of the cue that a timing line behind it begins: all of a line of its own, or a number below another cue.
fn unnumbered(text: &Text, block: Block) -> Option<Block> {
    match block {
        Block::Text(span) => text.slice(span).contains('\n').then_some(block),
        Block::Cue(Some(span)) => {
            let (before, last) = text.slice(span).rsplit_once('\n').unwrap_or(("", text.slice(span)));
            let number = last.bytes().all(|b| b.is_ascii_digit());
            let body =
                if number { text.trimmed(span.start()..span.start() + before.len()) } else { Some(span) };
            Some(Block::Cue(body))
        }
        Block::Cue(None) | Block::Own => Some(block),
    }
}

/// `00:00:01.000 --> 00:00:04.000 align:start`: two times with an arrow, and settings with colons.
fn is_timing(line: &str) -> bool {
    let Some((from, rest)) = line.split_once("-->") else { return false };
    let is_time = |part: &str| {
        part.contains(':') && part.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b','))
    };
    let mut rest = rest.split_whitespace();
    is_time(from.trim()) && rest.next().is_some_and(is_time) && rest.all(|setting| setting.contains(':'))
}

/// Whether one of the first arrows of `text` stands in a timing line, whatever ends lines there.
pub(super) fn is_timed(text: &str) -> bool {
    let ends = ['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'];
    text.match_indices("-->").take(FIRST).any(|(arrow, _)| {
        let before = text[..arrow].rsplit(ends).next().unwrap_or_default();
        let behind = text[arrow..].split(ends).next().unwrap_or_default();
        is_timing(&format!("{before}{behind}"))
    })
}

/// Arrows that are looked at.
const FIRST: usize = 8;

/// Whether a line opens what a `WebVTT` file says of itself.
fn is_own(line: &str) -> bool {
    matches!(line.split_whitespace().next(), Some("WEBVTT" | "NOTE" | "STYLE" | "REGION"))
}

/// Who speaks in a cue, in what role, and how many bytes say so.
fn speaker(cue: &str, labels: &Labels) -> (Option<String>, Option<TurnRole>, usize) {
    if let Some((name, rest)) = cue.strip_prefix("<v").and_then(|rest| rest.split_once('>')) {
        let name = name.trim_start_matches(|c: char| !c.is_whitespace()).trim();
        return (Some(name.to_owned()), labels.role(name), cue.len() - rest.len());
    }
    match labels.read(cue) {
        Some(Marker { sign: Sign::Label { name, role }, len }) => (Some(name), role, len),
        Some(Marker { sign: Sign::Dash, len }) => (None, None, len),
        _ => (None, None, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Blocks;
    use super::*;

    #[test]
    fn captions_are_merged_to_turns_without_their_timing_lines() {
        let vtt = "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Anna Ode>Why?\n\n00:01.000 --> 00:02.000\n<v Bo Ek>Because\n\n\
                   00:02.000 --> 00:03.000\n<v Bo Ek>it rained.";
        let srt = "1\n00:00:00,000 --> 00:00:01,000\nANNA ODE: Why?\n\n2\n00:00:01,000 --> 00:00:02,000\nBO EK: Because\n\n\
                   3\n00:00:02,000 --> 00:00:03,000\nit rained.";
        for content in [vtt, srt] {
            let text = Text::new(content.to_owned()).unwrap();
            let (_, turns) = Blocks::new().unwrap().read(&text);
            let pieces = |t: &Turn| t.pieces.iter().map(|p| text.slice(*p)).collect::<Vec<_>>().join(" ");
            let found: Vec<_> = turns.iter().map(|t| (t.role.name(), pieces(t))).collect();
            let expected = [("question", "Why?".to_owned()), ("answer", "Because it rained.".to_owned())];
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn what_nobody_says_is_no_paragraph() {
        #[rustfmt::skip]
        let cases: &[(&str, &[&str])] = &[
            ("WEBVTT - Talk of May 3\nKind: captions\n\nNOTE\nMade in 2020.\n\nSTYLE\n::cue { color: red }\n\nfirst\n\
              00:01.000 --> 00:02.000 align:start position:10%\n<v Ann Ode>Why?\n\n00:02.000 --> 00:03.000\n- It rained.",
             &["Why?", "It rained."]),
            ("1\n00:00:00,000 --> 00:00:01,000\nIt\nrained.\n2\n00:00:01,000 --> 00:00:02,000\n3\n00:00:02,000 --> 00:00:03,000\nYes,\n\nit did.",
             &["It\nrained.", "Yes,", "it did."]),
            ("WEBVTT\n\n00:00.000 --> 00:01.000\n \nWhy?", &["Why?"]),
            ("A talk\n\n00:00.000 --> 00:01.000\nWhy?\n\n00:01.000 --> 00:02.000\nWell.", &["A talk", "Why?", "Well."]),
            ("00:01 --> 00:02 Oman.\n\n00:02 --> 00:03 Chad.", &["00:01 --> 00:02 Oman.", "00:02 --> 00:03 Chad."]),
            ("The arrow --> points.\n\n1\n\nNothing.", &["The arrow --> points.", "1", "Nothing."]),
            ("It ran from\n01:00 --> 02:00\nat night.", &["It ran from\n01:00 --> 02:00\nat night."]),
        ];
        let engine = Blocks::new().unwrap();
        for (content, expected) in cases {
            let text = Text::new((*content).to_owned()).unwrap();
            let (paragraphs, _) = engine.read(&text);
            let found: Vec<_> = paragraphs.iter().map(|row| text.slice(row.span)).collect();
            assert_eq!(&found, expected, "{content:?}");
        }
    }
}
