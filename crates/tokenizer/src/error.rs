use std::path::PathBuf;

/// What can go wrong with a tokenizer, its files and its chat template.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    #[error("cannot read or write {}: {source}", path.display())]
    Io {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("{}: not valid JSON: {source}; fetch or make it again", path.display())]
    Json {
        path: PathBuf,
        source: serde_json::Error,
    },
    /// The file is well-formed JSON, but a field holds something that cannot be right.
    #[error("{}: {field}: {problem}; mend it there, or fetch or make the file again", path.display())]
    Field {
        path: PathBuf,
        /// Where in the file, such as `model.merges[17]`.
        field: String,
        problem: String,
    },
    /// The file asks for something that this implementation does not do.
    #[error("{}: {field}: {found} is not supported; {remedy}", path.display())]
    Unsupported {
        path: PathBuf,
        field: String,
        found: String,
        remedy: &'static str,
    },
    #[error(
        "vocab_size {asked} is too small: {least} tokens are needed for the 256 bytes and the special tokens"
    )]
    VocabTooSmall { asked: usize, least: usize },
    #[error("vocab_size {asked} is too large: at most {most} tokens are supported")]
    VocabTooLarge { asked: usize, most: usize },
    #[error("no text to train a tokenizer on: give at least one text that is not empty")]
    NoText,
    #[error("the tokenizer has no chat template; give one, or use a model that was tuned for chat")]
    NoTemplate,
    #[error(
        "the chat template (`chat_template` in tokenizer_config.json) cannot be read: {0}; mend it there"
    )]
    TemplateSyntax(String),
    #[error(
        "the chat template (`chat_template` in tokenizer_config.json) cannot render these messages: {0}"
    )]
    TemplateRender(String),
    /// The rendering cannot be parted into template and contents, so that a content could pass
    /// for a part of the template.
    #[error(
        "the chat template changes the content of message {message} ({role}) in a way that cannot be followed; \
         only taking it as it is or trimming white space at its ends is supported"
    )]
    TemplateChangesContent { message: usize, role: String },
}
