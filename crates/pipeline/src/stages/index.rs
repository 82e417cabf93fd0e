//! The index by which an answer is followed back to what the model has read.

use ledger::{Artefact, Home, Kind, Outcome};
use tokenizer::Tokenizer;
use trace::{Builder, TrainingRun};
use train::Shards;

use crate::ancestry::{Ancestry, TrainingStage};
use crate::run::{Run, State, Task};
use crate::{Error, Stage};

pub(crate) fn make(run: &mut Run<'_>, state: &State) -> Result<(), Error> {
    let model = state.model();
    let past = Ancestry::of(model, run.home).whole()?;
    let shards = past.iter().flat_map(|stage| &stage.shards);
    let shards = shards.map(|shards| ("shards", shards));
    let task = Task {
        stage: Stage::Index,
        kind: Kind::Index,
        name: run.named("index"),
        inputs: std::iter::once(("model", model)).chain(shards).collect(),
        outside: Vec::new(),
        config: serde_json::Value::Null,
        can_resume: false,
    };
    run.make(&task, |run, draft| {
        // Models before the last are no inputs, but what they read is looked up in them.
        let mut earlier = past.iter().rev().skip(1);
        earlier.try_for_each(|stage| stage.model.verify())?;
        let trainings = past.iter().map(TrainingStage::training);
        let trainings = trainings.collect::<Result<Vec<_>, _>>()?;
        let stages = past
            .iter()
            .zip(&trainings)
            .map(|(stage, training)| trace::Stage {
                phase: training.phase,
                model: stage.model.manifest.id(),
            })
            .collect();
        let mut builder = Builder::create(draft.path(), stages)?;
        let tokenizer = Tokenizer::load(&model.path)?;
        let mut never_read = 0;
        for (number, (stage, training)) in past.iter().zip(&trainings).enumerate() {
            let shards = stage
                .shards
                .iter()
                .map(|shards| Shards::open(&shards.path, train::TRAIN));
            let training_run = TrainingRun {
                stage: number,
                order: training.order.clone(),
                shards: shards.collect::<Result<_, _>>()?,
                steps: training.steps,
                batch_hash: &training.batch_hash,
                tokenizer: &tokenizer,
            };
            let added = builder.add_run(training_run, &mut run.report(Stage::Index))?;
            never_read += added.never_read;
        }
        let meta = builder.finish()?;
        let mut outcome = Outcome::default();
        outcome.inherit(&model.manifest);
        outcome.metrics = serde_json::to_value(&meta).unwrap_or_default();
        outcome.metrics["never_read"] = never_read.into();
        Ok(outcome)
    })?;
    Ok(())
}

/// The newest index that was made for `model`.
///
/// # Errors
/// If there is none, with the remedy.
pub fn index_of(model: &Artefact, home: &Home) -> Result<Artefact, Error> {
    let listing = home.list()?;
    let of_model = |artefact: &&Artefact| {
        let inputs = &artefact.manifest.inputs;
        artefact.manifest.kind == Kind::Index
            && inputs
                .iter()
                .any(|input| input.role == "model" && input.content == model.manifest.content)
    };
    listing
        .artefacts
        .iter()
        .rfind(of_model)
        .cloned()
        .ok_or_else(|| Error::Unfit {
            what: model.manifest.id(),
            problem:
                "there is no index of what it has read: `gensen run` makes one for the last model of a recipe; ask that one"
                    .to_string(),
        })
}

/// What the training that ended in `model` read at `step`, counted from 0 as tracing does: its batch ledger, computed
/// anew from seed and shards.
///
/// # Errors
/// If it is no model or took fewer steps, or its shards are gone or damaged.
pub fn read_at(model: &Artefact, home: &Home, step: u64) -> Result<Vec<train::Entry>, Error> {
    super::must_be_model(model)?;
    let Some(last) = Ancestry::of(model, home).whole()?.pop() else {
        return Ok(Vec::new());
    };
    let training = last.training()?;
    if step >= training.steps {
        return Err(Error::Unfit {
            what: model.manifest.id(),
            problem: format!(
                "its last training took {} steps, and step {step} is not one of 0 to {}",
                training.steps,
                training.steps.saturating_sub(1)
            ),
        });
    }
    let shards = last
        .shards
        .iter()
        .map(|shards| Shards::open(&shards.path, train::TRAIN));
    let mut batches = train::Batches::new(training.order, shards.collect::<Result<_, _>>()?)?;
    Ok(batches.ledger(step)?)
}
