//! What can go wrong with text from outside.

use std::path::{Path, PathBuf};

/// An error of the corpus. Every message names the file, the place in it where there is one, and a
/// remedy.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(
        "{} does not exist{}; check the path of the source",
        path.display(),
        parent.as_ref().map(|p| format!(" (the nearest folder that does is {})", p.display())).unwrap_or_default()
    )]
    Missing {
        path: PathBuf,
        /// The deepest folder on the way that exists.
        parent: Option<PathBuf>,
    },
    #[error(
        "{} holds no file that can be read as {noun}; known are {endings}",
        path.display()
    )]
    NoFiles {
        path: PathBuf,
        noun: &'static str,
        endings: &'static str,
    },
    #[error("{place}: {problem}; correct it, or leave `strict` off to skip and count such records")]
    Broken { place: Place, problem: String },
    #[error(
        "{}: the compressed data end or break after {bytes} bytes of text ({problem}); fetch or pack the file again",
        path.display()
    )]
    Compressed {
        path: PathBuf,
        bytes: u64,
        problem: String,
    },
    #[error("source {}: {problem}", path.display())]
    Settings { path: PathBuf, problem: String },
    #[error("no {noun} in {}: {reason}", sources.join(", "))]
    Empty {
        noun: &'static str,
        sources: Vec<String>,
        /// What became of those that were read, with a remedy.
        reason: String,
    },
    #[error("{}: this is not a corpus of {noun}: {problem}; build it again", path.display())]
    BadCorpus {
        path: PathBuf,
        noun: &'static str,
        problem: String,
    },
    #[error("valid_fraction is {0}; it must be at least 0 and less than 1")]
    BadFraction(f64),
    #[error(transparent)]
    Ledger(#[from] ledger::Error),
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub path: PathBuf,
    /// From 1; none where the file is one text.
    pub line: Option<u64>,
}

impl std::fmt::Display for Place {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(formatter, "{}", self.path.display())?;
        match self.line {
            Some(line) => write!(formatter, ":{line}"),
            None => Ok(()),
        }
    }
}

impl Error {
    pub(crate) fn missing(path: &Path) -> Error {
        let parent = path
            .ancestors()
            .skip(1)
            .find(|folder| !folder.as_os_str().is_empty() && folder.is_dir());
        Error::Missing {
            path: path.to_path_buf(),
            parent: parent.map(Path::to_path_buf),
        }
    }

    pub(crate) fn io(action: &'static str, path: &Path, source: std::io::Error) -> Error {
        ledger::Error::io(action, path, source).into()
    }
}
