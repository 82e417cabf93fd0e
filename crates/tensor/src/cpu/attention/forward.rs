//! The forward pass: `softmax(q·kᵀ / √head_dim)·v`.

use super::*;
use crate::cpu::math::exp;
use crate::cpu::parallel;
use crate::cpu::pool::threads_here;

/// `out = softmax(q·kᵀ / √head_dim)·v` within each segment `(start, len)` of rows.
///
/// `q` and `out` are `(N, heads·head_dim)`, `k` and `v` are `(N, kv_heads·head_dim)`, row-major.
/// `lse`, `(N, heads)`, receives the logarithm of each softmax's denominator, which [`backward`]
/// needs. Segments are disjoint and in ascending order; rows outside of them are left alone.
/// Products are computed in bf16, where the tier has units for it, if `q`, `k` and `v` are bf16.
///
/// # Panics
/// If the sizes do not fit together.
pub fn forward(
    q: Elements,
    k: Elements,
    v: Elements,
    mut out: ElementsMut,
    lse: &mut [f32],
    shape: &Shape,
    segments: &[(usize, usize)],
) {
    shape.check(
        &[q.len(), out.len()],
        &[k.len(), v.len()],
        lse.len(),
        segments,
    );
    let (out, lse) = (
        Output::new(&mut out),
        Output::new(&mut ElementsMut::F32(lse)),
    );
    let kernel = kernel_for(&[q, k, v]);
    let pass = Pass {
        q,
        k,
        v,
        out,
        lse,
        shape,
        kernel,
    };
    // Where heads and segments are fewer than the threads can use, segments are cut into parts that
    // pack the same keys each.
    let heads = segments.len() * shape.kv_heads;
    let threads = threads_here();
    let parts = if threads == 1 {
        1
    } else {
        (3 * threads).div_ceil(heads.max(1))
    };
    parallel(heads * parts, |task| {
        let (start, len) = segments[task / parts / shape.kv_heads];
        let blocks = len.div_ceil(BLOCK);
        let bound = |part: usize| (blocks * part / parts * BLOCK).min(len);
        let part = task % parts;
        let queries = bound(part)..bound(part + 1);
        if !queries.is_empty() {
            pass.run((start, len), task / parts % shape.kv_heads, queries);
        }
    });
}

struct Pass<'a> {
    q: Elements<'a>,
    k: Elements<'a>,
    v: Elements<'a>,
    out: Output,
    lse: Output,
    shape: &'a Shape,
    kernel: &'static Kernel,
}

/// The softmax of a block of queries so far: for each its largest score, and the sum of the
/// exponentials of what the scores are below it.
struct Softmax {
    largest: [f32; BLOCK],
    sum: [f32; BLOCK],
}

impl Pass<'_> {
    /// The queries (counted from the segment's start) of all heads that share a key/value head.
    fn run(&self, (start, len): (usize, usize), kv_head: usize, queries: Range<usize>) {
        let (shape, kernel) = (self.shape, self.kernel);
        let keys = if shape.causal { queries.end } else { len };
        let rows = start..start + keys;
        let pick = (kv_head, shape.kv_heads);
        let keys = RightOperand::new(
            kernel,
            head_rows(self.k, rows.clone(), pick, shape.head_dim).transposed(),
        );
        let values = RightOperand::new(kernel, head_rows(self.v, rows, pick, shape.head_dim));
        (kernel.enter)();
        for head in kv_head * shape.group()..(kv_head + 1) * shape.group() {
            for first in queries.clone().step_by(BLOCK) {
                let block = first..queries.end.min(first + BLOCK);
                self.block((start, len), head, block, &keys, &values);
            }
        }
        (kernel.leave)();
    }

    /// One head's block of queries against all keys that it sees.
    fn block(
        &self,
        (start, len): (usize, usize),
        head: usize,
        queries: Range<usize>,
        keys: &RightOperand,
        values: &RightOperand,
    ) {
        let (shape, kernel) = (self.shape, self.kernel);
        let dim = shape.head_dim;
        let stride = dim.next_multiple_of(kernel.cols);
        let (mut left, mut narrowed) = (scratch::take(), scratch::take());
        let (mut scores, mut sums) = (scratch::take(), scratch::take());
        let rows = start + queries.start..start + queries.end;
        let left = LeftOperand::packed(
            kernel,
            head_rows(self.q, rows, (head, shape.heads), dim),
            &mut left,
        );
        let scores = scores.f32(kernel.rows * BLOCK);
        let mut sums = Sums {
            values: sums.f32(BLOCK * stride),
            stride,
        };
        let mut softmax = Softmax {
            largest: [f32::NEG_INFINITY; BLOCK],
            sum: [0.0; BLOCK],
        };
        let end = if shape.causal { queries.end } else { len };
        for first in (0..end).step_by(BLOCK) {
            let count = BLOCK.min(end - first);
            for row in (0..queries.len()).step_by(kernel.rows) {
                let rows = kernel.rows.min(queries.len() - row);
                let visible = |row: usize| seen(shape, queries.start + row, first, count);
                let widest = visible(row + rows - 1);
                let width = widest.next_multiple_of(kernel.cols);
                let mut block = Sums {
                    values: &mut *scores,
                    stride: BLOCK,
                };
                let operands = (
                    left.at(kernel, row, 0, rows),
                    keys.at(first / kernel.cols, 0),
                );
                // SAFETY: the operands are packed, over the head's dimensions; the keys hold whole
                // panels.
                unsafe {
                    let steps = kernel.padded(dim) / kernel.depth;
                    block.multiply(kernel, 0, operands, steps, width, false);
                }
                for r in 0..rows {
                    let (at, score) = (row + r, &mut scores[r * BLOCK..][..BLOCK]);
                    let sums = &mut sums.values[at * stride..][..stride];
                    let state = (&mut softmax.largest[at], &mut softmax.sum[at]);
                    online_softmax(score, visible(at), shape.scale(), state, sums, first > 0);
                }
                let weights = Matrix::strided(Elements::F32(scores), rows, BLOCK, BLOCK, 1);
                let weights = LeftOperand::of(kernel, weights, &mut narrowed);
                let operands = (
                    weights.at(kernel, 0, 0, rows),
                    values.at(0, first / kernel.depth),
                );
                // SAFETY: the weights are padded with zeros to a block, and the values are packed
                // to whole steps.
                unsafe {
                    let steps = widest.div_ceil(kernel.depth);
                    sums.multiply(kernel, row, operands, steps, stride, first > 0);
                }
            }
        }
        for (r, sums) in sums
            .values
            .chunks_exact(stride)
            .take(queries.len())
            .enumerate()
        {
            let at = (start + queries.start + r) * shape.heads + head;
            let lse = softmax.largest[r] + softmax.sum[r].ln();
            // SAFETY: this head of this row is the task's alone.
            unsafe {
                self.out.store(at * dim, &sums[..dim], 1.0 / softmax.sum[r]);
                self.lse.store(at, &[lse], 1.0);
            }
        }
    }
}

/// Lanes of the loops below: what the widest vector holds.
const LANES: usize = 16;

vectorised! {
    /// Takes a block of scores into a row's softmax: the first `seen` of them become weights
    /// relative to the largest score so far, the others 0. What the row has summed before, if
    /// `begun`, is brought to the new scale.
    fn online_softmax(
        scores: &mut [f32],
        seen: usize,
        scale: f32,
        state: (&mut f32, &mut f32),
        sums: &mut [f32],
        begun: bool,
    ) {
        let (largest, sum) = state;
        let (scores, hidden) = scores.split_at_mut(seen.next_multiple_of(LANES));
        scores[seen..].fill(f32::NEG_INFINITY);
        hidden.fill(0.0);
        let (scores, _) = scores.as_chunks_mut::<LANES>();
        let mut lanes = [*largest / scale; LANES];
        for scores in scores.iter() {
            for j in 0..LANES {
                lanes[j] = if scores[j] > lanes[j] { scores[j] } else { lanes[j] };
            }
        }
        let new = lanes.iter().fold(f32::NEG_INFINITY, |a, b| if *b > a { *b } else { a }) * scale;
        let mut lanes = [0.0; LANES];
        for scores in scores.iter_mut() {
            for j in 0..LANES {
                scores[j] = exp(scores[j] * scale - new);
                lanes[j] += scores[j];
            }
        }
        let correction = if begun { exp(*largest - new) } else { 0.0 };
        *sum = *sum * correction + lanes.iter().sum::<f32>();
        *largest = new;
        if begun && correction != 1.0 {
            sums.iter_mut().for_each(|sum| *sum *= correction);
        }
    }
}
