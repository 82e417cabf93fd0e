//! `gensen generate`: continues a text.

use std::io::Write;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use anyhow::Result;
use infer::{BeamSearch, Finish, Generator, Sampling};
use ledger::Home;
use tokenizer::Tokenizer;

use crate::output::{self, Output};
use crate::progress;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The text to continue
    prompt: String,
    #[arg(long, default_value = super::DEFAULT_MODEL, env = "GENSEN_MODEL")]
    model: String,
    /// Most tokens of the continuation
    #[arg(long, default_value = "100", value_parser = super::at_least_one, allow_negative_numbers = true)]
    max_tokens: NonZeroUsize,
    /// Continue by beam search with so many beams instead of drawing
    #[arg(long, conflicts_with_all = ["temperature", "top_k", "top_p", "min_p", "repetition_penalty", "seed", "stop", "logprobs"])]
    beams: Option<usize>,
    /// End before this text; can be repeated
    #[arg(long)]
    stop: Vec<String>,
    /// Print each token with its log-probability
    #[arg(long)]
    logprobs: bool,
    #[command(flatten)]
    sampling: SamplingArgs,
}

/// Text that goes on may go on in many ways.
const TEMPERATURE: f32 = 0.7;

/// How tokens are drawn; shared with `gensen chat`.
#[derive(clap::Args)]
pub(crate) struct SamplingArgs {
    /// 0 always takes the most probable token [default: 0.7, in a chat 0.2]
    #[arg(long, allow_negative_numbers = true)]
    temperature: Option<f32>,
    /// Draw among the K most probable tokens
    #[arg(long)]
    top_k: Option<usize>,
    /// Draw among the most probable tokens that reach this probability together
    #[arg(long, allow_negative_numbers = true)]
    top_p: Option<f32>,
    /// Draw among tokens at least this fraction as probable as the most probable
    #[arg(long, allow_negative_numbers = true)]
    min_p: Option<f32>,
    /// Above 1: say the same less often
    #[arg(long, default_value_t = 1.0, allow_negative_numbers = true)]
    repetition_penalty: f32,
    /// The same seed gives the same text
    #[arg(long, default_value_t = 0)]
    seed: u64,
}

impl SamplingArgs {
    /// At the temperature that was asked for, or else at `temperature`.
    pub(crate) fn sampling(&self, temperature: f32) -> Sampling {
        Sampling {
            temperature: self.temperature.unwrap_or(temperature),
            top_k: self.top_k,
            top_p: self.top_p,
            min_p: self.min_p,
            repetition_penalty: self.repetition_penalty,
            seed: self.seed,
        }
    }
}

/// An answer for programs.
#[derive(serde::Serialize)]
struct Answer<'a> {
    text: &'a str,
    /// Why it ended, and at what.
    #[serde(flatten)]
    finish: &'a Finish,
    /// What a beam search ranked it by.
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tokens: Option<Vec<serde_json::Value>>,
}

pub(crate) fn run(args: Args, home: &Home, output: Output) -> Result<()> {
    args.sampling.sampling(TEMPERATURE).validate()?;
    let (model, tokenizer) = pipeline::load_model(&home.find(&args.model)?)?;
    let mut generator = Generator::new(&model).with_tokenizer(&tokenizer)?;
    let finish = match args.beams {
        Some(beams) => search(&args, beams, &mut generator, &tokenizer, output)?,
        None => draw(&args, &mut generator, &tokenizer, output)?,
    };
    if finish == Finish::ContextFull {
        let context = model.config().context;
        progress::tell(&format!(
            "it ends here because the model's context of {context} tokens is full"
        ));
    }
    Ok(())
}

/// Continues the text by beam search.
fn search(
    args: &Args,
    beams: usize,
    generator: &mut Generator,
    tokenizer: &Tokenizer,
    output: Output,
) -> Result<Finish> {
    let search = BeamSearch {
        width: beams,
        length_penalty: 1.0,
        max_tokens: Some(args.max_tokens.get()),
        stop_ids: generator.config().eos_token_ids.clone(),
    };
    let prompt = tokenizer.encode_document(&args.prompt);
    let best = generator.beam_search(&prompt, &search)?.swap_remove(0);
    let text = tokenizer.decode(&best.ids);
    match output {
        Output::Json => output::json(&Answer {
            text: &text,
            finish: &best.finish,
            score: Some(best.score),
            tokens: None,
        })?,
        Output::Text => println!("{}{text}", args.prompt),
    }
    Ok(best.finish)
}

/// Continues the text token by token, each drawn among those that may come next.
fn draw(
    args: &Args,
    generator: &mut Generator,
    tokenizer: &Tokenizer,
    output: Output,
) -> Result<Finish> {
    let request = infer::Request {
        sampling: args.sampling.sampling(TEMPERATURE),
        max_tokens: Some(args.max_tokens.get()),
        stop_strings: args.stop.clone(),
        ..generator.request(tokenizer.encode_document(&args.prompt))
    };
    let is_streaming = !output.is_json() && !args.logprobs;
    // Shown with the first piece, so not where the request is refused.
    let mut prompt = is_streaming.then_some(args.prompt.as_str());
    let answer = generator.generate(&request, &mut |piece| {
        if is_streaming {
            print!("{}{}", prompt.take().unwrap_or_default(), piece.text);
            // A closed pipe ends the text, as people expect of `| head`.
            if std::io::stdout().flush().is_err() {
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    })?;
    print!("{}", prompt.unwrap_or_default());
    if output.is_json() {
        let tokens = answer.tokens.iter().map(|chosen| {
            let mut token = super::token(tokenizer, chosen.id);
            token["logprob"] = chosen.logprob.into();
            token
        });
        output::json(&Answer {
            text: &answer.text,
            finish: &answer.finish,
            score: None,
            tokens: Some(tokens.collect()),
        })?;
        return Ok(answer.finish);
    }
    if args.logprobs {
        for token in &answer.tokens {
            println!("{:>8.3}  {}", token.logprob, tokenizer.show(token.id));
        }
    }
    println!();
    Ok(answer.finish)
}
