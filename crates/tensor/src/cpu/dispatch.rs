//! Compiling one piece of plain Rust for each kind of vector unit.

/// Defines a function whose body is compiled once for each width of vectors, so that the compiler
/// vectorises its loops for the tier in use. What the body calls must be `#[inline(always)]`, or
/// it stays compiled for the oldest machine.
///
/// Floating-point operations are those that the body writes: nothing is contracted or reordered,
/// so every tier gives the same bits.
macro_rules! vectorised {
    ($(#[$meta:meta])* $vis:vis fn $name:ident($($arg:ident: $kind:ty),* $(,)?) $body:block) => {
        $(#[$meta])*
        $vis fn $name($($arg: $kind),*) {
            #[inline(always)]
            #[allow(clippy::too_many_arguments)]
            fn body($($arg: $kind),*) $body

            #[cfg(target_arch = "x86_64")]
            {
                #[target_feature(enable = "avx2,fma")]
                #[allow(clippy::too_many_arguments)]
                fn avx2($($arg: $kind),*) {
                    body($($arg),*)
                }
                #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
                #[allow(clippy::too_many_arguments)]
                fn avx512($($arg: $kind),*) {
                    body($($arg),*)
                }
                match $crate::cpu::tier() {
                    $crate::cpu::Tier::Portable => {}
                    // SAFETY: a tier is in use only where the machine has its instructions.
                    $crate::cpu::Tier::Avx2 => return unsafe { avx2($($arg),*) },
                    // SAFETY: as above; the tiers beyond AVX-512 contain it.
                    _ => return unsafe { avx512($($arg),*) },
                }
            }
            #[allow(unreachable_code)]
            body($($arg),*)
        }
    };
}

pub(crate) use vectorised;
