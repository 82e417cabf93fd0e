//! What a micro-kernel is: the shape of the block it computes and the order in which it reads its
//! operands.
//!
//! A kernel walks over the inner dimension `K` in *steps* of `depth` elements and keeps a block of
//! `rows × cols` sums in registers. Operands beyond their matrix are zero, so `K` is rounded up to
//! whole steps and the columns to whole panels.
//!
//! The right operand lies in panels of `cols` columns. Within a panel, element `(k, j)` is at
//!
//! ```text
//! (k / depth) · depth·cols                    the step
//!   + (j / group) · depth·group               the group of columns that one register or tile holds
//!   + (k % depth / pair) · group·pair         the row of that register or tile
//!   + (j % group) · pair + k % pair
//! ```
//!
//! where `pair` is 2 for bf16 (two neighbours in `K` share a 32-bit lane) and 1 for f32. With a
//! single group and `depth == pair` this is plain: for each step, `cols` lanes.
//!
//! The left operand is read through two strides, one from row to row and one from step to step, so
//! it may lie in rows (as in memory) or in panels, step by step.

use half::bf16;

use crate::cpu::Tier;

use super::Compute;

/// One call of a micro-kernel: `c = a·b`, or `c += a·b` if `accumulate`.
#[derive(Clone, Copy)]
pub(crate) struct Block {
    /// The left operand's first row and step; the other strides are in bytes.
    pub(crate) a: *const u8,
    pub(crate) a_row: usize,
    pub(crate) a_step: usize,
    /// The right operand's panel, from the first of the steps.
    pub(crate) b: *const u8,
    pub(crate) steps: usize,
    /// The output; `c_row` is in elements.
    pub(crate) c: *mut f32,
    pub(crate) c_row: usize,
    /// How many of the kernel's rows to compute, at least 1. All of its columns are computed.
    pub(crate) rows: usize,
    pub(crate) accumulate: bool,
}

/// A complete block of sums, row by row without gaps, and where it goes, rounded to bf16.
#[derive(Clone, Copy)]
pub(crate) struct Rounding {
    pub(crate) sums: *const f32,
    pub(crate) out: *mut bf16,
    /// What is added first, if anything: a matrix that lies as the output does, or the output itself.
    pub(crate) plus: Option<(*const bf16, usize)>,
    /// Elements from row to row of the output.
    pub(crate) out_row: usize,
}

/// As [`Kernel::run`] for all of a kernel's rows, but the sums go to the memory given, without gaps; meanwhile an earlier
/// block of them is rounded. Either may be wanting.
///
/// # Safety
/// As for `run`, except that `c` need not be writable; the memory given holds a block, and the earlier one is another,
/// whose output may be written.
pub(crate) type RunRounding = unsafe fn(Option<(&Block, *mut f32)>, Option<&Rounding>);

/// The type of a kernel's packed operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Element {
    F32,
    Bf16,
}

/// A micro-kernel and the layout of its operands.
pub(crate) struct Kernel {
    pub(crate) element: Element,
    pub(crate) rows: usize,
    pub(crate) cols: usize,
    pub(crate) depth: usize,
    pub(crate) group: usize,
    /// `K` of up to so many elements is summed in registers at once; longer ones in parts of `depth_part` at most, between
    /// which the sums go to memory. Both decide the order of the additions, so they depend on nothing but the kernel.
    pub(crate) depth_max: usize,
    pub(crate) depth_part: usize,
    /// Runs before the first and after the last block on a thread.
    pub(crate) enter: fn(),
    pub(crate) leave: fn(),
    /// # Safety
    /// The machine has the kernel's tier; `enter` has run; `a` holds `rows` rows (whole tiles of
    /// rows, where the kernel reads tiles) and `b` the kernel's columns, each `steps` steps long;
    /// `c` may be written (and read, to accumulate) for `rows` rows of the kernel's columns.
    pub(crate) run: unsafe fn(&Block),
    /// If the kernel can round sums while it computes others.
    pub(crate) run_rounding: Option<RunRounding>,
    /// Whether a panel of the left operand stays in the first-level cache while those of the right pass by, or the other
    /// way round.
    pub(crate) keeps_left: bool,
}

impl Kernel {
    /// The kernel that computes in the wanted type on this tier. bf16 without units for it is
    /// computed in f32.
    pub(crate) fn of(tier: Tier, compute: Compute) -> &'static Kernel {
        #[cfg(target_arch = "x86_64")]
        {
            use super::{amx, avx2, avx512};
            match (tier, compute) {
                (Tier::Portable, _) => {}
                (Tier::Avx2, _) => return &avx2::KERNEL,
                (Tier::AmxBf16, Compute::Bf16) => return &amx::KERNEL,
                (Tier::Avx512Bf16, Compute::Bf16) => return &avx512::KERNEL_BF16,
                (Tier::Avx512 | Tier::Avx512Bf16 | Tier::AmxBf16, _) => return &avx512::KERNEL,
            }
        }
        let _ = (tier, compute);
        &super::portable::KERNEL
    }

    /// Bytes of one packed element.
    pub(crate) fn size(&self) -> usize {
        match self.element {
            Element::F32 => size_of::<f32>(),
            Element::Bf16 => size_of::<bf16>(),
        }
    }

    /// Neighbours in `K` that share a 32-bit lane.
    pub(crate) fn pair(&self) -> usize {
        size_of::<f32>() / self.size()
    }

    /// Whether a step is longer than a lane, and rows are read in whole tiles.
    pub(crate) fn reads_tiles(&self) -> bool {
        self.depth > self.pair()
    }

    /// `K` rounded up to whole steps.
    pub(crate) fn padded(&self, k: usize) -> usize {
        k.next_multiple_of(self.depth)
    }

    /// Bytes of one panel of the right operand.
    pub(crate) fn panel_bytes(&self, k: usize) -> usize {
        self.padded(k) * self.cols * self.size()
    }

    /// Bytes of a right operand of `k` rows and `n` columns.
    pub(crate) fn right_bytes(&self, k: usize, n: usize) -> usize {
        self.panel_bytes(k) * n.div_ceil(self.cols)
    }

    /// The length of the parts that `K` is summed in: all alike but the last, whole steps.
    pub(crate) fn part(&self, k: usize) -> usize {
        let parts = match k <= self.depth_max {
            true => 1,
            false => k.div_ceil(self.depth_part),
        };
        self.padded(k.div_ceil(parts)).max(self.depth)
    }
}
