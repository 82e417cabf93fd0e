//! `kill -9` at any moment, also inside of a checkpoint write, does not change the result by a bit.
#![cfg(unix)]

mod support;

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use ledger::random::Random;
use support::{run, settings, write_shards};
use train::{CHECKPOINTS, Settings, weights_hash};

const DATA: &str = "GENSEN_TEST_KILL_DATA";
const RUN: &str = "GENSEN_TEST_KILL_RUN";

/// A checkpoint after every step, so that a good part of the time goes into writing them.
fn kill_settings() -> Settings {
    Settings {
        checkpoint_seconds: 0.0,
        validate_every: 13,
        ..settings(60)
    }
}

/// What the other test starts, kills and starts again.
#[test]
#[ignore = "runs as a child of the test below"]
fn trains_when_told_where() {
    let (data, dir) = (std::env::var_os(DATA), std::env::var_os(RUN));
    let (data, dir) = data.zip(dir).expect("the folders of data and run");
    let (model, _) = run(Path::new(&data), Path::new(&dir), &kill_settings());
    let hash = weights_hash(&model).to_hex().to_string();
    fs::write(Path::new(&dir).join("result"), hash).unwrap();
}

fn start(data: &Path, run: &Path, threads: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "trains_when_told_where", "--ignored"])
        .env(DATA, data)
        .env(RUN, run)
        .env("GENSEN_THREADS", threads)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn is_writing(run: &Path) -> bool {
    let Ok(entries) = fs::read_dir(run.join(CHECKPOINTS)) else {
        return false;
    };
    entries.flatten().any(|entry| {
        entry
            .file_name()
            .to_string_lossy()
            .starts_with(".unfinished")
    })
}

/// Kills `child` once `is_moment` says so; false if it ended before.
fn kill_when(child: &mut Child, mut is_moment: impl FnMut() -> bool) -> bool {
    loop {
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        if is_moment() {
            child.kill().unwrap(); // SIGKILL
            child.wait().unwrap();
            return true;
        }
        std::thread::sleep(Duration::from_micros(50));
    }
}

#[test]
fn killed_runs_end_with_the_same_bits() {
    let data = tempfile::tempdir().unwrap();
    write_shards(data.path(), "train", 300);
    write_shards(data.path(), "valid", 40);
    let folder = || tempfile::tempdir().unwrap();
    let (uninterrupted, one_thread) = (folder(), folder());
    let began = Instant::now();
    train_to_the_end(data.path(), uninterrupted.path(), "2");
    let whole_run = began.elapsed();
    train_to_the_end(data.path(), one_thread.path(), "1");
    assert_same(one_thread.path(), uninterrupted.path());

    let mut random = Random::new(11, "moments", 0);
    let (mut killed, mut kills, mut inside) = (folder(), 0, 0);
    while kills < 20 {
        let mut child = start(data.path(), killed.path(), "2");
        // Each life gets about a twentieth further than the last; half of the kills wait for a write.
        let delay = whole_run.mul_f64(random.unit_f64() / 10.0);
        let (started, wait_for_write) = (Instant::now(), kills % 2 == 1);
        let was_killed = kill_when(&mut child, || {
            started.elapsed() >= delay && (!wait_for_write || is_writing(killed.path()))
        });
        if was_killed {
            kills += 1;
            inside += usize::from(is_writing(killed.path()));
        } else {
            // It was faster than the first run: the remaining kills hit another one.
            assert_same(killed.path(), uninterrupted.path());
            killed = folder();
        }
    }
    assert!(inside > 0, "no kill fell into a checkpoint write");
    println!("{kills} kills, {inside} of them inside of a checkpoint write");
    train_to_the_end(data.path(), killed.path(), "2");
    assert_same(killed.path(), uninterrupted.path());
}

fn train_to_the_end(data: &Path, run: &Path, threads: &str) {
    assert!(start(data, run, threads).wait().unwrap().success());
}

/// Compares the weights and the whole last checkpoint of two runs.
fn assert_same(run: &Path, expected: &Path) {
    let result = |dir: &Path| fs::read_to_string(dir.join("result")).unwrap();
    assert_eq!(result(run), result(expected));
    let newest = |dir: &Path| {
        let entries = fs::read_dir(dir.join(CHECKPOINTS)).unwrap();
        entries.map(|entry| entry.unwrap().path()).max().unwrap()
    };
    for file in ["weights.safetensors", "optimizer.safetensors"] {
        let read = |dir: &Path| fs::read(newest(dir).join(file)).unwrap();
        assert!(read(run) == read(expected), "{file}");
    }
}
