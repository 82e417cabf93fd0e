//! How well a model expects a text: surprise token by token, and what it expects next.

use model::Batch;
use tensor::Tape;

use crate::sampling::{largest, log_sum_exp};
use crate::{Error, Generator};

/// Rows of one pass; bounds memory.
const ROWS_MAX: usize = 2048;

/// The surprise of a sequence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Score {
    /// For each token but the first, which nothing predicts: −log₂ of its probability given all
    /// tokens before it.
    pub bits: Vec<f32>,
}

impl Score {
    pub fn total_bits(&self) -> f64 {
        self.bits.iter().map(|&bits| f64::from(bits)).sum()
    }

    /// Bits for each byte of a text of `bytes` UTF-8 bytes: comparable between tokenizers.
    pub fn bits_per_byte(&self, bytes: usize) -> f64 {
        self.total_bits() / bytes as f64
    }

    /// 2 to the power of the mean bits a token; not a number where no token was scored.
    pub fn perplexity(&self) -> f64 {
        (self.total_bits() / self.bits.len() as f64).exp2()
    }

    /// Natural logarithm of the probability of the tokens from the `first`-th on, given those
    /// before: the likelihood of an answer behind its question. Token 0 has none and counts 0.
    pub fn logprob_from(&self, first: usize) -> f64 {
        let bits = self
            .bits
            .iter()
            .skip(first.saturating_sub(1))
            .map(|&bits| f64::from(bits));
        -bits.sum::<f64>() * std::f64::consts::LN_2
    }
}

/// What a model expects after a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    /// The most probable tokens with their probabilities, most probable first, equals by id.
    pub candidates: Vec<(u32, f64)>,
    /// The probability of all others together.
    pub rest: f64,
    /// −Σ p log₂ p over the whole vocabulary: how undecided the model is.
    pub entropy_bits: f64,
}

/// A stretch of a sequence that fits the context.
struct Window {
    sequence: usize,
    /// The first token fed.
    start: usize,
    /// Tokens fed; each predicts the one behind it.
    len: usize,
    /// How many of the predictions another window makes with more before them.
    skipped: usize,
}

impl Generator<'_> {
    /// The surprise of each token of `ids`. Begin with the model's start token to have the first
    /// token of a text counted.
    ///
    /// A sequence longer than the context is scored in windows that overlap by half: each token is
    /// counted once, with at least half a context before it, or all that there is.
    ///
    /// # Errors
    /// An id outside of the vocabulary.
    pub fn score(&mut self, ids: &[u32]) -> Result<Score, Error> {
        Ok(self.score_all(&[ids])?.remove(0))
    }

    /// [`Generator::score`] of many sequences, packed together.
    ///
    /// # Errors
    /// As [`Generator::score`].
    pub fn score_all<S: AsRef<[u32]>>(&mut self, sequences: &[S]) -> Result<Vec<Score>, Error> {
        sequences
            .iter()
            .try_for_each(|ids| self.config().check_ids(ids.as_ref()))?;
        let lens = || sequences.iter().map(|ids| ids.as_ref().len());
        let mut scores: Vec<Score> = lens()
            .map(|len| Score {
                bits: vec![0.0; len.saturating_sub(1)],
            })
            .collect();
        let windows: Vec<Window> = lens()
            .enumerate()
            .flat_map(|(index, len)| windows(index, len, self.config().context))
            .collect();
        let mut rest = &windows[..];
        while !rest.is_empty() {
            let mut rows = 0;
            let fitting = rest.iter().take_while(|window| {
                rows += window.len;
                rows <= ROWS_MAX
            });
            let (batch, after) = rest.split_at(fitting.count().max(1));
            self.score_batch(sequences, batch, &mut scores);
            rest = after;
        }
        Ok(scores)
    }

    fn score_batch<S: AsRef<[u32]>>(
        &mut self,
        sequences: &[S],
        windows: &[Window],
        scores: &mut [Score],
    ) {
        let (mut inputs, mut rows, mut targets) = (Vec::new(), Vec::new(), Vec::new());
        let mut before = 0;
        for window in windows {
            let ids = sequences[window.sequence].as_ref();
            inputs.push(&ids[window.start..window.start + window.len]);
            rows.extend(before + window.skipped..before + window.len);
            targets.extend(&ids[window.start + window.skipped + 1..=window.start + window.len]);
            before += window.len;
        }
        let decoder = &self.model.decoder;
        let mut tape = Tape::inference(&self.model.params, &mut self.workspace, self.precision);
        let hidden = decoder.hidden_of(&mut tape, &Batch::packed(&inputs), &rows);
        let log_probs = decoder.token_log_probs(&mut tape, hidden, &targets);
        let log_probs = tape.value_f32(log_probs);
        let mut log_probs = &log_probs[..];
        for window in windows {
            let scored = window.start + window.skipped..window.start + window.len;
            let (here, rest) = log_probs.split_at(scored.len());
            let bits = &mut scores[window.sequence].bits[scored];
            for (bits, log_prob) in bits.iter_mut().zip(here) {
                *bits = -log_prob / std::f32::consts::LN_2;
            }
            log_probs = rest;
        }
    }

    /// The distribution of the token after `ids`, the `top` most probable by name.
    ///
    /// # Errors
    /// [`Error::EmptyPrompt`], [`Error::ContextOverflow`], or an id outside of the vocabulary.
    pub fn next(&mut self, ids: &[u32], top: usize) -> Result<Next, Error> {
        self.check_prompt(ids, 0)?;
        let batch = Batch::packed(&[ids]);
        let decoder = &self.model.decoder;
        let mut tape = Tape::inference(&self.model.params, &mut self.workspace, self.precision);
        let hidden = decoder.hidden_of(&mut tape, &batch, &[ids.len() - 1]);
        let logits = decoder.logits(&tape, hidden);
        let total = log_sum_exp(&logits);
        let probability = |logit: f32| f64::from(logit - total).exp();
        let candidates: Vec<(u32, f64)> = largest(&logits, top)
            .into_iter()
            .map(|(id, logit)| (id, probability(logit)))
            .collect();
        let named: f64 = candidates.iter().map(|(_, probability)| probability).sum();
        let bits =
            |&logit: &f32| -probability(logit) * f64::from(logit - total) / std::f64::consts::LN_2;
        Ok(Next {
            candidates,
            rest: (1.0 - named).max(0.0),
            entropy_bits: logits.iter().map(bits).sum(),
        })
    }
}

/// The windows that predict every token of a sequence but the first exactly once.
fn windows(sequence: usize, len: usize, context: usize) -> Vec<Window> {
    let predicting = len.saturating_sub(1);
    let mut all = Vec::new();
    let mut done = 0;
    while done < predicting {
        let start = if done == 0 { 0 } else { done - context / 2 };
        let len = context.min(predicting - start);
        all.push(Window {
            sequence,
            start,
            len,
            skipped: done - start,
        });
        done = start + len;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_predict_each_token_once_with_half_a_context_before() {
        for context in [1, 2, 3, 8, 9] {
            for len in 0..60 {
                let mut next = 0;
                for window in windows(0, len, context) {
                    assert!(window.len <= context);
                    assert_eq!(
                        window.start + window.skipped,
                        next,
                        "context {context}, length {len}"
                    );
                    assert!(next == 0 || window.skipped >= context / 2);
                    next = window.start + window.len;
                }
                assert_eq!(next, usize::saturating_sub(len, 1));
            }
        }
    }
}
