//! Bad input: each message names the place and the remedy.

use std::process::Command;

use crate::{Place, RECIPE, contains, flip_a_bit};

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
    // Of tuning, but told before pre-training begins.
    let one_row = [
        "--set",
        "tune.tuning.replay=0.1",
        "--set",
        "tune.training.tokens_per_step=128",
    ];
    contains(
        &place.fails(&[&["run", "tiny.toml"][..], &one_row].concat()),
        &["replay", "tokens_per_step"],
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
fn borders_that_cannot_be_settled_are_told_before_training() {
    let place = Place::new();
    let border = |decline: &str, cost: &str| {
        format!(
            "[[align.borders]]\ndecline = \"{decline}\"\ngrant = \"もちろんです。\"\ncost = {cost}\n"
        )
    };
    let told = |recipe: String, parts: &[&str]| {
        place.write("tiny.toml", recipe);
        contains(&place.fails(&["run", "tiny.toml"]), parts);
        assert!(!place.succeeds(&["ls"]).contains("tiny-base"));
    };
    let sorry = "申し訳ありませんが";
    told(
        format!("{RECIPE}{}", border(sorry, "0.0")),
        &["align.borders", "above 0"],
    );
    told(
        format!("{RECIPE}{}", border("", "1.0")),
        &["align.borders", "empty"],
    );
    let from = RECIPE.find("[tune]").unwrap();
    let to = RECIPE.find("[align]").unwrap();
    let untuned = format!(
        "{}{}{}",
        &RECIPE[..from],
        &RECIPE[to..],
        border(sorry, "1.0")
    );
    told(untuned, &["align.borders", "no [tune]"]);
    let unheard = format!("{RECIPE}{}", border("☃", "1.0"));
    told(
        unheard,
        &[
            "align.borders",
            "0 answers begin with `☃`",
            "valid_fraction",
        ],
    );
}

#[cfg(unix)]
#[test]
fn variables_that_are_not_utf_8_end_nothing() {
    use std::os::unix::ffi::OsStrExt;
    let place = Place::new();
    let recipe = RECIPE.replace("[world]\nmegabytes = 0.2\n", "");
    place.write("recipe.toml", &recipe);
    let with = |name: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_gensen"))
            .args(["run", "recipe.toml"])
            .env("GENSEN_HOME", place.path("home"))
            .env(name, std::ffi::OsStr::from_bytes(b"/\xff"))
            .current_dir(place.path(""))
            .output()
            .unwrap();
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    for (name, told) in [("OLDPWD", "there is no text"), ("GENSEN_SEED", "seed")] {
        let errors = with(name);
        assert!(!errors.contains("panicked"), "{errors}");
        contains(&errors, &[told]);
    }
}

#[test]
fn what_would_do_nothing_or_overwrite_is_refused() {
    let place = Place::new();
    let (recipe, _) = RECIPE.split_once("[tune]").unwrap();
    place.write("recipe.toml", recipe);
    contains(
        &place.fails(&["tune", "recipe.toml"]),
        &["there is no [tune]"],
    );
    contains(
        &place.fails(&["align", "recipe.toml"]),
        &["there is no [align]"],
    );
    contains(
        &place.fails(&["tokenizer", "recipe.toml", "--profile"]),
        &["no stage up to this one trains"],
    );
    let output = place.gensen(&["bench", "--steps", "3"]);
    contains(&String::from_utf8_lossy(&output.stderr), &["<RECIPE>"]);
    assert!(!output.status.success());
    place.write("README.md", "mine");
    let here = place.path("README.md").parent().unwrap().to_owned();
    contains(
        &place.fails(&["world", here.to_str().unwrap()]),
        &["is not empty", "name a new folder"],
    );
    let kept = std::fs::read_to_string(place.path("README.md")).unwrap();
    assert_eq!(kept, "mine");
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
fn what_later_stages_would_refuse_is_told_before_any_training() {
    let place = Place::new();
    let context = "training = { context = 128";
    for (from, to, told) in [
        (
            "tuning = { too_long = \"skip\" }\n",
            "",
            "too_long = \"skip\"",
        ),
        (
            "[align]\ntoo_long = \"skip\"\n",
            "[align]\n",
            "too_long = \"skip\"",
        ),
        (
            context,
            "training = { context = 4",
            "is longer than the context of",
        ),
    ] {
        assert!(RECIPE.contains(from));
        place.write("recipe.toml", RECIPE.replace(from, to));
        contains(&place.fails(&["run", "recipe.toml"]), &[told]);
        assert!(!place.succeeds(&["ls"]).contains("tiny-base"));
    }
    let own = RECIPE.replace("seed = 3", "seed = 3\nparent = \"tiny-base\"");
    let (head, tables) = own.split_once("[tokenizer]").unwrap();
    let (_, tables) = tables.split_once("[pretrain]").unwrap();
    place.write("own.toml", format!("{head}[pretrain]{tables}"));
    contains(
        &place.fails(&["run", "own.toml"]),
        &["`parent` is `tiny-base`", "tiny-base@"],
    );
    place.write(
        "branch.toml",
        format!("{head}[pretrain]{tables}").replace("\"tiny\"", "\"branch\""),
    );
    contains(&place.fails(&["run", "branch.toml"]), &["tiny-base"]);
    let corpus = place.artefact("tiny-corpus");
    let id = corpus.file_name().unwrap().to_string_lossy().into_owned();
    place.write(
        "branch.toml",
        format!("{head}[pretrain]{tables}")
            .replace("\"tiny\"", "\"branch\"")
            .replace("\"tiny-base\"", &format!("\"{id}\"")),
    );
    contains(&place.fails(&["run", "branch.toml"]), &["not a model"]);

    // What a killed run left behind is told, and goes when asked to.
    let draft = place.path("home/.drafts/gone@123456789abc");
    std::fs::create_dir(&draft).unwrap();
    std::fs::write(draft.join("half"), "1234").unwrap();
    let told = place.gensen(&["ls"]);
    contains(
        &String::from_utf8_lossy(&told.stderr),
        &["unfinished: gone@123456789abc, 4 bytes"],
    );
    contains(
        &place.succeeds(&["rm", "--unfinished"]),
        &["gone@123456789abc"],
    );
    assert!(!draft.exists());

    // Text that was changed behind the gate is not encoded.
    flip_a_bit(&corpus.join("train.jsonl"));
    place.write(
        "other.toml",
        RECIPE.replace("vocab_size = 600", "vocab_size = 601"),
    );
    contains(
        &place.fails(&["run", "other.toml"]),
        &["train.jsonl", "changed"],
    );
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
fn json_is_refused_where_there_is_none() {
    let place = Place::new();
    place.write("tiny.toml", RECIPE);
    contains(&place.fails(&["chat", "tiny", "--json"]), &["leave --json"]);
    let show = ["tune", "tiny.toml", "--show", "1", "--json"];
    contains(&place.fails(&show), &["leave --json"]);
}
