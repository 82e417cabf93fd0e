//! `gensen chat`: a conversation in the terminal.

use std::io::{BufRead, IsTerminal, Write};
use std::ops::ControlFlow;

use anyhow::{Context, Result};
use corpus::{Message, Role};
use infer::{Finish, Generator};
use ledger::Home;
use rustyline::error::ReadlineError;
use rustyline::{DefaultEditor, config::Config};
use tokenizer::{ChatTemplate, Tokenizer};

use super::generate::SamplingArgs;

const HELP: &str = "\
/help          this
/new           forget the conversation
/history       show the conversation
/undo          take back the last question and its answer
/why           follow the last answer back to what the model has read
/quit          leave (Ctrl-D does too)";

#[derive(clap::Args)]
pub(crate) struct Args {
    #[arg(default_value = super::DEFAULT_MODEL, env = "GENSEN_MODEL")]
    model: String,
    /// What the model is told before the conversation
    #[arg(long)]
    system: Option<String>,
    /// Most tokens of an answer
    #[arg(long, default_value_t = 200)]
    max_tokens: usize,
    #[command(flatten)]
    sampling: SamplingArgs,
}

pub(crate) fn run(args: Args, home: &Home) -> Result<()> {
    let artefact = home.find(&args.model)?;
    let (model, tokenizer) = pipeline::load_model(&artefact)?;
    let mut chat = Chat {
        generator: Generator::new(&model).with_tokenizer(&tokenizer)?,
        template: ChatTemplate::of(&tokenizer)?,
        tokenizer: &tokenizer,
        messages: Vec::new(),
        args: &args,
    };
    chat.forget();
    let mut input = Input::open(home)?;
    if input.is_terminal() {
        println!("{} — {} parameters. /help for help, /quit to leave.", artefact.manifest.id(), model.params.count());
    }
    while let Some(line) = input.line()? {
        match line.trim() {
            "" => {}
            "/help" => println!("{HELP}"),
            "/quit" | "/exit" => break,
            "/new" => chat.forget(),
            "/undo" => chat.undo(),
            "/history" => chat.messages.iter().for_each(|m| println!("{}: {}", m.role, m.content)),
            "/why" => why(&chat, &args.model, home)?,
            command if command.starts_with('/') => println!("{command} is not a command\n{HELP}"),
            question => chat.ask(question)?,
        }
    }
    Ok(())
}

/// A conversation under way.
struct Chat<'m> {
    generator: Generator<'m>,
    template: ChatTemplate,
    tokenizer: &'m Tokenizer,
    messages: Vec<Message>,
    args: &'m Args,
}

impl Chat<'_> {
    fn forget(&mut self) {
        self.messages = self.args.system.iter().map(|text| Message::new(Role::System, text)).collect();
    }

    fn undo(&mut self) {
        if let Some(at) = self.messages.iter().rposition(|message| message.role == Role::User) {
            self.messages.truncate(at);
        }
    }

    fn ask(&mut self, question: &str) -> Result<()> {
        self.messages.push(Message::new(Role::User, question));
        let Some(prompt) = self.fitting_prompt()? else {
            self.messages.pop();
            println!("(this is longer than the {} tokens that the model can hold: say it shorter)", self.generator.config().context);
            return Ok(());
        };
        let request = infer::Request {
            sampling: self.args.sampling.sampling(),
            max_tokens: Some(self.args.max_tokens),
            ..self.generator.request(prompt)
        };
        let answer = self.generator.generate(&request, &mut |piece| {
            print!("{}", piece.text);
            match std::io::stdout().flush() {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            }
        })?;
        println!();
        match answer.finish {
            Finish::ContextFull => println!("(the model's context is full: the answer ends here)"),
            Finish::MaxTokens => println!("(cut after {} tokens: --max-tokens allows more)", self.args.max_tokens),
            _ => {}
        }
        self.messages.push(Message::new(Role::Assistant, answer.text));
        Ok(())
    }

    /// The conversation as tokens with room for an answer; the oldest questions go first, with
    /// their answers and said aloud. `None` if even the question alone does not fit.
    fn fitting_prompt(&mut self) -> Result<Option<Vec<u32>>> {
        let context = self.generator.config().context;
        let reserve = self.args.max_tokens.min(context / 4);
        let mut dropped = 0;
        loop {
            let ids = self.template.encode(self.tokenizer, &self.messages, true)?.ids;
            if ids.len() + reserve <= context {
                if dropped > 0 {
                    println!("(the conversation is longer than the model can hold: its first {dropped} messages are forgotten)");
                }
                return Ok(Some(ids));
            }
            let first = usize::from(self.args.system.is_some());
            let later = &self.messages[first..];
            let Some(next) = later.iter().skip(1).position(|message| message.role == Role::User) else {
                return Ok(None);
            };
            self.messages.drain(first..first + next + 1);
            dropped += next + 1;
        }
    }
}

fn why(chat: &Chat<'_>, model: &str, home: &Home) -> Result<()> {
    match chat.messages.iter().rfind(|message| message.role == Role::Assistant) {
        Some(answer) => match super::trace::of(&answer.content, model, 3, home) {
            Ok(trace) => println!("{trace}"),
            Err(error) => println!("{error:#}"),
        },
        None => println!("there is no answer yet"),
    }
    Ok(())
}

/// Lines from a person, with editing and history, or from a pipe.
enum Input {
    Person { editor: Box<DefaultEditor>, history: std::path::PathBuf },
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
                    editor.append_history(history).or_else(|_| editor.save_history(history))?;
                    Ok(Some(line))
                }
                Err(ReadlineError::Eof | ReadlineError::Interrupted) => Ok(None),
                Err(error) => Err(error.into()),
            },
            Input::Pipe => {
                let mut line = String::new();
                let read = std::io::stdin().lock().read_line(&mut line).context("read from standard input")?;
                Ok((read > 0).then_some(line))
            }
        }
    }
}
