//! What can be asked of a generator, and what it gives back.

use serde::Serialize;

use crate::sampling::Sampling;

/// A prompt and how to continue it.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Token ids; at least one.
    pub prompt: Vec<u32>,
    pub sampling: Sampling,
    /// Most tokens of the answer; `None`: as many as the context holds.
    pub max_tokens: Option<usize>,
    /// Tokens that end the answer and are not part of it.
    pub stop_ids: Vec<u32>,
    /// Texts that end the answer and are not part of it. Need a tokenizer.
    pub stop_strings: Vec<String>,
    /// How many of the most probable tokens to name beside each chosen one.
    pub top_logprobs: usize,
}

/// One token of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    pub id: u32,
    /// Natural logarithm of its probability in the model's own distribution, before penalty,
    /// temperature and filters.
    pub logprob: f32,
    /// The most probable tokens with their log-probabilities in the same distribution, as many as
    /// [`Request::top_logprobs`] asks for.
    pub top: Vec<(u32, f32)>,
}

/// Why an answer ended. Serialised as `{"finish": "stop_token", "stop": 5}`, without `stop` where
/// nothing in particular ended it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "finish", content = "stop", rename_all = "snake_case")]
pub enum Finish {
    /// The model chose this stop token.
    StopToken(u32),
    /// The text reached this stop string.
    StopString(String),
    /// As many tokens were generated as were asked for at most.
    MaxTokens,
    /// The sequence fills the model's context.
    ContextFull,
    /// The receiver of the stream had enough. What was held back at that moment stands in
    /// [`Completion::text`] without having been streamed.
    Cancelled,
}

impl Finish {
    /// Why an answer ended that has no room for more: it has `tokens` tokens, and was to have at
    /// most `tokens_max`.
    pub(crate) fn at_length(tokens: usize, tokens_max: Option<usize>) -> Finish {
        if tokens_max == Some(tokens) {
            Finish::MaxTokens
        } else {
            Finish::ContextFull
        }
    }
}

/// A finished answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Completion {
    /// The generated tokens, without the stop token. Where a stop string ended the answer, the
    /// last ones are those that spell it.
    pub tokens: Vec<Token>,
    /// The text, up to the stop string; empty without a tokenizer.
    pub text: String,
    pub finish: Finish,
    /// Tokens of the prompt.
    pub prompt_tokens: usize,
    /// How many of them were still in the cache and were not computed again.
    pub cached_tokens: usize,
}

impl Completion {
    /// The ids of the answer.
    pub fn ids(&self) -> Vec<u32> {
        self.tokens.iter().map(|token| token.id).collect()
    }
}

/// A step of a stream: a token, or at the end text alone that had been held back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece<'p> {
    /// Which of the requests it belongs to.
    pub request: usize,
    /// Absent in the last piece of an answer, if that brings text without a token.
    pub token: Option<&'p Token>,
    /// Whole characters, nothing of a stop string; may be empty where a token ends inside of a
    /// character or in what may become a stop string.
    pub text: &'p str,
}

/// What a generator has done since it was made.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    /// Prompt tokens computed, those found in the cache left out.
    pub prompt_tokens: u64,
    /// Tokens chosen.
    pub generated_tokens: u64,
    /// Seconds in steps that computed prompts (and, in a batch, tokens beside them).
    pub prompt_s: f64,
    /// Seconds in steps that only generated.
    pub decode_s: f64,
    /// Tokens chosen in those latter steps.
    pub decode_tokens: u64,
}

impl Counts {
    /// Generated tokens a second, prompts left out; 0 before the first.
    pub fn tokens_per_s(&self) -> f64 {
        if self.decode_s > 0.0 {
            self.decode_tokens as f64 / self.decode_s
        } else {
            0.0
        }
    }
}
