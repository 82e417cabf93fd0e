//! The micro-kernels for 512-bit vectors, f32 and bf16 pairs: 12 rows × 32 columns are 24 sums,
//! which leaves registers for two vectors of the right operand and a few broadcasts of the left.

use std::arch::x86_64::*;

use super::kernel::{Block, Element, Kernel};

const ROWS: usize = 12;
const COLS: usize = 32;
/// Steps that the right operand is fetched ahead, for when it is not in the cache yet.
const AHEAD: usize = 24;

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
    run: run::<false>,
    run_rounding: None,
    keeps_left: false,
};

/// `vdpbf16ps` adds the products of two bf16 pairs to each lane.
pub(crate) static KERNEL_BF16: Kernel = Kernel {
    element: Element::Bf16,
    rows: ROWS,
    cols: COLS,
    depth: 2,
    group: COLS,
    depth_max: 512,
    depth_part: 512,
    enter: || {},
    leave: || {},
    run: run::<true>,
    run_rounding: None,
    keeps_left: false,
};

unsafe fn run<const BF16: bool>(block: &Block) {
    macro_rules! dispatch {
        ($rows:expr) => {
            match BF16 {
                true => rows_bf16::<$rows>(block),
                false => rows_f32::<$rows>(block),
            }
        };
    }
    // SAFETY: the caller's promise, passed on; each arm computes the rows that it names.
    unsafe {
        match block.rows {
            1 => dispatch!(1),
            2 => dispatch!(2),
            3 => dispatch!(3),
            4 => dispatch!(4),
            5 => dispatch!(5),
            6 => dispatch!(6),
            7 => dispatch!(7),
            8 => dispatch!(8),
            9 => dispatch!(9),
            10 => dispatch!(10),
            11 => dispatch!(11),
            _ => dispatch!(ROWS),
        }
    }
}

#[target_feature(enable = "avx512f")]
unsafe fn rows_f32<const R: usize>(block: &Block) {
    // SAFETY: all rows, steps and columns that are touched are within what the caller promises.
    unsafe {
        let mut sums = [[_mm512_setzero_ps(); 2]; R];
        let (mut a, mut b) = (block.a, block.b.cast::<f32>());
        for r in 0..R {
            let c = block.c.wrapping_add(r * block.c_row);
            _mm_prefetch::<_MM_HINT_ET0>(c.cast());
            _mm_prefetch::<_MM_HINT_ET0>(c.wrapping_add(COLS / 2).cast());
        }
        for _ in 0..block.steps {
            let (b0, b1) = (_mm512_loadu_ps(b), _mm512_loadu_ps(b.wrapping_add(16)));
            fetch_ahead(b.cast());
            for (r, [sum0, sum1]) in sums.iter_mut().enumerate() {
                let left = _mm512_set1_ps(*a.wrapping_add(r * block.a_row).cast());
                *sum0 = _mm512_fmadd_ps(left, b0, *sum0);
                *sum1 = _mm512_fmadd_ps(left, b1, *sum1);
            }
            a = a.wrapping_add(block.a_step);
            b = b.wrapping_add(COLS);
        }
        for (r, sums) in sums.into_iter().enumerate() {
            store(block.c.add(r * block.c_row), sums, block.accumulate);
        }
    }
}

#[target_feature(enable = "avx512f,avx512bf16")]
unsafe fn rows_bf16<const R: usize>(block: &Block) {
    // SAFETY: as for `rows_f32`; a lane holds two bf16 values, so a step is 32 lanes here too.
    unsafe {
        let mut sums = [[_mm512_setzero_ps(); 2]; R];
        let (mut a, mut b) = (block.a, block.b.cast::<i32>());
        for _ in 0..block.steps {
            let (b0, b1) = (
                pairs(_mm512_loadu_epi32(b)),
                pairs(_mm512_loadu_epi32(b.wrapping_add(16))),
            );
            fetch_ahead(b.cast());
            for (r, [sum0, sum1]) in sums.iter_mut().enumerate() {
                let lane = a
                    .wrapping_add(r * block.a_row)
                    .cast::<i32>()
                    .read_unaligned();
                let left = pairs(_mm512_set1_epi32(lane));
                *sum0 = _mm512_dpbf16_ps(*sum0, left, b0);
                *sum1 = _mm512_dpbf16_ps(*sum1, left, b1);
            }
            a = a.wrapping_add(block.a_step);
            b = b.wrapping_add(COLS);
        }
        for (r, sums) in sums.into_iter().enumerate() {
            store(block.c.add(r * block.c_row), sums, block.accumulate);
        }
    }
}

/// Fetches the two lines of a later step of the right operand; a step is `COLS` lanes of 32 bits.
#[inline]
#[target_feature(enable = "avx512f")]
fn fetch_ahead(b: *const u32) {
    _mm_prefetch::<_MM_HINT_T0>(b.wrapping_add(AHEAD * COLS).cast());
    _mm_prefetch::<_MM_HINT_T0>(b.wrapping_add(AHEAD * COLS + COLS / 2).cast());
}

/// The same bits, as 32 bf16 values.
#[inline]
#[target_feature(enable = "avx512f")]
fn pairs(lanes: __m512i) -> __m512bh {
    // SAFETY: both types are 64 bytes without invalid values.
    unsafe { std::mem::transmute(lanes) }
}

/// Writes one row's sums to `c`, or adds them.
#[inline]
#[target_feature(enable = "avx512f")]
unsafe fn store(c: *mut f32, sums: [__m512; 2], accumulate: bool) {
    for (half, sum) in sums.into_iter().enumerate() {
        // SAFETY: the caller may write, and read, the kernel's columns from `c` on.
        unsafe {
            let c = c.add(half * 16);
            let sum = match accumulate {
                true => _mm512_add_ps(_mm512_loadu_ps(c), sum),
                false => sum,
            };
            _mm512_storeu_ps(c, sum);
        }
    }
}
