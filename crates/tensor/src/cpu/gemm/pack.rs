//! Packing: bringing operands into the order and the type in which a kernel reads them.
//!
//! Each operand comes in one of two orders: with `K` along memory, or across it. The right operand
//! wants lanes of neighbouring columns, so an operand with `K` across is copied strip by strip and
//! one with `K` along is transposed. The left operand is read through strides, so an operand with
//! `K` along is copied row by row, and one with `K` across becomes panels of the kernel's rows.

use half::bf16;

use crate::cpu::dispatch::vectorised;
use crate::cpu::math::{narrow, widen};
use crate::cpu::narrow::{narrow_all, narrow_pairs};
use crate::cpu::scratch;
use crate::cpu::{Elements, Matrix};

use super::kernel::{Element, Kernel};
use super::transpose::{transpose, transpose_pairs};

/// How a packed left operand lies in memory, in bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Left {
    pub(crate) row: usize,
    pub(crate) step: usize,
    /// From the first of the kernel's rows to the first of the next.
    pub(crate) panel: usize,
}

/// Bytes that [`pack_left`] needs for `m` rows of `k` elements.
pub(crate) fn left_bytes(kernel: &Kernel, m: usize, k: usize) -> usize {
    m.next_multiple_of(kernel.rows) * row_bytes(kernel, k)
}

/// A row of the left operand, with a line between rows, so that rows do not all fall into the same
/// set of the cache when `K` is a power of two.
pub(super) fn row_bytes(kernel: &Kernel, k: usize) -> usize {
    (kernel.padded(k) * kernel.size()).next_multiple_of(64) + 64
}

/// The layout that [`pack_left`] gives this operand.
pub(crate) fn left_layout(kernel: &Kernel, matrix: &Matrix) -> Left {
    let (size, k) = (kernel.size(), matrix.cols());
    if matrix.col_stride() == 1 {
        let row = row_bytes(kernel, k);
        return Left {
            row,
            step: kernel.depth * size,
            panel: kernel.rows * row,
        };
    }
    let step = kernel.depth * kernel.rows * size;
    Left {
        row: kernel.depth * size,
        step,
        panel: kernel.padded(k) / kernel.depth * step,
    }
}

/// The first element and the layout of a left operand that need not be packed: rows of bf16 for a kernel of bf16, whole
/// steps of them, and whole panels if the kernel reads tiles. In the first-level cache the rows must not fall into few sets.
pub(crate) fn left_in_place(kernel: &Kernel, matrix: &Matrix) -> Option<(*const u8, Left)> {
    const LINE: usize = 64;
    let Elements::Bf16(values) = matrix.elements() else {
        return None;
    };
    let row = matrix.row_stride() * size_of::<bf16>();
    let whole_panels = matrix.rows().is_multiple_of(kernel.rows) || !kernel.reads_tiles();
    let is_whole = whole_panels && matrix.cols().is_multiple_of(kernel.depth);
    let is_spread = row.is_multiple_of(LINE) && !(row / LINE).is_multiple_of(16);
    let can_be_read = kernel.element == Element::Bf16 && matrix.col_stride() == 1;
    (can_be_read && is_whole && is_spread).then(|| {
        let layout = Left {
            row,
            step: kernel.depth * size_of::<bf16>(),
            panel: kernel.rows * row,
        };
        (values.as_ptr().cast(), layout)
    })
}

/// Packs the left operand `(M, K)` into `out` and tells how it lies there. Rows beyond `M` are
/// readable, their values arbitrary.
pub(crate) fn pack_left(kernel: &Kernel, matrix: Matrix, out: &mut scratch::Buffer) -> Left {
    let bytes = left_bytes(kernel, matrix.rows(), matrix.cols());
    left_into(kernel, matrix, out.lanes(bytes / 4));
    left_layout(kernel, &matrix)
}

/// Packs the right operand `(K, N)`: `right_bytes` of the kernel, panel after panel.
pub(crate) fn pack_right(kernel: &Kernel, matrix: Matrix, out: &mut scratch::Buffer) {
    let bytes = kernel.right_bytes(matrix.rows(), matrix.cols());
    right_into(kernel, matrix, out.lanes(bytes / 4));
}

vectorised! {
    fn left_into(kernel: &Kernel, matrix: Matrix, out: &mut [u32]) {
        match (matrix.elements(), kernel.element) {
            (Elements::F32(v), Element::F32) => left::<f32, f32>(kernel, &Source::new(&matrix, v), out),
            (Elements::F32(v), Element::Bf16) => left::<f32, bf16>(kernel, &Source::new(&matrix, v), out),
            (Elements::Bf16(v), Element::F32) => left::<bf16, f32>(kernel, &Source::new(&matrix, v), out),
            (Elements::Bf16(v), Element::Bf16) => left::<bf16, bf16>(kernel, &Source::new(&matrix, v), out),
        }
    }
}

vectorised! {
    /// [`pack_right`] into the lanes of exactly the matrix's panels.
    pub(super) fn right_into(kernel: &Kernel, matrix: Matrix, out: &mut [u32]) {
        match (matrix.elements(), kernel.element) {
            (Elements::F32(v), Element::F32) => right::<f32, f32>(kernel, &Source::new(&matrix, v), out),
            (Elements::F32(v), Element::Bf16) => right::<f32, bf16>(kernel, &Source::new(&matrix, v), out),
            (Elements::Bf16(v), Element::F32) => right::<bf16, f32>(kernel, &Source::new(&matrix, v), out),
            (Elements::Bf16(v), Element::Bf16) => right::<bf16, bf16>(kernel, &Source::new(&matrix, v), out),
        }
    }
}

/// A matrix whose storage type is known at compile time.
struct Source<'a, S> {
    values: &'a [S],
    rows: usize,
    cols: usize,
    row_stride: usize,
    col_stride: usize,
}

impl<'a, S> Source<'a, S> {
    #[inline(always)]
    fn new(matrix: &Matrix, values: &'a [S]) -> Self {
        Source {
            values,
            rows: matrix.rows(),
            cols: matrix.cols(),
            row_stride: matrix.row_stride(),
            col_stride: matrix.col_stride(),
        }
    }
}

/// A type that kernels compute in. Packed operands are 32-bit lanes, each of one f32 or of two
/// bf16 that are neighbours in `K`.
trait Lane: Copy + Default {
    const PAIR: usize;
    fn lane(first: Self, second: Self) -> u32;
    /// The lanes, value by value.
    fn values(lanes: &mut [u32]) -> &mut [Self];
}

impl Lane for f32 {
    const PAIR: usize = 1;
    #[inline(always)]
    fn lane(only: f32, _: f32) -> u32 {
        only.to_bits()
    }
    #[inline(always)]
    fn values(lanes: &mut [u32]) -> &mut [f32] {
        // SAFETY: both types have the same size and alignment, and no invalid values.
        unsafe { std::slice::from_raw_parts_mut(lanes.as_mut_ptr().cast(), lanes.len()) }
    }
}

impl Lane for bf16 {
    const PAIR: usize = 2;
    #[inline(always)]
    fn lane(first: bf16, second: bf16) -> u32 {
        u32::from(first.to_bits()) | u32::from(second.to_bits()) << 16
    }
    #[inline(always)]
    fn values(lanes: &mut [u32]) -> &mut [bf16] {
        // SAFETY: a lane is two values, of less alignment and without invalid bits.
        unsafe { std::slice::from_raw_parts_mut(lanes.as_mut_ptr().cast(), 2 * lanes.len()) }
    }
}

/// A change of type on the way into a packed operand.
trait To<D>: Copy {
    /// Whether the value has the target's bits already.
    const SAME: bool;
    fn to(self) -> D;
    /// As many values.
    #[inline(always)]
    fn convert(from: &[Self], to: &mut [D]) {
        for (to, from) in to.iter_mut().zip(from) {
            *to = from.to();
        }
    }
    /// Lanes of pairs out of two rows of as many values, by an instruction that the tier may have for it.
    /// Tells whether it was done.
    #[inline(always)]
    fn pair(_first: &[Self], _second: &[Self], _out: &mut [u32]) -> bool {
        false
    }
}

impl To<f32> for f32 {
    const SAME: bool = true;
    #[inline(always)]
    fn to(self) -> f32 {
        self
    }
}

impl To<bf16> for f32 {
    const SAME: bool = false;
    #[inline(always)]
    fn to(self) -> bf16 {
        narrow(self)
    }
    #[inline(always)]
    fn convert(from: &[f32], to: &mut [bf16]) {
        narrow_all(from, to);
    }
    #[inline(always)]
    fn pair(first: &[f32], second: &[f32], out: &mut [u32]) -> bool {
        narrow_pairs(first, second, out)
    }
}

impl To<f32> for bf16 {
    const SAME: bool = false;
    #[inline(always)]
    fn to(self) -> f32 {
        widen(self)
    }
}

impl To<bf16> for bf16 {
    const SAME: bool = true;
    #[inline(always)]
    fn to(self) -> bf16 {
        self
    }
}

/// A part of an operand: `width` neighbours (rows of the left, columns of the right operand) from
/// element `first` on, and `depth` elements of `K` of each. `along` is the stride in `K`, `across`
/// the one from neighbour to neighbour.
#[derive(Clone, Copy)]
struct Strip {
    first: usize,
    along: usize,
    across: usize,
    width: usize,
    depth: usize,
}

/// Elements of `K` that are copied at a time from a source with `K` across memory, for all panels:
/// few enough for the lines of that many source rows to stay in the cache from panel to panel.
const CHUNK: usize = 16;

#[inline(always)]
fn left<S: To<D>, D: Lane>(kernel: &Kernel, source: &Source<S>, out: &mut [u32]) {
    if source.col_stride == 1 {
        let stride = row_bytes(kernel, source.cols) / size_of::<u32>();
        return rows::<S, D>(source, kernel.padded(source.cols), out, stride);
    }
    let (along, across) = (source.col_stride, source.row_stride);
    let panel = kernel.padded(source.cols) / D::PAIR * kernel.rows;
    let chunk = CHUNK.max(kernel.depth);
    for k in (0..source.cols).step_by(chunk) {
        let depth = chunk.min(source.cols - k);
        fetch_ahead(
            source.values,
            (k + chunk) * along,
            along,
            chunk.min(source.cols.saturating_sub(k + chunk)),
            across * source.rows,
        );
        for first in (0..source.rows).step_by(kernel.rows) {
            let width = kernel.rows.min(source.rows - first);
            let strip = Strip {
                first: first * across + k * along,
                along,
                across,
                width,
                depth,
            };
            let out = &mut out[first / kernel.rows * panel + k / D::PAIR * kernel.rows..];
            let out = &mut out[..kernel.padded(depth) / D::PAIR * kernel.rows];
            match kernel.depth == D::PAIR {
                true => lines::<S, D>(source.values, &strip, kernel.rows, out),
                false => left_tiles::<S, D>(kernel, source.values, &strip, out),
            }
        }
    }
}

/// Asks for the next chunk of a source, `count` pieces of `len` elements each, while this one is
/// copied: pieces of many rows are not what the processor fetches ahead by itself.
#[inline(always)]
fn fetch_ahead<S>(values: &[S], first: usize, stride: usize, count: usize, len: usize) {
    #[cfg(target_arch = "x86_64")]
    for piece in (0..count).map(|piece| first + piece * stride) {
        for at in (piece..piece + len).step_by(64 / size_of::<S>()) {
            use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
            // SAFETY: every x86-64 processor has the instruction, which may name any address.
            unsafe { _mm_prefetch::<_MM_HINT_T0>(values.as_ptr().wrapping_add(at).cast()) };
        }
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = (values, first, stride, count, len);
}

/// Pieces of rows of so many elements are over before the processor fetches ahead by itself.
const SHORT: usize = 128;

/// Rows as they are, each padded with zeros.
#[inline(always)]
fn rows<S: To<D>, D: Lane>(source: &Source<S>, padded: usize, out: &mut [u32], stride: usize) {
    /// Rows that are asked for ahead where they are short.
    const AHEAD: usize = 16;
    for (row, out) in out.chunks_exact_mut(stride).enumerate().take(source.rows) {
        if source.cols <= SHORT {
            let count = usize::from(row + AHEAD < source.rows);
            let next = (row + AHEAD) * source.row_stride;
            fetch_ahead(source.values, next, 0, count, source.cols);
        }
        let (values, padding) = D::values(out)[..padded].split_at_mut(source.cols);
        let from = &source.values[row * source.row_stride..][..source.cols];
        S::convert(from, values);
        padding.fill(D::default());
    }
}

/// Lines of `lanes` neighbours each, one after the other: the order of kernels whose step is one
/// lane.
#[inline(always)]
fn lines<S: To<D>, D: Lane>(values: &[S], strip: &Strip, lanes: usize, out: &mut [u32]) {
    let whole = strip.across == 1 && strip.width == lanes;
    let (lines, rest) = out.split_at_mut(if whole {
        strip.depth / D::PAIR * lanes
    } else {
        0
    });
    // The widths that kernels have, so that a line is a few vector moves.
    match lanes {
        6 => whole_lines::<S, D, 6, 8>(values, strip, lines),
        8 => whole_lines::<S, D, 8, 8>(values, strip, lines),
        12 => whole_lines::<S, D, 12, 16>(values, strip, lines),
        16 => whole_lines::<S, D, 16, 16>(values, strip, lines),
        32 => whole_lines::<S, D, 32, 32>(values, strip, lines),
        _ => unreachable!("a kernel of another width needs its line here"),
    }
    let done = lines.len() / lanes;
    for (line, out) in rest.chunks_exact_mut(lanes).enumerate() {
        for (j, out) in out.iter_mut().enumerate() {
            let value = |k: usize| match j < strip.width && k < strip.depth {
                true => values[strip.first + k * strip.along + j * strip.across].to(),
                false => D::default(),
            };
            let k = (done + line) * D::PAIR;
            *out = D::lane(value(k), value(k + D::PAIR - 1));
        }
    }
}

/// Lines of which a row of the source holds all lanes. They are read as whole vectors, `READ` values, where so many are left.
#[inline(always)]
fn whole_lines<S: To<D>, D: Lane, const LANES: usize, const READ: usize>(
    values: &[S],
    strip: &Strip,
    out: &mut [u32],
) {
    let (lines, _) = out.as_chunks_mut::<LANES>();
    for (line, out) in lines.iter_mut().enumerate() {
        let first = &values[strip.first + line * D::PAIR * strip.along..];
        let second = &first[(D::PAIR - 1) * strip.along..];
        match (first.first_chunk::<READ>(), second.first_chunk::<READ>()) {
            (Some(first), Some(second)) => {
                let mut wide = [0; READ];
                pairs_of_rows::<S, D, READ>(first, second, &mut wide);
                out.copy_from_slice(&wide[..LANES]);
            }
            _ => {
                let row = |row: &[S]| *row.first_chunk().expect("a strip within its matrix");
                pairs_of_rows::<S, D, LANES>(&row(first), &row(second), out);
            }
        }
    }
}

#[inline(always)]
fn pairs_of_rows<S: To<D>, D: Lane, const LANES: usize>(
    first: &[S; LANES],
    second: &[S; LANES],
    out: &mut [u32; LANES],
) {
    if D::PAIR == 2 && S::pair(first, second, out) {
        return;
    }
    // A plain loop: `array::from_fn` is left as a call of its own, without the vectors.
    for j in 0..LANES {
        out[j] = D::lane(first[j].to(), second[j].to());
    }
}

/// The left operand in tiles, from a source with `K` across memory: lines of neighbouring rows,
/// then transposed.
#[inline(always)]
fn left_tiles<S: To<D>, D: Lane>(kernel: &Kernel, values: &[S], strip: &Strip, out: &mut [u32]) {
    let depth = kernel.depth / D::PAIR;
    let mut copy = scratch::take();
    let copy = copy.lanes(depth * kernel.rows);
    for (step, out) in out.chunks_exact_mut(depth * kernel.rows).enumerate() {
        let k = step * kernel.depth;
        let part = Strip {
            first: strip.first + k * strip.along,
            depth: kernel.depth.min(strip.depth - k),
            ..*strip
        };
        if tiles_of_pairs::<S, D>(kernel, values, &part, out) {
            continue;
        }
        lines::<S, D>(values, &part, kernel.rows, copy);
        // SAFETY: both hold `depth` lanes of each of the kernel's rows.
        unsafe {
            let (from, to) = (copy.as_ptr(), out.as_mut_ptr());
            transpose(from, kernel.rows, (depth, kernel.rows), to, depth);
        }
    }
}

/// A whole step of whole tiles from values that need no other type: sixteen rows at a time, without a copy
/// between. Tells whether it was done.
#[inline(always)]
fn tiles_of_pairs<S: To<D>, D: Lane>(
    kernel: &Kernel,
    values: &[S],
    strip: &Strip,
    out: &mut [u32],
) -> bool {
    const TILE: usize = 16;
    let whole = strip.across == 1 && strip.width == kernel.rows && strip.depth == kernel.depth;
    let fits = kernel.depth == 2 * TILE && kernel.rows.is_multiple_of(TILE);
    if !(S::SAME && D::PAIR == 2 && whole && fits) {
        return false;
    }
    // What is read: the kernel's rows of each of the step's values of `K`.
    let values = &values[strip.first..][..(strip.depth - 1) * strip.along + strip.width];
    (0..kernel.rows).step_by(TILE).all(|row| {
        let from = values[row..].as_ptr().cast::<u16>();
        let to = &mut out[row * TILE..(row + TILE) * TILE];
        // SAFETY: pairs of D that S is the same as have 16 bits; both slices hold a tile.
        unsafe { transpose_pairs(from, strip.along, to.as_mut_ptr(), TILE) }
    })
}

#[inline(always)]
fn right<S: To<D>, D: Lane>(kernel: &Kernel, source: &Source<S>, out: &mut [u32]) {
    let (along, across) = (source.row_stride, source.col_stride);
    let panel = kernel.padded(source.rows) / D::PAIR * kernel.cols;
    let transposed = along == 1 && across != 1;
    let chunk = if transposed {
        source.rows.max(1)
    } else {
        CHUNK.max(kernel.depth)
    };
    for k in (0..source.rows).step_by(chunk) {
        let depth = chunk.min(source.rows - k);
        if !transposed {
            fetch_ahead(
                source.values,
                (k + chunk) * along,
                along,
                chunk.min(source.rows.saturating_sub(k + chunk)),
                across * source.cols,
            );
        }
        for first in (0..source.cols).step_by(kernel.cols) {
            let width = kernel.cols.min(source.cols - first);
            let strip = Strip {
                first: first * across + k * along,
                along,
                across,
                width,
                depth,
            };
            let out = &mut out[first / kernel.cols * panel + k / D::PAIR * kernel.cols..];
            let out = &mut out[..kernel.padded(depth) / D::PAIR * kernel.cols];
            if transposed && depth <= SHORT {
                let next = first + kernel.cols;
                let count = kernel.cols.min(source.cols.saturating_sub(next));
                fetch_ahead(source.values, next * across + k, across, count, depth);
            }
            if transposed {
                right_transposed::<S, D>(kernel, source.values, &strip, out);
            } else if kernel.depth == D::PAIR {
                lines::<S, D>(source.values, &strip, kernel.cols, out);
            } else {
                right_tiles::<S, D>(kernel, source.values, &strip, out);
            }
        }
    }
}

/// The right operand in tiles, from a source with `K` across memory.
#[inline(always)]
fn right_tiles<S: To<D>, D: Lane>(kernel: &Kernel, values: &[S], strip: &Strip, out: &mut [u32]) {
    let groups = kernel.cols / kernel.group;
    let tile = kernel.depth / D::PAIR * kernel.group;
    for (at, out) in out.chunks_exact_mut(tile).enumerate() {
        let (k, j) = (at / groups * kernel.depth, at % groups * kernel.group);
        let part = Strip {
            first: strip.first + k * strip.along + j * strip.across,
            width: strip.width.saturating_sub(j).min(kernel.group),
            depth: (strip.depth - k).min(kernel.depth),
            ..*strip
        };
        lines::<S, D>(values, &part, kernel.group, out);
    }
}

/// The right operand from a source with `K` along memory.
#[inline(always)]
fn right_transposed<S: To<D>, D: Lane>(
    kernel: &Kernel,
    values: &[S],
    strip: &Strip,
    out: &mut [u32],
) {
    let padded = kernel.padded(strip.depth);
    let whole = S::SAME && padded == strip.depth && strip.width == kernel.cols;
    let whole = whole && strip.across.is_multiple_of(D::PAIR);
    let mut copy = scratch::take();
    // Where the columns can be read as they are, they are; else from a padded copy.
    let (from, stride): (*const u32, usize) = if whole {
        (
            values[strip.first..].as_ptr().cast(),
            strip.across / D::PAIR,
        )
    } else {
        let copy = copy.lanes(padded / D::PAIR * kernel.cols);
        for (j, copy) in D::values(copy).chunks_exact_mut(padded).enumerate() {
            let depth = if j < strip.width { strip.depth } else { 0 };
            let (column, padding) = copy.split_at_mut(depth);
            if depth > 0 {
                let from = &values[strip.first + j * strip.across..];
                S::convert(&from[..depth], column);
            }
            padding.fill(D::default());
        }
        (copy.as_ptr(), padded / D::PAIR)
    };
    let (groups, depth) = match kernel.depth == D::PAIR {
        true => (1, padded),
        false => (kernel.cols / kernel.group, kernel.depth),
    };
    let (group, lanes) = (kernel.cols / groups, depth / D::PAIR);
    for (at, out) in out.chunks_exact_mut(lanes * group).enumerate() {
        let (step, j) = (at / groups, at % groups * group);
        // SAFETY: the source holds `padded / PAIR` lanes of each of the kernel's columns, `stride`
        // apart, and `out` the lanes of this group of columns over `depth` elements.
        unsafe {
            let from = from.add(j * stride + step * lanes);
            transpose(from, stride, (group, lanes), out.as_mut_ptr(), group);
        }
    }
}
