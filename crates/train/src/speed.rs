//! The speed of training, without data: whole steps on random tokens.

use std::time::Instant;

use ledger::random::Random;
use model::{Batch, Config, Model};
use tensor::{Precision, Tape, Workspace};

use crate::optimizer::{Change, Optimizer};
use crate::{Error, OptimizerSettings, Timing};

/// What is measured.
#[derive(Clone, Debug)]
pub struct Load {
    /// Sequences a step, each as long as the model's context.
    pub sequences: usize,
    /// Sequences that go through the model at once.
    pub sequences_per_pass: usize,
    /// Steps before the clock starts.
    pub warm_up: u64,
    pub steps: u64,
    pub precision: Precision,
    pub optimizer: OptimizerSettings,
    pub clip_norm: Option<f64>,
}

/// How fast a model trains here.
#[derive(Clone, Debug)]
pub struct Speed {
    pub parameters: usize,
    /// Wall-clock seconds of the median step: forward, backward, clipping, update.
    pub step_seconds: f64,
    pub tokens_per_second: f64,
    /// Floating-point operations a second, by [`Config::flops_per_token`].
    pub flops_per_second: f64,
    /// Of the steps that were measured.
    pub timing: Timing,
}

/// Trains a new model of `config` on random tokens.
///
/// # Errors
/// If there can be no model of this configuration.
///
/// # Panics
/// If there are no sequences or no steps.
pub fn measure(config: Config, load: &Load) -> Result<Speed, Error> {
    assert!(
        load.sequences > 0 && load.sequences_per_pass > 0 && load.steps > 0,
        "nothing to measure"
    );
    let mut model = Model::new(config, 0)?;
    let mut optimizer = Optimizer::new(&model, load.optimizer);
    let mut workspace = Workspace::default();
    let mut seconds = Vec::new();
    for number in 0..load.warm_up + load.steps {
        if number == load.warm_up {
            workspace.begin_profile();
        }
        let started = Instant::now();
        step(load, &mut model, &mut optimizer, &mut workspace, number);
        if number >= load.warm_up {
            seconds.push(started.elapsed().as_secs_f64());
        }
    }
    let timing = Timing {
        steps: load.steps,
        seconds: seconds.iter().sum(),
        profile: workspace.end_profile().unwrap_or_default(),
    };
    seconds.sort_by(f64::total_cmp);
    let step_seconds = seconds[seconds.len() / 2];
    let context = model.config().context;
    let tokens_per_second = (load.sequences * context) as f64 / step_seconds;
    Ok(Speed {
        parameters: model.params.count(),
        step_seconds,
        tokens_per_second,
        flops_per_second: tokens_per_second * model.config().flops_per_token(context),
        timing,
    })
}

fn step(
    load: &Load,
    model: &mut Model,
    optimizer: &mut Optimizer,
    workspace: &mut Workspace,
    number: u64,
) {
    let (context, vocabulary) = (model.config().context, model.config().vocab_size as u64);
    let mut random = Random::new(0, "speed", number);
    let weight = 1.0 / (load.sequences * context) as f32;
    let one_pass = load.sequences <= load.sequences_per_pass;
    model.params.pack_for_one_pass(one_pass);
    for first in (0..load.sequences).step_by(load.sequences_per_pass) {
        let count = load.sequences_per_pass.min(load.sequences - first);
        let mut draw = |_| random.below(vocabulary) as u32;
        let sequences: Vec<Vec<u32>> = (0..count)
            .map(|_| (0..context).map(&mut draw).collect())
            .collect();
        let targets: Vec<u32> = (0..count * context).map(draw).collect();
        let Model { decoder, params } = &mut *model;
        let mut tape = Tape::training(params, workspace, load.precision);
        let hidden = decoder.hidden(&mut tape, &Batch::packed(&sequences));
        let loss = decoder.loss(&mut tape, hidden, &targets, &vec![weight; targets.len()]);
        tape.backward(loss);
    }
    let change = Change {
        step: number,
        lr_factor: 1.0,
        clip_norm: load.clip_norm,
    };
    optimizer.update(&mut model.params, workspace, change);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measured_model_has_its_times_and_operations() {
        let config = Config::llama(50, 16, 8, 2, 2);
        let load = Load {
            sequences: 3,
            sequences_per_pass: 2,
            warm_up: 1,
            steps: 4,
            precision: Precision::F32,
            optimizer: OptimizerSettings::default(),
            clip_norm: Some(1.0),
        };
        let speed = measure(config, &load).unwrap();
        let tokens = 3.0 * 16.0;
        let product = speed.tokens_per_second * speed.step_seconds;
        assert!((product - tokens).abs() < 1e-6 * tokens);
        let calls = |name: &str| {
            let found = speed
                .timing
                .profile
                .entries()
                .find(|(entry, _)| *entry == name);
            found.map(|(_, entry)| entry.calls)
        };
        // Four steps of two passes through two blocks; one optimiser step each.
        assert_eq!(calls("attention forward"), Some(4 * 2 * 2));
        assert_eq!((calls("Muon"), calls("AdamW")), (Some(4), Some(4)));
        assert_eq!(speed.timing.steps, 4);
        assert!(speed.timing.profile.seconds() <= speed.timing.seconds);
    }
}
