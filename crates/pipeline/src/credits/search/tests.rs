use std::path::Path;

use ::corpus::{Conversation, Message, Role};
use ledger::{Duties, Outcome, Plan};
use train::shards::{Record, ShardWriter};

use super::*;

/// A home with a model, and all that it was made of: one conversation or one pair.
struct Made {
    home: Home,
    model: Artefact,
    shards: Artefact,
    texts: Artefact,
    folder: tempfile::TempDir,
}

impl Made {
    /// `formats`: of the texts and of the shards. What is older than the third says of no conversation who wrote it.
    fn new(formats: [u64; 2], ids: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::open(folder.path()).unwrap();
        let [texts, shards] = formats.map(|format| serde_json::json!({ "format": format }));
        let texts = make(&home, Kind::Examples, "chats", texts, &[], |to| {
            write_texts(to, formats[0])
        });
        let tokenizer = [("conversations", &texts)];
        let tokenizer = make(&home, Kind::Tokenizer, "tokens", NONE, &tokenizer, |_| ());
        let of = [("text", &texts), ("tokenizer", &tokenizer)];
        let shards = make(&home, Kind::Shards, "chat-shards", shards, &of, |to| {
            write_shards(to, formats[1], ids)
        });
        let of = [("tokenizer", &tokenizer), ("shards", &shards)];
        let model = make(&home, Kind::Model, "m", NONE, &of, |_| ());
        Self {
            home,
            model,
            shards,
            texts,
            folder,
        }
    }

    fn credits(&self) -> Credits {
        super::super::credits(&self.home, &self.model, &mut ledger::silent()).unwrap()
    }

    fn gaps(&self) -> Vec<Gap> {
        self.credits().gaps().cloned().collect()
    }
}

const NONE: serde_json::Value = serde_json::Value::Null;

fn make(
    home: &Home,
    kind: Kind,
    name: &str,
    config: serde_json::Value,
    inputs: &[(&str, &Artefact)],
    write: impl FnOnce(&Path),
) -> Artefact {
    let inputs = inputs.iter().map(|(role, of)| of.input(role)).collect();
    let name = name.to_string();
    let plan = Plan {
        kind,
        name,
        inputs,
        config,
    };
    let draft = home.draft(&plan).unwrap();
    write(draft.path());
    let duties = Duties {
        attribution: true,
        ..Duties::default()
    };
    let outcome = Outcome {
        duties,
        ..Outcome::default()
    };
    draft.commit(outcome).unwrap()
}

fn from(id: &str, format: u64) -> Provenance {
    Provenance {
        id: id.to_string(),
        license: "CC-BY-4.0".to_string(),
        author: (format >= 3).then(|| "Ann".to_string()),
        ..Provenance::default()
    }
}

fn write_texts(to: &Path, format: u64) {
    let conversation = Conversation {
        provenance: from("c", format),
        messages: vec![Message::new(Role::Assistant, "Hello.")],
        ..Conversation::default()
    };
    let line = serde_json::to_vec(&conversation).unwrap();
    std::fs::write(to.join(Split::Train.file_name()), line).unwrap();
}

fn write_shards(to: &Path, format: u64, ids: &[&str]) {
    let mut writer = ShardWriter::create(to, train::TRAIN, 300, None, true).unwrap();
    for id in ids {
        let record = Record {
            provenance: from(id, format),
            ..Record::default()
        };
        writer.push(record, &[1], &[true]).unwrap();
    }
    writer.finish().unwrap();
}

fn remove(artefact: &Artefact) {
    std::fs::remove_dir_all(&artefact.path).unwrap();
}

fn damage(artefact: &Artefact, file: &str) {
    let path = artefact.path.join(file);
    std::fs::remove_file(&path).unwrap();
    std::fs::write(&path, "{}").unwrap();
}

#[test]
fn sound_shards_are_enough() {
    let made = Made::new([3, 3], &["c"]);
    remove(&made.texts);
    let credits = made.credits();
    let text = credits.to_string();
    assert!(
        text.contains("- **Ann**: 1 document\n  - document c\n"),
        "{text}"
    );
    assert_eq!(made.gaps(), []);
    assert_eq!(credits.read, [made.shards.manifest.id()].into());
}

#[test]
fn both_answers_of_a_pair_are_one_document() {
    let made = Made::new([3, 3], &["pair/7#chosen", "pair/7#rejected"]);
    let credits = made.credits();
    assert_eq!(credits.documents(), 1);
    assert!(credits.to_string().contains("document pair/7\n"));
}

#[test]
fn texts_stand_in_for_damaged_shards_as_long_as_they_are_sound() {
    let made = Made::new([3, 3], &["c"]);
    damage(&made.shards, "train.documents.jsonl");
    let credits = made.credits();
    assert!(credits.to_string().contains("**Ann**"), "{credits}");
    assert_eq!(made.gaps(), []);
    assert_eq!(credits.read, [made.texts.manifest.id()].into());

    damage(&made.texts, "train.jsonl");
    let ids = made.gaps().into_iter().map(|gap| match gap {
        Gap::Damaged { id, .. } => id,
        other => panic!("{other}"),
    });
    // Of the shards the model was made, of the texts the tokenizer.
    let damaged = [&made.shards, &made.texts].map(|artefact| artefact.manifest.id());
    assert_eq!(ids.collect::<BTreeSet<_>>(), damaged.into());
    assert!(made.credits().read.is_empty());
}

#[test]
fn texts_stand_in_for_shards_of_an_earlier_version() {
    let made = Made::new([3, 2], &["c"]);
    let text = made.credits().to_string();
    assert!(
        text.contains("**Ann**") && !text.contains("Not known"),
        "{text}"
    );
    assert_eq!(made.gaps(), []);

    // What the table tells is still told.
    remove(&made.texts);
    let text = made.credits().to_string();
    assert!(
        text.contains("- of unknown origin: 1 document\n  - document c\n"),
        "{text}"
    );
    let id = made.shards.manifest.id();
    assert!(made.gaps().contains(&Gap::WithoutAuthors { id }));
    // Conversations of that version tell no more than their shards.
    let made = Made::new([2, 2], &["c"]);
    let id = made.texts.manifest.id();
    assert_eq!(made.gaps(), [Gap::WithoutAuthors { id }]);
}

#[test]
fn what_was_made_again_with_other_content_is_not_taken_for_what_was_learnt_from() {
    let made = Made::new([3, 3], &["c"]);
    remove(&made.shards);
    let manifest = &made.shards.manifest;
    let plan = Plan {
        kind: manifest.kind,
        name: manifest.name.clone(),
        inputs: manifest.inputs.clone(),
        config: manifest.config.clone(),
    };
    let draft = made.home.draft(&plan).unwrap();
    write_shards(draft.path(), 3, &["other"]);
    draft.commit(Outcome::default()).unwrap();

    let error = Ancestry::of(&made.model, &made.home).whole().err();
    let message = error.map(|error| error.to_string()).unwrap_or_default();
    assert!(
        message.contains("made again with other content; run the recipe again"),
        "{message}"
    );
    let gap = Gap::Damaged {
        id: manifest.id(),
        of: made.model.manifest.id(),
    };
    assert_eq!(made.gaps(), [gap]);
    assert!(!made.credits().to_string().contains("other"));
}

#[test]
fn gaps_name_no_folders() {
    let made = Made::new([3, 3], &["c"]);
    damage(&made.shards, "train.tokens");
    damage(&made.texts, "train.jsonl");
    let text = made.credits().to_string();
    let folder = made.folder.path().to_string_lossy();
    assert!(
        text.contains("incomplete") && !text.contains(&*folder),
        "{text}"
    );
}
