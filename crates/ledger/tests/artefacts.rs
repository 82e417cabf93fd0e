//! Artefacts from draft to removal, and what damage does to them.

use ledger::{
    Artefact, Error, Home, Input, Kind, LOG_FOLDER, LicenceCount, Outcome, Plan, Scope, Use,
};
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

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

#[test]
fn a_committed_artefact_is_found_and_sound() {
    let (_folder, home) = home();
    let plan = plan(Kind::Corpus, "tales", vec![]);
    assert!(home.existing(&plan).unwrap().is_none());
    let made = make(&home, &plan, outcome("CC-BY-4.0", 3, Scope::Open));
    assert_eq!(made.path, home.root().join(plan.id()));
    assert_eq!(made.manifest.allowed_uses, Use::ALL);
    made.verify().unwrap();
    for found in [
        home.existing(&plan).unwrap().unwrap(),
        home.find("tales").unwrap(),
        home.find(&plan.id()).unwrap(),
        home.find(&format!("tales@{}", plan.key())).unwrap(),
        home.find(&plan.id()[.."tales@12".len()]).unwrap(),
        home.list().unwrap().artefacts.remove(0),
    ] {
        assert_eq!(found, made);
    }
}

#[test]
fn files_cannot_be_written_after_the_commit() {
    let (_folder, home) = home();
    let made = make(
        &home,
        &plan(Kind::Corpus, "tales", vec![]),
        Outcome::default(),
    );
    for file in ["data.bin", "manifest.json", "log/times"] {
        let permissions = fs::metadata(made.path.join(file)).unwrap().permissions();
        assert!(permissions.readonly(), "{file}");
    }
}

#[test]
fn equal_runs_have_equal_content_whatever_the_times() {
    let (_folder, one) = home();
    let (_other_folder, two) = home();
    let plan = plan(Kind::Corpus, "tales", vec![]);
    let first = make(&one, &plan, Outcome::default());
    let draft = two.draft(&plan).unwrap();
    fs::write(draft.path().join("data.bin"), "data of tales").unwrap();
    fs::create_dir(draft.path().join(LOG_FOLDER)).unwrap();
    fs::write(draft.path().join("log/times"), "0.2 s").unwrap();
    let second = draft.commit(Outcome::default()).unwrap();
    assert_eq!(first.manifest.content, second.manifest.content);
    assert_ne!(first.manifest.files, second.manifest.files);
}

#[test]
fn one_flipped_bit_in_a_file_is_detected_and_the_file_named() {
    let (_folder, home) = home();
    let made = make(
        &home,
        &plan(Kind::Model, "small", vec![]),
        Outcome::default(),
    );
    for file in ["data.bin", "log/times"] {
        let path = made.path.join(file);
        let sound = fs::read(&path).unwrap();
        for bit in 0..sound.len() * 8 {
            let mut damaged = sound.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            overwrite(&path, &damaged);
            let error = made.verify().unwrap_err();
            assert!(matches!(&error, Error::Corrupted { path: named, .. } if *named == path));
            assert!(error.to_string().contains(file), "{error}");
        }
        overwrite(&path, &sound);
        made.verify().unwrap();
    }
}

#[test]
fn one_flipped_bit_in_the_manifest_is_detected() {
    let (_folder, home) = home();
    let made = make(
        &home,
        &plan(Kind::Model, "small", vec![]),
        outcome("LicenseRef-Confidential", 3, Scope::Internal),
    );
    let path = made.path.join("manifest.json");
    let sound = fs::read(&path).unwrap();
    for bit in 0..sound.len() * 8 {
        let mut damaged = sound.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        overwrite(&path, &damaged);
        let error = home.find("small").unwrap_err();
        assert!(
            matches!(error, Error::BadManifest { .. }),
            "bit {bit}: {error}"
        );
        assert!(error.to_string().contains("build it again"), "{error}");
    }
}

#[test]
fn missing_additional_and_cut_files_are_detected() {
    let (_folder, home) = home();
    let made = make(
        &home,
        &plan(Kind::Model, "small", vec![]),
        Outcome::default(),
    );
    let says = |made: &Artefact| made.verify().unwrap_err().to_string();
    fs::write(made.path.join("extra"), "").unwrap();
    assert!(
        says(&made).contains("extra: the file does not belong"),
        "{}",
        says(&made)
    );
    fs::remove_file(made.path.join("extra")).unwrap();
    overwrite(&made.path.join("data.bin"), b"data");
    assert!(says(&made).contains("has 4 bytes"), "{}", says(&made));
    fs::remove_file(made.path.join("data.bin")).unwrap();
    assert!(
        says(&made).contains("data.bin: the file is missing"),
        "{}",
        says(&made)
    );
}

#[test]
fn alien_manifests_are_refused_in_plain_words() {
    let (_folder, home) = home();
    let folder = home.root().join("alien@000000000000");
    fs::create_dir(&folder).unwrap();
    let cases: [(&[u8], &str); 7] = [
        (b"", "not a manifest"),
        (b"\xff\xfe\x00", "not a manifest"),
        (b"[]", "not a manifest"),
        (b"{\"schema\": 99}", "format 99"),
        (b"{\"schema\": 1, \"kind\": \"spoon\"}", "not a manifest"),
        (b"{\"schema\": 1, \"schema\": 1}", "not a manifest"),
        (&[b'['; 100_000], "not a manifest"),
    ];
    for (bytes, expected) in cases {
        fs::write(folder.join("manifest.json"), bytes).unwrap();
        let error = home.find("alien").unwrap_err();
        assert!(matches!(error, Error::BadManifest { .. }), "{error}");
        assert!(error.to_string().contains(expected), "{error}");
    }
    // A newer one is no damage, and is not to be removed as if it were.
    let text = |seal: &str| format!("{{\"schema\": 99, \"seal\": \"{seal}\"}}");
    let seal = blake3::hash(text(&"0".repeat(64)).as_bytes()).to_hex();
    fs::write(folder.join("manifest.json"), text(&seal)).unwrap();
    let error = home.find("alien").unwrap_err();
    assert!(
        matches!(error, Error::OtherFormat { found: 99, .. }),
        "{error}"
    );
    assert!(error.to_string().contains("format 99"), "{error}");
    fs::remove_file(folder.join("manifest.json")).unwrap();
    assert!(
        home.find("alien")
            .unwrap_err()
            .to_string()
            .contains("missing")
    );
    assert_eq!(home.list().unwrap().damaged.len(), 1);
}

#[test]
fn a_manifest_cannot_point_outside() {
    let (_folder, home) = home();
    let made = make(
        &home,
        &plan(Kind::Model, "small", vec![]),
        Outcome::default(),
    );
    let path = made.path.join("manifest.json");
    let text = fs::read_to_string(&path).unwrap();
    let hostile = text.replace("data.bin", "../../x.b");
    // Sealed again, as a hostile sender would.
    let value: serde_json::Value = serde_json::from_str(&hostile).unwrap();
    let zeroed = hostile.replace(value["seal"].as_str().unwrap(), &"0".repeat(64));
    let seal = blake3::hash(zeroed.as_bytes()).to_hex().to_string();
    overwrite(&path, zeroed.replace(&"0".repeat(64), &seal).as_bytes());
    let error = home.find("small").unwrap_err();
    assert!(
        error.to_string().contains("outside of the artefact"),
        "{error}"
    );
}

#[test]
fn a_draft_left_behind_is_invisible_and_can_be_resumed() {
    let (_folder, home) = home();
    let plan = plan(Kind::Model, "small", vec![]);
    assert!(home.resume(&plan).unwrap().is_none());
    let draft = home.draft(&plan).unwrap();
    fs::write(draft.path().join("step-1"), "1").unwrap();
    drop(draft); // as a killed process does
    assert!(home.existing(&plan).unwrap().is_none());
    assert!(home.list().unwrap().artefacts.is_empty());
    let resumed = home.resume(&plan).unwrap().unwrap();
    assert_eq!(fs::read(resumed.path().join("step-1")).unwrap(), b"1");
    fs::write(resumed.path().join("step-2"), "2").unwrap();
    let made = resumed.commit(Outcome::default()).unwrap();
    assert_eq!(made.manifest.files.len(), 2);
    made.verify().unwrap();
    assert!(home.resume(&plan).unwrap().is_none());
}

#[test]
fn scratch_outlives_a_kill_and_goes_when_the_artefact_comes() {
    let (_folder, home) = home();
    let plan = plan(Kind::Model, "small", vec![]);
    let draft = home.draft(&plan).unwrap();
    let scratch = draft.scratch();
    fs::create_dir(&scratch).unwrap();
    fs::write(scratch.join("step-1"), "1").unwrap();
    drop(draft); // as a killed process does
    let resumed = home.resume(&plan).unwrap().unwrap();
    assert_eq!(fs::read(resumed.scratch().join("step-1")).unwrap(), b"1");
    fs::write(resumed.path().join("data.bin"), "data").unwrap();
    let made = resumed.commit(Outcome::default()).unwrap();
    assert_eq!(made.manifest.files.len(), 1);
    assert!(!scratch.exists());
    // Killed right after the rename.
    fs::create_dir(&scratch).unwrap();
    home.existing(&plan).unwrap().unwrap();
    assert!(!scratch.exists());
    // A fresh draft has none of an older one's.
    home.remove("small").unwrap();
    fs::create_dir(&scratch).unwrap();
    drop(home.draft(&plan).unwrap());
    assert!(!scratch.exists());
}

/// The process dies after the manifest was written and before the rename.
#[test]
fn what_was_left_behind_is_listed_with_its_size_and_can_be_given_up() {
    let (_folder, home) = home();
    assert!(home.unfinished().unwrap().is_empty());
    let old = plan(Kind::Model, "old", vec![]);
    let draft = home.draft(&old).unwrap();
    fs::write(draft.path().join("half"), "12345").unwrap();
    fs::create_dir_all(draft.scratch()).unwrap();
    fs::write(draft.scratch().join("step-1"), "123").unwrap();
    let [found] = home.unfinished().unwrap().try_into().unwrap();
    assert_eq!(
        (found.id.as_str(), found.bytes, found.is_busy),
        (old.id().as_str(), 8, true)
    );
    let error = home.remove_unfinished(&found.id).unwrap_err();
    assert!(matches!(error, Error::Busy { .. }), "{error}");
    drop(draft);
    let [found] = home.unfinished().unwrap().try_into().unwrap();
    assert!(!found.is_busy);
    home.remove_unfinished(&found.id).unwrap();
    assert!(home.unfinished().unwrap().is_empty());
    assert!(home.resume(&old).unwrap().is_none());
}

#[test]
fn a_crash_within_the_commit_leaves_a_draft_that_can_be_resumed() {
    let (_folder, home) = home();
    let plan = plan(Kind::Model, "small", vec![]);
    let made = make(&home, &plan, Outcome::default());
    let draft = home.root().join(".drafts").join(plan.id());
    fs::rename(&made.path, &draft).unwrap();
    assert!(home.existing(&plan).unwrap().is_none());
    let resumed = home.resume(&plan).unwrap().unwrap();
    assert!(!resumed.path().join("manifest.json").exists());
    // The files were read-only already, and must be writable again.
    fs::write(resumed.path().join("data.bin"), "again").unwrap();
    resumed
        .commit(Outcome::default())
        .unwrap()
        .verify()
        .unwrap();
}

#[test]
fn a_fresh_draft_is_empty() {
    let (_folder, home) = home();
    let plan = plan(Kind::Model, "small", vec![]);
    let draft = home.draft(&plan).unwrap();
    fs::write(draft.path().join("old"), "").unwrap();
    drop(draft);
    let draft = home.draft(&plan).unwrap();
    assert_eq!(fs::read_dir(draft.path()).unwrap().count(), 0);
    let path = draft.path().to_path_buf();
    draft.discard().unwrap();
    assert!(!path.exists());
}

#[test]
fn two_cannot_work_on_one_draft() {
    let (_folder, home) = home();
    let plan = plan(Kind::Model, "small", vec![]);
    let held = home.draft(&plan).unwrap();
    for error in [
        home.draft(&plan).unwrap_err(),
        home.resume(&plan).unwrap_err(),
    ] {
        assert!(matches!(error, Error::Busy { .. }), "{error}");
    }
    drop(held);
    home.draft(&plan).unwrap();
}

#[test]
fn the_same_again_is_the_same_and_something_else_is_an_error() {
    let (_folder, home) = home();
    let plan = plan(Kind::Corpus, "tales", vec![]);
    let first = make(&home, &plan, Outcome::default());
    assert_eq!(make(&home, &plan, Outcome::default()), first);
    let draft = home.draft(&plan).unwrap();
    fs::write(draft.path().join("data.bin"), "other").unwrap();
    let error = draft.commit(Outcome::default()).unwrap_err();
    assert!(matches!(error, Error::Exists { .. }), "{error}");
    first.verify().unwrap();
}

#[cfg(unix)]
#[test]
fn links_are_not_committed() {
    let (_folder, home) = home();
    let draft = home.draft(&plan(Kind::Corpus, "tales", vec![])).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", draft.path().join("link")).unwrap();
    let error = draft.commit(Outcome::default()).unwrap_err();
    assert!(matches!(error, Error::BadFile { .. }), "{error}");
}

#[test]
fn bad_names_are_refused() {
    let (_folder, home) = home();
    for name in ["", "../x", "a b", ".drafts", "x@y"] {
        let error = home.draft(&plan(Kind::Corpus, name, vec![])).unwrap_err();
        assert!(matches!(error, Error::BadName { .. }), "{error}");
    }
}

#[test]
fn a_name_that_does_not_exist_brings_suggestions() {
    let (_folder, home) = home();
    assert!(
        home.find("x")
            .unwrap_err()
            .to_string()
            .contains("gensen ls")
    );
    make(
        &home,
        &plan(Kind::Corpus, "starter-corpus", vec![]),
        Outcome::default(),
    );
    make(
        &home,
        &plan(Kind::Corpus, "zebra", vec![]),
        Outcome::default(),
    );
    let message = home.find("starter-corpsu").unwrap_err().to_string();
    assert!(
        message.ends_with("did you mean starter-corpus?"),
        "{message}"
    );
}

#[test]
fn the_newest_of_a_name_is_found() {
    let (_folder, home) = home();
    let mut plan = plan(Kind::Corpus, "tales", vec![]);
    for seed in 0..4 {
        plan.config = json!({ "seed": seed });
        let made = make(&home, &plan, Outcome::default());
        assert_eq!(home.find("tales").unwrap(), made);
    }
    let error = home.remove("tales").unwrap_err();
    assert!(matches!(&error, Error::Ambiguous { candidates, .. } if candidates.len() == 4));
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

#[test]
fn an_internal_model_is_not_released_as_open() {
    let (_folder, home) = home();
    let clinic = family(&home).manifest;
    assert_eq!(clinic.scope, Scope::Internal);
    assert!(clinic.duties.share_alike);
    assert!(!clinic.allowed_uses.contains(&Use::Redistribute));
    let message = clinic.check_release(Scope::Open).unwrap_err().to_string();
    assert!(
        message.contains("2100 documents under LicenseRef-Confidential"),
        "{message}"
    );
    assert!(
        message.contains("its corpus notes is internal"),
        "{message}"
    );
    assert!(!message.contains("CC-BY-SA"), "{message}");
    assert!(clinic.check_release(Scope::NonCommercial).is_err());
    clinic.check_release(Scope::Internal).unwrap();
    home.find("base")
        .unwrap()
        .manifest
        .check_release(Scope::Open)
        .unwrap();
}

#[test]
fn what_something_depends_on_is_not_removed() {
    let (_folder, home) = home();
    family(&home);
    let message = home.remove("pieces").unwrap_err().to_string();
    for dependent in ["base@", "clinic@", "pages-shards@"] {
        assert!(message.contains(dependent), "{message}");
    }
    for name in [
        "clinic",
        "base",
        "pages-shards",
        "pieces",
        "pages",
        "notes",
        "world",
    ] {
        home.remove(name).unwrap();
    }
    assert!(home.list().unwrap().artefacts.is_empty());
    assert!(matches!(
        home.remove("base").unwrap_err(),
        Error::NotFound { .. }
    ));
}

#[test]
fn a_damaged_artefact_can_be_removed_but_blocks_others() {
    let (_folder, home) = home();
    make(
        &home,
        &plan(Kind::Corpus, "sound", vec![]),
        Outcome::default(),
    );
    let damaged = make(
        &home,
        &plan(Kind::Corpus, "damaged", vec![]),
        Outcome::default(),
    );
    overwrite(&damaged.path.join("manifest.json"), b"{}");
    assert!(matches!(
        home.remove("sound").unwrap_err(),
        Error::BadManifest { .. }
    ));
    let another = make(
        &home,
        &plan(Kind::Corpus, "another", vec![]),
        Outcome::default(),
    );
    overwrite(&another.path.join("manifest.json"), b"{}");
    home.remove("damaged").unwrap();
    home.remove("another").unwrap();
    home.remove("sound").unwrap();
}

#[test]
fn the_lineage_names_every_ancestor_once() {
    let (_folder, home) = home();
    family(&home);
    let lineage = home.lineage("clinic").unwrap();
    assert_eq!((lineage.nodes.len(), lineage.edges.len()), (8, 10));
    let text = lineage.text();
    assert!(text.starts_with("model clinic@"), "{text}");
    assert!(text.contains("└─ tokenizer: tokenizer pieces@"), "{text}");
    assert!(
        text.contains("(internal, attribution, share-alike)"),
        "{text}"
    );
    assert!(
        text.contains("source: outside /data/notes.jsonl@abababababab"),
        "{text}"
    );
    let dot = lineage.dot();
    assert_eq!(dot.matches(" -> ").count(), 10, "{dot}");
    let svg = lineage.svg();
    assert_eq!(svg.matches("<title>").count(), 8);
    assert_eq!(svg.matches("marker-end").count(), 10);
    assert_eq!(home.whole_lineage().unwrap().nodes.len(), 8);
    if let Some(path) = std::env::var_os("GENSEN_LINEAGE_SVG") {
        fs::write(path, svg).unwrap();
    }
}

#[test]
fn a_missing_ancestor_is_shown_as_missing() {
    let (_folder, home) = home();
    family(&home);
    fs::remove_dir_all(home.find("pieces").unwrap().path).unwrap();
    let text = home.lineage("clinic").unwrap().text();
    assert!(text.contains("missing pieces@"), "{text}");
    assert!(text.contains("removed or damaged"), "{text}");
}
