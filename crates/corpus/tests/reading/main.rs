//! Records out of files of every kind, sound and hostile.

mod plain;

use corpus::{Conversation, Document, Error, Preference, Provenance, Record, Source, read};
use std::fs;
use std::path::{Path, PathBuf};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

/// All records and the messages of all broken ones.
fn sort_out<R: Record>(source: &Source) -> (Vec<R>, Vec<String>) {
    let (mut sound, mut broken) = (Vec::new(), Vec::new());
    for record in read::<R>(source).unwrap() {
        match record {
            Ok(record) => sound.push(record),
            Err(error @ Error::Broken { .. }) => broken.push(error.to_string()),
            Err(error) => panic!("{error}"),
        }
    }
    (sound, broken)
}

fn documents(path: &Path) -> (Vec<Document>, Vec<String>) {
    sort_out(&Source::new(path))
}

#[test]
fn broken_lines_are_named_and_the_others_read() {
    let (sound, broken) = documents(&fixture("broken-lines.jsonl"));
    let ids: Vec<_> = sound.iter().map(|d| d.provenance.id.as_str()).collect();
    assert_eq!(ids, ["good/1", "good/2"]);
    assert_eq!(sound[1].text, "最後の行。");
    let bytes = fs::read(fixture("broken-lines.jsonl")).unwrap();
    let at = bytes.iter().position(|&byte| byte == 0xff).unwrap();
    let invalid_utf_8 = format!("invalid UTF-8 at byte {at} ");
    let expected = [
        (2, "EOF while parsing a string at column"),
        (5, "missing field `text` among `id`"),
        (6, "invalid type: null, expected a string"),
        (7, "invalid type: integer `17`, expected a string"),
        (8, "duplicate field `text`"),
        (9, "this is not a JSON object"),
        (10, &invalid_utf_8),
        (11, "unexpected end of hex escape"),
        (12, "a text, a number or a list of texts was expected"),
        (13, "trailing characters at column"),
        (14, "this is not a JSON object"),
    ];
    assert_eq!(broken.len(), expected.len(), "{broken:#?}");
    for (message, (line, problem)) in broken.iter().zip(expected) {
        assert!(
            message.contains(&format!("broken-lines.jsonl:{line}: ")),
            "{message}"
        );
        assert!(message.contains(problem), "{problem}: {message}");
    }
}

#[test]
fn line_ends_marks_numbers_and_nulls_are_put_right() {
    let (sound, broken) = documents(&fixture("crlf-and-mark.jsonl"));
    assert!(broken.is_empty(), "{broken:?}");
    assert_eq!(sound[0].provenance.id, "good/1");
    let second = &sound[1];
    assert_eq!(
        (second.provenance.id.as_str(), second.text.as_str()),
        ("7", "one\ntwo\nthree")
    );
    assert_eq!(second.provenance.title.as_deref(), Some("1984"));
    assert_eq!(second.provenance.url, None);
    assert_eq!(
        (
            second.provenance.lang.as_str(),
            second.provenance.source.as_str()
        ),
        ("en", "crlf-and-mark")
    );
}

#[test]
fn text_in_another_encoding_is_named_by_its_byte() {
    for (name, byte, documents_before) in [("latin-1.txt", 27, 1), ("utf-16.txt", 0, 0)] {
        let (sound, broken) = documents(&fixture(name));
        assert_eq!(sound.len(), documents_before);
        assert!(
            broken[0].contains(&format!("invalid UTF-8 at byte {byte}")),
            "{broken:?}"
        );
        assert!(
            broken[0].contains("convert the file to UTF-8"),
            "{broken:?}"
        );
    }
}

#[test]
fn all_members_and_frames_of_compressed_files_are_read() {
    for name in ["two-members.jsonl.gz", "two-frames.jsonl.zst"] {
        let (sound, broken) = documents(&fixture(name));
        assert!(broken.is_empty(), "{broken:?}");
        let ids: Vec<_> = sound.iter().map(|d| d.provenance.id.as_str()).collect();
        assert_eq!(ids, ["good/1", "good/2"], "{name}");
    }
}

#[test]
fn damaged_compressed_files_are_errors_not_short_texts() {
    for name in [
        "cut.jsonl.gz",
        "cut.jsonl.zst",
        "flipped.jsonl.zst",
        "not-really.jsonl.zst",
        "skips-too-far.jsonl.zst",
    ] {
        let last = match read::<Document>(&Source::new(fixture(name))) {
            Ok(reader) => reader.last().unwrap(),
            Err(error) => Err(error),
        };
        let error = last.unwrap_err();
        assert!(matches!(error, Error::Compressed { .. }), "{name}: {error}");
        assert!(error.to_string().contains(name));
    }
}

/// Any single damaged byte of a compressed file is an error or, in bytes without meaning, harmless;
/// it never changes what is read, and nothing panics.
#[test]
fn no_flipped_byte_in_a_frame_goes_unnoticed() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["two-frames.jsonl.zst", "two-members.jsonl.gz"] {
        let sound = fs::read(fixture(name)).unwrap();
        let expected = documents(&fixture(name)).0;
        let path = folder.path().join(name);
        for (at, flip) in (0..sound.len()).flat_map(|at| [(at, 0x01), (at, 0x80), (at, 0xff)]) {
            let mut damaged = sound.clone();
            damaged[at] ^= flip;
            fs::write(&path, &damaged).unwrap();
            let Ok(reader) = read::<Document>(&Source::new(&path)) else {
                continue;
            };
            let found: Result<Vec<_>, _> = reader.collect();
            if let Ok(found) = found {
                assert_eq!(found, expected, "{name} byte {at} ^ {flip:#x}");
            }
        }
    }
}

#[test]
fn a_missing_file_is_named_with_the_folder_that_exists() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("not/there.jsonl");
    let error = read::<Document>(&Source::new(&path)).err().unwrap();
    assert!(matches!(&error, Error::Missing { parent: Some(p), .. } if p == folder.path()));
    let message = error.to_string();
    assert!(message.contains("there.jsonl does not exist"), "{message}");
    assert!(
        message.contains(&folder.path().display().to_string()),
        "{message}"
    );
}

#[test]
fn a_folder_without_text_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("picture.png"), "x").unwrap();
    let message = read::<Document>(&Source::new(folder.path()))
        .err()
        .unwrap()
        .to_string();
    assert!(
        message.contains("no file that can be read as documents"),
        "{message}"
    );
    assert!(message.contains(".jsonl"), "{message}");
    fs::write(folder.path().join("note.txt"), "x").unwrap();
    assert!(read::<Document>(&Source::new(folder.path())).is_ok());
    assert!(read::<Conversation>(&Source::new(folder.path())).is_err());
}

#[test]
fn a_licence_is_not_missed_where_fields_are_called_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mapped.jsonl");
    for key in [
        "license", "licence", "License", "Licence", "LICENSE", "LICENCE",
    ] {
        let line = format!(r#"{{"body": "Some text.", "{key}": "MIT", "rights": "CC0-1.0"}}"#);
        fs::write(&path, line).unwrap();
        for (named, expected) in [
            (None, "MIT"),
            (Some(key), "MIT"),
            (Some("rights"), "CC0-1.0"),
        ] {
            let fields = [("text", Some("body")), ("license", named)];
            let named = |(ours, theirs): (&str, Option<&str>)| {
                Some((ours.to_string(), theirs?.to_string()))
            };
            let source = Source {
                license: Some("CC-BY-4.0".to_string()),
                fields: fields.into_iter().filter_map(named).collect(),
                ..Source::new(&path)
            };
            let (sound, broken) = sort_out::<Document>(&source);
            assert!(broken.is_empty(), "{broken:?}");
            assert_eq!(sound[0].provenance.license, expected, "{key}");
        }
    }
}

#[test]
fn a_list_of_texts_is_read_as_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lists.jsonl");
    let lines = [
        r#"{"text": "a", "author": ["A", "B"], "date": [1984, "1985"], "license": ["MIT"], "title": []}"#,
        r#"{"text": "b", "author": {"name": "A"}}"#,
        r#"{"text": "c", "author": ["A", null]}"#,
        r#"{"text": "d", "author": true}"#,
    ];
    fs::write(&path, lines.join("\n")).unwrap();
    let (sound, broken) = documents(&path);
    assert_eq!(sound.len(), 1, "{broken:?}");
    let provenance = &sound[0].provenance;
    assert_eq!(provenance.author.as_deref(), Some("A, B"));
    assert_eq!(provenance.date.as_deref(), Some("1984, 1985"));
    assert_eq!(provenance.license, "MIT");
    assert_eq!(provenance.title, None);
    assert_eq!(broken.len(), 3, "{broken:?}");
    for message in broken {
        let problem = "a text, a number or a list of texts was expected";
        assert!(message.contains(problem), "{message}");
    }
}

#[test]
fn fields_can_be_called_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.jsonl");
    let line = r#"{"body":"Some text.","meta":{"url":"https://example.org/1","rights":"MIT"},"text":3,"a.b":"x"}"#;
    fs::write(&path, format!("{line}\n[]\n{{}}\n")).unwrap();
    let fields = [
        ("text", "body"),
        ("url", "meta.url"),
        ("license", "meta.rights"),
        ("title", "a.b"),
    ];
    let source = Source {
        fields: fields.map(|(a, b)| (a.to_string(), b.to_string())).into(),
        ..Source::new(&path)
    };
    let (sound, broken) = sort_out::<Document>(&source);
    assert_eq!(sound[0].text, "Some text.");
    assert_eq!(
        sound[0].provenance.url.as_deref(),
        Some("https://example.org/1")
    );
    assert_eq!(sound[0].provenance.license, "MIT");
    assert_eq!(sound[0].provenance.title.as_deref(), Some("x"));
    assert!(broken[0].contains("not a JSON object"), "{broken:?}");
    assert!(broken[1].contains("missing field `text`"), "{broken:?}");
}

#[test]
fn records_of_every_kind_say_whom_to_credit() {
    let folder = tempfile::tempdir().unwrap();
    let told = r#""url":"https://example.org/1","title":"Rain","author":"Ann","site":"Letters","date":1984"#;
    let chat = r#""messages":[{"role":"user","content":"?"},{"role":"assistant","content":"!"}]"#;
    let pair = r#""prompt":[{"role":"user","content":"?"}],"chosen":"!","rejected":"…""#;
    let source = |fields: &str| {
        let path = folder.path().join("x.jsonl");
        let own = r#""attribution":"The Rain Project""#;
        let lines =
            format!("{{{fields},{told},{own}}}\n{{{told},{fields},\"attribution\":null}}\n");
        fs::write(&path, lines).unwrap();
        Source {
            attribution: Some("Ann & friends".to_string()),
            ..Source::new(path)
        }
    };
    let check = |credited: Vec<Provenance>| {
        for (provenance, attribution) in credited.iter().zip(["The Rain Project", "Ann & friends"])
        {
            let expected = Provenance {
                url: Some("https://example.org/1".to_string()),
                title: Some("Rain".to_string()),
                author: Some("Ann".to_string()),
                attribution: Some(attribution.to_string()),
                site: Some("Letters".to_string()),
                date: Some("1984".to_string()),
                ..provenance.clone()
            };
            assert_eq!(*provenance, expected);
        }
        assert_eq!(credited.len(), 2);
    };
    let (documents, _) = sort_out::<Document>(&source(r#""text":"It rained.""#));
    check(documents.into_iter().map(|d| d.provenance).collect());
    let (conversations, _) = sort_out::<Conversation>(&source(chat));
    check(conversations.into_iter().map(|c| c.provenance).collect());
    let (pairs, _) = sort_out::<Preference>(&source(pair));
    check(pairs.into_iter().map(|p| p.provenance).collect());
}

#[test]
fn an_id_that_is_not_stated_follows_from_the_text() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.jsonl");
    fs::write(&path, "{\"text\":\"one\"}\n{\"text\":\"two\"}\n").unwrap();
    let before = documents(&path).0;
    fs::write(&path, "{\"text\":\"zero\"}\n{\"text\":\"one\"}\n").unwrap();
    let after = documents(&path).0;
    assert_eq!(before[0].provenance.id, after[1].provenance.id);
    assert_ne!(before[0].provenance.id, before[1].provenance.id);
    assert!(before[0].provenance.id.starts_with("x/"));
}

#[test]
fn conversations_and_preferences_must_teach_something() {
    let (sound, broken) = sort_out::<Conversation>(&Source::new(fixture("conversations.jsonl")));
    let ids: Vec<_> = sound.iter().map(|c| c.provenance.id.as_str()).collect();
    assert_eq!(ids, ["c/1", "c/5", "c/6"]);
    assert_eq!(sound[2].provenance.lang, "ja");
    assert!(
        broken[0].contains("no message is the assistant's"),
        "{broken:?}"
    );
    assert!(broken[1].contains("unknown variant `wizard`"), "{broken:?}");
    let (sound, broken) = sort_out::<Preference>(&Source::new(fixture("preferences.jsonl")));
    assert_eq!(sound.len(), 1);
    for (message, problem) in broken
        .iter()
        .zip(["holds no message", "are the same", "is empty"])
    {
        assert!(message.contains(problem), "{message}");
    }
}

#[test]
fn only_an_answer_can_be_a_prefix() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.jsonl");
    let turn = |role: &str| format!(r#"{{"role":"{role}","content":"Sure."}}"#);
    let line = |prefix: &str, last: &str| {
        let (first, last) = (turn("assistant"), turn(last));
        format!("{{\"messages\":[{first},{last}]{prefix}}}\n")
    };
    let (set, unset) = (r#","prefix":true"#, r#","prefix":null"#);
    let lines = [
        line(set, "assistant"),
        line(unset, "assistant"),
        line("", "user"),
        line(set, "user"),
    ];
    fs::write(&path, lines.concat()).unwrap();
    let (sound, broken) = sort_out::<Conversation>(&Source::new(path));
    let flags: Vec<bool> = sound.iter().map(|c| c.prefix).collect();
    assert_eq!(flags, [true, false, false]);
    assert!(broken[0].contains("`prefix` is set"), "{broken:?}");
    let [begun, whole] = [0, 1].map(|at| serde_json::to_string(&sound[at]).unwrap());
    assert!(begun.contains(r#""prefix":true"#), "{begun}");
    assert!(!whole.contains("prefix"), "{whole}");
}
