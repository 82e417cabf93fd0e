//! The speed of a piece of work, and of the multiply-add units beside it.

use std::hint::black_box;
use std::time::Duration;

use tensor::cpu::{Compute, Tier, threads, tier};

use crate::clock::processor_time;

/// Runs `body` (each time `repeats` times) until this process has used `total` processor time.
/// Returns the shortest time of one call and the median rate of the units for that type in GFLOP/s,
/// both counting all threads as one. For bf16 these are the vector units, also where there are tiles.
pub(crate) fn best(
    compute: Compute,
    total: Duration,
    repeats: u32,
    mut body: impl FnMut(),
) -> (Duration, f64) {
    let start = processor_time();
    let (mut times, mut rates) = (Vec::new(), Vec::new());
    while processor_time() - start < total || times.len() < 10 {
        let begin = processor_time();
        (0..repeats).for_each(|_| body());
        times.push((processor_time() - begin) / threads() as u32 / repeats);
        rates.push(2.0 * units(compute) / 1e9);
    }
    times.sort_unstable();
    rates.sort_unstable_by(|a, b| b.total_cmp(a));
    (times[0], rates[rates.len() / 2])
}

/// Multiply-adds a second from registers, of one thread times their number.
fn units(compute: Compute) -> f64 {
    const ROUNDS: usize = 20_000;
    let begin = processor_time();
    let done = match compute {
        Compute::F32 => f32_rounds(ROUNDS),
        Compute::Bf16 => bf16_rounds(ROUNDS),
    };
    (threads() * done) as f64 / (processor_time() - begin).as_secs_f64()
}

/// Independent sums, enough to hide the units' latency.
const SUMS: usize = 12;

/// Returns the number of multiply-adds, in vectors as wide as the tier's.
#[cfg(target_arch = "x86_64")]
fn f32_rounds(rounds: usize) -> usize {
    use std::arch::x86_64::*;

    #[target_feature(enable = "avx2,fma")]
    fn run_256(rounds: usize) {
        let (x, y) = (
            _mm256_set1_ps(black_box(0.5)),
            _mm256_set1_ps(black_box(0.25)),
        );
        let mut sums = [_mm256_set1_ps(black_box(1.0)); SUMS];
        for _ in 0..rounds {
            for sum in &mut sums {
                *sum = _mm256_fmadd_ps(*sum, x, y);
            }
        }
        black_box(sums);
    }
    #[target_feature(enable = "avx512f")]
    fn run_512(rounds: usize) {
        let (x, y) = (
            _mm512_set1_ps(black_box(0.5)),
            _mm512_set1_ps(black_box(0.25)),
        );
        let mut sums = [_mm512_set1_ps(black_box(1.0)); SUMS];
        for _ in 0..rounds {
            for sum in &mut sums {
                *sum = _mm512_fmadd_ps(*sum, x, y);
            }
        }
        black_box(sums);
    }
    // SAFETY: the machine has what its tier is made of.
    unsafe {
        match tier() {
            Tier::Portable => return portable_rounds(rounds),
            Tier::Avx2 => run_256(rounds),
            _ => run_512(rounds),
        }
    }
    let lanes = if tier() == Tier::Avx2 { 8 } else { 16 };
    rounds * SUMS * lanes
}

#[cfg(not(target_arch = "x86_64"))]
fn f32_rounds(rounds: usize) -> usize {
    portable_rounds(rounds)
}

fn portable_rounds(rounds: usize) -> usize {
    let mut sums = [black_box(1.0f32); SUMS * 8];
    for _ in 0..rounds {
        for sum in &mut sums {
            *sum = *sum * black_box(0.5) + 0.25;
        }
    }
    black_box(sums);
    rounds * SUMS * 8
}

/// Returns the number of multiply-adds; without units for bf16 it multiplies f32.
#[cfg(target_arch = "x86_64")]
fn bf16_rounds(rounds: usize) -> usize {
    use std::arch::x86_64::*;

    #[target_feature(enable = "avx512f,avx512bf16")]
    fn run(rounds: usize) {
        let half = _mm512_cvtneps_pbh(_mm512_set1_ps(black_box(0.5)));
        // SAFETY: both are 64 bytes without invalid values; the halves are the same bits twice.
        let pairs: __m512bh = unsafe { std::mem::transmute([half, half]) };
        let mut sums = [_mm512_set1_ps(black_box(1.0)); SUMS];
        for _ in 0..rounds {
            for sum in &mut sums {
                *sum = _mm512_dpbf16_ps(*sum, pairs, pairs);
            }
        }
        black_box(sums);
    }
    if !is_x86_feature_detected!("avx512bf16") {
        return f32_rounds(rounds);
    }
    // SAFETY: just tested.
    unsafe { run(rounds) };
    rounds * SUMS * 32
}

#[cfg(not(target_arch = "x86_64"))]
fn bf16_rounds(rounds: usize) -> usize {
    f32_rounds(rounds)
}
