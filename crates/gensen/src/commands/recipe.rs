//! `gensen recipe`: a recipe with all its keys.

use anyhow::{Result, ensure};

use crate::output::{self, Output};

pub(crate) fn run(args: super::run::Args, output: Output) -> Result<()> {
    ensure!(
        !args.profile,
        "--profile tells where training's time goes, and nothing is trained here: leave it out"
    );
    let recipe = args.read()?;
    if output.is_json() {
        return output::json(&recipe);
    }
    print!("{}", recipe.to_toml()?);
    Ok(())
}
