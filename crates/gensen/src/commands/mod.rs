//! One file a subcommand.

pub(crate) mod bench;
pub(crate) mod chat;
pub(crate) mod eval;
pub(crate) mod export;
pub(crate) mod generate;
pub(crate) mod lineage;
pub(crate) mod ls;
pub(crate) mod next;
pub(crate) mod recipe;
pub(crate) mod rm;
pub(crate) mod run;
pub(crate) mod score;
pub(crate) mod show;
pub(crate) mod trace;
pub(crate) mod tune;
pub(crate) mod world;

/// The model that commands use when none is named.
pub(crate) const DEFAULT_MODEL: &str = "starter";

/// A token for programs: its id, its text, and its bytes where they are no whole characters.
pub(crate) fn token(tokenizer: &tokenizer::Tokenizer, id: u32) -> serde_json::Value {
    let mut token = serde_json::json!({ "id": id, "text": tokenizer.decode(&[id]) });
    let bytes = tokenizer.token_bytes(id);
    if std::str::from_utf8(bytes).is_err() {
        token["bytes"] = bytes.into();
    }
    token
}

/// Reads a number of things of which there must be some.
pub(crate) fn at_least_one(word: &str) -> Result<std::num::NonZeroUsize, &'static str> {
    word.parse()
        .map_err(|_| "it must be a whole number, 1 or more")
}
