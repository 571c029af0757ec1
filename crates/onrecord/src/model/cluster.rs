//! Classes of words that occur in the same company, made from word vectors: "said" and "added", "Almaty" and "Tashkent".
//!
//! A word that the annotated text does not have still has neighbours that it has. Each word has one class on every
//! [level](LEVELS), from coarse to fine.

use std::collections::BTreeMap;

use super::bytes::{Reader, Writer};
use super::keys::{Keys, key};

/// Bits of the classes' numbers, level by level, from coarse to fine.
pub const LEVELS: [u32; 3] = [6, 8, 10];

/// The classes of the commonest words.
#[derive(Debug)]
pub struct Clusters {
    keys: Keys,
    /// The packed classes of every key.
    classes: Vec<u32>,
}

impl Clusters {
    /// The classes of words, by the hash of the lower-case form. Of words that cannot be told apart one stays.
    #[must_use]
    pub fn new(words: impl IntoIterator<Item = (u64, [u16; LEVELS.len()])>) -> Self {
        let pack = |classes: [u16; LEVELS.len()]| {
            classes.iter().zip(LEVELS).fold(0, |packed, (&class, bits)| packed << bits | u32::from(class))
        };
        let rows: BTreeMap<u32, u32> =
            words.into_iter().map(|(lower, classes)| (key(lower), pack(classes))).collect();
        let (keys, classes) = rows.into_iter().unzip();
        Self { keys: Keys::new(keys), classes }
    }

    /// The classes of the word whose lower-case form has hash `lower`, counted from 1; 0 for a word without.
    #[must_use]
    #[inline]
    pub fn of(&self, lower: u64) -> [u64; LEVELS.len()] {
        let Some(row) = self.keys.find(lower) else { return [0; LEVELS.len()] };
        let mut packed = self.classes[row];
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
        let (keys, classes) = (Keys::read(file.bytes()?)?, file.bytes()?.as_chunks::<3>().0);
        if classes.len() != keys.len() {
            return Err("the keys of the word classes do not fit the classes".to_owned());
        }
        let classes = classes.iter().map(|&[a, b, c]| u32::from_le_bytes([a, b, c, 0])).collect();
        Ok(Self { keys, classes })
    }

    /// The bytes of a model file.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut file = Writer::new();
        file.bytes(&self.keys.bytes());
        file.bytes(
            &self.classes.iter().flat_map(|row| row.to_le_bytes().into_iter().take(3)).collect::<Vec<_>>(),
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
