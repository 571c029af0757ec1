//! Datelines: where and when a report was written, before its first sentence.
//!
//! "BRUSSELS (Reuters) -", "DAKAR, March 25 (AFP) –": no part of the sentence that follows, so it is a sentence of its own. It
//! begins with a place in capitals, names an agency in brackets or has a date with a year, has no word in small letters, and ends
//! with a dash that stands apart.

use super::sentence::Paragraph;

/// Words of a dateline at most.
const LONGEST: usize = 14;

/// The word of the paragraph with which its dateline ends: the dash.
pub(super) fn end(paragraph: Paragraph) -> Option<usize> {
    let words = paragraph.words;
    let dash = |at: &usize| {
        let apart = |at: usize| paragraph.gaps.get(at).is_some_and(|&gap| gap > 0);
        matches!(words[*at], "-" | "--" | "–" | "—" | "―") && (apart(*at) || matches!(words[*at], "—" | "―"))
    };
    let at = (1..words.len().min(LONGEST)).find(dash)?;
    let shouted = |word: &str| word.chars().count() > 2 && word.chars().all(char::is_uppercase);
    let bracketed = words[..at].contains(&"(") && words[at - 1] == ")";
    // "GOMA, Democratic Republic *of* Congo, Feb 3 (AFP) —"
    let of = |at: usize| words[at] == "of" && words[..at].contains(&",");
    let small = |at: usize| words[at].starts_with(char::is_lowercase) && !of(at);
    let opens = words
        .get(at + 1)
        .is_some_and(|next| next.starts_with(|c: char| c.is_uppercase() || "\"“".contains(c)));
    // "Ljubljana, 14 November 2024 –"
    let year = |word: &&str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let dated = words[1] == "," && words[..at].iter().any(year);
    let place = shouted(words[0]) || (bracketed || dated) && words[0].starts_with(char::is_uppercase);
    // "ASTANA. KAZINFORM –", "TASHKENT. November 12. KAZINFORM –"
    let agency = shouted(words[0]) && shouted(words[at - 1]);
    let day = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    // … and "KANSAS CITY, Kan. (AP) —"
    let state = |at: usize| bracketed && at > 2 && words[at + 1] == "(" && words[..at].contains(&",");
    let parted =
        |at: usize| words[at] == "." && (agency && (at == 1 || at > 2 && day(words[at - 1])) || state(at));
    let ends = (0..at).any(|at| matches!(words[at], "." | "?" | "!" | ":" | ";") && !parted(at));
    (place && opens && !ends && !(0..at).any(small)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_ends_with_its_dash_and_nothing_else_is_one() {
        #[rustfmt::skip]
        let cases = [
            ("BRUSSELS ( Reuters ) - Leaders agreed",          Some(4)),
            ("DAKAR , March 25 ( AFP ) – Voters chose",        Some(7)),
            ("KANSAS CITY , Kan . ( AP ) — A judge ordered",   Some(8)),
            ("KANSAS . It ( AP ) — A judge ordered",           None),
            ("ASTANA . KAZINFORM – The meeting took",          Some(3)),
            ("TASHKENT . November 12 . KAZINFORM – The meeting",  Some(6)),
            ("ASTANA . He won 12 . The meeting – Kenya won",   None),
            ("ASTANA . The meeting – Kenya won",               None),
            ("THE HAGUE - Judges ruled",                       Some(2)),
            ("LAS VEGAS ― Leaders agreed",                     Some(2)),
            ("GOMA , Republic of Congo , Feb 3 — Rebels took",  Some(8)),
            ("NATO of old - Kenya said",                       None),
            ("WASHINGTON , April 18 , 2024 — The Treasury",    Some(6)),
            ("Geneva ( ICRC ) – Fighting went on",             Some(4)),
            ("The talks - Kenya said - failed",                None),
            ("NATO allies - Kenya among them - met",           None),
            ("Geneva , 14 November 2024 – Fighting went on",   Some(5)),
            ("Geneva - Fighting went on",                      None),
            ("Geneva , 2024 and after – Fighting went on",     None),
            ("QUESTION : Why - Kenya",                         None),
            ("OSLO - based and small",                         None),
            ("BRUSSELS",                                       None),
            ("",                                               None),
        ];
        for (text, expected) in cases {
            let words: Vec<&str> = text.split_whitespace().collect();
            let gaps = vec![1; words.len()];
            assert_eq!(end(Paragraph { words: &words, gaps: &gaps }), expected, "{text}");
        }
    }
}
