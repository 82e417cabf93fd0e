//! JSON Lines files, written as a stream.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::Error;

/// A file of one JSON record a line.
pub(crate) struct Records {
    path: PathBuf,
    file: BufWriter<File>,
    /// Records written.
    pub(crate) count: u64,
}

impl Records {
    /// Creates (or empties) `dir/name`, and `dir` if need be.
    pub(crate) fn create(dir: &Path, name: &str) -> Result<Records, Error> {
        let path = dir.join(name);
        let parent = path.parent().unwrap_or(dir).to_path_buf();
        let fail = |source| Error::Write { path: path.clone(), source };
        std::fs::create_dir_all(parent).map_err(fail)?;
        let file = File::create(&path).map_err(fail)?;
        Ok(Records { file: BufWriter::with_capacity(1 << 18, file), path, count: 0 })
    }

    /// Appends a record.
    pub(crate) fn write(&mut self, record: &impl serde::Serialize) -> Result<(), Error> {
        let written = serde_json::to_writer(&mut self.file, record).map_err(std::io::Error::from);
        written
            .and_then(|()| self.file.write_all(b"\n"))
            .map_err(|source| Error::Write { path: self.path.clone(), source })?;
        self.count += 1;
        Ok(())
    }

    /// Appends all records of a list and closes the file.
    pub(crate) fn write_all<R: serde::Serialize>(mut self, records: impl IntoIterator<Item = R>) -> Result<u64, Error> {
        for record in records {
            self.write(&record)?;
        }
        self.close()
    }

    /// Writes out what is buffered. A full disk shows here at the latest.
    pub(crate) fn close(mut self) -> Result<u64, Error> {
        self.file.flush().map_err(|source| Error::Write { path: self.path.clone(), source })?;
        Ok(self.count)
    }
}
