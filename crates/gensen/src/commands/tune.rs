//! `gensen tune`: a recipe up to its tuned model, or with `--show`, what the model is tuned on.

use anyhow::{Result, bail};
use corpus::Split;
use ledger::Home;
use pipeline::{Run, Stage};
use tokenizer::{ChatTemplate, Tokenizer};

use crate::output::Output;
use crate::watch::Screen;

#[derive(clap::Args)]
#[group(id = "tune")] // by default groups are named after their struct, and this one holds another `Args`
pub(crate) struct Args {
    #[command(flatten)]
    run: super::run::Args,
    /// Print the first N conversations token by token with their loss mask, and train nothing
    #[arg(long, value_name = "N", conflicts_with = "profile")]
    show: Option<usize>,
}

pub(crate) fn run(args: Args, home: &Home, output: Output) -> Result<()> {
    let Some(count) = args.show else {
        return super::run::run(args.run, home, output, Stage::Tune);
    };
    if output.is_json() {
        bail!("--show prints text: leave --json (GENSEN_JSON) out");
    }
    let recipe = args.run.read()?;
    let mut screen = Screen::new(false);
    let prepared = Run::new(&recipe, home, &mut screen).conversations()?;
    let tokenizer = Tokenizer::load(&prepared.tokenizer.path)?;
    let template = ChatTemplate::of(&tokenizer)?;
    for conversation in corpus::conversations(&prepared.records.path, Split::Train)?.take(count) {
        let conversation = conversation?;
        let from = &conversation.provenance;
        println!("{} ({}, {})", from.id, from.lang, from.license);
        println!(
            "{}",
            train::conversation_tokens(&conversation, &tokenizer, &template)?.show(&tokenizer)
        );
    }
    Ok(())
}
