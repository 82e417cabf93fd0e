//! Runs that are stopped and taken up again: checkpoints, metrics, and what is wrong with them.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::{batches, data, objective, run, settings, tiny_model};
use train::checkpoint::Checkpoints;
use train::metrics::{Line, Metrics};
use train::{Error, Hooks, METRICS, Settings, weights_hash};

fn newest(run: &Path) -> PathBuf {
    let checkpoints = Checkpoints::new(&run.join(train::CHECKPOINTS), 1).unwrap();
    checkpoints.list().unwrap().pop().expect("a checkpoint")
}

fn saved_at_every_step(steps: u64) -> Settings {
    Settings {
        checkpoint_seconds: 0.0,
        ..settings(steps)
    }
}

/// Stops the run for good after so many steps, as an error in the middle of a run would.
struct StopAfter<O>(O, u64);

impl<O: train::Objective> train::Objective for StopAfter<O> {
    fn describe(&self) -> serde_json::Value {
        self.0.describe()
    }

    fn step(
        &mut self,
        engine: &mut train::Engine,
        number: u64,
        passes: &[train::Batch],
        after_pass: &mut dyn FnMut(usize),
    ) -> Result<train::objective::StepLoss, Error> {
        if self.1 == 0 {
            return Err(Error::Diverged {
                step: 0,
                loss: f64::NAN,
                norm: f64::NAN,
            });
        }
        self.1 -= 1;
        self.0.step(engine, number, passes, after_pass)
    }

    fn validate(
        &mut self,
        engine: &mut train::Engine,
        after_pass: &mut dyn FnMut(usize),
    ) -> Result<Option<train::metrics::Validation>, Error> {
        self.0.validate(engine, after_pass)
    }
}

fn run_and_stop(data: &Path, dir: &Path, settings: &Settings, steps: u64) {
    let mut model = tiny_model();
    let error = train::train(
        &mut model,
        &mut batches(data, settings),
        &mut StopAfter(objective(data, settings), steps),
        settings,
        dir,
        Hooks {
            report: &mut ledger::silent(),
            sample: &mut |_, _| (),
            profile: None,
        },
    );
    assert!(matches!(error, Err(Error::Diverged { .. })));
}

#[test]
fn a_resumed_run_is_the_uninterrupted_one() {
    resumes(data());
}

/// Which tokens of the prompts are learnt is drawn by the step.
#[test]
fn a_resumed_run_with_prompts_is_the_uninterrupted_one() {
    let dir = tempfile::tempdir().unwrap();
    support::write_masked_shards(dir.path(), "train", 300);
    support::write_masked_shards(dir.path(), "valid", 40);
    resumes(dir);
}

fn resumes(data: tempfile::TempDir) {
    let dirs = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let settings = Settings {
        checkpoint_seconds: 0.0,
        validate_every: 7,
        ..settings(30)
    };
    let (whole, totals) = run(data.path(), dirs[0].path(), &settings);
    for steps in [5, 11, 1] {
        run_and_stop(data.path(), dirs[1].path(), &settings, steps);
    }
    let (resumed, resumed_totals) = run(data.path(), dirs[1].path(), &settings);
    assert_eq!(weights_hash(&whole), weights_hash(&resumed));
    assert_eq!(totals.batch_hash, resumed_totals.batch_hash);
    assert_eq!(totals.validation, resumed_totals.validation);

    // Metrics are the same but for the speed: every step once.
    let without_speed = |dir: &Path| -> Vec<Line> {
        let mut lines = Metrics::read(&dir.join(METRICS)).unwrap();
        for line in &mut lines {
            if let Line::Step(line) = line {
                (line.tokens_per_second, line.flops_per_second) = (0.0, 0.0);
            }
        }
        lines
    };
    assert_eq!(without_speed(dirs[0].path()), without_speed(dirs[1].path()));

    // A finished run is found finished, and its files are not touched.
    let before = fs::read(dirs[1].path().join(METRICS)).unwrap();
    let (again, again_totals) = run(data.path(), dirs[1].path(), &settings);
    assert_eq!(weights_hash(&again), weights_hash(&whole));
    assert_eq!(again_totals.validation, totals.validation);
    assert_eq!(fs::read(dirs[1].path().join(METRICS)).unwrap(), before);
}

/// The steps of the lines, in order.
fn steps_told(path: &Path) -> Vec<u64> {
    let lines = Metrics::read(path).unwrap();
    let steps = lines.iter().filter_map(|line| match line {
        Line::Step(line) => Some(line.step),
        _ => None,
    });
    steps.collect()
}

#[test]
fn steps_after_the_last_checkpoint_are_cut_from_the_metrics() {
    let data = data();
    let dir = tempfile::tempdir().unwrap();
    let settings = saved_at_every_step(12);
    run_and_stop(data.path(), dir.path(), &settings, 6);
    // Back to an older checkpoint: the lines after it are written again, and so is the one that was cut short.
    fs::remove_dir_all(newest(dir.path())).unwrap();
    let path = dir.path().join(METRICS);
    let before = steps_told(&path);
    fs::write(
        &path,
        [fs::read(&path).unwrap(), b"{\"kind\":\"st".to_vec()].concat(),
    )
    .unwrap();
    let (_, totals) = run(data.path(), dir.path(), &settings);
    assert_eq!(before.first(), Some(&1));
    assert_eq!(steps_told(&path), (1..=12).collect::<Vec<u64>>());
    assert!(totals.warnings.is_empty(), "{:?}", totals.warnings);
}

#[test]
fn lines_that_are_lost_are_told() {
    let data = data();
    let dir = tempfile::tempdir().unwrap();
    let settings = saved_at_every_step(8);
    run_and_stop(data.path(), dir.path(), &settings, 6);
    let path = dir.path().join(METRICS);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("\"step\":3", "\"step\":?", 1)).unwrap();
    let (_, totals) = run(data.path(), dir.path(), &settings);
    let [warning] = &totals.warnings[..] else {
        panic!("{:?}", totals.warnings);
    };
    assert!(warning.contains("the lines of steps 3 to "), "{warning}");
}

#[test]
fn a_flipped_bit_in_a_checkpoint_is_noticed() {
    let data = data();
    let settings = saved_at_every_step(12);
    let expected = run(data.path(), tempfile::tempdir().unwrap().path(), &settings);
    for name in [
        "weights.safetensors",
        "optimizer.safetensors",
        "state.json",
        "checksums.b3",
    ] {
        let dir = tempfile::tempdir().unwrap();
        run_and_stop(data.path(), dir.path(), &settings, 6);
        let file = newest(dir.path()).join(name);
        let mut bytes = fs::read(&file).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&file, bytes).unwrap();
        let (model, totals) = run(data.path(), dir.path(), &settings);
        assert_eq!(totals.warnings.len(), 1, "{name}");
        let warning = &totals.warnings[0];
        assert!(
            warning.contains("step-000000000006") && warning.contains("passed over"),
            "{warning}"
        );
        assert_eq!(weights_hash(&model), weights_hash(&expected.0));
    }
}

#[test]
fn a_lost_file_sends_the_run_back_too() {
    let data = data();
    let dir = tempfile::tempdir().unwrap();
    let settings = saved_at_every_step(8);
    run_and_stop(data.path(), dir.path(), &settings, 6);
    for checkpoint in fs::read_dir(dir.path().join(train::CHECKPOINTS)).unwrap() {
        fs::remove_file(checkpoint.unwrap().path().join("optimizer.safetensors")).unwrap();
    }
    let (_, totals) = run(data.path(), dir.path(), &settings);
    // Both that were kept, and that nothing is left.
    assert_eq!(totals.warnings.len(), 3, "{:?}", totals.warnings);
    assert!(totals.warnings[2].contains("training begins anew"));
    assert_eq!(totals.steps, 8);
}

#[test]
fn what_cannot_be_read_but_may_be_sound_is_no_damage() {
    let data = data();
    let settings = saved_at_every_step(8);
    let refused = |dir: &Path| {
        let error = train::train(
            &mut tiny_model(),
            &mut batches(data.path(), &settings),
            &mut objective(data.path(), &settings),
            &settings,
            dir,
            Hooks {
                report: &mut ledger::silent(),
                sample: &mut |_, _| (),
                profile: None,
            },
        );
        error.unwrap_err().to_string()
    };
    // A folder where the file should be is as unreadable as a file that nobody may read.
    let dir = tempfile::tempdir().unwrap();
    run_and_stop(data.path(), dir.path(), &settings, 6);
    let weights = newest(dir.path()).join("weights.safetensors");
    let sound = fs::read(&weights).unwrap();
    fs::remove_file(&weights).unwrap();
    fs::create_dir(&weights).unwrap();
    let message = refused(dir.path());
    assert!(message.contains("weights.safetensors"), "{message}");
    assert!(message.contains("try again, or remove "), "{message}");
    fs::remove_dir(&weights).unwrap();
    fs::write(&weights, sound).unwrap();

    // The state of a later version, whole.
    let (state, sums) = ("state.json", newest(dir.path()).join("checksums.b3"));
    let later = br#"{"format": 2, "progress": 0.5}"#;
    let hash_of = |bytes: &[u8]| blake3::hash(bytes).to_string();
    let old = fs::read(newest(dir.path()).join(state)).unwrap();
    fs::write(newest(dir.path()).join(state), later).unwrap();
    let text = fs::read_to_string(&sums).unwrap();
    fs::write(&sums, text.replace(&hash_of(&old), &hash_of(later))).unwrap();
    let message = refused(dir.path());
    assert!(message.contains("checkpoint format 2"), "{message}");
    assert!(
        message.contains("go on with the version that wrote it"),
        "{message}"
    );
    assert!(newest(dir.path()).ends_with("step-000000000006"));
}

#[test]
fn damaged_checkpoints_of_later_steps_do_not_push_out_a_new_one() {
    let data = data();
    let dir = tempfile::tempdir().unwrap();
    let settings = Settings {
        checkpoint_seconds: 0.0,
        checkpoints_kept: 1,
        ..settings(8)
    };
    run_and_stop(data.path(), dir.path(), &settings, 6);
    fs::remove_file(newest(dir.path()).join("optimizer.safetensors")).unwrap();
    run_and_stop(data.path(), dir.path(), &settings, 3);
    assert!(newest(dir.path()).ends_with("step-000000000003"));
    let (_, totals) = run(data.path(), dir.path(), &settings);
    assert!(totals.warnings.is_empty(), "{:?}", totals.warnings);
}

#[test]
fn another_runs_checkpoint_is_refused() {
    let data = data();
    let dir = tempfile::tempdir().unwrap();
    run(data.path(), dir.path(), &settings(3));
    // How often a run looks and saves does not make it another one.
    let looking = Settings {
        validate_every: 1,
        checkpoints_kept: 9,
        ..settings(3)
    };
    run(data.path(), dir.path(), &looking);
    for other in [
        settings(4),
        Settings {
            seed: 1,
            ..settings(3)
        },
    ] {
        let error = train::train(
            &mut tiny_model(),
            &mut batches(data.path(), &other),
            &mut objective(data.path(), &other),
            &other,
            dir.path(),
            Hooks {
                report: &mut ledger::silent(),
                sample: &mut |_, _| (),
                profile: None,
            },
        )
        .unwrap_err();
        assert!(
            error.to_string().contains("made with other settings"),
            "{error}"
        );
    }
}

#[test]
fn old_checkpoints_make_room() {
    let data = data();
    let dir = tempfile::tempdir().unwrap();
    let settings = Settings {
        checkpoint_seconds: 0.0,
        checkpoints_kept: 3,
        ..settings(9)
    };
    run(data.path(), dir.path(), &settings);
    let mut names: Vec<String> = fs::read_dir(dir.path().join(train::CHECKPOINTS))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "step-000000000007",
            "step-000000000008",
            "step-000000000009"
        ]
    );
}
