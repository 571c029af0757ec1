//! A feed-forward network with one hidden layer over words and marks (Chen & Manning 2014).
//!
//! A [`Situation`] has a word in each of a fixed number of slots ("the top of the stack", "its first child") and a value in
//! each of a fixed number of fields ("the tag of the word in slot 3", "how far apart they are"). Every word brings its
//! vector, every slot turns a vector into a part of the hidden layer, every value brings a part of its own; what is
//! positive of their sum is weighted for every class, and the class with the largest score wins.
//!
//! The first layer is a sum, so the part of a word in a slot is made once and kept ([`Memo`]), and that of a common word is
//! made as the network is loaded. All numbers are whole: the same scores on every machine.

use super::bytes::{Reader, Writer};
use super::vectors::{Vector, Vectors, WIDTH};

/// Units of the hidden layer.
pub const HIDDEN: usize = 128;

/// One number a unit of the hidden layer.
pub type Hidden = [i16; HIDDEN];

/// Numbers of a vector, filled up so that they are multiplied eight at a time.
const PADDED: usize = WIDTH.next_multiple_of(8);

/// A lead with which one network decides alone: nine decisions in ten, with the same parses to a hundredth of a point (measured
/// 2026-11).
const SURE: i32 = 300_000;

/// Units whose sums stay in registers.
const BLOCK: usize = 64;

/// The first rows of the vectors are the commonest words: their parts are made as the network is loaded.
const COMMON: usize = 500;

/// What a network decides on. Slots and fields are told in a fixed order.
#[derive(Clone, Debug, Default)]
pub struct Situation {
    /// The word in every slot, as its place in the sentence.
    words: Vec<u32>,
    /// The value of every field, counted over all fields.
    marks: Vec<u32>,
    /// Where the values of the next field begin.
    next: u32,
}

impl Situation {
    /// Forgets everything.
    pub fn clear(&mut self) {
        self.words.clear();
        self.marks.clear();
        self.next = 0;
    }

    /// The next slot has the word at `place` in the sentence.
    #[inline]
    pub fn word(&mut self, place: usize) {
        self.words.push(u32::try_from(place).unwrap_or(u32::MAX));
    }

    /// The next field, which has `size` values, has `value`; larger ones count as the last.
    #[inline]
    pub fn mark(&mut self, value: usize, size: u32) {
        let value = u32::try_from(value).unwrap_or(u32::MAX);
        self.marks.push(self.next + value.min(size - 1));
        self.next += size;
    }

    /// The words, one a slot.
    #[must_use]
    pub fn words(&self) -> &[u32] {
        &self.words
    }

    /// The values, one a field.
    #[must_use]
    pub fn marks(&self) -> &[u32] {
        &self.marks
    }

    /// Slots, and values of all fields together.
    #[must_use]
    pub fn size(&self) -> [usize; 2] {
        [self.words.len(), self.next as usize]
    }
}

/// The vectors of the sentence that is read, and parts that are made already. One a thread and committee, used again and
/// again.
#[derive(Debug)]
pub struct Memo {
    /// The row of the vector of every word.
    rows: Vec<u32>,
    /// Slots of all networks together.
    slots: usize,
    /// Row and slot of every kept part, and the parts, at the place that row and slot give; a later one takes the place of an
    /// earlier one. Words come back in a document, so that most parts are made once.
    keys: Vec<u64>,
    parts: Vec<Hidden>,
}

/// Parts that are kept; a power of two.
const KEPT: usize = 2048;

impl Default for Memo {
    fn default() -> Self {
        Self { rows: Vec::new(), slots: 0, keys: vec![0; KEPT], parts: vec![[0; HIDDEN]; KEPT] }
    }
}

/// The network.
pub struct Network {
    slots: usize,
    /// Per slot and unit: the weights of the numbers of a vector.
    weights: Vec<[[i16; PADDED]; HIDDEN]>,
    /// Bits by which a part is finer than the hidden layer.
    shift: u32,
    marks: Vec<Hidden>,
    bias: Hidden,
    out: Vec<Hidden>,
    out_bias: Vec<i32>,
    /// Per common word and slot.
    common: Vec<Hidden>,
}

/// The numbers of a network, as the trainer makes them and the file has them.
#[derive(Debug)]
pub struct Numbers {
    /// Per slot and number of a vector: the weight for every unit.
    pub weights: Vec<[[i8; HIDDEN]; WIDTH]>,
    /// Bits by which a vector times its weights is finer than the hidden layer.
    pub shift: u32,
    /// Per value of a field: what it brings, in steps of `step`.
    pub marks: Vec<[i8; HIDDEN]>,
    /// How much of the hidden layer a step of the marks is.
    pub step: i16,
    /// What is there without words and values.
    pub bias: Hidden,
    /// Per class: the weight of every unit, small enough for sums of 32 bits.
    pub out: Vec<Hidden>,
    /// Per class: the score without units.
    pub out_bias: Vec<i32>,
}

/// Largest weight of a unit for a class: 128 units of 32767 stay below 2³¹.
pub const LARGEST: i16 = 500;

impl Network {
    /// A network from its numbers.
    ///
    /// # Errors
    /// Numbers that do not fit each other.
    pub fn new(numbers: Numbers, vectors: &Vectors) -> Result<Self, String> {
        let Numbers { weights, shift, marks, step, bias, out, out_bias } = numbers;
        let fits = shift < 31
            && out.len() == out_bias.len()
            && out.iter().flatten().all(|w| w.unsigned_abs() <= LARGEST.unsigned_abs());
        if !fits {
            return Err("the numbers of a network do not fit each other".to_owned());
        }
        let weight = |slot: &[[i8; HIDDEN]; WIDTH], unit: usize| {
            std::array::from_fn(|at| slot.get(at).map_or(0, |row| row[unit].into()))
        };
        let weights: Vec<_> =
            weights.iter().map(|slot| std::array::from_fn(|unit| weight(slot, unit))).collect();
        let marks = marks.iter().map(|row| row.map(|x| i16::from(x).saturating_mul(step))).collect();
        let mut network =
            Self { slots: weights.len(), weights, shift, marks, bias, out, out_bias, common: Vec::new() };
        let common = (0..u32::try_from(COMMON.min(vectors.len())).unwrap_or_default())
            .flat_map(|row| (0..network.slots).map(move |slot| (row, slot)));
        network.common = common.map(|(row, slot)| network.part(vectors.vector(row), slot)).collect();
        Ok(network)
    }

    /// Adds what the words and values of `situation` bring to the scores. `base`: the network's place among the slots of
    /// all.
    fn score(
        &self,
        situation: &Situation,
        vectors: &Vectors,
        base: usize,
        memo: &mut Memo,
        scores: &mut [i32],
    ) {
        let mut hidden = self.bias;
        for (slot, &word) in situation.words.iter().enumerate() {
            let row = memo.rows[word as usize];
            let part = match self.common.get(row as usize * self.slots + slot) {
                Some(part) => part,
                None => self.recall(row, slot, vectors, base, memo),
            };
            for (sum, part) in hidden.as_chunks_mut().0.iter_mut().zip(part.as_chunks().0) {
                add(sum, part);
            }
        }
        for (block, units) in hidden.as_chunks_mut::<BLOCK>().0.iter_mut().enumerate() {
            // A plain loop, so that the sums of a block stay in registers.
            let mut sums = *units;
            for &mark in &situation.marks {
                add(&mut sums, &self.marks[mark as usize].as_chunks::<BLOCK>().0[block]);
            }
            for unit in 0..BLOCK {
                units[unit] = sums[unit].max(0);
            }
        }
        for ((score, weights), bias) in scores.iter_mut().zip(&self.out).zip(&self.out_bias) {
            *score = score.wrapping_add(*bias).wrapping_add(dot(weights, &hidden));
        }
    }

    /// The part of an uncommon word, from `memo` or made anew.
    fn recall<'m>(
        &self,
        row: u32,
        slot: usize,
        vectors: &Vectors,
        base: usize,
        memo: &'m mut Memo,
    ) -> &'m Hidden {
        let at = row as usize * memo.slots + base + slot;
        // Rows and slots count from 0, an empty place has key 0.
        let (key, place) = (at as u64 + 1, at & (KEPT - 1));
        if memo.keys[place] != key {
            memo.keys[place] = key;
            memo.parts[place] = self.part(vectors.vector(row), slot);
        }
        &memo.parts[place]
    }

    /// What a word with `vector` brings in `slot`.
    fn part(&self, vector: &Vector, slot: usize) -> Hidden {
        let mut wide = [0; PADDED];
        wide.iter_mut().zip(vector).for_each(|(wide, &x)| *wide = x.into());
        let mut part = [0; HIDDEN];
        for (unit, weights) in part.iter_mut().zip(&self.weights[slot]) {
            let rounded = (dot(weights, &wide) + (1 << self.shift >> 1)) >> self.shift;
            *unit = i16::try_from(rounded).unwrap_or(if rounded < 0 { i16::MIN } else { i16::MAX });
        }
        part
    }

    /// Reads a network from a file.
    ///
    /// # Errors
    /// Numbers that do not fit each other.
    pub fn read(file: &mut Reader, vectors: &Vectors) -> Result<Self, String> {
        let cut = || "the numbers of a network are cut short".to_owned();
        let shift = file.u32()?;
        let (weights, rest) = file.bytes()?.as_chunks::<{ WIDTH * HIDDEN }>();
        if !rest.is_empty() {
            return Err(cut());
        }
        let weight = |slot: &[u8; WIDTH * HIDDEN]| {
            std::array::from_fn(|at| std::array::from_fn(|unit| slot[at * HIDDEN + unit].cast_signed()))
        };
        let weights = weights.iter().map(weight).collect();
        let step = i16::try_from(file.u32()?).map_err(|e| e.to_string())?;
        let (marks, rest) = file.bytes()?.as_chunks::<HIDDEN>();
        if !rest.is_empty() {
            return Err(cut());
        }
        let marks = marks.iter().map(|row| row.map(u8::cast_signed)).collect();
        let mut table = || -> Result<Vec<Hidden>, String> {
            let (rows, rest) = file.bytes()?.as_chunks::<{ 2 * HIDDEN }>();
            let row = |row: &[u8; 2 * HIDDEN]| {
                std::array::from_fn(|unit| i16::from_le_bytes([row[2 * unit], row[2 * unit + 1]]))
            };
            if rest.is_empty() { Ok(rows.iter().map(row).collect()) } else { Err(cut()) }
        };
        let (bias, out) = (table()?, table()?);
        let [bias] = bias[..] else { return Err(cut()) };
        let out_bias = file.bytes()?.as_chunks().0.iter().map(|&bytes| i32::from_le_bytes(bytes)).collect();
        Self::new(Numbers { weights, shift, marks, step, bias, out, out_bias }, vectors)
    }
}

/// Networks that decide together: the scores of those that are asked are added up. The next one is asked while the best class
/// hardly leads.
#[derive(Debug)]
pub struct Committee(Vec<Network>);

impl Committee {
    /// Networks that agree in their classes.
    ///
    /// # Errors
    /// No network, or networks that differ in slots, values or classes.
    pub fn new(networks: Vec<Network>) -> Result<Self, String> {
        let size = |network: &Network| (network.slots, network.marks.len(), network.out.len());
        let [first, rest @ ..] = &networks[..] else { return Err("a committee has members".to_owned()) };
        if rest.iter().all(|network| size(network) == size(first)) {
            Ok(Self(networks))
        } else {
            Err("the members of a committee differ".to_owned())
        }
    }

    /// Reads a model file: the number of members, then each of them.
    ///
    /// # Errors
    /// A file that is damaged or was written by another version.
    pub fn load(file: &[u8], vectors: &Vectors) -> Result<Self, String> {
        let mut file = Reader::new(file)?;
        let members = file.u32()?;
        Self::new((0..members).map(|_| Network::read(&mut file, vectors)).collect::<Result<_, _>>()?)
    }

    /// Whether it decides situations as large as `situation` among `classes` classes.
    #[must_use]
    pub fn fits(&self, situation: &Situation, classes: usize) -> bool {
        let fits = |network: &Network| {
            situation.size() == [network.slots, network.marks.len()] && network.out.len() == classes
        };
        self.0.iter().all(fits)
    }

    /// Begins a sentence whose words have the vectors `rows`; then come the rows for an empty slot and for the root.
    pub fn begin(&self, rows: &[u32], memo: &mut Memo) {
        memo.rows.clear();
        memo.rows.extend(rows);
        memo.slots = self.0.iter().map(|network| network.slots).sum();
    }

    /// The score of every class in `situation`, into `scores`. Allocates nothing once `memo` has seen a sentence as long.
    pub fn score(&self, situation: &Situation, vectors: &Vectors, memo: &mut Memo, scores: &mut Vec<i32>) {
        scores.clear();
        scores.resize(self.0.first().map_or(0, |network| network.out.len()), 0);
        let mut base = 0;
        for network in &self.0 {
            network.score(situation, vectors, base, memo, scores);
            base += network.slots;
            if lead(scores) >= SURE {
                break;
            }
        }
    }
}

impl Numbers {
    /// Adds the numbers to a file.
    pub fn write(&self, file: &mut Writer) {
        let table =
            |rows: &[Hidden]| rows.iter().flatten().flat_map(|x| x.to_le_bytes()).collect::<Vec<u8>>();
        file.u32(self.shift);
        file.bytes(&self.weights.iter().flatten().flatten().map(|&w| w.cast_unsigned()).collect::<Vec<_>>());
        file.u32(u32::from(self.step.unsigned_abs()));
        file.bytes(&self.marks.iter().flatten().map(|&x| x.cast_unsigned()).collect::<Vec<_>>());
        file.bytes(&table(&[self.bias]));
        file.bytes(&table(&self.out));
        file.bytes(&self.out_bias.iter().flat_map(|x| x.to_le_bytes()).collect::<Vec<_>>());
    }
}

/// By how much the largest score leads the next one.
fn lead(scores: &[i32]) -> i32 {
    let [mut first, mut second] = [i32::MIN / 2; 2];
    for &score in scores {
        (first, second) = if score > first { (score, first) } else { (first, second.max(score)) };
    }
    first.saturating_sub(second)
}

/// Adds a part to the sums of a block; what would leave the range stays at its end.
#[inline]
fn add(sums: &mut [i16; BLOCK], part: &[i16; BLOCK]) {
    for unit in 0..BLOCK {
        sums[unit] = sums[unit].saturating_add(part[unit]);
    }
}

/// The sum of the products; [`LARGEST`] keeps it in range. Not inlined: where the compiler knows the length it unrolls the loop
/// into single products, which take three times as long as eight at once (Rust 1.95).
#[inline(never)]
fn dot(weights: &[i16], units: &[i16]) -> i32 {
    weights.iter().zip(units).map(|(&w, &unit)| i32::from(w) * i32::from(unit)).sum()
}

impl std::fmt::Debug for Network {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Network")
            .field("slots", &self.slots)
            .field("marks", &self.marks.len())
            .field("classes", &self.out.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Writer;

    /// A network of one slot and two fields that likes words with a large first number, and the second value of the last
    /// field.
    fn numbers() -> Numbers {
        let mut weights = [[0; HIDDEN]; WIDTH];
        weights[0][0] = 4;
        let mut marks = vec![[0; HIDDEN]; 5];
        marks[4][1] = 3;
        let mut out = vec![[0; HIDDEN]; 2];
        out[1][0] = 1;
        out[1][1] = 10;
        Numbers {
            weights: vec![weights],
            shift: 1,
            marks,
            step: 2,
            bias: [0; HIDDEN],
            out,
            out_bias: vec![5, 0],
        }
    }

    fn vectors() -> Vectors {
        let vector = |first: i8| std::array::from_fn(|at| if at == 0 { first } else { 0 });
        Vectors::new(&[7, 8], [0, 0, 0, 100, -100].map(vector).to_vec()).unwrap()
    }

    #[test]
    fn scores_are_the_sums_of_words_and_values_in_every_member() {
        let vectors = vectors();
        let mut file = Writer::new();
        file.u32(2);
        numbers().write(&mut file);
        numbers().write(&mut file);
        let file = file.finish();
        let committee = Committee::load(&file, &vectors).unwrap();
        let (mut memo, mut scores) = (Memo::default(), Vec::new());
        committee.begin(&[3, 4, 0, 1], &mut memo);
        #[rustfmt::skip]
        let cases = [
            // The first word brings 100 · 4 / 2 = 200; the other one is negative, which the rectifier takes away.
            (0, 0, [10, 400]), (1, 0, [10, 0]), (2, 0, [10, 0]),
            // The value brings 3 · 2 = 6; a larger one counts as the last.
            (0, 1, [10, 520]), (0, 9, [10, 520]), (3, 1, [10, 120]),
        ];
        for (word, value, expected) in cases {
            let mut situation = Situation::default();
            situation.word(word);
            situation.mark(0, 3);
            situation.mark(value, 2);
            assert!(committee.fits(&situation, 2) && !committee.fits(&situation, 3));
            committee.score(&situation, &vectors, &mut memo, &mut scores);
            assert_eq!(scores, expected, "word {word}, value {value}");
        }
    }

    #[test]
    fn damage_is_noticed() {
        let mut file = Writer::new();
        file.u32(1);
        numbers().write(&mut file);
        let file = file.finish();
        assert!(Committee::load(&file, &vectors()).is_ok());
        for cut in [0, 12, 15, 17, 30, file.len() / 2, file.len() - 1] {
            assert!(Committee::load(&file[..cut], &vectors()).is_err(), "cut at {cut}");
        }
        let large = Numbers { out: vec![[LARGEST + 1; HIDDEN]; 2], ..numbers() };
        assert!(Network::new(large, &vectors()).is_err());
        assert!(Committee::new(Vec::new()).is_err());
    }
}
