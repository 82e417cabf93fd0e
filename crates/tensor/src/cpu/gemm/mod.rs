//! Matrix products, in the manner of BLIS (Van Zee & van de Geijn, "BLIS: a framework for rapidly
//! instantiating BLAS functionality", 2015).
//!
//! The right operand is packed whole, once for many products if it is a weight. The output is cut into
//! blocks of rows, a task each; where these are few, tasks share their columns too. A task packs its rows
//! of the left operand into the second-level cache, unless the kernel can read them where they lie, takes `K` in parts that are short enough for a panel of
//! one operand (the right one for vectors, the left one for tiles) to stay in the first-level cache, and runs the micro-kernel over
//! all pairs of panels.
//! Products that read the same rows, or are added up, are computed together: the rows are then packed, and
//! the sum rounded, once.
//!
//! Whatever the blocks, the tier's kernel adds up an element in the same order: its bits depend on
//! its row of `a`, its column of `b`, `K` and what is added alone; not on `M`, `N`, its place, or the threads. So
//! a row that is computed alone, when decoding, equals the same row within a batch.

#[cfg(target_arch = "x86_64")]
mod amx;
#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
#[cfg(all(test, target_arch = "x86_64"))]
pub(crate) mod emulated;
pub(crate) mod kernel;
mod measure;
pub(crate) mod pack;
mod packed;
mod portable;
mod sums;
#[cfg(test)]
mod tests;
pub(crate) mod tile;
mod transpose;

pub(crate) use measure::block_of_products;
pub use packed::Packed;
pub(crate) use sums::COLS as FINISHED_COLS;
pub(crate) use sums::{Finish, Sum};
pub(crate) use transpose::mirror;

use super::pool::threads_here;
use super::{Matrix, MatrixMut, parallel};
use kernel::Kernel;
use sums::{COLS, Products, Shared, packed_whole, rows_of_block};

/// The type in which a product's operands are multiplied; sums are f32 always.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compute {
    F32,
    /// bf16 where the tier has units for it, f32 elsewhere.
    Bf16,
}

/// The right operand of a product.
#[derive(Clone, Copy, Debug)]
pub enum Right<'a> {
    /// Packed on the way. The product is computed in bf16, on a tier that has units for it, if
    /// both operands are bf16, and in f32 otherwise.
    Matrix(Matrix<'a>),
    /// Packed before, which also fixed the type that the product is computed in.
    Packed(&'a Packed),
    /// As many of the first columns of such an operand.
    FirstColumns(&'a Packed, usize),
}

/// Where tasks share columns, each has at least this many multiply-adds, some microseconds of work.
const TASK_WORK_MIN: usize = 1 << 16;

/// `out = a·b`, plus `out` if `accumulate`, plus `bias` (one value a column) if there is one.
/// `a` is `(M, K)`, `b` is `(K, N)`, `out` is `(M, N)`.
///
/// # Panics
/// If the shapes do not fit together.
pub fn gemm(a: Matrix, b: Right, out: MatrixMut, accumulate: bool, bias: Option<&[f32]>) {
    let product = |right: &Packed, out| {
        let sum = Sum {
            terms: vec![(0, right)],
            out,
            accumulate,
            bias,
            plus: None,
            finish: None,
        };
        gemm_sums(&[a], &mut [sum]);
    };
    let cols = match b {
        Right::Matrix(matrix) => matrix.cols(),
        Right::Packed(packed) => packed.cols(),
        Right::FirstColumns(packed, cols) => packed.cols().min(cols),
    };
    assert_eq!(cols, out.cols(), "columns of a product");
    match b {
        Right::Packed(packed) | Right::FirstColumns(packed, _) => product(packed, out),
        Right::Matrix(matrix) => {
            let compute = match a.is_bf16() && matrix.is_bf16() {
                true => Compute::Bf16,
                false => Compute::F32,
            };
            Packed::for_now(|packed| {
                packed.pack_into(matrix, compute);
                product(packed, out);
            });
        }
    }
}

/// Products that share left operands, all `(M, …)`, and sums of products. The right operands were packed
/// for the same type.
///
/// # Panics
/// If the shapes or the types do not fit together.
pub(crate) fn gemm_sums(lefts: &[Matrix], sums: &mut [Sum]) {
    let Some((kernel, m)) = check(lefts, sums) else {
        return;
    };
    let shared: Vec<Shared> = sums.iter_mut().map(Shared::new).collect();
    let cols: usize = shared.iter().map(|sum| sum.cols).sum();
    let depth: usize = lefts.iter().map(Matrix::cols).max().unwrap_or(0).max(1);
    let fixed = shared
        .iter()
        .any(|sum| sum.finish.is_some_and(|finish| finish.fixed));
    let unit = match fixed {
        true => COLS,
        false => kernel.cols,
    };
    let block = rows_of_block(kernel, (lefts, m), &shared);
    // Several tasks a thread even out what else the machine does, unless each would pack the same rows again.
    let tasks_a_thread = match kernel.keeps_left && !packed_whole(kernel, lefts, block) {
        true => 1,
        false => 2,
    };
    let grid = Grid::new((m, depth, cols), block, unit, tasks_a_thread);
    let products = Products {
        kernel,
        lefts,
        sums: &shared,
    };
    parallel(grid.rows * grid.cols, |task| {
        let (row, col) = (task / grid.cols, task % grid.cols);
        let rows = row * block..m.min((row + 1) * block);
        let cols = |n: usize| share(n, unit, (col, grid.cols));
        // SAFETY: the outputs are borrowed for the whole call, and no two tasks have both the same rows
        // and the same columns.
        unsafe { products.run(rows, cols) };
    });
}

/// Checks what the kernels rely on; tells the kernel and `M`, or `None` if there is nothing to do.
fn check(lefts: &[Matrix], sums: &[Sum]) -> Option<(&'static Kernel, usize)> {
    let first = sums.first()?;
    assert!(!first.terms.is_empty(), "a sum of nothing");
    let kernel = first.terms[0].1.kernel();
    let m = lefts.first()?.rows();
    assert!(
        lefts.iter().all(|left| left.rows() == m),
        "rows of products"
    );
    for sum in sums {
        let (rows, n) = (sum.out.rows(), sum.out.cols());
        assert_eq!(rows, m, "rows of a product");
        assert!(!sum.terms.is_empty(), "a sum of nothing");
        for (left, right) in &sum.terms {
            assert_eq!(lefts[*left].cols(), right.rows(), "shapes of a product");
            assert!(n <= right.cols(), "columns of a product");
            assert!(std::ptr::eq(right.kernel(), kernel), "products of one type");
        }
        assert!(
            sum.bias.is_none_or(|bias| bias.len() == n),
            "one bias for each of {n} columns"
        );
        assert!(
            sum.plus
                .is_none_or(|plus| (plus.rows(), plus.cols(), plus.col_stride()) == (m, n, 1)),
            "what is added has the output's shape"
        );
    }
    (m > 0).then_some((kernel, m))
}

/// The columns of `n` that share `index` of `count` gets, in whole units.
fn share(n: usize, unit: usize, (index, count): (usize, usize)) -> std::ops::Range<usize> {
    let bound = |index: usize| (n.div_ceil(unit) * index / count * unit).min(n);
    bound(index)..bound(index + 1)
}

/// How many tasks share the rows and the columns of the outputs.
struct Grid {
    rows: usize,
    cols: usize,
}

impl Grid {
    /// A task a block of rows; where these are few, several share the columns, in whole units, and pack the
    /// rows each.
    fn new(
        (m, k, n): (usize, usize, usize),
        block: usize,
        unit: usize,
        tasks_a_thread: usize,
    ) -> Grid {
        let threads = threads_here();
        let rows = m.div_ceil(block);
        let tasks_max = (m.saturating_mul(n).saturating_mul(k) / TASK_WORK_MIN).max(1);
        let wanted = match threads {
            1 => 1,
            _ => tasks_a_thread * threads,
        };
        let cols = wanted
            .div_ceil(rows)
            .min(tasks_max.div_ceil(rows))
            .clamp(1, n.div_ceil(unit).max(1));
        Grid { rows, cols }
    }
}
