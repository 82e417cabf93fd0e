//! The three products of a linear layer by the clock on the wall, all threads together: one JSON line
//! each, for `bench/products.py`, which sets PyTorch beside them. A word after `--` picks the products whose name
//! contains it.
//!
//! Numbers are random: zeros or equal ones are multiplied faster on some machines, for they cost less power.

use std::hint::black_box;
use std::time::Instant;

use half::bf16;
use tensor::cpu::{Compute, Matrix, MatrixMut, Packed, Right, gemm, threads, tier};

/// Rows, width of the input and of the output: layers of the models of 16.9 and 110 million parameters.
const LAYERS: [(usize, usize, usize); 4] = [
    (8192, 384, 1152),
    (8192, 384, 1024),
    (4096, 768, 3072),
    (4096, 3072, 768),
];

/// Seconds of a measurement.
const SECONDS: f64 = 1.0;

fn main() {
    for (rows, width, out) in LAYERS {
        let (x, dy) = (numbers(rows * width, 1), numbers(rows * out, 2));
        let weights: Vec<f32> = numbers(width * out, 3).iter().map(|w| w.to_f32()).collect();
        let weights = Matrix::f32(&weights, width, out);
        let forward = Packed::new(weights, Compute::Bf16);
        let backward = Packed::new(weights.transposed(), Compute::Bf16);
        let (x, dy) = (Matrix::bf16(&x, rows, width), Matrix::bf16(&dy, rows, out));
        let mut y = vec![bf16::ZERO; rows * out];
        let mut dx = vec![bf16::ZERO; rows * width];
        let mut dw = vec![0.0; width * out];
        let work = 2.0 * (rows * width * out) as f64;
        let report = |product: &str, body: &mut dyn FnMut()| {
            let wanted = |word: String| word.starts_with('-') || product.contains(&word);
            if !std::env::args().skip(1).all(wanted) {
                return;
            }
            let rate = work / median_seconds(body) / 1e12;
            println!(
                r#"{{"layer": "{rows}×{width}×{out}", "product": "{product}", "tflops": {rate:.4}, "tier": "{}", "threads": {}}}"#,
                tier(),
                threads()
            );
        };
        report("y = x W", &mut || {
            let out = MatrixMut::bf16(black_box(&mut y), rows, out);
            gemm(x, Right::Packed(&forward), out, false, None);
        });
        report("dx = dy Wᵀ", &mut || {
            let out = MatrixMut::bf16(black_box(&mut dx), rows, width);
            gemm(dy, Right::Packed(&backward), out, false, None);
        });
        report("dW = dyᵀ x", &mut || {
            let out = MatrixMut::f32(black_box(&mut dw), out, width);
            gemm(dy.transposed(), Right::Matrix(x), out, false, None);
        });
    }
}

/// The median of the runs that fit into the time, the first of them left out.
fn median_seconds(body: &mut dyn FnMut()) -> f64 {
    body();
    let (mut times, started) = (Vec::new(), Instant::now());
    while started.elapsed().as_secs_f64() < SECONDS {
        let run = Instant::now();
        body();
        times.push(run.elapsed().as_secs_f64());
    }
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Numbers between -1 and 1.
fn numbers(len: usize, seed: u64) -> Vec<bf16> {
    let mut state = seed;
    let mut number = || {
        // A linear congruential generator with Knuth's constants of MMIX; its high bits are good enough here.
        state = state
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        bf16::from_f32((state >> 40) as f32 / (1u64 << 23) as f32 - 1.0)
    };
    (0..len).map(|_| number()).collect()
}
