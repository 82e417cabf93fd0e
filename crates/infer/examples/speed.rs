//! Tokens a second of generation with a new Llama-style model.
//!
//! ```text
//! cargo run --release -p infer --example speed -- [WIDTH LAYERS VOCAB]
//! ```

use std::error::Error;
use std::ops::ControlFlow;

use infer::{Generator, Request, Sampling};
use model::{Config, Model};

fn main() -> Result<(), Box<dyn Error>> {
    let sizes: Result<Vec<usize>, _> = std::env::args().skip(1).map(|size| size.parse()).collect();
    let (width, layers, vocab_size) = match sizes?[..] {
        [] => (384, 6, 8192),
        [width, layers, vocab_size] => (width, layers, vocab_size),
        _ => return Err("usage: speed [WIDTH LAYERS VOCAB]".into()),
    };
    let config = Config::llama(vocab_size, 512, width, layers, width / 64);
    println!("{} parameters", config.parameter_count().total());
    let model = Model::new(config, 1)?;
    for at_once in [1, 8, 32, 64] {
        let mut generator = Generator::new(&model).with_slots(at_once);
        let requests: Vec<Request> = (0..at_once)
            .map(|n| Request {
                prompt: (0..64 + n as u32).collect(),
                sampling: Sampling {
                    top_p: Some(0.9),
                    ..Sampling::plain(n as u64)
                },
                max_tokens: Some(64),
                ..Request::default()
            })
            .collect();
        generator.generate_all(&requests, &mut |_| ControlFlow::Continue(()))?;
        let counts = generator.counts();
        println!(
            "{at_once:3} at once: {:8.0} tokens/s generated, {:8.0} prompt tokens/s",
            counts.tokens_per_s(),
            counts.prompt_tokens as f64 / counts.prompt_s
        );
    }
    Ok(())
}
