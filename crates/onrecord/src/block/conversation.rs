//! Whether the markers of a document make a conversation, and who asks in it.
//!
//! Every layout is tried in turn: labels, names that are set off in another way, dashes, questions that are set off, and last a
//! plain sequence of questions and answers without any mark, which is believed only where the text calls itself an
//! interview. In a conversation a turn lasts from its marker to the next one; what a page adds after the last turn stays
//! outside.

mod asked;
mod examined;
mod labelled;

use std::collections::BTreeMap;
use std::iter;

use super::marker::{Labels, Marker};
use crate::document::{Id, Paragraph, ParagraphKind, Turn, TurnRole};
use crate::text::{Span, Text};

/// The turns of the document; a paragraph that opens one becomes running text.
pub(super) fn read(text: &Text, paragraphs: &mut [Paragraph], labels: &Labels) -> Vec<Turn> {
    let openings = examined::named(text, paragraphs, labels, openings(text, paragraphs, labels));
    let mut turns: Vec<Turn> = Vec::new();
    let mut speakers: Vec<String> = Vec::new();
    for (i, opening) in openings.iter().enumerate() {
        let next = openings.get(i + 1).map_or(paragraphs.len(), |o| o.paragraph);
        let next = if opening.alone { opening.paragraph + 1 } else { next };
        // The caption of a picture behind what is spoken is no part of it.
        let caption = |row: &usize| labels.is_caption(text.slice(paragraphs[*row].span));
        let own = opening.paragraph + 1..next;
        let next = next - own.rev().take_while(caption).count();
        let Some(span) = spoken(text, paragraphs, opening, next).filter(|_| !opening.silent) else {
            continue;
        };
        for paragraph in &mut paragraphs[opening.paragraph..next] {
            let title = matches!(paragraph.kind, ParagraphKind::Headline | ParagraphKind::Heading);
            let labels = opening.label.is_some_and(|label| paragraph.span.overlaps(label));
            if title && (paragraph.span.overlaps(span) || labels) {
                paragraph.kind = ParagraphKind::Body;
            }
        }
        let role = opening.role.unwrap_or(TurnRole::Answer);
        let quoted = opening.alone;
        let Opening { label, named, .. } = *opening;
        turns.push(Turn {
            span,
            pieces: pieces(text, span, labels),
            label,
            named,
            role,
            answers: None,
            quoted,
        });
        speakers.push(opening.speaker.clone());
    }
    if openings.iter().all(|o| o.role.is_none()) {
        let asking = askers(text, &turns, &speakers);
        for (turn, speaker) in turns.iter_mut().zip(&speakers) {
            turn.role =
                if asking.contains(&speaker.as_str()) { TurnRole::Question } else { TurnRole::Answer };
        }
    }
    pair(&mut turns);
    turns
}

/// Says of every answer which question it answers: the last one before it.
pub(super) fn pair(turns: &mut [Turn]) {
    let mut question = None;
    for (row, turn) in turns.iter_mut().enumerate() {
        match turn.role {
            TurnRole::Question => question = Some(Id::new(row)),
            TurnRole::Answer => turn.answers = question,
            TurnRole::Moderator | TurnRole::Narration => question = None,
        }
    }
}

/// Where a turn begins.
struct Opening<'a> {
    paragraph: usize,
    /// Where the speech begins.
    start: usize,
    label: Option<Span>,
    /// Who has the label, where it is a letter and a paragraph above says it.
    named: Option<Span>,
    /// Turns of one speaker have the same text here.
    speaker: String,
    role: Option<TurnRole>,
    /// Whether it is one paragraph of a report, which quotes it and tells on behind it.
    alone: bool,
    /// Whether nobody speaks in it: it ends the turn before.
    silent: bool,
    /// The mark that may stand behind what is said.
    closing: &'a str,
}

impl Opening<'_> {
    /// One in `paragraph`, behind a label of `len` bytes, that names nobody.
    fn of(text: &Text, paragraphs: &[Paragraph], paragraph: usize, len: usize) -> Self {
        let span = paragraphs[paragraph].span;
        let start = span.start() + len;
        let label = text.trimmed(span.start()..start);
        Opening {
            paragraph,
            start,
            label,
            named: None,
            speaker: String::new(),
            role: None,
            alone: false,
            silent: false,
            closing: BOLD,
        }
    }
}

/// The end of bold type in Markdown.
const BOLD: &str = "**";

/// What is spoken after `opening`, up to the paragraph `next`; `None` if nothing is.
fn spoken(text: &Text, paragraphs: &[Paragraph], opening: &Opening, next: usize) -> Option<Span> {
    let own = paragraphs[opening.paragraph..next].iter().rev();
    let last = own.filter(|p| p.kind != ParagraphKind::Boilerplate).map(|p| p.span.end()).next()?;
    let closed = text.as_str()[..last].ends_with(opening.closing);
    let end = if closed { last - opening.closing.len() } else { last };
    text.trimmed(opening.start..end.max(opening.start))
}

/// The pieces of `span` between what others call out in it; none where nobody does.
fn pieces(text: &Text, span: Span, labels: &Labels) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut at = span.start();
    for called in labels.interjections(text.slice(span)) {
        pieces.extend(text.trimmed(at..span.start() + called.start));
        at = span.start() + called.end;
    }
    if at > span.start() {
        pieces.extend(text.trimmed(at..span.end()));
    }
    pieces
}

/// The openings under the first layout that makes the document a conversation.
fn openings<'a>(text: &Text, paragraphs: &[Paragraph], labels: &'a Labels) -> Vec<Opening<'a>> {
    let markers: Vec<Option<Marker>> = paragraphs
        .iter()
        .map(|p| (p.kind != ParagraphKind::Boilerplate).then(|| labels.read(text.slice(p.span))).flatten())
        .collect();
    let stamped = || labelled::stamped(text, paragraphs, &markers);
    let labelled = || labelled::labelled(text, paragraphs, labels, &markers);
    let set_off = || labels.styles().iter().map(|style| labelled::set_off(text, paragraphs, labels, style));
    let dashed = || asked::dashed(text, paragraphs, &markers);
    let asked = || labels.asked().iter().map(|style| asked::set_off(text, paragraphs, style));
    let plain = || asked::plain(text, paragraphs, labels);
    let layouts = iter::once_with(stamped).chain(iter::once_with(labelled));
    let layouts = layouts.chain(iter::once_with(set_off).flatten()).chain(iter::once_with(dashed));
    let mut layouts = layouts.chain(iter::once_with(asked).flatten()).chain(iter::once_with(plain));
    layouts.find(|openings| !openings.is_empty()).unwrap_or_default()
}

/// The speakers who mostly ask and say less than the others; nobody in a hearing where all ask.
pub(super) fn askers<'a>(text: &Text, turns: &[Turn], speakers: &'a [String]) -> Vec<&'a str> {
    // Turns, turns that end with a question, bytes.
    let mut habits: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for (turn, speaker) in turns.iter().zip(speakers) {
        let habit = habits.entry(speaker).or_default();
        habit.0 += 1;
        let last = turn.pieces.last().copied().unwrap_or(turn.span);
        let said = text.slice(last).trim_end_matches(['”', '"', ')']);
        habit.1 += usize::from(said.ends_with('?'));
        habit.2 += text.slice(turn.span).len();
    }
    let most = habits.values().map(|h| h.2).max().unwrap_or_default();
    let asks = |h: &(usize, usize, usize)| h.1 * 2 >= h.0 && h.2 < most;
    let found: Vec<&str> =
        habits.iter().filter(|(_, habit)| asks(habit)).map(|(speaker, _)| *speaker).collect();
    // Of two who talk to each other, one may ask without a question mark: who asks more often and says less.
    let often: Vec<_> = habits.iter().filter(|(_, habit)| habit.0 > 1).collect();
    let [(one, a), (other, b)] = often[..] else { return found };
    let more = |a: &(usize, usize, usize), b: &(usize, usize, usize)| {
        a.2 < b.2 && a.1 * 5 >= a.0 && a.1 * b.0 >= 2 * b.1 * a.0 && a.1 > 1
    };
    let none = !found.iter().any(|speaker| speaker == one || speaker == other);
    match (none, more(a, b), more(b, a)) {
        (true, true, _) => vec![*one],
        (true, _, true) => vec![*other],
        _ => found,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Blocks;
    use super::*;

    #[test]
    fn what_others_call_out_is_not_what_somebody_says() {
        let blocks = Blocks::new().unwrap();
        let said = |turn: &str| {
            let text = Text::new(format!("ANN ODE: Why?\n\nBO EK: {turn}")).unwrap();
            let (_, turns) = blocks.read(&text);
            let last = turns.last().unwrap();
            let pieces: Vec<_> = last.pieces.iter().map(|piece| text.slice(*piece).to_owned()).collect();
            if pieces.is_empty() { vec![text.slice(last.span).to_owned()] } else { pieces }
        };
        let called = "It rained. [Hon. Members: “Shame!”] It rained on. (An hon. Member: \"Oh!\")";
        assert_eq!(said(called), ["It rained.", "It rained on."]);
        for own in
            ["It rained [in Oman: “a lot”].", "It rained (Oman: two days).", "It rained. [Laughter] It did."]
        {
            assert_eq!(said(own), [own]);
        }
    }

    #[test]
    fn conversations_are_found_in_every_layout_and_in_nothing_else() {
        let blocks = Blocks::new().unwrap();
        #[rustfmt::skip]
        let cases: &[(&str, &[(&str, &str)])] = &[
            ("The minister spoke.\n\n– Why?\n\n– Because.\n\nReally.\n\n– And then?\n\n– Nothing.\n\nViews: 8",
             &[("question", "Why?"), ("answer", "Because.\n\nReally."), ("question", "And then?"), ("answer", "Nothing.")]),
            ("Q: Why?\n\nA: Because.", &[("question", "Why?"), ("answer", "Because.")]),
            ("ANNA ODE: Why?\n\nMR. BO: Because.\n\nODE: And then?\n\nBO: Nothing happened after that.",
             &[("question", "Why?"), ("answer", "Because."), ("question", "And then?"), ("answer", "Nothing happened after that.")]),
            ("MODERATOR:\nWelcome.\n\nANNA ODE:\nThank you.", &[("moderator", "Welcome."), ("answer", "Thank you.")]),
            ("Talk\n\n**Why?**\n\nBecause.\n\n**And then?**\n\nNothing.",
             &[("question", "Why?"), ("answer", "Because."), ("question", "And then?"), ("answer", "Nothing.")]),
            ("An interview\n\nWhy?\n\nBecause.\n\nHow?\n\nSo.\n\nWhen?\n\nNow.",
             &[("question", "Why?"), ("answer", "Because."), ("question", "How?"), ("answer", "So."), ("question", "When?"), ("answer", "Now.")]),
            ("An interview\n\nHow did you come here\n\nBy train.\n\nWhy?\n\nBecause.\n\nHow?\n\nSo.\n\nTell us about your trip.\n\nI was late.\n\n\
              You must have been cold.\n\nI was.\n\nWhen?\n\nNow.",
             &[("question", "How did you come here"), ("answer", "By train."), ("question", "Why?"), ("answer", "Because."), ("question", "How?"), ("answer", "So."),
               ("question", "Tell us about your trip."), ("answer", "I was late."), ("question", "You must have been cold."), ("answer", "I was."),
               ("question", "When?"), ("answer", "Now.")]),
            ("An interview\n\nWhy?\n\nBecause.\n\nYou get wet in the rain.\n\nIt rains.\n\nHow?\n\nI went.\n\nYou and I went.\n\nI was cold.\n\nWhen?\n\nNow.",
             &[("question", "Why?"), ("answer", "Because.\n\nYou get wet in the rain.\n\nIt rains."), ("question", "How?"),
               ("answer", "I went.\n\nYou and I went.\n\nI was cold."), ("question", "When?"), ("answer", "Now.")]),
            ("An interview\n\nWhy?\n\nBecause it rained.\n\nHow?\n\nSo it went on.",
             &[("question", "Why?"), ("answer", "Because it rained."), ("question", "How?"), ("answer", "So it went on.")]),
            ("– Why?\n\n– Because.\n\n– It rained too.\n\n– And then?\n\n– Nothing.",
             &[("question", "Why?"), ("answer", "Because."), ("answer", "It rained too."), ("question", "And then?"), ("answer", "Nothing.")]),
            ("Ode: Why?\n\nBo: Because it rained all day.\n\nOde: Tell me more.\n\nBo: It was cold as well.\n\nOde: And then?\n\n\
              Bo: Nothing happened.\n\nOde: I see.\n\nBo: Right.\n\nOde: Thanks.\n\nBo: Goodbye.",
             &[("question", "Why?"), ("answer", "Because it rained all day."), ("question", "Tell me more."),
               ("answer", "It was cold as well."), ("question", "And then?"), ("answer", "Nothing happened."),
               ("question", "I see."), ("answer", "Right."), ("question", "Thanks."), ("answer", "Goodbye.")]),
            ("Talk\n\nAnn Ode   0:05\nWhy?\n\nBo Ek   0:07\nBecause.", &[("question", "Why?"), ("answer", "Because.")]),
            ("0:05 Ann Ode\nTell me. Why?\n0:15 Bo Ek\nBecause it rained all day.\n0:25 Ann Ode\nAnd then?",
             &[("question", "Tell me. Why?"), ("answer", "Because it rained all day."), ("question", "And then?")]),
            ("Ann Ode  1:05\n\nWhy?\n\nBo Ek  1:07\n\nBecause.\n\nIt rained.\n\nAnn Ode  1:09\n\nI see?",
             &[("question", "Why?"), ("answer", "Because.\n\nIt rained."), ("question", "I see?")]),
            ("ANN ODE, ANCHOR: Why?\n\nSEN. BO EK (R-AZ), CHAIR: Because.\n\n(CROSSTALK)\n\nODE: And then?\n\nEK: Nothing happened after that.\n\n(END VIDEO CLIP)",
             &[("question", "Why?"), ("answer", "Because."), ("question", "And then?"), ("answer", "Nothing happened after that.")]),
            // Names that are set off without a colon.
            ("(The Herald, Ode) Why?\n\n(Secretary Ek) Because.\n\n(The Herald, Ode) And then?\n\n(Secretary Ek) Nothing happened after that.",
             &[("question", "Why?"), ("answer", "Because."), ("question", "And then?"), ("answer", "Nothing happened after that.")]),
            ("Ann Ode – Why?\n\nBo Ek – Because.\n\nIt rained.\n\nAnn Ode – And then?",
             &[("question", "Why?"), ("answer", "Because.\n\nIt rained."), ("question", "And then?")]),
            ("Ann Ode\nWhy?\n\nBo Ek\nBecause it rained.\n\nAnn Ode\nAnd then?\n\nBo Ek\nNothing.",
             &[("question", "Why?"), ("answer", "Because it rained."), ("question", "And then?"), ("answer", "Nothing.")]),
            ("Ann Ode\n\n(Leeds) (Ind)\n\nWhy did it rain?\n\nBo Ek\n\nBecause it did, and it rained on.\n\nAnn Ode\n\nAnd then?\n\nBo Ek\n\nNothing.",
             &[("question", "Why did it rain?"), ("answer", "Because it did, and it rained on."), ("question", "And then?"), ("answer", "Nothing.")]),
            // A `Q` with a space behind it asks among labels, and opens nothing without them.
            ("MS. ODE: It rained.\n\nQ Thank you. Did it rain?\n\nMS. ODE: It did.\n\nQ  Thank you.\n\nMS. ODE: Goodbye.",
             &[("answer", "It rained."), ("question", "Thank you. Did it rain?"), ("answer", "It did."), ("question", "Thank you."), ("answer", "Goodbye.")]),
            ("Points\n\nQ Scores rose.\n\nQ Scores fell.\n\nThey rose.", &[]),
            ("MS. ODE: It rained.\n\nQ fever is a disease.\n\nMR. EK: It is.",
             &[("answer", "It rained.\n\nQ fever is a disease."), ("answer", "It is.")]),
            // What says who examines whom is nobody's words.
            ("BY MR. ODE:\nQ. Why?\nA. Because.\nCROSS-EXAMINATION\nBY MS. EK:\nQ. Is it so?\nA. No.",
             &[("question", "Why?"), ("answer", "Because.\nCROSS-EXAMINATION"), ("question", "Is it so?"), ("answer", "No.")]),
            ("BY MR. ODE:\n\nQ Why?\n\nA In Oman it rained.\n\nQ And then?\n\nA It went on.",
             &[("question", "Why?"), ("answer", "In Oman it rained."), ("question", "And then?"), ("answer", "It went on.")]),
            ("MS. ODE: It rained.\n\nQ Why?\n\nMS. ODE: Because.\n\nA Herald reporter left.\n\nQ Why?\n\nMS. ODE: Because.",
             &[("answer", "It rained."), ("question", "Why?"), ("answer", "Because.\n\nA Herald reporter left."), ("question", "Why?"), ("answer", "Because.")]),
            // People with seats and parties.
            ("Mr Ode: I call her.\n\nDame Ann Ek (Leeds) (Ind): Why did it rain?\n\nMr Ode: It did.\n\nBo Lee (York) (Ind): I thank him.",
             &[("answer", "I call her."), ("question", "Why did it rain?"), ("answer", "It did."), ("answer", "I thank him.")]),
            ("President. – It rained.\n\nAnn Ode, on behalf of the Rain Group. – Why?\n\nBo Ek (Rain). – Because.\n\nAnn Ode, rapporteur. – It did.",
             &[("answer", "It rained."), ("question", "Why?"), ("question", "Because."), ("question", "It did.")]),
            // Only the questions are marked.
            ("Q: Why?\n\nBecause.\n\nIt rained.\n\nQ: And then?\n\nNothing.",
             &[("question", "Why?"), ("answer", "Because.\n\nIt rained."), ("question", "And then?"), ("answer", "Nothing.")]),
            ("QUESTION:\nWhy?\n\nBecause.\n\nQUESTION:\n\nAnd then?\n\nNothing.",
             &[("question", "Why?"), ("answer", "Because."), ("question", "And then?"), ("answer", "Nothing.")]),
            ("Talk\n\n*Why?*\n\nBecause.\n\n*And then?*\n\nNothing.",
             &[("question", "Why?"), ("answer", "Because."), ("question", "And then?"), ("answer", "Nothing.")]),
            ("An interview\n\n1. Why?\n\nBecause.\n\n2. And then?\n\nNothing.",
             &[("question", "Why?"), ("answer", "Because."), ("question", "And then?"), ("answer", "Nothing.")]),
            // What only looks like one.
            ("Oslo – It rained.\n\nBergen – It rained.\n\nOslo – It rained on.", &[]),
            ("Oslo - Bergen 2\n\nBergen - Oslo 1\n\nOslo - Bergen 3", &[]),
            ("Bo,\n\nwhy did it rain?\n\nAnn Ode\n\nAnn,\n\nit did.\n\nBo Ek\n\nBo,\n\nI see.\n\nAnn Ode", &[]),
            ("Why?\n\nYeah.\n\nBecause.\n\nYeah.\n\nIs it so?\n\nNo.\n\nAnd then?\n\nNo.", &[]),
            ("Aim\n\nWhat is it for?\n\nResult\n\nIt rained.\n\nAim\n\nNothing.", &[]),
            ("Points\n\n1. Why?\n\nBecause.\n\n2. And then?\n\nNothing.", &[]),
            ("Storms\n\n## Why?\n\nIt rained.\n\n## And then?\n\nIt rained on.", &[]),
            ("Programme\n\n9:00 Registration\n10:30 Coffee Break\n12:00 Lunch\n15:00 Coffee Break", &[]),
            ("Programme\n\n9:00 Opening Session\nAnn Ode will speak.\n\n10:30 Coffee Break\nIt is in the hall.", &[]),
            ("Trains\n\nOslo 10:30\nIt is late.\n\nBergen 9:10\nIt left.\n\nOslo 8:30\nIt left.", &[]),
            ("News\n\nWhy?\n\nBecause it rained.\n\nHow?\n\nSo it went on.", &[]),
            ("Points\n\n– Trade grew.\n\n– Aid fell.\n\n– Talks went on.", &[]),
            ("News\n\nNote: a draft.\n\nThe talks went on.", &[]),
            ("Essay\n\nWhy?\n\nBecause.\n\nHow?\n\nSo.\n\nWhen?\n\nNow.", &[]),
            ("Oman: the port opened.\n\nChad: rain fell.", &[]),
            ("OSLO, Norway--(BUSINESS WIRE)--Ode Rain, Inc. (NASDAQ: ODER) bought Ek AG.\n\nInvestors: Ann Lee, +1 617 555 0142\n\nMedia: Bo Ek, +41 61 555 0188", &[]),
            ("Ode Rain bought Ek AG.\n\nPress:\nAnn Lee\nann.lee@ode.example\n\nAudience:\nBo Ek\n+1 617 555 0142", &[]),
            ("Listing 1: a sum.\n\nSum (Listing 1): it adds.\n\nListing 2: a list.", &[]),
            // A report that gives some turns, and a headline that is none of them.
            ("Ode: It rained\n\nBy Bo Lee\n\nAnn Ode said on Monday that it had rained all day and all night in the town of Lasna.\n\n\
              She was asked about it.\n\nLEE: When?\n\nODE: On Monday.\n\nThe rain has stopped.",
             &[("question", "When?"), ("answer", "On Monday.")]),
        ];
        for (content, expected) in cases {
            let text = Text::new((*content).to_owned()).unwrap();
            let (_, turns) = blocks.read(&text);
            let found: Vec<_> = turns.iter().map(|t| (t.role.name(), text.slice(t.span))).collect();
            assert_eq!(&found, expected, "{content:?}");
        }
    }
}
