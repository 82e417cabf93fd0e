//! The starter world: a small town whose every fact is known, written up as a bilingual web of documents.

pub mod facts;
pub mod lexicon;

pub use facts::{Bilingual, Fact, Numbers, Relation, Subject, World};

/// A language of the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    Ja,
    En,
}

impl Language {
    /// Both languages.
    pub const ALL: [Language; 2] = [Language::Ja, Language::En];

    /// The code used in records: "ja" or "en".
    pub fn code(self) -> &'static str {
        match self {
            Language::Ja => "ja",
            Language::En => "en",
        }
    }
}
