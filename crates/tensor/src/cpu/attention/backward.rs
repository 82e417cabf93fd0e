//! The backward pass. With `p = exp(q·kᵀ·scale − lse)`, recomputed block by block, and `δ` the
//! product of a row's output and its gradient:
//!
//! ```text
//! ds = p ∘ (dout·vᵀ − δ) · scale      dq = ds·k      dk = dsᵀ·q      dv = pᵀ·dout
//! ```

use super::*;
use crate::cpu::math::{exp_to_88, sum_of_lanes, widen};
use crate::cpu::parallel;

/// The gradients of [`forward`]: shapes as there, with `out` and `lse` as it left them and `dout`
/// the gradient of `out`. `dq`, `dk`, `dv` are written, not added to, within the segments.
///
/// # Panics
/// If the sizes do not fit together.
#[allow(clippy::too_many_arguments)]
pub fn backward(
    q: Elements,
    k: Elements,
    v: Elements,
    out: Elements,
    lse: &[f32],
    dout: Elements,
    dq: ElementsMut,
    dk: ElementsMut,
    dv: ElementsMut,
    shape: &Shape,
    segments: &[(usize, usize)],
) {
    let kernel = kernel_for(&[q, k, v, dout]);
    backward_with(
        kernel,
        (q, k, v),
        (out, lse, dout),
        (dq, dk, dv),
        shape,
        segments,
    );
}

pub(super) fn backward_with(
    kernel: &'static Kernel,
    (q, k, v): (Elements, Elements, Elements),
    (out, lse, dout): (Elements, &[f32], Elements),
    (mut dq, mut dk, mut dv): (ElementsMut, ElementsMut, ElementsMut),
    shape: &Shape,
    segments: &[(usize, usize)],
) {
    let queries = [q.len(), out.len(), dout.len(), dq.len()];
    shape.check(
        &queries,
        &[k.len(), v.len(), dk.len(), dv.len()],
        lse.len(),
        segments,
    );
    let (dq, dk, dv) = (
        Output::new(&mut dq),
        Output::new(&mut dk),
        Output::new(&mut dv),
    );
    let pass = Pass {
        q,
        k,
        v,
        out,
        lse,
        dout,
        dq,
        dk,
        dv,
        shape,
        kernel,
    };
    parallel(segments.len() * shape.kv_heads, |task| {
        let (start, len) = segments[task / shape.kv_heads];
        if len > 0 {
            pass.run(start..start + len, task % shape.kv_heads);
        }
    });
}

struct Pass<'a> {
    q: Elements<'a>,
    k: Elements<'a>,
    v: Elements<'a>,
    out: Elements<'a>,
    lse: &'a [f32],
    dout: Elements<'a>,
    dq: Output,
    dk: Output,
    dv: Output,
    shape: &'a Shape,
    kernel: &'static Kernel,
}

/// A segment's keys and values of one head, packed for the three products that read them.
struct Keys {
    keys_across: RightOperand,
    values_across: RightOperand,
    keys: RightOperand,
}

/// A block of queries of one head, packed for the four products that read it.
struct Queries<'a> {
    /// Counted from the segment's start.
    range: Range<usize>,
    q: LeftOperand,
    dout: LeftOperand,
    q_right: RightOperand,
    dout_right: RightOperand,
    lse: &'a [f32],
    delta: &'a [f32],
}

/// Scratch of a pair of blocks.
struct Tiles {
    /// The weights `p`, and the gradient of the scores `ds`: `BLOCK × BLOCK` each.
    p: Weights,
    ds: Weights,
    left: [Scratch; 2],
}

impl Pass<'_> {
    /// One key/value head of the segment that is these rows.
    fn run(&self, rows: Range<usize>, kv_head: usize) {
        let (shape, kernel) = (self.shape, self.kernel);
        let (dim, len) = (shape.head_dim, rows.len());
        let stride = dim.next_multiple_of(kernel.cols);
        let keys = head_rows(self.k, rows.clone(), (kv_head, shape.kv_heads), dim);
        let values = head_rows(self.v, rows.clone(), (kv_head, shape.kv_heads), dim);
        let keys = Keys {
            keys_across: RightOperand::new(kernel, keys.transposed()),
            values_across: RightOperand::new(kernel, values.transposed()),
            keys: RightOperand::new(kernel, keys),
        };
        let (mut dk, mut dv) = (scratch::take(), scratch::take());
        let mut dk = Sums {
            values: dk.f32(len * stride),
            stride,
        };
        let mut dv = Sums {
            values: dv.f32(len * stride),
            stride,
        };
        dk.values.fill(0.0);
        dv.values.fill(0.0);
        (kernel.enter)();
        for head in kv_head * shape.group()..(kv_head + 1) * shape.group() {
            for first in (0..len).step_by(BLOCK) {
                let queries = first..len.min(first + BLOCK);
                self.block(rows.clone(), head, queries, &keys, &mut dk, &mut dv);
            }
        }
        (kernel.leave)();
        for (sums, out) in [(dk, &self.dk), (dv, &self.dv)] {
            let width = shape.kv_heads * dim;
            for first in (0..len).step_by(BLOCK) {
                let count = BLOCK.min(len - first);
                let at = (rows.start + first) * width + kv_head * dim;
                let mut sums = Sums {
                    values: &mut sums.values[first * stride..],
                    stride,
                };
                // SAFETY: this head of these rows is the task's alone.
                unsafe { out.store(at, width, &mut sums, dim, &[1.0; BLOCK][..count]) };
            }
        }
    }

    /// One head's block of queries: its `dq`, and its share of `dk` and `dv`.
    fn block(
        &self,
        rows: Range<usize>,
        head: usize,
        range: Range<usize>,
        keys: &Keys,
        dk: &mut Sums,
        dv: &mut Sums,
    ) {
        let (shape, kernel) = (self.shape, self.kernel);
        let dim = shape.head_dim;
        let own = rows.start + range.start..rows.start + range.end;
        let view = |elements| head_rows(elements, own.clone(), (head, shape.heads), dim);
        let (mut lse, mut delta) = ([0.0; BLOCK], [0.0; BLOCK]);
        for (lse, row) in lse.iter_mut().zip(own.clone()) {
            *lse = self.lse[row * shape.heads + head];
        }
        products_of_rows(&view(self.out), &view(self.dout), &mut delta);
        let (mut left_q, mut left_dout) = (scratch::take(), scratch::take());
        let queries = Queries {
            range: range.clone(),
            q: LeftOperand::packed(kernel, view(self.q), &mut left_q),
            dout: LeftOperand::packed(kernel, view(self.dout), &mut left_dout),
            q_right: RightOperand::new(kernel, view(self.q)),
            dout_right: RightOperand::new(kernel, view(self.dout)),
            lse: &lse,
            delta: &delta,
        };
        let mut tiles = Tiles {
            p: Weights::only_across(kernel),
            ds: Weights::new(kernel),
            left: [scratch::take(), scratch::take()],
        };
        let mut dq = scratch::take();
        let mut dq = Sums {
            values: dq.f32(BLOCK * dk.stride),
            stride: dk.stride,
        };
        let end = if shape.causal { range.end } else { rows.len() };
        for first in (0..end).step_by(BLOCK) {
            let block = first..end.min(first + BLOCK);
            self.scores(&queries, block.clone(), keys, &mut tiles);
            self.products(&queries, block, keys, &mut tiles, (&mut dq, dk, dv));
        }
        let at = (own.start * shape.heads + head) * dim;
        // SAFETY: this head of these rows is the task's alone.
        unsafe {
            self.dq.store(
                at,
                shape.heads * dim,
                &mut dq,
                dim,
                &[1.0; BLOCK][..own.len()],
            )
        };
    }

    /// `p` and `ds` of a pair of blocks; 0 where a query does not see a key.
    fn scores(&self, queries: &Queries, block: Range<usize>, keys: &Keys, tiles: &mut Tiles) {
        let (shape, kernel) = (self.shape, self.kernel);
        let steps = kernel.padded(shape.head_dim) / kernel.depth;
        let panel = block.start / kernel.cols;
        let count = queries.range.len();
        for row in (0..count).step_by(kernel.rows) {
            let rows = kernel.rows.min(count - row);
            let visible =
                |row: usize| seen(shape, queries.range.start + row, block.start, block.len());
            let width = visible(row + rows - 1).next_multiple_of(kernel.cols);
            let (p, narrow_p) = tiles.p.rows(row, rows.next_multiple_of(kernel.rows));
            let (ds, narrow_ds) = tiles.ds.rows(row, rows.next_multiple_of(kernel.rows));
            let products = [
                (&mut *p, &queries.q, &keys.keys_across),
                (&mut *ds, &queries.dout, &keys.values_across),
            ];
            for (values, left, right) in products {
                let mut sums = Sums {
                    values,
                    stride: BLOCK,
                };
                let operands = (left.at(kernel, row, 0, rows), right.at(panel, 0));
                // SAFETY: the operands are packed, over the head's dimensions; keys and values
                // hold whole panels.
                unsafe { sums.multiply(kernel, 0, operands, steps, width, false) };
            }
            let (p, ds) = (&mut p[..rows * BLOCK], &mut ds[..rows * BLOCK]);
            let known = (&queries.lse[row..], &queries.delta[row..]);
            let growth = usize::from(shape.causal);
            weights(
                (p, narrow_p),
                (ds, narrow_ds),
                (visible(row), growth, block.len()),
                columns_read(kernel, block.len()),
                shape.scale(),
                known,
            );
        }
    }

    /// Adds the block's share to the three gradients.
    fn products(
        &self,
        queries: &Queries,
        block: Range<usize>,
        keys: &Keys,
        tiles: &mut Tiles,
        (dq, dk, dv): (&mut Sums, &mut Sums, &mut Sums),
    ) {
        let (shape, kernel) = (self.shape, self.kernel);
        let (rows, width) = (queries.range.len(), dk.stride);
        let [one, two] = &mut tiles.left;
        // Whole panels, which are packed by vectors: what is behind the last key is 0, and so are its products.
        let across = block.len().next_multiple_of(kernel.rows).min(BLOCK);
        let p_across = tiles.p.across(kernel, (rows, across), one);
        let ds_across = tiles.ds.across(kernel, (rows, across), two);
        let whole = rows.next_multiple_of(kernel.rows);
        let ds = LeftOperand::in_place(kernel, tiles.ds.matrix(whole));
        for row in (0..rows).step_by(kernel.rows) {
            let count = kernel.rows.min(rows - row);
            let last = queries.range.start + row + count - 1;
            let steps = seen(shape, last, block.start, block.len()).div_ceil(kernel.depth);
            let right = keys.keys.at(0, block.start / kernel.depth);
            let operands = (ds.at(kernel, row, 0, count), right);
            // SAFETY: `ds` is 0 up to a whole block, and the keys are packed to whole steps.
            unsafe { dq.multiply(kernel, row, operands, steps, width, block.start > 0) };
        }
        for key in (0..block.len()).step_by(kernel.rows) {
            let count = kernel.rows.min(block.len() - key);
            // Of the block on the diagonal, the queries before a key do not see it.
            let hidden = if shape.causal && block.start == queries.range.start {
                key
            } else {
                0
            };
            let from = hidden / kernel.depth;
            let steps = rows.div_ceil(kernel.depth) - from;
            let dv_operands = (
                p_across.at(kernel, key, from, count),
                queries.dout_right.at(0, from),
            );
            let dk_operands = (
                ds_across.at(kernel, key, from, count),
                queries.q_right.at(0, from),
            );
            let row = block.start + key;
            // SAFETY: all operands are packed over the queries, or read where they are by a kernel
            // whose step is one query.
            unsafe {
                dv.multiply(kernel, row, dv_operands, steps, width, true);
                dk.multiply(kernel, row, dk_operands, steps, width, true);
            }
        }
    }
}

vectorised! {
    /// From scores to weights, and from the gradient of the weights to that of the scores, for rows
    /// of which the first sees `seen` keys and each later one `growth` more, at most `most`. Beyond
    /// the keys that a row sees both become 0, in `width` columns.
    fn weights(
        p: (&mut [f32], Option<&mut [bf16]>),
        ds: (&mut [f32], Option<&mut [bf16]>),
        keys: (usize, usize, usize),
        width: usize,
        scale: f32,
        known: (&[f32], &[f32]),
    ) {
        let (seen, growth, most) = keys;
        let ((p, narrow_p), (ds, narrow_ds)) = (p, ds);
        let (p, _) = p.as_chunks_mut::<BLOCK>();
        let (ds, _) = ds.as_chunks_mut::<BLOCK>();
        for (r, (p, ds)) in p.iter_mut().zip(&mut *ds).enumerate() {
            let (p, ds) = (&mut p[..width], &mut ds[..width]);
            let (lse, delta) = (known.0[r], known.1[r]);
            let seen = most.min(seen + r * growth);
            // Whole lanes first, then 0 where nothing is seen.
            let whole = seen.next_multiple_of(LANES);
            let (p_lanes, _) = p[..whole].as_chunks_mut::<LANES>();
            let (ds_lanes, _) = ds[..whole].as_chunks_mut::<LANES>();
            for (p, ds) in p_lanes.iter_mut().zip(ds_lanes) {
                for j in 0..LANES {
                    p[j] = exp_to_88(p[j].mul_add(scale, -lse));
                    ds[j] = p[j] * (ds[j] - delta) * scale;
                }
            }
            p[seen..].fill(0.0);
            ds[seen..].fill(0.0);
        }
        for (wide, narrowed) in [(p, narrow_p), (ds, narrow_ds)] {
            if let Some(narrowed) = narrowed {
                narrow_rows(wide, width, narrowed);
            }
        }
    }
}

vectorised! {
    /// The scalar product of each row of `a` with the same row of `b`.
    fn products_of_rows(a: &Matrix, b: &Matrix, out: &mut [f32]) {
        for (row, out) in out.iter_mut().enumerate().take(a.rows()) {
            let at = row * a.row_stride()..row * a.row_stride() + a.cols();
            *out = match (a.elements(), b.elements()) {
                (Elements::F32(a), Elements::F32(b)) => dot(&a[at.clone()], &b[at], |x| x, |x| x),
                (Elements::Bf16(a), Elements::Bf16(b)) => dot(&a[at.clone()], &b[at], widen, widen),
                (Elements::F32(a), Elements::Bf16(b)) => dot(&a[at.clone()], &b[at], |x| x, widen),
                (Elements::Bf16(a), Elements::F32(b)) => dot(&a[at.clone()], &b[at], widen, |x| x),
            };
        }
    }
}

/// A scalar product in sixteen lanes, so that it can be vectorised without changing its order.
#[inline(always)]
fn dot<A: Copy, B: Copy>(a: &[A], b: &[B], wide_a: fn(A) -> f32, wide_b: fn(B) -> f32) -> f32 {
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<LANES>(), b.as_chunks::<LANES>());
    let mut lanes = [0.0; LANES];
    for (a, b) in a.iter().zip(b) {
        for j in 0..LANES {
            lanes[j] += wide_a(a[j]) * wide_b(b[j]);
        }
    }
    let rest: f32 = a_rest
        .iter()
        .zip(b_rest)
        .map(|(a, b)| wide_a(*a) * wide_b(*b))
        .sum();
    sum_of_lanes(lanes) + rest
}
