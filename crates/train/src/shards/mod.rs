//! Tokenised documents on disk, read through a memory map.
//!
//! A split called `train` is two files.
//!
//! `train.tokens`, all numbers little-endian:
//!
//! | bytes | field | meaning |
//! |------:|-------|---------|
//! | 0–7 | magic | `GENSHARD` |
//! | 8–11 | version | 1 |
//! | 12–15 | width | bytes per token: 2 if the vocabulary has at most 65,536 entries, else 4 |
//! | 16–19 | vocabulary | every token id is below it |
//! | 20–23 | separator | the id that follows the last token of a document as its target, or 2³²−1 for none |
//! | 24–31 | tokens | number of tokens `n` |
//! | 32–39 | documents | number of documents |
//! | 40–43 | masked | 1 if a loss mask follows the tokens, else 0 |
//! | 44–63 | | zero |
//! | 64–95 | table hash | blake3 of the whole of `train.documents.jsonl` |
//! | 96–127 | payload hash | blake3 of all bytes after the header |
//! | 128… | tokens | `n` × width bytes |
//! | … | loss mask | if masked: `n` bytes, 1 where the token is learnt, else 0 |
//!
//! `train.documents.jsonl`: one [`Record`] a line, in the order of the tokens. Documents lie one
//! after the other without gaps.
//!
//! A reader checks everything that the header claims, and both hashes, before it hands out a token;
//! whoever wants the table alone has the tokens left unread.

mod header;
mod reader;
mod table;
mod writer;

pub use header::Header;
pub use reader::Shards;
pub use table::{Group, Table};
pub use writer::{ShardWriter, Written};

pub use corpus::Provenance;
use serde::{Deserialize, Serialize};

use crate::encode::{CHOSEN, REJECTED};

/// A line of the document table: where a document's tokens lie, and where its text came from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Index of the first token in the token file; set by the writer.
    #[serde(default)]
    pub offset: u64,
    /// Number of tokens; set by the writer.
    #[serde(default)]
    pub length: u32,
    /// Bytes of UTF-8 text: of the document, of all messages, or of a pair's answer.
    pub bytes: u32,
    #[serde(flatten)]
    pub provenance: Provenance,
}

impl Record {
    /// The id of the record that it was made of: the two answers of a pair are documents of their own.
    pub fn record_id(&self) -> &str {
        let id = &self.provenance.id;
        [CHOSEN, REJECTED]
            .iter()
            .find_map(|mark| id.strip_suffix(mark))
            .unwrap_or(id)
    }
}

fn token_path(dir: &std::path::Path, split: &str) -> std::path::PathBuf {
    dir.join(format!("{split}.tokens"))
}

fn table_path(dir: &std::path::Path, split: &str) -> std::path::PathBuf {
    dir.join(format!("{split}.documents.jsonl"))
}
