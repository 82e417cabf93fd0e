//! Optimisers: Muon for the hidden matrices, AdamW for everything else, or AdamW for all.

mod adamw;
mod muon;

pub use adamw::AdamW;
pub use muon::{Muon, orthogonalise};

use std::sync::Mutex;

use model::{Model, Role, specs};
use serde::{Deserialize, Serialize};
use tensor::cpu::parallel_each;
use tensor::linalg::center_rows;
use tensor::{Parameters, Precision, Work, Workspace};

use crate::Error;

/// Which optimiser moves the matrices between embedding and head.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Matrices {
    #[default]
    Muon,
    AdamW,
}

/// Rates and constants. The defaults suit models of 2 to 20 million parameters.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OptimizerSettings {
    pub matrices: Matrices,
    /// Muon's learning rate.
    pub muon_lr: f64,
    /// Muon's momentum.
    pub muon_momentum: f64,
    /// Newton–Schulz iterations of Muon.
    pub muon_iterations: u32,
    /// AdamW's learning rate for all that it moves.
    pub adamw_lr: f64,
    pub beta1: f64,
    pub beta2: f64,
    /// What is added to the root of AdamW's mean square, so that gradients far below it move little.
    pub eps: f64,
    /// Decoupled weight decay of the hidden matrices, whichever optimiser moves them. Embeddings,
    /// head, norms and biases do not decay.
    pub weight_decay: f64,
    /// Whether the vocabulary projection (the embedding, where the head is tied) is centred on the
    /// mean of its rows after each step. What a softmax learns from moves no such mean, but AdamW,
    /// which moves rare tokens as fast as frequent ones, lets them drift together (Stollenwerk et al.,
    /// "Output Embedding Centering for Stable LLM Pretraining", 2026).
    pub centered_head: bool,
}

impl Default for OptimizerSettings {
    fn default() -> Self {
        Self {
            matrices: Matrices::Muon,
            muon_lr: 0.02,
            muon_momentum: 0.95,
            muon_iterations: 5,
            adamw_lr: 3e-3,
            beta1: 0.9,
            beta2: 0.95,
            eps: 1e-10,
            weight_decay: 0.1,
            centered_head: false,
        }
    }
}

/// More Newton–Schulz iterations change nothing that f32 holds.
const MUON_ITERATIONS_MAX: u32 = 20;

impl OptimizerSettings {
    /// Refuses rates that cannot work.
    pub fn check(&self) -> Result<(), Error> {
        let not_negative = [
            ("optimizer.muon_lr", self.muon_lr),
            ("optimizer.adamw_lr", self.adamw_lr),
            ("optimizer.weight_decay", self.weight_decay),
        ];
        for (name, value) in not_negative {
            if !(value.is_finite() && value >= 0.0) {
                return Err(Error::setting(
                    name,
                    format!("{value} is not a number from 0 up"),
                ));
            }
        }
        if !(1..=MUON_ITERATIONS_MAX).contains(&self.muon_iterations) {
            let problem = format!(
                "{} is not between 1 and {MUON_ITERATIONS_MAX}; about five bring a matrix near enough",
                self.muon_iterations
            );
            return Err(Error::setting("optimizer.muon_iterations", problem));
        }
        // The step computes in f32, in which what is above 0 may be 0.
        if !(self.eps.is_finite() && self.eps as f32 > 0.0) {
            let problem = format!(
                "{} is not above 0 in f32; where a gradient is 0, it keeps 0/0 away",
                self.eps
            );
            return Err(Error::setting("optimizer.eps", problem));
        }
        let below_one = [
            ("optimizer.muon_momentum", self.muon_momentum),
            ("optimizer.beta1", self.beta1),
            ("optimizer.beta2", self.beta2),
        ];
        for (name, value) in below_one {
            if !(0.0..1.0).contains(&value) {
                return Err(Error::setting(name, format!("{value} is not in [0, 1)")));
            }
        }
        Ok(())
    }
}

/// A mean longer than this share of the rows is no chance: the mean of `n` rows of noise is 1/√n of them.
const CENTERED_MEAN_MAX: f64 = 0.3;

impl OptimizerSettings {
    /// Refuses a centred head where centring would change what `model` says.
    ///
    /// # Errors
    /// [`Error::Setting`] if the logits are capped, or if the head is the embedding too and its rows have a mean worth
    /// the name, as a model that was trained without centring has: all inputs would move at once.
    pub fn check_for(&self, model: &Model) -> Result<(), Error> {
        const KEY: &str = "optimizer.centered_head";
        let config = model.config();
        if !self.centered_head {
            return Ok(());
        }
        if config.logit_softcap.is_some() {
            let problem = "moves all logits alike, which changes nothing only where no soft cap bends them: \
                           leave it or the model's `logit_softcap` out";
            return Err(Error::setting(KEY, problem));
        }
        let mut all = specs(config).into_iter().zip(model.params.ids());
        let embedding = all.find(|(spec, _)| config.tied_head && spec.role == Role::Embedding);
        let Some((spec, id)) = embedding else {
            return Ok(());
        };
        let share = mean_share(model.params.value(id), spec.shape[1]);
        if share > CENTERED_MEAN_MAX {
            let problem = format!(
                "the embedding, which is the head too, was trained without: the mean of its rows is {:.0} % as long as \
                 they are, and every input would change with it; leave it out",
                100.0 * share
            );
            return Err(Error::setting(KEY, problem));
        }
        Ok(())
    }
}

/// How long the mean of the rows is, as a share of the root mean square of their lengths.
fn mean_share(rows: &[f32], width: usize) -> f64 {
    let mut mean = vec![0.0; width];
    let mut squares = 0.0;
    for row in rows.chunks_exact(width) {
        for (sum, &value) in mean.iter_mut().zip(row) {
            *sum += f64::from(value);
            squares += f64::from(value).powi(2);
        }
    }
    let count = (rows.len() / width) as f64;
    let of_mean: f64 = mean.iter().map(|sum| (sum / count).powi(2)).sum();
    match squares > 0.0 {
        true => (of_mean * count / squares).sqrt(),
        false => 0.0,
    }
}

/// What a step is taken with.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// Counts from 0.
    pub step: u64,
    /// The schedule's.
    pub lr_factor: f64,
    /// Gradients longer than this are shortened to it.
    pub clip_norm: Option<f64>,
}

/// The state of all parameters' optimisers.
pub struct Optimizer {
    settings: OptimizerSettings,
    /// In the order of the parameters.
    states: Vec<State>,
    /// What Muon's steps work in, as many as have been taken at the same time.
    scratch: Mutex<Vec<muon::Scratch>>,
}

enum State {
    Muon(Muon),
    AdamW {
        state: AdamW,
        weight_decay: f64,
        /// The length of the rows that are centred on their mean after each step.
        centered: Option<usize>,
    },
}

impl Optimizer {
    /// Zero state for each parameter of `model`, by its role.
    pub fn new(model: &Model, settings: OptimizerSettings) -> Self {
        let config = model.config();
        let projects = |spec: &model::Spec| match spec.role {
            Role::Head => true,
            Role::Embedding => config.tied_head,
            _ => false,
        };
        let state = |spec: &model::Spec| {
            let hidden = matches!(spec.role, Role::Matrix | Role::ResidualMatrix);
            match (hidden, settings.matrices) {
                (true, Matrices::Muon) => State::Muon(Muon::new(spec.shape[0], spec.shape[1])),
                _ => State::AdamW {
                    state: AdamW::new(spec.len()),
                    weight_decay: if hidden { settings.weight_decay } else { 0.0 },
                    centered: (settings.centered_head && projects(spec)).then(|| spec.shape[1]),
                },
            }
        };
        Self {
            settings,
            states: specs(model.config()).iter().map(state).collect(),
            scratch: Mutex::default(),
        }
    }

    /// Clips the gradients, moves every parameter by its own, and sets all gradients to zero for the next
    /// step. Returns the gradients' norm before clipping; where that is no number, nothing is moved.
    pub fn update(
        &mut self,
        parameters: &mut Parameters,
        workspace: &mut Workspace,
        change: Change,
    ) -> f64 {
        let all = Work::moving(size_of::<f32>() as f64 * parameters.count() as f64);
        let began = workspace.now();
        let norm = gradient_norm(parameters);
        workspace.note("gradient norm", began, all, Precision::F32);
        if !norm.is_finite() {
            return norm;
        }
        let scale = clip_factor(norm, change.clip_norm);
        let began = workspace.now();
        self.move_by_adamw(parameters, change, scale);
        workspace.note("AdamW", began, self.work().0, Precision::F32);
        let began = workspace.now();
        self.move_by_muon(parameters, change, scale);
        workspace.note("Muon", began, self.work().1, Precision::Bf16);
        let began = workspace.now();
        parameters.zero_gradients();
        workspace.note("zeroing gradients", began, all, Precision::F32);
        norm
    }

    fn move_by_adamw(&mut self, parameters: &mut Parameters, change: Change, scale: f32) {
        let settings = &self.settings;
        for ((value, gradient), state) in parameters.opened().zip(&mut self.states) {
            let State::AdamW {
                state,
                weight_decay,
                centered,
            } = state
            else {
                continue;
            };
            let rates = adamw::Rates {
                lr: settings.adamw_lr * change.lr_factor,
                beta1: settings.beta1,
                beta2: settings.beta2,
                eps: settings.eps,
                weight_decay: *weight_decay,
            };
            state.step(value, gradient, scale, change.step, rates);
            if let Some(width) = *centered {
                center_rows(value, width);
            }
        }
    }

    fn move_by_muon(&mut self, parameters: &mut Parameters, change: Change, scale: f32) {
        let settings = &self.settings;
        let rates = muon::Rates {
            lr: settings.muon_lr * change.lr_factor,
            momentum: settings.muon_momentum,
            weight_decay: settings.weight_decay,
            iterations: settings.muon_iterations,
        };
        let all = parameters.opened().zip(&mut self.states);
        let mut matrices: Vec<_> = all
            .filter_map(|((value, gradient), state)| match state {
                State::Muon(state) => Some((state, value, gradient)),
                State::AdamW { .. } => None,
            })
            .collect();
        // Products of one matrix are too small to be shared among threads, so each thread takes whole
        // matrices; the largest first, so that all are done at about the same time.
        matrices.sort_by_key(|(_, value, _)| std::cmp::Reverse(value.len()));
        let idle = || self.scratch.lock().expect("no panic while one is taken");
        parallel_each(matrices, |(state, value, gradient)| {
            let mut scratch = idle().pop().unwrap_or_default();
            state.step(value, gradient, scale, rates, &mut scratch);
            idle().push(scratch);
        });
    }

    /// The work of a step: AdamW's and Muon's.
    fn work(&self) -> (Work, Work) {
        let (mut adamw, mut muon) = (Work::default(), Work::default());
        for state in &self.states {
            match state {
                State::Muon(state) => muon += state.work(self.settings.muon_iterations),
                State::AdamW { state, .. } => adamw += state.work(),
            }
        }
        (adamw, muon)
    }

    /// The state as named arrays, in a fixed order: what a checkpoint saves.
    pub fn arrays<'a>(&'a self, parameters: &'a Parameters) -> Vec<(String, &'a [f32])> {
        let mut arrays = Vec::new();
        for (id, state) in parameters.ids().zip(&self.states) {
            let name = parameters.name(id);
            match state {
                State::Muon(state) => {
                    arrays.push((format!("{name}.momentum"), &state.momentum[..]))
                }
                State::AdamW { state, .. } => {
                    arrays.push((format!("{name}.mean"), &state.mean[..]));
                    arrays.push((format!("{name}.square"), &state.square[..]));
                }
            }
        }
        arrays
    }

    /// The same arrays, to be filled from a checkpoint.
    pub fn arrays_mut<'a>(&'a mut self, parameters: &Parameters) -> Vec<(String, &'a mut [f32])> {
        let mut arrays = Vec::new();
        for (id, state) in parameters.ids().zip(&mut self.states) {
            let name = parameters.name(id);
            match state {
                State::Muon(state) => {
                    arrays.push((format!("{name}.momentum"), &mut state.momentum[..]));
                }
                State::AdamW { state, .. } => {
                    arrays.push((format!("{name}.mean"), &mut state.mean[..]));
                    arrays.push((format!("{name}.square"), &mut state.square[..]));
                }
            }
        }
        arrays
    }
}

/// The Euclidean norm of all gradients together.
pub fn gradient_norm(parameters: &Parameters) -> f64 {
    let squares = |id| tensor::linalg::sum_of_squares(parameters.gradient(id));
    parameters.ids().map(squares).sum::<f64>().sqrt()
}

/// The factor that brings a gradient of norm `norm` down to `limit`; 1 if it is not above it
/// (Pascanu, Mikolov and Bengio, 2013).
pub fn clip_factor(norm: f64, limit: Option<f64>) -> f32 {
    match limit {
        Some(limit) if norm > limit => (limit / norm) as f32,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests;
