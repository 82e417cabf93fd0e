//! Speed of matrix products, as a share of what the multiply-add units can do.
//!
//! Each figure is the best of many short runs, and the limit is measured between them. Time is the
//! processor time that this process used, divided by its threads: on a machine that is shared, the
//! clock on the wall would measure the neighbours. Shares are true with one thread, `GENSEN_THREADS=1`:
//! of several, one that has run out of work sleeps and uses no time. `cargo bench -p tensor --bench gemm`; a word
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
        "{:<36} {:>9} {:>9} {:>6}",
        "product", "GFLOP/s", "limit", "share"
    );
    let types = match tier().has_bf16_units() {
        true => &[Compute::F32, Compute::Bf16][..],
        false => &[Compute::F32],
    };
    for compute in types {
        // Linear layers forward: the right operand is packed once an optimiser step. The last two
        // are a chunk's logits and the gradient of its hidden states.
        for (m, k, n) in [
            (8192, 384, 1024),
            (8192, 1024, 384),
            (8192, 384, 384),
            (8192, 384, 1152),
            (256, 384, 8192),
            (256, 8192, 384),
        ] {
            packed(m, k, n, *compute);
        }
        // Gradients of weights: both operands are activations.
        for (m, k, n) in [
            (384, 2048, 1024),
            (1024, 2048, 384),
            (384, 2048, 384),
            (8192, 256, 384),
        ] {
            gradient(m, k, n, *compute);
        }
    }
    // Decoding.
    for m in [1, 4, 16] {
        packed(m, 384, 8192, Compute::F32);
        packed(m, 384, 1024, Compute::F32);
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

fn packed(m: usize, k: usize, n: usize, compute: Compute) {
    let name = format!("{m} × {k} → {n} ({compute:?})");
    if !wanted(&name) {
        return;
    }
    let (a, mut out) = (Values::new(m * k, compute), Values::new(m * n, compute));
    let weights = vec![0.25; k * n];
    let right = Packed::new(Matrix::f32(&weights, k, n), compute);
    let best = units::best(compute, TIME, repeats(m * k * n), || {
        let out = out.matrix_mut(m, n);
        gemm(a.matrix(m, k), Right::Packed(&right), out, false, None);
    });
    report(&name, m * k * n, best);
}

/// Sums of gradients are f32 whatever the operands.
fn gradient(m: usize, k: usize, n: usize, compute: Compute) {
    let name = format!("{m} × {k} → {n} (gradient, {compute:?})");
    if !wanted(&name) {
        return;
    }
    let (a, b) = (Values::new(m * k, compute), Values::new(k * n, compute));
    let mut out = Values::new(m * n, Compute::F32);
    let best = units::best(compute, TIME, repeats(m * k * n), || {
        let left = a.matrix(k, m).transposed();
        let right = Right::Matrix(b.matrix(k, n));
        gemm(left, right, out.matrix_mut(m, n), true, None);
    });
    report(&name, m * k * n, best);
}

/// Values in the type in which a training step holds them, read from a cache line on, as there.
enum Values {
    F32(Vec<f32>),
    Bf16(Vec<bf16>),
}

impl Values {
    fn new(len: usize, compute: Compute) -> Values {
        const LINE: usize = 32;
        match compute {
            Compute::F32 => Values::F32(vec![0.5; len + LINE]),
            Compute::Bf16 => Values::Bf16(vec![bf16::from_f32(0.5); len + LINE]),
        }
    }

    fn matrix(&self, rows: usize, cols: usize) -> Matrix<'_> {
        match self {
            Values::F32(v) => Matrix::f32(&v[line(v)..][..rows * cols], rows, cols),
            Values::Bf16(v) => Matrix::bf16(&v[line(v)..][..rows * cols], rows, cols),
        }
    }

    fn matrix_mut(&mut self, rows: usize, cols: usize) -> MatrixMut<'_> {
        match self {
            Values::F32(v) => {
                let first = line(v);
                MatrixMut::f32(&mut v[first..][..rows * cols], rows, cols)
            }
            Values::Bf16(v) => {
                let first = line(v);
                MatrixMut::bf16(&mut v[first..][..rows * cols], rows, cols)
            }
        }
    }
}

/// The first of the values that begins a cache line.
fn line<T>(values: &[T]) -> usize {
    values.as_ptr().addr().wrapping_neg() % 64 / size_of::<T>()
}

/// Small products are repeated until a run takes a few dozen microseconds.
fn repeats(work: usize) -> u32 {
    (2_000_000 / work).max(1) as u32
}

fn report(name: &str, work: usize, (time, limit): (Duration, f64)) {
    let rate = 2.0 * work as f64 / time.as_secs_f64() / 1e9;
    println!(
        "{name:<36} {rate:>9.1} {limit:>9.1} {:>5.1}%",
        100.0 * rate / limit
    );
}
