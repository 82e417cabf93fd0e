//! The table of documents beside the tokens: one line of JSON each.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use tensor::MappedFile;

use super::{Header, Record, table_path, token_path};
use crate::Error;

/// The document table of a split: where its documents come from and where their tokens lie.
pub struct Table {
    path: PathBuf,
    file: MappedFile,
    is_masked: bool,
    pub(super) entries: Vec<Entry>,
    groups: Vec<Group>,
}

/// What many documents have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Group {
    pub lang: String,
    pub source: String,
    pub license: String,
}

/// The part of a record that training needs at every step; the rest stays in the mapped table.
pub(super) struct Entry {
    pub(super) offset: u64,
    line: u64,
    pub(super) length: u32,
    pub(super) bytes: u32,
    group: u32,
}

/// A table line as opening reads it: strings are only borrowed, most not looked at.
#[derive(Deserialize)]
struct Line<'a> {
    offset: u64,
    length: u32,
    bytes: u32,
    #[serde(borrow)]
    lang: Cow<'a, str>,
    #[serde(borrow)]
    source: Cow<'a, str>,
    #[serde(borrow)]
    license: Cow<'a, str>,
}

impl Table {
    /// Opens the table of `split` in the folder `dir` and checks it against its hash; the tokens themselves are not read.
    pub fn open(dir: &Path, split: &str) -> Result<Self, Error> {
        let (_, _, header) = open_tokens(dir, split)?;
        Self::of(&header, dir, split)
    }

    /// The table that `header` belongs to.
    pub(super) fn of(header: &Header, dir: &Path, split: &str) -> Result<Self, Error> {
        let path = table_path(dir, split);
        let file = MappedFile::open(&path).map_err(Error::io(&path))?;
        if blake3::hash(file.bytes()) != header.table_hash {
            let problem = "the document table does not match its hash";
            return Err(Error::shards(&path, problem));
        }
        let (entries, groups) =
            read(header, file.bytes()).map_err(|problem| Error::shards(&path, problem))?;
        Ok(Self {
            path,
            file,
            is_masked: header.masked,
            entries,
            groups,
        })
    }

    /// Whether a loss mask says which tokens are learnt, as for conversations and pairs.
    pub fn is_masked(&self) -> bool {
        self.is_masked
    }

    /// Number of documents.
    pub fn documents(&self) -> usize {
        self.entries.len()
    }

    /// All groups, sorted.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The index of the group of `document` in [`Table::groups`].
    pub fn group(&self, document: usize) -> usize {
        self.entries[document].group as usize
    }

    /// Everything that the table says of `document`.
    pub fn record(&self, document: usize) -> Result<Record, Error> {
        let line = &self.file.bytes()[self.entries[document].line as usize..];
        let end = line
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap_or(line.len());
        serde_json::from_slice(&line[..end]).map_err(|error| {
            let problem = format!("document {document}: {error}");
            Error::shards(&self.path, problem)
        })
    }
}

/// The token file of a split and its header, of which only the sizes are checked.
pub(super) fn open_tokens(dir: &Path, split: &str) -> Result<(PathBuf, MappedFile, Header), Error> {
    let path = token_path(dir, split);
    let file = MappedFile::open(&path).map_err(Error::io(&path))?;
    let header = Header::decode(file.bytes()).map_err(|problem| Error::shards(&path, problem))?;
    Ok((path, file, header))
}

fn read(header: &Header, bytes: &[u8]) -> Result<(Vec<Entry>, Vec<Group>), String> {
    let mut entries: Vec<Entry> = Vec::with_capacity(header.documents as usize);
    let mut groups: std::collections::BTreeMap<Group, u32> = Default::default();
    let mut offset = 0;
    let mut line_start = 0;
    for line_bytes in bytes.split_inclusive(|byte| *byte == b'\n') {
        let number = entries.len() + 1;
        let line: Line = serde_json::from_slice(line_bytes)
            .map_err(|error| format!("line {number}: {error}"))?;
        if line.offset != offset || line.length == 0 {
            return Err(format!(
                "line {number}: the document does not begin where the last ended"
            ));
        }
        let group = Group {
            lang: line.lang.into_owned(),
            source: line.source.into_owned(),
            license: line.license.into_owned(),
        };
        let next = groups.len() as u32;
        let group = *groups.entry(group).or_insert(next);
        let (length, bytes) = (line.length, line.bytes);
        entries.push(Entry {
            offset,
            line: line_start,
            length,
            bytes,
            group,
        });
        offset += u64::from(length);
        line_start += line_bytes.len() as u64;
    }
    if entries.len() as u64 != header.documents || offset != header.tokens {
        return Err(format!(
            "{} documents with {offset} tokens, the header claims {} with {}",
            entries.len(),
            header.documents,
            header.tokens
        ));
    }
    // Numbers were given in order of appearance; the public order is the sorted one.
    let mut renumbered = vec![0; groups.len()];
    for (sorted, first) in groups.values().enumerate() {
        renumbered[*first as usize] = sorted as u32;
    }
    entries
        .iter_mut()
        .for_each(|entry| entry.group = renumbered[entry.group as usize]);
    Ok((entries, groups.into_keys().collect()))
}
