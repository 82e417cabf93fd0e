//! The vocabulary projection with softmax and cross-entropy, in chunks of rows.
//!
//! Logits are `(N, V)`, by far the largest matrix of a small model. They never exist whole: a
//! chunk is projected, turned into losses and gradients, and forgotten.

use std::ops::Range;

use crate::aligned::Aligned;
use crate::buffer::{Buffer, Element, Precision, with_element};
use crate::cpu::{MatrixMut, Right, gemm};
use crate::ops::softmax::Softmax;
use crate::parameters::{ParamId, Parameters};
use crate::profile::{Cost, Shapes, Work};
use crate::rows::{Split, for_blocks, vectorised};
use crate::tape::{Access, Backward, Operation, Tape, Var};

/// The target of a row without one.
pub const IGNORED: u32 = u32::MAX;

/// Rows of a chunk: enough for full speed of the products and few passes over the gradient of the head, few
/// enough for a fraction of the memory that all logits would take.
const CHUNK: usize = 480;

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
        let mut scratch = Scratch::take(workspace, access.get(), &projection, precision, training);
        let mut log_probs = workspace.take_f32(targets.len());
        match (access, &mut dhidden) {
            (Access::Training(parameters), Some(dhidden)) => {
                let slopes: Vec<f32> = weights.iter().map(|w| -w).collect();
                scratch.gradients(
                    parameters,
                    &projection,
                    &value.buffer,
                    targets,
                    &slopes,
                    (dhidden, &mut log_probs),
                );
            }
            (access, _) => {
                let hidden = &value.buffer;
                scratch.values(access.get(), &projection, hidden, targets, &mut log_probs);
            }
        }
        scratch.give(workspace);
        let loss: f64 = log_probs
            .iter()
            .zip(targets.iter().zip(weights))
            .filter(|(_, (target, _))| **target != IGNORED)
            .map(|(log_prob, (_, weight))| -f64::from(*log_prob) * f64::from(*weight))
            .sum();
        let operation = CrossEntropy {
            projection,
            learnt: targets.iter().filter(|target| **target != IGNORED).count(),
            dhidden,
        };
        workspace.give_f32(log_probs);
        let mut value = workspace.take_f32(1);
        value[0] = loss as f32;
        self.push(Buffer::F32(value), 1, 1, Some(Box::new(operation)))
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
        let mut scratch = Scratch::take(workspace, access.get(), &projection, precision, false);
        let mut log_probs = workspace.take_f32(targets.len());
        let hidden = &value.buffer;
        scratch.values(access.get(), &projection, hidden, targets, &mut log_probs);
        scratch.give(workspace);
        let operation = TokenLogProbs {
            projection,
            targets: targets.to_vec(),
        };
        let rows = targets.len();
        self.push(Buffer::F32(log_probs), rows, 1, Some(Box::new(operation)))
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

/// One chunk of rows: their hidden states, their logits and the gradients of these.
///
/// Rows without a target are passed over: in instruction tuning these are more than half.
struct Scratch {
    picked: Buffer,
    logits: Aligned<f32>,
    /// Empty where nothing is trained.
    dlogits: Buffer,
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
        training: bool,
    ) -> Self {
        let (vocabulary, cols) = parameters.matrix_shape(projection.head);
        let trained = if training { CHUNK * vocabulary } else { 0 };
        Self {
            picked: workspace.take(precision, CHUNK * cols),
            logits: workspace.take_f32(CHUNK * vocabulary),
            dlogits: workspace.take(precision, trained),
            vocabulary,
            cols,
            precision,
        }
    }

    fn give(self, workspace: &mut crate::Workspace) {
        workspace.give(self.picked);
        workspace.give_f32(self.logits);
        workspace.give(self.dlogits);
    }

    /// Log-probabilities of the targets, 0 where there is none.
    fn values(
        &mut self,
        parameters: &Parameters,
        projection: &Projection,
        hidden: &Buffer,
        targets: &[u32],
        log_probs: &mut [f32],
    ) {
        log_probs.fill(0.0);
        for rows in learnt_rows(targets).chunks(CHUNK) {
            self.project(parameters, projection, hidden, rows);
            for_rows(
                &mut self.logits,
                rows,
                targets,
                log_probs,
                #[inline(always)]
                |logits, _, target, _| Softmax::new(logits, projection.softcap, target).log_prob,
            );
        }
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
        (dhidden, log_probs): (&mut Buffer, &mut [f32]),
    ) {
        log_probs.fill(0.0);
        with_element!(self.precision, E => {
            let rows = dhidden.view_mut::<E>().chunks_exact_mut(self.cols).zip(targets);
            rows.filter(|(_, target)| **target == IGNORED)
                .for_each(|(row, _)| row.fill(E::default()));
        });
        for rows in learnt_rows(targets).chunks(CHUNK) {
            self.project(parameters, projection, hidden, rows);
            with_element!(self.precision, E => {
                let dlogits = Split::new(self.dlogits.view_mut::<E>());
                for_rows(&mut self.logits, rows, targets, log_probs, #[inline(always)] |logits, range, target, row| {
                    // SAFETY: each place of the chunk has a range of its own.
                    let gradient = unsafe { dlogits.range(range) };
                    let softmax = Softmax::new(logits, projection.softcap, target);
                    softmax.gradient(slopes[row], gradient);
                    softmax.log_prob
                });
            });
            self.backpropagate(parameters, projection, dhidden, rows);
        }
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

    /// `dhidden[rows] = dlogits · head`, `dhead += dlogitsᵀ · hidden[rows]`.
    fn backpropagate(
        &mut self,
        parameters: &mut Parameters,
        projection: &Projection,
        dhidden: &mut Buffer,
        rows: &[usize],
    ) {
        let (count, vocabulary, cols) = (rows.len(), self.vocabulary, self.cols);
        with_element!(self.precision, E => {
            let dlogits = &self.dlogits.view::<E>()[..count * vocabulary];
            let dlogits = E::matrix(dlogits, count, vocabulary);
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

/// Calls `body` with the logits of each row, their range within the chunk, the row's target and
/// the row, and keeps the log-probability that it returns.
fn for_rows(
    logits: &mut [f32],
    rows: &[usize],
    targets: &[u32],
    log_probs: &mut [f32],
    body: impl Fn(&mut [f32], Range<usize>, usize, usize) -> f32 + Sync,
) {
    let vocabulary = logits.len() / CHUNK;
    let split_logits = Split::new(logits);
    let split_probs = Split::new(log_probs);
    for_blocks(rows.len(), 8, |places| {
        for place in places {
            let row = rows[place];
            let range = place * vocabulary..(place + 1) * vocabulary;
            // SAFETY: each place belongs to one block, and no row stands at two places.
            let (logits, log_prob) = unsafe {
                (
                    split_logits.range(range.clone()),
                    &mut split_probs.range(row..row + 1)[0],
                )
            };
            vectorised(
                #[inline(always)]
                || *log_prob = body(logits, range, targets[row] as usize, row),
            );
        }
    });
}

fn learnt_rows(targets: &[u32]) -> Vec<usize> {
    (0..targets.len())
        .filter(|row| targets[*row] != IGNORED)
        .collect()
}

struct CrossEntropy {
    projection: Projection,
    /// Rows with a target.
    learnt: usize,
    dhidden: Option<Buffer>,
}

/// The cost, forwards, of `products` products of that many rows with the head: one, or three where
/// the gradients are computed too.
fn projected(shapes: &Shapes, projection: &Projection, learnt: usize, products: f64) -> Cost {
    let (_, cols) = shapes.shape(projection.hidden);
    let head = shapes.numbers(projection.head);
    let gradient = if products > 1.0 {
        (2 * size_of::<f32>()) as f64 * head
    } else {
        0.0
    };
    // Rows are read where they have a target; their gradients are written everywhere.
    let mut moved = shapes.size * (head + (learnt * cols) as f64);
    if products > 1.0 {
        moved += shapes.size * head + shapes.bytes(projection.hidden);
    }
    Cost {
        name: format!("head {cols} → {} with loss", head as usize / cols),
        forward: Work::new(2.0 * products * learnt as f64 * head, moved + gradient),
        backward: Work::default(),
    }
}

impl Operation for CrossEntropy {
    fn backward(&mut self, gradient: Buffer, pass: &mut Backward<'_>) {
        assert_eq!(
            gradient.to_f32(),
            [1.0],
            "backward must start from the cross-entropy itself"
        );
        pass.add(
            self.projection.hidden,
            self.dhidden.take().expect("one backward pass a tape"),
        );
        pass.workspace.give(gradient);
    }

    fn cost(&self, shapes: &Shapes<'_>) -> Cost {
        projected(shapes, &self.projection, self.learnt, 3.0)
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
        let mut log_probs = pass.workspace.take_f32(self.targets.len());
        let hidden = &pass.input(self.projection.hidden).buffer;
        let mut scratch = Scratch::take(
            pass.workspace,
            pass.parameters,
            &self.projection,
            pass.precision,
            true,
        );
        scratch.gradients(
            pass.parameters,
            &self.projection,
            hidden,
            &self.targets,
            gradient.view::<f32>(),
            (&mut dhidden, &mut log_probs),
        );
        scratch.give(pass.workspace);
        pass.workspace.give_f32(log_probs);
        pass.workspace.give(gradient);
        pass.add(self.projection.hidden, dhidden);
    }

    fn cost(&self, shapes: &Shapes<'_>) -> Cost {
        let learnt = learnt_rows(&self.targets).len();
        let forward = projected(shapes, &self.projection, learnt, 1.0);
        let backward = projected(shapes, &self.projection, learnt, 3.0).forward;
        Cost {
            backward,
            ..forward
        }
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
