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

/// Paragraphs and turns of a caption file; `None` for any other text.
pub(super) fn read(text: &Text, labels: &Labels) -> Option<(Vec<Paragraph>, Vec<Turn>)> {
    let cues = cues(text);
    if cues.len() < 2 {
        return None;
    }
    let mut paragraphs = Vec::new();
    let mut turns: Vec<Turn> = Vec::new();
    let mut speakers: Vec<String> = Vec::new();
    let mut current: Option<String> = None;
    for cue in cues {
        paragraphs.push(Paragraph { span: cue.head, kind: ParagraphKind::Boilerplate });
        let Some(body) = cue.body else { continue };
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
                turns.push(Turn { span: spoken, pieces: vec![spoken], label, role, answers: None });
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

struct Cue {
    /// The number and the timing line.
    head: Span,
    /// The lines below it.
    body: Option<Span>,
}

/// The cues of `text`, each from its number or timing line to the next blank line.
fn cues(text: &Text) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    let mut number: Option<Span> = None;
    let mut open = false;
    for line in lines(text) {
        let Some(span) = line else {
            (open, number) = (false, None);
            continue;
        };
        let content = text.slice(span);
        if content.contains("-->") && content.starts_with(|c: char| c.is_ascii_digit()) {
            cues.push(Cue { head: number.map_or(span, |n| n.to(span)), body: None });
            open = true;
        } else if let Some(cue) = cues.last_mut().filter(|_| open) {
            cue.body = Some(cue.body.map_or(span, |body| body.to(span)));
        } else {
            number = content.bytes().all(|b| b.is_ascii_digit()).then_some(span);
        }
    }
    cues
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
        let prose = Text::new("The arrow --> points.\n\n1\n\nNothing.".to_owned()).unwrap();
        assert!(cues(&prose).is_empty());
    }
}
