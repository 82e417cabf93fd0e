//! Records out of files of every kind, sound and hostile.

use corpus::{Conversation, Document, Error, Preference, Provenance, Record, Source, read};
use std::fs;
use std::io::Write;
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
        (5, "missing field `text`"),
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
fn plain_text_takes_the_defaults_of_its_source() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("deep")).unwrap();
    fs::write(
        folder.path().join("deep/猫.txt"),
        "吾輩は猫である。\r\n名前はまだ無い。\r\n",
    )
    .unwrap();
    let source = Source {
        source: Some("novels".to_string()),
        license: Some("LicenseRef-PublicDomain-JP".to_string()),
        attribution: Some("夏目漱石".to_string()),
        ..Source::new(folder.path())
    };
    let (sound, _) = sort_out::<Document>(&source);
    let expected = Document {
        provenance: Provenance {
            id: "novels/deep/猫.txt".to_string(),
            lang: "ja".to_string(),
            license: "LicenseRef-PublicDomain-JP".to_string(),
            source: "novels".to_string(),
            title: Some("猫".to_string()),
            attribution: Some("夏目漱石".to_string()),
            ..Provenance::default()
        },
        text: "吾輩は猫である。\n名前はまだ無い。".to_string(),
    };
    assert_eq!(sound, [expected]);
}

#[test]
fn markdown_says_its_title_and_licence() {
    let (sound, _) = documents(&fixture("front-matter.md"));
    let document = &sound[0];
    assert_eq!(document.text, "# At the lighthouse\n\nThe lamp was lit.");
    assert_eq!(document.provenance.title.as_deref(), Some("The lighthouse"));
    assert_eq!(document.provenance.license, "CC-BY-4.0");
    assert_eq!(document.provenance.author.as_deref(), Some("M. Hale"));
}

/// Whoever states a licence means it, however it is spelt: the default of the source must not take its place.
#[test]
fn a_licence_is_not_missed_for_its_spelling() {
    let folder = tempfile::tempdir().unwrap();
    let licence_of = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        let source = Source {
            license: Some("CC-BY-4.0".to_string()),
            ..Source::new(&path)
        };
        let mut documents = corpus::read::<Document>(&source).unwrap();
        documents.next().unwrap().unwrap().provenance.license
    };
    for front in [
        "---\nlicense: MIT\n---\nText.",
        "--- \nlicense: MIT\n---\nText.",
        "---\nlicense: MIT\n---  \nText.",
        "---\nlicence: MIT\n---\nText.",
        "---\r\nLicense: MIT\r\n---\r\nText.",
        "---\nlicense : MIT\ntitle: T\n---\nText.",
        "---\ntitle   : T\nlicense : MIT\n---\nText.",
        "---\nlicense:MIT\n---\nText.",
        "---\nlicense:\tMIT\n---\nText.",
        "---\n\"LICENCE\" :MIT\n---\nText.",
        "---\ntitle:\tT\nlicense: MIT\n---\nText.",
    ] {
        assert_eq!(licence_of("page.md", front), "MIT", "{front:?}");
    }
    for key in [
        "license", "licence", "License", "Licence", "LICENSE", "LICENCE",
    ] {
        let line = format!(r#"{{"text": "Some text.", "{key}": "MIT"}}"#);
        assert_eq!(licence_of("lines.jsonl", &line), "MIT", "{key}");
    }
    let line = r#"{"text": "Some text.", "licence": "MIT"}"#;
    // Fields that never end are no text.
    let path = folder.path().join("open.md");
    fs::write(&path, "---\ntitle: T\nlicense: MIT\n\nText.").unwrap();
    let (sound, broken) = documents(&path);
    assert!(sound.is_empty() && broken.len() == 1, "{broken:?}");
    assert!(broken[0].to_string().contains("has no end"), "{broken:?}");
    // Prose that looks a little like fields stays text, and another key may be named for the licence.
    let letter = "---\nDate: 3 May\nDear all, this is a letter.\n---\nYours.";
    let path = folder.path().join("letter.md");
    fs::write(&path, letter).unwrap();
    assert!(documents(&path).0[0].text.contains("Dear all"));
    let path = folder.path().join("mapped.jsonl");
    fs::write(&path, line).unwrap();
    let source = Source {
        fields: [("license".to_string(), "licence".to_string())].into(),
        ..Source::new(&path)
    };
    let mut mapped = corpus::read::<Document>(&source).unwrap();
    assert_eq!(mapped.next().unwrap().unwrap().provenance.license, "MIT");
    assert_eq!(
        licence_of("none.md", "---\ntitle: T\n---\nText."),
        "CC-BY-4.0"
    );
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
fn front_matter_is_read_in_any_case() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.md");
    let front =
        "Title : T\nAuthor: A\nURL: https://example.org/\nLang: fr\nID: tales/7\nDate: 2020";
    fs::write(&path, format!("---\n{front}\n---\n# Heading\nText.")).unwrap();
    let (sound, broken) = documents(&path);
    assert!(broken.is_empty(), "{broken:?}");
    let expected = Document {
        provenance: Provenance {
            id: "tales/7".to_string(),
            lang: "fr".to_string(),
            source: "page".to_string(),
            title: Some("T".to_string()),
            author: Some("A".to_string()),
            url: Some("https://example.org/".to_string()),
            date: Some("2020".to_string()),
            ..Provenance::default()
        },
        text: "# Heading\nText.".to_string(),
    };
    assert_eq!(sound, [expected]);
    // Further parts have the stated id, too.
    let long = "A paragraph of a long text.\n\n".repeat(50_000);
    fs::write(&path, format!("---\nid: tales/7\n---\n{long}")).unwrap();
    let ids: Vec<_> = documents(&path)
        .0
        .into_iter()
        .map(|d| d.provenance.id)
        .collect();
    assert_eq!(ids, ["tales/7", "tales/7#2"]);
}

#[test]
fn front_matter_without_an_end_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("open.md");
    let told = |text: &str| {
        fs::write(&path, text).unwrap();
        let (sound, mut broken) = documents(&path);
        assert!(
            sound.is_empty() && broken.len() == 1,
            "{text:?}: {broken:?}"
        );
        broken.remove(0)
    };
    for (text, line) in [
        // The first chapter would be lost.
        (
            "---\ntitle: T\nlicense: MIT\n\nFirst chapter.\n\n---\nSecond chapter.",
            5,
        ),
        (
            "---\ntitle: T\n\n# One\n\nHe said: go.\n---\nSecond chapter.",
            6,
        ),
        // The licence would be.
        ("---\ntitle: T\n\nlicense: MIT", 1),
        ("---\ntitle: T\n\nlicense:MIT\n\nText.", 1),
        ("---\n\"License\" : MIT\n\nText.", 1),
    ] {
        let message = told(text);
        let place = format!("open.md:{line}: ");
        assert!(message.contains(&place), "{text:?}: {message}");
        assert!(message.contains("has no end"), "{message}");
        assert!(message.contains("a line of its own, `---`"), "{message}");
    }
    for text in [
        "---\n\nIt was night.\n\nlicense: MIT\n",
        "---\ntitle: T\n\nText about this:\n\nlicense: MIT\n",
    ] {
        fs::write(&path, text).unwrap();
        assert_eq!(documents(&path).0[0].text, text.trim_end());
    }
    // Empty lines may part fields.
    let front = "title: T\n\n# whose it is\nlicense: MIT\n\ntags:\n\n- a\n\n  b";
    fs::write(&path, format!("---\n{front}\n---\nText.")).unwrap();
    assert_eq!(documents(&path).0[0].text, "Text.");
}

#[test]
fn a_licence_in_toml_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.md");
    for text in [
        "+++\ntitle = \"T\"\n\n[params]\n  License = \"CC-BY-NC-4.0\"\n+++\nText.",
        "+++\n\"licence\"=\"CC-BY-NC-4.0\"\nText.",
    ] {
        fs::write(&path, text).unwrap();
        let (sound, broken) = documents(&path);
        assert!(sound.is_empty() && broken.len() == 1, "{broken:?}");
        assert!(
            broken[0].contains("page.md:1: ")
                && broken[0].contains("TOML")
                && broken[0].contains("between two lines `---`"),
            "{broken:?}"
        );
    }
    let text = "+++\ntitle = \"T\"\n+++\nlicense = \"MIT\" is what a manifest says.";
    fs::write(&path, text).unwrap();
    assert_eq!(documents(&path).0[0].text, text);
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
fn what_is_indented_in_front_matter_belongs_to_another_field() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.md");
    let front_matter = |front: &str| {
        fs::write(
            &path,
            format!("---\n{front}\n---\n# A comment in code\nText."),
        )
        .unwrap();
        documents(&path).0.remove(0)
    };
    let document = front_matter(
        "title: Own\nlicense: CC-BY-NC-4.0\ncover:\n  file: a.jpg\n  license: CC0-1.0\n  title: Picture\ndate: 2020",
    );
    assert_eq!(document.provenance.license, "CC-BY-NC-4.0");
    assert_eq!(document.provenance.title.as_deref(), Some("Own"));
    assert_eq!(document.provenance.date.as_deref(), Some("2020"));
    // A list is no licence that anyone knows, and is not taken for none.
    let document = front_matter("license:\n  - CC-BY-NC-4.0\n  - MIT");
    assert_eq!(document.provenance.license, "- CC-BY-NC-4.0 - MIT");
    assert_eq!(
        document.provenance.title.as_deref(),
        Some("A comment in code")
    );
}

#[test]
fn text_before_a_line_that_is_none_is_kept_and_the_rest_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mixed.txt");
    fs::write(&path, b"Good.\nGood too.\nBad: \xe9.\nLost.\n").unwrap();
    let (sound, broken) = documents(&path);
    let texts: Vec<_> = sound.iter().map(|d| d.text.as_str()).collect();
    assert_eq!(texts, ["Good.\nGood too."]);
    assert_eq!(broken.len(), 1);
    assert!(
        broken[0].contains("mixed.txt:3: invalid UTF-8 at byte 21")
            && broken[0].contains("the file is left out from this line on"),
        "{broken:?}"
    );
}

#[test]
fn text_between_two_rules_is_no_front_matter() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rules.md");
    for text in [
        "---\n# One\nIt says:\nlicense: CC0-1.0\n\n---\n# Two\nMore.",
        "---\n---\nAll of it.\n---",
        "---\nHe said: go.\n---\nShe went.",
    ] {
        fs::write(&path, text).unwrap();
        let (sound, _) = documents(&path);
        assert_eq!(sound[0].text, text);
        assert_eq!(sound[0].provenance.license, "");
    }
    for front in [
        "# of the office\ntitle: X\nlicense: LicenseRef-Own",
        "\"title\": X\ntags: [\n  a\n]\n\"license\": LicenseRef-Own\nlast seen: never",
    ] {
        fs::write(&path, format!("---\n{front}\n---\nText.")).unwrap();
        let (sound, _) = documents(&path);
        assert_eq!(
            (sound[0].text.as_str(), sound[0].provenance.license.as_str()),
            ("Text.", "LicenseRef-Own")
        );
    }
}

#[test]
fn a_long_text_becomes_several_documents_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.txt");
    let mut file = fs::File::create(&path).unwrap();
    for paragraph in 0..40_000 {
        writeln!(file, "Paragraph {paragraph} of a very long text, 段落。\n").unwrap();
    }
    drop(file);
    let (sound, broken) = documents(&path);
    assert!(broken.is_empty());
    let ids: Vec<_> = sound.iter().map(|d| d.provenance.id.as_str()).collect();
    assert_eq!(ids, ["long/long.txt", "long/long.txt#2"]);
    let whole: Vec<_> = sound.iter().map(|d| d.text.as_str()).collect();
    assert_eq!(
        whole.join("\n\n"),
        fs::read_to_string(&path).unwrap().trim_end()
    );
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
