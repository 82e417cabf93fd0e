//! Read-only memory maps of finished artefact files.

use std::fs::File;
use std::io;
use std::path::Path;

/// The bytes of a file, read by the system page by page when they are touched.
///
/// Only for files inside artefacts, which are never changed once they have appeared.
pub struct MappedFile {
    map: Option<memmap2::Mmap>,
}

impl MappedFile {
    /// Maps `path`; an empty file maps to no bytes.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        if file.metadata()?.len() == 0 {
            return Ok(Self { map: None });
        }
        // SAFETY: artefact files are immutable after their folder's atomic rename, so no one
        // truncates or rewrites the file while it is mapped; the map itself is read-only.
        let map = unsafe { memmap2::Mmap::map(&file)? };
        Ok(Self { map: Some(map) })
    }

    pub fn bytes(&self) -> &[u8] {
        self.map.as_deref().unwrap_or(&[])
    }
}
