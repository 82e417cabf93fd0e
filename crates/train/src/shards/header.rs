//! The 128 bytes before the tokens.

const MAGIC: &[u8; 8] = b"GENSHARD";
const VERSION: u32 = 1;
const NO_SEPARATOR: u32 = u32::MAX;

/// What the head of a token file says of the rest; the layout is on the page of
/// [`shards`](crate::shards).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Bytes per token, 2 or 4.
    pub width: usize,
    pub vocabulary: u32,
    pub separator: Option<u32>,
    pub tokens: u64,
    pub documents: u64,
    pub masked: bool,
    /// blake3 of the document table.
    pub table_hash: [u8; 32],
    /// blake3 of tokens and loss mask.
    pub payload_hash: [u8; 32],
}

impl Header {
    pub const BYTES: usize = 128;

    /// Bytes per token for a vocabulary.
    pub(crate) fn width_for(vocabulary: u32) -> usize {
        if vocabulary <= 1 << 16 { 2 } else { 4 }
    }

    pub(crate) fn encode(&self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        let separator = self.separator.unwrap_or(NO_SEPARATOR);
        bytes[..8].copy_from_slice(MAGIC);
        bytes[8..12].copy_from_slice(&VERSION.to_le_bytes());
        bytes[12..16].copy_from_slice(&(self.width as u32).to_le_bytes());
        bytes[16..20].copy_from_slice(&self.vocabulary.to_le_bytes());
        bytes[20..24].copy_from_slice(&separator.to_le_bytes());
        bytes[24..32].copy_from_slice(&self.tokens.to_le_bytes());
        bytes[32..40].copy_from_slice(&self.documents.to_le_bytes());
        bytes[40..44].copy_from_slice(&u32::from(self.masked).to_le_bytes());
        bytes[64..96].copy_from_slice(&self.table_hash);
        bytes[96..128].copy_from_slice(&self.payload_hash);
        bytes
    }

    /// Reads the header of a file of `file.len()` bytes, and checks that the file has exactly the
    /// size that the header claims. The error is a sentence without the file's name.
    pub fn decode(file: &[u8]) -> Result<Header, String> {
        let bytes: &[u8; Self::BYTES] = file
            .first_chunk()
            .ok_or_else(|| format!("{} bytes are too few for a shard header", file.len()))?;
        if &bytes[..8] != MAGIC {
            return Err("not a shard file (the magic `GENSHARD` is missing)".to_owned());
        }
        let version = word(bytes, 8);
        if version != VERSION {
            return Err(format!(
                "shard format {version}, this program reads {VERSION}"
            ));
        }
        let separator = word(bytes, 20);
        let header = Header {
            width: word(bytes, 12) as usize,
            vocabulary: word(bytes, 16),
            separator: (separator != NO_SEPARATOR).then_some(separator),
            tokens: long(bytes, 24),
            documents: long(bytes, 32),
            masked: match word(bytes, 40) {
                0 => false,
                1 => true,
                other => return Err(format!("the mask flag is {other}, not 0 or 1")),
            },
            table_hash: bytes[64..96].try_into().expect("32 bytes"),
            payload_hash: bytes[96..128].try_into().expect("32 bytes"),
        };
        if bytes[44..64].iter().any(|byte| *byte != 0) {
            return Err("reserved header bytes are not zero".to_owned());
        }
        header.check(file.len())?;
        Ok(header)
    }

    fn check(&self, file_bytes: usize) -> Result<(), String> {
        if self.vocabulary == 0 || self.width != Self::width_for(self.vocabulary) {
            return Err(format!(
                "{} bytes per token do not fit a vocabulary of {}",
                self.width, self.vocabulary
            ));
        }
        if self.separator.is_some_and(|id| id >= self.vocabulary) {
            return Err("the separator is outside the vocabulary".to_owned());
        }
        let per_token = self.width as u64 + u64::from(self.masked);
        let claimed = self
            .tokens
            .checked_mul(per_token)
            .and_then(|bytes| bytes.checked_add(Self::BYTES as u64));
        if claimed != Some(file_bytes as u64) {
            return Err(format!(
                "the header claims {} tokens, which does not fit the file's {file_bytes} bytes",
                self.tokens
            ));
        }
        // Each document has a token at least, so this bounds what a reader allocates.
        if self.documents > self.tokens {
            return Err(format!(
                "{} documents in {} tokens",
                self.documents, self.tokens
            ));
        }
        Ok(())
    }
}

fn word(bytes: &[u8; Header::BYTES], at: usize) -> u32 {
    u32::from_le_bytes(bytes[at..at + 4].try_into().expect("4 bytes"))
}

fn long(bytes: &[u8; Header::BYTES], at: usize) -> u64 {
    u64::from_le_bytes(bytes[at..at + 8].try_into().expect("8 bytes"))
}
