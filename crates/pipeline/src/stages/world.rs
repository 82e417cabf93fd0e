//! The starter world: text whose every fact is known.

use ledger::{Artefact, Duties, Kind, LicenceCount, Outcome, Scope};

use crate::run::{Run, Task};
use crate::{Error, Stage};

pub(crate) fn make(run: &mut Run<'_>) -> Result<Artefact, Error> {
    let settings = run.recipe.world.as_ref().expect("a recipe with a world");
    let options = world::Options {
        seed: settings.seed,
        bytes: (settings.megabytes * 1e6) as u64,
        ..world::Options::default()
    };
    let task = Task {
        stage: Stage::World,
        kind: Kind::World,
        name: run.named("world"),
        inputs: Vec::new(),
        outside: Vec::new(),
        config: serde_json::json!({
            "seed": settings.seed,
            "megabytes": settings.megabytes,
            "generator": world::GENERATOR,
        }),
        can_resume: false,
    };
    run.make(&task, |run, draft| {
        let summary = world::write(draft.path(), &options, &mut run.report(Stage::World))?;
        Ok(outcome(&summary))
    })
}

/// The world itself was invented by this program and is free; the licences that its sites *claim*
/// are part of the story, and the gate takes them at their word when a corpus is made.
fn outcome(summary: &world::Summary) -> Outcome {
    let bytes = std::iter::once((
        "CC0-1.0".to_string(),
        LicenceCount {
            documents: summary.documents,
            bytes: summary.bytes,
        },
    ));
    Outcome {
        licences: bytes.collect(),
        scope: Scope::Open,
        duties: Duties::default(),
        metrics: serde_json::to_value(summary).unwrap_or_default(),
        ..Outcome::default()
    }
}
