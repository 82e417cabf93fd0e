//! `gensen chat`: a conversation in the terminal.

use std::io::{BufRead, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use anyhow::{Context, Result, bail, ensure};
use corpus::Role;
use infer::{Conversation, Finish, Generator};
use ledger::Home;
use rustyline::error::ReadlineError;
use rustyline::{DefaultEditor, config::Config};
use tokenizer::{ChatTemplate, Tokenizer};

use super::generate::SamplingArgs;
use crate::output::Output;
use crate::progress;

const HELP: &str = "\
/help          this
/new           forget the conversation
/history       show the conversation
/undo          take back the last question and its answer
/why           follow the last answer back to what the model has read
/quit          leave (Ctrl-D does too)";

/// Low: a question about a fact has one right answer, from which chance would only lead away.
const TEMPERATURE: f32 = 0.2;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[arg(default_value = super::DEFAULT_MODEL, env = "GENSEN_MODEL")]
    model: String,
    /// What the model is told before the conversation; heeded by models that were tuned with such messages
    #[arg(long)]
    system: Option<String>,
    /// Most tokens of an answer
    #[arg(long, default_value = "200", value_parser = super::at_least_one, allow_negative_numbers = true)]
    max_tokens: NonZeroUsize,
    #[command(flatten)]
    sampling: SamplingArgs,
}

pub(crate) fn run(args: Args, home: &Home, output: Output) -> Result<()> {
    if output.is_json() {
        bail!("a chat is text: leave --json (GENSEN_JSON) out, or use `gensen generate --json`");
    }
    args.sampling.sampling(TEMPERATURE).validate()?;
    let artefact = home.find(&args.model)?;
    let (model, tokenizer) = pipeline::load_model(&artefact)?;
    let mut input = Input::open(home)?;
    let mut chat = Chat {
        generator: Generator::new(&model).with_tokenizer(&tokenizer)?,
        conversation: empty(&args, &tokenizer)?,
        model: artefact.manifest.id(),
        is_long: false,
        is_watched: input.is_terminal(),
        unanswered: 0,
        args: &args,
    };
    if pipeline::is_base(&artefact)? {
        progress::tell(&format!(
            "{} is a base model: it continues texts and has not learnt to answer (`gensen generate` is made for that)",
            artefact.manifest.id()
        ));
    }
    if input.is_terminal() {
        println!(
            "{} — {} parameters. /help for help, /quit to leave.",
            artefact.manifest.id(),
            model.params.count()
        );
    }
    while let Some(line) = input.line()? {
        let line = line.trim();
        match line.to_ascii_lowercase().as_str() {
            "" => {}
            "/help" => println!("{HELP}"),
            "/quit" | "/exit" => break,
            "/new" => {
                chat.conversation = empty(&args, &tokenizer)?;
                chat.is_long = false;
            }
            "/undo" => chat.undo(),
            "/history" => chat
                .conversation
                .messages()
                .iter()
                .for_each(|m| println!("{}: {}", m.role, m.content)),
            "/why" => chat.why(home),
            _ if line.starts_with('/') => chat.refuse(line),
            _ => chat.ask(line),
        }
    }
    ensure!(
        chat.unanswered == 0,
        "not every question could be answered: {} got no answer",
        chat.unanswered
    );
    Ok(())
}

fn empty<'t>(args: &Args, tokenizer: &'t Tokenizer) -> Result<Conversation<'t>> {
    let mut conversation = Conversation::new(tokenizer, ChatTemplate::of(tokenizer)?);
    if let Some(system) = &args.system {
        conversation.push(Role::System, system);
    }
    Ok(conversation)
}

/// A conversation under way.
struct Chat<'m> {
    generator: Generator<'m>,
    conversation: Conversation<'m>,
    /// The artefact itself: its name may mean a newer one meanwhile.
    model: String,
    /// Whether the person has been told that the model no longer sees the beginning.
    is_long: bool,
    /// Whether a person sees at once what goes wrong; a program is told on standard error, and by the exit code.
    is_watched: bool,
    unanswered: usize,
    args: &'m Args,
}

impl Chat<'_> {
    /// Takes back the last question with its answer.
    fn undo(&mut self) {
        while let Some(Role::User | Role::Assistant) =
            self.conversation.messages().last().map(|m| m.role)
        {
            if self
                .conversation
                .pop()
                .is_some_and(|message| message.role == Role::User)
            {
                return;
            }
        }
    }

    /// Prints the answer as it comes. What goes wrong is told; the conversation goes on.
    fn ask(&mut self, question: &str) {
        let max_tokens = self
            .args
            .max_tokens
            .get()
            .min(self.generator.config().context / 2);
        let options = infer::Request {
            sampling: self.args.sampling.sampling(TEMPERATURE),
            max_tokens: Some(max_tokens),
            ..self.generator.chat_request(Vec::new())
        };
        let mut print = |piece: infer::Piece<'_>| {
            print!("{}", piece.text);
            match std::io::stdout().flush() {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            }
        };
        match self
            .conversation
            .reply(&mut self.generator, question, &options, &mut print)
        {
            Ok(reply) => {
                println!();
                if reply.dropped_messages > 0 && !std::mem::replace(&mut self.is_long, true) {
                    println!(
                        "(the conversation is longer than the model can hold: from here on it no longer sees the beginning; /new begins anew)"
                    );
                }
                if reply.completion.finish == Finish::MaxTokens {
                    println!("(cut after {max_tokens} tokens)");
                }
            }
            Err(error) if self.is_watched => println!("({error})"),
            Err(error) => {
                progress::tell(&format!("no answer to `{}`: {error}", beginning(question)));
                self.unanswered += 1;
            }
        }
    }

    /// What begins as a command does and is none. From a program it was a question, most likely.
    fn refuse(&mut self, line: &str) {
        if self.is_watched {
            println!("{line} is not a command\n{HELP}");
        } else {
            progress::tell(&format!(
                "no answer to `{}`: it is not a command, and a question may not begin with `/`",
                beginning(line)
            ));
            self.unanswered += 1;
        }
    }

    fn why(&self, home: &Home) {
        let answers = self.conversation.messages().iter().rev();
        match answers
            .clone()
            .find(|message| message.role == Role::Assistant)
        {
            Some(answer) => match super::trace::of(&answer.content, &self.model, 3, home) {
                Ok(trace) => println!("{trace}"),
                Err(error) => println!("({error:#})"),
            },
            None => println!("there is no answer yet"),
        }
    }
}

/// Enough of a line to know it by.
fn beginning(line: &str) -> String {
    line.chars().take(40).collect()
}

/// Lines from a person, with editing and history, or from a pipe.
enum Input {
    Person {
        editor: Box<DefaultEditor>,
        history: std::path::PathBuf,
    },
    Pipe,
}

impl Input {
    fn open(home: &Home) -> Result<Self> {
        if !std::io::stdin().is_terminal() {
            return Ok(Input::Pipe);
        }
        let config = Config::builder().auto_add_history(true).build();
        let mut editor = Box::new(DefaultEditor::with_config(config)?);
        let history = home.root().join("chat-history.txt");
        // The first time there is none.
        let _ = editor.load_history(&history);
        Ok(Input::Person { editor, history })
    }

    fn is_terminal(&self) -> bool {
        matches!(self, Input::Person { .. })
    }

    fn line(&mut self) -> Result<Option<String>> {
        match self {
            Input::Person { editor, history } => match editor.readline("› ") {
                Ok(line) => {
                    // Where no history can be kept, the talk goes on all the same.
                    let _ = editor
                        .append_history(history)
                        .or_else(|_| editor.save_history(history));
                    Ok(Some(line))
                }
                Err(ReadlineError::Eof | ReadlineError::Interrupted) => Ok(None),
                Err(error) => Err(error.into()),
            },
            Input::Pipe => loop {
                let mut line = Vec::new();
                let read = std::io::stdin()
                    .lock()
                    .read_until(b'\n', &mut line)
                    .context("read from standard input")?;
                match String::from_utf8(line) {
                    _ if read == 0 => return Ok(None),
                    Ok(line) => return Ok(Some(line)),
                    Err(_) => progress::tell("a line that is not UTF-8 was passed over"),
                }
            },
        }
    }
}
