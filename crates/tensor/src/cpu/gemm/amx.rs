//! The micro-kernel for the matrix unit: 32 rows × 32 columns are four tiles of sums, and each
//! step of 32 elements of `K` loads two tiles of either operand and multiplies them four times.
//!
//! A tile has 16 rows of 64 bytes. `tdpbf16ps c, a, b` adds to `c` (16 × 16 f32) the product of `a`
//! (16 rows × 32 bf16) and `b` (16 rows, each holding the pairs `(2r, 2r + 1)` of `K` for 16
//! columns); see the Intel SDM, volume 2. `K` is long between two stores, since a store costs more
//! than a product.

use std::arch::asm;
use std::ptr;

use super::kernel::{Block, Element, Kernel};

const TILE: usize = 16;
const ROW_BYTES: usize = 64;

pub(crate) static KERNEL: Kernel = Kernel {
    element: Element::Bf16,
    rows: 2 * TILE,
    cols: 2 * TILE,
    depth: 32,
    group: TILE,
    depth_max: 1024,
    enter,
    leave,
    run,
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

/// Two by two tiles. In the address of a tile, the index register is the stride of its rows.
unsafe fn both(block: &Block) {
    // SAFETY: the tiles are configured in full size; both operands hold `steps` ≥ 1 steps of two
    // tiles, and `c` has room for four. The assembly touches no other memory, no stack, and of the
    // registers only those named here.
    unsafe {
        asm!(
            "test {accumulate:e}, {accumulate:e}",
            "jz 2f",
            "tileloadd tmm0, [{c0} + {c_row}]",
            "tileloadd tmm1, [{c0} + {c_row} + 64]",
            "tileloadd tmm2, [{c1} + {c_row}]",
            "tileloadd tmm3, [{c1} + {c_row} + 64]",
            "jmp 3f",
            "2:",
            "tilezero tmm0",
            "tilezero tmm1",
            "tilezero tmm2",
            "tilezero tmm3",
            "3:",
            "tileloadd tmm4, [{a0} + {a_row}]",
            "tileloadd tmm6, [{b} + {b_row}]",
            "tdpbf16ps tmm0, tmm4, tmm6",
            "tileloadd tmm7, [{b} + {b_row} + 1024]",
            "tdpbf16ps tmm1, tmm4, tmm7",
            "tileloadd tmm5, [{a1} + {a_row}]",
            "tdpbf16ps tmm2, tmm5, tmm6",
            "tdpbf16ps tmm3, tmm5, tmm7",
            "add {a0}, {a_step}",
            "add {a1}, {a_step}",
            "add {b}, 2048",
            "dec {steps}",
            "jnz 3b",
            "tilestored [{c0} + {c_row}], tmm0",
            "tilestored [{c0} + {c_row} + 64], tmm1",
            "tilestored [{c1} + {c_row}], tmm2",
            "tilestored [{c1} + {c_row} + 64], tmm3",
            accumulate = in(reg) u32::from(block.accumulate),
            c0 = in(reg) block.c,
            c1 = in(reg) block.c.add(TILE * block.c_row),
            c_row = in(reg) block.c_row * size_of::<f32>(),
            a0 = inout(reg) block.a => _,
            a1 = inout(reg) block.a.add(TILE * block.a_row) => _,
            a_row = in(reg) block.a_row,
            a_step = in(reg) block.a_step,
            b = inout(reg) block.b => _,
            b_row = in(reg) ROW_BYTES,
            steps = inout(reg) block.steps => _,
            out("tmm0") _, out("tmm1") _, out("tmm2") _, out("tmm3") _,
            out("tmm4") _, out("tmm5") _, out("tmm6") _, out("tmm7") _,
            options(nostack),
        );
    }
}

/// One by two tiles, for 16 rows or fewer.
unsafe fn upper(block: &Block) {
    // SAFETY: as for `both`, with one tile of rows.
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
            "tileloadd tmm6, [{b} + {b_row}]",
            "tdpbf16ps tmm0, tmm4, tmm6",
            "tileloadd tmm7, [{b} + {b_row} + 1024]",
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
