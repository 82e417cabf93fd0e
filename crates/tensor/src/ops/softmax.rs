//! The softmax over a vocabulary and its gradients, for a chunk of rows at a time.
//!
//! What is kept of the logits are their *weights* `exp(logit − reference)`, rounded, as the product completes them: they
//! pass through memory once each way, in the activations' type. The weights need not be divided by their sum `Z`, for
//! that is a factor of a row. The target's own weight is left out: where the target is nearly certain, what remains of
//! the others is small, and a difference of two rounded products would not tell it. So with `s = −slope / Z` and
//! `t = slope · (Z − own weight) / Z` the gradients of `slope · log p(target)` are
//!
//! ```text
//! dhidden = s · (weights · head) + t · head[target]
//! dhead   = weightsᵀ · (s · hidden), and t · hidden added to the target's row
//! ```
//!
//! The reference of a row is about the logit of its target, which makes `Z` at least about 1 and `ln Z` the loss. Where a
//! target is so unlikely that `Z` is very large, the row's largest logit becomes its reference, and the chunk is computed
//! again.

use std::ops::Range;

use crate::buffer::{Buffer, Element, Precision, Workspace, with_element};
use crate::cpu::math::exp;
use crate::cpu::{FINISHED_COLS, Finish, Matrix, MatrixMut, Right, Sum, gemm, gemm_sums};
use crate::parameters::{ParamId, Parameters};
use crate::rows::{Split, vectorised};
use crate::tape::Var;

/// Rows of a chunk: enough for few passes over the gradient of the head, few enough for a fraction of the memory that
/// all logits would take.
pub(super) const CHUNK: usize = 768;

/// Where `Z` is to be: far from overflow, also of its products, and from numbers that the units take for 0, also of
/// quotients by it.
const USUAL: std::ops::Range<f32> = 1e-10..1e20;

/// Numbers between rows of weights, whole lines, so that rows do not all fall into one set of the cache where the
/// vocabulary is a power of two.
const PADDING: usize = 64;

/// A logit whose weight is 0, also where it is capped: the slope of a cap takes its square, which must be a number.
const NO_WEIGHT: f32 = -1e9;

/// A head and the hidden rows it is applied to.
#[derive(Clone, Copy)]
pub(super) struct Projection {
    pub(super) hidden: Var,
    pub(super) head: ParamId,
    /// `cap · tanh(logit / cap)` in place of `logit` (Gemma 2).
    pub(super) softcap: Option<f32>,
}

/// Some of the hidden states, at most [`CHUNK`], and the target of each.
pub(super) struct Asked<'a> {
    pub(super) hidden: &'a Buffer,
    pub(super) rows: Range<usize>,
    pub(super) targets: &'a [u32],
}

impl Asked<'_> {
    /// Where the rows lie in a buffer of all, of `cols` numbers each.
    fn range(&self, cols: usize) -> Range<usize> {
        self.rows.start * cols..self.rows.end * cols
    }
}

/// One chunk of rows, and what their softmax is made of.
pub(super) struct Chunk {
    /// Hidden states times `s`.
    scaled: Buffer,
    weights: Buffer,
    places: Vec<Place>,
    /// Sums of weights, [`FINISHED_COLS`] columns each, row by row.
    partial: Vec<f32>,
    vocabulary: usize,
    cols: usize,
    precision: Precision,
}

/// What is known of one row of a chunk.
#[derive(Clone, Copy, Default)]
struct Place {
    target: usize,
    reference: f32,
    /// The target's logit, capped if logits are.
    logit: f32,
    /// `Z` without the target's own weight, and with it.
    others: f32,
    sum: f32,
    /// `s`
    factor: f32,
    /// `t`, times the slope of the cap at the target.
    at_target: f32,
}

impl Place {
    fn is_unusual(&self) -> bool {
        !USUAL.contains(&self.sum)
    }
}

impl Chunk {
    pub(super) fn take(
        workspace: &mut Workspace,
        parameters: &Parameters,
        head: ParamId,
        precision: Precision,
    ) -> Self {
        let (vocabulary, cols) = parameters.matrix_shape(head);
        Self {
            scaled: workspace.take(precision, CHUNK * cols),
            weights: workspace.take(precision, CHUNK * (vocabulary + PADDING)),
            places: Vec::with_capacity(CHUNK),
            partial: vec![0.0; CHUNK * vocabulary.div_ceil(FINISHED_COLS)],
            vocabulary,
            cols,
            precision,
        }
    }

    pub(super) fn give(self, workspace: &mut Workspace) {
        workspace.give(self.scaled);
        workspace.give(self.weights);
    }

    /// The weights of the rows, and the log-probability of each one's target.
    pub(super) fn log_probs(
        &mut self,
        parameters: &Parameters,
        projection: &Projection,
        asked: &Asked,
        log_probs: &mut [f32],
    ) {
        self.refer_to_targets(parameters, projection, asked);
        self.weigh(parameters, projection, asked);
        if self.places.iter().any(Place::is_unusual) {
            self.refer_to_largest(parameters, projection, asked);
            self.weigh(parameters, projection, asked);
        }
        for (log_prob, place) in log_probs.iter_mut().zip(&self.places) {
            *log_prob = place.logit - place.reference - place.sum.ln();
        }
    }

    /// Makes what the target's logit is about the reference of each row.
    fn refer_to_targets(
        &mut self,
        parameters: &Parameters,
        projection: &Projection,
        asked: &Asked,
    ) {
        let (cols, head) = (self.cols, parameters.value(projection.head));
        self.places.clear();
        with_element!(self.precision, E => {
            let hidden = &asked.hidden.view::<E>()[asked.range(cols)];
            for (hidden, target) in hidden.chunks_exact(cols).zip(asked.targets) {
                let target = *target as usize;
                let of_target = &head[target * cols..][..cols];
                let logit = vectorised(#[inline(always)] || dot(hidden, of_target));
                let reference = projection.softcap.map_or(logit, |cap| capped(logit, cap));
                self.places.push(Place { target, reference, ..Place::default() });
            }
        });
    }

    /// `weights = exp(hidden · headᵀ − reference)` but for the targets, their sums and the targets' logits.
    fn weigh(&mut self, parameters: &Parameters, projection: &Projection, asked: &Asked) {
        let (pieces, cap) = (self.pieces(), projection.softcap);
        let mut logits = vec![0.0f32; self.places.len()];
        let mut partial = std::mem::take(&mut self.partial);
        let places = std::mem::take(&mut self.places);
        let (of_targets, sums) = (Split::new(&mut logits), Split::new(&mut partial));
        self.project(parameters, projection, asked, &|row, first, values| {
            let Place {
                target, reference, ..
            } = places[row];
            let sum = vectorised(
                #[inline(always)]
                || {
                    if let Some(cap) = cap {
                        values
                            .iter_mut()
                            .for_each(|value| *value = capped(*value, cap));
                    }
                    let own = target.checked_sub(first).and_then(|at| values.get_mut(at));
                    if let Some(own) = own {
                        // SAFETY: only the piece with the target writes the row's.
                        unsafe { of_targets.range(row..row + 1)[0] = *own };
                        *own = NO_WEIGHT;
                    }
                    match cap {
                        None => exponentials(values, reference),
                        Some(cap) => capped_exponentials(values, reference, cap),
                    }
                },
            );
            let at = row * pieces + first / FINISHED_COLS;
            // SAFETY: each piece of a row has a place of its own.
            unsafe { sums.range(at..at + 1)[0] = sum };
        });
        self.places = places;
        self.partial = partial;
        let sums = self.partial.chunks_exact(pieces);
        for ((place, logit), sums) in self.places.iter_mut().zip(logits).zip(sums) {
            (place.logit, place.others) = (logit, sums.iter().sum());
            place.sum = place.others + exp(logit - place.reference);
        }
    }

    /// Makes the largest logit of each row with an unusual sum its reference.
    fn refer_to_largest(
        &mut self,
        parameters: &Parameters,
        projection: &Projection,
        asked: &Asked,
    ) {
        let (pieces, cap) = (self.pieces(), projection.softcap);
        let mut partial = std::mem::take(&mut self.partial);
        let largest = Split::new(&mut partial);
        self.project(parameters, projection, asked, &|row, first, values| {
            let most = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let at = row * pieces + first / FINISHED_COLS;
            // SAFETY: each piece of a row has a place of its own.
            unsafe { largest.range(at..at + 1)[0] = cap.map_or(most, |cap| capped(most, cap)) };
        });
        self.partial = partial;
        let all = self
            .places
            .iter_mut()
            .zip(self.partial.chunks_exact(pieces));
        // The others keep theirs: what a row gives does not depend on its neighbours.
        for (place, largest) in all.filter(|(place, _)| place.is_unusual()) {
            place.reference = largest.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        }
    }

    /// `hidden · headᵀ`, finished piece by piece, into the weights.
    fn project(
        &mut self,
        parameters: &Parameters,
        projection: &Projection,
        asked: &Asked,
        finish: &(dyn Fn(usize, usize, &mut [f32]) + Sync),
    ) {
        let (vocabulary, cols, precision) = (self.vocabulary, self.cols, self.precision);
        let (stride, count) = (self.stride(), asked.rows.len());
        with_element!(precision, E => {
            let hidden = E::matrix(&asked.hidden.view::<E>()[asked.range(cols)], count, cols);
            let out = E::elements_mut(self.weights.view_mut::<E>());
            let sum = Sum {
                terms: vec![(0, parameters.packed_transposed(projection.head, precision))],
                out: MatrixMut::strided(out, count, vocabulary, stride),
                accumulate: false,
                bias: None,
                plus: None,
                finish: Some(Finish { call: finish, fixed: true }),
            };
            gemm_sums(&[hidden], &mut [sum]);
        });
    }

    /// The gradients of `Σ slope · log_prob` for the rows of the last [`Chunk::log_probs`]: those of the hidden states
    /// are written to `dhidden`, that of the head is added to what it has.
    pub(super) fn gradients(
        &mut self,
        parameters: &mut Parameters,
        projection: &Projection,
        asked: &Asked,
        slopes: &[f32],
        dhidden: &mut Buffer,
    ) {
        for (place, slope) in self.places.iter_mut().zip(slopes) {
            let of_cap = projection
                .softcap
                .map_or(1.0, |cap| slope_of_cap(place.logit, cap));
            place.factor = -slope / place.sum;
            place.at_target = slope * of_cap * (place.others / place.sum);
        }
        self.gradient_of_head(parameters, projection.head, asked);
        self.gradient_of_hidden(parameters, projection.head, asked, dhidden);
    }

    fn gradient_of_head(&mut self, parameters: &mut Parameters, head: ParamId, asked: &Asked) {
        let (count, cols, vocabulary) = (self.places.len(), self.cols, self.vocabulary);
        let stride = self.stride();
        let (_, dhead) = parameters.value_and_gradient(head);
        with_element!(self.precision, E => {
            let hidden = &asked.hidden.view::<E>()[asked.range(cols)];
            let scaled = &mut self.scaled.view_mut::<E>()[..count * cols];
            for ((place, from), to) in self.places.iter().zip(hidden.chunks_exact(cols)).zip(scaled.chunks_exact_mut(cols)) {
                vectorised(#[inline(always)] || {
                    to.iter_mut().zip(from).for_each(|(to, from)| *to = E::narrow(place.factor * from.widen()));
                });
            }
            let weights = E::elements(self.weights.view::<E>());
            gemm(
                Matrix::strided(weights, count, vocabulary, stride, 1).transposed(),
                Right::Matrix(E::matrix(scaled, count, cols)),
                MatrixMut::f32(dhead, vocabulary, cols),
                true,
                None,
            );
            for (place, hidden) in self.places.iter().zip(hidden.chunks_exact(cols)) {
                let of_target = &mut dhead[place.target * cols..][..cols];
                vectorised(#[inline(always)] || {
                    of_target.iter_mut().zip(hidden).for_each(|(sum, hidden)| *sum += place.at_target * hidden.widen());
                });
            }
        });
    }

    fn gradient_of_hidden(
        &self,
        parameters: &Parameters,
        head: ParamId,
        asked: &Asked,
        dhidden: &mut Buffer,
    ) {
        let (count, cols, precision) = (self.places.len(), self.cols, self.precision);
        let (stride, of_head) = (self.stride(), parameters.value(head));
        let places = &self.places;
        let finish = |row: usize, first: usize, sums: &mut [f32]| {
            let Place {
                target,
                factor,
                at_target,
                ..
            } = places[row];
            let of_target = &of_head[target * cols + first..][..sums.len()];
            vectorised(
                #[inline(always)]
                || {
                    for (sum, of_target) in sums.iter_mut().zip(of_target) {
                        *sum = factor * *sum + at_target * of_target;
                    }
                },
            );
        };
        with_element!(precision, E => {
            let weights = E::elements(self.weights.view::<E>());
            let out = &mut dhidden.view_mut::<E>()[asked.range(cols)];
            let sum = Sum {
                terms: vec![(0, parameters.packed(head, precision))],
                out: E::matrix_mut(out, count, cols),
                accumulate: false,
                bias: None,
                plus: None,
                finish: Some(Finish { call: &finish, fixed: false }),
            };
            gemm_sums(&[Matrix::strided(weights, count, self.vocabulary, stride, 1)], &mut [sum]);
        });
    }

    /// From row to row of the weights.
    fn stride(&self) -> usize {
        self.vocabulary + PADDING
    }

    /// Pieces of a row.
    fn pieces(&self) -> usize {
        self.vocabulary.div_ceil(FINISHED_COLS)
    }
}

#[inline(always)]
fn capped(logit: f32, cap: f32) -> f32 {
    cap * tanh(logit / cap)
}

/// The slope of the cap, where it gave this logit.
#[inline(always)]
fn slope_of_cap(capped: f32, cap: f32) -> f32 {
    1.0 - (capped / cap) * (capped / cap)
}

/// `tanh` through the vectorisable exponential.
#[inline(always)]
fn tanh(x: f32) -> f32 {
    1.0 - 2.0 / (exp(2.0 * x) + 1.0)
}

const LANES: usize = 16;

#[inline(always)]
fn dot<E: Element>(x: &[E], y: &[f32]) -> f32 {
    let mut lanes = [0.0f32; LANES];
    let (xs, ys) = (x.chunks_exact(LANES), y.chunks_exact(LANES));
    let rest: f32 = xs
        .remainder()
        .iter()
        .zip(ys.remainder())
        .map(|(x, y)| x.widen() * y)
        .sum();
    for (x, y) in xs.zip(ys) {
        for lane in 0..LANES {
            lanes[lane] += x[lane].widen() * y[lane];
        }
    }
    lanes.iter().sum::<f32>() + rest
}

/// Puts `exp(value − reference)` in the place of each value; their sum.
#[inline(always)]
fn exponentials(values: &mut [f32], reference: f32) -> f32 {
    summed(values, |value| {
        *value = exp(*value - reference);
        *value
    })
}

/// The same of capped logits, the terms times the slope of the cap. The sum is of the terms without it.
#[inline(always)]
fn capped_exponentials(values: &mut [f32], reference: f32, cap: f32) -> f32 {
    summed(values, |value| {
        let term = exp(*value - reference);
        *value = term * slope_of_cap(*value, cap);
        term
    })
}

/// The sum of what `term` gives, in sixteen running sums, so that it vectorises.
#[inline(always)]
fn summed(values: &mut [f32], term: impl Fn(&mut f32) -> f32) -> f32 {
    let (whole, rest) = values.as_chunks_mut::<LANES>();
    let mut sums = [0.0f32; LANES];
    for values in whole {
        for lane in 0..LANES {
            sums[lane] += term(&mut values[lane]);
        }
    }
    let rest: f32 = rest.iter_mut().map(term).sum();
    sums.iter().sum::<f32>() + rest
}
