/// The tokens that stand for no text. In our own tokenizers they have the ids 0 to 5, in this
/// order; ordinary text never encodes to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Special {
    /// Begins and separates documents, and begins a conversation.
    EndOfText,
    /// Fills a batch; carries no meaning.
    Pad,
    /// Begins a turn of the system.
    System,
    /// Begins a turn of the user.
    User,
    /// Begins a turn of the assistant.
    Assistant,
    /// Ends a turn.
    End,
}

impl Special {
    /// All of them, in the order of their ids.
    pub const ALL: [Special; 6] = [
        Special::EndOfText,
        Special::Pad,
        Special::System,
        Special::User,
        Special::Assistant,
        Special::End,
    ];

    /// How the token is written in a template and in `tokenizer.json`.
    pub const fn text(self) -> &'static str {
        match self {
            Special::EndOfText => "<|endoftext|>",
            Special::Pad => "<|pad|>",
            Special::System => "<|system|>",
            Special::User => "<|user|>",
            Special::Assistant => "<|assistant|>",
            Special::End => "<|end|>",
        }
    }
}
