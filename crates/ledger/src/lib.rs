//! What was made of what, by whom, under which licence: the bookkeeping that every other crate
//! stands on.
//!
//! Everything that the program makes is an [`Artefact`]: a folder that appears at once, is never
//! changed again, and whose [`Manifest`] names its inputs by the hash of their content. Whether a
//! document may be used at all is decided by a [`Policy`]; chance comes from [`random`] alone.
//!
//! ```
//! use ledger::{Home, Kind, Outcome, Plan};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! let home = Home::open(folder.path())?;
//! let plan = Plan {
//!     kind: Kind::Report,
//!     name: "greeting".to_string(),
//!     inputs: vec![],
//!     config: serde_json::json!({ "language": "ja" }),
//! };
//! if home.existing(&plan)?.is_none() {
//!     let draft = home.draft(&plan)?;
//!     std::fs::write(draft.path().join("greeting.txt"), "こんにちは")?;
//!     draft.commit(Outcome::default())?;
//! }
//! let greeting = home.find("greeting")?;
//! greeting.verify()?;
//! println!("{}", home.lineage("greeting")?.text());
//! # Ok(())
//! # }
//! ```

mod draft;
mod error;
mod expression;
mod files;
mod home;
mod licence;
mod lineage;
mod manifest;
mod plan;
mod policy;
mod progress;
pub mod random;
mod time;
mod unfinished;

pub use draft::{Draft, Outcome};
pub use error::{Error, lacks_room};
pub use files::{content_of, publish};
pub use home::{Artefact, Home, Listing};
pub use licence::{Duties, Scope, Use, creative_commons_deed};
pub use lineage::{Edge, Lineage, Node, State};
pub use manifest::{
    Cost, FileEntry, Input, Kind, LOG_FOLDER, LicenceCount, Machine, Manifest, Program, SCHEMA,
};
pub use plan::Plan;
pub use policy::{Decision, Policy};
pub use progress::{Progress, Report, silent};
pub use unfinished::Unfinished;
