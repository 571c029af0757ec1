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
use super::situation::Situation;
use super::vectors::{Vector, Vectors, WIDTH};

/// Units of the hidden layer.
pub const HIDDEN: usize = 128;

/// One number a unit of the hidden layer.
pub type Hidden = [i16; HIDDEN];

/// Numbers of a vector, filled up so that they are multiplied eight at a time.
const PADDED: usize = WIDTH.next_multiple_of(8);

/// Units whose sums stay in registers.
const BLOCK: usize = 64;

/// The first rows of the vectors are the commonest words: their parts are made as the network is loaded.
const COMMON: usize = 500;

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

impl Memo {
    /// Begins a sentence whose words have the vectors `rows`, for networks with `slots` slots together.
    pub(super) fn begin(&mut self, rows: &[u32], slots: usize) {
        self.rows.clear();
        self.rows.extend(rows);
        self.slots = slots;
    }
}

impl Network {
    /// Slots, values of all fields together, and classes.
    pub(super) fn size(&self) -> [usize; 3] {
        [self.slots, self.marks.len(), self.out.len()]
    }

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
    pub(super) fn score(
        &self,
        situation: &Situation,
        vectors: &Vectors,
        base: usize,
        memo: &mut Memo,
        scores: &mut [i32],
    ) {
        let mut hidden = self.bias;
        for (slot, &word) in situation.words().iter().enumerate() {
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
            for &mark in situation.marks() {
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

/// Adds a part to the sums of a block; what would leave the range stays at its end.
#[inline]
fn add(sums: &mut [i16; BLOCK], part: &[i16; BLOCK]) {
    for unit in 0..BLOCK {
        sums[unit] = sums[unit].saturating_add(part[unit]);
    }
}

/// The sum of the products; [`LARGEST`] keeps it in range. Not inlined: where the compiler knows the length it unrolls the loop
/// into single products instead of eight at once (seen in the machine code of Rust 1.95).
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
