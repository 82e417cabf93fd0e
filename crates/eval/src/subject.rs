//! What is examined: anything that answers prompts and scores texts.

use corpus::Message;

/// Why a subject could not answer.
pub type SubjectError = Box<dyn std::error::Error + Send + Sync>;

/// What a model is asked to continue.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Prompt {
    /// A conversation, to be put in the model's chat template; the answer ends with the turn.
    Chat(Vec<Message>),
    /// Plain text; the answer ends before `stop`.
    Text { text: String, stop: String },
}

/// What a model says to a prompt.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    pub text: String,
    /// Whether it was cut off: the model had not ended it.
    pub cut: bool,
    /// What the model was really given, where the prompt as asked did not fit.
    pub given: Option<Prompt>,
}

impl From<String> for Answer {
    /// A whole answer to the prompt as asked.
    fn from(text: String) -> Answer {
        Answer {
            text,
            ..Answer::default()
        }
    }
}

/// How likely a model finds a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// Natural logarithm of the text's probability.
    pub log_prob: f64,
    /// Tokens whose probabilities were multiplied.
    pub tokens: usize,
}

/// A model under examination.
pub trait Subject {
    /// One answer a prompt, in order. Answer greedily, so that an examination can be repeated.
    fn answer(&mut self, prompts: &[Prompt]) -> Result<Vec<Answer>, SubjectError>;

    /// One score a text, in order.
    fn score(&mut self, texts: &[&str]) -> Result<Vec<Score>, SubjectError>;
}
