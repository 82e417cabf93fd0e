//! Attention within segments.

use crate::aligned::Aligned;
use crate::buffer::{Buffer, Element, with_element};
use crate::cpu;
use crate::profile::{Cost, Shapes, Work};
use crate::tape::{Backward, Operation, Tape, Var};

/// The heads of an attention layer; `kv_heads` divides `heads` (grouped-query attention,
/// Ainslie et al. 2023).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attention {
    pub heads: usize,
    pub kv_heads: usize,
    pub head_dim: usize,
    /// Whether a row sees only itself and the rows before it in its segment.
    pub causal: bool,
}

/// The rows `start..start + len` of one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    pub start: usize,
    pub len: usize,
}

impl Attention {
    fn shape(&self) -> cpu::attention::Shape {
        cpu::attention::Shape {
            heads: self.heads,
            kv_heads: self.kv_heads,
            head_dim: self.head_dim,
            causal: self.causal,
        }
    }

    pub(super) fn kv_width(&self) -> usize {
        self.kv_heads * self.head_dim
    }
}

impl Tape<'_> {
    /// `softmax(q kᵀ / √head_dim) v` for each head within each segment.
    ///
    /// `q (N, heads · head_dim)`, `k` and `v (N, kv_heads · head_dim)`: `(N, heads · head_dim)`.
    /// Rows outside of every segment come out as zero.
    ///
    /// # Panics
    /// If shapes do not fit together, or segments overlap or are not in ascending order.
    pub fn attention(
        &mut self,
        q: Var,
        k: Var,
        v: Var,
        attention: &Attention,
        segments: &[Segment],
    ) -> Var {
        let (rows, cols) = self.check_attention(q, k, v, attention);
        assert!(
            segments.iter().all(|s| s.start + s.len <= rows),
            "segment outside of the batch"
        );
        let mut out = self.output(rows, cols);
        let mut log_sums = self.workspace.take_f32(rows * attention.heads);
        let segments: Vec<(usize, usize)> = segments.iter().map(|s| (s.start, s.len)).collect();
        with_element!(self.precision, E => {
            let out = out.view_mut::<E>();
            clear_between(out, cols, &segments);
            cpu::attention::forward(
                E::elements(self.value(q).buffer.view()),
                E::elements(self.value(k).buffer.view()),
                E::elements(self.value(v).buffer.view()),
                E::elements_mut(out),
                &mut log_sums,
                &attention.shape(),
                &segments,
            );
        });
        let operation = SegmentAttention {
            q,
            k,
            v,
            attention: *attention,
            segments,
            log_sums,
        };
        self.push(out, rows, cols, Some(Box::new(operation)))
    }

    pub(super) fn check_attention(
        &self,
        q: Var,
        k: Var,
        v: Var,
        attention: &Attention,
    ) -> (usize, usize) {
        let (rows, cols) = self.shape(q);
        assert_eq!(
            cols,
            attention.heads * attention.head_dim,
            "width of the queries"
        );
        assert_eq!(
            attention.heads % attention.kv_heads,
            0,
            "kv_heads divides heads"
        );
        assert_eq!(
            self.shape(k),
            (rows, attention.kv_width()),
            "shape of the keys"
        );
        assert_eq!(
            self.shape(v),
            (rows, attention.kv_width()),
            "shape of the values"
        );
        (rows, cols)
    }
}

/// Zeros in the rows that belong to no segment; the others are written anyway.
fn clear_between<E: Element>(values: &mut [E], cols: usize, segments: &[(usize, usize)]) {
    let mut end = 0;
    for &(start, len) in segments {
        assert!(end <= start, "disjoint segments, in ascending order");
        values[end * cols..start * cols].fill(E::default());
        end = start + len;
    }
    values[end * cols..].fill(E::default());
}

struct SegmentAttention {
    q: Var,
    k: Var,
    v: Var,
    attention: Attention,
    segments: Vec<(usize, usize)>,
    /// Log of the softmax denominator, `(N, heads)`.
    log_sums: Aligned<f32>,
}

impl Operation for SegmentAttention {
    fn backward(&mut self, gradient: Buffer, pass: &mut Backward<'_>) {
        let (mut dq, mut dk, mut dv) = (pass.like(self.q), pass.like(self.k), pass.like(self.v));
        with_element!(pass.precision, E => {
            let kv_width = self.attention.kv_width();
            let q_width = pass.output().cols;
            for (buffer, cols) in [(&mut dq, q_width), (&mut dk, kv_width), (&mut dv, kv_width)] {
                clear_between(buffer.view_mut::<E>(), cols, &self.segments);
            }
            cpu::attention::backward(
                E::elements(pass.input(self.q).buffer.view()),
                E::elements(pass.input(self.k).buffer.view()),
                E::elements(pass.input(self.v).buffer.view()),
                E::elements(pass.output().buffer.view()),
                &self.log_sums,
                E::elements(gradient.view()),
                E::elements_mut(dq.view_mut()),
                E::elements_mut(dk.view_mut()),
                E::elements_mut(dv.view_mut()),
                &self.attention.shape(),
                &self.segments,
            );
        });
        pass.add(self.q, dq);
        pass.add(self.k, dk);
        pass.add(self.v, dv);
        pass.workspace.give(gradient);
    }

    /// Products with the pairs that the mask hides do not count. Backwards, scores are computed again.
    fn cost(&self, shapes: &Shapes<'_>) -> Cost {
        let Attention {
            heads,
            head_dim,
            causal,
            ..
        } = self.attention;
        let pairs = self.segments.iter().map(|&(_, len)| match causal {
            true => len * (len + 1) / 2,
            false => len * len,
        });
        let product = (2 * heads * head_dim * pairs.sum::<usize>()) as f64;
        let (q, k) = (shapes.bytes(self.q), shapes.bytes(self.k));
        Cost {
            name: "attention".into(),
            forward: Work::new(2.0 * product, 2.0 * q + 2.0 * k),
            backward: Work::new(5.0 * product, 4.0 * q + 4.0 * k),
        }
    }

    fn reclaim(&mut self, workspace: &mut crate::Workspace) {
        workspace.give_f32(std::mem::take(&mut self.log_sums));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::check::{Case, check};

    const ROWS: usize = 9;
    const SEGMENTS: [Segment; 2] = [Segment { start: 0, len: 5 }, Segment { start: 6, len: 3 }];

    fn reference(q: &[f64], k: &[f64], v: &[f64], a: &Attention) -> Vec<f64> {
        let (cols, width) = (a.heads * a.head_dim, a.kv_heads * a.head_dim);
        let mut out = vec![0.0; q.len()];
        for Segment { start, len } in SEGMENTS {
            for head in 0..a.heads {
                let kv = head / (a.heads / a.kv_heads) * a.head_dim;
                for i in start..start + len {
                    let end = if a.causal { i + 1 } else { start + len };
                    let weights: Vec<f64> = (start..end)
                        .map(|j| {
                            let dot: f64 = (0..a.head_dim)
                                .map(|d| {
                                    q[i * cols + head * a.head_dim + d] * k[j * width + kv + d]
                                })
                                .sum();
                            (dot / (a.head_dim as f64).sqrt()).exp()
                        })
                        .collect();
                    let total: f64 = weights.iter().sum();
                    for d in 0..a.head_dim {
                        out[i * cols + head * a.head_dim + d] = (start..end)
                            .zip(&weights)
                            .map(|(j, w)| w / total * v[j * width + kv + d])
                            .sum();
                    }
                }
            }
        }
        out
    }

    fn check_attention(attention: Attention) {
        let (cols, width) = (attention.heads * attention.head_dim, attention.kv_width());
        let rows: Vec<u32> = (0..ROWS as u32).collect();
        check(Case {
            parameters: &[
                ("q", &[ROWS, cols]),
                ("k", &[ROWS, width]),
                ("v", &[ROWS, width]),
            ],
            forward: &|tape, p| {
                let q = tape.embedding(p[0], &rows);
                let k = tape.embedding(p[1], &rows);
                let v = tape.embedding(p[2], &rows);
                tape.attention(q, k, v, &attention, &SEGMENTS)
            },
            reference: &|p| reference(&p[0], &p[1], &p[2], &attention),
        });
    }

    #[test]
    fn causal_matches_reference() {
        check_attention(Attention {
            heads: 2,
            kv_heads: 2,
            head_dim: 8,
            causal: true,
        });
    }

    #[test]
    fn grouped_query_matches_reference() {
        check_attention(Attention {
            heads: 4,
            kv_heads: 2,
            head_dim: 6,
            causal: true,
        });
    }

    #[test]
    fn bidirectional_matches_reference() {
        check_attention(Attention {
            heads: 2,
            kv_heads: 1,
            head_dim: 8,
            causal: false,
        });
    }
}
