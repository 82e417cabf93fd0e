//! The three kinds of training, each from a folder of shards to a trained model.

use std::path::Path;
use std::time::Instant;

use model::Model;
use serde::{Deserialize, Serialize};
use tensor::Workspace;
use tokenizer::Tokenizer;

use crate::batches::{Batches, Items, Order, Packing, TooLong};
use crate::border::{Border, settle_borders};
use crate::dpo::{Dpo, DpoSettings};
use crate::encode::{CHOSEN, REJECTED, token_bytes};
use crate::objective::{Engine, NextToken};
use crate::shards::Shards;
use crate::trainer::{Hooks, Totals, train};
use crate::{Error, Settings};

/// The split that is learnt.
pub const TRAIN: &str = "train";
/// The split that is only measured; it may have no documents.
pub const VALID: &str = "valid";

/// What every run works on.
pub struct Work<'w> {
    /// Is trained in place.
    pub model: &'w mut Model,
    pub tokenizer: &'w Tokenizer,
    /// Folder of the shards `train` and `valid`.
    pub shards: &'w Path,
    /// Folder for metrics and checkpoints. It must exist; a run that was begun in it goes on.
    pub dir: &'w Path,
}

/// What instruction tuning is told beside the settings of all training.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TuningSettings {
    /// Tokens of pre-training text for each token of conversations, rounded to whole rows of a step (one of 16 is
    /// 0.067) and at least one: a model that only sees answers forgets what it has read.
    pub replay: f64,
    /// The share of the tokens that are not the assistant's which are learnt too, drawn anew at every
    /// step; 0 leaves them out. Where answers are short and conversations few, learning the questions
    /// too makes better answers (Shi et al., "Instruction tuning with loss over instructions", 2024).
    pub prompt_share: f64,
    /// What the first token of an answer counts, beside 1 for the others: with it, an answer grants, declines or
    /// admits not to know (Qi et al., "Safety alignment should be made more than just a few tokens deep",
    /// 2024), and a small model that has little time should learn that first.
    pub first_weight: f64,
    pub too_long: TooLong,
}

impl Default for TuningSettings {
    fn default() -> Self {
        Self {
            replay: 0.0,
            prompt_share: 0.0,
            first_weight: 1.0,
            too_long: TooLong::default(),
        }
    }
}

impl TuningSettings {
    /// Refuses numbers that cannot work, in a training with `settings`.
    pub fn check(&self, settings: &Settings) -> Result<(), Error> {
        if !(self.replay.is_finite() && self.replay >= 0.0) {
            let problem = format!("{} is not a number from 0 up", self.replay);
            return Err(Error::setting("replay", problem));
        }
        if self.replay > 0.0 {
            replayed_rows(settings.rows_per_step(), self.replay)?;
        }
        if !(0.0..=1.0).contains(&self.prompt_share) {
            let problem = format!("{} is not a number from 0 to 1", self.prompt_share);
            return Err(Error::setting("prompt_share", problem));
        }
        if !(self.first_weight.is_finite() && self.first_weight > 0.0) {
            let problem = format!("{} is not a number above 0", self.first_weight);
            return Err(Error::setting("first_weight", problem));
        }
        Ok(())
    }
}

/// Pre-trains on the documents of `work.shards` (see [`crate::encode_documents`]), which are cut
/// where they are longer than the context.
///
/// # Errors
/// See [`train`]; also if the shards do not fit the model.
pub fn pretrain(work: Work, settings: &Settings, hooks: Hooks) -> Result<Totals, Error> {
    settings.check()?;
    let packing = packing(TRAIN, settings, Items::Split, TooLong::Refuse);
    next_token(
        work,
        settings,
        vec![packing],
        Vec::new(),
        TuningSettings::default(),
        hooks,
    )
}

/// Tunes on the conversations of `work.shards` (see [`crate::encode_conversations`]), which stay
/// whole; a row packs several. With `replay`, the folder of pre-training shards, every step also
/// takes rows from there.
///
/// # Errors
/// See [`train`]; also if a number of `tuning` is out of its range, the shards do not fit the
/// model, or a conversation does not fit the context and is not to be skipped.
pub fn tune(
    work: Work,
    settings: &Settings,
    tuning: TuningSettings,
    replay: Option<&Path>,
    hooks: Hooks,
) -> Result<Totals, Error> {
    settings.check()?;
    tuning.check(settings)?;
    let mut parts = vec![packing(TRAIN, settings, Items::Whole(1), tuning.too_long)];
    let mut others = Vec::new();
    if tuning.replay > 0.0 {
        let dir = replay
            .ok_or_else(|| Error::setting("replay", "there are no shards of pre-training text"))?;
        let rows = settings.rows_per_step();
        let replayed = replayed_rows(rows, tuning.replay)?;
        parts[0].rows_per_step = rows - replayed;
        let rules = packing("replay", settings, Items::Split, TooLong::Refuse);
        parts.push(Packing {
            rows_per_step: replayed,
            ..rules
        });
        others.push(open(dir, TRAIN, work.model, settings)?);
    }
    next_token(work, settings, parts, others, tuning, hooks)
}

/// How many of a step's `rows` hold pre-training text.
fn replayed_rows(rows: u32, replay: f64) -> Result<u32, Error> {
    if rows < 2 {
        let problem =
            "a step has no row to spare: set `tokens_per_step` to twice the `context` or more";
        return Err(Error::setting("replay", problem));
    }
    let share = replay / (1.0 + replay);
    Ok(((f64::from(rows) * share).round() as u32).clamp(1, rows - 1))
}

/// Aligns on the preference pairs of `work.shards` (see [`crate::encode_preferences`]) by direct
/// preference optimisation; the reference is `work.model` as it comes. Then the `borders` are settled on
/// the held-out conversations of their shards, if there are any.
///
/// # Errors
/// As [`tune`] and [`crate::settle_borders`].
pub fn align(
    work: Work,
    settings: &Settings,
    dpo: DpoSettings,
    too_long: TooLong,
    borders: Option<(&[Border], &Path)>,
    hooks: Hooks,
) -> Result<Totals, Error> {
    settings.check()?;
    let Work {
        model,
        tokenizer,
        shards: dir,
        dir: run,
    } = work;
    let packing = packing_of_pairs(settings, too_long);
    let order = Order {
        seed: settings.seed,
        parts: vec![packing.clone()],
    };
    let shards = open(dir, TRAIN, model, settings)?;
    let valid = open(dir, VALID, model, settings)?;
    must_hold_pairs(&shards)?;
    must_hold_pairs(&valid)?;
    let mut batches = Batches::new(order, vec![shards])?;

    let mut workspace = Workspace::default();
    let precision = settings.activations.precision();
    let mut engine = Engine {
        model: &mut *model,
        workspace: &mut workspace,
        precision,
    };
    let (cache, per_pass) = (run.join("reference.bin"), settings.tokens_per_pass);
    let mut objective = Dpo::new(
        dpo,
        &mut engine,
        &mut batches,
        per_pass,
        &cache,
        &mut *hooks.report,
    )?
    .with_validation(
        &mut engine,
        valid,
        &packing,
        (settings.validation_tokens, per_pass),
    )?;
    drop(workspace);
    let training = Hooks {
        report: &mut *hooks.report,
        sample: hooks.sample,
        profile: hooks.profile,
    };
    let mut totals = train(model, &mut batches, &mut objective, settings, run, training)?;
    totals.tell_skipped(objective.held_out_skipped, settings);
    if let Some((borders, chats)) = borders {
        let started = Instant::now();
        totals.borders = settle_borders(model, tokenizer, chats, settings, borders, hooks.report)?;
        totals.seconds += started.elapsed().as_secs_f64();
    }
    Ok(totals)
}

/// Refuses, before hours of pre-training, what tuning on the conversations in the folder `shards` would refuse.
///
/// # Errors
/// If a setting cannot work, if there are no conversations, or if one does not fit the context and is not to be skipped.
pub fn check_conversations(
    shards: &Path,
    settings: &Settings,
    too_long: TooLong,
) -> Result<(), Error> {
    settings.check()?;
    check_epoch(
        Shards::open(shards, TRAIN)?,
        packing(TRAIN, settings, Items::Whole(1), too_long),
    )
}

/// The same for aligning on pairs.
///
/// # Errors
/// As [`check_conversations`], and if the shards hold no pairs.
pub fn check_pairs(shards: &Path, settings: &Settings, too_long: TooLong) -> Result<(), Error> {
    settings.check()?;
    let shards = Shards::open(shards, TRAIN)?;
    must_hold_pairs(&shards)?;
    check_epoch(shards, packing_of_pairs(settings, too_long))
}

fn check_epoch(shards: Shards, packing: Packing) -> Result<(), Error> {
    let order = Order {
        seed: 0,
        parts: vec![packing],
    };
    Batches::new(order, vec![shards]).map(drop)
}

/// Refuses shards whose documents do not come in twos, a chosen answer and a rejected one.
fn must_hold_pairs(shards: &Shards) -> Result<(), Error> {
    let ends = |document: usize, what: &str| -> Result<bool, Error> {
        Ok(shards.record(document)?.provenance.id.ends_with(what))
    };
    let documents = shards.documents();
    let are_pairs = documents.is_multiple_of(2)
        && (documents == 0 || ends(0, CHOSEN)? && ends(documents - 1, REJECTED)?);
    match are_pairs {
        true => Ok(()),
        false => Err(Error::shards(
            shards.path(),
            "these are not preference pairs",
        )),
    }
}

fn packing_of_pairs(settings: &Settings, too_long: TooLong) -> Packing {
    Packing {
        // A pair is two segments, each of which may be as long as the context.
        row_tokens: 2 * settings.context,
        rows_per_step: settings.rows_per_step().div_ceil(2),
        ..packing(TRAIN, settings, Items::Whole(2), too_long)
    }
}

fn next_token(
    work: Work,
    settings: &Settings,
    parts: Vec<Packing>,
    others: Vec<Shards>,
    tuning: TuningSettings,
    hooks: Hooks,
) -> Result<Totals, Error> {
    let Work {
        model,
        tokenizer,
        shards: dir,
        dir: run,
    } = work;
    let mut shards = vec![open(dir, TRAIN, model, settings)?];
    shards.extend(others);
    let valid = open(dir, VALID, model, settings)?;
    let mut objective = NextToken::new(token_bytes(tokenizer))
        .with_prompts(tuning.prompt_share, settings.seed)
        .with_first_weight(tuning.first_weight)
        .with_validation(
            valid,
            &parts[0],
            settings.validation_tokens,
            settings.tokens_per_pass,
        )?;
    let order = Order {
        seed: settings.seed,
        parts,
    };
    let mut batches = Batches::new(order, shards)?;
    let mut totals = train(model, &mut batches, &mut objective, settings, run, hooks)?;
    totals.tell_skipped(objective.held_out_skipped, settings);
    Ok(totals)
}

pub(crate) fn packing(name: &str, settings: &Settings, items: Items, too_long: TooLong) -> Packing {
    Packing {
        name: name.to_owned(),
        context: settings.context,
        row_tokens: settings.context,
        rows_per_step: settings.rows_per_step(),
        items,
        too_long,
    }
}

/// Opens a split and checks that the model has its tokens and positions.
pub(crate) fn open(
    dir: &Path,
    split: &str,
    model: &Model,
    settings: &Settings,
) -> Result<Shards, Error> {
    let (config, shards) = (model.config(), Shards::open(dir, split)?);
    if settings.context as usize > config.context {
        let problem = format!(
            "{} is more than the model's {}",
            settings.context, config.context
        );
        return Err(Error::setting("context", problem));
    }
    if shards.header().vocabulary as usize > config.vocab_size {
        let problem = format!(
            "encoded with a vocabulary of {}, the model's is {}",
            shards.header().vocabulary,
            config.vocab_size
        );
        return Err(Error::shards(shards.path(), problem));
    }
    Ok(shards)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replay_is_rounded_to_rows_of_which_some_are_left() {
        for (rows, replay, replayed) in [(16, 0.1, 1), (16, 0.3, 4), (16, 1.0, 8), (2, 9.0, 1)] {
            assert_eq!(replayed_rows(rows, replay).unwrap(), replayed);
        }
        let message = replayed_rows(1, 0.1).unwrap_err().to_string();
        assert!(message.contains("`tokens_per_step`"), "{message}");
    }
}
