//! Attention and its gradients against plain sums in f64, and against themselves with other
//! numbers of threads.

use super::backward::backward_with;
use super::forward::{SLACK, forward_with};
use super::*;
use crate::cpu::math::widen;
use crate::cpu::{Tier, with_threads, with_tier};

/// Values in (-1, 1) that look random and are exact in bf16.
fn values(count: usize, seed: u32) -> Vec<f32> {
    let mix = |i: usize| {
        let x = (i as u32)
            .wrapping_mul(0x9e37_79b9)
            .wrapping_add(seed.wrapping_mul(0x85eb_ca6b));
        let x = (x ^ (x >> 15)).wrapping_mul(0x2c1b_3c6d);
        (x ^ (x >> 13)) % 255
    };
    (0..count)
        .map(|i| (mix(i) as f32 - 127.0) / 128.0)
        .collect()
}

/// An attention layer with its inputs.
struct Case {
    shape: Shape,
    rows: usize,
    segments: Vec<(usize, usize)>,
    q: Vec<f32>,
    k: Vec<f32>,
    v: Vec<f32>,
    dout: Vec<f32>,
}

impl Case {
    fn new(shape: Shape, rows: usize, segments: &[(usize, usize)]) -> Case {
        let (queries, keys) = (
            rows * shape.heads * shape.head_dim,
            rows * shape.kv_heads * shape.head_dim,
        );
        Case {
            shape,
            rows,
            segments: segments.to_vec(),
            // Larger scores than a layer has at its start, so that some weights are far from equal.
            q: values(queries, 1).iter().map(|q| q * 4.0).collect(),
            k: values(keys, 2),
            v: values(keys, 3),
            dout: values(queries, 4),
        }
    }

    /// The same with some keys of later blocks so long that the references of the rows that see them change, of
    /// some rows and not of their neighbours, once or twice, by a little or so far that nothing is left of what was
    /// summed before.
    fn rising(shape: Shape) -> Case {
        let mut case = Case::new(shape, 200, &[(0, 200)]);
        let width = shape.kv_heads * shape.head_dim;
        for (row, factor) in [(70, 16.0), (100, 8.0), (140, 128.0)] {
            let key = &mut case.k[row * width..][..width];
            key.iter_mut().for_each(|k| *k *= factor);
        }
        case
    }

    /// How far scores rise above the largest of the first block, in the rows of the first head.
    fn rises(&self) -> Vec<f32> {
        let Shape {
            heads,
            kv_heads,
            head_dim: d,
            ..
        } = self.shape;
        let row = |row: usize| {
            let q = &self.q[row * heads * d..][..d];
            let score = |j: usize| -> f32 {
                let k = &self.k[j * kv_heads * d..][..d];
                q.iter().zip(k).map(|(q, k)| q * k).sum::<f32>() * self.shape.scale()
            };
            let largest = |keys: Range<usize>| keys.map(score).fold(f32::NEG_INFINITY, f32::max);
            let end = if self.shape.causal {
                row + 1
            } else {
                self.rows
            };
            largest(BLOCK..end) - largest(0..BLOCK)
        };
        (BLOCK..self.rows).map(row).collect()
    }

    /// `out`, `lse`, `dq`, `dk`, `dv` by definition.
    fn plain(&self) -> [Vec<f64>; 5] {
        let Shape {
            heads,
            kv_heads,
            head_dim: d,
            causal,
        } = self.shape;
        let mut results = [&self.q, &self.q, &self.q, &self.k, &self.v].map(|v| vec![0.0; v.len()]);
        results[1] = vec![0.0; self.rows * heads];
        let [out, lse, dq, dk, dv] = &mut results;
        let dot = |a: &[f32], b: &[f32]| -> f64 {
            a.iter()
                .zip(b)
                .map(|(a, b)| f64::from(*a) * f64::from(*b))
                .sum()
        };
        let scale = 1.0 / (d as f64).sqrt();
        for &(start, len) in &self.segments {
            for (row, head) in
                (start..start + len).flat_map(|row| (0..heads).map(move |h| (row, h)))
            {
                let at = (row * heads + head) * d;
                let (q, dout) = (&self.q[at..][..d], &self.dout[at..][..d]);
                let end = if causal { row + 1 } else { start + len };
                let kv = |j: usize| (j * kv_heads + head / (heads / kv_heads)) * d;
                let scores: Vec<f64> = (start..end)
                    .map(|j| dot(q, &self.k[kv(j)..][..d]) * scale)
                    .collect();
                let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let sum: f64 = scores.iter().map(|s| (s - most).exp()).sum();
                lse[row * heads + head] = most + sum.ln();
                let weight = |j: usize| (scores[j - start] - most).exp() / sum;
                let upstream = |j: usize| dot(dout, &self.v[kv(j)..][..d]);
                let delta: f64 = (start..end).map(|j| weight(j) * upstream(j)).sum();
                for j in start..end {
                    let (p, ds) = (weight(j), weight(j) * (upstream(j) - delta) * scale);
                    for c in 0..d {
                        out[at + c] += p * f64::from(self.v[kv(j) + c]);
                        dv[kv(j) + c] += p * f64::from(dout[c]);
                        dk[kv(j) + c] += ds * f64::from(q[c]);
                        dq[at + c] += ds * f64::from(self.k[kv(j) + c]);
                    }
                }
            }
        }
        results
    }

    fn run_f32(&self) -> [Vec<f32>; 5] {
        self.run_f32_with(Kernel::of(tier(), Compute::F32))
    }

    fn run_f32_with(&self, kernel: &'static Kernel) -> [Vec<f32>; 5] {
        let mut out = vec![0.0; self.q.len()];
        let mut lse = vec![0.0; self.rows * self.shape.heads];
        let keys = vec![0.0; self.k.len()];
        let (mut dq, mut dk, mut dv) = (out.clone(), keys.clone(), keys);
        let [q, k, v, dout] = [&self.q, &self.k, &self.v, &self.dout].map(|v| Elements::F32(v));
        let (shape, segments) = (&self.shape, &self.segments[..]);
        let result = ElementsMut::F32(&mut out);
        forward_with(kernel, (q, k, v), result, &mut lse, shape, segments);
        let [a, b, c] = [&mut dq, &mut dk, &mut dv].map(|v| ElementsMut::F32(v));
        let known = (Elements::F32(&out), &lse[..], dout);
        backward_with(kernel, (q, k, v), known, (a, b, c), shape, segments);
        [out, lse, dq, dk, dv]
    }

    fn run_bf16(&self) -> [Vec<f32>; 5] {
        self.run_bf16_with(Kernel::of(tier(), Compute::Bf16))
    }

    fn run_bf16_with(&self, kernel: &'static Kernel) -> [Vec<f32>; 5] {
        let halves = |v: &Vec<f32>| -> Vec<bf16> { v.iter().map(|v| bf16::from_f32(*v)).collect() };
        let [q, k, v, dout] = [&self.q, &self.k, &self.v, &self.dout].map(halves);
        let [q, k, v, dout] = [&q, &k, &v, &dout].map(|v| Elements::Bf16(v));
        let mut out = vec![bf16::ZERO; self.q.len()];
        let mut lse = vec![0.0; self.rows * self.shape.heads];
        let keys = vec![bf16::ZERO; self.k.len()];
        let (mut dq, mut dk, mut dv) = (out.clone(), keys.clone(), keys);
        let (shape, segments) = (&self.shape, &self.segments[..]);
        let result = ElementsMut::Bf16(&mut out);
        forward_with(kernel, (q, k, v), result, &mut lse, shape, segments);
        let [a, b, c] = [&mut dq, &mut dk, &mut dv].map(|v| ElementsMut::Bf16(v));
        let known = (Elements::Bf16(&out), &lse[..], dout);
        backward_with(kernel, (q, k, v), known, (a, b, c), shape, segments);
        let wide = |v: Vec<bf16>| v.into_iter().map(widen).collect();
        [wide(out), lse, wide(dq), wide(dk), wide(dv)]
    }
}

/// Compares with an error that is a share of the largest value.
fn assert_close(what: &str, found: &[Vec<f32>], expected: &[Vec<f64>], tolerance: f64) {
    let names = ["out", "lse", "dq", "dk", "dv"];
    for ((name, found), expected) in names.iter().zip(found).zip(expected) {
        assert_eq!(found.len(), expected.len());
        let size = expected
            .iter()
            .fold(1e-3, |size: f64, value| size.max(value.abs()));
        for (at, (found, expected)) in found.iter().zip(expected).enumerate() {
            let error = (f64::from(*found) - expected).abs();
            assert!(
                error <= tolerance * size,
                "{what}: {name}[{at}] = {found}, not {expected}"
            );
        }
    }
}

fn cases() -> Vec<Case> {
    let shape = |heads, kv_heads, head_dim, causal| Shape {
        heads,
        kv_heads,
        head_dim,
        causal,
    };
    vec![
        Case::new(shape(1, 1, 8, true), 3, &[(0, 3)]),
        Case::new(
            shape(2, 1, 32, true),
            200,
            &[(0, 150), (150, 0), (150, 1), (160, 40)],
        ),
        Case::new(shape(4, 2, 64, true), 130, &[(0, 64), (64, 66)]),
        Case::new(shape(2, 2, 20, false), 140, &[(3, 97), (100, 33)]),
        Case::new(shape(1, 1, 128, true), 190, &[(0, 190)]),
        Case::new(shape(3, 1, 48, false), 70, &[(0, 70)]),
    ]
}

fn each_tier(body: impl Fn(Tier)) {
    for tier in Tier::ALL.into_iter().filter(|tier| tier.is_available()) {
        with_tier(tier, || body(tier)).unwrap();
    }
}

#[test]
fn values_and_gradients_equal_the_definition_in_every_tier() {
    for (index, case) in cases().iter().enumerate() {
        let expected = case.plain();
        each_tier(|tier| {
            let what = format!("{tier} case {index}");
            assert_close(&format!("{what} f32"), &case.run_f32(), &expected, 2e-6);
            assert_close(&format!("{what} bf16"), &case.run_bf16(), &expected, 0.02);
        });
    }
}

#[test]
fn references_that_change_give_the_values_of_the_definition() {
    for causal in [true, false] {
        let shape = Shape {
            heads: 2,
            kv_heads: 1,
            head_dim: 32,
            causal,
        };
        let case = Case::rising(shape);
        let rises = case.rises();
        let count = |range: Range<f32>| rises.iter().filter(|rise| range.contains(rise)).count();
        assert!(count(-1e9..0.0) > 5 && count(1.0..SLACK) > 5, "{rises:?}");
        assert!(count(SLACK..88.0) > 5 && count(150.0..1e9) > 5, "{rises:?}");
        let expected = case.plain();
        // Scores of hundreds are themselves known to a hundred-thousandth only; and of gradients rounded to bf16, times
        // keys of hundreds, nothing is left, for they are differences of what is nearly 1.
        each_tier(|tier| {
            assert_close(&format!("{tier} f32"), &case.run_f32(), &expected, 1e-4);
            assert_close(
                &format!("{tier} bf16"),
                &case.run_bf16()[..2],
                &expected,
                0.02,
            );
        });
        #[cfg(target_arch = "x86_64")]
        for (name, kernel) in crate::cpu::gemm::emulated::kernels() {
            assert_close(name, &case.run_bf16_with(kernel)[..2], &expected, 0.02);
        }
    }
}

/// The packing of what this machine can not execute, by an emulation of its kernels.
#[cfg(target_arch = "x86_64")]
#[test]
fn every_layout_gives_the_same_attention() {
    for (index, case) in cases().iter().enumerate().take(4) {
        let expected = case.plain();
        for (name, kernel) in crate::cpu::gemm::emulated::kernels() {
            let what = format!("{name} case {index}");
            let tolerance = if kernel.element == Element::F32 {
                5e-6
            } else {
                0.02
            };
            assert_close(
                &format!("{what} f32"),
                &case.run_f32_with(kernel),
                &expected,
                tolerance,
            );
            assert_close(
                &format!("{what} bf16"),
                &case.run_bf16_with(kernel),
                &expected,
                0.02,
            );
        }
    }
}

#[test]
fn gradients_equal_finite_differences() {
    let shape = Shape {
        heads: 2,
        kv_heads: 1,
        head_dim: 8,
        causal: true,
    };
    let mut case = Case::new(shape, 6, &[(0, 6)]);
    let [_, _, dq, dk, dv] = case.plain();
    let loss = |case: &Case| -> f64 {
        let [out, ..] = case.plain();
        out.iter()
            .zip(&case.dout)
            .map(|(out, dout)| out * f64::from(*dout))
            .sum()
    };
    type Field = fn(&mut Case) -> &mut Vec<f32>;
    let fields: [(Field, &Vec<f64>); 3] = [
        (|c| &mut c.q, &dq),
        (|c| &mut c.k, &dk),
        (|c| &mut c.v, &dv),
    ];
    for (field, gradient) in fields {
        for (at, gradient) in gradient.iter().enumerate() {
            let value = field(&mut case)[at];
            let step = 1.0 / 256.0;
            let mut shifted = |by: f32| {
                field(&mut case)[at] = value + by;
                loss(&case)
            };
            let slope = (shifted(step) - shifted(-step)) / f64::from(2.0 * step);
            shifted(0.0);
            assert!(
                (slope - gradient).abs() < 1e-4,
                "{at}: {slope}, not {}",
                gradient
            );
        }
    }
}

#[test]
fn bits_do_not_depend_on_the_number_of_threads() {
    let bits =
        |results: [Vec<f32>; 5]| results.map(|v| v.iter().map(|v| v.to_bits()).collect::<Vec<_>>());
    each_tier(|tier| {
        for (index, case) in cases().iter().enumerate() {
            let run =
                |threads| with_threads(threads, || (bits(case.run_f32()), bits(case.run_bf16())));
            let one = run(1);
            for threads in [2, 3] {
                assert!(
                    one == run(threads),
                    "{tier} case {index}, {threads} threads"
                );
            }
        }
    });
}

#[test]
fn rows_outside_of_the_segments_are_left_alone() {
    let shape = Shape {
        heads: 1,
        kv_heads: 1,
        head_dim: 4,
        causal: true,
    };
    let case = Case::new(shape, 5, &[]);
    let mut out = vec![9.0; 20];
    let mut lse = vec![9.0; 5];
    let [q, k, v] = [&case.q, &case.k, &case.v].map(|v| Elements::F32(v));
    forward(
        q,
        k,
        v,
        ElementsMut::F32(&mut out),
        &mut lse,
        &shape,
        &[(1, 2)],
    );
    for row in [0, 3, 4] {
        assert_eq!((out[row * 4], lse[row]), (9.0, 9.0));
    }
    assert!(lse[1] != 9.0 && lse[2] != 9.0);
}

#[test]
fn a_prefix_has_the_bits_that_it_has_in_a_longer_segment() {
    each_tier(|tier| {
        let shape = Shape {
            heads: 2,
            kv_heads: 1,
            head_dim: 32,
            causal: true,
        };
        for case in [Case::new, |shape, _, _: &[_]| Case::rising(shape)] {
            let mut case = case(shape, 200, &[(0, 200)]);
            let long = case.run_f32();
            // Of the second case, the references of some rows change at 70, 100 and 140.
            for len in [1, 63, 64, 65, 70, 100, 101, 140] {
                case.segments = vec![(0, len)];
                let short = case.run_f32();
                assert_eq!(
                    short[0][..len * 64],
                    long[0][..len * 64],
                    "{tier}, {len} rows"
                );
            }
        }
    });
}

#[test]
#[should_panic(expected = "disjoint segments")]
fn overlapping_segments_are_refused() {
    let shape = Shape {
        heads: 1,
        kv_heads: 1,
        head_dim: 4,
        causal: true,
    };
    Case::new(shape, 5, &[(0, 3), (2, 2)]).run_f32();
}
