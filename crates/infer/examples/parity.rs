//! Our side of the comparisons in `bench/parity_transformers.py` and `bench/parity_gradients.py`.
//!
//! ```text
//! parity make STYLE LAYERS SEED DIR    write a folder with random numbers in every parameter
//! parity run DIR                       {"ids": […], "new_tokens": n} on standard input →
//!                                      {"logits": [[…]], "greedy": […]} on standard output
//! parity gradients DIR OUT             {"ids": […]} on standard input → {"loss": x}, and a folder
//!                                      OUT whose tensors are the gradients of that loss
//! ```

use std::error::Error;
use std::io::read_to_string;
use std::ops::ControlFlow;
use std::path::Path;

use infer::Generator;
use ledger::random::Random;
use model::{Batch, Config, Mlp, Model, Role, Storage};
use serde_json::{Value, json};
use tensor::{Precision, Tape, Workspace};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["make", style, layers, seed, dir] => {
            make(style, layers.parse()?, seed.parse()?, dir.as_ref())
        }
        ["run", dir] => run(dir.as_ref(), &input()?),
        ["gradients", dir, out] => gradients(dir.as_ref(), out.as_ref(), &input()?),
        _ => Err("usage: parity make STYLE LAYERS SEED DIR | run DIR | gradients DIR OUT".into()),
    }
}

fn input() -> Result<Value, Box<dyn Error>> {
    Ok(serde_json::from_str(&read_to_string(std::io::stdin())?)?)
}

fn make(style: &str, layers: usize, seed: u64, dir: &Path) -> Result<(), Box<dyn Error>> {
    let gpt2 = Config::gpt2(1000, 512, 128, layers, 8);
    let llama = Config {
        kv_heads: 2,
        tied_head: false,
        ..Config::llama(1000, 512, 128, layers, 8)
    };
    let config = match style {
        "gpt2" => gpt2,
        "gpt2-relu2" => Config {
            mlp: Mlp::Relu2,
            mlp_width: 320,
            ..gpt2
        },
        "llama" => llama,
        "llama-tied-relu2-bias" => Config {
            tied_head: true,
            mlp: Mlp::Relu2Glu,
            attention_bias: true,
            mlp_bias: true,
            ..llama
        },
        "qwen3" => Config {
            qk_norm: true,
            head_dim: 32,
            ..llama
        },
        "qwen3-tied-relu2" => Config {
            qk_norm: true,
            tied_head: true,
            mlp: Mlp::Relu2Glu,
            ..llama
        },
        other => return Err(format!("no style is called {other}").into()),
    };
    let model = Model::with_values(config, |spec| {
        // Gains beside one and biases beside zero, so that a forgotten one shows.
        let mut random = Random::new(seed, &spec.name, 0);
        let (mean, deviation) = match spec.role {
            Role::Gain => (1.0, 0.2),
            Role::Bias => (0.0, 0.2),
            _ => (0.0, 0.08),
        };
        (0..spec.len())
            .map(|_| mean + deviation * random.normal_f32())
            .collect()
    })?;
    std::fs::create_dir_all(dir)?;
    Ok(model.save(dir, Storage::F32)?)
}

fn run(dir: &Path, input: &Value) -> Result<(), Box<dyn Error>> {
    let model = Model::load(dir)?;
    let ids: Vec<u32> = serde_json::from_value(input["ids"].clone())?;
    let batch = Batch::packed(&[&ids]);
    batch.check(model.config())?;
    let mut workspace = Workspace::default();
    let mut tape = Tape::inference(&model.params, &mut workspace, Precision::F32);
    let hidden = model.decoder.hidden(&mut tape, &batch);
    let logits = model.decoder.logits(&tape, hidden);
    let logits: Vec<&[f32]> = logits.chunks_exact(model.config().vocab_size).collect();
    let mut greedy = Vec::new();
    if let Some(new_tokens) = input["new_tokens"].as_u64() {
        let mut generator = Generator::new(&model).with_precision(Precision::F32);
        let request = infer::Request {
            max_tokens: Some(new_tokens as usize),
            stop_ids: Vec::new(),
            ..generator.request(ids)
        };
        greedy = generator
            .generate(&request, &mut |_| ControlFlow::Continue(()))?
            .ids();
    }
    println!("{}", json!({ "logits": logits, "greedy": greedy }));
    Ok(())
}

fn gradients(dir: &Path, out: &Path, input: &Value) -> Result<(), Box<dyn Error>> {
    let mut model = Model::load(dir)?;
    let ids: Vec<u32> = serde_json::from_value(input["ids"].clone())?;
    let (inputs, targets) = (&ids[..ids.len() - 1], &ids[1..]);
    let mut workspace = Workspace::default();
    let mut tape = Tape::training(&mut model.params, &mut workspace, Precision::F32);
    let hidden = model.decoder.hidden(&mut tape, &Batch::packed(&[inputs]));
    let weights = vec![1.0 / targets.len() as f32; targets.len()];
    let loss = model.decoder.loss(&mut tape, hidden, targets, &weights);
    println!("{}", json!({ "loss": tape.scalar(loss) }));
    tape.backward(loss);
    drop(tape);
    let of = |name: &str| {
        model
            .params
            .find(name)
            .expect("a model has all its parameters")
    };
    let as_model = Model::with_values(model.config().clone(), |spec| {
        model.params.gradient(of(&spec.name)).to_vec()
    })?;
    std::fs::create_dir_all(out)?;
    Ok(as_model.save(out, Storage::F32)?)
}
