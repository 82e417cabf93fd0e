//! The micro-kernel for the matrix unit: 32 rows × 32 columns are four tiles of sums, and each
//! step of 32 elements of `K` loads two tiles of either operand and multiplies them four times.
//!
//! A tile has 16 rows of 64 bytes. `tdpbf16ps c, a, b` adds to `c` (16 × 16 f32) the product of `a`
//! (16 rows × 32 bf16) and `b` (16 rows, each holding the pairs `(2r, 2r + 1)` of `K` for 16
//! columns); see the Intel SDM, volume 2. `K` is long between two stores, since a store costs more
//! than a product.
//!
//! What decides is that the tiles never wait. A panel of the left operand stays in the first-level cache, and
//! the right one passes by it from the second, by loads that leave no trace in the first. Whatever is to be done with complete
//! sums is done in small pieces between the products of the next block.

use std::arch::asm;
use std::arch::x86_64::*;
use std::ops::Range;
use std::ptr;

use half::bf16;

use super::kernel::{Block, Element, Kernel, Rounding};

const TILE: usize = 16;
const ROW_BYTES: usize = 64;

pub(crate) static KERNEL: Kernel = Kernel {
    element: Element::Bf16,
    rows: 2 * TILE,
    cols: 2 * TILE,
    depth: 32,
    group: TILE,
    depth_max: 768,
    depth_part: 512,
    enter,
    leave,
    run,
    run_rounding: Some(run_rounding),
    keeps_left: true,
};

/// The operand of `ldtilecfg`, palette 1.
#[repr(C, align(64))]
struct Configuration {
    palette: u8,
    start_row: u8,
    reserved: [u8; 14],
    row_bytes: [u16; 16],
    rows: [u8; 16],
}

/// All eight tiles in full size.
static CONFIGURATION: Configuration = Configuration {
    palette: 1,
    start_row: 0,
    reserved: [0; 14],
    row_bytes: first_eight(ROW_BYTES as u16),
    rows: {
        let mut rows = [0; 16];
        let mut tile = 0;
        while tile < 8 {
            rows[tile] = TILE as u8;
            tile += 1;
        }
        rows
    },
};

const fn first_eight(value: u16) -> [u16; 16] {
    let mut values = [0; 16];
    let mut tile = 0;
    while tile < 8 {
        values[tile] = value;
        tile += 1;
    }
    values
}

fn enter() {
    // SAFETY: this kernel is chosen only where the processor has tiles and the system permits
    // them; the 64 bytes of the operand are valid. Tiles hold nothing of the compiler's.
    unsafe {
        asm!("ldtilecfg [{}]", in(reg) &raw const CONFIGURATION, options(nostack, readonly));
    }
}

/// Gives the tiles back, so that thread switches need not save them.
fn leave() {
    // SAFETY: as for `enter`.
    unsafe { asm!("tilerelease", options(nostack, nomem)) };
}

unsafe fn run(block: &Block) {
    // SAFETY: the caller's promise, passed on; the copy has room for the kernel's block.
    unsafe {
        if block.rows == KERNEL.rows {
            return both(block);
        }
        // Tiles are stored whole, so fewer rows than the kernel's go through a copy. It starts from
        // the same sums, so that a row's bits do not depend on how many rows there are.
        let mut copy = Sums([0.0; 4 * TILE * TILE]);
        let cols = KERNEL.cols;
        if block.accumulate {
            for (r, row) in copy.0.chunks_exact_mut(cols).enumerate().take(block.rows) {
                ptr::copy_nonoverlapping(block.c.add(r * block.c_row), row.as_mut_ptr(), cols);
            }
        }
        let whole = Block {
            c: copy.0.as_mut_ptr(),
            c_row: cols,
            ..*block
        };
        match block.rows <= TILE {
            true => upper(&whole),
            false => both(&whole),
        }
        for (r, row) in copy.0.chunks_exact(cols).enumerate().take(block.rows) {
            ptr::copy_nonoverlapping(row.as_ptr(), block.c.add(r * block.c_row), cols);
        }
    }
}

#[repr(align(64))]
struct Sums([f32; 4 * TILE * TILE]);

/// Two by two tiles.
unsafe fn both(block: &Block) {
    // SAFETY: the caller's block.
    unsafe { compute(block, (block.c, block.c_row), |_| ()) };
}

/// As [`both`], but with each step some rows of the block before are rounded, for which the tiles need not wait.
#[target_feature(enable = "avx512f,avx512bw,avx512bf16")]
unsafe fn run_rounding(block: Option<(&Block, *mut f32)>, before: Option<&Rounding>) {
    let round_rows = |rows: Range<usize>| {
        if let Some(before) = before {
            // SAFETY: the caller's block before.
            rows.for_each(|row| unsafe { round(before, row) });
        }
    };
    match block {
        // SAFETY: the caller's block and memory.
        Some((block, into)) => unsafe { compute(block, (into, KERNEL.cols), round_rows) },
        None => round_rows(0..KERNEL.rows),
    }
}

/// The sums of two by two tiles go to rows of memory. With each step, `meanwhile` gets some of the numbers of a block's rows:
/// all of them in the end.
///
/// # Safety
/// As for [`Kernel::run`], with that memory in place of `c`, which is only read, to accumulate.
#[inline(always)]
unsafe fn compute(
    block: &Block,
    (into, row): (*mut f32, usize),
    mut meanwhile: impl FnMut(Range<usize>),
) {
    // SAFETY: the caller's block and memory.
    unsafe {
        begin(block);
        let mut step = Step::first(block);
        for rows in shares_of_rows(block.steps) {
            step.multiply();
            fetch_next(block, rows.clone());
            meanwhile(rows);
        }
        store(into, row);
    }
}

/// The rows of a block, shared out among so many steps; the last may get none.
#[inline(always)]
fn shares_of_rows(steps: usize) -> impl Iterator<Item = Range<usize>> {
    let share = KERNEL.rows.div_ceil(steps);
    let bound = move |step: usize| KERNEL.rows.min(step * share);
    (0..steps).map(move |step| bound(step)..bound(step + 1))
}

/// If the sums of the block to the right are to be added to, asks for some rows of them: their lines lie so far apart that
/// the processor does not see them coming.
#[inline(always)]
fn fetch_next(block: &Block, rows: Range<usize>) {
    if !block.accumulate {
        return;
    }
    for row in rows {
        let c = block.c.wrapping_add(row * block.c_row + KERNEL.cols);
        // SAFETY: the instruction may name any address.
        unsafe {
            _mm_prefetch::<_MM_HINT_T0>(c.cast());
            _mm_prefetch::<_MM_HINT_T0>(c.wrapping_add(TILE).cast());
        }
    }
}

/// Rounds one row of a block.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512bf16")]
unsafe fn round(block: &Rounding, row: usize) {
    // SAFETY: the block has that row, of two vectors, and so has what is added.
    unsafe {
        let sums = block.sums.add(row * KERNEL.cols);
        let (mut one, mut two) = (_mm512_load_ps(sums), _mm512_load_ps(sums.add(TILE)));
        if let Some((plus, stride)) = block.plus {
            let plus = plus.add(row * stride);
            one = _mm512_add_ps(one, widened(plus));
            two = _mm512_add_ps(two, widened(plus.add(TILE)));
        }
        let narrow: __m512i = std::mem::transmute(_mm512_cvtne2ps_pbh(two, one));
        _mm512_storeu_si512(block.out.add(row * block.out_row).cast(), narrow);
    }
}

/// A vector of f32 out of bf16, which are their upper halves.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
unsafe fn widened(values: *const bf16) -> __m512 {
    // SAFETY: there are as many values.
    let values = unsafe { _mm256_loadu_si256(values.cast()) };
    _mm512_castsi512_ps(_mm512_slli_epi32::<16>(_mm512_cvtepu16_epi32(values)))
}

/// The sums that a block begins with, in tiles 0 to 3. In the address of a tile, the index register is the stride of
/// its rows.
#[inline(always)]
unsafe fn begin(block: &Block) {
    // SAFETY: the tiles are configured in full size; `c` can be read for four of them if they are.
    unsafe {
        match block.accumulate {
            false => asm!(
                "tilezero tmm0",
                "tilezero tmm1",
                "tilezero tmm2",
                "tilezero tmm3",
                out("tmm0") _, out("tmm1") _, out("tmm2") _, out("tmm3") _,
                options(nostack, nomem),
            ),
            true => asm!(
                "tileloadd tmm0, [{c0} + {row}]",
                "tileloadd tmm1, [{c0} + {row} + 64]",
                "tileloadd tmm2, [{c1} + {row}]",
                "tileloadd tmm3, [{c1} + {row} + 64]",
                c0 = in(reg) block.c,
                c1 = in(reg) block.c.add(TILE * block.c_row),
                row = in(reg) block.c_row * size_of::<f32>(),
                out("tmm0") _, out("tmm1") _, out("tmm2") _, out("tmm3") _,
                options(nostack, readonly),
            ),
        }
    }
}

/// Tiles 0 to 3 go to rows of memory.
#[inline(always)]
unsafe fn store(c: *mut f32, row: usize) {
    // SAFETY: the tiles are configured in full size; `c` may be written for four of them.
    unsafe {
        asm!(
            "tilestored [{c0} + {row}], tmm0",
            "tilestored [{c0} + {row} + 64], tmm1",
            "tilestored [{c1} + {row}], tmm2",
            "tilestored [{c1} + {row} + 64], tmm3",
            c0 = in(reg) c,
            c1 = in(reg) c.add(TILE * row),
            row = in(reg) row * size_of::<f32>(),
            options(nostack),
        );
    }
}

/// Where the operands of the next step are.
struct Step<'a> {
    a: *const u8,
    b: *const u8,
    block: &'a Block,
}

impl<'a> Step<'a> {
    #[inline(always)]
    fn first(block: &'a Block) -> Step<'a> {
        Step {
            a: block.a,
            b: block.b,
            block,
        }
    }

    /// Adds the products of two by two tiles to the sums. Tiles of the right operand are not kept in the first-level cache,
    /// where the left ones are until the next panel of the right.
    ///
    /// # Safety
    /// Both operands hold another step.
    #[inline(always)]
    unsafe fn multiply(&mut self) {
        // SAFETY: the tiles are configured in full size, and both operands hold two of them. The assembly touches no
        // other memory, no stack, and of the registers only those named here.
        unsafe {
            asm!(
                "tileloadd tmm4, [{a0} + {a_row}]",
                "tileloaddt1 tmm6, [{b} + {b_row}]",
                "tdpbf16ps tmm0, tmm4, tmm6",
                "tileloaddt1 tmm7, [{b} + {b_row} + 1024]",
                "tdpbf16ps tmm1, tmm4, tmm7",
                "tileloadd tmm5, [{a1} + {a_row}]",
                "tdpbf16ps tmm2, tmm5, tmm6",
                "tdpbf16ps tmm3, tmm5, tmm7",
                a0 = in(reg) self.a,
                a1 = in(reg) self.a.wrapping_add(TILE * self.block.a_row),
                a_row = in(reg) self.block.a_row,
                b = in(reg) self.b,
                b_row = in(reg) ROW_BYTES,
                out("tmm0") _, out("tmm1") _, out("tmm2") _, out("tmm3") _,
                out("tmm4") _, out("tmm5") _, out("tmm6") _, out("tmm7") _,
                options(nostack, readonly),
            );
        }
        self.a = self.a.wrapping_add(self.block.a_step);
        self.b = self.b.wrapping_add(4 * TILE * TILE * size_of::<bf16>());
    }
}

/// One by two tiles, for 16 rows or fewer.
unsafe fn upper(block: &Block) {
    // SAFETY: as for `Step::multiply`, with one tile of rows, of which `c` has room for two.
    unsafe {
        asm!(
            "test {accumulate:e}, {accumulate:e}",
            "jz 2f",
            "tileloadd tmm0, [{c} + {c_row}]",
            "tileloadd tmm1, [{c} + {c_row} + 64]",
            "jmp 3f",
            "2:",
            "tilezero tmm0",
            "tilezero tmm1",
            "3:",
            "tileloadd tmm4, [{a} + {a_row}]",
            "tileloaddt1 tmm6, [{b} + {b_row}]",
            "tdpbf16ps tmm0, tmm4, tmm6",
            "tileloaddt1 tmm7, [{b} + {b_row} + 1024]",
            "tdpbf16ps tmm1, tmm4, tmm7",
            "add {a}, {a_step}",
            "add {b}, 2048",
            "dec {steps}",
            "jnz 3b",
            "tilestored [{c} + {c_row}], tmm0",
            "tilestored [{c} + {c_row} + 64], tmm1",
            accumulate = in(reg) u32::from(block.accumulate),
            c = in(reg) block.c,
            c_row = in(reg) block.c_row * size_of::<f32>(),
            a = inout(reg) block.a => _,
            a_row = in(reg) block.a_row,
            a_step = in(reg) block.a_step,
            b = inout(reg) block.b => _,
            b_row = in(reg) ROW_BYTES,
            steps = inout(reg) block.steps => _,
            out("tmm0") _, out("tmm1") _, out("tmm4") _, out("tmm6") _, out("tmm7") _,
            options(nostack),
        );
    }
}
