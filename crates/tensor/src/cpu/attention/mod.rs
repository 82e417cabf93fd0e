//! Scaled dot-product attention over packed segments, tile by tile: softmax's reference and sum are
//! carried from one block of keys to the next, so scores never exist beyond a block (Milakov &
//! Gimelshein, "Online normalizer calculation for softmax", 2018; Dao et al., "FlashAttention",
//! 2022). The reference is the largest score so far or not far below it, so that it seldom changes. Blocks
//! that the causal mask hides are skipped.
//!
//! A task is one key/value head of one segment. It packs the segment's keys and values once, for
//! all query heads of the group, and computes every product with the tier's micro-kernel.

mod backward;
mod forward;
#[cfg(test)]
mod tests;

pub use backward::backward;
pub use forward::forward;

use std::ops::Range;

use half::bf16;

use super::gemm::kernel::{Element, Kernel};
use super::gemm::pack::{Left, pack_left, pack_right};
use super::gemm::tile::{Panels, Rows, Target, multiply};
use super::scratch::{self, Scratch};
use super::{Compute, Elements, ElementsMut, Matrix, tier};
use crate::cpu::dispatch::vectorised;
use crate::cpu::narrow::{narrow_all, narrow_pairs};
use crate::rows::vectorised;

/// Rows of a block of queries, and of a block of keys: a multiple of every kernel's columns and
/// depth, so that blocks begin at whole panels and steps.
const BLOCK: usize = 64;

/// Lanes of the loops over scores: what the widest vector holds.
const LANES: usize = 16;

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

impl Shape {
    /// Query heads that share a key/value head.
    fn group(&self) -> usize {
        self.heads / self.kv_heads
    }

    fn scale(&self) -> f32 {
        1.0 / (self.head_dim as f32).sqrt()
    }

    /// Checks the sizes that the kernels rely on, and returns the number of rows.
    fn check(
        &self,
        queries: &[usize],
        keys: &[usize],
        lse: usize,
        segments: &[(usize, usize)],
    ) -> usize {
        let Shape {
            heads,
            kv_heads,
            head_dim,
            ..
        } = *self;
        assert!(heads > 0 && head_dim > 0, "attention without heads");
        assert!(
            kv_heads > 0 && heads.is_multiple_of(kv_heads),
            "{kv_heads} of {heads} heads"
        );
        let rows = lse / heads;
        assert_eq!(rows * heads, lse, "one sum for each row and head");
        for len in queries {
            assert_eq!(*len, rows * heads * head_dim, "queries of {rows} rows");
        }
        for len in keys {
            assert_eq!(
                *len,
                rows * kv_heads * head_dim,
                "keys and values of {rows} rows"
            );
        }
        let mut end = 0;
        for &(start, len) in segments {
            assert!(
                end <= start && len <= rows && start <= rows - len,
                "disjoint segments"
            );
            end = start + len;
        }
        rows
    }
}

/// The kernel for operands of these types: bf16 only if all are.
fn kernel_for(operands: &[Elements]) -> &'static Kernel {
    let narrow = operands
        .iter()
        .all(|operand| matches!(operand, Elements::Bf16(_)));
    Kernel::of(tier(), if narrow { Compute::Bf16 } else { Compute::F32 })
}

/// One head's columns of a segment's rows: `(rows, head_dim)`.
fn head_rows<'a>(
    elements: Elements<'a>,
    rows: Range<usize>,
    (head, heads): (usize, usize),
    head_dim: usize,
) -> Matrix<'a> {
    let width = heads * head_dim;
    let first = rows.start * width + head * head_dim;
    let elements = match elements {
        Elements::F32(values) => Elements::F32(&values[first..]),
        Elements::Bf16(values) => Elements::Bf16(&values[first..]),
    };
    Matrix::strided(elements, rows.len(), head_dim, width, 1)
}

/// A packed right operand.
struct RightOperand {
    scratch: Scratch,
    panel: usize,
    step: usize,
}

impl RightOperand {
    fn new(kernel: &Kernel, matrix: Matrix) -> RightOperand {
        let mut scratch = scratch::take();
        pack_right(kernel, matrix, &mut scratch);
        let step = kernel.depth * kernel.cols * kernel.size();
        RightOperand {
            scratch,
            panel: kernel.panel_bytes(matrix.rows()),
            step,
        }
    }

    /// From panel number `panel` and step number `step` on.
    fn at(&self, panel: usize, step: usize) -> Panels {
        let offset = panel * self.panel + step * self.step;
        Panels {
            first: self.scratch.as_ptr().wrapping_add(offset),
            stride: self.panel,
        }
    }
}

/// A left operand, packed or read as it is.
struct LeftOperand {
    first: *const u8,
    layout: Left,
}

impl LeftOperand {
    fn packed(kernel: &Kernel, matrix: Matrix, scratch: &mut Scratch) -> LeftOperand {
        let layout = pack_left(kernel, matrix, scratch);
        LeftOperand {
            first: scratch.as_ptr(),
            layout,
        }
    }

    /// Rows of the kernel's own type, read where they are. There are whole panels of rows, and whole steps.
    fn in_place(kernel: &Kernel, matrix: Matrix) -> LeftOperand {
        let (first, size) = match matrix.elements() {
            Elements::F32(values) => (values.as_ptr().cast(), size_of::<f32>()),
            Elements::Bf16(values) => (values.as_ptr().cast(), size_of::<bf16>()),
        };
        assert_eq!(size, kernel.size(), "rows of the kernel's type");
        let row = size * matrix.row_stride();
        let layout = Left {
            row,
            step: size * kernel.depth * matrix.col_stride(),
            panel: kernel.rows * row,
        };
        LeftOperand { first, layout }
    }

    /// The same of columns; only an f32 kernel, whose step is one value, reads those where they are.
    fn of_columns(kernel: &Kernel, matrix: Matrix, scratch: &mut Scratch) -> LeftOperand {
        match kernel.element {
            Element::F32 => LeftOperand::in_place(kernel, matrix.transposed()),
            Element::Bf16 => LeftOperand::packed(kernel, matrix.transposed(), scratch),
        }
    }

    /// `count` rows from row `row` (the first of a panel) and step `step` on.
    fn at(&self, kernel: &Kernel, row: usize, step: usize, count: usize) -> Rows {
        let offset = row / kernel.rows * self.layout.panel + step * self.layout.step;
        Rows {
            first: self.first.wrapping_add(offset),
            layout: self.layout,
            count,
        }
    }
}

/// Whether a step of a kernel is one pair of bf16, so that it can read pairs of rows across.
fn reads_pairs(kernel: &Kernel) -> bool {
    kernel.element == Element::Bf16 && !kernel.reads_tiles()
}

/// A block of weights, [`BLOCK`] numbers a row: f32 where they are computed, and beside it the memory for
/// what a bf16 kernel reads.
struct Weights {
    wide: Scratch,
    narrow: Option<Scratch>,
}

impl Weights {
    fn new(kernel: &Kernel) -> Weights {
        Weights::with_narrow(kernel.element == Element::Bf16)
    }

    /// Weights that are read only [across](Weights::across).
    fn only_across(kernel: &Kernel) -> Weights {
        Weights::with_narrow(kernel.element == Element::Bf16 && !reads_pairs(kernel))
    }

    fn with_narrow(narrow: bool) -> Weights {
        let mut wide = scratch::take();
        wide.f32(BLOCK * BLOCK);
        Weights {
            wide,
            narrow: narrow.then(scratch::take),
        }
    }

    /// The transpose of the first `rows` rows and `cols` columns, as a left operand.
    fn across(
        &self,
        kernel: &Kernel,
        (rows, cols): (usize, usize),
        scratch: &mut Scratch,
    ) -> LeftOperand {
        if !reads_pairs(kernel) {
            let columns = self.matrix(rows).part(0, rows, 0, cols);
            return LeftOperand::of_columns(kernel, columns, scratch);
        }
        // Rows become steps, two each; what an odd one lacks is 0.
        let (wide, _) = self.wide.written_f32(rows * BLOCK).as_chunks::<BLOCK>();
        let lanes = scratch.lanes(rows.div_ceil(2) * BLOCK);
        for (rows, lanes) in wide.chunks(2).zip(lanes.chunks_exact_mut(BLOCK)) {
            let second = rows.get(1).unwrap_or(&[0.0; BLOCK]);
            let done = narrow_pairs(&rows[0], second, lanes);
            debug_assert!(done, "a kernel for pairs comes with the instruction");
        }
        LeftOperand {
            first: scratch.as_ptr(),
            layout: Left {
                row: size_of::<u32>(),
                step: BLOCK * size_of::<u32>(),
                panel: kernel.rows * size_of::<u32>(),
            },
        }
    }

    /// Both, from row `row` on, `rows` of them.
    fn rows(&mut self, row: usize, rows: usize) -> (&mut [f32], Option<&mut [bf16]>) {
        let range = row * BLOCK..(row + rows) * BLOCK;
        let narrow = self
            .narrow
            .as_mut()
            .map(|narrow| &mut narrow.bf16(range.end)[range.clone()]);
        (&mut self.wide.f32(range.end)[range], narrow)
    }

    /// What the kernel reads.
    fn matrix(&self, rows: usize) -> Matrix<'_> {
        let len = rows * BLOCK;
        let elements = match &self.narrow {
            Some(narrow) => Elements::Bf16(narrow.written_bf16(len)),
            None => Elements::F32(self.wide.written_f32(len)),
        };
        Matrix::strided(elements, rows, BLOCK, BLOCK, 1)
    }
}

/// Sums of a block of rows, `stride` apart.
struct Sums<'a> {
    values: &'a mut [f32],
    stride: usize,
}

impl Sums<'_> {
    /// `sums[row..] = left·right`, or `+=` if `accumulate`, in `width` columns.
    ///
    /// # Safety
    /// Both operands are packed for the kernel and hold `steps` steps, the right one `width`
    /// columns.
    unsafe fn multiply(
        &mut self,
        kernel: &Kernel,
        row: usize,
        (left, right): (Rows, Panels),
        steps: usize,
        width: usize,
        accumulate: bool,
    ) {
        let values = &mut self.values[row * self.stride..];
        assert!(left.count > 0 && steps > 0 && width > 0, "an empty product");
        assert!(
            (left.count - 1) * self.stride + width <= values.len(),
            "room for the sums"
        );
        let target = Target {
            c: values.as_mut_ptr(),
            stride: self.stride,
            width,
            accumulate,
        };
        // SAFETY: the caller's operands; there is room for the sums.
        unsafe { multiply(kernel, left, right, steps, target, None) };
    }
}

/// An output that tasks share, each writing its own rows and columns.
#[derive(Clone, Copy)]
enum Output {
    F32(*mut f32, usize),
    Bf16(*mut bf16, usize),
}

// SAFETY: written only through `store`, whose callers keep to their own part.
unsafe impl Sync for Output {}

impl Output {
    fn new(elements: &mut ElementsMut) -> Output {
        match elements {
            ElementsMut::F32(values) => Output::F32(values.as_mut_ptr(), values.len()),
            ElementsMut::Bf16(values) => Output::Bf16(values.as_mut_ptr(), values.len()),
        }
    }

    /// Writes rows of `width` sums, each times its factor, `stride` apart from element `at` on.
    ///
    /// # Safety
    /// The output is borrowed still, and nobody else uses these elements meanwhile.
    unsafe fn store(
        &self,
        at: usize,
        stride: usize,
        sums: &mut Sums,
        width: usize,
        factors: &[f32],
    ) {
        let (Output::F32(_, len) | Output::Bf16(_, len)) = *self;
        let Some(last) = factors.len().checked_sub(1) else {
            return;
        };
        assert!(at + last * stride + width <= len, "within the output");
        vectorised(
            #[inline(always)]
            || {
                for (r, factor) in factors.iter().enumerate() {
                    let values = &mut sums.values[r * sums.stride..][..width];
                    let at = at + r * stride;
                    // SAFETY: within the output, and the caller's alone.
                    unsafe {
                        match *self {
                            Output::F32(first, _) => {
                                let out = std::slice::from_raw_parts_mut(first.add(at), width);
                                let all = out.iter_mut().zip(values);
                                all.for_each(|(out, sum)| *out = *sum * factor);
                            }
                            Output::Bf16(first, _) => {
                                values.iter_mut().for_each(|sum| *sum *= factor);
                                let out = std::slice::from_raw_parts_mut(first.add(at), width);
                                narrow_all(values, out);
                            }
                        }
                    }
                }
            },
        );
    }
}

/// Rounds the first `width` numbers of rows: of whole rows all at once, as they lie.
#[inline(always)]
fn narrow_rows(rows: &[[f32; BLOCK]], width: usize, narrowed: &mut [bf16]) {
    if width == BLOCK {
        return narrow_all(rows.as_flattened(), narrowed);
    }
    for (row, narrowed) in rows.iter().zip(narrowed.chunks_exact_mut(BLOCK)) {
        narrow_all(&row[..width], narrowed);
    }
}

/// Columns of a block of `count` keys that products read: whole steps, and whole panels of rows where the block is read
/// across. What lies beyond is neither computed nor cleared.
fn columns_read(kernel: &Kernel, count: usize) -> usize {
    let (step, panel) = (kernel.depth, kernel.rows);
    let read = count
        .next_multiple_of(step)
        .max(count.next_multiple_of(panel));
    // Scores are written in whole panels of columns.
    read.max(count.next_multiple_of(kernel.cols))
        .next_multiple_of(LANES)
        .min(BLOCK)
}

/// Keys of a block of `count`, the first of them number `first`, that query number `query` sees.
/// Blocks of queries begin where blocks of keys do, so of the blocks that it meets it sees a key.
fn seen(shape: &Shape, query: usize, first: usize, count: usize) -> usize {
    if shape.causal {
        count.min(query + 1 - first)
    } else {
        count
    }
}
