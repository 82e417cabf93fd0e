//! `gensen run`: a recipe, from its text to its model. `corpus`, `tokenizer`, `train` and `align` are
//! the same, ending earlier.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use ledger::{Home, Kind, Manifest};
use pipeline::{Additions, Made, Recipe, Run, Stage};

use crate::output::{self, Output};
use crate::progress::{seconds, tell};
use crate::watch::Screen;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The recipe's file
    pub(crate) recipe: PathBuf,
    /// A file or folder of text to read beside what the recipe names; can be repeated
    #[arg(long, value_name = "PATH")]
    corpus: Vec<PathBuf>,
    /// A file or folder of conversations (JSONL) to tune on; can be repeated
    #[arg(long, value_name = "PATH")]
    instruct: Vec<PathBuf>,
    /// A file or folder of preference pairs (JSONL) to align on; can be repeated
    #[arg(long, value_name = "PATH")]
    preference: Vec<PathBuf>,
    /// The licence of what --corpus, --instruct and --preference hold, where a record states none: CC0-1.0
    #[arg(long, value_name = "SPDX")]
    license: Option<String>,
    /// Change a setting of the recipe: pretrain.seed=7, pretrain.budget.minutes=30
    #[arg(long, value_name = "KEY=VALUE", value_parser = setting)]
    set: Vec<(String, String)>,
    /// Show where the time of each training stage went, beside what this machine can do
    #[arg(long)]
    pub(crate) profile: bool,
}

pub(super) fn setting(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or("write it as KEY=VALUE")?;
    Ok((key.trim().to_string(), value.trim().to_string()))
}

impl Args {
    pub(crate) fn read(self) -> Result<Recipe> {
        let Args {
            recipe,
            corpus,
            instruct,
            preference,
            license,
            set,
            profile: _,
        } = self;
        Ok(Recipe::read(
            &recipe,
            &Additions {
                set,
                corpus,
                instruct,
                preference,
                license,
            },
        )?)
    }
}

pub(crate) fn run(args: Args, home: &Home, output: Output, until: Stage) -> Result<()> {
    ensure!(
        !args.profile || until >= Stage::Pretrain,
        "--profile tells where training's time goes, and no stage up to this one trains: leave it out"
    );
    let mut screen = Screen::new(args.profile);
    let profile = args.profile;
    let recipe = args.read()?;
    let made = Run::new(&recipe, home, &mut screen).to(until)?;
    let is_trained =
        |made: &Made| made.artefact.manifest.kind == Kind::Model && !made.was_up_to_date;
    if profile && !made.iter().any(is_trained) {
        tell(
            "nothing was trained, so there is no profile; `gensen bench RECIPE` measures without training",
        );
    }
    if output.is_json() {
        let manifests: Vec<_> = made.iter().map(|made| &made.artefact.manifest).collect();
        return output::json(&manifests);
    }
    summarise(&recipe, &made, home)
}

/// What was built, how good it is, how long it took, what to try next.
fn summarise(recipe: &Recipe, made: &[Made], home: &Home) -> Result<()> {
    println!("\n{:<34} {:<11} {:>12}", "MADE", "KIND", "TOOK");
    let mut total = 0.0;
    for Made {
        artefact,
        was_up_to_date,
        ..
    } in made
    {
        let manifest = &artefact.manifest;
        let took = if *was_up_to_date {
            "up to date".to_string()
        } else {
            seconds(manifest.cost.duration_s)
        };
        total += if *was_up_to_date {
            0.0
        } else {
            manifest.cost.duration_s
        };
        println!(
            "{:<34} {:<11} {took:>12}",
            manifest.id(),
            manifest.kind.name()
        );
    }
    println!("{:<34} {:<11} {:>12}", "", "in all", seconds(total));
    let models = made
        .iter()
        .filter(|made| made.artefact.manifest.kind == Kind::Model);
    for Made { artefact, .. } in models {
        let manifest = &artefact.manifest;
        println!(
            "\n{}: {} parameters, for release: {}",
            manifest.name,
            manifest.metrics["parameters"],
            manifest.scope.name()
        );
        if let Some(skipped @ 1..) = manifest.metrics["totals"]["skipped"].as_u64() {
            println!("  left out as longer than the context: {skipped} examples");
        }
        let warnings = manifest.metrics["totals"]["warnings"].as_array();
        for warning in warnings.into_iter().flatten().filter_map(|w| w.as_str()) {
            println!("  warning: {warning}");
        }
        print_borders(manifest);
        print_bits_per_byte(manifest);
    }
    let report = made
        .iter()
        .find(|made| made.artefact.manifest.kind == Kind::Report);
    if let Some(report) = report {
        let table = report.artefact.manifest.metrics["table"]
            .as_str()
            .context("the report has no table")?;
        println!("\nOn questions that no model has seen:\n\n{table}");
    }
    if let Some(last) = made
        .iter()
        .rfind(|made| made.artefact.manifest.kind == Kind::Model)
    {
        try_next(recipe, last, made, home);
    }
    Ok(())
}

/// Where the model of `manifest` leant to one side, and what moving the border changed.
fn print_borders(manifest: &Manifest) {
    let borders = manifest.metrics["totals"]["borders"].clone();
    let borders: Vec<train::Settled> = serde_json::from_value(borders).unwrap_or_default();
    for border in borders {
        let (before, after) = (border.before, border.after);
        println!(
            "  border between `{}` and `{}` moved by {:+.2}: of {} to decline granted {} → {}, of {} to grant declined {} → {}",
            border.decline,
            border.grant,
            border.offset,
            border.to_decline,
            before.granted,
            after.granted,
            border.to_grant,
            before.declined,
            after.declined,
        );
    }
}

/// How well the model of `manifest` predicts held-out text, over all and by source.
pub(crate) fn print_bits_per_byte(manifest: &Manifest) {
    let validation = &manifest.metrics["totals"]["validation"];
    let Some(total) = validation["bits_per_byte"].as_f64() else {
        return;
    };
    println!("  held-out text: {total:.3} bits a byte");
    for group in validation["groups"].as_array().into_iter().flatten() {
        let (lang, source) = (group["lang"].as_str(), group["source"].as_str());
        println!(
            "    {} {}: {:.3}",
            lang.unwrap_or("?"),
            source.unwrap_or("?"),
            group["bits_per_byte"].as_f64().unwrap_or(f64::NAN)
        );
    }
}

fn try_next(recipe: &Recipe, last: &Made, made: &[Made], home: &Home) {
    let manifest = &last.artefact.manifest;
    // The name alone means the newest, which is another one if this was made before it.
    let is_newest =
        (home.find(&manifest.name)).is_ok_and(|found| found.manifest.key == manifest.key);
    let model = &match is_newest {
        true => manifest.name.clone(),
        false => manifest.id(),
    };
    println!("\nTry next:");
    if matches!(last.stage, Stage::Tune | Stage::Align) {
        println!("  gensen chat {model}");
    }
    // What the model has read of; of a world, its town.
    let beginning = if recipe.world.is_some() {
        "In Izumi,"
    } else {
        "Once upon a time"
    };
    println!("  gensen generate --model {model} \"{beginning}\"");
    println!("  gensen next --model {model} \"今日は\"");
    if made.iter().any(|made| made.stage == Stage::Index) {
        println!("  gensen trace --model {model} \"(an answer of the model)\"");
    }
    println!("  gensen lineage {model} --format svg --out lineage.svg");
}
