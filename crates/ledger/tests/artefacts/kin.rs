//! Names, ancestors, and what depends on what.

use std::fs;

use ledger::{Error, Kind, Outcome, Scope, Use};
use serde_json::json;

use crate::{family, home, make, overwrite, plan};

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

#[test]
fn the_beginning_of_several_keys_means_none_of_them() {
    let (_folder, home) = home();
    let mut plan = plan(Kind::Corpus, "tales", vec![]);
    let mut begun = Vec::new();
    // Of seventeen keys two begin with the same digit.
    for seed in 0..17 {
        plan.config = json!({ "seed": seed });
        let id = make(&home, &plan, Outcome::default()).manifest.id();
        begun.push(id[.."tales@1".len()].to_string());
    }
    for beginning in &begun {
        let alike = begun.iter().filter(|other| *other == beginning).count();
        match home.find(beginning) {
            Err(Error::Ambiguous { candidates, .. }) => assert_eq!(candidates.len(), alike),
            found => assert!(found.is_ok() && alike == 1, "{beginning}"),
        }
    }
}

#[test]
fn an_internal_model_is_not_released_as_open() {
    let (_folder, home) = home();
    let clinic = family(&home).manifest;
    assert_eq!(clinic.scope, Scope::Internal);
    assert!(clinic.duties.share_alike);
    assert!(!clinic.allowed_uses.contains(&Use::Redistribute));
    // Nor what was only looked at together with it, though it holds none of its documents.
    let mut outcome = Outcome::default();
    outcome.restrict(&clinic);
    let report = make(&home, &plan(Kind::Report, "report", vec![]), outcome);
    assert_eq!(report.manifest.allowed_uses, clinic.allowed_uses);
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
fn what_something_is_being_made_of_is_not_removed() {
    let (_folder, home) = home();
    let corpus = make(
        &home,
        &plan(Kind::Corpus, "pages", vec![]),
        Outcome::default(),
    );
    let pieces = plan(Kind::Tokenizer, "pieces", vec![corpus.input("corpus")]);
    let draft = home.draft(&pieces).unwrap();
    // Another one that wants to make the same is turned away and changes nothing.
    home.draft(&pieces).unwrap_err();
    let message = home.remove("pages").unwrap_err().to_string();
    assert!(
        message.contains("pieces@") && message.contains("being made"),
        "{message}"
    );
    drop(draft);
    home.remove("pages").unwrap();
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
