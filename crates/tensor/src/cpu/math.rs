//! Elementwise functions that the compiler can vectorise: no branches, and nothing that a wider vector would
//! add up in another order, so every tier gives the same bits. (Old x86 processors without fused
//! multiply-adds, which only the portable tier runs on, have them by a call, lane by lane.)

use half::bf16;

/// The nearest bf16, ties to even; a NaN stays a NaN.
#[inline(always)]
pub fn narrow(value: f32) -> bf16 {
    let bits = value.to_bits();
    let rounded = bits.wrapping_add(0x7fff + ((bits >> 16) & 1));
    let quiet = bits | 0x0040_0000;
    bf16::from_bits((if value.is_nan() { quiet } else { rounded } >> 16) as u16)
}

/// The same value as an f32.
#[inline(always)]
pub fn widen(value: bf16) -> f32 {
    f32::from_bits(u32::from(value.to_bits()) << 16)
}

/// The exponential function, within 1.02 units in the last place (a relative error of 1.2e-7) where
/// the result is a normal number. Smaller results are 0, larger ones than f32 holds are infinite,
/// and a NaN that arithmetic made stays a NaN (one with other low bits need not).
///
/// `x = n·ln 2 + r` with `|r| ≤ ln 2 / 2` in two parts of ln 2 (Cody & Waite, "Software manual for
/// the elementary functions", 1980), then `eʳ = 1 + r + r²·P(r)` with a polynomial `P` fitted for
/// the least relative error of eʳ, 4e-9. Products are added without rounding them first, which is one instruction
/// nearly everywhere and the same number everywhere.
#[inline(always)]
pub fn exp(x: f32) -> f32 {
    /// From here on the result overflows.
    const MOST: f32 = 88.722_84;
    let value = exp_to_88(x);
    if x >= MOST { f32::INFINITY } else { value }
}

/// [`exp`] for arguments up to 88, such as those of a softmax, without a look at overflow.
#[inline(always)]
pub(super) fn exp_to_88(x: f32) -> f32 {
    /// Adding it rounds to an integer, which then stands in the lowest bits.
    const ROUND: f32 = 1.5 * (1 << 23) as f32;
    /// ln 2, and what it lacks as an f32.
    const LN2_HIGH: f32 = std::f32::consts::LN_2;
    const LN2_LOW: f32 = -1.904_654_3e-9;
    /// Where the result leaves the normal numbers.
    const LEAST: f32 = -87.336_54;

    let shifted = x.mul_add(std::f32::consts::LOG2_E, ROUND);
    let n = shifted - ROUND;
    let r = n.mul_add(-LN2_LOW, n.mul_add(-LN2_HIGH, x));
    let r2 = r * r;
    let high = r2.mul_add(0.001_381_454, r.mul_add(0.008_368_745, 0.041_668_39));
    let tail = r2.mul_add(high, r.mul_add(0.166_665_21, 0.499_999_94));
    let power = 1.0 + r2.mul_add(tail, r);
    // Times 2ⁿ, by adding `n` to the exponent: within the limits the result has one of its own.
    let value = f32::from_bits(power.to_bits().wrapping_add(shifted.to_bits() << 23));
    if x < LEAST { 0.0 } else { value }
}

/// The sum of sixteen lanes, pairwise.
#[inline(always)]
pub(crate) fn sum_of_lanes(lanes: [f32; 16]) -> f32 {
    fold::sum(std::hint::black_box(lanes))
}

/// The largest of sixteen lanes that are not NaN.
#[inline(always)]
pub(crate) fn largest_of_lanes(lanes: [f32; 16]) -> f32 {
    fold::largest(std::hint::black_box(lanes))
}

/// Halves that fall together, half by half, until one lane is left.
///
/// The lanes come through memory (`black_box`), or the compiler takes the pairs of the last fold for vectors and has the
/// loop that fills the lanes do so two by two.
#[cfg(target_arch = "x86_64")]
mod fold {
    use std::arch::x86_64::*;

    #[inline(always)]
    pub(super) fn sum(lanes: [f32; 16]) -> f32 {
        halves(lanes, |a, b| {
            // SAFETY: every processor of this architecture has the instruction.
            unsafe { _mm_add_ps(a, b) }
        })
    }

    #[inline(always)]
    pub(super) fn largest(lanes: [f32; 16]) -> f32 {
        halves(lanes, |a, b| {
            // SAFETY: as above.
            unsafe { _mm_max_ps(b, a) }
        })
    }

    #[inline(always)]
    fn halves(lanes: [f32; 16], fold: impl Fn(__m128, __m128) -> __m128) -> f32 {
        // SAFETY: there are four vectors of four lanes; as above.
        unsafe {
            let [a, b, c, d] = [0, 4, 8, 12].map(|at| _mm_loadu_ps(lanes.as_ptr().add(at)));
            let four = fold(fold(a, c), fold(b, d));
            let two = fold(four, _mm_movehl_ps(four, four));
            _mm_cvtss_f32(fold(two, _mm_shuffle_ps::<1>(two, two)))
        }
    }
}

#[cfg(not(target_arch = "x86_64"))]
mod fold {
    pub(super) fn sum(lanes: [f32; 16]) -> f32 {
        halves(lanes, |a, b| a + b)
    }

    pub(super) fn largest(lanes: [f32; 16]) -> f32 {
        halves(lanes, |a, b| if b > a { b } else { a })
    }

    #[inline(always)]
    fn halves(lanes: [f32; 16], fold: impl Fn(f32, f32) -> f32) -> f32 {
        let (mut eight, mut four, mut two) = ([0.0; 8], [0.0; 4], [0.0; 2]);
        for j in 0..8 {
            eight[j] = fold(lanes[j], lanes[j + 8]);
        }
        for j in 0..4 {
            four[j] = fold(eight[j], eight[j + 4]);
        }
        for j in 0..2 {
            two[j] = fold(four[j], four[j + 2]);
        }
        fold(two[0], two[1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_is_within_about_one_unit_in_the_last_place() {
        let mut worst = 0.0f64;
        // Every 61st number of the range in which the result is normal.
        for bits in (0..0x42b1_0000u32).step_by(61) {
            for x in [f32::from_bits(bits), -f32::from_bits(bits)] {
                let exact = f64::from(x).exp();
                if (f64::from(f32::MIN_POSITIVE) * 1.001..f64::from(f32::MAX)).contains(&exact) {
                    let unit = 2f64.powi(exact.log2().floor() as i32 - 23);
                    worst = worst.max((f64::from(exp(x)) - exact).abs() / unit);
                }
            }
        }
        println!("worst error of exp: {worst:.3} units in the last place");
        assert!(worst < 1.02, "{worst}");
    }

    #[test]
    fn lanes_fold_half_by_half() {
        let lanes: [f32; 16] =
            std::array::from_fn(|i| (i as f32 * 0.37).sin() * 10f32.powi(i as i32 % 5));
        let halves = |fold: fn(f32, f32) -> f32| {
            let mut values = lanes.to_vec();
            while values.len() > 1 {
                let (low, high) = values.split_at(values.len() / 2);
                values = low.iter().zip(high).map(|(a, b)| fold(*a, *b)).collect();
            }
            values[0]
        };
        assert_eq!(
            sum_of_lanes(lanes).to_bits(),
            halves(|a, b| a + b).to_bits()
        );
        assert_eq!(largest_of_lanes(lanes), halves(f32::max));
        let mut some = [f32::NEG_INFINITY; 16];
        some[11] = -3.0;
        assert_eq!(largest_of_lanes(some), -3.0);
    }

    #[test]
    fn exp_has_the_same_bits_in_every_tier() {
        use crate::cpu::{Tier, with_tier};
        let x: Vec<f32> = (0..4096).map(|i| (i as f32 - 2048.0) * 0.0431).collect();
        let of_tier = |tier| {
            with_tier(tier, || {
                let mut values = x.clone();
                crate::rows::vectorised(
                    #[inline(always)]
                    || values.iter_mut().for_each(|x| *x = exp(*x)),
                );
                values.iter().map(|x| x.to_bits()).collect::<Vec<_>>()
            })
            .unwrap()
        };
        let portable = of_tier(Tier::Portable);
        for tier in Tier::ALL.into_iter().filter(|tier| tier.is_available()) {
            assert!(of_tier(tier) == portable, "{tier}");
        }
    }

    #[test]
    fn exp_at_its_ends() {
        assert_eq!(exp(0.0), 1.0);
        assert_eq!(exp(f32::NEG_INFINITY), 0.0);
        assert_eq!(exp(-1e30), 0.0);
        assert_eq!(exp(-88.0), 0.0);
        assert_eq!(exp(f32::INFINITY), f32::INFINITY);
        assert_eq!(exp(1e30), f32::INFINITY);
        assert_eq!(exp(89.0), f32::INFINITY);
        // Every number about either limit: as large as it should be, and never a NaN.
        for bits in 0x42b1_7000..0x42b1_7300_u32 {
            let (x, value) = (f32::from_bits(bits), exp(f32::from_bits(bits)));
            let exact = f64::from(x).exp();
            let is_close = (f64::from(value) / exact - 1.0).abs() < 2e-7;
            assert!(
                is_close || exact > f64::from(f32::MAX) && value == f32::INFINITY,
                "{x}: {value}"
            );
        }
        for bits in 0xc2ae_ab00..0xc2ae_ae00_u32 {
            let (x, value) = (f32::from_bits(bits), exp(f32::from_bits(bits)));
            let exact = f64::from(x).exp();
            let is_close = (f64::from(value) / exact - 1.0).abs() < 2e-7;
            assert!(
                is_close || exact < 1.001 * f64::from(f32::MIN_POSITIVE) && value == 0.0,
                "{x}: {value}"
            );
        }
        assert!(exp(88.7).is_finite());
        assert!(exp(f32::NAN).is_nan());
    }

    #[test]
    fn narrowing_is_that_of_the_half_crate() {
        for bits in (0..u32::MAX - 40_009).step_by(40_009) {
            let value = f32::from_bits(bits);
            let (ours, theirs) = (narrow(value), bf16::from_f32(value));
            assert_eq!(ours.is_nan(), theirs.is_nan(), "{value}");
            assert!(
                ours.is_nan() || ours.to_bits() == theirs.to_bits(),
                "{value}"
            );
        }
        let tie = |bits: u32| narrow(f32::from_bits(bits)).to_bits();
        assert_eq!(
            [tie(0x3f80_8000), tie(0x3f81_8000), tie(0x3f80_8001)],
            [0x3f80, 0x3f82, 0x3f81]
        );
    }
}
