//! Draws the stages of a recipe as they go by.

use ledger::{Artefact, Kind, Progress};
use pipeline::{Stage, Watch};

use crate::progress::Line;

#[derive(Default)]
pub(crate) struct Screen {
    line: Option<Line>,
}

impl Watch for Screen {
    fn begin(&mut self, stage: Stage, id: &str, is_up_to_date: bool) {
        self.line = None;
        if is_up_to_date {
            eprintln!("{:<9} {id} is up to date", stage.name());
        } else {
            self.line = Some(Line::new(stage.name()));
        }
    }

    fn progress(&mut self, _stage: Stage, progress: Progress<'_>) {
        if let Some(line) = &mut self.line {
            line.update(progress);
        }
    }

    fn sample(&mut self, _stage: Stage, step: u64, text: &str) {
        if let Some(line) = &mut self.line {
            line.remark(&format!("          step {step}: {text}"));
        }
    }

    fn end(&mut self, _stage: Stage, artefact: &Artefact) {
        if let Some(mut line) = self.line.take() {
            line.finish(&artefact.manifest.id());
            if matches!(artefact.manifest.kind, Kind::Corpus | Kind::Examples) {
                tell_left_out(artefact);
            }
        }
    }
}

/// What did not make it into a corpus: a model that lacks half of its text should not come as a surprise.
fn tell_left_out(artefact: &Artefact) {
    let summary = serde_json::from_value::<corpus::Summary>(artefact.manifest.metrics.clone());
    if let Some(left_out) = summary.ok().and_then(|summary| summary.left_out()) {
        eprintln!(
            "          of {} left out: {left_out}",
            artefact.manifest.name
        );
    }
}
