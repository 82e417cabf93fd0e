//! What a step hands to the optimiser: Muon does not mind the length of a gradient, so a factor that is lost would show
//! in no loss.

mod support;

use model::{Config, Model};
use support::{VOCABULARY, settings, tiny_model, token_bytes, write_masked_shards};
use tensor::{Precision, Tape, Workspace};
use train::batches::{Batch, IGNORED};
use train::{Batches, Dpo, DpoSettings, Engine, Items, NextToken, Objective, Order, Packing};

/// Two conversations of a prompt and an answer.
fn batch() -> Batch {
    Batch {
        input: model::Batch::packed(&[&[5, 6, 7, 8, 9][..], &[1, 2, 3]]),
        targets: vec![IGNORED, IGNORED, 8, 9, 10, IGNORED, 3, 4],
        pieces: Vec::new(),
    }
}

fn gradients(model: &Model) -> Vec<f32> {
    let ids = model.params.ids();
    ids.flat_map(|id| model.params.gradient(id).to_vec())
        .collect()
}

/// The gradients of `Σ weight · loss` over all rows, computed for all of them.
fn by_hand(batch: &Batch, targets: &[u32], weights: &[f32]) -> Vec<f32> {
    gradients_by_hand(tiny_model(), batch, targets, weights)
}

fn gradients_by_hand(model: Model, batch: &Batch, targets: &[u32], weights: &[f32]) -> Vec<f32> {
    let Model {
        decoder,
        mut params,
    } = model;
    let mut workspace = Workspace::default();
    let mut tape = Tape::training(&mut params, &mut workspace, Precision::F32);
    let hidden = decoder.hidden(&mut tape, &batch.input);
    let loss = decoder.loss(&mut tape, hidden, targets, weights);
    tape.backward(loss);
    drop(tape);
    gradients(&Model { decoder, params })
}

fn by_step(mut objective: NextToken, passes: &[Batch]) -> Vec<f32> {
    let mut model = tiny_model();
    let mut workspace = Workspace::default();
    let mut engine = Engine {
        model: &mut model,
        workspace: &mut workspace,
        precision: Precision::F32,
    };
    objective.step(&mut engine, 0, passes, &mut |_| ()).unwrap();
    gradients(&model)
}

#[track_caller]
fn assert_near(ours: &[f32], expected: &[f32]) {
    let norm = |values: &[f32]| values.iter().map(|v| v * v).sum::<f32>().sqrt();
    let difference: Vec<f32> = ours.iter().zip(expected).map(|(a, b)| a - b).collect();
    assert!(norm(expected) > 0.1, "{}", norm(expected));
    assert!(
        norm(&difference) < 1e-5 * norm(expected),
        "{}",
        norm(&difference)
    );
}

#[test]
fn a_step_has_the_gradient_of_its_weighted_mean() {
    let batch = batch();
    // The answers alone: the first token of each counts three times.
    let weights = [0.0, 0.0, 3.0, 1.0, 1.0, 0.0, 3.0, 1.0].map(|weight| weight / 9.0);
    let answers = by_hand(&batch, &targets_of(&batch), &weights);
    let objective = || NextToken::new(token_bytes()).with_first_weight(3.0);
    let ours = by_step(objective(), std::slice::from_ref(&batch));
    assert_near(&ours, &answers);

    // Every token of the prompts as well.
    let targets = [6, 7, 8, 9, 10, 2, 3, 4];
    let weights = [1.0, 1.0, 3.0, 1.0, 1.0, 1.0, 3.0, 1.0].map(|weight| weight / 12.0);
    let all = by_hand(&batch, &targets, &weights);
    let with_prompts = || objective().with_prompts(1.0, 5);
    assert_near(&by_step(with_prompts(), std::slice::from_ref(&batch)), &all);

    // However the step is cut into passes.
    let halves = [
        Batch {
            input: model::Batch::packed(&[&[5, 6, 7, 8, 9]]),
            targets: batch.targets[..5].to_vec(),
            pieces: Vec::new(),
        },
        Batch {
            input: model::Batch::packed(&[&[1, 2, 3]]),
            targets: batch.targets[5..].to_vec(),
            pieces: Vec::new(),
        },
    ];
    assert_near(&by_step(with_prompts(), &halves), &all);
}

/// A model that is not the reference.
fn policy() -> Model {
    Model::new(Config::llama(VOCABULARY, 64, 32, 2, 2), 8).unwrap()
}

/// The targets, any token where there is none.
fn targets_of(batch: &Batch) -> Vec<u32> {
    batch
        .targets
        .iter()
        .map(|t| t % VOCABULARY as u32)
        .collect()
}

/// The rows of an answer.
fn answer(batch: &Batch, segment: &tensor::Segment) -> Vec<usize> {
    let rows = segment.start..segment.start + segment.len;
    rows.filter(|row| batch.targets[*row] != IGNORED).collect()
}

/// log p of every row's target, with everything of the batch computed.
fn log_probs(mut model: Model, batch: &Batch) -> Vec<f64> {
    let Model { decoder, params } = &mut model;
    let mut workspace = Workspace::default();
    let mut tape = Tape::training(params, &mut workspace, Precision::F32);
    let hidden = decoder.hidden(&mut tape, &batch.input);
    let log_probs = decoder.token_log_probs(&mut tape, hidden, &targets_of(batch));
    let log_probs = tape.value_f32(log_probs);
    log_probs.into_iter().map(f64::from).collect()
}

/// What the loss of each row counts for the mean over `pairs` pairs.
fn weights_of_pairs(dpo: DpoSettings, batch: &Batch, pairs: usize) -> Vec<f32> {
    let [policy, reference] = [policy(), tiny_model()].map(|model| log_probs(model, batch));
    let mut weights = vec![0.0; batch.tokens()];
    for pair in batch.input.segments.chunks_exact(2) {
        let answers = [&pair[0], &pair[1]].map(|segment| answer(batch, segment));
        let gained = |rows: &Vec<usize>| -> f64 {
            rows.iter().map(|row| policy[*row] - reference[*row]).sum()
        };
        let margin = dpo.beta * (gained(&answers[0]) - gained(&answers[1]));
        // d/dm of −(1 − ε)·log σ(m) − ε·log σ(−m) is σ(m) − (1 − ε).
        let by_margin = 1.0 / (1.0 + (-margin).exp()) - (1.0 - dpo.label_smoothing);
        let tokens = answers[0].len() as f64;
        // By the log-probability of a token; a loss is its negative.
        let gradients = [
            dpo.beta * by_margin - dpo.sft_weight / tokens,
            -dpo.beta * by_margin,
        ];
        for (rows, gradient) in answers.iter().zip(gradients) {
            rows.iter()
                .for_each(|row| weights[*row] = (-gradient / pairs as f64) as f32);
        }
    }
    weights
}

#[test]
fn a_step_of_preference_has_the_gradient_of_its_mean_over_pairs() {
    let dir = tempfile::tempdir().unwrap();
    let shards = write_masked_shards(dir.path(), "train", 6);
    let packing = Packing {
        context: 64,
        row_tokens: 128,
        items: Items::Whole(2),
        ..support::packing(&settings(1))
    };
    let order = Order {
        seed: 0,
        parts: vec![packing],
    };
    let mut batches = Batches::new(order, vec![shards]).unwrap();
    let dpo = DpoSettings {
        beta: 0.3,
        label_smoothing: 0.1,
        sft_weight: 0.7,
    };

    let (mut reference, mut model, mut workspace) = (tiny_model(), policy(), Workspace::default());
    let mut engine = Engine {
        model: &mut reference,
        workspace: &mut workspace,
        precision: Precision::F32,
    };
    let cache = dir.path().join("reference.bin");
    let mut objective = Dpo::new(
        dpo,
        &mut engine,
        &mut batches,
        128,
        &cache,
        &mut ledger::silent(),
    )
    .unwrap();
    let rows = batches.first_epoch(0).unwrap();
    let passes = batches.passes(&rows, 128);
    assert!(passes.len() > 1, "gradients of passes add up");
    let mut engine = Engine {
        model: &mut model,
        workspace: &mut workspace,
        precision: Precision::F32,
    };
    objective
        .step(&mut engine, 0, &passes, &mut |_| ())
        .unwrap();

    let mut expected = vec![0.0; gradients(&model).len()];
    for batch in &passes {
        let weights = weights_of_pairs(dpo, batch, 3);
        let of_pass = gradients_by_hand(policy(), batch, &targets_of(batch), &weights);
        expected
            .iter_mut()
            .zip(of_pass)
            .for_each(|(sum, part)| *sum += part);
    }
    assert_near(&gradients(&model), &expected);
}
