use std::borrow::Cow;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use tensor::MappedFile;

use super::{Header, Record, table_path, token_path};
use crate::Error;

/// A split that is open for reading: tokens by document and position.
pub struct Shards {
    path: PathBuf,
    header: Header,
    file: MappedFile,
    table: MappedFile,
    entries: Vec<Entry>,
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
struct Entry {
    offset: u64,
    line: u64,
    length: u32,
    bytes: u32,
    group: u32,
}

/// A table line as `open` reads it: strings are only borrowed, url and title not looked at.
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

impl Shards {
    /// Opens `split` in the folder `dir` and checks it whole: header, sizes, table and both hashes.
    pub fn open(dir: &Path, split: &str) -> Result<Self, Error> {
        let path = token_path(dir, split);
        let table_path = table_path(dir, split);
        let file = MappedFile::open(&path).map_err(Error::io(&path))?;
        let table = MappedFile::open(&table_path).map_err(Error::io(&table_path))?;
        let header =
            Header::decode(file.bytes()).map_err(|problem| Error::shards(&path, problem))?;
        let payload = &file.bytes()[Header::BYTES..];
        if blake3::hash(payload) != header.payload_hash {
            return Err(Error::shards(&path, "the tokens do not match their hash"));
        }
        if blake3::hash(table.bytes()) != header.table_hash {
            return Err(Error::shards(
                &table_path,
                "the document table does not match its hash",
            ));
        }
        let (entries, groups) = read_table(&header, table.bytes())
            .map_err(|problem| Error::shards(&table_path, problem))?;
        let shards = Self {
            path,
            header,
            file,
            table,
            entries,
            groups,
        };
        shards.check_tokens()?;
        Ok(shards)
    }

    /// The token file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Number of documents.
    pub fn documents(&self) -> usize {
        self.entries.len()
    }

    /// Number of tokens.
    pub fn tokens(&self) -> u64 {
        self.header.tokens
    }

    /// The number of tokens of `document`.
    pub fn length(&self, document: usize) -> usize {
        self.entries[document].length as usize
    }

    /// The bytes of text of `document`.
    pub fn bytes(&self, document: usize) -> usize {
        self.entries[document].bytes as usize
    }

    /// All groups, sorted.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The index of the group of `document` in [`Shards::groups`].
    pub fn group(&self, document: usize) -> usize {
        self.entries[document].group as usize
    }

    /// Everything that the table says of `document`.
    pub fn record(&self, document: usize) -> Result<Record, Error> {
        let line = &self.table.bytes()[self.entries[document].line as usize..];
        let end = line
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap_or(line.len());
        serde_json::from_slice(&line[..end]).map_err(|error| {
            let problem = format!("its table of documents, at document {document}: {error}");
            Error::shards(&self.path, problem)
        })
    }

    /// The token at `position` of `document`; one past the last is the separator, if there is one.
    pub fn token(&self, document: usize, position: usize) -> Option<u32> {
        let entry = &self.entries[document];
        if position < entry.length as usize {
            return Some(self.token_at(entry.offset as usize + position));
        }
        self.header
            .separator
            .filter(|_| position == entry.length as usize)
    }

    /// Appends the tokens of `document` in `range` to `tokens`.
    pub fn read(&self, document: usize, range: Range<usize>, tokens: &mut Vec<u32>) {
        let entry = &self.entries[document];
        assert!(
            range.end <= entry.length as usize,
            "tokens beyond the end of a document"
        );
        let offset = entry.offset as usize;
        tokens.extend((offset + range.start..offset + range.end).map(|at| self.token_at(at)));
    }

    /// Is the token at `position` of `document` to be learnt? Without a loss mask every token is.
    pub fn is_learnt(&self, document: usize, position: usize) -> bool {
        let entry = &self.entries[document];
        if !self.header.masked || position >= entry.length as usize {
            return true;
        }
        let mask = Header::BYTES + self.header.tokens as usize * self.header.width;
        self.file.bytes()[mask + entry.offset as usize + position] == 1
    }

    fn token_at(&self, index: usize) -> u32 {
        let at = Header::BYTES + index * self.header.width;
        let bytes = &self.file.bytes()[at..at + self.header.width];
        match *bytes {
            [a, b] => u32::from(u16::from_le_bytes([a, b])),
            [a, b, c, d] => u32::from_le_bytes([a, b, c, d]),
            _ => unreachable!("the header allows 2 and 4 bytes"),
        }
    }

    /// The hash proves only that the file is as it was written, not that its ids are valid.
    fn check_tokens(&self) -> Result<(), Error> {
        let outside = |index: &usize| self.token_at(*index) >= self.header.vocabulary;
        match (0..self.header.tokens as usize).find(outside) {
            None => Ok(()),
            Some(index) => {
                let problem = format!("token {index} is outside the vocabulary");
                Err(Error::shards(&self.path, problem))
            }
        }
    }
}

fn read_table(header: &Header, bytes: &[u8]) -> Result<(Vec<Entry>, Vec<Group>), String> {
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
