//! The loss of each step when a given model is trained on given tokens with AdamW: what
//! `bench/parity_training.py` compares with PyTorch's.
//!
//! ```text
//! curve FOLDER IDS SEQUENCES CONTEXT STEPS LR f32|bf16
//! ```
//!
//! FOLDER is a model in Hugging Face's format, IDS a file of u32 (little endian). A step takes the next
//! SEQUENCES × (CONTEXT + 1) of them. The learning rate is constant, gradients are clipped to norm 1,
//! hidden matrices decay by 0.1. Prints the losses as JSON.

use std::path::Path;

use model::{Batch, Model};
use tensor::{Precision, Tape, Workspace};
use train::optimizer::{Change, Optimizer};
use train::{Matrices, OptimizerSettings};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, ids, sequences, context, steps, lr, precision] = &arguments[..] else {
        panic!("usage: curve FOLDER IDS SEQUENCES CONTEXT STEPS LR f32|bf16");
    };
    let number = |text: &String| -> usize { text.parse().expect("a whole number") };
    let (sequences, context, steps) = (number(sequences), number(context), number(steps));
    let precision = match &precision[..] {
        "f32" => Precision::F32,
        "bf16" => Precision::Bf16,
        other => panic!("{other}: f32 or bf16"),
    };
    let settings = OptimizerSettings {
        matrices: Matrices::AdamW,
        adamw_lr: lr.parse().expect("a number"),
        eps: 1e-8,
        weight_decay: 0.1,
        ..OptimizerSettings::default()
    };
    let bytes = std::fs::read(ids).expect("a file of ids");
    let ids: Vec<u32> = bytes
        .as_chunks()
        .0
        .iter()
        .map(|id| u32::from_le_bytes(*id))
        .collect();
    let mut model = Model::load(Path::new(folder)).expect("a model");
    let mut optimizer = Optimizer::new(&model, settings);
    let mut workspace = Workspace::default();
    let mut losses = Vec::new();
    for step in 0..steps {
        let size = sequences * (context + 1);
        let rows = ids[step * size..][..size].chunks_exact(context + 1);
        let inputs: Vec<&[u32]> = rows.clone().map(|row| &row[..context]).collect();
        let targets: Vec<u32> = rows.flat_map(|row| row[1..].to_vec()).collect();
        let weights = vec![1.0 / targets.len() as f32; targets.len()];
        let Model { decoder, params } = &mut model;
        let mut tape = Tape::training(params, &mut workspace, precision);
        let hidden = decoder.hidden(&mut tape, &Batch::packed(&inputs));
        let loss = decoder.loss(&mut tape, hidden, &targets, &weights);
        losses.push(tape.scalar(loss));
        tape.backward(loss);
        drop(tape);
        let change = Change {
            step: step as u64,
            lr_factor: 1.0,
            clip_norm: Some(1.0),
        };
        optimizer.update(&mut model.params, &mut workspace, change);
    }
    println!("{}", serde_json::json!(losses));
}
