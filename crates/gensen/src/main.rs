//! The `gensen` program: one short file a subcommand, all work in the libraries.

mod commands;
mod output;
mod progress;
mod roofline;
mod watch;

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use ledger::Home;

use crate::output::Output;

/// Makes language models out of text, from the licence ledger to the chat, and follows every answer
/// back to its source.
#[derive(Parser)]
#[command(
    version,
    about,
    after_help = "Begin with: gensen run recipes/starter.toml"
)]
struct Cli {
    /// Folder of all artefacts [default: the platform's data folder]
    #[arg(long, global = true, env = "GENSEN_HOME")]
    home: Option<PathBuf>,
    /// Print one JSON value instead of text
    #[arg(long, global = true, env = "GENSEN_JSON", value_parser = clap::builder::FalseyValueParser::new())]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Carry out a recipe: every stage in order, those that are up to date skipped
    Run(commands::run::Args),
    /// Carry out a recipe up to its corpus: read, gate by licence, deduplicate, split
    Corpus(commands::run::Args),
    /// Carry out a recipe up to its tokenizer
    Tokenizer(commands::run::Args),
    /// Carry out a recipe up to its pre-trained model
    Train(commands::run::Args),
    /// Carry out a recipe up to its instruction-tuned model
    Tune(commands::tune::Args),
    /// Carry out a recipe up to its aligned model
    Align(commands::run::Args),
    /// Print a recipe with every key that has a value, in the file, by default, by --set or the environment
    Recipe(commands::run::Args),
    /// Write a starter world: a synthetic bilingual web whose every fact is known
    World(commands::world::Args),
    /// Talk with a model
    Chat(commands::chat::Args),
    /// Continue a text
    Generate(commands::generate::Args),
    /// What may come next: the model's distribution over the next token, as bars
    Next(commands::next::Args),
    /// How surprised a model is by a text, token by token
    Score(commands::score::Args),
    /// Follow an answer back to the documents that hold its words
    Trace(commands::trace::Args),
    /// Measure this machine, and how fast a recipe's model trains on it: where the time goes
    Bench(commands::bench::Args),
    /// Examine models with the held-out tests of their world
    Eval(commands::eval::Args),
    /// Copy a model out as a Hugging Face folder, if its licences allow the release
    Export(commands::export::Args),
    /// List artefacts
    Ls(commands::ls::Args),
    /// Show all that is known about an artefact
    Show(commands::show::Args),
    /// Draw what an artefact was made of
    Lineage(commands::lineage::Args),
    /// Remove artefacts that nothing depends on
    Rm(commands::rm::Args),
}

fn main() -> ExitCode {
    end_where_nothing_can_be_printed();
    let cli = Cli::parse();
    match dispatch(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            progress::tell(&format!("error: {}", explain(&error)));
            let mut causes = error.chain().filter_map(|cause| cause.downcast_ref());
            if causes.any(ledger::lacks_room) {
                progress::tell("make room and start it again: what was finished is kept");
            }
            ExitCode::FAILURE
        }
    }
}

/// Where nobody reads any more, behind `| head` or at a terminal that was closed, there is nothing left to do and nothing
/// wrong; what cannot be written for another reason, as on a full disk, is an error: `println!` would panic at all of them.
fn end_where_nothing_can_be_printed() {
    let to_terminal = std::io::stdout().is_terminal();
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let message = panic.payload().downcast_ref::<String>();
        let Some(failure) = message.filter(|text| text.starts_with("failed printing to stdout"))
        else {
            return usual(panic);
        };
        // The standard library tells the cause in words only: EPIPE, and EIO, which of a file means a bad disk.
        if failure.ends_with("(os error 32)") || to_terminal && failure.ends_with("(os error 5)") {
            std::process::exit(0);
        }
        progress::tell(&format!("error: {failure}: what was printed is not whole"));
        std::process::exit(1);
    }));
}

/// The error with its causes, those left out that a message above them has told already.
fn explain(error: &anyhow::Error) -> String {
    error
        .chain()
        .fold(String::new(), |told, cause| match cause.to_string() {
            cause if told.is_empty() => cause,
            cause if told.contains(&cause) => told,
            cause => format!("{told}: {cause}"),
        })
}

fn dispatch(cli: Cli) -> Result<()> {
    use pipeline::Stage;
    tensor::cpu::Tier::detect()?;
    tensor::cpu::detect_threads()?;
    let output = if cli.json { Output::Json } else { Output::Text };
    // Opened by those alone that need it: without a home folder the others work all the same.
    let home = || -> Result<Home> {
        let folder = cli.home.map_or_else(default_home, Ok)?;
        Ok(Home::open(&folder)?)
    };
    match cli.command {
        Command::Run(args) => commands::run::run(args, &home()?, output, Stage::Evaluate),
        Command::Corpus(args) => commands::run::run(args, &home()?, output, Stage::Corpus),
        Command::Tokenizer(args) => commands::run::run(args, &home()?, output, Stage::Tokenizer),
        Command::Train(args) => commands::run::run(args, &home()?, output, Stage::Pretrain),
        Command::Tune(args) => commands::tune::run(args, &home()?, output),
        Command::Align(args) => commands::run::run(args, &home()?, output, Stage::Align),
        Command::Recipe(args) => commands::recipe::run(args, output),
        Command::World(args) => commands::world::run(args, output),
        Command::Chat(args) => commands::chat::run(args, &home()?, output),
        Command::Generate(args) => commands::generate::run(args, &home()?, output),
        Command::Next(args) => commands::next::run(args, &home()?, output),
        Command::Score(args) => commands::score::run(args, &home()?, output),
        Command::Trace(args) => commands::trace::run(args, &home()?, output),
        Command::Bench(args) => commands::bench::run(args, output),
        Command::Eval(args) => commands::eval::run(args, &home()?, output),
        Command::Export(args) => commands::export::run(args, &home()?, output),
        Command::Ls(args) => commands::ls::run(args, &home()?, output),
        Command::Show(args) => commands::show::run(args, &home()?, output),
        Command::Lineage(args) => commands::lineage::run(args, &home()?, output),
        Command::Rm(args) => commands::rm::run(args, &home()?, output),
    }
}

/// Where artefacts live unless the person says otherwise.
fn default_home() -> Result<PathBuf> {
    let variable = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let data = if cfg!(target_os = "macos") {
        variable("HOME").map(|home| home.join("Library/Application Support"))
    } else if cfg!(windows) {
        variable("APPDATA")
    } else {
        variable("XDG_DATA_HOME").or_else(|| variable("HOME").map(|home| home.join(".local/share")))
    };
    data.map(|data| data.join("gensen"))
        .context("no home folder is known: name one with --home or GENSEN_HOME")
}
