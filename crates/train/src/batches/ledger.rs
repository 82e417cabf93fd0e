//! The batch ledger: what was seen when, as text to read and as a hash to compare.

use super::{Batches, Row};
use crate::Error;

/// One line of the ledger: a stretch of a document that was seen at a step.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Entry {
    pub step: u64,
    /// Name of the part of the mixture.
    pub part: String,
    /// Id of the document.
    pub document: String,
    /// First input token, counted within the document.
    pub start: u32,
    /// One past the last input token.
    pub end: u32,
    /// Number of the row within the step and part.
    pub row: u64,
}

/// A running blake3 hash over all batches from the first step on.
///
/// It starts from the order and the content of the shards and takes in every piece of every row, so
/// two runs with equal hashes at a step have seen the same tokens in the same order until then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BatchHash(pub blake3::Hash);

impl BatchHash {
    /// The hash before step 0.
    pub fn start(batches: &Batches) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&serde_json::to_vec(batches.order()).expect("an order is plain JSON"));
        for part in &batches.parts {
            hasher.update(&part.shards.header().payload_hash);
            hasher.update(&part.shards.header().table_hash);
        }
        Self(hasher.finalize())
    }

    /// The hash after a step that saw `rows`.
    #[must_use]
    pub fn after(self, rows: &[Row]) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.0.as_bytes());
        for row in rows {
            hasher.update(&(row.part as u64).to_le_bytes());
            hasher.update(&row.number.to_le_bytes());
            hasher.update(&(row.pieces.len() as u64).to_le_bytes());
            for piece in &row.pieces {
                for number in [piece.document, piece.start, piece.len] {
                    hasher.update(&number.to_le_bytes());
                }
            }
        }
        Self(hasher.finalize())
    }

    /// The hash after `steps` steps, computed anew without training.
    pub fn at(batches: &mut Batches, steps: u64) -> Result<Self, Error> {
        let mut hash = Self::start(batches);
        for step in 0..steps {
            hash = hash.after(&batches.rows(step)?);
        }
        Ok(hash)
    }
}

impl Batches {
    /// The ledger of `step`, counted from 0, computed without training.
    ///
    /// # Errors
    /// If a table of documents is damaged.
    pub fn ledger(&mut self, step: u64) -> Result<Vec<Entry>, Error> {
        let mut entries = Vec::new();
        for row in self.rows(step)? {
            let packing = &self.order.parts[row.part];
            for piece in row.pieces {
                let record = self.parts[row.part]
                    .shards
                    .record(piece.document as usize)?;
                entries.push(Entry {
                    step,
                    part: packing.name.clone(),
                    document: record.provenance.id,
                    start: piece.start,
                    end: piece.start + piece.len,
                    row: row.number % u64::from(packing.rows_per_step),
                });
            }
        }
        Ok(entries)
    }
}
