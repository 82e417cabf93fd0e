//! Speed of matrix products, as a share of what the multiply-add units can do.
//!
//! Each figure is the best of many short runs, and the limit is measured between them. Time is the
//! processor time that this process used, divided by its threads: on a machine that is shared, the
//! clock on the wall would measure the neighbours. `cargo bench -p tensor --bench gemm`; a word
//! after `--` picks the products whose name contains it.

use std::time::Duration;

#[path = "support/clock.rs"]
mod clock;
#[path = "support/units.rs"]
mod units;

use half::bf16;
use tensor::cpu::{Compute, Matrix, MatrixMut, Packed, Right, gemm, threads, tier};

const TIME: Duration = Duration::from_millis(1500);

fn main() {
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
    // The same as training does it where there are bf16 units: bf16 in and, but for the gradients
    // of weights, out.
    for (m, k, n) in [
        (8192, 384, 1024),
        (8192, 1024, 384),
        (8192, 384, 384),
        (8192, 384, 1152),
        (256, 384, 8192),
        (256, 8192, 384),
    ] {
        packed_bf16(m, k, n);
    }
    for (m, k, n) in [
        (384, 2048, 1024),
        (1024, 2048, 384),
        (384, 2048, 384),
        (8192, 256, 384),
    ] {
        gradient_bf16(m, k, n);
    }
}

/// Whether the product is asked for.
fn wanted(name: &str) -> bool {
    let mut words = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .peekable();
    words.peek().is_none() || words.any(|word| name.contains(&word))
}

fn packed(m: usize, k: usize, n: usize) {
    let name = format!("{m} × {k} → {n}");
    if !wanted(&name) {
        return;
    }
    let (mut a, mut b, mut out) = (Lines::new(m * k), Lines::new(k * n), Lines::new(m * n));
    let (a, b, out) = (a.values(0.5), b.values(0.25), out.values(0.0));
    let right = Packed::new(Matrix::f32(b, k, n), Compute::F32);
    let best = units::best(TIME, repeats(m * k * n), || {
        let out = MatrixMut::f32(out, m, n);
        gemm(
            Matrix::f32(a, m, k),
            Right::Packed(&right),
            out,
            false,
            None,
        );
    });
    report(&name, m * k * n, best);
}

fn packed_bf16(m: usize, k: usize, n: usize) {
    let name = format!("{m} × {k} → {n} (bf16)");
    if !wanted(&name) {
        return;
    }
    let b = vec![0.25; k * n];
    let (a, mut out) = (halves(m * k), halves(m * n));
    let right = Packed::new(Matrix::f32(&b, k, n), Compute::Bf16);
    let best = units::best(TIME, repeats(m * k * n), || {
        let out = MatrixMut::bf16(&mut out, m, n);
        gemm(
            Matrix::bf16(&a, m, k),
            Right::Packed(&right),
            out,
            false,
            None,
        );
    });
    report(&name, m * k * n, best);
}

fn gradient_bf16(m: usize, k: usize, n: usize) {
    let name = format!("{m} × {k} → {n} (gradient, bf16)");
    if !wanted(&name) {
        return;
    }
    let (a, b) = (halves(m * k), halves(k * n));
    let mut out = Lines::new(m * n);
    let out = out.values(0.0);
    let best = units::best(TIME, repeats(m * k * n), || {
        let left = Matrix::bf16(&a, k, m).transposed();
        let out = MatrixMut::f32(out, m, n);
        gemm(left, Right::Matrix(Matrix::bf16(&b, k, n)), out, true, None);
    });
    report(&name, m * k * n, best);
}

fn halves(len: usize) -> Vec<bf16> {
    vec![bf16::from_f32(0.5); len]
}

fn gradient(m: usize, k: usize, n: usize) {
    let name = format!("{m} × {k} → {n} (gradient)");
    if !wanted(&name) {
        return;
    }
    let (mut a, mut b, mut out) = (Lines::new(m * k), Lines::new(k * n), Lines::new(m * n));
    let (a, b, out) = (a.values(0.5), b.values(0.25), out.values(0.0));
    let best = units::best(TIME, repeats(m * k * n), || {
        let left = Matrix::f32(a, k, m).transposed();
        let out = MatrixMut::f32(out, m, n);
        gemm(left, Right::Matrix(Matrix::f32(b, k, n)), out, true, None);
    });
    report(&name, m * k * n, best);
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

/// Small products are repeated until a run takes a few dozen microseconds.
fn repeats(work: usize) -> u32 {
    (2_000_000 / work).max(1) as u32
}

fn report(name: &str, work: usize, (time, limit): (Duration, f64)) {
    let rate = 2.0 * work as f64 / time.as_secs_f64() / 1e9;
    println!(
        "{name:<34} {rate:>9.1} {limit:>9.1} {:>5.1}%",
        100.0 * rate / limit
    );
}
