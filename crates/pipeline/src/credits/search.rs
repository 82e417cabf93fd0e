//! Where credits come from: the tables of shards, and texts.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use ::corpus::{Provenance, Split};
use ledger::{Artefact, Home, Input, Kind, Progress, Report};
use train::shards::Table;

use super::{Credits, Gap, Owed, asks};
use crate::Error;
use crate::ancestry::{self, Ancestry};
use crate::stages::{corpus, shards};

/// Progress is told after so many documents.
const REPORT_EVERY: u64 = 1000;

/// A search through the ancestors of a model.
pub(super) struct Search<'s> {
    home: &'s Home,
    report: Report<'s>,
    credits: Credits,
    /// The contents of artefacts that there is nothing (more) to be learnt from.
    done: BTreeSet<String>,
    /// How many documents have been looked at.
    documents: u64,
}

impl<'s> Search<'s> {
    pub(super) fn new(home: &'s Home, report: Report<'s>, credits: Credits) -> Self {
        Self {
            home,
            report,
            credits,
            done: BTreeSet::new(),
            documents: 0,
        }
    }

    pub(super) fn through(mut self, model: &Artefact) -> Credits {
        let Ancestry { stages, lost } = Ancestry::of(model, self.home);
        for lost in lost {
            self.miss(&lost.input, lost.of, &lost.error);
        }
        for stage in &stages {
            for shards in &stage.shards {
                self.add_shards(shards, &stage.model);
            }
        }
        for stage in &stages {
            self.add_tokenizer(&stage.model);
        }
        self.credits
    }

    fn miss(&mut self, input: &Input, of: String, error: &Error) {
        let id = input.id();
        self.credits.gaps.insert(match error {
            Error::Ledger(ledger::Error::NotFound { .. }) => Gap::Missing { id, of },
            _ => Gap::Damaged { id, of },
        });
    }

    fn add_shards(&mut self, shards: &Artefact, of: &Artefact) {
        if !self.done.insert(shards.manifest.content.clone()) {
            return;
        }
        if is_free(shards) {
            self.done.extend(text_of(shards).map(content));
            return;
        }
        let id = shards.manifest.id();
        let found = self.read_table(shards);
        let gap = match &found {
            Ok((_, true)) => None,
            Ok((_, false)) => Some(Gap::WithoutAuthors { id }),
            Err(_) => Some(Gap::Damaged {
                id,
                of: of.manifest.id(),
            }),
        };
        if let Some(gap) = gap {
            // What the table does not tell, the texts that the shards were made of may.
            if text_of(shards).is_some_and(|text| self.add_texts(text).is_ok()) {
                return;
            }
            self.credits.gaps.insert(gap);
        }
        if let Ok((owed, _)) = found {
            self.take(shards, owed);
            self.done.extend(text_of(shards).map(content));
        }
    }

    /// Whom a table names, and whether it names authors at all.
    fn read_table(&mut self, shards: &Artefact) -> Result<(Owed, bool), Error> {
        let table = Table::open(&shards.path, train::TRAIN)?;
        // Most documents ask for nothing, and the records of those need not be read.
        let groups = table.groups().iter();
        let asks: Vec<bool> = groups.map(|group| asks(&group.license)).collect();
        let mut owed = Owed::default();
        for document in (0..table.documents()).filter(|d| asks[table.group(*d)]) {
            let record = table.record(document)?;
            owed.add(&Provenance {
                id: record.record_id().to_string(),
                ..record.provenance
            });
            self.count();
        }
        Ok((owed, shards::keep_authors(shards, &table)))
    }

    /// The texts that shaped the tokenizer; nearly always the model has learnt from all of them, too.
    fn add_tokenizer(&mut self, model: &Artefact) {
        let mut inputs = model.manifest.inputs.iter();
        let Some(input) = inputs.find(|input| input.role == "tokenizer") else {
            return;
        };
        let tokenizer = match ancestry::input_of(input, self.home) {
            Ok(artefact) if artefact.manifest.kind == Kind::Tokenizer => artefact,
            // It is that of a parent, which is on the way itself.
            Ok(_) => return,
            Err(error) => return self.miss(input, model.manifest.id(), &error),
        };
        for input in &tokenizer.manifest.inputs {
            if let Err(error) = self.add_texts(input) {
                self.miss(input, tokenizer.manifest.id(), &error);
            }
        }
    }

    /// Documents, conversations or pairs; what is held back for validation is not read.
    fn add_texts(&mut self, input: &Input) -> Result<(), Error> {
        if self.done.contains(&input.content) {
            return Ok(());
        }
        let texts = ancestry::input_of(input, self.home)?;
        if !is_free(&texts) {
            texts.verify()?;
            let mut owed = Owed::default();
            for provenance in ::corpus::provenances(&texts.path, Split::Train)? {
                owed.add(&provenance?);
                self.count();
            }
            if !corpus::keep_authors(&texts) {
                let id = texts.manifest.id();
                self.credits.gaps.insert(Gap::WithoutAuthors { id });
            }
            self.take(&texts, owed);
        }
        self.done.insert(input.content.clone());
        Ok(())
    }

    fn take(&mut self, from: &Artefact, owed: Owed) {
        self.credits.owed.extend(owed);
        self.credits.read.insert(from.manifest.id());
    }

    fn count(&mut self) {
        self.documents += 1;
        if self.documents.is_multiple_of(REPORT_EVERY) {
            (self.report)(Progress {
                done: self.documents,
                total: None,
                unit: "documents",
                note: "whom to credit",
            });
        }
    }
}

/// Whether none of an artefact's licences ask for anything.
fn is_free(artefact: &Artefact) -> bool {
    artefact.manifest.duties.names().is_empty()
}

/// What shards were made of, their tokenizer aside.
fn text_of(shards: &Artefact) -> Option<&Input> {
    let mut inputs = shards.manifest.inputs.iter();
    inputs.find(|input| input.role == "text")
}

fn content(input: &Input) -> String {
    input.content.clone()
}
