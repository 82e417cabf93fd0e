//! What a run is told: sizes, budget, rates, and how often to look at it.

use serde::{Deserialize, Serialize};
use tensor::Precision;

use crate::{Budget, Error, OptimizerSettings, Schedule};

/// How activations are stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Activations {
    /// bf16 where the processor multiplies it, else f32.
    #[default]
    Auto,
    F32,
    Bf16,
}

impl Activations {
    pub fn precision(self) -> Precision {
        match self {
            Activations::Auto => Precision::default(),
            Activations::F32 => Precision::F32,
            Activations::Bf16 => Precision::Bf16,
        }
    }
}

/// The settings that all kinds of training share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    pub seed: u64,
    /// The longest piece of a document, in tokens.
    pub context: u32,
    /// Input tokens of an optimiser step, rounded down to whole rows of `context` tokens, of which it must have one; pairs take
    /// two rows each, and an odd number of rows is rounded up.
    pub tokens_per_step: u32,
    /// Input tokens that go through the model at once; a step is cut into as many passes as it
    /// needs, and their gradients add up. Bounds memory, and the time between two reports; one row (of pairs: two
    /// contexts) goes through at once in any case.
    pub tokens_per_pass: u32,
    pub budget: Budget,
    pub schedule: Schedule,
    pub optimizer: OptimizerSettings,
    /// The gradient's norm over all parameters is cut down to this; `inf` never cuts.
    pub clip_norm: Option<f64>,
    pub activations: Activations,
    /// Validate every so many steps, besides before the first and after the last; 0: only after the last.
    pub validate_every: u64,
    /// At most about so many tokens are used for a validation.
    pub validation_tokens: u64,
    /// Call the caller's sampler every so many steps, but not after the last; 0: never.
    pub sample_every: u64,
    /// Save a checkpoint when so many seconds have passed since the last; 0: after every step.
    pub checkpoint_seconds: f64,
    /// How many checkpoints stay.
    pub checkpoints_kept: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            seed: 0,
            context: 512,
            tokens_per_step: 8192,
            tokens_per_pass: 4096,
            budget: Budget::Tokens(10_000_000),
            schedule: Schedule::default(),
            optimizer: OptimizerSettings::default(),
            clip_norm: Some(1.0),
            activations: Activations::Auto,
            validate_every: 250,
            validation_tokens: 100_000,
            sample_every: 0,
            checkpoint_seconds: 60.0,
            checkpoints_kept: 2,
        }
    }
}

impl Settings {
    /// Where to begin with instruction tuning: two passes over the conversations, at a fifth of
    /// pre-training's rates, falling over the whole run.
    pub fn tuning() -> Self {
        let optimizer = OptimizerSettings {
            muon_lr: 4e-3,
            adamw_lr: 6e-4,
            ..OptimizerSettings::default()
        };
        let schedule = Schedule {
            warm_up: 0.03,
            cool_down: 0.97,
            ..Schedule::default()
        };
        Self {
            budget: Budget::Epochs(2),
            optimizer,
            schedule,
            ..Self::default()
        }
    }

    /// Where to begin with preference training: one pass over the pairs, at small rates.
    pub fn alignment() -> Self {
        let optimizer = OptimizerSettings {
            muon_lr: 4e-4,
            adamw_lr: 6e-5,
            ..OptimizerSettings::default()
        };
        Self {
            budget: Budget::Epochs(1),
            optimizer,
            ..Self::tuning()
        }
    }

    /// Refuses values that cannot work, each by its name.
    pub fn check(&self) -> Result<(), Error> {
        if self.context == 0 {
            return Err(Error::setting("context", "must be at least 1"));
        }
        if self.tokens_per_step < self.context {
            let problem = format!("{} is less than one context", self.tokens_per_step);
            return Err(Error::setting("tokens_per_step", problem));
        }
        let budget = match self.budget {
            Budget::Tokens(n) | Budget::Steps(n) | Budget::Epochs(n) => n as f64,
            Budget::Minutes(minutes) => minutes,
        };
        if !(budget.is_finite() && budget > 0.0) {
            return Err(Error::setting(
                "budget",
                format!("{budget} is not a positive number"),
            ));
        }
        if self
            .clip_norm
            .is_some_and(|norm| norm.is_nan() || norm <= 0.0)
        {
            return Err(Error::setting(
                "clip_norm",
                "must be above 0; inf never cuts",
            ));
        }
        if self.checkpoint_seconds.is_nan() || self.checkpoint_seconds < 0.0 {
            return Err(Error::setting("checkpoint_seconds", "must be 0 or more"));
        }
        self.schedule.check()?;
        self.optimizer.check()
    }

    /// Rows of `context` tokens in a step.
    pub fn rows_per_step(&self) -> u32 {
        self.tokens_per_step / self.context
    }

    /// The settings that decide about the result, without the others: two runs that differ only in
    /// how often they look and save are the same run.
    pub fn deciding(&self) -> serde_json::Value {
        let mut settings = serde_json::to_value(self).expect("settings are plain data");
        let others = [
            "validate_every",
            "sample_every",
            "checkpoint_seconds",
            "checkpoints_kept",
        ];
        if let Some(settings) = settings.as_object_mut() {
            settings.retain(|key, _| !others.contains(&key.as_str()));
        }
        settings
    }
}
