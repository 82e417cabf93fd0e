//! Per-thread working memory that is allocated once and then reused.

use std::cell::RefCell;

use half::bf16;

/// A cache line, the alignment of everything the kernels read and write in their scratch.
#[derive(Clone, Copy)]
#[repr(C, align(64))]
struct Line([u8; 64]);

/// Memory of at least the asked length, aligned to a cache line. Its contents are whatever was
/// there before: whoever takes it writes before reading.
#[derive(Default)]
pub(super) struct Buffer {
    lines: Vec<Line>,
}

impl Buffer {
    /// Makes room for `bytes` bytes, keeping what is there.
    pub(super) fn reserve(&mut self, bytes: usize) {
        let lines = bytes.div_ceil(64);
        if self.lines.len() < lines {
            self.lines.resize(lines, Line([0; 64]));
        }
    }

    /// Bytes that there is room for.
    pub(super) fn bytes(&self) -> usize {
        size_of_val(&self.lines[..])
    }

    pub(super) fn as_ptr(&self) -> *const u8 {
        self.lines.as_ptr().cast()
    }

    pub(super) fn as_mut_ptr(&mut self) -> *mut u8 {
        self.lines.as_mut_ptr().cast()
    }

    /// The first `len` values, after making room for them.
    pub(super) fn f32(&mut self, len: usize) -> &mut [f32] {
        self.reserve(len * 4);
        // SAFETY: the buffer holds at least `len` aligned values, and any bits are a value of f32.
        unsafe { std::slice::from_raw_parts_mut(self.as_mut_ptr().cast(), len) }
    }

    /// The first `len` values, after making room for them.
    pub(super) fn bf16(&mut self, len: usize) -> &mut [bf16] {
        self.reserve(len * 2);
        // SAFETY: as for f32.
        unsafe { std::slice::from_raw_parts_mut(self.as_mut_ptr().cast(), len) }
    }

    /// The first `len` values, for which there was made room before.
    pub(super) fn written_f32(&self, len: usize) -> &[f32] {
        assert!(len * 4 <= self.lines.len() * 64, "values that are there");
        // SAFETY: as for f32.
        unsafe { std::slice::from_raw_parts(self.as_ptr().cast(), len) }
    }

    /// The first `len` values, for which there was made room before.
    pub(super) fn written_bf16(&self, len: usize) -> &[bf16] {
        assert!(len * 2 <= self.lines.len() * 64, "values that are there");
        // SAFETY: as for f32.
        unsafe { std::slice::from_raw_parts(self.as_ptr().cast(), len) }
    }

    /// The first `len` lanes of 32 bits, after making room for them.
    pub(super) fn lanes(&mut self, len: usize) -> &mut [u32] {
        self.reserve(len * 4);
        // SAFETY: as for f32.
        unsafe { std::slice::from_raw_parts_mut(self.as_mut_ptr().cast(), len) }
    }
}

thread_local! {
    static FREE: RefCell<Vec<Buffer>> = const { RefCell::new(Vec::new()) };
}

/// A [`Buffer`] borrowed from this thread's store; dropping it puts it back.
pub(super) struct Scratch(Buffer);

/// Takes a buffer. Buffers come back last-in, first-out, so code that takes and drops in the same
/// order each time finds buffers that are large enough already.
pub(super) fn take() -> Scratch {
    Scratch(FREE.with_borrow_mut(Vec::pop).unwrap_or_default())
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let buffer = std::mem::take(&mut self.0);
        // At the thread's end the store may be gone already; then the memory is simply freed.
        let _ = FREE.try_with(|free| free.borrow_mut().push(buffer));
    }
}

impl std::ops::Deref for Scratch {
    type Target = Buffer;
    fn deref(&self) -> &Buffer {
        &self.0
    }
}

impl std::ops::DerefMut for Scratch {
    fn deref_mut(&mut self) -> &mut Buffer {
        &mut self.0
    }
}
