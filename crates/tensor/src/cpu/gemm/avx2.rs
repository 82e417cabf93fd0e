//! The micro-kernel for 256-bit vectors with fused multiply-add: 6 rows × 16 columns are twelve
//! sums, which leaves registers for two vectors of the right operand and one broadcast of the left,
//! and hides the latency of the two FMA units (4–5 cycles each).

use std::arch::x86_64::*;

use super::kernel::{Block, Element, Kernel};

const ROWS: usize = 6;
const COLS: usize = 16;
/// Steps that the right operand is fetched ahead, for when it is not in the cache yet.
const AHEAD: usize = 48;

pub(crate) static KERNEL: Kernel = Kernel {
    element: Element::F32,
    rows: ROWS,
    cols: COLS,
    depth: 1,
    group: COLS,
    depth_max: 384,
    depth_part: 384,
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

#[target_feature(enable = "avx2,fma")]
unsafe fn rows<const R: usize>(block: &Block) {
    // SAFETY: all rows, steps and columns that are touched are within what the caller promises.
    unsafe {
        let mut sums = [[_mm256_setzero_ps(); 2]; R];
        let (mut a, mut b) = (block.a, block.b.cast::<f32>());
        for r in 0..R {
            _mm_prefetch::<_MM_HINT_T0>(block.c.add(r * block.c_row).cast());
        }
        for _ in 0..block.steps / 4 {
            for _ in 0..4 {
                step(&mut sums, a, block.a_row, b);
                a = a.wrapping_add(block.a_step);
                b = b.wrapping_add(COLS);
            }
        }
        for _ in 0..block.steps % 4 {
            step(&mut sums, a, block.a_row, b);
            a = a.wrapping_add(block.a_step);
            b = b.wrapping_add(COLS);
        }
        for (r, sums) in sums.iter().enumerate() {
            let c = block.c.add(r * block.c_row);
            for (half, sum) in sums.iter().enumerate() {
                let c = c.add(half * 8);
                let sum = match block.accumulate {
                    true => _mm256_add_ps(_mm256_loadu_ps(c), *sum),
                    false => *sum,
                };
                _mm256_storeu_ps(c, sum);
            }
        }
    }
}

#[inline]
#[target_feature(enable = "avx2,fma")]
unsafe fn step<const R: usize>(
    sums: &mut [[__m256; 2]; R],
    a: *const u8,
    a_row: usize,
    b: *const f32,
) {
    // SAFETY: the caller's step lies within both operands.
    unsafe {
        let (b0, b1) = (_mm256_loadu_ps(b), _mm256_loadu_ps(b.wrapping_add(8)));
        _mm_prefetch::<_MM_HINT_T0>(b.wrapping_add(AHEAD * COLS).cast());
        for (r, [sum0, sum1]) in sums.iter_mut().enumerate() {
            let left = _mm256_broadcast_ss(&*a.wrapping_add(r * a_row).cast());
            *sum0 = _mm256_fmadd_ps(left, b0, *sum0);
            *sum1 = _mm256_fmadd_ps(left, b1, *sum1);
        }
    }
}
