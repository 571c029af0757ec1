//! A pruned and quantised linear model.

use super::bytes::{Reader, Writer};

/// Weights of hashed features for a small number of classes.
///
/// A feature is found by 32 bits of its hash in an open-addressed table; the other bits choose the slot, so that two
/// features share weights about once in a million. Its weights are pairs of class and value.
pub struct Linear {
    classes: usize,
    /// Per slot: the tag of the feature (0 for an empty slot), and where its weights begin and how many they are.
    slots: Vec<Slot>,
    mask: usize,
    weights: Vec<Weight>,
    /// One bit for a group of tags, set where the model has a feature with such a tag (Bloom 1970, with one hash). Most
    /// features of a situation are unknown, and this table is small enough to stay in the cache.
    filter: Vec<u64>,
    filter_mask: usize,
}

/// Features whose slots are fetched before the first of them is looked at, so that memory is asked for all at once.
const AHEAD: usize = 32;

/// Bits of the filter per slot.
const FILTER: usize = 4;

#[derive(Clone, Copy, Default)]
struct Slot {
    tag: u32,
    /// 24 bits where the weights begin, 8 bits how many.
    place: u32,
}

#[derive(Clone, Copy)]
struct Weight {
    class: u8,
    value: i16,
}

/// The bits of a feature's hash that tell it from others; never 0.
fn tag(feature: u64) -> u32 {
    u32::try_from(feature >> 32).unwrap_or_default().max(1)
}

impl Linear {
    /// A model with `classes` classes, from features and the weights of their classes, in any fixed order.
    /// Of features that cannot be told apart the first one stays.
    ///
    /// # Panics
    /// With more than 256 classes or 16 million weights.
    #[must_use]
    pub fn build(classes: usize, features: &[(u64, Vec<(u8, i16)>)]) -> Self {
        assert!(classes <= 256, "classes are bytes");
        let capacity = (features.len() * 3 / 2).next_power_of_two().max(2);
        let mut model = Self {
            classes,
            slots: vec![Slot::default(); capacity],
            mask: capacity - 1,
            weights: Vec::new(),
            filter: Vec::new(),
            filter_mask: 0,
        };
        for (feature, weights) in features {
            model.insert(tag(*feature), low(*feature), weights);
        }
        model.sift();
        model
    }

    /// Fills the filter.
    fn sift(&mut self) {
        let bits = (self.slots.len() * FILTER).max(64);
        self.filter = vec![0; bits / 64];
        self.filter_mask = bits - 1;
        for slot in self.slots.iter().filter(|slot| slot.tag != 0) {
            let bit = slot.tag as usize & self.filter_mask;
            self.filter[bit / 64] |= 1 << (bit % 64);
        }
    }

    fn insert(&mut self, tag: u32, low: u32, weights: &[(u8, i16)]) {
        let mut at = low as usize & self.mask;
        while self.slots[at].tag != 0 {
            if self.slots[at].tag == tag {
                return;
            }
            at = (at + 1) & self.mask;
        }
        let begin = u32::try_from(self.weights.len()).unwrap_or(u32::MAX);
        assert!(begin < 1 << 24 && weights.len() < 256, "a model has at most 16 million weights");
        self.slots[at] = Slot { tag, place: begin << 8 | u32::try_from(weights.len()).unwrap_or_default() };
        self.weights.extend(weights.iter().map(|&(class, value)| Weight { class, value }));
    }

    /// Number of classes.
    #[must_use]
    pub fn classes(&self) -> usize {
        self.classes
    }

    /// The sums of the weights of `features` for every class, into `scores`. Allocates nothing once `scores` is as long
    /// as the classes.
    #[inline]
    pub fn score(&self, features: &[u64], scores: &mut Vec<i32>) {
        scores.clear();
        scores.resize(self.classes, 0);
        let mut known = [0; AHEAD];
        for chunk in features.chunks(AHEAD) {
            let known = self.known(chunk, &mut known);
            let mut first = [Slot::default(); AHEAD];
            for (slot, &feature) in first.iter_mut().zip(known) {
                *slot = self.slots[low(feature) as usize & self.mask];
            }
            for (slot, &feature) in first.iter().zip(known) {
                let wanted = tag(feature);
                let mut slot = *slot;
                let mut at = low(feature) as usize & self.mask;
                while slot.tag != wanted && slot.tag != 0 {
                    at = (at + 1) & self.mask;
                    slot = self.slots[at];
                }
                if slot.tag == wanted {
                    let begin = (slot.place >> 8) as usize;
                    for weight in &self.weights[begin..begin + (slot.place & 255) as usize] {
                        scores[weight.class as usize] += i32::from(weight.value);
                    }
                }
            }
        }
    }

    /// Those of the `features` that the filter has; no branch, since nothing foretells which.
    #[inline]
    fn known<'k>(&self, features: &[u64], known: &'k mut [u64; AHEAD]) -> &'k [u64] {
        let mut n = 0;
        for &feature in features {
            known[n & (AHEAD - 1)] = feature;
            let bit = tag(feature) as usize & self.filter_mask;
            n += (self.filter[bit / 64] >> (bit % 64) & 1) as usize;
        }
        &known[..n]
    }

    /// Adds the model to a file.
    pub fn write(&self, file: &mut Writer) {
        file.u32(u32::try_from(self.classes).unwrap_or_default());
        file.u32(u32::try_from(self.slots.len()).unwrap_or_default());
        let mut used = vec![0_u8; self.slots.len().div_ceil(8)];
        let (mut tags, mut counts) = (Vec::new(), Vec::new());
        for (at, slot) in self.slots.iter().enumerate().filter(|(_, slot)| slot.tag != 0) {
            used[at / 8] |= 1 << (at % 8);
            tags.extend(slot.tag.to_le_bytes());
            counts.push(u8::try_from(slot.place & 255).unwrap_or_default());
        }
        let full = || self.slots.iter().filter(|slot| slot.tag != 0);
        let pairs = full().flat_map(|slot| {
            let begin = (slot.place >> 8) as usize;
            &self.weights[begin..begin + (slot.place & 255) as usize]
        });
        // Most weights are small: a byte each, and three for those that are not.
        let pairs: Vec<u8> = pairs
            .flat_map(|weight| {
                let wide = weight.value.to_le_bytes();
                let small = i8::try_from(weight.value).ok().filter(|&value| value != WIDE);
                let bytes =
                    small.map_or([WIDE.cast_unsigned(), wide[0], wide[1]], |v| [v.cast_unsigned(), 0, 0]);
                let length = if small.is_some() { 1 } else { 3 };
                std::iter::once(weight.class).chain(bytes.into_iter().take(length))
            })
            .collect();
        file.bytes(&used);
        file.bytes(&tags);
        file.bytes(&counts);
        file.bytes(&pairs);
    }

    /// Reads a model from a file.
    ///
    /// # Errors
    /// Tables that do not fit each other or the number of classes.
    pub fn read(file: &mut Reader) -> Result<Self, String> {
        let classes = file.u32()? as usize;
        let capacity = file.u32()? as usize;
        let (used, tags, counts, pairs) = (file.bytes()?, file.bytes()?, file.bytes()?, file.bytes()?);
        let fits = classes <= 256
            && capacity.is_power_of_two()
            && used.len() == capacity.div_ceil(8)
            && tags.len() == counts.len() * 4
            && counts.len() < capacity
            && counts.iter().map(|&n| usize::from(n)).sum::<usize>() < 1 << 24
            && used.iter().map(|byte| byte.count_ones() as usize).sum::<usize>() == counts.len();
        if !fits {
            return Err("the tables of a model do not fit each other".to_owned());
        }
        let mut slots = vec![Slot::default(); capacity];
        let mut rows = tags.chunks_exact(4).zip(counts);
        let mut begin = 0;
        for (at, slot) in slots.iter_mut().enumerate() {
            if used[at / 8] & (1 << (at % 8)) == 0 {
                continue;
            }
            let Some((tag, &count)) = rows.next() else { break };
            let tag = u32::from_le_bytes([tag[0], tag[1], tag[2], tag[3]]).max(1);
            *slot = Slot { tag, place: begin << 8 | u32::from(count) };
            begin += u32::from(count);
        }
        let weights = weights(pairs);
        if weights.len() != begin as usize
            || weights.iter().any(|weight| usize::from(weight.class) >= classes)
        {
            return Err("the weights of a model do not fit its features".to_owned());
        }
        let mask = capacity - 1;
        let mut model = Self { classes, slots, mask, weights, filter: Vec::new(), filter_mask: 0 };
        model.sift();
        Ok(model)
    }
}

/// Stands before a weight of two bytes.
const WIDE: i8 = i8::MIN;

/// The weights as the file has them; what is cut short is left out.
fn weights(mut bytes: &[u8]) -> Vec<Weight> {
    let mut weights = Vec::with_capacity(bytes.len() / 2);
    while let [class, first, rest @ ..] = bytes {
        let (value, rest) = match (first.cast_signed(), rest) {
            (WIDE, [a, b, rest @ ..]) => (i16::from_le_bytes([*a, *b]), rest),
            (small, rest) => (i16::from(small), rest),
        };
        weights.push(Weight { class: *class, value });
        bytes = rest;
    }
    weights
}

/// The bits of a feature's hash that choose its slot.
fn low(feature: u64) -> u32 {
    u32::try_from(feature & u64::from(u32::MAX)).unwrap_or_default()
}

/// The class with the largest score; of equals the first.
#[must_use]
pub fn best(scores: &[i32]) -> usize {
    let mut best = 0;
    for (class, &score) in scores.iter().enumerate() {
        if score > scores[best] {
            best = class;
        }
    }
    best
}

impl std::fmt::Debug for Linear {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Linear")
            .field("classes", &self.classes)
            .field("weights", &self.weights.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::super::mix;
    use super::*;

    #[test]
    fn a_model_survives_its_file_and_damage_is_noticed() {
        let features: Vec<_> =
            (0..1000).map(|i| (mix(7, i), vec![(u8::try_from(i % 3).unwrap(), 5), (2, -1000)])).collect();
        let model = Linear::build(3, &features);
        let mut writer = Writer::new();
        model.write(&mut writer);
        let file = writer.finish();
        let read = Linear::read(&mut Reader::new(&file).unwrap()).unwrap();
        let (mut a, mut b) = (Vec::new(), Vec::new());
        for i in 0..1100 {
            model.score(&[mix(7, i), mix(7, i + 1)], &mut a);
            read.score(&[mix(7, i), mix(7, i + 1)], &mut b);
            assert_eq!(a, b);
        }
        model.score(&[mix(7, 3)], &mut a);
        assert_eq!(a, [5, 0, -1000]);
        assert_eq!(best(&a), 0);

        assert!(Reader::new(b"something else").is_err());
        for cut in [12, 16, 20, 30, file.len() / 2, file.len() - 1] {
            assert!(Linear::read(&mut Reader::new(&file[..cut]).unwrap()).is_err(), "cut at {cut}");
        }
    }
}
