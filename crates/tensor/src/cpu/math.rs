//! Elementwise functions that the compiler can vectorise: no branches, no calls, and nothing that
//! a wider vector would add up in another order, so every tier gives the same bits.

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

/// The exponential function, within 1 unit in the last place (a relative error of 1.2e-7) where
/// the result is a normal number. Smaller results are 0, larger ones than f32 holds are infinite,
/// and a NaN that arithmetic made stays a NaN (one with other low bits need not).
///
/// `x = n·ln 2 + r` with `|r| ≤ ln 2 / 2` in two parts of ln 2 (Cody & Waite, "Software manual for
/// the elementary functions", 1980), then `eʳ = 1 + r + r²·P(r)` with a polynomial `P` fitted for
/// the least relative error of eʳ, 4e-9.
#[inline(always)]
pub fn exp(x: f32) -> f32 {
    /// Where the result overflows.
    const MOST: f32 = 88.722_84;
    let value = exp_to_88(x);
    if x > MOST { f32::INFINITY } else { value }
}

/// [`exp`] for arguments up to 88, such as those of a softmax, without a look at overflow.
#[inline(always)]
pub(super) fn exp_to_88(x: f32) -> f32 {
    /// Adding it rounds to an integer, which then stands in the lowest bits.
    const ROUND: f32 = 1.5 * (1 << 23) as f32;
    /// ln 2 with zeros below its upper bits, so that its product with `n` is exact, and the rest.
    const LN2_HIGH: f32 = 0.693_359_4;
    const LN2_LOW: f32 = -2.121_944_4e-4;
    /// Where the result leaves the normal numbers.
    const LEAST: f32 = -87.336_54;

    let shifted = x * std::f32::consts::LOG2_E + ROUND;
    let n = shifted - ROUND;
    let r = (x - n * LN2_HIGH) - n * LN2_LOW;
    let r2 = r * r;
    let high = (0.041_668_39 + r * 0.008_368_745) + r2 * 0.001_381_454;
    let tail = (0.499_999_94 + r * 0.166_665_21) + r2 * high;
    let power = 1.0 + (r + r2 * tail);
    // Times 2ⁿ, by adding `n` to the exponent: within the limits the result has one of its own.
    let value = f32::from_bits(power.to_bits().wrapping_add(shifted.to_bits() << 23));
    if x < LEAST { 0.0 } else { value }
}

/// The sum of sixteen lanes, pairwise.
#[inline(always)]
pub(crate) fn sum_of_lanes(lanes: [f32; 16]) -> f32 {
    fold_lanes(lanes, |a, b| a + b)
}

/// The largest of sixteen lanes that are not NaN.
#[inline(always)]
pub(crate) fn largest_of_lanes(lanes: [f32; 16]) -> f32 {
    fold_lanes(lanes, |a, b| if b > a { b } else { a })
}

/// Halves that fall together, half by half: written out, because a loop over the halves goes through
/// memory, lane by lane.
#[inline(always)]
fn fold_lanes(lanes: [f32; 16], fold: impl Fn(f32, f32) -> f32) -> f32 {
    // Through memory once, or the compiler takes the pairs of the last fold for vectors and has the loop before it fill
    // its lanes two by two.
    let lanes = std::hint::black_box(lanes);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_is_within_one_unit_in_the_last_place() {
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
        assert!(worst < 1.0, "{worst}");
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
