//! The starter world: a small town whose every fact is known, written up as a bilingual web of documents.
//!
//! Izumi (泉町) has residents, places, animals, events and dishes. [`World`] is its ground truth; [`write`] turns it into
//! encyclopaedia pages, stories, diaries, letters, news, questions and answers and more, in Japanese and in English, on
//! sites with different licences, and adds a clinic's confidential notes. A language model of a few million parameters
//! learns it within minutes, and since the truth is known, what it has learnt can be measured.
//!
//! Everything is a pure function of the seed and the size.
//!
//! ```
//! use world::{Language, Numbers, Relation, Subject, World, documents::Documents};
//!
//! let world = World::new(7, Numbers::for_bytes(1_000_000));
//! let job = world.fact(Subject::Resident(0), Relation::Job).unwrap();
//! println!("{}: {}", job.name.get(Language::En), job.value.get(Language::En));
//!
//! let document = Documents::new(&world).next().unwrap()?;
//! println!("{} ({}, {})\n\n{}", document.title, document.lang, document.license, document.text);
//! # Ok::<(), world::Error>(())
//! ```

pub mod documents;
mod error;
pub mod facts;
pub mod grammar;
pub mod heldout;
pub mod instruct;
pub mod lexicon;
pub mod preference;
mod records;
mod write;

pub use error::Error;
pub use facts::{Bilingual, Fact, Numbers, Relation, Subject, World};
pub use instruct::trained_as_question;
pub use instruct::wording::{is_help, is_refusal, is_unknown_answer};
pub use write::{BYTES_MAX, BYTES_MIN, LicenceShare, Options, Summary, write};

/// Names the generator that this program holds: another one writes another world from the same
/// seed.
pub const GENERATOR: &str = env!("WORLD_GENERATOR");

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
