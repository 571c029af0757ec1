//! Vectors of words: words that occur in the same company have vectors that point the same way.
//!
//! The vectors begin as public ones of a large corpus and are then fitted to the treebanks with the parser. A word without a
//! vector has that of its ending, among words of the same make: a new word in *-ing* is most often a verb.

use super::bytes::{Reader, Writer};
use super::keys::{Keys, key};

/// Numbers of a vector.
pub const WIDTH: usize = 160;

/// One word's vector, as whole numbers on a scale of the whole table.
pub type Vector = [i8; WIDTH];

/// Rows that stand for no word: an empty slot, the root, a word of which nothing is known.
pub const SPECIAL: usize = 3;
/// The row of an empty slot.
pub const NOTHING: u32 = 0;
/// The row of the root.
pub const ROOT: u32 = 1;
/// The row of a word of which nothing is known.
pub const UNKNOWN: u32 = 2;

/// The vectors of words and of endings.
#[derive(Debug)]
pub struct Vectors {
    keys: Keys,
    /// The row of every key.
    rows: Vec<u32>,
    table: Vec<Vector>,
}

impl Vectors {
    /// A table from vectors, the first [`SPECIAL`] of which stand for no word, and the hashes of the others; `None` where
    /// there is not one for each. Of words that cannot be told apart the first stays.
    #[must_use]
    pub fn new(hashes: &[u64], vectors: Vec<Vector>) -> Option<Self> {
        let row = |at: usize| u32::try_from(at + SPECIAL).unwrap_or(u32::MAX);
        let mut rows: Vec<(u32, u32)> =
            hashes.iter().enumerate().map(|(at, &hash)| (key(hash), row(at))).collect();
        rows.sort_unstable();
        rows.dedup_by_key(|row| row.0);
        let (keys, rows) = rows.into_iter().unzip();
        (hashes.len() + SPECIAL == vectors.len()).then(|| Self {
            keys: Keys::new(keys),
            rows,
            table: vectors,
        })
    }

    /// The row of a word: its own, or that of its longest known ending.
    #[inline]
    pub(crate) fn row(&self, lower: u64, endings: impl Iterator<Item = u64>) -> u32 {
        let mut known = std::iter::once(lower).chain(endings).filter_map(|hash| self.keys.find(hash));
        known.next().map_or(UNKNOWN, |at| self.rows[at])
    }

    /// Whether the word has a vector of its own.
    pub(crate) fn has(&self, lower: u64) -> bool {
        self.keys.find(lower).is_some()
    }

    /// The vector of a row.
    #[inline]
    pub(super) fn vector(&self, row: u32) -> &Vector {
        &self.table[row as usize]
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// A file that is damaged or was written by another version.
    pub fn load(file: &[u8]) -> Result<Self, String> {
        let mut file = Reader::new(file)?;
        let keys = Keys::read(file.bytes()?)?;
        let rows: Vec<u32> = file.bytes()?.as_chunks().0.iter().map(|&row| u32::from_le_bytes(row)).collect();
        let (vectors, rest) = file.bytes()?.as_chunks::<WIDTH>();
        let fits = rows.len() == keys.len()
            && rest.is_empty()
            && vectors.len() >= SPECIAL
            && rows.iter().all(|&row| (row as usize) < vectors.len());
        if !fits {
            return Err("the vectors do not fit their words".to_owned());
        }
        let vectors = vectors.iter().map(|vector| vector.map(u8::cast_signed)).collect();
        Ok(Self { keys, rows, table: vectors })
    }

    /// The bytes of a model file.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut file = Writer::new();
        file.bytes(&self.keys.bytes());
        file.bytes(&self.rows.iter().flat_map(|row| row.to_le_bytes()).collect::<Vec<_>>());
        file.bytes(&self.table.iter().flatten().map(|&x| x.cast_unsigned()).collect::<Vec<_>>());
        file.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::hash;

    #[test]
    fn a_word_has_its_own_row_or_that_of_its_longest_ending_through_the_file() {
        let hashes = ["said", "ing", "g"].map(hash);
        let vectors = vec![[1; WIDTH]; SPECIAL + hashes.len()];
        let file = Vectors::new(&hashes, vectors).unwrap().write();
        let read = Vectors::load(&file).unwrap();
        #[rustfmt::skip]
        let cases = [
            ("said",   ["aid", "id"], 3),
            ("mining", ["ing", "g"],  4),
            ("bag",    ["ag", "g"],   5),
            ("Said",   ["x", "y"],    UNKNOWN),
            ("",       ["", ""],      UNKNOWN),
        ];
        for (word, endings, expected) in cases {
            assert_eq!(read.row(hash(word), endings.into_iter().map(hash)), expected, "{word}");
        }
        for cut in [4, 12, 20, file.len() - 1] {
            assert!(Vectors::load(&file[..cut]).is_err(), "cut at {cut}");
        }
        assert!(Vectors::new(&hashes, vec![[0; WIDTH]; SPECIAL]).is_none(), "fewer vectors than words");
    }
}
