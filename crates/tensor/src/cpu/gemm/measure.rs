//! What the units can do, with nothing around them.

use crate::cpu::{scratch, tier};

use super::Compute;
use super::kernel::{Block, Kernel};
use super::pack;

/// A piece of work for measuring the units alone, and its floating-point operations: calls of the tier's
/// micro-kernel on the same operands, which lie in the first-level cache.
pub(crate) fn block_of_products(compute: Compute) -> (impl Fn() + Sync, f64) {
    /// Bytes of both operands together: the smallest first-level cache that such units come with has
    /// 48 KiB where they are wide, 32 KiB elsewhere.
    const OPERANDS: usize = 16 << 10;
    const OPERANDS_OF_TILES: usize = 32 << 10;
    /// So many that preparing the operands takes no time beside them.
    const CALLS: usize = 2000;
    let kernel = Kernel::of(tier(), compute);
    let of_a_step = kernel.depth * (kernel.rows + kernel.cols) * kernel.size();
    let operands = if kernel.group == kernel.cols {
        OPERANDS
    } else {
        OPERANDS_OF_TILES
    };
    let depth = (operands / of_a_step).max(1);
    let run = move || {
        let (mut a, mut b, mut c) = (scratch::take(), scratch::take(), scratch::take());
        // As packed rows lie: a line apart from one set of the cache.
        let row = pack::row_bytes(kernel, depth * kernel.depth);
        // Zeros would be multiplied faster than numbers are, where power is what limits the units.
        for lanes in [
            a.lanes(kernel.rows * row / size_of::<u32>()),
            b.lanes(kernel.panel_bytes(depth * kernel.depth) / size_of::<u32>()),
        ] {
            for (i, lane) in lanes.iter_mut().enumerate() {
                // From 1 to 2, as one f32 or as two bf16.
                *lane = 0x3f80_3f80 | (i as u32).wrapping_mul(0x9e37_79b9) & 0x007f_007f;
            }
        }
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
