//! Matrix products, in the manner of BLIS (Van Zee & van de Geijn, "BLIS: a framework for rapidly
//! instantiating BLAS functionality", 2015).
//!
//! A product is cut into tiles of the output, a task each. A task takes `K` in parts that are short
//! enough for a panel of the right operand to stay in the first-level cache, packs the part's rows
//! of the left operand into the second-level cache, and runs the micro-kernel over all pairs of
//! panels.
//!
//! Whatever the tiles, the tier's kernel adds up an element in the same order: its bits depend on
//! its row of `a`, its column of `b` and `K` alone; not on `M`, `N`, its place, or the threads. So
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
pub(crate) mod pack;
mod packed;
mod portable;
#[cfg(test)]
mod tests;
pub(crate) mod tile;
mod transpose;

pub use packed::Packed;

use super::pool::threads_here;
use super::{ElementsMut, Matrix, MatrixMut, parallel, scratch, tier};
use kernel::{Block, Kernel};
use tile::{Output, Product, Tile};

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

impl Right<'_> {
    fn shape(&self) -> (usize, usize) {
        match self {
            Right::Matrix(matrix) => (matrix.rows(), matrix.cols()),
            Right::Packed(packed) => (packed.rows(), packed.cols()),
            Right::FirstColumns(packed, cols) => (packed.rows(), (*cols).min(packed.cols())),
        }
    }

    fn packed(&self) -> Option<&Packed> {
        match self {
            Right::Matrix(_) => None,
            Right::Packed(packed) | Right::FirstColumns(packed, _) => Some(packed),
        }
    }
}

/// Rows of the left operand that are packed at a time: a multiple of every kernel's rows, and with
/// a part of `K` about a quarter of the second-level cache.
const ROWS: usize = 96;
/// Limits of the tile of a task whose right operand is not packed yet: it packs the part's rows of
/// that operand for all of the tile's columns.
const TILE_ROWS_MAX: usize = 8 * ROWS;
const TILE_COLS_MAX: usize = 1024;
/// A task has at least this many multiply-adds, some microseconds of work.
const TASK_WORK_MIN: usize = 1 << 16;

/// `out = a·b`, plus `out` if `accumulate`, plus `bias` (one value a column) if there is one.
/// `a` is `(M, K)`, `b` is `(K, N)`, `out` is `(M, N)`.
///
/// # Panics
/// If the shapes do not fit together.
pub fn gemm(a: Matrix, b: Right, mut out: MatrixMut, accumulate: bool, bias: Option<&[f32]>) {
    let (m, n) = (out.rows(), out.cols());
    assert_eq!(
        (a.rows(), a.cols(), n),
        (m, b.shape().0, b.shape().1),
        "shapes of a product"
    );
    assert!(
        bias.is_none_or(|bias| bias.len() == n),
        "one bias for each of {n} columns"
    );
    if m == 0 || n == 0 {
        return;
    }
    let kernel = match b {
        Right::Packed(packed) | Right::FirstColumns(packed, _) => packed.kernel(),
        Right::Matrix(b) if a.is_bf16() && b.is_bf16() => Kernel::of(tier(), Compute::Bf16),
        Right::Matrix(_) => Kernel::of(tier(), Compute::F32),
    };
    let stride = out.row_stride();
    let output = match out.elements_mut() {
        ElementsMut::F32(values) => Output::F32(values.as_mut_ptr()),
        ElementsMut::Bf16(values) => Output::Bf16(values.as_mut_ptr()),
    };
    let product = Product {
        kernel,
        a,
        b,
        output,
        stride,
        accumulate,
        bias,
    };
    let grid = Grid::new(kernel, &product, m, n);
    parallel(grid.rows * grid.cols, |task| {
        let rows = share(
            m.div_ceil(grid.row_unit),
            grid.rows,
            task % grid.rows,
            grid.row_unit,
            m,
        );
        let cols = share(
            n.div_ceil(kernel.cols),
            grid.cols,
            task / grid.rows,
            kernel.cols,
            n,
        );
        // SAFETY: `out` is borrowed for the whole call, and the tiles of the tasks do not overlap.
        unsafe { product.run(Tile { rows, cols }) };
    });
}

/// A piece of work for measuring the units alone, and its floating-point operations: calls of the tier's
/// micro-kernel on the same operands, which lie in the first-level cache.
pub(crate) fn block_of_products(compute: Compute) -> (impl Fn() + Sync, f64) {
    /// Bytes of both operands together: half of the smallest first-level cache.
    const OPERANDS: usize = 16 << 10;
    /// So many that preparing the operands takes no time beside them.
    const CALLS: usize = 2000;
    let kernel = Kernel::of(tier(), compute);
    let of_a_step = kernel.depth * (kernel.rows + kernel.cols) * kernel.size();
    let depth = (OPERANDS / of_a_step).max(1);
    let run = move || {
        let (mut a, mut b, mut c) = (scratch::take(), scratch::take(), scratch::take());
        // As packed rows lie: a line apart from one set of the cache.
        let row = pack::row_bytes(kernel, depth * kernel.depth);
        a.lanes(kernel.rows * row / size_of::<u32>()).fill(0);
        b.lanes(kernel.panel_bytes(depth * kernel.depth) / size_of::<u32>())
            .fill(0);
        let sums = c.f32(kernel.rows * kernel.cols).as_mut_ptr();
        let block = Block {
            a: a.as_ptr(),
            a_row: row,
            a_step: kernel.depth * kernel.size(),
            b: b.as_ptr(),
            steps: depth,
            c: sums,
            c_row: kernel.cols,
            rows: kernel.rows,
            accumulate: false,
        };
        (kernel.enter)();
        for _ in 0..CALLS {
            // SAFETY: the kernel is the tier's and has been entered; `a`, `b` and `c` hold what a block
            // of all its rows and columns reads and writes.
            unsafe { (kernel.run)(&block) };
        }
        (kernel.leave)();
    };
    let flops = 2 * kernel.rows * kernel.cols * depth * kernel.depth * CALLS;
    (run, flops as f64)
}

/// The part of `0..limit` that share `index` of `count` gets of `units` pieces of `unit` each.
fn share(
    units: usize,
    count: usize,
    index: usize,
    unit: usize,
    limit: usize,
) -> std::ops::Range<usize> {
    let bound = |index: usize| (units * index / count * unit).min(limit);
    bound(index)..bound(index + 1)
}

/// How many tasks share the rows and the columns of the output.
struct Grid {
    rows: usize,
    cols: usize,
    row_unit: usize,
}

impl Grid {
    fn new(kernel: &Kernel, product: &Product, m: usize, n: usize) -> Grid {
        let threads = threads_here();
        let panels = n.div_ceil(kernel.cols);
        let work = m.saturating_mul(n).saturating_mul(product.a.cols().max(1));
        let tasks_max = (work / TASK_WORK_MIN).max(1);
        if product.b.packed().is_some() {
            // Nothing but some rows of the left operand is packed twice, so tasks may be small,
            // and several a thread even out what else the machine does.
            let rows = m.div_ceil(ROWS);
            let wanted = if threads == 1 { 1 } else { 4 * threads };
            let cols = wanted
                .div_ceil(rows)
                .min(tasks_max.div_ceil(rows))
                .clamp(1, panels);
            return Grid {
                rows,
                cols,
                row_unit: ROWS,
            };
        }
        // Each task packs its rows and its columns: of the grids with enough tasks, take the one
        // that packs least.
        let wanted = if threads == 1 {
            1
        } else {
            (2 * threads).min(tasks_max)
        };
        let units = m.div_ceil(kernel.rows);
        let rows_min = m.div_ceil(TILE_ROWS_MAX);
        let grids = (rows_min..=wanted.max(rows_min).min(units)).map(|rows| {
            let cols = wanted.div_ceil(rows).min(panels);
            Grid {
                rows,
                cols,
                row_unit: kernel.rows,
            }
        });
        let cost = |grid: &Grid| m * grid.cols + n * grid.rows;
        grids.min_by_key(cost).expect("at least one row")
    }
}
