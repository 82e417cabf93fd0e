//! The examination: every model of a recipe, on tests that none has seen.

use std::collections::VecDeque;
use std::path::Path;

use eval::{Detectors, Evaluation, Examination, Form, Heldout, Shots, Values};
use ledger::{Artefact, Home, Kind, Outcome, Report};

use crate::run::{Run, State, Task};
use crate::stages::training::SET_ASIDE;
use crate::{Error, ModelSubject, Stage};

/// The folder of a world's held-out tests.
const HELDOUT: &str = "heldout";
/// A world's ground truth.
const FACTS: &str = "facts.jsonl";

pub(crate) fn make(run: &mut Run<'_>, state: &State) -> Result<(), Error> {
    let world = state
        .world
        .as_ref()
        .expect("only recipes with a world have tests");
    let models = state.models.iter().map(|model| ("model", model));
    let task = Task {
        stage: Stage::Evaluate,
        kind: Kind::Report,
        name: run.named("report"),
        inputs: std::iter::once(("tests", world)).chain(models).collect(),
        outside: Vec::new(),
        config: serde_json::Value::Null,
        can_resume: false,
    };
    run.make(&task, |run, draft| {
        let tests = Tests::of_world(world)?;
        let mut reports = Vec::new();
        for model in &state.models {
            let evaluation = examine(model, run.home, &tests, &mut run.report(Stage::Evaluate))?;
            let to = draft.path().join(&model.manifest.name);
            std::fs::create_dir_all(&to).map_err(|e| Error::io("create", &to, e))?;
            evaluation.write(&to)?;
            reports.push(evaluation.report);
        }
        let table = eval::compare(&reports);
        let path = draft.path().join("report.md");
        std::fs::write(&path, table.markdown()).map_err(|e| Error::io("write", &path, e))?;
        let mut outcome = Outcome::default();
        state
            .models
            .iter()
            .for_each(|model| outcome.restrict(&model.manifest));
        outcome.metrics = serde_json::json!({ "table": table.text(), "reports": reports });
        Ok(outcome)
    })?;
    Ok(())
}

/// Held-out tests and the truth behind them.
pub struct Tests {
    heldout: Heldout,
    values: Values,
}

impl Tests {
    /// The tests of a world artefact.
    ///
    /// # Errors
    /// A file that is missing, damaged or malformed.
    pub fn of_world(world: &Artefact) -> Result<Self, Error> {
        world.verify()?;
        Self::read(
            &world.path.join(HELDOUT),
            Some(world.path.join(FACTS)).as_deref(),
        )
    }

    /// The tests in a folder, with the ground truth if there is any.
    ///
    /// # Errors
    /// As [`Tests::of_world`].
    pub fn read(folder: &Path, truth: Option<&Path>) -> Result<Self, Error> {
        let heldout = Heldout::read(folder)?;
        let mut values = Values::of_questions(&heldout.questions);
        if let Some(path) = truth.filter(|path| path.is_file()) {
            values.add_truth(path)?;
        }
        Ok(Self { heldout, values })
    }
}

/// The world that a model's text comes from, or else its parent's: its tests fit the model.
///
/// # Errors
/// If there is none, with the remedy.
pub fn world_of(model: &Artefact, home: &Home) -> Result<Artefact, Error> {
    let mut waiting = VecDeque::from([model.clone()]);
    while let Some(artefact) = waiting.pop_front() {
        for input in artefact
            .manifest
            .inputs
            .iter()
            .filter(|input| !input.is_outside())
        {
            let found = home.find(&format!("{}@{}", input.name, input.key))?;
            if found.manifest.kind == Kind::World {
                return Ok(found);
            }
            // What it learnt itself, before what it has from a parent, who may know another world.
            match input.role.as_str() {
                "parent" | "tokenizer" | SET_ASIDE => waiting.push_back(found),
                _ => waiting.push_front(found),
            }
        }
    }
    Err(Error::Unfit {
        what: model.manifest.id(),
        problem: "it was not made of a world, so no held-out tests belong to it: name a folder of tests with --tests".to_string(),
    })
}

/// Puts all tests to a model: in its chat template if it was tuned, after examples as plain text if
/// it was not.
///
/// # Errors
/// If the model cannot be loaded, or asked.
pub fn examine(
    model: &Artefact,
    home: &Home,
    tests: &Tests,
    report: Report,
) -> Result<Evaluation, Error> {
    let (loaded, tokenizer) = crate::load_model(model)?;
    let phase = crate::order::Training::load(&model.path)?.phase;
    let form = match phase {
        trace::Phase::PreTraining => Form::FewShot(shots(model, home)?),
        trace::Phase::Tuning | trace::Phase::Alignment => Form::Chat,
    };
    let mut subject = ModelSubject::new(&loaded, &tokenizer)?;
    let examination = Examination {
        model: &model.manifest.name,
        form: &form,
        heldout: &tests.heldout,
        values: &tests.values,
        detectors: Detectors::default(),
        batch: 128,
    };
    Ok(examination.run(&mut subject, report)?)
}

/// Solved examples for a model that knows no chat: from its world's instruction data.
fn shots(model: &Artefact, home: &Home) -> Result<Shots, Error> {
    let world = world_of(model, home).map_err(|error| match error {
        Error::Unfit { what, .. } => Error::Unfit {
            what,
            problem: "it was not tuned, so it has to be shown solved examples of its world, and it was not made of one: \
                      examine a model that was tuned"
                .to_string(),
        },
        other => other,
    })?;
    world.verify()?;
    let source = corpus::Source::new(world.path.join("instruct.jsonl"));
    let mut shots = Shots::default();
    for conversation in corpus::read::<corpus::Conversation>(&source)? {
        shots.add_conversation(&conversation?);
    }
    Ok(shots)
}
