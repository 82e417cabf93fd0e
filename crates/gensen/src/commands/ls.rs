//! `gensen ls`: what there is.

use std::collections::BTreeSet;

use anyhow::Result;
use ledger::Home;

use crate::output::{self, Output};
use crate::progress::{count, seconds, to_the_second};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only artefacts of this kind (model, corpus, tokenizer, …)
    #[arg(long)]
    kind: Option<String>,
}

pub(crate) fn run(args: Args, home: &Home, output: Output) -> Result<()> {
    let listing = home.list()?;
    for error in &listing.damaged {
        crate::progress::tell(&format!("damaged: {error}"));
    }
    for left in home.unfinished()? {
        let state = match left.is_busy {
            true => "being made at this moment",
            false => {
                "a training goes on when its recipe is run again as it was, all else is made anew; `gensen rm --unfinished` removes it"
            }
        };
        let size = count(left.bytes);
        crate::progress::tell(&format!("unfinished: {}, {size} bytes: {state}", left.id));
    }
    let wanted = |kind: &str| args.kind.as_deref().is_none_or(|asked| asked == kind);
    let artefacts: Vec<_> = listing
        .artefacts
        .iter()
        .map(|a| &a.manifest)
        .filter(|m| wanted(m.kind.name()))
        .collect();
    if output.is_json() {
        return output::json(&artefacts);
    }
    if let (Some(kind), true, false) = (
        &args.kind,
        artefacts.is_empty(),
        listing.artefacts.is_empty(),
    ) {
        let kinds: BTreeSet<&str> = listing
            .artefacts
            .iter()
            .map(|a| a.manifest.kind.name())
            .collect();
        let kinds = Vec::from_iter(kinds).join(", ");
        println!("no artefact of the kind `{kind}` here; there are: {kinds}");
        return Ok(());
    }
    if artefacts.is_empty() {
        println!("nothing here yet: {}", home.root().display());
        println!("make something: gensen run recipes/starter.toml");
        return Ok(());
    }
    println!(
        "{:<34} {:<11} {:<15} {:>9} {:>9}  {:<12}",
        "NAME", "KIND", "SCOPE", "TOKENS", "TOOK", "CREATED"
    );
    for manifest in artefacts {
        println!(
            "{:<34} {:<11} {:<15} {:>9} {:>9}  {}",
            manifest.id(),
            manifest.kind.name(),
            manifest.scope.name(),
            if manifest.cost.tokens > 0 {
                count(manifest.cost.tokens)
            } else {
                "-".to_string()
            },
            seconds(manifest.cost.duration_s),
            to_the_second(&manifest.created),
        );
    }
    Ok(())
}
