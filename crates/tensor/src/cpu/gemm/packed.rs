//! A right operand that is packed once and used many times.

use std::fmt;

use crate::cpu::scratch::{self, Buffer};
use crate::cpu::{Matrix, parallel, tier};

use super::Compute;
use super::kernel::Kernel;
use super::pack::right_into;
use super::tile::Panels;

/// A right operand `(K, N)` in the order and the type that the tier's kernel reads: a weight matrix
/// is packed once an optimiser step, and once for all when generating.
pub struct Packed {
    kernel: &'static Kernel,
    rows: usize,
    cols: usize,
    panels: Buffer,
}

impl Default for Packed {
    /// A packed `(0, 0)` matrix: no memory, for a later [`Packed::pack_into`].
    fn default() -> Packed {
        Packed {
            kernel: Kernel::of(tier(), Compute::F32),
            rows: 0,
            cols: 0,
            panels: Buffer::default(),
        }
    }
}

impl fmt::Debug for Packed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Packed {{ {}×{}, {:?} }}",
            self.rows, self.cols, self.kernel.element
        )
    }
}

impl Packed {
    /// Packs a matrix; products with it will be computed in the given type.
    pub fn new(matrix: Matrix, compute: Compute) -> Packed {
        let mut packed = Packed::default();
        packed.pack_into(matrix, compute);
        packed
    }

    /// Lets `body` use an operand that lies in this thread's working memory.
    pub(super) fn for_now<R>(body: impl FnOnce(&mut Packed) -> R) -> R {
        let mut scratch = scratch::take();
        let mut packed = Packed {
            panels: std::mem::take(&mut *scratch),
            ..Packed::default()
        };
        let result = body(&mut packed);
        *scratch = packed.panels;
        result
    }

    /// Bytes that a matrix takes packed, for products in the given type.
    pub(crate) fn bytes_of(matrix: &Matrix, compute: Compute) -> usize {
        Kernel::of(tier(), compute).right_bytes(matrix.rows(), matrix.cols())
    }

    /// Bytes that the memory holds, whatever is in it.
    pub(crate) fn capacity(&self) -> usize {
        self.panels.bytes()
    }

    /// Packs another matrix, in the same memory if it is large enough.
    pub fn pack_into(&mut self, matrix: Matrix, compute: Compute) {
        self.pack_for(Kernel::of(tier(), compute), matrix);
    }

    pub(super) fn pack_for(&mut self, kernel: &'static Kernel, matrix: Matrix) {
        (self.kernel, self.rows, self.cols) = (kernel, matrix.rows(), matrix.cols());
        let bytes = kernel.right_bytes(self.rows, self.cols);
        let panels = self.cols.div_ceil(kernel.cols);
        if bytes == 0 {
            return;
        }
        self.panels.reserve(bytes);
        let first = Shared(self.panels.as_mut_ptr());
        let panel = kernel.panel_bytes(self.rows);
        parallel(panels, |index| {
            let first = &first;
            let col = index * kernel.cols;
            let part = matrix.part(0, self.rows, col, kernel.cols.min(self.cols - col));
            // SAFETY: each task has its own panel; the buffer holds all of them, aligned to lines,
            // and any bits are a lane.
            let out = unsafe {
                let first = first.0.add(index * panel).cast::<u32>();
                std::slice::from_raw_parts_mut(first, panel / size_of::<u32>())
            };
            right_into(kernel, part, out);
        });
    }

    /// `K`, the rows of the matrix that was packed.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// `N`, its columns.
    pub fn cols(&self) -> usize {
        self.cols
    }

    /// Bytes of the packed panels.
    pub(super) fn bytes(&self) -> usize {
        self.kernel.right_bytes(self.rows, self.cols)
    }

    pub(super) fn kernel(&self) -> &'static Kernel {
        self.kernel
    }

    /// The panels from number `index` on, from element `k` of `K` on, a whole number of steps.
    pub(super) fn panels(&self, index: usize, k: usize) -> Panels {
        let stride = self.kernel.panel_bytes(self.rows);
        let offset = index * stride + k * self.kernel.cols * self.kernel.size();
        assert!(
            offset <= self.kernel.right_bytes(self.rows, self.cols),
            "a panel of the operand"
        );
        Panels {
            first: self.panels.as_ptr().wrapping_add(offset),
            stride,
        }
    }
}

/// A pointer that tasks share, each for its own part.
struct Shared(*mut u8);

// SAFETY: the tasks write disjoint parts.
unsafe impl Sync for Shared {}
