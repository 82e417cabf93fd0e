//! Records out of a finished corpus.

use crate::bytes::{Line, Lines};
use crate::{Conversation, Document, Error, Preference, Provenance, Record};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One of the two parts of a corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Split {
    Train,
    Valid,
}

impl Split {
    /// The file in the corpus that holds it.
    pub fn file_name(self) -> &'static str {
        match self {
            Split::Train => "train.jsonl",
            Split::Valid => "valid.jsonl",
        }
    }
}

/// The records of a corpus in their order, one in memory at a time; the iteration ends after an
/// error.
pub struct Records<R> {
    path: PathBuf,
    lines: Option<Lines>,
    line: Vec<u8>,
    noun: &'static str,
    record: std::marker::PhantomData<fn() -> R>,
}

/// The records of one split of the corpus in `folder`.
///
/// # Errors
///
/// If the file is missing; the iterator's items are errors where a line is not such a record.
pub fn records<R: Record>(folder: &Path, split: Split) -> Result<Records<R>, Error> {
    open(folder, split, R::NOUN)
}

/// Where the records of one split of the corpus in `folder` are from, whichever kind they are of; see [`records`].
///
/// # Errors
///
/// As [`records`].
pub fn provenances(folder: &Path, split: Split) -> Result<Records<Provenance>, Error> {
    open(folder, split, "records")
}

fn open<R>(folder: &Path, split: Split, noun: &'static str) -> Result<Records<R>, Error> {
    let path = folder.join(split.file_name());
    let lines = Lines::open(&path, &Arc::default())?;
    Ok(Records {
        path,
        lines: Some(lines),
        line: Vec::new(),
        noun,
        record: std::marker::PhantomData,
    })
}

/// The documents of one split of the corpus in `folder`; see [`records`].
///
/// # Errors
///
/// As [`records`].
pub fn documents(folder: &Path, split: Split) -> Result<Records<Document>, Error> {
    records(folder, split)
}

/// The conversations of one split of the corpus in `folder`; see [`records`].
///
/// # Errors
///
/// As [`records`].
pub fn conversations(folder: &Path, split: Split) -> Result<Records<Conversation>, Error> {
    records(folder, split)
}

/// The preferences of one split of the corpus in `folder`; see [`records`].
///
/// # Errors
///
/// As [`records`].
pub fn preferences(folder: &Path, split: Split) -> Result<Records<Preference>, Error> {
    records(folder, split)
}

impl<R: DeserializeOwned> Iterator for Records<R> {
    type Item = Result<R, Error>;

    fn next(&mut self) -> Option<Result<R, Error>> {
        let lines = self.lines.as_mut()?;
        let found = match lines.read(&mut self.line) {
            Ok(Line::End) => None,
            Ok(Line::TooLong) => Some(Err("the line is too long".to_string())),
            Ok(Line::Read) => {
                Some(serde_json::from_slice(&self.line).map_err(|error| error.to_string()))
            }
            Err(error) => {
                self.lines = None;
                return Some(Err(error));
            }
        };
        let number = lines.number;
        let record = found.map(|found| {
            found.map_err(|problem| Error::BadCorpus {
                path: self.path.clone(),
                noun: self.noun,
                problem: format!("line {number}: {problem}"),
            })
        });
        if !matches!(record, Some(Ok(_))) {
            self.lines = None;
        }
        record
    }
}
