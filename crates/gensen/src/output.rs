//! What goes to standard output: text for people, or one JSON value for programs.

use anyhow::Result;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Output {
    Text,
    Json,
}

impl Output {
    pub(crate) fn is_json(self) -> bool {
        self == Output::Json
    }
}

pub(crate) fn json(value: &impl serde::Serialize) -> Result<()> {
    println!("{}", serde_json::to_string_pretty(value)?);
    Ok(())
}
