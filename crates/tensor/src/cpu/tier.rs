//! Which vector units this machine has, and which of them to use.

use std::cell::Cell;
use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

/// A set of kernels, from the least to the most that a machine can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Plain Rust that the compiler vectorises; every machine has it.
    Portable,
    /// 256-bit vectors with fused multiply-add.
    Avx2,
    /// 512-bit vectors (AVX-512 F, BW, DQ, VL).
    Avx512,
    /// 512-bit vectors and products of bf16 pairs (`vdpbf16ps`).
    Avx512Bf16,
    /// The matrix unit: products of bf16 tiles (`tdpbf16ps`).
    AmxBf16,
}

/// Why the tier that `GENSEN_TIER` asks for can not be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TierError {
    #[error("GENSEN_TIER={word}: no such tier; use one of portable, avx2, avx512, avx512bf16, amx")]
    Unknown { word: String },
    #[error(
        "GENSEN_TIER={wanted}: this machine does not have that tier; its fastest is {best}, which is \
         used when the variable is not set"
    )]
    Unsupported { wanted: Tier, best: Tier },
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Tier::Portable => "portable",
            Tier::Avx2 => "avx2",
            Tier::Avx512 => "avx512",
            Tier::Avx512Bf16 => "avx512bf16",
            Tier::AmxBf16 => "amx",
        })
    }
}

impl FromStr for Tier {
    type Err = TierError;

    fn from_str(word: &str) -> Result<Tier, TierError> {
        let named = Tier::ALL.into_iter().find(|tier| tier.to_string() == word);
        named.ok_or_else(|| TierError::Unknown {
            word: word.to_owned(),
        })
    }
}

impl Tier {
    pub const ALL: [Tier; 5] = [
        Tier::Portable,
        Tier::Avx2,
        Tier::Avx512,
        Tier::Avx512Bf16,
        Tier::AmxBf16,
    ];

    /// The tier to use: the one that the environment variable `GENSEN_TIER` names, else [`Tier::best`].
    ///
    /// # Errors
    /// If the variable holds an unknown word or a tier that this machine lacks.
    pub fn detect() -> Result<Tier, TierError> {
        match std::env::var("GENSEN_TIER") {
            Ok(word) => Tier::choose(&word),
            Err(std::env::VarError::NotPresent) => Ok(Tier::best()),
            Err(std::env::VarError::NotUnicode(word)) => Err(TierError::Unknown {
                word: word.to_string_lossy().into_owned(),
            }),
        }
    }

    fn choose(word: &str) -> Result<Tier, TierError> {
        word.parse::<Tier>()?.supported()
    }

    /// The fastest tier that this machine has: not always the last, for where `vdpbf16ps` is slow, the
    /// same products take half the time in f32.
    pub fn best() -> Tier {
        static BEST: OnceLock<Tier> = OnceLock::new();
        *BEST.get_or_init(|| {
            let usable = |tier: &Tier| tier.is_available() && tier.is_worth_it();
            let best = Tier::ALL.into_iter().rev().find(usable);
            best.unwrap_or(Tier::Portable)
        })
    }

    /// Whether this machine can run the tier.
    pub fn is_available(self) -> bool {
        match self {
            Tier::Portable => true,
            #[cfg(target_arch = "x86_64")]
            _ => x86::has(self),
            #[cfg(not(target_arch = "x86_64"))]
            _ => false,
        }
    }

    /// Whether this machine, which has the tier, is faster with it than with the one before.
    fn is_worth_it(self) -> bool {
        match self {
            #[cfg(target_arch = "x86_64")]
            Tier::Avx512Bf16 => x86::multiplies_bf16_pairs_fast(),
            _ => true,
        }
    }

    /// Whether products of bf16 operands have units of their own; elsewhere bf16 saves memory but
    /// no time, since operands are widened to f32.
    pub fn has_bf16_units(self) -> bool {
        self >= Tier::Avx512Bf16
    }

    fn supported(self) -> Result<Tier, TierError> {
        if self.is_available() {
            Ok(self)
        } else {
            Err(TierError::Unsupported {
                wanted: self,
                best: Tier::best(),
            })
        }
    }
}

thread_local! {
    static FORCED: Cell<Option<Tier>> = const { Cell::new(None) };
}

/// The tier in use, looked up once.
///
/// # Panics
/// If `GENSEN_TIER` can not be obeyed. A program calls [`Tier::detect`] when it starts, to tell
/// its user so.
pub fn tier() -> Tier {
    static TIER: OnceLock<Tier> = OnceLock::new();
    FORCED.get().unwrap_or_else(|| {
        *TIER.get_or_init(|| Tier::detect().unwrap_or_else(|error| panic!("{error}")))
    })
}

/// Runs `body` with another tier in use, on this thread and in the parallel work it starts: for
/// tests and benchmarks that compare tiers.
///
/// # Errors
/// If this machine lacks the tier.
pub fn with_tier<R>(tier: Tier, body: impl FnOnce() -> R) -> Result<R, TierError> {
    struct Restore(Option<Tier>);
    impl Drop for Restore {
        fn drop(&mut self) {
            FORCED.set(self.0);
        }
    }
    let _restore = Restore(FORCED.replace(Some(tier.supported()?)));
    Ok(body())
}

/// Gives a pool thread the tier of the thread whose work it does.
pub(super) fn force(tier: Option<Tier>) {
    FORCED.set(tier);
}

/// What [`with_tier`] has set on this thread.
pub(super) fn forced() -> Option<Tier> {
    FORCED.get()
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use super::Tier;
    use std::arch::asm;
    use std::arch::x86_64::{__cpuid, __cpuid_count, _xgetbv};

    pub(super) fn has(tier: Tier) -> bool {
        let avx2 = is_x86_feature_detected!("avx2")
            && is_x86_feature_detected!("fma")
            && is_x86_feature_detected!("bmi2");
        let avx512 = avx2
            && is_x86_feature_detected!("avx512f")
            && is_x86_feature_detected!("avx512bw")
            && is_x86_feature_detected!("avx512dq")
            && is_x86_feature_detected!("avx512vl");
        let avx512bf16 = avx512 && is_x86_feature_detected!("avx512bf16");
        match tier {
            Tier::Portable => true,
            Tier::Avx2 => avx2,
            Tier::Avx512 => avx512,
            Tier::Avx512Bf16 => avx512bf16,
            Tier::AmxBf16 => avx512bf16 && has_amx_bf16(),
        }
    }

    /// Whether `vdpbf16ps` outruns fused multiply-add in f32, which does half as much an instruction. AMD's does
    /// (Zen 4 and 5: twice as many products a second); Intel's, seen where tiles are hidden from
    /// a virtual machine, begins one every other cycle and does half as many.
    /// The processor is asked, not the clock, so that one machine always chooses alike.
    pub(super) fn multiplies_bf16_pairs_fast() -> bool {
        let name = __cpuid(0);
        [name.ebx, name.edx, name.ecx]
            .map(u32::to_le_bytes)
            .as_flattened()
            == b"AuthenticAMD"
    }

    /// The processor has the tiles, the system saves them at a thread switch, and this process is
    /// allowed to use them (Intel SDM volume 1, chapter 18; Linux `Documentation/arch/x86/xstate.rst`).
    fn has_amx_bf16() -> bool {
        const AMX_BF16: u32 = 1 << 22;
        const AMX_TILE: u32 = 1 << 24;
        const TILE_STATE: u64 = (1 << 17) | (1 << 18);
        if __cpuid(0).eax < 7 || !is_x86_feature_detected!("xsave") {
            return false;
        }
        let features = __cpuid_count(7, 0).edx;
        if features & AMX_BF16 == 0 || features & AMX_TILE == 0 {
            return false;
        }
        let os_uses_xsave = __cpuid(1).ecx & (1 << 27) != 0;
        // SAFETY: `xgetbv` exists where the operating system has enabled XSAVE, tested just before.
        os_uses_xsave && unsafe { enabled_states() } & TILE_STATE == TILE_STATE && permitted()
    }

    /// XCR0: the register states that the operating system saves.
    #[target_feature(enable = "xsave")]
    unsafe fn enabled_states() -> u64 {
        // SAFETY: the caller has checked that the system has enabled XSAVE.
        unsafe { _xgetbv(0) }
    }

    /// Asks Linux for the permission to use tile data, which holds for the whole process.
    #[cfg(target_os = "linux")]
    fn permitted() -> bool {
        const SYS_ARCH_PRCTL: i64 = 158;
        const ARCH_REQ_XCOMP_PERM: u64 = 0x1023;
        const XFEATURE_XTILEDATA: u64 = 18;
        let status: i64;
        // SAFETY: the system call reads two integers, touches no memory of ours, and clobbers rcx
        // and r11 as every system call does.
        unsafe {
            asm!(
                "syscall",
                inlateout("rax") SYS_ARCH_PRCTL => status,
                in("rdi") ARCH_REQ_XCOMP_PERM,
                in("rsi") XFEATURE_XTILEDATA,
                lateout("rcx") _,
                lateout("r11") _,
                options(nostack),
            );
        }
        status == 0
    }

    #[cfg(not(target_os = "linux"))]
    fn permitted() -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tier_is_found_by_its_name() {
        for tier in Tier::ALL {
            assert_eq!(tier.to_string().parse(), Ok(tier));
        }
    }

    #[test]
    fn an_unknown_tier_is_refused_with_the_known_ones() {
        let error = Tier::choose("sse9").unwrap_err();
        let known: Vec<String> = Tier::ALL.iter().map(Tier::to_string).collect();
        assert!(error.to_string().ends_with(&known.join(", ")), "{error}");
        assert_eq!(
            error.to_string(),
            "GENSEN_TIER=sse9: no such tier; use one of portable, avx2, avx512, avx512bf16, amx"
        );
    }

    #[test]
    fn a_missing_tier_is_refused_with_the_best_there_is() {
        for tier in Tier::ALL {
            match (Tier::choose(&tier.to_string()), tier.is_available()) {
                (Ok(chosen), true) => assert_eq!(chosen, tier),
                (Err(TierError::Unsupported { wanted, best }), false) => {
                    assert_eq!((wanted, best), (tier, Tier::best()));
                }
                (other, available) => panic!("{tier}, available: {available}: {other:?}"),
            }
        }
    }

    #[test]
    fn the_best_tier_is_there_and_no_later_one_is_faster() {
        let best = Tier::best();
        assert!(best.is_available() && best.is_worth_it());
        let later = Tier::ALL.into_iter().filter(|tier| *tier > best);
        for tier in later {
            assert!(!tier.is_available() || !tier.is_worth_it(), "{tier}");
        }
    }

    #[test]
    fn a_forced_tier_reaches_the_threads_of_the_pool() {
        let seen = with_tier(Tier::Portable, || {
            crate::cpu::with_threads(3, || {
                let wrong = std::sync::atomic::AtomicUsize::new(0);
                crate::cpu::parallel(64, |_| {
                    std::thread::yield_now();
                    let other = tier() != Tier::Portable;
                    wrong.fetch_add(other as usize, std::sync::atomic::Ordering::Relaxed);
                });
                wrong.into_inner()
            })
        });
        assert_eq!(seen, Ok(0));
        assert_eq!(tier(), Tier::detect().unwrap());
    }
}
