//! How long a run lasts, and the learning rate over its course.

use serde::{Deserialize, Serialize};

use crate::Error;

/// When a run ends.
///
/// Under `Tokens`, `Steps` and `Epochs` everything is a function of the step, and equal runs give
/// equal bits. Under `Minutes` the length follows the speed of the machine: the batches of each step
/// are still determined, but how many steps there are, and so the learning rates, are not.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Budget {
    /// Input tokens, repetitions included.
    Tokens(u64),
    /// Optimiser steps.
    Steps(u64),
    /// Passes over the first part of the data.
    Epochs(u64),
    /// Wall-clock time, with validation, samples and checkpoints.
    Minutes(f64),
}

impl Budget {
    /// How recipes call the units of a budget.
    pub const UNITS: [&str; 4] = ["tokens", "steps", "epochs", "minutes"];
}

/// The shape of the fall at the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CoolDown {
    #[default]
    Linear,
    /// Half a cosine wave (Loshchilov and Hutter, "SGDR", 2017).
    Cosine,
}

/// Warm-up, constant, cool-down ("WSD": Hu et al., "MiniCPM", 2024; Hägele et al., "Scaling laws and
/// compute-optimal training beyond fixed training durations", 2024).
///
/// All lengths are shares of the budget, so that one schedule serves budgets of any kind. A cosine
/// over the whole run is `warm_up = 0.02, cool_down = 0.98, shape = "cosine"`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Schedule {
    /// Share of the budget over which the learning rate rises from 0, linearly.
    pub warm_up: f64,
    /// Share of the budget over which it falls at the end.
    pub cool_down: f64,
    /// The learning rate at the end, as a fraction of the constant one.
    pub final_fraction: f64,
    pub shape: CoolDown,
}

impl Default for Schedule {
    fn default() -> Self {
        Self {
            warm_up: 0.01,
            cool_down: 0.4,
            final_fraction: 0.0,
            shape: CoolDown::Linear,
        }
    }
}

impl Schedule {
    /// Refuses shares outside of 0 to 1 and phases that overlap.
    pub fn check(&self) -> Result<(), Error> {
        let shares = [
            ("schedule.warm_up", self.warm_up),
            ("schedule.cool_down", self.cool_down),
            ("schedule.final_fraction", self.final_fraction),
        ];
        for (name, share) in shares {
            if !(0.0..=1.0).contains(&share) {
                return Err(Error::setting(
                    name,
                    format!("{share} is not between 0 and 1"),
                ));
            }
        }
        if self.warm_up + self.cool_down > 1.0 {
            let problem = format!(
                "{} and a warm-up of {} are together longer than the run; set it to at most 1 - warm_up",
                self.cool_down, self.warm_up
            );
            return Err(Error::setting("schedule.cool_down", problem));
        }
        Ok(())
    }

    /// The factor on all learning rates when `share` of the budget is used, 0 ≤ `share` ≤ 1.
    ///
    /// ```
    /// let schedule = train::Schedule { warm_up: 0.1, cool_down: 0.4, ..Default::default() };
    /// assert_eq!(schedule.factor(0.05), 0.5);
    /// assert_eq!(schedule.factor(0.5), 1.0);
    /// assert!((schedule.factor(0.9) - 0.25).abs() < 1e-12);
    /// ```
    pub fn factor(&self, share: f64) -> f64 {
        let share = share.clamp(0.0, 1.0);
        if share < self.warm_up {
            return share / self.warm_up;
        }
        let left = 1.0 - share;
        if left >= self.cool_down {
            return 1.0;
        }
        let height = left / self.cool_down;
        let height = match self.shape {
            CoolDown::Linear => height,
            CoolDown::Cosine => 0.5 * (1.0 - (std::f64::consts::PI * height).cos()),
        };
        self.final_fraction + (1.0 - self.final_fraction) * height
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_is_that_of_a_budget() {
        let budgets = [
            Budget::Tokens(1),
            Budget::Steps(1),
            Budget::Epochs(1),
            Budget::Minutes(1.0),
        ];
        for (unit, budget) in Budget::UNITS.into_iter().zip(budgets) {
            let read: Budget = serde_json::from_value(serde_json::json!({ unit: 1 })).unwrap();
            assert_eq!(read, budget);
        }
    }

    #[test]
    fn phases_meet_and_end_at_the_final_fraction() {
        for shape in [CoolDown::Linear, CoolDown::Cosine] {
            let schedule = Schedule {
                warm_up: 0.1,
                cool_down: 0.5,
                final_fraction: 0.1,
                shape,
            };
            assert_eq!(schedule.factor(0.0), 0.0);
            assert_eq!(schedule.factor(0.1), 1.0);
            assert_eq!(schedule.factor(0.5), 1.0);
            assert!((schedule.factor(0.75) - 0.55).abs() < 1e-12);
            assert!((schedule.factor(1.0) - 0.1).abs() < 1e-12);
        }
        let constant = Schedule {
            warm_up: 0.0,
            cool_down: 0.0,
            ..Schedule::default()
        };
        assert_eq!(
            [0.0, 0.5, 1.0].map(|share| constant.factor(share)),
            [1.0; 3]
        );
    }

    #[test]
    fn impossible_phases_are_refused() {
        let overlap = Schedule {
            warm_up: 0.7,
            cool_down: 0.7,
            ..Schedule::default()
        };
        assert!(
            overlap
                .check()
                .unwrap_err()
                .to_string()
                .contains("longer than the run")
        );
        let negative = Schedule {
            warm_up: -0.1,
            ..Schedule::default()
        };
        assert!(
            negative
                .check()
                .unwrap_err()
                .to_string()
                .contains("schedule.warm_up")
        );
        let nan = Schedule {
            final_fraction: f64::NAN,
            ..Schedule::default()
        };
        assert!(nan.check().is_err());
    }
}
