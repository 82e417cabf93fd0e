//! Scaled dot-product attention over packed segments.

use half::bf16;

use super::{Elements, ElementsMut};

/// The shape of an attention layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    pub heads: usize,
    /// Divides `heads`; query head `h` reads key/value head `h / (heads / kv_heads)`.
    pub kv_heads: usize,
    pub head_dim: usize,
    /// Whether a row sees only itself and the rows before it in its segment.
    pub causal: bool,
}

/// `out = softmax(q·kᵀ / √head_dim)·v` within each segment `(start, len)` of rows.
///
/// `q` and `out` are `(N, heads·head_dim)`, `k` and `v` are `(N, kv_heads·head_dim)`, row-major.
/// `lse`, `(N, heads)`, receives the logarithm of each softmax's denominator, which [`backward`]
/// needs. Segments are disjoint and in ascending order; rows outside of them are left alone.
pub fn forward(
    q: Elements,
    k: Elements,
    v: Elements,
    mut out: ElementsMut,
    lse: &mut [f32],
    shape: &Shape,
    segments: &[(usize, usize)],
) {
    let (h, d) = (shape.heads, shape.head_dim);
    let (q, k, v) = (widen(q), widen(k), widen(v));
    let group = h / shape.kv_heads;
    for_each_row(shape, segments, |start, end, row, head| {
        let query = &q[(row * h + head) * d..][..d];
        let kv = |j: usize| (j * shape.kv_heads + head / group) * d;
        let scores: Vec<f32> = (start..end)
            .map(|j| dot(query, &k[kv(j)..][..d]) / (d as f32).sqrt())
            .collect();
        let max = scores.iter().fold(f32::NEG_INFINITY, |a, b| a.max(*b));
        let total: f32 = scores.iter().map(|s| (s - max).exp()).sum();
        lse[row * h + head] = max + total.ln();
        for c in 0..d {
            let sum: f32 = (start..end)
                .map(|j| (scores[j - start] - max).exp() * v[kv(j) + c])
                .sum();
            set(&mut out, (row * h + head) * d + c, sum / total);
        }
    });
}

/// The gradients of [`forward`]; `dq`, `dk`, `dv` are written, not added to.
#[allow(clippy::too_many_arguments)]
pub fn backward(
    q: Elements,
    k: Elements,
    v: Elements,
    out: Elements,
    lse: &[f32],
    dout: Elements,
    mut dq: ElementsMut,
    mut dk: ElementsMut,
    mut dv: ElementsMut,
    shape: &Shape,
    segments: &[(usize, usize)],
) {
    let (h, d) = (shape.heads, shape.head_dim);
    let (q, k, v, out, dout) = (widen(q), widen(k), widen(v), widen(out), widen(dout));
    let group = h / shape.kv_heads;
    let (mut sum_k, mut sum_v) = (vec![0.0; k.len()], vec![0.0; v.len()]);
    for_each_row(shape, segments, |start, end, row, head| {
        let at = (row * h + head) * d;
        let (query, upstream) = (&q[at..][..d], &dout[at..][..d]);
        let delta = dot(&out[at..][..d], upstream);
        let mut sum_q = vec![0.0; d];
        for j in start..end {
            let kv = (j * shape.kv_heads + head / group) * d;
            let scale = 1.0 / (d as f32).sqrt();
            let p = (dot(query, &k[kv..][..d]) * scale - lse[row * h + head]).exp();
            let ds = p * (dot(upstream, &v[kv..][..d]) - delta) * scale;
            for c in 0..d {
                sum_v[kv + c] += p * upstream[c];
                sum_k[kv + c] += ds * query[c];
                sum_q[c] += ds * k[kv + c];
            }
        }
        (0..d).for_each(|c| set(&mut dq, at + c, sum_q[c]));
    });
    for &(start, len) in segments {
        let width = shape.kv_heads * d;
        for at in start * width..(start + len) * width {
            set(&mut dk, at, sum_k[at]);
            set(&mut dv, at, sum_v[at]);
        }
    }
}

fn for_each_row(
    shape: &Shape,
    segments: &[(usize, usize)],
    mut body: impl FnMut(usize, usize, usize, usize),
) {
    for &(start, len) in segments {
        for row in start..start + len {
            let end = if shape.causal { row + 1 } else { start + len };
            (0..shape.heads).for_each(|head| body(start, end, row, head));
        }
    }
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn widen(elements: Elements) -> Vec<f32> {
    match elements {
        Elements::F32(values) => values.to_vec(),
        Elements::Bf16(values) => values.iter().map(|v| v.to_f32()).collect(),
    }
}

fn set(out: &mut ElementsMut, at: usize, value: f32) {
    match out {
        ElementsMut::F32(values) => values[at] = value,
        ElementsMut::Bf16(values) => values[at] = bf16::from_f32(value),
    }
}
