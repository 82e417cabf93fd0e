//! From training data through shards and the batch ledger to the traced answer.

use std::path::Path;

use corpus::{Conversation, Document, Message, Preference, Role as Speaker};
use ledger::Policy;
use tokenizer::{ChatTemplate, Tokenizer, TrainOptions};
use trace::{Builder, Error, Index, Options, Phase, Provenance, Role, Stage, TrainingRun};
use train::{BatchHash, Batches, Items, Order, Packing, Shards, TooLong};

fn documents() -> Vec<Document> {
    (0..40)
        .map(|i| Document {
            text: format!(
                "Page {i}. The keeper of lighthouse number {i} has {} lamps. \
                 灯台{i}の守り人は{}個のランプを持っています。",
                i * 7,
                i * 7
            ),
            provenance: Provenance {
                id: format!("doc-{i}"),
                lang: "en".into(),
                license: if i % 2 == 0 { "CC-BY-4.0" } else { "CC0-1.0" }.into(),
                source: "pages".into(),
                url: Some(format!("https://pages.example/{i}")),
                title: Some(format!("Page {i}")),
                author: Some(format!("author of {i}")),
                attribution: Some(format!("name the keeper of {i}")),
                site: Some(format!("site of {i}")),
                date: Some(format!("2026-01-{i:02}")),
            },
        })
        .collect()
}

fn tokenizer() -> Tokenizer {
    let texts: Vec<String> = documents().into_iter().map(|d| d.text).collect();
    let options = TrainOptions {
        vocab_size: 320,
        ..TrainOptions::default()
    };
    Tokenizer::train(texts.iter(), &options, &mut ledger::silent()).unwrap()
}

fn order(items: Items, rows_per_step: u32, context: u32) -> Order {
    let row_tokens = if items == Items::Whole(2) {
        2 * context
    } else {
        context
    };
    let packing = Packing {
        name: "train".into(),
        context,
        row_tokens,
        rows_per_step,
        items,
        too_long: TooLong::Refuse,
    };
    Order {
        seed: 3,
        parts: vec![packing],
    }
}

fn shards(folder: &Path) -> Vec<Shards> {
    vec![Shards::open(folder, "train").unwrap()]
}

fn hash(order: &Order, folder: &Path, steps: u64) -> String {
    BatchHash::at(
        &mut Batches::new(order.clone(), shards(folder)).unwrap(),
        steps,
    )
    .unwrap()
    .0
    .to_hex()
    .to_string()
}

fn ok<T>(records: Vec<T>) -> impl Iterator<Item = Result<T, train::Error>> {
    records.into_iter().map(Ok)
}

fn stage(phase: Phase) -> Vec<Stage> {
    vec![Stage {
        phase,
        model: "model@1".into(),
    }]
}

/// An index of one run over the shards in `folder`.
fn indexed(
    folder: &Path,
    order: Order,
    steps: u64,
    tokenizer: &Tokenizer,
    phase: Phase,
) -> (Index, trace::RunSummary) {
    let out = folder.join("index");
    std::fs::create_dir_all(&out).unwrap();
    let mut builder = Builder::create(&out, stage(phase)).unwrap();
    let batch_hash = hash(&order, folder, steps);
    let run = TrainingRun {
        stage: 0,
        order,
        shards: shards(folder),
        steps,
        batch_hash: &batch_hash,
        tokenizer,
    };
    let summary = builder.add_run(run, &mut ledger::silent()).unwrap();
    builder.finish().unwrap();
    (Index::open(&out).unwrap(), summary)
}

#[test]
fn steps_are_those_that_read_the_passage() {
    let folder = tempfile::tempdir().unwrap();
    let tokenizer = tokenizer();
    train::encode_documents(
        ok(documents()),
        &tokenizer,
        folder.path(),
        "train",
        &mut ledger::silent(),
    )
    .unwrap();
    // Rows of 24 tokens: every document is cut into several pieces, read at different steps.
    let order = order(Items::Split, 2, 24);
    let mut batches = Batches::new(order.clone(), shards(folder.path())).unwrap();
    let steps = batches.steps_for_epochs(1) * 3 / 2;
    let (index, summary) = indexed(folder.path(), order, steps, &tokenizer, Phase::PreTraining);
    assert_eq!((summary.documents, summary.never_read), (40, 0));

    let document = &documents()[17];
    let sentence = "The keeper of lighthouse number 17 has 119 lamps";
    let trace = index
        .trace(sentence, &Options::default(), &Policy::default())
        .unwrap();
    let found = &trace.documents[0];
    assert_eq!(
        (
            found.provenance.id.as_str(),
            found.provenance.license.as_str()
        ),
        ("doc-17", "CC0-1.0")
    );
    let Provenance {
        url,
        title,
        author,
        attribution,
        site,
        date,
        ..
    } = &found.provenance;
    let all = [url, title, author, attribution, site, date];
    assert_eq!(
        all.map(|told| told.as_deref().unwrap_or_default()),
        [
            "https://pages.example/17",
            "Page 17",
            "author of 17",
            "name the keeper of 17",
            "site of 17",
            "2026-01-17"
        ]
    );

    // The same from the ledger's lines: pieces whose text, last target included, overlaps the match.
    let start = document.text.find(sentence).unwrap();
    let tokens = {
        let mut t = vec![0];
        tokenizer.encode_into(&document.text, &mut t);
        t
    };
    let bytes = |end: u32| {
        tokens[1..(end as usize).clamp(1, tokens.len())]
            .iter()
            .map(|t| tokenizer.token_bytes(*t).len())
            .sum::<usize>()
    };
    let mut expected = Vec::new();
    for step in 0..steps {
        let overlaps = |e: &train::batches::Entry| {
            e.document == "doc-17"
                && bytes(e.start) < start + sentence.len()
                && start < bytes(e.end + 1)
        };
        if batches.ledger(step).unwrap().iter().any(overlaps) {
            expected.push(step);
        }
    }
    assert!(expected.len() > 1);
    assert_eq!(found.matches[0].steps, expected);
}

#[test]
fn what_was_never_read_is_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let tokenizer = tokenizer();
    train::encode_documents(
        ok(documents()),
        &tokenizer,
        folder.path(),
        "train",
        &mut ledger::silent(),
    )
    .unwrap();
    let (index, summary) = indexed(
        folder.path(),
        order(Items::Split, 1, 512),
        1,
        &tokenizer,
        Phase::PreTraining,
    );
    assert!(
        summary.documents > 0
            && summary.never_read > 0
            && summary.documents + summary.never_read == 40,
        "{summary:?}"
    );
    let mut held = 0;
    for (i, document) in documents().iter().enumerate() {
        let trace = index
            .trace(&document.text, &Options::default(), &Policy::default())
            .unwrap();
        let itself = trace
            .documents
            .iter()
            .find(|d| d.provenance.id == format!("doc-{i}"));
        held += u64::from(itself.is_some());
        assert!(itself.is_none_or(|d| d.matches[0].steps == [0]));
    }
    assert_eq!(held, summary.documents);
}

#[test]
fn conversations_and_pairs_keep_their_roles() {
    let tokenizer = tokenizer();
    let template = ChatTemplate::built_in();
    let ask = "How many lamps does lighthouse number 3 have, please?";
    let right = "Lighthouse number 3 has 21 lamps, all of them lit.";
    let wrong = "Lighthouse number 3 has a hundred lamps made of gold.";
    let provenance = |id: &str| Provenance {
        id: id.into(),
        lang: "en".into(),
        license: "CC0-1.0".into(),
        source: "talks".into(),
        ..Provenance::default()
    };
    let conversation = Conversation {
        provenance: provenance("talk"),
        messages: vec![
            Message::new(Speaker::User, ask),
            Message::new(Speaker::Assistant, right),
        ],
        ..Conversation::default()
    };
    let begun = Conversation {
        provenance: provenance("begun"),
        messages: vec![
            Message::new(
                Speaker::User,
                "Is there a lamp in the tower of the harbour?",
            ),
            Message::new(Speaker::Assistant, "Certainly, and"),
        ],
        prefix: true,
        ..conversation.clone()
    };
    let folder = tempfile::tempdir().unwrap();
    train::encode_conversations(
        ok(vec![conversation, begun]),
        &tokenizer,
        &template,
        folder.path(),
        "train",
        &mut ledger::silent(),
    )
    .unwrap();
    let (index, _) = indexed(
        folder.path(),
        order(Items::Whole(1), 1, 256),
        2,
        &tokenizer,
        Phase::Tuning,
    );
    let trace = index
        .trace(
            &format!("{ask} {right}"),
            &Options::default(),
            &Policy::default(),
        )
        .unwrap();
    let roles: Vec<_> = trace.documents[0]
        .matches
        .iter()
        .map(|m| (m.role, m.steps.clone()))
        .collect();
    assert_eq!(
        roles,
        [(Role::User, vec![0, 1]), (Role::Assistant, vec![0, 1])]
    );
    assert_eq!(trace.documents[0].phase, Phase::Tuning);
    let trace = index
        .trace(
            "a lamp in the tower of the harbour? Certainly, and",
            &Options::default(),
            &Policy::default(),
        )
        .unwrap();
    assert_eq!(trace.documents[0].provenance.id, "begun");

    let pair = Preference {
        provenance: provenance("pair"),
        prompt: vec![Message::new(Speaker::User, ask)],
        chosen: right.into(),
        rejected: wrong.into(),
        kind: None,
    };
    let folder = tempfile::tempdir().unwrap();
    train::encode_preferences(
        ok(vec![pair]),
        &tokenizer,
        &template,
        folder.path(),
        "train",
        &mut ledger::silent(),
    )
    .unwrap();
    let (index, summary) = indexed(
        folder.path(),
        order(Items::Whole(2), 1, 256),
        1,
        &tokenizer,
        Phase::Alignment,
    );
    assert_eq!(summary.documents, 1);
    for (answer, role) in [
        (ask, Role::User),
        (right, Role::Chosen),
        (wrong, Role::Rejected),
    ] {
        let trace = index
            .trace(answer, &Options::default(), &Policy::default())
            .unwrap();
        assert_eq!(
            (
                trace.spans.len(),
                trace.spans[0].text.as_str(),
                trace.documents_total
            ),
            (1, answer.trim_end_matches(['.', '?']), 1)
        );
        let found = &trace.documents[0];
        assert_eq!(
            (found.provenance.id.as_str(), found.matches[0].role),
            ("pair", role)
        );
        assert_eq!(found.matches[0].steps, [0]);
    }
}

#[test]
fn other_batches_or_another_tokenizer_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let tokenizer = tokenizer();
    train::encode_documents(
        ok(documents()),
        &tokenizer,
        folder.path(),
        "train",
        &mut ledger::silent(),
    )
    .unwrap();
    let order = order(Items::Split, 2, 64);
    let recorded = hash(&order, folder.path(), 4);
    let attempt = |order: Order, steps, tokenizer: &Tokenizer| {
        let mut builder = Builder::create(folder.path(), stage(Phase::PreTraining)).unwrap();
        let run = TrainingRun {
            stage: 0,
            order,
            shards: shards(folder.path()),
            steps,
            batch_hash: &recorded,
            tokenizer,
        };
        builder.add_run(run, &mut ledger::silent()).map(|_| ())
    };
    assert!(attempt(order.clone(), 4, &tokenizer).is_ok());
    assert!(matches!(
        attempt(order.clone(), 5, &tokenizer),
        Err(Error::OtherBatches { steps: 5, .. })
    ));
    let other_seed = Order {
        seed: 4,
        ..order.clone()
    };
    assert!(matches!(
        attempt(other_seed, 4, &tokenizer),
        Err(Error::OtherBatches { .. })
    ));

    // A smaller vocabulary, and another one of the same size.
    let reversed: Vec<String> = documents()
        .iter()
        .map(|d| d.text.chars().rev().collect())
        .collect();
    let options = TrainOptions {
        vocab_size: 320,
        ..TrainOptions::default()
    };
    let train =
        |texts: &[String]| Tokenizer::train(texts, &options, &mut ledger::silent()).unwrap();
    let (small, same_size) = (train(&["xyz".to_owned()]), train(&reversed));
    assert!(small.vocab_size() < tokenizer.vocab_size());
    assert_eq!(same_size.vocab_size(), tokenizer.vocab_size());
    for other in [small, same_size] {
        let error = attempt(order.clone(), 4, &other).unwrap_err();
        assert!(
            error.to_string().contains("tokenizer that made them"),
            "{error}"
        );
    }
}
