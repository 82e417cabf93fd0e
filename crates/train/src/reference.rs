//! The reference model's log-probabilities, computed once and kept in a file.
//!
//! The file: the magic `GENREFLP`, the 32 bytes of the key, the number of documents (u64), one f64 a
//! document (all little-endian), and the blake3 hash of all before it. The key is a hash of model,
//! precision, packing and shards; under any other key the file is computed again.

use std::fs;
use std::path::Path;

use ledger::Progress;

use crate::batches::{Batch, BatchHash, Batches, cut};
use crate::dpo::answer_log_prob;
use crate::objective::{Engine, token_log_probs};
use crate::{Error, weights_hash};

const MAGIC: &[u8; 8] = b"GENREFLP";

/// `log π_ref` of each document's learnt tokens.
pub(crate) struct Reference {
    /// NaN for documents that were not asked for.
    log_probs: Vec<f64>,
}

impl Reference {
    pub(crate) fn log_prob(&self, document: usize) -> f64 {
        self.log_probs[document]
    }

    /// Reads the file at `path`, or computes it from `engine.model` for part 0 of `batches`.
    pub(crate) fn open(
        path: &Path,
        engine: &mut Engine,
        batches: &mut Batches,
        tokens_per_pass: u32,
        report: ledger::Report,
    ) -> Result<Self, Error> {
        let documents = batches.shards(0).documents();
        let key = key(engine, batches, tokens_per_pass);
        let kept = fs::read(path).ok().and_then(|bytes| decode(&bytes, &key));
        if let Some(log_probs) = kept.filter(|kept| kept.len() == documents) {
            return Ok(Self { log_probs });
        }
        let rows = batches.first_epoch(0)?;
        let mut reference = Self {
            log_probs: vec![f64::NAN; documents],
        };
        let mut done = 0;
        for rows in cut(&rows, tokens_per_pass as usize) {
            let batch = batches.batch(rows);
            reference.add(engine, &batch);
            done += batch.pieces.len() as u64;
            let note = "log-probabilities of the reference model";
            report(Progress {
                done,
                total: Some(documents as u64),
                unit: "answers",
                note,
            });
        }
        // Written under another name first: a killed run leaves no half file with this one, and if
        // it did, the hash would tell.
        let draft = path.with_extension("unfinished");
        fs::write(&draft, encode(&reference.log_probs, &key)).map_err(Error::io(&draft))?;
        fs::rename(&draft, path).map_err(Error::io(path))?;
        Ok(reference)
    }

    /// Computes the log-probabilities of the answers in `passes`, of `documents` in all.
    pub(crate) fn compute(engine: &mut Engine, documents: usize, passes: &[Batch]) -> Self {
        let mut reference = Self {
            log_probs: vec![f64::NAN; documents],
        };
        passes.iter().for_each(|batch| reference.add(engine, batch));
        reference
    }

    fn add(&mut self, engine: &mut Engine, batch: &Batch) {
        let log_probs = token_log_probs(engine, batch);
        for (segment, piece) in batch.input.segments.iter().zip(&batch.pieces) {
            let rows = segment.start..segment.start + segment.len;
            let sum = answer_log_prob(batch, rows, &log_probs);
            self.log_probs[piece.document as usize] = sum;
        }
    }
}

fn key(engine: &Engine, batches: &Batches, tokens_per_pass: u32) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    let config = serde_json::to_vec(engine.model.config()).expect("a configuration is plain JSON");
    hasher.update(&config);
    hasher.update(weights_hash(engine.model).as_bytes());
    hasher.update(format!("{:?} {tokens_per_pass}", engine.precision).as_bytes());
    hasher.update(BatchHash::start(batches).0.as_bytes());
    *hasher.finalize().as_bytes()
}

fn encode(log_probs: &[f64], key: &[u8; 32]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(key);
    bytes.extend_from_slice(&(log_probs.len() as u64).to_le_bytes());
    bytes.extend(log_probs.iter().flat_map(|value| value.to_le_bytes()));
    let hash = blake3::hash(&bytes);
    bytes.extend_from_slice(hash.as_bytes());
    bytes
}

/// The values of a file; `None` if it is damaged or was made under another key.
fn decode(bytes: &[u8], key: &[u8; 32]) -> Option<Vec<f64>> {
    let (body, hash) = bytes.split_last_chunk::<32>()?;
    if blake3::hash(body) != *hash {
        return None;
    }
    let (found, rest) = body.strip_prefix(MAGIC)?.split_first_chunk::<32>()?;
    let (count, values) = rest.split_first_chunk::<8>()?;
    if found != key || values.len() as u64 != u64::from_le_bytes(*count).checked_mul(8)? {
        return None;
    }
    Some(
        values
            .chunks_exact(8)
            .map(|b| f64::from_le_bytes(b.try_into().expect("eight")))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_or_foreign_files_are_not_used() {
        let (key, values) = ([7; 32], [-1.5, f64::MIN, 0.0]);
        let bytes = encode(&values, &key);
        assert_eq!(decode(&bytes, &key).unwrap(), values);
        assert!(decode(&bytes, &[8; 32]).is_none());
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 4;
            assert!(decode(&damaged, &key).is_none(), "bit flipped in byte {at}");
            assert!(decode(&bytes[..at], &key).is_none(), "cut after {at} bytes");
        }
    }
}
