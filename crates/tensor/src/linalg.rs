//! What optimisers compute on f32 slices: elementwise updates, norms, and matrix products.

use crate::cpu::{Compute, ElementsMut, Matrix, MatrixMut, Packed, Right, gemm, mirror};
use crate::rows::{Split, block_for, fill_rows, for_blocks, sum_blocks, vectorised};

/// Numbers of a block of elementwise work.
const BLOCK: usize = 16 * 1024;

/// Calls `body` on blocks of equally long slices, in parallel and with the widest vectors that this
/// machine has. Only for elementwise work: where the blocks begin must not matter. `body` is to be
/// written as `#[inline(always)] |…| …`, so that it is compiled for those vectors.
///
/// # Panics
/// If the slices differ in length.
pub fn elementwise<const N: usize>(
    slices: [&mut [f32]; N],
    input: &[f32],
    body: impl Fn([&mut [f32]; N], &[f32]) + Sync,
) {
    assert!(
        slices.iter().all(|slice| slice.len() == input.len()),
        "slices differ in length"
    );
    let splits = slices.map(Split::new);
    for_blocks(input.len(), BLOCK, |range| {
        // SAFETY: blocks are disjoint, and each slice has a split of its own.
        let blocks = std::array::from_fn(|i| unsafe { splits[i].range(range.clone()) });
        vectorised(
            #[inline(always)]
            || body(blocks, &input[range]),
        );
    });
}

/// `Σ x²`, summed in f64 by fixed blocks, so that it does not depend on the number of threads.
pub fn sum_of_squares(values: &[f32]) -> f64 {
    const LANES: usize = 8;
    let mut partials = vec![0.0f64; values.len().div_ceil(BLOCK)];
    let split = Split::new(&mut partials);
    for_blocks(values.len(), BLOCK, |range| {
        // SAFETY: each block has its own place.
        let partial = unsafe { split.range(range.start / BLOCK..range.start / BLOCK + 1) };
        vectorised(
            #[inline(always)]
            || {
                let (whole, rest) = values[range].as_chunks::<LANES>();
                let mut lanes = [0.0f64; LANES];
                for values in whole {
                    for (lane, value) in lanes.iter_mut().zip(values) {
                        *lane += f64::from(*value) * f64::from(*value);
                    }
                }
                let rest: f64 = rest.iter().map(|x| f64::from(*x) * f64::from(*x)).sum();
                partial[0] = lanes.iter().sum::<f64>() + rest;
            },
        );
    });
    partials.iter().sum()
}

/// Takes the mean of all rows of `cols` numbers from each of them; summed by fixed blocks, so that it does not depend on
/// the number of threads.
///
/// # Panics
/// If there are no whole rows.
pub fn center_rows(values: &mut [f32], cols: usize) {
    assert!(cols > 0 && values.len().is_multiple_of(cols), "whole rows");
    let rows = values.len() / cols;
    let mut mean = vec![0.0; cols];
    sum_blocks(rows, block_for(cols), &mut mean, |range, sums| {
        let block = &values[range.start * cols..range.end * cols];
        vectorised(
            #[inline(always)]
            || {
                for row in block.chunks_exact(cols) {
                    sums.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
                }
            },
        );
    });
    let share = 1.0 / rows.max(1) as f32;
    mean.iter_mut().for_each(|sum| *sum *= share);
    fill_rows(values, cols, |_, row| {
        row.iter_mut().zip(&mean).for_each(|(x, mean)| *x -= mean);
    });
}

/// Products of f32 matrices, multiplied in one type; the memory that they need is kept from one to
/// the next.
pub struct Products {
    compute: Compute,
    right: Packed,
}

impl Products {
    /// Products that multiply in `compute`; sums are f32 always.
    pub fn new(compute: Compute) -> Self {
        Self {
            compute,
            right: Packed::default(),
        }
    }

    /// `c = a · b` with `a (M, K)`, `b (K, N)` and a dense row-major `c (M, N)`.
    ///
    /// # Panics
    /// If the shapes do not fit together.
    pub fn matmul(&mut self, a: Matrix, b: Matrix, c: &mut [f32]) {
        let (rows, cols) = (a.rows(), b.cols());
        self.right.pack_into(b, self.compute);
        let out = MatrixMut::f32(c, rows, cols);
        gemm(a, Right::Packed(&self.right), out, false, None);
    }

    /// The same for a product that is known to be symmetric, as `x · xᵀ` and powers of a symmetric
    /// matrix are: what lies above of the diagonal is copied from below it, so that little more
    /// than a half is computed.
    ///
    /// # Panics
    /// If the shapes do not fit together.
    pub fn symmetric(&mut self, a: Matrix, b: Matrix, c: &mut [f32]) {
        self.symmetric_then(a, b, c, |_, _| ());
    }

    /// `c = scale · s · s + others · s + unit · I` for a symmetric `s`, dense and row-major, of side `side`.
    ///
    /// # Panics
    /// If the shapes do not fit together.
    pub fn polynomial(
        &mut self,
        s: &[f32],
        side: usize,
        [unit, others, scale]: [f32; 3],
        c: &mut [f32],
    ) {
        let matrix = Matrix::f32(s, side, side);
        self.symmetric_then(matrix, matrix, c, |row, squares| {
            let s = &s[row * side..][..squares.len()];
            vectorised(
                #[inline(always)]
                || {
                    for (square, s) in squares.iter_mut().zip(s) {
                        *square = others * s + scale * *square;
                    }
                },
            );
            squares[row] += unit;
        });
    }

    /// A symmetric product; `then` is given each row's number and its sums as far as the diagonal and somewhat beyond, before
    /// they are copied.
    fn symmetric_then(
        &mut self,
        a: Matrix,
        b: Matrix,
        c: &mut [f32],
        mut then: impl FnMut(usize, &mut [f32]),
    ) {
        let (side, depth) = (a.rows(), a.cols());
        assert_eq!((b.cols(), c.len()), (side, side * side), "a square product");
        self.right.pack_into(b, self.compute);
        for first in (0..side).step_by(STRIP) {
            let rows = STRIP.min(side - first);
            let cols = first + rows;
            let strip = &mut c[first * side..][..rows * side];
            let out = MatrixMut::strided(ElementsMut::F32(strip), rows, cols, side);
            let right = Right::FirstColumns(&self.right, cols);
            gemm(a.part(first, rows, 0, depth), right, out, false, None);
            for (row, sums) in strip.chunks_exact_mut(side).enumerate() {
                then(first + row, &mut sums[..cols]);
            }
        }
        mirror(c, side);
    }
}

/// Rows of a symmetric product that are computed at a time, from the first column to the diagonal.
const STRIP: usize = 32;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elementwise_work_and_norms_equal_plain_loops() {
        let len = 2 * BLOCK + 77;
        let input: Vec<f32> = (0..len).map(|i| (i % 1000) as f32 - 500.0).collect();
        for threads in [1, 3] {
            crate::cpu::with_threads(threads, || {
                let (mut sums, mut counts) = (vec![1.0; len], vec![0.0; len]);
                elementwise([&mut sums, &mut counts], &input, |[sums, counts], input| {
                    for ((sum, count), x) in sums.iter_mut().zip(counts).zip(input) {
                        *sum += 2.0 * x;
                        *count += 1.0;
                    }
                });
                assert!(
                    sums.iter()
                        .zip(&input)
                        .all(|(sum, x)| *sum == 1.0 + 2.0 * x)
                );
                assert!(counts.iter().all(|count| *count == 1.0));
                let expected: f64 = input.iter().map(|x| f64::from(x * x)).sum();
                assert_eq!(sum_of_squares(&input), expected);
            });
        }
    }

    #[test]
    fn rows_are_centered_on_their_mean() {
        let (rows, cols) = (3_001, 24);
        let all: Vec<f32> = (0..rows * cols)
            .map(|i| (i * 37 % 101) as f32 + 1e3)
            .collect();
        let mean = |values: &[f32], col: usize| {
            let column = values.iter().skip(col).step_by(cols);
            column.map(|x| f64::from(*x)).sum::<f64>() / rows as f64
        };
        let centered = [1, 3].map(|threads| {
            let mut values = all.clone();
            crate::cpu::with_threads(threads, || center_rows(&mut values, cols));
            values
        });
        assert_eq!(centered[0], centered[1]);
        for col in 0..cols {
            let expected = mean(&all, col);
            assert!(mean(&centered[0], col).abs() < 1e-3);
            let columns = all.iter().zip(&centered[0]).skip(col).step_by(cols);
            for (before, after) in columns {
                assert!((f64::from(before - after) - expected).abs() < 1e-3);
            }
        }
        center_rows(&mut [], 4);
    }

    #[test]
    fn half_of_a_symmetric_product_is_the_whole_of_it() {
        for (side, depth) in [(1, 1), (16, 3), (63, 40), (65, 64), (200, 130)] {
            let x: Vec<f32> = (0..side * depth)
                .map(|i| ((i * 37 % 101) as f32 - 50.0) / 64.0)
                .collect();
            let x = Matrix::f32(&x, side, depth);
            for compute in [Compute::F32, Compute::Bf16] {
                let mut products = Products::new(compute);
                let (mut whole, mut half) = (vec![0.0; side * side], vec![9.0; side * side]);
                products.matmul(x, x.transposed(), &mut whole);
                products.symmetric(x, x.transposed(), &mut half);
                assert_eq!(half, whole, "{side} × {depth}, {compute:?}");
                let gram = Matrix::f32(&whole, side, side);
                let (mut square, mut again) = (vec![0.0; side * side], vec![9.0; side * side]);
                products.matmul(gram, gram, &mut square);
                products.symmetric(gram, gram, &mut again);
                assert_eq!(again, square, "{side} × {side}, {compute:?}");
            }
        }
    }

    #[test]
    fn polynomials_of_symmetric_matrices_equal_their_terms() {
        const FACTORS: [f32; 3] = [3.5, -4.75, 2.0];
        for side in [1, 17, 64, 100] {
            let s: Vec<f32> = (0..side * side)
                .map(|at| {
                    ((at / side).max(at % side) * 37 % 101 + at / side + at % side) as f32 / 256.0
                })
                .collect();
            let mut products = Products::new(Compute::F32);
            let (mut square, mut polynomial) = (vec![0.0; side * side], vec![9.0; side * side]);
            let matrix = Matrix::f32(&s, side, side);
            products.matmul(matrix, matrix, &mut square);
            products.polynomial(&s, side, FACTORS, &mut polynomial);
            let [unit, linear, quadratic] = FACTORS;
            for (at, found) in polynomial.iter().enumerate() {
                let diagonal = f32::from(at % (side + 1) == 0);
                let expected = unit * diagonal + linear * s[at] + quadratic * square[at];
                assert!(
                    (found - expected).abs() <= 1e-5 * expected.abs().max(1.0),
                    "{side}, {at}: {found} for {expected}"
                );
            }
        }
    }

    #[test]
    fn multiplies_in_either_type_whatever_the_order_of_the_operands() {
        // Small whole numbers, which bf16 holds exactly.
        let (a, b) = (
            [1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
            [1.0, -1.0, 2.0, 0.5, 0.0, 3.0],
        );
        for compute in [Compute::F32, Compute::Bf16] {
            let mut products = Products::new(compute);
            let mut c = [0.0; 4];
            products.matmul(Matrix::f32(&a, 2, 3), Matrix::f32(&b, 3, 2), &mut c);
            assert_eq!(c, [5.0, 9.0, 14.0, 16.5]);
            products.matmul(
                Matrix::f32(&a, 2, 3),
                Matrix::f32(&b, 2, 3).transposed(),
                &mut c,
            );
            assert_eq!(c, [5.0, 9.5, 11.0, 20.0]);
            products.matmul(
                Matrix::f32(&a, 3, 2).transposed(),
                Matrix::f32(&b, 3, 2),
                &mut c,
            );
            assert_eq!(c, [7.0, 15.5, 10.0, 18.0]);
        }
    }
}
