//! `gensen eval`: the examination, any time after the recipe's own.

use std::path::PathBuf;

use anyhow::{Context, Result};
use ledger::Home;

use crate::output::{self, Output};
use crate::progress::Line;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Models to set side by side
    #[arg(default_value = super::DEFAULT_MODEL)]
    models: Vec<String>,
    /// A folder of held-out tests instead of those of the model's world
    #[arg(long)]
    tests: Option<PathBuf>,
    /// Write report and every single answer to this folder
    #[arg(long)]
    out: Option<PathBuf>,
}

pub(crate) fn run(args: Args, home: &Home, output: Output) -> Result<()> {
    let mut reports = Vec::new();
    for name in &args.models {
        let model = home.find(name)?;
        let tests = match &args.tests {
            Some(folder) => pipeline::Tests::read(folder, None)?,
            None => pipeline::Tests::of_world(&pipeline::world_of(&model, home)?)?,
        };
        let mut line = Line::new("evaluate");
        let evaluation =
            pipeline::examine(&model, home, &tests, &mut |progress| line.update(progress))?;
        line.finish(name);
        if let Some(folder) = &args.out {
            let folder = folder.join(&model.manifest.name);
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
