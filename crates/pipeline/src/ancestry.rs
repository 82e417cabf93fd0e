//! The way back from a model: the trainings that led to it, and the artefacts that each learnt from.

use ledger::{Artefact, Home, Input};

use crate::Error;
use crate::order::Training;

/// What is known of the way to a model.
pub(crate) struct Ancestry {
    /// The earliest first.
    pub(crate) stages: Vec<TrainingStage>,
    /// What the home does not have (any more). Beyond a parent that is lost nothing is known.
    pub(crate) lost: Vec<Lost>,
}

/// One stage of training on the way to a model.
pub(crate) struct TrainingStage {
    pub(crate) model: Artefact,
    /// In the order of the parts of its data order.
    pub(crate) shards: Vec<Artefact>,
}

/// An input that could not be found, with the id of what was made of it.
pub(crate) struct Lost {
    pub(crate) input: Input,
    pub(crate) of: String,
    pub(crate) error: Error,
}

impl Ancestry {
    pub(crate) fn of(model: &Artefact, home: &Home) -> Self {
        let (mut stages, mut lost) = (Vec::new(), Vec::new());
        let mut next = Some(model.clone());
        while let Some(model) = next {
            let mut found = |role: &str| inputs(&model, home, role, &mut lost);
            let mut shards = found("shards");
            shards.extend(found("replay"));
            next = found("parent").pop();
            stages.push(TrainingStage { model, shards });
        }
        stages.reverse();
        Self { stages, lost }
    }

    /// All stages, for whom none may be missing.
    ///
    /// # Errors
    /// If anything is lost.
    pub(crate) fn whole(self) -> Result<Vec<TrainingStage>, Error> {
        match self.lost.into_iter().next() {
            Some(lost) => Err(lost.error),
            None => Ok(self.stages),
        }
    }
}

impl TrainingStage {
    pub(crate) fn training(&self) -> Result<Training, Error> {
        Training::load(&self.model.path)
    }
}

/// The inputs of `of` that serve as `role`, as far as they are not lost.
fn inputs(of: &Artefact, home: &Home, role: &str, lost: &mut Vec<Lost>) -> Vec<Artefact> {
    let mut found = Vec::new();
    for input in of.manifest.inputs.iter().filter(|i| i.role == role) {
        match input_of(input, home) {
            Ok(artefact) => found.push(artefact),
            Err(error) => lost.push(Lost {
                input: input.clone(),
                of: of.manifest.id(),
                error,
            }),
        }
    }
    found
}

/// The artefact that `input` names, with the content that it had then.
pub(crate) fn input_of(input: &Input, home: &Home) -> Result<Artefact, Error> {
    let artefact = home.find(&format!("{}@{}", input.name, input.key))?;
    if artefact.manifest.content != input.content {
        return Err(Error::Unfit {
            what: artefact.manifest.id(),
            problem: "it was removed and made again with other content; run the recipe again"
                .to_string(),
        });
    }
    Ok(artefact)
}
