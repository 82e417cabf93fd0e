//! The forward pass: `softmax(q·kᵀ / √head_dim)·v`.

use super::*;
use crate::cpu::math::{exp, exp_to_88, largest_of_lanes, sum_of_lanes};
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
    out: ElementsMut,
    lse: &mut [f32],
    shape: &Shape,
    segments: &[(usize, usize)],
) {
    let kernel = kernel_for(&[q, k, v]);
    forward_with(kernel, (q, k, v), out, lse, shape, segments);
}

pub(super) fn forward_with(
    kernel: &'static Kernel,
    (q, k, v): (Elements, Elements, Elements),
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

/// The softmax of a block of queries so far: for each a reference, at most [`SLACK`] below its largest score,
/// and the sum of the exponentials of what the scores are above it, lane by lane.
struct Softmax {
    reference: [f32; BLOCK],
    sums: [[f32; LANES]; BLOCK],
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
        let mut left = scratch::take();
        let mut weights = Weights::new(kernel);
        let mut sums = scratch::take();
        let rows = start + queries.start..start + queries.end;
        let left = LeftOperand::packed(
            kernel,
            head_rows(self.q, rows, (head, shape.heads), dim),
            &mut left,
        );
        let mut sums = Sums {
            values: sums.f32(BLOCK * stride),
            stride,
        };
        let mut softmax = Softmax {
            reference: [f32::NEG_INFINITY; BLOCK],
            sums: [[0.0; LANES]; BLOCK],
        };
        let end = if shape.causal { queries.end } else { len };
        for first in (0..end).step_by(BLOCK) {
            let pair = Pair {
                shape,
                kernel,
                queries: queries.clone(),
                keys: first..end.min(first + BLOCK),
            };
            // Each phase for all rows, so that tiles are not loaded right behind the stores that wrote them.
            pair.scores(&left, keys, &mut weights);
            pair.weigh(&mut weights, &mut softmax, &mut sums);
            pair.products(&weights, values, &mut sums);
        }
        self.store(
            start + queries.start,
            head,
            &softmax,
            &mut sums,
            queries.len(),
        );
    }

    /// Writes what the sums come to for `rows` rows from row `first` of the output on.
    fn store(&self, first: usize, head: usize, softmax: &Softmax, sums: &mut Sums, rows: usize) {
        let Shape {
            heads, head_dim, ..
        } = *self.shape;
        let at = (first * heads + head) * head_dim;
        let (mut factors, mut lse) = ([0.0; BLOCK], [0.0; BLOCK]);
        for r in 0..rows {
            let sum = sum_of_lanes(softmax.sums[r]);
            factors[r] = 1.0 / sum;
            lse[r] = softmax.reference[r] + sum.ln();
        }
        let mut lse = Sums {
            values: &mut lse,
            stride: 1,
        };
        // SAFETY: this head of these rows is the task's alone.
        unsafe {
            self.out
                .store(at, heads * head_dim, sums, head_dim, &factors[..rows]);
            self.lse
                .store(at / head_dim, heads, &mut lse, 1, &[1.0; BLOCK][..rows]);
        }
    }
}

/// A block of queries and a block of keys, both counted from the segment's start, for the three phases of their meeting.
struct Pair<'a> {
    shape: &'a Shape,
    kernel: &'static Kernel,
    queries: Range<usize>,
    keys: Range<usize>,
}

impl Pair<'_> {
    /// The kernel's panels of queries: the first row of each, and how many it has.
    fn panels(&self) -> impl Iterator<Item = (usize, usize)> {
        let (rows, count) = (self.kernel.rows, self.queries.len());
        let first = (0..count).step_by(rows);
        first.map(move |row| (row, rows.min(count - row)))
    }

    /// Keys that query number `row` of the block sees.
    fn seen(&self, row: usize) -> usize {
        let query = self.queries.start + row;
        seen(self.shape, query, self.keys.start, self.keys.len())
    }

    /// `q·kᵀ`, as far as any row of a panel sees.
    fn scores(&self, left: &LeftOperand, keys: &RightOperand, weights: &mut Weights) {
        let kernel = self.kernel;
        let steps = kernel.padded(self.shape.head_dim) / kernel.depth;
        for (row, rows) in self.panels() {
            let width = self.seen(row + rows - 1).next_multiple_of(kernel.cols);
            let (values, _) = weights.rows(row, kernel.rows);
            let mut scores = Sums {
                values,
                stride: BLOCK,
            };
            let right = keys.at(self.keys.start / kernel.cols, 0);
            let operands = (left.at(kernel, row, 0, rows), right);
            // SAFETY: the operands are packed, over the head's dimensions; the keys hold whole
            // panels.
            unsafe { scores.multiply(kernel, 0, operands, steps, width, false) };
        }
    }

    /// From scores to weights.
    fn weigh(&self, weights: &mut Weights, softmax: &mut Softmax, sums: &mut Sums) {
        for (row, rows) in self.panels() {
            let panel = Panel {
                rows,
                seen: self.seen(row),
                causal: self.shape.causal,
                block: self.keys.len(),
                width: columns_read(self.kernel, self.keys.len()),
                scale: self.shape.scale(),
                begun: self.keys.start > 0,
            };
            online_softmax(
                panel,
                weights.rows(row, self.kernel.rows),
                (&mut softmax.reference[row..], &mut softmax.sums[row..]),
                &mut sums.values[row * sums.stride..],
                sums.stride,
            );
        }
    }

    /// Adds the weights times the values to the sums.
    fn products(&self, weights: &Weights, values: &RightOperand, sums: &mut Sums) {
        let (kernel, width) = (self.kernel, sums.stride);
        let whole = self.queries.len().next_multiple_of(kernel.rows);
        let weights = LeftOperand::in_place(kernel, weights.matrix(whole));
        for (row, rows) in self.panels() {
            let steps = self.seen(row + rows - 1).div_ceil(kernel.depth);
            let right = values.at(0, self.keys.start / kernel.depth);
            let operands = (weights.at(kernel, row, 0, rows), right);
            // SAFETY: the weights are padded with zeros to a block, and the values are packed
            // to whole steps.
            unsafe { sums.multiply(kernel, row, operands, steps, width, self.keys.start > 0) };
        }
    }
}

/// A panel of rows of scores, [`BLOCK`] apart.
#[derive(Clone, Copy)]
struct Panel {
    rows: usize,
    /// Keys of the block that the first row sees; if causal, each later row sees one more.
    seen: usize,
    causal: bool,
    /// Keys of the block.
    block: usize,
    /// Columns that are to hold weights, 0 where there is nothing to see; of [`columns_read`].
    width: usize,
    scale: f32,
    /// Whether the rows have seen a block before.
    begun: bool,
}

/// How far a score may lie above the reference of its row, which changes only where one does: `e²⁰` is 5·10⁸, so that
/// f32 holds sums of billions of such weights times values, and bf16, which has the range of f32, rounds them like others.
pub(super) const SLACK: f32 = 20.0;

vectorised! {
    /// Takes a block of scores into the softmax of their rows: the scores that a row sees become
    /// weights relative to its reference, the others 0. Where the reference changes, what the row has
    /// summed before is brought to the new scale. The weights take the scores' place, or go to the second
    /// memory.
    fn online_softmax(
        panel: Panel,
        scores: (&mut [f32], Option<&mut [bf16]>),
        state: (&mut [f32], &mut [[f32; LANES]]),
        products: &mut [f32],
        stride: usize,
    ) {
        let (reference, sums) = state;
        let (reference, sums) = (&mut reference[..panel.rows], &mut sums[..panel.rows]);
        let (scores, narrowed) = scores;
        let (rows, _) = scores.as_chunks_mut::<BLOCK>();
        let rows = &mut rows[..panel.rows];
        for (r, row) in rows.iter_mut().enumerate() {
            let row = &mut row[..panel.width];
            row[panel.seen(r)..].fill(f32::NEG_INFINITY);
        }
        if !panel.begun || panel.rises(rows, reference) {
            panel.refer(rows, reference, sums, products, stride);
        }
        for (r, row) in rows.iter_mut().enumerate() {
            let row = &mut row[..panel.width];
            let (lanes_of_row, _) = row.as_chunks_mut::<LANES>();
            let (visible, hidden) = lanes_of_row.split_at_mut(panel.seen(r).div_ceil(LANES));
            let (mut lanes, reference) = (sums[r], reference[r]);
            for row in visible {
                for j in 0..LANES {
                    row[j] = exp_to_88(row[j].mul_add(panel.scale, -reference));
                    lanes[j] += row[j];
                }
            }
            for row in hidden {
                *row = [0.0; LANES];
            }
            sums[r] = lanes;
        }
        if let Some(narrowed) = narrowed {
            narrow_rows(rows, panel.width, narrowed);
        }
    }
}

impl Panel {
    /// Keys that row `r` sees.
    #[inline(always)]
    fn seen(&self, r: usize) -> usize {
        match self.causal {
            true => self.block.min(self.seen + r),
            false => self.block,
        }
    }

    /// Whether any score is too far above the reference of its row.
    #[inline(always)]
    fn rises(&self, rows: &[[f32; BLOCK]], reference: &[f32]) -> bool {
        let mut highest = [f32::NEG_INFINITY; LANES];
        for (row, reference) in rows.iter().zip(reference) {
            for row in row[..self.width].as_chunks::<LANES>().0 {
                for j in 0..LANES {
                    let height = row[j] * self.scale - reference;
                    highest[j] = if height > highest[j] {
                        height
                    } else {
                        highest[j]
                    };
                }
            }
        }
        largest_of_lanes(highest) > SLACK
    }

    /// Makes its largest score the reference of each row that has none yet, or in which a score is too far above it. What
    /// a row gives does not depend on its neighbours.
    #[inline(always)]
    fn refer(
        &self,
        rows: &[[f32; BLOCK]],
        reference: &mut [f32],
        sums: &mut [[f32; LANES]],
        products: &mut [f32],
        stride: usize,
    ) {
        for (r, row) in rows.iter().enumerate() {
            let (row, _) = row[..self.width].as_chunks::<LANES>();
            let mut lanes = row[0];
            for row in &row[1..] {
                for j in 0..LANES {
                    lanes[j] = if row[j] > lanes[j] { row[j] } else { lanes[j] };
                }
            }
            let (old, new) = (reference[r], largest_of_lanes(lanes) * self.scale);
            if !self.begun {
                reference[r] = new;
            } else if new - old > SLACK {
                reference[r] = new;
                let correction = exp(old - new);
                let summed = products[r * stride..][..stride].iter_mut();
                summed
                    .chain(&mut sums[r])
                    .for_each(|sum| *sum *= correction);
            }
        }
    }
}
