//! Finds the row of a hashed word.

/// Bits of a key that choose its bucket.
const BUCKET: u32 = 16;

/// Keys of 32 bits in ascending order; the row of a key is its place. A bucket holds a handful of keys, so that finding
/// one costs two places in memory.
#[derive(Debug)]
pub(super) struct Keys {
    /// Where every bucket begins.
    first: Vec<u32>,
    keys: Vec<u32>,
}

/// The key of a hash: its upper half, mixed.
pub(super) fn key(hash: u64) -> u32 {
    u32::try_from(super::mix(0, hash) >> 32).unwrap_or_default()
}

impl Keys {
    /// An index of `keys`, which ascend.
    pub(super) fn new(keys: Vec<u32>) -> Self {
        let bucket = |key: u32| (key >> (32 - BUCKET)) as usize;
        let mut first = vec![0; (1 << BUCKET) + 1];
        for &key in &keys {
            first[bucket(key) + 1] += 1;
        }
        for bucket in 1..first.len() {
            first[bucket] += first[bucket - 1];
        }
        Self { first, keys }
    }

    /// From the bytes of a file.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, String> {
        let keys: Vec<u32> = bytes.as_chunks().0.iter().map(|&key| u32::from_le_bytes(key)).collect();
        let fits = bytes.len() == 4 * keys.len() && keys.is_sorted_by(|a, b| a < b);
        if fits { Ok(Self::new(keys)) } else { Err("the keys of a table are out of order".to_owned()) }
    }

    /// The bytes of a file.
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.keys.iter().flat_map(|key| key.to_le_bytes()).collect()
    }

    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    /// The row of the word with that hash.
    #[inline]
    pub(super) fn find(&self, hash: u64) -> Option<usize> {
        let key = key(hash);
        let bucket = (key >> (32 - BUCKET)) as usize;
        let rows = self.first[bucket] as usize..self.first[bucket + 1] as usize;
        let at = self.keys[rows.clone()].iter().position(|&known| known == key)?;
        Some(rows.start + at)
    }
}
