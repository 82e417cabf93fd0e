//! Any text, any way of encoding it: it always comes back.

mod common;

use common::{random_text, trained};
use ledger::random::Random;
use tokenizer::{Fertility, Special, Tokenizer, TrainOptions};

fn decode_as_stream(tokenizer: &Tokenizer, ids: &[u32]) -> String {
    let mut decoder = tokenizer.decoder();
    let mut text: String = ids.iter().map(|&id| decoder.push(id)).collect();
    text += &decoder.finish();
    text
}

#[test]
fn every_string_comes_back() {
    let tokenizer = trained();
    let mut random = Random::new(1, "lossless", 0);
    for _ in 0..3_000 {
        let text = random_text(&mut random);
        let ids = tokenizer.encode(&text);
        assert_eq!(tokenizer.decode(&ids), text);
        assert_eq!(decode_as_stream(&tokenizer, &ids), text);
        assert!(ids.iter().all(|&id| !tokenizer.is_special(id)), "{text:?}");
        let ids = tokenizer.encode_with_specials(&text);
        assert_eq!(tokenizer.decode(&ids), text);
    }
}

#[test]
fn streaming_equals_decoding_for_any_tokens() {
    let tokenizer = trained();
    let mut random = Random::new(2, "stream", 0);
    for _ in 0..3_000 {
        // Beyond the vocabulary too: such ids give U+FFFD.
        let bound = tokenizer.vocab_size() as u64 + 3;
        let ids: Vec<u32> = (0..random.below(30))
            .map(|_| random.below(bound) as u32)
            .collect();
        assert_eq!(decode_as_stream(&tokenizer, &ids), tokenizer.decode(&ids));
    }
}

#[test]
fn a_stream_holds_back_half_characters() {
    let tokenizer = trained();
    // 鬱 is not in the training text, so its three bytes are three tokens.
    let ids = tokenizer.encode("鬱");
    assert_eq!(ids.len(), 3);
    let mut decoder = tokenizer.decoder();
    assert_eq!(decoder.push(ids[0]), "");
    assert_eq!(decoder.push(ids[1]), "");
    assert_eq!(decoder.push(ids[2]), "鬱");
    assert_eq!(decoder.push(ids[0]), "");
    assert_eq!(decoder.finish(), "\u{FFFD}");
}

#[test]
fn tokens_that_are_no_whole_characters_can_be_told_apart() {
    let tokenizer = trained();
    let shown: Vec<String> = tokenizer
        .encode("鬱")
        .iter()
        .map(|&id| tokenizer.show(id))
        .collect();
    assert_eq!(shown, ["[E9]", "[AC]", "[B1]"]);
    let newline = tokenizer.encode("\n");
    assert_eq!(tokenizer.show(newline[0]), r#""\n""#);
    assert_eq!(tokenizer.show(0), r#""<|endoftext|>""#);
}

#[test]
fn what_was_encoded_before_changes_nothing() {
    let used = trained();
    let mut random = Random::new(3, "cache", 0);
    for _ in 0..1_000 {
        let text = random_text(&mut random);
        let first = used.encode(&text);
        assert_eq!(used.encode(&text), first);
        // A clone has empty caches.
        assert_eq!(used.clone().encode(&text), first);
    }
}

#[test]
fn threads_share_a_tokenizer() {
    let tokenizer = trained();
    let text = "The children read 日本の昔話を読みました。".repeat(50);
    let expected = tokenizer.encode(&text);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(tokenizer.encode(&text), expected));
        }
    });
}

#[test]
fn special_strings_are_data_unless_asked_for() {
    let tokenizer = trained();
    for special in Special::ALL {
        let id = tokenizer.special(special);
        assert_eq!(id, special as u32);
        assert_eq!(tokenizer.find(special.text()), Some(id));
        assert_eq!(tokenizer.encode_with_specials(special.text()), [id]);
        let ids = tokenizer.encode(special.text());
        assert!(ids.len() > 1 && !ids.contains(&id));
        assert_eq!(tokenizer.decode(&ids), special.text());
        assert_eq!(tokenizer.decode(&[id]), special.text());
    }
}

#[test]
fn a_megabyte_of_anything_is_encoded() {
    let tokenizer = trained();
    for unit in [
        "a", "あ", "漢", "ー", " ", "\n", "!", "。", "😀", "'s", "\u{0}", "あ。\n",
    ] {
        let text = unit.repeat((1 << 20) / unit.len());
        let ids = tokenizer.encode(&text);
        assert_eq!(tokenizer.decode(&ids), text, "{unit:?}");
    }
}

#[test]
fn hostile_training_text_makes_no_long_tokens() {
    let texts = ["a", "あ", " ", "\n"].map(|unit| unit.repeat(1 << 18));
    let options = TrainOptions {
        vocab_size: 1000,
        ..TrainOptions::default()
    };
    let tokenizer = Tokenizer::train(texts, &options, &mut ledger::silent()).unwrap();
    assert!(tokenizer.vocab_size() < 1000);
    let longest = (0..tokenizer.vocab_size() as u32)
        .map(|id| tokenizer.token_bytes(id).len())
        .max();
    assert!(longest <= Some(48), "{longest:?}");
}

#[test]
fn fertility_counts_by_language() {
    let tokenizer = trained();
    let texts = [("en", "The cat."), ("ja", "猫です。"), ("ja", "犬")];
    let report = Fertility::measure(&tokenizer, texts);
    let ja = &report.languages["ja"];
    assert_eq!((ja.texts, ja.characters, ja.bytes), (2, 5, 15));
    let tokens = tokenizer.encode("猫です。").len() + tokenizer.encode("犬").len();
    assert_eq!(ja.tokens, tokens as u64);
    assert_eq!(ja.bytes_per_token, 15.0 / tokens as f64);
    let table = report.to_string();
    assert_eq!(table.lines().count(), 3);
    assert!(table.contains("chars/token"));
}
