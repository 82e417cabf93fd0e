//! `gensen eval`: the examination, any time after the recipe's own.

use std::path::PathBuf;

use anyhow::{Context, Result};
use ledger::{Artefact, Home};

use crate::output::{self, Output};
use crate::progress::Line;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Models to set side by side
    #[arg(default_value = super::DEFAULT_MODEL)]
    models: Vec<String>,
    /// A folder or file of held-out tests instead of those of the model's world
    #[arg(long)]
    tests: Option<PathBuf>,
    /// Write report and every single answer to this folder
    #[arg(long)]
    out: Option<PathBuf>,
}

pub(crate) fn run(args: Args, home: &Home, output: Output) -> Result<()> {
    let mut reports = Vec::new();
    // All are found, with their tests, before the first is examined, for that takes minutes.
    let models = args.models.iter().map(|name| home.find(name));
    let models = models.collect::<Result<Vec<_>, _>>()?;
    let tests = models.iter().map(|model| tests_of(model, &args, home));
    let tests = tests.collect::<Result<Vec<_>>>()?;
    for (model, tests) in models.iter().zip(tests) {
        let title = title(model, &models);
        let mut line = Line::new("evaluate");
        let mut evaluation =
            pipeline::examine(model, home, &tests, &mut |progress| line.update(progress))?;
        line.finish(&title);
        evaluation.report.model.clone_from(&title);
        if let Some(folder) = &args.out {
            let folder = folder.join(&title);
            std::fs::create_dir_all(&folder)
                .with_context(|| format!("create {}", folder.display()))?;
            evaluation.write(&folder)?;
        }
        reports.push(evaluation.report);
    }
    if output.is_json() {
        return output::json(&reports);
    }
    println!("{}", ::eval::compare(&reports).text());
    Ok(())
}

/// What a model is examined with.
fn tests_of(model: &Artefact, args: &Args, home: &Home) -> Result<pipeline::Tests> {
    pipeline::must_be_model(model)?;
    Ok(match &args.tests {
        Some(folder) => pipeline::Tests::read(folder, None)?,
        None => pipeline::Tests::of_world(&pipeline::world_of(model, home)?)?,
    })
}

/// The model's name, with its key where another of them is called the same.
fn title(model: &Artefact, models: &[Artefact]) -> String {
    let manifest = &model.manifest;
    let namesakes = models
        .iter()
        .filter(|other| other.manifest.name == manifest.name);
    if namesakes.count() > 1 {
        manifest.id()
    } else {
        manifest.name.clone()
    }
}
