//! From a recipe to a model that chats: the stages in their order, each made once and never again
//! until its inputs change.
//!
//! A stage turns artefacts into an artefact. Its plan (settings, and its inputs by content) decides
//! whether there is anything to do; a stage that was killed goes on from its draft.

mod ancestry;
mod credits;
mod error;
mod order;
mod overrides;
mod recipe;
mod run;
mod stages;
mod subject;

pub use credits::{Credits, Gap, credits};
pub use error::Error;
pub use recipe::{
    Additions, AlignSettings, CorpusSettings, Family, ModelSettings, Recipe, TuneSettings,
    WorldDocuments, WorldSettings,
};
pub use run::{Made, Prepared, Run, Stage, Watch};
pub use stages::evaluate::{Tests, examine, world_of};
pub use stages::index::{index_of, read_at};
pub use stages::{is_base, load_model, must_be_model};
pub use subject::ModelSubject;
