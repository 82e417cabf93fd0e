//! `gensen rm`: removes artefacts that nothing depends on.

use anyhow::Result;
use ledger::Home;

use crate::output::{self, Output};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Names, or name@key
    #[arg(required = true)]
    names: Vec<String>,
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
    if output.is_json() {
        return output::json(&removed);
    }
    Ok(())
}
