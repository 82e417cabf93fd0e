//! `metrics.jsonl`: one flushed line for every step, validation and warning.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::Error;

/// A line of `metrics.jsonl`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Line {
    Step(StepLine),
    Validation(Validation),
    Warning { step: u64, text: String },
}

/// What a step did. `step` counts from 1: the number of steps done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepLine {
    pub step: u64,
    /// Input tokens seen since the beginning.
    pub tokens: u64,
    /// Mean loss: nats per learnt token (drawn tokens of prompts and replayed text among them, each by its weight), or the
    /// preference loss. Validation has neither weights nor prompts.
    pub loss: f64,
    /// Bits per byte of the text learnt from, where the loss is a likelihood: of all targets, special
    /// tokens among them, which validation leaves out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bits_per_byte: Option<f64>,
    /// The schedule's factor on all learning rates.
    pub lr_factor: f64,
    /// Before clipping.
    pub gradient_norm: f64,
    pub tokens_per_second: f64,
    /// By the model's estimate of operations per token, an upper bound as in [`crate::Totals::flops`].
    pub flops_per_second: f64,
    /// The batch ledger's running hash after this step.
    pub batch_hash: String,
    /// Preference training only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preference: Option<Preference>,
}

/// How well a model tells chosen from rejected answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Preference {
    /// Share of pairs whose chosen answer has the higher implicit reward.
    pub accuracy: f64,
    /// Mean implicit reward of the chosen minus that of the rejected answer.
    pub margin: f64,
    /// Mean implicit reward, β · log(π/π_ref), of the chosen answers.
    pub chosen_reward: f64,
    pub rejected_reward: f64,
}

/// The loss on held-out documents.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Validation {
    pub step: u64,
    /// Mean nats per learnt token, or the mean preference loss.
    pub loss: f64,
    /// Over all groups; absent for preferences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bits_per_byte: Option<f64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupValidation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preference: Option<Preference>,
}

/// The loss on held-out documents of one language and source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupValidation {
    pub lang: String,
    pub source: String,
    pub loss: f64,
    pub bits_per_byte: f64,
    pub tokens: u64,
    pub bytes: u64,
}

/// The open file.
pub struct Metrics {
    path: PathBuf,
    file: File,
}

impl Metrics {
    /// Opens `path` for a run that stands at `step`: lines of later steps, written after the last
    /// checkpoint, are cut off, as is a last line that a kill left half written.
    ///
    /// A warning comes with it if lines up to that step are missing, or cannot be read.
    pub fn open(path: &Path, step: u64) -> Result<(Self, Option<String>), Error> {
        let file = OpenOptions::new()
            .read(true)
            .append(true)
            .create(true)
            .open(path)
            .map_err(Error::io(path))?;
        // A run that begins anew has no lines yet, whatever an earlier one left.
        let (keep, last) = match step {
            0 => (0, 0),
            _ => length_until(&file, step).map_err(Error::io(path))?,
        };
        file.set_len(keep).map_err(Error::io(path))?;
        let missing = (last < step).then(|| {
            let first = last + 1;
            let path = path.display();
            format!("{path}: the lines of steps {first} to {step} are missing or damaged; the weights are not affected")
        });
        let path = path.to_owned();
        Ok((Self { path, file }, missing))
    }

    /// Appends a line; one write, so that a reader never sees half of it unless we are killed.
    pub fn write(&mut self, line: &Line) -> Result<(), Error> {
        let mut bytes = serde_json::to_vec(line).expect("a metrics line is plain JSON");
        bytes.push(b'\n');
        self.file.write_all(&bytes).map_err(Error::io(&self.path))
    }

    /// Brings what was written to the disk: a checkpoint must not outlive the lines of its steps.
    pub fn sync(&self) -> Result<(), Error> {
        self.file.sync_data().map_err(Error::io(&self.path))
    }

    /// Reads all lines of a finished file.
    pub fn read(path: &Path) -> Result<Vec<Line>, Error> {
        let file = File::open(path).map_err(Error::io(path))?;
        let parse = |line: std::io::Result<String>| {
            let line = line.map_err(Error::io(path))?;
            serde_json::from_str(&line).map_err(|error| Error::Io {
                path: path.to_owned(),
                source: error.into(),
            })
        };
        BufReader::new(file).lines().map(parse).collect()
    }
}

/// How many bytes hold lines up to `step`, and the last step that they tell of.
fn length_until(file: &File, step: u64) -> std::io::Result<(u64, u64)> {
    let mut reader = BufReader::new(file);
    let (mut keep, mut last, mut line) = (0, 0, Vec::new());
    loop {
        line.clear();
        let read = reader.read_until(b'\n', &mut line)?;
        let at = match serde_json::from_slice(&line) {
            _ if !line.ends_with(b"\n") => return Ok((keep, last)),
            Ok(Line::Step(line)) => line.step,
            Ok(Line::Validation(line)) => line.step,
            Ok(Line::Warning { step, .. }) => step,
            Err(_) => return Ok((keep, last)),
        };
        if at > step {
            return Ok((keep, last));
        }
        last = at;
        keep += read as u64;
    }
}
