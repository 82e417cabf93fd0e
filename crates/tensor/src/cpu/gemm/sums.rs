//! What one task of a product does: a block of rows, and all products that read it.

use std::ops::Range;

use half::bf16;

use crate::cpu::dispatch::vectorised;
use crate::cpu::math::widen;
use crate::cpu::narrow::narrow_all;
use crate::cpu::pool::threads_here;
use crate::cpu::scratch::{self, Scratch};
use crate::cpu::{Elements, ElementsMut, Matrix, MatrixMut};

use super::kernel::Kernel;
use super::pack::{Left, left_bytes, left_in_place, pack_left};
use super::packed::Packed;
use super::tile::{Rounded, Rows, Target, multiply};

/// Rows of the left operands that are packed at a time, at times twice as many: a multiple of every kernel's rows, and
/// with an ordinary `K` a quarter of the second-level cache at most.
const ROWS: usize = 96;
/// Right operands that the second-level cache keeps from one block of rows to the next take so many bytes at most.
const KEPT_BYTES_MAX: usize = 1 << 20;
/// Left operands that are packed whole, all of `K`, take so many bytes at most; longer ones are packed part
/// by part, for each [`COLS`] of an output anew.
const WHOLE_BYTES_MAX: usize = 1 << 20;
/// Columns of a bf16 output whose sums are kept in f32 until they are complete: with [`ROWS`] a tenth of the
/// second-level cache, or a fifth. Also the columns that a [`Finish`] gets at a time.
pub(crate) const COLS: usize = 512;

const _: () =
    assert!(ROWS.is_multiple_of(12) && ROWS.is_multiple_of(32) && COLS.is_multiple_of(32));

/// Rows that a task computes: more where each block reads the right operands from beyond the second-level cache. A kernel
/// that keeps rows of the left operand reads all the right ones for every few rows, so that it gains most; for
/// others, as many rows must be packed whole.
pub(super) fn rows_of_block(
    kernel: &Kernel,
    (lefts, rows): (&[Matrix], usize),
    sums: &[Shared],
) -> usize {
    let right = |(_, right): &(usize, &Packed)| right.bytes();
    let rights: usize = sums.iter().flat_map(|sum| sum.terms).map(right).sum();
    if rights <= KEPT_BYTES_MAX {
        return ROWS;
    }
    if kernel.keeps_left {
        // Blocks of one size, where there are several as many for each thread.
        let blocks = match rows.div_ceil(4 * ROWS) {
            1 => 1,
            several => several.next_multiple_of(threads_here()),
        };
        let rows = rows.div_ceil(blocks).next_multiple_of(kernel.rows);
        return rows.max(ROWS);
    }
    match packed_whole(kernel, lefts, 2 * ROWS) {
        true => 2 * ROWS,
        false => ROWS,
    }
}

/// Whether so many rows of all left operands are packed at once.
pub(super) fn packed_whole(kernel: &Kernel, lefts: &[Matrix], rows: usize) -> bool {
    let bytes = |left: &Matrix| left_bytes(kernel, rows, left.cols());
    lefts.iter().map(bytes).sum::<usize>() <= WHOLE_BYTES_MAX
}

/// What is done with complete sums before they are rounded.
///
/// `call` is called once for each piece of each row, by any thread, with the row, the piece's first column and its sums:
/// pieces are [`COLS`] neighbouring columns, fewer where a task's share of the columns ends. It must not compute products
/// itself, for the kernel is in use.
#[derive(Clone, Copy)]
pub(crate) struct Finish<'a> {
    pub(crate) call: &'a (dyn Fn(usize, usize, &mut [f32]) + Sync),
    /// Whether pieces begin at multiples of [`COLS`] however many tasks share the columns.
    pub(crate) fixed: bool,
}

/// One output: `out = Σ lefts[i]·right`, and what is added to it.
pub(crate) struct Sum<'a> {
    /// Which left operand is multiplied with which right one: at least one pair.
    pub terms: Vec<(usize, &'a Packed)>,
    pub out: MatrixMut<'a>,
    /// Whether what is in `out` is added.
    pub accumulate: bool,
    /// One number a column.
    pub bias: Option<&'a [f32]>,
    /// A matrix of the output's shape.
    pub plus: Option<Matrix<'a>>,
    /// Applied last, if there is one.
    pub(crate) finish: Option<Finish<'a>>,
}

/// A [`Sum`] that tasks share, each writing its own part of the output.
pub(super) struct Shared<'a> {
    terms: &'a [(usize, &'a Packed)],
    output: Output,
    stride: usize,
    pub(super) cols: usize,
    accumulate: bool,
    bias: Option<&'a [f32]>,
    plus: Option<Matrix<'a>>,
    pub(super) finish: Option<Finish<'a>>,
}

/// Where an output's first element is.
#[derive(Clone, Copy)]
enum Output {
    F32(*mut f32),
    Bf16(*mut bf16),
}

// SAFETY: the pointers are used only through `Products::run`, whose caller keeps tasks apart.
unsafe impl Sync for Shared<'_> {}

impl<'a> Shared<'a> {
    pub(super) fn new(sum: &'a mut Sum<'_>) -> Shared<'a> {
        let (stride, cols) = (sum.out.row_stride(), sum.out.cols());
        Shared {
            output: match sum.out.elements_mut() {
                ElementsMut::F32(values) => Output::F32(values.as_mut_ptr()),
                ElementsMut::Bf16(values) => Output::Bf16(values.as_mut_ptr()),
            },
            terms: &sum.terms,
            stride,
            cols,
            accumulate: sum.accumulate,
            bias: sum.bias,
            plus: sum.plus,
            finish: sum.finish,
        }
    }

    /// Whether all products are over no elements at all, so that nobody writes their sums.
    fn is_empty(&self) -> bool {
        self.terms.iter().all(|(_, right)| right.rows() == 0)
    }
}

/// All that the tasks of some products share.
pub(super) struct Products<'a> {
    pub(super) kernel: &'static Kernel,
    pub(super) lefts: &'a [Matrix<'a>],
    pub(super) sums: &'a [Shared<'a>],
}

/// A block of rows of all left operands.
struct Packing<'p> {
    rows: Range<usize>,
    /// Each left operand's, where they are packed whole.
    whole: Option<&'p [Operand]>,
}

/// Rows of a left operand, packed or where they are.
struct Operand {
    first: *const u8,
    layout: Left,
    /// What keeps packed rows.
    _packed: Option<Scratch>,
}

impl Operand {
    fn of(kernel: &Kernel, part: Matrix) -> Operand {
        if let Some((first, layout)) = left_in_place(kernel, &part) {
            return Operand {
                first,
                layout,
                _packed: None,
            };
        }
        let mut scratch = scratch::take();
        let layout = pack_left(kernel, part, &mut scratch);
        Operand {
            first: scratch.as_ptr(),
            layout,
            _packed: Some(scratch),
        }
    }
}

impl Products<'_> {
    /// Computes a block of rows of all outputs, of each the columns that `cols` gives for their
    /// number.
    ///
    /// # Safety
    /// Nobody else uses that part of the outputs meanwhile.
    pub(super) unsafe fn run(&self, rows: Range<usize>, cols: impl Fn(usize) -> Range<usize>) {
        let fits = packed_whole(self.kernel, self.lefts, rows.len());
        let pack = |left: &Matrix| {
            Operand::of(
                self.kernel,
                left.part(rows.start, rows.len(), 0, left.cols()),
            )
        };
        let whole: Option<Vec<_>> = fits.then(|| self.lefts.iter().map(pack).collect());
        let packing = Packing {
            whole: whole.as_deref(),
            rows: rows.clone(),
        };
        (self.kernel.enter)();
        for sum in self.sums {
            let cols = cols(sum.cols);
            if cols.is_empty() {
                continue;
            }
            // SAFETY: the caller's part of the output.
            unsafe {
                match sum.output {
                    Output::F32(out) if sum.finish.is_some() => {
                        for first in cols.clone().step_by(COLS) {
                            let cols = first..cols.end.min(first + COLS);
                            self.in_place(sum, &packing, cols, out);
                        }
                    }
                    Output::F32(out) => self.in_place(sum, &packing, cols, out),
                    Output::Bf16(out) => self.rounded(sum, &packing, cols, out),
                }
            }
        }
        (self.kernel.leave)();
    }

    /// The sums go straight to the output.
    unsafe fn in_place(&self, sum: &Shared, packing: &Packing, cols: Range<usize>, out: *mut f32) {
        let extra = sum.bias.is_some() || sum.plus.is_some();
        let begins = extra || (sum.is_empty() && !sum.accumulate);
        for row in packing.rows.clone().filter(|_| begins) {
            // SAFETY: the caller's part of the output, row by row.
            let out = unsafe {
                std::slice::from_raw_parts_mut(out.add(row * sum.stride + cols.start), cols.len())
            };
            if !sum.accumulate {
                out.fill(0.0);
            }
            add_bias(out, sum.bias.map(|bias| &bias[cols.clone()]));
            add_row(out, sum.plus, row, cols.start);
        }
        // SAFETY: the caller's part of the output; its first element is at the given place.
        unsafe {
            let target = Target {
                c: out.add(packing.rows.start * sum.stride + cols.start),
                stride: sum.stride,
                width: cols.len(),
                accumulate: sum.accumulate || extra,
            };
            self.multiply(sum, packing, cols.start, target, None);
        }
        let Some(finish) = sum.finish else { return };
        for row in packing.rows.clone() {
            // SAFETY: the caller's part of the output, row by row.
            let sums = unsafe {
                std::slice::from_raw_parts_mut(out.add(row * sum.stride + cols.start), cols.len())
            };
            (finish.call)(row, cols.start, sums);
        }
    }

    /// The sums are kept in f32 until they are complete, then rounded once: by the kernel, where it can.
    unsafe fn rounded(&self, sum: &Shared, packing: &Packing, cols: Range<usize>, out: *mut bf16) {
        let kernel = self.kernel;
        let mut scratch = scratch::take();
        for first in cols.clone().step_by(COLS) {
            let count = COLS.min(cols.end - first);
            let width = count.next_multiple_of(kernel.cols);
            // A line between rows, so that they do not all fall into one set of the cache.
            let stride = width + 16;
            let sums = scratch.f32(packing.rows.len() * stride);
            if sum.is_empty() {
                sums.fill(0.0);
            }
            // SAFETY: the output's first element is there, with the rows and columns of the block.
            let by_kernel =
                unsafe { self.rounded_by_kernel(sum, &packing.rows, first, count, out) };
            // SAFETY: the scratch holds whole panels of columns for each row; the caller's part of the output.
            unsafe {
                let target = Target {
                    c: sums.as_mut_ptr(),
                    stride,
                    width,
                    accumulate: false,
                };
                self.multiply(sum, packing, first, target, by_kernel);
            }
            let bias = sum.bias.map(|bias| &bias[first..first + count]);
            let rows = packing.rows.clone().zip(sums.chunks_exact_mut(stride));
            for (row, sums) in rows.skip(by_kernel.map_or(0, |to| to.rows)) {
                // SAFETY: the caller's part of the output, row by row.
                let out = unsafe {
                    std::slice::from_raw_parts_mut(out.add(row * sum.stride + first), count)
                };
                let sums = &mut sums[..count];
                add_bias(sums, bias);
                add_row(sums, sum.plus, row, first);
                if sum.accumulate {
                    add_bf16(sums, out);
                }
                if let Some(finish) = sum.finish {
                    (finish.call)(row, first, sums);
                }
                narrow_all(sums, out);
            }
        }
    }

    /// The part of an output that the kernel rounds itself: whole panels, if nothing is to be done with their sums but to add
    /// one matrix of bf16.
    ///
    /// # Safety
    /// `out` is the output's first element; it has these rows, and `count` columns from `first_col` on.
    unsafe fn rounded_by_kernel(
        &self,
        sum: &Shared,
        rows: &Range<usize>,
        first_col: usize,
        count: usize,
        out: *mut bf16,
    ) -> Option<Rounded> {
        let kernel = self.kernel;
        let whole = rows.len() / kernel.rows * kernel.rows;
        let filled = sum.terms.iter().all(|(_, right)| right.rows() > 0);
        let plain = sum.bias.is_none() && sum.finish.is_none() && filled;
        let able = kernel.run_rounding.is_some() && count.is_multiple_of(kernel.cols);
        if whole == 0 || !plain || !able {
            return None;
        }
        let added = sum.plus.map(|plus| (plus.elements(), plus.row_stride()));
        let plus = match (added, sum.accumulate) {
            (None, false) => None,
            (None, true) => Some((out.cast_const(), sum.stride)),
            (Some((Elements::Bf16(values), stride)), false) => Some((values.as_ptr(), stride)),
            _ => return None,
        };
        // SAFETY: what is added has the output's shape; the caller's output.
        unsafe {
            let first = |stride: usize| rows.start * stride + first_col;
            Some(Rounded {
                rows: whole,
                out: out.add(first(sum.stride)),
                stride: sum.stride,
                plus: plus.map(|(plus, stride)| (plus.add(first(stride)), stride)),
            })
        }
    }

    /// All terms of a sum, for the packed rows and the columns from `first_col` on. Of the first rows, sums go to the rounded
    /// output instead, if there is one.
    ///
    /// # Safety
    /// The target and the output may be written for these rows and columns.
    unsafe fn multiply(
        &self,
        sum: &Shared,
        packing: &Packing,
        first_col: usize,
        target: Target,
        rounded: Option<Rounded>,
    ) {
        let kernel = self.kernel;
        let mut begun = target.accumulate;
        let last_term = sum.terms.len() - 1;
        for (term, (left, right)) in sum.terms.iter().enumerate() {
            let k = right.rows();
            let part = kernel.part(k);
            for first in (0..k).step_by(part) {
                let depth = part.min(k - first);
                let packed;
                let (operand, offset) = match packing.whole {
                    Some(whole) => (&whole[*left], first / kernel.depth),
                    None => {
                        let rows = &packing.rows;
                        let part = self.lefts[*left].part(rows.start, rows.len(), first, depth);
                        packed = Operand::of(kernel, part);
                        (&packed, 0)
                    }
                };
                let rows = Rows {
                    first: operand.first.wrapping_add(offset * operand.layout.step),
                    layout: operand.layout,
                    count: packing.rows.len(),
                };
                let panels = right.panels(first_col / kernel.cols, first);
                let steps = kernel.padded(depth) / kernel.depth;
                let target = Target {
                    accumulate: begun,
                    ..target
                };
                let complete = term == last_term && first + depth == k;
                let rounded = rounded.filter(|_| complete);
                // SAFETY: the operands are packed as the layouts tell; the caller's target and output.
                unsafe { multiply(kernel, rows, panels, steps, target, rounded) };
                begun = true;
            }
        }
    }
}

/// Adds a part of a row of `matrix` to `sums`, from column `first` on.
fn add_row(sums: &mut [f32], matrix: Option<Matrix>, row: usize, first: usize) {
    let Some(matrix) = matrix else { return };
    let at = row * matrix.row_stride() + first;
    match matrix.elements() {
        Elements::F32(values) => add_f32(sums, &values[at..at + sums.len()]),
        Elements::Bf16(values) => add_bf16(sums, &values[at..at + sums.len()]),
    }
}

fn add_bias(sums: &mut [f32], bias: Option<&[f32]>) {
    if let Some(bias) = bias {
        add_f32(sums, bias);
    }
}

vectorised! {
    fn add_f32(sums: &mut [f32], values: &[f32]) {
        sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
    }
}

vectorised! {
    fn add_bf16(sums: &mut [f32], values: &[bf16]) {
        sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += widen(*value));
    }
}
