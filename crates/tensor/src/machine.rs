//! What this machine can do at best: the limits beside which the times of operations are set.

use std::hint::black_box;
use std::sync::Barrier;
use std::time::{Duration, Instant};

use crate::aligned::Aligned;
use crate::buffer::Precision;
use crate::cpu::{self, block_of_products};
use crate::profile::Entry;
use crate::rows::vectorised;

/// Bytes that each thread reads over and over: from its first-level and its second-level cache.
const READ_BY_EACH: [usize; 2] = [16 << 10, 256 << 10];
/// Bytes that all threads together read: from the cache that they share, and from memory.
const READ_BY_ALL: [usize; 2] = [8 << 20, 256 << 20];
/// A measurement is the best of so many of this length: others use the machine as well.
const TRIES: usize = 5;
const TRY: Duration = Duration::from_millis(30);

/// Measured limits, all threads together.
#[derive(Clone, Debug, PartialEq)]
pub struct Machine {
    pub threads: usize,
    /// Floating-point operations a second of the tier's kernel, its operands in the first-level cache,
    /// for f32 operands.
    pub flops_f32: f64,
    /// The same for bf16 operands, which tiers without units for them multiply as f32.
    pub flops_bf16: f64,
    /// Bytes read a second, by the number of bytes that all threads together read over and over.
    pub reads: Vec<(usize, f64)>,
}

impl Machine {
    /// Measures for about a second, in 256 MiB.
    pub fn measure() -> Machine {
        let threads = cpu::threads();
        let flops = |precision: Precision| {
            let (run, flops) = block_of_products(precision.compute());
            fastest(threads, flops, || (), |()| run())
        };
        let of_each = READ_BY_EACH
            .into_iter()
            .chain(READ_BY_ALL.map(|bytes| bytes / threads));
        let reads = of_each.map(|bytes| {
            // Written to, or the system might lend all of it the same page of zeros.
            let values = || {
                let mut values = Aligned::<f32>::zeros(bytes / size_of::<f32>());
                values.fill(1.0);
                values
            };
            let rate = fastest(threads, bytes as f64, values, |values| {
                black_box(sum(values));
            });
            (threads * bytes, rate)
        });
        Machine {
            threads,
            flops_f32: flops(Precision::F32),
            flops_bf16: flops(Precision::Bf16),
            reads: reads.collect(),
        }
    }

    /// The least time for what an operation did: that of its products or that of reading its bytes,
    /// whichever is longer, from the smallest cache that holds the bytes of a call. Exponentials and the
    /// like are not in it, so a softmax cannot come near.
    pub fn least_seconds(&self, entry: &Entry) -> f64 {
        let flops = match entry.precision {
            Precision::F32 => self.flops_f32,
            Precision::Bf16 => self.flops_bf16,
        };
        let of_a_call = entry.work.bytes / entry.calls.max(1) as f64;
        let fits = |(bytes, _): &&(usize, f64)| *bytes as f64 >= of_a_call;
        let level = self.reads.iter().find(fits).or(self.reads.last());
        let of_bytes = level.map_or(0.0, |(_, rate)| entry.work.bytes / rate);
        of_bytes.max(entry.work.flops / flops)
    }
}

/// The best rate of all threads together at which `body` does `work` a call, each thread with its
/// own state.
fn fastest<S>(
    threads: usize,
    work: f64,
    state: impl Fn() -> S + Sync,
    body: impl Fn(&mut S) + Sync,
) -> f64 {
    let ready = Barrier::new(threads);
    let rate = || {
        let mut state = state();
        // What is shared is to be shared by all: nobody runs while another still prepares.
        ready.wait();
        let (mut calls, started) = (0u32, Instant::now());
        while started.elapsed() < TRY {
            body(&mut state);
            calls += 1;
        }
        f64::from(calls) * work / started.elapsed().as_secs_f64()
    };
    let together = || {
        std::thread::scope(|scope| {
            let runs: Vec<_> = (0..threads).map(|_| scope.spawn(rate)).collect();
            let rates = runs
                .into_iter()
                .map(|run| run.join().expect("no panic while measuring"));
            rates.sum::<f64>()
        })
    };
    (0..TRIES).map(|_| together()).fold(0.0, f64::max)
}

/// A sum that is as fast as its reading.
fn sum(values: &[f32]) -> f32 {
    const LANES: usize = 128;
    vectorised(
        #[inline(always)]
        || {
            let mut sums = [0.0f32; LANES];
            for chunk in values.chunks_exact(LANES) {
                for (sum, value) in sums.iter_mut().zip(chunk) {
                    *sum += value;
                }
            }
            sums.iter().sum()
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Work;

    #[test]
    fn the_limit_of_an_operation_is_that_of_what_takes_longer() {
        let machine = Machine {
            threads: 1,
            flops_f32: 100.0,
            flops_bf16: 200.0,
            reads: vec![(10, 50.0), (1000, 5.0)],
        };
        let least = |calls, flops, bytes, precision| {
            let work = Work { flops, bytes };
            machine.least_seconds(&Entry {
                calls,
                seconds: 0.0,
                work,
                precision,
            })
        };
        // Ten calls of ten bytes: from the cache; one of a hundred, or of too many: from memory.
        assert_eq!(least(10, 0.0, 100.0, Precision::F32), 2.0);
        assert_eq!(least(1, 0.0, 100.0, Precision::F32), 20.0);
        assert_eq!(least(1, 0.0, 5000.0, Precision::F32), 1000.0);
        assert_eq!(least(10, 1000.0, 100.0, Precision::F32), 10.0);
        assert_eq!(least(10, 1000.0, 100.0, Precision::Bf16), 5.0);
    }

    #[test]
    fn every_limit_is_measured() {
        let machine = Machine::measure();
        assert!(machine.flops_f32 > 0.0 && machine.flops_bf16 > 0.0);
        assert_eq!(machine.reads.len(), 4);
        assert!(
            machine
                .reads
                .iter()
                .all(|(_, rate)| *rate > 0.0 && rate.is_finite())
        );
    }
}
