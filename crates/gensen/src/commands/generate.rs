//! `gensen generate`: continues a text.

use std::io::Write;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use anyhow::Result;
use infer::{BeamSearch, Generator, Sampling};
use ledger::Home;

use crate::output::{self, Output};

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

pub(crate) fn run(args: Args, home: &Home, output: Output) -> Result<()> {
    args.sampling.sampling(TEMPERATURE).validate()?;
    let (model, tokenizer) = pipeline::load_model(&home.find(&args.model)?)?;
    let mut generator = Generator::new(&model).with_tokenizer(&tokenizer)?;
    let prompt = tokenizer.encode_document(&args.prompt);
    if let Some(beams) = args.beams {
        let search = BeamSearch {
            width: beams,
            length_penalty: 1.0,
            max_tokens: Some(args.max_tokens.get()),
            stop_ids: model.config().eos_token_ids.clone(),
        };
        let best = generator.beam_search(&prompt, &search)?.swap_remove(0);
        let text = tokenizer.decode(&best.ids);
        return match output {
            Output::Json => output::json(&serde_json::json!({ "text": text, "score": best.score })),
            Output::Text => {
                println!("{}{text}", args.prompt);
                Ok(())
            }
        };
    }
    let request = infer::Request {
        sampling: args.sampling.sampling(TEMPERATURE),
        max_tokens: Some(args.max_tokens.get()),
        stop_strings: args.stop.clone(),
        ..generator.request(prompt)
    };
    let is_streaming = !output.is_json() && !args.logprobs;
    if is_streaming {
        print!("{}", args.prompt);
    }
    let answer = generator.generate(&request, &mut |piece| {
        if is_streaming {
            print!("{}", piece.text);
            // A closed pipe ends the text, as people expect of `| head`.
            if std::io::stdout().flush().is_err() {
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    })?;
    let tokens = answer.tokens.iter().map(|token| {
        serde_json::json!({ "id": token.id, "text": tokenizer.decode(&[token.id]), "logprob": token.logprob })
    });
    if output.is_json() {
        return output::json(&serde_json::json!({
            "text": answer.text, "finish": format!("{:?}", answer.finish), "tokens": tokens.collect::<Vec<_>>(),
        }));
    }
    if args.logprobs {
        for token in &answer.tokens {
            println!(
                "{:>8.3}  {:?}",
                token.logprob,
                tokenizer.decode(&[token.id])
            );
        }
    }
    println!();
    Ok(())
}
