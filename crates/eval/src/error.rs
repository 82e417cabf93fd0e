//! What can go wrong in an evaluation.

use std::path::{Path, PathBuf};

/// An error of this crate.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The system refused to read or write a file.
    #[error("{}: {source}", path.display())]
    Io {
        path: PathBuf,
        source: std::io::Error,
    },

    /// A line of a held-out file cannot be used. Nothing is skipped: a test with holes measures
    /// something else.
    #[error("{}:{line}: {problem}; mend the line: a test that is left out would go unnoticed", path.display())]
    Line {
        path: PathBuf,
        line: usize,
        problem: String,
    },

    /// There are no held-out tests at a place.
    #[error("{}: no held-out tests (*.jsonl) here; name a file of them or a folder, such as `heldout` in what `gensen world` writes", .0.display())]
    NoTests(PathBuf),

    /// A few-shot evaluation has no examples to show.
    #[error(
        "no examples in `{lang}` for prompts as plain text; give instruction data with short conversations of kind `fact`, `unsafe` …, or evaluate in the chat form"
    )]
    NoShots { lang: String },

    /// The model that is examined failed.
    #[error("the model failed on {what}: {source}")]
    Subject {
        what: String,
        source: crate::SubjectError,
    },

    /// The model gave fewer or more results than it was asked for.
    #[error("the model gave {given} results for {asked} {what}; this is a fault of the program")]
    Count {
        given: usize,
        asked: usize,
        what: &'static str,
    },
}

impl Error {
    pub(crate) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Error + '_ {
        move |source| Error::Io {
            path: path.to_owned(),
            source,
        }
    }
}
