//! Reading an index and finding the runs that an answer shares with the training texts.

use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::Error;
use tensor::MappedFile;

use crate::document::{Role, Seen};
use crate::format::{self, DocumentLine, Meta};
use crate::normal::{is_border, without_outer_signs};
use crate::winnow::{GRAM, GUARANTEED, WINDOW, winnow};

/// An opened index.
pub struct Index {
    folder: PathBuf,
    meta: Meta,
    documents: Vec<DocumentLine>,
    parts: Vec<PartEntry>,
    original: MappedFile,
    normalised: MappedFile,
    postings: MappedFile,
}

/// Where a part lies in the two text files.
pub(crate) struct PartEntry {
    pub(crate) document: usize,
    pub(crate) role: Role,
    pub(crate) original: Range<usize>,
    pub(crate) normalised: Range<usize>,
    /// Bytes of the document's parts before this one.
    pub(crate) offset_in_document: usize,
}

/// A stretch of the (normalised) answer that a part holds, word by word.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Run {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Position of the same bytes in `normalised.bin`.
    pub(crate) at: usize,
}

impl Index {
    /// Opens the index in `folder` and checks that its files agree with its description.
    pub fn open(folder: &Path) -> Result<Index, Error> {
        let path = folder.join(format::META);
        let meta: Meta = serde_json::from_slice(&read(&path)?)
            .map_err(|e| Error::damaged(&path, e.to_string()))?;
        if meta.format != format::NAME || meta.gram_bytes != GRAM || meta.window_grams != WINDOW {
            return Err(Error::damaged(
                &path,
                format!(
                    "format `{}` with n-grams of {} bytes in windows of {}, this program reads `{}` with {GRAM} and {WINDOW}",
                    meta.format,
                    meta.gram_bytes,
                    meta.window_grams,
                    format::NAME
                ),
            ));
        }
        let documents = read_documents(&folder.join(format::DOCUMENTS), &meta)?;
        let index = Index {
            parts: part_entries(&documents, &folder.join(format::DOCUMENTS))?,
            original: map(&folder.join(format::ORIGINAL))?,
            normalised: map(&folder.join(format::NORMALISED))?,
            postings: map(&folder.join(format::POSTINGS))?,
            folder: folder.to_owned(),
            meta,
            documents,
        };
        index.check()?;
        Ok(index)
    }

    /// What the index says about itself.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    fn check(&self) -> Result<(), Error> {
        let last = self.parts.last();
        let expected = [
            (
                format::ORIGINAL,
                self.original.bytes().len(),
                self.meta.original_bytes,
                last.map_or(0, |p| p.original.end),
            ),
            (
                format::NORMALISED,
                self.normalised.bytes().len(),
                self.meta.normalised_bytes,
                last.map_or(0, |p| p.normalised.end + 1),
            ),
            (
                format::POSTINGS,
                self.postings.bytes().len(),
                self.meta.postings.saturating_mul(8),
                self.postings.bytes().len(),
            ),
        ];
        for (name, bytes, described, by_parts) in expected {
            if bytes as u64 != described || bytes != by_parts {
                return Err(Error::damaged(
                    &self.folder.join(name),
                    format!(
                        "{bytes} bytes, where {described} are described and the parts have {by_parts}"
                    ),
                ));
            }
        }
        Ok(())
    }

    pub(crate) fn document(&self, number: usize) -> &DocumentLine {
        &self.documents[number]
    }

    pub(crate) fn part(&self, number: usize) -> &PartEntry {
        &self.parts[number]
    }

    /// The part that holds a position of `normalised.bin`.
    pub(crate) fn part_at(&self, position: usize) -> usize {
        self.parts.partition_point(|p| p.normalised.end < position)
    }

    /// The original text of a part.
    pub(crate) fn original(&self, part: &PartEntry) -> Result<&str, Error> {
        std::str::from_utf8(&self.original.bytes()[part.original.clone()])
            .map_err(|e| self.damaged_original(&e.to_string()))
    }

    pub(crate) fn damaged_original(&self, problem: &str) -> Error {
        Error::damaged(&self.folder.join(format::ORIGINAL), problem.to_owned())
    }

    /// The steps that read bytes `range` of a part's original text.
    pub(crate) fn steps(&self, part: &PartEntry, range: Range<usize>) -> Vec<u64> {
        let (start, end) = (
            (part.offset_in_document + range.start) as u64,
            (part.offset_in_document + range.end) as u64,
        );
        let overlapping = |seen: &&Seen| seen.start < end && start < seen.end;
        let mut steps: Vec<u64> = self.documents[part.document]
            .seen
            .iter()
            .filter(overlapping)
            .map(|s| s.step)
            .collect();
        steps.sort_unstable();
        steps.dedup();
        steps
    }

    /// All longest runs of at least `least` bytes (`least ≥ GUARANTEED`) that the normalised answer
    /// shares with a training text, cut back to borders of words and without the signs at their ends;
    /// sorted. A run that would be too short without its signs keeps those that it needs.
    pub(crate) fn runs(&self, answer: &str, least: usize) -> Vec<Run> {
        debug_assert!(least >= GUARANTEED);
        let answer = answer.as_bytes();
        let mut runs = Vec::new();
        winnow(answer, |hash, at| {
            let (first, last) = format::postings_of(hash);
            let mut number = self.first_posting_from(first);
            while let Some(posting) = self.posting(number).filter(|&p| p <= last) {
                let position = format::position(posting) as usize;
                runs.extend(self.extend(answer, at, position, least));
                number += 1;
            }
        });
        // A run with several kept n-grams was found by each of them.
        runs.sort_unstable();
        runs.dedup();
        runs
    }

    /// The longest common run around an n-gram, if the n-gram really is at `position` and the run has
    /// `least` bytes.
    fn extend(&self, answer: &[u8], at: usize, position: usize, least: usize) -> Option<Run> {
        let text = self.normalised.bytes();
        if text.get(position..position + GRAM)? != &answer[at..at + GRAM] {
            return None;
        }
        let back = (0..at.min(position))
            .take_while(|i| answer[at - 1 - i] == text[position - 1 - i])
            .count();
        let ahead = answer[at..]
            .iter()
            .zip(&text[position..])
            .take_while(|(a, b)| a == b)
            .count();
        let (mut start, mut end, mut from) = (at - back, at + ahead, position - back);
        while start < end && !(is_border(answer, start) && is_border(text, from)) {
            start += 1;
            from += 1;
        }
        while start < end && !(is_border(answer, end) && is_border(text, from + end - start)) {
            end -= 1;
        }
        if end - start < least {
            return None;
        }
        // Texts in which other signs follow the same words hold the same run: neither hides the other.
        let kept = without_outer_signs(std::str::from_utf8(&answer[start..end]).ok()?, least);
        Some(Run {
            start: start + kept.start,
            end: start + kept.end,
            at: from + kept.start,
        })
    }

    fn posting(&self, number: usize) -> Option<u64> {
        let bytes = self.postings.bytes().get(number * 8..number * 8 + 8)?;
        Some(u64::from_le_bytes(bytes.try_into().expect("eight bytes")))
    }

    fn first_posting_from(&self, value: u64) -> usize {
        let (mut low, mut high) = (0, self.postings.bytes().len() / 8);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.posting(middle).expect("below the count") < value {
                low = middle + 1
            } else {
                high = middle
            }
        }
        low
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    std::fs::read(path).map_err(Error::io(path))
}

fn map(path: &Path) -> Result<MappedFile, Error> {
    MappedFile::open(path).map_err(Error::io(path))
}

fn read_documents(path: &Path, meta: &Meta) -> Result<Vec<DocumentLine>, Error> {
    let bytes = read(path)?;
    let mut documents = Vec::new();
    for (number, line) in bytes
        .split(|&b| b == b'\n')
        .filter(|line| !line.is_empty())
        .enumerate()
    {
        let damaged =
            |problem: String| Error::damaged(path, format!("line {}: {problem}", number + 1));
        let document: DocumentLine =
            serde_json::from_slice(line).map_err(|e| damaged(e.to_string()))?;
        if document.stage >= meta.stages.len() {
            return Err(damaged(format!(
                "stage {} of {}",
                document.stage,
                meta.stages.len()
            )));
        }
        documents.push(document);
    }
    if documents.len() as u64 != meta.documents {
        return Err(Error::damaged(
            path,
            format!(
                "{} documents where {} are described",
                documents.len(),
                meta.documents
            ),
        ));
    }
    Ok(documents)
}

fn part_entries(documents: &[DocumentLine], path: &Path) -> Result<Vec<PartEntry>, Error> {
    let mut parts = Vec::new();
    let (mut original, mut normalised) = (0usize, 0usize);
    for (number, document) in documents.iter().enumerate() {
        let document_start = original;
        for part in &document.parts {
            let ends = || {
                let original_end =
                    original.checked_add(usize::try_from(part.original_bytes).ok()?)?;
                let normalised_end =
                    normalised.checked_add(usize::try_from(part.normalised_bytes).ok()?)?;
                Some((original_end, normalised_end, normalised_end.checked_add(1)?))
            };
            let (original_end, normalised_end, next) = ends().ok_or_else(|| {
                Error::damaged(path, format!("line {}: part too long", number + 1))
            })?;
            parts.push(PartEntry {
                document: number,
                role: part.role,
                original: original..original_end,
                normalised: normalised..normalised_end,
                offset_in_document: original - document_start,
            });
            (original, normalised) = (original_end, next);
        }
    }
    Ok(parts)
}
