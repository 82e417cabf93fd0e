//! What can go wrong between a recipe and its model.

use std::path::PathBuf;

/// An error of the pipeline; those of the rooms it walks through are passed on as they are.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{path}: {problem}", path = path.display())]
    Recipe { path: PathBuf, problem: String },
    #[error("{setting}: {problem}")]
    Override { setting: String, problem: String },
    /// A recipe or an artefact that cannot serve for what is asked.
    #[error("{what}: {problem}")]
    Unfit { what: String, problem: String },
    #[error("{doing} {path}: {source}", path = path.display())]
    Io {
        doing: &'static str,
        path: PathBuf,
        source: std::io::Error,
    },
    #[error(transparent)]
    Ledger(#[from] ledger::Error),
    #[error(transparent)]
    Corpus(#[from] corpus::Error),
    #[error(transparent)]
    World(#[from] world::Error),
    #[error(transparent)]
    Tokenizer(#[from] tokenizer::Error),
    #[error(transparent)]
    Model(#[from] model::Error),
    #[error(transparent)]
    Train(#[from] train::Error),
    #[error(transparent)]
    Infer(#[from] infer::Error),
    #[error(transparent)]
    Trace(#[from] trace::Error),
    #[error(transparent)]
    Eval(#[from] eval::Error),
}

impl Error {
    pub(crate) fn io(doing: &'static str, path: &std::path::Path, source: std::io::Error) -> Self {
        Error::Io {
            doing,
            path: path.to_path_buf(),
            source,
        }
    }
}
