//! The tokenizer for scripts in other languages: JSON lines in, JSON lines out.
//!
//! ```text
//! jsonl train FOLDER VOCAB_SIZE  strings in; writes the tokenizer into FOLDER as for other programs, prints a summary
//! jsonl encode FOLDER            strings in, lists of ids out; special strings are data
//! jsonl encode-specials FOLDER   the same with special tokens recognised
//! jsonl chat FOLDER              {"messages", "add_generation_prompt"} in, {"ids", "loss_mask"} out
//! jsonl time FOLDER              strings in; prints bytes, tokens and the seconds of encoding
//! ```

use std::error::Error;
use std::io::{BufRead, BufWriter, Write, stdin, stdout};
use std::time::Instant;

use serde_json::{Value, json};
use tokenizer::{ChatTemplate, Message, Tokenizer, TrainOptions};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut out = BufWriter::new(stdout().lock());
    match arguments[..] {
        ["train", folder, vocab_size] => {
            let options = TrainOptions {
                vocab_size: vocab_size.parse()?,
                ..TrainOptions::default()
            };
            let texts = strings()?;
            let start = Instant::now();
            let tokenizer = Tokenizer::train(texts, &options, &mut ledger::silent())?;
            let seconds = start.elapsed().as_secs_f64();
            let summary = json!({"summary": tokenizer.summary(), "seconds": seconds});
            tokenizer.beginning_documents().save(folder)?;
            writeln!(out, "{summary}")?;
        }
        ["encode", folder] => {
            let tokenizer = Tokenizer::load(folder)?;
            for text in strings()? {
                writeln!(out, "{}", json!(tokenizer.encode(&text)))?;
            }
        }
        ["encode-specials", folder] => {
            let tokenizer = Tokenizer::load(folder)?;
            for text in strings()? {
                writeln!(out, "{}", json!(tokenizer.encode_with_specials(&text)))?;
            }
        }
        ["chat", folder] => {
            let tokenizer = Tokenizer::load(folder)?;
            let template = ChatTemplate::of(&tokenizer)?;
            for line in stdin().lock().lines() {
                let chat: Value = serde_json::from_str(&line?)?;
                let messages: Vec<Message> = serde_json::from_value(chat["messages"].clone())?;
                let prompt = chat["add_generation_prompt"].as_bool().unwrap_or(false);
                let tokens = template.encode(&tokenizer, &messages, prompt)?;
                let line = json!({"ids": tokens.ids, "loss_mask": tokens.loss_mask});
                writeln!(out, "{line}")?;
            }
        }
        ["time", folder] => {
            let tokenizer = Tokenizer::load(folder)?;
            let texts = strings()?;
            let start = Instant::now();
            let tokens: usize = texts.iter().map(|text| tokenizer.encode(text).len()).sum();
            let seconds = start.elapsed().as_secs_f64();
            let bytes: usize = texts.iter().map(String::len).sum();
            writeln!(out, "{}", json!({"bytes": bytes, "tokens": tokens, "seconds": seconds}))?;
        }
        _ => return Err("usage: jsonl train FOLDER VOCAB_SIZE | encode FOLDER | encode-specials FOLDER | chat FOLDER | time FOLDER".into()),
    }
    out.flush()?;
    Ok(())
}

/// One JSON string a line.
fn strings() -> Result<Vec<String>, Box<dyn Error>> {
    let lines = stdin().lock().lines();
    lines
        .map(|line| Ok(serde_json::from_str(&line?)?))
        .collect()
}
