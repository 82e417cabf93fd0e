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
    let mut removed = Vec::new();
    for name in &args.names {
        let id = home.remove(name)?;
        if !output.is_json() {
            println!("removed {id}");
        }
        removed.push(id);
    }
    let unfinished = match args.unfinished {
        true => home.unfinished()?,
        false => Vec::new(),
    };
    for left in unfinished.into_iter().filter(|left| !left.is_busy) {
        home.remove_unfinished(&left.id)?;
        if !output.is_json() {
            println!("removed what there was of {}", left.id);
        }
        removed.push(left.id);
    }
    if output.is_json() {
        return output::json(&removed);
    }
    Ok(())
}
