//! The files of an index: equal for equal documents, and refused where they are damaged.

use ledger::Policy;
use trace::{Builder, Error, Index, Options};

use crate::{document, index, stages, trace};

#[test]
fn equal_builds_give_equal_files() {
    let documents = [
        document("a", "One text that is long enough to be found."),
        document("b", "二つ目の文章も十分に長いものです。"),
    ];
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    index(one.path(), &documents);
    index(two.path(), &documents);
    for entry in std::fs::read_dir(one.path()).unwrap() {
        let name = entry.unwrap().file_name();
        assert_eq!(
            std::fs::read(one.path().join(&name)).unwrap(),
            std::fs::read(two.path().join(&name)).unwrap(),
            "{name:?}"
        );
    }
}

#[test]
fn damaged_and_missing_files_are_named() {
    let folder = tempfile::tempdir().unwrap();
    assert!(
        matches!(Index::open(folder.path()), Err(Error::Io { path, .. }) if path.ends_with("trace.json"))
    );
    index(
        folder.path(),
        &[
            document("a", "One text that is long enough to be found."),
            document("b", "Another one, also long enough for it."),
        ],
    );
    for name in [
        "original.bin",
        "normalised.bin",
        "postings.bin",
        "documents.jsonl",
        "trace.json",
    ] {
        let path = folder.path().join(name);
        let good = std::fs::read(&path).unwrap();
        std::fs::write(&path, &good[..good.len() - 2]).unwrap();
        let error = Index::open(folder.path())
            .err()
            .unwrap_or_else(|| panic!("{name} was opened"));
        assert!(
            error.to_string().contains(name) && error.to_string().contains("build the index"),
            "{error}"
        );
        std::fs::write(&path, good).unwrap();
    }
    let path = folder.path().join("documents.jsonl");
    let lines = std::fs::read_to_string(&path).unwrap();
    for (from, to) in [
        (
            "\"original_bytes\":41",
            "\"original_bytes\":18446744073709551615",
        ),
        ("\"stage\":0", "\"stage\":9"),
        ("\"id\"", "id"),
    ] {
        assert!(lines.contains(from), "{lines}");
        std::fs::write(&path, lines.replacen(from, to, 1)).unwrap();
        let error = Index::open(folder.path())
            .err()
            .expect("opened a broken index")
            .to_string();
        assert!(error.contains("documents.jsonl: line "), "{error}");
    }
}

#[test]
fn any_postings_are_survived() {
    // Positions out of range, inside characters, across the border of two texts.
    let folder = tempfile::tempdir().unwrap();
    let text = "二つ目の文章も十分に長いものです。";
    index(folder.path(), &[document("a", text), document("b", text)]);
    let path = folder.path().join("postings.bin");
    let postings = std::fs::read(&path).unwrap();
    for shift in [1u64, 7, 1000, (1 << 40) - 1] {
        let moved: Vec<u8> = postings
            .chunks_exact(8)
            .flat_map(|p| (u64::from_le_bytes(p.try_into().unwrap()) ^ shift).to_le_bytes())
            .collect();
        std::fs::write(&path, moved).unwrap();
        trace(&Index::open(folder.path()).unwrap(), text);
    }
}

#[test]
fn limits_are_errors_with_a_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let index = index(folder.path(), &[]);
    let policy = Policy::default();
    let long = "a".repeat((1 << 20) + 1);
    assert!(
        index
            .trace(&long, &Options::default(), &policy)
            .unwrap_err()
            .to_string()
            .contains("trace it in parts")
    );
    let options = Options {
        least_bytes: 5,
        ..Options::default()
    };
    assert!(
        index
            .trace("x", &options, &policy)
            .unwrap_err()
            .to_string()
            .contains("ask for 24 or more")
    );
    let mut builder = Builder::create(folder.path(), stages()).unwrap();
    let mut stray = document("stray", "text");
    stray.stage = 3;
    assert!(matches!(
        builder.add(&stray),
        Err(Error::Stage {
            stage: 3,
            stages: 3,
            ..
        })
    ));
}
