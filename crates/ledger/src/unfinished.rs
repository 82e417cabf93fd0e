//! What killed runs left behind: drafts and their checkpoints, until they are taken up again or given up.

use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::PathBuf;

use crate::draft::{LOCK, SCRATCH, lock, lock_path};
use crate::home::DRAFTS_FOLDER;
use crate::{Error, Home, files};

/// An artefact that was begun and is not there yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// What it will be called.
    pub id: String,
    /// What lies of it on the disk, its checkpoints among it.
    pub bytes: u64,
    /// Whether a process works on it at this moment.
    pub is_busy: bool,
}

impl Home {
    /// All that was begun and not finished, sorted by id. It goes on when the same plan is made again, and only then: one
    /// whose settings or inputs have changed since stays until it is removed.
    ///
    /// # Errors
    ///
    /// If the home cannot be read.
    pub fn unfinished(&self) -> Result<Vec<Unfinished>, Error> {
        let mut found = Vec::new();
        for (id, folders) in self.left_behind()? {
            let mut bytes = 0;
            for folder in folders {
                let files = match files::walk(&folder) {
                    // Whoever works on it has renamed or removed something meanwhile.
                    Err(Error::Io { source, .. }) if source.kind() == ErrorKind::NotFound => {
                        continue;
                    }
                    files => files?,
                };
                for path in files.values() {
                    bytes += fs::metadata(path).map_or(0, |file| file.len());
                }
            }
            let is_busy = self.is_busy(&id);
            found.push(Unfinished { id, bytes, is_busy });
        }
        Ok(found)
    }

    /// Removes what there is of the unfinished `id` for good.
    ///
    /// # Errors
    ///
    /// [`Error::Busy`] if a process works on it.
    pub fn remove_unfinished(&self, id: &str) -> Result<(), Error> {
        let _lock = lock(self.root(), id)?;
        for folder in self.left_behind()?.remove(id).unwrap_or_default() {
            fs::remove_dir_all(&folder).map_err(|e| Error::io("remove", &folder, e))?;
        }
        Ok(())
    }

    /// Whether somebody holds the lock of `id`; a look that keeps nobody from anything, also where nothing can be written.
    fn is_busy(&self, id: &str) -> bool {
        let held = |lock: File| matches!(lock.try_lock_shared(), Err(TryLockError::WouldBlock));
        File::open(lock_path(self.root(), id)).is_ok_and(held)
    }

    /// What processes are making at this moment, by id, and the ids of what they make it of.
    pub(crate) fn being_made(&self) -> Result<Vec<(String, Vec<String>)>, Error> {
        let drafts = self.root().join(DRAFTS_FOLDER);
        let mut found = Vec::new();
        for entry in fs::read_dir(&drafts).map_err(|e| Error::io("list", &drafts, e))? {
            let path = entry.map_err(|e| Error::io("list", &drafts, e))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let Some(id) = name.strip_suffix(LOCK).filter(|id| self.is_busy(id)) else {
                continue;
            };
            let inputs = fs::read_to_string(&path).map_err(|e| Error::io("read", &path, e))?;
            found.push((id.to_string(), inputs.lines().map(str::to_string).collect()));
        }
        Ok(found)
    }

    /// The folders of drafts, of checkpoints beside them, and of removals that were cut short, by id.
    fn left_behind(&self) -> Result<BTreeMap<String, Vec<PathBuf>>, Error> {
        let drafts = self.root().join(DRAFTS_FOLDER);
        let mut folders: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
        for entry in fs::read_dir(&drafts).map_err(|e| Error::io("list", &drafts, e))? {
            let path = entry.map_err(|e| Error::io("list", &drafts, e))?.path();
            if path.is_dir() {
                let name = path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                let id = name.strip_suffix(SCRATCH).unwrap_or(&name);
                folders.entry(id.to_string()).or_default().push(path);
            }
        }
        Ok(folders)
    }
}
