//! Speed of matrix products, as a share of what the multiply-add units can do.
//!
//! Each figure is the best of many short runs, and the limit is measured between them. Time is the
//! processor time that this process used, divided by its threads: on a machine that is shared, the
//! clock on the wall would measure the neighbours. `cargo bench -p tensor --bench gemm`.

use std::hint::black_box;
use std::time::{Duration, Instant};

#[path = "support/clock.rs"]
mod clock;
use clock::processor_time;

use tensor::cpu::{Compute, Matrix, MatrixMut, Packed, Right, gemm, threads, tier};

const TIME: Duration = Duration::from_millis(1500);

fn main() {
    let given: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|x| x.parse().ok())
        .collect();
    if let [m, k, n] = given[..] {
        packed(m, k, n);
        return gradient(m, k, n);
    }
    println!("tier {}, {} threads", tier(), threads());
    println!(
        "{:<34} {:>9} {:>9} {:>6}",
        "product", "GFLOP/s", "limit", "share"
    );
    // Linear layers forward: the right operand is packed once an optimiser step.
    for (m, k, n) in [
        (8192, 384, 1024),
        (8192, 1024, 384),
        (8192, 384, 384),
        (8192, 384, 1152),
    ] {
        packed(m, k, n);
    }
    // Gradients of weights: both operands are activations.
    for (m, k, n) in [(384, 8192, 1024), (1024, 8192, 384), (384, 8192, 384)] {
        gradient(m, k, n);
    }
    for m in [1, 4, 16] {
        packed(m, 384, 8192);
        packed(m, 384, 1024);
    }
}

fn packed(m: usize, k: usize, n: usize) {
    let (mut a, mut b, mut out) = (Lines::new(m * k), Lines::new(k * n), Lines::new(m * n));
    let (a, b, out) = (a.values(0.5), b.values(0.25), out.values(0.0));
    let right = Packed::new(Matrix::f32(b, k, n), Compute::F32);
    let best = best(m * k * n, || {
        let out = MatrixMut::f32(out, m, n);
        gemm(
            Matrix::f32(a, m, k),
            Right::Packed(&right),
            out,
            false,
            None,
        );
    });
    report(&format!("{m} × {k} → {n}"), m * k * n, best);
}

fn gradient(m: usize, k: usize, n: usize) {
    let (mut a, mut b, mut out) = (Lines::new(m * k), Lines::new(k * n), Lines::new(m * n));
    let (a, b, out) = (a.values(0.5), b.values(0.25), out.values(0.0));
    let best = best(m * k * n, || {
        let left = Matrix::f32(a, k, m).transposed();
        let out = MatrixMut::f32(out, m, n);
        gemm(left, Right::Matrix(Matrix::f32(b, k, n)), out, true, None);
    });
    report(&format!("{m} × {k} → {n} (gradient)"), m * k * n, best);
}

/// Values that begin at a cache line, as those of a training step do.
struct Lines {
    memory: Vec<f32>,
    len: usize,
}

impl Lines {
    fn new(len: usize) -> Lines {
        Lines {
            memory: vec![0.0; len + 16],
            len,
        }
    }

    fn values(&mut self, value: f32) -> &mut [f32] {
        let first = self.memory.as_ptr().align_offset(64);
        let values = &mut self.memory[first..][..self.len];
        values.fill(value);
        values
    }
}

/// The shortest time of the product, and the most multiply-adds a second of the units beside it.
fn best(work: usize, mut product: impl FnMut()) -> (Duration, f64) {
    let (start, mut shortest, mut limit) = (Instant::now(), Duration::MAX, 0.0f64);
    let repeats = (2_000_000 / work).max(1) as u32;
    while start.elapsed() < TIME {
        let begin = processor_time();
        (0..repeats).for_each(|_| product());
        let spent = (processor_time() - begin) / threads() as u32;
        shortest = shortest.min(spent / repeats);
        limit = limit.max(units());
    }
    (shortest, limit)
}

fn report(name: &str, work: usize, (time, limit): (Duration, f64)) {
    let rate = 2.0 * work as f64 / time.as_secs_f64() / 1e9;
    let limit = 2.0 * limit / 1e9;
    println!(
        "{name:<34} {rate:>9.1} {limit:>9.1} {:>5.1}%",
        100.0 * rate / limit
    );
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
