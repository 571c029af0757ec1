//! Token patterns that the times and the quantities are written in.
