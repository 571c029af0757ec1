//! What a block of text is: headline, lead, running text, heading or boilerplate.

use regex::Regex;

use crate::document::{Paragraph, ParagraphKind};
use crate::text::{Span, Text};

/// A title has at most this many words.
const TITLE: usize = 25;

/// Gives every paragraph its kind. The first title is the headline, the first running text the lead.
pub(super) fn classify(text: &Text, spans: Vec<Span>, boilerplate: &[Regex]) -> Vec<Paragraph> {
    let (mut headline, mut lead) = (false, false);
    spans
        .into_iter()
        .map(|span| {
            let content = text.slice(span);
            let kind = if boilerplate.iter().any(|pattern| pattern.is_match(content)) {
                ParagraphKind::Boilerplate
            } else if is_title(content) {
                let first = !headline && !lead;
                headline = true;
                if first { ParagraphKind::Headline } else { ParagraphKind::Heading }
            } else if lead {
                ParagraphKind::Body
            } else {
                lead = true;
                ParagraphKind::Lead
            };
            Paragraph { span, kind }
        })
        .collect()
}

/// Titles are short and do not end like a sentence.
fn is_title(content: &str) -> bool {
    // "(b) a memorandum on education; *and*": a point of a list.
    let point = ["; and", "; or", ", and", ", or"].iter().any(|end| content.ends_with(end));
    let ends = point
        || content.trim_end_matches(['”', '"', '’', ')', '*']).ends_with(['.', '!', ':', ';', ',', '…']);
    let quoted = content.starts_with(['“', '"', '–', '—', '-', '*']);
    // A question may be a headline, but in a conversation it is more often a turn: more than eight words is speech.
    let asks = content.ends_with('?') && content.split_whitespace().nth(8).is_some();
    !ends && !quoted && !asks && content.split_whitespace().nth(TITLE).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ParagraphKind::{Body, Boilerplate, Heading, Headline, Lead};
    use onrecord_resource::block::whole;

    #[test]
    fn kinds_follow_from_length_ending_and_place() {
        let counter = [whole("number of shows: \\d+").unwrap()];
        #[rustfmt::skip]
        let cases: &[(&str, &[ParagraphKind])] = &[
            ("Minister visits Oman\n\nThe minister went.\n\nHe came back.", &[Headline, Lead, Body]),
            ("The minister went to Oman.\n\nWhat next\n\nNothing.\n\nNumber of shows: 8", &[Lead, Heading, Body, Boilerplate]),
            ("Number of shows: 8", &[Boilerplate]),
            ("They signed:\n\n(b) a memorandum on education; and\n\n(c) a Letter of Intent.", &[Lead, Body, Body]),
            ("", &[]),
        ];
        for (content, expected) in cases {
            let text = Text::new((*content).to_owned()).unwrap();
            let spans = super::super::paragraph::cut(&text, |_| false);
            let kinds: Vec<_> = classify(&text, spans, &counter).iter().map(|p| p.kind).collect();
            assert_eq!(&kinds, expected, "{content:?}");
        }
    }
}
