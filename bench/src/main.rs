//! Training throughput of our trainer; `bench/run` sets it beside PyTorch's.
//!
//! Prints one JSON line: tokens/s of whole optimiser steps (forward, backward, clipping, update) on
//! random tokens, the median of several.

use std::time::Instant;

use anyhow::Result;
use clap::{Parser, ValueEnum};
use ledger::random::Random;
use model::{Batch, Config, Model};
use tensor::{Precision, Tape, Workspace};
use train::optimizer::{Optimizer, clip_factor, gradient_norm};
use train::{Matrices, OptimizerSettings};

#[derive(Parser)]
struct Args {
    #[arg(long, default_value_t = 8192)]
    vocab: usize,
    #[arg(long, default_value_t = 384)]
    dim: usize,
    #[arg(long, default_value_t = 6)]
    layers: usize,
    #[arg(long, default_value_t = 6)]
    heads: usize,
    #[arg(long, default_value_t = 1024)]
    hidden: usize,
    #[arg(long, default_value_t = 512)]
    context: usize,
    #[arg(long, default_value_t = 16)]
    batch: usize,
    /// Rows of `context` tokens that go through the model at once
    #[arg(long, default_value_t = 4)]
    rows_per_pass: usize,
    #[arg(long, default_value_t = 1)]
    warmup: usize,
    #[arg(long, default_value_t = 5)]
    steps: usize,
    #[arg(long, value_enum, default_value_t = Optimiser::Adamw)]
    optimizer: Optimiser,
}

#[derive(Clone, Copy, ValueEnum, Debug)]
enum Optimiser {
    Adamw,
    Muon,
}

fn main() -> Result<()> {
    let args = Args::parse();
    let config = Config {
        mlp_width: args.hidden,
        tied_head: false,
        ..Config::llama(args.vocab, args.context, args.dim, args.layers, args.heads)
    };
    let mut model = Model::new(config, 0)?;
    let matrices = match args.optimizer {
        Optimiser::Adamw => Matrices::AdamW,
        Optimiser::Muon => Matrices::Muon,
    };
    let mut optimizer = Optimizer::new(
        &model,
        OptimizerSettings {
            matrices,
            ..Default::default()
        },
    );
    let mut workspace = Workspace::default();
    let mut times = Vec::new();
    for step in 0..(args.warmup + args.steps) as u64 {
        let started = Instant::now();
        one_step(&args, &mut model, &mut optimizer, &mut workspace, step);
        if step >= args.warmup as u64 {
            times.push(started.elapsed().as_secs_f64());
        }
    }
    times.sort_by(f64::total_cmp);
    let median = times[times.len() / 2];
    let tokens_per_s = (args.batch * args.context) as f64 / median;
    let flops = model.config().flops_per_token(args.context);
    println!(
        "{}",
        serde_json::json!({
            "ours": "gensen",
            "tier": tensor::cpu::tier().to_string(),
            "precision": format!("{:?}", Precision::default()),
            "optimizer": format!("{:?}", args.optimizer),
            "parameters": model.params.count(),
            "tokens_per_s": (tokens_per_s * 10.0).round() / 10.0,
            "tflops": tokens_per_s * flops / 1e12,
            "step_s": median,
            "threads": tensor::cpu::threads(),
        })
    );
    Ok(())
}

fn one_step(
    args: &Args,
    model: &mut Model,
    optimizer: &mut Optimizer,
    workspace: &mut Workspace,
    step: u64,
) {
    let mut random = Random::new(0, "bench", step);
    let total = (args.batch * args.context) as f32;
    for rows in (0..args.batch).step_by(args.rows_per_pass) {
        let count = args.rows_per_pass.min(args.batch - rows);
        let mut draw = || random.below(args.vocab as u64) as u32;
        let sequences: Vec<Vec<u32>> = (0..count)
            .map(|_| (0..args.context).map(|_| draw()).collect())
            .collect();
        let targets: Vec<u32> = (0..count * args.context).map(|_| draw()).collect();
        let Model { decoder, params } = &mut *model;
        let mut tape = Tape::training(params, workspace, Precision::default());
        let hidden = decoder.hidden(&mut tape, &Batch::packed(&sequences));
        let weights = vec![1.0 / total; targets.len()];
        let loss = decoder.loss(&mut tape, hidden, &targets, &weights);
        tape.backward(loss);
    }
    let scale = clip_factor(gradient_norm(&model.params), Some(1.0));
    optimizer.step(&mut model.params, step, 1.0, scale);
    model.params.zero_gradients();
}
