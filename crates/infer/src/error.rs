//! What a request can ask for in vain.

/// Why nothing was generated or scored.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the prompt has no tokens; begin it with the model's start token or some text")]
    EmptyPrompt,

    /// The prompt leaves no room for an answer.
    #[error(
        "the prompt has {prompt} tokens and {reserve} are kept for the answer, but the model's context is {context}; \
         shorten the prompt{}",
        if *.reserve > 1 { ", or ask for a shorter answer" } else { "" }
    )]
    ContextOverflow {
        prompt: usize,
        reserve: usize,
        context: usize,
    },

    /// An option outside of its range.
    #[error("option `{option}` is {found}; {remedy}")]
    Option {
        option: &'static str,
        found: String,
        remedy: &'static str,
    },

    #[error("{what} needs a tokenizer, and this generator works on token ids only")]
    NoTokenizer { what: &'static str },

    #[error(
        "the model's vocabulary has {model} tokens, the tokenizer's {tokenizer}; they do not belong together"
    )]
    Vocabulary { model: usize, tokenizer: usize },

    /// One of several requests, counted from 1.
    #[error("request {number}: {source}")]
    InRequest { number: usize, source: Box<Error> },

    #[error(transparent)]
    Tokenizer(#[from] tokenizer::Error),

    #[error(transparent)]
    Model(#[from] model::Error),
}

impl Error {
    /// [`Error::Option`] for a value that was found and what it may be.
    pub(crate) fn option(
        option: &'static str,
        found: impl ToString,
        remedy: &'static str,
    ) -> Error {
        Error::Option {
            option,
            found: found.to_string(),
            remedy,
        }
    }
}
