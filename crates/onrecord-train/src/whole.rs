//! Weights as whole numbers.

/// The size that all but one weight in a thousand have at most; the others become the largest that fits.
pub(crate) fn common<'a>(weights: impl Iterator<Item = &'a f32>) -> f32 {
    let mut sizes: Vec<f32> = weights.map(|w| w.abs()).collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() * 999 / 1000).copied().unwrap_or(1.0).max(1e-6)
}

/// A weight in 8 bits, `scale` times as large.
#[allow(clippy::cast_possible_truncation, reason = "clamped to the range")]
pub(crate) fn small(w: f32, scale: f32) -> i8 {
    (w * scale).round().clamp(-127.0, 127.0) as i8
}

/// A weight in 16 bits, `scale` times as large.
#[allow(clippy::cast_possible_truncation, reason = "clamped to the range")]
pub(crate) fn wide(w: f32, scale: f32) -> i16 {
    (w * scale).round().clamp(-32767.0, 32767.0) as i16
}
