//! Attention of new rows over all that came before them, for generation.
//!
//! Each token that is generated reads the whole cache of its sequence, so what counts is how many bytes that is and how
//! they lie. Numbers are kept as the tape computes them: in bf16 they take half the room. A head's keys lie in blocks,
//! dimension by dimension, so that the scores of a block are sums along vectors. A task takes some rows of one sequence
//! with one key/value head, and reads each block of keys, and then of values, once for all of them.

use std::collections::BTreeSet;
use std::ops::Range;

use half::bf16;

use super::attention::Attention;
use crate::buffer::{Element, Precision, with_element};
use crate::cpu::math::{exp, largest_of_lanes, sum_of_lanes};
use crate::rows::{Split, for_blocks, vectorised};
use crate::tape::{Tape, Var};

/// Keys of a block: four of the widest vectors, enough sums at once to hide what one addition takes.
const BLOCK: usize = 4 * LANES;

/// Lanes of the widest vector.
const LANES: usize = 16;

/// Most rows of a task.
const ROWS: usize = 16;

/// New rows `start..start + len` that continue the sequence in cache slot `slot`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CachedSegment {
    pub slot: usize,
    pub start: usize,
    pub len: usize,
}

/// Keys and values of one layer for several independent sequences ("slots").
#[derive(Clone, Debug)]
pub struct KvLayer {
    slots: Slots,
    head_dim: usize,
}

/// As wide as the tapes that use them.
#[derive(Clone, Debug)]
enum Slots {
    F32(Vec<Slot<f32>>),
    Bf16(Vec<Slot<bf16>>),
}

#[derive(Clone, Debug)]
struct Slot<E> {
    len: usize,
    heads: Vec<Head<E>>,
}

/// What one key/value head has of a slot.
#[derive(Clone, Debug, Default)]
struct Head<E> {
    /// Blocks of `(head_dim, BLOCK)`; what stands behind the last key means nothing.
    keys: Vec<E>,
    /// `(len, head_dim)`.
    values: Vec<E>,
}

impl KvLayer {
    /// For tapes of one precision.
    pub fn new(slots: usize, kv_heads: usize, head_dim: usize, precision: Precision) -> Self {
        let slots = match precision {
            Precision::F32 => Slots::F32(vec![Slot::new(kv_heads); slots]),
            Precision::Bf16 => Slots::Bf16(vec![Slot::new(kv_heads); slots]),
        };
        Self { slots, head_dim }
    }

    /// Keeps only the first `len` rows of `slot`.
    pub fn truncate(&mut self, slot: usize, len: usize) {
        match &mut self.slots {
            Slots::F32(slots) => slots[slot].truncate(len, self.head_dim),
            Slots::Bf16(slots) => slots[slot].truncate(len, self.head_dim),
        }
    }

    /// Makes slot `i` what slot `sources[i]` was: the reordering step of a beam search.
    pub fn reorder(&mut self, sources: &[usize]) {
        fn reordered<E: Element>(slots: &[Slot<E>], sources: &[usize]) -> Vec<Slot<E>> {
            sources
                .iter()
                .map(|&source| slots[source].clone())
                .collect()
        }
        match &mut self.slots {
            Slots::F32(slots) => *slots = reordered(slots, sources),
            Slots::Bf16(slots) => *slots = reordered(slots, sources),
        }
    }
}

impl<E: Element> Slot<E> {
    fn new(kv_heads: usize) -> Self {
        Self {
            len: 0,
            heads: vec![Head::default(); kv_heads],
        }
    }

    fn truncate(&mut self, len: usize, head_dim: usize) {
        let len = len.min(self.len);
        self.len = len;
        for head in &mut self.heads {
            head.keys.truncate(len.div_ceil(BLOCK) * BLOCK * head_dim);
            head.values.truncate(len * head_dim);
        }
    }

    /// Takes up the keys and values of one more row, all heads of each side by side.
    fn push(&mut self, keys: &[E], values: &[E], head_dim: usize) {
        let (block, lane) = (self.len / BLOCK, self.len % BLOCK);
        let of_heads = keys
            .chunks_exact(head_dim)
            .zip(values.chunks_exact(head_dim));
        for (head, (keys, values)) in self.heads.iter_mut().zip(of_heads) {
            if lane == 0 {
                head.keys
                    .resize((block + 1) * BLOCK * head_dim, E::default());
            }
            let block = &mut head.keys[block * BLOCK * head_dim..];
            block
                .chunks_exact_mut(BLOCK)
                .zip(keys)
                .for_each(|(lanes, key)| lanes[lane] = *key);
            head.values.extend_from_slice(values);
        }
        self.len += 1;
    }
}

/// The number types that a cache may be of.
trait Cached: Element {
    fn slots(layer: &mut KvLayer) -> Option<&mut [Slot<Self>]>;
}

impl Cached for f32 {
    fn slots(layer: &mut KvLayer) -> Option<&mut [Slot<f32>]> {
        if let Slots::F32(slots) = &mut layer.slots {
            Some(slots)
        } else {
            None
        }
    }
}

impl Cached for bf16 {
    fn slots(layer: &mut KvLayer) -> Option<&mut [Slot<bf16>]> {
        if let Slots::Bf16(slots) = &mut layer.slots {
            Some(slots)
        } else {
            None
        }
    }
}

impl Tape<'_> {
    /// Attention of new rows over their cache slot, which first takes up their keys and values.
    /// Shapes as in [`Tape::attention`]; causal; inference only.
    ///
    /// # Panics
    /// If segments overlap, are not in ascending order, or reach beyond the rows, if two of them have the same slot, if
    /// the cache is of another precision or shape, and on a tape for training.
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
        check_segments(segments, rows);
        assert_eq!(cache.head_dim, attention.head_dim, "the cache's shape");
        let mut out = self.output(rows, cols);
        with_element!(self.precision, E => {
            let slots = E::slots(cache).expect("the cache has the tape's precision");
            let [queries, keys, values] = [q, k, v].map(|x| self.value(x).buffer.view::<E>());
            take_up(slots, keys, values, attention, segments);
            let out = out.view_mut::<E>();
            out.fill(E::default());
            attend_all(queries, slots, attention, segments, out);
        });
        self.push(out, rows, cols, None)
    }
}

fn check_segments(segments: &[CachedSegment], rows: usize) {
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
    }
}

/// Puts the keys and values of new rows into their slots.
fn take_up<E: Element>(
    slots: &mut [Slot<E>],
    keys: &[E],
    values: &[E],
    attention: &Attention,
    segments: &[CachedSegment],
) {
    let width = attention.kv_width();
    for segment in segments {
        let slot = &mut slots[segment.slot];
        assert_eq!(slot.heads.len(), attention.kv_heads, "the cache's shape");
        for row in segment.start..segment.start + segment.len {
            let row = row * width..(row + 1) * width;
            slot.push(&keys[row.clone()], &values[row], attention.head_dim);
        }
    }
}

/// Some rows of one sequence with one key/value head.
struct Task<'s, E> {
    /// Among all rows.
    rows: Range<usize>,
    kv_head: usize,
    head: &'s Head<E>,
    /// How many keys the first of the rows sees; each later one sees one more.
    seen: usize,
}

/// The attention of all segments, into the rows of `out`.
fn attend_all<E: Element>(
    queries: &[E],
    slots: &[Slot<E>],
    attention: &Attention,
    segments: &[CachedSegment],
    out: &mut [E],
) {
    let mut tasks = Vec::new();
    for segment in segments {
        let slot = &slots[segment.slot];
        let end = segment.start + segment.len;
        for start in (segment.start..end).step_by(ROWS) {
            let rows = start..end.min(start + ROWS);
            let seen = slot.len - (end - start) + 1;
            let heads = slot.heads.iter().enumerate();
            tasks.extend(heads.map(|(kv_head, head)| Task {
                rows: rows.clone(),
                kv_head,
                head,
                seen,
            }));
        }
    }
    let split = Split::new(out);
    for_blocks(tasks.len(), 1, |range| {
        vectorised(
            #[inline(always)]
            || attend(&tasks[range.start], queries, attention, &split),
        );
    });
}

/// One query head of one row.
struct Query {
    /// Where it stands among the queries, and its result in the output.
    at: usize,
    /// How many keys it sees.
    seen: usize,
    /// Its numbers, with the scale of the scores.
    scaled: Vec<f32>,
    /// Of whole blocks of keys; after the softmax what stands behind `seen` is zero.
    scores: Vec<f32>,
    sums: Vec<f32>,
}

impl Query {
    fn new<E: Element>(at: usize, seen: usize, numbers: &[E]) -> Self {
        let scale = 1.0 / (numbers.len() as f32).sqrt();
        Self {
            at,
            seen,
            scaled: numbers.iter().map(|q| q.widen() * scale).collect(),
            scores: vec![0.0; seen.next_multiple_of(BLOCK)],
            sums: vec![0.0; numbers.len()],
        }
    }
}

#[inline(always)]
fn attend<E: Element>(
    task: &Task<'_, E>,
    queries: &[E],
    attention: &Attention,
    out: &Split<'_, E>,
) {
    let head_dim = attention.head_dim;
    let group = attention.heads / attention.kv_heads;
    let heads = task.kv_head * group..(task.kv_head + 1) * group;
    let of_rows = task.rows.clone().zip(task.seen..);
    let mut all: Vec<Query> = of_rows
        .flat_map(|(row, seen)| heads.clone().map(move |head| (row, head, seen)))
        .map(|(row, head, seen)| {
            let at = (row * attention.heads + head) * head_dim;
            Query::new(at, seen, &queries[at..at + head_dim])
        })
        .collect();
    for (block, keys) in task.head.keys.chunks_exact(BLOCK * head_dim).enumerate() {
        for query in &mut all {
            if let Some(scores) = query.scores.chunks_exact_mut(BLOCK).nth(block) {
                score(&query.scaled, keys, scores);
            }
        }
    }
    for query in &mut all {
        softmax(&mut query.scores, query.seen);
    }
    for (block, values) in task.head.values.chunks(BLOCK * head_dim).enumerate() {
        for query in &mut all {
            if let Some(weights) = query.scores[..query.seen].chunks(BLOCK).nth(block) {
                add_values(weights, values, &mut query.sums);
            }
        }
    }
    for query in &all {
        // SAFETY: a task has the rows of its part of a segment and the columns of its heads to itself, for
        // `attention_cached` has checked that segments are disjoint.
        let out = unsafe { out.range(query.at..query.at + head_dim) };
        let results = out.iter_mut().zip(&query.sums);
        results.for_each(|(out, sum)| *out = E::narrow(*sum));
    }
}

/// `scores (BLOCK) = query (head_dim) · keys (head_dim, BLOCK)`.
#[inline(always)]
fn score<E: Element>(query: &[f32], keys: &[E], scores: &mut [f32]) {
    let mut sums = [[0.0f32; LANES]; BLOCK / LANES];
    for (q, keys) in query.iter().zip(keys.chunks_exact(BLOCK)) {
        for (sums, keys) in sums.iter_mut().zip(keys.chunks_exact(LANES)) {
            for lane in 0..LANES {
                sums[lane] += q * keys[lane].widen();
            }
        }
    }
    scores.copy_from_slice(sums.as_flattened());
}

/// The softmax of the first `seen` scores of some blocks; the others become zero.
#[inline(always)]
fn softmax(scores: &mut [f32], seen: usize) {
    scores[seen..].fill(f32::NEG_INFINITY);
    // As many maxima and sums as a vector has lanes, for a single one waits for each number before it.
    let mut largest = [f32::NEG_INFINITY; LANES];
    for scores in scores.chunks_exact(LANES) {
        for lane in 0..LANES {
            largest[lane] = if scores[lane] > largest[lane] {
                scores[lane]
            } else {
                largest[lane]
            };
        }
    }
    let largest = largest_of_lanes(largest);
    let mut totals = [0.0; LANES];
    for scores in scores.chunks_exact_mut(LANES) {
        for lane in 0..LANES {
            scores[lane] = exp(scores[lane] - largest);
            totals[lane] += scores[lane];
        }
    }
    let total = sum_of_lanes(totals);
    scores.iter_mut().for_each(|score| *score /= total);
}

/// `sums (head_dim) += weights (n) · values (n, head_dim)`, as many dimensions at a time as fit into registers.
#[inline(always)]
fn add_values<E: Element>(weights: &[f32], values: &[E], sums: &mut [f32]) {
    let head_dim = sums.len();
    for (part, out) in sums.chunks_mut(BLOCK).enumerate() {
        let rows = values
            .chunks_exact(head_dim)
            .map(|row| &row[part * BLOCK..]);
        if out.len() < BLOCK {
            for (weight, row) in weights.iter().zip(rows) {
                out.iter_mut()
                    .zip(row)
                    .for_each(|(sum, value)| *sum += weight * value.widen());
            }
            continue;
        }
        let mut sums = [[0.0f32; LANES]; BLOCK / LANES];
        sums.as_flattened_mut().copy_from_slice(out);
        for (weight, row) in weights.iter().zip(rows) {
            for (sums, values) in sums.iter_mut().zip(row.chunks_exact(LANES)) {
                for lane in 0..LANES {
                    sums[lane] += weight * values[lane].widen();
                }
            }
        }
        out.copy_from_slice(sums.as_flattened());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::attention::Segment;
    use crate::ops::check::numbers;
    use crate::{Parameters, Workspace};

    /// A sequence in pieces, with a wrong turn that is taken back, beside the same as one segment.
    fn check_pieces(attention: &Attention, precision: Precision, largest_difference: f32) {
        const LEN: usize = 150;
        let cols = attention.heads * attention.head_dim;
        let width = attention.kv_heads * attention.head_dim;
        let parameters = Parameters::default();
        let mut workspace = Workspace::default();
        let mut tape = Tape::inference(&parameters, &mut workspace, precision);
        let inputs = [(cols, 1), (width, 2), (width, 3)]
            .map(|(cols, seed)| (numbers(LEN * cols, seed), cols));
        let [q, k, v] = inputs.each_ref().map(|(x, cols)| tape.constant(x, *cols));
        let whole = tape.attention(q, k, v, attention, &[Segment { start: 0, len: LEN }]);
        let whole = tape.value_f32(whole);
        let mut cache = KvLayer::new(2, attention.kv_heads, attention.head_dim, precision);
        let mut pieces = Vec::new();
        for (rows, kept) in [
            (0..70usize, 70),
            (70..71, 71),
            (100..140, 71),
            (71..128, 128),
            (128..150, 150),
        ] {
            let [q, k, v] = inputs
                .each_ref()
                .map(|(x, cols)| tape.constant(&x[rows.start * cols..rows.end * cols], *cols));
            let segment = CachedSegment {
                slot: 1,
                start: 0,
                len: rows.len(),
            };
            let out = tape.attention_cached(q, k, v, attention, &mut cache, &[segment]);
            if kept == rows.end {
                pieces.extend(tape.value_f32(out));
            }
            cache.truncate(1, kept);
        }
        assert_eq!(pieces.len(), whole.len());
        for (piece, whole) in pieces.iter().zip(&whole) {
            assert!(
                (piece - whole).abs() < largest_difference,
                "{attention:?}: {piece} is not {whole}"
            );
        }
    }

    #[test]
    fn a_sequence_in_pieces_equals_the_whole_segment() {
        for (heads, kv_heads, head_dim) in [(4, 2, 6), (2, 2, 64), (3, 1, 80)] {
            let attention = Attention {
                heads,
                kv_heads,
                head_dim,
                causal: true,
            };
            check_pieces(&attention, Precision::F32, 1e-5);
            check_pieces(&attention, Precision::Bf16, 0.02);
        }
    }

    fn heads_of_four(heads: usize, kv_heads: usize) -> Attention {
        Attention {
            heads,
            kv_heads,
            head_dim: 4,
            causal: true,
        }
    }

    #[test]
    fn rows_of_no_segment_are_zero_and_reordered_slots_go_on_as_their_sources() {
        let attention = heads_of_four(2, 1);
        let parameters = Parameters::default();
        let mut workspace = Workspace::default();
        let mut tape = Tape::inference(&parameters, &mut workspace, Precision::F32);
        let mut cache = KvLayer::new(2, 1, 4, Precision::F32);
        let [q, k, v] = [(8, 1), (4, 2), (4, 3)].map(|(cols, seed)| {
            let rows = numbers(6 * cols, seed);
            tape.constant(&rows, cols)
        });
        let both = [cached(1, 0, 2), cached(0, 3, 3)];
        let out = tape.attention_cached(q, k, v, &attention, &mut cache, &both);
        let out = tape.value_f32(out);
        assert!(out[2 * 8..3 * 8].iter().all(|value| *value == 0.0));
        assert!(out.iter().filter(|value| **value != 0.0).count() == 5 * 8);
        // Both slots go on from what slot 0 has.
        cache.reorder(&[0, 0]);
        let [q, k, v] = [(8, 4), (4, 5), (4, 6)].map(|(cols, seed)| {
            let row = numbers(cols, seed);
            tape.constant(&[row.clone(), row].concat(), cols)
        });
        let both = [cached(0, 0, 1), cached(1, 1, 1)];
        let out = tape.attention_cached(q, k, v, &attention, &mut cache, &both);
        let out = tape.value_f32(out);
        assert_eq!(out[..8], out[8..]);
    }

    #[test]
    #[should_panic(expected = "the tape's precision")]
    fn a_cache_of_another_precision_is_refused() {
        let parameters = Parameters::default();
        let mut workspace = Workspace::default();
        let mut tape = Tape::inference(&parameters, &mut workspace, Precision::Bf16);
        let x = tape.constant(&numbers(4, 1), 4);
        let attention = heads_of_four(1, 1);
        let mut cache = KvLayer::new(1, 1, 4, Precision::F32);
        tape.attention_cached(x, x, x, &attention, &mut cache, &[cached(0, 0, 1)]);
    }

    fn attend_cached(segments: &[CachedSegment]) {
        let attention = heads_of_four(1, 1);
        let parameters = Parameters::default();
        let mut workspace = Workspace::default();
        let mut tape = Tape::inference(&parameters, &mut workspace, Precision::F32);
        let x = tape.constant(&numbers(4 * 4, 1), 4);
        tape.attention_cached(
            x,
            x,
            x,
            &attention,
            &mut KvLayer::new(2, 1, 4, Precision::F32),
            segments,
        );
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
