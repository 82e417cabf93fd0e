//! The real files that lie beside the project; skipped where they do not.

use corpus::{
    Conversation, Document, Error, Gate, Options, Preference, Record, Source, Summary, build,
};
use ledger::{Policy, Scope, Use};
use std::path::{Path, PathBuf};

fn data(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/data")
        .join(name);
    if !path.exists() {
        println!("skipped: ../shared/data/{name} is absent");
        return None;
    }
    Some(path)
}

fn built<R: Record>(path: PathBuf, policy: Policy, r#use: Use) -> Result<Summary, Error> {
    let folder = tempfile::tempdir().unwrap();
    let gate = Gate { policy, r#use };
    let options = Options {
        strict: true,
        ..Options::default()
    };
    build::<R>(
        &[Source::new(path)],
        &gate,
        &options,
        folder.path(),
        &mut ledger::silent(),
    )
}

#[test]
fn stories_are_open() {
    let Some(path) = data("text/stories.jsonl.zst") else {
        return;
    };
    let summary = built::<Document>(path, Policy::default(), Use::Train).unwrap();
    assert_eq!((summary.read, summary.refused_records()), (1175, 0));
    assert_eq!(summary.scope, Scope::Open);
    assert!(summary.duties.share_alike);
    assert_eq!(summary.by_licence.len(), 4, "{:?}", summary.by_licence);
    assert_eq!(summary.by_language["ja"].records, 32);
}

#[test]
fn the_six_double_dialogues_are_found() {
    let Some(path) = data("text/chat-ja.jsonl.zst") else {
        return;
    };
    let summary = built::<Document>(path, Policy::default(), Use::Train).unwrap();
    assert_eq!((summary.read, summary.duplicates), (13_447, 6));
    assert_eq!(summary.train.records + summary.valid.records, 13_441);
}

#[test]
fn non_commercial_stories_are_refused_unless_the_scope_allows() {
    let Some(path) = data("text/nc-sample.jsonl.zst") else {
        return;
    };
    let message = built::<Document>(path.clone(), Policy::default(), Use::Train)
        .unwrap_err()
        .to_string();
    assert!(
        message.contains("declare scope = \"non-commercial\""),
        "{message}"
    );
    let policy = Policy::for_scope(Scope::NonCommercial);
    let summary = built::<Document>(path, policy, Use::Train).unwrap();
    assert_eq!((summary.read, summary.refused_records()), (61, 0));
    assert_eq!(summary.scope, Scope::NonCommercial);
}

#[test]
fn instructions_and_preferences_are_read_whole() {
    for (name, records) in [
        ("instruct/instruction_ja.jsonl.zst", 669),
        ("instruct/gsm8k-train.jsonl.zst", 7473),
        ("instruct/jcommonsenseqa-train.jsonl.zst", 8939),
    ] {
        let Some(path) = data(name) else { return };
        let summary = built::<Conversation>(path, Policy::default(), Use::Tune).unwrap();
        assert_eq!(summary.read, records, "{name}");
        assert_eq!(summary.refused_records(), 0, "{name}");
    }
    let Some(path) = data("preference/hh-rlhf-harmless.jsonl.zst") else {
        return;
    };
    let summary = built::<Preference>(path, Policy::default(), Use::Tune).unwrap();
    assert_eq!(summary.refused_records(), 0);
    assert!(summary.train.records > 1000, "{}", summary.train.records);
}
