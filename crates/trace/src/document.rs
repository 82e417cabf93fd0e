//! What the index keeps of a training document beside its text.

use serde::{Deserialize, Serialize};
use train::shards::Provenance;

/// What a document was used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Next-token prediction on plain text.
    PreTraining,
    /// Instruction tuning: loss on the answers, and on a share of the prompts' tokens if the recipe
    /// asks for it.
    Tuning,
    /// Preference pairs: towards the chosen answer, away from the rejected one.
    Alignment,
}

impl Phase {
    /// The phase in words.
    pub fn name(self) -> &'static str {
        match self {
            Phase::PreTraining => "pre-training",
            Phase::Tuning => "instruction tuning",
            Phase::Alignment => "alignment",
        }
    }
}

/// One run of training that led to the model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    pub phase: Phase,
    /// The model that this stage made, as `name@key`.
    pub model: String,
}

/// The place of a text in its training document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The text of a plain document.
    Text,
    /// Turns of a conversation. Training is for the assistant's; of the others it may learn a share of
    /// the tokens.
    System,
    User,
    Assistant,
    /// The preferred answer of a pair, and the one that the model was trained away from.
    Chosen,
    Rejected,
}

impl Role {
    /// The place in words.
    pub fn name(self) -> &'static str {
        match self {
            Role::Text => "text",
            Role::System => "system message",
            Role::User => "user's turn (not the answer)",
            Role::Assistant => "assistant's turn",
            Role::Chosen => "preferred answer",
            Role::Rejected => "rejected answer (trained away from)",
        }
    }
}

/// One text of a document. Matches never run from one part into the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub role: Role,
    pub text: String,
}

/// A training step in which a piece of a document was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Seen {
    pub step: u64,
    /// Bytes `start..end` of the document's parts, one after another.
    pub start: u64,
    pub end: u64,
}

/// A document as it was used in one stage of training.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrainingDocument {
    pub provenance: Provenance,
    /// Which of the index's stages.
    pub stage: usize,
    pub parts: Vec<Part>,
    /// Empty when the run ended before the document's turn came.
    pub seen: Vec<Seen>,
}
