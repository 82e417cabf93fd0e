//! Whom a model must credit: the documents that it and those before it learnt from and whose licences ask for something.

mod markdown;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use ::corpus::{Provenance, Split};
use ledger::{Artefact, Duties, Home, Input, Kind, Policy, Scope, Use};
use train::shards::Table;

use crate::Error;
use crate::ancestry::{self, Lesson};
use crate::stages::shards::keep_authors;

/// Whom to credit for what a model has learnt; as text, a page of Markdown that can be passed on with it.
#[derive(Debug)]
pub struct Credits {
    /// The model's id.
    model: String,
    /// All that its licences ask.
    duties: Duties,
    owed: BTreeMap<Credit, BTreeSet<Work>>,
    gaps: BTreeSet<Gap>,
    /// Ids of the artefacts that were read for this.
    read: BTreeSet<String>,
}

/// What documents that are credited together have in common. Blank fields count as not stated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Credit {
    licence: String,
    /// Neither `attribution` nor `author` is stated; such ones come last.
    is_anonymous: bool,
    /// Whom to name, as the licence asks.
    attribution: Option<String>,
    author: Option<String>,
    /// The site's name.
    site: Option<String>,
    /// Scheme and host of the URL.
    host: Option<String>,
    /// The data set.
    source: String,
}

/// One document of a credit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Work {
    title: Option<String>,
    url: Option<String>,
    id: String,
}

/// Why credits are not complete. Tells no paths, for it is passed on with the model.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// An ancestor, and what was made of it.
    Missing { id: String, of: String },
    /// As it is there but is not what it was.
    Damaged { id: String, of: String },
    /// Shards of an earlier version of this program.
    WithoutAuthors { id: String },
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Gap::Missing { id, of } => write!(
                f,
                "{id}, of which {of} was made, is no longer at hand; whom to credit for it is not known"
            ),
            Gap::Damaged { id, of } => write!(
                f,
                "{id}, of which {of} was made, cannot be read or was changed; whom to credit for it is not fully known"
            ),
            Gap::WithoutAuthors { id } => write!(
                f,
                "{id} was made by an earlier version of gensen, which did not keep authors, attributions and sites"
            ),
        }
    }
}

/// Whom to credit for what `model` has learnt: from the tables of all shards on the way to it, and from the texts that shaped
/// its tokenizer. What was held back for validation is not among them.
///
/// # Errors
/// If it is no model. Ancestors that are missing or damaged are gaps, not errors.
pub fn credits(home: &Home, model: &Artefact) -> Result<Credits, Error> {
    crate::must_be_model(model)?;
    let mut credits = Credits::of(model.manifest.id(), model.manifest.duties);
    let lessons = ancestry::lessons(model, home, &mut |of, input, error| {
        credits.miss(of, input, &error);
        Ok(())
    })?;
    for lesson in &lessons {
        for shards in &lesson.shards {
            credits.add_shards(shards, &lesson.model);
        }
    }
    credits.add_tokenizers(&lessons, home);
    Ok(credits)
}

impl Credits {
    fn of(model: String, duties: Duties) -> Self {
        Credits {
            model,
            duties,
            owed: BTreeMap::new(),
            gaps: BTreeSet::new(),
            read: BTreeSet::new(),
        }
    }

    /// How many documents are credited.
    pub fn documents(&self) -> usize {
        self.owed.values().map(BTreeSet::len).sum()
    }

    /// Why there may be more to credit; none if the list is complete.
    pub fn gaps(&self) -> impl Iterator<Item = &Gap> {
        self.gaps.iter()
    }

    fn miss(&mut self, of: &Artefact, input: &Input, error: &Error) {
        let (id, of) = (input.id(), of.manifest.id());
        self.gaps.insert(match error {
            Error::Ledger(ledger::Error::NotFound { .. }) => Gap::Missing { id, of },
            _ => Gap::Damaged { id, of },
        });
    }

    fn add_shards(&mut self, shards: &Artefact, of: &Artefact) {
        if !self.is_new(shards) {
            return;
        }
        if self.try_shards(shards).is_err() {
            self.damaged(shards, of);
        }
    }

    fn try_shards(&mut self, artefact: &Artefact) -> Result<(), Error> {
        let table = Table::open(&artefact.path, train::TRAIN)?;
        if !keep_authors(artefact, &table) {
            self.gaps.insert(Gap::WithoutAuthors {
                id: artefact.manifest.id(),
            });
        }
        // Most documents ask for nothing, and the records of those need not be read.
        let groups = table.groups().iter();
        let asks: Vec<bool> = groups.map(|group| asks(&group.license)).collect();
        for document in (0..table.documents()).filter(|d| asks[table.group(*d)]) {
            let record = table.record(document)?;
            self.add(&Provenance {
                id: record.record_id().to_string(),
                ..record.provenance
            });
        }
        Ok(())
    }

    /// The texts that shaped the tokenizer; nearly always the model has learnt from all of them, too.
    fn add_tokenizers(&mut self, lessons: &[Lesson], home: &Home) {
        let shards = lessons.iter().flat_map(|lesson| &lesson.shards);
        let learnt: BTreeSet<&str> = shards
            .flat_map(|shards| &shards.manifest.inputs)
            .map(|input| input.content.as_str())
            .collect();
        for model in lessons.iter().map(|lesson| &lesson.model) {
            let mut inputs = model.manifest.inputs.iter();
            let Some(input) = inputs.find(|input| input.role == "tokenizer") else {
                continue;
            };
            let tokenizer = match ancestry::input_of(input, home) {
                // Otherwise it is that of a parent, which is on the way itself.
                Ok(artefact) if artefact.manifest.kind == Kind::Tokenizer => artefact,
                Ok(_) => continue,
                Err(error) => {
                    self.miss(model, input, &error);
                    continue;
                }
            };
            let texts = tokenizer.manifest.inputs.iter();
            for input in texts.filter(|input| !learnt.contains(input.content.as_str())) {
                match ancestry::input_of(input, home) {
                    Ok(texts) => self.add_texts(&texts, &tokenizer),
                    Err(error) => self.miss(&tokenizer, input, &error),
                }
            }
        }
    }

    fn add_texts(&mut self, texts: &Artefact, of: &Artefact) {
        if !self.is_new(texts) {
            return;
        }
        let added = self.try_texts(texts);
        if added.is_err() {
            self.damaged(texts, of);
        }
    }

    fn try_texts(&mut self, texts: &Artefact) -> Result<(), Error> {
        texts.verify()?;
        if !crate::stages::corpus::keep_authors(texts) {
            self.gaps.insert(Gap::WithoutAuthors {
                id: texts.manifest.id(),
            });
        }
        for provenance in ::corpus::provenances(&texts.path, Split::Train)? {
            self.add(&provenance?);
        }
        Ok(())
    }

    /// Whether an artefact has not been read before and has documents whose licences ask for something.
    fn is_new(&mut self, artefact: &Artefact) -> bool {
        !artefact.manifest.duties.names().is_empty() && self.read.insert(artefact.manifest.id())
    }

    fn damaged(&mut self, artefact: &Artefact, of: &Artefact) {
        self.gaps.insert(Gap::Damaged {
            id: artefact.manifest.id(),
            of: of.manifest.id(),
        });
    }

    /// Adds one document, if its licence asks for something.
    fn add(&mut self, from: &Provenance) {
        if !asks(&from.license) {
            return;
        }
        let stated = |field: &Option<String>| {
            let field = field.as_deref().map(str::trim);
            field.filter(|field| !field.is_empty()).map(str::to_string)
        };
        let (attribution, author) = (stated(&from.attribution), stated(&from.author));
        let url = stated(&from.url);
        let credit = Credit {
            licence: from.license.clone(),
            is_anonymous: attribution.is_none() && author.is_none(),
            // One is often filled in with the other.
            author: author.filter(|author| attribution.as_ref() != Some(author)),
            attribution,
            site: stated(&from.site),
            host: url.as_deref().and_then(host).map(str::to_string),
            source: from.source.clone(),
        };
        self.owed.entry(credit).or_default().insert(Work {
            title: stated(&from.title),
            url,
            id: from.id.clone(),
        });
    }
}

/// What a licence asks of whoever passes on a model that has learnt from a document under it.
fn duties(licence: &str) -> Duties {
    // The documents have passed the gate within their own scope; what they ask does not hang on it.
    let policy = Policy::for_scope(Scope::Internal);
    policy.decide(licence, Use::Train).duties
}

fn asks(licence: &str) -> bool {
    !duties(licence).names().is_empty()
}

/// `https://a.example/b?c` → `https://a.example`.
fn host(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let length = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    (length > 0).then(|| &url[..scheme.len() + "://".len() + length])
}
