//! How good the models are on treebanks that they have not learned from.

use onrecord::syntax::features::{Scratch, Words};
use onrecord::syntax::{Parse, Relation, Syntax};

use crate::conllu::Sentence;
use crate::say;

/// Says how many words of a treebank get the right tag, lemma, head and relation, on its own words.
pub(crate) fn measure(syntax: &Syntax, name: &str, sentences: &[Sentence]) {
    let mut scratch = Scratch::default();
    let (mut all, mut hits) = (0_u32, [0_u32; 5]);
    let universal = |relation: Relation| relation.name().split(':').next();
    for sentence in sentences {
        let words = Words::of(sentence.forms.iter().map(String::as_str));
        let mut parse = Parse::default();
        syntax.parse(&words, true, &mut scratch, &mut parse);
        let names = syntax.names();
        for at in 0..words.len() {
            let tag = parse.tags[at];
            let head = parse.heads[at] == sentence.heads[at];
            let right = [
                tag.upos == sentence.upos[at],
                names.feats.get(usize::from(tag.feats)).is_some_and(|feats| *feats == sentence.feats[at]),
                parse.lemmas.get(at) == sentence.lemmas[at],
                head,
                head && universal(parse.relations[at]) == universal(sentence.relations[at]),
            ];
            all += 1;
            hits.iter_mut().zip(right).for_each(|(hits, right)| *hits += u32::from(right));
        }
    }
    let [upos, feats, lemmas, uas, las] = hits.map(|n| 100.0 * f64::from(n) / f64::from(all.max(1)));
    say(&format!(
        "{name}: UPOS {upos:.2}, features {feats:.2}, lemmas {lemmas:.2}, UAS {uas:.2}, LAS {las:.2}"
    ));
}
