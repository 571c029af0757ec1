//! What a network decides on: words in slots, values in fields.

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
