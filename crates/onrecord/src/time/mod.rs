//! Time expressions.

use crate::document::{Moment, Reading, Time};

/// Finds time expressions and says what they mean.
#[derive(Debug)]
pub struct Times {}

impl Times {
    /// The stage with its data.
    #[must_use]
    pub fn new() -> Self {
        Self {}
    }

    /// The time expressions of `reading`, in text order; `date` is when it was written.
    #[must_use]
    pub fn read(&self, _reading: &Reading, _date: Option<Moment>) -> Vec<Time> {
        Vec::new()
    }
}
