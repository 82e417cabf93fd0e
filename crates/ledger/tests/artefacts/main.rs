//! Artefacts from draft to removal, and what damage does to them.

mod damage;
mod kin;
mod life;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ledger::{Artefact, Home, Input, Kind, LOG_FOLDER, LicenceCount, Outcome, Plan, Scope};
use serde_json::json;

fn home() -> (tempfile::TempDir, Home) {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::open(folder.path()).unwrap();
    (folder, home)
}

fn plan(kind: Kind, name: &str, inputs: Vec<Input>) -> Plan {
    Plan {
        kind,
        name: name.to_string(),
        inputs,
        config: json!({ "seed": 1 }),
    }
}

fn outcome(licence: &str, documents: u64, scope: Scope) -> Outcome {
    Outcome {
        licences: BTreeMap::from([(
            licence.to_string(),
            LicenceCount {
                documents,
                bytes: 10,
            },
        )]),
        scope,
        ..Outcome::default()
    }
}

/// Makes an artefact with two files.
fn make(home: &Home, plan: &Plan, outcome: Outcome) -> Artefact {
    let draft = home.draft(plan).unwrap();
    fs::write(
        draft.path().join("data.bin"),
        format!("data of {}", plan.name),
    )
    .unwrap();
    fs::create_dir(draft.path().join(LOG_FOLDER)).unwrap();
    fs::write(draft.path().join(LOG_FOLDER).join("times"), "0.1 s").unwrap();
    draft.commit(outcome).unwrap()
}

/// Changes a file that is read-only.
fn overwrite(path: &Path, bytes: &[u8]) {
    fs::remove_file(path).unwrap();
    fs::write(path, bytes).unwrap();
}

/// world → corpus → tokenizer, shards → model; clinic notes → model of the clinic.
fn family(home: &Home) -> Artefact {
    let outside = Input::outside("source", Path::new("/data/notes.jsonl"), "ab".repeat(32));
    let notes = make(
        home,
        &plan(Kind::Corpus, "notes", vec![outside]),
        outcome("LicenseRef-Confidential", 2100, Scope::Internal),
    );
    let world = make(
        home,
        &plan(Kind::World, "world", vec![]),
        outcome("CC0-1.0", 9, Scope::Open),
    );
    let mut open = outcome("CC-BY-SA-4.0", 900, Scope::Open);
    open.licences.insert(
        "CC0-1.0".to_string(),
        LicenceCount {
            documents: 10,
            bytes: 1,
        },
    );
    open.duties.attribution = true;
    open.duties.share_alike = true;
    let corpus = make(
        home,
        &plan(Kind::Corpus, "pages", vec![world.input("source")]),
        open.clone(),
    );
    let tokenizer = make(
        home,
        &plan(Kind::Tokenizer, "pieces", vec![corpus.input("corpus")]),
        open.clone(),
    );
    let inputs = vec![corpus.input("corpus"), tokenizer.input("tokenizer")];
    let shards = make(
        home,
        &plan(Kind::Shards, "pages-shards", inputs),
        open.clone(),
    );
    let inputs = vec![shards.input("shards"), tokenizer.input("tokenizer")];
    let base = make(home, &plan(Kind::Model, "base", inputs), open);
    let mut narrow = Outcome::default();
    narrow.inherit(&base.manifest);
    narrow.inherit(&notes.manifest);
    narrow.restrict(&tokenizer.manifest);
    let inputs = vec![
        base.input("parent"),
        notes.input("corpus"),
        tokenizer.input("tokenizer"),
    ];
    make(home, &plan(Kind::Model, "clinic", inputs), narrow)
}
