//! The micro-kernel in plain Rust, for machines without a tier of their own. The block is small
//! enough for sixteen 128-bit registers, which every 64-bit x86 and ARM processor has.

use super::kernel::{Block, Element, Kernel};

const ROWS: usize = 6;
const COLS: usize = 8;

pub(crate) static KERNEL: Kernel = Kernel {
    element: Element::F32,
    rows: ROWS,
    cols: COLS,
    depth: 1,
    group: COLS,
    depth_max: 256,
    depth_part: 256,
    enter: || {},
    leave: || {},
    run,
    run_rounding: None,
    keeps_left: false,
};

unsafe fn run(block: &Block) {
    // SAFETY: the caller's promise, passed on; each arm computes the rows that it names.
    unsafe {
        match block.rows {
            1 => rows::<1>(block),
            2 => rows::<2>(block),
            3 => rows::<3>(block),
            4 => rows::<4>(block),
            5 => rows::<5>(block),
            _ => rows::<ROWS>(block),
        }
    }
}

unsafe fn rows<const R: usize>(block: &Block) {
    let mut sums = [[0.0f32; COLS]; R];
    let (mut a, mut b) = (block.a, block.b.cast::<[f32; COLS]>());
    for _ in 0..block.steps {
        // SAFETY: the step lies within the panel, which holds `COLS` values for each step.
        let right = unsafe { b.read_unaligned() };
        for (r, sums) in sums.iter_mut().enumerate() {
            // SAFETY: row `r` is below `block.rows` and this step below `block.steps`.
            let left = unsafe {
                a.wrapping_add(r * block.a_row)
                    .cast::<f32>()
                    .read_unaligned()
            };
            for (sum, right) in sums.iter_mut().zip(right) {
                *sum = multiply_add(left, right, *sum);
            }
        }
        a = a.wrapping_add(block.a_step);
        b = b.wrapping_add(1);
    }
    for (r, sums) in sums.iter_mut().enumerate() {
        // SAFETY: the caller lets us write, and read, the kernel's columns of this row.
        let c = unsafe { &mut *block.c.add(r * block.c_row).cast::<[f32; COLS]>() };
        for (c, sum) in c.iter_mut().zip(sums) {
            *c = if block.accumulate { *c + *sum } else { *sum };
        }
    }
}

/// ARM fuses in one instruction; on x86 without FMA a fused operation would be a slow call.
#[inline(always)]
fn multiply_add(a: f32, b: f32, c: f32) -> f32 {
    if cfg!(target_arch = "aarch64") {
        a.mul_add(b, c)
    } else {
        a * b + c
    }
}
