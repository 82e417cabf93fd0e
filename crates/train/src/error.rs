//! What can go wrong in training, each with the file, the place and the remedy.

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

    /// A shard file is not what its header says, or no shard file at all.
    #[error("{}: {problem}; make the shards again from their corpus", path.display())]
    Shards { path: PathBuf, problem: String },

    /// A checkpoint cannot be read, has another format or belongs to another run.
    #[error("{}: {problem}", path.display())]
    Checkpoint { path: PathBuf, problem: String },

    /// There is nothing to train on.
    #[error("{0}: no {1}; check the sources and the licence decisions of the corpus")]
    Empty(PathBuf, &'static str),

    /// All examples were left out.
    #[error(
        "{}: each of {examples} examples is longer than the context of {context} tokens; raise `context`",
        path.display()
    )]
    AllTooLong {
        path: PathBuf,
        examples: usize,
        context: usize,
    },

    /// An example does not fit into the context.
    #[error(
        "example `{id}` has {tokens} tokens, the context holds {context}: shorten it, raise \
         `context`, or set `too_long = \"skip\"` to leave such examples out"
    )]
    TooLong {
        id: String,
        tokens: usize,
        context: usize,
    },

    /// A setting has a value that cannot work.
    #[error("setting `{name}`: {problem}")]
    Setting { name: &'static str, problem: String },

    /// The loss is no longer a number.
    #[error(
        "step {step}: the loss is {loss}, the norm of its gradients {norm}; begin anew with lower \
         learning rates or a smaller `clip_norm`"
    )]
    Diverged { step: u64, loss: f64, norm: f64 },

    /// The template renders a prompt differently once an answer follows.
    #[error(
        "pair `{id}`: the chat template renders the prompt differently when an answer follows, so \
         the answer's tokens cannot be told from the prompt's; use another template"
    )]
    PromptChanges { id: String },

    #[error(transparent)]
    Ledger(#[from] ledger::Error),

    #[error(transparent)]
    Corpus(#[from] corpus::Error),

    #[error(transparent)]
    Tokenizer(#[from] tokenizer::Error),

    #[error(transparent)]
    Model(#[from] model::Error),
}

impl Error {
    pub(crate) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Error + '_ {
        move |source| Error::Io {
            path: path.to_owned(),
            source,
        }
    }

    pub(crate) fn shards(path: &Path, problem: impl Into<String>) -> Error {
        Error::Shards {
            path: path.to_owned(),
            problem: problem.into(),
        }
    }

    pub(crate) fn checkpoint(path: &Path, problem: impl Into<String>) -> Error {
        Error::Checkpoint {
            path: path.to_owned(),
            problem: problem.into(),
        }
    }

    pub(crate) fn setting(name: &'static str, problem: impl Into<String>) -> Error {
        Error::Setting {
            name,
            problem: problem.into(),
        }
    }
}
