use super::muon::Scratch;
use super::*;
use serde_json::Value;

fn fixture(name: &str) -> Value {
    let all = include_str!("../../tests/fixtures/optimizers.json");
    serde_json::from_str::<Value>(all).expect("valid JSON")[name].clone()
}

fn floats(value: &Value) -> Vec<f32> {
    let numbers = value.as_array().expect("an array of numbers");
    numbers
        .iter()
        .map(|number| number.as_f64().expect("a number") as f32)
        .collect()
}

/// Runs a fixture and compares the parameter after every step.
fn compare(name: &str, tolerance: f32, mut step: impl FnMut(u64, &mut [f32], &[f32])) {
    let case = fixture(name);
    let mut value = floats(&case["start"]);
    let steps = case["gradients"]
        .as_array()
        .expect("gradients of each step");
    assert!(steps.len() > 1);
    for (index, gradient) in steps.iter().enumerate() {
        step(index as u64, &mut value, &floats(gradient));
        for (ours, theirs) in value.iter().zip(floats(&case["after"][index])) {
            assert!(
                (ours - theirs).abs() <= tolerance,
                "{name}: {ours} for {theirs}"
            );
        }
    }
}

#[test]
fn adamw_is_pytorch_adamw() {
    let rates = adamw::Rates {
        lr: 0.01,
        beta1: 0.9,
        beta2: 0.95,
        eps: 1e-8,
        weight_decay: 0.1,
    };
    let mut state = AdamW::new(37);
    compare("adamw", 1e-6, |step, value, gradient| {
        state.step(value, gradient, 1.0, step, rates);
    });
}

#[test]
fn muon_is_its_f64_reference() {
    let rates = muon::Rates {
        lr: 0.02,
        momentum: 0.95,
        weight_decay: 0.1,
        iterations: 5,
    };
    for (name, rows, cols) in [("square", 12, 12), ("wide", 8, 20), ("tall", 20, 8)] {
        // Where products are f32, and where this machine may take them in bf16.
        let portable = (tensor::cpu::Tier::Portable, 2e-6);
        for (tier, tolerance) in [portable, (tensor::cpu::Tier::best(), 2e-3)] {
            let mut state = Muon::new(rows, cols);
            let name = format!("muon_{name}");
            let run = || {
                compare(&name, tolerance, |_, value, gradient| {
                    state.step(value, gradient, 1.0, rates, &mut Scratch::default());
                });
            };
            tensor::cpu::with_tier(tier, run).expect("a tier that this machine has");
        }
        // torch's own runs the iteration in bf16: the same up to its rounding, and with another
        // scaling of the norm's epsilon.
        let mut state = Muon::new(rows, cols);
        compare(&format!("torch_muon_{name}"), 2e-3, |_, value, gradient| {
            state.step(value, gradient, 1.0, rates, &mut Scratch::default());
        });
    }
}

/// Each parameter by the rules of its role, all with the clipped gradient.
#[test]
fn an_update_moves_every_parameter_by_its_own_rules() {
    for (tied_head, centered_head) in [(true, false), (true, true), (false, true)] {
        let mut config = model::Config::llama(32, 16, 24, 1, 2);
        config.tied_head = tied_head;
        let settings = OptimizerSettings {
            centered_head,
            ..OptimizerSettings::default()
        };
        moves_by_rules(config, settings);
    }
}

/// Centring is refused where it would change what the model says.
#[test]
fn a_head_is_centred_only_where_that_is_neutral() {
    let settings = OptimizerSettings {
        centered_head: true,
        ..OptimizerSettings::default()
    };
    let check = |config: &model::Config, shift: f32| {
        let mut model = Model::new(config.clone(), 7).expect("a model");
        let id = model.params.ids().next().expect("the embedding");
        model.params.update(id, |value, _| {
            value.iter_mut().for_each(|value| *value += shift);
        });
        settings
            .check_for(&model)
            .map_err(|error| error.to_string())
    };
    let mut config = model::Config::llama(256, 16, 24, 1, 2);
    assert_eq!(check(&config, 0.0), Ok(()));
    let refusal = check(&config, 1.0).expect_err("a mean");
    assert!(refusal.contains("optimizer.centered_head"), "{refusal}");
    assert!(refusal.contains("the mean of its rows"), "{refusal}");
    config.tied_head = false;
    assert_eq!(check(&config, 1.0), Ok(()), "no input is moved");
    config.logit_softcap = Some(30.0);
    let refusal = check(&config, 0.0).expect_err("a soft cap");
    assert!(refusal.contains("logit_softcap"), "{refusal}");
}

fn moves_by_rules(config: model::Config, settings: OptimizerSettings) {
    let projection = if config.tied_head {
        Role::Embedding
    } else {
        Role::Head
    };
    let mut model = Model::new(config, 7).expect("a model");
    let batch = crate::Batch {
        input: model::Batch::packed(&[&[5, 6, 7, 8]]),
        targets: vec![6, 7, 8, 9],
        pieces: Vec::new(),
    };
    let mut workspace = Workspace::default();
    let mut engine = crate::Engine {
        model: &mut model,
        workspace: &mut workspace,
        precision: Precision::F32,
    };
    let mut objective = crate::NextToken::new(vec![1; 32]);
    let step = crate::Objective::step(&mut objective, &mut engine, 0, &[batch], &mut |_| ());
    step.expect("a step");

    let norm = gradient_norm(&model.params);
    let change = Change {
        step: 0,
        lr_factor: 0.5,
        clip_norm: Some(0.5 * norm),
    };
    let mut expected = Vec::new();
    for (spec, id) in specs(model.config()).iter().zip(model.params.ids()) {
        let mut value = model.params.value(id).to_vec();
        let gradient = model.params.gradient(id);
        if matches!(spec.role, Role::Matrix | Role::ResidualMatrix) {
            let rates = muon::Rates {
                lr: 0.5 * settings.muon_lr,
                momentum: settings.muon_momentum,
                weight_decay: settings.weight_decay,
                iterations: settings.muon_iterations,
            };
            let scratch = &mut Scratch::default();
            let mut muon = Muon::new(spec.shape[0], spec.shape[1]);
            muon.step(&mut value, gradient, 0.5, rates, scratch);
        } else {
            let rates = adamw::Rates {
                lr: 0.5 * settings.adamw_lr,
                beta1: settings.beta1,
                beta2: settings.beta2,
                eps: settings.eps,
                weight_decay: 0.0,
            };
            AdamW::new(value.len()).step(&mut value, gradient, 0.5, 0, rates);
        }
        if settings.centered_head && spec.role == projection {
            center_rows(&mut value, spec.shape[1]);
        }
        expected.push(value);
    }
    let mut optimizer = Optimizer::new(&model, settings);
    let found = optimizer.update(&mut model.params, &mut workspace, change);
    assert_eq!(found, norm);
    for (id, expected) in model.params.ids().zip(expected) {
        let name = model.params.name(id);
        assert_eq!(model.params.value(id), expected, "{name}");
        assert!(
            model.params.gradient(id).iter().all(|g| *g == 0.0),
            "{name}"
        );
    }
}

#[test]
fn orthogonalised_matrices_have_singular_values_near_one() {
    let (rows, cols) = (24, 40);
    let mut random = ledger::random::Random::new(5, "matrix", 0);
    let mut x: Vec<f32> = (0..rows * cols).map(|_| random.normal_f32()).collect();
    orthogonalise(&mut x, rows, cols, 5);
    // The trace of the Gram matrix is the sum of the squared singular values.
    let trace: f32 = x.iter().map(|x| x * x).sum::<f32>() / rows as f32;
    assert!(
        (0.6..1.3).contains(&trace),
        "mean squared singular value {trace}"
    );
    let mut zero = vec![0.0; rows * cols];
    orthogonalise(&mut zero, rows, cols, 5);
    assert!(
        zero.iter().all(|x| *x == 0.0),
        "a zero gradient moves nothing"
    );
}

#[test]
fn threads_do_not_change_a_bit() {
    let len = 1 << 18;
    let mut random = ledger::random::Random::new(1, "values", 0);
    let mut draw = || (0..len).map(|_| random.normal_f32()).collect::<Vec<f32>>();
    let (start, gradient) = (draw(), draw());
    let rates = adamw::Rates {
        lr: 0.01,
        beta1: 0.9,
        beta2: 0.95,
        eps: 1e-8,
        weight_decay: 0.1,
    };
    let muon_rates = muon::Rates {
        lr: 0.02,
        momentum: 0.95,
        weight_decay: 0.1,
        iterations: 2,
    };
    let run = |threads: usize| {
        tensor::cpu::with_threads(threads, || {
            let (mut adamw, mut muon) = (start.clone(), start.clone());
            AdamW::new(len).step(&mut adamw, &gradient, 0.7, 0, rates);
            let scratch = &mut Scratch::default();
            Muon::new(256, len / 256).step(&mut muon, &gradient, 0.7, muon_rates, scratch);
            (adamw, muon)
        })
    };
    assert!(run(1) == run(2));
}

#[test]
fn clipping_only_shortens() {
    assert_eq!(clip_factor(4.0, Some(1.0)), 0.25);
    assert_eq!(clip_factor(0.5, Some(1.0)), 1.0);
    assert_eq!(clip_factor(1e9, None), 1.0);
}
