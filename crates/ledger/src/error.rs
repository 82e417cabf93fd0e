//! What can go wrong with artefacts and licences.

use crate::Scope;
use std::path::{Path, PathBuf};

/// An error of the ledger. Every message names the file or artefact and a remedy.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("cannot {action} {}: {source}", path.display())]
    Io {
        action: &'static str,
        path: PathBuf,
        source: std::io::Error,
    },
    #[error(
        "disk full while trying to {action} {}: nothing was committed; free some space or keep the artefacts on another disk (GENSEN_HOME)",
        path.display()
    )]
    DiskFull { action: &'static str, path: PathBuf },
    #[error(
        "{}: the manifest has format {found}, this program knows format {known}: use the version of gensen that wrote it",
        path.display()
    )]
    OtherFormat {
        path: PathBuf,
        found: u32,
        known: u32,
    },
    #[error(
        "{}: {problem}; the artefact cannot be trusted: restore it from a copy, or remove it and what was made of it (`gensen rm`) and build it again",
        path.display()
    )]
    BadManifest { path: PathBuf, problem: String },
    #[error(
        "{}: {problem}; the artefact cannot be trusted: restore it from a copy, or remove it and what was made of it (`gensen rm`) and build it again",
        path.display()
    )]
    Corrupted { path: PathBuf, problem: String },
    #[error(
        "{}: it would take {bytes} bytes, more than can be read again; nothing was committed: let the documents state fewer different licences",
        path.display()
    )]
    LargeManifest { path: PathBuf, bytes: u64 },
    #[error(
        "{}: {problem}; an artefact may hold plain files in plain folders only",
        path.display()
    )]
    BadFile {
        path: PathBuf,
        problem: &'static str,
    },
    #[error(
        "`{name}` cannot name an artefact: use 1 to 100 bytes of letters, digits, `-`, `_` and `.`, and begin with a letter or digit"
    )]
    BadName { name: String },
    #[error("there is no artefact `{name}` in {}{}", home.display(), suggestion(near))]
    NotFound {
        name: String,
        home: PathBuf,
        /// Names that look alike, best first.
        near: Vec<String>,
    },
    #[error("`{name}` means several artefacts: {}; give more of the key", candidates.join(", "))]
    Ambiguous {
        name: String,
        candidates: Vec<String>,
    },
    #[error("`{name}` is needed by {}; remove what depends on it first", dependents.join(", "))]
    InUse {
        name: String,
        dependents: Vec<String>,
    },
    #[error(
        "another process is building `{name}` (it holds {}); wait for it to end or stop it",
        lock.display()
    )]
    Busy { name: String, lock: PathBuf },
    #[error(
        "{} exists already and differs from what was just built; remove it first if it is to be replaced",
        path.display()
    )]
    Exists { path: PathBuf },
    #[error(
        "`{name}` has release scope {scope} and cannot be released as {asked}: {}; release it as {scope}, or build it without them",
        causes.join("; ")
    )]
    Release {
        name: String,
        scope: Scope,
        asked: Scope,
        /// The licences and inputs that demand the narrower scope.
        causes: Vec<String>,
    },
}

impl Error {
    /// Wraps an input/output error; a full disk or an exceeded quota becomes [`Error::DiskFull`].
    ///
    /// `action` completes the sentence "cannot … PATH", as in `"write"`.
    pub fn io(action: &'static str, path: &Path, source: std::io::Error) -> Error {
        let path = path.to_path_buf();
        if lacks_room(&source) {
            return Error::DiskFull { action, path };
        }
        Error::Io {
            action,
            path,
            source,
        }
    }
}

/// Whether a file could not be written because there is no more room for it.
pub fn lacks_room(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    matches!(error.kind(), FileTooLarge | QuotaExceeded | StorageFull)
}

fn suggestion(near: &[String]) -> String {
    if near.is_empty() {
        "; `gensen ls` lists what there is, and recipes make more (`gensen run recipes/starter.toml` a first model)".to_string()
    } else {
        format!("; did you mean {}?", near.join(" or "))
    }
}
