//! `gensen trace`: an answer's words in the documents that the model has read.

use anyhow::{Result, ensure};
use ledger::{Home, Policy};

use crate::output::{self, Output};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The answer to follow back
    answer: String,
    #[arg(long, default_value = super::DEFAULT_MODEL, env = "GENSEN_MODEL")]
    model: String,
    /// How many documents to show
    #[arg(long, default_value_t = 5)]
    documents: usize,
}

pub(crate) fn run(args: Args, home: &Home, output: Output) -> Result<()> {
    let trace = of(&args.answer, &args.model, args.documents, home)?;
    if output.is_json() {
        return output::json(&trace);
    }
    print!("{trace}");
    Ok(())
}

/// Follows `answer` back through the index of `model`.
pub(crate) fn of(
    answer: &str,
    model: &str,
    documents: usize,
    home: &Home,
) -> Result<::trace::Trace> {
    ensure!(
        answer.chars().any(char::is_alphanumeric),
        "there are no words to follow back in this answer"
    );
    let model = home.find(model)?;
    let index = pipeline::index_of(&model, home)?;
    index.verify()?;
    let index = ::trace::Index::open(&index.path)?;
    let options = ::trace::Options {
        documents_max: documents,
        ..::trace::Options::default()
    };
    Ok(index.trace(answer, &options, &Policy::for_scope(model.manifest.scope))?)
}
