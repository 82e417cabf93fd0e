//! Elementwise functions that the compiler can vectorise.

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

/// `eˣ` within 2 units in the last place; 0 below −87.3, and at most `e^88` above.
///
/// `x = n ln 2 + r` with `|r| ≤ ln 2 / 2`, `eʳ` by a polynomial, `2ⁿ` put into the exponent bits
/// (Cody and Waite 1980). No branches, so loops over it vectorise.
#[inline(always)]
pub fn exp(x: f32) -> f32 {
    const LOWEST: f32 = -87.3;
    const HIGHEST: f32 = 88.0;
    // Adding 1.5 · 2²³ leaves the rounded integer in the low bits of the sum.
    const MAGIC: f32 = 12_582_912.0;
    const LN2_HIGH: f32 = 0.693_359_4;
    const LN2_LOW: f32 = -2.121_944_4e-4;
    let clamped = if x < LOWEST { LOWEST } else { x };
    let clamped = if clamped > HIGHEST { HIGHEST } else { clamped };
    let shifted = clamped * std::f32::consts::LOG2_E + MAGIC;
    let n = shifted - MAGIC;
    let r = clamped - n * LN2_HIGH - n * LN2_LOW;
    let tail = 1.0 / 5040.0;
    let tail = tail * r + 1.0 / 720.0;
    let tail = tail * r + 1.0 / 120.0;
    let tail = tail * r + 1.0 / 24.0;
    let tail = tail * r + 1.0 / 6.0;
    let tail = tail * r + 0.5;
    let power = tail * r * r + r + 1.0;
    let exponent = (shifted.to_bits().wrapping_sub(MAGIC.to_bits()) as i32 + 127) << 23;
    let value = power * f32::from_bits(exponent as u32);
    if x < LOWEST { 0.0 } else { value }
}

#[cfg(test)]
mod tests {
    #[test]
    fn exp_is_within_two_units_in_the_last_place() {
        for step in -87_000..88_000 {
            let x = step as f32 * 1e-3;
            let exact = f64::from(x).exp();
            let error = (f64::from(super::exp(x)) - exact).abs() / exact;
            assert!(
                error < 2.0 * f64::from(f32::EPSILON),
                "exp({x}) is off by {error:e}"
            );
        }
        assert_eq!(super::exp(f32::NEG_INFINITY), 0.0);
        assert!(super::exp(f32::NAN).is_nan());
    }
}
