//! `tokenizer`
