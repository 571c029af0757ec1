//! The linear models: their arithmetic and their file format.
