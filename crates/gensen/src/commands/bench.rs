//! `gensen bench`: what this machine can do, how fast a model trains on it, and where the time goes.

use std::path::PathBuf;

use anyhow::{Result, bail};
use pipeline::{Additions, Recipe};
use tensor::Machine;
use train::speed::{Load, Speed, measure};

use super::run::setting;
use crate::output::{self, Output};
use crate::roofline;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// A recipe, for its model and its settings of pre-training; without one, only the machine is measured
    recipe: Option<PathBuf>,
    /// Change a setting of the recipe: model.layers=12, pretrain.optimizer.matrices=adamw
    #[arg(long, value_name = "KEY=VALUE", value_parser = setting, requires = "recipe")]
    set: Vec<(String, String)>,
    /// Steps that are measured, after one that is not
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..), requires = "recipe")]
    steps: u64,
}

pub(crate) fn run(args: Args, output: Output) -> Result<()> {
    let (set, steps) = (args.set, args.steps);
    let additions = Additions {
        set,
        ..Additions::default()
    };
    let read = |path: PathBuf| Recipe::read(&path, &additions);
    let recipe = args.recipe.map(read).transpose()?;
    if let Some(parent) = recipe.as_ref().and_then(|recipe| recipe.parent.as_ref()) {
        bail!(
            "this recipe goes on from `{parent}` and says nothing of its shape: measure the recipe of `{parent}`"
        );
    }
    let machine = Machine::measure();
    if !output.is_json() {
        println!("{}", roofline::limits(&machine));
    }
    let Some(recipe) = recipe else {
        return match output.is_json() {
            true => output::json(&roofline::limit_values(&machine)),
            false => Ok(()),
        };
    };
    let (config, load) = load(&recipe, steps);
    let context = config.context;
    let speed = measure(config, &load)?;
    match output.is_json() {
        true => output::json(&values(&machine, &load, &speed)),
        false => {
            println!(
                "{}: {} parameters, {} × {context} tokens a step: {:.0} tokens/s, {:.3} TFLOP/s\n\n{}",
                recipe.name,
                speed.parameters,
                load.sequences,
                speed.tokens_per_second,
                speed.flops_per_second / 1e12,
                roofline::table(&machine, &speed.timing)
            );
            Ok(())
        }
    }
}

/// What a recipe's pre-training puts on the machine: sequences as long as its pieces of documents.
fn load(recipe: &Recipe, steps: u64) -> (model::Config, Load) {
    let settings = &recipe.pretrain;
    let config = model::Config {
        context: settings.context as usize,
        ..recipe.model.config(recipe.tokenizer.vocab_size)
    };
    let sequences = |tokens: u32| (tokens / settings.context).max(1) as usize;
    let load = Load {
        sequences: sequences(settings.tokens_per_step),
        sequences_per_pass: sequences(settings.tokens_per_pass),
        warm_up: 1,
        steps,
        precision: settings.activations.precision(),
        optimizer: settings.optimizer,
        clip_norm: settings.clip_norm,
    };
    (config, load)
}

fn values(machine: &Machine, load: &Load, speed: &Speed) -> serde_json::Value {
    serde_json::json!({
        "machine": roofline::limit_values(machine),
        "parameters": speed.parameters,
        "optimizer": load.optimizer.matrices,
        "precision": format!("{:?}", load.precision).to_lowercase(),
        "step_seconds": speed.step_seconds,
        "tokens_per_second": speed.tokens_per_second,
        "model_flops_per_second": speed.flops_per_second,
        "steps": speed.timing.steps,
        "seconds": speed.timing.seconds,
        "operations": roofline::values(machine, &speed.timing),
    })
}
