//! `gensen score`: how surprised a model is by a text.

use anyhow::{Result, bail};
use infer::Generator;
use ledger::Home;

use crate::output::{self, Output};

#[derive(clap::Args)]
pub(crate) struct Args {
    text: String,
    #[arg(long, default_value = super::DEFAULT_MODEL, env = "GENSEN_MODEL")]
    model: String,
}

pub(crate) fn run(args: Args, home: &Home, output: Output) -> Result<()> {
    if args.text.is_empty() {
        bail!("there is no text to score: give some, as in gensen score \"Once upon a time\"");
    }
    let (model, tokenizer) = pipeline::load_model(&home.find(&args.model)?)?;
    let ids = tokenizer.encode_document(&args.text);
    let score = Generator::new(&model).score(&ids)?;
    let tokens = ids[1..].iter().zip(&score.bits);
    let bits_per_byte = score.bits_per_byte(args.text.len());
    if output.is_json() {
        let tokens = tokens.map(|(&id, &bits)| {
            let mut token = super::token(&tokenizer, id);
            token["bits"] = bits.into();
            token
        });
        return output::json(&serde_json::json!({
            "tokens": tokens.collect::<Vec<_>>(),
            "bits": score.total_bits(), "bits_per_byte": bits_per_byte, "perplexity": score.perplexity(),
        }));
    }
    for (&id, bits) in tokens {
        println!(
            "{bits:>7.2} bits  {:<24}  {}",
            "▪".repeat((*bits as usize).min(24)),
            tokenizer.show(id)
        );
    }
    println!(
        "{:.1} bits in all, {bits_per_byte:.3} a byte, perplexity {:.2} a token",
        score.total_bits(),
        score.perplexity()
    );
    Ok(())
}
