//! Which texts are no plain ones.
//!
//! A page of the web, an e-mail as it is sent and a table are text, too, but what a reader sees of them is not what the file has:
//! read as they are, they give facts out of scripts and of words cut by "=". Whoever has such a file is told so.

use std::path::Path;

/// A text that is not written for reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is {what}, no plain text; {advice}")]
pub struct NotPlain {
    what: &'static str,
    advice: &'static str,
}

const HTML: NotPlain = NotPlain { what: "an HTML page", advice: EXTRACT };
const XML: NotPlain = NotPlain { what: "an XML document", advice: EXTRACT };
const MAIL: NotPlain = NotPlain { what: "an e-mail as it is sent", advice: EXTRACT };
const TABLE: NotPlain =
    NotPlain { what: "a table", advice: "give its texts as lines of JSON, {\"id\": …, \"text\": …}" };

const EXTRACT: &str = "take the text out of it first";

/// Endings of the names of files that are no plain text, whatever they hold.
const ENDINGS: [(&str, NotPlain); 5] =
    [("csv", TABLE), ("tsv", TABLE), ("tab", TABLE), ("eml", MAIL), ("mbox", MAIL)];

/// Tags that pages of the web have, and hardly any other text.
const TAGS: [&str; 34] = [
    "a",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "div",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "head",
    "header",
    "hr",
    "html",
    "img",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "script",
    "section",
    "span",
    "style",
    "table",
    "td",
    "title",
    "tr",
    "ul",
];

/// Tags of a page, at least.
const MARKUP: usize = 4;

/// Words of a page for each tag, at most. A page that explains tags has more.
const WORDS: usize = 12;

/// Fields that programs write into the head of an e-mail. Who copies one has "From" and "Subject" at most.
const FIELDS: [&str; 2] = ["mime-version", "content-transfer-encoding"];

/// Whether `text` is plain, as far as it and the name of its file tell.
///
/// # Errors
/// What else it is.
pub fn check(text: &str, path: &Path) -> Result<(), NotPlain> {
    let ending = path.extension().unwrap_or_default();
    let named = ENDINGS.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known));
    let begins =
        |start: &str| text.trim_start().get(..start.len()).is_some_and(|s| s.eq_ignore_ascii_case(start));
    match named {
        Some((_, kind)) => Err(*kind),
        None if begins("<!doctype html") || begins("<html") || is_markup(text) => Err(HTML),
        None if begins("<?xml") => Err(XML),
        None if is_mail(text) => Err(MAIL),
        None => Ok(()),
    }
}

/// Whether much of the text is tags of a page: "<p>It rained.</p>".
fn is_markup(text: &str) -> bool {
    let tags = text.split('<').skip(1).filter(|rest| is_tag(rest)).count();
    let begins = text.trim_start().strip_prefix('<').is_some_and(is_tag);
    // Of a short one a part may be all there is.
    let least = if begins { 2 } else { MARKUP };
    tags >= least && (begins || text.split_whitespace().nth(tags * WORDS).is_none())
}

/// Whether what stands behind "<" goes on as a tag of a page: "p>", "/div>", "a href=…", "br/>".
fn is_tag(rest: &str) -> bool {
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let (name, behind) = rest.split_at(end);
    behind.starts_with([' ', '>', '/', '\n', '\r', '\t'])
        && TAGS.iter().any(|tag| name.eq_ignore_ascii_case(tag))
}

/// Whether the text begins with the head that programs give to an e-mail: lines of a field and a colon, one of which says how the
/// rest is written.
fn is_mail(text: &str) -> bool {
    let name = |line: &str| {
        let (name, _) = line.split_once(':')?;
        let word = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        word.then(|| name.to_ascii_lowercase())
    };
    let head = text.lines().take_while(|line| !line.is_empty());
    // A field may go on in the next line.
    let mut fields = head.filter(|line| !line.starts_with([' ', '\t'])).map_while(name);
    fields.any(|field| FIELDS.contains(&field.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_plain_text_is_told() {
        let prose = "Kenya visited Oman in May, and Oman was glad of it. ".repeat(20);
        let explained = format!("{prose} Write <p>, <br>, <a href=x> and <div> there. {prose}");
        let page = format!("\n<p class=\"lead\">{prose}</p>\n<p>{prose}</p>\n");
        #[rustfmt::skip]
        let cases: [(&str, &str, Option<NotPlain>); 23] = [
            ("a.html", "<!DOCTYPE html><html lang=\"en\"><p>It rained.", Some(HTML)),
            ("a.txt", "\u{a0}\n<HTML>\n<body>It rained.", Some(HTML)),
            ("a.txt", &page, Some(HTML)),
            ("-", "It rained.<br/>It <span\nid=x>rained</span> on.<br>Then not.", Some(HTML)),
            ("a.xml", "<?xml version=\"1.0\"?><TEI>It rained.</TEI>", Some(XML)),
            ("a.xhtml", "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html><head></head><body><p>Rain.</p></body></html>", Some(HTML)),
            ("a.eml", "It rained.", Some(MAIL)),
            ("-", "From: Ann Ode <ann@example.org>\r\nReceived: from x\r\n\tby y\r\nMIME-Version: 1.0\r\n\r\nM=\r\nonday", Some(MAIL)),
            ("-", "Subject: Rain\nContent-Transfer-Encoding: quoted-printable\n\nIt rained.", Some(MAIL)),
            ("a.CSV", "id,text\n1,It rained.", Some(TABLE)),
            ("a.tsv", "", Some(TABLE)),
            ("-", "", None),
            ("a.html", "<<<<<<", None),
            ("a.html", "It rained.", None),
            ("a.txt", &explained, None),
            ("-", "The <p> tag opens a paragraph.", None),
            ("-", "<p> opens a paragraph.", None),
            ("-", "5 < 6 <b>all</b> <sic> <Ann Ode>", None),
            ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Ode><i>It</i><00:01.500><c> rained</c></v>", None),
            ("a.txt", "From: Ann Ode\nSubject: Rain\n\nIt rained. MIME-Version: 1.0", None),
            ("a.txt", "ANN ODE: It rained.\nMIME-Version: no.", None),
            ("a.txt", "ODE: It rained.\n\nContent-Transfer-Encoding: no.", None),
            ("a.md", "id,text\n1,It rained.", None),
        ];
        for (name, text, expected) in cases {
            assert_eq!(check(text, Path::new(name)).err(), expected, "{name} {text:?}");
        }
        assert_eq!(HTML.to_string(), "this is an HTML page, no plain text; take the text out of it first");
    }
}
