//! The vocabulary projection with softmax and cross-entropy, in chunks of rows.
//!
//! Logits are `(N, V)`, by far the largest matrix of a small model. They never exist whole: a
//! chunk is projected, turned into losses and gradients, and forgotten.

use crate::aligned::Aligned;
use crate::buffer::{Buffer, Element, Precision, with_element};
use crate::cpu::math::exp;
use crate::cpu::{Matrix, MatrixMut, Right, gemm};
use crate::parameters::{ParamId, Parameters};
use crate::rows::{Split, for_blocks, vectorised};
use crate::tape::{Access, Backward, Operation, Tape, Var};

/// The target of a row without one.
pub const IGNORED: u32 = u32::MAX;

/// Rows of a chunk: enough for full speed of the products, few enough to stay in the caches.
const CHUNK: usize = 256;

/// A head and the hidden rows it is applied to.
#[derive(Clone, Copy)]
struct Projection {
    hidden: Var,
    head: ParamId,
    /// `cap · tanh(logit / cap)` in place of `logit` (Gemma 2).
    softcap: Option<f32>,
}

impl Tape<'_> {
    /// `Σ weight · −log softmax(hidden · headᵀ)[target]`, a scalar.
    ///
    /// `hidden (N, D)`, `head (V, D)`, `targets` and `weights` (N). Rows whose target is
    /// [`IGNORED`] count nothing. The gradients are computed in the same sweep over the
    /// vocabulary, so on a training tape the head's gradient grows here already, and
    /// [`Tape::backward`] must start from this loss itself.
    pub fn cross_entropy(
        &mut self,
        hidden: Var,
        head: ParamId,
        softcap: Option<f32>,
        targets: &[u32],
        weights: &[f32],
    ) -> Var {
        let projection = Projection {
            hidden,
            head,
            softcap,
        };
        self.check_targets(&projection, targets);
        assert_eq!(weights.len(), targets.len(), "one weight a row");
        let training = self.is_training();
        let mut dhidden = training.then(|| {
            let (rows, cols) = self.shape(hidden);
            self.output(rows, cols)
        });
        let precision = self.precision;
        let (value, access, workspace) = self.parts(hidden);
        let mut scratch = Scratch::take(workspace, access.get(), &projection, precision);
        let log_probs = match (access, &mut dhidden) {
            (Access::Training(parameters), Some(dhidden)) => {
                let slopes: Vec<f32> = weights.iter().map(|w| -w).collect();
                scratch.gradients(
                    parameters,
                    &projection,
                    &value.buffer,
                    targets,
                    &slopes,
                    dhidden,
                )
            }
            (access, _) => scratch.values(access.get(), &projection, &value.buffer, targets),
        };
        scratch.give(workspace);
        let loss: f64 = log_probs
            .iter()
            .zip(targets.iter().zip(weights))
            .filter(|(_, (target, _))| **target != IGNORED)
            .map(|(log_prob, (_, weight))| -f64::from(*log_prob) * f64::from(*weight))
            .sum();
        let operation = CrossEntropy { hidden, dhidden };
        self.push(
            Buffer::F32(vec![loss as f32].into()),
            1,
            1,
            Some(Box::new(operation)),
        )
    }

    /// `log softmax(hidden · headᵀ)[target]` for each row, `(N, 1)`, 0 where the target is
    /// [`IGNORED`]. Always f32. The backward pass projects again instead of keeping logits.
    pub fn token_log_probs(
        &mut self,
        hidden: Var,
        head: ParamId,
        softcap: Option<f32>,
        targets: &[u32],
    ) -> Var {
        let projection = Projection {
            hidden,
            head,
            softcap,
        };
        self.check_targets(&projection, targets);
        let precision = self.precision;
        let (value, access, workspace) = self.parts(hidden);
        let mut scratch = Scratch::take(workspace, access.get(), &projection, precision);
        let log_probs = scratch.values(access.get(), &projection, &value.buffer, targets);
        scratch.give(workspace);
        let operation = TokenLogProbs {
            projection,
            targets: targets.to_vec(),
        };
        let rows = targets.len();
        self.push(
            Buffer::F32(log_probs.into()),
            rows,
            1,
            Some(Box::new(operation)),
        )
    }

    /// Logits `(rows.len(), V)` of the named rows of `hidden (N, D)`.
    pub fn logits(
        &mut self,
        hidden: Var,
        head: ParamId,
        softcap: Option<f32>,
        rows: &[usize],
    ) -> Vec<f32> {
        let (_, cols) = self.shape(hidden);
        let (vocabulary, _) = self.parameters.get().matrix_shape(head);
        let mut logits = vec![0.0; rows.len() * vocabulary];
        let mut picked = self.workspace.take(self.precision, rows.len() * cols);
        with_element!(self.precision, E => {
            let source = self.value(hidden).buffer.view::<E>();
            for (row, out) in rows.iter().zip(picked.view_mut::<E>().chunks_exact_mut(cols)) {
                out.copy_from_slice(&source[row * cols..][..cols]);
            }
            let packed = self.parameters.get().packed_transposed(head, self.precision);
            gemm(
                E::matrix(picked.view(), rows.len(), cols),
                Right::Packed(packed),
                MatrixMut::f32(&mut logits, rows.len(), vocabulary),
                false,
                None,
            );
        });
        self.workspace.give(picked);
        if let Some(cap) = softcap {
            logits
                .iter_mut()
                .for_each(|logit| *logit = cap * (*logit / cap).tanh());
        }
        logits
    }

    fn check_targets(&self, projection: &Projection, targets: &[u32]) {
        let (rows, cols) = self.shape(projection.hidden);
        let (vocabulary, dim) = self.parameters.get().matrix_shape(projection.head);
        assert_eq!(cols, dim, "width of the head");
        assert_eq!(targets.len(), rows, "one target a row");
        assert!(
            targets
                .iter()
                .all(|t| *t == IGNORED || (*t as usize) < vocabulary),
            "target outside of the vocabulary"
        );
    }
}

/// One chunk of rows: their hidden states, and their logits, which become their own gradient.
///
/// Rows without a target are passed over: in instruction tuning these are more than half.
struct Scratch {
    picked: Buffer,
    logits: Aligned<f32>,
    /// The gradient in the precision of the products, where that is not f32.
    narrow: Option<Buffer>,
    vocabulary: usize,
    cols: usize,
    precision: Precision,
}

impl Scratch {
    fn take(
        workspace: &mut crate::Workspace,
        parameters: &Parameters,
        projection: &Projection,
        precision: Precision,
    ) -> Self {
        let (vocabulary, cols) = parameters.matrix_shape(projection.head);
        let narrow =
            (precision != Precision::F32).then(|| workspace.take(precision, CHUNK * vocabulary));
        Self {
            picked: workspace.take(precision, CHUNK * cols),
            logits: workspace.take_f32(CHUNK * vocabulary),
            narrow,
            vocabulary,
            cols,
            precision,
        }
    }

    fn give(self, workspace: &mut crate::Workspace) {
        workspace.give(self.picked);
        workspace.give_f32(self.logits);
        if let Some(narrow) = self.narrow {
            workspace.give(narrow);
        }
    }

    /// Log-probabilities of the targets.
    fn values(
        &mut self,
        parameters: &Parameters,
        projection: &Projection,
        hidden: &Buffer,
        targets: &[u32],
    ) -> Vec<f32> {
        let mut log_probs = vec![0.0; targets.len()];
        for rows in learnt_rows(targets).chunks(CHUNK) {
            self.project(parameters, projection, hidden, rows);
            self.softmax(projection.softcap, rows, targets, None, &mut log_probs);
        }
        log_probs
    }

    /// Log-probabilities of the targets, and the gradient of `Σ slope · log_prob`: written to
    /// `dhidden`, added to the head's gradient.
    fn gradients(
        &mut self,
        parameters: &mut Parameters,
        projection: &Projection,
        hidden: &Buffer,
        targets: &[u32],
        slopes: &[f32],
        dhidden: &mut Buffer,
    ) -> Vec<f32> {
        let mut log_probs = vec![0.0; targets.len()];
        with_element!(self.precision, E => dhidden.view_mut::<E>().fill(E::default()));
        for rows in learnt_rows(targets).chunks(CHUNK) {
            self.project(parameters, projection, hidden, rows);
            self.softmax(
                projection.softcap,
                rows,
                targets,
                Some(slopes),
                &mut log_probs,
            );
            self.backpropagate(parameters, projection, dhidden, rows);
        }
        log_probs
    }

    /// `logits = hidden[rows] · headᵀ`.
    fn project(
        &mut self,
        parameters: &Parameters,
        projection: &Projection,
        hidden: &Buffer,
        rows: &[usize],
    ) {
        let (vocabulary, cols, precision) = (self.vocabulary, self.cols, self.precision);
        with_element!(precision, E => {
            let hidden = hidden.view::<E>();
            let picked = &mut self.picked.view_mut::<E>()[..rows.len() * cols];
            for (row, out) in rows.iter().zip(picked.chunks_exact_mut(cols)) {
                out.copy_from_slice(&hidden[row * cols..][..cols]);
            }
            gemm(
                E::matrix(picked, rows.len(), cols),
                Right::Packed(parameters.packed_transposed(projection.head, precision)),
                MatrixMut::f32(&mut self.logits[..rows.len() * vocabulary], rows.len(), vocabulary),
                false,
                None,
            );
        });
    }

    /// Fills `log_probs` of `rows`; with `slopes`, also replaces the logits by the gradients of
    /// `slope · log_prob`.
    fn softmax(
        &mut self,
        cap: Option<f32>,
        rows: &[usize],
        targets: &[u32],
        slopes: Option<&[f32]>,
        log_probs: &mut [f32],
    ) {
        let vocabulary = self.vocabulary;
        let split_logits = Split::new(&mut self.logits[..rows.len() * vocabulary]);
        let split_probs = Split::new(log_probs);
        for_blocks(rows.len(), 8, |places| {
            for place in places {
                let row = rows[place];
                let range = place * vocabulary..(place + 1) * vocabulary;
                // SAFETY: each place belongs to one block, and no row stands at two places.
                let (logits, log_prob) = unsafe {
                    (
                        split_logits.range(range),
                        &mut split_probs.range(row..row + 1)[0],
                    )
                };
                let target = targets[row] as usize;
                vectorised(|| {
                    let log_sum = log_sum_exp(logits, cap);
                    *log_prob = logits[target] - log_sum;
                    if let Some(slopes) = slopes {
                        log_prob_gradient(logits, cap, log_sum, target, slopes[row]);
                    }
                });
            }
        });
    }

    /// `dhidden[rows] = dlogits · head`, `dhead += dlogitsᵀ · hidden[rows]`.
    fn backpropagate(
        &mut self,
        parameters: &mut Parameters,
        projection: &Projection,
        dhidden: &mut Buffer,
        rows: &[usize],
    ) {
        let (count, vocabulary, cols) = (rows.len(), self.vocabulary, self.cols);
        let logits = &self.logits[..count * vocabulary];
        with_element!(self.precision, E => {
            let dlogits = match &mut self.narrow {
                Some(narrow) => {
                    let narrow = &mut narrow.view_mut::<E>()[..count * vocabulary];
                    narrow_rows(logits, narrow);
                    E::matrix(narrow, count, vocabulary)
                }
                None => Matrix::f32(logits, count, vocabulary),
            };
            let picked = &mut self.picked.view_mut::<E>()[..count * cols];
            let (_, dhead) = parameters.value_and_gradient(projection.head);
            gemm(
                dlogits.transposed(),
                Right::Matrix(E::matrix(picked, count, cols)),
                MatrixMut::f32(dhead, vocabulary, cols),
                true,
                None,
            );
            // The hidden states have done their work; their gradient takes their place.
            gemm(
                dlogits,
                Right::Packed(parameters.packed(projection.head, self.precision)),
                E::matrix_mut(picked, count, cols),
                false,
                None,
            );
            let dhidden = dhidden.view_mut::<E>();
            for (row, gradient) in rows.iter().zip(picked.chunks_exact(cols)) {
                dhidden[row * cols..][..cols].copy_from_slice(gradient);
            }
        });
    }
}

fn learnt_rows(targets: &[u32]) -> Vec<usize> {
    (0..targets.len())
        .filter(|row| targets[*row] != IGNORED)
        .collect()
}

fn narrow_rows<E: Element>(from: &[f32], to: &mut [E]) {
    let split = Split::new(to);
    for_blocks(from.len(), 16 * 1024, |range| {
        // SAFETY: blocks are disjoint.
        let (from, to) = (&from[range.clone()], unsafe { split.range(range) });
        vectorised(|| {
            to.iter_mut()
                .zip(from)
                .for_each(|(t, f)| *t = E::narrow(*f))
        });
    });
}

/// `tanh` through the vectorisable exponential.
#[inline(always)]
fn tanh(x: f32) -> f32 {
    1.0 - 2.0 / (exp(2.0 * x) + 1.0)
}

const LANES: usize = 16;

/// `log Σ exp(logit)`; logits are soft-capped in place first, where there is a cap.
#[inline(always)]
fn log_sum_exp(logits: &mut [f32], cap: Option<f32>) -> f32 {
    if let Some(cap) = cap {
        for logit in logits.iter_mut() {
            *logit = cap * tanh(*logit / cap);
        }
    }
    let mut lanes = [f32::NEG_INFINITY; LANES];
    let chunks = logits.chunks_exact(LANES);
    let rest = chunks
        .remainder()
        .iter()
        .fold(f32::NEG_INFINITY, |m, l| m.max(*l));
    for chunk in chunks {
        for (lane, logit) in lanes.iter_mut().zip(chunk) {
            *lane = if *logit > *lane { *logit } else { *lane };
        }
    }
    let largest = lanes.iter().fold(rest, |m, l| m.max(*l));
    let mut sums = [0.0f32; LANES];
    let chunks = logits.chunks_exact(LANES);
    let rest: f32 = chunks.remainder().iter().map(|l| exp(*l - largest)).sum();
    for chunk in chunks {
        for (sum, logit) in sums.iter_mut().zip(chunk) {
            *sum += exp(*logit - largest);
        }
    }
    largest + (sums.iter().sum::<f32>() + rest).ln()
}

/// Turns (capped) logits into `slope · (onehot(target) − p)`, times the slope of the cap.
#[inline(always)]
fn log_prob_gradient(
    logits: &mut [f32],
    cap: Option<f32>,
    log_sum: f32,
    target: usize,
    slope: f32,
) {
    let capped_target = logits[target];
    let cap_slope = |capped: f32| cap.map_or(1.0, |cap| 1.0 - (capped / cap) * (capped / cap));
    for logit in logits.iter_mut() {
        *logit = -slope * exp(*logit - log_sum) * cap_slope(*logit);
    }
    logits[target] += slope * cap_slope(capped_target);
}

struct CrossEntropy {
    hidden: Var,
    dhidden: Option<Buffer>,
}

impl Operation for CrossEntropy {
    fn backward(&mut self, gradient: Buffer, pass: &mut Backward<'_>) {
        assert_eq!(
            gradient.to_f32(),
            [1.0],
            "backward must start from the cross-entropy itself"
        );
        pass.add(
            self.hidden,
            self.dhidden.take().expect("one backward pass a tape"),
        );
    }

    fn reclaim(&mut self, workspace: &mut crate::Workspace) {
        if let Some(dhidden) = self.dhidden.take() {
            workspace.give(dhidden);
        }
    }
}

struct TokenLogProbs {
    projection: Projection,
    targets: Vec<u32>,
}

impl Operation for TokenLogProbs {
    fn backward(&mut self, gradient: Buffer, pass: &mut Backward<'_>) {
        let mut dhidden = pass.like(self.projection.hidden);
        let hidden = &pass.input(self.projection.hidden).buffer;
        let mut scratch = Scratch::take(
            pass.workspace,
            pass.parameters,
            &self.projection,
            pass.precision,
        );
        scratch.gradients(
            pass.parameters,
            &self.projection,
            hidden,
            &self.targets,
            gradient.view::<f32>(),
            &mut dhidden,
        );
        scratch.give(pass.workspace);
        pass.add(self.projection.hidden, dhidden);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::buffer::Workspace;
    use crate::ops::check::{Case, check, numbers};

    const ROWS: [u32; 5] = [0, 1, 2, 3, 4];
    const TARGETS: [u32; 5] = [3, 0, IGNORED, 36, 1];

    fn log_probs(x: &[f64], w: &[f64], dim: usize, cap: Option<f64>) -> Vec<f64> {
        TARGETS
            .iter()
            .enumerate()
            .map(|(row, target)| {
                if *target == IGNORED {
                    return 0.0;
                }
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

    /// The fused sweep must give what the two-sweep operation, checked above, gives.
    #[test]
    fn cross_entropy_equals_weighted_log_probs_over_several_chunks() {
        let (rows, vocabulary, dim) = (2 * CHUNK + 7, 50, 8);
        let ids: Vec<u32> = (0..rows as u32).collect();
        let targets: Vec<u32> = ids
            .iter()
            .map(|i| {
                if i % 11 == 3 {
                    IGNORED
                } else {
                    (i * 7) % vocabulary as u32
                }
            })
            .collect();
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
}
