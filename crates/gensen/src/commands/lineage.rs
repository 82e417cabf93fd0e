//! `gensen lineage`: what an artefact was made of, back to the sources.

use std::path::PathBuf;

use anyhow::{Context, Result};
use ledger::Home;

use crate::output::Output;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Name, or name@key; without it, everything in the home
    name: Option<String>,
    /// How to draw it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
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
    let lineage = match &args.name {
        Some(name) => home.lineage(name)?,
        None => home.whole_lineage()?,
    };
    let text = match args.format {
        _ if output.is_json() => serde_json::to_string_pretty(&lineage)? + "\n",
        Format::Text => lineage.text(),
        Format::Dot => lineage.dot(),
        Format::Svg => lineage.svg(),
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
