//! What can go wrong while an index is built, opened or asked.

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

    /// An index file is not what its description says.
    #[error("{}: {problem}; build the index of this model again", path.display())]
    Damaged { path: PathBuf, problem: String },

    /// A document names a training stage that was not declared.
    #[error(
        "document `{id}`: training stage {stage} of {stages}; declare every stage before the documents"
    )]
    Stage {
        id: String,
        stage: usize,
        stages: usize,
    },

    /// Tokens that do not spell the document's text.
    #[error("{}: the tokens of document `{id}` do not spell its text; open the shards with the tokenizer that made them", path.display())]
    OtherTokenizer { path: PathBuf, id: String },

    /// The data order gives other batches than the run recorded.
    #[error(
        "after {steps} steps the batch ledger has the hash {computed}, the run recorded {recorded}; \
         give the order and the shards with which this model was trained"
    )]
    OtherBatches {
        steps: u64,
        recorded: String,
        computed: String,
    },

    #[error(transparent)]
    Train(#[from] train::Error),

    /// A single text is larger than the offsets of an index can tell.
    #[error("document `{id}`: {bytes} bytes of text, {limit} at most; split the document")]
    TooLarge { id: String, bytes: u64, limit: u64 },

    /// All texts together are larger than the offsets of an index can tell.
    #[error(
        "document `{id}`: with it the index would hold more than {limit} bytes of text; index fewer documents"
    )]
    IndexFull { id: String, limit: u64 },

    /// The answer is too long to be searched as a whole.
    #[error("answer of {bytes} bytes, {limit} at most; trace it in parts")]
    AnswerTooLong { bytes: usize, limit: usize },

    /// The index cannot promise to find matches as short as asked.
    #[error(
        "matches of {asked} bytes asked, the index finds those of {least} bytes and more; ask for {least} or more"
    )]
    TooShort { asked: usize, least: usize },
}

impl Error {
    pub(crate) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Error + '_ {
        move |source| Error::Io {
            path: path.to_owned(),
            source,
        }
    }

    pub(crate) fn damaged(path: &Path, problem: impl Into<String>) -> Error {
        Error::Damaged {
            path: path.to_owned(),
            problem: problem.into(),
        }
    }
}
