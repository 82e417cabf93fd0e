//! Prints random documents of a world: `cargo run -p world --example peek -- [COUNT] [ja|en] [SECTION] [SEED]`.

use ledger::random::Random;
use world::documents::Documents;
use world::{Error, Options};

fn main() -> Result<(), Error> {
    let mut arguments = std::env::args().skip(1);
    let count: usize = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(5);
    let language = arguments.next().unwrap_or_default();
    let section = arguments.next().unwrap_or_default();
    let seed: u64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(0);
    let world = Options::default().world();
    let mut random = Random::new(seed, "peek", 0);
    let wanted = |id: &str| id.contains(&format!("/{language}")) && id.contains(&format!("/{section}"));
    let mut shown = 0;
    for document in Documents::new(&world).take(200_000) {
        let document = document?;
        if shown == count {
            break;
        }
        if !wanted(&document.id) || random.below(10) != 0 {
            continue;
        }
        shown += 1;
        println!("── {} · {} · {} · {}\n", document.id, document.title, document.license, document.date);
        println!("{}\n", document.text);
    }
    Ok(())
}
