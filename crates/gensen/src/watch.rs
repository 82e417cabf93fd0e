//! Draws the stages of a recipe as they go by.

use ledger::{Artefact, Progress};
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
        }
    }
}
