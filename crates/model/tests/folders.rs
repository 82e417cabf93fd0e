//! Foreign and own folders, whole and broken.

use std::fs;
use std::path::{Path, PathBuf};

use model::{Batch, Config, Mlp, Model, Norm, Positions, Storage, specs};
use safetensors::tensor::{Dtype, SafeTensors, TensorView};
use serde_json::{Value, json};
use tensor::{Precision, Tape, Workspace};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

fn logits(model: &Model, ids: &[u32]) -> Vec<f32> {
    let batch = Batch::packed(&[ids]);
    let mut workspace = Workspace::default();
    let mut tape = Tape::inference(&model.params, &mut workspace, Precision::F32);
    let hidden = model.decoder.hidden(&mut tape, &batch);
    model.decoder.logits(&tape, hidden)
}

fn configs() -> Vec<Config> {
    let gpt2 = Config::gpt2(40, 32, 16, 2, 4);
    let llama = Config {
        kv_heads: 2,
        eos_token_ids: vec![0, 5],
        ..Config::llama(40, 32, 16, 2, 4)
    };
    vec![
        Config {
            mlp: Mlp::Relu2,
            ..gpt2.clone()
        },
        Config {
            tied_head: false,
            ..gpt2
        },
        Config {
            attention_bias: true,
            mlp_bias: true,
            ..llama.clone()
        },
        Config {
            tied_head: false,
            head_dim: 8,
            ..llama.clone()
        },
        Config {
            mlp: Mlp::Relu2Glu,
            qk_norm: true,
            ..llama.clone()
        },
        Config {
            logit_softcap: Some(2.0),
            mlp: Mlp::Relu2,
            qk_norm: true,
            ..llama.clone()
        },
        Config {
            positions: Positions::Learned,
            norm: Norm::LayerNorm,
            ..llama
        },
    ]
}

/// A model with random numbers in gains and biases too.
fn scrambled(config: Config) -> Model {
    Model::with_values(config, |spec| {
        let mut random = ledger::random::Random::new(3, &spec.name, 0);
        let mean = if spec.name.contains("norm.weight") {
            1.0
        } else {
            0.0
        };
        (0..spec.len())
            .map(|_| mean + 0.3 * random.normal_f32())
            .collect()
    })
    .unwrap()
}

#[test]
fn logits_of_transformers_folders_are_those_of_transformers() {
    for name in ["gpt2", "llama", "qwen3"] {
        let expected: Value =
            serde_json::from_slice(&fs::read(fixture(name).join("expected.json")).unwrap())
                .unwrap();
        let ids: Vec<u32> = serde_json::from_value(expected["ids"].clone()).unwrap();
        let rows: Vec<Vec<f32>> = serde_json::from_value(expected["logits"].clone()).unwrap();
        let model = Model::load(&fixture(name)).unwrap();
        let found = logits(&model, &ids);
        for (index, (found, expected)) in found.iter().zip(rows.concat()).enumerate() {
            assert!(
                (found - expected).abs() < 2e-5,
                "{name}, logit {index}: {found}, transformers has {expected}"
            );
        }
    }
}

#[test]
fn what_is_saved_is_what_is_loaded() {
    for config in configs() {
        let dir = tempfile::tempdir().unwrap();
        let model = scrambled(config.clone());
        model.save(dir.path(), Storage::F32).unwrap();
        let loaded = Model::load(dir.path()).unwrap();
        assert_eq!(loaded.config(), &config);
        for id in model.params.ids() {
            assert_eq!(loaded.params.name(id), model.params.name(id));
            assert_eq!(
                loaded.params.value(id),
                model.params.value(id),
                "{}",
                model.params.name(id)
            );
        }

        model.save(dir.path(), Storage::Bf16).unwrap();
        let loaded = Model::load(dir.path()).unwrap();
        for id in model.params.ids() {
            for (rounded, exact) in loaded.params.value(id).iter().zip(model.params.value(id)) {
                assert_eq!(*rounded, half::bf16::from_f32(*exact).to_f32());
            }
        }
    }
}

#[test]
fn equal_seeds_give_equal_files() {
    let config = Config::qwen3(40, 32, 16, 2, 4);
    let bytes = |seed| {
        let dir = tempfile::tempdir().unwrap();
        Model::new(config.clone(), seed)
            .unwrap()
            .save(dir.path(), Storage::F32)
            .unwrap();
        fs::read(dir.path().join("model.safetensors")).unwrap()
    };
    assert!(bytes(1) == bytes(1));
    assert!(bytes(1) != bytes(2));
}

/// A copy of the gpt2 fixture whose weights `change` rewrites, and what loading it says.
fn refusal(change: impl Fn(&Path)) -> String {
    let dir = tempfile::tempdir().unwrap();
    for file in ["config.json", "model.safetensors"] {
        fs::copy(fixture("gpt2").join(file), dir.path().join(file)).unwrap();
    }
    change(dir.path());
    match Model::load(dir.path()) {
        Ok(_) => panic!("a broken folder was loaded"),
        Err(error) => error
            .to_string()
            .replace(&format!("{}/", dir.path().display()), "")
            .replace(&dir.path().display().to_string(), "DIR"),
    }
}

type Change<'a> = (&'a str, Option<(Dtype, Vec<usize>, Vec<u8>)>);

/// Replaces, adds or (`None`) removes a tensor.
fn rewrite(dir: &Path, (name, change): Change) {
    let path = dir.join("model.safetensors");
    let bytes = fs::read(&path).unwrap();
    let old = SafeTensors::deserialize(&bytes).unwrap();
    let mut tensors: Vec<(String, TensorView)> = old
        .tensors()
        .into_iter()
        .filter(|(other, _)| other != name)
        .collect();
    if let Some((dtype, shape, data)) = &change {
        tensors.push((
            name.to_owned(),
            TensorView::new(*dtype, shape.clone(), data).unwrap(),
        ));
    }
    let new = safetensors::serialize(tensors, None).unwrap();
    fs::write(path, new).unwrap();
}

#[test]
fn broken_weights_are_refused_by_name() {
    let norm = "transformer.ln_f.weight";
    let cases: [(Change, &str); 5] = [
        (
            (norm, None),
            "DIR: tensor `transformer.ln_f.weight` is missing; config.json asks for it with shape [16]: weights and config.json must be of one model",
        ),
        (
            (norm, Some((Dtype::F32, vec![8], vec![0; 32]))),
            "model.safetensors: tensor `transformer.ln_f.weight` has shape [8], config.json asks for [16]: weights and config.json must be of one model",
        ),
        (
            (norm, Some((Dtype::I64, vec![16], vec![0; 128]))),
            "model.safetensors: tensor `transformer.ln_f.weight` is stored as I64; readable are F32, F16 and BF16",
        ),
        (
            (
                norm,
                Some((Dtype::F32, vec![16], f32::NAN.to_le_bytes().repeat(16))),
            ),
            "model.safetensors: tensor `transformer.ln_f.weight` holds a value that is not finite (element 0); the training that wrote it diverged, or the file is damaged",
        ),
        (
            (
                "transformer.h.2.ln_1.weight",
                Some((Dtype::F32, vec![16], vec![0; 64])),
            ),
            "model.safetensors: tensor `transformer.h.2.ln_1.weight` has no place in the model that config.json describes: weights and config.json must be of one model",
        ),
    ];
    for (change, message) in cases {
        assert_eq!(refusal(|dir| rewrite(dir, change.clone())), message);
    }
}

#[test]
fn broken_files_are_refused_by_name() {
    let cut = refusal(|dir| {
        let path = dir.join("model.safetensors");
        let bytes = fs::read(&path).unwrap();
        fs::write(path, &bytes[..bytes.len() - 5]).unwrap();
    });
    assert!(
        cut.starts_with("model.safetensors: not a readable safetensors file: "),
        "{cut}"
    );
    let empty = refusal(|dir| fs::write(dir.join("model.safetensors"), "").unwrap());
    assert!(
        empty.starts_with("model.safetensors: not a readable safetensors file: "),
        "{empty}"
    );
    let none = refusal(|dir| fs::remove_file(dir.join("model.safetensors")).unwrap());
    assert_eq!(
        none,
        "DIR: neither model.safetensors nor model.safetensors.index.json is here; save the model as safetensors"
    );
    let text = refusal(|dir| fs::write(dir.join("config.json"), "{").unwrap());
    assert!(text.starts_with("config.json: not valid JSON: "), "{text}");
    let key = refusal(|dir| {
        fs::write(
            dir.join("config.json"),
            r#"{"model_type": "gpt2", "n_head": 4}"#,
        )
        .unwrap()
    });
    assert_eq!(
        key,
        "config.json: config: `vocab_size` is missing; a gpt2 folder must state it"
    );
}

#[test]
fn a_shard_outside_of_the_folder_is_refused() {
    for shard in ["../secret.safetensors", "/etc/passwd", "", ".."] {
        let message = refusal(|dir| {
            fs::remove_file(dir.join("model.safetensors")).unwrap();
            let index = json!({ "weight_map": { "transformer.wte.weight": shard } });
            fs::write(dir.join("model.safetensors.index.json"), index.to_string()).unwrap();
        });
        assert_eq!(
            message,
            format!(
                "model.safetensors.index.json: shard name `\"{shard}\"` is not a plain file name; shards lie beside their index"
            )
        );
    }
}

/// No header that claims more than the file holds makes the reader take memory for it: the size
/// is checked first.
#[test]
fn a_huge_configuration_is_refused_before_memory_is_taken() {
    let message = refusal(|dir| {
        let path = dir.join("config.json");
        let mut json: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        json["vocab_size"] = json!(1 << 24);
        json["n_embd"] = json!(1 << 16);
        fs::write(path, json.to_string()).unwrap();
    });
    assert_eq!(
        message,
        "model.safetensors: tensor `transformer.wte.weight` has shape [40, 16], config.json asks for [16777216, 65536]: weights and config.json must be of one model"
    );
}

#[test]
fn redundant_tensors_of_old_folders_are_passed_over() {
    let dir = tempfile::tempdir().unwrap();
    for file in ["config.json", "model.safetensors"] {
        fs::copy(fixture("gpt2").join(file), dir.path().join(file)).unwrap();
    }
    rewrite(
        dir.path(),
        (
            "transformer.h.0.attn.bias",
            Some((Dtype::U8, vec![1, 1, 2, 2], vec![1; 4])),
        ),
    );
    let (with, without) = (
        Model::load(dir.path()).unwrap(),
        Model::load(&fixture("gpt2")).unwrap(),
    );
    assert_eq!(logits(&with, &[1, 2, 3]), logits(&without, &[1, 2, 3]));
}

#[test]
fn a_tied_head_is_the_embedding_under_either_name_or_both() {
    let dir = tempfile::tempdir().unwrap();
    for file in ["config.json", "model.safetensors"] {
        fs::copy(fixture("gpt2").join(file), dir.path().join(file)).unwrap();
    }
    let expected = logits(&Model::load(&fixture("gpt2")).unwrap(), &[1, 2, 3]);
    let bytes = fs::read(fixture("gpt2").join("model.safetensors")).unwrap();
    let tensors = SafeTensors::deserialize(&bytes).unwrap();
    let embedding = tensors.tensor("transformer.wte.weight").unwrap();
    let head = |data: Vec<u8>| {
        let (dtype, shape) = (embedding.dtype(), embedding.shape().to_vec());
        ("lm_head.weight", Some((dtype, shape, data)))
    };
    rewrite(dir.path(), head(embedding.data().to_vec()));
    assert_eq!(
        logits(&Model::load(dir.path()).unwrap(), &[1, 2, 3]),
        expected
    );
    rewrite(dir.path(), ("transformer.wte.weight", None));
    assert_eq!(
        logits(&Model::load(dir.path()).unwrap(), &[1, 2, 3]),
        expected
    );

    // Equal numbers are equal, in whichever type they are stored.
    let numbers: Vec<half::bf16> = (0..40 * 16)
        .map(|n| half::bf16::from_f32(n as f32))
        .collect();
    let narrow = numbers.iter().flat_map(|n| n.to_le_bytes()).collect();
    let wide = numbers
        .iter()
        .flat_map(|n| n.to_f32().to_le_bytes())
        .collect();
    fs::write(dir.path().join("model.safetensors"), &bytes).unwrap();
    rewrite(
        dir.path(),
        ("lm_head.weight", Some((Dtype::BF16, vec![40, 16], narrow))),
    );
    rewrite(
        dir.path(),
        (
            "transformer.wte.weight",
            Some((Dtype::F32, vec![40, 16], wide)),
        ),
    );
    Model::load(dir.path()).unwrap();

    // A head of its own is not to be lost.
    fs::write(dir.path().join("model.safetensors"), &bytes).unwrap();
    rewrite(dir.path(), head(vec![0; embedding.data().len()]));
    let message = Model::load(dir.path()).err().unwrap().to_string();
    assert!(message.contains("`tie_word_embeddings`"), "{message}");
}

#[test]
fn a_tensor_in_two_shards_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    for file in ["config.json", "model.safetensors"] {
        fs::copy(fixture("gpt2").join(file), dir.path().join(file)).unwrap();
    }
    let whole = dir.path().join("model.safetensors");
    fs::copy(&whole, dir.path().join("b.safetensors")).unwrap();
    fs::rename(&whole, dir.path().join("a.safetensors")).unwrap();
    let index = r#"{"weight_map": {"one": "a.safetensors", "two": "b.safetensors"}}"#;
    fs::write(dir.path().join("model.safetensors.index.json"), index).unwrap();
    let message = Model::load(dir.path()).err().unwrap().to_string();
    let message = message.replace(&format!("{}/", dir.path().display()), "");
    assert!(
        message.starts_with("b.safetensors: tensor `transformer.")
            && message
                .ends_with("` is in a.safetensors too; one of the files does not belong here"),
        "{message}"
    );
}

#[test]
fn stop_tokens_are_those_of_the_generation_config() {
    let with = |generation: Value| {
        let dir = tempfile::tempdir().unwrap();
        fs::copy(
            fixture("gpt2").join("config.json"),
            dir.path().join("config.json"),
        )
        .unwrap();
        let path = dir.path().join("generation_config.json");
        fs::write(&path, generation.to_string()).unwrap();
        let place = format!("{}/", dir.path().display());
        model::read_config(dir.path())
            .map(|config| config.eos_token_ids)
            .map_err(|error| error.to_string().replace(&place, ""))
    };
    let of_config = model::read_config(&fixture("gpt2")).unwrap().eos_token_ids;
    assert_eq!(with(json!({})), Ok(of_config));
    assert_eq!(with(json!({ "eos_token_id": [3, 7] })), Ok(vec![3, 7]));
    assert_eq!(
        with(json!({ "eos_token_id": 40 })),
        Err(
            "generation_config.json: config: `eos_token_id` is 40; it must be below vocab_size 40"
                .into()
        )
    );
    assert_eq!(
        with(json!([])),
        Err("generation_config.json: config: `(the whole file)` is []; expected an object".into())
    );
}

/// The loss of some rows and all its gradients, where only these rows are computed to the end, or where all are and the
/// others weigh nothing.
fn of_rows(
    config: &Config,
    precision: Precision,
    rows: &[usize],
    alone: bool,
) -> (f32, Vec<Vec<f32>>) {
    let ids: Vec<u32> = (0..24).map(|n| (n * n + 3 * n) % 40).collect();
    let batch = Batch::packed(&[&ids[..14], &ids[14..]]);
    let target = |row: &usize| (7 * row + 3) as u32 % 40;
    let weight = |row: &usize| 0.25 + *row as f32 / 8.0;
    let mut model = scrambled(config.clone());
    let mut workspace = Workspace::default();
    let mut tape = Tape::training(&mut model.params, &mut workspace, precision);
    let all: Vec<usize> = (0..24).collect();
    let (read, hidden) = if alone {
        (rows, model.decoder.hidden_of(&mut tape, &batch, rows))
    } else {
        (&all[..], model.decoder.hidden(&mut tape, &batch))
    };
    assert_eq!(tape.shape(hidden), (read.len(), config.width));
    let targets: Vec<u32> = read.iter().map(target).collect();
    let counts = |row: &usize| if rows.contains(row) { weight(row) } else { 0.0 };
    let weights: Vec<f32> = read.iter().map(counts).collect();
    let loss = model.decoder.loss(&mut tape, hidden, &targets, &weights);
    let value = tape.scalar(loss);
    tape.backward(loss);
    drop(tape);
    let gradient = |id| model.params.gradient(id).to_vec();
    (value, model.params.ids().map(gradient).collect())
}

#[test]
fn rows_alone_are_what_they_are_among_all() {
    let all: Vec<usize> = (0..24).collect();
    for config in configs() {
        for rows in [&[3, 4, 13, 20, 23][..], &[], &all] {
            for (precision, error) in [(Precision::F32, 1e-5), (Precision::Bf16, 2e-2)] {
                let (loss, gradients) = of_rows(&config, precision, rows, true);
                let (expected, among_all) = of_rows(&config, precision, rows, false);
                assert_eq!(loss, expected, "a row's bits do not depend on the others");
                let largest = among_all.iter().flatten().fold(0f32, |m, g| m.max(g.abs()));
                for (ours, expected) in gradients.iter().flatten().zip(among_all.iter().flatten()) {
                    let apart = (ours - expected).abs();
                    assert!(apart <= error * largest, "{ours} for {expected}");
                }
                let with_three =
                    tensor::cpu::with_threads(3, || of_rows(&config, precision, rows, true));
                assert!(with_three == (loss, gradients));
            }
        }
    }
}

/// Along a random direction the loss changes as its gradient says, for every option.
#[test]
fn the_gradient_of_the_loss_is_its_slope() {
    let ids: Vec<u32> = (0..24).map(|n| (n * n + 3 * n) % 40).collect();
    let targets: Vec<u32> = ids[1..].iter().copied().chain([7]).collect();
    let batch = Batch::packed(&[&ids[..14], &ids[14..]]);
    let weights = [1.0 / 24.0; 24];
    for config in configs() {
        let mut model = scrambled(config.clone());
        let mut workspace = Workspace::default();
        let mut loss_at = |model: &mut Model, backward: bool| {
            let mut tape = Tape::training(&mut model.params, &mut workspace, Precision::F32);
            let hidden = model.decoder.hidden(&mut tape, &batch);
            let loss = model.decoder.loss(&mut tape, hidden, &targets, &weights);
            let value = f64::from(tape.scalar(loss));
            if backward {
                tape.backward(loss);
            }
            value
        };
        loss_at(&mut model, true);
        let gradients: Vec<Vec<f32>> = model
            .params
            .ids()
            .map(|id| model.params.gradient(id).to_vec())
            .collect();
        for (index, spec) in specs(&config).iter().enumerate() {
            // The steepest direction, so that the difference stands out from f32's rounding.
            let gradient = &gradients[index];
            let steepness = gradient
                .iter()
                .map(|g| f64::from(*g).powi(2))
                .sum::<f64>()
                .sqrt();
            let id = model.params.find(&spec.name).unwrap();
            if spec.name.ends_with("key.bias") && !config.qk_norm {
                // Adding one vector to all keys shifts all scores of a query alike (the rotation
                // aside), which softmax does not see: there is nearly no slope to measure.
                continue;
            }
            let step = 2e-3;
            let mut moved = |model: &mut Model, by: f64| {
                model.params.update(id, |value, _| {
                    for (value, g) in value.iter_mut().zip(gradient) {
                        *value += (by * f64::from(*g) / steepness) as f32;
                    }
                });
                loss_at(model, false)
            };
            let ahead = moved(&mut model, step);
            let behind = moved(&mut model, -2.0 * step);
            moved(&mut model, step);
            let slope = (ahead - behind) / (2.0 * step);
            let error = (slope - steepness).abs();
            assert!(
                error < 0.02 * steepness + 5e-4,
                "{config:?}, {}: slope {slope}, gradient {steepness}",
                spec.name
            );
        }
    }
}
