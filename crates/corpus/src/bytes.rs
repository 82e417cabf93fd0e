//! Lines of bytes out of plain and compressed files, never more than one line in memory.

use crate::Error;
use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A longer line is broken: no record of text is nearly as long, and one must fit into memory.
pub(crate) const LINE_BYTES_MAX: usize = 64 << 20;

const BUFFER_BYTES: usize = 256 << 10;

/// How a file is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Compression {
    Gzip,
    Zstandard,
}

impl Compression {
    /// What the ending of a file's name says, in whatever case.
    pub(crate) fn of(ending: &str) -> Option<Compression> {
        match ending.to_ascii_lowercase().as_str() {
            "gz" => Some(Compression::Gzip),
            "zst" => Some(Compression::Zstandard),
            _ => None,
        }
    }
}

/// Reads a file, decompressed if its name ends in `.gz` or `.zst`, line by line.
pub(crate) struct Lines {
    path: PathBuf,
    reader: BufReader<Box<dyn Read + Send>>,
    is_compressed: bool,
    /// The number of the line last read, from 1.
    pub(crate) number: u64,
    /// Where the line last read begins, in bytes of text.
    pub(crate) start: u64,
    next_start: u64,
}

/// What [`Lines::read`] found.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// The line is in the buffer, without its line feed.
    Read,
    /// The line was longer than [`LINE_BYTES_MAX`] and was passed over.
    TooLong,
    End,
}

impl Lines {
    /// Opens the file; `consumed` counts the bytes taken from the disk.
    pub(crate) fn open(path: &Path, consumed: &Arc<AtomicU64>) -> Result<Lines, Error> {
        let file = File::open(path).map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => Error::missing(path),
            _ => Error::io("read", path, e),
        })?;
        let counted = Counted {
            file,
            consumed: Arc::clone(consumed),
        };
        let raw = BufReader::with_capacity(BUFFER_BYTES, counted);
        let ending = path.extension().and_then(|e| e.to_str());
        let compression = ending.and_then(Compression::of);
        let reader: Box<dyn Read + Send> = match compression {
            Some(Compression::Gzip) => Box::new(MultiGzDecoder::new(raw)),
            Some(Compression::Zstandard) => Box::new(Zstandard::new(raw)),
            None => Box::new(raw),
        };
        let mut lines = Lines {
            path: path.to_path_buf(),
            reader: BufReader::with_capacity(BUFFER_BYTES, reader),
            is_compressed: compression.is_some(),
            number: 0,
            start: 0,
            next_start: 0,
        };
        lines.skip_byte_order_mark()?;
        Ok(lines)
    }

    fn skip_byte_order_mark(&mut self) -> Result<(), Error> {
        const MARK: &[u8] = b"\xef\xbb\xbf";
        if self.fill()?.starts_with(MARK) {
            self.reader.consume(MARK.len());
            self.next_start = MARK.len() as u64;
        }
        Ok(())
    }

    /// Reads the next line into `line`, which is emptied first.
    pub(crate) fn read(&mut self, line: &mut Vec<u8>) -> Result<Line, Error> {
        line.clear();
        let mut is_too_long = false;
        let mut length = 0;
        loop {
            let available = self.fill()?;
            if available.is_empty() {
                if length == 0 {
                    return Ok(Line::End);
                }
                break;
            }
            let feed = memchr::memchr(b'\n', available);
            let part = &available[..feed.unwrap_or(available.len())];
            is_too_long |= line.len() + part.len() > LINE_BYTES_MAX;
            if is_too_long {
                line.clear();
            } else {
                line.extend_from_slice(part);
            }
            let taken = part.len() + usize::from(feed.is_some());
            self.reader.consume(taken);
            length += taken as u64;
            if feed.is_some() {
                break;
            }
        }
        self.number += 1;
        self.start = self.next_start;
        self.next_start += length;
        Ok(if is_too_long {
            Line::TooLong
        } else {
            Line::Read
        })
    }

    fn fill(&mut self) -> Result<&[u8], Error> {
        loop {
            match self.reader.fill_buf() {
                Ok(_) => break,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(e) if self.is_compressed => {
                    return Err(Error::Compressed {
                        path: self.path.clone(),
                        bytes: self.next_start,
                        problem: e.to_string(),
                    });
                }
                Err(e) => return Err(Error::io("read", &self.path, e)),
            }
        }
        Ok(self.reader.buffer())
    }
}

/// Counts what is read.
struct Counted {
    file: File,
    consumed: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.file.read(buffer)?;
        self.consumed.fetch_add(length as u64, Ordering::Relaxed);
        Ok(length)
    }
}

/// All frames of a Zstandard file (RFC 8878), one after the other, checksums compared.
struct Zstandard<R: BufRead> {
    source: R,
    decoder: FrameDecoder,
    is_in_frame: bool,
}

impl<R: BufRead> Zstandard<R> {
    fn new(source: R) -> Zstandard<R> {
        Zstandard {
            source,
            decoder: FrameDecoder::new(),
            is_in_frame: false,
        }
    }

    /// Begins the next frame; false at the end of the file.
    fn begin_frame(&mut self) -> io::Result<bool> {
        while !self.source.fill_buf()?.is_empty() {
            match self.decoder.reset(&mut self.source) {
                Ok(()) => return Ok(true),
                // A skippable frame holds no text; its header has been read.
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    let length = u64::from(length);
                    let skipped = io::copy(&mut (&mut self.source).take(length), &mut io::sink())?;
                    if skipped < length {
                        return Err(io::ErrorKind::UnexpectedEof.into());
                    }
                }
                Err(error) => return Err(io::Error::other(error)),
            }
        }
        Ok(false)
    }

    fn check_frame(&self) -> io::Result<()> {
        let stated = self.decoder.get_checksum_from_data();
        if stated.is_some() && stated != self.decoder.get_calculated_checksum() {
            return Err(io::Error::other("the checksum of the data is wrong"));
        }
        Ok(())
    }
}

impl<R: BufRead> Read for Zstandard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.is_in_frame {
                if !self.begin_frame()? {
                    return Ok(0);
                }
                self.is_in_frame = true;
            }
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let strategy = BlockDecodingStrategy::UptoBytes(buffer.len());
                self.decoder
                    .decode_blocks(&mut self.source, strategy)
                    .map_err(io::Error::other)?;
            }
            let length = self.decoder.read(buffer)?;
            if length > 0 || buffer.is_empty() {
                return Ok(length);
            }
            self.check_frame()?;
            self.is_in_frame = false;
        }
    }
}
