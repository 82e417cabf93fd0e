//! What one task of a product does: the blocking loops over a tile of the output.

use std::ops::Range;

use half::bf16;

use crate::cpu::math::{narrow, widen};
use crate::cpu::{Matrix, scratch};

use super::kernel::{Block, Kernel};
use super::pack::{Left, pack_left, pack_right};
use super::{ROWS, Right, TILE_COLS_MAX};

/// Where the output's first element is.
#[derive(Clone, Copy)]
pub(super) enum Output {
    F32(*mut f32),
    Bf16(*mut bf16),
}

/// All that the tasks of a product share.
pub(super) struct Product<'a> {
    pub(super) kernel: &'static Kernel,
    pub(super) a: Matrix<'a>,
    pub(super) b: Right<'a>,
    pub(super) output: Output,
    /// From row to row of the output, in elements.
    pub(super) stride: usize,
    pub(super) accumulate: bool,
    pub(super) bias: Option<&'a [f32]>,
}

// SAFETY: the pointers in `output` are used only through `run`, whose caller keeps tiles apart.
unsafe impl Sync for Product<'_> {}

/// A part of the output.
#[derive(Clone)]
pub(super) struct Tile {
    pub(super) rows: Range<usize>,
    pub(super) cols: Range<usize>,
}

impl Product<'_> {
    /// Computes a tile of the output.
    ///
    /// # Safety
    /// The output may be written there, and nobody else uses that part of it meanwhile.
    pub(super) unsafe fn run(&self, tile: Tile) {
        let packed = self.b.packed().is_some() && matches!(self.output, Output::F32(_));
        let width = if packed {
            tile.cols.len()
        } else {
            TILE_COLS_MAX
        };
        (self.kernel.enter)();
        for first in tile.cols.clone().step_by(width.max(1)) {
            let cols = first..tile.cols.end.min(first + width);
            let tile = Tile {
                cols,
                ..tile.clone()
            };
            // SAFETY: a part of the caller's tile.
            unsafe {
                match self.output {
                    Output::F32(c) => self.run_f32(tile, c),
                    Output::Bf16(c) => self.run_bf16(tile, c),
                }
            }
        }
        (self.kernel.leave)();
    }

    /// The sums go straight to the output.
    unsafe fn run_f32(&self, tile: Tile, c: *mut f32) {
        let k = self.a.cols();
        // SAFETY: the caller's tile, row by row.
        let row = |row: usize| unsafe {
            let first = c.add(row * self.stride + tile.cols.start);
            std::slice::from_raw_parts_mut(first, tile.cols.len())
        };
        for i in tile.rows.clone() {
            match self.bias {
                Some(bias) if self.accumulate => row(i)
                    .iter_mut()
                    .zip(&bias[tile.cols.clone()])
                    .for_each(|(c, b)| *c += b),
                Some(bias) => row(i).copy_from_slice(&bias[tile.cols.clone()]),
                None if k == 0 && !self.accumulate => row(i).fill(0.0),
                None => break,
            }
        }
        let accumulate = self.accumulate || self.bias.is_some();
        // SAFETY: the caller's tile; its first element is at the given place.
        unsafe {
            let first = c.add(tile.rows.start * self.stride + tile.cols.start);
            self.sum(&tile, first, self.stride, tile.cols.len(), accumulate);
        }
    }

    /// The sums are kept in f32 until they are complete, then rounded once.
    unsafe fn run_bf16(&self, tile: Tile, c: *mut bf16) {
        let cols = tile.cols.len().next_multiple_of(self.kernel.cols);
        // A line between rows, so that they do not all fall into one set of the cache.
        let stride = cols + 16;
        let mut scratch = scratch::take();
        let sums = scratch.f32(tile.rows.len() * stride);
        // SAFETY: the caller's tile, row by row.
        let row = |row: usize| unsafe {
            let first = c.add(row * self.stride + tile.cols.start);
            std::slice::from_raw_parts_mut(first, tile.cols.len())
        };
        let begun = self.accumulate || self.bias.is_some() || self.a.cols() == 0;
        if begun {
            for (i, sums) in tile.rows.clone().zip(sums.chunks_exact_mut(stride)) {
                match self.bias {
                    Some(bias) => sums[..tile.cols.len()].copy_from_slice(&bias[tile.cols.clone()]),
                    None => sums.fill(0.0),
                }
                if self.accumulate {
                    sums.iter_mut()
                        .zip(row(i))
                        .for_each(|(sum, c)| *sum += widen(*c));
                }
            }
        }
        // SAFETY: the scratch holds whole panels of columns for each row.
        unsafe { self.sum(&tile, sums.as_mut_ptr(), stride, cols, begun) };
        for (i, sums) in tile.rows.clone().zip(sums.chunks_exact(stride)) {
            round(sums, row(i));
        }
    }

    /// Adds the product of the tile's rows and columns to `c`, or writes it there.
    ///
    /// # Safety
    /// `c` may be used for the tile's rows, `stride` apart, and `width` columns: the tile's, or
    /// more.
    unsafe fn sum(&self, tile: &Tile, c: *mut f32, stride: usize, width: usize, accumulate: bool) {
        let (kernel, k) = (self.kernel, self.a.cols());
        let part = kernel.part(k);
        let (mut left, mut right) = (scratch::take(), scratch::take());
        for first in (0..k).step_by(part) {
            let depth = part.min(k - first);
            let panels = match self.b {
                Right::Packed(packed) | Right::FirstColumns(packed, _) => {
                    packed.panels(tile.cols.start / kernel.cols, first)
                }
                Right::Matrix(b) => {
                    let b = b.part(first, depth, tile.cols.start, tile.cols.len());
                    pack_right(kernel, b, &mut right);
                    Panels {
                        first: right.as_ptr(),
                        stride: kernel.panel_bytes(depth),
                    }
                }
            };
            for i in tile.rows.clone().step_by(ROWS) {
                let rows = ROWS.min(tile.rows.end - i);
                let layout = pack_left(kernel, self.a.part(i, rows, first, depth), &mut left);
                // SAFETY: the operands are packed as the layouts tell; the rows are the tile's.
                unsafe {
                    let c = c.add((i - tile.rows.start) * stride);
                    let rows = Rows {
                        first: left.as_ptr(),
                        layout,
                        count: rows,
                    };
                    let target = Target {
                        c,
                        stride,
                        width,
                        accumulate: accumulate || first > 0,
                    };
                    multiply(
                        kernel,
                        rows,
                        panels,
                        kernel.padded(depth) / kernel.depth,
                        target,
                    );
                }
            }
        }
    }
}

/// Packed panels of a right operand: where the first begins, and how far apart they are in bytes.
#[derive(Clone, Copy)]
pub(crate) struct Panels {
    pub(crate) first: *const u8,
    pub(crate) stride: usize,
}

/// Packed rows of a left operand.
#[derive(Clone, Copy)]
pub(crate) struct Rows {
    pub(crate) first: *const u8,
    pub(crate) layout: Left,
    pub(crate) count: usize,
}

/// Where a product's sums go: `width` columns, rows `stride` apart, in elements.
#[derive(Clone, Copy)]
pub(crate) struct Target {
    pub(crate) c: *mut f32,
    pub(crate) stride: usize,
    pub(crate) width: usize,
    pub(crate) accumulate: bool,
}

/// Runs the kernel over all pairs of a panel of rows and a panel of columns. The panel of columns
/// stays in the first-level cache while the rows pass by.
///
/// # Safety
/// The operands are packed for the kernel, `steps` steps long, for as many rows and columns as
/// asked, and the target may be written (and read, to accumulate).
pub(crate) unsafe fn multiply(
    kernel: &Kernel,
    rows: Rows,
    panels: Panels,
    steps: usize,
    target: Target,
) {
    for j in (0..target.width).step_by(kernel.cols) {
        for i in (0..rows.count).step_by(kernel.rows) {
            // SAFETY: both panels and this block of the target are among the caller's.
            unsafe {
                let block = Block {
                    a: rows.first.add(i / kernel.rows * rows.layout.panel),
                    a_row: rows.layout.row,
                    a_step: rows.layout.step,
                    b: panels.first.add(j / kernel.cols * panels.stride),
                    steps,
                    c: target.c.add(i * target.stride + j),
                    c_row: target.stride,
                    rows: kernel.rows.min(rows.count - i),
                    accumulate: target.accumulate,
                };
                match target.width - j < kernel.cols {
                    true => narrow_block(kernel, &block, target.width - j),
                    false => (kernel.run)(&block),
                }
            }
        }
    }
}

/// The largest block of sums that a kernel has.
const BLOCK_MAX: usize = 32 * 32;

#[repr(align(64))]
struct Sums([f32; BLOCK_MAX]);

/// A block with fewer columns than the kernel's, by way of a copy.
unsafe fn narrow_block(kernel: &Kernel, block: &Block, cols: usize) {
    let mut sums = Sums([0.0; BLOCK_MAX]);
    for r in 0..block.rows {
        // SAFETY: the caller's rows, of which only `cols` columns are touched.
        let row = unsafe { std::slice::from_raw_parts(block.c.add(r * block.c_row), cols) };
        if block.accumulate {
            sums.0[r * kernel.cols..][..cols].copy_from_slice(row);
        }
    }
    let copy = Block {
        c: sums.0.as_mut_ptr(),
        c_row: kernel.cols,
        ..*block
    };
    // SAFETY: the caller's operands; the copy has room for the kernel's block.
    unsafe { (kernel.run)(&copy) };
    for r in 0..block.rows {
        // SAFETY: as above.
        let row = unsafe { std::slice::from_raw_parts_mut(block.c.add(r * block.c_row), cols) };
        row.copy_from_slice(&sums.0[r * kernel.cols..][..cols]);
    }
}

crate::cpu::dispatch::vectorised! {
    /// Rounds as many sums as `out` has room for.
    fn round(sums: &[f32], out: &mut [bf16]) {
        for (out, sum) in out.iter_mut().zip(sums) {
            *out = narrow(*sum);
        }
    }
}
