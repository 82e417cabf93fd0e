//! Draws the stages of a recipe as they go by.

use ledger::{Artefact, Kind, Progress};
use pipeline::{Stage, Watch};
use tensor::Machine;
use train::Timing;

use crate::progress::{self, Line};
use crate::roofline;

pub(crate) struct Screen {
    line: Option<Line>,
    profile: bool,
    /// Measured when it is first needed.
    machine: Option<Machine>,
}

impl Screen {
    /// With `profile`, each training stage ends with a table of where its time went.
    pub(crate) fn new(profile: bool) -> Screen {
        Screen {
            line: None,
            profile,
            machine: None,
        }
    }
}

impl Watch for Screen {
    fn begin(&mut self, stage: Stage, id: &str, is_up_to_date: bool) {
        self.line = None;
        if is_up_to_date {
            progress::tell(&format!("{:<9} {id} is up to date", stage.name()));
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

    fn wants_timing(&self) -> bool {
        self.profile
    }

    fn timing(&mut self, _stage: Stage, timing: &Timing) {
        let machine = self.machine.get_or_insert_with(Machine::measure);
        let table = roofline::table(machine, timing);
        if let Some(line) = &mut self.line {
            let limits = roofline::limits(machine);
            limits
                .lines()
                .chain(table.lines())
                .for_each(|text| line.remark(text));
        }
    }
}

/// What did not make it into a corpus: a model that lacks half of its text should not come as a surprise.
fn tell_left_out(artefact: &Artefact) {
    let summary = serde_json::from_value::<corpus::Summary>(artefact.manifest.metrics.clone());
    if let Some(left_out) = summary.ok().and_then(|summary| summary.left_out()) {
        progress::tell(&format!(
            "          of {} left out: {left_out}",
            artefact.manifest.name
        ));
    }
}
