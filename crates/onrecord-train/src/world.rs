//! What the trainer knows of words beyond the treebanks: which are common.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, Result};

/// Words of the vector file that are read; it lists them by frequency.
const WORDS: usize = 200_000;

/// A verb that is none of the so many commonest words is no verb to go by.
const COMMON: usize = 40_000;

/// The words of a large corpus by frequency.
#[derive(Clone, Copy)]
pub(crate) struct World<'a> {
    /// The commonest first; empty without a vector file.
    pub(crate) vocabulary: &'a [String],
    /// Where every word of the vocabulary stands.
    pub(crate) rank: &'a HashMap<String, usize>,
}

/// The words of a vector file in the text format of `GloVe`, with their rows.
pub(crate) fn vocabulary(path: &Path) -> Result<(Vec<String>, HashMap<String, usize>)> {
    let file = File::open(path).with_context(|| format!("{} cannot be opened", path.display()))?;
    let mut words = Vec::new();
    for line in BufReader::new(file).lines().take(WORDS) {
        let line = line.with_context(|| format!("{} cannot be read", path.display()))?;
        words.extend(line.split(' ').next().map(str::to_owned));
    }
    let rank = words.iter().cloned().enumerate().map(|(at, word)| (word, at)).collect();
    Ok((words, rank))
}

impl World<'_> {
    /// The verb that `form` is most likely an inflected form of, for the Penn tag `penn`: of `bombed`, `bomb` and not
    /// `bombe`.
    pub(crate) fn base(&self, form: &str, penn: &str) -> Option<&str> {
        let endings: &[&str] = match penn {
            "VBD" | "VBN" => &["ed"],
            "VBG" => &["ing"],
            "VBZ" => &["s", "es"],
            _ => return None,
        };
        if !form.bytes().all(|b| b.is_ascii_lowercase()) {
            return None;
        }
        let stems = endings.iter().filter_map(|ending| form.strip_suffix(ending)).filter(|s| s.len() > 1);
        let bases = stems.flat_map(|stem| {
            let bytes = stem.as_bytes();
            let (last, before) = (bytes[bytes.len() - 1], bytes[bytes.len() - 2]);
            let doubled = (last == before).then(|| stem[..stem.len() - 1].to_owned());
            let y = stem.strip_suffix('i').map(|stem| format!("{stem}y"));
            let e = (!endings.contains(&"s")).then(|| format!("{stem}e"));
            [Some(stem.to_owned()), e, doubled, y].into_iter().flatten()
        });
        let known = bases.filter_map(|base| self.rank.get(&base).copied()).filter(|&rank| rank < COMMON);
        // "severs" there is and no "severes", so "severed" is of "sever", however common "severe" is.
        let third = |rank: &usize| {
            let third = self.rank.get(&third_person(&self.vocabulary[*rank]));
            (third.is_none(), third.copied(), *rank)
        };
        known.min_by_key(third).map(|rank| self.vocabulary[rank].as_str())
    }
}

/// The third person of a verb.
fn third_person(base: &str) -> String {
    match base.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if ["s", "x", "z", "ch", "sh"].iter().any(|end| base.ends_with(end)) => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_verbs_that_a_form_can_be_of_the_commonest_wins() {
        let vocabulary: Vec<String> =
            ["bomb", "trade", "trad", "stop", "carry", "bom", "severe", "sever", "severs"]
                .map(str::to_owned)
                .to_vec();
        let rank = vocabulary.iter().cloned().enumerate().map(|(at, word)| (word, at)).collect();
        let world = World { vocabulary: &vocabulary, rank: &rank };
        #[rustfmt::skip]
        let cases = [
            ("bombed", "VBD", Some("bomb")), ("traded", "VBD", Some("trade")), ("trading", "VBG", Some("trade")),
            ("stopped", "VBN", Some("stop")), ("carries", "VBZ", Some("carry")), ("carried", "VBD", Some("carry")),
            ("severed", "VBD", Some("sever")), ("bombed", "VBG", None), ("xyzzyed", "VBD", None), ("Bombed", "VBD", None),
        ];
        for (form, penn, expected) in cases {
            assert_eq!(world.base(form, penn), expected, "{form} {penn}");
        }
    }
}
