use std::ops::Range;
use std::path::{Path, PathBuf};

use tensor::MappedFile;

use super::table::open_tokens;
use super::{Group, Header, Record, Table};
use crate::Error;

/// A split that is open for reading: tokens by document and position.
pub struct Shards {
    path: PathBuf,
    header: Header,
    file: MappedFile,
    table: Table,
}

impl Shards {
    /// Opens `split` in the folder `dir` and checks it whole: header, sizes, table and both hashes.
    pub fn open(dir: &Path, split: &str) -> Result<Self, Error> {
        let (path, file, header) = open_tokens(dir, split)?;
        let payload = &file.bytes()[Header::BYTES..];
        if blake3::hash(payload) != header.payload_hash {
            return Err(Error::shards(&path, "the tokens do not match their hash"));
        }
        let table = Table::of(&header, dir, split)?;
        let shards = Self {
            path,
            header,
            file,
            table,
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
        self.table.documents()
    }

    /// Number of tokens.
    pub fn tokens(&self) -> u64 {
        self.header.tokens
    }

    /// The number of tokens of `document`.
    pub fn length(&self, document: usize) -> usize {
        self.table.entries[document].length as usize
    }

    /// The bytes of text of `document`.
    pub fn bytes(&self, document: usize) -> usize {
        self.table.entries[document].bytes as usize
    }

    /// All groups, sorted.
    pub fn groups(&self) -> &[Group] {
        self.table.groups()
    }

    /// The index of the group of `document` in [`Shards::groups`].
    pub fn group(&self, document: usize) -> usize {
        self.table.group(document)
    }

    /// Everything that the table says of `document`.
    pub fn record(&self, document: usize) -> Result<Record, Error> {
        self.table.record(document)
    }

    /// The token at `position` of `document`; one past the last is the separator, if there is one.
    pub fn token(&self, document: usize, position: usize) -> Option<u32> {
        let entry = &self.table.entries[document];
        if position < entry.length as usize {
            return Some(self.token_at(entry.offset as usize + position));
        }
        self.header
            .separator
            .filter(|_| position == entry.length as usize)
    }

    /// Appends the tokens of `document` in `range` to `tokens`.
    pub fn read(&self, document: usize, range: Range<usize>, tokens: &mut Vec<u32>) {
        let entry = &self.table.entries[document];
        assert!(
            range.end <= entry.length as usize,
            "tokens beyond the end of a document"
        );
        let offset = entry.offset as usize;
        tokens.extend((offset + range.start..offset + range.end).map(|at| self.token_at(at)));
    }

    /// Is the token at `position` of `document` to be learnt? Without a loss mask every token is.
    pub fn is_learnt(&self, document: usize, position: usize) -> bool {
        let entry = &self.table.entries[document];
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
