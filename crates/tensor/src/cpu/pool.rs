//! A small fixed pool of threads for work that is cut into numbered tasks.
//!
//! A parallel call is a job on the caller's stack. Each pool thread has a mailbox; the caller puts
//! a pointer to the job into as many as it wants helpers, works on the tasks itself, takes the
//! pointer back from mailboxes that nobody has emptied yet, and waits for the helpers that did.
//! So a helper that the system has not scheduled delays nobody.
//!
//! Each thread begins with tasks of its own, the same part of them in every job, and then takes what
//! others have not begun. So the rows that a thread has just written are those that it reads in the next
//! operation, from its own cache.

use std::any::Any;
use std::cell::Cell;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::ptr;
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, TryLockError};
use std::thread::{self, Thread};

use super::tier::{self, Tier};

/// How often a thread looks for work (or for the end of it) before it goes to sleep: some tens to
/// hundreds of microseconds, as the processor's pauses are long; longer than the serial code between
/// two parallel calls of a training step.
const SPINS: usize = 4000;

/// No machine has more threads than this; it bounds what `GENSEN_THREADS` can ask for.
const THREADS_MAX: usize = 1024;

struct Job<'a> {
    body: &'a (dyn Fn(usize) + Sync),
    tasks: usize,
    /// For each thread, how many of its own tasks have been begun, by whomever.
    begun: Vec<AtomicUsize>,
    /// Helpers that may still touch this job.
    helpers: AtomicUsize,
    panic: Mutex<Option<Box<dyn Any + Send>>>,
    tier: Option<Tier>,
    owner: Thread,
}

impl Job<'_> {
    /// Runs tasks until none is left, those of thread number `own` first. A panic is kept for the
    /// caller, and ends the job early.
    fn work(&self, own: usize) {
        let threads = self.begun.len();
        let result = catch_unwind(AssertUnwindSafe(|| {
            for thread in (own..threads).chain(0..own) {
                let tasks = self.tasks_of(thread);
                // Counters of others are looked at first: counting writes to a line that all read.
                while self.begun[thread].load(Ordering::Relaxed) < tasks.len() {
                    let task = tasks.start + self.begun[thread].fetch_add(1, Ordering::Relaxed);
                    if task >= tasks.end {
                        break;
                    }
                    (self.body)(task);
                }
            }
        }));
        if let Err(panic) = result {
            for begun in &self.begun {
                begun.store(self.tasks, Ordering::Relaxed);
            }
            let mut first = lock(&self.panic);
            match &*first {
                None => *first = Some(panic),
                // What a payload's own `drop` may do must not happen here.
                Some(_) => std::mem::forget(panic),
            }
        }
    }

    /// The tasks that thread number `thread` begins with.
    fn tasks_of(&self, thread: usize) -> Range<usize> {
        let bound = |thread: usize| self.tasks * thread / self.begun.len();
        bound(thread)..bound(thread + 1)
    }
}

struct Worker {
    mailbox: Arc<AtomicPtr<Job<'static>>>,
    thread: Thread,
}

/// The pool's threads. Who holds the lock has the pool to itself.
fn pool() -> &'static Mutex<Vec<Worker>> {
    static POOL: Mutex<Vec<Worker>> = Mutex::new(Vec::new());
    &POOL
}

thread_local! {
    static IN_TASK: Cell<bool> = const { Cell::new(false) };
    static THREADS: Cell<Option<usize>> = const { Cell::new(None) };
}

/// Why `GENSEN_THREADS` can not be obeyed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "GENSEN_THREADS={word}: not a number of threads from 1 to {THREADS_MAX}; unset it to use all cores"
)]
pub struct ThreadsError {
    word: String,
}

/// How many threads parallel work is to use, the caller's included: what the environment variable
/// `GENSEN_THREADS` says, else the cores that this process may use.
///
/// # Errors
/// If the variable is not a number of threads.
pub fn detect_threads() -> Result<usize, ThreadsError> {
    match std::env::var_os("GENSEN_THREADS") {
        Some(word) => threads_of(&word.to_string_lossy()),
        None => Ok(thread::available_parallelism()
            .map_or(1, usize::from)
            .min(THREADS_MAX)),
    }
}

fn threads_of(word: &str) -> Result<usize, ThreadsError> {
    let count = word.trim().parse().ok();
    count
        .filter(|count| (1..=THREADS_MAX).contains(count))
        .ok_or_else(|| ThreadsError {
            word: word.to_owned(),
        })
}

/// [`detect_threads`], looked up once.
///
/// # Panics
/// If `GENSEN_THREADS` can not be obeyed. A program calls [`detect_threads`] when it starts, to
/// tell its user so.
pub fn threads() -> usize {
    static COUNT: OnceLock<usize> = OnceLock::new();
    THREADS.get().unwrap_or_else(|| {
        *COUNT.get_or_init(|| detect_threads().unwrap_or_else(|error| panic!("{error}")))
    })
}

/// Runs `body` with another number of threads for the parallel calls it makes on this thread: for
/// tests and benchmarks, since results do not depend on it.
pub fn with_threads<R>(count: usize, body: impl FnOnce() -> R) -> R {
    struct Restore(Option<usize>);
    impl Drop for Restore {
        fn drop(&mut self) {
            THREADS.set(self.0);
        }
    }
    let _restore = Restore(THREADS.replace(Some(count.clamp(1, THREADS_MAX))));
    body()
}

/// Calls `body(0)`, …, `body(tasks - 1)`, each once, on several threads and in no fixed order; to
/// be deterministic, let each task write its own part of the output. Returns when all are done.
///
/// Within a task, and while another thread has the pool, the calls run one after the other here.
/// A panic in a task is raised again in the caller, after the running tasks have ended.
pub fn parallel(tasks: usize, body: impl Fn(usize) + Sync) {
    let helpers = threads().min(tasks).saturating_sub(1);
    if helpers == 0 || IN_TASK.get() {
        return (0..tasks).for_each(body);
    }
    let workers = match pool().try_lock() {
        Ok(workers) => workers,
        Err(TryLockError::Poisoned(workers)) => workers.into_inner(),
        Err(TryLockError::WouldBlock) => return (0..tasks).for_each(body),
    };
    run(workers, helpers, tasks, &body);
}

/// Calls `body` with each of `items`, handed out in their order, on several threads as [`parallel`] does.
pub fn parallel_each<T: Send>(items: Vec<T>, body: impl Fn(T) + Sync) {
    let items: Vec<Mutex<Option<T>>> = items
        .into_iter()
        .map(|item| Mutex::new(Some(item)))
        .collect();
    let next = AtomicUsize::new(0);
    parallel(items.len(), |_| {
        let item = next.fetch_add(1, Ordering::Relaxed);
        if let Some(item) = lock(&items[item]).take() {
            body(item);
        }
    });
}

/// The number of threads that [`parallel`] would use here and now.
pub(super) fn threads_here() -> usize {
    if IN_TASK.get() { 1 } else { threads() }
}

fn run(
    mut workers: MutexGuard<'_, Vec<Worker>>,
    helpers: usize,
    tasks: usize,
    body: &(dyn Fn(usize) + Sync),
) {
    while workers.len() < helpers {
        match spawn(workers.len()) {
            Some(worker) => workers.push(worker),
            None => break, // The system gives no more threads: fewer do the same work.
        }
    }
    let helpers = helpers.min(workers.len());
    let job = Job {
        body,
        tasks,
        begun: (0..=helpers).map(|_| AtomicUsize::new(0)).collect(),
        helpers: AtomicUsize::new(helpers),
        panic: Mutex::new(None),
        tier: tier::forced(),
        owner: thread::current(),
    };
    let pointer = ptr::from_ref(&job).cast::<Job<'static>>().cast_mut();
    for worker in &workers[..helpers] {
        worker.mailbox.store(pointer, Ordering::Release);
        worker.thread.unpark();
    }

    IN_TASK.set(true);
    job.work(0);
    IN_TASK.set(false);

    for worker in &workers[..helpers] {
        let taken_back = worker.mailbox.compare_exchange(
            pointer,
            ptr::null_mut(),
            Ordering::Relaxed,
            Ordering::Relaxed,
        );
        if taken_back.is_ok() {
            job.helpers.fetch_sub(1, Ordering::Relaxed);
        }
    }
    // The job lives on this stack: nothing may leave this function before the helpers are done.
    wait_until(|| job.helpers.load(Ordering::Acquire) == 0);
    drop(workers);
    let panic = lock(&job.panic).take();
    if let Some(panic) = panic {
        resume_unwind(panic);
    }
}

fn spawn(index: usize) -> Option<Worker> {
    let mailbox = Arc::new(AtomicPtr::new(ptr::null_mut()));
    let own = Arc::clone(&mailbox);
    let builder = thread::Builder::new().name(format!("tensor-{}", index + 1));
    let handle = builder.spawn(move || serve(index + 1, &own)).ok()?;
    Some(Worker {
        mailbox,
        thread: handle.thread().clone(),
    })
}

/// The life of a pool thread. It ends with the process.
fn serve(number: usize, mailbox: &AtomicPtr<Job<'static>>) {
    IN_TASK.set(true);
    loop {
        wait_until(|| !mailbox.load(Ordering::Relaxed).is_null());
        let pointer = mailbox.swap(ptr::null_mut(), Ordering::Acquire);
        // SAFETY: a non-null pointer is a job whose owner waits until `helpers` is zero, and it
        // counts this thread since the pointer was not taken back. The swap acquires what the
        // owner wrote before its release store.
        let Some(job) = (unsafe { pointer.as_ref() }) else {
            continue;
        };
        tier::force(job.tier);
        job.work(number);
        let owner = job.owner.clone();
        // The last touch of the job: after it the owner may be gone.
        if job.helpers.fetch_sub(1, Ordering::AcqRel) == 1 {
            owner.unpark();
        }
    }
}

/// Waits actively for a while, then sleeps until someone calls `unpark`.
fn wait_until(done: impl Fn() -> bool) {
    for _ in 0..SPINS {
        if done() {
            return;
        }
        std::hint::spin_loop();
    }
    while !done() {
        thread::park();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_item_is_handed_to_one_task() {
        let mut squares = vec![0; 50];
        with_threads(3, || {
            let items: Vec<(usize, &mut usize)> = squares.iter_mut().enumerate().collect();
            parallel_each(items, |(index, square)| *square += index * index);
        });
        assert!(
            squares
                .iter()
                .enumerate()
                .all(|(index, square)| *square == index * index)
        );
    }

    #[test]
    fn each_task_runs_once_whatever_the_number_of_threads() {
        for count in [1, 2, 3, 8] {
            with_threads(count, || {
                for tasks in [0, 1, 2, 7, 1000] {
                    let runs: Vec<AtomicUsize> = (0..tasks).map(|_| AtomicUsize::new(0)).collect();
                    parallel(tasks, |task| {
                        runs[task].fetch_add(1, Ordering::Relaxed);
                    });
                    assert!(runs.iter().all(|runs| runs.load(Ordering::Relaxed) == 1));
                }
            });
        }
    }

    #[test]
    fn the_number_of_threads_is_a_number() {
        assert_eq!(threads_of(" 3 "), Ok(3));
        for word in ["", "0", "two", "-1", "1.5", "100000"] {
            let error = threads_of(word).unwrap_err().to_string();
            assert!(
                error.starts_with(&format!("GENSEN_THREADS={word}: ")),
                "{error}"
            );
        }
    }

    #[test]
    fn many_short_calls_one_after_the_other() {
        with_threads(3, || {
            let sum = AtomicUsize::new(0);
            for round in 0..5000 {
                parallel(round % 5, |task| {
                    sum.fetch_add(task + 1, Ordering::Relaxed);
                });
            }
            assert_eq!(sum.into_inner(), 1000 * (1 + 3 + 6 + 10));
        });
    }

    #[test]
    fn a_call_within_a_task_runs_there() {
        with_threads(2, || {
            let inner = AtomicUsize::new(0);
            parallel(4, |_| {
                let outer = thread::current().id();
                let alone = threads_here() == 1;
                // Where another test has the pool, the tasks run here and each may have it later.
                assert_eq!(alone, IN_TASK.get());
                parallel(4, |_| {
                    assert!(!alone || thread::current().id() == outer);
                    inner.fetch_add(1, Ordering::Relaxed);
                });
            });
            assert_eq!(inner.into_inner(), 16);
        });
    }

    #[test]
    fn calls_from_several_threads_at_once_all_end() {
        let total = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    with_threads(3, || {
                        for _ in 0..200 {
                            parallel(10, |_| {
                                total.fetch_add(1, Ordering::Relaxed);
                            });
                        }
                    });
                });
            }
        });
        assert_eq!(total.into_inner(), 4 * 200 * 10);
    }

    #[test]
    fn a_panic_reaches_the_caller_and_the_pool_lives_on() {
        with_threads(3, || {
            let result = catch_unwind(|| parallel(50, |task| assert!(task != 17, "task {task}")));
            let panic = result.unwrap_err();
            assert_eq!(
                panic.downcast_ref::<String>().map(String::as_str),
                Some("task 17")
            );
            let runs = AtomicUsize::new(0);
            parallel(50, |_| {
                runs.fetch_add(1, Ordering::Relaxed);
            });
            assert_eq!(runs.into_inner(), 50);
        });
    }
}
