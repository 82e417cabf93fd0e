//! Kernels that this machine may lack, emulated element by element from the layouts that their
//! instructions read: tests run them through everything that packs operands.

use half::bf16;

use super::kernel::{Block, Element, Kernel};
use super::{amx, avx2, avx512};

macro_rules! emulated {
    ($kernel:path) => {{
        static EMULATED: Kernel = Kernel {
            // SAFETY: whoever runs a kernel promises the block that it needs.
            run: |block| unsafe { emulate(&$kernel, block) },
            run_rounding: None,
            enter: || {},
            leave: || {},
            ..$kernel
        };
        &EMULATED
    }};
}

/// One kernel for each layout.
pub(crate) fn kernels() -> [(&'static str, &'static Kernel); 4] {
    [
        ("avx2", emulated!(avx2::KERNEL)),
        ("avx512", emulated!(avx512::KERNEL)),
        ("avx512bf16", emulated!(avx512::KERNEL_BF16)),
        ("amx", emulated!(amx::KERNEL)),
    ]
}

/// What a kernel of this layout computes.
unsafe fn emulate(kernel: &Kernel, block: &Block) {
    let value = |first: *const u8, at: usize| -> f32 {
        // SAFETY: the elements of the block's operands, as a kernel would read them.
        unsafe {
            match kernel.element {
                Element::F32 => first.cast::<f32>().add(at).read_unaligned(),
                Element::Bf16 => first.cast::<bf16>().add(at).read_unaligned().to_f32(),
            }
        }
    };
    let (depth, pair, group) = (kernel.depth, kernel.pair(), kernel.group);
    for i in 0..block.rows {
        for j in 0..kernel.cols {
            let mut sum = 0.0;
            for k in 0..block.steps * depth {
                let row = i * block.a_row + k / depth * block.a_step;
                let left = value(block.a.wrapping_add(row), k % depth);
                let right = k / depth * depth * kernel.cols
                    + j / group * depth * group
                    + k % depth / pair * group * pair
                    + j % group * pair
                    + k % pair;
                sum += left * value(block.b, right);
            }
            // SAFETY: the block's own element.
            unsafe {
                let c = block.c.add(i * block.c_row + j);
                *c = if block.accumulate { *c + sum } else { sum };
            }
        }
    }
}
