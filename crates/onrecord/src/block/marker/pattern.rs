//! The patterns of what opens a turn. How long a part may be is not theirs to say: counting makes large automata.

use onrecord_resource::block::{Blocks as Data, NAME};

/// When it was said: `0:05`, `[00:12:01]`, `(10:03 AM)`, `00:00:05.120`.
const TIME: &str = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?(?: ?[AaPp]\.?[Mm]\.?)?[\])]?";

/// The beginning and the end of bold type.
const BOLD: &str = r"(?:\*\*|__)?";

/// The number of a question of a parliament.
const NUMBER: &str = r"\d{1,3}\.\s+";

/// `Q.` and `A.`, which have no colon, `Q1:`, which is no name, and a `Q` that stands apart from the question.
pub(super) const LETTER: &str = r"\A([QA]\d{0,2})(?:[.):]\s+|\t| {3,}|\u{a0}[ \u{a0}]+)";

/// What others call out while somebody speaks, with who they are, in brackets: "[Hon. Members: “Shame!”]".
pub(super) const INTERJECTION: &str = r#"[\[(]\p{Lu}[^()\[\]:"“”\n]+:\s*["“‘'][^()\[\]\n]+[\])]"#;

/// The pattern of a name with a time or a number before it, places, parties and offices behind it, and a colon: "SEN. ANN ODE (R-AZ),
/// CHAIR:", "1. Ann Ode (Leeds) (Ind):".
pub(super) fn label() -> String {
    let asides = r"(?:\s*[\(\[][^()\[\]\n]+[\)\]]){0,3}";
    let behind = format!(r"(?<asides>{asides})(?:, ?(?<office>[^:\n]+))?");
    let before = format!(r"(?:{TIME}\s*)?{BOLD}(?<number>{NUMBER})?");
    format!(r"\A{before}(?<name>{NAME}){behind}{BOLD}\s?:{BOLD}(?:\s+|\z)")
}

/// The pattern of an office with the name of its holder behind it: "The Minister for Trade, Ports and Rain (Ms Ode):". Without a title
/// a name in brackets is a place or a party as well, unless a comma stands in the office, which is no name then.
pub(super) fn holder(data: &Data) -> String {
    let title = any(&data.title);
    let held = format!(r"(?<office>\p{{Lu}}[^:()\n]+) \((?<name>(?<title>(?:{title})\.? )?{NAME})\)");
    format!(r"\A{BOLD}(?:{NUMBER})?The {held}{BOLD}\s?:{BOLD}(?:\s+|\z)")
}

/// The pattern of a line that has a name and the time when it was said, in either order: "Ann Ode   0:05"; behind a time in brackets
/// the speech may begin. Captures the name.
pub(super) fn stamp() -> String {
    let gap = format!(r"(?:{BOLD}\s*[|,–—\-]\s*{BOLD}|(?:\*\*|__)\s*|\s+{BOLD})");
    let name_first = format!(r"{BOLD}({NAME}){gap}{TIME}");
    let time_first = format!(r"{TIME}[ \t]*[|–—\-]?[ \t]*{BOLD}({NAME})");
    let inline = format!(r"{BOLD}({NAME}){BOLD}\s*\[{TIME}\]{BOLD}:?\s+");
    format!(r"\A(?:(?:{name_first}|{time_first}){BOLD}[ \t]*(?:\n\s*|\z)|{inline})")
}

/// The pattern of labels of parliaments and hearings, which have a point: "Mr. LEAHY.", "Ms. Lee of Ohio.", "The PRESIDING
/// OFFICER.", "Ms. Ode (Herald). —"
pub(super) fn record(data: &Data) -> String {
    let (title, officer) = (any(&data.title), any(&data.officer));
    let office = format!(r"The (?:\p{{Lu}}{{3,}}(?: (?:\p{{Lu}}{{3,}}|pro tempore))?|{officer})");
    let name = format!(r"(?:{title})\.?(?: \p{{Lu}}[\p{{L}}'’\-]+){{1,3}}");
    let state = r"(?: of (?:the )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)?";
    format!(r"\A((?:{office}|{name}){state})(?: \([^()\n]{{1,60}}\))?\.(?:\s*[—–]+\s*| +)")
}

/// Any word of the list, in any case.
fn any(list: &[String]) -> String {
    let words: Vec<String> = list.iter().map(|word| regex::escape(word)).collect();
    format!("(?i:{})", words.join("|"))
}
