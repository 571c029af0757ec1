//! CoNLL-U, the format of Universal Dependencies, with every character of the text kept.
//!
//! White space after a word is written as `SpacesAfter` with the escapes of `UDPipe` (`\s`, `\t`, `\r`, `\n`, `\p`), except
//! one plain space, which is the default, and none, which is `SpaceAfter=No`. White space before the first word stands
//! at that word as `SpacesBefore`.

use std::fmt::Write;

use onrecord::Document;

/// The tokens of a document, with `# newdoc id`.
#[must_use]
pub fn write(document: &Document) -> String {
    let (reading, tokens) = (&document.reading, &document.reading.tokens);
    let mut out = format!("# newdoc id = {}\n", document.id.replace(['\n', '\r'], " "));
    let gap_after = |at: usize| {
        let next = tokens.spans().get(at + 1).map_or(reading.text.as_str().len(), |span| span.start());
        &reading.text.as_str()[tokens.span(at).end()..next]
    };
    let mut paragraph = None;
    for (number, sentence) in reading.sentences.iter().enumerate() {
        if paragraph != Some(sentence.paragraph) {
            out.push_str("# newpar\n");
            paragraph = Some(sentence.paragraph);
        }
        let text = reading.text.slice(sentence.span).split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(
            out,
            "# sent_id = {}-{}\n# text = {text}",
            document.id.replace(['\n', '\r'], " "),
            number + 1
        );
        for at in sentence.tokens.clone() {
            let place = |at: usize| at - sentence.tokens.start + 1;
            let joins = |at: usize| at < sentence.tokens.end && tokens.is_joined(at);
            let mut misc = space(gap_after(at));
            if at == 0 && tokens.span(0).start() > 0 {
                let before =
                    format!("SpacesBefore={}", escaped(&reading.text.as_str()[..tokens.span(0).start()]));
                misc = if misc == "_" { before } else { format!("{before}|{misc}") };
            }
            if !joins(at) && joins(at + 1) {
                let last = (at + 1..sentence.tokens.end).take_while(|&next| joins(next)).last().unwrap_or(at);
                let form = reading.text.slice(tokens.cover(at..last + 1));
                let _ = writeln!(
                    out,
                    "{}-{}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{}",
                    place(at),
                    place(last),
                    space(gap_after(last))
                );
            }
            // Inside a multiword token the line of the range says what follows.
            if joins(at) || joins(at + 1) {
                "_".clone_into(&mut misc);
            }
            let head = tokens.head(at).map_or(0, place);
            let or_blank = |s: &str| if s.is_empty() { "_".to_owned() } else { s.to_owned() };
            let (upos, relation) = (tokens.tag(at), tokens.arc(at));
            let _ = writeln!(
                out,
                "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{misc}",
                place(at),
                reading.text.slice(tokens.span(at)),
                or_blank(tokens.lemma(at)),
                upos.map_or("_", |tag| tag.upos.name()),
                or_blank(tokens.xpos(at)),
                or_blank(tokens.feats(at)),
                relation.map_or("_".to_owned(), |_| head.to_string()),
                relation.map_or("_", |arc| arc.relation.name()),
            );
        }
        out.push('\n');
    }
    out
}

/// The MISC field for the white space after a word.
fn space(gap: &str) -> String {
    match gap {
        " " => "_".to_owned(),
        "" => "SpaceAfter=No".to_owned(),
        gap => format!("SpacesAfter={}", escaped(gap)),
    }
}

fn escaped(gap: &str) -> String {
    let mut out = String::new();
    for c in gap.chars() {
        match c {
            ' ' => out.push_str("\\s"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\n' => out.push_str("\\n"),
            '|' => out.push_str("\\p"),
            '\\' => out.push_str("\\\\"),
            c => out.push(c),
        }
    }
    out
}
