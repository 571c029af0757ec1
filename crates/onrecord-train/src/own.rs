//! Our own annotated sentences: news that the treebanks hardly have.
//!
//! A treebank of blogs and talks knows *rose* as a flower and *accounts* as what a bank keeps. `data/news.txt` has sentences
//! in the manner of agency news with tags and arcs, whose slots stand for any word of a list; every line gives a
//! number of sentences, each with other words in its slots.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use onrecord::syntax::features::ROOT;
use onrecord::syntax::{Relation, Upos};

use crate::conllu::Sentence;
use crate::perceptron::Random;

/// Sentences that one line gives.
const COPIES: usize = 12;

/// All sentences, the same every time.
pub(crate) fn read() -> Result<Vec<Sentence>> {
    let mut lists: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut lines = Vec::new();
    for (row, line) in include_str!("../data/news.txt").lines().enumerate() {
        if let Some(list) = line.strip_prefix("= ") {
            let mut words = list.split_whitespace();
            lists.insert(words.next().context("a list has a name")?, words.collect());
        } else if !line.trim().is_empty() && !line.starts_with('#') {
            lines.push((row + 1, line));
        }
    }
    let mut random = Random::new();
    let mut sentences = Vec::new();
    for _ in 0..COPIES {
        for &(row, line) in &lines {
            let made = sentence(line, &lists, &mut random);
            sentences.push(made.with_context(|| format!("data/news.txt:{row}"))?);
        }
    }
    Ok(sentences)
}

fn sentence(line: &str, lists: &BTreeMap<&str, Vec<&str>>, random: &mut Random) -> Result<Sentence> {
    let mut sentence = Sentence { own: true, ..Sentence::default() };
    for word in line.split_whitespace() {
        let mut columns = word.rsplitn(4, '/');
        let mut column = || columns.next().with_context(|| format!("`{word}` has less than four columns"));
        let (relation, head, tag, form) = (column()?, column()?, column()?, column()?);
        let form = match form.strip_prefix('<').and_then(|form| form.strip_suffix('>')) {
            Some(name) => {
                let list = lists.get(name).with_context(|| format!("there is no list `{name}`"))?;
                random.choose(list).context("a list has words")?
            }
            None => form,
        };
        let relation = Relation::named(relation).with_context(|| format!("no relation `{relation}`"))?;
        sentence.upos.push(upos(form, tag, relation)?);
        sentence.forms.push(form.to_owned());
        sentence.lemmas.push(form.to_lowercase());
        sentence.xpos.push(tag.to_owned());
        sentence.feats.push(String::new());
        sentence.heads.push(head.parse::<usize>()?.checked_sub(1).unwrap_or(ROOT));
        sentence.relations.push(relation);
        sentence.spaced.push(true);
    }
    let n = sentence.forms.len();
    let roots = sentence.heads.iter().filter(|&&head| head == ROOT).count();
    ensure!(roots == 1, "a sentence has one root, not {roots}");
    for (at, &head) in sentence.heads.iter().enumerate() {
        ensure!(head == ROOT || head < n && head != at, "word {} has no head", at + 1);
    }
    Ok(sentence)
}

/// The universal tag of a Penn tag in its place.
fn upos(form: &str, tag: &str, relation: Relation) -> Result<Upos> {
    let auxiliary = matches!(relation, Relation::Aux | Relation::AuxPass | Relation::Cop);
    Ok(match tag {
        "NN" if form == "%" => Upos::Sym,
        "NN" if matches!(form, "nobody" | "Nobody" | "everyone") => Upos::Pron,
        "NN" | "NNS" => Upos::Noun,
        "NNP" | "NNPS" => Upos::Propn,
        "MD" => Upos::Aux,
        _ if tag.starts_with("VB") => {
            if auxiliary {
                Upos::Aux
            } else {
                Upos::Verb
            }
        }
        "IN" => {
            if relation == Relation::Mark {
                Upos::Sconj
            } else {
                Upos::Adp
            }
        }
        "TO" | "POS" => Upos::Part,
        "CD" => Upos::Num,
        "JJ" | "JJR" | "JJS" => Upos::Adj,
        "RB" if form.eq_ignore_ascii_case("not") => Upos::Part,
        "RB" | "WRB" => Upos::Adv,
        "RP" => Upos::Adp,
        "DT" => Upos::Det,
        "PRP" | "PRP$" | "WP" | "WDT" | "EX" => Upos::Pron,
        "CC" => Upos::Cconj,
        "$" => Upos::Sym,
        "." | "," | "``" | "''" => Upos::Punct,
        _ => bail!("no tag `{tag}`"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_makes_sentences_whose_arcs_do_not_cross() {
        let sentences = read().unwrap();
        assert_eq!(sentences.len() % COPIES, 0);
        for sentence in &sentences {
            let arcs: Vec<(usize, usize)> = sentence
                .heads
                .iter()
                .enumerate()
                .filter(|(_, head)| **head != ROOT)
                .map(|(at, &head)| (at.min(head), at.max(head)))
                .collect();
            for (a, b) in &arcs {
                let crosses = |(c, d): &(usize, usize)| a < c && c < b && b < d;
                assert!(!arcs.iter().any(crosses), "{}", sentence.forms.join(" "));
            }
        }
    }
}
