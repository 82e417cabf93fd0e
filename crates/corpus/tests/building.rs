//! From sources to a corpus.

use corpus::{
    Conversation, Document, Error, Gate, Options, Preference, Source, Split, Summary, build,
};
use ledger::{Policy, Scope, Use};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn fixture(name: &str) -> Source {
    Source::new(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fixtures")
            .join(name),
    )
}

fn train_gate() -> Gate {
    Gate {
        policy: Policy::default(),
        r#use: Use::Train,
    }
}

fn everything_to_train() -> Options {
    Options {
        valid_fraction: 0.0,
        ..Options::default()
    }
}

/// A source of lines in a temporary folder, and a folder for the corpus.
struct Bench {
    folder: tempfile::TempDir,
    out: PathBuf,
}

impl Bench {
    fn new() -> Bench {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        fs::create_dir(&out).unwrap();
        Bench { folder, out }
    }

    fn source(&self, name: &str, lines: &[String]) -> Source {
        let path = self.folder.path().join(name);
        fs::write(&path, lines.join("\n")).unwrap();
        Source::new(path)
    }

    fn build(&self, sources: &[Source], gate: &Gate, options: &Options) -> Result<Summary, Error> {
        build::<Document>(sources, gate, options, &self.out, &mut ledger::silent())
    }

    fn ids(&self, split: Split) -> Vec<String> {
        corpus::documents(&self.out, split)
            .unwrap()
            .map(|document| document.unwrap().provenance.id)
            .collect()
    }

    fn decisions(&self) -> Vec<serde_json::Value> {
        let text = fs::read_to_string(self.out.join("decisions.jsonl")).unwrap();
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

fn line(id: &str, text: &str, license: &str) -> String {
    serde_json::json!({"id": id, "text": text, "license": license}).to_string()
}

#[test]
fn the_gate_refuses_and_says_why() {
    let bench = Bench::new();
    let source = bench.source(
        "mixed.jsonl",
        &[
            line("a", "free text", "CC0-1.0"),
            line("b", "text of an artist", "CC-BY-NC-4.0"),
            line("c", "a patient's file", "LicenseRef-Confidential"),
            line("d", "no licence", ""),
            line("e", "another artist", "CC-BY-NC-4.0"),
            line("f", "a shared page", "CC-BY-SA-4.0"),
            line("g", "a licence misspelt", "CC BY 4.0"),
        ],
    );
    let summary = bench
        .build(
            std::slice::from_ref(&source),
            &train_gate(),
            &everything_to_train(),
        )
        .unwrap();
    assert_eq!(bench.ids(Split::Train), ["a", "f"]);
    assert_eq!(summary.scope, Scope::Open);
    assert!(summary.duties.attribution && summary.duties.share_alike);
    assert_eq!(summary.refused_records(), 5);
    let left_out = summary.left_out().unwrap();
    assert!(left_out.contains("1 refused (no licence)"), "{left_out}");
    assert!(left_out.contains("2 refused (CC-BY-NC-4.0)"), "{left_out}");
    assert!(
        left_out.contains("name an SPDX identifier such as CC-BY-4.0)"),
        "{left_out}"
    );
    let refused = &summary.refused["CC-BY-NC-4.0"];
    assert_eq!((refused.records, refused.first.as_str()), (2, "b"));
    assert!(
        refused.rule.contains("scope = \"non-commercial\""),
        "{}",
        refused.rule
    );
    assert!(summary.refused[""].rule.contains("state its licence"));
    let became: Vec<_> = bench
        .decisions()
        .iter()
        .map(|d| d["became"].clone())
        .collect();
    assert_eq!(
        became,
        [
            "train", "refused", "refused", "refused", "refused", "train", "refused"
        ]
    );
    assert_eq!(bench.decisions()[1]["allowed"], false);
    assert_eq!(Summary::load(&bench.out).unwrap(), summary);

    let internal = Gate {
        policy: Policy::for_scope(Scope::Internal),
        r#use: Use::Train,
    };
    let summary = bench
        .build(&[source], &internal, &everything_to_train())
        .unwrap();
    assert_eq!(bench.ids(Split::Train), ["a", "b", "c", "e", "f"]);
    let outcome = summary.outcome();
    assert_eq!(outcome.scope, Scope::Internal);
    assert_eq!(outcome.licences["CC-BY-NC-4.0"].documents, 2);
    assert_eq!(outcome.licences["CC-BY-NC-4.0"].bytes, 31);
}

/// Each alone would pass, but nobody says how they belong together.
#[test]
fn a_list_of_licences_is_refused() {
    let bench = Bench::new();
    let lines = [
        r#"{"id": "a", "text": "under two", "license": ["MIT", "CC0-1.0"]}"#,
        r#"{"id": "b", "text": "under one", "license": ["MIT"]}"#,
    ];
    let source = Source {
        license: Some("CC-BY-4.0".to_string()),
        ..bench.source("lists.jsonl", &lines.map(str::to_string))
    };
    let summary = bench
        .build(&[source], &train_gate(), &everything_to_train())
        .unwrap();
    assert_eq!(bench.ids(Split::Train), ["b"]);
    assert_eq!(summary.refused["MIT, CC0-1.0"].first, "a");
}

#[test]
fn nothing_allowed_is_an_error_that_names_document_and_remedy() {
    let bench = Bench::new();
    let source = bench.source("nc.jsonl", &[line("tale/1", "text", "CC-BY-NC-4.0")]);
    let error = bench
        .build(&[source], &train_gate(), &Options::default())
        .unwrap_err();
    assert!(matches!(error, Error::Empty { .. }));
    let message = error.to_string();
    for part in [
        "nc.jsonl",
        "the first being tale/1",
        "declare scope = \"non-commercial\"",
    ] {
        assert!(message.contains(part), "{part}: {message}");
    }
}

#[test]
fn empty_sources_are_an_error() {
    let bench = Bench::new();
    for name in ["empty.jsonl", "blank.txt"] {
        let error = bench
            .build(&[fixture(name)], &train_gate(), &Options::default())
            .unwrap_err();
        let message = error.to_string();
        assert!(matches!(error, Error::Empty { .. }), "{message}");
        assert!(message.contains(name), "{message}");
    }
    let error = bench
        .build(&[], &train_gate(), &Options::default())
        .unwrap_err();
    assert!(matches!(error, Error::Empty { .. }));
}

#[test]
fn broken_lines_are_counted_or_fatal() {
    let bench = Bench::new();
    let source = fixture("broken-lines.jsonl");
    let summary = bench
        .build(
            std::slice::from_ref(&source),
            &train_gate(),
            &everything_to_train(),
        )
        .unwrap();
    assert_eq!((summary.read, summary.broken.records), (2, 11));
    assert!(summary.broken.first[0].contains("broken-lines.jsonl:2: EOF"));
    let strict = Options {
        strict: true,
        ..everything_to_train()
    };
    let message = bench
        .build(&[source], &train_gate(), &strict)
        .unwrap_err()
        .to_string();
    assert!(message.contains("broken-lines.jsonl:2: "), "{message}");
    assert!(message.contains("leave `strict` off"), "{message}");
}

#[test]
fn all_broken_lines_are_counted_but_only_some_listed() {
    let bench = Bench::new();
    let mut lines = vec!["{".to_string(); 1000];
    lines.push(line("a", "sound", "MIT"));
    let source = bench.source("x.jsonl", &lines);
    let summary = bench
        .build(&[source], &train_gate(), &everything_to_train())
        .unwrap();
    assert_eq!(summary.broken.records, 1000);
    assert_eq!(summary.broken.first.len(), 20);
}

#[test]
fn the_first_of_equal_texts_is_kept_as_it_was_written() {
    let bench = Bench::new();
    let one = bench.source(
        "one.jsonl",
        &[
            line("a", "か\u{3099}っこう\n\nへ行く", "MIT"),
            line("b", "がっこう へ行く\n", "MIT"),
            line("c", "がっこうへ行く", "MIT"),
        ],
    );
    let two = bench.source(
        "two.jsonl",
        &[line("d", "がっこう\u{3000}へ行く", "CC0-1.0")],
    );
    let summary = bench
        .build(&[one, two], &train_gate(), &everything_to_train())
        .unwrap();
    assert_eq!(summary.duplicates, 2);
    let kept: Vec<_> = corpus::documents(&bench.out, Split::Train)
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(kept.len(), 2);
    assert_eq!(kept[0].text, "か\u{3099}っこう\n\nへ行く");
    assert_eq!(kept[1].provenance.id, "c");
    assert_eq!(bench.decisions()[3]["became"], "duplicate");
}

#[test]
fn a_refused_text_does_not_hide_an_equal_one_that_is_allowed() {
    let bench = Bench::new();
    let lines = [
        line("nc", "the same", "CC-BY-NC-4.0"),
        line("by", "the same", "CC-BY-4.0"),
    ];
    let source = bench.source("x.jsonl", &lines);
    bench
        .build(&[source], &train_gate(), &everything_to_train())
        .unwrap();
    assert_eq!(bench.ids(Split::Train), ["by"]);
}

#[test]
fn ids_are_made_unique() {
    let bench = Bench::new();
    let lines: Vec<_> = ["one", "two", "three", "one"]
        .map(|text| line("x", text, "MIT"))
        .into();
    let source = bench.source("x.jsonl", &lines);
    let summary = bench
        .build(&[source], &train_gate(), &everything_to_train())
        .unwrap();
    let ids = bench.ids(Split::Train);
    assert_eq!(ids[0], "x");
    assert!(
        ids[1].starts_with("x~") && ids[2].starts_with("x~"),
        "{ids:?}"
    );
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 3);
    let decided: BTreeSet<_> = bench
        .decisions()
        .iter()
        .map(|d| d["id"].to_string())
        .collect();
    assert_eq!(decided.len(), 4);
    assert_eq!(summary.renamed, 3);
}

#[test]
fn the_split_follows_from_the_text_alone() {
    let bench = Bench::new();
    let text = |i: usize| format!("text number {i}");
    let lines: Vec<_> = (0..4000)
        .map(|i| line(&format!("a{i}"), &text(i), "MIT"))
        .collect();
    let source = bench.source("a.jsonl", &lines);
    let options = Options {
        valid_fraction: 0.1,
        ..Options::default()
    };
    let summary = bench.build(&[source], &train_gate(), &options).unwrap();
    // Four standard deviations of a binomial distribution.
    assert!(
        (324..=476).contains(&summary.valid.records),
        "{}",
        summary.valid.records
    );
    assert_eq!(summary.train.records + summary.valid.records, 4000);
    let valid: BTreeSet<_> = bench.ids(Split::Valid).into_iter().collect();

    // In another order, with other ids, among others.
    let lines: Vec<_> = (0..5000)
        .rev()
        .map(|i| line(&format!("b{i}"), &text(i), "MIT"))
        .collect();
    let source = bench.source("b.jsonl", &lines);
    bench.build(&[source], &train_gate(), &options).unwrap();
    let again: BTreeSet<_> = bench.ids(Split::Valid).into_iter().collect();
    for i in 0..4000 {
        assert_eq!(
            valid.contains(&format!("a{i}")),
            again.contains(&format!("b{i}"))
        );
    }
}

#[test]
fn equal_input_gives_equal_files() {
    let (one, two) = (Bench::new(), Bench::new());
    for bench in [&one, &two] {
        // Where they lie is not what they are.
        let folder = bench.out.with_file_name("texts");
        fs::create_dir(&folder).unwrap();
        let sources = ["broken-lines.jsonl", "two-frames.jsonl.zst"].map(|name| {
            let path = folder.join(name);
            fs::copy(fixture(name).path, &path).unwrap();
            Source::new(path)
        });
        bench
            .build(&sources, &train_gate(), &Options::default())
            .unwrap();
    }
    for file in [
        "train.jsonl",
        "valid.jsonl",
        "decisions.jsonl",
        "summary.json",
    ] {
        let read = |bench: &Bench| fs::read(bench.out.join(file)).unwrap();
        assert_eq!(read(&one), read(&two), "{file}");
    }
}

#[test]
fn short_texts_are_left_out() {
    let bench = Bench::new();
    let lines = [
        line("a", "  短い  ", "MIT"),
        line("b", "もう少し長い", "MIT"),
    ];
    let source = bench.source("x.jsonl", &lines);
    let options = Options {
        chars_min: 3,
        ..everything_to_train()
    };
    let summary = bench.build(&[source], &train_gate(), &options).unwrap();
    assert_eq!((summary.too_short, summary.train.records), (1, 1));
}

#[test]
fn a_senseless_fraction_is_an_error() {
    let bench = Bench::new();
    for valid_fraction in [-0.1, 1.0, f64::NAN] {
        let options = Options {
            valid_fraction,
            ..Options::default()
        };
        let error = bench.build(&[fixture("two-frames.jsonl.zst")], &train_gate(), &options);
        assert!(matches!(error, Err(Error::BadFraction(_))));
    }
}

#[test]
fn progress_ends_at_the_total() {
    let bench = Bench::new();
    let source = fixture("two-frames.jsonl.zst");
    let size = fs::metadata(&source.path).unwrap().len();
    let mut last = None;
    build::<Document>(
        &[source],
        &train_gate(),
        &everything_to_train(),
        &bench.out,
        &mut |p| last = Some((p.done, p.total, p.note.to_string())),
    )
    .unwrap();
    assert_eq!(last, Some((size, Some(size), "2 documents".to_string())));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_with_the_file() {
    let bench = Bench::new();
    std::os::unix::fs::symlink("/dev/full", bench.out.join("train.jsonl")).unwrap();
    let error = bench
        .build(
            &[fixture("two-frames.jsonl.zst")],
            &train_gate(),
            &everything_to_train(),
        )
        .unwrap_err();
    assert!(
        matches!(&error, Error::Ledger(ledger::Error::DiskFull { .. })),
        "{error}"
    );
    assert!(error.to_string().contains("train.jsonl"), "{error}");
}

#[test]
fn conversations_and_preferences_go_the_same_way() {
    let bench = Bench::new();
    let gate = Gate {
        policy: Policy::default(),
        r#use: Use::Tune,
    };
    let options = everything_to_train();
    let silent = &mut ledger::silent();
    let source = fixture("conversations.jsonl");
    let summary = build::<Conversation>(&[source], &gate, &options, &bench.out, silent).unwrap();
    assert_eq!(
        (
            summary.train.records,
            summary.duplicates,
            summary.broken.records
        ),
        (2, 1, 3)
    );
    let kept: Vec<_> = corpus::conversations(&bench.out, Split::Train)
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(
        (
            kept[0].provenance.id.as_str(),
            kept[1].provenance.id.as_str()
        ),
        ("c/1", "c/6")
    );
    assert_eq!(bench.decisions()[0]["use"], "tune");

    let source = fixture("preferences.jsonl");
    let summary = build::<Preference>(&[source], &gate, &options, &bench.out, silent).unwrap();
    assert_eq!((summary.train.records, summary.broken.records), (1, 3));
    let kept = corpus::preferences(&bench.out, Split::Train)
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    assert_eq!(kept.chosen, "Anna does.");
    let mut wrong = corpus::conversations(&bench.out, Split::Train).unwrap();
    let message = wrong.next().unwrap().unwrap_err().to_string();
    assert!(
        message.contains("not a corpus of conversations"),
        "{message}"
    );
    assert!(wrong.next().is_none());
}
