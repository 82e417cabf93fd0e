//! Tiny models with opinions, and what they say without any cache.

use std::ops::ControlFlow;

use infer::{Completion, Generator, Request};
use ledger::random::Random;
use model::{Batch, Config, Model};
use tensor::{Precision, Tape, Workspace};

/// Numbers large enough that the model has opinions.
pub(crate) fn opinionated(config: Config) -> Model {
    Model::with_values(config, |spec| {
        let mut random = Random::new(11, &spec.name, 0);
        let (mean, deviation) = if spec.name.ends_with("norm.weight") {
            (1.0, 0.1)
        } else {
            (0.0, 0.15)
        };
        (0..spec.len())
            .map(|_| mean + deviation * random.normal_f32())
            .collect()
    })
    .unwrap()
}

pub(crate) fn configs() -> [Config; 3] {
    [
        Config::gpt2(60, 700, 32, 2, 4),
        Config {
            kv_heads: 2,
            logit_softcap: Some(20.0),
            ..Config::llama(60, 700, 32, 2, 4)
        },
        Config {
            kv_heads: 1,
            ..Config::qwen3(60, 700, 32, 2, 4)
        },
    ]
}

pub(crate) fn exact(model: &Model) -> Generator<'_> {
    Generator::new(model).with_precision(Precision::F32)
}

pub(crate) fn prompt(len: usize, seed: u64) -> Vec<u32> {
    let mut random = Random::new(seed, "prompt", 0);
    (0..len).map(|_| random.below(60) as u32).collect()
}

pub(crate) fn run(generator: &mut Generator, request: &Request) -> Completion {
    generator
        .generate(request, &mut |_| ControlFlow::Continue(()))
        .unwrap()
}

/// The log-probabilities (V) of the token after `ids`, without any cache.
pub(crate) fn recomputed(model: &Model, ids: &[u32]) -> Vec<f64> {
    let mut workspace = Workspace::default();
    let mut tape = Tape::inference(&model.params, &mut workspace, Precision::F32);
    let hidden = model.decoder.hidden(&mut tape, &Batch::packed(&[ids]));
    let logits = model.decoder.logits(&tape, hidden);
    let logits = &logits[logits.len() - model.config().vocab_size..];
    let total = logits.iter().map(|&x| f64::from(x).exp()).sum::<f64>().ln();
    logits.iter().map(|&x| f64::from(x) - total).collect()
}

pub(crate) fn ask(prompt: Vec<u32>, max_tokens: Option<usize>) -> Request {
    Request {
        prompt,
        max_tokens,
        ..Request::default()
    }
}
