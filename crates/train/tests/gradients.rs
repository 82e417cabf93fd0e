//! What a step hands to the optimiser: Muon does not mind the length of a gradient, so a factor that is lost would show
//! in no loss.

mod support;

use model::Model;
use support::{VOCABULARY, tiny_model, token_bytes};
use tensor::{Precision, Tape, Workspace};
use train::batches::{Batch, IGNORED};
use train::{Engine, NextToken, Objective};

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
    let Model {
        decoder,
        mut params,
    } = tiny_model();
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
    let targets = batch.targets.iter().map(|t| t % VOCABULARY as u32);
    let targets: Vec<u32> = targets.collect();
    let answers = by_hand(&batch, &targets, &weights);
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
