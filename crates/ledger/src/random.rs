//! Random numbers as a pure function of `(seed, stream, step, n)`.
//!
//! There is no hidden state to save or to restore: whoever knows the seed, the name of the stream
//! and the step can compute every number again, which is what makes a resumed run equal to one that
//! was never interrupted. The generator is Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel
//! random numbers: as easy as 1, 2, 3", SC 2011): ten rounds of a keyed bijection on a 128-bit
//! counter. The key is a hash of seed and stream; the counter holds the step and the number of the
//! block within the step.
//!
//! ```
//! use ledger::random::Random;
//!
//! let mut dice = Random::new(42, "dice", 0);
//! let first: Vec<u64> = (0..5).map(|_| 1 + dice.below(6)).collect();
//! let mut again = Random::new(42, "dice", 0);
//! assert_eq!(first, (0..5).map(|_| 1 + again.below(6)).collect::<Vec<u64>>());
//! ```

/// A stream of random numbers. Cloning it copies the position in the stream.
#[derive(Clone, Debug)]
pub struct Random {
    key: [u32; 2],
    step: u64,
    /// How many 64-bit outputs have been taken.
    taken: u64,
    /// The second half of the block whose first half was handed out last.
    second: u64,
}

impl Random {
    /// The stream called `stream` of `seed` at `step`, at its first number.
    ///
    /// Streams with different names, seeds or steps are independent for all practical purposes.
    pub fn new(seed: u64, stream: &str, step: u64) -> Random {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&seed.to_le_bytes());
        hasher.update(stream.as_bytes());
        let hash = hasher.finalize();
        let bytes = hash.as_bytes();
        let key = [
            u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]),
            u32::from_le_bytes([bytes[4], bytes[5], bytes[6], bytes[7]]),
        ];
        Random {
            key,
            step,
            taken: 0,
            second: 0,
        }
    }

    /// The next 64 random bits.
    pub fn next_u64(&mut self) -> u64 {
        let block = self.taken / 2;
        let is_first = self.taken.is_multiple_of(2);
        self.taken = self.taken.wrapping_add(1);
        if !is_first {
            return self.second;
        }
        let counter = [
            block as u32,
            (block >> 32) as u32,
            self.step as u32,
            (self.step >> 32) as u32,
        ];
        let out = philox4x32(counter, self.key);
        self.second = u64::from(out[2]) | u64::from(out[3]) << 32;
        u64::from(out[0]) | u64::from(out[1]) << 32
    }

    /// A number in `0..n`, each equally likely (Lemire, "Fast random integer generation in an
    /// interval", 2019).
    ///
    /// # Panics
    ///
    /// If `n` is zero: there is no number to return.
    pub fn below(&mut self, n: u64) -> u64 {
        assert!(n > 0, "below(0): there is no number below zero");
        // The high word of a product is biased only where the low word falls below 2^64 mod n.
        let mut product = u128::from(self.next_u64()) * u128::from(n);
        if (product as u64) < n {
            let threshold = n.wrapping_neg() % n;
            while (product as u64) < threshold {
                product = u128::from(self.next_u64()) * u128::from(n);
            }
        }
        (product >> 64) as u64
    }

    /// A number in `[0, 1)` on a grid of 2^-24: every value is exact in `f32`.
    pub fn unit_f32(&mut self) -> f32 {
        (self.next_u64() >> 40) as f32 * (1.0 / (1u64 << 24) as f32)
    }

    /// A number in `[0, 1)` on a grid of 2^-53: every value is exact in `f64`.
    pub fn unit_f64(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 * (1.0 / (1u64 << 53) as f64)
    }

    /// A number from the normal distribution of mean 0 and variance 1 (Box and Muller, 1958).
    ///
    /// Takes exactly one 64-bit output, so the n-th call depends on nothing but n; the price is
    /// that no value lies beyond ±6.7.
    pub fn normal_f32(&mut self) -> f32 {
        let bits = self.next_u64();
        let scale = 1.0 / (1u64 << 32) as f64;
        let radius_uniform = ((bits >> 32) + 1) as f64 * scale; // (0, 1]: its logarithm is finite
        let angle_uniform = (bits as u32) as f64 * scale;
        let radius = (-2.0 * radius_uniform.ln()).sqrt();
        (radius * (std::f64::consts::TAU * angle_uniform).cos()) as f32
    }

    /// Puts `items` in random order, every order equally likely (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let chosen = self.below(last as u64 + 1) as usize;
            items.swap(last, chosen);
        }
    }

    /// One of `items`, each equally likely.
    ///
    /// # Panics
    ///
    /// If `items` is empty.
    pub fn choose<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        assert!(!items.is_empty(), "choose: there is nothing to choose from");
        &items[self.below(items.len() as u64) as usize]
    }
}

/// Ten rounds of Philox on four 32-bit words.
fn philox4x32(mut counter: [u32; 4], mut key: [u32; 2]) -> [u32; 4] {
    const MULTIPLIER: [u64; 2] = [0xD251_1F53, 0xCD9E_8D57];
    const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85]; // golden ratio and sqrt(3) - 1
    for _ in 0..10 {
        let product_0 = MULTIPLIER[0] * u64::from(counter[0]);
        let product_1 = MULTIPLIER[1] * u64::from(counter[2]);
        counter = [
            (product_1 >> 32) as u32 ^ counter[1] ^ key[0],
            product_1 as u32,
            (product_0 >> 32) as u32 ^ counter[3] ^ key[1],
            product_0 as u32,
        ];
        key = [key[0].wrapping_add(WEYL[0]), key[1].wrapping_add(WEYL[1])];
    }
    counter
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The known answers published with Random123.
    #[test]
    fn philox_gives_the_published_answers() {
        assert_eq!(
            philox4x32([0; 4], [0; 2]),
            [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]
        );
        assert_eq!(
            philox4x32([u32::MAX; 4], [u32::MAX; 2]),
            [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
        );
        assert_eq!(
            philox4x32(
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xa409_3822, 0x299f_31d0]
            ),
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
        );
    }

    #[test]
    fn outputs_depend_on_seed_stream_step_and_position_only() {
        let take = |seed, stream, step| {
            let mut random = Random::new(seed, stream, step);
            (0..9).map(|_| random.next_u64()).collect::<Vec<_>>()
        };
        let reference = take(7, "order", 3);
        assert_eq!(reference, take(7, "order", 3));
        for other in [
            take(8, "order", 3),
            take(7, "noise", 3),
            take(7, "order", 4),
        ] {
            assert!(reference.iter().zip(&other).all(|(a, b)| a != b));
        }
        let mut random = Random::new(7, "order", 3);
        random.next_u64();
        let mut copy = random.clone();
        assert_eq!(random.next_u64(), copy.next_u64());
        assert_eq!(copy.next_u64(), reference[2]);
    }

    /// Chi-squared with 12 degrees of freedom: 32.9 is passed once in a thousand seeds; the seed is fixed.
    #[test]
    fn below_is_uniform() {
        let mut random = Random::new(1, "below", 0);
        let mut counts = [0u32; 13];
        let draws = 130_000;
        for _ in 0..draws {
            counts[random.below(13) as usize] += 1;
        }
        let expected = f64::from(draws) / 13.0;
        let chi_squared: f64 = counts
            .iter()
            .map(|&count| (f64::from(count) - expected).powi(2) / expected)
            .sum();
        assert!(chi_squared < 32.9, "chi squared {chi_squared}");
    }

    /// At 3/4 of the range a biased method would return the low half twice as often.
    #[test]
    fn below_is_unbiased_for_huge_bounds() {
        let mut random = Random::new(1, "huge", 0);
        let bound = 3 << 62;
        let low = (0..30_000)
            .filter(|_| random.below(bound) < bound / 2)
            .count();
        assert!((14_500..15_500).contains(&low), "{low} of 30000");
        assert_eq!(random.below(1), 0);
    }

    #[test]
    fn unit_numbers_lie_in_range_with_the_right_mean() {
        let mut random = Random::new(2, "unit", 0);
        let draws = 100_000;
        let (mut sum_32, mut sum_64) = (0.0, 0.0);
        for _ in 0..draws {
            let (a, b) = (random.unit_f32(), random.unit_f64());
            assert!((0.0..1.0).contains(&a) && (0.0..1.0).contains(&b));
            sum_32 += f64::from(a);
            sum_64 += b;
        }
        assert!((sum_32 / f64::from(draws) - 0.5).abs() < 0.005);
        assert!((sum_64 / f64::from(draws) - 0.5).abs() < 0.005);
    }

    #[test]
    fn normal_numbers_have_the_moments_of_the_normal_distribution() {
        let mut random = Random::new(3, "normal", 0);
        let draws = 200_000;
        let values: Vec<f64> = (0..draws).map(|_| f64::from(random.normal_f32())).collect();
        let moment = |power| values.iter().map(|v: &f64| v.powi(power)).sum::<f64>() / draws as f64;
        assert!(moment(1).abs() < 0.01, "mean {}", moment(1));
        assert!((moment(2) - 1.0).abs() < 0.02, "variance {}", moment(2));
        assert!(moment(3).abs() < 0.05, "skew {}", moment(3));
        assert!((moment(4) - 3.0).abs() < 0.1, "kurtosis {}", moment(4));
        let within = values.iter().filter(|v| v.abs() < 1.0).count() as f64 / draws as f64;
        assert!(
            (within - 0.6827).abs() < 0.005,
            "within one sigma: {within}"
        );
    }

    #[test]
    fn shuffle_reaches_every_order_equally_often() {
        let mut random = Random::new(4, "shuffle", 0);
        let mut counts = std::collections::BTreeMap::new();
        for _ in 0..24_000 {
            let mut items = [0, 1, 2, 3];
            random.shuffle(&mut items);
            *counts.entry(items).or_insert(0u32) += 1;
        }
        assert_eq!(counts.len(), 24);
        assert!(
            counts.values().all(|count| (850..1150).contains(count)),
            "{counts:?}"
        );
    }

    #[test]
    fn choose_reaches_every_item() {
        let mut random = Random::new(5, "choose", 0);
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..100 {
            seen.insert(*random.choose(&["a", "b", "c"]));
        }
        assert_eq!(seen.len(), 3);
    }
}
