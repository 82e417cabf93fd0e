//! Shared by the tests of this folder.
#![allow(dead_code, reason = "each test file uses a part")]

use ledger::random::Random;
use tokenizer::{Tokenizer, TrainOptions};

/// A few sentences in both languages, enough for some merges.
pub(crate) const TEXTS: [&str; 6] = [
    "The children read a story about a small cat. The cat didn't like the rain.\n",
    "The small dog ran to the children, and the children gave the dog some bread.\n",
    "子どもたちは小さな猫の話を読みました。猫は雨が好きではありませんでした。\n",
    "小さな犬が子どもたちのところへ走ってきました。子どもたちはパンをあげました。\n",
    "A: こんにちは。お元気ですか？\nB: はい、元気です。カレーライスを食べました。\n",
    "A: How are you? B: I'm fine, and you're 12 years old, aren't you?\n",
];

/// A tokenizer trained on [`TEXTS`].
pub(crate) fn trained() -> Tokenizer {
    let options = TrainOptions {
        vocab_size: 420,
        ..TrainOptions::default()
    };
    Tokenizer::train(TEXTS, &options, &mut ledger::silent()).expect("there is text")
}

/// A string of all kinds of characters, special tokens and long runs.
pub(crate) fn random_text(random: &mut Random) -> String {
    const LIVELY: &[&str] = &[
        "The",
        " children",
        "didn't",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        "'",
        "12",
        "９",
        "é",
        "猫",
        "子ども",
        "ました。",
        "ー",
        "カレー",
        "ｱ",
        "、",
        "「",
        "!?",
        "…",
        "😀",
        "\u{200D}",
        "\u{3000}",
        "\u{85}",
        "\u{0}",
        "한국",
        "я",
        "ｗ",
        "\u{20000}",
        "\u{10FFFF}",
        "<|end|>",
        "<|user|>",
        "<|",
        "|>",
        "<|endof",
    ];
    let mut text = String::new();
    for _ in 0..random.below(30) {
        match random.below(10) {
            0..3 => text.extend(char::from_u32(random.below(0x110000) as u32)),
            3 => text.push_str(&random.choose(LIVELY).repeat(40)),
            _ => text += *random.choose(LIVELY),
        }
    }
    text
}
