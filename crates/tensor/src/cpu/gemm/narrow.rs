//! From f32 to bf16 by the instruction that comes with bf16 units, for operands of their products. It rounds
//! as [`narrow`](crate::cpu::math::narrow) does, but takes what is less than the least normal number for
//! 0, as the units themselves do.

use std::arch::x86_64::*;

use half::bf16;

const LANES: usize = 16;

/// As many values as both have.
///
/// # Safety
/// The machine has AVX512-BF16.
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512bf16")]
pub(super) unsafe fn values(from: &[f32], to: &mut [bf16]) {
    let count = from.len().min(to.len());
    for first in (0..count).step_by(LANES) {
        let mask = (0xffff_u32 >> (LANES - LANES.min(count - first))) as u16;
        // SAFETY: the mask keeps both accesses to the values that are left.
        unsafe {
            let wide = _mm512_maskz_loadu_ps(mask, from.as_ptr().add(first));
            let narrow: __m256i = std::mem::transmute(_mm512_cvtneps_pbh(wide));
            _mm256_mask_storeu_epi16(to.as_mut_ptr().add(first).cast(), mask, narrow);
        }
    }
}

/// `out[j] = (first[j], second[j])`, for all whole vectors of `out`.
///
/// # Safety
/// As for [`values`].
#[target_feature(enable = "avx512f,avx512bw,avx512bf16")]
pub(super) unsafe fn pairs(first: &[f32], second: &[f32], out: &mut [u32]) {
    // Value `j` of the first row stands at `j`, of the second at `16 + j`.
    const ORDER: [i16; 32] = {
        let mut order = [0; 32];
        let mut j = 0;
        while j < 32 {
            order[j] = (j / 2 + j % 2 * LANES) as i16;
            j += 1;
        }
        order
    };
    // SAFETY: the constant is as long as a vector.
    let order = unsafe { _mm512_loadu_si512(ORDER.as_ptr().cast()) };
    let rows = first
        .as_chunks::<LANES>()
        .0
        .iter()
        .zip(second.as_chunks::<LANES>().0);
    for ((first, second), out) in rows.zip(out.as_chunks_mut::<LANES>().0) {
        // SAFETY: all three hold a vector.
        unsafe {
            let (first, second) = (
                _mm512_loadu_ps(first.as_ptr()),
                _mm512_loadu_ps(second.as_ptr()),
            );
            let both: __m512i = std::mem::transmute(_mm512_cvtne2ps_pbh(second, first));
            let pairs = _mm512_permutexvar_epi16(order, both);
            _mm512_storeu_si512(out.as_mut_ptr().cast(), pairs);
        }
    }
}
