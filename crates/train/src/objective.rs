//! What a step of training minimises: the loop is the same for all objectives.

use model::Model;
use tensor::{IGNORED, Precision, Tape, Workspace};

use crate::batches::{Batch, Batches};
use crate::metrics::{GroupValidation, Preference, Validation};
use crate::shards::{Group, Shards};
use crate::{Error, Items, Order, Packing, TooLong};

/// A model and what it is run with.
pub struct Engine<'a> {
    pub model: &'a mut Model,
    pub workspace: &'a mut Workspace,
    pub precision: Precision,
}

/// The loss of one step.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StepLoss {
    /// Mean over what the objective counts.
    pub loss: f64,
    pub bits_per_byte: Option<f64>,
    pub preference: Option<Preference>,
}

/// A loss with its gradients.
pub trait Objective {
    /// Everything that decides about the loss, for the run's identity.
    fn describe(&self) -> serde_json::Value;

    /// Adds the gradients of one step's mean loss; the step comes cut into `passes`. Calls
    /// `after_pass` with the tokens of each pass that is done.
    fn step(
        &mut self,
        engine: &mut Engine,
        passes: &[Batch],
        after_pass: &mut dyn FnMut(usize),
    ) -> Result<StepLoss, Error>;

    /// The loss on held-out data, if there is any. Calls `after_pass` as `step` does.
    fn validate(
        &mut self,
        engine: &mut Engine,
        after_pass: &mut dyn FnMut(usize),
    ) -> Result<Option<Validation>, Error>;
}

/// The negative log-likelihood of the next token, for pre-training and instruction tuning alike:
/// which tokens count is written in the shards.
pub struct NextToken {
    /// Bytes of text that each token id stands for; 0 for special tokens.
    token_bytes: Vec<u32>,
    prompt_weight: f32,
    validation: Option<HeldOut>,
}

/// Held-out batches, chosen once, so that all validations of a run look at the same text.
struct HeldOut {
    passes: Vec<Batch>,
    groups: Vec<Group>,
    /// Group of each document.
    group_of: Vec<usize>,
}

impl NextToken {
    /// `token_bytes[id]` is the number of bytes of text that `id` stands for, 0 for special tokens.
    pub fn new(token_bytes: Vec<u32>) -> Self {
        Self {
            token_bytes,
            prompt_weight: 0.0,
            validation: None,
        }
    }

    /// Has tokens that the loss mask leaves out count too, each as much as `weight` of one that it
    /// does not. Validation goes by the mask alone.
    #[must_use = "the objective with the weight is returned"]
    pub fn with_prompt_weight(mut self, weight: f64) -> Self {
        self.prompt_weight = weight as f32;
        self
    }

    /// The targets of a batch with the weight of each: those of its mask, and the other next tokens
    /// of its pieces if they count.
    fn weighted(&self, batch: &Batch) -> (Vec<u32>, Vec<f32>) {
        let mut targets = batch.targets.clone();
        let masked = targets.iter().map(|target| *target == IGNORED);
        let mut weights: Vec<f32> = masked
            .map(|masked| if masked { 0.0 } else { 1.0 })
            .collect();
        if self.prompt_weight > 0.0 {
            for segment in &batch.input.segments {
                let last = segment.start + segment.len - 1;
                for row in segment.start..last {
                    if targets[row] == IGNORED {
                        targets[row] = batch.input.ids[row + 1];
                        weights[row] = self.prompt_weight;
                    }
                }
            }
        }
        (targets, weights)
    }

    /// Validates on a fixed random choice of about `tokens_max` tokens of `shards`, packed by the
    /// same rules as the training rows in `like`.
    #[must_use = "the objective with its validation is returned"]
    pub fn with_validation(
        mut self,
        shards: Shards,
        like: &Packing,
        tokens_max: u64,
        tokens_per_pass: u32,
    ) -> Result<Self, Error> {
        if shards.documents() == 0 {
            return Ok(self);
        }
        let group_of = (0..shards.documents())
            .map(|document| shards.group(document))
            .collect();
        let groups = shards.groups().to_vec();
        let passes = held_out_passes(shards, like, tokens_max, tokens_per_pass)?;
        self.validation = Some(HeldOut {
            passes,
            groups,
            group_of,
        });
        Ok(self)
    }

    fn bytes(&self, target: u32) -> u64 {
        self.token_bytes
            .get(target as usize)
            .copied()
            .map_or(0, u64::from)
    }
}

/// The first rows of a fixed order, up to `tokens_max` tokens or the end of the documents.
pub(crate) fn held_out_passes(
    shards: Shards,
    like: &Packing,
    tokens_max: u64,
    tokens_per_pass: u32,
) -> Result<Vec<Batch>, Error> {
    let items = match like.items {
        Items::Split => Items::SplitFromStart,
        items => items,
    };
    let packing = Packing {
        name: "validation".to_owned(),
        rows_per_step: 1,
        items,
        too_long: TooLong::Skip,
        ..like.clone()
    };
    let order = Order {
        seed: 0,
        parts: vec![packing],
    };
    let mut batches = match Batches::new(order, vec![shards]) {
        Err(Error::Empty(..)) => return Ok(Vec::new()),
        batches => batches?,
    };
    let mut rows = batches.first_epoch(0)?;
    let mut tokens = 0;
    let fits = |row: &&crate::Row| {
        tokens += row.tokens() as u64;
        tokens <= tokens_max
    };
    let count = rows.iter().take_while(fits).count();
    rows.truncate(count.max(1));
    Ok(batches.passes(&rows, tokens_per_pass as usize))
}

impl Objective for NextToken {
    fn describe(&self) -> serde_json::Value {
        match self.prompt_weight {
            0.0 => serde_json::json!({ "objective": "next token" }),
            weight => serde_json::json!({ "objective": "next token", "prompt_weight": weight }),
        }
    }

    fn step(
        &mut self,
        engine: &mut Engine,
        passes: &[Batch],
        after_pass: &mut dyn FnMut(usize),
    ) -> Result<StepLoss, Error> {
        let weighted: Vec<_> = passes.iter().map(|batch| self.weighted(batch)).collect();
        let (mut count, mut bytes) = (0.0, 0.0);
        for (targets, weights) in &weighted {
            for (target, weight) in targets.iter().zip(weights) {
                count += f64::from(*weight);
                bytes += f64::from(*weight) * self.bytes(*target) as f64;
            }
        }
        let scale = 1.0 / count.max(1.0) as f32;
        let mut loss = 0.0;
        for (batch, (targets, weights)) in passes.iter().zip(&weighted) {
            let Model { decoder, params } = &mut *engine.model;
            let mut tape = Tape::training(params, engine.workspace, engine.precision);
            let hidden = decoder.hidden(&mut tape, &batch.input);
            let weights: Vec<f32> = weights.iter().map(|weight| weight * scale).collect();
            let part = decoder.loss(&mut tape, hidden, targets, &weights);
            loss += f64::from(tape.scalar(part));
            tape.backward(part);
            drop(tape);
            after_pass(batch.tokens());
        }
        Ok(StepLoss {
            loss,
            bits_per_byte: bits_per_byte(loss * count.max(1.0), bytes),
            preference: None,
        })
    }

    fn validate(
        &mut self,
        engine: &mut Engine,
        after_pass: &mut dyn FnMut(usize),
    ) -> Result<Option<Validation>, Error> {
        let Some(held_out) = &self.validation else {
            return Ok(None);
        };
        let mut sums = vec![Sums::default(); held_out.groups.len()];
        for batch in &held_out.passes {
            let log_probs = token_log_probs(engine, batch);
            for (segment, (_, piece)) in batch.input.segments.iter().zip(&batch.pieces) {
                let sum = &mut sums[held_out.group_of[piece.document as usize]];
                let rows = segment.start..segment.start + segment.len;
                for (target, log_prob) in batch.targets[rows.clone()].iter().zip(&log_probs[rows]) {
                    if *target != IGNORED {
                        sum.add(f64::from(*log_prob), self.bytes(*target));
                    }
                }
            }
            after_pass(batch.tokens());
        }
        Ok(Some(summary(&held_out.groups, &sums)))
    }
}

/// The log-probability of each target of `batch`, in nats, without gradients.
pub(crate) fn token_log_probs(engine: &mut Engine, batch: &Batch) -> Vec<f32> {
    let Model { decoder, params } = &*engine.model;
    let mut tape = Tape::inference(params, engine.workspace, engine.precision);
    let hidden = decoder.hidden(&mut tape, &batch.input);
    let log_probs = decoder.token_log_probs(&mut tape, hidden, &batch.targets);
    tape.value_f32(log_probs)
}

/// What validation adds up for a group.
#[derive(Clone, Copy, Default)]
struct Sums {
    nats: f64,
    tokens: u64,
    /// Of the tokens that stand for text: bits per byte leaves special tokens out.
    text_nats: f64,
    bytes: u64,
}

impl Sums {
    fn add(&mut self, log_prob: f64, bytes: u64) {
        self.nats -= log_prob;
        self.tokens += 1;
        if bytes > 0 {
            self.text_nats -= log_prob;
            self.bytes += bytes;
        }
    }
}

/// Groups that differ only in their licence are one.
fn summary(groups: &[Group], sums: &[Sums]) -> Validation {
    let mut merged = std::collections::BTreeMap::<(&str, &str), Sums>::new();
    let mut total = Sums::default();
    for (group, sums) in groups.iter().zip(sums) {
        for into in [
            merged.entry((&group.lang, &group.source)).or_default(),
            &mut total,
        ] {
            into.nats += sums.nats;
            into.tokens += sums.tokens;
            into.text_nats += sums.text_nats;
            into.bytes += sums.bytes;
        }
    }
    let groups = merged.into_iter().filter(|(_, sums)| sums.bytes > 0);
    let groups = groups.map(|((lang, source), sums)| GroupValidation {
        lang: lang.to_owned(),
        source: source.to_owned(),
        loss: sums.nats / sums.tokens as f64,
        bits_per_byte: bits_per_byte(sums.text_nats, sums.bytes as f64).unwrap_or_default(),
        tokens: sums.tokens,
        bytes: sums.bytes,
    });
    Validation {
        step: 0,
        loss: total.nats / total.tokens.max(1) as f64,
        bits_per_byte: bits_per_byte(total.text_nats, total.bytes as f64),
        groups: groups.collect(),
        preference: None,
    }
}

fn bits_per_byte(nats: f64, bytes: f64) -> Option<f64> {
    (bytes > 0.0).then(|| nats / std::f64::consts::LN_2 / bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prompts_count_by_their_weight_and_never_across_pieces() {
        // Two conversations: a prompt of two tokens with its answer, and a prompt alone.
        let input = model::Batch::packed(&[&[5, 6, 7, 8][..], &[1, 2]]);
        let targets = vec![IGNORED, 7, 8, 9, IGNORED, IGNORED];
        let batch = Batch {
            input,
            targets: targets.clone(),
            pieces: Vec::new(),
        };
        let objective = NextToken::new(Vec::new());
        let (as_masked, weights) = objective.weighted(&batch);
        assert_eq!(as_masked, targets);
        assert_eq!(weights, [0.0, 1.0, 1.0, 1.0, 0.0, 0.0]);
        let (all, weights) = objective.with_prompt_weight(0.25).weighted(&batch);
        assert_eq!(all, [6, 7, 8, 9, 2, IGNORED]);
        assert_eq!(weights, [0.25, 1.0, 1.0, 1.0, 0.25, 0.0]);
    }
}
