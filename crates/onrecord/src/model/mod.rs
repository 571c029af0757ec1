//! The models: their arithmetic and their file format.
//!
//! Sentence ends and names are decided by a [`Linear`] model: the features of a situation are hashed to 64 bits, each known
//! feature has a small weight for some of the classes, and the class with the largest sum wins. Tags, arcs and relations are
//! decided by small [`Network`]s over words in their [`Context`], which begin as word [`Vectors`] that know what unseen words are
//! like. [`Clusters`] gives the linear models the same in coarser form. [`Writer`] and [`Reader`] are the bytes of a file.

mod bytes;
mod keys;
mod matrix;

mod cluster;
mod context;
mod linear;
mod network;
mod situation;
mod vectors;

pub use bytes::{Reader, Writer};
pub use cluster::{Clusters, LEVELS};
pub use context::{Context, ContextNumbers, LayerNumbers, Rows, STRIDES, TAPS, UNITS, Units};
pub use linear::{Linear, best};
pub use network::{HIDDEN, Hidden, LARGEST, Memo, Network, Numbers};
pub use situation::Situation;
pub use vectors::{NOTHING, ROOT, SPECIAL, UNKNOWN, Vector, Vectors, WIDTH};

/// Mixes `x` into hash `h` (the finaliser of `MurmurHash3`, Appleby 2008).
#[must_use]
#[inline]
pub fn mix(h: u64, x: u64) -> u64 {
    let h = h ^ x.wrapping_add(0x9e37_79b9_7f4a_7c15).wrapping_add(h << 6).wrapping_add(h >> 2);
    let h = h.wrapping_mul(0xff51_afd7_ed55_8ccd);
    h ^ (h >> 32)
}

/// Hash of a string (FNV-1a, Fowler, Noll & Vo).
#[must_use]
#[inline]
pub fn hash(s: &str) -> u64 {
    s.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}
