//! Direct preference optimisation: a model learns to prefer chosen over rejected answers, by
//! likelihoods alone (Rafailov et al., "Direct preference optimization: your language model is
//! secretly a reward model", 2023).
//!
//! With `Δ = [log π(chosen) − log π(rejected)] − [log π_ref(chosen) − log π_ref(rejected)]`, a pair's
//! loss is
//!
//! `−(1 − ε) · log σ(βΔ) − ε · log σ(−βΔ) + α · nll(chosen) / tokens(chosen)`
//!
//! where ε is the label smoothing of conservative DPO (Mitchell, 2023) and the last term, the SFT
//! term of RPO (Pang et al., "Iterative reasoning preference optimization", 2024), keeps the chosen
//! answer itself likely. π_ref is the model before the first step; its log-probabilities never
//! change, so they are computed once and kept in a file.

use std::ops::Range;
use std::path::Path;

use model::Model;
use serde::{Deserialize, Serialize};
use tensor::{Segment, Tape};

use crate::batches::{Batch, Batches, IGNORED};
use crate::metrics::{Preference, Validation};
use crate::objective::{
    Engine, HeldOutPasses, Objective, StepLoss, held_out_passes, in_their_places, learnt,
    token_log_probs,
};
use crate::reference::Reference;
use crate::{Error, Packing, Shards};

/// What DPO is told beside the settings of all training.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DpoSettings {
    /// How strongly the model is held to its reference.
    pub beta: f64,
    /// ε: the share of pairs that are expected to be the wrong way round.
    pub label_smoothing: f64,
    /// α: the weight of the chosen answer's own likelihood.
    pub sft_weight: f64,
}

impl Default for DpoSettings {
    fn default() -> Self {
        Self {
            beta: 0.1,
            label_smoothing: 0.0,
            sft_weight: 0.2,
        }
    }
}

impl DpoSettings {
    /// Refuses values that cannot work.
    pub fn check(&self) -> Result<(), Error> {
        if !(self.beta.is_finite() && self.beta > 0.0) {
            return Err(Error::setting(
                "dpo.beta",
                format!("{} is not above 0", self.beta),
            ));
        }
        if !(0.0..0.5).contains(&self.label_smoothing) {
            let problem = format!("{} is not in [0, 0.5)", self.label_smoothing);
            return Err(Error::setting("dpo.label_smoothing", problem));
        }
        if !(self.sft_weight.is_finite() && self.sft_weight >= 0.0) {
            let problem = format!("{} is not a number from 0 up", self.sft_weight);
            return Err(Error::setting("dpo.sft_weight", problem));
        }
        Ok(())
    }
}

/// The preference loss of a model against its own beginning.
pub struct Dpo {
    settings: DpoSettings,
    reference: Reference,
    validation: Option<HeldOut>,
    /// Held-out pairs that are too long to be validated on.
    pub(crate) held_out_skipped: usize,
}

struct HeldOut {
    passes: Vec<Batch>,
    reference: Reference,
}

impl Dpo {
    /// Computes the log-probabilities of the reference, which is `engine.model` as it is now, for
    /// all pairs of part 0 of `batches`, or reads them from the file `cache` if it has them.
    ///
    /// Documents 2i and 2i + 1 of the shards are pair i, chosen and rejected, each a whole
    /// conversation whose loss mask marks the answer.
    pub fn new(
        settings: DpoSettings,
        engine: &mut Engine,
        batches: &mut Batches,
        tokens_per_pass: u32,
        cache: &Path,
        report: ledger::Report,
    ) -> Result<Self, Error> {
        settings.check()?;
        let reference = Reference::open(cache, engine, batches, tokens_per_pass, report)?;
        Ok(Self {
            settings,
            reference,
            validation: None,
            held_out_skipped: 0,
        })
    }

    /// Validates on about `tokens_max` tokens of the pairs in `valid`; `engine.model` is still the
    /// reference. `like` are the rules by which the training pairs are packed.
    pub fn with_validation(
        mut self,
        engine: &mut Engine,
        valid: Shards,
        like: &Packing,
        (tokens_max, tokens_per_pass): (u64, u32),
    ) -> Result<Self, Error> {
        if valid.documents() == 0 {
            return Ok(self);
        }
        let documents = valid.documents();
        let HeldOutPasses { passes, skipped } =
            held_out_passes(valid, like, tokens_max, tokens_per_pass)?;
        self.held_out_skipped = skipped;
        if passes.is_empty() {
            return Ok(self);
        }
        let reference = Reference::compute(engine, documents, &passes);
        self.validation = Some(HeldOut { passes, reference });
        Ok(self)
    }
}

/// Where a pair's answers lie in a batch.
struct Pair {
    /// Index of the chosen document; the rejected one follows it.
    document: usize,
    chosen: Range<usize>,
    rejected: Range<usize>,
}

/// The pairs of a batch, in order.
fn pairs(batch: &Batch) -> Vec<Pair> {
    let rows = |segment: &Segment| segment.start..segment.start + segment.len;
    let segments = batch
        .input
        .segments
        .chunks_exact(2)
        .zip(batch.pieces.chunks_exact(2));
    segments
        .map(|(segments, pieces)| {
            let document = pieces[0].document;
            assert!(
                document.is_multiple_of(2) && pieces[1].document == document + 1,
                "a pair"
            );
            let document = document as usize;
            Pair {
                document,
                chosen: rows(&segments[0]),
                rejected: rows(&segments[1]),
            }
        })
        .collect()
}

/// The loss of one pair and its gradients.
#[derive(Clone, Copy, Debug, Default)]
struct PairLoss {
    loss: f64,
    chosen_reward: f64,
    rejected_reward: f64,
    /// By the log-probability of each token of the answer.
    chosen_gradient: f64,
    rejected_gradient: f64,
}

/// The formula at the head of this page. `chosen` and `rejected` are `[log π, log π_ref]` of whole
/// answers, `tokens` is the length of the chosen one.
fn pair_loss(
    settings: &DpoSettings,
    chosen: [f64; 2],
    rejected: [f64; 2],
    tokens: usize,
) -> PairLoss {
    let DpoSettings {
        beta,
        label_smoothing,
        sft_weight,
    } = *settings;
    let chosen_reward = beta * (chosen[0] - chosen[1]);
    let rejected_reward = beta * (rejected[0] - rejected[1]);
    let margin = chosen_reward - rejected_reward;
    // d/dm of −(1 − ε)·log σ(m) − ε·log σ(−m)
    let by_margin = -(1.0 - label_smoothing) * sigmoid(-margin) + label_smoothing * sigmoid(margin);
    let tokens = tokens.max(1) as f64;
    PairLoss {
        loss: -(1.0 - label_smoothing) * log_sigmoid(margin)
            - label_smoothing * log_sigmoid(-margin)
            - sft_weight * chosen[0] / tokens,
        chosen_reward,
        rejected_reward,
        chosen_gradient: beta * by_margin - sft_weight / tokens,
        rejected_gradient: -beta * by_margin,
    }
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// `log σ(x)`, without overflow for any `x`.
fn log_sigmoid(x: f64) -> f64 {
    x.min(0.0) - (-x.abs()).exp().ln_1p()
}

/// What a step adds up over pairs.
#[derive(Default)]
struct Sums {
    pairs: usize,
    right: usize,
    loss: f64,
    chosen_reward: f64,
    rejected_reward: f64,
}

impl Sums {
    fn add(&mut self, pair: &PairLoss) {
        self.pairs += 1;
        self.right += usize::from(pair.chosen_reward > pair.rejected_reward);
        self.loss += pair.loss;
        self.chosen_reward += pair.chosen_reward;
        self.rejected_reward += pair.rejected_reward;
    }

    fn means(&self) -> (f64, Preference) {
        let count = self.pairs.max(1) as f64;
        let preference = Preference {
            accuracy: self.right as f64 / count,
            margin: (self.chosen_reward - self.rejected_reward) / count,
            chosen_reward: self.chosen_reward / count,
            rejected_reward: self.rejected_reward / count,
        };
        (self.loss / count, preference)
    }
}

impl Dpo {
    /// The losses of all pairs of a batch, whose targets have `log_probs`.
    fn losses(
        settings: &DpoSettings,
        reference: &Reference,
        batch: &Batch,
        log_probs: &[f32],
    ) -> Vec<(Pair, PairLoss)> {
        let loss = |pair: Pair| {
            let [chosen, rejected] =
                [(&pair.chosen, 0), (&pair.rejected, 1)].map(|(rows, place)| {
                    let policy = answer_log_prob(batch, rows.clone(), log_probs);
                    [policy, reference.log_prob(pair.document + place)]
                });
            let answer = batch.targets[pair.chosen.clone()]
                .iter()
                .filter(|t| **t != IGNORED);
            let loss = pair_loss(settings, chosen, rejected, answer.count());
            (pair, loss)
        };
        pairs(batch).into_iter().map(loss).collect()
    }
}

/// The log-probability of the learnt tokens in `rows`.
pub(crate) fn answer_log_prob(batch: &Batch, rows: Range<usize>, log_probs: &[f32]) -> f64 {
    rows.filter(|row| batch.targets[*row] != IGNORED)
        .map(|row| f64::from(log_probs[row]))
        .sum()
}

impl Objective for Dpo {
    fn describe(&self) -> serde_json::Value {
        serde_json::json!({ "objective": "dpo", "settings": self.settings })
    }

    fn step(
        &mut self,
        engine: &mut Engine,
        _number: u64,
        passes: &[Batch],
        after_pass: &mut dyn FnMut(usize),
    ) -> Result<StepLoss, Error> {
        let count: usize = passes.iter().map(|batch| batch.pieces.len() / 2).sum();
        let mut sums = Sums::default();
        for batch in passes {
            let Model { decoder, params } = &mut *engine.model;
            let mut tape = Tape::training(params, engine.workspace, engine.precision);
            let (rows, targets) = learnt(&batch.targets);
            let hidden = decoder.hidden_of(&mut tape, &batch.input, &rows);
            let var = decoder.token_log_probs(&mut tape, hidden, &targets);
            let log_probs = in_their_places(&rows, &tape.value_f32(var), batch.tokens());
            let mut upstream = vec![0.0; batch.tokens()];
            for (pair, loss) in Self::losses(&self.settings, &self.reference, batch, &log_probs) {
                sums.add(&loss);
                upstream[pair.chosen].fill((loss.chosen_gradient / count as f64) as f32);
                upstream[pair.rejected].fill((loss.rejected_gradient / count as f64) as f32);
            }
            let upstream: Vec<f32> = rows.iter().map(|row| upstream[*row]).collect();
            tape.backward_from(var, &upstream);
            drop(tape);
            after_pass(batch.tokens());
        }
        let (loss, preference) = sums.means();
        Ok(StepLoss {
            loss,
            bits_per_byte: None,
            preference: Some(preference),
        })
    }

    fn validate(
        &mut self,
        engine: &mut Engine,
        after_pass: &mut dyn FnMut(usize),
    ) -> Result<Option<Validation>, Error> {
        let Some(HeldOut { passes, reference }) = &self.validation else {
            return Ok(None);
        };
        let mut sums = Sums::default();
        for batch in passes {
            let log_probs = token_log_probs(engine, batch);
            for (_, loss) in Self::losses(&self.settings, reference, batch, &log_probs) {
                sums.add(&loss);
            }
            after_pass(batch.tokens());
        }
        let (loss, preference) = sums.means();
        Ok(Some(Validation {
            loss,
            preference: Some(preference),
            ..Validation::default()
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn numbers(value: &Value) -> Vec<f64> {
        value
            .as_array()
            .unwrap()
            .iter()
            .map(|number| number.as_f64().unwrap())
            .collect()
    }

    #[test]
    fn loss_and_gradients_are_those_of_pytorch() {
        let cases: Vec<Value> =
            serde_json::from_str(include_str!("../tests/fixtures/dpo.json")).unwrap();
        assert_eq!(cases.len(), 3);
        for case in cases {
            let settings = DpoSettings {
                beta: case["beta"].as_f64().unwrap(),
                label_smoothing: case["label_smoothing"].as_f64().unwrap(),
                sft_weight: case["sft_weight"].as_f64().unwrap(),
            };
            let pairs = case["log_probs"].as_array().unwrap();
            let mut sums = Sums::default();
            for (index, pair) in pairs.iter().enumerate() {
                let [chosen, rejected] = [0, 1].map(|answer| {
                    let policy: f64 = numbers(&pair[answer]).iter().sum();
                    [policy, case["reference"][index][answer].as_f64().unwrap()]
                });
                let tokens = pair[0].as_array().unwrap().len();
                let loss = pair_loss(&settings, chosen, rejected, tokens);
                sums.add(&loss);
                for (answer, gradient) in [loss.chosen_gradient, loss.rejected_gradient]
                    .iter()
                    .enumerate()
                {
                    for expected in numbers(&case["gradients"][index][answer]) {
                        let gradient = gradient / pairs.len() as f64;
                        assert!(
                            (gradient - expected).abs() < 1e-12,
                            "{gradient} for {expected}"
                        );
                    }
                }
            }
            let (loss, preference) = sums.means();
            for (ours, theirs) in [
                (loss, &case["loss"]),
                (preference.accuracy, &case["accuracy"]),
                (preference.margin, &case["margin"]),
            ] {
                assert!(
                    (ours - theirs.as_f64().unwrap()).abs() < 1e-12,
                    "{ours} for {theirs}"
                );
            }
        }
    }

    #[test]
    fn extreme_margins_stay_finite() {
        for margin in [-1e6, 1e6] {
            let loss = pair_loss(&DpoSettings::default(), [margin, 0.0], [-margin, 0.0], 3);
            assert!(loss.loss.is_finite() && loss.chosen_gradient.is_finite());
        }
        assert_eq!(log_sigmoid(-1e5), -1e5);
        assert!((log_sigmoid(0.0) + std::f64::consts::LN_2).abs() < 1e-15);
    }
}
