//! `gensen world`: writes a starter world to a folder.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::output::{self, Output};
use crate::progress::Line;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder to write to: a new one, or an empty one
    folder: PathBuf,
    /// Size of the public documents, in megabytes
    #[arg(long, default_value_t = 4.0)]
    megabytes: f64,
    /// Another seed, another town; the starter's by default
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub(crate) fn run(args: Args, output: Output) -> Result<()> {
    if std::fs::read_dir(&args.folder).is_ok_and(|mut entries| entries.next().is_some()) {
        bail!(
            "{} is not empty, and what is there might be overwritten: name a new folder",
            args.folder.display()
        );
    }
    let options = world::Options {
        seed: args.seed,
        bytes: (args.megabytes * 1e6) as u64,
        ..world::Options::default()
    };
    let mut line = Line::new("world");
    let summary = world::write(&args.folder, &options, &mut |progress| {
        line.update(progress)
    })?;
    line.finish(&args.folder.display().to_string());
    if output.is_json() {
        return output::json(&summary);
    }
    println!(
        "{} documents, {} facts about {} residents and {} places",
        summary.documents, summary.facts, summary.residents, summary.places
    );
    Ok(())
}
