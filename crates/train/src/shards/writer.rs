use std::fs::File;
use std::io::{BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::{Header, Record, table_path, token_path};
use crate::Error;

/// Writes a split document by document; memory does not grow with its size, except for one byte a
/// token where there is a loss mask.
pub struct ShardWriter {
    token_path: PathBuf,
    table_path: PathBuf,
    tokens: BufWriter<File>,
    table: BufWriter<File>,
    token_hash: blake3::Hasher,
    table_hash: blake3::Hasher,
    mask: Option<Vec<u8>>,
    header: Header,
    text_bytes: u64,
    buffer: Vec<u8>,
}

/// What a finished split holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub documents: u64,
    pub tokens: u64,
    /// Bytes of text behind the tokens.
    pub text_bytes: u64,
}

impl ShardWriter {
    /// Creates the files of `split` in the folder `dir`.
    ///
    /// `separator` is the token that a model shall predict after a document's last one.
    pub fn create(
        dir: &Path,
        split: &str,
        vocabulary: usize,
        separator: Option<u32>,
        masked: bool,
    ) -> Result<Self, Error> {
        let token_path = token_path(dir, split);
        let table_path = table_path(dir, split);
        let mut tokens = BufWriter::new(File::create(&token_path).map_err(Error::io(&token_path))?);
        let table = BufWriter::new(File::create(&table_path).map_err(Error::io(&table_path))?);
        // Zeros until `finish`: a file that was never finished has no magic and is refused.
        tokens
            .write_all(&[0; Header::BYTES])
            .map_err(Error::io(&token_path))?;
        let vocabulary = u32::try_from(vocabulary)
            .map_err(|_| Error::setting("vocabulary", "more than 2³² entries"))?;
        Ok(Self {
            token_path,
            table_path,
            tokens,
            table,
            token_hash: blake3::Hasher::new(),
            table_hash: blake3::Hasher::new(),
            mask: masked.then(Vec::new),
            header: Header {
                width: Header::width_for(vocabulary),
                vocabulary,
                separator,
                tokens: 0,
                documents: 0,
                masked,
                table_hash: [0; 32],
                payload_hash: [0; 32],
            },
            text_bytes: 0,
            buffer: Vec::new(),
        })
    }

    /// Appends a document. `mask` is as long as `tokens` if this split is masked, else empty.
    ///
    /// # Panics
    /// If the mask has the wrong length: that is a programming error.
    pub fn push(&mut self, mut record: Record, tokens: &[u32], mask: &[bool]) -> Result<(), Error> {
        let mask_length = if self.mask.is_some() { tokens.len() } else { 0 };
        assert_eq!(
            mask.len(),
            mask_length,
            "loss mask of `{}`",
            record.provenance.id
        );
        record.offset = self.header.tokens;
        record.length = u32::try_from(tokens.len()).map_err(|_| {
            let problem = format!(
                "document `{}` has more than 2³² tokens",
                record.provenance.id
            );
            Error::shards(&self.token_path, problem)
        })?;
        if tokens.is_empty() {
            let problem = format!("document `{}` has no tokens", record.provenance.id);
            return Err(Error::shards(&self.token_path, problem));
        }
        self.buffer.clear();
        for &token in tokens {
            if token >= self.header.vocabulary {
                let problem = format!(
                    "token {token} of `{}` is outside the vocabulary",
                    record.provenance.id
                );
                return Err(Error::shards(&self.token_path, problem));
            }
            self.buffer
                .extend_from_slice(&token.to_le_bytes()[..self.header.width]);
        }
        self.token_hash.update(&self.buffer);
        self.tokens
            .write_all(&self.buffer)
            .map_err(Error::io(&self.token_path))?;
        if let Some(all) = &mut self.mask {
            all.extend(mask.iter().map(|learnt| u8::from(*learnt)));
        }

        let mut line = serde_json::to_vec(&record).expect("a record is plain JSON");
        line.push(b'\n');
        self.table_hash.update(&line);
        self.table
            .write_all(&line)
            .map_err(Error::io(&self.table_path))?;
        self.header.tokens += u64::from(record.length);
        self.header.documents += 1;
        self.text_bytes += u64::from(record.bytes);
        Ok(())
    }

    /// Writes mask and header; only now is the split readable.
    pub fn finish(mut self) -> Result<Written, Error> {
        let path = &self.token_path;
        if let Some(mask) = &self.mask {
            self.token_hash.update(mask);
            self.tokens.write_all(mask).map_err(Error::io(path))?;
        }
        self.header.payload_hash = *self.token_hash.finalize().as_bytes();
        self.header.table_hash = *self.table_hash.finalize().as_bytes();
        self.table.flush().map_err(Error::io(&self.table_path))?;
        self.tokens
            .seek(SeekFrom::Start(0))
            .map_err(Error::io(path))?;
        self.tokens
            .write_all(&self.header.encode())
            .map_err(Error::io(path))?;
        self.tokens.flush().map_err(Error::io(path))?;
        Ok(Written {
            documents: self.header.documents,
            tokens: self.header.tokens,
            text_bytes: self.text_bytes,
        })
    }
}
