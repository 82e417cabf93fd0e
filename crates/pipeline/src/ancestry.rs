//! The way back from a model: the trainings that led to it, and the artefacts that each learnt from.

use ledger::{Artefact, Home, Input};

use crate::Error;
use crate::order::Training;

/// One stage of training on the way to a model.
pub(crate) struct Lesson {
    pub(crate) model: Artefact,
    /// In the order of the parts of its data order.
    pub(crate) shards: Vec<Artefact>,
}

impl Lesson {
    pub(crate) fn training(&self) -> Result<Training, Error> {
        Training::load(&self.model.path)
    }
}

/// Is told of an input that the home does not have (any more), with what it was an input of; an error ends the walk.
pub(crate) type Lost<'l> = &'l mut dyn FnMut(&Artefact, &Input, Error) -> Result<(), Error>;

/// The stages that led to `model`, the earliest first. Beyond a parent that is lost nothing is known.
pub(crate) fn lessons(model: &Artefact, home: &Home, lost: Lost<'_>) -> Result<Vec<Lesson>, Error> {
    let mut lessons = Vec::new();
    let mut next = Some(model.clone());
    while let Some(model) = next {
        let mut shards = inputs(&model, home, "shards", lost)?;
        shards.extend(inputs(&model, home, "replay", lost)?);
        next = inputs(&model, home, "parent", lost)?.pop();
        lessons.push(Lesson { model, shards });
    }
    lessons.reverse();
    Ok(lessons)
}

/// The inputs of `of` that serve as `role`, as far as they are not lost.
fn inputs(of: &Artefact, home: &Home, role: &str, lost: Lost<'_>) -> Result<Vec<Artefact>, Error> {
    let mut found = Vec::new();
    for input in of.manifest.inputs.iter().filter(|i| i.role == role) {
        match input_of(input, home) {
            Ok(artefact) => found.push(artefact),
            Err(error) => lost(of, input, error)?,
        }
    }
    Ok(found)
}

/// The artefact that `input` names, with the content that it had then.
pub(crate) fn input_of(input: &Input, home: &Home) -> Result<Artefact, Error> {
    let artefact = home.find(&format!("{}@{}", input.name, input.key))?;
    if artefact.manifest.content != input.content {
        return Err(Error::Unfit {
            what: artefact.manifest.id(),
            problem: "it was removed and made again with other content".to_string(),
        });
    }
    Ok(artefact)
}
