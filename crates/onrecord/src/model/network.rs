//! A feed-forward network with one hidden layer over words and marks (Chen & Manning 2014).
//!
//! A [`Situation`] has a word in each of a fixed number of slots ("the top of the stack", "its first child") and a value in
//! each of a fixed number of fields ("the tag of the word in slot 3", "how far apart they are"). Every word brings its row
//! of the [`Context`](super::Context), every slot turns it into a part of the hidden layer, every value brings a part of its
//! own; what is positive of their sum is weighted for every class, and the class with the largest score wins.
//!
//! The first layer is a sum, so the part of a word in a slot is made once and kept ([`Memo`]). All numbers are whole: the
//! same scores on every machine.

use fearless_simd::prelude::*;
use fearless_simd::{Level, Simd, dispatch, i16x32};

use super::bytes::{Reader, Writer};
use super::context::{Rows, UNITS, Units};
use super::matrix::Matrix;
use super::situation::Situation;

/// Units of the hidden layer.
pub const HIDDEN: usize = 128;

/// One number a unit of the hidden layer.
pub type Hidden = [i16; HIDDEN];

/// Units whose sums stay in registers.
const BLOCK: usize = 64;

/// The parts of a sentence's words that are made already. One a thread and network, used again and again.
#[derive(Debug, Default)]
pub struct Memo {
    /// Per word and slot: the place of its part, plus one.
    places: Vec<u32>,
    parts: Vec<Hidden>,
}

/// The network.
pub struct Network {
    /// Per slot: from the units of a word.
    weights: Vec<Matrix>,
    /// Bits by which a part is finer than the hidden layer.
    shift: u32,
    marks: Vec<Hidden>,
    bias: Hidden,
    out: Matrix,
    level: Level,
    out_bias: Vec<i32>,
}

/// The numbers of a network, as the trainer makes them and the file has them.
#[derive(Debug)]
pub struct Numbers {
    /// Per slot and unit of a word: the weight for every unit.
    pub weights: Vec<[[i8; HIDDEN]; UNITS]>,
    /// Bits by which a word times its weights is finer than the hidden layer.
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

impl Memo {
    /// Forgets everything, for a sentence of `words` rows and a network of `slots` slots.
    fn clear(&mut self, words: usize, slots: usize) {
        self.places.clear();
        self.places.resize(words * slots, 0);
        self.parts.clear();
    }
}

impl Network {
    /// Whether it decides situations as large as `situation` among `classes` classes.
    #[must_use]
    pub fn fits(&self, situation: &Situation, classes: usize) -> bool {
        situation.size() == [self.weights.len(), self.marks.len()] && classes == self.out.outputs()
    }

    /// A network from its numbers.
    ///
    /// # Errors
    /// Numbers that do not fit each other.
    pub fn new(numbers: Numbers) -> Result<Self, String> {
        let Numbers { weights, shift, marks, step, bias, out, out_bias } = numbers;
        let fits = shift < 31
            && out.len() == out_bias.len()
            && out.iter().flatten().all(|w| w.unsigned_abs() <= LARGEST.unsigned_abs());
        if !fits {
            return Err("the numbers of a network do not fit each other".to_owned());
        }
        let slot =
            |slot: &[[i8; HIDDEN]; UNITS]| Matrix::new(UNITS, HIDDEN, |at, unit| i16::from(slot[at][unit]));
        let weights = weights.iter().map(slot).collect();
        let marks = marks.iter().map(|row| row.map(|x| i16::from(x).saturating_mul(step))).collect();
        let out = Matrix::new(HIDDEN, out.len(), |unit, class| out[class][unit]);
        Ok(Self { weights, shift, marks, bias, out, level: Level::new(), out_bias })
    }

    /// Begins a sentence.
    pub fn begin(&self, words: &Rows, memo: &mut Memo) {
        memo.clear(words.len(), self.weights.len());
    }

    /// The score of every class in `situation`, into `scores`. Allocates nothing once `memo` has seen a sentence as long.
    pub fn score(&self, situation: &Situation, words: &Rows, memo: &mut Memo, scores: &mut Vec<i32>) {
        let slots = self.weights.len();
        for (slot, &word) in situation.words().iter().enumerate() {
            self.make(word as usize, slot, words, memo);
        }
        let part = |(slot, &word): (usize, &u32)| {
            &memo.parts[memo.places[word as usize * slots + slot] as usize - 1]
        };
        let parts = situation.words().iter().enumerate().map(part);
        let marks = situation.marks().iter().map(|&mark| &self.marks[mark as usize]);
        let hidden = dispatch!(self.level, simd => rectified(simd, &self.bias, parts.chain(marks)));
        scores.clear();
        scores.resize(self.out.outputs(), 0);
        self.out.multiply(&hidden, scores);
        scores.iter_mut().zip(&self.out_bias).for_each(|(score, bias)| *score = score.wrapping_add(*bias));
    }

    /// Sees to it that `memo` has what a word brings in a slot.
    fn make(&self, word: usize, slot: usize, words: &Rows, memo: &mut Memo) {
        let place = &mut memo.places[word * self.weights.len() + slot];
        if *place == 0 {
            memo.parts.push(self.made(words.row(word), slot));
            *place = u32::try_from(memo.parts.len()).unwrap_or_default();
        }
    }

    /// What a word brings in a slot.
    fn made(&self, word: &Units, slot: usize) -> Hidden {
        let mut sums = [0; HIDDEN];
        self.weights[slot].multiply(word, &mut sums);
        sums.map(|sum| {
            let rounded = (sum + (1 << self.shift >> 1)) >> self.shift;
            i16::try_from(rounded).unwrap_or(if rounded < 0 { i16::MIN } else { i16::MAX })
        })
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// A file that is damaged or was written by another version.
    pub fn load(file: &[u8]) -> Result<Self, String> {
        let cut = || "the numbers of a network are cut short".to_owned();
        let mut file = Reader::new(file)?;
        let shift = file.u32()?;
        let (weights, rest) = file.bytes()?.as_chunks::<{ UNITS * HIDDEN }>();
        if !rest.is_empty() {
            return Err(cut());
        }
        let weight = |slot: &[u8; UNITS * HIDDEN]| {
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
        Self::new(Numbers { weights, shift, marks, step, bias, out, out_bias })
    }
}

impl Numbers {
    /// The bytes of a model file.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut file = Writer::new();
        let table =
            |rows: &[Hidden]| rows.iter().flatten().flat_map(|x| x.to_le_bytes()).collect::<Vec<u8>>();
        file.u32(self.shift);
        file.bytes(&self.weights.iter().flatten().flatten().map(|&w| w.cast_unsigned()).collect::<Vec<_>>());
        file.u32(u32::from(self.step.unsigned_abs()));
        file.bytes(&self.marks.iter().flatten().map(|&x| x.cast_unsigned()).collect::<Vec<_>>());
        file.bytes(&table(&[self.bias]));
        file.bytes(&table(&self.out));
        file.bytes(&self.out_bias.iter().flat_map(|x| x.to_le_bytes()).collect::<Vec<_>>());
        file.finish()
    }
}

/// What is positive of the sum of rows; what would leave the range stays at its end.
#[inline(always)]
#[allow(clippy::inline_always, reason = "only what is inlined is made for the processor")]
fn rectified<'r, S: Simd>(simd: S, bias: &Hidden, rows: impl Iterator<Item = &'r Hidden> + Clone) -> Hidden {
    let mut hidden = *bias;
    for (block, units) in hidden.as_chunks_mut::<BLOCK>().0.iter_mut().enumerate() {
        let (low, high) = units.split_at_mut(BLOCK / 2);
        let mut sums = [i16x32::from_slice(simd, low), i16x32::from_slice(simd, high)];
        for row in rows.clone() {
            let (low, high) = row.as_chunks::<BLOCK>().0[block].split_at(BLOCK / 2);
            sums[0] = sums[0].saturating_add(i16x32::from_slice(simd, low));
            sums[1] = sums[1].saturating_add(i16x32::from_slice(simd, high));
        }
        let zero = i16x32::splat(simd, 0);
        sums[0].max(zero).store_slice(low);
        sums[1].max(zero).store_slice(high);
    }
    hidden
}

impl std::fmt::Debug for Network {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Network")
            .field("slots", &self.weights.len())
            .field("marks", &self.marks.len())
            .field("classes", &self.out.outputs())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Context, ContextNumbers, LayerNumbers, STRIDES, TAPS, Vectors};

    /// A network of one slot and two fields that likes words with a large first number, and the second value of the last
    /// field.
    fn numbers() -> Numbers {
        let mut weights = vec![[[0; HIDDEN]; UNITS]];
        weights[0][0][0] = 4;
        let mut marks = vec![[0; HIDDEN]; 5];
        marks[4][1] = 3;
        let mut out = vec![[0; HIDDEN]; 2];
        out[1][0] = 1;
        out[1][1] = 10;
        Numbers { weights, shift: 1, marks, step: 2, bias: [0; HIDDEN], out, out_bias: vec![5, 0] }
    }

    /// Two words with 100 and -100 for their first number, and nothing.
    fn words() -> Rows {
        let nothing = || LayerNumbers { weights: vec![[0; UNITS]; TAPS * UNITS], bias: [0; UNITS], shift: 0 };
        let layers = STRIDES.map(|_| nothing()).into();
        let context = Context::new(ContextNumbers { shift: 0, marks: Vec::new(), step: 1, layers }).unwrap();
        let vector = |first: i8| std::array::from_fn(|at| if at == 0 { first } else { 0 });
        let vectors = Vectors::new(&[7, 8], [0, 0, 0, 100, -100].map(vector).to_vec()).unwrap();
        let mut rows = Rows::default();
        for row in [3, 4, 0] {
            context.push(row, [], &vectors, &mut rows);
        }
        rows
    }

    #[test]
    fn scores_are_the_sums_of_words_and_values() {
        let words = words();
        let network = Network::load(&numbers().write()).unwrap();
        let (mut memo, mut scores) = (Memo::default(), Vec::new());
        network.begin(&words, &mut memo);
        #[rustfmt::skip]
        let cases = [
            // The first word brings 100 · 4 / 2 = 200; the other one is negative, which the rectifier takes away.
            (0, 0, [5, 200]), (1, 0, [5, 0]), (2, 0, [5, 0]),
            // The value brings 3 · 2 = 6; a larger one counts as the last.
            (0, 1, [5, 260]), (0, 9, [5, 260]), (1, 1, [5, 60]),
        ];
        for (word, value, expected) in cases {
            let mut situation = Situation::default();
            situation.word(word);
            situation.mark(0, 3);
            situation.mark(value, 2);
            assert!(network.fits(&situation, 2) && !network.fits(&situation, 3));
            network.score(&situation, &words, &mut memo, &mut scores);
            assert_eq!(scores, expected, "word {word}, value {value}");
        }
    }

    #[test]
    fn damage_is_noticed() {
        let file = numbers().write();
        for cut in [0, 12, 15, 17, 30, file.len() / 2, file.len() - 1] {
            assert!(Network::load(&file[..cut]).is_err(), "cut at {cut}");
        }
        let large = Numbers { out: vec![[LARGEST + 1; HIDDEN]; 2], ..numbers() };
        assert!(Network::new(large).is_err());
    }
}
