//! Our own annotated sentences: news that the treebanks hardly have.
//!
//! A treebank of blogs and talks knows *rose* as a flower and *accounts* as what a bank keeps, and has hardly any *she said*
//! behind what was said. `data/news.txt` has sentences in the manner of agency news with tags and arcs, whose slots stand for
//! any word of a list; every line gives a number of sentences, each with other words in its slots. In the other files the
//! slots stand for whole phrases, and for statements of the treebanks that somebody makes.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use onrecord::syntax::features::ROOT;
use onrecord::syntax::{Relation, Upos};

use crate::conllu::Sentence;
use crate::perceptron::Random;

/// The files, and sentences that one line of them gives.
const FILES: [(&str, &str, usize); 4] = [
    ("news", include_str!("../data/news.txt"), 12),
    ("reports", include_str!("../data/reports.txt"), 120),
    ("deeds", include_str!("../data/deeds.txt"), 60),
    ("diplomacy", include_str!("../data/diplomacy.txt"), 60),
];

/// The phrase that stands for a statement of a treebank, and the words that such a statement has.
const STATEMENT: &str = "sentence";
const LENGTH: std::ops::Range<usize> = 4..26;

/// What slots stand for.
#[derive(Default)]
struct Grammar<'a> {
    /// Words, by the name of their list.
    lists: BTreeMap<&'static str, Vec<&'static str>>,
    /// Annotated phrases, by their name.
    phrases: BTreeMap<&'static str, Vec<&'static str>>,
    /// What the treebanks state.
    statements: &'a [Sentence],
}

/// All sentences, the same every time; what somebody says in them is from the sentences `said`.
pub(crate) fn read<'s>(said: impl Iterator<Item = &'s Sentence>) -> Result<Vec<Sentence>> {
    let statements: Vec<Sentence> = said.filter_map(statement).collect();
    let mut grammar = Grammar { statements: &statements, ..Grammar::default() };
    let mut random = Random::new();
    let mut sentences = Vec::new();
    for (file, text, copies) in FILES {
        let mut lines = Vec::new();
        for (row, line) in text.lines().enumerate() {
            if let Some(list) = line.strip_prefix("= ") {
                let mut words = list.split_whitespace();
                let name = words.next().context("a list has a name")?;
                let known = grammar.lists.insert(name, words.collect());
                ensure!(known.is_none(), "data/{file}.txt:{}: there is a list `{name}` already", row + 1);
            } else if let Some(phrase) = line.strip_prefix("& ") {
                let (name, phrase) = phrase.split_once(' ').context("a phrase has a name and words")?;
                grammar.phrases.entry(name).or_default().push(phrase);
            } else if !line.trim().is_empty() && !line.starts_with('#') {
                lines.push((row + 1, line));
            }
        }
        for _ in 0..copies {
            for &(row, line) in &lines {
                let made = grammar.sentence(line, &mut random);
                let mut sentence = made.with_context(|| format!("data/{file}.txt:{row}"))?;
                write(&mut sentence);
                sentences.push(sentence);
            }
        }
    }
    Ok(sentences)
}

/// What a sentence of a treebank states, without its full stop: it has a subject, and is about nobody's words.
fn statement(sentence: &Sentence) -> Option<Sentence> {
    let (last, n) = (sentence.forms.last()?, sentence.forms.len().checked_sub(1)?);
    let root = sentence.heads.iter().position(|&head| head == ROOT)?;
    let subject = |at: usize| {
        let is = matches!(
            sentence.relations[at],
            Relation::Nsubj | Relation::NsubjPass | Relation::NsubjOuter | Relation::Expl
        );
        is && at < root && sentence.heads[at] == root
    };
    let apart = |at: usize| {
        let mark = sentence.upos[at] == Upos::Punct && !matches!(&*sentence.forms[at], "," | "-" | "(" | ")");
        let beside = [Relation::Parataxis, Relation::Discourse, Relation::Vocative, Relation::Goeswith];
        mark || beside.contains(&sentence.relations[at])
    };
    let states = last == "."
        && LENGTH.contains(&n)
        && root < n
        && sentence.relations[0] != Relation::Cc
        && (0..n).any(subject)
        && !(0..n).any(apart)
        && sentence.heads[..n].iter().all(|&head| head == ROOT || head < n);
    states.then(|| {
        let mut statement = Sentence { own: true, ..sentence.clone() };
        statement.pop();
        if statement.upos[0] != Upos::Propn && statement.forms[0] != "I" {
            statement.forms[0] = statement.forms[0].to_lowercase();
        }
        statement
    })
}

/// The sentence begins with a capital, and so does what is said in it; *a* before a vowel is *an*.
fn write(sentence: &mut Sentence) {
    for at in 0..sentence.forms.len() {
        let vowel = |next: &String| {
            next.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']) && !next.starts_with("Eu")
        };
        if matches!(&*sentence.forms[at], "a" | "A") && sentence.forms.get(at + 1).is_some_and(vowel) {
            sentence.forms[at].push('n');
        }
        let behind_mark = |at: usize| at == 0 || sentence.upos[at - 1] == Upos::Punct;
        let opens = |at: usize| sentence.xpos[at] == "``" && behind_mark(at);
        // "2. The sides agreed"
        let numbered = at == 2 && sentence.xpos[0] == "LS";
        if numbered || at.checked_sub(1).is_none_or(opens) {
            let mut letters = sentence.forms[at].chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            sentence.forms[at] = first + letters.as_str();
        }
    }
}

impl Grammar<'_> {
    /// The sentence of a line, or the phrase.
    fn sentence(&self, line: &str, random: &mut Random) -> Result<Sentence> {
        let mut sentence = Sentence { own: true, ..Sentence::default() };
        // Of every item: where its head is, and on which item it hangs.
        let (mut places, mut arcs) = (Vec::new(), Vec::new());
        for item in line.split_whitespace() {
            let (piece, head, relation) = self.item(item, random)?;
            // A phrase that ends with a comma has none before another.
            let phrase = sentence.forms.len().checked_sub(1) != places.last().copied();
            let point = phrase && matches!(&*piece.forms[0], "." | ",");
            if point && sentence.forms.last().is_some_and(|last| last == ",") {
                sentence.pop();
            }
            let start = sentence.forms.len();
            let top = piece.heads.iter().position(|&head| head == ROOT).context("a phrase has a head")?;
            places.push(start + top);
            arcs.push((start + top, head, relation));
            sentence.append(piece);
        }
        for (at, head, relation) in arcs {
            let head = head.checked_sub(1).map_or(Some(ROOT), |item| places.get(item).copied());
            sentence.heads[at] = head.with_context(|| format!("`{}` has no head", sentence.forms[at]))?;
            sentence.relations[at] = relation;
        }
        let roots = sentence.heads.iter().filter(|&&head| head == ROOT).count();
        ensure!(roots == 1, "a sentence has one root, not {roots}");
        ensure!((0..sentence.forms.len()).all(|at| sentence.heads[at] != at), "a word hangs on itself");
        Ok(sentence)
    }

    /// The words of an item, the number of the item that it hangs on, and its relation.
    fn item(&self, item: &str, random: &mut Random) -> Result<(Sentence, usize, Relation)> {
        let mut columns = item.rsplitn(3, '/');
        let mut column = || columns.next().with_context(|| format!("`{item}` has too few columns"));
        let (relation, head, word) = (column()?, column()?.parse()?, column()?);
        let relation = Relation::named(relation).with_context(|| format!("no relation `{relation}`"))?;
        if let Some(name) = inside(word, ['{', '}']) {
            if name == STATEMENT {
                let statement = random.choose(self.statements).context("no treebank states anything")?;
                return Ok((statement.clone(), head, relation));
            }
            let phrases = self.phrases.get(name).with_context(|| format!("there is no phrase `{name}`"))?;
            let phrase = random.choose(phrases).context("a name has phrases")?;
            return Ok((self.sentence(phrase, random)?, head, relation));
        }
        let (form, tag) = word.rsplit_once('/').with_context(|| format!("`{item}` has no tag"))?;
        let form = match inside(form, ['<', '>']) {
            Some(name) => {
                let list = self.lists.get(name).with_context(|| format!("there is no list `{name}`"))?;
                random.choose(list).context("a list has words")?
            }
            None => form,
        };
        let word = Sentence {
            forms: vec![form.to_owned()],
            lemmas: vec![form.to_lowercase()],
            upos: vec![upos(form, tag, relation)?],
            xpos: vec![tag.to_owned()],
            feats: vec![String::new()],
            heads: vec![ROOT],
            relations: vec![relation],
            spaced: vec![true],
            own: true,
            ..Sentence::default()
        };
        Ok((word, head, relation))
    }
}

/// What stands in these brackets.
fn inside(word: &str, [open, close]: [char; 2]) -> Option<&str> {
    word.strip_prefix(open)?.strip_suffix(close)
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
        "LS" if form.starts_with(|c: char| c.is_ascii_digit()) => Upos::Num,
        "LS" => Upos::X,
        "JJ" | "JJR" | "JJS" => Upos::Adj,
        "RB" if form.eq_ignore_ascii_case("not") => Upos::Part,
        "RB" | "WRB" => Upos::Adv,
        "RP" => Upos::Adp,
        "DT" => Upos::Det,
        "WDT" if relation == Relation::Det => Upos::Det,
        "PRP" | "PRP$" | "WP" | "WP$" | "WDT" | "EX" => Upos::Pron,
        "CC" => Upos::Cconj,
        "$" => Upos::Sym,
        "." | "," | ":" | "``" | "''" | "-RRB-" => Upos::Punct,
        _ => bail!("no tag `{tag}`"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_makes_sentences_whose_arcs_do_not_cross() {
        let line =
            "The/DT/2/det deal/NN/5/nsubj:pass will/MD/5/aux be/VB/5/aux:pass signed/VBN/0/root ././5/punct";
        let treebank = Grammar::default().sentence(line, &mut Random::new()).unwrap();
        let sentences = read(std::iter::once(&treebank)).unwrap();
        let said =
            |sentence: &Sentence| sentence.forms.join(" ").starts_with("“ The deal will be signed , ” ");
        assert!(sentences.iter().any(said));
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
