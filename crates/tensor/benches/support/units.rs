//! The speed of a piece of work, and of the multiply-add units beside it.

use std::hint::black_box;
use std::time::Duration;

use tensor::cpu::threads;

use crate::clock::processor_time;

/// Runs `body` (each time `repeats` times) until this process has used `total` processor time.
/// Returns the shortest time of one call and the median rate of the units in GFLOP/s, both counting
/// all threads as one.
pub(crate) fn best(total: Duration, repeats: u32, mut body: impl FnMut()) -> (Duration, f64) {
    let start = processor_time();
    let (mut times, mut rates) = (Vec::new(), Vec::new());
    while processor_time() - start < total || times.len() < 10 {
        let begin = processor_time();
        (0..repeats).for_each(|_| body());
        times.push((processor_time() - begin) / threads() as u32 / repeats);
        rates.push(2.0 * units() / 1e9);
    }
    times.sort_unstable();
    rates.sort_unstable_by(|a, b| b.total_cmp(a));
    (times[0], rates[rates.len() / 2])
}

/// Multiply-adds a second from registers, of one thread times their number.
fn units() -> f64 {
    const ROUNDS: usize = 20_000;
    let begin = processor_time();
    black_box_rounds(ROUNDS);
    (threads() * ROUNDS * LANES) as f64 / (processor_time() - begin).as_secs_f64()
}

/// Multiply-adds in a round.
const LANES: usize = 12 * 8;

#[cfg(target_arch = "x86_64")]
fn black_box_rounds(rounds: usize) {
    use std::arch::x86_64::*;

    #[target_feature(enable = "avx2,fma")]
    fn run(rounds: usize) {
        let (x, y) = (
            _mm256_set1_ps(black_box(0.5)),
            _mm256_set1_ps(black_box(0.25)),
        );
        let mut sums = [_mm256_set1_ps(black_box(1.0)); 12];
        for _ in 0..rounds {
            for sum in &mut sums {
                *sum = _mm256_fmadd_ps(*sum, x, y);
            }
        }
        black_box(sums);
    }
    if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") {
        // SAFETY: just tested.
        unsafe { run(rounds) }
    }
}

#[cfg(not(target_arch = "x86_64"))]
fn black_box_rounds(rounds: usize) {
    let mut sums = [black_box(1.0f32); LANES];
    for _ in 0..rounds {
        for sum in &mut sums {
            *sum = *sum * black_box(0.5) + 0.25;
        }
    }
    black_box(sums);
}
