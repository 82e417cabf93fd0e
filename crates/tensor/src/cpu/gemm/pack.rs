//! Packing: bringing operands into the order and the type in which a kernel reads them.
//!
//! Each operand comes in one of two orders: with `K` along memory, or across it. The right operand
//! wants lanes of neighbouring columns, so an operand with `K` across is copied strip by strip and
//! one with `K` along is transposed. The left operand is read through strides, so an operand with
//! `K` along is copied row by row, and one with `K` across becomes panels of the kernel's rows.

use half::bf16;

use crate::cpu::dispatch::vectorised;
use crate::cpu::math::{narrow, widen};
use crate::cpu::scratch;
use crate::cpu::{Elements, Matrix};

use super::kernel::{Element, Kernel};
use super::transpose::transpose;

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
fn row_bytes(kernel: &Kernel, k: usize) -> usize {
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

/// Packs the left operand `(M, K)` into `out` and tells how it lies there. Rows beyond `M` are
/// readable, their values arbitrary.
pub(crate) fn pack_left(kernel: &Kernel, matrix: Matrix, out: &mut scratch::Buffer) -> Left {
    let bytes = left_bytes(kernel, matrix.rows(), matrix.cols());
    match kernel.element {
        Element::F32 => left_f32(kernel, matrix, out.f32(bytes / 4)),
        Element::Bf16 => left_bf16(kernel, matrix, out.bf16(bytes / 2)),
    }
    left_layout(kernel, &matrix)
}

/// Packs the right operand `(K, N)`: `right_bytes` of the kernel, panel after panel.
pub(crate) fn pack_right(kernel: &Kernel, matrix: Matrix, out: &mut scratch::Buffer) {
    let bytes = kernel.right_bytes(matrix.rows(), matrix.cols());
    match kernel.element {
        Element::F32 => right_f32(kernel, matrix, out.f32(bytes / 4)),
        Element::Bf16 => right_bf16(kernel, matrix, out.bf16(bytes / 2)),
    }
}

vectorised! {
    fn left_f32(kernel: &Kernel, matrix: Matrix, out: &mut [f32]) {
        match matrix.elements() {
            Elements::F32(values) => left(kernel, &Source::new(&matrix, values), out),
            Elements::Bf16(values) => left(kernel, &Source::new(&matrix, values), out),
        }
    }
}

vectorised! {
    fn left_bf16(kernel: &Kernel, matrix: Matrix, out: &mut [bf16]) {
        match matrix.elements() {
            Elements::F32(values) => left(kernel, &Source::new(&matrix, values), out),
            Elements::Bf16(values) => left(kernel, &Source::new(&matrix, values), out),
        }
    }
}

vectorised! {
    /// Panels of an f32 right operand, `out` holding exactly those of the matrix.
    pub(super) fn right_f32(kernel: &Kernel, matrix: Matrix, out: &mut [f32]) {
        match matrix.elements() {
            Elements::F32(values) => right(kernel, &Source::new(&matrix, values), out),
            Elements::Bf16(values) => right(kernel, &Source::new(&matrix, values), out),
        }
    }
}

vectorised! {
    /// Panels of a bf16 right operand, `out` holding exactly those of the matrix.
    pub(super) fn right_bf16(kernel: &Kernel, matrix: Matrix, out: &mut [bf16]) {
        match matrix.elements() {
            Elements::F32(values) => right(kernel, &Source::new(&matrix, values), out),
            Elements::Bf16(values) => right(kernel, &Source::new(&matrix, values), out),
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

/// A change of type on the way into a packed operand.
trait To<D>: Copy {
    /// Whether the value has the target's bits already.
    const SAME: bool;
    fn to(self) -> D;
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

/// A type that kernels compute in.
trait Lane: Copy + Default + 'static {
    fn of(scratch: &mut scratch::Buffer, len: usize) -> &mut [Self];
}

impl Lane for f32 {
    fn of(scratch: &mut scratch::Buffer, len: usize) -> &mut [f32] {
        scratch.f32(len)
    }
}

impl Lane for bf16 {
    fn of(scratch: &mut scratch::Buffer, len: usize) -> &mut [bf16] {
        scratch.bf16(len)
    }
}

#[inline(always)]
fn left<S: To<D>, D: Lane>(kernel: &Kernel, source: &Source<S>, out: &mut [D]) {
    if source.col_stride == 1 {
        let stride = row_bytes(kernel, source.cols) / kernel.size();
        return rows(source, kernel.padded(source.cols), out, stride);
    }
    let panel = kernel.padded(source.cols) * kernel.rows;
    for first in (0..source.rows).step_by(kernel.rows) {
        let width = kernel.rows.min(source.rows - first);
        let strip = Strip {
            first: first * source.row_stride,
            width,
            depth: source.cols,
        };
        let out = &mut out[first / kernel.rows * panel..][..panel];
        if kernel.depth == kernel.pair() {
            across(
                source,
                source.col_stride,
                source.row_stride,
                &strip,
                kernel.rows,
                out,
            );
        } else {
            left_tiles(kernel, source, &strip, out);
        }
    }
}

/// Rows as they are, each padded with zeros.
#[inline(always)]
fn rows<S: To<D>, D: Lane>(source: &Source<S>, padded: usize, out: &mut [D], stride: usize) {
    for (row, out) in out.chunks_exact_mut(stride).enumerate().take(source.rows) {
        let (values, padding) = out[..padded].split_at_mut(source.cols);
        let from = &source.values[row * source.row_stride..][..source.cols];
        for (to, from) in values.iter_mut().zip(from) {
            *to = from.to();
        }
        padding.fill(D::default());
    }
}

/// A part of an operand: `width` neighbours (rows of the left, columns of the right operand) from
/// element `first` on, and `depth` elements of `K` of each.
struct Strip {
    first: usize,
    width: usize,
    depth: usize,
}

/// Lanes of `lanes` neighbours each, one after the other: the order of kernels whose step is one
/// lane. `along` is the source's stride in `K`, `across` the one from neighbour to neighbour.
#[inline(always)]
fn across<S: To<D>, D: Lane>(
    source: &Source<S>,
    along: usize,
    across: usize,
    strip: &Strip,
    lanes: usize,
    out: &mut [D],
) {
    // The widths that kernels have, so that the copies below become a few vector moves.
    match (size_of::<f32>() / size_of::<D>(), lanes) {
        (1, 6) => lanes_of::<S, D, 1, 6>(source, along, across, strip, out),
        (1, 8) => lanes_of::<S, D, 1, 8>(source, along, across, strip, out),
        (1, 12) => lanes_of::<S, D, 1, 12>(source, along, across, strip, out),
        (1, 16) => lanes_of::<S, D, 1, 16>(source, along, across, strip, out),
        (1, 32) => lanes_of::<S, D, 1, 32>(source, along, across, strip, out),
        (2, 12) => lanes_of::<S, D, 2, 12>(source, along, across, strip, out),
        (2, 16) => lanes_of::<S, D, 2, 16>(source, along, across, strip, out),
        (2, 32) => lanes_of::<S, D, 2, 32>(source, along, across, strip, out),
        _ => unreachable!("a kernel of another width needs its line here"),
    }
}

#[inline(always)]
fn lanes_of<S: To<D>, D: Lane, const PAIR: usize, const LANES: usize>(
    source: &Source<S>,
    along: usize,
    across: usize,
    strip: &Strip,
    out: &mut [D],
) {
    let whole = if across == 1 && strip.width == LANES {
        strip.depth / PAIR
    } else {
        0
    };
    let (lines, rest) = out.split_at_mut(whole * LANES * PAIR);
    let values = &source.values[strip.first.min(source.values.len())..];
    for (line, out) in lines.chunks_exact_mut(LANES * PAIR).enumerate() {
        let row = |k: usize| -> &[S; LANES] {
            let values = &values[(line * PAIR + k) * along..];
            values.first_chunk().expect("a strip within its matrix")
        };
        if PAIR == 1 {
            let row = row(0);
            for j in 0..LANES {
                out[j] = row[j].to();
            }
        } else {
            let (even, odd) = (row(0), row(1));
            for j in 0..LANES {
                out[2 * j] = even[j].to();
                out[2 * j + 1] = odd[j].to();
            }
        }
    }
    for (line, out) in rest.chunks_exact_mut(LANES * PAIR).enumerate() {
        for (at, out) in out.iter_mut().enumerate() {
            let (j, k) = (at / PAIR, (whole + line) * PAIR + at % PAIR);
            *out = match j < strip.width && k < strip.depth {
                true => values[k * along + j * across].to(),
                false => D::default(),
            };
        }
    }
}

/// The left operand in tiles, from a source with `K` across memory: lanes of neighbouring rows,
/// then transposed.
#[inline(always)]
fn left_tiles<S: To<D>, D: Lane>(
    kernel: &Kernel,
    source: &Source<S>,
    strip: &Strip,
    out: &mut [D],
) {
    let pair = kernel.pair();
    let mut lanes = scratch::take();
    let lanes = D::of(&mut lanes, kernel.depth * kernel.rows);
    for (step, out) in out.chunks_exact_mut(kernel.depth * kernel.rows).enumerate() {
        let first = step * kernel.depth;
        let part = Strip {
            first: strip.first + first * source.col_stride,
            depth: kernel.depth.min(strip.depth - first),
            ..*strip
        };
        across(
            source,
            source.col_stride,
            source.row_stride,
            &part,
            kernel.rows,
            lanes,
        );
        // SAFETY: both hold `depth / pair` lanes of each of the kernel's rows.
        unsafe {
            let (from, to) = (lanes.as_ptr().cast(), out.as_mut_ptr().cast());
            let lanes = kernel.depth / pair;
            transpose(from, kernel.rows, (lanes, kernel.rows), to, lanes);
        }
    }
}

#[inline(always)]
fn right<S: To<D>, D: Lane>(kernel: &Kernel, source: &Source<S>, out: &mut [D]) {
    let panel = kernel.padded(source.rows) * kernel.cols;
    if panel == 0 {
        return;
    }
    for (index, out) in out.chunks_exact_mut(panel).enumerate() {
        let first = index * kernel.cols;
        let width = kernel.cols.min(source.cols - first);
        let strip = Strip {
            first: first * source.col_stride,
            width,
            depth: source.rows,
        };
        if source.row_stride == 1 && source.col_stride != 1 {
            right_transposed(kernel, source, &strip, out);
        } else if kernel.depth == kernel.pair() {
            across(
                source,
                source.row_stride,
                source.col_stride,
                &strip,
                kernel.cols,
                out,
            );
        } else {
            right_tiles(kernel, source, &strip, out);
        }
    }
}

/// The right operand in tiles, from a source with `K` across memory.
#[inline(always)]
fn right_tiles<S: To<D>, D: Lane>(
    kernel: &Kernel,
    source: &Source<S>,
    strip: &Strip,
    out: &mut [D],
) {
    let tile = kernel.depth * kernel.group;
    for (at, out) in out.chunks_exact_mut(tile).enumerate() {
        let groups = kernel.cols / kernel.group;
        let (k, j) = (at / groups * kernel.depth, at % groups * kernel.group);
        let part = Strip {
            first: strip.first + k * source.row_stride + j * source.col_stride,
            width: strip.width.saturating_sub(j).min(kernel.group),
            depth: (strip.depth - k).min(kernel.depth),
        };
        across(
            source,
            source.row_stride,
            source.col_stride,
            &part,
            kernel.group,
            out,
        );
    }
}

/// The right operand from a source with `K` along memory.
#[inline(always)]
fn right_transposed<S: To<D>, D: Lane>(
    kernel: &Kernel,
    source: &Source<S>,
    strip: &Strip,
    out: &mut [D],
) {
    let (pair, padded) = (kernel.pair(), kernel.padded(strip.depth));
    let whole = S::SAME && padded == strip.depth && strip.width == kernel.cols;
    let whole = whole && source.col_stride.is_multiple_of(pair);
    let mut copy = scratch::take();
    // Where the columns can be read as they are, they are; else from a padded copy.
    let (from, stride): (*const u32, usize) = if whole {
        (
            source.values[strip.first..].as_ptr().cast(),
            source.col_stride / pair,
        )
    } else {
        let copy = D::of(&mut copy, padded * kernel.cols);
        for (j, copy) in copy.chunks_exact_mut(padded).enumerate() {
            let (values, padding) = match j < strip.width {
                true => copy.split_at_mut(strip.depth),
                false => copy.split_at_mut(0),
            };
            if j < strip.width {
                let from = &source.values[strip.first + j * source.col_stride..];
                for (to, from) in values.iter_mut().zip(from) {
                    *to = from.to();
                }
            }
            padding.fill(D::default());
        }
        (copy.as_ptr().cast(), padded / pair)
    };
    let (groups, depth) = match kernel.depth == pair {
        true => (1, padded),
        false => (kernel.cols / kernel.group, kernel.depth),
    };
    let group = kernel.cols / groups;
    for (at, out) in out.chunks_exact_mut(depth * group).enumerate() {
        let (k, j) = (at / groups * depth, at % groups * group);
        // SAFETY: the source holds `padded / pair` lanes of each of the kernel's columns, `stride`
        // apart, and `out` the lanes of this group over `depth` elements.
        unsafe {
            let from = from.add(j * stride + k / pair);
            transpose(
                from,
                stride,
                (group, depth / pair),
                out.as_mut_ptr().cast(),
                group,
            );
        }
    }
}
