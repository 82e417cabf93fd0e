//! Transposing 32-bit lanes: an f32, or a pair of bf16 that stay together.

use std::ptr;

/// `dst[c * dst_stride + r] = src[r * src_stride + c]` for `rows × cols` lanes; strides in lanes.
///
/// # Safety
/// Both may be accessed over that extent, unaligned, and they do not overlap.
pub(super) unsafe fn transpose(
    src: *const u32,
    src_stride: usize,
    (rows, cols): (usize, usize),
    dst: *mut u32,
    dst_stride: usize,
) {
    let (mut whole_rows, mut whole_cols) = (0, 0);
    #[cfg(target_arch = "x86_64")]
    if crate::cpu::tier() >= crate::cpu::Tier::Avx2 {
        (whole_rows, whole_cols) = (rows & !7, cols & !7);
        for r in (0..whole_rows).step_by(8) {
            // SAFETY: the strip of eight rows lies within the caller's extent.
            unsafe {
                let (src, dst) = (src.add(r * src_stride), dst.add(r));
                x86::eight_rows(src, src_stride, whole_cols, dst, dst_stride);
            }
        }
    }
    let one = |r: usize, c: usize| {
        // SAFETY: within the caller's extent.
        unsafe {
            let lane = ptr::read_unaligned(src.add(r * src_stride + c));
            ptr::write_unaligned(dst.add(c * dst_stride + r), lane);
        }
    };
    for c in 0..cols {
        for r in if c < whole_cols { whole_rows } else { 0 }..rows {
            one(r, c);
        }
    }
}

/// Copies what lies below the diagonal of a square matrix to above it, tile by tile, for the sake of the cache.
pub(crate) fn mirror(matrix: &mut [f32], side: usize) {
    const TILE: usize = 16;
    assert_eq!(matrix.len(), side * side, "a square matrix");
    for top in (0..side).step_by(TILE) {
        let rows = TILE.min(side - top);
        for left in (0..top).step_by(TILE) {
            // SAFETY: the tile's columns end where its rows begin, so it and its mirror image lie within the
            // matrix and apart from each other; an f32 is a lane.
            unsafe {
                let matrix = matrix.as_mut_ptr().cast::<u32>();
                let (from, to) = (matrix.add(top * side + left), matrix.add(left * side + top));
                transpose(from, side, (rows, TILE), to, side);
            }
        }
        for row in top..top + rows {
            for col in top..row {
                matrix[col * side + row] = matrix[row * side + col];
            }
        }
    }
}

/// `dst[c * dst_stride + r] = (src[2r * src_stride + c], src[(2r + 1) * src_stride + c])` for sixteen pairs of
/// rows and sixteen columns of 16-bit values; strides in values and in pairs. Tells whether it was done:
/// only where the tier has vectors that hold a row of pairs.
///
/// # Safety
/// As for [`transpose`].
pub(super) unsafe fn transpose_pairs(
    src: *const u16,
    src_stride: usize,
    dst: *mut u32,
    dst_stride: usize,
) -> bool {
    #[cfg(target_arch = "x86_64")]
    if crate::cpu::tier() >= crate::cpu::Tier::Avx512 {
        // SAFETY: the tier has AVX-512; the caller's extent.
        unsafe { x86::sixteen_pairs(src, src_stride, dst, dst_stride) };
        return true;
    }
    let _ = (src, src_stride, dst, dst_stride);
    false
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::arch::x86_64::*;

    /// # Safety
    /// As for `transpose_pairs`; the machine has AVX-512.
    #[target_feature(enable = "avx512f")]
    pub(super) unsafe fn sixteen_pairs(
        src: *const u16,
        src_stride: usize,
        dst: *mut u32,
        dst_stride: usize,
    ) {
        // SAFETY: rows of sixteen values within the caller's extent.
        let wide = |row: usize| unsafe {
            _mm512_cvtepu16_epi32(_mm256_loadu_si256(src.add(row * src_stride).cast()))
        };
        let pairs =
            |row: usize| _mm512_or_si512(wide(2 * row), _mm512_slli_epi32::<16>(wide(2 * row + 1)));
        // Of four rows: in each quarter of a vector, the four rows of one column.
        let fours = |first: usize| {
            let [a, b, c, d] = [0, 1, 2, 3].map(|row| pairs(first + row));
            let (low, high) = (_mm512_unpacklo_epi32(a, b), _mm512_unpackhi_epi32(a, b));
            let (low_next, high_next) = (_mm512_unpacklo_epi32(c, d), _mm512_unpackhi_epi32(c, d));
            [
                _mm512_unpacklo_epi64(low, low_next),
                _mm512_unpackhi_epi64(low, low_next),
                _mm512_unpacklo_epi64(high, high_next),
                _mm512_unpackhi_epi64(high, high_next),
            ]
        };
        let rows = [fours(0), fours(4), fours(8), fours(12)];
        let [first, second, third, fourth] = rows;
        let columns = first
            .into_iter()
            .zip(second)
            .zip(third.into_iter().zip(fourth));
        for (column, ((a, b), (c, d))) in columns.enumerate() {
            const EVEN: i32 = 0x88;
            const ODD: i32 = 0xdd;
            let (near, near_next) = (
                _mm512_shuffle_i32x4::<EVEN>(a, b),
                _mm512_shuffle_i32x4::<EVEN>(c, d),
            );
            let (far, far_next) = (
                _mm512_shuffle_i32x4::<ODD>(a, b),
                _mm512_shuffle_i32x4::<ODD>(c, d),
            );
            let columns = [
                (0, _mm512_shuffle_i32x4::<EVEN>(near, near_next)),
                (4, _mm512_shuffle_i32x4::<EVEN>(far, far_next)),
                (8, _mm512_shuffle_i32x4::<ODD>(near, near_next)),
                (12, _mm512_shuffle_i32x4::<ODD>(far, far_next)),
            ];
            for (quarter, values) in columns {
                // SAFETY: a row of sixteen pairs within the caller's extent.
                unsafe {
                    _mm512_storeu_si512(dst.add((quarter + column) * dst_stride).cast(), values)
                };
            }
        }
    }

    /// Eight rows of `cols` lanes, `cols` a multiple of eight.
    ///
    /// # Safety
    /// As for `transpose`; the machine has AVX2.
    #[target_feature(enable = "avx2")]
    pub(super) unsafe fn eight_rows(
        src: *const u32,
        src_stride: usize,
        cols: usize,
        dst: *mut u32,
        dst_stride: usize,
    ) {
        for c in (0..cols).step_by(8) {
            // SAFETY: the block of 8 × 8 lanes lies within the caller's extent.
            unsafe {
                let row = |r: usize| _mm256_loadu_ps(src.add(r * src_stride + c).cast());
                let pairs = |r: usize| {
                    let (even, odd) = (row(r), row(r + 1));
                    (_mm256_unpacklo_ps(even, odd), _mm256_unpackhi_ps(even, odd))
                };
                let ((a0, a1), (a2, a3)) = (pairs(0), pairs(2));
                let ((a4, a5), (a6, a7)) = (pairs(4), pairs(6));
                // Four rows of one column, in each 128-bit half another column.
                let fours = [
                    (quad::<0x44>(a0, a2), quad::<0x44>(a4, a6)),
                    (quad::<0xee>(a0, a2), quad::<0xee>(a4, a6)),
                    (quad::<0x44>(a1, a3), quad::<0x44>(a5, a7)),
                    (quad::<0xee>(a1, a3), quad::<0xee>(a5, a7)),
                ];
                for (j, (upper, lower)) in fours.into_iter().enumerate() {
                    let near = _mm256_permute2f128_ps::<0x20>(upper, lower);
                    let far = _mm256_permute2f128_ps::<0x31>(upper, lower);
                    _mm256_storeu_ps(dst.add((c + j) * dst_stride).cast(), near);
                    _mm256_storeu_ps(dst.add((c + j + 4) * dst_stride).cast(), far);
                }
            }
        }
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn quad<const CHOICE: i32>(a: __m256, b: __m256) -> __m256 {
        _mm256_shuffle_ps::<CHOICE>(a, b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cpu::{Tier, with_tier};

    #[test]
    fn pairs_of_rows_become_columns() {
        let src: Vec<u16> = (0..40 * 40).collect();
        let mut dst = vec![u32::MAX; 17 * 16];
        // SAFETY: both hold sixteen strides of at least sixteen lanes, or 32 of values.
        if unsafe { transpose_pairs(src.as_ptr(), 40, dst.as_mut_ptr(), 17) } {
            for (at, pair) in dst.iter().enumerate().filter(|(at, _)| at % 17 < 16) {
                let (c, r) = (at / 17, at % 17);
                let value = |row: usize| u32::from(src[row * 40 + c]);
                assert_eq!(*pair, value(2 * r) | value(2 * r + 1) << 16, "{r}, {c}");
            }
        }
    }

    #[test]
    fn every_lane_arrives_in_its_place_for_every_tier_and_shape() {
        let src: Vec<u32> = (0..40 * 40).collect();
        for tier in Tier::ALL.into_iter().filter(|tier| tier.is_available()) {
            for (rows, cols) in [(1, 1), (8, 8), (7, 9), (16, 24), (17, 31), (6, 40), (40, 3)] {
                let mut dst = vec![u32::MAX; 41 * 40];
                // SAFETY: both hold 40 strides of at least 40 lanes.
                with_tier(tier, || unsafe {
                    transpose(src.as_ptr(), 40, (rows, cols), dst.as_mut_ptr(), 41);
                })
                .unwrap();
                for (at, lane) in dst.iter().enumerate() {
                    let (c, r) = (at / 41, at % 41);
                    let expected = if r < rows && c < cols {
                        src[r * 40 + c]
                    } else {
                        u32::MAX
                    };
                    assert_eq!(*lane, expected, "{tier} {rows}×{cols} at {r}, {c}");
                }
            }
        }
    }
}
