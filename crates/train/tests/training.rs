//! The loop on a model of a few thousand parameters.

mod support;

use support::{batches, data, objective, run, settings, tiny_model};
use train::metrics::{Line, Metrics};
use train::shards::Shards;
use train::{Budget, Hooks, METRICS, Matrices, OptimizerSettings, Settings};

#[test]
fn a_model_learns_to_count() {
    let data = data();
    for matrices in [Matrices::Muon, Matrices::AdamW] {
        let optimizer = OptimizerSettings {
            matrices,
            ..OptimizerSettings::default()
        };
        let settings = Settings {
            optimizer,
            validate_every: 50,
            ..settings(150)
        };
        let dir = tempfile::tempdir().unwrap();
        let (_, totals) = run(data.path(), dir.path(), &settings);
        assert_eq!(totals.steps, 150);
        let lines = Metrics::read(&dir.path().join(METRICS)).unwrap();
        let validations: Vec<_> = lines
            .iter()
            .filter_map(|line| match line {
                Line::Validation(validation) => Some(validation.clone()),
                _ => None,
            })
            .collect();
        let steps: Vec<u64> = validations
            .iter()
            .map(|validation| validation.step)
            .collect();
        assert_eq!(steps, [0, 50, 100, 150]);
        // A new model guesses among 32 tokens: 5 bits for a byte.
        let bits = |index: usize| validations[index].bits_per_byte.unwrap();
        assert!((bits(0) - 5.0).abs() < 0.2, "{}", bits(0));
        // Start and stride of a document cannot be known, the rest can: 2 of about 30 tokens.
        assert!(bits(3) < 2.0, "{matrices:?}: {}", bits(3));
        let languages: Vec<&str> = validations[3]
            .groups
            .iter()
            .map(|group| group.lang.as_str())
            .collect();
        assert_eq!(languages, ["en", "ja"]);
        assert_eq!(totals.validation.as_ref(), validations.last());
        assert!(totals.flops > 0.0 && totals.tokens > 30_000);
    }
}

#[test]
fn validation_of_all_documents_accounts_for_every_byte_by_source() {
    let data = data();
    let settings = Settings {
        validation_tokens: u64::MAX,
        ..settings(1)
    };
    let dir = tempfile::tempdir().unwrap();
    let validation = run(data.path(), dir.path(), &settings)
        .1
        .validation
        .unwrap();
    let shards = Shards::open(data.path(), "valid").unwrap();
    assert_eq!(validation.groups.len(), shards.groups().len());
    let mut bits = 0.0;
    for (index, group) in validation.groups.iter().enumerate() {
        assert_eq!(group.source, shards.groups()[index].source);
        let documents = (0..shards.documents()).filter(|d| shards.group(*d) == index);
        let bytes: usize = documents.map(|document| shards.bytes(document)).sum();
        assert_eq!(group.bytes, bytes as u64);
        bits += group.bits_per_byte * group.bytes as f64;
    }
    let bytes: u64 = validation.groups.iter().map(|group| group.bytes).sum();
    assert!((bits / bytes as f64 - validation.bits_per_byte.unwrap()).abs() < 1e-9);
}

#[test]
fn passes_add_up_to_the_same_step() {
    let data = data();
    let after = |tokens_per_pass| {
        let settings = Settings {
            tokens_per_pass,
            ..settings(3)
        };
        let (model, _) = run(data.path(), tempfile::tempdir().unwrap().path(), &settings);
        model
    };
    let (whole, cut) = (after(256), after(32));
    for id in whole.params.ids() {
        for (a, b) in whole.params.value(id).iter().zip(cut.params.value(id)) {
            // The order of f32 sums differs; orthogonalisation magnifies that for small singular values.
            assert!(
                (a - b).abs() < 2e-3,
                "{}: {a} and {b}",
                whole.params.name(id)
            );
        }
    }
}

#[test]
fn every_step_learns_where_the_budget_ends_within_it_too() {
    let data = data();
    for budget in [
        Budget::Tokens(40),
        Budget::Tokens(256),
        Budget::Tokens(1000),
        // Four steps, and a little of a fifth: its middle is beyond the end.
        Budget::Tokens(1050),
        Budget::Steps(1),
        Budget::Minutes(0.001),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let settings = Settings {
            budget,
            ..settings(1)
        };
        run(data.path(), dir.path(), &settings);
        let lines = Metrics::read(&dir.path().join(METRICS)).unwrap();
        let factors: Vec<f64> = lines
            .iter()
            .filter_map(|line| match line {
                Line::Step(line) => Some(line.lr_factor),
                _ => None,
            })
            .collect();
        assert!(!factors.is_empty(), "{budget:?}");
        assert!(
            factors.iter().all(|factor| *factor > 0.0),
            "{budget:?}: {factors:?}"
        );
    }
}

#[test]
fn budgets_end_runs() {
    let data = data();
    let totals = |budget| {
        let settings = Settings {
            budget,
            ..settings(1)
        };
        run(data.path(), tempfile::tempdir().unwrap().path(), &settings).1
    };
    let by_tokens = totals(Budget::Tokens(2000));
    assert!(
        (2000..2256).contains(&by_tokens.tokens),
        "{}",
        by_tokens.tokens
    );
    let one = batches(data.path(), &settings(1));
    let steps = one.steps_for_epochs(2);
    assert_eq!(totals(Budget::Epochs(2)).steps, steps);
    let by_time = totals(Budget::Minutes(0.005));
    assert!(by_time.steps > 0 && by_time.seconds >= 0.3, "{by_time:?}");
}

#[test]
fn progress_and_samples_reach_the_caller() {
    let data = data();
    let dir = tempfile::tempdir().unwrap();
    let settings = Settings {
        sample_every: 4,
        ..settings(10)
    };
    let (mut notes, mut sampled) = (Vec::new(), Vec::new());
    let mut report = |progress: ledger::Progress| {
        assert_eq!((progress.total, progress.unit), (Some(10), "steps"));
        notes.push(progress.note.to_owned());
    };
    train::train(
        &mut tiny_model(),
        &mut batches(data.path(), &settings),
        &mut objective(data.path(), &settings),
        &settings,
        dir.path(),
        Hooks {
            report: &mut report,
            sample: &mut |_, step| sampled.push(step),
            profile: None,
        },
    )
    .unwrap();
    assert_eq!(sampled, [4, 8]);
    let last_step = notes
        .iter()
        .rfind(|note| note.contains("loss"))
        .expect("a note on the loss");
    for part in ["bits/byte", "tok/s", "TFLOP/s", "left"] {
        assert!(last_step.contains(part), "{last_step}");
    }
}

#[test]
fn a_loss_that_is_no_number_stops_the_run() {
    let data = data();
    let dir = tempfile::tempdir().unwrap();
    let settings = settings(5);
    let mut model = tiny_model();
    let id = model.params.ids().next().unwrap();
    model.params.update(id, |value, _| value[40] = f32::NAN);
    let error = train::train(
        &mut model,
        &mut batches(data.path(), &settings),
        &mut objective(data.path(), &settings),
        &settings,
        dir.path(),
        Hooks {
            report: &mut ledger::silent(),
            sample: &mut |_, _| (),
            profile: None,
        },
    )
    .unwrap_err();
    assert!(
        error.to_string().contains("lower learning rates"),
        "{error}"
    );
}

#[test]
fn impossible_settings_are_named() {
    let cases = [
        (
            Settings {
                context: 0,
                ..Settings::default()
            },
            "`context`",
        ),
        (
            Settings {
                tokens_per_step: 10,
                ..Settings::default()
            },
            "`tokens_per_step`",
        ),
        (
            Settings {
                budget: Budget::Minutes(f64::NAN),
                ..Settings::default()
            },
            "`budget`",
        ),
        (
            Settings {
                budget: Budget::Steps(0),
                ..Settings::default()
            },
            "`budget`",
        ),
        (
            Settings {
                clip_norm: Some(0.0),
                ..Settings::default()
            },
            "`clip_norm`",
        ),
    ];
    for (settings, name) in cases {
        let error = settings.check().unwrap_err().to_string();
        assert!(error.contains(name), "{error}");
    }
    assert!(Settings::default().check().is_ok());
}
