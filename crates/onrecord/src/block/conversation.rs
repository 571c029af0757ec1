//! Whether the markers of a document make a conversation, and who asks in it.
//!
//! Every layout is tried in turn: labels, dashes, bold questions, and last a plain sequence of questions and answers
//! without any mark, which is believed only where the text calls itself an interview. In a conversation a turn lasts
//! from its marker to the next one; what a page adds after the last turn stays outside.

use std::collections::BTreeMap;

use super::marker::{Labels, Marker, Sign};
use crate::document::{Id, Paragraph, ParagraphKind, Turn, TurnRole};
use crate::text::{Span, Text};

/// The turns of the document; a paragraph that opens one becomes running text.
pub(super) fn read(text: &Text, paragraphs: &mut [Paragraph], labels: &Labels) -> Vec<Turn> {
    let openings = openings(text, paragraphs, labels);
    let mut turns: Vec<Turn> = Vec::new();
    let mut speakers: Vec<String> = Vec::new();
    for (i, opening) in openings.iter().enumerate() {
        let next = openings.get(i + 1).map_or(paragraphs.len(), |o| o.paragraph);
        let next = if opening.alone { opening.paragraph + 1 } else { next };
        // The caption of a picture behind what is spoken is no part of it.
        let caption = |row: &usize| labels.is_caption(text.slice(paragraphs[*row].span));
        let own = opening.paragraph + 1..next;
        let next = next - own.rev().take_while(caption).count();
        let Some(span) = spoken(text, paragraphs, opening, next) else { continue };
        for paragraph in &mut paragraphs[opening.paragraph..next] {
            let title = matches!(paragraph.kind, ParagraphKind::Headline | ParagraphKind::Heading);
            let labels = opening.label.is_some_and(|label| paragraph.span.overlaps(label));
            if title && (paragraph.span.overlaps(span) || labels) {
                paragraph.kind = ParagraphKind::Body;
            }
        }
        let role = opening.role.unwrap_or(TurnRole::Answer);
        let quoted = opening.alone;
        turns.push(Turn { span, pieces: Vec::new(), label: opening.label, role, answers: None, quoted });
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
struct Opening {
    paragraph: usize,
    /// Where the speech begins.
    start: usize,
    label: Option<Span>,
    /// Turns of one speaker have the same text here.
    speaker: String,
    role: Option<TurnRole>,
    /// Whether it is one paragraph of a report, which quotes it and tells on behind it.
    alone: bool,
}

/// What is spoken after `opening`, up to the paragraph `next`; `None` if nothing is.
fn spoken(text: &Text, paragraphs: &[Paragraph], opening: &Opening, next: usize) -> Option<Span> {
    let own = paragraphs[opening.paragraph..next].iter().rev();
    let last = own.filter(|p| p.kind != ParagraphKind::Boilerplate).map(|p| p.span.end()).next()?;
    let end = if text.as_str()[..last].ends_with("**") { last - 2 } else { last };
    text.trimmed(opening.start..end.max(opening.start))
}

/// The openings under the first layout that makes the document a conversation.
fn openings(text: &Text, paragraphs: &[Paragraph], labels: &Labels) -> Vec<Opening> {
    let markers: Vec<Option<Marker>> = paragraphs
        .iter()
        .map(|p| (p.kind != ParagraphKind::Boilerplate).then(|| labels.read(text.slice(p.span))).flatten())
        .collect();
    for layout in [stamped, labelled, dashed, bold, plain] {
        let openings = layout(text, paragraphs, &markers);
        if !openings.is_empty() {
            return openings;
        }
    }
    Vec::new()
}

/// Lines with a name and a time: a conversation if time goes on, sentences stand below, and somebody speaks again or the clock
/// begins at zero. A programme has neither.
fn stamped(text: &Text, paragraphs: &[Paragraph], markers: &[Option<Marker>]) -> Vec<Opening> {
    let mut found: Vec<Opening> = Vec::new();
    let mut times: Vec<Vec<u32>> = Vec::new();
    for (row, marker) in markers.iter().enumerate() {
        let Some(Marker { sign: Sign::Stamp { name }, len }) = marker else { continue };
        let span = paragraphs[row].span;
        let start = span.start() + len;
        let label = text.trimmed(span.start()..start);
        times.extend(label.map(|label| clock(text.slice(label))));
        let speaker = name.to_uppercase();
        found.push(Opening { paragraph: row, start, label, speaker, role: None, alone: false });
    }
    let next = |i: usize| found.get(i + 1).map_or(paragraphs.len(), |opening| opening.paragraph);
    let says = |&(i, opening): &(usize, &Opening)| {
        let said = spoken(text, paragraphs, opening, next(i)).map_or("", |span| text.slice(span));
        said.split_whitespace().any(|word| word.ends_with(['.', '?', '!', '…']))
    };
    let saying = found.iter().enumerate().filter(says).count();
    let rises = times.windows(2).all(|pair| pair[0].len() < pair[1].len() || pair[0] <= pair[1]);
    let zero = times.first().and_then(|time| time.first()) == Some(&0);
    let mut speakers: Vec<&str> = found.iter().map(|opening| opening.speaker.as_str()).collect();
    speakers.sort_unstable();
    let recurs = speakers.windows(2).any(|pair| pair[0] == pair[1]);
    let conversation = found.len() >= 2 && rises && saying * 2 >= found.len() && (recurs || zero);
    if conversation { found } else { Vec::new() }
}

/// The numbers of the time in a label, hours or minutes first.
fn clock(label: &str) -> Vec<u32> {
    let is_time = |word: &&str| word.contains(':') && word.contains(|c: char| c.is_ascii_digit());
    let time = label.split_whitespace().find(is_time).unwrap_or_default();
    time.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect()
}

/// Names with colons: a conversation if one asks by its own word, one recurs, or several are written as labels are.
fn labelled(text: &Text, paragraphs: &[Paragraph], markers: &[Option<Marker>]) -> Vec<Opening> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let (mut roles, mut shouted) = (0, 0);
    let mut found = Vec::new();
    for (row, marker) in markers.iter().enumerate() {
        let Some(Marker { sign: Sign::Label { name, role }, len }) = marker else { continue };
        let span = paragraphs[row].span;
        let speaker = surname(name);
        *times.entry(speaker.clone()).or_default() += 1;
        roles += usize::from(role.is_some());
        shouted += usize::from(name.len() > 3 && name.to_uppercase() == *name);
        let start = span.start() + len;
        let label = text.trimmed(span.start()..start);
        found.push(Opening { paragraph: row, start, label, speaker, role: *role, alone: false });
    }
    let recurs = found.len() >= 3 && times.values().any(|&n| n > 1);
    let conversation = found.len() >= 2 && (roles > 0 || recurs || shouted >= 2);
    if !conversation {
        return Vec::new();
    }
    // "Ode: The vote will be late", and a report below it that gives some turns: a headline.
    let far = |found: &[Opening]| found.get(1).is_some_and(|second| second.paragraph > 2);
    if paragraphs.first().is_some_and(|p| p.kind == ParagraphKind::Headline) && far(&found) {
        found.retain(|opening| opening.paragraph > 0);
    }
    if is_told(paragraphs, &found) {
        for opening in &mut found {
            opening.alone = true;
        }
    }
    // One word that names a role decides the others: who is not asking answers.
    if found.iter().any(|o| o.role == Some(TurnRole::Question)) {
        for opening in &mut found {
            opening.role.get_or_insert(TurnRole::Answer);
        }
    } else if found.iter().all(|o| o.role != Some(TurnRole::Moderator)) {
        // Only answers are marked ("Minister:"): the others ask.
        if roles > 0 && roles < found.len() {
            for opening in &mut found {
                opening.role.get_or_insert(TurnRole::Question);
            }
        }
    } else {
        found.iter_mut().filter(|o| o.role != Some(TurnRole::Moderator)).for_each(|o| o.role = None);
    }
    found
}

/// Whether the openings stand in a report: more is told before the first one than is said from there to the last.
fn is_told(paragraphs: &[Paragraph], openings: &[Opening]) -> bool {
    let (Some(first), Some(last)) = (openings.first(), openings.last()) else { return false };
    let length = |paragraphs: &[Paragraph]| -> usize {
        let body = paragraphs.iter().filter(|p| matches!(p.kind, ParagraphKind::Body | ParagraphKind::Lead));
        body.map(|p| p.span.end() - p.span.start()).sum()
    };
    length(&paragraphs[..first.paragraph]) > length(&paragraphs[first.paragraph..=last.paragraph])
}

/// `HILL` for `MR. HILL`, `Christopher HILL, Minister` and `Hill`: later labels shorten the first.
fn surname(name: &str) -> String {
    let name = name.split(',').next().unwrap_or(name);
    let last = name.split(|c: char| c.is_whitespace()).next_back().unwrap_or(name);
    // `Journalist 1` and `Journalist 2` are two.
    if last.starts_with(|c: char| c.is_ascii_digit()) { name.to_uppercase() } else { last.to_uppercase() }
}

/// Dashes alternate between asking and answering; a list of points has no question in it.
fn dashed(text: &Text, paragraphs: &[Paragraph], markers: &[Option<Marker>]) -> Vec<Opening> {
    let rows: Vec<(usize, usize)> = (markers.iter().enumerate())
        .filter_map(|(row, m)| m.as_ref().filter(|m| m.sign == Sign::Dash).map(|m| (row, m.len)))
        .collect();
    let asks = rows.iter().filter(|(row, _)| text.slice(paragraphs[*row].span).contains('?')).count();
    if rows.len() < 2 || asks == 0 || asks * if asks > 1 { 8 } else { 6 } < rows.len() {
        return Vec::new();
    }
    let ends_asking = |parity: usize| {
        let own = rows.iter().skip(parity).step_by(2);
        own.filter(|(row, _)| text.slice(paragraphs[*row].span).ends_with('?')).count()
    };
    let mut asker = usize::from(ends_asking(1) > ends_asking(0));
    let ends = |i: usize| {
        rows.get(i).is_some_and(|(row, _)| {
            text.slice(paragraphs[*row].span).trim_end_matches(['”', '"']).ends_with('?')
        })
    };
    rows.iter()
        .enumerate()
        .map(|(i, &(row, len))| {
            let span = paragraphs[row].span;
            // Somebody goes on after a break: the next one asks.
            if i > 0 && i % 2 == asker && !ends(i) && ends(i + 1) && !ends(i + 2) {
                asker = 1 - asker;
            }
            let role = if i % 2 == asker { TurnRole::Question } else { TurnRole::Answer };
            let start = span.start() + len;
            let label = text.trimmed(span.start()..start);
            Opening { paragraph: row, start, label, speaker: String::new(), role: Some(role), alone: false }
        })
        .collect()
}

/// Questions in bold, answers in plain type.
fn bold(text: &Text, paragraphs: &[Paragraph], markers: &[Option<Marker>]) -> Vec<Opening> {
    let is_bold = |row: usize| markers[row].as_ref().is_some_and(|m| m.sign == Sign::Bold);
    let questions: Vec<usize> = (0..paragraphs.len()).filter(|&row| is_bold(row)).collect();
    let asks = questions.iter().filter(|&&row| text.slice(paragraphs[row].span).ends_with("?**")).count();
    if questions.len() < 2 || asks * 2 < questions.len() {
        return Vec::new();
    }
    alternate(text, paragraphs, &questions, 2)
}

/// Nothing marks a turn: short paragraphs that ask, each with an answer behind it.
fn plain(text: &Text, paragraphs: &[Paragraph], _: &[Option<Marker>]) -> Vec<Opening> {
    let words = |row: usize| text.slice(paragraphs[row].span).split_whitespace().count();
    let asks = |row: usize| {
        let boilerplate = paragraphs[row].kind == ParagraphKind::Boilerplate;
        !boilerplate && text.slice(paragraphs[row].span).ends_with('?') && words(row) <= 90
    };
    let questions: Vec<usize> = (1..paragraphs.len()).filter(|&row| asks(row)).collect();
    let answered = questions.iter().filter(|&&row| row + 1 < paragraphs.len() && !asks(row + 1)).count();
    let Some(&first) = questions.first() else { return Vec::new() };
    let before = &text.as_str()[..paragraphs[first].span.start()].to_lowercase();
    let called =
        ["interview", "transcript", "spoke with", "spoke to", "talks to", "talked to", "tells", "q&a"];
    // Two are enough where both have an answer that is longer.
    let long = |row: usize| row + 1 < paragraphs.len() && words(row + 1) > words(row);
    let two = questions.len() == 2 && questions.iter().all(|&row| long(row) && !asks(row + 1));
    let enough = two || questions.len() >= 3 && answered * 3 >= questions.len() * 2;
    if !enough || !called.iter().any(|w| before.contains(w)) {
        return Vec::new();
    }
    alternate(text, paragraphs, &questions, 0)
}

/// The paragraphs `questions` ask, from byte `skip`; what stands between them answers.
fn alternate(text: &Text, paragraphs: &[Paragraph], questions: &[usize], skip: usize) -> Vec<Opening> {
    let mut openings: Vec<Opening> = Vec::new();
    let Some(&first) = questions.first() else { return openings };
    for (row, paragraph) in paragraphs.iter().enumerate().skip(first) {
        let span = paragraph.span;
        let role = if questions.binary_search(&row).is_ok() { TurnRole::Question } else { TurnRole::Answer };
        let last = openings.last().and_then(|o| o.role);
        if role == TurnRole::Answer && (last == Some(role) || paragraph.kind == ParagraphKind::Boilerplate) {
            continue;
        }
        let skip = if role == TurnRole::Question { skip } else { 0 };
        let start = span.start() + skip;
        let label = text.span(span.start()..start);
        openings.push(Opening {
            paragraph: row,
            start,
            label,
            speaker: String::new(),
            role: Some(role),
            alone: false,
        });
    }
    openings
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
            // What only looks like one.
            ("Programme\n\n9:00 Registration\n10:30 Coffee Break\n12:00 Lunch\n15:00 Coffee Break", &[]),
            ("Programme\n\n9:00 Opening Session\nAnn Ode will speak.\n\n10:30 Coffee Break\nIt is in the hall.", &[]),
            ("Trains\n\nOslo 10:30\nIt is late.\n\nBergen 9:10\nIt left.\n\nOslo 8:30\nIt left.", &[]),
            ("News\n\nWhy?\n\nBecause it rained.\n\nHow?\n\nSo it went on.", &[]),
            ("Points\n\n– Trade grew.\n\n– Aid fell.\n\n– Talks went on.", &[]),
            ("News\n\nNote: a draft.\n\nThe talks went on.", &[]),
            ("Essay\n\nWhy?\n\nBecause.\n\nHow?\n\nSo.\n\nWhen?\n\nNow.", &[]),
            ("Oman: the port opened.\n\nChad: rain fell.", &[]),
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
