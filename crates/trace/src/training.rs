//! What a run of training read: texts out of the tokens that the model saw, steps out of the batch
//! ledger.

use std::ops::Range;

use ledger::{Progress, Report};
use tokenizer::{Special, Tokenizer};
use train::shards::{Provenance, Shards};
use train::{BatchHash, Batches, Items, Order};

use crate::document::{Part, Role, Seen, TrainingDocument};
use crate::{Builder, Error};

/// A finished run.
pub struct TrainingRun<'a> {
    /// Which of the index's stages it was.
    pub stage: usize,
    /// The data order that the run recorded ([`train::Totals::order`]).
    pub order: Order,
    /// The shards of each part of the order.
    pub shards: Vec<Shards>,
    pub steps: u64,
    /// The batch ledger's hash after the last step, as the run recorded it
    /// ([`train::Totals::batch_hash`]).
    pub batch_hash: &'a str,
    pub tokenizer: &'a Tokenizer,
}

/// What came of a run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RunSummary {
    /// Documents, conversations or pairs that were read and are now in the index.
    pub documents: u64,
    /// Those in the shards whose turn never came; they are left out.
    pub never_read: u64,
}

/// A stretch of a document at a step: tokens `start..end`.
struct Reading {
    step: u64,
    start: usize,
    end: usize,
}

impl Builder {
    /// Adds every document that the run read, with the steps at which each passage was read.
    ///
    /// The batches are computed anew from order and shards; their hash must be the one that the run
    /// recorded, so the steps are those of the run or there is an error.
    pub fn add_run(&mut self, run: TrainingRun, report: Report) -> Result<RunSummary, Error> {
        let mut batches = Batches::new(run.order, run.shards)?;
        let readings = readings(&mut batches, run.steps, run.batch_hash, report)?;
        let mut summary = RunSummary::default();
        for (part, readings) in readings.iter().enumerate() {
            let shards = batches.shards(part);
            let roles = match batches.order().parts[part].items {
                Items::Split | Items::SplitFromStart => &[Role::Text][..],
                Items::Whole(2) => &[Role::Chosen, Role::Rejected],
                Items::Whole(_) => &[Role::Assistant],
            };
            for (number, item) in readings.chunks(roles.len()).enumerate() {
                if item.iter().all(Vec::is_empty) {
                    summary.never_read += 1;
                    continue;
                }
                let mut document = TrainingDocument {
                    provenance: provenance(shards, number * roles.len(), roles)?,
                    stage: run.stage,
                    parts: Vec::new(),
                    seen: Vec::new(),
                };
                for (offset, (readings, role)) in item.iter().zip(roles).enumerate() {
                    let text = Text::of_tokens(
                        shards,
                        number * roles.len() + offset,
                        run.tokenizer,
                        *role,
                    )?;
                    text.append_to(&mut document, readings);
                }
                self.add(&document)?;
                summary.documents += 1;
                report_documents(&mut *report, summary.documents);
            }
        }
        Ok(summary)
    }
}

fn report_documents(report: Report, done: u64) {
    if done.is_multiple_of(1000) {
        report(Progress {
            done,
            total: None,
            unit: "documents",
            note: "indexing",
        });
    }
}

/// Every reading of every document, by part and document.
fn readings(
    batches: &mut Batches,
    steps: u64,
    expected: &str,
    report: Report,
) -> Result<Vec<Vec<Vec<Reading>>>, Error> {
    let mut readings: Vec<Vec<Vec<Reading>>> = (0..batches.order().parts.len())
        .map(|part| {
            (0..batches.shards(part).documents())
                .map(|_| Vec::new())
                .collect()
        })
        .collect();
    let mut hash = BatchHash::start(batches);
    for step in 0..steps {
        let rows = batches.rows(step)?;
        hash = hash.after(&rows);
        for row in &rows {
            for piece in &row.pieces {
                // The last token read is the target of the one before it.
                let start = piece.start as usize;
                let end = (start + piece.len as usize + 1)
                    .min(batches.shards(row.part).length(piece.document as usize));
                readings[row.part][piece.document as usize].push(Reading { step, start, end });
            }
        }
        if step % 100 == 0 {
            report(Progress {
                done: step,
                total: Some(steps),
                unit: "steps",
                note: "batch ledger",
            });
        }
    }
    let computed = hash.0.to_hex();
    if computed.as_str() != expected {
        return Err(Error::OtherBatches {
            steps,
            recorded: expected.to_owned(),
            computed: computed.to_string(),
        });
    }
    Ok(readings)
}

fn provenance(shards: &Shards, document: usize, roles: &[Role]) -> Result<Provenance, Error> {
    let mut record = shards.record(document)?;
    if roles.len() > 1 {
        record.provenance.id = record.record_id().to_owned();
    }
    Ok(record.provenance)
}

/// A document's texts, and where each token's bytes begin among them.
struct Text {
    parts: Vec<Part>,
    /// `offsets[i]`: bytes before token `i`; one more entry at the end.
    offsets: Vec<u64>,
}

impl Text {
    /// Spells the tokens of a document. Where there is a loss mask, what is learnt has the role
    /// `learnt`, and the rest is told apart by the special tokens that begin turns.
    fn of_tokens(
        shards: &Shards,
        document: usize,
        tokenizer: &Tokenizer,
        learnt: Role,
    ) -> Result<Text, Error> {
        let mut tokens = Vec::new();
        shards.read(document, 0..shards.length(document), &mut tokens);
        let masked = shards.header().masked;
        let mut offsets = vec![0u64];
        let mut turns: Vec<(Role, Range<usize>)> = Vec::new();
        let mut bytes = Vec::new();
        let (mut turn, mut open) = (Role::User, false);
        for (position, &token) in tokens.iter().enumerate() {
            if tokenizer.is_special(token) {
                turn = begins(tokenizer, token).unwrap_or(turn);
                open = false;
            } else {
                let role = match masked {
                    true if !shards.is_learnt(document, position) => turn,
                    _ => learnt,
                };
                let start = bytes.len();
                bytes.extend_from_slice(tokenizer.token_bytes(token));
                match turns.last_mut().filter(|(last, _)| open && *last == role) {
                    Some((_, range)) => range.end = bytes.len(),
                    None => turns.push((role, start..bytes.len())),
                }
                open = true;
            }
            offsets.push(bytes.len() as u64);
        }
        // Plain documents record how long their text is; the others record only a part of it.
        let whole = masked || bytes.len() == shards.bytes(document);
        let spelt = |(role, range): (Role, Range<usize>)| {
            let text = std::str::from_utf8(&bytes[range]).ok()?.to_owned();
            Some(Part { role, text })
        };
        let parts: Option<Vec<Part>> = turns.into_iter().map(spelt).collect();
        let same_vocabulary = shards.header().vocabulary as usize == tokenizer.vocab_size();
        let Some(parts) = parts.filter(|_| whole && same_vocabulary) else {
            return Err(Error::OtherTokenizer {
                path: shards.path().to_owned(),
                id: shards.record(document)?.provenance.id,
            });
        };
        Ok(Text { parts, offsets })
    }

    fn append_to(self, document: &mut TrainingDocument, readings: &[Reading]) {
        let before: usize = document.parts.iter().map(|part| part.text.len()).sum();
        document.seen.extend(readings.iter().map(|reading| Seen {
            step: reading.step,
            start: before as u64 + self.offsets[reading.start],
            end: before as u64 + self.offsets[reading.end],
        }));
        document.parts.extend(self.parts);
    }
}

/// The role whose turn a special token begins.
fn begins(tokenizer: &Tokenizer, token: u32) -> Option<Role> {
    // A foreign tokenizer may lack these tokens; then they all are its end of text.
    if token == tokenizer.special(Special::EndOfText) {
        return None;
    }
    [
        (Special::System, Role::System),
        (Special::User, Role::User),
        (Special::Assistant, Role::Assistant),
    ]
    .into_iter()
    .find(|&(special, _)| token == tokenizer.special(special))
    .map(|(_, role)| role)
}
