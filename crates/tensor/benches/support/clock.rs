//! The processor time of this process.

use std::time::Duration;

/// What all threads of this process have used together.
pub(crate) fn processor_time() -> Duration {
    let mut time = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: the call writes one `timespec`, which is ours.
    let status = unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut time) };
    assert_eq!(status, 0, "the system has a clock of processor time");
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}
