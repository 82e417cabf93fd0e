//! Follows an answer back to the training documents that hold its words.
//!
//! The index is exact: every span that it reports stands in the document word for word (under the
//! light normalisation of [`normal`]), and where nothing of at least [`GUARANTEED`] bytes matches, that
//! is the answer. The longest spans are found, each with all documents that hold it; what holds only a
//! piece of a longer span is not named for the piece. Signs at the ends make no span longer: the page
//! with a comma and the one with a full stop after the same words hold the same span. A match says
//! where the words stand, not that the document *caused* the answer.
//!
//! ```
//! use trace::{Builder, Index, Options, Part, Phase, Provenance, Role, Seen, Stage, TrainingDocument};
//!
//! let folder = tempfile::tempdir()?;
//! let stages = vec![Stage { phase: Phase::PreTraining, model: "tiny@0123".into() }];
//! let mut builder = Builder::create(folder.path(), stages)?;
//! let text = "Mika lives in the harbour town of Aoba. 美香は港町の青葉に住んでいます。";
//! builder.add(&TrainingDocument {
//!     provenance: Provenance { id: "mika".into(), license: "CC-BY-4.0".into(), ..Provenance::default() },
//!     stage: 0,
//!     parts: vec![Part { role: Role::Text, text: text.into() }],
//!     seen: vec![Seen { step: 7, start: 0, end: text.len() as u64 }],
//! })?;
//! builder.finish()?;
//!
//! let index = Index::open(folder.path())?;
//! let trace = index.trace("はい、美香は港町の青葉に住んでいます。", &Options::default(), &ledger::Policy::default())?;
//! assert_eq!(trace.spans[0].text, "美香は港町の青葉に住んでいます");
//! assert_eq!(trace.documents[0].provenance.license, "CC-BY-4.0");
//! assert_eq!(trace.documents[0].matches[0].steps, [7]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod answer;
mod build;
mod document;
mod error;
mod format;
mod index;
pub mod normal;
mod show;
mod training;
pub mod winnow;

pub use answer::{COMMON_LEAST, Excerpt, Found, Match, Options, Searched, Span, Trace};
pub use build::Builder;
pub use document::{Part, Phase, Role, Seen, Stage, TrainingDocument};
pub use error::Error;
pub use format::Meta;
pub use index::Index;
pub use train::shards::Provenance;
pub use training::{RunSummary, TrainingRun};
pub use winnow::GUARANTEED;
