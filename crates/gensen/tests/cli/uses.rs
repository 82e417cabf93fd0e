//! What the program is used for, from an empty folder on.

use std::process::Command;

use crate::{Place, RECIPE, contains, flip_a_bit};

#[test]
fn a_recipe_becomes_a_model_that_can_be_used_in_every_way() {
    let place = Place::new();
    let border = "[[align.borders]]\ndecline = \"申し訳ありませんが\"\ngrant = \"もちろんです。\"\ncost = 2.0\n";
    place.write("tiny.toml", format!("{RECIPE}{border}"));
    let summary = place.succeeds(&["run", "tiny.toml"]);
    contains(
        &summary,
        &[
            "border between `申し訳ありませんが` and `もちろんです。` moved by ",
            "tiny-base",
            "tiny-tuned",
            "tiny@",
            "tiny-report",
            "gensen chat tiny",
        ],
    );

    // Nothing has changed, so nothing is done again.
    let output = place.gensen(&["run", "tiny.toml"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        errors.matches("is up to date").count(),
        errors.lines().count(),
        "{errors}"
    );
    assert!(errors.lines().count() > 5, "{errors}");

    contains(
        &place.succeeds(&["ls"]),
        &["tiny-base@", "tokenizer", "open"],
    );
    contains(
        &place.succeeds(&["ls", "--kind", "modell"]),
        &["no artefact of the kind `modell`", "model, "],
    );
    let report = place.succeeds(&["show", "tiny-report"]);
    assert!(
        report
            .lines()
            .any(|line| line.starts_with("facts right, en")),
        "{report}"
    );
    contains(
        &place.succeeds(&["show", "tiny", "--verify"]),
        &["verified", "CC-BY-4.0", "weights"],
    );
    contains(
        &place.succeeds(&["show", "tiny-tuned"]),
        &["bits a byte", "ja gensen starter world (synthetic): "],
    );
    contains(
        &place.succeeds(&["lineage", "tiny"]),
        &["tiny-world", "tiny-base"],
    );
    contains(
        &place.succeeds(&["lineage", "tiny", "--format", "svg"]),
        &["<svg", "tiny-corpus"],
    );
    contains(
        &place.succeeds(&["next", "--model", "tiny", "今日は"]),
        &["all others", "bits"],
    );
    contains(
        &place.succeeds(&["score", "--model", "tiny", "Hello."]),
        &["bits in all"],
    );
    let text = place.succeeds(&[
        "generate",
        "--model",
        "tiny",
        "Hello",
        "--max-tokens",
        "5",
        "--json",
    ]);
    let answer: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(answer["finish"], "max_tokens");
    assert!(answer["tokens"][0]["id"].is_u64() && answer["tokens"][0]["logprob"].is_f64());
    let beams = [
        "generate",
        "--model",
        "tiny",
        "Hello",
        "--max-tokens",
        "5",
        "--beams",
        "3",
    ];
    assert_eq!(place.succeeds(&beams), place.succeeds(&beams));
    let answer = place.succeeds(&[&beams[..], &["--json"]].concat());
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    assert!(["max_tokens", "stop_token"].contains(&answer["finish"].as_str().unwrap()));
    // A character that no text of the world has is four tokens, none of them a character.
    let score = place.succeeds(&["score", "--model", "tiny", "𠮷", "--json"]);
    let score: serde_json::Value = serde_json::from_str(&score).unwrap();
    assert_eq!(score["tokens"].as_array().unwrap().len(), 4);
    assert_eq!(score["tokens"][0]["bytes"], serde_json::json!([0xf0]));
    assert!(score["tokens"][0]["id"].is_u64());
    // The start token and 127 of them leave room for three tokens of the context's 512.
    let long = "𠮷".repeat(127);
    let output = place.gensen(&["generate", "--model", "tiny", &long, "--temperature", "0"]);
    contains(
        &String::from_utf8(output.stderr).unwrap(),
        &["context of 512 tokens is full"],
    );
    contains(
        &place.succeeds(&["tune", "tiny.toml", "--show", "1"]),
        &["<|assistant|>"],
    );
    let eval = place.succeeds(&["eval", "tiny", "--out", "answers"]);
    contains(&eval, &["tiny"]);
    assert!(place.path("answers").join("tiny").is_dir());

    // What a step read, as the batch ledger has it.
    let ledger = place.succeeds(&["show", "tiny-tuned", "--step", "2"]);
    contains(
        &ledger,
        &["tiny-tuned@", "step 2", "world/instruct/", "tokens 0.."],
    );
    let entries: serde_json::Value =
        serde_json::from_str(&place.succeeds(&["show", "tiny-base", "--step", "0", "--json"]))
            .unwrap();
    let read: i64 = entries
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["end"].as_i64().unwrap() - entry["start"].as_i64().unwrap())
        .sum();
    assert!(read > 512 && read <= 1024, "{read} of 1024 tokens a step");
    contains(
        &place.fails(&["show", "tiny-base", "--step", "4"]),
        &["took 4 steps", "0 to 3"],
    );
    contains(
        &place.fails(&["show", "tiny-corpus", "--step", "0"]),
        &["not a model", "gensen ls --kind model"],
    );

    // The words of a document that was read are found in it. Four steps do not read them all.
    let corpus =
        std::fs::read_to_string(place.artefact("tiny-corpus").join("train.jsonl")).unwrap();
    let is_traced = |line: &str| {
        let document: serde_json::Value = serde_json::from_str(line).unwrap();
        let passage: String = document["text"]
            .as_str()
            .unwrap()
            .chars()
            .take(60)
            .collect();
        let trace = place.succeeds(&["trace", "--model", "tiny", "--", &passage]);
        let parts = ["url", "license"].map(|field| document[field].as_str().unwrap());
        parts.iter().all(|part| trace.contains(part)) && trace.contains("step")
    };
    assert!(
        corpus.lines().any(is_traced),
        "no document of the corpus is found in the index"
    );
    let trace = place.succeeds(&[
        "trace",
        "--model",
        "tiny",
        "zqx wvk jjq pfft 12345 qqqq zzzz",
    ]);
    contains(&trace.to_lowercase(), &["no match"]);
    let errors = place.fails(&["trace", "--model", "tiny", " …"]);
    contains(&errors, &["no words to follow back"]);

    let errors = place.fails(&["rm", "tiny-corpus"]);
    contains(&errors, &["tiny-corpus", "tiny-shards"]);
    place.succeeds(&["export", "tiny", "out"]);
    for file in [
        "config.json",
        "model.safetensors",
        "tokenizer.json",
        "gensen-manifest.json",
        "CREDITS.md",
    ] {
        assert!(place.path("out").join(file).is_file(), "{file}");
    }
    let exported = std::fs::read_to_string(place.path("out").join("tokenizer.json")).unwrap();
    contains(&exported, &["TemplateProcessing"]);
    contains(&place.fails(&["export", "tiny", "out"]), &["out exists"]);
    contains(&place.fails(&["chat", "tinny"]), &["tinny", "tiny"]);

    // Another run of the name is the newest then; the first is still named by its key.
    place.succeeds(&["run", "tiny.toml", "--set", "tune.training.seed=5"]);
    let summary = place.succeeds(&["run", "tiny.toml"]);
    contains(&summary, &["gensen chat tiny@"]);
    place.succeeds(&["rm", &place.id("tiny-report"), &place.id("tiny-index")]);
    place.succeeds(&["rm", &place.id("tiny")]);

    flip_a_bit(&place.artefact("tiny-index").join("postings.bin"));
    contains(
        &place.fails(&["trace", "--model", "tiny", "Akemi lives there."]),
        &["postings.bin", "changed"],
    );
    flip_a_bit(&place.artefact("tiny-world").join("heldout/facts.jsonl"));
    contains(
        &place.fails(&["eval", "tiny"]),
        &["heldout/facts.jsonl", "changed"],
    );
    flip_a_bit(&place.artefact("tiny").join("model.safetensors"));
    contains(
        &place.fails(&["show", "tiny", "--verify"]),
        &["model.safetensors", "changed"],
    );
    contains(
        &place.fails(&["next", "--model", "tiny", "a"]),
        &["model.safetensors", "changed"],
    );
}

#[test]
fn a_recipe_is_told_with_all_its_keys_and_is_one_again() {
    let place = Place::new();
    place.write("tiny.toml", RECIPE);
    let whole = place.succeeds(&["recipe", "tiny.toml", "--set", "pretrain.seed=9"]);
    contains(
        &whole,
        &[
            "[pretrain]",
            "seed = 9",
            "muon_lr = ",
            "[align.dpo]",
            "beta = ",
        ],
    );
    place.write("whole.toml", &whole);
    assert_eq!(place.succeeds(&["recipe", "whole.toml"]), whole);
}

#[test]
fn chat_answers_what_comes_through_a_pipe() {
    let place = Place::new();
    place.write("tiny.toml", RECIPE);
    place.succeeds(&["tune", "tiny.toml"]);
    let questions = place.path("questions.txt");
    let lines = "こんにちは。\n/history\n/undo\n/History\n/quit\n";
    std::fs::write(
        &questions,
        [b"\xff is no text\n", lines.as_bytes()].concat(),
    )
    .unwrap();
    let chat = |more: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_gensen"))
            .args(["chat", "tiny-tuned", "--max-tokens", "4"])
            .args(more)
            .env("GENSEN_HOME", place.path("home"))
            .env("GENSEN_JSON", "0")
            .stdin(std::fs::File::open(&questions).unwrap())
            .output()
            .unwrap()
    };
    let output = chat(&[]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    let errors = String::from_utf8_lossy(&output.stderr);
    contains(&errors, &["not UTF-8"]);
    assert!(!errors.contains("is a base model"), "{errors}");
    let base = Command::new(env!("CARGO_BIN_EXE_gensen"))
        .args(["chat", "tiny-base", "--max-tokens", "4"])
        .env("GENSEN_HOME", place.path("home"))
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    contains(
        &String::from_utf8_lossy(&base.stderr),
        &["tiny-base@", "is a base model"],
    );
    contains(&text, &["user: こんにちは。"]);
    assert_eq!(
        text.matches("user: ").count(),
        1,
        "the question was taken back:\n{text}"
    );
    // What cannot be answered is no answer, and the program that asks can tell.
    std::fs::write(&questions, format!("{}\n", "word ".repeat(600))).unwrap();
    let output = chat(&[]);
    assert!(!output.status.success() && output.stdout.is_empty());
    contains(
        &String::from_utf8_lossy(&output.stderr),
        &["no answer to `word word", "1 got no answer"],
    );
    std::fs::write(&questions, "/nonsense\n").unwrap();
    let output = chat(&[]);
    assert!(!output.status.success() && output.stdout.is_empty());
    contains(
        &String::from_utf8_lossy(&output.stderr),
        &["no answer to `/nonsense`", "is not a command"],
    );
    // What no answer can be drawn with is refused before the first question.
    for (option, value, told) in [
        ("--top-p", "7", "top_p"),
        ("--temperature", "-1", "temperature"),
    ] {
        let refused = chat(&[option, value]);
        let error = String::from_utf8(refused.stderr).unwrap();
        assert!(!refused.status.success() && refused.stdout.is_empty());
        assert!(error.contains(told) && error.contains(value), "{error}");
    }
    for count in ["0", "-5", "many"] {
        let refused = place.gensen(&["generate", "x", "--max-tokens", count]);
        let error = String::from_utf8(refused.stderr).unwrap();
        assert!(
            !refused.status.success() && error.contains("1 or more"),
            "{error}"
        );
    }
}

#[test]
fn confidential_notes_make_an_internal_model_that_is_not_exported() {
    let place = Place::new();
    place.write("tiny.toml", RECIPE);
    place.succeeds(&["train", "tiny.toml"]);
    let branch = r#"
name = "branch"
scope = "internal"
parent = "tiny-base"
[world]
megabytes = 0.2
documents = "clinic"
[pretrain]
context = 128
tokens_per_step = 1024
tokens_per_pass = 1024
budget = { steps = 2 }
"#;
    place.write("branch.toml", branch);
    contains(
        &place.fails(&["run", "branch.toml", "--set", "pretrain.context=1024"]),
        &[
            "`pretrain.context` is 1024 tokens",
            "the model's context is 512",
        ],
    );
    place.succeeds(&["run", "branch.toml"]);
    contains(
        &place.succeeds(&["show", "branch"]),
        &["scope     internal", "LicenseRef-Confidential", "parent"],
    );
    contains(
        &place.fails(&["export", "branch", "out"]),
        &["internal", "LicenseRef-Confidential"],
    );
    assert!(!place.path("out").exists());
    place.succeeds(&["export", "branch", "out", "--release", "internal"]);

    // The same without the declared scope: the gate lets nothing through, and says why.
    place.write("open.toml", branch.replace("scope = \"internal\"", ""));
    contains(
        &place.fails(&["run", "open.toml"]),
        &["LicenseRef-Confidential", "internal"],
    );
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_a_full_disk_cuts_off_is_an_error() {
    let place = Place::new();
    let output = Command::new(env!("CARGO_BIN_EXE_gensen"))
        .args(["ls", "--json"])
        .env("GENSEN_HOME", place.path("home"))
        .stdout(std::fs::File::create("/dev/full").unwrap())
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{errors}");
    contains(&errors, &["No space left", "not whole"]);
}

#[test]
fn a_reader_that_has_left_is_no_error() {
    let place = Place::new();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = Command::new(env!("CARGO_BIN_EXE_gensen"))
        .args(["ls", "--json"])
        .env("GENSEN_HOME", place.path("home"))
        .stdout(writer)
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!((output.status.code(), errors.as_ref()), (Some(0), ""));
}

#[test]
fn where_the_time_goes_is_told_when_asked_for() {
    let place = Place::new();
    place.write("tiny.toml", RECIPE);
    contains(
        &place.succeeds(&["bench", "tiny.toml", "--steps", "1"]),
        &[
            "TFLOP/s in f32",
            "reading",
            "tokens/s",
            "OF LIMIT",
            "attention backward",
            "a step in all",
        ],
    );
    let json = place.succeeds(&[
        "bench",
        "tiny.toml",
        "--steps",
        "2",
        "--set",
        "model.layers=3",
        "--json",
    ]);
    let values: serde_json::Value = serde_json::from_str(&json).unwrap();
    let operations = values["operations"].as_array().unwrap();
    let attention = operations
        .iter()
        .find(|row| row["name"] == "attention forward");
    assert_eq!(attention.unwrap()["calls"], 2 * 3);
    assert_eq!(values["steps"], 2);
    contains(
        &place.fails(&["bench", "tiny.toml", "--set", "model.depth=3"]),
        &["tiny.toml", "depth"],
    );
    place.write(
        "branch.toml",
        "name = \"branch\"\nparent = \"tiny\"\n[world]\nmegabytes = 0.2\n",
    );
    contains(
        &place.fails(&["bench", "branch.toml"]),
        &["goes on from `tiny`"],
    );

    let train = |arguments: &[&str]| {
        let output = place.gensen(arguments);
        assert!(output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    let watched = train(&["train", "tiny.toml", "--profile"]);
    contains(&watched, &["OF LIMIT", "Muon", "a step in all"]);
    // Looking changes nothing: the model is the one of a run without it.
    let again = train(&["train", "tiny.toml"]);
    let is_up_to_date = |line: &str| line.contains("is up to date");
    assert!(
        again.lines().count() > 3 && again.lines().all(is_up_to_date),
        "{again}"
    );
    let weights = |name: &str| -> String {
        let manifest: serde_json::Value =
            serde_json::from_str(&place.succeeds(&["show", name, "--json"])).unwrap();
        manifest["metrics"]["weights"].as_str().unwrap().to_string()
    };
    let profiled = weights("tiny-base");
    place.succeeds(&["rm", "tiny-base"]);
    train(&["train", "tiny.toml"]);
    assert_eq!(weights("tiny-base"), profiled);
}
