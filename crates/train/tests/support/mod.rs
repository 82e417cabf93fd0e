//! Small shards and models for the tests.
#![allow(dead_code, unreachable_pub)] // each test binary uses a part

use std::path::Path;

use ledger::random::Random;
use model::{Config, Model};
use train::shards::{Provenance, Record, ShardWriter, Shards};
use train::{Activations, Batches, Budget, Items, NextToken, Order, Packing, Settings, TooLong};

pub const VOCABULARY: usize = 32;
pub const END: u32 = 0;

/// A document that can be learnt: it counts up from a random token by a random stride.
pub fn counting(random: &mut Random, length: usize) -> Vec<u32> {
    let (start, stride) = (random.below(31) as u32, 1 + random.below(3) as u32);
    let counted = (0..length as u32 - 1).map(|n| 1 + (start + n * stride) % 31);
    std::iter::once(END).chain(counted).collect()
}

/// Writes `documents` documents of 3 to 60 tokens as `split`.
pub fn write_shards(dir: &Path, split: &str, documents: usize) -> Shards {
    write(dir, split, documents, false)
}

/// The same with a loss mask: the first half of each document is a prompt.
pub fn write_masked_shards(dir: &Path, split: &str, documents: usize) -> Shards {
    write(dir, split, documents, true)
}

fn write(dir: &Path, split: &str, documents: usize, masked: bool) -> Shards {
    let mut random = Random::new(1, split, 0);
    let mut writer = ShardWriter::create(dir, split, VOCABULARY, Some(END), masked).unwrap();
    for index in 0..documents {
        let length = 3 + random.below(58) as usize;
        let tokens = counting(&mut random, length);
        let lang = if index % 2 == 0 { "ja" } else { "en" };
        let record = Record {
            bytes: length as u32 - 1,
            provenance: Provenance {
                id: format!("doc-{index}"),
                lang: lang.to_owned(),
                license: "CC0-1.0".to_owned(),
                source: "count".to_owned(),
                ..Provenance::default()
            },
            ..Record::default()
        };
        let answer = (0..tokens.len()).map(|at| 2 * at >= tokens.len());
        let mask: Vec<bool> = answer.filter(|_| masked).collect();
        writer.push(record, &tokens, &mask).unwrap();
    }
    assert_eq!(writer.finish().unwrap().documents, documents as u64);
    Shards::open(dir, split).unwrap()
}

/// Shards to train on and to validate on.
pub fn data() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    write_shards(dir.path(), "train", 300);
    write_shards(dir.path(), "valid", 40);
    dir
}

pub fn packing(settings: &Settings) -> Packing {
    Packing {
        name: "train".to_owned(),
        context: settings.context,
        row_tokens: settings.context,
        rows_per_step: settings.rows_per_step(),
        items: Items::Split,
        too_long: TooLong::Refuse,
    }
}

pub fn settings(steps: u64) -> Settings {
    Settings {
        context: 32,
        tokens_per_step: 256,
        tokens_per_pass: 128,
        budget: Budget::Steps(steps),
        activations: Activations::F32,
        validate_every: 0,
        validation_tokens: 1000,
        checkpoint_seconds: 1e9,
        ..Settings::default()
    }
}

pub fn batches(dir: &Path, settings: &Settings) -> Batches {
    let order = Order {
        seed: settings.seed,
        parts: vec![packing(settings)],
    };
    Batches::new(order, vec![Shards::open(dir, "train").unwrap()]).unwrap()
}

pub fn tiny_model() -> Model {
    Model::new(Config::llama(VOCABULARY, 64, 32, 2, 2), 7).unwrap()
}

/// One byte a token, the end of text stands for none.
pub fn token_bytes() -> Vec<u32> {
    (0..VOCABULARY as u32)
        .map(|id| u32::from(id != END))
        .collect()
}

pub fn objective(dir: &Path, settings: &Settings) -> NextToken {
    let valid = Shards::open(dir, "valid").unwrap();
    NextToken::new(token_bytes())
        .with_prompts(0.3, settings.seed)
        .with_first_weight(3.0)
        .with_validation(valid, &packing(settings), settings.validation_tokens, 128)
        .unwrap()
}

/// Trains a new tiny model in `run` on the shards in `data`.
pub fn run(data: &Path, run: &Path, settings: &Settings) -> (Model, train::Totals) {
    std::fs::create_dir_all(run).unwrap();
    let mut model = tiny_model();
    let totals = train::train(
        &mut model,
        &mut batches(data, settings),
        &mut objective(data, settings),
        settings,
        run,
        train::Hooks {
            report: &mut ledger::silent(),
            sample: &mut |_, _| (),
            profile: None,
        },
    )
    .unwrap();
    (model, totals)
}
