//! One file a stage: what it is made of, and how.

pub(crate) mod align;
pub(crate) mod corpus;
pub(crate) mod evaluate;
pub(crate) mod index;
pub(crate) mod pretrain;
pub(crate) mod shards;
pub(crate) mod tokenizer;
mod training;
pub(crate) mod tune;
pub(crate) mod world;

use ::tokenizer::Tokenizer;
use ledger::Artefact;
use model::Model;

use crate::Error;

/// The model in an artefact with its tokenizer, after its files' hashes have been checked.
///
/// # Errors
/// A file that was changed by so much as a bit is named; so is one that is no model.
pub fn load_model(artefact: &Artefact) -> Result<(Model, Tokenizer), Error> {
    must_be_model(artefact)?;
    artefact.verify()?;
    Ok((
        Model::load(&artefact.path)?,
        Tokenizer::load(&artefact.path)?,
    ))
}

/// Whether a model has been pre-trained only, so that it continues texts and answers nothing.
///
/// # Errors
/// If it does not tell of its training.
pub fn is_base(model: &Artefact) -> Result<bool, Error> {
    let training = crate::order::Training::load(&model.path)?;
    Ok(training.phase == trace::Phase::PreTraining)
}

/// Refuses an artefact of another kind.
pub fn must_be_model(artefact: &Artefact) -> Result<(), Error> {
    if artefact.manifest.kind != ledger::Kind::Model {
        return Err(Error::Unfit {
            what: artefact.manifest.id(),
            problem: format!(
                "it is a {}, not a model; `gensen ls --kind model` lists them",
                artefact.manifest.kind
            ),
        });
    }
    Ok(())
}
