//! Shards: what is written comes back, and what is damaged is refused.

mod support;

use std::fs;
use std::path::Path;

use train::shards::{Provenance, Record, ShardWriter, Shards, Table};

fn record(id: &str) -> Record {
    Record {
        bytes: 10,
        provenance: Provenance {
            id: id.to_owned(),
            lang: "ja".to_owned(),
            license: "CC0-1.0".to_owned(),
            source: "sensor \"日本\"".to_owned(),
            url: Some("https://example.org/a".to_owned()),
            ..Provenance::default()
        },
        ..Record::default()
    }
}

fn write(dir: &Path, vocabulary: usize, masked: bool) {
    let mut writer = ShardWriter::create(dir, "train", vocabulary, Some(0), masked).unwrap();
    let mask: &[bool] = if masked { &[false, true, true] } else { &[] };
    writer
        .push(record("first"), &[0, 5, vocabulary as u32 - 1], mask)
        .unwrap();
    let mask: &[bool] = if masked { &[true, false] } else { &[] };
    writer.push(record("second"), &[0, 7], mask).unwrap();
    writer.finish().unwrap();
}

#[test]
fn documents_come_back() {
    for (vocabulary, width) in [(65_536, 2), (65_537, 4)] {
        for masked in [false, true] {
            let dir = tempfile::tempdir().unwrap();
            write(dir.path(), vocabulary, masked);
            let shards = Shards::open(dir.path(), "train").unwrap();
            assert_eq!(shards.header().width, width);
            assert_eq!((shards.documents(), shards.tokens()), (2, 5));
            let mut tokens = Vec::new();
            shards.read(0, 0..3, &mut tokens);
            assert_eq!(tokens, [0, 5, vocabulary as u32 - 1]);
            assert_eq!(shards.token(1, 1), Some(7));
            assert_eq!(
                shards.token(1, 2),
                Some(0),
                "the separator follows the last token"
            );
            assert_eq!(shards.token(1, 3), None);
            assert_eq!(shards.is_learnt(0, 0), !masked);
            assert_eq!(shards.is_learnt(1, 1), !masked);
            let expected = Record {
                offset: 3,
                length: 2,
                ..record("second")
            };
            assert_eq!(shards.record(1).unwrap(), expected);
            assert_eq!(shards.groups()[shards.group(0)].source, "sensor \"日本\"");
        }
    }
}

#[test]
fn every_flipped_bit_is_noticed() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), 300, true);
    for name in ["train.tokens", "train.documents.jsonl"] {
        let path = dir.path().join(name);
        let sound = fs::read(&path).unwrap();
        for at in 0..sound.len() {
            // The separator may be any token of the vocabulary, the vocabulary any larger number:
            // the header has no hash of its own, the artefact's manifest has one of every file.
            if name == "train.tokens" && (16..24).contains(&at) {
                continue;
            }
            let mut damaged = sound.clone();
            damaged[at] ^= 16;
            fs::write(&path, &damaged).unwrap();
            let error = Shards::open(dir.path(), "train").err();
            let message = error
                .unwrap_or_else(|| panic!("{name}: byte {at}"))
                .to_string();
            assert!(message.contains("make the shards again"), "{message}");
        }
        fs::write(&path, &sound[..sound.len() - 1]).unwrap();
        assert!(
            Shards::open(dir.path(), "train").is_err(),
            "{name} cut short"
        );
        fs::write(&path, &sound).unwrap();
    }
    assert!(Shards::open(dir.path(), "train").is_ok());
}

#[test]
fn a_table_alone_is_checked_without_its_tokens() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), 300, true);
    let path = dir.path().join("train.tokens");
    let mut tokens = fs::read(&path).unwrap();
    *tokens.last_mut().unwrap() ^= 1;
    fs::write(&path, tokens).unwrap();
    assert!(Shards::open(dir.path(), "train").is_err());
    let table = Table::open(dir.path(), "train").unwrap();
    assert_eq!(table.documents(), 2);
    assert!(table.is_masked());
    let second = table.record(1).unwrap();
    assert_eq!(second.provenance, record("second").provenance);
    assert_eq!(table.groups()[table.group(1)].license, "CC0-1.0");

    let path = dir.path().join("train.documents.jsonl");
    let changed = fs::read_to_string(&path).unwrap().replace("CC0", "CC9");
    fs::write(&path, changed).unwrap();
    let error = Table::open(dir.path(), "train").err().unwrap().to_string();
    assert!(
        error.contains("train.documents.jsonl") && error.contains("its hash"),
        "{error}"
    );
}

#[test]
fn hostile_headers_are_refused_before_anything_is_allocated() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), 300, false);
    let path = dir.path().join("train.tokens");
    let sound = fs::read(&path).unwrap();
    let cases: [(usize, &[u8], &str); 7] = [
        (0, b"GENSHAR?", "not a shard file"),
        (8, &9u32.to_le_bytes(), "shard format 9"),
        (12, &4u32.to_le_bytes(), "bytes per token"),
        (20, &300u32.to_le_bytes(), "separator is outside"),
        (24, &u64::MAX.to_le_bytes(), "the header claims"),
        (32, &u64::MAX.to_le_bytes(), "documents in 5 tokens"),
        (40, &2u32.to_le_bytes(), "mask flag"),
    ];
    for (at, bytes, message) in cases {
        let mut hostile = sound.clone();
        hostile[at..at + bytes.len()].copy_from_slice(bytes);
        fs::write(&path, hostile).unwrap();
        let error = Shards::open(dir.path(), "train")
            .err()
            .expect(message)
            .to_string();
        assert!(
            error.contains(message) && error.contains("train.tokens"),
            "{error}"
        );
    }
    fs::write(&path, b"GENSHARD").unwrap();
    let error = Shards::open(dir.path(), "train").err().unwrap().to_string();
    assert!(error.contains("too few"), "{error}");
}

#[test]
fn an_unfinished_split_is_no_shard() {
    let dir = tempfile::tempdir().unwrap();
    let mut writer = ShardWriter::create(dir.path(), "train", 300, None, false).unwrap();
    writer.push(record("first"), &[1, 2], &[]).unwrap();
    drop(writer);
    assert!(Shards::open(dir.path(), "train").is_err());
}

#[test]
fn tokens_outside_of_the_vocabulary_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let mut writer = ShardWriter::create(dir.path(), "train", 300, None, false).unwrap();
    let error = writer
        .push(record("first"), &[1, 300], &[])
        .unwrap_err()
        .to_string();
    assert!(error.contains("token 300 of `first`"), "{error}");
    let error = writer
        .push(record("empty"), &[], &[])
        .unwrap_err()
        .to_string();
    assert!(error.contains("`empty` has no tokens"), "{error}");
}
