//! The loop that all kinds of training share.

use std::path::Path;
use std::time::Instant;

use ledger::{Progress, Report};
use model::Model;
use serde::{Deserialize, Serialize};
use tensor::{Profile, Work, Workspace};

use crate::batches::{BatchHash, Batches, Order};
use crate::border::Settled;
use crate::checkpoint::{Checkpoints, State};
use crate::metrics::{Line, Metrics, StepLine, Validation};
use crate::objective::{Engine, Objective, StepLoss};
use crate::optimizer::{Change, Optimizer};
use crate::{Budget, Error, Settings};

/// The checkpoints' folder inside of the run's.
pub const CHECKPOINTS: &str = "checkpoints";
/// The metrics' file inside of the run's folder.
pub const METRICS: &str = "metrics.jsonl";

/// What the caller wants to see while a run goes on.
pub struct Hooks<'h> {
    pub report: Report<'h>,
    /// Called every `sample_every` steps, but not after the last, with the model and the number of steps done.
    pub sample: &'h mut dyn FnMut(&Model, u64),
    /// Filled, if given, with where the time of the training steps goes.
    pub profile: Option<&'h mut Timing>,
}

/// Where the time of some training steps goes.
#[derive(Clone, Debug, Default)]
pub struct Timing {
    pub steps: u64,
    /// Wall-clock seconds of these steps, what no operation of the profile accounts for included.
    pub seconds: f64,
    pub profile: Profile,
}

/// What a run came to: for the manifest of its model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Totals {
    pub steps: u64,
    /// Input tokens seen.
    pub tokens: u64,
    /// Estimated floating-point operations for these tokens, as if each attended to a whole context and were learnt: an
    /// upper bound where texts are short or only answers are learnt.
    pub flops: f64,
    /// Wall-clock seconds over all parts of an interrupted run.
    pub seconds: f64,
    /// Examples left out because they are longer than the context.
    pub skipped: usize,
    /// Together with the shards this determines which document was seen at which step: see
    /// [`Batches::ledger`].
    pub order: Order,
    /// The batch ledger's running hash after the last step.
    pub batch_hash: String,
    /// After the last step, if there is held-out data, and before borders were moved.
    pub validation: Option<Validation>,
    /// Such as damaged checkpoints that were passed over.
    pub warnings: Vec<String>,
    /// Where borders between answers were found after the last step, and moved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub borders: Vec<Settled>,
}

impl Totals {
    /// Adds that `skipped` held-out examples were too long to be validated on, if there are any.
    pub(crate) fn tell_skipped(&mut self, skipped: usize, settings: &Settings) {
        if skipped > 0 {
            self.warnings.push(format!(
                "{skipped} held-out examples are longer than the context of {} tokens and were not validated on",
                settings.context
            ));
        }
    }
}

/// Trains `model` in the folder `dir`, which gets `metrics.jsonl` and a folder of checkpoints. If
/// it has checkpoints of the same run already, training goes on from the newest sound one.
///
/// # Errors
/// If the folder belongs to another run, a checkpoint cannot be read though it may be sound, the
/// loss is no longer a number, or a file cannot be written. What was saved stays.
pub fn train(
    model: &mut Model,
    batches: &mut Batches,
    objective: &mut dyn Objective,
    settings: &Settings,
    dir: &Path,
    hooks: Hooks,
) -> Result<Totals, Error> {
    settings.check()?;
    settings.optimizer.check_for(model)?;
    let identity = identity(model, batches, objective, settings);
    let start = BatchHash::start(batches);
    let mut state = State::new(identity, start.0.to_hex().to_string());
    let mut optimizer = Optimizer::new(model, settings.optimizer);
    let checkpoints = Checkpoints::new(&dir.join(CHECKPOINTS), settings.checkpoints_kept)?;
    let mut warnings = Vec::new();
    let found = checkpoints.load(
        &state.identity,
        &mut model.params,
        &mut optimizer,
        &mut warnings,
    )?;
    if let Some(found) = found {
        state = found;
    }
    let hash = BatchHash::at(batches, state.step)?;
    if hash.0.to_hex().as_str() != state.batch_hash {
        let problem = "the batches of its checkpoints differ from those computed from seed and data, as after an update \
                       of the program; remove this folder to begin anew";
        return Err(Error::checkpoint(dir, problem));
    }
    let (mut metrics, missing) = Metrics::open(&dir.join(METRICS), state.step)?;
    warnings.extend(missing);
    for text in &warnings {
        metrics.write(&Line::Warning {
            step: state.step,
            text: text.clone(),
        })?;
    }
    let goal = Goal::new(settings.budget, batches);
    let flops_per_token = model.config().flops_per_token(settings.context as usize);
    let started = Instant::now();
    let mut run = Run {
        before_seconds: state.seconds,
        started,
        goal,
        state,
        hash,
        flops_per_token,
        share_at_start: 0.0,
        last_step: None,
        settings,
        workspace: Workspace::default(),
        optimizer,
        metrics,
        checkpoints,
        saved: started,
        model,
        batches,
        objective,
        hooks,
    };
    if run.hooks.profile.is_some() {
        run.workspace.begin_profile();
    }
    let validation = run.finish()?;
    if let (Some(timing), Some(profile)) = (&mut run.hooks.profile, run.workspace.end_profile()) {
        timing.profile = profile;
    }
    Ok(Totals {
        steps: run.state.step,
        tokens: run.state.tokens,
        flops: run.state.tokens as f64 * flops_per_token,
        seconds: run.seconds(),
        skipped: run.batches.skipped(),
        order: run.batches.order().clone(),
        batch_hash: run.state.batch_hash,
        validation,
        warnings,
        borders: Vec::new(),
    })
}

/// A hash over all that decides about the result.
fn identity(
    model: &Model,
    batches: &Batches,
    objective: &dyn Objective,
    settings: &Settings,
) -> String {
    let mut hasher = blake3::Hasher::new();
    let described = serde_json::json!({
        // How much is validated shows in the figures, not in the weights.
        "settings": Settings { validation_tokens: 0, ..settings.clone() }.deciding(),
        "precision": format!("{:?}", settings.activations.precision()),
        "objective": objective.describe(),
        "model": model.config(),
    });
    hasher.update(described.to_string().as_bytes());
    hasher.update(BatchHash::start(batches).0.as_bytes());
    hasher.update(weights_hash(model).as_bytes());
    hasher.finalize().to_hex().to_string()
}

/// blake3 over all weights, in the order of the parameters.
pub fn weights_hash(model: &Model) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    let mut bytes = Vec::new();
    for id in model.params.ids() {
        bytes.clear();
        bytes.extend(
            model
                .params
                .value(id)
                .iter()
                .flat_map(|value| value.to_le_bytes()),
        );
        hasher.update(&bytes);
    }
    hasher.finalize()
}

/// When the run is over, in its own unit.
#[derive(Clone, Copy)]
enum Goal {
    Tokens(u64),
    Steps(u64),
    Seconds(f64),
}

impl Goal {
    fn new(budget: Budget, batches: &Batches) -> Self {
        match budget {
            Budget::Tokens(tokens) => Goal::Tokens(tokens),
            Budget::Steps(steps) => Goal::Steps(steps),
            Budget::Epochs(epochs) => Goal::Steps(batches.steps_for_epochs(epochs)),
            Budget::Minutes(minutes) => Goal::Seconds(minutes * 60.0),
        }
    }

    fn share(self, tokens: f64, steps: f64, seconds: f64) -> f64 {
        match self {
            Goal::Tokens(total) => tokens / total as f64,
            Goal::Steps(total) => steps / total as f64,
            Goal::Seconds(total) => seconds / total,
        }
    }
}

/// A run under way.
struct Run<'a, 'h> {
    /// Seconds used before this process took the run over.
    before_seconds: f64,
    started: Instant,
    goal: Goal,
    state: State,
    hash: BatchHash,
    flops_per_token: f64,
    /// How much of the budget was used when this process took the run over.
    share_at_start: f64,
    last_step: Option<LastStep>,
    settings: &'a Settings,
    workspace: Workspace,
    optimizer: Optimizer,
    metrics: Metrics,
    checkpoints: Checkpoints,
    /// When the last checkpoint was saved.
    saved: Instant,
    model: &'a mut Model,
    batches: &'a mut Batches,
    objective: &'a mut dyn Objective,
    hooks: Hooks<'h>,
}

/// What progress shows of the step before.
#[derive(Clone, Copy)]
struct LastStep {
    loss: StepLoss,
    tokens: u64,
    seconds: f64,
}

impl Run<'_, '_> {
    fn finish(&mut self) -> Result<Option<Validation>, Error> {
        let began_at = self.state.step;
        self.share_at_start = self.share();
        if began_at == 0 && self.settings.validate_every > 0 {
            self.validate(true)?;
        }
        loop {
            let used = self.share();
            if used >= 1.0 {
                break;
            }
            self.step(used)?;
            let step = self.state.step;
            let is_due = |every: u64| every > 0 && step.is_multiple_of(every);
            if self.share() >= 1.0 {
                break;
            }
            if is_due(self.settings.validate_every) {
                self.validate(true)?;
            }
            if is_due(self.settings.sample_every) {
                (self.hooks.sample)(self.model, step);
            }
            if self.saved.elapsed().as_secs_f64() >= self.settings.checkpoint_seconds {
                self.save()?;
            }
        }
        // A run that was already over when it was taken up has its last lines and its checkpoint.
        let is_new = self.state.step > began_at;
        let validation = self.validate(is_new)?;
        if is_new {
            self.save()?;
        }
        Ok(validation)
    }

    /// The next step, which begins when `used` of the budget is used, less than all.
    fn step(&mut self, used: f64) -> Result<(), Error> {
        let started = Instant::now();
        let began = self.workspace.now();
        let rows = self.batches.rows(self.state.step)?;
        let passes = self
            .batches
            .passes(&rows, self.settings.tokens_per_pass as usize);
        let tokens: u64 = passes.iter().map(|pass| pass.tokens() as u64).sum();
        let share = self.share_at_middle(used, tokens);
        let lr_factor = self.settings.schedule.factor(share);
        let precision = self.settings.activations.precision();
        self.workspace
            .note("batches", began, Work::default(), precision);

        let loss = self.accumulate(&passes)?;
        let change = Change {
            step: self.state.step,
            lr_factor,
            clip_norm: self.settings.clip_norm,
        };
        let (params, workspace) = (&mut self.model.params, &mut self.workspace);
        let gradient_norm = self.optimizer.update(params, workspace, change);
        if !loss.loss.is_finite() || !gradient_norm.is_finite() {
            let (step, loss, norm) = (self.state.step + 1, loss.loss, gradient_norm);
            return Err(Error::Diverged { step, loss, norm });
        }

        self.hash = self.hash.after(&rows);
        self.state.step += 1;
        self.state.tokens += tokens;
        self.state.seconds = self.seconds();
        self.state.batch_hash = self.hash.0.to_hex().to_string();
        let seconds = started.elapsed().as_secs_f64();
        if let Some(timing) = &mut self.hooks.profile {
            timing.steps += 1;
            timing.seconds += seconds;
        }
        self.last_step = Some(LastStep {
            loss,
            tokens,
            seconds,
        });
        self.metrics.write(&Line::Step(StepLine {
            step: self.state.step,
            tokens: self.state.tokens,
            loss: loss.loss,
            bits_per_byte: loss.bits_per_byte,
            lr_factor,
            gradient_norm,
            tokens_per_second: tokens as f64 / seconds,
            flops_per_second: tokens as f64 * self.flops_per_token / seconds,
            batch_hash: self.state.batch_hash.clone(),
            preference: loss.preference,
        }))
    }

    /// Forward and backward over all passes of a step.
    fn accumulate(&mut self, passes: &[crate::Batch]) -> Result<StepLoss, Error> {
        let mut done = self.state.tokens;
        let note = self.note();
        let (goal, steps, seconds) = (self.goal, self.state.step, self.seconds());
        let (report, started) = (&mut self.hooks.report, Instant::now());
        let mut after_pass = |tokens: usize| {
            done += tokens as u64;
            let seconds = seconds + started.elapsed().as_secs_f64();
            report(progress(goal, done, steps, seconds, &note));
        };
        self.model.params.pack_for_one_pass(passes.len() == 1);
        let mut engine = Engine {
            model: self.model,
            workspace: &mut self.workspace,
            precision: self.settings.activations.precision(),
        };
        self.objective
            .step(&mut engine, steps, passes, &mut after_pass)
    }

    fn validate(&mut self, write: bool) -> Result<Option<Validation>, Error> {
        let note = match self.state.step {
            0 => "validating before the first step".to_owned(),
            step => format!("validating after step {step}"),
        };
        let (goal, steps, tokens) = (self.goal, self.state.step, self.state.tokens);
        let (seconds, started) = (self.seconds(), Instant::now());
        let report = &mut self.hooks.report;
        let mut after_pass = |_: usize| {
            let seconds = seconds + started.elapsed().as_secs_f64();
            report(progress(goal, tokens, steps, seconds, &note));
        };
        let mut engine = Engine {
            model: self.model,
            workspace: &mut self.workspace,
            precision: self.settings.activations.precision(),
        };
        let mut validation = self.objective.validate(&mut engine, &mut after_pass)?;
        if let Some(validation) = &mut validation {
            validation.step = self.state.step;
            if write {
                self.metrics.write(&Line::Validation(validation.clone()))?;
            }
        }
        Ok(validation)
    }

    fn save(&mut self) -> Result<(), Error> {
        self.state.seconds = self.seconds();
        self.metrics.sync()?;
        self.checkpoints
            .save(&self.state, &self.model.params, &self.optimizer)?;
        self.saved = Instant::now();
        Ok(())
    }

    fn seconds(&self) -> f64 {
        self.before_seconds + self.started.elapsed().as_secs_f64()
    }

    /// How much of the budget is used.
    fn share(&self) -> f64 {
        self.goal.share(
            self.state.tokens as f64,
            self.state.step as f64,
            self.seconds(),
        )
    }

    /// How much is used in the middle of a step of so many tokens that begins when `used` is: there its rate is taken, so
    /// that neither the first step has a rate of 0 nor the last one, which spends what is left however long it is. How long
    /// the first one takes nobody knows; a second will do.
    fn share_at_middle(&self, used: f64, tokens: u64) -> f64 {
        let seconds = self.last_step.map_or(1.0, |last| last.seconds);
        let after = self.goal.share(
            (self.state.tokens + tokens) as f64,
            (self.state.step + 1) as f64,
            self.seconds() + seconds,
        );
        0.5 * (used + after.min(1.0))
    }

    /// Loss, speed and time left, for the person who watches.
    fn note(&self) -> String {
        let Some(LastStep {
            loss,
            tokens,
            seconds,
        }) = self.last_step
        else {
            return "first step".to_owned();
        };
        let speed = tokens as f64 / seconds;
        let tflops = speed * self.flops_per_token / 1e12;
        let bits = loss
            .bits_per_byte
            .map_or(String::new(), |b| format!(" · {b:.3} bits/byte"));
        let pairs = loss.preference.map_or(String::new(), |p| {
            format!(" · {:.0} % right", 100.0 * p.accuracy)
        });
        let here = self.started.elapsed().as_secs_f64();
        let share = self.share();
        let left = (1.0 - share) * here / (share - self.share_at_start).max(1e-9);
        format!(
            "loss {:.3}{bits}{pairs} · {speed:.0} tok/s · {tflops:.2} TFLOP/s · {} left",
            loss.loss,
            duration(left)
        )
    }
}

fn progress<'n>(goal: Goal, tokens: u64, steps: u64, seconds: f64, note: &'n str) -> Progress<'n> {
    let (done, total, unit) = match goal {
        Goal::Tokens(total) => (tokens.min(total), total, "tokens"),
        Goal::Steps(total) => (steps, total, "steps"),
        Goal::Seconds(total) => (seconds.min(total) as u64, total as u64, "seconds"),
    };
    Progress {
        done,
        total: Some(total),
        unit,
        note,
    }
}

fn duration(seconds: f64) -> String {
    let seconds = seconds.clamp(0.0, 1e8).round() as u64;
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3600 => format!("{} min {:02} s", seconds / 60, seconds % 60),
        _ => format!("{} h {:02} min", seconds / 3600, seconds / 60 % 60),
    }
}
