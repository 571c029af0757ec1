//! Rows of numbers that are multiplied eight at a time.

use wide::{i16x8, i32x4};

/// Numbers that are multiplied at a time.
pub(super) const LANES: usize = 8;

/// A row of `N` times [`LANES`] numbers.
pub(super) type Lanes<const N: usize> = [i16x8; N];

/// A row as lanes; what is missing is 0.
#[inline]
pub(super) fn lanes<const N: usize>(row: &[i16]) -> Lanes<N> {
    let (chunks, _) = row.as_chunks::<LANES>();
    let mut lanes = [i16x8::ZERO; N];
    lanes.iter_mut().zip(chunks).for_each(|(lanes, &chunk)| *lanes = i16x8::new(chunk));
    lanes
}

/// The sum of the products; the models keep it in range.
#[inline]
pub(super) fn dot<const N: usize>(a: &Lanes<N>, b: &Lanes<N>) -> i32 {
    let mut sums = [i32x4::ZERO; 2];
    for (a, b) in a.as_chunks::<2>().0.iter().zip(b.as_chunks::<2>().0) {
        sums[0] += a[0].dot(b[0]);
        sums[1] += a[1].dot(b[1]);
    }
    (sums[0] + sums[1]).reduce_add()
}
