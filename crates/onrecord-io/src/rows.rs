//! What fields a row of every layer has. JSON, CSV, the table and Python all show these rows.
//!
//! A row is a JSON object whose keys are in the order of the documentation. Offsets are counted in the unit that
//! [`Style`] names; [`Style::bytes`] adds the offsets in bytes beside them.

use onrecord::document::{Arg, Document, Entity, Fact, Filler, Id, Moment, Quotation, Time};
use onrecord::{Layers, Span, Unit};
use serde_json::{Map, Value, json};

/// How rows are written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// What `start` and `end` count.
    pub unit: Unit,
    /// Whether `start_byte` and `end_byte` stand beside them.
    pub bytes: bool,
}

/// One row.
pub type Row = Map<String, Value>;

/// Rows, each made when it is asked for: a row takes many times the memory of what it shows, so those of a long document
/// are best written one by one.
pub type Rows<'a> = Box<dyn Iterator<Item = Row> + 'a>;

/// The rows of one layer: a function of the document.
pub type Layer = fn(&Document, Style) -> Rows<'_>;

/// The layers that have rows of their own, in the order of the JSON document.
pub const LAYERS: [(&str, Layers, Layer); 10] = [
    ("paragraphs", Layers::PARAGRAPHS, paragraphs),
    ("turns", Layers::TURNS, turns),
    ("sentences", Layers::SENTENCES, sentences),
    ("tokens", Layers::TOKENS, tokens),
    ("mentions", Layers::MENTIONS, mentions),
    ("entities", Layers::ENTITIES, entities),
    ("times", Layers::TIMES, times),
    ("quantities", Layers::QUANTITIES, quantities),
    ("quotations", Layers::QUOTATIONS, quotations),
    ("facts", Layers::FACTS, facts),
];

/// The keys of the rows of `layer`, in their order: a table without rows has a header too. None for facts, whose JSON is
/// too deep for a table; [`csv`](crate::csv) has columns of its own for them.
#[must_use]
pub fn columns(layer: &str, style: Style) -> Vec<&'static str> {
    let bytes: &[&str] = if style.bytes { &["start_byte", "end_byte"] } else { &[] };
    let spans = |rest: &[&'static str]| [&["start", "end"], bytes, rest].concat();
    match layer {
        "paragraphs" => spans(&["kind"]),
        "turns" => spans(&["label", "speaker", "entity", "role", "answers", "spans"]),
        "sentences" => spans(&["paragraph", "turn"]),
        "tokens" => spans(&["upos", "xpos", "lemma", "feats", "head", "deprel", "sentence"]),
        "mentions" => spans(&["type", "form", "entity", "head"]),
        "entities" => vec!["id", "type", "name", "aliases", "code", "titles"],
        "times" => spans(&["type", "value", "mod", "quant", "freq", "begin", "end_date"]),
        "quantities" => spans(&["label", "value", "high", "unit", "mod", "counted"]),
        "quotations" => vec!["content", "cue", "source", "entity", "manner", "type", "cue_lemma"],
        _ => Vec::new(),
    }
}

/// The layers of `document` that somebody asked for, with their rows.
pub fn asked(document: &Document) -> impl Iterator<Item = (&'static str, Layer)> {
    among(document.layers)
}

/// The layers of `layers` that have rows, with their rows.
pub fn among(layers: Layers) -> impl Iterator<Item = (&'static str, Layer)> {
    // Tags and arcs are columns of the tokens.
    let columns = Layers::TOKENS | Layers::TAGS | Layers::ARCS;
    let wanted = move |layer: Layers| {
        layers.has(layer)
            || (layer == Layers::TOKENS && layers.any(columns))
            || (layer == Layers::FACTS && layers.has(Layers::OPEN))
    };
    LAYERS.into_iter().filter(move |row| wanted(row.1)).map(|row| (row.0, row.2))
}

/// A moment as ISO 8601, without the time of day where none is known.
#[must_use]
pub fn moment(moment: Moment) -> String {
    if moment.timed { moment.at.to_string() } else { moment.at.date().to_string() }
}

impl Style {
    /// `span` as the fields of a row.
    fn span(self, document: &Document, span: Span) -> Row {
        let mut row = Row::new();
        let range = document.reading.text.range(span, self.unit);
        row.insert("start".to_owned(), json!(range.start));
        row.insert("end".to_owned(), json!(range.end));
        if self.bytes {
            row.insert("start_byte".to_owned(), json!(span.start()));
            row.insert("end_byte".to_owned(), json!(span.end()));
        }
        row
    }

    /// `spans` as pairs, or null for none.
    fn pairs(self, document: &Document, spans: &[Span]) -> Value {
        let pair = |span: &Span| {
            let range = document.reading.text.range(*span, self.unit);
            json!([range.start, range.end])
        };
        if spans.is_empty() { Value::Null } else { Value::Array(spans.iter().map(pair).collect()) }
    }
}

/// Adds fields to a row.
macro_rules! fields {
    ($row:expr, { $($key:literal: $value:expr),* $(,)? }) => {{
        let mut row = $row;
        $(row.insert($key.to_owned(), json!($value));)*
        row
    }};
}

fn paragraphs(document: &Document, style: Style) -> Rows<'_> {
    let row = move |p: &onrecord::document::Paragraph| fields!(style.span(document, p.span), { "kind": p.kind.name() });
    Box::new(document.reading.paragraphs.iter().map(row))
}

fn turns(document: &Document, style: Style) -> Rows<'_> {
    let rows = document.reading.turns.iter().enumerate().map(move |(at, turn)| {
        let speaker = document.named.speakers.get(at).and_then(Option::as_ref);
        let mut row = fields!(style.span(document, turn.span), {
            "label": turn.label.map(|span| style.span(document, span)),
            "speaker": speaker.map(|speaker| &speaker.name),
            "entity": speaker.and_then(|speaker| speaker.entity).map(Id::row),
            "role": turn.role.name(),
            "answers": turn.answers.map(Id::row),
        });
        if !turn.pieces.is_empty() {
            row.insert("spans".to_owned(), style.pairs(document, &turn.pieces));
        }
        row
    });
    Box::new(rows)
}

fn sentences(document: &Document, style: Style) -> Rows<'_> {
    let row = move |s: &onrecord::document::Sentence| fields!(style.span(document, s.span), { "paragraph": s.paragraph.row(), "turn": s.turn.map(Id::row) });
    Box::new(document.reading.sentences.iter().map(row))
}

fn tokens(document: &Document, style: Style) -> Rows<'_> {
    let tokens = &document.reading.tokens;
    let (tags, arcs) = (tokens.tag(0).is_some(), tokens.arc(0).is_some());
    let row = move |number: usize, at: usize| {
        let feats = tokens.feats(at);
        fields!(style.span(document, tokens.span(at)), {
            "upos": tags.then(|| tokens.upos(at).name()),
            "xpos": tags.then(|| tokens.xpos(at)),
            "lemma": tags.then(|| tokens.lemma(at)),
            "feats": (!feats.is_empty()).then_some(feats),
            "head": tokens.head(at),
            "deprel": arcs.then(|| tokens.relation(at).name()),
            "sentence": number,
        })
    };
    let sentences = document.reading.sentences.iter().enumerate();
    Box::new(
        sentences.flat_map(move |(number, sentence)| sentence.tokens.clone().map(move |at| row(number, at))),
    )
}

fn mentions(document: &Document, style: Style) -> Rows<'_> {
    let row = move |m: &onrecord::document::Mention| {
        fields!(style.span(document, m.span), {
            "type": m.kind.name(),
            "form": m.form.name(),
            "entity": m.entity.row(),
            "head": style.span(document, m.head),
        })
    };
    Box::new(document.named.mentions.iter().map(row))
}

fn entities(document: &Document, _: Style) -> Rows<'_> {
    let rows = document.named.entities.iter().enumerate().map(|(id, entity)| {
        fields!(Row::new(), {
            "id": id,
            "type": entity.kind.name(),
            "name": entity.name,
            "aliases": entity.aliases,
            "code": entity.code,
            "titles": entity.titles,
        })
    });
    Box::new(rows)
}

fn times(document: &Document, style: Style) -> Rows<'_> {
    let row = move |t: &Time| {
        fields!(style.span(document, t.span), {
            "type": t.kind.name(),
            "value": t.value,
            "mod": t.modifier,
            "quant": t.quant,
            "freq": t.freq,
            "begin": t.begin.map(moment),
            "end_date": t.end.map(moment),
        })
    };
    Box::new(document.named.times.iter().map(row))
}

fn quantities(document: &Document, style: Style) -> Rows<'_> {
    let row = move |q: &onrecord::document::Quantity| {
        fields!(style.span(document, q.span), {
            "label": q.label.name(),
            "value": q.value,
            "high": q.high,
            "unit": q.unit,
            "mod": q.modifier.map(onrecord::document::QuantityMod::name),
            "counted": q.counted.map(|span| style.span(document, span)),
        })
    };
    Box::new(document.named.quantities.iter().map(row))
}

fn quotations(document: &Document, style: Style) -> Rows<'_> {
    let row = move |q: &Quotation| {
        fields!(Row::new(), {
            "content": style.pairs(document, &q.content),
            "cue": style.pairs(document, &q.cue),
            "source": style.pairs(document, &q.source),
            "entity": q.entity.map(Id::row),
            "manner": q.manner.name(),
            "type": q.class.name(),
            "cue_lemma": q.cue_lemma,
        })
    };
    Box::new(document.said.quotations.iter().map(row))
}

fn name(document: &Document, entity: Option<Id<Entity>>) -> Option<&str> {
    entity.map(|id| document.named.entities[id].name.as_str())
}

fn facts(document: &Document, style: Style) -> Rows<'_> {
    let facts = document.said.facts.iter().enumerate();
    Box::new(facts.map(move |(number, fact)| self::fact(document, style, number, fact)))
}

fn fact(document: &Document, style: Style, number: usize, fact: &Fact) -> Row {
    let text = |span: Span| document.reading.text.slice(span);
    let sentence = &document.reading.sentences[fact.sentence];
    let evidence = fields!(style.span(document, fact.evidence), {
        "sentence": fact.sentence.row(),
        "turn": sentence.turn.map(Id::row),
    });
    let time = fact.time.map(|id| &document.named.times[id]);
    let vouchers = fact.source.iter().map(|voucher| {
        json!({"entity": name(document, voucher.entity), "text": voucher.name, "via": voucher.via.name()})
    });
    fields!(Row::new(), {
        "id": format!("f{number}"),
        "kind": fact.kind.name(),
        "predicate": fact.predicate,
        "args": fact.args.iter().map(|arg| self::arg(document, style, arg)).collect::<Vec<_>>(),
        "time": time.map(|time| fields!(style.span(document, time.span), {
            "text": text(time.span), "value": time.value,
        })),
        "place": fact.place.as_ref().map(|place| json!({
            "text": text(place.span), "entity": name(document, place.entity),
        })),
        "polarity": fact.polarity.name(),
        "modality": fact.modality.name(),
        "source": vouchers.collect::<Vec<_>>(),
        "plover": fact.plover.as_ref().map(|p| json!({
            "event": p.event, "mode": p.mode, "cameo": p.cameo, "actor": p.actor, "recipient": p.recipient,
        })),
        "evidence": evidence,
        "rule": fact.rule,
        "confidence": f64::from(fact.confidence) / 100.0,
        "same_as": fact.same_as.map(|first| format!("f{}", first.row())),
    })
}

fn arg(document: &Document, style: Style, arg: &Arg) -> Row {
    let mut row = Row::new();
    row.insert("role".to_owned(), json!(arg.role));
    row.extend(style.span(document, arg.span));
    row.insert("text".to_owned(), json!(document.reading.text.slice(arg.span)));
    match &arg.filler {
        Filler::Entity(id) => fields!(row, { "entity": name(document, Some(*id)), "entity_id": id.row() }),
        Filler::Time(id) => fields!(row, { "value": document.named.times[*id].value }),
        Filler::Quantity(id) => {
            let quantity = &document.named.quantities[*id];
            let mut row = fields!(row, {
                "value": quantity.value,
                "unit": quantity.unit,
                "mod": quantity.modifier.map(onrecord::document::QuantityMod::name),
            });
            if let Some(high) = &quantity.high {
                row.insert("high".to_owned(), json!(high));
            }
            row
        }
        Filler::Length { value, unit, modifier } => {
            fields!(row, { "value": value, "unit": unit, "mod": modifier.map(onrecord::document::QuantityMod::name) })
        }
        Filler::Value { value, unit } => fields!(row, { "value": value, "unit": unit }),
        Filler::Text => row,
    }
}
