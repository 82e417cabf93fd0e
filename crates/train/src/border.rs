//! Borders between two ways to begin an answer: where a model stops granting and begins to decline.
//!
//! A model may tell requests apart well and yet lean to one side, each trained model by another amount.
//! How far is seen on conversations that tuning has not read. With `m = logit(decline) − logit(grant)`
//! where an answer begins, the border `b` is the root of
//!
//! `cost · mean over declined of σ(a·b − m) = mean over granted of σ(m − a·b)`
//!
//! For a = 1 that is the intercept of a logistic regression with slope 1 whose sides weigh `cost` to 1,
//! however many answers either has (Platt, "Probabilistic outputs for support vector machines", 1999; that a
//! border is moved by an offset of logits: Menon et al., "Long-tail learning via logit adjustment", 2021).
//!
//! It is then moved to 0 in the weights, so that the model needs nothing beside them. The head's rows of
//! the two tokens become `E(decline) − ½b·v` and `E(grant) + ½b·v` with
//!
//! `v = S⁻¹h̄ / (h̄ᵀ S⁻¹h̄)`
//!
//! where h̄ is the mean state behind the final norm at the border's answers, and S the second moment of
//! the states before all learnt tokens: the change that moves `m` by `−b` at h̄ and the two logits elsewhere
//! least, in squares (as a fact is written into one layer by Meng et al., "Locating and editing factual
//! associations in GPT", 2022). At the state h of an answer it moves `m` by `a = v·h` times that, which is about
//! 1 and what `a` is above. Where the head is tied, the tokens' embeddings change with it.

use std::collections::BTreeMap;
use std::path::Path;

use ledger::{Progress, Report};
use model::Model;
use serde::{Deserialize, Serialize};
use tensor::{Tape, Workspace};
use tokenizer::Tokenizer;

use crate::batches::{Batch, Items, TooLong};
use crate::objective::{answers_begin, held_out_passes, learnt};
use crate::runs::{VALID, open, packing};
use crate::{Error, Settings, Shards};

/// Two ways to begin an answer, of which each request deserves one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Border {
    /// How answers begin that decline. Only its first token counts, here and below: no other answers should begin
    /// with it.
    pub decline: String,
    /// How answers begin that grant.
    pub grant: String,
    /// What it costs to grant a share of what should be declined, where to decline the same share of the others
    /// costs 1.
    #[serde(default = "one")]
    pub cost: f64,
}

fn one() -> f64 {
    1.0
}

/// A border that was found and moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settled {
    pub decline: String,
    pub grant: String,
    /// Where it was found, `b`, in units of a logit: above 0 the model declined too much.
    pub offset: f64,
    /// How many answers of the held-out conversations begin in either way.
    pub to_decline: usize,
    pub to_grant: usize,
    pub before: Mistakes,
    /// By the states of before: those behind the tokens whose embeddings changed with a tied head are not
    /// computed anew.
    pub after: Mistakes,
}

/// For how many of them the model prefers the other of the two beginnings. (What it begins with may be a third.)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mistakes {
    pub granted: usize,
    pub declined: usize,
}

/// The fewest answers on either side by which a border is moved: with fewer, chance decides.
const ANSWERS_MIN: usize = 20;

impl Border {
    /// Refuses what cannot work with any tokenizer.
    ///
    /// # Errors
    /// [`Error::Setting`] if a beginning is empty or the cost is not above 0.
    pub fn check(&self) -> Result<(), Error> {
        if !(self.cost.is_finite() && self.cost > 0.0) {
            let problem = format!(
                "the cost {} is not a finite number above 0, such as 2",
                self.cost
            );
            return Err(Error::setting(KEY, problem));
        }
        if self.decline.is_empty() || self.grant.is_empty() {
            let problem = format!(
                "a beginning is empty, of `{}` and `{}`: give the first words of such answers",
                self.decline, self.grant
            );
            return Err(Error::setting(KEY, problem));
        }
        Ok(())
    }
}

/// The key in recipes.
const KEY: &str = "align.borders";

/// Refuses borders that cannot be settled, before any training: on the held-out conversations in the
/// folder `shards`, with its tokenizer.
///
/// # Errors
/// As [`Border::check`]; also if a beginning stands in two borders, or too few of the answers that fit the
/// context begin so.
pub fn check_borders(
    shards: &Path,
    tokenizer: &Tokenizer,
    settings: &Settings,
    borders: &[Border],
) -> Result<(), Error> {
    let pairs = first_tokens(tokenizer, borders)?;
    if borders.is_empty() {
        return Ok(());
    }
    let mut counts: BTreeMap<u32, usize> =
        pairs.iter().flatten().map(|first| (*first, 0)).collect();
    for batch in passes(Shards::open(shards, VALID)?, settings)? {
        for (begins, target) in answers_begin(&batch).into_iter().zip(&batch.targets) {
            if let Some(count) = counts.get_mut(target) {
                *count += usize::from(begins);
            }
        }
    }
    let mut of_borders = borders.iter().zip(pairs);
    of_borders
        .try_for_each(|(border, [decline, grant])| enough(border, counts[&decline], counts[&grant]))
}

/// All held-out conversations that fit the context.
fn passes(valid: Shards, settings: &Settings) -> Result<Vec<Batch>, Error> {
    let like = packing("borders", settings, Items::Whole(1), TooLong::Skip);
    Ok(held_out_passes(valid, &like, u64::MAX, settings.tokens_per_pass)?.passes)
}

fn enough(border: &Border, to_decline: usize, to_grant: usize) -> Result<(), Error> {
    if to_decline.min(to_grant) >= ANSWERS_MIN {
        return Ok(());
    }
    let problem = format!(
        "of the conversations set aside that fit `align.training.context`, {to_decline} answers begin with `{}` and {to_grant} \
         with `{}`, and {ANSWERS_MIN} of each are needed: raise `corpus.options.valid_fraction`, or leave the border out",
        border.decline, border.grant
    );
    Err(Error::setting(KEY, problem))
}

/// The first tokens `[decline, grant]` of each border.
fn first_tokens(tokenizer: &Tokenizer, borders: &[Border]) -> Result<Vec<[u32; 2]>, Error> {
    let mut pairs: Vec<[u32; 2]> = Vec::new();
    for border in borders {
        border.check()?;
        let first = |text: &str| tokenizer.encode(text)[0];
        let pair = [first(&border.decline), first(&border.grant)];
        let is_taken = |first: &u32| pairs.iter().flatten().any(|other| other == first);
        if pair[0] == pair[1] || pair.iter().any(is_taken) {
            let problem = format!(
                "`{}` or `{}` begins with the same token as another beginning: choose beginnings that differ from the first \
                 word on",
                border.decline, border.grant
            );
            return Err(Error::setting(KEY, problem));
        }
        pairs.push(pair);
    }
    Ok(pairs)
}

/// Finds each of the `borders` on the held-out conversations in the folder `shards`, and moves it to 0 by
/// the formulas at the head of this page.
///
/// # Errors
/// As [`check_borders`], and if the shards do not fit the model.
pub fn settle_borders(
    model: &mut Model,
    tokenizer: &Tokenizer,
    shards: &Path,
    settings: &Settings,
    borders: &[Border],
    report: Report,
) -> Result<Vec<Settled>, Error> {
    let pairs = first_tokens(tokenizer, borders)?;
    if borders.is_empty() {
        return Ok(Vec::new());
    }
    let answers = Answers::of(model, shards, settings, &pairs, report)?;
    let moment = Cholesky::of(answers.moment, model.config().width);
    let mut settled = Vec::new();
    for (border, [decline, grant]) in borders.iter().zip(pairs) {
        let states = [decline, grant].map(|first| answers.states[&first].as_slice());
        enough(border, states[0].len(), states[1].len())?;
        let margins = |model: &Model| margins(model, [decline, grant], states);
        let before = margins(model);
        let direction = moment.direction(&mean(states));
        let moves = states.map(|states| along(states, &direction));
        let offset = root(&before, &moves, border.cost).ok_or_else(|| {
            let problem = format!(
                "the border between `{}` and `{}` lies nowhere: what the model makes of the two sides has nothing in common",
                border.decline, border.grant
            );
            Error::setting(KEY, problem)
        })?;
        move_logit(model, decline, -0.5 * offset, &direction);
        move_logit(model, grant, 0.5 * offset, &direction);
        settled.push(Settled {
            decline: border.decline.clone(),
            grant: border.grant.clone(),
            offset,
            to_decline: states[0].len(),
            to_grant: states[1].len(),
            before: Mistakes::count(&before),
            after: Mistakes::count(&margins(model)),
        });
    }
    Ok(settled)
}

/// The states before the answers of held-out conversations.
struct Answers {
    /// By the first token of an answer, for those of the borders: the states (D) before it.
    states: BTreeMap<u32, Vec<Vec<f32>>>,
    /// (D, D) the mean of `h·hᵀ` over all learnt tokens; what lies above the diagonal is not filled.
    moment: Vec<f64>,
}

impl Answers {
    fn of(
        model: &Model,
        shards: &Path,
        settings: &Settings,
        pairs: &[[u32; 2]],
        report: Report,
    ) -> Result<Self, Error> {
        let passes = passes(open(shards, VALID, model, settings)?, settings)?;
        let total: usize = passes.iter().map(Batch::tokens).sum();
        let width = model.config().width;
        let mut answers = Self {
            states: pairs
                .iter()
                .flatten()
                .map(|first| (*first, Vec::new()))
                .collect(),
            moment: vec![0.0; width * width],
        };
        let (mut workspace, mut done, mut count) = (Workspace::default(), 0, 0);
        for batch in &passes {
            let precision = settings.activations.precision();
            let mut tape = Tape::inference(&model.params, &mut workspace, precision);
            let (rows, targets) = learnt(&batch.targets);
            let hidden = model.decoder.hidden_of(&mut tape, &batch.input, &rows);
            let hidden = tape.value_f32(hidden);
            let begins = answers_begin(batch);
            for ((row, first), state) in rows.iter().zip(targets).zip(hidden.chunks_exact(width)) {
                add_square(&mut answers.moment, state);
                if let Some(states) = answers.states.get_mut(&first).filter(|_| begins[*row]) {
                    states.push(state.to_vec());
                }
            }
            count += rows.len();
            done += batch.tokens();
            report(Progress {
                done: done as u64,
                total: Some(total as u64),
                unit: "tokens",
                note: "borders between answers",
            });
        }
        let scale = 1.0 / count.max(1) as f64;
        answers.moment.iter_mut().for_each(|sum| *sum *= scale);
        Ok(answers)
    }
}

/// `moment += state · stateᵀ`, on and below the diagonal.
fn add_square(moment: &mut [f64], state: &[f32]) {
    let rows = moment.chunks_exact_mut(state.len()).enumerate();
    for (at, row) in rows {
        let by = f64::from(state[at]);
        for (sum, h) in row.iter_mut().zip(&state[..=at]) {
            *sum += by * f64::from(*h);
        }
    }
}

/// `logit(decline) − logit(grant)` of either side's answers, before any soft cap, which keeps the order.
fn margins(model: &Model, pair: [u32; 2], states: [&[Vec<f32>]; 2]) -> [Vec<f64>; 2] {
    let (head, width) = (model.params.value(model.decoder.head), model.config().width);
    let [decline, grant] = pair.map(|token| &head[token as usize * width..][..width]);
    let rows = decline.iter().zip(grant);
    let difference: Vec<f64> = rows.map(|(a, b)| f64::from(*a) - f64::from(*b)).collect();
    states.map(|states| along(states, &difference))
}

/// The product of each state with `direction`.
fn along(states: &[Vec<f32>], direction: &[f64]) -> Vec<f64> {
    let along = |state: &Vec<f32>| {
        let products = state.iter().zip(direction);
        products.map(|(h, v)| f64::from(*h) * v).sum()
    };
    states.iter().map(along).collect()
}

impl Mistakes {
    fn count([to_decline, to_grant]: &[Vec<f64>; 2]) -> Self {
        Self {
            granted: to_decline.iter().filter(|margin| **margin <= 0.0).count(),
            declined: to_grant.iter().filter(|margin| **margin > 0.0).count(),
        }
    }
}

/// The root `b` of the equation at the head of this page, for margins `m` and moves `a` of the two sides. It has one where
/// the moves are above 0, for then the left side rises with `b` from 0 and the right one falls to 0. `None` if none was
/// found.
fn root(margins: &[Vec<f64>; 2], moves: &[Vec<f64>; 2], cost: f64) -> Option<f64> {
    let wrong = |side: usize, sign: f64, border: f64| -> f64 {
        let answers = margins[side].iter().zip(&moves[side]);
        let wrong = answers.map(|(margin, by)| 1.0 / (1.0 + (sign * (margin - by * border)).exp()));
        wrong.sum::<f64>() / margins[side].len() as f64
    };
    let excess = |border: f64| cost * wrong(0, 1.0, border) - wrong(1, -1.0, border);
    let largest = margins
        .iter()
        .flatten()
        .fold(0.0, |most: f64, m| most.max(m.abs()));
    // So far out that moves of a quarter still leave all margins behind, and one side is as good as 0.
    let beyond = 4.0 * (largest + 40.0 + cost.ln().abs());
    let (mut low, mut high) = (-beyond, beyond);
    if !(excess(low) < 0.0 && excess(high) > 0.0) {
        return None;
    }
    for _ in 0..80 {
        let middle = 0.5 * (low + high);
        match excess(middle) < 0.0 {
            true => low = middle,
            false => high = middle,
        }
    }
    Some(0.5 * (low + high))
}

/// The mean of all states.
fn mean(states: [&[Vec<f32>]; 2]) -> Vec<f64> {
    let all: Vec<&Vec<f32>> = states.into_iter().flatten().collect();
    let mut mean = vec![0.0; all[0].len()];
    for state in &all {
        for (sum, h) in mean.iter_mut().zip(*state) {
            *sum += f64::from(*h) / all.len() as f64;
        }
    }
    mean
}

/// Adds `by · direction` to the head's row of `token`.
fn move_logit(model: &mut Model, token: u32, by: f64, direction: &[f64]) {
    model.params.update(model.decoder.head, |head, _| {
        let row = &mut head[token as usize * direction.len()..][..direction.len()];
        for (weight, direction) in row.iter_mut().zip(direction) {
            *weight += (by * direction) as f32;
        }
    });
}

/// `S + εI = L·Lᵀ` of a second moment S.
struct Cholesky {
    /// (D, D), of which only what lies on and below the diagonal counts.
    lower: Vec<f64>,
    side: usize,
}

impl Cholesky {
    /// ε is this share of the mean of the diagonal: fewer states than D would leave S without an inverse.
    const RIDGE: f64 = 1e-3;

    fn of(mut moment: Vec<f64>, side: usize) -> Self {
        let trace: f64 = (0..side).map(|i| moment[i * side + i]).sum();
        let ridge = Self::RIDGE * trace / side as f64;
        for i in 0..side {
            moment[i * side + i] += ridge;
            for j in 0..=i {
                let (a, b) = (&moment[i * side..][..j], &moment[j * side..][..j]);
                let rest = moment[i * side + j] - dot(a, b);
                moment[i * side + j] = match i == j {
                    true => rest.max(f64::MIN_POSITIVE).sqrt(),
                    false => rest / moment[j * side + j],
                };
            }
        }
        Self {
            lower: moment,
            side,
        }
    }

    /// `S⁻¹h / (hᵀ S⁻¹h)`.
    fn direction(&self, h: &[f64]) -> Vec<f64> {
        let (side, lower) = (self.side, &self.lower);
        let mut x = h.to_vec();
        for i in 0..side {
            x[i] = (x[i] - dot(&lower[i * side..][..i], &x[..i])) / lower[i * side + i];
        }
        for i in (0..side).rev() {
            x[i] /= lower[i * side + i];
            let (before, from) = x.split_at_mut(i);
            let row = &lower[i * side..][..i];
            before
                .iter_mut()
                .zip(row)
                .for_each(|(x, l)| *x -= from[0] * l);
        }
        let length = dot(&x, h);
        x.iter_mut().for_each(|x| *x /= length);
        x
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests;
