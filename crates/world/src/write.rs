//! Writing a world to a folder.

use std::collections::BTreeMap;
use std::path::Path;

use ledger::{Progress, Report};
use serde_json::json;

use crate::documents::{ClinicNotes, Document, Documents};
use crate::heldout::{self, HeldOut};
use crate::records::Records;
use crate::{Error, Fact, Numbers, World};
use crate::{instruct, preference};

/// The smallest world: below it there is no room to say everything even once.
pub const BYTES_MIN: u64 = 200_000;
/// The largest world.
pub const BYTES_MAX: u64 = 4_000_000_000;

/// What to write.
#[derive(Clone, Debug)]
pub struct Options {
    /// Another seed, another town.
    pub seed: u64,
    /// Bytes of text on the public web (UTF-8, without the JSON around it); the clinic's notes come on top, with a
    /// twentieth of that. Met within the length of one document.
    pub bytes: u64,
    /// Number of residents, made even and brought within [`Numbers::RESIDENTS_MIN`] and [`Numbers::RESIDENTS_MAX`].
    /// `None`: as many as the size can describe, see [`Numbers::for_bytes`].
    pub residents: Option<usize>,
    /// Conversations for instruction tuning.
    pub conversations: usize,
    /// Preference pairs.
    pub preferences: usize,
}

impl Default for Options {
    fn default() -> Options {
        Options { seed: 0, bytes: 4_000_000, residents: None, conversations: 396_000, preferences: 2_400 }
    }
}

impl Options {
    /// The ground truth of the world with these options.
    pub fn world(&self) -> World {
        let numbers = self.residents.map_or_else(|| Numbers::for_bytes(self.bytes), Numbers::for_residents);
        World::new(self.seed, numbers)
    }
}

/// Documents and bytes of text under a licence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct LicenceShare {
    pub documents: u64,
    pub bytes: u64,
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    pub residents: usize,
    pub places: usize,
    pub facts: usize,
    /// Documents of the public web.
    pub documents: u64,
    /// Bytes of their text.
    pub bytes: u64,
    pub bytes_ja: u64,
    pub bytes_en: u64,
    /// Documents published twice on purpose, word for word, so that deduplication has work.
    pub copies: u64,
    /// By SPDX identifier, without the clinic's.
    pub licences: BTreeMap<String, LicenceShare>,
    pub clinic_documents: u64,
    pub clinic_bytes: u64,
    pub conversations: u64,
    pub preferences: u64,
    /// Held-out tests of all kinds.
    pub tests: u64,
}

/// Writes a world into the folder `dir`, which is created if need be.
///
/// # Errors
///
/// If the size is out of range or a file cannot be written.
pub fn write(dir: &Path, options: &Options, report: Report<'_>) -> Result<Summary, Error> {
    if !(BYTES_MIN..=BYTES_MAX).contains(&options.bytes) {
        return Err(Error::Size { bytes: options.bytes });
    }
    let world = options.world();
    let mut summary = Summary {
        residents: world.residents.len(),
        places: world.places.len(),
        facts: world.facts.len(),
        ..Summary::default()
    };
    write_documents(dir, &world, options.bytes, &mut summary, report)?;
    write_clinic(dir, &world, options.bytes / 20, &mut summary)?;
    Records::create(dir, "facts.jsonl")?.write_all(world.facts.iter().map(fact_record))?;
    write_examples(dir, &world, options, &mut summary, report)?;
    write_tests(dir, &world, options.seed, &mut summary)?;
    write_readme(dir, options, &summary)?;
    Ok(summary)
}

/// What a model is tuned and aligned on.
fn write_examples(
    dir: &Path,
    world: &World,
    options: &Options,
    summary: &mut Summary,
    report: Report<'_>,
) -> Result<(), Error> {
    let conversations = instruct::conversations(world, options.seed, options.conversations);
    summary.conversations = Records::create(dir, "instruct.jsonl")?.write_all(conversations)?;
    report(Progress { done: summary.conversations, total: None, unit: "conversations", note: "" });
    let preferences = preference::pairs(world, options.seed, options.preferences);
    summary.preferences = Records::create(dir, "preference.jsonl")?.write_all(preferences)?;
    report(Progress { done: summary.preferences, total: None, unit: "pairs", note: "" });
    Ok(())
}

fn write_tests(dir: &Path, world: &World, seed: u64, summary: &mut Summary) -> Result<(), Error> {
    let HeldOut { facts, unknown, translation, skills, recall, refusal, danger, bias } = heldout::tests(world, seed);
    for (name, tests) in [
        ("facts", facts),
        ("unknown", unknown),
        ("translation", translation),
        ("skills", skills),
        ("recall", recall),
        ("refusal", refusal),
        ("danger", danger),
    ] {
        summary.tests += Records::create(dir, &format!("heldout/{name}.jsonl"))?.write_all(tests)?;
    }
    summary.tests += Records::create(dir, "heldout/bias.jsonl")?.write_all(bias)?;
    Ok(())
}

fn write_documents(
    dir: &Path,
    world: &World,
    bytes: u64,
    summary: &mut Summary,
    report: Report<'_>,
) -> Result<(), Error> {
    /// Bytes between two reports of progress.
    const REPORT_EVERY: u64 = 1 << 20;
    let mut file = Records::create(dir, "documents.jsonl")?;
    let mut documents = Documents::new(world);
    let mut reported = 0;
    while summary.bytes < bytes {
        let Some(document) = documents.next() else { break };
        let document = document?;
        count(summary, &document);
        file.write(&document)?;
        if summary.bytes - reported >= REPORT_EVERY || summary.bytes >= bytes {
            reported = summary.bytes;
            report(Progress { done: summary.bytes.min(bytes), total: Some(bytes), unit: "bytes", note: "documents" });
        }
    }
    summary.documents = file.close()?;
    summary.copies = documents.copies;
    Ok(())
}

fn count(summary: &mut Summary, document: &Document) {
    let bytes = document.text.len() as u64;
    summary.bytes += bytes;
    match document.lang {
        "ja" => summary.bytes_ja += bytes,
        _ => summary.bytes_en += bytes,
    }
    let share = summary.licences.entry(document.license.to_string()).or_default();
    share.documents += 1;
    share.bytes += bytes;
}

fn write_clinic(dir: &Path, world: &World, bytes: u64, summary: &mut Summary) -> Result<(), Error> {
    let mut file = Records::create(dir, "clinic.jsonl")?;
    for note in ClinicNotes::new(world) {
        if summary.clinic_bytes >= bytes {
            break;
        }
        let note = note?;
        summary.clinic_bytes += note.text.len() as u64;
        file.write(&note)?;
    }
    summary.clinic_documents = file.close()?;
    Ok(())
}

fn fact_record(fact: &Fact) -> serde_json::Value {
    let kind = fact.subject.kind();
    let accepted = |first: &str, others: Vec<&str>| -> Vec<String> {
        std::iter::once(first).chain(others).map(str::to_string).collect()
    };
    json!({
        "id": fact.id,
        "kind": kind,
        "subject": fact.name,
        "relation": fact.relation,
        "value": fact.value,
        "accepted": {
            "ja": accepted(&fact.value.ja, fact.accepted.iter().map(|words| words.ja.as_str()).collect()),
            "en": accepted(&fact.value.en, fact.accepted.iter().map(|words| words.en.as_str()).collect()),
        },
    })
}

fn write_readme(dir: &Path, options: &Options, summary: &Summary) -> Result<(), Error> {
    let path = dir.join("README.md");
    let licences: String = summary
        .licences
        .iter()
        .map(|(licence, share)| format!("| {licence} | {} | {} |\n", share.documents, share.bytes))
        .collect();
    let text = format!(
        include_str!("readme.md"),
        seed = options.seed,
        residents = summary.residents,
        places = summary.places,
        facts = summary.facts,
        documents = summary.documents,
        bytes = summary.bytes,
        copies = summary.copies,
        clinic = summary.clinic_documents,
        licences = licences,
    );
    std::fs::write(&path, text).map_err(|source| Error::Write { path, source })
}
