//! Relations: what a word is to its head, decided when all heads are known, with both sides of the arc in view.

use super::Tag;
use super::features::{ROOT, Scratch, Templates, Words};
use super::vocabulary::{Relation, Upos};
use crate::model::{Linear, Reader, best};

/// The children of every word of a sentence, in order.
#[must_use]
pub fn children(heads: &[usize]) -> Vec<Vec<usize>> {
    let mut children = vec![Vec::new(); heads.len()];
    for (child, &head) in heads.iter().enumerate() {
        if let Some(list) = children.get_mut(head) {
            list.push(child);
        }
    }
    children
}

/// At most this many brothers, sisters and children of a word are looked at, so that a list of a million words stays
/// linear.
const FAMILY: usize = 24;

/// The features of the arc to word `i`.
#[allow(clippy::many_single_char_names, reason = "names of the parsing literature")]
pub fn features(
    words: &Words,
    tags: &[Tag],
    heads: &[usize],
    kids: &[Vec<usize>],
    i: usize,
    out: &mut Vec<u64>,
) {
    const NO: usize = usize::MAX - 1;
    let n = words.len();
    let h = heads[i];
    let special = |i: usize| if i == ROOT { 2 } else { 1 };
    let w = |i: usize| words.get(i).map_or_else(|| special(i), |word| word.lower);
    let p = |i: usize| tags.get(i).map_or_else(|| 100 + special(i), |tag| tag.upos as u64);
    let x = |i: usize| tags.get(i).map_or_else(|| 100 + special(i), |tag| u64::from(tag.xpos));
    let sx = |i: usize| words.get(i).map_or_else(|| special(i), |word| word.suffix[2]);
    let shape = words.get(i).map_or(0, |word| word.shape);
    let dir = u64::from(i < h);
    let distance = if h == ROOT { 20 } else { (i.abs_diff(h)).min(6) as u64 * 2 + dir };
    let own = &kids[i];
    let lk = own.first().copied().filter(|&k| k < i).unwrap_or(NO);
    let rk = own.last().copied().filter(|&k| k > i).unwrap_or(NO);
    let pr = if i > 0 { i - 1 } else { NO };
    let nx = if i + 1 < n { i + 1 } else { NO };
    let family: &[usize] = kids.get(h).map_or(&[], |list| list.as_slice());
    let place = family.partition_point(|&k| k < i);
    let near = &family[place.saturating_sub(FAMILY)..(place + FAMILY).min(family.len())];
    let sibl = place.checked_sub(1).map_or(NO, |at| family[at]);
    let sibr = family.get(place + 1).copied().unwrap_or(NO);
    let before = near.iter().filter(|&&k| k < i);
    let alike = before.clone().filter(|&&k| k < h && p(k) == p(i)).count() as u64;
    let after = before.filter(|&&k| k > h).count().min(3) as u64;
    let gh = heads.get(h).copied().unwrap_or(NO);

    let mut t = Templates::new(out, 2000);
    t.add([]);
    t.add([w(i), dir]);
    t.add([p(i), dir]);
    t.add([w(h), dir]);
    t.add([p(h), dir]);
    t.add([w(i), w(h)]);
    t.add([p(i), w(h), dir]);
    t.add([w(i), p(h), dir]);
    t.add([p(i), p(h), dir]);
    t.add([x(i), x(h), dir]);
    t.add([p(i), p(h), distance]);
    t.add([sx(i), dir]);
    t.add([sx(i), p(h), dir]);
    t.add([sx(h), p(i), dir]);
    t.add([w(lk), p(i), p(h), dir]);
    t.add([w(rk), p(i), p(h)]);
    t.add([p(lk), p(i), p(h), dir]);
    t.add([p(rk), p(i), p(h), dir]);
    t.add([w(lk), w(h)]);
    t.add([w(lk), w(i)]);
    t.add([p(pr), p(i), p(h)]);
    t.add([p(nx), p(i), p(h)]);
    t.add([w(pr), p(i)]);
    t.add([w(nx), p(i)]);
    t.add([p(sibl), p(i), p(h), dir]);
    t.add([p(sibr), p(i), p(h), dir]);
    t.add([w(sibl), p(i), p(h)]);
    t.add([w(sibr), p(i), p(h)]);
    t.add([alike, p(i), p(h), dir]);
    t.add([after, p(i), w(h), dir]);
    t.add([p(gh), p(h), p(i)]);
    t.add([w(gh), p(h), p(i)]);
    t.add([own.len().min(4) as u64, p(i), p(h), dir]);
    t.add([distance, w(i)]);
    t.add([shape, p(i), p(h), dir]);
    t.add([x(i), x(h), x(lk)]);
    t.add([u64::from(nx == h), x(i), x(h)]);
    let c = |i: usize, level: usize| words.get(i).map_or_else(|| special(i), |word| word.classes[level]);
    t.add([c(i, 1), c(h, 1), dir]);
    t.add([c(i, 2), p(h), dir]);
    t.add([p(i), c(h, 2), dir]);
    t.add([w(i), c(h, 1), dir]);
    t.add([c(i, 1), w(h), dir]);
    t.add([w(lk), c(i, 1), c(h, 1)]);
    t.add([c(lk, 1), p(i), p(h), dir]);
    for &k in own.iter().take(FAMILY) {
        t.bag(3001, [w(k), p(i), dir]);
        t.bag(3002, [p(k), p(i), dir]);
    }
    for &k in near.iter().filter(|&&k| k != i) {
        t.bag(3003, [w(k), p(i), dir]);
        t.bag(3004, [p(k), p(i), u64::from(k < i) * 2 + dir]);
    }
}

/// Names the arcs.
#[derive(Debug)]
pub struct Labeller {
    model: Linear,
}

impl Labeller {
    /// Reads a model file; its classes are [`Relation::ALL`].
    ///
    /// # Errors
    /// A file that is damaged or has another number of relations.
    pub fn load(file: &[u8]) -> Result<Self, String> {
        let model = Linear::read(&mut Reader::new(file)?)?;
        let fits = model.classes() == Relation::ALL.len();
        if fits {
            Ok(Self { model })
        } else {
            Err("the model has other relations than this build".to_owned())
        }
    }

    /// The relation of every word to its head.
    pub fn label(
        &self,
        words: &Words,
        tags: &[Tag],
        heads: &[usize],
        scratch: &mut Scratch,
    ) -> Vec<Relation> {
        let kids = children(heads);
        (0..heads.len())
            .map(|at| {
                if heads[at] == ROOT {
                    return Relation::Root;
                }
                // Punctuation has but one relation (UD v2).
                if tags[at].upos == Upos::Punct {
                    return Relation::Punct;
                }
                features(words, tags, heads, &kids, at, &mut scratch.features);
                self.model.score(&scratch.features, &mut scratch.scores);
                Relation::ALL.get(best(&scratch.scores)).copied().unwrap_or(Relation::Dep)
            })
            .collect()
    }
}
