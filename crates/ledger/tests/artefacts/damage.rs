//! What damage does to an artefact, and how it is told.

use std::fs;

use ledger::{Artefact, Error, Kind, Outcome, Scope};

use crate::{home, make, outcome, overwrite, plan};

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
