//! The list of those to credit that goes out with a model.

use std::path::Path;

use crate::{Place, RECIPE, contains, flip_a_bit};

/// The fields `id`, `license` and `url` of the lines of a file of records whose licence asks for attribution.
fn owed(file: &Path) -> Vec<[String; 3]> {
    let text = std::fs::read_to_string(file).unwrap();
    let records = text.lines().map(|line| {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        ["id", "license", "url"].map(|field| record[field].as_str().unwrap_or("").to_string())
    });
    records
        .filter(|[_, licence, _]| licence.starts_with("CC-BY"))
        .collect()
}

/// The list of an exported model, after what the command told as JSON was checked against it.
#[track_caller]
fn exported(place: &Place, model: &str, to: &str) -> (String, serde_json::Value) {
    let told = place.succeeds(&["export", model, to, "--json"]);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let list = std::fs::read_to_string(place.path(to).join("CREDITS.md")).unwrap();
    let file = Path::new(told["credits"]["file"].as_str().unwrap());
    assert_eq!(file, Path::new(to).join("CREDITS.md"));
    (list, told["credits"].clone())
}

fn remove(artefact: &Path) {
    std::fs::remove_dir_all(artefact).unwrap();
}

/// A tuned model of few texts, without the starter world: 60 by Ann, 12 by nobody, 30 that ask for nothing, 40 conversations by Bo.
fn tune(place: &Place) {
    let recipe = RECIPE
        .replace("[world]\nmegabytes = 0.2\n", "")
        .replace("= 600", "= 300")
        .replace("[tune]", "[tune]\nshapes_tokenizer = true");
    let recipe = recipe.split("[align]").next().unwrap();
    let options = "[corpus.options]\nvalid_fraction = 0.2\n";
    place.write("tiny.toml", format!("{recipe}{options}"));
    let document = |n: usize| {
        let terms = match n {
            0..60 => r#""license":"CC-BY-4.0","author":"Ann [A]","site":"Ann's letters""#,
            60..72 => r#""license":"CC-BY-SA-4.0""#,
            _ => r#""license":"CC0-1.0","author":"Free""#,
        };
        let text = format!("This is letter number {n}, about {} days of rain.", n * n);
        format!(
            r#"{{"id":"letter/{n}.","title":"Letter {n}","text":"{text}","source":"letters","url":"https://letters.example/{n}.html",{terms}}}"#
        )
    };
    let chat = |n: usize| {
        format!(
            r#"{{"id":"chat/{n}.","license":"CC-BY-SA-3.0","source":"chats","author":"Bo","messages":[{{"role":"user","content":"What is {n}?"}},{{"role":"assistant","content":"{n} is a number."}}]}}"#
        )
    };
    let lines = |line: &dyn Fn(usize) -> String, count| {
        let lines: Vec<String> = (0..count).map(line).collect();
        lines.join("\n")
    };
    place.write("letters.jsonl", lines(&document, 102));
    place.write("chats.jsonl", lines(&chat, 40));
    let sources = ["--corpus", "letters.jsonl", "--instruct", "chats.jsonl"];
    place.succeeds(&[&["tune", "tiny.toml"], &sources[..]].concat());
}

#[test]
fn an_exported_model_credits_what_it_has_learnt_from() {
    let place = Place::new();
    tune(&place);

    // The base has learnt from no conversation, but its tokenizer has.
    let [corpus, chats] = ["tiny-corpus", "tiny-chats"].map(|name| place.artefact(name));
    let texts = owed(&corpus.join("train.jsonl"));
    let said = owed(&chats.join("train.jsonl"));
    let (list, told) = exported(&place, "tiny-base", "base");
    assert_eq!(told["documents"], texts.len() + said.len());
    assert_eq!(told["gaps"], serde_json::json!([]));
    // Warnings of training name files of this machine, so they stay here.
    let manifest =
        std::fs::read_to_string(place.path("base").join("gensen-manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let totals = manifest["metrics"]["totals"].as_object().unwrap();
    assert!(totals.contains_key("order") && !totals.contains_key("warnings"));
    // So do the hashes of the files there: those of the export are others.
    assert!(manifest["content"].is_string() && manifest.get("seal").is_none());
    assert!(manifest.get("files").is_none());
    let by_ann = texts
        .iter()
        .filter(|[_, licence, _]| licence == "CC-BY-4.0");
    let [id, _, url] = texts.last().unwrap();
    let title = id.replace("letter/", "Letter ").replace('.', "");
    contains(
        &list,
        &[
            &format!(
                "- **Ann \\[A\\]**, on Ann's letters (<https://letters.example>), out of the data set letters: {} documents\n",
                by_ann.count()
            ),
            "<https://creativecommons.org/licenses/by-sa/3.0/>",
            &format!("  - “{title}”, <{url}>\n"),
            &format!(
                "- **Bo**, out of the data set chats: {} documents\n",
                said.len()
            ),
        ],
    );
    assert!(!list.contains("**Free**"), "{list}");
    let held_back = owed(&corpus.join("valid.jsonl"));
    assert!(
        held_back
            .iter()
            .any(|[_, licence, _]| licence == "CC-BY-SA-4.0")
    );
    for [_, _, url] in held_back {
        assert!(!list.contains(&url), "{url}");
    }

    // The tuned model has learnt from the same, once.
    let (tuned, told) = exported(&place, "tiny", "tuned");
    assert_eq!(told["documents"], texts.len() + said.len());
    contains(&tuned, &["tiny-chat-shards@", "- **Bo**, out of"]);
}

#[test]
fn where_ancestors_are_gone_the_list_says_so() {
    let place = Place::new();
    tune(&place);
    let [base, shards] = ["tiny-base", "tiny-shards"].map(|name| place.id(name));
    let folder = place.artefact("tiny-shards");

    // The text itself is not needed; the tables of shards tell whom to credit.
    remove(&place.artefact("tiny-corpus"));
    let (whole, told) = exported(&place, "tiny", "whole");
    assert!(!whole.contains("incomplete") && told["gaps"] == serde_json::json!([]));

    flip_a_bit(&folder.join("train.documents.jsonl"));
    let (list, told) = exported(&place, "tiny", "damaged");
    let gap = format!("{shards}, of which {base} was made, cannot be read or was changed");
    contains(&list, &["## This list is incomplete", &gap]);
    contains(&told["gaps"].to_string(), &[&gap]);

    remove(&folder);
    let told = place.succeeds(&["export", "tiny", "without-shards"]);
    let gap = format!("{shards}, of which {base} was made, is no longer at hand");
    let file = Path::new("without-shards").join("CREDITS.md");
    contains(
        &told,
        &[
            "whoever passes it on must mind: attribution, share-alike",
            &format!("whom to credit is in {}", file.display()),
            "warning: that list is incomplete: ",
            &gap,
        ],
    );
    let list = std::fs::read_to_string(place.path("without-shards").join("CREDITS.md")).unwrap();
    contains(&list, &["## This list is incomplete", &gap]);

    remove(&place.path("home").join(&base));
    let (list, told) = exported(&place, "tiny", "without-parent");
    contains(&list, &[&format!("- {base}, of which "), "## CC-BY-SA-3.0"]);
    assert!(told["documents"].as_u64() > Some(0) && !list.contains("CC-BY-4.0"));
}

#[test]
fn a_model_of_free_texts_has_no_list() {
    let place = Place::new();
    let line = |n: usize| {
        format!(
            r#"{{"text":"Text number {n} of the public domain is about {n} and {}.","license":"CC0-1.0","author":"Ann"}}"#,
            n * n
        )
    };
    let lines: Vec<String> = (0..80).map(line).collect();
    place.write("free.jsonl", lines.join("\n"));
    let recipe = RECIPE
        .split("[tune]")
        .next()
        .unwrap()
        .replace("[world]\nmegabytes = 0.2\n", "");
    place.write("free.toml", recipe.replace("= 600", "= 300"));
    place.succeeds(&["train", "free.toml", "--corpus", "free.jsonl"]);
    let told = place.succeeds(&["export", "tiny", "free", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["credits"], serde_json::Value::Null);
    assert!(place.path("free").join("config.json").is_file());
    assert!(!place.path("free").join("CREDITS.md").exists());
}
