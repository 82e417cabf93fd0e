//! What a step of training minimises: the loop is the same for all objectives.

use ledger::random::Random;
use model::Model;
use tensor::{Precision, Tape, Workspace};

use crate::batches::{Batch, Batches, IGNORED};
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

    /// Adds the gradients of one step's mean loss; the step comes with its number, cut into `passes`.
    /// Calls `after_pass` with the tokens of each pass that is done.
    fn step(
        &mut self,
        engine: &mut Engine,
        number: u64,
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
    prompts: Prompts,
    /// What the first token of an answer counts.
    first_weight: f32,
    validation: Option<HeldOut>,
    /// Held-out items that are too long to be validated on.
    pub(crate) held_out_skipped: usize,
}

/// Which tokens of the prompts are learnt.
#[derive(Clone, Copy, Default)]
struct Prompts {
    share: f64,
    seed: u64,
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
            prompts: Prompts::default(),
            first_weight: 1.0,
            validation: None,
            held_out_skipped: 0,
        }
    }

    /// Has a share of the tokens that the loss mask leaves out count too, others at every step. Validation
    /// goes by the mask alone.
    ///
    /// That is about as if each of them had `share` as its weight, but for those that are not drawn nothing is
    /// computed behind the last attention.
    #[must_use = "the objective with the share is returned"]
    pub fn with_prompts(mut self, share: f64, seed: u64) -> Self {
        self.prompts = Prompts { share, seed };
        self
    }

    /// Has the first token of each answer count as much as `weight` others. Validation goes by the mask alone.
    #[must_use = "the objective with the weight is returned"]
    pub fn with_first_weight(mut self, weight: f64) -> Self {
        self.first_weight = weight as f32;
        self
    }

    /// What each row of a pass counts.
    fn weights(&self, batch: &Batch) -> Vec<f32> {
        let weight = |begins| if begins { self.first_weight } else { 1.0 };
        answers_begin(batch).into_iter().map(weight).collect()
    }

    /// The targets of a step's passes: those of their masks, and some of the other next tokens of their pieces.
    fn targets(&self, number: u64, passes: &[Batch]) -> Vec<Vec<u32>> {
        let Prompts { share, seed } = self.prompts;
        let mut targets: Vec<Vec<u32>> = passes.iter().map(|batch| batch.targets.clone()).collect();
        if share > 0.0 {
            let mut random = Random::new(seed, "train/prompts", number);
            for (batch, targets) in passes.iter().zip(&mut targets) {
                for segment in &batch.input.segments {
                    let piece = segment.start..segment.start + segment.len;
                    let next = &batch.input.ids[piece.clone()][1..];
                    for (target, next) in targets[piece].iter_mut().zip(next) {
                        // Drawn for targets of the mask too, so that each place has its own number.
                        let drawn = random.unit_f64() < share;
                        if *target == IGNORED && drawn {
                            *target = *next;
                        }
                    }
                }
            }
        }
        targets
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
        let HeldOutPasses { passes, skipped } =
            held_out_passes(shards, like, tokens_max, tokens_per_pass)?;
        self.held_out_skipped = skipped;
        if passes.is_empty() {
            return Ok(self);
        }
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

/// Held-out text, cut into passes.
#[derive(Default)]
pub(crate) struct HeldOutPasses {
    pub(crate) passes: Vec<Batch>,
    /// Items left out because they are longer than the context.
    pub(crate) skipped: usize,
}

/// The first rows of a fixed order, up to `tokens_max` tokens or the end of the documents.
pub(crate) fn held_out_passes(
    shards: Shards,
    like: &Packing,
    tokens_max: u64,
    tokens_per_pass: u32,
) -> Result<HeldOutPasses, Error> {
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
        Err(Error::Empty(..)) => return Ok(HeldOutPasses::default()),
        Err(Error::AllTooLong { examples, .. }) => {
            return Ok(HeldOutPasses {
                passes: Vec::new(),
                skipped: examples,
            });
        }
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
    Ok(HeldOutPasses {
        passes: batches.passes(&rows, tokens_per_pass as usize),
        skipped: batches.skipped(),
    })
}

impl Objective for NextToken {
    fn describe(&self) -> serde_json::Value {
        let mut described = serde_json::json!({ "objective": "next token" });
        if self.prompts.share > 0.0 {
            described["prompt_share"] = self.prompts.share.into();
            described["prompt_seed"] = self.prompts.seed.into();
        }
        if self.first_weight != 1.0 {
            described["first_weight"] = self.first_weight.into();
        }
        described
    }

    fn step(
        &mut self,
        engine: &mut Engine,
        number: u64,
        passes: &[Batch],
        after_pass: &mut dyn FnMut(usize),
    ) -> Result<StepLoss, Error> {
        let targets = self.targets(number, passes);
        let weights: Vec<_> = passes.iter().map(|batch| self.weights(batch)).collect();
        let (mut count, mut bytes) = (0.0, 0.0);
        for (target, weight) in targets.iter().flatten().zip(weights.iter().flatten()) {
            if *target != IGNORED {
                count += f64::from(*weight);
                bytes += f64::from(*weight) * self.bytes(*target) as f64;
            }
        }
        let count = count.max(1.0);
        let mut loss = 0.0;
        for ((batch, targets), weights) in passes.iter().zip(&targets).zip(&weights) {
            let Model { decoder, params } = &mut *engine.model;
            let mut tape = Tape::training(params, engine.workspace, engine.precision);
            let (rows, targets) = learnt(targets);
            let hidden = decoder.hidden_of(&mut tape, &batch.input, &rows);
            let weights: Vec<f32> = rows
                .iter()
                .map(|row| weights[*row] / count as f32)
                .collect();
            let part = decoder.loss(&mut tape, hidden, &targets, &weights);
            loss += f64::from(tape.scalar(part));
            tape.backward(part);
            drop(tape);
            after_pass(batch.tokens());
        }
        Ok(StepLoss {
            loss,
            bits_per_byte: bits_per_byte(loss * count, bytes),
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
            for (segment, piece) in batch.input.segments.iter().zip(&batch.pieces) {
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

/// Whether an answer begins with the target of each row: where the mask begins within a piece.
pub(crate) fn answers_begin(batch: &Batch) -> Vec<bool> {
    let mut begins = vec![false; batch.targets.len()];
    for segment in &batch.input.segments {
        let piece = segment.start..segment.start + segment.len;
        let neighbours = batch.targets[piece.clone()].windows(2);
        for (begins, pair) in begins[piece][1..].iter_mut().zip(neighbours) {
            *begins = pair[0] == IGNORED && pair[1] != IGNORED;
        }
    }
    begins
}

/// The rows that have a target, and their targets.
pub(crate) fn learnt(targets: &[u32]) -> (Vec<usize>, Vec<u32>) {
    let rows = targets.iter().copied().enumerate();
    rows.filter(|(_, target)| *target != IGNORED).unzip()
}

/// The log-probability of each target of `batch`, in nats, without gradients; 0 where there is none.
pub(crate) fn token_log_probs(engine: &mut Engine, batch: &Batch) -> Vec<f32> {
    let Model { decoder, params } = &*engine.model;
    let mut tape = Tape::inference(params, engine.workspace, engine.precision);
    let (rows, targets) = learnt(&batch.targets);
    let hidden = decoder.hidden_of(&mut tape, &batch.input, &rows);
    let log_probs = decoder.token_log_probs(&mut tape, hidden, &targets);
    in_their_places(&rows, &tape.value_f32(log_probs), batch.tokens())
}

/// `values` of `rows` among `count` rows, of which the others have 0.
pub(crate) fn in_their_places(rows: &[usize], values: &[f32], count: usize) -> Vec<f32> {
    let mut all = vec![0.0; count];
    for (row, value) in rows.iter().zip(values) {
        all[*row] = *value;
    }
    all
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
    fn what_is_learnt_is_picked_and_put_back_in_its_place() {
        let (rows, targets) = learnt(&[IGNORED, 3, 0, IGNORED, 5]);
        assert_eq!((&rows[..], &targets[..]), (&[1, 2, 4][..], &[3, 0, 5][..]));
        assert_eq!(
            in_their_places(&rows, &[0.1, 0.2, 0.3], 5),
            [0.0, 0.1, 0.2, 0.0, 0.3]
        );
        assert_eq!(learnt(&[IGNORED; 2]), (vec![], vec![]));
        assert_eq!(in_their_places(&[], &[], 2), [0.0; 2]);
        assert_eq!(learnt(&[7, 8]), (vec![0, 1], vec![7, 8]));
    }

    #[test]
    fn the_first_token_of_each_answer_counts_by_its_weight() {
        // A conversation of two turns, and a document.
        let batch = Batch {
            input: model::Batch::packed(&[&[1, 2, 3, 4, 5, 6, 7][..], &[8, 9]]),
            targets: vec![IGNORED, 3, 4, IGNORED, IGNORED, 7, 9, 9, IGNORED],
            pieces: Vec::new(),
        };
        let objective = NextToken::new(Vec::new()).with_first_weight(4.0);
        let weights = objective.weights(&batch);
        assert_eq!(weights, [1.0, 4.0, 1.0, 1.0, 1.0, 4.0, 1.0, 1.0, 1.0]);
    }

    #[test]
    fn a_share_of_the_prompts_is_learnt_other_tokens_each_step_and_never_across_pieces() {
        // Two conversations: a prompt of two tokens with its answer, and a prompt alone.
        let input = model::Batch::packed(&[&[5, 6, 7, 8][..], &[1, 2]]);
        let masked = vec![IGNORED, 7, 8, 9, IGNORED, IGNORED];
        let passes = [Batch {
            input,
            targets: masked.clone(),
            pieces: Vec::new(),
        }];
        let none = NextToken::new(Vec::new());
        assert_eq!(none.targets(0, &passes), [masked]);
        let all = NextToken::new(Vec::new()).with_prompts(1.0, 3);
        assert_eq!(all.targets(0, &passes), [[6, 7, 8, 9, 2, IGNORED]]);

        let some = NextToken::new(Vec::new()).with_prompts(0.25, 3);
        let drawn: Vec<u32> = (0..4000)
            .flat_map(|step| some.targets(step, &passes))
            .map(|targets| {
                assert_eq!((&targets[1..4], targets[5]), (&[7, 8, 9][..], IGNORED));
                u32::from(targets[0] == 6) + 2 * u32::from(targets[4] == 2)
            })
            .collect();
        let rate =
            |which: u32| drawn.iter().filter(|drawn| **drawn == which).count() as f64 / 4000.0;
        // 3/4 · 3/4 neither, 1/4 · 1/4 both; three standard deviations are about 0.02.
        assert!((rate(0) - 0.5625).abs() < 0.024 && (rate(3) - 0.0625).abs() < 0.012);
        // However the step is cut into passes.
        let halves: Vec<Batch> = [&[5, 6, 7, 8][..], &[1, 2]]
            .map(|ids| Batch {
                input: model::Batch::packed(&[ids]),
                targets: vec![IGNORED; ids.len()],
                pieces: Vec::new(),
            })
            .into();
        for step in 0..100 {
            let (whole, cut) = (some.targets(step, &passes), some.targets(step, &halves));
            assert_eq!((whole[0][0], whole[0][4]), (cut[0][0], cut[1][0]));
        }
    }
}
