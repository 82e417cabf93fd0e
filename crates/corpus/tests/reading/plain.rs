//! Plain text and Markdown with its front matter.

use super::{documents, fixture, sort_out};
use corpus::{Document, Provenance, Source};
use std::fs;
use std::io::Write;

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
