//! Numbers of rows, typed by their layer.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::num::NonZeroU32;
use std::ops::Index;

/// The number of a row of the layer of `T`, counted from one, so that an `Option` of it takes no more room: several stages
/// keep one for every word.
pub struct Id<T>(NonZeroU32, PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// Row `row`. A layer has fewer rows than its text has bytes, so 32 bits hold every row there is.
    #[must_use]
    pub fn new(row: usize) -> Self {
        let row = u32::try_from(row).unwrap_or(u32::MAX);
        Self(NonZeroU32::MIN.saturating_add(row), PhantomData)
    }

    /// The row's place in its layer.
    #[must_use]
    pub fn row(self) -> usize {
        self.0.get() as usize - 1
    }
}

impl<T> Index<Id<T>> for [T] {
    type Output = T;
    fn index(&self, id: Id<T>) -> &T {
        &self[id.row()]
    }
}

impl<T> Index<Id<T>> for Vec<T> {
    type Output = T;
    fn index(&self, id: Id<T>) -> &T {
        &self[id.row()]
    }
}

// By hand, since derives would ask the same of `T`.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.row())
    }
}
