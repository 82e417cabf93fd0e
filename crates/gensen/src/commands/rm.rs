//! `gensen rm`: removes artefacts that nothing depends on.

use anyhow::Result;
use ledger::Home;

use crate::output::{self, Output};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Names, or name@key
    #[arg(required_unless_present = "unfinished")]
    names: Vec<String>,
    /// What killed runs left behind, checkpoints too, and nobody works on: it cannot be taken up again then
    #[arg(long)]
    unfinished: bool,
}

pub(crate) fn run(args: Args, home: &Home, output: Output) -> Result<()> {
    let mut removed = Removed::default();
    let outcome = remove(&args, home, &mut removed);
    // Told when all is done: a reader who has gone must not keep the rest from being removed.
    if output.is_json() {
        let all: Vec<_> = removed
            .artefacts
            .iter()
            .chain(&removed.unfinished)
            .collect();
        output::json(&all)?;
    } else {
        removed
            .artefacts
            .iter()
            .for_each(|id| println!("removed {id}"));
        removed
            .unfinished
            .iter()
            .for_each(|id| println!("removed what there was of {id}"));
    }
    outcome
}

/// Ids of what is gone.
#[derive(Default)]
struct Removed {
    artefacts: Vec<String>,
    unfinished: Vec<String>,
}

fn remove(args: &Args, home: &Home, removed: &mut Removed) -> Result<()> {
    for name in &args.names {
        removed.artefacts.push(home.remove(name)?);
    }
    let unfinished = match args.unfinished {
        true => home.unfinished()?,
        false => Vec::new(),
    };
    for left in unfinished.into_iter().filter(|left| !left.is_busy) {
        home.remove_unfinished(&left.id)?;
        removed.unfinished.push(left.id);
    }
    Ok(())
}
