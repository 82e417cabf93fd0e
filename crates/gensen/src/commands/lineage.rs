//! `gensen lineage`: what an artefact was made of, back to the sources.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use ledger::Home;

use crate::output::Output;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Name, or name@key; without it, everything in the home
    name: Option<String>,
    /// How to draw it [default: text]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Write to this file instead of standard output
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// A tree
    Text,
    /// Graphviz
    Dot,
    /// A picture
    Svg,
}

pub(crate) fn run(args: Args, home: &Home, output: Output) -> Result<()> {
    ensure!(
        !output.is_json() || args.format.is_none(),
        "--json and --format are two ways of writing it: leave one out (GENSEN_JSON sets the first)"
    );
    let lineage = match &args.name {
        Some(name) => home.lineage(name)?,
        None => home.whole_lineage()?,
    };
    let text = match args.format {
        None if output.is_json() => serde_json::to_string_pretty(&lineage)? + "\n",
        None | Some(Format::Text) => lineage.text(),
        Some(Format::Dot) => lineage.dot(),
        Some(Format::Svg) => lineage.svg(),
    };
    match &args.out {
        Some(path) => {
            std::fs::write(path, text).with_context(|| format!("write {}", path.display()))
        }
        None => {
            print!("{text}");
            Ok(())
        }
    }
}
