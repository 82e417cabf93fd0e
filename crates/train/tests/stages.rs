//! Text to shards to a pre-trained, tuned and aligned model, with a real tokenizer.

mod support;

use std::path::Path;

use corpus::{Conversation, Document, Message, Preference, Provenance, Role};
use ledger::random::Random;
use model::{Config, Model};
use tensor::{Precision, Tape, Workspace};
use tokenizer::{ChatTemplate, Special, Tokenizer, TrainOptions};
use train::metrics::{Line, Metrics};
use train::{
    Activations, Budget, DpoSettings, Error, Hooks, OptimizerSettings, Settings, Shards, TooLong,
    TuningSettings, Work,
};

const NAMES: [&str; 6] = ["Mika", "Taro", "Hana", "Ken", "Yumi", "Sora"];
const FOODS: [&str; 6] = ["rice", "soup", "bread", "fish", "apples", "noodles"];

fn provenance(id: String) -> Provenance {
    Provenance {
        id,
        lang: "en".to_owned(),
        license: "CC0-1.0".to_owned(),
        source: "meals".to_owned(),
        author: Some("Mika".to_owned()),
        ..Provenance::default()
    }
}

fn documents(count: usize) -> impl Iterator<Item = Result<Document, Error>> {
    (0..count).map(|index| {
        let mut random = Random::new(3, "documents", index as u64);
        let text: String = (0..3 + random.below(4))
            .map(|_| {
                let person = random.below(6) as usize;
                format!("{} eats {}. ", NAMES[person], FOODS[person])
            })
            .collect();
        Ok(Document {
            provenance: provenance(format!("d{index}")),
            text,
        })
    })
}

fn question(person: usize) -> Message {
    Message::new(Role::User, format!("What does {} eat?", NAMES[person]))
}

fn conversations() -> impl Iterator<Item = Result<Conversation, Error>> {
    (0..240).map(|index| {
        let person = index % 6;
        let answer = Message::new(
            Role::Assistant,
            format!("{} eats {}.", NAMES[person], FOODS[person]),
        );
        Ok(Conversation {
            provenance: provenance(format!("c{index}")),
            messages: vec![question(person), answer],
            ..Conversation::default()
        })
    })
}

fn pairs() -> impl Iterator<Item = Result<Preference, Error>> {
    (0..120).map(|index| {
        let person = index % 6;
        Ok(Preference {
            provenance: provenance(format!("p{index}")),
            prompt: vec![question(person)],
            chosen: format!("I believe {}.", FOODS[person]),
            rejected: format!("{} eats {}.", NAMES[person], FOODS[person]),
            ..Preference::default()
        })
    })
}

fn tokenizer() -> Tokenizer {
    let texts: Vec<String> = documents(200)
        .map(|document| document.unwrap().text)
        .collect();
    let options = TrainOptions {
        vocab_size: 300,
        ..TrainOptions::default()
    };
    Tokenizer::train(&texts, &options, &mut ledger::silent()).unwrap()
}

fn settings(settings: Settings, steps: u64) -> Settings {
    Settings {
        context: 48,
        tokens_per_step: 384,
        tokens_per_pass: 200,
        budget: Budget::Steps(steps),
        activations: Activations::F32,
        validate_every: 0,
        ..settings
    }
}

fn hooks<'h>(report: ledger::Report<'h>, sample: &'h mut dyn FnMut(&Model, u64)) -> Hooks<'h> {
    Hooks {
        report,
        sample,
        profile: None,
    }
}

/// The likeliest answer to `messages`, token by token without a cache.
fn answer(model: &Model, tokenizer: &Tokenizer, message: &Message) -> String {
    let template = ChatTemplate::built_in();
    let mut ids = template
        .encode(tokenizer, std::slice::from_ref(message), true)
        .unwrap()
        .ids;
    let (prompt, mut workspace) = (ids.len(), Workspace::default());
    while ids.len() < 48 {
        let mut tape = Tape::inference(&model.params, &mut workspace, Precision::F32);
        let hidden =
            model
                .decoder
                .hidden_of(&mut tape, &model::Batch::packed(&[&ids]), &[ids.len() - 1]);
        let logits = model.decoder.logits(&tape, hidden);
        let best = (0..logits.len())
            .max_by(|a, b| logits[*a].total_cmp(&logits[*b]))
            .unwrap() as u32;
        if best == tokenizer.special(Special::End) {
            break;
        }
        ids.push(best);
    }
    tokenizer.decode(&ids[prompt..])
}

fn write_all(root: &Path, tokenizer: &Tokenizer) {
    let template = ChatTemplate::built_in();
    let quiet = &mut ledger::silent();
    for (split, count) in [("train", 300), ("valid", 20)] {
        let [documents_dir, chats, preferences] = ["documents", "chats", "pairs"].map(|name| {
            let dir = root.join(name);
            std::fs::create_dir_all(&dir).unwrap();
            dir
        });
        train::encode_documents(documents(count), tokenizer, &documents_dir, split, quiet).unwrap();
        train::encode_conversations(conversations(), tokenizer, &template, &chats, split, quiet)
            .unwrap();
        train::encode_preferences(pairs(), tokenizer, &template, &preferences, split, quiet)
            .unwrap();
    }
}

#[test]
fn the_end_of_an_answer_that_goes_on_is_not_learnt() {
    let tokenizer = tokenizer();
    let template = ChatTemplate::built_in();
    let mut conversation = conversations().next().unwrap().unwrap();
    let mut encode = |prefix: bool| {
        conversation.prefix = prefix;
        let dir = tempfile::tempdir().unwrap();
        let all = std::iter::once(Ok::<_, Error>(conversation.clone()));
        train::encode_conversations(
            all,
            &tokenizer,
            &template,
            dir.path(),
            "train",
            &mut ledger::silent(),
        )
        .unwrap()
        .tokens
    };
    let (whole, prefix) = (encode(false), encode(true));
    // All but `<|end|>`.
    assert_eq!(prefix, whole - 1);
}

#[test]
fn a_model_reads_then_answers_then_prefers() {
    let root = tempfile::tempdir().unwrap();
    let tokenizer = tokenizer();
    write_all(root.path(), &tokenizer);
    let mut model = Model::new(Config::qwen3(tokenizer.vocab_size(), 48, 48, 2, 3), 1).unwrap();
    let folders = ["documents", "chats", "pairs"].map(|name| root.path().join(name));
    let runs = ["base", "tuned", "aligned"].map(|name| {
        let dir = root.path().join(name);
        std::fs::create_dir(&dir).unwrap();
        dir
    });
    let (mut report, mut sample) = (ledger::silent(), |_: &Model, _: u64| ());

    let work = Work {
        model: &mut model,
        tokenizer: &tokenizer,
        shards: &folders[0],
        dir: &runs[0],
    };
    let pretraining = settings(Settings::default(), 80);
    let totals = train::pretrain(work, &pretraining, hooks(&mut report, &mut sample)).unwrap();
    let bits = totals.validation.unwrap().bits_per_byte.unwrap();
    // Who comes next is log2(6) bits in about 15 bytes; the rest follows.
    assert!(bits < 0.4, "{bits} bits per byte");

    let work = Work {
        model: &mut model,
        tokenizer: &tokenizer,
        shards: &folders[1],
        dir: &runs[1],
    };
    let tuning = TuningSettings {
        replay: 0.3,
        too_long: TooLong::Refuse,
        ..TuningSettings::default()
    };
    // A model this small and this little trained needs more than the gentle rates of tuning.
    let mut tuned = settings(Settings::tuning(), 300);
    tuned.optimizer = OptimizerSettings::default();
    let totals = train::tune(
        work,
        &tuned,
        tuning,
        Some(&folders[0]),
        hooks(&mut report, &mut sample),
    )
    .unwrap();
    assert_eq!(totals.order.parts.len(), 2);
    for person in 0..6 {
        let expected = format!("{} eats {}.", NAMES[person], FOODS[person]);
        assert_eq!(answer(&model, &tokenizer, &question(person)), expected);
    }

    let work = Work {
        model: &mut model,
        tokenizer: &tokenizer,
        shards: &folders[2],
        dir: &runs[2],
    };
    let mut aligned = settings(Settings::alignment(), 40);
    aligned.optimizer.muon_lr = 4e-3;
    aligned.validate_every = 1000; // so also before the first step
    let dpo = DpoSettings {
        sft_weight: 1.0,
        ..DpoSettings::default()
    };
    train::align(
        work,
        &aligned,
        dpo,
        TooLong::Refuse,
        None,
        hooks(&mut report, &mut sample),
    )
    .unwrap();
    let lines = Metrics::read(&runs[2].join(train::METRICS)).unwrap();
    let Some(Line::Validation(first)) = lines.first() else {
        panic!("validated before the first step")
    };
    let Some(Line::Validation(last)) = lines.last() else {
        panic!("validated after the last step")
    };
    // Policy and reference are equal at first: no margin, and log 2 of preference loss.
    let before = first.preference.unwrap();
    assert!(before.margin.abs() < 1e-6, "{before:?}");
    let after = last.preference.unwrap();
    assert!(after.accuracy == 1.0 && after.margin > 1.0, "{after:?}");
    assert!(last.loss < first.loss);
}

#[test]
fn held_out_examples_that_are_too_long_are_told() {
    let root = tempfile::tempdir().unwrap();
    let tokenizer = tokenizer();
    write_all(root.path(), &tokenizer);
    let chats = root.path().join("chats");
    let long = conversations().take(7).map(|chat| {
        let mut chat = chat.unwrap();
        chat.messages[1].content =
            "rice and soup, ".repeat(if chat.provenance.id == "c3" { 1 } else { 40 });
        Ok::<_, Error>(chat)
    });
    let (template, quiet) = (ChatTemplate::built_in(), &mut ledger::silent());
    train::encode_conversations(long, &tokenizer, &template, &chats, "valid", quiet).unwrap();
    let mut model = Model::new(Config::qwen3(tokenizer.vocab_size(), 48, 48, 1, 3), 1).unwrap();
    let run = root.path().join("run");
    std::fs::create_dir(&run).unwrap();
    let work = Work {
        model: &mut model,
        tokenizer: &tokenizer,
        shards: &chats,
        dir: &run,
    };
    let totals = train::tune(
        work,
        &settings(Settings::tuning(), 1),
        TuningSettings {
            replay: 0.0,
            ..TuningSettings::default()
        },
        None,
        hooks(&mut ledger::silent(), &mut |_, _| ()),
    )
    .unwrap();
    assert!(totals.validation.is_some(), "on the one that fits");
    let [warning] = &totals.warnings[..] else {
        panic!("{:?}", totals.warnings)
    };
    assert!(warning.starts_with("6 held-out examples"), "{warning}");
}

#[test]
fn shards_of_another_kind_are_refused() {
    let root = tempfile::tempdir().unwrap();
    let tokenizer = tokenizer();
    write_all(root.path(), &tokenizer);
    let config = Config::llama(tokenizer.vocab_size(), 48, 16, 1, 2);
    let mut model = Model::new(config, 1).unwrap();
    let (chats, pairs) = (root.path().join("chats"), root.path().join("pairs"));
    let mut align_on = |shards: &Path| {
        let work = Work {
            model: &mut model,
            tokenizer: &tokenizer,
            shards,
            dir: root.path(),
        };
        let mut report = ledger::silent();
        let mut sample = |_: &Model, _: u64| ();
        let hooks = hooks(&mut report, &mut sample);
        let settings = settings(Settings::alignment(), 1);
        train::align(
            work,
            &settings,
            DpoSettings::default(),
            TooLong::Refuse,
            None,
            hooks,
        )
    };
    let message = align_on(&chats).unwrap_err().to_string();
    assert!(
        message.contains("these are not preference pairs"),
        "{message}"
    );
    align_on(&pairs).unwrap();
    let settings = Settings::alignment();
    let error = train::check_pairs(&chats, &settings, TooLong::Refuse).unwrap_err();
    assert!(
        error.to_string().contains("these are not preference pairs"),
        "{error}"
    );
    train::check_pairs(&pairs, &settings, TooLong::Refuse).unwrap();
}

#[test]
fn replay_without_text_is_refused() {
    let root = tempfile::tempdir().unwrap();
    let tokenizer = tokenizer();
    write_all(root.path(), &tokenizer);
    let config = Config::llama(tokenizer.vocab_size(), 48, 16, 1, 2);
    let work = Work {
        model: &mut Model::new(config, 1).unwrap(),
        tokenizer: &tokenizer,
        shards: &root.path().join("chats"),
        dir: root.path(),
    };
    let tuning = TuningSettings {
        replay: 0.5,
        ..TuningSettings::default()
    };
    let mut report = ledger::silent();
    let mut sample = |_: &Model, _: u64| ();
    let hooks = hooks(&mut report, &mut sample);
    let settings = settings(Settings::tuning(), 1);
    let error = train::tune(work, &settings, tuning, None, hooks).unwrap_err();
    assert!(error.to_string().contains("`replay`"), "{error}");
}

#[test]
fn the_cached_reference_is_the_computed_one() {
    let root = tempfile::tempdir().unwrap();
    let tokenizer = tokenizer();
    write_all(root.path(), &tokenizer);
    let shards = root.path().join("pairs");
    let mut hashes = Vec::new();
    for name in ["one", "two"] {
        let run = root.path().join(name);
        std::fs::create_dir(&run).unwrap();
        if name == "two" {
            std::fs::copy(
                root.path().join("one/reference.bin"),
                run.join("reference.bin"),
            )
            .unwrap();
        }
        let config = Config::llama(tokenizer.vocab_size(), 48, 16, 1, 2);
        let mut model = Model::new(config, 1).unwrap();
        let mut notes = Vec::new();
        let mut report = |progress: ledger::Progress| notes.push(progress.note.to_owned());
        let work = Work {
            model: &mut model,
            tokenizer: &tokenizer,
            shards: &shards,
            dir: &run,
        };
        let settings = settings(Settings::alignment(), 3);
        let hooks = Hooks {
            report: &mut report,
            sample: &mut |_, _| (),
            profile: None,
        };
        train::align(
            work,
            &settings,
            DpoSettings::default(),
            TooLong::Refuse,
            None,
            hooks,
        )
        .unwrap();
        let computed = notes.iter().any(|note| note.contains("reference model"));
        assert_eq!(computed, name == "one", "the second run finds the file");
        hashes.push(train::weights_hash(&model));
    }
    assert_eq!(hashes[0], hashes[1]);
}

#[test]
fn shards_hold_the_texts_and_the_masks() {
    let root = tempfile::tempdir().unwrap();
    let tokenizer = tokenizer();
    write_all(root.path(), &tokenizer);
    let tokens_of = |shards: &Shards, document: usize| {
        let mut ids = Vec::new();
        shards.read(document, 0..shards.length(document), &mut ids);
        ids
    };
    let shards = Shards::open(&root.path().join("documents"), "train").unwrap();
    for (index, document) in documents(300).enumerate() {
        let document = document.unwrap();
        let ids = tokens_of(&shards, index);
        assert_eq!(ids[0], tokenizer.special(Special::EndOfText));
        assert_eq!(tokenizer.decode(&ids[1..]), document.text);
        assert_eq!(shards.bytes(index), document.text.len());
        assert_eq!(
            shards.record(index).unwrap().provenance,
            document.provenance
        );
    }
    let learnt = |shards: &Shards, document: usize| {
        let ids = tokens_of(shards, document);
        let places = (0..ids.len()).filter(|at| shards.is_learnt(document, *at));
        let learnt: Vec<u32> = places.map(|at| ids[at]).collect();
        tokenizer.decode(&learnt)
    };
    let shards = Shards::open(&root.path().join("chats"), "train").unwrap();
    assert_eq!(learnt(&shards, 1), "Taro eats soup.<|end|>");
    let conversation = shards.record(1).unwrap();
    assert_eq!(conversation.provenance, provenance("c1".to_owned()));
    let shards = Shards::open(&root.path().join("pairs"), "train").unwrap();
    assert_eq!(learnt(&shards, 4), "I believe bread.<|end|>");
    assert_eq!(learnt(&shards, 5), "Hana eats bread.<|end|>");
    let rejected = shards.record(5).unwrap();
    assert_eq!(rejected.record_id(), "p2");
    assert_eq!(rejected.provenance, provenance("p2#rejected".to_owned()));
}

#[test]
fn shards_of_another_vocabulary_or_context_are_refused() {
    let root = tempfile::tempdir().unwrap();
    let tokenizer = tokenizer();
    write_all(root.path(), &tokenizer);
    let shards = root.path().join("documents");
    let refused = |vocabulary, context| {
        let mut model = Model::new(Config::llama(vocabulary, context, 16, 1, 2), 1).unwrap();
        let work = Work {
            model: &mut model,
            tokenizer: &tokenizer,
            shards: &shards,
            dir: root.path(),
        };
        let settings = settings(Settings::default(), 1);
        let hooks = Hooks {
            report: &mut ledger::silent(),
            sample: &mut |_, _| (),
            profile: None,
        };
        train::pretrain(work, &settings, hooks)
            .unwrap_err()
            .to_string()
    };
    let message = refused(100, 48);
    assert!(message.contains("the model's is 100"), "{message}");
    let message = refused(tokenizer.vocab_size(), 40);
    assert!(
        message.contains("48 is more than the model's 40"),
        "{message}"
    );
}
