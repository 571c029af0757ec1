//! Products of whole numbers, as many at a time as the processor can.
//!
//! A [`Matrix`] lies in memory in the order in which it is read: for a block of outputs whose sums stay in registers, pair by pair
//! of inputs, the two weights of every output side by side, which one instruction multiplies and adds. Several sums grow at a time,
//! so that none waits for the one before. Sums wrap, and whole numbers give the same sum in any order, so every processor gives
//! the same numbers.

use fearless_simd::prelude::*;
use fearless_simd::{Level, Simd, dispatch, i16x32, i32x16};

/// Sums of a register.
const LANES: usize = 16;

/// Registers whose sums grow at a time.
const SUMS: usize = 4;

/// Inputs that are multiplied together.
const PAIR: usize = 2;

/// Weights that are read at a time, none of their registers across two lines of the cache.
#[repr(align(64))]
struct Weights([i16; SUMS * LANES * PAIR]);

/// A weight for every input and output.
pub(super) struct Matrix {
    blocks: Vec<Block>,
    inputs: usize,
    outputs: usize,
    level: Level,
}

/// The weights of some outputs.
struct Block {
    /// Registers that the sums of the outputs fill: 1, 2 or 4. What is read at a time are the weights of as many pairs of inputs
    /// as make up four registers.
    registers: usize,
    weights: Vec<Weights>,
}

impl Matrix {
    /// A matrix with `weight` of an input and an output. Inputs come in eights.
    pub(super) fn new(inputs: usize, outputs: usize, weight: impl Fn(usize, usize) -> i16) -> Self {
        debug_assert!(inputs.is_multiple_of(PAIR * SUMS), "inputs come in eights");
        let weight = |input: usize, output: usize| if output < outputs { weight(input, output) } else { 0 };
        let block = |first: usize| {
            let registers = (outputs - first).div_ceil(LANES).next_power_of_two().min(SUMS);
            let row = |row: usize| {
                Weights(std::array::from_fn(|at| {
                    let register = row * SUMS + at / (LANES * PAIR);
                    let (pair, lane) =
                        (register / registers, register % registers * LANES + at / PAIR % LANES);
                    weight(PAIR * pair + at % PAIR, first + lane)
                }))
            };
            Block { registers, weights: (0..inputs / PAIR * registers / SUMS).map(row).collect() }
        };
        let blocks = (0..outputs).step_by(SUMS * LANES).map(block).collect();
        Self { blocks, inputs, outputs, level: Level::new() }
    }

    /// Number of outputs.
    pub(super) fn outputs(&self) -> usize {
        self.outputs
    }

    /// For every output the sum of its weights times `units`, which has one number an input, into `sums`.
    pub(super) fn multiply(&self, units: &[i16], sums: &mut [i32]) {
        debug_assert_eq!(
            [units.len(), sums.len()],
            [self.inputs, self.outputs],
            "a number an input and an output"
        );
        for (Block { registers, weights }, sums) in self.blocks.iter().zip(sums.chunks_mut(SUMS * LANES)) {
            dispatch!(self.level, simd => match registers {
                1 => block::<_, 1>(simd, weights, units, sums),
                2 => block::<_, 2>(simd, weights, units, sums),
                _ => block::<_, 4>(simd, weights, units, sums),
            });
        }
    }
}

/// The sums of one block, which fill `N` registers. Processors with the widest registers have room for twice as many sums.
#[inline(always)]
#[allow(clippy::inline_always, reason = "only what is inlined is made for the processor")]
fn block<S: Simd, const N: usize>(simd: S, weights: &[Weights], units: &[i16], sums: &mut [i32]) {
    if S::i32s::LEN == LANES && weights.len().is_multiple_of(2) {
        products::<S, N, 2>(simd, weights, units, sums);
    } else {
        products::<S, N, 1>(simd, weights, units, sums);
    }
}

/// The sums of one block, from `STEP` times [`Weights`] at a time.
#[inline(always)]
#[allow(clippy::inline_always, reason = "only what is inlined is made for the processor")]
fn products<S: Simd, const N: usize, const STEP: usize>(
    simd: S,
    weights: &[Weights],
    units: &[i16],
    sums: &mut [i32],
) {
    let mut steps = [[i32x16::splat(simd, 0); SUMS]; STEP];
    for (weights, units) in weights.chunks_exact(STEP).zip(units.chunks_exact(STEP * PAIR * SUMS / N)) {
        for (step, (Weights(weights), all)) in weights.iter().zip(&mut steps).enumerate() {
            for (register, sum) in all.iter_mut().enumerate() {
                let pair = &units[(step * SUMS + register) / N * PAIR..][..PAIR];
                let pair = i32::from(pair[0]) & 0xFFFF | i32::from(pair[1]) << 16;
                let pair: i16x32<S> = i32x16::splat(simd, pair).bitcast();
                let weights = i16x32::from_slice(simd, &weights[register * LANES * PAIR..][..LANES * PAIR]);
                *sum += weights.pairwise_dot_product(pair);
            }
        }
    }
    let mut all = steps[0];
    for more in &steps[1..] {
        all.iter_mut().zip(more).for_each(|(all, more)| *all += *more);
    }
    for register in N..SUMS {
        let more = all[register];
        all[register % N] += more;
    }
    for (sums, all) in sums.chunks_mut(LANES).zip(all) {
        if let Ok(sums) = sums.try_into() {
            all.store_array(sums);
        } else {
            sums.iter_mut().zip(all.to_array()).for_each(|(sum, all)| *sum = all);
        }
    }
}

impl std::fmt::Debug for Matrix {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Matrix({} x {})", self.inputs, self.outputs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_the_definition_whatever_the_size() {
        let weight = |input: usize, output: usize| i16::try_from(7 * input + 3 * output).unwrap() - 300;
        for (inputs, outputs) in
            [(8, 1), (8, 3), (64, 16), (64, 17), (64, 64), (192, 40), (128, 101), (192, 160)]
        {
            let units: Vec<i16> = (0..inputs).map(|at| i16::try_from(at * at % 91).unwrap() - 45).collect();
            let matrix = Matrix::new(inputs, outputs, weight);
            let (mut sums, mut narrow) = (vec![0; outputs], vec![0; outputs]);
            matrix.multiply(&units, &mut sums);
            Matrix { level: Level::baseline(), ..matrix }.multiply(&units, &mut narrow);
            assert_eq!(sums, narrow, "{inputs} x {outputs} with the narrowest registers");
            for (output, sum) in sums.into_iter().enumerate() {
                let by_hand: i32 =
                    (0..inputs).map(|at| i32::from(units[at]) * i32::from(weight(at, output))).sum();
                assert_eq!(sum, by_hand, "{inputs} x {outputs}, output {output}");
            }
        }
    }

    #[test]
    fn the_largest_numbers_have_their_signs() {
        let ends = [i16::MIN, i16::MAX, -1, 0];
        let matrix = Matrix::new(8, 4, |input, output| if input == 0 { ends[output] } else { 1 });
        for first in ends {
            let mut sums = [0; 4];
            matrix.multiply(&[first, -1, 0, 0, 0, 0, 0, 0], &mut sums);
            assert_eq!(sums, ends.map(|end| i32::from(end) * i32::from(first) - 1));
        }
    }
}
