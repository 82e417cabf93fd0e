//! What can be wrong with a model's configuration, its files or its input.

use std::path::PathBuf;

/// Why a model could not be made, read, written or run.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A configuration value that no model can have.
    #[error("config: `{key}` is {found}; {remedy}")]
    Config {
        key: &'static str,
        found: String,
        remedy: String,
    },

    /// A foreign configuration asks for mathematics that this decoder does not have.
    #[error("config: `{key}` = {found} is not supported; supported: {supported}")]
    Unsupported {
        key: String,
        found: String,
        supported: &'static str,
    },

    /// A key that config.json must have.
    #[error("config: `{key}` is missing; a {model_type} folder must state it")]
    MissingKey {
        key: &'static str,
        model_type: String,
    },

    /// A key of config.json with a value of the wrong type.
    #[error("config: `{key}` is {found}; expected {expected}")]
    WrongType {
        key: String,
        found: String,
        expected: &'static str,
    },

    /// The configuration has an option that no class of transformers implements.
    #[error(
        "no class of transformers has `{option}` together with the rest of this configuration; {remedy}"
    )]
    NotInTransformers {
        option: &'static str,
        remedy: &'static str,
    },

    #[error("{path}: {source}", path = path.display())]
    Io {
        path: PathBuf,
        source: std::io::Error,
    },

    #[error("{path}: not valid JSON: {source}", path = path.display())]
    Json {
        path: PathBuf,
        source: serde_json::Error,
    },

    /// An error inside a configuration file.
    #[error("{path}: {source}", path = path.display())]
    In { path: PathBuf, source: Box<Error> },

    #[error("{path}: not a readable safetensors file: {reason}; the file may be cut short, fetch it again", path = path.display())]
    Safetensors { path: PathBuf, reason: String },

    #[error("{path}: tensor `{tensor}` is in {other} too; one of the files does not belong here", path = path.display(), other = other.display())]
    TensorTwice {
        path: PathBuf,
        other: PathBuf,
        tensor: String,
    },

    #[error("{path}: neither model.safetensors nor model.safetensors.index.json is here; save the model as safetensors", path = path.display())]
    NoWeights { path: PathBuf },

    #[error("{path}: tensor `{tensor}` is missing; config.json asks for it with shape {expected:?}: weights and config.json must be of one model", path = path.display())]
    MissingTensor {
        path: PathBuf,
        tensor: String,
        expected: Vec<usize>,
    },

    #[error("{path}: tensor `{tensor}` has shape {found:?}, config.json asks for {expected:?}: weights and config.json must be of one model", path = path.display())]
    Shape {
        path: PathBuf,
        tensor: String,
        found: Vec<usize>,
        expected: Vec<usize>,
    },

    #[error("{path}: tensor `{tensor}` is stored as {found}; readable are F32, F16 and BF16", path = path.display())]
    Dtype {
        path: PathBuf,
        tensor: String,
        found: String,
    },

    #[error("{path}: tensor `{tensor}` has no place in the model that config.json describes: weights and config.json must be of one model", path = path.display())]
    UnknownTensor { path: PathBuf, tensor: String },

    #[error(
        "{path}: `lm_head.weight` is not the embedding, though config.json says that they are tied; \
         set its `tie_word_embeddings` to false to use both", path = path.display()
    )]
    HeadNotTied { path: PathBuf },

    #[error("{path}: tensor `{tensor}` holds a value that is not finite (element {element}); the training that wrote it diverged, or the file is damaged", path = path.display())]
    NotFinite {
        path: PathBuf,
        tensor: String,
        element: usize,
    },

    /// The index of a sharded model points outside of its folder.
    #[error("{path}: shard name `{shard}` is not a plain file name; shards lie beside their index", path = path.display())]
    ShardName { path: PathBuf, shard: String },

    /// A token id that the vocabulary does not have.
    #[error(
        "token {row} of the input has id {id}; the vocabulary has {vocab_size}: was it made by this model's tokenizer?"
    )]
    TokenId {
        row: usize,
        id: u32,
        vocab_size: usize,
    },

    /// A position behind the end of the context.
    #[error(
        "token {row} of the input stands at position {position}; the model's context is {context} tokens: give it less"
    )]
    Position {
        row: usize,
        position: u32,
        context: usize,
    },
}

impl Error {
    pub(crate) fn io(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Error + '_ {
        move |source| Error::Io {
            path: path.to_owned(),
            source,
        }
    }
}
