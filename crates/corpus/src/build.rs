//! Sources become a corpus: read, gated, deduplicated, split, and accounted for.

use crate::summary::{Count, SUMMARY_FILE, Summary};
use crate::{Error, Provenance, Record, Source, Split, key};
use ledger::{Decision, Policy, Progress, Report, Use};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const DECISIONS_FILE: &str = "decisions.jsonl";
const REPORT_EVERY: Duration = Duration::from_millis(100);
/// Decisions that are remembered; licences are few, but the field may hold anything.
const DECISIONS_MAX: usize = 1000;

/// What the records are for, and what that use may rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    pub policy: Policy,
    pub r#use: Use,
}

/// Settings of [`build`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The share of records, by number, that is kept for validation; chosen by the hash of the text.
    pub valid_fraction: f64,
    /// End at the first broken record instead of counting and skipping it.
    pub strict: bool,
    /// Records with fewer characters are left out.
    pub chars_min: u64,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            valid_fraction: 0.01,
            strict: false,
            chars_min: 1,
        }
    }
}

impl Options {
    /// Refuses shares that are none.
    ///
    /// # Errors
    ///
    /// [`Error::BadFraction`].
    pub fn check(&self) -> Result<(), Error> {
        match (0.0..1.0).contains(&self.valid_fraction) {
            true => Ok(()),
            false => Err(Error::BadFraction(self.valid_fraction)),
        }
    }
}

/// Reads all sources and writes to `folder`: `train.jsonl` and `valid.jsonl` with the records that
/// are kept, in the order of the sources; `decisions.jsonl` with the gate's decision on each record
/// and what became of it; and `summary.json`.
///
/// Memory does not grow with the text but by some 40 bytes a record, for the hashes of texts and
/// ids.
///
/// # Errors
///
/// [`Error::Empty`] if nothing is left, saying why; [`Error::Broken`] if `strict`; whatever
/// [`crate::read`] says of a source; and a full disk.
pub fn build<R: Record>(
    sources: &[Source],
    gate: &Gate,
    options: &Options,
    folder: &Path,
    report: Report,
) -> Result<Summary, Error> {
    options.check()?;
    let readers = sources
        .iter()
        .map(crate::read::<R>)
        .collect::<Result<Vec<_>, Error>>()?;
    let total = readers.iter().map(|reader| reader.bytes_total()).sum();
    let mut done_before = 0;
    let mut reported = Instant::now();
    let mut corpus = Builder::new(gate, options, folder)?;
    for mut reader in readers {
        while let Some(record) = reader.next() {
            match record {
                Ok(record) => corpus.add(record)?,
                Err(error @ Error::Broken { .. }) if !options.strict => {
                    corpus.summary.count_broken(&reader.source, &error);
                }
                Err(error) => return Err(error),
            }
            if reported.elapsed() >= REPORT_EVERY {
                reported = Instant::now();
                report(Progress {
                    done: done_before + reader.bytes_done(),
                    total: Some(total),
                    unit: "bytes",
                    note: &format!("{} {}", corpus.summary.read, R::NOUN),
                });
            }
        }
        done_before += reader.bytes_done();
        corpus.summary.ignored_files += reader.ignored_files();
    }
    report(Progress {
        done: total,
        total: Some(total),
        unit: "bytes",
        note: &format!("{} {}", corpus.summary.read, R::NOUN),
    });
    corpus.finish::<R>(sources)
}

struct Builder<'o> {
    gate: &'o Gate,
    options: &'o Options,
    summary: Summary,
    train: Output,
    valid: Output,
    decisions: Output,
    /// By licence.
    decided: BTreeMap<String, Decision>,
    texts: HashSet<u128>,
    ids: HashSet<u128>,
    summary_path: PathBuf,
}

/// One line of `decisions.jsonl`.
#[derive(Serialize)]
struct DecisionLine<'d> {
    id: &'d str,
    license: &'d str,
    r#use: Use,
    allowed: bool,
    /// "train", "valid", "refused", "duplicate" or "too short".
    became: &'d str,
    rule: &'d str,
}

impl<'o> Builder<'o> {
    fn new(gate: &'o Gate, options: &'o Options, folder: &Path) -> Result<Builder<'o>, Error> {
        Ok(Builder {
            gate,
            options,
            summary: Summary::default(),
            train: Output::create(folder.join(Split::Train.file_name()))?,
            valid: Output::create(folder.join(Split::Valid.file_name()))?,
            decisions: Output::create(folder.join(DECISIONS_FILE))?,
            decided: BTreeMap::new(),
            texts: HashSet::new(),
            ids: HashSet::new(),
            summary_path: folder.join(SUMMARY_FILE),
        })
    }

    fn add<R: Record>(&mut self, mut record: R) -> Result<(), Error> {
        self.summary.read += 1;
        let key = key::of(&record);
        self.make_id_unique(&mut record, key.identity);
        let decision = self.decide(&record.provenance().license);
        let amount = amount_of(&record);
        let became = if !decision.allowed {
            let Provenance { id, license, .. } = record.provenance();
            self.summary.count_refused(license.trim(), id, &decision);
            "refused"
        } else if amount.chars < self.options.chars_min {
            self.summary.too_short += 1;
            "too short"
        } else if !self.texts.insert(key.identity) {
            self.summary.duplicates += 1;
            "duplicate"
        } else {
            self.summary
                .count_kept(record.provenance(), amount, &decision);
            // The hash is uniform over 64 bits, so this share of it is this share of the records.
            let is_valid = (key.split as f64) < self.options.valid_fraction * 2f64.powi(64);
            if is_valid {
                self.summary.valid.add(amount);
                self.valid.write(&record)?;
                "valid"
            } else {
                self.summary.train.add(amount);
                self.train.write(&record)?;
                "train"
            }
        };
        let Provenance { id, license, .. } = record.provenance();
        self.decisions.write(&DecisionLine {
            id,
            license,
            r#use: self.gate.r#use,
            allowed: decision.allowed,
            became,
            rule: &decision.rule,
        })
    }

    fn decide(&mut self, licence: &str) -> Decision {
        if let Some(decision) = self.decided.get(licence) {
            return decision.clone();
        }
        let decision = self.gate.policy.decide(licence, self.gate.r#use);
        if self.decided.len() < DECISIONS_MAX {
            self.decided.insert(licence.to_string(), decision.clone());
        }
        decision
    }

    /// A record whose id an earlier one has gets the beginning of its text's hash behind it, and if
    /// even that is taken, a number.
    fn make_id_unique<R: Record>(&mut self, record: &mut R, identity: u128) {
        if self.ids.insert(id_hash(&record.provenance().id)) {
            return;
        }
        self.summary.renamed += 1;
        let base = format!("{}~{:08x}", record.provenance().id, (identity >> 96) as u32);
        let mut id = base.clone();
        let mut number = 2;
        while !self.ids.insert(id_hash(&id)) {
            id = format!("{base}~{number}");
            number += 1;
        }
        record.provenance_mut().id = id;
    }

    fn finish<R: Record>(mut self, sources: &[Source]) -> Result<Summary, Error> {
        if self.summary.train.records == 0 {
            return Err(Error::Empty {
                noun: R::NOUN,
                sources: sources
                    .iter()
                    .map(|source| source.path.display().to_string())
                    .collect(),
                reason: self.summary.reason_for_nothing(),
            });
        }
        for output in [&mut self.train, &mut self.valid, &mut self.decisions] {
            output.flush()?;
        }
        let mut output = Output::create(self.summary_path)?;
        output.write_pretty(&self.summary)?;
        output.flush()?;
        Ok(self.summary)
    }
}

/// Characters and bytes of all texts, white space at their ends left out of the characters.
fn amount_of<R: Record>(record: &R) -> Count {
    let mut amount = Count {
        records: 1,
        ..Count::default()
    };
    record.for_each_text(&mut |_, text| {
        amount.chars += text.trim().chars().count() as u64;
        amount.bytes += text.len() as u64;
    });
    amount
}

fn id_hash(id: &str) -> u128 {
    let hash = blake3::hash(id.as_bytes());
    hash.as_bytes()[..16]
        .iter()
        .fold(0, |n, &b| n << 8 | u128::from(b))
}

/// A file that is written line by line; errors name it.
struct Output {
    path: PathBuf,
    writer: BufWriter<File>,
}

impl Output {
    fn create(path: PathBuf) -> Result<Output, Error> {
        let file = File::create(&path).map_err(|e| Error::io("create", &path, e))?;
        Ok(Output {
            path,
            writer: BufWriter::with_capacity(1 << 18, file),
        })
    }

    fn write(&mut self, value: &impl Serialize) -> Result<(), Error> {
        serde_json::to_writer(&mut self.writer, value)
            .map_err(std::io::Error::from)
            .and_then(|()| self.writer.write_all(b"\n"))
            .map_err(|e| Error::io("write", &self.path, e))
    }

    fn write_pretty(&mut self, value: &impl Serialize) -> Result<(), Error> {
        serde_json::to_writer_pretty(&mut self.writer, value)
            .map_err(std::io::Error::from)
            .and_then(|()| self.writer.write_all(b"\n"))
            .map_err(|e| Error::io("write", &self.path, e))
    }

    fn flush(&mut self) -> Result<(), Error> {
        self.writer
            .flush()
            .map_err(|e| Error::io("write", &self.path, e))
    }
}
