//! Cutting work over rows into fixed blocks, so that results never depend on the thread count.

use std::marker::PhantomData;
use std::ops::Range;

use crate::cpu;

/// Calls `body` with consecutive ranges of at most `block` out of `0..rows`, in parallel.
pub(crate) fn for_blocks(rows: usize, block: usize, body: impl Fn(Range<usize>) + Sync) {
    cpu::parallel(rows.div_ceil(block), |task| {
        let start = task * block;
        body(start..rows.min(start + block));
    });
}

/// Rows a task takes for elementwise work: enough to outweigh the hand-out of a task, small
/// enough that a task's rows stay in the first-level caches.
pub(crate) fn block_for(cols: usize) -> usize {
    (16 * 1024 / cols.max(1)).clamp(1, 512)
}

/// Fills each row of `cols` numbers of `out` by itself, in parallel; `fill` gets its number.
pub(crate) fn fill_rows<E: Send>(
    out: &mut [E],
    cols: usize,
    fill: impl Fn(usize, &mut [E]) + Sync,
) {
    let rows = out.len() / cols;
    let split = Split::new(out);
    for_blocks(rows, block_for(cols), |block| {
        // SAFETY: blocks are disjoint.
        let out = unsafe { split.range(block.start * cols..block.end * cols) };
        for (row, out) in block.zip(out.chunks_exact_mut(cols)) {
            fill(row, out);
        }
    });
}

/// A mutable slice that tasks split among themselves by ranges.
pub(crate) struct Split<'a, T> {
    start: *mut T,
    len: usize,
    owner: PhantomData<&'a mut [T]>,
}

// SAFETY: a `Split` only hands out ranges through `range`, whose callers promise that no two
// live ranges overlap; sharing it is then no more than sending disjoint `&mut [T]`.
unsafe impl<T: Send> Sync for Split<'_, T> {}

impl<'a, T> Split<'a, T> {
    pub(crate) fn new(slice: &'a mut [T]) -> Self {
        Self {
            start: slice.as_mut_ptr(),
            len: slice.len(),
            owner: PhantomData,
        }
    }

    /// # Safety
    /// No other range that is alive may overlap this one.
    #[allow(clippy::mut_from_ref)]
    pub(crate) unsafe fn range(&self, range: Range<usize>) -> &mut [T] {
        assert!(
            range.start <= range.end && range.end <= self.len,
            "range outside of the slice"
        );
        // SAFETY: in bounds by the assertion; unaliased by the caller's promise.
        unsafe { std::slice::from_raw_parts_mut(self.start.add(range.start), range.len()) }
    }
}

/// Adds `Σ_blocks partial(block)` to `total`: `partial` fills a zeroed row of `total.len()` for
/// each fixed block of rows, and the partial rows are added in order.
pub(crate) fn sum_blocks(
    rows: usize,
    block: usize,
    total: &mut [f32],
    partial: impl Fn(Range<usize>, &mut [f32]) + Sync,
) {
    let cols = total.len();
    let mut partials = vec![0.0f32; rows.div_ceil(block) * cols];
    let split = Split::new(&mut partials);
    for_blocks(rows, block, |range| {
        let task = range.start / block;
        // SAFETY: each task has its own row of `partials`.
        partial(range, unsafe {
            split.range(task * cols..(task + 1) * cols)
        });
    });
    for row in partials.chunks_exact(cols.max(1)) {
        for (sum, value) in total.iter_mut().zip(row) {
            *sum += value;
        }
    }
}

/// Runs `body` compiled for the widest vector unit that this machine has.
///
/// The closure is inlined into a function with the unit's target features, so plain loops inside
/// it vectorise with them. Write it as `#[inline(always)] || …`: since it is called from a function
/// of each unit, the compiler would otherwise leave a large one by itself, compiled for none of
/// them. As with the macro of the same name, every tier gives the same bits, but for what calls
/// another function of the tier (products, and slices narrowed to bf16).
#[inline(always)]
pub(crate) fn vectorised<R>(body: impl FnOnce() -> R) -> R {
    #[cfg(target_arch = "x86_64")]
    {
        use cpu::Tier;
        match cpu::tier() {
            // SAFETY: `tier()` only reports tiers whose features this processor has.
            Tier::Avx512 | Tier::Avx512Bf16 | Tier::AmxBf16 => return unsafe { avx512(body) },
            // SAFETY: as above.
            Tier::Avx2 => return unsafe { avx2(body) },
            Tier::Portable => {}
        }
    }
    body()
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma,bmi2")]
fn avx2<R>(body: impl FnOnce() -> R) -> R {
    body()
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma,bmi2,avx512f,avx512bw,avx512dq,avx512vl")]
fn avx512<R>(body: impl FnOnce() -> R) -> R {
    body()
}
