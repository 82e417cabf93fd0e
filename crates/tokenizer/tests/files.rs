//! Files: golden ids from Hugging Face's `tokenizers`, and what is refused.
//!
//! The fixtures were written by `bench/tokenizer_parity.py --write-fixtures`.

mod common;

use std::path::{Path, PathBuf};

use common::{random_text, trained};
use ledger::random::Random;
use serde_json::{Value, json};
use tokenizer::{ChatTemplate, Error, Special, Tokenizer};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

fn read_json(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn ids_equal_those_of_hugging_face() {
    for name in ["ours", "gpt2", "llama3"] {
        let tokenizer = Tokenizer::load(fixture(name)).unwrap();
        let golden = read_json(&fixture(name).join("golden.json"));
        let cases = golden.as_array().unwrap();
        assert!(cases.len() >= 60);
        for case in cases {
            let text = case["text"].as_str().unwrap();
            assert_eq!(
                json!(tokenizer.encode(text)),
                case["ids"],
                "{name}: {text:?}"
            );
            assert_eq!(
                json!(tokenizer.encode_with_specials(text)),
                case["with_specials"],
                "{name}: {text:?}"
            );
            assert_eq!(tokenizer.decode(&tokenizer.encode(text)), text);
        }
    }
}

/// Tokenizers in the world carry the rule in their files: a change would part them from ours.
#[test]
fn the_rule_is_the_one_in_the_files() {
    let json = read_json(&fixture("ours").join("tokenizer.json"));
    let regex = &json["pre_tokenizer"]["pretokenizers"][0]["pattern"]["Regex"];
    assert_eq!(regex, tokenizer::split::pattern());
}

#[test]
fn what_is_saved_loads_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let mut random = Random::new(4, "files", 0);
    let foreign = Tokenizer::load(fixture("llama3")).unwrap();
    for before in [trained(), foreign] {
        before.save(folder.path()).unwrap();
        let first = std::fs::read(folder.path().join("tokenizer.json")).unwrap();
        let after = Tokenizer::load(folder.path().join("tokenizer.json")).unwrap();
        assert_eq!(after.vocab_size(), before.vocab_size());
        for _ in 0..200 {
            let text = random_text(&mut random);
            assert_eq!(after.encode(&text), before.encode(&text));
            assert_eq!(
                after.encode_with_specials(&text),
                before.encode_with_specials(&text)
            );
        }
        after.save(folder.path()).unwrap();
        assert_eq!(
            std::fs::read(folder.path().join("tokenizer.json")).unwrap(),
            first
        );
    }
}

#[test]
fn files_tell_how_documents_begin_where_that_is_wanted() {
    let folder = tempfile::tempdir().unwrap();
    let saved = |tokenizer: Tokenizer| {
        tokenizer.save(folder.path()).unwrap();
        read_json(&folder.path().join("tokenizer.json"))["post_processor"].clone()
    };
    assert_eq!(saved(trained()), Value::Null);
    let rule = saved(trained().beginning_documents());
    assert_eq!(rule["type"], "TemplateProcessing");
    let begin = json!({"SpecialToken": {"id": "<|endoftext|>", "type_id": 0}});
    let text = json!({"Sequence": {"id": "A", "type_id": 0}});
    assert_eq!(rule["single"], json!([begin, text]));
    assert_eq!(rule["special_tokens"]["<|endoftext|>"]["ids"], json!([0]));

    // Here it has no effect, and it travels on.
    let loaded = Tokenizer::load(folder.path()).unwrap();
    assert_eq!(loaded.encode("The cat"), trained().encode("The cat"));
    assert_eq!(saved(loaded.beginning_documents()), rule);

    // Another program's rule stays.
    let mut json = read_json(&fixture("llama3").join("tokenizer.json"));
    json["post_processor"] = json!({"type": "ByteLevel"});
    let foreign = load_text(&json.to_string()).unwrap();
    assert_eq!(
        saved(foreign.beginning_documents()),
        json!({"type": "ByteLevel"})
    );
}

#[test]
fn the_chat_template_travels_with_the_files() {
    let folder = tempfile::tempdir().unwrap();
    trained().save(folder.path()).unwrap();
    let loaded = Tokenizer::load(folder.path()).unwrap();
    assert_eq!(ChatTemplate::of(&loaded).unwrap(), ChatTemplate::built_in());
    assert_eq!(loaded.special(Special::End), 5);

    let config = read_json(&folder.path().join("tokenizer_config.json"));
    assert_eq!(config["eos_token"], "<|end|>");
    assert_eq!(config["bos_token"], "<|endoftext|>");
    assert_eq!(config["pad_token"], "<|pad|>");

    // The newer way: a file of its own, which counts more.
    std::fs::write(folder.path().join("chat_template.jinja"), "{{ eos_token }}").unwrap();
    let template = ChatTemplate::of(&Tokenizer::load(folder.path()).unwrap()).unwrap();
    assert_eq!(template.render(&[], false).unwrap(), "<|end|>");

    let without = Tokenizer::load(fixture("gpt2")).unwrap();
    assert!(matches!(ChatTemplate::of(&without), Err(Error::NoTemplate)));
}

/// Loads our fixture after a change to its JSON and returns the complaint.
fn complaint(change: impl FnOnce(&mut Value)) -> String {
    let mut json = read_json(&fixture("ours").join("tokenizer.json"));
    change(&mut json);
    load_text(&json.to_string()).unwrap_err().to_string()
}

fn load_text(text: &str) -> Result<Tokenizer, Error> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tokenizer.json");
    std::fs::write(&path, text).unwrap();
    let result = Tokenizer::load(&path);
    if let Err(error) = &result {
        assert!(
            error.to_string().contains(path.to_str().unwrap()),
            "{error}"
        );
    }
    result
}

#[test]
fn wrong_fields_are_named() {
    type Change = fn(&mut Value);
    let cases: [(&str, Change); 16] = [
        ("model.vocab: missing, should be an object", |j| {
            j["model"]["vocab"] = Value::Null
        }),
        ("model.vocab[\"a\"]: -1 found, should be a token id", |j| {
            j["model"]["vocab"]["a"] = json!(-1)
        }),
        (
            "model.vocab[\"a\"]: token id 4000000000 is too large",
            |j| j["model"]["vocab"]["a"] = json!(4_000_000_000u32),
        ),
        ("token id 7 is given twice", |j| {
            j["model"]["vocab"]["b"] = json!(7)
        }),
        ("model.vocab[\"日\"]: '日' stands for no byte", |j| {
            j["model"]["vocab"]["日"] = json!(320)
        }),
        ("model.vocab: no token for byte 0x61", |j| {
            j["model"]["vocab"].as_object_mut().unwrap().remove("a");
        }),
        ("model.merges: missing, should be a list", |j| {
            j["model"]["merges"] = Value::Null
        }),
        ("model.merges[0]: a merge should be two tokens", |j| {
            j["model"]["merges"][0] = json!(["a"])
        }),
        ("model.merges[1]: \"zq\" is not in model.vocab", |j| {
            j["model"]["merges"][1] = json!("z q")
        }),
        (
            "added_tokens[0].id: \"<|endoftext|>\" has another id in model.vocab",
            |j| j["added_tokens"][0]["id"] = json!(9),
        ),
        (
            "added_tokens[0].content: missing, should be a string",
            |j| j["added_tokens"][0]["content"] = Value::Null,
        ),
        (
            "added_tokens[1].content: \"<|endoftext|>\" is added twice",
            |j| {
                j["added_tokens"][1] = j["added_tokens"][0].clone();
            },
        ),
        (
            "added_tokens: no special token that could mark the end of a text",
            |j| j["added_tokens"] = json!([]),
        ),
        (
            "pre_tokenizer.pretokenizers[0].pattern.Regex: not a regular expression",
            |j| {
                j["pre_tokenizer"]["pretokenizers"][0]["pattern"]["Regex"] = json!("(a");
            },
        ),
        ("pre_tokenizer.type: missing, should be a string", |j| {
            j["pre_tokenizer"] = Value::Null
        }),
        ("decoder.type: missing, should be a string", |j| {
            *j = json!({})
        }),
    ];
    for (expected, change) in cases {
        let found = complaint(change);
        assert!(
            found.contains(expected),
            "{found}\nshould contain {expected}"
        );
    }
}

#[test]
fn what_is_not_supported_is_named() {
    type Change = fn(&mut Value);
    let cases: [(&str, Change); 12] = [
        ("normalizer: {\"type\":\"NFC\"} is not supported", |j| {
            j["normalizer"] = json!({"type": "NFC"})
        }),
        ("truncation", |j| j["truncation"] = json!({"max_length": 5})),
        ("padding", |j| j["padding"] = json!({})),
        ("model.type: \"Unigram\" is not supported", |j| {
            j["model"]["type"] = json!("Unigram")
        }),
        ("model.dropout: 0.1 is not supported", |j| {
            j["model"]["dropout"] = json!(0.1)
        }),
        ("model.end_of_word_suffix: \"</w>\"", |j| {
            j["model"]["end_of_word_suffix"] = json!("</w>")
        }),
        ("added_tokens[2].lstrip: true", |j| {
            j["added_tokens"][2]["lstrip"] = json!(true)
        }),
        ("decoder.type: \"Metaspace\"", |j| {
            j["decoder"] = json!({"type": "Metaspace"})
        }),
        ("pre_tokenizer.type: \"Whitespace\"", |j| {
            j["pre_tokenizer"] = json!({"type": "Whitespace"})
        }),
        ("pre_tokenizer.add_prefix_space: true", |j| {
            j["pre_tokenizer"] = json!({"type": "ByteLevel", "add_prefix_space": true});
        }),
        ("pretokenizers[0].behavior: \"Removed\"", |j| {
            j["pre_tokenizer"]["pretokenizers"][0]["behavior"] = json!("Removed");
        }),
        ("a ByteLevel step is needed", |j| {
            j["pre_tokenizer"]["pretokenizers"]
                .as_array_mut()
                .unwrap()
                .pop();
        }),
    ];
    for (expected, change) in cases {
        let found = complaint(change);
        assert!(
            found.contains(expected) && found.contains("not supported"),
            "{found}\nshould contain {expected}"
        );
    }
}

#[test]
fn broken_files_are_errors() {
    let whole = std::fs::read_to_string(fixture("ours").join("tokenizer.json")).unwrap();
    assert!(load_text(&whole).is_ok());
    for text in ["", "null", "[]", "{", "\"a\"", &whole[..whole.len() / 2]] {
        assert!(load_text(text).is_err(), "{text:.20}");
    }
    assert!(matches!(
        Tokenizer::load("no/such/folder"),
        Err(Error::Io { .. })
    ));

    // Any one byte changed: an error or a working tokenizer, never a panic.
    let mut random = Random::new(8, "broken", 0);
    for _ in 0..300 {
        let mut bytes = whole.clone().into_bytes();
        let at = random.below(bytes.len() as u64) as usize;
        bytes[at] = *random.choose(b"0129{}[]\",:ae \\");
        if let Ok(text) = String::from_utf8(bytes)
            && let Ok(tokenizer) = load_text(&text)
        {
            assert_eq!(tokenizer.decode(&tokenizer.encode("猫 cat")), "猫 cat");
        }
    }
}

/// With `ignore_merges` a word that the vocabulary has is one token, but text is no special token even where nothing
/// splits it.
#[test]
fn a_special_token_is_no_word() {
    let folder = tempfile::tempdir().unwrap();
    trained().save(folder.path()).unwrap();
    let path = folder.path().join("tokenizer.json");
    let mut file = read_json(&path);
    file["pre_tokenizer"] = json!({ "type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": false });
    file["model"]["ignore_merges"] = true.into();
    std::fs::write(&path, file.to_string()).unwrap();
    let tokenizer = Tokenizer::load(folder.path()).unwrap();
    let end = tokenizer.special(Special::End);
    assert_eq!(tokenizer.encode_with_specials("<|end|>"), [end]);
    let ids = tokenizer.encode("<|end|>");
    assert!(!ids.contains(&end), "{ids:?}");
    assert_eq!(tokenizer.decode(&ids), "<|end|>");
}
