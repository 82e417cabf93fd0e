//! Attention within segments, for training and with a cache for generation.

use std::collections::BTreeSet;

use crate::aligned::Aligned;
use crate::buffer::{Buffer, Element, with_element};
use crate::cpu;
use crate::cpu::math::exp;
use crate::profile::{Cost, Shapes, Work};
use crate::rows::{Split, for_blocks, vectorised};
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

/// New rows `start..start + len` that continue the sequence in cache slot `slot`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CachedSegment {
    pub slot: usize,
    pub start: usize,
    pub len: usize,
}

/// Keys and values of one layer for several independent sequences ("slots").
#[derive(Clone, Debug, Default)]
pub struct KvLayer {
    slots: Vec<KvSlot>,
}

#[derive(Clone, Debug, Default)]
struct KvSlot {
    /// `(length, kv_heads · head_dim)`, row-major.
    keys: Vec<f32>,
    values: Vec<f32>,
}

impl KvLayer {
    pub fn new(slots: usize) -> Self {
        Self {
            slots: vec![KvSlot::default(); slots],
        }
    }

    /// Keeps only the first `len` rows of `slot`, each of `width = kv_heads · head_dim` numbers.
    pub fn truncate(&mut self, slot: usize, len: usize, width: usize) {
        self.slots[slot].keys.truncate(len * width);
        self.slots[slot].values.truncate(len * width);
    }

    /// Makes slot `i` what slot `sources[i]` was: the reordering step of a beam search.
    pub fn reorder(&mut self, sources: &[usize]) {
        self.slots = sources
            .iter()
            .map(|source| self.slots[*source].clone())
            .collect();
    }
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

    fn kv_width(&self) -> usize {
        self.kv_heads * self.head_dim
    }
}

impl Tape<'_> {
    /// `softmax(q kᵀ / √head_dim) v` for each head within each segment.
    ///
    /// `q (N, heads · head_dim)`, `k` and `v (N, kv_heads · head_dim)`: `(N, heads · head_dim)`.
    /// Rows outside of every segment come out as zero.
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

    /// Attention of new rows over their cache slot, which first takes up their keys and values.
    /// Shapes as in [`Tape::attention`]; causal; inference only.
    ///
    /// # Panics
    /// If segments overlap, are not in ascending order, or reach beyond the rows, if two of them have the same slot, and
    /// on a tape for training.
    pub fn attention_cached(
        &mut self,
        q: Var,
        k: Var,
        v: Var,
        attention: &Attention,
        cache: &mut KvLayer,
        segments: &[CachedSegment],
    ) -> Var {
        assert!(!self.is_training(), "a cache has no backward pass");
        let (rows, cols) = self.check_attention(q, k, v, attention);
        let width = attention.kv_width();
        let (keys, values) = (self.value_f32(k), self.value_f32(v));
        // A slot's rows see all that stand in it before them, so it may come once only.
        let slots: BTreeSet<usize> = segments.iter().map(|segment| segment.slot).collect();
        assert_eq!(slots.len(), segments.len(), "a slot for each segment");
        let mut end = 0;
        for segment in segments {
            assert!(
                end <= segment.start,
                "disjoint segments, in ascending order"
            );
            end = segment.start + segment.len;
            assert!(end <= rows, "segments within the rows");
            let slot = &mut cache.slots[segment.slot];
            let range = segment.start * width..(segment.start + segment.len) * width;
            slot.keys.extend_from_slice(&keys[range.clone()]);
            slot.values.extend_from_slice(&values[range]);
        }
        let queries = self.value_f32(q);
        let mut result = vec![0.0f32; rows * cols];
        let split = Split::new(&mut result);
        let jobs: Vec<(&CachedSegment, usize)> = segments
            .iter()
            .flat_map(|s| (0..s.len).map(move |row| (s, row)))
            .collect();
        for_blocks(jobs.len(), 1, |range| {
            let (segment, row) = jobs[range.start];
            let slot = &cache.slots[segment.slot];
            let seen = slot.keys.len() / width - segment.len + row + 1;
            let at = (segment.start + row) * cols;
            // SAFETY: each job writes its own row, for the segments are disjoint.
            let out = unsafe { split.range(at..at + cols) };
            vectorised(
                #[inline(always)]
                || attend_row(&queries[at..at + cols], slot, seen, attention, out),
            );
        });
        let mut out = self.output(rows, cols);
        with_element!(self.precision, E => {
            out.view_mut::<E>().iter_mut().zip(&result).for_each(|(o, r)| *o = E::narrow(*r));
        });
        self.push(out, rows, cols, None)
    }

    fn check_attention(&self, q: Var, k: Var, v: Var, attention: &Attention) -> (usize, usize) {
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

/// One row's attention over the first `seen` rows of a cache slot.
#[inline(always)]
fn attend_row(query: &[f32], slot: &KvSlot, seen: usize, attention: &Attention, out: &mut [f32]) {
    let Attention {
        heads,
        kv_heads,
        head_dim,
        ..
    } = *attention;
    let width = kv_heads * head_dim;
    let scale = 1.0 / (head_dim as f32).sqrt();
    let mut scores = vec![0.0f32; seen];
    for head in 0..heads {
        let query = &query[head * head_dim..][..head_dim];
        let offset = head / (heads / kv_heads) * head_dim;
        let mut largest = f32::NEG_INFINITY;
        for (score, key) in scores.iter_mut().zip(slot.keys.chunks_exact(width)) {
            *score = dot(query, &key[offset..offset + head_dim]) * scale;
            largest = largest.max(*score);
        }
        let mut total = 0.0;
        for score in &mut scores {
            *score = exp(*score - largest);
            total += *score;
        }
        let out = &mut out[head * head_dim..][..head_dim];
        out.fill(0.0);
        for (score, value) in scores.iter().zip(slot.values.chunks_exact(width)) {
            let weight = score / total;
            for (o, v) in out.iter_mut().zip(&value[offset..offset + head_dim]) {
                *o += weight * v;
            }
        }
    }
}

#[inline(always)]
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0f32; 8];
    let (a_chunks, b_chunks) = (a.chunks_exact(8), b.chunks_exact(8));
    let rest: f32 = a_chunks
        .remainder()
        .iter()
        .zip(b_chunks.remainder())
        .map(|(a, b)| a * b)
        .sum();
    for (a, b) in a_chunks.zip(b_chunks) {
        for i in 0..8 {
            lanes[i] += a[i] * b[i];
        }
    }
    lanes.iter().sum::<f32>() + rest
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
    use crate::buffer::{Precision, Workspace};
    use crate::ops::check::{Case, check, numbers};
    use crate::parameters::Parameters;

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

    #[test]
    fn cached_rows_equal_the_whole_segment() {
        let attention = Attention {
            heads: 4,
            kv_heads: 2,
            head_dim: 6,
            causal: true,
        };
        let (cols, width) = (24, 12);
        let parameters = Parameters::default();
        let mut workspace = Workspace::default();
        let (q, k, v) = (
            numbers(7 * cols, 1),
            numbers(7 * width, 2),
            numbers(7 * width, 3),
        );
        let mut tape = Tape::inference(&parameters, &mut workspace, Precision::F32);
        let whole = {
            let (q, k, v) = (
                tape.constant(&q, cols),
                tape.constant(&k, width),
                tape.constant(&v, width),
            );
            let out = tape.attention(q, k, v, &attention, &[Segment { start: 0, len: 7 }]);
            tape.value_f32(out)
        };
        let mut cache = KvLayer::new(2);
        let mut pieces = Vec::new();
        for rows in [0..4usize, 4..5, 5..7] {
            let part = |x: &[f32], width: usize| x[rows.start * width..rows.end * width].to_vec();
            let (q, k, v) = (
                tape.constant(&part(&q, cols), cols),
                tape.constant(&part(&k, width), width),
                tape.constant(&part(&v, width), width),
            );
            let segment = CachedSegment {
                slot: 1,
                start: 0,
                len: rows.len(),
            };
            let out = tape.attention_cached(q, k, v, &attention, &mut cache, &[segment]);
            pieces.extend(tape.value_f32(out));
        }
        for (piece, whole) in pieces.iter().zip(&whole) {
            assert!((piece - whole).abs() < 1e-5, "{piece} is not {whole}");
        }
    }

    fn attend_cached(segments: &[CachedSegment]) {
        let attention = Attention {
            heads: 1,
            kv_heads: 1,
            head_dim: 4,
            causal: true,
        };
        let parameters = Parameters::default();
        let mut workspace = Workspace::default();
        let mut tape = Tape::inference(&parameters, &mut workspace, Precision::F32);
        let x = tape.constant(&numbers(4 * 4, 1), 4);
        tape.attention_cached(x, x, x, &attention, &mut KvLayer::new(2), segments);
    }

    fn cached(slot: usize, start: usize, len: usize) -> CachedSegment {
        CachedSegment { slot, start, len }
    }

    #[test]
    #[should_panic(expected = "disjoint segments")]
    fn cached_segments_that_overlap_are_refused() {
        attend_cached(&[cached(0, 0, 3), cached(1, 2, 2)]);
    }

    #[test]
    #[should_panic(expected = "disjoint segments")]
    fn cached_segments_out_of_order_are_refused() {
        attend_cached(&[cached(0, 2, 2), cached(1, 0, 2)]);
    }

    #[test]
    #[should_panic(expected = "a slot for each segment")]
    fn two_segments_of_one_slot_are_refused() {
        attend_cached(&[cached(1, 0, 2), cached(1, 2, 2)]);
    }
}
