//! The phrases that a chart has found so far, by the atom with which they begin.
//!
//! What is asked of every phrase (category, end, rule) is small and lies side by side; what it means lies elsewhere.

/// Most phrases that begin at one atom.
const MOST: usize = 160;
/// Columns that are kept until they are looked at together: a few kilobytes, and rarely moved.
const KEPT: usize = 1024;
/// Most readings of one category over the same atoms.
const READINGS: usize = 2;

/// Any phrase: from the atom of its column to `end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) category: u16,
    pub(super) rule: u16,
    pub(super) end: u32,
    /// Place of what it means among the values.
    pub(super) value: u32,
}

impl Found {
    pub(super) fn end(self) -> usize {
        self.end as usize
    }
}

/// Rule number of a single atom.
pub(super) const WORD: u16 = u16::MAX;

/// The phrases that begin at each atom of an island, from the last atom to the one that is being read. They lie in one
/// vector: a text costs an allocation or two, whatever it says. An island may be as long as the text, so what lies too far
/// behind to matter is forgotten.
#[derive(Default)]
pub(super) struct Columns {
    pub(super) found: Vec<Found>,
    /// One past the phrases of every column that is complete, the last atom's first.
    pub(super) ends: Vec<usize>,
    /// One past the last atom that has a column: the end of the island, or that of what is not forgotten.
    pub(super) last: usize,
}

impl Columns {
    /// The phrases that begin at atom `at`, as far as they are known.
    pub(super) fn column(&self, at: usize) -> &[Found] {
        let Some(row) = self.last.checked_sub(at + 1) else { return &[] };
        let begin = row.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        let end = self.ends.get(row).copied().unwrap_or(self.found.len());
        begin.and_then(|begin| self.found.get(begin..end)).unwrap_or_default()
    }

    /// The column that is being read.
    pub(super) fn open(&self) -> &[Found] {
        self.found.get(self.ends.last().copied().unwrap_or_default()..).unwrap_or_default()
    }

    /// Whether the column that is being read has room for a phrase of `category` up to `end`, and none of `rule` yet.
    pub(super) fn takes(&self, category: u16, end: u32, rule: u16) -> bool {
        let column = self.open();
        let alike = || column.iter().filter(|found| found.end == end);
        column.len() < MOST
            && alike().filter(|found| found.category == category).count() < READINGS
            && (rule == WORD || alike().all(|found| found.rule != rule))
    }

    /// Ends the column that is being read: from now on its phrases are in the order of their categories.
    pub(super) fn close(&mut self) {
        let begin = self.ends.last().copied().unwrap_or_default();
        if let Some(column) = self.found.get_mut(begin..) {
            column.sort_by_key(|found| found.category);
        }
        self.ends.push(self.found.len());
    }

    /// Forgets all but the last `near` columns where there are many, and says how many phrases are gone, which were the first
    /// that were found.
    pub(super) fn forget(&mut self, near: usize) -> usize {
        if self.ends.len() < KEPT.max(near) {
            return 0;
        }
        let columns = self.ends.len() - near;
        let gone = columns.checked_sub(1).map_or(0, |last| self.ends[last]);
        self.found.drain(..gone);
        self.ends.drain(..columns);
        self.ends.iter_mut().for_each(|end| *end -= gone);
        self.found.iter_mut().for_each(|found| found.value -= place(gone));
        self.last -= columns;
        gone
    }

    /// How many phrases of the column of atom `at`, from `row` on, are `like` that, in the order of their categories.
    pub(super) fn run(&self, at: usize, row: usize, like: impl Fn(&Found) -> bool) -> usize {
        self.column(at).get(row..).map_or(0, |rest| rest.partition_point(like))
    }
}

/// A place in an island, which is no longer than a text.
pub(super) fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
