//! The text with its facts marked, as one piece of HTML without scripts.
//!
//! Every character that comes from the document is escaped by the template. Colours come from the page around it
//! (Jupyter, VS Code) where it has some, and no meaning is in a colour alone: the kinds of facts stand beside the words.

use maud::{Markup, PreEscaped, html};
use onrecord::Document;

use crate::csv::{arguments, sources};
use crate::rows::{LAYERS, Style};

/// Paragraphs shown before the rest is only counted.
const PARAGRAPHS: usize = 120;

/// Facts listed before the rest is only counted.
const FACTS: usize = 200;

const STYLE: &str = "
.onrecord{color:var(--jp-content-font-color1,var(--vscode-editor-foreground,inherit));line-height:1.5;max-width:60em}
.onrecord mark{background:transparent;color:inherit;border-bottom:2px solid currentColor}
.onrecord small{opacity:.75}
.onrecord blockquote{margin:.3em 0 .3em 1em}
.onrecord table{border-collapse:collapse}
.onrecord td,.onrecord th{text-align:left;vertical-align:top;padding:.15em .6em .15em 0}
";

/// `document` as a piece of HTML.
#[must_use]
pub fn write(document: &Document) -> String {
    let shown = document.reading.paragraphs.iter().take(PARAGRAPHS);
    let rest = document.reading.paragraphs.len().saturating_sub(PARAGRAPHS);
    html! {
        div class="onrecord" {
            style { (PreEscaped(STYLE)) }
            p { b { (document.id) } small { " · " (document.said.facts.len()) " facts · " (document.reading.text.chars()) " characters" } }
            @for paragraph in shown {
                p { (marked(document, paragraph.span.start(), paragraph.span.end())) }
            }
            @if rest > 0 { p { "… " (rest) " more paragraphs" } }
            @if !document.said.facts.is_empty() { details { summary { "Facts" } (listed(document)) } }
        }
    }
    .into_string()
}

/// The text from `start` to `end`, the evidence of every fact in it marked, with the kinds of the facts.
fn marked(document: &Document, start: usize, end: usize) -> Markup {
    let text = document.reading.text.as_str();
    let facts = &document.said.facts;
    let first = facts.partition_point(|fact| fact.evidence.start() < start);
    let mut at = start;
    let mut pieces = Vec::new();
    let mut row = first;
    while let Some(fact) = facts.get(row).filter(|fact| fact.evidence.start() < end) {
        // Facts whose evidence overlaps share one mark.
        let (from, mut to) = (fact.evidence.start(), fact.evidence.end());
        let mut kinds = vec![fact.kind.name()];
        row += 1;
        while let Some(next) = facts.get(row).filter(|next| next.evidence.start() < to) {
            to = to.max(next.evidence.end());
            if !kinds.contains(&next.kind.name()) {
                kinds.push(next.kind.name());
            }
            row += 1;
        }
        let to = to.min(end);
        pieces.push(html! {
            (text.get(at..from).unwrap_or_default())
            mark title=(kinds.join(", ")) { (text.get(from..to).unwrap_or_default()) }
            small { " [" (kinds.join(", ")) "]" }
        });
        at = to;
    }
    html! { @for piece in pieces { (piece) } (text.get(at..end).unwrap_or_default()) }
}

fn listed(document: &Document) -> Markup {
    let layer = LAYERS.iter().find(|layer| layer.0 == "facts");
    let rows = layer.into_iter().flat_map(|layer| layer.2(document, Style::default()));
    let rest = document.said.facts.len().saturating_sub(FACTS);
    html! {
        table {
            tr { th { "kind" } th { "arguments" } th { "certainty" } th { "source" } }
            @for (row, fact) in rows.zip(&document.said.facts).take(FACTS) {
                tr {
                    td { (fact.kind.name()) }
                    td { (arguments(&row)) }
                    td { (fact.polarity.name()) ", " (fact.modality.name()) }
                    td { (sources(&row)) }
                }
            }
        }
        @if rest > 0 { p { "… " (rest) " more facts" } }
    }
}
