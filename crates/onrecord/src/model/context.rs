//! Words in their context: what a word is like, given the words around it.
//!
//! Every word begins as its vector and what is known of it besides ("a capital", "ends in -ing"): one row of [`Units`].
//! A layer looks at a word and one word on either side, and adds what it makes of them; the next layer looks twice as far, and
//! so on (dilated convolutions, Yu & Koltun 2016, with residual connections, He and others 2016), so that four layers see fifteen
//! words on either side. The rows are made once a sentence; the [`Network`](super::Network)s for tags, moves and relations all
//! read them. All numbers are whole: the same rows on every machine.

use super::bytes::{Reader, Writer};
use super::matrix::Matrix;
use super::vectors::{Vector, Vectors, WIDTH};

/// Numbers of a word in its context.
pub const UNITS: usize = WIDTH;

/// A word in its context.
pub type Units = [i16; UNITS];

/// Words that a layer looks at.
pub const TAPS: usize = 3;

/// By how many words those that a layer looks at are apart.
pub const STRIDES: [usize; 4] = [1, 2, 4, 8];

/// Most bits by which weights can be finer than one.
const FINEST: u32 = 16;

/// The layers with what is known of words besides their vectors.
#[derive(Debug)]
pub struct Context {
    /// Bits by which a row is finer than the vectors.
    shift: u32,
    marks: Vec<Units>,
    layers: Vec<Layer>,
}

#[derive(Debug)]
struct Layer {
    /// From the units of every word that is looked at.
    weights: Matrix,
    bias: [i32; UNITS],
    /// Bits by which the sum is finer than a row.
    shift: u32,
}

/// The numbers of a context, as the trainer makes them and the file has them.
#[derive(Debug)]
pub struct ContextNumbers {
    /// Bits by which a row is finer than the vectors.
    pub shift: u32,
    /// Per value of a field: what it brings, in steps of `step`.
    pub marks: Vec<Vector>,
    /// How much of a row a step of the marks is.
    pub step: i16,
    /// One layer for each of [`STRIDES`].
    pub layers: Vec<LayerNumbers>,
}

/// The numbers of a layer.
#[derive(Debug)]
pub struct LayerNumbers {
    /// Per word that is looked at and unit of it: the weight for every unit.
    pub weights: Vec<Vector>,
    /// What is there without words.
    pub bias: [i32; UNITS],
    /// Bits by which a sum is finer than a row.
    pub shift: u32,
}

/// The sentence that is read, word by word. One a thread, used again and again.
#[derive(Debug, Default)]
pub struct Rows {
    rows: Vec<Units>,
    /// What a layer adds.
    more: Vec<Units>,
}

impl Rows {
    /// Forgets everything.
    pub fn clear(&mut self) {
        self.rows.clear();
    }

    /// Number of rows.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The row of a word.
    #[inline]
    pub(super) fn row(&self, word: usize) -> &Units {
        &self.rows[word]
    }
}

impl Context {
    /// A context from its numbers.
    ///
    /// # Errors
    /// Numbers that do not fit each other.
    pub fn new(numbers: ContextNumbers) -> Result<Self, String> {
        let ContextNumbers { shift, marks, step, layers } = numbers;
        let fits = shift < 8
            && layers.len() == STRIDES.len()
            && layers.iter().all(|layer| layer.weights.len() == TAPS * UNITS && layer.shift <= FINEST);
        if !fits {
            return Err("the numbers of the context do not fit each other".to_owned());
        }
        let layer = |LayerNumbers { weights, bias, shift }: LayerNumbers| {
            let weights = Matrix::new(TAPS * UNITS, UNITS, |from, unit| i16::from(weights[from][unit]));
            Layer { weights, bias, shift }
        };
        let marks = marks.iter().map(|row| row.map(|x| i16::from(x).saturating_mul(step))).collect();
        Ok(Self { shift, marks, layers: layers.into_iter().map(layer).collect() })
    }

    /// Number of values of all fields together.
    pub(crate) fn values(&self) -> usize {
        self.marks.len()
    }

    /// Adds a word with its vector's row in `vectors`, and its values.
    pub fn push(&self, row: u32, marks: impl IntoIterator<Item = u32>, vectors: &Vectors, out: &mut Rows) {
        let mut units = vectors.vector(row).map(|x| i16::from(x) << self.shift);
        for mark in marks {
            let row = &self.marks[mark as usize];
            units.iter_mut().zip(row).for_each(|(unit, x)| *unit = unit.saturating_add(*x));
        }
        out.rows.push(units);
    }

    /// Lets the first `words` rows see each other.
    pub fn spread(&self, words: usize, out: &mut Rows) {
        let Rows { rows, more } = out;
        for (layer, stride) in self.layers.iter().zip(STRIDES) {
            let sentence = &mut rows[..words];
            more.clear();
            more.extend((0..words).map(|at| layer.look(sentence, at, stride)));
            for (row, more) in sentence.iter_mut().zip(&*more) {
                row.iter_mut().zip(more).for_each(|(unit, x)| *unit = unit.saturating_add(*x));
            }
        }
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// A file that is damaged or was written by another version.
    pub fn load(file: &[u8]) -> Result<Self, String> {
        let cut = || "the numbers of the context are cut short".to_owned();
        let mut file = Reader::new(file)?;
        let shift = file.u32()?;
        let step = i16::try_from(file.u32()?).map_err(|e| e.to_string())?;
        let table = |bytes: &[u8]| -> Result<Vec<Vector>, String> {
            let (rows, rest) = bytes.as_chunks::<UNITS>();
            let rows = rows.iter().map(|row| row.map(u8::cast_signed)).collect();
            if rest.is_empty() { Ok(rows) } else { Err(cut()) }
        };
        let marks = table(file.bytes()?)?;
        let mut layer = || {
            let weights = table(file.bytes()?)?;
            let (bias, _) = file.bytes()?.as_chunks();
            let bias: [[u8; 4]; UNITS] = bias.try_into().map_err(|_| cut())?;
            Ok(LayerNumbers { weights, bias: bias.map(i32::from_le_bytes), shift: file.u32()? })
        };
        let layers = (0..STRIDES.len()).map(|_| layer()).collect::<Result<_, String>>()?;
        Self::new(ContextNumbers { shift, marks, step, layers })
    }
}

impl Layer {
    /// What it makes of the words around `at`: what is positive of the sums.
    fn look(&self, rows: &[Units], at: usize, stride: usize) -> Units {
        let mut seen = [[0; UNITS]; TAPS];
        for (tap, seen) in seen.iter_mut().enumerate() {
            let place = (at + tap * stride).checked_sub(TAPS / 2 * stride);
            if let Some(row) = place.and_then(|place| rows.get(place)) {
                *seen = *row;
            }
        }
        let mut sums = [0; UNITS];
        self.weights.multiply(seen.as_flattened(), &mut sums);
        std::array::from_fn(|unit| {
            let sum = self.bias[unit].wrapping_add(sums[unit]);
            i16::try_from(sum.max(0) >> self.shift).unwrap_or(i16::MAX)
        })
    }
}

impl ContextNumbers {
    /// The bytes of a model file.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let table = |rows: &[Vector]| rows.iter().flatten().map(|&x| x.cast_unsigned()).collect::<Vec<u8>>();
        let mut file = Writer::new();
        file.u32(self.shift);
        file.u32(u32::from(self.step.unsigned_abs()));
        file.bytes(&table(&self.marks));
        for layer in &self.layers {
            file.bytes(&table(&layer.weights));
            file.bytes(&layer.bias.iter().flat_map(|x| x.to_le_bytes()).collect::<Vec<_>>());
            file.u32(layer.shift);
        }
        file.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Layers that do nothing but the first, which gives a word twice the first number of the word before it as the second.
    fn numbers() -> ContextNumbers {
        let nothing = || LayerNumbers { weights: vec![[0; UNITS]; TAPS * UNITS], bias: [0; UNITS], shift: 1 };
        let mut layers: Vec<_> = STRIDES.iter().map(|_| nothing()).collect();
        layers[0].weights[0][1] = 4;
        let mut marks = vec![[0; UNITS]; 2];
        marks[1][0] = 5;
        ContextNumbers { shift: 2, marks, step: 3, layers }
    }

    #[test]
    fn a_word_sees_its_neighbours_in_the_sentence_alone() {
        let vector = |first: i8| std::array::from_fn(|at| if at == 0 { first } else { 0 });
        let vectors = Vectors::new(&[7, 8], [0, 0, 0, 10, -10].map(vector).to_vec()).unwrap();
        let context = Context::load(&numbers().write()).unwrap();
        let mut rows = Rows::default();
        for (row, mark) in [(3, 0), (4, 1), (3, 1), (3, 0)] {
            context.push(row, [mark], &vectors, &mut rows);
        }
        context.spread(3, &mut rows);
        let seen: Vec<[i16; 2]> = (0..rows.len()).map(|at| [rows.row(at)[0], rows.row(at)[1]]).collect();
        // 10 · 4 and a mark of 5 · 3; the second word is negative, which the rectifier takes away, the fourth no word.
        assert_eq!(seen, [[40, 0], [-25, 80], [55, 0], [40, 0]]);
    }

    #[test]
    fn damage_is_noticed() {
        let file = numbers().write();
        for cut in [0, 12, 15, 17, 200, file.len() / 2, file.len() - 1] {
            assert!(Context::load(&file[..cut]).is_err(), "cut at {cut}");
        }
        assert!(Context::new(ContextNumbers { shift: 9, ..numbers() }).is_err());
        assert!(Context::new(ContextNumbers { layers: Vec::new(), ..numbers() }).is_err());
    }
}
