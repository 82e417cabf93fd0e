//! The vocabulary projection with softmax and cross-entropy, in chunks of rows.
//!
//! Logits are `(N, V)`, by far the largest matrix of a small model. They never exist whole: a
//! chunk is projected, turned into losses and gradients, and forgotten.

use crate::aligned::Aligned;
use crate::buffer::{Buffer, Element, Precision, Workspace, with_element};
use crate::cpu::{MatrixMut, Right, gemm};
use crate::ops::softmax::{Asked, CHUNK, Chunk, Projection};
use crate::parameters::{ParamId, Parameters};
use crate::profile::{Cost, Shapes, Work};
use crate::tape::{Access, Backward, Operation, Tape, Var};

impl Tape<'_> {
    /// `Σ weight · −log softmax(hidden · headᵀ)[target]`, a scalar.
    ///
    /// `hidden (N, D)`, `head (V, D)`, `targets` and `weights` (N). The gradients are computed in the
    /// same sweep over the vocabulary, so on a training tape the head's gradient grows here already,
    /// and [`Tape::backward`] must start from this loss itself.
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
        let hidden = &value.buffer;
        let values = match (access, &mut dhidden) {
            (Access::Training(parameters), Some(dhidden)) => {
                let slopes: Vec<f32> = weights.iter().map(|w| -w).collect();
                let asked = (targets, &slopes[..]);
                gradients(
                    workspace,
                    parameters,
                    &projection,
                    hidden,
                    asked,
                    dhidden,
                    precision,
                )
            }
            (access, _) => log_probs(
                workspace,
                access.get(),
                &projection,
                hidden,
                targets,
                precision,
            ),
        };
        let loss: f64 = values
            .iter()
            .zip(weights)
            .map(|(log_prob, weight)| -f64::from(*log_prob) * f64::from(*weight))
            .sum();
        let operation = CrossEntropy {
            projection,
            dhidden,
        };
        workspace.give_f32(values);
        let mut value = workspace.take_f32(1);
        value[0] = loss as f32;
        self.push(Buffer::F32(value), 1, 1, Some(Box::new(operation)))
    }

    /// `log softmax(hidden · headᵀ)[target]` for each row, `(N, 1)`. Always f32, so on a tape
    /// of bf16 it is an end: no operation takes it any further. The backward pass projects
    /// again instead of keeping logits.
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
        let (parameters, hidden) = (access.get(), &value.buffer);
        let values = log_probs(
            workspace,
            parameters,
            &projection,
            hidden,
            targets,
            precision,
        );
        let operation = TokenLogProbs {
            projection,
            targets: targets.to_vec(),
        };
        let rows = targets.len();
        self.push(Buffer::F32(values), rows, 1, Some(Box::new(operation)))
    }

    /// Logits `(N, V)` of `hidden (N, D)`.
    pub fn logits(&self, hidden: Var, head: ParamId, softcap: Option<f32>) -> Vec<f32> {
        let (rows, cols) = self.shape(hidden);
        let (vocabulary, _) = self.parameters.get().matrix_shape(head);
        let mut logits = vec![0.0; rows * vocabulary];
        with_element!(self.precision, E => {
            let packed = self.parameters.get().packed_transposed(head, self.precision);
            gemm(
                E::matrix(self.value(hidden).buffer.view(), rows, cols),
                Right::Packed(packed),
                MatrixMut::f32(&mut logits, rows, vocabulary),
                false,
                None,
            );
        });
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
            targets.iter().all(|target| (*target as usize) < vocabulary),
            "target outside of the vocabulary"
        );
    }
}

/// Log-probabilities of the targets.
fn log_probs(
    workspace: &mut Workspace,
    parameters: &Parameters,
    projection: &Projection,
    hidden: &Buffer,
    targets: &[u32],
    precision: Precision,
) -> Aligned<f32> {
    let mut log_probs = workspace.take_f32(targets.len());
    let mut chunk = Chunk::take(workspace, parameters, projection.head, precision);
    for asked in chunks(hidden, targets) {
        let log_probs = &mut log_probs[asked.rows.clone()];
        chunk.log_probs(parameters, projection, &asked, log_probs);
    }
    chunk.give(workspace);
    log_probs
}

/// The same, and the gradient of `Σ slope · log_prob`: written to `dhidden`, added to the head's gradient.
fn gradients(
    workspace: &mut Workspace,
    parameters: &mut Parameters,
    projection: &Projection,
    hidden: &Buffer,
    (targets, slopes): (&[u32], &[f32]),
    dhidden: &mut Buffer,
    precision: Precision,
) -> Aligned<f32> {
    let mut log_probs = workspace.take_f32(targets.len());
    let mut chunk = Chunk::take(workspace, parameters, projection.head, precision);
    for asked in chunks(hidden, targets) {
        let log_probs = &mut log_probs[asked.rows.clone()];
        chunk.log_probs(parameters, projection, &asked, log_probs);
        let slopes = &slopes[asked.rows.clone()];
        chunk.gradients(parameters, projection, &asked, slopes, dhidden);
    }
    chunk.give(workspace);
    log_probs
}

/// All rows in chunks of one size, in whole tiles.
fn chunks<'a>(hidden: &'a Buffer, targets: &'a [u32]) -> impl Iterator<Item = Asked<'a>> {
    let rows = targets.len();
    let count = rows.div_ceil(CHUNK).max(1);
    let size = rows.div_ceil(count).next_multiple_of(32).clamp(1, CHUNK);
    (0..rows).step_by(size).map(move |start| {
        let rows = start..rows.min(start + size);
        Asked {
            hidden,
            targets: &targets[rows.clone()],
            rows,
        }
    })
}

struct CrossEntropy {
    projection: Projection,
    dhidden: Option<Buffer>,
}

/// The cost, forwards, of `products` products with the head: one, or three where the gradients are
/// computed too.
fn projected(shapes: &Shapes, projection: &Projection, products: f64) -> Cost {
    let (rows, cols) = shapes.shape(projection.hidden);
    let head = shapes.numbers(projection.head);
    let gradient = if products > 1.0 {
        (2 * size_of::<f32>()) as f64 * head
    } else {
        0.0
    };
    let mut moved = shapes.size * head + shapes.bytes(projection.hidden);
    if products > 1.0 {
        moved += shapes.size * head + shapes.bytes(projection.hidden);
    }
    Cost {
        name: format!("head {cols} → {} with loss", head as usize / cols),
        forward: Work::new(2.0 * products * rows as f64 * head, moved + gradient),
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
        projected(shapes, &self.projection, 3.0)
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
        let values = gradients(
            pass.workspace,
            pass.parameters,
            &self.projection,
            hidden,
            (&self.targets, gradient.view::<f32>()),
            &mut dhidden,
            pass.precision,
        );
        pass.workspace.give_f32(values);
        pass.workspace.give(gradient);
        pass.add(self.projection.hidden, dhidden);
    }

    fn cost(&self, shapes: &Shapes<'_>) -> Cost {
        let forward = projected(shapes, &self.projection, 1.0);
        let backward = projected(shapes, &self.projection, 3.0).forward;
        Cost {
            backward,
            ..forward
        }
    }
}

#[cfg(test)]
mod tests;
