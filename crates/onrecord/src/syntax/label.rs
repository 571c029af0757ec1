//! Relations: what a word is to its head, decided when all heads are known, with both sides of the arc in view.

use super::features::{ROOT, Scratch, Tagged};
use super::vocabulary::{Relation, Upos};
use crate::model::{Network, Situation, best};

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

/// At most this many brothers and sisters of a word are looked at, so that a list of a million words stays linear.
const FAMILY: usize = 24;

/// Children of a word, and other children of its head, whose tags are told.
const TOLD: usize = 6;

/// What the network is told of the arc to word `i`.
#[allow(clippy::many_single_char_names, reason = "names of the parsing literature")]
pub fn situation(seen: Tagged, heads: &[usize], kids: &[Vec<usize>], i: usize, out: &mut Situation) {
    const NO: usize = usize::MAX - 1;
    let n = seen.0.len();
    let h = heads.get(i).copied().unwrap_or(NO);
    let own = kids.get(i).map_or(&[][..], Vec::as_slice);
    let (before, after) = own.split_at(own.partition_point(|&kid| kid < i));
    let family = kids.get(h).map_or(&[][..], Vec::as_slice);
    let place = family.partition_point(|&kid| kid < i);
    let beside =
        |step: isize| place.checked_add_signed(step).and_then(|at| family.get(at)).copied().unwrap_or(NO);
    let nth = |list: &[usize], k: usize| list.get(k).copied().unwrap_or(NO);
    let last = |list: &[usize]| list.last().copied().unwrap_or(NO);
    out.clear();
    for at in [i, h, nth(before, 0)] {
        out.word(seen.place(at));
    }
    #[rustfmt::skip]
    let around = [
        i, h, heads.get(h).copied().unwrap_or(NO),
        nth(before, 0), nth(before, 1), last(before), nth(after, 0), last(after),
        beside(-1), beside(1), nth(family, 0), last(family),
    ];
    for at in around {
        seen.tell(at, out);
    }
    let side = usize::from(i < h);
    out.mark(if h < n { 2 * i.abs_diff(h).min(8) + side } else { 0 }, 18);
    out.mark(before.len(), 4);
    out.mark(after.len(), 4);
    // Brothers and sisters on the same side of the head, nearest first; those before, in particular, take the object.
    let same = |&kid: &usize| (kid < h) == (i < h);
    let nearby = &family[place.saturating_sub(FAMILY)..place];
    let alike = nearby.iter().filter(|kid| same(kid) && seen.upos(**kid) == seen.upos(i)).count();
    out.mark(alike, 4);
    out.mark(nearby.iter().filter(|kid| same(kid)).count(), 5);
    let values = 1 + u32::try_from(Upos::ALL.len()).unwrap_or_default();
    let mut tag = |at: Option<&usize>| {
        out.mark(at.and_then(|&at| seen.upos(at)).map_or(0, |upos| 1 + upos as usize), values);
    };
    for k in 0..TOLD {
        tag(own.get(k));
        tag(family.get(k));
    }
}

/// Names the arcs.
#[derive(Debug)]
pub struct Labeller {
    network: Network,
}

impl Labeller {
    /// Reads a model file; its classes are [`Relation::ALL`].
    ///
    /// # Errors
    /// A file that is damaged, or made for other situations or relations.
    pub fn load(file: &[u8]) -> Result<Self, String> {
        let network = Network::load(file)?;
        let mut empty = Situation::default();
        situation(Tagged::default(), &[], &[], 0, &mut empty);
        let fits = network.fits(&empty, Relation::ALL.len());
        if fits { Ok(Self { network }) } else { Err("the labels were made for another build".to_owned()) }
    }

    /// The relation of every word to its head.
    pub fn label(&self, seen: Tagged, heads: &[usize], scratch: &mut Scratch) -> Vec<Relation> {
        let kids = children(heads);
        let Scratch { situation: told, rows, labelling: memo, scores, .. } = scratch;
        self.network.begin(rows, memo);
        (0..heads.len())
            .map(|at| {
                if heads[at] == ROOT {
                    return Relation::Root;
                }
                // Punctuation has but one relation (UD v2).
                if seen.upos(at) == Some(Upos::Punct) {
                    return Relation::Punct;
                }
                situation(seen, heads, &kids, at, told);
                self.network.score(told, rows, memo, scores);
                Relation::ALL.get(best(scores)).copied().unwrap_or(Relation::Dep)
            })
            .collect()
    }
}
