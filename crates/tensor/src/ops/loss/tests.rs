//! Losses and their gradients against plain f64.

use super::*;
use crate::buffer::{Precision, Workspace};
use crate::ops::check::{Case, check, numbers};

const ROWS: [u32; 5] = [0, 1, 2, 3, 4];
const TARGETS: [u32; 5] = [3, 0, 3, 36, 1];

fn log_probs(x: &[f64], w: &[f64], dim: usize, cap: Option<f64>) -> Vec<f64> {
    TARGETS
        .iter()
        .enumerate()
        .map(|(row, target)| {
            let logits: Vec<f64> = w
                .chunks(dim)
                .map(|w| {
                    w.iter()
                        .zip(&x[row * dim..])
                        .map(|(w, x)| w * x)
                        .sum::<f64>()
                })
                .map(|l| cap.map_or(l, |cap| cap * (l / cap).tanh()))
                .collect();
            logits[*target as usize] - logits.iter().map(|l| l.exp()).sum::<f64>().ln()
        })
        .collect()
}

fn check_log_probs(cap: Option<f32>) {
    check(Case {
        parameters: &[("x", &[5, 6]), ("w", &[37, 6])],
        forward: &|tape, p| {
            let x = tape.embedding(p[0], &ROWS);
            tape.token_log_probs(x, p[1], cap, &TARGETS)
        },
        reference: &|p| log_probs(&p[0], &p[1], 6, cap.map(f64::from)),
    });
}

#[test]
fn token_log_probs_match_reference() {
    check_log_probs(None);
}

#[test]
fn soft_capped_log_probs_match_reference() {
    check_log_probs(Some(1.5));
}

/// Rows of hidden states and a head, what is asked of them, and the softmax in f64.
struct Rows {
    x: Vec<f32>,
    w: Vec<f32>,
    dim: usize,
    targets: Vec<u32>,
    cap: Option<f32>,
}

impl Rows {
    /// The log-probabilities, and the gradients of their sum by `x` and by `w`.
    fn exact(&self) -> [Vec<f64>; 3] {
        let Rows {
            x, w, dim, targets, ..
        } = self;
        let cap = self.cap.map_or(f64::INFINITY, f64::from);
        let mut out = [
            vec![0.0; targets.len()],
            vec![0.0; x.len()],
            vec![0.0; w.len()],
        ];
        for (row, target) in targets.iter().enumerate() {
            let x = &x[row * dim..][..*dim];
            let products = w.chunks(*dim).map(|w| {
                w.iter()
                    .zip(x)
                    .map(|(w, x)| f64::from(*w) * f64::from(*x))
                    .sum()
            });
            let capped = |z: f64| {
                if cap.is_finite() {
                    cap * (z / cap).tanh()
                } else {
                    z
                }
            };
            let logits: Vec<f64> = products.map(capped).collect();
            let most = logits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let sum: f64 = logits.iter().map(|logit| (logit - most).exp()).sum();
            let target = *target as usize;
            out[0][row] = logits[target] - most - sum.ln();
            // 1 − p of the target, without the difference.
            let others = logits.iter().enumerate().filter(|(j, _)| *j != target);
            let others: f64 = others.map(|(_, logit)| (logit - most).exp() / sum).sum();
            for (j, logit) in logits.iter().enumerate() {
                let slope = if j == target {
                    others
                } else {
                    -(logit - most).exp() / sum
                };
                let slope = slope * (1.0 - (logit / cap) * (logit / cap));
                for d in 0..*dim {
                    out[1][row * dim + d] += slope * f64::from(w[j * dim + d]);
                    out[2][j * dim + d] += slope * f64::from(x[d]);
                }
            }
        }
        out
    }

    /// The same of the tape.
    fn computed(&self, precision: Precision) -> [Vec<f32>; 3] {
        let (count, vocabulary) = (self.targets.len(), self.w.len() / self.dim);
        let mut parameters = Parameters::default();
        let x = parameters.add("x", &[count, self.dim], self.x.clone());
        let w = parameters.add("w", &[vocabulary, self.dim], self.w.clone());
        let mut workspace = Workspace::default();
        let mut tape = Tape::training(&mut parameters, &mut workspace, precision);
        let ids: Vec<u32> = (0..count as u32).collect();
        let hidden = tape.embedding(x, &ids);
        let log_probs = tape.token_log_probs(hidden, w, self.cap, &self.targets);
        let values = tape.value_f32(log_probs);
        tape.backward_from(log_probs, &vec![1.0; count]);
        drop(tape);
        [
            values,
            parameters.gradient(x).to_vec(),
            parameters.gradient(w).to_vec(),
        ]
    }
}

fn largest(values: &[f64]) -> f64 {
    values.iter().fold(0.0, |most, value| most.max(value.abs()))
}

fn assert_near(ours: &[f32], exact: &[f64], error: f64) {
    let size = largest(exact);
    for (ours, exact) in ours.iter().zip(exact) {
        assert!(
            (f64::from(*ours) - exact).abs() <= error * size,
            "{ours} for {exact} of {size}"
        );
    }
}

/// Several pieces of columns of the vocabulary and of the width, with targets at their ends.
#[test]
fn rows_of_several_pieces_match_the_reference_whatever_the_threads() {
    let (dim, vocabulary) = (520, 1300);
    let targets = vec![0, 511, 512, 511, 1299, 1024];
    let x: Vec<f32> = numbers(targets.len() * dim, 3)
        .iter()
        .map(|x| 0.2 * x)
        .collect();
    for cap in [None, Some(2.0)] {
        let rows = Rows {
            x: x.clone(),
            w: numbers(vocabulary * dim, 4),
            dim,
            targets: targets.clone(),
            cap,
        };
        let exact = rows.exact();
        let one = crate::cpu::with_threads(1, || rows.computed(Precision::F32));
        for (ours, exact) in one.iter().zip(&exact) {
            assert_near(ours, exact, 1e-4);
        }
        for threads in [2, 5] {
            assert!(
                one == crate::cpu::with_threads(threads, || rows.computed(Precision::F32)),
                "{threads}"
            );
        }
        for (ours, exact) in rows.computed(Precision::Bf16).iter().zip(&exact) {
            assert_near(ours, exact, 3e-2);
        }
    }
}

/// Logits of some hundreds: `exp` of what lies between them would overflow.
#[test]
fn targets_that_are_next_to_impossible_match_the_reference() {
    let large = |count, seed| numbers(count, seed).iter().map(|x| 60.0 * x).collect();
    for cap in [None, Some(300.0)] {
        let rows = Rows {
            x: large(30, 1),
            w: large(37 * 6, 2),
            dim: 6,
            targets: TARGETS.to_vec(),
            cap,
        };
        let exact = rows.exact();
        assert!(
            exact[0].iter().any(|value| *value < -100.0),
            "{:?}",
            exact[0]
        );
        for (ours, exact) in rows.computed(Precision::F32).iter().zip(&exact) {
            assert_near(ours, exact, 1e-3);
        }
    }
}

/// What is left to learn of a token that is known is small; rounding must be small beside it.
#[test]
fn gradients_of_nearly_certain_targets_are_right_in_bf16() {
    let (dim, vocabulary) = (64, 600);
    let w = numbers(vocabulary * dim, 5);
    let targets: Vec<u32> = (0..4).map(|row| 97 * row + 5).collect();
    let towards = |target: &u32| {
        let of_target = w[*target as usize * dim..][..dim].to_vec();
        let size: f32 = of_target.iter().map(|w| w * w).sum();
        of_target.into_iter().map(move |w| w * 19.0 / size)
    };
    let x = targets.iter().flat_map(towards).collect();
    let rows = Rows {
        x,
        w: w.clone(),
        dim,
        targets,
        cap: None,
    };
    let [exact, dx, dw] = rows.exact();
    assert!(
        exact.iter().all(|value| (-0.02..-1e-5).contains(value)),
        "{exact:?}"
    );
    let [_, our_dx, our_dw] = rows.computed(Precision::Bf16);
    for (ours, exact) in our_dx.chunks(dim).zip(dx.chunks(dim)) {
        assert_near(ours, exact, 0.2);
    }
    for target in &rows.targets {
        let row = *target as usize * dim..(*target as usize + 1) * dim;
        assert_near(&our_dw[row.clone()], &dw[row], 0.2);
    }
}

/// The fused sweep must give what the two-sweep operation, checked above, gives.
#[test]
fn cross_entropy_equals_weighted_log_probs_over_several_chunks() {
    let (rows, vocabulary, dim) = (2 * CHUNK + 7, 50, 8);
    let ids: Vec<u32> = (0..rows as u32).collect();
    let targets: Vec<u32> = ids.iter().map(|i| (i * 7) % vocabulary as u32).collect();
    let weights: Vec<f32> = numbers(rows, 5).iter().map(|w| w.abs()).collect();
    let run = |fused: bool| {
        let mut parameters = Parameters::default();
        let x = parameters.add("x", &[rows, dim], numbers(rows * dim, 1));
        let w = parameters.add("w", &[vocabulary, dim], numbers(vocabulary * dim, 2));
        let mut workspace = Workspace::default();
        let mut tape = Tape::training(&mut parameters, &mut workspace, Precision::F32);
        let hidden = tape.embedding(x, &ids);
        let loss = if fused {
            let loss = tape.cross_entropy(hidden, w, Some(2.0), &targets, &weights);
            tape.backward(loss);
            tape.scalar(loss)
        } else {
            let log_probs = tape.token_log_probs(hidden, w, Some(2.0), &targets);
            let upstream: Vec<f32> = weights.iter().map(|w| -w).collect();
            tape.backward_from(log_probs, &upstream);
            tape.value_f32(log_probs)
                .iter()
                .zip(&weights)
                .map(|(l, w)| -l * w)
                .sum()
        };
        drop(tape);
        (
            loss,
            parameters.gradient(x).to_vec(),
            parameters.gradient(w).to_vec(),
        )
    };
    let (fused, plain) = (run(true), run(false));
    assert!((fused.0 - plain.0).abs() < 1e-3 * plain.0.abs());
    assert_eq!(fused.1, plain.1);
    assert_eq!(fused.2, plain.2);
}
