//! Training against its definition, and its limits.

mod common;

use std::collections::BTreeMap;

use common::TEXTS;
use ledger::random::Random;
use tokenizer::{Error, Special, Tokenizer, TrainOptions, split};

fn options(vocab_size: usize) -> TrainOptions {
    TrainOptions {
        vocab_size,
        ..TrainOptions::default()
    }
}

fn train<T: AsRef<str>>(texts: &[T], options: &TrainOptions) -> Result<Tokenizer, Error> {
    Tokenizer::train(texts, options, &mut ledger::silent())
}

/// The tokens that merges add, by the definition: recount all pairs before every merge.
fn learn_by_definition(texts: &[String], tokenizer: &Tokenizer, merges_max: usize) -> Vec<Vec<u8>> {
    let base = Special::ALL.len() as u32..Special::ALL.len() as u32 + 256;
    let mut spellings: Vec<Vec<u8>> = (0..base.end)
        .map(|id| tokenizer.token_bytes(id).to_vec())
        .collect();
    let id_of = |byte: u8| {
        base.clone()
            .find(|&id| tokenizer.token_bytes(id) == [byte])
            .unwrap()
    };
    let mut words: BTreeMap<Vec<u32>, i64> = BTreeMap::new();
    for word in texts.iter().flat_map(|text| split::Words::of(text)) {
        *words.entry(word.bytes().map(id_of).collect()).or_default() += 1;
    }
    while spellings.len() < base.end as usize + merges_max {
        let mut counts: BTreeMap<(u32, u32), i64> = BTreeMap::new();
        for (word, count) in &words {
            for pair in word.windows(2) {
                *counts.entry((pair[0], pair[1])).or_default() += count;
            }
        }
        // The most frequent; of equals the smallest ids, which come first in the map.
        let Some((&pair, _)) = counts
            .iter()
            .rev()
            .max_by_key(|&(_, &count)| count)
            .filter(|p| *p.1 >= 2)
        else {
            break;
        };
        let spelling = [&spellings[pair.0 as usize][..], &spellings[pair.1 as usize]].concat();
        let token = spellings
            .iter()
            .skip(base.start as usize)
            .position(|s| *s == spelling);
        let token = token.map_or(spellings.len() as u32, |i| i as u32 + base.start);
        if token as usize == spellings.len() {
            spellings.push(spelling);
        }
        words = words
            .into_iter()
            .fold(BTreeMap::new(), |mut merged, (word, count)| {
                *merged.entry(merge(&word, pair, token)).or_default() += count;
                merged
            });
    }
    spellings.split_off(base.end as usize)
}

fn merge(word: &[u32], pair: (u32, u32), token: u32) -> Vec<u32> {
    let mut merged = Vec::new();
    let mut rest = word;
    while let Some((&first, after)) = rest.split_first() {
        if after.first().is_some_and(|&second| (first, second) == pair) {
            merged.push(token);
            rest = &after[1..];
        } else {
            merged.push(first);
            rest = after;
        }
    }
    merged
}

#[test]
fn training_equals_the_definition() {
    let mut random = Random::new(5, "train", 0);
    for _ in 0..20 {
        // Few letters, so that pairs overlap, repeat and tie.
        let texts: Vec<String> = (0..1 + random.below(4))
            .map(|_| {
                (0..random.below(200))
                    .map(|_| *random.choose(&['a', 'b', 'c', ' ', 'あ', 'い']))
                    .collect()
            })
            .collect();
        let Ok(tokenizer) = train(&texts, &options(262 + 40)) else {
            assert!(texts.concat().is_empty());
            continue;
        };
        let learned: Vec<Vec<u8>> = (262..tokenizer.vocab_size() as u32)
            .map(|id| tokenizer.token_bytes(id).to_vec())
            .collect();
        assert_eq!(
            learned,
            learn_by_definition(&texts, &tokenizer, 40),
            "{texts:?}"
        );
    }
}

#[test]
fn the_order_of_texts_does_not_matter() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    let mut texts = TEXTS.to_vec();
    for _ in 0..3 {
        texts.rotate_left(2);
        train(&texts, &options(400))
            .unwrap()
            .save(folder.path())
            .unwrap();
        files.push(std::fs::read(folder.path().join("tokenizer.json")).unwrap());
    }
    assert!(files.iter().all(|file| *file == files[0]));
}

#[test]
fn the_vocabulary_is_as_large_as_asked_or_as_the_text_allows() {
    assert_eq!(train(&TEXTS, &options(300)).unwrap().vocab_size(), 300);
    assert_eq!(train(&TEXTS, &options(262)).unwrap().vocab_size(), 262);
    let all = train(&["abab"], &options(5000)).unwrap();
    // "ab" is the only pair that occurs twice.
    assert_eq!(all.vocab_size(), 263);
    let summary = all.summary().unwrap();
    assert_eq!(
        (
            summary.vocab_size,
            summary.merges,
            summary.texts,
            summary.bytes
        ),
        (263, 1, 1, 4)
    );
}

#[test]
fn impossible_requests_are_refused() {
    let message = |result: Result<Tokenizer, Error>| result.unwrap_err().to_string();
    assert_eq!(
        message(train(&TEXTS, &options(261))),
        "vocab_size 261 is too small: 262 tokens are needed for the 256 bytes and the special tokens"
    );
    assert!(message(train(&TEXTS, &options(usize::MAX))).contains("too large"));
    assert!(message(train(&[""; 3], &options(300))).contains("no text"));
    assert!(message(train::<&str>(&[], &options(300))).contains("no text"));
}

#[test]
fn rare_words_are_forgotten_to_bound_the_memory() {
    let mut random = Random::new(6, "rare", 0);
    let mut text = String::new();
    for i in 0..20_000 {
        text.push_str(if i % 4 == 0 { " frequent" } else { " " });
        text.extend((0..8).map(|_| char::from(b'a' + random.below(26) as u8)));
    }
    let bounded = TrainOptions {
        unique_words_max: 1000,
        ..options(300)
    };
    let tokenizer = train(&[text], &bounded).unwrap();
    let summary = tokenizer.summary().unwrap();
    assert!(summary.unique_words <= 1000, "{summary:?}");
    assert!(summary.forgotten_words > 10_000, "{summary:?}");
}

#[test]
fn progress_is_reported() {
    let text = TEXTS.concat().repeat(3000);
    let mut units = Vec::new();
    let mut report = |progress: ledger::Progress| {
        if units.last().map(String::as_str) != Some(progress.unit) {
            units.push(progress.unit.to_owned());
        }
        assert!(progress.total.is_none_or(|total| progress.done <= total));
    };
    Tokenizer::train([text], &options(400), &mut report).unwrap();
    assert_eq!(units, ["bytes", "merges"]);
}
