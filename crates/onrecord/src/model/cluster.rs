//! Classes of words that occur in the same company, made from word vectors: "said" and "added", "Almaty" and "Tashkent".
//!
//! A word that the annotated text does not have still has neighbours that it has. Each word has one class on every
//! [level](LEVELS), from coarse to fine.

use super::bytes::{Reader, Writer};
use super::mix;

/// Bits of the classes' numbers, level by level, from coarse to fine.
pub const LEVELS: [u32; 3] = [6, 8, 10];

/// Bits of a key that choose its bucket.
const BUCKET: u32 = 16;

/// The classes of the commonest words.
#[derive(Debug)]
pub struct Clusters {
    /// Where every bucket of keys begins.
    first: Vec<u32>,
    /// Keys in ascending order, each with its packed classes.
    rows: Vec<(u32, u32)>,
}

/// The key of a word: the upper half of its mixed hash.
fn key(lower: u64) -> u32 {
    u32::try_from(mix(0, lower) >> 32).unwrap_or_default()
}

impl Clusters {
    /// The classes of words, by the hash of the lower-case form. Of words that cannot be told apart one stays.
    #[must_use]
    pub fn new(words: impl IntoIterator<Item = (u64, [u16; LEVELS.len()])>) -> Self {
        let pack = |classes: [u16; LEVELS.len()]| {
            classes.iter().zip(LEVELS).fold(0, |packed, (&class, bits)| packed << bits | u32::from(class))
        };
        let mut rows: Vec<_> =
            words.into_iter().map(|(lower, classes)| (key(lower), pack(classes))).collect();
        rows.sort_unstable();
        rows.dedup_by_key(|row| row.0);
        Self::index(rows)
    }

    fn index(rows: Vec<(u32, u32)>) -> Self {
        let mut first = vec![0; (1 << BUCKET) + 1];
        for row in &rows {
            first[(row.0 >> (32 - BUCKET)) as usize + 1] += 1;
        }
        for bucket in 1..first.len() {
            first[bucket] += first[bucket - 1];
        }
        Self { first, rows }
    }

    /// The classes of the word whose lower-case form has hash `lower`, counted from 1; 0 for a word without.
    #[must_use]
    #[inline]
    pub fn of(&self, lower: u64) -> [u64; LEVELS.len()] {
        let key = key(lower);
        let bucket = (key >> (32 - BUCKET)) as usize;
        let rows = self.first[bucket] as usize..self.first[bucket + 1] as usize;
        let Some(row) = self.rows[rows].iter().find(|row| row.0 == key) else { return [0; LEVELS.len()] };
        let mut packed = row.1;
        let mut classes = [0; LEVELS.len()];
        for (class, bits) in classes.iter_mut().zip(LEVELS).rev() {
            *class = u64::from(packed & ((1 << bits) - 1)) + 1;
            packed >>= bits;
        }
        classes
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// A file that is damaged or was written by another version.
    pub fn load(file: &[u8]) -> Result<Self, String> {
        let mut file = Reader::new(file)?;
        let (keys, classes) = (file.bytes()?, file.bytes()?);
        if keys.len() % 4 != 0 || classes.len() != keys.len() / 4 * 3 {
            return Err("the keys of the word classes do not fit the classes".to_owned());
        }
        let rows: Vec<(u32, u32)> = keys
            .chunks_exact(4)
            .zip(classes.chunks_exact(3))
            .map(|(k, c)| {
                (u32::from_le_bytes([k[0], k[1], k[2], k[3]]), u32::from_le_bytes([c[0], c[1], c[2], 0]))
            })
            .collect();
        if !rows.is_sorted_by_key(|row| row.0) {
            return Err("the keys of the word classes are out of order".to_owned());
        }
        Ok(Self::index(rows))
    }

    /// The bytes of a model file.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut file = Writer::new();
        file.bytes(&self.rows.iter().flat_map(|row| row.0.to_le_bytes()).collect::<Vec<_>>());
        file.bytes(
            &self.rows.iter().flat_map(|row| row.1.to_le_bytes().into_iter().take(3)).collect::<Vec<_>>(),
        );
        file.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::super::hash;
    use super::*;

    #[test]
    fn words_keep_their_classes_through_the_file_and_others_have_none() {
        let words = [("said", [1, 2, 3]), ("almaty", [63, 255, 1023]), ("the", [0, 0, 0])];
        let file = Clusters::new(words.map(|(word, classes)| (hash(word), classes))).write();
        let read = Clusters::load(&file).unwrap();
        #[rustfmt::skip]
        let cases = [
            ("said",   [2, 3, 4]),
            ("almaty", [64, 256, 1024]),
            ("the",    [1, 1, 1]),
            ("Said",   [0, 0, 0]),
            ("",       [0, 0, 0]),
        ];
        for (word, expected) in cases {
            assert_eq!(read.of(hash(word)), expected, "{word}");
        }
        for cut in [4, 12, 20, file.len() - 1] {
            assert!(Clusters::load(&file[..cut]).is_err(), "cut at {cut}");
        }
    }
}
