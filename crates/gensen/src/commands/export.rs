//! `gensen export`: a model for other programs, if its licences allow.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use ledger::{Artefact, Home, Scope};
use model::Storage;
use pipeline::{Credits, Gap};

use crate::output::{self, Output};
use crate::progress::Line;

/// The list of those whom the licences of training data ask to be named.
const CREDITS: &str = "CREDITS.md";

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
    let storage = if args.bf16 {
        Storage::Bf16
    } else {
        Storage::F32
    };
    let mut manifest = serde_json::to_value(&artefact.manifest)?;
    // Its warnings name files of this machine.
    let totals = manifest.pointer_mut("/metrics/totals");
    if let Some(totals) = totals.and_then(|totals| totals.as_object_mut()) {
        totals.remove("warnings");
    }
    if let Some(manifest) = manifest.as_object_mut() {
        // They are of the files in the home, which are written anew here.
        manifest.remove("files");
        manifest.remove("seal");
    }
    let manifest = serde_json::to_vec_pretty(&manifest)?;
    let draft = Draft::beside(&args.folder)?;
    model.save(&draft.folder, storage)?;
    tokenizer.beginning_documents().save(&draft.folder)?;
    let path = draft.folder.join("gensen-manifest.json");
    std::fs::write(&path, manifest).with_context(|| format!("write {}", path.display()))?;
    let credits = write_credits(home, &artefact, &draft.folder)?;
    ledger::publish(&draft.folder, &args.folder)?;
    tell(&artefact, &args.folder, credits.as_ref(), output)
}

/// Whom to credit, beside the model, if its licences ask for anything.
fn write_credits(home: &Home, model: &Artefact, folder: &Path) -> Result<Option<Credits>> {
    if model.manifest.duties.names().is_empty() {
        return Ok(None);
    }
    let mut line = Line::new("export");
    let credits = pipeline::credits(home, model, &mut |progress| line.update(progress))?;
    let path = folder.join(CREDITS);
    std::fs::write(&path, credits.to_string())
        .with_context(|| format!("write {}", path.display()))?;
    Ok(Some(credits))
}

fn tell(model: &Artefact, folder: &Path, credits: Option<&Credits>, output: Output) -> Result<()> {
    let id = model.manifest.id();
    let list = folder.join(CREDITS);
    if output.is_json() {
        let credits = credits.map(|credits| {
            let gaps: Vec<String> = credits.gaps().map(Gap::to_string).collect();
            serde_json::json!({ "file": list.display().to_string(), "documents": credits.documents(), "gaps": gaps })
        });
        return output::json(
            &serde_json::json!({ "model": id, "folder": folder.display().to_string(), "credits": credits }),
        );
    }
    println!("{id} is in {}", folder.display());
    let Some(credits) = credits else {
        return Ok(());
    };
    let duties = model.manifest.duties.names().join(", ");
    println!("whoever passes it on must mind: {duties}");
    println!("whom to credit is in {}", list.display());
    for gap in credits.gaps() {
        println!("  warning: that list is incomplete: {gap}");
    }
    Ok(())
}

/// A hidden folder beside the target, renamed when it is whole, so that nobody ever finds half a
/// model. It goes away with what it holds if that never comes to pass.
struct Draft {
    folder: PathBuf,
}

impl Draft {
    fn beside(target: &Path) -> Result<Self> {
        let name = target
            .file_name()
            .with_context(|| format!("{} does not name a folder to make", target.display()))?;
        let parent = target.parent().unwrap_or(Path::new(""));
        let hidden = format!(".{}.draft-{}", name.to_string_lossy(), std::process::id());
        let folder = parent.join(hidden);
        std::fs::create_dir_all(parent).with_context(|| format!("create {}", parent.display()))?;
        std::fs::create_dir(&folder).with_context(|| format!("create {}", folder.display()))?;
        Ok(Self { folder })
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Best effort; after the renaming there is nothing left to remove.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
