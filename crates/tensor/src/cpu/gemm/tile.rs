//! A block of packed rows times panels of packed columns: the loops around the micro-kernel.

use super::kernel::{Block, Kernel};
use super::pack::Left;

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
                    true => partial_block(kernel, &block, target.width - j),
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
