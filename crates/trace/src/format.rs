//! The index on disk.
//!
//! A folder of five files; integers are little-endian.
//!
//! | file | holds |
//! |---|---|
//! | `trace.json` | format name, n-gram and window size, the stages of training, and the counts that the other files must agree with |
//! | `documents.jsonl` | one line a document and stage: provenance, stage number, its parts (role, bytes original, bytes normalised), the steps that read it |
//! | `original.bin` | UTF-8 of all parts in that order |
//! | `normalised.bin` | UTF-8 of all normalised parts, each followed by a byte 0xFF |
//! | `postings.bin` | the winnowed n-grams, ascending `u64`s: the hash's upper 24 bits, then the 40-bit position in `normalised.bin` |
//!
//! Twenty-four bits of hash only narrow the search down; every candidate is compared byte by byte.

use serde::{Deserialize, Serialize};

use crate::document::{Role, Seen, Stage};
use train::shards::Provenance;

pub(crate) const NAME: &str = "gensen-trace-1";
pub(crate) const META: &str = "trace.json";
pub(crate) const DOCUMENTS: &str = "documents.jsonl";
pub(crate) const ORIGINAL: &str = "original.bin";
pub(crate) const NORMALISED: &str = "normalised.bin";
pub(crate) const POSTINGS: &str = "postings.bin";

/// Follows every part in `normalised.bin`; never occurs in UTF-8.
pub(crate) const SEPARATOR: u8 = 0xff;
/// One past the largest position that a posting can hold.
pub(crate) const POSITION_MAX: u64 = 1 << POSITION_BITS;
/// Offsets within a part are 32-bit, and normalising can make a part up to eighteen times longer.
pub(crate) const PART_BYTES_MAX: u64 = 1 << 27;

const POSITION_BITS: u32 = 40;

/// The description of an index: `trace.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    pub format: String,
    pub gram_bytes: usize,
    pub window_grams: usize,
    pub stages: Vec<Stage>,
    /// Documents, counted once a stage.
    pub documents: u64,
    pub original_bytes: u64,
    pub normalised_bytes: u64,
    pub postings: u64,
}

/// A line of `documents.jsonl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DocumentLine {
    #[serde(flatten)]
    pub(crate) provenance: Provenance,
    pub(crate) stage: usize,
    pub(crate) parts: Vec<PartLine>,
    pub(crate) seen: Vec<Seen>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PartLine {
    pub(crate) role: Role,
    pub(crate) original_bytes: u64,
    pub(crate) normalised_bytes: u64,
}

pub(crate) fn posting(hash: u64, position: u64) -> u64 {
    debug_assert!(position < POSITION_MAX);
    (hash >> POSITION_BITS << POSITION_BITS) | position
}

/// The range of postings that can belong to `hash`: from the first value to the last one.
pub(crate) fn postings_of(hash: u64) -> (u64, u64) {
    (posting(hash, 0), posting(hash, POSITION_MAX - 1))
}

pub(crate) fn position(posting: u64) -> u64 {
    posting & (POSITION_MAX - 1)
}
