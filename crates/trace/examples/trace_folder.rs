//! Indexes a folder or file of documents as if one run had read them all, and traces a line of text:
//!
//! `cargo run --release -p trace --example trace_folder -- FOLDER "some text"`
//!
//! Prints how long building, opening and tracing took.

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use corpus::{Document, Source};
use ledger::Policy;
use trace::{Builder, Index, Options, Part, Phase, Role, Seen, Stage, TrainingDocument};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, text] = &arguments[..] else {
        return Err("give a folder of documents and a text".into());
    };
    let out = tempfile::tempdir()?;

    let start = Instant::now();
    let stage = Stage {
        phase: Phase::PreTraining,
        model: "example".into(),
    };
    let mut builder = Builder::create(out.path(), vec![stage])?;
    for document in corpus::read::<Document>(&Source::new(Path::new(folder)))? {
        builder.add(&training(document?))?;
    }
    let meta = builder.finish()?;
    let built = start.elapsed();

    let start = Instant::now();
    let index = Index::open(out.path())?;
    let opened = start.elapsed();
    let start = Instant::now();
    let trace = index.trace(text, &Options::default(), &Policy::default())?;
    let traced = start.elapsed();

    println!("{trace}");
    let mb = |bytes: u64| bytes as f64 / 1e6;
    println!(
        "{} documents, {:.1} MB of text, {:.1} MB of postings; built in {built:.1?}, opened in {opened:.1?}, traced in {traced:.1?}",
        meta.documents,
        mb(meta.original_bytes),
        mb(meta.postings * 8),
    );
    Ok(())
}

fn training(document: Document) -> TrainingDocument {
    TrainingDocument {
        seen: vec![Seen {
            step: 0,
            start: 0,
            end: document.text.len() as u64,
        }],
        provenance: document.provenance,
        stage: 0,
        parts: vec![Part {
            role: Role::Text,
            text: document.text,
        }],
    }
}
