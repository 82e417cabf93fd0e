//! `gensen next`: what a language model is, in one picture.

use anyhow::Result;
use infer::Generator;
use ledger::Home;

use crate::output::{self, Output};

const BAR_WIDTH: f64 = 40.0;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The text that has been said so far
    text: String,
    #[arg(long, default_value = super::DEFAULT_MODEL, env = "GENSEN_MODEL")]
    model: String,
    /// How many candidates to show
    #[arg(long, default_value_t = 15)]
    top: usize,
}

pub(crate) fn run(args: Args, home: &Home, output: Output) -> Result<()> {
    let (model, tokenizer) = pipeline::load_model(&home.find(&args.model)?)?;
    let next = Generator::new(&model).next(&tokenizer.encode_document(&args.text), args.top)?;
    if output.is_json() {
        let candidate = |&(id, probability): &(u32, f64)| {
            let mut token = super::token(&tokenizer, id);
            token["probability"] = probability.into();
            token
        };
        let candidates: Vec<_> = next.candidates.iter().map(candidate).collect();
        return output::json(&serde_json::json!({
            "candidates": candidates, "rest": next.rest, "entropy_bits": next.entropy_bits,
        }));
    }
    println!("{} ▁", args.text);
    let longest = next
        .candidates
        .first()
        .map_or(1.0, |(_, p)| *p)
        .max(next.rest);
    for (id, probability) in &next.candidates {
        println!(
            "{:>6.2} %  {:<bar$}  {}",
            100.0 * probability,
            bar(probability / longest),
            tokenizer.show(*id),
            bar = BAR_WIDTH as usize
        );
    }
    println!(
        "{:>6.2} %  {:<bar$}  all others",
        100.0 * next.rest,
        bar(next.rest / longest),
        bar = BAR_WIDTH as usize
    );
    println!(
        "undecided by {:.2} bits: as if among {:.1} equally likely tokens",
        next.entropy_bits,
        next.entropy_bits.exp2()
    );
    Ok(())
}

/// A bar in eighths of a character.
fn bar(share: f64) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = (share.clamp(0.0, 1.0) * BAR_WIDTH * 8.0).round() as usize;
    "█".repeat(eighths / 8) + EIGHTHS[eighths % 8]
}

#[cfg(test)]
mod tests {
    #[test]
    fn bars_grow_in_eighths() {
        assert_eq!(super::bar(0.0), "");
        assert_eq!(super::bar(1.0).chars().count(), 40);
        assert_eq!(super::bar(0.5 / 40.0), "▌");
    }
}
