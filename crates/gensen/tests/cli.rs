//! The real binary, from an empty folder to a model that answers, and on bad input.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A model so small that it is made within seconds; it need not be good.
const RECIPE: &str = r#"
name = "tiny"
seed = 3
[world]
megabytes = 0.2
[tokenizer]
vocab_size = 600
[model]
width = 32
layers = 1
heads = 2
context = 512
[pretrain]
context = 128
tokens_per_step = 1024
tokens_per_pass = 1024
budget = { steps = 4 }
validation_tokens = 2000
sample_every = 2
[tune]
tuning = { too_long = "skip" }
training = { context = 128, tokens_per_step = 1024, tokens_per_pass = 1024, budget = { steps = 3 }, validation_tokens = 2000 }
[align]
too_long = "skip"
training = { context = 128, tokens_per_step = 512, tokens_per_pass = 1024, budget = { steps = 1 }, validation_tokens = 2000 }
"#;

struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    fn gensen(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_gensen"))
            .args(arguments)
            .env("GENSEN_HOME", self.path("home"))
            .current_dir(self.folder.path())
            .output()
            .unwrap()
    }

    #[track_caller]
    fn succeeds(&self, arguments: &[&str]) -> String {
        let output = self.gensen(arguments);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success(),
            "gensen {arguments:?} failed:\n{errors}"
        );
        String::from_utf8(output.stdout).unwrap()
    }

    /// Standard error of a command that must fail, politely.
    #[track_caller]
    fn fails(&self, arguments: &[&str]) -> String {
        let output = self.gensen(arguments);
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(
            output.status.code(),
            Some(1),
            "gensen {arguments:?}:\n{errors}"
        );
        assert!(!errors.contains("panicked"), "{errors}");
        errors
    }

    fn artefact(&self, name: &str) -> PathBuf {
        let json = self.succeeds(&["show", name, "--json"]);
        let manifest: serde_json::Value = serde_json::from_str(&json).unwrap();
        let key = manifest["key"].as_str().unwrap();
        self.path("home").join(format!("{name}@{}", &key[..12]))
    }
}

#[track_caller]
fn contains(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}

#[test]
fn a_recipe_becomes_a_model_that_can_be_used_in_every_way() {
    let place = Place::new();
    place.write("tiny.toml", RECIPE);
    let summary = place.succeeds(&["run", "tiny.toml"]);
    contains(
        &summary,
        &[
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
    contains(&text, &["logprob", "MaxTokens"]);
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
    contains(
        &place.succeeds(&["tune", "tiny.toml", "--show", "1"]),
        &["<|assistant|>"],
    );
    let eval = place.succeeds(&["eval", "tiny", "--out", "answers"]);
    contains(&eval, &["tiny"]);
    assert!(place.path("answers").join("tiny").is_dir());

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
        let trace = place.succeeds(&["trace", "--model", "tiny", &passage]);
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
    contains(&trace.to_lowercase(), &["no "]);
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
    ] {
        assert!(place.path("out").join(file).is_file(), "{file}");
    }
    contains(&place.fails(&["export", "tiny", "out"]), &["out exists"]);
    contains(&place.fails(&["chat", "tinny"]), &["tinny", "tiny"]);

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

fn flip_a_bit(path: &Path) {
    let mut bytes = std::fs::read(path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let mut permissions = std::fs::metadata(path).unwrap().permissions();
    #[allow(clippy::permissions_set_readonly_false)]
    permissions.set_readonly(false);
    std::fs::set_permissions(path, permissions).unwrap();
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn chat_answers_what_comes_through_a_pipe() {
    let place = Place::new();
    place.write("tiny.toml", RECIPE);
    place.succeeds(&["tune", "tiny.toml"]);
    let questions = place.path("questions.txt");
    let lines = "こんにちは。\n/history\n/nonsense\n/undo\n/History\n/quit\n";
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
    contains(
        &text,
        &[
            "not UTF-8",
            "user: こんにちは。",
            "/nonsense is not a command",
        ],
    );
    assert_eq!(
        text.matches("user: ").count(),
        1,
        "the question was taken back:\n{text}"
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

#[test]
fn bad_recipes_are_explained() {
    let place = Place::new();
    place.write("typo.toml", RECIPE.replace("layers = 1", "layres = 1"));
    contains(
        &place.fails(&["run", "typo.toml"]),
        &["typo.toml", "layres", "did you mean `layers`?"],
    );
    contains(&place.fails(&["run", "none.toml"]), &["none.toml"]);
    place.write("tiny.toml", RECIPE);
    contains(
        &place.fails(&["run", "tiny.toml", "--set", "pretrain.sed=1"]),
        &["sed", "did you mean `seed`?"],
    );
    contains(
        &place.fails(&["run", "tiny.toml", "--set", "model.heads=5"]),
        &["heads"],
    );
    place.write("empty.toml", "name = \"empty\"");
    contains(
        &place.fails(&["run", "empty.toml"]),
        &["no text", "--corpus"],
    );
    contains(
        &place.fails(&["run", "tiny.toml", "--corpus", "not-there"]),
        &["not-there"],
    );
    contains(
        &place.fails(&["run", "tiny.toml", "--set", "pretrain.budjet.steps=3"]),
        &["--set", "budjet", "budget"],
    );
}

#[test]
fn conversations_are_asked_for_only_where_they_are_needed() {
    let place = Place::new();
    let recipe = RECIPE.replace("[world]\nmegabytes = 0.2\n", "");
    place.write("recipe.toml", &recipe);
    let line = |n: usize| {
        let text = format!("Line {n} of a text that is long enough to be learnt from.");
        serde_json::json!({ "id": n.to_string(), "text": text, "lang": "en" }).to_string()
    };
    let lines: Vec<String> = (0..400).map(line).collect();
    place.write("text.jsonl", lines.join("\n"));

    let run = [
        "recipe.toml",
        "--corpus",
        "text.jsonl",
        "--license",
        "CC0-1.0",
    ];
    let errors = place.fails(&[&["run"][..], &run].concat());
    contains(&errors, &["no conversations", "--instruct", "tune.sources"]);
    contains(&place.succeeds(&["ls"]), &["nothing here yet"]);
    place.succeeds(&[&["train"][..], &run].concat());
    contains(&place.succeeds(&["ls"]), &["tiny-base"]);

    place.write(
        "recipe.toml",
        recipe.replace("[tune]\n", "[tune]\nshapes_tokenizer = true\n"),
    );
    let errors = place.fails(&[&["train"][..], &run].concat());
    contains(&errors, &["no conversations"]);
}

#[test]
fn broken_and_unlicensed_text_is_counted_or_refused() {
    let place = Place::new();
    let good = r#"{"id":"a","text":"A licensed text that is long enough.","license":"CC0-1.0"}"#;
    let text = format!(
        "{good}\nnot json\n{}\n",
        good.replace("\"a\"", "\"b\"").replace("A ", "Another ")
    );
    place.write("broken.jsonl", text);
    place.write(
        "real.toml",
        "name = \"real\"\n[corpus.options]\nvalid_fraction = 0.0",
    );
    let arguments = ["corpus", "real.toml", "--corpus", "broken.jsonl"];
    let summary: serde_json::Value =
        serde_json::from_str(&place.succeeds(&[&arguments[..], &["--json"]].concat())).unwrap();
    let metrics = &summary[0]["metrics"];
    assert_eq!(metrics["train"]["records"], 2);
    assert_eq!(metrics["broken"]["records"], 1);
    contains(&metrics["broken"]["first"].to_string(), &["broken.jsonl:2"]);
    place.succeeds(&["rm", "real-corpus"]);
    let output = place.gensen(&arguments);
    let told = String::from_utf8_lossy(&output.stderr);
    contains(&told, &["left out", "1 broken", "broken.jsonl:2"]);
    contains(
        &place.fails(&["corpus", "real.toml", "--license", "CC0-1.0"]),
        &["--corpus"],
    );
    let strict = [&arguments[..], &["--set", "corpus.options.strict=true"]].concat();
    contains(&place.fails(&strict), &["broken.jsonl:2"]);

    place.write("closed.jsonl", good.replace("CC0-1.0", "CC-BY-NC-4.0"));
    let errors = place.fails(&["corpus", "real.toml", "--corpus", "closed.jsonl"]);
    contains(&errors, &["CC-BY-NC-4.0", "non-commercial"]);
    place.write(
        "latin1.jsonl",
        b"{\"text\":\"caf\xe9\",\"license\":\"CC0-1.0\"}\n",
    );
    contains(
        &place.fails(&["corpus", "real.toml", "--corpus", "latin1.jsonl"]),
        &["latin1.jsonl:1", "UTF-8"],
    );
    place.write("nothing.jsonl", "");
    contains(
        &place.fails(&["corpus", "real.toml", "--corpus", "nothing.jsonl"]),
        &["empty"],
    );
}

#[test]
fn units_and_threads_that_the_machine_lacks_are_refused() {
    let place = Place::new();
    for (variable, word, remedy) in [
        ("GENSEN_TIER", "sse9", "use one of portable"),
        ("GENSEN_THREADS", "many", "unset it to use all cores"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_gensen"))
            .args(["ls"])
            .env("GENSEN_HOME", place.path("home"))
            .env(variable, word)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1));
        let errors = String::from_utf8_lossy(&output.stderr);
        contains(&errors, &[&format!("error: {variable}={word}: "), remedy]);
    }
}

/// A limit on the size of files stands in for a disk without room: writing fails half way.
#[cfg(unix)]
#[test]
fn where_the_disk_has_no_room_nothing_is_lost_or_half_written() {
    const BLOCKS_OF_512_BYTES: usize = 1200;
    let place = Place::new();
    // Weights of a megabyte and a half, well above the limit; all that comes before is below it.
    place.write("tiny.toml", RECIPE.replace("width = 32", "width = 160"));
    place.succeeds(&["tokenizer", "tiny.toml"]);
    let limited = Command::new("sh")
        .arg("-c")
        .arg(format!(
            "trap '' XFSZ; ulimit -f {BLOCKS_OF_512_BYTES}; exec \"$0\" train tiny.toml"
        ))
        .arg(env!("CARGO_BIN_EXE_gensen"))
        .env("GENSEN_HOME", place.path("home"))
        .current_dir(place.folder.path())
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&limited.stderr);
    assert_eq!(limited.status.code(), Some(1), "{errors}");
    contains(&errors, &["weights.safetensors", "make room"]);
    contains(&place.fails(&["show", "tiny-base"]), &["tiny-base"]);
    // With room again, the run is finished, and what it leaves is whole.
    place.succeeds(&["train", "tiny.toml"]);
    place.succeeds(&["show", "tiny-base", "--verify"]);
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
fn json_is_refused_where_there_is_none() {
    let place = Place::new();
    place.write("tiny.toml", RECIPE);
    contains(&place.fails(&["chat", "tiny", "--json"]), &["leave --json"]);
    let show = ["tune", "tiny.toml", "--show", "1", "--json"];
    contains(&place.fails(&show), &["leave --json"]);
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
    assert!(
        again.lines().all(|line| line.contains("is up to date")),
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
