//! Text from anywhere becomes a corpus: read, checked, gated by licence, deduplicated, split.
//!
//! ```
//! use corpus::{Document, Gate, Options, Source, Split};
//! use ledger::{Policy, Use};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let temporary = tempfile::tempdir()?;
//! # let folder = temporary.path().join("corpus");
//! # std::fs::create_dir(&folder)?;
//! # let path = temporary.path().join("tales");
//! # std::fs::create_dir(&path)?;
//! std::fs::write(path.join("cat.txt"), "吾輩は猫である。\n")?;
//! std::fs::write(path.join("dog.txt"), "Once there was a dog.\n")?;
//! let source = Source {
//!     license: Some("CC0-1.0".to_string()),
//!     ..Source::new(&path)
//! };
//! let gate = Gate { policy: Policy::default(), r#use: Use::Train };
//! let options = Options { valid_fraction: 0.0, ..Options::default() };
//! let summary =
//!     corpus::build::<Document>(&[source], &gate, &options, &folder, &mut ledger::silent())?;
//! assert_eq!(summary.by_language["ja"].records, 1);
//! for document in corpus::documents(&folder, Split::Train)? {
//!     println!("{}", document?.text);
//! }
//! # Ok(())
//! # }
//! ```

mod build;
mod bytes;
mod error;
mod key;
mod language;
mod plain;
mod read;
mod record;
mod source;
mod store;
mod summary;

pub use build::{Gate, Options, build};
pub use error::{Error, Place};
pub use language::guess_language;
pub use read::{Reader, read};
pub use record::{Conversation, Document, Message, Preference, Provenance, Record, Role};
pub use source::Source;
pub use store::{Records, Split, conversations, documents, preferences, provenances, records};
pub use summary::{Broken, Count, Refused, Summary};
