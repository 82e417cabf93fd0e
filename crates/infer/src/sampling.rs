//! From logits to the next token.
//!
//! Definitions and order are those of transformers: repetition penalty, temperature, top-k, top-p,
//! min-p, each on what the one before has left; then one draw. Temperature 0 is greedy decoding:
//! the largest logit after the repetition penalty, the lowest id among equals.

use ledger::random::Random;

use crate::Error;

/// How the next token is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Sampling {
    /// Logits are divided by it; 0 is greedy.
    pub temperature: f32,
    /// Keep the `k` largest logits, and those equal to the k-th (Fan et al., 2018).
    pub top_k: Option<usize>,
    /// Keep the fewest most probable tokens that reach this probability together (Holtzman et
    /// al., "The curious case of neural text degeneration", 2019).
    pub top_p: Option<f32>,
    /// Keep tokens at least this fraction as probable as the most probable one (Nguyen et al.,
    /// 2024).
    pub min_p: Option<f32>,
    /// Logits of tokens that stand in the prompt or the answer are divided by it where positive,
    /// multiplied where negative; 1 changes nothing (Keskar et al., "CTRL", 2019).
    pub repetition_penalty: f32,
    /// The draw is a pure function of the seed and the token's position in its sequence.
    pub seed: u64,
}

impl Default for Sampling {
    fn default() -> Self {
        Sampling::greedy()
    }
}

/// A token that may come next.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Candidate {
    id: u32,
    /// Probability among the candidates; they sum to 1.
    probability: f64,
}

impl Sampling {
    /// Always the most probable token.
    pub fn greedy() -> Sampling {
        Sampling {
            temperature: 0.0,
            top_k: None,
            top_p: None,
            min_p: None,
            repetition_penalty: 1.0,
            seed: 0,
        }
    }

    /// Draws from the model's own distribution.
    pub fn plain(seed: u64) -> Sampling {
        Sampling {
            temperature: 1.0,
            seed,
            ..Sampling::greedy()
        }
    }

    /// Refuses options without meaning.
    ///
    /// # Errors
    /// [`Error::Option`] with the option, its value and what it may be.
    pub fn validate(&self) -> Result<(), Error> {
        let refuse = |option, found, remedy| Err(Error::option(option, found, remedy));
        let temperature = self.temperature;
        if !(temperature.is_finite() && temperature >= 0.0) {
            return refuse("temperature", temperature, "it must be 0 (greedy) or more");
        }
        if self.top_k == Some(0) {
            let remedy = "it must be at least 1, or absent";
            return Err(Error::option("top_k", 0, remedy));
        }
        if let Some(p) = self.top_p.filter(|p| !(*p > 0.0 && *p <= 1.0)) {
            return refuse("top_p", p, "it must be above 0 and at most 1");
        }
        if let Some(p) = self.min_p.filter(|p| !(0.0..=1.0).contains(p)) {
            return refuse("min_p", p, "it must be from 0 to 1");
        }
        let penalty = self.repetition_penalty;
        if !(penalty.is_finite() && penalty > 0.0) {
            let remedy = "it must be above 0; 1 changes nothing";
            return refuse("repetition_penalty", penalty, remedy);
        }
        Ok(())
    }

    /// Chooses the token at `position` of a sequence that so far holds `seen`; `logits` (V) are
    /// changed by the repetition penalty.
    pub(crate) fn choose(&self, logits: &mut [f32], seen: &[u32], position: usize) -> u32 {
        self.penalise(logits, seen);
        if self.temperature == 0.0 {
            return most_likely(logits);
        }
        let candidates = self.remaining(logits);
        let draw = Random::new(self.seed, "sample", position as u64).unit_f64();
        let mut below = 0.0;
        for candidate in &candidates {
            below += candidate.probability;
            if draw < below {
                return candidate.id;
            }
        }
        // Rounding may leave the sum a hair below 1 and the draw above it; and of logits that are
        // not numbers there is no candidate at all.
        candidates
            .last()
            .map_or_else(|| most_likely(logits), |last| last.id)
    }

    /// Applies the repetition penalty to the logits of every token in `seen`, once each.
    fn penalise(&self, logits: &mut [f32], seen: &[u32]) {
        if self.repetition_penalty == 1.0 {
            return;
        }
        let mut seen = seen.to_vec();
        seen.sort_unstable();
        seen.dedup();
        for id in seen {
            let logit = &mut logits[id as usize];
            *logit = if *logit < 0.0 {
                *logit * self.repetition_penalty
            } else {
                *logit / self.repetition_penalty
            };
        }
    }

    /// What temperature, top-k, top-p and min-p leave of `logits`, in no order to rely on. The
    /// temperature must be above 0.
    fn remaining(&self, logits: &[f32]) -> Vec<Candidate> {
        let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let temperature = f64::from(self.temperature);
        // Not yet normalised: the most probable token weighs 1.
        let weigh = |logit: f32| (f64::from(logit - largest) / temperature).exp();
        let threshold = self.kth_largest(logits);
        let mut kept: Vec<Candidate> = (0u32..)
            .zip(logits)
            .filter(|&(_, &logit)| logit >= threshold)
            .map(|(id, &logit)| Candidate {
                id,
                probability: weigh(logit),
            })
            .collect();
        if let Some(top_p) = self.top_p.filter(|&p| p < 1.0) {
            keep_top_p(&mut kept, f64::from(top_p));
        }
        if let Some(min_p) = self.min_p {
            kept.retain(|candidate| candidate.probability >= f64::from(min_p));
        }
        let total: f64 = kept.iter().map(|candidate| candidate.probability).sum();
        kept.iter_mut()
            .for_each(|candidate| candidate.probability /= total);
        kept
    }

    fn kth_largest(&self, logits: &[f32]) -> f32 {
        match self.top_k {
            Some(k) if k < logits.len() => {
                let mut sorted = logits.to_vec();
                *sorted
                    .select_nth_unstable_by(k - 1, |a, b| b.total_cmp(a))
                    .1
            }
            _ => f32::NEG_INFINITY,
        }
    }
}

/// Keeps the fewest most probable candidates whose share reaches `top_p`.
fn keep_top_p(kept: &mut Vec<Candidate>, top_p: f64) {
    let total: f64 = kept.iter().map(|candidate| candidate.probability).sum();
    // All tokens below this together hold less than 1 − top_p, so none of them can be kept;
    // without them there is little left to sort.
    let hopeless = (1.0 - top_p) * total / kept.len() as f64;
    kept.retain(|candidate| candidate.probability >= hopeless);
    // Few are kept as a rule, so only as many are put in order as it takes.
    let (mut reached, mut sorted, mut more) = (0.0, 0, 64);
    while sorted < kept.len() {
        let rest = &mut kept[sorted..];
        let next = more.min(rest.len());
        if next < rest.len() {
            rest.select_nth_unstable_by(next - 1, by_probability);
        }
        rest[..next].sort_unstable_by(by_probability);
        for candidate in &rest[..next] {
            sorted += 1;
            reached += candidate.probability;
            if reached >= top_p * total {
                return kept.truncate(sorted);
            }
        }
        more *= 4;
    }
}

fn by_probability(a: &Candidate, b: &Candidate) -> std::cmp::Ordering {
    b.probability
        .total_cmp(&a.probability)
        .then(a.id.cmp(&b.id))
}

/// The id of the largest logit, the lowest among equals.
pub(crate) fn most_likely(logits: &[f32]) -> u32 {
    let mut best = 0;
    for (id, logit) in logits.iter().enumerate() {
        if *logit > logits[best] {
            best = id;
        }
    }
    best as u32
}

/// Natural logarithm of Σ exp(logit).
pub(crate) fn log_sum_exp(logits: &[f32]) -> f32 {
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let total: f64 = logits
        .iter()
        .map(|logit| f64::from((logit - largest).exp()))
        .sum();
    largest + total.ln() as f32
}

/// The `count` largest of `values` with their ids, largest first, equals by id.
pub(crate) fn largest(values: &[f32], count: usize) -> Vec<(u32, f32)> {
    let count = count.min(values.len());
    if count == 0 {
        return Vec::new();
    }
    let mut all: Vec<(u32, f32)> = (0u32..).zip(values.iter().copied()).collect();
    let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    all.select_nth_unstable_by(count - 1, order);
    all.truncate(count);
    all.sort_unstable_by(order);
    all
}

#[cfg(test)]
mod tests;
