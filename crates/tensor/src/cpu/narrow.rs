//! Slices from f32 to bf16: by the instruction that comes with bf16 units where there are such, which takes
//! what is less than the least normal number for 0, as the units themselves do.

use half::bf16;

use super::dispatch::vectorised;
use super::math::narrow;
use super::tier;

/// Rounds to nearest, ties to even, as many values as both have.
pub(super) fn narrow_all(from: &[f32], to: &mut [bf16]) {
    #[cfg(target_arch = "x86_64")]
    if tier().has_bf16_units() {
        // SAFETY: the tier has the instructions.
        return unsafe { x86::values(from, to) };
    }
    by_hand(from, to);
}

vectorised! {
    fn by_hand(from: &[f32], to: &mut [bf16]) {
        to.iter_mut().zip(from).for_each(|(to, from)| *to = narrow(*from));
    }
}

/// `out[j] = (first[j], second[j])` as pairs of bf16, for three slices of one length. Tells whether it was
/// done: only by the instruction, and only for whole vectors.
#[inline(always)]
pub(super) fn narrow_pairs(first: &[f32], second: &[f32], out: &mut [u32]) -> bool {
    #[cfg(target_arch = "x86_64")]
    if tier().has_bf16_units() && out.len().is_multiple_of(x86::LANES) {
        // SAFETY: the tier has the instructions.
        unsafe { x86::pairs(first, second, out) };
        return true;
    }
    let _ = (first, second, out);
    false
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::arch::x86_64::*;

    use half::bf16;

    pub(super) const LANES: usize = 16;

    /// # Safety
    /// The machine has AVX512-BF16.
    #[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512bf16")]
    pub(super) unsafe fn values(from: &[f32], to: &mut [bf16]) {
        let count = from.len().min(to.len());
        let whole = count - count % (2 * LANES);
        for first in (0..whole).step_by(2 * LANES) {
            // SAFETY: two whole vectors are left.
            unsafe {
                let from = from.as_ptr().add(first);
                let (one, two) = (_mm512_loadu_ps(from), _mm512_loadu_ps(from.add(LANES)));
                let narrow: __m512i = std::mem::transmute(_mm512_cvtne2ps_pbh(two, one));
                _mm512_storeu_si512(to.as_mut_ptr().add(first).cast(), narrow);
            }
        }
        for first in (whole..count).step_by(LANES) {
            let mask = (0xffff_u32 >> (LANES - LANES.min(count - first))) as u16;
            // SAFETY: the mask keeps both accesses to the values that are left.
            unsafe {
                let wide = _mm512_maskz_loadu_ps(mask, from.as_ptr().add(first));
                let narrow: __m256i = std::mem::transmute(_mm512_cvtneps_pbh(wide));
                _mm256_mask_storeu_epi16(to.as_mut_ptr().add(first).cast(), mask, narrow);
            }
        }
    }

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
                let first = _mm512_loadu_ps(first.as_ptr());
                let second = _mm512_loadu_ps(second.as_ptr());
                let both: __m512i = std::mem::transmute(_mm512_cvtne2ps_pbh(second, first));
                let pairs = _mm512_permutexvar_epi16(order, both);
                _mm512_storeu_si512(out.as_mut_ptr().cast(), pairs);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cpu::{Tier, with_tier};

    #[test]
    fn every_tier_narrows_as_one_value_is_narrowed() {
        let values: Vec<f32> = (0..100).map(|i| (i as f32 - 50.0) * 0.123_456_7).collect();
        for tier in Tier::ALL.into_iter().filter(|tier| tier.is_available()) {
            with_tier(tier, || {
                let mut out = vec![bf16::ONE; 101];
                narrow_all(&values, &mut out);
                let expected = values.iter().map(|value| narrow(*value));
                assert!(
                    out.iter().copied().eq(expected.chain([bf16::ONE])),
                    "{tier}"
                );
                let mut pairs = vec![0u32; 48];
                if narrow_pairs(&values[..48], &values[50..98], &mut pairs) {
                    for (j, pair) in pairs.iter().enumerate() {
                        let bits = |value: f32| u32::from(narrow(value).to_bits());
                        assert_eq!(*pair, bits(values[j]) | bits(values[50 + j]) << 16);
                    }
                }
            })
            .unwrap();
        }
    }
}
