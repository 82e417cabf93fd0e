//! Writes a world: `cargo run --release -p world --example write -- DIR [BYTES] [SEED]`.

use std::path::PathBuf;

use world::{Error, Options};

fn main() -> Result<(), Error> {
    let mut arguments = std::env::args().skip(1);
    let dir = PathBuf::from(arguments.next().unwrap_or_else(|| "world".to_string()));
    let mut options = Options::default();
    if let Some(bytes) = arguments.next().and_then(|text| text.parse().ok()) {
        options.bytes = bytes;
    }
    if let Some(seed) = arguments.next().and_then(|text| text.parse().ok()) {
        options.seed = seed;
    }
    let started = std::time::Instant::now();
    let summary = world::write(&dir, &options, &mut ledger::silent())?;
    println!("{summary:#?}");
    println!("{:.1} s", started.elapsed().as_secs_f64());
    Ok(())
}
