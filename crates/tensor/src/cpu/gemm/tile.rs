//! A block of packed rows times panels of packed columns: the loops around the micro-kernel.

use half::bf16;

use super::kernel::{Block, Kernel, Rounding};
use super::pack::Left;
use super::sums::COLS;

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

impl Rows {
    /// The rows from `row` on, the first of a panel.
    pub(crate) fn from(self, kernel: &Kernel, row: usize) -> Rows {
        let panels = row / kernel.rows;
        Rows {
            first: self.first.wrapping_add(panels * self.layout.panel),
            count: self.count - row,
            ..self
        }
    }
}

/// Where a product's sums go: `width` columns, rows `stride` apart, in elements.
#[derive(Clone, Copy)]
pub(crate) struct Target {
    pub(crate) c: *mut f32,
    pub(crate) stride: usize,
    pub(crate) width: usize,
    pub(crate) accumulate: bool,
}

impl Target {
    /// The rows from `row` on.
    pub(crate) fn from(self, row: usize) -> Target {
        Target {
            c: self.c.wrapping_add(row * self.stride),
            ..self
        }
    }
}

/// A bf16 output that the sums of the first rows, whole panels of them, go to as soon as they are complete: as a [`Target`],
/// with what is added first.
#[derive(Clone, Copy)]
pub(crate) struct Rounded {
    pub(crate) rows: usize,
    pub(crate) out: *mut bf16,
    pub(crate) stride: usize,
    pub(crate) plus: Option<(*const bf16, usize)>,
}

/// Runs the kernel over all pairs of a panel of rows and a panel of columns. If there is a rounded output, its rows are
/// complete with it; of the target they are only read, to accumulate.
///
/// # Safety
/// The operands are packed for the kernel, `steps` steps long, for as many rows and columns as
/// asked, and the target may be written (and read, to accumulate). A rounded output is for a kernel that rounds and for whole
/// panels of columns; it may be written, and what is added be read.
pub(crate) unsafe fn multiply(
    kernel: &Kernel,
    rows: Rows,
    panels: Panels,
    steps: usize,
    target: Target,
    rounded: Option<Rounded>,
) {
    // SAFETY: the caller's operands, target and output; the second part is what is left of the rows.
    unsafe {
        let Some(rounded) = rounded else {
            return multiply_in_place(kernel, rows, panels, steps, target);
        };
        let count = rounded.rows;
        let (upper, lower) = (Rows { count, ..rows }, rows.from(kernel, count));
        multiply_rounding(kernel, upper, panels, steps, target, rounded);
        multiply_in_place(kernel, lower, panels, steps, target.from(count));
    }
}

/// # Safety
/// As for [`multiply`].
unsafe fn multiply_in_place(
    kernel: &Kernel,
    rows: Rows,
    panels: Panels,
    steps: usize,
    target: Target,
) {
    let run = |i: usize, j: usize| {
        // SAFETY: both panels and this block of the target are among the caller's.
        unsafe {
            let block = block(kernel, (i, j), rows, panels, steps, target);
            match target.width - j < kernel.cols {
                true => partial_block(kernel, &block, target.width - j),
                false => (kernel.run)(&block),
            }
        }
    };
    let first_of_rows = (0..rows.count).step_by(kernel.rows);
    match kernel.keeps_left {
        true => {
            // So many columns of the right operand stay in the second-level cache while the rows pass by.
            for first in (0..target.width).step_by(COLS) {
                let cols = first..target.width.min(first + COLS);
                for i in first_of_rows.clone() {
                    cols.clone().step_by(kernel.cols).for_each(|j| run(i, j));
                }
            }
        }
        false => {
            for j in (0..target.width).step_by(kernel.cols) {
                first_of_rows.clone().for_each(|i| run(i, j));
            }
        }
    }
}

/// # Safety
/// As for [`multiply`]; row `i` and column `j` are the first of panels.
unsafe fn block(
    kernel: &Kernel,
    (i, j): (usize, usize),
    rows: Rows,
    panels: Panels,
    steps: usize,
    target: Target,
) -> Block {
    // SAFETY: both panels and this block of the target are among the caller's.
    unsafe {
        Block {
            a: rows.first.add(i / kernel.rows * rows.layout.panel),
            a_row: rows.layout.row,
            a_step: rows.layout.step,
            b: panels.first.add(j / kernel.cols * panels.stride),
            steps,
            c: target.c.add(i * target.stride + j),
            c_row: target.stride,
            rows: kernel.rows.min(rows.count - i),
            accumulate: target.accumulate,
        }
    }
}

/// Each block is rounded while the kernel computes the next.
///
/// # Safety
/// As for [`multiply`].
unsafe fn multiply_rounding(
    kernel: &Kernel,
    rows: Rows,
    panels: Panels,
    steps: usize,
    target: Target,
    rounded: Rounded,
) {
    let run = kernel.run_rounding.expect("a kernel that rounds");
    let mut sums = [const { Sums([0.0; BLOCK_MAX]) }; 2];
    let mut before: Option<Rounding> = None;
    let mut turn = 0;
    for i in (0..rows.count).step_by(kernel.rows) {
        for j in (0..target.width).step_by(kernel.cols) {
            let into = sums[turn].0.as_mut_ptr();
            // SAFETY: the caller's operands, target and output.
            unsafe {
                let block = block(kernel, (i, j), rows, panels, steps, target);
                run(Some((&block, into)), before.as_ref());
                let plus =
                    |(first, stride): (*const bf16, usize)| (first.add(i * stride + j), stride);
                before = Some(Rounding {
                    sums: into,
                    out: rounded.out.add(i * rounded.stride + j),
                    plus: rounded.plus.map(plus),
                    out_row: rounded.stride,
                });
            }
            turn ^= 1;
        }
    }
    // SAFETY: the last block's sums and output.
    unsafe { run(None, before.as_ref()) };
}

/// The largest block of sums that a kernel has.
const BLOCK_MAX: usize = 32 * 32;

#[repr(align(64))]
struct Sums([f32; BLOCK_MAX]);

/// A block with fewer columns than the kernel's, by way of a copy.
unsafe fn partial_block(kernel: &Kernel, block: &Block, cols: usize) {
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
