//! Writing an index.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::Error;
use crate::document::{Stage, TrainingDocument};
use crate::format::{self, DocumentLine, Meta, PartLine};
use crate::normal::normalised;
use crate::winnow::{GRAM, WINDOW, winnow};

/// Writes the files of an index, one document after another.
///
/// Memory: 8 bytes a kept n-gram, that is about 1.6 bytes a byte of text, until [`finish`].
///
/// [`finish`]: Builder::finish
pub struct Builder {
    folder: PathBuf,
    stages: Vec<Stage>,
    original: Output,
    normalised: Output,
    documents: Output,
    postings: Vec<u64>,
    count: u64,
}

/// A buffered file that knows its path and length.
struct Output {
    path: PathBuf,
    file: BufWriter<File>,
    bytes: u64,
}

impl Output {
    fn create(folder: &Path, name: &str) -> Result<Output, Error> {
        let path = folder.join(name);
        let file = File::create(&path).map_err(Error::io(&path))?;
        Ok(Output {
            path,
            file: BufWriter::with_capacity(1 << 18, file),
            bytes: 0,
        })
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.bytes += bytes.len() as u64;
        self.file.write_all(bytes).map_err(Error::io(&self.path))
    }

    fn finish(mut self) -> Result<u64, Error> {
        self.file.flush().map_err(Error::io(&self.path))?;
        Ok(self.bytes)
    }
}

impl Builder {
    /// Starts an index in `folder`, which must exist, for a model that came out of `stages`, the
    /// earliest first.
    pub fn create(folder: &Path, stages: Vec<Stage>) -> Result<Builder, Error> {
        Ok(Builder {
            folder: folder.to_owned(),
            stages,
            original: Output::create(folder, format::ORIGINAL)?,
            normalised: Output::create(folder, format::NORMALISED)?,
            documents: Output::create(folder, format::DOCUMENTS)?,
            postings: Vec::new(),
            count: 0,
        })
    }

    /// Adds a document.
    pub fn add(&mut self, document: &TrainingDocument) -> Result<(), Error> {
        let id = &document.provenance.id;
        if document.stage >= self.stages.len() {
            return Err(Error::Stage {
                id: id.clone(),
                stage: document.stage,
                stages: self.stages.len(),
            });
        }
        let mut parts = Vec::with_capacity(document.parts.len());
        for part in &document.parts {
            let bytes = part.text.len() as u64;
            if bytes >= format::PART_BYTES_MAX {
                return Err(Error::TooLarge {
                    id: id.clone(),
                    bytes,
                    limit: format::PART_BYTES_MAX - 1,
                });
            }
            let text = normalised(&part.text);
            let start = self.normalised.bytes;
            if start + text.len() as u64 >= format::POSITION_MAX {
                return Err(Error::IndexFull {
                    id: id.clone(),
                    limit: format::POSITION_MAX,
                });
            }
            let postings = &mut self.postings;
            winnow(text.as_bytes(), |hash, at| {
                postings.push(format::posting(hash, start + at as u64))
            });
            self.original.write(part.text.as_bytes())?;
            self.normalised.write(text.as_bytes())?;
            self.normalised.write(&[format::SEPARATOR])?;
            parts.push(PartLine {
                role: part.role,
                original_bytes: bytes,
                normalised_bytes: text.len() as u64,
            });
        }
        let line = DocumentLine {
            provenance: document.provenance.clone(),
            stage: document.stage,
            parts,
            seen: document.seen.clone(),
        };
        let mut line = serde_json::to_vec(&line).expect("a document's line has string keys only");
        line.push(b'\n');
        self.documents.write(&line)?;
        self.count += 1;
        Ok(())
    }

    /// Sorts and writes what is left. The description comes last: an index without it is none.
    pub fn finish(mut self) -> Result<Meta, Error> {
        self.postings.sort_unstable();
        let mut postings = Output::create(&self.folder, format::POSTINGS)?;
        for posting in &self.postings {
            postings.write(&posting.to_le_bytes())?;
        }
        postings.finish()?;
        let meta = Meta {
            format: format::NAME.to_owned(),
            gram_bytes: GRAM,
            window_grams: WINDOW,
            stages: self.stages,
            documents: self.count,
            original_bytes: self.original.finish()?,
            normalised_bytes: self.normalised.finish()?,
            postings: self.postings.len() as u64,
        };
        self.documents.finish()?;
        let mut out = Output::create(&self.folder, format::META)?;
        out.write(
            &serde_json::to_vec_pretty(&meta).expect("the description has string keys only"),
        )?;
        out.finish()?;
        Ok(meta)
    }
}
