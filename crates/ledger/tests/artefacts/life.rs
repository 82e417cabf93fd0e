//! From a draft to an artefact, and what a kill leaves behind.

use std::fs;

use ledger::{Error, Kind, LOG_FOLDER, Outcome, Scope, Use};

use crate::{home, make, outcome, plan};

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

/// The process dies after the manifest was written and before the rename.
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
