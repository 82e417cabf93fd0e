//! What a corpus holds and what was left out.

use crate::error::Place;
use crate::{Error, Provenance, Source};
use ledger::{Cost, Decision, Duties, LicenceCount, Outcome, Scope};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) const SUMMARY_FILE: &str = "summary.json";

/// How many places of broken records are kept; all are counted.
const PLACES_MAX: usize = 20;
/// How many names a table made of outside text may hold before the rest shares one row.
const ROWS_MAX: usize = 1000;
const OTHERS: &str = "(others)";

/// An amount of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    pub records: u64,
    pub chars: u64,
    pub bytes: u64,
}

impl Count {
    pub(crate) fn add(&mut self, other: Count) {
        self.records += other.records;
        self.chars += other.chars;
        self.bytes += other.bytes;
    }
}

/// Records under one licence that the gate refused.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    pub records: u64,
    /// The id of the first.
    pub first: String,
    /// The gate's sentence, with the remedy.
    pub rule: String,
}

/// Records that could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Broken {
    /// All of them.
    pub records: u64,
    /// Place and problem of the first twenty: "tales.jsonl:17: invalid UTF-8 …".
    pub first: Vec<String>,
}

/// What a corpus holds and what was left out, as kept in its `summary.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Records that were read, broken ones left out.
    pub read: u64,
    pub train: Count,
    pub valid: Count,
    /// Of `train` and `valid` together, as the next two.
    pub by_language: BTreeMap<String, Count>,
    pub by_licence: BTreeMap<String, Count>,
    pub by_source: BTreeMap<String, Count>,
    /// By licence.
    pub refused: BTreeMap<String, Refused>,
    /// Records whose text equals that of an earlier one.
    pub duplicates: u64,
    /// Records with less text than asked for.
    pub too_short: u64,
    pub broken: Broken,
    /// Records that were given a new id, since an earlier one has theirs.
    pub renamed: u64,
    /// Files of unknown kinds in the folders.
    pub ignored_files: u64,
    pub scope: Scope,
    pub duties: Duties,
}

impl Summary {
    /// What the corpus in `folder` holds.
    ///
    /// # Errors
    ///
    /// If the file is missing or not a summary.
    pub fn load(folder: &Path) -> Result<Summary, Error> {
        let path = folder.join(SUMMARY_FILE);
        let text = std::fs::read(&path).map_err(|e| Error::io("read", &path, e))?;
        serde_json::from_slice(&text).map_err(|error| Error::BadCorpus {
            path,
            noun: "records",
            problem: error.to_string(),
        })
    }

    /// How many records the gate refused.
    pub fn refused_records(&self) -> u64 {
        self.refused.values().map(|refused| refused.records).sum()
    }

    /// What was left out and why, in a line; nothing if all was kept.
    pub fn left_out(&self) -> Option<String> {
        let mut parts = Vec::new();
        if let Some(first) = self.broken.first.first() {
            parts.push(format!(
                "{} broken (the first: {first})",
                self.broken.records
            ));
        }
        for (licence, refused) in &self.refused {
            // Terms that nobody knows are mostly a name misspelt: the rule tells what to write.
            let why = match refused.rule.rsplit_once(" [") {
                _ if licence.is_empty() => "no licence",
                Some((rule, "unknown]" | "malformed]")) => rule,
                _ => licence,
            };
            parts.push(format!("{} refused ({why})", refused.records));
        }
        if self.duplicates > 0 {
            parts.push(format!("{} duplicates", self.duplicates));
        }
        if self.too_short > 0 {
            parts.push(format!("{} too short (chars_min)", self.too_short));
        }
        if self.ignored_files > 0 {
            parts.push(format!("{} files of unknown kinds", self.ignored_files));
        }
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// What the manifest of the corpus shall say; the duration is the caller's to fill in.
    pub fn outcome(&self) -> Outcome {
        let licences = self.by_licence.iter().map(|(licence, count)| {
            let count = LicenceCount {
                documents: count.records,
                bytes: count.bytes,
            };
            (licence.clone(), count)
        });
        Outcome {
            licences: licences.collect(),
            scope: self.scope,
            duties: self.duties,
            cost: Cost::default(),
            metrics: serde_json::to_value(self).unwrap_or_default(),
            ..Outcome::default()
        }
    }

    pub(crate) fn count_refused(&mut self, licence: &str, id: &str, decision: &Decision) {
        let refused = row(&mut self.refused, licence);
        if refused.records == 0 {
            refused.first = id.to_string();
            refused.rule = decision.rule.clone();
        }
        refused.records += 1;
    }

    /// Places are told from the source on: where a folder lies must not decide about a corpus' content.
    pub(crate) fn count_broken(&mut self, source: &Source, error: &Error) {
        self.broken.records += 1;
        if let (true, Error::Broken { place, problem }) =
            (self.broken.first.len() < PLACES_MAX, error)
        {
            let within = place.path.strip_prefix(&source.path).ok();
            let path = match within.filter(|within| !within.as_os_str().is_empty()) {
                Some(within) => Path::new(&source.label()).join(within),
                None => place.path.file_name().unwrap_or_default().into(),
            };
            let line = place.line;
            let place = Place { path, line };
            self.broken.first.push(format!("{place}: {problem}"));
        }
    }

    pub(crate) fn count_kept(&mut self, from: &Provenance, amount: Count, decision: &Decision) {
        row(&mut self.by_language, &from.lang).add(amount);
        row(&mut self.by_source, &from.source).add(amount);
        // The licences go into the manifest, so none may disappear among others.
        let licence = from.license.trim().to_string();
        self.by_licence.entry(licence).or_default().add(amount);
        self.scope = self.scope.combine(decision.scope.unwrap_or_default());
        self.duties = self.duties.combine(decision.duties);
    }

    /// Why nothing was kept, with a remedy.
    pub(crate) fn reason_for_nothing(&self) -> String {
        let mut reasons = Vec::new();
        for refused in self.refused.values() {
            reasons.push(format!(
                "{} were refused by the licence gate, the first being {}: {}",
                refused.records, refused.first, refused.rule
            ));
        }
        if let Some(first) = self.broken.first.first() {
            reasons.push(format!(
                "{} were broken, the first at {first}",
                self.broken.records
            ));
        }
        if self.too_short > 0 {
            reasons.push(format!(
                "{} were too short; lower chars_min",
                self.too_short
            ));
        }
        if self.valid.records > 0 {
            let records = self.valid.records;
            reasons.push(format!(
                "all {records} fell to validation; lower valid_fraction"
            ));
        }
        if reasons.is_empty() {
            reasons.push("the files are empty; check the path of the source".to_string());
        }
        reasons.join("; ")
    }
}

/// The row called `name`, or the one that all further names share once the table is full.
fn row<'t, T: Default>(table: &'t mut BTreeMap<String, T>, name: &str) -> &'t mut T {
    let is_full = table.len() >= ROWS_MAX && !table.contains_key(name);
    let name = if is_full { OTHERS } else { name };
    table.entry(name.to_string()).or_default()
}
