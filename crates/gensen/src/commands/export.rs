//! `gensen export`: a model for other programs, if its licences allow.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use ledger::{Home, Scope};
use model::Storage;

use crate::output::{self, Output};

#[derive(clap::Args)]
pub(crate) struct Args {
    model: String,
    /// The folder to make; it must not exist yet
    folder: PathBuf,
    /// To whom it will be given
    #[arg(long, value_enum, default_value_t = Release::Open)]
    release: Release,
    /// Store weights as bf16: half the size, rounded
    #[arg(long)]
    bf16: bool,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Release {
    /// To everyone, for every purpose
    Open,
    /// To everyone, but not for commercial purposes
    NonCommercial,
    /// To nobody outside the house
    Internal,
}

impl Release {
    fn scope(self) -> Scope {
        match self {
            Release::Open => Scope::Open,
            Release::NonCommercial => Scope::NonCommercial,
            Release::Internal => Scope::Internal,
        }
    }
}

pub(crate) fn run(args: Args, home: &Home, output: Output) -> Result<()> {
    let artefact = home.find(&args.model)?;
    artefact.manifest.check_release(args.release.scope())?;
    let (model, tokenizer) = pipeline::load_model(&artefact)?;
    model.config().transformers_architecture()?;
    if args.folder.exists() {
        bail!(
            "{} exists: name a folder that does not",
            args.folder.display()
        );
    }
    // Written beside the target and renamed, so that nobody ever finds half a model.
    let draft = args.folder.with_extension("tmp");
    let context = || format!("write {}", draft.display());
    std::fs::create_dir_all(&draft).with_context(context)?;
    model.save(
        &draft,
        if args.bf16 {
            Storage::Bf16
        } else {
            Storage::F32
        },
    )?;
    tokenizer.save(&draft)?;
    let manifest = serde_json::to_vec_pretty(&artefact.manifest)?;
    std::fs::write(draft.join("gensen-manifest.json"), manifest).with_context(context)?;
    std::fs::rename(&draft, &args.folder)
        .with_context(|| format!("create {}", args.folder.display()))?;
    if output.is_json() {
        return output::json(
            &serde_json::json!({ "model": artefact.manifest.id(), "folder": args.folder }),
        );
    }
    println!("{} is in {}", artefact.manifest.id(), args.folder.display());
    let duties = artefact.manifest.duties.names();
    if !duties.is_empty() {
        println!("whoever passes it on must mind: {}", duties.join(", "));
    }
    Ok(())
}
